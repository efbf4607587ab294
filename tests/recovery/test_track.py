"""How a recovery stands on a day, against answers worked out by hand."""

from datetime import UTC, date, datetime
from itertools import pairwise

import attrs
import pytest

from carecore.base.amounts import Quantity
from carecore.base.calendars import BusinessCalendar, Window
from carecore.base.reasons import Verdict
from carecore.base.timing import Offset, PartialDate
from carecore.errors import InvalidValue, UnknownId, WrongType
from carecore.record import (
    Comparison,
    Condition,
    ConditionSign,
    ConditionStatus,
    Event,
    EventKind,
    EventOutcome,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
)
from carecore.recovery import (
    Conflict,
    ConflictKind,
    Milestone,
    MilestoneState,
    Timeline,
    TrackedMilestone,
    Tracking,
    Waiver,
    track,
)

from .lines import ANCHOR, day, done, line, link, milestone, record

# Surgery by day 1; first steps the day after it; walking 3 days after those; home by day 30.
HIP = line(
    milestone("surgery", 0, 1),
    "steps",
    "walk",
    milestone("home", None, 30),
    milestone("review", 120, 134),
    links=[link("surgery", "steps", 1, 1), link("steps", "walk", 3), link("walk", "home")],
)


def states(answer: Tracking) -> dict[str, str]:
    """The state of each milestone."""
    return {one.id: one.state.value for one in answer.milestones}


def forecasts(answer: Tracking) -> dict[str, int | None]:
    """The forecast of each milestone, from the anchor."""
    return {
        one.id: None if one.forecast is None else (one.forecast - ANCHOR).days
        for one in answer.milestones
    }


def test_on_the_first_day_only_what_may_be_reached_at_once_is_due() -> None:
    answer = track(HIP, record(), as_of=day(0))

    assert states(answer) == {
        "surgery": "due",
        "steps": "waiting",
        "walk": "waiting",
        "home": "waiting",
        "review": "waiting",
    }


def test_as_planned_means_the_forecast_is_the_plan() -> None:
    answer = track(HIP, record(done("surgery", 0)), as_of=day(0))

    assert forecasts(answer) == {"surgery": None, "steps": 1, "walk": 4, "home": 4, "review": 120}
    assert [one.planned for one in answer.milestones] == [
        day(0),
        day(1),
        day(4),
        day(4),
        day(120),
    ]
    assert (answer.end_planned, answer.end_forecast, answer.days_moved) == (day(120), day(120), 0)


def test_a_late_milestone_moves_all_that_follows_by_links_and_nothing_else() -> None:
    answer = track(HIP, record(done("surgery", 4)), as_of=day(4))

    assert forecasts(answer) == {"surgery": None, "steps": 5, "walk": 8, "home": 8, "review": 120}
    assert [one.due for one in answer.milestones] == [
        day(1),
        day(5),
        day(30),
        day(30),
        day(134),
    ]


def test_reached_after_its_last_day_is_reached_late_by_so_many_days() -> None:
    surgery = track(HIP, record(done("surgery", 4)), as_of=day(9)).milestone("surgery")

    assert (surgery.state, surgery.days_late) == (MilestoneState.REACHED_LATE, 3)
    assert (surgery.reached, surgery.entries) == (PartialDate(2026, 3, 6), ("e-surgery-4",))


def test_reached_in_time_is_not_late_however_long_ago_that_was() -> None:
    surgery = track(HIP, record(done("surgery", 1)), as_of=day(99)).milestone("surgery")

    assert (surgery.state, surgery.days_late) == (MilestoneState.REACHED, 0)


def test_a_milestone_whose_last_day_has_passed_is_overdue_and_what_waits_for_it_blocked() -> None:
    answer = track(HIP, record(), as_of=day(6))

    assert states(answer) == {
        "surgery": "overdue",
        "steps": "blocked",
        "walk": "blocked",
        "home": "blocked",
        "review": "waiting",
    }
    assert forecasts(answer) == {"surgery": 6, "steps": 7, "walk": 10, "home": 10, "review": 120}


