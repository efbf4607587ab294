"""The assignment problem, one to one and everybody to everybody, beside other software.

The published one of five hundred is read from a folder of real data, where there is one; the drawn
ones have costs from 1 to 100, as it has.
All find the same cost, and the published one costs what was published, or nothing is measured.
A dense matrix is not what the engine is made for: it is told what that costs.
Times are processor seconds of this process: the median of all rounds.

    python bench/assignment.py --rounds 3
"""

import argparse
import platform
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Any

from carecore.flows import Candidates, Panel, PanelFlow, certify

Rows = list[list[int]]
Answer = tuple[int, float]

PUBLISHED = 991
"""What the least costs of the published assignment of five hundred come to."""


def drawn(count: int) -> Rows:
    """Costs from 1 to 100, the same each time."""
    random = Random(count)  # noqa: S311 # the same numbers each time are what is wanted
    return [[random.randint(1, 100) for _ in range(count)] for _ in range(count)]


def published(folder: Path) -> Rows | None:
    """The published costs, if they are there."""
    file = folder / "matching" / "lap" / "assign500.txt"
    if not file.is_file():
        return None
    count, *costs = map(int, file.read_text(encoding="utf-8").split())
    return [costs[start : start + count] for start in range(0, count * count, count)]


def ours(rows: Rows) -> Answer:
    """The engine, with its proof."""
    count = len(rows)
    clients = [Candidates(range(count), row, wait_cost=10**6) for row in rows]
    panel = Panel(clients, [[0]] * count)
    start = process_time()
    found = PanelFlow(panel).solution()
    seconds = process_time() - start
    assert certify(panel, found.places, found.prices, claimed=found.objective).is_optimal
    return found.objective, seconds


def scipy(rows: Rows) -> Answer:
    """The dense assignment of scipy."""
    np: Any = import_module("numpy")
    solve: Any = import_module("scipy.optimize").linear_sum_assignment
    matrix = np.array(rows)
    start = process_time()
    left, right = solve(matrix)
    seconds = process_time() - start
    return int(matrix[left, right].sum()), seconds


def or_tools(rows: Rows) -> Answer:
    """The assignment of OR-tools."""
    np: Any = import_module("numpy")
    module: Any = import_module("ortools.graph.python.linear_sum_assignment")
    count = len(rows)
    left, right = (one.ravel() for one in np.indices((count, count)))
    solver = module.SimpleLinearSumAssignment()
    solver.add_arcs_with_cost(left, right, np.array(rows).ravel())
    start = process_time()
    status = solver.solve()
    seconds = process_time() - start
    assert status == solver.OPTIMAL
    return solver.optimal_cost(), seconds


def networkx(rows: Rows) -> Answer:
    """The network simplex of networkx."""
    nx: Any = import_module("networkx")
    graph: Any = nx.DiGraph()
    count = len(rows)
    graph.add_nodes_from(range(count), demand=-1)
    graph.add_nodes_from(range(count, 2 * count), demand=1)
    for i, row in enumerate(rows):
        for j, cost in enumerate(row):
            graph.add_edge(i, count + j, capacity=1, weight=cost)
    start = process_time()
    cost, _ = nx.network_simplex(graph)
    return cost, process_time() - start


SOLVERS: dict[str, Callable[[Rows], Answer]] = {
    "ours": ours,
    "scipy": scipy,
    "or-tools": or_tools,
    "networkx": networkx,
}
SMALL_ONLY = ("networkx",)


def one_size(label: str, rows: Rows, rounds: int) -> str:
    """The line of one matrix."""
    times: dict[str, float] = {}
    costs: set[int] = set()
    for name, solve in SOLVERS.items():
        if name in SMALL_ONLY and len(rows) > 200:
            continue
        taken: list[float] = []
        for _ in range(rounds):
            cost, seconds = solve(rows)
            taken.append(seconds)
            costs.add(cost)
        times[name] = median(taken)
    (cost,) = costs
    told = "".join(f"{times[name]:10.4f}" if name in times else f"{'-':>10}" for name in SOLVERS)
    return f"{label:24}{cost:8}{told}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--real-data", type=Path, default=Path("..") / "shared" / "data")
    told = parser.parse_args(arguments)
    beside = ", ".join(f"{name} {version(name)}" for name in ("scipy", "ortools", "networkx"))
    print(f"Python {platform.python_version()}, {beside}, {told.rounds} rounds; seconds")
    print(f"{'matrix':24}{'cost':>8}{''.join(f'{name:>10}' for name in SOLVERS)}")
    for count in (100, 200, 500):
        print(one_size(f"drawn, {count} x {count}", drawn(count), told.rounds), flush=True)
    rows = published(told.real_data)
    if rows is None:
        print("there is no published assignment here. Maybe pass --real-data DIR")
        return
    line = one_size("published, 500 x 500", rows, told.rounds)
    assert f"{PUBLISHED:8}" in line
    print(line)


if __name__ == "__main__":
    main()
