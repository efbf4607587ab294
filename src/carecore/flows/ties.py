"""Between answers that cost the same, the one that the numbers decide, however one was found.

Prices that prove an answer show all others that cost as little: each client at a place where cost
and price together are least, and no slot left empty that is cheaper than its price.
Among these, earlier clients come to earlier professionals; that is one more question to the engine,
of those clients only who have a choice left.
So whoever finds the least cost ends at the same answer.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from carecore.flows.flow import PanelFlow
from carecore.flows.panel import Candidates, Panel

__all__ = ["settle_ties"]

_ROOM: Final = 58
"""Bits that sums of preferences may have, well below what the engine takes for never."""

_MOST_MIXED: Final = 12


def settle_ties(
    panel: Panel, places: Sequence[int | None], prices: Sequence[int], /
) -> tuple[int | None, ...]:
    """The answer that costs as much as *places*, and in which earlier come to earlier.

    Args:
        panel: the question, one slot for each client.
        places: the professional of each client in an answer that costs least.
        prices: prices that prove it.

    >>> clients = [Candidates([0, 1], [5, 5], wait_cost=20) for _ in range(2)]
    >>> settle_ties(Panel(clients, [[0], [0]]), [1, 0], [0, 0])
    (0, 1)

    .. versionadded:: 0.1
    """
    waiting = len(panel.slots)
    asked = [*prices, 0]
    tied = {
        index: tight
        for index, client in enumerate(panel.clients)
        if len(tight := _tight(client, asked, waiting)) > 1
    }
    if not tied:
        return tuple(places)
    found = [waiting if place is None else place for place in places]
    settled = _settled(panel, found, prices, tied)
    for index, place in zip(tied, settled, strict=True):
        found[index] = place
    return tuple(None if place == waiting else place for place in found)


def _tight(client: Candidates, prices: Sequence[int], waiting: int, /) -> list[int]:
    """Where cost and price together are least for a client."""
    if client.pin is not None:
        return [client.pin]
    values = [cost + prices[j] for j, cost in zip(client.professionals, client.costs, strict=True)]
    least = min(values, default=client.wait_cost)
    if client.wait_cost < least:
        return [waiting]
    if values.count(least) == 1 and client.wait_cost > least:
        return [client.professionals[values.index(least)]]
    tight = [j for j, value in zip(client.professionals, values, strict=True) if value == least]
    return [*tight, waiting] if client.wait_cost == least else tight


def _settled(
    panel: Panel, places: Sequence[int], prices: Sequence[int], tied: Mapping[int, list[int]], /
) -> list[int]:
    """Where each of the tied clients goes."""
    waiting = len(panel.slots)
    loads = [0] * waiting
    for index, place in enumerate(places):
        if index not in tied and place != waiting:
            loads[place] += 1
    named = sorted({j for tight in tied.values() for j in tight} | {waiting})
    rank = {j: number for number, j in enumerate(named)}
    # What a preference weighs is more the earlier the client, so two never wish to change places.
    # It is that of their numbers in the whole panel: who else is tied depends on the prices.
    count, width = len(places), waiting + 1
    bits = max(0, min(_MOST_MIXED, _ROOM - (count * width * (width + 2)).bit_length()))
    most = (count * width + 1) << bits
    rows: list[Candidates] = []
    for index, tight in tied.items():
        weight = count - index
        costs = [(weight * j << bits) + _mixed(weight, j, bits) for j in tight]
        is_free = tight[-1] == waiting
        # To wait where that is not as good would be dearer than any chain of preferences.
        wait = costs.pop() if is_free else (width + 2) * most
        ids = [rank[j] for j in tight if j != waiting]
        rows.append(Candidates(ids, costs, wait_cost=wait))
    slots: list[list[int]] = []
    for j in named[:-1]:
        taken, price = loads[j], prices[j]
        below = sum(cost < price for cost in panel.slots[j])
        up_to = sum(cost <= price for cost in panel.slots[j])
        # A slot below its price is filled in every such answer.
        must = max(below - taken, 0)
        slots.append([-(width + 1) * most] * must + [0] * (up_to - taken - must))
    found = PanelFlow(Panel(rows, slots), is_checked=True).solution()
    return [waiting if place is None else named[place] for place in found.places]


def _mixed(one: int, other: int, bits: int, /) -> int:
    """A number of so many bits that looks like any other; it decides what order leaves open."""
    mixed = (one * 0x9E3779B1 ^ other * 0x85EBCA77) * 0xC2B2AE3D27D4EB4F
    return mixed >> 29 & (1 << bits) - 1
