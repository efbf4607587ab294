"""Every public class of the library whose values hold something."""

import inspect
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final

import attrs

import carecore
from carecore import base
from carecore.base.fields import EachOf, OneOf

# What checks fields is public, and holds the classes of others.
CHECKS: Final = {EachOf, OneOf}
# The command line; and the engine, whose numbers are checked as a whole and are in no document.
NO_VALUES: Final = ("carecore.__main__", "carecore.flows")


def classes() -> Iterator[type[Any]]:
    """The attrs classes that the page of a room names; each module of `base` is a page."""
    for page in (
        *iter_modules(carecore.__path__, "carecore."),
        *iter_modules(base.__path__, "carecore.base."),
    ):
        if page.name not in NO_VALUES:
            module = import_module(page.name)
            for name in module.__all__:
                value = getattr(module, name)
                if inspect.isclass(value) and attrs.has(value) and value not in CHECKS:
                    yield value


CLASSES: Final = sorted(set(classes()), key=lambda cls: (cls.__module__, cls.__name__))


def named(cls: type) -> str:
    """The name of a class, for the name of a test."""
    return cls.__name__
