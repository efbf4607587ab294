"""Two searches for the cheapest chain of changes, and how a chain is carried out.

`find_room` makes room for one client: it takes a place, whoever is there goes elsewhere, and so on,
until a slot is free or somebody waits.
`find_taker` fills one free slot: somebody comes, the slot they leave is filled in turn, and so on,
until a slot is better left empty or one client fewer waits.

Both are searches for a shortest path over what each step costs above the prices, which is never
below zero.
So what was best stays best if the prices of those reached are moved by what is left to the end.
"""

from heapq import heappop, heappush
from typing import final

from carecore.flows.panel import NEVER
from carecore.flows.state import NOWHERE, FlowState

__all__ = ["Route", "apply_room", "apply_taker", "find_room", "find_taker", "give_up"]


@final
class Route:
    """The cheapest chain that was found.

    Attributes:
        distance: what it costs; to make room, with the cost and the price of the first place.
        end: where it ends.
        via: who comes to each professional; filling a slot: who leaves them.
        onto: filling a slot: where the one who leaves each professional goes.
        reached: how far each professional is.
        settled: those for whom that is final, in order.
    """

    __slots__ = ("distance", "end", "onto", "reached", "settled", "via")

    def __init__(self, distance: int, end: int, /) -> None:
        """Begin with the end that is nearest at once."""
        self.distance: int = distance
        self.end: int = end
        self.via: dict[int, int] = {}
        self.onto: dict[int, int] = {}
        self.reached: dict[int, int] = {}
        self.settled: list[int] = []


def find_room(
    state: FlowState,
    client: int,
    arcs: list[tuple[int, int]],
    /,
    *,
    vacancy: int = NOWHERE,
    fee: int = 0,
) -> Route:
    """The cheapest chain that brings *client* to one of the professionals in *arcs*.

    The last two are for questions that change nothing.

    Args:
        state: where everybody is.
        client: who is to be placed.
        arcs: where the client may go, and what that costs.
        vacancy: where the client is, whose slot is then free.
        fee: what is added wherever else the chain ends: the cost of filling that slot.
    """
    price, next_cost = state.price, state.next_cost
    shift = state.waiting.bit_length()
    mask = (1 << shift) - 1
    route = Route(NEVER, NOWHERE)
    reached = route.reached
    heap: list[int] = []
    for j, cost in arcs:
        distance = cost + price[j]
        reached[j] = distance
        route.via[j] = client
        heap.append(distance << shift | j)
        total = distance if j == vacancy else cost + next_cost[j] + fee
        if total < route.distance:
            route.distance, route.end = total, j
    heap.sort()
    while heap:
        top = heappop(heap)
        distance, j = top >> shift, top & mask
        if distance >= route.distance:
            break
        if distance == reached[j]:
            route.settled.append(j)
            _move_members_on(state, route, heap, (j, vacancy, fee))
    return route


def _move_members_on(
    state: FlowState, route: Route, heap: list[int], asked: tuple[int, int, int], /
) -> None:
    """Where each member of one professional may go to make room."""
    here, vacancy, fee = asked
    price, next_cost, paid = state.price, state.next_cost, state.paid
    shortlists, sorted_at, fallen = state.shortlists, state.sorted_at, state.fallen
    patience, shift = state.patience, state.waiting.bit_length()
    reached, via = route.reached, route.via
    best, end = route.distance, route.end
    base = reached[here] - price[here]
    for i in state.members[here]:
        offset = base - paid[i]
        limit = best - offset
        short = shortlists[i]
        if short is None or fallen - sorted_at[i] > patience:
            short = state.shortlist(i)
        # No price has fallen by more than this since.
        slack = fallen - sorted_at[i]
        for lower, k, cost in short:
            if lower >= limit + slack:
                break
            there = cost + price[k]
            if there >= limit:
                continue
            there += offset
            if there < reached.get(k, NEVER):
                reached[k] = there
                via[k] = i
                heappush(heap, there << shift | k)
                total = there if k == vacancy else offset + cost + next_cost[k] + fee
                if total < best:
                    best, end = total, k
                    limit = best - offset
    route.distance, route.end = best, end


def apply_room(state: FlowState, client: int, route: Route, /) -> None:
    """Carry out a chain of `find_room`, and raise the prices."""
    for j in route.settled:
        state.price[j] += route.distance - route.reached[j]
    target = route.end
    mover = route.via[target]
    while mover != client:
        source = state.unseat(mover)
        state.seat(mover, target)
        target = source
        mover = route.via[target]
    state.seat(client, target)


def find_taker(
    state: FlowState, vacancy: int, /, *, barred: int = NOWHERE, gap: int | None = None
) -> Route:
    """The cheapest chain that fills a slot of *vacancy*, if that is better than to leave it empty.

    Its distance is by how much the price has to fall, and it ends where one client fewer is then:
    with a professional, on the wait list, or with *vacancy*, if the slot stays empty.
    The last two are for questions that change nothing.

    Args:
        state: where everybody is.
        vacancy: whose slot is to be filled.
        barred: a client that stays where it is.
        gap: what it costs to leave the slot empty, if not what the prices say.
    """
    price, place, paid, waiting = state.price, state.place, state.paid, state.waiting
    shift = waiting.bit_length()
    mask = (1 << shift) - 1
    best = price[vacancy] - state.next_cost[vacancy] if gap is None else gap
    route = Route(best, vacancy)
    reached = route.reached
    reached[vacancy] = 0
    heap = [vacancy]
    while heap:
        top = heappop(heap)
        distance, j = top >> shift, top & mask
        if distance >= best:
            break
        if distance > reached[j]:
            continue
        route.settled.append(j)
        offset = distance + price[j]
        for i, cost in state.column(j).items():
            source = place[i]
            there = offset + cost - paid[i] - price[source]
            if there >= best or there >= reached.get(source, NEVER) or i == barred:
                continue
            reached[source] = there
            route.via[source] = i
            route.onto[source] = j
            total = there
            if source not in {waiting, NOWHERE}:
                heappush(heap, there << shift | source)
                total += give_up(state, source)
            if total < best:
                best, route.end = total, source
    route.distance = best
    return route


def give_up(state: FlowState, professional: int, /) -> int:
    """What is lost if the last slot that a professional has filled is left empty."""
    last = state.slots[professional][len(state.members[professional]) - 1]
    return state.price[professional] - last


def apply_taker(state: FlowState, vacancy: int, route: Route, /) -> None:
    """Carry out a chain of `find_taker`, and lower the prices."""
    for j in route.settled:
        state.price[j] -= route.distance - route.reached[j]
    state.fallen += route.distance
    source = route.end
    while source != vacancy:
        mover = route.via[source]
        state.unseat(mover)
        state.seat(mover, route.onto[source])
        source = route.onto[source]
