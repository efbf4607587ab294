"""Who answers for what is done, whether they are there, and what for."""

from datetime import date
from typing import Any

import pytest

from carecore.base.timing import Period
from carecore.people import Authority, Client, Membership, Professional, Representative, Team
from carecore.plans import Activity, ActivityStatus, CarePlan, Goal, PlanStatus, Stage

from .asked import DAY, fared, in_force, plan, said

BEFORE, SOON, LATER = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
ENDED = [one for one in ActivityStatus if one.is_ended]
TEAM = Team(
    id="t-1",
    memberships=(
        Membership(person_id="p-1", role="care_manager", period=Period(BEFORE)),
        Membership(person_id="p-2", role="case_manager", period=Period(BEFORE, DAY)),
        Membership(person_id="p-3", role="case_manager", period=Period(SOON)),
    ),
    professionals=(Professional(id="p-4"),),
)
CLIENT = Client(id="c-17", representatives=(Representative(id="r-1", authority=Authority.FAMILY),))


def activity(key: str = "a-1", /, **parts: Any) -> Activity:  # noqa: ANN401 # handed on
    return Activity(id=key, **parts)


def test_two_who_are_accountable_for_one_activity_are_told() -> None:
    made = plan(activities=(activity("a-0"), activity(accountable=("p-1", "p-2"))))

    assert said("D101", made) == [
        (
            "D101 error at $.activities[1].accountable: 'p-1' and 'p-2' answer for the activity"
            " 'a-1'. Maybe one answers for it, and the others help."
        )
    ]


@pytest.mark.parametrize("people", [(), ("p-1",)])
def test_one_or_nobody_who_is_accountable_is_not_two(people: tuple[str, ...]) -> None:
    assert said("D101", plan(activities=(activity(accountable=people, helpers=("p-2",)),))) == []


@pytest.mark.parametrize("status", ENDED)
def test_nobody_has_to_answer_for_what_has_ended(status: ActivityStatus) -> None:
    twice = activity(accountable=("p-1", "p-2"), status=status)
    nobody = activity("a-2", status=status)

    assert said("D101", plan(activities=(twice,))) == []
    assert said("D102", in_force(activities=(nobody,))) == []


def test_an_activity_of_nobody_is_told() -> None:
    assert said("D102", in_force(activities=(activity(helpers=("p-1",)),))) == [
        (
            "D102 warning at $.activities[0].accountable: nobody answers for the activity 'a-1'."
            " Maybe one of those who help answers for it."
        )
    ]


