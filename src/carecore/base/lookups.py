"""Finding, putting in and taking out by an id, and what to say where there is none."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import Final, TypeVar, cast

from carecore.base.checks import require_instance
from carecore.errors import UnknownId

__all__ = ["find_by_id", "near_ids", "put_by_id", "take_out_by_id", "unknown_id"]

_LONGEST: Final = 255
_MOST_KNOWN: Final = 10_000


T = TypeVar("T")


def find_by_id(items: Iterable[T], key: str, /, *, kind: str, by: str = "id") -> T:
    """The first of *items* with the id *key*.

    >>> from carecore.base.reasons import Reason
    >>> reasons = [Reason(id="owed", text="somebody owes it")]
    >>> find_by_id(reasons, "owed", kind="reason").text
    'somebody owes it'

    Args:
        items: what there is.
        key: the id.
        kind: what is looked for, for the error.
        by: the field that holds the id.

    Raises:
        WrongType: if the id is not text.
        UnknownId: if there is none; the error names those that look alike.

    .. versionadded:: 0.1
    """
    wanted, known = require_instance(key, str, name=f"the id of a {kind}"), list[str]()
    for item in items:
        if _id_of(item, by) == wanted:
            return item
        known.append(_id_of(item, by))
    raise unknown_id(kind, wanted, known)


def put_by_id(items: tuple[T, ...], new: T, /) -> tuple[T, ...]:
    """*items* with *new* in the place of the first one with its id, or at the end.

    >>> from carecore.base.reasons import Reason
    >>> reasons = tuple(Reason(id=key, text="why") for key in ("a", "b"))
    >>> [one.text for one in put_by_id(reasons, Reason(id="a", text="because"))]
    ['because', 'why']

    .. versionadded:: 0.1
    """
    wanted = _id_of(new)
    for index, item in enumerate(items):
        if _id_of(item) == wanted:
            return (*items[:index], new, *items[index + 1 :])
    return (*items, new)


def take_out_by_id(items: tuple[T, ...], key: str, /, *, kind: str) -> tuple[T, ...]:
    """*items* without those that have the id *key*; raises what `find_by_id` raises.

    >>> from carecore.base.reasons import Reason
    >>> take_out_by_id((Reason(id="a", text="why"),), "a", kind="reason")
    ()

    .. versionadded:: 0.1
    """
    gone = _id_of(find_by_id(items, key, kind=kind))
    return tuple(item for item in items if _id_of(item) != gone)


def unknown_id(kind: str, key: str, known: Iterable[str], /) -> UnknownId:
    """The error for an id that refers to nothing, with those of *known* that look like it.

    >>> unknown_id("goal", "goal-2", ["goal-1", "stage-1"]).near
    ('goal-1',)

    .. versionadded:: 0.1
    """
    return UnknownId(kind, key, near=near_ids(key, known))


def near_ids(key: str, known: Iterable[str], /) -> tuple[str, ...]:
    """Up to three of *known* that look like *key*, nearest first.

    Comparing takes long, so no more than 10,000 ids are looked at, and nothing comes near to what
    is longer than any id.

    >>> near_ids("goal-2", ["goal-1", "stage-1"])
    ('goal-1',)

    Raises:
        WrongType: if *key* is not text.

    .. versionadded:: 0.1
    """
    if len(require_instance(key, str, name="the id", advice="Maybe one of text")) > _LONGEST:
        return ()
    return tuple(get_close_matches(key, islice(dict.fromkeys(known), _MOST_KNOWN), n=3))


def _id_of(item: object, by: str = "id", /) -> str:
    return cast("str", getattr(item, by))
