"""What the readers of single resources give to those who put plans together."""

from collections.abc import Callable
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar, cast, final

import attrs

from carecore.base.amounts import Code
from carecore.codec import loads
from carecore.coverage import Coverage
from carecore.errors import CareError
from carecore.extra.fhir.finding import OWN_ID, Held, Json, Reading, Target, find
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.references import reference, target_of
from carecore.medications import Medication
from carecore.people import Client, Leave, Organization, Professional, Representative, Team
from carecore.people.hours import WeeklyHours
from carecore.plans import Activity, Concern, Goal, Visit
from carecore.record import Entry, Event
from carecore.rights import Consent

__all__ = [
    "OWN_VALUE",
    "Draft",
    "Found",
    "Link",
    "Owned",
    "Post",
    "Reader",
    "Spokesperson",
    "Substance",
    "concern_of",
    "extension_of",
    "first_person",
    "is_of_person",
    "keep",
    "kind_of",
    "link",
    "link_of",
    "links",
    "lose_all",
    "lose_held",
    "own_fields",
    "person_of",
    "shelve",
    "type_in",
    "with_own",
]

_PEOPLE: Final = frozenset(
    ("Patient", "Person", "Practitioner", "PractitionerRole", "RelatedPerson")
)
_CLIENTS: Final = frozenset(("Patient", ""))
"""The types of what may be a client; what does not say what it is may be."""
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


class Spokesperson(NamedTuple):
    """Somebody who speaks or decides for a client.

    Attributes:
        value: who it is; None: it could not be built, which is told.
        of: id of the client.
        held: the resource that says so.
    """

    value: Representative | None
    of: str
    held: Held


class Post(NamedTuple):
    """What somebody does for an organization.

    Attributes:
        of: id of the professional.
        roles: the words for what it is, each with its place and with what stands there.
        organization: for whom; None: nobody is named.
        settings: ids of the care settings in which; None: unknown.
        hours: when in the week; None: unknown.
        leave: when the professional is away.
        own: fields that an extension of ours says, by their names; they come last.
        held: the resource that says so.
    """

    of: str
    roles: list[tuple[str, str, object]]
    organization: Link | None
    settings: tuple[str, ...] | None
    hours: tuple[WeeklyHours, ...] | None
    leave: tuple[Leave, ...]
    own: dict[str, Any]
    held: Held


class Substance(NamedTuple):
    """What a medication is: in words (empty: nobody says), and as a code."""

    text: str = ""
    code: Code | None = None


@final
class Draft:
    """A care plan before its parts are put together.

    Attributes:
        fields: what the plan says itself, by the names of `CarePlan`.
        own: fields that an extension of ours says, by their names; they come last.
        client: id of the client whose plan it is; None: nobody is named.
        teams: the teams it names.
        goals: the goals it names.
        work: its activities, told in full or named, in order.
        held: the resource that it is told in.
    """

    __slots__ = ("client", "fields", "goals", "held", "own", "teams", "work")

    def __init__(self, held: Held, /) -> None:
        """Begin with nothing."""
        self.fields: dict[str, Any] = {}
        self.own: dict[str, Any] = {}
        self.client: str | None = None
        self.teams: list[Link] = []
        self.goals: list[Link] = []
        self.work: list[Activity | Link] = []
        self.held: Held = held


@final
class Found:
    """Everything that was read, by the ids of the values, in the order of the documents."""

    __slots__ = (
        *("activities", "clients", "consents", "coverages", "deaths", "entries", "goals"),
        *("medications", "organizations", "plans", "posts", "professionals", "reading"),
        *("representatives", "substances", "teams", "unnamed", "visits"),
    )

    def __init__(self, reading: Reading, /) -> None:
        """Begin with nothing."""
        self.reading = reading
        # None: somebody names a client of whom nothing else is known.
        self.clients: dict[str, Client | None] = {}
        self.representatives: list[Spokesperson] = []
        # None: somebody has a post, and nothing else is known.
        self.professionals: dict[str, Professional | None] = {}
        self.posts: list[Post] = []
        self.organizations: dict[str, Organization] = {}
        self.teams: dict[str, Team] = {}
        self.goals: dict[str, Owned[Goal]] = {}
        self.activities: dict[str, Owned[Activity]] = {}
        self.visits: dict[str, Owned[Visit]] = {}
        self.entries: list[Entry] = []
        # They come after whatever else happened.
        self.deaths: list[Event] = []
        # The client, the resource type, and what is taken or prescribed.
        self.medications: list[tuple[str | None, str, Medication]] = []
        self.coverages: dict[str, Coverage] = {}
        self.consents: dict[str, Consent] = {}
        self.plans: list[Draft] = []
        # What each Medication is that something named, and those that nothing has named yet.
        self.substances: dict[Held, Substance] = {}
        self.unnamed: dict[Held, None] = {}

    def client(self, node: Node, key: str, /) -> str | None:
        """The client that the reference at *key* names, who is then known to be one.

        A group, a place or a professional is no client: such a reference is lost.
        """
        raw: Any = node.rest.get(key)
        target = reference(node, key)
        if target is None:
            return None
        if target.id not in self.clients:
            if not _may_be_client(raw, target.held):
                kept = "reference" if _text_of(raw) else "identifier"
                node.held.reading.lose(f"{node.place}.{key}.{kept}", raw[kept], node.held)
                return None
            self.clients[target.id] = None
        return target.id


