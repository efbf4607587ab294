"""Those who can be engaged: professionals and their organizations."""

from collections.abc import Iterable
from datetime import date
from types import NoneType
from typing import final
from zoneinfo import ZoneInfo

from attrs import Attribute, field, frozen

from carecore.base.amounts import Money
from carecore.base.checks import (
    each_of,
    placed,
    plain_text,
    require_kind,
    tuple_of_texts,
    whole_number,
)
from carecore.base.fields import OneOf
from carecore.base.identity import (
    CareSettingId,
    OrganizationId,
    ProfessionalId,
    RoleId,
    optional_care_setting_ids,
    optional_organization_id,
    organization_id,
    professional_id,
    role_ids,
)
from carecore.base.jurisdictions import (
    Jurisdiction,
    optional_jurisdiction,
    optional_jurisdictions,
)
from carecore.base.own_words import (
    optional_area_id,
    optional_area_ids,
    optional_condition_ids,
    optional_culture_words,
)
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.timing import Period, require_day
from carecore.base.zones import optional_zone
from carecore.credentials import HeldCredential, Licence
from carecore.errors import InvalidValue, quoted
from carecore.people.caseloads import LimitChange, limit_changes, part_of
from carecore.people.fields import no_debt, once_each, per_cent, refuse
from carecore.people.hours import WeeklyHours, optional_weekly_hours
from carecore.people.languages import LanguageSkill
from carecore.people.preferences import Gender
from carecore.roles import EmployerKind, PayerKind, optional_payer_kinds

__all__ = ["Leave", "Organization", "Professional"]


def _is_employer(
    instance: object, attribute: "Attribute[EmployerKind | None]", value: object, /
) -> None:
    if value is not None:
        advice = "Maybe EmployerKind.FACILITY"
        require_kind(instance, attribute.name, value, EmployerKind, advice=advice)


def _is_period(instance: object, attribute: "Attribute[Period]", value: object, /) -> None:
    require_kind(instance, attribute.name, value, Period, advice="Maybe Period(start, end)")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Organization:
    """A facility, agency, health plan or practice.

    >>> Organization(id="o-1", kind=EmployerKind.FACILITY, name="St. Alban's").name
    "St. Alban's"

    Attributes:
        id: the id other values refer to.
        kind: what sort of employer it is; `None`: unknown.
        name: what people call it.
        jurisdiction: whose law it is under; `None`: unknown.

    .. versionadded:: 0.1
    """

    id: OrganizationId = field(converter=organization_id)
    kind: EmployerKind | None = field(default=None, validator=_is_employer, repr=str)
    name: str = field(default="", validator=plain_text)
    jurisdiction: Jurisdiction | None = field(default=None, converter=optional_jurisdiction)


@final
@frozen(weakref_slot=False)
class Leave:
    """Days on which a professional is away.

    >>> Leave(Period(date(2026, 12, 24), date(2027, 1, 2))).period.days
    9

    Attributes:
        period: when; it ends on the first day back at work.

    .. versionadded:: 0.1
    """

    period: Period = field(validator=_is_period)


def _leaves(values: Iterable[Leave], /) -> tuple[Leave, ...]:
    return each_of(values, Leave)


def _optional_licences(values: Iterable[Licence] | None, /) -> tuple[Licence, ...] | None:
    return None if values is None else each_of(values, Licence)


def _optional_credentials(
    values: Iterable[HeldCredential] | None, /
) -> tuple[HeldCredential, ...] | None:
    return None if values is None else each_of(values, HeldCredential)


def _optional_texts(values: Iterable[str] | None, /) -> tuple[str, ...] | None:
    return None if values is None else tuple_of_texts(values)


def _skills(values: Iterable[LanguageSkill], /) -> tuple[LanguageSkill, ...]:
    kept = each_of(values, LanguageSkill)
    refuse("the skills", once_each(kept, _language_of, _language_in_words))
    return kept


