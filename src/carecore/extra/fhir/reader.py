"""From documents to values: who reads what, and in which order."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, cast

from carecore.errors import WrongType
from carecore.extra.fhir.finding import Held, Index, Json, Reading, hold, is_resource
from carecore.extra.fhir.found import Found
from carecore.extra.fhir.joining import joined
from carecore.extra.fhir.mapping import READERS
from carecore.extra.fhir.model import Imported
from carecore.extra.fhir.nodes import MISSING, Node, close_all, opened
from carecore.extra.fhir.parsing import ADVICE, Document, Unreadable, line, parsed

__all__ = ["read", "read_each"]

_NO_TYPE: Final = "it does not say which type of resource it is"
_DEEPEST: Final = 20


def read(*documents: Document) -> Imported:
    r"""What FHIR documents hold: R4, and STU3 where its shape is the same.

    A document is a bundle, one resource, or NDJSON lines, as bytes, as text or parsed.
    References are followed within a resource, its bundle, its document, then through all others.
    Equal copies count once.
    What has no place in the values is listed as a loss, and what cannot be read as a fault, which
    costs the smallest part that holds it; nothing is guessed.

    >>> plan = '{"resourceType": "CarePlan", "id": "1", "subject": {"reference": "Patient/9"}}'
    >>> read(plan).plans
    (<CarePlan CarePlan/1 of Patient/9>,)

    Args:
        documents: what to read; their places begin with `$[0]`, `$[1]` and so on.

    What is wrong with a document is listed among the faults; nothing is raised for it.

    .. versionadded:: 0.1
    """
    reading, everywhere = Reading(), Index()
    # With one document, elsewhere is nowhere.
    around = (everywhere,) if len(documents) > 1 else ()
    held: list[Held] = []
    for number, document in enumerate(documents):
        place = f"$[{number}]"
        try:
            contents = parsed(document)
        except Unreadable as fault:
            reading.blame(place, str(fault), None, fault.advice)
            continue
        if not any(is_resource(raw) or isinstance(raw, Unreadable) for _, raw in contents):
            # Told once, however long it is.
            reading.blame(place, _NO_TYPE, [raw for _, raw in contents], ADVICE)
            continue
        indexes = (*_inside(contents), *around)
        for way, raw in contents:
            held += _collected(raw, place + way, indexes, reading)
    return _imported(held, reading)


def _inside(contents: tuple[tuple[str, object], ...], /) -> tuple[Index, ...]:
    """The index of a document; one bundle has its own, and that is enough."""
    is_bundle = len(contents) == 1 and _is_bundle(contents[0][1])
    return () if is_bundle else (Index(),)


def read_each(lines: Iterable[str | bytes]) -> Iterator[Imported]:
    r"""What each line of an NDJSON file holds, one after the other, joining nothing.

    Only one line is held at a time, so that a file of any length can be read.
    Blank lines give nothing; the places of the values begin with the number of the line, from 0.

    >>> lines = ['{"resourceType": "Patient", "id": "1"}\n', "\n", "{"]
    >>> for found in read_each(lines):
    ...     print(found.clients, found.faults)
    (<Client Patient/1>,) ()
    () (<Fault at $[2]>,)

    Args:
        lines: of one file, such as the open file itself.

    Raises:
        WrongType: if *lines* is one text, which would be read letter by letter.

    .. versionadded:: 0.1
    """
    given = cast("Iterable[object]", lines)
    if isinstance(given, str | bytes):
        what = "it is one text, and lines are wanted"
        raise WrongType(what, advice="Maybe give the open file")
    for number, one in enumerate(given):
        if isinstance(one, str | bytes) and not one.strip():
            continue
        reading, index, place = Reading(), Index(), f"$[{number}]"
        yield _imported(_collected(line(one), place, (index,), reading), reading)


def _collected(
    raw: object, place: str, indexes: tuple[Index, ...], reading: Reading, /, *, depth: int = 0
) -> list[Held]:
    """The resources that stand somewhere, each put where references look."""
    if isinstance(raw, Unreadable):
        reading.blame(place, str(raw), None, raw.advice)
        return []
    if not is_resource(raw):
        reading.blame(place, _NO_TYPE, raw, ADVICE)
        return []
    resource = cast("Json", raw)
    if _is_bundle(resource) and depth < _DEEPEST:
        return _bundled(resource, place, indexes, reading, depth=depth)
    held = Held(resource, place, indexes, reading)
    return [held] if hold(held) else []


def _is_bundle(raw: object, /) -> bool:
    return raw.__class__ is dict and cast("Json", raw).get("resourceType") == "Bundle"


def _bundled(
    raw: Json, place: str, indexes: tuple[Index, ...], reading: Reading, /, *, depth: int
) -> list[Held]:
    inside = (Index(), *indexes)
    bundle = Node(raw, place, Held(raw, place, inside, reading))
    bundle.text("resourceType")
    found: list[Held] = []
    others: list[tuple[object, str]] = []
    for at, entry in bundle.objects("entry"):
        resource: Any = entry.get("resource", MISSING)
        url: Any = entry.get("fullUrl")
        name: str | None = None
        if resource is MISSING:
            pass
        elif not is_resource(resource) or _is_bundle(resource):
            others.append((resource, f"{at}.resource"))
        else:
            full = url if url.__class__ is str else ""
            held = Held(resource, f"{at}.resource", inside, reading, url=full)
            name = held.id if hold(held) else None
            if name is not None:
                found.append(held)
        for key, one in entry.items():
            if key != "resource" and not (key == "fullUrl" and one == name):
                reading.lose(f"{at}.{key}", one, bundle.held)
    close_all(bundle.held)
    for resource, at in others:
        found += _collected(resource, at, inside, reading, depth=depth + 1)
    return found


def _imported(held: list[Held], reading: Reading, /) -> Imported:
    found = Found(reading)
    for one in held:
        _read(one, found)
    return joined(found)


def _read(held: Held, found: Found, /) -> None:
    reader = READERS.get(held.type)
    if reader is None:
        found.reading.lose(held.place, held.raw, held)
        return
    if held.contained:
        # First, because whatever is open by then would be closed with it.
        _take_contained(held, found)
    reader(opened(held), found)
    close_all(held)


def _take_contained(held: Held, found: Found, /) -> None:
    """Read what a resource contains; what is no resource is a fault."""
    inside = {id(one.raw): one for one in held.contained.values()}
    for index, raw in enumerate(cast("list[object]", held.raw["contained"])):
        one = inside.get(id(raw))
        if one is None:
            place = f"{held.place}.contained[{index}]"
            found.reading.blame(place, "it is no resource, or its id stands twice", raw)
        else:
            _read(one, found)
