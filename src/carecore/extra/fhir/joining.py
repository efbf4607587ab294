"""Everything that was read is put together: plans with their parts, and what belongs to none."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, final

import attrs

from carecore.errors import CareError
from carecore.extra.fhir.found import Draft, Found, Link, Owned
from carecore.extra.fhir.model import Fault, Imported, loss
from carecore.medications import Medication, MedicationList
from carecore.people import Client, Professional, Representative, Team
from carecore.plans import Activity, CarePlan, Goal, Visit
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
        teams: by their ids, with what is known of their members.
        used: kind and id of what has a place in a plan.
    """

    __slots__ = ("clients", "found", "lists", "records", "teams", "used")

    def __init__(self, found: Found, /) -> None:
        self.found = found
        self.clients = _clients(found)
        self.records = _records(found.entries)
        self.lists = _medication_lists(found.medications)
        self.teams = {
            key: _with_details(team, found.professionals) for key, team in found.teams.items()
        }
        self.used: set[tuple[str, str]] = set()

    def imported(self) -> Imported:
        """Everything; first the plans, because they say what belongs to none."""
        found, reading = self.found, self.found.reading
        plans = [self._plan(draft) for draft in found.plans]
        alone = (
            tuple(self._alone("goal", found.goals)),
            tuple(self._alone("activity", found.activities)),
            tuple(self._alone("visit", found.visits)),
        )
        return Imported(
            plans=tuple(plan for plan in plans if plan is not None),
            clients=tuple(self.clients.values()),
            professionals=tuple(found.professionals.values()),
            organizations=tuple(found.organizations.values()),
            teams=tuple(self.teams.values()),
            goals=alone[0],
            activities=alone[1],
            visits=alone[2],
            records=tuple(self.records.values()),
            medication_lists=tuple(one for some in self.lists.values() for one in some),
            coverages=tuple(found.coverages.values()),
            consents=tuple(found.consents.values()),
            losses=tuple(
                loss(place, raw, held.type, len(held.place)) for place, raw, held in reading.losses
            ),
            faults=tuple(
                Fault(place, what, advice, raw) for place, what, advice, raw in reading.faults
            ),
        )

    def _plan(self, draft: Draft, /) -> CarePlan | None:
        found = self.found
        fields: dict[str, Any] = dict(draft.fields)
        if draft.client is None:
            what = "it does not say whose plan it is"
            advice = "Maybe it lacks subject.reference"
            found.reading.blame(draft.place, what, fields.get("id"), advice)
            return None
        owner = draft.client.target.id
        own_coverages = (one for one in found.coverages.values() if one.client_id == owner)
        own_consents = (one for one in found.consents.values() if one.client_id == owner)
        fields["client"] = self.clients[owner]
        fields["record"] = self.records.get(owner)
        fields["medication_lists"] = tuple(self.lists.get(owner, ()))
        fields["coverages"] = tuple(own_coverages)
        fields["consents"] = tuple(own_consents)
        fields["team"] = self._team(draft)
        fields["goals"] = tuple(self._goals(draft, owner))
        fields["activities"], fields["visits"] = self._work(draft, owner)
        try:
            return CarePlan(**(fields | draft.own))
        except CareError as fault:
            found.reading.blame(draft.place, fault.what, fields.get("id"), fault.advice)
            return None

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
        for link in draft.goals:
            key = link.target.id
            owned = self.found.goals.get(key)
            if owned is None:
                self._leads_nowhere(link, "goal")
            else:
                yield self._owned_by(owner, "goal", key, owned)

    def _work(self, draft: Draft, owner: str, /) -> tuple[tuple[Activity, ...], tuple[Visit, ...]]:
        """What the plan names, in its order, then what names the plan."""
        tasks, visits = self.found.activities, self.found.visits
        work: list[Activity | Visit] = []
        named: set[str] = set()
        for one in draft.work:
            if isinstance(one, Activity):
                work.append(one)
                continue
            key = one.target.id
            named.add(key)
            if key in tasks:
                work.append(self._owned_by(owner, "activity", key, tasks[key]))
            elif key in visits:
                work.append(self._owned_by(owner, "visit", key, visits[key]))
            else:
                self._leads_nowhere(one, "activity")
        for key, task in self._based_on(draft, tasks, named):
            work.append(self._owned_by(owner, "activity", key, task))
        for key, visit in self._based_on(draft, visits, named):
            work.append(self._owned_by(owner, "visit", key, visit))
        return (
            tuple(one for one in work if isinstance(one, Activity)),
            tuple(one for one in work if isinstance(one, Visit)),
        )

    def _based_on(
        self, draft: Draft, shelf: dict[str, Owned[V]], named: set[str], /
    ) -> Iterator[tuple[str, Owned[V]]]:
        plan = draft.fields["id"]
        for key, owned in shelf.items():
            if key not in named and any(one.target.id == plan for one in owned.based_on):
                yield key, owned

    def _owned_by(self, owner: str, kind: str, key: str, owned: Owned[V], /) -> V:
        if owned.of is not None and owned.of.target.id != owner:
            what = f"the {kind} is of another client than the plan that names it"
            self.found.reading.blame(owned.of.place, what, owned.of.raw)
        self.used.add((kind, key))
        return owned.value

    def _leads_nowhere(self, link: Link, kind: str, /) -> None:
        reading = self.found.reading
        if link.target.held is not None:
            # It is there, and it is nothing that a plan holds here.
            reading.lose(link.place, link.raw, link.of)
            return
        what = f"the {kind} it names is not in the documents"
        reading.blame(link.place, what, link.raw, "Maybe read the document that holds it as well")

    def _alone(self, kind: str, shelf: dict[str, Owned[V]], /) -> Iterator[V]:
        """What belongs to no plan; whose it is, and which plan it names, has no place then."""
        for key, alone in shelf.items():
            if (kind, key) in self.used:
                continue
            named: list[Link | None] = [alone.of, *alone.based_on]
            for link in named:
                if link is not None:
                    self.found.reading.lose(link.place, link.raw, link.of)
            yield alone.value


def _clients(found: Found, /) -> dict[str, Client]:
    speaking: dict[str, list[Representative]] = {}
    for key, representative in found.representatives:
        if key is not None:
            speaking.setdefault(key, []).append(representative)
    clients: dict[str, Client] = {}
    for key, known in found.clients.items():
        client = Client(id=key) if known is None else known
        own = speaking.get(key)
        if own:
            client = attrs.evolve(client, representatives=(*client.representatives, *own))
        clients[key] = client
    return clients


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
