"""What a panel of clients wants: for each client, the roles that somebody has to be engaged for."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import final

from attrs import frozen

from carecore.base.identity import RoleId
from carecore.base.reasons import at
from carecore.catalogue import Catalogue
from carecore.errors import CareError, InvalidValue
from carecore.matching.advise import team_faults
from carecore.matching.decision import decide
from carecore.matching.demands import Demand, demands_of
from carecore.matching.looks import points_wanted
from carecore.matching.openings import Opening, take_as_asked
from carecore.matching.roles_needed import HOW
from carecore.matching.seats import Status
from carecore.matching.situation import Situation
from carecore.people import Client, Team

__all__ = ["Wanted", "Wishes", "client_faults"]


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Wanted:
    """One role that is wanted for one client.

    Attributes:
        opening: what is to be filled.
    """

    opening: Opening

    @property
    def key(self) -> tuple[str, str]:
        """Ids of client and role."""
        return str(self.opening.client.id), str(self.opening.role)

    @property
    def points(self) -> int:
        """How many caseload points it takes up."""
        return points_wanted(self.opening)


@final
class Wishes:
    """Works out what each client wants; clients who are in the same situation are asked once."""

    __slots__ = ("_as_of", "_asked", "_catalogue", "_roles")

    def __init__(self, catalogue: Catalogue, as_of: date, /) -> None:
        """Begin with no client."""
        self._catalogue = catalogue
        self._as_of = as_of
        # By what a decision depends on where no team is known.
        self._roles: dict[object, tuple[tuple[RoleId, ...], str]] = {}
        self._asked: dict[object, tuple[Demand, ...]] = {}

    def of(
        self, client: Client, team: Team | None, role: RoleId | None, /
    ) -> tuple[list[Wanted], str]:
        """What *client* wants, and in words what was recommended where nothing is.

        Where no *role* is named, it is for each one that has to be engaged.

        Raises:
            UnknownId: if the role, a need or the care setting is not in the catalogue.
        """
        if role is not None:
            return [self.wanted_as(role, client, team)], ""
        roles, told = self._to_engage(client, team)
        return [self.wanted_as(role, client, team) for role in roles], told

    def wanted_as(self, role: RoleId, client: Client, team: Team | None, /) -> Wanted:
        """What is asked of whoever comes to *client* in that role.

        Raises:
            UnknownId: if the role, a need or the care setting is not in the catalogue.
        """
        opening = Opening(
            client=client, role=role, as_of=self._as_of, team=team, catalogue=self._catalogue
        )
        key = None if team is not None else (role, _situation(client))
        asked = None if key is None else self._asked.get(key)
        if asked is not None:
            take_as_asked(opening, asked)
        elif key is not None:
            self._asked[key] = opening.asked
        return Wanted(opening=opening)

    def _to_engage(self, client: Client, team: Team | None, /) -> tuple[tuple[RoleId, ...], str]:
        key = None if team is not None else _situation(client)
        known = self._roles.get(key) if key is not None else None
        if known is None:
            taken = decide(Situation(client, team), self._catalogue, as_of=self._as_of).core_first
            roles = dict.fromkeys(
                one.seat.role.id
                for one in taken
                if one.status is Status.TO_ENGAGE and one.seat.role.is_service
            )
            told = ", ".join(f"{one.seat.role.name} ({HOW[one.status]})" for one in taken)
            known = tuple(roles), told
            if key is not None:
                self._roles[key] = known
        return known


def _situation(client: Client, /) -> tuple[object, ...]:
    """All that a decision depends on, where no team and no pool is known."""
    return client.needs, client.setting, client.payers, client.has_decision_capacity


def client_faults(
    clients: Sequence[Client], teams: Iterable[Team], catalogue: Catalogue, /
) -> Iterator[CareError]:
    """What is wrong with a panel: a client who stands twice, an id that the catalogue lacks."""
    known: dict[str, Client] = {}
    for index, client in enumerate(clients):
        if client.id in known:
            what = f"the client {client.id!r} stands twice in the panel"
            yield InvalidValue(what, place=at("$clients", index), advice="Maybe remove one of them")
        known[client.id] = client
        try:
            demands_of(client, catalogue)
        except CareError as fault:
            yield fault.below(at("$clients", index))
    served: set[str] = set()
    for index, team in enumerate(teams):
        place, whose = at("$teams", index), team.client_id
        if whose is None or whose not in known or whose in served:
            what = f"the team {team.id!r} is that of no client of the panel, or the second of one"
            advice = "Maybe Team(client_id=...) is another client's"
            yield InvalidValue(what, place=place, advice=advice)
            continue
        served.add(whose)
        for refused in team_faults(Situation(known[whose], team), catalogue):
            refused.place = place + refused.place.removeprefix("$team")
            yield refused
