"""Days, moments, and the stretches between them.

Days are counted with `date`, hours with an aware `datetime`, and the wrong one is refused.
A `Period` runs over whole days, a `PartialDate` may know its year only, an `Offset` is a step
along the calendar.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from typing import Literal, Protocol, Self, TypeVar, final
from zoneinfo import ZoneInfo

import attrs

from carecore.errors import CareError, InvalidValue, WrongType, described, quoted

__all__ = ["CountsBusinessDays", "Offset", "PartialDate", "Period", "require_day", "require_moment"]

_LIMIT = 10**12
_DATES = (("years", "Y"), ("months", "M"), ("weeks", "W"), ("days", "D"))
_TIMES = (("hours", "H"), ("minutes", "M"), ("seconds", "S"))
_OFFSET = re.compile(
    r"(?P<sign>-?)(?:P(?=[0-9T])((?P<years>#)Y)?((?P<months>#)M)?((?P<weeks>#)W)?((?P<days>#)D)?"
    r"(T(?=[0-9])((?P<hours>#)H)?((?P<minutes>#)M)?((?P<seconds>#)S)?)?"
    r"|(?P<business_days>#)BD)".replace("#", "[0-9]{1,12}")
)
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DayOrMoment = TypeVar("_DayOrMoment", date, datetime)


def require_day(value: object, /, *, name: str = "as_of") -> date:
    """*value* itself, if it is a calendar day; *name* is what the error calls it.

    Raises `WrongType` for a datetime and for everything else that is not a `date`.

    >>> require_day(date(2026, 3, 1))
    datetime.date(2026, 3, 1)

    .. versionadded:: 0.1
    """
    if isinstance(value, datetime):
        what = f"{name} is a datetime, and days are counted here"
        raise WrongType(what, advice="Maybe `.date()` in the client's zone")
    if not isinstance(value, date):
        what = f"{name} is {described(value)}, not a date"
        raise WrongType(what, advice="Maybe date(2026, 3, 1)")
    return value


def require_moment(value: object, /, *, name: str = "at") -> datetime:
    """*value* itself, if it is a datetime with a time zone; *name* is what the error calls it.

    Raises `WrongType` for a date, a datetime without a zone and everything else, and
    `InvalidValue` for a moment whose UTC time lies outside the years 1 to 9999.

    >>> require_moment(datetime(2026, 3, 1, 9, tzinfo=UTC)).hour
    9

    .. versionadded:: 0.1
    """
    advice = "Maybe add tzinfo=ZoneInfo('Europe/Berlin')"
    if not isinstance(value, datetime):
        kind = "a date without a time" if isinstance(value, date) else described(value)
        raise WrongType(f"{name} is {kind}, not a datetime with a time zone", advice=advice)
    if value.utcoffset() is None:
        raise WrongType(f"{name} is a datetime without a time zone", advice=advice)
    if value.year in (MINYEAR, MAXYEAR):
        try:
            value.astimezone(UTC)
        except OverflowError:
            raise _outside(f"{name} in UTC") from None
    return value


class CountsBusinessDays(Protocol):
    """What an `Offset` asks of a calendar; `BusinessCalendar` is one.

    .. versionadded:: 0.1
    """

    @property
    def zone(self) -> str | None:
        """The IANA name of the zone whose days count; None takes each moment's own."""

    def add(self, day: date, n: int, /) -> date:
        """The day that is *n* business days after *day*."""
        ...


def _check_day(_: object, field: "attrs.Attribute[date | None]", day: date | None, /) -> None:
    if day is not None:
        require_day(day, name=f"the {field.name}")


def _check_order(period: "Period", _: object, end: date | None, /) -> None:
    if end is not None and period.start is not None and end < period.start:
        what = f"the period ends on {end}, before it starts on {period.start}"
        raise InvalidValue(what, advice="Maybe the two dates are swapped")


