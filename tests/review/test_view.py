"""The view that rules read: its indexes, and what is missing in it."""

import copy
import pickle
from datetime import date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.calendars import BusinessCalendar, Window
from carecore.base.timing import Offset
from carecore.catalogue import Catalogue
from carecore.coverage import Authorization, Coverage
from carecore.errors import UnknownId, WrongType
from carecore.people import Client
from carecore.plans import Activity, CarePlan, Goal
from carecore.record import Record
from carecore.recovery import Link, Milestone, Timeline
from carecore.review import REQUIREMENTS, PlanView, did_you_mean, placed
from carecore.review.looking_up import found
from carecore.roles import PayerKind
from carecore.validation import Report, RuleSet, run

from .samples_review import (
    CALENDAR,
    CATALOGUE,
    DAY,
    DEADLINES,
    MOMENT,
    PLAN,
    READINESS,
    TRAVEL,
    VIEW,
)

BARE = PlanView.of(CarePlan(id="plan-2", client=Client(id="c-2")), as_of=DAY)


def test_a_view_names_its_plan_and_its_time() -> None:
    assert (VIEW.subject, VIEW.as_of, VIEW.day, VIEW.moment) == ("plan-1", MOMENT, DAY, MOMENT)
    assert repr(VIEW) == "<PlanView of 'plan-1' as of 2026-11-23T09:00:00-05:00>"


def test_a_view_of_a_day_has_no_moment() -> None:
    assert (BARE.day, BARE.moment) == (DAY, None)


def test_every_index_is_by_id() -> None:
    assert {
        "concerns": list(VIEW.concerns),
        "stages": list(VIEW.stages),
        "goals": list(VIEW.goals),
        "activities": list(VIEW.activities),
        "visits": list(VIEW.visits),
        "milestones": list(VIEW.milestones),
        "transitions": list(VIEW.transitions),
        "journeys": list(VIEW.journeys),
        "entries": list(VIEW.entries),
        "members": list(VIEW.members),
        "professionals": list(VIEW.professionals),
    } == {
        "concerns": ["con-1"],
        "stages": ["ward"],
        "goals": ["g-walk", "g-eat", "g-none"],
        "activities": ["a-heart", "a-med"],
        "visits": ["v-1"],
        "milestones": ["m-steps"],
        "transitions": ["t-home"],
        "journeys": ["j-1"],
        "entries": ["e-cond", "e-obs", "e-adm", "e-old"],
        "members": ["p-nurse", "p-social", "p-old"],
        "professionals": ["p-nurse", "p-social"],
    }


def test_what_payers_cover_and_allow_is_by_id_as_well() -> None:
    plan = CarePlan(
        id="plan-2",
        client=Client(id="c-2"),
        coverages=(Coverage(id="cov-1", client_id="c-2", payer=PayerKind.MEDICARE),),
        authorizations=(Authorization(id="au-1", service="visit", unit="visit"),),
    )
    view = PlanView.of(plan, as_of=DAY)

    assert (list(view.coverages), list(view.authorizations)) == (["cov-1"], ["au-1"])


def test_an_index_gives_the_thing_itself() -> None:
    assert VIEW.goals["g-walk"] is PLAN.goals[0]  # type: ignore[index] # a plain text will do


def test_everything_that_is_not_there_gives_empty_indexes() -> None:
    indexes = (BARE.milestones, BARE.entries, BARE.members, BARE.professionals)

    assert (indexes, BARE.entry_places) == (({}, {}, {}, {}), ())


def test_of_two_things_with_one_id_the_first_is_in_the_index() -> None:
    first, second = Goal(id="g-1", domain="mood"), Goal(id="g-1", domain="money")
    plan = CarePlan(id="plan-2", client=Client(id="c-2"), goals=(first, second))

    assert dict(PlanView.of(plan, as_of=DAY).goals) == {"g-1": first}


def test_entries_have_their_places() -> None:
    assert [(place, entry.id) for place, entry in VIEW.entry_places] == [
        ("$.record.conditions[0]", "e-cond"),
        ("$.record.observations[0]", "e-obs"),
        ("$.record.events[0]", "e-adm"),
        ("$.record.events[1]", "e-old"),
    ]


