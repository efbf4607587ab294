"""G101, G103, G105, G106 and G108: what is asked of the targets by which goals are measured."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from carecore.base.amounts import Quantity
from carecore.base.identity import in_words
from carecore.base.moments import When, day_text, is_by
from carecore.base.reasons import Fact, OwnChoice, Severity, Verdict
from carecore.catalogue.sources import NASW_2013
from carecore.catalogue.sources_plans import CFR_483_21_OBJECTIVES
from carecore.errors import CareError
from carecore.plans import GoalStatus, Target
from carecore.record import Observation, ObservationSign, Record, weigh
from carecore.record.comparing import obstacle, shows
from carecore.review import PlanView
from carecore.rulebook.asking import (
    ACHIEVED,
    NOT_OPEN,
    WORKED_ON,
    has_ended,
    is_in_force,
    surely_before,
)
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "achieved_against_the_record",
    "due_before_start",
    "past_its_due_day",
    "target_without_baseline",
    "target_without_date",
]

_ORDER: Final = OwnChoice("what is due has begun before")
_SHOWN: Final = OwnChoice("the record is the only home of evidence, and the last thing seen counts")
_LOOK: Final = OwnChoice("a day that has passed is a reason to look again, and no failure")
_FROM: Final = OwnChoice("how far somebody came can only be told from where they started")


@rule("G101", Severity.ERROR, requires=("goals",), sources=(_ORDER,))
def due_before_start(view: PlanView) -> Iterator[Remark]:
    """A goal is due before it starts.

    What it looks for:
        A target whose day is surely before the day from which the goal is worked towards.
    Why it matters:
        One of the two days is wrong, and everything that is counted from it.
    When it may be wrong:
        Never as it stands; a goal entered in error is left out.
    Example:
        A goal starts on 1 December, and its target is due on 30 November.
    What helps:
        Look which of the two days was meant.
    Sources:
        carecore's own choice.
    """
    for index, goal in enumerate(view.plan.goals):
        starts = goal.starts
        if starts is None or goal.status is GoalStatus.ENTERED_IN_ERROR:
            continue
        for number, target in enumerate(goal.targets):
            due = target.due
            if due is not None and surely_before(due, starts):
                place = f"$.goals[{index}].targets[{number}].due"
                yield Remark(
                    place,
                    f"the goal {goal.id!r} is due by {day_text(due)}, before it starts on "
                    f"{day_text(starts)}",
                    facts=(
                        Fact(name="due", seen=day_text(due), place=place),
                        Fact(
                            name="starts", seen=day_text(starts), place=f"$.goals[{index}].starts"
                        ),
                    ),
                    advice="Maybe the two days are swapped",
                )


@rule(
    "G103",
    Severity.WARNING,
    requires=("goals", "a status"),
    sources=(CFR_483_21_OBJECTIVES, NASW_2013.part("standard 6")),
)
def target_without_date(view: PlanView) -> Iterator[Remark]:
    """A target has no date.

    What it looks for:
        In a plan in force, a target without a day, of a goal that has not ended and is more than a
        proposal.
    Why it matters:
        What is due at no time is never late, and is never looked at either.
    When it may be wrong:
        It is to be kept up rather than reached; then the day is that of the next review.
    Example:
        Walk thirty metres, some day.
    What helps:
        Agree on a day on which to look.
    Sources:
        42 CFR 483.21(b)(1), timeframes; NASW standard 6.
    """
    if not is_in_force(view.plan):
        return
    for index, goal in enumerate(view.plan.goals):
        if goal.status in NOT_OPEN:
            continue
        for number, target in enumerate(goal.targets):
            if target.due is None:
                place = f"$.goals[{index}].targets[{number}].due"
                yield Remark(
                    place,
                    f"the target {target.what!r} of the goal {goal.id!r} has no date",
                    facts=(Fact(name="due", seen=None, place=place),),
                    advice="Maybe the day of the next review",
                )


@rule("G105", Severity.WARNING, requires=("goals", "a record"), sources=(_SHOWN,))
def achieved_against_the_record(view: PlanView) -> Iterator[Remark]:
    """A goal is called achieved, and the record says otherwise.

    What it looks for:
        A goal that is judged as achieved or sustained, with a target of which the last thing seen
        is not as wanted. Where the goal has ended, it must never have been as wanted.
    Why it matters:
        Work ends that is still needed.
    When it may be wrong:
        It was seen, and not recorded; or the target was changed and the goal was not.
    Example:
        Thirty metres are wanted, twelve were seen, and the goal is called achieved.
    What helps:
        Look again with the client, and record what is seen.
    Sources:
        carecore's own choice: the record is the only home of evidence.
    """
    record = view.plan.record
    for index, goal in enumerate(view.plan.goals):
        judged = goal.achievement
        if judged is None or record is None or judged not in ACHIEVED:
            continue
        is_over = goal.status in NOT_OPEN
        for number, target in enumerate(goal.targets):
            against = _against(target, record, view.as_of, ever=is_over)
            if against:
                yield Remark(
                    f"$.goals[{index}].achievement",
                    f"the goal {goal.id!r} is called {judged.value}, and {target.what!r} is not "
                    "as wanted in the record",
                    facts=(
                        Fact(name="entries", seen=against, place="$.record.observations"),
                        Fact(
                            name="target",
                            seen=target.what,
                            place=f"$.goals[{index}].targets[{number}]",
                        ),
                    ),
                    advice="Maybe what was seen is still to be recorded",
                )
                break


@rule("G106", Severity.WARNING, requires=("goals",), sources=(_LOOK,))
def past_its_due_day(view: PlanView) -> Iterator[Remark]:
    """A goal is past its due day, and still open.

    What it looks for:
        A target whose day is surely over, of a goal that is known to be open and is not judged as
        achieved, in a plan that has not ended. A target that was seen as wanted once is left out.
    Why it matters:
        Nobody has looked at it since the day on which it was to be looked at.
    When it may be wrong:
        It was looked at, and the new day was not written down; or it is on hold until then.
    Example:
        Due on 30 November, active on 9 December.
    What helps:
        Look at it with the client, and agree on a new day, another target, or to let it go.
    Sources:
        carecore's own choice: late means a look, not a failure.
    """
    plan, day = view.plan, view.day
    for index, goal in enumerate(plan.goals):
        status, judged = goal.status, goal.achievement
        if status is None or status in NOT_OPEN:
            continue
        for number, target in enumerate(goal.targets):
            due = target.due
            if due is None or not _is_over(due, day):
                continue
            if judged in ACHIEVED or has_ended(plan):
                break
            if plan.record is None or not _was_seen(target, plan.record, view.as_of):
                place = f"$.goals[{index}].targets[{number}].due"
                yield Remark(
                    place,
                    f"the goal {goal.id!r} was due by {day_text(due)}, and is"
                    f" {in_words(status.value)}",
                    facts=(Fact(name="due", seen=day_text(due), place=place),),
                    advice="Maybe another day, another target, or a reason to let it go",
                )


@rule("G108", Severity.ADVICE, requires=("goals", "a status"), sources=(_FROM,))
def target_without_baseline(view: PlanView) -> Iterator[Remark]:
    """A measured target has no baseline.

    What it looks for:
        In a plan in force, an accepted or active goal with an amount to reach, and no entry of the
        record from which it started.
    Why it matters:
        Six metres are a long way for some, and a step back for others.
    When it may be wrong:
        It starts from nothing, as with a first call a week.
    Example:
        Thirty metres are wanted, and nobody measured before.
    What helps:
        Measure once before the work begins, and name the entry.
    Sources:
        carecore's own choice.
    """
    plan = view.plan
    if not is_in_force(plan):
        return
    for index, goal in enumerate(plan.goals):
        if goal.baseline is not None or goal.status not in WORKED_ON:
            continue
        measured = [one.what for one in goal.targets if isinstance(one.value, Quantity)]
        if measured:
            place = f"$.goals[{index}].baseline"
            seen = () if plan.record is None else _own(plan.record, measured[0])
            yield Remark(
                place,
                f"the goal {goal.id!r} does not say from where {measured[0]!r} starts",
                facts=(Fact(name="baseline", seen=None, place=place),),
                advice=f"Maybe {seen[0].id!r}" if seen else "Maybe measure once before it begins",
            )


def _own(record: Record, what: str, /) -> list[Observation]:
    """What was seen of the record's own client."""
    return [one for one in record.observations_of(what) if record.is_own(one)]


