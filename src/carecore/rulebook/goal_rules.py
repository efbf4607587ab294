"""G102, G104, G107 and G109: what is asked of the goals."""

from collections.abc import Iterator
from typing import Final

from carecore.base.moments import day_text, first_day, last_day
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.catalogue.sources import NASW_2013
from carecore.catalogue.sources_plans import CFR_483_21_OBJECTIVES
from carecore.plans import GoalStatus
from carecore.review import PlanView
from carecore.rulebook.asking import ACHIEVED, CALLED_OFF, NOT_OPEN, WORKED_ON, is_in_force
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "ended_without_reason",
    "goal_outside_its_stage",
    "goal_without_target",
    "nobody_works_on_it",
]

_ENDED: Final = OwnChoice("ended is not achieved: whoever reads on wants to know why it ended")
_SERVED: Final = OwnChoice("what somebody works towards is served by something that is done")
_INSIDE: Final = OwnChoice("a goal that belongs to a stage begins and is due in it")
_OVER: Final = (GoalStatus.COMPLETED, GoalStatus.CANCELLED, GoalStatus.REJECTED)


@rule(
    "G102",
    Severity.WARNING,
    requires=("goals", "a status"),
    sources=(CFR_483_21_OBJECTIVES, NASW_2013.part("standard 6")),
)
def goal_without_target(view: PlanView) -> Iterator[Remark]:
    """A goal has no target that can be measured.

    What it looks for:
        In a plan in force, a goal that has not ended and is more than a proposal, without a target
        that says what is measured and what is wanted.
    Why it matters:
        Nobody can tell whether it is reached, and so nobody can tell when to stop.
    When it may be wrong:
        What is wanted is to be felt and not measured; then ask what would show it.
    Example:
        "Be happier", and nothing else.
    What helps:
        Ask the client by what they would notice it.
    Sources:
        42 CFR 483.21(b)(1), measurable objectives; NASW standard 6.
    """
    if not is_in_force(view.plan):
        return
    for index, goal in enumerate(view.plan.goals):
        if goal.status in NOT_OPEN:
            continue
        for target in goal.targets:
            if target.is_measurable:
                break
        else:
            place = f"$.goals[{index}].targets"
            yield Remark(
                place,
                f"the goal {goal.id!r} has no target that can be measured",
                facts=(Fact(name="targets", seen=len(goal.targets), place=place),),
                advice="Maybe the client knows by what they would notice it",
            )


@rule("G104", Severity.WARNING, requires=("goals",), sources=(_ENDED,))
def ended_without_reason(view: PlanView) -> Iterator[Remark]:
    """A goal has ended and is not achieved, and nobody said why.

    What it looks for:
        A goal that is completed, cancelled or rejected, is not judged as achieved, and has no
        reason. One that is completed and was never judged is only worth an advice.
    Why it matters:
        The next one to plan for this client will try the same again.
    When it may be wrong:
        It was achieved, and nobody judged it.
    Example:
        A goal was cancelled in March, without a word.
    What helps:
        Say whether it was achieved, and if not, why it ended.
    Sources:
        carecore's own choice: ended is not achieved.
    """
    for index, goal in enumerate(view.plan.goals):
        status, judged = goal.status, goal.achievement
        if status is None or status not in _OVER or goal.because_ended is not None:
            continue
        if judged in ACHIEVED:
            continue
        is_unjudged = judged is None and status is GoalStatus.COMPLETED
        what = "nobody said whether it was achieved" if is_unjudged else "nobody said why"
        place = f"$.goals[{index}]"
        seen = None if judged is None else judged.value
        yield Remark(
            f"{place}.because_ended",
            f"the goal {goal.id!r} is {status.value}, and {what}",
            facts=(
                Fact(name="status", seen=status.value, place=f"{place}.status"),
                Fact(name="achievement", seen=seen, place=f"{place}.achievement"),
            ),
            advice="Maybe it was achieved" if judged is None else "Maybe somebody remembers why",
            severity=Severity.ADVICE if is_unjudged else None,
        )


@rule("G107", Severity.WARNING, requires=("goals", "activities", "a status"), sources=(_SERVED,))
def nobody_works_on_it(view: PlanView) -> Iterator[Remark]:
    """Nobody works on a goal.

    What it looks for:
        In a plan in force in which activities name the goals they serve, an accepted or active
        goal that none of them serves, save such as were called off.
    Why it matters:
        A goal without anybody who works on it is a wish.
    When it may be wrong:
        The client works on it alone, and wants it so.
    Example:
        Twelve activities, and none of them for the goal to dress alone.
    What helps:
        Ask who could do what about it, or put the goal off.
    Sources:
        carecore's own choice.
    """
    plan = view.plan
    if not is_in_force(plan) or not any(one.goals for one in plan.activities):
        return
    served = {goal for one in plan.activities if one.status not in CALLED_OFF for goal in one.goals}
    for index, goal in enumerate(plan.goals):
        if goal.id not in served and goal.status in WORKED_ON:
            yield Remark(
                f"$.goals[{index}]",
                f"no activity serves the goal {goal.id!r}",
                facts=(Fact(name="goal", seen=goal.id, place=f"$.goals[{index}].id"),),
                advice="Maybe somebody does something for it that the plan does not name",
            )


@rule("G109", Severity.WARNING, requires=("goals", "stages"), sources=(_INSIDE,))
def goal_outside_its_stage(view: PlanView) -> Iterator[Remark]:
    """A goal lies outside its stage.

    What it looks for:
        A goal of a stage that is surely due before the stage begins or after it ends, or starts
        after its end. One that only starts before its stage is worth an advice.
    Why it matters:
        Those who work in the stage have gone, or have not come yet.
    When it may be wrong:
        The goal goes on into the next stage on purpose; then it belongs to the whole plan.
    Example:
        Rehabilitation ends on 16 December, and its goal is due in January.
    What helps:
        Move the day, or give the goal to the stage in which it is due.
    Sources:
        carecore's own choice.
    """
    stages = view.stages
    for index, goal in enumerate(view.plan.goals):
        stage = None if goal.stage is None else stages.get(goal.stage)
        if stage is None or stage.period is None or goal.status in NOT_OPEN:
            continue
        begin, end, starts = stage.period.start, stage.period.end, goal.starts
        if starts is not None:
            first = first_day(starts)
            is_late = end is not None and first >= end
            if is_late or (begin is not None and first < begin and last_day(starts) < begin):
                place, text = f"$.goals[{index}].starts", f"starts on {day_text(starts)}"
                severity = None if is_late else Severity.ADVICE
                yield _misplaced(place, goal.id, text, stage.id, severity=severity)
        for number, target in enumerate(goal.targets):
            due = target.due
            if due is None:
                continue
            first = first_day(due)
            is_late = end is not None and first > end
            if is_late or (begin is not None and first < begin and last_day(due) < begin):
                place = f"$.goals[{index}].targets[{number}].due"
                yield _misplaced(place, goal.id, f"is due by {day_text(due)}", stage.id)


def _misplaced(
    place: str, goal: str, text: str, stage: str, /, *, severity: Severity | None = None
) -> Remark:
    return Remark(
        place,
        f"the goal {goal!r} {text}, outside of its stage {stage!r}",
        facts=(Fact(name="stage", seen=stage, place="$.stages"),),
        advice="Maybe it belongs to another stage, or to the whole plan",
        severity=severity,
    )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    goal_without_target,
    ended_without_reason,
    nobody_works_on_it,
    goal_outside_its_stage,
)
"""What is asked of the goals.

.. versionadded:: 0.1
"""
