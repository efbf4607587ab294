"""A panel as a mixed-integer programme, in plain lists: what any such solver takes.

Each arc of a unit is a column that is 0 or 1, and each unit has one of them.
Points that cost the same all along are part of what an arc costs, and their row is a limit; other
points are columns of their own, cheapest first by themselves, because they never get cheaper.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import final

from attrs import frozen

from carecore.flows.general import GeneralPanel, Unit
from carecore.flows.kernels import Arc

__all__ = ["Programme", "programme_of"]


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Programme:
    """Columns with what they cost and where they count, and the rows that bind them.

    Attributes:
        columns: the unit and the arc of each column that is whole; the columns of points follow.
        costs: what each column costs.
        most: how much of each column there may be; the least is nothing.
        entries: for each column, its rows and how much it counts there.
        least: the least that each row may come to.
        limits: the most.
        flat: for each professional, what a point costs where all cost the same; else 0.
        first_row: the row of the first professional; the units have those before.
        least_costs: what each unit costs at least, which is left out of the costs.
    """

    columns: list[tuple[int, Arc]]
    costs: list[float]
    most: list[float]
    entries: list[list[tuple[int, float]]]
    least: list[float]
    limits: list[float]
    flat: list[int]
    first_row: int
    least_costs: list[int]

    @property
    def constant(self) -> int:
        """What comes to the cost besides."""
        return sum(self.least_costs)

    def values_of(self, places: Sequence[int], panel: GeneralPanel, /) -> list[float]:
        """The columns, if each unit is at its place."""
        values = [float(places[unit] == arc[0]) for unit, arc in self.columns]
        left = [0] * len(panel.slots)
        for unit, arc in self.columns:
            if arc[2] and places[unit] == arc[0]:
                left[arc[0]] += arc[2]
        for column in range(len(self.columns), len(self.costs)):
            ((row, _),) = self.entries[column]
            taken = min(int(self.most[column]), left[row - self.first_row])
            left[row - self.first_row] -= taken
            values.append(float(taken))
        return values

    def places_of(self, values: Sequence[float], units: int, /) -> list[int]:
        """Where each unit is, by whatever column of it is the largest."""
        best = [-1.0] * units
        places = [0] * units
        for (unit, arc), value in zip(self.columns, values, strict=False):
            if value > best[unit]:
                best[unit], places[unit] = value, arc[0]
        return places


def programme_of(
    panel: GeneralPanel, units: Sequence[Unit], arcs: Sequence[Sequence[Arc]], /
) -> Programme:
    """The programme that places each unit on one of its *arcs*, at the least cost."""
    count, people = len(units), len(panel.slots)
    flat = [points[0] if points and points[0] == points[-1] else 0 for points in panel.slots]
    uneven = [bool(points) and points[0] != points[-1] for points in panel.slots]
    room = [
        0.0 if steps else float(len(points))
        for steps, points in zip(uneven, panel.slots, strict=True)
    ]
    made = Programme(
        least=[1.0] * count + [float("-inf")] * people,
        limits=[1.0] * count + room,
        flat=flat,
        first_row=count,
        columns=[],
        costs=[],
        most=[],
        entries=[],
        least_costs=[],
    )
    _add_arcs(made, arcs, people)
    for j, points in enumerate(panel.slots):
        for cost, same in groupby(points) if uneven[j] else ():
            made.costs.append(float(cost))
            made.most.append(float(len(list(same))))
            made.entries.append([(count + j, -1.0)])
    _add_company(made, panel, units)
    return made


def _add_arcs(made: Programme, arcs: Sequence[Sequence[Arc]], people: int, /) -> None:
    """Add a column for each arc."""
    for unit, mine in enumerate(arcs):
        whole = [cost + (made.flat[j] * weight if j < people else 0) for j, cost, weight in mine]
        least = min(whole)
        made.least_costs.append(least)
        for arc, cost in zip(mine, whole, strict=True):
            made.columns.append((unit, arc))
            made.costs.append(float(cost - least))
            made.most.append(1.0)
            takes = [(made.first_row + arc[0], float(arc[2]))] if arc[2] else []
            made.entries.append([(unit, 1.0), *takes])


def _add_company(made: Programme, panel: GeneralPanel, units: Sequence[Unit], /) -> None:
    """Add a row for each professional whom two may want who may not share one."""
    unit_of = {index: number for number, one in enumerate(units) for index in one.members}
    columns_of: dict[int, list[int]] = {}
    named = {unit_of[index] for group in panel.apart for index in group}
    for column, (unit, arc) in enumerate(made.columns):
        if unit in named and arc[0] < len(panel.slots):
            columns_of.setdefault(unit, []).append(column)
    for group in panel.apart:
        wanted: dict[int, list[int]] = {}
        for index in group:
            for column in columns_of.get(unit_of[index], ()):
                wanted.setdefault(made.columns[column][1][0], []).append(column)
        for _, several in sorted(wanted.items()):
            if len(several) > 1:
                for column in several:
                    made.entries[column].append((len(made.limits), 1.0))
                made.least.append(float("-inf"))
                made.limits.append(1.0)
