"""Those who can be engaged: professionals and their organizations."""

from collections.abc import Iterable
from datetime import date
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.checks import (
    each_of,
    placed,
    plain_text,
    require_kind,
    tuple_of_texts,
    whole_number,
)
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
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.timing import Period, require_day
from carecore.credentials import HeldCredential, Licence
from carecore.roles import EmployerKind

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
        settings: ids of the care settings served; `None`: unknown.
        jurisdictions: where the person works; `None`: unknown.
        employer: who employs the person; `None`: unknown.
        organization_id: the organization, if there is one.
        weekly_hours: hours available in a week; `None`: unknown; 0: not available.
        caseload_limit: how many caseload points the person takes on; `None`: unknown.
        caseload: caseload points held now; `None`: unknown.
        leave: when the person is away.
        name: personal.

    Raises:
        WrongType: if a list is one bare text, or a value has a type not taken here.
        InvalidValue: if an id or a number has no meaning.

    .. versionadded:: 0.1
    """

    id: ProfessionalId = field(converter=professional_id)
    roles: tuple[RoleId, ...] = field(default=(), converter=role_ids)
    licences: tuple[Licence, ...] | None = field(default=None, converter=_optional_licences)
    credentials: tuple[HeldCredential, ...] | None = field(
        default=None, converter=_optional_credentials
    )
    languages: tuple[str, ...] | None = field(default=None, converter=_optional_texts)
    settings: tuple[CareSettingId, ...] | None = field(
        default=None, converter=optional_care_setting_ids
    )
    jurisdictions: tuple[Jurisdiction, ...] | None = field(
        default=None, converter=optional_jurisdictions
    )
    employer: EmployerKind | None = field(default=None, validator=_is_employer)
    organization_id: OrganizationId | None = field(default=None, converter=optional_organization_id)
    weekly_hours: int | None = field(default=None, validator=whole_number)
    caseload_limit: int | None = field(default=None, validator=whole_number)
    caseload: int | None = field(default=None, validator=whole_number)
    leave: tuple[Leave, ...] = field(default=(), converter=_leaves)
    name: str = field(default="", metadata=PERSONAL, validator=plain_text)

    def is_away(self, *, as_of: date) -> bool:
        """Whether a leave covers that day."""
        day = require_day(as_of)
        return any(leave.period.contains(day) for leave in self.leave)

    def is_absent(self, *, as_of: date) -> bool:
        """Whether the person is away on that day, or has no hours at all."""
        return self.is_away(as_of=as_of) or self.weekly_hours == 0

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
        if self.caseload_limit is None or self.caseload is None:
            return None
        return self.caseload_limit - self.caseload
