"""Panels drawn at random, and what is best for them by trying everything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from random import Random

from hypothesis import strategies as st

from carecore.flows import Candidates, Panel, PanelFlow, certify

SEEDS = st.integers(0, 10**9)
WEIGHTS = (1, 1, 2, 2, 3, 5)


def numbers(seed: int) -> Random:
    """The same numbers for the same seed."""
    return Random(seed)  # noqa: S311 # the same numbers each time are what is wanted


def panel_of(
    clients: Iterable[Mapping[int, int]],
    slots: Iterable[Sequence[int]],
    *,
    waits: Iterable[int],
    pins: Mapping[int, int] | None = None,
) -> Panel:
    """A panel out of what each candidate of each client costs."""
    rows = [
        Candidates(sorted(arcs), [arcs[j] for j in sorted(arcs)], wait_cost=wait)
        for arcs, wait in zip(clients, waits, strict=True)
    ]
    for index, pin in (pins or {}).items():
        rows[index] = pinned(rows[index], pin)
    return Panel(rows, [list(costs) for costs in slots])


def pinned(client: Candidates, pin: int | None) -> Candidates:
    """The same client with another pin, or none."""
    return Candidates(client.professionals, client.costs, wait_cost=client.wait_cost, pin=pin)


def odd_panel(
    random: Random, *, clients: int = 12, professionals: int = 5, weights: Sequence[int] = ()
) -> Panel:
    """Anything goes: nobody free, no candidates, ties, costs below zero, pins."""
    top = random.choice([0, 1, 3, 50, 10**6])
    low = 0 if weights else random.choice([0, 0, -top])
    count = len(weights) or random.randint(0, clients)
    most = 8 if weights else 4
    slots = [
        sorted(random.randint(low, top) for _ in range(random.randint(0, most)))
        for _ in range(random.randint(1, professionals))
    ]
    if random.random() < 0.3:
        slots = [[0] * len(costs) for costs in slots]
    density = random.random()
    rows = [
        {j: random.randint(low, top) for j in range(len(slots)) if random.random() < density}
        for _ in range(count)
    ]
    free = [len(costs) for costs in slots]
    pins: dict[int, int] = {}
    for index, row in enumerate(rows):
        weight = weights[index] if weights else 1
        fitting = [j for j in row if free[j] >= weight]
        if fitting and random.random() < 0.2:
            pins[index] = random.choice(fitting)
            free[pins[index]] -= weight
    waits = [random.choice([0, top, 3 * top]) for _ in rows]
    return panel_of(rows, slots, waits=waits, pins=pins)


def wide_panel(
    clients: int,
    professionals: int,
    *,
    seed: int = 0,
    fullness: int = 87,
    step: int = 1,
    wait: int = 5_000,
    points: int | None = None,
) -> Panel:
    """A panel in which a dozen may come to each; *fullness* is clients in per cent of slots.

    Costs are multiples of *step*; *points* are what the clients take up, if not one each.
    """
    random = numbers(seed)
    size = (points or clients) * 100 // (fullness * professionals)
    slots = [[400 * number // size for number in range(size)] for _ in range(professionals)]
    rows = [
        {j: random.randrange(1_000) // step * step for j in random.sample(range(professionals), 12)}
        for _ in range(clients)
    ]
    return panel_of(rows, slots, waits=[wait] * clients)


def every_answer(panel: Panel) -> Iterator[tuple[int | None, ...]]:
    """Each way to place the clients with their candidates, whether or not there is room."""
    return product(
        *(
            [*client.professionals, None] if client.pin is None else [client.pin]
            for client in panel.clients
        )
    )


def cost_of(
    panel: Panel, places: Sequence[int | None], weights: Sequence[int] | None = None
) -> int | None:
    """What an answer costs; `None` if there is no room for it."""
    loads = [0] * len(panel.slots)
    cost = 0
    for index, (client, place) in enumerate(zip(panel.clients, places, strict=True)):
        if place is None:
            cost += client.wait_cost
        else:
            cost += dict(zip(client.professionals, client.costs, strict=True))[place]
            loads[place] += weights[index] if weights else 1
    if any(load > len(costs) for load, costs in zip(loads, panel.slots, strict=True)):
        return None
    return cost + sum(sum(s[:load]) for load, s in zip(loads, panel.slots, strict=True))


def least_cost(panel: Panel, weights: Sequence[int] | None = None) -> int:
    """What the best answer costs, by trying all."""
    costs = (cost_of(panel, places, weights) for places in every_answer(panel))
    return min(cost for cost in costs if cost is not None)


def proved_cost(flow: PanelFlow) -> int:
    """What the answer costs, after its proof and its books have been looked at."""
    found, panel, state = flow.solution(), flow.panel(), flow.state
    proof = certify(panel, found.places, found.prices, claimed=found.objective)
    assert proof.is_optimal, proof
    for j, members in enumerate(state.members[:-1]):
        assert sorted(members) == [i for i, place in enumerate(state.place) if place == j]
    assert state.paid == [state.arc_cost(i, place) for i, place in enumerate(state.place)]
    return proof.objective
