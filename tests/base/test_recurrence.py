"""Rules of RFC 5545: which are taken, what they give, and that they always come to an end."""

import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.recurrence import Recurrence
from carecore.errors import InvalidValue, WrongType

from ..drawing import at_most

# What a type checker would not let through.
Wrong: TypeAlias = Any

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
START = "DTSTART;TZID=Europe/Berlin:20260302T090000"
DAY = "DTSTART;VALUE=DATE:20260302"
VISITS = Recurrence(f"{START}\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH")
PILLS = Recurrence(f"{DAY}\nRRULE:FREQ=DAILY;INTERVAL=2")


def texts(rule: str, start: str, end: str) -> list[str]:
    """What *rule* gives from *start* to *end*, as ISO text; days for days, else moments."""
    recurrence = Recurrence(rule)
    read: Any = date if recurrence.zone is None else datetime
    found = recurrence.between(read.fromisoformat(start), read.fromisoformat(end))
    return [when.isoformat() for when in found]


# --- what it gives ---


def test_a_rule_of_times_keeps_its_wall_clock_when_clocks_go_forward() -> None:
    found = VISITS.between(
        datetime(2026, 3, 26, tzinfo=BERLIN), datetime(2026, 4, 1, tzinfo=BERLIN)
    )
    assert [when.isoformat() for when in found] == [
        "2026-03-26T09:00:00+01:00",
        "2026-03-30T09:00:00+02:00",
    ]


def test_what_it_gives_is_in_its_own_zone() -> None:
    found = VISITS.between(datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 3, tzinfo=UTC))
    assert [when.tzinfo for when in found] == [BERLIN]


def test_a_rule_of_days_gives_days() -> None:
    assert PILLS.between(date(2026, 3, 1), date(2026, 3, 6)) == (date(2026, 3, 2), date(2026, 3, 4))


def test_a_window_holds_its_start_and_not_its_end() -> None:
    assert PILLS.between(date(2026, 3, 4), date(2026, 3, 6)) == (date(2026, 3, 4),)


@pytest.mark.parametrize(("start", "end"), [(1, 1), (1, 2), (3, 4)])
def test_a_window_without_occurrences_is_empty(start: int, end: int) -> None:
    assert PILLS.between(date(2026, 3, start), date(2026, 3, end)) == ()


def test_a_time_that_the_zone_skips_moves_past_the_gap() -> None:
    rule = "DTSTART;TZID=Europe/Berlin:20260328T023000\nRRULE:FREQ=DAILY"
    assert texts(rule, "2026-03-28T00:00+01:00", "2026-03-31T00:00+02:00") == [
        "2026-03-28T02:30:00+01:00",
        "2026-03-29T03:30:00+02:00",
        "2026-03-30T02:30:00+02:00",
    ]


def test_a_time_that_comes_twice_means_the_first() -> None:
    rule = "DTSTART;TZID=America/New_York:20261031T013000\nRRULE:FREQ=DAILY"
    assert texts(rule, "2026-11-01T00:00-04:00", "2026-11-02T00:00-05:00") == [
        "2026-11-01T01:30:00-04:00"
    ]


