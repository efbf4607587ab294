"""Timing, both ways: what days of the calendar say exactly, and what they do not."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.recurrence import Recurrence
from carecore.base.timing import Period
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.cadences import said, timing
from carecore.plans import Activity
from carecore.testing.strategies import periods, recurrences

Json = dict[str, Any]

BOUNDS = {"start": "2026-03-02", "end": "2026-04-12"}
WINDOW = Period(date(2026, 3, 2), date(2026, 4, 13))
START = "DTSTART;VALUE=DATE:20260302\nRRULE:FREQ="
UNTIL = ";UNTIL=20260412"


def request(timing_of: object) -> Imported:
    return read({"resourceType": "ServiceRequest", "id": "1", "occurrenceTiming": timing_of})


def only(found: Imported) -> Activity:
    (one,) = found.activities
    return one


def lost(found: Imported) -> list[str]:
    return [one.path.removeprefix("ServiceRequest.occurrenceTiming.") for one in found.losses]


@pytest.mark.parametrize(
    ("repeat", "rule"),
    [
        ({"frequency": 1, "period": 1, "periodUnit": "d"}, "DAILY"),
        ({"period": 1, "periodUnit": "d"}, "DAILY"),
        ({"dayOfWeek": ["thu", "mon"]}, "WEEKLY;BYDAY=MO,TH"),
        ({"dayOfWeek": ["mon"], "period": 1, "periodUnit": "wk"}, "WEEKLY;BYDAY=MO"),
        (
            {"dayOfWeek": ["sat", "sun"], "frequency": 2, "period": 1, "periodUnit": "wk"},
            "WEEKLY;BYDAY=SA,SU",
        ),
    ],
)
def test_days_that_are_named_are_a_cadence(repeat: Json, rule: str) -> None:
    found = request({"repeat": {"boundsPeriod": BOUNDS, **repeat}})

    assert only(found).cadence == Recurrence(START + rule + UNTIL)
    assert (only(found).window, found.losses, found.faults) == (WINDOW, (), ())


def test_a_count_stands_in_the_place_of_an_end() -> None:
    daily = {"count": 10, "period": 1, "periodUnit": "d"}

    found = request({"repeat": {"boundsPeriod": {"start": "2026-03-02"}, **daily}})

    assert only(found).cadence == Recurrence(f"{START}DAILY;COUNT=10")
    assert only(found).window == Period(date(2026, 3, 2))
    assert found.losses == ()


@pytest.mark.parametrize(
    "repeat",
    [
        # Every day, and on Fridays: it cannot be both.
        {"dayOfWeek": ["fri"], "frequency": 1, "period": 1, "periodUnit": "d"},
        {"frequency": 2, "period": 1, "periodUnit": "d"},
        {"frequency": 5, "period": 1, "periodUnit": "wk"},
        {"frequency": 1, "period": 1, "periodUnit": "wk"},
        {"frequency": 1, "period": 2, "periodUnit": "d"},
        {"frequency": 1, "period": 1.0, "periodUnit": "d"},
        {"frequency": True, "period": 1, "periodUnit": "d"},
        {"dayOfWeek": ["mon", "thu"], "frequency": 1, "period": 1, "periodUnit": "wk"},
        {"dayOfWeek": ["mon"], "frequency": 1, "period": 2, "periodUnit": "wk"},
        {"period": 1, "periodUnit": "d", "frequencyMax": 4},
        {"period": 1, "periodUnit": "d", "countMax": 30},
        {"period": 1, "periodUnit": "d", "timeOfDay": ["08:00:00", "20:00:00"]},
        {"period": 1, "periodUnit": "d", "when": "MORN"},
        {"period": 1, "periodUnit": "d", "count": 10},
        {"period": 1, "periodUnit": "d", "count": 0},
        {"period": 1, "periodUnit": "d", "count": "10"},
    ],
)
def test_what_names_no_days_leaves_only_the_days_between_which(repeat: Json) -> None:
    found = request({"repeat": {"boundsPeriod": BOUNDS, **repeat}})

    assert (only(found).cadence, only(found).window) == (None, WINDOW)
    assert lost(found) == [f"repeat.{key}" for key in repeat]
    assert found.faults == ()


def test_a_time_of_day_has_no_zone_and_is_lost_alone() -> None:
    repeat = {"boundsPeriod": BOUNDS, "dayOfWeek": ["mon"], "timeOfDay": ["09:00:00"]}

    found = request({"repeat": {**repeat, "duration": 45, "durationUnit": "min"}})

    assert only(found).cadence == Recurrence(f"{START}WEEKLY;BYDAY=MO{UNTIL}")
    assert lost(found) == ["repeat.timeOfDay", "repeat.duration", "repeat.durationUnit"]


@pytest.mark.parametrize("bounds", [{}, {"boundsPeriod": {"end": "2026-04-12"}}])
def test_without_a_start_there_is_no_cadence(bounds: Json) -> None:
    found = request({"repeat": {**bounds, "period": 1, "periodUnit": "d"}})

    assert only(found).cadence is None
    assert lost(found) == ["repeat.period", "repeat.periodUnit"]


def test_bounds_alone_are_a_window() -> None:
    found = request({"repeat": {"boundsPeriod": {"start": "2026-03-02T09:16:58Z"}}})

    assert only(found).window == Period(date(2026, 3, 2))
    assert lost(found) == ["repeat.boundsPeriod.start"]


def test_moments_of_their_own_make_a_rule_say_too_little() -> None:
    daily = {"boundsPeriod": BOUNDS, "period": 1, "periodUnit": "d"}

    found = request({"event": ["2026-03-02"], "repeat": daily})

    assert only(found).cadence is None
    assert lost(found) == ["event", "repeat.period", "repeat.periodUnit"]


def test_a_code_alone_is_lost() -> None:
    found = request({"code": {"text": "BID"}})

    assert (only(found).cadence, only(found).window, lost(found)) == (None, None, ["code"])
    assert request("daily").faults[0].place == "$[0].occurrenceTiming"


@pytest.mark.parametrize(
    ("repeat", "place"),
    [
        ({"period": 1, "periodUnit": "day"}, "periodUnit"),
        ({"period": 1, "periodUnit": ["d"]}, "periodUnit"),
        ({"dayOfWeek": ["monday"]}, "dayOfWeek"),
        ({"dayOfWeek": ["mon", "mon"]}, "dayOfWeek"),
        ({"dayOfWeek": ["mon", 2]}, "dayOfWeek"),
        ({"dayOfWeek": []}, "dayOfWeek"),
        ({"dayOfWeek": "mon"}, "dayOfWeek"),
    ],
)
def test_codes_that_fhir_does_not_have_are_faults(repeat: Json, place: str) -> None:
    found = request({"repeat": {"boundsPeriod": BOUNDS, **repeat}})

    assert [one.place for one in found.faults] == [f"$[0].occurrenceTiming.repeat.{place}"]
    assert (only(found).cadence, only(found).window) == (None, WINDOW)


@given(recurrences(), st.none() | periods())
def test_what_is_said_of_a_rule_is_read_back_or_known_not_to_be(
    cadence: Recurrence, window: Period | None
) -> None:
    written = timing(cadence, window)
    if written is None:
        return

    found = request(written)

    assert only(found).cadence == said(written)
    assert found.faults == ()


@pytest.mark.parametrize(
    ("rule", "repeat"),
    [
        ("FREQ=DAILY", {"frequency": 1, "period": 1, "periodUnit": "d"}),
        ("FREQ=DAILY;COUNT=9", {"count": 9, "frequency": 1, "period": 1, "periodUnit": "d"}),
        (
            "FREQ=WEEKLY;BYDAY=MO,TH",
            {"frequency": 2, "period": 1, "periodUnit": "wk", "dayOfWeek": ["mon", "thu"]},
        ),
    ],
)
def test_a_rule_that_fhir_can_say_is_told_exactly(rule: str, repeat: Json) -> None:
    cadence = Recurrence(f"DTSTART;VALUE=DATE:20260302\nRRULE:{rule}")

    written = timing(cadence, None)

    assert written == {"repeat": {"boundsPeriod": {"start": "2026-03-02"}, **repeat}}
    assert said(written) == cadence


@pytest.mark.parametrize(
    ("rule", "repeat"),
    [
        ("FREQ=WEEKLY;INTERVAL=2", {"frequency": 1, "period": 2, "periodUnit": "wk"}),
        ("FREQ=MONTHLY", {"frequency": 1, "period": 1, "periodUnit": "mo"}),
        ("FREQ=YEARLY", {"frequency": 1, "period": 1, "periodUnit": "a"}),
        (
            "FREQ=DAILY;BYDAY=SA",
            {"frequency": 1, "period": 1, "periodUnit": "d", "dayOfWeek": ["sat"]},
        ),
    ],
)
def test_a_rule_that_fhir_can_nearly_say_is_told_so(rule: str, repeat: Json) -> None:
    cadence = Recurrence(f"DTSTART;VALUE=DATE:20260302\nRRULE:{rule}")

    written = timing(cadence, Period(date(2026, 3, 2), date(2026, 4, 13)))

    assert written == {"repeat": {"boundsPeriod": BOUNDS, **repeat}}
    assert said(written) != cadence


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=MONTHLY;BYDAY=1MO",
        "RRULE:FREQ=MONTHLY;BYDAY=MO",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=15",
        "RRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:20260303",
    ],
)
def test_a_rule_that_fhir_cannot_say_is_not_told(rule: str) -> None:
    assert timing(Recurrence(f"DTSTART;VALUE=DATE:20260302\n{rule}"), None) is None
    assert timing(None, Period(date(2026, 3, 2))) is None
    assert said(None) is None


def test_a_rule_at_a_time_of_day_is_told_without_its_zone() -> None:
    start = "DTSTART;TZID=Europe/Berlin:20260302T090000\nRRULE:FREQ=DAILY"

    written = timing(Recurrence(f"{start};UNTIL=20260412T070000Z"), None)

    assert written is not None
    assert written["repeat"]["timeOfDay"] == ["09:00:00"]
    assert written["repeat"]["boundsPeriod"] == BOUNDS


@pytest.mark.parametrize("until", ["20260301", "99991231"])
def test_an_end_that_no_period_has_is_left_out(until: str) -> None:
    cadence = Recurrence(f"{START}DAILY;UNTIL={until}")

    written = timing(cadence, None)

    assert written is not None
    assert written["repeat"]["boundsPeriod"] == {"start": "2026-03-02"}
    assert said(written) != cadence
