"""Observation: what somebody measured, saw or asked."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, Final

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
    when,
    word_at,
)
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json, is_id
from carecore.extra.fhir.found import (
    Found,
    first_person,
    is_of_person,
    kind_of,
    lose_all,
    own_fields,
)
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.writing import (
    Writing,
    coded,
    concept_parts,
    inexact_times,
    moment,
    quantified,
    tells_code,
    told,
    untold,
)
from carecore.record import Observation, ObservationValue

__all__ = ["ELEMENTS", "read_observation", "write_observation"]

ELEMENTS: Final = (
    Element("Observation.id", "Observation.id"),
    Element("Observation.status", "Observation", note="cancelled, entered-in-error: all is a loss"),
    Element("Observation.code", "Observation.code", note="the first"),
    Element("Observation.code.text", "Observation.what", note="as a word; and in `text`, as it is"),
    Element("Observation.subject", "Observation.client_id"),
    Element("Observation.effectiveDateTime", "Observation.happened"),
    Element("Observation.effectiveInstant", "Observation.happened"),
    Element("Observation.effectivePeriod.start", "Observation.happened"),
    Element("Observation.issued", "Observation.recorded"),
    Element("Observation.performer", "Observation.by", note="the first person"),
    Element("Observation.valueQuantity", "Observation.value"),
    Element("Observation.valueCodeableConcept", "Observation.value", note="its code, else a word"),
    Element("Observation.valueBoolean", "Observation.value"),
    Element("Observation.valueInteger", "Observation.value"),
    Element("Observation.valueString", "Observation.value", note="a word; other text is `text`"),
    Element("Observation.component", "Observation", note="each an observation of its own"),
)

_FINAL: Final = "final"
_NEVER: Final = ("cancelled", "entered-in-error")
_STATUSES: Final = {
    _FINAL: True,
    **dict.fromkeys(("registered", "preliminary", "amended", "corrected", "unknown", *_NEVER)),
}
_PART: Final = "#component-"
"""What stands between the id of an observation and the number of a component of it."""
_PEOPLE: Final = ("Practitioner", "Patient", "RelatedPerson")
_LOOKING: Final = (*_PEOPLE, "PractitionerRole", "")
"""The types of resources that FHIR lets look; a reference that names no type may be to one."""


def read_observation(node: Node, found: Found, /) -> None:
    """Observation; what never was an observation of the client is none."""
    rest = node.rest
    if rest.get("status") in _NEVER or "modifierExtension" in rest or _is_of_another(node):
        lose_all(node)
        return
    node.word("status", _STATUSES)
    key, client = node.held.id, found.client(node, "subject")
    by = first_person(node, "performer") if "performer" in rest else None
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
            own_key = f"{key}{_PART}{number}"
            if "modifierExtension" in part.rest or not is_id(own_key):
                # It may mean the opposite, or would have too long a name.
                part.lose()
                continue
            what, code, value, text = _seen(part)
            found.entries.append(
                trusted.observation(
                    id=own_key,
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


def _is_of_another(node: Node, /) -> bool:
    """Whether it stands in the record of the client, and is about somebody else."""
    if "focus" not in node.rest:
        return False
    subject: Any = node.rest.get("subject")
    known: object = subject.get("reference") if subject.__class__ is dict else None
    inners = node.nodes("focus")
    others = (one for one in inners if known is None or one.rest.get("reference") != known)
    if not any(is_of_person(kind) or kind == "Group" for kind in map(kind_of, others)):
        return False
    for one in inners:
        # All of it is lost with the whole.
        one.rest = {}
    return True


def _happened(node: Node, /) -> When | None:
    rest = node.rest
    if "effectiveDateTime" in rest:
        return when(node, "effectiveDateTime")
    if "effectivePeriod" in rest:
        inner = node.node("effectivePeriod")
        return None if inner is None else when(inner, "start")
    return when(node, "effectiveInstant")


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


def write_observation(
    entry: Observation, place: str, writing: Writing, /, following: Iterable[Observation] = ()
) -> int:
    """Observation; its text is told with what was looked at.

    Args:
        entry: the observation.
        place: where it stands in the plan.
        writing: takes what is written.
        following: the observations after it.

    Returns:
        How many of those that follow it tells as its components.
    """
    body, inexact = _told(entry)
    inexact += inexact_times(entry, "happened", "recorded")
    recorded = moment(entry.recorded)
    if recorded is not None and "T" not in recorded:
        # FHIR has a moment there.
        recorded = None
        inexact.append("recorded")
    by = None if entry.by is None else writing.person(entry.by, _PEOPLE, _LOOKING)
    inexact += ["by"] if by is None and entry.by is not None else []
    is_shared = {"happened", "recorded", "by"}.isdisjoint(inexact)
    parts = _parts(entry, body, following) if is_shared else []
    if "code" not in body:
        body["code"] = {"text": "not told"}
        inexact += ["what", "text"]
    writing.put(
        "Observation",
        entry,
        {
            "status": _FINAL,
            "subject": writing.subject(),
            "effectiveDateTime": moment(entry.happened),
            "issued": recorded,
            "performer": [] if by is None else [by],
            **body,
            "component": parts,
        },
        place=place,
        inexact=inexact,
    )
    return len(parts)


def _told(entry: Observation, /) -> tuple[Json, list[str]]:
    """What was looked at and seen, and which fields that does not tell."""
    inexact = untold(entry, "text") + ([] if tells_code(entry.code) else ["code"])
    code = None if "code" in inexact else entry.code
    looked_at, tells_word = concept_parts(code, entry.what, told(entry.text) or "")
    inexact += [] if tells_word else ["what"]
    seen = _written(entry.value)
    inexact += ["value"] if seen is None else []
    body = {} if looked_at is None else {"code": looked_at}
    return {**body, **(seen or {})}, inexact


def _written(value: ObservationValue | None, /) -> Json | None:
    """The value; None: FHIR cannot tell it."""
    if isinstance(value, Quantity):
        return {"valueQuantity": quantified(value)}
    if isinstance(value, Code):
        return {"valueCodeableConcept": {"coding": [coded(value)]}} if tells_code(value) else None
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if value is None:
        return {}
    return {"valueString": in_words(value)} if spelled(in_words(value)) == value else None


_OF_ITS_OWN: Final = ("id", "what", "value", "code", "text")
_shared: Final = attrgetter(
    *(one.name for one in attrs.fields(Observation) if one.name not in _OF_ITS_OWN)
)
"""What a component does not say of itself."""


def _parts(entry: Observation, whole: Json, following: Iterable[Observation], /) -> list[Json]:
    """Those that follow and are components, as long as they say all that they would say alone."""
    found: list[Json] = []
    codings = _codings(whole) if entry.value is not None else None
    for one in following:
        is_next = one.id == f"{entry.id}{_PART}{len(found) + 1}"
        if not is_next or _shared(one) != _shared(entry):
            break
        body, inexact = _told(one)
        # FHIR refuses a component that says again what the whole says.
        is_again = bool(codings) and codings == _codings(body)
        if is_again or inexact or "code" not in body:
            break
        found.append(body)
    return found


def _codings(body: Json, /) -> list[Json] | None:
    looked_at: Json = body.get("code", {})
    return looked_at.get("coding")
