"""Sharing out clients who take up more than one slot: by acuity, in points.

No fast way is known that always finds the least cost, so the answer comes with a bound.

1. The *bound*: each client is cut into single points, and these are shared out: exactly where
   they are few or all weigh one, and by an auction alone where they are many.
   The prices of points give a bound that `acuity_bound` works out anew from the panel alone; it
   holds at any prices, so the last little that an exact answer would add is not paid for.
2. *Rounding*: a client whose points are all with one professional stays there; each of the others
   goes where it fits best.
3. *Search*: one client goes elsewhere, two change places, free points are brought together for one
   who waits, or a whole chain of clients moves on, as long as that costs less. A small panel is
   gone through branch by branch at the end.
"""

from collections.abc import Sequence
from math import lcm
from typing import Final, final

from attrs import frozen

from carecore.errors import InvalidValue, WrongType
from carecore.flows.acuity_branches import improve_by_branching
from carecore.flows.acuity_chain import improve_by_chains
from carecore.flows.acuity_gather import improve_by_gathering
from carecore.flows.acuity_search import AcuitySearch, LocalArcs
from carecore.flows.auction import auction_only
from carecore.flows.certificate import certify_acuity
from carecore.flows.flow import PanelFlow
from carecore.flows.panel import Candidates, Panel, check_panel
from carecore.flows.state import FlowState

__all__ = [
    "NEAR",
    "AcuitySolution",
    "check_weights",
    "near_arcs",
    "solve_acuity",
    "usual_range",
]

_LARGEST_SCALE: Final = 2520
"""By what costs are multiplied at most, so that a point's share of them is whole."""

_FEW_POINTS: Final = 5_000
"""Up to so many points are shared out exactly; of more, the auction is near enough; measured."""

NEAR: Final = 5
"""Only what costs less than a fifth of the usual range above the best is tried; measured."""


@final
@frozen(kw_only=True, weakref_slot=False)
class AcuitySolution:
    """Who goes where, and how much less any other answer could cost at most.

    Attributes:
        places: the professional of each client; `None`: it waits.
        objective: what it costs: pairs, waiting and filled points.
        bound: nothing costs less.
        prices: what each professional asks for a point, times *scale*.
        scale: by what the prices are multiplied.
        work: how many changes the search tried.

    .. versionadded:: 0.1
    """

    places: tuple[int | None, ...]
    objective: int
    bound: int
    prices: tuple[int, ...]
    scale: int
    work: int

    @property
    def gap(self) -> int:
        """How far the cost is above the bound; zero: nothing costs less."""
        return self.objective - self.bound


@final
@frozen(kw_only=True, weakref_slot=False)
class _Relaxation:
    """Single points shared out.

    Attributes:
        prices: what a point of each professional costs, times *scale*.
        scale: by what the prices are multiplied.
        together: with whom all points of each client are; `None`: waiting, or with several.
    """

    prices: tuple[int, ...]
    scale: int
    together: list[int | None]


