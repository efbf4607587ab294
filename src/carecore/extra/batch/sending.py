"""How a question is sent to another process: pickled once, whoever is asked."""

import pickle
from collections.abc import Callable
from typing import Any, final

from attrs import field, frozen

from carecore.errors import WrongType

__all__ = ["Packed", "call", "packed"]


@final
@frozen(weakref_slot=False)
class Packed:
    """A function as it is sent away, with all that it holds.

    Attributes:
        data: the same in bytes; engines write down what they were sent, and this is personal.
    """

    data: bytes = field(repr=False)


def packed(function: Callable[..., Any], /) -> Packed:
    """A function with all that it holds already, ready to be sent.

    Raises:
        WrongType: if something in it cannot be sent, such as a criterion that is defined within a
            function.
    """
    try:
        return Packed(pickle.dumps(function))
    except Exception as fault:  # noqa: BLE001 # what cannot be pickled says so in any way it likes
        what = f"what is asked cannot be sent to another process ({type(fault).__name__})"
        advice = "Maybe define the criterion at the top of a module that can be imported"
        raise WrongType(what, advice=advice) from None


def call(function: Packed, /, *values: object) -> object:
    """What a function gives that was sent here.

    >>> call(packed(max), 3, 5)
    5
    """
    return pickle.loads(function.data)(*values)  # noqa: S301 # whoever sent it called us as well
