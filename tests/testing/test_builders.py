"""Plans of a size, and values with one edit."""

from typing import Any

import pytest

from carecore.base.reasons import look_up
from carecore.catalogue import STANDARD
from carecore.codec import dumps
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.plans import CarePlan, Goal, GoalStatus
from carecore.recovery import schedule
from carecore.rulebook import validate
from carecore.testing import TRAVELLER_NOW, edited, plan_of_size, traveller_calendar, traveller_plan
from carecore.transitions import TransitionState


def test_a_plan_has_as_many_things_as_one_asks_for() -> None:
    plan = plan_of_size(
        goals=4, activities=7, milestones=5, members=3, stages=2, transitions=1, visits=6
    )
    assert plan.team is not None
    assert plan.timeline is not None

    assert [
        len(part)
        for part in (
            plan.goals,
            plan.activities,
            plan.timeline.milestones,
            plan.team.memberships,
            plan.stages,
            plan.transitions,
            plan.visits,
        )
    ] == [4, 7, 5, 3, 2, 1, 6]


def test_a_plan_is_of_middle_size_if_one_does_not_say() -> None:
    plan = plan_of_size()
    recurring = [one for one in plan.activities if one.cadence is not None]
    assert plan.timeline is not None

    assert (len(plan.goals), len(plan.activities), len(recurring)) == (12, 25, 20)
    assert (len(plan.timeline.milestones), len(plan.timeline.links)) == (20, 36)
    assert (len(plan.stages), len(plan.transitions), len(plan.visits)) == (3, 2, 4)
    assert [one.state for one in plan.transitions] == [TransitionState.PLANNED] * 2
    assert [len(one.gates) for one in plan.transitions] == [1, 1]


def test_the_same_call_gives_equal_plans() -> None:
    assert plan_of_size(7, goals=2) == plan_of_size(7, goals=2)


def test_plans_of_two_numbers_have_no_id_in_common() -> None:
    one, other = (dumps(plan_of_size(number)) for number in (1, 2))

    assert ("-0001-" in one, "-0002-" in one) == (True, False)
    assert ("-0001-" in other, "-0002-" in other) == (False, True)


def test_the_timeline_of_a_plan_can_be_scheduled() -> None:
    plan = plan_of_size(milestones=50)
    assert plan.timeline is not None

    assert len(schedule(plan.timeline).milestones) == 50


def test_no_id_of_a_plan_leads_nowhere() -> None:
    report = validate(plan_of_size(), as_of=TRAVELLER_NOW, calendar=traveller_calendar())
    dangling = [one for one in report.findings if "there is no" in one.message]

    assert dangling == []
    assert STANDARD.duty("visit_home").id == "visit_home"


@pytest.mark.parametrize(
    "sizes",
    [
        {"goals": 0, "stages": 0, "activities": 0, "visits": 0},
        {"members": 0},
        {"members": 1},
        {"goals": 1},
        {"milestones": 0},
        {"milestones": 1},
        {"transitions": 0},
    ],
)
def test_a_plan_may_lack_any_of_it(sizes: dict[str, Any]) -> None:
    plan = plan_of_size(**sizes)

    assert [len(getattr(plan, name)) for name in sizes if hasattr(plan, name)] == [
        size for name, size in sizes.items() if hasattr(plan, name)
    ]


def test_without_members_there_is_no_team_and_nothing_has_moved() -> None:
    plan = plan_of_size(members=0)

    assert (plan.team, plan.monitor) == (None, None)
    assert {one.state for one in plan.transitions} == {TransitionState.PROPOSED}
    assert {one.accountable for one in plan.activities} == {()}


def test_a_size_below_zero_is_refused() -> None:
    with pytest.raises(InvalidValue, match="a size is below 0"):
        plan_of_size(goals=-1)


def test_a_size_that_is_no_number_is_refused() -> None:
    with pytest.raises(WrongType, match="a size is text, 1 character"):
        plan_of_size(goals="3")  # type: ignore[arg-type] # on purpose


def test_there_may_be_more_visits_than_activities() -> None:
    plan = plan_of_size(activities=2, visits=3)
    nowhere = plan_of_size(activities=0, visits=1)

    assert [one.activity for one in plan.visits] == [
        "activity-0001-00",
        "activity-0001-01",
        "activity-0001-00",
    ]
    assert [one.activity for one in nowhere.visits] == [None]


def test_an_edit_changes_what_stands_there_and_nothing_else() -> None:
    plan = traveller_plan()

    changed = edited(plan, "$.goals[2].status", GoalStatus.ON_HOLD)

    assert changed.goals[2].status is GoalStatus.ON_HOLD
    assert edited(changed, "$.goals[2].status", plan.goals[2].status) == plan


@pytest.mark.parametrize(
    ("place", "new"),
    [
        ("$.goals", ()),
        ("$.goals[0]", Goal(id="g-new")),
        ("$.goals[8].targets[0].due", None),
        ("$.client.representatives[1].name", "Jon"),
        ("$.record.events[0].text", "she fell"),
        ("$.timeline.anchor_event", None),
    ],
)
def test_an_edit_reaches_any_place(place: str, new: object) -> None:
    assert look_up(edited(traveller_plan(), place, new), place) == new


def test_an_edit_of_the_whole_is_something_else() -> None:
    assert edited(Goal(id="g-1"), "$", Goal(id="g-2")) == Goal(id="g-2")


@pytest.mark.parametrize(
    ("place", "new"),
    [
        ("$.goals[99]", Goal(id="g-new")),
        ("$.gaols", ()),
        ("goals", ()),
        ("$.goals[0].status", "active"),
        ("$.goals", "none"),
        ("$.client", None),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(place: str, new: object) -> None:
    with pytest.raises(CareError):
        edited(traveller_plan(), place, new)


def test_a_plan_is_a_plan() -> None:
    assert type(plan_of_size()) is CarePlan
