"""Clients and professionals that often come close to each other, for the laws of ranking."""

from datetime import date, time

import attrs
from hypothesis import strategies as st

from carecore.base.amounts import Money
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.timing import Period
from carecore.base.zones import optional_zone
from carecore.catalogue import STANDARD
from carecore.people import (
    CaseloadWeight,
    Client,
    ClientPreferences,
    Gender,
    LanguageLevel,
    LanguageSkill,
    LimitChange,
    Professional,
    WeeklyHours,
)
from carecore.roles import optional_payer_kinds
from carecore.testing import strategies

__all__ = ["LIMIT_CHANGES", "PAIRS", "POOLS", "WHOM", "somebody"]

NEEDS = st.sampled_from([str(need.id) for need in STANDARD.needs])
PLACES = st.sampled_from(["PT", "US", "US-MA", "US-CO", "US-FL"])
LANGUAGES = st.sampled_from(["en", "pt", "pt-BR", "es"])
SETTINGS = st.sampled_from(["acute_ward", "home_independent", "transport_air"])
ROLES = st.sampled_from(["care_manager", "case_manager", "medical_escort_nurse"])
COUNTS = st.none() | st.integers(0, 4)
CREDENTIALS = st.sampled_from(["rn", "lpn", "lcsw", "physician"])


def _several(drawn: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...] | None]:
    return st.none() | st.lists(drawn, max_size=3, unique=True).map(tuple)


AREAS = st.sampled_from(["north", "south"])
CONDITIONS = st.sampled_from(["stroke", "dementia", "diabetes"])
CULTURES = st.sampled_from(["sorbian", "polish"])
LEVELS = st.none() | st.sampled_from(LanguageLevel)
GENDERS = st.none() | st.sampled_from(Gender)
PAYERS = st.none() | st.lists(
    st.sampled_from(["private_pay", "medicaid", "medicare"]), max_size=2, unique=True
).map(tuple)
# One amount can be written in two ways.
RATES = st.none() | st.builds(
    Money, st.sampled_from(["0", "40", "40.00", "60", "60.5"]), st.sampled_from(["USD", "EUR"])
)
ZONES = st.none() | st.sampled_from(["America/Denver", "America/New_York", "Europe/Lisbon"])
HOURS = st.none() | st.lists(
    st.builds(
        WeeklyHours,
        weekday=st.sampled_from([1, 7]),
        start=st.sampled_from([time(0), time(8), time(9, 30)]),
        end=st.sampled_from([time(12), time(20), time(0)]),
    ),
    max_size=2,
    unique=True,
).map(tuple)
NAMES = ["p-0", "p-1", "p-2"]


@st.composite
def _preferences(draw: st.DrawFn) -> ClientPreferences | None:
    """What a client asks, if anybody knows it."""
    if draw(st.booleans()):
        return None
    named = draw(st.permutations(NAMES))
    wishes, declined = draw(st.integers(0, 2)), draw(st.integers(0, 1))
    return ClientPreferences(
        gender=draw(GENDERS),
        cultures=draw(st.lists(CULTURES, max_size=2, unique=True)),
        hours=draw(HOURS),
        wishes=named[:wishes],
        vetoes=named[wishes : wishes + declined],
        rate_limit=draw(RATES),
        language_level=draw(LEVELS),
    )


WEIGHTS = st.lists(
    st.builds(
        CaseloadWeight,
        since=st.sampled_from([date(2026, 11, 1), date(2026, 12, 1)]),
        points=st.integers(0, 4),
    ),
    max_size=2,
    unique_by=lambda one: one.since,
).map(tuple)
LIMIT_CHANGES = st.sampled_from(
    [
        (),
        (LimitChange(period=Period(date(2026, 11, 1), date(2026, 12, 7)), to_per_cent=0),),
        (
            LimitChange(period=Period(None, date(2026, 11, 24)), to_points=2),
            LimitChange(period=Period(date(2026, 12, 1)), to_per_cent=60),
        ),
    ]
)

WHOM: st.SearchStrategy[Client] = strategies.clients(
    needs=st.none() | st.lists(NEEDS, max_size=3, unique=True),
    setting=st.none() | SETTINGS,
    jurisdiction=st.none() | PLACES.map(Jurisdiction),
    languages=st.none() | st.lists(LANGUAGES, max_size=2, unique=True).map(tuple),
    caseload_points=COUNTS,
    weights=WEIGHTS,
    preferences=_preferences(),
    zone=ZONES.map(optional_zone),
    payers=PAYERS.map(optional_payer_kinds),
    area=st.none() | AREAS,
    acuity=COUNTS,
    conditions=_several(CONDITIONS),
)


def somebody(name: str) -> st.SearchStrategy[Professional]:
    """Somebody with that id, not far from fitting."""
    return st.builds(_speaking, _somebody(name), st.lists(LEVELS, max_size=3))


def _speaking(person: Professional, levels: list[LanguageLevel | None]) -> Professional:
    """*person*, of whose languages some levels are told."""
    skills = [
        LanguageSkill(language=language, level=level)
        for language, level in zip(person.languages or (), levels, strict=False)
    ]
    return attrs.evolve(person, language_skills=skills)


def _somebody(name: str) -> st.SearchStrategy[Professional]:
    return strategies.professionals(
        id=st.just(name),
        roles=st.lists(ROLES, min_size=1, max_size=2, unique=True).map(tuple),
        licences=st.none()
        | st.lists(
            strategies.licences(credential=CREDENTIALS, jurisdiction=PLACES.map(Jurisdiction)),
            max_size=2,
        ).map(tuple),
        languages=_several(LANGUAGES),
        settings=_several(SETTINGS),
        jurisdictions=st.none()
        | st.lists(PLACES.map(Jurisdiction), max_size=2, unique=True).map(tuple),
        weekly_hours=st.none() | st.sampled_from([0, 20, 40]),
        hours=HOURS,
        zone=ZONES.map(optional_zone),
        areas=_several(AREAS),
        base_area=st.none() | AREAS,
        highest_acuity=COUNTS,
        experience=_several(CONDITIONS),
        payers=PAYERS.map(optional_payer_kinds),
        rate=RATES,
        caseload_limit=COUNTS,
        part_time=st.none() | st.sampled_from([1, 50]),
        limit_changes=LIMIT_CHANGES,
        caseload=COUNTS,
        gender=GENDERS,
        cultures=_several(CULTURES),
        language_skills=st.just(()),
    )


PAIRS = st.tuples(WHOM, somebody("p-1"))
POOLS = st.integers(0, 5).flatmap(
    lambda many: st.tuples(*(somebody(f"p-{number}") for number in range(many)))
)
