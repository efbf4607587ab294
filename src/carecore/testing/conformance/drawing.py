"""Looking for the smallest drawn value with which something is wrong."""

from collections.abc import Callable
from typing import Final, TypeVar

from hypothesis import HealthCheck, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample, Unsatisfiable

__all__ = ["smallest"]

T = TypeVar("T")

# A check may be called within a test that draws values itself, on a machine that is slow.
_UNHURRIED: Final = (
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
    HealthCheck.large_base_example,
    HealthCheck.nested_given,
    HealthCheck.too_slow,
)


def smallest(
    drawn: st.SearchStrategy[T], is_wanted: Callable[[T], bool], /, *, examples: int
) -> tuple[T, ...]:
    """The smallest value that is wanted, in a tuple that is empty if there is none.

    >>> smallest(st.integers(0, 99), lambda number: number > 9, examples=100)
    (10,)
    """
    known = settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=_UNHURRIED,
    )
    try:
        return (find(drawn, is_wanted, settings=known),)
    except (NoSuchExample, Unsatisfiable):
        return ()
