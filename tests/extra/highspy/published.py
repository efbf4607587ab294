"""Published generalized assignment problems: everybody has to be placed, weights depend on who."""

import csv
from pathlib import Path

from carecore.flows import Candidates, GeneralPanel

__all__ = ["best_known", "published_panel"]


def published_panel(file: Path) -> GeneralPanel:
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


def best_known(folder: Path) -> dict[str, int]:
    """The best known cost of each problem, by its path in *folder*."""
    with (folder / "best_known.csv").open(encoding="utf-8", newline="") as lines:
        return {row["Path"]: int(row["Best known solution value"]) for row in csv.DictReader(lines)}
