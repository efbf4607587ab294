"""Business days, windows and deadlines, with clocks that stand still and clocks that change."""

import pickle
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.calendars import BusinessCalendar, Deadline, DeadlineState, Pause, Window
from carecore.base.timing import Offset, Period
from carecore.errors import InvalidValue, WrongType

# What a type checker would not let through.
Wrong: TypeAlias = Any

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
EASTER = {date(2026, 4, 3): "Good Friday", date(2026, 4, 6): "Easter Monday"}
PLAIN, GERMAN = BusinessCalendar(), BusinessCalendar(holidays=EASTER, zone="Europe/Berlin")
NOW, MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC), date(2026, 3, 2)

calendars = st.builds(
    BusinessCalendar,
    holidays=st.lists(st.dates(date(2025, 1, 1), date(2027, 1, 1)), max_size=30),
    weekend=st.frozensets(st.integers(1, 7), max_size=6),
)
near_days = st.dates(date(2024, 6, 1), date(2027, 6, 1))


def march(day: int) -> date:
    """A day of March 2026, which starts on a Sunday."""
    return date(2026, 3, day)


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2026 in UTC."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def pause(start: date, end: date | None) -> Pause:
    """A pause for a reason that does not matter here."""
    return Pause(start=start, end=end, because="waiting for papers")


def deadline(
    started: date, allowance: str, *pauses: Pause, calendar: BusinessCalendar | None = None
) -> Deadline:
    """A deadline of that allowance."""
    offset = Offset.parse(allowance)
    return Deadline(id="d-1", started=started, allowance=offset, calendar=calendar, pauses=pauses)


# --- business days ---


def test_a_calendar_takes_the_keys_of_a_mapping() -> None:
    assert GERMAN.holidays == (date(2026, 4, 3), date(2026, 4, 6))


def test_the_order_and_number_of_holidays_does_not_matter() -> None:
    holidays = [*reversed(EASTER), *EASTER]
    other = BusinessCalendar(holidays=iter(holidays), zone="Europe/Berlin")
    assert (other, hash(other)) == (GERMAN, hash(GERMAN))


def test_a_calendar_survives_pickling() -> None:
    again = pickle.loads(pickle.dumps(GERMAN))  # noqa: S301 # our own bytes
    assert (again, again.add(date(2026, 4, 2), 1)) == (GERMAN, date(2026, 4, 7))


def test_a_calendar_shows_what_builds_it_again() -> None:
    names = {"BusinessCalendar": BusinessCalendar, "datetime": __import__("datetime")}
    assert eval(repr(GERMAN), names) == GERMAN  # noqa: S307 # the repr is the call that builds it


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 4, 2), True),
        (date(2026, 4, 3), False),
        (date(2026, 4, 4), False),
        (date(2026, 4, 7), True),
        (date.min, True),
        (date.max, True),
    ],
)
def test_weekends_and_holidays_are_no_business_days(day: date, *, worked: bool) -> None:
    assert GERMAN.is_business_day(day) is worked


def test_another_weekend_can_be_given() -> None:
    calendar = BusinessCalendar(weekend=frozenset({5, 6}))
    assert [calendar.is_business_day(march(day)) for day in (6, 7, 8)] == [False, False, True]


def test_a_calendar_without_a_weekend_works_every_day() -> None:
    assert BusinessCalendar(weekend=frozenset()).add(march(6), 2) == march(8)


@pytest.mark.parametrize(
    ("day", "count", "result"),
    [
        (date(2026, 4, 2), 1, date(2026, 4, 7)),
        (date(2026, 4, 4), 1, date(2026, 4, 7)),
        (date(2026, 4, 4), 0, date(2026, 4, 7)),
        (date(2026, 4, 2), 0, date(2026, 4, 2)),
        (date(2026, 4, 7), -1, date(2026, 4, 2)),
        (date(2026, 4, 5), -1, date(2026, 4, 2)),
        (date(2026, 4, 7), -2, date(2026, 4, 1)),
        (date.min, 0, date.min),
        (date.max, 0, date.max),
    ],
)
def test_business_days_are_added_and_the_day_itself_is_not_counted(
    day: date, count: int, result: date
) -> None:
    assert GERMAN.add(day, count) == result


