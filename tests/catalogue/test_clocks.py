"""The clocks that ship: cited, certain, and met or missed as the rule says."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from carecore.base.calendars import BusinessCalendar
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import to_when
from carecore.base.reasons import Citation, Verdict
from carecore.catalogue import STANDARD, sources_moves
from carecore.catalogue.clocks import CLOCKS
from carecore.record import Event, EventKind, EventOutcome, EventSign, Observation, Record
from carecore.roles import PayerKind
from carecore.transitions import Clock, ClockKind, ClockReading, Transition, read_clock

NEW_YORK = ZoneInfo("America/New_York")
# Thanksgiving and Christmas; the day after Thanksgiving is no federal holiday.
CALENDAR = BusinessCalendar(
    holidays=(date(2026, 11, 26), date(2026, 12, 25)), zone="America/New_York"
)
BY_ID = {clock.id: clock for clock in CLOCKS}
SETTINGS = {setting.id for setting in STANDARD.care_settings}

WARD_HOME = Transition(id="t-1", from_setting="acute_ward", to_setting="home_health")
SNF_HOME = Transition(id="t-1", from_setting="snf", to_setting="home_informal")
WARD_SNF = Transition(id="t-1", from_setting="acute_ward", to_setting="snf")
SEEN_HOME = Transition(id="t-1", from_setting="observation", to_setting="home_independent")
LEFT = to_when(date(2026, 11, 24))

NEEDS = (
    "highly_complex_decisions",
    "complex_decisions",
    "observation_over_24_hours",
    "status_changed_to_observation",
    "thirty_days_notice_owed",
    "no_start_of_care_ordered",
)


def event(key: str, kind: EventKind, when: object, what: str | None = None) -> Event:
    """An event of the record."""
    happened: Any = when
    return Event(id=key, kind=kind, what=what, happened=happened)


def read(
    key: str, transition: Transition, *events: Event, as_of: datetime, **options: object
) -> ClockReading:
    """How that clock stands for a client of Medicare in New York."""
    told: dict[str, Any] = {"payers": ["medicare"], "jurisdiction": "US-NY", **options}
    needed = tuple(
        Observation(id=need, what=need, value=True, happened=to_when(date(2026, 11, 1)))
        for need in NEEDS
    )
    known = Record(client_id="c-17", observations=needed, events=events)
    return read_clock(BY_ID[key], transition, known, as_of=as_of, calendar=CALENDAR, **told)


def word(reading: ClockReading) -> str | None:
    """The word for how it stands."""
    return None if reading.state is None else reading.state.value


def at(month: int, day: int, hour: int = 12) -> datetime:
    """A moment in New York."""
    return datetime(2026, month, day, hour, tzinfo=NEW_YORK)


# The shelf.


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.id)
def test_a_clock_names_care_settings_that_there_are(clock: Clock) -> None:
    named = {*(clock.from_settings or ()), *(clock.to_settings or ())}

    assert named - SETTINGS == set()


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.id)
def test_a_clock_rests_on_a_source_that_was_read(clock: Clock) -> None:
    cited = [source for source in clock.sources if isinstance(source, Citation)]

    assert any(source.verified for source in cited)


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.id)
def test_a_clock_says_where_it_holds(clock: Clock) -> None:
    assert clock.jurisdictions == (Jurisdiction("US"),)


@pytest.mark.parametrize("name", sources_moves.__all__)
def test_a_source_about_moves_says_where_and_from_when_it_is(name: str) -> None:
    source: Citation = getattr(sources_moves, name)

    assert source.as_of is not None
    assert source.address.startswith("https://") or name == "AAPC_TCM"
    assert source.edition


def test_an_id_stands_once() -> None:
    assert len(BY_ID) == len(CLOCKS)


def test_a_text_of_the_law_that_was_not_read_says_so() -> None:
    unread = {name for name in sources_moves.__all__ if not getattr(sources_moves, name).verified}

    assert unread == {"CFR_405_1200", "CFR_405_1205", "CFR_405_1206", "CMS_TCM"}


def test_no_clock_takes_a_nursing_home_for_a_home() -> None:
    nursing = {"snf", "nursing_facility", "acute_ward", "irf", "ltch"}

    assert nursing & set(BY_ID["contact_after_discharge"].to_settings or ()) == set()


def test_a_stay_in_observation_counts_as_a_stay_that_is_left() -> None:
    assert "observation" in (BY_ID["contact_after_discharge"].from_settings or ())


def test_only_original_medicare_owes_the_notice_of_the_change_of_status() -> None:
    assert [clock.id for clock in CLOCKS if clock.payers == (PayerKind.MEDICARE,)] == [
        "change_of_status_notice"
    ]


def test_every_event_that_meets_a_clock_has_a_word() -> None:
    signs = [
        sign
        for clock in CLOCKS
        for sign in getattr(clock.met_by, "signs", (clock.met_by,))
        if sign is not None
    ]

    assert [sign for sign in signs if not isinstance(sign, EventSign) or not sign.what] == []


# Care after a discharge. Tuesday 24 November; Thursday is Thanksgiving.


@pytest.mark.parametrize(
    ("called", "expected"),
    [(date(2026, 11, 25), "met"), (date(2026, 11, 27), "met"), (date(2026, 11, 28), "met_late")],
)
def test_a_contact_is_due_within_two_business_days(called: date, expected: str) -> None:
    left = event("left", EventKind.DISCHARGE, LEFT)
    call = event("call", EventKind.CONTACT, called, "interactive_contact")
    reading = read("contact_after_discharge", WARD_HOME, left, call, as_of=at(11, 30))

    assert (reading.due, word(reading)) == (date(2026, 11, 27), expected)


def test_two_attempts_are_enough_for_the_contact() -> None:
    calls = (
        event(key, EventKind.CONTACT, at(11, 25, hour), "interactive_contact")
        for key, hour in (("a", 9), ("b", 15))
    )
    events = (
        event("left", EventKind.DISCHARGE, LEFT),
        *(attrs.evolve(call, outcome=EventOutcome.ATTEMPTED) for call in calls),
    )
    reading = read("contact_after_discharge", WARD_HOME, *events, as_of=at(11, 30))

    assert (word(reading), reading.entries) == ("met", ("a", "b"))


def test_a_call_before_the_discharge_is_no_contact_after_it() -> None:
    left = event("left", EventKind.DISCHARGE, at(11, 24, 15))
    call = event("call", EventKind.CONTACT, at(11, 24, 10), "interactive_contact")
    reading = read("contact_after_discharge", WARD_HOME, left, call, as_of=at(11, 30))

    assert word(reading) == "missed"


@pytest.mark.parametrize(
    ("key", "last"),
    [
        ("visit_after_discharge_high", date(2026, 12, 1)),
        ("visit_after_discharge", date(2026, 12, 8)),
    ],
)
def test_a_visit_is_due_within_seven_or_fourteen_days(key: str, last: date) -> None:
    left = event("left", EventKind.DISCHARGE, LEFT)
    states = [
        read(
            key,
            WARD_HOME,
            left,
            event("seen", EventKind.VISIT, day, "face_to_face_visit"),
            as_of=at(12, 20),
        ).state
        for day in (last, last + timedelta(days=1), date(2026, 11, 24))
    ]

    assert [state and state.value for state in states] == ["met", "met_late", "missed"]


@pytest.mark.parametrize(
    ("need", "value", "applies"),
    [
        ("highly_complex_decisions", True, Verdict.MET),
        ("highly_complex_decisions", False, Verdict.NOT_MET),
        ("something_else", True, Verdict.UNKNOWN),
    ],
)
def test_seven_days_hold_only_where_decisions_are_highly_complex(
    need: str, value: object, applies: Verdict
) -> None:
    seen: Any = value
    known = Record(
        observations=(Observation(id="o", what=need, value=seen, happened=LEFT),),
        events=(event("left", EventKind.DISCHARGE, LEFT),),
    )
    reading = read_clock(
        BY_ID["visit_after_discharge_high"],
        WARD_HOME,
        known,
        as_of=at(11, 25),
        calendar=CALENDAR,
        payers=["medicare"],
        jurisdiction="US",
    )

    assert reading.applies is applies


def test_thirty_days_are_the_day_of_discharge_and_the_next_twenty_nine() -> None:
    left = event("left", EventKind.DISCHARGE, LEFT)
    reading = read("thirty_days_after_discharge", WARD_HOME, left, as_of=at(12, 23))

    assert (BY_ID["thirty_days_after_discharge"].kind, reading.due) == (
        ClockKind.WINDOW,
        date(2026, 12, 23),
    )
    assert word(reading) == "running"


@pytest.mark.parametrize(
    ("day", "expected"), [(30, "met"), (28, "met"), (24, "met"), (9, "running")]
)
def test_medicines_are_reconciled_at_home_by_the_day_of_the_visit(day: int, expected: str) -> None:
    month = 11 if day > 9 else 12
    events = (
        event("left", EventKind.DISCHARGE, LEFT),
        event("seen", EventKind.VISIT, date(2026, 11, 30), "face_to_face_visit"),
        event(
            "list",
            EventKind.MEDICATION_REVIEW,
            date(2026, month, day),
            "medicines_reconciled_at_home",
        ),
    )
    reading = read("medicines_after_discharge", WARD_HOME, *events, as_of=at(11, 30, 20))

    assert word(reading) == expected


@pytest.mark.parametrize(
    ("transition", "payers", "applies"),
    [
        (WARD_HOME, ["medicare"], Verdict.MET),
        (SNF_HOME, ["medicare"], Verdict.MET),
        (SEEN_HOME, ["medicare_advantage"], Verdict.MET),
        (WARD_SNF, ["medicare"], Verdict.NOT_MET),
        (WARD_HOME, ["private_pay"], Verdict.NOT_MET),
        (WARD_HOME, None, Verdict.UNKNOWN),
    ],
)
def test_care_after_a_discharge_holds_on_the_way_to_a_home(
    transition: Transition, payers: list[str] | None, applies: Verdict
) -> None:
    reading = read("contact_after_discharge", transition, as_of=at(11, 25), payers=payers)

    assert reading.applies is applies


# Notices.


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (date(2026, 11, 18), "met"),
        (date(2026, 11, 20), "met"),
        (date(2026, 11, 22), "met"),
        (date(2026, 11, 23), "met_late"),
    ],
)
def test_the_important_message_is_due_two_days_after_the_admission(
    given: date, expected: str
) -> None:
    came = event("came", EventKind.ADMISSION, date(2026, 11, 20))
    told = event("told", EventKind.NOTICE, given, "important_message_from_medicare")
    reading = read("important_message", WARD_HOME, came, told, as_of=at(11, 24))

    assert word(reading) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (at(11, 21, 12), "missed"),
        (at(11, 22, 8), "met"),
        (at(11, 24, 11), "met"),
        (at(11, 24, 12), "met_late"),
    ],
)
def test_the_important_message_is_given_again_not_too_early_and_not_too_late(
    given: datetime, expected: str
) -> None:
    events = (
        event("came", EventKind.ADMISSION, date(2026, 11, 20)),
        event("left", EventKind.DISCHARGE, at(11, 24, 15)),
        event("told", EventKind.NOTICE, given, "important_message_from_medicare"),
    )
    reading = read("important_message_before_discharge", WARD_HOME, *events, as_of=at(11, 25))

    assert word(reading) == expected


def test_in_a_short_stay_the_first_important_message_is_enough() -> None:
    events = (
        event("came", EventKind.ADMISSION, at(11, 22, 10)),
        event("left", EventKind.DISCHARGE, at(11, 24, 15)),
        event("told", EventKind.NOTICE, at(11, 22, 11), "important_message_from_medicare"),
    )
    keys = ("important_message", "important_message_before_discharge")

    states = [read(key, WARD_HOME, *events, as_of=at(11, 25)).state for key in keys]
    assert [state and state.value for state in states] == ["met", "met"]


@pytest.mark.parametrize(
    ("key", "transition", "notice", "due"),
    [
        (
            "detailed_notice_of_discharge",
            WARD_HOME,
            "detailed_notice_of_discharge",
            at(11, 24, 12),
        ),
        (
            "detailed_explanation_of_non_coverage",
            SNF_HOME,
            "detailed_explanation_of_non_coverage",
            date(2026, 11, 23),
        ),
    ],
)
def test_what_is_due_once_a_review_was_asked_for(
    key: str, transition: Transition, notice: str, due: date
) -> None:
    asked = event("asked", EventKind.NOTICE, at(11, 23, 16), "quality_review_asked")
    told = event("told", EventKind.NOTICE, at(11, 23, 18), notice)
    reading = read(key, transition, asked, told, as_of=at(11, 25))

    assert (reading.due, word(reading)) == (due, "met")


@pytest.mark.parametrize(
    ("given", "expected"), [(date(2026, 11, 22), "met"), (date(2026, 11, 23), "met_late")]
)
def test_notice_is_given_two_days_before_covered_services_end(given: date, expected: str) -> None:
    planned = attrs.evolve(SNF_HOME, planned=LEFT)
    told = event("told", EventKind.NOTICE, given, "notice_of_medicare_non_coverage")
    reading = read("notice_of_non_coverage", planned, told, as_of=at(11, 24))

    assert (reading.due, word(reading)) == (date(2026, 11, 22), expected)


@pytest.mark.parametrize(
    ("given", "expected"), [(at(11, 24, 20), "met"), (at(11, 24, 21), "met_late")]
)
def test_observation_is_told_within_thirty_six_hours(given: datetime, expected: str) -> None:
    came = event("came", EventKind.ADMISSION, at(11, 23, 8))
    told = event("told", EventKind.NOTICE, given, "outpatient_observation_notice")
    reading = read("observation_notice", SEEN_HOME, came, told, as_of=at(11, 25))

    assert (reading.due, word(reading)) == (at(11, 24, 20), expected)


def test_the_change_of_status_is_told_four_hours_before_release() -> None:
    left = event("left", EventKind.DISCHARGE, at(11, 24, 15))
    told = event("told", EventKind.NOTICE, at(11, 24, 11), "change_of_status_notice")
    reading = read("change_of_status_notice", SEEN_HOME, left, told, as_of=at(11, 25))

    assert word(reading) == "met"


@pytest.mark.parametrize(
    ("given", "expected"), [(date(2026, 10, 25), "met"), (date(2026, 10, 26), "met_late")]
)
def test_a_nursing_home_gives_thirty_days_notice(given: date, expected: str) -> None:
    planned = attrs.evolve(SNF_HOME, planned=LEFT)
    told = event("told", EventKind.NOTICE, given, "transfer_notice")
    reading = read("notice_of_nursing_home_transfer", planned, told, as_of=at(11, 1))

    assert (reading.due, word(reading)) == (date(2026, 10, 25), expected)


# After the arrival.


@pytest.mark.parametrize("plan", ["baseline_care_plan", "comprehensive_care_plan"])
def test_a_nursing_home_has_a_plan_within_forty_eight_hours(plan: str) -> None:
    there = event("there", EventKind.ARRIVAL, at(11, 24, 18))
    made = event("made", EventKind.CONFERENCE, at(11, 26, 18), plan)
    reading = read("baseline_care_plan", WARD_SNF, there, made, as_of=at(11, 27))

    # Holidays and weekends make no difference.
    assert (reading.due, word(reading)) == (at(11, 26, 18), "met")


def test_a_nursing_home_has_a_comprehensive_plan_within_twenty_one_days() -> None:
    there = event("there", EventKind.ARRIVAL, at(11, 24, 18))
    reading = read("comprehensive_care_plan", WARD_SNF, there, as_of=at(12, 15))

    assert (reading.due, word(reading)) == (date(2026, 12, 15), "running")


def test_home_health_looks_in_within_forty_eight_hours_of_the_return() -> None:
    there = event("there", EventKind.ARRIVAL, at(11, 24, 18))
    seen = event("seen", EventKind.VISIT, at(11, 26, 18), "initial_assessment_visit")
    reading = read("home_health_first_visit", WARD_HOME, there, seen, as_of=at(11, 27))

    assert word(reading) == "met"


@pytest.mark.parametrize(("day", "expected"), [(30, "met"), (1, "met_late")])
def test_home_health_assesses_within_five_days_of_the_start(day: int, expected: str) -> None:
    month = 11 if day > 1 else 12
    events = (
        event("left", EventKind.DISCHARGE, LEFT),
        event("start", EventKind.VISIT, date(2026, 11, 25), "start_of_care"),
        event("done", EventKind.ASSESSMENT, date(2026, month, day), "comprehensive_assessment"),
    )
    reading = read("home_health_assessment", WARD_HOME, *events, as_of=at(12, 2))

    assert word(reading) == expected
