"""Licences, certifications and compacts: where and when they hold.

A licence gives permission to practise; a certification shows skill; a membership gives the right
to a protected title.
Only a licence opens a duty that the law keeps for licensed people.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from functools import cached_property
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.checks import (
    each_of,
    filled_text,
    optional_day,
    placed,
    plain_text,
    require_instance,
    require_kind,
    true_or_false,
    yes_or_no,
)
from carecore.base.identity import (
    CredentialId,
    RoleId,
    credential_id,
    credential_ids,
    role_ids,
)
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdiction, to_jurisdiction
from carecore.base.privacy import PERSONAL
from carecore.base.reasons import Source, Verdict, any_of, tuple_of_sources
from carecore.base.timing import Period, require_day
from carecore.errors import InvalidValue

__all__ = [
    "Compact",
    "CompactMember",
    "Credential",
    "CredentialKind",
    "HeldCredential",
    "Licence",
    "licence_holds",
]


class CredentialKind(Enum):
    """What a credential is worth.

    .. versionadded:: 0.1
    """

    LICENCE = "licence"
    CERTIFICATION = "certification"
    MEMBERSHIP = "membership"


def _is_kind(instance: object, attribute: "Attribute[CredentialKind]", value: object, /) -> None:
    advice = "Maybe CredentialKind.LICENCE"
    require_kind(instance, attribute.name, value, CredentialKind, advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Credential:
    """A kind of licence, certification or membership.

    >>> Credential(id="rn", name="registered nurse", kind=CredentialKind.LICENCE).id
    'rn'

    Attributes:
        id: the id other values refer to.
        name: what people call it.
        kind: what it is worth.
        body: who gives it.
        roles: ids of the roles it is meant for.
        sources: what the entry rests on.

    .. versionadded:: 0.1
    """

    id: CredentialId = field(converter=credential_id)
    name: str = field(validator=filled_text)
    kind: CredentialKind = field(validator=_is_kind, repr=str)
    body: str = field(default="", validator=plain_text)
    roles: tuple[RoleId, ...] = field(default=(), converter=role_ids)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)


def _is_period(instance: object, attribute: "Attribute[Period | None]", value: object, /) -> None:
    if value is not None:
        require_kind(instance, attribute.name, value, Period, advice="Maybe Period(start, end)")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Licence:
    """Permission that one person holds to practise in one jurisdiction.

    >>> licence = Licence(credential="rn", jurisdiction="US-MA", period=Period(date(2024, 1, 1)))
    >>> licence.jurisdiction.code
    'US-MA'

    Attributes:
        credential: id of the kind of licence.
        jurisdiction: who gave it; under a compact, the holder's legal home.
        period: when it holds; `None`: the dates are unknown.
        multistate: whether it was issued under a compact; `None`: unknown.
        number: the licence number; personal, shown in no automatic face.

    .. versionadded:: 0.1
    """

    credential: CredentialId = field(converter=credential_id)
    jurisdiction: Jurisdiction = field(converter=to_jurisdiction)
    period: Period | None = field(default=None, validator=_is_period)
    multistate: bool | None = field(default=None, validator=yes_or_no)
    number: str = field(default="", metadata=PERSONAL, repr=False, validator=plain_text)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class HeldCredential:
    """A certification or membership that one person holds.

    >>> HeldCredential(credential="ccm", period=Period(date(2025, 1, 1))).credential
    'ccm'

    Attributes:
        credential: id of the certification or membership.
        period: when it holds; `None`: the dates are unknown.

    .. versionadded:: 0.1
    """

    credential: CredentialId = field(converter=credential_id)
    period: Period | None = field(default=None, validator=_is_period)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class CompactMember:
    """One jurisdiction of a compact, and since when each part holds there.

    Attributes:
        jurisdiction: the member.
        enacted: whether its law has joined.
        inbound_from: first day on which other members' multistate licences hold there; `None`:
            not yet.
        issues_from: first day on which it gives multistate licences to its residents; `None`:
            not yet.
        until: first day on which it is no longer a member; `None`: no end is known.

    >>> CompactMember(jurisdiction="US-MA").inbound_from is None
    True

    .. versionadded:: 0.1
    """

    jurisdiction: Jurisdiction = field(converter=to_jurisdiction)
    enacted: bool = field(default=True, validator=true_or_false)
    inbound_from: date | None = field(default=None, validator=optional_day)
    issues_from: date | None = field(default=None, validator=optional_day)
    until: date | None = field(default=None, validator=optional_day)

    def takes_in(self, day: date, /) -> bool:
        """Whether multistate licences of other members hold here on *day*.

        Raises:
            WrongType: if *day* is no plain date.
        """
        return _running(self.inbound_from, self.until, require_day(day, name="the day"))

    def issues(self, day: date, /) -> bool:
        """Whether it gives multistate licences to its residents on *day*.

        Raises:
            WrongType: if *day* is no plain date.
        """
        return _running(self.issues_from, self.until, require_day(day, name="the day"))


def _members(values: Iterable[CompactMember], /) -> tuple[CompactMember, ...]:
    return each_of(values, CompactMember)


def _joined_once(
    instance: object,
    attribute: "Attribute[tuple[CompactMember, ...]]",
    value: tuple[CompactMember, ...],
    /,
) -> None:
    del instance
    seen: set[Jurisdiction] = set()
    for index, member in enumerate(value):
        if member.jurisdiction in seen:
            what = f"the jurisdiction {member.jurisdiction.code!r} stands twice in the compact"
            place = f"$.{attribute.name}[{index}]"
            raise InvalidValue(what, place=place, advice="Maybe remove one of the two")
        seen.add(member.jurisdiction)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Compact:
    """An agreement by which one member's licence holds in the others.

    >>> compact = Compact(
    ...     id="nurses",
    ...     name="nurses' compact",
    ...     credentials=("rn",),
    ...     members=(CompactMember(jurisdiction="US-CO", inbound_from=date(2018, 1, 19)),),
    ... )
    >>> compact.member(Jurisdiction("US-CO")).inbound_from
    datetime.date(2018, 1, 19)

    Attributes:
        id: its id.
        name: what people call it.
        credentials: ids of the licences it covers.
        members: who has joined, by jurisdiction.
        as_of: the day on which the list of members was last checked.
        sources: what the list rests on.

    Raises:
        WrongType: if a part has a type that is not taken.
        InvalidValue: if the id or the name is blank, or a jurisdiction stands twice.

    .. versionadded:: 0.1
    """

    id: str = field(validator=filled_text)
    name: str = field(validator=filled_text)
    credentials: tuple[CredentialId, ...] = field(converter=credential_ids)
    members: tuple[CompactMember, ...] = field(converter=_members, validator=_joined_once)
    as_of: date | None = field(default=None, validator=optional_day)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def member(self, jurisdiction: Jurisdiction | str, /) -> CompactMember | None:
        """The entry of *jurisdiction*, or `None` if it has not joined."""
        return self._by_jurisdiction.get(to_jurisdiction(jurisdiction))

    @cached_property
    def _by_jurisdiction(self) -> dict[Jurisdiction, CompactMember]:
        return {one.jurisdiction: one for one in self.members}

    def carries(
        self, licence: Licence, jurisdiction: Jurisdiction | str, /, *, on: date
    ) -> Verdict:
        """Whether *licence* is carried into *jurisdiction* by this compact on that day.

        *Unknown* if nobody knows whether the licence is multistate.
        The dates of the licence are not asked; `licence_holds` asks them.

        Raises:
            WrongType: if *licence* is no licence, or *on* no plain date.
        """
        require_instance(licence, Licence, name="the licence")
        home, target = self.member(licence.jurisdiction), self.member(jurisdiction)
        covered = licence.credential in self.credentials
        if not covered or home is None or target is None or licence.multistate is False:
            return Verdict.NOT_MET
        if not home.issues(on) or not target.takes_in(on):
            return Verdict.NOT_MET
        return Verdict.MET if licence.multistate else Verdict.UNKNOWN


def licence_holds(
    licence: Licence,
    jurisdiction: Jurisdiction | str | None,
    /,
    *,
    as_of: date,
    compacts: Iterable[Compact] = (),
) -> Verdict:
    """Whether *licence* permits practice in *jurisdiction* on the day *as_of*.

    It holds where it was given and in the parts of that place, and by a compact elsewhere.
    *Unknown* if its dates, or the jurisdiction, are unknown, or the jurisdiction is a whole country
    of which the licence covers a part.

    >>> licence = Licence(credential="rn", jurisdiction="US-MA", period=Period(date(2024, 1, 1)))
    >>> licence_holds(licence, "US-MA", as_of=date(2026, 11, 23))
    <Verdict.MET: 'met'>
    >>> licence_holds(licence, "US-NY", as_of=date(2026, 11, 23))
    <Verdict.NOT_MET: 'not_met'>

    Args:
        licence: the licence held.
        jurisdiction: where the client is; `None`: unknown.
        as_of: the day, in the client's calendar.
        compacts: agreements to reckon with, such as `STANDARD.compacts`.

    Raises:
        WrongType: if *licence* is no licence, *as_of* no plain date, or *compacts* no list of
            compacts.

    .. versionadded:: 0.1
    """
    require_instance(licence, Licence, name="the licence")
    agreements = each_of(compacts, Compact)
    day = require_day(as_of)
    if licence.period is not None and not licence.period.contains(day):
        return Verdict.NOT_MET
    place = optional_jurisdiction(jurisdiction)
    if place is None:
        return Verdict.UNKNOWN
    reach = _reach(licence, place, agreements, day)
    return Verdict.UNKNOWN if reach is Verdict.MET and licence.period is None else reach


def _reach(
    licence: Licence, place: Jurisdiction, compacts: tuple[Compact, ...], day: date, /
) -> Verdict:
    if licence.jurisdiction.contains(place):
        return Verdict.MET
    if place.contains(licence.jurisdiction):
        return Verdict.UNKNOWN
    return any_of(compact.carries(licence, place, on=day) for compact in compacts)


def _running(start: date | None, end: date | None, day: date, /) -> bool:
    return start is not None and start <= day and (end is None or day < end)