def test_the_next_business_day_is_never_the_day_itself() -> None:
    assert PLAIN.next_business_day(march(5)) == march(6)


def test_business_days_are_counted_without_the_end() -> None:
    assert GERMAN.count(date(2026, 4, 2), date(2026, 4, 7)) == 1


def test_no_days_hold_no_business_day() -> None:
    assert PLAIN.count(march(3), march(3)) == 0


@pytest.mark.parametrize(
    ("day", "count"), [(date.max, 1), (date.min, -1), (march(2), 10**7), (march(2), -(10**30))]
)
def test_business_days_outside_the_calendar_are_refused(day: date, count: int) -> None:
    with pytest.raises(InvalidValue, match="leave the calendar"):
        PLAIN.add(day, count)


def test_after_the_last_business_day_of_all_there_is_none() -> None:
    fridays_off = BusinessCalendar(weekend={5, 6, 7})
    with pytest.raises(InvalidValue):
        fridays_off.add(date.max, 0)


def test_a_count_ends_after_it_starts() -> None:
    with pytest.raises(InvalidValue, match="2026-03-01 comes before 2026-03-02"):
        PLAIN.count(march(2), march(1))


@pytest.mark.parametrize("bad", [datetime(2026, 3, 2, tzinfo=UTC), "2026-03-02", 5, True, None])
def test_a_calendar_is_asked_by_days(bad: Wrong) -> None:
    for ask in (
        lambda: PLAIN.is_business_day(bad),
        lambda: PLAIN.add(bad, 1),
        lambda: PLAIN.count(bad, march(2)),
        lambda: PLAIN.count(march(2), bad),
        lambda: BusinessCalendar(holidays=[bad]),
    ):
        with pytest.raises(WrongType):
            ask()


@pytest.mark.parametrize("bad", [1.0, True, "1", None])
def test_business_days_are_whole(bad: Wrong) -> None:
    with pytest.raises(WrongType, match=r"n is .*, not an int"):
        PLAIN.add(march(2), bad)


@pytest.mark.parametrize("bad", ["2026-03-02", 5, None, march(2)])
def test_holidays_are_several_dates(bad: Wrong) -> None:
    with pytest.raises(WrongType, match="holidays is"):
        BusinessCalendar(holidays=bad)


@pytest.mark.parametrize("bad", ["67", 6, None, {True}, {6.0}, {"6"}])
def test_a_weekend_is_several_weekdays(bad: Wrong) -> None:
    with pytest.raises(WrongType):
        BusinessCalendar(weekend=bad)


@pytest.mark.parametrize("bad", [{0}, {8}, set(range(1, 8))])
def test_a_weekend_leaves_a_weekday(bad: Wrong) -> None:
    with pytest.raises(InvalidValue):
        BusinessCalendar(weekend=bad)


@pytest.mark.parametrize(("bad", "error"), [("Mars/Base", InvalidValue), (1, WrongType)])
def test_the_zone_of_a_calendar_is_known(bad: Wrong, error: type[Exception]) -> None:
    with pytest.raises(error):
        BusinessCalendar(zone=bad)


def test_many_business_days_are_added_over_centuries_of_holidays() -> None:
    years = range(1900, 2400)
    calendar = BusinessCalendar(holidays=(date(year, m, 1) for year in years for m in (1, 5)))
    result = calendar.add(date(1900, 1, 1), 125_000)
    assert calendar.count(date(1900, 1, 2), result + timedelta(days=1)) == 125_000


def walked(calendar: BusinessCalendar, day: date, count: int) -> date:
    """The plain way: one day at a time."""
    step = timedelta(days=1 if count > 0 else -1)
    while count:
        day += step
        worked = day.isoweekday() not in calendar.weekend and day not in calendar.holidays
        count -= (1 if count > 0 else -1) * worked
    return day


@given(calendars, near_days, st.integers(-60, 60).filter(bool))
def test_adding_gives_what_walking_gives(calendar: BusinessCalendar, day: date, n: int) -> None:
    assert calendar.add(day, n) == walked(calendar, day, n)


