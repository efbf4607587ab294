"""Longer chains of weighted clients: one comes, another has to leave for it, and so on.

The one who has to leave is *in hand* until a place is found.
What is looked at next is the chain that costs least so far, with what the place of the one in hand
costs by price.
Chains begin with the clients that cost more than by price, the dearest first.
"""

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from typing import Final, TypeAlias, final

from attrs import frozen

from carecore.flows.acuity_search import AcuitySearch

__all__ = ["improve_by_chains", "relocate_by_chain"]

_LONGEST: Final = 8
"""How many clients are in hand one after the other; measured, as the next ones."""

_LOOKS: Final = {True: 1500, False: 40}
"""How many chains are looked at for a client that waits, and for one that does not."""

_ROUNDS: Final = {True: 6, False: 2}

_Changes: TypeAlias = tuple[tuple[int, int], ...]
"""Who goes where."""

_Values: TypeAlias = Sequence[int] | Mapping[int, int]
"""What each client costs by price."""


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class _Chain:
    """A chain that has no end yet.

    Attributes:
        change: by how much it changes the cost, without a place for the one in hand.
        hand: who is in hand.
        loads: the points of those it has passed.
        changes: who goes where so far.
    """

    change: int
    hand: int
    loads: dict[int, int]
    changes: _Changes


def improve_by_chains(search: AcuitySearch, values: list[int], /) -> None:
    """Find places for those who wait, then better ones for the others.

    Args:
        search: where everybody is.
        values: what each client costs by price.
    """
    for are_waiting in (True, False):
        for _ in range(_ROUNDS[are_waiting]):
            touched: dict[int, None] = {}
            for seed in search.dearest_clients(values, are_waiting=are_waiting):
                changes = _find(search, values, seed, _LOOKS[are_waiting])
                if changes:
                    touched.update(dict.fromkeys(search.relocate(changes)))
            if not touched:
                break
            search.improve(start=touched)


def relocate_by_chain(
    search: AcuitySearch, values: _Values, seed: int, /, *, looks: int
) -> list[int]:
    """Carry out the first chain that begins with one client and costs less than nothing.

    Args:
        search: where everybody is.
        values: what each client costs by price.
        seed: who is first in hand.
        looks: how many chains are looked at.

    Returns:
        Who is where a load has changed, and nobody if no chain was found.
    """
    changes = _find(search, values, seed, looks)
    return search.relocate(changes) if changes else []


def _find(search: AcuitySearch, values: _Values, seed: int, looks: int, /) -> _Changes:
    """The first chain that costs less than nothing, if one is found."""
    first = _first(search, seed)
    chains: list[tuple[int, int, _Chain]] = [(first.change + values[seed], 0, first)]
    # By price is not exact: what is somewhat above zero may still end below it.
    is_waiting = search.place[seed] == search.waiting
    allowance = abs(search.paid[seed]) // 4 if is_waiting else 0
    seen = {seed: chains[0][0]}
    pushed = 0
    for _ in range(looks):
        if not chains:
            break
        _, _, chain = heappop(chains)
        end = _ended(search, chain)
        if end:
            return end
        if len(chain.changes) >= _LONGEST:
            continue
        for longer in _longer(search, chain):
            estimate = longer.change + values[longer.hand]
            if estimate < seen.get(longer.hand, allowance):
                seen[longer.hand] = estimate
                pushed += 1
                heappush(chains, (estimate, pushed, longer))
    return ()


def _first(search: AcuitySearch, seed: int, /) -> _Chain:
    """The chain that has only taken one client in hand."""
    here = search.place[seed]
    if here == search.waiting:
        return _Chain(change=-search.paid[seed], hand=seed, loads={}, changes=())
    left, totals = search.load[here] - search.weights[seed], search.totals[here]
    change = totals[left] - totals[search.load[here]] - search.paid[seed]
    return _Chain(change=change, hand=seed, loads={here: left}, changes=())


def _ended(search: AcuitySearch, chain: _Chain, /) -> _Changes:
    """The whole chain with the best place for the one in hand, if it costs less than nothing."""
    weight = search.weights[chain.hand]
    best, target = 0, -1
    for j, cost in search.arcs[chain.hand]:
        load = chain.loads.get(j, search.load[j])
        if load + weight > search.room[j]:
            continue
        change = chain.change + cost
        if j != search.waiting:
            change += search.totals[j][load + weight] - search.totals[j][load]
        if change < best:
            best, target = change, j
    return (*chain.changes, (chain.hand, target)) if best < 0 else ()


def _longer(search: AcuitySearch, chain: _Chain, /) -> list[_Chain]:
    """The chains in which the one in hand finds a place that another has to leave."""
    weight, weights, paid = search.weights[chain.hand], search.weights, search.paid
    found: list[_Chain] = []
    for j, cost in search.arcs[chain.hand]:
        if j in chain.loads or j == search.waiting:
            continue
        load, room, totals = search.load[j], search.room[j], search.totals[j]
        for other in search.members[j]:
            left = load + weight - weights[other]
            if left <= room:
                longer = _Chain(
                    change=chain.change + cost + totals[left] - totals[load] - paid[other],
                    hand=other,
                    loads={**chain.loads, j: left},
                    changes=(*chain.changes, (chain.hand, j)),
                )
                found.append(longer)
        search.work += len(search.members[j])
    return found