def test_late_counts_the_days_since_the_last_one_for_what_is_blocked_as_well() -> None:
    answer = track(HIP, record(done("surgery", 1)), as_of=day(31))

    assert [(one.id, one.days_late, one.state.value) for one in answer.late] == [
        ("steps", 29, "overdue"),
        ("walk", 1, "blocked"),
        ("home", 1, "blocked"),
    ]


def test_the_last_day_of_a_most_time_counts_from_when_what_comes_before_was_reached() -> None:
    steps = track(HIP, record(done("surgery", 4)), as_of=day(7)).milestone("steps")

    assert (steps.due, steps.days_late, steps.state) == (day(5), 2, MilestoneState.OVERDUE)


def test_while_what_comes_before_is_not_reached_a_most_time_moves_with_its_forecast() -> None:
    steps = track(HIP, record(), as_of=day(7)).milestone("steps")

    assert (steps.due, steps.days_late) == (day(8), 0)


def test_without_a_window_the_last_day_is_that_of_the_schedule() -> None:
    timeline = line("a", "b", "c", links=[link("a", "b", 2), link("b", "c", 3), link("a", "c", 9)])

    answer = track(timeline, record(), as_of=day(0))
    assert [(one.id, one.due) for one in answer.milestones] == [
        ("a", day(0)),
        ("b", day(6)),
        ("c", day(9)),
    ]


def test_a_window_that_is_open_at_its_end_has_no_last_day() -> None:
    drive = track(line(milestone("drive", 42)), record(), as_of=day(99)).milestone("drive")

    assert (drive.due, drive.days_late, drive.state) == (None, None, MilestoneState.DUE)


def test_an_open_window_with_a_most_time_has_a_last_day_all_the_same() -> None:
    timeline = line("a", milestone("b", 0), links=[link("a", "b", 0, 5)])

    assert track(timeline, record(done("a", 2)), as_of=day(3)).milestone("b").due == day(7)


def test_before_its_window_a_milestone_waits() -> None:
    timeline = line(milestone("stitches", 10, 14))

    assert states(track(timeline, record(), as_of=day(9))) == {"stitches": "waiting"}
    assert states(track(timeline, record(), as_of=day(10))) == {"stitches": "due"}
    assert states(track(timeline, record(), as_of=day(14))) == {"stitches": "due"}
    assert states(track(timeline, record(), as_of=day(15))) == {"stitches": "overdue"}


def test_before_its_window_a_milestone_can_be_reached_early() -> None:
    timeline = line(milestone("stitches", 10, 14), "scar", links=[link("stitches", "scar", 7)])

    answer = track(timeline, record(done("stitches", 8)), as_of=day(9))
    assert states(answer) == {"stitches": "reached", "scar": "waiting"}
    assert (answer.end_planned, answer.end_forecast, answer.days_moved) == (day(17), day(15), -2)


def test_after_what_comes_before_was_late_a_milestone_waits_for_its_time_again() -> None:
    timeline = line("a", milestone("b", 0, 9), links=[link("a", "b", 3)])

    answer = track(timeline, record(done("a", 4)), as_of=day(6))
    assert (answer.milestone("b").planned, answer.milestone("b").forecast) == (day(3), day(7))
    assert states(answer)["b"] == "waiting"


def test_a_last_day_that_has_passed_counts_even_where_the_time_cannot_have_come() -> None:
    timeline = line("a", milestone("b", 0, 5), links=[link("a", "b", 3)])

    answer = track(timeline, record(done("a", 4)), as_of=day(6))
    assert states(answer) == {"a": "reached_late", "b": "overdue"}


def test_what_was_reached_out_of_turn_is_reached_and_says_so() -> None:
    answer = track(HIP, record(done("steps", 3)), as_of=day(4))

    steps = answer.milestone("steps")
    assert states(answer)["surgery"] == "overdue"
    assert steps.state is MilestoneState.REACHED
    assert [reason.id for reason in steps.reasons] == ["reached_out_of_turn", "event_done"]
    assert forecasts(answer)["walk"] == 6


