"""T: what is asked of the team around a client."""

from collections.abc import Iterator
from typing import Final

from carecore.base.identity import ProfessionalId
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.catalogue.sources import NASW_2013
from carecore.people import Membership
from carecore.review import PlanView
from carecore.rulebook.asking import holds_on, is_in_force
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "absent_holds_duties",
    "caseload_is_over_the_limit",
    "member_outside_the_plan",
    "nobody_is_in_the_team",
    "role_is_not_the_professionals",
]

_TOGETHER: Final = OwnChoice("who works by a plan does so on days of the plan")
_SOMEBODY: Final = OwnChoice("a plan in force has somebody who works by it")
_LIMIT: Final = OwnChoice(
    "how much somebody takes on is their own figure; more than that asks for a look at what makes "
    "the work heavy or light, and is never an error"
)
_ABSENT: Final = OwnChoice("who is away, or has no hours, is absent and not idle")
_ROLES: Final = OwnChoice("a role in a team is one of those that the professional fills")


@rule("T101", Severity.WARNING, requires=("a team", "a period"), sources=(_TOGETHER,))
def member_outside_the_plan(view: PlanView) -> Iterator[Remark]:
    """A member is outside the plan's period.

    What it looks for:
        A stay in the team that shares no day with the period of the plan. One that ended before
        the plan began is only worth an advice, since a team may be older than the plan.
    Why it matters:
        Who is counted on is not there, or was never meant to be.
    When it may be wrong:
        The team serves several plans of the client, one after the other.
    Example:
        The plan ends on 1 April; a nurse joins on 16 April.
    What helps:
        Look whether the days of the stay or of the plan hold a slip of the pen.
    Sources:
        carecore's own choice.
    """
    team, whole = view.plan.team, view.plan.period
    if team is None or whole is None:
        return
    start, end = whole.start, whole.end
    for index, one in enumerate(team.memberships):
        joined, left = one.period.start, one.period.end
        if end is not None and joined is not None and joined >= end:
            yield _outside(index, one, f"from {joined} on, and the plan ends on {end}")
        elif start is not None and left is not None and left <= start:
            text = f"until {left}, and the plan begins on {start}"
            yield _outside(index, one, text, severity=Severity.ADVICE)


def _outside(
    index: int, one: Membership, days: str, /, *, severity: Severity | None = None
) -> Remark:
    place = f"$.team.memberships[{index}].period"
    return Remark(
        place,
        f"{one.person_id!r} is in the team {days}",
        facts=(
            Fact(name="joined", seen=one.period.start, place=f"{place}.start"),
            Fact(name="left", seen=one.period.end, place=f"{place}.end"),
        ),
        advice="Maybe a year was mistyped, or the stay belongs to another plan",
        severity=severity,
    )


@rule("T102", Severity.WARNING, requires=("a team", "a status"), sources=(_SOMEBODY,))
def nobody_is_in_the_team(view: PlanView) -> Iterator[Remark]:
    """Nobody is in the team, and the plan is in force.

    What it looks for:
        A plan in force, on a day of its period, with a team in which nobody is on that day.
    Why it matters:
        Everything on the plan is left to people who are not there.
    When it may be wrong:
        The stays are kept elsewhere, and the plan holds those of former times only. Where it is
        right, the monitor (P106), those who answer for activities (D103) and those who come on
        visits (V103) are not there either.
    Example:
        The last stay ended on Friday, and the next begins on Monday.
    What helps:
        Ask who looks after the client now, and write the stay down.
    Sources:
        carecore's own choice.
    """
    plan, day = view.plan, view.day
    if plan.team is None or not is_in_force(plan):
        return
    if plan.period is not None and not holds_on(plan.period, day):
        return
    for one in plan.team.memberships:
        if holds_on(one.period, day):
            return
    stays = len(plan.team.memberships)
    yield Remark(
        "$.team.memberships",
        f"nobody is in the team on {day}, and the plan is in force",
        facts=(Fact(name="stays", seen=stays, place="$.team.memberships"),),
        advice="Maybe somebody joined, and nobody wrote it down",
    )


