"""One value of every class, with as much filled in as goes; the people are made up."""

from collections.abc import Callable
from datetime import date, time
from typing import TypeVar

import attrs

from carecore.base.amounts import Code, Money
from carecore.base.calendars import BusinessCalendar, Deadline, Pause, Window
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.outline import Outline
from carecore.base.parts import Bar, Bars, Items, Paragraph, Section, Table
from carecore.base.reasons import Citation, Fact, OwnChoice, Reason, Verdict
from carecore.base.recurrence import Recurrence
from carecore.base.timing import Offset, PartialDate, Period
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
from carecore.matching import (
    Change,
    ChangeKind,
    Check,
    ClientAnswer,
    MissingDuty,
    NeededDuty,
    PanelAdvice,
    PanelRole,
    Reach,
    RecommendedRole,
    RoleAdvice,
    RoleOption,
    RoleSeat,
    Situation,
    SkillGroup,
    Status,
)
from carecore.needs import Danger, Need
from carecore.people import (
    Authority,
    CaseloadWeight,
    Client,
    ClientPreferences,
    Gender,
    LanguageLevel,
    LanguageSkill,
    Leave,
    LimitChange,
    Membership,
    Organization,
    Professional,
    Representative,
    Team,
    WeeklyHours,
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

from .assessments import samples_assessments
from .coverage import samples_coverage
from .matching import samples_matching, samples_staffing
from .medications import samples_medications
from .plans import samples_plans
from .record import samples_record
from .recovery import samples_recovery
from .review import samples_review
from .rights import samples_rights
from .transitions import samples_transitions
from .travel import samples_travel
from .validation import samples_validation

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
DANGER = Danger(
    id="fire", phrases=("house is on fire",), say="Call the fire brigade.", sources=SOURCES
)
QUIET = Need(id="needs_quiet", words="he needs quiet", duties=("watch_mood",))

ADVICE = Duty(id="give_legal_advice", name="advise on law", description="a lawyer's work")
EXCLUSION = Exclusion(duty="give_legal_advice", because="others do", sources=SOURCES)
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
    duties=(DUTY, ADVICE),
    roles=(ROLE,),
    titles=(TITLE,),
    title_uses=(TITLE_USE,),
    needs=(NEED, QUIET),
    dangers=(DANGER,),
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
MORNING = WeeklyHours(weekday=1, start=time(9), end=time(12, 30))
WEIGHT = CaseloadWeight(since=DAY, points=3)
SKILL = LanguageSkill(language="en", level=LanguageLevel.B2)
LIMIT_CHANGE = LimitChange(period=YEAR, to_per_cent=80)
PREFERENCES = ClientPreferences(
    gender=Gender.FEMALE,
    cultures=("irish",),
    hours=(MORNING,),
    wishes=("p-1",),
    vetoes=("p-2",),
    rate_limit=Money("60", "USD"),
    language_level=LanguageLevel.B1,
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
    weights=(WEIGHT,),
    preferences=PREFERENCES,
    area="denver-west",
    acuity=3,
    conditions=("stroke",),
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
    language_skills=(SKILL,),
    settings=("home",),
    jurisdictions=("US-CO",),
    employer=EmployerKind.CLIENT,
    organization_id="o-1",
    weekly_hours=30,
    hours=(MORNING,),
    zone="America/Denver",
    areas=("denver-west", "denver-north"),
    base_area="denver-north",
    highest_acuity=4,
    experience=("stroke",),
    payers=("private_pay",),
    rate=Money("55.50", "USD"),
    caseload_limit=20,
    part_time=90,
    limit_changes=(LIMIT_CHANGE,),
    caseload=8,
    leave=(Leave(YEAR),),
    gender=Gender.FEMALE,
    cultures=("irish", "polish"),
    name="Ruth Halloran",
)
MEMBERSHIP = Membership(person_id="p-1", role="care_manager", period=YEAR)

TEAM = Team(id="t-1", client_id="c-17", memberships=(MEMBERSHIP,), professionals=(PROFESSIONAL,))

CALENDAR = BusinessCalendar(holidays=(DAY,), weekend={7}, zone="Europe/Lisbon")
PAUSE = Pause(start=date(2026, 11, 24), end=date(2026, 11, 26), because="papers are missing")
BAR = Bar("moods", value=2, maximum=3, note="of the week")

REASON = Reason(id="why", text="because", facts=(Fact(name="day", seen=DAY),), sources=SOURCES)
CHECK = Check(criterion="role", verdict=Verdict.MET, text="fills the role")
REACH = Reach(professional_id="p-1", checks=(CHECK,))
NEEDED = NeededDuty(
    duty="watch_mood",
    name="watch the mood",
    needs=("losing_heart",),
    words=("she is losing heart",),
    credentials=(("rn", "aprn"),),
    is_typical=False,
    is_reached=False,
)
RECOMMENDED = RecommendedRole(
    role="care_manager",
    name="care manager",
    is_service=False,
    status=Status.NOBODY_IN_REACH,
    wanted=(NEEDED,),
    people=("p-1",),
    ask="the ward",
    reasons=(REASON,),
    considered=(REACH,),
)
MISSING = MissingDuty(
    duty="count_beds", name="count the beds", needs=("needs_quiet",), because="nobody is near"
)
SEAT = RoleSeat(role="care_manager", status=Status.ASK_FOR)
OPTION = RoleOption(
    seats=(SEAT,),
    covered=("watch_mood",),
    missing=("count_beds",),
    lost=("walk_along",),
    not_typical=("watch_mood",),
)
CHANGE = Change(
    kind=ChangeKind.JOINED,
    value="care_manager",
    text="a care manager joins",
    becomes=("care_manager",),
    leaves=("count_beds",),
    newcomer=PROFESSIONAL,
)
ROLE_ADVICE = RoleAdvice(
    client_id="c-17",
    as_of=DAY,
    recommended=(RECOMMENDED,),
    missing=(MISSING,),
    contradictions=(("losing_heart", "needs_quiet"),),
    options=(OPTION,),
    would_change_if=(CHANGE,),
    reasons=(REASON,),
)
ANSWER = ClientAnswer(
    client_id="c-17", roles=(("care_manager", Status.TO_ENGAGE),), missing=("count_beds",)
)
SKILLS = SkillGroup(
    credentials=(("rn", "aprn"),),
    jurisdiction="US-CO",
    language="pl",
    clients=("c-17",),
    points=7,
    professionals_needed=2,
)
PANEL_ROLE = PanelRole(
    role="care_manager",
    name="care manager",
    ask_for=("c-18",),
    to_engage=("c-17",),
    unreached=("c-19",),
    skills=(SKILLS,),
    skill_counts=(samples_staffing.COUNT,),
    points=7,
    points_unknown=("c-17",),
    professionals_needed=2,
    above_limit=("c-17",),
    in_pool=("p-1", "p-2"),
    places_free=3,
    places_unknown=("p-2",),
    short_by=4,
)

OWN: tuple[attrs.AttrsInstance, ...] = (
    Money("12.50", "EUR"),
    CODE,
    Jurisdiction("US-CO"),
    YEAR,
    PartialDate(1941, 5),
    Offset.parse("P1M2D"),
    Recurrence("DTSTART;VALUE=DATE:20261123\nRRULE:FREQ=WEEKLY"),
    Window(Offset.parse("P1D"), Offset.parse("P3D")),
    CALENDAR,
    PAUSE,
    Deadline(
        id="d-1",
        started=DAY,
        allowance=Offset.parse("P10D"),
        calendar=CALENDAR,
        pauses=(PAUSE,),
    ),
    Paragraph("she is well"),
    Items(("tea", ("biscuits", Items(("two",))))),
    Table(("who", "what"), (("Ada", "tea"),), caption="who takes what"),
    BAR,
    Bars((BAR,)),
    Section("moods", (Paragraph("she is well"),)),
    Outline("a day", (Paragraph("she is well"),)),
    CITATION,
    OwnChoice("home comes first"),
    Fact(name="needs", seen=("losing_heart",), place="$.needs"),
    REASON,
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
    DANGER,
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
    NeedAnswer(asked="losing heart", candidates=(FOUND_NEED,), dangers=(DANGER,)),
    REPRESENTATIVE,
    MORNING,
    WEIGHT,
    PREFERENCES,
    CLIENT,
    Organization(id="o-1", kind=EmployerKind.CLIENT, name="St. Alban's", jurisdiction="US-CO"),
    Leave(YEAR),
    SKILL,
    LIMIT_CHANGE,
    PROFESSIONAL,
    MEMBERSHIP,
    TEAM,
    Situation(CLIENT, TEAM, (PROFESSIONAL,)),
    CHECK,
    REACH,
    NEEDED,
    RECOMMENDED,
    MISSING,
    SEAT,
    OPTION,
    CHANGE,
    ROLE_ADVICE,
    ANSWER,
    SKILLS,
    PANEL_ROLE,
    PanelAdvice(
        as_of=DAY,
        answers=(ANSWER,),
        roles=(PANEL_ROLE,),
        staffing=samples_staffing.STAFFING,
        reasons=(REASON,),
    ),
    Scenario(title="one", story="two", client=CLIENT, pool=(PROFESSIONAL,), as_of=DAY),
)
"""One of each of the first rooms."""

VALUES: tuple[attrs.AttrsInstance, ...] = (
    *OWN,
    *(
        value
        for room in (
            samples_record,
            samples_assessments,
            samples_medications,
            samples_rights,
            samples_coverage,
            samples_travel,
            samples_transitions,
            samples_recovery,
            samples_plans,
            samples_validation,
            samples_review,
            samples_matching,
        )
        for value in room.SAMPLES.values()
    ),
)
"""One of each; no two are of one class."""

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(value): value for value in VALUES
}
"""The same by class."""


def changed(value: T, /, **parts: object) -> T:
    """A copy of *value*, whatever its class, with other parts; for tests that try everything."""
    evolve: Callable[..., T] = attrs.evolve
    return evolve(value, **parts)
