"""What pairing stably costs, beside the package `matching`, on the same preferences, taking turns.

Both begin with the same lists of names, so what each makes of them is timed as well; both find the
same pairs, or nothing is measured.
`matching` copies its linked players, which takes more depth than Python allows by itself from some
thousand clients on; it is run in a thread with a deep stack.
Times are processor seconds of this process: the median of all rounds, and the median of the ratios
round by round.

    python bench/stable.py --rounds 5
    python bench/stable.py --real-data ../shared/data
"""

import argparse
import json
import platform
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Any, TypeVar

from carecore.flows import (
    Preferences,
    blocking_pairs,
    pair_for_clients,
    pair_for_professionals,
)

T = TypeVar("T")
Lists = dict[str, list[str]]


def timed(call: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds of a call, and its answer."""
    start = process_time()
    found = call()
    return process_time() - start, found


def drawn(clients: int, professionals: int) -> tuple[Lists, Lists, dict[str, int]]:
    """Each client ranks five professionals, who rank all that rank them."""
    random = Random(7)  # noqa: S311 # the same numbers each time are what is wanted
    ranked: Lists = {
        f"c{i:05}": [f"p{j:04}" for j in random.sample(range(professionals), 5)]
        for i in range(clients)
    }
    ranking: Lists = {f"p{j:04}": [] for j in range(professionals)}
    for client, chosen in ranked.items():
        for one in chosen:
            ranking[one].append(client)
    for those in ranking.values():
        random.shuffle(those)
    return ranked, ranking, dict.fromkeys(ranking, -(-clients // professionals))


def published(folder: Path) -> tuple[Lists, Lists, dict[str, int]]:
    """Two hundred residents and seven hospitals, whose pairings are published."""
    names = ("residents", "hospitals", "capacities")
    residents, hospitals, capacities = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in names
    )
    return residents, hospitals, capacities


def ours_of(clients: Lists, professionals: Lists, rooms: dict[str, int]) -> Preferences:
    """The same preferences by number."""
    who = {name: number for number, name in enumerate(sorted(clients))}
    whom = {name: number for number, name in enumerate(sorted(professionals))}
    return Preferences(
        clients=[
            {whom[one]: rank for rank, one in enumerate(clients[name])} for name in sorted(clients)
        ],
        professionals=[
            {who[one]: rank for rank, one in enumerate(professionals[name])}
            for name in sorted(professionals)
        ],
        capacities=[rooms[name] for name in sorted(professionals)],
    )


def theirs_of(clients: Lists, professionals: Lists, rooms: dict[str, int], side: str) -> Any:  # noqa: ANN401 # a package without types
    """A pairing of the package, as client by professional."""
    games = import_module("matching.games").HospitalResident
    seconds, found = timed(
        lambda: games.create_from_dictionaries(clients, professionals, rooms).solve(optimal=side)
    )
    places = {one.name: hospital.name for hospital, those in found.items() for one in those}
    return seconds, places


def one_size(label: str, lists: tuple[Lists, Lists, dict[str, int]], rounds: int) -> Iterator[str]:
    """The lines of one size: each side's best pairing."""
    sides = ours_of(*lists)
    clients, professionals = sorted(lists[0]), sorted(lists[1])
    for side, solve in (("resident", pair_for_clients), ("hospital", pair_for_professionals)):
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(rounds):
            mine, found = timed(lambda: solve(ours_of(*lists)))  # noqa: B023 # called at once
            other, places = theirs_of(*lists, side)
            named = {
                name: professionals[place]
                for name, place in zip(clients, found.places, strict=True)
                if place is not None
            }
            assert named == places
            ours.append(mine)
            theirs.append(other)
        check, pairs = timed(lambda: blocking_pairs(sides, found.places))  # noqa: B023 # called at once
        assert not pairs
        times = median(b / a for a, b in zip(ours, theirs, strict=True))
        whose = "clients' best" if side == "resident" else "professionals' best"
        yield (
            f"{label:24}{whose:22}{median(ours):10.5f}{median(theirs):10.4f}{times:8.0f}"
            f"{check:10.5f}"
        )


def measure(rounds: int, folder: Path) -> None:
    """Print the table."""
    print(f"{'preferences':24}{'pairing':22}{'ours':>10}{'matching':>10}{'times':>8}{'proof':>10}")
    every = [(f"{n} x {m}", drawn(n, m)) for n, m in ((500, 50), (1_000, 100), (2_000, 200))]
    if folder.is_dir():
        every.insert(0, ("published, 200 x 7", published(folder)))
    for label, lists in every:
        for line in one_size(label, lists, rounds):
            print(line, flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, with room for a peer that goes deep."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--real-data", type=Path, default=Path("..") / "shared" / "data")
    told = parser.parse_args(arguments)
    beside = f"matching {version('matching')}"
    print(f"Python {platform.python_version()}, {beside}, {told.rounds} rounds; seconds")
    sys.setrecursionlimit(1_000_000)
    threading.stack_size(512 * 1024 * 1024)
    folder = told.real_data / "matching" / "stable"
    failed: list[BaseException] = []
    threading.excepthook = lambda told: failed.append(told.exc_value or RuntimeError("no reason"))
    runner = threading.Thread(target=measure, args=(told.rounds, folder))
    runner.start()
    runner.join()
    if failed:
        raise failed[0]


if __name__ == "__main__":
    main()
