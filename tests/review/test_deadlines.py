"""What is due around a move, counted by hand on the calendar.

The discharge is on Wednesday 25 November 2026; Thursday the 26th is Thanksgiving.
"""

from datetime import date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.calendars import BusinessCalendar, Pause
from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.coverage import Coverage
from carecore.errors import UnknownId, WrongType
from carecore.record import Event, EventKind, EventOutcome, Observation, Record
from carecore.review import DeadlineList, find_deadlines
from carecore.roles import PayerKind
from carecore.transitions import ClockState, StartBasis

from .samples_review import CALENDAR, CLIENT, DEADLINES, HOME, MOMENT, PLAN, RECORD, at

LEFT = Event(id="e-left", kind=EventKind.DISCHARGE, setting="acute_ward", happened=at(11, 25, 11))
TALK = Event(id="e-talk", kind=EventKind.CONTACT, what="interactive_contact")
COMPLEX = Observation(id="e-complex", what="complex_decisions", value=True, happened=at(11, 25, 10))
DISCHARGED = RECORD.with_entries(LEFT, COMPLEX)


def due(
    record: Record | None = DISCHARGED,
    *,
    as_of: datetime = MOMENT,
    **changes: Any,  # noqa: ANN401
) -> DeadlineList:
    """What is due around the way home."""
    plan = attrs.evolve(PLAN, record=record, **changes)
    return find_deadlines(plan, "t-home", as_of=as_of, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("clock", "last"),
    [
        # The first business day after the discharge is Friday 27, the second Monday 30.
        ("contact_after_discharge", date(2026, 11, 30)),
        ("visit_after_discharge_high", date(2026, 12, 2)),
        ("visit_after_discharge", date(2026, 12, 9)),
        # The day of the discharge and the next 29.
        ("thirty_days_after_discharge", date(2026, 12, 24)),
        # Two days after the admission on Monday 16.
        ("important_message", date(2026, 11, 18)),
    ],
)
def test_each_clock_runs_to_the_day_counted_by_hand(clock: str, last: date) -> None:
    found = due(as_of=at(11, 26)).clock(clock)

    assert (found.due, found.start is not None) == (last, True)


def test_a_second_message_is_due_four_hours_before() -> None:
    assert DEADLINES.clock("important_message_before_discharge").due == at(11, 25, 7)


def test_a_clock_that_starts_with_the_discharge_waits_for_it() -> None:
    found = DEADLINES.clock("contact_after_discharge")

    assert found.start is not None
    assert (found.state, found.start.basis) == (ClockState.NOT_STARTED, StartBasis.PLANNED)


@pytest.mark.parametrize(
    ("when", "as_of", "state"),
    [
        (None, at(11, 26), ClockState.RUNNING),
        (None, at(11, 30, 23), ClockState.RUNNING),
        (None, at(12, 1, 0), ClockState.MISSED),
        (at(11, 27), at(12, 5), ClockState.MET),
        (at(11, 30, 22), at(12, 5), ClockState.MET),
        (at(12, 1, 8), at(12, 5), ClockState.MET_LATE),
        # Before the discharge it does not count.
        (at(11, 24), at(12, 5), ClockState.MISSED),
    ],
)
def test_a_contact_counts_in_time_late_or_not_at_all(
    when: datetime | None, as_of: datetime, state: ClockState
) -> None:
    made = () if when is None else (attrs.evolve(TALK, happened=when),)
    found = due(DISCHARGED.with_entries(*made), as_of=as_of)

    assert found.clock("contact_after_discharge").state is state
    is_late = state in {ClockState.MISSED, ClockState.MET_LATE}
    assert ("contact_after_discharge" in [one.clock for one in found.late]) is is_late


def test_two_attempts_in_time_are_enough() -> None:
    tried = (
        attrs.evolve(TALK, id=f"e-{day}", happened=at(11, day), outcome=EventOutcome.ATTEMPTED)
        for day in (27, 28)
    )
    found = due(DISCHARGED.with_entries(*tried), as_of=at(12, 5))

    assert found.clock("contact_after_discharge").state is ClockState.MET


