"""Early and late days, slack and the critical path, against answers worked out by hand."""

from datetime import UTC, date, datetime

import attrs
import pytest

from carecore.base.calendars import BusinessCalendar, Window
from carecore.base.timing import Offset
from carecore.errors import InvalidValue, ManyFaults, UnknownId, WrongType
from carecore.recovery import (
    Conflict,
    ConflictKind,
    Milestone,
    Schedule,
    ScheduledMilestone,
    Timeline,
    schedule,
)

from .lines import ANCHOR, day, line, link, milestone

# Two ways home: over the stairs in 1 + 4 days, over the wound in 2 + 5.
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


def days(answer: Schedule) -> dict[str, tuple[int, int, int]]:
    """First day, last day and slack of each, as days from the anchor."""
    return {
        one.id: (
            (one.earliest - answer.anchor).days,
            (one.latest - answer.anchor).days,
            one.slack_days,
        )
        for one in answer.milestones
    }


def test_the_longer_way_decides_when_a_milestone_can_be_reached() -> None:
    assert days(schedule(TWO_WAYS)) == {
        "surgery": (0, 0, 0),
        "stairs": (1, 3, 2),
        "wound": (2, 2, 0),
        "home": (7, 7, 0),
    }


def test_the_critical_path_leads_over_the_longer_way_to_the_end() -> None:
    answer = schedule(TWO_WAYS)

    assert answer.critical_path == ("surgery", "wound", "home")
    assert [one.id for one in answer.milestones if one.is_critical] == ["surgery", "wound", "home"]


def test_the_end_is_so_many_days_after_the_anchor() -> None:
    answer = schedule(TWO_WAYS)

    assert (answer.anchor, answer.end, answer.length_days) == (ANCHOR, day(7), 7)


def test_milestones_come_by_their_day_then_by_what_comes_first_then_by_id() -> None:
    timeline = line("a", "c", "b", "d", links=[link("b", "a"), link("d", "c", 2)])

    assert [one.id for one in schedule(timeline).milestones] == ["b", "d", "a", "c"]


def test_a_milestone_waits_for_the_first_day_of_its_window() -> None:
    timeline = line("surgery", milestone("drive", 42), links=[link("surgery", "drive", 3)])

    assert days(schedule(timeline))["drive"] == (42, 42, 0)


def test_a_window_leaves_less_slack_than_the_end_does() -> None:
    timeline = line(milestone("call", 0, 3), milestone("visit", 7, 14))

    assert days(schedule(timeline)) == {"call": (0, 3, 3), "visit": (7, 7, 0)}


def test_what_comes_before_a_window_has_to_keep_it_as_well() -> None:
    timeline = line(
        "lab", milestone("visit", 5, 8), milestone("end", 30), links=[link("lab", "visit", 2)]
    )

    assert days(schedule(timeline))["lab"] == (0, 6, 6)


def test_a_milestone_of_no_slack_is_not_critical_if_it_does_not_move_the_end() -> None:
    timeline = line(milestone("call", 3, 3), milestone("end", 30))

    call = schedule(timeline).milestone("call")
    assert (call.slack_days, call.is_critical) == (0, False)


def test_a_window_that_lies_before_the_anchor_begins_there() -> None:
    timeline = line(milestone("class", -14, -7), "surgery", links=[link("class", "surgery", 3)])

    assert days(schedule(timeline)) == {"class": (-14, -7, 7), "surgery": (0, 0, 0)}


def test_without_a_first_day_the_anchor_is_one() -> None:
    assert days(schedule(line(milestone("visit", None, 7), milestone("end", 9)))) == {
        "visit": (0, 7, 7),
        "end": (9, 9, 0),
    }


def test_without_a_first_day_the_last_one_is_if_it_comes_before_the_anchor() -> None:
    assert days(schedule(line(milestone("plan", None, -2), "surgery")))["plan"] == (-2, -2, 0)


def test_months_and_business_days_of_a_window_are_counted_along_the_calendar() -> None:
    timeline = Timeline(
        id="t-1",
        anchor=date(2026, 1, 30),
        milestones=(
            Milestone(id="call", name="Call", window=Window(None, Offset(business_days=2))),
            Milestone(id="visit", name="Visit", window=Window(Offset(months=1))),
        ),
    )

    answer = schedule(timeline, calendar=BusinessCalendar())
    assert answer.milestone("call").latest == date(2026, 2, 3)
    assert answer.milestone("visit").earliest == date(2026, 2, 28)


