"""What is asked of a calendar that counts business days."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from carecore.base.timing import CountsBusinessDays
from carecore.base.zones import require_zone
from carecore.errors import CareError, described
from carecore.testing.conformance.outside import called_outside

__all__ = ["check_calendar"]

_START: Final = date(2026, 1, 1)
_DAYS: Final = 400
_OFTEN: Final = 100
"""Watching takes time, so it is done on one in so many days."""
_STEPS: Final = (1, 2, 5, 10)


def check_calendar(calendar: CountsBusinessDays, /, *, start: date = _START) -> None:
    """Make sure that a calendar of your own counts business days as this library expects.

    Asked of every day of a year and a bit:

    - `zone` is None or the IANA name of a zone, and `add` gives plain days.
    - With 0 a business day stays where it is, and any other day goes to the next one.
    - Forwards it ends later than it began, and backwards earlier; a later day never ends earlier.
    - Steps add up: two days and three days are five.
    - It says the same again, and asks neither clock nor file.

    >>> from carecore.base.calendars import BusinessCalendar
    >>> check_calendar(BusinessCalendar(holidays=[date(2026, 12, 25)]))

    Args:
        calendar: the calendar.
        start: the first day that is asked about.

    Raises:
        AssertionError: if it breaks a promise; the text says which, and on which day.

    .. versionadded:: 0.1
    """
    name = type(calendar).__name__
    try:
        if calendar.zone is not None:
            require_zone(calendar.zone, name="the zone")
    except CareError as refusal:
        raise AssertionError(f"{name} has no zone that is known: {refusal}") from None
    for number in range(_DAYS):
        day = start + timedelta(days=number)
        fault = _fault_on(calendar, day)
        if not fault and number % _OFTEN == 0:
            _, outside = called_outside(partial(_fault_on, calendar, day))
            fault = f"calls {outside}, and a calendar knows its days by itself" if outside else ""
        if fault:
            raise AssertionError(f"{name} {fault}; on {day}.")


def _fault_on(calendar: CountsBusinessDays, day: date, /) -> str:
    return next((fault for is_kept, fault in _promises(calendar, day) if not is_kept), "")


def _promises(calendar: CountsBusinessDays, day: date, /) -> Iterator[tuple[bool, str]]:
    """What is asked on one day: whether it is so, and what to say if it is not."""
    here, tomorrow = calendar.add(day, 0), day + timedelta(days=1)
    yield _is_day(here), f"gives {described(here)}, and a plain day is wanted"
    is_kept = here >= day and calendar.add(here, 0) == here
    yield is_kept, "does not stay on a business day, or go to the next one, for 0 days"
    for step in _STEPS:
        end, back = calendar.add(day, step), calendar.add(day, -step)
        yield back < day < end, f"does not move on and back by {step} days"
        is_kept = calendar.add(end, 0) == end and calendar.add(back, 0) == back
        yield is_kept, f"ends on a day that is no business day, for {step} days"
        is_kept = calendar.add(calendar.add(day, 1), step) == calendar.add(day, step + 1)
        yield is_kept, f"gives another day for 1 and {step} days than for {step + 1} days"
        is_kept = calendar.add(calendar.add(here, step), -step) == here
        yield is_kept, f"does not come back to a business day from {step} days on"
        is_kept = calendar.add(tomorrow, step) >= end and calendar.add(tomorrow, -step) >= back
        yield is_kept, f"ends earlier from the day after, for {step} days"
        yield calendar.add(day, step) == end, "says something else when it is asked again"


def _is_day(value: object, /) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)
