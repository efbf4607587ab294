"""Which activities are open, and which days are left for them."""

from datetime import date
from typing import Any

import pytest

from carecore.base.timing import Period
from carecore.people import Client
from carecore.plans import Activity, ActivityStatus, CarePlan, Stage
from carecore.review import PlanView

DAY = date(2026, 11, 23)
BEFORE, AFTER, LATER = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)


def days_of(activity: Activity, *stages: Stage) -> list[tuple[date, date | None]]:
    plan = CarePlan(id="plan-1", client=Client(id="c-17"), activities=(activity,), stages=stages)
    return [(one.start, one.end) for one in PlanView.of(plan, as_of=DAY).open_work]


@pytest.mark.parametrize(
    ("window", "period", "expected"),
    [
        (None, None, [(DAY, None)]),
        (Period(BEFORE, AFTER), None, [(DAY, AFTER)]),
        (Period(AFTER, LATER), None, [(AFTER, LATER)]),
        (Period(None, None), None, [(DAY, None)]),
        (None, Period(AFTER, LATER), [(AFTER, LATER)]),
        (None, Period(BEFORE), [(DAY, None)]),
        (None, Period(None, AFTER), [(DAY, AFTER)]),
        (Period(BEFORE, LATER), Period(BEFORE, AFTER), [(DAY, AFTER)]),
        (Period(BEFORE, AFTER), Period(AFTER, LATER), []),
        (Period(BEFORE, DAY), None, []),
        (None, Period(BEFORE, DAY), []),
    ],
)
def test_an_activity_has_the_days_that_window_and_stage_share(
    window: Period | None, period: Period | None, expected: list[tuple[date, date | None]]
) -> None:
    activity = Activity(id="a-1", stage="ward", window=window)

    assert days_of(activity, Stage(id="ward", name="ward", period=period)) == expected


@pytest.mark.parametrize("status", [None, *ActivityStatus])
def test_what_has_ended_or_is_put_off_is_not_open(status: ActivityStatus | None) -> None:
    is_open = status is None or not (status.is_ended or status is ActivityStatus.ON_HOLD)

    assert days_of(Activity(id="a-1", status=status)) == ([(DAY, None)] if is_open else [])


def test_nothing_is_left_to_do_in_a_stage_that_is_closed() -> None:
    activity: Any = Activity(id="a-1", stage="ward")

    assert days_of(activity, Stage(id="ward", name="ward", is_closed=True)) == []


def test_a_stage_that_is_not_there_bounds_nothing() -> None:
    assert days_of(Activity(id="a-1", stage="ward")) == [(DAY, None)]


def test_open_work_knows_its_place_and_tells_its_days() -> None:
    done = Activity(id="a-1", status=ActivityStatus.COMPLETED)
    plan = CarePlan(
        id="plan-1",
        client=Client(id="c-17"),
        activities=(done, Activity(id="a-2"), Activity(id="a-3", window=Period(DAY, AFTER))),
    )
    view = PlanView.of(plan, as_of=DAY)

    assert view.open_work is view.open_work
    assert [(one.place, one.days) for one in view.open_work] == [
        ("$.activities[1]", "from 2026-11-23 on"),
        ("$.activities[2]", "from 2026-11-23 to 2026-12-01"),
    ]
