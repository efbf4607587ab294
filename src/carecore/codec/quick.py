"""Reading at once: a document in order becomes its value, and of any other nothing is said.

One function is written for each class when a document first holds it.
What the bytes of a document can hide is found without looking at each of them:

- keys that stand twice: its text has more keys than its objects;
- levels: a document fits classes that do not hold themselves, so it nests no deeper than they do;
- halves of surrogate pairs: only an escape brings one in;
- NaN, and numbers that are too large: the functions look at every number they take.

In doubt the answer is no, and the document is read in detail.
"""

import json
import re
from functools import lru_cache, partial
from types import NoneType
from typing import Final, NoReturn, cast

import attrs

from carecore.codec.depth import levels_of
from carecore.codec.emitting import Emitter, Misfit, Read, Way, indented
from carecore.codec.known import MISFIT
from carecore.codec.objects import object_lines
from carecore.codec.scan import MOST_LEVELS, has_characters_only, is_json_object, levels_fault
from carecore.codec.shapes import Kind, choice_of
from carecore.codec.texts import TEXT_FORMS
from carecore.codec.versions import VERSION_KEY, migrated, newest, version_fault
from carecore.errors import WrongType

__all__ = ["UNREAD", "quick_document", "quick_value"]

UNREAD: Final = object()
"""Stands for a document that has to be read in detail."""

_CACHED: Final = 1024
_KEY_END: Final = re.compile(r'"[ \t\n\r]*:')
# Regular expressions find two letters quicker than text does.
_SPACED: Final = [(space, re.compile(space + ":").search) for space in " \n\r\t"]
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")
_LEAVES: Final = frozenset({NoneType, bool, int, float})


def quick_document(data: object, kind: type, types: tuple[type, ...], /) -> object:
    """The value of *kind* that a document holds, or `UNREAD`.

    Args:
        data: the document.
        kind: the class of the value.
        types: classes that may stand for protocols and base classes.
    """
    try:
        return _document(data, kind, types)
    except Exception:  # noqa: BLE001 # a class of other people may raise anything
        return UNREAD


def quick_value(plain: object, kind: type, types: tuple[type, ...], /) -> object:
    """The value of *kind* that is made of *plain* data, or `UNREAD`.

    Args:
        plain: what a parser made of a document without keys that stand twice.
        kind: the class of the value.
        types: classes that may stand for protocols and base classes.
    """
    try:
        # A parser may keep what it gave, so it is not changed.
        rest: object = dict(plain) if is_json_object(plain) else plain
        return _value(_brought_up(rest, kind)[0], kind, types, []) if _is_common(plain) else UNREAD
    except Exception:  # noqa: BLE001 # a class of other people may raise anything
        return UNREAD


def _document(data: object, kind: type, types: tuple[type, ...], /) -> object:
    if isinstance(data, bytes):
        text = data.decode()
    elif isinstance(data, str) and has_characters_only(data):
        text = data
    else:
        return UNREAD
    if levels_of(kind, types) > MOST_LEVELS and levels_fault(text) is not None:
        return UNREAD
    plain = _DECODER.decode(text)
    if _HALF.search(text) and not _is_common(plain):
        return UNREAD
    rest, more = _brought_up(plain, kind)
    sizes: list[int] = []
    value = _value(rest, kind, types, sizes)
    return (
        value if _has_each_key_once(text, None if more is None else more + sum(sizes)) else UNREAD
    )


def _brought_up(plain: object, kind: type, /) -> tuple[object, int | None]:
    """The document without its version, as the present one has it.

    Beside it, how many keys that took; None, if it was older, and others may be gone as well.
    """
    if not is_json_object(plain) or VERSION_KEY not in plain:
        return plain, 0
    version = plain.pop(VERSION_KEY)
    if not isinstance(version, int) or version_fault(version, str) is not None:
        raise Misfit
    if version == newest():
        return plain, 1
    return migrated(plain, version, kind.__name__), None


def _value(plain: object, kind: type, types: tuple[type, ...], sizes: list[int], /) -> object:
    # Where validators are switched off, a constructor asks less than what is written out here.
    if attrs.validators.get_disabled() or kind in TEXT_FORMS or not choice_of(kind, types).marked:
        return UNREAD
    return _reader(Way.VALUE, kind, types)(plain, sizes.append)


@lru_cache(maxsize=_CACHED)
def _reader(way: Way, kind: Kind, types: tuple[type, ...], /) -> Read:
    emitter = Emitter(types, partial(_found, types))
    try:
        lines = _lines(way, kind, emitter)
    except WrongType:
        lines = [MISFIT]
    source = "\n".join(["def read(v, tally):", *indented(lines)])
    # The names of fields are all that it has from outside, as texts and as Python's own names.
    exec(compile(source, "<carecore codec>", "exec"), emitter.names)  # noqa: S102
    return cast("Read", emitter.names["read"])


def _found(types: tuple[type, ...], way: Way, kind: Kind, /) -> Read:
    return _reader(way, kind, types)


def _lines(way: Way, kind: Kind, emitter: Emitter, /) -> list[str]:
    if way is Way.OBJECT:
        return object_lines(kind, emitter)
    lines = emitter.marked(kind) if way is Way.MARKED else emitter.value(kind)
    return [*lines, "return v"]


def _has_each_key_once(text: str, keys: int | None, /) -> bool:
    """Whether a document whose objects have that many *keys* has no key twice.

    Raises:
        Misfit: if it has.
    """
    is_spaced = any(space in text and search(text) for space, search in _SPACED)
    found = len(_KEY_END.findall(text)) if is_spaced else text.count('":')
    if found == keys:
        return True
    # A text may hold what looks like the end of a key.
    json.loads(text, object_pairs_hook=_checked)
    return True


def _checked(pairs: list[tuple[str, object]], /) -> None:
    if len(dict(pairs)) != len(pairs):
        raise Misfit


def _is_common(plain: object, /) -> bool:
    """Whether *plain* data holds nothing but what JSON has, and no half of a surrogate pair."""
    kind = type(plain)
    if kind is str:
        return has_characters_only(cast("str", plain))
    if kind is list:
        return all(map(_is_common, cast("list[object]", plain)))
    if kind is dict:
        pairs = cast("dict[object, object]", plain).items()
        return all(type(key) is str and _is_common(key) and _is_common(one) for key, one in pairs)
    return kind in _LEAVES


def _refused(name: str, /) -> NoReturn:
    raise Misfit(name)


_DECODER: Final = json.JSONDecoder(parse_constant=_refused)
