"""When something happened, as exactly as anybody knows: a moment, a day, a month or a year.

A day is a `PartialDate` down to the day, so that "in March" and "on 3 March" are of one kind.
"""

from datetime import UTC, date, datetime, time
from typing import Final, TypeAlias

from carecore.base.timing import Offset, PartialDate, require_day, require_moment
from carecore.errors import InvalidValue, WrongType, described

__all__ = [
    "When",
    "day_of",
    "day_text",
    "first_day",
    "in_time",
    "is_by",
    "is_fresh",
    "is_from",
    "last_day",
    "optional_when",
    "to_when",
]

When: TypeAlias = PartialDate | datetime
"""A moment with a zone, or a date that may be a year or a month only.

.. versionadded:: 0.1
"""

_ADVICE: Final = "Maybe date(2026, 3, 1), PartialDate.parse('2026-03') or an aware datetime"


def to_when(value: date | PartialDate, /) -> When:
    """Converter: a moment or a partial date as it is, and a day as a partial date.

    >>> str(to_when(date(2026, 3, 1)))
    '2026-03-01'

    Raises:
        WrongType: if it is nothing of the kind, or a datetime without a zone.

    .. versionadded:: 0.1
    """
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, datetime):
        return require_moment(value, name="the moment")
    if not _is_day(value):
        raise WrongType(f"a time is {described(value)}", advice=_ADVICE)
    return PartialDate(value.year, value.month, value.day)


def optional_when(value: date | PartialDate | None, /) -> When | None:
    """Converter: as `to_when`, and `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else to_when(value)


def first_day(when: When, /) -> date:
    """The first day it can mean; of a moment, its day in its own zone.

    >>> first_day(PartialDate.parse("2026-03"))
    datetime.date(2026, 3, 1)

    .. versionadded:: 0.1
    """
    return when.date() if isinstance(when, datetime) else when.earliest


def last_day(when: When, /) -> date:
    """The last day it can mean; of a moment, its day in its own zone.

    >>> last_day(PartialDate.parse("2026-03"))
    datetime.date(2026, 3, 31)

    .. versionadded:: 0.1
    """
    return when.date() if isinstance(when, datetime) else when.latest


def day_of(as_of: date, /, *, name: str = "as_of") -> date:
    """The day of what a question is asked for; of a moment, its day in its own zone.

    Raises:
        WrongType: if it is neither a day nor a moment with a zone; *name* is what the error
            calls it.

    .. versionadded:: 0.1
    """
    if isinstance(as_of, datetime):
        return require_moment(as_of, name=name).date()
    return require_day(as_of, name=name)


def is_by(when: When, as_of: date, /) -> bool | None:
    """Whether it surely was at *as_of* or before; None when that cannot be told.

    On the day asked about counts as by that day. Two moments are compared exactly; otherwise days
    are, and the day of a moment is the one in its own zone.

    >>> is_by(PartialDate.parse("2026-03"), date(2026, 3, 9)) is None
    True

    Raises:
        WrongType: if *as_of* is neither a day nor a moment with a zone.

    .. versionadded:: 0.1
    """
    day = day_of(as_of)
    if isinstance(when, datetime) and isinstance(as_of, datetime):
        return in_time(when) <= in_time(as_of)
    if last_day(when) <= day:
        return True
    return False if first_day(when) > day else None


def is_from(when: When, since: date, /) -> bool | None:
    """Whether it surely was at *since* or after; None when that cannot be told.

    On the day asked about counts as from that day; days and moments are compared as `is_by` does.

    >>> is_from(PartialDate.parse("2026-03"), date(2026, 3, 1))
    True

    Raises:
        WrongType: if *since* is neither a day nor a moment with a zone.

    .. versionadded:: 0.1
    """
    day = day_of(since, name="since")
    if isinstance(when, datetime) and isinstance(since, datetime):
        return in_time(when) >= in_time(since)
    if first_day(when) >= day:
        return True
    return False if last_day(when) < day else None


def is_fresh(when: When | None, fresh_for: Offset | None, as_of: date, /) -> bool | None:
    """Whether what was so *when* may still be relied on at *as_of*; None if that cannot be told.

    For how long, *fresh_for* says, and `None` is for ever. On the last day, or at the last moment,
    it may; hours can only be counted between two moments.

    >>> is_fresh(PartialDate.parse("2026-03"), Offset(days=7), date(2026, 4, 2)) is None
    True

    Raises:
        WrongType: if *as_of* is neither a day nor a moment with a zone, or *fresh_for* counts
            business days.

    .. versionadded:: 0.1
    """
    day = day_of(as_of)
    if fresh_for is None:
        return True
    if when is None:
        return None
    if fresh_for.measure[2]:
        if isinstance(when, datetime) and isinstance(as_of, datetime):
            return _is_within(fresh_for, when, as_of)
        return None
    if _is_within(fresh_for, first_day(when), day):
        return True
    return None if _is_within(fresh_for, last_day(when), day) else False


def in_time(when: When | None, /) -> datetime:
    """Where it stands in time, as a key to sort by: exact for moments, and the same everywhere.

    A date without a time stands at the end of its last day in UTC, what is unknown before
    everything else.

    >>> in_time(PartialDate.parse("2026-03")).isoformat()
    '2026-03-31T23:59:59.999999+00:00'

    .. versionadded:: 0.1
    """
    if when is None:
        return datetime.min.replace(tzinfo=UTC)
    if isinstance(when, datetime):
        # Two times of one zone would be compared by their clocks, which go back once a year.
        return when.astimezone(UTC)
    return datetime.combine(when.latest, time.max, UTC)


def day_text(when: When | None, /) -> str:
    """The day, month or year as ISO 8601 text, without a time of day; "unknown" for `None`.

    >>> day_text(PartialDate.parse("2026-03")), day_text(None)
    ('2026-03', 'unknown')

    .. versionadded:: 0.1
    """
    if when is None:
        return "unknown"
    return when.date().isoformat() if isinstance(when, datetime) else str(when)


def _is_day(value: object, /) -> bool:
    return isinstance(value, date)


def _is_within(fresh_for: Offset, start: date, now: date, /) -> bool:
    try:
        end = fresh_for.after(start)
    except InvalidValue:
        # It lasts longer than the calendar.
        return True
    return in_time(to_when(now)) <= in_time(to_when(end))
