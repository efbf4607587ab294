"""Looking for a drawn value with which something is wrong."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar, final

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample, Unsatisfiable

__all__ = ["first_drawn"]

T = TypeVar("T")

# A check may be called within a test that draws values itself, on a machine that is slow.
_UNHURRIED: Final = (
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
    HealthCheck.large_base_example,
    HealthCheck.nested_given,
    HealthCheck.too_slow,
)


@final
class _Drawn(Generic[T]):
    """A value that Hypothesis does not write out when it finds it."""

    __slots__ = ("value",)

    def __init__(self, value: T, /) -> None:
        self.value = value


def first_drawn(
    drawn: st.SearchStrategy[T],
    is_wanted: Callable[[T], bool],
    /,
    *,
    examples: int,
    is_small: bool = True,
) -> tuple[T, ...]:
    """A drawn value that is wanted, in a tuple that is empty if there is none.

    >>> first_drawn(st.integers(0, 99), lambda number: number > 9, examples=100)
    (10,)

    Args:
        drawn: how values are drawn.
        is_wanted: whether one is what is looked for.
        examples: how many are drawn.
        is_small: whether the smallest such value is looked for, which takes its time.
    """
    known = settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink] if is_small else [Phase.generate],
        suppress_health_check=_UNHURRIED,
    )

    def is_found(one: _Drawn[T], /) -> bool:
        return is_wanted(one.value)

    try:
        return (find(drawn.map(_Drawn), is_found, settings=known).value,)
    except (NoSuchExample, Unsatisfiable):
        return ()