def test_a_view_knows_the_people_of_the_plan() -> None:
    assert VIEW.family == {"c-17", "r-agent", "r-son"}
    assert VIEW.people == {"c-17", "r-agent", "r-son", "p-nurse", "p-social", "p-old"}
    assert BARE.people == {"c-2"}


def test_somebody_who_joined_twice_has_two_stays() -> None:
    assert PLAN.team is not None
    team = PLAN.team.joined("p-old", role="case_manager", on=DAY)
    view = PlanView.of(PLAN.with_team(team), as_of=DAY)

    assert len(view.members["p-old"]) == 2  # type: ignore[index] # a plain text will do


def test_a_view_says_what_an_id_is_an_id_of() -> None:
    assert {key: VIEW.ids[key] for key in ("g-walk", "t-home", "e-obs", "p-old", "c-17")} == {
        "g-walk": "goal",
        "t-home": "transition",
        "e-obs": "entry",
        "p-old": "person",
        "c-17": "person",
    }


def test_an_id_that_is_used_for_two_things_is_that_of_the_first() -> None:
    plan = CarePlan(
        id="plan-2",
        client=Client(id="c-2"),
        goals=(Goal(id="x"),),
        activities=(Activity(id="x"),),
    )

    assert PlanView.of(plan, as_of=DAY).ids["x"] == "goal"


def test_ledger_and_domains_are_those_of_the_day() -> None:
    assert (VIEW.ledger.as_of, VIEW.domains.as_of) == (DAY, DAY)
    assert VIEW.ledger is VIEW.ledger


def timeline(*links: Link, **changes: Any) -> Timeline:  # noqa: ANN401 # handed on
    """A timeline of two milestones."""
    assert PLAN.timeline is not None
    return attrs.evolve(
        PLAN.timeline.with_milestone(Milestone(id="m-home", name="home"), *links), **changes
    )


TWO_DAYS = Milestone(id="m-two", name="two", window=Window(None, Offset(business_days=2)))


@pytest.mark.parametrize(
    ("line", "calendar", "can"),
    [
        (timeline(Link(before="m-steps", after="m-home")), None, True),
        (timeline(Link(before="m-steps", after="m-steps")), None, False),
        (timeline(Link(before="m-steps", after="m-nowhere")), None, False),
        (timeline().with_milestone(TWO_DAYS), None, False),
        (timeline().with_milestone(TWO_DAYS), CALENDAR, True),
        (None, None, False),
    ],
)
def test_a_timeline_is_scheduled_where_it_can_be(
    line: Timeline | None,
    calendar: BusinessCalendar | None,
    can: bool,  # noqa: FBT001 # the case
) -> None:
    view = PlanView.of(PLAN.with_timeline(line), as_of=DAY, calendar=calendar)

    assert (view.schedule is not None, view.tracking is not None) == (can, can)
    wanted = ("a timeline that can be scheduled", "a timeline that can be tracked")
    assert view.missing(wanted) == (() if can else wanted)


def test_a_timeline_is_tracked_to_the_day_asked_about() -> None:
    assert VIEW.schedule is not None
    assert VIEW.tracking is not None
    assert (VIEW.schedule.end, VIEW.tracking.as_of) == (date(2026, 11, 17), DAY)


@pytest.mark.parametrize("record", [None, Record(client_id="c-2")])
def test_nothing_is_tracked_without_a_record_of_the_client(record: Record | None) -> None:
    view = PlanView.of(attrs.evolve(PLAN, record=record), as_of=DAY)

    assert (view.schedule is not None, view.tracking) == (True, None)


def test_what_a_move_and_a_journey_wait_for_is_asked_once() -> None:
    assert VIEW.readiness["t-home"] == READINESS  # type: ignore[index] # a plain text will do
    assert VIEW.deadlines["t-home"] == DEADLINES  # type: ignore[index] # a plain text will do
    assert VIEW.travel["j-1"] == TRAVEL  # type: ignore[index] # a plain text will do
    assert VIEW.readiness is VIEW.readiness