@given(calendars, near_days, st.integers(1, 500))
def test_as_many_business_days_as_are_added_are_counted(
    calendar: BusinessCalendar, day: date, n: int
) -> None:
    one = timedelta(days=1)
    assert calendar.count(day + one, calendar.add(day, n) + one) == n


@given(calendars, near_days, st.integers(-500, 500))
def test_what_is_reached_is_a_business_day(calendar: BusinessCalendar, day: date, n: int) -> None:
    assert calendar.is_business_day(calendar.add(day, n))


# --- windows ---


def test_the_last_day_of_a_window_is_inside() -> None:
    window = Window(Offset(weeks=6), Offset(weeks=8))
    assert window.around(march(2)) == Period(date(2026, 4, 13), date(2026, 4, 28))


def test_a_window_may_lie_on_both_sides_of_its_anchor() -> None:
    window = Window(Offset(days=-1), Offset(days=1))
    assert window.around(march(2)) == Period.from_inclusive(march(1), march(3))


@pytest.mark.parametrize(
    ("window", "period"),
    [
        (Window(), Period(None)),
        (Window(Offset()), Period(march(2))),
        (Window(None, Offset()), Period(None, march(3))),
        (Window(Offset(), Offset()), Period(march(2), march(3))),
    ],
)
def test_a_window_may_be_open(window: Window, period: Period) -> None:
    assert window.around(march(2)) == period


def test_a_window_of_business_days_takes_the_calendar() -> None:
    window = Window(Offset(business_days=1), Offset(business_days=2))
    assert window.around(date(2026, 4, 2), calendar=GERMAN) == Period.from_inclusive(
        date(2026, 4, 7), date(2026, 4, 8)
    )


def test_a_window_around_a_moment_has_two_moments() -> None:
    anchor = datetime(2026, 3, 28, 9, tzinfo=BERLIN)
    first, last = Window(Offset(hours=24), Offset(days=1, hours=1)).around_moment(anchor)
    assert (str(first), str(last)) == ("2026-03-29 10:00:00+02:00",) * 2


def test_a_window_around_a_moment_may_be_open() -> None:
    assert Window(None, Offset(hours=1)).around_moment(NOW) == (None, moment(2, 10))


def test_a_window_around_a_moment_takes_the_calendar() -> None:
    found = Window(Offset(business_days=1)).around_moment(moment(6, 9), calendar=PLAIN)
    assert found == (moment(9, 9), None)


@pytest.mark.parametrize(
    ("earliest", "latest"),
    [
        ("P2D", "P1D"),
        ("P1W", "P6D"),
        ("P1Y", "P11M"),
        ("P1D", "-P1M"),
        ("PT61M", "PT1H"),
        ("2BD", "1BD"),
        ("P0D", "-1BD"),
        ("P1M2D", "P1M1D"),
    ],
)
def test_a_window_that_surely_ends_before_it_starts_is_refused(earliest: str, latest: str) -> None:
    with pytest.raises(InvalidValue, match=f"ends at {latest}, before it starts at {earliest}"):
        Window(Offset.parse(earliest), Offset.parse(latest))


@pytest.mark.parametrize(
    ("earliest", "latest"), [("P30D", "P1M"), ("P7D", "P1W"), ("2BD", "P2D"), ("P1DT1H", "PT25H")]
)
def test_a_window_whose_order_hangs_on_the_anchor_is_allowed(earliest: str, latest: str) -> None:
    assert Window(Offset.parse(earliest), Offset.parse(latest)).latest == Offset.parse(latest)


def test_a_window_that_turns_out_to_end_before_it_starts_is_refused() -> None:
    window = Window(Offset(days=30), Offset(months=1))
    with pytest.raises(InvalidValue, match="the period ends on 2026-03-01, before"):
        window.around(date(2026, 2, 1))
    with pytest.raises(InvalidValue, match="the window ends at 2026-03-01 00:00"):
        window.around_moment(datetime(2026, 2, 1, tzinfo=UTC))


