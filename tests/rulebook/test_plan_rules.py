"""What is asked of a plan as a whole: who watches over it, who agrees, and whether it is over."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.calendars import BusinessCalendar
from carecore.base.timing import Offset, Period
from carecore.people import Authority, Client, Membership, Representative, Team
from carecore.plans import CarePlan, Contact, Goal, GoalStatus, PlanStatus
from carecore.rights import Consent, ConsentScope
from carecore.validation import OutcomeKind

from .asked import DAY, asked, fared, in_force, plan, said

TEAM = Team(
    id="t-1",
    memberships=(
        Membership(person_id="p-1", role="care_manager", period=Period(date(2026, 11, 1))),
        Membership(
            person_id="p-2",
            role="case_manager",
            period=Period(date(2026, 1, 1), date(2026, 11, 24)),
        ),
    ),
)
NOT_ACTIVE = [one for one in PlanStatus if one is not PlanStatus.ACTIVE]


def consent(**parts: Any) -> Consent:  # noqa: ANN401 # handed on
    """A yes to the plan, of the day before and until further notice."""
    given: dict[str, Any] = {
        "id": "co-1",
        "client_id": "c-17",
        "scope": ConsentScope.PLAN,
        "is_given": True,
        "by": "c-17",
        "at": date(2026, 11, 23),
        "period": Period(date(2026, 11, 23)),
    }
    return Consent(**given | parts)


def test_a_plan_in_force_that_nobody_monitors_is_told() -> None:
    assert said("P105", in_force()) == [
        (
            "P105 warning at $.monitor: nobody is named who monitors the plan. "
            "Maybe the care manager does."
        )
    ]


def test_a_plan_that_somebody_monitors_is_left_alone() -> None:
    assert said("P105", in_force(monitor="p-1")) == []


@pytest.mark.parametrize("status", NOT_ACTIVE)
def test_a_plan_that_is_not_in_force_needs_nobody_and_nothing(status: PlanStatus) -> None:
    made = plan(status=status, team=TEAM, monitor="p-2")

    codes = ("P106", "P107", "P111", "P112")
    assert [said(code, made) for code in codes] == [[], [], [], []]
    assert said("P105", plan(status=status)) == []


@pytest.mark.parametrize("code", ["P105", "P107", "P111", "P112"])
def test_where_nobody_knows_whether_a_plan_is_in_force_the_question_is_skipped(code: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped (a status)"


def test_a_monitor_who_has_left_is_told() -> None:
    assert said("P106", in_force(team=TEAM, monitor="p-2")) == [
        (
            "P106 warning at $.monitor: the monitor 'p-2' is not in the team on 2026-11-24. "
            "Maybe somebody else has taken over."
        )
    ]


def test_a_monitor_with_a_slip_of_the_pen_gets_those_who_come_near() -> None:
    (line,) = said("P106", in_force(team=TEAM, monitor="p-11"))

    assert line.endswith("Maybe 'p-1'.")


@pytest.mark.parametrize("monitor", [None, "p-1", "c-17", "r-1"])
def test_a_monitor_of_the_team_or_of_the_family_will_do(monitor: str | None) -> None:
    family = (Representative(id="r-1", authority=Authority.FAMILY),)
    made = in_force(team=TEAM, monitor=monitor, client=Client(id="c-17", representatives=family))

    assert said("P106", made) == []


def test_without_a_team_nobody_can_tell_who_monitors() -> None:
    assert fared("P106", in_force(monitor="p-1")) == "P106: skipped (a team)"


def test_a_plan_to_which_nobody_was_asked_to_agree_is_told() -> None:
    assert said("P107", in_force()) == [
        (
            "P107 warning at $.consents: no consent of the client to the plan holds. "
            "Maybe it was given and not written down."
        )
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {"is_given": False},
        {"is_given": None},
        {"is_given": None, "withdrawn_at": date(2026, 11, 24)},
        {"at": date(2026, 11, 25)},
        {"scope": ConsentScope.TRAVEL},
        {"client_id": "c-71"},
    ],
)
def test_a_consent_to_the_plan_that_does_not_hold_is_as_good_as_none(
    parts: dict[str, Any],
) -> None:
    assert len(said("P107", in_force(consents=(consent(**parts),)))) == 1


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"at": DAY, "period": Period(DAY)},
        {"at": None},
        {"period": None},
    ],
)
def test_a_consent_that_holds_or_may_hold_is_enough(parts: dict[str, Any]) -> None:
    assert said("P107", in_force(consents=(consent(**parts),))) == []


def test_a_later_no_outweighs_an_older_yes() -> None:
    no = consent(id="co-2", is_given=False, at=date(2026, 11, 24))

    assert len(said("P107", in_force(consents=(consent(), no)))) == 1
    assert len(said("P107", in_force(consents=(no, consent())))) == 1


def test_an_answer_that_nobody_knows_outweighs_nothing() -> None:
    unknown = consent(id="co-2", is_given=None, at=date(2026, 11, 24))

    assert said("P107", in_force(consents=(consent(), unknown))) == []
    taken_back = attrs.evolve(unknown, withdrawn_at=date(2026, 11, 24))
    assert len(said("P107", in_force(consents=(consent(), taken_back)))) == 1


def test_a_later_yes_outweighs_an_older_no() -> None:
    no = consent(id="co-2", is_given=False, at=date(2026, 11, 20))

    assert said("P107", in_force(consents=(consent(), no))) == []


def test_a_consent_that_is_over_is_for_another_rule() -> None:
    over = consent(withdrawn_at=date(2026, 11, 24))

    assert said("P107", in_force(consents=(over,))) == []
    assert len(said("C102", in_force(consents=(over,)))) == 1


def test_a_completed_plan_with_open_goals_tells_each_of_them() -> None:
    goals = (
        Goal(id="goal-1", status=GoalStatus.COMPLETED),
        Goal(id="goal-2", status=GoalStatus.ACTIVE),
        Goal(id="goal-3", status=GoalStatus.ON_HOLD),
    )

    assert said("P108", plan(status=PlanStatus.COMPLETED, goals=goals)) == [
        (
            "P108 error at $.goals[1].status: the plan is completed, and the goal 'goal-2' is "
            "open. Maybe it was given up, or goes on elsewhere."
        ),
        (
            "P108 error at $.goals[2].status: the plan is completed, and the goal 'goal-3' is "
            "open. Maybe it was given up, or goes on elsewhere."
        ),
    ]


def test_goals_that_ended_were_proposed_or_are_unknown_do_not_hold_up_a_plan() -> None:
    goals = (
        Goal(id="goal-1", status=GoalStatus.CANCELLED),
        Goal(id="goal-2", status=GoalStatus.PROPOSED),
        Goal(id="goal-3"),
    )

    assert said("P108", plan(status=PlanStatus.COMPLETED, goals=goals)) == []


def test_goals_may_be_open_while_the_plan_is() -> None:
    goals = (Goal(id="goal-1", status=GoalStatus.ACTIVE),)

    assert said("P108", in_force(goals=goals)) == []
    assert fared("P108", plan(goals=goals)) == "P108: skipped (a status)"
    assert fared("P108", in_force()) == "P108: skipped (goals)"


@pytest.mark.parametrize("end", [date(2026, 11, 24), date(2026, 3, 1)])
def test_an_active_plan_whose_period_is_over_is_told(end: date) -> None:
    assert said("P109", in_force(period=Period(date(2026, 1, 1), end))) == [
        (
            f"P109 warning at $.period: the plan is active, and its period ended on {end}. "
            "Maybe it goes on, or nobody ended it."
        )
    ]


@pytest.mark.parametrize("end", [date(2026, 11, 25), None])
def test_a_plan_within_its_period_is_left_alone(end: date | None) -> None:
    assert said("P109", in_force(period=Period(date(2026, 1, 1), end))) == []


def test_a_plan_that_ended_with_its_period_is_left_alone() -> None:
    period = Period(date(2026, 1, 1), date(2026, 3, 1))

    assert said("P109", plan(status=PlanStatus.COMPLETED, period=period)) == []
    assert fared("P109", in_force()) == "P109: skipped (a period)"


def reviewed(last: date | datetime | None, every: Offset, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    """A plan in force that was looked at then."""
    return in_force(reviewed=last, review_every=every, **parts)


def test_a_plan_that_was_to_be_looked_at_is_told() -> None:
    assert said("P110", reviewed(date(2026, 9, 24), Offset(days=60))) == [
        (
            "P110 warning at $.reviewed: the plan was to be looked at again by 2026-11-23. "
            "Maybe it was, and nobody wrote it down."
        )
    ]


@pytest.mark.parametrize(
    ("last", "every"),
    [
        (date(2026, 9, 25), Offset(days=60)),
        (datetime(2026, 11, 23, 12, tzinfo=UTC), Offset(days=1)),
        (date(2026, 10, 24), Offset(months=1)),
        (date(2026, 11, 23), Offset(hours=2)),
        (date(2026, 11, 2), Offset(business_days=3)),
        (date(2026, 1, 1), Offset(years=9000)),
        (None, Offset(days=1)),
    ],
)
def test_a_plan_whose_review_is_still_to_come_or_cannot_be_counted_is_left_alone(
    last: date | None, every: Offset
) -> None:
    assert said("P110", reviewed(last, every)) == []


@pytest.mark.parametrize(
    ("last", "every"),
    [(date(2026, 10, 23), Offset(months=1)), (date(2026, 11, 19), Offset(business_days=2))],
)
def test_months_and_business_days_are_counted_in_the_calendar(last: date, every: Offset) -> None:
    calendar = BusinessCalendar()

    (line,) = said("P110", reviewed(last, every), calendar=calendar)

    assert "2026-11-23" in line


def test_without_a_review_the_making_of_the_plan_counts() -> None:
    every = Offset(days=60)

    assert len(said("P110", reviewed(None, every, created=date(2026, 9, 1)))) == 1
    assert said("P110", reviewed(DAY, every, created=date(2026, 9, 1))) == []


def test_only_plans_in_force_with_an_interval_are_to_be_looked_at() -> None:
    old = date(2026, 1, 1)

    assert (
        said("P110", plan(status=PlanStatus.DRAFT, reviewed=old, review_every=Offset(days=1))) == []
    )
    assert fared("P110", in_force(reviewed=old)) == "P110: skipped (a review interval)"


def test_a_plan_without_a_goal_is_told() -> None:
    assert said("P111", in_force()) == [
        "P111 warning at $.goals: the plan has no goal. Maybe they stand elsewhere."
    ]
    assert said("P111", in_force(goals=(Goal(id="goal-1"),))) == []


def test_a_plan_without_a_contact_is_told() -> None:
    assert said("P112", in_force()) == [
        (
            "P112 warning at $.contacts: the plan names nobody to call when something goes wrong. "
            "Maybe the care manager, and a number for the night."
        )
    ]
    assert said("P112", in_force(contacts=(Contact(purpose="problems_at_night"),))) == []


def test_risks_without_strengths_are_told() -> None:
    assert said("P113", plan(risks=("falls", "delirium"))) == [
        (
            "P113 advice at $.strengths: risks are named, and no strengths or preferences. "
            "Maybe the client tells them gladly."
        )
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"risks": ("falls",), "strengths": ("sings",)},
        {"strengths": ("sings",)},
        {"risks": ("falls",), "status": PlanStatus.REVOKED},
    ],
)
def test_strengths_beside_the_risks_are_enough(parts: dict[str, Any]) -> None:
    assert said("P113", plan(**parts)) == []


def test_what_was_seen_stands_among_the_facts() -> None:
    report = asked("P113", plan(risks=("falls", "delirium")))

    (finding,) = report.findings
    assert [(fact.name, fact.seen, fact.place) for fact in finding.facts] == [
        ("risks", 2, "$.risks")
    ]
    assert report.outcomes[0].kind is OutcomeKind.FOUND
