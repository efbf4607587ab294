"""What hangs together in a panel, and what does not: shared out each by itself, nothing is lost.

Two clients hang together if somebody may come to both, or if there is a chain of such clients
between them.
Components share no slot and no pair, so their answers together are the best of the whole, and so
are their prices.
Any other split loses something: a pair that crosses it cannot be chosen any more, and slots on both
sides of it would be given twice, or have to be shared out by guess.
Such splits are refused.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import islice
from operator import itemgetter
from typing import Final, final

from attrs import frozen

from carecore.errors import CareError, InvalidValue
from carecore.flows.flow import FlowSolution, PanelFlow
from carecore.flows.mapping import Mapper, combine, one_by_one
from carecore.flows.panel import Candidates, Panel, check_panel
from carecore.flows.parts import lost_clients, refuse_all

__all__ = [
    "NO_COMPONENT",
    "Component",
    "ComponentSolution",
    "component_of",
    "components",
    "solve_component",
    "solve_components",
]


@final
@frozen(kw_only=True, weakref_slot=False)
class Component:
    """Some clients, and everybody who may come to one of them.

    Attributes:
        clients: which clients of the whole these are, ascending.
        professionals: which professionals of the whole, ascending.
        panel: these clients and professionals, counted from 0.

    .. versionadded:: 0.1
    """

    clients: Sequence[int]
    professionals: Sequence[int]
    panel: Panel


@final
@frozen(kw_only=True, weakref_slot=False)
class ComponentSolution:
    """Who goes where in one component, or in several together, by the numbers of the whole.

    Attributes:
        places: client and professional; `None`: it waits; ascending.
        prices: professional and price; ascending.
        objective: what it costs.
        pairs: among how many pairs was chosen.

    .. versionadded:: 0.1
    """

    places: tuple[tuple[int, int | None], ...] = ()
    prices: tuple[tuple[int, int], ...] = ()
    objective: int = 0
    pairs: int = 0

    def joined(self, other: "ComponentSolution", /) -> "ComponentSolution":
        """Both together; in what order makes no difference, where they share nobody.

        .. versionadded:: 0.1
        """
        return ComponentSolution(
            places=tuple(sorted((*self.places, *other.places), key=itemgetter(0))),
            prices=tuple(sorted((*self.prices, *other.prices))),
            objective=self.objective + other.objective,
            pairs=self.pairs + other.pairs,
        )


NO_COMPONENT: Final = ComponentSolution()
"""The solution of no component: joined with another, it changes nothing.