def test_a_window_may_end_while_the_clock_goes_back() -> None:
    rule = "DTSTART;TZID=Europe/Berlin:20261025T024500\nRRULE:FREQ=DAILY"
    end = datetime(2026, 10, 25, 2, 15, tzinfo=BERLIN, fold=1)
    found = Recurrence(rule).between(datetime(2026, 10, 25, tzinfo=BERLIN), end)
    assert [when.isoformat() for when in found] == ["2026-10-25T02:45:00+02:00"]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("FREQ=DAILY;COUNT=2", ["2026-03-02", "2026-03-03"]),
        ("FREQ=DAILY;UNTIL=20260303", ["2026-03-02", "2026-03-03"]),
        ("FREQ=DAILY;BYDAY=SA", ["2026-03-07", "2026-03-14"]),
        ("FREQ=DAILY;BYMONTHDAY=-22", ["2026-03-10"]),
        ("FREQ=WEEKLY", ["2026-03-02", "2026-03-09"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU", ["2026-03-15"]),
        ("FREQ=MONTHLY;BYDAY=2MO", ["2026-03-09"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3", ["2026-03-04"]),
        ("FREQ=YEARLY;BYWEEKNO=11;BYDAY=WE", ["2026-03-11"]),
        ("FREQ=YEARLY;BYYEARDAY=70", ["2026-03-11"]),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=FR", ["2026-03-06", "2026-03-13"]),
    ],
)
def test_a_rule_of_days_says_which(rule: str, found: list[str]) -> None:
    assert texts(f"{DAY}\nRRULE:{rule}", "2026-01-01", "2026-03-16") == found


def test_the_last_of_a_month_follows_its_length() -> None:
    found = texts(f"{DAY}\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1", "2028-02-01", "2028-04-01")
    assert found == ["2028-02-29", "2028-03-31"]


def test_a_month_without_that_day_is_left_out() -> None:
    rule = "DTSTART;VALUE=DATE:20260131\nRRULE:FREQ=MONTHLY"
    assert texts(rule, "2026-01-01", "2026-04-01") == ["2026-01-31", "2026-03-31"]


def test_a_leap_day_comes_every_four_years() -> None:
    rule = "DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY"
    assert texts(rule, "2024-01-01", "2033-01-01") == ["2024-02-29", "2028-02-29", "2032-02-29"]


def test_another_time_of_day_is_taken_from_the_rule() -> None:
    rule = f"{START}\nRRULE:FREQ=DAILY;BYHOUR=20;BYMINUTE=0;BYSECOND=30"
    assert texts(rule, "2026-03-02T00:00+01:00", "2026-03-03T00:00+01:00") == [
        "2026-03-02T20:00:30+01:00"
    ]


def test_a_rule_of_times_ends_with_its_last_moment_in_utc() -> None:
    rule = f"{START}\nRRULE:FREQ=DAILY;UNTIL=20260303T080000Z"
    found = texts(rule, "2026-03-01T00:00+01:00", "2026-03-09T00:00+01:00")
    assert found == ["2026-03-02T09:00:00+01:00", "2026-03-03T09:00:00+01:00"]


def test_a_start_that_its_rule_does_not_match_is_no_occurrence() -> None:
    assert texts(f"{DAY}\nRRULE:FREQ=WEEKLY;BYDAY=WE", "2026-03-02", "2026-03-05") == ["2026-03-04"]


def test_days_are_added_and_taken_out() -> None:
    rule = (
        f"{DAY}\nRRULE:FREQ=WEEKLY\nRDATE;VALUE=DATE:20260301,20260302\nRDATE:20260305\n"
        "EXDATE;VALUE=DATE:20260309\nEXDATE;VALUE=DATE:20260305"
    )
    assert texts(rule, "2026-02-01", "2026-03-17") == ["2026-03-01", "2026-03-02", "2026-03-16"]


def test_times_are_added_and_taken_out_in_whatever_zone() -> None:
    rule = (
        f"{START}\nRRULE:FREQ=DAILY\nEXDATE:20260303T080000Z\n"
        "EXDATE;TZID=Europe/Berlin:20260304T090000\nRDATE;TZID=America/New_York:20260304T090000"
    )
    assert texts(rule, "2026-03-03T00:00+01:00", "2026-03-06T00:00+01:00") == [
        "2026-03-04T15:00:00+01:00",
        "2026-03-05T09:00:00+01:00",
    ]


# --- its text ---


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        (
            "rrule:byday=TH,mo,MO;interval=1;WKST=MO;freq=weekly\r\n{}\r\n".format(
                'dtstart;tzid="Europe/Berlin":20260302T090000'
            ),
            f"{START}\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH",
        ),
        (
            "DTSTART;TZID=Europe/Ber\r\n lin;VALUE=DATE-TIME:20260302T09\n\t0000\nRRULE:FREQ=DAILY",
            f"{START}\nRRULE:FREQ=DAILY",
        ),
        ("DTSTART:20260302\nRRULE:FREQ=DAILY", f"{DAY}\nRRULE:FREQ=DAILY"),
        (
            "DTSTART;TZID=UTC:20260302T090000\nRRULE:FREQ=DAILY;UNTIL=20260401T000000Z",
            "DTSTART:20260302T090000Z\nRRULE:FREQ=DAILY;UNTIL=20260401T000000Z",
        ),
        (
            "DTSTART:20260302T090000Z\nEXDATE:20260304T090000Z,20260303T090000Z\nRRULE:FREQ=DAILY",
            "DTSTART:20260302T090000Z\nRRULE:FREQ=DAILY\nEXDATE:20260303T090000Z,20260304T090000Z",
        ),
        (
            f"{DAY}\nRRULE:FREQ=MONTHLY;WKST=SU;BYDAY=-1FR,+1MO;BYMONTH=+3,01",
            f"{DAY}\nRRULE:FREQ=MONTHLY;BYMONTH=1,3;BYDAY=-1FR,1MO;WKST=SU",
        ),
        (
            f"{DAY}\nRRULE:FREQ=DAILY\nRDATE:20260303",
            f"{DAY}\nRRULE:FREQ=DAILY\nRDATE;VALUE=DATE:20260303",
        ),
    ],
)
def test_a_rule_has_one_text(text: str, normalized: str) -> None:
    assert str(Recurrence(text)) == normalized


