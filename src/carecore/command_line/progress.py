"""How far long work has come: said on the terminal of whoever waits, and nowhere else."""

import sys
from collections.abc import Iterable, Iterator, Sized
from typing import Final, Protocol, TypeVar

__all__ = ["with_progress"]

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

_LONG: Final = 20
"""Shorter work is over before anybody has read a line."""


class _Several(Sized, Iterable[T_co], Protocol[T_co]):
    """Things that can be counted."""


def with_progress(things: _Several[T], words: str, /) -> Iterator[T]:
    """The same things, one by one, while a line on the terminal says how many there were.

    Nothing is said where standard error is no terminal, or where there is little to do.

    Args:
        things: what is worked on.
        words: what is done with them, such as "files read".

    .. versionadded:: 0.1
    """
    total, stream = len(things), sys.stderr
    if stream is None or not stream.isatty() or total < _LONG:
        yield from things
        return
    step = max(1, total // 100)
    for number, one in enumerate(things):
        if number % step == 0:
            stream.write(f"\r{number} of {total} {words}")
            stream.flush()
        yield one
    stream.write(f"\r{' ' * len(f'{total} of {total} {words}')}\r")
    stream.flush()
