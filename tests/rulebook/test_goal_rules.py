"""What is asked of the goals: whether they can be measured, are served, and why they ended."""

from datetime import date
from typing import Any

import pytest

from carecore.base.amounts import Quantity
from carecore.base.timing import PartialDate, Period
from carecore.plans import (
    Achievement,
    Activity,
    ActivityStatus,
    CarePlan,
    Goal,
    GoalStatus,
    PlanStatus,
    Stage,
    Target,
)
from carecore.record import Comparison

from .asked import asked, fared, in_force, plan, said

WALK = Target(what="walking_distance", comparison=Comparison.AT_LEAST, value=Quantity(30, "m"))
ENDED = [one for one in GoalStatus if one.is_ended]


def goal(key: str = "goal-1", /, **parts: Any) -> Goal:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"id": key, "status": GoalStatus.ACTIVE}
    return Goal(**given | parts)


@pytest.mark.parametrize(
    ("targets", "number"), [((), 0), ((Target(what="mood", comparison=Comparison.AT_LEAST),), 1)]
)
def test_a_goal_without_a_target_that_can_be_measured_is_told(
    targets: tuple[Target, ...], number: int
) -> None:
    report = asked("G102", in_force(goals=(goal("walk", targets=(WALK,)), goal(targets=targets))))

    (finding,) = report.findings
    assert str(finding) == (
        "G102 warning at $.goals[1].targets: the goal 'goal-1' has no target that can be measured. "
        "Maybe the client knows by what they would notice it."
    )
    assert finding.facts[0].seen == number


@pytest.mark.parametrize("status", [None, GoalStatus.ON_HOLD, GoalStatus.PLANNED])
def test_a_goal_that_is_not_known_to_have_ended_wants_a_target(status: GoalStatus | None) -> None:
    assert len(said("G102", in_force(goals=(goal(status=status),)))) == 1


@pytest.mark.parametrize("status", [*ENDED, GoalStatus.PROPOSED])
def test_a_goal_that_has_ended_or_is_proposed_wants_none(status: GoalStatus) -> None:
    without_date = goal("goal-2", status=status, targets=(WALK,))
    activities = (Activity(id="a-1"),)
    made = in_force(goals=(goal(status=status), without_date), activities=activities)

    assert [said(code, made) for code in ("G102", "G103", "G107", "G108")] == [[], [], [], []]


def test_one_target_that_can_be_measured_is_enough() -> None:
    vague = Target(what="mood", comparison=Comparison.AT_LEAST)

    assert said("G102", in_force(goals=(goal(targets=(vague, WALK)),))) == []


@pytest.mark.parametrize("code", ["G102", "G103", "G107", "G108"])
def test_goals_are_to_be_complete_only_in_a_plan_in_force(code: str) -> None:
    parts: dict[str, Any] = {
        "goals": (goal(targets=(WALK,)), goal("goal-2")),
        "activities": (Activity(id="a-1"),),
    }

    assert said(code, plan(status=PlanStatus.DRAFT, **parts)) == []
    assert fared(code, plan(**parts)) == f"{code}: skipped (a status)"


@pytest.mark.parametrize("code", [f"G10{number}" for number in range(1, 10)])
def test_a_plan_without_goals_is_asked_nothing_about_them(code: str) -> None:
    assert fared(code, in_force()).startswith(f"{code}: skipped (goals")


@pytest.mark.parametrize("status", [GoalStatus.CANCELLED, GoalStatus.REJECTED])
def test_a_goal_that_was_given_up_without_a_word_is_told(status: GoalStatus) -> None:
    assert said("G104", plan(goals=(goal(status=status),))) == [
        (
            f"G104 warning at $.goals[0].because_ended: the goal 'goal-1' is {status.value}, and "
            "nobody said why. Maybe it was achieved."
        )
    ]


def test_a_goal_that_ended_without_being_achieved_is_told() -> None:
    missed = goal(status=GoalStatus.COMPLETED, achievement=Achievement.NOT_ACHIEVED)

    assert said("G104", plan(goals=(missed,))) == [
        (
            "G104 warning at $.goals[0].because_ended: the goal 'goal-1' is completed, and nobody "
            "said why. Maybe somebody remembers why."
        )
    ]


def test_a_goal_that_ended_and_was_never_judged_is_worth_an_advice() -> None:
    assert said("G104", plan(goals=(goal(status=GoalStatus.COMPLETED),))) == [
        (
            "G104 advice at $.goals[0].because_ended: the goal 'goal-1' is completed, and nobody "
            "said whether it was achieved. Maybe it was achieved."
        )
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"status": None},
        {"status": GoalStatus.ENTERED_IN_ERROR},
        {"status": GoalStatus.CANCELLED, "because_ended": "moved_away"},
        {"status": GoalStatus.COMPLETED, "achievement": Achievement.ACHIEVED},
        {"status": GoalStatus.COMPLETED, "achievement": Achievement.SUSTAINING},
    ],
)
def test_a_goal_that_goes_on_was_achieved_or_has_a_reason_is_left_alone(
    parts: dict[str, Any],
) -> None:
    assert said("G104", plan(goals=(goal(**parts),))) == []


