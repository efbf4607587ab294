"""References: whom or what they lead to, followed where they can be and open where they cannot."""

from typing import Any, Final, cast

from carecore.extra.fhir.finding import Held, Target, find, find_identified, is_id
from carecore.extra.fhir.nodes import Node

__all__ = ["reference", "references", "target_of"]

_VERSION: Final = "/_history/"


def reference(node: Node, key: str, /) -> Target | None:
    """What the Reference at *key* leads to."""
    raw: Any = node.rest.get(key)
    if raw.__class__ is dict and len(raw) == 1:
        text = raw.get("reference")
        if text.__class__ is str and text and _VERSION not in text:
            target = find(text, node.held)
            if target.held is not None or _is_plain(target, node.held):
                del node.rest[key]
                return _person(target)
    inner = node.node(key)
    return None if inner is None else target_of(inner)


def references(node: Node, key: str, /) -> list[tuple[Node, Target]]:
    """What each Reference of the list at *key* leads to; what leads nowhere at all is lost."""
    found = ((inner, target_of(inner)) for inner in node.nodes(key))
    return [(inner, target) for inner, target in found if target is not None]


def target_of(inner: Node, /) -> Target | None:
    """What the Reference that *inner* is leads to.

    A logical identifier is followed where no reference stands; a name alone leads nowhere.
    """
    text = inner.text("reference")
    if text is not None:
        if _VERSION in text:
            # Whoever it leads to has no versions here.
            inner.lose("reference", text)
        return _person(_valid(inner, find(text, inner.held), "reference", text))
    found = _identified(inner.rest, inner.held)
    if found is None:
        return None
    node = inner.node("identifier")
    raw = {} if node is None else {key: node.rest.pop(key, None) for key in ("system", "value")}
    return _person(_valid(inner, found, "identifier", raw))


def _identified(raw: dict[str, Any], held: Held, /) -> Target | None:
    """What a logical identifier names; nothing is taken."""
    identifier = raw.get("identifier")
    if not isinstance(identifier, dict):
        return None
    pair = cast("dict[str, Any]", identifier)
    system, value = pair.get("system"), pair.get("value")
    if not isinstance(value, str) or not (system is None or isinstance(system, str)):
        return None
    kind, name = raw.get("type"), f"{system or ''}|{value}"
    found = find_identified(kind if isinstance(kind, str) else None, name, held)
    return Target(name, None) if found is None else found


def _is_plain(target: Target, held: Held, /) -> bool:
    """Whether something can be called so, and it is clear what."""
    return is_id(target.id) and target.id not in held.reading.unclear


def _valid(inner: Node, target: Target, key: str, raw: object, /) -> Target | None:
    if target.held is not None or _is_plain(target, inner.held):
        return target
    several = inner.held.reading.unclear.get(target.id)
    if several is None:
        inner.blame(key, raw, "nothing can be called so", "Maybe a space at an end is too many")
        return None
    what = f"{several} different resources answer to it, so that it stays open"
    inner.blame(key, raw, what, "Maybe read the documents one by one")
    return target


def _person(target: Target | None, /) -> Target | None:
    """Of a PractitionerRole, whoever has it."""
    held = None if target is None else target.held
    if held is None or held.type != "PractitionerRole":
        return target
    inner: object = held.raw.get("practitioner")
    if not isinstance(inner, dict):
        return target
    raw = cast("dict[str, Any]", inner)
    text: object = raw.get("reference")
    is_named = isinstance(text, str) and bool(text)
    found = find(cast("str", text), held) if is_named else _identified(raw, held)
    return found if found is not None and (found.held is not None or is_id(found.id)) else target
