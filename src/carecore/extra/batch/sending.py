"""How a question is sent to another process: pickled once, whoever is asked."""

import pickle
from collections.abc import Callable
from typing import Any, TypeVar

from carecore.errors import WrongType

__all__ = ["call", "packed"]

T = TypeVar("T")


def packed(function: Callable[..., Any], /) -> bytes:
    """A function as it is sent away, with all that it holds already.

    Raises:
        WrongType: if something in it cannot be sent, such as a criterion that is defined within a
            function.
    """
    try:
        return pickle.dumps(function)
    except Exception as fault:  # noqa: BLE001 # what cannot be pickled says so in any way it likes
        what = f"what is asked cannot be sent to another process ({type(fault).__name__})"
        advice = "Maybe define the criterion at the top of a module that can be imported"
        raise WrongType(what, advice=advice) from None


def call(function: bytes, /, *values: object) -> object:
    """What a function gives that was sent here.

    >>> call(packed(max), 3, 5)
    5
    """
    return pickle.loads(function)(*values)  # noqa: S301 # whoever sent it called us as well
