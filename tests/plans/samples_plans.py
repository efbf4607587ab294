"""One value of every class of the room, with as much filled in as goes; the people are made up."""

from datetime import UTC, date, datetime

import attrs

from carecore.base.amounts import Code, Quantity
from carecore.base.calendars import Window
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.reasons import Citation, Fact, OwnChoice, Reason
from carecore.base.recurrence import Recurrence
from carecore.base.timing import Offset, PartialDate, Period
from carecore.coverage import Authorization, AuthorizationStatus, Coverage
from carecore.medications import (
    Medication,
    MedicationList,
    MedicationOrder,
    OrderAction,
)
from carecore.people import Client, Membership, Professional, Team
from carecore.plans import (
    Achievement,
    Activity,
    ActivityStatus,
    CarePlan,
    Concern,
    Contact,
    DifferenceKind,
    Domain,
    Goal,
    GoalStatus,
    PlanDiff,
    PlanDifference,
    PlanStatus,
    Revision,
    Stage,
    Target,
    Visit,
    WorkChange,
    WorkKind,
    WorkStep,
)
from carecore.record import (
    Comparison,
    Condition,
    ConditionSign,
    ConditionStatus,
    Event,
    EventKind,
    EventSign,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
)
from carecore.recovery import Link, Milestone, Timeline
from carecore.rights import Acknowledgement, Consent, ConsentScope, Decision
from carecore.roles import PayerKind
from carecore.transitions import Transition
from carecore.travel import Journey, Leg, TravelMode

DAY = date(2026, 3, 9)
MOMENT = datetime(2026, 3, 9, 14, tzinfo=UTC)
SPRING = Period(date(2026, 3, 2), date(2026, 6, 1))
CITATION = Citation(authority="the ministry", section="part 2", as_of=DAY)
OWN = OwnChoice("the text is made up")

