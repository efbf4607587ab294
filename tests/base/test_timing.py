"""Days, moments, periods, partial dates and offsets: what they are, and what they refuse."""

import pickle
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from carecore.base.calendars import BusinessCalendar
from carecore.base.timing import Offset, PartialDate, Period, require_day, require_moment
from carecore.errors import InvalidValue, WrongType

# What a type checker would not let through.
Wrong: TypeAlias = Any

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
TOKYO = ZoneInfo("Asia/Tokyo")
WEEKDAYS = BusinessCalendar()

days = st.dates()
bounds = st.none() | days


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Any period: open, empty or long."""
    start, end = draw(bounds), draw(bounds)
    if start is not None and end is not None and end < start:
        start, end = end, start
    return Period(start, end)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A day that forgets its day, or its day and month."""
    day = draw(days)
    return PartialDate.parse(day.isoformat()[: draw(st.sampled_from((4, 7, 10)))])


sizes = st.integers(0, 10**6)
NAMES = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")


def offset_of(sign: int, parts: dict[str, int]) -> Offset:
    """The offset of these parts, forwards or backwards."""
    return Offset(**{name: sign * count for name, count in parts.items()})


offsets = st.builds(
    offset_of,
    st.sampled_from((1, -1)),
    st.dictionaries(st.sampled_from(NAMES), sizes)
    | st.fixed_dictionaries({"business_days": sizes}),
)


# --- days and moments ---


def test_a_day_is_given_back() -> None:
    assert require_day(date(2026, 3, 1)) == date(2026, 3, 1)


@pytest.mark.parametrize("value", [datetime(2026, 3, 1), datetime(2026, 3, 1, tzinfo=UTC)])
def test_a_datetime_is_no_day_and_the_advice_names_the_zone(value: datetime) -> None:
    with pytest.raises(WrongType) as error:
        require_day(value)
    assert str(error.value) == (
        "as_of is a datetime, and days are counted here. Maybe `.date()` in the client's zone."
    )


@pytest.mark.parametrize("value", ["2026-03-01", 20260301, None, True, timedelta(1)])
def test_what_is_not_a_date_is_no_day_and_is_not_quoted(value: object) -> None:
    with pytest.raises(WrongType, match=r"the birth is .*, not a date") as error:
        require_day(value, name="the birth")
    assert "2026-03-01'" not in str(error.value)


def test_an_aware_datetime_is_given_back() -> None:
    moment = datetime(2026, 3, 1, 9, tzinfo=BERLIN)
    assert require_moment(moment) is moment


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (date(2026, 3, 1), "at is a date without a time, not a datetime with a time zone"),
        ("2026-03-01", "at is text, 10 characters, not a datetime with a time zone"),
        (True, "at is a value of type bool, not a datetime with a time zone"),
        (datetime(2026, 3, 1), "at is a datetime without a time zone"),
    ],
)
def test_what_is_not_an_aware_datetime_is_no_moment(value: object, what: str) -> None:
    with pytest.raises(WrongType) as error:
        require_moment(value)
    assert str(error.value) == f"{what}. Maybe add tzinfo=ZoneInfo('Europe/Berlin')."


@pytest.mark.parametrize(
    "value",
    [
        datetime.min.replace(tzinfo=TOKYO),
        datetime.max.replace(tzinfo=NEW_YORK),
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-1))),
    ],
)
def test_a_moment_that_utc_cannot_write_is_refused(value: datetime) -> None:
    with pytest.raises(InvalidValue, match="at in UTC lies outside the years 1 to 9999"):
        require_moment(value)


def test_the_first_and_the_last_moment_in_utc_are_moments() -> None:
    edges = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
    assert tuple(map(require_moment, edges)) == edges


# --- periods ---


def test_a_period_holds_its_start_and_not_its_end() -> None:
    stay = Period(date(2026, 3, 1), date(2026, 3, 15))
    held = [stay.contains(date(2026, 3, day)) for day in (1, 14, 15)]
    assert held == [True, True, False]


def test_a_period_counts_its_days_over_a_leap_day() -> None:
    assert Period(date(2028, 2, 28), date(2028, 3, 1)).days == 2


@pytest.mark.parametrize("period", [Period(None), Period(date(2026, 3, 1)), Period(None, date.max)])
def test_a_period_with_an_open_side_does_not_know_its_days(period: Period) -> None:
    assert period.days is None


