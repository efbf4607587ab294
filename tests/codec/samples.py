"""Classes of another package, of every kind that the codec knows or refuses."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Annotated, Any, Literal, NewType, Protocol, TypeAlias, runtime_checkable
from zoneinfo import ZoneInfo

import attrs
from attrs import AttrsInstance
from typing_extensions import TypeAliasType

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.privacy import PERSONAL
from carecore.base.timing import Offset, PartialDate, Period
from carecore.credentials import Licence
from carecore.errors import InvalidValue, ManyFaults


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Floor(IntEnum):
    GROUND = 0
    FIRST = 1


class Mixed(Enum):
    WORD = "word"
    NUMBER = 1


Whatever: TypeAlias = Any
Key = NewType("Key", str)
Several = TypeAliasType("Several", tuple[int, ...])


class Criterion(Protocol):
    def weigh(self) -> int: ...


@runtime_checkable
class Named(Protocol):
    def call(self) -> str: ...


class Base:
    __slots__ = ()


@attrs.frozen
class Nearby(Base):
    minutes: int

    def weigh(self) -> int:
        return self.minutes


@attrs.frozen
class Speaks(Base):
    language: str

    def weigh(self) -> int:
        return 1

    def call(self) -> str:
        return self.language


@attrs.frozen
class Policy:
    """Holds what is open: a protocol, a base class, a protocol that can be asked."""

    criterion: Criterion | None = None
    base: Base | None = None
    named: Named | None = None
    several: tuple[Criterion, ...] = ()


@attrs.frozen
class Parent:
    """A class that is not final."""

    size: int = 0


@attrs.frozen
class Child(Parent):
    toys: tuple[str, ...] = ()


@attrs.frozen
class House:
    parent: Parent


def _doubled(value: int, instance: AttrsInstance) -> int:
    del instance
    return value * 2


DOUBLED = attrs.Converter(_doubled, takes_self=True)


@attrs.frozen
class Everything:
    """A field of every kind."""

    key: Key
    remark: Annotated[str, "short"] = ""
    share: float = 0.5
    count: int = 0
    is_open: bool = False
    colour: Colour = Colour.RED
    floor: Floor = Floor.GROUND
    side: Literal["left", "right"] = "left"
    mixed: Literal["all", 1] | None = None
    day: date | None = None
    moment: datetime | None = None
    either: date | datetime | None = None
    clock: time | None = None
    span: timedelta | None = None
    amount: Decimal | None = None
    zone: ZoneInfo | None = None
    jurisdiction: Jurisdiction | None = None
    onset: PartialDate | None = None
    step: Offset | None = None
    weekend: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()
    pair: tuple[str, int] = ("", 0)
    nothing: tuple[()] = ()
    several: Several = ()
    number: int | float | str = 0
    story: Floor | int | None = None
    paint: Colour | str | None = None
    text_or_step: Offset | Period | None = None
    later: tuple["Everything", ...] = ()
    made: list[int] = attrs.field(factory=list, init=False)
    twice: int = attrs.field(default=1, converter=DOUBLED)  # type: ignore[misc] # mypy knows no other converters
    first: str = attrs.field(default=attrs.Factory(lambda self: self.key, takes_self=True))
    _hidden: int = 0


def everything(**fields: Whatever) -> Everything:
    return Everything(Key("k"), **fields)


@attrs.frozen
class Unreadable:
    """Annotations that a document cannot hold; each field may be left out."""

    rows: list[int] = None  # type: ignore[assignment] # on purpose
    table: dict[str, int] | None = None
    raw: bytes = b""
    bare: tuple = ()  # type: ignore[type-arg] # on purpose
    mixed: Mixed = Mixed.WORD
    lists: tuple[int, ...] | frozenset[int] = ()
    sequence: Sequence[int] = ()
    tag: type[int] = int
    union: list[int] | str | None = None


def _upper(value: str) -> str:
    if not value.isupper():
        raise ValueError(value + " is not upper case")
    return value


def _even(instance: object, attribute: "attrs.Attribute[int]", value: int) -> None:
    del instance, attribute
    if value % 2:
        raise ValueError


def _below_top(instance: "Strict", attribute: "attrs.Attribute[int]", value: int) -> None:
    del attribute
    if value > instance.top:
        raise ManyFaults(
            "2 faults", [InvalidValue("low is over top", place="$.low"), InvalidValue("swapped")]
        )


def _broken(value: object) -> object:
    raise KeyError(value)


@attrs.frozen(kw_only=True)
class Strict:
    """Raises whatever comes to mind."""

    name: str = attrs.field(default="A", converter=_upper)
    top: int = attrs.field(default=8, validator=_even)
    low: int = attrs.field(default=0, validator=_below_top)

    def __attrs_post_init__(self) -> None:
        if self.name == "BAD":
            raise InvalidValue("the name is bad", advice="Maybe another")
        if self.name == "WORSE":
            raise OSError
        if self.name == "WORST":
            raise RuntimeError("the disk is gone")


@attrs.frozen
class Odd:
    """A converter that raises what nobody expects."""

    value: str = attrs.field(converter=_broken)


def _no(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    del instance, attribute
    raise InvalidValue(f"{value} is refused", place="$.inner")


def _nor(value: object) -> object:
    raise ValueError(value)


@attrs.frozen(kw_only=True)
class Diary:
    """Personal through and through."""

    id: str
    born: date | None = attrs.field(default=None, metadata=PERSONAL)
    where: Jurisdiction | None = attrs.field(default=None, metadata=PERSONAL)
    licence: Licence | None = attrs.field(default=None, metadata=PERSONAL)
    licences: tuple[Licence, ...] = attrs.field(default=(), metadata=PERSONAL)
    age: int = attrs.field(default=0, metadata=PERSONAL)
    mood: Colour = attrs.field(default=Colour.RED, metadata=PERSONAL)
    secret: str | None = attrs.field(
        default=None, metadata=PERSONAL, validator=attrs.validators.optional(_no)
    )
    other: str | None = attrs.field(
        default=None, metadata=PERSONAL, converter=attrs.converters.optional(_nor)
    )
    strict: Strict | None = attrs.field(default=None, metadata=PERSONAL)
    strange: str = attrs.field(default="", metadata=PERSONAL)

    def __attrs_post_init__(self) -> None:
        if self.strange:
            raise OSError(self.strange)


@attrs.define(eq=True)
class Changeable:
    """Not hashable."""

    size: int


@attrs.frozen
class Sets:
    odd: frozenset[Changeable] = frozenset()
    marked: frozenset[Nearby] = frozenset()
    named: frozenset[str] = frozenset()


@attrs.frozen
class Nest:
    inner: "Nest | None" = None


@attrs.frozen
class Lost:
    value: "Elsewhere"  # type: ignore[name-defined] # noqa: F821 # nobody imports it


Unannotated = attrs.make_class("Unannotated", {"value": attrs.field()}, frozen=True)
