"""How a clock stands, against answers worked out by hand."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.calendars import BusinessCalendar, Pause
from carecore.base.moments import When, to_when
from carecore.base.reasons import OwnChoice, Verdict
from carecore.base.timing import Offset, PartialDate
from carecore.errors import WrongType
from carecore.record import (
    Event,
    EventKind,
    EventOutcome,
    EventSign,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
)
from carecore.roles import PayerKind
from carecore.transitions import (
    Clock,
    ClockKind,
    ClockReading,
    ClockState,
    Move,
    MoveRecord,
    StartBasis,
    Transition,
    read_clock,
)

from .samples_transitions import READING

NEW_YORK = ZoneInfo("America/New_York")
# Monday 9 March is no business day here.
CALENDAR = BusinessCalendar(holidays=(date(2026, 3, 9),), zone="America/New_York")
FRIDAY, MONTH = date(2026, 3, 6), PartialDate.parse("2026-03")
HOME = Transition(id="t-1")

CALL = Clock(
    id="call",
    name="call the client",
    starts=EventSign(kind=EventKind.DISCHARGE),
    allowance=Offset(business_days=2),
    met_by=EventSign(kind=EventKind.CONTACT),
    attempts_enough=2,
    sources=(OwnChoice("two days are soon enough"),),
)
VISIT = attrs.evolve(
    CALL, allowance=Offset(days=7), earliest=Offset(days=1), met_by=EventSign(kind=EventKind.VISIT)
)
WINDOW = attrs.evolve(
    CALL, kind=ClockKind.WINDOW, allowance=Offset(days=29), met_by=None, attempts_enough=None
)
TOLD = EventSign(kind=EventKind.NOTICE)
BEFORE = attrs.evolve(
    CALL, allowance=Offset(hours=-4), earliest=Offset(days=-2), met_by=TOLD, attempts_enough=None
)
TWO_DAYS_BEFORE = attrs.evolve(BEFORE, allowance=Offset(days=-2), earliest=None)
HOURS = attrs.evolve(CALL, allowance=Offset(hours=36), met_by=TOLD, attempts_enough=None)
NOON = attrs.evolve(HOURS, allowance=Offset(days=1), by_hour=12)


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A moment of March in New York."""
    return datetime(2026, 3, day, hour, minute, tzinfo=NEW_YORK)


def event(
    key: str,
    kind: EventKind,
    when: date | When | None,
    outcome: EventOutcome | None = EventOutcome.DONE,
) -> Event:
    """An event of a record."""
    happened: Any = when
    return Event(id=key, kind=kind, outcome=outcome, happened=happened)


def left(when: date | When = FRIDAY) -> Event:
    """The discharge."""
    return event("left", EventKind.DISCHARGE, when)


def done(when: date | When | None, kind: EventKind = EventKind.CONTACT, key: str = "done") -> Event:
    """What meets the clock."""
    return event(key, kind, when)


def tried(key: str, when: date | When | None) -> Event:
    """An attempt to reach the client."""
    return event(key, EventKind.CONTACT, when, EventOutcome.ATTEMPTED)


def read(
    clock: Clock, *events: Event, as_of: datetime, transition: Transition = HOME, **options: object
) -> ClockReading:
    """How the clock stands by these events."""
    known = Record(client_id="c-17", events=events)
    told: dict[str, Any] = {"calendar": CALENDAR, **options}
    return read_clock(clock, transition, known, as_of=as_of, **told)


def state(
    clock: Clock, *events: Event, as_of: datetime, transition: Transition = HOME, **options: object
) -> str | None:
    """The word for it."""
    found = read(clock, *events, as_of=as_of, transition=transition, **options).state
    return None if found is None else found.value


# A contact within two business days of Friday the 6th: by Wednesday the 11th.


