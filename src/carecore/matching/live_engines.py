"""What keeps a panel shared out: exactly where all take up equally many points, else near a bound.

Both kinds take the same changes, so that whoever changes a panel need not know which it is.
They know clients and professionals by number, and what a caseload point costs.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, final

from carecore.flows import (
    AcuityFlow,
    Candidates,
    Panel,
    PanelFlow,
    StandingProof,
    WhatIf,
    acuity_runner_up,
    acuity_what_if,
    acuity_what_if_bound,
    runner_up,
    what_if,
    what_if_bound,
)
from carecore.matching.candidates import Choices
from carecore.matching.solutions import Solution
from carecore.matching.solving import head_solution, point_solution, slots_by_head

__all__ = ["ByHead", "ByPoints", "Engine", "engine_of", "is_kept"]

_GONE = Candidates((), (), wait_cost=0)


@final
class ByHead:
    """All take up equally many points: exact.

    Attributes:
        flow: who goes where.
        moved: the numbers of those who went elsewhere in the last step.
    """

    __slots__ = ("_clients", "_places", "_proof", "_size", "flow", "moved")

    is_exact = True

    def __init__(self, flow: PanelFlow, proof: StandingProof, size: int, /) -> None:
        """Begin with a panel that is proved."""
        self.flow: PanelFlow = flow
        self.moved: tuple[int, ...] = ()
        self._proof: StandingProof = proof
        self._size: int = size
        self._clients: dict[int, None] = {}
        self._places: dict[int, None] = {}

    @classmethod
    def of(
        cls, choices: Sequence[Choices | None], points: Sequence[Sequence[int]], size: int, /
    ) -> "ByHead":
        """Share out for the first time."""
        flow = PanelFlow(_panel(choices, [slots_by_head(one, size) for one in points]))
        if points:
            # Worked out before the first change, which would else have to wait for it.
            flow.state.column(0)
        return cls(flow, StandingProof.of(flow), size)

    def copy(self) -> "ByHead":
        """The same, to be changed by itself."""
        return ByHead(self.flow.copy(), self._proof, self._size)

    @property
    def objective(self) -> int:
        """What it costs."""
        return self._proof.objective

    @property
    def bound(self) -> int:
        """Nothing costs less."""
        return self._proof.bound

    def place(self, number: int, /) -> int | None:
        """The place of who has a client; `None`: the client waits."""
        place = self.flow.state.place[number]
        return None if place == self.flow.state.waiting else place

    def put_in(self, number: int | None, choice: Choices, /) -> int:
        """Put a client in, under a number that is nobody's or its own, or under the next one.

        Raises:
            InvalidValue: if a pin cannot be kept.
        """
        if number is None:
            number = self.flow.add_client(choice.candidates)
        else:
            self.flow.change_client(number, choice.candidates)
        self._clients[number] = None
        return number

    def take_out(self, number: int, /) -> None:
        """Take a client out."""
        self.flow.remove_client(number)
        self._clients[number] = None

    def set_slots(self, place: int, points: Sequence[int], /) -> None:
        """Say anew what each point of somebody costs."""
        slots = slots_by_head(points, self._size)
        if slots != self.flow.state.slots[place]:
            self.flow.set_slots(place, slots)
            self._places[place] = None

    def set_waits(self, waits: Mapping[int, int], /) -> None:
        """Say anew what it costs to wait."""
        self.flow.set_wait_costs(waits)
        self._clients.update(dict.fromkeys(waits))

    def set_column(
        self,
        place: int,
        points: Sequence[int],
        costs: Mapping[int, int],
        changed: Iterable[int],
        /,
    ) -> None:
        """Say anew what somebody's points cost, to whom they may come, and what that costs.

        For those who are *changed* that is not what it was.
        """
        slots = slots_by_head(points, self._size)
        if place == self.flow.state.waiting:
            self.flow.add_professional(slots, costs)
        else:
            self.flow.change_professional(place, slots, costs)
        self._clients.update(dict.fromkeys(changed))
        self._places[place] = None

    def settle(self) -> None:
        """Prove what has changed."""
        self._proof = self._proof.after(
            self.flow, clients=self._clients, professionals=self._places
        )
        self.moved = self._proof.moved

    def solution(self, numbers: Sequence[int], choices: Sequence[Choices], /) -> Solution:
        """Where those with these numbers are, proved from the beginning."""
        del choices
        return head_solution(self.flow, numbers, self._size)

    def at_least(self, number: int, place: int | None, /) -> int:
        """What it would cost more at least, by price."""
        return what_if_bound(self.flow, number, place)

    def what_if(self, number: int, place: int | None, /) -> WhatIf | None:
        """What exactly it would cost if a client were elsewhere; `None`: it cannot be."""
        return what_if(self.flow, number, place)

    def runner_up(self, number: int, /) -> WhatIf | None:
        """The best answer in which a client is elsewhere; `None`: there is none."""
        return runner_up(self.flow, number)


@final
class ByPoints:
    """Some take up more points than others: near a bound.

    Attributes:
        flow: who goes where.
    """

    __slots__ = ("flow",)

    is_exact = False

    def __init__(self, flow: AcuityFlow, /) -> None:
        """Begin with a panel that is shared out."""
        self.flow: AcuityFlow = flow

    @classmethod
    def of(
        cls,
        choices: Sequence[Choices | None],
        points: Sequence[Sequence[int]],
        wishes: Mapping[int, int],
        /,
    ) -> "ByPoints":
        """Share out for the first time; *wishes* says who is where, and may stay there."""
        weights = [1 if one is None else one.points for one in choices]
        return cls(AcuityFlow(_panel(choices, points), weights, wishes=wishes))

    def copy(self) -> "ByPoints":
        """The same, to be changed by itself."""
        return ByPoints(self.flow.copy())

    @property
    def objective(self) -> int:
        """What it costs."""
        return self.flow.objective

    @property
    def bound(self) -> int:
        """Nothing costs less."""
        return self.flow.bound

    @property
    def moved(self) -> tuple[int, ...]:
        """The numbers of those who went elsewhere in the last step."""
        return self.flow.moved

    def place(self, number: int, /) -> int | None:
        """The place of who has a client; `None`: the client waits."""
        return self.flow.place(number)

    def put_in(self, number: int | None, choice: Choices, /) -> int:
        """Put a client in, under a number that is nobody's or its own, or under the next one.

        Raises:
            InvalidValue: if a pin cannot be kept.
        """
        if number is None:
            return self.flow.add_client(choice.candidates, choice.points)
        self.flow.change_client(number, choice.candidates, choice.points)
        return number

    def take_out(self, number: int, /) -> None:
        """Take a client out."""
        self.flow.remove_client(number)

    def set_slots(self, place: int, points: Sequence[int], /) -> None:
        """Say anew what each point of somebody costs."""
        if self.flow.slots(place) != points:
            self.flow.set_slots(place, points)

    def set_waits(self, waits: Mapping[int, int], /) -> None:
        """Say anew what it costs to wait."""
        self.flow.set_wait_costs(waits)

    def set_column(
        self,
        place: int,
        points: Sequence[int],
        costs: Mapping[int, int],
        changed: Iterable[int],
        /,
    ) -> None:
        """Say anew what somebody's points cost, to whom they may come, and what that costs.

        For those who are *changed* that is not what it was.
        """
        del changed
        if place == self.flow.width:
            self.flow.add_professional(points, costs)
        else:
            self.flow.change_professional(place, points, costs)

    def settle(self) -> None:
        """Look for what is better where changes have reached, and prove the bound."""
        self.flow.settle()

    def solution(self, numbers: Sequence[int], choices: Sequence[Choices], /) -> Solution:
        """Where those with these numbers are, proved from the beginning."""
        return point_solution(self.flow, numbers, choices)

    def at_least(self, number: int, place: int | None, /) -> int:
        """What it would cost more at least, by price."""
        return acuity_what_if_bound(self.flow, number, place)

    def what_if(self, number: int, place: int | None, /) -> WhatIf | None:
        """What it would cost, as was found, if a client were elsewhere; `None`: it cannot be."""
        return acuity_what_if(self.flow, number, place)

    def runner_up(self, number: int, /) -> WhatIf | None:
        """The best that was found with a client elsewhere; `None`: there is none."""
        return acuity_runner_up(self.flow, number)


Engine: TypeAlias = ByHead | ByPoints
"""What keeps a panel shared out."""


def engine_of(
    choices: Sequence[Choices | None],
    points: Sequence[Sequence[int]],
    sizes: Sequence[int],
    /,
    *,
    places: Mapping[int, int],
) -> Engine:
    """Share out for the first time.

    Args:
        choices: who may come to each client, by number; `None`: the number is nobody's.
        points: what each caseload point of each professional costs.
        sizes: how many points clients take up.
        places: who is where, and may stay there if nothing is lost by it.
    """
    if len(sizes) > 1:
        return ByPoints.of(choices, points, places)
    return ByHead.of(choices, points, min(sizes, default=1))


def is_kept(before: Mapping[int, int], after: Mapping[int, int], /) -> bool:
    """Whether the same engine goes on, by how many take up how many points.

    >>> is_kept({1: 4}, {1: 5}), is_kept({1: 4}, {1: 4, 2: 1}), is_kept({1: 4, 2: 1}, {1: 4, 3: 1})
    (True, False, True)
    """
    return before.keys() == after.keys() or min(len(before), len(after)) > 1


def _panel(choices: Sequence[Choices | None], slots: Sequence[Sequence[int]], /) -> Panel:
    return Panel([_GONE if one is None else one.candidates for one in choices], slots)
