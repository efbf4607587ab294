"""Exchanges between two people that make a ward more even.

What counts is the sum of the squares of the loads; a point above the limit of a load counts more
than all squares together.
Three who each hand one client on in a circle were tried: that never helps where no exchange does.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, TypeAlias, final

__all__ = ["WardSearch"]

_GIVEN: Final = 2
"""How many clients one gives the other at most in an exchange."""

_Some: TypeAlias = tuple[int, tuple[int, ...]]
"""Some clients of one person: their points together, and who they are."""


@final
class WardSearch:
    """Who has whom while the search goes on.

    Attributes:
        members: the clients of each person.
        loads: the points of each person.
        work: how many exchanges were tried.
    """

    __slots__ = ("_least", "_limit", "_most", "_over", "_weights", "loads", "members", "work")

    def __init__(
        self,
        weights: Sequence[int],
        people: int,
        places: Sequence[int],
        /,
        *,
        least: int,
        most: int | None,
        limit: int | None,
    ) -> None:
        """Begin where everybody is.

        Args:
            weights: the points of each client.
            people: how many there are.
            places: who has each client at first.
            least: how many clients each has at least.
            most: how many clients each has at most; `None`: any number.
            limit: how many points each should have at most; `None`: any number.
        """
        self._weights = weights
        self._least = least
        self._most = len(weights) if most is None else most
        self._limit = sum(weights) if limit is None else limit
        self._over = sum(weights) ** 2 + 1
        self.members: list[list[int]] = [[] for _ in range(people)]
        self.loads: list[int] = [0] * people
        self.work: int = 0
        for client, who in enumerate(places):
            self.members[who].append(client)
            self.loads[who] += weights[client]

    def places(self) -> tuple[int, ...]:
        """The number of each client's professional; the first client has number 0, and so on."""
        holders = {client: who for who, members in enumerate(self.members) for client in members}
        numbers: dict[int, int] = {}
        for client in range(len(self._weights)):
            numbers.setdefault(holders[client], len(numbers))
        return tuple(numbers[holders[client]] for client in range(len(self._weights)))

    def cost(self) -> int:
        """What all loads cost together."""
        return sum(map(self._cost, self.loads))

    def improve(self, work_limit: int, /) -> None:
        """Make exchanges until none helps, or until so many were tried."""
        people = range(len(self.loads))
        has_changed = True
        while has_changed and self.work < work_limit:
            has_changed = False
            for one, other in combinations(people, 2):
                has_changed |= self._exchange(one, other)

    def _exchange(self, one: int, other: int, /) -> bool:
        """Make the best exchange between two; and say whether any helps."""
        mine, theirs = self.loads[one], self.loads[other]
        # The squares of two loads that differ by one cannot be less.
        if abs(mine - theirs) <= 1:
            return False
        before = self._cost(mine) + self._cost(theirs)
        best: tuple[int, tuple[int, ...], tuple[int, ...]] | None = None
        back = list(self._some(other))
        for given, clients in self._some(one):
            for taken, others in back:
                self.work += 1
                more = len(others) - len(clients)
                if not self._least <= len(self.members[one]) + more <= self._most:
                    continue
                if not self._least <= len(self.members[other]) - more <= self._most:
                    continue
                moved = taken - given
                after = self._cost(mine + moved) + self._cost(theirs - moved)
                if after < before:
                    before, best = after, (after, clients, others)
        if best is None:
            return False
        _, clients, others = best
        for client in clients:
            self._move(client, one, other)
        for client in others:
            self._move(client, other, one)
        return True

    def _some(self, who: int, /) -> Iterator[_Some]:
        for count in range(_GIVEN + 1):
            for clients in combinations(self.members[who], count):
                yield sum(self._weights[client] for client in clients), clients

    def _move(self, client: int, giver: int, taker: int, /) -> None:
        self.members[giver].remove(client)
        self.members[taker].append(client)
        self.loads[giver] -= self._weights[client]
        self.loads[taker] += self._weights[client]

    def _cost(self, load: int, /) -> int:
        return load * load + max(0, load - self._limit) * self._over
