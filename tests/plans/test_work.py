"""What a change of the plan means for the work under way, worked out by hand."""

from collections import Counter
from datetime import date

import attrs
import pytest
from hypothesis import given

from carecore.base.recurrence import Recurrence
from carecore.base.timing import Period
from carecore.people import Client
from carecore.plans import (
    Activity,
    ActivityStatus,
    CarePlan,
    PlanDiff,
    PlanStatus,
    Stage,
    Visit,
    WorkStep,
    compare_plans,
)

from .drawn import PLANS

MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
APRIL = Period(date(2026, 4, 1), date(2026, 5, 1))
WALKS = Activity(
    id="walks", duty="visit_regularly", accountable=("p-1",), helpers=("p-2",), window=MARCH
)
VISIT = Visit(id="monday", activity="walks", by="p-1", planned=date(2026, 3, 9))
EMPTY = CarePlan(id="plan-1", client=Client(id="c-17"), status=PlanStatus.ACTIVE)
PLAN = EMPTY.with_activity(WALKS).with_visit(VISIT)


def ids(plan: CarePlan, /) -> set[str]:
    """The ids of all activities and visits."""
    return {one.id for one in plan.activities} | {one.id for one in plan.visits}


def steps(diff: PlanDiff, /) -> list[tuple[str, str, str]]:
    """Id, step and reason of all the work."""
    return [(one.id, one.step.value, one.reason.id) for one in diff.work]


def activity(after: Activity, /, *, before: Activity = WALKS) -> tuple[str, str]:
    """The step and the reason for one activity that was *before* and is *after*."""
    old, new = EMPTY.with_activity(before), EMPTY.with_activity(after)
    ((_, step, reason),) = steps(compare_plans(old, new))
    return step, reason


def visit(after: Visit, /, *, before: Visit = VISIT) -> tuple[str, str]:
    """The step and the reason for one visit that was *before* and is *after*."""
    walks = EMPTY.with_activity(WALKS)
    work = steps(compare_plans(walks.with_visit(before), walks.with_visit(after)))
    return work[1][1:]


@given(old=PLANS, new=PLANS)
def test_all_work_of_the_old_plan_has_one_step(old: CarePlan, new: CarePlan) -> None:
    work = compare_plans(old, new).work

    known = ids(old)
    assert Counter(one.id for one in work if one.id in known) == Counter(dict.fromkeys(known, 1))


@given(old=PLANS, new=PLANS)
def test_work_that_only_the_new_plan_has_is_to_begin_or_is_over(
    old: CarePlan, new: CarePlan
) -> None:
    diff = compare_plans(old, new)

    known, fresh = ids(old), ids(new) - ids(old)
    others = {one.id for one in diff.work} - known
    assert others <= fresh
    assert {one.step for one in diff.work if one.id in fresh} <= {WorkStep.BEGIN}


@given(old=PLANS, new=PLANS)
def test_the_five_lists_share_out_the_work(old: CarePlan, new: CarePlan) -> None:
    diff = compare_plans(old, new)

    lists = (diff.keep, diff.cancel, diff.replace, diff.redate, diff.begin)
    assert sorted((one.id, one.kind.value) for each in lists for one in each) == sorted(
        (one.id, one.kind.value) for one in diff.work
    )


@given(plan=PLANS)
def test_without_a_change_all_work_is_kept(plan: CarePlan) -> None:
    assert {one.step for one in compare_plans(plan, plan).work} <= {WorkStep.KEEP}


@given(old=PLANS, new=PLANS)
def test_nothing_new_takes_the_place_of_two(old: CarePlan, new: CarePlan) -> None:
    heirs = [(one.kind, one.successor) for one in compare_plans(old, new).work if one.successor]

    assert len(heirs) == len(set(heirs))


def test_work_in_another_stage_for_another_goal_or_in_other_words_is_kept() -> None:
    after = attrs.evolve(WALKS, goals=("goal-1",), authorization="a-1", text="Ada likes the park.")

    assert activity(after) == ("keep", "same_work")


def test_work_that_is_put_off_is_kept() -> None:
    assert activity(WALKS.on_hold()) == ("keep", "same_work")


def test_work_that_is_called_off_is_cancelled_with_the_reason_it_was_given() -> None:
    new = EMPTY.with_activity(WALKS.cancelled(because="moved_away"))

    (one,) = compare_plans(EMPTY.with_activity(WALKS), new).cancel
    assert (one.id, str(one.reason)) == ("walks", "the new plan calls it off: moved away")
    assert [(fact.name, fact.seen, fact.place) for fact in one.reason.facts] == [
        ("status", "cancelled", "$.activities[0].status"),
        ("because ended", "moved_away", "$.activities[0].because_ended"),
    ]


