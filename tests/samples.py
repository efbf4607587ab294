"""One value of every class, with as much filled in as goes; the people are made up."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import attrs

from carecore.base.amounts import Code, Money
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.reasons import Citation, Fact, OwnChoice, Reason
from carecore.base.timing import PartialDate, Period
from carecore.care_settings import CareSetting, CareSettingKind
from carecore.catalogue import Catalogue, FoundNeed, FoundRole, NeedAnswer, NeedMatch, TitleAnswer
from carecore.credentials import (
    Compact,
    CompactMember,
    Credential,
    CredentialKind,
    HeldCredential,
    Licence,
)
from carecore.duties import Duty, Frame, FramePart
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
from carecore.roles import (
    Difference,
    EmployerKind,
    Engagement,
    Exclusion,
    PayerKind,
    Role,
    RoleComparison,
    Title,
    TitleConfidence,
    TitleUse,
)
from carecore.testing import Scenario

T = TypeVar("T")

DAY = date(2026, 11, 23)
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))

CITATION = Citation(
    authority="the ministry",
    section="part 2",
    address="https://example.org/2",
    edition="2025",
    as_of=DAY,
    verified=False,
)
SOURCES = (CITATION, OwnChoice("home comes first"))
CODE = Code(system="https://example.org/codes", code="17", label="own words")

HOME = CareSetting(
    id="home", name="home", kind=CareSettingKind.HOME, rank=0, codes=(CODE,), sources=SOURCES
)
NURSE = Credential(
    id="rn",
    name="registered nurse",
    kind=CredentialKind.LICENCE,
    body="a board",
    roles=("care_manager",),
    sources=SOURCES,
)
MEMBER = CompactMember(
    jurisdiction="US-CO",
    inbound_from=date(2018, 1, 19),
    issues_from=date(2018, 7, 19),
    until=date(2040, 1, 1),
)
COMPACT = Compact(
    id="nurses", name="nurses", credentials=("rn",), members=(MEMBER,), as_of=DAY, sources=SOURCES
)
LICENCE = Licence(
    credential="rn", jurisdiction="US-CO", period=YEAR, multistate=True, number="N 40 17"
)
HELD = HeldCredential(credential="ccm", period=YEAR)

DUTY = Duty(
    id="watch_mood",
    name="watch the mood",
    description="notice low spirits early",
    licences=("rn",),
    settings=("home",),
    on_the_move=True,
    for_incapacity=True,
    sources=SOURCES,
)
FRAME = Frame(
    id="frame",
    name="a frame",
    body="a body",
    parts=(FramePart(label="1", name="moods", duties=("watch_mood",)),),
    sources=SOURCES,
)
NEED = Need(
    id="losing_heart",
    words="she is losing heart",
    duties=("watch_mood",),
    credentials=("rn",),
    phrases=("she has given up",),
    contradicts=("needs_quiet",),
    sources=SOURCES,
)
QUIET = Need(id="needs_quiet", words="he needs quiet", duties=("watch_mood",))

EXCLUSION = Exclusion(duty="watch_mood", because="others do", sources=SOURCES)
ENGAGEMENT = Engagement(
    employer=EmployerKind.FACILITY,
    payers=(PayerKind.INCLUDED, PayerKind.MEDICARE),
    settings=("home",),
    brings=True,
    ask="the ward",
    exclusions=(EXCLUSION,),
    sources=SOURCES,
)
ROLE = Role(
    id="care_manager",
    name="care manager",
    definition="stays beside one client",
    is_core=True,
    is_service=True,
    typical=("watch_mood",),
    exclusions=(EXCLUSION,),
    engagements=(ENGAGEMENT,),
    licences=("rn",),
    certifications=("rn",),
    relation="beside the client",
    term="new",
    disciplines=("nursing",),
    bodies=("a body",),
    workplaces=("at home",),
    licensing="none",
    codes=(CODE,),
    sources=SOURCES,
)
TITLE = Title(
    text="care manager",
    role="care_manager",
    confidence=TitleConfidence.EXACT,
    requires_membership="rn",
    note="told by its duties",
    sources=SOURCES,
)
TITLE_USE = TitleUse(
    title="care manager",
    who="manager of a home",
    country="GB",
    employer="the home",
    payer="the home",
    does="runs it",
    ask="Does the person run a home?",
    sources=SOURCES,
)
COMPARISON = RoleComparison(
    left="care_manager",
    right="case_manager",
    shared=("watch_mood",),
    only_left=("walk_along",),
    only_right=("count_beds",),
    differences=(Difference(aspect="employer", left=("client",), right=("facility",)),),
    sources=SOURCES,
)

CATALOGUE = Catalogue(
    care_settings=(HOME,),
    credentials=(NURSE,),
    compacts=(COMPACT,),
    duties=(DUTY,),
    roles=(ROLE,),
    titles=(TITLE,),
    title_uses=(TITLE_USE,),
    needs=(NEED, QUIET),
    frames=(FRAME,),
)
FOUND_ROLE = FoundRole(
    role="care_manager",
    confidence=TitleConfidence.CLOSE,
    title="care manager",
    requires_membership="rn",
    note="told by its duties",
    sources=SOURCES,
)
FOUND_NEED = FoundNeed(
    need="losing_heart", words="she is losing heart", match=NeedMatch.CLOSE, shared=80
)

REPRESENTATIVE = Representative(
    id="r-1", authority=Authority.AGENT, period=YEAR, jurisdiction="US-CO", name="Mina Vale"
)
CLIENT = Client(
    id="c-17",
    setting="home",
    needs=("losing_heart",),
    jurisdiction="US-CO",
    zone="America/Denver",
    payers=("private_pay",),
    languages=("en", "pl"),
    has_decision_capacity=True,
    representatives=(REPRESENTATIVE,),
    caseload_points=2,
    name="Ada Quill",
    birth_date=PartialDate(1941, 5),
    note="likes tea",
)
PROFESSIONAL = Professional(
    id="p-1",
    roles=("care_manager",),
    licences=(LICENCE,),
    credentials=(HELD,),
    languages=("en",),
    settings=("home",),
    jurisdictions=("US-CO",),
    employer=EmployerKind.CLIENT,
    organization_id="o-1",
    weekly_hours=30,
    caseload_limit=20,
    caseload=8,
    leave=(Leave(YEAR),),
    name="Ruth Halloran",
)
MEMBERSHIP = Membership(person_id="p-1", role="care_manager", period=YEAR)

VALUES: tuple[attrs.AttrsInstance, ...] = (
    Money("12.50", "EUR"),
    CODE,
    Jurisdiction("US-CO"),
    CITATION,
    OwnChoice("home comes first"),
    Fact(name="needs", seen=("losing_heart",), place="$.needs"),
    Reason(id="why", text="because", facts=(Fact(name="day", seen=DAY),), sources=SOURCES),
    HOME,
    NURSE,
    MEMBER,
    COMPACT,
    LICENCE,
    HELD,
    DUTY,
    FRAME.parts[0],
    FRAME,
    NEED,
    EXCLUSION,
    ENGAGEMENT,
    ROLE,
    TITLE,
    TITLE_USE,
    COMPARISON.differences[0],
    COMPARISON,
    CATALOGUE,
    FOUND_ROLE,
    TitleAnswer(
        asked="care manager",
        candidates=(FOUND_ROLE,),
        other_uses=(TITLE_USE,),
        would_decide=("Does the person run a home?",),
    ),
    FOUND_NEED,
    NeedAnswer(asked="losing heart", candidates=(FOUND_NEED,)),
    REPRESENTATIVE,
    CLIENT,
    Organization(id="o-1", kind=EmployerKind.CLIENT, name="St. Alban's", jurisdiction="US-CO"),
    Leave(YEAR),
    PROFESSIONAL,
    MEMBERSHIP,
    Team(id="t-1", client_id="c-17", memberships=(MEMBERSHIP,), professionals=(PROFESSIONAL,)),
    Scenario(title="one", story="two", client=CLIENT, pool=(PROFESSIONAL,), as_of=DAY),
)
"""One of each; no two are of one class."""

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(value): value for value in VALUES
}
"""The same by class."""


def changed(value: T, **parts: object) -> T:
    """A copy of *value*, whatever its class, with other parts; for tests that try everything."""
    evolve: Callable[..., T] = attrs.evolve
    return evolve(value, **parts)
