"""Composition: a document about the client, and its sections by title and code."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final
from xml.etree import ElementTree as ET

from carecore.base.identity import in_words
from carecore.base.moments import When
from carecore.extra.fhir import trusted
from carecore.extra.fhir.datatypes import Concept, concept, spelled, when
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json, is_id
from carecore.extra.fhir.found import Found, first_person, lose_all, own_fields
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.writing import (
    Writing,
    coded,
    concept_parts,
    filled,
    inexact_times,
    moment,
    tells_code,
    told,
    untold,
)
from carecore.record import Event, EventKind, EventOutcome, Observation

__all__ = [
    "ELEMENTS",
    "first_section",
    "is_document",
    "read_composition",
    "sections_of",
    "write_composition",
]

ELEMENTS: Final = (
    Element("Composition.id", "Event.id"),
    Element("Composition.status", "Event.outcome", note="entered-in-error: all of it is a loss"),
    Element(
        "Composition.type",
        "Event.code",
        note="the first; its text or label is `what`, and a transfer summary is a hand-over",
    ),
    Element("Composition.subject", "Event.client_id"),
    Element("Composition.date", "Event.happened"),
    Element("Composition.author", "Event.by", note="the first person"),
    Element("Composition.title", "Event.text"),
    Element("Composition.section.title", "Observation.what", note="each section an observation"),
    Element("Composition.section.code", "Observation.code"),
    Element("Composition.section.text.div", "Observation.text"),
)

_ERROR: Final = "entered-in-error"
_AMENDED: Final = "amended"
_STATUSES: Final[Mapping[str, EventOutcome | None]] = MappingProxyType(
    {"final": EventOutcome.DONE, _AMENDED: EventOutcome.DONE, "preliminary": None}
)
_STATUS_CODES: Final[Mapping[EventOutcome | None, str]] = MappingProxyType(
    {EventOutcome.DONE: "final", None: "preliminary"}
)
_LOINC: Final = "http://loinc.org"
_HAND_OVERS: Final = frozenset(("18761-7",))
"""Types of documents (LOINC) with which one provider of care hands the client over to another.