.. versionadded:: 0.1
"""


def components(panel: Panel, /, *, at_most: int | None = None) -> tuple[Component, ...]:
    """What hangs together, in the order of the first client of each.

    A client that is pinned hangs together with nobody but the pin.
    Clients to whom nobody may come hang together with nobody, and stand in one component at the
    end: they wait.

    Args:
        panel: the whole.
        at_most: into how many it may fall; the smallest are put together then.

    Raises:
        WrongType: if a cost or a number is no whole number.
        InvalidValue: if the panel is not whole, its pins cannot all be kept, or it should fall into
            fewer than one.

    >>> rows = [
    ...     Candidates([0], [5], wait_cost=9),
    ...     Candidates([1], [5], wait_cost=9),
    ...     Candidates([0, 2], [5, 5], wait_cost=9),
    ... ]
    >>> [one.clients for one in components(Panel(rows, [[0], [0], [0]]))]
    [(0, 2), (1,)]

    .. versionadded:: 0.1
    """
    check_panel(panel)
    if at_most is not None and at_most < 1:
        what = f"nothing falls into {at_most} components"
        raise InvalidValue(what, advice="Maybe 1 or more")
    groups = _groups(panel)
    if at_most is not None and len(groups) > at_most:
        groups = _put_together(panel, groups, at_most)
    return tuple(component_of(panel, clients) for clients in groups)


def component_of(panel: Panel, clients: Iterable[int], /) -> Component:
    """The clients with these numbers, with everybody who may come to one of them.

    Whether they hang together with others is seen by `solve_components`.

    .. versionadded:: 0.1
    """
    chosen = tuple(sorted(clients))
    rows = [_usable(panel.clients[number]) for number in chosen]
    professionals = tuple(sorted({j for one in rows for j in one.professionals}))
    new = {j: number for number, j in enumerate(professionals)}
    return Component(
        clients=chosen,
        professionals=professionals,
        panel=Panel(
            [
                Candidates(
                    [new[j] for j in one.professionals],
                    one.costs,
                    wait_cost=one.wait_cost,
                    pin=None if one.pin is None else new[one.pin],
                )
                for one in rows
            ],
            [panel.slots[j] for j in professionals],
        ),
    )


def solve_component(component: Component, /) -> ComponentSolution:
    """Share out one component.

    Raises:
        WrongType: if a cost or a number is no whole number.
        InvalidValue: if its panel is not whole, or its pins cannot all be kept.

    .. versionadded:: 0.1
    """
    found = PanelFlow(component.panel).solution()
    whose = component.professionals
    return ComponentSolution(
        places=tuple(
            (number, None if place is None else whose[place])
            for number, place in zip(component.clients, found.places, strict=True)
        ),
        prices=tuple(zip(whose, found.prices, strict=True)),
        objective=found.objective,
        pairs=component.panel.pair_count,
    )


def solve_components(
    panel: Panel,
    /,
    *,
    into: Iterable[Component] | None = None,
    mapper: Mapper = one_by_one,
) -> FlowSolution:
    """Share out a panel by its components, at the least cost of the whole.

    `certify` checks the answer, as it does that of `PanelFlow`.

    Args:
        panel: the whole.
        into: what it is split into; left out, its components.
        mapper: who shares the components out; left out, it is done here, one after the other.

    Raises:
        WrongType: if a cost or a number is no whole number.
        InvalidValue: if the panel is not whole, or its pins cannot all be kept; or if the split
            loses something: a client is in two of its parts or in none, slots would be given twice,
            or pairs are left out.
        ManyFaults: if several things are lost.

    >>> panel = Panel(
    ...     [Candidates([0], [5], wait_cost=9), Candidates([1], [4], wait_cost=9)], [[0]] * 2
    ... )
    >>> solve_components(panel).objective
    9

    .. versionadded:: 0.1
    """  # an example is one line
    chosen = list(components(panel) if into is None else into)
    if into is not None:
        check_panel(panel)
        refuse_all([*_lost(panel, chosen)], "how the panel was split")
    found = reduce(combine, mapper(solve_component, chosen), NO_COMPONENT)
    # Who may come to nobody asks what the first slot costs.
    prices = [costs[0] if costs else 0 for costs in panel.slots]
    for professional, price in found.prices:
        prices[professional] = price
    return FlowSolution(
        places=tuple(place for _, place in found.places),
        prices=tuple(prices),
        objective=found.objective,
    )


def _usable(client: Candidates, /) -> Candidates:
    """A pinned client without those who cannot come."""
    if client.pin is None:
        return client
    cost = client.costs[client.professionals.index(client.pin)]
    return Candidates([client.pin], [cost], wait_cost=client.wait_cost, pin=client.pin)


def _groups(panel: Panel, /) -> list[list[int]]:
    """The clients of each component, by joining professionals who may come to the same client."""
    leader = list(range(len(panel.slots)))

    def leader_of(one: int, /) -> int:
        while leader[one] != one:
            leader[one] = one = leader[leader[one]]
        return one

    for client in panel.clients:
        ids = _usable(client).professionals
        for other in ids[1:]:
            left, right = leader_of(ids[0]), leader_of(other)
            leader[max(left, right)] = min(left, right)
    found: dict[int, list[int]] = {}
    alone: list[int] = []
    for number, client in enumerate(panel.clients):
        ids = _usable(client).professionals
        group = found.setdefault(leader_of(ids[0]), []) if ids else alone
        group.append(number)
    return [*found.values(), *([alone] if alone else [])]


def _put_together(panel: Panel, groups: list[list[int]], count: int, /) -> list[list[int]]:
    """So many groups of groups: the largest first, each to where there is least so far."""
    sizes = [sum(len(panel.clients[i].costs) + 1 for i in group) for group in groups]
    held = [0] * count
    made: list[list[int]] = [[] for _ in held]
    for at in sorted(range(len(groups)), key=lambda at: -sizes[at]):
        least = held.index(min(held))
        held[least] += sizes[at]
        made[least] += groups[at]
    return sorted(map(sorted, made))


def _lost(panel: Panel, chosen: Sequence[Component], /) -> Iterator[CareError]:
    """What a split loses; of each kind it is told once."""
    numbers = [number for one in chosen for number in one.clients]
    yield from lost_clients(numbers, len(panel.clients), "$.into")
    counted = Counter(j for one in chosen for j in one.professionals)
    twice = sorted(j for j, times in counted.items() if times > 1)
    if twice:
        what = f"the slots of professional {twice[0]} are in more than one component"
        advice = "Maybe put together those who share somebody: slots cannot be given twice"
        yield InvalidValue(what, place="$.into", advice=advice)
    strange = {*numbers} - {*range(len(panel.clients))}
    known = [one for one in chosen if strange.isdisjoint(one.clients)]
    yield from islice((fault for one in known for fault in _lost_in(panel, one)), 1)


def _lost_in(panel: Panel, component: Component, /) -> Iterator[CareError]:
    right = component_of(panel, component.clients)
    lacking = sorted(set(right.professionals) - set(component.professionals))
    if lacking:
        number = next(
            i for i in component.clients if lacking[0] in _usable(panel.clients[i]).professionals
        )
        what = f"professional {lacking[0]} may come to client {number}, and is left out"
        advice = "Maybe put together those who share somebody, also from elsewhere"
        yield InvalidValue(what, place="$.into", advice=advice)
    elif right != component:
        what = f"the component of client {component.clients[0]} has other pairs, costs or slots"
        advice = "Maybe component_of makes it out of the whole"
        yield InvalidValue(what, place="$.into", advice=advice)
