"""Why this professional and not that one: a bound at once, and the exact answer on request.

Nothing is changed by asking.
The bound comes from the prices: to have somebody else costs at least what cost and price there are
above cost and price here.
The exact answer takes one search or two, and names the chain of clients that would move.
"""

from operator import add
from typing import final

from attrs import frozen

from carecore.errors import UnknownId
from carecore.flows.flow import PanelFlow
from carecore.flows.panel import NEVER
from carecore.flows.search import Route, find_room, find_taker, give_up
from carecore.flows.state import FlowState

__all__ = [
    "PlaceChange",
    "RunnerUp",
    "WhatIf",
    "runner_up",
    "runner_up_bound",
    "what_if",
    "what_if_bound",
]


@final
@frozen(kw_only=True, weakref_slot=False)
class PlaceChange:
    """One client that goes elsewhere.

    Attributes:
        client: who.
        before: the professional it leaves; `None`: it waited.
        after: the professional it goes to; `None`: it waits.

    .. versionadded:: 0.1
    """

    client: int
    before: int | None
    after: int | None


@final
@frozen(kw_only=True, weakref_slot=False)
class WhatIf:
    """What it would cost if one client were elsewhere.

    Attributes:
        client: who.
        professional: where; `None`: on the wait list.
        bound: what it would cost more at least, by price.
        cost: what it would cost more; of a pinned client, this may be less than nothing.
        changes: who would go elsewhere, the client itself first.

    .. versionadded:: 0.1
    """

    client: int
    professional: int | None
    bound: int
    cost: int
    changes: tuple[PlaceChange, ...]


@final
@frozen(kw_only=True, weakref_slot=False)
class RunnerUp:
    """The next best place of a client by price.

    Attributes:
        professional: where; `None`: on the wait list.
        margin: what it would cost more at least.

    .. versionadded:: 0.1
    """

    professional: int | None
    margin: int


def what_if_bound(flow: PanelFlow, client: int, professional: int | None, /) -> int:
    """What it would cost more at least if *client* went to *professional*.

    Raises:
        UnknownId: if there is no such client, or the professional is no candidate of it.

    >>> from carecore.flows import Candidates, Panel
    >>> flow = PanelFlow(Panel([Candidates([0, 1], [5, 8], wait_cost=20)], [[0], [0]]))
    >>> what_if_bound(flow, 0, 1)
    3

    .. versionadded:: 0.1
    """
    state = flow.state
    place = state.waiting if professional is None else professional
    return _cost(flow, client, professional) + state.price[place] - _standing(state, client)


def what_if(flow: PanelFlow, client: int, professional: int | None, /) -> WhatIf | None:
    """What exactly it would cost if *client* went to *professional*; `None`: it cannot.

    Raises:
        UnknownId: if there is no such client, or the professional is no candidate of it.

    >>> from carecore.flows import Candidates, Panel
    >>> panel = Panel(
    ...     [Candidates([0], [5], wait_cost=20), Candidates([0], [6], wait_cost=9)], [[0]]
    ... )
    >>> answer = what_if(PanelFlow(panel), 1, 0)
    >>> answer.cost, [one.client for one in answer.changes]
    (12, [1, 0])

    .. versionadded:: 0.1
    """
    state = flow.state
    place = state.waiting if professional is None else professional
    bound = what_if_bound(flow, client, professional)
    found: tuple[int, tuple[PlaceChange, ...]] | None = (0, ())
    if place != state.place[client]:
        found = _forced(state, client, [(place, _cost(flow, client, professional))])
    if found is None:
        return None
    cost, changes = found
    return WhatIf(client=client, professional=professional, bound=bound, cost=cost, changes=changes)


def runner_up(flow: PanelFlow, client: int, /) -> WhatIf | None:
    """What exactly the best answer costs in which *client* is elsewhere; `None`: there is none.

    .. versionadded:: 0.1
    """
    state = flow.state
    arcs = dict(zip(state.arc_ids[client], state.arc_costs[client], strict=True))
    arcs.pop(state.place[client])
    found = _forced(state, client, list(arcs.items()))
    if found is None:
        return None
    cost, changes = found
    after = changes[0].after
    bound = what_if_bound(flow, client, after)
    return WhatIf(client=client, professional=after, bound=bound, cost=cost, changes=changes)


