"""Where resources lie, what they are called here, and what a reference leads to.

A reference is looked for near by first: in the resource itself, in its bundle, in its document,
then elsewhere. Where several different resources answer to it, it stays open: what it leads to is
called as nothing else is.
"""

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeAlias, cast, final

from carecore.extra.fhir.model import Loss, loss
from carecore.extra.fhir.parsing import as_json

__all__ = [
    "OWN_ID",
    "Held",
    "Index",
    "Json",
    "Reading",
    "Target",
    "find",
    "find_identified",
    "hold",
    "is_id",
    "is_resource",
]

OWN_ID: Final = "https://carecore.invalid/id"
"""The system of an identifier that says what a value is called here."""

_LONGEST: Final = 255
_LONGEST_TYPE: Final = 64
_ROOM: Final = 200
"""How much of a long place or id stays in an id that is made of it, so that more can be added."""
_OPEN: Final = "~open"
"""How an id ends that a reference leads to, and that nothing has."""
Json: TypeAlias = dict[str, Any]


@final
class Reading:
    """What one call gathers on the way: what is lost, and what is wrong."""

    __slots__ = (
        *("copies", "counts", "faults", "ids", "losses", "nodes", "shared", "targets", "unclear"),
    )

    def __init__(self) -> None:
        """Begin with nothing."""
        self.losses: list[Loss] = []
        self.faults: list[tuple[str, str, str, object]] = []
        self.nodes: list[Any] = []
        self.ids: dict[str, Held] = {}
        # Of each id that stands more than once: what there is by its content, and how many.
        self.copies: dict[str, dict[str, Held]] = {}
        self.counts: dict[str, int] = {}
        # Codes, words and times that came before: there are few, and they come again and again.
        self.shared: dict[object, Any] = {}
        self.targets: dict[tuple[Index, str], Target] = {}
        # How many different resources answer to a reference, by what it leads to here.
        self.unclear: dict[str, int] = {}

    def lose(self, place: str, raw: object, held: "Held", /) -> None:
        """Note what has no place in the values, and of which resource it is."""
        self.losses.append(loss(place, raw, held.type, len(held.place)))

    def blame(self, place: str, what: str, raw: object, /, advice: str = "") -> None:
        """Note what could not be read."""
        self.faults.append((place, what, advice, raw))


@final
class Index:
    """The resources of a bundle, of a document, or of all there are."""

    __slots__ = ("_known", "by_ref", "by_url", "identified")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.by_url: dict[str, list[Held]] = {}
        self.by_ref: dict[str, list[Held]] = {}
        self.identified: list[Held] = []
        # By their identifiers; few documents ask for it.
        self._known: dict[str, list[Held]] | None = None

    def known_as(self, pair: str, kind: str | None, /) -> "list[Held]":
        """Those with that identifier (`system|value`), of that type if one is given."""
        if self._known is None:
            self._known = {}
            for held in self.identified:
                for one in _identifiers(held.raw):
                    value = one.get("value")
                    if isinstance(value, str):
                        _put(self._known, f"{one.get('system') or ''}|{value}", held)
        found = self._known.get(pair, [])
        return [one for one in found if kind in (None, one.type)]


@final
class Held:
    """One resource where it lies.

    Attributes:
        raw: what stands there.
        type: its resource type.
        place: where it stands.
        id: what it is called here.
        url: its full address, or an empty text.
        ref: type and id as a relative reference has them, or an empty text.
        owner: the resource that contains it, or None.
        contained: by their ids, the resources it contains.
        indexes: where a reference of it is looked for, the nearest first.
        reading: what the call gathers.
        has_own_id: whether an identifier says what it is called here.
    """

    __slots__ = (
        *("contained", "has_own_id", "id", "indexes", "owner", "place", "raw", "reading"),
        *("ref", "type", "url"),
    )

    def __init__(
        self, raw: Json, place: str, indexes: tuple[Index, ...], reading: Reading, *, url: str = ""
    ) -> None:
        """Keep where it lies; `hold` says what it is called."""
        self.raw = raw
        self.place = place
        self.url = url
        self.indexes = indexes
        self.reading = reading
        self.type: str = raw["resourceType"]
        self.owner: Held | None = None
        self.contained: dict[str, Held] = {}
        key = raw.get("id")
        self.ref: str = f"{self.type}/{key}" if isinstance(key, str) and key else ""
        self.id: str = (
            self.ref if is_id(self.ref) else url if is_id(url) else _by_place(self.type, place)
        )
        self.has_own_id = False


class Target(NamedTuple):
    """What a reference leads to: what it is called here, and where it lies (None: it is open)."""

    id: str
    held: Held | None


def hold(held: Held, /) -> bool:
    """Give a resource its name and put it where references look; False for an equal copy.

    A copy of something that is held already has to be equal in type, id and content.
    """
    ref, raw, reading = held.ref, held.raw, held.reading
    known = held.indexes[-1].by_ref.get(ref)
    if known is not None and ref:
        copies = reading.copies.setdefault(ref, {})
        for one in known[len(copies) :]:
            copies[_canonical(one.raw)] = one
        same = copies.get(_canonical(raw))
        if same is not None:
            _add(held, same)
            return False
    own = own_id(raw)
    if own is not None:
        held.id = own
        held.has_own_id = True
    elif held.id in reading.ids:
        held.id = _another(held.id, reading)
    reading.ids.setdefault(held.id, held)
    _add(held, held)
    if "contained" in raw:
        for place, inner in _contained(held):
            _hold_inside(held, place, inner)
    return True


