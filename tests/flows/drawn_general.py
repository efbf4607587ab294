"""Panels with company and weights of their own, and what is best for them by trying everything."""

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

from carecore.flows import Candidates, GeneralPanel


def odd_general(random: Random, *, clients: int = 6, professionals: int = 4) -> GeneralPanel:
    """Anything goes: no candidates, ties, weights of nothing, pins, groups of all kinds."""
    top = random.choice([0, 3, 50])
    flat = random.random() < 0.4
    depends = random.random() < 0.6
    slots = [
        [0] * size if flat else sorted(random.randint(0, top) for _ in range(size))
        for size in (random.randint(0, 7) for _ in range(random.randint(1, professionals)))
    ]
    rows: list[Candidates] = []
    weights: list[list[int]] = []
    for _ in range(random.randint(0, clients)):
        ids = [j for j in range(len(slots)) if random.random() < 0.8]
        costs = [random.randint(0, top) for _ in ids]
        same = random.randint(0, 4)
        rows.append(Candidates(ids, costs, wait_cost=random.choice([0, top, 3 * top])))
        weights.append([random.randint(0, 4) if depends else same for _ in ids])
    order = random.sample(range(len(rows)), len(rows))
    together = [order[:2], order[2:4]][: random.randint(0, 2)] if len(rows) >= 4 else []
    apart = [
        random.sample(range(len(rows)), random.randint(2, 3))
        for _ in range(random.randint(0, 3))
        if len(rows) >= 3
    ]
    apart = [one for one in apart if not any(set(two) <= set(one) for two in together)]
    panel = GeneralPanel(clients=rows, weights=weights, slots=slots, together=together, apart=apart)
    return _with_pins(random, panel)


def _with_pins(random: Random, panel: GeneralPanel) -> GeneralPanel:
    """The same with some clients pinned to where they are in an answer that is allowed."""
    if random.random() < 0.5:
        return panel
    allowed = [places for places in every_answer(panel) if general_cost(panel, places) is not None]
    places = random.choice(allowed)
    clients = [
        Candidates(one.professionals, one.costs, wait_cost=one.wait_cost, pin=place)
        if place is not None and random.random() < 0.3
        else one
        for one, place in zip(panel.clients, places, strict=True)
    ]
    return GeneralPanel(
        clients=clients,
        weights=panel.weights,
        slots=panel.slots,
        together=panel.together,
        apart=panel.apart,
    )


def every_answer(panel: GeneralPanel) -> Iterator[tuple[int | None, ...]]:
    """Each way to place the clients, whether or not it is allowed."""
    return product(*([*one.professionals, None] for one in panel.clients))


def general_cost(panel: GeneralPanel, places: Sequence[int | None]) -> int | None:
    """What an answer costs; `None` if it is not allowed."""
    cost, loads = 0, [0] * len(panel.slots)
    for client, weights, place in zip(panel.clients, panel.weights, places, strict=True):
        if client.pin not in {None, place}:
            return None
        if place is None:
            cost += client.wait_cost
            continue
        at = list(client.professionals).index(place)
        cost += client.costs[at]
        loads[place] += weights[at]
    met = any(len({places[one] for one in group}) > 1 for group in panel.together)
    for group in panel.apart:
        placed = [places[one] for one in group if places[one] is not None]
        met = met or len(set(placed)) < len(placed)
    if met or any(load > len(points) for load, points in zip(loads, panel.slots, strict=True)):
        return None
    return cost + sum(sum(points[:load]) for load, points in zip(loads, panel.slots, strict=True))


def least_general_cost(panel: GeneralPanel) -> int:
    """What the best answer costs, by trying all."""
    costs = (general_cost(panel, places) for places in every_answer(panel))
    return min(cost for cost in costs if cost is not None)
