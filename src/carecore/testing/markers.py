"""Markers in every personal field: whatever shows one of them shows what is personal.

A library, an app or a rule promises to keep people private.
Plant markers in a value, do with it what you do, and look for them in what came out.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar, cast, final

import attrs
from attrs import field, frozen

from carecore.base.reasons import at
from carecore.base.timing import PartialDate
from carecore.codec.shapes import Field, fields_of, members_of
from carecore.errors import WrongType, described

__all__ = ["Marked", "with_markers"]

T = TypeVar("T")

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_YEAR: Final = 1903
"""A year of birth that nobody has who is looked after today."""


def _kept(markers: Mapping[str, str], /) -> Mapping[str, str]:
    return MappingProxyType(dict(markers))


@final
@frozen(weakref_slot=False, repr=False)
class Marked(Generic[T]):
    """A value with a marker in every personal field, whatever it holds and however deep.

    Attributes:
        value: the value.
        markers: what was planted, by its place.

    .. versionadded:: 0.1
    """

    value: T
    markers: Mapping[str, str] = field(converter=_kept, hash=False)

    def __repr__(self) -> str:
        """How many markers there are."""
        return f"<Marked {type(self.value).__name__} with {len(self.markers)} markers>"

    def shown_in(self, *texts: str) -> tuple[str, ...]:
        """The places of all that stands in one of *texts*, whether in capitals or not."""
        said = "\n".join(texts).casefold()
        return tuple(place for place, marker in self.markers.items() if marker in said)


def with_markers(value: T, /) -> Marked[T]:
    """*value* with a marker of its own in every personal text, and a telltale year in each date.

    Where a field holds several texts, one marker takes their place.
    Fields that hold something else, a number or a value of another class, are left as they are;
    what is personal inside such a value is marked.

    >>> from carecore.people import Client
    >>> marked = with_markers(Client(id="c-17", name="Ada Quill"))
    >>> marked.markers["$.name"], marked.shown_in(f"{marked.value} is here")
    ('zqaaa', ())
    >>> marked.shown_in(f"{marked.value.name} is here")
    ('$.name',)

    Raises:
        WrongType: if *value* is no value of an attrs class.

    .. versionadded:: 0.1
    """
    if not attrs.has(type(value)):
        what = f"markers are planted in the fields of a class, and this is {described(value)}"
        raise WrongType(what, advice="Maybe plant them in each of several values")
    markers: dict[str, str] = {}
    return Marked(cast("T", _planted(value, "$", markers)), markers)


def _planted(value: object, place: str, markers: dict[str, str], /) -> object:
    if isinstance(value, tuple):
        several = cast("tuple[object, ...]", value)
        return tuple(
            _planted(one, at(place, number), markers) for number, one in enumerate(several)
        )
    cls = type(value)
    if not attrs.has(cls):
        return value
    parts: dict[str, object] = {}
    for one in fields_of(cls):
        if not one.is_private:
            there = at(place, one.name)
            marker = _marker(one, there, markers) if one.is_personal else None
            old = getattr(value, one.name)
            parts[one.attribute.alias or one.name] = (
                _planted(old, there, markers) if marker is None else marker
            )
    return attrs.evolve(cast("Any", value), **parts)


def _marker(one: Field, place: str, markers: dict[str, str], /) -> object:
    kinds = members_of(one.kind)
    if str in kinds:
        return _text(place, markers)
    if tuple[str, ...] in kinds:
        return (_text(f"{place}[0]", markers),)
    for kind in kinds:
        if kind in _DATES:
            markers[place] = str(_YEAR)
            return _DATES[kind]
    return None


def _text(place: str, markers: dict[str, str], /) -> str:
    number = len(markers)
    tail = "".join(_LETTERS[number // 26**power % 26] for power in (2, 1, 0))
    markers[place] = f"zq{tail}"
    return f"Zq{tail}"


_DATES: Final[Mapping[object, object]] = MappingProxyType(
    {PartialDate: PartialDate(_YEAR, 7, 19), date: date(_YEAR, 7, 19)}
)
