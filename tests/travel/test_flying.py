"""All sources together: the strictest decides, and the answer tells who differs."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.timing import PartialDate
from carecore.errors import InvalidValue, WrongType
from carecore.record import Certainty, Condition, Event, EventKind, EventOutcome, Record
from carecore.travel import (
    DayLimit,
    DayLimitAnswer,
    EscortLevel,
    FlightTiming,
    check_day_limits,
    day_limits_in,
)

from .samples_travel import ANSWER

DONE = date(2026, 11, 1)
HERE = DayLimit(id="here_bypass", what="coronary_bypass", least=10, most=14)
THERE = DayLimit(id="there_bypass", what="coronary_bypass", least=14, most=14)
CAST = DayLimit(id="here_cast", what="plaster_cast", least=1, most=2, counts_from="cast_applied")
LONG = attrs.evolve(CAST, id="here_cast_long", least=2, most=3, flight_hours_over=2)
INJURY = attrs.evolve(LONG, id="there_cast_long", counts_from="injury")
STROKE = DayLimit(id="here_stroke", what="stroke", least=5, most=14, escort=EscortLevel.NURSE)
LIMITS = (HERE, THERE, CAST, LONG, INJURY, STROKE)


def bypass(on: date, *limits: DayLimit) -> DayLimitAnswer:
    """How a flight on that day stands after a bypass on 1 November."""
    return check_day_limits(
        "coronary_bypass", limits=limits, happened={"coronary_bypass": DONE}, on=on
    )


def surgery(day: date | PartialDate | None, **parts: object) -> Event:
    """A bypass, as the record has it."""
    given_parts: dict[str, Any] = {
        "id": "e-1",
        "kind": EventKind.PROCEDURE,
        "what": "coronary_bypass",
        "happened": day,
        **parts,
    }
    return Event(**given_parts)


def in_record(*entries: Event | Condition, on: date) -> tuple[DayLimitAnswer, ...]:
    """What a record of c-1 with these entries says to all limits."""
    record = Record(client_id="c-1").with_entries(*entries)
    return day_limits_in(record, limits=LIMITS, on=on)


@pytest.mark.parametrize(
    ("day", "timing", "differs"),
    [
        (10, FlightTiming.TOO_EARLY, False),
        (12, FlightTiming.TOO_EARLY, True),
        (15, FlightTiming.CLEAR, False),
    ],
)
def test_of_two_sources_the_stricter_decides(
    *, day: int, timing: FlightTiming, differs: bool
) -> None:
    answer = bypass(date(2026, 11, day), HERE, THERE)

    assert (answer.timing, answer.differs, answer.clear_from) == (
        timing,
        differs,
        date(2026, 11, 15),
    )


def test_each_source_is_heard_by_itself() -> None:
    readings = bypass(date(2026, 11, 12), HERE, THERE).readings

    assert [(one.limit, one.timing, one.assess_from, one.clear_from) for one in readings] == [
        ("here_bypass", FlightTiming.ASSESS, date(2026, 11, 11), date(2026, 11, 15)),
        ("there_bypass", FlightTiming.TOO_EARLY, date(2026, 11, 15), date(2026, 11, 15)),
    ]


def test_where_no_source_speaks_nobody_knows() -> None:
    answer = bypass(date(2026, 11, 12))

    assert (answer.timing, answer.clear_from, answer.differs) == (
        FlightTiming.UNKNOWN,
        None,
        False,
    )
    assert [reason.id for reason in answer.reasons] == ["no_limit"]


def test_a_source_that_always_asks_leaves_no_day_that_is_clear() -> None:
    always = attrs.evolve(HERE, id="ours_bypass", least=0, most=None)
    answer = bypass(date(2027, 11, 1), HERE, always)

    assert (answer.timing, answer.clear_from) == (FlightTiming.ASSESS, None)


def test_a_day_past_the_end_of_the_calendar_is_none() -> None:
    answer = check_day_limits(
        "coronary_bypass",
        limits=[HERE],
        happened={"coronary_bypass": date(9999, 12, 25)},
        on=date(9999, 12, 31),
    )

    assert (answer.timing, answer.clear_from) == (FlightTiming.TOO_EARLY, None)


def test_each_source_counts_from_what_it_counts_from() -> None:
    answer = check_day_limits(
        "plaster_cast",
        limits=LIMITS,
        happened={"cast_applied": date(2026, 11, 10), "injury": date(2026, 11, 8)},
        on=date(2026, 11, 12),
    )

    assert [(one.limit, one.timing) for one in answer.readings] == [
        ("here_cast", FlightTiming.CLEAR),
        ("here_cast_long", FlightTiming.ASSESS),
        ("there_cast_long", FlightTiming.CLEAR),
    ]


def test_what_a_source_counts_from_and_nobody_knows_leaves_the_answer_open() -> None:
    answer = check_day_limits(
        "plaster_cast",
        limits=[CAST, INJURY],
        happened={"cast_applied": date(2026, 11, 1), "injury": None},
        on=date(2026, 11, 12),
    )

    assert (answer.timing, answer.clear_from) == (FlightTiming.UNKNOWN, None)


@pytest.mark.parametrize(
    ("length", "heard"),
    [
        (timedelta(hours=2), ["here_cast"]),
        (timedelta(hours=2, minutes=1), ["here_cast", "here_cast_long"]),
        (None, ["here_cast", "here_cast_long"]),
    ],
)
def test_a_flight_of_unknown_length_counts_as_long(
    length: timedelta | None, heard: list[str]
) -> None:
    answer = check_day_limits(
        "plaster_cast",
        limits=[CAST, LONG],
        happened={"cast_applied": DONE},
        on=date(2026, 11, 12),
        flight_length=length,
    )

    assert [reading.limit for reading in answer.readings] == heard


@pytest.mark.parametrize(
    ("day", "escort"),
    [(4, EscortLevel.NURSE), (10, EscortLevel.NURSE), (15, None)],
)
def test_a_source_that_wants_an_escort_wants_it_until_all_is_clear(
    day: int, escort: EscortLevel | None
) -> None:
    alone = attrs.evolve(STROKE, id="there_stroke", escort=EscortLevel.COMPANION)
    answer = check_day_limits(
        "stroke",
        limits=[alone, STROKE],
        happened={"stroke": DONE},
        on=date(2026, 11, day),
    )

    assert answer.escort is escort


@given(
    days=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=5),
    passed=st.integers(0, 100),
)
def test_the_answer_is_as_strict_as_the_strictest_source_in_any_order(
    days: list[tuple[int, int]], passed: int
) -> None:
    limits = [
        DayLimit(id=f"l{number}", what="coronary_bypass", least=least, most=least + more)
        for number, (least, more) in enumerate(days)
    ]
    on = DONE + timedelta(days=passed)
    order = list(FlightTiming)
    strictest = min((one.timing(DONE, on=on) for one in limits), key=order.index)
    answers = [bypass(on, *some) for some in (limits, limits[::-1])]

    assert [answer.timing for answer in answers] == [strictest, strictest]
    # On the day from which all is clear, all is clear.
    clear_from = answers[0].clear_from
    assert clear_from is not None
    assert bypass(clear_from, *limits).timing is FlightTiming.CLEAR


# In a record.


def test_what_happened_is_found_in_the_record_with_its_entry() -> None:
    (answer,) = in_record(surgery(DONE), on=date(2026, 11, 12))

    assert (answer.what, answer.timing, answer.entries) == (
        "coronary_bypass",
        FlightTiming.TOO_EARLY,
        ("e-1",),
    )


def test_of_several_times_the_last_counts() -> None:
    entries = surgery(date(2026, 11, 10), id="e-2"), surgery(DONE)
    (answer,) = in_record(*entries, on=date(2026, 11, 20))

    assert (answer.timing, answer.clear_from) == (FlightTiming.TOO_EARLY, date(2026, 11, 24))


@pytest.mark.parametrize(
    "parts",
    [
        {"outcome": EventOutcome.ATTEMPTED},
        {"outcome": EventOutcome.REFUSED},
        {"outcome": EventOutcome.NOT_DONE},
        {"client_id": "c-2"},
        {"what": "tonsil_surgery"},
        {"what": None},
        {"happened": date(2026, 11, 13)},
    ],
)
def test_what_did_not_happen_to_the_client_by_then_limits_nothing(parts: dict[str, Any]) -> None:
    assert in_record(surgery(DONE, **parts), on=date(2026, 11, 12)) == ()


@pytest.mark.parametrize(
    "entries",
    [
        (surgery(None),),
        (surgery(DONE, outcome=None),),
        (surgery(DONE), surgery(None, id="e-2")),
        (surgery(PartialDate(2026, 11)),),
    ],
)
def test_what_may_have_happened_lately_leaves_the_answer_open(entries: tuple[Event, ...]) -> None:
    (answer,) = in_record(*entries, on=date(2026, 11, 20))

    assert answer.timing is FlightTiming.UNKNOWN


def test_what_may_have_happened_before_something_that_did_does_not_matter() -> None:
    entries = surgery(date(2026, 10, 1), outcome=None), surgery(DONE, id="e-2")
    (answer,) = in_record(*entries, on=date(2026, 11, 12))

    assert answer.timing is FlightTiming.TOO_EARLY


def test_a_condition_counts_from_its_onset_unless_it_was_refuted() -> None:
    stroke = Condition(id="e-3", what="stroke", onset=DONE)
    refuted = attrs.evolve(stroke, certainty=Certainty.REFUTED)

    assert [
        [answer.timing for answer in in_record(one, on=date(2026, 11, 8))]
        for one in (stroke, refuted)
    ] == [[FlightTiming.ASSESS], []]


def test_a_clock_that_the_record_does_not_hold_is_unknown() -> None:
    cast = Event(id="e-4", kind=EventKind.PROCEDURE, what="plaster_cast", happened=DONE)
    applied = attrs.evolve(cast, id="e-5", what="cast_applied")

    assert [
        [
            (one.limit, one.timing)
            for answer in in_record(*some, on=date(2026, 11, 20))
            for one in answer.readings
        ]
        for some in ((cast, applied),)
    ] == [
        [
            ("here_cast", FlightTiming.CLEAR),
            ("here_cast_long", FlightTiming.CLEAR),
            ("there_cast_long", FlightTiming.UNKNOWN),
        ]
    ]


def test_a_clock_alone_is_not_the_thing_itself() -> None:
    applied = Event(id="e-5", kind=EventKind.PROCEDURE, what="cast_applied", happened=DONE)

    assert in_record(applied, on=date(2026, 11, 2)) == ()


def test_an_empty_record_holds_nothing_that_limits() -> None:
    assert in_record(on=DONE) == ()


# What is refused, and how it looks.


@pytest.mark.parametrize(
    "more",
    [
        {"on": datetime(2026, 11, 12, tzinfo=UTC)},
        {"limits": ["here_bypass"]},
        {"happened": {"coronary_bypass": "2026-11-01"}},
        {"flight_length": 9},
    ],
)
def test_what_is_no_day_or_limit_is_refused(more: dict[str, Any]) -> None:
    options: dict[str, Any] = {
        "limits": [HERE],
        "happened": {"coronary_bypass": DONE},
        "on": date(2026, 11, 12),
        **more,
    }
    with pytest.raises(WrongType):
        check_day_limits("coronary_bypass", **options)


def test_what_is_no_term_is_refused() -> None:
    with pytest.raises(InvalidValue):
        check_day_limits("Coronary bypass", limits=[HERE], happened={}, on=DONE)


def test_what_is_no_record_is_refused() -> None:
    untyped: Any = [surgery(DONE)]
    with pytest.raises(WrongType):
        day_limits_in(untyped, limits=[HERE], on=DONE)


def test_an_answer_prints_what_each_source_says() -> None:
    assert str(ANSWER) == (
        "Flying after stroke\n"
        "===================\n"
        "\n"
        "On 2026-12-01, an assessment decides whether a flight comes too early. From\n"
        "2026-12-04 on it is clear.\n"
        "\n"
        "Limit        That day is  Counts from            Clear from\n"
        "-----------  -----------  ---------------------  ----------\n"
        "here_stroke  assess       first sign 2026-11-20  2026-12-04"
    )


def test_an_answer_without_an_end_prints_none() -> None:
    assert "it is clear" not in str(attrs.evolve(ANSWER, clear_from=None))
