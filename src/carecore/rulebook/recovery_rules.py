"""M103, M106 and M108: how far the recovery has come, by what the record shows."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from carecore.base.identity import in_words
from carecore.base.moments import is_by
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.record import ObservationSign
from carecore.recovery import Milestone, MilestoneState
from carecore.review import PlanView
from carecore.rulebook.glances import Glance
from carecore.rulebook.milestone_rules import milestone_places
from carecore.validation import Remark, Rule, rule

__all__ = ["RULES", "ends_after_the_plan", "evidence_is_stale", "milestone_is_overdue"]

_LATE: Final = OwnChoice("late means that somebody looks again, and not that anybody failed")
_STALE: Final = OwnChoice("how long an observation is fresh stands with what it is to show")
_END: Final = OwnChoice("a plan lasts until what it plans is reached")

_OPEN: Final = (MilestoneState.OVERDUE, MilestoneState.UNKNOWN, MilestoneState.DUE)


@rule(
    "M103",
    Severity.WARNING,
    requires=("a timeline that can be scheduled", "a record"),
    sources=(_LATE,),
)
def milestone_is_overdue(view: PlanView) -> Iterator[Remark]:
    """A milestone is overdue.

    What it looks for:
        A milestone whose last day has passed, which the record shows not to be reached, and for
        which nothing before it has to be waited for. Where the record does not tell, it is an
        advice. Waived ones are left out; of what is too old to rely on M106 tells.
    Why it matters:
        It is time to look again: at what holds the client up, and at all that comes after.
    When it may be wrong:
        It was reached and not written down, or its days are those of other people.
    Example:
        First steps were to be on the day after the operation, and on the third none are recorded.
    What helps:
        Ask the client and whoever is there; then write down what happened, help, move the days, or
        waive the milestone with a reason.
    Sources:
        carecore's own choice: late means review, not failure.
    """
    if not _may_be_late(view):
        return
    tracking, places = view.tracking, milestone_places(view)
    for one in () if tracking is None else tracking.late:
        is_unknown = one.state is MilestoneState.UNKNOWN
        if one.state is not MilestoneState.OVERDUE and not is_unknown:
            continue
        if is_unknown and (one.is_stale or view.milestones[one.id].evidence is None):
            continue
        place = places[one.id]
        told = "the record does not tell whether it is" if is_unknown else "it is not"
        yield Remark(
            place,
            f"the milestone {one.id!r} was to be reached by {one.due}, and {told}",
            facts=(
                Fact(name="due", seen=one.due, place=f"{place}.window"),
                Fact(name="days late", seen=one.days_late, place=place),
                Fact(name="state", seen=in_words(one.state.value), place=place),
                Fact(name="entries", seen=tuple(map(str, one.entries))),
            ),
            advice="Maybe it was reached, or something holds it up",
            severity=Severity.ADVICE if is_unknown else None,
        )


def _may_be_late(view: PlanView, /) -> bool:
    """A glance: whether a last day has passed and nothing surely shows that it was reached."""
    schedule, timeline, record = view.schedule, view.plan.timeline, view.plan.record
    if schedule is None or timeline is None or record is None:
        return False
    day = view.day
    # By a most time, the last day hangs on when what comes before was reached.
    bounded = {one.after for one in timeline.links if one.maximum is not None}
    glance = Glance(record, as_of=day, since=timeline.anchor)
    for one in schedule.milestones:
        if one.latest >= day and one.id not in bounded:
            continue
        evidence = view.milestones[one.id].evidence
        if evidence is None or _is_waived(view.milestones[one.id], day):
            continue
        if glance.shown_on(evidence) is None:
            return True
    return False


def _is_waived(milestone: Milestone, day: date, /) -> bool:
    return milestone.waived is not None and is_by(milestone.waived.at, day) is not False


@rule(
    "M106",
    Severity.WARNING,
    requires=("a timeline that can be scheduled", "a record"),
    sources=(_STALE,),
)
def evidence_is_stale(view: PlanView) -> Iterator[Remark]:
    """What shows a milestone is too old to rely on.

    What it looks for:
        A milestone that is due or past its last day, and of which the newest observation is older
        than its evidence rule allows.
    Why it matters:
        What somebody could do a month ago they may not be able to do now.
    When it may be wrong:
        It was looked at again and not written down.
    Example:
        Walking counts for three days, and was last looked at a week ago.
    What helps:
        Look again, and write it down.
    Sources:
        carecore's own choice; how long it counts stands with the milestone.
    """
    if not _may_be_stale(view):
        return
    tracking, places = view.tracking, milestone_places(view)
    for one in () if tracking is None else tracking.in_state(*_OPEN):
        if one.is_stale:
            place = places[one.id]
            yield Remark(
                f"{place}.evidence",
                f"what is recorded of the milestone {one.id!r} is too old to rely on",
                facts=(
                    Fact(name="entries", seen=tuple(map(str, one.entries))),
                    Fact(name="state", seen=in_words(one.state.value), place=place),
                ),
                advice="Maybe look again",
            )


def _may_be_stale(view: PlanView, /) -> bool:
    """A glance: whether an observation counts for a time only, and none surely is fresh."""
    timeline, record, day = view.plan.timeline, view.plan.record, view.day
    if timeline is None or record is None:
        return False
    glance = Glance(record, as_of=day, since=timeline.anchor)
    return any(
        isinstance(sign, ObservationSign)
        and sign.fresh_for is not None
        and bool(record.observations_of(sign.what))
        and not _is_waived(milestone, day)
        and glance.shown_on(sign) is None
        for milestone in timeline.milestones
        if milestone.evidence is not None
        for sign in milestone.evidence.signs
    )


@rule(
    "M108",
    Severity.WARNING,
    requires=("a timeline that can be scheduled", "a record", "a period"),
    sources=(_END,),
)
def ends_after_the_plan(view: PlanView) -> Iterator[Remark]:
    """The recovery is forecast to end after the plan.

    What it looks for:
        A timeline whose last milestone can be reached, by what the record shows so far, only after
        the last day of the plan.
    Why it matters:
        The plan ends while the client is still on the way, and with it what was paid and agreed.
    When it may be wrong:
        The rest belongs to another plan, or the record lags behind.
    Example:
        The operation was put off by a month, and the plan still ends in March.
    What helps:
        Prolong the plan in time, or agree on what ends with it.
    Sources:
        carecore's own choice.
    """
    end = None if view.plan.period is None else view.plan.period.end
    if _surely_ends_before(view, end) or end is None:
        return
    tracking = view.tracking
    if tracking is not None and tracking.end_forecast >= end:
        yield Remark(
            "$.period.end",
            f"the last milestone is forecast for {tracking.end_forecast}, and the plan ends on"
            f" {end}",
            facts=(
                Fact(name="end of the plan", seen=end, place="$.period.end"),
                Fact(name="planned end", seen=tracking.end_planned),
                Fact(name="forecast end", seen=tracking.end_forecast),
            ),
            advice="Maybe the plan goes on longer",
        )


def _surely_ends_before(view: PlanView, end: date | None, /) -> bool:
    """A glance: whether it ends before that day even if all comes as late as anything does.

    Nothing is forecast for later than planned by more days than some milestone is late now.
    """
    schedule, timeline, record = view.schedule, view.plan.timeline, view.plan.record
    if end is None or schedule is None or timeline is None or record is None:
        return True
    day, room = view.day, (end - schedule.end).days
    glance = Glance(record, as_of=day, since=timeline.anchor)
    for one in schedule.milestones:
        milestone = view.milestones[one.id]
        if _is_waived(milestone, day):
            continue
        if milestone.waived is not None:
            return False
        late = (day - one.earliest).days
        if late >= room and milestone.evidence is not None:
            shown = glance.shown_on(milestone.evidence)
            late = late if shown is None else (shown - one.earliest).days + 1
        if late >= room:
            return False
    return room > 0


RULES: Final[tuple[Rule[PlanView], ...]] = (
    milestone_is_overdue,
    evidence_is_stale,
    ends_after_the_plan,
)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
