"""Which arcs are worth a closer look: by prices, each arc stands as far off as it costs too much.

An answer that uses an arc costs at least the bound and what the arc stands off it.
So what stands further off than the best answer known is from the bound can be left out, and nothing
is lost; what is left is the *kernel*.
"""

from collections.abc import Sequence
from typing import TypeAlias, final

from attrs import frozen

from carecore.flows.general import GeneralPanel, Unit, units_of

__all__ = ["Arc", "PricedUnits", "allowed_arcs", "priced_units"]

Arc: TypeAlias = tuple[int, int, int]
"""The number of a professional, what it costs and how many points it takes up.

To wait is the number after the last professional, and takes up nothing.
"""


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class PricedUnits:
    """The units of a panel, each with its arcs in the order of how far they stand off.

    Attributes:
        units: the clients, those who stay together as one.
        arcs: for each unit, how far each arc stands off, times *scale*, and the arc; nearest first.
        bound: below what nothing costs, times *scale*.
        scale: by what the prices are multiplied.
    """

    units: Sequence[Unit]
    arcs: Sequence[Sequence[tuple[int, Arc]]]
    bound: int
    scale: int

    def is_small(self, width: int, most: int, /) -> bool:
        """Whether *most* arcs at most stand off by *width* at most."""
        count = 0
        for row in self.arcs:
            count += sum(off <= width for off, _ in row)
            if count > most:
                return False
        return True

    def kernel(self, width: int, /, *, places: Sequence[int]) -> tuple[list[list[Arc]], int | None]:
        """The arcs that stand off by *width* at most, with the *places* there are now.

        Also how far the nearest arc stands off that is left out; `None`: none is.
        """
        kept: list[list[Arc]] = []
        nearest: int | None = None
        for row, place in zip(self.arcs, places, strict=True):
            mine: list[Arc] = []
            for off, arc in row:
                if off <= width or arc[0] == place:
                    mine.append(arc)
                elif nearest is None or off < nearest:
                    nearest = off
            kept.append(mine)
        return kept, nearest


def allowed_arcs(panel: GeneralPanel, units: Sequence[Unit], /) -> list[list[Arc]]:
    """The arcs of each unit: to whoever has points enough, and to wait unless it is pinned."""
    waiting = len(panel.slots)
    arcs: list[list[Arc]] = []
    for unit in units:
        one = unit.candidates
        row = [
            arc
            for arc in zip(one.professionals, one.costs, unit.weights, strict=True)
            if one.pin in {None, arc[0]} and arc[2] <= len(panel.slots[arc[0]])
        ]
        arcs.append(row if one.pin is not None else [*row, (waiting, one.wait_cost, 0)])
    return arcs


def priced_units(panel: GeneralPanel, prices: Sequence[int], /, *, scale: int) -> PricedUnits:
    """The units of *panel* at some prices of points, which are times *scale*.

    >>> from carecore.flows.panel import Candidates
    >>> panel = GeneralPanel(
    ...     clients=[Candidates([0, 1], [5, 8], wait_cost=20)], weights=[[1, 1]], slots=[[0], [0]]
    ... )
    >>> priced_units(panel, [4, 0], scale=1).arcs
    [[(0, (1, 8, 1)), (1, (0, 5, 1)), (12, (2, 20, 0))]]
    """
    units = units_of(panel)
    asked = [*prices, 0]
    rows: list[list[tuple[int, Arc]]] = []
    bound = 0
    for arcs in allowed_arcs(panel, units):
        priced = sorted((arc[1] * scale + arc[2] * asked[arc[0]], arc) for arc in arcs)
        least = priced[0][0]
        rows.append([(value - least, arc) for value, arc in priced])
        bound += least
    for price, points in zip(prices, panel.slots, strict=True):
        bound -= sum(price - cost * scale for cost in points if cost * scale < price)
    return PricedUnits(units=units, arcs=rows, bound=bound, scale=scale)