@pytest.mark.parametrize("status", [one for one in PlanStatus if one is not PlanStatus.ACTIVE])
def test_only_in_a_plan_in_force_somebody_has_to_answer(status: PlanStatus) -> None:
    made = plan(
        status=status,
        activities=(activity(), activity("a-2", goals=("g-1",))),
        goals=(Goal(id="g-1"),),
    )

    assert (said("D102", made), said("D109", made)) == ([], [])


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("D101", "activities"),
        ("D102", "a status, activities"),
        ("D103", "a team, activities"),
        ("D107", "activities"),
        ("D108", "activities"),
        ("D109", "a status, activities, goals"),
    ],
)
def test_a_plan_without_activities_is_not_asked_about_them(code: str, missing: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped ({missing})"


def test_somebody_accountable_who_has_left_is_told() -> None:
    made = plan(team=TEAM, activities=(activity(accountable=("p-2",)),))

    assert said("D103", made) == [
        (
            "D103 warning at $.activities[0].accountable[0]: 'p-2' answers for the activity 'a-1'"
            " from 2026-11-24 on, and is not in the team then."
            " Maybe somebody else has taken it over."
        )
    ]


def test_somebody_whose_details_are_known_and_who_never_joined_is_told() -> None:
    made = plan(
        team=TEAM,
        activities=(activity(accountable=("p-4",), window=Period(BEFORE, SOON)),),
    )

    assert said("D103", made) == [
        (
            "D103 warning at $.activities[0].accountable[0]: 'p-4' answers for the activity 'a-1'"
            " from 2026-11-24 to 2026-12-01, and is not in the team then."
            " Maybe somebody else has taken it over."
        )
    ]


@pytest.mark.parametrize(
    ("person", "window", "status", "is_there"),
    [
        ("p-1", None, None, True),
        ("p-1", Period(SOON, LATER), ActivityStatus.SCHEDULED, True),
        ("p-3", None, ActivityStatus.SCHEDULED, True),
        ("p-3", None, ActivityStatus.IN_PROGRESS, False),
        ("p-3", Period(SOON, LATER), ActivityStatus.IN_PROGRESS, True),
        ("p-3", Period(BEFORE, SOON), None, False),
        ("p-2", Period(BEFORE, DAY), None, True),
        ("p-2", None, ActivityStatus.COMPLETED, True),
        ("c-17", None, None, True),
        ("r-1", None, None, True),
        ("p-9", None, None, True),
    ],
)
def test_who_is_accountable_is_in_the_team_on_a_day_that_is_left(
    person: str, window: Period | None, status: ActivityStatus | None, *, is_there: bool
) -> None:
    work = activity(accountable=(person,), window=window, status=status)
    made = plan(client=CLIENT, team=TEAM, activities=(work,))

    assert (said("D103", made) == []) is is_there


def test_work_in_progress_whose_person_has_left_for_now_is_told_today() -> None:
    away = Team(
        id="t-1",
        memberships=(
            Membership(person_id="p-1", role="care_manager", period=Period(BEFORE, DAY)),
            Membership(person_id="p-1", role="care_manager", period=Period(SOON)),
        ),
    )
    work = activity(accountable=("p-1",), status=ActivityStatus.IN_PROGRESS)

    assert len(said("D103", plan(team=away, activities=(work,)))) == 1


def test_an_activity_whose_days_are_over_and_that_is_not_done_is_told() -> None:
    work = activity(status=ActivityStatus.IN_PROGRESS, window=Period(BEFORE, DAY))

    assert said("D107", plan(activities=(work,))) == [
        (
            "D107 warning at $.activities[0]: the days of the activity 'a-1' ended on 2026-11-24,"
            " and it is not done. Maybe it was done, or needs more time."
        )
    ]


@pytest.mark.parametrize(
    ("status", "window"),
    [
        (None, Period(BEFORE, DAY)),
        (ActivityStatus.ON_HOLD, Period(BEFORE, DAY)),
        (ActivityStatus.COMPLETED, Period(BEFORE, DAY)),
        (ActivityStatus.CANCELLED, Period(BEFORE, DAY)),
        (ActivityStatus.IN_PROGRESS, Period(BEFORE, SOON)),
        (ActivityStatus.IN_PROGRESS, Period(BEFORE)),
        (ActivityStatus.IN_PROGRESS, None),
    ],
)
def test_what_is_done_put_off_unknown_or_has_days_left_is_not_over(
    status: ActivityStatus | None, window: Period | None
) -> None:
    assert said("D107", plan(activities=(activity(status=status, window=window),))) == []


def one_duty(*work: tuple[str, str, Period | None]) -> CarePlan:
    """A plan in which each of these answers for the same duty on those days."""
    activities = tuple(
        activity(key, duty="report_to_family", accountable=(person,), window=window)
        for key, person, window in work
    )
    return plan(activities=activities)


def test_one_duty_of_two_people_at_the_same_time_is_told() -> None:
    made = one_duty(("a-1", "p-1", None), ("a-2", "p-2", Period(SOON, LATER)))

    assert said("D108", made) == [
        (
            "D108 warning at $.activities[1].accountable[0]: 'p-2' answers for the duty"
            " 'report_to_family' in 'a-2', and 'p-1' in 'a-1' at the same time."
            " Maybe one of them helps the other."
        )
    ]


FEBRUARY, MARCH = date(2027, 2, 1), date(2027, 3, 1)


@pytest.mark.parametrize(
    ("work", "told"),
    [
        ([("a-1", "p-1", None)], []),
        ([("a-1", "p-1", None), ("a-2", "p-1", None)], []),
        ([("a-1", "p-1", Period(None, SOON)), ("a-2", "p-2", Period(SOON, LATER))], []),
        ([("a-1", "p-1", Period(SOON, LATER)), ("a-2", "p-2", Period(None, SOON))], []),
        (
            [
                ("a-1", "p-1", None),
                ("a-2", "p-1", Period(SOON, LATER)),
                ("a-3", "p-2", Period(FEBRUARY, MARCH)),
            ],
            ["a-3"],
        ),
        (
            [
                ("a-1", "p-1", Period(None, FEBRUARY)),
                ("a-2", "p-2", Period(None, SOON)),
                ("a-3", "p-3", Period(None, LATER)),
                ("a-4", "p-1", Period(FEBRUARY, MARCH)),
            ],
            ["a-2", "a-3"],
        ),
        (
            [
                ("a-1", "p-1", Period(None, SOON)),
                ("a-2", "p-2", Period(None, LATER)),
                ("a-3", "p-1", Period(None, FEBRUARY)),
                ("a-4", "p-2", Period(LATER, MARCH)),
            ],
            ["a-2", "a-3", "a-4"],
        ),
    ],
)
def test_only_those_who_share_a_day_answer_at_the_same_time(
    work: list[tuple[str, str, Period | None]], told: list[str]
) -> None:
    findings = said("D108", one_duty(*work))

    assert [one.split(" in '")[1].split("'")[0] for one in findings] == told


def test_a_duty_of_two_who_share_it_or_of_nobody_is_not_told_twice() -> None:
    made = plan(
        activities=(
            activity("a-1", duty="report_to_family", accountable=("p-1", "p-2")),
            activity("a-2", duty="report_to_family", accountable=("p-3",)),
            activity("a-3", duty="report_to_family"),
            activity("a-4", accountable=("p-4",)),
        )
    )

    assert said("D108", made) == []


def test_stages_keep_two_activities_apart() -> None:
    made = plan(
        stages=(
            Stage(id="ward", name="ward", period=Period(BEFORE, SOON)),
            Stage(id="home", name="home", period=Period(SOON, LATER)),
        ),
        activities=(
            activity("a-1", duty="report_to_family", accountable=("p-1",), stage="ward"),
            activity("a-2", duty="report_to_family", accountable=("p-2",), stage="home"),
        ),
    )

    assert said("D108", made) == []


def test_an_activity_that_serves_no_goal_where_others_do_is_told() -> None:
    made = in_force(goals=(Goal(id="g-1"),), activities=(activity(goals=("g-1",)), activity("a-2")))

    assert said("D109", made) == [
        (
            "D109 advice at $.activities[1].goals: the activity 'a-2' serves no goal."
            " Maybe a goal is missing, or it has done its work."
        )
    ]


def test_where_no_activity_names_a_goal_nobody_knows_what_they_are_for() -> None:
    made = in_force(goals=(Goal(id="g-1"),), activities=(activity(), activity("a-2")))

    assert said("D109", made) == []
