"""What sharing out costs, beside other software on the same arcs, in one process, taking turns.

One slot for each client: OR-tools is given the same arcs, and only its solving is timed, not the
building of its graph; HiGHS, scipy and (the small one) networkx solve the first panel once.
All find the same cost, or nothing is measured.
Then what the proof costs, what small changes of a shared-out panel cost, and clients of unlike
weight: how long they take beside one slot for each, and how far the answer is above the bound.
What is not installed is named and left out.
Times are processor seconds of this process: the median of all rounds, and the median of the ratios
round by round.

    python bench/allocate.py --rounds 5
    python bench/allocate.py --rounds 1 --large
"""

import argparse
import gc
import platform
import resource
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from random import Random
from statistics import median
from time import process_time
from typing import TypeVar

import flow_peers
from panels_drawn import POINTS, drawn_panel, drawn_weights

from carecore.flows import (
    Panel,
    PanelFlow,
    certify,
    certify_acuity,
    runner_up,
    runner_up_bound,
    solve_acuity,
    what_if,
    what_if_bound,
)

T = TypeVar("T")

KINDS: dict[str, dict[str, int]] = {
    "ordinary, 87 % full": {},
    "99 % full": {"fullness": 99},
    "11 % too many": {"fullness": 111},
    "50 % too many": {"fullness": 150},
    "costs in steps of 50": {"step": 50},
    "all tied": {"step": 5_000},
    "all tied, slots too": {"step": 5_000, "spread": 0},
}
BY_ACUITY = ("ordinary, 87 % full", "99 % full", "11 % too many", "50 % too many", "all tied")
PEERS: dict[str, Callable[[Panel], flow_peers.Answer]] = {
    "highspy": flow_peers.highs,
    "scipy": flow_peers.scipy_slots,
    "networkx": flow_peers.networkx,
}
# What takes minutes for ten thousand clients is asked about a thousand only.
SMALL_ONLY = ("networkx",)


