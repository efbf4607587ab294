"""Which milestone, brought forward, brings the end forward: worked out by hand."""

from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.calendars import BusinessCalendar, Window
from carecore.base.timing import Offset
from carecore.errors import InvalidValue, UnknownId, WrongType
from carecore.record import Record
from carecore.recovery import Help, Milestone, Timeline, what_would_help

from .drawn_timelines import timelines
from .lines import ANCHOR, day, done, line, link, milestone, record

# Home after the stairs (1 + 4 days) and after the wound (2 + 5 days).
TWO_WAYS = line(
    "surgery",
    "stairs",
    "wound",
    "home",
    links=[
        link("surgery", "stairs", 1),
        link("stairs", "home", 4),
        link("surgery", "wound", 2),
        link("wound", "home", 5),
    ],
)


def told(answer: Help) -> list[tuple[str, int, str]]:
    """What is said of each milestone on which the end hangs."""
    return [(one.id, one.days_sooner, one.reason.id) for one in answer.milestones]


def test_what_helps_is_what_the_end_hangs_on_up_to_the_next_longest_way() -> None:
    answer = what_would_help(TWO_WAYS)

    # Without any wait for the wound, the way over the stairs still takes 5 of the 7 days.
    assert told(answer) == [
        ("home", 5, "brings_end_forward"),
        ("wound", 2, "brings_end_forward"),
        ("surgery", 0, "not_before_window"),
    ]
    assert (answer.end, answer.as_of, answer.until) == (day(7), None, None)
    assert [one.id for one in answer.helpful] == ["home", "wound"]


def test_it_says_what_a_milestone_waits_for() -> None:
    wound = what_would_help(TWO_WAYS).milestone("wound")

    assert (wound.name, wound.day, wound.waits_for) == ("The wound", day(2), ("surgery",))
    assert wound.reason.text == (
        "it waits for surgery; up to 2 days less would bring the end as much forward"
    )
    assert [fact.seen for fact in wound.reason.facts] == ["surgery"]


def test_where_another_way_is_just_as_long_one_milestone_alone_brings_nothing() -> None:
    timeline = line(
        "surgery",
        "stairs",
        "wound",
        "home",
        links=[
            link("surgery", "stairs", 3),
            link("surgery", "wound", 3),
            link("stairs", "home"),
            link("wound", "home"),
        ],
    )

    assert told(what_would_help(timeline)) == [
        ("surgery", 0, "not_before_window"),
        ("stairs", 0, "alone_brings_nothing"),
        ("wound", 0, "alone_brings_nothing"),
        ("home", 0, "follows_at_once"),
    ]


def test_a_milestone_is_not_brought_before_its_window() -> None:
    timeline = line("surgery", milestone("drive", 42), links=[link("surgery", "drive", 50)])

    assert told(what_would_help(timeline)) == [
        ("drive", 8, "brings_end_forward"),
        ("surgery", 0, "not_before_window"),
    ]


def test_a_milestone_is_not_brought_before_what_comes_before_it() -> None:
    timeline = line("a", "b", "c", links=[link("a", "b", 4), link("a", "c", 6), link("b", "c")])

    assert told(what_would_help(timeline)) == [
        ("c", 2, "brings_end_forward"),
        ("a", 0, "not_before_window"),
    ]


def test_nobody_is_told_to_break_a_most_time() -> None:
    # The tests wait for the bed, so that they are not too old by then.
    timeline = line(
        milestone("bed", 30),
        "tests",
        "report",
        links=[link("tests", "bed", 0, 5), link("tests", "report", 9)],
    )

    assert told(what_would_help(timeline)) == [
        ("report", 4, "brings_end_forward"),
        ("tests", 0, "alone_brings_nothing"),
        ("bed", 0, "not_before_window"),
    ]


def test_what_is_late_can_be_reached_today_and_not_sooner() -> None:
    timeline = line(milestone("surgery", 0, 1), "home", links=[link("surgery", "home", 3)])

    answer = what_would_help(timeline, record(), as_of=day(5))
    assert answer.end == day(8)
    assert told(answer) == [
        ("home", 3, "brings_end_forward"),
        ("surgery", 0, "not_before_today"),
    ]
    assert answer.milestone("surgery").reason.text == (
        "it can be reached today; each further day moves the end"
    )


