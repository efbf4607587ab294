"""Free points are brought together, so that one who waits and needs several finds room.

Where panels are full, points are left over one here and one there, and nobody fits on one point.
A point travels from one professional to the next when two clients who differ by one point change
places, or when a client of one point moves.
`_Roads` knows how near the free points are by price; a wish is tried at the nearest ones first, and
everything is put back if it costs more in the end than it saves.
"""

from heapq import heappop, heappush
from typing import Final, TypeAlias, final

from carecore.flows.acuity_search import AcuitySearch

__all__ = ["improve_by_gathering"]

_NOBODY: Final = -1

_ROUNDS: Final = 2

_NEAREST: Final = 2
"""How many professionals with free points are known to each; measured, as the next ones."""

_LOOKS: Final = 20
"""How many professionals a point may be sought at."""

_PATIENCE: Final = 50
"""How many wishes may fail one after the other."""

_Changes: TypeAlias = list[tuple[int, int]]
"""Who goes where."""

_Step: TypeAlias = tuple[int, int, int, int, int]
"""How far by price; who goes on, who comes back for it, from whom; and what it costs so far."""


def improve_by_gathering(search: AcuitySearch, prices: list[int], /) -> None:
    """Find room for those who wait by bringing free points together.

    Args:
        search: where everybody is.
        prices: what a point of each professional costs, about.
    """
    for _ in range(_ROUNDS):
        if not search.members[search.waiting]:
            break
        roads = _Roads(search, prices)
        touched: dict[int, None] = {}
        useless: set[int] = set()
        failures = 0
        for client, hub in roads.wishes():
            if search.place[client] != search.waiting or hub in useless:
                continue
            moved = roads.make_room(client, hub)
            if moved:
                touched.update(dict.fromkeys(moved))
                failures = 0
                continue
            useless.add(hub)
            failures += 1
            if failures == _PATIENCE:
                break
        if not touched:
            break
        search.improve(start=touched)


