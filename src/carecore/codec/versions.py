"""What marks a document: the class it holds, and the version of the schema it was written in."""

from collections.abc import Callable
from typing import Final

from carecore.errors import CareError, InvalidValue, WrongType

__all__ = ["SCHEMA", "TYPE_KEY", "VALUE_KEY", "VERSION_KEY", "version_fault"]

SCHEMA: Final = 1
"""The version that `dumps` writes."""

TYPE_KEY: Final = "$type"
VERSION_KEY: Final = "$schema"
VALUE_KEY: Final = "$value"


def version_fault(mark: object, show: Callable[[object], str], /) -> CareError | None:
    """What is wrong with *mark* as the version of a document.

    Args:
        mark: what the document says.
        show: how to word it.
    """
    place = f"$.{VERSION_KEY}"
    if type(mark) is not int:
        what = f"{show(mark)} stands where the version of the schema is wanted"
        return WrongType(what, place=place, advice=f"Maybe {SCHEMA}")
    if mark != SCHEMA:
        what = f"the schema has version {mark}, and only version {SCHEMA} is known"
        advice = "Maybe a newer carecore wrote the document"
        return InvalidValue(what, place=place, advice=advice)
    return None
