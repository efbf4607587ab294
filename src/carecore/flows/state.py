"""Where everybody is while the engine works, and at what prices.

The wait list is one more professional, the last one: with room for everybody, slots that cost
nothing, and a price that stays 0.

Between two changes three things are so, and together they prove that nothing costs less:

1. each client is where cost and price together are least;
2. the last filled slot of nobody costs more than their price;
3. the next free slot of nobody costs less than their price.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import add, itemgetter
from typing import Final, TypeAlias, final

from carecore.flows.panel import NEVER, Candidates, Panel

__all__ = ["NOWHERE", "FlowState", "Shortlist"]

Getter: TypeAlias = Callable[[Sequence[int]], tuple[int, ...]]
"""Picks the prices of one client's candidates out of all prices."""

Shortlist: TypeAlias = list[tuple[int, int, int]]
"""Cost and price together as they were, professional and cost; ascending."""

NOWHERE: Final = -1
"""The place of a client that has none yet, not even on the wait list."""


@final
class FlowState:
    """Plain lists, by the number of a client or of a professional; no decision is taken here.

    Attributes:
        waiting: the number of the wait list.
        slots: what the slots of each professional cost.
        price: the price of each professional.
        next_cost: what the next free slot of each costs; `NEVER`: none is free.
        members: who is with each; not kept for the wait list.
        arc_ids: where each client may go, the wait list last.
        arc_costs: what each of these costs.
        getters: the prices of these, out of all prices.
        place: where each client is.
        paid: what that costs, without the slot.
        shortlists: the choices of each client, best first, as they were when last sorted.
        sorted_at: what *fallen* was then.
        fallen: how far any price can have fallen, all falls together.
        patience: by how much a shortlist may be out of date before it is sorted anew.
    """

    __slots__ = (
        "_columns",
        "_own",
        "_own_members",
        "arc_costs",
        "arc_ids",
        "fallen",
        "getters",
        "members",
        "next_cost",
        "paid",
        "patience",
        "place",
        "price",
        "shortlists",
        "slots",
        "sorted_at",
        "waiting",
    )

    def __init__(self, panel: Panel, /) -> None:
        """Begin with nobody placed, and prices at the cost of the first slot."""
        self.waiting: int = len(panel.slots)
        self.slots: list[list[int]] = [*map(list, panel.slots), []]
        self.price: list[int] = [costs[0] if costs else 0 for costs in self.slots]
        self.next_cost: list[int] = [costs[0] if costs else NEVER for costs in self.slots]
        self.next_cost[self.waiting] = 0
        self.members: list[list[int]] = [[] for _ in self.slots]
        self.arc_ids: list[list[int]] = []
        self.arc_costs: list[list[int]] = []
        self.getters: list[Getter] = []
        self.place: list[int] = []
        self.paid: list[int] = []
        self.shortlists: list[Shortlist | None] = []
        self.sorted_at: list[int] = []
        self.fallen: int = 0
        self.patience: int = _patience(panel)
        self._columns: list[dict[int, int]] | None = None
        # Whose columns, and whose lists of members, no copy shares.
        self._own: set[int] = set()
        self._own_members: set[int] = set(range(len(self.slots)))
        for client in panel.clients:
            self.append_client(client)

    def copy(self) -> "FlowState":
        """The same, to be changed by itself; what neither changes is shared."""
        made = FlowState(Panel((), ()))
        for name in FlowState.__slots__:
            value = getattr(self, name)
            setattr(made, name, value.copy() if isinstance(value, list) else value)
        # From now on both copy a column, or a list of members, before they change it.
        self._own, made._own = set(), set()
        self._own_members, made._own_members = set(), set()
        return made

    def append_client(self, client: Candidates, /) -> None:
        """Add a client that is nowhere yet."""
        index = len(self.arc_ids)
        self.arc_ids.append([])
        self.arc_costs.append([])
        self.getters.append(tuple)
        self.place.append(NOWHERE)
        self.paid.append(0)
        self.shortlists.append(None)
        self.sorted_at.append(0)
        self.set_arcs(index, client)

    def set_arcs(self, index: int, client: Candidates, /) -> None:
        """Give a client that is nowhere other candidates."""
        ids, costs = _arcs_of(client, self.waiting)
        if self._columns is not None:
            for professional in self.arc_ids[index]:
                if professional != self.waiting:
                    del self._own_column(self._columns, professional)[index]
            for professional, cost in zip(ids, costs, strict=True):
                if professional != self.waiting:
                    self._own_column(self._columns, professional)[index] = cost
        self.arc_ids[index] = ids
        self.arc_costs[index] = costs
        self._arcs_changed(index)

    def set_last_cost(self, client: int, cost: int, /) -> None:
        """Say anew what it costs a client to wait, wherever it is."""
        self.arc_costs[client] = [*self.arc_costs[client][:-1], cost]
        self.shortlists[client] = None
        if self.place[client] == self.waiting:
            self.paid[client] = cost

    def arc_cost(self, client: int, professional: int, /) -> int:
        """What somebody who may come to a client costs."""
        return self.arc_costs[client][self.arc_ids[client].index(professional)]

    def value(self, client: int, /) -> int:
        """The least of cost and price together among a client's choices."""
        least: int = min(map(add, self.arc_costs[client], self.getters[client](self.price)))
        return least

    def is_off_best(self, client: int, /) -> bool:
        """Whether a client is nowhere, or would rather be elsewhere at today's prices."""
        place = self.place[client]
        return place == NOWHERE or self.paid[client] + self.price[place] != self.value(client)

    def shortlist(self, client: int, /) -> Shortlist:
        """Sort a client's choices at today's prices."""
        costs = self.arc_costs[client]
        reduced = map(add, costs, self.getters[client](self.price))
        short = sorted(zip(reduced, self.arc_ids[client], costs, strict=True))
        self.shortlists[client] = short
        self.sorted_at[client] = self.fallen
        return short

    def seat(self, client: int, professional: int, /) -> None:
        """Place a client that is nowhere."""
        self.place[client] = professional
        self.paid[client] = self.arc_cost(client, professional)
        if professional != self.waiting:
            self._members_of(professional).append(client)
            self.refresh(professional)

    def unseat(self, client: int, /) -> int:
        """Take a client off its place, and say which that was."""
        professional = self.place[client]
        self.place[client] = NOWHERE
        if professional not in {self.waiting, NOWHERE}:
            self._members_of(professional).remove(client)
            self.refresh(professional)
        return professional

    def refresh(self, professional: int, /) -> None:
        """Look up what the next free slot costs."""
        load, costs = len(self.members[professional]), self.slots[professional]
        self.next_cost[professional] = costs[load] if load < len(costs) else NEVER

    def widen(self) -> int:
        """Add a professional without slots before the wait list, and say which number they get."""
        index = self.waiting
        self.waiting += 1
        self.slots.insert(index, [])
        self.price.insert(index, 0)
        self.next_cost.insert(index, NEVER)
        self.members.insert(index, [])
        if self._columns is not None:
            self._columns.insert(index, {})
            self._own = {one + (one >= index) for one in self._own}
        self._own_members = {one + (one >= index) for one in self._own_members}
        for client, ids in enumerate(self.arc_ids):
            if ids[-1] == index:
                self.arc_ids[client] = [*ids[:-1], self.waiting]
                self._arcs_changed(client)
            if self.place[client] == index:
                self.place[client] = self.waiting
        return index

    def column(self, professional: int, /) -> dict[int, int]:
        """Every client a professional may come to, and what that costs; not for the wait list."""
        return self._all_columns()[professional]

    def replace_column(self, professional: int, arcs: dict[int, int], /) -> None:
        """Say anew to whom a professional may come with whom nobody is."""
        columns = self._all_columns()
        before = columns[professional]
        for client in sorted(before.keys() | arcs.keys()):
            ids, costs = self.arc_ids[client], self.arc_costs[client]
            at = bisect_left(ids, professional)
            after = at + (client in before)
            new = [(professional, arcs[client])] if client in arcs else []
            # Anew and not in place: a copy may share the old ones.
            self.arc_ids[client] = [*ids[:at], *(one for one, _ in new), *ids[after:]]
            self.arc_costs[client] = [*costs[:at], *(cost for _, cost in new), *costs[after:]]
            self._arcs_changed(client)
        columns[professional] = dict(sorted(arcs.items()))
        self._own.add(professional)

    def _all_columns(self) -> list[dict[int, int]]:
        if self._columns is None:
            columns: list[dict[int, int]] = [{} for _ in self.slots]
            for client, ids in enumerate(self.arc_ids):
                for professional, cost in zip(ids, self.arc_costs[client], strict=True):
                    if professional != self.waiting:
                        columns[professional][client] = cost
            self._columns = columns
        return self._columns

    def _own_column(self, columns: list[dict[int, int]], professional: int, /) -> dict[int, int]:
        if professional not in self._own:
            columns[professional] = columns[professional].copy()
            self._own.add(professional)
        return columns[professional]

    def _members_of(self, professional: int, /) -> list[int]:
        if professional not in self._own_members:
            self.members[professional] = self.members[professional].copy()
            self._own_members.add(professional)
        return self.members[professional]

    def _arcs_changed(self, client: int, /) -> None:
        self.getters[client] = _getter(self.arc_ids[client])
        self.shortlists[client] = None


def _arcs_of(client: Candidates, waiting: int, /) -> tuple[list[int], list[int]]:
    if client.pin is not None:
        return [client.pin], [client.costs[client.professionals.index(client.pin)]]
    return [*client.professionals, waiting], [*client.costs, client.wait_cost]


def _getter(ids: list[int], /) -> Getter:
    if len(ids) == 1:
        only = ids[0]
        return lambda prices: (prices[only],)
    return itemgetter(*ids)


def _patience(panel: Panel, /) -> int:
    """An eighth of a usual cost: no value is wrong, and this one is quick."""
    sample = panel.clients[:: max(1, len(panel.clients) // 100)]
    costs = [abs(cost) for client in sample for cost in client.costs]
    return sum(costs) // (8 * len(costs)) if costs else 0
