"""Checks that fields of many rooms share: text that is filled, lists that are lists, numbers."""

from collections.abc import Iterable
from typing import TypeVar

from attrs import Attribute

from carecore.errors import InvalidValue, WrongType, described

__all__ = [
    "each_of",
    "filled_text",
    "plain_text",
    "require_kind",
    "tuple_of_texts",
    "whole_number",
    "yes_or_no",
]

T = TypeVar("T")


def filled_text(instance: object, attribute: "Attribute[str]", value: object, /) -> None:
    """Validator: *value* is text and not blank.

    Raises:
        WrongType: if it is not text.
        InvalidValue: if it is blank.

    .. versionadded:: 0.1
    """
    plain_text(instance, attribute, value)
    if not str(value).strip():
        what = f"the {attribute.name} of a {type(instance).__name__} is blank"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe fill it")


def plain_text(instance: object, attribute: "Attribute[str]", value: object, /) -> None:
    """Validator: *value* is text; it may be empty. It is never quoted, so it may be personal.

    Raises:
        WrongType: if it is not text.

    .. versionadded:: 0.1
    """
    require_kind(instance, attribute.name, value, str, advice="Maybe put it in quotes")


def whole_number(instance: object, attribute: "Attribute[int | None]", value: object, /) -> None:
    """Validator: *value* is a whole number from 0, or `None` for unknown.

    Raises:
        WrongType: if it is no whole number.
        InvalidValue: if it is below 0.

    .. versionadded:: 0.1
    """
    if value is None:
        return
    advice = "Maybe None, if it is unknown"
    if isinstance(value, bool):
        require_kind(instance, attribute.name, value, type(None), advice=advice)
    require_kind(instance, attribute.name, value, int, advice=advice)
    if isinstance(value, int) and value < 0:
        what = f"the {attribute.name.replace('_', ' ')} is {value}, and 0 is the least"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice=advice)


def yes_or_no(instance: object, attribute: "Attribute[bool | None]", value: object, /) -> None:
    """Validator: *value* is True, False, or `None` for unknown.

    Raises:
        WrongType: if it is anything else.

    .. versionadded:: 0.1
    """
    if value is not None:
        require_kind(instance, attribute.name, value, bool, advice="Maybe True, False or None")


def require_kind(
    instance: object, name: str, value: object, kind: type, /, *, advice: str = ""
) -> None:
    """Refuse *value* as the field *name* of *instance* unless it is of that *kind*.

    Raises:
        WrongType: if it is not; the value is described, never quoted.

    .. versionadded:: 0.1
    """
    if not isinstance(value, kind):
        subject = f"the {name.replace('_', ' ')} of a {type(instance).__name__}"
        what = f"{subject} is {described(value)}, and {_wanted(kind)} is wanted"
        raise WrongType(what, place=f"$.{name}", advice=advice) from None


def each_of(values: Iterable[T], kind: type[T], /) -> tuple[T, ...]:
    """All of *values* as a tuple, in order; each has to be of that *kind*.

    >>> each_of([1, 2], int)
    (1, 2)

    Raises:
        WrongType: if *values* is no collection, has no order, or holds something else.

    .. versionadded:: 0.1
    """
    wanted = _wanted(kind)
    if isinstance(values, str | bytes | set | frozenset) or not isinstance(values, Iterable):
        what = f"an ordered list of {kind.__name__} is wanted, and this is {described(values)}"
        raise WrongType(what, advice="Maybe put it in brackets: (..., )") from None
    kept = tuple(values)
    for index, value in enumerate(kept):
        if not isinstance(value, kind):
            what = f"this is {described(value)}, and {wanted} is wanted"
            raise WrongType(what, place=f"$[{index}]") from None
    return kept


def tuple_of_texts(values: Iterable[str], /) -> tuple[str, ...]:
    """All of *values* as a tuple, in order (a set is sorted); one bare text is refused.

    >>> tuple_of_texts(["en", "pl"])
    ('en', 'pl')

    Raises:
        WrongType: if *values* is one text, or holds what is no text.

    .. versionadded:: 0.1
    """
    return each_of(sorted(values) if isinstance(values, set | frozenset) else values, str)


def _wanted(kind: type, /) -> str:
    names = {str: "text", int: "a whole number", bool: "True or False", type(None): "a number"}
    return names.get(kind, f"a {kind.__name__}")
