"""V101 to V103: whether visits were made, what shows it, and whether who comes is in the team."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from carecore.base.identity import PersonId
from carecore.base.moments import When, day_text, first_day, last_day
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.plans import Visit
from carecore.record import Entry, Event, EventKind, EventOutcome
from carecore.review import PlanView
from carecore.rulebook.asking import has_ended
from carecore.validation import Remark, Rule, rule

__all__ = ["RULES", "no_visit_is_seen", "shown_by_no_visit", "visit_by_a_stranger"]

_SEEN: Final = OwnChoice("a planned day that has passed shows nothing; an event of the record does")
_SHOWS: Final = OwnChoice("what shows that somebody came is an event at which somebody came")
_COMES: Final = OwnChoice("who comes to a client is in the team on that day")

_MAY_BE_A_VISIT: Final = (
    EventKind.ASSESSMENT,
    EventKind.CONTACT,
    EventKind.CONFERENCE,
    EventKind.HAND_OVER,
    EventKind.MEDICATION_REVIEW,
    EventKind.PROCEDURE,
    EventKind.TEACHING,
)


@rule("V101", Severity.WARNING, requires=("a record", "visits"), sources=(_SEEN,))
def no_visit_is_seen(view: PlanView) -> Iterator[Remark]:
    """The day of a visit is past, and no visit is seen.

    What it looks for:
        A visit whose planned day has passed, which names no event, and of which the record has no
        visit on that day by the person who was to come or by somebody unnamed. Visits of an
        activity, or of a plan, that has ended are left out.
    Why it matters:
        Whoever was to come may not have come, and the client may have waited.
    When it may be wrong:
        The visit was made and is written down elsewhere, or not yet.
    Example:
        A nurse was to come on Monday; on Tuesday nothing says that she did.
    What helps:
        Ask the client and whoever was to come; then name the event, or plan another day.
    Sources:
        carecore's own choice.
    """
    if has_ended(view.plan):
        return
    day, made = view.day, None
    for index, visit in enumerate(view.plan.visits):
        planned = visit.planned
        if planned is None or visit.event is not None or last_day(planned) >= day:
            continue
        activity = None if visit.activity is None else view.activities.get(visit.activity)
        if activity is not None and activity.status is not None and activity.status.is_ended:
            continue
        if made is None:
            made = _days_of_visits(view)
        if not _is_among(visit, planned, made):
            place = f"$.visits[{index}]"
            who = "" if visit.by is None else f" by {visit.by!r}"
            yield Remark(
                place,
                f"the visit {visit.id!r}{who} was planned for {day_text(planned)}, and nothing"
                " shows that it was made",
                facts=(
                    Fact(name="planned", seen=day_text(planned), place=f"{place}.planned"),
                    Fact(name="event", seen=None, place=f"{place}.event"),
                ),
                advice="Maybe it was made, and its event is not named",
            )


def _days_of_visits(view: PlanView, /) -> frozenset[tuple[date, PersonId | None]]:
    record = view.plan.record
    events = () if record is None else record.events_of(EventKind.VISIT)
    return frozenset((last_day(one.happened), one.by) for one in events if one.happened is not None)


def _is_among(
    visit: Visit, planned: When, made: frozenset[tuple[date, PersonId | None]], /
) -> bool:
    day = last_day(planned)
    if visit.by is None:
        return any(one == day for one, _ in made)
    return (day, visit.by) in made or (day, None) in made


@rule("V102", Severity.ERROR, requires=("a record", "visits"), sources=(_SHOWS,))
def shown_by_no_visit(view: PlanView) -> Iterator[Remark]:
    """The event that shows a visit is no visit, or was not made.

    What it looks for:
        A visit that names an entry of the record which is no event, was only tried, was refused
        or was not done, or is of a kind at which nobody comes to the client, such as a notice. An
        event at which somebody may have come, such as an assessment, is a warning.
    Why it matters:
        A visit that was not made counts as made, and is paid for.
    When it may be wrong:
        The event was given the wrong kind when it was written down.
    Example:
        The client was not at home, the event says attempted, and the visit names it.
    What helps:
        Name the event at which somebody came; if there is none, plan another visit.
    Sources:
        carecore's own choice.
    """
    for index, visit in enumerate(view.plan.visits):
        if visit.event is None:
            continue
        entry = view.entries.get(visit.event)
        because = None if entry is None else _why_not(entry)
        if because is not None:
            place = f"$.visits[{index}].event"
            may_be = isinstance(entry, Event) and entry.kind in _MAY_BE_A_VISIT
            is_done = isinstance(entry, Event) and entry.outcome in (EventOutcome.DONE, None)
            yield Remark(
                place,
                f"the visit {visit.id!r} is shown by {visit.event!r}, which {because}",
                facts=(Fact(name="event", seen=str(visit.event), place=place),),
                advice="Maybe another event shows it",
                severity=Severity.WARNING if may_be and is_done else None,
            )


def _why_not(entry: Entry, /) -> str | None:
    """Why an entry does not show that somebody came; None if it does, or may."""
    if not isinstance(entry, Event):
        return "is no event"
    outcome = entry.outcome
    if outcome is not EventOutcome.DONE and outcome is not None:
        return f"is {outcome.value.replace('_', ' ')}"
    if entry.kind in (EventKind.VISIT, EventKind.OTHER):
        return None
    return f"is of the kind {entry.kind.value.replace('_', ' ')}"


@rule("V103", Severity.WARNING, requires=("a team", "visits"), sources=(_COMES,))
def visit_by_a_stranger(view: PlanView) -> Iterator[Remark]:
    """A visit is for somebody outside the team on that day.

    What it looks for:
        A visit that is planned for a known day, by a person of the plan who is not in the team on
        that day. The client's side may come at any time, and of people whom nobody knows P114
        tells.
    Why it matters:
        Somebody comes who is not expected, or nobody comes.
    When it may be wrong:
        Somebody stands in for a day, and was not written down as a member.
    Example:
        A visit in January is planned for a nurse who leaves the team in December.
    What helps:
        Give the visit to somebody who is there then, or let the person stay.
    Sources:
        carecore's own choice.
    """
    for index, visit in enumerate(view.plan.visits):
        person, planned = visit.by, visit.planned
        if person is None or planned is None or person in view.family:
            continue
        day = first_day(planned)
        stays = view.members.get(person, ())
        if any(stay.period.contains(day) for stay in stays):
            continue
        if day == last_day(planned) and person in view.people:
            place = f"$.visits[{index}].by"
            yield Remark(
                place,
                f"the visit {visit.id!r} on {day} is for {person!r}, who is not in the team then",
                facts=(
                    Fact(name="by", seen=str(person), place=place),
                    Fact(name="planned", seen=day, place=f"$.visits[{index}].planned"),
                ),
                advice="Maybe somebody else comes on that day",
            )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    no_visit_is_seen,
    shown_by_no_visit,
    visit_by_a_stranger,
)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
