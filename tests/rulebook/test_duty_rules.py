"""Whether those who answer for a duty may hold it, and what nobody holds."""

from datetime import date
from typing import Any

import pytest

from carecore.base.reasons import Citation
from carecore.base.timing import Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.credentials import Licence
from carecore.people import Authority, Client, Membership, Professional, Representative, Team
from carecore.plans import Activity, ActivityStatus, CarePlan, PlanStatus
from carecore.roles import EmployerKind, Engagement, Exclusion, Role

from .asked import DAY, asked, fared, in_force, plan, said

BEFORE, SOON, LATER = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def professional(**parts: Any) -> Professional:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {"id": "p-1"}
    return Professional(**known | parts)


def team(
    *roles: str,
    details: Professional | None = None,
    stays: tuple[Period, ...] = (Period(BEFORE),),
) -> Team:
    """A team of p-1 in these roles, one after the other or at once."""
    periods = stays * len(roles) if len(stays) == 1 else stays
    return Team(
        id="t-1",
        memberships=tuple(
            Membership(person_id="p-1", role=role, period=period)
            for role, period in zip(roles, periods, strict=True)
        ),
        professionals=() if details is None else (details,),
    )


def holding(duty: str, *roles: str, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    """A plan in which p-1, who has these roles, answers for that duty."""
    work = Activity(id="a-1", duty=duty, accountable=("p-1",))
    known: dict[str, Any] = {"team": team(*roles), "activities": (work,)}
    return in_force(**known | parts)


def test_a_duty_in_a_role_that_may_not_hold_it_is_told() -> None:
    made = holding("plan_discharge", "care_manager")

    assert said("D104", made) == [
        (
            "D104 error at $.activities[0].accountable[0]: 'p-1' answers for the duty"
            " 'plan_discharge' in 'a-1': a care manager may not plan the discharge: the hospital"
            " owes the plan; the care manager helps the client with it."
            " Maybe somebody else of the team may hold it."
        )
    ]


def test_the_finding_cites_what_sets_the_limit() -> None:
    (finding,) = asked("D104", holding("plan_discharge", "care_manager")).findings

    limit = STANDARD.role("care_manager").exclusion("plan_discharge")
    assert limit is not None
    assert finding.sources == limit.sources
    assert [(fact.name, fact.seen) for fact in finding.facts] == [
        ("accountable", "p-1"),
        ("roles", ("care_manager",)),
        ("duty", "plan_discharge"),
    ]


@pytest.mark.parametrize(
    ("duty", "role"),
    [
        # A limit of our own choice.
        ("report_to_family", "case_manager"),
        # No limit is written down; the role just does not do it.
        ("coordinate_care", "travel_companion"),
    ],
)
def test_a_limit_that_nobody_has_read_is_a_warning(duty: str, role: str) -> None:
    (finding,) = asked("D104", holding(duty, role)).findings

    assert finding.severity.value == "warning"


def test_a_limit_that_was_only_heard_of_is_a_warning() -> None:
    unread = Citation(authority="the ministry", section="part 3", verified=False)
    role = Role(
        id="porter",
        name="porter",
        definition="carries",
        exclusions=(Exclusion(duty="watch_mood", because="it says so", sources=(unread,)),),
        sources=(unread,),
    )
    (finding,) = asked(
        "D104", holding("watch_mood", "porter"), catalogue=STANDARD.extend(roles=(role,))
    ).findings

    assert (finding.severity.value, finding.sources) == ("warning", (unread,))


def barring(*employers: EmployerKind) -> Catalogue:
    """The catalogue, and a role in which only those who come from one employer are barred."""
    read = Citation(authority="the ministry", section="part 3")
    bar = Exclusion(duty="watch_mood", because="the house forbids it", sources=(read,))
    role = Role(
        id="porter",
        name="porter",
        definition="carries",
        typical=("watch_mood",),
        engagements=tuple(
            Engagement(employer=one, payers=("private_pay",), exclusions=(bar,), sources=(read,))
            for one in employers
        ),
    )
    return STANDARD.extend(roles=(role,))


@pytest.mark.parametrize(
    ("employer", "told"),
    [(EmployerKind.FACILITY, 1), (EmployerKind.CLIENT, 0), (None, 0)],
)
def test_who_is_barred_by_an_employer_is_told(employer: EmployerKind | None, told: int) -> None:
    made = holding(
        "watch_mood", "porter", team=team("porter", details=professional(employer=employer))
    )
    report = asked("D104", made, catalogue=barring(EmployerKind.FACILITY))

    assert [one.severity.value for one in report.findings] == ["error"] * told


@pytest.mark.parametrize(
    "made",
    [
        holding("manage_medications", "care_manager"),
        holding("plan_discharge", "care_manager", "case_manager"),
        holding("watch_moon", "care_manager"),
        holding("plan_discharge", "wizard"),
        holding(
            "plan_discharge", "care_manager", team=team("care_manager", stays=(Period(LATER),))
        ).with_activity(
            Activity(
                id="a-1",
                duty="plan_discharge",
                accountable=("p-1",),
                window=Period(BEFORE, SOON),
            )
        ),
        holding("plan_discharge", "care_manager", team=Team(id="t-1")),
        holding("plan_discharge", team=Team(id="t-1", memberships=(Membership(person_id="p-1"),))),
        holding("plan_discharge", "care_manager", activities=(Activity(id="a-1"),)),
        holding(
            "plan_discharge",
            "care_manager",
            activities=(
                Activity(
                    id="a-1",
                    duty="plan_discharge",
                    accountable=("p-1",),
                    status=ActivityStatus.COMPLETED,
                ),
            ),
        ),
    ],
)
def test_a_role_that_may_or_nobody_knows_is_not_told(made: CarePlan) -> None:
    assert said("D104", made) == []


def test_the_role_of_the_days_of_the_activity_counts() -> None:
    stays = (Period(BEFORE, SOON), Period(SOON))
    work = Activity(
        id="a-1", duty="plan_discharge", accountable=("p-1",), window=Period(SOON, LATER)
    )
    changing = team("care_manager", "case_manager", stays=stays)
    staying = team("case_manager", "care_manager", stays=stays)

    assert said("D104", plan(team=changing, activities=(work,))) == []
    assert len(said("D104", plan(team=staying, activities=(work,)))) == 1


MAINE = Client(id="c-17", jurisdiction="US-ME")


def licensed(*licences: Licence) -> Team:
    return team("care_manager", details=professional(licences=licences))


def nurse(place: str, **parts: Any) -> Licence:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {"credential": "rn", "jurisdiction": place, "period": YEAR}
    return Licence(**known | parts)


def test_a_licence_that_is_missing_where_the_client_is_is_told() -> None:
    made = holding(
        "manage_medications", client=MAINE, team=licensed(nurse("US-MA", multistate=False))
    )

    assert said("D105", made) == [
        (
            "D105 error at $.activities[0].accountable[0]: 'p-1' answers for the duty"
            " 'manage_medications' in 'a-1', and no licence (rn or aprn or physician or pharmacist)"
            " holds in US-ME. Maybe a compact carries one."
        )
    ]


def test_a_licence_of_which_nobody_knows_is_an_advice() -> None:
    made = holding("manage_medications", "care_manager", client=MAINE)

    assert said("D105", made) == [
        (
            "D105 advice at $.activities[0].accountable[0]: 'p-1' answers for the duty"
            " 'manage_medications' in 'a-1', and nobody knows whether a licence (rn or aprn or"
            " physician or pharmacist) holds in US-ME. Maybe ask for the licence."
        )
    ]


@pytest.mark.parametrize(
    ("licence", "severities"),
    [
        (nurse("US-ME"), []),
        (nurse("US"), []),
        (nurse("US-MA", multistate=True), ["error"]),
        (nurse("US-NH", multistate=True), []),
        (nurse("US-NH"), ["advice"]),
        (nurse("US-ME", period=None), ["advice"]),
        (nurse("US-ME", period=Period(date(2020, 1, 1), DAY)), ["error"]),
        (nurse("US-ME", credential="lcsw"), ["error"]),
    ],
)
def test_a_licence_holds_where_it_was_given_or_a_compact_carries_it(
    licence: Licence, severities: list[str]
) -> None:
    made = holding("manage_medications", client=MAINE, team=licensed(licence))

    assert [one.severity.value for one in asked("D105", made).findings] == severities


def test_a_need_can_ask_for_a_licence_that_the_duty_does_not() -> None:
    client = Client(id="c-17", jurisdiction="US-ME", needs=("fly_home_with_nurse", "fly_to_mars"))
    made = holding("accompany_travel", client=client, team=licensed())

    assert said("D105", made) == [
        (
            "D105 error at $.activities[0].accountable[0]: 'p-1' answers for the duty"
            " 'accompany_travel' in 'a-1', and no licence (rn or aprn) holds in US-ME."
            " Maybe a compact carries one."
        )
    ]


@pytest.mark.parametrize(
    "made",
    [
        # No licence is asked for, or nobody knows the duty.
        holding("accompany_travel", client=MAINE, team=licensed()),
        holding("watch_moon", client=MAINE, team=licensed()),
        # It does not run today.
        holding("manage_medications", client=MAINE, team=licensed()).with_activity(
            Activity(
                id="a-1",
                duty="manage_medications",
                accountable=("p-1",),
                window=Period(SOON, LATER),
            )
        ),
        # The person is the client's own, is unknown, or is not there today.
        holding("manage_medications", client=MAINE, team=licensed()).with_activity(
            Activity(id="a-1", duty="manage_medications", accountable=("c-17", "p-9"))
        ),
        holding(
            "manage_medications",
            client=MAINE,
            team=team("care_manager", details=professional(licences=()), stays=(Period(SOON),)),
        ),
        # The role may not hold it: another rule tells.
        holding(
            "give_medications",
            client=MAINE,
            team=team("case_manager", details=professional(licences=())),
        ),
        # The plan is not in force.
        holding("manage_medications", client=MAINE, team=licensed(), status=PlanStatus.DRAFT),
    ],
)
def test_where_no_licence_is_asked_for_none_is_missing(made: CarePlan) -> None:
    assert said("D105", made) == []


def test_a_licence_is_asked_for_only_where_one_knows_the_place() -> None:
    assert fared("D105", holding("manage_medications", "care_manager")) == (
        "D105: skipped (the client's jurisdiction)"
    )
    assert fared("D105", plan(client=MAINE)) == "D105: skipped (a status, a team, activities)"
    assert fared("D104", plan()) == "D104: skipped (a team, activities)"


LOSING_HEART = Client(id="c-17", setting="home_independent", needs=("losing_heart",))


def test_a_duty_that_a_need_calls_for_and_nobody_holds_is_told() -> None:
    assert said("D106", in_force(client=LOSING_HEART)) == [
        (
            "D106 warning at $.client.needs[0]: nobody holds the duty 'watch_mood', which the need"
            " 'losing_heart' calls for. Maybe somebody of the team may watch over mood and keep up"
            " hope."
        )
    ]


def test_a_duty_that_two_needs_call_for_is_told_once() -> None:
    client = Client(id="c-17", needs=("keep_us_informed", "visit_mother_weekly"))

    assert [one.place for one in asked("D106", in_force(client=client)).findings] == [
        "$.client.needs[0]",
        "$.client.needs[1]",
    ]


@pytest.mark.parametrize(
    ("work", "is_held"),
    [
        (Activity(id="a-1", duty="watch_mood", accountable=("p-1",)), True),
        (
            Activity(
                id="a-1",
                duty="watch_mood",
                accountable=("p-1",),
                window=Period(SOON, LATER),
            ),
            True,
        ),
        (Activity(id="a-1", duty="watch_mood", helpers=("p-1",)), False),
        (
            Activity(
                id="a-1",
                duty="watch_mood",
                accountable=("p-1",),
                status=ActivityStatus.ON_HOLD,
            ),
            False,
        ),
        (Activity(id="a-1", duty="coordinate_care", accountable=("p-1",)), False),
    ],
)
def test_a_duty_is_held_by_who_answers_for_it_now_or_soon(work: Activity, *, is_held: bool) -> None:
    assert (said("D106", in_force(client=LOSING_HEART, activities=(work,))) == []) is is_held


@pytest.mark.parametrize(
    "client",
    [
        Client(id="c-17", needs=()),
        Client(id="c-17", needs=("fly_to_mars",)),
        # It is owed only to somebody who cannot decide.
        Client(id="c-17", needs=("who_decides",)),
    ],
)
def test_what_is_not_needed_or_not_owed_is_missed_by_nobody(client: Client) -> None:
    assert said("D106", in_force(client=client)) == []


def test_needs_are_asked_about_only_where_they_are_known_and_the_plan_is_in_force() -> None:
    assert said("D106", plan(client=LOSING_HEART, status=PlanStatus.ON_HOLD)) == []
    assert fared("D106", plan()) == "D106: skipped (a status, the client's needs)"


def test_somebody_who_speaks_for_the_client_needs_no_role() -> None:
    client = Client(
        id="c-17",
        representatives=(Representative(id="p-1", authority=Authority.FAMILY),),
        jurisdiction="US-ME",
    )

    assert said("D104", holding("plan_discharge", client=client, team=Team(id="t-1"))) == []
    assert said("D105", holding("manage_medications", client=client, team=Team(id="t-1"))) == []
