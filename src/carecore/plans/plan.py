"""The care plan: everything that was agreed for one client, in one value.

Every verb here changes one thing and keeps all others.
None of them ends a plan or a goal by itself: what expired is not done, and what has ended is not
for that achieved.
"""

from datetime import date
from enum import Enum
from typing import Final, TypeVar, final

import attrs
from attrs import field, frozen

from carecore.base.checks import require_instance
from carecore.base.fields import checked
from carecore.base.identity import PersonId, in_words
from carecore.base.lookups import find_by_id, put_by_id, take_out_by_id
from carecore.base.moments import When, optional_when
from carecore.base.plan_ids import PlanId, plan_id
from carecore.base.privacy import PERSONAL
from carecore.base.record_ids import optional_person_id, optional_term, terms
from carecore.base.timing import Offset, Period
from carecore.coverage import Authorization, Coverage
from carecore.errors import InvalidValue
from carecore.medications import MedicationList, MedicationOrder
from carecore.people import Client, Team
from carecore.plans.activities import Activity, Contact, Visit
from carecore.plans.goals import Concern, Goal
from carecore.plans.lists import put_by
from carecore.plans.revisions import Revision
from carecore.plans.stages import Stage
from carecore.record import Entry, Record
from carecore.recovery import Timeline
from carecore.rights import Acknowledgement, Consent, Decision
from carecore.transitions import Transition
from carecore.travel import Journey

__all__ = ["CarePlan", "PlanStatus"]

T = TypeVar("T")


class PlanStatus(Enum):
    """Where a plan is in its life; somebody says so, and no day that passes does.

    >>> PlanStatus.REVOKED.is_ended, PlanStatus.ON_HOLD.is_ended
    (True, False)

    .. versionadded:: 0.1
    """

    DRAFT = "draft"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    REVOKED = "revoked"
    ENTERED_IN_ERROR = "entered_in_error"

    @property
    def is_ended(self) -> bool:
        """Whether nobody works by the plan any more."""
        return self in {PlanStatus.COMPLETED, PlanStatus.REVOKED, PlanStatus.ENTERED_IN_ERROR}


