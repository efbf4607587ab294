"""Days, moments, and what is counted with them."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from carecore.base.calendars import BusinessCalendar, Deadline, Pause, Window
from carecore.base.moments import When
from carecore.base.recurrence import Recurrence
from carecore.base.timing import Offset, PartialDate, Period
from carecore.errors import CareError
from carecore.people import WeeklyHours

__all__ = [
    "business_calendars",
    "clock_times",
    "days",
    "deadlines",
    "moments",
    "offsets",
    "partial_dates",
    "pauses",
    "periods",
    "recurrences",
    "spans",
    "times",
    "weekly_hours",
    "whole_days",
    "windows",
    "zones",
]

_ZONES: Final = (
    *("Europe/Lisbon", "Europe/Berlin", "America/New_York", "America/Denver"),
    *("Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe", "UTC"),
)
_FIRST, _LAST = date(2020, 1, 1), date(2035, 12, 31)
_DAY: Final = 1440
_HOUR: Final = 60
_QUARTER: Final = 15
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_MANY: Final = 999


def zones() -> st.SearchStrategy[ZoneInfo]:
    """Time zones, with and without summer time.

    .. versionadded:: 0.1
    """
    return st.sampled_from(_ZONES).map(ZoneInfo)


def days(first: date = date.min, last: date = date.max, /) -> st.SearchStrategy[date]:
    """Calendar days from *first* to *last*: mostly of our time, where that lies between.

    .. versionadded:: 0.1
    """
    anywhere = st.dates(first, last)
    start, end = max(first, _FIRST), min(last, _LAST)
    return st.dates(start, end) | anywhere if start <= end else anywhere


def moments() -> st.SearchStrategy[datetime]:
    """Moments in a zone, or with an offset from UTC that has no name; also when clocks change.

    .. versionadded:: 0.1
    """
    offsets_of_zones = st.integers(1 - _DAY, _DAY - 1).map(_fixed)
    any_zone = zones() | offsets_of_zones | st.just(UTC)
    ours = st.datetimes(
        datetime.combine(_FIRST, time()), datetime.combine(_LAST, time()), timezones=any_zone
    )
    # A year from either end of the calendar, each of them is a moment in every zone.
    anywhere = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=any_zone)  # noqa: DTZ001 # zones are drawn
    return ours | anywhere


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Days, months and years.

    .. versionadded:: 0.1
    """
    return st.builds(_cut, days(), st.sampled_from((4, 7, 10, 10)))


def times() -> st.SearchStrategy[When]:
    """Moments, days, months and years: as exactly as anybody knows.

    .. versionadded:: 0.1
    """
    return partial_dates() | moments()


def clock_times() -> st.SearchStrategy[time]:
    """Times of day by the clock on the wall, to the minute: often to a quarter of an hour.

    .. versionadded:: 0.1
    """
    return _minutes(0, _DAY - 1).map(_clock)


def weekly_hours() -> st.SearchStrategy[WeeklyHours]:
    """Stretches of one day of every week.

    .. versionadded:: 0.1
    """
    return st.builds(
        _stretch, st.integers(1, len(_WEEKDAYS)), _minutes(0, _DAY - 1), _minutes(1, _DAY)
    )


