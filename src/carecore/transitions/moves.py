"""Making a move, or hearing why not: one judgement behind both."""

from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile
from typing import Final, final

import attrs
from attrs import field, frozen

from carecore.base.checks import require_instance
from carecore.base.fields import checked
from carecore.base.identity import PersonId, in_words, person_id, with_article
from carecore.base.moments import in_time
from carecore.base.reasons import Fact, OwnChoice, Reason
from carecore.errors import CareError, IllegalMove, InvalidValue
from carecore.transitions.model import MoveRecord, Transition
from carecore.transitions.states import TRANSITION_TABLE, LegalMove, Move, Party, TransitionState

__all__ = ["MoveOption", "advance", "history_faults", "legal_moves", "replay"]

_OURS: Final = OwnChoice("which moves a transition takes from where, and who may make them")
_ROWS: Final = {(row.state, row.move): row for row in TRANSITION_TABLE}
_NO: Final = frozenset({Move.DECLINE, Move.CANCEL})


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class MoveOption:
    """One move, whether somebody may make it now, and why.

    Attributes:
        move: which move.
        is_allowed: whether `advance` would make it.
        next_state: where it leads from here; `None`: from here it is no move.
        because: why it is allowed or not.

    .. versionadded:: 0.1
    """

    move: Move
    is_allowed: bool
    next_state: TransitionState | None = field(default=None)
    because: Reason


def legal_moves(transition: Transition, /, *, by: str) -> tuple[MoveOption, ...]:
    """Every move there is, whether that person may make it now, and why or why not.

    >>> home = Transition(id="t-1", senders=("p-1",), receivers=("p-2",), deciders=("c-17",))
    >>> [option.move.value for option in legal_moves(home, by="p-1") if option.is_allowed]
    ['plan', 'cancel']
    >>> print(legal_moves(home, by="p-2")[0].because)
    only a sender may

    Args:
        transition: where it stands and who has a part in it.
        by: id of the person who asks; whoever has no part in it may make no move.

    Raises:
        WrongType: if it is no transition, or the id no text.
        InvalidValue: if the id is blank.

    .. versionadded:: 0.1
    """
    now, who = _Now.of(_transition(transition)), person_id(by)
    return tuple(_judged(now, move, who) for move in Move)


def advance(
    transition: Transition, move: Move, /, *, by: str, at: datetime, because: str | None = None
) -> Transition:
    """The transition after that move, which its history then holds.

    Whether the gates are met is not asked here: they are weighed in review, because a real
    departure does not wait for a record.

    >>> from datetime import UTC
    >>> home = Transition(id="t-1", senders=("p-1",), receivers=("p-2",))
    >>> home = advance(home, Move.PLAN, by="p-1", at=datetime(2026, 3, 1, 9, tzinfo=UTC))
    >>> home.state.value, len(home.moves)
    ('planned', 1)
    >>> advance(home, Move.ACCEPT, by="p-1", at=datetime(2026, 3, 1, 10, tzinfo=UTC))
    Traceback (most recent call last):
    ...
    carecore.errors.IllegalMove: 'p-1' may not accept while it is planned: that is done from offered. Maybe offer or cancel.

    Args:
        transition: where it stands.
        move: which move.
        by: id of the person who makes it.
        at: when it is made, not before the last move.
        because: why, as a word of the field.

    Raises:
        IllegalMove: if it is no move from here, or not for that person; nothing is refused in
            silence.
        InvalidValue: if the last move was made later, or an id or the reason has no meaning.
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """  # noqa: E501 # a traceback line cannot be folded
    of = _transition(transition)
    made = MoveRecord(move=move, by=by, at=at, because=because)
    state = _after(_Now.of(of), made)
    return attrs.evolve(of, state=state, moves=(*of.moves, made))


