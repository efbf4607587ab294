"""How deep a document can nest that holds a value of a class."""

from functools import lru_cache
from math import inf
from typing import Final, cast, get_args

import attrs

from carecore.codec.shapes import Kind, Shape, bare, choice_of, given_fields, is_list, is_option
from carecore.codec.texts import TEXT_FORMS
from carecore.errors import WrongType

__all__ = ["levels_of"]

_CACHED: Final = 1024


@lru_cache(maxsize=_CACHED)
def levels_of(kind: Kind, types: tuple[type, ...], /) -> float:
    """The most levels of a value of *kind*; infinite, if a value can hold others like itself.

    >>> from carecore.base.timing import Period
    >>> levels_of(tuple[Period, ...] | None, ())
    2
    """
    return _value_levels(kind, types, {})


def _value_levels(kind: Kind, types: tuple[type, ...], known: dict[Kind, float], /) -> float:
    found = bare(kind)
    if found in TEXT_FORMS or is_option(found):
        return 0
    if is_list(found):
        held = [_value_levels(one, types, known) for one in get_args(found) if one is not ...]
        return 1 + max(held, default=0)
    try:
        choice = choice_of(found, types)
    except WrongType:
        # No document holds it.
        return 0
    plain = choice.plain.get(Shape.LIST, found)
    levels = [0 if plain is found else _value_levels(plain, types, known)]
    for one in choice.marked.values():
        is_object = attrs.has(cast("type", one)) and one not in TEXT_FORMS
        levels.append(
            _object_levels(cast("type[attrs.AttrsInstance]", one), types, known)
            if is_object
            else 1 + _value_levels(one, types, known)
        )
    return max(levels)


def _object_levels(
    cls: type[attrs.AttrsInstance], types: tuple[type, ...], known: dict[Kind, float], /
) -> float:
    if cls not in known:
        # Whoever comes back here before it is known can go round for ever.
        known[cls] = inf
        try:
            kinds = [field.kind for field in given_fields(cls).values()]
        except WrongType:
            kinds = []
        held = [_value_levels(kind, types, known) for kind in kinds]
        known[cls] = 1 + max(held, default=0)
    return known[cls]
