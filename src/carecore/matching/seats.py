"""The seats around a client: each role that is there, can be asked for, or can be engaged."""

from collections.abc import Hashable, Iterable
from datetime import date
from enum import Enum
from typing import final

from attrs import frozen

from carecore.base.identity import DutyId, ProfessionalId
from carecore.base.reasons import Verdict, all_of, any_of
from carecore.catalogue import Catalogue
from carecore.credentials import Compact
from carecore.matching.demands import Demand
from carecore.matching.reach import Gates, Nearby, Reach, credential_held
from carecore.matching.situation import Situation
from carecore.people import Client, Professional, Team
from carecore.roles import Engagement, Exclusion, Holding, Role

__all__ = [
    "Seat",
    "Status",
    "absent_members",
    "alike_by",
    "is_elsewhere",
    "is_open_demand",
    "seats_of",
]


class Status(Enum):
    """How a role can be had.

    .. versionadded:: 0.1
    """

    ASSIGNED = "assigned"
    ASK_FOR = "ask_for"
    TO_ENGAGE = "to_engage"
    NOBODY_IN_REACH = "nobody_in_reach"


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Seat:
    """One role as it can be had by one client.

    Attributes:
        role: the role.
        status: whether the person is there, comes for the asking, or has to be engaged.
        way: how the role comes to the client; `None` where the person is there.
        members: ids of the persons who are there, with details where known.
        client: whose seat it is.
        as_of: the day.
        compacts: agreements by which licences hold elsewhere.
        nearby: who could be engaged; `None`: not known, or not asked because the person comes
            along.
    """

    role: Role
    status: Status
    client: Client
    as_of: date
    compacts: tuple[Compact, ...]
    way: Engagement | None = None
    members: tuple[tuple[str, Professional | None], ...] = ()
    nearby: Nearby | None = None

    def holding(self, demand: Demand, /) -> Holding:
        """How this seat stands to what is demanded."""
        holding = self.role.holding(demand.duty.id)
        if holding is Holding.OUTSIDE or self.exclusion(demand.duty.id) is not None:
            return Holding.OUTSIDE
        return holding if self._is_licensed(demand) else Holding.OUTSIDE

    def exclusion(self, duty: DutyId, /) -> Exclusion | None:
        """Why somebody who comes this way may not hold the duty; `None` if nothing bars it."""
        barred = () if self.way is None else self.way.exclusions
        return next((one for one in barred if one.duty == duty), self.role.exclusion(duty))

    def unseen_licence(self, demand: Demand, /) -> bool:
        """Whether somebody is there for it whose licence nobody has seen."""
        return bool(self.members) and self._licensed_members(demand) is Verdict.UNKNOWN

    def reached(self, *demands: Demand) -> tuple[ProfessionalId, ...]:
        """Ids of those in the pool who could hold all of it; the surely fitting first."""
        return () if self.nearby is None else self.nearby.able(self.role.id, _gates(demands))

    def asked(self, demands: Iterable[Demand], /) -> tuple[Reach, ...]:
        """Everybody of the role in the pool, check by check."""
        return () if self.nearby is None else self.nearby.reaches(self.role.id, _gates(demands))

    def _is_licensed(self, demand: Demand, /) -> bool:
        if self.members:
            return self._licensed_members(demand) is not Verdict.NOT_MET
        return all(not set(gate).isdisjoint(self.role.licences) for gate in demand.gates)

    def _licensed_members(self, demand: Demand, /) -> Verdict:
        return any_of(self._licensed(person, demand) for _, person in self.members)

    def _licensed(self, person: Professional | None, demand: Demand, /) -> Verdict:
        if person is None:
            return Verdict.UNKNOWN if demand.gates else Verdict.MET
        return all_of(
            credential_held(person, self.client, gate, as_of=self.as_of, compacts=self.compacts)
            for gate in demand.gates
        )


def seats_of(
    situation: Situation,
    catalogue: Catalogue,
    /,
    *,
    as_of: date,
    nearby: Nearby | None = None,
) -> tuple[Seat, ...]:
    """Every seat that the client could have: those taken first, then by the catalogue's order.

    Who is *nearby* may be known already from the same client in the same place, and the same pool.
    """
    if nearby is None and situation.pool is not None:
        nearby = Nearby(
            client=situation.client,
            pool=situation.pool,
            as_of=as_of,
            compacts=catalogue.compacts,
        )
    return (*_taken(situation, catalogue, as_of), *_free(situation, catalogue, as_of, nearby))


def alike_by(client: Client, /) -> Hashable:
    """All of *client* that seats, and who is in reach of them, depend on where no team is known."""
    return client.setting, client.payers, client.jurisdiction, client.caseload_points


def is_open_demand(demand: Demand, client: Client, /) -> bool:
    """Whether anybody at all may hold it for this client now."""
    lacking = client.has_decision_capacity is False
    return (lacking or not demand.duty.for_incapacity) and not is_elsewhere(demand, client)


def is_elsewhere(demand: Demand, client: Client, /) -> bool:
    """Whether it is owed only in care settings other than the client's."""
    settings = demand.duty.settings
    return settings is not None and client.setting is not None and client.setting not in settings


def absent_members(team: Team | None, as_of: date, /) -> tuple[str, ...]:
    """Ids of the members of that day who are away or have no hours: absent is not idle."""
    if team is None:
        return ()
    people = dict.fromkeys(one.person_id for one in team.at(as_of))
    known = (team.professional(person) for person in people)
    return tuple(one.id for one in known if one is not None and one.is_absent(as_of=as_of))


def _taken(situation: Situation, catalogue: Catalogue, as_of: date, /) -> Iterable[Seat]:
    if situation.team is None:
        return
    members = situation.team.at(as_of)
    absent = absent_members(situation.team, as_of)
    for role in catalogue.roles:
        persons = {
            member.person_id: situation.team.professional(member.person_id)
            for member in members
            if member.role == role.id and member.person_id not in absent
        }
        if persons:
            yield Seat(
                role=role,
                status=Status.ASSIGNED,
                client=situation.client,
                as_of=as_of,
                compacts=catalogue.compacts,
                members=tuple(persons.items()),
            )


def _free(
    situation: Situation, catalogue: Catalogue, as_of: date, nearby: Nearby | None, /
) -> Iterable[Seat]:
    client = situation.client
    for role in catalogue.roles:
        open_ways = [
            way
            for way in role.engagements
            if way.is_open(setting=client.setting, payers=client.payers)
        ]
        # Two ways that bring the same person for the same duties are one seat.
        kinds = {(not way.brings, way.exclusions): way for way in reversed(open_ways)}
        for _, way in sorted(kinds.items(), key=_brought_first):
            yield Seat(
                role=role,
                status=Status.ASK_FOR if way.brings else Status.TO_ENGAGE,
                client=client,
                as_of=as_of,
                compacts=catalogue.compacts,
                way=way,
                nearby=None if way.brings else nearby,
            )


def _brought_first(kind: tuple[tuple[bool, tuple[Exclusion, ...]], Engagement], /) -> bool:
    return kind[0][0]


def _gates(demands: Iterable[Demand], /) -> Gates:
    return tuple(dict.fromkeys(gate for demand in demands for gate in demand.gates))