@pytest.mark.parametrize(
    ("events", "as_of", "expected"),
    [
        ((), at(6), "not_started"),
        ((left(),), at(5), "not_started"),
        ((left(),), at(6), "running"),
        ((left(),), at(11, 23, 59), "running"),
        ((left(),), at(12, 0), "missed"),
        ((left(), done(date(2026, 3, 6))), at(12), "met"),
        ((left(), done(date(2026, 3, 11))), at(12), "met"),
        ((left(), done(at(11, 23, 59))), at(12), "met"),
        ((left(), done(date(2026, 3, 12))), at(12), "met_late"),
        ((left(), done(date(2026, 3, 12))), at(11), "running"),
        ((left(), done(date(2026, 3, 5))), at(12), "missed"),
        ((left(at(6, 15)), done(at(6, 14))), at(12), "missed"),
        ((left(at(6, 15)), done(at(6, 16))), at(12), "met"),
        ((left(), done(MONTH)), at(10), "running"),
        ((left(), done(MONTH)), at(12), "unknown"),
        ((left(), done(date(2026, 3, 10)), done(date(2026, 3, 20), key="late")), at(30), "met"),
        ((left(MONTH),), at(12), "unknown"),
    ],
)
def test_a_contact_is_met_late_missed_or_still_to_come(
    events: tuple[Event, ...], as_of: datetime, expected: str
) -> None:
    assert state(CALL, *events, as_of=as_of) == expected


def test_what_was_done_on_a_day_that_is_late_in_one_zone_and_not_in_another_goes_by_the_place() -> (
    None
):
    # Half past three at night in London is still Wednesday evening in New York.
    called = done(datetime(2026, 3, 12, 3, 30, tzinfo=UTC))

    assert state(CALL, left(), called, as_of=at(13)) == "met"


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((tried("a", at(9)), tried("b", at(10))), "met"),
        ((tried("a", at(9)),), "missed"),
        ((tried("a", at(9)), tried("a", at(9))), "missed"),
        ((tried("a", at(9)), tried("b", at(12))), "missed"),
        ((tried("a", at(5)), tried("b", at(10))), "missed"),
        ((tried("a", at(9)), tried("b", None)), "missed"),
        ((tried("a", at(9)), tried("b", MONTH)), "missed"),
        ((tried("a", at(9)), tried("b", at(10)), done(at(12))), "met"),
        ((tried("a", at(9)), done(at(12))), "met_late"),
    ],
    ids=[
        "two",
        "one",
        "one written twice",
        "one too late",
        "one too early",
        "one without a day",
        "one in some month",
        "two, then reached",
        "one, then reached",
    ],
)
def test_two_separate_attempts_in_time_are_as_good_as_a_contact(
    events: tuple[Event, ...], expected: str
) -> None:
    assert state(CALL, left(), *events, as_of=at(12)) == expected


def test_attempts_that_are_enough_are_cited() -> None:
    reading = read(CALL, left(), tried("b", at(10)), tried("a", at(9)), as_of=at(12))

    assert (reading.entries, reading.met_at, reading.reasons[0].id) == (
        ("a", "b"),
        at(10),
        "attempts_enough",
    )


def test_a_contact_in_time_is_cited_and_not_the_attempts_before_it() -> None:
    events = (left(), tried("a", at(9)), tried("b", at(10)), done(at(11)))

    assert read(CALL, *events, as_of=at(12)).entries == ("done",)


def test_attempts_are_no_visit_where_only_a_visit_will_do() -> None:
    clock = attrs.evolve(CALL, attempts_enough=None)

    assert state(clock, left(), tried("a", at(9)), tried("b", at(10)), as_of=at(12)) == "missed"


def test_attempts_count_for_each_event_that_a_rule_takes_and_where_it_was() -> None:
    visit = EventSign(kind=EventKind.VISIT, setting="home_health")
    rule = EvidenceRule(
        all_of=(ObservationSign(what="reached"),), any_of=(CALL.starts, visit, visit)
    )
    clock = attrs.evolve(CALL, met_by=rule, starts=EventSign(kind=EventKind.DEPARTURE))
    gone = event("left", EventKind.DEPARTURE, FRIDAY)
    here, there = (
        attrs.evolve(tried(key, at(9)), kind=EventKind.VISIT, setting=setting)
        for key, setting in (("a", "home_health"), ("b", "snf"))
    )
    second = attrs.evolve(here, id="c")

    assert state(clock, gone, here, there, as_of=at(12)) == "missed"
    assert state(clock, gone, here, second, as_of=at(12)) == "met"


# A visit within 7 days, not on the day of the discharge itself.


