"""Which fields are personal, and a `repr` that keeps them to itself.

A field is marked where it is declared, with `metadata=PERSONAL`, and kept out of the `repr`: the
field's own `repr=False` does it, or the class's, which takes `PrivateRepr` instead, as the people
of `carecore.people` do.
Faces, findings and errors then show ids; `outline(full=True)` and `dumps` are the full views.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from carecore.errors import WrongType

__all__ = ["PERSONAL", "PrivateRepr", "personal_fields"]

_KEY: Final = "carecore.personal"

PERSONAL: Final[Mapping[str, bool]] = MappingProxyType({_KEY: True})
"""Metadata that marks a field as personal.

To mark a field that has metadata of its own, join the two: `{**PERSONAL, "mine": 1}`.

>>> import attrs
>>> @attrs.frozen(weakref_slot=False)
... class Guest:
...     id: str
...     name: str = attrs.field(metadata=PERSONAL, repr=False)
>>> Guest("g-1", "Ada Quill")
Guest(id='g-1')

.. versionadded:: 0.1
"""


def personal_fields(cls: type[attrs.AttrsInstance], /) -> tuple[str, ...]:
    """The names of the personal fields of *cls*, in the order of their declaration.

    Fields of the values that those fields hold are not looked into.

    Raises:
        WrongType: if *cls* is not an attrs class.

    >>> import attrs
    >>> @attrs.frozen(weakref_slot=False)
    ... class Guest:
    ...     id: str
    ...     name: str = attrs.field(metadata=PERSONAL, repr=False)
    >>> personal_fields(Guest)
    ('name',)

    .. versionadded:: 0.1
    """
    try:
        fields = attrs.fields(cls)
    except (TypeError, attrs.exceptions.NotAnAttrsClassError):
        what = "only an attrs class has personal fields"
        raise WrongType(what, advice="Maybe it lacks `@attrs.frozen`") from None
    return tuple(each.name for each in fields if each.metadata.get(_KEY))


class PrivateRepr:
    """Gives a class with personal fields a `repr` of its name and its id only.

    Use it with `attrs.frozen(repr=False)`. An id that is missing, None or personal is left out.

    >>> import attrs
    >>> @attrs.frozen(repr=False, weakref_slot=False)
    ... class Guest(PrivateRepr):
    ...     id: str
    ...     name: str = attrs.field(metadata=PERSONAL, repr=False)
    >>> Guest("g-1", "Ada Quill")
    <Guest g-1>

    .. versionadded:: 0.1
    """

    __slots__ = ()

    def __repr__(self) -> str:
        """The name of the class, and the id if there is one."""
        cls = type(self)
        shown = getattr(self, "id", None)
        if shown is None or (attrs.has(cls) and "id" in personal_fields(cls)):
            return f"<{cls.__name__}>"
        return f"<{cls.__name__} {repr(str(shown))[1:-1]}>"
