"""Encounter, EpisodeOfCare and Procedure: what happened to the client."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, cast

from carecore.base.identity import in_words
from carecore.base.moments import When
from carecore.extra.fhir import trusted
from carecore.extra.fhir.datatypes import concept, concept_of, span, when
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import find, is_id
from carecore.extra.fhir.found import Found, kind_of, lose_all, own_fields, person_of
from carecore.extra.fhir.locations import setting_at
from carecore.extra.fhir.nodes import Node, items_in
from carecore.record import Event, EventKind, EventOutcome

__all__ = [
    "ACT_CODE",
    "DISCHARGED",
    "ELEMENTS",
    "EPISODE",
    "GIVING",
    "INPATIENT",
    "OBSERVED",
    "UNDER_OBSERVATION",
    "read_encounter",
    "read_episode",
    "read_procedure",
]

ELEMENTS: Final = (
    Element("Encounter.id", "Event.id"),
    Element("Encounter.status", "Event.outcome", note="planned, entered-in-error: all is a loss"),
    Element("Encounter.location.location", "Event.setting", note="where the place's type says it"),
    Element("Encounter.class", "Event.kind", note="inpatient: admission and discharge"),
    Element("Encounter.type", "Event.code", note="the first"),
    Element("Encounter.type.text", "Event.what", note="as a word; and in `text`, as it is"),
    Element("Encounter.subject", "Event.client_id"),
    Element("Encounter.participant.individual", "Event.by", note="the first who gave care"),
    Element("Encounter.period.start", "Event.happened"),
    Element(
        "Encounter.period.end", "Event.until", note="of an inpatient: when the discharge happened"
    ),
    Element("EpisodeOfCare.id", "Event.id"),
    Element("EpisodeOfCare.status", "Event.outcome", note="planned, waitlist: all is a loss"),
    Element("EpisodeOfCare.type", "Event.code", note="the first"),
    Element("EpisodeOfCare.type.text", "Event.text"),
    Element("EpisodeOfCare.patient", "Event.client_id"),
    Element("EpisodeOfCare.period.start", "Event.happened"),
    Element("EpisodeOfCare.period.end", "Event.until"),
    Element("EpisodeOfCare.careManager", "Event.by"),
    Element("Procedure.id", "Event.id"),
    Element(
        "Procedure.status", "Event.outcome", note="preparation, entered-in-error: all is a loss"
    ),
    Element("Procedure.code", "Event.code", note="the first"),
    Element("Procedure.code.text", "Event.what", note="as a word; and in `text`, as it is"),
    Element("Procedure.subject", "Event.client_id"),
    Element("Procedure.performedDateTime", "Event.happened"),
    Element("Procedure.performedPeriod.start", "Event.happened"),
    Element("Procedure.performedPeriod.end", "Event.until"),
    Element("Procedure.performer.actor", "Event.by", note="the first person"),
)

INPATIENT: Final = "IMP"
DISCHARGED: Final = "#discharge"
"""What stands behind the id of an admission in the id of its discharge."""
EPISODE: Final = "episode_of_care"
"""What an event is that tells of a whole episode of care."""

_VISIT: Final = EventKind.VISIT
_CLASSES: Final[Mapping[str, EventKind]] = MappingProxyType(
    {
        **dict.fromkeys((INPATIENT, "ACUTE", "NONAC"), EventKind.ADMISSION),
        **dict.fromkeys(("AMB", "EMER", "FLD", "HH", "OBSENC", "PRENC", "SS"), _VISIT),
        "VR": EventKind.CONTACT,
    }
)
"""The classes of encounters (HL7 v3 ActEncounterCode), and the kind of event each of them is."""
_OLD_CLASSES: Final[Mapping[str, EventKind]] = MappingProxyType(
    {
        "inpatient": EventKind.ADMISSION,
        **dict.fromkeys(("outpatient", "ambulatory", "emergency", "home", "field"), _VISIT),
        "daytime": _VISIT,
        "virtual": EventKind.CONTACT,
    }
)
"""The same as DSTU2 called them; later documents still have them, mostly without a system."""
ACT_CODE: Final = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_KINDS: Final[Mapping[str | None, Mapping[str, EventKind]]] = MappingProxyType(
    {
        ACT_CODE: _CLASSES,
        "http://hl7.org/fhir/v3/ActCode": _CLASSES,
        "http://hl7.org/fhir/encounter-class": _OLD_CLASSES,
        None: MappingProxyType({**_CLASSES, **_OLD_CLASSES}),
    }
)
OBSERVED: Final = "OBSENC"
UNDER_OBSERVATION: Final = "observation"
"""The care setting of whoever is kept under observation."""
_PLAIN: Final = (INPATIENT, "AMB", OBSERVED, "VR")
"""The classes that tell no more than kind and setting do."""
_PLAINEST: Final = tuple({"system": ACT_CODE, "code": code} for code in ("AMB", INPATIENT))
_BESIDE: Final = ("CALLBCK", "ESC", "REF", "emergency", "translator")
"""How one takes part without giving care (HL7 v3 ParticipationType, participant-type)."""
GIVING: Final = ("Practitioner", "PractitionerRole", "")
"""The types of resources that may give care at an encounter: the client's family does not."""
_NOT_THERE: Final = ("planned", "reserved")
"""Places of an encounter where nobody has been."""
_DONE, _NOT_DONE = EventOutcome.DONE, EventOutcome.NOT_DONE
_ERROR: Final = "entered-in-error"
# What is not there yet, or never was, is no event: all of it is a loss.
_NO_ENCOUNTER: Final = frozenset(("planned", _ERROR))
_NO_EPISODE: Final = frozenset(("planned", "waitlist", _ERROR))
_NO_PROCEDURE: Final = frozenset(("preparation", _ERROR))
_THERE: Final = ("in-progress", "onleave")
"""Encounters that have begun and go on."""
_ENCOUNTERS: Final[Mapping[str, EventOutcome | None]] = MappingProxyType(
    {
        "finished": _DONE,
        "cancelled": _NOT_DONE,
        **dict.fromkeys(("arrived", "triaged", *_THERE, "unknown")),
    }
)
_EPISODES: Final[Mapping[str, EventOutcome | None]] = MappingProxyType(
    {
        "finished": _DONE,
        "cancelled": _NOT_DONE,
        **dict.fromkeys(("active", "onhold")),
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
    }
)


