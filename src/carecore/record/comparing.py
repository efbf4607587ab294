"""Comparing one observation with a sign: whether it can be, and what it shows."""

from carecore.base.amounts import Code, Quantity
from carecore.base.identity import in_words
from carecore.record.entries import ObservationValue
from carecore.record.evidence import Comparison, ObservationSign

__all__ = ["obstacle", "shows", "value_text", "wanted_text"]


def obstacle(sign: ObservationSign, value: ObservationValue | None, /) -> str:
    """Why *value* cannot be compared with what is wanted, as the id of a reason; or nothing."""
    wanted = sign.value
    if value is None:
        return "observation_without_value"
    if wanted is None:
        return ""
    if isinstance(wanted, Quantity) and isinstance(value, Quantity):
        return "" if value.has_unit_of(wanted) else "units_differ"
    if isinstance(wanted, Code) and isinstance(value, Code):
        return "" if value.system == wanted.system else "code_systems_differ"
    is_alike = any(isinstance(wanted, kind) and isinstance(value, kind) for kind in (bool, str))
    return "" if is_alike else "kinds_of_value_differ"


def shows(sign: ObservationSign, value: ObservationValue | None, /) -> bool:
    """Whether *value*, which can be compared, is as wanted."""
    if isinstance(value, Quantity) and isinstance(sign.value, Quantity):
        order = value.compare(sign.value)
        return {
            Comparison.AT_LEAST: order >= 0,
            Comparison.AT_MOST: order <= 0,
            Comparison.BELOW: order < 0,
            Comparison.ABOVE: order > 0,
        }.get(sign.comparison, order == 0)
    if isinstance(value, Code) and isinstance(sign.value, Code):
        # The label of a code is anybody's own.
        return value.code == sign.value.code
    if sign.comparison is Comparison.PRESENT:
        return value is not False
    return value == sign.value


def value_text(value: ObservationValue | None, /) -> str:
    """A value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "unknown" if value is None else str(value)


def wanted_text(sign: ObservationSign, /) -> str:
    """What a sign wants, in words."""
    if sign.value is None:
        return "any but no"
    word = "" if sign.comparison is Comparison.EQUAL else in_words(sign.comparison.value)
    return f"{word} {value_text(sign.value)}".lstrip()
