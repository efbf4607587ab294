"""Traps that others fell into, each by its name: what happens here instead."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import attrs
import pytest

from carecore.assessments import SCORE_TOOLS, ScoreTool
from carecore.base.timing import Period
from carecore.catalogue import STANDARD
from carecore.errors import IllegalMove, UnknownId
from carecore.extra.fhir import read, write
from carecore.matching import advise_panel, rank
from carecore.people import Client, Leave, Professional, Team
from carecore.plans import ActivityStatus, CarePlan, Goal, GoalStatus, PlanStatus, compare_plans
from carecore.record import Event, EventKind, EventOutcome, Record
from carecore.recovery import MilestoneState, track
from carecore.rulebook import STANDARD_RULES, validate
from carecore.testing.traveller import (
    TRAVELLER_NOW,
    traveller_calendar,
    traveller_plan,
    traveller_pool,
)
from carecore.transitions import Move, advance, legal_moves
from carecore.validation import OutcomeKind

DAY = date(2026, 11, 24)
LATER = date(2027, 6, 1)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PLAN = traveller_plan()
FLIGHT = PLAN.transition("t-fly")
IDLE = attrs.evolve(
    next(one for one in traveller_pool() if one.id == "p-lucia"), caseload=0, caseload_limit=20
)


def codes(plan: CarePlan) -> set[str]:
    """The rules that have something to say of a plan."""
    report = validate(plan, as_of=TRAVELLER_NOW, calendar=traveller_calendar())
    return {finding.rule for finding in report.findings}


def hip(*events: Event) -> Record:
    """A record of the traveller's with those events and no others."""
    return Record(client_id="c-17", events=events)


def test_zero_availability_is_no_empty_caseload() -> None:
    absent = Professional(id="p-1", weekly_hours=0, caseload_limit=20, caseload=0)

    assert absent.places_free(as_of=DAY) == 0


def test_absent_is_not_idle() -> None:
    pool = [
        attrs.evolve(IDLE, id="p-none", weekly_hours=0),
        attrs.evolve(IDLE, id="p-away", leave=(Leave(Period(DAY, LATER)),)),
        attrs.evolve(IDLE, id="p-busy", caseload=15),
    ]

    ranking = rank(PLAN.client, pool, role="care_manager", as_of=DAY)

    assert [one.professional_id for one in ranking.eligible] == ["p-busy"]
    assert {
        str(one.professional_id): [said.criterion for said in one.failed]
        for one in ranking.rejected
    } == {"p-none": ["availability", "caseload"], "p-away": ["leave", "caseload"]}


def test_an_unmatched_professional_never_vanishes() -> None:
    pool = (*traveller_pool(), Professional(id="p-nobody"))

    ranking = rank(PLAN.client, pool, role="care_manager", as_of=DAY)

    listed = [str(one.professional_id) for one in ranking.everybody]
    assert sorted(listed) == sorted(str(one.id) for one in pool)
    assert all(one.failed for one in ranking.rejected)
    assert all(one.undecided for one in ranking.undecided)
    assert [name for name in listed if name not in str(ranking)] == []


def test_an_unmatched_client_never_vanishes() -> None:
    ranking = rank(PLAN.client, (), role="care_manager", as_of=DAY)
    panel = advise_panel((PLAN.client, Client(id="c-2")), as_of=DAY, pool=())

    assert (ranking.client_id, ranking.best) == ("c-17", None)
    assert "c-17" in str(ranking)
    assert [str(one.client_id) for one in panel.answers] == ["c-17", "c-2"]


def test_an_unknown_tier_is_refused_by_name_and_crashes_nothing() -> None:
    tool = SCORE_TOOLS[0]

    with pytest.raises(UnknownId, match="Maybe"):
        tool.band(tool.bands[0].id + "x")
    assert codes(PLAN.with_goal(attrs.evolve(PLAN.goals[0], domain="moood"))) == {"P104"}


@pytest.mark.parametrize("tool", SCORE_TOOLS, ids=lambda tool: tool.id)
def test_labels_of_bands_agree_with_their_ranges(tool: ScoreTool) -> None:
    bands = [(one.from_points, one.to_points) for one in tool.bands]

    assert all(low <= high for low, high in bands)
    assert all(one[1] < two[0] for one, two in pairwise(bands))


