"""Checks that fields of this room share: numbers of days and hours."""

from typing import Final

from attrs import Attribute

from carecore.errors import InvalidValue

__all__ = ["days", "hours", "optional_days", "optional_hours", "percent"]

_MOST_DAYS: Final = 3_660
_MOST_HOURS: Final = 24 * 366
_MOST_PERCENT: Final = 10_000


def days(instance: object, attribute: "Attribute[int]", value: int, /) -> None:
    """Validator: days, from none to ten years."""
    del instance
    _check(attribute.name, value, _MOST_DAYS)


def optional_days(
    instance: object, attribute: "Attribute[int | None]", value: int | None, /
) -> None:
    """Validator: days, from none to ten years, or `None`."""
    del instance
    if value is not None:
        _check(attribute.name, value, _MOST_DAYS)


def hours(instance: object, attribute: "Attribute[int]", value: int, /) -> None:
    """Validator: hours, from none to a year."""
    del instance
    _check(attribute.name, value, _MOST_HOURS)


def optional_hours(
    instance: object, attribute: "Attribute[int | None]", value: int | None, /
) -> None:
    """Validator: hours, from none to a year, or `None` for unknown."""
    del instance
    if value is not None:
        _check(attribute.name, value, _MOST_HOURS)


def percent(instance: object, attribute: "Attribute[int]", value: int, /) -> None:
    """Validator: a percentage, from nothing to a hundredfold."""
    del instance
    _check(attribute.name, value, _MOST_PERCENT)


def _check(name: str, value: int, most: int, /) -> None:
    if not 0 <= value <= most:
        what = f"{name.replace('_', ' ')} is {value}, and 0 to {most} is what it may be"
        raise InvalidValue(what, place=f"$.{name}", advice="Maybe the unit is another")
