"""How much of real data has a place: leaves by type of resource, in the model or not.

A leaf counts as faulty where it could not be read, as lost where all or part of it has no place
in the values, and else as one of the model. Equal copies count once.
The page of the mapping prints this table: `python -m tests.extra.fhir.shares FOLDER`.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from carecore.extra.fhir import Fault, Imported, read

from . import raw
from .leaves import Steps, leaves

TYPES = 20
"""Types that are not read and less common than this are counted together."""


class Share(NamedTuple):
    """The leaves of all resources of one type, and where they went."""

    kind: str
    resources: int
    model: int
    losses: int
    faults: int

    @property
    def leaves(self) -> int:
        return self.model + self.losses + self.faults


def spelled(place: str, steps: Steps) -> list[str]:
    """The places on the way to a leaf, the leaf last."""
    found = [place]
    for step in steps:
        found.append(f"{found[-1]}[{step}]" if isinstance(step, int) else f"{found[-1]}.{step}")
    return found


def is_faulty(fault: Fault, place: str, value: raw.Json, resource: raw.Raw) -> bool:
    """Whether a fault on the way to a leaf is about that leaf: about itself, or all below."""
    kept = json.loads(fault.kept)
    if place == fault.place or fault.place != resource.place:
        return True
    return kept == value or (isinstance(kept, dict) and kept == resource.resource)


def shares(those: list[raw.Raw], found: Imported) -> list[Share]:
    """Where the leaves of each type went, the types in the order of the alphabet."""
    lost = {one.place for one in found.losses}
    faults: dict[str, list[Fault]] = {}
    for fault in found.faults:
        faults.setdefault(fault.place, []).append(fault)
    counted: dict[str, Counter[str]] = {}
    for one in those:
        count = counted.setdefault(one.kind, Counter())
        count["resources"] += 1
        for steps, value in leaves(one.resource):
            if is_of_a_part(steps, one.resource):
                continue
            way = spelled(one.place, steps)
            near = [fault for place in way for fault in faults.get(place, ())]
            if any(is_faulty(fault, way[-1], value, one) for fault in near):
                count["faults"] += 1
            else:
                count["model" if lost.isdisjoint(ways_in(way)) else "losses"] += 1
    names = ("resources", "model", "losses", "faults")
    return [Share(kind, *(counted[kind][name] for name in names)) for kind in sorted(counted)]


def all_shares(folder: Path) -> list[Share]:
    """The leaves of all types in all real documents, those of each source read in one call."""
    summed: dict[str, Share] = {}
    for those in raw.by_source(folder):
        for one in shares(raw.distinct(those), read(*(data for _, data in those))):
            before = summed.get(one.kind, (one.kind, 0, 0, 0, 0))
            numbers = (mine + more for mine, more in zip(before[1:], one[1:], strict=True))
            summed[one.kind] = Share(one.kind, *numbers)
    return [summed[kind] for kind in sorted(summed)]


def ways_in(way: list[str]) -> set[str]:
    """The places at which a loss takes the leaf with it: its own, and what it is a part of."""
    top = way[0].partition(".contained")[0]
    return {*way, top}


def is_of_a_part(steps: Steps, resource: raw.Json) -> bool:
    """Whether a leaf is one of a resource within this one, which is counted by itself."""
    part = resource
    for step in steps[:-1]:
        part = part[step]
        if isinstance(part, dict) and "resourceType" in part:
            return True
    return False


def table(those: list[Share]) -> str:
    """All that as a table in Markdown; rare types of which all is lost stand in one line."""
    rare = [one for one in those if not one.model and one.resources < TYPES]
    rest = Share(
        f"{len(rare)} other types", *(sum(int(each[i]) for each in rare) for i in range(1, 5))
    )
    rows = [*(one for one in those if one not in rare), *([rest] if rare else [])]
    rows.append(Share("all", *(sum(int(each[i]) for each in rows) for i in range(1, 5))))
    lines = [
        "| resource | how many | leaves | model | losses | faults |",
        "|---|---|---|---|---|---|",
    ]
    for one in rows:
        part = f"{one.model / one.leaves:.0%}" if one.leaves else "–"
        cells = (one.kind, one.resources, one.leaves, f"{one.model} ({part})", one.losses)
        lines.append(f"| {' | '.join(map(str, cells))} | {one.faults} |")
    return "\n".join(lines)


def main(folder: Path) -> None:
    """Print the table."""
    print(table(all_shares(folder)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