def test_what_blocks_is_named() -> None:
    timeline = line("a", "b", "c", links=[link("b", "c"), link("a", "c")])

    reason = track(timeline, record(), as_of=day(1)).milestone("c").reasons[0]
    assert (reason.id, reason.text) == ("waits_for", "it waits for a, b")
    assert [fact.seen for fact in reason.facts] == ["a", "b"]


def test_a_waived_milestone_is_neither_late_nor_forecast_and_blocks_nobody() -> None:
    timeline = line(
        milestone("stairs", 2, 3, waived=True),
        milestone("home", 3, 9),
        links=[link("stairs", "home")],
    )

    answer = track(timeline, record(), as_of=day(8))
    assert states(answer) == {"stairs": "waived", "home": "due"}
    stairs = answer.milestone("stairs")
    assert (stairs.due, stairs.forecast, stairs.days_late, stairs.is_late) == (
        None,
        None,
        None,
        False,
    )
    assert stairs.reasons[0].text == "p-1 waived it on 2025-11-03: not needed"


def test_through_a_waived_milestone_one_still_waits_for_what_came_before_it() -> None:
    timeline = line(
        milestone("surgery", 0, 9),
        milestone("stairs", waived=True),
        "home",
        links=[link("surgery", "stairs"), link("stairs", "home")],
    )

    answer = track(timeline, record(), as_of=day(2))
    assert states(answer) == {"surgery": "due", "stairs": "waived", "home": "blocked"}
    assert answer.milestone("home").reasons[0].text == "it waits for surgery"


def test_through_waived_milestones_in_a_row_one_waits_for_all_that_came_before_them() -> None:
    row = [f"step{number}" for number in range(4)]
    timeline = line(
        milestone("surgery", 0, 9),
        milestone("talk", 0, 9),
        *(milestone(one, waived=True) for one in row),
        "home",
        links=[
            link("surgery", row[0]),
            *(link(*pair) for pair in pairwise(row)),
            link("talk", row[2]),
            link(row[3], "home"),
        ],
    )

    home = track(timeline, record(), as_of=day(2)).milestone("home")
    assert home.reasons[0].text == "it waits for surgery, talk"
    assert [fact.seen for fact in home.reasons[0].facts] == ["surgery", "talk"]


def test_a_waiver_counts_from_the_day_it_was_given() -> None:
    given = Waiver(by="p-1", at=day(5), because="client_declines")
    timeline = line(attrs.evolve(milestone("stairs", 2, 3), waived=given))

    assert states(track(timeline, record(), as_of=day(4))) == {"stairs": "overdue"}
    assert states(track(timeline, record(), as_of=day(5))) == {"stairs": "waived"}


def test_a_waiver_of_which_only_the_month_is_known_counts_from_its_first_day() -> None:
    given = Waiver(by="p-1", at=PartialDate(2026, 3), because="client_declines")
    timeline = line(attrs.evolve(milestone("stairs", 2, 3), waived=given))

    assert states(track(timeline, record(), as_of=day(4))) == {"stairs": "waived"}


def test_a_waived_milestone_that_was_reached_is_waived_and_says_what_shows_it() -> None:
    timeline = line(milestone("stairs", 2, 3, waived=True))

    stairs = track(timeline, record(done("stairs", 9)), as_of=day(9)).milestone("stairs")
    assert (stairs.state, stairs.reached, stairs.entries) == (
        MilestoneState.WAIVED,
        PartialDate(2026, 3, 11),
        ("e-stairs-9",),
    )


def test_what_happened_before_the_anchor_belongs_to_something_else() -> None:
    assert states(track(line("walk"), record(done("walk", -1)), as_of=day(1))) == {
        "walk": "overdue"
    }


