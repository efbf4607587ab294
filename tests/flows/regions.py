"""Panels that fall apart into regions."""

from random import Random

from carecore.flows import Candidates, Panel

from .drawn_flows import odd_panel


def region_panel(random: Random, *, regions: int = 4) -> Panel:
    """Some regions that share nobody, with their clients mixed."""
    rows: list[Candidates] = []
    slots: list[list[int]] = []
    for _ in range(random.randint(1, regions)):
        region = odd_panel(random, clients=6, professionals=3)
        start = len(slots)
        slots += [list(costs) for costs in region.slots]
        rows += [
            Candidates(
                [start + j for j in one.professionals],
                one.costs,
                wait_cost=one.wait_cost,
                pin=None if one.pin is None else start + one.pin,
            )
            for one in region.clients
        ]
    random.shuffle(rows)
    return Panel(rows, slots)
