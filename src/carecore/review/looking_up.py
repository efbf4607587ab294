"""Looking up an entry that may not be there: a plan may name what no catalogue knows."""

from collections.abc import Callable
from typing import TypeVar

from carecore.errors import UnknownId

__all__ = ["found"]

T = TypeVar("T")


def found(look_up: Callable[[str], T], key: str, /) -> T | None:
    """What *look_up* has for *key*, or None where it knows no such id.

    >>> from carecore.catalogue import STANDARD
    >>> found(STANDARD.duty, "watch_the_moon") is None
    True

    .. versionadded:: 0.1
    """
    try:
        return look_up(key)
    except UnknownId:
        return None