@pytest.mark.parametrize("bad", ["P1D", 1, timedelta(1)])
def test_a_window_takes_offsets_only(bad: Wrong) -> None:
    with pytest.raises(WrongType, match=r"the end of a window is .*, not of type Offset"):
        Window(bad)
    with pytest.raises(WrongType):
        Window(None, bad)


@pytest.mark.parametrize("bad", [NOW, "2026-03-02"])
def test_days_around_need_a_day(bad: Wrong) -> None:
    with pytest.raises(WrongType):
        Window().around(bad)


@pytest.mark.parametrize("bad", [march(2), datetime(2026, 3, 2)])
def test_moments_around_need_a_moment(bad: Wrong) -> None:
    with pytest.raises(WrongType):
        Window().around_moment(bad)


def test_a_window_past_the_calendar_is_refused() -> None:
    with pytest.raises(InvalidValue):
        Window(None, Offset()).around(date.max)


# --- pauses ---


def test_a_pause_may_hold_no_time() -> None:
    assert pause(march(3), march(3)).end == march(3)


@pytest.mark.parametrize(
    ("start", "end"), [(march(3), march(2)), (moment(3, 9), datetime(2026, 3, 3, 9, tzinfo=BERLIN))]
)
def test_a_pause_ends_after_it_starts(start: date, end: date) -> None:
    with pytest.raises(InvalidValue, match="the pause ends at"):
        pause(start, end)


def test_a_pause_is_measured_in_elapsed_time_where_the_clock_goes_back() -> None:
    first = datetime(2026, 10, 25, 2, 45, tzinfo=BERLIN)
    second = datetime(2026, 10, 25, 2, 15, tzinfo=BERLIN, fold=1)
    assert pause(first, second).end == second


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (march(3), moment(4, 9)),
        (moment(3, 9), march(4)),
        ("2026-03-03", None),
        (datetime(2026, 3, 3), None),
        (moment(3, 9), datetime(2026, 3, 4)),
    ],
)
def test_a_pause_has_two_days_or_two_moments(start: Wrong, end: Wrong) -> None:
    with pytest.raises(WrongType):
        pause(start, end)


@pytest.mark.parametrize(("because", "error"), [(" ", InvalidValue), (None, WrongType)])
def test_a_pause_has_a_reason(because: Wrong, error: type[Exception]) -> None:
    with pytest.raises(error):
        Pause(start=march(3), end=None, because=because)


# --- when it is due ---


@pytest.mark.parametrize(
    ("started", "allowance", "due"),
    [
        (MONDAY, "P7D", march(9)),
        (MONDAY, "P0D", MONDAY),
        (MONDAY, "-P2D", date(2026, 2, 28)),
        (march(6), "2BD", march(10)),
        (NOW, "PT72H", moment(5, 9)),
        (NOW, "P1M", datetime(2026, 4, 2, 9, tzinfo=UTC)),
        (moment(6, 9), "1BD", moment(9, 9)),
        (moment(7, 9), "0BD", moment(9, 9)),
    ],
)
def test_a_deadline_is_due_its_allowance_after_it_started(
    started: date, allowance: str, due: date
) -> None:
    assert deadline(started, allowance, calendar=PLAIN).due() == due


@pytest.mark.parametrize(
    ("pauses", "due"),
    [
        ([(4, 6)], 11),
        ([(4, 6), (5, 7)], 12),
        ([(5, 7), (4, 6)], 12),
        ([(4, 8), (5, 6)], 13),
        ([(4, 5), (5, 6)], 11),
        ([(4, 4)], 9),
        # The day it started is not counted, the due day is.
        ([(1, 3)], 9),
        ([(1, 4)], 10),
        ([(9, 10)], 10),
        ([(10, 12)], 9),
        # A pause that the first one brings into the running time.
        ([(9, 10), (10, 12)], 12),
        ([(2, 3), (20, None)], 9),
    ],
)
def test_days_are_paused_once_and_only_while_it_runs(
    pauses: list[tuple[int, int | None]], due: int
) -> None:
    spans = [pause(march(first), None if last is None else march(last)) for first, last in pauses]
    assert deadline(MONDAY, "P7D", *spans).due() == march(due)