@final
@attrs.frozen(weakref_slot=False)
class Period:
    """From *start* up to, but not including, *end*, in calendar days; None is open.

    A *start* of None is "since ever, or not known", an *end* of None "until further notice".
    A period may hold no day at all (*end* equals *start*), because real records have such.
    Raises `InvalidValue` for an end before the start, `WrongType` for anything but dates.

    >>> stay = Period(date(2026, 3, 1), date(2026, 3, 15))
    >>> stay.days, stay.last, stay.contains(date(2026, 3, 15))
    (14, datetime.date(2026, 3, 14), False)
    >>> stay.intersection(Period(date(2026, 3, 10))).days
    5

    .. versionadded:: 0.1
    """

    start: date | None = attrs.field(validator=_check_day)
    end: date | None = attrs.field(default=None, validator=[_check_day, _check_order])

    @classmethod
    def from_inclusive(cls, first: date | None, last: date | None = None, /) -> Self:
        """The period whose *last* day is still inside (as in FHIR R4, datatype Period).

        Raises `InvalidValue` also for 9999-12-31, because no date can follow it.
        """
        given = cls(first, last)
        if last == date.max:
            advice = "Maybe None for a period without an end"
            raise InvalidValue(f"no date follows the last day {last}", advice=advice)
        return given if last is None else attrs.evolve(given, end=last + timedelta(days=1))

    @property
    def days(self) -> int | None:
        """How many days it holds; None when a side is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days

    @property
    def last(self) -> date | None:
        """The last day inside; None when it has no end or holds no day."""
        if self.end is None or self.end <= (self.start or date.min):
            return None
        return self.end - timedelta(days=1)

    @property
    def is_open(self) -> bool:
        """Whether it has no end."""
        return self.end is None

    def contains(self, day: date, /) -> bool:
        """Whether *day* falls inside; raises `WrongType` for a datetime."""
        require_day(day, name="the day")
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: "Period", /) -> bool:
        """Whether the two share a day; a period that holds no day shares none."""
        return self.intersection(other) is not None

    def intersection(self, other: "Period", /) -> "Period | None":
        """The days that both hold, or None when they share none."""
        start = max((day for day in (self.start, other.start) if day), default=None)
        end = min((day for day in (self.end, other.end) if day), default=None)
        return Period(start, end) if end is None or (start or date.min) < end else None

    def ended_on(self, day: date, /) -> Self:
        """This period with *day* as its end (the first day outside), whatever its end was.

        Raises `InvalidValue` for a day before the start, `WrongType` for a datetime.
        """
        return attrs.evolve(self, end=require_day(day, name="the day"))


def _is_in_calendar(*parts: int) -> bool:
    try:
        return bool(date(*parts))
    except (ValueError, OverflowError):
        return False


def _check_partial(partial: "PartialDate", _: object, day: int | None, /) -> None:
    for name, part in (("year", partial.year), ("month", partial.month), ("day", day)):
        if type(part) is not int and (part is not None or name == "year"):
            advice = "Maybe PartialDate.parse for text"
            raise WrongType(f"the {name} is {described(part)}, not an int", advice=advice)
    if day is not None and partial.month is None:
        raise InvalidValue("a day is given without its month", advice="Maybe add the month")
    first = (1 if part is None else part for part in (partial.month, day))
    # The value may be a birth date: it is not quoted, nor kept as the context of the error.
    if not _is_in_calendar(partial.year, *first):
        what = f"the {partial.precision} is not in the calendar"
        raise InvalidValue(what, advice="Maybe day and month are swapped")


@final
@attrs.frozen(weakref_slot=False)
class PartialDate:
    """A day, or only a month or a year where no more is known.

    Raises `InvalidValue` for what is not in the calendar, `WrongType` for anything but ints.
    There is no `<`: ask `is_before`, which may answer that it cannot be told.

    >>> onset = PartialDate.parse("2026-03")
    >>> onset.earliest, onset.latest, str(onset)
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 31), '2026-03')
    >>> onset.is_before(date(2026, 3, 9)) is None
    True

    .. versionadded:: 0.1
    """

    year: int
    month: int | None = None
    day: int | None = attrs.field(default=None, validator=_check_partial)

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Read exactly `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raises `InvalidValue` for the rest."""
        advice = "Maybe write it as 2026, 2026-03 or 2026-03-01"
        found = _matched(_PARTIAL, text, f"the date is {described(text)}, not YYYY-MM-DD", advice)
        year, month, day = (None if part is None else int(part) for part in found.groups())
        return cls(year or 0, month, day)

    def __str__(self) -> str:
        """ISO 8601 text, as precise as the date."""
        known = (part for part in (self.month, self.day) if part is not None)
        return "-".join((f"{self.year:04d}", *(f"{part:02d}" for part in known)))

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """The smallest part that is known."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def contains(self, day: date, /) -> bool:
        """Whether it can mean *day*; raises `WrongType` for a datetime."""
        return self.earliest <= require_day(day, name="the day") <= self.latest

    def is_before(self, other: "PartialDate | date", /) -> bool | None:
        """Whether it surely comes before *other*; None when that cannot be told."""
        if not isinstance(other, PartialDate):
            other = PartialDate.parse(require_day(other, name="the other").isoformat())
        if self.latest < other.earliest:
            return True
        return False if self.earliest >= other.latest else None

    def age_on(self, day: date, /) -> tuple[int, int]:
        """The fewest and the most completed years on *day*, for someone born on this date.

        Whoever is born on 29 February completes a year on 1 March of a common year (our choice).
        Raises `InvalidValue` for a day before the date, `WrongType` for a datetime.
        """
        require_day(day, name="the day")
        if day < self.earliest:
            raise InvalidValue("the day comes before the date", advice="Maybe the two are swapped")
        fewest, most = (
            day.year - born.year - ((day.month, day.day) < (born.month, born.day))
            for born in (self.latest, self.earliest)
        )
        return max(fewest, 0), most


def _check_parts(offset: "Offset", _: object, business_days: int | None, /) -> None:
    parts = {name: getattr(offset, name) for name, _letter in (*_DATES, *_TIMES)}
    counted = {} if business_days is None else {"business_days": business_days}
    for name, part in (parts | counted).items():
        if type(part) is not int:
            raise WrongType(f"{name} is {described(part)}, not an int", advice="Maybe 1")
        if abs(part) >= _LIMIT:
            raise InvalidValue(f"{name} is longer than the calendar", advice="Maybe fewer")
    if min(parts.values()) < 0 < max(parts.values()):
        raise InvalidValue("the parts of an offset differ in sign", advice="Maybe use two offsets")
    if counted and any(parts.values()):
        what = "business days stand beside other parts"
        raise InvalidValue(what, advice="Maybe use two offsets")


@final
@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Offset:
    """A step along the calendar, forwards or (all parts negative) backwards.

    The text is an ISO 8601 duration, weeks beside the rest allowed and `-` in front of the
    whole; `2BD` for business days is carecore's own. Parts are kept as given: P7D is not P1W.
    They are years, months, weeks, days, hours, minutes and seconds, or business_days alone.
    Raises `InvalidValue` for mixed signs or business days beside other parts, and `WrongType`
    for anything but ints.

    >>> str(Offset(months=1, days=2)), Offset.parse("-2BD").business_days
    ('P1M2D', -2)
    >>> Offset.parse("P1M").after(date(2026, 1, 31))
    datetime.date(2026, 2, 28)

    .. versionadded:: 0.1
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0
    business_days: int | None = attrs.field(default=None, validator=_check_parts)

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Read text such as `P1Y2M3W4DT5H6M7S`, `-P2D` or `2BD`; else raises `InvalidValue`."""
        advice = "Maybe whole numbers as in P1M, P2DT12H or 2BD"
        parts = _matched(_OFFSET, text, f"{quoted(str(text))} is not an offset", advice).groupdict()
        sign = -1 if parts.pop("sign") else 1
        return cls(**{name: sign * int(part) for name, part in parts.items() if part})

    def __str__(self) -> str:
        """The text that `parse` reads."""
        parts = [
            "".join(f"{abs(n)}{letter}" for name, letter in pairs if (n := getattr(self, name)))
            for pairs in (_DATES, _TIMES)
        ]
        sign = "-" if min(self.measure) < 0 else ""
        if self.business_days is not None:
            return f"{sign}{abs(self.business_days)}BD"
        return f"{sign}P{parts[0]}{'T' if parts[1] else ''}{parts[1]}" if any(parts) else "P0D"

    def __repr__(self) -> str:
        """The call that builds it again."""
        return f"Offset.parse({str(self)!r})"

    @property
    def measure(self) -> tuple[int, int, int, int]:
        """Months, days, seconds and business days: the four that do not turn into each other."""
        seconds = (self.hours * 60 + self.minutes) * 60 + self.seconds
        months, days = self.years * 12 + self.months, self.weeks * 7 + self.days
        return months, days, seconds, self.business_days or 0

    def after(
        self, anchor: _DayOrMoment, /, *, calendar: CountsBusinessDays | None = None
    ) -> _DayOrMoment:
        """The day or moment this far from *anchor*, of the same kind and in the same zone.

        Months come first (the last day of a shorter month stands in), then days, both by the
        wall clock of the moment's zone (for business days, of the calendar's); then hours,
        minutes and seconds as exact time. A wall time that the zone skips moves past the gap,
        one that comes twice means the first (as RFC 5545 has it, section 3.3.5).
        Raises `WrongType` for hours from a day and business days without *calendar*, and
        `InvalidValue` where the calendar ends.
        """
        try:
            if not isinstance(anchor, datetime):
                require_day(anchor, name="the anchor")
                if self.measure[2]:
                    what = f"{self} counts hours, and the anchor is a day"
                    raise WrongType(what, advice="Maybe pass an aware datetime")
                return self._after_day(anchor, calendar)
            require_moment(anchor, name="the anchor")
            zone = None if calendar is None or self.business_days is None else calendar.zone
            wall = anchor if zone is None else anchor.astimezone(ZoneInfo(zone))
            day = self._after_day(wall.date(), calendar)
            if day != wall.date():
                wall = datetime.combine(day, wall.time().replace(fold=0), wall.tzinfo)
            exact = wall.astimezone(UTC) + timedelta(seconds=self.measure[2])
            return exact.astimezone(anchor.tzinfo)
        except CareError:
            raise
        except (ValueError, OverflowError):
            raise _outside(f"{self} from the anchor") from None

    def _after_day(self, day: date, calendar: CountsBusinessDays | None, /) -> date:
        if self.business_days is None:
            from dateutil.relativedelta import relativedelta

            return day + relativedelta(months=self.measure[0], days=self.measure[1])
        if calendar is None:
            what = f"{self} counts business days, and no calendar is given"
            raise WrongType(what, advice="Maybe pass calendar=BusinessCalendar()")
        return calendar.add(day, self.business_days)


def _matched(pattern: re.Pattern[str], text: object, what: str, advice: str, /) -> re.Match[str]:
    if not isinstance(text, str):
        raise WrongType(f"{described(text)} is not text", advice=advice)
    found = pattern.fullmatch(text)
    if found is None:
        raise InvalidValue(what, advice=advice)
    return found


def _outside(what: str, /) -> InvalidValue:
    return InvalidValue(f"{what} lies outside the years 1 to 9999", advice="Maybe leave it open")