def test_rules_that_say_the_same_are_equal_and_hash_alike() -> None:
    other = Recurrence(f"RRULE:BYDAY=TH,MO;FREQ=WEEKLY\n{START}")
    assert (other, hash(other)) == (VISITS, hash(VISITS))


def test_a_normalized_text_stays_as_it_is() -> None:
    assert Recurrence(VISITS.text) == VISITS


def test_a_rule_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(VISITS)) == VISITS  # noqa: S301 # our own bytes


def test_a_rule_knows_its_start_and_zone() -> None:
    seen = (VISITS.start, VISITS.zone, PILLS.start, PILLS.zone)
    at = datetime(2026, 3, 2, 9, tzinfo=BERLIN)
    assert seen == (at, "Europe/Berlin", date(2026, 3, 2), None)


# --- what it refuses ---


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "the rule has 0 lines DTSTART, not one"),
        (DAY, "the rule has 0 lines RRULE, not one"),
        ("RRULE:FREQ=DAILY", "the rule has 0 lines DTSTART, not one"),
        (f"{DAY}\n{DAY}\nRRULE:FREQ=DAILY", "the rule has 2 lines DTSTART, not one"),
        (f"{DAY}\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", "the rule has 2 lines RRULE, not one"),
        (f"{DAY}\nRRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY", "the line 'EXRULE:FREQ=WEEKLY' is none"),
        (f"{DAY}\nFREQ=DAILY", "the line 'FREQ=DAILY' is none of DTSTART, RRULE, RDATE, EXDATE"),
        ("DTSTART:20260302T090000\nRRULE:FREQ=DAILY", "'20260302T090000' is a time without a zone"),
        (f"{START}\nRRULE:FREQ=DAILY\nEXDATE:20260303T090000", "is a time without a zone"),
        (
            "DTSTART;TZID=Mars/Base:20260302T090000\nRRULE:FREQ=DAILY",
            "there is no time zone 'Mars/Base'",
        ),
        ("DTSTART;X-A=1:20260302\nRRULE:FREQ=DAILY", "is none of"),
        ("DTSTART;RANGE=1:20260302\nRRULE:FREQ=DAILY", "the setting 'RANGE=1' is not taken"),
        ("DTSTART;VALUE=PERIOD:20260302\nRRULE:FREQ=DAILY", "'VALUE=PERIOD' is not taken"),
        ("DTSTART;VALUE=DATE:20260302T090000Z\nRRULE:FREQ=DAILY", "does not go with 'VALUE=DATE'"),
        ("DTSTART;TZID=Europe/Berlin:20260302\nRRULE:FREQ=DAILY", "does not go with 'TZID"),
        ("DTSTART;TZID=Europe/Berlin:20260302T090000Z\nRRULE:FREQ=DAILY", "does not go with"),
        ("DTSTART:20260302,20260303\nRRULE:FREQ=DAILY", "the rule has several starts"),
        ("DTSTART:2026-03-02\nRRULE:FREQ=DAILY", "'2026-03-02' is no day or time"),
        ("DTSTART:20260302,20260303T090000Z\nRRULE:FREQ=DAILY", "or not all of one kind"),
        ("DTSTART:20260230\nRRULE:FREQ=DAILY", "'20260230' is not in the calendar"),
        ("DTSTART:00000101\nRRULE:FREQ=DAILY", "is not in the calendar"),
        ("DTSTART:20260302T240000Z\nRRULE:FREQ=DAILY", "is not in the calendar"),
        ("DTSTART;TZID=Asia/Tokyo:00010101T000000\nRRULE:FREQ=DAILY", "is not in the calendar"),
        (f"{START}\nRRULE:FREQ=DAILY\nEXDATE:20260303", "EXDATE and DTSTART are a day and a time"),
        (f"{DAY}\nRRULE:FREQ=DAILY\nRDATE:20260303T090000Z", "RDATE and DTSTART are a day and"),
        (f"{DAY}\nRRULE;X=1:FREQ=DAILY", "has no FREQ"),
        (f"{DAY}\nRRULE:INTERVAL=2", "has no FREQ from DAILY, WEEKLY, MONTHLY, YEARLY"),
        (f"{DAY}\nRRULE:FREQ=DAILY;COUNT=1;COUNT=2", "or a part twice"),
        (f"{DAY}\nRRULE:FREQ=DAILY;UNTIL=20260303;UNTIL=20260304", "or a part twice"),
        (f"{START}\nRRULE:FREQ=HOURLY", "has no FREQ from DAILY"),
        (f"{START}\nRRULE:FREQ=MINUTELY", "has no FREQ from DAILY"),
        (f"{START}\nRRULE:FREQ=SECONDLY", "has no FREQ from DAILY"),
        (f"{START}\nRRULE:FREQ=DAILY;BYHOUR=8,20", "BYHOUR=8,20 is several, and one is taken"),
        (f"{START}\nRRULE:FREQ=DAILY;BYMINUTE=0,30", "BYMINUTE=0,30 is several"),
        (f"{START}\nRRULE:FREQ=DAILY;BYSECOND=60", "BYSECOND=60 holds what is not from 0 to 59"),
        (f"{DAY}\nRRULE:FREQ=DAILY;BYHOUR=8", "BYHOUR does not go with this FREQ or start"),
        (f"{DAY}\nRRULE:FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY does not go with this FREQ"),
        (f"{DAY}\nRRULE:FREQ=MONTHLY;BYWEEKNO=1;BYDAY=MO", "BYWEEKNO does not go with this FREQ"),
        (f"{DAY}\nRRULE:FREQ=DAILY;BYYEARDAY=1", "BYYEARDAY does not go with this FREQ"),
        (f"{DAY}\nRRULE:FREQ=YEARLY;BYWEEKNO=1", "BYWEEKNO is given without BYDAY"),
        (f"{DAY}\nRRULE:FREQ=DAILY;BYSETPOS=1", "BYSETPOS is given without another BY part"),
        (f"{DAY}\nRRULE:FREQ=DAILY;INTERVAL=0", "INTERVAL=0 holds what is not from 1 to 999999"),
        (f"{DAY}\nRRULE:FREQ=DAILY;INTERVAL=-1", "INTERVAL=-1 holds what is not from 1"),
        (f"{DAY}\nRRULE:FREQ=DAILY;COUNT=1.5", "COUNT=1.5 holds what is not from 1"),
        (f"{DAY}\nRRULE:FREQ=DAILY;COUNT=٣", "COUNT=٣ holds what is not from 1"),
        (f"{DAY}\nRRULE:FREQ=DAILY;BYMONTH=-1", "BYMONTH=-1 holds what is not from 1 to 12"),
        (f"{DAY}\nRRULE:FREQ=DAILY;BYMONTHDAY=0", "BYMONTHDAY=0 holds what is not from 1 to 31"),
        (f"{DAY}\nRRULE:FREQ=DAILY;BYMONTHDAY=-32", "BYMONTHDAY=-32 holds what is not from 1"),
        (f"{DAY}\nRRULE:FREQ=DAILY;BYMONTHDAY=", "BYMONTHDAY= holds what is not from 1 to 31"),
        (f"{DAY}\nRRULE:FREQ=WEEKLY;BYDAY=1MO", "BYDAY=1MO holds '1MO'"),
        (f"{DAY}\nRRULE:FREQ=MONTHLY;BYDAY=0MO", "BYDAY=0MO holds '0MO'"),
        (f"{DAY}\nRRULE:FREQ=YEARLY;BYDAY=54MO", "BYDAY=54MO holds '54MO'"),
        (f"{DAY}\nRRULE:FREQ=DAILY;BYDAY=XX", "BYDAY=XX holds 'XX'"),
        (f"{DAY}\nRRULE:FREQ=DAILY;WKST=XX", "WKST is not taken, or not with what it says"),
        (f"{DAY}\nRRULE:FREQ=DAILY;BYEASTER=1", "BYEASTER is not taken"),
        (f"{DAY}\nRRULE:FREQ=DAILY;", "is not taken"),
        (f"{DAY}\nRRULE:FREQ=DAILY;COUNT=1;UNTIL=20260303", "COUNT and UNTIL are both given"),
        (f"{DAY}\nRRULE:FREQ=DAILY;UNTIL=20260303T000000Z", "has to be a day for a day"),
        (f"{START}\nRRULE:FREQ=DAILY;UNTIL=20260303", "else a time in UTC"),
        (f"{START}\nRRULE:FREQ=DAILY;UNTIL=20260303T090000", "is a time without a zone"),
        (f"{DAY}\nRRULE:FREQ=DAILY;UNTIL=20260303,20260304", "has to be a day for a day"),
    ],
)
def test_a_rule_is_refused_with_what_is_wrong(text: str, what: str) -> None:
    with pytest.raises(InvalidValue) as error:
        Recurrence(text)
    assert what in error.value.what


