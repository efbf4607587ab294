"""The cheapest way to share out, one slot for each client; and it stays the cheapest.

`PanelFlow` finds it, and each change of the panel repairs no more than has to be repaired.
The auction gives a start, and the searches place everybody whom it left off their best; neither
leaves anything to luck, and `certify` checks the answer by itself.
"""

from collections.abc import Mapping, Sequence
from typing import final

import attrs
from attrs import frozen

from carecore.errors import InvalidValue, UnknownId
from carecore.flows.auction import auction_start
from carecore.flows.panel import Candidates, Panel, check_client, check_panel, check_slots
from carecore.flows.search import apply_room, apply_taker, find_room, find_taker
from carecore.flows.state import NOWHERE, FlowState

__all__ = ["FlowSolution", "PanelFlow"]


@final
@frozen(kw_only=True, weakref_slot=False)
class FlowSolution:
    """Who goes where, and the prices that prove that nothing costs less.

    Attributes:
        places: the professional of each client; `None`: it waits.
        prices: what one more slot of each professional would save at most.
        objective: what it costs: pairs, waiting and filled slots.

    .. versionadded:: 0.1
    """

    places: tuple[int | None, ...]
    prices: tuple[int, ...]
    objective: int


@final
class PanelFlow:
    """A panel that is shared out at the least cost, also after each change.

    >>> panel = Panel(
    ...     [Candidates([0], [5], wait_cost=20), Candidates([0], [3], wait_cost=4)], [[1]]
    ... )
    >>> flow = PanelFlow(panel)
    >>> flow.solution().places
    (0, None)
    >>> flow.set_slots(0, [0, 0])
    >>> flow.solution().places
    (0, 0)

    Args:
        panel: the question.
        is_checked: whether the caller makes sure that it is whole, now and after each change.

    Raises:
        WrongType: if a cost or a number is no whole number.
        InvalidValue: if the panel is not whole, or its pins cannot all be kept.

    Attributes:
        state: where everybody is now; for questions that change nothing.
        searches: how many searches there were so far.
        settled: how many professionals these looked at.

    .. versionadded:: 0.1
    """

    __slots__ = ("_clients", "_is_checked", "_pins", "searches", "settled", "state")

    def __init__(self, panel: Panel, /, *, is_checked: bool = False) -> None:
        """Share out *panel*."""
        if not is_checked:
            check_panel(panel)
        self._is_checked: bool = is_checked
        self._clients: list[Candidates] = list(panel.clients)
        self._pins: list[int] = [0] * len(panel.slots)
        for client in self._clients:
            self._count_pin(client, 1)
        self.state: FlowState = FlowState(panel)
        self.searches: int = 0
        self.settled: int = 0
        auction_start(self.state)
        free = [i for i in range(len(self._clients)) if self.state.is_off_best(i)]
        for index in free:
            self.state.unseat(index)
        self._repair(list(range(self.state.waiting)), free)

    def copy(self) -> "PanelFlow":
        """The same, to be changed by itself; it costs little, because what is alike is shared.

        >>> flow = PanelFlow(Panel([Candidates([0], [5], wait_cost=20)], [[1]]))
        >>> later = flow.copy()
        >>> later.remove_client(0)
        >>> flow.objective, later.objective
        (6, 0)

        .. versionadded:: 0.1
        """
        made = PanelFlow(Panel((), ()), is_checked=self._is_checked)
        made._clients, made._pins = self._clients.copy(), self._pins.copy()
        made.state = self.state.copy()
        made.searches, made.settled = self.searches, self.settled
        return made

    @property
    def objective(self) -> int:
        """What it costs: pairs, waiting and filled slots."""
        state = self.state
        loads = map(len, state.members)
        filled = (sum(costs[:load]) for costs, load in zip(state.slots, loads, strict=True))
        return sum(state.paid) + sum(filled)

    def solution(self) -> FlowSolution:
        """Who goes where now.

        .. versionadded:: 0.1
        """
        state = self.state
        return FlowSolution(
            places=tuple(None if j == state.waiting else j for j in state.place),
            prices=tuple(state.price[: state.waiting]),
            objective=self.objective,
        )

    def client(self, index: int, /) -> Candidates:
        """The candidates of one client now.

        Raises:
            UnknownId: if there is no such client.

        .. versionadded:: 0.1
        """
        _require("client", index, len(self._clients))
        return self._clients[index]

    def panel(self) -> Panel:
        """The whole panel now.

        .. versionadded:: 0.1
        """
        return Panel(tuple(self._clients), tuple(map(tuple, self.state.slots[:-1])))

    def add_client(self, client: Candidates, /) -> int:
        """Share out one client more, and say which number it gets.

        Raises:
            WrongType: if a cost or a number is no whole number.
            InvalidValue: if the candidates are not whole, or the pin cannot be kept; then nothing
                has changed.

        .. versionadded:: 0.1
        """
        index = len(self._clients)
        self._check_client(index, client)
        self._count_pin(client, 1)
        self._clients.append(client)
        self.state.append_client(client)
        self._insert(index)
        return index

    def remove_client(self, index: int, /) -> None:
        """Take a client out; its number stays, for a client that wants nobody.

        Raises:
            UnknownId: if there is no such client.

        .. versionadded:: 0.1
        """
        self.change_client(index, Candidates((), (), wait_cost=0))

    def change_client(self, index: int, client: Candidates, /) -> None:
        """Give a client other candidates, costs, or another pin.

        Raises:
            UnknownId: if there is no such client.
            WrongType: if a cost or a number is no whole number.
            InvalidValue: if the candidates are not whole, or the pin cannot be kept; then nothing
                has changed.

        .. versionadded:: 0.1
        """
        before = self.client(index)
        self._check_client(index, client, before.pin)
        self._count_pin(before, -1)
        self._count_pin(client, 1)
        self._clients[index] = client
        state = self.state
        left = state.unseat(index)
        state.set_arcs(index, client)
        self._repair([left] if left != state.waiting else [], [index])

    def set_wait_costs(self, costs: Mapping[int, int], /) -> None:
        """Say anew what it costs clients to wait; whoever is well where they are stays there.

        Raises:
            UnknownId: if there is no such client.
            WrongType: if a cost is no whole number.
            InvalidValue: if a cost is too large; then nothing has changed.

        .. versionadded:: 0.1
        """
        state = self.state
        changed = {
            index: attrs.evolve(self.client(index), wait_cost=cost) for index, cost in costs.items()
        }
        for index, client in changed.items():
            self._check_whole(index, client, len(self._pins))
        for index, client in changed.items():
            self._clients[index] = client
            if client.pin is None:
                state.set_last_cost(index, client.wait_cost)
        free = [index for index in changed if state.is_off_best(index)]
        left = {state.unseat(index): None for index in free}
        self._repair([one for one in left if one != state.waiting], free)

    def set_slots(self, professional: int, slots: Sequence[int], /) -> None:
        """Give a professional more or fewer slots, or other costs of these.

        Raises:
            UnknownId: if there is no such professional.
            WrongType: if a cost is no whole number.
            InvalidValue: if a slot gets cheaper, or there are fewer slots than pinned clients; then
                nothing has changed.

        .. versionadded:: 0.1
        """
        self._check_slots(professional, slots)
        state = self.state
        state.slots[professional] = list(slots)
        free: list[int] = []
        while state.members[professional] and _is_too_dear(state, professional):
            free.append(state.members[professional][-1])
            state.unseat(free[-1])
        state.refresh(professional)
        self._repair([professional], free)

    def add_professional(self, slots: Sequence[int], costs: Mapping[int, int], /) -> int:
        """Share out to one professional more, and say which number they get.

        Args:
            slots: what each slot costs.
            costs: the clients to whom they may come, and what each costs.

        Raises:
            UnknownId: if there is no such client.
            WrongType: if a cost is no whole number.
            InvalidValue: if a slot gets cheaper; then nothing has changed.

        .. versionadded:: 0.1
        """
        index = len(self._pins)
        if not self._is_checked:
            check_slots(index, slots)
        changed = self._changed_clients(index, costs, count=index + 1)
        self._pins.append(0)
        self.state.widen()
        self._change_professional(index, slots, changed)
        return index

    def change_professional(
        self, professional: int, slots: Sequence[int], costs: Mapping[int, int], /
    ) -> None:
        """Give a professional other slots, other clients and other costs.

        Args:
            professional: who.
            slots: what each slot costs.
            costs: the clients to whom they may come, and what each costs.

        Raises:
            UnknownId: if there is no such professional, or client.
            WrongType: if a cost is no whole number.
            InvalidValue: if a slot gets cheaper, there are fewer slots than pinned clients, or one
                of these is left out; then nothing has changed.

        .. versionadded:: 0.1
        """
        self._check_slots(professional, slots)
        changed = self._changed_clients(professional, costs, count=len(self._pins))
        self._change_professional(professional, slots, changed)

    def _change_professional(
        self, professional: int, slots: Sequence[int], changed: dict[int, Candidates], /
    ) -> None:
        state = self.state
        free = sorted(state.members[professional])
        for index in free:
            state.unseat(index)
        arcs: dict[int, int] = {}
        for index, client in changed.items():
            self._clients[index] = client
            if professional in client.professionals and client.pin in {None, professional}:
                arcs[index] = client.costs[client.professionals.index(professional)]
        state.replace_column(professional, arcs)
        state.slots[professional] = list(slots)
        # At this price nobody who has a place would rather come here.
        wanted = [
            state.paid[i] + state.price[state.place[i]] - cost
            for i, cost in arcs.items()
            if state.place[i] != NOWHERE
        ]
        price = max([slots[0] if slots else 0, *wanted])
        state.fallen += max(0, state.price[professional] - price)
        state.price[professional] = price
        state.refresh(professional)
        self._repair([professional], free)

    def _repair(self, professionals: list[int], free: list[int], /) -> None:
        """Fill the slots that are worth it, then place the clients that are free."""
        state = self.state
        for index in free:
            # Who is nowhere counts as somebody who waits, at a price of zero.
            state.paid[index] = state.value(index)
        for j in professionals:
            while state.next_cost[j] < state.price[j]:
                route = find_taker(state, j)
                apply_taker(state, j, route)
                self._count(len(route.settled))
                if route.end == j:
                    break
        for index in free:
            if state.place[index] == NOWHERE:
                self._insert(index)

    def _insert(self, index: int, /) -> None:
        state = self.state
        arcs = list(zip(state.arc_ids[index], state.arc_costs[index], strict=True))
        route = find_room(state, index, arcs)
        apply_room(state, index, route)
        self._count(len(route.settled))

    def _count(self, settled: int, /) -> None:
        self.searches += 1
        self.settled += settled

    def _check_client(self, index: int, client: Candidates, before: int | None = None, /) -> None:
        self._check_whole(index, client, len(self._pins))
        pin = client.pin
        if pin is not None and pin != before and self._pins[pin] >= len(self.state.slots[pin]):
            what = f"every slot of professional {pin} is taken by a pinned client"
            place = f"$.clients[{index}].pin"
            raise InvalidValue(what, place=place, advice="Maybe add a slot, or pin fewer")

    def _check_whole(self, index: int, client: Candidates, count: int, /) -> None:
        if not self._is_checked:
            check_client(index, client, count)

    def _check_slots(self, professional: int, slots: Sequence[int], /) -> None:
        _require("professional", professional, len(self._pins))
        if not self._is_checked:
            check_slots(professional, slots)
        if self._pins[professional] > len(slots):
            what = f"{self._pins[professional]} pinned clients do not fit on {len(slots)} slots"
            place = f"$.slots[{professional}]"
            raise InvalidValue(what, place=place, advice="Maybe leave them their slots")

    def _count_pin(self, client: Candidates, change: int, /) -> None:
        if client.pin is not None:
            self._pins[client.pin] += change

    def _changed_clients(
        self, professional: int, costs: Mapping[int, int], /, *, count: int
    ) -> dict[int, Candidates]:
        """Each client that a professional may come to, before or then, as it is then."""
        for index in costs:
            _require("client", index, len(self._clients))
        before = self.state.column(professional) if professional < self.state.waiting else ()
        # One who is pinned to somebody else has only that arc.
        pinned = [
            index
            for index, one in enumerate(self._clients)
            if one.pin is not None and one.pin != professional
        ]
        changed: dict[int, Candidates] = {}
        for index in sorted({*before, *pinned, *costs}):
            client = self._clients[index]
            arcs = dict(zip(client.professionals, client.costs, strict=True))
            arcs.pop(professional, None)
            if index in costs:
                arcs[professional] = costs[index]
            ids = sorted(arcs)
            new = attrs.evolve(client, professionals=ids, costs=[arcs[j] for j in ids])
            self._check_whole(index, new, count)
            changed[index] = new
        return changed


def _is_too_dear(state: FlowState, professional: int, /) -> bool:
    """Whether there is no slot for the last member, or it costs more than the price."""
    load, slots = len(state.members[professional]), state.slots[professional]
    return load > len(slots) or slots[load - 1] > state.price[professional]


def _require(kind: str, index: int, count: int, /) -> None:
    if not 0 <= index < count:
        raise UnknownId(kind, str(index))
