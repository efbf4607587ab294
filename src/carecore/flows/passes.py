"""What a part tells of itself: its kernel, and in each pass what the prices leave to be wished.

One large panel that hangs together is shared out by somebody who holds little of it.
The coordinator begins with a few of the candidates of each client, the *kernel*, and shares them
out.
Each part then looks at its clients at the prices that came of it, with all who may come: whoever
would rather be with somebody else, the coordinator has to know about; and what its clients cost at
least, which is its share of the proof.
Where nobody would rather be elsewhere, nothing costs less, also among the pairs that the
coordinator never saw.

All of it is plain functions of values, which can be pickled; what parts tell is joined in whatever
order it comes.
"""

from collections.abc import Mapping, Sequence
from heapq import nsmallest
from operator import add, itemgetter
from typing import Final, final

from attrs import frozen

from carecore.errors import InvalidValue
from carecore.flows.certificate import Proof, least_of_clients, worth_of_slots
from carecore.flows.panel import NEVER, Candidates
from carecore.flows.parts import NOBODY, Census, Part, census_of

__all__ = [
    "NOTHING_TOLD",
    "NO_KERNEL",
    "Kernel",
    "PricePass",
    "kernel",
    "price_pass",
    "proof_in_parts",
]


@final
@frozen(kw_only=True, weakref_slot=False)
class Kernel:
    """A few of the candidates of each client of a part, or of several parts.

    Attributes:
        clients: each client by its number, with the few; ascending.
        census: what the parts hold in all.

    .. versionadded:: 0.1
    """

    clients: tuple[tuple[int, Candidates], ...] = ()
    census: Census = NOBODY

    def joined(self, other: "Kernel", /) -> "Kernel":
        """Both together.

        .. versionadded:: 0.1
        """
        both = sorted((*self.clients, *other.clients), key=itemgetter(0))
        return Kernel(clients=tuple(both), census=self.census.joined(other.census))


@final
@frozen(kw_only=True, weakref_slot=False)
class PricePass:
    """What a part, or several together, tell of places at some prices.

    Attributes:
        arcs: client, professional and cost of pairs by which clients would be better off; ascending
            and no more than were asked for of each client.
        least: what the clients cost at least at these prices, whoever comes: a share of the bound.
        paid: what their places cost, without the slots: a share of the cost.
        faults: what is not allowed in these places.

    .. versionadded:: 0.1
    """

    arcs: tuple[tuple[int, int, int], ...] = ()
    least: int = 0
    paid: int = 0
    faults: tuple[str, ...] = ()

    def joined(self, other: "PricePass", /) -> "PricePass":
        """Both together; in what order makes no difference.

        .. versionadded:: 0.1
        """
        return PricePass(
            arcs=tuple(sorted((*self.arcs, *other.arcs))),
            least=self.least + other.least,
            paid=self.paid + other.paid,
            faults=tuple(sorted((*self.faults, *other.faults))),
        )


NO_KERNEL: Final = Kernel()
"""The kernel of no part: joined with another, it changes nothing.

.. versionadded:: 0.1
"""

NOTHING_TOLD: Final = PricePass()
"""What no part tells: joined with another, it changes nothing.

.. versionadded:: 0.1
"""


def kernel(part: Part, k: int, /) -> Kernel:
    """The *k* cheapest candidates of each client of a part, each with the first slot.

    Of equals, clients begin with different ones, so that not all want the same.
    Who has no slot is left out, and so is everybody but the pin of a client that has one.

    Raises:
        WrongType: if a cost or a number is no whole number.
        InvalidValue: if the part is not whole, or *k* is less than one.

    .. versionadded:: 0.1
    """
    if k < 1:
        raise InvalidValue(f"{k} candidates are no kernel", advice="Maybe 4")
    census = census_of(part)
    first = [costs[0] if costs else NEVER for costs in part.panel.slots]
    return Kernel(
        clients=tuple(
            sorted(
                (
                    (number, _nearest(number, client, first, k))
                    for number, client in zip(part.numbers, part.panel.clients, strict=True)
                ),
                key=itemgetter(0),
            )
        ),
        census=census,
    )


