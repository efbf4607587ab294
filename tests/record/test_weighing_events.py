"""Events that were done, tried or not shown, worked out by hand."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from carecore.base.reasons import Fact, Verdict
from carecore.base.timing import PartialDate
from carecore.record import Event, EventKind, EventOutcome, EventSign, weigh

from .weighed import (
    APRIL,
    AT_HOME,
    DAY,
    MARCH,
    NINE,
    SURGERY,
    march,
    record_of,
    shown,
    surgery,
    told,
)


def test_an_event_that_was_done_is_met_when_it_happened() -> None:
    evidence = shown(SURGERY, surgery(happened=march(2)))

    assert (told(evidence), evidence.met_at, evidence.entries) == (
        (Verdict.MET, "event_done"),
        PartialDate(2026, 3, 2),
        ("e-1",),
    )


def test_an_event_that_is_not_recorded_is_not_shown_and_so_not_met() -> None:
    evidence = shown(SURGERY)

    assert (told(evidence), evidence.entries, str(evidence.reasons[0])) == (
        (Verdict.NOT_MET, "event_not_shown"),
        (),
        "surgery is not recorded by 2026-03-09",
    )


def test_of_several_events_the_first_decides() -> None:
    evidence = shown(SURGERY, surgery("e-1", happened=march(5)), surgery("e-2", happened=march(2)))

    assert (evidence.entries, str(evidence.met_at)) == (("e-2",), "2026-03-02")


@pytest.mark.parametrize(
    "event",
    [
        surgery(happened=march(10)),
        surgery(happened=APRIL),
        surgery(happened=NINE + timedelta(days=1)),
        Event(id="e-1", kind=EventKind.VISIT, what="surgery", happened=march(2)),
        Event(id="e-1", kind=EventKind.PROCEDURE, happened=march(2)),
        Event(id="e-1", kind=EventKind.PROCEDURE, what="biopsy", happened=march(2)),
        surgery(happened=march(2), client_id="c-18"),
    ],
)
def test_later_events_other_events_and_other_clients_events_do_not_count(event: Event) -> None:
    assert told(shown(SURGERY, event)) == (Verdict.NOT_MET, "event_not_shown")


@pytest.mark.parametrize(
    "outcome", [EventOutcome.ATTEMPTED, EventOutcome.REFUSED, EventOutcome.NOT_DONE]
)
def test_an_event_attempted_is_not_an_event_done(outcome: EventOutcome) -> None:
    evidence = shown(SURGERY, surgery(happened=march(2), outcome=outcome))

    assert (told(evidence), evidence.entries, evidence.met_at) == (
        (Verdict.NOT_MET, "event_not_done"),
        ("e-1",),
        None,
    )
    assert Fact(name="outcome", seen=outcome.value) in evidence.reasons[0].facts


def test_what_was_tried_first_and_done_later_is_done() -> None:
    tried = surgery("e-1", happened=march(2), outcome=EventOutcome.ATTEMPTED)
    evidence = shown(SURGERY, tried, surgery("e-2", happened=march(4)))

    assert (evidence.verdict, evidence.entries) == (Verdict.MET, ("e-2",))


@pytest.mark.parametrize(
    "event",
    [
        surgery(happened=MARCH),
        surgery(happened=PartialDate(2026)),
        surgery(),
        surgery(happened=MARCH, recorded=march(10)),
        surgery(recorded=MARCH),
        surgery(happened=march(2), outcome=None),
    ],
)
def test_an_event_of_which_too_little_is_recorded_is_neither_done_nor_not(event: Event) -> None:
    evidence = shown(SURGERY, event)

    assert (told(evidence), evidence.entries) == ((Verdict.UNKNOWN, "event_unclear"), ("e-1",))


def test_what_is_clear_goes_before_what_is_not() -> None:
    evidence = shown(SURGERY, surgery("e-1", happened=MARCH), surgery("e-2", happened=march(8)))

    assert (evidence.verdict, evidence.entries) == (Verdict.MET, ("e-2",))


@pytest.mark.parametrize(
    ("event", "met_at"),
    [(surgery(happened=MARCH, recorded=march(8)), MARCH), (surgery(recorded=march(8)), None)],
)
def test_what_was_recorded_by_then_had_happened(event: Event, met_at: PartialDate | None) -> None:
    evidence = shown(SURGERY, event)

    assert (evidence.verdict, evidence.met_at) == (Verdict.MET, met_at)


def test_an_event_of_an_unknown_day_stands_where_it_was_recorded() -> None:
    events = (surgery("e-1", recorded=march(8)), surgery("e-2", happened=march(7)))

    assert shown(SURGERY, *events).entries == ("e-2",)


def test_an_event_of_an_unknown_day_says_so() -> None:
    evidence = shown(SURGERY, surgery(recorded=march(8)))

    assert str(evidence.reasons[0]) == "surgery was done (on an unknown day)"


def test_what_was_recorded_later_counts_unless_the_record_of_that_day_is_asked() -> None:
    record = record_of(surgery(happened=march(2), recorded=march(10)))

    now, then = (weigh(SURGERY, one, as_of=DAY) for one in (record, record.known_at(DAY)))
    assert (now.verdict, then.verdict) == (Verdict.MET, Verdict.NOT_MET)


@pytest.mark.parametrize(
    ("setting", "verdict"),
    [("home", Verdict.MET), ("acute_ward", Verdict.NOT_MET), (None, Verdict.UNKNOWN)],
)
def test_a_setting_that_is_not_recorded_is_unknown(setting: str | None, verdict: Verdict) -> None:
    visit = Event(id="e-1", kind=EventKind.VISIT, happened=march(2), setting=setting)

    assert shown(AT_HOME, visit).verdict is verdict


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        (SURGERY, "surgery"),
        (AT_HOME, "a visit (home)"),
        (EventSign(kind=EventKind.ADMISSION), "an admission"),
        (EventSign(setting="acute_ward"), "an event (acute ward)"),
        (EventSign(what="first_walk"), "first walk"),
    ],
)
def test_a_reason_names_what_is_asked_for(sign: EventSign, name: str) -> None:
    assert str(shown(sign).reasons[0]) == f"{name} is not recorded by 2026-03-09"


def test_a_sign_that_asks_only_for_a_setting_takes_any_event_there() -> None:
    event = Event(id="e-1", kind=EventKind.CONTACT, happened=march(2), setting="home")

    assert shown(EventSign(setting="home"), event).verdict is Verdict.MET


@pytest.mark.parametrize(
    ("happened", "recorded", "verdict"),
    [
        (march(4), None, Verdict.NOT_MET),
        (march(5), None, Verdict.MET),
        (MARCH, None, Verdict.UNKNOWN),
        (None, march(8), Verdict.UNKNOWN),
        (None, march(4), Verdict.NOT_MET),
        (MARCH, march(4), Verdict.NOT_MET),
        (PartialDate(2026, 2), None, Verdict.NOT_MET),
    ],
)
def test_only_what_happened_from_then_on_counts(
    happened: date | PartialDate | None, recorded: date | None, verdict: Verdict
) -> None:
    event = surgery(happened=happened, recorded=recorded)

    assert shown(SURGERY, event, since=march(5)).verdict is verdict


def test_a_reason_names_the_time_that_counts() -> None:
    assert str(shown(SURGERY, since=march(5)).reasons[0]) == (
        "surgery is not recorded from 2026-03-05 to 2026-03-09"
    )


def test_hours_count_where_moments_are_asked_for() -> None:
    record = record_of(surgery(happened=NINE))
    before, after = NINE - timedelta(seconds=1), NINE + timedelta(seconds=1)

    verdicts = [
        weigh(SURGERY, record, as_of=before).verdict,
        weigh(SURGERY, record, as_of=NINE, since=NINE).verdict,
        weigh(SURGERY, record, as_of=after, since=after).verdict,
    ]
    assert verdicts == [Verdict.NOT_MET, Verdict.MET, Verdict.NOT_MET]


def test_the_first_of_two_events_in_the_hour_that_comes_twice_is_first() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    early = surgery("e-1", happened=datetime(2026, 10, 25, 2, 50, tzinfo=berlin))
    late = surgery("e-2", happened=datetime(2026, 10, 25, 2, 10, tzinfo=berlin, fold=1))

    assert shown(SURGERY, late, early, as_of=date(2026, 11, 1)).entries == ("e-1",)