@rule(
    "T103", Severity.WARNING, requires=("a team",), sources=(NASW_2013.part("standard 11"), _LIMIT)
)
def caseload_is_over_the_limit(view: PlanView) -> Iterator[Remark]:
    """A member holds more than the caseload limit.

    What it looks for:
        Somebody who is in the team on the day asked about and holds more caseload points than the
        person takes on, in part time or with a reduced limit too. What is known of the load stands
        among the facts.
    Why it matters:
        Who has too many clients sees each of them too late.
    When it may be wrong:
        The figures are of another month, or the clients are light ones.
    Example:
        A case manager takes on 40 points and holds 46.
    What helps:
        Look at how heavy the cases are, the hours, the travel and the help there is, and move work
        if it is too much.
    Sources:
        NASW standard 11, a workload that lets the work be done well; it names no number, so the
        limit is the person's own.
    """
    team = view.plan.team
    for index, one in enumerate(() if team is None else team.professionals):
        limit, load = one.limit_on(view.day), one.caseload
        if limit is None or load is None or load <= limit:
            continue
        if not any(holds_on(stay.period, view.day) for stay in view.members.get(one.id, ())):
            continue
        place = f"$.team.professionals[{index}]"
        own = view.plan.client.points_on(view.day)
        of_limit = f"{place}.caseload_limit" if limit == one.caseload_limit else place
        of_own = "$.client" if view.plan.client.weights else "$.client.caseload_points"
        yield Remark(
            f"{place}.caseload",
            f"{one.id!r} holds {load} caseload points and takes on {limit}",
            facts=(
                Fact(name="caseload", seen=load, place=f"{place}.caseload"),
                Fact(name="limit", seen=limit, place=of_limit),
                Fact(name="hours a week", seen=one.weekly_hours, place=f"{place}.weekly_hours"),
                Fact(name="this client's points", seen=own, place=of_own),
            ),
            advice="Maybe others can take some of it on",
        )


@rule("T104", Severity.WARNING, requires=("a team", "activities"), sources=(_ABSENT,))
def absent_holds_duties(view: PlanView) -> Iterator[Remark]:
    """A member who is absent answers for something today.

    What it looks for:
        A professional of the team who is away on the day asked about, or has no hours at all, and
        answers for an open activity whose days have begun and are not over.
    Why it matters:
        Nobody does it, and everybody believes that somebody does.
    When it may be wrong:
        Somebody stands in, and is not written down.
    Example:
        The care manager is on leave until Monday and answers for watching the mood.
    What helps:
        Hand the activity to somebody who is there, or write down who stands in.
    Sources:
        carecore's own choice: absent is not idle.
    """
    team, day = view.plan.team, view.day
    absent = [
        (index, one)
        for index, one in enumerate(() if team is None else team.professionals)
        if (one.leave or one.has_no_hours) and one.is_absent(as_of=day)
    ]
    if not absent:
        return
    held: dict[str, list[str]] = {}
    for work in view.open_work:
        if work.start == day:
            for person in work.activity.accountable:
                held.setdefault(person, []).append(work.activity.id)
    for index, one in absent:
        if one.id in held:
            place = f"$.team.professionals[{index}]"
            why = "has no hours" if one.has_no_hours else f"is away on {day}"
            yield Remark(
                place,
                f"{one.id!r} {why} and answers for {', '.join(map(repr, held[one.id]))}",
                facts=(
                    Fact(name="activities", seen=tuple(held[one.id]), place="$.activities"),
                    Fact(name="hours a week", seen=one.weekly_hours, place=f"{place}.weekly_hours"),
                ),
                advice="Maybe somebody stands in",
            )


@rule("T105", Severity.WARNING, requires=("a team",), sources=(_ROLES,))
def role_is_not_the_professionals(view: PlanView) -> Iterator[Remark]:
    """The role of a member is none of the professional's roles.

    What it looks for:
        A stay in a role that the professional does not fill, where it is known which ones the
        person fills. The catalogue knows all of them: two strange words may mean one thing, and of
        strange words P104 tells.
    Why it matters:
        Duties are given by the role, and the person may not hold them.
    When it may be wrong:
        The person has just taken on the role, and the details are older. Where the role may hold
        other duties than the person's own, D104 speaks as well.
    Example:
        A home health nurse is in the team as the physician.
    What helps:
        Ask the person, and mend the stay or the details.
    Sources:
        carecore's own choice.
    """
    team, professionals = view.plan.team, view.professionals
    known = {one.id for one in view.catalogue.roles}
    for index, stay in enumerate(() if team is None else team.memberships):
        # A member need not be a professional; the two sorts of id are both plain texts.
        details = professionals.get(ProfessionalId(stay.person_id))
        if details is None or not details.roles or stay.role in (None, *details.roles):
            continue
        if not known.issuperset((stay.role, *details.roles)):
            continue
        place = f"$.team.memberships[{index}].role"
        roles = tuple(map(str, details.roles))
        yield Remark(
            place,
            f"{stay.person_id!r} is in the team as {stay.role!r}, and fills {', '.join(roles)}",
            facts=(
                Fact(name="role", seen=stay.role, place=place),
                Fact(name="roles", seen=roles, place="$.team.professionals"),
            ),
            advice="Maybe the person took it on and nobody wrote it down",
        )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    member_outside_the_plan,
    nobody_is_in_the_team,
    caseload_is_over_the_limit,
    absent_holds_duties,
    role_is_not_the_professionals,
)
"""What is asked of the team around a client.

.. versionadded:: 0.1
"""
