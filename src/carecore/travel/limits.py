"""How early is too early to fly: how many days one source wants to pass."""

from datetime import date
from enum import Enum
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.checks import plain_text
from carecore.base.fields import checked
from carecore.base.moments import When, first_day, last_day, optional_when
from carecore.base.reasons import Citation, Source, tuple_of_sources
from carecore.base.record_ids import optional_term, term
from carecore.base.timing import require_day
from carecore.errors import InvalidValue
from carecore.travel.escorts import EscortLevel
from carecore.travel.fields import days, optional_days, optional_hours

__all__ = ["DayLimit", "FlightTiming"]


class FlightTiming(Enum):
    """How a day stands to the days that have to pass before a flight.

    .. versionadded:: 0.1
    """

    TOO_EARLY = "too_early"
    UNKNOWN = "unknown"
    ASSESS = "assess"
    CLEAR = "clear"


def _not_below_least(
    limit: "DayLimit", attribute: "Attribute[int | None]", most: int | None, /
) -> None:
    optional_days(limit, attribute, most)
    if most is not None and most < limit.least:
        what = f"the limit is over after {most} days, before it begins at {limit.least}"
        advice = "Maybe the two are swapped"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class DayLimit:
    """How many days one source wants to pass before a flight in the cabin of an airline.

    Earlier than the least is too early by that source, unless a doctor and the airline agree; from
    the most on nothing more is asked; between the two an assessment decides. A source that names
    one number has it as both. Days are counted by the calendar: the day after is day 1.

    >>> limit = DayLimit(id="bypass_here", what="coronary_bypass", least=10, most=14)
    >>> limit.timing(date(2026, 11, 1), on=date(2026, 11, 12))
    <FlightTiming.ASSESS: 'assess'>

    Attributes:
        id: the id other values refer to; a term.
        what: what happened; a term.
        least: days before which it is too early.
        most: days after which nothing more is asked; `None`: an assessment is always asked.
        counts_from: what the days count from, if that is not the thing itself; a term.
        flight_hours_over: only flights longer than that many hours are meant; `None`: any.
        escort: who has to go along between the least and the most, if the source says.
        remark: what a reader has to know, in our own words.
        sources: what it rests on.

    Raises:
        InvalidValue: if the most is below the least, or an id or a number has no meaning.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    what: str = field(converter=term)
    least: int = field(validator=days)
    most: int | None = field(validator=_not_below_least)
    counts_from: str | None = field(default=None, converter=optional_term)
    flight_hours_over: int | None = field(default=None, validator=optional_hours)
    escort: EscortLevel | None = None
    remark: str = field(default="", validator=plain_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    @property
    def clock(self) -> str:
        """What the days count from; a term."""
        return self.counts_from or self.what

    @property
    def is_verified(self) -> bool:
        """Whether the number was read in one of its sources."""
        return any(isinstance(one, Citation) and one.verified for one in self.sources)

    def timing(self, started: date | When | None, /, *, on: date) -> FlightTiming:
        """How a flight on that day stands to this limit alone.

        *Unknown* if nobody knows when it started, or not well enough.

        Raises:
            WrongType: if *started* is no day or moment, or *on* no plain date.
        """
        day, since = require_day(on, name="on"), optional_when(started)
        if since is None:
            return FlightTiming.UNKNOWN
        fewest, most = ((day - one(since)).days for one in (last_day, first_day))
        if most < 0:
            # What comes after the flight does not bear on it.
            return FlightTiming.CLEAR
        early, late = self._after(max(fewest, 0)), self._after(most)
        return early if early is late else FlightTiming.UNKNOWN

    def _after(self, passed: int, /) -> FlightTiming:
        if passed < self.least:
            return FlightTiming.TOO_EARLY
        is_over = self.most is not None and passed >= self.most
        return FlightTiming.CLEAR if is_over else FlightTiming.ASSESS