@pytest.mark.parametrize("first", [1, 4, 9])
def test_an_open_pause_leaves_the_due_day_unknown(first: int) -> None:
    assert deadline(MONDAY, "P7D", pause(march(first), None)).due() is None


@pytest.mark.parametrize(
    ("first", "last", "due"), [(4, 5, 5), (7, 9, 4), (3, 10, 11), (4, 4, 4), (5, 6, 4), (1, 3, 4)]
)
def test_business_days_are_paused_by_business_days(first: int, last: int, due: int) -> None:
    paused = pause(march(first), march(last))
    assert deadline(MONDAY, "2BD", paused, calendar=PLAIN).due() == march(due)


def test_no_business_days_from_a_weekend_are_paused_on_the_day_that_is_due() -> None:
    paused = pause(march(9), march(10))
    assert deadline(march(7), "0BD", paused, calendar=PLAIN).due() == march(10)


def test_the_last_business_day_of_all_can_be_due() -> None:
    last = date.max - timedelta(days=1)
    assert deadline(last, "1BD", pause(last, date.max), calendar=PLAIN).due() == date.max


def test_moments_are_paused_by_elapsed_time() -> None:
    paused = (pause(moment(2, 8), moment(2, 10)), pause(moment(3, 0), moment(3, 5, 30)))
    assert deadline(NOW, "PT72H", *paused).due() == moment(5, 15, 30)


@pytest.mark.parametrize(("first", "due"), [(moment(5, 9), 9), (moment(5, 8, 59), 10)])
def test_a_pause_at_the_due_moment_comes_too_late(first: datetime, due: int) -> None:
    assert deadline(NOW, "PT72H", pause(first, first + timedelta(hours=1))).due() == moment(5, due)


def test_a_pause_in_another_zone_is_the_same_time() -> None:
    start = datetime(2026, 3, 3, 12, tzinfo=BERLIN)
    paused = pause(start, datetime(2026, 3, 3, 8, tzinfo=NEW_YORK))
    assert deadline(NOW, "PT72H", paused).due() == moment(5, 11)


def test_a_pause_over_a_change_of_clocks_counts_elapsed_hours() -> None:
    started = datetime(2026, 3, 28, 9, tzinfo=BERLIN)
    paused = pause(datetime(2026, 3, 29, 0, tzinfo=BERLIN), datetime(2026, 3, 29, 6, tzinfo=BERLIN))
    due = deadline(started, "P2D", paused).due()
    assert str(due) == "2026-03-30 14:00:00+02:00"


@pytest.mark.parametrize(
    ("first", "last", "due"),
    [
        # Due on Tuesday at nine: only what holds at nine o'clock of a business day counts.
        (moment(2, 10), moment(3, 8), moment(3, 9)),
        (moment(2, 10), moment(3, 9), moment(4, 9)),
        (moment(3, 8), moment(5, 8), moment(5, 9)),
        (moment(3, 9), moment(4, 10), moment(3, 9)),
        (moment(1, 0), moment(2, 9), moment(3, 9)),
    ],
)
def test_business_days_from_a_moment_are_paused_at_its_time_of_day(
    first: datetime, last: datetime, due: datetime
) -> None:
    assert deadline(NOW, "1BD", pause(first, last), calendar=PLAIN).due() == due


def test_business_days_from_a_moment_are_paused_in_the_zone_of_the_calendar() -> None:
    # Ten at night in New York is the next morning in Berlin.
    started = datetime(2026, 3, 2, 22, tzinfo=NEW_YORK)
    paused = pause(datetime(2026, 3, 3, 12, tzinfo=UTC), datetime(2026, 3, 4, 12, tzinfo=UTC))
    due = deadline(started, "1BD", paused, calendar=GERMAN).due()
    assert str(due) == "2026-03-04 22:00:00-05:00"


@pytest.mark.parametrize(("calendar", "due"), [(None, 10), (GERMAN, 9), (PLAIN, 10)])
def test_a_day_is_paused_when_the_pause_holds_at_its_end(
    calendar: BusinessCalendar | None, due: int
) -> None:
    # In UTC it holds over midnight; in Berlin midnight has passed when it begins.
    paused = pause(moment(4, 23, 30), moment(5, 12))
    assert deadline(MONDAY, "P7D", paused, calendar=calendar).due() == march(due)


