"""Condition and AllergyIntolerance: what the client has, had, or was thought to have."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from carecore.base.identity import in_words
from carecore.base.moments import When
from carecore.extra.fhir import trusted
from carecore.extra.fhir.datatypes import concept, when
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.found import Found, lose_all, own_fields
from carecore.extra.fhir.nodes import Node, items_in
from carecore.extra.fhir.writing import (
    Writing,
    concept_parts,
    inexact_times,
    moment,
    tells_code,
    told,
    untold,
)
from carecore.record import Certainty, Condition, ConditionStatus

__all__ = ["ELEMENTS", "condition_type", "read_allergy", "read_condition", "write_condition"]

T = TypeVar("T")

ELEMENTS: Final = (
    Element("AllergyIntolerance.id", "Condition.id"),
    Element("AllergyIntolerance.clinicalStatus", "Condition.status"),
    Element(
        "AllergyIntolerance.verificationStatus", "Condition.certainty", note="as a condition's"
    ),
    Element("AllergyIntolerance.code", "Condition.code", note="the first"),
    Element("AllergyIntolerance.code.text", "Condition.what", note="as a word after `allergy_to_`"),
    Element("AllergyIntolerance.patient", "Condition.client_id"),
    Element("AllergyIntolerance.onsetDateTime", "Condition.onset"),
    Element("AllergyIntolerance.onsetPeriod.start", "Condition.onset"),
    Element("AllergyIntolerance.recordedDate", "Condition.recorded"),
    Element("Condition.id", "Condition.id"),
    Element("Condition.clinicalStatus", "Condition.status", note="relapse is told as recurrent"),
    Element("Condition.verificationStatus", "Condition.certainty", note="in error: all is a loss"),
    Element("Condition.code", "Condition.code", note="the first"),
    Element("Condition.code.text", "Condition.what", note="as a word; and in `text`, as it is"),
    Element("Condition.subject", "Condition.client_id"),
    Element("Condition.onsetDateTime", "Condition.onset"),
    Element("Condition.onsetPeriod.start", "Condition.onset"),
    Element("Condition.abatementDateTime", "Condition.abated"),
    Element("Condition.abatementPeriod.end", "Condition.abated"),
    Element("Condition.recordedDate", "Condition.recorded"),
)

_ALLERGY_STATUSES: Final[Mapping[str, ConditionStatus | None]] = MappingProxyType(
    {
        "active": ConditionStatus.ACTIVE,
        "inactive": ConditionStatus.INACTIVE,
        "resolved": ConditionStatus.RESOLVED,
    }
)
_STATUSES: Final[Mapping[str, ConditionStatus | None]] = MappingProxyType(
    {
        **_ALLERGY_STATUSES,
        "recurrence": ConditionStatus.RECURRENT,
        "relapse": ConditionStatus.RECURRENT,
        "remission": ConditionStatus.REMISSION,
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
_REFUTED: Final = "refuted"
_ALLERGY_CERTAINTIES: Final[Mapping[str, Certainty | None]] = MappingProxyType(
    {
        "confirmed": Certainty.CONFIRMED,
        "unconfirmed": Certainty.SUSPECTED,
        _REFUTED: Certainty.REFUTED,
    }
)
_CERTAINTIES: Final[Mapping[str, Certainty | None]] = MappingProxyType(
    {
        **_ALLERGY_CERTAINTIES,
        "provisional": Certainty.SUSPECTED,
        "differential": Certainty.SUSPECTED,
        # As STU3 has it.
        "unknown": None,
    }
)
_CERTAINTY_CODES: Final[Mapping[Certainty | None, str]] = MappingProxyType(
    {
        Certainty.CONFIRMED: "confirmed",
        Certainty.SUSPECTED: "unconfirmed",
        Certainty.REFUTED: _REFUTED,
    }
)
_EXACT: Final = frozenset((*_STATUS_CODES.values(), *_CERTAINTY_CODES.values()))
"""The codes that tell no more than their meaning here."""
_SYSTEMS: Final = "http://terminology.hl7.org/CodeSystem/"
_PARTS: Final = 2
"""What a plain coding of a status has: a system and a code."""
_ALLERGY: Final = "allergy_to_"
_NONE_KNOWN: Final = frozenset(("nka", "nkda", "none", "none_known", "nil_known"))
"""How people write that no allergy is known, besides words that begin with `no_`."""


class _Kind(NamedTuple):
    """What differs between a condition and an allergy.

    Attributes:
        of: the element that says whose it is.
        statuses: what the codes of its clinical status mean.
        certainties: what the codes of its verification status mean.
        status: the code system of its clinical status.
        certainty: the code system of its verification status.
    """

    of: str
    statuses: Mapping[str, ConditionStatus | None]
    certainties: Mapping[str, Certainty | None]
    status: str
    certainty: str


_CONDITION: Final = _Kind(
    "subject",
    _STATUSES,
    _CERTAINTIES,
    f"{_SYSTEMS}condition-clinical",
    f"{_SYSTEMS}condition-ver-status",
)
_OF_ALLERGY: Final = _Kind(
    "patient",
    _ALLERGY_STATUSES,
    _ALLERGY_CERTAINTIES,
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
    rest = node.rest
    verified = rest.get("verificationStatus")
    if _says(verified, _ERROR) or "modifierExtension" in rest:
        # Nobody has it, or it may mean the opposite: nothing may look as if somebody had it.
        lose_all(node)
        return
    told_code = concept(node, "code")
    word, text = told_code.word, told_code.text
    if kind is _OF_ALLERGY and word is not None:
        if told_code.code is None and not text and word.startswith(_ALLERGY):
            # Two labels come to one word.
            text = in_words(word)
        word = _allergy(word)
    certainty = _status(node, "verificationStatus", kind.certainty, kind.certainties)
    fields: dict[str, Any] = {
        "id": node.held.id,
        "client_id": found.client(node, kind.of),
        "what": word,
        "code": told_code.code,
        "status": _status(node, "clinicalStatus", kind.status, kind.statuses),
        "certainty": Certainty.REFUTED if _says(verified, _REFUTED) else certainty,
        "onset": _onset(node),
        "abated": _abated(node),
        "recorded": when(node, "assertedDate" if "assertedDate" in rest else "recordedDate"),
        "text": text,
    }
    own = own_fields(node, Condition) if "extension" in rest else None
    entry = Condition(**(fields | own)) if own else trusted.condition(**fields)
    found.entries.append(entry)


def _says(raw: Any, wanted: str, /) -> bool:  # noqa: ANN401 # plain data of any shape
    """Whether a status has that code, in whichever system somebody put it."""
    if raw.__class__ is not dict:
        return bool(raw == wanted)
    codings = items_in(raw.get("coding"))
    return any(one.__class__ is dict and one.get("code") == wanted for one in codings)


def _allergy(word: str, /) -> str:
    """What an allergy is called, of which *word* is told."""
    is_none = word.startswith("no_") or word in _NONE_KNOWN
    return word if is_none or word.startswith(_ALLERGY) else _ALLERGY + word


def _status(node: Node, key: str, system: str, table: Mapping[str, T | None], /) -> T | None:
    """What a status means; a code that tells more, or is of no system, is lost as well."""
    plain = _plain(node.rest.get(key), system)
    if plain in _EXACT and plain in table:
        del node.rest[key]
        return table[plain]
    holder = _coding(node, key, system, table)
    if holder is None:
        return None
    coding, name, is_sure = holder
    code: object = coding.rest.get(name)
    value = coding.word(name, table)
    if value is not None and not (is_sure and code in _EXACT):
        coding.lose(name, code)
    return value


def _plain(raw: Any, system: str, /) -> str:  # noqa: ANN401 # plain data of any shape
    """The code of a concept that says nothing else, as most do; empty: it says more or less."""
    codings: Any = raw.get("coding") if raw.__class__ is dict and len(raw) == 1 else None
    if codings.__class__ is not list or len(codings) != 1 or codings[0].__class__ is not dict:
        return ""
    one: Any = codings[0]
    code: object = one.get("code")
    is_plain = len(one) == _PARTS and one.get("system") == system
    return code if is_plain and isinstance(code, str) else ""


def _coding(
    node: Node, key: str, system: str, table: Mapping[str, object], /
) -> tuple[Node, str, bool] | None:
    """Where the code of a status stands, and whether it is surely one.

    It is a code in STU3, and a concept in R4. The value set is closed, so that a code of it that
    is of no system can mean nothing else.
    """
    if node.rest.get(key).__class__ is str:
        return node, key, True
    inner = node.node(key)
    codings = [] if inner is None else inner.nodes("coding")
    for coding in codings:
        if coding.rest.get("system") == system:
            del coding.rest["system"]
            return coding, "code", True
    for coding in codings:
        code: object = coding.rest.get("code")
        if "system" not in coding.rest and isinstance(code, str) and code in table:
            return coding, "code", False
    return None


def _onset(node: Node, /) -> When | None:
    if node.has("onsetDateTime"):
        return when(node, "onsetDateTime")
    inner = node.node("onsetPeriod")
    return None if inner is None else when(inner, "start")


def _abated(node: Node, /) -> When | None:
    if node.has("abatementDateTime"):
        return when(node, "abatementDateTime")
    # It went some time within the period, so that it is surely over at the end.
    inner = node.node("abatementPeriod")
    return None if inner is None else when(inner, "end")


def condition_type(entry: Condition, /) -> str:
    """The type of resource that a condition is written as."""
    fits = entry.what is None or _allergy(entry.what) == entry.what
    is_allergy = fits and entry.id.startswith("AllergyIntolerance/")
    return "AllergyIntolerance" if is_allergy else "Condition"


def write_condition(entry: Condition, place: str, writing: Writing, /) -> None:
    """Condition, or AllergyIntolerance where the entry came from one."""
    kind = condition_type(entry)
    is_allergy = kind == "AllergyIntolerance"
    sets = _OF_ALLERGY if is_allergy else _CONDITION
    inexact = inexact_times(entry, "onset", "abated", "recorded") + untold(entry, "text")
    inexact += [] if tells_code(entry.code) else ["code"]
    code = _code(entry, inexact, is_allergy=is_allergy)
    body: Json = {
        "clinicalStatus": _concept(sets.status, _clinical(entry, inexact, is_allergy=is_allergy)),
        "verificationStatus": _concept(sets.certainty, _CERTAINTY_CODES.get(entry.certainty)),
        "code": code,
        sets.of: writing.subject(),
        "onsetDateTime": moment(entry.onset),
        "recordedDate": moment(entry.recorded),
    }
    if is_allergy or _contradicts(entry):
        # FHIR has no end of an allergy, and refuses an end of what is still there.
        inexact += [] if entry.abated is None else ["abated"]
    else:
        body["abatementDateTime"] = moment(entry.abated)
    writing.put(kind, entry, body, place=place, inexact=inexact)


def _code(entry: Condition, inexact: list[str], /, *, is_allergy: bool) -> Json | None:
    """What it is, as it is read again; what that does not tell goes to *inexact*."""
    what, text = entry.what, told(entry.text) or ""
    code = entry.code if tells_code(entry.code) else None
    if not is_allergy or what is None:
        found, tells_word = concept_parts(code, what, text)
        inexact += [] if tells_word else ["what"]
        return found
    short = what.removeprefix(_ALLERGY) or what
    named = next(
        (
            one
            for one in (short, what)
            if concept_parts(code, one, text)[1] and _allergy(one) == what
        ),
        None,
    )
    inexact += [] if named is not None else ["what"]
    if code is None and not text and named == what and what.startswith(_ALLERGY):
        # Read again, the label would be the text.
        inexact.append("text")
    return concept_parts(code, named or what, text)[0]


def _clinical(entry: Condition, inexact: list[str], /, *, is_allergy: bool) -> str | None:
    """How it stands, where FHIR wants it said, or has that code."""
    status = entry.status
    if status is None and (is_allergy or entry.abated is not None):
        inexact.append("status")
        is_gone = entry.abated is not None or entry.certainty is Certainty.REFUTED
        return "inactive" if is_gone else "active"
    code = _STATUS_CODES.get(status)
    if not is_allergy or code in _ALLERGY_STATUSES:
        return code
    inexact.append("status")
    return "active" if status is ConditionStatus.RECURRENT else "inactive"


def _contradicts(entry: Condition, /) -> bool:
    is_there = entry.status in (ConditionStatus.ACTIVE, ConditionStatus.RECURRENT)
    return entry.abated is not None and is_there


def _concept(system: str, code: str | None, /) -> Json | None:
    return None if code is None else {"coding": [{"system": system, "code": code}]}
