"""The provision of a consent: what its rule says, and whether that is all that it says."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from carecore.base.identity import in_words
from carecore.base.timing import Period
from carecore.extra.fhir.datatypes import (
    days,
    word_said,
)
from carecore.extra.fhir.details import PEOPLE
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.found import is_of_person, kind_of, type_in
from carecore.extra.fhir.nodes import Node, take_code
from carecore.extra.fhir.references import target_of
from carecore.extra.fhir.writing import (
    Writing,
    filled,
    linked,
    period,
    tells_term,
)
from carecore.rights import Consent

__all__ = ["TYPES", "Rule", "codings_of", "read_rule", "type_of", "unruled", "write_rule"]

_ANSWERS: Final[Mapping[str, bool | None]] = MappingProxyType({"permit": True, "deny": False})
TYPES: Final[Mapping[bool | None, str | None]] = MappingProxyType(
    {True: "permit", False: "deny", None: None}
)
_PART: Final = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"
_TOLD: Final = frozenset(((_PART, "IRCP"), (_PART, "PRCP")))
"""HL7 v3 ParticipationType: information recipient, primary information recipient."""

_PLAINLY: Final[Mapping[str, Mapping[str, bool]]] = MappingProxyType(
    {_PART: MappingProxyType({"IRCP": True})}
)
"""What says no more of a recipient than that; another code is kept as well."""

_REASON: Final = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
_PURPOSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "TREAT": "treatment",
        "ETREAT": "emergency_treatment",
        "COC": "coordination_of_care",
        "CAREMGT": "care_management",
        "HPAYMT": "healthcare_payment",
        "HOPERAT": "healthcare_operations",
        "HRESCH": "healthcare_research",
        "PUBHLTH": "public_health",
        "PATRQT": "patient_requested",
        "FAMRQT": "family_requested",
    }
)
"""HL7 v3 ActReason, purposes of use, by the names that they have there."""

_PURPOSE_CODES: Final = {word: code for code, word in _PURPOSES.items()}
_HARMLESS: Final = frozenset(("id", "extension"))
"""What may stand in a rule and never changes what it means."""

_ORGANIZATION: Final = "Organization"
_TOLD_AS_WELL: Final = ("CareTeam", "Group", "Device")
"""The types besides people and organizations that FHIR lets be told."""
_RECIPIENT: Final = {"coding": [{"system": _PART, "code": "IRCP"}]}


class Rule(NamedTuple):
    """What the rule of a consent says.

    Attributes:
        node: where it stands; None: there is none.
        answer: what it says; None: nothing.
        is_plain: whether nothing makes it less, save what is told here.
        period: when it holds.
        purposes: what for.
        recipients: to whom.
    """

    node: Node | None = None
    answer: bool | None = None
    is_plain: bool = True
    period: Period | None = None
    purposes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def read_rule(node: Node, /) -> Rule:
    """What the provision says."""
    is_missing = not node.has("provision")
    inner = node.node("provision")
    if inner is None:
        return Rule(is_plain=is_missing)
    faults = node.held.reading.faults
    before = len(faults)
    answer, window = inner.word("type", _ANSWERS), days(inner, "period")
    purposes, are_purposes = _each(inner, "purpose", _purpose)
    recipients, are_recipients = _each(inner, "actor", _recipient)
    # Whatever else stands there makes it less, and so may what cannot be read.
    is_all = inner.rest.keys() <= _HARMLESS and len(faults) == before
    is_plain = is_all and are_purposes and are_recipients
    return Rule(inner, answer, is_plain, window, purposes, recipients)


def _each(
    node: Node, key: str, read: Callable[[Node], str | None], /
) -> tuple[tuple[str, ...], bool]:
    """What the objects of the list at *key* say, and whether each of them says something."""
    found: dict[str, None] = {}
    is_all = True
    for inner in node.nodes(key):
        kept = inner.rest.copy()
        word = read(inner)
        if word is None:
            is_all = False
            continue
        if word in found:
            node.held.reading.lose(inner.place, kept, node.held)
        found[word] = None
    return tuple(found), is_all


def _purpose(coding: Node, /) -> str | None:
    if coding.rest.get("system") == _REASON:
        word = _PURPOSES.get(str(coding.rest.get("code")))
        if word is not None:
            del coding.rest["system"], coding.rest["code"]
            return word
    return word_said(coding, "display")


def _recipient(actor: Node, /) -> str | None:
    """Who is to be told; whoever has another part, or is no person or organization, is lost."""
    role = actor.node("role")
    if role is None or not any(map(_is_told, codings_of(role.rest))):
        return None
    inner = actor.node("reference")
    if inner is None or not _may_be_told(kind_of(inner)):
        return None
    target = target_of(inner)
    if target is None:
        return None
    take_code(role, _PLAINLY)
    return target.id


def _is_told(coding: Any, /) -> bool:  # noqa: ANN401 # plain data of any shape
    if coding.__class__ is not dict:
        return False
    return (str(coding.get("system")), str(coding.get("code"))) in _TOLD


def _may_be_told(kind: str, /) -> bool:
    return is_of_person(kind) or kind == _ORGANIZATION


def codings_of(concept: Any, /) -> list[Any]:  # noqa: ANN401 # plain data of any shape
    """The codings of a concept that nobody has looked at yet."""
    found: Any = concept.get("coding") if concept.__class__ is dict else None
    return found if found.__class__ is list else []


# Writing.


def write_rule(consent: Consent, kind: str | None, writing: Writing, /) -> Json:
    """The provision of a consent.

    Args:
        consent: whose it is.
        kind: what it does; None: that is said elsewhere, or nobody knows.
        writing: where it is written.
    """
    return filled(
        {
            "type": kind,
            "period": period(consent.period),
            "actor": [
                {"role": _RECIPIENT, "reference": _reference(one, writing)}
                for one in consent.recipients
            ],
            "purpose": list(map(_reason, consent.purposes)),
        }
    )


def unruled(consent: Consent, writing: Writing, /) -> list[str]:
    """Those fields that the provision does not tell, and that would make a yes less."""
    found: list[str] = []
    if not all(map(tells_term, consent.purposes)):
        found.append("purposes")
    references = (_reference(one, writing) for one in consent.recipients)
    if not all(_may_be_told(type_of(one)) for one in references):
        found.append("recipients")
    return found


def _reference(recipient: str, writing: Writing, /) -> Json:
    return linked(recipient, writing, *PEOPLE, _ORGANIZATION, also=_TOLD_AS_WELL)


def type_of(reference: Json, /) -> str:
    """The type that a reference names that was written."""
    return type_in(reference.get("reference", ""))


def _reason(purpose: str, /) -> Json:
    code = _PURPOSE_CODES.get(purpose)
    return {"display": in_words(purpose)} if code is None else {"system": _REASON, "code": code}