def test_a_deadline_that_counts_back_is_not_paused() -> None:
    paused = pause(date(2026, 2, 20), march(9))
    assert deadline(MONDAY, "-P2D", paused).due() == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("started", "allowance"),
    [(date.max, "P1D"), (date.min, "-P1D"), (date.max, "1BD"), (MONDAY, "P9999Y")],
)
def test_a_deadline_past_the_calendar_is_refused(started: date, allowance: str) -> None:
    with pytest.raises(InvalidValue):
        deadline(started, allowance, calendar=PLAIN)


@pytest.mark.parametrize(
    ("started", "allowance", "paused"),
    [
        (MONDAY, "P10D", pause(march(3), date.max)),
        (MONDAY, "10BD", pause(march(3), date.max)),
        (NOW, "PT10H", pause(NOW, datetime.max.replace(tzinfo=UTC))),
    ],
)
def test_a_pause_that_pushes_it_past_the_calendar_is_refused(
    started: date, allowance: str, paused: Pause
) -> None:
    with pytest.raises(InvalidValue, match=r"outside the years|leave the calendar"):
        deadline(started, allowance, paused, calendar=PLAIN)


def test_a_pause_that_its_zone_cannot_say_is_refused() -> None:
    paused = pause(moment(3, 0), datetime.max.replace(tzinfo=UTC))
    with pytest.raises(InvalidValue, match="a time of d-1 lies outside the years 1 to 9999"):
        deadline(MONDAY, "P7D", paused, calendar=GERMAN)


# --- what a deadline takes ---


def test_a_deadline_survives_pickling_and_hashes_alike() -> None:
    value = deadline(MONDAY, "2BD", pause(march(3), None), calendar=GERMAN)
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 # our own bytes
    assert (again, hash(again)) == (value, hash(value))


def test_the_pauses_of_a_deadline_may_come_from_a_generator() -> None:
    def paused() -> Iterator[Pause]:
        yield pause(march(3), march(4))

    value = Deadline(id="d-1", started=MONDAY, allowance=Offset(days=1), pauses=paused())
    assert (len(value.pauses), value.due()) == (1, march(4))


@pytest.mark.parametrize(
    "change",
    [
        {"id": 1},
        {"started": datetime(2026, 3, 2)},
        {"started": "2026-03-02"},
        {"allowance": "P7D"},
        {"allowance": Offset(hours=1)},
        {"allowance": Offset(business_days=1)},
        {"calendar": EASTER},
        {"pauses": pause(march(3), None)},
        {"pauses": ("2026-03-03",)},
        {"pauses": "soon"},
        {"started": NOW, "pauses": (pause(march(3), None),)},
    ],
)
def test_a_deadline_refuses_what_does_not_fit(change: dict[str, Any]) -> None:
    fields: dict[str, Any] = {"id": "d-1", "started": MONDAY, "allowance": Offset(days=7)}
    with pytest.raises(WrongType):
        Deadline(**(fields | change))


def test_a_deadline_has_an_id() -> None:
    with pytest.raises(InvalidValue, match="the id is blank"):
        Deadline(id=" ", started=MONDAY, allowance=Offset())


# --- how it stands ---


@pytest.mark.parametrize(
    ("as_of", "met_at", "state"),
    [
        (march(1), None, DeadlineState.NOT_STARTED),
        (march(2), None, DeadlineState.RUNNING),
        (march(3), None, DeadlineState.RUNNING),
        (march(4), None, DeadlineState.PAUSED),
        (march(5), None, DeadlineState.PAUSED),
        (march(6), None, DeadlineState.RUNNING),
        (march(11), None, DeadlineState.RUNNING),
        (march(12), None, DeadlineState.MISSED),
        (march(12), march(11), DeadlineState.MET),
        (march(12), march(12), DeadlineState.MET_LATE),
        (march(12), march(1), DeadlineState.MET),
        (march(5), march(5), DeadlineState.MET),
        # What is done later is not known yet.
        (march(6), march(7), DeadlineState.RUNNING),
        (march(12), march(13), DeadlineState.MISSED),
    ],
)
def test_a_deadline_of_days_stands(as_of: date, met_at: date | None, state: DeadlineState) -> None:
    value = deadline(MONDAY, "P7D", pause(march(4), march(6)))
    assert value.state(as_of, met_at=met_at) is state


