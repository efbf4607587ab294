"""Policies: which criteria are asked, under a name that tells of every change."""

from typing import Any

import pytest

from carecore.errors import InvalidValue, UnknownId, WrongType
from carecore.matching import STANDARD_POLICY, CriterionKind, Policy, StandardCriterion

SPEAKS = StandardCriterion(id="language", kind=CriterionKind.LANGUAGE)
PREFERS = StandardCriterion(id="language", kind=CriterionKind.LANGUAGE, is_hard=False)


def test_the_standard_policy_asks_every_kind() -> None:
    asked = [one for one in STANDARD_POLICY.criteria if isinstance(one, StandardCriterion)]

    assert {one.kind for one in asked} == set(CriterionKind)
    assert len(asked) == len(STANDARD_POLICY.criteria)
    assert STANDARD_POLICY.tiers == (1, 2, 3)


def test_a_policy_that_was_changed_says_so() -> None:
    policy = STANDARD_POLICY.without("language", "certified").with_criterion(PREFERS)

    assert policy.label == (
        "standard, version 1, without language, without certified, with language"
    )
    assert policy.criterion("language") == PREFERS
    assert policy.admitting("leave").label.endswith(", admitting leave")


def test_a_criterion_takes_the_place_of_the_one_with_its_id() -> None:
    policy = Policy(name="mine", criteria=(SPEAKS,), admits=("language",))

    assert policy.with_criterion(PREFERS).criteria == (PREFERS,)
    assert policy.with_criterion(PREFERS).admits == ()
    assert policy.with_criterion(SPEAKS).admits == ("language",)


def test_what_is_left_out_is_not_admitted_any_more() -> None:
    assert STANDARD_POLICY.without("availability").admits == ()


@pytest.mark.parametrize("verb", ["without", "admitting", "criterion"])
def test_a_slip_is_refused_with_what_comes_near(verb: str) -> None:
    with pytest.raises(UnknownId, match="Maybe 'language'"):
        getattr(STANDARD_POLICY, verb)("languages")


def test_only_hard_criteria_can_be_admitted() -> None:
    with pytest.raises(UnknownId, match="there is no hard criterion 'certified'") as caught:
        Policy(name="mine", criteria=STANDARD_POLICY.criteria, admits=("certified",))

    assert caught.value.place == "$.admits[0]"


def test_two_criteria_with_one_id_are_refused() -> None:
    with pytest.raises(InvalidValue, match="'language' stands twice") as caught:
        Policy(name="mine", criteria=(SPEAKS, PREFERS))

    assert caught.value.place == "$.criteria[0]"


@pytest.mark.parametrize("criterion", ["language", None, CriterionKind.LANGUAGE])
def test_what_is_no_criterion_is_refused(criterion: Any) -> None:  # noqa: ANN401 # of any other type
    with pytest.raises(WrongType):
        STANDARD_POLICY.with_criterion(criterion)
    with pytest.raises(WrongType):
        Policy(name="mine", criteria=(criterion,))
