"""Timing: when something is done again, where days of the calendar say exactly that.

"Twice a week" names no day, and a rule of the calendar would; so it is kept as a loss, and only the
days between which it is done are taken.
"""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from carecore.base.recurrence import Recurrence
from carecore.base.timing import Period
from carecore.extra.fhir.datatypes import days
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.writing import filled, period

__all__ = ["read_timing", "said", "timing"]

_WEEKDAYS: Final[Mapping[str, str]] = MappingProxyType(
    {one.lower(): one[:2].upper() for one in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
)
_CODES: Final = {day: code for code, day in _WEEKDAYS.items()}
_UNITS: Final[Mapping[str, None]] = MappingProxyType(
    dict.fromkeys(("s", "min", "h", "d", "wk", "mo", "a"))
)
_FREQUENCIES: Final = {"DAILY": "d", "WEEKLY": "wk", "MONTHLY": "mo", "YEARLY": "a"}
_USED: Final = ("count", "frequency", "period", "periodUnit", "dayOfWeek")
_LEFT_OPEN: Final = ("countMax", "frequencyMax", "periodMax")
"""What makes it "three to four times a day"."""

_SAYABLE: Final = frozenset(("FREQ", "INTERVAL", "COUNT", "BYDAY", "UNTIL"))
_MOST: Final = 999_999


def read_timing(node: Node, key: str, /) -> tuple[Recurrence | None, Period | None]:
    """How often, and within which days, the Timing at *key* says."""
    outer = node.node(key)
    repeat = None if outer is None else outer.node("repeat")
    if outer is None or repeat is None:
        return None, None
    window = days(repeat, "boundsPeriod")
    _check_codes(repeat)
    text = None if outer.has("event") else _text(repeat.rest, window)
    if text is None:
        return None, window
    for name in _USED:
        repeat.rest.pop(name, None)
    return Recurrence(text), window


def _check_codes(repeat: Node, /) -> None:
    """Codes that FHIR does not have are faults, wherever they stand."""
    unit = repeat.rest.get("periodUnit")
    if unit is not None and not (isinstance(unit, str) and unit in _UNITS):
        repeat.word("periodUnit", _UNITS)
    on: Any = repeat.rest.get("dayOfWeek")
    if on is not None and _weekdays(on) is None:
        del repeat.rest["dayOfWeek"]
        repeat.blame("dayOfWeek", on, "it is no list of days of the week", "Maybe ['mon', 'thu']")


def _text(repeat: Json, window: Period | None, /) -> str | None:
    """The rule that says exactly what a repetition says; None if there is none.

    A time of day has no zone there, so that only the days are said; twice a day is no rule.
    """
    start = None if window is None else window.start
    if window is None or start is None or any(one in repeat for one in _LEFT_OPEN):
        return None
    if any(_is_several(repeat.get(one)) for one in ("timeOfDay", "when")):
        return None
    rule = _frequency(repeat)
    count: Any = repeat.get("count")
    if rule is None:
        return None
    if count is not None:
        if count.__class__ is not int or not 0 < count <= _MOST or window.last:
            return None
        rule += f";COUNT={count}"
    if window.last is not None:
        rule += f";UNTIL={window.last.isoformat().replace('-', '')}"
    return f"DTSTART;VALUE=DATE:{start.isoformat().replace('-', '')}\nRRULE:{rule}"


def _is_several(raw: Any, /) -> bool:  # noqa: ANN401 # plain data of any shape
    return raw is not None and (raw.__class__ is not list or len(raw) != 1)


def _frequency(repeat: Json, /) -> str | None:
    frequency, number, unit = (repeat.get(one) for one in ("frequency", "period", "periodUnit"))
    on = _weekdays(repeat.get("dayOfWeek"))
    parts = (frequency, number)
    if any(one is not None and one.__class__ is not int for one in parts):
        return None
    wanted = 1 if frequency is None else frequency
    is_daily = wanted == 1 and (number, unit) == (1, "d")
    if not on:
        return "FREQ=DAILY" if is_daily else None
    is_named = (frequency, number, unit) == (None, None, None)
    if is_named or (wanted == len(on) and (number, unit) == (1, "wk")):
        return f"FREQ=WEEKLY;BYDAY={','.join(on)}"
    return None


def _weekdays(raw: Any, /) -> list[str] | None:  # noqa: ANN401 # plain data of any shape
    """The days of a week that are listed, each once; None if it is no list of such."""
    if raw is None:
        return []
    if raw.__class__ is not list:
        return None
    known = (_WEEKDAYS.get(one) for one in raw if isinstance(one, str))
    found = [one for one in known if one is not None]
    return found if found and len(found) == len(raw) == len(set(found)) else None


def timing(cadence: Recurrence | None, window: Period | None, /) -> Json | None:
    """A Timing for what comes again, as near to it as FHIR comes; None if it has nothing near."""
    if cadence is None:
        return None
    lines = dict(line.split(":", 1) for line in cadence.text.split("\n"))
    rule = dict(part.split("=", 1) for part in lines.pop("RRULE").split(";"))
    on = rule.get("BYDAY", "").split(",") if "BYDAY" in rule else []
    if len(lines) > 1 or not rule.keys() <= _SAYABLE or not _CODES.keys() >= set(on):
        return None
    if on and rule["FREQ"] not in {"DAILY", "WEEKLY"}:
        return None
    start, until = _first_and_last(cadence, rule.get("UNTIL"))
    repeat = {
        "boundsPeriod": period(window) or filled({"start": start, "end": until}),
        "count": int(rule["COUNT"]) if "COUNT" in rule else None,
        "frequency": len(on) if on and rule["FREQ"] == "WEEKLY" else 1,
        "period": int(rule.get("INTERVAL", 1)),
        "periodUnit": _FREQUENCIES[rule["FREQ"]],
        "dayOfWeek": [_CODES[one] for one in on],
        "timeOfDay": _time_of_day(cadence),
    }
    return {"repeat": filled(repeat)}


def _first_and_last(cadence: Recurrence, until: str | None, /) -> tuple[str, str | None]:
    start = cadence.start.isoformat()[: len("2026-03-01")]
    last = None if until is None else f"{until[:4]}-{until[4:6]}-{until[6:8]}"
    # A rule may end before it starts, and then never comes.
    return start, None if last is None or last < start or last == date.max.isoformat() else last


def _time_of_day(cadence: Recurrence, /) -> list[str]:
    start = cadence.start
    return [start.time().isoformat()] if isinstance(start, datetime) else []


def said(written: Json | None, /) -> Recurrence | None:
    """The rule that is read where that Timing was written."""
    if written is None:
        return None
    bounds = written["repeat"]["boundsPeriod"]
    first, last = (bounds.get(one) for one in ("start", "end"))
    start, end = (None if one is None else date.fromisoformat(one) for one in (first, last))
    text = _text(written["repeat"], Period.from_inclusive(start, end))
    return None if text is None else Recurrence(text)