_BEFORE: Final = {
    PlanStatus.ACTIVE: (PlanStatus.DRAFT, PlanStatus.ON_HOLD, PlanStatus.COMPLETED),
    PlanStatus.ON_HOLD: (PlanStatus.ACTIVE,),
    PlanStatus.COMPLETED: (PlanStatus.ACTIVE, PlanStatus.ON_HOLD),
    PlanStatus.REVOKED: (PlanStatus.DRAFT, PlanStatus.ACTIVE, PlanStatus.ON_HOLD),
}


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class CarePlan:
    """What was agreed for one client: goals, what is done about them, by whom, where and when.

    Only the id and the client are needed.
    What a real plan can say is built, however doubtful: ids that stand twice or lead nowhere,
    two who answer for one activity, a goal that is due before it starts; rules report them.

    >>> plan = CarePlan(id="plan-1", client=Client(id="c-17"))
    >>> plan.with_goal(Goal(id="goal-1")).with_goal(Goal(id="goal-1", domain="function"))
    <CarePlan plan-1 of c-17>
    >>> plan.with_goal(Goal(id="goal-1", domain="function")).goal("goal-1").domain
    'function'

    Attributes:
        id: the id other values refer to.
        client: whose plan it is.
        what: a word for what the plan is about, snake_case; `None`: nobody said.
        title: what people call it; personal.
        team: who looks after the client; `None`: unknown.
        record: what happened to the client and was seen; `None`: unknown.
        status: where it is in its life; `None`: unknown.
        period: from its first day to the first day after it; `None`: unknown.
        created: when it was written; a day becomes a partial date; `None`: unknown.
        monitor: id of the person who watches over it; `None`: nobody is named.
        review_every: how often it is looked at again; `None`: nothing was agreed.
        reviewed: when it was last looked at as a whole; `None`: never, or unknown.
        concerns: what worries the client or those around.
        stages: the stretches of care, in their order.
        goals: what the client wants to reach.
        activities: what is done about it.
        visits: planned and made.
        timeline: the milestones of the recovery; `None`: there is none.
        transitions: moves between care settings.
        journeys: how the client travels.
        medication_lists: what the client takes, as lists of different days and places say.
        medication_orders: what was ordered about it.
        consents: what the client, or somebody in the client's place, agreed to or did not.
        acknowledgements: who was told of which right.
        coverages: who pays for what.
        authorizations: what payers allowed.
        decisions: what was to be decided, and what was chosen.
        contacts: whom to call, and for what.
        risks: words for what may go wrong, snake_case.
        strengths: words for what the client can build on, snake_case.
        revisions: its changes, in the order of their making.
        note: personal.

    Raises:
        WrongType: if a list is one bare text, or a value has a type not taken here.
        InvalidValue: if an id has no meaning.

    .. versionadded:: 0.1
    """

    id: PlanId = field(converter=plan_id)
    client: Client
    what: str | None = field(default=None, converter=optional_term)
    title: str = field(default="", metadata=PERSONAL, repr=False)
    team: Team | None = None
    record: Record | None = None
    status: PlanStatus | None = None
    period: Period | None = None
    created: When | None = field(default=None, converter=optional_when)
    monitor: PersonId | None = field(default=None, converter=optional_person_id)
    review_every: Offset | None = None
    reviewed: When | None = field(default=None, converter=optional_when)
    concerns: tuple[Concern, ...] = ()
    stages: tuple[Stage, ...] = ()
    goals: tuple[Goal, ...] = ()
    activities: tuple[Activity, ...] = ()
    visits: tuple[Visit, ...] = ()
    timeline: Timeline | None = None
    transitions: tuple[Transition, ...] = ()
    journeys: tuple[Journey, ...] = ()
    medication_lists: tuple[MedicationList, ...] = ()
    medication_orders: tuple[MedicationOrder, ...] = ()
    consents: tuple[Consent, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    coverages: tuple[Coverage, ...] = ()
    authorizations: tuple[Authorization, ...] = ()
    decisions: tuple[Decision, ...] = ()
    contacts: tuple[Contact, ...] = ()
    risks: tuple[str, ...] = field(default=(), converter=terms)
    strengths: tuple[str, ...] = field(default=(), converter=terms)
    revisions: tuple[Revision, ...] = ()
    note: str = field(default="", metadata=PERSONAL, repr=False)

    def __repr__(self) -> str:
        """The name of the class, the id, and whose plan it is."""
        shown = (repr(str(one))[1:-1] for one in (self.id, self.client.id))
        return f"<CarePlan {' of '.join(shown)}>"

    def concern(self, key: str, /) -> Concern:
        """The concern with that id, or `UnknownId`."""
        return find_by_id(self.concerns, key, kind="concern")

    def stage(self, key: str, /) -> Stage:
        """The stage with that id, or `UnknownId`."""
        return find_by_id(self.stages, key, kind="stage")

    def goal(self, key: str, /) -> Goal:
        """The goal with that id, or `UnknownId`."""
        return find_by_id(self.goals, key, kind="goal")

    def activity(self, key: str, /) -> Activity:
        """The activity with that id, or `UnknownId`."""
        return find_by_id(self.activities, key, kind="activity")

    def visit(self, key: str, /) -> Visit:
        """The visit with that id, or `UnknownId`."""
        return find_by_id(self.visits, key, kind="visit")

    def transition(self, key: str, /) -> Transition:
        """The transition with that id, or `UnknownId`."""
        return find_by_id(self.transitions, key, kind="transition")

    def journey(self, key: str, /) -> Journey:
        """The journey with that id, or `UnknownId`."""
        return find_by_id(self.journeys, key, kind="journey")

    def medication_list(self, key: str, /) -> MedicationList:
        """The list of medications with that id, or `UnknownId`."""
        return find_by_id(self.medication_lists, key, kind="medication list")

    def with_concern(self, concern: Concern, /) -> "CarePlan":
        """This plan and that concern, in the place of the one with its id if there is one."""
        new = require_instance(concern, Concern, name="the concern")
        return attrs.evolve(self, concerns=put_by_id(self.concerns, new))

    def without_concern(self, key: str, /) -> "CarePlan":
        """This plan without that concern; goals that answer it stay, and still name it."""
        return attrs.evolve(self, concerns=take_out_by_id(self.concerns, key, kind="concern"))

    def with_stage(self, stage: Stage, /) -> "CarePlan":
        """This plan and that stage, in the place of the one with its id if there is one."""
        new = require_instance(stage, Stage, name="the stage")
        return attrs.evolve(self, stages=put_by_id(self.stages, new))

    def without_stage(self, key: str, /) -> "CarePlan":
        """This plan without that stage; goals and activities of it stay, and still name it."""
        return attrs.evolve(self, stages=take_out_by_id(self.stages, key, kind="stage"))

    def with_goal(self, goal: Goal, /) -> "CarePlan":
        """This plan and that goal, in the place of the one with its id if there is one."""
        new = require_instance(goal, Goal, name="the goal")
        return attrs.evolve(self, goals=put_by_id(self.goals, new))

    def without_goal(self, key: str, /) -> "CarePlan":
        """This plan without that goal: for what never was one; a goal given up is cancelled."""
        return attrs.evolve(self, goals=take_out_by_id(self.goals, key, kind="goal"))

    def with_activity(self, activity: Activity, /) -> "CarePlan":
        """This plan and that activity, in the place of the one with its id if there is one."""
        new = require_instance(activity, Activity, name="the activity")
        return attrs.evolve(self, activities=put_by_id(self.activities, new))

    def without_activity(self, key: str, /) -> "CarePlan":
        """This plan without that activity; visits made for it stay, and still name it."""
        return attrs.evolve(self, activities=take_out_by_id(self.activities, key, kind="activity"))

    def with_visit(self, visit: Visit, /) -> "CarePlan":
        """This plan and that visit, in the place of the one with its id if there is one."""
        new = require_instance(visit, Visit, name="the visit")
        return attrs.evolve(self, visits=put_by_id(self.visits, new))

    def with_visits_for(self, activity: str, start: date, end: date, /) -> "CarePlan":
        """This plan and the visits that an activity's cadence asks for, from *start* to *end*.

        A visit that is on the plan stays as it is, planned, moved or made: asking twice plans
        nothing twice.

        Raises:
            UnknownId: if there is no such activity.
            WrongType: if *start* or *end* is no plain date.
            InvalidValue: if *end* comes before *start*, or very long after it.
        """
        known = {visit.id for visit in self.visits}
        asked = self.activity(activity).visits_between(start, end)
        new = (visit for visit in asked if visit.id not in known)
        return attrs.evolve(self, visits=(*self.visits, *new))

    def without_visit(self, key: str, /) -> "CarePlan":
        """This plan without that visit; or `UnknownId`."""
        return attrs.evolve(self, visits=take_out_by_id(self.visits, key, kind="visit"))

    def with_timeline(self, timeline: Timeline | None, /) -> "CarePlan":
        """This plan with that timeline, in the place of the one it has; `None`: without one."""
        return attrs.evolve(self, timeline=timeline)

    def with_transition(self, transition: Transition, /) -> "CarePlan":
        """This plan and that transition, in the place of the one with its id if there is one."""
        new = require_instance(transition, Transition, name="the transition")
        return attrs.evolve(self, transitions=put_by_id(self.transitions, new))

    def without_transition(self, key: str, /) -> "CarePlan":
        """This plan without that transition: for what never was one; others are cancelled."""
        kept = take_out_by_id(self.transitions, key, kind="transition")
        return attrs.evolve(self, transitions=kept)

    def with_journey(self, journey: Journey, /) -> "CarePlan":
        """This plan and that journey, in the place of the one with its id if there is one."""
        new = require_instance(journey, Journey, name="the journey")
        return attrs.evolve(self, journeys=put_by_id(self.journeys, new))

    def without_journey(self, key: str, /) -> "CarePlan":
        """This plan without that journey; what it was for stays, and still names it."""
        return attrs.evolve(self, journeys=take_out_by_id(self.journeys, key, kind="journey"))

    def with_medication_list(self, medications: MedicationList, /) -> "CarePlan":
        """This plan and that list, in the place of the one with its id if there is one."""
        new = require_instance(medications, MedicationList, name="the list of medications")
        return attrs.evolve(self, medication_lists=put_by_id(self.medication_lists, new))

    def with_medication_order(self, order: MedicationOrder, /) -> "CarePlan":
        """This plan and that order, in the place of the one with its id if there is one."""
        new = require_instance(order, MedicationOrder, name="the order")
        return attrs.evolve(self, medication_orders=put_by_id(self.medication_orders, new))

    def with_consent(self, consent: Consent, /) -> "CarePlan":
        """This plan and that consent, in the place of the one with its id if there is one."""
        new = require_instance(consent, Consent, name="the consent")
        return attrs.evolve(self, consents=put_by_id(self.consents, new))

    def with_acknowledgement(self, acknowledgement: Acknowledgement, /) -> "CarePlan":
        """This plan and that acknowledgement; rights are told again, and each time is kept."""
        new = require_instance(acknowledgement, Acknowledgement, name="the acknowledgement")
        return attrs.evolve(self, acknowledgements=put_by(self.acknowledgements, new, key=_itself))

    def with_coverage(self, coverage: Coverage, /) -> "CarePlan":
        """This plan and that coverage, in the place of the one with its id if there is one."""
        new = require_instance(coverage, Coverage, name="the coverage")
        return attrs.evolve(self, coverages=put_by_id(self.coverages, new))

    def with_authorization(self, authorization: Authorization, /) -> "CarePlan":
        """This plan and that authorization, in the place of the one with its id if any."""
        new = require_instance(authorization, Authorization, name="the authorization")
        return attrs.evolve(self, authorizations=put_by_id(self.authorizations, new))

    def with_decision(self, decision: Decision, /) -> "CarePlan":
        """This plan and that decision, in the place of the one with its id if there is one."""
        new = require_instance(decision, Decision, name="the decision")
        return attrs.evolve(self, decisions=put_by_id(self.decisions, new))

    def with_contact(self, contact: Contact, /) -> "CarePlan":
        """This plan and that contact; the same people for the same purpose stand once."""
        new = require_instance(contact, Contact, name="the contact")
        return attrs.evolve(self, contacts=put_by(self.contacts, new, key=_called_for))

    def with_entries(self, *entries: Entry) -> "CarePlan":
        """This plan with these entries in its record; see `Record.with_entries`."""
        record = Record(client_id=self.client.id) if self.record is None else self.record
        return attrs.evolve(self, record=record.with_entries(*entries))

    def with_team(self, team: Team, /) -> "CarePlan":
        """This plan with that team, such as its own after somebody joined or left."""
        return attrs.evolve(self, team=require_instance(team, Team, name="the team"))

    def with_client(self, client: Client, /) -> "CarePlan":
        """This plan with other facts about its client.

        Raises:
            InvalidValue: if it is somebody else.
        """
        new = require_instance(client, Client, name="the client")
        if new.id != self.client.id:
            what = f"the plan is for the client {self.client.id!r}, and this is {new.id!r}"
            raise InvalidValue(what, advice="Maybe a new plan")
        return attrs.evolve(self, client=new)

    def monitored_by(self, person: str, /) -> "CarePlan":
        """This plan, watched over by the person with that id."""
        return attrs.evolve(self, monitor=person)

    def reviewed_on(self, when: date, /) -> "CarePlan":
        """This plan, looked at as a whole on that day or at that moment."""
        return attrs.evolve(self, reviewed=when)

    def activated(self) -> "CarePlan":
        """This plan, in force; one that was completed is taken up again.

        Raises:
            InvalidValue: if it was revoked or entered in error.
        """
        return self._moved_to(PlanStatus.ACTIVE)

    def on_hold(self) -> "CarePlan":
        """This plan, put off; nothing on it is changed.

        Raises:
            InvalidValue: if it was not in force.
        """
        return self._moved_to(PlanStatus.ON_HOLD)

    def completed(self) -> "CarePlan":
        """This plan, ended because somebody says so; its goals and activities stay as they are.

        Raises:
            InvalidValue: if it was neither in force nor put off.
        """
        return self._moved_to(PlanStatus.COMPLETED)

    def revoked(self) -> "CarePlan":
        """This plan, withdrawn; for good, so that a plan to go by is a new one.

        Raises:
            InvalidValue: if it has ended already.
        """
        return self._moved_to(PlanStatus.REVOKED)

    def _moved_to(self, status: PlanStatus, /) -> "CarePlan":
        now = self.status
        if now is not None and now is not status and now not in _BEFORE[status]:
            became, was = in_words(status.value), in_words(now.value)
            what = f"the plan is {was}, and from there it does not become {became}"
            before = " or ".join(in_words(one.value) for one in _BEFORE[status])
            raise InvalidValue(what, advice=f"Maybe a new plan, or this one while it is {before}")
        return attrs.evolve(self, status=status)


def _itself(item: T, /) -> T:
    return item


def _called_for(contact: Contact, /) -> tuple[object, ...]:
    return contact.purpose, contact.person, contact.organization
