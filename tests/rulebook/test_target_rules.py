"""What is asked of the targets by which goals are measured."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from carecore.base.amounts import Quantity
from carecore.base.timing import PartialDate
from carecore.plans import (
    Achievement,
    CarePlan,
    Goal,
    GoalStatus,
    PlanStatus,
    Target,
)
from carecore.record import Comparison, Observation, ObservationValue, Record

from .asked import DAY, asked, fared, in_force, plan, said


def walk(due: date | PartialDate | None = None, /, **parts: Any) -> Target:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"comparison": Comparison.AT_LEAST, "value": Quantity(30, "m")}
    return Target(what="walking_distance", due=due, **given | parts)


def goal(*targets: Target, **parts: Any) -> Goal:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"id": "goal-1", "status": GoalStatus.ACTIVE, "targets": targets}
    return Goal(**given | parts)


def seen(
    *values: tuple[ObservationValue | None, date | None], what: str = "walking_distance"
) -> Record:
    """A record with these values of one thing."""
    return Record(
        client_id="c-17",
        observations=tuple(
            Observation(id=f"e-{number}", what=what, value=value, happened=when)
            for number, (value, when) in enumerate(values)
        ),
    )


def metres(number: int, /) -> Quantity:
    return Quantity(number, "m")


def test_a_goal_that_is_due_before_it_starts_is_told() -> None:
    made = plan(goals=(goal(walk(), walk(date(2026, 11, 30)), starts=date(2026, 12, 1)),))

    assert said("G101", made) == [
        (
            "G101 error at $.goals[0].targets[1].due: the goal 'goal-1' is due by 2026-11-30, "
            "before it starts on 2026-12-01. Maybe the two days are swapped."
        )
    ]


@pytest.mark.parametrize(
    ("due", "starts"),
    [
        (PartialDate.parse("2026-11"), date(2026, 12, 1)),
        (datetime(2026, 12, 1, 8, tzinfo=UTC), datetime(2026, 12, 1, 9, tzinfo=UTC)),
        (date(2026, 11, 29), datetime(2026, 12, 1, 0, tzinfo=UTC)),
        (datetime(2026, 11, 29, 23, tzinfo=UTC), date(2026, 12, 1)),
    ],
)
def test_days_months_and_moments_are_told_apart(due: Any, starts: Any) -> None:  # noqa: ANN401 # any time
    assert len(said("G101", plan(goals=(goal(walk(due), starts=starts),)))) == 1


@pytest.mark.parametrize(
    ("due", "starts"),
    [
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 12, 1), PartialDate.parse("2026-12")),
        (PartialDate.parse("2026"), date(2026, 12, 31)),
        (date(2026, 11, 30), datetime(2026, 12, 1, 0, tzinfo=UTC)),
        (datetime(2026, 11, 30, 23, tzinfo=UTC), date(2026, 12, 1)),
        (date(2026, 11, 30), None),
        (None, date(2026, 12, 1)),
    ],
)
def test_a_goal_that_may_start_before_it_is_due_is_left_alone(due: Any, starts: Any) -> None:  # noqa: ANN401 # any time
    assert said("G101", plan(goals=(goal(walk(due), starts=starts),))) == []


def test_a_goal_entered_in_error_may_be_wrong() -> None:
    wrong = goal(
        walk(date(2026, 11, 30)), starts=date(2026, 12, 1), status=GoalStatus.ENTERED_IN_ERROR
    )

    assert said("G101", plan(goals=(wrong,))) == []


def test_each_target_without_a_date_is_told() -> None:
    made = in_force(goals=(goal(walk(DAY)), goal(walk(DAY), walk(), id="goal-2")))

    assert said("G103", made) == [
        (
            "G103 warning at $.goals[1].targets[1].due: the target 'walking_distance' of the goal "
            "'goal-2' has no date. Maybe the day of the next review."
        )
    ]


def achieved(record: Record | None, /, *targets: Target, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"achievement": Achievement.ACHIEVED}
    return plan(record=record, goals=(goal(*(targets or (walk(),)), **given | parts),))


def test_a_goal_called_achieved_against_the_record_is_told() -> None:
    record = seen((metres(30), date(2026, 11, 20)), (metres(12), date(2026, 11, 23)))

    (finding,) = asked("G105", achieved(record)).findings

    assert str(finding) == (
        "G105 warning at $.goals[0].achievement: the goal 'goal-1' is called achieved, and "
        "'walking_distance' is not as wanted in the record. "
        "Maybe what was seen is still to be recorded."
    )
    assert finding.facts[0].seen == ("e-1",)


def test_of_several_targets_the_first_that_is_not_met_is_told() -> None:
    targets = (walk(value=metres(5)), walk(), walk(value=metres(40)))
    record = seen((metres(12), date(2026, 11, 23)))

    (finding,) = asked("G105", achieved(record, *targets)).findings

    assert finding.facts[1].place == "$.goals[0].targets[1]"


def test_what_was_achieved_once_is_enough_where_the_goal_has_ended() -> None:
    once = seen((metres(30), date(2026, 11, 20)), (metres(12), date(2026, 11, 23)))
    never = seen((metres(12), date(2026, 11, 23)))

    assert said("G105", achieved(once, status=GoalStatus.COMPLETED)) == []
    assert len(said("G105", achieved(never, status=GoalStatus.COMPLETED))) == 1


@pytest.mark.parametrize(
    "made",
    [
        achieved(seen((metres(30), date(2026, 11, 23)))),
        achieved(seen((metres(12), date(2026, 11, 23))), achievement=Achievement.IMPROVING),
        achieved(seen((metres(12), date(2026, 11, 23))), achievement=None),
        achieved(seen((Quantity(12, "km"), date(2026, 11, 23)))),
        achieved(Record()),
        achieved(seen((metres(12), date(2026, 11, 23))), walk(value=None)),
    ],
)
def test_where_the_record_agrees_or_cannot_tell_the_goal_is_left_alone(made: CarePlan) -> None:
    assert said("G105", made) == []


def test_without_a_record_nobody_can_speak_against_a_goal() -> None:
    assert fared("G105", achieved(None)) == "G105: skipped (a record)"


def overdue(record: Record | None = None, /, *targets: Target, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"goals": (goal(*(targets or (walk(date(2026, 11, 23)),)), **parts),)}
    return plan(record=record, **given)


def test_a_goal_past_its_due_day_is_to_be_looked_at() -> None:
    assert said("G106", overdue()) == [
        (
            "G106 warning at $.goals[0].targets[0].due: the goal 'goal-1' was due by 2026-11-23, "
            "and is active. Maybe another day, another target, or a reason to let it go."
        )
    ]


def test_a_goal_on_hold_past_its_due_day_is_called_on_hold() -> None:
    (line,) = said("G106", overdue(status=GoalStatus.ON_HOLD))

    assert "was due by 2026-11-23, and is on hold. Maybe another day" in line


@pytest.mark.parametrize(
    "record",
    [
        Record(),
        seen((metres(12), date(2026, 11, 20))),
        seen((metres(40), date(2026, 12, 20))),
        seen((metres(40), None)),
        seen((Quantity(1, "km"), date(2026, 11, 20))),
    ],
)
def test_a_target_that_was_not_seen_as_wanted_stays_due(record: Record) -> None:
    assert len(said("G106", overdue(record))) == 1


def test_a_moment_is_over_when_its_day_is() -> None:
    moment = datetime(2026, 11, 23, 12, tzinfo=UTC)

    assert len(said("G106", overdue(None, walk(moment)))) == 1
    assert said("G106", overdue(None, walk(moment)), as_of=date(2026, 11, 23)) == []


def test_a_target_that_cannot_be_measured_stays_due_as_well() -> None:
    vague = walk(date(2026, 11, 23), value=None)

    assert len(said("G106", overdue(seen((metres(40), DAY)), vague))) == 1


@pytest.mark.parametrize(
    "made",
    [
        overdue(None, walk(DAY)),
        overdue(None, walk(PartialDate.parse("2026-11"))),
        overdue(None, walk()),
        overdue(achievement=Achievement.SUSTAINING),
        overdue(status=None),
        overdue(status=GoalStatus.COMPLETED),
        overdue(status=GoalStatus.PROPOSED),
        overdue(seen((metres(40), date(2026, 11, 20)), (metres(12), date(2026, 11, 23)))),
    ],
)
def test_a_goal_that_is_not_due_yet_or_was_reached_is_left_alone(made: CarePlan) -> None:
    assert said("G106", made) == []


def test_a_plan_that_has_ended_is_not_asked_what_was_due() -> None:
    ended = plan(status=PlanStatus.REVOKED, goals=(goal(walk(date(2026, 11, 23))),))

    assert said("G106", ended) == []


def test_a_measured_target_without_a_baseline_is_worth_an_advice() -> None:
    assert said("G108", in_force(goals=(goal(walk()),))) == [
        (
            "G108 advice at $.goals[0].baseline: the goal 'goal-1' does not say from where "
            "'walking_distance' starts. Maybe measure once before it begins."
        )
    ]


def test_what_was_seen_first_may_be_the_baseline() -> None:
    record = seen((metres(6), date(2026, 11, 20)))

    (line,) = said("G108", in_force(goals=(goal(walk()),), record=record))

    assert line.endswith("Maybe 'e-0'.")


def test_what_was_seen_of_somebody_else_is_no_baseline() -> None:
    other = Observation(id="e-9", client_id="c-71", what="walking_distance", value=metres(6))
    record = Record(client_id="c-17", observations=(other,))

    (line,) = said("G108", in_force(goals=(goal(walk()),), record=record))

    assert line.endswith("Maybe measure once before it begins.")


@pytest.mark.parametrize(
    "one",
    [
        goal(walk(), baseline="e-1"),
        goal(walk(), status=GoalStatus.ON_HOLD),
        goal(walk(), status=None),
        goal(Target(what="home_is_ready", comparison=Comparison.EQUAL, value=True)),
        goal(),
    ],
)
def test_a_goal_with_a_baseline_or_nothing_to_measure_is_left_alone(one: Goal) -> None:
    assert said("G108", in_force(goals=(one,))) == []