def test_business_days_without_a_calendar_are_refused_with_their_place() -> None:
    window = Window(None, Offset(business_days=2))
    timeline = line("surgery", Milestone(id="call", name="Call", window=window))

    with pytest.raises(WrongType, match="no calendar is given") as caught:
        schedule(timeline)
    assert caught.value.place == "$.milestones[1].window"


def test_an_empty_timeline_ends_at_its_anchor() -> None:
    assert schedule(line()) == Schedule(timeline="t-1", anchor=ANCHOR, end=ANCHOR)


def test_of_two_equal_ways_the_one_of_the_smaller_id_is_told() -> None:
    links = [link("surgery", "a", 2), link("surgery", "b", 2), link("a", "home"), link("b", "home")]

    assert schedule(line("surgery", "b", "a", "home", links=links)).critical_path == (
        "surgery",
        "a",
        "home",
    )


def test_the_critical_path_names_every_milestone_on_its_way() -> None:
    links = [link("a", "b", 2), link("b", "c", 3), link("a", "c", 5)]

    assert schedule(line("a", "b", "c", links=links)).critical_path == ("a", "b", "c")


def test_the_critical_path_goes_on_to_the_last_milestone_of_the_last_day() -> None:
    links = [link("a", "b", 2), link("b", "c")]

    assert schedule(line("a", "b", "c", links=links)).critical_path == ("a", "b", "c")


def test_the_critical_path_begins_where_only_a_day_holds_a_milestone() -> None:
    timeline = line("a", milestone("b", 9), "c", links=[link("a", "b", 2), link("b", "c", 1)])

    assert schedule(timeline).critical_path == ("b", "c")


def test_a_waived_milestone_holds_nobody_up_and_moves_no_end() -> None:
    timeline = line(
        "surgery",
        milestone("stitches", 10, 14, waived=True),
        "visit",
        milestone("scar", 90, 99, waived=True),
        links=[link("stitches", "visit"), link("visit", "scar", 3)],
    )

    answer = schedule(timeline)
    assert days(answer) == {
        "stitches": (0, 0, 0),
        "surgery": (0, 0, 0),
        "visit": (0, 0, 0),
        "scar": (3, 3, 0),
    }
    assert answer.end == ANCHOR
    assert [one.id for one in answer.milestones if one.is_critical] == ["surgery", "visit"]


def test_what_comes_after_a_waived_milestone_still_waits_for_what_came_before_it() -> None:
    timeline = line(
        "surgery",
        milestone("stairs", waived=True),
        "home",
        links=[link("surgery", "stairs", 2), link("stairs", "home", 3)],
    )

    answer = schedule(timeline)
    assert answer.milestone("home").earliest == day(5)
    assert answer.critical_path == ("surgery", "home")


def test_a_waived_milestone_before_the_anchor_does_not_push_what_comes_after_it() -> None:
    timeline = line(
        milestone("class", -14, -7, waived=True),
        milestone("check", -7, -1),
        links=[link("class", "check")],
    )

    assert days(schedule(timeline))["check"] == (-7, -7, 0)


def test_a_timeline_of_which_everything_is_waived_ends_at_its_anchor() -> None:
    answer = schedule(line(milestone("home", 3, 5, waived=True)))

    assert (answer.end, answer.critical_path) == (ANCHOR, ())
    assert answer.milestones == (
        ScheduledMilestone(
            id="home", name="The home", earliest=ANCHOR, latest=ANCHOR, is_critical=False
        ),
    )


def test_a_window_that_cannot_be_kept_is_told_and_not_hidden() -> None:
    timeline = line("surgery", "wound", milestone("home", 1, 3), links=[link("wound", "home", 5)])

    answer = schedule(timeline)
    assert answer.infeasible == (
        Conflict(kind=ConflictKind.WINDOW, milestone="home", because=["wound"], days=2),
    )
    assert not answer.is_feasible
    assert days(answer)["home"] == (5, 3, -2)
    assert days(answer)["wound"] == (0, -2, -2)


def test_a_window_that_ends_before_it_starts_on_this_anchor_is_told() -> None:
    window = Window(Offset(days=30), Offset(months=1))
    february = Timeline(
        id="t-1",
        anchor=date(2026, 2, 1),
        milestones=(Milestone(id="visit", name="Visit", window=window),),
    )

    assert schedule(february).infeasible == (
        Conflict(kind=ConflictKind.WINDOW, milestone="visit", days=2),
    )
    assert schedule(february.re_anchored(date(2026, 3, 1))).is_feasible


