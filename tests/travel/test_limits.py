"""One limit: how many days have to pass, by one source."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import Citation, OwnChoice
from carecore.base.timing import PartialDate
from carecore.errors import CareError, WrongType
from carecore.travel import DayLimit, FlightTiming

from .samples_travel import LIMIT

BYPASS = DayLimit(id="here_bypass", what="coronary_bypass", least=10, most=14)
DONE = date(2026, 11, 1)
READ = Citation(authority="the ministry", section="part 2")


@pytest.mark.parametrize(
    ("day", "timing"),
    [
        (date(2026, 11, 1), FlightTiming.TOO_EARLY),
        (date(2026, 11, 10), FlightTiming.TOO_EARLY),
        (date(2026, 11, 11), FlightTiming.ASSESS),
        (date(2026, 11, 14), FlightTiming.ASSESS),
        (date(2026, 11, 15), FlightTiming.CLEAR),
        (date(2027, 11, 15), FlightTiming.CLEAR),
    ],
)
def test_ten_to_fourteen_days_after_the_first_run_from_the_eleventh_to_the_fifteenth(
    day: date, timing: FlightTiming
) -> None:
    assert BYPASS.timing(DONE, on=day) is timing


def test_a_source_with_one_number_leaves_nothing_to_an_assessment() -> None:
    limit = attrs.evolve(BYPASS, least=10, most=10)

    assert [limit.timing(DONE, on=date(2026, 11, day)) for day in (10, 11)] == [
        FlightTiming.TOO_EARLY,
        FlightTiming.CLEAR,
    ]


def test_a_source_without_an_end_always_asks_for_an_assessment() -> None:
    limit = attrs.evolve(BYPASS, least=0, most=None)

    assert [limit.timing(DONE, on=day) for day in (DONE, date(2036, 11, 1))] == [
        FlightTiming.ASSESS,
        FlightTiming.ASSESS,
    ]


def test_what_comes_after_the_flight_does_not_bear_on_it() -> None:
    assert BYPASS.timing(DONE, on=date(2026, 10, 31)) is FlightTiming.CLEAR


@pytest.mark.parametrize(
    ("started", "timing"),
    [
        (None, FlightTiming.UNKNOWN),
        (PartialDate(2026, 10), FlightTiming.CLEAR),
        (PartialDate(2026, 11), FlightTiming.UNKNOWN),
        (PartialDate(2026, 12), FlightTiming.CLEAR),
        (PartialDate(2026), FlightTiming.UNKNOWN),
        (datetime(2026, 11, 12, 9, tzinfo=UTC), FlightTiming.TOO_EARLY),
    ],
)
def test_a_start_that_is_not_known_well_enough_leaves_the_answer_open(
    started: date | PartialDate | None, timing: FlightTiming
) -> None:
    assert BYPASS.timing(started, on=date(2026, 11, 20)) is timing


@given(
    least=st.integers(0, 90),
    more=st.integers(0, 90) | st.none(),
    passed=st.integers(0, 400),
)
def test_waiting_a_day_longer_is_never_stricter(least: int, more: int | None, passed: int) -> None:
    limit = attrs.evolve(BYPASS, least=least, most=None if more is None else least + more)
    order = list(FlightTiming)
    today, tomorrow = (
        order.index(limit.timing(DONE, on=DONE + timedelta(days=days)))
        for days in (passed, passed + 1)
    )

    assert today <= tomorrow


def test_days_count_from_the_thing_itself_unless_the_source_says_otherwise() -> None:
    assert (BYPASS.clock, LIMIT.clock) == ("coronary_bypass", "first_sign")


@pytest.mark.parametrize(
    ("sources", "verified"),
    [
        ((READ,), True),
        ((READ.unverified(),), False),
        ((READ.unverified(), READ), True),
        ((OwnChoice("we chose"),), False),
        ((), False),
    ],
)
def test_a_limit_is_verified_if_its_number_was_read_somewhere(
    sources: tuple[Any, ...], *, verified: bool
) -> None:
    assert attrs.evolve(BYPASS, sources=sources).is_verified is verified


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"least": -1}, "$.least"),
        ({"least": 3661, "most": None}, "$.least"),
        ({"least": True}, "$.least"),
        ({"most": 9}, "$.most"),
        ({"most": 3661}, "$.most"),
        ({"flight_hours_over": -1}, "$.flight_hours_over"),
        ({"id": "Here Bypass"}, "$.id"),
    ],
)
def test_a_number_of_days_without_meaning_is_refused(parts: dict[str, Any], place: str) -> None:
    with pytest.raises(CareError) as caught:
        attrs.evolve(BYPASS, **parts)

    assert caught.value.place == place


@pytest.mark.parametrize("day", [datetime(2026, 11, 20, tzinfo=UTC), "2026-11-20"])
def test_a_flight_is_on_a_day(day: object) -> None:
    untyped: Any = day
    with pytest.raises(WrongType):
        BYPASS.timing(DONE, on=untyped)