def test_a_visit_is_due_within_fourteen_days_where_decisions_are_complex() -> None:
    seen = Event(
        id="e-seen", kind=EventKind.VISIT, what="face_to_face_visit", happened=at(12, 9, 16)
    )
    found = due(DISCHARGED.with_entries(seen), as_of=at(12, 20))

    assert found.clock("visit_after_discharge").state is ClockState.MET
    # Nobody has said that decisions are highly complex.
    assert found.clock("visit_after_discharge_high").applies is Verdict.UNKNOWN
    assert "visit_after_discharge_high" in [one.clock for one in found.unclear]


def test_a_window_is_over_and_not_missed() -> None:
    found = due(as_of=at(12, 25)).clock("thirty_days_after_discharge")

    assert found.state is ClockState.OVER


def test_every_clock_is_listed_once() -> None:
    parts = (*DEADLINES.applying, *DEADLINES.unclear, *DEADLINES.not_applying)

    assert sorted(one.clock for one in parts) == sorted(one.id for one in STANDARD.clocks)
    assert [one.clock for one in DEADLINES.readings] == [one.id for one in STANDARD.clocks]
    assert (len(DEADLINES.applying), len(DEADLINES.unclear), len(DEADLINES.not_applying)) == (
        7,
        3,
        7,
    )


def test_a_clock_that_does_not_hold_says_why() -> None:
    found = due(client=attrs.evolve(CLIENT, payers=("private_pay",)))

    assert not [one for one in found.readings if one.applies is Verdict.NOT_MET and not one.reasons]
    assert str(found.clock("contact_after_discharge").reasons[0]) == (
        "it holds for clients of other payers, or the payers are unknown"
    )


def coverage(payer: PayerKind | None, period: Period | None = None) -> Coverage:
    """What one payer covers."""
    return Coverage(id=f"cov-{payer}", client_id="c-17", payer=payer, period=period)


@pytest.mark.parametrize(
    ("payers", "coverages", "applies"),
    [
        (None, (), Verdict.UNKNOWN),
        (None, (coverage(PayerKind.MEDICARE),), Verdict.MET),
        (None, (coverage(PayerKind.MEDICARE, Period(None, date(2026, 11, 1))),), Verdict.NOT_MET),
        (None, (coverage(PayerKind.VETERANS),), Verdict.NOT_MET),
        ((), (coverage(PayerKind.MEDICARE),), Verdict.NOT_MET),
        (("medicare",), (coverage(PayerKind.VETERANS),), Verdict.MET),
        # A payer of an unknown sort may be any, and takes nothing from those that are known.
        (None, (coverage(None),), Verdict.UNKNOWN),
        (None, (coverage(PayerKind.VETERANS), coverage(None)), Verdict.UNKNOWN),
        (None, (coverage(PayerKind.MEDICARE), coverage(None)), Verdict.MET),
        (
            None,
            (coverage(PayerKind.VETERANS), coverage(None, Period(None, date(2026, 11, 1)))),
            Verdict.NOT_MET,
        ),
        (None, (attrs.evolve(coverage(PayerKind.MEDICARE), client_id="c-18"),), Verdict.UNKNOWN),
        (
            None,
            (
                attrs.evolve(coverage(PayerKind.MEDICARE), client_id="c-18"),
                coverage(PayerKind.VETERANS),
            ),
            Verdict.NOT_MET,
        ),
    ],
)
def test_who_pays_is_told_by_the_client_or_else_by_the_coverages(
    payers: tuple[str, ...] | None, coverages: tuple[Coverage, ...], applies: Verdict
) -> None:
    found = due(client=attrs.evolve(CLIENT, payers=payers), coverages=coverages)

    assert found.clock("contact_after_discharge").applies is applies


def test_a_place_that_nobody_knows_leaves_it_open() -> None:
    found = due(client=attrs.evolve(CLIENT, jurisdiction=None))

    assert found.applying == ()