def test_what_is_reached_cannot_help_any_more() -> None:
    answer = what_would_help(TWO_WAYS, record(done("surgery", 1), done("wound", 3)), as_of=day(4))

    # Both ways lead home on day 8 now: the stairs cannot be climbed before today, day 4.
    assert answer.end == day(8)
    assert told(answer) == [
        ("home", 4, "brings_end_forward"),
        ("stairs", 0, "not_before_today"),
    ]


def test_without_a_record_nothing_is_reached_yet() -> None:
    assert what_would_help(TWO_WAYS, as_of=day(3)).end == day(10)


def test_what_was_recorded_later_was_not_known_yet() -> None:
    answer = what_would_help(TWO_WAYS, record(done("surgery", 0)), as_of=day(3), known_at=day(-1))

    assert answer.end == day(10)


def test_another_milestone_may_count_as_the_end() -> None:
    answer = what_would_help(TWO_WAYS, until="stairs")

    assert (answer.until, answer.end) == ("stairs", day(1))
    assert told(answer) == [
        ("stairs", 1, "brings_end_forward"),
        ("surgery", 0, "not_before_window"),
    ]


def test_a_reached_milestone_as_the_end_hangs_on_nothing() -> None:
    answer = what_would_help(TWO_WAYS, record(done("surgery", 1)), as_of=day(2), until="surgery")

    assert (answer.end, answer.milestones) == (day(1), ())


def test_a_waived_milestone_is_nothing_to_bring_forward() -> None:
    timeline = line(
        "surgery",
        milestone("stairs", waived=True),
        "home",
        links=[link("surgery", "stairs", 2), link("stairs", "home", 3)],
    )

    assert told(what_would_help(timeline)) == [
        ("home", 3, "brings_end_forward"),
        ("surgery", 0, "not_before_window"),
    ]


def test_an_empty_timeline_hangs_on_nothing() -> None:
    answer = what_would_help(line())

    assert (answer.end, answer.milestones, answer.helpful) == (ANCHOR, (), ())


def test_business_days_are_counted_along_the_calendar() -> None:
    call = Milestone(id="call", name="Call", window=Window(Offset(business_days=2)))

    assert what_would_help(line(call), calendar=BusinessCalendar()).end == day(2)
    with pytest.raises(WrongType, match="no calendar"):
        what_would_help(line(call))


def test_a_record_is_asked_as_of_a_day() -> None:
    with pytest.raises(WrongType, match="as_of is None"):
        what_would_help(TWO_WAYS, record())
    with pytest.raises(WrongType, match="as_of is None"):
        what_would_help(TWO_WAYS, known_at=date(2026, 3, 2))


def test_a_milestone_that_is_not_there_cannot_be_the_end() -> None:
    with pytest.raises(UnknownId, match="Maybe 'home'"):
        what_would_help(TWO_WAYS, until="hom")


def test_another_clients_record_is_refused() -> None:
    with pytest.raises(InvalidValue, match="'c-18'"):
        what_would_help(TWO_WAYS, Record(client_id="c-18"), as_of=day(1))


@pytest.mark.parametrize("as_of", [None, ANCHOR])
def test_only_a_timeline_can_be_asked(as_of: date | None) -> None:
    with pytest.raises(WrongType, match="the timeline is"):
        what_would_help("t-1", as_of=as_of)  # type: ignore[arg-type] # wrong on purpose


def test_it_is_asked_as_of_a_day_and_not_a_moment() -> None:
    with pytest.raises(WrongType, match="days are counted"):
        what_would_help(TWO_WAYS, record(), as_of=datetime(2026, 3, 2, tzinfo=UTC))


@given(timeline=timelines(least=1), number=st.none() | st.integers(0, 9))
def test_a_most_time_that_is_never_too_short_changes_nothing(
    timeline: Timeline, number: int | None
) -> None:
    # With it every milestone is looked at by itself, and without it all of them at once.
    loose = attrs.evolve(
        timeline,
        links=tuple(attrs.evolve(one, maximum=Offset(days=9999)) for one in timeline.links),
    )
    as_of = None if number is None else day(number)

    assert what_would_help(loose, as_of=as_of) == what_would_help(timeline, as_of=as_of)
