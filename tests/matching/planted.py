"""Somebody who fits by every kind of criterion, and any number of failures planted in the pair."""

from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time
from typing import Any, Final, NamedTuple

import attrs

from carecore.base.amounts import Money
from carecore.base.timing import Period
from carecore.credentials import HeldCredential, Licence
from carecore.matching import STANDARD_POLICY, CriterionKind, StandardCriterion
from carecore.people import (
    Client,
    ClientPreferences,
    Gender,
    LanguageLevel,
    LanguageSkill,
    Leave,
    Professional,
    Representative,
    Team,
    WeeklyHours,
)
from carecore.roles import EmployerKind
from carecore.travel import Journey, Leg

from .ranked import DAY, ROLE, YEAR

__all__ = ["EVERY_KIND", "HELPED", "Planted", "planted", "seen_of"]

EVERY_KIND: Final = attrs.evolve(
    STANDARD_POLICY,
    name="every kind",
    criteria=tuple(StandardCriterion(id=kind.value, kind=kind) for kind in CriterionKind),
    admits=(),
)
"""Every kind of criterion, and all of them hard."""

NEVER_HELPED: Final = frozenset(
    {
        CriterionKind.ROLE,
        CriterionKind.DUTIES,
        CriterionKind.CONFLICT_OF_INTEREST,
        CriterionKind.VETO,
        CriterionKind.GENDER,
        CriterionKind.CULTURE,
        CriterionKind.EXPERIENCE,
        CriterionKind.CONTINUITY,
        CriterionKind.WISH,
    }
)
HELPED: Final = tuple(kind for kind in CriterionKind if kind not in NEVER_HELPED)
"""The kinds of which something could be changed."""

FLIGHT: Final = date(2026, 12, 1)
WAY: Final = Journey(
    id="j-1",
    client_id="c-1",
    legs=(
        Leg(
            id="l-1",
            from_place="US-CO",
            to_place="US-NY",
            departs=datetime(2026, 12, 1, 10, tzinfo=UTC),
        ),
    ),
)
FLYING: Final = Client(
    id="c-1",
    setting="acute_ward",
    needs=("fly_home_with_nurse",),
    jurisdiction="US-CO",
    zone="America/Denver",
    payers=("private_pay",),
    languages=("pl", "en"),
    caseload_points=2,
    preferences=ClientPreferences(
        gender=Gender.FEMALE,
        cultures=("sorbian", "polish"),
        hours=(WeeklyHours(weekday=1, start=time(9), end=time(12)),),
        wishes=("p-7", "p-1"),
        vetoes=("p-8",),
        rate_limit=Money("60", "USD"),
        language_level=LanguageLevel.B2,
    ),
    area="north",
    acuity=3,
    conditions=("stroke", "diabetes"),
)
GOOD: Final = Professional(
    id="p-1",
    roles=(ROLE,),
    licences=tuple(
        Licence(credential="rn", jurisdiction=place, period=YEAR) for place in ("US-CO", "US-NY")
    ),
    credentials=(HeldCredential(credential="cmc", period=YEAR),),
    languages=("en",),
    language_skills=(LanguageSkill(language="en", level=LanguageLevel.C1),),
    settings=("acute_ward", "transport_air"),
    jurisdictions=("US-CO",),
    employer=EmployerKind.CLIENT,
    weekly_hours=30,
    # Two hours ahead of Denver.
    hours=(WeeklyHours(weekday=1, start=time(10), end=time(18)),),
    zone="America/New_York",
    areas=("north", "south"),
    highest_acuity=3,
    experience=("diabetes", "dementia", "stroke"),
    payers=("private_pay", "medicaid"),
    rate=Money("55", "USD"),
    caseload_limit=40,
    part_time=50,
    caseload=10,
    gender=Gender.FEMALE,
    cultures=("polish",),
)
KNOWN: Final = Team(id="t-1", client_id="c-1").joined("p-1", role="patient_advocate", on=DAY)
STRANGERS: Final = Team(id="t-1", client_id="c-1")