def test_what_happened_before_the_anchor_counts_where_the_window_is_there() -> None:
    timeline = line(milestone("class", -14, -7))

    early = track(timeline, record(done("class", -15)), as_of=day(0))
    right = track(timeline, record(done("class", -14)), as_of=day(0))
    assert (states(early), states(right)) == ({"class": "overdue"}, {"class": "reached"})


def test_what_happens_later_does_not_count_yet() -> None:
    events = record(done("surgery", 1))

    assert states(track(HIP, events, as_of=day(0)))["surgery"] == "due"


def test_what_was_recorded_later_was_not_known_yet() -> None:
    event = attrs.evolve(done("surgery", 1), recorded=day(3))

    known = track(HIP, record(event), as_of=day(2), known_at=day(2))
    told = track(HIP, record(event), as_of=day(2))
    assert (states(known)["surgery"], states(told)["surgery"]) == ("overdue", "reached")


def test_a_moment_may_say_what_was_known() -> None:
    event = attrs.evolve(done("surgery", 1), recorded=datetime(2026, 3, 4, 9, tzinfo=UTC))

    answer = track(HIP, record(event), as_of=day(2), known_at=datetime(2026, 3, 4, 8, tzinfo=UTC))
    assert states(answer)["surgery"] == "overdue"


WALKS = EvidenceRule(
    all_of=(
        ObservationSign(
            what="walking_distance", comparison=Comparison.AT_LEAST, value=Quantity("10", "m")
        ),
    )
)
FRESH = EvidenceRule(
    all_of=(
        ObservationSign(
            what="walking_distance",
            comparison=Comparison.AT_LEAST,
            value=Quantity("10", "m"),
            fresh_for=Offset(days=3),
        ),
    )
)


def walked(metres: str, number: int) -> Observation:
    """So many metres on that day."""
    return Observation(
        id=f"o-{number}",
        client_id="c-17",
        what="walking_distance",
        value=Quantity(metres, "m"),
        happened=day(number),
    )


def walking(rule: EvidenceRule | None, last: int = 9) -> Timeline:
    """A timeline of one milestone that is to be reached by that day."""
    return line(attrs.evolve(milestone("walk", 0, last), evidence=rule))


def seen(*observations: Observation) -> Record:
    """A record of these observations."""
    return Record(client_id="c-17", observations=observations)


def test_what_was_reached_can_be_lost_and_reached_again() -> None:
    shown = seen(walked("12", 4), walked("3", 11), walked("15", 14))

    days = {number: track(walking(WALKS), shown, as_of=day(number)) for number in (5, 11, 14)}
    assert {number: states(answer)["walk"] for number, answer in days.items()} == {
        5: "reached",
        11: "overdue",
        14: "reached_late",
    }
    assert days[14].milestone("walk").days_late == 5


def test_evidence_that_is_too_old_is_not_relied_on_and_says_so() -> None:
    walk = track(walking(FRESH), seen(walked("12", 4)), as_of=day(12)).milestone("walk")

    assert (walk.state, walk.is_stale, walk.reached) == (MilestoneState.UNKNOWN, True, None)
    assert walk.entries == ("o-4",)


def test_in_its_window_a_milestone_is_due_whatever_is_not_known() -> None:
    walk = track(walking(FRESH), seen(walked("12", 1)), as_of=day(8)).milestone("walk")

    assert (walk.state, walk.is_stale) == (MilestoneState.DUE, True)


def test_after_its_window_what_nobody_recorded_is_unknown_and_not_missed() -> None:
    walk = track(walking(WALKS), seen(), as_of=day(12)).milestone("walk")

    assert (walk.state, walk.days_late, walk.is_late) == (MilestoneState.UNKNOWN, 3, True)


def test_without_an_evidence_rule_nobody_can_tell() -> None:
    walk = track(walking(None), seen(), as_of=day(12)).milestone("walk")

    assert walk.state is MilestoneState.UNKNOWN
    assert [reason.id for reason in walk.reasons] == ["no_evidence_rule"]


