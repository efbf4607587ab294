"""Who employs, who pays, and the ways in which a role comes to a client."""

from collections.abc import Iterable
from enum import Enum
from types import MappingProxyType
from typing import Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import (
    each_of,
    filled_text,
    in_order,
    placed,
    plain_text,
    require_kind,
    true_or_false,
)
from carecore.base.identity import (
    CareSettingId,
    DutyId,
    duty_id,
    optional_care_setting_ids,
)
from carecore.base.reasons import Source, tuple_of_sources
from carecore.errors import InvalidValue, WrongType, described, quoted

__all__ = [
    "EmployerKind",
    "Engagement",
    "Exclusion",
    "PayerKind",
    "optional_payer_kinds",
    "payer_kinds",
    "reckoned_payers",
]


class EmployerKind(Enum):
    """Who employs, and so whose interest comes first.

    .. versionadded:: 0.1
    """

    FACILITY = "facility"
    HEALTH_PLAN = "health_plan"
    WORKERS_COMPENSATION = "workers_compensation"
    PUBLIC_AGENCY = "public_agency"
    PRIVATE_AGENCY = "private_agency"
    CLIENT = "client"
    HOME_HEALTH_AGENCY = "home_health_agency"
    PRACTICE = "practice"
    TRANSPORT_OPERATOR = "transport_operator"
    COMMUNITY_ORGANIZATION = "community_organization"


class PayerKind(Enum):
    """Who pays.

    .. versionadded:: 0.1
    """

    INCLUDED = "included"
    MEDICARE = "medicare"
    MEDICARE_ADVANTAGE = "medicare_advantage"
    MEDICAID = "medicaid"
    HEALTH_PLAN = "health_plan"
    WORKERS_COMPENSATION = "workers_compensation"
    LONG_TERM_CARE_INSURANCE = "long_term_care_insurance"
    VETERANS = "veterans"
    PUBLIC_FUNDS = "public_funds"
    PRIVATE_PAY = "private_pay"


def payer_kinds(values: Iterable[PayerKind | str], /) -> tuple[PayerKind, ...]:
    """Kinds of payers, or their names, in a fixed order and each once.

    >>> payer_kinds(["private_pay", "medicare"])
    (<PayerKind.MEDICARE: 'medicare'>, <PayerKind.PRIVATE_PAY: 'private_pay'>)

    Raises:
        WrongType: if *values* is one bare text or no collection, or holds anything else.
        InvalidValue: if there is no such kind of payer.

    .. versionadded:: 0.1
    """
    given = enumerate(in_order(values, of="payers"))
    wanted = frozenset(_payer_kind(value, f"$[{index}]") for index, value in given)
    return tuple(kind for kind in PayerKind if kind in wanted)


def optional_payer_kinds(
    values: Iterable[PayerKind | str] | None, /
) -> tuple[PayerKind, ...] | None:
    """Kinds of payers, or their names, or `None` for unknown; see `payer_kinds`.

    .. versionadded:: 0.1
    """
    return None if values is None else payer_kinds(values)


_PAYERS: Final = MappingProxyType({kind.value: kind for kind in PayerKind})


def reckoned_payers(payers: tuple[PayerKind, ...] | None, /) -> tuple[PayerKind, ...]:
    """The payers to reckon with: those that are known, or else a family that can pay itself.

    >>> reckoned_payers(None)
    (<PayerKind.PRIVATE_PAY: 'private_pay'>,)

    The rule is carecore's own choice.

    .. versionadded:: 0.1
    """
    return (PayerKind.PRIVATE_PAY,) if payers is None else payers


def _payer_kind(value: object, place: str, /) -> PayerKind:
    if isinstance(value, PayerKind):
        return value
    advice = f"Maybe one of {', '.join(_PAYERS)}"
    if not isinstance(value, str):
        raise WrongType(f"a payer is {described(value)}", place=place, advice=advice)
    if value not in _PAYERS:
        raise InvalidValue(f"{quoted(value)} is no kind of payer", place=place, advice=advice)
    return _PAYERS[value]


def _is_employer(instance: object, attribute: "Attribute[EmployerKind]", value: object, /) -> None:
    advice = "Maybe EmployerKind.FACILITY"
    require_kind(instance, attribute.name, value, EmployerKind, advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Exclusion:
    """A duty that a role may not hold, and why.

    >>> Exclusion(duty="decide_for_client", because="the client decides").because
    'the client decides'

    Attributes:
        duty: id of the duty.
        because: why, in a few words.
        sources: what the reason rests on.

    .. versionadded:: 0.1
    """

    duty: DutyId = field(converter=duty_id)
    because: str = field(validator=filled_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)


def _in_brackets(payers: tuple[PayerKind, ...], /) -> str:
    return "(" + ", ".join(map(str, payers)) + ("," if len(payers) == 1 else "") + ")"


def _exclusions(values: Iterable[Exclusion], /) -> tuple[Exclusion, ...]:
    return each_of(values, Exclusion)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Engagement:
    """One way in which a role comes to a client.

    >>> ward = Engagement(
    ...     employer=EmployerKind.FACILITY,
    ...     payers=[PayerKind.INCLUDED],
    ...     settings=["acute_ward"],
    ...     brings=True,
    ...     ask="the ward",
    ... )
    >>> ward.is_open(setting="acute_ward", payers=None)
    True
    >>> ward.is_open(setting=None, payers=None)
    False

    Attributes:
        employer: who employs the person.
        payers: who may pay for it; `INCLUDED` is in the price of the care setting.
        settings: ids of the care settings where this way exists; `None`: anywhere.
        brings: whether the care setting or the payer usually brings the person along, so that
            it is enough to ask.
        ask: whom to ask.
        exclusions: duties that somebody who comes this way may not hold, because of whom they
            serve; the role itself may.
        sources: what the entry rests on.

    .. versionadded:: 0.1
    """

    employer: EmployerKind = field(validator=_is_employer, repr=str)
    payers: tuple[PayerKind, ...] = field(converter=payer_kinds, repr=_in_brackets)
    settings: tuple[CareSettingId, ...] | None = field(
        default=None, converter=optional_care_setting_ids
    )
    brings: bool = field(default=False, validator=true_or_false)
    ask: str = field(default="", validator=plain_text)
    exclusions: tuple[Exclusion, ...] = field(default=(), converter=_exclusions)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def is_open(self, *, setting: str | None, payers: Iterable[PayerKind | str] | None) -> bool:
        """Whether this way is open to a client.

        Unknown is not no, but it is not yes either: with the payers unknown, only what is included
        or what a family can pay itself is open; with the care setting unknown, only what does not
        depend on it. Both rules are carecore's own.

        Args:
            setting: id of the care setting the client is in; `None`: unknown.
            payers: who pays for the client; `None`: unknown; empty: nobody.

        Raises:
            WrongType: if *payers* is one bare text, or holds what is no kind of payer.
            InvalidValue: if there is no kind of payer of that name.
        """
        paying = reckoned_payers(None if payers is None else payer_kinds(payers))
        if self.settings is not None and setting not in self.settings:
            return False
        return any(kind in self.payers for kind in (PayerKind.INCLUDED, *paying))
