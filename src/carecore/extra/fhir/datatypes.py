"""FHIR's data types as ours: what ours cannot hold of them is lost at its own place.

An end of a period is inclusive in FHIR and the first day after it here; a time of day, or a month
alone, has no place in a period of days, so its spelling is kept as a loss.
"""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple, cast

from carecore.base.amounts import Code, Quantity
from carecore.base.identity import in_words
from carecore.base.moments import When, first_day, last_day
from carecore.base.timing import PartialDate, Period, require_moment
from carecore.errors import CareError
from carecore.extra.fhir import trusted
from carecore.extra.fhir.finding import Held
from carecore.extra.fhir.nodes import MISSING, Node

__all__ = [
    "UCUM",
    "Concept",
    "concept",
    "concept_of",
    "days",
    "full_name",
    "quantity",
    "span",
    "spelled",
    "when",
    "word_at",
    "word_in",
    "word_of",
    "word_said",
]

UCUM: Final = "http://unitsofmeasure.org"

_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_ADVICE: Final = "Maybe '1948-03-01', '1948-03' or '1948'"
_TIME_ADVICE: Final = "Maybe '2026-03-01T09:30:00+01:00'"
_MOST_DIGITS: Final = 6
_PARTS: Final = 3
"""What a plain coding has: a system, a code and a label."""
_OF_AMOUNT: Final = 4
"""What a plain amount has: a value, a unit, a system and a code."""
_PLACES: Final = 24
"""How many digits an amount may have on either side of the point."""


# Times.


def when(node: Node, key: str, /) -> When | None:
    """The date, date and time, or instant at *key*, as exactly as it is told."""
    raw = node.rest.pop(key, MISSING)
    if raw is MISSING:
        return None
    if raw.__class__ is not str:
        node.blame(key, raw, "it is no text, and a date is wanted", _ADVICE)
        return None
    known: When | None = node.held.reading.shared.get((date, raw))
    if known is not None:
        return known
    found = _when(node, key, raw)
    if found is not None and not _is_rounded(raw):
        node.held.reading.shared[(date, raw)] = found
    return found


def _when(node: Node, key: str, raw: str, /) -> When | None:
    match = _TIME.fullmatch(raw)
    try:
        if match is None:
            return PartialDate.parse(raw)
        if match[2] is None:
            node.blame(key, raw, "it is a time of day without a time zone", _TIME_ADVICE)
            return None
        found = require_moment(datetime.fromisoformat(raw))
    except ValueError:
        advice = _ADVICE if match is None else _TIME_ADVICE
        node.blame(key, raw, "it is text that is no day", advice)
        return None
    if _is_rounded(raw):
        node.lose(key, raw)
    return found


def _is_rounded(raw: str, /) -> bool:
    """Whether it tells less than millionths of a second."""
    _, point, rest = raw.partition(".")
    digits = rest.rstrip("Z").partition("+")[0].partition("-")[0]
    return bool(point) and len(digits.rstrip("0")) > _MOST_DIGITS


def days(node: Node, key: str, /) -> Period | None:
    """The period at *key* in days; what is told more or less exactly is lost as it is spelled."""
    inner = node.node(key)
    if inner is None:
        return None
    start, start_raw = _end_of(inner, "start", first_day)
    last, last_raw = _end_of(inner, "end", last_day)
    if start is None and last is None:
        return None
    try:
        found = Period.from_inclusive(start, last)
    except (CareError, OverflowError):
        raw = {"start": start_raw, "end": last_raw}
        raw = {name: one for name, one in raw.items() if one is not MISSING}
        node.blame(key, raw, "the period ends before it starts, or after the last year")
        return None
    for name, told, day in (("start", start_raw, start), ("end", last_raw, last)):
        if day is not None and told != day.isoformat():
            inner.lose(name, told)
    return found


def _end_of(inner: Node, name: str, day_of: Any, /) -> tuple[date | None, object]:  # noqa: ANN401 # first_day or last_day
    raw = inner.rest.get(name, MISSING)
    found = when(inner, name)
    return (None if found is None else day_of(found)), raw