def test_what_counts_hours_is_not_asked_of_a_day() -> None:
    view = PlanView.of(PLAN, as_of=DAY, calendar=CALENDAR)

    assert (view.readiness, view.deadlines, view.travel) == ({}, {}, {})
    assert PlanView.of(PLAN, as_of=MOMENT).deadlines == {}


def test_what_is_missing_comes_in_the_order_in_which_it_is_required() -> None:
    wanted = ("a time of day", "goals", "a record", "the client's needs")

    assert (BARE.missing(wanted), VIEW.missing(wanted)) == (wanted, ())


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_a_bare_plan_on_a_day_has_nothing_that_can_be_required(name: str) -> None:
    assert BARE.missing((name,)) == (name,)


def test_a_full_plan_has_what_is_on_it() -> None:
    lacking = {
        "a status",
        "a period",
        "a review interval",
        "medication lists",
        "medication orders",
        "consents",
        "acknowledgements",
        "coverages",
        "authorizations",
        "decisions",
        "contacts",
        "revisions",
        "the client's languages",
        "the client's decision capacity",
    }

    assert set(VIEW.missing(tuple(REQUIREMENTS))) == lacking


@pytest.mark.parametrize("name", [None, 3, b"a team"])
def test_a_requirement_is_text(name: object) -> None:
    untyped: Any = (name,)
    with pytest.raises(WrongType, match=r"^what is required is "):
        VIEW.missing(untyped)


def test_a_requirement_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownId) as caught:
        VIEW.missing(("a tme of day",))
    assert caught.value.near[0] == "a time of day"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("plan", None),
        ("plan", Record()),
        ("as_of", datetime(2026, 11, 23)),
        ("as_of", "2026-11-23"),
        ("catalogue", None),
        ("calendar", CATALOGUE),
    ],
)
def test_a_view_takes_what_it_says(name: str, value: object) -> None:
    untyped: Any = {"plan": PLAN, "as_of": DAY, "catalogue": CATALOGUE} | {name: value}
    with pytest.raises(WrongType):
        PlanView.of(untyped.pop("plan"), **untyped)


def test_a_view_is_a_value() -> None:
    again = PlanView.of(PLAN, as_of=MOMENT, calendar=CALENDAR)
    other = PlanView.of(PLAN, as_of=date(2026, 11, 24), calendar=CALENDAR)

    assert (again, hash(again)) == (VIEW, hash(VIEW))
    assert other != VIEW
    assert copy.deepcopy(VIEW) == VIEW
    assert pickle.loads(pickle.dumps(VIEW)) == VIEW  # noqa: S301 # our own bytes
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        VIEW.calendar = None  # type: ignore[misc]


def test_an_index_cannot_be_changed() -> None:
    untyped: Any = VIEW.goals
    with pytest.raises(TypeError):
        untyped["g-new"] = Goal(id="g-new")


def test_a_view_is_what_the_engine_runs_on() -> None:
    report = run(RuleSet[PlanView](), VIEW)

    assert report == Report(subject="plan-1", as_of=MOMENT)


def test_things_get_their_places() -> None:
    assert list(placed("legs", "ab", under="$.journeys[1]")) == [
        ("$.journeys[1].legs[0]", "a"),
        ("$.journeys[1].legs[1]", "b"),
    ]


@pytest.mark.parametrize(
    ("key", "advice"),
    [("goal-2", "Maybe 'goal-1'"), ("xyz", ""), ("gol-1", "Maybe 'goal-1'")],
)
def test_what_comes_near_is_advised(key: str, advice: str) -> None:
    assert did_you_mean(key, ["goal-1", "stage-7"]) == advice


def test_looking_up_gives_nothing_where_nothing_is() -> None:
    assert found(CATALOGUE.duty, "watch_mood") is CATALOGUE.duty("watch_mood")
    assert found(CATALOGUE.duty, "watch_moon") is None


def test_the_catalogue_is_what_was_handed_in() -> None:
    empty = Catalogue()

    assert PlanView.of(PLAN, as_of=DAY, catalogue=empty).catalogue is empty