def test_work_called_off_without_a_reason_says_that_nobody_gave_one() -> None:
    new = EMPTY.with_activity(attrs.evolve(WALKS, status=ActivityStatus.ENTERED_IN_ERROR))

    (one,) = compare_plans(EMPTY.with_activity(WALKS), new).cancel
    assert (str(one.reason), one.reason.facts[1].seen) == ("the new plan calls it off", None)


def test_work_that_is_done_by_now_is_kept() -> None:
    assert activity(WALKS.completed()) == ("keep", "has_been_done")


def test_work_that_had_ended_is_left_alone_whatever_the_new_plan_says() -> None:
    done = WALKS.completed()

    assert activity(done.handed_to("p-3"), before=done) == ("keep", "has_ended")


def test_work_that_had_ended_and_goes_on_is_to_begin() -> None:
    assert activity(WALKS.started(), before=WALKS.completed()) == ("begin", "taken_up_again")


def test_work_that_had_ended_and_is_left_out_needs_no_cancelling() -> None:
    old = EMPTY.with_activity(WALKS.completed())

    assert steps(compare_plans(old, EMPTY)) == [("walks", "keep", "has_ended")]


def test_work_for_which_somebody_else_answers_is_replaced() -> None:
    new = EMPTY.with_activity(WALKS.handed_to("p-2"))

    (one,) = compare_plans(EMPTY.with_activity(WALKS), new).replace
    assert one.reason.id == "done_otherwise"
    assert [(fact.name, fact.seen) for fact in one.reason.facts] == [
        ("accountable", ("p-1",)),
        ("accountable", ("p-2",)),
        ("helpers", ("p-2",)),
        ("helpers", ()),
    ]


def test_work_for_which_nobody_answered_yet_is_kept_once_somebody_does() -> None:
    before = attrs.evolve(WALKS, accountable=(), duty=None)

    assert activity(WALKS, before=before) == ("keep", "filled_in")


def test_work_for_other_days_is_given_another_date() -> None:
    new = EMPTY.with_activity(attrs.evolve(WALKS, window=APRIL))

    (one,) = compare_plans(EMPTY.with_activity(WALKS), new).redate
    assert [(fact.name, fact.seen) for fact in one.reason.facts] == [
        ("window", "2026-03-01/2026-04-01"),
        ("window", "2026-04-01/2026-05-01"),
    ]


def test_work_that_comes_in_another_rhythm_is_given_other_dates() -> None:
    weekly = Recurrence("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY")

    assert activity(attrs.evolve(WALKS, cadence=weekly)) == ("redate", "other_days")


def test_work_for_other_days_by_somebody_else_is_replaced() -> None:
    assert activity(attrs.evolve(WALKS.handed_to("p-3"), window=APRIL)) == (
        "replace",
        "done_otherwise",
    )


def test_work_without_days_of_its_own_moves_with_its_stage() -> None:
    home = Stage(id="home", name="at home", period=MARCH)
    old = EMPTY.with_stage(home).with_activity(attrs.evolve(WALKS, stage="home", window=None))

    later = old.with_stage(home.moved_to(APRIL))
    assert steps(compare_plans(old, later)) == [("walks", "redate", "other_days")]


def test_work_with_days_of_its_own_does_not_move_with_its_stage() -> None:
    home = Stage(id="home", name="at home", period=MARCH)
    old = EMPTY.with_stage(home).with_activity(attrs.evolve(WALKS, stage="home"))

    later = old.with_stage(home.moved_to(APRIL))
    assert steps(compare_plans(old, later)) == [("walks", "keep", "same_work")]


def test_work_that_is_left_out_is_cancelled() -> None:
    assert steps(compare_plans(EMPTY.with_activity(WALKS), EMPTY)) == [
        ("walks", "cancel", "left_out")
    ]


def test_work_that_is_left_out_is_replaced_by_new_work_of_the_same_duty() -> None:
    new = EMPTY.with_activity(attrs.evolve(WALKS, id="outings", accountable=("p-3",)))

    diff = compare_plans(EMPTY.with_activity(WALKS), new)
    assert steps(diff) == [("walks", "replace", "taken_over"), ("outings", "begin", "new_work")]
    assert diff.replace[0].successor == "outings"


