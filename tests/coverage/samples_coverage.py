"""One full value of every class of the room; the people are made up."""

from datetime import date

import attrs

from carecore.base.reasons import Fact, OwnChoice, Reason
from carecore.base.timing import Period
from carecore.coverage import (
    Authorization,
    AuthorizationStatus,
    Coverage,
    Pace,
    UnitsLeft,
    UnitsUsed,
)
from carecore.roles import PayerKind

COVERAGE = Coverage(
    id="cov-1",
    client_id="c-17",
    payer=PayerKind.MEDICARE_ADVANTAGE,
    organization_id="o-3",
    period=Period(date(2026, 1, 1), date(2027, 1, 1)),
    order=1,
    member_number="M 40 17",
)
AUTHORIZATION = Authorization(
    id="a-1",
    coverage_id="cov-1",
    service="give_skilled_nursing",
    units=20,
    unit="visit",
    period=Period(date(2026, 11, 1), date(2027, 1, 1)),
    status=AuthorizationStatus.APPROVED,
)
USED = UnitsUsed(units=2, happened=date(2026, 11, 20), entry="e-3")
PACE = Pace(3, 7)
LEFT = UnitsLeft(
    authorization="a-1",
    as_of=date(2026, 11, 21),
    unit="visit",
    authorised=20,
    used=8,
    left=12,
    exhausted_on=date(2026, 12, 23),
    reasons=(
        Reason(
            id="used",
            text="8 are used",
            facts=(Fact(name="used", seen=8),),
            sources=(OwnChoice("days are counted"),),
        ),
    ),
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(value): value for value in (COVERAGE, AUTHORIZATION, USED, PACE, LEFT)
}
"""The same by class."""
