"""Published generalized assignment problems: cost, best known cost, and who proves what.

Each file is solved by carecore with HiGHS and, with `--cold`, by HiGHS alone from a cold start, on
one thread.
Both have the same number of nodes of the search tree; times are processor seconds of this process.
*proved* is said where our own bound meets the cost, *claimed* where only HiGHS says that nothing
costs less, and else how far the cost is above our bound.

    python bench/gap_sets.py --real-data ../shared/data
    python bench/gap_sets.py --cold --only chu1997/c --nodes 5000
"""

import argparse
import csv
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

from carecore.extra.solvers import HighsSolver
from carecore.flows import Candidates, GeneralPanel, JudgedProposal, certify_general, judge_proposal


def problem(file: Path) -> GeneralPanel:
    """The problem in *file*; to wait costs more than all the rest together."""
    numbers = iter(map(int, file.read_text(encoding="utf-8").split()))
    agents, items = next(numbers), next(numbers)
    costs = [[next(numbers) for _ in range(items)] for _ in range(agents)]
    weights = [[next(numbers) for _ in range(items)] for _ in range(agents)]
    room = [next(numbers) for _ in range(agents)]
    wait = sum(map(max, zip(*costs, strict=True))) + 1
    return GeneralPanel(
        clients=[
            Candidates(range(agents), list(column), wait_cost=wait)
            for column in zip(*costs, strict=True)
        ],
        weights=[list(column) for column in zip(*weights, strict=True)],
        slots=[[0] * points for points in room],
    )


def cold(panel: GeneralPanel, nodes: int) -> tuple[int | None, float]:
    """What HiGHS alone finds from a cold start, and its processor seconds."""
    module: Any = import_module("highspy")
    agents, items = len(panel.slots), len(panel.clients)
    program = module.HighsLp()
    program.num_col_, program.num_row_ = agents * items, agents + items
    program.col_cost_ = [float(cost) for one in panel.clients for cost in one.costs]
    program.col_lower_, program.col_upper_ = [0.0] * program.num_col_, [1.0] * program.num_col_
    room = [float(len(points)) for points in panel.slots]
    program.row_lower_ = [1.0] * items + [0.0] * agents
    program.row_upper_ = [1.0] * items + room
    matrix = program.a_matrix_
    matrix.format_ = module.MatrixFormat.kColwise
    matrix.start_ = list(range(0, 2 * agents * items + 1, 2))
    matrix.index_ = [row for i in range(items) for j in range(agents) for row in (i, items + j)]
    matrix.value_ = [entry for row in panel.weights for weight in row for entry in (1, weight)]
    program.integrality_ = [module.HighsVarType.kInteger] * program.num_col_
    solver = module.Highs()
    solver.silent()
    for name, value in {"threads": 1, "mip_rel_gap": 0.0, "mip_max_nodes": nodes}.items():
        solver.setOptionValue(name, value)
    solver.passModel(program)
    start = process_time()
    solver.run()
    seconds = process_time() - start
    values = list(solver.getSolution().col_value)
    places = [
        max(range(agents), key=lambda j: values[i * agents + j])  # called at once
        for i in range(items)
    ]
    proof = certify_general(panel, places, [0] * agents)
    return None if proof.faults else proof.objective, seconds


def verdict(judged: JudgedProposal) -> str:
    """Who proves it."""
    if judged.is_optimal:
        return "proved"
    if judged.is_claimed_optimal:
        return f"claimed, own gap {judged.gap}"
    return f"own gap {judged.gap / judged.bound:.2%}"


def line(name: str, panel: GeneralPanel, best: int, told: argparse.Namespace) -> float:
    """Print one line; and say how far above the best known cost it is, in per cent."""
    nodes = told.open_nodes if "/d" in name else told.nodes
    start = process_time()
    judged = judge_proposal(panel, HighsSolver(nodes=nodes))
    seconds = process_time() - start
    above = 100 * (judged.objective - best) / best
    beside = ""
    if told.cold:
        cost, theirs = cold(panel, nodes)
        shown = "none" if cost is None else f"{100 * (cost - best) / best:.3f}"
        beside = f"{shown:>9}{theirs:8.2f}"
    print(
        f"{name:22}{judged.objective:8}{best:8}{above:8.3f}{seconds:8.2f}{beside}  "
        f"{verdict(judged)}",
        flush=True,
    )
    return above


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--real-data", type=Path, default=Path("..") / "shared" / "data")
    parser.add_argument("--only", default="", help="only files whose path begins so")
    parser.add_argument("--nodes", type=int, default=5_000)
    parser.add_argument("--open-nodes", type=int, default=600, help="for the open set D")
    parser.add_argument("--cold", action="store_true", help="HiGHS alone beside it")
    told = parser.parse_args(arguments)
    folder = told.real_data / "matching" / "gap"
    table = folder / "best_known.csv"
    if not table.is_file():
        print("there are no published problems here. Maybe pass --real-data DIR")
        return
    with table.open(encoding="utf-8", newline="") as rows:
        best = {row["Path"]: int(row["Best known solution value"]) for row in csv.DictReader(rows)}
    head = f"{'file':22}{'cost':>8}{'best':>8}{'above %':>8}{'s':>8}"
    print(head + (f"{'cold %':>9}{'cold s':>8}" if told.cold else "") + "  who proves it")
    above = [
        line(name, problem(folder / name), best[name], told)
        for name in sorted(best)
        if name.startswith(told.only) and (folder / name).is_file()
    ]
    print(f"{len(above)} files, {sum(not one for one in above)} at the best known cost")


if __name__ == "__main__":
    main()
