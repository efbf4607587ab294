"""A plan to ask questions of, and one value of every class of the room; the people are made up."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import attrs

from carecore.base.calendars import BusinessCalendar
from carecore.base.reasons import Fact, OwnChoice, Reason, Verdict
from carecore.base.timing import Period
from carecore.catalogue import STANDARD
from carecore.credentials import Licence
from carecore.people import (
    Authority,
    Client,
    Membership,
    Professional,
    Representative,
    Team,
)
from carecore.plans import Activity, CarePlan, Concern, Goal, GoalStatus, Stage, Visit
from carecore.record import Condition, ConditionStatus, Event, EventKind, Observation, Record
from carecore.recovery import Milestone, Timeline
from carecore.review import (
    DeadlineList,
    DomainCover,
    DomainsCovered,
    DutyHolder,
    DutyLedger,
    LedgerEntry,
    PlanView,
    Readiness,
    TravelCheck,
    TravelRow,
    check_readiness,
    check_travel,
    domains_covered,
    duty_ledger,
    find_deadlines,
)
from carecore.roles import EmployerKind
from carecore.transitions import Transition
from carecore.travel import Journey, Leg, TravelMode

ZONE = ZoneInfo("America/New_York")
DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 9, tzinfo=ZONE)
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
OWN = OwnChoice("made for a test")


def at(month: int, day: int, hour: int = 12) -> datetime:
    """A moment of 2026 in New York."""
    return datetime(2026, month, day, hour, tzinfo=ZONE)


NURSE = Professional(
    id="p-nurse",
    roles=("care_manager",),
    employer=EmployerKind.CLIENT,
    licences=(Licence(credential="rn", jurisdiction="US-MA", period=YEAR, multistate=False),),
)
SOCIAL_WORKER = Professional(
    id="p-social",
    roles=("case_manager",),
    licences=(Licence(credential="lsw", jurisdiction="US-MA", period=YEAR),),
)
TEAM = Team(
    id="team-1",
    client_id="c-17",
    memberships=(
        Membership(person_id="p-nurse", role="care_manager", period=YEAR),
        Membership(person_id="p-social", role="case_manager", period=YEAR),
        Membership(
            person_id="p-old",
            role="case_manager",
            period=Period(date(2026, 1, 1), date(2026, 11, 23)),
        ),
    ),
    professionals=(NURSE, SOCIAL_WORKER),
)
CLIENT = Client(
    id="c-17",
    setting="acute_ward",
    jurisdiction="US-MA",
    zone="America/New_York",
    needs=("medicine_lists_differ", "losing_heart"),
    payers=("medicare",),
    representatives=(
        Representative(id="r-agent", authority=Authority.AGENT, period=YEAR),
        Representative(id="r-son", authority=Authority.FAMILY),
    ),
)
RECORD = Record(
    client_id="c-17",
    conditions=(Condition(id="e-cond", what="hip_fracture", status=ConditionStatus.ACTIVE),),
    observations=(Observation(id="e-obs", what="pain", value=False, happened=DAY),),
    events=(
        Event(id="e-adm", kind=EventKind.ADMISSION, setting="acute_ward", happened=at(11, 16, 8)),
        Event(id="e-old", kind=EventKind.TEACHING, what="teach_back", happened=date(2026, 10, 1)),
    ),
)
HOME = Transition(
    id="t-home",
    client_id="c-17",
    from_setting="acute_ward",
    to_setting="home_health",
    planned=at(11, 25, 11),
    senders=("p-social",),
    receivers=("p-nurse",),
    deciders=("c-17",),
)
FLIGHT = Leg(
    id="leg-1",
    mode=TravelMode.AIR,
    from_place="US-MA",
    to_place="US-FL",
    departs=at(12, 1, 8),
    arrives=at(12, 1, 11),
    carrier="o-air",
    escorts=("p-nurse",),
)
JOURNEY = Journey(id="j-1", client_id="c-17", legs=(FLIGHT,))
PLAN = CarePlan(
    id="plan-1",
    client=CLIENT,
    team=TEAM,
    record=RECORD,
    concerns=(Concern(id="con-1", domain="mood"),),
    stages=(Stage(id="ward", name="ward", period=Period(date(2026, 11, 16), date(2026, 11, 26))),),
    goals=(
        Goal(id="g-walk", domain="function", status=GoalStatus.ACTIVE),
        Goal(id="g-eat", domain="habits", status=GoalStatus.COMPLETED),
        Goal(id="g-none"),
    ),
    activities=(
        Activity(id="a-heart", duty="watch_mood", accountable=("p-social",)),
        Activity(id="a-med", duty="reconcile_medications", accountable=("p-nurse",)),
    ),
    visits=(Visit(id="v-1"),),
    timeline=Timeline(
        id="tl-1",
        client_id="c-17",
        anchor=date(2026, 11, 17),
        milestones=(Milestone(id="m-steps", name="first steps"),),
    ),
    transitions=(HOME,),
    journeys=(JOURNEY,),
)
CALENDAR = BusinessCalendar(holidays=(date(2026, 11, 26),), zone="America/New_York")

LEDGER = duty_ledger(PLAN, as_of=DAY)
COVERED = domains_covered(PLAN, as_of=DAY)
READINESS = check_readiness(PLAN, "t-home", as_of=MOMENT)
DEADLINES = find_deadlines(PLAN, "t-home", as_of=MOMENT, calendar=CALENDAR)
TRAVEL = check_travel(PLAN, "j-1", as_of=MOMENT)
VIEW = PlanView.of(PLAN, as_of=MOMENT, calendar=CALENDAR)
ROW = TravelRow(
    check="escort_licence",
    verdict=Verdict.NOT_MET,
    leg="leg-1",
    about="p-nurse",
    reasons=(Reason(id="escort_licence", text="no", facts=(Fact(name="person", seen="p-1"),)),),
    sources=(OWN,),
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    DeadlineList: DEADLINES,
    DomainCover: COVERED.domains[0],
    DomainsCovered: COVERED,
    DutyHolder: LEDGER.entries[0].holders[0],
    DutyLedger: LEDGER,
    LedgerEntry: LEDGER.entries[0],
    PlanView: VIEW,
    Readiness: READINESS,
    TravelCheck: TRAVEL,
    TravelRow: ROW,
}
CATALOGUE = STANDARD
