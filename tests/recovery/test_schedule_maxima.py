"""Most times on links: what waits for what, and what cannot be kept, worked out by hand."""

from itertools import pairwise

import pytest

from carecore.base.timing import Offset
from carecore.errors import InvalidValue
from carecore.recovery import Conflict, ConflictKind, Link, schedule

from .lines import day, line, link, milestone
from .test_schedule import days


def test_what_comes_before_waits_until_what_comes_after_can_follow_in_time() -> None:
    timeline = line("tests", milestone("surgery", 30, 40), links=[link("tests", "surgery", 1, 5)])

    assert days(schedule(timeline)) == {"tests": (25, 29, 4), "surgery": (30, 30, 0)}


def test_what_holds_the_end_through_a_most_time_is_on_the_critical_path() -> None:
    # The surgery has to wait for the bed; the tests wait for the surgery, and the report for them.
    timeline = line(
        milestone("bed", 30),
        "tests",
        "report",
        links=[link("tests", "bed", 0, 5), link("tests", "report", 9)],
    )

    answer = schedule(timeline)
    assert days(answer) == {"tests": (25, 25, 0), "bed": (30, 30, 0), "report": (34, 34, 0)}
    assert answer.critical_path == ("bed", "tests", "report")


def test_the_last_day_of_what_comes_after_is_kept_near_what_comes_before() -> None:
    timeline = line(
        "stitches", "visit", milestone("end", 30), links=[link("stitches", "visit", 2, 4)]
    )

    assert days(schedule(timeline)) == {
        "stitches": (0, 28, 28),
        "visit": (2, 30, 28),
        "end": (30, 30, 0),
    }


def test_a_last_day_moves_on_through_several_most_times() -> None:
    timeline = line(
        milestone("a", 0, 3),
        "b",
        "c",
        milestone("end", 30),
        links=[link("b", "c", 0, 4), link("a", "b", 0, 5)],
    )

    assert days(schedule(timeline)) == {
        "a": (0, 3, 3),
        "b": (0, 8, 8),
        "c": (0, 12, 12),
        "end": (30, 30, 0),
    }


def test_a_fixed_time_between_two_milestones_has_a_critical_path() -> None:
    timeline = line("a", "b", "c", links=[link("a", "b", 5, 5), link("b", "c", 1)])

    assert schedule(timeline).critical_path == ("a", "b", "c")


def test_a_critical_path_finds_its_way_out_of_fixed_times_that_run_both_ways() -> None:
    # Both stairs and wound are held back by the surgery and hold it back, and lead nowhere.
    timeline = line(
        "surgery",
        "stairs",
        "wound",
        "years",
        links=[
            link("surgery", "stairs", 1),
            link("stairs", "wound", 1),
            link("surgery", "wound", 2, 2),
            link("surgery", "years", 9),
        ],
    )

    answer = schedule(timeline)
    assert [one.id for one in answer.milestones if one.is_critical] == [
        "surgery",
        "stairs",
        "wound",
        "years",
    ]
    assert answer.critical_path == ("surgery", "years")


def test_a_critical_path_that_only_leads_back_ends_where_it_began() -> None:
    timeline = line("a", milestone("b", 9), links=[link("a", "b", 8, 8)])

    assert schedule(timeline).critical_path == ("b",)


def test_a_most_time_that_the_way_between_exceeds_is_told_and_set_aside() -> None:
    timeline = line(
        "surgery",
        "wound",
        "home",
        links=[
            link("surgery", "wound", 4),
            link("wound", "home", 4),
            link("surgery", "home", 0, 6),
        ],
    )

    answer = schedule(timeline)
    assert answer.infeasible == (
        Conflict(kind=ConflictKind.MAXIMUM, milestone="home", because=["surgery", "wound"], days=2),
    )
    assert answer.end == day(8)
    assert {one.slack_days for one in answer.milestones} == {0}