def span(node: Node, key: str, /) -> tuple[When | None, When | None]:
    """When the period at *key* began and ended, as exactly as it is told."""
    inner = node.node(key)
    return (None, None) if inner is None else (when(inner, "start"), when(inner, "end"))


# Codes and words.


class Concept(NamedTuple):
    """What a CodeableConcept says.

    Attributes:
        code: its first code, with the label it has there; None: it has none.
        word: a word for it, snake_case, from its text, else from the label; None: it has none.
        text: its text, or an empty one; personal where the noun says so.
    """

    code: Code | None = None
    word: str | None = None
    text: str = ""


_NOTHING: Final = Concept()


def concept(node: Node, key: str, /) -> Concept:
    """The CodeableConcept at *key*; codes after the first are lost."""
    plain = _plain(node.rest.get(key), node.held)
    if plain is not None:
        del node.rest[key]
        return plain
    inner = node.node(key)
    return _NOTHING if inner is None else concept_of(inner)


def _plain(raw: Any, held: Held, /) -> Concept | None:  # noqa: ANN401 # plain data of any shape
    """The concept, if it has one code with a label, and a text or none: most have."""
    if raw.__class__ is not dict:
        return None
    text, codings = raw.get("text", ""), raw.get("coding")
    if codings.__class__ is not list or len(codings) != 1 or text.__class__ is not str:
        return None
    if len(raw) != (2 if text else 1):
        return None
    code = _known(codings[0], held)
    return None if code is None else Concept(code, word_of(text or code.label, held), text)


def concept_of(inner: Node, /) -> Concept:
    """The CodeableConcept that *inner* is; codes after the first are lost."""
    plain = _plain(inner.rest, inner.held)
    if plain is not None:
        inner.rest = {}
        return plain
    text = inner.text("text") or ""
    code: Code | None = None
    label = ""
    for coding in inner.nodes("coding"):
        if code is not None or label:
            coding.lose()
            continue
        code, label = _code(coding)
        if code is None and label and (text or not _is_word(label)):
            coding.lose("display", label)
    return Concept(code, word_of(text or label, inner.held), text)


def _is_word(text: str, /) -> bool:
    """Whether a word of the field tells all of it."""
    word = spelled(text)
    return word is not None and in_words(word) == text


def _known(raw: Any, held: Held, /) -> Code | None:  # noqa: ANN401 # plain data of any shape
    """The code that a plain coding is, kept because the same ones come again and again."""
    if raw.__class__ is not dict or len(raw) != _PARTS:
        return None
    system, code, label = raw.get("system"), raw.get("code"), raw.get("display")
    if not (system.__class__ is code.__class__ is label.__class__ is str):
        return None
    shared = held.reading.shared
    found = shared.get((system, code, label))
    if found is None:
        try:
            found = shared[(system, code, label)] = Code(system=system, code=code, label=label)
        except CareError:
            return None
    return cast("Code", found)


def _code(coding: Node, /) -> tuple[Code | None, str]:
    system, code = coding.text("system"), coding.text("code")
    label = coding.text("display") or ""
    if system is None or code is None:
        for key, raw in (("system", system), ("code", code)):
            if raw is not None:
                coding.lose(key, raw)
        return None, label
    try:
        return Code(system=system, code=code, label=label), label
    except CareError as fault:
        told = {"system": system, "code": code}
        coding.blame("", told, fault.what, fault.advice)
        return None, label


def word_in(node: Node, key: str, /) -> str | None:
    """The word of the CodeableConcept at *key*, where a value has a place for nothing else.

    Its codes are lost, and so is its text unless the word tells the same.
    """
    inner = node.node(key)
    return None if inner is None else word_at(inner)


def word_at(inner: Node, /) -> str | None:
    """The word of the CodeableConcept that *inner* is; see `word_in`."""
    text = inner.rest.get("text", MISSING)
    if text is not MISSING:
        inner.text("text")
        word = word_of(text, inner.held) if isinstance(text, str) else None
        if isinstance(text, str) and text and not _is_word(text):
            inner.lose("text", text)
        if word is not None:
            return word
    codings: object = inner.rest.get("coding")
    if codings.__class__ is list:
        for one in cast("list[object]", codings):
            label = cast("dict[str, Any]", one).get("display") if isinstance(one, dict) else None
            word = word_of(label, inner.held) if isinstance(label, str) else None
            if word is not None:
                return word
    return None


