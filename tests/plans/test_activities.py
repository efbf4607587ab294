"""Activities, visits and contacts."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.recurrence import Recurrence
from carecore.base.timing import PartialDate, Period
from carecore.errors import InvalidValue, WrongType
from carecore.plans import Activity, ActivityStatus, Contact, Stage, Visit

from .samples_plans import ACTIVITY, CONTACT, SPRING, STAGE, VISIT

FIRST, LAST = date(2026, 3, 1), date(2026, 4, 1)
WEEKLY = Recurrence("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY")
MORNINGS = Recurrence("DTSTART;TZID=Europe/Berlin:20260328T090000\nRRULE:FREQ=DAILY")
WALKS = Activity(id="walks", accountable=("p-1",), cadence=WEEKLY)


@pytest.mark.parametrize(
    ("verb", "status", "because"),
    [
        (lambda one: one.scheduled(SPRING), ActivityStatus.SCHEDULED, None),
        (lambda one: one.started(), ActivityStatus.IN_PROGRESS, None),
        (lambda one: one.on_hold(), ActivityStatus.ON_HOLD, None),
        (lambda one: one.completed(), ActivityStatus.COMPLETED, None),
        (lambda one: one.cancelled(because="moved"), ActivityStatus.CANCELLED, "moved"),
        (lambda one: one.stopped(because="moved"), ActivityStatus.STOPPED, "moved"),
    ],
)
def test_a_verb_sets_where_an_activity_is_and_why_and_nothing_else(
    verb: Callable[[Activity], Activity], status: ActivityStatus, because: str | None
) -> None:
    after = verb(ACTIVITY)

    assert (after.status, after.because_ended) == (status, because)
    before = attrs.evolve(after, status=ACTIVITY.status, because_ended=ACTIVITY.because_ended)
    assert before == ACTIVITY


@pytest.mark.parametrize("verb", [Activity.cancelled, Activity.stopped])
def test_nobody_calls_an_activity_off_without_a_reason(verb: Callable[..., Activity]) -> None:
    with pytest.raises(InvalidValue, match="not snake_case"):
        verb(WALKS, because="")


@pytest.mark.parametrize(
    ("status", "ended", "called_off"),
    [
        (ActivityStatus.NOT_STARTED, False, False),
        (ActivityStatus.SCHEDULED, False, False),
        (ActivityStatus.IN_PROGRESS, False, False),
        (ActivityStatus.ON_HOLD, False, False),
        (ActivityStatus.COMPLETED, True, False),
        (ActivityStatus.CANCELLED, True, True),
        (ActivityStatus.STOPPED, True, True),
        (ActivityStatus.ENTERED_IN_ERROR, True, True),
    ],
)
def test_a_status_says_whether_an_activity_has_ended_and_how(
    status: ActivityStatus, *, ended: bool, called_off: bool
) -> None:
    assert (status.is_ended, status.is_called_off) == (ended, called_off)


def test_an_activity_is_scheduled_for_days() -> None:
    assert WALKS.scheduled(SPRING).window == SPRING


def test_an_activity_is_not_scheduled_for_a_text() -> None:
    with pytest.raises(WrongType, match="the window is text"):
        WALKS.scheduled("in spring")  # type: ignore[arg-type] # that is the point


def test_whoever_takes_an_activity_over_is_alone_in_it_and_helps_no_longer() -> None:
    both = attrs.evolve(WALKS, accountable=("p-1", "p-2"), helpers=("p-3", "p-4"))

    after = both.handed_to("p-3")
    assert (after.accountable, after.helpers) == (("p-3",), ("p-4",))


def test_two_can_answer_for_an_activity_for_rules_to_report() -> None:
    assert Activity(id="a", accountable=("p-1", "p-2")).accountable == ("p-1", "p-2")


def test_the_same_person_does_not_answer_twice() -> None:
    with pytest.raises(InvalidValue, match=r"\$\.accountable\[1\]"):
        Activity(id="a", accountable=("p-1", "p-1"))


def test_the_cadence_says_the_visits() -> None:
    assert WALKS.visits_between(FIRST, date(2026, 3, 15)) == (
        Visit(id="walks@2026-03-02", activity="walks", by="p-1", planned=date(2026, 3, 2)),
        Visit(id="walks@2026-03-09", activity="walks", by="p-1", planned=date(2026, 3, 9)),
    )


def test_the_visits_keep_to_the_clock_of_the_cadence() -> None:
    days = (date(2026, 3, 28), date(2026, 3, 30))

    visits = attrs.evolve(WALKS, cadence=MORNINGS).visits_between(*days)
    assert [(one.id, one.planned) for one in visits] == [
        ("walks@2026-03-28T09:00:00+01:00", datetime(2026, 3, 28, 8, tzinfo=UTC)),
        ("walks@2026-03-29T09:00:00+02:00", datetime(2026, 3, 29, 7, tzinfo=UTC)),
    ]


def test_there_are_no_visits_outside_the_window() -> None:
    window = Period(date(2026, 3, 3), date(2026, 3, 10))

    visits = attrs.evolve(WALKS, window=window).visits_between(FIRST, LAST)
    assert [one.id for one in visits] == ["walks@2026-03-09"]


def test_there_are_no_visits_in_days_that_do_not_meet_the_window() -> None:
    window = Period(date(2026, 5, 1))

    assert attrs.evolve(WALKS, window=window).visits_between(FIRST, LAST) == ()


def test_there_are_no_visits_without_a_cadence() -> None:
    assert Activity(id="a").visits_between(FIRST, LAST) == ()


def test_there_are_no_visits_in_no_days() -> None:
    assert WALKS.visits_between(date(2026, 3, 2), date(2026, 3, 2)) == ()


@pytest.mark.parametrize("accountable", [(), ("p-1", "p-2")])
def test_where_nobody_alone_answers_nobody_is_named_for_a_visit(
    accountable: tuple[str, ...],
) -> None:
    visits = attrs.evolve(WALKS, accountable=accountable).visits_between(FIRST, LAST)

    assert {one.by for one in visits} == {None}


@given(cut=st.dates(FIRST, LAST))
def test_visits_of_two_stretches_are_those_of_the_whole(cut: date) -> None:
    parts = (*WALKS.visits_between(FIRST, cut), *WALKS.visits_between(cut, LAST))

    assert parts == WALKS.visits_between(FIRST, LAST)


def test_visits_are_asked_for_between_days() -> None:
    with pytest.raises(WrongType, match="the start is a datetime"):
        WALKS.visits_between(datetime(2026, 3, 1, tzinfo=ZoneInfo("Europe/Berlin")), LAST)


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(InvalidValue, match="before it starts"):
        WALKS.visits_between(LAST, FIRST)


def test_a_visit_is_made_once_an_event_shows_it() -> None:
    planned = attrs.evolve(VISIT, event=None)

    assert (planned.is_made, planned.made("e-3").is_made) == (False, True)


def test_a_visit_is_shown_by_an_event_with_an_id() -> None:
    with pytest.raises(InvalidValue, match="the entry id is blank"):
        VISIT.made("")


def test_a_visit_can_be_moved_to_another_day() -> None:
    moved = VISIT.moved_to(date(2026, 3, 10))

    assert moved == attrs.evolve(VISIT, planned=PartialDate(2026, 3, 10))


def test_a_contact_keeps_its_number_to_itself() -> None:
    assert repr(CONTACT) == "<Contact>"


def test_a_contact_can_be_whoever_is_there() -> None:
    assert Contact(organization="o-1", purpose="pain").person is None


def test_an_activity_shows_its_id_and_a_visit_what_it_holds() -> None:
    assert (repr(ACTIVITY), repr(Visit(id="visit-1"))) == (
        "<Activity activity-1>",
        "Visit(id='visit-1', activity=None, by=None, planned=None, event=None, setting=None)",
    )


def test_the_duty_of_an_activity_is_a_word_of_the_field() -> None:
    with pytest.raises(InvalidValue, match=r"\$\.duty: the duty id 'Walk' is not snake_case"):
        Activity(id="a", duty="Walk")


def test_a_stage_ends_when_somebody_says_so_and_can_be_opened_again() -> None:
    home = Stage(id="home", name="at home", period=Period(FIRST, LAST))

    assert (home.is_closed, home.closed().is_closed) == (False, True)
    assert home.closed().reopened() == home


def test_a_stage_can_be_moved_to_other_days() -> None:
    assert STAGE.moved_to(SPRING) == attrs.evolve(STAGE, period=SPRING)


def test_a_stage_has_a_name() -> None:
    with pytest.raises(InvalidValue, match="the name of a Stage is blank"):
        Stage(id="home", name=" ")
