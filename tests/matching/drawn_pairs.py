"""Clients and professionals that often come close to each other, for the laws of ranking."""

from hypothesis import strategies as st

from carecore.base.jurisdictions import Jurisdiction
from carecore.catalogue import STANDARD
from carecore.people import Client, Professional
from carecore.testing import strategies

__all__ = ["PAIRS", "POOLS", "WHOM", "somebody"]

NEEDS = st.sampled_from([str(need.id) for need in STANDARD.needs])
PLACES = st.sampled_from(["PT", "US", "US-MA", "US-CO", "US-FL"])
LANGUAGES = st.sampled_from(["en", "pt", "pt-BR", "es"])
SETTINGS = st.sampled_from(["acute_ward", "home_independent", "transport_air"])
ROLES = st.sampled_from(["care_manager", "case_manager", "medical_escort_nurse"])
COUNTS = st.none() | st.integers(0, 4)
CREDENTIALS = st.sampled_from(["rn", "lpn", "lcsw", "physician"])

WHOM: st.SearchStrategy[Client] = strategies.clients(
    needs=st.none() | st.lists(NEEDS, max_size=3, unique=True),
    setting=st.none() | SETTINGS,
    jurisdiction=st.none() | PLACES.map(Jurisdiction),
    languages=st.none() | st.lists(LANGUAGES, max_size=2, unique=True).map(tuple),
    caseload_points=COUNTS,
)


def _several(drawn: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...] | None]:
    return st.none() | st.lists(drawn, max_size=3, unique=True).map(tuple)


def somebody(name: str) -> st.SearchStrategy[Professional]:
    """Somebody with that id, not far from fitting."""
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
        caseload_limit=COUNTS,
        caseload=COUNTS,
    )


PAIRS = st.tuples(WHOM, somebody("p-1"))
POOLS = st.integers(0, 5).flatmap(
    lambda many: st.tuples(*(somebody(f"p-{number}") for number in range(many)))
)
