"""Values of our time: days of one winter, moments that lie in it, and lists of a few things."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

import attrs
from hypothesis import strategies as st

from carecore.base.timing import PartialDate, Period
from carecore.codec.shapes import fields_of
from carecore.testing.strategies.fitting import Maker, Special, Values
from carecore.testing.strategies.kinds import LATE, SPECIAL
from carecore.testing.strategies.timing import zones

__all__ = ["Fields", "field_values", "near", "near_days", "near_moments"]

T = TypeVar("T", bound=attrs.AttrsInstance)

Fields: TypeAlias = dict[str, st.SearchStrategy[object]]
"""Strategies for some fields of a class, by their names."""

_START: Final = date(2026, 10, 1)
_DAYS: Final = 120
_HOURS: Final = 24 * _DAYS


def near(kind: type[T], fields: Fields, /) -> st.SearchStrategy[T]:
    """Values of *kind*; *fields* says how some of its fields are made.

    Raises:
        UnknownId: if there is no field of such a name.
    """
    return _maker().instances(kind, fields) if fields else _maker().values(kind)


def field_values(cls: type[attrs.AttrsInstance], name: str, /) -> st.SearchStrategy[object]:
    """Values for one field of the class *cls*, of our time."""
    (field,) = (one for one in fields_of(cls) if one.name == name)
    return _maker().field(cls, field)


def near_days() -> st.SearchStrategy[date]:
    """Days of one winter."""
    return st.integers(0, _DAYS).map(_day)


def _day(number: int, /) -> date:
    return _START + timedelta(days=number)


def near_moments() -> st.SearchStrategy[datetime]:
    """Moments of one winter, in any zone."""
    return st.builds(_moment, st.integers(0, _HOURS), zones())


def _moment(hours: int, zone: ZoneInfo, /) -> datetime:
    start = datetime(_START.year, _START.month, _START.day, tzinfo=UTC)
    return (start + timedelta(hours=hours)).astimezone(zone)


def _partial_dates() -> st.SearchStrategy[PartialDate]:
    return st.builds(_partial_date, near_days(), st.sampled_from((10, 10, 10, 7, 4)))


def _partial_date(day: date, length: int, /) -> PartialDate:
    return PartialDate.parse(day.isoformat()[:length])


def _periods() -> st.SearchStrategy[Period]:
    return st.builds(_period, near_days(), st.none() | st.integers(0, _DAYS))


def _period(day: date, length: int | None, /) -> Period:
    return Period(day, None if length is None else day + timedelta(days=length))


@lru_cache(maxsize=1)
def _maker() -> Maker:
    ours = {
        date: near_days(),
        datetime: near_moments(),
        PartialDate: _partial_dates(),
        Period: _periods(),
    }
    return Maker({**SPECIAL, **{kind: _always(made) for kind, made in ours.items()}}, LATE, 5, 2, 1)


def _always(made: Values, /) -> Special:
    def special(_: Maker, /) -> Values:
        return made

    return special
