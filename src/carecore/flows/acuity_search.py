"""Changes that make weighted clients cost less: of one client, or of two at once.

Only what is near by price is tried, and that makes the search fast: what is far above the best by
price is hardly ever good.
What is left out relies on costs that are not below zero; some changes may be missed where they are.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final, TypeAlias, final

from carecore.flows.panel import NEVER, Panel

__all__ = ["AcuitySearch", "LocalArcs"]

LocalArcs: TypeAlias = list[tuple[int, int]]
"""Where a client may go and what that costs; the wait list is one more professional, the last."""

_Step: TypeAlias = tuple[int, int, int, int]
"""By how much the cost changes, where the client goes, who leaves there for it, and where to."""

_NOBODY: Final = -1


@final
class AcuitySearch:
    """Where weighted clients are, and the changes that make them cost less.

    Attributes:
        weights: how many points each client takes up.
        arcs: where each client may well go.
        waiting: the number of the wait list.
        totals: for each professional, what so many points cost in all.
        load: how many points each has.
        room: how many points each can have.
        members: who is with each.
        place: where each client is.
        paid: what that costs, without the points.
        work: how many changes were tried.
    """

    __slots__ = (
        "_cost_at",
        "_emptier",
        "_least",
        "_panel",
        "_wishes",
        "arcs",
        "load",
        "members",
        "paid",
        "place",
        "room",
        "totals",
        "waiting",
        "weights",
        "work",
    )

    def __init__(self, panel: Panel, weights: Sequence[int], arcs: list[LocalArcs], /) -> None:
        """Begin with everybody waiting, and on nobody's list."""
        self._panel = panel
        self.weights: Sequence[int] = weights
        self.arcs: list[LocalArcs] = arcs
        self.waiting: int = len(panel.slots)
        self.totals: list[list[int]] = [[0, *accumulate(slots)] for slots in panel.slots]
        self.load: list[int] = [0] * (self.waiting + 1)
        self.room: list[int] = [*map(len, panel.slots), NEVER]
        self.members: list[list[int]] = [[] for _ in self.load]
        self.place: list[int] = [self.waiting] * len(weights)
        self.paid: list[int] = [client.wait_cost for client in panel.clients]
        self.work: int = 0
        self._cost_at: list[dict[int, int]] = [dict(one) for one in arcs]
        self._wishes: list[list[int]] = [[] for _ in self.load]
        for client, one in enumerate(arcs):
            for j, _ in one:
                self._wishes[j].append(client)
        # What a place elsewhere costs each client at least; looked up when it is needed.
        self._least: list[int | None] = [None] * len(weights)
        self._emptier: set[int] = set()

    def copy(self, panel: Panel, weights: Sequence[int], /) -> "AcuitySearch":
        """The same, to be changed by itself; *panel* and *weights* are those of the copy."""
        made = AcuitySearch(Panel((), ()), (), [])
        for name in AcuitySearch.__slots__:
            value = getattr(self, name)
            setattr(made, name, value.copy() if isinstance(value, (list, set)) else value)
        made._panel, made.weights = panel, weights
        return made

    def set_arcs(self, client: int, arcs: LocalArcs, /) -> None:
        """Say anew where a client may well go."""
        known = self._cost_at[client]
        self.arcs[client] = arcs
        self._cost_at[client] = costs = dict(arcs)
        self._least[client] = None
        # Anew and not in place: a copy may share the old ones.
        for j in (known.keys() - costs.keys()) - {self.waiting}:
            self._wishes[j] = [one for one in self._wishes[j] if one != client]
        for j in (costs.keys() - known.keys()) - {self.waiting}:
            self._wishes[j] = [*self._wishes[j], client]

    def set_slots(self, professional: int, slots: Sequence[int], /) -> None:
        """Say anew what each point of a professional costs."""
        self.totals[professional] = [0, *accumulate(slots)]
        self.room[professional] = len(slots)
        self._emptier.add(professional)

    def append(self) -> None:
        """Let one more client wait, who weighs one point and may go nowhere."""
        self.members[self.waiting] = [*self.members[self.waiting], len(self.place)]
        self.load[self.waiting] += 1
        self.arcs.append([])
        self._cost_at.append({})
        self._least.append(None)
        self.place.append(self.waiting)
        self.paid.append(0)

    def widen(self) -> None:
        """Take in one professional more, without points, before the wait list."""
        old = self.waiting
        self.waiting = new = old + 1
        self.totals.append([0])
        self.load.insert(old, 0)
        self.room.insert(old, 0)
        self.members.insert(old, [])
        self.place = [new if one == old else one for one in self.place]
        self._wishes.insert(old, [])
        self.arcs = [[(new if j == old else j, cost) for j, cost in arcs] for arcs in self.arcs]
        self._cost_at = [*map(dict, self.arcs)]

    def places(self) -> tuple[int | None, ...]:
        """The professional of each client; `None`: it waits."""
        return tuple(None if j == self.waiting else j for j in self.place)

    def place_first(self, client: int, wish: int | None, /) -> None:
        """Place a client at its *wish* if it fits there, or else where that costs least."""
        candidates, weight = self._panel.clients[client], self.weights[client]
        must = candidates.pin if candidates.pin is not None else wish
        best, target, paid = candidates.wait_cost, self.waiting, candidates.wait_cost
        for j, cost in zip(candidates.professionals, candidates.costs, strict=True):
            if self.load[j] + weight > self.room[j]:
                continue
            if j == must:
                target, paid = j, cost
                break
            whole = cost + self.added(j, self.load[j], weight)
            if whole < best:
                best, target, paid = whole, j, cost
        self._seat(client, target, paid)

    def dearest_clients(self, values: list[int], /, *, are_waiting: bool) -> list[int]:
        """Who costs more than by price, dearest first: of those who wait, or of the others."""
        found: list[tuple[int, int]] = []
        for client, place in enumerate(self.place):
            if (place == self.waiting) is are_waiting:
                saved = self.added(place, self.load[place], -self.weights[client])
                cost = self.paid[client] - saved
                if cost > values[client]:
                    found.append((values[client] - cost, client))
        return [client for _, client in sorted(found)]

    def relocate(self, changes: Sequence[tuple[int, int]], /) -> list[int]:
        """Place several clients elsewhere at once; and say who is where a load has changed."""
        touched = {self.place[client]: None for client, _ in changes}
        touched.update((target, None) for _, target in changes)
        for client, _ in changes:
            self._unseat(client)
        for client, target in changes:
            self._seat(client, target, self.cost_of(client, target))
        return self._members_of(touched)

    def costs_of(self, client: int, /) -> dict[int, int]:
        """What each professional costs for a client that has a choice."""
        candidates = self._panel.clients[client]
        if candidates.pin is not None:
            return {}
        return dict(zip(candidates.professionals, candidates.costs, strict=True))

    def cost_of(self, client: int, target: int, /) -> int:
        """What a place costs, without the points."""
        candidates = self._panel.clients[client]
        if target == self.waiting:
            return candidates.wait_cost
        return candidates.costs[bisect_left(candidates.professionals, target)]

    def added(self, j: int, load: int, weight: int, /) -> int:
        """What so many points more cost; fewer points cost less than nothing."""
        if j == self.waiting:
            return 0
        totals = self.totals[j]
        return totals[load + weight] - totals[load]

    def improve(self, *, work_limit: int | None = None, start: Iterable[int] | None = None) -> None:
        """Make changes that cost less until there is none, or enough was tried.

        Args:
            work_limit: how many changes are tried in all; `None`: no limit.
            start: the clients that are looked at first; `None`: all.
        """
        queue = deque(range(len(self.place)) if start is None else start)
        is_queued = [False] * len(self.place)
        for client in queue:
            is_queued[client] = True
        while queue and (work_limit is None or self.work < work_limit):
            client = queue.popleft()
            is_queued[client] = False
            step = self._best_step(client)
            if step is None:
                continue
            for other in self._apply(client, step):
                if not is_queued[other]:
                    is_queued[other] = True
                    queue.append(other)

    def _best_step(self, client: int, /) -> _Step | None:
        """What saves most by placing a client elsewhere, and at most one other for it."""
        here, weight = self.place[client], self.weights[client]
        load, room, totals, waiting = self.load, self.room, self.totals, self.waiting
        gain = self.paid[client] - self.added(here, load[here], -weight)
        self._lower_least()
        best: _Step = (0, _NOBODY, _NOBODY, _NOBODY)
        for j, cost in self.arcs[client]:
            if j == here:
                continue
            change = cost - gain
            if j == waiting:
                if change < best[0]:
                    best = (change, j, _NOBODY, _NOBODY)
                continue
            full, now = load[j] + weight, totals[j][load[j]]
            if full <= room[j] and change + totals[j][full] - now < best[0]:
                best = (change + totals[j][full] - now, j, _NOBODY, _NOBODY)
            best = self._best_exchange(client, j, change - now, best)
        return best if best[1] != _NOBODY else None

    def _best_exchange(self, client: int, j: int, change: int, best: _Step, /) -> _Step:
        """The best way to place *client* at *j*, and one who is there elsewhere."""
        here, weights, paid, mine = self.place[client], self.weights, self.paid, self.totals[j]
        arcs, least, cost_at = self.arcs, self._least, self._cost_at
        after, limit = self.load[j] + weights[client], self.room[j]
        for other in self.members[j]:
            left = after - weights[other]
            if left > limit:
                continue
            part = change + mine[left] - paid[other]
            if part >= best[0]:
                continue
            floor = least[other]
            if floor is None:
                floor = self._least_elsewhere(other)
            if part + floor < best[0]:
                best = self._best_onward((client, other, part), arcs[other], best)
            elif here in cost_at[other]:
                # Only the points that *client* leaves may still be good enough.
                back = [(here, cost_at[other][here])]
                best = self._best_onward((client, other, part), back, best)
        self.work += len(self.members[j])
        return best

    def _best_onward(
        self, exchange: tuple[int, int, int], arcs: LocalArcs, best: _Step, /
    ) -> _Step:
        """The best place for who leaves: after who comes, who leaves, and what it costs so far."""
        client, other, part = exchange
        here, j, moved = self.place[client], self.place[other], self.weights[other]
        load, room, totals, waiting = self.load, self.room, self.totals, self.waiting
        lowest = best[0]
        for k, cost in arcs:
            whole = part + cost
            if whole >= lowest or k == j:
                continue
            if k != waiting:
                base = load[k] - self.weights[client] if k == here else load[k]
                if base + moved > room[k]:
                    continue
                whole += totals[k][base + moved] - totals[k][base]
            if whole < lowest:
                lowest = whole
                best = (whole, j, other, k)
        self.work += len(arcs)
        return best

    def _least_elsewhere(self, client: int, /) -> int:
        """What a place elsewhere costs a client now, with its points; loads that rise add to it."""
        here, weight = self.place[client], self.weights[client]
        least = NEVER
        for k, cost in self.arcs[client]:
            if k != here and self.load[k] + weight <= self.room[k]:
                least = min(least, cost + self.added(k, self.load[k], weight))
        self._least[client] = least
        return least

    def _lower_least(self) -> None:
        """Where loads have fallen, a place may cost less than it did."""
        for k in self._emptier:
            load, room = self.load[k], self.room[k]
            for client in self._wishes[k]:
                known, weight = self._least[client], self.weights[client]
                if known is not None and self.place[client] != k and load + weight <= room:
                    cost = self._cost_at[client][k] + self.added(k, load, weight)
                    if cost < known:
                        self._least[client] = cost
        self._emptier.clear()

    def _apply(self, client: int, step: _Step, /) -> list[int]:
        """Make a change; and say who is worth looking at again."""
        _, target, other, onward = step
        touched = [self.place[client], target]
        self._unseat(client)
        if other != _NOBODY:
            touched.append(onward)
            self._unseat(other)
            self._seat(other, onward, self.cost_of(other, onward))
        self._seat(client, target, self.cost_of(client, target))
        return self._members_of(touched)

    def _members_of(self, professionals: Iterable[int], /) -> list[int]:
        return [i for j in professionals if j != self.waiting for i in self.members[j]]

    def _seat(self, client: int, target: int, cost: int, /) -> None:
        self.place[client] = target
        self.paid[client] = cost
        # Anew and not in place: a copy may share the old one.
        self.members[target] = [*self.members[target], client]
        self.load[target] += self.weights[client]
        self._least[client] = None

    def _unseat(self, client: int, /) -> None:
        place = self.place[client]
        self.members[place] = self.members[place].copy()
        self.members[place].remove(client)
        self.load[place] -= self.weights[client]
        if place != self.waiting:
            self._emptier.add(place)
