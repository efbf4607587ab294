"""Where care happens, and how restrictive each place is.

The order from home to locked ward is carecore's own: law gives a standard (the most integrated
setting appropriate), not a scale.
"""

from collections.abc import Iterable
from enum import Enum
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.amounts import Code
from carecore.base.checks import (
    each_of,
    filled_text,
    placed,
    require_instance,
    require_kind,
    whole_number,
)
from carecore.base.identity import CareSettingId, care_setting_id
from carecore.base.reasons import Source, tuple_of_sources

__all__ = ["CareSetting", "CareSettingKind", "Restrictiveness", "compare_restrictiveness"]


class CareSettingKind(Enum):
    """What sort of place it is.

    .. versionadded:: 0.1
    """

    HOME = "home"
    COMMUNITY = "community"
    RESIDENTIAL = "residential"
    FACILITY = "facility"
    HOSPITAL = "hospital"
    SECURE = "secure"
    ON_THE_MOVE = "on_the_move"
    REMOTE = "remote"


class Restrictiveness(Enum):
    """How one care setting stands to another.

    .. versionadded:: 0.1
    """

    LESS = "less"
    SAME = "same"
    MORE = "more"
    NOT_COMPARABLE = "not_comparable"


def _is_kind(instance: object, attribute: "Attribute[CareSettingKind]", value: object, /) -> None:
    advice = "Maybe CareSettingKind.HOME"
    require_kind(instance, attribute.name, value, CareSettingKind, advice=advice)


def _codes(values: Iterable[Code], /) -> tuple[Code, ...]:
    return each_of(values, Code)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class CareSetting:
    """A kind of place where care happens.

    >>> home = CareSetting(id="home", name="own home", kind=CareSettingKind.HOME, rank=0)
    >>> home.rank
    0

    Attributes:
        id: the id other values refer to.
        name: what people call it.
        kind: what sort of place it is.
        rank: how restrictive it is, from 0 (own home); `None` where there is no comparing
            (a vehicle, a telephone call).
        codes: the same setting in public code systems.
        sources: what the entry rests on.

    Raises:
        WrongType: if a part has a type that is not taken.
        InvalidValue: if the id is not snake_case, the name blank or the rank below 0.

    .. versionadded:: 0.1
    """

    id: CareSettingId = field(converter=care_setting_id)
    name: str = field(validator=filled_text)
    kind: CareSettingKind = field(validator=_is_kind, repr=str)
    rank: int | None = field(default=None, validator=whole_number)
    codes: tuple[Code, ...] = field(default=(), converter=_codes)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)


def compare_restrictiveness(left: CareSetting, right: CareSetting, /) -> Restrictiveness:
    """How restrictive *left* is beside *right*.

    >>> home = CareSetting(id="home", name="own home", kind=CareSettingKind.HOME, rank=0)
    >>> ward = CareSetting(id="ward", name="ward", kind=CareSettingKind.HOSPITAL, rank=8)
    >>> compare_restrictiveness(ward, home)
    <Restrictiveness.MORE: 'more'>

    Raises:
        WrongType: if one of them is no care setting.

    .. versionadded:: 0.1
    """
    one = require_instance(left, CareSetting, name="the left").rank
    other = require_instance(right, CareSetting, name="the right").rank
    if one is None or other is None:
        return Restrictiveness.NOT_COMPARABLE
    if one == other:
        return Restrictiveness.SAME
    return Restrictiveness.LESS if one < other else Restrictiveness.MORE
