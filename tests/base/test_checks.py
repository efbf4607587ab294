"""The checks that fields of many rooms share."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.checks import (
    each_of,
    filled_text,
    in_order,
    optional_day,
    placed,
    plain_text,
    require_instance,
    require_kind,
    true_or_false,
    tuple_of_texts,
    whole_number,
    yes_or_no,
)
from carecore.errors import InvalidValue, WrongType


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Offer:
    """Has one field for each check."""

    title: str = attrs.field(default="a", validator=filled_text)
    note: str = attrs.field(default="", validator=plain_text)
    weekly_hours: int | None = attrs.field(default=None, validator=whole_number)
    is_known: bool | None = attrs.field(default=None, validator=yes_or_no)
    is_free: bool = attrs.field(default=True, validator=true_or_false)
    as_of: date | None = attrs.field(default=None, validator=optional_day)
    words: tuple[str, ...] = attrs.field(default=(), converter=tuple_of_texts)


@pytest.mark.parametrize(
    "parts",
    [
        {"title": " a "},
        {"note": " "},
        {"weekly_hours": 0},
        {"weekly_hours": 10**12},
        {"is_known": False},
        {"is_free": False},
        {"as_of": date.max},
        {"words": ["b", "a", "b"]},
    ],
)
def test_what_has_a_meaning_is_taken(parts: dict[str, Any]) -> None:
    ((name, given_part),) = parts.items()

    kept = getattr(Offer(**parts), name)
    assert kept == (tuple(given_part) if isinstance(given_part, list) else given_part)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"title": 3}, "the title of an Offer is a value of type int, and text is wanted"),
        ({"title": None}, "the title of an Offer is None, and text is wanted"),
        ({"note": b"x"}, "the note of an Offer is a value of type bytes, and text is wanted"),
        (
            {"weekly_hours": True},
            "the weekly hours of an Offer is a value of type bool, and a whole number is wanted",
        ),
        (
            {"weekly_hours": 37.5},
            "the weekly hours of an Offer is a value of type float, and a whole number is wanted",
        ),
        ({"weekly_hours": "9"}, "the weekly hours of an Offer is text, 1 character, and a whole"),
        ({"is_known": 1}, "the is known of an Offer is a value of type int, and True or False is"),
        ({"is_known": "no"}, "the is known of an Offer is text, 2 characters, and True or False"),
        ({"is_free": None}, "the is free of an Offer is None, and True or False is wanted"),
        ({"as_of": datetime(2026, 3, 1)}, "the as of is a datetime, and days are counted here"),
        ({"as_of": "2026-03-01"}, "the as of is text, 10 characters, not a date"),
    ],
)
def test_a_wrong_type_is_refused_at_its_place_and_described(
    parts: dict[str, Any], text: str
) -> None:
    with pytest.raises(WrongType) as caught:
        Offer(**parts)
    (name,) = parts
    assert str(caught.value).startswith(f"$.{name}: {text}")
    assert "Maybe" in caught.value.advice


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"title": " \n"}, "the title of an Offer is blank"),
        (
            {"weekly_hours": -1},
            "the weekly hours of an Offer is below 0, and 0 is the least",
        ),
        (
            {"weekly_hours": 10**12 + 1},
            "the weekly hours of an Offer is over 1000000000000, which is the most",
        ),
    ],
)
def test_a_value_without_meaning_is_refused_at_its_place(parts: dict[str, Any], text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Offer(**parts)
    (name,) = parts
    assert (caught.value.what, caught.value.place) == (text, f"$.{name}")
    assert caught.value.advice.startswith("Maybe ")


def test_a_kind_may_be_asked_for_without_advice() -> None:
    with pytest.raises(WrongType) as caught:
        require_kind(Offer(), "period", 3, date)
    assert str(caught.value) == (
        "$.period: the period of an Offer is a value of type int, and a date is wanted."
    )


def test_what_is_of_the_kind_is_given_back_itself() -> None:
    offer = Offer()

    assert require_instance(offer, Offer, name="the offer") is offer


def test_what_is_of_another_kind_is_refused_by_name() -> None:
    with pytest.raises(WrongType) as caught:
        require_instance("Ada", Offer, name="the offer", advice="Maybe Offer()")
    assert str(caught.value) == (
        "the offer is text, 3 characters, and an Offer is wanted. Maybe Offer()."
    )


def test_yes_is_no_number() -> None:
    with pytest.raises(WrongType, match=r"^the load is a value of type bool, and a whole number"):
        require_instance(True, int, name="the load")


@pytest.mark.parametrize(
    "values", ["en", b"en", bytearray(b"en"), memoryview(b"en"), {"en": 1}, 3, None, object()]
)
@pytest.mark.parametrize(
    "collected",
    [tuple_of_texts, lambda values: each_of(values, str), lambda values: in_order(values, of="x")],
)
def test_what_is_no_list_is_refused(values: object, collected: Callable[[Any], object]) -> None:
    with pytest.raises(WrongType, match=r"list of .* is wanted.*Maybe put it in brackets"):
        collected(values)


@pytest.mark.parametrize("values", [{"b", "a"}, frozenset({"b"}), set()])
def test_a_set_is_no_ordered_list(values: object) -> None:
    untyped: Any = values
    with pytest.raises(WrongType, match="an ordered list of str is wanted, and this is a value of"):
        each_of(untyped, str)


def test_a_list_with_something_else_in_it_is_refused_at_its_place() -> None:
    untyped: Any = ["a", 3]
    with pytest.raises(WrongType) as caught:
        each_of(untyped, str)
    assert str(caught.value) == "$[1]: this is a value of type int, and text is wanted."


def test_a_bool_is_no_whole_number_in_a_list() -> None:
    with pytest.raises(WrongType, match="a whole number is wanted"):
        each_of([1, True], int)


def test_a_set_of_texts_and_other_things_is_refused_and_not_compared() -> None:
    untyped: Any = {"a", 1, None}
    with pytest.raises(WrongType, match=r"\$\[0\]: this is a value of type int"):
        tuple_of_texts(untyped)


@given(texts=st.lists(st.text()))
def test_texts_keep_their_order(texts: list[str]) -> None:
    assert tuple_of_texts(iter(texts)) == tuple(texts)


@given(texts=st.frozensets(st.text()))
def test_a_set_of_texts_comes_sorted(texts: frozenset[str]) -> None:
    assert tuple_of_texts(texts) == tuple(sorted(texts))


@given(numbers=st.lists(st.integers()))
def test_a_tuple_that_was_checked_is_taken_again(numbers: list[int]) -> None:
    once = each_of(numbers, int)

    assert each_of(once, int) == once


def test_what_a_converter_refuses_is_refused_at_its_field() -> None:
    @attrs.frozen(field_transformer=placed)
    class Wish:
        words: tuple[str, ...] = attrs.field(converter=tuple_of_texts)

    with pytest.raises(WrongType) as refused:
        Wish(["calm", 3])  # type: ignore[list-item] # what is refused

    assert refused.value.place == "$.words[1]"


def test_a_converter_that_asks_for_its_field_is_left_as_it_is() -> None:
    def marked(value: int, field: "attrs.Attribute[str]") -> str:
        return f"{field.name} {value}"

    @attrs.frozen(field_transformer=placed)
    class Bed:
        number: str = attrs.field(
            converter=attrs.Converter(marked, takes_field=True)  # type: ignore[misc] # mypy knows plain functions only
        )

    assert Bed(7).number == "number 7"
