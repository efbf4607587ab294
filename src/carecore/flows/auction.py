"""A quick start: every client bids for a slot, and prices only rise.

A client bids for its best choice as much as makes the second best no worse, and a little more, the
*raise*, so that two who want the same come to an end.
A professional keeps the highest bids that there are slots for; an empty slot bids what it costs.
The price is the lowest bid that is kept, so whoever holds a slot is content, up to the raise.

The raise gets smaller round by round, and each round begins a little below the last prices.
What is not exact at the end is repaired afterwards, so nothing here decides what is best, only how
soon it is found.
Where prices near the best are enough, nothing is repaired: the raise gets as small as it matters.
"""

from heapq import heappush, heapreplace
from operator import add
from typing import Final

from carecore.flows.panel import NEVER
from carecore.flows.state import NOWHERE, FlowState

__all__ = ["auction_only", "auction_start"]

_WITHOUT_CHOICE: Final = NEVER // 2
"""Bids above this are those of pinned clients, who have no second choice."""

_STEP: Final = 4
"""By what the raise is divided from round to round; found by measuring, as the next two."""

_FEWEST_ROUNDS: Final = 3
_PATIENCE: Final = 4
"""How often a client loses before its own raise doubles, as a power of two."""

_FINEST: Final = 10_000
"""A smaller share of the usual range than this no longer changes a bound that anybody reads."""


def auction_start(state: FlowState, /) -> None:
    """Place the clients of a new state, or most of them, and price the professionals.

    The last round is the one after which nine clients in ten have their best choice, or the raise
    cannot be divided any more.
    """
    size = _first_raise(state)
    _bid(state, size)
    rounds = 1
    while size >= _STEP and (rounds < _FEWEST_ROUNDS or not _is_near(state)):
        size = _bid_anew(state, size)
        rounds += 1


def auction_only(state: FlowState, /) -> None:
    """Place all clients of a new state, and price the professionals, near the best.

    No professional has more than there are slots for; but some clients would rather be elsewhere
    by a little, and a slot may be left empty that is cheaper than its price.
    """
    last = max(1, _usual_range(state) // _FINEST)
    size = _first_raise(state)
    _bid(state, size)
    while size > last:
        size = _bid_anew(state, size)


def _first_raise(state: FlowState, /) -> int:
    size = max(1, _usual_range(state) // 3)
    if len(state.place) > sum(map(len, state.slots)):
        # Not everybody fits, so prices climb as high as the costs of waiting.
        return max(size, _usual_climb(state) // 3)
    return size


def _bid_anew(state: FlowState, size: int, /) -> int:
    """One more round, after one with the raise *size*; and say what its raise was."""
    _reopen(state, size * 5 // 4)
    size = max(1, size // _STEP)
    _bid(state, size)
    return size


def _is_near(state: FlowState, /) -> bool:
    off_best = sum(map(state.is_off_best, range(len(state.place))))
    return 10 * off_best <= len(state.place)


def _usual_range(state: FlowState, /) -> int:
    """How far a client's costs, and a professional's slots, are apart from each other."""
    ranges = [
        max(costs[:-1]) - min(costs[:-1]) for costs in _sample(state.arc_costs) if len(costs) > 1
    ]
    return _mean(ranges) + _mean([costs[-1] - costs[0] for costs in state.slots if costs])


def _usual_climb(state: FlowState, /) -> int:
    """How far it is up to the cost of waiting."""
    return _mean([costs[-1] - min(costs) for costs in _sample(state.arc_costs)])


def _sample(costs: list[list[int]], /) -> list[list[int]]:
    return costs[:: max(1, len(costs) // 200)]


def _mean(numbers: list[int], /) -> int:
    return sum(numbers) // len(numbers) if numbers else 0


def _reopen(state: FlowState, discount: int, /) -> None:
    """Empty every slot, and lower the prices."""
    for professional in range(state.waiting):
        state.members[professional] = []
        slots = state.slots[professional]
        if slots:
            state.price[professional] = max(slots[0], state.price[professional] - discount)
            state.next_cost[professional] = slots[0]


def _bid(state: FlowState, size: int, /) -> None:
    """Let every client bid until each holds a slot or waits.

    Each bid that takes a slot is higher than the one it takes it from, so there is an end.
    Who loses often raises more and more, so that a few who want one slot do not climb a high cost
    of waiting step by step.
    """
    price, next_cost, slots, waiting = state.price, state.next_cost, state.slots, state.waiting
    arc_ids, arc_costs, getters = state.arc_ids, state.arc_costs, state.getters
    place, paid = state.place, state.paid
    # A bid and its client in one whole number, because heaps of these are fastest.
    shift = max(1, len(place).bit_length())
    mask = (1 << shift) - 1
    holders: list[list[int]] = [[] for _ in slots]
    losses = [0] * len(place)
    stack = list(range(len(place) - 1, -1, -1))
    while stack:
        client = stack.pop()
        costs = arc_costs[client]
        values = list(map(add, costs, getters[client](price)))
        at = values.index(min(values))
        j = arc_ids[client][at]
        cost = costs[at]
        place[client] = j
        paid[client] = cost
        if j == waiting:
            continue
        values[at] = NEVER
        bid = min(values) - cost + (size << (losses[client] >> _PATIENCE))
        held, opening = holders[j], next_cost[j]
        lowest = held[0] >> shift if held else NEVER
        if opening <= price[j] or (opening <= bid and opening <= lowest):
            # An empty slot, at the price or for the lowest bid there is.
            if opening > price[j]:  # noqa: PLR1730 # a call costs more in the hot loop
                price[j] = opening
            heappush(held, bid << shift | client)
            load, mine = len(held), slots[j]
            next_cost[j] = mine[load] if load < len(mine) else NEVER
            continue
        if bid <= lowest:
            loser, floor = client, min(bid + (not held), opening)
        else:
            loser = heapreplace(held, bid << shift | client) & mask
            floor = min(held[0] >> shift, opening)
            if floor > _WITHOUT_CHOICE:
                floor = lowest
        place[loser] = NOWHERE
        losses[loser] += 1
        stack.append(loser)
        if floor > price[j]:  # noqa: PLR1730 # as above
            price[j] = floor
    for professional, held in enumerate(holders):
        state.members[professional] = sorted(entry & mask for entry in held)
