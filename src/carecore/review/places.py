"""Where things stand in a plan, which of them is meant by an id, and what comes near to one."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from carecore.base.lookups import near_ids
from carecore.base.reasons import at

__all__ = ["did_you_mean", "firsts", "placed"]

K = TypeVar("K")
T = TypeVar("T")


def placed(field_name: str, items: Iterable[T], /, *, under: str = "$") -> Iterator[tuple[str, T]]:
    """Each of *items* with its place, as it stands in the list of that name.

    >>> list(placed("risks", ["fall", "delirium"]))
    [('$.risks[0]', 'fall'), ('$.risks[1]', 'delirium')]

    Args:
        field_name: the name of the list.
        items: what it holds.
        under: the place of what has the list.

    .. versionadded:: 0.1
    """
    start = at(under, field_name)
    for index, item in enumerate(items):
        yield f"{start}[{index}]", item


def did_you_mean(key: str, known: Iterable[str], /) -> str:
    """An advice that names what comes near to *key*; empty if nothing does.

    >>> did_you_mean("goal-2", ["goal-1", "stage-1"])
    "Maybe 'goal-1'"

    .. versionadded:: 0.1
    """
    near = near_ids(key, known)
    return f"Maybe {' or '.join(map(repr, near))}" if near else ""


def firsts(pairs: Iterable[tuple[K, T]], /) -> Mapping[K, T]:
    """What stands first for each key, in order.

    >>> dict(firsts([("a", 1), ("b", 2), ("a", 3)]))
    {'a': 1, 'b': 2}

    .. versionadded:: 0.1
    """
    found: dict[K, T] = {}
    for key, item in pairs:
        found.setdefault(key, item)
    return MappingProxyType(found)