def runner_up_bound(flow: PanelFlow, client: int, /) -> RunnerUp | None:
    """The next best place by price, quick enough for every client; `None`: there is no other.

    >>> from carecore.flows import Candidates, Panel
    >>> flow = PanelFlow(Panel([Candidates([0, 1], [5, 8], wait_cost=20)], [[0], [0]]))
    >>> runner_up_bound(flow, 0)
    RunnerUp(professional=1, margin=3)

    .. versionadded:: 0.1
    """
    state = flow.state
    values = list(map(add, state.arc_costs[client], state.getters[client](state.price)))
    if len(values) == 1:
        return None
    ids = state.arc_ids[client]
    values[ids.index(state.place[client])] = NEVER
    lowest = min(values)
    place = ids[values.index(lowest)]
    return RunnerUp(professional=_named(state, place), margin=lowest - _standing(state, client))


def _cost(flow: PanelFlow, client: int, professional: int | None, /) -> int:
    """What a pair costs, or waiting; also what a pin rules out."""
    candidates = flow.client(client)
    if professional is None:
        return candidates.wait_cost
    if professional not in candidates.professionals:
        place = f"$.clients[{client}]"
        raise UnknownId("candidate", str(professional), place=place)
    return candidates.costs[candidates.professionals.index(professional)]


def _standing(state: FlowState, client: int, /) -> int:
    """Cost and price where a client is now."""
    return state.paid[client] + state.price[state.place[client]]


def _forced(
    state: FlowState, client: int, arcs: list[tuple[int, int]], /
) -> tuple[int, tuple[PlaceChange, ...]] | None:
    """The cheapest way to bring a client to one of *arcs*: what it costs more, and the chain.

    The slot that it leaves is where the chain ends, or a second chain fills it; what that one costs
    is the fee of the first.
    """
    here = state.place[client]
    back: Route | None = None
    if here != state.waiting:
        back = find_taker(state, here, barred=client, gap=give_up(state, here))
    fee = 0 if back is None else back.distance
    room = find_room(state, client, arcs, vacancy=here, fee=fee)
    if room.distance > NEVER // 2:
        return None
    chain = _room_chain(state, client, room)
    if back is not None and room.end != here:
        chain = _joined(state, chain, _taker_chain(here, back))
    changes = tuple(
        PlaceChange(client=one, before=_named(state, before), after=_named(state, after))
        for one, before, after in chain
    )
    return room.distance - _standing(state, client), changes


def _room_chain(state: FlowState, client: int, route: Route, /) -> list[tuple[int, int, int]]:
    """Who leaves whom for whom to make room, the client itself first."""
    target = route.end
    chain: list[tuple[int, int, int]] = []
    mover = -1
    while mover != client:
        mover = route.via[target]
        chain.append((mover, state.place[mover], target))
        target = state.place[mover]
    return chain[::-1]


def _taker_chain(vacancy: int, route: Route, /) -> list[tuple[int, int, int]]:
    """Who leaves whom for whom to fill a slot, the one who comes to it last."""
    source = route.end
    chain: list[tuple[int, int, int]] = []
    while source != vacancy:
        chain.append((route.via[source], source, route.onto[source]))
        source = route.onto[source]
    return chain


def _joined(
    state: FlowState, first: list[tuple[int, int, int]], second: list[tuple[int, int, int]], /
) -> list[tuple[int, int, int]]:
    """One chain out of two; where both pass the same professional, what lies between is left out.

    That is a circle that costs nothing, so it happens between equals only.
    """
    leaves = {source: k for k, (_, source, _) in enumerate(second) if source != state.waiting}
    for at, (_, _, target) in enumerate(first):
        if target in leaves:
            return first[: at + 1] + second[leaves[target] :]
    return first + second


def _named(state: FlowState, place: int, /) -> int | None:
    return None if place == state.waiting else place
