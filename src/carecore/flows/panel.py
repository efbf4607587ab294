"""The question that is put to the engine, in whole numbers.

Each client has candidates: professionals, counted from 0, and what each of them costs; and a cost
of waiting.
Each professional has slots, and each slot has a cost of its own that comes on top.
The slots of one professional never get cheaper: that is what makes an even share exact.
As many slots as there are, so many clients may come.
"""

from collections.abc import Sequence
from operator import ge
from typing import Final, final

from attrs import field, frozen

from carecore.errors import InvalidValue, WrongType

__all__ = [
    "LARGEST_COST",
    "NEVER",
    "Candidates",
    "Panel",
    "check_client",
    "check_panel",
    "check_slots",
]

NEVER: Final = 1 << 62
"""More than any sum of costs."""

LARGEST_COST: Final = 1 << 44
"""A cost is at most this, and at least as much below zero."""


@final
@frozen(weakref_slot=False)
class Candidates:
    """Who may come to one client, and at what cost.

    >>> Candidates([0, 2], [5, 3], wait_cost=20).costs
    [5, 3]

    Attributes:
        professionals: the numbers of those who may come, ascending, each once.
        costs: what each of them costs.
        wait_cost: what it costs if nobody comes.
        pin: the only one who may come; then waiting is not possible either.

    .. versionadded:: 0.1
    """

    professionals: Sequence[int]
    costs: Sequence[int]
    wait_cost: int = field(kw_only=True)
    pin: int | None = field(default=None, kw_only=True)


@final
@frozen(weakref_slot=False)
class Panel:
    """The clients who are shared out, and the slots they are shared out to.

    A solver checks what it is given; a panel by itself may hold anything.

    >>> Panel([Candidates([0], [5], wait_cost=20)], slots=[[0, 1]]).pair_count
    1

    Attributes:
        clients: who may come to each client.
        slots: for each professional, what each slot costs, never falling.

    .. versionadded:: 0.1
    """

    clients: Sequence[Candidates]
    slots: Sequence[Sequence[int]]

    @property
    def pair_count(self) -> int:
        """How many pairs of a client and somebody who may come there are."""
        return sum(len(client.costs) for client in self.clients)


def check_panel(panel: Panel, /) -> None:
    """Refuse a panel that is not whole, or whose pins cannot all be kept.

    Raises:
        WrongType: if a cost or a number is no whole number.
        InvalidValue: if slots get cheaper, candidates are not in order or unknown, a cost is too
            large, or more clients are pinned to somebody than there are slots.

    .. versionadded:: 0.1
    """
    for index, costs in enumerate(panel.slots):
        check_slots(index, costs)
    free = [len(costs) for costs in panel.slots]
    for index, client in enumerate(panel.clients):
        check_client(index, client, len(free))
        if client.pin is not None:
            free[client.pin] -= 1
    for index, left in enumerate(free):
        if left < 0:
            what = f"{len(panel.slots[index]) - left} clients are pinned to professional {index}"
            place, has = f"$.slots[{index}]", f", who has {len(panel.slots[index])} slots"
            raise InvalidValue(what + has, place=place, advice="Maybe pin fewer, or add slots")


def check_slots(index: int, costs: Sequence[int], /) -> None:
    """Refuse slots of professional *index* that get cheaper, or whose costs are not whole."""
    place = f"$.slots[{index}]"
    if not set(map(type, costs)) <= {int}:
        what = "the cost of a slot is no whole number"
        raise WrongType(what, place=place, advice="Maybe round it first")
    if any(map(int.__gt__, costs, costs[1:])):
        raise InvalidValue(
            "a slot is cheaper than the one before", place=place, advice="Maybe sort"
        )
    _check_size(costs, place)


def check_client(index: int, client: Candidates, professionals: int, /) -> None:
    """Refuse the candidates of client *index* if they are not whole."""
    place, ids, costs = f"$.clients[{index}]", client.professionals, client.costs
    if len(ids) != len(costs):
        what, advice = f"{len(ids)} candidates have {len(costs)} costs", "Maybe one cost for each"
        raise InvalidValue(what, place=place, advice=advice)
    if {*map(type, costs), *map(type, ids), type(client.wait_cost)} != {int}:
        what = "a cost, or the number of a professional, is no whole number"
        raise WrongType(what, place=place, advice="Maybe round it first")
    if ids and not 0 <= min(ids) <= max(ids) < professionals:
        what = f"a candidate is not among the {professionals} professionals"
        raise InvalidValue(what, place=place, advice="Maybe count them from 0")
    if any(map(ge, ids, ids[1:])):
        what = "the candidates are not in order, or one is there twice"
        raise InvalidValue(what, place=place, advice="Maybe sort them")
    _check_size(costs, place)
    _check_size((client.wait_cost,), place)
    if client.pin is not None and client.pin not in ids:
        what = f"the client is pinned to {client.pin}, who is no candidate"
        raise InvalidValue(what, place=place, advice="Maybe add that candidate")


def _check_size(costs: Sequence[int], place: str, /) -> None:
    if costs and not -LARGEST_COST <= min(costs) <= max(costs) <= LARGEST_COST:
        what = f"a cost is further from zero than {LARGEST_COST}"
        raise InvalidValue(what, place=place, advice="Maybe choose a larger unit")
