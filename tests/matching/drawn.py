"""Clients, professionals, teams, pools and small catalogues for the laws of matching."""

from datetime import date, timedelta

from hypothesis import strategies as st

from carecore.base.timing import Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.credentials import Licence
from carecore.duties import Duty
from carecore.matching import Situation
from carecore.needs import Need
from carecore.people import Client, Leave, Membership, Professional, Team
from carecore.roles import EmployerKind, Engagement, Exclusion, PayerKind, Role

__all__ = [
    "CLIENTS",
    "DAY",
    "SITUATIONS",
    "fitting",
    "pools",
    "professionals",
    "situations",
    "small_catalogues",
    "teams",
]

DAY = date(2026, 11, 23)

PLACES = st.none() | st.sampled_from(["US-MA", "US-NY", "US-FL", "US", "PT"])
SETTINGS = st.none() | st.sampled_from([setting.id for setting in STANDARD.care_settings])
ROLES = st.sampled_from([role.id for role in STANDARD.roles])
LIKELY_ROLES = st.sampled_from(["case_manager", "care_manager", "medical_escort_nurse"]) | ROLES
CREDENTIALS = st.sampled_from([one.id for one in STANDARD.credentials])
DAYS = st.integers(-5, 5).map(lambda days: DAY + timedelta(days=days))
PERIODS = st.tuples(st.none() | DAYS, st.none() | st.integers(0, 9)).map(
    lambda pair: Period(
        pair[0],
        None if pair[1] is None else (pair[0] or DAY) + timedelta(days=pair[1]),
    )
)
LICENCES = st.builds(
    Licence,
    credential=CREDENTIALS,
    jurisdiction=PLACES.map(lambda place: place or "US"),
    period=st.none() | PERIODS,
    multistate=st.none() | st.booleans(),
)
COUNTS = st.none() | st.integers(0, 3)

CLIENTS = st.builds(
    Client,
    id=st.just("c-1"),
    setting=SETTINGS,
    needs=st.none()
    | st.lists(st.sampled_from([need.id for need in STANDARD.needs]), max_size=5, unique=True),
    jurisdiction=PLACES,
    payers=st.none() | st.lists(st.sampled_from(PayerKind), max_size=3, unique=True),
    has_decision_capacity=st.none() | st.booleans(),
    caseload_points=COUNTS,
)


def professionals(name: str) -> st.SearchStrategy[Professional]:
    """Somebody with that id."""
    return st.builds(
        Professional,
        id=st.just(name),
        roles=st.lists(LIKELY_ROLES, max_size=2, unique=True),
        licences=st.none() | st.lists(LICENCES, max_size=3),
        jurisdictions=st.none()
        | st.lists(st.just("US-MA") | st.just("US"), max_size=2, unique=True),
        settings=st.none()
        | st.lists(st.sampled_from(["acute_ward", "home_informal", "snf"]), unique=True),
        leave=st.lists(PERIODS.map(Leave), max_size=1),
        weekly_hours=st.none() | st.sampled_from([0, 30]),
        caseload_limit=COUNTS,
        caseload=COUNTS,
    )


pools = st.none() | st.integers(0, 4).flatmap(
    lambda many: st.tuples(*(professionals(f"p-{number}") for number in range(many)))
)


@st.composite
def teams(draw: st.DrawFn) -> Team | None:
    """A team of up to three people, some of whom left, some unknown but for their id."""
    if draw(st.booleans()):
        return None
    names = ["t-1", "t-2", "t-3"]
    return Team(
        id="team",
        client_id=draw(st.none() | st.just("c-1")),
        memberships=draw(
            st.lists(
                st.builds(
                    Membership,
                    person_id=st.sampled_from(names),
                    role=LIKELY_ROLES,
                    period=PERIODS | st.just(Period(None)),
                ),
                max_size=3,
            )
        ),
        professionals=[draw(professionals(name)) for name in names if draw(st.booleans())],
    )


def situations(
    team: st.SearchStrategy[Team | None], pool: st.SearchStrategy[tuple[Professional, ...] | None]
) -> st.SearchStrategy[Situation]:
    """A client of the standard catalogue, with team and pool."""
    return st.builds(Situation, CLIENTS, team, pool)


SITUATIONS = situations(teams(), pools)


def fitting(client: Client, role: str) -> Professional:
    """Somebody of *role* who could do all that the role may for *client*."""
    place = client.jurisdiction
    return Professional(
        id="p-new",
        roles=[role],
        licences=(
            None
            if place is None
            else [
                Licence(credential=one.id, jurisdiction=place, period=Period(None))
                for one in STANDARD.credentials
            ]
        ),
        jurisdictions=None if place is None else [place],
        settings=None if client.setting is None else [client.setting],
        caseload_limit=1000,
        caseload=0,
    )


@st.composite
def small_catalogues(draw: st.DrawFn) -> tuple[Catalogue, Situation]:
    """A catalogue of a few roles and duties, and a client who needs all of it."""
    duties = [f"d{number}" for number in range(draw(st.integers(1, 5)))]
    some = st.lists(st.sampled_from(duties), unique=True)
    roles: list[Role] = []
    for number in range(draw(st.integers(0, 4))):
        typical = draw(some)
        ways = draw(
            st.lists(
                st.builds(
                    Engagement,
                    employer=st.just(EmployerKind.CLIENT),
                    payers=st.sampled_from([(PayerKind.INCLUDED,), (PayerKind.MEDICAID,)]),
                    brings=st.booleans(),
                    exclusions=some.map(
                        lambda barred: [Exclusion(duty=one, because="no") for one in barred[:1]]
                    ),
                ),
                max_size=2,
            )
        )
        roles.append(
            Role(
                id=f"r{number}",
                name=f"role {number}",
                definition="helps",
                is_core=draw(st.booleans()),
                typical=typical,
                possible=[one for one in draw(some) if one not in typical],
                engagements=ways,
            )
        )
    there = (
        draw(st.lists(st.sampled_from([role.id for role in roles]), unique=True)) if roles else []
    )
    catalogue = Catalogue(
        duties=tuple(Duty(id=one, name=one, description="help") for one in duties),
        roles=tuple(roles),
        needs=tuple(Need(id=f"n_{one}", words=f"help with {one}", duties=[one]) for one in duties),
    )
    client = Client(id="c-1", needs=[f"n_{one}" for one in duties])
    team = Team(
        id="team",
        memberships=[Membership(person_id=f"p-{role}", role=role) for role in there],
    )
    return catalogue, Situation(client, team)
