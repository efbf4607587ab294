"""What the readers of single resources give to those who put plans together."""

from collections.abc import Callable
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar, final

import attrs

from carecore.codec import loads
from carecore.coverage import Coverage
from carecore.errors import CareError
from carecore.extra.fhir.datatypes import target_of
from carecore.extra.fhir.finding import Held, Reading, Target
from carecore.extra.fhir.nodes import Node
from carecore.medications import Medication
from carecore.people import Client, Organization, Professional, Representative, Team
from carecore.plans import Activity, Goal, Visit
from carecore.record import Entry
from carecore.rights import Consent

__all__ = ["OWN_VALUE", "Draft", "Found", "Link", "Owned", "Reader", "link", "links", "with_own"]

V = TypeVar("V")
A = TypeVar("A", bound=attrs.AttrsInstance)

OWN_VALUE: Final = "https://carecore.invalid/fhir/value"
"""The extension that carries fields FHIR has no element for."""


class Link(NamedTuple):
    """A reference that is followed once everything is read.

    Attributes:
        target: what it leads to.
        place: where it stands.
        raw: what stands there.
        of: the resource it stands in.
    """

    target: Target
    place: str
    raw: object
    of: Held


class Owned(NamedTuple, Generic[V]):
    """A value that does not say itself whose it is.

    Attributes:
        value: the value.
        of: the client it is of; None: nobody is named.
        based_on: the plans it says it is part of.
    """

    value: V
    of: Link | None
    based_on: tuple[Link, ...] = ()


@final
class Draft:
    """A care plan before its parts are put together.

    Attributes:
        fields: what the plan says itself, by the names of `CarePlan`.
        own: fields that an extension of ours says, by their names; they come last.
        client: whose plan it is; None: nobody is named.
        teams: the teams it names.
        goals: the goals it names.
        work: its activities, told in full or named, in order.
        place: where it stands.
    """

    __slots__ = ("client", "fields", "goals", "own", "place", "teams", "work")

    def __init__(self, place: str, /) -> None:
        """Begin with nothing."""
        self.fields: dict[str, Any] = {}
        self.own: dict[str, Any] = {}
        self.client: Link | None = None
        self.teams: list[Link] = []
        self.goals: list[Link] = []
        self.work: list[Activity | Link] = []
        self.place = place


@final
class Found:
    """Everything that was read, by the ids of the values, in the order of the documents."""

    __slots__ = (
        *("activities", "clients", "consents", "coverages", "entries", "goals", "medications"),
        *("organizations", "plans", "professionals", "reading", "representatives", "teams"),
        *("visits",),
    )

    def __init__(self, reading: Reading, /) -> None:
        """Begin with nothing."""
        self.reading = reading
        # None: somebody names a client of whom nothing else is known.
        self.clients: dict[str, Client | None] = {}
        self.representatives: list[tuple[str | None, Representative]] = []
        self.professionals: dict[str, Professional] = {}
        self.organizations: dict[str, Organization] = {}
        self.teams: dict[str, Team] = {}
        self.goals: dict[str, Owned[Goal]] = {}
        self.activities: dict[str, Owned[Activity]] = {}
        self.visits: dict[str, Owned[Visit]] = {}
        self.entries: list[Entry] = []
        # The client, the resource type, and what is taken or prescribed.
        self.medications: list[tuple[str | None, str, Medication]] = []
        self.coverages: dict[str, Coverage] = {}
        self.consents: dict[str, Consent] = {}
        self.plans: list[Draft] = []

    def client(self, node: Node, key: str, /) -> str | None:
        """The client that the reference at *key* names, who is then known to be one."""
        inner = node.node(key)
        target = None if inner is None else target_of(inner)
        if target is None:
            return None
        self.clients.setdefault(target.id, None)
        return target.id


Reader: TypeAlias = Callable[[Node, Found], None]
"""Reads one resource: takes what it knows from the node, and puts the values where they go."""


def link(node: Node, key: str, /) -> Link | None:
    """The reference at *key*, to be followed later."""
    raw: object = node.rest.get(key)
    inner = node.node(key)
    target = None if inner is None else target_of(inner)
    return None if inner is None or target is None else Link(target, inner.place, raw, node.held)


def links(node: Node, key: str, /) -> list[Link]:
    """The references of the list at *key*, to be followed later."""
    found: list[Link] = []
    for inner in node.nodes(key):
        raw = inner.rest.copy()
        target = target_of(inner)
        if target is not None:
            found.append(Link(target, inner.place, raw, node.held))
    return found


def own_fields(node: Node, cls: type[A], /) -> dict[str, Any]:
    """The fields of a value of *cls* that an extension of ours says, by their names."""
    if not node.has("extension"):
        return {}
    raw: Any = node.rest["extension"]
    given: list[Any] = raw if raw.__class__ is list else []
    ours = next((one for one in given if _is_own(one)), None)
    if ours is None:
        return {}
    try:
        found = _own(ours, cls)
    except (CareError, KeyError, TypeError, ValueError, IndexError, AttributeError) as fault:
        said = str(fault) if isinstance(fault, CareError) else "it is not as it was written"
        place = f"{node.place}.extension[{given.index(ours)}]"
        node.held.reading.blame(place, said, ours)
        found = {}
    rest = [one for one in given if one is not ours]
    if rest:
        node.rest["extension"] = rest
    else:
        del node.rest["extension"]
    return found


def _is_own(one: Any, /) -> bool:  # noqa: ANN401 # plain data of any shape
    return one.__class__ is dict and one.get("url") == OWN_VALUE


def _own(one: Any, cls: type[A], /) -> dict[str, Any]:  # noqa: ANN401 # plain data of any shape
    names, text = (part["valueString"] for part in one["extension"])
    if one != _extension(names, text):
        raise ValueError
    value = loads(text, cls)
    return {name: getattr(value, name) for name in names.split()}


def _extension(names: object, text: object, /) -> dict[str, Any]:
    parts = (("fields", names), ("value", text))
    return {
        "url": OWN_VALUE,
        "extension": [{"url": name, "valueString": said} for name, said in parts],
    }


def with_own(node: Node, cls: type[A], fields: dict[str, Any], /) -> A | None:
    """The value of *cls* with these *fields*, and those that an extension of ours says.

    What the class refuses is a fault of the whole resource, and gives None.
    """
    own = own_fields(node, cls)
    try:
        return cls(**(fields | own) if own else fields)
    except CareError as fault:
        node.held.reading.blame(node.place, fault.what, node.held.raw, fault.advice)
        return None
