"""Values for round trips: small, and of every kind that a document can hold."""

from datetime import UTC, timedelta, timezone
from zoneinfo import ZoneInfo

from attrs import AttrsInstance
from hypothesis import strategies as st

from carecore.base.amounts import Money
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.reasons import Citation, Fact, OwnChoice, Reason, Source
from carecore.base.timing import Offset, PartialDate, Period
from carecore.credentials import HeldCredential, Licence
from carecore.needs import Need
from carecore.people import (
    Authority,
    Client,
    Leave,
    Membership,
    Organization,
    Professional,
    Representative,
    Team,
)
from carecore.roles import EmployerKind, Engagement, Exclusion, PayerKind, Role

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
FILLED = WORDS.filter(str.strip)
TERMS = st.from_regex(r"[a-z][a-z0-9]{0,6}(_[a-z0-9]{1,4}){0,2}", fullmatch=True)
TERM_TUPLES = st.lists(TERMS, max_size=3, unique=True).map(tuple)
IDS = st.from_regex(r"[A-Za-z]-[0-9]{1,4}", fullmatch=True)
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC"]).map(
    ZoneInfo
)
JURISDICTIONS = st.sampled_from(["US", "US-MA", "DE", "GB-ENG"]).map(Jurisdiction)
DAYS = st.dates()
FIXED_ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(timezones=st.one_of(ZONES, FIXED_ZONES, st.just(UTC)))
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
COUNTS = st.integers(0, 10**12)


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


PERIODS = st.tuples(st.none() | DAYS, st.none() | DAYS).map(
    lambda pair: Period(*(sorted(pair) if None not in pair else pair))  # type: ignore[type-var] # sorted only where both are days
)
PARTIAL_DATES = st.tuples(DAYS, st.sampled_from([4, 7, 10])).map(
    lambda pair: PartialDate.parse(pair[0].isoformat()[: pair[1]])
)
PARTS = st.integers(0, 999)
OFFSETS = st.one_of(
    st.builds(Offset, years=PARTS, months=PARTS, weeks=PARTS, days=PARTS, hours=PARTS),
    st.builds(Offset, business_days=st.integers(-999, 999)),
)
MONEY = st.builds(Money, st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["EUR", "USD"]))
CITATIONS = st.builds(
    Citation,
    authority=FILLED,
    section=FILLED,
    edition=WORDS,
    as_of=maybe(DAYS),
    verified=st.booleans(),
)
SOURCES: st.SearchStrategy[tuple[Source, ...]] = st.lists(
    st.one_of(CITATIONS, st.builds(OwnChoice, FILLED)), max_size=2
).map(tuple)
FACTS = st.builds(
    Fact,
    name=FILLED,
    seen=st.one_of(
        st.none(), WORDS, COUNTS, st.booleans(), DAYS, st.lists(WORDS, max_size=2).map(tuple)
    ),
)
REASONS = st.builds(
    Reason, id=FILLED, text=FILLED, facts=st.lists(FACTS, max_size=2), sources=SOURCES
)
LICENCES = st.builds(
    Licence,
    credential=TERMS,
    jurisdiction=JURISDICTIONS,
    period=maybe(PERIODS),
    multistate=maybe(st.booleans()),
    number=WORDS,
)
HELD = st.builds(HeldCredential, credential=TERMS, period=maybe(PERIODS))
REPRESENTATIVES = st.builds(
    Representative,
    id=IDS,
    authority=st.sampled_from(Authority),
    period=maybe(PERIODS),
    jurisdiction=maybe(JURISDICTIONS),
    name=WORDS,
)
CLIENTS = st.builds(
    Client,
    id=IDS,
    setting=maybe(TERMS),
    needs=maybe(TERM_TUPLES),
    jurisdiction=maybe(JURISDICTIONS),
    zone=maybe(ZONES),
    payers=maybe(st.lists(st.sampled_from(PayerKind), max_size=3)),
    languages=maybe(st.lists(WORDS, max_size=2)),
    has_decision_capacity=maybe(st.booleans()),
    representatives=st.lists(REPRESENTATIVES, max_size=2),
    caseload_points=maybe(COUNTS),
    name=WORDS,
    birth_date=maybe(PARTIAL_DATES),
    note=WORDS,
)
ORGANIZATIONS = st.builds(
    Organization,
    id=IDS,
    kind=maybe(st.sampled_from(EmployerKind)),
    name=WORDS,
    jurisdiction=maybe(JURISDICTIONS),
)
PROFESSIONALS = st.builds(
    Professional,
    id=IDS,
    roles=TERM_TUPLES,
    licences=maybe(st.lists(LICENCES, max_size=2)),
    credentials=maybe(st.lists(HELD, max_size=2)),
    languages=maybe(st.lists(WORDS, max_size=2)),
    settings=maybe(TERM_TUPLES),
    jurisdictions=maybe(st.lists(JURISDICTIONS, max_size=2, unique=True)),
    employer=maybe(st.sampled_from(EmployerKind)),
    organization_id=maybe(IDS),
    weekly_hours=maybe(COUNTS),
    caseload_limit=maybe(COUNTS),
    caseload=maybe(COUNTS),
    leave=st.lists(st.builds(Leave, PERIODS), max_size=2),
    name=WORDS,
)
TEAMS = st.builds(
    Team,
    id=IDS,
    client_id=maybe(IDS),
    memberships=st.lists(
        st.builds(Membership, person_id=IDS, role=TERMS, period=PERIODS), max_size=2
    ),
    professionals=st.lists(PROFESSIONALS, max_size=2, unique_by=lambda person: person.id),
)
NEEDS = st.builds(
    Need,
    id=TERMS,
    words=FILLED,
    duties=TERM_TUPLES.filter(bool),
    credentials=TERM_TUPLES,
    phrases=st.lists(WORDS, max_size=2),
    contradicts=TERM_TUPLES,
    sources=SOURCES,
)
EXCLUSIONS = st.builds(Exclusion, duty=TERMS, because=FILLED, sources=SOURCES)
ROLES = st.builds(
    Role,
    id=TERMS,
    name=FILLED,
    definition=FILLED,
    is_core=st.booleans(),
    is_service=st.booleans(),
    typical=TERM_TUPLES,
    exclusions=st.lists(EXCLUSIONS, max_size=2),
    engagements=st.lists(
        st.builds(
            Engagement,
            employer=st.sampled_from(EmployerKind),
            payers=st.lists(st.sampled_from(PayerKind), max_size=2),
            settings=maybe(TERM_TUPLES),
            brings=st.booleans(),
            exclusions=st.lists(EXCLUSIONS, max_size=1),
        ),
        max_size=2,
    ),
    sources=SOURCES,
)
VALUES: dict[str, st.SearchStrategy[AttrsInstance]] = {
    "Client": CLIENTS,
    "Professional": PROFESSIONALS,
    "Team": TEAMS,
    "Organization": ORGANIZATIONS,
    "Licence": LICENCES,
    "Money": MONEY,
    "Period": PERIODS,
    "PartialDate": PARTIAL_DATES,
    "Offset": OFFSETS,
    "Role": ROLES,
    "Need": NEEDS,
    "Reason": REASONS,
}

KEYS = (
    *("$type", "$schema", "$value", "id", "name", "needs", "zone", "birth_date", "key", "later"),
    *("representatives", "authority", "period", "start", "memberships", "professionals", "pair"),
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["c-1", "acute_ward", "US-MA", "2026-03-01", "Europe/Berlin", "agent"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS) | st.text(max_size=4),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
