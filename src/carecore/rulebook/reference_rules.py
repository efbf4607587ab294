"""P101 to P103 and P114: whose everything is, and whether what a plan names is in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.coverage import Authorization, Coverage
from carecore.medications import Medication, MedicationList, MedicationOrder
from carecore.plans import Activity, CarePlan, Concern, Goal, Stage, Visit
from carecore.record import Condition, Event, Observation, Record
from carecore.recovery import Milestone
from carecore.review import PlanView
from carecore.rights import Consent, Decision
from carecore.rulebook.asking import hinting
from carecore.transitions import Transition
from carecore.travel import Journey, Leg
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "an_id_stands_twice",
    "nobody_knows_the_person",
    "reference_leads_nowhere",
    "something_of_another_client",
]

_LOGIC: Final = OwnChoice("a plan is about one client, and what it names can be found in it")
_PEOPLE: Final = OwnChoice(
    "who does something in a plan is the client, speaks for the client or belongs to the team"
)


_Owned: TypeAlias = (
    Transition | Journey | MedicationList | Consent | Coverage | Condition | Observation | Event
)
_HasId: TypeAlias = (
    Activity
    | Authorization
    | Concern
    | Consent
    | Coverage
    | Decision
    | Goal
    | Journey
    | Leg
    | Medication
    | MedicationList
    | MedicationOrder
    | Milestone
    | Stage
    | Transition
    | Visit
)
_Named: TypeAlias = tuple[str, str, Sequence[_HasId]]
_Lost: TypeAlias = tuple[str, str, str, Iterable[str]]


@rule("P101", Severity.ERROR, sources=(_LOGIC,))
def something_of_another_client(view: PlanView) -> Iterator[Remark]:
    """Something of another client stands in the plan.

    What it looks for:
        A team, record, entry, timeline, transition, journey, list of medications, consent or
        coverage that names another client than the plan does. Where the whole record is
        another client's, its entries are not told one by one.
    Why it matters:
        Whoever acts on it treats one person by the facts of another.
    When it may be wrong:
        One person is registered twice, under two ids.
    Example:
        The plan of c-17 holds an observation of c-71.
    What helps:
        Take it out, or join the two ids before the plan is built.
    Sources:
        carecore's own choice: a plan is about one client.
    """
    plan = view.plan
    own = plan.client.id
    alone = (("team", plan.team), ("record", plan.record), ("timeline", plan.timeline))
    for name, one in alone:
        if one is not None and one.client_id != own and one.client_id is not None:
            yield _strange(f"$.{name}", one.client_id, own)
    for name, items in _owned(plan):
        for index, item in enumerate(items):
            if item.client_id != own and item.client_id is not None:
                yield _strange(f"$.{name}[{index}]", item.client_id, own)
    record = plan.record
    if record is None:
        return
    for name, items in _entries(record):
        for index, item in enumerate(items):
            whose = item.client_id
            if whose != own and whose is not None and whose != record.client_id:
                yield _strange(f"$.record.{name}[{index}]", whose, own)


def _owned(plan: CarePlan, /) -> tuple[tuple[str, Iterable[_Owned]], ...]:
    return (
        ("transitions", plan.transitions),
        ("journeys", plan.journeys),
        ("medication_lists", plan.medication_lists),
        ("consents", plan.consents),
        ("coverages", plan.coverages),
    )


def _entries(record: Record, /) -> tuple[tuple[str, Iterable[_Owned]], ...]:
    return (
        ("conditions", record.conditions),
        ("observations", record.observations),
        ("events", record.events),
    )


def _strange(place: str, owner: str, own: str, /) -> Remark:
    return Remark(
        place,
        f"this belongs to {owner!r}, and the plan to {own!r}",
        facts=(Fact(name="client", seen=owner, place=f"{place}.client_id"),),
        advice="Maybe it was filed in the wrong plan",
    )


@rule("P102", Severity.ERROR, sources=(_LOGIC,))
def an_id_stands_twice(view: PlanView) -> Iterator[Remark]:
    """An id stands twice among things of one kind.

    What it looks for:
        Two concerns, stages, goals, activities, visits, milestones, transitions, journeys, legs of
        one journey, entries of the record, lists of medications, medications of one list, orders,
        consents, coverages, authorizations or decisions with one id.
    Why it matters:
        Whatever refers to the id may mean either, and only the first is found.
    When it may be wrong:
        Never; even two equal ones are counted twice.
    Example:
        Two goals are called goal-1.
    What helps:
        Give one of them another id, or take out the copy.
    Sources:
        carecore's own choice: what a plan names can be found in it.
    """
    for kind, prefix, things in _shelves(view.plan):
        if len(things) > 1 and len({thing.id for thing in things}) < len(things):
            keys = {f"{prefix}[{index}]": thing.id for index, thing in enumerate(things)}
            yield from _twice(kind, keys)
    record = view.plan.record
    if record is not None and len(view.entries) < len(record.entries):
        yield from _twice("entry", {place: entry.id for place, entry in view.entry_places})


def _shelves(plan: CarePlan, /) -> Iterator[_Named]:
    yield "goal", "$.goals", plan.goals
    yield "activity", "$.activities", plan.activities
    yield "stage", "$.stages", plan.stages
    yield "concern", "$.concerns", plan.concerns
    yield "visit", "$.visits", plan.visits
    if plan.timeline is not None:
        yield "milestone", "$.timeline.milestones", plan.timeline.milestones
    yield "transition", "$.transitions", plan.transitions
    yield "journey", "$.journeys", plan.journeys
    for index, journey in enumerate(plan.journeys):
        yield "leg", f"$.journeys[{index}].legs", journey.legs
    yield "list", "$.medication_lists", plan.medication_lists
    for index, one in enumerate(plan.medication_lists):
        yield "medication", f"$.medication_lists[{index}].medications", one.medications
    yield "order", "$.medication_orders", plan.medication_orders
    yield "consent", "$.consents", plan.consents
    yield "coverage", "$.coverages", plan.coverages
    yield "authorization", "$.authorizations", plan.authorizations
    yield "decision", "$.decisions", plan.decisions


def _twice(kind: str, keys: Mapping[str, str], /) -> Iterator[Remark]:
    seen: dict[str, str] = {}
    for place, key in keys.items():
        first = seen.setdefault(key, place)
        if first != place:
            yield Remark(
                f"{place}.id",
                f"the {kind} id {key!r} stands at {first} already",
                facts=(Fact(name=f"{kind} id", seen=key, place=f"{place}.id"),),
                advice="Maybe give it an id of its own",
            )


@rule("P103", Severity.ERROR, sources=(_LOGIC,))
def reference_leads_nowhere(view: PlanView) -> Iterator[Remark]:
    """A reference leads nowhere.

    What it looks for:
        An id of a stage, goal, concern, activity, milestone, journey, authorization or coverage
        that nothing on the plan has, and of an entry that is not in the record. Without a record
        nobody can tell, and without a timeline nothing refers to a milestone.
    Why it matters:
        Whoever follows it finds nothing, and work done for it counts for nothing.
    When it may be wrong:
        What it names is kept elsewhere, and was not copied into the plan.
    Example:
        An activity serves goal-11; the goals are goal-1 to goal-9.
    What helps:
        Look for a slip of the pen, or take the reference out.
    Sources:
        carecore's own choice: what a plan names can be found in it.
    """
    hints: dict[str, Callable[[str], str]] = {}
    for place, kind, key, known in _lost(view):
        hint = hints.get(kind)
        if hint is None:
            hint = hints[kind] = hinting(known, otherwise="Maybe it was taken out of the plan")
        yield Remark(
            place,
            f"there is no {kind} {key!r} here",
            facts=(Fact(name=kind, seen=key, place=place),),
            advice=hint(key),
        )


def _lost(view: PlanView, /) -> Iterator[_Lost]:
    plan = view.plan
    yield from _lost_by_goals(view)
    yield from _lost_by_activities(view)
    yield from _lost_by_the_timeline(view)
    for index, transition in enumerate(plan.transitions):
        key = transition.journey
        if key is not None and key not in view.journeys:
            yield f"$.transitions[{index}].journey", "journey", key, view.journeys
    for index, authorization in enumerate(plan.authorizations):
        payer = authorization.coverage_id
        if payer is not None and payer not in (ids := [one.id for one in plan.coverages]):
            yield f"$.authorizations[{index}].coverage_id", "coverage", payer, ids
    if plan.record is None:
        return
    for index, concern in enumerate(plan.concerns):
        entry = concern.condition
        if entry is not None and entry not in view.entries:
            yield f"$.concerns[{index}].condition", "entry", entry, view.entries


def _lost_by_goals(view: PlanView, /) -> Iterator[_Lost]:
    stages, concerns = view.stages, view.concerns
    has_record = view.plan.record is not None
    for index, goal in enumerate(view.plan.goals):
        stage, baseline = goal.stage, goal.baseline
        if stage is not None and stage not in stages:
            yield f"$.goals[{index}].stage", "stage", stage, stages
        for number, concern in enumerate(goal.concerns):
            if concern not in concerns:
                yield f"$.goals[{index}].concerns[{number}]", "concern", concern, concerns
        if baseline is not None and has_record and baseline not in view.entries:
            yield f"$.goals[{index}].baseline", "entry", baseline, view.entries


def _lost_by_activities(view: PlanView, /) -> Iterator[_Lost]:
    plan, stages, goals = view.plan, view.stages, view.goals
    for index, activity in enumerate(plan.activities):
        stage, journey, allowed = activity.stage, activity.journey, activity.authorization
        if stage is not None and stage not in stages:
            yield f"$.activities[{index}].stage", "stage", stage, stages
        for number, goal in enumerate(activity.goals):
            if goal not in goals:
                yield f"$.activities[{index}].goals[{number}]", "goal", goal, goals
        if journey is not None and journey not in view.journeys:
            yield f"$.activities[{index}].journey", "journey", journey, view.journeys
        if allowed is not None and allowed not in view.authorizations:
            place = f"$.activities[{index}].authorization"
            yield place, "authorization", allowed, view.authorizations
    for index, visit in enumerate(plan.visits):
        key, event = visit.activity, visit.event
        if key is not None and key not in view.activities:
            yield f"$.visits[{index}].activity", "activity", key, view.activities
        if event is not None and plan.record is not None and event not in view.entries:
            yield f"$.visits[{index}].event", "entry", event, view.entries


def _lost_by_the_timeline(view: PlanView, /) -> Iterator[_Lost]:
    timeline = view.plan.timeline
    if timeline is None:
        return
    stages, milestones, event = view.stages, view.milestones, timeline.anchor_event
    if event is not None and view.plan.record is not None and event not in view.entries:
        yield "$.timeline.anchor_event", "entry", event, view.entries
    for index, milestone in enumerate(timeline.milestones):
        stage = milestone.stage
        if stage is not None and stage not in stages:
            yield f"$.timeline.milestones[{index}].stage", "stage", stage, stages
    for index, link in enumerate(timeline.links):
        if link.before not in milestones:
            place = f"$.timeline.links[{index}].before"
            yield place, "milestone", link.before, milestones
        if link.after not in milestones:
            yield f"$.timeline.links[{index}].after", "milestone", link.after, milestones


@rule("P114", Severity.WARNING, requires=("a team",), sources=(_PEOPLE,))
def nobody_knows_the_person(view: PlanView) -> Iterator[Remark]:
    """A person is named whom nobody knows.

    What it looks for:
        Somebody who answers for an activity or helps with it, makes a visit, hands over, takes
        over or decides, goes along on a journey, is to be called, or whose goal it is, and who is
        neither the client, nor speaks for the client, nor stands in the team, now or at another
        time. Each is told once. Those who only wrote something down are not asked about.
    Why it matters:
        Nobody can reach them, and nobody knows what they may do.
    When it may be wrong:
        It is a neighbour or a doctor outside the team, whom everybody but the plan knows.
    Example:
        A visit is planned for p-hanna; the team has a p-hana.
    What helps:
        Look for a slip of the pen, or add the person to the team.
    Sources:
        carecore's own choice.
    """
    plan, people = view.plan, view.people
    named: set[str | None] = {None, *(one.by for one in plan.visits)}
    for activity in plan.activities:
        named.update(activity.accountable, activity.helpers)
    for transition in plan.transitions:
        named.update(transition.senders, transition.receivers, transition.deciders)
    for journey in plan.journeys:
        named.update(*(leg.escorts for leg in journey.legs))
    named.update([one.set_by for one in plan.goals], [one.person for one in plan.contacts])
    if named - people == {None}:
        return
    strange: dict[str, list[str]] = {}
    for place, person in _named(plan):
        if person is not None and person not in people:
            strange.setdefault(person, []).append(place)
    belongs = "Maybe their details belong in the team's professionals"
    hint = hinting(sorted(people), otherwise=belongs)
    for person, places in strange.items():
        yield Remark(
            places[0],
            f"the plan does not tell who {person!r} is",
            facts=(Fact(name="places", seen=tuple(places), place=places[0]),),
            advice=hint(person),
        )


def _named(plan: CarePlan, /) -> Iterator[tuple[str, str | None]]:
    """Everybody who does something in a plan, with the place."""
    several: tuple[tuple[str, str, Iterable[object]], ...] = (
        ("activities", "accountable", plan.activities),
        ("activities", "helpers", plan.activities),
        ("transitions", "senders", plan.transitions),
        ("transitions", "receivers", plan.transitions),
        ("transitions", "deciders", plan.transitions),
        *((f"journeys[{at}].legs", "escorts", one.legs) for at, one in enumerate(plan.journeys)),
    )
    for name, field, items in several:
        for index, item in enumerate(items):
            for number, person in enumerate(getattr(item, field)):
                yield f"$.{name}[{index}].{field}[{number}]", person
    alone: tuple[tuple[str, str, Iterable[object]], ...] = (
        ("visits", "by", plan.visits),
        ("goals", "set_by", plan.goals),
        ("contacts", "person", plan.contacts),
    )
    for name, field, items in alone:
        for index, item in enumerate(items):
            yield f"$.{name}[{index}].{field}", getattr(item, field)


RULES: Final[tuple[Rule[PlanView], ...]] = (
    something_of_another_client,
    an_id_stands_twice,
    reference_leads_nowhere,
    nobody_knows_the_person,
)
"""Whose everything is, and whether what a plan names is in it.

.. versionadded:: 0.1
"""
