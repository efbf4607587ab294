"""Making a move, and hearing why not; the traps that others fell into, by name."""

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from carecore.base.reasons import OwnChoice
from carecore.errors import CareError, IllegalMove, InvalidValue, WrongType
from carecore.transitions import (
    TRANSITION_TABLE,
    Move,
    MoveRecord,
    Party,
    Transition,
    TransitionState,
    advance,
    history_faults,
    legal_moves,
    replay,
)

from ..counting import calls
from .samples_transitions import TRANSITION

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)

SENDER, OTHER_SENDER, RECEIVER, CLIENT, STRANGER = "p-1", "p-3", "p-2", "c-17", "p-9"
PEOPLE = {Party.SENDER: OTHER_SENDER, Party.RECEIVER: RECEIVER, Party.CLIENT: CLIENT}

NEW = Transition(
    id="t-1", senders=(SENDER, OTHER_SENDER), receivers=(RECEIVER,), deciders=(CLIENT, "r-1")
)
ROWS = {(row.state, row.move): row for row in TRANSITION_TABLE}
WAY_HOME = (
    (Move.PLAN, SENDER),
    (Move.OFFER, SENDER),
    (Move.ACCEPT, RECEIVER),
    (Move.CONFIRM_READY, SENDER),
    (Move.DEPART, CLIENT),
    (Move.ARRIVE, SENDER),
    (Move.COMPLETE, RECEIVER),
)


def moved(transition: Transition, *steps: tuple[Move, str]) -> Transition:
    """The transition after those moves, an hour apart."""
    for move, by in steps:
        last = transition.last_move
        at = NINE if last is None else last.at + HOUR
        transition = advance(transition, move, by=by, at=at)
    return transition


def refused(transition: Transition, move: Move, by: str) -> IllegalMove:
    """How that move is refused."""
    with pytest.raises(IllegalMove) as caught:
        advance(transition, move, by=by, at=NINE + 100 * HOUR)
    return caught.value


def reason(transition: Transition, move: Move, by: str) -> str:
    """The id of the reason why that move is legal, or not."""
    return next(one.because.id for one in legal_moves(transition, by=by) if one.move is move)


@pytest.mark.parametrize("haste", ["calm", "urgent"])
@pytest.mark.parametrize("party", list(Party), ids=lambda party: party.value)
@pytest.mark.parametrize("move", list(Move), ids=lambda move: move.value)
@pytest.mark.parametrize("state", list(TransitionState), ids=lambda state: state.value)
def test_every_case_of_state_move_and_party_is_as_in_the_table(
    state: TransitionState, move: Move, party: Party, haste: str
) -> None:
    urgent = haste == "urgent"
    transition = attrs.evolve(NEW, state=state, urgent=urgent)
    row = ROWS.get((state, move))
    expected = None
    if row is not None and party in row.parties and (urgent or not row.is_urgent_only):
        expected = row.next_state
    try:
        reached = advance(transition, move, by=PEOPLE[party], at=NINE).state
    except IllegalMove:
        reached = None

    assert reached is expected


@pytest.mark.parametrize(("state", "move"), list(product(TransitionState, Move)))
def test_somebody_who_has_no_part_in_it_makes_no_move(state: TransitionState, move: Move) -> None:
    assert refused(attrs.evolve(NEW, state=state, urgent=True), move, STRANGER).by == STRANGER


def test_the_whole_way_leads_from_proposed_to_completed() -> None:
    home = moved(NEW, *WAY_HOME)

    assert (home.state, [one.move for one in home.moves]) == (
        TransitionState.COMPLETED,
        [move for move, _ in WAY_HOME],
    )


def test_a_move_is_kept_with_who_when_and_why() -> None:
    home = advance(NEW, Move.CANCEL, by=CLIENT, at=NINE, because="wants_to_stay")

    assert home.moves == (
        MoveRecord(move=Move.CANCEL, by=CLIENT, at=NINE, because="wants_to_stay"),
    )


