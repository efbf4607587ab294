"""The pathways that ship: what they say, what they rest on, and that they can be followed."""

from datetime import date

import pytest

from carecore.base.calendars import BusinessCalendar
from carecore.base.reasons import Citation, OwnChoice
from carecore.catalogue.pathways import PATHWAYS
from carecore.record import Event, EventKind, Record
from carecore.recovery import (
    EvidenceGrade,
    MilestoneState,
    Pathway,
    Schedule,
    schedule,
    track,
    what_would_help,
)

ANCHOR = date(2026, 3, 2)
CALENDAR = BusinessCalendar()
BY_ID: dict[str, Pathway] = {pathway.id: pathway for pathway in PATHWAYS}
EACH = pytest.mark.parametrize("pathway", PATHWAYS, ids=lambda pathway: pathway.id)


def windows(key: str) -> dict[str, tuple[int | None, int | None]]:
    """The windows of a pathway that are counted in days."""
    return {
        one.id: (
            None if one.window.earliest is None else one.window.earliest.days,
            None if one.window.latest is None else one.window.latest.days,
        )
        for one in BY_ID[key].milestones
        if one.window is not None
    }


def planned(pathway: Pathway) -> Schedule:
    """The schedule of a pathway from the anchor."""
    return schedule(pathway.start("c-17", anchor=ANCHOR), calendar=CALENDAR)


def test_four_pathways_ship() -> None:
    assert list(BY_ID) == ["hip_fracture", "knee_replacement", "heart_failure", "generic_discharge"]


@EACH
def test_a_pathway_can_be_followed_from_its_index_day_to_its_end(pathway: Pathway) -> None:
    answer = planned(pathway)

    assert answer.is_feasible
    assert len(answer.milestones) == len(pathway.milestones)


@EACH
def test_every_milestone_and_link_rests_on_something(pathway: Pathway) -> None:
    assert pathway.sources
    assert [one.id for one in pathway.milestones if not one.sources] == []
    assert [(one.before, one.after) for one in pathway.links if not one.sources] == []


@EACH
def test_every_milestone_can_be_shown_and_says_how_good_its_source_is(pathway: Pathway) -> None:
    assert [one.id for one in pathway.milestones if one.evidence is None] == []
    assert [one.id for one in pathway.milestones if one.grade is None] == []


@EACH
def test_what_is_not_our_own_cites_somebody_and_what_is_says_so(pathway: Pathway) -> None:
    for one in pathway.milestones:
        cited = any(isinstance(source, Citation) for source in one.sources)
        ours = any(isinstance(source, OwnChoice) for source in one.sources)
        assert cited or one.grade is EvidenceGrade.OWN, one.id
        assert ours or one.grade is not EvidenceGrade.OWN, one.id


@EACH
def test_the_words_by_which_a_record_shows_it_are_called_our_own(pathway: Pathway) -> None:
    assert any(isinstance(source, OwnChoice) for source in pathway.sources)


@EACH
def test_a_pathway_is_applied_twice_and_doubles_nothing(pathway: Pathway) -> None:
    once, again = (pathway.start("c-17", anchor=ANCHOR) for _ in "ab")

    assert once == again
    assert len(once.milestones) == len(pathway.milestones)


@EACH
def test_nothing_of_a_pathway_is_late_on_its_index_day(pathway: Pathway) -> None:
    answer = track(
        pathway.start("c-17", anchor=ANCHOR),
        Record(client_id="c-17"),
        as_of=ANCHOR,
        calendar=CALENDAR,
    )

    assert answer.late == ()
    assert answer.end_forecast == answer.end_planned


@EACH
def test_what_would_help_can_be_asked_of_each_pathway(pathway: Pathway) -> None:
    timeline = pathway.start("c-17", anchor=ANCHOR)

    assert what_would_help(timeline, calendar=CALENDAR).end == planned(pathway).end


def test_only_the_pathway_after_any_discharge_counts_business_days() -> None:
    counts = [one.id for one in PATHWAYS if one.start("c-17", anchor=ANCHOR).counts_business_days]

    assert counts == ["generic_discharge"]


def test_a_broken_hip_is_operated_on_by_the_day_after_admission() -> None:
    assert windows("hip_fracture") == {
        "surgery": (0, 1),
        "geriatric_assessment": (0, 3),
        "rehabilitation_goals": (None, 5),
        "back_home": (None, 30),
        "outcome_at_120_days": (120, 134),
    }
    assert len(BY_ID["hip_fracture"].milestones) == 13


def test_with_a_new_knee_the_later_of_two_days_stands() -> None:
    assert windows("knee_replacement") == {
        "first_mobilisation": (0, 1),
        "few_stairs": (None, 2),
        "basic_self_care": (None, 3),
        "back_home": (1, 3),
        "stitches_out": (10, 14),
        "clot_prevention_ended": (10, 35),
        "bends_90_degrees": (14, 42),
        "walks_without_aid": (21, 42),
        "surgeon_follow_up": (28, 42),
        "drives": (42, None),
        "desk_work": (42, 84),
        "rehabilitation_ended": (None, 84),
        "heavy_housework": (90, None),
        "most_activities": (None, 90),
        "full_strength": (180, 365),
    }


def test_a_failing_heart_is_looked_at_in_weeks_one_two_three_and_six() -> None:
    assert windows("heart_failure") == {
        "transitional_plan": (-7, 0),
        "first_telephone_call": (0, 3),
        "visit_in_week_1": (None, 7),
        "safety_laboratory_checks": (None, 14),
        "visit_in_week_2": (8, 14),
        "full_doses": (None, 14),
        "visit_in_week_3": (15, 21),
        "education_reinforced": (None, 30),
        "visit_in_week_6": (36, 42),
    }


def test_after_any_discharge_somebody_speaks_with_the_client_within_two_business_days() -> None:
    friday = date(2026, 3, 6)
    timeline = BY_ID["generic_discharge"].start("c-17", anchor=friday)

    answer = schedule(timeline, calendar=CALENDAR)
    assert answer.milestone("first_contact").latest == date(2026, 3, 10)
    assert answer.milestone("first_visit").latest == date(2026, 3, 20)


def test_an_operation_two_days_late_moves_the_first_steps_and_not_the_look_after_120_days() -> None:
    surgery = Event(
        id="e-1",
        client_id="c-17",
        kind=EventKind.PROCEDURE,
        what="surgery",
        happened=date(2026, 3, 5),
    )
    timeline = BY_ID["hip_fracture"].start("c-17", anchor=ANCHOR)

    answer = track(timeline, Record(client_id="c-17", events=(surgery,)), as_of=date(2026, 3, 5))
    assert answer.milestone("surgery").state is MilestoneState.REACHED_LATE
    assert answer.milestone("surgery").days_late == 2
    assert answer.milestone("first_mobilisation").forecast == date(2026, 3, 6)
    assert answer.milestone("walks_ten_metres").forecast == date(2026, 3, 9)
    assert answer.end_forecast == answer.end_planned == date(2026, 6, 30)
    # Of the ways home, the one over walking is the longest.
    best = what_would_help(
        timeline,
        Record(client_id="c-17", events=(surgery,)),
        as_of=date(2026, 3, 5),
        until="back_home",
    ).helpful[0]
    assert (best.id, best.days_sooner) == ("walks_ten_metres", 3)