def replay(
    transition: Transition, /, *, since: TransitionState = TransitionState.PROPOSED
) -> Transition:
    """The transition again, made anew from its history, move by move.

    >>> from datetime import UTC
    >>> home = Transition(id="t-1", senders=("p-1",))
    >>> home = advance(home, Move.PLAN, by="p-1", at=datetime(2026, 3, 1, 9, tzinfo=UTC))
    >>> replay(home) == home
    True

    Args:
        transition: whose history it is.
        since: where it stood before the first move.

    Raises:
        IllegalMove: if a move of the history was not legal; the place says which.
        InvalidValue: if a move was made before the one before it.
        WrongType: if it is no transition.

    .. versionadded:: 0.1
    """
    of = _transition(transition)
    start = require_instance(since, TransitionState, name="since")
    state, number, fault = _followed(of, start)
    if fault is not None:
        raise fault.below(f"$.moves[{number}]")
    return attrs.evolve(of, state=state)


def history_faults(transition: Transition, /) -> tuple[Reason, ...]:
    """What speaks against the history of a transition: nothing, or the first fault in it.

    A history that does not begin with the first move of all is as good as a whole one, if it
    could have begun somewhere; and where no move is told, nothing speaks against any state.

    >>> from datetime import UTC
    >>> made = MoveRecord(move=Move.PLAN, by="p-1", at=datetime(2026, 3, 1, 9, tzinfo=UTC))
    >>> home = Transition(id="t-1", senders=("p-1",), moves=(made,))
    >>> [reason.text for reason in history_faults(home)]
    ['the moves lead to planned, and it stands at proposed']

    Raises:
        WrongType: if it is no transition.

    .. versionadded:: 0.1
    """
    of = _transition(transition)
    if not of.moves:
        return ()
    found: list[tuple[int, Reason]] = []
    for start in TransitionState:
        reached, reason = _fault_from(of, start)
        if reason is None:
            return ()
        found.append((reached, reason))
    # The start that explains most of the history is the likeliest; of equals, the first.
    return (max(found, key=_reached)[1],)


def _reached(found: tuple[int, Reason], /) -> int:
    return found[0]


def _fault_from(of: Transition, start: TransitionState, /) -> tuple[int, Reason | None]:
    """How many moves were legal from *start*, and what is wrong then."""
    state, number, fault = _followed(of, start)
    if fault is not None:
        one, place = of.moves[number], f"$.moves[{number}]"
        facts = (
            Fact(name="move", seen=one.move.value, place=f"{place}.move"),
            Fact(name="made by", seen=str(one.by), place=f"{place}.by"),
            Fact(name="at", seen=one.at.isoformat(), place=f"{place}.at"),
        )
        kind = "illegal_move" if isinstance(fault, IllegalMove) else "move_out_of_order"
        return number, Reason(id=kind, text=fault.what, facts=facts, sources=(_OURS,))
    if state is of.state:
        return number, None
    text = f"the moves lead to {in_words(state.value)}, and it stands at"
    reason = Reason(
        id="state_differs",
        text=f"{text} {in_words(of.state.value)}",
        facts=(Fact(name="state", seen=of.state.value, place="$.state"),),
        sources=(_OURS,),
    )
    return number, reason


@final
@frozen(kw_only=True, weakref_slot=False)
class _Now:
    """A transition at some point of its history.

    Attributes:
        transition: whose it is.
        state: where it stands then.
        moves: what was done until then.
        latest: the latest time of these; None if there is none.
    """

    transition: Transition
    state: TransitionState
    moves: Sequence[MoveRecord]
    latest: datetime | None

    @classmethod
    def of(cls, transition: Transition, /) -> "_Now":
        """Where it stands now."""
        latest = max((one.at for one in transition.moves), key=in_time, default=None)
        return cls(
            transition=transition, state=transition.state, moves=transition.moves, latest=latest
        )


def _followed(
    of: Transition, start: TransitionState, /
) -> tuple[TransitionState, int, CareError | None]:
    """Where the moves lead from *start*, how many are legal, and why the next one is not."""
    state, latest, done = start, None, list[MoveRecord]()
    for one in of.moves:
        try:
            state = _after(_Now(transition=of, state=state, moves=done, latest=latest), one)
        except CareError as fault:
            return state, len(done), fault
        done.append(one)
        latest = one.at
    return state, len(done), None


