"""Checks that fields of this room share: lists in which a thing stands once, per cent."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar, cast

from attrs import Attribute

from carecore.base.amounts import Money
from carecore.base.checks import whole_number
from carecore.errors import CareError, InvalidValue, ManyFaults

__all__ = ["no_debt", "once_each", "per_cent", "points", "refuse"]

T = TypeVar("T")

_WHOLE: Final = 100


def refuse(where: str, faults: Sequence[CareError], /) -> None:
    """Raise the *faults*, if there are any: several together, as faults in *where*.

    Raises:
        CareError: the only one.
        ManyFaults: if there are several.
    """
    if len(faults) > 1:
        raise ManyFaults(f"{len(faults)} faults in {where}", faults)
    if faults:
        raise faults[0]


def once_each(
    values: Iterable[T], key: Callable[[T], object], what: Callable[[T], str], /, at: str = "$"
) -> list[CareError]:
    """A fault for each of *values* whose *key* one before it has; *what* tells of it in words.

    Args:
        values: what should stand once.
        key: what it is known by.
        what: words for one of them.
        at: the place of the list.
    """
    seen: set[object] = set()
    faults: list[CareError] = []
    for index, value in enumerate(values):
        if key(value) in seen:
            text = f"{what(value)} stands twice"
            faults.append(InvalidValue(text, place=f"{at}[{index}]", advice="Maybe remove one"))
        seen.add(key(value))
    return faults


def per_cent(instance: object, attribute: "Attribute[int | None]", value: object, /) -> None:
    """Validator: a whole number from 0 to 100, or `None`.

    Raises:
        WrongType: if it is no whole number.
        InvalidValue: if it is below 0 or over 100.
    """
    whole_number(instance, attribute, value)
    if isinstance(value, int) and value > _WHOLE:
        name = attribute.name.replace("_", " ")
        what = f"{name} is {value}, and {_WHOLE} per cent is the whole"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe it is no percentage")


def points(instance: object, attribute: "Attribute[int]", value: int, /) -> None:
    """Validator: caseload points, a whole number from 0 on; `None` is refused before.

    Raises:
        InvalidValue: if they are below 0, or beyond all sense.
    """
    whole_number(instance, cast("Attribute[int | None]", attribute), value)


def no_debt(instance: object, attribute: "Attribute[Money | None]", value: object, /) -> None:
    """Validator: an amount that is not below nothing; whether it is money is asked before.

    Raises:
        InvalidValue: if it is below nothing.
    """
    del instance
    if isinstance(value, Money) and value.amount < 0:
        what = f"the {attribute.name.replace('_', ' ')} is {value}, and nothing is the least"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe without the minus")
