"""Where clients of unlike weight are, while the panel changes.

A change moves no more clients than it must: who has no place any more waits, or goes where that
costs least, and who may be better off now is noted, to be looked at later.
"""

from collections.abc import Mapping, Sequence
from itertools import compress
from operator import ne
from typing import Final, final

import attrs

from carecore.flows.acuity import NEAR, near_arcs, usual_range
from carecore.flows.acuity_chain import relocate_by_chain
from carecore.flows.acuity_points import NOBODY_WANTED, SCALE
from carecore.flows.acuity_search import AcuitySearch
from carecore.flows.panel import Candidates, Panel, check_client

__all__ = ["AcuitySeats"]


_TRIES: Final = 2_000
"""How many changes are tried for each client that a change of the panel has reached; measured."""

_MOST_WAITING: Final = 6
"""For how many of those who wait a longer chain is sought; measured, as the next ones."""

_MOST_OTHERS: Final = 30
"""For how many of the others who have been reached."""

_LONG: Final = 1_500
"""How many chains are looked at for one who waits."""

_SHORT: Final = 100
"""How many chains are looked at for another."""


@final
class AcuitySeats:
    """Clients of unlike weight and their places; what a point costs is said by others.

    Attributes:
        clients: who may come to each client.
        weights: how many points each takes up.
        slots: what each point of each professional costs.
        search: where everybody is.
        prices: what a point of each professional costs, times the scale.
        reached: who is to be looked at, because a change has reached them.
    """

    __slots__ = (
        *("_before", "_width"),
        *("clients", "prices", "reached", "search", "slots", "weights"),
    )

    def __init__(self, panel: Panel, weights: Sequence[int], prices: list[int], /) -> None:
        """Begin with everybody on no list yet."""
        self.clients: list[Candidates] = [*panel.clients]
        self.weights: list[int] = [*weights]
        self.slots: list[list[int]] = [*map(list, panel.slots)]
        self.prices: list[int] = prices
        self.reached: dict[int, None] = {}
        self._width: int = _width(panel)
        self._before: list[int] | None = None
        arcs = [*map(self._near, range(len(weights)))]
        self.search: AcuitySearch = AcuitySearch(self.panel(), self.weights, arcs)

    def copy(self) -> "AcuitySeats":
        """The same, to be changed by itself."""
        made = object.__new__(AcuitySeats)
        made.clients, made.weights = self.clients.copy(), self.weights.copy()
        made.slots, made.prices = self.slots.copy(), self.prices
        made.reached = {**self.reached}
        made._width, made._before = self._width, self._before
        made.search = self.search.copy(made.panel(), made.weights)
        return made

    def panel(self) -> Panel:
        """The question, as it is changed from now on."""
        return Panel(self.clients, self.slots)

    @property
    def objective(self) -> int:
        """What it costs: pairs, waiting and filled points."""
        search = self.search
        filled = (totals[load] for totals, load in zip(search.totals, search.load, strict=False))
        return sum(search.paid) + sum(filled)

    def pinned_points(self, professional: int, /, *, but: int | None = None) -> int:
        """How many points those take up who are pinned to somebody, but for one client."""
        return sum(
            weight
            for index, (client, weight) in enumerate(zip(self.clients, self.weights, strict=True))
            if client.pin == professional and index != but
        )

    def place_all(self, wishes: Mapping[int, int | None], /) -> None:
        """Place everybody for the first time: where they wish, and then the heaviest first."""
        clients, weights = self.clients, self.weights

        def order(index: int) -> tuple[bool, bool, int, int]:
            is_open = wishes[index] is None
            weight = -weights[index] if is_open else 0
            return clients[index].pin is None, is_open, weight, index

        for index in sorted(range(len(clients)), key=order):
            self.search.place_first(index, wishes[index])

    def begin(self) -> None:
        """Remember where everybody is, before the first change."""
        if self._before is None:
            self._before = self.search.place.copy()

    def end(self) -> tuple[int, ...]:
        """Who is elsewhere than at the beginning, and who is new."""
        place = self.search.place
        before = place if self._before is None else self._before
        known = len(before)
        moved = [*compress(range(known), map(ne, before, place))]
        self._before, self.reached = None, {}
        return (*moved, *range(known, len(place)))

    def append(self) -> int:
        """Take in one client more, who wants nobody yet."""
        self.clients.append(NOBODY_WANTED)
        self.weights.append(1)
        self.search.append()
        return len(self.clients) - 1

    def set_client(self, index: int, client: Candidates, weight: int, /) -> None:
        """Give a client other candidates and another weight; it stays where it is if it can."""
        search, here = self.search, self.search.place[index]
        self._leave(index)
        self._reach(here)
        search.load[search.waiting] += weight - self.weights[index]
        self.clients[index], self.weights[index] = client, weight
        search.paid[index] = client.wait_cost
        search.set_arcs(index, self._near(index))
        if client.pin is not None:
            self._make_room(client.pin, weight)
        self._seat(index, here)

    def set_wait_costs(self, costs: Mapping[int, int], /) -> None:
        """Say anew what it costs clients to wait."""
        search = self.search
        for index, cost in costs.items():
            self.clients[index] = attrs.evolve(self.clients[index], wait_cost=cost)
            search.set_arcs(index, self._near(index))
            if search.place[index] == search.waiting:
                search.paid[index] = cost
                self.reached[index] = None

    def set_slots(self, professional: int, slots: Sequence[int], /) -> None:
        """Give a professional other points; who has no room any more goes elsewhere."""
        self.slots[professional] = [*slots]
        self.search.set_slots(professional, slots)
        self._reach(professional)
        for index in self._make_room(professional, 0):
            self._seat(index, professional)

    def with_costs(self, professional: int, costs: Mapping[int, int], /) -> dict[int, Candidates]:
        """Each client to whom somebody may come, before or then, as it is then.

        Raises:
            WrongType: if a cost is no whole number.
            InvalidValue: if a cost is too large, or one who is pinned is left out.
        """
        changed: dict[int, Candidates] = {}
        count = max(len(self.slots), professional + 1)
        for index, client in enumerate(self.clients):
            if index not in costs and professional not in client.professionals:
                continue
            arcs = dict(zip(client.professionals, client.costs, strict=True))
            arcs.pop(professional, None)
            if index in costs:
                arcs[professional] = costs[index]
            ids = sorted(arcs)
            new = attrs.evolve(client, professionals=ids, costs=[arcs[j] for j in ids])
            check_client(index, new, count)
            changed[index] = new
        return changed

    def set_professional(
        self, professional: int, slots: Sequence[int], changed: Mapping[int, Candidates], /
    ) -> None:
        """Give a professional other points, and clients other candidates; who can stays."""
        search = self.search
        stay = [*search.members[professional]]
        for index in stay:
            self._leave(index)
        for index, client in changed.items():
            self.clients[index] = client
            search.set_arcs(index, self._near(index))
            if search.place[index] == search.waiting or search.arcs[index][0][0] == professional:
                self.reached[index] = None
        self.set_slots(professional, slots)
        for index in sorted(stay, key=lambda one: self.clients[one].pin is None):
            self._seat(index, professional)

    def widen(self) -> None:
        """Take in one professional more, without points, before the wait list."""
        self.slots.append([])
        self.search.widen()
        new, old = self.search.waiting, self.search.waiting - 1
        before = self._before
        self._before = before and [new if one == old else one for one in before]

    def improve(self, values: Mapping[int, int], /) -> None:
        """Look for what costs less, beginning with those who have been reached.

        Args:
            values: what each client costs by price.
        """
        search, reached = self.search, self.reached
        self._width = _width(self.panel())
        for index in reached:
            search.set_arcs(index, self._near(index))
        search.improve(start=reached, work_limit=search.work + _TRIES * len(reached))
        for seed, looks in self._seeds(values):
            touched = relocate_by_chain(search, values, seed, looks=looks)
            search.improve(start=touched, work_limit=search.work + _TRIES * len(touched))

    def follow(self, other: "AcuitySeats", /) -> None:
        """Place everybody where they are by *other* seats of the same panel."""
        search, places = self.search, other.search.place
        here = enumerate(zip(places, search.place, strict=True))
        search.relocate([(index, there) for index, (there, place) in here if there != place])

    def _seeds(self, values: Mapping[int, int], /) -> list[tuple[int, int]]:
        """With whom longer chains begin, and how many are looked at: who waits, and who is dear."""
        search, reached = self.search, self.reached
        waiting: list[tuple[bool, int, int]] = []
        others: list[tuple[int, int]] = []
        for index in dict.fromkeys((*reached, *search.members[search.waiting])):
            dear = values[index] - self._cost(index)
            if dear < 0 and search.place[index] == search.waiting:
                waiting.append((index not in reached, dear, index))
            elif dear < 0:
                others.append((dear, index))
        seeds = [(index, _LONG) for _, _, index in sorted(waiting)[:_MOST_WAITING]]
        return seeds + [(index, _SHORT) for _, index in sorted(others)[:_MOST_OTHERS]]

    def _cost(self, index: int, /) -> int:
        """What one client costs where it is, with the last points there."""
        search, place = self.search, self.search.place[index]
        return search.paid[index] - search.added(place, search.load[place], -self.weights[index])

    def _near(self, index: int, /) -> list[tuple[int, int]]:
        client, weight = self.clients[index], self.weights[index]
        return near_arcs(client, weight, self.prices, scale=SCALE, width=self._width)[0]

    def _reach(self, place: int, /) -> None:
        """Note all who are somewhere."""
        if place != self.search.waiting:
            self.reached.update(dict.fromkeys(self.search.members[place]))

    def _leave(self, index: int, /) -> None:
        """Let a client wait."""
        if self.search.place[index] != self.search.waiting:
            self.search.relocate([(index, self.search.waiting)])

    def _seat(self, index: int, wish: int, /) -> None:
        """Give a client that waits the place it wishes, or the best there is."""
        search = self.search
        search.members[search.waiting] = [
            one for one in search.members[search.waiting] if one != index
        ]
        search.load[search.waiting] -= self.weights[index]
        search.place_first(index, wish)
        self.reached[index] = None
        self._reach(search.place[index])

    def _make_room(self, professional: int, weight: int, /) -> list[int]:
        """Let those wait who lose least by it, until somebody has so many points free."""
        search = self.search
        need = search.load[professional] + weight - search.room[professional]
        losses = sorted(
            (self._loss(one, professional), one)
            for one in (search.members[professional] if need > 0 else ())
            if self.clients[one].pin is None
        )
        gone: list[int] = []
        for _, index in losses:
            if need > 0:
                need -= self.weights[index]
                gone.append(index)
                self._leave(index)
        self.reached.update(dict.fromkeys(gone))
        self._reach(professional)
        return gone

    def _loss(self, index: int, professional: int, /) -> int:
        """What a point of a client costs more elsewhere, by price."""
        client, weight, here = self.clients[index], self.weights[index], 0
        best = client.wait_cost * SCALE
        for j, cost in zip(client.professionals, client.costs, strict=True):
            value = cost * SCALE + weight * self.prices[j]
            if j == professional:
                here = value
            else:
                best = min(best, value)
        return (best - here) // weight


def _width(panel: Panel, /) -> int:
    """What is further above the best by price than this, times the scale, is not tried."""
    return usual_range(panel) * SCALE // NEAR