def test_a_pause_moves_what_is_due() -> None:
    still = Pause(start=date(2026, 11, 27), end=date(2026, 11, 28), because="strike")
    plan = attrs.evolve(PLAN, record=DISCHARGED)
    days = attrs.evolve(STANDARD.clock("contact_after_discharge"), payers=None, jurisdictions=None)
    catalogue = Catalogue(care_settings=STANDARD.care_settings, clocks=(days,))
    found = find_deadlines(
        plan, "t-home", as_of=at(11, 26), calendar=CALENDAR, catalogue=catalogue, pauses=[still]
    )

    assert found.readings[0].due == date(2026, 12, 1)


def test_without_a_record_nothing_is_missed() -> None:
    left = attrs.evolve(HOME, planned=at(11, 20, 11))
    found = due(None, as_of=at(12, 25), transitions=(left,))

    assert [one.clock for one in found.readings if one.state is ClockState.MISSED] == []
    notice = found.clock("important_message_before_discharge")
    assert (notice.state, str(notice.reasons[0])) == (
        ClockState.UNKNOWN,
        "the plan has no record of its client, so nobody can tell what was done",
    )


def test_without_a_record_what_has_not_started_has_not_started() -> None:
    assert due(None).clock("contact_after_discharge").state is ClockState.NOT_STARTED


def test_the_answer_names_the_move_and_the_moment() -> None:
    assert (DEADLINES.plan, DEADLINES.transition, DEADLINES.as_of) == ("plan-1", "t-home", MOMENT)


def test_a_clock_is_found_by_its_id() -> None:
    with pytest.raises(UnknownId, match="there is no clock 'moon'"):
        DEADLINES.clock("moon")


def test_deadlines_print_what_holds_what_may_and_what_does_not() -> None:
    text = str(DEADLINES)

    assert text.startswith("What is due around t-home (as of 2026-11-23T09:00:00-05:00)\n")
    for part in ("7 hold, 3 may hold, 7 do not.", "Holds", "May hold", "Does not hold", "Sources"):
        assert part in text


def test_what_does_not_hold_is_told_once_for_each_reason() -> None:
    text = str(DEADLINES)
    told = text[text.index("Does not hold") : text.index("Sources")]

    assert [line for line in told.splitlines() if line.endswith(":")] == [
        "it holds between other care settings, or they are unknown:"
    ]
    assert told.count("\n- ") == len(DEADLINES.not_applying)


def test_no_clock_prints_none() -> None:
    found = find_deadlines(PLAN, "t-home", as_of=MOMENT, calendar=CALENDAR, catalogue=Catalogue())

    assert str(found).endswith("0 hold, 0 may hold, 0 do not.")


def test_a_move_that_is_not_on_the_plan_is_named() -> None:
    with pytest.raises(UnknownId, match="there is no transition 't-hom'"):
        find_deadlines(PLAN, "t-hom", as_of=MOMENT, calendar=CALENDAR)


ASK: Any = find_deadlines


@pytest.mark.parametrize(
    ("plan", "changes"),
    [
        (None, {}),
        (PLAN, {"as_of": date(2026, 11, 23)}),
        (PLAN, {"as_of": datetime(2026, 11, 23)}),
        (PLAN, {"calendar": None}),
        (PLAN, {"catalogue": None}),
        (PLAN, {"pauses": [3]}),
    ],
)
def test_the_question_takes_what_it_says(plan: object, changes: dict[str, object]) -> None:
    with pytest.raises(WrongType):
        ASK(plan, "t-home", **{"as_of": MOMENT, "calendar": BusinessCalendar()} | changes)


def test_a_clock_is_found_by_its_id_or_refused_with_what_looks_like_it() -> None:
    with pytest.raises(UnknownId, match="Maybe 'contact_after_discharge'"):
        DEADLINES.clock("contact_after_dischar")
    untyped: Any = None
    with pytest.raises(WrongType, match="the id of a clock is None"):
        DEADLINES.clock(untyped)
