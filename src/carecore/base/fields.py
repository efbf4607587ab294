"""Fields that check themselves: what a field is annotated with is what it takes.

A class with `field_transformer=checked` says the type of a field once, in its annotation.
Ids still have a converter of their own, since they are given as text, and a check that an
annotation cannot say (not blank, not before another) is a validator beside it.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum, EnumType
from types import NoneType, UnionType
from typing import Any, Final, NewType, TypeAlias, Union, cast, final, get_args, get_origin

from attrs import Attribute, field, frozen

from carecore.base.checks import in_order, placed
from carecore.base.hints import hint_at
from carecore.base.timing import require_day, require_moment
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType, described

__all__ = ["checked"]

_Validator: TypeAlias = Callable[[Any, "Attribute[Any]", Any], object]

_LARGEST: Final = 2**63 - 1
_WORDS: Final[dict[type, str]] = {
    str: "text",
    int: "a whole number",
    bool: "True or False",
    date: "a day",
    datetime: "a moment with a time zone",
    NoneType: "None",
}


def checked(cls: type, fields: "list[Attribute[Any]]", /) -> "list[Attribute[Any]]":
    """A field transformer for attrs: a field takes what it is annotated with, and nothing else.

    Fields with a converter are left to it; its errors name the field.
    Fields that are not given but worked out (`init=False`) are left alone.
    Other fields are held to their annotation: classes, unions, `NewType`, `tuple[X, ...]` and
    `frozenset[X]`; a list will do for a tuple, and one text never does.
    A bool is no number, a datetime no day, and a moment has a zone.
    A validator that the field has is asked afterwards.
    Words of an enumeration stand in the `repr` as one writes them in Python.

    >>> import attrs
    >>> @attrs.frozen(field_transformer=checked, weakref_slot=False)
    ... class Wish:
    ...     days: tuple[date, ...] = ()
    >>> Wish([date(2026, 3, 1)]).days
    (datetime.date(2026, 3, 1),)
    >>> Wish(["tomorrow"])
    Traceback (most recent call last):
    ...
    carecore.errors.WrongType: $.days[0]: this is text, 8 characters, and a day is wanted. Maybe date(2026, 3, 1).

    .. versionadded:: 0.1
    """  # noqa: E501 # a traceback line cannot be folded
    return [
        _shown_in_words(_held_to_type(one) if _is_left_to_us(one) else one)
        for one in placed(cls, fields)
    ]


@final
@frozen(weakref_slot=False, eq=False)
class OneOf:
    """A validator: the value is of one of these kinds; then *also* is asked.

    Attributes:
        kinds: the classes; `NoneType` where nothing may stand.
        also: what else has to hold.

    .. versionadded:: 0.1
    """

    kinds: tuple[type, ...]
    also: _Validator | None = None

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: object, /) -> None:
        """Refuse *value* unless it is of one of the kinds."""
        if not _is_one_of(value, self.kinds):
            subject = _subject(instance, attribute)
            raise _misfit(value, self.kinds, subject).below(f"$.{attribute.name}") from None
        if self.also is not None:
            self.also(instance, attribute, value)


@final
@frozen(weakref_slot=False, eq=False)
class EachOf:
    """A converter: all of a collection as a tuple or frozenset, each of one of these kinds.

    Attributes:
        name: of the field, for errors.
        kinds: the classes.
        has_order: whether it is a tuple.

    .. versionadded:: 0.1
    """

    name: str
    kinds: tuple[type, ...]
    has_order: bool = field(kw_only=True)

    def __call__(self, values: Iterable[object], /) -> object:
        """The values, or every fault among them."""
        try:
            return self._taken(values)
        except CareError as fault:
            raise fault.below(f"$.{self.name}") from None

    def _taken(self, values: Iterable[object], /) -> object:
        what = " or ".join(kind.__name__ for kind in self.kinds)
        if self.has_order and isinstance(values, set | frozenset):
            wanted = f"an ordered list of {what} is wanted, and this is {described(values)}"
            raise WrongType(wanted, advice="Maybe a tuple: (..., )")
        kept = in_order(values, of=what)
        faults = [
            _misfit(value, self.kinds, "this").below(f"$[{index}]")
            for index, value in enumerate(kept)
            if not _is_one_of(value, self.kinds)
        ]
        if len(faults) > 1:
            raise ManyFaults(f"{len(faults)} faults in the list", faults)
        if faults:
            raise faults[0]
        return kept if self.has_order else frozenset(kept)


def _subject(instance: object, attribute: "Attribute[Any]", /) -> str:
    if attribute.name == "as_of":
        # It is called so wherever it is asked for, and is no part of anything.
        return attribute.name
    name = attribute.name.replace("_", " ")
    return f"the {name} of {_with_article(type(instance).__name__)}"


def _is_left_to_us(one: "Attribute[Any]", /) -> bool:
    return one.init and getattr(one, "converter", None) is None


def _held_to_type(one: "Attribute[Any]", /) -> "Attribute[Any]":
    kind = _bare(one.type)
    origin = get_origin(kind)
    if origin in (tuple, frozenset):
        members = get_args(kind)
        if members[1:] not in ((), (Ellipsis,)):
            raise _unchecked(kind)
        convert = EachOf(one.name, _members(members[0]), has_order=origin is tuple)
        return one.evolve(converter=convert)
    return one.evolve(validator=OneOf(_members(kind), one.validator))


def _shown_in_words(one: "Attribute[Any]", /) -> "Attribute[Any]":
    """A field whose words of an enumeration stand in the `repr` as one writes them."""
    return one.evolve(repr=_words) if one.repr is True and _has_words(one.type) else one


def _has_words(kind: object, /) -> bool:
    members: tuple[object, ...] = get_args(_bare(kind))
    return type(kind) is EnumType or any(map(_has_words, members))


def _words(value: object, /) -> str:
    if isinstance(value, tuple):
        each = [_words(one) for one in cast("tuple[object, ...]", value)]
        return f"({each[0]},)" if len(each) == 1 else f"({', '.join(each)})"
    return str(value) if isinstance(value, Enum) else repr(value)


def _bare(kind: object, /) -> object:
    while isinstance(kind, NewType):
        kind = kind.__supertype__
    return kind


def _members(kind: object, /) -> tuple[type, ...]:
    found = _bare(kind)
    if get_origin(found) in (Union, UnionType):
        return tuple(one for member in get_args(found) for one in _members(member))
    if not isinstance(found, type) or not _can_be_asked_for(found):
        raise _unchecked(found)
    return (found,)


def _can_be_asked_for(kind: type, /) -> bool:
    try:
        return isinstance(None, kind) in (True, False)
    except TypeError:
        # `Any`, and a protocol that is not made for this question.
        return False


def _unchecked(kind: object, /) -> WrongType:
    what = f"a field that is annotated with {kind!r} cannot be checked"
    return WrongType(what, advice="Maybe give it a converter")


def _is_one_of(value: object, kinds: tuple[type, ...], /) -> bool:
    if isinstance(value, bool):
        return bool in kinds
    if isinstance(value, datetime):
        return datetime in kinds and _is_moment(value)
    if isinstance(value, int):
        return int in kinds and abs(value) <= _LARGEST
    return isinstance(value, kinds)


def _is_moment(value: datetime, /) -> bool:
    try:
        return bool(require_moment(value))
    except CareError:
        return False


def _misfit(value: object, kinds: tuple[type, ...], subject: str, /) -> CareError:
    """What is wrong with *value*: it is never quoted, so it may be personal."""
    try:
        # Both say best themselves what they want.
        if isinstance(value, datetime) and datetime in kinds:
            require_moment(value, name=subject)
        elif isinstance(value, datetime) and date in kinds:
            require_day(value, name=subject)
    except CareError as fault:
        return fault
    if isinstance(value, int) and not isinstance(value, bool) and int in kinds:
        return InvalidValue(f"{subject} does not fit into 64 bits", advice="Maybe it is an id")
    wanted, advice = " or ".join(map(_wanted, kinds)), hint_at(value, kinds)
    return WrongType(f"{subject} is {described(value)}, and {wanted} is wanted", advice=advice)


def _wanted(kind: type, /) -> str:
    return _WORDS.get(kind) or _with_article(kind.__name__)


def _with_article(name: str, /) -> str:
    return f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"
