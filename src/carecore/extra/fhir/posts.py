"""PractitionerRole: what a professional does for an organization.

Several posts of one professional are told together, in the order of the documents.
Half an answer is none: the hours of a week, and the care settings served, are known only where
each of the posts tells them.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

import attrs

from carecore.extra.fhir.datatypes import (
    days,
    word_at,
)
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import find
from carecore.extra.fhir.found import Found, Post, link, lose_all, own_fields
from carecore.extra.fhir.locations import setting_at
from carecore.extra.fhir.nodes import Node, items_in
from carecore.extra.fhir.references import target_of
from carecore.extra.fhir.weeks import hours_in, hours_told, lose_times, times_of, whole_hours
from carecore.extra.fhir.writing import (
    Writing,
    inexact_periods,
    linked,
    period,
    tells_term,
    worded,
)
from carecore.people import Leave, Professional, WeeklyHours, join_hours

__all__ = ["ELEMENTS", "read_role", "role_in", "with_posts", "write_post"]

ELEMENTS: Final = (
    Element("PractitionerRole.id", "Professional.id", note="where it names no practitioner"),
    Element("PractitionerRole.active", "Professional.roles", note="if it is false, all is a loss"),
    Element("PractitionerRole.practitioner", "Professional.id"),
    Element("PractitionerRole.organization", "Professional.organization_id", note="the first"),
    Element("PractitionerRole.code", "Professional.roles", note="as words; in order"),
    Element(
        "PractitionerRole.location", "Professional.settings", note="where all tell their setting"
    ),
    Element(
        "PractitionerRole.availableTime",
        "Professional.hours",
        note="where all of it is clear, to the minute; whole hours are `weekly_hours` as well",
    ),
    Element("PractitionerRole.notAvailable.during.start", "Professional.leave"),
    Element("PractitionerRole.notAvailable.during.end", "Professional.leave"),
)

_AWAY: Final = "away"
"""What is written where FHIR wants to know why somebody is not there."""
_POST: Final = ("roles", "organization_id", "weekly_hours", "hours", "settings", "leave")
"""What is told of a professional in a PractitionerRole."""
_NUCC: Final = "http://nucc.org/provider-taxonomy"
_ROLES: Final = {
    "163WH0200X": "home_health_nurse",
    "172V00000X": "community_health_worker",
    "374U00000X": "home_health_aide",
}
"""Codes of the taxonomy of providers (NUCC) that mean a role of the catalogue, and no other.

