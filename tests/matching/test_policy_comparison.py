"""Two policies side by side: what only one asks, and what both ask in another way."""

from typing import Any, final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.codec import dumps, loads
from carecore.errors import WrongType
from carecore.matching import (
    FACILITY_POLICY,
    PRIVATE_POLICY,
    STANDARD_POLICY,
    TRAVEL_POLICY,
    Criterion,
    CriterionKind,
    Policy,
    PolicyComparison,
    StandardCriterion,
    compare_policies,
    rank,
)
from carecore.people import Client, Professional

from .drawn_pairs import POOLS, WHOM
from .ranked import DAY, ROLE, Mornings, Neighbours

POLICIES = (FACILITY_POLICY, PRIVATE_POLICY, STANDARD_POLICY, TRAVEL_POLICY)
LANGUAGE = StandardCriterion(id="language", kind=CriterionKind.LANGUAGE)


def told(left: Policy, right: Policy) -> list[tuple[str, str, str, str]]:
    """What is asked in another way."""
    return [
        (one.criterion, one.aspect, one.left, one.right)
        for one in compare_policies(left, right).differences
    ]


def alone(criterion: Criterion, **fields: Any) -> Policy:  # noqa: ANN401 # whatever a field takes
    """A policy of one criterion."""
    return Policy(name="one", criteria=(criterion,), **fields)


@pytest.mark.parametrize("policy", POLICIES, ids=lambda one: one.name)
def test_a_policy_and_itself_under_another_name_ask_the_same(policy: Policy) -> None:
    comparison = compare_policies(policy, attrs.evolve(policy, name="ours", version="7"))

    assert not comparison
    assert (comparison.right, comparison.is_in_another_order) == ("ours, version 7", False)
    assert "Both ask the same, in the same way." in str(comparison)


def test_what_only_one_asks_is_told_in_its_order() -> None:
    comparison = compare_policies(FACILITY_POLICY, TRAVEL_POLICY)

    assert comparison.only_left == ("licence", "care_setting", "caseload", "caseload_room")
    assert comparison.only_right == ("travel", "language", "gender", "rate")
    shown = str(comparison)
    assert "Asked by facility, version 2 only" in shown
    assert "Asked by travel, version 2 only" in shown


@pytest.mark.parametrize(
    ("left", "right", "differences"),
    [
        (
            alone(attrs.evolve(LANGUAGE, is_hard=False, weight=4, tier=2)),
            alone(attrs.evolve(LANGUAGE, is_hard=False, weight=6, tier=1)),
            [("language", "weight", "4", "6"), ("language", "tier", "2", "1")],
        ),
        (
            alone(LANGUAGE),
            alone(attrs.evolve(LANGUAGE, is_hard=False)),
            [
                (
                    "language",
                    "where it is not met",
                    "bars",
                    "earns none of 1 points in tier 1",
                )
            ],
        ),
        (
            alone(LANGUAGE, admits=("language",)),
            alone(LANGUAGE),
            [("language", "where it is unknown", "is let pass", "bars")],
        ),
        (
            alone(LANGUAGE),
            alone(attrs.evolve(LANGUAGE, kind=CriterionKind.LEAVE)),
            [("language", "kind", "language", "leave")],
        ),
        (
            alone(attrs.evolve(LANGUAGE, kind=CriterionKind.CERTIFICATION)),
            alone(attrs.evolve(LANGUAGE, kind=CriterionKind.CERTIFICATION, wanted=("cmc", "ccm"))),
            [("language", "wanted", "nothing", "cmc, ccm")],
        ),
        (alone(Mornings()), alone(Mornings(least=35)), [("mornings", "least", "20", "35")]),
        (
            alone(Mornings()),
            alone(Neighbours(id="mornings")),
            [("mornings", "written as", "Mornings", "Neighbours")],
        ),
    ],
)
def test_what_both_ask_in_another_way_is_told_by_aspect(
    left: Policy, right: Policy, differences: list[tuple[str, str, str, str]]
) -> None:
    assert told(left, right) == differences
    turned = [(one, aspect, there, here) for one, aspect, here, there in differences]
    assert told(right, left) == turned
    assert "Asked in another way" in str(compare_policies(left, right))


def test_what_a_hard_criterion_would_weigh_makes_no_difference() -> None:
    heavy = attrs.evolve(LANGUAGE, weight=9, tier=4)

    assert not compare_policies(alone(LANGUAGE), alone(heavy))


def test_another_order_is_told_and_changes_nothing() -> None:
    turned = attrs.evolve(STANDARD_POLICY, criteria=STANDARD_POLICY.criteria[::-1])

    comparison = compare_policies(STANDARD_POLICY, turned)

    assert (bool(comparison), comparison.is_in_another_order) == (False, True)
    assert "stands in another order, which changes no answer" in str(comparison)


@final
class Plain:
    """A criterion that is no attrs class, and equal to itself only."""

    id = "plain"
    is_hard = True
    weight = 0
    tier = 1
    looks_at = ()
    judge = remedies = Mornings.judge


def test_criteria_that_are_no_attrs_classes_are_told_apart_as_a_whole() -> None:
    one, other = alone(Plain()), alone(Plain())  # type: ignore[arg-type] # it is asked nothing

    assert told(one, one) == []
    assert told(one, other) == [("plain", "settings", "its own", "others")]


def test_the_differences_of_one_criterion_can_be_asked_for() -> None:
    comparison = compare_policies(FACILITY_POLICY, STANDARD_POLICY)

    assert [one.aspect for one in comparison.of("known_already")] == ["weight"]
    assert comparison.of("role") == ()


@settings(max_examples=40, deadline=None)
@given(
    WHOM,
    POOLS,
    st.sampled_from(POLICIES),
    st.sampled_from(STANDARD_POLICY.criteria),
    st.booleans(),
    st.integers(0, 3),
)
def test_policies_that_ask_the_same_rank_the_same(  # noqa: PLR0917 # all that is drawn
    client: Client,
    pool: tuple[Professional, ...],
    policy: Policy,
    criterion: StandardCriterion,
    is_hard: bool,  # noqa: FBT001 # drawn
    weight: int,
) -> None:
    other = policy.with_criterion(attrs.evolve(criterion, is_hard=is_hard, weight=weight))
    one, two = (rank(client, pool, role=ROLE, policy=each, as_of=DAY) for each in (policy, other))

    comparison = compare_policies(policy, other)
    if attrs.evolve(two, policy=one.policy) != one:
        assert comparison
    assert loads(dumps(comparison), PolicyComparison) == comparison


def test_what_is_no_policy_is_refused() -> None:
    untyped: Any = "standard"

    with pytest.raises(WrongType, match="the right is text, 8 characters, and a Policy is wanted"):
        compare_policies(STANDARD_POLICY, untyped)
