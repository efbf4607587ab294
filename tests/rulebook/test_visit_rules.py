"""Whether visits were made, what shows it, and whether who comes is in the team."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from carecore.base.timing import PartialDate, Period
from carecore.people import Membership, Professional, Team
from carecore.plans import Activity, ActivityStatus, CarePlan, PlanStatus, Visit
from carecore.record import Condition, Event, EventKind, EventOutcome, Observation, Record

from .asked import DAY, fared, plan, said

MONDAY = date(2026, 11, 23)
TEAM = Team(
    id="t-1",
    memberships=(
        Membership(
            person_id="p-1",
            role="home_health_nurse",
            period=Period(date(2026, 11, 1), date(2026, 12, 1)),
        ),
    ),
    professionals=(Professional(id="p-2"),),
)


def visit(**parts: Any) -> Visit:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {"id": "v-1"}
    return Visit(**known | parts)


def seen(*events: Event, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    """A plan whose record holds these events."""
    return plan(record=Record(client_id="c-17", events=events), **parts)


def event(kind: EventKind = EventKind.VISIT, /, **parts: Any) -> Event:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {"id": "e-1", "kind": kind, "happened": MONDAY}
    return Event(**known | parts)


def test_a_visit_whose_day_is_past_and_that_nobody_saw_is_told() -> None:
    made = seen(visits=(visit(planned=MONDAY, by="p-1"), visit(id="v-2", planned=MONDAY)))

    assert said("V101", made) == [
        (
            "V101 warning at $.visits[0]: the visit 'v-1' by 'p-1' was planned for 2026-11-23, and"
            " nothing shows that it was made. Maybe it was made, and its event is not named."
        ),
        (
            "V101 warning at $.visits[1]: the visit 'v-2' was planned for 2026-11-23, and"
            " nothing shows that it was made. Maybe it was made, and its event is not named."
        ),
    ]


@pytest.mark.parametrize(
    "planned",
    [
        None,
        DAY,
        date(2026, 12, 1),
        PartialDate.parse("2026-11"),
        datetime(2026, 11, 24, 1, tzinfo=UTC),
    ],
)
def test_a_visit_that_may_still_come_is_not_missed(planned: date | PartialDate | None) -> None:
    assert said("V101", seen(visits=(visit(planned=planned),))) == []


def test_a_visit_that_names_its_event_was_seen() -> None:
    assert said("V101", seen(visits=(visit(planned=MONDAY, event="e-9"),))) == []


@pytest.mark.parametrize(
    ("found", "by", "is_seen"),
    [
        (event(by="p-1"), "p-1", True),
        (event(), "p-1", True),
        (event(by="p-2"), "p-1", False),
        (event(by="p-2"), None, True),
        (event(by="p-1", happened=date(2026, 11, 22)), "p-1", False),
        (event(by="p-1", happened=None), "p-1", False),
        (event(by="p-1", outcome=EventOutcome.ATTEMPTED), "p-1", False),
        (event(EventKind.CONTACT, by="p-1"), "p-1", False),
    ],
)
def test_a_visit_of_the_record_on_that_day_shows_that_somebody_came(
    found: Event, by: str | None, *, is_seen: bool
) -> None:
    made = seen(found, visits=(visit(planned=MONDAY, by=by),))

    assert (said("V101", made) == []) is is_seen


@pytest.mark.parametrize("status", [one for one in PlanStatus if one.is_ended])
def test_nobody_is_expected_where_the_plan_has_ended(status: PlanStatus) -> None:
    assert said("V101", seen(status=status, visits=(visit(planned=MONDAY),))) == []


@pytest.mark.parametrize(
    ("status", "is_expected"),
    [(None, True), (ActivityStatus.IN_PROGRESS, True), (ActivityStatus.STOPPED, False)],
)
def test_nobody_is_expected_for_an_activity_that_has_ended(
    status: ActivityStatus | None, *, is_expected: bool
) -> None:
    made = seen(
        activities=(Activity(id="a-1", status=status),),
        visits=(visit(planned=MONDAY, activity="a-1"),),
    )

    assert (said("V101", made) != []) is is_expected


@pytest.mark.parametrize(
    ("found", "because", "severity"),
    [
        (event(EventKind.NOTICE), "is of the kind notice", "error"),
        (event(EventKind.MEDICATION_REVIEW), "is of the kind medication review", "warning"),
        (event(outcome=EventOutcome.NOT_DONE), "is not done", "error"),
        (event(EventKind.CONTACT, outcome=EventOutcome.REFUSED), "is refused", "error"),
        (event(EventKind.CONTACT, outcome=None), "is of the kind contact", "warning"),
    ],
)
def test_an_event_that_shows_no_visit_is_told(found: Event, because: str, severity: str) -> None:
    assert said("V102", seen(found, visits=(visit(event="e-1"),))) == [
        (
            f"V102 {severity} at $.visits[0].event: the visit 'v-1' is shown by 'e-1', which"
            f" {because}. Maybe another event shows it."
        )
    ]


@pytest.mark.parametrize("entry", [Condition(id="e-1"), Observation(id="e-1")])
def test_what_is_no_event_shows_no_visit(entry: Condition | Observation) -> None:
    record = Record(client_id="c-17").with_entries(entry)

    assert said("V102", plan(record=record, visits=(visit(event="e-1"),))) == [
        (
            "V102 error at $.visits[0].event: the visit 'v-1' is shown by 'e-1', which is no event."
            " Maybe another event shows it."
        )
    ]


@pytest.mark.parametrize(
    ("found", "named"),
    [
        (event(), "e-1"),
        (event(outcome=None), "e-1"),
        (event(EventKind.OTHER), "e-1"),
        (event(EventKind.NOTICE), None),
        # That nothing has the id is for another rule.
        (event(EventKind.NOTICE), "e-9"),
    ],
)
def test_an_event_that_is_or_may_be_a_visit_shows_it(found: Event, named: str | None) -> None:
    assert said("V102", seen(found, visits=(visit(event=named),))) == []


def test_a_visit_by_somebody_outside_the_team_is_told() -> None:
    late = visit(by="p-1", planned=datetime(2026, 12, 1, 9, tzinfo=UTC))
    made = plan(team=TEAM, visits=(late, visit(id="v-2", by="p-2", planned=DAY)))

    assert said("V103", made) == [
        (
            "V103 warning at $.visits[0].by: the visit 'v-1' on 2026-12-01 is for 'p-1', who is not"
            " in the team then. Maybe somebody else comes on that day."
        ),
        (
            "V103 warning at $.visits[1].by: the visit 'v-2' on 2026-11-24 is for 'p-2', who is not"
            " in the team then. Maybe somebody else comes on that day."
        ),
    ]


@pytest.mark.parametrize(
    ("by", "planned"),
    [
        ("p-1", date(2026, 11, 30)),
        (None, DAY),
        ("p-1", None),
        ("p-1", PartialDate.parse("2026-12")),
        ("c-17", DAY),
        # Whom nobody knows, another rule tells.
        ("p-9", DAY),
    ],
)
def test_who_comes_is_in_the_team_or_cannot_be_told(
    by: str | None, planned: date | PartialDate | None
) -> None:
    assert said("V103", plan(team=TEAM, visits=(visit(by=by, planned=planned),))) == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("V101", "a record, visits"),
        ("V102", "a record, visits"),
        ("V103", "a team, visits"),
    ],
)
def test_a_plan_without_visits_is_not_asked_about_them(code: str, missing: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped ({missing})"