That of case managers is one with care coordinators, and stays a word.
"""


def read_role(node: Node, found: Found, /) -> None:
    """PractitionerRole: a post of a professional; one that is not in use is lost."""
    if node.rest.get("active") is False:
        lose_all(node)
        return
    inner = node.node("practitioner")
    target = None if inner is None else target_of(inner)
    key = node.held.id if target is None else target.id
    if target is not None and "id" in node.held.raw and not node.has("id"):
        # Others may name it; what it becomes has the id of the practitioner.
        node.lose("id", node.held.raw["id"])
    found.professionals.setdefault(key, None)
    away = map(_leave, node.nodes("notAvailable"))
    found.posts.append(
        Post(
            of=key,
            roles=list(_roles(node)),
            organization=link(node, "organization"),
            settings=_settings(node),
            hours=hours_in(node),
            leave=tuple(one for one in away if one is not None),
            own=own_fields(node, Professional),
            held=node.held,
        )
    )


def _roles(node: Node, /) -> Iterator[tuple[str, str, object]]:
    for inner in node.nodes("code"):
        raw = inner.rest.copy()
        word = role_in(inner)
        if word is not None:
            yield word, inner.place, raw


def role_in(inner: Node, /) -> str | None:
    """The role that a CodeableConcept means, else its word."""
    if not any(map(_role, items_in(inner.rest.get("coding")))):
        return word_at(inner)
    coding = next(one for one in inner.nodes("coding") if _role(one.rest))
    role = _role(coding.rest)
    del coding.rest["system"], coding.rest["code"]
    return role


def _role(coding: Any, /) -> str | None:  # noqa: ANN401 # plain data of any shape
    if coding.__class__ is not dict or coding.get("system") != _NUCC:
        return None
    code = coding.get("code")
    return _ROLES.get(code) if isinstance(code, str) else None


def _settings(node: Node, /) -> tuple[str, ...] | None:
    """The care settings of the places, if each of them tells its own; nothing is taken."""
    told: dict[str, None] = {}
    for one in items_in(node.rest.get("location")):
        text: object = one.get("reference") if one.__class__ is dict else None
        held = find(text, node.held).held if isinstance(text, str) and text else None
        setting = setting_at(held)
        if setting is None:
            return None
        told[setting] = None
    return tuple(told) or None


def _leave(inner: Node, /) -> Leave | None:
    during = days(inner, "during")
    return None if during is None else Leave(during)


def with_posts(found: Found, /) -> dict[str, Professional]:
    """The professionals by their ids, with what their posts say of them."""
    posts: dict[str, list[Post]] = {}
    for post in found.posts:
        posts.setdefault(post.of, []).append(post)
    known = {
        key: Professional(id=key) if one is None else one
        for key, one in found.professionals.items()
    }
    return known | {key: _put(known[key], some, found) for key, some in posts.items()}


def _put(known: Professional, posts: list[Post], found: Found, /) -> Professional:
    reading = found.reading
    roles: dict[str, None] = dict.fromkeys(known.roles)
    organization: str | None = known.organization_id
    for post in posts:
        for word, place, raw in post.roles:
            if word in roles:
                reading.lose(place, raw, post.held)
            roles[word] = None
        named = post.organization
        if named is not None and organization is not None:
            reading.lose(named.place, named.raw, named.of)
        elif named is not None:
            organization = named.target.id
    fields: dict[str, Any] = {"roles": tuple(roles), "organization_id": organization}
    fields["leave"] = (*known.leave, *(one for post in posts for one in post.leave))
    served = [post.settings for post in posts]
    if None not in served:
        fields["settings"] = tuple(dict.fromkeys(one for some in served for one in some or ()))
    hours = _hours(posts)
    if hours is not None:
        fields["hours"], weekly = hours, whole_hours(hours)
        fields |= {} if weekly is None else {"weekly_hours": weekly}
    for post in posts:
        fields |= post.own
    return attrs.evolve(known, **fields)


def _hours(posts: list[Post], /) -> tuple[WeeklyHours, ...] | None:
    """When in the week, if each of the posts tells it."""
    told = [post for post in posts if post.hours is not None]
    if len(told) == len(posts):
        return join_hours([one for post in told for one in post.hours or ()])
    for post in told:
        lose_times(post.held)
    return None


def write_post(professional: Professional, place: str, writing: Writing, /) -> None:
    """PractitionerRole, where there is something to tell in it."""
    usual = Professional(id=professional.id)
    if all(getattr(professional, name) == getattr(usual, name) for name in _POST):
        return
    inexact = [] if all(map(tells_term, professional.roles)) else ["roles"]
    inexact += (
        ["leave"] if any(inexact_periods(one, "period") for one in professional.leave) else []
    )
    times = times_of(professional.hours)
    read = hours_told(times)
    inexact += [] if read == professional.hours else ["hours"]
    inexact += [] if whole_hours(read) == professional.weekly_hours else ["weekly_hours"]
    organization = professional.organization_id
    writing.put(
        "PractitionerRole",
        professional,
        {
            "practitioner": writing.reference(professional.id, "Practitioner"),
            "organization": None
            if organization is None
            else linked(organization, writing, "Organization"),
            "code": [worded(one) for one in professional.roles],
            "availableTime": times,
            "notAvailable": [
                {"description": _AWAY, "during": period(one.period)}
                for one in professional.leave
                if period(one.period) is not None
            ],
        },
        place=place,
        # It is nobody's id: whoever refers to the professional names the Practitioner.
        key=f"PractitionerRole/{sha256(professional.id.encode()).hexdigest()[:32]}",
        lacking=("settings",),
        inexact=inexact,
    )
