"""Whether one person may hold one duty of one plan on one day, and why."""

from collections.abc import Mapping
from datetime import date
from typing import Final, final

from attrs import field, frozen

from carecore.base.fields import checked
from carecore.base.identity import (
    CredentialId,
    PersonId,
    RoleId,
    in_words,
    person_id,
    role_ids,
    with_article,
)
from carecore.base.plan_ids import ActivityId, activity_ids
from carecore.base.reasons import Fact, OwnChoice, Reason, Verdict, all_of, any_of
from carecore.catalogue import Catalogue
from carecore.credentials import licence_holds
from carecore.duties import Duty
from carecore.errors import UnknownId
from carecore.people import Client, Professional
from carecore.plans import CarePlan
from carecore.review.whose import own_team
from carecore.roles import Exclusion, Holding, Role

__all__ = ["DutyHolder", "PeopleOn", "holder_of", "people_on"]

_FAMILY: Final = OwnChoice(
    "the client and those who speak for the client may do what needs no licence; whether they may "
    "do what needs one is for a professional to say"
)
_THERE: Final = OwnChoice(
    "who answers for something holds it while in the team and not away: absent is not idle"
)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class DutyHolder:
    """Somebody who answers for a duty, and whether that person may hold it.

    Attributes:
        person: id of the person.
        roles: ids of the roles in which the person is in the team on that day.
        activities: ids of the plan's activities by which the person answers for it.
        is_there: whether the person is in the team on that day and not away.
        may_hold: whether a role of the person may hold the duty, and the licences are there.
        holding: how the best of the roles stands to the duty; `None`: it has none, or they are
            unknown.
        reasons: why.

    .. versionadded:: 0.1
    """

    person: PersonId = field(converter=person_id)
    roles: tuple[RoleId, ...] = field(default=(), converter=role_ids)
    activities: tuple[ActivityId, ...] = field(default=(), converter=activity_ids)
    is_there: Verdict
    may_hold: Verdict
    holding: Holding | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Whether the person holds it on that day."""
        return all_of((self.is_there, self.may_hold))


def holder_of(
    plan: CarePlan,
    person: PersonId,
    duty: Duty,
    /,
    *,
    gates: tuple[tuple[CredentialId, ...], ...],
    activities: tuple[ActivityId, ...],
    day: date,
    catalogue: Catalogue,
    people: "PeopleOn | None" = None,
) -> DutyHolder:
    """Whether that person holds the duty on that day.

    Args:
        plan: the plan.
        person: id of the person.
        duty: the duty.
        gates: for each, the ids of licences of which the holder must have one.
        activities: ids of the activities by which the person answers for it.
        day: the day.
        catalogue: what the field knows.
        people: who is there on that day, where it is asked for many; `None`: it is worked out.
    """
    known = people_on(plan, day) if people is None else people
    if person in known.family:
        return _of_the_family(plan.client, person, duty, gates, activities=activities, day=day)
    details, roles = known.details.get(person), known.roles.get(person, ())
    there, why_there = _presence(known, person, details, roles, day=day)
    judged = [_judged(role, duty, details, catalogue) for role in roles]
    if person in known.unsaid:
        judged.append(_in_unknown_role(person))
    best = max(judged, key=_by_verdict, default=None)
    role_verdict = Verdict.UNKNOWN if best is None else best.verdict
    licences = [_licence(details, gate, plan, day=day, catalogue=catalogue) for gate in gates]
    reasons = (
        why_there,
        *(() if best is None else (best.reason,)),
        *(reason for _, reason in licences),
    )
    return DutyHolder(
        person=person,
        roles=roles,
        activities=activities,
        is_there=there,
        may_hold=all_of((role_verdict, *(verdict for verdict, _ in licences))),
        holding=None if best is None else best.holding,
        reasons=reasons,
    )


@final
@frozen(kw_only=True, weakref_slot=False)
class PeopleOn:
    """Who has to do with a client on one day, by their ids.

    Attributes:
        family: the client, and those who speak or decide for the client.
        has_team: whether the team is known.
        members: everybody who is, was or will be in the team.
        roles: the roles of those who are on that day.
        unsaid: those of them who are in a role that nobody tells.
        details: what is known of professionals.
    """

    family: frozenset[PersonId]
    has_team: bool
    members: frozenset[PersonId]
    roles: Mapping[PersonId, tuple[RoleId, ...]]
    unsaid: frozenset[PersonId]
    details: Mapping[PersonId, Professional]


def people_on(plan: CarePlan, day: date, /) -> PeopleOn:
    """Who has to do with the client of *plan* on that day; a team of somebody else's counts not."""
    team, roles = own_team(plan), dict[PersonId, dict[RoleId, None]]()
    there = () if team is None else team.at(day)
    for one in there:
        held = roles.setdefault(one.person_id, {})
        if one.role is not None:
            held[one.role] = None
    return PeopleOn(
        family=frozenset((plan.client.id, *(one.id for one in plan.client.representatives))),
        has_team=team is not None,
        members=frozenset(() if team is None else (one.person_id for one in team.memberships)),
        roles={person: tuple(held) for person, held in roles.items()},
        unsaid=frozenset(one.person_id for one in there if one.role is None),
        details={} if team is None else {one.id: one for one in team.professionals},
    )


@final
@frozen(kw_only=True, weakref_slot=False)
class _Judged:
    """How one role of a person stands to a duty."""

    verdict: Verdict
    holding: Holding | None
    reason: Reason


_ORDER: Final = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET)


def _by_verdict(judged: _Judged, /) -> tuple[int, bool]:
    return _ORDER.index(judged.verdict), judged.holding is Holding.TYPICAL


