"""Practitioner: who can be engaged; what they do for whom is in `posts`."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, cast

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.timing import Period
from carecore.catalogue import STANDARD
from carecore.credentials import Credential, CredentialKind, HeldCredential, Licence
from carecore.errors import CareError, described
from carecore.extra.fhir import posts
from carecore.extra.fhir.datatypes import days, full_name
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json, find
from carecore.extra.fhir.found import Found, with_own
from carecore.extra.fhir.languages import are_told, language_in, spoken
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.writing import Writing, filled, inexact_periods, period, told, untold
from carecore.people import Gender, Professional

__all__ = ["ELEMENTS", "read_practitioner", "write_professional"]

ELEMENTS: Final = (
    Element("Practitioner.id", "Professional.id"),
    Element("Practitioner.name", "Professional.name", note="the first"),
    Element("Practitioner.gender", "Professional.gender"),
    Element(
        "Practitioner.communication.coding.code", "Professional.languages", note="tags of BCP 47"
    ),
    Element(
        "Practitioner.qualification.code.text",
        "HeldCredential.credential",
        note="where it and the issuer name a credential of the catalogue; else a loss",
    ),
    Element("Practitioner.qualification.issuer.display", "Licence.jurisdiction"),
    Element("Practitioner.qualification.identifier.value", "Licence.number", note="the first"),
    Element(
        "Practitioner.qualification.period.start", "HeldCredential.period", note="or a licence's"
    ),
    Element(
        "Practitioner.qualification.period.end", "HeldCredential.period", note="or a licence's"
    ),
    *posts.ELEMENTS,
)

_GENDERS: Final[Mapping[str, Gender | None]] = MappingProxyType(
    {**{one.value: one for one in Gender}, "unknown": None}
)
_BY_NAME: Final = MappingProxyType({one.name: one for one in STANDARD.credentials})
_BY_ID: Final = MappingProxyType[str, Credential]({one.id: one for one in STANDARD.credentials})


def read_practitioner(node: Node, found: Found, /) -> None:
    """Practitioner: a professional."""
    key = node.held.id
    held = list(_held(node))
    licences = tuple(one for one in held if isinstance(one, Licence))
    credentials = tuple(one for one in held if isinstance(one, HeldCredential))
    professional = with_own(
        node,
        Professional,
        {
            "id": key,
            "name": full_name(node),
            "gender": _gender(node),
            "languages": _languages(node),
            "licences": licences or None,
            "credentials": credentials or None,
        },
    )
    found.professionals[key] = professional


def _gender(node: Node, /) -> Gender | None:
    raw: object = node.rest.get("gender")
    if isinstance(raw, str) and raw not in _GENDERS:
        # Whatever word stands in the place of a code may tell the gender all the same.
        del node.rest["gender"]
        node.blame("gender", raw, f"{described(raw)} is no code that FHIR has there")
        return None
    return node.word("gender", _GENDERS)


def _languages(node: Node, /) -> tuple[str, ...] | None:
    tags = map(language_in, node.nodes("communication"))
    return tuple(tag for tag in tags if tag is not None) or None


def _held(node: Node, /) -> Iterator[Licence | HeldCredential]:
    for one in node.nodes("qualification"):
        code: Any = one.rest.get("code")
        issuer: Any = one.rest.get("issuer")
        text: object = code.get("text") if code.__class__ is dict else None
        credential = _BY_NAME.get(text) if isinstance(text, str) else None
        if credential is None or issuer.__class__ is not dict:
            continue
        if credential.kind is not CredentialKind.LICENCE:
            yield from _certified(one, credential)
        else:
            yield from _licensed(one, credential)


def _certified(one: Node, credential: Credential, /) -> Iterator[HeldCredential]:
    issuer = one.rest["issuer"]
    text: object = issuer.get("reference")
    held = find(text, one.held).held if isinstance(text, str) and text else None
    if issuer.get("display") == credential.body:
        _take(one, "issuer", "display")
    elif held is None or held.type != "Organization" or held.raw.get("name") != credential.body:
        return
    _take(one, "code", "text")
    yield HeldCredential(credential=credential.id, period=days(one, "period"))


def _licensed(one: Node, credential: Credential, /) -> Iterator[Licence]:
    display: object = one.rest["issuer"].get("display")
    place = _given_in(display, credential) if isinstance(display, str) else None
    if place is None:
        return
    _take(one, "issuer", "display")
    _take(one, "code", "text")
    first = one.first("identifier")
    number = None if first is None else first.text("value")
    yield Licence(
        credential=credential.id,
        jurisdiction=place,
        period=days(one, "period"),
        number=number or "",
    )


def _take(one: Node, key: str, inner: str, /) -> None:
    # It was looked at, and is an object.
    del cast("Node", one.node(key)).rest[inner]


def _given_in(display: str, credential: Credential, /) -> Jurisdiction | None:
    start, end = f"{credential.body} (", ")"
    if not display.startswith(start) or not display.endswith(end):
        return None
    try:
        return Jurisdiction(display[len(start) : -len(end)])
    except CareError:
        return None


def write_professional(professional: Professional, place: str, writing: Writing, /) -> None:
    """Practitioner, and a PractitionerRole where there is something to tell in it."""
    licences, credentials = professional.licences or (), professional.credentials or ()
    inexact = untold(professional, "name")
    # A skill is refused where its language is not named beside it.
    has_levels = bool(professional.language_skills)
    inexact += [] if are_told(professional.languages) and not has_levels else ["languages"]
    if professional.licences is not None and not (licences and all(map(_is_given, licences))):
        inexact.append("licences")
    is_told = bool(credentials) and all(map(_is_certified, credentials))
    if professional.credentials is not None and not is_told:
        inexact.append("credentials")
    name, gender = told(professional.name), professional.gender
    writing.put(
        "Practitioner",
        professional,
        {
            "name": [] if name is None else [{"text": name}],
            "gender": None if gender is None else gender.value,
            "communication": spoken(professional.languages),
            "qualification": list(_qualifications(licences, credentials)),
        },
        place=place,
        lacking=(
            *("language_skills", "jurisdictions", "employer", "zone", "areas", "base_area"),
            *("highest_acuity", "experience", "payers", "rate", "caseload_limit", "part_time"),
            *("limit_changes", "caseload", "cultures"),
        ),
        inexact=inexact,
    )
    posts.write_post(professional, place, writing)


def _qualifications(
    licences: Iterable[Licence], credentials: Iterable[HeldCredential], /
) -> Iterator[Json]:
    """Those of the catalogue; nobody else would know what the others are."""
    for one in licences:
        known = _BY_ID.get(one.credential)
        if known is not None:
            number, issuer = told(one.number), f"{known.body} ({one.jurisdiction})"
            yield _qualification(known, one.period, issuer, number=number)
    for held in credentials:
        known = _BY_ID.get(held.credential)
        if known is not None:
            yield _qualification(known, held.period, known.body)


def _qualification(
    credential: Credential, when: Period | None, issuer: str, /, *, number: str | None = None
) -> Json:
    return filled(
        {
            "identifier": [] if number is None else [{"value": number}],
            "code": {"text": credential.name},
            "period": period(when),
            "issuer": {"display": issuer},
        }
    )


def _is_given(one: Licence, /) -> bool:
    """Whether the elements of a qualification tell all of the licence."""
    is_plain = one.multistate is None and not inexact_periods(one, "period")
    return is_plain and _is_of(one.credential, is_licence=True) and not untold(one, "number")


def _is_certified(one: HeldCredential, /) -> bool:
    return not inexact_periods(one, "period") and _is_of(one.credential, is_licence=False)


def _is_of(credential: str, /, *, is_licence: bool) -> bool:
    known = _BY_ID.get(credential)
    return known is not None and (known.kind is CredentialKind.LICENCE) is is_licence