@pytest.mark.parametrize("value", [None, 1, b"RRULE:FREQ=DAILY", [DAY]])
def test_a_rule_is_text(value: Wrong) -> None:
    with pytest.raises(WrongType, match=r"the rule is .*, not text"):
        Recurrence(value)


@pytest.mark.parametrize("bad", [datetime(2026, 3, 2, tzinfo=UTC), "2026-03-02", True])
def test_a_rule_of_days_is_asked_by_days(bad: Wrong) -> None:
    with pytest.raises(WrongType):
        PILLS.between(bad, date(2026, 3, 9))


@pytest.mark.parametrize("bad", [date(2026, 3, 9), datetime(2026, 3, 9), "2026-03-09"])
def test_a_rule_of_times_is_asked_by_moments(bad: Wrong) -> None:
    with pytest.raises(WrongType, match="the end is"):
        VISITS.between(datetime(2026, 3, 2, tzinfo=UTC), bad)


def test_a_window_ends_after_it_starts() -> None:
    with pytest.raises(InvalidValue, match="the window ends before it starts"):
        PILLS.between(date(2026, 3, 3), date(2026, 3, 2))


# --- it always comes to an end ---


def test_a_window_has_a_bound() -> None:
    with pytest.raises(InvalidValue) as error:
        PILLS.between(date(2226, 1, 1), date(2227, 1, 1))
    assert str(error.value) == (
        "the window ends more than 200 years after the rule starts. "
        "Maybe a shorter window, or a later DTSTART."
    )


