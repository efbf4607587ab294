"""What is asked of the stages of care."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from carecore.base.amounts import Quantity
from carecore.base.timing import Offset, Period
from carecore.people import Client
from carecore.plans import CarePlan, PlanStatus, Stage
from carecore.record import (
    Comparison,
    Event,
    EventKind,
    EventSign,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
)
from carecore.rights import Decision
from carecore.transitions import Transition, TransitionState

from .asked import fared, in_force, plan, said


def stage(key: str, first: date | None = None, end: date | None = None, /, **parts: Any) -> Stage:  # noqa: ANN401 # handed on
    period = None if first is None and end is None else Period(first, end)
    given: dict[str, Any] = {"id": key, "name": key, "period": period}
    return Stage(**given | parts)


def november(day: int) -> date:
    return date(2026, 11, day)


def test_a_stage_that_begins_while_another_runs_is_told() -> None:
    stages = (
        stage("home", november(14)),
        stage("ward", november(1), november(8)),
        stage("rehab", november(8), november(16)),
    )

    assert said("S101", plan(stages=stages)) == [
        (
            "S101 warning at $.stages[0].period: the stage 'home' begins on 2026-11-14, while "
            "'rehab' is running. Maybe one of the two days is a slip of the pen."
        )
    ]


def test_a_stage_without_an_end_runs_on() -> None:
    stages = (
        stage("ward", november(1)),
        stage("rehab", november(8), november(16)),
        stage("home", november(16)),
    )

    assert [line[:35] for line in said("S101", plan(stages=stages))] == [
        "S101 warning at $.stages[1].period:",
        "S101 warning at $.stages[2].period:",
    ]


def test_of_stages_within_a_long_one_each_is_told() -> None:
    stages = (
        stage("long", november(1), november(30)),
        stage("one", november(2), november(3)),
        stage("two", november(4), november(5)),
    )

    assert ["'long' is running" in line for line in said("S101", plan(stages=stages))] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    "stages",
    [
        (stage("ward", november(1), november(8)), stage("rehab", november(8))),
        (stage("rehab", november(8)), stage("ward", november(1), november(8))),
        (stage("ward", november(1), november(8)), stage("visit", november(3), november(3))),
        (stage("ward", november(1), november(8)), stage("rehab", None, november(9))),
        (stage("ward"), stage("rehab")),
    ],
)
def test_stages_that_follow_each_other_or_have_no_days_are_left_alone(
    stages: tuple[Stage, ...],
) -> None:
    assert said("S101", plan(stages=stages)) == []


@pytest.mark.parametrize("code", ["S101", "S102", "S103", "S104", "S105", "S106"])
def test_a_plan_without_stages_is_asked_nothing_about_them(code: str) -> None:
    assert fared(code, in_force()).startswith(f"{code}: skipped (stages")


def settings(*keys: str | None, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    stages = tuple(
        stage(f"s-{index}", setting=setting, **parts) for index, setting in enumerate(keys)
    )
    return plan(stages=stages)


def test_a_step_to_a_more_restrictive_place_without_a_reason_is_told() -> None:
    assert said("S102", settings("home_health", "snf")) == [
        (
            "S102 warning at $.stages[1].setting: 'snf' of the stage 's-1' is more restrictive "
            "than 'home_health' before it, and nobody said why. "
            "Maybe the reason is known, and was not written down."
        )
    ]


def test_places_that_cannot_be_compared_are_looked_past() -> None:
    assert len(said("S102", settings("home_health", "transport_air", None, "acute_ward"))) == 1


@pytest.mark.parametrize(
    "made",
    [
        settings("acute_ward", "irf", "home_health"),
        settings("snf"),
        settings("snf", "snf"),
        settings("home_health", "a_place_of_ones_own"),
        settings("home_health", "snf", setting_because="fell_twice"),
    ],
)
def test_steps_down_and_steps_with_a_reason_are_left_alone(made: CarePlan) -> None:
    assert said("S102", made) == []


def test_a_decision_for_the_place_is_a_reason() -> None:
    made = settings("home_health", "snf")
    chosen = Decision(id="d-1", what="next_setting", options=("snf", "irf"), chosen="snf")

    assert said("S102", made.with_decision(chosen)) == []


DISCHARGED = EvidenceRule(all_of=(EventSign(kind=EventKind.DISCHARGE),))
WALKS = EvidenceRule(
    all_of=(
        ObservationSign(
            what="walking_distance",
            comparison=Comparison.AT_LEAST,
            value=Quantity(30, "m"),
            fresh_for=Offset(days=3),
        ),
    )
)


def closed(record: Record, /, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"exit": DISCHARGED, "is_closed": True}
    return plan(stages=(stage("ward", november(1), november(20), **given | parts),), record=record)


def discharge(day: int) -> Record:
    return Record(events=(Event(id="e-1", kind=EventKind.DISCHARGE, happened=november(day)),))


def walked(metres: int, day: int) -> Record:
    seen = Observation(
        id="e-1", what="walking_distance", value=Quantity(metres, "m"), happened=november(day)
    )
    return Record(observations=(seen,))


@pytest.mark.parametrize("record", [Record(), discharge(22)])
def test_a_stage_closed_without_what_was_to_show_its_end_is_told(record: Record) -> None:
    assert said("S103", closed(record)) == [
        (
            "S103 error at $.stages[0].is_closed: the stage 'ward' is closed, and the record does "
            "not show that it may end. Maybe it was seen, and nobody wrote it down."
        )
    ]


def test_what_the_record_cannot_tell_is_only_worth_an_advice() -> None:
    assert said("S103", closed(Record(), exit=WALKS)) == [
        (
            "S103 advice at $.stages[0].is_closed: the stage 'ward' is closed, and nobody can tell "
            "whether it may end. Maybe it was seen, and nobody wrote it down."
        )
    ]


def test_the_days_of_the_stage_count_and_not_the_day_asked_about() -> None:
    assert said("S103", closed(walked(40, 19), exit=WALKS)) == []
    assert len(said("S103", closed(walked(12, 19), exit=WALKS))) == 1


@pytest.mark.parametrize(
    "made",
    [
        closed(discharge(19)),
        closed(Record(), is_closed=False),
        closed(Record(), exit=None),
        closed(discharge(22), period=None),
        closed(discharge(22), period=Period(november(1), november(30))),
    ],
)
def test_a_stage_that_is_open_or_shown_to_end_is_left_alone(made: CarePlan) -> None:
    assert said("S103", made) == []


def test_without_a_record_nobody_can_tell_whether_a_stage_may_end() -> None:
    made = plan(stages=(stage("ward", is_closed=True, exit=DISCHARGED),))

    assert fared("S103", made) == "S103: skipped (a record)"


def here(setting: str | None, *stages: Stage, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    return plan(client=Client(id="c-17", setting=setting), stages=stages, **parts)


REHAB = stage("rehab", november(20), november(30), setting="irf")


def test_a_client_who_is_elsewhere_than_the_stage_of_today_is_told() -> None:
    before = stage("ward", november(1), november(20), setting="acute_ward")

    assert said("S104", here("acute_ward", before, REHAB)) == [
        (
            "S104 warning at $.client.setting: the client is in 'acute_ward', and the stage "
            "'rehab' of 2026-11-24 is elsewhere. "
            "Maybe the move was made on another day than planned."
        )
    ]


@pytest.mark.parametrize(
    "made",
    [
        here("irf", REHAB),
        here("transport_air", REHAB),
        here("acute_ward", REHAB.closed()),
        here("acute_ward", stage("rehab", november(25), setting="irf")),
        here("acute_ward", stage("rehab", setting="irf")),
        here("acute_ward", stage("rehab", november(20))),
        here("acute_ward", REHAB, stage("back", november(20), setting="acute_ward")),
        here(
            "acute_ward",
            REHAB,
            transitions=(
                Transition(id="tr-0"),
                Transition(id="tr-1", state=TransitionState.UNDER_WAY),
            ),
        ),
    ],
)
def test_a_client_who_is_there_under_way_or_nowhere_in_particular_is_left_alone(
    made: CarePlan,
) -> None:
    assert said("S104", made) == []


def test_a_client_in_a_place_of_ones_own_is_elsewhere_too() -> None:
    assert len(said("S104", here("a_place_of_ones_own", REHAB))) == 1


def test_where_nobody_knows_where_the_client_is_the_question_is_skipped() -> None:
    assert fared("S104", here(None, REHAB)) == "S104: skipped (the client's care setting)"


def test_a_moment_is_asked_about_in_its_own_zone() -> None:
    late = datetime(2026, 11, 30, 0, 30, tzinfo=ZoneInfo("Europe/Lisbon"))

    assert said("S104", here("acute_ward", REHAB), as_of=late) == []


def test_a_stage_without_a_place_is_worth_an_advice() -> None:
    assert said("S105", in_force(stages=(REHAB, stage("recovery")))) == [
        (
            "S105 advice at $.stages[1].setting: the stage 'recovery' has no care setting. "
            "Maybe the place is still to be found."
        )
    ]


def test_places_are_wanted_only_of_open_stages_of_a_plan_in_force() -> None:
    assert said("S105", in_force(stages=(REHAB, stage("past").closed()))) == []
    assert said("S105", plan(status=PlanStatus.DRAFT, stages=(stage("recovery"),))) == []
    assert fared("S105", plan(stages=(REHAB,))) == "S105: skipped (a status)"


def whole(*stages: Stage) -> CarePlan:
    return plan(period=Period(november(1), november(30)), stages=stages)


def test_a_stage_that_sticks_out_of_the_plan_is_told_at_either_end() -> None:
    assert said("S106", whole(stage("all", date(2026, 10, 30), date(2026, 12, 2)))) == [
        (
            "S106 warning at $.stages[0].period.end: the stage 'all' ends on 2026-12-02, and the "
            "plan on 2026-11-30. Maybe one of the two days was moved, and the other was not."
        ),
        (
            "S106 warning at $.stages[0].period.start: the stage 'all' begins on 2026-10-30, and "
            "the plan on 2026-11-01. Maybe one of the two days was moved, and the other was not."
        ),
    ]


def test_a_stage_within_the_plan_or_with_open_ends_is_left_alone() -> None:
    stages = (
        stage("ward", november(1), november(30)),
        stage("home", november(2)),
        stage("before", None, november(3)),
        stage("some_day"),
    )

    assert said("S106", whole(*stages)) == []
    assert said("S106", plan(period=Period(None), stages=stages)) == []
    assert fared("S106", plan(stages=stages)) == "S106: skipped (a period)"
