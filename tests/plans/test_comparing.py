"""Comparing two plans, place by place."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given

from carecore.base.amounts import Quantity
from carecore.base.outline import to_text
from carecore.base.reasons import FactValue, look_up
from carecore.base.timing import Period
from carecore.errors import WrongType
from carecore.people import Leave, Professional, Team
from carecore.plans import CarePlan, Contact, DifferenceKind, Goal, Target, compare_plans
from carecore.record import Comparison, ConditionSign, EventKind, EventSign, EvidenceRule

from .drawn import PLANS
from .samples_plans import DIFF, PLAN, TARGET

WALK, SLEEP = Target(what="walking"), Target(what="sleeping")


def seen(old: CarePlan, new: CarePlan, /) -> list[tuple[str, str, str, FactValue, FactValue]]:
    """Kind, place, id, and what was and is seen of every difference."""
    return [
        (one.kind.value, one.place, one.id, one.old.seen, one.new.seen)
        for one in compare_plans(old, new).changes
    ]


def with_targets(*targets: Target) -> CarePlan:
    """The sample, whose one goal has these targets."""
    return PLAN.with_goal(attrs.evolve(PLAN.goals[0], targets=targets))


@given(plan=PLANS)
def test_a_plan_does_not_differ_from_itself(plan: CarePlan) -> None:
    assert compare_plans(plan, plan).changes == ()


@given(old=PLANS, new=PLANS)
def test_there_is_a_difference_whenever_two_plans_are_not_equal(
    old: CarePlan, new: CarePlan
) -> None:
    assert bool(compare_plans(old, new)) is (old != new)


@given(old=PLANS, new=PLANS)
def test_seen_from_the_other_side_every_difference_is_mirrored(
    old: CarePlan, new: CarePlan
) -> None:
    there = compare_plans(old, new).changes
    back = compare_plans(new, old).changes

    assert tuple(one.mirrored() for one in there) == back


@given(old=PLANS, new=PLANS)
def test_every_place_leads_somewhere(old: CarePlan, new: CarePlan) -> None:
    for one in compare_plans(old, new).changes:
        look_up(old, one.old.place)
        look_up(new, one.new.place)


@given(old=PLANS, new=PLANS)
def test_no_difference_tells_a_personal_value(old: CarePlan, new: CarePlan) -> None:
    diff = compare_plans(old, new)

    shown = f"{diff}{diff!r}{to_text(diff.outline(full=True))}"
    assert not [name for name in ("Quill", "Vale", "fell") if name in shown]


def test_a_field_that_is_different_is_told_with_its_place_and_the_id_it_belongs_to() -> None:
    later = attrs.evolve(TARGET, due=date(2026, 6, 1))

    assert seen(PLAN, with_targets(later)) == [
        ("changed", "$.goals[0].targets[0].due", "goal-1", "2026-05", "2026-06-01")
    ]


def test_what_belongs_to_the_plan_itself_has_its_id() -> None:
    assert seen(PLAN, PLAN.monitored_by("p-2")) == [
        ("changed", "$.monitor", "plan-1", "p-1", "p-2")
    ]


def test_plans_of_two_ids_share_none() -> None:
    other = attrs.evolve(PLAN, id="plan-2", risks=())

    assert seen(PLAN, other) == [
        ("changed", "$.id", "", "plan-1", "plan-2"),
        ("changed", "$.risks", "", ("falls",), ()),
    ]


def test_what_comes_in_is_told_by_its_id_with_its_place_in_the_new_plan() -> None:
    assert seen(PLAN, PLAN.with_goal(Goal(id="goal-2"))) == [
        ("added", "$.goals[1]", "goal-2", None, "goal-2")
    ]


def test_what_goes_is_told_by_its_id_with_its_place_in_the_old_plan() -> None:
    assert seen(PLAN, PLAN.without_goal("goal-1")) == [
        ("removed", "$.goals[0]", "goal-1", "goal-1", None)
    ]


def test_what_goes_from_a_list_within_a_list_says_where_that_list_is_now() -> None:
    (medications,) = PLAN.medication_lists
    shorter = attrs.evolve(medications, medications=medications.medications[:1])
    longer = attrs.evolve(PLAN, medication_lists=(attrs.evolve(medications, id="list-0"), shorter))

    changes = compare_plans(PLAN, longer).changes
    assert [(one.old.place, one.new.place) for one in changes] == [
        ("$.medication_lists", "$.medication_lists[0]"),
        ("$.medication_lists[0].medications[1]", "$.medication_lists[1].medications"),
    ]


def test_what_stands_at_another_place_in_a_list_is_still_the_same() -> None:
    before = attrs.evolve(PLAN, goals=(Goal(id="a"), Goal(id="b")))
    after = attrs.evolve(PLAN, goals=(Goal(id="b"), Goal(id="a", domain="function")))

    assert seen(before, after) == [
        ("changed", "$.goals[1].domain", "a", None, "function"),
        ("moved", "$.goals", "plan-1", ("a", "b"), ("b", "a")),
    ]


def test_of_what_stands_twice_the_first_are_compared_and_the_second() -> None:
    before = attrs.evolve(PLAN, goals=(Goal(id="a"), Goal(id="a", domain="mood")))
    after = attrs.evolve(PLAN, goals=(Goal(id="a"), Goal(id="a", domain="mind")))

    assert seen(before, after) == [("changed", "$.goals[1].domain", "a", "mood", "mind")]


def test_targets_are_told_apart_by_what_they_measure() -> None:
    assert seen(with_targets(WALK, SLEEP), with_targets(SLEEP)) == [
        ("removed", "$.goals[0].targets[0]", "goal-1", "walking", None)
    ]


def test_contacts_are_told_apart_by_whom_to_call_for_what() -> None:
    one, other = Contact(purpose="pain"), Contact(person="p-1", purpose="pain")
    before, after = attrs.evolve(PLAN, contacts=(one,)), attrs.evolve(PLAN, contacts=(other,))

    assert seen(before, after) == [
        ("removed", "$.contacts[0]", "plan-1", "pain", None),
        ("added", "$.contacts[0]", "plan-1", None, "pain"),
    ]


def leaves(*days: int) -> CarePlan:
    """The sample, whose care manager is away for a week from each of these days of March on."""
    periods = [Period(date(2026, 3, day), date(2026, 3, day + 7)) for day in days]
    person = Professional(id="p-1", leave=tuple(Leave(period) for period in periods))
    return PLAN.with_team(Team(id="t-1", professionals=(person,)))


def test_what_has_no_name_stands_for_one_another_in_order() -> None:
    place = "$.team.professionals[0].leave"
    assert seen(leaves(1, 8, 15), leaves(8, 16)) == [
        ("changed", f"{place}[1].period", "p-1", "2026-03-01/2026-03-08", "2026-03-16/2026-03-23"),
        ("removed", f"{place}[2]", "p-1", "a Leave", None),
    ]


def test_what_has_no_name_can_stand_in_another_order() -> None:
    assert seen(leaves(1, 8), leaves(8, 1)) == [
        (
            "moved",
            "$.team.professionals[0].leave",
            "p-1",
            ("a Leave", "a Leave"),
            ("a Leave", "a Leave"),
        )
    ]


def test_one_kind_of_sign_in_the_place_of_another_is_told_as_a_whole() -> None:
    (stage,) = PLAN.stages
    one = EvidenceRule(all_of=(EventSign(kind=EventKind.VISIT),))
    other = EvidenceRule(all_of=(ConditionSign(what="delirium"),))
    before, after = (PLAN.with_stage(attrs.evolve(stage, exit=rule)) for rule in (one, other))

    assert seen(before, after) == [
        (
            "changed",
            "$.stages[0].exit.all_of[0]",
            "stage-1",
            "an EventSign",
            "a ConditionSign",
        )
    ]


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (lambda plan: attrs.evolve(plan, period=Period(None)), "2026-03-02/2026-06-01", "../.."),
        (lambda plan: plan.on_hold(), "active", "on_hold"),
        (lambda plan: attrs.evolve(plan, review_every=None), "P60D", None),
        (lambda plan: attrs.evolve(plan, timeline=None), "timeline-1", None),
        (lambda plan: attrs.evolve(plan, record=None), "a Record", None),
        (
            lambda plan: plan.reviewed_on(datetime(2026, 4, 1, 9, tzinfo=UTC)),
            "2026-03-09T14:00:00+00:00",
            "2026-04-01T09:00:00+00:00",
        ),
        (
            lambda plan: attrs.evolve(plan, client=attrs.evolve(plan.client, jurisdiction=None)),
            "GB-ENG",
            None,
        ),
        (
            lambda plan: attrs.evolve(
                plan, client=attrs.evolve(plan.client, zone=ZoneInfo("Asia/Tokyo"))
            ),
            "Europe/London",
            "Asia/Tokyo",
        ),
        (
            lambda plan: attrs.evolve(plan, client=attrs.evolve(plan.client, payers=None)),
            ("private_pay",),
            None,
        ),
        (
            lambda plan: attrs.evolve(
                plan, stages=(attrs.evolve(plan.stages[0], is_closed=False),)
            ),
            True,
            False,
        ),
        (
            lambda plan: plan.with_authorization(attrs.evolve(plan.authorizations[0], units=10)),
            12,
            10,
        ),
        (
            lambda plan: plan.with_timeline(plan.timeline.re_anchored(date(2026, 3, 3))),
            date(2026, 3, 2),
            date(2026, 3, 3),
        ),
        (
            lambda _: with_targets(attrs.evolve(TARGET, value=Quantity("10", "{steps}"))),
            "12 {steps}",
            "10 {steps}",
        ),
    ],
)
def test_a_value_is_told_as_short_as_it_goes(
    change: Callable[[CarePlan], CarePlan], old: FactValue, new: FactValue
) -> None:
    (one,) = compare_plans(PLAN, change(PLAN)).changes

    assert (one.old.seen, one.new.seen) == (old, new)


def test_a_personal_value_is_described_and_not_told() -> None:
    renamed = PLAN.with_client(attrs.evolve(PLAN.client, name="Ada", birth_date=None))

    assert seen(PLAN, renamed) == [
        ("changed", "$.client.name", "c-17", "text, 9 characters", "text, 3 characters"),
        ("changed", "$.client.birth_date", "c-17", "a value of type PartialDate", "None"),
    ]


def test_a_range_of_two_targets_is_two_targets() -> None:
    least = Target(what="weight", comparison=Comparison.AT_LEAST, value=Quantity(60, "kg"))
    most = Target(what="weight", comparison=Comparison.AT_MOST, value=Quantity(65, "kg"))
    less = attrs.evolve(most, value=Quantity(64, "kg"))

    assert seen(with_targets(least, most), with_targets(least, less)) == [
        ("changed", "$.goals[0].targets[1].value", "goal-1", "65 kg", "64 kg")
    ]


def test_only_plans_are_compared() -> None:
    with pytest.raises(WrongType, match="the new plan is text, 6 characters"):
        compare_plans(PLAN, "plan-1")  # type: ignore[arg-type] # that is the point


def test_what_is_moved_stays_moved_in_the_mirror() -> None:
    (one,) = compare_plans(leaves(1, 8), leaves(8, 1)).changes

    assert one.mirrored().kind is DifferenceKind.MOVED


def test_a_diff_shows_the_places_and_the_work() -> None:
    assert str(DIFF) == (
        "Changes of plan-1\n"
        "=================\n"
        "\n"
        "Place                      Of      What     Before   Now\n"
        "-------------------------  ------  -------  -------  -------\n"
        "$.goals[0].targets[0].due  goal-1  changed  2026-05  2026-06\n"
        "\n"
        "The work under way\n"
        "------------------\n"
        "\n"
        "Replace\n"
        "~~~~~~~\n"
        "\n"
        "- activity activity-1: something else on the new plan takes its place\n"
        "  (activity-2)"
    )


def test_a_diff_of_equal_plans_says_so() -> None:
    assert str(compare_plans(PLAN, PLAN)) == (
        "Changes of plan-1\n=================\n\nNothing is different."
    )


def test_a_diff_of_two_plans_names_both_and_a_list_in_one_cell() -> None:
    other = attrs.evolve(PLAN, id="plan-2", risks=("falls", "delirium"), activities=(), visits=())
    empty = attrs.evolve(PLAN, activities=(), visits=())

    assert str(compare_plans(empty, other)) == (
        "Changes of plan-1 and plan-2\n"
        "============================\n"
        "\n"
        "Place    Of  What     Before  Now\n"
        "-------  --  -------  ------  ---------------\n"
        "$.id     –   changed  plan-1  plan-2\n"
        "$.risks  –   changed  falls   falls, delirium"
    )
