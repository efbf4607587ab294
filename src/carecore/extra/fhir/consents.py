"""Consent: what a client agreed to, or did not.

Nothing may look like a consent that is none: a yes is read only from an active consent whose rule
says yes and holds nothing that would make it less and has no place here.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from carecore.extra.fhir.datatypes import (
    when,
)
from carecore.extra.fhir.details import PEOPLE
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.found import Found, is_of_person, kind_of, lose_all, shelve, with_own
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.provisions import (
    TYPES,
    Rule,
    codings_of,
    read_rule,
    type_of,
    unruled,
    write_rule,
)
from carecore.extra.fhir.references import target_of
from carecore.extra.fhir.writing import (
    Writing,
    inexact_periods,
    inexact_times,
    linked,
    moment,
)
from carecore.rights import Consent, ConsentScope

__all__ = ["ELEMENTS", "read_consent", "write_consent"]

ELEMENTS: Final = (
    Element("Consent.id", "Consent.id"),
    Element("Consent.status", "Consent.is_given", note="only what is active may be a yes"),
    Element("Consent.scope", "Consent.scope", note="treatment, research, or sharing (privacy)"),
    Element("Consent.category", "Consent.is_given", note="emergencies only, a notice: unknown"),
    Element("Consent.patient", "Consent.client_id", note="without one all of it is a loss"),
    Element("Consent.dateTime", "Consent.at"),
    Element("Consent.performer", "Consent.by", note="the first person"),
    Element("Consent.policyRule", "Consent.is_given", note="opt-in and opt-out, of sharing alone"),
    Element("Consent.provision.type", "Consent.is_given", note="with exceptions: unknown"),
    Element("Consent.provision.period", "Consent.period"),
    Element("Consent.provision.actor", "Consent.recipients", note="whoever is to be told"),
    Element("Consent.provision.purpose", "Consent.purposes"),
)

_ACTIVE: Final = "active"
_REJECTED: Final = "rejected"
_STATUSES: Final[Mapping[str, str | None]] = MappingProxyType(
    {
        **dict.fromkeys(("draft", "proposed", "inactive", "entered-in-error")),
        _ACTIVE: _ACTIVE,
        _REJECTED: _REJECTED,
    }
)
_SCOPE: Final = "http://terminology.hl7.org/CodeSystem/consentscope"
_SCOPES: Final[Mapping[str, ConsentScope | None]] = MappingProxyType(
    {
        "adr": None,
        "research": ConsentScope.RESEARCH,
        "patient-privacy": ConsentScope.SHARING,
        "treatment": ConsentScope.TREATMENT,
    }
)
"""HL7 consentscope; patient privacy is the agreement to collect, access, use or share."""

_SCOPE_CODES: Final[Mapping[ConsentScope | None, str]] = MappingProxyType(
    {scope: code for code, scope in _SCOPES.items() if scope is not None}
)
_ACT: Final = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_POLICIES: Final[Mapping[str, bool]] = MappingProxyType({"OPTIN": True, "OPTOUT": False})
"""HL7 v3 ActCode: opt-in and opt-out, both of the disclosure of what is known of a client."""

_LESS: Final = frozenset(("EMRGONLY", "emrgonly", "npp", "OPTINR", "OPTOUTE"))
"""What is no plain consent: for emergencies only, that a notice was given, and yes or no, but."""

_CATEGORY: Final = {
    "coding": [{"system": "http://loinc.org", "code": "59284-0", "display": "Consent Document"}]
}


def read_consent(node: Node, found: Found, /) -> None:
    """Consent."""
    if node.rest.get("status") == "entered-in-error" or node.has("modifierExtension"):
        lose_all(node)
        return
    client = found.client(node, "patient")
    if client is None:
        lose_all(node)
        return
    status, scope = node.word("status", _STATUSES), _scope(node)
    rule = read_rule(node)
    consent = with_own(
        node,
        Consent,
        {
            "id": node.held.id,
            "client_id": client,
            "scope": scope,
            "is_given": _answer(node, status, scope, rule),
            "by": _by(node),
            "at": when(node, "dateTime"),
            "period": rule.period,
            "purposes": rule.purposes,
            "recipients": rule.recipients,
        },
    )
    shelve(found.consents, consent)


def _scope(node: Node, /) -> ConsentScope | None:
    inner = node.node("scope")
    for coding in () if inner is None else inner.nodes("coding"):
        if coding.rest.get("system") == _SCOPE:
            scope = coding.word("code", _SCOPES)
            if scope is not None:
                del coding.rest["system"]
                return scope
    return None


def _by(node: Node, /) -> str | None:
    """The first person who gave the answer."""
    for inner in node.nodes("performer"):
        if is_of_person(kind_of(inner)):
            target = target_of(inner)
            if target is not None:
                return target.id
    return None


# The answer.


def _answer(
    node: Node, status: str | None, scope: ConsentScope | None, rule: Rule, /
) -> bool | None:
    """Whether it is a yes, as far as it is told exactly; what is not used is lost.

    The policy alone tells it where there is no rule besides; a rule that does not say what it does
    may be an exception.
    """
    policy, answer = _policy(node), rule.answer
    if rule.node is None and policy is not None and scope is ConsentScope.SHARING:
        answer = policy.answer
    agrees = policy is None or policy.answer is answer
    if status == _ACTIVE and agrees and rule.is_plain and not _is_less(node.held.raw):
        if policy is not None:
            del policy.coding.rest["system"], policy.coding.rest["code"]
        return answer
    if rule.node is not None and rule.answer is not None:
        rule.node.lose("type", TYPES[rule.answer])
    return False if status == _REJECTED else None


class _Policy(NamedTuple):
    """A code that says yes or no to all of it."""

    coding: Node
    answer: bool


def _policy(node: Node, /) -> _Policy | None:
    # STU3 has an address there.
    is_concept = node.rest.get("policyRule").__class__ is dict
    inner = node.node("policyRule") if is_concept else None
    for coding in () if inner is None else inner.nodes("coding"):
        answer = _POLICIES.get(str(coding.rest.get("code")))
        if coding.rest.get("system") == _ACT and answer is not None:
            return _Policy(coding, answer)
    return None


def _is_less(raw: Json, /) -> bool:
    """Whether a category or the policy is known to make it less than a yes or a no."""
    categories: Any = raw.get("category")
    concepts: list[Any] = [raw.get("policyRule")]
    concepts += categories if categories.__class__ is list else []
    return any(
        coding.__class__ is dict and str(coding.get("code")) in _LESS
        for concept in concepts
        for coding in codings_of(concept)
    )


# Writing.


def write_consent(consent: Consent, place: str, writing: Writing, /) -> None:
    """Consent.

    What was taken back, and what has no answer, is written so that nobody takes it for a yes.
    """
    performers = (
        [] if consent.by is None else [linked(consent.by, writing, *PEOPLE, also=("Organization",))]
    )
    status = _status(consent)
    inexact = [*inexact_periods(consent, "period"), *inexact_times(consent, "at")]
    inexact += unruled(consent, writing)
    is_less = status == _ACTIVE and not {"purposes", "recipients"}.isdisjoint(inexact)
    if is_less or status not in {_ACTIVE, _REJECTED}:
        inexact.append("is_given")
    if consent.scope not in _SCOPE_CODES:
        inexact.append("scope")
    if not all(is_of_person(type_of(one)) for one in performers):
        inexact.append("by")
    kind = None if status == _REJECTED else TYPES[consent.is_given]
    writing.put(
        "Consent",
        consent,
        {
            "status": status,
            "scope": _scope_concept(consent.scope),
            "category": [_CATEGORY],
            "patient": linked(consent.client_id, writing, "Patient"),
            "dateTime": moment(consent.at),
            "performer": performers,
            "policyRule": _policy_concept(consent),
            "provision": write_rule(consent, kind, writing),
        },
        place=place,
        lacking=("withdrawn_at", "note"),
        inexact=inexact,
    )


def _status(consent: Consent, /) -> str:
    if consent.withdrawn_at is not None:
        return "inactive"
    if consent.is_given is None:
        return "proposed"
    # A no to sharing is a rule that is in force; any other is an agreement that did not come.
    is_rule = consent.is_given or consent.scope is ConsentScope.SHARING
    return _ACTIVE if is_rule else _REJECTED


def _scope_concept(scope: ConsentScope | None, /) -> Json:
    code = _SCOPE_CODES.get(scope)
    if code is not None:
        return {"coding": [{"system": _SCOPE, "code": code}]}
    return {"text": "not told" if scope is None else scope.value}


def _policy_concept(consent: Consent, /) -> Json:
    # FHIR wants one, and has codes for sharing only.
    if consent.scope is not ConsentScope.SHARING or consent.is_given is None:
        return {"text": "not told"}
    return {"coding": [{"system": _ACT, "code": "OPTIN" if consent.is_given else "OPTOUT"}]}
