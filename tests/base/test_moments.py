"""When something was, as exactly as anybody knows."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.moments import (
    When,
    day_of,
    day_text,
    first_day,
    in_time,
    is_by,
    is_fresh,
    is_from,
    last_day,
    optional_when,
    to_when,
)
from carecore.base.timing import Offset, PartialDate
from carecore.errors import WrongType

DAY = date(2026, 3, 9)
BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK, TOKYO = ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
NINE = datetime(2026, 3, 9, 9, tzinfo=BERLIN)

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
MOMENTS = st.datetimes(
    datetime(1900, 1, 1),
    datetime(2100, 1, 1),
    timezones=st.sampled_from([UTC, BERLIN, NEW_YORK, TOKYO]),
)
PARTIALS = st.builds(PartialDate, st.integers(1900, 2100), st.none() | st.integers(1, 12))
WHENS: st.SearchStrategy[When] = DAYS.map(to_when) | PARTIALS | MOMENTS
ASKED = DAYS | MOMENTS


def surety(answer: object, /) -> int:
    """How sure of yes an answer is."""
    return (False, None, True).index(answer)


@pytest.mark.parametrize(
    ("given_value", "kept"),
    [
        (DAY, PartialDate(2026, 3, 9)),
        (PartialDate(2026), PartialDate(2026)),
        (NINE, NINE),
    ],
)
def test_a_day_becomes_a_partial_date_and_the_rest_stays(
    given_value: date | PartialDate, kept: When
) -> None:
    assert (to_when(given_value), optional_when(given_value)) == (kept, kept)


def test_a_time_may_be_unknown() -> None:
    assert optional_when(None) is None


@pytest.mark.parametrize("value", [None, "2026-03-09", 2026, (2026, 3), timedelta(1)])
def test_a_time_is_a_day_a_partial_date_or_a_moment(value: object) -> None:
    untyped: Any = value
    with pytest.raises(WrongType) as caught:
        to_when(untyped)
    assert str(caught.value).startswith("a time is ")


@pytest.mark.parametrize("convert", [to_when, optional_when])
def test_a_moment_has_a_zone(convert: Callable[[date], object]) -> None:
    with pytest.raises(WrongType, match="the moment is a datetime without a time zone"):
        convert(datetime(2026, 3, 9, 9))


@pytest.mark.parametrize(
    ("when", "first", "last", "text"),
    [
        (PartialDate(2026), date(2026, 1, 1), date(2026, 12, 31), "2026"),
        (PartialDate(2026, 2), date(2026, 2, 1), date(2026, 2, 28), "2026-02"),
        (PartialDate(2026, 3, 9), DAY, DAY, "2026-03-09"),
        (datetime(2026, 3, 9, 23, 30, tzinfo=NEW_YORK), DAY, DAY, "2026-03-09"),
        (datetime(2026, 3, 9, 0, 30, tzinfo=TOKYO), DAY, DAY, "2026-03-09"),
    ],
)
def test_the_days_of_a_time_are_those_of_its_own_zone(
    when: When, first: date, last: date, text: str
) -> None:
    assert (first_day(when), last_day(when), day_text(when)) == (first, last, text)


def test_a_time_that_is_not_known_says_so() -> None:
    assert day_text(None) == "unknown"


@pytest.mark.parametrize(
    ("when", "as_of", "answers"),
    [
        (PartialDate(2026, 3, 8), DAY, (True, False)),
        (PartialDate(2026, 3, 9), DAY, (True, True)),
        (PartialDate(2026, 3, 10), DAY, (False, True)),
        (PartialDate(2026, 3), DAY, (None, None)),
        (PartialDate(2026, 3), date(2026, 3, 31), (True, None)),
        (PartialDate(2026, 3), date(2026, 3, 1), (None, True)),
        (PartialDate(2026, 3), date(2026, 2, 28), (False, True)),
        (PartialDate(2026, 3), date(2026, 4, 1), (True, False)),
        (PartialDate(2026, 3, 9), NINE, (True, True)),
        (PartialDate(2026, 3, 10), NINE, (False, True)),
        (NINE, DAY, (True, True)),
        (NINE, NINE, (True, True)),
        (NINE, NINE - timedelta(seconds=1), (False, True)),
        (NINE, NINE + timedelta(seconds=1), (True, False)),
    ],
)
def test_the_day_asked_about_belongs_to_both_sides(
    when: When, as_of: date, answers: tuple[bool | None, bool | None]
) -> None:
    assert (is_by(when, as_of), is_from(when, as_of)) == answers


def test_two_moments_are_compared_exactly_also_across_zones() -> None:
    evening = datetime(2026, 3, 9, 23, tzinfo=NEW_YORK)
    next_morning = datetime(2026, 3, 10, 9, tzinfo=TOKYO)

    assert (is_by(evening, next_morning), is_by(next_morning, evening)) == (False, True)


def test_the_hour_that_comes_twice_has_an_order() -> None:
    early = datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN)
    late = datetime(2026, 10, 25, 2, 10, tzinfo=BERLIN, fold=1)

    assert (is_by(early, late), is_by(late, early), is_from(late, early)) == (True, False, True)


@pytest.mark.parametrize("ask", [is_by, is_from])
@pytest.mark.parametrize("as_of", [None, "2026-03-09", datetime(2026, 3, 9), PartialDate(2026)])
def test_a_question_is_asked_for_a_day_or_a_moment_with_a_zone(
    ask: Callable[[When, Any], object], as_of: object
) -> None:
    untyped: Any = as_of
    with pytest.raises(WrongType):
        ask(NINE, untyped)


@pytest.mark.parametrize(("as_of", "day"), [(DAY, DAY), (NINE, DAY)])
def test_the_day_of_a_moment_is_its_own(as_of: date, day: date) -> None:
    assert day_of(as_of) == day


def test_an_error_calls_the_day_by_its_name() -> None:
    untyped: Any = "today"
    with pytest.raises(WrongType, match=r"^since is text, 5 characters, not a date"):
        day_of(untyped, name="since")


@given(when=WHENS, one=ASKED, other=ASKED)
def test_what_was_by_a_time_was_by_every_later_time(when: When, one: date, other: date) -> None:
    earlier, later = sorted((one, other), key=lambda asked: in_time(to_when(asked)))
    # A day and a moment may be less than a day apart, whatever the zone of the day.
    if isinstance(earlier, datetime) is isinstance(later, datetime):
        assert surety(is_by(when, earlier)) <= surety(is_by(when, later))
        assert surety(is_from(when, later)) <= surety(is_from(when, earlier))


@given(when=WHENS, as_of=ASKED)
def test_a_time_is_before_or_after_or_both(when: When, as_of: date) -> None:
    assert (is_by(when, as_of), is_from(when, as_of)) != (False, False)


@given(times=st.lists(MOMENTS, max_size=5))
def test_moments_are_sorted_as_they_came(times: list[datetime]) -> None:
    ordered = sorted(times, key=in_time)

    steps = [later.astimezone(UTC) - one.astimezone(UTC) for one, later in pairwise(ordered)]
    assert [step for step in steps if step < timedelta()] == []


def test_what_is_unknown_stands_first_and_a_day_at_its_end() -> None:
    times = [NINE, None, to_when(DAY), PartialDate(2026, 3), PartialDate(2026, 2)]

    assert sorted(times, key=in_time) == [
        None,
        PartialDate(2026, 2),
        NINE,
        to_when(DAY),
        PartialDate(2026, 3),
    ]


@pytest.mark.parametrize(
    ("when", "fresh_for", "as_of", "expected"),
    [
        (to_when(DAY), Offset(days=3), DAY + timedelta(days=3), True),
        (to_when(DAY), Offset(days=3), DAY + timedelta(days=4), False),
        (PartialDate(2026, 3), Offset(days=3), date(2026, 4, 3), None),
        (to_when(DAY), Offset(hours=3), NINE, None),
        (NINE, Offset(hours=3), DAY, None),
        (NINE, Offset(hours=3), NINE + timedelta(hours=3), True),
        (NINE, Offset(hours=3), NINE + timedelta(hours=3, microseconds=1), False),
        (None, Offset(days=3), DAY, None),
        (None, None, DAY, True),
        (to_when(DAY), Offset(years=9_000), DAY, True),
    ],
)
def test_what_is_relied_on_has_an_age_that_can_be_told(
    when: When | None, fresh_for: Offset | None, as_of: date, *, expected: bool | None
) -> None:
    assert is_fresh(when, fresh_for, as_of) is expected