def read_encounter(node: Node, found: Found, /) -> None:
    """Encounter: a visit; of an inpatient, the admission and the discharge."""
    status: object = node.rest.get("status")
    if _is_none(node, _NO_ENCOUNTER):
        lose_all(node)
        return
    outcome = node.word("status", _ENCOUNTERS)
    kind, setting = _class(node)
    period: Any = node.rest.get("period")
    ended: object = period.get("end") if period.__class__ is dict else None
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
        "setting": _setting(node) if setting is None else setting,
        "by": _first_person(node, "participant", "individual", GIVING),
        **told_type,
    }
    if kind is not EventKind.ADMISSION:
        _put(node, found, fields)
        return
    fields["until"] = None
    # Whoever is there was admitted, though the stay has not ended.
    fields["outcome"] = _DONE if status in _THERE else outcome
    _put(node, found, fields)
    if end is None:
        return
    key = f"{node.held.id}{DISCHARGED}"
    if not is_id(key):
        # It would have too long a name.
        node.held.reading.lose(f"{node.place}.period.end", ended, node.held)
        return
    discharge = EventKind.DISCHARGE
    found.entries.append(
        trusted.event(id=key, client_id=client, kind=discharge, outcome=outcome, happened=end)
    )


def _is_none(node: Node, never: frozenset[str], /) -> bool:
    """Whether it is no event, or may be the opposite of one."""
    status = node.rest.get("status")
    is_never = status.__class__ is str and status in never
    return is_never or "modifierExtension" in node.rest


