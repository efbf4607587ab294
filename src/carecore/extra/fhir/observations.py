"""Observation: what somebody measured, saw or asked."""

from typing import Final

import attrs

from carecore.base.amounts import Code, Quantity
from carecore.base.identity import in_words
from carecore.base.moments import When
from carecore.extra.fhir import trusted
from carecore.extra.fhir.datatypes import (
    concept,
    concept_of,
    quantity,
    spelled,
    target_of,
    when,
    word_at,
)
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.found import Found, lose_all, own_fields
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.writer import (
    Writing,
    coded,
    concept_parts,
    inexact_times,
    moment,
    quantified,
    told,
    untold,
)
from carecore.record import Observation, ObservationValue

__all__ = ["ELEMENTS", "read_observation", "write_observation"]

ELEMENTS: Final = (
    Element("Observation.id", "Observation.id"),
    Element("Observation.status", "Observation", "cancelled, entered-in-error: all is a loss"),
    Element("Observation.code", "Observation.code", "the first"),
    Element("Observation.code.text", "Observation.what", "as a word; and in `text`, as it is"),
    Element("Observation.subject", "Observation.client_id"),
    Element("Observation.effectiveDateTime", "Observation.happened"),
    Element("Observation.effectiveInstant", "Observation.happened"),
    Element("Observation.effectivePeriod.start", "Observation.happened"),
    Element("Observation.issued", "Observation.recorded"),
    Element("Observation.performer", "Observation.by", "the first"),
    Element("Observation.valueQuantity", "Observation.value"),
    Element("Observation.valueCodeableConcept", "Observation.value", "its code, else a word"),
    Element("Observation.valueBoolean", "Observation.value"),
    Element("Observation.valueInteger", "Observation.value"),
    Element("Observation.valueString", "Observation.value", "a word; other text is `text`"),
    Element("Observation.component", "Observation", "each an observation of its own"),
)

_FINAL: Final = "final"
_NEVER: Final = ("cancelled", "entered-in-error")
_STATUSES: Final = {
    _FINAL: True,
    **dict.fromkeys(("registered", "preliminary", "amended", "corrected", "unknown", *_NEVER)),
}


def read_observation(node: Node, found: Found, /) -> None:
    """Observation; what never was an observation is none."""
    rest = node.rest
    if rest.get("status") in _NEVER:
        lose_all(node)
        return
    node.word("status", _STATUSES)
    key, client, by = node.held.id, found.client(node, "subject"), _by(node)
    happened, recorded = _happened(node), when(node, "issued")
    what, code, value, text = _seen(node)
    entry = trusted.observation(
        id=key,
        client_id=client,
        what=what,
        value=value,
        happened=happened,
        recorded=recorded,
        code=code,
        by=by,
        text=text,
    )
    own = own_fields(node, Observation) if "extension" in rest else None
    found.entries.append(attrs.evolve(entry, **own) if own else entry)
    if "component" in rest:
        for number, part in enumerate(node.nodes("component"), 1):
            what, code, value, text = _seen(part)
            found.entries.append(
                trusted.observation(
                    id=f"{key}#component-{number}",
                    client_id=client,
                    what=what,
                    value=value,
                    happened=happened,
                    recorded=recorded,
                    code=code,
                    by=by,
                    text=text,
                )
            )


def _happened(node: Node, /) -> When | None:
    rest = node.rest
    if "effectiveDateTime" in rest:
        return when(node, "effectiveDateTime")
    if "effectivePeriod" in rest:
        inner = node.node("effectivePeriod")
        return None if inner is None else when(inner, "start")
    return when(node, "effectiveInstant")


def _by(node: Node, /) -> str | None:
    if "performer" not in node.rest:
        return None
    first = node.first("performer")
    target = None if first is None else target_of(first)
    return None if target is None else target.id


def _seen(node: Node, /) -> tuple[str | None, Code | None, ObservationValue | None, str]:
    """What was looked at, and what was seen."""
    looked_at = concept(node, "code")
    text = looked_at.text
    value, said = _value(node)
    if said:
        if text and in_words(looked_at.word or "") != text:
            node.held.reading.lose(f"{node.place}.code.text", text, node.held)
        text = said
    return looked_at.word, looked_at.code, value, text


def _value(node: Node, /) -> tuple[ObservationValue | None, str]:
    """The value, and what was said in words that are no value."""
    rest = node.rest
    if "valueQuantity" in rest:
        return quantity(node, "valueQuantity"), ""
    if "valueCodeableConcept" in rest:
        inner = node.node("valueCodeableConcept")
        return (None if inner is None else _coded_value(inner)), ""
    if "valueString" in rest:
        text = node.text("valueString") or ""
        word = spelled(text)
        return (word, "") if word is not None and in_words(word) == text else (None, text)
    if "valueBoolean" in rest:
        return node.flag("valueBoolean"), ""
    whole = node.whole("valueInteger")
    return (None if whole is None else Quantity(whole)), ""


def _coded_value(inner: Node, /) -> Code | str | None:
    if "coding" not in inner.rest:
        return word_at(inner)
    seen = concept_of(inner)
    if seen.code is None:
        if seen.text and seen.word is not None and in_words(seen.word) != seen.text:
            inner.lose("text", seen.text)
        return seen.word
    if seen.text and seen.text != seen.code.label:
        inner.lose("text", seen.text)
    return seen.code


def write_observation(entry: Observation, place: str, writing: Writing, /) -> None:
    """Observation; its text is told with what was looked at."""
    text = told(entry.text) or ""
    code, tells_word = concept_parts(entry.code, entry.what, text)
    inexact = inexact_times(entry, "happened", "recorded") + untold(entry, "text")
    inexact += [] if tells_word else ["what"]
    recorded = moment(entry.recorded)
    if recorded is not None and "T" not in recorded:
        # FHIR has a moment there.
        recorded = None
        inexact.append("recorded")
    if code is None:
        code = {"text": "not told"}
        inexact += ["what", "text"]
    writing.put(
        "Observation",
        entry,
        {
            "status": _FINAL,
            "code": code,
            "subject": writing.subject(),
            "effectiveDateTime": moment(entry.happened),
            "issued": recorded,
            "performer": []
            if entry.by is None
            else [writing.reference(entry.by, "Practitioner", "Patient", "RelatedPerson")],
            **_written(entry.value),
        },
        place=place,
        inexact=inexact,
    )


def _written(value: ObservationValue | None, /) -> Json:
    if isinstance(value, Quantity):
        return {"valueQuantity": quantified(value)}
    if isinstance(value, Code):
        return {"valueCodeableConcept": {"coding": [coded(value)]}}
    if isinstance(value, bool):
        return {"valueBoolean": value}
    return {} if value is None else {"valueString": in_words(value)}
