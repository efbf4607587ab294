"""A proof that is kept while a panel changes, so that little has to be proved anew.

What was proved of a panel stands: at these prices each client costs at least so much, and the slots
of each professional bring in so much.
After a change this holds of everybody whom it did not touch; the others are reckoned anew.

1. Where a price has risen, nobody can cost less than before; who is there is reckoned anew, because
   what they cost may have risen with it.
2. Where a price has fallen, everybody who could go there is looked at.

So the bound is a bound after each change, though it was not reckoned from the beginning; and it is
reckoned from the panel and the prices alone, without a word of how these were found.
"""

from collections.abc import Iterable
from itertools import compress
from operator import add, ne
from typing import final

from carecore.flows.flow import PanelFlow
from carecore.flows.panel import Candidates

__all__ = ["StandingProof"]


@final
class StandingProof:
    """What is proved of who goes where now, one slot for each client.

    >>> from carecore.flows import Panel
    >>> flow = PanelFlow(Panel([Candidates([0], [5], wait_cost=20)], [[1, 1]]))
    >>> proof = StandingProof.of(flow)
    >>> later = flow.copy()
    >>> number = later.add_client(Candidates([0], [9], wait_cost=30))
    >>> after = proof.after(later, clients=[number])
    >>> after.objective, after.bound, after.moved
    (16, 16, (1,))

    Attributes:
        objective: what it costs, added up by itself.
        bound: nothing costs less.
        moved: the clients who are elsewhere than before the last change.

    .. versionadded:: 0.1
    """

    __slots__ = (
        *("_filled", "_loads", "_paid", "_places", "_prices", "_surplus", "_terms", "_waiting"),
        *("bound", "moved", "objective"),
    )

    def __init__(self) -> None:
        """Begin with nobody; `of` and `after` fill it."""
        self._waiting = 0
        self._places: list[int] = []
        self._paid: list[int] = []
        self._terms: list[int] = []
        self._prices: list[int] = []
        self._loads: list[int] = []
        self._filled: list[int] = []
        self._surplus: list[int] = []
        self.objective: int = 0
        self.bound: int = 0
        self.moved: tuple[int, ...] = ()

    @classmethod
    def of(cls, flow: PanelFlow, /) -> "StandingProof":
        """What is proved of a panel, from the beginning."""
        count = len(flow.state.place)
        made = cls().after(flow, clients=range(count), professionals=range(flow.state.waiting))
        made.moved = ()
        return made

    def after(
        self, flow: PanelFlow, /, *, clients: Iterable[int] = (), professionals: Iterable[int] = ()
    ) -> "StandingProof":
        """What is proved after a change; this one stays as it is.

        Args:
            flow: the panel after it.
            clients: those who came, went or have other candidates.
            professionals: those who came, went or have other slots.

        .. versionadded:: 0.1
        """
        made = self._for(flow)
        made.reckon(flow, dict.fromkeys(clients), dict.fromkeys(professionals), self.count)
        return made

    def reckon(
        self,
        flow: PanelFlow,
        clients: dict[int, None],
        professionals: dict[int, None],
        known: int,
        /,
    ) -> None:
        """Bring this up to date, where so many clients were *known* before."""
        state = flow.state
        are_other = map(ne, self._places[:known], state.place)
        moved = [*compress(range(known), are_other), *range(known, len(state.place))]
        touched = dict.fromkeys((*clients, *moved))
        for index in touched:
            professionals |= self._place(flow.client(index), index, state.place[index])
        prices = enumerate(zip(self._prices, state.price[: state.waiting], strict=True))
        priced = {place: now < was for place, (was, now) in prices if was != now}
        for place in dict.fromkeys((*professionals, *priced)):
            if place != state.waiting:
                self._prices[place] = state.price[place]
                self._fill(place, state.slots[place])
        for place in priced:
            touched.update(dict.fromkeys(state.members[place]))
        least: dict[int, int] = {}
        for index in touched:
            # Those who are the same in all are reckoned once.
            client = flow.client(index)
            if id(client) not in least:
                least[id(client)] = self._least(client)
            self._note(index, least[id(client)])
        for place, has_fallen in priced.items():
            if has_fallen:
                self._look_at_all(place, state.column(place))
        self.moved = tuple(moved)

    @property
    def count(self) -> int:
        """How many clients it knows of."""
        return len(self._places)

    def _for(self, flow: PanelFlow, /) -> "StandingProof":
        """A copy with room for all; whoever is new waits, and has cost nothing so far."""
        made = StandingProof()
        waiting = flow.state.waiting
        more, wider = len(flow.state.place) - self.count, waiting - len(self._prices)
        places = self._places
        if wider:
            # The wait list has another number now.
            places = [waiting if one == self._waiting else one for one in places]
        made._waiting = waiting
        made._places = [*places, *[waiting] * more]
        made._paid = [*self._paid, *[0] * more]
        made._terms = [*self._terms, *[0] * more]
        made._prices = [*self._prices, *[0] * wider]
        made._loads = [*self._loads, *[0] * wider]
        made._filled = [*self._filled, *[0] * wider]
        made._surplus = [*self._surplus, *[0] * wider]
        made.objective, made.bound = self.objective, self.bound
        return made

    def _place(self, client: Candidates, index: int, place: int, /) -> dict[int, None]:
        """Note where a client is now, and say whose load that changes."""
        before = self._places[index]
        paid = client.wait_cost
        if place != self._waiting:
            paid = client.costs[client.professionals.index(place)]
        assert client.pin in {None, place}
        self.objective += paid - self._paid[index]
        self._paid[index] = paid
        self._places[index] = place
        for one, by in ((before, -1), (place, 1)):
            if one != self._waiting:
                self._loads[one] += by
        return dict.fromkeys((before, place))

    def _fill(self, place: int, slots: list[int], /) -> None:
        """Reckon anew what the slots of one professional cost, and what they bring in."""
        load, price = self._loads[place], self._prices[place]
        assert load <= len(slots)
        filled = sum(slots[:load])
        surplus = sum(price - cost for cost in slots if cost < price)
        self.objective += filled - self._filled[place]
        self.bound += self._surplus[place] - surplus
        self._filled[place], self._surplus[place] = filled, surplus

    def _least(self, client: Candidates, /) -> int:
        """What one client costs at least."""
        if client.pin is not None:
            cost = client.costs[client.professionals.index(client.pin)]
            return cost + self._prices[client.pin]
        prices = map(self._prices.__getitem__, client.professionals)
        priced = map(add, client.costs, prices)
        return min(client.wait_cost, min(priced, default=client.wait_cost))

    def _look_at_all(self, place: int, column: dict[int, int], /) -> None:
        """Everybody who could go where a price has fallen."""
        price, terms = self._prices[place], self._terms
        for index, cost in column.items():
            if cost + price < terms[index]:
                self._note(index, cost + price)

    def _note(self, index: int, least: int, /) -> None:
        self.bound += least - self._terms[index]
        self._terms[index] = least