def test_a_move_leaves_the_transition_it_started_from_as_it_was() -> None:
    advance(NEW, Move.PLAN, by=SENDER, at=NINE)

    assert (NEW.state, NEW.moves) == (TransitionState.PROPOSED, ())


# Traps.


def test_a_refused_transition_is_refused_aloud_and_never_in_silence() -> None:
    error = refused(moved(NEW, (Move.PLAN, SENDER)), Move.ACCEPT, RECEIVER)

    assert (error.state, error.move, error.by, error.allowed) == (
        "planned",
        "accept",
        RECEIVER,
        (),
    )
    assert str(error) == "'p-2' may not accept while it is planned: that is done from offered."


def test_a_refusal_says_what_the_same_person_may_do_instead() -> None:
    error = refused(moved(NEW, (Move.PLAN, SENDER)), Move.CONFIRM_READY, SENDER)

    assert (error.allowed, error.advice) == (("offer", "cancel"), "Maybe offer or cancel")


@pytest.mark.parametrize("by", [SENDER, OTHER_SENDER, CLIENT, "r-1", STRANGER])
@pytest.mark.parametrize(
    ("steps", "move"), [(2, Move.ACCEPT), (6, Move.COMPLETE)], ids=["accept", "complete"]
)
def test_nobody_but_a_receiver_can_falsely_accept_responsibility(
    steps: int, move: Move, by: str
) -> None:
    error = refused(moved(NEW, *WAY_HOME[:steps]), move, by)

    assert error.what.endswith("only a receiver may")


def test_who_stands_on_both_sides_does_not_accept_their_own_offer() -> None:
    both = attrs.evolve(NEW, receivers=(RECEIVER, SENDER))
    offered = moved(both, (Move.PLAN, SENDER), (Move.OFFER, SENDER))

    assert reason(offered, Move.ACCEPT, SENDER) == "own_offer"
    assert moved(offered, (Move.ACCEPT, RECEIVER)).state is TransitionState.ACCEPTED


def test_who_stands_on_both_sides_accepts_an_offer_that_somebody_else_made() -> None:
    both = attrs.evolve(NEW, receivers=(RECEIVER, SENDER))
    offered = moved(both, (Move.PLAN, SENDER), (Move.OFFER, OTHER_SENDER))

    assert moved(offered, (Move.ACCEPT, SENDER)).state is TransitionState.ACCEPTED


@pytest.mark.parametrize("by", [RECEIVER, STRANGER])
@pytest.mark.parametrize("steps", range(5))
def test_a_cancel_is_guarded_and_not_open_to_everybody(steps: int, by: str) -> None:
    error = refused(moved(NEW, *WAY_HOME[:steps]), Move.CANCEL, by)

    assert error.what.endswith("only a sender or a client may")


@pytest.mark.parametrize("by", [SENDER, RECEIVER, CLIENT, STRANGER])
@pytest.mark.parametrize("steps", [5, 6, 7])
def test_nobody_revokes_what_has_begun(steps: int, by: str) -> None:
    error = refused(moved(NEW, *WAY_HOME[:steps]), Move.CANCEL, by)

    assert (error.move, "cancel" in error.allowed) == ("cancel", False)


def test_a_cancelled_transition_is_not_cancelled_twice() -> None:
    gone = moved(NEW, (Move.CANCEL, SENDER))

    assert refused(gone, Move.CANCEL, SENDER).allowed == ("reopen",)


def test_a_receiver_who_does_not_answer_locks_nobody_in() -> None:
    offered = moved(NEW, *WAY_HOME[:2])

    assert moved(offered, (Move.CANCEL, SENDER), (Move.REOPEN, SENDER)).state is (
        TransitionState.PLANNED
    )


