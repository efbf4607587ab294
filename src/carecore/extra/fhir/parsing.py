"""A document becomes plain data: JSON, whole or line by line.

What JSON does not allow, or allows and nobody can read in one way, stays where it stands as an
`Odd`, so that it costs no more than its own place.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias, cast, final

__all__ = ["ADVICE", "Document", "Odd", "Unreadable", "as_json", "line", "parsed"]

Document: TypeAlias = bytes | bytearray | str | Mapping[str, Any] | list[Any]
"""Something that FHIR resources stand in: JSON as bytes or text, or what a parser made of it.

.. versionadded:: 0.1
"""

ADVICE: Final = "Maybe it is no FHIR, or is cut off"
_DEEPEST: Final = 100
_GZIP: Final = b"\x1f\x8b"


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
    """A document, or one line of it, that is no JSON at all; the text says why.

    Attributes:
        advice: what may help.
    """

    def __init__(self, what: str, /, advice: str = ADVICE) -> None:
        """Say why."""
        super().__init__(what)
        self.advice: str = advice


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
        whole = _copied(cast("object", document), ())
        if isinstance(whole, list):
            items = cast("list[object]", whole)
            return tuple((f"[{index}]", one) for index, one in enumerate(items))
        return (("", whole),)
    kind = type(document).__name__
    raise Unreadable(f"it is a {kind}, and JSON is wanted, as bytes, as text or parsed")


def _text(document: bytes | bytearray | str, /) -> str:
    if isinstance(document, str):
        return document.removeprefix("\ufeff")
    if document.startswith(_GZIP):
        raise Unreadable("it is compressed, and JSON is wanted", "Maybe unpack it first")
    try:
        text = bytes(document).decode(json.detect_encoding(bytes(document)))
    except UnicodeDecodeError as error:
        raise Unreadable(f"it is not UTF-8 from byte {error.start} on") from None
    return text.removeprefix("\ufeff")


def _read(text: str, /) -> tuple[tuple[str, object], ...]:
    start, fault = len(text) - len(text.lstrip()), ""
    if start == len(text):
        raise Unreadable("it is empty", "Maybe it is not written yet")
    if text[start] == "<":
        raise Unreadable("it is XML, and JSON is wanted", "Maybe export it as JSON")
    try:
        whole, end = _DECODER.raw_decode(text, start)
    except (ValueError, ArithmeticError) as error:
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


def line(text: object, /) -> object:
    """One line of NDJSON as plain data, or the `Unreadable` that says why it is none."""
    if not isinstance(text, str | bytes):
        return Unreadable(f"it is a {type(text).__name__}, and a line of JSON is wanted")
    try:
        said = text.decode() if isinstance(text, bytes) else text
        return _DECODER.decode(said.strip().removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        return Unreadable(f"it is not UTF-8 from byte {error.start} on")
    except (ValueError, ArithmeticError) as error:
        return Unreadable(_told(error))
    except RecursionError:
        return Unreadable("it is nested too deeply")


def _told(error: Exception, /) -> str:
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


def _copied(value: object, around: tuple[object, ...], /) -> object:
    """What a parser made, so that nobody else holds it, with exact numbers.

    Args:
        value: the part to copy.
        around: what it stands in.
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float | Decimal):
        number = value if isinstance(value, Decimal) else Decimal(repr(value))
        return number if number.is_finite() else _no_number(str(value))
    if isinstance(value, Mapping | list | tuple):
        return _container(cast("Mapping[object, object] | list[object]", value), around)
    return Odd(f"it is a {type(value).__name__}, which JSON does not have", None)


def _container(
    value: Mapping[object, object] | list[object], around: tuple[object, ...], /
) -> object:
    if any(one is value for one in around):
        return Odd("it stands within itself", None)
    if len(around) > _DEEPEST:
        return Odd("it is nested too deeply", None)
    inside = (*around, value)
    if isinstance(value, Mapping):
        return {str(key): _copied(one, inside) for key, one in value.items()}
    return [_copied(one, inside) for one in value]


_MANY_DIGITS: Final = 100
_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@final
class _HasMore(Exception):
    """Something that the encoder in C cannot write as it was spelled."""


def _number(value: object, /) -> object:
    """The number that the encoder in C spells alike."""
    if isinstance(value, Decimal) and value.is_finite():
        text = str(value)
        is_whole = text.isdecimal() and len(text) < _MANY_DIGITS
        near = int(text) if is_whole else float(value)
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
    return _quickly(value) or "".join(_written(value))


def _quickly(value: object, /) -> str | None:
    """What the encoder in C makes of it; None: it cannot, or it is nested too deeply for that."""
    try:
        return _FAST(value)
    except (_HasMore, RecursionError):
        return None


@final
class _Text(str):
    """What is JSON already."""

    __slots__ = ()


def _written(value: object, /) -> Iterator[str]:
    """The same without recursion."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, _Text):
            yield one
        elif isinstance(one, dict):
            waiting += reversed(_members(cast("dict[str, object]", one)))
        elif isinstance(one, list):
            waiting += reversed(_items(cast("list[object]", one)))
        elif isinstance(one, Odd):
            waiting.append(one.raw)
        else:
            yield str(one) if isinstance(one, Decimal) else _COMPACT(one)


def _members(value: dict[str, object], /) -> list[object]:
    parts: list[object] = [_Text("{")]
    for key, one in value.items():
        comma = "," if len(parts) > 1 else ""
        parts += [_Text(f"{comma}{_COMPACT(key)}:"), one]
    return [*parts, _Text("}")]


def _items(value: list[object], /) -> list[object]:
    """Each by itself, so that only the one that the encoder in C cannot write takes long."""
    parts: list[object] = [_Text("[")]
    for one in value:
        text = _quickly(one)
        parts += [_Text("," if len(parts) > 1 else ""), one if text is None else _Text(text)]
    return [*parts, _Text("]")]