def test_a_milestone_that_stands_twice_is_refused() -> None:
    with pytest.raises(InvalidValue, match="'home' stands twice") as caught:
        schedule(line("surgery", "home", "home"))

    assert caught.value.place == "$.milestones[2].id"


def test_a_link_that_leads_nowhere_is_refused_with_what_looks_like_its_end() -> None:
    with pytest.raises(InvalidValue, match=r"'hom', which .* Maybe 'home'") as caught:
        schedule(line("surgery", "home", links=[link("surgery", "hom")]))

    assert caught.value.place == "$.links[0].after"


def test_links_that_run_in_a_circle_are_refused_with_the_way_round() -> None:
    links = [link("a", "b"), link("b", "c"), link("c", "a")]

    with pytest.raises(InvalidValue, match="'a', 'b', 'c', 'a'"):
        schedule(line("c", "b", "a", links=links))


def test_all_faults_of_a_timeline_are_told_at_once() -> None:
    links = [link("x", "a"), link("a", "b"), link("b", "a"), link("c", "c")]

    with pytest.raises(ManyFaults, match="4 faults in the timeline 't-1'") as caught:
        schedule(line("a", "b", "b", "c", links=links))
    assert [(fault.place, fault.advice) for fault in caught.value.faults] == [
        ("$.milestones[2].id", "Maybe remove one of the two"),
        ("$.links[0].before", "Maybe remove it"),
        ("$.links", "Maybe remove one of them"),
        ("$.links", "Maybe remove one of them"),
    ]


@pytest.mark.parametrize(
    "timeline",
    [
        line(milestone("late", 10**11)),
        line("a", "late", links=[link("a", "late", 10**11)]),
        line(milestone("early", -(10**11))),
        line(milestone("scar", waived=True), "a", links=[link("a", "scar", 10**11)]),
    ],
)
def test_a_day_outside_the_calendar_is_refused(timeline: Timeline) -> None:
    with pytest.raises(InvalidValue, match="outside the years 1 to 9999"):
        schedule(timeline)


def test_a_window_that_ends_after_the_calendar_does_leaves_everything_as_it_is() -> None:
    assert schedule(line(milestone("a", 0, 10**11))).end == ANCHOR


@pytest.mark.parametrize("wrong", ["t-1", None, datetime(2026, 3, 2, tzinfo=UTC)])
def test_only_a_timeline_can_be_scheduled(wrong: object) -> None:
    with pytest.raises(WrongType, match="the timeline is"):
        schedule(wrong)  # type: ignore[arg-type] # wrong on purpose


def test_a_scheduled_milestone_is_found_by_its_id_or_refused_with_what_looks_like_it() -> None:
    answer = schedule(TWO_WAYS)

    assert answer.milestone("home").earliest == day(7)
    with pytest.raises(UnknownId, match="Maybe 'home'"):
        answer.milestone("hom")


def test_a_schedule_is_what_its_constructors_make() -> None:
    answer = schedule(TWO_WAYS)
    again = Schedule(
        timeline="t-1",
        anchor=ANCHOR,
        end=day(7),
        milestones=tuple(
            ScheduledMilestone(
                id=one.id,
                name=f"The {one.id}",
                earliest=one.earliest,
                latest=one.latest,
                is_critical=one.id != "stairs",
            )
            for one in answer.milestones
        ),
        critical_path=["surgery", "wound", "home"],
    )

    assert answer == again
    assert (hash(answer), repr(answer)) == (hash(again), repr(again))
    assert attrs.evolve(answer) == answer


def test_a_conflict_is_at_least_a_day_long() -> None:
    with pytest.raises(InvalidValue, match="0 days long"):
        Conflict(kind=ConflictKind.WINDOW, milestone="home", days=0)


def test_of_very_many_links_that_lead_nowhere_the_first_ones_say_what_comes_near() -> None:
    keys = [f"visit{number}" for number in range(30)]
    timeline = line(*keys, links=[link(f"{key}x", key) for key in keys])

    with pytest.raises(ManyFaults) as caught:
        schedule(timeline)
    told = [fault.advice.startswith("Maybe 'visit") for fault in caught.value.faults]
    assert told == [True] * 20 + [False] * 10
