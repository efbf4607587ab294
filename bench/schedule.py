"""What a schedule costs, beside the same passes on networkx, in one process, taking turns.

Both sides are given the same timeline: milestones and links with a least time.
Theirs builds the graph, sorts it, goes forward and backward over it and finds its longest path;
ours does the same, checks ids and circles, and gives the whole `Schedule`.
Both find the same days, or nothing is measured.
Rounds take turns, so that a machine whose speed drifts slows both; what is shown is processor
time: the median of all rounds, and the median of the ratios round by round.

    python bench/schedule.py --rounds 41
"""

import argparse
import gc
import platform
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from random import Random
from statistics import median
from time import process_time

import networkx as nx  # type: ignore[import-untyped] # it brings no types

from carecore.base.timing import Offset
from carecore.recovery import Link, Milestone, Timeline, schedule

SIZES = (20, 1_000, 10_000)
ANCHOR = date(2026, 3, 2)


def timeline_of(size: int, seed: int = 17) -> Timeline:
    """A timeline in which each milestone waits for one or two of the thirty before it."""
    random = Random(seed)  # noqa: S311 # the same numbers each time are what is wanted
    ids = [f"m-{number}" for number in range(size)]
    links = [
        Link(
            before=ids[random.randrange(max(0, number - 30), number)],
            after=ids[number],
            minimum=Offset(days=random.randrange(10)),
        )
        for number in range(1, size)
        for _ in range(random.choice((1, 2)))
    ]
    milestones = [Milestone(id=one, name=f"Milestone {one}") for one in ids]
    random.shuffle(milestones)
    random.shuffle(links)
    return Timeline(id="t-1", anchor=ANCHOR, milestones=tuple(milestones), links=tuple(links))


def ours(timeline: Timeline) -> dict[str, tuple[int, int]]:
    """First and last day of each by `schedule`, as days from the anchor."""
    start = ANCHOR.toordinal()
    return {
        one.id: (one.earliest.toordinal() - start, one.latest.toordinal() - start)
        for one in schedule(timeline).milestones
    }


def theirs(timeline: Timeline) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """First and last day of each, and the longest path, by networkx."""
    graph = nx.DiGraph()
    graph.add_nodes_from(one.id for one in timeline.milestones)
    for link in timeline.links:
        lag = link.minimum
        days = 0 if lag is None else lag.weeks * 7 + lag.days
        known = graph.get_edge_data(link.before, link.after)
        if known is None or known["weight"] < days:
            graph.add_edge(link.before, link.after, weight=days)
    order = list(nx.topological_sort(graph))
    starts: dict[str, int] = {}
    for one in order:
        before = graph.pred[one].items()
        starts[one] = max((starts[key] + edge["weight"] for key, edge in before), default=0)
    end = max(starts.values())
    lasts: dict[str, int] = {}
    for one in reversed(order):
        after = graph.succ[one].items()
        lasts[one] = min((lasts[key] - edge["weight"] for key, edge in after), default=end)
    path = nx.dag_longest_path(graph, topo_order=order)
    return {one: (starts[one], lasts[one]) for one in order}, path


def cost(call: Callable[[Timeline], object], timeline: Timeline) -> float:
    """Processor seconds of one call, after one that warms up."""
    call(timeline)
    before = process_time()
    call(timeline)
    return process_time() - before


def compare(timeline: Timeline, rounds: int) -> tuple[float, float, float]:
    """Medians of ours and theirs, and of the ratio of theirs to ours round by round."""
    # The collector goes on, but not over what stays.
    gc.collect()
    gc.freeze()
    assert ours(timeline) == theirs(timeline)[0]
    taken: list[tuple[float, float]] = []
    for number in range(rounds):
        sides = (schedule, theirs) if number % 2 else (theirs, schedule)
        seconds = {side: cost(side, timeline) for side in sides}
        taken.append((seconds[schedule], seconds[theirs]))
    return (
        median(one[0] for one in taken),
        median(one[1] for one in taken),
        median(one[1] / one[0] for one in taken),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=41)
    rounds = parser.parse_args(arguments).rounds
    networkx = f"networkx {version('networkx')}"
    print(f"Python {platform.python_version()}, {networkx}, {rounds} rounds")
    print(f"{'milestones':>10}{'links':>8}{'ours ms':>10}{'theirs ms':>11}{'times':>8}")
    for size in SIZES:
        timeline = timeline_of(size)
        mine, other, times = compare(timeline, rounds)
        links = len(timeline.links)
        print(f"{size:10}{links:8}{mine * 1000:10.3f}{other * 1000:11.3f}{times:8.2f}")


if __name__ == "__main__":
    main()
