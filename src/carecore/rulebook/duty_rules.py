"""D104 to D106: whether those who answer for a duty may hold it, and what nobody holds."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias

from carecore.base.identity import CredentialId, DutyId, PersonId, ProfessionalId, RoleId
from carecore.base.reasons import Citation, Fact, OwnChoice, Severity, Verdict
from carecore.catalogue.sources import PACB_ROLE
from carecore.duties import Duty
from carecore.review import DutyHolder, PlanView
from carecore.review.holders import holder_of
from carecore.review.looking_up import found
from carecore.review.open_work import OpenWork
from carecore.review.owed import not_owed_because
from carecore.roles import Holding, Role
from carecore.rulebook.asking import is_in_force
from carecore.validation import Remark, Rule, rule

__all__ = ["RULES", "duty_of_nobody", "no_licence", "role_may_not_hold"]

_Gates: TypeAlias = tuple[tuple[CredentialId, ...], ...]

_SCOPE: Final = OwnChoice("a duty is held by a role that may hold it, as the catalogue has it")
_WHERE: Final = OwnChoice("a licence has to hold where the client is, on the day asked about")
_NEEDED: Final = OwnChoice("what answers the client's needs is held by somebody, now or soon")
_LIMITS: Final = ("out_of_scope", "barred_by_employer")


@rule("D104", Severity.ERROR, requires=("a team", "activities"), sources=(_SCOPE, PACB_ROLE))
def role_may_not_hold(view: PlanView) -> Iterator[Remark]:
    """A duty is held by somebody whose role may not hold it.

    What it looks for:
        An activity that is still to be done, and a member of the team who answers for it and none
        of whose roles on its days may hold its duty. It is an error where the limit of the role is
        written down and was read there; else a warning.
    Why it matters:
        Whoever steps outside a role may harm the client, and nobody stands behind it.
    When it may be wrong:
        The person has another role as well, or a place allows more than the catalogue knows.
    Example:
        A patient advocate answers for the medicines that have to be given.
    What helps:
        Hand it to somebody whose role it is, or correct the role.
    Sources:
        What sets the limit, which each finding names; that advocates give no care stands in what
        their certification board says.
    """
    roles: dict[RoleId, Role | None] = {}
    for work in view.open_work:
        key = work.activity.duty
        if key is None:
            continue
        for index, person in enumerate(work.activity.accountable):
            day = _first_day_not_settled(view, work, person, key, roles=roles)
            duty = None if day is None else found(view.catalogue.duty, key)
            if day is not None and duty is not None:
                held = _holder(view, work, person, duty, day=day)
                if held.may_hold is Verdict.NOT_MET:
                    yield _out_of_scope(view, work, index, held)


def _first_day_not_settled(
    view: PlanView,
    work: OpenWork,
    person: PersonId,
    duty: DutyId,
    /,
    *,
    roles: dict[RoleId, Role | None],
) -> date | None:
    """A glance: a day on which the person is there, if no role surely may hold the duty."""
    details = view.professionals.get(ProfessionalId(person))
    employer = None if details is None else details.employer
    first: date | None = None
    for stay in view.members.get(person, ()):
        day = work.first_day_in(stay.period)
        if day is None:
            continue
        first = first or day
        key = stay.role
        if key is not None and key not in roles:
            roles[key] = found(view.catalogue.role, key)
        role = None if key is None else roles[key]
        if role is None or role.holding(duty) is Holding.OUTSIDE:
            continue
        barred = (
            one.duty
            for way in (() if employer is None else role.engagements)
            if way.employer is employer
            for one in way.exclusions
        )
        if duty not in barred:
            return None
    return first


def _holder(
    view: PlanView,
    work: OpenWork,
    person: PersonId,
    duty: Duty,
    /,
    *,
    day: date,
    gates: _Gates = (),
) -> DutyHolder:
    return holder_of(
        view.plan,
        person,
        duty,
        gates=gates,
        activities=(work.activity.id,),
        day=day,
        catalogue=view.catalogue,
    )


def _out_of_scope(view: PlanView, work: OpenWork, index: int, held: DutyHolder, /) -> Remark:
    place, duty = f"{work.place}.accountable[{index}]", work.activity.duty or ""
    why = next((one for one in held.reasons if one.id in _LIMITS), held.reasons[0])
    roles = (found(view.catalogue.role, key) for key in held.roles)
    is_written = why.id != _LIMITS[0] or any(
        role is not None and role.exclusion(duty) is not None for role in roles
    )
    is_read = any(isinstance(one, Citation) and one.verified for one in why.sources)
    return Remark(
        place,
        f"{held.person!r} answers for the duty {duty!r} in {work.activity.id!r}: {why.text}",
        facts=(
            Fact(name="accountable", seen=str(held.person), place=place),
            Fact(name="roles", seen=tuple(map(str, held.roles))),
            Fact(name="duty", seen=str(duty), place=f"{work.place}.duty"),
        ),
        advice="Maybe somebody else of the team may hold it",
        severity=None if is_written and is_read else Severity.WARNING,
        sources=why.sources,
    )


@rule(
    "D105",
    Severity.ERROR,
    requires=("a status", "a team", "activities", "the client's jurisdiction"),
    sources=(_WHERE,),
)
def no_licence(view: PlanView) -> Iterator[Remark]:
    """A licence that a duty asks for is missing where the client is.

    What it looks for:
        In a plan in force, an activity that runs on the day asked about, and a member of the team
        who answers for it in a role that may, and holds no licence that its duty, or the client's
        need behind it, asks for where the client is. Where nobody knows, it is an advice.
    Why it matters:
        Without a licence that holds there, what is done for the client is against the law.
    When it may be wrong:
        The place lets visiting professionals work for a time, or a compact was joined since the
        catalogue was made. Somebody whose role may not hold the duty is told of by D104 alone.
    Example:
        The client is in Maine, and the nurse is licensed in Massachusetts only.
    What helps:
        Ask the board of the place, or hand it to somebody who is licensed there.
    Sources:
        carecore's own choice: the licence has to hold where the client is; which licence is asked
        for stands with the duty.
    """
    if not is_in_force(view.plan):
        return
    wanted = _wanted_by_needs(view)
    for work in view.open_work:
        key = work.activity.duty
        duty = None if key is None or work.start != view.day else found(view.catalogue.duty, key)
        if duty is None:
            continue
        own = (duty.licences,) if duty.licences else ()
        gates = tuple(dict.fromkeys((*own, *wanted.get(duty.id, ()))))
        if not gates:
            continue
        for index, person in enumerate(work.activity.accountable):
            if person not in view.members or _surely_licensed(view, person, gates):
                continue
            held = _holder(view, work, person, duty, day=view.day, gates=gates)
            if held.is_there is Verdict.MET and not _is_barred(held):
                yield from _unlicensed(work, index, held, duty)


def _wanted_by_needs(view: PlanView, /) -> Mapping[DutyId, _Gates]:
    """The licences that needs ask for, by the duty that answers."""
    wanted: dict[DutyId, _Gates] = {}
    for key in view.plan.client.needs or ():
        need = found(view.catalogue.need, key)
        if need is not None and need.credentials:
            for duty in need.duties:
                wanted[duty] = (*wanted.get(duty, ()), need.credentials)
    return wanted


def _surely_licensed(view: PlanView, person: PersonId, gates: _Gates, /) -> bool:
    """A glance: whether a licence given by the place itself holds, for each of the gates."""
    details = view.professionals.get(ProfessionalId(person))
    place, day = view.plan.client.jurisdiction, view.day
    if details is None or details.licences is None or place is None:
        return False
    return all(
        any(
            one.credential in gate
            and one.period is not None
            and one.period.contains(day)
            and one.jurisdiction.contains(place)
            for one in details.licences
        )
        for gate in gates
    )


def _is_barred(held: DutyHolder, /) -> bool:
    return any(one.id in _LIMITS for one in held.reasons)


def _unlicensed(work: OpenWork, index: int, held: DutyHolder, duty: Duty, /) -> Iterator[Remark]:
    place = f"{work.place}.accountable[{index}]"
    for why in held.reasons:
        if why.id not in ("licence_not_met", "licence_unknown"):
            continue
        is_unknown = why.id == "licence_unknown"
        yield Remark(
            place,
            f"{held.person!r} answers for the duty {duty.id!r} in {work.activity.id!r}, and"
            f" {why.text}",
            facts=(Fact(name="accountable", seen=str(held.person), place=place), *why.facts),
            advice="Maybe ask for the licence" if is_unknown else "Maybe a compact carries one",
            severity=Severity.ADVICE if is_unknown else None,
        )


@rule(
    "D106",
    Severity.WARNING,
    requires=("a status", "the client's needs"),
    sources=(_NEEDED,),
)
def duty_of_nobody(view: PlanView) -> Iterator[Remark]:
    """A duty that the client's needs call for is held by nobody.

    What it looks for:
        In a plan in force, a duty that answers a need of the client and is owed where the client
        is, for which no activity that runs or is to come names somebody who answers for it.
    Why it matters:
        The client, or the family, asked for it, and waits.
    When it may be wrong:
        It is done without being on the plan, as much of what families do is.
    Example:
        The client is losing heart, and nobody is to watch over the mood.
    What helps:
        Ask who can take it on; the advice on roles says whose duty it usually is.
    Sources:
        carecore's own choice; which duties answer a need stands with the need.
    """
    plan = view.plan
    if not is_in_force(plan):
        return
    held = {work.activity.duty for work in view.open_work if work.activity.accountable}
    told: set[DutyId] = set()
    for index, key in enumerate(plan.client.needs or ()):
        need = found(view.catalogue.need, key)
        for duty_id in () if need is None else need.duties:
            if duty_id in held or duty_id in told:
                continue
            told.add(duty_id)
            duty = found(view.catalogue.duty, duty_id)
            if duty is not None and not_owed_because(duty, plan.client) is None:
                place = f"$.client.needs[{index}]"
                yield Remark(
                    place,
                    f"nobody holds the duty {duty_id!r}, which the need {key!r} calls for",
                    facts=(
                        Fact(name="need", seen=str(key), place=place),
                        Fact(name="duty", seen=str(duty_id)),
                    ),
                    advice=f"Maybe somebody of the team may {duty.name}",
                )


RULES: Final[tuple[Rule[PlanView], ...]] = (role_may_not_hold, no_licence, duty_of_nobody)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