def test_a_receiver_who_was_named_only_later_can_take_over() -> None:
    alone = attrs.evolve(NEW, receivers=())
    offered = moved(alone, *WAY_HOME[:2])

    assert refused(offered, Move.ACCEPT, RECEIVER).what.endswith(
        "only a receiver may, and none is named"
    )
    assert moved(attrs.evolve(offered, receivers=(RECEIVER,)), (Move.ACCEPT, RECEIVER)).state is (
        TransitionState.ACCEPTED
    )


@pytest.mark.parametrize("by", [SENDER, RECEIVER, CLIENT])
@pytest.mark.parametrize("move", list(Move), ids=lambda move: move.value)
def test_nothing_moves_what_is_completed(move: Move, by: str) -> None:
    home = moved(NEW, *WAY_HOME)
    error = refused(home, move, by)

    assert (
        home.is_final,
        error.allowed,
        "a way back is a transition of its own" in error.what,
    ) == (
        True,
        (),
        True,
    )


# The client's word.


@pytest.mark.parametrize("steps", range(5))
@pytest.mark.parametrize("no", [Move.DECLINE, Move.CANCEL])
def test_what_the_client_said_no_to_only_the_clients_side_takes_up_again(
    no: Move, steps: int
) -> None:
    gone = moved(NEW, *WAY_HOME[:steps], (no, CLIENT))

    assert reason(gone, Move.REOPEN, SENDER) == "clients_no"
    assert moved(gone, (Move.REOPEN, "r-1")).state is TransitionState.PLANNED


def test_a_sender_who_cancels_what_the_client_declined_makes_it_no_senders_no() -> None:
    gone = moved(NEW, (Move.DECLINE, CLIENT), (Move.CANCEL, SENDER))

    assert reason(gone, Move.REOPEN, SENDER) == "clients_no"


def test_an_old_no_that_the_client_took_back_binds_nobody() -> None:
    again = moved(NEW, (Move.DECLINE, CLIENT), (Move.REOPEN, CLIENT), (Move.CANCEL, SENDER))

    assert moved(again, (Move.REOPEN, SENDER)).state is TransitionState.PLANNED


def test_what_a_receiver_declined_a_sender_offers_again() -> None:
    declined = moved(NEW, *WAY_HOME[:2], (Move.DECLINE, RECEIVER))

    assert moved(declined, (Move.REOPEN, SENDER), (Move.OFFER, SENDER)).state is (
        TransitionState.OFFERED
    )


# Urgent, ready and back.


@pytest.mark.parametrize("steps", range(4))
def test_only_an_urgent_one_departs_before_it_is_ready(steps: int) -> None:
    early = moved(NEW, *WAY_HOME[:steps])

    assert reason(early, Move.DEPART, SENDER) == "urgent_only"
    assert moved(attrs.evolve(early, urgent=True), (Move.DEPART, CLIENT)).state is (
        TransitionState.UNDER_WAY
    )


def test_an_urgent_one_still_needs_the_receivers_word_in_the_end() -> None:
    urgent = attrs.evolve(NEW, urgent=True)
    arrived = moved(urgent, (Move.DEPART, SENDER), (Move.ARRIVE, SENDER))

    assert refused(arrived, Move.COMPLETE, SENDER).what.endswith("only a receiver may")


def test_a_departure_that_comes_too_early_is_told_from_where_it_is_done() -> None:
    offered = moved(attrs.evolve(NEW, urgent=True), *WAY_HOME)
    calm = moved(NEW, *WAY_HOME[:5])

    assert refused(calm, Move.DEPART, SENDER).what.endswith("that is done from ready")
    assert offered.is_final


def test_whoever_is_not_ready_after_all_keeps_the_acceptance() -> None:
    again = moved(NEW, *WAY_HOME[:4], (Move.REOPEN, SENDER))

    assert again.state is TransitionState.ACCEPTED


@pytest.mark.parametrize("by", [SENDER, RECEIVER, CLIENT])
@pytest.mark.parametrize("steps", [5, 6])
def test_whoever_turns_back_asks_everything_anew(steps: int, by: str) -> None:
    back = moved(NEW, *WAY_HOME[:steps], (Move.TURN_BACK, by))

    assert (back.state, back.departed_at, back.arrived_at, back.made_at(Move.ACCEPT)) == (
        TransitionState.PLANNED,
        None,
        None,
        None,
    )