@pytest.mark.parametrize(
    ("as_of", "met_at", "state"),
    [
        (moment(2, 8, 59), None, DeadlineState.NOT_STARTED),
        (moment(2, 9), None, DeadlineState.RUNNING),
        (datetime(2026, 3, 3, 1, tzinfo=BERLIN), None, DeadlineState.PAUSED),
        (datetime(2026, 3, 2, 20, tzinfo=NEW_YORK), None, DeadlineState.RUNNING),
        (moment(3, 10), None, DeadlineState.RUNNING),
        (moment(3, 10, 1), None, DeadlineState.MISSED),
        (moment(4, 0), datetime(2026, 3, 3, 5, tzinfo=NEW_YORK), DeadlineState.MET),
        (moment(4, 0), datetime(2026, 3, 3, 5, 1, tzinfo=NEW_YORK), DeadlineState.MET_LATE),
    ],
)
def test_a_deadline_of_hours_stands_whatever_the_zone(
    as_of: datetime, met_at: datetime | None, state: DeadlineState
) -> None:
    value = deadline(NOW, "PT24H", pause(moment(3, 0), moment(3, 1)))
    assert value.state(as_of, met_at=met_at) is state


def test_the_second_of_two_equal_clock_times_is_later() -> None:
    started = datetime(2026, 10, 25, 1, 45, tzinfo=BERLIN)
    as_of = datetime(2026, 10, 25, 2, 15, tzinfo=BERLIN, fold=1)
    assert deadline(started, "PT1H").state(as_of) is DeadlineState.MISSED


@pytest.mark.parametrize(
    ("as_of", "met_at", "state"),
    [
        (march(3), None, DeadlineState.RUNNING),
        (march(4), None, DeadlineState.PAUSED),
        (date(2030, 1, 1), None, DeadlineState.PAUSED),
        (date(2030, 1, 1), date(2029, 1, 1), DeadlineState.MET),
    ],
)
def test_an_open_pause_stops_the_clock(
    as_of: date, met_at: date | None, state: DeadlineState
) -> None:
    assert deadline(MONDAY, "P7D", pause(march(4), None)).state(as_of, met_at=met_at) is state


@pytest.mark.parametrize(
    ("as_of", "state"),
    [(date(2026, 2, 28), DeadlineState.RUNNING), (march(1), DeadlineState.MISSED)],
)
def test_a_deadline_that_counts_back_runs_before_it_starts(
    as_of: date, state: DeadlineState
) -> None:
    paused = pause(date(2026, 2, 20), march(9))
    assert deadline(MONDAY, "-P2D", paused).state(as_of) is state


def test_a_pause_in_moments_pauses_the_days_at_whose_end_it_holds() -> None:
    value = deadline(MONDAY, "P7D", pause(moment(4, 12), moment(5, 12)))
    states = [value.state(march(day)) for day in (3, 4, 5)]
    assert states == [DeadlineState.RUNNING, DeadlineState.PAUSED, DeadlineState.RUNNING]


@pytest.mark.parametrize(("as_of", "left"), [(march(2), 9), (march(11), 0), (march(13), -2)])
def test_days_are_left_until_they_are_overdue(as_of: date, left: int) -> None:
    value = deadline(MONDAY, "P7D", pause(march(4), march(6)))
    assert value.left(as_of) == timedelta(days=left)


def test_elapsed_time_is_left_over_a_change_of_clocks() -> None:
    started = datetime(2026, 3, 28, 9, tzinfo=BERLIN)
    assert deadline(started, "P1D").left(started) == timedelta(hours=23)