def served(*activities: Activity, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    return in_force(goals=(goal(**parts),), activities=activities)


def test_a_goal_that_no_activity_serves_is_told() -> None:
    assert said("G107", served(Activity(id="a-1", goals=("goal-2",)))) == [
        (
            "G107 warning at $.goals[0]: no activity serves the goal 'goal-1'. "
            "Maybe somebody does something for it that the plan does not name."
        )
    ]


def test_where_no_activity_names_a_goal_nobody_can_tell_which_are_served() -> None:
    assert said("G107", served(Activity(id="a-1"), Activity(id="a-2"))) == []


@pytest.mark.parametrize("status", [one for one in ActivityStatus if one.is_called_off])
def test_an_activity_that_was_called_off_serves_nothing(status: ActivityStatus) -> None:
    assert len(said("G107", served(Activity(id="a-1", goals=("goal-1",), status=status)))) == 1


@pytest.mark.parametrize("status", [None, ActivityStatus.SCHEDULED, ActivityStatus.COMPLETED])
def test_an_activity_that_is_planned_or_done_serves_its_goals(
    status: ActivityStatus | None,
) -> None:
    assert said("G107", served(Activity(id="a-1", goals=("goal-1",), status=status))) == []


@pytest.mark.parametrize("status", [None, GoalStatus.ON_HOLD, GoalStatus.PLANNED])
def test_a_goal_that_nobody_works_towards_need_not_be_served(status: GoalStatus | None) -> None:
    other = Activity(id="a-1", goals=("goal-2",))

    assert said("G107", served(other, status=status)) == []
    assert fared("G107", served(status=status)) == "G107: skipped (activities)"


REHAB = Stage(id="rehab", name="rehab", period=Period(date(2026, 12, 1), date(2026, 12, 16)))


def inside(stage: Stage = REHAB, /, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    return plan(stages=(stage,), goals=(goal(**{"stage": "rehab"} | parts),))


def due(when: date | PartialDate | None, /) -> tuple[Target, ...]:
    return (Target(what="stairs_climbed", due=when),)


@pytest.mark.parametrize(
    ("parts", "place", "text"),
    [
        ({"targets": due(date(2026, 12, 17))}, "targets[0].due", "is due by 2026-12-17"),
        ({"targets": due(date(2026, 11, 30))}, "targets[0].due", "is due by 2026-11-30"),
        ({"targets": due(PartialDate.parse("2027"))}, "targets[0].due", "is due by 2027"),
        ({"starts": date(2026, 12, 16)}, "starts", "starts on 2026-12-16"),
    ],
)
def test_a_goal_that_is_due_or_starts_outside_its_stage_is_told(
    parts: dict[str, Any], place: str, text: str
) -> None:
    assert said("G109", inside(**parts)) == [
        (
            f"G109 warning at $.goals[0].{place}: the goal 'goal-1' {text}, outside of its stage "
            "'rehab'. Maybe it belongs to another stage, or to the whole plan."
        )
    ]


def test_a_goal_that_only_starts_before_its_stage_is_worth_an_advice() -> None:
    (line,) = said("G109", inside(starts=date(2026, 11, 30)))

    assert line.startswith("G109 advice at $.goals[0].starts: the goal 'goal-1' starts on")


@pytest.mark.parametrize(
    "made",
    [
        inside(starts=date(2026, 12, 1), targets=due(date(2026, 12, 16))),
        inside(starts=PartialDate.parse("2026-12"), targets=due(PartialDate.parse("2026-12"))),
        inside(targets=due(None)),
        inside(targets=due(PartialDate.parse("2026-11")), stage=None),
        inside(targets=due(date(2030, 1, 1)), stage="nowhere"),
        inside(targets=due(date(2030, 1, 1)), status=GoalStatus.CANCELLED),
        inside(Stage(id="rehab", name="rehab"), targets=due(date(2030, 1, 1))),
        inside(
            Stage(id="rehab", name="rehab", period=Period(None)),
            starts=date(1999, 1, 1),
            targets=due(date(2030, 1, 1)),
        ),
    ],
)
def test_a_goal_that_may_lie_in_its_stage_is_left_alone(made: CarePlan) -> None:
    assert said("G109", made) == []


def test_without_stages_nobody_asks_where_a_goal_lies() -> None:
    assert fared("G109", plan(goals=(goal(),))) == "G109: skipped (stages)"
