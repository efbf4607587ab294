"""The question where a panel alone does not say it all.

What a client takes up may depend on who comes to it; some clients stay together, with one
professional or all waiting; and of some no two may be with the same professional.
Clients who stay together are as good as one client: what they cost and take up is added up, and
only whom all of them can have may come.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, final, runtime_checkable

from attrs import frozen

from carecore.base.reasons import at
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.flows.panel import Candidates, Panel, check_client, check_slots

__all__ = [
    "FlowSolver",
    "GeneralPanel",
    "Proposal",
    "Proposer",
    "Unit",
    "check_general",
    "spread_out",
    "units_of",
]


@final
@frozen(kw_only=True, weakref_slot=False)
class GeneralPanel:
    """A panel with weights that may depend on who comes, and with company that counts.

    A solver is given one that was checked; a panel by itself may hold anything.

    >>> clients = [Candidates([0, 1], [5, 8], wait_cost=20) for _ in range(2)]
    >>> GeneralPanel(clients=clients, weights=[[1, 1], [1, 1]], slots=[[0], [0]]).pair_count
    4

    Attributes:
        clients: who may come to each client.
        weights: for each client, how many points it takes up with each candidate.
        slots: for each professional, what each point costs, never falling.
        together: the numbers of clients who go to one professional, or wait all of them.
        apart: the numbers of clients of whom no two go to the same professional.

    .. versionadded:: 0.1
    """

    clients: Sequence[Candidates]
    weights: Sequence[Sequence[int]]
    slots: Sequence[Sequence[int]]
    together: Sequence[Sequence[int]] = ()
    apart: Sequence[Sequence[int]] = ()

    @property
    def pair_count(self) -> int:
        """How many pairs of a client and somebody who may come there are."""
        return sum(len(client.costs) for client in self.clients)


@final
@frozen(kw_only=True, weakref_slot=False)
class Proposal:
    """What a solver proposes, and what it claims; nothing of it is believed.

    >>> Proposal(places=(0, None), prices=(3,), solver="by hand", version="1").places
    (0, None)

    Attributes:
        places: the professional of each client; `None`: it waits.
        prices: what each professional asks for a point, times *scale*; any prices will do, and
            good ones prove more.
        scale: by what the prices are multiplied.
        claimed_bound: below what nothing costs, as the solver claims; `None`: it claims nothing.
        solver: name of the solver.
        version: version of the solver.
        settings: how it was set, in words: what it takes to get the same answer again.

    .. versionadded:: 0.1
    """

    places: tuple[int | None, ...]
    prices: tuple[int, ...]
    scale: int = 1
    claimed_bound: int | None = None
    solver: str
    version: str
    settings: str = ""


@runtime_checkable
class Proposer(Protocol):
    """Anything that can propose who goes where: a solver.

    .. versionadded:: 0.1
    """

    def propose(self, panel: GeneralPanel, /) -> Proposal:
        """Who goes where, as good as the solver can; the same question has the same answer."""
        ...


@runtime_checkable
class FlowSolver(Protocol):
    """Anything that can share out one slot for each client at the least cost, and prove it.

    .. versionadded:: 0.1
    """

    def solve_flow(self, panel: Panel, /) -> Proposal:
        """Who goes where in a panel that was checked, with prices that prove it."""
        ...


@final
@frozen(kw_only=True, weakref_slot=False)
class Unit:
    """One client, or those who stay together, as one.

    Attributes:
        members: the numbers of the clients.
        candidates: who may come to all of them, and what that costs together.
        weights: how many points they take up together with each candidate.
    """

    members: tuple[int, ...]
    candidates: Candidates
    weights: tuple[int, ...]


def units_of(panel: GeneralPanel, /) -> list[Unit]:
    """The clients of *panel*, those who stay together as one, in the order of their first.

    >>> clients = [Candidates([0, 1], [5, 8], wait_cost=20), Candidates([1], [4], wait_cost=9)]
    >>> panel = GeneralPanel(
    ...     clients=clients, weights=[[1, 2], [3]], slots=[[0] * 5] * 2, together=[[0, 1]]
    ... )
    >>> [(one.candidates.professionals, one.candidates.costs) for one in units_of(panel)]
    [([1], [12])]
    """
    group_of = {index: tuple(sorted(group)) for group in panel.together for index in group}
    return [
        _merged(panel, members)
        for index in range(len(panel.clients))
        for members in [group_of.get(index, (index,))]
        if index == members[0]
    ]


def _merged(panel: GeneralPanel, members: tuple[int, ...], /) -> Unit:
    if len(members) == 1:
        (index,) = members
        own = tuple(panel.weights[index])
        return Unit(members=members, candidates=panel.clients[index], weights=own)
    costs: dict[int, int] = {}
    weights: dict[int, int] = {}
    times: dict[int, int] = {}
    for index in members:
        one = panel.clients[index]
        for j, cost, weight in zip(one.professionals, one.costs, panel.weights[index], strict=True):
            costs[j] = costs.get(j, 0) + cost
            weights[j] = weights.get(j, 0) + weight
            times[j] = times.get(j, 0) + 1
    shared = sorted(j for j, count in times.items() if count == len(members))
    pins = [panel.clients[index].pin for index in members]
    candidates = Candidates(
        shared,
        [costs[j] for j in shared],
        wait_cost=sum(panel.clients[index].wait_cost for index in members),
        pin=next((pin for pin in pins if pin is not None), None),
    )
    whole = tuple(weights[j] for j in shared)
    return Unit(members=members, candidates=candidates, weights=whole)


def check_general(panel: GeneralPanel, /) -> None:
    """Refuse a panel that is not whole, or whose pins cannot all be kept.

    Raises:
        WrongType: if a cost, a number or a weight is no whole number.
        InvalidValue: if slots get cheaper, candidates are not in order or unknown, a cost is too
            large, weights are missing or negative, a group names a client twice or one that there
            is not, groups contradict each other or the pins, or more points are pinned to somebody
            than there are.

    .. versionadded:: 0.1
    """
    for index, costs in enumerate(panel.slots):
        check_slots(index, costs)
    for index, client in enumerate(panel.clients):
        check_client(index, client, len(panel.slots))
    for fault in (*_weight_faults(panel), *_group_faults(panel)):
        raise fault
    for fault in _pin_faults(panel):
        raise fault


def _weight_faults(panel: GeneralPanel, /) -> Iterator[CareError]:
    if len(panel.weights) != len(panel.clients):
        what = f"{len(panel.clients)} clients have weights for {len(panel.weights)}"
        yield InvalidValue(what, place="$.weights", advice="Maybe one row for each client")
    for index, (client, row) in enumerate(zip(panel.clients, panel.weights, strict=False)):
        place = at("$.weights", index)
        if len(row) != len(client.costs):
            what = f"{len(client.costs)} candidates have {len(row)} weights"
            yield InvalidValue(what, place=place, advice="Maybe one weight for each candidate")
        elif not set(map(type, row)) <= {int}:
            yield WrongType("a weight is no whole number", place=place, advice="Maybe round it")
        elif row and min(row) < 0:
            yield InvalidValue(f"a weight is {min(row)}", place=place, advice="Maybe 0")


def _group_faults(panel: GeneralPanel, /) -> Iterator[CareError]:
    known = range(len(panel.clients))
    for name, groups in (("together", panel.together), ("apart", panel.apart)):
        for number, group in enumerate(groups):
            place = at(f"$.{name}", number)
            if not set(map(type, group)) <= {int} or not all(index in known for index in group):
                what = f"the group names a client that is not among the {len(known)}"
                yield InvalidValue(what, place=place, advice="Maybe count them from 0")
            elif not group or len(set(group)) != len(group):
                what = "the group is empty, or names a client twice"
                yield InvalidValue(what, place=place, advice="Maybe remove one of them")
    grouped = [index for group in panel.together for index in group]
    if len(set(grouped)) != len(grouped):
        what = "a client is in two of the groups that stay together"
        yield InvalidValue(what, place="$.together", advice="Maybe make them one group")
    for first in map(set, panel.together):
        for number, other in enumerate(panel.apart):
            if len(first.intersection(other)) > 1:
                what = "two clients of the group stay together as well"
                place = at("$.apart", number)
                yield InvalidValue(what, place=place, advice="Maybe one of the two is meant")


def _pin_faults(panel: GeneralPanel, /) -> Iterator[CareError]:
    free = [len(slots) for slots in panel.slots]
    for group in panel.together:
        if len({panel.clients[index].pin for index in group} - {None}) > 1:
            what = "clients who stay together are pinned to several"
            yield InvalidValue(what, place="$.together", advice="Maybe pin one of them only")
    for group in panel.apart:
        pins = [panel.clients[index].pin for index in group]
        if any(pins.count(pin) > 1 for pin in pins if pin is not None):
            what = "clients who may not share a professional are pinned to the same"
            yield InvalidValue(what, place="$.apart", advice="Maybe pin one of them only")
    for unit in units_of(panel):
        pin = unit.candidates.pin
        if pin is not None and pin not in unit.candidates.professionals:
            what = f"{pin} is no candidate of everybody who stays together with a pinned client"
            yield InvalidValue(what, place="$.together", advice="Maybe pin another")
        elif pin is not None:
            free[pin] -= unit.weights[list(unit.candidates.professionals).index(pin)]
    for index, points in enumerate(free):
        if points < 0:
            what = f"the pinned clients of professional {index} weigh {-points} more than there is"
            advice = "Maybe pin fewer, or add points"
            yield InvalidValue(what, place=at("$.slots", index), advice=advice)


def spread_out(units: Iterable[Unit], places: Sequence[int | None], /) -> tuple[int | None, ...]:
    """The place of each client, from the place of each unit."""
    found: dict[int, int | None] = {}
    for unit, place in zip(units, places, strict=True):
        found.update(dict.fromkeys(unit.members, place))
    return tuple(found[index] for index in range(len(found)))
