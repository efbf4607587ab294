"""The proof for a panel with company and weights of its own: no code of any search is in it.

The bound is that of prices, as for an ordinary panel: whatever each professional asks for a point,
those who stay together cost at least the cheapest priced choice that all of them have, and what the
prices bring in is more than the points cost by at most what each price is above its point.
Who may not share a professional is left out of the bound; that can only make the bound lower, so it
stays one.
"""

from collections.abc import Sequence

from carecore.flows.certificate import Proof
from carecore.flows.general import GeneralPanel

__all__ = ["certify_general", "general_bound"]


def certify_general(
    panel: GeneralPanel,
    places: Sequence[int | None],
    prices: Sequence[int],
    /,
    *,
    scale: int = 1,
    claimed: int | None = None,
) -> Proof:
    """Put who goes where to the bound of some prices, and to every condition of the panel.

    Args:
        panel: the question.
        places: the professional of each client; `None`: it waits.
        prices: what each professional asks for a point, times *scale*.
        scale: by what the prices are multiplied.
        claimed: what it is said to cost.

    >>> from carecore.flows.panel import Candidates
    >>> clients = [Candidates([0, 1], [5, 8], wait_cost=20) for _ in range(2)]
    >>> panel = GeneralPanel(
    ...     clients=clients, weights=[[1, 1], [1, 1]], slots=[[0, 0], [0]], apart=[[0, 1]]
    ... )
    >>> certify_general(panel, [0, 0], [0, 0]).faults
    ('clients 0 and 1 are both at 0, and may not share a professional',)
    >>> certify_general(panel, [0, 1], [0, 0]).gap
    3

    .. versionadded:: 0.1
    """
    faults = _malformed(panel, places, prices, scale)
    if faults:
        return Proof(objective=0, bound=0, faults=tuple(faults))
    objective, faults = _added_up(panel, places)
    faults += _company(panel, places)
    if claimed is not None and claimed != objective:
        faults.append(f"it was said to cost {claimed}, and costs {objective}")
    bound = general_bound(panel, prices, scale=scale)
    return Proof(objective=objective, bound=bound, faults=tuple(faults))


def general_bound(panel: GeneralPanel, prices: Sequence[int], /, *, scale: int = 1) -> int:
    """What any allowed answer costs at least.

    .. versionadded:: 0.1
    """
    grouped = {index for group in panel.together for index in group}
    alone = [[index] for index in range(len(panel.clients)) if index not in grouped]
    bound = sum(_least(panel, members, prices, scale) for members in (*panel.together, *alone))
    for price, points in zip(prices, panel.slots, strict=True):
        bound -= sum(price - cost * scale for cost in points if cost * scale < price)
    # A cost is whole, so what is left over rounds up.
    return -(-bound // scale)


def _least(
    panel: GeneralPanel, members: Sequence[int], prices: Sequence[int], scale: int, /
) -> int:
    """The cheapest priced choice that all of *members* have, or to wait."""
    costs = dict.fromkeys(panel.clients[members[0]].professionals, 0)
    loads = dict.fromkeys(costs, 0)
    for index in members:
        client = panel.clients[index]
        mine = dict(zip(client.professionals, client.costs, strict=True))
        weight = dict(zip(client.professionals, panel.weights[index], strict=True))
        costs = {j: cost + mine[j] for j, cost in costs.items() if j in mine}
        loads = {j: loads[j] + weight[j] for j in costs}
    waiting = scale * sum(panel.clients[index].wait_cost for index in members)
    # Whoever has too few points for them is no choice.
    priced = {
        j: scale * cost + loads[j] * prices[j]
        for j, cost in costs.items()
        if loads[j] <= len(panel.slots[j])
    }
    pins = {one for one in (panel.clients[index].pin for index in members) if one is not None}
    if not pins:
        return min(waiting, min(priced.values(), default=waiting))
    # Where pins cannot be kept nothing is allowed, and any number is a bound.
    return max(priced.get(pin, waiting) for pin in pins)


def _malformed(
    panel: GeneralPanel, places: Sequence[int | None], prices: Sequence[int], scale: int, /
) -> list[str]:
    """Why the question itself makes no sense, or the answer is to another one."""
    faults: list[str] = []
    count = len(panel.clients)
    if len(places) != count:
        faults.append(f"{len(places)} places for {count} clients")
    if len(prices) != len(panel.slots) or not set(map(type, prices)) <= {int}:
        faults.append("each professional needs a price that is a whole number")
    if type(scale) is not int or scale < 1:
        faults.append("the scale is no whole number from 1")
    rows = zip(panel.clients, panel.weights, strict=False)
    if len(panel.weights) != count or any(len(one.costs) != len(row) for one, row in rows):
        faults.append("each candidate needs a weight")
    elif any(type(one) is not int or one < 0 for row in panel.weights for one in row):
        faults.append("a weight is no whole number from 0")
    for index, points in enumerate(panel.slots):
        if any(map(int.__gt__, points, points[1:])):
            faults.append(f"a point of professional {index} is cheaper than the one before")
    grouped = [index for group in panel.together for index in group]
    named = {*grouped, *(index for group in panel.apart for index in group)}
    if len(set(grouped)) != len(grouped) or not named <= set(range(count)):
        faults.append("a group names a client that there is not, or one that is in another group")
    if not all(panel.together):
        faults.append("a group is empty")
    return faults


def _added_up(panel: GeneralPanel, places: Sequence[int | None], /) -> tuple[int, list[str]]:
    """What an answer costs, from the panel alone, and which place is not allowed."""
    faults: list[str] = []
    objective = 0
    loads = [0] * len(panel.slots)
    rows = zip(panel.clients, panel.weights, places, strict=True)
    for index, (client, weights, place) in enumerate(rows):
        if client.pin is not None and place != client.pin:
            faults.append(f"client {index} is pinned to {client.pin} and placed at {place}")
        if place is None:
            objective += client.wait_cost
        elif type(place) is int and place in client.professionals:
            number = list(client.professionals).index(place)
            objective += client.costs[number]
            loads[place] += weights[number]
        else:
            faults.append(f"{place} is no candidate of client {index}")
    for index, (load, points) in enumerate(zip(loads, panel.slots, strict=True)):
        if load > len(points):
            faults.append(f"professional {index} has {load} on {len(points)} points")
        objective += sum(points[:load])
    return objective, faults


def _company(panel: GeneralPanel, places: Sequence[int | None], /) -> list[str]:
    """Who is not with whom they stay together, and who is with whom they may not be."""
    faults: list[str] = []
    for group in panel.together:
        for other in group[1:]:
            if places[other] != places[group[0]]:
                whom = f"clients {group[0]} and {other}"
                faults.append(f"{whom} stay together, and are not placed together")
    for group in panel.apart:
        first: dict[int, int] = {}
        for index in group:
            place = places[index]
            if place is not None and first.setdefault(place, index) != index:
                whom = f"clients {first[place]} and {index} are both at {place}"
                faults.append(f"{whom}, and may not share a professional")
    return faults
