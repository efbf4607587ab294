"""A proof that shares no code with the engine: whole numbers, one pass over the panel.

Let each professional ask any price at all.
A client then costs at least the least of cost and price among its choices.
What the prices bring in is more than the slots cost by at most the sum of what each slot's price is
above its cost.
The difference of the two is a bound, whatever the prices: nothing costs less.
What costs just as much is therefore best, however it was found.
"""

from collections.abc import Iterable, Sequence
from operator import add
from typing import final

from attrs import frozen

from carecore.flows.panel import Candidates, Panel

__all__ = [
    "Proof",
    "acuity_bound",
    "certify",
    "certify_acuity",
    "head_count_bound",
    "least_of_clients",
    "worth_of_slots",
]


@final
@frozen(kw_only=True, weakref_slot=False)
class Proof:
    """What is left to doubt about who goes where.

    >>> Proof(objective=12, bound=10).gap
    2

    Attributes:
        objective: what it costs, added up anew.
        bound: nothing costs less.
        faults: what is not allowed in it, or not as was claimed.

    .. versionadded:: 0.1
    """

    objective: int
    bound: int
    faults: tuple[str, ...] = ()

    @property
    def is_optimal(self) -> bool:
        """Whether it is allowed, and nothing costs less."""
        return not self.faults and self.objective == self.bound

    @property
    def gap(self) -> int:
        """How far the cost is above the bound."""
        return self.objective - self.bound


def certify(
    panel: Panel,
    places: Sequence[int | None],
    prices: Sequence[int],
    /,
    *,
    claimed: int | None = None,
) -> Proof:
    """Put who goes where, one slot for each client, to the bound of some prices.

    Args:
        panel: the question.
        places: the professional of each client; `None`: it waits.
        prices: what each professional asks for a slot.
        claimed: what it is said to cost.

    >>> panel = Panel([Candidates([0], [5], wait_cost=20)], [[1]])
    >>> certify(panel, [0], [1]).is_optimal
    True
    >>> certify(panel, [None], [1]).gap
    14

    .. versionadded:: 0.1
    """
    faults = _malformed(panel, places, prices)
    if faults:
        return Proof(objective=0, bound=0, faults=tuple(faults))
    objective, faults = _added_up(panel, [1] * len(places), places, claimed)
    bound = head_count_bound(panel, prices)
    return Proof(objective=objective, bound=bound, faults=tuple(faults))


def certify_acuity(
    panel: Panel,
    places: Sequence[int | None],
    prices: Sequence[int],
    /,
    *,
    weights: Sequence[int],
    scale: int,
    claimed: int | None = None,
) -> Proof:
    """The same where a client takes up as many slots as it weighs.

    Args:
        panel: the question; its slots are points.
        places: the professional of each client; `None`: it waits.
        prices: what each professional asks for a point, times *scale*.
        weights: how many points each client takes up.
        scale: by what the prices are multiplied.
        claimed: what it is said to cost.

    .. versionadded:: 0.1
    """
    faults = _malformed(panel, places, prices)
    if len(weights) != len(panel.clients) or any(
        type(one) is not int or one < 1 for one in weights
    ):
        faults.append("each client needs a weight that is a whole number from 1")
    if type(scale) is not int or scale < 1:
        faults.append("the scale is no whole number from 1")
    if faults:
        return Proof(objective=0, bound=0, faults=tuple(faults))
    objective, faults = _added_up(panel, weights, places, claimed)
    bound = acuity_bound(panel, prices, weights=weights, scale=scale)
    return Proof(objective=objective, bound=bound, faults=tuple(faults))


def head_count_bound(panel: Panel, prices: Sequence[int], /) -> int:
    """What any allowed answer costs at least, one slot for each client.

    >>> head_count_bound(Panel([Candidates([0], [5], wait_cost=20)], [[1]]), [1])
    6

    .. versionadded:: 0.1
    """
    return least_of_clients(panel.clients, prices) - worth_of_slots(panel.slots, prices)


