"""Every leaf of a resource, changed alone: who hears of it.

A leaf is a value that is no object and no list.
What is changed keeps its shape: a day becomes another day, a code another code of its value set, a
reference another id; and each text also grows by a letter.
The model is everything that was read but losses and faults.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import attrs

from carecore.extra.fhir import ELEMENTS, Imported, read

from . import raw
from .value_sets import others

Json = Any
Steps = tuple[str | int, ...]
Around = Callable[[Json], Json]

KINDS = (
    *("Patient", "RelatedPerson", "Practitioner", "PractitionerRole", "Organization", "Location"),
    *("CareTeam", "CarePlan", "Goal", "Task", "ServiceRequest", "Encounter", "EpisodeOfCare"),
    *("Appointment", "Coverage", "Consent", "Condition", "Procedure", "AllergyIntolerance"),
    *("MedicationRequest", "MedicationStatement", "Observation", "Composition"),
)
MODEL = tuple(one.name for one in attrs.fields(Imported) if one.name not in {"losses", "faults"})
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)((?:T.*)?)", re.ASCII | re.DOTALL)
MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
MINUTE = re.compile(r"((?:.*T)?\d\d:)(\d\d)(.*)", re.ASCII | re.DOTALL)


class Heard(NamedTuple):
    """What one change of a leaf did: `path` is the element, as the specification writes it."""

    path: str
    steps: Steps
    new: Json
    in_model: bool
    in_account: bool

    @property
    def is_silent(self) -> bool:
        """Whether nobody heard of it."""
        return not (self.in_model or self.in_account)


def chosen(documents: list[tuple[Path, bytes]], number: int | None = None) -> list[raw.Raw]:
    """So many (`None`: all) resources of all types and sources, in an order that never changes.

    Each type gives one in turn, and within a type each source (folder and the name before `__`)
    one in turn; within a source those come first whose content has the lowest SHA-256.
    What is contained is not chosen: it is a part of what contains it.
    """
    turns = [
        _in_turn([one for one in raw.distinct(documents) if one.kind == kind and not one.holders])
        for kind in KINDS
    ]
    found = [one for turn in _transposed(turns) for one in turn]
    return found[:number]


def _in_turn(those: list[raw.Raw]) -> list[raw.Raw]:
    sources: dict[str, list[raw.Raw]] = {}
    for one in those:
        sources.setdefault(raw.source(one.file), []).append(one)
    turns = [sorted(each, key=_digest) for _, each in sorted(sources.items())]
    return [one for turn in _transposed(turns) for one in turn]


def _transposed(turns: Sequence[Sequence[raw.Raw]]) -> Iterator[list[raw.Raw]]:
    for index in range(max(map(len, turns), default=0)):
        yield [turn[index] for turn in turns if index < len(turn)]


def _digest(one: raw.Raw) -> str:
    return hashlib.sha256(
        json.dumps(one.resource, sort_keys=True, default=str).encode()
    ).hexdigest()


def leaves(part: Json, steps: Steps = ()) -> Iterator[tuple[Steps, Json]]:
    """Each leaf, and the way to it."""
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from leaves(inner, (*steps, key))
    elif isinstance(part, list):
        for index, inner in enumerate(part):
            yield from leaves(inner, (*steps, index))
    else:
        yield steps, part


def path_of(resource: Json, steps: Steps) -> str:
    """The element, as the specification writes it: what is contained counts from itself."""
    part, names = resource, [resource["resourceType"]]
    for step in steps:
        part = part[step]
        if isinstance(step, str):
            names.append(step)
        elif isinstance(part, dict) and "resourceType" in part:
            names = [part["resourceType"]]
    return ".".join(names)


def changes(path: str, key: str, old: Json) -> list[Json]:
    """Other values of the same shape."""
    if old is None:
        # Beside extensions of a list of plain values; nothing can stand here but null.
        return []
    if isinstance(old, bool):
        return [not old]
    if isinstance(old, int | float | Decimal):
        return [old + 1]
    found = [*_other_times(old), *others(path, key, old)]
    if old.endswith("</div>"):
        return [f"{old[:-6]}x</div>"]
    return [*dict.fromkeys([*found, _longer(key, old)])]


def _longer(key: str, old: str) -> str:
    if key == "div" or not old[-1:].isdigit():
        return f"{old}x"
    return f"{old}1"


def _other_times(old: str) -> Iterator[str]:
    if whole := DAY.fullmatch(old):
        year, month, day, rest = whole.groups()
        yield f"{year}-{month}-{'01' if day != '01' else '02'}{rest}"
        other = "03" if month != "03" else "05"
        yield f"{year}-{other}-{day}{rest}"
        yield f"{int(year) + 1}-{month}-{'28' if day == '29' else day}{rest}"
    elif part := MONTH.fullmatch(old):
        yield f"{part[1]}-{'03' if part[2] != '03' else '05'}"
    if clock := MINUTE.fullmatch(old):
        yield f"{clock[1]}{'31' if clock[2] != '31' else '32'}{clock[3]}"


def put(part: Json, steps: Steps, new: Json) -> Json:
    """A copy with another value at one place; everything beside the way to it is shared."""
    if not steps:
        return new
    copy = part.copy()
    copy[steps[0]] = put(part[steps[0]], steps[1:], new)
    return copy


def alone(resource: Json) -> Json:
    """The resource as its own document."""
    return resource


def told(document: Json) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """What a document says: the model, and the account of the rest."""
    found = read(json.dumps(document, default=float))
    return tuple(getattr(found, name) for name in MODEL), (found.losses, found.faults)


def heard(resource: Json, around: Around = alone, *, only: str = "") -> Iterator[Heard]:
    """Every change of every leaf of a resource, or of one element, and who heard of it."""
    model, account = told(around(resource))
    for steps, old in leaves(resource):
        path = path_of(resource, steps)
        if only and not is_at(only, path):
            continue
        key = next(step for step in reversed(steps) if isinstance(step, str))
        for new in changes(path, key, old):
            then, later = told(around(put(resource, steps, new)))
            yield Heard(path, steps, new, then != model, later != account)


def silent(those: Iterable[Heard]) -> Counter[str]:
    """The changes that nobody heard of: the path and the new value, and how often."""
    return Counter(f"{one.path} = {one.new!r:.60}" for one in those if one.is_silent)


def of_element(path: str, those: Iterable[Heard]) -> list[Heard]:
    """What was changed at an element or below it."""
    return [one for one in those if is_at(path, one.path)]


def is_at(element: str, path: str) -> bool:
    """Whether a path is that of an element, or below it."""
    return path == element or path.startswith(f"{element}.")


def occurring(those: Iterable[Heard]) -> list[str]:
    """The elements with a place in the model that occur in what was changed."""
    those = list(those)
    return [one.path for one in ELEMENTS if of_element(one.path, those)]


def deaf(those: Iterable[Heard]) -> list[str]:
    """Elements that occur, and of which no changed value changed the model."""
    those = list(those)
    in_model = [one for one in those if one.in_model]
    return [path for path in occurring(those) if not of_element(path, in_model)]


def main(folder: Path, number: int | None = None) -> None:
    """Print what nobody hears in all real data: `python -m tests.extra.fhir.leaves FOLDER`."""
    those = [one for each in chosen(raw.documents(folder), number) for one in heard(each.resource)]
    quiet = silent(those)
    print(f"{len(those)} changes, {sum(quiet.values())} silent")
    for change, times in sorted(quiet.items()):
        print(f"silent: {change} ({times})")
    for path in deaf(those):
        print(f"changes no model when it stands alone: {path}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
