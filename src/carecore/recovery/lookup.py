"""Finding a milestone among others by its id."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import TypeVar

from carecore.errors import UnknownId

__all__ = ["milestone_in"]

T = TypeVar("T")


def milestone_in(values: Sequence[T], ids: Collection[str], key: str, /) -> T:
    """The first of *values* that has the id *key*; *ids* are theirs, in the same order.

    >>> milestone_in([1, 2], ["surgery", "home"], "home")
    2

    Raises:
        UnknownId: if there is none; it names ids that look like it.

    .. versionadded:: 0.1
    """
    for one, known in zip(values, ids, strict=True):
        if known == key:
            return one
    raise UnknownId("milestone", key, near=get_close_matches(key, ids))
