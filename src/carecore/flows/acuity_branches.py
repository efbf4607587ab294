"""Small panels are gone through branch by branch, for what the other searches do not see.

Where few clients share few professionals, it may take several who move at once to make room for
one, and each client who waits is much.
Every way to place all is a path in a tree: one client after the other, each at one of its places.
By the prices of points it is known at each step what every path from there costs at least, so most
branches need no look; and how many are looked at has a limit.
"""

from collections.abc import Sequence
from typing import Final, final

from carecore.flows.acuity_search import AcuitySearch

__all__ = ["improve_by_branching"]

_MOST_CLIENTS: Final = 100
"""Of more clients, only the branches of the last ones would ever be looked at."""

_LOOKS: Final = 5_000
"""How many steps are looked at; that takes milliseconds."""


def improve_by_branching(search: AcuitySearch, prices: Sequence[int], scale: int, /) -> None:
    """Place the clients of a small panel for less, if a way is found.

    Args:
        search: where everybody is.
        prices: what a point of each professional costs, times *scale*.
        scale: by what the prices are multiplied.
    """
    if len(search.place) <= _MOST_CLIENTS:
        tree = _Tree(search, prices, scale)
        tree.look(0, 0, tree.low)
        here = enumerate(zip(tree.best, search.place, strict=True))
        search.relocate([(client, there) for client, (there, place) in here if there != place])


@final
class _Tree:
    """All ways to place everybody.

    Attributes:
        low: what every way costs at least, times the scale.
        best: the places of the way that costs least of those known.
    """

    __slots__ = (
        *("_arcs", "_left", "_load", "_lowest", "_order", "_places", "_scale", "_search"),
        *("best", "low"),
    )

    def __init__(self, search: AcuitySearch, prices: Sequence[int], scale: int, /) -> None:
        """Begin at the root, with the places of now as the best that is known."""
        self._search = search
        self._scale = scale
        self._left = _LOOKS
        self.best: list[int] = [*search.place]
        self._places = [*search.place]
        self._load = [0] * len(search.load)
        self._lowest = sum(search.paid) + self._filled(search.load)
        self._arcs: list[list[tuple[int, int, int]]] = []
        # Points that would cost less than their price make every way cheaper by that.
        self.low: int = sum(
            min(cost * scale - count * price for count, cost in enumerate(totals))
            for totals, price in zip(search.totals, prices, strict=True)
        )
        for client, weight in enumerate(search.weights):
            costs = search.costs_of(client)
            priced = [(cost * scale + weight * prices[j], j, cost) for j, cost in costs.items()]
            here = search.waiting if costs else search.place[client]
            cost = search.cost_of(client, here)
            asked = 0 if here == search.waiting else weight * prices[here]
            priced.append((cost * scale + asked, here, cost))
            priced.sort()
            least = priced[0][0]
            self.low += least
            self._arcs.append([(price - least, j, cost) for price, j, cost in priced])
        weights = search.weights
        self._order = sorted(range(len(weights)), key=lambda one: (-weights[one], one))

    def look(self, depth: int, paid: int, low: int, /) -> None:
        """Look at all ways from one step on, cheapest first by price."""
        if depth == len(self._order):
            cost = paid + self._filled(self._load)
            if cost < self._lowest:
                self._lowest, self.best = cost, [*self._places]
            return
        client, load, room = self._order[depth], self._load, self._search.room
        weight = self._search.weights[client]
        for more, j, cost in self._arcs[client]:
            # What is below the best known by less than one whole is no better.
            if not self._left or low + more > (self._lowest - 1) * self._scale:
                break
            self._left -= 1
            if load[j] + weight <= room[j]:
                load[j] += weight
                self._places[client] = j
                self.look(depth + 1, paid + cost, low + more)
                load[j] -= weight

    def _filled(self, load: Sequence[int], /) -> int:
        """What the points cost that are taken."""
        return sum(totals[taken] for totals, taken in zip(self._search.totals, load, strict=False))