def test_what_is_waived_needs_no_evidence_rule() -> None:
    waived = attrs.evolve(milestone("walk", waived=True), evidence=None)

    reasons = track(line(waived), seen(), as_of=day(5)).milestone("walk").reasons
    assert [reason.id for reason in reasons] == ["waived"]


def test_what_is_unknown_is_not_reached_for_what_comes_after_it() -> None:
    timeline = line(
        attrs.evolve(milestone("walk", 0, 3), evidence=None), "home", links=[link("walk", "home")]
    )

    assert states(track(timeline, seen(), as_of=day(5))) == {"walk": "unknown", "home": "blocked"}


def test_reached_on_a_day_that_nobody_knows_is_reached_and_not_called_late() -> None:
    rule = EvidenceRule(all_of=(ConditionSign(what="independent"),))
    state = Condition(id="c-1", what="independent", status=ConditionStatus.ACTIVE)
    timeline = walking(rule).with_milestone(milestone("home"), link("walk", "home", 4))

    answer = track(timeline, Record(conditions=(state,)), as_of=day(30))
    walk = answer.milestone("walk")
    assert (walk.state, walk.reached, walk.days_late) == (MilestoneState.REACHED, None, None)
    # What follows is counted from the planned day.
    assert answer.end_forecast == day(30)
    assert track(timeline, Record(conditions=(state,)), as_of=day(1)).end_forecast == day(4)


def test_a_month_in_the_record_counts_as_in_time_and_what_follows_from_its_end() -> None:
    event = attrs.evolve(done("a", 0), happened=PartialDate(2026, 4))
    timeline = line(milestone("a", 0, 40), "b", links=[link("a", "b", 2)])

    answer = track(timeline, record(event), as_of=date(2026, 5, 1))
    a = answer.milestone("a")
    assert (a.state, a.days_late, str(a.reached)) == (MilestoneState.REACHED, 0, "2026-04")
    assert answer.end_forecast == date(2026, 5, 2)


def test_a_month_that_may_lie_before_the_anchor_shows_nothing_for_sure() -> None:
    event = attrs.evolve(done("a", 0), happened=PartialDate(2026, 3))

    answer = track(line(milestone("a", 0, 4)), record(event), as_of=date(2026, 4, 2))
    assert states(answer) == {"a": "unknown"}


def test_once_all_is_reached_the_end_is_the_day_of_the_last_one() -> None:
    timeline = line("a", "b", links=[link("a", "b", 2)])

    answer = track(timeline, record(done("a", 0), done("b", 5)), as_of=day(30))
    assert answer.is_complete
    assert (answer.end_planned, answer.end_forecast, answer.days_moved) == (day(2), day(5), 3)


def test_what_can_never_be_kept_stands_in_the_answer() -> None:
    timeline = line("a", milestone("b", 0, 1), links=[link("a", "b", 4)])

    assert track(timeline, record(), as_of=day(0)).infeasible == (
        Conflict(kind=ConflictKind.WINDOW, milestone="b", because=("a",), days=3),
    )


def test_business_days_are_counted_along_the_calendar() -> None:
    call = Milestone(id="call", name="Call", window=Window(None, Offset(business_days=2)))
    friday = attrs.evolve(line(call), anchor=date(2026, 3, 6))

    answer = track(friday, record(), as_of=date(2026, 3, 10), calendar=BusinessCalendar())
    assert (answer.milestone("call").due, answer.milestone("call").days_late) == (
        date(2026, 3, 10),
        0,
    )


def test_another_clients_record_is_refused() -> None:
    with pytest.raises(InvalidValue, match="of the client 'c-17', and the record of 'c-18'"):
        track(HIP, Record(client_id="c-18"), as_of=day(1))


@pytest.mark.parametrize("whose", [None, "c-17"])
def test_a_record_or_a_timeline_of_nobody_in_particular_is_taken(whose: str | None) -> None:
    anybody = attrs.evolve(HIP, client_id=None)

    assert track(anybody, Record(client_id=whose), as_of=day(1)).client_id is None
    assert track(HIP, Record(), as_of=day(1)).client_id == "c-17"


