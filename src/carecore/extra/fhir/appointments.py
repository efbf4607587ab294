"""Appointment: a visit that is planned."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from carecore.extra.fhir.datatypes import (
    when,
)
from carecore.extra.fhir.details import PEOPLE
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.found import (
    Found,
    Link,
    keep,
    kind_of,
    link_of,
    lose_all,
    type_in,
    with_own,
)
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.references import target_of
from carecore.extra.fhir.writing import (
    Writing,
    inexact_times,
    linked,
    moment,
)
from carecore.plans import Visit

__all__ = ["ELEMENTS", "read_appointment", "write_visit"]

ELEMENTS: Final = (
    Element("Appointment.id", "Visit.id"),
    Element("Appointment.status", "Visit", note="cancelled, entered-in-error: all of it is a loss"),
    Element("Appointment.start", "Visit.planned"),
    Element("Appointment.basedOn", "Visit.activity", note="the first request"),
    Element(
        "Appointment.participant.actor", "Visit.by", note="the only practitioner; a patient: whose"
    ),
)

_CALLED_OFF: Final = ("cancelled", "entered-in-error")
_STATUSES: Final[Mapping[str, None]] = MappingProxyType(
    dict.fromkeys(
        (
            *("proposed", "pending", "booked", "arrived", "fulfilled", "noshow", "checked-in"),
            *("waitlist", *_CALLED_OFF),
        )
    )
)
_COMES: Final = ("Practitioner", "PractitionerRole")
_STAYS_AWAY: Final = "declined"
_REQUESTS: Final = ("ServiceRequest", "ProcedureRequest", "Task", "")
"""What an activity may be; FHIR allows nothing but requests there, so that "" is one as well."""


def read_appointment(node: Node, found: Found, /) -> None:
    """Appointment; one that is called off is no visit to come."""
    if node.rest.get("status") in _CALLED_OFF:
        lose_all(node)
        return
    node.word("status", _STATUSES)
    of, by = _people(node)
    activity, based_on = _based_on(node)
    visit = with_own(
        node,
        Visit,
        {"id": node.held.id, "activity": activity, "by": by, "planned": when(node, "start")},
    )
    keep(found.visits, visit, of, based_on)


def _people(node: Node, /) -> tuple[Link | None, str | None]:
    """Whose visit it is, and who comes; where several may come, nobody says who does."""
    of: Link | None = None
    coming: list[Node] = []
    for one in node.nodes("participant"):
        actor = one.node("actor")
        if actor is None:
            continue
        kind = kind_of(actor)
        if kind == "Patient" and of is None:
            of = link_of(actor)
        elif kind in _COMES and one.rest.get("status") != _STAYS_AWAY:
            coming.append(actor)
        else:
            actor.lose()
    if len(coming) != 1:
        for actor in coming:
            actor.lose()
        return of, None
    target = target_of(coming[0])
    return of, None if target is None else target.id


def _based_on(node: Node, /) -> tuple[str | None, tuple[Link, ...]]:
    """The request it is made for, and the plans it is part of."""
    activity: str | None = None
    plans: list[Link] = []
    for inner in node.nodes("basedOn"):
        kind = kind_of(inner)
        if kind == "CarePlan":
            plan = link_of(inner)
            plans += [] if plan is None else [plan]
        elif activity is None and kind in _REQUESTS:
            target = target_of(inner)
            activity = None if target is None else target.id
        else:
            inner.lose()
    return activity, tuple(plans)


def write_visit(visit: Visit, place: str, writing: Writing, /) -> None:
    """Appointment; a day without a time is no appointment yet in FHIR, and only wished for."""
    inexact = inexact_times(visit, "planned")
    people = [writing.subject()]
    if visit.by is not None:
        people.append(linked(visit.by, writing, *PEOPLE))
        inexact += [] if _type(people[-1]) in _COMES else ["by"]
    request: Json | None = None
    if visit.activity is not None:
        request = writing.reference(visit.activity, "ServiceRequest")
        if _type(request) != "ServiceRequest":
            request = None
            inexact.append("activity")
    planned = visit.planned
    start = moment(planned) if isinstance(planned, datetime) else None
    wished = None if planned is None or start is not None else str(planned)
    inexact += [] if wished is None else ["planned"]
    writing.put(
        "Appointment",
        visit,
        {
            "status": "proposed" if start is None else "booked",
            "start": start,
            # FHIR asks for an end beside a start.
            "end": start,
            "basedOn": [] if request is None else [request],
            "participant": [{"actor": one, "status": "accepted"} for one in people],
            "requestedPeriod": [] if wished is None else [{"start": wished, "end": wished}],
        },
        place=place,
        lacking=("event", "setting"),
        inexact=inexact,
    )


def _type(reference: Json, /) -> str:
    text: str = reference.get("reference", "")
    return type_in(text)
