"""Sharing out beyond one process: what each way costs beside the plain solve of the whole.

Two panels of the same size: one falls apart into regions, the other hangs together.
The first is shared out by its components, both by kernel and price passes, each in this process and
in two; every answer costs what the whole solve finds, and is proved, or the script stops.

Processor seconds are those of this process, the coordinator, and what the workers spent beside it;
the elapsed time is shown as well, which depends on who else uses the machine.
Ratios are to the whole solve of the same round: the median of all rounds.
The last table asks the pool for a panel of clients, in this process and in two.

    python bench/batch.py --rounds 3
    python bench/batch.py --clients 20000 --professionals 2000 --regions 10
"""

import argparse
import platform
from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter, process_time
from typing import Any, TypeVar

from eligibility import DAY, ROLE, drawn
from panels_drawn import drawn_panel

from carecore.codec import dumps
from carecore.extra.batch import in_processes
from carecore.flows import (
    Candidates,
    FlowSolution,
    Panel,
    PanelFlow,
    Workers,
    census_of,
    certify,
    components,
    cut,
    one_by_one,
    solve_components,
    solve_in_parts,
)
from carecore.matching import allocate

T = TypeVar("T")

PARTS = 4
"""Into how many parts a panel is cut; two for each of two workers."""


class Told:
    """What one way took, round by round.

    Attributes:
        here: processor seconds of this process.
        elapsed: seconds by the clock.
        times: *here* beside the whole solve of the same round.
        faster: *elapsed* beside that of the whole solve of the same round.
        note: what else is to be told.
    """

    def __init__(self) -> None:
        self.here: list[float] = []
        self.elapsed: list[float] = []
        self.times: list[float] = []
        self.faster: list[float] = []
        self.note = ""


class AsOneProcess:
    """Everything here, and how much of it the parts did."""

    def __init__(self) -> None:
        self.spent = 0.0

    def map(self, function: Callable[..., T], /, *columns: Iterable[Any]) -> Iterable[T]:
        start = process_time()
        told = list(one_by_one(function, *columns))
        self.spent += process_time() - start
        return told


def in_regions(clients: int, professionals: int, regions: int) -> Panel:
    """Regions that share nobody, drawn alike but for some costs; their clients take turns."""
    one = drawn_panel(clients // regions, professionals // regions)
    count = len(one.slots)
    rows = [
        Candidates(
            [region * count + j for j in client.professionals],
            [cost + (17 * number + 31 * region) % 40 for cost in client.costs],
            wait_cost=client.wait_cost,
        )
        for number, client in enumerate(one.clients)
        for region in range(regions)
    ]
    return Panel(rows, [list(costs) for _ in range(regions) for costs in one.slots])


def proved(panel: Panel, found: FlowSolution) -> int:
    """What it costs, after the proof."""
    assert certify(panel, found.places, found.prices, claimed=found.objective).is_optimal
    return found.objective


def ways(panel: Panel, workers: Workers, *, regions: int) -> dict[str, Callable[[Told], int]]:
    """Each way, and what it finds; the note is how it went."""

    def whole(told: Told) -> int:
        told.note = f"{panel.pair_count} pairs"
        return proved(panel, PanelFlow(panel).solution())

    def by_components(mapper: Callable[..., Any], told: Told) -> int:
        told.note = f"{regions} components"
        return proved(panel, solve_components(panel, mapper=mapper))

    def by_kernel(mapper: Callable[..., Any], told: Told) -> int:
        found = solve_in_parts(cut(panel, PARTS), panel.slots, mapper=mapper)
        assert found.proof.is_optimal
        share = found.pairs_held / found.pairs
        told.note = f"{found.rounds} rounds, {found.pairs_held} pairs held ({share:.1%})"
        return found.solution.objective

    made: dict[str, Callable[[Told], int]] = {"whole": whole}
    if regions > 1:
        made["components, here"] = lambda told: by_components(one_by_one, told)
        made["components, in two"] = lambda told: by_components(workers.map, told)
    made["kernel, here"] = lambda told: by_kernel(one_by_one, told)
    made["kernel, in two"] = lambda told: by_kernel(workers.map, told)
    return made


def one_panel(label: str, made: dict[str, Callable[[Told], int]], rounds: int) -> None:
    """Print the table of one panel."""
    told = {name: Told() for name in made}
    for _ in range(rounds):
        costs: set[int] = set()
        for name, way in made.items():
            one, here, clock = told[name], process_time(), perf_counter()
            costs.add(way(one))
            one.here.append(process_time() - here)
            one.elapsed.append(perf_counter() - clock)
            one.times.append(one.here[-1] / told["whole"].here[-1])
            one.faster.append(one.elapsed[-1] / told["whole"].elapsed[-1])
        assert len(costs) == 1
    print(f"\n{label}; every way costs the same, proved")
    print(
        f"{'way':22}{'processor s here':>18}{'times whole':>13}{'elapsed s':>11}{'times':>7}  how"
    )
    for name, one in told.items():
        print(
            f"{name:22}{median(one.here):18.2f}{median(one.times):13.2f}"
            f"{median(one.elapsed):11.2f}{median(one.faster):7.2f}  {one.note}",
            flush=True,
        )


def what_parts_do(panel: Panel) -> None:
    """Print how much of the kernel's work the parts do, which workers can share."""
    alone = AsOneProcess()
    start = process_time()
    solve_in_parts(cut(panel, PARTS), panel.slots, mapper=alone.map)
    share = alone.spent / (process_time() - start)
    start = process_time()
    census_of(panel)
    print(f"of kernel and price passes the parts do {share:.0%}", end="; ")
    print(f"a census of the whole takes {process_time() - start:.2f} s")


def asking(clients: int, professionals: int, workers: Workers, rounds: int) -> None:
    """Print what an allocation costs, in this process and in two."""
    panel, pool = drawn(clients, professionals)

    def alone(told: Told) -> int:
        told.note = f"{clients} clients"
        return len(dumps(allocate(panel, pool, role=ROLE, as_of=DAY)))

    def beside(told: Told) -> int:
        found = allocate(panel, pool, role=ROLE, as_of=DAY, workers=workers)
        told.note = f"{found.eligible_pairs} pairs fit"
        return len(dumps(found))

    one_panel(
        f"Allocation, {clients} x {professionals}", {"whole": alone, "in two": beside}, rounds
    )
    one, two = (
        allocate(panel, pool, role=ROLE, as_of=DAY, workers=some) for some in (None, workers)
    )
    assert dumps(one) == dumps(two)


def main() -> None:
    """Draw, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clients", type=int, default=20_000)
    parser.add_argument("--professionals", type=int, default=2_000)
    parser.add_argument("--regions", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    told = parser.parse_args()
    clients, professionals, rounds = told.clients, told.professionals, told.rounds
    print(f"Python {platform.python_version()}, {platform.machine()}")
    size = f"{clients} x {professionals}"
    with in_processes(2) as workers:
        # Both are up before anything is measured.
        list(workers.map(max, range(8), range(8)))
        apart = in_regions(clients, professionals, told.regions)
        one_panel(
            f"{told.regions} regions, {size}",
            ways(apart, workers, regions=len(components(apart))),
            rounds,
        )
        panel = drawn_panel(clients, professionals)
        one_panel(f"One component, {size}", ways(panel, workers, regions=1), rounds)
        what_parts_do(panel)
        asking(clients // 4, professionals // 4, workers, rounds)


if __name__ == "__main__":
    main()