def _canonical(raw: Json, /) -> str:
    try:
        return json.dumps(raw, sort_keys=True, default=_spelled)
    except RecursionError:
        return as_json(raw)


def _spelled(value: object, /) -> str:
    """What JSON does not have, other than any text."""
    return f"{type(value).__name__} {as_json(value)}"


def _add(held: Held, target: Held, /) -> None:
    url, ref = held.url, held.ref
    is_identified = "identifier" in held.raw
    for index in held.indexes:
        if url:
            _put(index.by_url, url, target)
        if ref:
            _put(index.by_ref, ref, target)
        if is_identified:
            index.identified.append(target)


def _put(index: dict[str, list[Held]], key: str, held: Held, /) -> None:
    known = index.get(key)
    if known is None:
        index[key] = [held]
    elif known[-1] is not held and held not in known:
        known.append(held)


def _identifiers(raw: Json, /) -> Iterator[Json]:
    given: Any = raw.get("identifier")
    several: list[Any] = given if given.__class__ is list else [given]
    for one in several:
        if one.__class__ is dict:
            yield one


def own_id(raw: Json, /) -> str | None:
    """What an identifier of our own says that a resource is called here."""
    if "identifier" in raw:
        for one in _identifiers(raw):
            if one.get("system") == OWN_ID:
                value = one.get("value")
                if isinstance(value, str) and is_id(value):
                    return value
    return None


def is_id(text: str, /) -> bool:
    """Whether a value can be called so."""
    return 0 < len(text) <= _LONGEST and text.isprintable() and text == text.strip()


def _by_place(kind: str, place: str, /) -> str:
    """What a resource is called that has no name."""
    return f"{kind}@{place[-_ROOM:]}"


def _another(key: str, reading: Reading, /) -> str:
    number, base = reading.counts.get(key, 1) + 1, key[:_ROOM]
    while f"{base}~{number}" in reading.ids:
        number += 1
    reading.counts[key] = number
    return f"{base}~{number}"


def _contained(held: Held, /) -> Iterator[tuple[str, object]]:
    contained: object = held.raw.get("contained")
    if isinstance(contained, list):
        for index, one in enumerate(cast("list[object]", contained)):
            yield f"{held.place}.contained[{index}]", one


def _hold_inside(owner: Held, place: str, raw: object, /) -> None:
    if not is_resource(raw):
        return
    held = Held(cast("Json", raw), place, owner.indexes, owner.reading)
    held.owner = owner
    key = held.raw.get("id")
    named = isinstance(key, str) and is_id(f"{owner.id}#{key}")
    held.id = f"{owner.id}#{key}" if named else _by_place(held.type, place)
    held.ref = ""
    own = own_id(held.raw)
    if own is not None:
        held.id, held.has_own_id = own, True
    elif held.id in held.reading.ids:
        held.id = _another(held.id, held.reading)
    held.reading.ids.setdefault(held.id, held)
    owner.contained.setdefault(cast("str", key) if named else place, held)


def is_resource(raw: object, /) -> bool:
    """Whether it says which type of resource it is."""
    if not isinstance(raw, dict):
        return False
    kind = cast("Json", raw).get("resourceType")
    return isinstance(kind, str) and kind.isalpha() and len(kind) <= _LONGEST_TYPE


def find(text: str, held: Held, /) -> Target:
    """What the reference *text* of the resource *held* leads to."""
    shared = held.reading.targets
    known = shared.get((held.indexes[0], text))
    if known is not None:
        return known
    if text[0] == "#":
        root = held.owner or held
        inside = root if text == "#" else root.contained.get(text[1:])
        return Target(f"{root.id}{text}" if inside is None else inside.id, inside)
    plain = text.partition("/_history/")[0]
    target = _found(plain, held)
    shared[(held.indexes[0], text)] = target
    return target


def _found(text: str, held: Held, /) -> Target:
    base = held.url.removesuffix(held.ref) if held.ref and held.url.endswith(held.ref) else ""
    kind, is_search, wanted = text.partition("?")
    for index in held.indexes:
        if is_search:
            found = index.known_as(wanted.removeprefix("identifier="), kind)
        else:
            found = index.by_url.get(base + text, []) if base else []
            found = found or index.by_url.get(text) or index.by_ref.get(text, [])
        if found:
            return _only(found, text, held.reading)
    return Target(text, None)


def find_identified(kind: str | None, pair: str, held: Held, /) -> Target | None:
    """What answers to a logical identifier, of that type if one is given; None if nothing does."""
    system, _, value = pair.partition("|")
    if system == OWN_ID:
        return Target(value, held.reading.ids.get(value))
    for index in held.indexes:
        found = index.known_as(pair, kind)
        if found:
            return _only(found, pair, held.reading)
    return None


def _only(found: list[Held], text: str, reading: Reading, /) -> Target:
    """The only one of these; where there are several, what nothing is called."""
    if len(found) == 1:
        return Target(found[0].id, found[0])
    key = f"{text[:_ROOM]}{_OPEN}"
    if key in reading.ids:
        key = _another(key, reading)
    reading.unclear[key] = len(found)
    return Target(key, None)
