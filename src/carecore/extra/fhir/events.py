"""Encounter, EpisodeOfCare and Procedure: what happened to the client."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from carecore.base.moments import When
from carecore.extra.fhir import trusted
from carecore.extra.fhir.datatypes import concept, concept_of, span, target_of, when
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.found import Found, lose_all, own_fields
from carecore.extra.fhir.nodes import Node
from carecore.record import Event, EventKind, EventOutcome

__all__ = [
    "DISCHARGED",
    "ELEMENTS",
    "EPISODE",
    "INPATIENT",
    "read_encounter",
    "read_episode",
    "read_procedure",
]

ELEMENTS: Final = (
    Element("Encounter.id", "Event.id"),
    Element("Encounter.status", "Event.outcome", "planned, entered-in-error: all is a loss"),
    Element("Encounter.class", "Event.kind", "inpatient: admission and discharge"),
    Element("Encounter.type", "Event.code", "the first"),
    Element("Encounter.type.text", "Event.what", "as a word; and in `text`, as it is"),
    Element("Encounter.subject", "Event.client_id"),
    Element("Encounter.participant.individual", "Event.by", "the first"),
    Element("Encounter.period.start", "Event.happened"),
    Element("Encounter.period.end", "Event.until", "of an inpatient: when the discharge happened"),
    Element("EpisodeOfCare.id", "Event.id"),
    Element("EpisodeOfCare.status", "Event.outcome", "planned, waitlist: all is a loss"),
    Element("EpisodeOfCare.type", "Event.code", "the first"),
    Element("EpisodeOfCare.type.text", "Event.text"),
    Element("EpisodeOfCare.patient", "Event.client_id"),
    Element("EpisodeOfCare.period.start", "Event.happened"),
    Element("EpisodeOfCare.period.end", "Event.until"),
    Element("EpisodeOfCare.careManager", "Event.by"),
    Element("Procedure.id", "Event.id"),
    Element("Procedure.status", "Event.outcome", "preparation, entered-in-error: all is a loss"),
    Element("Procedure.code", "Event.code", "the first"),
    Element("Procedure.code.text", "Event.what", "as a word; and in `text`, as it is"),
    Element("Procedure.subject", "Event.client_id"),
    Element("Procedure.performedDateTime", "Event.happened"),
    Element("Procedure.performedPeriod.start", "Event.happened"),
    Element("Procedure.performedPeriod.end", "Event.until"),
    Element("Procedure.performer.actor", "Event.by", "the first"),
)

INPATIENT: Final = "IMP"
DISCHARGED: Final = "#discharge"
"""What stands behind the id of an admission in the id of its discharge."""
EPISODE: Final = "episode_of_care"
"""What an event is that tells of a whole episode of care."""

_KINDS: Final[Mapping[str, EventKind]] = MappingProxyType(
    {
        **dict.fromkeys((INPATIENT, "ACUTE", "NONAC"), EventKind.ADMISSION),
        **dict.fromkeys(("AMB", "EMER", "FLD", "HH", "OBSENC", "PRENC", "SS"), EventKind.VISIT),
        "VR": EventKind.CONTACT,
    }
)
"""The classes of encounters (HL7 v3 ActEncounterCode), and the kind of event each of them is."""
_PLAIN: Final = (INPATIENT, "AMB", "VR")
"""The classes that tell no more than the kind does."""
_OBSERVED: Final = "OBSENC"
_DONE, _NOT_DONE = EventOutcome.DONE, EventOutcome.NOT_DONE
# What is not there yet, or never was, is no event: all of it is a loss.
_NO_EVENT: Final = frozenset(("planned", "waitlist", "preparation", "draft", "entered-in-error"))
_ENCOUNTERS: Final[Mapping[str, EventOutcome | None]] = MappingProxyType(
    {
        "finished": _DONE,
        "cancelled": _NOT_DONE,
        **dict.fromkeys(("arrived", "triaged", "in-progress", "onleave", "unknown")),
        **dict.fromkeys(_NO_EVENT),
    }
)
_EPISODES: Final[Mapping[str, EventOutcome | None]] = MappingProxyType(
    {
        "finished": _DONE,
        "cancelled": _NOT_DONE,
        **dict.fromkeys(("active", "onhold")),
        **dict.fromkeys(_NO_EVENT),
    }
)
_PROCEDURES: Final[Mapping[str, EventOutcome | None]] = MappingProxyType(
    {
        "completed": _DONE,
        "not-done": _NOT_DONE,
        "stopped": EventOutcome.ATTEMPTED,
        # As STU3 calls them.
        "aborted": EventOutcome.ATTEMPTED,
        "suspended": None,
        **dict.fromkeys(("in-progress", "on-hold", "unknown")),
        **dict.fromkeys(_NO_EVENT),
    }
)


def read_encounter(node: Node, found: Found, /) -> None:
    """Encounter: a visit; of an inpatient, the admission and the discharge."""
    if node.rest.get("status") in _NO_EVENT:
        lose_all(node)
        return
    status: object = node.rest.get("status")
    outcome = node.word("status", _ENCOUNTERS)
    kind, setting = _class(node)
    start, end = span(node, "period")
    client = found.client(node, "subject")
    told_type = _first_type(node)
    fields: dict[str, Any] = {
        "id": node.held.id,
        "client_id": client,
        "kind": kind,
        "outcome": outcome,
        "happened": start,
        "until": end,
        "setting": setting,
        "by": _participant(node),
        **told_type,
    }
    if kind is not EventKind.ADMISSION:
        _put(node, found, fields)
        return
    fields["until"] = None
    # Whoever is there was admitted, though the stay has not ended.
    fields["outcome"] = _DONE if outcome is None and status != "unknown" else outcome
    _put(node, found, fields)
    if end is not None:
        key = f"{node.held.id}{DISCHARGED}"
        discharge = EventKind.DISCHARGE
        found.entries.append(
            trusted.event(id=key, client_id=client, kind=discharge, outcome=outcome, happened=end)
        )


def _class(node: Node, /) -> tuple[EventKind, str | None]:
    inner = node.node("class")
    if inner is None:
        return EventKind.OTHER, None
    code: object = inner.rest.get("code")
    kind = _KINDS.get(code) if isinstance(code, str) else None
    if kind is None:
        return EventKind.OTHER, None
    if code in _PLAIN:
        del inner.rest["code"]
    return kind, "observation" if code == _OBSERVED else None


def _first_type(node: Node, /) -> dict[str, Any]:
    """What it was, in a code, a word and a text."""
    if "type" not in node.rest:
        return {}
    first = node.first("type")
    if first is None:
        return {}
    told_type = concept_of(first)
    return {"what": told_type.word, "code": told_type.code, "text": told_type.text}


def _participant(node: Node, /) -> str | None:
    """The first person who took part; the others are lost."""
    by: str | None = None
    for one in node.nodes("participant") if "participant" in node.rest else ():
        inner = None if by is not None else one.node("individual")
        target = None if inner is None else target_of(inner)
        by = by if target is None else target.id
    return by


def _put(node: Node, found: Found, fields: dict[str, Any], /) -> None:
    own = own_fields(node, Event) if "extension" in node.rest else None
    entry = Event(**(fields | own)) if own else trusted.event(**fields)
    found.entries.append(entry)


def read_episode(node: Node, found: Found, /) -> None:
    """EpisodeOfCare: that somebody was responsible for the client for a while."""
    if node.rest.get("status") in _NO_EVENT:
        lose_all(node)
        return
    told_type = _first_type(node)
    word = told_type.pop("what", None)
    if word is not None and told_type.get("code") is None and not told_type["text"]:
        told_type["text"] = word
    outcome = node.word("status", _EPISODES)
    start, end = span(node, "period")
    manager = node.node("careManager")
    target = None if manager is None else target_of(manager)
    fields: dict[str, Any] = {
        "id": node.held.id,
        "client_id": found.client(node, "patient"),
        "kind": EventKind.OTHER,
        "what": EPISODE,
        "outcome": outcome,
        "happened": start,
        "until": end,
        "by": None if target is None else target.id,
        **told_type,
    }
    _put(node, found, fields)


def read_procedure(node: Node, found: Found, /) -> None:
    """Procedure: something that was done to the client, or tried, or not done."""
    if node.rest.get("status") in _NO_EVENT:
        lose_all(node)
        return
    outcome = node.word("status", _PROCEDURES)
    told_code = concept(node, "code")
    happened, until = _performed(node)
    fields: dict[str, Any] = {
        "id": node.held.id,
        "client_id": found.client(node, "subject"),
        "kind": EventKind.PROCEDURE,
        "what": told_code.word,
        "outcome": outcome,
        "happened": happened,
        "until": until,
        "by": _performer(node),
        "code": told_code.code,
        "text": told_code.text,
    }
    _put(node, found, fields)


def _performed(node: Node, /) -> tuple[When | None, When | None]:
    if "performedDateTime" in node.rest:
        return when(node, "performedDateTime"), None
    return span(node, "performedPeriod")


def _performer(node: Node, /) -> str | None:
    by: str | None = None
    for one in node.nodes("performer") if "performer" in node.rest else ():
        inner = None if by is not None else one.node("actor")
        target = None if inner is None else target_of(inner)
        by = by if target is None else target.id
    return by