# Time.


def test_a_move_before_the_last_one_is_refused() -> None:
    planned = moved(NEW, (Move.PLAN, SENDER))

    with pytest.raises(InvalidValue) as caught:
        advance(planned, Move.OFFER, by=SENDER, at=NINE - HOUR)
    assert str(caught.value) == (
        "the move is made at 2026-03-02T08:00:00+00:00, before the last one at "
        "2026-03-02T09:00:00+00:00. Maybe moves are told in the order in which they were made."
    )


def test_two_moves_can_fall_on_one_minute() -> None:
    planned = moved(NEW, (Move.PLAN, SENDER))

    assert advance(planned, Move.OFFER, by=SENDER, at=NINE).state is TransitionState.OFFERED


def test_times_run_forward_also_in_the_hour_that_comes_twice() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    second = datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=berlin)
    first = datetime(2026, 10, 25, 2, 50, tzinfo=berlin)
    planned = advance(NEW, Move.PLAN, by=SENDER, at=second)

    with pytest.raises(InvalidValue, match="before the last one"):
        advance(planned, Move.OFFER, by=SENDER, at=first)
    early = advance(NEW, Move.PLAN, by=SENDER, at=first)
    assert advance(early, Move.OFFER, by=SENDER, at=second).state is TransitionState.OFFERED


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"at": datetime(2026, 3, 2, 9)}, "without a time zone"),
        ({"at": NINE.date()}, "a moment with a time zone is wanted"),
        ({"by": " "}, "the person id is blank"),
        ({"because": "Wants to stay"}, "is not snake_case"),
    ],
)
def test_a_move_without_meaning_is_refused(change: dict[str, Any], message: str) -> None:
    known: dict[str, Any] = {"by": SENDER, "at": NINE}

    with pytest.raises(CareError, match=message):
        advance(NEW, Move.PLAN, **(known | change))


def test_a_move_is_named_by_its_kind_and_not_by_text() -> None:
    text: Any = "plan"

    with pytest.raises(WrongType, match=r"\$\.move: the move of a MoveRecord is text, 4"):
        advance(NEW, text, by=SENDER, at=NINE)


@pytest.mark.parametrize("value", [None, "t-1", 3])
def test_what_is_no_transition_is_moved_by_nothing(value: object) -> None:
    untyped: Any = value
    asked: tuple[Any, ...] = (
        lambda: advance(untyped, Move.PLAN, by=SENDER, at=NINE),
        lambda: legal_moves(untyped, by=SENDER),
        lambda: replay(untyped),
        lambda: history_faults(untyped),
    )
    for ask in asked:
        with pytest.raises(WrongType, match="the transition is"):
            ask()


# What is allowed, and why.


def test_every_move_is_listed_once_with_its_reason() -> None:
    options = legal_moves(NEW, by=SENDER)

    assert [one.move for one in options] == list(Move)
    assert [(one.move.value, one.because.id) for one in options if not one.is_allowed] == [
        ("offer", "not_from_here"),
        ("accept", "not_from_here"),
        ("decline", "not_their_part"),
        ("confirm_ready", "not_from_here"),
        ("depart", "urgent_only"),
        ("arrive", "not_from_here"),
        ("complete", "not_from_here"),
        ("reopen", "not_from_here"),
        ("turn_back", "not_from_here"),
    ]


def test_an_option_says_where_it_leads_also_to_those_who_may_not() -> None:
    ways = {one.move: one.next_state for one in legal_moves(NEW, by=STRANGER)}

    assert (ways[Move.PLAN], ways[Move.ACCEPT]) == (TransitionState.PLANNED, None)