def _language_of(one: LanguageSkill, /) -> str:
    return one.language


def _language_in_words(one: LanguageSkill, /) -> str:
    return f"the language {quoted(one.language)}"


def _are_spoken(
    instance: "Professional",
    attribute: "Attribute[tuple[LanguageSkill, ...]]",
    skills: tuple[LanguageSkill, ...],
    /,
) -> None:
    spoken = frozenset(instance.languages or ())
    refuse(
        "the skills",
        [
            InvalidValue(
                f"there is a skill in {quoted(one.language)}, and it is not among the languages",
                place=f"$.{attribute.name}[{index}]",
                advice="Maybe name it among the languages as well",
            )
            for index, one in enumerate(skills)
            if one.language not in spoken
        ],
    )


def _is_part_time(instance: object, attribute: "Attribute[int | None]", value: object, /) -> None:
    per_cent(instance, attribute, value)
    if value == 0:
        what = "part time is 0, and somebody who works at all has 1 per cent at least"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe weekly_hours=0")


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=placed)
class Professional(PrivateRepr):
    """Somebody who can be engaged for a role.

    >>> nurse = Professional(id="p-1", roles=("care_manager",), caseload_limit=20, caseload=18)
    >>> nurse.places_free(as_of=date(2026, 11, 23))
    2

    Attributes:
        id: the id other values refer to.
        roles: ids of the roles this person fills.
        licences: licences held; `None`: unknown.
        credentials: certifications and memberships held; `None`: unknown.
        languages: BCP 47 tags of languages spoken; `None`: unknown.
        language_skills: how well some of these languages are spoken; each stands in `languages`.
        settings: ids of the care settings served; `None`: unknown.
        jurisdictions: where the person works; `None`: unknown.
        employer: who employs the person; `None`: unknown.
        organization_id: the organization, if there is one.
        weekly_hours: hours available in a week; `None`: unknown; 0: not available.
        hours: when in the week, by the clock in `zone`; `None`: unknown; empty: not available.
        zone: time zone by whose clock `hours` are told; `None`: unknown.
        areas: ids of the areas served, in the app's own vocabulary; `None`: unknown.
        base_area: id of the area from which the person sets out; `None`: unknown.
        highest_acuity: the highest acuity of a client that the person takes on; `None`: unknown.
        experience: words or codes for the conditions the person has cared for, in the app's own
            vocabulary; `None`: unknown.
        payers: whose pay the person accepts; `None`: unknown.
        rate: what an hour costs; `None`: unknown.
        caseload_limit: how many caseload points the person takes on in full time; `None`: unknown.
        part_time: how much of the full limit holds as a rule, 1 to 100 per cent; `None`: all.
        limit_changes: what the limit is for some time; a percentage is one of the full limit, in
            place of `part_time`.
        caseload: caseload points held now; `None`: unknown.
        leave: when the person is away.
        gender: personal; `None`: unknown.
        cultures: personal; words of the app's own vocabulary; `None`: unknown.
        name: personal.

    Raises:
        WrongType: if a list is one bare text, or a value has a type not taken here.
        InvalidValue: if an id or a number has no meaning, something stands twice, a skill is in a
            language that is not spoken, or two changes of the limit hold on one day.

    .. versionadded:: 0.1
    """

    id: ProfessionalId = field(converter=professional_id)
    roles: tuple[RoleId, ...] = field(default=(), converter=role_ids)
    licences: tuple[Licence, ...] | None = field(default=None, converter=_optional_licences)
    credentials: tuple[HeldCredential, ...] | None = field(
        default=None, converter=_optional_credentials
    )
    languages: tuple[str, ...] | None = field(default=None, converter=_optional_texts)
    language_skills: tuple[LanguageSkill, ...] = field(
        default=(), converter=_skills, validator=_are_spoken
    )
    settings: tuple[CareSettingId, ...] | None = field(
        default=None, converter=optional_care_setting_ids
    )
    jurisdictions: tuple[Jurisdiction, ...] | None = field(
        default=None, converter=optional_jurisdictions
    )
    employer: EmployerKind | None = field(default=None, validator=_is_employer)
    organization_id: OrganizationId | None = field(default=None, converter=optional_organization_id)
    weekly_hours: int | None = field(default=None, validator=whole_number)
    hours: tuple[WeeklyHours, ...] | None = field(default=None, converter=optional_weekly_hours)
    zone: ZoneInfo | None = field(default=None, converter=optional_zone)
    areas: tuple[str, ...] | None = field(default=None, converter=optional_area_ids)
    base_area: str | None = field(default=None, converter=optional_area_id)
    highest_acuity: int | None = field(default=None, validator=whole_number)
    experience: tuple[str, ...] | None = field(default=None, converter=optional_condition_ids)
    payers: tuple[PayerKind, ...] | None = field(default=None, converter=optional_payer_kinds)
    rate: Money | None = field(default=None, validator=OneOf((Money, NoneType), no_debt))
    caseload_limit: int | None = field(default=None, validator=whole_number)
    part_time: int | None = field(default=None, validator=_is_part_time)
    limit_changes: tuple[LimitChange, ...] = field(default=(), converter=limit_changes)
    caseload: int | None = field(default=None, validator=whole_number)
    leave: tuple[Leave, ...] = field(default=(), converter=_leaves)
    gender: Gender | None = field(
        default=None, metadata=PERSONAL, validator=OneOf((Gender, NoneType))
    )
    cultures: tuple[str, ...] | None = field(
        default=None, metadata=PERSONAL, converter=optional_culture_words
    )
    name: str = field(default="", metadata=PERSONAL, validator=plain_text)

    def is_away(self, *, as_of: date) -> bool:
        """Whether a leave covers that day."""
        day = require_day(as_of)
        return any(leave.period.contains(day) for leave in self.leave)

    def is_absent(self, *, as_of: date) -> bool:
        """Whether the person is away on that day, or has no hours at all."""
        return self.is_away(as_of=as_of) or self.has_no_hours

    @property
    def has_no_hours(self) -> bool:
        """Whether it is known that the person works at no time of the week.

        >>> [Professional(id="p-1", weekly_hours=hours).has_no_hours for hours in (0, None)]
        [True, False]
        """
        return self.weekly_hours == 0 or self.hours == ()

    def limit_on(self, day: date, /) -> int | None:
        """How many caseload points the person takes on, on that day; `None` if nobody has said.

        Part of a limit is a whole number of points, rounded down.
        Leave makes it no less; `places_free` minds it.

        >>> winter = Period(date(2027, 1, 1), date(2027, 4, 1))
        >>> nurse = Professional(
        ...     id="p-1",
        ...     caseload_limit=25,
        ...     part_time=50,
        ...     limit_changes=[LimitChange(period=winter, to_per_cent=30)],
        ... )
        >>> nurse.limit_on(date(2026, 12, 31)), nurse.limit_on(date(2027, 1, 1))
        (12, 7)

        Raises:
            WrongType: if *day* is no plain date.
        """
        wanted = require_day(day, name="day")
        for change in self.limit_changes:
            if change.period.contains(wanted):
                return change.limit(of=self.caseload_limit)
        return part_of(self.caseload_limit, self.part_time)

    def places_free(self, *, as_of: date) -> int | None:
        """Caseload points free on that day; `None` if they cannot be told.

        Somebody who is away, or has no hours, has none: absent is not idle.
        More points held than the limit gives a number below zero.

        >>> absent = Professional(id="p-2", weekly_hours=0, caseload_limit=20, caseload=0)
        >>> absent.places_free(as_of=date(2026, 11, 23))
        0
        """
        if self.is_absent(as_of=as_of):
            return 0
        limit = self.limit_on(as_of)
        if limit is None or self.caseload is None:
            return None
        return limit - self.caseload
