"""What the annotations of a class say: its fields, and what may stand in each."""

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache
from types import MappingProxyType, NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NewType,
    TypeAlias,
    Union,
    cast,
    final,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
from attrs import frozen

from carecore.base.privacy import personal_fields
from carecore.codec.texts import TEXT_FORMS, are_apart
from carecore.errors import WrongType

__all__ = [
    "Choice",
    "Field",
    "Kind",
    "Shape",
    "bare",
    "choice_of",
    "fields_of",
    "given_fields",
    "is_enum",
    "is_list",
    "is_object",
    "is_option",
    "is_subclass",
    "members_of",
    "name_of",
    "origin_of",
    "values_of",
    "wanted",
]

Kind: TypeAlias = Any
"""What a field is annotated with: a class, a union, a `NewType`, `tuple[str, ...]`."""

_CACHED: Final = 1024


class Shape(Enum):
    """The kinds of JSON values."""

    NULL = "null"
    TRUTH = "true or false"
    WHOLE = "a whole number"
    NUMBER = "a number"
    TEXT = "text"
    LIST = "a list"
    OBJECT = "an object"


_SHAPES: Final[Mapping[Kind, Shape]] = {
    NoneType: Shape.NULL,
    bool: Shape.TRUTH,
    int: Shape.WHOLE,
    float: Shape.NUMBER,
    str: Shape.TEXT,
    tuple: Shape.LIST,
    frozenset: Shape.LIST,
    **dict.fromkeys(TEXT_FORMS, Shape.TEXT),
}
_PLAINEST: Final[tuple[Kind, ...]] = (str, int)


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Field:
    """One field of a class that a document may hold.

    Attributes:
        name: its key in a document, and the name of the attribute.
        kind: its annotation, resolved.
        attribute: what attrs knows about it.
        is_personal: whether it is marked as personal.
    """

    name: str
    kind: Kind
    attribute: "attrs.Attribute[Any]"
    is_personal: bool

    @property
    def is_private(self) -> bool:
        """Whether documents leave it out."""
        return self.name.startswith("_")

    @property
    def is_required(self) -> bool:
        """Whether it has no default."""
        return self.attribute.default is attrs.NOTHING

    @property
    def asks_instance(self) -> bool:
        """Whether what stands there by default may be another for each instance."""
        known = cast("Any", self.attribute)
        factory, asking = cast("Any", attrs.Factory), cast("Any", attrs.Converter)
        if isinstance(known.converter, asking) and known.converter.takes_self:
            return True
        return isinstance(known.default, factory)

    def default(self, instance: object, /) -> object:
        """What the field of *instance* holds if nothing is given for it."""
        default = cast("Any", self.attribute.default)
        # For type checkers, `attrs.Factory` is a function.
        factory: Any = attrs.Factory
        if isinstance(default, factory):
            default = default.factory(*(instance,) * default.takes_self)
        return self.converted(default, instance)

    def converted(self, value: object, instance: object, /) -> object:
        """What the field of *instance* holds if *value* is given for it."""
        known: Any = self.attribute
        convert, asking = known.converter, cast("Any", attrs.Converter)
        if isinstance(convert, asking):
            also = (instance,) * convert.takes_self + (known,) * convert.takes_field
            return convert.converter(value, *also)
        return value if convert is None else convert(value)


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Choice:
    """What may stand in one place.

    Attributes:
        plain: what stands there without a mark, by the kind of its JSON.
        texts: what stands there without a mark as a text that cannot be another of them.
        marked: what stands there marked with its name as `"$type"`.
    """

    plain: Mapping[Shape, object]
    texts: tuple[Kind, ...] = ()
    marked: Mapping[str, object]


def origin_of(kind: Kind, /) -> Kind:
    """What *kind* is made from: `tuple` for `tuple[str, ...]`, None for a class.

    >>> origin_of(tuple[str, ...])
    <class 'tuple'>
    """
    return get_origin(kind)


def bare(kind: Kind, /) -> object:
    """The annotation *kind* without the names and remarks that tell type checkers more.

    >>> bare(Annotated[str, "of two letters"])
    <class 'str'>
    """
    while True:
        if isinstance(kind, NewType):
            kind = kind.__supertype__
        elif origin_of(kind) is Annotated:
            kind = get_args(kind)[0]
        elif type(kind).__name__ == "TypeAliasType":
            kind = kind.__value__
        else:
            return NoneType if kind is None else kind


def members_of(kind: Kind, /) -> tuple[Kind, ...]:
    """The members of a union, or *kind* alone.

    >>> members_of(str | None)
    (<class 'str'>, <class 'NoneType'>)
    """
    found = bare(kind)
    if origin_of(found) in (Union, UnionType):
        return tuple(one for member in get_args(found) for one in members_of(member))
    if origin_of(found) is Literal:
        options: dict[type, list[object]] = {}
        for option in cast("tuple[object, ...]", get_args(found)):
            options.setdefault(cast("type", type(option)), []).append(option)
        # A `Literal` of texts and numbers is a union of two.
        return tuple(
            NoneType if kept is NoneType else Literal[tuple(some)] for kept, some in options.items()
        )
    return (found,)


def is_enum(kind: Kind, /) -> bool:
    """Whether *kind* is an enum."""
    return isinstance(kind, type) and issubclass(kind, Enum)


def is_option(kind: Kind, /) -> bool:
    """Whether *kind* lists its values: an enum, or a `Literal` whose values are of one type."""
    return is_enum(kind) or (origin_of(kind) is Literal and members_of(kind) == (kind,))


def is_list(kind: Kind, /) -> bool:
    """Whether values of *kind* are written as lists."""
    return origin_of(kind) in (tuple, frozenset)


