"""What it costs to read and write FHIR, beside fhir.resources with the same bytes.

Reading is `read`, with its checks and its account of all that has no place in the values, on the
JSON of the standard library; the peer is `Bundle.model_validate_json` of R4B, the newest version
near R4 that it has.
Writing is `write` of a plan; the peer is `model_dump_json` of the bundle that was written.
The bundles are that of the older traveller's plan, as it is written, and those of a folder of real
records, where there is one: the generated ones of Synthea, and those that people wrote.
Those that the peer refuses are named and left out.

All take turns in one process; what is shown is processor time, the median of all rounds, and the
median of the ratios round by round: how many times as long the peer takes.
The last table is what `read_each` holds at most of a file of lines, and of one ten times as long.

    python bench/fhir_bundles.py --rounds 21 --real-data ../shared/data
"""

import argparse
import gc
import json
import platform
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from fhir.resources.R4B.bundle import Bundle

from carecore.extra.fhir import read, read_each, write
from carecore.plans import CarePlan
from carecore.testing.traveller import traveller_plan

ROOT = Path(__file__).parent.parent
LINES = (1_000, 10_000)
RUN = 0.02
"""A run is so often that it takes so many seconds."""


def spent(act: Callable[[], object], runs: int) -> float:
    """Processor seconds of one run."""
    start = time.process_time()
    for _ in range(runs):
        act()
    return (time.process_time() - start) / runs


def compared(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> tuple[float, float, float]:
    """Medians of ours and of the peer, and the median of the ratios."""
    runs = [max(1, round(RUN / max(spent(act, 1), 1e-6))) for act in (ours, theirs)]
    gc.disable()
    taken = []
    for _ in range(rounds):
        gc.collect()
        taken.append((spent(ours, runs[0]), spent(theirs, runs[1])))
    gc.enable()
    ratio = median(peer / mine for mine, peer in taken)
    return median(one[0] for one in taken), median(one[1] for one in taken), ratio


def is_refused(data: bytes) -> bool:
    """Whether the peer cannot read it."""
    try:
        Bundle.model_validate_json(data)
    except ValueError:
        return True
    return False


def bundles(real_data: Path) -> Iterable[tuple[str, bytes]]:
    """The bundles by their names."""
    yield "traveller", write(traveller_plan()).text.encode()
    for file in sorted(real_data.glob("fhir/r4/Bundle/*.json")):
        data = file.read_bytes()
        if is_refused(data):
            print(f"left out, because the peer refuses it: {file.stem}")
        else:
            yield file.stem, data


def together(found: Iterable[tuple[str, bytes]]) -> dict[str, list[bytes]]:
    """The bundles of each source: what stands before `__` in the name."""
    sources: dict[str, list[bytes]] = {}
    for name, data in found:
        sources.setdefault(name.partition("__")[0], []).append(data)
    return sources


def show_reading(real_data: Path, rounds: int) -> list[CarePlan]:
    """Print how long reading takes, source by source; all plans that were read."""
    print(f"\n{'reading':16}{'bundles':>8}{'KB':>9}{'ours ms':>10}{'peer ms':>10}{'times':>8}")
    plans: list[CarePlan] = []
    for source, those in together(bundles(real_data)).items():

        def ours(those: list[bytes] = those) -> None:
            for data in those:
                read(data)

        def theirs(those: list[bytes] = those) -> None:
            for data in those:
                Bundle.model_validate_json(data)

        mine, peer, ratio = compared(ours, theirs, rounds)
        size = sum(map(len, those)) / 1024
        print(
            f"{source:16}{len(those):8}{size:9.1f}{mine * 1e3:10.2f}{peer * 1e3:10.2f}{ratio:8.1f}"
        )
        plans.extend(plan for data in those for plan in read(data).plans)
    return plans


def show_writing(plans: Sequence[CarePlan], rounds: int) -> None:
    """Print how long writing takes, for the traveller's plan and for all."""
    print(f"\n{'writing':16}{'plans':>8}{'KB':>9}{'ours ms':>10}{'peer ms':>10}{'times':>8}")
    for name, those in (("traveller", plans[:1]), ("all", plans)):
        texts = [write(plan).text for plan in those]
        theirs = [Bundle.model_validate_json(text) for text in texts]

        def ours(those: Sequence[CarePlan] = those) -> None:
            for plan in those:
                write(plan)

        def dump(theirs: list[Bundle] = theirs) -> None:
            for bundle in theirs:
                bundle.model_dump_json()

        mine, peer, ratio = compared(ours, dump, rounds)
        size = sum(map(len, texts)) / 1024
        print(f"{name:16}{len(those):8}{size:9.1f}{mine * 1e3:10.2f}{peer * 1e3:10.2f}{ratio:8.1f}")


def most_held(file: Path) -> tuple[int, int]:
    """Plans in a file of lines, and the most bytes that reading it line by line held at once."""
    gc.collect()
    tracemalloc.start()
    with file.open(encoding="utf-8") as lines:
        count = sum(len(one.plans) for one in read_each(lines))
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return count, held


def show_memory() -> None:
    """Print what reading line by line holds, of a short and of a long file."""
    print(f"\n{'line by line':16}{'plans':>8}{'MB':>9}{'held KB':>10}")
    entries = json.loads(write(traveller_plan()).text)["entry"]
    (plan,) = (one["resource"] for one in entries if one["resource"]["resourceType"] == "CarePlan")
    del plan["extension"]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "CarePlan.ndjson"
        for number in LINES:
            with file.open("w", encoding="utf-8") as out:
                out.writelines(f"{json.dumps({**plan, 'id': str(one)})}\n" for one in range(number))
            count, held = most_held(file)
            print(f"{'':16}{count:8}{file.stat().st_size / 1024**2:9.1f}{held / 1024:10.1f}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--real-data", type=Path, default=ROOT.parent / "shared" / "data")
    told = parser.parse_args(arguments)
    print(
        f"Python {platform.python_version()}, fhir.resources {version('fhir.resources')}, "
        f"{told.rounds} rounds"
    )
    show_writing(show_reading(told.real_data, told.rounds), told.rounds)
    show_memory()


if __name__ == "__main__":
    main()