def _sign(target: Target, /) -> ObservationSign | None:
    """What the record is asked for; None where the target cannot be measured as it stands."""
    try:
        return ObservationSign(what=target.what, comparison=target.comparison, value=target.value)
    except CareError:
        return None


def _is_over(due: When, day: date, /) -> bool:
    return (due.date() if isinstance(due, datetime) else due.latest) < day


def _was_seen(target: Target, record: Record, as_of: date, /) -> bool:
    """Whether what is wanted was seen at least once by then."""
    sign = _sign(target)
    if sign is None:
        return False
    return any(
        one.happened is not None
        and is_by(one.happened, as_of) is True
        and not obstacle(sign, one.value)
        and shows(sign, one.value)
        for one in _own(record, target.what)
    )


def _against(target: Target, record: Record, as_of: date, /, *, ever: bool) -> tuple[str, ...]:
    """The entries that speak against a target; none where it is met, or nobody can tell.

    Args:
        target: what is wanted.
        record: what was seen.
        as_of: until when.
        ever: whether it is enough that it was met once.
    """
    sign = _sign(target)
    if sign is None:
        return ()
    seen = weigh(sign, record, as_of=as_of)
    if seen.verdict is not Verdict.NOT_MET or (ever and _was_seen(target, record, as_of)):
        return ()
    return tuple(map(str, seen.entries))


RULES: Final[tuple[Rule[PlanView], ...]] = (
    due_before_start,
    target_without_date,
    achieved_against_the_record,
    past_its_due_day,
    target_without_baseline,
)
"""What is asked of the targets by which goals are measured.

.. versionadded:: 0.1
"""
