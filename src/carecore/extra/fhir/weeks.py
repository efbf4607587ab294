"""availableTime of a PractitionerRole: the hours of the week at which somebody is there."""

from collections.abc import Iterable
from datetime import time
from typing import Any, Final

from carecore.extra.fhir.finding import Held, Json
from carecore.extra.fhir.nodes import Node, items_in
from carecore.people import WeeklyHours, count_minutes, join_hours

__all__ = ["hours_in", "hours_told", "lose_times", "times_of", "whole_hours"]

_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOUR: Final = 60
_MIDNIGHT: Final = time()
_LAST_SECOND: Final = "23:59:59"
"""What is written for the end of a day: FHIR has no 24:00."""
_TIMES: Final = "availableTime"
_PARTS: Final = ("daysOfWeek", "allDay", "availableStartTime", "availableEndTime")


def hours_in(node: Node, /) -> tuple[WeeklyHours, ...] | None:
    """The hours that are told; None, and nothing is taken, if any of it is not clear."""
    found = hours_told(node.rest.get(_TIMES))
    if found is not None:
        for one in node.nodes(_TIMES):
            for part in _PARTS:
                one.rest.pop(part, None)
    return found


def hours_told(raw: object, /) -> tuple[WeeklyHours, ...] | None:
    """The hours of the week that a list of times tells, in order; None if any is not clear.

    >>> times = [{"daysOfWeek": ["sat"], "allDay": True}]
    >>> [str(one) for one in hours_told(times) or ()]
    ['Sat 00:00-24:00']
    """
    told: list[WeeklyHours] = []
    for one in items_in(raw):
        part: dict[str, Any] = one if one.__class__ is dict else {}
        named, ends = items_in(part.get("daysOfWeek")), _ends(part)
        if ends is None or not named or not all(day in _WEEK for day in named):
            return None
        start, end = ends
        told += [WeeklyHours(weekday=_WEEK.index(day) + 1, start=start, end=end) for day in named]
    return join_hours(told) or None


def _ends(raw: dict[str, Any], /) -> tuple[time, time] | None:
    start, end = raw.get("availableStartTime"), raw.get("availableEndTime")
    if raw.get("allDay") is True:
        return (_MIDNIGHT, _MIDNIGHT) if start is None and end is None else None
    first, last = _clock(start), _clock(end)
    return (first, last) if first is not None and last is not None and first < last else None


def _clock(raw: object, /) -> time | None:
    try:
        found = time.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError:
        return None
    if found is None or found.second or found.microsecond or found.tzinfo is not None:
        return None
    return found


def lose_times(held: Held, /) -> None:
    """Lose the hours that were taken from a resource, because others do not tell theirs."""
    place, raw = f"{held.place}.{_TIMES}", held.raw[_TIMES]
    for index, one in enumerate(raw):
        told = {part: one[part] for part in _PARTS if part in one}
        held.reading.lose(f"{place}[{index}]", told, held)


def whole_hours(hours: Iterable[WeeklyHours] | None, /) -> int | None:
    """How many hours of a week they are; None if that is no whole number."""
    if hours is None:
        return None
    found, more = divmod(count_minutes(hours), _HOUR)
    return None if more else found


def times_of(hours: Iterable[WeeklyHours] | None, /) -> list[Json]:
    """A list of times that tells these hours: exactly, but for the end of a day."""
    return [_time_of(one) for one in hours or ()]


def _time_of(one: WeeklyHours, /) -> Json:
    day = {"daysOfWeek": [_WEEK[one.weekday - 1]]}
    if (one.start, one.end) == (_MIDNIGHT, _MIDNIGHT):
        return {**day, "allDay": True}
    end = _LAST_SECOND if one.end == _MIDNIGHT else one.end.isoformat()
    return {**day, "availableStartTime": one.start.isoformat(), "availableEndTime": end}
