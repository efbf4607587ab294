"""Hours of the week: what a stretch may be, and whether some hold others."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import InvalidValue, ManyFaults, WrongType
from carecore.people import (
    ClientPreferences,
    Professional,
    WeeklyHours,
    compare_clocks,
    count_minutes,
    find_missing_hours,
    join_hours,
    shift_hours,
)
from carecore.testing.strategies import days, weekly_hours, zones

WEEK = 7 * 24 * 60
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HOURS = st.lists(weekly_hours(), max_size=6)
MINUTES = st.integers(-WEEK, WEEK) | st.integers(-3 * WEEK, 3 * WEEK)


def stretch(text: str) -> WeeklyHours:
    """A stretch as `str` tells it."""
    day, start, end = text[:3], text[4:9], text[10:]
    last = time() if end == "24:00" else time.fromisoformat(end)
    return WeeklyHours(weekday=NAMES.index(day) + 1, start=time.fromisoformat(start), end=last)


def said(hours: tuple[WeeklyHours, ...]) -> list[str]:
    return list(map(str, hours))


def minutes(hours: tuple[WeeklyHours, ...] | list[WeeklyHours]) -> set[int]:
    """Each minute of the week that is within them, found by counting."""
    found: set[int] = set()
    for one in hours:
        midnight = (one.weekday - 1) * 1440
        start = one.start.hour * 60 + one.start.minute
        found |= set(range(midnight + start, midnight + start + one.minutes))
    return found


@pytest.mark.parametrize("weekday", [0, 8, -1])
def test_days_of_the_week_are_one_to_seven(weekday: int) -> None:
    with pytest.raises(InvalidValue, match=r"the weekday is -?\d, and days of the week") as caught:
        WeeklyHours(weekday=weekday, start=time(9), end=time(12))
    assert caught.value.place == "$.weekday"


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (time(12), time(9), "$.end"),
        (time(12), time(12), "$.end"),
        (time(9, 0, 30), time(12), "$.start"),
        (time(9), time(12, 0, 0, 1), "$.end"),
        (time(9), time(0, 0, 30), "$.end"),
        (time(9, tzinfo=UTC), time(12), "$.start"),
        (time(9), time(12, tzinfo=ZoneInfo("Europe/Berlin")), "$.end"),
    ],
)
def test_times_that_make_no_stretch_are_refused(start: time, end: time, place: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        WeeklyHours(weekday=1, start=start, end=end)
    assert (caught.value.place, caught.value.advice[:6]) == (place, "Maybe ")


@pytest.mark.parametrize("value", ["09:00", 9, None, datetime(2026, 11, 23, 9)])
def test_a_time_of_day_is_a_time(value: object) -> None:
    untyped: Any = value
    with pytest.raises(WrongType):
        WeeklyHours(weekday=1, start=untyped, end=time(12))


def test_midnight_at_the_end_of_a_day_is_the_time_of_its_beginning() -> None:
    whole = WeeklyHours(weekday=7, start=time(), end=time())

    assert (str(whole), whole.minutes) == ("Sun 00:00-24:00", 1440)


def test_the_same_stretch_stands_once_and_every_second_one_is_named() -> None:
    hours = [stretch("Mon 09:00-12:00")] * 3
    with pytest.raises(ManyFaults) as caught:
        Professional(id="p-1", hours=hours)
    assert [fault.place for fault in caught.value.faults] == ["$.hours[1]", "$.hours[2]"]
    assert [fault.what for fault in caught.value.faults] == ["Mon 09:00-12:00 stands twice"] * 2


@pytest.mark.parametrize("hours", [stretch("Mon 09:00-12:00"), "Mon 09:00-12:00", [time(9)], {1}])
def test_hours_come_in_a_list(hours: object) -> None:
    untyped: Any = hours
    for build in (
        lambda: Professional(id="p-1", hours=untyped),
        lambda: ClientPreferences(hours=untyped),
    ):
        with pytest.raises(WrongType) as caught:
            build()
        assert caught.value.place.startswith("$.hours")


def test_hours_that_overlap_are_odd_and_kept_as_they_are() -> None:
    hours = (stretch("Mon 11:00-14:00"), stretch("Mon 09:00-12:00"))

    assert Professional(id="p-1", hours=hours).hours == hours


@pytest.mark.parametrize(
    ("given", "joined"),
    [
        ([], []),
        (["Mon 11:00-14:00", "Mon 09:00-12:00"], ["Mon 09:00-14:00"]),
        (["Mon 09:00-12:00", "Mon 12:00-13:00"], ["Mon 09:00-13:00"]),
        (["Mon 09:00-17:00", "Mon 10:00-11:00"], ["Mon 09:00-17:00"]),
        (["Mon 00:00-24:00", "Mon 08:00-24:00"], ["Mon 00:00-24:00"]),
        (["Mon 09:00-11:00", "Mon 12:00-13:00"], ["Mon 09:00-11:00", "Mon 12:00-13:00"]),
        (["Tue 00:00-08:00", "Mon 22:00-24:00"], ["Mon 22:00-24:00", "Tue 00:00-08:00"]),
    ],
)
def test_what_touches_on_one_day_is_one_stretch(given: list[str], joined: list[str]) -> None:
    assert said(join_hours(map(stretch, given))) == joined


@given(hours=HOURS)
def test_joined_hours_have_the_same_minutes_and_are_joined_already(
    hours: list[WeeklyHours],
) -> None:
    joined = join_hours(hours)

    assert minutes(joined) == minutes(hours)
    assert join_hours(joined) == joined == join_hours(hours[::-1])
    assert count_minutes(hours) == len(minutes(hours))


@pytest.mark.parametrize(
    ("wanted", "offered", "missing"),
    [
        ([], ["Mon 09:00-12:00"], []),
        (["Mon 09:00-12:00"], [], ["Mon 09:00-12:00"]),
        (["Mon 09:00-12:00"], ["Mon 09:00-12:00"], []),
        (["Mon 09:00-12:00"], ["Mon 08:00-10:00", "Mon 10:00-13:00"], []),
        (["Mon 09:00-12:00"], ["Mon 08:00-10:00", "Mon 11:00-13:00"], ["Mon 10:00-11:00"]),
        (["Mon 09:00-12:00"], ["Tue 09:00-12:00"], ["Mon 09:00-12:00"]),
        (["Mon 09:00-12:00"], ["Mon 07:00-09:00", "Mon 12:00-13:00"], ["Mon 09:00-12:00"]),
        (["Mon 22:00-24:00"], ["Mon 22:00-23:00"], ["Mon 23:00-24:00"]),
    ],
)
def test_what_is_wanted_and_not_offered_is_missing(
    wanted: list[str], offered: list[str], missing: list[str]
) -> None:
    found = find_missing_hours([stretch(one) for one in wanted], [stretch(one) for one in offered])

    assert said(found) == missing


@given(wanted=HOURS, offered=HOURS)
def test_missing_hours_are_the_minutes_that_are_not_there(
    wanted: list[WeeklyHours], offered: list[WeeklyHours]
) -> None:
    missing = find_missing_hours(wanted, offered)

    assert minutes(missing) == minutes(wanted) - minutes(offered)
    assert join_hours(missing) == missing
    assert find_missing_hours(wanted, [*offered, *missing]) == ()


@given(hours=HOURS, ahead=MINUTES)
def test_shifted_hours_are_the_same_minutes_by_another_clock(
    hours: list[WeeklyHours], ahead: int
) -> None:
    shifted = shift_hours(hours, ahead)

    assert minutes(shifted) == {(one + ahead) % WEEK for one in minutes(hours)}
    assert shift_hours(shifted, -ahead) == join_hours(hours)


@pytest.mark.parametrize("minutes", ["60", 1.5, None, True])
def test_a_clock_is_ahead_by_whole_minutes(minutes: object) -> None:
    untyped: Any = minutes
    with pytest.raises(WrongType, match="minutes is"):
        shift_hours([], untyped)


@pytest.mark.parametrize("ask", [join_hours, count_minutes, partial(find_missing_hours, ())])
def test_one_stretch_is_no_list_of_hours(ask: Callable[[Any], object]) -> None:
    with pytest.raises(WrongType):
        ask(stretch("Mon 09:00-12:00"))
    with pytest.raises(WrongType):
        ask(["Mon 09:00-12:00"])


@pytest.mark.parametrize(
    ("here", "there", "day", "ahead"),
    [
        ("America/New_York", "Europe/Berlin", date(2026, 1, 15), 360),
        # America sets its clocks forward three weeks before Europe does.
        ("America/New_York", "Europe/Berlin", date(2026, 3, 15), 300),
        ("Europe/Berlin", "America/New_York", date(2026, 1, 15), -360),
        ("UTC", "Asia/Kathmandu", date(2026, 1, 15), 345),
        (ZoneInfo("Europe/Berlin"), "Europe/Berlin", date(2026, 1, 15), 0),
    ],
)
def test_clocks_are_compared_on_a_day(
    here: ZoneInfo | str, there: ZoneInfo | str, day: date, ahead: int
) -> None:
    assert compare_clocks(here, there, as_of=day) == ahead


@given(here=zones(), there=zones(), day=days())
def test_two_clocks_differ_as_much_whichever_is_asked_first(
    here: ZoneInfo, there: ZoneInfo, day: date
) -> None:
    ahead = compare_clocks(here, there, as_of=day)

    assert abs(ahead) <= 26 * 60
    assert ahead + compare_clocks(there, here, as_of=day) in (0, -1)


@pytest.mark.parametrize("day", [datetime(2026, 1, 15), "2026-01-15", None])
def test_clocks_are_compared_on_a_plain_day(day: object) -> None:
    untyped: Any = day
    with pytest.raises(WrongType):
        compare_clocks("UTC", "UTC", as_of=untyped)


def test_a_zone_that_there_is_not_has_no_clock() -> None:
    with pytest.raises(InvalidValue, match="there is no time zone"):
        compare_clocks("UTC", "Middle/Earth", as_of=date(2026, 1, 15))
