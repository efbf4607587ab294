"""Better places one step at a time, where weights depend on who comes and company counts.

One unit goes elsewhere, or goes where another has to leave for it; as long as that costs less.
Who goes first, and where, follows from the question alone.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TypeAlias, final

from carecore.flows.general import GeneralPanel, Unit
from carecore.flows.kernels import Arc
from carecore.flows.panel import NEVER

__all__ = ["GeneralSearch", "kept_apart"]

_Step: TypeAlias = tuple[int, Arc | None, int, Arc | None]
"""What it costs more, where the unit goes, who leaves for it (-1: nobody), and where that one goes.
"""


def kept_apart(panel: GeneralPanel, units: Sequence[Unit], /) -> list[frozenset[int]]:
    """For each unit the numbers of the units that may not be where it is."""
    unit_of = {index: number for number, one in enumerate(units) for index in one.members}
    apart: list[set[int]] = [set() for _ in units]
    for group in panel.apart:
        for index in group:
            apart[unit_of[index]].update(unit_of[other] for other in group if other != index)
    return list(map(frozenset, apart))


@final
class GeneralSearch:
    """Where each unit is, and how to make that better.

    Args:
        panel: the question.
        units: the clients, those who stay together as one.
        arcs: where each unit may go; to wait among them, unless it is pinned.

    Attributes:
        place: the number of whoever each unit is with; after the last professional: it waits.
    """

    __slots__ = ("_apart", "_arcs", "_here", "_load", "_members", "_room", "_totals", "place")

    def __init__(
        self, panel: GeneralPanel, units: Sequence[Unit], arcs: Sequence[Sequence[Arc]], /
    ) -> None:
        """Begin with nobody anywhere."""
        waiting = len(panel.slots)
        self._apart: list[frozenset[int]] = kept_apart(panel, units)
        self._arcs: Sequence[Sequence[Arc]] = arcs
        self._totals: list[list[int]] = [[0, *accumulate(points)] for points in panel.slots]
        # To wait costs no points, and there is room for all.
        self._totals.append([0])
        self._room: list[int] = [*map(len, panel.slots), NEVER]
        self._load: list[int] = [0] * (waiting + 1)
        self._members: list[dict[int, None]] = [{} for _ in range(waiting + 1)]
        self._here: list[Arc] = [(waiting, 0, 0)] * len(units)
        self.place: list[int] = [waiting] * len(units)

    def place_first(self, wishes: Sequence[int | None], order: Iterable[int], /) -> None:
        """Place each unit in turn: at its wish if it may go there, or else where it costs least.

        Pinned units come first in *order*, so that there is room for them.
        """
        for unit in order:
            open_to = [arc for arc in self._arcs[unit] if self._is_open(unit, arc)]
            wished = [arc for arc in open_to if arc[0] == wishes[unit]]
            dear = [(arc[1] + self._added(arc[0], arc[2]), arc) for arc in wished or open_to]
            self._seat(unit, min(dear)[1])

    def improve(self) -> None:
        """Make changes that cost less until there is none."""
        queue = deque(range(len(self.place)))
        is_queued = [True] * len(self.place)
        while queue:
            unit = queue.popleft()
            is_queued[unit] = False
            change, arc, other, onward = self._best_step(unit)
            if change >= 0 or arc is None:
                continue
            touched = [self.place[unit], arc[0]]
            self._unseat(unit)
            if onward is not None:
                touched.append(onward[0])
                self._unseat(other)
                self._seat(other, onward)
            self._seat(unit, arc)
            again = [one for j in touched if j < len(self._room) - 1 for one in self._members[j]]
            for one in again:
                if not is_queued[one]:
                    is_queued[one] = True
                    queue.append(one)

    def _best_step(self, unit: int, /) -> _Step:
        """What costs least by placing a unit elsewhere, and at most one other for it."""
        here = self._here[unit]
        gain = here[1] - self._added(here[0], -here[2])
        best: _Step = (0, None, -1, None)
        apart = self._apart[unit]
        for arc in self._arcs[unit]:
            j, cost, weight = arc
            if j == here[0]:
                continue
            hostile = [one for one in apart if self.place[one] == j] if apart else []
            if j == len(self._room) - 1:
                hostile = []
            if len(hostile) > 1:
                continue
            if not hostile and self._load[j] + weight <= self._room[j]:
                change = cost + self._added(j, weight) - gain
                if change < best[0]:
                    best = (change, arc, -1, None)
            for other in hostile or self._members_of(j):
                best = self._best_exchange(unit, arc, other, change=cost - gain, best=best)
        return best

    def _best_exchange(
        self, unit: int, arc: Arc, other: int, /, *, change: int, best: _Step
    ) -> _Step:
        """The best way to place *unit* at *arc*, and *other*, who is there, elsewhere."""
        j, _, weight = arc
        here, theirs = self._here[unit], self._here[other]
        moved = weight - theirs[2]
        if self._load[j] + moved > self._room[j]:
            return best
        part = change + self._added(j, moved) - theirs[1]
        if part >= best[0]:
            return best
        for onward in self._arcs[other]:
            k, cost, points = onward
            if k == j or part + cost >= best[0]:
                continue
            base = self._load[k] - here[2] if k == here[0] else self._load[k]
            if base + points > self._room[k] or self._is_barred(other, k, besides=unit):
                continue
            whole = part + cost + self._between(k, base, points)
            if whole < best[0]:
                best = (whole, arc, other, onward)
        return best

    def _members_of(self, j: int, /) -> Iterable[int]:
        return () if j == len(self._room) - 1 else self._members[j]

    def _is_open(self, unit: int, arc: Arc, /) -> bool:
        return self._load[arc[0]] + arc[2] <= self._room[arc[0]] and not self._is_barred(
            unit, arc[0], besides=unit
        )

    def _is_barred(self, unit: int, j: int, /, *, besides: int) -> bool:
        """Whether somebody is there whom *unit* may not meet; one who leaves does not count."""
        apart = self._apart[unit]
        return (
            bool(apart)
            and j < len(self._room) - 1
            and any(self.place[one] == j for one in apart if one != besides)
        )

    def _added(self, j: int, points: int, /) -> int:
        """What so many points more cost; fewer points cost less than nothing."""
        return self._between(j, self._load[j], points)

    def _between(self, j: int, load: int, points: int, /) -> int:
        totals = self._totals[j]
        return totals[load + points] - totals[load] if points else 0

    def _seat(self, unit: int, arc: Arc, /) -> None:
        self.place[unit] = arc[0]
        self._here[unit] = arc
        self._members[arc[0]][unit] = None
        self._load[arc[0]] += arc[2]

    def _unseat(self, unit: int, /) -> None:
        arc = self._here[unit]
        del self._members[arc[0]][unit]
        self._load[arc[0]] -= arc[2]