def test_a_reason_shows_what_was_seen_and_that_the_table_is_ours() -> None:
    because = legal_moves(NEW, by=CLIENT)[0].because

    assert [(fact.name, fact.seen) for fact in because.facts] == [
        ("state", "proposed"),
        ("sides", ("client",)),
    ]
    assert because.sources == (
        OwnChoice("which moves a transition takes from where, and who may make them"),
    )


# History.


def test_a_history_is_replayed_to_the_same_transition() -> None:
    home = moved(NEW, *WAY_HOME[:5], (Move.TURN_BACK, CLIENT), (Move.OFFER, SENDER))

    assert replay(home) == home


def test_a_history_that_begins_later_is_replayed_from_there() -> None:
    known = attrs.evolve(NEW, state=TransitionState.OFFERED)
    accepted = moved(known, (Move.ACCEPT, RECEIVER))

    assert replay(accepted, since=TransitionState.OFFERED) == accepted
    with pytest.raises(IllegalMove) as caught:
        replay(accepted)
    assert caught.value.place == "$.moves[0]"


@pytest.mark.parametrize("since", ["offered", None])
def test_a_history_is_replayed_from_a_state_and_nothing_else(since: object) -> None:
    untyped: Any = since
    with pytest.raises(WrongType, match="since is"):
        replay(NEW, since=untyped)


@pytest.mark.parametrize("state", list(TransitionState), ids=lambda state: state.value)
def test_nothing_speaks_against_a_state_of_which_no_move_is_told(state: TransitionState) -> None:
    assert history_faults(attrs.evolve(NEW, state=state)) == ()


@pytest.mark.parametrize("start", range(7))
def test_nothing_speaks_against_a_part_of_a_history(start: int) -> None:
    home = moved(NEW, *WAY_HOME)

    assert history_faults(attrs.evolve(home, moves=home.moves[start:])) == ()


def test_a_state_that_does_not_follow_from_the_moves_is_told() -> None:
    home = attrs.evolve(moved(NEW, *WAY_HOME[:3]), state=TransitionState.COMPLETED)
    (fault,) = history_faults(home)

    assert (fault.id, fault.text, fault.facts[0].place) == (
        "state_differs",
        "the moves lead to accepted, and it stands at completed",
        "$.state",
    )


def test_a_move_of_the_history_that_was_not_legal_is_told_with_its_place() -> None:
    home = moved(NEW, *WAY_HOME[:3])
    false = attrs.evolve(home.moves[2], by=SENDER)
    (fault,) = history_faults(attrs.evolve(home, moves=(*home.moves[:2], false)))

    assert (fault.id, fault.text, [fact.place for fact in fault.facts]) == (
        "illegal_move",
        "'p-1' may not accept while it is offered: only a receiver may",
        ["$.moves[2].move", "$.moves[2].by", "$.moves[2].at"],
    )


def test_a_history_that_runs_backwards_is_told() -> None:
    home = moved(NEW, *WAY_HOME[:3])
    early = attrs.evolve(home.moves[2], at=NINE - HOUR)
    (fault,) = history_faults(attrs.evolve(home, moves=(*home.moves[:2], early)))

    assert fault.id == "move_out_of_order"


def test_no_error_and_no_reason_tells_a_note() -> None:
    error = refused(TRANSITION, Move.ACCEPT, RECEIVER)

    assert "Sunday" not in str(error) + repr(error) + repr(TRANSITION)


def test_a_history_of_any_length_is_replayed_move_by_move() -> None:
    def there_and_back(times: int) -> Transition:
        cancel = MoveRecord(move=Move.CANCEL, by="p-1", at=NINE)
        reopen = attrs.evolve(cancel, move=Move.REOPEN)
        plan = attrs.evolve(cancel, move=Move.PLAN)
        home = Transition(id="t-1", senders=("p-1",), state=TransitionState.PLANNED)
        return attrs.evolve(home, moves=(plan, *((cancel, reopen) * times)))

    short, long = there_and_back(10), there_and_back(100)

    assert replay(long) == long
    assert calls(lambda: replay(long)) < 12 * calls(lambda: replay(short))
