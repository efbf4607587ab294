"""From places to the answer: what it comes to for each client, each caseload, and in all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import final

from attrs import frozen

from carecore.base.identity import ClientId
from carecore.matching.allocations import Allocation
from carecore.matching.breaking import Breaking
from carecore.matching.broken_bonds import BrokenBond
from carecore.matching.candidates import Choices
from carecore.matching.loads import Load
from carecore.matching.looks import points_of
from carecore.matching.obstacles import admitted_of, obstacles_of
from carecore.matching.placements import Obstacle, Placement, Unplaced, UnplacedBecause
from carecore.matching.policies import Policy
from carecore.matching.pool_index import Index
from carecore.matching.pricing import Pricing, slot_costs
from carecore.matching.proofs import Certificate, Costs, Price
from carecore.matching.rooms import Room
from carecore.matching.sharing import Sharing
from carecore.matching.solutions import Solution
from carecore.matching.togetherness import Company
from carecore.people import Client

__all__ = ["Conclusion"]


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Conclusion:
    """Everything that an answer is told from.

    Attributes:
        index: the pool.
        policy: which criteria were asked.
        sharing: what counted besides fit.
        pricing: the prices.
        before: who had whom, by client and role.
        rooms: the room of each place.
        choices: what was wanted, and who could come.
        solution: where everybody goes.
        without_role: the clients for whom nobody has to be engaged, with what was recommended.
        company: who stays together, and who apart.
        obstacles: what stands in the way of those who wait, by client and role, where it was found
            before.
    """

    index: Index
    policy: Policy
    sharing: Sharing
    pricing: Pricing
    before: Mapping[tuple[str, str], str]
    rooms: Sequence[Room]
    choices: Sequence[Choices]
    solution: Solution
    without_role: Sequence[tuple[Client, str]]
    company: Company
    obstacles: Mapping[tuple[str, str], tuple[Obstacle, ...]]

    def placements(self) -> Iterator[Placement]:
        """The clients who are placed."""
        solution, index = self.solution, self.index
        for number, (choice, place, next_best) in enumerate(
            zip(self.choices, solution.places, solution.runners_up, strict=True)
        ):
            if place is None:
                continue
            other, margin = (None, None) if next_best is None else next_best
            yield Placement(
                client_id=choice.wanted.opening.client.id,
                role=choice.wanted.opening.role,
                professional_id=index.at(place).id,
                points=choice.wanted.points,
                score=choice.scores[choice.places.index(place)],
                admitted=admitted_of(choice.wanted, index, self.policy, place),
                before=self.before.get(choice.wanted.key),
                runner_up=None if other is None else index.at(other).id,
                margin=margin,
                together=self.company.together_with(number),
                apart=self.company.apart_from(number),
            )

    def unplaced(self, as_of: date, /) -> Iterator[Unplaced]:
        """The clients who wait, with what they take up that day."""
        left = Counter[int]()
        for choice, place in zip(self.choices, self.solution.places, strict=True):
            if place is not None:
                left[place] += choice.wanted.points
        for number, place in enumerate(self.solution.places):
            if place is None:
                yield self._waiting(number, left)
        for client, told in self.without_role:
            yield Unplaced(
                client_id=client.id,
                points=points_of(client, as_of),
                because=UnplacedBecause.NO_ROLE,
                text=f"nobody has to be engaged; recommended: {told or 'no role'}",
            )

    def _waiting(self, number: int, taken: Counter[int], /) -> Unplaced:
        choice = self.choices[number]
        wanted = choice.wanted
        told = self.company.why_waiting(
            number, rooms=self.rooms, taken=taken, places=self.solution.places
        )
        because, text = self._reason(choice, taken) if told is None else told
        obstacles = self.obstacles.get(wanted.key)
        return Unplaced(
            client_id=wanted.opening.client.id,
            role=wanted.opening.role,
            points=wanted.points,
            because=because,
            text=text,
            fitting=len(choice.places),
            undecided=choice.undecided,
            obstacles=obstacles_of(wanted, self.index, self.policy)
            if obstacles is None
            else obstacles,
            before=self.before.get(wanted.key),
            together=self.company.together_with(number),
            apart=self.company.apart_from(number),
        )

    def _reason(self, choice: Choices, taken: Counter[int], /) -> tuple[UnplacedBecause, str]:
        number, points = len(choice.places), choice.wanted.points
        if number:
            fit = f"{number} fit{'s' if number == 1 else ''}"
            if any(self.rooms[place].free - taken[place] >= points for place in choice.places):
                text = f"{fit}, and to place the client would cost more than to wait"
                return UnplacedBecause.COSTS_MORE, text
            return UnplacedBecause.NO_ROOM, f"{fit}, and all their places are taken"
        if choice.undecided:
            text = f"nobody surely fits; of {choice.undecided} it is not known"
            return UnplacedBecause.NOT_KNOWN, text
        everybody = self.index.everybody.bit_count()
        return UnplacedBecause.NOBODY_FITS, f"nobody fits of {everybody} in the pool"

    def loads(self) -> Iterator[Load]:
        """The caseload of everybody in the pool."""
        clients: dict[int, dict[ClientId, None]] = {}
        taken = Counter[int]()
        for choice, place in zip(self.choices, self.solution.places, strict=True):
            if place is not None:
                clients.setdefault(place, {})[choice.wanted.opening.client.id] = None
                taken[place] += choice.wanted.points
        for place, (person, room) in enumerate(zip(self.index.people, self.rooms, strict=True)):
            if person is None:
                continue
            yield Load(
                professional_id=person.id,
                limit=room.limit,
                held=person.caseload,
                taken=taken[place],
                is_absent=room.is_absent,
                clients=tuple(clients.get(place, {})),
            )

    def broken_bonds(self) -> Iterator[BrokenBond]:
        """The clients who had somebody and are elsewhere now, with the reason."""
        taken = Counter[int]()
        for choice, place in zip(self.choices, self.solution.places, strict=True):
            if place is not None:
                taken[place] += choice.wanted.points
        left = {place: room.free - taken[place] for place, room in enumerate(self.rooms)}
        breaking = Breaking(self.index, self.policy, self.pricing, self.solution, left)
        for choice, place in zip(self.choices, self.solution.places, strict=True):
            whom = self.before.get(choice.wanted.key)
            if whom is not None and (place is None or place != choice.before):
                yield breaking.told(choice, place, whom)

    def costs(self) -> Costs:
        """What it costs, part by part, reckoned from the pairs."""
        fit = broken = waiting = 0
        taken = Counter[int]()
        for choice, place in zip(self.choices, self.solution.places, strict=True):
            had = choice.wanted.key in self.before
            bond = (
                self.pricing.broken_bond if had and (place is None or place != choice.before) else 0
            )
            broken += bond
            if place is None:
                waiting += choice.wait - bond
            else:
                fit += choice.costs[choice.places.index(place)] - bond
                taken[place] += choice.wanted.points
        uneven = sum(
            sum(slot_costs(room.limit, room.held, room.free, self.sharing)[: taken[place]])
            for place, room in enumerate(self.rooms)
        )
        return Costs(fit=fit, broken_bonds=broken, evenness=uneven, waiting=waiting)

    def answer(self, as_of: date, /) -> Allocation:
        """The answer."""
        solution, costs = self.solution, self.costs()
        # What it costs is reckoned three times: by the engine, by its proof, and from the pairs.
        assert costs.total == solution.cost
        return Allocation(
            as_of=as_of,
            policy=self.policy.label,
            sharing=self.sharing.label,
            placements=tuple(self.placements()),
            unplaced=tuple(sorted(self.unplaced(as_of), key=_by_client)),
            loads=tuple(self.loads()),
            broken_bonds=tuple(self.broken_bonds()),
            costs=costs,
            certificate=Certificate(
                cost=solution.cost,
                bound=solution.bound,
                method=solution.method,
                scale=solution.scale,
                prices=tuple(
                    Price(professional_id=person.id, price=price)
                    for person, price in zip(self.index.people, solution.prices, strict=True)
                    if person is not None
                ),
                claimed_by=solution.claimed_by,
                claimed_bound=solution.claimed_bound,
                most_changes=solution.most_changes,
                change_price=solution.change_price,
            ),
            eligible_pairs=sum(len(one.places) for one in self.choices),
            undecided_pairs=sum(one.undecided for one in self.choices),
        )


def _by_client(one: Unplaced, /) -> tuple[str, str]:
    return str(one.client_id), str(one.role or "")
