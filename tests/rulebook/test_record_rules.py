"""What is asked of the times in a record."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from carecore.base.timing import PartialDate, Period
from carecore.plans import Activity, ActivityStatus, CarePlan, PlanStatus, Visit
from carecore.record import Condition, Event, EventKind, EventOutcome, Observation, Record
from carecore.transitions import Move, MoveRecord, Transition, TransitionState
from carecore.travel import Journey, Leg

from .asked import DAY, fared, plan, said

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def event(key: str = "e-1", /, **parts: Any) -> Event:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"id": key, "kind": EventKind.VISIT}
    return Event(**given | parts)


def recorded(*events: Event, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    return plan(record=Record(events=events, **parts))


def test_an_event_recorded_before_it_happened_is_told() -> None:
    early = event(happened=date(2026, 11, 17), recorded=date(2026, 11, 16))

    assert said("R101", recorded(event("e-0"), early)) == [
        (
            "R101 warning at $.record.events[1].recorded: the entry 'e-1' was recorded on "
            "2026-11-16, before it happened on 2026-11-17. "
            "Maybe one of the two times is a slip of the pen."
        )
    ]


def test_conditions_and_observations_are_asked_as_well() -> None:
    happened, before = date(2026, 11, 17), date(2026, 11, 16)
    made = recorded(
        conditions=(Condition(id="e-1", onset=happened, recorded=before),),
        observations=(Observation(id="e-2", happened=happened, recorded=before),),
    )

    assert [line[:49] for line in said("R101", made)] == [
        "R101 warning at $.record.conditions[0].recorded: ",
        "R101 warning at $.record.observations[0].recorded",
    ]


@pytest.mark.parametrize(
    ("happened", "before"),
    [
        (datetime(2026, 11, 17, 9, tzinfo=UTC), datetime(2026, 11, 17, 9, 30, tzinfo=BERLIN)),
        (datetime(2026, 11, 17, 9, tzinfo=UTC), datetime(2026, 11, 17, 8, tzinfo=UTC)),
        (
            datetime(2026, 10, 25, 2, 10, tzinfo=BERLIN, fold=1),
            datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),
        ),
        (PartialDate.parse("2026-03"), date(2026, 2, 28)),
    ],
)
def test_moments_are_compared_exactly(happened: Any, before: Any) -> None:  # noqa: ANN401 # any time
    assert len(said("R101", recorded(event(happened=happened, recorded=before)))) == 1


SAME = datetime(2026, 11, 17, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "parts",
    [
        {"happened": SAME, "recorded": SAME},
        {"happened": date(2026, 11, 17), "recorded": date(2026, 11, 17)},
        {"happened": date(2026, 11, 17), "recorded": datetime(2026, 11, 16, 23, tzinfo=UTC)},
        {"happened": datetime(2026, 11, 17, 1, tzinfo=UTC), "recorded": date(2026, 11, 16)},
        {"happened": PartialDate.parse("2026"), "recorded": date(2026, 3, 1)},
        {"happened": date(2026, 11, 17)},
        {"recorded": date(2026, 11, 17)},
        {
            "happened": date(2026, 11, 17),
            "recorded": date(2026, 11, 16),
            "outcome": EventOutcome.NOT_DONE,
        },
        {"happened": date(2026, 12, 17), "recorded": date(2026, 11, 16)},
    ],
)
def test_what_may_have_been_recorded_in_time_is_left_alone(parts: dict[str, Any]) -> None:
    assert said("R101", recorded(event(**parts))) == []


@pytest.mark.parametrize("code", ["R101", "R102", "R103", "R104", "R105", "R106"])
def test_without_a_record_nobody_asks_for_its_times(code: str) -> None:
    assert fared(code, plan(status=PlanStatus.ACTIVE)) == f"{code}: skipped (a record)"


def test_what_is_said_to_have_happened_and_is_still_to_come_is_told() -> None:
    assert said("R102", recorded(event(happened=date(2026, 12, 1)))) == [
        (
            "R102 warning at $.record.events[0]: the entry 'e-1' is said to have happened on "
            "2026-12-01, which is still to come. Maybe it is planned, or a month was mistyped."
        )
    ]


@pytest.mark.parametrize(
    ("happened", "as_of", "number"),
    [
        (datetime(2026, 11, 24, 13, tzinfo=UTC), NOON, 1),
        (datetime(2026, 11, 24, 12, 30, tzinfo=BERLIN), NOON, 0),
        (datetime(2026, 11, 24, 13, tzinfo=UTC), DAY, 0),
        (datetime(2026, 11, 25, 1, tzinfo=UTC), DAY, 1),
        (PartialDate.parse("2026-12"), NOON, 1),
        (PartialDate.parse("2026-11"), DAY, 0),
        (None, DAY, 0),
    ],
)
def test_the_future_is_told_as_exactly_as_the_time_asked_about(
    happened: Any,  # noqa: ANN401 # any time
    as_of: date,
    number: int,
) -> None:
    assert len(said("R102", recorded(event(happened=happened)), as_of=as_of)) == number


@pytest.mark.parametrize(
    "parts",
    [{"outcome": None}, {"outcome": EventOutcome.NOT_DONE}, {"recorded": date(2026, 12, 1)}],
)
def test_what_is_planned_or_was_recorded_later_is_left_alone(parts: dict[str, Any]) -> None:
    assert said("R102", recorded(event(happened=date(2026, 12, 1), **parts))) == []


def test_what_was_recorded_by_now_cannot_lie_ahead() -> None:
    made = recorded(event(happened=date(2026, 12, 1), recorded=date(2026, 11, 20)))

    assert (len(said("R102", made)), said("R101", made)) == (1, [])


def test_an_event_that_ended_before_it_began_is_told() -> None:
    made = recorded(event(happened=date(2026, 11, 16), until=date(2026, 11, 10)))

    assert said("R103", made) == [
        (
            "R103 error at $.record.events[0].until: the entry 'e-1' ended on 2026-11-10, before "
            "it began on 2026-11-16. Maybe the two are swapped."
        )
    ]


def test_a_condition_that_was_over_before_it_began_is_told() -> None:
    swapped = Condition(id="e-1", onset=date(2026, 11, 16), abated=PartialDate.parse("2026-10"))

    (line,) = said("R103", recorded(conditions=(swapped,)))

    assert line.startswith("R103 error at $.record.conditions[0].abated: the entry 'e-1' ended on")


def test_what_began_before_it_ended_or_has_no_end_is_left_alone() -> None:
    made = recorded(
        event(happened=DAY, until=DAY),
        event("e-2", until=DAY),
        event("e-3", happened=DAY),
        conditions=(
            Condition(id="e-4", onset=DAY, abated=PartialDate.parse("2026")),
            Condition(id="e-5", abated=DAY),
            Condition(id="e-6", onset=DAY),
        ),
    )

    assert said("R103", made) == []


def dead(*deaths: Event, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {
        "record": Record(client_id="c-17", events=deaths or (death(),)),
        "visits": (Visit(id="v-1", planned=date(2026, 11, 21)),),
    }
    return plan(**given | parts)


def death(**parts: Any) -> Event:  # noqa: ANN401 # handed on
    given: dict[str, Any] = {"kind": EventKind.DEATH, "happened": date(2026, 11, 20)}
    return event("e-dead", **given | parts)


def test_a_visit_planned_after_the_death_is_told() -> None:
    assert said("R104", dead()) == [
        (
            "R104 error at $.visits[0].planned: the visit 'v-1' is planned for 2026-11-21, and the "
            "client died on 2026-11-20. Maybe the death was entered for somebody else."
        )
    ]


def test_everything_that_is_to_begin_is_told() -> None:
    late = datetime(2026, 11, 22, 9, tzinfo=UTC)
    made = dead(
        visits=(Visit(id="v-0"), Visit(id="v-1", planned=late)),
        transitions=(Transition(id="tr-1", planned=late), Transition(id="tr-2")),
        journeys=(
            Journey(id="j-1", client_id="c-17", legs=(Leg(id="l-1"), Leg(id="l-2", departs=late))),
        ),
        activities=(Activity(id="a-1", window=Period(date(2026, 11, 21))),),
    )

    assert [line.split(": ")[0] for line in said("R104", made)] == [
        "R104 error at $.activities[0].window.start",
        "R104 error at $.journeys[0].legs[1].departs",
        "R104 error at $.transitions[0].planned",
        "R104 error at $.visits[1].planned",
    ]


@pytest.mark.parametrize(
    "made",
    [
        dead(visits=(Visit(id="v-1", planned=date(2026, 11, 20)),)),
        dead(visits=(Visit(id="v-1", planned=DAY, event="e-9"),)),
        dead(
            visits=(),
            transitions=(Transition(id="tr-1", planned=DAY, state=TransitionState.CANCELLED),),
        ),
        dead(
            visits=(),
            transitions=(
                Transition(
                    id="tr-1",
                    planned=DAY,
                    moves=(MoveRecord(move=Move.DEPART, by="p-1", at=NOON),),
                ),
            ),
        ),
        dead(
            visits=(),
            activities=(
                Activity(id="a-1", window=Period(date(2026, 1, 1))),
                Activity(id="a-2", window=Period(None)),
                Activity(id="a-3"),
                Activity(id="a-4", window=Period(DAY), status=ActivityStatus.CANCELLED),
            ),
        ),
        dead(status=PlanStatus.REVOKED),
        dead(death(outcome=EventOutcome.NOT_DONE)),
        dead(death(happened=None)),
        dead(death(happened=date(2026, 12, 1)), visits=(Visit(id="v", planned=date(2027, 1, 1)),)),
        dead(death(to="r-husband")),
        dead(death(client_id="c-71")),
        dead(event(happened=date(2026, 11, 20))),
    ],
)
def test_what_was_before_is_called_off_or_is_about_somebody_else_is_left_alone(
    made: CarePlan,
) -> None:
    assert said("R104", made) == []
