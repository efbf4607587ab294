"""Where the law is made: countries and their parts."""

import re
from collections.abc import Iterable
from typing import Final, final

from attrs import Attribute, field, frozen

from carecore.base.identity import listed
from carecore.errors import CareError, InvalidValue, WrongType, described, quoted

__all__ = [
    "Jurisdiction",
    "jurisdictions",
    "optional_jurisdiction",
    "optional_jurisdictions",
    "to_jurisdiction",
]

_SHAPE: Final = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", re.ASCII)


def _has_iso_shape(instance: object, attribute: "Attribute[str]", value: object, /) -> None:
    del instance
    if not isinstance(value, str):
        what = f"a jurisdiction is given as text, and this is {described(value)}"
        raise WrongType(what, place=f"$.{attribute.name}", advice="Maybe 'US-MA'")
    if not _SHAPE.fullmatch(value):
        what = f"the jurisdiction {quoted(value)} is no ISO 3166 code"
        near = value.strip().upper().replace("_", "-")
        advice = f"Maybe {near!r}" if _SHAPE.fullmatch(near) else "Maybe 'US' or 'US-MA'"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice=advice)


@final
@frozen(weakref_slot=False, order=True)
class Jurisdiction:
    """A country, or a part of one, whose law applies: an ISO 3166 code.

    >>> Jurisdiction("US-MA").country
    Jurisdiction(code='US')
    >>> Jurisdiction("US").contains(Jurisdiction("US-MA"))
    True

    The shape of the code is checked; whether ISO lists it is not.

    Raises:
        WrongType: if the code is not text.
        InvalidValue: if the code does not have the shape `US` or `US-MA`.

    .. versionadded:: 0.1
    """

    code: str = field(validator=_has_iso_shape)

    @property
    def country(self) -> "Jurisdiction":
        """The country this jurisdiction lies in, or is."""
        return Jurisdiction(self.code[:2])

    def contains(self, other: "Jurisdiction | str", /) -> bool:
        """Whether *other*, a jurisdiction or its code, is this one or lies within it."""
        code = to_jurisdiction(other).code
        return code == self.code or code.startswith(self.code + "-")

    def __str__(self) -> str:
        """The code."""
        return self.code


def to_jurisdiction(value: Jurisdiction | str, /) -> Jurisdiction:
    """Take a jurisdiction or its code.

    >>> to_jurisdiction("US-MA")
    Jurisdiction(code='US-MA')

    Raises:
        WrongType: if it is neither.
        InvalidValue: if the code has another shape than `US` or `US-MA`.

    .. versionadded:: 0.1
    """
    if isinstance(value, Jurisdiction):
        return value
    try:
        return Jurisdiction(value)
    except CareError as fault:
        # Whoever gave a code knows nothing of the field that holds it.
        fault.place = "$"
        raise fault from None


def optional_jurisdiction(value: Jurisdiction | str | None, /) -> Jurisdiction | None:
    """Take a jurisdiction, its code, or `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else to_jurisdiction(value)


def jurisdictions(values: Iterable[Jurisdiction | str], /) -> tuple[Jurisdiction, ...]:
    """Take several jurisdictions or their codes.

    .. versionadded:: 0.1
    """
    return listed(values, to_jurisdiction, kind="jurisdiction")


def optional_jurisdictions(
    values: Iterable[Jurisdiction | str] | None, /
) -> tuple[Jurisdiction, ...] | None:
    """Take several jurisdictions or their codes, or `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if values is None else jurisdictions(values)
