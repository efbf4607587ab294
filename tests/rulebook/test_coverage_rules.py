"""Who pays, and whether what was authorised is enough."""

from datetime import date
from typing import Any

import pytest

from carecore.base.timing import Period
from carecore.coverage import Authorization, AuthorizationStatus, Coverage
from carecore.people import Client
from carecore.plans import Activity, ActivityStatus, CarePlan, PlanStatus
from carecore.record import Event, EventKind, EventOutcome, Record
from carecore.roles import PayerKind

from .asked import DAY, fared, in_force, plan, said

START, SOON, END = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
APPROVED = AuthorizationStatus.APPROVED


def authorized(**parts: Any) -> Authorization:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {
        "id": "a-1",
        "service": "visit_home",
        "units": 2,
        "unit": "visit",
        "period": Period(START, END),
        "status": APPROVED,
    }
    return Authorization(**known | parts)


def visited(*days: int, **parts: Any) -> Record:  # noqa: ANN401 # handed on
    """A record of a visit on each of these days of November."""
    known: dict[str, Any] = {"kind": EventKind.VISIT, "what": "visit_home"}
    return Record(
        client_id="c-17",
        events=tuple(
            Event(id=f"e-{number}", happened=date(2026, 11, day), **known | parts)
            for number, day in enumerate(days)
        ),
    )


def paid(record: Record, *authorizations: Authorization) -> CarePlan:
    return plan(record=record, authorizations=authorizations)


def test_more_than_was_authorised_is_told() -> None:
    made = paid(visited(2, 3, 4), authorized(id="a-0", units=3), authorized())

    assert said("K101", made) == [
        (
            "K101 warning at $.authorizations[1]: of the authorization 'a-1', more is used than 2"
            " of visit. Maybe more was authorised since."
        )
    ]


def test_no_units_are_none_and_not_without_limit() -> None:
    assert len(said("K101", paid(visited(2), authorized(units=0)))) == 1


@pytest.mark.parametrize(
    ("record", "one"),
    [
        (visited(2, 3), authorized()),
        (visited(), authorized(units=0)),
        (visited(2, 3, 4), authorized(units=None)),
        (visited(2, 3, 4), authorized(status=AuthorizationStatus.REQUESTED)),
        (visited(2, 3, 30), authorized()),
        (visited(2, 3, 4), authorized(period=Period(date(2026, 11, 3), END))),
        (visited(2, 3, 4, outcome=EventOutcome.ATTEMPTED), authorized()),
        (visited(2, 3, 4, client_id="c-71"), authorized()),
        (visited(2, 3, 4, what="visit_in_hospital"), authorized()),
        (visited(2, 3, 4), authorized(unit="hour")),
    ],
)
def test_what_is_within_or_cannot_be_told_is_left_alone(record: Record, one: Authorization) -> None:
    assert said("K101", paid(record, one)) == []


def resting(one: Authorization, /, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    """A plan in which an activity rests on that authorization."""
    known: dict[str, Any] = {"id": "w-1", "authorization": "a-1"}
    work = Activity(**known | parts)
    return plan(activities=(Activity(id="w-0"), work), authorizations=(one,))


def test_an_activity_that_rests_on_what_was_not_approved_is_told() -> None:
    made = resting(authorized(status=AuthorizationStatus.REQUESTED))

    assert said("K102", made) == [
        (
            "K102 warning at $.activities[1].authorization: the activity 'w-1' rests on the"
            " authorization 'a-1', which does not hold on 2026-11-24. Maybe ask the payer."
        )
    ]


LATER = {"window": Period(SOON, END), "status": ActivityStatus.SCHEDULED}


@pytest.mark.parametrize(
    ("one", "parts", "holds"),
    [
        (authorized(), {}, True),
        (authorized(status=None), {}, True),
        (authorized(period=None), {}, True),
        (authorized(status=AuthorizationStatus.DENIED, period=None), {}, False),
        (authorized(period=Period(START, DAY)), {}, False),
        (authorized(period=Period(START, DAY)), {"status": ActivityStatus.COMPLETED}, True),
        (authorized(status=AuthorizationStatus.DENIED), {"authorization": "a-9"}, True),
        # What is to come may still be answered; a no is a no.
        (authorized(status=AuthorizationStatus.REQUESTED), LATER, True),
        (authorized(status=None), LATER, True),
        (authorized(status=AuthorizationStatus.CANCELLED), LATER, False),
        (authorized(period=Period(START, SOON)), LATER, False),
        (
            authorized(status=AuthorizationStatus.REQUESTED, period=Period(START, SOON)),
            LATER,
            False,
        ),
        (authorized(period=Period(SOON, END)), LATER, True),
    ],
)
def test_an_activity_rests_on_what_holds_on_its_first_day(
    one: Authorization, parts: dict[str, Any], *, holds: bool
) -> None:
    assert (said("K102", resting(one, **parts)) == []) is holds


def covered(period: Period | None) -> Coverage:
    return Coverage(id="k-1", client_id="c-17", payer=PayerKind.MEDICARE, period=period)


def test_a_plan_in_force_for_which_nobody_pays_is_told() -> None:
    assert said("K103", in_force(coverages=(covered(Period(START, DAY)),))) == [
        (
            "K103 advice at $.coverages: nobody is known who pays on 2026-11-24. Maybe ask who pays"
            " now."
        )
    ]
    assert len(said("K103", in_force(client=Client(id="c-17", payers=())))) == 1


@pytest.mark.parametrize(
    "made",
    [
        in_force(coverages=(covered(Period(START)),)),
        in_force(coverages=(covered(Period(START, DAY)), covered(None))),
        in_force(client=Client(id="c-17", payers=("private_pay",))),
        plan(status=PlanStatus.DRAFT),
    ],
)
def test_where_somebody_pays_or_may_or_nothing_is_in_force_nobody_is_missed(made: CarePlan) -> None:
    assert said("K103", made) == []


def test_units_that_will_not_last_are_told() -> None:
    made = paid(visited(2, 9, 16, 23), authorized(units=8))

    assert said("K104", made) == [
        (
            "K104 advice at $.authorizations[0]: at the pace so far, the last visit of the"
            " authorization 'a-1' is used on 2026-12-18, and it runs until 2026-12-31."
            " Maybe ask for more in time."
        )
    ]


@pytest.mark.parametrize(
    ("record", "one"),
    [
        (visited(2, 9, 16, 23), authorized(units=12)),
        (visited(), authorized(units=1)),
        (visited(2, 9), authorized()),
        (visited(2), authorized(period=None)),
        (visited(2), authorized(period=Period(START))),
        (visited(2, 9, 16, 23), authorized(units=8, status=AuthorizationStatus.EXPIRED)),
        (visited(2), authorized(period=Period(START, date(2026, 11, 20)))),
    ],
)
def test_units_that_last_or_of_which_nobody_can_tell_are_left_alone(
    record: Record, one: Authorization
) -> None:
    assert said("K104", paid(record, one)) == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("K101", "a record, authorizations"),
        ("K102", "activities, authorizations"),
        ("K103", "a status"),
        ("K104", "a record, authorizations"),
    ],
)
def test_a_plan_without_authorizations_is_not_asked_about_them(code: str, missing: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped ({missing})"
