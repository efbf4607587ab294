"""How many could be placed at most, counted fast; people may be added one after another.

Clients who may come to the same people stand in one group, and only numbers are moved.
The number is exact where all take up equally many points; where they do not, it is what points
alone would allow, so more than whole clients may allow.
"""

from collections import deque
from collections.abc import Sequence
from typing import final

from carecore.matching.pool_groups import places_in

__all__ = ["Filling"]


@final
class Filling:
    """Units of groups in the room of people; as many as possible at any time.

    >>> filling = Filling([2, 3], light=0)
    >>> filling.add(0b10, 2), filling.add(0b11, 2)
    (2, 2)
    >>> filling.gain(0b01, 5), filling.waiting
    (1, [0, 1])

    Attributes:
        waiting: how many units of each group wait.
    """

    __slots__ = ("_held", "_light", "_open", "_reach", "waiting")

    def __init__(self, waiting: Sequence[int], /, *, light: int) -> None:
        """Begin with nobody; *light* are the bits of the groups that take up no room."""
        self.waiting: list[int] = list(waiting)
        self._light = light
        self._open = sum(1 << group for group, units in enumerate(waiting) if units)
        self._held: list[dict[int, int]] = [{} for _ in waiting]
        self._reach: list[int] = []

    def copy(self) -> "Filling":
        """The same, to try something."""
        made = Filling((), light=self._light)
        made.waiting, made._open = self.waiting.copy(), self._open
        made._held = [one.copy() for one in self._held]
        made._reach = self._reach.copy()
        return made

    def gain(self, reach: int, room: int, /) -> int:
        """How many more would be placed with somebody who fits these groups and has that room."""
        return self.copy().add(reach, room)

    def add(self, reach: int, room: int, /) -> int:
        """Add somebody who fits the groups of these bits and has that room; how many more fit."""
        person = len(self._reach)
        self._reach.append(reach & ~self._light)
        gained = sum(
            self._take(group, self.waiting[group]) for group in places_in(reach & self._light)
        )
        while room:
            way = self._way_to(person)
            if not way:
                break
            moved = self._move(way, room)
            room -= moved
            gained += moved
        return gained

    def _take(self, group: int, units: int, /) -> int:
        self.waiting[group] -= units
        if not self.waiting[group]:
            self._open &= ~(1 << group)
        return units

    def _way_to(self, person: int, /) -> list[tuple[int, int]]:
        """Which group comes to whom in turn: the first waits, each other one is with the last."""
        came: dict[int, tuple[int, int] | None] = {person: None}
        seen = self._light
        queue = deque([person])
        while queue:
            here = queue.popleft()
            hit = self._reach[here] & self._open
            if hit:
                return self._traced((hit & -hit).bit_length() - 1, here, came)
            fresh = self._reach[here] & ~seen
            seen |= fresh
            for group in places_in(fresh):
                for other in self._held[group]:
                    if other not in came:
                        came[other] = (group, here)
                        queue.append(other)
        return []

    @staticmethod
    def _traced(
        group: int, here: int, came: dict[int, tuple[int, int] | None], /
    ) -> list[tuple[int, int]]:
        way = [(group, here)]
        step = came[here]
        while step is not None:
            way.append(step)
            step = came[step[1]]
        return way

    def _move(self, way: list[tuple[int, int]], room: int, /) -> int:
        (first, _), *others = way
        leaves = [person for _, person in way[:-1]]
        steps = [(group, left, to) for (group, to), left in zip(others, leaves, strict=True)]
        units = min(
            room, self.waiting[first], *(self._held[group][left] for group, left, _ in steps)
        )
        self._take(first, units)
        self._hold(first, way[0][1], units)
        for group, left, to in steps:
            self._held[group][left] -= units
            if not self._held[group][left]:
                del self._held[group][left]
            self._hold(group, to, units)
        return units

    def _hold(self, group: int, person: int, units: int, /) -> None:
        self._held[group][person] = self._held[group].get(person, 0) + units
