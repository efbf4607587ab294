"""Values that are put together without their constructor, when everything it asks is known.

The constructor of a frozen class sets each field by a call, because assignment is refused.
A *twin* has the same slots and takes assignments; once its slots are filled it becomes a value of
the frozen class (`__class__` is assigned), which cannot be told from any other.

That is done only for classes whose constructor attrs wrote and nobody touched, so that it is known
to the last step: converters, slots, validators in order, `__attrs_post_init__`.
"""

from keyword import iskeyword
from typing import Any, Final, cast, final

import attrs

__all__ = ["twin_of"]


@final
@attrs.frozen(weakref_slot=False)
class _Frozen:
    """Shows how attrs refuses assignments and names what it writes."""


_GENERATED: Final = "<attrs generated"
_SLOTS: Final = "__slots__"


def twin_of(cls: type[attrs.AttrsInstance], /) -> type | None:
    """A class whose values can be filled and then become values of *cls*, or None.

    >>> from carecore.base.amounts import Money
    >>> twin_of(Money) is None
    False

    None is for classes whose constructor does more, or other things, than attrs wrote.
    """
    own: dict[str, Any] = dict(vars(cls))
    names = tuple(own.get(_SLOTS, ()))
    fields = [attribute.name for attribute in attrs.fields(cls)]
    is_plain = (
        type(cls) is type
        and cls.__new__ is object.__new__
        and cls.__setattr__ is _Frozen.__setattr__
        and _is_generated(own.get("__init__"))
        and not hasattr(cls, "__attrs_pre_init__")
        and set(fields) <= set(names)
        and not any(name.endswith("cached_hash") for name in names)
        and not any("__init_subclass__" in vars(base) for base in cls.__mro__[:-1])
        and all(name.isidentifier() and not iskeyword(name) for name in fields)
    )
    if not is_plain:
        return None
    twin = type(cls.__name__, cls.__bases__, {_SLOTS: names})
    try:
        cast("Any", object.__new__(twin)).__class__ = cls
    except TypeError:
        # Their slots are laid out in two ways, as where a base class has slots of its own.
        return None
    return twin


def _is_generated(init: object, /) -> bool:
    code = getattr(init, "__code__", None)
    return code is not None and str(code.co_filename).startswith(_GENERATED)