A discharge summary may come long after, and says nothing of who takes over.
"""
_HANDED_OVER: Final = frozenset(
    ("hand_over", "hand_over_note", "handoff", "handoff_note", "handover", "handover_note")
)
"""The same in words."""
_SECTION: Final = "#section"
"""What stands between the id of a document and the numbers of a section of it."""
_DIV: Final = '<div xmlns="http://www.w3.org/1999/xhtml">'
_PEOPLE: Final = ("Practitioner", "Patient", "RelatedPerson")
_WRITING: Final = (*_PEOPLE, "PractitionerRole", "")
"""The types of resources that FHIR lets write; a reference that names no type may be to one."""


def read_composition(node: Node, found: Found, /) -> None:
    """Composition: that it was written is an event, and what it says are observations."""
    status: object = node.rest.get("status")
    if status == _ERROR or "modifierExtension" in node.rest:
        lose_all(node)
        return
    told_type = concept(node, "type")
    if told_type.text and in_words(told_type.word or "") != told_type.text:
        node.held.reading.lose(f"{node.place}.type.text", told_type.text, node.held)
    outcome, happened = node.word("status", _STATUSES), when(node, "date")
    if status == _AMENDED:
        node.lose("status", status)
    client = found.client(node, "subject")
    fields: dict[str, Any] = {
        "id": node.held.id,
        "client_id": client,
        "kind": _kind(told_type),
        "what": told_type.word,
        "outcome": outcome,
        "happened": happened,
        "by": first_person(node, "author"),
        "code": told_type.code,
        "text": node.text("title") or "",
    }
    own = own_fields(node, Event)
    entry = Event(**(fields | own)) if own else trusted.event(**fields)
    found.entries.append(entry)
    found.entries += _sections(node, f"{node.held.id}{_SECTION}", client, happened)


def _kind(told_type: Concept, /) -> EventKind:
    code = told_type.code
    is_coded = code is not None and code.system == _LOINC and code.code in _HAND_OVERS
    is_over = is_coded or told_type.word in _HANDED_OVER
    return EventKind.HAND_OVER if is_over else EventKind.OTHER


def _sections(
    node: Node, key: str, client: str | None, happened: When | None, /
) -> Iterator[Observation]:
    """Each section and those within it, numbered as in a book."""
    for number, section in enumerate(node.nodes("section"), 1):
        own_key = f"{key}-{number}"
        if "modifierExtension" in section.rest or not is_id(own_key):
            # It may mean the opposite, or would have too long a name.
            section.lose()
            continue
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


def is_document(event: Event, /) -> bool:
    """Whether an event is that a document was written, of which FHIR wants to know when."""
    return (
        event.id.startswith("Composition/")
        and event.kind in (EventKind.OTHER, EventKind.HAND_OVER)
        and event.outcome in _STATUS_CODES
        and event.happened is not None
    )


def first_section(event: Event, /) -> str:
    """The id of the first section of a document."""
    return f"{event.id}{_SECTION}-1"


def sections_of(
    event: Event, observations: Sequence[Observation], start: int, /
) -> tuple[int, list[Json]]:
    """The sections of a document that begin with the observation at *start*.

    Returns:
        How many observations they tell, and the sections; none, if one of them says more or less
        than a section does.
    """
    end, before = start, f"{event.id}{_SECTION}-"
    while end < len(observations) and observations[end].id.startswith(before):
        end += 1
    waiting = list(reversed(observations[start:end]))
    found = [] if inexact_times(event, "happened") else _taken(event, before[:-1], waiting)
    return (end - start - len(waiting), found) if found else (0, [])


def _taken(event: Event, key: str, waiting: list[Observation], /) -> list[Json] | None:
    """The sections that the next of those who wait are, one within another; they wait no more.

    None: one of them says more or less than a section does.
    """
    found: list[Json] = []
    while waiting and waiting[-1].id == f"{key}-{len(found) + 1}":
        entry = waiting.pop()
        body, inner = _section(event, entry), _taken(event, entry.id, waiting)
        if body is None or inner is None or not (inner or "text" in body):
            return None
        found.append({**body, "section": inner} if inner else body)
    return found


def _section(event: Event, entry: Observation, /) -> Json | None:
    """A section that says all that an observation says; None: there is none."""
    label = "" if entry.code is None else entry.code.label
    expected = Observation(
        id=entry.id,
        client_id=event.client_id,
        what=entry.what,
        happened=event.happened,
        code=entry.code,
        text=entry.text,
    )
    title = None if entry.what is None else in_words(entry.what)
    is_told = (
        entry == expected
        and spelled(label if title is None else title) == entry.what
        and tells_code(entry.code)
        and (not entry.text or _is_narrative(entry.text))
    )
    if not is_told:
        return None
    narrative = {"status": "generated", "div": entry.text}
    return filled(
        {
            "title": title,
            "code": None if entry.code is None else {"coding": [coded(entry.code)]},
            "text": narrative if entry.text else None,
        }
    )


def _is_narrative(text: str, /) -> bool:
    """Whether FHIR takes a text as it is: a division of XHTML in which something stands."""
    if not text.startswith(_DIV):
        return False
    try:
        found = ET.fromstring(text)  # noqa: S314 # it begins with a division: it declares nothing
    except ET.ParseError:
        return False
    return any(one.strip() for one in found.itertext()) or found.find(".//{*}img") is not None


def write_composition(event: Event, sections: list[Json], place: str, writing: Writing, /) -> None:
    """Composition: a document with its sections."""
    inexact = inexact_times(event, "happened") + untold(event, "text")
    inexact += [] if tells_code(event.code) else ["code"]
    code = None if "code" in inexact else event.code
    told_type, tells_word = concept_parts(code, event.what, "")
    inexact += [] if tells_word else ["what"]
    # Where the word is not told, nobody knows here which kind would be read.
    is_same = tells_word and _kind(Concept(code, event.what)) is event.kind
    inexact += [] if is_same else ["kind"]
    author = None if event.by is None else writing.person(event.by, _PEOPLE, _WRITING)
    inexact += [] if author is not None else ["by"]
    inexact += [] if told(event.text) else ["text"]
    inexact += [] if told_type is not None else ["what"]
    body: Json = {
        "status": _STATUS_CODES[event.outcome],
        "type": told_type or {"text": "not told"},
        "subject": writing.subject(),
        "date": moment(event.happened),
        "author": [author or {"display": "not told"}],
        "title": told(event.text) or "not told",
        "section": sections,
    }
    lacking = ("until", "recorded", "to", "setting")
    writing.put("Composition", event, body, place=place, lacking=lacking, inexact=inexact)