@lru_cache(maxsize=_CACHED)
def is_object(kind: Kind, /) -> bool:
    """Whether values of *kind* are written as objects: an attrs class, or one that is open."""
    return _shape(kind) is Shape.OBJECT


def is_subclass(cls: type, kind: Kind, /) -> bool:
    """Whether values of *cls* may stand for *kind*, as far as that can be asked."""
    try:
        return isinstance(kind, type) and issubclass(cls, kind)
    except TypeError:
        # A protocol that is not made for this question.
        return True


def name_of(kind: Kind, /) -> str:
    """What a message or a mark calls *kind*."""
    return getattr(kind, "__name__", None) or str(kind)


@lru_cache(maxsize=_CACHED)
def values_of(kind: Kind, /) -> Mapping[tuple[type, object], object]:
    """The values of an enum or a `Literal`, by what stands for them in a document.

    The type is part of the key, because true is no 1.

    Raises:
        WrongType: if they are not all text, or all whole numbers, or all true or false.
    """
    options: Iterable[object] = kind if is_enum(kind) else get_args(kind)
    found: dict[tuple[type, object], object] = {}
    for option in options:
        plain: object = option.value if isinstance(option, Enum) else option
        found[cast("type", type(plain)), plain] = option
    kinds = {kept for kept, _ in found}
    if len(kinds) != 1 or not kinds <= {str, int, bool}:
        what = f"the values of {name_of(kind)} are not all text, or all whole numbers"
        raise WrongType(what, advice="Maybe give each a name as its value")
    return found


def wanted(kind: Kind, /) -> str:
    """What a message says should stand in a place for *kind*."""
    if kind in TEXT_FORMS:
        return f"text such as {TEXT_FORMS[kind].example!r}"
    if is_enum(kind) or origin_of(kind) is Literal:
        return "one of " + ", ".join(repr(plain) for _, plain in values_of(kind))
    shape = _shape(kind)
    return f"an object ({name_of(kind)})" if shape is Shape.OBJECT else shape.value


@lru_cache(maxsize=_CACHED)
def fields_of(cls: type[attrs.AttrsInstance], /) -> tuple[Field, ...]:
    """The fields that the constructor of *cls* takes, in order.

    Raises:
        WrongType: if an annotation is missing, or names what cannot be found.
    """
    try:
        hints: dict[str, object] = get_type_hints(cls, include_extras=True)
    except (NameError, TypeError):
        what = f"the annotations of {cls.__name__} cannot be read"
        raise WrongType(what, advice="Maybe a name in quotes is imported elsewhere") from None
    personal = personal_fields(cls)
    found: list[Field] = []
    for attribute in attrs.fields(cls):
        if attribute.init:
            if attribute.name not in hints:
                what = f"{attribute.name!r} of {cls.__name__} has no annotation"
                raise WrongType(what, advice="Maybe add its type") from None
            is_personal = attribute.name in personal
            found.append(
                Field(
                    name=attribute.name,
                    kind=hints[attribute.name],
                    attribute=attribute,
                    is_personal=is_personal,
                )
            )
    return tuple(found)


@lru_cache(maxsize=_CACHED)
def given_fields(cls: type[attrs.AttrsInstance], /) -> Mapping[str, Field]:
    """The fields that a document gives to *cls*, by name, in order: those that are not private.

    Raises:
        WrongType: if an annotation is missing, or names what cannot be found.
    """
    return MappingProxyType({field.name: field for field in fields_of(cls) if not field.is_private})


@lru_cache(maxsize=_CACHED)
def choice_of(kind: Kind, types: tuple[type, ...] = (), /) -> Choice:
    """What may stand in a place that is annotated with *kind*.

    An attrs class takes those of *types* that are its subclasses as well; any other class or
    protocol takes those of *types* that are its subclasses, or all of them where that cannot be
    asked.

    Raises:
        WrongType: if two members cannot be told apart.
    """
    by_shape: dict[Shape, list[Kind]] = {}
    for member in members_of(kind):
        by_shape.setdefault(_shape(member), []).append(member)
    plain: dict[Shape, object] = {}
    texts: tuple[Kind, ...] = ()
    marked: dict[str, object] = {}
    for shape, members in by_shape.items():
        if shape is Shape.OBJECT:
            if len(members) == 1 and attrs.has(members[0]):
                plain[shape] = members[0]
            for member in members:
                for cls in _classes(member, types):
                    _mark(marked, cls, kind)
        elif len(members) == 1:
            plain[shape] = members[0]
        else:
            texts = tuple(members) if are_apart(members) else texts
            for member in members:
                if member in _PLAINEST:
                    plain[shape] = member
                else:
                    # What stands there unmarked was marked once, and may still be.
                    _mark(marked, member, kind)
    return Choice(plain=plain, texts=texts, marked=marked)


def _mark(marked: dict[str, object], member: object, kind: Kind, /) -> None:
    name = name_of(member)
    if not isinstance(member, type) or marked.setdefault(name, member) is not member:
        what = f"the members of {kind} cannot be told apart in a document"
        raise WrongType(what, advice="Maybe give each a class with a name of its own")


def _shape(kind: Kind, /) -> Shape:
    shape = _SHAPES.get(origin_of(kind) or kind)
    if is_enum(kind) or origin_of(kind) is Literal:
        return _SHAPES[next(iter(values_of(kind)))[0]]
    return shape or Shape.OBJECT


def _classes(kind: Kind, types: tuple[type, ...], /) -> tuple[type, ...]:
    own = (kind,) if isinstance(kind, type) and attrs.has(kind) else ()
    return (*own, *(cls for cls in types if cls not in own and is_subclass(cls, kind)))