def test_most_times_that_only_together_cannot_be_kept_are_told() -> None:
    # c comes within 1 day of a, and d within 1 day of b; but d is 5 after a, and c is 5 after b.
    timeline = line(
        *"abcd",
        links=[
            link("a", "c", 0, 1),
            link("b", "d", 0, 1),
            link("a", "d", 5),
            link("b", "c", 5),
        ],
    )

    answer = schedule(timeline)
    assert answer.infeasible == (
        Conflict(kind=ConflictKind.MAXIMUM, milestone="c", because=["a", "d", "b"], days=8),
    )
    kept = {one.id: (one.earliest - day(0)).days for one in answer.milestones}
    assert kept == {"a": 0, "b": 4, "c": 9, "d": 5}


def test_every_most_time_that_cannot_be_kept_is_told_by_itself() -> None:
    timeline = line(
        *"abc",
        links=[link("a", "b", 5), link("b", "c", 5), link("a", "b", 0, 3), link("b", "c", 0, 4)],
    )

    assert [(one.milestone, one.because, one.days) for one in schedule(timeline).infeasible] == [
        ("b", ("a",), 2),
        ("c", ("b",), 1),
    ]


def test_a_contradiction_is_found_among_most_times_that_agree() -> None:
    agreeing = [link(one, other, 1, 2) for one, other in zip("abcdef", "bcdefg", strict=True)]
    timeline = line(*"abcdefgh", links=[*agreeing, link("g", "h", 3), link("a", "h", 0, 8)])

    assert [(one.milestone, one.days) for one in schedule(timeline).infeasible] == [("h", 1)]


def test_a_contradiction_is_found_beside_times_longer_than_any_calendar() -> None:
    ages = [f"age{number:03}" for number in range(150)]
    long = Offset(weeks=10**12 - 1)
    timeline = line(
        *ages,
        *"abpq",
        links=[
            *(Link(before=one, after=other, minimum=long) for one, other in pairwise([*ages, "q"])),
            link("p", "q", 0, 3),
            link("a", "b", 5),
            link("a", "b", 0, 2),
        ],
    )

    with pytest.raises(InvalidValue, match=r"^a milestone lies outside the years 1 to 9999"):
        schedule(timeline)


def test_most_times_that_hand_a_day_on_in_turn_are_all_kept() -> None:
    # Each waits for the one of the turn before, which is looked at later in the same round.
    turns = range(12)
    timeline = line(
        *(f"tests{turn:02}" for turn in turns),
        *(f"bed{turn:02}" for turn in turns[1:]),
        milestone("bed00", 100),
        links=[
            *(link(f"tests{turn:02}", f"tests{turn + 1:02}") for turn in turns[:-1]),
            *(link(f"tests{turn:02}", f"bed{turn:02}", 0, 5) for turn in turns[:1]),
            *(link(f"tests{turn:02}", f"bed{turn + 1:02}", 3) for turn in turns[:-1]),
            *(link(f"tests{turn:02}", f"bed{turn:02}", 0, 2) for turn in turns[1:]),
        ],
    )

    answer = schedule(timeline)
    assert answer.infeasible == ()
    assert [answer.milestone(f"tests{turn:02}").earliest for turn in turns] == [
        day(95 + turn) for turn in turns
    ]


def test_a_window_may_be_missed_because_of_a_most_time() -> None:
    timeline = line(
        milestone("tests", 0, 7), milestone("surgery", 30), links=[link("tests", "surgery", 0, 5)]
    )

    assert schedule(timeline).infeasible == (
        Conflict(kind=ConflictKind.WINDOW, milestone="tests", because=["surgery"], days=18),
    )


def test_a_waived_milestone_keeps_nobody_to_a_most_time() -> None:
    timeline = line(
        milestone("tests", waived=True),
        milestone("surgery", 30),
        "visit",
        links=[link("tests", "surgery", 0, 5), link("visit", "tests", 0, 5)],
    )

    assert days(schedule(timeline)) == {
        "tests": (0, 30, 30),
        "visit": (0, 30, 30),
        "surgery": (30, 30, 0),
    }
