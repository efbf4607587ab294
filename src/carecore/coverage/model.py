"""Payers, what they authorised, and each use of it."""

from datetime import date
from enum import Enum
from typing import final

from attrs import field, frozen

from carecore.base.checks import plain_text, whole_number
from carecore.base.fields import checked
from carecore.base.identity import (
    ClientId,
    OrganizationId,
    client_id,
    optional_organization_id,
)
from carecore.base.moments import When, optional_when
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.reasons import Verdict, all_of
from carecore.base.record_ids import (
    AuthorizationId,
    CoverageId,
    EntryId,
    authorization_id,
    coverage_id,
    optional_coverage_id,
    optional_entry_id,
    term,
)
from carecore.base.timing import Period, require_day
from carecore.base.verdicts import runs_on, verdict_of
from carecore.roles import PayerKind

__all__ = ["Authorization", "AuthorizationStatus", "Coverage", "UnitsUsed"]


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Coverage(PrivateRepr):
    """What one payer covers for one client, and when.

    >>> plan = Coverage(id="cov-1", client_id="c-17", payer=PayerKind.MEDICARE)
    >>> plan.holds(date(2026, 11, 23))
    <Verdict.UNKNOWN: 'unknown'>

    Attributes:
        id: the id other values refer to.
        client_id: id of the client.
        payer: what sort of payer it is; `None`: unknown.
        organization_id: id of the payer; `None`: unknown.
        period: when it holds; `None`: unknown.
        order: which payer is asked first, from 1; `None`: unknown.
        member_number: personal.

    .. versionadded:: 0.1
    """

    id: CoverageId = field(converter=coverage_id)
    client_id: ClientId = field(converter=client_id)
    payer: PayerKind | None = None
    organization_id: OrganizationId | None = field(default=None, converter=optional_organization_id)
    period: Period | None = None
    order: int | None = field(default=None, validator=whole_number)
    member_number: str = field(default="", metadata=PERSONAL, validator=plain_text)

    def holds(self, as_of: date) -> Verdict:
        """Whether it holds on that day; *unknown* if its period is.

        Raises:
            WrongType: if *as_of* is no plain date.
        """
        return runs_on(self.period, require_day(as_of))


class AuthorizationStatus(Enum):
    """What a payer answered.

    .. versionadded:: 0.1
    """

    REQUESTED = "requested"
    APPROVED = "approved"
    DENIED = "denied"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Authorization:
    """How much of a service a payer agreed to pay, and when it may be used.

    >>> visits = Authorization(
    ...     id="a-1",
    ...     coverage_id="cov-1",
    ...     service="assess_clinically",
    ...     units=12,
    ...     unit="visit",
    ...     period=Period(date(2026, 11, 1), date(2027, 1, 1)),
    ...     status=AuthorizationStatus.APPROVED,
    ... )
    >>> visits.holds(date(2026, 12, 31)), visits.holds(date(2027, 1, 1))
    (<Verdict.MET: 'met'>, <Verdict.NOT_MET: 'not_met'>)

    Attributes:
        id: the id other values refer to.
        coverage_id: id of the coverage; `None`: unknown.
        service: what is paid for: the id of a duty, or another term.
        units: how many; 0 is none; `None`: unknown.
        unit: what is counted: `visit`, `hour`; a term.
        period: when they may be used; `None`: unknown.
        status: what the payer answered; `None`: unknown.

    .. versionadded:: 0.1
    """

    id: AuthorizationId = field(converter=authorization_id)
    coverage_id: CoverageId | None = field(default=None, converter=optional_coverage_id)
    service: str = field(converter=term)
    units: int | None = field(default=None, validator=whole_number)
    unit: str = field(converter=term)
    period: Period | None = None
    status: AuthorizationStatus | None = None

    def holds(self, as_of: date) -> Verdict:
        """Whether units may be used on that day: approved, and within the period.

        What was asked for and not yet answered does not hold.
        *Unknown* if the status or the period is, and the other does not say no.

        Raises:
            WrongType: if *as_of* is no plain date.
        """
        day, status = require_day(as_of), self.status
        approved = None if status is None else status is AuthorizationStatus.APPROVED
        return all_of((verdict_of(approved), runs_on(self.period, day)))


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class UnitsUsed:
    """One use of what was authorised.

    >>> UnitsUsed(units=2, happened=date(2026, 11, 20)).units
    2

    Attributes:
        units: how many; `None`: unknown.
        happened: when; `None`: unknown.
        entry: id of the entry of the record that shows it, if there is one.

    .. versionadded:: 0.1
    """

    units: int | None = field(default=None, validator=whole_number)
    happened: When | None = field(default=None, converter=optional_when)
    entry: EntryId | None = field(default=None, converter=optional_entry_id)
