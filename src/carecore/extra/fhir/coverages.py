"""Coverage: who pays for a client, and when."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from carecore.base.identity import in_words
from carecore.coverage import Coverage
from carecore.extra.fhir.datatypes import (
    days,
)
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.found import Found, kind_of, lose_all, shelve, type_in, with_own
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.references import target_of
from carecore.extra.fhir.writing import (
    Writing,
    inexact_periods,
    linked,
    period,
    told,
    untold,
)
from carecore.roles import PayerKind

__all__ = ["ELEMENTS", "read_coverage", "write_coverage"]

ELEMENTS: Final = (
    Element("Coverage.id", "Coverage.id"),
    Element("Coverage.identifier", "Coverage.member_number", note="of the type MB, member number"),
    Element("Coverage.status", "Coverage", note="any but active: all of it is a loss"),
    Element("Coverage.type", "Coverage.payer", note="where a code says what sort of payer it is"),
    Element("Coverage.subscriberId", "Coverage.member_number", note="where no identifier is one"),
    Element("Coverage.beneficiary", "Coverage.client_id"),
    Element("Coverage.period", "Coverage.period"),
    Element("Coverage.payor", "Coverage.organization_id", note="the first that is an organization"),
    Element("Coverage.order", "Coverage.order"),
)

_STATUSES: Final[Mapping[str, bool | None]] = MappingProxyType(
    {"active": True, "cancelled": None, "draft": None, "entered-in-error": None}
)
_SELF: Final = "http://terminology.hl7.org/CodeSystem/coverage-selfpay"
_ACT: Final = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_TYPOLOGY: Final = "https://nahdo.org/sopt"
_SELF_PAY: Final = MappingProxyType({"pay": PayerKind.PRIVATE_PAY})
_POLICIES: Final = MappingProxyType(
    {
        "HIP": PayerKind.HEALTH_PLAN,
        "EHCPOL": PayerKind.HEALTH_PLAN,
        "WCBPOL": PayerKind.WORKERS_COMPENSATION,
        "LTC": PayerKind.LONG_TERM_CARE_INSURANCE,
        "VET": PayerKind.VETERANS,
    }
)
"""HL7 v3 ActCode, types of coverage: health insurance plan policy, extended healthcare (a private
policy), worker's compensation, long term care policy, veteran health program.

