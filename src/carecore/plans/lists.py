"""How the lists of a plan are changed whose items have no id: by what else tells them apart."""

from collections.abc import Callable
from typing import TypeVar

__all__ = ["put_by"]

T = TypeVar("T")


def put_by(items: tuple[T, ...], new: T, /, *, key: Callable[[T], object]) -> tuple[T, ...]:
    """*items* with *new* in the place of the first one with its key, or at the end.

    >>> put_by(("apple", "pear"), "pine", key=len)
    ('apple', 'pine')

    .. versionadded:: 0.1
    """
    wanted = key(new)
    for index, item in enumerate(items):
        if key(item) == wanted:
            return (*items[:index], new, *items[index + 1 :])
    return (*items, new)
