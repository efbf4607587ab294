"""Patient and RelatedPerson: the client, and those who speak or decide for the client."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from carecore.base.moments import When
from carecore.base.reasons import at
from carecore.base.timing import PartialDate
from carecore.extra.fhir import trusted
from carecore.extra.fhir.datatypes import (
    days,
    full_name,
    when,
)
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json, is_id
from carecore.extra.fhir.found import Found, Spokesperson, with_own
from carecore.extra.fhir.languages import are_told, languages_in, spoken
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.places import address_of, is_addressed, jurisdiction_in
from carecore.extra.fhir.writing import (
    Writing,
    inexact_periods,
    inexact_times,
    moment,
    period,
    told,
    untold,
)
from carecore.people import Authority, Client, Representative
from carecore.record import Event, EventKind, Record

__all__ = ["ELEMENTS", "death_told", "read_client", "read_representative", "write_client"]

ELEMENTS: Final = (
    Element("Patient.id", "Client.id"),
    Element("Patient.name", "Client.name", note="of the first, its text, else its parts"),
    Element("Patient.birthDate", "Client.birth_date"),
    Element("Patient.deceasedBoolean", "Event.kind", note="a death, if it is true"),
    Element("Patient.deceasedDateTime", "Event.happened", note="of a death"),
    Element("Patient.address.country", "Client.jurisdiction", note="a code; of the first in use"),
    Element("Patient.address.state", "Client.jurisdiction", note="a code of ISO 3166-2"),
    Element(
        "Patient.communication.language.coding.code",
        "Client.languages",
        note="tags of BCP 47; those that are preferred come first",
    ),
    Element("RelatedPerson.id", "Representative.id"),
    Element("RelatedPerson.patient", "Client.representatives", note="of the client that it names"),
    Element(
        "RelatedPerson.name", "Representative.name", note="of the first, its text, else its parts"
    ),
    Element(
        "RelatedPerson.relationship.coding.code",
        "Representative.authority",
        note="a power of attorney for health care, a guardian, a relative",
    ),
    Element("RelatedPerson.period.start", "Representative.period"),
    Element("RelatedPerson.period.end", "Representative.period"),
)

_DEATH: Final = "#death"
"""What stands behind the id of a client in the id of the death."""
_ROLE_CODE: Final = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
_ROLE_CODES: Final = (_ROLE_CODE, "http://hl7.org/fhir/v3/RoleCode")
_CODES: Final[Mapping[Authority | None, str]] = MappingProxyType(
    {Authority.AGENT: "HPOWATT", Authority.GUARDIAN: "GUARD", Authority.FAMILY: "FAMMEMB"}
)
"""The codes (HL7 v3 RoleCode) that tell an authority and nothing else.

