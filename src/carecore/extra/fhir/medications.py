"""MedicationStatement and MedicationRequest: what a client takes, and what was prescribed.

A Medication is read where one of these names it, once; one that nobody names is lost.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from carecore.base.reasons import at
from carecore.extra.fhir.datatypes import (
    concept_of,
    days,
    word_at,
)
from carecore.extra.fhir.details import is_forbidden
from carecore.extra.fhir.dosages import DOSES, Dosage, dosed, read_dosage, undosed
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Held, Json
from carecore.extra.fhir.found import Found, Substance, kind_of, lose_all, with_own
from carecore.extra.fhir.joining import list_id
from carecore.extra.fhir.nodes import Node, opened
from carecore.extra.fhir.references import target_of
from carecore.extra.fhir.writing import (
    Writing,
    coded,
    inexact_periods,
    linked,
    period,
    tells_code,
    tells_term,
    told,
    untold,
    worded,
)
from carecore.medications import Medication, MedicationList, MedicationStatus

__all__ = [
    "ELEMENTS",
    "lists_are_told",
    "read_medication",
    "read_request",
    "read_statement",
    "write_medications",
]

_STATEMENT: Final = "MedicationStatement"
_REQUEST: Final = "MedicationRequest"
_BOTH: Final = (
    ("id", "id"),
    ("medicationCodeableConcept", "substance", "its text, else the label; its first code as well"),
    ("medicationReference", "substance", "of the Medication, else how it is called there"),
    ("reasonCode", "purpose", "the first, as a word"),
    ("note.text", "note"),
)


def _elements(kind: str, dosage: str, /) -> Iterable[Element]:
    for path, field, *note in (*_BOTH, *((f"{dosage}.{one[0]}", *one[1:]) for one in DOSES)):
        yield Element(f"{kind}.{path}", f"Medication.{field}", note="".join(note))


ELEMENTS: Final = (
    Element("Medication.code", "Medication.substance", note="where something names the Medication"),
    *_elements(_REQUEST, "dosageInstruction"),
    Element("MedicationRequest.dosageInstruction.timing.repeat.boundsPeriod", "Medication.period"),
    Element(
        "MedicationRequest.status", "Medication.status", note="entered in error: all is a loss"
    ),
    Element("MedicationRequest.intent", "Medication.status", note="what is not ordered is planned"),
    Element("MedicationRequest.doNotPerform", "Medication", note="true: all of it is a loss"),
    Element("MedicationRequest.subject", "MedicationList.client_id"),
    Element(
        "MedicationRequest.requester", "Medication.prescriber", note="where it is a professional"
    ),
    *_elements(_STATEMENT, "dosage"),
    Element(
        "MedicationStatement.dosage.timing.repeat.boundsPeriod",
        "Medication.period",
        note="without an `effectivePeriod`",
    ),
    Element(
        "MedicationStatement.status",
        "Medication.status",
        note="entered in error, or not taken: all is a loss",
    ),
    Element("MedicationStatement.subject", "MedicationList.client_id"),
    Element("MedicationStatement.effectivePeriod", "Medication.period"),
)

_OUT: Final = frozenset(("entered-in-error", "not-taken"))
"""What is on no list: somebody says that it is wrong, or that it is not taken."""

_TAKEN: Final[Mapping[str, MedicationStatus | None]] = MappingProxyType(
    {
        "active": MedicationStatus.ACTIVE,
        "completed": MedicationStatus.COMPLETED,
        "intended": MedicationStatus.PLANNED,
        "stopped": MedicationStatus.STOPPED,
        "on-hold": MedicationStatus.ON_HOLD,
        "unknown": None,
        **dict.fromkeys(_OUT),
    }
)
_ORDERED: Final[Mapping[str, MedicationStatus | None]] = MappingProxyType(
    {
        "active": MedicationStatus.ACTIVE,
        "on-hold": MedicationStatus.ON_HOLD,
        "cancelled": MedicationStatus.STOPPED,
        "completed": MedicationStatus.COMPLETED,
        "entered-in-error": None,
        "stopped": MedicationStatus.STOPPED,
        "draft": MedicationStatus.PLANNED,
        "unknown": None,
    }
)
_FINER: Final = frozenset(("cancelled", "draft"))
"""What says more than our word for it."""

_INTENTS: Final[Mapping[str, None]] = MappingProxyType(
    dict.fromkeys(
        (
            *("proposal", "plan", "order", "original-order", "reflex-order", "filler-order"),
            *("instance-order", "option"),
        )
    )
)
_NOT_ORDERED: Final = frozenset(("proposal", "plan", "option"))
_PRESCRIBERS: Final = frozenset(("Practitioner", "PractitionerRole", ""))
_ASKING: Final = ("PractitionerRole", "Organization", "Patient", "RelatedPerson", "Device")
"""The types besides practitioners that FHIR lets ask for a medication."""
_CODES: Final[Mapping[MedicationStatus | None, str]] = MappingProxyType(
    {None: "unknown", **{status: code for code, status in _TAKEN.items() if status is not None}}
)


def read_statement(node: Node, found: Found, /) -> None:
    """MedicationStatement; when somebody said so is no time in which it is taken."""
    # The last as STU3 has it.
    if _is_out(node) or node.rest.get("taken") == "n":
        lose_all(node)
        return
    status = node.word("status", _TAKEN)
    window = days(node, "effectivePeriod")
    dosage = read_dosage(node, "dosage", wants_period=window is None)
    _keep(node, found, dosage, {"status": status, "period": window or dosage.period})


def read_request(node: Node, found: Found, /) -> None:
    """MedicationRequest; when it was written is no time in which it is taken."""
    if _is_out(node) or is_forbidden(node):
        lose_all(node)
        return
    dosage = read_dosage(node, "dosageInstruction", wants_period=True)
    fields = {
        "status": _ordered(node),
        "period": dosage.period,
        "prescriber": _prescriber(node),
    }
    _keep(node, found, dosage, fields)


def _is_out(node: Node, /) -> bool:
    """Whether it is on no list, or changed in a way that nobody may overlook."""
    status = node.rest.get("status")
    return (isinstance(status, str) and status in _OUT) or node.has("modifierExtension")


def _ordered(node: Node, /) -> MedicationStatus | None:
    raw: Any = node.rest.get("status")
    status = node.word("status", _ORDERED)
    if status is not None and raw in _FINER:
        node.lose("status", raw)
    intent: Any = node.rest.get("intent")
    node.word("intent", _INTENTS)
    is_only_meant = intent.__class__ is str and intent in _NOT_ORDERED
    if is_only_meant and status in {MedicationStatus.ACTIVE, None}:
        return MedicationStatus.PLANNED
    return status


def _keep(node: Node, found: Found, dosage: Dosage, fields: dict[str, Any], /) -> None:
    client = found.client(node, "subject")
    substance, code = _substance(node, found)
    if not substance:
        what, advice = "it does not say what it is", "Maybe it lacks medicationCodeableConcept"
        found.reading.blame(node.place, what, node.held.raw, advice)
        return
    reason = node.first("reasonCode")
    notes = (one.text("text") for one in node.nodes("note"))
    medication = with_own(
        node,
        Medication,
        {
            "id": node.held.id,
            "substance": substance,
            "code": code,
            "purpose": None if reason is None else word_at(reason),
            "note": "\n".join(one for one in (*notes, dosage.text) if one),
            **dosage.fields,
            **fields,
        },
    )
    found.medications += [] if medication is None else [(client, node.held.type, medication)]


def _prescriber(node: Node, /) -> str | None:
    inner = node.node("requester")
    if inner is not None and inner.has("agent"):
        # As STU3 has it.
        inner = inner.node("agent")
    if inner is None or kind_of(inner) not in _PRESCRIBERS:
        return None
    target = target_of(inner)
    return None if target is None else target.id


# What it is.


def _substance(node: Node, found: Found, /) -> Substance:
    inner = node.node("medicationCodeableConcept")
    if inner is not None:
        return _named(inner)
    inner = node.node("medicationReference")
    if inner is None:
        return Substance()
    raw = {key: inner.rest[key] for key in ("reference", "identifier") if inner.has(key)}
    target = target_of(inner)
    if target is not None and target.held is not None and target.held.type == "Medication":
        known = _of(target.held, found)
        if known.text:
            return known
    if raw:
        node.held.reading.lose(inner.place, raw, node.held)
    return Substance(inner.text("display") or "")


def _of(held: Held, found: Found, /) -> Substance:
    """What a Medication is; it is read once, however many name it."""
    known = found.substances.get(held)
    if known is None:
        found.unnamed.pop(held, None)
        code = opened(held).node("code")
        known = found.substances[held] = Substance() if code is None else _named(code)
    return known


def _named(inner: Node, /) -> Substance:
    """The words of a concept, else the label of its first code, else the code itself."""
    codings: Any = inner.rest.get("coding")
    labels = (
        one.get("display")
        for one in (codings if codings.__class__ is list else ())
        if one.__class__ is dict
    )
    label = next((one for one in labels if isinstance(one, str) and one), "")
    said = concept_of(inner)
    code = said.code
    text = said.text or label or ("" if code is None else code.code)
    return Substance(text if text.strip() else "", code)


def read_medication(node: Node, found: Found, /) -> None:
    """Medication: it waits until something names it."""
    if node.held not in found.substances:
        found.unnamed[node.held] = None
    node.rest = {}


# Writing.


def write_medications(lists: Iterable[MedicationList], writing: Writing, /) -> None:
    """Each medication of each list, as what is taken, or as what was prescribed."""
    for number, one in enumerate(lists):
        for index, medication in enumerate(one.medications):
            place = at("$", "medication_lists", number, "medications", index)
            subject = linked(one.client_id or writing.client, writing, "Patient")
            if _is_prescribed(one, medication):
                _write_request(medication, subject, place, writing)
            else:
                _write_statement(medication, subject, place, writing)


def _is_prescribed(one: MedicationList, medication: Medication, /) -> bool:
    for kind in (_REQUEST, _STATEMENT):
        if one.id == list_id(one.client_id, kind):
            return kind == _REQUEST
    return medication.id.startswith(f"{_REQUEST}/")


def lists_are_told(lists: Iterable[MedicationList], client: str, /) -> bool:
    """Whether these are exactly the lists that reading puts together for that client."""
    ids = [list_id(client, kind) for kind in (_STATEMENT, _REQUEST)]
    known: set[str] = set()
    for one in lists:
        keys = {medication.id for medication in one.medications}
        plain = MedicationList(id=one.id, client_id=client, medications=one.medications)
        if one != plain or one.id not in ids or one.id in known:
            return False
        if not keys or len(keys) < len(one.medications):
            return False
        known.add(one.id)
    return True


def _write_statement(
    medication: Medication, subject: Json, place: str, writing: Writing, /
) -> None:
    writing.put(
        _STATEMENT,
        medication,
        {
            "status": _CODES[medication.status],
            **_written(medication, subject),
            "effectivePeriod": period(medication.period),
            "dosage": dosed(medication),
        },
        place=place,
        lacking=("is_over_the_counter", "prescriber"),
        inexact=_inexact(medication),
    )


def _write_request(medication: Medication, subject: Json, place: str, writing: Writing, /) -> None:
    is_planned = medication.status is MedicationStatus.PLANNED
    prescriber, inexact = medication.prescriber, _inexact(medication)
    requester = None
    if prescriber is not None:
        requester = linked(prescriber, writing, "Practitioner", also=_ASKING)
        text = requester.get("reference", "")
        if not text.startswith("Practitioner/"):
            inexact.append("prescriber")
    writing.put(
        _REQUEST,
        medication,
        {
            "status": "active" if is_planned else _CODES[medication.status],
            "intent": "plan" if is_planned else "order",
            **_written(medication, subject),
            "requester": requester,
            "dosageInstruction": dosed(medication, medication.period),
        },
        place=place,
        lacking=("is_over_the_counter",),
        inexact=inexact,
    )


def _written(medication: Medication, subject: Json, /) -> Json:
    code, purpose = medication.code, medication.purpose
    return {
        "medicationCodeableConcept": {
            **({"coding": [coded(code)]} if code is not None and tells_code(code) else {}),
            "text": medication.substance,
        },
        "subject": subject,
        "reasonCode": [] if purpose is None else [worded(purpose)],
        "note": [{"text": medication.note}] if told(medication.note) else [],
    }


def _inexact(medication: Medication, /) -> list[str]:
    words = ("route", "purpose")
    return [
        *([] if tells_code(medication.code) else ["code"]),
        *inexact_periods(medication, "period"),
        *untold(medication, "note"),
        *undosed(medication),
        *(name for name in words if not tells_term(getattr(medication, name))),
    ]
