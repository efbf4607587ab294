"""A clock as a value, what starts it, and for whom it holds."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from carecore.base.calendars import BusinessCalendar, Pause
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import When, to_when
from carecore.base.reasons import Verdict
from carecore.base.timing import Offset, PartialDate
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.record import Event, EventKind, EventOutcome, EventSign, Observation, Record
from carecore.roles import PayerKind
from carecore.transitions import (
    Clock,
    ClockKind,
    ClockStart,
    Move,
    MoveRecord,
    StartBasis,
    Transition,
    TransitionState,
    clock_applies,
    deadline_of,
    find_start,
    stay_began,
)

NEW_YORK = ZoneInfo("America/New_York")
CALENDAR = BusinessCalendar(holidays=(date(2026, 3, 9),), zone="America/New_York")
MONTH = PartialDate.parse("2026-03")
NINE = datetime(2026, 3, 6, 9, tzinfo=NEW_YORK)

LEFT = EventSign(kind=EventKind.DISCHARGE)
CALL = Clock(
    id="call",
    name="call the client",
    starts=LEFT,
    allowance=Offset(business_days=2),
    met_by=EventSign(kind=EventKind.CONTACT),
)
ARRIVED = attrs.evolve(CALL, starts=EventSign(kind=EventKind.ARRIVAL))
ADMITTED = attrs.evolve(CALL, starts=EventSign(kind=EventKind.ADMISSION))
HOME = Transition(id="t-1", from_setting="acute_ward", to_setting="home_health")
EMPTY = Record(client_id="c-17")


def event(  # one word for each field that matters here
    key: str,
    kind: EventKind,
    when: date | When | None,
    *,
    setting: str | None = None,
    what: str | None = None,
    outcome: EventOutcome | None = EventOutcome.DONE,
    client: str = "c-17",
) -> Event:
    """An event of a record."""
    happened: Any = when
    return Event(
        id=key,
        client_id=client,
        kind=kind,
        what=what,
        outcome=outcome,
        happened=happened,
        setting=setting,
    )


def record(*events: Event) -> Record:
    """A record of these events."""
    return Record(client_id="c-17", events=events)


def made(*moves: tuple[Move, datetime]) -> tuple[MoveRecord, ...]:
    """A history."""
    return tuple(MoveRecord(move=move, by="p-1", at=at) for move, at in moves)


def started_by(clock: Clock, transition: Transition, known: Record) -> str | None:
    """The id of the event that started the clock."""
    start = find_start(clock, transition, known)
    return None if start is None else start.entry


# The value.


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "Call them"}, "is not snake_case"),
        ({"name": ""}, "the name of a Clock is blank"),
        ({"allowance": 2}, "an Offset is wanted"),
        ({"starts": EventKind.DISCHARGE}, "an EventSign is wanted"),
        ({"met_by": None}, r"\$\.met_by: the deadline 'call' does not say what meets it"),
        ({"kind": ClockKind.WINDOW}, "the window 'call' says what meets it"),
        ({"by_hour": 0}, r"\$\.by_hour: the hour by which the clock 'call' ends is 0"),
        ({"by_hour": 24}, "Maybe 12, or None for the end of the day"),
        ({"by_hour": True}, "a whole number or None is wanted"),
        (
            {"by_hour": 12, "allowance": Offset(hours=4)},
            "counts hours, and also ends by the hour 12",
        ),
        ({"earliest": Offset(hours=4)}, r"\$\.earliest: the clock 'call' counts days"),
        ({"attempts_enough": -1}, "below 0"),
        ({"jurisdictions": ("America",)}, "is no ISO 3166 code"),
        ({"payers": ("somebody",)}, "somebody"),
        ({"needs": "complex"}, "a list of term ids is wanted"),
        ({"to_settings": "snf"}, "a list of care setting ids is wanted"),
    ],
)
def test_a_clock_that_has_no_meaning_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(CareError, match=message):
        attrs.evolve(CALL, **change)


@pytest.mark.parametrize(
    ("allowance", "counts_moments", "counts_back"),
    [
        ("2BD", False, False),
        ("-P2D", False, True),
        ("-2BD", False, True),
        ("PT36H", True, False),
        ("-PT4H", True, True),
        ("P1DT12H", True, False),
        ("P0D", False, False),
    ],
)
def test_a_clock_counts_days_or_moments_on_or_back(
    allowance: str, *, counts_moments: bool, counts_back: bool
) -> None:
    clock = attrs.evolve(CALL, allowance=Offset.parse(allowance))

    assert (clock.counts_moments, clock.counts_back) == (counts_moments, counts_back)


def test_a_window_needs_nothing_that_meets_it() -> None:
    window = attrs.evolve(CALL, kind=ClockKind.WINDOW, met_by=None)

    assert window.met_by is None


def test_payers_and_places_are_taken_by_name() -> None:
    names: Any = {"payers": ["medicare"], "jurisdictions": ["US"]}
    clock = attrs.evolve(CALL, **names)

    assert (clock.payers, clock.jurisdictions) == ((PayerKind.MEDICARE,), (Jurisdiction("US"),))


# What starts it.


def test_an_event_of_the_record_starts_a_clock() -> None:
    left = event("e-1", EventKind.DISCHARGE, date(2026, 3, 6), setting="acute_ward")

    assert find_start(CALL, HOME, record(left)) == ClockStart(
        when=to_when(date(2026, 3, 6)), basis=StartBasis.EVENT, entry="e-1"
    )


@pytest.mark.parametrize(
    "other",
    [
        event("e-1", EventKind.ADMISSION, date(2026, 3, 6)),
        event("e-1", EventKind.DISCHARGE, date(2026, 3, 6), setting="snf"),
        event("e-1", EventKind.DISCHARGE, date(2026, 3, 6), setting="home_health"),
        event("e-1", EventKind.DISCHARGE, date(2026, 3, 6), outcome=EventOutcome.NOT_DONE),
        event("e-1", EventKind.DISCHARGE, date(2026, 3, 6), client="c-18"),
        event("e-1", EventKind.DISCHARGE, None),
    ],
    ids=["kind", "elsewhere", "the other end", "not done", "another client", "no date"],
)
def test_an_event_that_is_not_meant_starts_nothing(other: Event) -> None:
    assert find_start(CALL, HOME, record(other)) is None


def test_an_event_of_an_unknown_place_may_be_meant() -> None:
    left = event("e-1", EventKind.DISCHARGE, date(2026, 3, 6))
    elsewhere = event("e-2", EventKind.DISCHARGE, date(2026, 3, 6), setting="snf")

    assert started_by(CALL, HOME, record(left)) == "e-1"
    assert started_by(CALL, Transition(id="t-1"), record(elsewhere)) == "e-2"


@pytest.mark.parametrize(("setting", "expected"), [("snf", "e-2"), ("observation", None)])
def test_a_clock_may_start_at_one_place_only(setting: str, expected: str | None) -> None:
    clock = attrs.evolve(CALL, starts=attrs.evolve(LEFT, setting=setting))
    known = record(
        event("e-1", EventKind.DISCHARGE, date(2026, 3, 6)),
        event("e-2", EventKind.DISCHARGE, date(2026, 3, 6), setting="snf"),
    )

    assert started_by(clock, HOME, known) == expected


def test_a_discharge_of_an_earlier_stay_starts_nothing_now() -> None:
    known = record(
        event("old", EventKind.DISCHARGE, date(2025, 3, 6)),
        event("in", EventKind.ADMISSION, date(2026, 3, 1)),
    )
    planned = attrs.evolve(HOME, planned=to_when(date(2026, 3, 6)))

    assert find_start(CALL, HOME, known) is None
    start = find_start(CALL, planned, known)
    assert start == ClockStart(when=to_when(date(2026, 3, 6)), basis=StartBasis.PLANNED)


def test_without_an_admission_the_first_move_tells_this_stay_from_an_earlier_one() -> None:
    known = record(event("old", EventKind.DISCHARGE, date(2025, 3, 6)))
    moving = attrs.evolve(HOME, moves=made((Move.PLAN, NINE)))

    assert (started_by(CALL, HOME, known), started_by(CALL, moving, known)) == ("old", None)


def test_an_arrival_is_one_where_the_client_was_to_go() -> None:
    known = record(
        event("there", EventKind.ARRIVAL, date(2026, 3, 6), setting="home_health"),
        event("back", EventKind.ARRIVAL, date(2026, 3, 7), setting="acute_ward"),
    )

    assert started_by(ARRIVED, HOME, known) == "there"


def test_of_several_discharges_the_one_nearest_to_the_departure_is_meant() -> None:
    known = record(
        event("first", EventKind.DISCHARGE, date(2026, 3, 6)),
        event("again", EventKind.DISCHARGE, date(2026, 3, 20)),
    )
    gone = attrs.evolve(HOME, moves=made((Move.DEPART, NINE)))

    assert (started_by(CALL, HOME, known), started_by(CALL, gone, known)) == ("again", "first")


def test_the_last_admission_before_the_departure_is_meant() -> None:
    known = record(
        event("old", EventKind.ADMISSION, date(2025, 3, 1)),
        event("this", EventKind.ADMISSION, date(2026, 3, 1)),
        event("next", EventKind.ADMISSION, date(2026, 3, 7)),
    )
    gone = attrs.evolve(HOME, moves=made((Move.DEPART, NINE)))

    assert (started_by(ADMITTED, HOME, known), started_by(ADMITTED, gone, known)) == (
        "next",
        "this",
    )


@pytest.mark.parametrize(
    ("setting", "expected"),
    [("acute_ward", date(2026, 3, 1)), (None, date(2026, 3, 1)), ("home_health", None)],
)
def test_a_stay_begins_with_the_admission_to_where_the_client_leaves(
    setting: str | None, expected: date | None
) -> None:
    came = event("e-1", EventKind.ADMISSION, date(2026, 3, 1), setting=setting)

    assert stay_began(HOME, record(came)) == expected


def test_a_stay_began_before_it_is_planned_to_end_or_on_that_day() -> None:
    known = record(
        event("this", EventKind.ADMISSION, date(2026, 3, 6)),
        event("next", EventKind.ADMISSION, date(2026, 3, 7)),
    )
    planned = attrs.evolve(HOME, planned=to_when(date(2026, 3, 6)))

    assert (stay_began(planned, known), stay_began(HOME, known)) == (
        date(2026, 3, 6),
        date(2026, 3, 7),
    )


def test_a_notice_of_this_stay_is_told_from_one_of_an_earlier_stay() -> None:
    asked = attrs.evolve(CALL, starts=EventSign(kind=EventKind.NOTICE, what="review_asked"))
    known = record(
        event("old", EventKind.NOTICE, date(2025, 3, 5), what="review_asked"),
        event("in", EventKind.ADMISSION, date(2026, 3, 1)),
        event("now", EventKind.NOTICE, date(2026, 3, 5), what="review_asked", setting="acute_ward"),
        event("far", EventKind.NOTICE, date(2026, 3, 5), what="review_asked", setting="snf"),
    )

    assert (started_by(asked, HOME, known), started_by(asked, HOME, EMPTY)) == ("now", None)


def test_a_visit_after_the_departure_can_start_a_clock_too() -> None:
    care = attrs.evolve(CALL, starts=EventSign(kind=EventKind.VISIT, what="start_of_care"))
    known = record(event("e-1", EventKind.VISIT, date(2026, 3, 8), what="start_of_care"))
    gone = attrs.evolve(HOME, moves=made((Move.DEPART, NINE)))

    assert started_by(care, gone, known) == "e-1"


@pytest.mark.parametrize(
    ("clock", "moves", "when"),
    [
        (CALL, made((Move.DEPART, NINE)), NINE),
        (ARRIVED, made((Move.DEPART, NINE), (Move.ARRIVE, NINE.replace(hour=11))), 11),
        (ARRIVED, made((Move.DEPART, NINE)), None),
        (CALL, made((Move.DEPART, NINE), (Move.TURN_BACK, NINE.replace(hour=10))), None),
        (ADMITTED, made((Move.DEPART, NINE)), None),
    ],
    ids=["departure", "arrival", "not there yet", "turned back", "no move admits"],
)
def test_where_no_event_tells_the_moves_do(
    clock: Clock, moves: tuple[MoveRecord, ...], when: datetime | int | None
) -> None:
    start = find_start(clock, attrs.evolve(HOME, moves=moves), EMPTY)
    expected = NINE.replace(hour=when) if isinstance(when, int) else when

    assert (start and (start.when, start.basis)) == (expected and (expected, StartBasis.MOVE))


def test_an_event_tells_better_than_a_move() -> None:
    gone = attrs.evolve(HOME, moves=made((Move.DEPART, NINE)), planned=MONTH)

    assert started_by(CALL, gone, record(event("e-1", EventKind.DISCHARGE, date(2026, 3, 6))))


def test_only_leaving_is_planned() -> None:
    planned = attrs.evolve(HOME, planned=MONTH)

    assert [find_start(clock, planned, EMPTY) is None for clock in (CALL, ARRIVED, ADMITTED)] == [
        False,
        True,
        True,
    ]


def test_a_plan_is_no_discharge_of_a_certain_word_or_from_elsewhere() -> None:
    planned = attrs.evolve(HOME, planned=MONTH)
    word = attrs.evolve(CALL, starts=attrs.evolve(LEFT, what="against_advice"))
    other = attrs.evolve(CALL, starts=attrs.evolve(LEFT, setting="snf"))
    same = attrs.evolve(CALL, starts=attrs.evolve(LEFT, setting="acute_ward"))

    assert [find_start(clock, planned, EMPTY) is None for clock in (word, other, same)] == [
        True,
        True,
        False,
    ]


# Until when it runs.


def due(clock: Clock, when: date | When, calendar: BusinessCalendar = CALENDAR) -> date | None:
    """When the clock is due after that start."""
    known = record(event("e-1", clock.starts.kind or EventKind.OTHER, when))
    deadline = deadline_of(clock, Transition(id="t-1"), known, calendar=calendar)
    return None if deadline is None else deadline.due()


@pytest.mark.parametrize(
    ("allowance", "when", "expected"),
    [
        # Friday 6 March; Monday the 9th is a holiday, so Tuesday and Wednesday count.
        ("2BD", date(2026, 3, 6), date(2026, 3, 11)),
        ("2BD", datetime(2026, 3, 6, 23, tzinfo=NEW_YORK), date(2026, 3, 11)),
        # Half past midnight in London is still the evening before in New York.
        ("P1D", datetime(2026, 3, 7, 0, 30, tzinfo=UTC), date(2026, 3, 7)),
        ("P29D", date(2026, 3, 6), date(2026, 4, 4)),
        ("-P2D", date(2026, 3, 6), date(2026, 3, 4)),
        ("P0D", date(2026, 3, 6), date(2026, 3, 6)),
        # The night in which the clocks go forward has no hour between two and three.
        (
            "PT36H",
            datetime(2026, 3, 7, 15, tzinfo=NEW_YORK),
            datetime(2026, 3, 9, 4, tzinfo=NEW_YORK),
        ),
        ("-PT4H", NINE, datetime(2026, 3, 6, 5, tzinfo=NEW_YORK)),
        ("PT4H", date(2026, 3, 6), datetime(2026, 3, 6, 4, tzinfo=NEW_YORK)),
        ("P1D", MONTH, None),
        ("PT4H", MONTH, None),
    ],
)
def test_a_clock_is_due_when_worked_out_by_hand(
    allowance: str, when: date | When, expected: date | None
) -> None:
    assert due(attrs.evolve(CALL, allowance=Offset.parse(allowance)), when) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (NINE, datetime(2026, 3, 7, 12, tzinfo=NEW_YORK)),
        (datetime(2026, 3, 6, 23, 59, tzinfo=NEW_YORK), datetime(2026, 3, 7, 12, tzinfo=NEW_YORK)),
        # Noon of the day on which the clocks go forward is still noon.
        (datetime(2026, 3, 7, 9, tzinfo=NEW_YORK), datetime(2026, 3, 8, 12, tzinfo=NEW_YORK)),
        (date(2026, 3, 6), datetime(2026, 3, 7, 12, tzinfo=NEW_YORK)),
    ],
)
def test_by_noon_of_the_day_after_is_noon_by_the_clocks_of_the_place(
    when: date, expected: datetime
) -> None:
    assert due(attrs.evolve(CALL, allowance=Offset(days=1), by_hour=12), when) == expected


@pytest.mark.parametrize("change", [{"allowance": Offset(hours=4)}, {"by_hour": 12}])
def test_hours_of_a_day_in_no_zone_are_not_guessed(change: dict[str, Any]) -> None:
    clock = attrs.evolve(CALL, **change)

    assert due(clock, date(2026, 3, 6), BusinessCalendar()) is None
    assert due(clock, NINE, BusinessCalendar()) is not None


def test_a_clock_that_nothing_started_is_not_due() -> None:
    assert deadline_of(CALL, HOME, EMPTY, calendar=CALENDAR) is None


def test_a_clock_stands_still_while_it_is_paused() -> None:
    pause = Pause(start=date(2026, 3, 10), end=date(2026, 3, 12), because="storm")
    known = record(event("e-1", EventKind.DISCHARGE, date(2026, 3, 6)))
    deadline = deadline_of(CALL, HOME, known, calendar=CALENDAR, pauses=[pause])

    assert deadline is not None
    assert deadline.due() == date(2026, 3, 13)


# For whom it holds.

NOTICE = attrs.evolve(
    CALL,
    from_settings=("acute_ward",),
    jurisdictions=(Jurisdiction("US-NY"),),
    payers=(PayerKind.MEDICARE,),
    needs=("complex_decisions",),
)
DAY = date(2026, 3, 6)


def needed(*, value: object) -> Record:
    """A record that says whether decisions are complex."""
    untyped: Any = value
    seen = Observation(id="o-1", what="complex_decisions", value=untyped, happened=to_when(DAY))
    return Record(client_id="c-17", observations=(seen,))


def test_a_clock_that_asks_for_nothing_holds_for_everybody() -> None:
    assert clock_applies(CALL, Transition(id="t-1"), EMPTY, as_of=DAY) is Verdict.MET


@pytest.mark.parametrize(
    ("transition", "known", "options", "expected"),
    [
        (HOME, needed(value=True), {}, Verdict.MET),
        (HOME, needed(value=True), {"payers": None}, Verdict.UNKNOWN),
        (HOME, needed(value=True), {"payers": ()}, Verdict.NOT_MET),
        (HOME, needed(value=True), {"payers": ["private_pay"]}, Verdict.NOT_MET),
        (HOME, needed(value=True), {"jurisdiction": None}, Verdict.UNKNOWN),
        (HOME, needed(value=True), {"jurisdiction": "US"}, Verdict.UNKNOWN),
        (HOME, needed(value=True), {"jurisdiction": "US-NJ"}, Verdict.NOT_MET),
        (HOME, needed(value=True), {"jurisdiction": "DE"}, Verdict.NOT_MET),
        (HOME, needed(value=False), {}, Verdict.NOT_MET),
        (HOME, EMPTY, {}, Verdict.UNKNOWN),
        (Transition(id="t-1"), needed(value=True), {}, Verdict.UNKNOWN),
        (Transition(id="t-1", from_setting="snf"), needed(value=True), {}, Verdict.NOT_MET),
    ],
)
def test_a_clock_holds_if_everything_it_asks_for_is_so(
    transition: Transition, known: Record, options: dict[str, Any], expected: Verdict
) -> None:
    told: dict[str, Any] = {"payers": ["medicare", "private_pay"], "jurisdiction": "US-NY"}

    assert clock_applies(NOTICE, transition, known, as_of=DAY, **(told | options)) is expected


@pytest.mark.parametrize("state", list(TransitionState), ids=lambda state: state.value)
def test_what_starts_with_leaving_does_not_hold_while_nobody_leaves(
    state: TransitionState,
) -> None:
    off = {TransitionState.DECLINED, TransitionState.CANCELLED}
    transition = attrs.evolve(HOME, state=state)
    expected = Verdict.NOT_MET if state in off else Verdict.MET

    assert clock_applies(CALL, transition, EMPTY, as_of=DAY) is expected
    assert clock_applies(ADMITTED, transition, EMPTY, as_of=DAY) is Verdict.MET


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda wrong: find_start(wrong, HOME, EMPTY), "the clock is"),
        (lambda wrong: find_start(CALL, wrong, EMPTY), "the transition is"),
        (lambda wrong: find_start(CALL, HOME, wrong), "the record is"),
        (lambda wrong: deadline_of(CALL, HOME, EMPTY, calendar=wrong), "the calendar is"),
        (lambda wrong: clock_applies(CALL, HOME, EMPTY, as_of=wrong), "as_of is"),
        (lambda wrong: clock_applies(wrong, HOME, EMPTY, as_of=DAY), "the clock is"),
    ],
)
def test_what_is_asked_of_a_clock_has_its_type(call: Any, message: str) -> None:  # noqa: ANN401
    with pytest.raises(WrongType, match=message):
        call("wrong")


@pytest.mark.parametrize("parts", [(None, EMPTY), (HOME, None)])
def test_when_a_stay_began_is_asked_of_a_transition_and_a_record(
    parts: tuple[object, object],
) -> None:
    untyped: Any = parts
    with pytest.raises(WrongType):
        stay_began(*untyped)


@pytest.mark.parametrize("pauses", [None, "strike", [3]])
def test_pauses_are_pauses(pauses: object) -> None:
    untyped: Any = pauses
    known = record(event("e-1", EventKind.DISCHARGE, NINE))
    with pytest.raises(WrongType):
        deadline_of(CALL, HOME, known, calendar=CALENDAR, pauses=untyped)


def test_a_day_that_the_calendars_zone_does_not_have_is_refused_in_words() -> None:
    first = event("e-1", EventKind.DISCHARGE, datetime(1, 1, 1, 3, tzinfo=UTC))

    with pytest.raises(InvalidValue) as caught:
        deadline_of(CALL, HOME, record(first), calendar=CALENDAR)
    assert str(caught.value) == (
        "0001-01-01T03:00:00+00:00 lies outside the years 1 to 9999 in America/New_York. "
        "Maybe a calendar without a zone."
    )


@pytest.mark.parametrize(
    ("planned", "days", "entry"),
    [
        (date(2026, 3, 6), (4, 9, 20), "seen-9"),
        (date(2026, 3, 6), (4,), None),
        (date(2026, 3, 6), (6,), "seen-6"),
        (None, (4, 9), "seen-9"),
    ],
)
def test_what_is_due_after_a_visit_counts_from_one_after_the_departure(
    planned: date | None, days: tuple[int, ...], entry: str | None
) -> None:
    visit = EventSign(kind=EventKind.VISIT, what="face_to_face_visit")
    seen = (
        event(f"seen-{day}", EventKind.VISIT, date(2026, 3, day), what="face_to_face_visit")
        for day in days
    )
    of = HOME if planned is None else attrs.evolve(HOME, planned=to_when(planned))

    start = find_start(attrs.evolve(CALL, starts=visit), of, record(*seen))
    assert (None if start is None else start.entry) == entry
