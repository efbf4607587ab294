"""Dosage: how much, how often and which way; only where one dosage is told.

Of several (first this, then that) only the words are taken: one of them alone would be wrong.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

from carecore.base.amounts import Quantity
from carecore.base.timing import Period
from carecore.extra.fhir.datatypes import days, quantity, word_at
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.nodes import Node, take_code
from carecore.extra.fhir.writing import filled, period, quantified, told, untold, worded
from carecore.medications import Medication

__all__ = ["DOSES", "Dosage", "dosed", "read_dosage", "undosed"]

DOSES: Final = (
    ("text", "note", "after the notes"),
    ("timing.repeat.frequency", "times_a_day", "where it is told by the day"),
    ("timing.repeat.period", "times_a_day", "where it is one day; else in the frequency"),
    ("timing.repeat.periodUnit", "times_a_day", "where it is days; else in the frequency"),
    ("timing.repeat.frequencyMax", "frequency"),
    ("timing.repeat.periodMax", "frequency"),
    ("timing.code", "frequency", "its text or label; QD, BID, TID and QID are times a day"),
    ("asNeededBoolean", "as_needed"),
    ("asNeededCodeableConcept", "as_needed", "for what is a loss"),
    ("route", "route", "as a word; oral is by mouth"),
    ("doseAndRate.doseQuantity", "dose", "where one is told"),
)
"""Elements of a dosage, each with the field of a medication, and what is particular about it."""

_ROUTES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"http://snomed.info/sct": MappingProxyType({"26643006": "by_mouth"})}
)
"""SNOMED CT, International edition: 26643006, oral route."""

_TIMES: Final[Mapping[str, Mapping[str, int]]] = MappingProxyType(
    {
        "http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation": MappingProxyType(
            {"QD": 1, "BID": 2, "TID": 3, "QID": 4}
        )
    }
)
"""HL7 v3 GTSAbbreviation: every day, two, three and four times a day."""

_UNITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "s": "second",
        "min": "minute",
        "h": "hour",
        "d": "day",
        "wk": "week",
        "mo": "month",
        "a": "year",
    }
)
_MOST: Final = 999_999
_Range: TypeAlias = tuple[object, object]
"""At least, and at most where that is more."""


class Dosage(NamedTuple):
    """What a dosage says of a medication.

    Attributes:
        fields: by the names of the class.
        period: from when until when it is to be taken.
        text: how it is to be taken, in the words of whoever wrote it.
    """

    fields: dict[str, Any]
    period: Period | None = None
    text: str = ""


def read_dosage(node: Node, key: str, /, *, wants_period: bool) -> Dosage:
    """What the dosage at *key* says.

    Args:
        node: what has it.
        key: the element.
        wants_period: whether its period is looked at; else it is lost.
    """
    given = node.nodes(key)
    if len(given) != 1:
        texts = [one.text("text") for one in given]
        for one in given:
            one.lose()
        return Dosage({}, text="\n".join(one for one in texts if one))
    inner = given[0]
    times, frequency, window = _timing(inner, wants_period=wants_period)
    fields = {
        "dose": _dose(inner),
        "route": _route(inner),
        "times_a_day": times,
        "as_needed": _as_needed(inner),
        "frequency": frequency,
    }
    return Dosage(fields, window, inner.text("text") or "")


def _dose(node: Node, /) -> Quantity | None:
    several = node.nodes("doseAndRate")
    # STU3 has it in the dosage itself.
    inner = several[0] if several else node
    if len(several) > 1:
        for one in several:
            one.lose()
        return None
    raw: Any = inner.rest.get("doseQuantity")
    found = quantity(inner, "doseQuantity")
    if found is not None and found.value < 0:
        inner.blame("doseQuantity", raw, "the dose is below 0")
        return None
    return found


def _route(node: Node, /) -> str | None:
    inner = node.node("route")
    return None if inner is None else take_code(inner, _ROUTES) or word_at(inner)


def _as_needed(node: Node, /) -> bool | None:
    if node.rest.get("asNeededCodeableConcept").__class__ is dict:
        return True
    return node.flag("asNeededBoolean")


# How often.


def _timing(node: Node, /, *, wants_period: bool) -> tuple[int | None, str, Period | None]:
    outer = node.node("timing")
    if outer is None:
        return None, "", None
    times, frequency, window = None, "", None
    repeat = outer.node("repeat")
    code = outer.node("code")
    if code is not None:
        times, frequency = _named(code)
    if repeat is not None:
        window = days(repeat, "boundsPeriod") if wants_period else None
        times, frequency = _repeated(repeat, times, frequency)
    return times, frequency, window


def _named(code: Node, /) -> tuple[int | None, str]:
    """What the code of a timing says: its words, else its label; some are times a day."""
    text, times = code.text("text") or "", take_code(code, _TIMES)
    if times is None and not text:
        labels = (coding.text("display") for coding in code.nodes("coding"))
        text = next((one for one in labels if one is not None), "")
    return times, text


def _repeated(repeat: Node, times: int | None, frequency: str, /) -> tuple[int | None, str]:
    """How often a repetition says, as times a day, else in words where there are none yet."""
    raw = repeat.rest
    unit: Any = raw.get("periodUnit")
    if unit is not None and not (unit.__class__ is str and unit in _UNITS):
        repeat.word("periodUnit", _UNITS)
        return times, frequency
    if "dayOfWeek" in raw or unit is None:
        # Only on some days; or nobody says how long a period is.
        return times, frequency
    often, most = raw.get("frequency", 1), raw.get("frequencyMax")
    long, longest = raw.get("period"), raw.get("periodMax")
    if not all(map(_is_count, (often, long))) or not all(map(_may_count, (most, longest))):
        return times, frequency
    is_daily = (most, longest) == (None, None) and (long, unit) == (1, "d")
    if is_daily and times is None and often.__class__ is int and often <= _MOST:
        times = often
    elif not is_daily and not frequency:
        frequency = _in_words((often, most), (long, longest), _UNITS[unit])
    else:
        return times, frequency
    for name in ("frequency", "frequencyMax", "period", "periodMax", "periodUnit"):
        raw.pop(name, None)
    return times, frequency


def _is_count(raw: object, /) -> bool:
    return not isinstance(raw, bool) and isinstance(raw, int | Decimal) and raw > 0


def _may_count(raw: object, /) -> bool:
    return raw is None or _is_count(raw)


def _in_words(often: _Range, long: _Range, unit: str, /) -> str:
    times = "" if often == (1, None) else f"{_ranged(often)} times "
    if long == (1, None):
        return f"{times}every {unit}"
    return f"{times}every {_ranged(long)} {unit}s"


def _ranged(numbers: _Range, /) -> str:
    least, most = numbers
    return f"{least}" if most is None else f"{least} to {most}"


# Writing.


def dosed(medication: Medication, /, window: Period | None = None) -> list[Json]:
    """The dosage of a medication; none if it says nothing.

    Args:
        medication: what is taken.
        window: from when until when, where nothing else says it.
    """
    times = medication.times_a_day
    repeat = {
        "boundsPeriod": period(window),
        **({"frequency": times, "period": 1, "periodUnit": "d"} if _is_told(times) else {}),
    }
    frequency = told(medication.frequency)
    dose = medication.dose
    written = filled(
        {
            "timing": filled(
                {
                    "repeat": filled(repeat),
                    "code": None if frequency is None else {"text": frequency},
                }
            ),
            "asNeededBoolean": medication.as_needed,
            "route": worded(medication.route),
            "doseAndRate": [] if dose is None else [{"doseQuantity": quantified(dose)}],
        }
    )
    return [written] if written else []


def undosed(medication: Medication, /) -> list[str]:
    """Those fields that the dosage does not tell."""
    times = medication.times_a_day
    return [
        *untold(medication, "frequency"),
        *(["times_a_day"] if times is not None and not _is_told(times) else []),
    ]


def _is_told(times: int | None, /) -> bool:
    return times is not None and 0 < times <= _MOST