def _may_be_client(raw: Json, held: Held | None, /) -> bool:
    if not _text_of(raw) and raw["identifier"].get("system") == OWN_ID:
        # It says what a client is called here; something else may be called so as well.
        return True
    return _kind(raw, held) in _CLIENTS


Reader: TypeAlias = Callable[[Node, Found], None]
"""Reads one resource: takes what it knows from the node, and puts the values where they go."""


def link(node: Node, key: str, /) -> Link | None:
    """The reference at *key*, to be followed later."""
    raw: object = node.rest.get(key)
    inner = node.node(key)
    target = None if inner is None else target_of(inner)
    return None if inner is None or target is None else Link(target, inner.place, raw, node.held)


def link_of(inner: Node, /) -> Link | None:
    """The reference that *inner* is, to be followed later."""
    raw = inner.rest.copy()
    target = target_of(inner)
    return None if target is None else Link(target, inner.place, raw, inner.held)


def links(node: Node, key: str, /) -> list[Link]:
    """The references of the list at *key*, to be followed later."""
    found = map(link_of, node.nodes(key))
    return [one for one in found if one is not None]


def kind_of(inner: Node, /) -> str:
    """Which type of resource the reference that *inner* is leads to; "" if nothing says.

    Nothing is taken.
    """
    text = _text_of(inner.rest)
    return _kind(inner.rest, find(text, inner.held).held if text else None)


def _text_of(raw: Json, /) -> str:
    text: object = raw.get("reference")
    return text if isinstance(text, str) else ""


def _kind(raw: Json, held: Held | None, /) -> str:
    if held is not None:
        return held.type
    kind: object = raw.get("type")
    return type_in(_text_of(raw)) or (kind if isinstance(kind, str) else "")


def type_in(text: str, /) -> str:
    """The type that an open reference names, such as `Goal/1` or `Goal?identifier=1`.

    Of what is inside (`Goal/1#hip`), nothing is said.
    """
    way, is_search, _ = text.partition("/_history/")[0].partition("?")
    before, _, last = way.rpartition("/")
    name = last if is_search else before.rpartition("/")[2]
    return name if name[:1].isupper() and name.isalpha() and "#" not in last else ""


def person_of(inner: Node, /) -> Target | None:
    """The person to whom the reference that *inner* is leads; anything else is lost.

    What is not there, and does not say what it is, may be a person.
    """
    if is_of_person(kind_of(inner)):
        return target_of(inner)
    inner.lose()
    return None


def first_person(node: Node, key: str, /) -> str | None:
    """The first person in the list of references at *key*; all others are lost."""
    found: str | None = None
    for one in node.nodes(key):
        if found is not None:
            one.lose()
            continue
        target = person_of(one)
        found = None if target is None else target.id
    return found


def is_of_person(kind: str, /) -> bool:
    """Whether resources of that type, or of an unknown one, may be about a person."""
    return not kind or kind in _PEOPLE


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
    if one != extension_of(names, text):
        raise ValueError
    value, known = loads(text, cls), attrs.fields_dict(cls)
    return {name: getattr(value, known[name].name) for name in names.split()}


def extension_of(names: object, text: object, /) -> dict[str, Any]:
    """The extension that carries these fields, in the document of a value."""
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


def concern_of(key: str, kind: str, /) -> Concern:
    """The concern that somebody names by what is recorded, of that type (or of an unknown one)."""
    return Concern(id=key, condition=key if kind in {"Condition", ""} else None)


def lose_all(node: Node, /) -> None:
    """Lose a whole resource; what it contains is read for itself."""
    node.rest = {}
    lose_held(node.held)


def lose_held(held: Held, /) -> None:
    """Lose a whole resource of which nothing was taken; what it contains is read for itself."""
    raw = {key: one for key, one in held.raw.items() if key != "contained"}
    held.reading.lose(held.place, raw, held)


def keep(
    shelf: dict[str, Owned[V]], value: V | None, of: Link | None, based_on: tuple[Link, ...] = (), /
) -> None:
    """Put a value with its owner on its shelf; None: it could not be built, which is told."""
    if value is not None:
        shelf[cast("Any", value).id] = Owned(value, of, based_on)


def shelve(shelf: dict[str, V], value: V | None, /) -> None:
    """Put a value on its shelf; None: it could not be built, which is told."""
    if value is not None:
        shelf[cast("Any", value).id] = value