def solve_acuity(
    panel: Panel, weights: Sequence[int], /, *, work_limit: int | None = None
) -> AcuitySolution:
    """Share out clients who take up as many slots as they weigh, near the least cost.

    The same question has the same answer: what ends the search is how much was tried, not how long
    it took.

    Args:
        panel: the question; its slots are points.
        weights: how many points each client takes up.
        work_limit: after how many changes tried the first search stops; `None`: when none helps.

    Raises:
        WrongType: if a cost, a number or a weight is no whole number.
        InvalidValue: if the panel is not whole, weights are missing or below 1, or more points are
            pinned to somebody than there are.

    >>> clients = [Candidates([0], [5], wait_cost=20), Candidates([0], [5], wait_cost=30)]
    >>> found = solve_acuity(Panel(clients, [[0, 0, 0]]), [3, 1])
    >>> found.places, found.objective
    ((None, 0), 25)

    .. versionadded:: 0.1
    """
    check_panel(panel)
    check_weights(panel, weights)
    relaxed = _relax(panel, weights)
    arcs, values = _near_arcs(panel, weights, relaxed)
    search = AcuitySearch(panel, weights, arcs)
    for client in _placing_order(panel, weights, relaxed):
        search.place_first(client, relaxed.together[client])
    search.improve(work_limit=work_limit)
    improve_by_gathering(search, [price // relaxed.scale for price in relaxed.prices])
    improve_by_chains(search, values)
    improve_by_branching(search, relaxed.prices, relaxed.scale)
    places, prices, scale = search.places(), relaxed.prices, relaxed.scale
    proof = certify_acuity(panel, places, prices, weights=weights, scale=scale)
    assert not proof.faults
    return AcuitySolution(
        places=places,
        objective=proof.objective,
        bound=proof.bound,
        prices=prices,
        scale=scale,
        work=search.work,
    )


def check_weights(panel: Panel, weights: Sequence[int], /) -> None:
    """Refuse weights that make no sense for a panel, or pins that cannot all be kept."""
    if len(weights) != len(panel.clients):
        what = f"{len(panel.clients)} clients have {len(weights)} weights"
        raise InvalidValue(what, place="$.weights", advice="Maybe one weight for each client")
    free = [len(slots) for slots in panel.slots]
    for index, (client, weight) in enumerate(zip(panel.clients, weights, strict=True)):
        place = f"$.weights[{index}]"
        if type(weight) is not int:
            raise WrongType("the weight is no whole number", place=place, advice="Maybe round it")
        if weight < 1:
            raise InvalidValue(f"the weight is {weight}", place=place, advice="Maybe 1")
        if client.pin is not None:
            free[client.pin] -= weight
    for index, points in enumerate(free):
        if points < 0:
            what = f"the pinned clients of professional {index} weigh {-points} more than there is"
            advice = "Maybe pin fewer, or add points"
            raise InvalidValue(what, place=f"$.slots[{index}]", advice=advice)


def _relax(panel: Panel, weights: Sequence[int], /) -> _Relaxation:
    """Share out single points, each at its share of the client's cost."""
    scale = min(_LARGEST_SCALE, lcm(*weights))
    rows: list[Candidates] = []
    for client, weight in zip(panel.clients, weights, strict=True):
        costs = [cost * scale // weight for cost in client.costs]
        wait = client.wait_cost * scale // weight
        point = Candidates(client.professionals, costs, wait_cost=wait, pin=client.pin)
        rows += [point] * weight
    slots = [[cost * scale for cost in costs] for costs in panel.slots]
    is_exact = len(rows) <= _FEW_POINTS or len(rows) == len(weights)
    points = _shared_out(Panel(rows, slots), is_exact=is_exact)
    waiting, start = len(panel.slots), 0
    together: list[int | None] = []
    for weight in weights:
        places = set(points.place[start : start + weight])
        place = places.pop() if len(places) == 1 else waiting
        together.append(None if place == waiting else place)
        start += weight
    return _Relaxation(prices=tuple(points.price[:waiting]), scale=scale, together=together)


def _shared_out(panel: Panel, /, *, is_exact: bool) -> FlowState:
    """Single points where they cost least, or nearly so."""
    if is_exact:
        return PanelFlow(panel, is_checked=True).state
    state = FlowState(panel)
    auction_only(state)
    return state


def _placing_order(panel: Panel, weights: Sequence[int], relaxed: _Relaxation, /) -> list[int]:
    """Pinned clients, then those whose points are together, who all fit, then the heaviest."""
    pinned: list[int] = []
    settled: list[int] = []
    rest: list[int] = []
    for index, (client, place) in enumerate(zip(panel.clients, relaxed.together, strict=True)):
        (pinned if client.pin is not None else rest if place is None else settled).append(index)
    return pinned + settled + sorted(rest, key=lambda index: (-weights[index], index))


def _near_arcs(
    panel: Panel, weights: Sequence[int], relaxed: _Relaxation, /
) -> tuple[list[LocalArcs], list[int]]:
    """Where each client may well go, best first by price; and what it costs by price.

    To wait is always possible, so that everybody can be put down.
    """
    width = usual_range(panel) * relaxed.scale // NEAR
    found = [
        near_arcs(client, weight, relaxed.prices, scale=relaxed.scale, width=width)
        for client, weight in zip(panel.clients, weights, strict=True)
    ]
    return [arcs for arcs, _ in found], [value for _, value in found]


def near_arcs(
    client: Candidates, weight: int, prices: Sequence[int], /, *, scale: int, width: int
) -> tuple[LocalArcs, int]:
    """Where one client may well go, best first by price; and what it costs by price.

    Args:
        client: who may come.
        weight: how many points the client takes up.
        prices: what a point of each professional costs, times *scale*.
        scale: by what the prices are multiplied.
        width: what is further above the best than this, also times *scale*, is left out.
    """
    every = list(zip(client.professionals, client.costs, strict=True))
    if client.pin is not None:
        cost = dict(every)[client.pin]
        return [(client.pin, cost)], cost
    waiting = len(prices)
    priced = [(cost * scale + weight * prices[j], j, cost) for j, cost in every]
    priced.append((client.wait_cost * scale, waiting, client.wait_cost))
    priced.sort()
    limit = priced[0][0] + width
    arcs = [(j, cost) for price, j, cost in priced if price <= limit or j == waiting]
    return arcs, priced[0][0] // scale


def usual_range(panel: Panel, /) -> int:
    """How far a client's costs are apart from each other."""
    sample = panel.clients[:: max(1, len(panel.clients) // 200)]
    ranges = [max(client.costs) - min(client.costs) for client in sample if client.costs]
    return sum(ranges) // len(ranges) if ranges else 0
