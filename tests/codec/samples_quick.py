"""Classes whose constructor does something of its own, of every kind that there is."""

from abc import ABC
from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol, Self, runtime_checkable

import attrs

from carecore.base.checks import filled_text, whole_number
from carecore.base.fields import EachOf, OneOf, checked
from carecore.errors import InvalidValue


def _even(instance: object, attribute: "attrs.Attribute[Any]", value: int) -> None:
    del instance, attribute
    if value % 2:
        raise ValueError


def _as_list(values: Iterable[int]) -> Any:  # noqa: ANN401 # whatever the field says
    return list(values)


class PlusOne:
    """A converter that is no function, and can be no key."""

    __hash__ = None  # type: ignore[assignment]

    def __call__(self, value: int) -> int:
        return value + 1


PLUS_ONE = PlusOne()
EACH_TEXT = EachOf("texts", (str,), has_order=True)
COUNTS: Any = [_even, whole_number]
COUNTED: Any = whole_number
WRONG: Any = "x"
NOTHING: Any = None


def _four() -> int:
    return 4


def _sum(filled: "Filled") -> int:
    return filled.size + filled.total


@attrs.frozen(kw_only=True, weakref_slot=False)
class Filled:
    """Every thing that attrs can do to a field."""

    size: int = attrs.field(default=2, validator=_even)
    made: int = attrs.field(factory=_four, validator=COUNTS)
    plus: int = attrs.field(default=1, converter=PLUS_ONE)  # type: ignore[misc] # mypy knows no other converters
    rows: list[int] = attrs.field(default=(), converter=_as_list)
    total: int = attrs.field(init=False, default=7, validator=COUNTED)
    table: dict[str, int] = attrs.field(init=False, factory=dict)
    _hidden: int = 6
    both: int = attrs.field(
        init=False,
        default=attrs.Factory(_sum, takes_self=True),
        converter=PLUS_ONE,  # type: ignore[misc] # mypy knows no other converters
        validator=_even,
    )

    def __attrs_post_init__(self) -> None:
        if self.size == 6:
            raise InvalidValue("six is taken")


@attrs.frozen(weakref_slot=False)
class Shy:
    """What no document can give."""

    _secret: int


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Late:
    """Defaults that the fields themselves refuse."""

    day: date = NOTHING
    name: str = attrs.field(default="", validator=filled_text)
    size: int = attrs.field(default=WRONG, converter=int)


@runtime_checkable
class Sized(Protocol):
    """Anything with a length."""

    def __len__(self) -> int: ...


@attrs.frozen(weakref_slot=False)
class Row:
    """Has a length."""

    length: int = 0

    def __len__(self) -> int:
        return self.length


@attrs.frozen(kw_only=True, weakref_slot=False)
class Narrow:
    """Checks that are not those of the annotations."""

    text: int | str = attrs.field(default="", validator=OneOf((str,)))
    texts: tuple[int | str, ...] = attrs.field(default=(), converter=EACH_TEXT)  # type: ignore[misc] # mypy knows no other converters
    sized: Sized | None = attrs.field(default=None, validator=OneOf((Sized, type(None))))


@attrs.frozen(slots=False)
class OfDict:
    """Its values have a dict."""

    size: int = 0


@attrs.define
class Mutable:
    """It can be changed."""

    size: int = 0


@attrs.frozen(weakref_slot=False)
class OwnInit:
    """Its constructor was written by hand."""

    size: int = 0

    def __init__(self, size: int) -> None:
        self.__attrs_init__(size + 1)  # type: ignore[attr-defined]


@attrs.frozen(weakref_slot=False)
class Before:
    """Something is done before its fields are set."""

    size: int = 0

    def __attrs_pre_init__(self) -> None: ...


@attrs.frozen(weakref_slot=False, cache_hash=True)
class Hashed:
    """It keeps its hash."""

    size: int = 0


class _OfSlots:
    __slots__ = ("other",)


@attrs.frozen(weakref_slot=False)
class Heir(_OfSlots):
    """A class above it has slots of its own."""

    size: int = 0


@attrs.frozen(weakref_slot=False)
class Abstract(ABC):  # noqa: B024
    """Its class is of another kind."""

    size: int = 0


class _Told:
    __slots__ = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()


@attrs.frozen(weakref_slot=False)
class Telling(_Told):
    """A class above it wants to know of each class below."""

    size: int = 0


@attrs.frozen(weakref_slot=False)
class Made:
    """It makes its values in a way of its own."""

    size: int = 0

    def __new__(cls, *_: object, **__: object) -> Self:
        return super().__new__(cls)


@attrs.frozen(weakref_slot=False)
class Unset:
    """A field of it is never set."""

    size: int = 0
    never: int = attrs.field(init=False, eq=False, repr=False)


@attrs.frozen(weakref_slot=False)
class First:
    """A field asks the value that is not built yet, and one more comes after it."""

    twice: int = attrs.field(init=False, default=attrs.Factory(id, takes_self=True), eq=False)
    size: int = 0


CALLED = (OfDict, Mutable, Before, Hashed, Heir, Abstract, Telling, Made, Unset, First)
"""Classes that are called, because their constructor does more than attrs wrote, or other things.

Their only field is `size`.
"""