def _of_the_family(
    client: Client,
    person: PersonId,
    duty: Duty,
    gates: tuple[tuple[CredentialId, ...], ...],
    /,
    *,
    activities: tuple[ActivityId, ...],
    day: date,
) -> DutyHolder:
    verdict, text = Verdict.MET, f"{person} is the client, or speaks for the client"
    if gates:
        verdict, text = Verdict.UNKNOWN, f"{text}, and the duty asks for a licence"
    elif duty.for_incapacity:
        speaking = (one for one in client.representatives if one.id == person)
        verdict = any_of(one.may_decide(as_of=day) for one in speaking)
        words = {
            Verdict.MET: "may decide for the client",
            Verdict.NOT_MET: "may not decide for the client on that day",
            Verdict.UNKNOWN: "may decide for the client, if the authority runs on that day",
        }
        text = f"{person} {words[verdict]}"
    facts = (Fact(name="person", seen=person),)
    return DutyHolder(
        person=person,
        activities=activities,
        is_there=Verdict.MET,
        may_hold=verdict,
        reasons=(Reason(id="of_the_client", text=text, facts=facts, sources=(_FAMILY,)),),
    )


def _presence(
    known: PeopleOn,
    person: PersonId,
    details: Professional | None,
    roles: tuple[RoleId, ...],
    /,
    *,
    day: date,
) -> tuple[Verdict, Reason]:
    def told(verdict: Verdict, key: str, text: str) -> tuple[Verdict, Reason]:
        facts = (Fact(name="person", seen=person), Fact(name="day", seen=day))
        return verdict, Reason(id=key, text=text, facts=facts, sources=(_THERE,))

    if not known.has_team:
        return told(Verdict.UNKNOWN, "team_unknown", "the team is not known")
    if person not in known.roles:
        is_member = person in known.members
        text = f"{person} is not in the team on that day" if is_member else f"{person} is no member"
        return told(Verdict.NOT_MET, "not_in_team", text)
    if details is not None and details.is_absent(as_of=day):
        return told(Verdict.NOT_MET, "absent", f"{person} is away, or has no hours")
    shown = " and ".join(with_article(in_words(role)) for role in roles)
    text = f"{person} is in the team" + (f" as {shown}" if roles else "")
    return told(Verdict.MET, "in_team", text)


def _in_unknown_role(person: PersonId, /) -> _Judged:
    text = f"nobody tells in which role {person} is in the team"
    return _Judged(
        verdict=Verdict.UNKNOWN, holding=None, reason=Reason(id="role_not_told", text=text)
    )


def _judged(
    key: RoleId, duty: Duty, details: Professional | None, catalogue: Catalogue, /
) -> _Judged:
    name = with_article(in_words(key))
    try:
        role = catalogue.role(key)
    except UnknownId:
        text = f"the role {key!r} is not in the catalogue"
        return _Judged(
            verdict=Verdict.UNKNOWN, holding=None, reason=Reason(id="role_unknown", text=text)
        )
    holding, exclusion = role.holding(duty.id), role.exclusion(duty.id)
    if holding is Holding.OUTSIDE:
        because = "it is outside the role" if exclusion is None else exclusion.because
        sources = role.sources if exclusion is None else exclusion.sources
        text = f"{name} may not {duty.name}: {because}"
        return _Judged(
            verdict=Verdict.NOT_MET,
            holding=holding,
            reason=Reason(id="out_of_scope", text=text, sources=sources),
        )
    barred = _barred(role, duty, details)
    if barred is not None:
        text = f"{name} who comes from this employer may not {duty.name}: {barred.because}"
        return _Judged(
            verdict=Verdict.NOT_MET,
            holding=holding,
            reason=Reason(id="barred_by_employer", text=text, sources=barred.sources),
        )
    usual = "usually does" if holding is Holding.TYPICAL else "may"
    reason = Reason(
        id=f"{holding.value}_holder", text=f"{name} {usual} {duty.name}", sources=role.sources
    )
    return _Judged(verdict=Verdict.MET, holding=holding, reason=reason)


def _barred(role: Role, duty: Duty, details: Professional | None, /) -> Exclusion | None:
    """What bars everybody who comes from the person's employer; none if one of the ways is open."""
    employer = None if details is None else details.employer
    found = [
        next((one for one in way.exclusions if one.duty == duty.id), None)
        for way in role.engagements
        if employer is not None and way.employer is employer
    ]
    return None if None in found else next(iter(found), None)


def _licence(
    details: Professional | None,
    gate: tuple[CredentialId, ...],
    plan: CarePlan,
    /,
    *,
    day: date,
    catalogue: Catalogue,
) -> tuple[Verdict, Reason]:
    wanted = " or ".join(gate)
    place = plan.client.jurisdiction
    where = "where the client is" if place is None else f"in {place.code}"
    verdict = Verdict.UNKNOWN
    if details is not None and details.licences is not None:
        verdict = any_of(
            licence_holds(one, place, as_of=day, compacts=catalogue.compacts)
            for one in details.licences
            if one.credential in gate
        )
    said = {
        Verdict.MET: f"a licence ({wanted}) holds {where}",
        Verdict.NOT_MET: f"no licence ({wanted}) holds {where}",
        Verdict.UNKNOWN: f"nobody knows whether a licence ({wanted}) holds {where}",
    }
    facts = (Fact(name="licences wanted", seen=tuple(map(str, gate))),)
    return verdict, Reason(id=f"licence_{verdict.value}", text=said[verdict], facts=facts)