@pytest.mark.parametrize(
    ("timeline", "shown", "as_of"),
    [
        ("t-1", record(), ANCHOR),
        (HIP, None, ANCHOR),
        (HIP, (), ANCHOR),
        (HIP, record(), datetime(2026, 3, 2, 9, tzinfo=UTC)),
        (HIP, record(), "2026-03-02"),
    ],
)
def test_what_cannot_be_tracked_is_refused(timeline: object, shown: object, as_of: object) -> None:
    with pytest.raises(WrongType):
        track(timeline, shown, as_of=as_of)  # type: ignore[arg-type] # wrong on purpose


def test_a_timeline_that_cannot_be_scheduled_cannot_be_tracked() -> None:
    with pytest.raises(InvalidValue, match="in a circle"):
        track(line("a", links=[link("a", "a")]), record(), as_of=day(0))


def test_a_tracked_milestone_is_found_by_its_id_or_refused_with_what_looks_like_it() -> None:
    answer = track(HIP, record(), as_of=day(0))

    assert isinstance(answer.milestone("home"), TrackedMilestone)
    with pytest.raises(UnknownId, match="Maybe 'home'"):
        answer.milestone("hom")


def test_milestones_are_picked_by_their_states() -> None:
    answer = track(HIP, record(done("surgery", 0)), as_of=day(1))

    picked = answer.in_state(MilestoneState.REACHED, MilestoneState.DUE)
    assert [one.id for one in picked] == ["surgery", "steps"]
    assert answer.in_state() == ()


def test_the_reasons_are_those_of_the_evidence() -> None:
    surgery = track(HIP, record(done("surgery", 0)), as_of=day(1)).milestone("surgery")

    assert [(reason.id, reason.text) for reason in surgery.reasons] == [
        ("event_done", "surgery was done (2026-03-02)")
    ]
    assert Verdict.MET.value == "met"


# The traps that others fell into, by name.


def test_a_failed_prerequisite_does_not_count_as_met() -> None:
    timeline = line(milestone("surgery", 0, 9), "steps", links=[link("surgery", "steps")])
    outcomes = (EventOutcome.NOT_DONE, EventOutcome.REFUSED, EventOutcome.ATTEMPTED, None)

    answers = [
        track(timeline, record(done("surgery", 1, outcome)), as_of=day(3)) for outcome in outcomes
    ]
    assert [states(answer) for answer in answers] == [{"surgery": "due", "steps": "blocked"}] * 4


def test_an_expired_last_milestone_does_not_complete_the_timeline() -> None:
    timeline = line("a", milestone("b", 1, 2), links=[link("a", "b")])

    answer = track(timeline, record(done("a", 0)), as_of=date(2027, 3, 2))
    assert states(answer) == {"a": "reached", "b": "overdue"}
    assert not answer.is_complete
    assert answer.end_forecast == date(2027, 3, 2)


def test_late_means_review_and_not_failed() -> None:
    assert {state.value for state in MilestoneState} & {"failed", "missed", "expired"} == set()


def test_a_timeline_without_milestones_is_not_complete() -> None:
    answer = track(line(), record(), as_of=day(3))

    assert (answer.is_complete, answer.end_forecast) == (False, ANCHOR)


def test_tracking_twice_is_tracking_once() -> None:
    events = record(done("surgery", 1))

    assert track(HIP, events, as_of=day(3)) == track(HIP, events, as_of=day(3))


def test_an_event_of_another_client_in_the_record_shows_nothing() -> None:
    foreign = Event(
        id="e-9",
        client_id="c-18",
        kind=EventKind.OTHER,
        what="surgery",
        happened=day(0),
    )

    assert states(track(HIP, record(foreign), as_of=day(1)))["surgery"] == "due"
    # Nor does it in a record that does not say whose it is.
    assert states(track(HIP, Record(events=(foreign,)), as_of=day(1)))["surgery"] == "due"
