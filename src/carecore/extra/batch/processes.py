"""Processes of this machine, by the standard library."""

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import TypeVar, cast, final

from carecore.base.checks import require_instance
from carecore.errors import InvalidValue
from carecore.extra.batch.sending import call, packed
from carecore.flows import Workers

__all__ = ["in_processes"]

T = TypeVar("T")


@contextmanager
def in_processes(count: int, /) -> Generator[Workers, None, None]:
    """So many processes of this machine, for as long as the block lasts.

    Each begins as a fresh Python (`spawn`), on every system; so a script has its work under
    `if __name__ == "__main__":`, and a criterion of your own stands in a module.

        with in_processes(2) as workers:
            found = allocate(clients, pool, as_of=day, workers=workers)

    Raises:
        WrongType: if the count is no whole number; inside the block, if something that is asked
            cannot be sent to another process.
        InvalidValue: if there should be fewer than one.
        RuntimeError: if a process ended before its work did; a `BrokenProcessPool`.

    .. versionadded:: 0.1
    """
    require_instance(count, int, name="the count of processes", advice="Maybe 2")
    if count < 1:
        raise InvalidValue(f"{count} processes do no work", advice="Maybe 1 or more")
    # A fork of a process with threads may wait for ever; a fresh one is the same everywhere.
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as executor:
        try:
            yield _Processes(executor, count)
        except BrokenProcessPool as fault:
            fault.add_note('Maybe the script does its work outside of `if __name__ == "__main__":`')
            raise


@final
class _Processes:
    """The processes of one executor."""

    __slots__ = ("_executor", "count")

    def __init__(self, executor: ProcessPoolExecutor, count: int, /) -> None:
        """Use what is there."""
        self._executor = executor
        self.count: int = count

    def map(self, function: Callable[..., T], /, *columns: Iterable[object]) -> Iterable[T]:
        """What *function* gives for the first of each column, for the second of each, and so on."""
        told = self._executor.map(partial(call, packed(function)), *columns)
        return cast("Iterable[T]", told)
