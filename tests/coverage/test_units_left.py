"""What is left of an authorization: the arithmetic, worked out by hand, and its traps."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.timing import PartialDate, Period
from carecore.coverage import (
    Authorization,
    AuthorizationStatus,
    Pace,
    UnitsLeft,
    UnitsUsed,
    units_left,
)
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.record import Event, EventKind, EventOutcome

from .samples_coverage import AUTHORIZATION, LEFT

START, END = date(2026, 11, 1), date(2027, 1, 1)
DAY = date(2026, 11, 21)
NO_VISITS: tuple[UnitsUsed, ...] = ()


def visits(units: int | None, **parts: object) -> Authorization:
    """So many visits of November and December 2026, approved."""
    untyped: dict[str, Any] = {"units": units, **parts}
    return attrs.evolve(AUTHORIZATION, **untyped)


def visit(day: date | PartialDate | None, **parts: object) -> Event:
    """A visit that was made."""
    given_parts: dict[str, Any] = {
        "id": "e-1",
        "kind": EventKind.VISIT,
        "what": "give_skilled_nursing",
        "happened": day,
        **parts,
    }
    return Event(**given_parts)


def why(answer: UnitsLeft) -> tuple[str, ...]:
    """The ids of the reasons."""
    return tuple(reason.id for reason in answer.reasons)


def numbers(answer: UnitsLeft) -> tuple[int | None, int | None, int | None]:
    """Authorised, used and left."""
    return answer.authorised, answer.used, answer.left


# Worked out by hand.


def test_eight_of_twenty_visits_in_three_weeks_leave_twelve_for_another_thirty_two_days() -> None:
    # 21 days from 1 to 21 November; 12 visits at 8 in 21 days take 31.5 days, so the last one
    # falls on the 32nd day after 21 November.
    answer = units_left(visits(20), 8, as_of=DAY)

    assert (answer.left, answer.exhausted_on) == (12, date(2026, 12, 23))


def test_three_visits_a_week_use_up_six_in_two_weeks() -> None:
    answer = units_left(visits(6), 0, as_of=DAY, pace=Pace(3, 7))

    assert answer.exhausted_on == date(2026, 12, 5)


def test_at_one_a_day_the_last_of_one_is_used_tomorrow() -> None:
    answer = units_left(visits(1), 0, as_of=DAY, pace=Pace(1, 1))

    assert answer.exhausted_on == date(2026, 11, 22)


def test_a_slow_pace_leaves_some_when_the_period_ends() -> None:
    # 41 days from 22 November to 1 January, the day that no longer counts: 40 usable days at one
    # in ten make 4 of the 12.
    answer = units_left(visits(20), 8, as_of=DAY, pace=Pace(1, 10))
    unused = next(fact.seen for fact in answer.reasons[-1].facts if fact.name == "unused")

    assert (answer.exhausted_on, why(answer)[-1], unused) == (None, "lasts", 8)


def test_the_last_day_of_the_period_still_counts_and_the_day_it_ends_does_not() -> None:
    one = visits(1, period=Period(START, date(2026, 11, 24)))
    days = [units_left(one, 0, as_of=DAY, pace=Pace(1, length)).exhausted_on for length in (2, 3)]

    assert days == [date(2026, 11, 23), None]


def test_before_the_first_day_a_pace_counts_from_the_first_day() -> None:
    answer = units_left(visits(2), 0, as_of=date(2026, 10, 1), pace=Pace(1, 1))

    assert (answer.left, answer.exhausted_on) == (2, date(2026, 11, 2))


def test_a_period_without_an_end_runs_to_the_end_of_the_calendar_and_not_beyond() -> None:
    long = visits(10**9, period=Period(START))
    answer = units_left(long, 1, as_of=START)

    assert (answer.exhausted_on, why(answer)[-1]) == (None, "lasts")


def test_the_day_on_which_the_last_unit_was_used_is_told() -> None:
    used = [visit(date(2026, 11, day)) for day in (9, 2, 16)]
    answer = units_left(visits(2), used, as_of=DAY)

    assert (answer.left, answer.exhausted_on) == (-1, date(2026, 11, 9))


def test_without_the_days_of_use_nobody_knows_when_the_last_unit_was_used() -> None:
    answer = units_left(visits(2), 2, as_of=DAY)

    assert (answer.left, answer.exhausted_on) == (0, None)


# Zero is zero, and unknown is unknown.


def test_zero_units_are_none_and_never_no_limit() -> None:
    answer = units_left(visits(0), NO_VISITS, as_of=DAY)

    assert (numbers(answer), answer.exhausted_on) == ((0, 0, 0), None)
    assert "zero_units" in why(answer)


def test_zero_units_leave_none_even_where_nobody_knows_what_is_used() -> None:
    assert numbers(units_left(visits(0), None, as_of=DAY)) == (0, None, 0)


def test_an_unknown_number_of_units_leaves_an_unknown_number() -> None:
    answer = units_left(visits(None), 3, as_of=DAY)

    assert numbers(answer) == (None, 3, None)
    assert "units_unknown" in why(answer)


def test_unknown_use_is_unknown_and_not_none() -> None:
    answer = units_left(visits(20), None, as_of=DAY)

    assert (numbers(answer), answer.exhausted_on) == ((20, None, None), None)
    assert "use_unknown" in why(answer)


def test_no_use_is_none_used_and_no_pace_to_go_by() -> None:
    answer = units_left(visits(20), NO_VISITS, as_of=DAY)

    assert (numbers(answer), answer.exhausted_on) == ((20, 0, 20), None)
    assert why(answer)[-1] == "no_pace"


def test_a_pace_of_nothing_is_no_pace() -> None:
    assert why(units_left(visits(20), 8, as_of=DAY, pace=Pace(0, 7)))[-1] == "no_pace"


@pytest.mark.parametrize("period", [Period(None, END), Period(date(2026, 12, 1), END)])
def test_without_a_first_day_behind_there_is_no_pace_so_far(period: Period) -> None:
    assert why(units_left(visits(20, period=period), 3, as_of=DAY))[-1] == "no_pace"


def test_an_unknown_period_leaves_open_whether_any_may_be_used() -> None:
    answer = units_left(visits(20, period=None), 8, as_of=DAY)

    assert (numbers(answer), answer.exhausted_on) == ((20, 8, None), None)
    assert "period_unknown" in why(answer)


def test_what_is_used_up_is_used_up_in_whatever_period() -> None:
    assert units_left(visits(8, period=None), 8, as_of=DAY).left == 0


def test_an_unknown_answer_of_the_payer_leaves_an_unknown_number() -> None:
    answer = units_left(visits(20, status=None), 8, as_of=DAY)

    assert (numbers(answer), why(answer)[0]) == ((None, 8, None), "status_unknown")


# What the payer said, and when it ends.


def test_what_was_asked_for_is_not_yet_authorised() -> None:
    answer = units_left(visits(20, status=AuthorizationStatus.REQUESTED), 0, as_of=DAY)

    assert numbers(answer) == (None, 0, None)


def test_what_was_denied_is_zero_and_what_is_used_all_the_same_is_too_many() -> None:
    answer = units_left(visits(20, status=AuthorizationStatus.DENIED), 3, as_of=DAY)

    assert (numbers(answer), why(answer)[-1]) == ((0, 3, -3), "over_used")


@pytest.mark.parametrize(
    ("status", "authorised"),
    [(AuthorizationStatus.EXPIRED, 20), (AuthorizationStatus.CANCELLED, None)],
)
def test_what_is_over_leaves_nothing_however_little_is_used(
    status: AuthorizationStatus, authorised: int | None
) -> None:
    answer = units_left(visits(20, status=status), 3, as_of=DAY)

    assert numbers(answer) == (authorised, 3, 0)


def test_on_the_day_the_period_ends_nothing_is_left_and_the_day_before_it_is() -> None:
    lefts = [units_left(visits(20), 8, as_of=day).left for day in (date(2026, 12, 31), END)]

    assert lefts == [12, 0]
    assert "period_over" in why(units_left(visits(20), 8, as_of=END))


def test_before_the_period_all_is_left_and_the_answer_says_when_it_begins() -> None:
    answer = units_left(visits(20), 0, as_of=date(2026, 10, 31))

    assert (answer.left, "period_ahead" in why(answer)) == (20, True)


def test_more_used_than_authorised_is_told_and_not_hidden_as_zero() -> None:
    answer = units_left(visits(5), 8, as_of=DAY)

    assert (answer.left, why(answer)[-1]) == (-3, "over_used")


def test_what_is_surely_used_up_leaves_nothing_though_more_may_be_used() -> None:
    used = [UnitsUsed(units=5, happened=DAY), UnitsUsed(happened=DAY)]
    answer = units_left(visits(5), used, as_of=DAY)

    assert numbers(answer) == (5, None, 0)


# Which uses count.


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2026, 10, 31), 0),
        (START, 1),
        (DAY, 1),
        (date(2026, 11, 22), 0),
        (datetime(2026, 11, 21, 23, tzinfo=UTC), 1),
        (PartialDate(2026, 10), 0),
        (PartialDate(2026, 12), 0),
        (PartialDate(2026, 11), None),
        (PartialDate(2026), None),
        (None, None),
    ],
)
def test_a_use_counts_from_the_first_day_to_the_day_that_is_asked_about(
    day: date | PartialDate | None, counts: int | None
) -> None:
    assert units_left(visits(20), [visit(day)], as_of=DAY).used == counts


def test_a_use_on_the_day_the_period_ends_is_none_of_it() -> None:
    assert units_left(visits(20), [visit(END)], as_of=END).used == 0


def test_a_month_that_only_touches_a_period_of_no_day_is_none_of_it() -> None:
    empty = visits(20, period=Period(DAY, DAY))

    assert units_left(empty, [visit(PartialDate(2026, 11))], as_of=END).used == 0


def test_a_use_in_an_unknown_period_counts_if_it_is_past() -> None:
    used = [visit(date(2020, 1, 1)), visit(END)]

    assert units_left(visits(20, period=None), used, as_of=DAY).used == 1


@pytest.mark.parametrize(
    ("parts", "counts"),
    [
        ({"what": "give_therapy"}, 0),
        ({"what": None}, 0),
        ({"outcome": EventOutcome.ATTEMPTED}, 0),
        ({"outcome": EventOutcome.REFUSED}, 0),
        ({"outcome": EventOutcome.NOT_DONE}, 0),
        ({"outcome": None}, None),
        ({"outcome": None, "happened": END}, 0),
    ],
)
def test_an_event_counts_if_it_is_the_service_and_was_done(
    parts: dict[str, Any], counts: int | None
) -> None:
    assert units_left(visits(20), [visit(DAY, **parts)], as_of=DAY).used == counts


def test_an_event_does_not_say_how_many_hours_it_took() -> None:
    hours = visits(20, unit="hour")

    assert [
        units_left(hours, [visit(DAY)], as_of=DAY, units_each=each).used for each in (None, 2)
    ] == [None, 2]


def test_an_unknown_use_of_no_units_changes_nothing() -> None:
    assert units_left(visits(20), [UnitsUsed(units=0)], as_of=DAY).used == 0


def test_uses_and_events_may_stand_together() -> None:
    used: list[Event | UnitsUsed] = [visit(DAY), UnitsUsed(units=2, happened=START)]

    assert units_left(visits(20), used, as_of=DAY).used == 3


@given(
    days=st.lists(st.dates(min_value=date(2026, 10, 1), max_value=date(2027, 2, 1))),
    as_of=st.dates(min_value=date(2026, 10, 1), max_value=date(2027, 2, 1)),
)
def test_the_order_of_uses_does_not_matter(days: list[date], as_of: date) -> None:
    used = [visit(day) for day in days]
    answers = [units_left(visits(5), one, as_of=as_of) for one in (used, used[::-1])]

    assert answers[0] == answers[1]


@given(
    units=st.integers(1, 60),
    used=st.integers(0, 60),
    as_of=st.dates(min_value=START, max_value=date(2026, 12, 31)),
    pace=st.none() | st.builds(Pace, st.integers(0, 9), st.integers(1, 30)),
)
def test_a_forecast_lies_ahead_within_the_period_and_is_kept_by_its_own_pace(
    units: int, used: int, as_of: date, pace: Pace | None
) -> None:
    answer = units_left(visits(units), used, as_of=as_of, pace=pace)
    if answer.left is None or answer.left <= 0 or answer.exhausted_on is None:
        return
    speed = pace or Pace(used, (as_of - START).days + 1)
    days = (answer.exhausted_on - as_of).days

    assert as_of < answer.exhausted_on < END
    # On that day the pace has used it all, on the day before it has not.
    assert days * speed.units >= answer.left * speed.days > (days - 1) * speed.units


# What is refused, and how it looks.


@pytest.mark.parametrize(
    ("used", "more"),
    [
        (-1, {}),
        (10**12 + 1, {}),
        (True, {}),
        ("8", {}),
        ([8], {}),
        (8, {"as_of": datetime(2026, 11, 21, tzinfo=UTC)}),
        (8, {"pace": (3, 7)}),
        (8, {"units_each": -1}),
        (8, {"units_each": True}),
        (8, {"units_each": "2"}),
    ],
)
def test_what_is_no_use_or_no_day_is_refused(used: object, more: dict[str, Any]) -> None:
    untyped: Any = used
    options: dict[str, Any] = {"as_of": DAY, **more}
    with pytest.raises((InvalidValue, WrongType)):
        units_left(visits(20), untyped, **options)


def test_what_is_no_use_is_refused_with_its_place() -> None:
    untyped: Any = [visit(DAY), "e-2"]
    with pytest.raises(CareError) as caught:
        units_left(visits(20), untyped, as_of=DAY)

    assert caught.value.place == "$[1]"


def test_what_is_no_authorization_is_refused() -> None:
    untyped: Any = "a-1"
    with pytest.raises(WrongType):
        units_left(untyped, 0, as_of=DAY)


@pytest.mark.parametrize("parts", [(-1, 7), (3, 0), (10**13, 7), (True, 7)])
def test_a_pace_counts_units_in_days_of_which_there_is_at_least_one(
    parts: tuple[int, int],
) -> None:
    with pytest.raises(CareError):
        Pace(*parts)


def test_an_answer_prints_its_numbers_and_reasons() -> None:
    assert str(LEFT) == (
        "Units left of a-1\n"
        "=================\n"
        "\n"
        "visit       as of 2026-11-21\n"
        "----------  ----------------\n"
        "authorised  20\n"
        "used        8\n"
        "left        12\n"
        "used up on  2026-12-23\n"
        "\n"
        "Why\n"
        "---\n"
        "\n"
        "- 8 are used"
    )
