"""The view that rules read: a plan, what is asked about it, and where everything stands in it.

It is built once for a plan; each index is made when the first rule asks for it.
An index keeps the first of two things with one id: that an id stands twice is for a rule to say.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Final, Self, TypeAlias, final

from attrs import field, frozen

from carecore.base.calendars import BusinessCalendar
from carecore.base.checks import require_instance
from carecore.base.fields import checked
from carecore.base.identity import PersonId, ProfessionalId
from carecore.base.lookups import unknown_id
from carecore.base.moments import day_of
from carecore.base.plan_ids import (
    ActivityId,
    ConcernId,
    GoalId,
    MilestoneId,
    StageId,
    TransitionId,
    VisitId,
)
from carecore.base.record_ids import AuthorizationId, CoverageId, EntryId, JourneyId
from carecore.catalogue import STANDARD, Catalogue
from carecore.coverage import Authorization, Coverage
from carecore.errors import CareError
from carecore.people import Membership, Professional
from carecore.plans import Activity, CarePlan, Concern, Goal, Stage, Visit
from carecore.record import Entry, Record
from carecore.recovery import Milestone, Schedule, Tracking, schedule, track
from carecore.review.deadlines import DeadlineList, find_deadlines
from carecore.review.domains import DomainsCovered, domains_covered
from carecore.review.ledger import DutyLedger, duty_ledger
from carecore.review.open_work import OpenWork, open_work_of
from carecore.review.places import firsts, placed
from carecore.review.readiness import Readiness, check_readiness
from carecore.review.travelling import TravelCheck, check_travel
from carecore.review.whose import own_record
from carecore.transitions import Transition
from carecore.travel import Journey

__all__ = ["REQUIREMENTS", "PlanView"]


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class PlanView:
    """A plan, looked at on a day or at a moment, with what the field knows.

    >>> from carecore.people import Client
    >>> plan = CarePlan(id="plan-1", client=Client(id="c-17"), goals=(Goal(id="goal-1"),))
    >>> view = PlanView.of(plan, as_of=date(2026, 11, 23))
    >>> view.subject, list(view.goals)
    ('plan-1', ['goal-1'])
    >>> view.missing(("goals", "a team", "a time of day"))
    ('a team', 'a time of day')

    Attributes:
        plan: the plan.
        as_of: the day, or the moment, asked about.
        catalogue: what the field knows.
        calendar: which days are worked; `None`: unknown.

    .. versionadded:: 0.1
    """

    plan: CarePlan
    as_of: date | datetime
    catalogue: Catalogue
    calendar: BusinessCalendar | None = field(default=None)

    @classmethod
    def of(
        cls,
        plan: CarePlan,
        /,
        *,
        as_of: date,
        catalogue: Catalogue = STANDARD,
        calendar: BusinessCalendar | None = None,
    ) -> Self:
        """The view of *plan* at that time.

        Args:
            plan: the plan.
            as_of: a day where days are counted, a moment with a zone where hours are.
            catalogue: what the field knows.
            calendar: which days are worked; `None`: unknown.

        Raises:
            WrongType: if a part has a type that is not taken.
        """
        return cls(plan=plan, as_of=as_of, catalogue=catalogue, calendar=calendar)

    def __repr__(self) -> str:
        """Whose plan, and when."""
        return f"<PlanView of {self.subject!r} as of {self.as_of.isoformat()}>"

    @property
    def subject(self) -> str:
        """The id of the plan."""
        return self.plan.id

    @cached_property
    def day(self) -> date:
        """The day asked about: of a moment, its day in its own zone."""
        return day_of(self.as_of)

    @property
    def moment(self) -> datetime | None:
        """The moment asked about; `None` where only a day is known."""
        return self.as_of if isinstance(self.as_of, datetime) else None

    def missing(self, requires: tuple[str, ...], /) -> tuple[str, ...]:
        """Those of *requires* that plan, moment or calendar do not have, in order.

        Raises:
            UnknownId: if something is required that is none of `REQUIREMENTS`.
        """
        for name in requires:
            holds = REQUIREMENTS.get(require_instance(name, str, name="what is required"))
            if holds is None or not holds(self):
                break
        else:
            return ()
        return tuple(name for name in requires if not _requirement(name)(self))

    @cached_property
    def concerns(self) -> Mapping[ConcernId, Concern]:
        """The concerns by their ids."""
        return firsts((one.id, one) for one in self.plan.concerns)

    @cached_property
    def stages(self) -> Mapping[StageId, Stage]:
        """The stages by their ids."""
        return firsts((one.id, one) for one in self.plan.stages)

    @cached_property
    def goals(self) -> Mapping[GoalId, Goal]:
        """The goals by their ids."""
        return firsts((one.id, one) for one in self.plan.goals)

    @cached_property
    def activities(self) -> Mapping[ActivityId, Activity]:
        """The activities by their ids."""
        return firsts((one.id, one) for one in self.plan.activities)

    @cached_property
    def visits(self) -> Mapping[VisitId, Visit]:
        """The visits by their ids."""
        return firsts((one.id, one) for one in self.plan.visits)

    @cached_property
    def milestones(self) -> Mapping[MilestoneId, Milestone]:
        """The milestones of the timeline by their ids; empty where there is no timeline."""
        timeline = self.plan.timeline
        return firsts((one.id, one) for one in (timeline.milestones if timeline else ()))

    @cached_property
    def transitions(self) -> Mapping[TransitionId, Transition]:
        """The transitions by their ids."""
        return firsts((one.id, one) for one in self.plan.transitions)

    @cached_property
    def journeys(self) -> Mapping[JourneyId, Journey]:
        """The journeys by their ids."""
        return firsts((one.id, one) for one in self.plan.journeys)

    @cached_property
    def coverages(self) -> Mapping[CoverageId, Coverage]:
        """The coverages by their ids."""
        return firsts((one.id, one) for one in self.plan.coverages)

    @cached_property
    def authorizations(self) -> Mapping[AuthorizationId, Authorization]:
        """The authorizations by their ids."""
        return firsts((one.id, one) for one in self.plan.authorizations)

    @cached_property
    def entries(self) -> Mapping[EntryId, Entry]:
        """The entries of the record by their ids; empty where there is no record."""
        record = self.plan.record
        return firsts((one.id, one) for one in (() if record is None else record.entries))

    @cached_property
    def entry_places(self) -> tuple[tuple[str, Entry], ...]:
        """Every entry of the record with its place, in order."""
        record = self.plan.record or Record()
        return (
            *placed("conditions", record.conditions, under="$.record"),
            *placed("observations", record.observations, under="$.record"),
            *placed("events", record.events, under="$.record"),
        )

    @cached_property
    def members(self) -> Mapping[PersonId, tuple[Membership, ...]]:
        """Every stay in the team, past, present and to come, by the person."""
        found: dict[PersonId, list[Membership]] = {}
        for one in () if self.plan.team is None else self.plan.team.memberships:
            found.setdefault(one.person_id, []).append(one)
        return MappingProxyType({person: tuple(stays) for person, stays in found.items()})

    @cached_property
    def professionals(self) -> Mapping[ProfessionalId, Professional]:
        """The details of members by their ids, where they are known."""
        known = () if self.plan.team is None else self.plan.team.professionals
        return firsts((one.id, one) for one in known)

    @cached_property
    def family(self) -> frozenset[PersonId]:
        """The ids of the client and of those who speak or decide for the client."""
        client = self.plan.client
        return frozenset((client.id, *(one.id for one in client.representatives)))

    @cached_property
    def people(self) -> frozenset[PersonId]:
        """The ids of everybody the plan knows: client, representatives, members, professionals."""
        return self.family | self.members.keys() | self.professionals.keys()

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """What each id of the plan is an id of, by the id; the first use counts."""
        shelves: tuple[tuple[str, Iterable[str]], ...] = (
            ("concern", self.concerns),
            ("stage", self.stages),
            ("goal", self.goals),
            ("activity", self.activities),
            ("visit", self.visits),
            ("milestone", self.milestones),
            ("transition", self.transitions),
            ("journey", self.journeys),
            ("entry", self.entries),
            ("person", sorted(self.people)),
        )
        found: dict[str, str] = {}
        for kind, keys in shelves:
            for key in keys:
                found.setdefault(key, kind)
        return MappingProxyType(found)

    @cached_property
    def schedule(self) -> Schedule | None:
        """When everything on the timeline can be reached; `None` where that cannot be told.

        There is no timeline, its links lead nowhere or run in a circle, ids stand twice, or it
        counts business days and there is no calendar.
        """
        timeline = self.plan.timeline
        if timeline is None or (timeline.counts_business_days and self.calendar is None):
            return None
        try:
            return schedule(timeline, calendar=self.calendar)
        except CareError:
            return None

    @cached_property
    def tracking(self) -> Tracking | None:
        """How far the recovery has come on the day asked about.

        `None` where it or the record is not there or another client's, or without a `schedule`.
        """
        timeline, record = self.plan.timeline, own_record(self.plan)
        if timeline is None or record is None or self.schedule is None:
            return None
        try:
            return track(timeline, record, as_of=self.day, calendar=self.calendar)
        except CareError:
            return None

    @cached_property
    def open_work(self) -> tuple[OpenWork, ...]:
        """The activities that are open, with the days from the one asked about that are left."""
        return tuple(open_work_of(self.plan, self.stages, self.day))

    @cached_property
    def ledger(self) -> DutyLedger:
        """Who owes what on the day asked about; see `duty_ledger`."""
        return duty_ledger(self.plan, as_of=self.day, catalogue=self.catalogue)

    @cached_property
    def readiness(self) -> Mapping[TransitionId, Readiness]:
        """Whether all is ready, by the transition; empty where only a day is known."""
        now = self.moment
        if now is None:
            return {}
        return firsts(
            (key, check_readiness(self.plan, key, as_of=now, catalogue=self.catalogue))
            for key in self.transitions
        )

    @cached_property
    def deadlines(self) -> Mapping[TransitionId, DeadlineList]:
        """What is due, by the transition; empty without a time of day or a calendar."""
        now, days = self.moment, self.calendar
        if now is None or days is None:
            return {}
        plan, known = self.plan, self.catalogue
        return firsts(
            (key, find_deadlines(plan, key, as_of=now, calendar=days, catalogue=known))
            for key in self.transitions
        )

    @cached_property
    def travel(self) -> Mapping[JourneyId, TravelCheck]:
        """Whether it can begin, by the journey; empty where only a day is known."""
        now = self.moment
        if now is None:
            return {}
        return firsts(
            (key, check_travel(self.plan, key, as_of=now, catalogue=self.catalogue))
            for key in self.journeys
        )

    @cached_property
    def domains(self) -> DomainsCovered:
        """Which domains of life have goals on the day asked about; see `domains_covered`."""
        return domains_covered(self.plan, as_of=self.day, catalogue=self.catalogue)


_Holds: TypeAlias = Callable[[PlanView], bool]


def _filled(name: str, /) -> _Holds:
    def holds(view: PlanView, /) -> bool:
        return bool(getattr(view.plan, name))

    return holds


def _known(name: str, /) -> _Holds:
    def holds(view: PlanView, /) -> bool:
        return getattr(view.plan, name) is not None

    return holds


def _known_of_client(name: str, /) -> _Holds:
    def holds(view: PlanView, /) -> bool:
        return getattr(view.plan.client, name) is not None

    return holds


REQUIREMENTS: Final[Mapping[str, _Holds]] = MappingProxyType(
    {
        "a time of day": lambda view: view.moment is not None,
        "a calendar": lambda view: view.calendar is not None,
        "a team": _known("team"),
        "a record": _known("record"),
        "a timeline": _known("timeline"),
        "a status": _known("status"),
        "a period": _known("period"),
        "a review interval": _known("review_every"),
        "concerns": _filled("concerns"),
        "stages": _filled("stages"),
        "goals": _filled("goals"),
        "activities": _filled("activities"),
        "visits": _filled("visits"),
        "a timeline that can be scheduled": lambda view: view.schedule is not None,
        "a timeline that can be tracked": lambda view: view.tracking is not None,
        "milestones": lambda view: bool(view.milestones),
        "transitions": _filled("transitions"),
        "journeys": _filled("journeys"),
        "medication lists": _filled("medication_lists"),
        "medication orders": _filled("medication_orders"),
        "consents": _filled("consents"),
        "acknowledgements": _filled("acknowledgements"),
        "coverages": _filled("coverages"),
        "authorizations": _filled("authorizations"),
        "decisions": _filled("decisions"),
        "contacts": _filled("contacts"),
        "revisions": _filled("revisions"),
        "the client's care setting": _known_of_client("setting"),
        "the client's needs": _known_of_client("needs"),
        "the client's jurisdiction": _known_of_client("jurisdiction"),
        "the client's time zone": _known_of_client("zone"),
        "the client's payers": _known_of_client("payers"),
        "the client's languages": _known_of_client("languages"),
        "the client's decision capacity": _known_of_client("has_decision_capacity"),
    }
)
"""What a rule may require of a view, in words, and how one sees whether it is there.

.. versionadded:: 0.1
"""


def _requirement(name: str, /) -> _Holds:
    holds = REQUIREMENTS.get(require_instance(name, str, name="what is required"))
    if holds is None:
        raise unknown_id("requirement", name, REQUIREMENTS)
    return holds
