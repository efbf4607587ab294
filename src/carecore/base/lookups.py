"""Looking something up by its id, and what to say where there is none."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import Final, Protocol, TypeVar

from carecore.base.checks import require_instance
from carecore.errors import UnknownId

__all__ = ["HasId", "find_by_id", "near_ids", "unknown_id"]

_LONGEST: Final = 255
_MOST_KNOWN: Final = 10_000


class HasId(Protocol):
    """What can be looked up by its id.

    .. versionadded:: 0.1
    """

    @property
    def id(self) -> str:
        """The id."""
        ...


T = TypeVar("T", bound=HasId)


def find_by_id(items: Iterable[T], key: str, /, *, kind: str) -> T:
    """The first of *items* with the id *key*.

    >>> from carecore.base.reasons import Reason
    >>> reasons = [Reason(id="owed", text="somebody owes it")]
    >>> find_by_id(reasons, "owed", kind="reason").text
    'somebody owes it'

    Args:
        items: what there is.
        key: the id.
        kind: what is looked for, for the error.

    Raises:
        WrongType: if the id is not text.
        UnknownId: if there is none; the error names those that look alike.

    .. versionadded:: 0.1
    """
    wanted, known = require_instance(key, str, name=f"the id of a {kind}"), list[str]()
    for item in items:
        if item.id == wanted:
            return item
        known.append(item.id)
    raise unknown_id(kind, wanted, known)


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

    .. versionadded:: 0.1
    """
    if len(key) > _LONGEST:
        return ()
    return tuple(get_close_matches(key, islice(dict.fromkeys(known), _MOST_KNOWN), n=3))