OF_PERSON: Final[dict[CriterionKind, dict[str, Any]]] = {
    CriterionKind.ROLE: {"roles": ("case_manager",)},
    CriterionKind.CERTIFICATION: {"credentials": ()},
    CriterionKind.JURISDICTION: {"jurisdictions": ("US-NY",)},
    CriterionKind.LANGUAGE: {
        "language_skills": (LanguageSkill(language="en", level=LanguageLevel.B1),)
    },
    CriterionKind.SERVICE_AREA: {"areas": ("south",)},
    CriterionKind.WANTED_HOURS: {
        # Those are the wanted hours, on the client's clock; and on this clock they are too early.
        "hours": (WeeklyHours(weekday=1, start=time(9), end=time(12)),)
    },
    CriterionKind.ACUITY: {"highest_acuity": 2},
    CriterionKind.GENDER: {"gender": Gender.OTHER},
    CriterionKind.CULTURE: {"cultures": ("catalan",)},
    CriterionKind.EXPERIENCE: {"experience": ("stroke",)},
    CriterionKind.PAYER: {"payers": ("medicaid",)},
    CriterionKind.RATE: {"rate": Money("60.50", "USD")},
    CriterionKind.AVAILABILITY: {"weekly_hours": 0},
    CriterionKind.LEAVE: {"leave": (Leave(Period(DAY, date(2026, 12, 7))),)},
    CriterionKind.CASELOAD: {"caseload": 19},
    # They begin to hold before the flight, and after the day that is asked about.
    CriterionKind.LICENCE: {
        "licences": tuple(
            attrs.evolve(one, period=Period(date(2026, 11, 30))) for one in GOOD.licences or ()
        )
    },
}
OF_CLIENT: Final[dict[CriterionKind, dict[str, Any]]] = {
    CriterionKind.DUTIES: {"needs": ("legal_advice",)},
    CriterionKind.CONFLICT_OF_INTEREST: {"representatives": (Representative(id="p-1"),)},
}


class Planted(NamedTuple):
    """A client and a professional with failures in between."""

    client: Client
    professional: Professional
    team: Team

    @property
    def context(self) -> dict[str, Any]:
        """What is asked besides the two."""
        return {
            "role": ROLE,
            "as_of": DAY,
            "policy": EVERY_KIND,
            "team": self.team,
            "journey": WAY,
        }


def planted(kinds: AbstractSet[CriterionKind]) -> Planted:
    """The pair that fits, but for a failure of each of these kinds."""
    client, person = FLYING, GOOD
    for kind in kinds:
        client = attrs.evolve(client, **OF_CLIENT.get(kind, {}))
        person = attrs.evolve(person, **OF_PERSON.get(kind, {}))
    served = {CriterionKind.CARE_SETTING: "acute_ward", CriterionKind.TRAVEL: "transport_air"}
    settings = tuple(setting for kind, setting in served.items() if kind not in kinds)
    client = attrs.evolve(client, preferences=_preferences(kinds))
    team = STRANGERS if CriterionKind.CONTINUITY in kinds else KNOWN
    return Planted(client, attrs.evolve(person, settings=settings), team)


def _preferences(kinds: AbstractSet[CriterionKind]) -> ClientPreferences:
    """What the client asks; nobody can be wished for and declined."""
    assert FLYING.preferences is not None
    wishes: tuple[str, ...] = FLYING.preferences.wishes
    vetoes: tuple[str, ...] = FLYING.preferences.vetoes
    if CriterionKind.VETO in kinds:
        wishes, vetoes = (), ("p-8", "p-1")
    if CriterionKind.WISH in kinds:
        wishes = ("p-7",)
    return attrs.evolve(FLYING.preferences, wishes=wishes, vetoes=vetoes)


def seen_of(kinds: AbstractSet[CriterionKind]) -> list[str]:
    """Ids of what fails where these failures are planted, in the order of the policy."""
    failing = set(kinds)
    # Who is away or has no hours has no room either, whatever the caseload.
    if failing & {CriterionKind.LEAVE, CriterionKind.AVAILABILITY}:
        failing.add(CriterionKind.CASELOAD)
    # Who has no hours has none that are wanted.
    if CriterionKind.AVAILABILITY in failing:
        failing.add(CriterionKind.WANTED_HOURS)
    # Where the role may hold nothing of what is needed, no licence and no journey is asked for.
    if CriterionKind.DUTIES in failing:
        failing -= {CriterionKind.LICENCE, CriterionKind.TRAVEL}
    return [kind.value for kind in CriterionKind if kind in failing]
