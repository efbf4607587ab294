"""Whatever a plan holds, each verb answers, or says in an error of ours why it does not."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from carecore.assessments import SCORE_TOOLS, read_series
from carecore.base.outline import Faces
from carecore.errors import CareError
from carecore.matching import advise_panel, advise_roles, rank, what_would_it_take, why_not
from carecore.medications import reconcile_medications
from carecore.people import Professional
from carecore.plans import CarePlan, compare_plans, revise
from carecore.record import Record, weigh
from carecore.recovery import Timeline, schedule, track, what_would_help
from carecore.review import (
    check_readiness,
    check_travel,
    domains_covered,
    duty_ledger,
    find_deadlines,
)
from carecore.rulebook import validate
from carecore.testing import TRAVELLER_NOW, strategies, traveller_calendar, traveller_pool
from carecore.transitions import history_faults, legal_moves
from carecore.validation import OutcomeKind

from ..drawing import at_most

# A plan is long, and a report of a failure may be.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

Asked = Iterator[tuple[str, Callable[[], object]]]

CALENDAR = traveller_calendar()
FEW = settings(
    max_examples=at_most(25), phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)
# Close to both ends of the calendar there is no day to step to.
EVERYWHERE = st.sampled_from(
    [TRAVELLER_NOW, TRAVELLER_NOW.replace(year=2), TRAVELLER_NOW.replace(year=9998)]
)


def of_plan(plan: CarePlan, other: CarePlan, now: datetime) -> Asked:
    """What is asked of a whole plan, and of two."""
    day = now.date()
    same = attrs.evolve(other, id=plan.id, client=plan.client, revisions=plan.revisions)
    yield "duty_ledger", lambda: duty_ledger(plan, as_of=day)
    yield "domains_covered", lambda: domains_covered(plan, as_of=day)
    yield "validate", lambda: validate(plan, as_of=now, calendar=CALENDAR)
    yield "validate on a day", lambda: validate(plan, as_of=day)
    yield "compare_plans", lambda: compare_plans(plan, same)
    yield "compare two", lambda: compare_plans(plan, other)
    yield "revise", lambda: revise(plan, same, by="p-1", at=now, because="she fell")
    yield "advise_roles", lambda: advise_roles(plan.client, as_of=day, team=plan.team)
    yield "advise_panel", lambda: advise_panel((plan.client, other.client), as_of=day)


def in_reach(plan: CarePlan) -> tuple[Professional, ...]:
    """Those of the team and of the traveller's pool, each once."""
    team = () if plan.team is None else plan.team.professionals
    return tuple({str(one.id): one for one in (*team, *traveller_pool())}.values())


def of_people(plan: CarePlan, day: date) -> Asked:
    """What is asked of those who could be engaged for the client."""
    pool, journey = in_reach(plan), next(iter(plan.journeys), None)
    for role in (None, "care_manager"):
        known = partial(rank, plan.client, pool, role=role, as_of=day, team=plan.team)
        yield f"rank, {role}", partial(known, journey=journey)
    for one in pool:
        asked: dict[str, Any] = {"role": "care_manager", "as_of": day, "team": plan.team}
        yield "why_not", partial(why_not, plan.client, one, **asked)
        yield "what_would_it_take", partial(what_would_it_take, plan.client, one, **asked)


def of_moves(plan: CarePlan, now: datetime) -> Asked:
    """What is asked of transitions and journeys."""
    for one in plan.transitions:
        yield "check_readiness", partial(check_readiness, plan, one.id, as_of=now)
        due = partial(find_deadlines, plan, one.id, as_of=now, calendar=CALENDAR)
        yield "find_deadlines", due
        yield "legal_moves", partial(legal_moves, one, by="person-1")
        yield "history_faults", partial(history_faults, one)
    for journey in plan.journeys:
        yield "check_travel", partial(check_travel, plan, journey.id, as_of=now)


def of_record(plan: CarePlan, record: Record, now: datetime) -> Asked:
    """What is asked of a record, and of the plan in view of it."""
    day = now.date()
    for tool in SCORE_TOOLS:
        yield "read_series", partial(read_series, record, tool, as_of=day)
    for rule in [rule for one in plan.stages for rule in (one.entry, one.exit) if rule]:
        yield "weigh", partial(weigh, rule, record, as_of=now)


def of_recovery(line: Timeline, record: Record, day: date) -> Asked:
    """What is asked of a timeline."""
    yield "schedule", lambda: schedule(line, calendar=CALENDAR)
    yield "track", lambda: track(line, record, as_of=day, calendar=CALENDAR)
    yield "what_would_help", lambda: what_would_help(line, record, as_of=day, calendar=CALENDAR)


def of_work(plan: CarePlan, day: date) -> Asked:
    """What is asked of medications and of what comes again."""
    orders = plan.medication_orders
    for before, after in pairwise(plan.medication_lists):
        yield "reconcile_medications", partial(reconcile_medications, before, after, orders=orders)
    for one in plan.activities:
        yield "with_visits_for", partial(plan.with_visits_for, one.id, day, day)


def refused(asked: Asked) -> set[str]:
    """Put all of the questions, look at every face of the answers, and tell which were refused."""
    names: set[str] = set()
    for name, question in asked:
        try:
            answer = question()
        except CareError:
            names.add(name)
            continue
        assert repr(answer)
        if isinstance(answer, Faces):
            untyped: Any = answer
            assert untyped._repr_mimebundle_()
    return names


def put(plan: CarePlan, other: CarePlan, now: datetime) -> set[str]:
    """Put every question about two plans, and tell which were refused."""
    record = plan.record or Record()
    line = plan.timeline or Timeline(id="timeline-1", anchor=now.date())
    return refused(
        question
        for asked in (
            of_plan(plan, other, now),
            of_people(plan, now.date()),
            of_moves(plan, now),
            of_record(plan, record, now),
            of_recovery(line, record, now.date()),
            of_work(plan, now.date()),
        )
        for question in asked
    )


@FEW
@given(strategies.plans(), strategies.plans())
def test_a_plan_that_holds_together_is_asked_everything(plan: CarePlan, other: CarePlan) -> None:
    # Two plans may be the same, or revised before now; a panel of two has two clients; and
    # several roles may have to be engaged, or none.
    may_be = {"revise", "advise_panel", "rank, None"}

    assert put(plan, other, TRAVELLER_NOW) <= may_be


@FEW
@given(strategies.flawed_plans(), strategies.flawed_plans())
def test_a_plan_with_flaws_is_asked_everything(plan: CarePlan, other: CarePlan) -> None:
    # What cannot be told of every plan.
    never = {"duty_ledger", "domains_covered", "validate", "validate on a day", "compare_plans"}
    never |= {"check_readiness", "find_deadlines", "check_travel", "read_series", "weigh"}

    assert put(plan, other, TRAVELLER_NOW) & never == set()


@FEW
@given(strategies.values(CarePlan), strategies.values(CarePlan), EVERYWHERE)
def test_a_plan_as_odd_as_it_can_be_is_asked_everything(
    plan: CarePlan, other: CarePlan, now: datetime
) -> None:
    always = {"duty_ledger", "domains_covered", "validate", "validate on a day"}

    assert put(plan, other, now) & always == set()


@FEW
@given(strategies.plans() | strategies.flawed_plans() | strategies.values(CarePlan))
def test_no_rule_fails_on_any_plan(plan: CarePlan) -> None:
    report = validate(plan, as_of=TRAVELLER_NOW, calendar=CALENDAR)

    assert report.of_kind(OutcomeKind.FAILED) == ()
