"""Checks that fields of many rooms share: text that is filled, lists that are lists, numbers."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from inspect import Signature, signature
from typing import Any, Final, TypeVar, cast, final

from attrs import Attribute, Converter, frozen

from carecore.base.hints import hint_at
from carecore.base.timing import require_day
from carecore.errors import CareError, InvalidValue, WrongType, described

__all__ = [
    "each_of",
    "filled_text",
    "in_order",
    "optional_day",
    "placed",
    "plain_text",
    "require_instance",
    "require_kind",
    "true_or_false",
    "tuple_of_texts",
    "whole_number",
    "yes_or_no",
]

T = TypeVar("T")

_MOST: Final = 10**12


@final
@frozen(weakref_slot=False)
class _Placed:
    """A converter whose errors name the field it stands at."""

    name: str
    convert: Callable[[object], object]

    @property
    def __signature__(self) -> Signature:
        """The converter's own: it tells what the constructor takes."""
        return signature(self.convert)

    def __call__(self, value: object, /) -> object:
        """What the converter gives, or its error with the place."""
        try:
            return self.convert(value)
        except CareError as fault:
            raise fault.below(f"$.{self.name}") from None


def placed(cls: type, fields: "list[Attribute[Any]]", /) -> "list[Attribute[Any]]":
    """A field transformer for attrs: whatever a converter refuses is refused with its place.

    >>> import attrs
    >>> from carecore.base.identity import need_ids
    >>> @attrs.frozen(field_transformer=placed)
    ... class Wish:
    ...     needs: tuple[str, ...] = attrs.field(converter=need_ids)
    >>> Wish(["losing_heart", "Fly home"])
    Traceback (most recent call last):
    ...
    carecore.errors.InvalidValue: $.needs[1]: the need id 'Fly home' is not snake_case. Maybe 'fly_home'.

    .. versionadded:: 0.1
    """  # noqa: E501 # a traceback line cannot be folded
    del cls
    return [_with_place(one) for one in fields]


def _with_place(one: "Attribute[Any]", /) -> "Attribute[Any]":
    # attrs declares a Converter here; a function that was given stays a function.
    convert: Callable[[object], object] | None = getattr(one, "converter", None)
    # A Converter asks for the value it stands in, and is called in another way.
    if convert is None or isinstance(convert, Converter):
        return one
    return one.evolve(converter=_Placed(one.name, convert))


def filled_text(instance: object, attribute: "Attribute[str]", value: object, /) -> None:
    """Validator: *value* is text and not blank.

    Raises:
        WrongType: if it is not text.
        InvalidValue: if it is blank.

    .. versionadded:: 0.1
    """
    plain_text(instance, attribute, value)
    if isinstance(value, str) and not value.strip():
        what = f"the {_spaced(attribute.name)} of {_one(type(instance))} is blank"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe fill it")


def plain_text(instance: object, attribute: "Attribute[str]", value: object, /) -> None:
    """Validator: *value* is text; it may be empty. It is never quoted, so it may be personal.

    Raises:
        WrongType: if it is not text.

    .. versionadded:: 0.1
    """
    require_kind(instance, attribute.name, value, str, advice="Maybe put it in quotes")


def whole_number(instance: object, attribute: "Attribute[int | None]", value: object, /) -> None:
    """Validator: *value* is a whole number from 0 to 10¹², or `None` for unknown.

    Raises:
        WrongType: if it is no whole number.
        InvalidValue: if it is below 0 or over 10¹².

    .. versionadded:: 0.1
    """
    if value is None:
        return
    advice = "Maybe None, if it is unknown"
    require_kind(instance, attribute.name, value, int, advice=advice)
    if isinstance(value, int) and not 0 <= value <= _MOST:
        limit = "below 0, and 0 is the least" if value < 0 else f"over {_MOST}, which is the most"
        what = f"the {_spaced(attribute.name)} of {_one(type(instance))} is {limit}"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice=advice)


def yes_or_no(instance: object, attribute: "Attribute[bool | None]", value: object, /) -> None:
    """Validator: *value* is True, False, or `None` for unknown.

    Raises:
        WrongType: if it is anything else.

    .. versionadded:: 0.1
    """
    if value is not None:
        require_kind(instance, attribute.name, value, bool, advice="Maybe True, False or None")


def true_or_false(instance: object, attribute: "Attribute[bool]", value: object, /) -> None:
    """Validator: *value* is True or False.

    Raises:
        WrongType: if it is anything else.

    .. versionadded:: 0.1
    """
    require_kind(instance, attribute.name, value, bool, advice="Maybe True or False")


