"""What holds for every transition, every move and everybody."""

from datetime import UTC, datetime, timedelta

import attrs
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import CareError, IllegalMove
from carecore.transitions import (
    Move,
    Transition,
    TransitionState,
    advance,
    history_faults,
    legal_moves,
    replay,
)

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
PEOPLE = ("p-1", "p-2", "p-3", "c-17", "r-1")

SIDES = st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3).map(tuple)
STEPS = st.lists(
    st.tuples(st.sampled_from(Move), st.sampled_from(PEOPLE), st.integers(-1, 30)), max_size=25
)


@st.composite
def transitions(draw: st.DrawFn) -> Transition:
    """A transition with some history, all of it legal, whoever the people are."""
    transition = Transition(
        id="t-1",
        senders=draw(SIDES),
        receivers=draw(SIDES),
        deciders=draw(SIDES),
        urgent=draw(st.booleans()),
    )
    at = START
    for move, by, hours in draw(STEPS):
        try:
            transition = advance(transition, move, by=by, at=at + timedelta(hours=hours))
        except CareError:
            continue
        at += timedelta(hours=hours)
    return transition


ANY_STATE = st.one_of(
    transitions(),
    st.builds(
        attrs.evolve, transitions(), state=st.sampled_from(TransitionState), moves=st.just(())
    ),
)


def outcome(transition: Transition, move: Move, by: str) -> TransitionState | IllegalMove:
    """Where that move leads, much later, or how it is refused."""
    try:
        return advance(transition, move, by=by, at=START + timedelta(days=100)).state
    except IllegalMove as error:
        return error


@given(transition=ANY_STATE, by=st.sampled_from((*PEOPLE, "p-9")))
def test_a_move_is_legal_exactly_if_it_can_be_made(transition: Transition, by: str) -> None:
    made = {move: outcome(transition, move, by) for move in Move}
    told = {one.move: one.next_state for one in legal_moves(transition, by=by) if one.is_allowed}

    assert told == {
        move: state for move, state in made.items() if isinstance(state, TransitionState)
    }


@given(transition=ANY_STATE, by=st.sampled_from((*PEOPLE, "p-9")))
def test_a_refusal_names_exactly_what_is_legal_instead(transition: Transition, by: str) -> None:
    allowed = tuple(one.move.value for one in legal_moves(transition, by=by) if one.is_allowed)
    refusals = [outcome(transition, move, by) for move in Move]

    assert {error.allowed for error in refusals if isinstance(error, IllegalMove)} == {allowed}


@given(transition=transitions())
def test_a_history_replays_to_the_same_transition(transition: Transition) -> None:
    assert (replay(transition), history_faults(transition)) == (transition, ())


@given(transition=transitions())
def test_times_run_forward(transition: Transition) -> None:
    times = [one.at for one in transition.moves]

    assert times == sorted(times)


@given(transition=transitions())
def test_only_a_receiver_ever_accepted_or_completed(transition: Transition) -> None:
    takers = {one.by for one in transition.moves if one.move in (Move.ACCEPT, Move.COMPLETE)}

    assert takers <= set(transition.receivers)


@given(transition=transitions())
def test_where_all_sides_are_named_somebody_can_always_move_on(transition: Transition) -> None:
    full = attrs.evolve(
        transition,
        senders=(*transition.senders, "s-1"),
        receivers=(*transition.receivers, "s-2"),
        deciders=(*transition.deciders, "s-3"),
    )
    able = [
        by
        for by in ("s-1", "s-2", "s-3")
        if any(one.is_allowed for one in legal_moves(full, by=by))
    ]

    assert bool(able) is not full.is_final
