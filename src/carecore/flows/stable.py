"""Stable pairing: both sides say whom they would rather have.

A pairing is stable if there is no client and no professional who would both rather have each other
than what they have.
That is neither as many pairs as possible nor the best fit in all.

Equal ranks are ties, and the lower number goes first.
Then the pairing is stable for the ties as well: nobody gains by a pair unless both do.
"""

from collections.abc import Mapping, Sequence
from heapq import heappush, heappushpop
from math import inf
from typing import TypeAlias, final

from attrs import frozen

__all__ = [
    "Preferences",
    "Ranks",
    "StablePairs",
    "blocking_pairs",
    "illegal",
    "pair_for_clients",
    "pair_for_professionals",
]

Ranks: TypeAlias = Mapping[int, int]
"""Those whom somebody accepts, by number, and the rank of each: lower is better.

.. versionadded:: 0.1
"""


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Preferences:
    """Whom both sides accept, and would rather have.

    Attributes:
        clients: how each client ranks professionals.
        professionals: how each professional ranks clients.
        capacities: how many clients each professional can have.

    .. versionadded:: 0.1
    """

    clients: Sequence[Ranks]
    professionals: Sequence[Ranks]
    capacities: Sequence[int]


@final
@frozen(kw_only=True, weakref_slot=False)
class StablePairs:
    """Who has whom.

    Attributes:
        places: the professional of each client; `None`: nobody.
        one_sided: clients and professionals of whom only one accepts the other.

    .. versionadded:: 0.1
    """

    places: tuple[int | None, ...]
    one_sided: tuple[tuple[int, int], ...]

    @property
    def unplaced(self) -> tuple[int, ...]:
        """The clients who have nobody."""
        return tuple(client for client, place in enumerate(self.places) if place is None)


def pair_for_clients(sides: Preferences, /) -> StablePairs:
    """The stable pairing in which every client has the best that it has in any.

    >>> ranks = [{0: 0, 1: 1}, {0: 0, 1: 1}]
    >>> sides = Preferences(clients=ranks, professionals=[{0: 1, 1: 0}] * 2, capacities=[1, 1])
    >>> pair_for_clients(sides).places
    (1, 0)

    .. versionadded:: 0.1
    """
    lists = [_in_order(ranks, sides.professionals, i) for i, ranks in enumerate(sides.clients)]
    asked = [0] * len(lists)
    # The worst of those who are held is the least: its rank and number are below zero.
    held: list[list[tuple[int, int]]] = [[] for _ in sides.professionals]
    places: list[int | None] = [None] * len(lists)
    stack = list(range(len(lists) - 1, -1, -1))
    while stack:
        client = stack.pop()
        if asked[client] == len(lists[client]):
            continue
        j = lists[client][asked[client]]
        asked[client] += 1
        places[client] = j
        entry = (-sides.professionals[j][client], -client)
        if len(held[j]) < sides.capacities[j]:
            heappush(held[j], entry)
            continue
        loser = -heappushpop(held[j], entry)[1]
        places[loser] = None
        stack.append(loser)
    return StablePairs(places=tuple(places), one_sided=_one_sided(sides))


def pair_for_professionals(sides: Preferences, /) -> StablePairs:
    """The stable pairing in which every professional has the best that they have in any.

    >>> ranks = [{0: 0, 1: 1}, {0: 1, 1: 0}]
    >>> sides = Preferences(
    ...     clients=ranks, professionals=[{0: 1, 1: 0}, {0: 0, 1: 1}], capacities=[1, 1]
    ... )
    >>> pair_for_clients(sides).places, pair_for_professionals(sides).places
    ((0, 1), (1, 0))

    .. versionadded:: 0.1
    """
    lists = [_in_order(ranks, sides.clients, j) for j, ranks in enumerate(sides.professionals)]
    asked = [0] * len(lists)
    free = list(sides.capacities)
    places: list[int | None] = [None] * len(sides.clients)
    stack = list(range(len(lists) - 1, -1, -1))
    while stack:
        j = stack.pop()
        while free[j] > 0 and asked[j] < len(lists[j]):
            client = lists[j][asked[j]]
            asked[j] += 1
            before, ranks = places[client], sides.clients[client]
            if before is not None:
                if (ranks[before], before) < (ranks[j], j):
                    continue
                free[before] += 1
                stack.append(before)
            places[client] = j
            free[j] -= 1
    return StablePairs(places=tuple(places), one_sided=_one_sided(sides))


def blocking_pairs(
    sides: Preferences, places: Sequence[int | None], /
) -> tuple[tuple[int, int], ...]:
    """Each client and professional who would both rather have each other; empty: it is stable.

    >>> sides = Preferences(clients=[{0: 0}], professionals=[{0: 0}], capacities=[1])
    >>> blocking_pairs(sides, [None])
    ((0, 0),)

    .. versionadded:: 0.1
    """
    worst = _worst_held(sides, places)
    return tuple(
        (client, j)
        for client, (ranks, place) in enumerate(zip(sides.clients, places, strict=True))
        for j, rank in sorted(ranks.items())
        if client in sides.professionals[j]
        and (place is None or rank < ranks[place])
        and sides.professionals[j][client] < worst[j]
    )


def illegal(sides: Preferences, places: Sequence[int | None], /) -> tuple[str, ...]:
    """In what way a pairing goes beyond what is accepted, or what there is room for.

    >>> sides = Preferences(clients=[{0: 0}], professionals=[{}], capacities=[0])
    >>> illegal(sides, [0])
    ('client 0 and professional 0 do not accept each other', 'professional 0 has 1 for 0')

    .. versionadded:: 0.1
    """
    faults: list[str] = []
    loads = [0] * len(sides.professionals)
    for client, place in enumerate(places):
        if place is None:
            continue
        loads[place] += 1
        if place not in sides.clients[client] or client not in sides.professionals[place]:
            faults.append(f"client {client} and professional {place} do not accept each other")
    for j, (load, capacity) in enumerate(zip(loads, sides.capacities, strict=True)):
        if load > capacity:
            faults.append(f"professional {j} has {load} for {capacity}")
    return tuple(faults)


def _worst_held(sides: Preferences, places: Sequence[int | None], /) -> list[float]:
    """What rank somebody has to be better than, to be had by each professional."""
    held: list[list[int]] = [[] for _ in sides.professionals]
    for client, place in enumerate(places):
        if place is not None:
            held[place].append(sides.professionals[place][client])
    return [
        inf if len(ranks) < capacity else max(ranks, default=-inf)
        for ranks, capacity in zip(held, sides.capacities, strict=True)
    ]


def _in_order(ranks: Ranks, others: Sequence[Ranks], own: int, /) -> list[int]:
    """Those whom somebody accepts and who accept them, best first."""
    return sorted((one for one in ranks if own in others[one]), key=lambda one: (ranks[one], one))


def _one_sided(sides: Preferences, /) -> tuple[tuple[int, int], ...]:
    from_clients = {(i, j) for i, ranks in enumerate(sides.clients) for j in ranks}
    from_professionals = {(i, j) for j, ranks in enumerate(sides.professionals) for i in ranks}
    return tuple(sorted(from_clients ^ from_professionals))
