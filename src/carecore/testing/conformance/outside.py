"""Watching whether code asks the world outside: the clock, chance, files, a net."""

import gc
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date
from io import BytesIO, StringIO
from types import FrameType
from typing import Final, TypeVar, final

__all__ = ["called_outside"]

T = TypeVar("T")

_WORLD: Final = frozenset({"os", "random", "secrets", "socket", "subprocess", "tempfile", "uuid"})
"""Modules that are about what lies outside; most of their functions are written in Python."""
_BUILT_IN: Final = {
    "posix": "os",
    "nt": "os",
    "_io": "io",
    "_random": "random",
    "_socket": "socket",
}
"""Modules in C, and what people call them."""
_HARMLESS: Final = frozenset({"fspath", "StringIO", "BytesIO"})
_CLOCK: Final = frozenset(
    {
        *("time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns"),
        *("process_time", "localtime", "gmtime", "ctime", "sleep"),
    }
)
_NOW: Final = frozenset({"now", "utcnow", "today"})
_SAID: Final = frozenset({"print", "input", "open"})
_LOADING: Final = frozenset({"importlib", "zoneinfo"})
"""Python's own loading of modules and time zones reads files, and is nobody's question."""


def called_outside(function: Callable[[], T], /) -> tuple[T, str]:
    """What *function* gives, and the first thing it called that lies outside; else an empty text.

    >>> called_outside(lambda: date.today().year > 0)
    (True, 'date.today')
    >>> called_outside(lambda: date(2026, 3, 1).year)
    (2026, '')
    """
    watch = Watch()
    before = sys.getprofile()
    with _no_collection():
        sys.setprofile(watch)
        try:
            given = function()
        finally:
            sys.setprofile(before)
    return given, watch.first


@contextmanager
def _no_collection() -> Generator[None]:
    """Let nobody else's code run meanwhile: a collection of garbage calls whoever asked for it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@final
class Watch:
    """A profile function that remembers the first call to the world outside."""

    __slots__ = ("_loading", "first")

    def __init__(self) -> None:
        """Begin without having seen anything."""
        self.first: str = ""
        self._loading = 0

    def __call__(self, frame: FrameType, event: str, called: object, /) -> None:
        """Look at one call or return, as `sys.setprofile` tells of it."""
        if event == "call":
            self._entered(frame)
        elif event == "return":
            self._loading = max(0, self._loading - 1)
        elif event == "c_call" and not self._loading:
            self._note(built_in_outside(called))

    def _entered(self, frame: FrameType, /) -> None:
        module = str(frame.f_globals.get("__name__", ""))
        room = module.partition(".")[0]
        if self._loading or room in _LOADING:
            self._loading += 1
        elif room in _WORLD:
            name = frame.f_code.co_name
            # `os.environ["HOME"]` calls a method that nobody writes.
            self._note(room if name.startswith("__") else f"{room}.{name}")

    def _note(self, name: str, /) -> None:
        if not self.first:
            self.first = name


def built_in_outside(called: object, /) -> str:
    """The name of a function in C, if it is one that asks outside; else an empty text.

    >>> import time
    >>> built_in_outside(time.time), built_in_outside(len)
    ('time.time', '')
    """
    name: str = getattr(called, "__name__", "")
    owner: object = getattr(called, "__self__", None)
    if isinstance(owner, type) and issubclass(owner, date) and name in _NOW:
        return f"{owner.__name__}.{name}"
    module = _module_of(called)
    if module == "builtins" or name in _SAID:
        return name if name in _SAID else ""
    if module == "time":
        return f"time.{name}" if name in _CLOCK else ""
    room = _BUILT_IN.get(module, module)
    is_outside = room in _WORLD or room == "io"
    in_memory = name in _HARMLESS or isinstance(owner, StringIO | BytesIO)
    return f"{room}.{name}" if is_outside and not in_memory else ""


def _module_of(called: object, /) -> str:
    """The module of a function in C, or of what it is a method of."""
    owner: object = getattr(called, "__self__", None)
    return getattr(called, "__module__", None) or type(owner).__module__
