"""Nothing that is somebody else's shows anything about the client of a plan."""

from datetime import date

import attrs
import pytest

from carecore.base.reasons import Verdict
from carecore.record import Event, EventKind, Record
from carecore.recovery import MilestoneState
from carecore.review import (
    PlanView,
    check_readiness,
    check_travel,
    domains_covered,
    duty_ledger,
    find_deadlines,
)
from carecore.review.whose import own_record, own_team
from carecore.transitions import ClockState, GateStanding

from .samples_review import CALENDAR, DAY, HOME, MOMENT, PLAN, RECORD, TEAM, at

TAUGHT = Event(
    id="e-9",
    client_id="c-18",
    kind=EventKind.TEACHING,
    what="teach_back",
    happened=date(2026, 11, 20),
)
ASSESSED = attrs.evolve(TAUGHT, id="e-8", kind=EventKind.ASSESSMENT, what="mood")
LEFT = attrs.evolve(TAUGHT, id="e-7", kind=EventKind.DISCHARGE, what=None, happened=at(11, 20))
FOREIGN = Record(client_id="c-18", events=(TAUGHT, ASSESSED, LEFT))
# Of nobody in particular, and yet its entries name somebody else.
NAMELESS = attrs.evolve(FOREIGN, client_id=None)
OTHERS = pytest.mark.parametrize("record", [FOREIGN, NAMELESS])


def test_a_record_that_does_not_say_whose_it_is_is_taken_for_the_clients() -> None:
    plan = attrs.evolve(PLAN, record=attrs.evolve(RECORD, client_id=None))

    assert own_record(plan) == own_record(PLAN) == RECORD


@pytest.mark.parametrize("whose", ["c-17", None])
def test_a_team_that_does_not_say_whose_it_is_is_taken_for_the_clients(whose: str | None) -> None:
    team = attrs.evolve(TEAM, client_id=whose)

    assert own_team(attrs.evolve(PLAN, team=team)) == team


@OTHERS
def test_a_gate_is_not_met_by_what_somebody_else_was_taught(record: Record) -> None:
    found = check_readiness(attrs.evolve(PLAN, record=record), "t-home", as_of=MOMENT)

    (taught,) = (one for one in found.gates if one.gate == "understanding_checked")
    assert taught.standing is not GateStanding.MET


def test_where_the_record_is_anothers_nobody_says_that_a_gate_is_unmet() -> None:
    found = check_readiness(attrs.evolve(PLAN, record=FOREIGN), "t-home", as_of=MOMENT)

    assert found.unmet == ()
    (taught,) = (one for one in found.gates if one.gate == "understanding_checked")
    assert taught.reasons[0].text == "the plan has no record of its client, so nothing shows it"


@OTHERS
def test_a_clock_does_not_start_with_the_discharge_of_somebody_else(record: Record) -> None:
    plan = attrs.evolve(PLAN, record=record, transitions=(attrs.evolve(HOME, planned=None),))

    found = find_deadlines(plan, "t-home", as_of=MOMENT, calendar=CALENDAR)
    assert found.clock("contact_after_discharge").state is ClockState.NOT_STARTED


@OTHERS
def test_the_assessment_of_somebody_else_answers_no_domain(record: Record) -> None:
    plan = attrs.evolve(PLAN, record=record)

    assert domains_covered(plan, as_of=DAY).domain("mood").entries == ()


def test_a_flight_is_not_cleared_by_the_record_of_somebody_else() -> None:
    found = check_travel(attrs.evolve(PLAN, record=FOREIGN), "j-1", as_of=MOMENT)

    (row,) = found.of("day_limit")
    assert (row.verdict, row.reasons[0].text) == (
        Verdict.UNKNOWN,
        "whether the flight comes too early cannot be told: no record is known",
    )


def test_a_duty_is_not_held_by_the_team_of_somebody_else() -> None:
    plan = attrs.evolve(PLAN, team=attrs.evolve(TEAM, client_id="c-18"))

    entry = duty_ledger(plan, as_of=DAY).entry("watch_mood")
    assert [one.is_there for one in entry.holders] == [Verdict.UNKNOWN]
    assert "the team is not known" in [str(reason) for reason in entry.reasons]


def test_a_timeline_of_somebody_else_is_not_tracked() -> None:
    assert PLAN.timeline is not None
    foreign = attrs.evolve(PLAN.timeline, client_id="c-18")

    assert PlanView.of(attrs.evolve(PLAN, timeline=foreign), as_of=DAY).tracking is None


def test_a_milestone_is_not_reached_by_what_happened_to_somebody_else() -> None:
    assert PLAN.timeline is not None
    done = Event(id="e-6", client_id="c-18", kind=EventKind.PROCEDURE, what="surgery", happened=DAY)
    plan = attrs.evolve(PLAN, record=Record(events=(done,)))

    tracking = PlanView.of(plan, as_of=DAY).tracking
    assert tracking is not None
    assert tracking.in_state(MilestoneState.REACHED, MilestoneState.REACHED_LATE) == ()
