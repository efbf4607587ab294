"""What is handed to a score: whole numbers, yes or no, amounts in a known unit."""

from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Final

from carecore.base.amounts import Quantity
from carecore.errors import InvalidValue, WrongType, described, quoted

__all__ = ["amount", "count", "yes"]

_MOST: Final = 10**12
_DIGITS: Final = 100
_UNKNOWN: Final = "Maybe there is no score while it is unknown"


def count(value: object, name: str, place: str, /) -> int:
    """*value* itself, if it is a whole number from 0 to 10¹²."""
    if isinstance(value, bool) or not isinstance(value, int):
        what = f"{name} is {described(value)}, and a whole number is wanted"
        raise WrongType(what, place=place, advice=_UNKNOWN)
    if value < 0:
        raise InvalidValue(f"{name} is below 0", place=place, advice="Maybe 0")
    if value > _MOST:
        what = f"{name} is over {_MOST}, which is the most"
        raise InvalidValue(what, place=place, advice=_UNKNOWN)
    return value


def yes(value: object, name: str, place: str, /) -> bool:
    """*value* itself, if it is True or False."""
    if not isinstance(value, bool):
        what = f"{name} is {described(value)}, and True or False is wanted"
        raise WrongType(what, place=place, advice=_UNKNOWN)
    return value


def amount(value: object, units: Mapping[str, Decimal], name: str, place: str, /) -> Decimal:
    """How much *value* is, by what a unit is worth in the first of *units*."""
    if not isinstance(value, Quantity):
        what = f"{name} is {described(value)}, and a quantity is wanted"
        raise WrongType(what, place=place, advice=f"Maybe Quantity('12', {next(iter(units))!r})")
    worth = units.get(value.unit)
    if worth is None:
        what = f"{name} is in {quoted(value.unit)}"
        raise InvalidValue(what, place=place, advice="Maybe in " + " or ".join(units))
    if value.value <= 0:
        raise InvalidValue(f"{name} is not above 0", place=place, advice=_UNKNOWN)
    # The context of the thread would round, and by how much is not for it to say.
    return Context(prec=_DIGITS).multiply(value.value, worth)
