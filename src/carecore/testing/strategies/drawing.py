"""Values of any class that this library or another one makes of fields."""

from functools import lru_cache
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from carecore.errors import WrongType
from carecore.testing.strategies.fitting import Maker
from carecore.testing.strategies.kinds import LATE, SPECIAL

__all__ = ["values"]

T = TypeVar("T")


def values(kind: type[T], /, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[T]:
    """Values of the class *kind*, such as its constructor takes them.

    Any attrs class will do, also one of your own: what a field holds is read from its annotation,
    and which of it the field takes from its converter and validator.
    Ids lead nowhere in particular, days lie anywhere in the calendar, texts are in any script: what
    can be built at all is built. `clients`, `plans` and the other nouns are more like real ones.

    >>> from carecore.plans import Goal, GoalStatus
    >>> values(Goal, status=st.just(GoalStatus.ACTIVE)).validate()

    Args:
        kind: the class.
        fields: how some of its fields are made, by their names.

    Raises:
        UnknownId: if there is no field of that name.
        WrongType: if it is not known how values of *kind*, or of one of its fields, are made.

    .. versionadded:: 0.1
    """
    maker = _maker()
    return maker.instances(_attrs_class(kind), fields) if fields else maker.values(kind)


def _attrs_class(kind: type, /) -> type[attrs.AttrsInstance]:
    if not attrs.has(kind):
        what = f"{kind.__name__} has no fields that could be chosen"
        raise WrongType(what, advice="Maybe it lacks `@attrs.frozen`")
    return kind


@lru_cache(maxsize=1)
def _maker() -> Maker:
    return Maker(SPECIAL, LATE, 2, 1)