def _after(now: _Now, made: MoveRecord, /) -> TransitionState:
    """Where that move leads, if it is legal."""
    option = _judged(now, made.move, made.by)
    if option.next_state is None or not option.is_allowed:
        raise _refusal(now, option, made.by)
    if now.latest is not None and in_time(made.at) < in_time(now.latest):
        what = f"the move is made at {made.at.isoformat()}, before the last one at"
        advice = "Maybe moves are told in the order in which they were made"
        raise InvalidValue(f"{what} {now.latest.isoformat()}", advice=advice)
    return option.next_state


def _judged(now: _Now, move: Move, by: PersonId, /) -> MoveOption:
    row = _ROWS.get((now.state, move))
    why = _not_from_here(now, move) if row is None else _objection(now, row, by)
    kind, text = why or ("legal_move", f"{_sides(row)} may")
    sides = now.transition.parties_of(by)
    facts = (
        Fact(name="state", seen=now.state.value, place="$.state"),
        Fact(name="sides", seen=tuple(party.value for party in sides)),
    )
    return MoveOption(
        move=move,
        is_allowed=why is None,
        next_state=None if row is None else row.next_state,
        because=Reason(id=kind, text=text, facts=facts, sources=(_OURS,)),
    )


def _not_from_here(now: _Now, move: Move, /) -> tuple[str, str]:
    if now.state.is_final:
        return "no_way_on", "it is over, and a way back is a transition of its own"
    before = _states_before(now.transition, move)
    return "not_from_here", f"that is done from {' or '.join(before)}"


def _objection(now: _Now, row: LegalMove, by: PersonId, /) -> tuple[str, str] | None:
    """What stands against the move, as the id of a reason and its words."""
    of = now.transition
    sides = of.parties_of(by)
    if row.is_urgent_only and not of.urgent:
        return "urgent_only", "before it is ready only an urgent one departs"
    if not set(sides) & set(row.parties):
        people = [person for party in row.parties for person in of.people_of(party)]
        named = "" if people else ", and none is named"
        return "not_their_part", f"only {_sides(row)} may{named}"
    if row.move is Move.ACCEPT and _last_by(now, Move.OFFER) == by:
        return "own_offer", "whoever offers it does not accept it as well"
    if row.move is Move.REOPEN and Party.CLIENT not in sides and _client_said_no(now):
        return "clients_no", "the client's side said no, and only that side takes it back"
    return None


def _states_before(of: Transition, move: Move, /) -> tuple[str, ...]:
    rows = (row for row in TRANSITION_TABLE if row.move is move)
    return tuple(in_words(row.state.value) for row in rows if of.urgent or not row.is_urgent_only)


def _sides(row: LegalMove | None, /) -> str:
    parties = () if row is None else row.parties
    return " or ".join(with_article(party.value) for party in parties)


def _last_by(now: _Now, move: Move, /) -> PersonId | None:
    return next((one.by for one in reversed(now.moves) if one.move is move), None)


def _client_said_no(now: _Now, /) -> bool:
    """Whether somebody who decides for the client said no, and it still stands.

    A sender who cancels what the client declined does not make it a sender's no.
    """
    last = takewhile(_is_no, reversed(now.moves))
    return any(Party.CLIENT in now.transition.parties_of(one.by) for one in last)


def _is_no(one: MoveRecord, /) -> bool:
    return one.move in _NO


def _refusal(now: _Now, option: MoveOption, by: PersonId, /) -> IllegalMove:
    options = (_judged(now, move, by) for move in Move)
    return IllegalMove(
        option.move.value,
        state=now.state.value,
        by=by,
        because=option.because.text,
        allowed=[one.move.value for one in options if one.is_allowed],
    )


def _transition(value: object, /) -> Transition:
    return require_instance(value, Transition, name="the transition")