Others are no sort of payer of ours: public healthcare may be any country's, and a managed care
policy (HMO, PPO, POS) is sold by health plans, for Medicare and for Medicaid.
"""

_SOURCES: Final = MappingProxyType(
    {
        **dict.fromkeys(("1", "12", "121", "129"), PayerKind.MEDICARE),
        **dict.fromkeys(("11", "111", "112", "113", "119"), PayerKind.MEDICARE_ADVANTAGE),
        **dict.fromkeys(("2", "21", "211", "212", "213", "219", "22"), PayerKind.MEDICAID),
        "32": PayerKind.VETERANS,
        **dict.fromkeys(("5", "51", "511", "512", "513", "519", "52"), PayerKind.HEALTH_PLAN),
        "81": PayerKind.PRIVATE_PAY,
        "94": PayerKind.LONG_TERM_CARE_INSURANCE,
        "95": PayerKind.WORKERS_COMPENSATION,
    }
)
"""Source of Payment Typology: Medicare, Medicare managed care, Medicaid, Department of Veterans
Affairs, private health insurance, self-pay, long-term care insurance, worker's compensation.
"""

_SYSTEMS: Final[Mapping[str, Mapping[str, PayerKind]]] = MappingProxyType(
    {
        _SELF: _SELF_PAY,
        _ACT: _POLICIES,
        _TYPOLOGY: _SOURCES,
        "urn:oid:2.16.840.1.113883.3.221.5": _SOURCES,
        # As STU3 calls them.
        "http://hl7.org/fhir/coverage-selfpay": _SELF_PAY,
        "http://hl7.org/fhir/v3/ActCode": _POLICIES,
    }
)
_WRITTEN: Final[Mapping[PayerKind, tuple[str, str]]] = MappingProxyType(
    {
        PayerKind.MEDICARE: (_TYPOLOGY, "1"),
        PayerKind.MEDICARE_ADVANTAGE: (_TYPOLOGY, "11"),
        PayerKind.MEDICAID: (_TYPOLOGY, "2"),
        PayerKind.HEALTH_PLAN: (_ACT, "HIP"),
        PayerKind.WORKERS_COMPENSATION: (_ACT, "WCBPOL"),
        PayerKind.LONG_TERM_CARE_INSURANCE: (_ACT, "LTC"),
        PayerKind.VETERANS: (_ACT, "VET"),
        PayerKind.PRIVATE_PAY: (_SELF, "pay"),
    }
)
_MEMBER: Final = ("http://terminology.hl7.org/CodeSystem/v2-0203", "MB")
_PAYING: Final = ("Patient", "RelatedPerson")
"""The types besides organizations that FHIR lets pay."""
_MOST: Final = 2**31 - 1


def read_coverage(node: Node, found: Found, /) -> None:
    """Coverage."""
    status: Any = node.rest.get("status")
    is_over = status.__class__ is str and _STATUSES.get(status, True) is None
    if is_over or node.has("modifierExtension"):
        # Withdrawn, not finished, wrong, or changed in a way that nobody may overlook.
        lose_all(node)
        return
    client = found.client(node, "beneficiary")
    if client is None:
        what, advice = "it does not say whose it is", "Maybe it lacks beneficiary.reference"
        found.reading.blame(node.place, what, node.held.raw, advice)
        return
    node.word("status", _STATUSES)
    coverage = with_own(
        node,
        Coverage,
        {
            "id": node.held.id,
            "client_id": client,
            "payer": _payer(node),
            "organization_id": _organization(node),
            "period": days(node, "period"),
            "order": _order(node),
            "member_number": _member(node),
        },
    )
    shelve(found.coverages, coverage)


def _payer(node: Node, /) -> PayerKind | None:
    """What sort of payer its codes say, if they say one; a code that says more is kept as well."""
    inner = node.node("type")
    if inner is None:
        return None
    saying = [(coding, kind) for coding in inner.nodes("coding") if (kind := _said(coding))]
    if len({kind for _, kind in saying}) != 1:
        return None
    coding, kind = saying[0]
    if (coding.rest["system"], coding.rest["code"]) == _WRITTEN[kind]:
        del coding.rest["system"], coding.rest["code"]
    return kind


def _said(coding: Node, /) -> PayerKind | None:
    system, code = coding.rest.get("system"), coding.rest.get("code")
    if system.__class__ is not str or code.__class__ is not str:
        return None
    return _SYSTEMS.get(str(system), {}).get(str(code))


def _organization(node: Node, /) -> str | None:
    for inner in node.nodes("payor"):
        if _is_of_organization(kind_of(inner)):
            target = target_of(inner)
            if target is not None:
                return target.id
    return None


def _is_of_organization(kind: str, /) -> bool:
    """Whether that type is one; what does not say what it is may be."""
    return kind in {"Organization", ""}


def _order(node: Node, /) -> int | None:
    order = node.whole("order")
    if order is not None and order < 1:
        node.blame("order", order, "payers are asked from the first on", "Maybe 1")
        return None
    return order


def _member(node: Node, /) -> str:
    for inner in node.nodes("identifier"):
        if _is_member_number(inner.rest.get("type")):
            number = inner.text("value")
            if number is not None:
                return number
    return node.text("subscriberId") or ""


def _is_member_number(raw: Any, /) -> bool:  # noqa: ANN401 # plain data of any shape
    codings: Any = raw.get("coding") if raw.__class__ is dict else None
    if codings.__class__ is not list:
        return False
    pairs = ((one.get("system"), one.get("code")) for one in codings if one.__class__ is dict)
    return _MEMBER in pairs


def write_coverage(coverage: Coverage, place: str, writing: Writing, /) -> None:
    """Coverage."""
    inexact = [*inexact_periods(coverage, "period"), *untold(coverage, "member_number")]
    payor: Json = {"display": "not told"}
    if coverage.organization_id is not None:
        payor = linked(coverage.organization_id, writing, "Organization", also=_PAYING)
    if coverage.organization_id is None or not _is_of_organization(
        type_in(payor.get("reference", ""))
    ):
        inexact.append("organization_id")
    if coverage.payer is not None and coverage.payer not in _WRITTEN:
        inexact.append("payer")
    order = coverage.order
    if order is not None and not 0 < order <= _MOST:
        order = None
        inexact.append("order")
    writing.put(
        "Coverage",
        coverage,
        {
            "status": "active",
            "type": _type(coverage.payer),
            "subscriberId": told(coverage.member_number),
            "beneficiary": linked(coverage.client_id, writing, "Patient"),
            "period": period(coverage.period),
            "payor": [payor],
            "order": order,
        },
        place=place,
        inexact=inexact,
    )


def _type(payer: PayerKind | None, /) -> Json | None:
    if payer is None:
        return None
    words = in_words(payer.value)
    written = _WRITTEN.get(payer)
    if written is None:
        return {"text": words}
    return {"coding": [{"system": written[0], "code": written[1], "display": words}]}