def test_a_period_without_an_end_is_open() -> None:
    assert (Period(None).is_open, Period(None, date.max).is_open) == (True, False)


def test_a_period_of_zero_days_is_allowed_and_holds_nothing() -> None:
    empty = Period(date(2026, 3, 1), date(2026, 3, 1))
    seen = (empty.days, empty.last, empty.contains(date(2026, 3, 1)), empty.overlaps(Period(None)))
    assert seen == (0, None, False, False)


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(InvalidValue) as error:
        Period(date(2026, 3, 2), date(2026, 3, 1))
    assert str(error.value) == (
        "the period ends on 2026-03-01, before it starts on 2026-03-02. "
        "Maybe the two dates are swapped."
    )


@pytest.mark.parametrize("bad", [datetime(2026, 3, 1, tzinfo=UTC), "2026-03-01", 0])
def test_a_period_takes_dates_only(bad: Wrong) -> None:
    for arguments in ((bad,), (None, bad)):
        with pytest.raises(WrongType):
            Period(*arguments)
    with pytest.raises(WrongType):
        Period(None).contains(bad)
    with pytest.raises(WrongType):
        Period(None).ended_on(bad)


def test_an_inclusive_period_holds_its_last_day() -> None:
    assert Period.from_inclusive(date(2026, 3, 1), date(2026, 3, 1)) == Period(
        date(2026, 3, 1), date(2026, 3, 2)
    )


def test_an_inclusive_period_may_be_open() -> None:
    assert Period.from_inclusive(date(2026, 3, 1)) == Period(date(2026, 3, 1))


def test_an_inclusive_period_gives_its_last_day_back() -> None:
    assert Period.from_inclusive(None, date(2026, 3, 1)).last == date(2026, 3, 1)


@pytest.mark.parametrize("period", [Period(date(2026, 3, 1)), Period(None, date.min)])
def test_a_period_without_an_end_or_a_day_has_no_last_day(period: Period) -> None:
    assert period.last is None


@pytest.mark.parametrize(
    ("first", "last"), [(None, date.max), (date(2026, 3, 2), date(2026, 3, 1))]
)
def test_an_inclusive_period_has_to_end_in_time(first: date | None, last: date) -> None:
    with pytest.raises(InvalidValue):
        Period.from_inclusive(first, last)


def test_an_ended_period_leaves_the_first_one_as_it_was() -> None:
    stay = Period(date(2026, 3, 1))
    ended = stay.ended_on(date(2026, 3, 5))
    assert (stay.end, ended) == (None, Period(date(2026, 3, 1), date(2026, 3, 5)))


def test_a_period_cannot_end_before_its_start() -> None:
    with pytest.raises(InvalidValue):
        Period(date(2026, 3, 1)).ended_on(date(2026, 2, 28))


def test_periods_that_only_touch_do_not_overlap() -> None:
    march, april = (Period(date(2026, m, 1), date(2026, m + 1, 1)) for m in (3, 4))
    assert march.overlaps(april) is False


@given(periods(), periods())
def test_an_intersection_is_the_same_from_both_sides(left: Period, right: Period) -> None:
    assert left.intersection(right) == right.intersection(left)


@given(periods(), periods(), days)
def test_an_intersection_holds_just_what_both_hold(left: Period, right: Period, day: date) -> None:
    shared = left.intersection(right)
    both = left.contains(day) and right.contains(day)
    assert (shared is not None and shared.contains(day)) is both


@given(periods(), periods())
def test_periods_overlap_when_they_share_a_day(left: Period, right: Period) -> None:
    shared = left.intersection(right)
    assert left.overlaps(right) is (shared is not None and shared.days != 0)


@given(bounds, days)
def test_the_last_day_is_inside(first: date | None, last: date) -> None:
    assume(last < date.max and (first is None or first <= last))
    period = Period.from_inclusive(first, last)
    assert (period.last, period.contains(last)) == (last, True)