def _nearest(number: int, client: Candidates, first: Sequence[int], k: int, /) -> Candidates:
    ids, costs = client.professionals, client.costs
    if client.pin is not None:
        chosen = [ids.index(client.pin)]
    else:
        values = list(map(add, costs, map(first.__getitem__, ids)))
        # The last value that is among the k least, and then whoever has no slot.
        last = min(sorted(values)[min(k, len(values)) - 1], NEVER // 2) if values else 0
        chosen = [at for at, value in enumerate(values) if value < last]
        equal = [at for at, value in enumerate(values) if value == last]
        start = number % max(len(equal), 1)
        chosen = sorted([*chosen, *(equal[start:] + equal[:start])[: k - len(chosen)]])
    return Candidates(
        [ids[at] for at in chosen],
        [costs[at] for at in chosen],
        wait_cost=client.wait_cost,
        pin=client.pin,
    )


def price_pass(
    part: Part,
    prices: Sequence[int],
    places: Mapping[int, int | None],
    /,
    *,
    most: int = 4,
) -> PricePass:
    """What a part says to the places of its clients, and to the prices.

    Args:
        part: the part.
        prices: what each professional asks for a slot.
        places: the professional of each client of the part, by its number; `None`: it waits.
        most: how many better pairs of one client are told, the best ones.

    >>> from carecore.flows.panel import Panel
    >>> from carecore.flows.parts import part_of
    >>> panel = Panel([Candidates([0, 1], [5, 2], wait_cost=20)], [[0], [0]])
    >>> told = price_pass(part_of(panel, [0]), [0, 0], {0: 0})
    >>> told.arcs, told.least, told.paid
    (((0, 1, 2),), 2, 5)

    .. versionadded:: 0.1
    """
    arcs: list[tuple[int, int, int]] = []
    faults: list[str] = []
    paid = 0
    price_of = prices.__getitem__
    for number, client in zip(part.numbers, part.panel.clients, strict=True):
        fault = _fault(number, client, places)
        if fault is not None:
            faults.append(fault)
            continue
        place = places[number]
        if place is None:
            limit = cost = client.wait_cost
        else:
            cost = client.costs[client.professionals.index(place)]
            limit = cost + prices[place]
        paid += cost
        if client.pin is None:
            values = list(map(add, client.costs, map(price_of, client.professionals)))
            if values and min(values) < limit:
                better = zip(values, client.professionals, client.costs, strict=True)
                best = nsmallest(most, (one for one in better if one[0] < limit))
                arcs += [(number, j, cost) for _, j, cost in best]
    return PricePass(
        arcs=tuple(sorted(arcs)),
        least=least_of_clients(part.panel.clients, prices),
        paid=paid,
        faults=tuple(sorted(faults)),
    )


def _fault(number: int, client: Candidates, places: Mapping[int, int | None], /) -> str | None:
    if number not in places:
        return f"client {number} was not asked about"
    place = places[number]
    if client.pin not in {None, place}:
        return f"client {number} is pinned to {client.pin} and placed at {place}"
    if place is not None and place not in client.professionals:
        return f"{place} is no candidate of client {number}"
    return None


def proof_in_parts(
    slots: Sequence[Sequence[int]],
    places: Sequence[int | None],
    prices: Sequence[int],
    told: PricePass,
    /,
) -> Proof:
    """What is proved by what all parts told together: no pair is looked at again.

    Args:
        slots: what the slots of each professional cost.
        places: the professional of each client; `None`: it waits.
        prices: what each professional asks for a slot.
        told: what all parts say to these places and prices.

    .. versionadded:: 0.1
    """
    faults = list(told.faults)
    loads = [0] * len(slots)
    for place in places:
        if place is not None:
            loads[place] += 1
    for index, (load, costs) in enumerate(zip(loads, slots, strict=True)):
        if load > len(costs):
            faults.append(f"professional {index} has {load} on {len(costs)} slots")
    filled = sum(sum(costs[:load]) for load, costs in zip(loads, slots, strict=True))
    return Proof(
        objective=told.paid + filled,
        bound=told.least - worth_of_slots(slots, prices),
        faults=tuple(faults),
    )