@pytest.mark.parametrize(
    ("day", "expected"), [(6, "missed"), (7, "met"), (13, "met"), (14, "met_late")]
)
def test_the_visit_on_the_day_of_the_discharge_does_not_count(day: int, expected: str) -> None:
    visit = done(date(2026, 3, day), EventKind.VISIT)

    assert state(VISIT, left(), visit, as_of=at(20)) == expected


def test_a_visit_in_the_evening_of_the_discharge_does_not_count_either() -> None:
    visit = done(at(6, 22), EventKind.VISIT)

    assert state(VISIT, left(at(6, 10)), visit, as_of=at(20)) == "missed"


# Thirty days.


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (at(6), "running"),
        (datetime(2026, 4, 4, 23, tzinfo=NEW_YORK), "running"),
        (datetime(2026, 4, 5, 0, tzinfo=NEW_YORK), "over"),
    ],
)
def test_a_window_is_over_and_never_missed(as_of: datetime, expected: str) -> None:
    reading = read(WINDOW, left(), as_of=as_of)

    assert (reading.due, reading.state) == (date(2026, 4, 4), ClockState(expected))


# A notice at most two days and at least four hours before Friday at three o'clock.


@pytest.mark.parametrize(
    ("told", "as_of", "expected"),
    [
        (None, at(4), "running"),
        (None, at(6, 11), "running"),
        (None, at(6, 11, 1), "missed"),
        (at(3, 23), at(6, 10), "running"),
        (at(4, 0), at(6, 10), "met"),
        (at(4, 20), at(6, 10), "met"),
        (at(6, 11), at(6, 12), "met"),
        (at(6, 11, 1), at(6, 12), "met_late"),
        (date(2026, 3, 5), at(6, 12), "met"),
        (FRIDAY, at(7), "unknown"),
        (FRIDAY, at(6, 10), "met"),
    ],
)
def test_a_notice_before_the_discharge_is_in_time_or_not(
    told: date | None, as_of: datetime, expected: str
) -> None:
    planned = attrs.evolve(HOME, planned=at(6, 15))
    events = () if told is None else (done(told, EventKind.NOTICE),)

    assert state(BEFORE, *events, as_of=as_of, transition=planned) == expected


@pytest.mark.parametrize(
    ("told", "as_of", "expected"),
    [
        (None, at(5, 19), "running"),
        (None, at(6, 9), "unknown"),
        (None, at(6, 20), "missed"),
        (at(5, 19), at(6, 9), "met"),
        (at(6, 9), at(6, 10), "unknown"),
    ],
)
def test_where_only_the_day_of_the_discharge_is_known_the_hour_is_not_guessed(
    told: date | None, as_of: datetime, expected: str
) -> None:
    planned = attrs.evolve(HOME, planned=to_when(FRIDAY))
    events = () if told is None else (done(told, EventKind.NOTICE),)

    assert state(BEFORE, *events, as_of=as_of, transition=planned) == expected


def test_a_discharge_in_some_month_leaves_all_open() -> None:
    planned = attrs.evolve(HOME, planned=MONTH)

    assert state(BEFORE, as_of=at(6), transition=planned) == "unknown"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (date(2026, 3, 4), "met"),
        (date(2026, 3, 5), "met_late"),
        (date(2026, 3, 2), "met"),
        (date(2026, 2, 20), "missed"),
    ],
    ids=["in time", "late", "on the first day", "in an earlier stay"],
)
def test_a_notice_of_an_earlier_stay_is_none_of_this_one(told: date, expected: str) -> None:
    came = event("in", EventKind.ADMISSION, date(2026, 3, 2))

    assert (
        state(TWO_DAYS_BEFORE, came, left(), done(told, EventKind.NOTICE), as_of=at(7)) == expected
    )


# Thirty-six hours, and noon of the day after.


@pytest.mark.parametrize(
    ("start", "told", "as_of", "expected"),
    [
        (at(6, 8), None, at(7, 20), "running"),
        (at(6, 8), None, at(7, 20, 1), "missed"),
        (at(6, 8), at(7, 20), at(8), "met"),
        (at(6, 8), at(7, 20, 1), at(8), "met_late"),
        (FRIDAY, None, at(6, 1), "running"),
        (FRIDAY, at(7, 11), at(8), "met"),
        (FRIDAY, at(7, 13), at(8), "unknown"),
        (FRIDAY, at(9, 9), at(10), "met_late"),
    ],
)
def test_hours_are_counted_from_the_moment_if_it_is_known(
    start: date, told: date | None, as_of: datetime, expected: str
) -> None:
    events = () if told is None else (done(told, EventKind.NOTICE),)

    assert state(HOURS, left(start), *events, as_of=as_of) == expected