def test_new_work_of_another_duty_replaces_nothing() -> None:
    new = EMPTY.with_activity(attrs.evolve(WALKS, id="calls", duty="monitor_care"))

    assert steps(compare_plans(EMPTY.with_activity(WALKS), new)) == [
        ("walks", "cancel", "left_out"),
        ("calls", "begin", "new_work"),
    ]


def test_new_work_without_a_duty_replaces_nothing() -> None:
    old = EMPTY.with_activity(attrs.evolve(WALKS, duty=None))
    new = EMPTY.with_activity(attrs.evolve(WALKS, id="calls", duty=None))

    assert [step for _, step, _ in steps(compare_plans(old, new))] == ["cancel", "begin"]


def test_new_work_that_is_over_does_not_begin() -> None:
    assert steps(compare_plans(EMPTY, EMPTY.with_activity(WALKS.completed()))) == []


@pytest.mark.parametrize("end", [CarePlan.revoked, CarePlan.completed])
def test_the_work_of_a_plan_that_has_ended_does_not_linger(end: object) -> None:
    assert callable(end)
    assert steps(compare_plans(PLAN, end(PLAN))) == [
        ("walks", "cancel", "plan_ended"),
        ("monday", "cancel", "plan_ended"),
    ]


def test_the_work_of_a_plan_that_is_put_off_is_kept() -> None:
    assert {one.step for one in compare_plans(PLAN, PLAN.on_hold()).work} == {WorkStep.KEEP}


def test_completed_work_is_not_reset_when_a_completed_plan_is_taken_up_again() -> None:
    over = EMPTY.with_activity(WALKS.completed()).completed()

    assert steps(compare_plans(over, over.activated())) == [("walks", "keep", "has_ended")]


def test_a_visit_that_was_made_is_left_alone() -> None:
    made = VISIT.made("e-1")

    assert visit(made.moved_to(date(2026, 3, 10)), before=made) == ("keep", "has_ended")


def test_a_visit_that_is_made_by_now_is_kept() -> None:
    assert visit(VISIT.made("e-1")) == ("keep", "has_been_done")


def test_a_visit_that_was_planned_for_a_day_gone_by_is_not_done() -> None:
    assert visit(VISIT) == ("keep", "same_work")


def test_a_visit_on_another_day_is_given_another_date() -> None:
    assert visit(VISIT.moved_to(date(2026, 3, 10))) == ("redate", "other_days")


def test_a_visit_by_somebody_else_is_replaced() -> None:
    assert visit(attrs.evolve(VISIT, by="p-2")) == ("replace", "done_otherwise")


def test_a_visit_whose_activity_is_called_off_is_cancelled_too() -> None:
    new = PLAN.with_activity(WALKS.stopped(because="moved_away"))

    assert steps(compare_plans(PLAN, new)) == [
        ("walks", "cancel", "called_off"),
        ("monday", "cancel", "activity_ended"),
    ]


def test_a_visit_whose_activity_is_left_out_is_cancelled_too() -> None:
    assert steps(compare_plans(PLAN, PLAN.without_activity("walks"))) == [
        ("walks", "cancel", "left_out"),
        ("monday", "cancel", "activity_left_out"),
    ]


def test_a_visit_for_an_activity_that_neither_plan_has_is_kept() -> None:
    lost = EMPTY.with_visit(VISIT)

    assert steps(compare_plans(lost, lost.monitored_by("p-1"))) == [("monday", "keep", "same_work")]


def test_a_visit_without_an_activity_is_work_as_well() -> None:
    free = attrs.evolve(VISIT, activity=None, planned=None)

    assert visit(attrs.evolve(free, setting="home_independent"), before=free) == (
        "keep",
        "filled_in",
    )


def test_a_visit_that_is_left_out_is_replaced_by_a_new_one_for_the_same_activity() -> None:
    new = PLAN.without_visit("monday").with_visit(attrs.evolve(VISIT, id="friday"))

    assert steps(compare_plans(PLAN, new)) == [
        ("walks", "keep", "same_work"),
        ("monday", "replace", "taken_over"),
        ("friday", "begin", "new_work"),
    ]


def test_of_two_with_one_id_the_first_counts() -> None:
    twice = attrs.evolve(EMPTY, activities=(WALKS, WALKS.completed()))

    assert steps(compare_plans(twice, EMPTY)) == [("walks", "cancel", "left_out")]