# --- partial dates ---


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2028", date(2028, 1, 1), date(2028, 12, 31), "year"),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29), "month"),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "month"),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month"),
        ("0001-01-01", date(1, 1, 1), date(1, 1, 1), "day"),
    ],
)
def test_a_partial_date_knows_its_bounds(
    text: str, earliest: date, latest: date, precision: str
) -> None:
    partial = PartialDate.parse(text)
    seen = (partial.earliest, partial.latest, partial.precision, str(partial))
    assert seen == (earliest, latest, precision, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "26",
        "2026-3",
        "2026-03-1",
        "2026-03-01T00:00",
        " 2026",
        "2026\n",
        "20260301",
        "٢٠٢٦",
        "2026-W10",
        "2026-13",
        "2026-02-29",
        "0000",
        "2026-00",
        "2026-01-00",
        "-2026",
        "2026-",
    ],
)
def test_a_partial_date_is_read_strictly_and_not_quoted(text: str) -> None:
    with pytest.raises(InvalidValue) as error:
        PartialDate.parse(text)
    assert not text or text not in str(error.value).split("Maybe", maxsplit=1)[0]


@pytest.mark.parametrize("value", [2026, None, b"2026", date(2026, 3, 1)])
def test_a_partial_date_is_read_from_text_only(value: Wrong) -> None:
    with pytest.raises(WrongType, match="is not text"):
        PartialDate.parse(value)


@pytest.mark.parametrize("parts", [(True,), (2026, True), (2026, 3, False), ("2026",), (2026.0,)])
def test_a_partial_date_takes_whole_numbers_only(parts: Wrong) -> None:
    with pytest.raises(WrongType, match="not an int"):
        PartialDate(*parts)


@pytest.mark.parametrize("parts", [(0,), (10_000,), (10**30,), (2026, 13), (2026, 2, 29)])
def test_a_partial_date_has_to_be_in_the_calendar(parts: Wrong) -> None:
    with pytest.raises(InvalidValue, match="is not in the calendar"):
        PartialDate(*parts)


def test_a_day_without_its_month_is_refused() -> None:
    with pytest.raises(InvalidValue, match="a day is given without its month"):
        PartialDate(2026, day=3)


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [
        ("2025", "2026", True),
        ("2026", "2025", False),
        ("2026", "2026", None),
        ("2026-03", "2026", None),
        ("2026-03-01", "2026-03-01", False),
        ("2026-03", "2026-03-01", False),
        ("2026-03-01", "2026-03", None),
    ],
)
def test_whether_a_partial_date_comes_before_may_be_unknown(
    left: str, right: str, *, answer: bool | None
) -> None:
    assert PartialDate.parse(left).is_before(PartialDate.parse(right)) is answer


def test_a_partial_date_is_compared_with_a_day() -> None:
    assert PartialDate(2025).is_before(date(2026, 1, 1)) is True


def test_partial_dates_have_no_order() -> None:
    several: Wrong = (PartialDate(2025), PartialDate(2026))
    with pytest.raises(TypeError):
        sorted(several)


def test_a_partial_date_can_mean_any_day_within_it() -> None:
    march = PartialDate(2026, 3)
    seen = [march.contains(day) for day in (date(2026, 2, 28), date(2026, 3, 31))]
    assert seen == [False, True]


@pytest.mark.parametrize(
    ("born", "day", "ages"),
    [
        ("1950", date(2026, 6, 1), (75, 76)),
        ("1950-06", date(2026, 6, 1), (75, 76)),
        ("1950-06-01", date(2026, 6, 1), (76, 76)),
        ("2026", date(2026, 6, 1), (0, 0)),
        ("2024-02-29", date(2026, 2, 28), (1, 1)),
        ("2024-02-29", date(2026, 3, 1), (2, 2)),
        ("2024-02-29", date(2028, 2, 29), (4, 4)),
    ],
)
def test_an_age_is_a_span_of_completed_years(born: str, day: date, ages: tuple[int, int]) -> None:
    assert PartialDate.parse(born).age_on(day) == ages


def test_nobody_has_an_age_before_birth() -> None:
    with pytest.raises(InvalidValue) as error:
        PartialDate(1950).age_on(date(1949, 12, 31))
    assert "19" not in str(error.value)


@pytest.mark.parametrize("method", ["contains", "is_before", "age_on"])
def test_a_partial_date_is_not_compared_with_a_datetime(method: str) -> None:
    with pytest.raises(WrongType):
        getattr(PartialDate(2026), method)(datetime(2026, 3, 1, tzinfo=UTC))


