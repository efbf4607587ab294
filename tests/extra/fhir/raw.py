"""What a folder of FHIR documents holds, counted from the plain JSON and nothing of ours.

A resource stands in a file, a line, an entry of a bundle, a parameter, or within another one.
Copies that are equal in type, id and content (and, if they are contained, in what contains them)
count once; what has neither an id nor an address of its own is like nothing else.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

Json = Any
OWN_SYSTEM = "https://carecore.invalid/id"
SUFFIXES = (".json", ".ndjson")


class Raw(NamedTuple):
    """One resource: its type, its id among all, all it says, and where it stands.

    `holders` are the types of what it is contained in, the outermost first.
    """

    kind: str
    name: str
    place: str
    file: Path
    holders: tuple[str, ...]
    resource: Json


class Names:
    """Who bears which name: a second, different bearer gets `~2` behind it."""

    def __init__(self) -> None:
        self._bearers: dict[str, list[str]] = {}

    def of(self, name: str, content: str) -> tuple[str, bool]:
        """The name, and whether it is new."""
        bearers = self._bearers.setdefault(name, [])
        is_new = content not in bearers
        if is_new:
            bearers.append(content)
        number = bearers.index(content) + 1
        return (name if number == 1 else f"{name}~{number}"), is_new


def documents(folder: Path) -> list[tuple[Path, bytes]]:
    """Each file below a folder that holds resources, in the order of their names."""
    files = [one for one in sorted(folder.rglob("*")) if one.suffix in SUFFIXES and one.is_file()]
    read = ((file, file.read_bytes()) for file in files)
    return [(file, data) for file, data in read if any(_is_resource(one) for one in _parsed(data))]


def source(file: Path) -> str:
    """Who made a file, and in which version: `r4 synthea2019`, from its folder and its name."""
    version = "stu3" if "stu3" in file.parts else "r4"
    name = file.parent.name if file.suffix == ".ndjson" else file.name
    return f"{version} {name.partition('__')[0]}"


def by_source(folder: Path) -> list[list[tuple[Path, bytes]]]:
    """The documents of each source: two may use one id for different people."""
    sources: dict[str, list[tuple[Path, bytes]]] = {}
    for file, data in documents(folder):
        sources.setdefault(source(file), []).append((file, data))
    return [sources[name] for name in sorted(sources)]


def distinct(those: list[tuple[Path, bytes]]) -> list[Raw]:
    """The resources of some documents, each once, those that contain others before the others."""
    names, found = Names(), list[Raw]()
    for index, (file, data) in enumerate(those):
        parsed = _parsed(data)
        for line, one in enumerate(parsed):
            place = f"$[{index}][{line}]" if len(parsed) > 1 else f"$[{index}]"
            found += _walk(one, file, place, names)
    return found


def of_kind(those: list[Raw], kind: str) -> dict[str, Raw]:
    """The resources of one type by their ids."""
    return {one.name: one for one in those if one.kind == kind}


def _is_resource(one: Json) -> bool:
    return isinstance(one, dict) and "resourceType" in one


def _parsed(data: bytes) -> list[Json]:
    text = data.decode("utf-8-sig")
    try:
        return [_load(text)]
    except json.JSONDecodeError:
        return [_load(line) for line in text.splitlines() if line.strip()]


def _load(text: str) -> Json:
    # The spelling of a number is a part of what is said.
    return json.loads(text, parse_float=Decimal)


def _walk(
    one: Json,
    file: Path,
    place: str,
    names: Names,
    *,
    address: str = "",
    holders: tuple[str, ...] = (),
) -> Iterator[Raw]:
    kind = one["resourceType"]
    own = [each["value"] for each in _identifiers(one) if each.get("system") == OWN_SYSTEM]
    wanted = own[0] if own else _wanted(one, place, address, is_contained=bool(holders))
    name, is_new = names.of(wanted, json.dumps(one, sort_keys=True, default=str))
    if is_new:
        yield Raw(kind, name, place, file, holders, one)
    for index, inner in enumerate(one.get("contained", ()) if is_new else ()):
        within = f"{place}.contained[{index}]"
        yield from _walk(inner, file, within, names, address=name, holders=(*holders, kind))
    for index, entry in enumerate(one.get("entry", ()) if kind == "Bundle" else ()):
        if "resource" in entry:
            within = f"{place}.entry[{index}].resource"
            address = entry.get("fullUrl", "")
            yield from _walk(entry["resource"], file, within, names, address=address)
    for index, inner in enumerate(_parameters(one) if kind == "Parameters" else ()):
        yield from _walk(inner, file, f"{place}.parameter[{index}].resource", names)


def _parameters(one: Mapping[str, Json]) -> Iterator[Json]:
    for parameter in (*one.get("parameter", ()), *one.get("part", ())):
        if "resource" in parameter:
            yield parameter["resource"]
        yield from _parameters({"part": parameter.get("part", ())})


def _wanted(one: Json, place: str, address: str, *, is_contained: bool) -> str:
    if "id" not in one:
        return f"{one['resourceType']}@{place}" if is_contained or not address else address
    return f"{address}#{one['id']}" if is_contained else f"{one['resourceType']}/{one['id']}"


def _identifiers(one: Json) -> list[Json]:
    said = one.get("identifier", ())
    return [said] if isinstance(said, dict) else list(said)
