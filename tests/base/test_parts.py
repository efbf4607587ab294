"""The parts of an outline: what they take, and what they refuse."""

import pickle
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.parts import (
    Bar,
    Bars,
    Cell,
    Items,
    Paragraph,
    Part,
    Section,
    Table,
    cell_text,
    heading_text,
    part_tuple,
)
from carecore.errors import CareError, InvalidValue, WrongType

EXAMPLES: tuple[Part, ...] = (
    Paragraph("Ready."),
    Items(["one", ("two", Items(["under two"]))]),
    Table(["Duty", "Held by"], [["teach_family", None]], caption="Duties"),
    Section("More", [Paragraph("Ready.")]),
    Bars([Bar("p-1", value=3, maximum=8, note="on leave soon")]),
)


class Colour(str, Enum):  # noqa: UP042 # the kind whose str() is not its word
    """A word that is also text."""

    GREEN = "green"


class Points(IntEnum):
    """A number with a name."""

    THREE = 3


@pytest.mark.parametrize("part", EXAMPLES)
def test_a_part_hashes_and_pickles(part: Part) -> None:
    copy = pickle.loads(pickle.dumps(part))  # noqa: S301 # our own bytes
    assert (copy, hash(copy)) == (part, hash(part))


@pytest.mark.parametrize("part", EXAMPLES)
def test_a_part_has_no_room_for_anything_else(part: Part) -> None:
    assert not hasattr(part, "__dict__")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("as it is ", "as it is "),
        ("", ""),
        (Colour.GREEN, "green"),
        (-12, "-12"),
        (Points.THREE, "3"),
        (True, "yes"),
        (False, "no"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+3"), "1000"),
        (date(2026, 11, 23), "2026-11-23"),
        (
            datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=1))),
            "2026-11-23 09:30:00+01:00",
        ),
        (None, "–"),
    ],
)
def test_a_cell_becomes_text(value: Cell, text: str) -> None:
    assert cell_text(value) == text


def test_a_cell_that_was_an_enumeration_is_plain_text() -> None:
    assert type(cell_text(Colour.GREEN)) is str


@given(st.text())
def test_a_text_cell_is_kept_as_it_is(text: str) -> None:
    assert cell_text(text) == text


@pytest.mark.parametrize("blank", ["", " ", "\n\t"])
def test_a_heading_with_nothing_to_read_is_a_dash(blank: str) -> None:
    assert heading_text(blank) == "–"


def test_lists_become_tuples() -> None:
    table = Table(["Duty"], iter([["teach_family"], ["write_plan"]]))
    assert table.rows == (("teach_family",), ("write_plan",))


def test_bullets_keep_the_bullets_under_them() -> None:
    under = Items(["under two"])
    assert Items(["one", ("two", under)]).entries == ("one", ("two", under))


@pytest.mark.parametrize(
    ("bar", "amount"),
    [
        (Bar("p-1", value=0, maximum=0), "0 of 0"),
        (Bar("p-1", value=8, maximum=8), "8 of 8"),
        (Bar("p-1", value=11, maximum=8), "11 of 8, 3 over"),
    ],
)
def test_a_bar_says_its_amount(bar: Bar, amount: str) -> None:
    assert bar.amount == amount


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 200))
def test_a_bar_is_empty_only_at_zero_and_full_only_at_the_maximum(
    value: int, maximum: int, of: int
) -> None:
    share = Bar("p-1", value=value, maximum=maximum).share(of)
    assert 0 <= share <= of
    assert (share == 0) == (value == 0)
    assert share < of or value >= maximum or of == 1


# The types forbid these calls, so they are made behind the checkers' back.
UNTYPED: Any = {
    "Paragraph": Paragraph,
    "Items": Items,
    "Table": Table,
    "Section": Section,
    "Bars": Bars,
    "Bar": Bar,
    "cell_text": cell_text,
    "heading_text": heading_text,
    "part_tuple": part_tuple,
}


@pytest.mark.parametrize(
    ("call", "kind", "message"),
    [
        (
            lambda: UNTYPED["Paragraph"](3),
            WrongType,
            "a paragraph is a value of type int. Maybe turn it into text first.",
        ),
        (
            lambda: UNTYPED["heading_text"](None),
            WrongType,
            "a heading is None. Maybe turn it into text first.",
        ),
        (
            lambda: UNTYPED["cell_text"](0.5),
            WrongType,
            "a cell is a value of type float. Maybe turn it into text first.",
        ),
        (
            lambda: UNTYPED["Items"]("one"),
            WrongType,
            "the entries are text, 3 characters. Maybe put it in brackets: [...].",
        ),
        (
            lambda: UNTYPED["Items"](["one", 2]),
            WrongType,
            "$[1]: an entry is a value of type int. Maybe pass a text, or (text, Items(...)).",
        ),
        (
            lambda: UNTYPED["Items"]([("one", "two")]),
            WrongType,
            "$[0]: an entry is a value of type tuple. Maybe pass a text, or (text, Items(...)).",
        ),
        (
            lambda: UNTYPED["Section"]("More", Paragraph("Ready.")),
            WrongType,
            "the parts are a value of type Paragraph. Maybe put it in brackets: [...].",
        ),
        (
            lambda: UNTYPED["part_tuple"]([Paragraph("Ready."), "Ada Quill"]),
            WrongType,
            "$[1]: a part is text, 9 characters. Maybe wrap it in Paragraph.",
        ),
        (
            lambda: UNTYPED["Bars"]([("p-1", 3, 8)]),
            WrongType,
            "$[0]: a bar is a value of type tuple. Maybe wrap it in Bar.",
        ),
        (
            lambda: UNTYPED["Bar"]("p-1", value=0.5, maximum=8),
            WrongType,
            "$.value: the value of a bar is a value of type float. Maybe wrap it in int.",
        ),
        (
            lambda: UNTYPED["Bar"]("p-1", value=1, maximum=True),
            WrongType,
            "$.maximum: the maximum of a bar is a value of type bool. Maybe wrap it in int.",
        ),
        (
            lambda: Bar("p-1", value=-1, maximum=8),
            InvalidValue,
            "$.value: the value of the bar is below 0. Maybe 0 is meant.",
        ),
        (
            lambda: Table([], []),
            InvalidValue,
            "the table has no columns. Maybe use Items for a plain list.",
        ),
        (
            lambda: Table(["Duty", "Held by"], [["teach_family", None], ["write_plan"]]),
            InvalidValue,
            (
                "$.rows[1]: the row is 1 wide, and the table is 2 wide."
                " Maybe put None where there is no value."
            ),
        ),
        (
            lambda: UNTYPED["Table"]("Duty", []),
            WrongType,
            "the cells are text, 4 characters. Maybe put it in brackets: [...].",
        ),
        (
            lambda: UNTYPED["Table"](["Duty"], ["teach_family"]),
            WrongType,
            "the cells are text, 12 characters. Maybe put it in brackets: [...].",
        ),
    ],
)
def test_what_has_no_meaning_is_refused_without_quoting_it(
    call: Callable[[], object], kind: type[CareError], message: str
) -> None:
    with pytest.raises(kind) as caught:
        call()
    assert str(caught.value) == message


def test_a_bar_counts_no_further_than_a_person_can_read() -> None:
    with pytest.raises(InvalidValue, match="over 1000000000000"):
        Bar("a", value=10**12 + 1, maximum=1)