def word_said(node: Node, key: str, /) -> str | None:
    """The word that the text at *key* is; the text is lost unless the word tells the same."""
    text = node.text(key)
    word = None if text is None else word_of(text, node.held)
    if text is not None and not _is_word(text):
        node.lose(key, text)
    return word


_NO_LETTER: Final = re.compile(r"[^a-z0-9]+", re.ASCII)
_PLAIN: Final[dict[int, str]] = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d"}
)
_LONGEST_WORD: Final = 120


def spelled(text: str, /) -> str | None:
    """A word of the field (snake_case) for what people wrote; None if there are no such letters.

    It is the text itself, spelled as words are here: in small Latin letters without accents.

    >>> spelled("Sit to stand (5 times)"), spelled("42")
    ('sit_to_stand_5_times', None)
    """
    plain = text.lower()
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain.translate(_PLAIN))
        plain = "".join(one for one in letters if not unicodedata.combining(one))
    word = _NO_LETTER.sub("_", plain)[:_LONGEST_WORD].strip("_").lstrip("0123456789_")
    return word or None


def word_of(text: str, held: Held, /) -> str | None:
    """The word that a text is when it is spelled as words are here; see `spelled`."""
    if not text:
        return None
    shared = held.reading.shared
    if (str, text) not in shared:
        shared[(str, text)] = spelled(text)
    return cast("str | None", shared[(str, text)])


# Amounts.


def quantity(node: Node, key: str, /) -> Quantity | None:
    """The Quantity at *key*, exactly as it is spelled, in its UCUM unit, else in its words."""
    plain = _plain_amount(node.rest.get(key), node.held)
    if plain is not None:
        del node.rest[key]
        return plain
    inner = node.node(key)
    if inner is None:
        return None
    if inner.has("comparator"):
        # "Less than 5" is not 5.
        inner.lose()
        return None
    value = inner.number("value")
    if value is None:
        return None
    return _quantity(inner, value)


def _plain_amount(raw: Any, held: Held, /) -> Quantity | None:  # noqa: ANN401 # plain data of any shape
    """The amount, if it is in a UCUM unit that is told twice: most are."""
    if raw.__class__ is not dict or len(raw) != _OF_AMOUNT or raw.get("system") != UCUM:
        return None
    value, unit = raw.get("value"), raw.get("code")
    if value.__class__ is not Decimal or unit.__class__ is not str or raw.get("unit") != unit:
        return None
    if unit not in held.reading.shared:
        try:
            held.reading.shared[unit] = Quantity(value, unit).unit
        except CareError:
            return None
    is_short = value.adjusted() < _PLACES and value.is_finite() and len(str(value)) < _PLACES
    return trusted.quantity(value, unit) if is_short else None


def _quantity(inner: Node, value: Decimal, /) -> Quantity | None:
    system = inner.rest.get("system")
    code = inner.rest.get("code")
    if system == UCUM and isinstance(code, str) and code:
        unit = code
        del inner.rest["system"], inner.rest["code"]
        if inner.rest.get("unit") == code:
            del inner.rest["unit"]
    else:
        unit = inner.text("unit") or ""
    try:
        return Quantity(value, unit)
    except CareError as fault:
        inner.blame("", {"value": value, "unit": unit}, fault.what, fault.advice)
        return None


# Names.


def full_name(node: Node, key: str = "name", /) -> str:
    """The name of a person: the text of the first HumanName, else its parts; the rest is lost."""
    first = node.first(key)
    if first is None:
        return ""
    text = first.text("text")
    if text is not None:
        return text
    parts = [*first.texts("prefix"), *first.texts("given")]
    family = first.text("family")
    parts += [] if family is None else [family]
    return " ".join([*parts, *first.texts("suffix")])
