"""R105 and R106: what the scores in a record ask for."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil
from typing import Final

from carecore.assessments import (
    FOUR_AT,
    HOSPITAL_2013,
    HOSPITAL_2016,
    HOSPITAL_SIMPLIFIED,
    LACE,
    PHQ_9,
    Score,
    ScoreItem,
    ScoreTool,
    read_series,
)
from carecore.assessments.sources import (
    CLIOT_LACE,
    EVIDENCIO_HOSPITAL,
    FOUR_AT_GUIDE,
    LACE_AGE_PAPER,
)
from carecore.base.amounts import Quantity
from carecore.base.moments import When, day_text, first_day, is_from, last_day
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.plans import Activity, CarePlan
from carecore.record import EventKind, ObservationValue, Record
from carecore.review import PlanView
from carecore.rulebook.asking import CALLED_OFF, has_ended, is_in_force
from carecore.transitions import TransitionState
from carecore.validation import Remark, Rule, rule

__all__ = ["RULES", "high_risk_without_follow_up", "urgent_score_without_look"]

_SEVEN_DAYS: Final = OwnChoice(
    "who is at high risk is seen or called within seven days after leaving; no score says so"
)
_LOOKED: Final = OwnChoice(
    "a possible delirium, and any thought of death or self-harm, asks for a person at once; an "
    "event urgent_review shows that one has looked"
)
_SOON: Final = timedelta(days=7)
_FORETELLING: Final = (
    (LACE, "high"),
    (HOSPITAL_2013, "high"),
    (HOSPITAL_2016, "high"),
    (HOSPITAL_SIMPLIFIED, "likely"),
)
_URGENT: Final = (FOUR_AT, PHQ_9)
_URGENT_ITEMS: Final = tuple(
    (tool, item) for tool in _URGENT for item in tool.items if item.urgent_from is not None
)
_NOT_MADE: Final = (TransitionState.DECLINED, TransitionState.CANCELLED)
_CALLS: Final = "contact_after_transition"


@rule(
    "R105",
    Severity.ADVICE,
    requires=("a record", "a status"),
    sources=(CLIOT_LACE, LACE_AGE_PAPER, EVIDENCIO_HOSPITAL, _SEVEN_DAYS),
)
def high_risk_without_follow_up(view: PlanView) -> Iterator[Remark]:
    """A score says high risk, and no early follow-up is planned.

    What it looks for:
        In a plan in force, a LACE index of 10 or more, a HOSPITAL score of 7 or more or a
        simplified one of 5 or more that may still be relied on, with no visit planned, no
        contact made and no activity to make contact within seven days after leaving. One leaves
        on the day of the next transition, or else on that of the score.
    Why it matters:
        Most who come back to hospital do so in the first days.
    When it may be wrong:
        The visit is booked with a practice, and stands in no plan.
    Example:
        LACE 14 on the day of discharge, and the first visit three weeks later.
    What helps:
        Plan a call or a visit in the first week.
    Sources:
        The bands of the LACE index and of the HOSPITAL score; the seven days are carecore's own.
    """
    plan, day = view.plan, view.day
    record = plan.record
    if record is None or not is_in_force(plan):
        return
    words = {one.what for one in record.observations}
    for tool, band in _FORETELLING:
        newest = _newest(record, tool, day) if tool.id in words else None
        if newest is None or newest[0].band != band:
            continue
        score, taken, place = newest
        is_old = tool.fresh_for is not None and tool.fresh_for.after(last_day(taken)) < day
        if not is_old and not _is_followed_up(plan, record, first_day(taken)):
            yield Remark(
                place,
                f"{tool.name} is {score.points}, and no early follow-up is planned",
                facts=(
                    Fact(name="points", seen=score.points, place=place),
                    Fact(name="taken", seen=day_text(taken), place=place),
                ),
                advice="Maybe a call or a visit in the first week",
            )


def _is_followed_up(plan: CarePlan, record: Record, taken: date, /) -> bool:
    leaving = [
        first_day(when)
        for one in plan.transitions
        if one.state not in _NOT_MADE
        and (when := one.departed_at or one.planned) is not None
        and first_day(when) >= taken
    ]
    leave = min(leaving, default=taken)
    until = leave + _SOON
    if any(_is_early_call(one, until) for one in plan.activities):
        return True
    # A visit for which no day is set yet may be an early one.
    if any(one.planned is None or _may_be(one.planned, leave, until) for one in plan.visits):
        return True
    made = (*record.events_of(EventKind.CONTACT), *record.events_of(EventKind.VISIT))
    return any(one.happened is not None and _may_be(one.happened, leave, until) for one in made)


def _is_early_call(activity: Activity, until: date, /) -> bool:
    """Whether somebody is to make contact, and nobody says that it is later than that day."""
    if activity.duty != _CALLS or activity.status in CALLED_OFF:
        return False
    start = None if activity.window is None else activity.window.start
    return start is None or start <= until


def _may_be(when: When, leave: date, until: date, /) -> bool:
    """Whether it may be after the day of leaving, and by that day."""
    return leave < last_day(when) and first_day(when) <= until


@rule("R106", Severity.WARNING, requires=("a record",), sources=(FOUR_AT_GUIDE, _LOOKED))
def urgent_score_without_look(view: PlanView) -> Iterator[Remark]:
    """A score asks for somebody to look at once, and nobody has.

    What it looks for:
        In a plan that has not ended, a last 4AT of 4 or more, or an observation self_harm (the
        ninth question of the PHQ-9) above 0, and no event urgent_review from then on.
    Why it matters:
        A delirium is an emergency, and so is a thought of death.
    When it may be wrong:
        Somebody has looked, and recorded it under another word.
    Example:
        The 4AT was 6 last night, and nothing followed.
    What helps:
        Let a nurse or a doctor look at the client now. In an immediate danger call for help.
    Sources:
        The guide of the 4AT: 4 or more is a possible delirium. That somebody looks at once is
        carecore's own choice.
    """
    record, day = view.plan.record, view.day
    if record is None or has_ended(view.plan):
        return
    words = {one.what for one in record.observations}
    for tool in _URGENT:
        newest = _newest(record, tool, day) if tool.id in words else None
        if newest is not None and newest[0].urgent and not _was_looked_at(record, newest[1]):
            yield _at_once(newest[2], f"{tool.name} is {newest[0].points}")
    for tool, item in _URGENT_ITEMS:
        seen = record.latest(item.id, as_of=view.as_of) if item.id in words else None
        if seen is None or seen.happened is None or not _is_urgent(item, seen.value):
            continue
        if not _was_looked_at(record, seen.happened):
            index = record.observations.index(seen)
            text = f"{item.id!r} of {tool.name} is above 0"
            yield _at_once(f"$.record.observations[{index}]", text)


def _at_once(place: str, text: str, /) -> Remark:
    return Remark(
        place,
        f"{text}: somebody has to look at once, and no urgent_review is recorded since",
        facts=(Fact(name="score", seen=text, place=place),),
        advice="Maybe somebody has looked, and nobody wrote it down",
    )


def _is_urgent(item: ScoreItem, value: ObservationValue | None, /) -> bool:
    if isinstance(value, Quantity):
        return item.is_urgent(ceil(value.value))
    return value is True


def _was_looked_at(record: Record, taken: When, /) -> bool:
    since = first_day(taken)
    return any(
        one.happened is not None and is_from(one.happened, since) and record.is_own(one)
        for one in record.events_of(None, "urgent_review")
    )


def _newest(record: Record, tool: ScoreTool, day: date, /) -> tuple[Score, When, str] | None:
    """The last score of a tool, with its time and the place of its observation."""
    scores = read_series(record, tool, as_of=day).scores
    if not scores or scores[-1].taken is None:
        return None
    last, key = scores[-1], scores[-1].cited[0]
    index = next(index for index, one in enumerate(record.observations) if one.id == key)
    return last, scores[-1].taken, f"$.record.observations[{index}]"


RULES: Final[tuple[Rule[PlanView], ...]] = (
    high_risk_without_follow_up,
    urgent_score_without_look,
)
"""What the scores in a record ask for.

.. versionadded:: 0.1
"""
