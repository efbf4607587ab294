"""Words of the app's own vocabulary: areas, conditions, cultures.

No catalogue knows them, so each is whatever the app uses, as long as it is not blank.
"""

from collections.abc import Iterable

from carecore.base.checks import in_order
from carecore.base.identity import listed, record_id
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType, described

__all__ = [
    "area_id",
    "condition_id",
    "culture_words",
    "optional_area_id",
    "optional_area_ids",
    "optional_condition_ids",
    "optional_culture_words",
]

_LONGEST = 255


def area_id(value: str, /) -> str:
    """Check the id of an area; see `record_id`.

    >>> area_id("hamburg-altona")
    'hamburg-altona'

    .. versionadded:: 0.1
    """
    return record_id(value, kind="area")


def condition_id(value: str, /) -> str:
    """Check the word or code of a condition; see `record_id`.

    .. versionadded:: 0.1
    """
    return record_id(value, kind="condition")


def optional_area_id(value: str | None, /) -> str | None:
    """Check the id of an area, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else area_id(value)


def optional_area_ids(values: Iterable[str] | None, /) -> tuple[str, ...] | None:
    """Check the ids of several areas, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if values is None else listed(values, area_id, kind="area")


def optional_condition_ids(values: Iterable[str] | None, /) -> tuple[str, ...] | None:
    """Check the words or codes of several conditions, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if values is None else listed(values, condition_id, kind="condition")


def culture_words(values: Iterable[str], /) -> tuple[str, ...]:
    """Check words for the cultures of a person; they are personal, so no error quotes one.

    >>> culture_words(["sorbian", " "])
    Traceback (most recent call last):
    ...
    carecore.errors.InvalidValue: $[1]: the word for a culture is blank. Maybe leave it out.

    Raises:
        WrongType: if *values* is one text, a mapping, or no collection at all, or holds what is
            no text.
        InvalidValue: if a word is blank, padded, over 255 characters, holds a control character
            or stands twice; several are reported together.

    .. versionadded:: 0.1
    """
    kept: dict[str, None] = {}
    faults: list[CareError] = []
    for index, value in enumerate(in_order(values, of="words for cultures")):
        fault = _fault_of(value, kept)
        if fault is not None:
            faults.append(fault.below(f"$[{index}]"))
        else:
            kept[str.__str__(value)] = None
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ManyFaults(f"{len(faults)} faults in the list of words for cultures", faults)
    return tuple(kept)


def optional_culture_words(values: Iterable[str] | None, /) -> tuple[str, ...] | None:
    """Check words for the cultures of a person, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if values is None else culture_words(values)


def _fault_of(value: object, before: Iterable[str], /) -> CareError | None:
    if not isinstance(value, str):
        what = f"the word for a culture is {described(value)}, and text is wanted"
        return WrongType(what, advice="Maybe put it in quotes")
    if not value.strip():
        return InvalidValue("the word for a culture is blank", advice="Maybe leave it out")
    if value != value.strip() or not value.isprintable() or len(value) > _LONGEST:
        what = "the word for a culture is padded, too long or not to be printed"
        return InvalidValue(what, advice="Maybe the id of your own list")
    if value in before:
        return InvalidValue("a word for a culture stands twice", advice="Maybe remove one")
    return None
