"""Organization: facilities, agencies, health plans and practices."""

from types import MappingProxyType
from typing import Final

from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.found import Found, shelve, with_own
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.places import address_of, is_addressed, jurisdiction_in
from carecore.extra.fhir.writing import Writing, told
from carecore.people import Organization
from carecore.roles import EmployerKind

__all__ = ["ELEMENTS", "read_organization", "write_organization"]

ELEMENTS: Final = (
    Element("Organization.id", "Organization.id"),
    Element("Organization.name", "Organization.name"),
    Element("Organization.type.coding.code", "Organization.kind", note="where it says what it is"),
    Element("Organization.address.country", "Organization.jurisdiction", note="the first in use"),
    Element("Organization.address.state", "Organization.jurisdiction", note="a code of ISO 3166-2"),
)

_TYPE: Final = "http://terminology.hl7.org/CodeSystem/organization-type"
_NUCC: Final = "http://nucc.org/provider-taxonomy"
_CODES: Final = MappingProxyType(
    {
        EmployerKind.PUBLIC_AGENCY: (_TYPE, "govt"),
        EmployerKind.COMMUNITY_ORGANIZATION: (_TYPE, "cg"),
        EmployerKind.HOME_HEALTH_AGENCY: (_NUCC, "251E00000X"),
    }
)
"""The codes that mean one kind of employer, and no other.

A provider may be a facility or a practice, and an insurance company or a payer something else than
a health plan.
"""
_NO_NAME: Final = "not told"
"""What is written where FHIR wants a name, and nobody has told one."""
_KINDS: Final = MappingProxyType({code: kind for kind, code in _CODES.items()})


def read_organization(node: Node, found: Found, /) -> None:
    """Organization."""
    organization = with_own(
        node,
        Organization,
        {
            "id": node.held.id,
            "kind": _kind(node),
            "name": _name(node),
            "jurisdiction": jurisdiction_in(node),
        },
    )
    shelve(found.organizations, organization)


def _name(node: Node, /) -> str:
    name = node.text("name") or ""
    if name != _NO_NAME:
        return name
    node.lose("name", name)
    return ""


def _kind(node: Node, /) -> EmployerKind | None:
    """What its types say, if they do not say two different things."""
    codings = [
        coding
        for each in (node.nodes("type") if node.has("type") else ())
        for coding in (each.nodes("coding") if each.has("coding") else ())
    ]
    said = [(one, kind) for one in codings if (kind := _said(one)) is not None]
    if len({kind for _, kind in said}) != 1:
        return None
    coding, kind = said[0]
    del coding.rest["system"], coding.rest["code"]
    return kind


def _said(coding: Node, /) -> EmployerKind | None:
    system, code = coding.rest.get("system"), coding.rest.get("code")
    if not isinstance(system, str) or not isinstance(code, str):
        return None
    return _KINDS.get((system, code))


def write_organization(organization: Organization, place: str, writing: Writing, /) -> None:
    """Organization."""
    name, kind = told(organization.name) or _NO_NAME, organization.kind
    code = None if kind is None else _CODES.get(kind)
    inexact = ["name"] if name == _NO_NAME and organization.name else []
    inexact += [] if is_addressed(organization.jurisdiction) else ["jurisdiction"]
    inexact += ["kind"] if kind is not None and code is None else []
    writing.put(
        "Organization",
        organization,
        {
            "type": [] if code is None else [{"coding": [{"system": code[0], "code": code[1]}]}],
            "name": name,
            "address": address_of(organization.jurisdiction),
        },
        place=place,
        inexact=inexact,
    )
