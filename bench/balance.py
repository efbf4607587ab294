"""How evenly wards are shared out, beside the usual rule and CP-SAT, on the published problems.

All three have the same staffing of zones, so that only who has whom differs.
Figures are sums of squared loads: the less, the more even.
`proven` counts the zones in which CP-SAT says that nothing is more even, or our own bound does.
A limit that longest-first does not keep is marked by a star.
Times are processor seconds of this process.

    python bench/balance.py --real-data ../shared/data --work 20
"""

import argparse
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import process_time

from carecore.extra.solvers import CpSatBalance
from carecore.flows import (
    ZoneQuestion,
    certify_zone,
    longest_first,
    share_evenly,
    staff_range,
    staff_zones,
)


def questions(file: Path) -> list[ZoneQuestion]:
    """What is asked of each zone, once it has its people."""
    rows = [list(map(int, row.split())) for row in file.read_text(encoding="utf-8").splitlines()]
    (_, people), (least, most, limit), *zones = [row for row in rows if row]
    weights = [points for _, *points in zones]
    ranges = [staff_range(one, least=least, most=most, limit=limit) for one in weights]
    return [
        ZoneQuestion(weights=one, people=staff, least=least, most=most, limit=limit)
        for one, staff in zip(weights, staff_zones(weights, people, ranges=ranges), strict=True)
    ]


def one_ward(file: Path, solver: CpSatBalance | None) -> tuple[bool, int, int]:
    """Print the line of one ward; say if ours is no worse, and how many zones are proven of all."""
    ward = questions(file)
    usual = [certify_zone(one, longest_first(one)) for one in ward]
    start = process_time()
    places = [share_evenly(one).places for one in ward]
    mine = process_time() - start
    ours = [certify_zone(one, place) for one, place in zip(ward, places, strict=True)]
    assert not any(proof.faults for proof in ours)
    proven = sum(proof.is_optimal for proof in ours)
    theirs, seconds = f"{'-':>9}", f"{'-':>8}"
    if solver is not None:
        start = process_time()
        answers = [solver.share_zone(one, place) for one, place in zip(ward, places, strict=True)]
        seconds = f"{process_time() - start:8.2f}"
        found = [certify_zone(one, two.places) for one, two in zip(ward, answers, strict=True)]
        assert not any(proof.faults for proof in found)
        theirs = f"{sum(proof.objective for proof in found):9}"
        proven = sum(
            answer.is_best or proof.is_optimal for answer, proof in zip(answers, found, strict=True)
        )
    mark = "*" if any(proof.faults for proof in usual) else " "
    rule = sum(proof.objective for proof in usual)
    objective, bound = (sum(proof.objective for proof in ours), sum(proof.bound for proof in ours))
    people = sum(one.people for one in ward)
    print(
        f"{file.stem:10}{people:7}{len(ward):7}{rule:9}{mark}{objective:9}{bound:9}{theirs}"
        f"{proven:5} of {len(ward):<3}{mine:7.3f}{seconds}",
        flush=True,
    )
    return mark == "*" or objective <= rule, proven, len(ward)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--real-data", type=Path, default=Path("..") / "shared" / "data")
    parser.add_argument("--work", type=int, default=20, help="how much CP-SAT may work on a zone")
    told = parser.parse_args(arguments)
    files = sorted((told.real_data / "matching" / "balance").glob("*.txt"))
    if not files:
        print("there are no published wards here. Maybe pass --real-data DIR")
        return
    try:
        solver, name = CpSatBalance(work=told.work), f"ortools {version('ortools')}"
    except PackageNotFoundError:
        solver, name = None, "ortools is not installed, and left out"
    print(f"Python {platform.python_version()}, {name}, work {told.work} for each zone\n")
    print(
        f"{'ward':10}{'people':>7}{'zones':>7}{'longest':>9} {'ours':>9}{'bound':>9}{'CP-SAT':>9}"
        f"{'proven':>11} {'ours s':>8}{'theirs':>8}"
    )
    rows = [one_ward(file, solver) for file in files]
    settled = sum(proven == zones for _, proven, zones in rows)
    print(
        f"\nat least as even as longest-first: {sum(good for good, _, _ in rows)} of {len(rows)}; "
        f"proven in every zone: {settled} of {len(rows)}; "
        f"zones proven: {sum(row[1] for row in rows)} of {sum(row[2] for row in rows)}"
    )


if __name__ == "__main__":
    main()