def test_the_whole_reach_of_a_daily_rule_can_be_asked() -> None:
    found = Recurrence(f"{DAY}\nRRULE:FREQ=DAILY").between(date.min, date(2226, 3, 2))
    assert len(found) == (date(2226, 3, 2) - date(2026, 3, 2)).days


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=7;BYDAY=TU"]
)
def test_a_rule_that_never_comes_gives_nothing(rule: str) -> None:
    assert texts(f"{DAY}\nRRULE:{rule}", "2026-01-01", "2030-01-01") == []


def test_the_last_days_of_the_calendar_can_be_asked() -> None:
    rule = "DTSTART;VALUE=DATE:99991229\nRRULE:FREQ=DAILY"
    assert texts(rule, "9999-12-01", "9999-12-31") == ["9999-12-29", "9999-12-30"]


def test_the_first_days_of_the_calendar_can_be_asked() -> None:
    rule = "DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=DAILY"
    assert texts(rule, "0001-01-01", "0001-01-03") == ["0001-01-01", "0001-01-02"]


def test_a_moment_past_the_calendar_is_refused() -> None:
    late = datetime(9999, 12, 31, 20, tzinfo=UTC)
    rule = Recurrence("DTSTART;TZID=Asia/Tokyo:99991201T090000\nRRULE:FREQ=DAILY")
    with pytest.raises(InvalidValue, match="the window reaches outside the years 1 to 9999"):
        rule.between(late, late)