@given(partial_dates())
def test_a_partial_date_starts_before_it_ends(partial: PartialDate) -> None:
    assert partial.earliest <= partial.latest


@given(partial_dates())
def test_a_partial_date_is_read_as_it_is_written(partial: PartialDate) -> None:
    assert PartialDate.parse(str(partial)) == partial


@given(partial_dates(), days)
def test_the_fewest_years_are_no_more_than_the_most(partial: PartialDate, day: date) -> None:
    assume(day >= partial.earliest)
    fewest, most = partial.age_on(day)
    assert 0 <= fewest <= most <= fewest + 1


# --- offsets: text ---


@given(offsets)
def test_an_offset_is_read_as_it_is_written(offset: Offset) -> None:
    assert Offset.parse(str(offset)) == offset


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        (
            "P1Y2M3W4DT5H6M7S",
            Offset(years=1, months=2, weeks=3, days=4, hours=5, minutes=6, seconds=7),
        ),
        ("-P2D", Offset(days=-2)),
        ("PT36H", Offset(hours=36)),
        ("2BD", Offset(business_days=2)),
        ("-2BD", Offset(business_days=-2)),
        ("0BD", Offset(business_days=0)),
        ("P0D", Offset()),
    ],
)
def test_an_offset_has_one_text(text: str, offset: Offset) -> None:
    assert (Offset.parse(text), str(offset)) == (offset, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "PT",
        "P1DT",
        "P1.5D",
        "P1,5D",
        "p1d",
        "+P1D",
        "P-1D",
        "P1H",
        "PT1D",
        "P1D1W",
        "1D",
        " P1D",
        "P1D\n",
        "P١D",
        "P1234567890123D",
        "P2BD",
        "BD",
        "P1D2BD",
        "--P1D",
    ],
)
def test_an_offset_is_read_strictly(text: str) -> None:
    with pytest.raises(InvalidValue) as error:
        Offset.parse(text)
    assert str(error.value) == (
        f"{text!r} is not an offset. Maybe whole numbers as in P1M, P2DT12H or 2BD."
    )


@pytest.mark.parametrize("value", [7, None, timedelta(days=7)])
def test_an_offset_is_read_from_text_only(value: Wrong) -> None:
    with pytest.raises(WrongType):
        Offset.parse(value)


def test_parts_are_kept_as_given() -> None:
    assert Offset(days=7) != Offset(weeks=1)


def test_no_business_days_is_not_the_same_as_none_of_them() -> None:
    assert Offset(business_days=0) != Offset()


@pytest.mark.parametrize("name", ["days", "business_days", "hours"])
@pytest.mark.parametrize("value", [1.0, True, False, "1", float("nan")])
def test_an_offset_takes_whole_numbers_only(name: str, value: Wrong) -> None:
    with pytest.raises(WrongType, match=f"{name} is .*, not an int"):
        Offset(**{name: value})


def test_an_offset_does_not_go_both_ways() -> None:
    with pytest.raises(InvalidValue, match="differ in sign"):
        Offset(months=1, days=-1)


@pytest.mark.parametrize("count", [0, 2, -2])
def test_business_days_stand_alone(count: int) -> None:
    with pytest.raises(InvalidValue, match="business days stand beside other parts"):
        Offset(business_days=count, hours=1)


@pytest.mark.parametrize("size", [10**12, -(10**12), 10**100])
def test_an_offset_longer_than_the_calendar_is_refused(size: int) -> None:
    with pytest.raises(InvalidValue, match="longer than the calendar"):
        Offset(seconds=size)


# The repr is the call that builds the value, so evaluating it is the test.
@given(offsets)
def test_the_repr_of_an_offset_builds_it_again(offset: Offset) -> None:
    assert eval(repr(offset), {"Offset": Offset}) == offset  # noqa: S307


# --- offsets: from a day ---


