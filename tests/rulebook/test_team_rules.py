"""What is asked of the team around a client."""

from datetime import date
from typing import Any

import attrs
import pytest

from carecore.base.timing import Period
from carecore.people import CaseloadWeight, Client, Leave, Membership, Professional, Team
from carecore.plans import Activity, ActivityStatus, PlanStatus

from .asked import DAY, asked, fared, in_force, plan, said

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def member(person: str = "p-1", /, **parts: Any) -> Membership:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"role": "care_manager", "period": YEAR}
    return Membership(person_id=person, **given | parts)


def team(*memberships: Membership, **parts: Any) -> Team:  # noqa: ANN401 # handed on
    return Team(id="t-1", memberships=memberships, **parts)


def test_a_stay_that_begins_when_the_plan_is_over_is_told() -> None:
    late = member(period=Period(date(2027, 1, 1)))

    assert said("T101", plan(period=YEAR, team=team(member("p-2"), late))) == [
        (
            "T101 warning at $.team.memberships[1].period: 'p-1' is in the team from 2027-01-01 "
            "on, and the plan ends on 2027-01-01. "
            "Maybe a year was mistyped, or the stay belongs to another plan."
        )
    ]


def test_a_stay_that_was_over_before_the_plan_is_only_worth_an_advice() -> None:
    early = member(period=Period(date(2025, 1, 1), date(2026, 1, 1)))

    assert said("T101", plan(period=YEAR, team=team(early))) == [
        (
            "T101 advice at $.team.memberships[0].period: 'p-1' is in the team until 2026-01-01, "
            "and the plan begins on 2026-01-01. "
            "Maybe a year was mistyped, or the stay belongs to another plan."
        )
    ]


@pytest.mark.parametrize(
    ("stay", "whole"),
    [
        (Period(date(2026, 12, 31)), YEAR),
        (Period(None, date(2026, 1, 2)), YEAR),
        (Period(None), YEAR),
        (Period(date(2030, 1, 1)), Period(None)),
        (Period(date(2020, 1, 1), date(2021, 1, 1)), Period(None, date(2027, 1, 1))),
    ],
)
def test_a_stay_that_shares_a_day_with_the_plan_is_left_alone(stay: Period, whole: Period) -> None:
    assert said("T101", plan(period=whole, team=team(member(period=stay)))) == []


def test_stays_are_compared_with_the_plan_only_where_both_are_known() -> None:
    assert fared("T101", plan(team=team())) == "T101: skipped (a period)"
    assert fared("T101", plan(period=YEAR)) == "T101: skipped (a team)"


def test_a_team_in_which_nobody_is_today_is_told() -> None:
    gone = member(period=Period(date(2026, 1, 1), DAY))

    assert said("T102", in_force(team=team(gone))) == [
        (
            "T102 warning at $.team.memberships: nobody is in the team on 2026-11-24, and the plan "
            "is in force. Maybe somebody joined, and nobody wrote it down."
        )
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {"team": team(member())},
        {"team": team(), "status": PlanStatus.DRAFT},
        {"team": team(), "period": Period(date(2026, 12, 1))},
    ],
)
def test_a_team_is_wanted_only_while_the_plan_runs(parts: dict[str, Any]) -> None:
    made = plan(**{"status": PlanStatus.ACTIVE} | parts)

    assert said("T102", made) == []


def test_a_plan_that_runs_today_wants_somebody_in_its_team() -> None:
    assert len(said("T102", in_force(team=team(), period=YEAR))) == 1
    assert fared("T102", in_force()) == "T102: skipped (a team)"


def test_a_member_who_holds_more_than_the_limit_is_told_with_what_makes_it_heavy() -> None:
    busy = Professional(id="p-1", caseload_limit=40, caseload=46, weekly_hours=30)
    made = plan(
        client=Client(id="c-17", caseload_points=2), team=team(member(), professionals=(busy,))
    )

    (finding,) = asked("T103", made).findings

    assert str(finding) == (
        "T103 warning at $.team.professionals[0].caseload: 'p-1' holds 46 caseload points and "
        "takes on 40. Maybe others can take some of it on."
    )
    assert [(fact.name, fact.seen) for fact in finding.facts] == [
        ("caseload", 46),
        ("limit", 40),
        ("hours a week", 30),
        ("this client's points", 2),
    ]


def test_in_part_time_the_limit_is_a_part_of_the_full_one() -> None:
    half = Professional(id="p-1", caseload_limit=40, part_time=50, caseload=21)
    client = Client(id="c-17", caseload_points=2, weights=[CaseloadWeight(since=DAY, points=5)])
    made = plan(client=client, team=team(member(), professionals=(half,)))

    (finding,) = asked("T103", made).findings

    assert "'p-1' holds 21 caseload points and takes on 20" in str(finding)
    assert [(fact.name, fact.seen, fact.place) for fact in finding.facts] == [
        ("caseload", 21, "$.team.professionals[0].caseload"),
        ("limit", 20, "$.team.professionals[0]"),
        ("hours a week", None, "$.team.professionals[0].weekly_hours"),
        ("this client's points", 5, "$.client"),
    ]
    full = team(member(), professionals=(attrs.evolve(half, caseload=20),))
    assert said("T103", attrs.evolve(made, team=full)) == []


