"""A document becomes plain data: JSON, whole or line by line.

What JSON does not allow, or allows and nobody can read in one way, stays where it stands as an
`Odd`, so that it costs no more than its own place.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias, cast, final

__all__ = ["Document", "Odd", "Unreadable", "as_json", "parsed"]

Document: TypeAlias = bytes | bytearray | str | Mapping[str, Any] | list[Any]
"""Something that FHIR resources stand in: JSON as bytes or text, or what a parser made of it.

.. versionadded:: 0.1
"""

_DEEPEST: Final = 100


@final
class Odd:
    """What stands at a place and cannot be read: why, and what it was."""

    __slots__ = ("raw", "what")

    def __init__(self, what: str, raw: object, /) -> None:
        """Keep what was there."""
        self.what: str = what
        self.raw: object = raw

    def __eq__(self, other: object, /) -> bool:
        """Whether the same stood there."""
        if not isinstance(other, Odd):
            return NotImplemented
        return (self.what, self.raw) == (other.what, other.raw)

    def __hash__(self) -> int:
        """By the fault; the rest may hold lists."""
        return hash(self.what)


@final
class Unreadable(Exception):
    """A document, or one line of it, that is no JSON at all; the text says why."""


def parsed(document: object, /) -> tuple[tuple[str, object], ...]:
    """What stands in a document: the way to each resource or bundle from the document, and it.

    A line that is no JSON stands there as an `Unreadable`.

    >>> parsed('{"resourceType": "Patient"}')
    (('', {'resourceType': 'Patient'}),)

    Raises:
        Unreadable: if it is no JSON.
    """
    if isinstance(document, bytes | bytearray | str):
        return _read(_text(document))
    if isinstance(document, Mapping | list):
        whole = _copied(cast("object", document), 0)
        if isinstance(whole, list):
            items = cast("list[object]", whole)
            return tuple((f"[{index}]", one) for index, one in enumerate(items))
        return (("", whole),)
    kind = type(document).__name__
    raise Unreadable(f"it is a {kind}, and JSON is wanted, as bytes, as text or parsed")


def _text(document: bytes | bytearray | str, /) -> str:
    if isinstance(document, str):
        return document.removeprefix("\ufeff")
    try:
        text = bytes(document).decode(json.detect_encoding(bytes(document)))
    except UnicodeDecodeError as error:
        raise Unreadable(f"it is not UTF-8 from byte {error.start} on") from None
    return text.removeprefix("\ufeff")


def _read(text: str, /) -> tuple[tuple[str, object], ...]:
    start, fault = len(text) - len(text.lstrip()), ""
    try:
        whole, end = _DECODER.raw_decode(text, start)
    except ValueError as error:
        fault = _told(error)
        if "\n" not in text.strip():
            raise Unreadable(fault) from None
        whole, end = None, start
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    if end and not text[end:].strip():
        if isinstance(whole, list):
            items = cast("list[object]", whole)
            return tuple((f"[{index}]", one) for index, one in enumerate(items))
        return (("", whole),)
    if end > start:
        fault = f"it goes on after its end, on line {text.count(chr(10), 0, end) + 1}"
    lines = tuple((f"[{index}]", line(one)) for index, one in _lines(text))
    if all(isinstance(one, Unreadable) for _, one in lines):
        raise Unreadable(fault)
    return lines


def _lines(text: str, /) -> Iterator[tuple[int, str]]:
    # Not `splitlines`: JSON takes other ends of a line within a text.
    return ((index, one) for index, one in enumerate(text.split("\n")) if one.strip())


def line(text: str, /) -> object:
    """One line of NDJSON as plain data, or the `Unreadable` that says why it is none."""
    try:
        return _DECODER.decode(text.strip())
    except ValueError as error:
        return Unreadable(_told(error))
    except RecursionError:
        return Unreadable("it is nested too deeply")


def _told(error: ValueError, /) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON at line {error.lineno}, column {error.colno}"
    return "it holds a number with too many digits"


def _object(pairs: list[tuple[str, object]], /) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        for key in found:
            values = [value for name, value in pairs if name == key]
            if len(values) > 1:
                found[key] = Odd(f"it stands {len(values)} times", values)
    return found


def _no_number(text: str, /) -> Odd:
    return Odd(f"it is {text}, and JSON has no such number", text)


_DECODER: Final = json.JSONDecoder(
    parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_object
)


def _copied(value: object, depth: int, /) -> object:
    """What a parser made, so that nobody else holds it, with exact numbers."""
    if depth > _DEEPEST:
        return Odd("it is nested too deeply", None)
    if value is None or isinstance(value, str | bool | int | Decimal):
        return value
    if isinstance(value, float):
        number = Decimal(repr(value))
        return number if number.is_finite() else _no_number(repr(value))
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value)
        return {str(key): _copied(one, depth + 1) for key, one in pairs.items()}
    if isinstance(value, list | tuple):
        items = cast("list[object]", value)
        return [_copied(one, depth + 1) for one in items]
    return Odd(f"it is a {type(value).__name__}, which JSON does not have", None)


_MANY_DIGITS: Final = 100
_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@final
class _HasMore(Exception):
    """Something that the encoder in C cannot write as it was spelled."""


def _number(value: object, /) -> object:
    """The number that the encoder in C spells alike."""
    if isinstance(value, Decimal) and value.is_finite():
        text = str(value)
        near: float | int = float(value)
        if repr(near) != text and len(text) < _MANY_DIGITS and value == value.to_integral_value():
            near = int(value)
        if repr(near) == text:
            return near
    raise _HasMore


_FAST: Final = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), default=_number, check_circular=False
).encode


def as_json(value: object, /) -> str:
    """Plain data as JSON on one line, with each number spelled as it was.

    >>> as_json({"value": Decimal("1.50")})
    '{"value":1.50}'
    """
    try:
        return _FAST(value)
    except _HasMore:
        return "".join(_written(value))


def _written(value: object, /) -> Iterator[str]:
    if isinstance(value, dict):
        opened = "{"
        for key, one in cast("dict[str, object]", value).items():
            yield f"{opened}{_COMPACT(key)}:"
            yield from _written(one)
            opened = ","
        yield "}" if opened == "," else "{}"
    elif isinstance(value, list):
        # Each by itself, so that only the one with such a number takes long.
        yield f"[{','.join(map(as_json, cast('list[object]', value)))}]"
    elif isinstance(value, Decimal):
        yield str(value)
    elif isinstance(value, Odd):
        yield from _written(value.raw)
    else:
        yield _COMPACT(value)
