"""Condition and AllergyIntolerance: what the client has, had, or was thought to have."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from carecore.base.moments import When
from carecore.extra.fhir import trusted
from carecore.extra.fhir.datatypes import concept, when
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.found import Found, lose_all, own_fields
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.writer import Writing, concept_parts, inexact_times, moment, told, untold
from carecore.record import Certainty, Condition, ConditionStatus

__all__ = ["ELEMENTS", "condition_type", "read_allergy", "read_condition", "write_condition"]

ELEMENTS: Final = (
    Element("AllergyIntolerance.id", "Condition.id"),
    Element("AllergyIntolerance.clinicalStatus", "Condition.status"),
    Element("AllergyIntolerance.verificationStatus", "Condition.certainty", "as a condition's"),
    Element("AllergyIntolerance.code", "Condition.code", "the first"),
    Element("AllergyIntolerance.code.text", "Condition.what", "as a word after `allergy_to_`"),
    Element("AllergyIntolerance.patient", "Condition.client_id"),
    Element("AllergyIntolerance.onsetDateTime", "Condition.onset"),
    Element("AllergyIntolerance.onsetPeriod.start", "Condition.onset"),
    Element("AllergyIntolerance.recordedDate", "Condition.recorded"),
    Element("Condition.id", "Condition.id"),
    Element("Condition.clinicalStatus", "Condition.status", "relapse is told as recurrent"),
    Element("Condition.verificationStatus", "Condition.certainty", "in error: all is a loss"),
    Element("Condition.code", "Condition.code", "the first"),
    Element("Condition.code.text", "Condition.what", "as a word; and in `text`, as it is"),
    Element("Condition.subject", "Condition.client_id"),
    Element("Condition.onsetDateTime", "Condition.onset"),
    Element("Condition.onsetPeriod.start", "Condition.onset"),
    Element("Condition.abatementDateTime", "Condition.abated"),
    Element("Condition.recordedDate", "Condition.recorded"),
)

_STATUSES: Final[Mapping[str, ConditionStatus | None]] = MappingProxyType(
    {
        "active": ConditionStatus.ACTIVE,
        "recurrence": ConditionStatus.RECURRENT,
        "relapse": ConditionStatus.RECURRENT,
        "inactive": ConditionStatus.INACTIVE,
        "remission": ConditionStatus.REMISSION,
        "resolved": ConditionStatus.RESOLVED,
    }
)
_STATUS_CODES: Final[Mapping[ConditionStatus | None, str]] = MappingProxyType(
    {
        ConditionStatus.ACTIVE: "active",
        ConditionStatus.RECURRENT: "recurrence",
        ConditionStatus.INACTIVE: "inactive",
        ConditionStatus.REMISSION: "remission",
        ConditionStatus.RESOLVED: "resolved",
    }
)
_ERROR: Final = "entered-in-error"
_CERTAINTIES: Final[Mapping[str, Certainty | None]] = MappingProxyType(
    {
        "confirmed": Certainty.CONFIRMED,
        "unconfirmed": Certainty.SUSPECTED,
        "provisional": Certainty.SUSPECTED,
        "differential": Certainty.SUSPECTED,
        "refuted": Certainty.REFUTED,
        "unknown": None,
        _ERROR: None,
    }
)
_CERTAINTY_CODES: Final[Mapping[Certainty | None, str]] = MappingProxyType(
    {
        Certainty.CONFIRMED: "confirmed",
        Certainty.SUSPECTED: "unconfirmed",
        Certainty.REFUTED: "refuted",
    }
)
_SYSTEMS: Final = "http://terminology.hl7.org/CodeSystem/"
_ALLERGY: Final = "allergy_to_"


class _Kind(NamedTuple):
    """What differs between a condition and an allergy.

    Attributes:
        of: the element that says whose it is.
        before: what stands before the word for it.
        status: the code system of its clinical status.
        certainty: the code system of its verification status.
    """

    of: str
    before: str
    status: str
    certainty: str


_CONDITION: Final = _Kind(
    "subject", "", f"{_SYSTEMS}condition-clinical", f"{_SYSTEMS}condition-ver-status"
)
_OF_ALLERGY: Final = _Kind(
    "patient",
    _ALLERGY,
    f"{_SYSTEMS}allergyintolerance-clinical",
    f"{_SYSTEMS}allergyintolerance-verification",
)


def read_condition(node: Node, found: Found, /) -> None:
    """Condition."""
    _read(node, found, _CONDITION)


def read_allergy(node: Node, found: Found, /) -> None:
    """AllergyIntolerance: that the client does not bear something."""
    _read(node, found, _OF_ALLERGY)


def _read(node: Node, found: Found, kind: _Kind, /) -> None:
    if _is_error(node.rest.get("verificationStatus")):
        # Nobody has it, so nothing may look as if somebody had.
        lose_all(node)
        return
    told_code = concept(node, "code")
    word = told_code.word
    recorded = "assertedDate" if "assertedDate" in node.rest else "recordedDate"
    fields: dict[str, Any] = {
        "id": node.held.id,
        "client_id": found.client(node, kind.of),
        "what": word if word is None else kind.before + word,
        "code": told_code.code,
        "status": _status(node, kind.status),
        "certainty": _certainty(node, kind.certainty),
        "onset": _onset(node),
        "abated": when(node, "abatementDateTime"),
        "recorded": when(node, recorded),
        "text": told_code.text,
    }
    own = own_fields(node, Condition)
    entry = Condition(**(fields | own)) if own else trusted.condition(**fields)
    found.entries.append(entry)


def _is_error(raw: Any, /) -> bool:  # noqa: ANN401 # plain data of any shape
    """Whether somebody says that it should never have been written down."""
    if raw.__class__ is not dict:
        return bool(raw == _ERROR)
    codings = raw.get("coding")
    several: list[Any] = codings if codings.__class__ is list else []
    return any(one.__class__ is dict and one.get("code") == _ERROR for one in several)


def _status(node: Node, system: str, /) -> ConditionStatus | None:
    holder = _coding(node, "clinicalStatus", system)
    if holder is None:
        return None
    code: object = holder[0].rest.get(holder[1])
    value = holder[0].word(holder[1], _STATUSES)
    if value is not None and _STATUS_CODES[value] != code:
        holder[0].lose(holder[1], code)
    return value


def _certainty(node: Node, system: str, /) -> Certainty | None:
    holder = _coding(node, "verificationStatus", system)
    if holder is None:
        return None
    code: object = holder[0].rest.get(holder[1])
    value = holder[0].word(holder[1], _CERTAINTIES)
    if value is not None and _CERTAINTY_CODES[value] != code:
        holder[0].lose(holder[1], code)
    return value


def _coding(node: Node, key: str, system: str, /) -> tuple[Node, str] | None:
    """Where the code of a status stands: it is a code in STU3, and a concept in R4."""
    if isinstance(node.rest.get(key), str):
        return node, key
    inner = node.node(key)
    for coding in () if inner is None else inner.nodes("coding"):
        if coding.rest.get("system") == system:
            del coding.rest["system"]
            return coding, "code"
    return None


def _onset(node: Node, /) -> When | None:
    if node.has("onsetDateTime"):
        return when(node, "onsetDateTime")
    inner = node.node("onsetPeriod")
    return None if inner is None else when(inner, "start")


def condition_type(entry: Condition, /) -> str:
    """The type of resource that a condition is written as."""
    is_allergy = entry.id.startswith("AllergyIntolerance/")
    return (
        "AllergyIntolerance"
        if is_allergy and (entry.what or "").startswith(_ALLERGY)
        else "Condition"
    )


def write_condition(entry: Condition, place: str, writing: Writing, /) -> None:
    """Condition, or AllergyIntolerance where the entry came from one."""
    is_allergy = condition_type(entry) == "AllergyIntolerance"
    what = entry.what
    if is_allergy and what is not None:
        what = what.removeprefix(_ALLERGY) or None
    code, tells_word = concept_parts(entry.code, what, told(entry.text) or "")
    inexact = inexact_times(entry, "onset", "abated", "recorded") + untold(entry, "text")
    inexact += [] if tells_word else ["what"]
    kind, sets = ("AllergyIntolerance", _OF_ALLERGY) if is_allergy else ("Condition", _CONDITION)
    body: Json = {
        "clinicalStatus": _concept(sets.status, _STATUS_CODES.get(entry.status)),
        "verificationStatus": _concept(sets.certainty, _CERTAINTY_CODES.get(entry.certainty)),
        "code": code,
        "patient" if is_allergy else "subject": writing.subject(),
        "onsetDateTime": moment(entry.onset),
        "abatementDateTime": None if is_allergy else moment(entry.abated),
        "recordedDate": moment(entry.recorded),
    }
    if is_allergy and entry.abated is not None:
        inexact.append("abated")
    if not is_allergy and _contradicts(entry):
        # FHIR refuses an end of what is still there.
        body["abatementDateTime"] = None
        inexact.append("abated")
    if is_allergy and entry.status not in _OF_ALLERGIES:
        body["clinicalStatus"] = None
        inexact += [] if entry.status is None else ["status"]
    writing.put(kind, entry, body, place=place, inexact=inexact)


_OF_ALLERGIES: Final = (
    ConditionStatus.ACTIVE,
    ConditionStatus.INACTIVE,
    ConditionStatus.RESOLVED,
)


def _contradicts(entry: Condition, /) -> bool:
    gone = (ConditionStatus.INACTIVE, ConditionStatus.REMISSION, ConditionStatus.RESOLVED)
    return entry.abated is not None and entry.status is not None and entry.status not in gone


def _concept(system: str, code: str | None, /) -> Json | None:
    return None if code is None else {"coding": [{"system": system, "code": code}]}