# --- laws ---

RULES = st.sampled_from(
    (
        VISITS,
        Recurrence("DTSTART;TZID=Europe/Berlin:20251025T023000\nRRULE:FREQ=DAILY"),
        Recurrence("DTSTART;TZID=America/New_York:20260131T013000\nRRULE:FREQ=MONTHLY;COUNT=20"),
        Recurrence(f"{START}\nRRULE:FREQ=MONTHLY;BYDAY=-1FR\nEXDATE:20260327T080000Z"),
    )
)
instants = st.datetimes(
    datetime(2025, 9, 1), datetime(2027, 5, 1), timezones=st.sampled_from((BERLIN, NEW_YORK, UTC))
)


@settings(max_examples=at_most(60))
@given(RULES, st.lists(instants, min_size=3, max_size=3))
def test_two_windows_side_by_side_give_what_one_gives(
    rule: Recurrence, bounds: list[datetime]
) -> None:
    first, middle, last = sorted(bounds, key=lambda moment: moment.astimezone(UTC))
    assert rule.between(first, middle) + rule.between(middle, last) == rule.between(first, last)


@settings(max_examples=at_most(60))
@given(RULES, instants, st.timedeltas(timedelta(), timedelta(days=400)))
def test_occurrences_come_in_order_and_inside(
    rule: Recurrence, first: datetime, length: timedelta
) -> None:
    start = first.astimezone(UTC)
    found = [when.astimezone(UTC) for when in rule.between(first, start + length)]
    assert found == sorted(set(found))
    assert all(start <= when < start + length for when in found)


@settings(max_examples=at_most(30))
@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(1, 40),
    st.sampled_from(("DAILY", "WEEKLY")),
)
def test_a_plain_rule_comes_at_equal_distances(start: date, step: int, freq: str) -> None:
    rule = Recurrence(f"DTSTART:{start:%Y%m%d}\nRRULE:FREQ={freq};INTERVAL={step};COUNT=9")
    size = step * (7 if freq == "WEEKLY" else 1)
    found = rule.between(start, start + timedelta(days=10_000))
    assert found == tuple(start + timedelta(days=size * n) for n in range(9))
