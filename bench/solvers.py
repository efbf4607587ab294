"""What solvers of others add: HiGHS where clients weigh unlike, OR-tools where all weigh the same.

Clients that weigh 1, 1, 2, 2, 3 or 5: how far the core, carecore with HiGHS, and HiGHS alone from a
cold start are above the bound that our own code checks.
Then the flow of OR-tools beside the core's, whole: with the prices and the ties that make it the
same answer, which is checked.
Times are processor seconds of this process.

    python bench/solvers.py
    python bench/solvers.py --large
    python bench/solvers.py --clients 1000 --professionals 100 --nodes 100 --cold-seconds 60
"""

import argparse
import resource
from collections.abc import Callable, Sequence
from importlib import import_module
from time import process_time
from typing import Any, TypeVar

from panels_drawn import POINTS, drawn_panel, drawn_weights

from carecore.extra.solvers import HighsSolver, OrToolsFlow
from carecore.extra.solvers.programmes import programme_of
from carecore.flows import (
    GeneralPanel,
    PanelFlow,
    certify_general,
    judge_flow,
    judge_proposal,
    settle_ties,
    solve_acuity,
    units_of,
)
from carecore.flows.kernels import allowed_arcs

T = TypeVar("T")

KINDS: dict[str, dict[str, int]] = {
    "ordinary, 87 % full": {},
    "99 % full": {"fullness": 99},
    "11 % too many": {"fullness": 111},
    "costs in steps of 50": {"step": 50},
}


def timed(call: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds of a call, and its answer."""
    start = process_time()
    found = call()
    return process_time() - start, found


def by_acuity(clients: int, professionals: int, nodes: int, cold_seconds: float = 0) -> None:
    """Print how far each is above the bound."""
    drawn = drawn_panel(clients, professionals, points=POINTS)
    weights = drawn_weights(clients)
    panel = GeneralPanel(
        clients=drawn.clients,
        weights=[[w] * len(one.costs) for w, one in zip(weights, drawn.clients, strict=True)],
        slots=drawn.slots,
    )
    print(f"\nClients of unlike weight, {clients} x {professionals}")
    print(f"{'who':26}{'s':>8}{'cost':>10}{'gap':>9}")
    seconds, core = timed(lambda: solve_acuity(drawn, weights))
    row("the core", seconds, core.objective, core.bound)
    solver = HighsSolver(nodes=nodes)
    seconds, judged = timed(lambda: judge_proposal(panel, solver))
    row(f"with HiGHS, {nodes} nodes", seconds, judged.objective, judged.bound)
    if judged.claimed_bound is not None:
        row("  the same, as it claims", seconds, judged.objective, judged.claimed_bound)
    if cold_seconds:
        seconds, cost = timed(lambda: cold(panel, cold_seconds))
        row("HiGHS alone, cold", seconds, cost, judged.bound)


def row(who: str, seconds: float, cost: int | None, bound: int) -> None:
    """Print one line."""
    gap = "-" if cost is None else f"{(cost - bound) / bound:.3%}"
    print(f"{who:26}{seconds:8.1f}{cost if cost is not None else 'none':>10}{gap:>9}", flush=True)


def cold(panel: GeneralPanel, limit: float) -> int | None:
    """What HiGHS alone finds within so many seconds; `None`: nothing that is allowed."""
    module: Any = import_module("highspy")
    units = units_of(panel)
    programme = programme_of(panel, units, allowed_arcs(panel, units))
    program = module.HighsLp()
    columns = len(programme.costs)
    program.num_col_, program.num_row_ = columns, len(programme.limits)
    program.col_cost_, program.col_lower_ = programme.costs, [0.0] * columns
    program.col_upper_ = programme.most
    program.row_lower_, program.row_upper_ = programme.least, programme.limits
    matrix = program.a_matrix_
    matrix.format_ = module.MatrixFormat.kColwise
    starts = [0]
    for entries in programme.entries:
        starts.append(starts[-1] + len(entries))
    matrix.start_ = starts
    matrix.index_ = [at for entries in programme.entries for at, _ in entries]
    matrix.value_ = [value for entries in programme.entries for _, value in entries]
    kinds = module.HighsVarType
    whole = len(programme.columns)
    program.integrality_ = [kinds.kInteger] * whole + [kinds.kContinuous] * (columns - whole)
    solver = module.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", limit)
    solver.passModel(program)
    solver.run()
    values = list(solver.getSolution().col_value)
    waiting = len(panel.slots)
    places = [
        None if place == waiting else place for place in programme.places_of(values, len(units))
    ]
    proof = certify_general(panel, places, [0] * waiting)
    return None if proof.faults else proof.objective


def by_head(clients: int, professionals: int, kinds: Sequence[str]) -> None:
    """Print what one slot for each takes, by the core and by OR-tools; the answers are the same."""
    print(f"\nOne slot for each client, {clients} x {professionals}; seconds")
    print(f"{'panel':22}{'core':>8}{'ties':>8}{'or-tools':>10}{'times':>7}")
    for kind in kinds:
        panel = drawn_panel(clients, professionals, **KINDS[kind])
        mine, found = timed(lambda: PanelFlow(panel).solution())  # noqa: B023 # called at once
        ties, places = timed(lambda: settle_ties(panel, found.places, found.prices))  # noqa: B023 # as above
        theirs, judged = timed(lambda: judge_flow(panel, OrToolsFlow()))  # noqa: B023 # as above
        assert judged.proposal.places == places
        times = (mine + ties) / theirs
        print(f"{kind:22}{mine:8.2f}{ties:8.2f}{theirs:10.2f}{times:7.1f}", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clients", type=int, default=10_000)
    parser.add_argument("--professionals", type=int, default=1_000)
    parser.add_argument("--nodes", type=int, default=1)
    parser.add_argument("--cold-seconds", type=float, default=0.0, help="HiGHS alone beside it")
    parser.add_argument("--large", action="store_true", help="100 000 x 5 000 too; takes minutes")
    told = parser.parse_args(arguments)
    kinds = list(KINDS)
    by_acuity(told.clients, told.professionals, told.nodes, told.cold_seconds)
    by_head(told.clients, told.professionals, kinds)
    if told.large:
        by_head(100_000, 5_000, kinds[:1])
        by_acuity(100_000, 5_000, told.nodes)
    print(f"\nmost memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")


if __name__ == "__main__":
    main()