@pytest.mark.parametrize(
    ("text", "anchor", "day"),
    [
        ("P1M", date(2026, 1, 31), date(2026, 2, 28)),
        ("P1M", date(2028, 1, 31), date(2028, 2, 29)),
        ("-P1M", date(2026, 3, 31), date(2026, 2, 28)),
        ("P1Y", date(2028, 2, 29), date(2029, 2, 28)),
        ("P4Y", date(2028, 2, 29), date(2032, 2, 29)),
        ("P1M1D", date(2026, 1, 31), date(2026, 3, 1)),
        ("P6W", date(2026, 3, 2), date(2026, 4, 13)),
        ("-P1W1D", date(2026, 3, 9), date(2026, 3, 1)),
        ("P0D", date.max, date.max),
        ("PT0S", date.min, date.min),
    ],
)
def test_months_and_days_are_counted_on_the_calendar(text: str, anchor: date, day: date) -> None:
    assert Offset.parse(text).after(anchor) == day


@pytest.mark.parametrize("text", ["P1D", "P1M", "P1Y", "P999999999999D", "P999999999999Y"])
def test_a_day_after_the_last_one_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue) as error:
        Offset.parse(text).after(date.max)
    assert str(error.value) == (
        f"{text} from the anchor lies outside the years 1 to 9999. Maybe leave it open."
    )


@pytest.mark.parametrize("text", ["-P1D", "-P1M", "-P1Y", "-P999999999999W"])
def test_a_day_before_the_first_one_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        Offset.parse(text).after(date.min)


@pytest.mark.parametrize("text", ["PT1H", "-PT1S", "P1DT1M"])
def test_hours_are_not_counted_from_a_day(text: str) -> None:
    with pytest.raises(WrongType, match=f"{text} counts hours, and the anchor is a day"):
        Offset.parse(text).after(date(2026, 3, 1))


def test_business_days_are_counted_on_a_calendar() -> None:
    friday = date(2026, 3, 6)
    assert Offset(business_days=2).after(friday, calendar=WEEKDAYS) == date(2026, 3, 10)


def test_business_days_need_a_calendar() -> None:
    with pytest.raises(WrongType) as error:
        Offset(business_days=2).after(date(2026, 3, 6))
    assert str(error.value) == (
        "2BD counts business days, and no calendar is given. "
        "Maybe pass calendar=BusinessCalendar()."
    )


def test_business_days_past_the_calendar_are_refused() -> None:
    with pytest.raises(InvalidValue):
        Offset(business_days=1).after(date.max, calendar=WEEKDAYS)


@pytest.mark.parametrize("anchor", [datetime(2026, 3, 1), "2026-03-01", 5, None, True])
def test_an_anchor_is_a_day_or_a_moment_with_a_zone(anchor: Wrong) -> None:
    with pytest.raises(WrongType):
        Offset(days=1).after(anchor)


# --- offsets: from a moment ---


def at(zone: ZoneInfo, *parts: int, fold: int = 0) -> datetime:
    """A moment by the wall clock of *zone*."""
    year, month, day, hour, minute = parts
    return datetime(year, month, day, hour, minute, tzinfo=zone, fold=fold)


@pytest.mark.parametrize(
    ("text", "anchor", "wall"),
    [
        # Clocks go forward in the night to 29 March 2026 in Berlin, to 8 March in New York.
        ("P1D", at(BERLIN, 2026, 3, 28, 9, 0), "2026-03-29T09:00:00+02:00"),
        ("PT24H", at(BERLIN, 2026, 3, 28, 9, 0), "2026-03-29T10:00:00+02:00"),
        ("P1D", at(BERLIN, 2026, 3, 28, 2, 30), "2026-03-29T03:30:00+02:00"),
        ("P1D", at(NEW_YORK, 2026, 3, 7, 2, 30), "2026-03-08T03:30:00-04:00"),
        ("-P1D", at(BERLIN, 2026, 3, 30, 2, 30), "2026-03-29T03:30:00+02:00"),
        ("P1DT1H", at(BERLIN, 2026, 3, 28, 1, 30), "2026-03-29T03:30:00+02:00"),
        # They go back in the night to 25 October in Berlin, to 1 November in New York.
        ("P1D", at(BERLIN, 2026, 10, 24, 2, 30), "2026-10-25T02:30:00+02:00"),
        ("P1D", at(NEW_YORK, 2026, 10, 31, 1, 30), "2026-11-01T01:30:00-04:00"),
        ("PT1H", at(BERLIN, 2026, 10, 25, 2, 30), "2026-10-25T02:30:00+01:00"),
        ("PT24H", at(NEW_YORK, 2026, 10, 31, 9, 0), "2026-11-01T08:00:00-05:00"),
        ("P0D", at(BERLIN, 2026, 10, 25, 2, 30, fold=1), "2026-10-25T02:30:00+01:00"),
        ("PT0S", at(NEW_YORK, 2026, 11, 1, 1, 30, fold=1), "2026-11-01T01:30:00-05:00"),
        ("P7D", at(BERLIN, 2026, 10, 25, 2, 30, fold=1), "2026-11-01T02:30:00+01:00"),
        ("P154D", at(BERLIN, 2026, 10, 25, 2, 30, fold=1), "2027-03-28T03:30:00+02:00"),
        ("P1M", at(BERLIN, 2026, 1, 31, 23, 59), "2026-02-28T23:59:00+01:00"),
    ],
)
def test_days_follow_the_wall_clock_and_hours_the_elapsed_time(
    text: str, anchor: datetime, wall: str
) -> None:
    assert Offset.parse(text).after(anchor).isoformat() == wall


