"""Composition: a document about the client, and its sections by title and code."""

from collections.abc import Iterator
from typing import Any, Final

from carecore.base.identity import in_words
from carecore.base.moments import When
from carecore.extra.fhir import trusted
from carecore.extra.fhir.datatypes import concept, spelled, target_of, when
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.found import Found, lose_all, own_fields
from carecore.extra.fhir.nodes import Node
from carecore.record import Event, EventKind, EventOutcome, Observation

__all__ = ["ELEMENTS", "read_composition"]

ELEMENTS: Final = (
    Element("Composition.id", "Event.id"),
    Element("Composition.status", "Event.outcome", "entered-in-error: all of it is a loss"),
    Element("Composition.type", "Event.code", "the first; its text or label is `what`"),
    Element("Composition.subject", "Event.client_id"),
    Element("Composition.date", "Event.happened"),
    Element("Composition.author", "Event.by", "the first"),
    Element("Composition.title", "Event.text"),
    Element("Composition.section.title", "Observation.what", "each section an observation"),
    Element("Composition.section.code", "Observation.code"),
    Element("Composition.section.text.div", "Observation.text"),
)

_ERROR: Final = "entered-in-error"
_STATUSES: Final = {
    "final": EventOutcome.DONE,
    **dict.fromkeys(("preliminary", "amended", _ERROR)),
}


def read_composition(node: Node, found: Found, /) -> None:
    """Composition: that it was written is an event, and what it says are observations."""
    if node.rest.get("status") == _ERROR:
        lose_all(node)
        return
    told_type = concept(node, "type")
    if told_type.text and in_words(told_type.word or "") != told_type.text:
        node.held.reading.lose(f"{node.place}.type.text", told_type.text, node.held)
    outcome, happened = node.word("status", _STATUSES), when(node, "date")
    first = node.first("author")
    author = None if first is None else target_of(first)
    client = found.client(node, "subject")
    fields: dict[str, Any] = {
        "id": node.held.id,
        "client_id": client,
        "kind": EventKind.OTHER,
        "what": told_type.word,
        "outcome": outcome,
        "happened": happened,
        "by": None if author is None else author.id,
        "code": told_type.code,
        "text": node.text("title") or "",
    }
    own = own_fields(node, Event)
    entry = Event(**(fields | own)) if own else trusted.event(**fields)
    found.entries.append(entry)
    found.entries += _sections(node, f"{node.held.id}#section", client, happened)


def _sections(
    node: Node, key: str, client: str | None, happened: When | None, /
) -> Iterator[Observation]:
    """Each section and those within it, numbered as in a book."""
    for number, section in enumerate(node.nodes("section"), 1):
        own_key = f"{key}-{number}"
        title, told_code = section.text("title"), concept(section, "code")
        word = None if title is None else spelled(title)
        if title is not None and (word is None or in_words(word) != title):
            section.lose("title", title)
        if told_code.text:
            section.held.reading.lose(f"{section.place}.code.text", told_code.text, section.held)
        narrative = section.node("text")
        yield trusted.observation(
            id=own_key,
            client_id=client,
            what=word or told_code.word,
            value=None,
            happened=happened,
            recorded=None,
            code=told_code.code,
            by=None,
            text=(None if narrative is None else narrative.text("div")) or "",
        )
        yield from _sections(section, own_key, client, happened)
