"""Prices of the core's own flow, where each unit takes up as many points with everybody."""

from collections.abc import Sequence

from carecore.flows.acuity import solve_acuity
from carecore.flows.general import GeneralPanel
from carecore.flows.kernels import Arc
from carecore.flows.panel import Candidates, Panel

__all__ = ["flow_prices"]


def flow_prices(
    panel: GeneralPanel, arcs: Sequence[Sequence[Arc]], weights: Sequence[int], /
) -> tuple[list[int], int, list[int | None]]:
    """Prices of points, times what, and where each unit would go by them."""
    waiting = len(panel.slots)
    heavy = [unit for unit, weight in enumerate(weights) if weight]
    rows: list[Candidates] = []
    for unit in heavy:
        mine = [arc for arc in arcs[unit] if arc[0] != waiting]
        wait = [arc[1] for arc in arcs[unit] if arc[0] == waiting]
        rows.append(
            Candidates(
                [arc[0] for arc in mine],
                [arc[1] for arc in mine],
                wait_cost=wait[0] if wait else 0,
                pin=None if wait else mine[0][0],
            )
        )
    found = solve_acuity(Panel(rows, panel.slots), [weights[unit] for unit in heavy])
    wishes: list[int | None] = [None] * len(arcs)
    for unit, place in zip(heavy, found.places, strict=True):
        wishes[unit] = place
    return list(found.prices), found.scale, wishes
