"""R101 to R104: what is asked of the times in a record."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, TypeAlias

from carecore.base.moments import When, day_text, first_day, is_by, last_day
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.plans import CarePlan
from carecore.record import Entry, EventKind, EventOutcome, Record
from carecore.review import PlanView
from carecore.rulebook.asking import has_ended, surely_before
from carecore.transitions import TransitionState
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "ended_before_it_began",
    "happened_in_the_future",
    "planned_after_death",
    "recorded_too_early",
]

_AFTER: Final = OwnChoice("what happened is written down then or later")
_PAST: Final = OwnChoice("a record tells of what has happened; what is to come stands in the plan")
_ORDER: Final = OwnChoice("what ended had begun before")
_DEAD: Final = OwnChoice("nothing is planned for somebody who has died")

_NOT_TO_COME: Final = (
    TransitionState.DECLINED,
    TransitionState.CANCELLED,
    TransitionState.COMPLETED,
)

_Dated: TypeAlias = tuple[str, int, Entry, When | None]


def _dated(record: Record, /) -> Iterator[_Dated]:
    """Every entry that tells of something done, with the name of its list, its place and time."""
    for index, condition in enumerate(record.conditions):
        yield "conditions", index, condition, condition.onset
    for index, observation in enumerate(record.observations):
        yield "observations", index, observation, observation.happened
    for index, event in enumerate(record.events):
        if event.outcome is EventOutcome.DONE:
            yield "events", index, event, event.happened


def _is_later(when: When, view: PlanView, /) -> bool:
    """Whether it surely is after the time asked about."""
    moment = view.moment
    if isinstance(when, datetime):
        return when.date() > view.day if moment is None else surely_before(moment, when)
    return when.earliest > view.day


@rule("R101", Severity.WARNING, requires=("a record",), sources=(_AFTER,))
def recorded_too_early(view: PlanView) -> Iterator[Remark]:
    """Something was recorded before it happened.

    What it looks for:
        An entry that was surely written down before the time at which it happened (a condition:
        began), where that time has come; of others R102 tells. What was only tried, refused or not
        done is left out.
    Why it matters:
        One of the two times is wrong, and clocks run from them.
    When it may be wrong:
        An appointment was entered as an event before it took place.
    Example:
        An operation of 17 November, recorded on 16 November.
    What helps:
        Look which of the two was meant.
    Sources:
        carecore's own choice.
    """
    record = view.plan.record
    if record is None:
        return
    for name, index, entry, when in _dated(record):
        recorded = entry.recorded
        if recorded is None or when is None or recorded is when:
            continue
        if surely_before(recorded, when) and not _is_later(when, view):
            place = f"$.record.{name}[{index}]"
            yield Remark(
                f"{place}.recorded",
                f"the entry {entry.id!r} was recorded on {day_text(recorded)}, before it happened "
                f"on {day_text(when)}",
                facts=(
                    Fact(name="recorded", seen=str(recorded), place=f"{place}.recorded"),
                    Fact(name="happened", seen=str(when), place=place),
                ),
                advice="Maybe one of the two times is a slip of the pen",
            )


@rule("R102", Severity.WARNING, requires=("a record",), sources=(_PAST,))
def happened_in_the_future(view: PlanView) -> Iterator[Remark]:
    """Something is said to have happened that is still to come.

    What it looks for:
        An entry whose time surely is after the one asked about, though it is not known to have
        been recorded later. What was only tried, refused or not done is left out.
    Why it matters:
        Milestones and gates count it as done.
    When it may be wrong:
        The plan is looked at as it stood earlier; then ask for the record of that time first, with
        known_at.
    Example:
        A visit of 1 December, in a record of 24 November.
    What helps:
        Look whether a year or a month was mistyped, or plan it as a visit.
    Sources:
        carecore's own choice.
    """
    record = view.plan.record
    if record is None:
        return
    for name, index, entry, when in _dated(record):
        if when is None or not _is_later(when, view):
            continue
        if entry.recorded is None or not _is_later(entry.recorded, view):
            place = f"$.record.{name}[{index}]"
            yield Remark(
                place,
                f"the entry {entry.id!r} is said to have happened on {day_text(when)}, which is "
                "still to come",
                facts=(Fact(name="happened", seen=day_text(when), place=place),),
                advice="Maybe it is planned, or a month was mistyped",
            )


@rule("R103", Severity.ERROR, requires=("a record",), sources=(_ORDER,))
def ended_before_it_began(view: PlanView) -> Iterator[Remark]:
    """Something ended before it began.

    What it looks for:
        An event that was surely over before it happened, and a condition that was surely over
        before it began.
    Why it matters:
        One of the two times is wrong, and so is every length that is counted from them.
    When it may be wrong:
        Never as it stands.
    Example:
        A stay from 16 November to 10 November.
    What helps:
        Look whether the two were swapped.
    Sources:
        carecore's own choice.
    """
    record = view.plan.record
    if record is None:
        return
    for index, condition in enumerate(record.conditions):
        began, ended = condition.onset, condition.abated
        if ended is not None and began is not None and surely_before(ended, began):
            yield _too_short(f"$.record.conditions[{index}].abated", condition.id, began, ended)
    for index, event in enumerate(record.events):
        began, ended = event.happened, event.until
        if ended is not None and began is not None and surely_before(ended, began):
            yield _too_short(f"$.record.events[{index}].until", event.id, began, ended)


def _too_short(place: str, key: str, began: When, ended: When, /) -> Remark:
    return Remark(
        place,
        f"the entry {key!r} ended on {day_text(ended)}, before it began on {day_text(began)}",
        facts=(
            Fact(name="began", seen=str(began), place=place),
            Fact(name="ended", seen=str(ended), place=place),
        ),
        advice="Maybe the two are swapped",
    )


@rule("R104", Severity.ERROR, requires=("a record",), sources=(_DEAD,))
def planned_after_death(view: PlanView) -> Iterator[Remark]:
    """Something is planned after the client's death.

    What it looks for:
        In a plan that has not ended, a visit, a transition, a leg of a journey or an activity
        that is to begin on a day after the one on which the record has the client's death.
    Why it matters:
        A nurse rings at the door of a family that mourns.
    When it may be wrong:
        It is for those who are left; then it belongs in a plan of theirs.
    Example:
        The client died on 3 March; a visit is planned for 9 March.
    What helps:
        End the plan, and tell everybody who was to come.
    Sources:
        carecore's own choice.
    """
    plan = view.plan
    died = None if plan.record is None else _day_of_death(plan.record, plan, view)
    if died is None or has_ended(plan):
        return
    for place, what, planned in _to_come(plan):
        if planned is not None and planned > died:
            yield Remark(
                place,
                f"{what} is planned for {planned}, and the client died on {died}",
                facts=(
                    Fact(name="planned", seen=planned, place=place),
                    Fact(name="death", seen=died, place="$.record.events"),
                ),
                advice="Maybe the death was entered for somebody else",
            )


def _day_of_death(record: Record, plan: CarePlan, view: PlanView, /) -> date | None:
    """The last day that the death can have been on; None if none is recorded or dated."""
    found = [
        event.happened
        for event in record.events_of(EventKind.DEATH)
        if event.happened is not None
        and event.to in (None, plan.client.id)
        and event.client_id in (None, plan.client.id)
        and is_by(event.happened, view.as_of) is True
    ]
    return max(map(last_day, found), default=None)


def _to_come(plan: CarePlan, /) -> Iterator[tuple[str, str, date | None]]:
    """What is still planned, with its place and its first day."""
    for index, visit in enumerate(plan.visits):
        if not visit.is_made:
            place = f"$.visits[{index}].planned"
            yield place, f"the visit {visit.id!r}", _first(visit.planned)
    for index, transition in enumerate(plan.transitions):
        if transition.state not in _NOT_TO_COME and transition.departed_at is None:
            place = f"$.transitions[{index}].planned"
            yield place, f"the transition {transition.id!r}", _first(transition.planned)
    for index, journey in enumerate(plan.journeys):
        for number, leg in enumerate(journey.legs):
            place = f"$.journeys[{index}].legs[{number}].departs"
            yield place, f"the leg {leg.id!r}", _first(leg.departs)
    for index, activity in enumerate(plan.activities):
        if activity.window is not None and not (activity.status and activity.status.is_ended):
            place = f"$.activities[{index}].window.start"
            yield place, f"the activity {activity.id!r}", activity.window.start


def _first(planned: When | None, /) -> date | None:
    return None if planned is None else first_day(planned)


RULES: Final[tuple[Rule[PlanView], ...]] = (
    recorded_too_early,
    happened_in_the_future,
    ended_before_it_began,
    planned_after_death,
)
"""What is asked of the times in a record.

.. versionadded:: 0.1
"""
