"""What an outline is made of: paragraphs, bullets, tables, sections and load bars.

The values hold text and nothing about how it looks; `carecore.base.faces` draws them.
They are plain (no fonts, colours or links), so that every face can show all of them.
Text is kept as it was given; what could disturb a face is made harmless when it is drawn.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias, TypeVar, final

import attrs

from carecore.errors import InvalidValue, WrongType, described

__all__ = [
    "NOTHING",
    "Bar",
    "Bars",
    "Cell",
    "Entry",
    "Items",
    "Paragraph",
    "Part",
    "Section",
    "Table",
    "cell_text",
    "heading_text",
    "part_tuple",
]

T = TypeVar("T")

_MOST: Final = 10**12

NOTHING: Final = "–"
"""What stands where there is no value.

.. versionadded:: 0.1
"""

Cell: TypeAlias = str | int | Decimal | date | None
"""What a table takes for a cell; it becomes text by `cell_text`.

.. versionadded:: 0.1
"""

Entry: TypeAlias = "str | tuple[str, Items]"
"""One bullet: its text, or its text and the bullets under it.

.. versionadded:: 0.1
"""

Part: TypeAlias = "Paragraph | Items | Table | Section | Bars"
"""Anything that an outline or a section may hold.

.. versionadded:: 0.1
"""


def cell_text(value: Cell, /) -> str:
    """The text of one cell.

    A day is written year first, a `Decimal` without an exponent, a bool as yes or no,
    and None as a dash, so that a blank cell is never an accident.

    Raises:
        WrongType: for anything else; the text of an unknown object might be personal.

    >>> [cell_text(value) for value in (3, Decimal("1E+3"), date(2026, 11, 23), True, None)]
    ['3', '1000', '2026-11-23', 'yes', '–']

    .. versionadded:: 0.1
    """
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int | date):
        return str(value)
    return _plain(value, "a cell")


def heading_text(value: str, /) -> str:
    """The text of a title or heading: *value*, or a dash when there is nothing to read in it.

    Raises:
        WrongType: if *value* is not text.

    >>> heading_text("Who holds what"), heading_text(" ")
    ('Who holds what', '–')

    .. versionadded:: 0.1
    """
    text = _plain(value, "a heading")
    return text if text.strip() else NOTHING


def part_tuple(values: "Iterable[Part]", /) -> "tuple[Part, ...]":
    """All of *values*, in order.

    Raises:
        WrongType: if *values* is one text or one part, or if one of them is not a part.

    >>> part_tuple([Paragraph("Ready.")])
    (Paragraph(text='Ready.'),)

    .. versionadded:: 0.1
    """
    parts = _all_of(values, "parts")
    for index, part in enumerate(parts):
        kinds = (Paragraph, Items, Table, Section, Bars)
        _known(part, *kinds, place=f"$[{index}]", subject="a part")
    return parts


def _paragraph_text(value: str, /) -> str:
    return _plain(value, "a paragraph")


def _entries(values: Iterable[Entry], /) -> tuple[Entry, ...]:
    entries = _all_of(values, "entries")
    return tuple(_entry(entry, f"$[{index}]") for index, entry in enumerate(entries))


def _entry(entry: object, place: str, /) -> Entry:
    match entry:
        case str():
            return _plain(entry, "an entry")
        case (str() as text, Items() as under):
            return (_plain(text, "an entry"), under)
        case _:
            what = f"an entry is {described(entry)}"
            advice = "Maybe pass a text, or (text, Items(...))"
            raise WrongType(what, place=place, advice=advice)


def _cells(values: Iterable[Cell], /) -> tuple[str, ...]:
    return tuple(map(cell_text, _all_of(values, "cells")))


def _rows(values: Iterable[Iterable[Cell]], /) -> tuple[tuple[str, ...], ...]:
    return tuple(map(_cells, _all_of(values, "rows")))


def _bars(values: "Iterable[Bar]", /) -> "tuple[Bar, ...]":
    bars = _all_of(values, "bars")
    for index, bar in enumerate(bars):
        _known(bar, Bar, place=f"$[{index}]", subject="a bar")
    return bars


def _at_least_one(_table: object, _attribute: object, columns: tuple[str, ...], /) -> None:
    if not columns:
        what = "the table has no columns"
        raise InvalidValue(what, advice="Maybe use Items for a plain list")


def _as_wide_as_the_columns(
    table: "Table", _attribute: object, rows: tuple[tuple[str, ...], ...], /
) -> None:
    for index, row in enumerate(rows):
        if len(row) != len(table.columns):
            what = f"the row is {len(row)} wide, and the table is {len(table.columns)} wide"
            advice = "Maybe put None where there is no value"
            raise InvalidValue(what, place=f"$.rows[{index}]", advice=advice)


def _counted(_bar: object, attribute: "attrs.Attribute[int]", value: int, /) -> None:
    place = f"$.{attribute.name}"
    _known(value, int, place=place, subject=f"the {attribute.name} of a bar")
    if value < 0:
        what = f"the {attribute.name} of the bar is below 0"
        raise InvalidValue(what, place=place, advice="Maybe 0 is meant")
    if value > _MOST:
        what = f"the {attribute.name} of the bar is over {_MOST}"
        raise InvalidValue(what, place=place, advice="Maybe count in a larger unit")


@final
@attrs.frozen(weakref_slot=False)
class Paragraph:
    """A sentence or a few, as one block.

    >>> Paragraph("Two duties are held by nobody.")
    Paragraph(text='Two duties are held by nobody.')

    .. versionadded:: 0.1
    """

    text: str = attrs.field(converter=_paragraph_text)


@final
@attrs.frozen(weakref_slot=False)
class Items:
    """Bullets, in order; an entry is a text, or a text with more bullets under it.

    >>> Items(["Case manager", ("Care manager", Items(["writes the plan"]))]).entries[0]
    'Case manager'

    .. versionadded:: 0.1
    """

    entries: tuple[Entry, ...] = attrs.field(converter=_entries)


@final
@attrs.frozen(weakref_slot=False)
class Table:
    """Rows of cells under named columns; the first cell of a row says what the row is about.

    Cells are given as text, whole numbers, `Decimal`, days, or None, and kept as text.

    Raises:
        InvalidValue: if there are no columns, or a row has more or fewer cells than columns.
        WrongType: if a cell is of another type.

    >>> Table(["Duty", "Held by"], [["coordinate_care", None]], caption="Duties").rows
    (('coordinate_care', '–'),)

    .. versionadded:: 0.1
    """

    columns: tuple[str, ...] = attrs.field(converter=_cells, validator=_at_least_one)
    rows: tuple[tuple[str, ...], ...] = attrs.field(
        converter=_rows, validator=_as_wide_as_the_columns
    )
    caption: str = attrs.field(default="", converter=_paragraph_text, kw_only=True)


@final
@attrs.frozen(weakref_slot=False)
class Section:
    """Parts under a heading of their own; sections may hold sections.

    >>> Section("Rejected", [Paragraph("Nobody.")]).heading
    'Rejected'

    .. versionadded:: 0.1
    """

    heading: str = attrs.field(converter=heading_text)
    parts: tuple[Part, ...] = attrs.field(converter=part_tuple)


@final
@attrs.frozen(weakref_slot=False)
class Bar:
    """How full something is: *value* of *maximum*, both in the same unit, and a *note* beside it.

    The *label* says what it is. A value over the maximum is kept and shown as such.

    Raises:
        InvalidValue: if the value or the maximum is below 0.

    >>> Bar("p-1", value=9, maximum=8).amount
    '9 of 8, 1 over'

    .. versionadded:: 0.1
    """

    label: str = attrs.field(converter=heading_text)
    value: int = attrs.field(validator=_counted, kw_only=True)
    maximum: int = attrs.field(validator=_counted, kw_only=True)
    note: str = attrs.field(default="", converter=_paragraph_text, kw_only=True)

    @property
    def amount(self) -> str:
        """The fill in words.

        >>> Bar("p-1", value=3, maximum=8).amount
        '3 of 8'

        .. versionadded:: 0.1
        """
        over = self.value - self.maximum
        return f"{self.value} of {self.maximum}" + (f", {over} over" if over > 0 else "")

    def share(self, of: int, /) -> int:
        """How many of *of* equal pieces are filled: rounded down, but never none of something.

        >>> [Bar("p-1", value=value, maximum=80).share(10) for value in (0, 1, 79, 80, 90)]
        [0, 1, 9, 10, 10]

        .. versionadded:: 0.1
        """
        if self.value >= self.maximum:
            return of if self.value else 0
        return max(self.value * of // self.maximum, min(self.value, 1))


@final
@attrs.frozen(weakref_slot=False)
class Bars:
    """Load bars, one for each line.

    >>> Bars([Bar("p-1", value=3, maximum=8)]).bars[0].label
    'p-1'

    .. versionadded:: 0.1
    """

    bars: tuple[Bar, ...] = attrs.field(converter=_bars)


def _plain(value: object, subject: str, /) -> str:
    if not isinstance(value, str):
        what = f"{subject} is {described(value)}"
        raise WrongType(what, advice="Maybe turn it into text first")
    # An enumeration of words is text as well; this takes its word, not its Python name.
    return str.__str__(value)


def _all_of(values: Iterable[T], subject: str, /) -> tuple[T, ...]:
    if isinstance(values, str | bytes) or not hasattr(values, "__iter__"):
        what = f"the {subject} are {described(values)}"
        raise WrongType(what, advice="Maybe put it in brackets: [...]")
    return tuple(values)


def _known(value: object, *kinds: type, place: str, subject: str) -> None:
    if not isinstance(value, kinds) or isinstance(value, bool):
        what = f"{subject} is {described(value)}"
        raise WrongType(what, place=place, advice=f"Maybe wrap it in {kinds[0].__name__}")