@pytest.mark.parametrize(
    ("start", "told", "as_of", "expected"),
    [
        (at(6, 15), None, at(6, 16), "running"),
        (at(6, 8), None, at(6, 9), "running"),
        (at(6, 15), None, at(7, 12), "running"),
        (at(6, 15), None, at(7, 12, 1), "missed"),
        (at(6, 15), at(7, 12), at(8), "met"),
        (at(6, 15), at(6, 14), at(8), "missed"),
        (FRIDAY, at(7, 12, 1), at(8), "met_late"),
    ],
)
def test_by_noon_of_the_day_after_whatever_the_hour_of_the_start(
    start: date, told: date | None, as_of: datetime, expected: str
) -> None:
    events = () if told is None else (done(told, EventKind.NOTICE),)

    assert state(NOON, left(start), *events, as_of=as_of) == expected


# What is only planned, what is over, what stands still.


def test_a_clock_whose_start_is_only_planned_tells_when_it_would_be_due() -> None:
    planned = attrs.evolve(HOME, planned=to_when(FRIDAY))
    reading = read(CALL, as_of=at(20), transition=planned)

    assert (reading.state, reading.due, reading.reasons[0].id) == (
        ClockState.NOT_STARTED,
        date(2026, 3, 11),
        "start_planned",
    )


def test_a_departure_that_was_made_later_is_not_looked_at_before() -> None:
    gone = attrs.evolve(HOME, moves=(MoveRecord(move=Move.DEPART, by="p-1", at=at(6)),))
    later = read(CALL, as_of=at(6, 13), transition=gone).start

    assert later is not None
    assert (later.basis, read(CALL, as_of=at(6, 11), transition=gone).start) == (
        StartBasis.MOVE,
        None,
    )


def test_a_clock_stands_still_in_a_pause() -> None:
    pause = Pause(start=date(2026, 3, 10), end=None, because="storm")
    reading = read(CALL, left(), as_of=at(20), pauses=[pause])

    assert (reading.state, reading.due) == (ClockState.PAUSED, None)


def test_attempts_while_a_pause_is_open_are_in_time() -> None:
    pause = Pause(start=date(2026, 3, 10), end=None, because="storm")
    events = (left(), tried("a", at(18)), tried("b", at(19)))

    assert state(CALL, *events, as_of=at(20), pauses=[pause]) == "met"


def test_something_done_at_a_time_that_nobody_knows_is_neither_in_time_nor_late() -> None:
    shown = attrs.evolve(
        CALL, met_by=EvidenceRule(all_of=(ObservationSign(what="reached"),)), attempts_enough=None
    )
    seen = Observation(id="o-1", what="reached", value=True, recorded=to_when(date(2026, 3, 10)))
    known = Record(client_id="c-17", observations=(seen,), events=(left(),))
    reading = read_clock(shown, HOME, known, as_of=at(20), calendar=CALENDAR)

    assert reading.state is ClockState.UNKNOWN


# What is told.


def test_a_clock_that_does_not_hold_has_no_state_and_says_why() -> None:
    clock = attrs.evolve(CALL, payers=(PayerKind.MEDICARE,))
    reading = read(clock, left(), as_of=at(20), payers=["private_pay"])

    assert (reading.applies, reading.state, reading.due) == (Verdict.NOT_MET, None, None)
    assert [(one.id, one.facts[0].seen) for one in reading.reasons] == [
        ("other_payers", ("private_pay",))
    ]


def test_a_clock_of_which_nobody_knows_whether_it_holds_is_read_all_the_same() -> None:
    clock = attrs.evolve(CALL, payers=(PayerKind.MEDICARE,))
    reading = read(clock, left(), as_of=at(20))

    assert (reading.applies, reading.state) == (Verdict.UNKNOWN, ClockState.MISSED)
    assert [one.id for one in reading.reasons] == [
        "clock_missed",
        "other_payers",
        "event_not_shown",
    ]


