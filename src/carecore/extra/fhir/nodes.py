"""Reading one object of a document: each element is taken once, and what nobody takes is lost.

So nothing can be forgotten: a reader takes what it knows, and the rest is listed by itself.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, TypeVar, cast, final

from carecore.base.lookups import near_ids
from carecore.errors import described, quoted
from carecore.extra.fhir.finding import OWN_ID, Held, Json
from carecore.extra.fhir.model import loss
from carecore.extra.fhir.parsing import Odd

__all__ = ["MISSING", "Node", "close_all", "items_in", "opened", "take_code"]

T = TypeVar("T")


@final
class _Missing:
    """Says that nothing stands there; `None` would be a null."""


MISSING: Final = _Missing()
_LARGEST: Final = 2**63 - 1
_LONGEST: Final = 60


@final
class Node:
    """One object that is being read.

    Attributes:
        place: where it stands.
        held: the resource it is of.
        rest: what nobody has taken yet.
    """

    __slots__ = ("held", "place", "rest")

    def __init__(self, raw: Json, place: str, held: Held, /) -> None:
        """Begin with everything that stands there."""
        self.rest: Json = raw.copy()
        self.place: str = place
        self.held: Held = held
        held.reading.nodes.append(self)

    def text(self, key: str, /) -> str | None:
        """The text there; anything else is a fault."""
        raw = self.rest.pop(key, MISSING)
        if raw.__class__ is str and raw:
            return raw
        if raw is not MISSING:
            self.blame(key, raw, f"it is {_shown(raw)}, and text is wanted")
        return None

    def flag(self, key: str, /) -> bool | None:
        """The yes or no there; anything else is a fault."""
        raw = self.rest.pop(key, MISSING)
        if raw is True or raw is False:
            return raw
        if raw is not MISSING:
            what = f"it is {_shown(raw)}, and true or false is wanted"
            self.blame(key, raw, what)
        return None

    def whole(self, key: str, /) -> int | None:
        """The whole number there (up to 64 bits); anything else is a fault."""
        raw = self.rest.pop(key, MISSING)
        if raw.__class__ is int and abs(raw) <= _LARGEST:
            return raw
        if raw is not MISSING:
            self.blame(key, raw, f"it is {_shown(raw)}, and a whole number is wanted")
        return None

    def number(self, key: str, /) -> Decimal | None:
        """The number there, exactly as it was spelled; anything else is a fault."""
        raw = self.rest.pop(key, MISSING)
        if raw.__class__ is Decimal:
            return raw
        if raw.__class__ is int:
            return Decimal(raw)
        if raw is not MISSING:
            self.blame(key, raw, f"it is {_shown(raw)}, and a number is wanted")
        return None

    def word(self, key: str, table: Mapping[str, T | None], /) -> T | None:
        """What a code of a closed set stands for here.

        Args:
            key: the element.
            table: the whole set of codes; `None` for one that has no place here and is lost.
        """
        raw = self.rest.pop(key, MISSING)
        if raw is MISSING:
            return None
        if raw.__class__ is not str:
            self.blame(key, raw, f"it is {_shown(raw)}, and a code is wanted")
            return None
        if raw not in table:
            near = near_ids(raw[:_LONGEST], table)
            advice = "Maybe " + " or ".join(map(repr, near)) if near else ""
            # A code is nobody's secret; what somebody put in its place may be.
            shown = quoted(raw) if raw.replace("-", "").islower() else described(raw)
            self.blame(key, raw, f"{shown} is no code that FHIR has there", advice)
            return None
        found = table[raw]
        if found is None:
            self.held.reading.lose(f"{self.place}.{key}", raw, self.held)
        return found

    def node(self, key: str, /) -> "Node | None":
        """The object there; anything else is a fault."""
        raw = self.rest.pop(key, MISSING)
        if raw.__class__ is dict:
            return Node(raw, f"{self.place}.{key}", self.held)
        if raw is not MISSING:
            self.blame(key, raw, f"it is {_shown(raw)}, and an object is wanted")
        return None

    def nodes(self, key: str, /) -> "list[Node]":
        """The objects of the list there; each that is anything else is a fault."""
        return [Node(raw, place, self.held) for place, raw in self.objects(key)]

    def objects(self, key: str, /) -> list[tuple[str, Json]]:
        """The objects of the list there as they are, and where; all else is a fault."""
        raw = self.rest.pop(key, MISSING)
        if raw.__class__ is not list:
            if raw is not MISSING:
                self.blame(key, raw, f"it is {_shown(raw)}, and a list is wanted")
            return []
        found: list[tuple[str, Json]] = []
        place = f"{self.place}.{key}"
        for index, one in enumerate(cast("list[object]", raw)):
            if one.__class__ is dict:
                found.append((f"{place}[{index}]", cast("Json", one)))
            else:
                what = f"it is {_shown(one)}, and an object is wanted"
                self.blame(f"{key}[{index}]", one, what)
        return found

    def first(self, key: str, /) -> "Node | None":
        """The first object of the list there; all others are lost as they are."""
        found = self.nodes(key)
        for one in found[1:]:
            one.lose()
        return found[0] if found else None

    def texts(self, key: str, /) -> list[str]:
        """The texts of the list there; each that is anything else is a fault."""
        raw = self.rest.pop(key, MISSING)
        if raw.__class__ is not list:
            if raw is not MISSING:
                self.blame(key, raw, f"it is {_shown(raw)}, and a list is wanted")
            return []
        found: list[str] = []
        for index, one in enumerate(cast("list[object]", raw)):
            if isinstance(one, str) and one:
                found.append(one)
            else:
                self.blame(f"{key}[{index}]", one, f"it is {_shown(one)}, and text is wanted")
        return found

    def lose(self, key: str | None = None, raw: object = MISSING, /) -> None:
        """Lose one element (with *raw*: one that was taken); without a key, the whole object."""
        if key is None:
            self.held.reading.lose(self.place, self.rest, self.held)
            self.rest = {}
            return
        gone = self.rest.pop(key, MISSING) if raw is MISSING else raw
        if gone is not MISSING:
            self.held.reading.lose(f"{self.place}.{key}", gone, self.held)

    def blame(self, key: str, raw: object, what: str, advice: str = "", /) -> None:
        """Say what is wrong with an element that was taken."""
        place = f"{self.place}.{key}" if key else self.place
        if isinstance(raw, Odd):
            what, advice = raw.what, ""
        self.held.reading.blame(place, what, raw, advice)

    def has(self, key: str, /) -> bool:
        """Whether something stands there that nobody has taken."""
        return key in self.rest


def take_code(inner: Node, systems: Mapping[str, Mapping[str, T]], /) -> T | None:
    """What the first code of a concept stands for that one of these systems has.

    Its system and code are taken; whatever else the concept says stays where it is.

    Args:
        inner: the concept.
        systems: by their addresses, what their codes stand for.
    """
    raw: Any = inner.rest.get("coding")
    for index, one in enumerate(raw if raw.__class__ is list else ()):
        if one.__class__ is dict:
            found = systems.get(str(one.get("system")), {}).get(str(one.get("code")))
            if found is not None:
                place = f"{inner.place}.coding[{index}]"
                for coding in inner.nodes("coding"):
                    if coding.place == place:
                        del coding.rest["system"], coding.rest["code"]
                return found
    return None


def opened(held: Held, /) -> Node:
    """The node of a resource, without its type, its contents and what it is called."""
    node = Node(held.raw, held.place, held)
    rest = node.rest
    del rest["resourceType"]
    if held.ref == held.id or (held.owner is not None and not held.has_own_id):
        rest.pop("id", None)
    if held.has_own_id:
        _take_own_id(rest)
    if held.contained:
        del rest["contained"]
    return node


def _take_own_id(rest: Json, /) -> None:
    raw: Any = rest["identifier"]
    given: list[Any] = raw if raw.__class__ is list else [raw]
    others = [one for one in given if one.__class__ is not dict or one.get("system") != OWN_ID]
    if others:
        rest["identifier"] = others
    else:
        del rest["identifier"]


def items_in(raw: Any, /) -> list[Any]:  # noqa: ANN401 # plain data of any shape
    """The items of a list; none of anything else. Nothing is taken."""
    return raw if raw.__class__ is list else []


def close_all(held: Held, /) -> None:
    """List what nobody took of the objects that were opened, in their order."""
    reading = held.reading
    losses = reading.losses
    for node in reading.nodes:
        rest = node.rest
        if rest:
            place, kind, start = node.place, node.held.type, len(node.held.place)
            for key, raw in rest.items():
                losses.append(loss(f"{place}.{key}", raw, kind, start))
    reading.nodes.clear()


_NAMES: Final[Mapping[type[object], str]] = {type(None): "null", dict: "an object", list: "a list"}


def _shown(raw: object, /) -> str:
    return _NAMES.get(type(raw)) or described(cast("Any", raw))