@final
class _Roads:
    """How far every professional is from free points, by price."""

    __slots__ = ("_costs", "_near", "_prices", "_search")

    def __init__(self, search: AcuitySearch, prices: list[int], /) -> None:
        self._search = search
        self._prices = prices
        self._costs: dict[int, dict[int, int]] = {}
        self._near: list[list[tuple[int, int]]] = self._nearest()

    def wishes(self) -> list[tuple[int, int]]:
        """Who waits, and where it may find room for less than waiting costs; best first."""
        search, near = self._search, self._near
        found: list[tuple[int, int, int]] = []
        for client, place in enumerate(search.place):
            if place != search.waiting:
                continue
            weight = search.weights[client]
            for j, cost in search.costs_of(client).items():
                points = [
                    far
                    for far, end in near[j]
                    for _ in range(min(weight, search.room[end] - search.load[end]))
                ][:weight]
                if not points:
                    continue
                # What is not known is at least as far as the last one.
                far = sum(points) + points[-1] * (weight - len(points))
                change = far + cost - search.paid[client]
                if change < 0:
                    found.append((change, client, j))
        return [(client, j) for _, client, j in sorted(found)]

    def make_room(self, client: int, hub: int, /) -> list[int]:
        """Place a client where points have to come together first, if that costs less.

        Returns:
            who is where a load has changed; nobody: everything is as before.
        """
        search, weight = self._search, self._search.weights[client]
        need = max(0, search.load[hub] + weight - search.room[hub])
        change = search.cost_of(client, hub) - search.paid[client]
        change += search.added(hub, search.load[hub], weight - need)
        back: list[_Changes] = []
        touched: list[int] = []
        while len(back) < need and change < 0:
            end, changes, cost = self._route(hub, -change)
            if end == _NOBODY:
                break
            change += cost + search.added(end, search.load[end], 1)
            back.append([(one, search.place[one]) for one, _ in changes])
            touched += search.relocate(changes)
        if len(back) == need and change < 0:
            return touched + search.relocate([(client, hub)])
        for changes in reversed(back):
            search.relocate(changes)
        return []

    def _route(self, hub: int, limit: int, /) -> tuple[int, _Changes, int]:
        """How one free point comes to *hub* for less than *limit*: from whom, how, at what cost."""
        search = self._search
        steps: dict[int, _Step] = {hub: (0, _NOBODY, _NOBODY, hub, 0)}
        heap = [(0, hub)]
        done: set[int] = set()
        while heap and len(done) < _LOOKS:
            _, j = heappop(heap)
            if j in done:
                continue
            if j != hub and search.load[j] < search.room[j]:
                return j, self._changes(steps, hub, j), steps[j][-1]
            done.add(j)
            far, _, came, _, paid = steps[j]
            # Who has just come to an earlier place cannot also go on from here.
            for client in search.members[j]:
                if client == came:
                    continue
                for k, cost in search.arcs[client]:
                    if k in done or k == search.waiting:
                        continue
                    other, change = self._exchange(client, cost, j, k)
                    if other is None:
                        continue
                    length = far + max(0, change + self._prices[k] - self._prices[j])
                    if length < limit and (k not in steps or length < steps[k][0]):
                        steps[k] = (length, client, other, j, paid + change)
                        heappush(heap, (length + self._still(k, hub, limit), k))
            search.work += len(search.members[j])
        return _NOBODY, [], 0

    def _changes(self, steps: dict[int, _Step], hub: int, end: int, /) -> _Changes:
        changes: _Changes = []
        while end != hub:
            _, client, other, before, _ = steps[end]
            changes.append((client, end))
            if other != _NOBODY:
                changes.append((other, before))
            end = before
        return changes

    def _still(self, j: int, hub: int, limit: int, /) -> int:
        """How far it still is to a point that is free now."""
        search = self._search
        for far, end in self._near[j]:
            if end != hub and search.load[end] < search.room[end]:
                return far
        return limit

    def _exchange(self, client: int, cost: int, j: int, k: int, /) -> tuple[int | None, int]:
        """Who of *k* best comes to *j* when *client* goes there for one point more; and the cost.

        A client of one point needs nobody to come; `None`: nobody can.
        """
        search, lighter = self._search, self._search.weights[client] - 1
        if not lighter:
            return _NOBODY, cost - search.paid[client]
        best: int | None = None
        least = 0
        for other in search.members[k]:
            if search.weights[other] == lighter:
                back = self._costs_of(other).get(j)
                if back is not None and (best is None or back - search.paid[other] < least):
                    best, least = other, back - search.paid[other]
        return best, cost - search.paid[client] + least

    def _costs_of(self, client: int, /) -> dict[int, int]:
        if client not in self._costs:
            self._costs[client] = self._search.costs_of(client)
        return self._costs[client]

    def _nearest(self) -> list[list[tuple[int, int]]]:
        """For each professional, how far the nearest ones with free points are."""
        search, prices, waiting = self._search, self._prices, self._search.waiting
        into: list[list[tuple[int, int]]] = [[] for _ in range(waiting)]
        for client, arcs in enumerate(search.arcs):
            if search.place[client] != waiting:
                for k, cost in arcs:
                    if k not in {waiting, search.place[client]}:
                        into[k].append((client, cost))
        near: list[list[tuple[int, int]]] = [[] for _ in range(waiting)]
        known: list[set[int]] = [set() for _ in range(waiting)]
        heap = [(0, k, k) for k in range(waiting) if search.load[k] < search.room[k]]
        while heap:
            far, k, end = heappop(heap)
            if end in known[k] or len(near[k]) == _NEAREST:
                continue
            known[k].add(end)
            near[k].append((far, end))
            for client, cost in into[k]:
                j = search.place[client]
                if end in known[j] or len(near[j]) == _NEAREST:
                    continue
                other, change = self._exchange(client, cost, j, k)
                if other is not None:
                    heappush(heap, (far + max(0, change + prices[k] - prices[j]), j, end))
        return near
