"""The traveller, and those around her."""

from datetime import date, datetime
from typing import Final

import attrs

from carecore.base.timing import Period
from carecore.credentials import Licence
from carecore.people import Client, Membership, Professional, Team
from carecore.roles import EmployerKind, PayerKind
from carecore.testing.scenarios import older_traveller
from carecore.testing.traveller.when import PORTO

__all__ = ["client", "team"]

_DECADE: Final = Period(date(2020, 1, 1), date(2030, 1, 1))

TRAVELLER_NOW: Final = datetime(2026, 11, 24, 10, tzinfo=PORTO)
"""The moment at which the plan is looked at, in Porto.

.. versionadded:: 0.1
"""


def client() -> Client:
    """The traveller; her health plan pays beside her family."""
    payers = (PayerKind.PRIVATE_PAY, PayerKind.HEALTH_PLAN)
    return attrs.evolve(older_traveller().client, caseload_points=2, payers=payers)


def _licence(credential: str, jurisdiction: str, /) -> Licence:
    return Licence(credential=credential, jurisdiction=jurisdiction, period=_DECADE)


def team() -> Team:
    """Everybody around her, and from when to when."""
    people = (
        Professional(
            id="p-ines",
            roles=("care_manager",),
            licences=(_licence("rn", "PT"), _licence("rn", "US-MA")),
            languages=("pt", "en"),
            jurisdictions=("PT", "US-MA"),
            settings=("acute_ward", "irf", "home_health", "transport_air"),
            employer=EmployerKind.CLIENT,
            weekly_hours=38,
            caseload_limit=20,
            caseload=14,
            name="Ines Amado",
        ),
        Professional(
            id="p-marta",
            roles=("case_manager",),
            licences=(_licence("rn", "PT"),),
            languages=("pt", "en"),
            jurisdictions=("PT",),
            settings=("acute_ward",),
            employer=EmployerKind.FACILITY,
            organization_id="o-ward",
            weekly_hours=40,
            caseload_limit=40,
            caseload=31,
            name="Marta Quintela",
        ),
        Professional(
            id="p-noor",
            roles=("medical_escort_nurse",),
            licences=(_licence("rn", "PT"), _licence("rn", "US-MA")),
            languages=("en", "pt"),
            jurisdictions=("PT", "US-MA"),
            settings=("transport_air",),
            employer=EmployerKind.TRANSPORT_OPERATOR,
            weekly_hours=24,
            caseload_limit=8,
            caseload=2,
            name="Noor Haddad",
        ),
        Professional(
            id="p-tess",
            roles=("case_manager",),
            licences=(_licence("rn", "US-MA"),),
            languages=("en",),
            jurisdictions=("US-MA",),
            settings=("irf",),
            employer=EmployerKind.FACILITY,
            organization_id="o-rehab",
            weekly_hours=40,
            caseload_limit=30,
            caseload=22,
            name="Tess Okafor",
        ),
        Professional(
            id="p-abel",
            licences=(_licence("physician", "PT"),),
            languages=("pt", "en"),
            jurisdictions=("PT",),
            settings=("acute_ward",),
            employer=EmployerKind.FACILITY,
            organization_id="o-ward",
            weekly_hours=40,
            name="Abel Teixeira",
        ),
        Professional(
            id="p-hana",
            roles=("home_health_nurse",),
            licences=(_licence("rn", "US-MA"),),
            languages=("en",),
            jurisdictions=("US-MA",),
            settings=("home_health",),
            employer=EmployerKind.HOME_HEALTH_AGENCY,
            weekly_hours=32,
            caseload_limit=40,
            caseload=25,
            name="Hana Sato",
        ),
    )
    stays = (
        ("p-ines", "care_manager", Period(date(2026, 11, 20), date(2027, 4, 1))),
        ("p-marta", "case_manager", Period(date(2026, 11, 16), date(2026, 12, 2))),
        ("p-noor", "medical_escort_nurse", Period(date(2026, 11, 23), date(2026, 12, 3))),
        ("p-tess", "case_manager", Period(date(2026, 11, 23), date(2026, 12, 17))),
        ("p-hana", "home_health_nurse", Period(date(2026, 12, 15), date(2027, 4, 1))),
    )
    memberships = [Membership(person_id=who, role=role, period=when) for who, role, when in stays]
    return Team(id="t-1", client_id="c-17", memberships=memberships, professionals=people)