def test_a_reading_shows_start_due_and_source() -> None:
    reading = read(CALL, left(), done(date(2026, 3, 10)), as_of=at(12))
    reason = reading.reasons[0]

    assert [(fact.name, fact.seen) for fact in reason.facts] == [
        ("start", "2026-03-06"),
        ("due", "2026-03-11"),
        ("met at", "2026-03-10"),
    ]
    assert (reading.entries, reason.sources, reading.sources) == (
        ("done",),
        CALL.sources,
        CALL.sources,
    )


def test_a_reading_tells_itself() -> None:
    assert str(READING) == (
        "call the client\n"
        "===============\n"
        "\n"
        "Met late, due 2026-03-11.\n"
        "\n"
        "- the record does not show it"
    )


def test_a_reading_of_a_clock_that_does_not_hold_says_so() -> None:
    clock = attrs.evolve(CALL, payers=(PayerKind.MEDICARE,))

    assert "Does not hold here." in str(read(clock, as_of=at(20), payers=()))


@pytest.mark.parametrize("as_of", [FRIDAY, datetime(2026, 3, 6), None])
def test_a_clock_is_read_at_a_moment(as_of: object) -> None:
    untyped: Any = as_of

    with pytest.raises(WrongType, match="as_of is"):
        read(CALL, left(), as_of=untyped)


@pytest.mark.parametrize("value", [None, "t-1"])
def test_what_is_read_has_its_type(value: object) -> None:
    wrong: Any = value
    known = Record(client_id="c-17")
    asked: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: read(wrong, as_of=at(6)), "the clock is"),
        (lambda: read(CALL, as_of=at(6), transition=wrong), "the transition is"),
        (lambda: read_clock(CALL, HOME, wrong, as_of=at(6), calendar=CALENDAR), "the record is"),
    )
    for ask, message in asked:
        with pytest.raises(WrongType, match=message):
            ask()
    with pytest.raises(WrongType, match="the calendar is"):
        read_clock(CALL, HOME, known.with_entries(left()), as_of=at(6), calendar=wrong)


# Laws.

DAYS = st.integers(0, 40).map(lambda days: date(2026, 3, 1) + timedelta(days))
MOMENTS = st.integers(0, 60 * 24 * 40).map(
    lambda minutes: datetime(2026, 3, 1, tzinfo=NEW_YORK) + timedelta(minutes=minutes)
)
CLOCKS = st.sampled_from((CALL, VISIT, BEFORE, TWO_DAYS_BEFORE, HOURS, NOON))
EVENTS = st.lists(
    st.builds(
        event,
        st.sampled_from("abcdef"),
        st.sampled_from(
            (EventKind.DISCHARGE, EventKind.CONTACT, EventKind.VISIT, EventKind.NOTICE)
        ),
        st.one_of(DAYS, MOMENTS, st.just(MONTH), st.none()),
        st.sampled_from((EventOutcome.DONE, EventOutcome.ATTEMPTED, None)),
    ),
    max_size=6,
).map(tuple)


@given(clock=CLOCKS, events=EVENTS, as_of=MOMENTS)
def test_every_clock_can_be_read_of_every_record(
    clock: Clock, events: tuple[Event, ...], as_of: datetime
) -> None:
    reading = read(clock, *events, as_of=as_of)

    assert (reading.applies, reading.state is not None) == (Verdict.MET, True)


@given(clock=CLOCKS, events=EVENTS, as_of=MOMENTS)
def test_what_happens_later_changes_nothing_now(
    clock: Clock, events: tuple[Event, ...], as_of: datetime
) -> None:
    known = Record(client_id="c-17", events=events).as_of(as_of)

    assert read(clock, *events, as_of=as_of) == read(clock, *known.events, as_of=as_of)


@given(events=EVENTS, first=MOMENTS, second=MOMENTS)
def test_a_contact_that_was_met_in_time_stays_met(
    events: tuple[Event, ...], first: datetime, second: datetime
) -> None:
    # One discharge only: after a second one the clock is that of another stay.
    calls = (one for one in events if one.kind is not EventKind.DISCHARGE)
    known = (left(), *calls)
    earlier, later = sorted((first, second))
    if state(CALL, *known, as_of=earlier) == "met":
        assert state(CALL, *known, as_of=later) == "met"
