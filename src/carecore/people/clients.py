"""The person who needs care, and those who speak or decide for them."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from types import NoneType
from typing import final
from zoneinfo import ZoneInfo

import attrs
from attrs import Attribute, field, frozen

from carecore.base.checks import (
    each_of,
    placed,
    plain_text,
    require_kind,
    tuple_of_texts,
    whole_number,
    yes_or_no,
)
from carecore.base.fields import OneOf
from carecore.base.identity import (
    CareSettingId,
    ClientId,
    NeedId,
    RepresentativeId,
    client_id,
    optional_care_setting_id,
    optional_need_ids,
    representative_id,
)
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdiction
from carecore.base.own_words import optional_area_id, optional_condition_ids
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.reasons import Verdict
from carecore.base.timing import PartialDate, Period, require_day
from carecore.base.zones import optional_zone
from carecore.people.caseloads import CaseloadWeight, caseload_weights
from carecore.people.preferences import ClientPreferences
from carecore.roles import PayerKind, optional_payer_kinds, reckoned_payers

__all__ = ["Authority", "Client", "Representative"]


class Authority(Enum):
    """By what right somebody speaks or decides for a client.

    .. versionadded:: 0.1
    """

    AGENT = "agent"
    GUARDIAN = "guardian"
    SURROGATE = "surrogate"
    FAMILY = "family"


def _is_authority(
    instance: object, attribute: "Attribute[Authority | None]", value: object, /
) -> None:
    if value is not None:
        require_kind(instance, attribute.name, value, Authority, advice="Maybe Authority.FAMILY")


def _is_period(instance: object, attribute: "Attribute[Period | None]", value: object, /) -> None:
    if value is not None:
        require_kind(instance, attribute.name, value, Period, advice="Maybe Period(start, end)")


def _is_partial_date(
    instance: object, attribute: "Attribute[PartialDate | None]", value: object, /
) -> None:
    if value is not None:
        advice = "Maybe PartialDate.parse('1941')"
        require_kind(instance, attribute.name, value, PartialDate, advice=advice)


def _optional_texts(values: Iterable[str] | None, /) -> tuple[str, ...] | None:
    return None if values is None else tuple_of_texts(values)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=placed)
class Representative(PrivateRepr):
    """Somebody who speaks or decides for a client.

    >>> Representative(id="r-1", authority=Authority.AGENT, name="Mina Vale")
    <Representative r-1>

    Attributes:
        id: its id.
        authority: by what right; `FAMILY` speaks and does not decide; `None`: unknown.
        period: when the authority holds; `None`: unknown.
        jurisdiction: whose law gave it; `None`: unknown.
        name: personal.

    .. versionadded:: 0.1
    """

    id: RepresentativeId = field(converter=representative_id)
    authority: Authority | None = field(default=None, validator=_is_authority)
    period: Period | None = field(default=None, validator=_is_period)
    jurisdiction: Jurisdiction | None = field(default=None, converter=optional_jurisdiction)
    name: str = field(default="", metadata=PERSONAL, validator=plain_text)

    def may_decide(self, *, as_of: date) -> Verdict:
        """Whether the authority to decide for the client holds on that day.

        >>> agent = Representative(id="r-1", authority=Authority.AGENT)
        >>> agent.may_decide(as_of=date(2026, 11, 23))
        <Verdict.UNKNOWN: 'unknown'>
        """
        day = require_day(as_of)
        if self.authority is Authority.FAMILY:
            return Verdict.NOT_MET
        if self.period is None:
            return Verdict.UNKNOWN
        if not self.period.contains(day):
            return Verdict.NOT_MET
        return Verdict.UNKNOWN if self.authority is None else Verdict.MET


def _representatives(values: Iterable[Representative], /) -> tuple[Representative, ...]:
    return each_of(values, Representative)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=placed)
class Client(PrivateRepr):
    """The person who needs care.

    Only the id is needed; `None` means unknown, an empty tuple means asked and none.

    >>> client = Client(id="c-17", setting="acute_ward", needs=("understand_bills",))
    >>> client
    <Client c-17>
    >>> client.with_need("losing_heart").needs
    ('understand_bills', 'losing_heart')

    Attributes:
        id: the id other values refer to.
        setting: id of the care setting where the client is now.
        needs: ids of what the client needs, in order of importance.
        jurisdiction: the country or part of it where the client is now.
        zone: time zone of the place where the client is now.
        payers: everybody who pays for the client's care; who is not named does not pay, so name
            `PRIVATE_PAY` where the family can pay itself.
        languages: BCP 47 tags of the languages the client speaks, best first.
        has_decision_capacity: whether the client can decide; presumed where unknown.
        representatives: those who speak or decide for the client.
        caseload_points: how much of a caseload the client takes up.
        weights: the same from certain days on, where it changes; before them, `caseload_points`.
        preferences: what the client asks of whoever comes; `None`: unknown.
        area: id of the area where the client lives, in the app's own vocabulary; `None`: unknown.
        acuity: how much care the client needs, on the app's own scale: higher is more.
        conditions: words or codes for what the client has, in the app's own vocabulary, such as
            `stroke`; the record tells of the course of it.
        name: personal.
        birth_date: personal; may be a year only.
        note: personal.

    Raises:
        WrongType: if a list is one bare text, or a value has a type not taken here.
        InvalidValue: if an id, a payer, a zone or a number has no meaning, or two weights begin
            on one day.

    .. versionadded:: 0.1
    """

    id: ClientId = field(converter=client_id)
    setting: CareSettingId | None = field(default=None, converter=optional_care_setting_id)
    needs: tuple[NeedId, ...] | None = field(default=None, converter=optional_need_ids)
    jurisdiction: Jurisdiction | None = field(default=None, converter=optional_jurisdiction)
    zone: ZoneInfo | None = field(default=None, converter=optional_zone)
    payers: tuple[PayerKind, ...] | None = field(default=None, converter=optional_payer_kinds)
    languages: tuple[str, ...] | None = field(default=None, converter=_optional_texts)
    has_decision_capacity: bool | None = field(default=None, validator=yes_or_no)
    representatives: tuple[Representative, ...] = field(default=(), converter=_representatives)
    caseload_points: int | None = field(default=None, validator=whole_number)
    weights: tuple[CaseloadWeight, ...] = field(default=(), converter=caseload_weights)
    preferences: ClientPreferences | None = field(
        default=None, validator=OneOf((ClientPreferences, NoneType))
    )
    area: str | None = field(default=None, converter=optional_area_id)
    acuity: int | None = field(default=None, validator=whole_number)
    conditions: tuple[str, ...] | None = field(default=None, converter=optional_condition_ids)
    name: str = field(default="", metadata=PERSONAL, validator=plain_text)
    birth_date: PartialDate | None = field(
        default=None, metadata=PERSONAL, validator=_is_partial_date
    )
    note: str = field(default="", metadata=PERSONAL, validator=plain_text)

    def with_need(self, need: str, /) -> "Client":
        """This client, who has the need with that id as well."""
        needs = self.needs or ()
        return self if need in needs else attrs.evolve(self, needs=(*needs, need))

    def without_need(self, need: str, /) -> "Client":
        """This client without the need with that id; needs that are unknown stay unknown."""
        if self.needs is None:
            return self
        return attrs.evolve(self, needs=tuple(one for one in self.needs if one != need))

    def moved_to(self, setting: str, /) -> "Client":
        """This client, in the care setting with that id."""
        return attrs.evolve(self, setting=setting)

    def paid_by(self, *payers: PayerKind | str) -> "Client":
        """This client, with these payers besides those to reckon with.

        Unknown payers are reckoned as a family that can pay itself, here as in an advice.
        """
        return attrs.evolve(self, payers=(*reckoned_payers(self.payers), *payers))

    def points_on(self, day: date, /) -> int | None:
        """How much of a caseload the client takes up on that day; `None` if nobody has said.

        >>> client = Client(
        ...     id="c-17",
        ...     caseload_points=1,
        ...     weights=[CaseloadWeight(since=date(2026, 12, 1), points=3)],
        ... )
        >>> client.points_on(date(2026, 11, 30)), client.points_on(date(2026, 12, 1))
        (1, 3)

        Raises:
            WrongType: if *day* is no plain date.
        """
        wanted = require_day(day, name="day")
        begun = [one for one in self.weights if one.since <= wanted]
        if not begun:
            return self.caseload_points
        return max(begun, key=lambda one: one.since).points
