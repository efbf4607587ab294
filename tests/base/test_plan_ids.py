"""Ids of plans, timelines and transitions: the same rules as for people and catalogue."""

from collections.abc import Callable
from typing import Any

import pytest

from carecore.base import plan_ids
from carecore.errors import InvalidValue, ManyFaults, WrongType

OF_RECORDS = {
    "activity_id": "activity",
    "concern_id": "concern",
    "decision_id": "decision",
    "goal_id": "goal",
    "milestone_id": "milestone",
    "plan_id": "plan",
    "stage_id": "stage",
    "transition_id": "transition",
    "visit_id": "visit",
}
OF_TERMS = {"domain_id": "domain", "gate_id": "gate", "pathway_id": "pathway"}
LISTS = {
    "activity_ids": "activity",
    "client_ids": "client",
    "concern_ids": "concern",
    "domain_ids": "domain",
    "goal_ids": "goal",
    "milestone_ids": "milestone",
    "professional_ids": "professional",
}
OPTIONAL = (
    "optional_activity_id",
    "optional_domain_id",
    "optional_duty_id",
    "optional_milestone_id",
    "optional_pathway_id",
    "optional_plan_id",
    "optional_professional_id",
    "optional_role_id",
    "optional_stage_id",
    "optional_transition_id",
)


def check(name: str) -> Callable[[Any], object]:
    """The check of that name."""
    found: Callable[[Any], object] = getattr(plan_ids, name)
    return found


def test_every_check_of_the_page_is_tested_here() -> None:
    checks = {name for name in plan_ids.__all__ if name.islower()}

    assert checks == {*OF_RECORDS, *OF_TERMS, *LISTS, *OPTIONAL}


@pytest.mark.parametrize("name", OF_RECORDS)
def test_the_id_of_a_record_is_whatever_the_app_uses(name: str) -> None:
    assert check(name)("X-17/b") == "X-17/b"


@pytest.mark.parametrize(("name", "kind"), OF_RECORDS.items())
def test_a_blank_id_is_refused_by_what_it_is_of(name: str, kind: str) -> None:
    with pytest.raises(InvalidValue, match=f"^the {kind} id is blank"):
        check(name)(" ")


@pytest.mark.parametrize(("name", "kind"), OF_TERMS.items())
def test_the_id_of_what_the_field_knows_is_snake_case(name: str, kind: str) -> None:
    assert check(name)("hip_fracture") == "hip_fracture"
    with pytest.raises(InvalidValue, match=f"^the {kind} id 'Hip fracture' is not snake_case"):
        check(name)("Hip fracture")


@pytest.mark.parametrize(("name", "kind"), LISTS.items())
def test_a_list_of_ids_keeps_its_order_and_names_each_fault(name: str, kind: str) -> None:
    assert check(name)(["b_2", "a_1"]) == ("b_2", "a_1")
    with pytest.raises(ManyFaults) as caught:
        check(name)(["a_1", "", 3, "a_1"])
    assert [(fault.place, f"the {kind}" in fault.what) for fault in caught.value.faults] == [
        ("$[1]", True),
        ("$[2]", True),
        ("$[3]", True),
    ]


@pytest.mark.parametrize("name", OPTIONAL)
def test_an_id_that_may_be_unknown_is_checked_where_it_is_known(name: str) -> None:
    assert [check(name)(value) for value in (None, "x_1")] == [None, "x_1"]
    with pytest.raises(WrongType):
        check(name)(3)
