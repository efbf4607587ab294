"""CareTeam: who looks after one client, and when."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final

from carecore.base.timing import Period
from carecore.extra.fhir.datatypes import (
    days,
)
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.finding import Json
from carecore.extra.fhir.found import Found, lose_all, shelve, with_own
from carecore.extra.fhir.nodes import Node, items_in
from carecore.extra.fhir.posts import role_in
from carecore.extra.fhir.references import target_of
from carecore.extra.fhir.writing import (
    Writing,
    filled,
    inexact_periods,
    linked,
    period,
    tells_term,
    worded,
)
from carecore.people import Membership, Team

__all__ = ["ELEMENTS", "is_put_together", "read_team", "write_team"]

ELEMENTS: Final = (
    Element("CareTeam.id", "Team.id"),
    Element("CareTeam.subject", "Team.client_id"),
    Element(
        "CareTeam.participant.role", "Membership.role", note="as a word; one membership for each"
    ),
    Element("CareTeam.participant.member", "Membership.person_id"),
    Element("CareTeam.participant.period.start", "Membership.period"),
    Element("CareTeam.participant.period.end", "Membership.period"),
)

_ERROR: Final = "entered-in-error"
_STATUSES: Final = MappingProxyType[str, None](
    dict.fromkeys(("proposed", "active", "suspended", "inactive", _ERROR))
)
_ABSENT: Final = (
    "http://terminology.hl7.org/CodeSystem/data-absent-reason",
    "http://hl7.org/fhir/data-absent-reason",
)
"""Codes that say why there is no answer."""
_ALWAYS: Final = Period(None)
_MEMBERS: Final = ("Practitioner", "RelatedPerson", "Patient", "Organization", "CareTeam")


def read_team(node: Node, found: Found, /) -> None:
    """CareTeam: a team; the details of its members are put to it once everything is read."""
    if node.rest.get("status") == _ERROR:
        lose_all(node)
        return
    node.word("status", _STATUSES)
    client = found.client(node, "subject")
    team = with_own(
        node,
        Team,
        {
            "id": node.held.id,
            "client_id": client,
            "memberships": tuple(
                one for each in node.nodes("participant") for one in _memberships(each)
            ),
        },
    )
    shelve(found.teams, team)


def _memberships(participant: Node, /) -> Iterator[Membership]:
    inner = participant.node("member")
    member = None if inner is None else target_of(inner)
    if member is None:
        return
    time = days(participant, "period") or _ALWAYS
    for role in _roles(participant) or (None,):
        yield Membership(person_id=member.id, role=role, period=time)


def _roles(participant: Node, /) -> tuple[str, ...]:
    raw: Any = participant.rest.get("role")
    if raw is None:
        return ()
    # In STU3 there is but one.
    only = participant.node("role") if isinstance(raw, dict) else None
    words: dict[str, None] = {}
    for inner in [only] if only is not None else participant.nodes("role"):
        before = inner.rest.copy()
        word = None if _is_absent(before) else role_in(inner)
        if word in words:
            inner.rest = before
        elif word is not None:
            words[word] = None
    return tuple(words)


def _is_absent(raw: Json, /) -> bool:
    """Whether it says only why nobody knows."""
    codings = items_in(raw.get("coding"))
    return any(one.__class__ is dict and one.get("system") in _ABSENT for one in codings)


def write_team(team: Team, place: str, writing: Writing, /) -> None:
    """CareTeam; the details of its members are written for themselves."""
    inexact = [] if all(map(_is_told, team.memberships)) else ["memberships"]
    inexact += [] if is_put_together(team) else ["professionals"]
    client = team.client_id
    writing.put(
        "CareTeam",
        team,
        {
            "subject": None if client is None else linked(client, writing, "Patient"),
            "participant": [
                filled(
                    {
                        "role": [] if one.role is None else [worded(one.role)],
                        "member": linked(
                            one.person_id, writing, *_MEMBERS, also=("PractitionerRole",)
                        ),
                        "period": period(one.period),
                    }
                )
                for one in team.memberships
            ],
        },
        place=place,
        inexact=inexact,
    )


def _is_told(one: Membership, /) -> bool:
    return tells_term(one.role) and (one.period == _ALWAYS or not inexact_periods(one, "period"))


def is_put_together(team: Team, /) -> bool:
    """Whether the team tells the details of those of its members who are known, in their order."""
    members = dict.fromkeys(one.person_id for one in team.memberships)
    known = [one.id for one in team.professionals]
    return known == [key for key in members if key in known]