Other powers of attorney need not be for health care, and a guardian ad litem is for one suit only.
"""
_FAMILY: Final = (
    "CHILD CHLDADOPT DAUADOPT SONADOPT CHLDFOST DAUFOST SONFOST DAUC DAU STPDAU NCHILD SON SONC "
    "STPSON STPCHLD EXT AUNT MAUNT PAUNT COUSN MCOUSN PCOUSN GGRPRN GGRFTH MGGRFTH PGGRFTH GGRMTH "
    "MGGRMTH PGGRMTH MGGRPRN PGGRPRN GRNDCHILD GRNDDAU GRNDSON GRPRN GRFTH MGRFTH PGRFTH GRMTH "
    "MGRMTH PGRMTH MGRPRN PGRPRN INLAW CHLDINLAW DAUINLAW SONINLAW PRNINLAW FTHINLAW MTHINLAW "
    "SIBINLAW BROINLAW SISINLAW NIENEPH NEPHEW NIECE UNCLE MUNCLE PUNCLE PRN ADOPTP ADOPTF ADOPTM "
    "FTH FTHFOST NFTH NFTHF STPFTH MTH GESTM MTHFOST NMTH NMTHF STPMTH NPRN PRNFOST STPPRN SIB BRO "
    "HBRO NBRO TWINBRO FTWINBRO ITWINBRO STPBRO HSIB HSIS NSIB NSIS TWINSIS FTWINSIS ITWINSIS TWIN "
    "FTWIN ITWIN SIS STPSIS STPSIB SIGOTHR DOMPART SPS HUSB WIFE"
)
"""Everybody whom HL7 v3 RoleCode counts as a member of the family, but for a former spouse."""
_AUTHORITIES: Final[Mapping[str, Authority | None]] = MappingProxyType(
    dict.fromkeys(_FAMILY.split(), Authority.FAMILY) | {code: kind for kind, code in _CODES.items()}
)


def read_client(node: Node, found: Found, /) -> None:
    """Patient: the client; a death is an event."""
    key = node.held.id
    if is_id(f"{key}{_DEATH}"):
        _read_death(node, found)
    found.clients[key] = with_own(
        node,
        Client,
        {
            "id": key,
            "name": full_name(node),
            "birth_date": _birth_date(node),
            "jurisdiction": jurisdiction_in(node, of_person=True),
            "languages": languages_in(node),
        },
    )


def _birth_date(node: Node, /) -> PartialDate | None:
    raw: object = node.rest.get("birthDate")
    born = when(node, "birthDate")
    if born is None or isinstance(born, PartialDate):
        return born
    node.blame("birthDate", raw, "it has a time of day, and a day is wanted", "Maybe '1948-03-01'")
    return None


def _read_death(node: Node, found: Found, /) -> None:
    happened = when(node, "deceasedDateTime")
    if happened is None and node.rest.get("deceasedBoolean") is False:
        # That somebody lives is no event.
        return
    if happened is None and not node.flag("deceasedBoolean"):
        return
    found.deaths.append(_death(node.held.id, happened))


def _death(client: str, happened: When | None, /) -> Event:
    return trusted.event(
        id=f"{client}{_DEATH}", client_id=client, kind=EventKind.DEATH, happened=happened
    )


def read_representative(node: Node, found: Found, /) -> None:
    """RelatedPerson: somebody who speaks or decides for the client, with the authority if told."""
    client = found.client(node, "patient")
    if client is None:
        what = "it does not say to whom the person is related"
        node.blame("", node.held.raw, what, "Maybe it lacks patient.reference")
        node.rest = {}
        return
    representative = with_own(
        node,
        Representative,
        {
            "id": node.held.id,
            "authority": _authority(node),
            "period": days(node, "period"),
            "name": full_name(node),
        },
    )
    found.representatives.append(Spokesperson(representative, client, node.held))


def _authority(node: Node, /) -> Authority | None:
    """The authority that the relationship tells; one to decide counts before the family's.

    Nobody has any by an entry that is not in use.
    """
    raw: Any = node.rest.get("relationship")
    if raw is None or node.rest.get("active") is False:
        return None
    # In STU3 there is but one.
    only = node.node("relationship") if isinstance(raw, dict) else None
    concepts = [only] if only is not None else node.nodes("relationship")
    codings = [one for each in concepts if each.has("coding") for one in each.nodes("coding")]
    said = [(one, kind) for one in codings if (kind := _told_by(one.rest)) is not None]
    if not said:
        return None
    said.sort(key=lambda one: one[1] is Authority.FAMILY)
    coding, authority = said[0]
    if (coding.rest["system"], coding.rest["code"]) == (_ROLE_CODE, _CODES[authority]):
        del coding.rest["system"], coding.rest["code"]
    return authority


def _told_by(coding: Json, /) -> Authority | None:
    code: object = coding.get("code")
    if not isinstance(code, str) or coding.get("system") not in _ROLE_CODES:
        return None
    return _AUTHORITIES.get(code)


def death_told(record: Record | None, client: str, /) -> Event | None:
    """The death that `Patient.deceased` tells, so that nothing else has to; it is the last event.

    >>> died = Event(id="c-1#death", client_id="c-1", kind=EventKind.DEATH)
    >>> death_told(Record(client_id="c-1", events=(died,)), "c-1")
    <Event c-1#death>
    """
    if record is None or record.client_id != client or not record.events:
        return None
    event = record.events[-1]
    is_told = event == _death(client, event.happened) and not inexact_times(event, "happened")
    return event if is_told else None


def write_client(
    client: Client, place: str, writing: Writing, /, *, death: Event | None = None
) -> None:
    """Patient, and a RelatedPerson for each representative.

    Args:
        client: the client.
        place: where the client stands in the plan.
        writing: takes what is written.
        death: the event that `death_told` gives.
    """
    ids = [one.id for one in client.representatives]
    inexact = untold(client, "name")
    inexact += [] if is_addressed(client.jurisdiction) else ["jurisdiction"]
    inexact += [] if are_told(client.languages) else ["languages"]
    inexact += [] if len(set(ids)) == len(ids) else ["representatives"]
    happened = None if death is None else moment(death.happened)
    writing.put(
        "Patient",
        client,
        {
            "name": _named(client.name),
            "birthDate": None if client.birth_date is None else str(client.birth_date),
            "deceasedBoolean": True if death is not None and happened is None else None,
            "deceasedDateTime": happened,
            "address": address_of(client.jurisdiction),
            "communication": [{"language": one} for one in spoken(client.languages)],
        },
        place=place,
        lacking=(
            *("setting", "needs", "zone", "payers", "has_decision_capacity"),
            *("caseload_points", "weights", "preferences", "area", "acuity", "conditions", "note"),
        ),
        inexact=inexact,
    )
    for index, one in enumerate(client.representatives):
        _write_representative(one, at(place, "representatives", index), writing)


def _write_representative(one: Representative, place: str, writing: Writing, /) -> None:
    code = _CODES.get(one.authority)
    inexact = [*untold(one, "name"), *inexact_periods(one, "period")]
    inexact += [] if code is not None or one.authority is None else ["authority"]
    writing.put(
        "RelatedPerson",
        one,
        {
            "patient": writing.subject(),
            "relationship": []
            if code is None
            else [{"coding": [{"system": _ROLE_CODE, "code": code}]}],
            "name": _named(one.name),
            "period": period(one.period),
        },
        place=place,
        lacking=("jurisdiction",),
        inexact=inexact,
    )


def _named(name: str, /) -> list[Json]:
    text = told(name)
    return [] if text is None else [{"text": text}]