def _class(node: Node, /) -> tuple[EventKind, str | None]:
    raw: object = node.rest.get("class")
    if raw in _PLAINEST:
        # Most are so.
        del node.rest["class"]
        return _CLASSES[cast("dict[str, str]", raw)["code"]], None
    inner = node.node("class")
    if inner is None:
        return EventKind.OTHER, None
    rest = inner.rest
    code: object = rest.get("code")
    system: object = rest.get("system")
    known = _KINDS.get(system) if system is None or isinstance(system, str) else None
    kind = known.get(code) if known is not None and isinstance(code, str) else None
    if kind is None:
        return EventKind.OTHER, None
    if code in _PLAIN and system is not None:
        del rest["code"]
        if system == ACT_CODE:
            del rest["system"]
    return kind, UNDER_OBSERVATION if code == OBSERVED else None


def _setting(node: Node, /) -> str | None:
    """Where it was, if all places that it names are of one kind; they are lost as they are."""
    told: set[str | None] = set()
    for one in items_in(node.rest.get("location")):
        if one.__class__ is dict and one.get("status") in _NOT_THERE:
            continue
        place: Any = one.get("location") if one.__class__ is dict else None
        text: object = place.get("reference") if place.__class__ is dict else None
        is_there = isinstance(text, str) and bool(text)
        told.add(setting_at(find(cast("str", text), node.held).held) if is_there else None)
    return told.pop() if len(told) == 1 else None


def _first_type(node: Node, /) -> dict[str, Any]:
    """What it was, in a code, a word and a text."""
    if "type" not in node.rest:
        return {}
    first = node.first("type")
    if first is None:
        return {}
    told_type = concept_of(first)
    return {"what": told_type.word, "code": told_type.code, "text": told_type.text}


def _first_person(
    node: Node, key: str, inner_key: str, kinds: tuple[str, ...] | None = None, /
) -> str | None:
    """The first of those in a list who did it; the others are lost."""
    if key not in node.rest:
        return None
    by: str | None = None
    for one in node.nodes(key):
        if by is None and "modifierExtension" not in one.rest and not _is_beside(one):
            inner = one.node(inner_key)
            if inner is not None and (kinds is None or kind_of(inner) in kinds):
                target = person_of(inner)
                by = None if target is None else target.id
    return by


def _is_beside(node: Node, /) -> bool:
    """Whether somebody takes part without giving care."""
    for kind in items_in(node.rest.get("type")):
        codings = items_in(kind.get("coding")) if kind.__class__ is dict else []
        if any(one.__class__ is dict and one.get("code") in _BESIDE for one in codings):
            return True
    return False


def _put(node: Node, found: Found, fields: dict[str, Any], /) -> None:
    own = own_fields(node, Event) if "extension" in node.rest else None
    entry = Event(**(fields | own)) if own else trusted.event(**fields)
    found.entries.append(entry)


def read_episode(node: Node, found: Found, /) -> None:
    """EpisodeOfCare: that somebody was responsible for the client for a while."""
    if _is_none(node, _NO_EPISODE):
        lose_all(node)
        return
    told_type = _first_type(node)
    word = told_type.pop("what", None)
    if word is not None and told_type.get("code") is None and not told_type["text"]:
        told_type["text"] = in_words(word)
    outcome = node.word("status", _EPISODES)
    start, end = span(node, "period")
    manager = node.node("careManager")
    target = None if manager is None else person_of(manager)
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
    if _is_none(node, _NO_PROCEDURE):
        lose_all(node)
        return
    # STU3 says beside the status that it was not done, and the status then means something else.
    is_undone = node.flag("notDone") if "notDone" in node.rest else False
    if is_undone is False:
        outcome = node.word("status", _PROCEDURES)
    else:
        node.lose("status")
        outcome = None if is_undone is None else _NOT_DONE
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
        "by": _first_person(node, "performer", "actor"),
        "code": told_code.code,
        "text": told_code.text,
    }
    _put(node, found, fields)


def _performed(node: Node, /) -> tuple[When | None, When | None]:
    if "performedDateTime" in node.rest:
        return when(node, "performedDateTime"), None
    return span(node, "performedPeriod")
