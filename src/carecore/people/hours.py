"""Hours of the week by the clock on the wall, and whether some of them hold others.

A week has 10,080 minutes, from Monday 00:00 on; those of two places are compared on one clock.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final, final
from zoneinfo import ZoneInfo

from attrs import Attribute, field, frozen

from carecore.base.checks import each_of, require_instance
from carecore.base.fields import checked
from carecore.base.timing import require_day
from carecore.base.zones import to_zone
from carecore.errors import InvalidValue
from carecore.people.fields import once_each, refuse

__all__ = [
    "WeeklyHours",
    "compare_clocks",
    "count_minutes",
    "find_missing_hours",
    "join_hours",
    "optional_weekly_hours",
    "shift_hours",
]

_HOUR: Final = 60
_DAY: Final = 24 * _HOUR
_SUNDAY: Final = 7
_WEEK: Final = _SUNDAY * _DAY
_NAMES: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NOON: Final = time(12)
_NONE: Final = timedelta(0)
_MINUTE: Final = timedelta(minutes=1)


def _is_weekday(instance: object, attribute: "Attribute[int]", value: int, /) -> None:
    del instance
    if not 1 <= value <= _SUNDAY:
        what = f"the weekday is {value}, and days of the week are 1 (Monday) to 7 (Sunday)"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe 1")


def _is_on_the_minute(instance: object, attribute: "Attribute[time]", value: time, /) -> None:
    del instance
    place = f"$.{attribute.name}"
    if value.tzinfo is not None:
        what = f"the {attribute.name} has a time zone, and it is told by the clock on the wall"
        raise InvalidValue(what, place=place, advice="Maybe .replace(tzinfo=None)")
    if value.second or value.microsecond:
        what = f"the {attribute.name} is {value}, and whole minutes are counted"
        raise InvalidValue(what, place=place, advice="Maybe round it")


def _is_after_start(instance: "WeeklyHours", attribute: "Attribute[time]", end: time, /) -> None:
    _is_on_the_minute(instance, attribute, end)
    if end != time() and end <= instance.start:
        what = f"the hours end at {end:%H:%M}, and start at {instance.start:%H:%M}"
        raise InvalidValue(what, place="$.end", advice="Maybe a second stretch on the next day")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class WeeklyHours:
    """A stretch of one day of every week, by the clock on the wall.

    >>> morning = WeeklyHours(weekday=1, start=time(9), end=time(12, 30))
    >>> print(morning, morning.minutes)
    Mon 09:00-12:30 210

    Attributes:
        weekday: 1 (Monday) to 7 (Sunday), as ISO 8601 counts them.
        start: the first minute of it.
        end: the first minute after it, later than the start; `time(0)` is midnight at the end of
            the day.

    Raises:
        WrongType: if a part has a type not taken here.
        InvalidValue: if there is no such weekday, a time has seconds or a zone, or the end does
            not come after the start.

    .. versionadded:: 0.1
    """

    weekday: int = field(validator=_is_weekday)
    start: time = field(validator=_is_on_the_minute)
    end: time = field(validator=_is_after_start)

    @property
    def minutes(self) -> int:
        """How many minutes of the week it takes."""
        first, last = _ends(self)
        return last - first

    def __str__(self) -> str:
        """Day and times."""
        end = "24:00" if self.end == time() else f"{self.end:%H:%M}"
        return f"{_NAMES[self.weekday - 1]} {self.start:%H:%M}-{end}"


def optional_weekly_hours(
    values: Iterable[WeeklyHours] | None, /
) -> tuple[WeeklyHours, ...] | None:
    """Stretches of the week as a tuple, each of them once, or `None` for unknown.

    Raises:
        WrongType: if it is no collection in order, or holds anything else.
        InvalidValue: if a stretch stands twice; several are reported together.

    .. versionadded:: 0.1
    """
    if values is None:
        return None
    kept = each_of(values, WeeklyHours)
    refuse("the hours", once_each(kept, lambda one: one, str))
    return kept


def join_hours(hours: Iterable[WeeklyHours], /) -> tuple[WeeklyHours, ...]:
    """The same hours in order of the week; those of a day that touch or overlap are one stretch.

    >>> two = [WeeklyHours(weekday=1, start=time(9 + n), end=time(11 + n)) for n in (0, 1)]
    >>> [str(one) for one in join_hours(two)]
    ['Mon 09:00-12:00']

    .. versionadded:: 0.1
    """
    return _stretches(map(_ends, each_of(hours, WeeklyHours)))


def count_minutes(hours: Iterable[WeeklyHours], /) -> int:
    """How many minutes of the week are within one of these stretches.

    .. versionadded:: 0.1
    """
    return sum(one.minutes for one in join_hours(hours))


def find_missing_hours(
    wanted: Iterable[WeeklyHours], offered: Iterable[WeeklyHours], /
) -> tuple[WeeklyHours, ...]:
    """The part of the *wanted* hours that is not among the *offered* ones; empty: all are there.

    Both are told by one clock; `shift_hours` brings those of another place onto it.

    >>> day = WeeklyHours(weekday=1, start=time(9), end=time(17))
    >>> noon = WeeklyHours(weekday=1, start=time(12), end=time(13))
    >>> [str(one) for one in find_missing_hours([day], [noon])]
    ['Mon 09:00-12:00', 'Mon 13:00-17:00']

    .. versionadded:: 0.1
    """
    there = [_ends(one) for one in join_hours(offered)]
    left: list[tuple[int, int]] = []
    for first, last in map(_ends, join_hours(wanted)):
        start = first
        for opens, closes in there:
            if opens >= last or closes <= start:
                continue
            if opens > start:
                left.append((start, opens))
            start = closes
        if start < last:
            left.append((start, last))
    return _stretches(left)


def shift_hours(hours: Iterable[WeeklyHours], minutes: int, /) -> tuple[WeeklyHours, ...]:
    """The same hours by a clock that is so many *minutes* ahead; over Sunday it goes on on Monday.

    >>> late = WeeklyHours(weekday=7, start=time(22), end=time(0))
    >>> [str(one) for one in shift_hours([late], 60)]
    ['Mon 00:00-01:00', 'Sun 23:00-24:00']

    .. versionadded:: 0.1
    """
    ahead = require_instance(minutes, int, name="minutes")
    moved: list[tuple[int, int]] = []
    for first, last in map(_ends, each_of(hours, WeeklyHours)):
        start = (first + ahead) % _WEEK
        end = start + last - first
        moved.append((start, min(end, _WEEK)))
        if end > _WEEK:
            moved.append((0, end - _WEEK))
    return _stretches(moved)


def compare_clocks(here: ZoneInfo | str, there: ZoneInfo | str, /, *, as_of: date) -> int:
    """How many minutes the clocks *there* are ahead of those *here*, at noon of that day.

    >>> compare_clocks("Europe/London", "Europe/Berlin", as_of=date(2026, 11, 23))
    60

    Raises:
        WrongType: if *as_of* is no plain date, or a zone is none.
        InvalidValue: if there is no zone of that name.

    .. versionadded:: 0.1
    """
    noon = datetime.combine(require_day(as_of), _NOON)
    ahead, behind = (to_zone(zone).utcoffset(noon) or _NONE for zone in (there, here))
    return (ahead - behind) // _MINUTE


def _ends(one: WeeklyHours, /) -> tuple[int, int]:
    """From which minute of the week to which."""
    midnight = (one.weekday - 1) * _DAY
    return midnight + _minute(one.start), midnight + (_minute(one.end) or _DAY)


def _minute(clock: time, /) -> int:
    return clock.hour * _HOUR + clock.minute


def _stretches(ends: Iterable[tuple[int, int]], /) -> tuple[WeeklyHours, ...]:
    """Stretches of a day each, in order; what touches or overlaps on one day is one."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(part for pair in ends for part in _by_day(*pair)):
        is_that_day = bool(joined) and joined[-1][0] // _DAY == first // _DAY
        if is_that_day and joined[-1][1] >= first:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(
        WeeklyHours(weekday=first // _DAY + 1, start=_clock(first), end=_clock(last))
        for first, last in joined
    )


def _by_day(first: int, last: int, /) -> Iterator[tuple[int, int]]:
    while first < last:
        midnight = (first // _DAY + 1) * _DAY
        yield first, min(last, midnight)
        first = midnight


def _clock(minute: int, /) -> time:
    hour, rest = divmod(minute % _DAY, _HOUR)
    return time(hour, rest)
