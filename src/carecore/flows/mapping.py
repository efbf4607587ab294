"""Where work is done that falls into parts: here, or by somebody else.

Anything that maps as Python's own `map` does will do: `map` of an executor of the standard library,
or of an engine that shares work out among machines.
"""

from collections.abc import Callable, Iterable
from typing import Protocol, Self, TypeVar, runtime_checkable

__all__ = ["Joinable", "Mapper", "Workers", "combine", "one_by_one"]

T = TypeVar("T")


class Joinable(Protocol):
    """What a part tells, and what can be joined with what another part tells.

    .. versionadded:: 0.1
    """

    def joined(self, other: Self, /) -> Self:
        """Both together."""
        ...


J = TypeVar("J", bound=Joinable)


class Mapper(Protocol):
    """Calls a function on each part, as `map` does.

    The function and what it is called with can be pickled, and so can what it gives; the answers
    come in the order of the parts.

    .. versionadded:: 0.1
    """

    def __call__(self, function: Callable[..., T], /, *columns: Iterable[object]) -> Iterable[T]:
        """What *function* gives for the first of each column, for the second of each, and so on."""
        ...


@runtime_checkable
class Workers(Protocol):
    """Several that work at once, such as `carecore.extra.batch` finds.

    .. versionadded:: 0.1
    """

    @property
    def count(self) -> int:
        """How many there are."""
        ...

    def map(self, function: Callable[..., T], /, *columns: Iterable[object]) -> Iterable[T]:
        """A `Mapper`."""
        ...


def one_by_one(function: Callable[..., T], /, *columns: Iterable[object]) -> Iterable[T]:
    """One after the other, in this process.

    >>> list(one_by_one(max, [1, 5], [3, 4]))
    [3, 5]

    .. versionadded:: 0.1
    """
    return map(function, *columns)


def combine(left: J, right: J, /) -> J:
    """What two parts tell, together; associative, and in what order makes no difference.

    `NOBODY`, `NO_COMPONENT`, `NO_KERNEL` and `NOTHING_TOLD` change nothing.

    >>> from carecore.flows import PricePass
    >>> combine(PricePass(least=3, paid=4), PricePass(least=1, paid=1)).least
    4

    .. versionadded:: 0.1
    """
    return left.joined(right)