def test_a_refused_transition_does_not_return_silently() -> None:
    with pytest.raises(IllegalMove):
        advance(FLIGHT, Move.COMPLETE, by="p-tess", at=NOW)


def test_a_revoke_is_guarded() -> None:
    with pytest.raises(IllegalMove):
        advance(FLIGHT, Move.CANCEL, by="p-hana", at=NOW)
    assert PLAN.revoked().status is PlanStatus.REVOKED
    assert all(one.because for one in legal_moves(FLIGHT, by="p-hana") if not one.is_allowed)


def test_an_expired_last_task_does_not_complete_a_plan() -> None:
    done = [attrs.evolve(one, status=ActivityStatus.COMPLETED) for one in PLAN.activities[:-1]]
    plan = attrs.evolve(PLAN, activities=(*done, PLAN.activities[-1]))

    report = validate(plan, as_of=LATER)

    assert plan.status is PlanStatus.ACTIVE
    assert {"D107", "P109"} <= {finding.rule for finding in report.findings}


def test_a_failed_prerequisite_does_not_count_as_met() -> None:
    tried = Event(
        id="e-1",
        client_id="c-17",
        kind=EventKind.PROCEDURE,
        what="surgery",
        outcome=EventOutcome.NOT_DONE,
        happened=date(2026, 11, 17),
    )
    assert PLAN.timeline is not None

    tracking = track(PLAN.timeline, hip(tried), as_of=date(2026, 11, 18))

    states = {str(one.id): one.state for one in tracking.milestones}
    assert states["surgery"] is MilestoneState.OVERDUE
    assert states["first_mobilisation"] is MilestoneState.BLOCKED


def test_an_ended_member_can_rejoin() -> None:
    team = Team(id="t-1").joined("p-1", role="care_manager", on=DAY)

    again = team.left("p-1", on=DAY + timedelta(days=7)).joined(
        "p-1", role="care_manager", on=DAY + timedelta(days=14)
    )

    assert [len(again.at(DAY + timedelta(days=days))) for days in (0, 7, 14)] == [1, 0, 1]


def test_a_template_that_is_applied_twice_doubles_nothing() -> None:
    hip_fracture = STANDARD.pathway("hip_fracture")
    once = hip_fracture.start("c-17", anchor=DAY)
    plan = CarePlan(id="plan-1", client=Client(id="c-17")).with_timeline(once)

    again = plan.with_timeline(hip_fracture.start("c-17", anchor=DAY))

    assert again == plan
    assert not compare_plans(plan, again)


def test_goals_are_not_dropped() -> None:
    goal = PLAN.goals[0].cancelled(because="client_declines")

    plan = PLAN.with_goal(goal).with_goal(Goal(id="g-new"))

    assert [one.id for one in plan.goals] == [*(one.id for one in PLAN.goals), "g-new"]
    assert plan.goal(goal.id).status is GoalStatus.CANCELLED


def test_goals_are_not_dropped_on_the_way_through_fhir() -> None:
    cancelled = PLAN.with_goal(PLAN.goals[0].cancelled(because="client_declines"))

    (plan,) = read(write(cancelled).text).plans

    assert [one.id for one in plan.goals] == [one.id for one in PLAN.goals]
    assert plan.goals[0].status is GoalStatus.CANCELLED


def test_goals_of_no_plan_are_not_dropped() -> None:
    alone = {"resourceType": "Goal", "id": "g-9", "description": {"text": "to see the garden"}}

    assert [one.id for one in read([alone]).goals] == ["Goal/g-9"]


def test_a_requirement_is_a_rule_and_no_prose() -> None:
    helped = attrs.evolve(PLAN.activities[0], accountable=())

    assert "D102" in codes(PLAN.with_activity(helped))
    assert all(rule.page.looks_for and rule.sources for rule in STANDARD_RULES)


def test_late_means_review_and_no_failure() -> None:
    report = validate(PLAN, as_of=LATER)

    late = [finding for finding in report.findings if finding.rule == "M103"]
    assert late
    assert {finding.severity.value for finding in late} == {"warning"}


def test_silence_of_a_rule_is_told_as_what_it_is() -> None:
    report = validate(CarePlan(id="plan-1", client=Client(id="c-1")), as_of=DAY)

    kinds = {outcome.rule: outcome.kind for outcome in report.outcomes}
    assert len(kinds) == len(STANDARD_RULES.rules)
    assert kinds["M101"] is OutcomeKind.SKIPPED
