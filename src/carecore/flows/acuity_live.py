"""Clients of unlike weight who stay shared out near a bound, while the panel changes.

The points of all clients stay shared out exactly, and so there is a bound at any time.
The clients themselves are placed anew only where a change has reached: where their points have
moved, and where loads have changed.
From there the search of `solve_acuity` goes on, until a fixed number of changes was tried.
A panel of few clients is also shared out anew where a gap is left.
"""

from collections.abc import Mapping, Sequence
from typing import Final, final

from carecore.errors import InvalidValue, UnknownId
from carecore.flows.acuity import AcuitySolution, check_weights
from carecore.flows.acuity_branches import improve_by_branching
from carecore.flows.acuity_chain import improve_by_chains
from carecore.flows.acuity_gather import improve_by_gathering
from carecore.flows.acuity_points import NOBODY_WANTED, SCALE, PointFlow
from carecore.flows.acuity_seats import AcuitySeats
from carecore.flows.certificate import certify_acuity
from carecore.flows.panel import Candidates, Panel, check_client, check_panel, check_slots

__all__ = ["AcuityFlow"]

_FEW: Final = 300
"""Up to so many clients are shared out anew where a gap is left: it still takes milliseconds."""


@final
class AcuityFlow:
    """A panel of clients of unlike weight that stays shared out near a bound, after each change.

    A change places whoever has to be; `settle` then looks for what is better, and proves the bound.

    >>> clients = [Candidates([0], [5], wait_cost=20), Candidates([0], [5], wait_cost=30)]
    >>> flow = AcuityFlow(Panel(clients, [[0, 0, 0]]), [3, 1])
    >>> flow.solution().places
    (None, 0)
    >>> flow.set_slots(0, [0, 0, 0, 0])
    >>> flow.settle()
    >>> flow.solution().places, flow.objective, flow.bound
    ((0, 0), 10, 10)

    Args:
        panel: the question; its slots are points.
        weights: how many points each client takes up.
        wishes: where clients are to be placed first, by number, if there is room.

    Raises:
        WrongType: if a cost, a number or a weight is no whole number.
        InvalidValue: if the panel is not whole, weights are missing or below 1, or more points are
            pinned to somebody than there are.

    Attributes:
        moved: the clients who are elsewhere than before the changes that were settled last.

    .. versionadded:: 0.1
    """

    __slots__ = ("_points", "_seats", "moved")

    def __init__(
        self, panel: Panel, weights: Sequence[int], /, *, wishes: Mapping[int, int] | None = None
    ) -> None:
        """Share out *panel*."""
        check_panel(panel)
        check_weights(panel, weights)
        self._points: PointFlow = PointFlow(panel, weights)
        self._seats: AcuitySeats = _shared_out(self._points, panel, weights, wishes or {})
        self.moved: tuple[int, ...] = ()

    def copy(self) -> "AcuityFlow":
        """The same, to be changed by itself; it costs little, because what is alike is shared.

        .. versionadded:: 0.1
        """
        made = object.__new__(AcuityFlow)
        made._points, made._seats = self._points.copy(), self._seats.copy()
        made.moved = self.moved
        return made

    @property
    def objective(self) -> int:
        """What it costs: pairs, waiting and filled points."""
        return self._seats.objective

    @property
    def bound(self) -> int:
        """Nothing costs less, as far as it was proved by the last `settle`.

        It is that of `solution`, or somewhat below it where some weigh more than ten.
        """
        return self._points.bound

    def panel(self) -> Panel:
        """The whole panel now.

        .. versionadded:: 0.1
        """
        return Panel(tuple(self._seats.clients), tuple(map(tuple, self._seats.slots)))

    def client(self, index: int, /) -> Candidates:
        """The candidates of one client now.

        Raises:
            UnknownId: if there is no such client.

        .. versionadded:: 0.1
        """
        _require("client", index, len(self._seats.clients))
        return self._seats.clients[index]

    def weight(self, index: int, /) -> int:
        """How many points one client takes up now.

        Raises:
            UnknownId: if there is no such client.

        .. versionadded:: 0.1
        """
        _require("client", index, len(self._seats.clients))
        return self._seats.weights[index]

    def place(self, index: int, /) -> int | None:
        """The professional of one client now; `None`: it waits.

        Raises:
            UnknownId: if there is no such client.

        .. versionadded:: 0.1
        """
        _require("client", index, len(self._seats.clients))
        place = self._seats.search.place[index]
        return None if place == self._seats.search.waiting else place

    def slots(self, professional: int, /) -> list[int]:
        """What each point of a professional costs now.

        Raises:
            UnknownId: if there is no such professional.

        .. versionadded:: 0.1
        """
        _require("professional", professional, self.width)
        return self._seats.slots[professional]

    @property
    def width(self) -> int:
        """How many professionals there are."""
        return len(self._seats.slots)

    def solution(self) -> AcuitySolution:
        """Who goes where now; what it costs, and the bound, are reckoned from the beginning.

        .. versionadded:: 0.1
        """
        seats, prices = self._seats, tuple(self._points.prices)
        places = seats.search.places()
        panel, weights = seats.panel(), seats.weights
        proof = certify_acuity(
            panel, places, prices, weights=weights, scale=SCALE, claimed=self.objective
        )
        assert not proof.faults
        return AcuitySolution(
            places=places,
            objective=proof.objective,
            bound=proof.bound,
            prices=prices,
            scale=SCALE,
            work=seats.search.work,
        )

    def bound_if(self, index: int, professional: int | None, /) -> int:
        """Nothing costs less in which a client is with somebody, or waits; by price, at once.

        Raises:
            UnknownId: if there is no such client, or the professional is no candidate of it.

        .. versionadded:: 0.1
        """
        return self._points.bound_with(index, self.value(index, professional))

    def value(self, index: int, professional: int | None, /) -> int:
        """What a client costs with somebody by price, times the scale; or what it costs to wait.

        Raises:
            UnknownId: if there is no such client, or the professional is no candidate of it.

        .. versionadded:: 0.1
        """
        client = self.client(index)
        if professional is None:
            return client.wait_cost * SCALE
        if professional not in client.professionals:
            raise UnknownId("candidate", str(professional), place=f"$.clients[{index}]")
        cost = client.costs[client.professionals.index(professional)]
        return cost * SCALE + self.weight(index) * self._points.prices[professional]

    def add_client(self, client: Candidates, weight: int, /) -> int:
        """Take in one client more, and say which number it gets.

        Raises:
            WrongType: if a cost, a number or the weight is no whole number.
            InvalidValue: if the candidates are not whole, the weight is below 1, or the pin cannot
                be kept; then nothing has changed.

        .. versionadded:: 0.1
        """
        self._check_client(len(self._seats.clients), client, weight)
        self._seats.begin()
        index = self._seats.append()
        self._set_client(index, client, weight)
        return index

    def change_client(self, index: int, client: Candidates, weight: int, /) -> None:
        """Give a client other candidates, other costs, another weight or another pin.

        Raises:
            UnknownId: if there is no such client.
            WrongType: if a cost, a number or the weight is no whole number.
            InvalidValue: if the candidates are not whole, the weight is below 1, or the pin cannot
                be kept; then nothing has changed.

        .. versionadded:: 0.1
        """
        _require("client", index, len(self._seats.clients))
        self._check_client(index, client, weight)
        self._seats.begin()
        self._set_client(index, client, weight)

    def remove_client(self, index: int, /) -> None:
        """Take a client out; its number stays, for a client that wants nobody.

        Raises:
            UnknownId: if there is no such client.

        .. versionadded:: 0.1
        """
        self.change_client(index, NOBODY_WANTED, 1)

    def set_wait_costs(self, costs: Mapping[int, int], /) -> None:
        """Say anew what it costs clients to wait.

        Raises:
            UnknownId: if there is no such client.
            WrongType: if a cost is no whole number.
            InvalidValue: if a cost is too large; then nothing has changed.

        .. versionadded:: 0.1
        """
        for index, cost in costs.items():
            _require("client", index, len(self._seats.clients))
            check_client(index, Candidates((), (), wait_cost=cost), 0)
        self._seats.begin()
        self._points.set_wait_costs(costs)
        self._seats.prices = self._points.prices
        self._seats.set_wait_costs(costs)

    def set_slots(self, professional: int, slots: Sequence[int], /) -> None:
        """Give a professional more or fewer points, or other costs of these.

        Raises:
            UnknownId: if there is no such professional.
            WrongType: if a cost is no whole number.
            InvalidValue: if a point gets cheaper, or there are fewer points than pinned clients
                take up; then nothing has changed.

        .. versionadded:: 0.1
        """
        _require("professional", professional, self.width)
        self._check_slots(professional, slots)
        self._seats.begin()
        self._points.set_slots(professional, slots)
        self._seats.prices = self._points.prices
        self._seats.set_slots(professional, slots)

    def add_professional(self, slots: Sequence[int], costs: Mapping[int, int], /) -> int:
        """Share out to one professional more, and say which number they get.

        Args:
            slots: what each point costs.
            costs: the clients to whom they may come, and what each costs.

        Raises:
            UnknownId: if there is no such client.
            WrongType: if a cost is no whole number.
            InvalidValue: if a point gets cheaper, or a cost is too large; then nothing has changed.

        .. versionadded:: 0.1
        """
        index = len(self._seats.slots)
        self._change_professional(index, slots, costs)
        return index

    def change_professional(
        self, professional: int, slots: Sequence[int], costs: Mapping[int, int], /
    ) -> None:
        """Give a professional other points, other clients and other costs.

        Args:
            professional: who.
            slots: what each point costs.
            costs: the clients to whom they may come, and what each costs.

        Raises:
            UnknownId: if there is no such professional, or client.
            WrongType: if a cost is no whole number.
            InvalidValue: if a point gets cheaper, there are fewer points than pinned clients take
                up, or one of these is left out; then nothing has changed.

        .. versionadded:: 0.1
        """
        _require("professional", professional, self.width)
        self._change_professional(professional, slots, costs)

    def settle(self) -> None:
        """Look for what is better where changes have reached, and prove the bound anew.

        .. versionadded:: 0.1
        """
        seats = self._seats
        seats.reached.update(self._points.prove())
        seats.improve(self._points.values())
        if len(seats.clients) <= _FEW and self.bound < self.objective:
            anew = _shared_out(self._points, seats.panel(), seats.weights, {})
            if anew.objective < seats.objective:
                seats.follow(anew)
        self.moved = seats.end()

    def _set_client(self, index: int, client: Candidates, weight: int, /) -> None:
        self._points.set_client(index, client, weight)
        self._seats.prices = self._points.prices
        self._seats.set_client(index, client, weight)

    def _change_professional(
        self, professional: int, slots: Sequence[int], costs: Mapping[int, int], /
    ) -> None:
        seats = self._seats
        for index in costs:
            _require("client", index, len(seats.clients))
        self._check_slots(professional, slots)
        changed = seats.with_costs(professional, costs)
        seats.begin()
        if professional == len(seats.slots):
            seats.widen()
        self._points.set_professional(professional, slots, costs)
        seats.prices = self._points.prices
        seats.set_professional(professional, slots, changed)

    def _check_client(self, index: int, client: Candidates, weight: int, /) -> None:
        check_client(index, client, len(self._seats.slots))
        check_weights(Panel([client], self._seats.slots), [weight])
        if client.pin is None:
            return
        pinned = self._seats.pinned_points(client.pin, but=index)
        free = len(self._seats.slots[client.pin]) - pinned
        if free < weight:
            what = f"professional {client.pin} has {free} points free of pinned clients"
            place = f"$.clients[{index}].pin"
            raise InvalidValue(what, place=place, advice="Maybe add points, or pin fewer")

    def _check_slots(self, professional: int, slots: Sequence[int], /) -> None:
        check_slots(professional, slots)
        pinned = self._seats.pinned_points(professional)
        if pinned > len(slots):
            what = f"pinned clients take up {pinned} points, and there are {len(slots)}"
            place = f"$.slots[{professional}]"
            raise InvalidValue(what, place=place, advice="Maybe leave them their points")


def _shared_out(
    points: PointFlow, panel: Panel, weights: Sequence[int], wishes: Mapping[int, int], /
) -> AcuitySeats:
    """Everybody shared out from the beginning: where all points of a client are, or by *wishes*."""
    seats = AcuitySeats(panel, weights, points.prices)
    together = dict(enumerate(map(points.together, range(len(weights)))))
    seats.place_all({**together, **wishes})
    seats.search.improve()
    improve_by_gathering(seats.search, [price // SCALE for price in points.prices])
    improve_by_chains(seats.search, [*map(points.value, range(len(weights)))])
    improve_by_branching(seats.search, points.prices, SCALE)
    return seats


def _require(kind: str, index: int, count: int, /) -> None:
    if not 0 <= index < count:
        raise UnknownId(kind, str(index))