def test_a_moment_keeps_its_zone() -> None:
    assert Offset(hours=1).after(at(BERLIN, 2026, 3, 1, 9, 0)).tzinfo is BERLIN


def test_business_days_are_those_of_the_calendars_zone() -> None:
    # Friday morning in Tokyo is still Thursday in New York.
    anchor = at(TOKYO, 2026, 3, 6, 9, 0)
    calendar = BusinessCalendar(zone="America/New_York")
    after = Offset(business_days=1).after(anchor, calendar=calendar)
    assert after.isoformat() == "2026-03-07T09:00:00+09:00"


def test_business_days_without_a_zone_are_those_of_the_moment() -> None:
    after = Offset(business_days=1).after(at(TOKYO, 2026, 3, 6, 9, 0), calendar=WEEKDAYS)
    assert after.isoformat() == "2026-03-09T09:00:00+09:00"


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("PT1H", datetime(9999, 12, 31, 23, 30, tzinfo=UTC)),
        ("-PT1H", datetime(1, 1, 1, 0, 30, tzinfo=UTC)),
        ("P1D", datetime(9999, 12, 31, tzinfo=UTC)),
        ("P1D", datetime(9999, 12, 30, 22, tzinfo=NEW_YORK)),
        ("PT999999999999H", datetime(2026, 3, 1, tzinfo=UTC)),
        ("P0D", datetime.max.replace(tzinfo=NEW_YORK)),
    ],
)
def test_a_moment_outside_the_calendar_is_refused(text: str, anchor: datetime) -> None:
    with pytest.raises(InvalidValue):
        Offset.parse(text).after(anchor)


def test_a_calendar_zone_that_leaves_the_calendar_is_refused() -> None:
    calendar = BusinessCalendar(zone="Asia/Tokyo")
    with pytest.raises(InvalidValue):
        Offset(business_days=0).after(datetime(9999, 12, 31, 20, tzinfo=UTC), calendar=calendar)


moments = st.datetimes(
    datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.sampled_from((BERLIN, NEW_YORK, TOKYO))
)


@given(moments, st.integers(-(10**6), 10**6))
def test_hours_are_exact_whatever_the_clocks_do(moment: datetime, hours: int) -> None:
    after = Offset(hours=hours).after(moment)
    assert after.astimezone(UTC) - moment.astimezone(UTC) == timedelta(hours=hours)


@given(moments, st.integers(1, 10**4))
def test_more_days_never_come_earlier(moment: datetime, count: int) -> None:
    earlier, later = (Offset(days=n).after(moment) for n in (count - 1, count))
    assert earlier.astimezone(UTC) < later.astimezone(UTC)


# --- values ---


@pytest.mark.parametrize(
    "value",
    [Period(date(2026, 3, 1)), PartialDate(2026, 3), Offset(months=1), Offset(business_days=0)],
)
def test_a_value_of_time_survives_pickling_and_hashes_alike(value: object) -> None:
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 # our own bytes
    assert (again, hash(again)) == (value, hash(value))


def test_dateutil_is_not_loaded_by_an_import() -> None:
    rooms = "carecore.base.timing, carecore.base.recurrence, carecore.base.calendars"
    code = f"import sys, {rooms}; print('dateutil' in sys.modules)"
    path = repr(sys.path)
    command = [sys.executable, "-c", f"import sys; sys.path[:] = {path}; {code}"]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"
