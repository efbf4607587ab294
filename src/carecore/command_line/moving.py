"""The command `transition`: what must be so before a move, what is due, and who may do what."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import datetime
from difflib import get_close_matches
from typing import Final, NamedTuple

from carecore.base.calendars import BusinessCalendar
from carecore.base.identity import in_words
from carecore.base.outline import Outline, Paragraph, Table
from carecore.command_line.printing import Answer, as_json, plain, wants_json
from carecore.command_line.reading import (
    all_faults,
    moment_seen_from,
    now,
    read_plan,
    to_holidays,
    to_moment,
    worked_days,
)
from carecore.command_line.statuses import ANSWERED, WARNINGS
from carecore.errors import UnknownId
from carecore.plans import CarePlan
from carecore.review import (
    DeadlineList,
    PlanView,
    Readiness,
    TravelCheck,
    check_readiness,
    check_travel,
    find_deadlines,
)
from carecore.transitions import MoveOption, Transition, TransitionState, legal_moves

__all__ = ["transition"]

_OVER: Final = frozenset(
    {TransitionState.COMPLETED, TransitionState.DECLINED, TransitionState.CANCELLED}
)
_NO_CALENDAR: Final = (
    "what is due was not asked, because nobody said which days are worked. "
    "Maybe --holiday DAY for each holiday, or --holiday none."
)


class _Found(NamedTuple):
    """All that was found about one transition; `None` is what was not asked."""

    of: Transition
    readiness: Readiness
    deadlines: DeadlineList | None
    journey: TravelCheck | None
    moves: tuple[MoveOption, ...] | None
    notes: tuple[str, ...]


def transition(options: argparse.Namespace, /) -> Answer:
    """Whether all is ready for the moves of a plan, and what is due around them.

    .. versionadded:: 0.1
    """
    with all_faults() as ask:
        plan = ask(read_plan, options.file)
        moment = ask(to_moment, options.as_of)
        holidays = ask(to_holidays, options.holiday)
    zone = plan.client.zone
    as_of = now(zone) if moment is None else moment_seen_from(zone, moment)
    with all_faults() as ask:
        asked = ask(_asked, plan, options.transition)
        ask(_known, plan, options.by, as_of)
    days = worked_days(holidays, zone)
    found = [_found(plan, one, as_of=as_of, days=days, by=options.by) for one in asked]
    status = WARNINGS if any(map(_is_held_up, found)) else ANSWERED
    if wants_json(options):
        return Answer(as_json([_document(one) for one in found]), status)
    told = "\n\n".join(text for one in found for text in _told(one, options.by))
    return Answer(told or str(_nothing(plan)), status)


def _asked(plan: CarePlan, key: str | None, /) -> tuple[Transition, ...]:
    if key is not None:
        return (plan.transition(key),)
    return tuple(one for one in plan.transitions if one.state not in _OVER)


def _known(plan: CarePlan, by: str | None, as_of: datetime, /) -> None:
    """Refuse somebody whom neither the plan nor a transition knows: it would be a slip."""
    people = set(PlanView.of(plan, as_of=as_of).people)
    for one in plan.transitions:
        people.update((*one.senders, *one.receivers, *one.deciders))
    if by is not None and by not in people:
        raise UnknownId("person", by, near=get_close_matches(by, sorted(people)))


def _found(
    plan: CarePlan,
    of: Transition,
    /,
    *,
    as_of: datetime,
    days: BusinessCalendar | None,
    by: str | None,
) -> _Found:
    notes: list[str] = []
    deadlines = journey = None
    if days is None:
        notes.append(_NO_CALENDAR)
    else:
        deadlines = find_deadlines(plan, of.id, as_of=as_of, calendar=days)
    try:
        if of.journey is not None:
            journey = check_travel(plan, of.journey, as_of=as_of)
    except UnknownId as fault:
        notes.append(str(fault))
    return _Found(
        of=of,
        readiness=check_readiness(plan, of.id, as_of=as_of),
        deadlines=deadlines,
        journey=journey,
        moves=None if by is None else legal_moves(of, by=by),
        notes=tuple(notes),
    )


def _is_held_up(found: _Found, /) -> bool:
    """Whether somebody should look again: it is not ready, late, or cannot set out."""
    is_late = found.deadlines is not None and bool(found.deadlines.late)
    cannot_begin = found.journey is not None and not found.journey.ready
    return is_late or cannot_begin or not found.readiness.ready


def _told(found: _Found, by: str | None, /) -> Iterator[str]:
    yield str(found.readiness)
    if found.deadlines is not None:
        yield str(found.deadlines)
    if found.journey is not None:
        yield str(found.journey)
    if found.moves is not None:
        yield str(_moves(found.of, found.moves, f"{by}"))
    yield from found.notes


def _moves(of: Transition, options: Iterable[MoveOption], by: str, /) -> Outline:
    rows = [
        (
            in_words(one.move.value),
            one.is_allowed,
            None if one.next_state is None else in_words(one.next_state.value),
            one.because.text,
        )
        for one in options
    ]
    state = in_words(of.state.value)
    title = f"Which moves of {of.id} {by} may make ({state})"
    return Outline(title, (Table(("move", "may", "leads to", "why"), rows),))


def _nothing(plan: CarePlan, /) -> Outline:
    number = len(plan.transitions)
    said = "there is none" if not number else f"of {number}, none is open"
    return Outline(f"Transitions of {plan.id}", (Paragraph(f"Nothing to ask: {said}."),))


def _document(found: _Found, /) -> dict[str, object]:
    return {
        "transition": found.of.id,
        "state": found.of.state.value,
        "readiness": plain(found.readiness),
        "deadlines": None if found.deadlines is None else plain(found.deadlines),
        "journey": None if found.journey is None else plain(found.journey),
        "moves": None if found.moves is None else [plain(one) for one in found.moves],
        "notes": list(found.notes),
    }