CONCERN = Concern(
    id="concern-1",
    what="falls_at_night",
    condition="e-1",
    domain="safety",
    text="Ada Quill fell twice on the way to the bathroom.",
)
STAGE = Stage(
    id="stage-1",
    name="rehabilitation",
    setting="inpatient_rehab",
    period=Period(date(2026, 3, 2), date(2026, 3, 23)),
    entry=EvidenceRule(all_of=(EventSign(kind=EventKind.ADMISSION, setting="inpatient_rehab"),)),
    exit=EvidenceRule(
        all_of=(
            ObservationSign(
                what="walking_distance",
                comparison=Comparison.AT_LEAST,
                value=Quantity("30", "m"),
                fresh_for=Offset(days=3),
            ),
        ),
        any_of=(
            ConditionSign(what="delirium", is_active=False),
            EventSign(kind=EventKind.CONFERENCE),
        ),
    ),
    is_closed=True,
    setting_because="no_place_nearer_home",
)
TARGET = Target(
    what="stairs_climbed",
    comparison=Comparison.AT_LEAST,
    value=Quantity("12", "{steps}"),
    due=PartialDate.parse("2026-05"),
)
GOAL = Goal(
    id="goal-1",
    stage="stage-1",
    domain="function",
    concerns=("concern-1",),
    status=GoalStatus.COMPLETED,
    achievement=Achievement.NOT_ACHIEVED,
    baseline="e-2",
    starts=DAY,
    targets=(TARGET,),
    set_by="c-17",
    because_ended="client_changed_her_mind",
    text="Ada Quill wants to climb her stairs again.",
)
ACTIVITY = Activity(
    id="activity-1",
    duty="visit_regularly",
    stage="stage-1",
    goals=("goal-1",),
    accountable=("p-1",),
    helpers=("p-2",),
    status=ActivityStatus.STOPPED,
    cadence=Recurrence("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY"),
    window=SPRING,
    journey="j-1",
    authorization="a-1",
    because_ended="moved_in_with_daughter",
    text="Visit Ada Quill in the afternoon.",
)
VISIT = Visit(
    id="visit-1",
    activity="activity-1",
    by="p-1",
    planned=MOMENT,
    event="e-3",
    setting="home_independent",
)
CONTACT = Contact(
    person="p-1", organization="o-1", purpose="problems_at_night", number="+44 20 7946 0000"
)
REVISION = Revision(
    number=1,
    by="p-1",
    at=MOMENT,
    because="Ada Quill fell on Sunday.",
    changed=("$.goals[0].targets[0].due",),
    removed=("goal-2",),
)
DOMAIN = Domain(
    id="function",
    name="moving and doing",
    description="what the client can do with the body",
    needs=("choose_rehab",),
    codes=(Code(system="https://example.org/domains", code="f", label="moving"),),
    sources=(CITATION, OWN),
)
RECORD = Record(
    client_id="c-17",
    conditions=(Condition(id="e-1", what="osteoporosis", status=ConditionStatus.ACTIVE),),
    observations=(
        Observation(
            id="e-2",
            client_id="c-17",
            what="stairs_climbed",
            value=Quantity("2", "{steps}"),
            happened=DAY,
        ),
    ),
    events=(Event(id="e-3", kind=EventKind.VISIT, happened=MOMENT, text="Ada Quill was well."),),
)
TIMELINE = Timeline(
    id="timeline-1",
    client_id="c-17",
    anchor=date(2026, 3, 2),
    milestones=(
        Milestone(id="surgery", name="surgery"),
        Milestone(
            id="first_steps",
            name="first steps",
            window=Window(Offset(days=1), Offset(days=1)),
            stage="stage-1",
        ),
    ),
    links=(Link(before="surgery", after="first_steps", minimum=Offset(days=1)),),
)
PLAN = CarePlan(
    id="plan-1",
    client=Client(
        id="c-17",
        setting="inpatient_rehab",
        needs=("choose_rehab",),
        jurisdiction=Jurisdiction("GB-ENG"),
        zone="Europe/London",
        payers=(PayerKind.PRIVATE_PAY,),
        name="Ada Quill",
        birth_date=PartialDate.parse("1941"),
        note="prefers tea",
    ),
    what="rehabilitation_after_hip_fracture",
    title="How Ada Quill gets home again",
    team=Team(
        id="t-1",
        client_id="c-17",
        memberships=(
            Membership(person_id="p-1", role="care_manager", period=Period(date(2026, 3, 1))),
        ),
        professionals=(Professional(id="p-1", roles=("care_manager",), name="Mina Vale"),),
    ),
    record=RECORD,
    status=PlanStatus.ACTIVE,
    period=SPRING,
    created=DAY,
    monitor="p-1",
    review_every=Offset(days=60),
    reviewed=MOMENT,
    concerns=(CONCERN,),
    stages=(STAGE,),
    goals=(GOAL,),
    activities=(ACTIVITY,),
    visits=(VISIT,),
    timeline=TIMELINE,
    transitions=(
        Transition(
            id="transition-1",
            client_id="c-17",
            from_setting="inpatient_rehab",
            to_setting="home_personal_care",
            planned=date(2026, 3, 23),
            senders=("p-2",),
            receivers=("p-1",),
            deciders=("c-17",),
            note="Ada Quill would like to leave in the morning.",
        ),
    ),
    journeys=(
        Journey(
            id="j-1",
            client_id="c-17",
            legs=(Leg(id="leg-1", mode=TravelMode.GROUND_AMBULANCE, escorts=("p-1",)),),
        ),
    ),
    medication_lists=(
        MedicationList(
            id="list-1",
            client_id="c-17",
            taken_at=DAY,
            medications=(
                Medication(id="m-1", substance="furosemide", dose=Quantity("40", "mg")),
                Medication(id="m-2", substance="ibuprofen", note="Ada Quill keeps some at home."),
            ),
        ),
    ),
    medication_orders=(
        MedicationOrder(id="o-1", action=OrderAction.STOP, substance="ibuprofen", by="p-2", at=DAY),
    ),
    consents=(
        Consent(
            id="consent-1",
            client_id="c-17",
            scope=ConsentScope.PLAN,
            is_given=True,
            by="c-17",
            at=MOMENT,
        ),
    ),
    acknowledgements=(Acknowledgement(right="choose_provider", at=DAY, by="c-17"),),
    coverages=(
        Coverage(
            id="coverage-1",
            client_id="c-17",
            payer=PayerKind.PRIVATE_PAY,
            member_number="77-1234",
        ),
    ),
    authorizations=(
        Authorization(
            id="a-1",
            coverage_id="coverage-1",
            service="visit_regularly",
            units=12,
            unit="visit",
            period=SPRING,
            status=AuthorizationStatus.APPROVED,
        ),
    ),
    decisions=(
        Decision(
            id="decision-1",
            what="where_to_live",
            options=("own_home", "care_home"),
            chosen="own_home",
            by="c-17",
            at=DAY,
            because="Ada Quill wants her garden.",
        ),
    ),
    contacts=(CONTACT,),
    risks=("falls",),
    strengths=("daughter_nearby",),
    revisions=(REVISION,),
    note="Ada Quill reads every page.",
)
DIFFERENCE = PlanDifference(
    kind=DifferenceKind.CHANGED,
    id="goal-1",
    old=Fact(name="due", seen="2026-05", place="$.goals[0].targets[0].due"),
    new=Fact(name="due", seen="2026-06", place="$.goals[0].targets[0].due"),
)
WORK = WorkChange(
    id="activity-1",
    kind=WorkKind.ACTIVITY,
    step=WorkStep.REPLACE,
    reason=Reason(id="taken_over", text="something else on the new plan takes its place"),
    successor="activity-2",
)
DIFF = PlanDiff(old="plan-1", new="plan-1", changes=(DIFFERENCE,), work=(WORK,))

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    Activity: ACTIVITY,
    CarePlan: PLAN,
    Concern: CONCERN,
    Contact: CONTACT,
    Domain: DOMAIN,
    Goal: GOAL,
    PlanDiff: DIFF,
    PlanDifference: DIFFERENCE,
    Revision: REVISION,
    Stage: STAGE,
    Target: TARGET,
    Visit: VISIT,
    WorkChange: WORK,
}