def _minutes(first: int, last: int, /) -> st.SearchStrategy[int]:
    quarters = st.integers(-(-first // _QUARTER), last // _QUARTER).map(_QUARTER.__mul__)
    return quarters | st.integers(first, last)


def _stretch(weekday: int, one: int, other: int, /) -> WeeklyHours:
    start, end = min(one, other), max(one, other)
    return WeeklyHours(weekday=weekday, start=_clock(start), end=_clock(end + int(end == start)))


def _clock(minute: int, /) -> time:
    hour, rest = divmod(minute % _DAY, _HOUR)
    return time(hour, rest)


def periods() -> st.SearchStrategy[Period]:
    """Periods, open or not, some without a day.

    .. versionadded:: 0.1
    """
    side = st.none() | days()
    return st.builds(_in_order, side, side)


def offsets() -> st.SearchStrategy[Offset]:
    """Steps along the calendar, forwards and backwards, in business days too.

    .. versionadded:: 0.1
    """
    few = st.integers(0, 3) | st.integers(0, _MANY)
    none = st.just(0)
    mixed = st.builds(
        _signed,
        st.sampled_from((1, 1, -1)),
        st.tuples(few | none, few | none, few, few, few | none, few | none, few | none),
    )
    return mixed | whole_days() | st.builds(Offset, business_days=st.integers(-_MANY, _MANY))


def whole_days() -> st.SearchStrategy[Offset]:
    """Steps forwards in days and weeks.

    .. versionadded:: 0.1
    """
    return st.builds(Offset, days=st.integers(0, 90), weeks=st.just(0) | st.integers(0, 12))


def windows() -> st.SearchStrategy[Window]:
    """Windows around an anchor, in days or whatever else.

    .. versionadded:: 0.1
    """
    of_days = st.builds(_days_apart, st.none() | st.integers(-9, 60), st.none() | st.integers(0, 9))
    end = st.none() | offsets()
    return of_days | st.tuples(end, end).map(_window)


def spans() -> st.SearchStrategy[timedelta]:
    """Spans of time, exact to the microsecond.

    .. versionadded:: 0.1
    """
    hours = st.integers(0, 48).map(_hours)
    return hours | st.timedeltas()


def recurrences() -> st.SearchStrategy[Recurrence]:
    """Rules of what comes again, by days or at a time in a zone.

    .. versionadded:: 0.1
    """
    start = st.dates(_FIRST, _LAST)
    clock = st.builds("T{:%H%M%S}".format, st.times())
    starts = st.builds("DTSTART;VALUE=DATE:{:%Y%m%d}".format, start) | st.builds(
        "DTSTART;TZID={}:{:%Y%m%d}{}".format, st.sampled_from(_ZONES), start, clock
    )
    weekdays = st.lists(st.sampled_from(_WEEKDAYS), min_size=1, max_size=3, unique=True)
    rule = st.builds(
        "RRULE:FREQ={};INTERVAL={}{}{}".format,
        st.sampled_from(_FREQUENCIES),
        st.integers(1, 4),
        st.just("") | st.builds(";COUNT={}".format, st.integers(1, 30)),
        st.just("") | weekdays.map(",".join).map(";BYDAY={}".format),
    )
    return st.builds("{}\n{}".format, starts, rule).map(Recurrence)


def business_calendars() -> st.SearchStrategy[BusinessCalendar]:
    """Calendars with a few holidays and any weekend that leaves a day to work.

    .. versionadded:: 0.1
    """
    return st.builds(
        BusinessCalendar,
        holidays=st.lists(st.dates(_FIRST, _LAST), max_size=3),
        weekend=st.just((6, 7)) | st.frozensets(st.integers(1, 7), max_size=6),
        zone=st.none() | st.sampled_from(_ZONES),
    )


def pauses(*, in_days: bool | None = None) -> st.SearchStrategy[Pause]:
    """Times in which a clock stands still.

    Args:
        in_days: whether they run from day to day, or from moment to moment; `None`: either.

    .. versionadded:: 0.1
    """
    because = st.sampled_from(("strike", "the family asked for time", "papers are missing"))
    if in_days is None:
        return pauses(in_days=True) | pauses(in_days=False)
    if in_days:
        return st.builds(
            _pause_of_days, st.dates(_FIRST, _LAST), st.none() | st.integers(0, 40), because
        )
    start = st.datetimes(
        datetime.combine(_FIRST, time()), datetime.combine(_LAST, time()), timezones=zones()
    )
    return st.builds(_pause_of_time, start, st.none() | st.integers(0, 40 * _DAY), because)


def deadlines() -> st.SearchStrategy[Deadline]:
    """Deadlines that can be answered, from a day or from a moment, paused or not.

    .. versionadded:: 0.1
    """
    in_days = _deadlines(st.dates(_FIRST, _LAST), pauses(in_days=True), hours=0)
    start = st.datetimes(
        datetime.combine(_FIRST, time()), datetime.combine(_LAST, time()), timezones=zones()
    )
    return in_days | _deadlines(start, pauses(in_days=False), hours=90)


def _deadlines(
    started: st.SearchStrategy[date], paused: st.SearchStrategy[Pause], /, *, hours: int
) -> st.SearchStrategy[Deadline]:
    steps = st.builds(Offset, days=st.integers(0, 60), hours=st.integers(0, hours))
    back = st.builds(Offset, days=st.integers(-60, -1))
    working = st.builds(Offset, business_days=st.integers(-9, 30))
    name = st.sampled_from(("appeal", "follow_up_call", "first_visit"))
    some = st.lists(paused, max_size=2)
    without = st.none() | business_calendars()
    return st.builds(
        Deadline, id=name, started=started, allowance=steps | back, calendar=without, pauses=some
    ) | st.builds(
        Deadline,
        id=name,
        started=started,
        allowance=working,
        calendar=business_calendars(),
        pauses=some,
    )


def _fixed(minutes: int, /) -> timezone:
    return timezone(timedelta(minutes=minutes))


def _hours(hours: int, /) -> timedelta:
    return timedelta(hours=hours)


def _cut(day: date, length: int, /) -> PartialDate:
    return PartialDate.parse(day.isoformat()[:length])


def _in_order(one: date | None, other: date | None, /) -> Period:
    if one is None or other is None:
        return Period(one, other)
    return Period(min(one, other), max(one, other))


def _signed(sign: int, parts: tuple[int, ...], /) -> Offset:
    years, months, weeks, days_, hours, minutes, seconds = (sign * part for part in parts)
    return Offset(
        years=years,
        months=months,
        weeks=weeks,
        days=days_,
        hours=hours,
        minutes=minutes,
        seconds=seconds,
    )


def _days_apart(first: int | None, length: int | None, /) -> Window:
    return Window(
        None if first is None else Offset(days=first),
        None if length is None else Offset(days=(first or 0) + length),
    )


def _window(ends: tuple[Offset | None, Offset | None], /) -> Window:
    try:
        return Window(*ends)
    except CareError:
        return Window(*reversed(ends))


def _pause_of_days(start: date, length: int | None, because: str, /) -> Pause:
    end = None if length is None else start + timedelta(days=length)
    return Pause(start=start, end=end, because=because)


def _pause_of_time(start: datetime, length: int | None, because: str, /) -> Pause:
    if length is None:
        return Pause(start=start, end=None, because=because)
    end = (start.astimezone(UTC) + timedelta(minutes=length)).astimezone(start.tzinfo)
    return Pause(start=start, end=end, because=because)
