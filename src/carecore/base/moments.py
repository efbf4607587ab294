"""When something happened, as exactly as anybody knows: a moment, a day, a month or a year.

A day is a `PartialDate` down to the day, so that "in March" and "on 3 March" are of one kind.
"""

from datetime import date, datetime
from typing import Final, TypeAlias

from carecore.base.timing import PartialDate, require_day, require_moment
from carecore.errors import WrongType, described

__all__ = ["When", "day_text", "first_day", "is_by", "last_day", "optional_when", "to_when"]

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
    if isinstance(as_of, datetime):
        now = require_moment(as_of, name="as_of")
        if isinstance(when, datetime):
            return when <= now
        day = now.date()
    else:
        day = require_day(as_of)
    if last_day(when) <= day:
        return True
    return False if first_day(when) > day else None


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
