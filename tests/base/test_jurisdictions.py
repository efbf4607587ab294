"""Where the law is made."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.jurisdictions import (
    Jurisdiction,
    jurisdictions,
    optional_jurisdiction,
    optional_jurisdictions,
    to_jurisdiction,
)
from carecore.errors import InvalidValue, WrongType

CODES = st.from_regex(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", fullmatch=True)


@given(code=CODES)
def test_a_jurisdiction_is_known_by_its_code(code: str) -> None:
    assert str(to_jurisdiction(code)) == code


@given(code=CODES)
def test_a_country_contains_its_parts_and_itself(code: str) -> None:
    place = Jurisdiction(code)

    assert (place.contains(place), place.country.contains(place)) == (True, True)


@given(left=CODES, right=CODES)
def test_two_places_that_contain_each_other_are_the_same(left: str, right: str) -> None:
    one, other = Jurisdiction(left), Jurisdiction(right)

    assert (one.contains(other) and other.contains(one)) == (one == other)


@pytest.mark.parametrize(
    ("outer", "inner", "held"),
    [
        ("US", "US-MA", True),
        ("US-MA", "US", False),
        ("US-M", "US-MA", False),
        ("GB", "US-MA", False),
    ],
)
def test_a_part_is_told_by_the_hyphen(outer: str, inner: str, *, held: bool) -> None:
    assert Jurisdiction(outer).contains(inner) is held


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("us-ma", "$.code: the jurisdiction 'us-ma' is no ISO 3166 code. Maybe 'US-MA'."),
        ("US_MA ", "$.code: the jurisdiction 'US_MA ' is no ISO 3166 code. Maybe 'US-MA'."),
        (
            "Massachusetts",
            "$.code: the jurisdiction 'Massachusetts' is no ISO 3166 code. Maybe 'US' or 'US-MA'.",
        ),
        ("", "$.code: the jurisdiction '' is no ISO 3166 code. Maybe 'US' or 'US-MA'."),
    ],
)
def test_a_code_without_the_shape_is_refused(code: str, text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Jurisdiction(code)
    assert str(caught.value) == text


def test_a_long_text_is_cut_in_the_error() -> None:
    with pytest.raises(InvalidValue) as caught:
        Jurisdiction("x" * 10_000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("value", [None, 3, b"US", ["US"]])
def test_a_code_is_text(value: object) -> None:
    untyped: Any = value
    with pytest.raises(WrongType, match="a jurisdiction is given as text, and this is"):
        to_jurisdiction(untyped)


def test_what_is_no_place_lies_nowhere() -> None:
    untyped: Any = None
    with pytest.raises(WrongType):
        Jurisdiction("US").contains(untyped)


@given(codes=st.lists(CODES, unique=True))
def test_places_are_taken_as_codes_and_as_values(codes: list[str]) -> None:
    places = jurisdictions(codes)

    assert (jurisdictions(places), [place.code for place in places]) == (places, codes)


@given(codes=st.sets(CODES))
def test_a_set_of_places_comes_sorted(codes: set[str]) -> None:
    assert [one.code for one in jurisdictions({*map(Jurisdiction, codes)})] == sorted(codes)


@given(codes=st.lists(CODES))
def test_places_sort_by_their_code(codes: list[str]) -> None:
    assert [one.code for one in sorted(map(Jurisdiction, codes))] == sorted(codes)


def test_a_place_may_be_unknown() -> None:
    assert (optional_jurisdiction(None), optional_jurisdictions(None)) == (None, None)


def test_a_place_that_is_known_is_checked() -> None:
    assert (optional_jurisdiction("US"), optional_jurisdictions(["US"])) == (
        Jurisdiction("US"),
        (Jurisdiction("US"),),
    )
