"""OR-tools as a quicker flow: `pip install "carecore[flow]"`.

One slot for each client is shared out exactly by the core; OR-tools finds the same least cost
sooner, which pays off for very large panels and where many wait.
It gives no prices, so these are worked out here from its places, and they prove them; among answers
that cost the same, the core decides.
"""

from importlib import import_module
from itertools import groupby
from typing import Any, Final, final

from attrs import frozen

from carecore.errors import RefusedAnswer
from carecore.flows import Panel, Proposal, settle_ties

__all__ = ["OrToolsFlow"]

_NAME: Final = "OR-tools"


@final
@frozen(kw_only=True, weakref_slot=False)
class OrToolsFlow:
    """The minimum-cost flow of OR-tools: one slot for each client, with the answer of the core.

    >>> from carecore.flows import Candidates
    >>> clients = [Candidates([0], [5], wait_cost=20), Candidates([0], [3], wait_cost=4)]
    >>> OrToolsFlow().solve_flow(Panel(clients, [[1]])).places
    (0, None)

    .. versionadded:: 0.1
    """

    def solve_flow(self, panel: Panel, /) -> Proposal:
        """Who goes where in a panel that was checked, with prices that prove it.

        Raises:
            ImportError: if OR-tools is not installed.
            RefusedAnswer: if OR-tools finds no flow, such as where costs are too large for it, or
                no prices prove what it found.

        .. versionadded:: 0.1
        """
        np, library, release = _libraries()
        places = _places(np, library, release, panel)
        prices = _prices(np, release, panel, places)
        waiting = len(panel.slots)
        named = [None if place == waiting else place for place in places]
        return Proposal(
            places=settle_ties(panel, named, prices),
            prices=tuple(prices),
            solver=_NAME,
            version=release,
            settings="minimum-cost flow",
        )


def _libraries() -> tuple[Any, Any, str]:
    try:
        np = import_module("numpy")
        release = str(import_module("ortools").__version__)
        library = import_module("ortools.graph.python.min_cost_flow")
    except ModuleNotFoundError as missing:
        if missing.name not in {"numpy", "ortools"}:
            raise
        what = "a quicker flow is worked out by OR-tools, which is missing"
        raise ImportError(f'{what}. Maybe pip install "carecore[flow]".') from None
    return np, library, release


def _places(np: Any, library: Any, release: str, panel: Panel, /) -> list[int]:  # noqa: ANN401 # the libraries have no types of their own
    """Where OR-tools puts each client; after the last professional: it waits."""
    count, waiting = len(panel.clients), len(panel.slots)
    end = count + waiting
    arcs: list[tuple[int, int, int, int]] = []
    for i, client in enumerate(panel.clients):
        arcs += [
            (i, count + j, 1, cost)
            for j, cost in zip(client.professionals, client.costs, strict=True)
            if client.pin in {None, j}
        ]
        if client.pin is None:
            arcs.append((i, end, 1, client.wait_cost))
    of_clients = len(arcs)
    for j, points in enumerate(panel.slots):
        arcs += [(count + j, end, len(list(same)), cost) for cost, same in groupby(points)]
    if not count:
        return []
    table = np.array(arcs, dtype=np.int64)
    flow = library.SimpleMinCostFlow()
    numbers = flow.add_arcs_with_capacity_and_unit_cost(*table.T)
    flow.set_nodes_supplies(np.arange(count), np.ones(count, dtype=np.int64))
    flow.set_node_supply(end, -count)
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise RefusedAnswer(_NAME, release, faults=[f"it ends with {status.name}"])
    used = flow.flows(numbers[:of_clients]) > 0
    places = [waiting] * count
    for client, place in table[:of_clients, :2][used].tolist():
        places[client] = place - count
    return places


def _prices(np: Any, release: str, panel: Panel, places: list[int], /) -> list[int]:  # noqa: ANN401 # as above
    """The lowest prices at which nobody would rather be elsewhere, from places that cost least.

    Who could go elsewhere for less lifts the price there; if that never ends, a circle of clients
    could change places for less, and what was found does not cost least.
    """
    waiting = len(panel.slots)
    loads = np.bincount(np.array(places, dtype=np.int64), minlength=waiting + 1).tolist()
    lowest = min((min(points) for points in panel.slots if points), default=0)
    prices = np.array(
        [
            points[max(load - 1, 0)] if points else lowest
            for points, load in zip(panel.slots, loads, strict=False)
        ]
        + [0],
        dtype=np.int64,
    )
    lifts = _lifts(panel, places)
    if not lifts:
        return [int(price) for price in prices[:-1]]
    source, target, lift = np.array(lifts, dtype=np.int64).T
    for _ in range(waiting + 1):
        before = prices.copy()
        np.maximum.at(prices, target, before[source] + lift)
        if (prices == before).all():
            return [int(price) for price in prices[:-1]]
    raise RefusedAnswer(_NAME, release, faults=["no prices prove that nothing costs less"])


def _lifts(panel: Panel, places: list[int], /) -> list[tuple[int, int, int]]:
    """For each two places, by how much the price of the second has to be above the first's."""
    waiting = len(panel.slots)
    most: dict[tuple[int, int], int] = {}
    for client, place in zip(panel.clients, places, strict=True):
        if client.pin is not None:
            continue
        costs = dict(zip(client.professionals, client.costs, strict=True))
        costs[waiting] = client.wait_cost
        paid = costs.pop(place)
        for other, cost in costs.items():
            key = (place, other)
            lift = most.get(key)
            if lift is None or paid - cost > lift:
                most[key] = paid - cost
    return [(place, other, lift) for (place, other), lift in most.items()]
