"""Everything that was read is put together: plans with their parts, and what belongs to none."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, final

import attrs

from carecore.extra.fhir.found import (
    Draft,
    Found,
    Link,
    Owned,
    Spokesperson,
    concern_of,
    lose_held,
    type_in,
)
from carecore.extra.fhir.model import Fault, Imported
from carecore.extra.fhir.posts import with_posts
from carecore.medications import Medication, MedicationList
from carecore.people import Client, Professional, Team
from carecore.plans import Activity, CarePlan, Concern, Goal, Visit
from carecore.record import Condition, Entry, Event, Observation, Record

__all__ = ["joined", "list_id"]

V = TypeVar("V")


def joined(found: Found, /) -> Imported:
    """The values, with an account of what is not in them."""
    return _Joining(found).imported()


@final
class _Joining:
    """Puts together what was read.

    Attributes:
        found: what was read.
        clients: by their ids.
        records: by the ids of their clients.
        lists: what each client takes, by the client's id.
        professionals: by their ids, with what their posts say.
        teams: by their ids, with what is known of their members.
        parts: the ids of activities, by the id of the plan they say they are part of.
        booked: the ids of visits, by the id of such a plan, or of the activity they are for.
        used: kind and id of what has a place in a plan.
        made: the ids of the plans.
    """

    __slots__ = (
        *("booked", "clients", "found", "lists", "made", "parts", "professionals", "records"),
        *("teams", "used"),
    )

    def __init__(self, found: Found, /) -> None:
        self.found = found
        self.clients = _clients(found)
        self.records = _records((*found.entries, *found.deaths))
        self.lists = _medication_lists(found.medications)
        self.professionals = with_posts(found)
        self.teams = {
            key: _with_details(team, self.professionals) for key, team in found.teams.items()
        }
        self.parts = _by_plan(found.activities)
        self.booked = _by_plan(found.visits)
        for key, owned in found.visits.items():
            if owned.value.activity is not None:
                self.booked.setdefault(owned.value.activity, []).append(key)
        self.used: set[tuple[str, str]] = set()
        self.made: set[str] = set()

    def imported(self) -> Imported:
        """Everything; first the plans, because they say what belongs to none."""
        found, reading = self.found, self.found.reading
        for held in found.unnamed:
            lose_held(held)
        plans = [plan for plan in map(self._plan, found.plans) if plan is not None]
        self.made = {plan.id for plan in plans}
        alone = (
            tuple(self._alone("goal", found.goals)),
            tuple(self._alone("activity", found.activities)),
            tuple(self._alone("visit", found.visits)),
        )
        return Imported(
            plans=tuple(plans),
            clients=tuple(self.clients.values()),
            professionals=tuple(self.professionals.values()),
            organizations=tuple(found.organizations.values()),
            teams=tuple(self.teams.values()),
            goals=alone[0],
            activities=alone[1],
            visits=alone[2],
            records=tuple(self.records.values()),
            medication_lists=tuple(one for some in self.lists.values() for one in some),
            coverages=tuple(found.coverages.values()),
            consents=tuple(found.consents.values()),
            losses=tuple(reading.losses),
            faults=tuple(
                Fault(place, what, advice=advice, raw=raw)
                for place, what, advice, raw in reading.faults
            ),
        )

    def _plan(self, draft: Draft, /) -> CarePlan | None:
        found = self.found
        fields: dict[str, Any] = dict(draft.fields)
        if draft.client is None:
            what = "it does not say whose plan it is"
            advice = "Maybe it lacks subject.reference"
            found.reading.blame(draft.held.place, what, draft.held.raw, advice)
            return None
        owner = draft.client
        own_coverages = (one for one in found.coverages.values() if one.client_id == owner)
        own_consents = (one for one in found.consents.values() if one.client_id == owner)
        fields["client"] = self.clients[owner]
        fields["record"] = self.records.get(owner)
        fields["medication_lists"] = tuple(self.lists.get(owner, ()))
        fields["coverages"] = tuple(own_coverages)
        fields["consents"] = tuple(own_consents)
        fields["team"] = self._team(draft)
        fields["goals"] = tuple(self._goals(draft, owner))
        fields["concerns"] += self._addressed(fields["concerns"], fields["goals"])
        fields["activities"], fields["visits"] = self._work(draft, owner)
        return CarePlan(**(fields | draft.own))

    def _team(self, draft: Draft, /) -> Team | None:
        team: Team | None = None
        for link in draft.teams:
            target = self.teams.get(link.target.id)
            if target is None:
                self._leads_nowhere(link, "team")
            elif team is None:
                team = target
            else:
                self.found.reading.lose(link.place, link.raw, link.of)
        return team

    def _goals(self, draft: Draft, owner: str, /) -> Iterator[Goal]:
        for link in self._once(draft.goals):
            key = link.target.id
            owned = self.found.goals.get(key)
            if owned is None:
                self._leads_nowhere(link, "goal")
            else:
                yield self._owned_by(owner, "goal", key, owned)

    def _once(self, links: Iterable[Link], /) -> Iterator[Link]:
        """What is named, once; what is named again is lost."""
        named: set[str] = set()
        for link in links:
            if link.target.id in named:
                self.found.reading.lose(link.place, link.raw, link.of)
            else:
                named.add(link.target.id)
                yield link

    def _addressed(
        self, known: tuple[Concern, ...], goals: tuple[Goal, ...], /
    ) -> tuple[Concern, ...]:
        """The concerns that the goals of a plan name, and the plan itself does not."""
        ids = self.found.reading.ids
        named = {key: None for goal in goals for key in goal.concerns}
        new = named.keys() - {one.id for one in known}
        kinds = {key: type_in(key) or (ids[key].type if key in ids else "") for key in new}
        return tuple(concern_of(key, kinds[key]) for key in named if key in new)

    def _work(self, draft: Draft, owner: str, /) -> tuple[tuple[Activity, ...], tuple[Visit, ...]]:
        """What the plan names, in its order, then what names the plan or is for its activities."""
        tasks, appointments, plan = self.found.activities, self.found.visits, draft.fields["id"]
        activities: dict[str, Activity] = {}
        visits: dict[str, Visit] = {}
        work: list[Activity] = []
        for one in draft.work:
            if isinstance(one, Activity):
                work.append(one)
                continue
            key, held = one.target
            is_visit = held is not None and held.type == "Appointment"
            if key in (visits if is_visit else activities):
                self.found.reading.lose(one.place, one.raw, one.of)
            elif is_visit and key in appointments:
                visits[key] = self._owned_by(owner, "visit", key, appointments[key])
            elif key in tasks and not is_visit:
                activities[key] = self._owned_by(owner, "activity", key, tasks[key])
                work.append(activities[key])
            else:
                self._leads_nowhere(one, "activity")
        for key in self.parts.get(plan, ()):
            if key not in activities:
                activities[key] = self._owned_by(owner, "activity", key, tasks[key])
                work.append(activities[key])
        for key in (one for of in (plan, *activities) for one in self.booked.get(of, ())):
            if key not in visits:
                visits[key] = self._owned_by(owner, "visit", key, appointments[key])
        return tuple(work), tuple(visits.values())

    def _owned_by(self, owner: str, kind: str, key: str, owned: Owned[V], /) -> V:
        of, unclear = owned.of, self.found.reading.unclear
        if of is not None and of.target.id != owner and of.target.id not in unclear:
            what = f"the {kind} is of another client than the plan that names it"
            self.found.reading.blame(of.place, what, of.raw)
        self.used.add((kind, key))
        return owned.value

    def _leads_nowhere(self, link: Link, kind: str, /) -> None:
        reading = self.found.reading
        if link.target.id in reading.unclear:
            # It is a fault already.
            return
        if link.target.held is not None:
            # It is there, and it is nothing that a plan holds here.
            reading.lose(link.place, link.raw, link.of)
            return
        what = f"the {kind} it names is not in the documents"
        reading.blame(link.place, what, link.raw, "Maybe read the document that holds it as well")

    def _alone(self, kind: str, shelf: dict[str, Owned[V]], /) -> Iterator[V]:
        """What belongs to no plan; whose it is, and which plan it names, has no place then."""
        for key, owned in shelf.items():
            is_alone = (kind, key) not in self.used
            named = [one for one in owned.based_on if is_alone or one.target.id not in self.made]
            for link in (owned.of if is_alone else None, *named):
                if link is not None:
                    self.found.reading.lose(link.place, link.raw, link.of)
            if is_alone:
                yield owned.value


def _by_plan(shelf: dict[str, Owned[V]], /) -> dict[str, list[str]]:
    """The ids of what says that it is part of a plan, by the id of the plan."""
    found: dict[str, list[str]] = {}
    for key, owned in shelf.items():
        for plan in dict.fromkeys(one.target.id for one in owned.based_on):
            found.setdefault(plan, []).append(key)
    return found


def _clients(found: Found, /) -> dict[str, Client]:
    speaking: dict[str, list[Spokesperson]] = {}
    for one in found.representatives:
        speaking.setdefault(one.of, []).append(one)
    clients: dict[str, Client] = {}
    for key, known in found.clients.items():
        client = Client(id=key) if known is None else known
        clients[key] = _spoken_for(client, speaking[key], found) if key in speaking else client
    return clients


def _spoken_for(client: Client, several: list[Spokesperson], found: Found, /) -> Client:
    """A client with these representatives; whom the client names already is told twice."""
    known = client.representatives
    ids = {one.id for one in known}
    built = [(one.value, one.held) for one in several if one.value is not None]
    new = tuple(value for value, _ in built if value.id not in ids)
    for value, held in built:
        if value.id in ids and value not in known:
            found.reading.lose(held.place, held.raw, held)
    return attrs.evolve(client, representatives=(*known, *new)) if new else client


def _records(entries: Iterable[Entry], /) -> dict[str | None, Record]:
    shelves: dict[str | None, tuple[list[Condition], list[Observation], list[Event]]] = {}
    for entry in entries:
        shelf = shelves.setdefault(entry.client_id, ([], [], []))
        if isinstance(entry, Condition):
            shelf[0].append(entry)
        elif isinstance(entry, Observation):
            shelf[1].append(entry)
        else:
            shelf[2].append(entry)
    return {
        key: Record(
            client_id=key,
            conditions=tuple(conditions),
            observations=tuple(observations),
            events=tuple(events),
        )
        for key, (conditions, observations, events) in shelves.items()
    }


def _medication_lists(
    medications: Iterable[tuple[str | None, str, Medication]], /
) -> dict[str | None, list[MedicationList]]:
    taken: dict[tuple[str | None, str], list[Medication]] = {}
    for client, kind, medication in medications:
        taken.setdefault((client, kind), []).append(medication)
    lists: dict[str | None, list[MedicationList]] = {}
    for (client, kind), held in taken.items():
        made = MedicationList(
            id=list_id(client, kind),
            client_id=client,
            medications=tuple(held),
        )
        lists.setdefault(client, []).append(made)
    return lists


def list_id(client: str | None, kind: str, /) -> str:
    """What the list of a client's medications of one kind of resource is called."""
    return f"{client or 'unknown'}#{kind}"


def _with_details(team: Team, professionals: dict[str, Professional], /) -> Team:
    members = dict.fromkeys(one.person_id for one in team.memberships)
    known = {one.id for one in team.professionals}
    details = [professionals[key] for key in members if key in professionals and key not in known]
    if not details:
        return team
    return attrs.evolve(team, professionals=(*team.professionals, *details))
