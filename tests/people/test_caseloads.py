"""What a client takes up of a caseload, and what a professional takes on, from day to day."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.timing import Period
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType
from carecore.people import CaseloadWeight, Client, LimitChange, Professional

DAY = date(2026, 11, 23)
LATER = DAY + timedelta(30)
CLIENT = Client(id="c-1", caseload_points=2)
NURSE = Professional(id="p-1", caseload_limit=25, caseload=10)
HALF = LimitChange(period=Period(DAY, LATER), to_per_cent=50)
PERCENT = st.integers(0, 100)
POINTS = st.integers(0, 1000)
NEAR = st.integers(-200, 200).map(lambda number: DAY + timedelta(number))


def weight(since: date, points: int) -> CaseloadWeight:
    return CaseloadWeight(since=since, points=points)


def followed(days: list[date], shares: list[int]) -> tuple[LimitChange, ...]:
    """Changes from one day to the next, in turn by per cent and by points; then there is none."""
    spans = list(pairwise(sorted(days)))
    return tuple(
        LimitChange(period=Period(*span), to_per_cent=share)
        if number % 3 == 0
        else LimitChange(period=Period(*span), to_points=share)
        for number, (span, share) in enumerate(zip(spans, shares, strict=False))
        if number % 3 < 2
    )


WEIGHTS = st.lists(st.builds(weight, NEAR, POINTS), max_size=4, unique_by=lambda one: one.since)
CHANGES = st.builds(
    followed, st.lists(NEAR, max_size=6, unique=True), st.lists(PERCENT, min_size=5, max_size=5)
)


def test_a_client_without_weights_takes_up_the_caseload_points_every_day() -> None:
    assert [CLIENT.points_on(day) for day in (date.min, DAY, date.max)] == [2, 2, 2]
    assert Client(id="c-1").points_on(DAY) is None


@pytest.mark.parametrize(
    ("day", "points"),
    [(DAY - timedelta(1), 2), (DAY, 5), (LATER - timedelta(1), 5), (LATER, 0), (date.max, 0)],
)
def test_a_weight_holds_from_its_day_until_the_next_one_does(day: date, points: int) -> None:
    for weights in ((weight(DAY, 5), weight(LATER, 0)), (weight(LATER, 0), weight(DAY, 5))):
        assert attrs.evolve(CLIENT, weights=weights).points_on(day) == points


def test_before_the_first_weight_nobody_may_have_said() -> None:
    assert Client(id="c-1", weights=[weight(DAY, 5)]).points_on(DAY - timedelta(1)) is None


@given(weights=WEIGHTS, usual=st.none() | POINTS, day=NEAR)
def test_the_points_of_a_day_are_those_of_the_weight_that_began_last(
    weights: list[CaseloadWeight], usual: int | None, day: date
) -> None:
    client = Client(id="c-1", caseload_points=usual, weights=weights)
    begun = {one.since: one.points for one in client.weights if one.since <= day}

    assert client.points_on(day) == (begun[max(begun)] if begun else client.caseload_points)


def test_two_weights_from_one_day_on_are_refused_each() -> None:
    with pytest.raises(ManyFaults) as caught:
        attrs.evolve(CLIENT, weights=[weight(DAY, 1), weight(DAY, 2), weight(DAY, 1)])
    assert [(fault.place, fault.what) for fault in caught.value.faults] == [
        ("$.weights[1]", "a caseload weight from 2026-11-23 on stands twice"),
        ("$.weights[2]", "a caseload weight from 2026-11-23 on stands twice"),
    ]


@pytest.mark.parametrize("points", [-1, 10**13])
def test_a_weight_without_sense_is_refused(points: int) -> None:
    with pytest.raises(InvalidValue, match="the points of a CaseloadWeight") as caught:
        weight(DAY, points)
    assert caught.value.place == "$.points"


@pytest.mark.parametrize(("since", "points"), [(DAY, None), (DAY, "3"), (DAY, True), ("x", 3)])
def test_a_weight_has_a_day_and_points(since: object, points: object) -> None:
    untyped: Any = {"since": since, "points": points}
    with pytest.raises(WrongType):
        CaseloadWeight(**untyped)


@pytest.mark.parametrize("ask", [CLIENT.points_on, NURSE.limit_on])
@pytest.mark.parametrize("day", [datetime(2026, 11, 23), "2026-11-23", None])
def test_caseloads_are_asked_for_a_day(ask: Callable[[Any], object], day: object) -> None:
    with pytest.raises(WrongType, match="day is"):
        ask(day)


@given(limit=st.none() | POINTS, part=st.none() | st.integers(1, 100))
def test_part_time_is_a_part_of_the_full_limit_rounded_down(
    limit: int | None, part: int | None
) -> None:
    person = attrs.evolve(NURSE, caseload_limit=limit, part_time=part)
    found = person.limit_on(DAY)

    if limit is None:
        assert found is None
    else:
        assert found is not None
        rest = limit * (100 if part is None else part) - 100 * found
        assert 0 <= rest < 100


@pytest.mark.parametrize(
    ("day", "limit"),
    [
        (DAY - timedelta(1), 22),
        (DAY, 12),
        (LATER - timedelta(1), 12),
        (LATER, 22),
    ],
)
def test_a_change_of_the_limit_takes_the_place_of_part_time_while_it_lasts(
    day: date, limit: int
) -> None:
    person = attrs.evolve(NURSE, part_time=90, limit_changes=[HALF])

    assert person.limit_on(day) == limit


def test_a_change_to_points_needs_no_limit_to_be_known() -> None:
    change = LimitChange(period=Period(None, None), to_points=7)
    person = Professional(id="p-1", limit_changes=[change], part_time=50)

    assert person.limit_on(DAY) == 7


def test_a_change_to_per_cent_of_an_unknown_limit_is_unknown() -> None:
    assert Professional(id="p-1", limit_changes=[HALF]).limit_on(DAY) is None


def test_places_are_free_up_to_the_limit_of_the_day() -> None:
    person = attrs.evolve(NURSE, limit_changes=[HALF])

    assert [person.places_free(as_of=day) for day in (DAY, LATER)] == [2, 15]


@given(changes=CHANGES, part=st.none() | st.integers(1, 100), day=NEAR)
def test_the_limit_of_a_day_is_that_of_the_change_that_holds_or_the_usual_one(
    changes: tuple[LimitChange, ...], part: int | None, day: date
) -> None:
    person = attrs.evolve(NURSE, part_time=part, limit_changes=changes)
    usual = attrs.evolve(person, limit_changes=())
    holding = [one for one in changes if one.period.contains(day)]

    limit = person.limit_on(day)
    if holding:
        (change,) = holding
        share = change.to_per_cent
        assert limit == (change.to_points if share is None else 25 * share // 100)
    else:
        assert limit == usual.limit_on(day)
    assert limit is not None
    assert person.places_free(as_of=day) == limit - 10


@pytest.mark.parametrize(
    ("per_cent", "points", "said"),
    [(None, None, "neither per cent nor points"), (50, 3, "both per cent and points")],
)
def test_a_change_says_per_cent_or_points(
    per_cent: int | None, points: int | None, said: str
) -> None:
    with pytest.raises(InvalidValue, match=said):
        LimitChange(period=Period(DAY), to_per_cent=per_cent, to_points=points)


@pytest.mark.parametrize(
    "numbers", [{"to_per_cent": 101}, {"to_per_cent": -1}, {"to_points": -1}, {"to_points": 10**13}]
)
def test_a_change_of_the_limit_without_sense_is_refused(numbers: dict[str, int]) -> None:
    untyped: Any = numbers
    (name,) = numbers
    with pytest.raises(InvalidValue) as caught:
        LimitChange(period=Period(DAY), **untyped)
    assert caught.value.place == f"$.{name}"


@pytest.mark.parametrize("part", [0, -5, 101, 250])
def test_part_time_is_one_to_a_hundred_per_cent(part: int) -> None:
    with pytest.raises(InvalidValue) as caught:
        Professional(id="p-1", part_time=part)
    assert (caught.value.place, caught.value.advice[:6]) == ("$.part_time", "Maybe ")


@pytest.mark.parametrize("part", ["50", 0.5, True])
def test_part_time_is_a_whole_number(part: object) -> None:
    untyped: Any = part
    with pytest.raises(WrongType):
        Professional(id="p-1", part_time=untyped)


def changes(*spans: tuple[int | None, int | None]) -> tuple[LimitChange, ...]:
    """Changes of the limit between days counted from one."""
    return tuple(
        LimitChange(
            period=Period(*(None if n is None else DAY + timedelta(n) for n in span)), to_points=1
        )
        for span in spans
    )


@pytest.mark.parametrize(
    ("spans", "places"),
    [
        ([(0, 10), (9, 20)], [1]),
        ([(9, 20), (0, 10)], [0]),
        ([(0, 100), (5, 6), (7, None)], [1, 2]),
        ([(None, 10), (None, 5)], [0]),
        ([(None, None), (5, 6)], [1]),
        ([(0, None), (500, None)], [1]),
    ],
)
def test_two_changes_of_the_limit_on_one_day_are_refused_each(
    spans: list[tuple[int | None, int | None]], places: list[int]
) -> None:
    with pytest.raises(CareError) as caught:
        Professional(id="p-1", limit_changes=changes(*spans))
    faults = caught.value.faults if isinstance(caught.value, ManyFaults) else (caught.value,)
    assert [fault.place for fault in faults] == [f"$.limit_changes[{index}]" for index in places]
    assert all("hold on" in fault.what for fault in faults)


@pytest.mark.parametrize(
    "spans",
    [
        [(0, 10), (10, 20), (None, 0), (20, None)],
        # A period that holds no day is odd, and stands in nobody's way.
        [(0, 10), (5, 5), (10, 10)],
    ],
)
def test_changes_of_the_limit_may_follow_one_another(
    spans: list[tuple[int | None, int | None]],
) -> None:
    assert len(Professional(id="p-1", limit_changes=changes(*spans)).limit_changes) == len(spans)


@pytest.mark.parametrize("value", [HALF, [HALF.period], None, {HALF}])
def test_changes_of_the_limit_come_in_a_list(value: object) -> None:
    untyped: Any = value
    with pytest.raises(WrongType):
        Professional(id="p-1", limit_changes=untyped)