def test_what_is_left_of_an_open_pause_is_unknown() -> None:
    assert deadline(MONDAY, "P7D", pause(march(4), None)).left(march(5)) is None


@pytest.mark.parametrize(
    ("started", "bad"),
    [(MONDAY, NOW), (NOW, MONDAY), (NOW, datetime(2026, 3, 2)), (MONDAY, "2026-03-02")],
)
def test_a_deadline_is_asked_in_its_own_kind_of_time(started: date, bad: Wrong) -> None:
    value = deadline(started, "P7D")
    for ask in (
        lambda: value.state(bad),
        lambda: value.state(started, met_at=bad),
        lambda: value.left(bad),
    ):
        with pytest.raises(WrongType):
            ask()


# --- laws ---


def day_pause(first: date, length: int) -> Pause:
    """A pause of so many days."""
    return pause(first, first + timedelta(days=length))


def moment_pause(first: datetime, length: timedelta) -> Pause:
    """A pause of that elapsed time."""
    return pause(first, first + length)


def german_deadline(started: date, allowance: str, pauses: list[Pause]) -> Deadline:
    """A deadline on the German calendar."""
    return deadline(started, allowance, *pauses, calendar=GERMAN)


day_pauses = st.builds(
    day_pause, st.dates(date(2026, 2, 20), date(2026, 4, 10)), st.integers(0, 10)
)
moment_pauses = st.builds(
    moment_pause,
    st.datetimes(datetime(2026, 2, 20), datetime(2026, 4, 10), timezones=st.just(UTC)),
    st.timedeltas(timedelta(), timedelta(days=10)),
)
day_deadlines = st.builds(
    german_deadline,
    st.just(MONDAY),
    st.sampled_from(("P0D", "P7D", "P1M", "3BD", "0BD", "-P2D")),
    st.lists(day_pauses, max_size=4),
)
moment_deadlines = st.builds(
    german_deadline,
    st.just(NOW),
    st.sampled_from(("PT0S", "PT72H", "P1M", "3BD", "-P2D")),
    st.lists(moment_pauses, max_size=4),
)


def longer(value: Deadline, added: Pause) -> Deadline:
    """The same deadline with one pause more."""
    return deadline(
        value.started, str(value.allowance), *value.pauses, added, calendar=value.calendar
    )


@given(day_deadlines, day_pauses)
def test_a_pause_never_brings_a_due_day_forward(value: Deadline, added: Pause) -> None:
    before, after = value.due(), longer(value, added).due()
    assert before is not None
    assert after is not None
    assert before <= after


@given(moment_deadlines, moment_pauses)
def test_a_pause_never_brings_a_due_moment_forward(value: Deadline, added: Pause) -> None:
    before, after = value.due(), longer(value, added).due()
    assert before is not None
    assert after is not None
    assert before <= after


@given(st.one_of(day_deadlines, moment_deadlines), st.randoms())
def test_the_order_of_pauses_does_not_matter(value: Deadline, random: Random) -> None:
    pauses = list(value.pauses)
    random.shuffle(pauses)
    other = deadline(value.started, str(value.allowance), *pauses, calendar=value.calendar)
    assert other.due() == value.due()


@given(st.lists(moment_pauses, max_size=5))
def test_it_runs_for_exactly_its_allowance(pauses: list[Pause]) -> None:
    due = deadline(NOW, "PT72H", *pauses).due()
    assert isinstance(due, datetime)
    # The elapsed time without the union of the pauses, added up between all their edges.
    spans = [
        (each.start, each.end)
        for each in pauses
        if isinstance(each.start, datetime) and isinstance(each.end, datetime)
    ]
    edges = sorted({NOW, due, *(edge for span in spans for edge in span)})
    ran = timedelta()
    for first, last in pairwise(edge for edge in edges if NOW <= edge <= due):
        paused = any(start <= first and last <= end for start, end in spans)
        ran += timedelta() if paused else last - first
    assert ran == timedelta(hours=72)


@given(day_deadlines, near_days)
def test_nothing_shown_is_never_met(value: Deadline, as_of: date) -> None:
    assert value.state(as_of) not in {DeadlineState.MET, DeadlineState.MET_LATE}