def timed(call: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds of a call, and its answer."""
    start = process_time()
    found = call()
    return process_time() - start, found


def installed(name: str) -> str | None:
    """The version of a package, if it is installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def one_kind(label: str, panel: Panel, rounds: int) -> float:
    """Print the line of one panel; and say how long ours takes."""
    # The collector goes on, but not over what stays.
    gc.collect()
    gc.freeze()
    is_beside = installed("ortools") is not None
    ours: list[float] = []
    theirs: list[float] = []
    checks: list[float] = []
    for number in range(rounds):
        other = flow_peers.OrTools(panel) if is_beside else None
        cost, seconds = other.solve() if other and number % 2 else (None, 0.0)
        mine, flow = timed(lambda: PanelFlow(panel))
        if other and not number % 2:
            cost, seconds = other.solve()
        found = flow.solution()
        check, proof = timed(
            lambda: certify(panel, found.places, found.prices, claimed=found.objective)  # noqa: B023 # called at once
        )
        assert proof.is_optimal
        assert cost in {None, found.objective}
        ours.append(mine)
        theirs.append(seconds)
        checks.append(check)
    share = median(one / all_of_it for one, all_of_it in zip(checks, ours, strict=True))
    beside = f"{'-':>9}{'-':>7}"
    if is_beside:
        times = median(mine / other for mine, other in zip(ours, theirs, strict=True))
        beside = f"{median(theirs):9.3f}{times:7.1f}"
    print(
        f"{label:22}{panel.pair_count:9}{median(ours):9.3f}{beside}{share:9.1%}{flow.searches:10}",
        flush=True,
    )
    return median(ours)


def one_slot_each(clients: int, professionals: int, kinds: Sequence[str], rounds: int) -> float:
    """Print the table of one size; and say how long the first panel takes."""
    print(f"\nOne slot for each client, {clients} x {professionals}; seconds")
    head = f"{'panel':22}{'pairs':>9}{'ours':>9}{'or-tools':>9}{'times':>7}"
    print(f"{head}{'proof':>9}{'searches':>10}")
    found = [
        one_kind(kind, drawn_panel(clients, professionals, **KINDS[kind]), rounds) for kind in kinds
    ]
    return found[0]


def others(clients: int, professionals: int) -> None:
    """Print what other solvers take for the ordinary panel."""
    panel = drawn_panel(clients, professionals)
    mine, flow = timed(lambda: PanelFlow(panel))
    print(f"\nThe ordinary panel, {clients} x {professionals}: ours {mine:.3f} s")
    for name, solve in PEERS.items():
        if installed(name) is None:
            print(f"  {name} is not installed, and left out")
            continue
        if name in SMALL_ONLY and clients > 1_000:
            print(f"  {name} is not asked: it would take minutes")
            continue
        cost, seconds = solve(panel)
        assert cost == flow.objective
        print(f"  {name:8}{seconds:9.3f} s, the same cost")


def small_changes(clients: int, professionals: int) -> None:
    """Print what small changes and questions cost; the answer is proved afterwards."""
    flow = PanelFlow(drawn_panel(clients, professionals))
    random = Random(1)  # noqa: S311 # the same numbers each time are what is wanted
    taken: dict[str, list[float]] = {}

    def step(name: str, call: Callable[..., object], *told: object) -> None:
        taken.setdefault(name, []).append(timed(lambda: call(*told))[0] * 1_000)

    flow.state.column(0)
    for _ in range(200):
        i, j = random.randrange(clients), random.randrange(professionals)
        client, other = flow.client(i), flow.client(random.randrange(clients))
        slots = list(flow.state.slots[j])
        step("take a client out", flow.remove_client, i)
        step("put a client in", flow.change_client, i, client)
        step("other candidates", flow.change_client, i, other)
        step("two slots fewer", flow.set_slots, j, slots[:-2])
        step("two slots more", flow.set_slots, j, slots)
        for place in other.professionals[:1]:
            step("what if, by price", what_if_bound, flow, i, place)
            step("what if, exactly", what_if, flow, i, place)
            step("runner-up, by price", runner_up_bound, flow, i)
            step("runner-up, exactly", runner_up, flow, i)
    for _ in range(20):
        j = random.randrange(professionals)
        costs = {i: cost + random.randrange(50) for i, cost in flow.state.column(j).items()}
        step("other costs of one", flow.change_professional, j, list(flow.state.slots[j]), costs)
    found = flow.solution()
    assert certify(flow.panel(), found.places, found.prices).is_optimal
    print(f"\nSmall changes, {clients} x {professionals}, proved afterwards; milliseconds")
    print(f"{'change':22}{'median':>9}{'95 %':>11}{'most':>9}")
    for name, times in taken.items():
        times.sort()
        most = times[len(times) * 19 // 20]
        print(f"{name:22}{median(times):9.3f}{most:11.3f}{times[-1]:9.3f}", flush=True)


def by_acuity(clients: int, professionals: int, kinds: Sequence[str], ordinary: float) -> None:
    """Print what clients of unlike weight cost, beside one slot for each.

    Beside the ordinary panel, and beside one slot for each of the same kind.
    """
    print(f"\nClients that weigh 1, 1, 2, 2, 3 or 5, {clients} x {professionals}")
    head = f"{'panel':22}{'seconds':>9}{'times ordinary':>16}{'times its kind':>16}"
    print(f"{head}{'gap':>9}{'waiting':>9}")
    weights = drawn_weights(clients)
    for kind in kinds:
        same = drawn_panel(clients, professionals, **KINDS[kind])
        each, _ = timed(lambda: PanelFlow(same))  # noqa: B023 # called at once
        panel = drawn_panel(clients, professionals, points=POINTS, **KINDS[kind])
        seconds, found = timed(lambda: solve_acuity(panel, weights))  # noqa: B023 # called at once
        proof = certify_acuity(
            panel, found.places, found.prices, weights=weights, scale=found.scale
        )
        assert not proof.faults
        gap, waiting = proof.gap / proof.bound, found.places.count(None)
        times = f"{seconds:9.2f}{seconds / ordinary:16.1f}{seconds / each:16.1f}"
        print(f"{kind:22}{times}{gap:9.3%}{waiting:9}", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large", action="store_true", help="100 000 x 5 000 too; takes minutes")
    told = parser.parse_args(arguments)
    beside = ", ".join(
        f"{name} {installed(name) or '(not installed)'}" for name in ("ortools", *PEERS)
    )
    print(f"Python {platform.python_version()}, {beside}, {told.rounds} rounds")
    kinds = list(KINDS)
    one_slot_each(1_000, 100, kinds[:1], told.rounds)
    others(1_000, 100)
    ordinary = one_slot_each(10_000, 1_000, kinds, told.rounds)
    others(10_000, 1_000)
    small_changes(10_000, 1_000)
    by_acuity(10_000, 1_000, BY_ACUITY, ordinary)
    if told.large:
        ordinary = one_slot_each(100_000, 5_000, kinds[:1], told.rounds)
        by_acuity(100_000, 5_000, kinds[:1], ordinary)
    print(f"\nmost memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")


if __name__ == "__main__":
    main()
