"""Clients cut into single points, which stay shared out exactly while a panel changes.

A client costs no less whole than in pieces, so what the points cost is a bound for the clients.
That bound is kept by a `StandingProof`: from the points and their prices alone, and only where a
change has touched them.
"""

from collections.abc import Mapping, Sequence
from typing import Final, final

from carecore.flows.flow import PanelFlow
from carecore.flows.panel import Candidates, Panel
from carecore.flows.standing import StandingProof

__all__ = ["NOBODY_WANTED", "SCALE", "PointFlow"]

SCALE: Final = 2520
"""By what costs are multiplied, so that the share of a point is whole for each weight up to 10."""

NOBODY_WANTED: Final = Candidates((), (), wait_cost=0)
"""What is left of a client who has gone."""

_NO_OWNER: Final = -1


@final
class PointFlow:
    """The points of all clients, shared out, and the bound that comes of it.

    Attributes:
        flow: the points; each is a client of its own there.
        rows: the numbers that the points of each client have there.
    """

    __slots__ = ("_owners", "_proof", "_spare", "_touched", "_touched_slots", "flow", "rows")

    def __init__(self, panel: Panel, weights: Sequence[int], /) -> None:
        """Share out the points of a panel that is whole."""
        self._owners: list[int] = []
        self.rows: list[tuple[int, ...]] = []
        points: list[Candidates] = []
        for index, (client, weight) in enumerate(zip(panel.clients, weights, strict=True)):
            self.rows.append(tuple(range(len(points), len(points) + weight)))
            points += [_point(client, weight)] * weight
            self._owners += [index] * weight
        slots = [[cost * SCALE for cost in costs] for costs in panel.slots]
        self.flow: PanelFlow = PanelFlow(Panel(points, slots), is_checked=True)
        if slots:
            # Worked out before the first change, which would else have to wait for it.
            self.flow.state.column(0)
        self._proof: StandingProof = StandingProof.of(self.flow)
        self._spare: list[int] = []
        self._touched: dict[int, None] = {}
        self._touched_slots: dict[int, None] = {}

    def copy(self) -> "PointFlow":
        """The same, to be changed by itself."""
        made = object.__new__(PointFlow)
        made._owners, made.rows = self._owners.copy(), self.rows.copy()
        made.flow, made._proof = self.flow.copy(), self._proof
        made._spare = self._spare.copy()
        made._touched, made._touched_slots = {**self._touched}, {**self._touched_slots}
        return made

    @property
    def bound(self) -> int:
        """No answer costs less, as far as it is proved."""
        # A cost is whole, so what is left over rounds up.
        return -(-self._proof.bound // SCALE)

    @property
    def prices(self) -> list[int]:
        """What a point of each professional costs, times the scale."""
        return self.flow.state.price[:-1]

    def bound_with(self, client: int, value: int, /) -> int:
        """The bound if a client cost so much by price, times the scale."""
        return -(-(self._proof.bound - self._value(client) + value) // SCALE)

    def values(self) -> dict[int, int]:
        """What each client costs by price, points and all; reckoned when it is asked for."""
        return _Values(self)

    def value(self, client: int, /) -> int:
        """What one client costs by price, points and all."""
        return self._value(client) // SCALE

    def _value(self, client: int, /) -> int:
        # All points of a client cost the same by price, wherever they are.
        state, rows = self.flow.state, self.rows[client]
        return (state.paid[rows[0]] + state.price[state.place[rows[0]]]) * len(rows)

    def together(self, client: int, /) -> int | None:
        """With whom all points of a client are; `None`: waiting, or with several."""
        state = self.flow.state
        places = {state.place[row] for row in self.rows[client]}
        place = places.pop()
        return None if places or place == state.waiting else place

    def set_client(self, client: int, candidates: Candidates, weight: int, /) -> None:
        """Give a client, or the next one, other candidates and another weight."""
        rows = [*self.rows[client]] if client < len(self.rows) else []
        point = _point(candidates, weight)
        for row in rows[weight:]:
            self.flow.remove_client(row)
            self._owners[row] = _NO_OWNER
        self._spare += rows[weight:]
        self._touched.update(dict.fromkeys(rows))
        rows = rows[:weight]
        for row in rows:
            self.flow.change_client(row, point)
        while len(rows) < weight:
            rows.append(self._added(client, point))
        self._touched.update(dict.fromkeys(rows))
        self.rows[client : client + 1] = [tuple(rows)]

    def _added(self, client: int, point: Candidates, /) -> int:
        """The number of one point more."""
        if self._spare:
            row = self._spare.pop()
            self.flow.change_client(row, point)
            self._owners[row] = client
        else:
            row = self.flow.add_client(point)
            self._owners.append(client)
        return row

    def set_wait_costs(self, costs: Mapping[int, int], /) -> None:
        """Say anew what it costs clients to wait."""
        waits = {
            row: cost * SCALE // len(self.rows[client])
            for client, cost in costs.items()
            for row in self.rows[client]
        }
        self.flow.set_wait_costs(waits)
        self._touched.update(dict.fromkeys(waits))

    def set_slots(self, professional: int, slots: Sequence[int], /) -> None:
        """Give a professional other points."""
        self.flow.set_slots(professional, [cost * SCALE for cost in slots])
        self._touched_slots[professional] = None

    def set_professional(
        self, professional: int, slots: Sequence[int], costs: Mapping[int, int], /
    ) -> None:
        """Give a professional, or the next one, other points and other clients."""
        dearer = [cost * SCALE for cost in slots]
        points = {
            row: cost * SCALE // len(self.rows[client])
            for client, cost in costs.items()
            for row in self.rows[client]
        }
        state = self.flow.state
        if professional == state.waiting:
            self.flow.add_professional(dearer, points)
        else:
            self._touched.update(dict.fromkeys(state.column(professional)))
            self.flow.change_professional(professional, dearer, points)
        self._touched.update(dict.fromkeys(points))
        self._touched_slots[professional] = None

    def prove(self) -> dict[int, None]:
        """Prove anew what has changed since the last time; and say whose points have moved."""
        self._proof = self._proof.after(
            self.flow, clients=self._touched, professionals=self._touched_slots
        )
        self._touched, self._touched_slots = {}, {}
        moved = dict.fromkeys(self._owners[row] for row in self._proof.moved)
        moved.pop(_NO_OWNER, None)
        return moved


@final
class _Values(dict[int, int]):
    """What clients cost by price, as far as it was asked for."""

    __slots__ = ("_points",)

    def __init__(self, points: PointFlow, /) -> None:
        """Begin with nothing reckoned."""
        super().__init__()
        self._points = points

    def __missing__(self, client: int, /) -> int:
        value = self[client] = self._points.value(client)
        return value


def _point(client: Candidates, weight: int, /) -> Candidates:
    """One point of a client, at its share of the cost; what is left over is no part of a bound."""
    return Candidates(
        client.professionals,
        [cost * SCALE // weight for cost in client.costs],
        wait_cost=client.wait_cost * SCALE // weight,
        pin=client.pin,
    )
