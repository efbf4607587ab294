"""Rules of repetition that are spelled as `Recurrence` spells them, told at once.

A rule is kept as text in one spelling, so a text in that spelling is kept as it is.
The commonest rules are known here; any other is left to `Recurrence`.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from itertools import combinations
from typing import Any, Final

import attrs

from carecore.base.recurrence import Recurrence
from carecore.base.zones import require_zone

__all__ = ["NORMALIZED", "normal_rule"]

_TEXT: Any = attrs.fields(Recurrence)[0]

NORMALIZED: Final[Callable[..., object]] = _TEXT.converter
"""The converter of the text of a `Recurrence`."""

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY: Final = frozenset(
    ",".join(days) for number in range(8) for days in combinations(_WEEKDAYS, number)
)
_PLAIN: Final = re.compile(
    r"DTSTART;(?:VALUE=DATE:(?P<day>[0-9]{8})"
    r"|TZID=(?P<zone>[A-Za-z][A-Za-z0-9_+/-]*):(?P<time>[0-9]{8}T[0-9]{6}))\n"
    r"RRULE:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(?:;INTERVAL=(?:[2-9]|[1-9][0-9]{1,5}))?"
    r"(?:;COUNT=[1-9][0-9]{0,5})?"
    r"(?:;BYDAY=(?P<by_day>[A-Z,]+))?"
)
_LAST_YEAR: Final = 9999


def normal_rule(text: str, /) -> object:
    r"""The text that a `Recurrence` keeps of *text*.

    >>> normal_rule("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY;BYDAY=TH,MO")
    'DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH'
    """
    found = _PLAIN.fullmatch(text)
    return text if found is not None and _is_kept(found) else NORMALIZED(text)


def _is_kept(found: re.Match[str], /) -> bool:
    day, zone, time, by_day = found.group("day", "zone", "time", "by_day")
    if by_day is not None and by_day not in _BY_DAY:
        return False
    if day is not None:
        return bool(date.fromisoformat(day))
    # UTC has a spelling of its own, and the edges of the calendar may lie beyond it.
    is_inside = 1 < datetime.fromisoformat(time).year < _LAST_YEAR
    return is_inside and zone != "UTC" and bool(require_zone(zone))
