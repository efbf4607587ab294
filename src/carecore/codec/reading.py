"""Reading: a document becomes a value, or one error that names everything wrong with it."""

from collections.abc import Callable, Iterable
from typing import TypeVar, cast

import attrs

from carecore.codec.faults import grouped
from carecore.codec.quick import UNREAD, quick_document, quick_value
from carecore.codec.reader import document_value
from carecore.codec.scan import scanned
from carecore.codec.shapes import name_of
from carecore.errors import CareError, InvalidValue, WrongType

__all__ = ["loads"]

T = TypeVar("T")


def loads(
    data: str | bytes,
    kind: type[T],
    /,
    *,
    types: Iterable[type] = (),
    parser: Callable[[bytes], object] | None = None,
) -> T:
    """The value that a JSON document holds, or one error that names everything wrong with it.

    What `dumps` writes is read back equal.
    Nothing is converted: null is no text, 3.7 and true are no whole numbers, one text is no list.
    Days are written `2026-03-01`, moments with their offset; a key that no field has is refused,
    and so is one that stands twice.
    Whole numbers have to fit into 64 bits with their sign, and a document nests at most 100 deep.

    A document written by hand may leave out `"$type"` and `"$schema"`: then it is taken for a
    `kind` of the present version; one of an older version is brought up to it.

    >>> from carecore.needs import Need
    >>> loads('{"id": "losing_heart", "words": "she gives up", "duties": ["watch_mood"]}', Need).id
    'losing_heart'
    >>> loads('{"id": "losing heart", "word": "she gives up", "duties": [7]}', Need)
    Traceback (most recent call last):
    ...
    carecore.errors.ManyFaults: 4 faults in the document:
    - $.word: Need has no field 'word'. Maybe 'words'.
    - $.duties[0]: 7 stands where text is wanted. Maybe in quotes.
    - $.words: the field 'words' is missing. Maybe add it.
    - $.id: the need id 'losing heart' is not snake_case. Maybe 'losing_heart'.

    Args:
        data: the document, as text or as UTF-8 bytes.
        kind: the class of the value, an attrs class.
        types: classes that may stand where a field is annotated with a protocol or a base class.
        parser: turns the bytes into plain data, such as `orjson.loads`. Every document is first
            read by the standard library, which finds what parsers let pass; so for now a parser
            of your own decides how the data is read, and does not make it faster.

    Raises:
        CareError: if there is one fault; its `place` is where (`$.needs[2]`). Values of personal
            fields are described, never quoted; others are quoted up to 60 characters.
        ManyFaults: if there are several; it holds each of them.

    .. versionadded:: 0.1
    """
    value, fault = _loaded(data, kind, tuple(types), parser)
    if fault is not None:
        raise fault from None
    return cast("T", value)


def _loaded(
    data: str | bytes,
    kind: type,
    types: tuple[type, ...],
    parser: Callable[[bytes], object] | None,
    /,
) -> tuple[object, CareError | None]:
    for one in cast("tuple[object, ...]", (kind, *types)):
        if not isinstance(one, type) or (one is not kind and not attrs.has(one)):
            what = f"{name_of(one)} is no class that a document can hold"
            return None, WrongType(what, advice="Maybe it lacks `@attrs.frozen`")
    value = UNREAD if parser is not None else quick_document(data, kind, types)
    if value is not UNREAD:
        return value, None
    try:
        plain, fault = scanned(data, parser=parser)
        if fault is not None:
            return None, fault
        value = UNREAD if parser is None else quick_value(plain, kind, types)
        return document_value(plain, kind, types) if value is UNREAD else value, None
    except CareError as error:
        fault = grouped([error])
    except RecursionError:
        what = "the document nests deeper than the program can go from here"
        fault = InvalidValue(what, advice="Maybe read it nearer to the start of the program")
    return None, fault
