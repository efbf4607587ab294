"""What was probably meant by a value of the wrong type."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from types import NoneType

import pytest

from carecore.base.amounts import Quantity
from carecore.base.hints import hint_at


class Step(Enum):
    """Ten words."""

    STEP_0 = "to-0"
    STEP_1 = "to-1"
    STEP_2 = "to-2"
    STEP_3 = "to-3"
    STEP_4 = "to-4"
    STEP_5 = "to-5"
    STEP_6 = "to-6"
    STEP_7 = "to-7"
    STEP_8 = "to-8"
    STEP_9 = "to-9"


class Floor(IntEnum):
    """Words whose values are no text."""

    GROUND = 0
    FIRST = 1


@pytest.mark.parametrize("text", ["to-3", "TO_3", " to 3 ", "step_3", "Step 3", "STEP-3"])
def test_text_that_spells_a_word_of_an_enumeration_names_the_word(text: str) -> None:
    assert hint_at(text, (Step, NoneType)) == "Maybe Step.STEP_3"


def test_a_word_whose_value_is_no_text_is_known_by_its_name() -> None:
    assert hint_at("first", (Floor,)) == "Maybe Floor.FIRST"


def test_text_that_is_no_word_names_the_words_and_says_how_many_more() -> None:
    assert hint_at("attic", (Floor, NoneType)) == "Maybe one of Floor.GROUND, Floor.FIRST"
    assert hint_at("x" * 10_000, (Step,)) == (
        "Maybe one of Step.STEP_0, Step.STEP_1, Step.STEP_2, Step.STEP_3, Step.STEP_4, "
        "Step.STEP_5, Step.STEP_6, Step.STEP_7, and 2 more"
    )


@pytest.mark.parametrize("number", [1, 1.5, Decimal(3)])
def test_a_number_without_a_unit_is_asked_for_one(number: object) -> None:
    assert hint_at(number, (Quantity, bool, NoneType)) == "Maybe Quantity(3, 'm')"


@pytest.mark.parametrize("kinds", [(date,), (date, datetime, NoneType)])
def test_text_for_a_day_is_shown_a_day(kinds: tuple[type, ...]) -> None:
    assert hint_at("2026-03-01", kinds) == "Maybe date(2026, 3, 1)"


@pytest.mark.parametrize(("value", "kind"), [(True, Quantity), (3, Floor), ("3", int), (3, date)])
def test_other_values_may_be_unknown_if_that_may_be(value: object, kind: type) -> None:
    assert hint_at(value, (kind, NoneType)) == "Maybe None, if it is unknown"
    assert hint_at(value, (kind,)) == ""