@pytest.mark.parametrize(
    "parts",
    [
        {"caseload_limit": 40, "caseload": 40},
        {"caseload_limit": 40},
        {"caseload": 46},
    ],
)
def test_a_caseload_within_its_limit_or_without_one_is_left_alone(parts: dict[str, Any]) -> None:
    made = plan(team=team(member(), professionals=(Professional(id="p-1", **parts),)))

    assert said("T103", made) == []


@pytest.mark.parametrize(
    "stays", [(), (member(period=Period(date(2026, 1, 1), date(2026, 2, 1))),)]
)
def test_the_caseload_of_somebody_who_is_not_there_does_not_matter(
    stays: tuple[Membership, ...],
) -> None:
    busy = Professional(id="p-1", caseload_limit=40, caseload=46)

    assert said("T103", plan(team=team(*stays, professionals=(busy,)))) == []
    assert fared("T103", plan()) == "T103: skipped (a team)"


AWAY = Professional(id="p-1", leave=(Leave(Period(date(2026, 11, 20), date(2026, 11, 30))),))


def activity(key: str = "a-1", /, **parts: Any) -> Activity:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"accountable": ("p-1",), "status": ActivityStatus.IN_PROGRESS}
    return Activity(id=key, **given | parts)


def test_somebody_who_is_away_and_answers_for_something_today_is_told() -> None:
    made = plan(
        team=team(member(), professionals=(Professional(id="p-2"), AWAY)),
        activities=(activity(), activity("a-2", accountable=("p-2",)), activity("a-3")),
    )

    assert said("T104", made) == [
        (
            "T104 warning at $.team.professionals[1]: 'p-1' is away on 2026-11-24 and answers for "
            "'a-1', 'a-3'. Maybe somebody stands in."
        )
    ]


@pytest.mark.parametrize(
    "absent", [Professional(id="p-1", weekly_hours=0), Professional(id="p-1", hours=())]
)
def test_somebody_without_hours_is_absent_and_not_idle(absent: Professional) -> None:
    (line,) = said("T104", plan(team=team(professionals=(absent,)), activities=(activity(),)))

    assert "'p-1' has no hours and answers for 'a-1'" in line


@pytest.mark.parametrize(
    "parts",
    [
        {"accountable": ("p-2",), "helpers": ("p-1",)},
        {"status": ActivityStatus.COMPLETED},
        {"status": ActivityStatus.ON_HOLD},
        {"window": Period(date(2026, 12, 1))},
        {"window": Period(date(2026, 1, 1), DAY)},
    ],
)
def test_somebody_who_is_away_may_have_work_on_other_days(parts: dict[str, Any]) -> None:
    made = plan(team=team(professionals=(AWAY,)), activities=(activity(**parts),))

    assert said("T104", made) == []


@pytest.mark.parametrize(
    "who",
    [
        Professional(id="p-1", weekly_hours=20),
        Professional(id="p-1", leave=(Leave(Period(date(2026, 12, 1), date(2026, 12, 8))),)),
    ],
)
def test_somebody_who_is_there_may_answer_for_things(who: Professional) -> None:
    assert said("T104", plan(team=team(professionals=(who,)), activities=(activity(),))) == []
    assert fared("T104", plan(team=team())) == "T104: skipped (activities)"


def test_a_stay_in_a_role_that_the_person_does_not_fill_is_told() -> None:
    nurse = Professional(id="p-1", roles=("home_health_nurse", "care_manager"))
    made = plan(team=team(member(role="case_manager"), professionals=(nurse,)))

    assert said("T105", made) == [
        (
            "T105 warning at $.team.memberships[0].role: 'p-1' is in the team as 'case_manager', "
            "and fills home_health_nurse, care_manager. "
            "Maybe the person took it on and nobody wrote it down."
        )
    ]


@pytest.mark.parametrize(
    "professionals",
    [
        (),
        (Professional(id="p-1"),),
        (Professional(id="p-1", roles=("home_health_nurse", "care_manager")),),
        (Professional(id="p-2", roles=("home_health_nurse",)),),
    ],
)
def test_a_role_that_fits_or_of_which_nothing_is_known_is_left_alone(
    professionals: tuple[Professional, ...],
) -> None:
    assert said("T105", plan(team=team(member(), professionals=professionals))) == []


@pytest.mark.parametrize(
    ("role", "roles"),
    [
        ("chief_nurse", ("home_health_nurse",)),
        ("home_health_nurse", ("ward_nurse",)),
        ("home_health_nurse", ("care_manager", "ward_nurse")),
        ("chief_nurse", ("ward_nurse",)),
    ],
)
def test_words_that_the_catalogue_does_not_know_may_mean_one_role(
    role: str, roles: tuple[str, ...]
) -> None:
    who = Professional(id="p-1", roles=roles)

    assert said("T105", plan(team=team(member(role=role), professionals=(who,)))) == []


def test_a_role_that_nobody_wrote_down_is_left_alone() -> None:
    nurse = Professional(id="p-1", roles=("home_health_nurse",))

    assert said("T105", plan(team=team(member(role=None), professionals=(nurse,)))) == []


def test_without_a_team_nobody_asks_for_roles() -> None:
    assert fared("T105", plan()) == "T105: skipped (a team)"