def optional_day(instance: object, attribute: "Attribute[date | None]", value: object, /) -> None:
    """Validator: *value* is a calendar day, or `None` for unknown.

    Raises:
        WrongType: if it is anything else, a datetime too.

    .. versionadded:: 0.1
    """
    del instance
    if value is not None:
        try:
            require_day(value, name=f"the {_spaced(attribute.name)}")
        except WrongType as fault:
            raise fault.below(f"$.{attribute.name}") from None


def require_kind(
    instance: object, name: str, value: object, kind: type, /, *, advice: str = ""
) -> None:
    """Refuse *value* as the field *name* of *instance* unless it is of that *kind*.

    A bool is no number here, whatever Python says.

    Raises:
        WrongType: if it is not; the value is described, never quoted.

    .. versionadded:: 0.1
    """
    if not _is_of(value, kind):
        subject = f"the {_spaced(name)} of {_one(type(instance))}"
        what = f"{subject} is {described(value)}, and {_wanted(kind)} is wanted"
        raise WrongType(what, place=f"$.{name}", advice=advice)


def require_instance(value: object, kind: type[T], /, *, name: str, advice: str = "") -> T:
    """*value* itself, if it is of that *kind*; *name* is what the error calls it.

    A bool is no number here, whatever Python says.

    >>> require_instance(3, int, name="the load")
    3

    Raises:
        WrongType: if it is not; the value is described, never quoted.

    .. versionadded:: 0.1
    """
    if not isinstance(value, kind) or not _is_of(value, kind):
        what = f"{name} is {described(value)}, and {_wanted(kind)} is wanted"
        raise WrongType(what, advice=_word_meant(value, kind) or advice)
    return value


def in_order(values: Iterable[T], /, *, of: str) -> tuple[T, ...]:
    """All of *values* as a tuple, in order; a set is sorted by the text of what it holds.

    >>> in_order({"pl", "en"}, of="language")
    ('en', 'pl')

    Args:
        values: any collection but a mapping.
        of: what it holds, for the error.

    Raises:
        WrongType: if *values* is one text, a mapping, or no collection at all.

    .. versionadded:: 0.1
    """
    if type(values) is tuple:
        return cast("tuple[T, ...]", values)
    if not _is_collection(values):
        what = f"a list of {of} is wanted, and this is {described(values)}"
        raise WrongType(what, advice="Maybe put it in brackets: (..., )")
    return tuple(sorted(values, key=_by_text) if isinstance(values, set | frozenset) else values)


def each_of(values: Iterable[T], kind: type[T], /) -> tuple[T, ...]:
    """All of *values* as a tuple, in order; each has to be of that *kind*.

    >>> each_of([1, 2], int)
    (1, 2)

    Raises:
        WrongType: if *values* is no collection, has no order, or holds something else.

    .. versionadded:: 0.1
    """
    if isinstance(values, set | frozenset):
        what = f"an ordered list of {kind.__name__} is wanted, and this is {described(values)}"
        raise WrongType(what, advice="Maybe a tuple: (..., )")
    kept = in_order(values, of=kind.__name__)
    for index, value in enumerate(kept):
        if not _is_of(value, kind):
            what = f"this is {described(value)}, and {_wanted(kind)} is wanted"
            raise WrongType(what, place=f"$[{index}]", advice=_word_meant(value, kind))
    return kept


def tuple_of_texts(values: Iterable[str], /) -> tuple[str, ...]:
    """All of *values* as a tuple, in order (a set is sorted); one bare text is refused.

    >>> tuple_of_texts(["en", "pl"])
    ('en', 'pl')

    Raises:
        WrongType: if *values* is one text, or holds what is no text.

    .. versionadded:: 0.1
    """
    return each_of(in_order(values, of="texts"), str)


def _word_meant(value: object, kind: type, /) -> str:
    """Advice for text that stands where a word of an enumeration is wanted."""
    return hint_at(value, (kind,)) if issubclass(kind, Enum) else ""


def _is_collection(value: object, /) -> bool:
    apart = (str, bytes, bytearray, memoryview, Mapping)
    return isinstance(value, Iterable) and not isinstance(value, apart)


def _is_of(value: object, kind: type, /) -> bool:
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def _by_text(value: object, /) -> tuple[str, str]:
    text = str.__str__(value) if isinstance(value, str) else str(value)
    return text, type(value).__name__


def _spaced(name: str, /) -> str:
    return name.replace("_", " ")


def _one(kind: type, /) -> str:
    name = kind.__name__
    return f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


def _wanted(kind: type, /) -> str:
    names = {str: "text", int: "a whole number", bool: "True or False"}
    return names.get(kind, _one(kind))
