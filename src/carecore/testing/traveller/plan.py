"""The care plan of the older traveller, all of it."""

from datetime import date, datetime
from typing import Final

from carecore.base.calendars import BusinessCalendar
from carecore.base.timing import Offset, Period
from carecore.coverage import Authorization, AuthorizationStatus, Coverage
from carecore.plans import (
    CarePlan,
    Contact,
    PlanStatus,
)
from carecore.rights import Acknowledgement, Consent, ConsentScope, Decision
from carecore.roles import PayerKind
from carecore.testing.traveller.aims import concerns, goals, stages
from carecore.testing.traveller.facts import medication_lists, medication_orders, record
from carecore.testing.traveller.moves import journey, timeline, transitions
from carecore.testing.traveller.people import client, team
from carecore.testing.traveller.when import PORTO
from carecore.testing.traveller.work import activities, visits

__all__ = ["TRAVELLER_NOW", "traveller_calendar", "traveller_plan"]

_WHOLE: Final = Period(date(2026, 11, 16), date(2027, 4, 1))
TRAVELLER_NOW: Final = datetime(2026, 11, 24, 10, tzinfo=PORTO)
"""The moment at which the plan is looked at, in Porto.

.. versionadded:: 0.1
"""


def traveller_calendar() -> BusinessCalendar:
    """The business days around the journey: American holidays, in the zone of Boston.

    .. versionadded:: 0.1
    """
    holidays = (date(2026, 11, 26), date(2026, 12, 25), date(2027, 1, 1), date(2027, 1, 18))
    return BusinessCalendar(holidays=holidays, zone="America/New_York")


def consents() -> tuple[Consent, ...]:
    asked = (
        ("cs-plan", ConsentScope.PLAN),
        ("cs-treatment", ConsentScope.TREATMENT),
        ("cs-sharing", ConsentScope.SHARING),
        ("cs-travel", ConsentScope.TRAVEL),
    )
    return tuple(
        Consent(
            id=key,
            client_id="c-17",
            scope=scope,
            is_given=True,
            by="c-17",
            at=date(2026, 11, 20),
            period=Period(date(2026, 11, 20), date(2027, 4, 1)),
            recipients=("o-rehab",) if scope is ConsentScope.SHARING else (),
        )
        for key, scope in asked
    )


def traveller_plan() -> CarePlan:
    """The older traveller's whole plan, as it stands on 24 November 2026.

    >>> plan = traveller_plan()
    >>> plan
    <CarePlan plan-17 of c-17>
    >>> len(plan.goals), len(plan.stages), len(plan.transitions)
    (9, 3, 2)

    .. versionadded:: 0.1
    """
    return CarePlan(
        id="plan-17",
        client=client(),
        team=team(),
        record=record(),
        status=PlanStatus.ACTIVE,
        period=_WHOLE,
        created=date(2026, 11, 20),
        monitor="p-ines",
        review_every=Offset(days=14),
        reviewed=date(2026, 11, 23),
        concerns=concerns(),
        stages=stages(),
        goals=goals(),
        activities=activities(),
        visits=visits(),
        timeline=timeline(),
        transitions=transitions(),
        journeys=(journey(),),
        medication_lists=medication_lists(),
        medication_orders=medication_orders(),
        consents=consents(),
        acknowledgements=(
            Acknowledgement(
                right="fly_without_companion", at=date(2026, 11, 22), by="c-17", in_language="en"
            ),
            Acknowledgement(
                right="see_own_record", at=date(2026, 11, 22), by="c-17", in_language="en"
            ),
        ),
        coverages=(
            Coverage(
                id="cov-plan",
                client_id="c-17",
                payer=PayerKind.HEALTH_PLAN,
                organization_id="o-plan",
                period=Period(date(2026, 1, 1), date(2028, 1, 1)),
                order=1,
            ),
        ),
        authorizations=(
            Authorization(
                id="au-nurse",
                coverage_id="cov-plan",
                service="assess_clinically",
                units=16,
                unit="visit",
                period=Period(date(2026, 12, 16), date(2027, 2, 16)),
                status=AuthorizationStatus.APPROVED,
            ),
        ),
        decisions=(
            Decision(
                id="d-next",
                what="next_setting",
                options=("irf", "snf", "home_health"),
                chosen="irf",
                by="c-17",
                at=date(2026, 11, 20),
            ),
        ),
        contacts=(
            Contact(person="p-ines", purpose="problems_day_and_night", number="+351 555 0117"),
            Contact(organization="o-rehab", purpose="questions_before_the_flight"),
        ),
        risks=("fall", "blood_clot", "confusion_after_the_flight"),
        strengths=("walked_daily", "speaks_up", "loves_her_garden"),
        note="Edda would like the window seat; the doctor prefers the aisle.",
    )
