"""The bytes of a document, checked before anybody makes sense of them.

Parsers differ in what they let pass, so whatever parser is used, the standard library reads the
document first: it can be told to mind keys that stand twice, NaN, and numbers that are too long.
Such a thing does not end the reading; it is left in its place as something that no field takes, so
that it is reported with its path beside every other fault.
"""

import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Final, TypeGuard, final

from attrs import frozen

from carecore.errors import CareError, InvalidValue, WrongType, described

__all__ = [
    "MOST_LEVELS",
    "Doubled",
    "Refused",
    "fits_64_bits",
    "has_characters_only",
    "has_doubled",
    "is_json_list",
    "is_json_object",
    "levels_fault",
    "scanned",
]

MOST_LEVELS: Final = 100
"""How deep a document may nest."""

_BOM: Final = "\ufeff"
_LIMIT: Final = 2**63
_DIGITS: Final = 20
# A string that does not end runs to the end of the text, so the search never steps back.
_BRACKETS: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', re.DOTALL)


@final
@frozen(weakref_slot=False)
class Refused:
    """A number of a document that no field takes; *fault* says why."""

    fault: InvalidValue


@final
class Doubled(dict[str, object]):
    """An object of a document in which keys stand twice; it holds the last value of each."""

    __slots__ = ("twice",)

    def __init__(self, pairs: list[tuple[str, object]], twice: tuple[str, ...], /) -> None:
        """Keep the pairs, and the keys that stand twice in order."""
        super().__init__(pairs)
        self.twice: tuple[str, ...] = twice


def scanned(
    data: str | bytes, /, *, parser: Callable[[bytes], object] | None = None
) -> tuple[object, CareError | None]:
    """The plain data of a document, or what keeps it from being read at all.

    Args:
        data: the document.
        parser: reads it once more, if the standard library finds nothing to refuse in it.
    """
    text, fault = _decoded(data)
    if fault is None:
        fault = levels_fault(text)
    if fault is not None:
        return None, fault
    scan = _Scan()
    plain, fault = scan.plain(text)
    if fault is None and parser is not None and scan.is_clean:
        return _parsed(parser, text)
    return plain, fault


def levels_fault(text: str, /) -> InvalidValue | None:
    """What to say of a JSON *text* that nests over 100 levels deep."""
    if text.count("[") + text.count("{") <= MOST_LEVELS:
        return None
    level = 0
    for found in _BRACKETS.finditer(text):
        mark = found[0]
        level += (mark in "[{") - (mark in "]}")
        if level > MOST_LEVELS:
            what = f"the document nests over {MOST_LEVELS} levels deep"
            return InvalidValue(what, advice="Maybe a value holds itself")
    return None


def is_json_object(plain: object, /) -> TypeGuard[dict[str, object]]:
    """Whether *plain* data is an object."""
    return isinstance(plain, dict)


def is_json_list(plain: object, /) -> TypeGuard[list[object]]:
    """Whether *plain* data is a list."""
    return isinstance(plain, list)


def has_doubled(plain: object, /) -> bool:
    """Whether a key stands twice anywhere in *plain* data."""
    if is_json_object(plain):
        return isinstance(plain, Doubled) or any(map(has_doubled, plain.values()))
    return is_json_list(plain) and any(map(has_doubled, plain))


def fits_64_bits(number: int, /) -> bool:
    """Whether other programs can hold the whole number *number*."""
    return -_LIMIT <= number < _LIMIT


def has_characters_only(text: str, /) -> bool:
    r"""Whether *text* can be written as UTF-8: it holds no half of a surrogate pair.

    >>> has_characters_only("Zoë"), has_characters_only("\ud800")
    (True, False)
    """
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class _Scan:
    """One reading by the standard library; `is_clean` says whether anything was refused."""

    __slots__ = ("is_clean",)

    def __init__(self) -> None:
        self.is_clean = True

    def plain(self, text: str, /) -> tuple[object, InvalidValue | None]:
        try:
            return json.loads(
                text,
                object_pairs_hook=self._object,
                parse_constant=self._constant,
                parse_float=self._float,
                parse_int=self._int,
            ), None
        except json.JSONDecodeError as error:
            # The error holds the whole document, so only the position is taken from it.
            return None, _broken(text, error.pos, error.msg.startswith("Unterminated string"))

    def _refuse(self, what: str, advice: str, /) -> Refused:
        self.is_clean = False
        return Refused(InvalidValue(what, advice=advice))

    def _object(self, pairs: list[tuple[str, object]], /) -> dict[str, object]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        self.is_clean = False
        counted = Counter(key for key, _ in pairs)
        return Doubled(pairs, tuple(key for key, count in counted.items() if count > 1))

    def _constant(self, name: str, /) -> Refused:
        return self._refuse(f"{name} is no JSON number", "Maybe leave it out if unknown")

    def _float(self, text: str, /) -> float | Refused:
        number = float(text)
        if abs(number) == float("inf"):
            return self._refuse("a number is too large for JSON readers", "Maybe as text")
        return number

    def _int(self, text: str, /) -> int | Refused:
        if len(text) > _DIGITS or not fits_64_bits(int(text)):
            digits = len(text.removeprefix("-"))
            what = f"a whole number of {digits} digits does not fit into 64 bits"
            return self._refuse(what, "Maybe it is an id, and belongs in quotes")
        return int(text)


def _decoded(data: object, /) -> tuple[str, CareError | None]:
    if isinstance(data, str):
        text = data
        if not has_characters_only(text):
            what = "the document holds half a surrogate pair, which is no character"
            return "", InvalidValue(what, advice="Maybe pass the bytes as they were received")
    elif isinstance(data, bytes):
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            what = f"the document is not UTF-8: byte {error.start} belongs to no character"
            return "", InvalidValue(what, advice="Maybe it was saved in another encoding")
    else:
        what = f"a document is given as text or bytes, and this is {described(data)}"
        return "", WrongType(what, advice="Maybe json.dumps(...) of it")
    if text.startswith(_BOM):
        what = "the document begins with a byte order mark"
        return "", InvalidValue(what, advice="Maybe decode it with 'utf-8-sig'")
    return text, None


def _broken(text: str, position: int, is_unfinished: bool, /) -> InvalidValue:  # noqa: FBT001
    if not text.strip():
        return InvalidValue("the document is empty", advice="Maybe the file is not written yet")
    if is_unfinished or position >= len(text.rstrip()):
        return InvalidValue("the document breaks off", advice="Maybe it was cut on the way")
    line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    what = f"the document is no JSON: line {line}, column {column} is not what may stand there"
    advice = "Maybe a comma or a quote is missing, or one too many"
    return InvalidValue(what, advice=advice)


def _parsed(parser: Callable[[bytes], object], text: str, /) -> tuple[object, InvalidValue | None]:
    try:
        return parser(text.encode()), None
    except Exception as error:  # noqa: BLE001 # a parser of other people may raise anything
        name = type(error).__name__
    what = f"the parser refuses the document ({name})"
    return None, InvalidValue(what, advice="Maybe try without parser=")
