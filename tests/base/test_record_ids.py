"""Ids of records, journeys and medications: the same rules as for people and catalogue."""

from collections.abc import Callable
from typing import Any

import pytest

from carecore.base import record_ids
from carecore.errors import InvalidValue, ManyFaults, WrongType

OF_RECORDS = {
    "entry_id": "entry",
    "journey_id": "journey",
    "leg_id": "leg",
    "medication_id": "medication",
    "consent_id": "consent",
    "coverage_id": "coverage",
    "authorization_id": "authorization",
}
OF_TERMS = {"right_id": "right", "term": "term"}
LISTS = {
    "entry_ids": "entry",
    "medication_ids": "medication",
    "person_ids": "person",
    "terms": "term",
}
OPTIONAL = (
    "optional_authorization_id",
    "optional_coverage_id",
    "optional_entry_id",
    "optional_journey_id",
    "optional_leg_id",
    "optional_medication_id",
    "optional_person_id",
    "optional_term",
)
OPTIONAL_LISTS = ("optional_terms",)


def check(name: str) -> Callable[[Any], object]:
    """The check of that name."""
    found: Callable[[Any], object] = getattr(record_ids, name)
    return found


def test_every_check_of_the_page_is_tested_here() -> None:
    checks = {name for name in record_ids.__all__ if name.islower()}

    assert checks == {*OF_RECORDS, *OF_TERMS, *LISTS, *OPTIONAL, *OPTIONAL_LISTS}


@pytest.mark.parametrize("name", OF_RECORDS)
def test_the_id_of_a_record_is_whatever_the_app_uses(name: str) -> None:
    assert check(name)("X-17/b") == "X-17/b"


@pytest.mark.parametrize(("name", "kind"), OF_RECORDS.items())
def test_a_blank_id_is_refused_by_what_it_is_of(name: str, kind: str) -> None:
    with pytest.raises(InvalidValue, match=f"^the {kind} id is blank"):
        check(name)(" ")


@pytest.mark.parametrize(("name", "kind"), OF_TERMS.items())
def test_a_word_of_the_field_is_snake_case(name: str, kind: str) -> None:
    assert check(name)("informed_decision") == "informed_decision"
    with pytest.raises(InvalidValue, match=f"^the {kind} id 'Informed decision' is not snake_case"):
        check(name)("Informed decision")


@pytest.mark.parametrize(("name", "kind"), LISTS.items())
def test_a_list_of_ids_keeps_its_order_and_names_each_fault(name: str, kind: str) -> None:
    assert check(name)(["b2", "a1"]) == ("b2", "a1")
    with pytest.raises(ManyFaults) as caught:
        check(name)(["a1", "", 3, "a1"])
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


@pytest.mark.parametrize("name", OPTIONAL_LISTS)
def test_a_list_that_may_be_unknown_is_checked_where_it_is_known(name: str) -> None:
    assert [check(name)(value) for value in (None, ["x_1"])] == [None, ("x_1",)]
    with pytest.raises(WrongType):
        check(name)("x_1")