def least_of_clients(clients: Iterable[Candidates], prices: Sequence[int], /) -> int:
    """What clients cost at least, each by itself at these prices: a sum, so it adds up by parts.

    >>> least_of_clients([Candidates([0], [5], wait_cost=20)], [1])
    6

    .. versionadded:: 0.1
    """
    price_of = prices.__getitem__
    least = 0
    for client in clients:
        if client.pin is not None:
            least += _cost(client, client.pin) + prices[client.pin]
            continue
        priced = map(add, client.costs, map(price_of, client.professionals))
        least += min(client.wait_cost, min(priced, default=client.wait_cost))
    return least


def worth_of_slots(slots: Sequence[Sequence[int]], prices: Sequence[int], /) -> int:
    """What the prices bring in at most, above what the slots cost.

    >>> worth_of_slots([[0, 4, 9]], [5])
    6

    .. versionadded:: 0.1
    """
    return sum(
        sum(price - cost for cost in costs if cost < price)
        for price, costs in zip(prices, slots, strict=True)
    )


def acuity_bound(
    panel: Panel, prices: Sequence[int], /, *, weights: Sequence[int], scale: int
) -> int:
    """The same where each client takes up *weights* of slots, and prices are times *scale*.

    .. versionadded:: 0.1
    """
    bound = 0
    for client, weight in zip(panel.clients, weights, strict=True):
        ids, costs, wait = client.professionals, client.costs, client.wait_cost * scale
        if client.pin is not None:
            bound += _cost(client, client.pin) * scale + weight * prices[client.pin]
            continue
        priced = (cost * scale + weight * prices[j] for j, cost in zip(ids, costs, strict=True))
        bound += min(wait, min(priced, default=wait))
    for price, slots in zip(prices, panel.slots, strict=True):
        bound -= sum(price - cost * scale for cost in slots if cost * scale < price)
    # A cost is whole, so what is left over rounds up.
    return -(-bound // scale)


def _cost(client: Candidates, professional: int, /) -> int:
    return client.costs[client.professionals.index(professional)]


def _malformed(panel: Panel, places: Sequence[int | None], prices: Sequence[int], /) -> list[str]:
    """Why the question itself makes no sense, or the answer is to another one."""
    faults: list[str] = []
    if len(places) != len(panel.clients):
        faults.append(f"{len(places)} places for {len(panel.clients)} clients")
    if len(prices) != len(panel.slots) or not set(map(type, prices)) <= {int}:
        faults.append("each professional needs a price that is a whole number")
    for index, slots in enumerate(panel.slots):
        if any(map(int.__gt__, slots, slots[1:])):
            faults.append(f"a slot of professional {index} is cheaper than the one before")
    return faults


def _added_up(
    panel: Panel, weights: Sequence[int], places: Sequence[int | None], claimed: int | None, /
) -> tuple[int, list[str]]:
    """What an answer costs, from the panel alone, and what is not allowed in it."""
    faults: list[str] = []
    objective = 0
    loads = [0] * len(panel.slots)
    for index, (client, place) in enumerate(zip(panel.clients, places, strict=True)):
        if client.pin is not None and place != client.pin:
            faults.append(f"client {index} is pinned to {client.pin} and placed at {place}")
        if place is None:
            objective += client.wait_cost
        elif type(place) is int and place in client.professionals:
            objective += _cost(client, place)
            loads[place] += weights[index]
        else:
            faults.append(f"{place} is no candidate of client {index}")
    for index, (load, slots) in enumerate(zip(loads, panel.slots, strict=True)):
        if load > len(slots):
            faults.append(f"professional {index} has {load} on {len(slots)} slots")
        objective += sum(slots[:load])
    if claimed is not None and claimed != objective:
        faults.append(f"it was said to cost {claimed}, and costs {objective}")
    return objective, faults
