"""Which texts, numbers and steps a field takes: several families, from the widest to the narrowest.

An annotation says `str`, and a converter wants a word of the field.
So each family comes with samples; a field gets the widest family whose samples it all takes.
"""

from collections.abc import Callable, Mapping
from datetime import time, timedelta
from decimal import Decimal
from typing import Any, Final, TypeAlias, final

from attrs import frozen
from hypothesis import strategies as st

from carecore.base.calendars import Window
from carecore.base.timing import Offset
from carecore.testing.strategies import timing, wording

__all__ = ["FAMILIES", "Family", "fitting_families"]

Values: TypeAlias = st.SearchStrategy[Any]

_BIG: Final = 10**6
_DAY: Final = 24
_HUNDRED: Final = 100


@final
@frozen(weakref_slot=False, eq=False)
class Family:
    """Values of one kind that belong together.

    Attributes:
        samples: what a field has to take, if it takes the family.
        make: gives the strategy.
    """

    samples: tuple[object, ...]
    make: Callable[[], Values]


def fitting_families(kind: object, takes: Callable[[object], bool | None], /) -> tuple[Family, ...]:
    """The widest family of *kind* that is taken; or every one that may be, where nobody can tell.

    >>> [family.samples for family in fitting_families(int, lambda number: number >= 0)]
    [(0, 1000000)]

    Args:
        kind: the class of the values.
        takes: whether a value is taken; None, if that cannot be told.
    """
    found: list[Family] = []
    for family in FAMILIES[kind]:
        answers = {takes(sample) for sample in family.samples}
        if False not in answers:
            found.append(family)
            if None not in answers:
                break
    return tuple(found)


def _whole(least: int, most: int, /) -> Family:
    few = least + 9
    return Family(
        (least, most), lambda: st.integers(least, min(few, most)) | st.integers(least, most)
    )


def _exact(least: int, most: int, places: int, /) -> Values:
    return st.decimals(least, most, places=places)


FAMILIES: Final[Mapping[object, tuple[Family, ...]]] = {
    str: (
        Family(("", " \t", "Zoë\n"), wording.texts),
        Family((" Zoë 1\n", "2 x"), wording.filled_texts),
        Family(("", "mm[Hg]"), wording.units),
        Family(("c-17", "Ü"), wording.ids),
        Family(("acute_ward", "x"), wording.terms),
        Family(("$", "$.goals[2]"), wording.places),
        Family(("", "Maybe ask"), wording.advice_texts),
        Family(("X101", "G001"), wording.codes),
    ),
    int: (
        _whole(-_BIG, _BIG),
        _whole(0, _BIG),
        _whole(1, _BIG),
        _whole(0, _HUNDRED),
        _whole(1, _HUNDRED),
        _whole(1, _DAY - 1),
    ),
    Decimal: (
        Family(
            (Decimal("-1.50"), Decimal("1E+9")),
            lambda: _exact(-_BIG, _BIG, 2) | st.integers(0, 9).map(Decimal),
        ),
        Family((Decimal(0), Decimal(_HUNDRED)), lambda: _exact(0, _HUNDRED, 1)),
    ),
    Offset: (
        Family(
            (Offset(business_days=-1), Offset(hours=-1), Offset(months=1)),
            timing.offsets,
        ),
        Family((Offset(hours=1), Offset(months=1)), lambda: timing.whole_days() | _steps()),
        Family((Offset(days=1), Offset(weeks=2)), timing.whole_days),
    ),
    Window: (
        Family((Window(Offset(hours=1)), Window(Offset(days=1))), timing.windows),
        Family((Window(Offset(days=1)),), lambda: timing.windows().filter(_has_no_hours)),
    ),
    time: (
        Family((time(0, 0, 1), time(23, 59, 59, 1)), st.times),
        Family((time(0), time(23, 59)), timing.clock_times),
    ),
    timedelta: (
        Family((timedelta(-1), timedelta(1)), timing.spans),
        Family((timedelta(0), timedelta(1)), lambda: timing.spans().map(abs)),
    ),
}
"""The families of each kind, widest first."""


def _steps() -> st.SearchStrategy[Offset]:
    few = st.integers(0, 9)
    return st.builds(Offset, months=few, days=few, hours=few)


def _has_no_hours(window: Window, /) -> bool:
    ends = (window.earliest, window.latest)
    return not any(end is not None and end.measure[2] for end in ends)
