"""What holds for the schedule of every timeline."""

from datetime import date, timedelta
from itertools import pairwise

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from carecore.base.calendars import Window
from carecore.base.timing import Offset
from carecore.recovery import ConflictKind, Link, Schedule, Timeline, schedule

from .drawn_timelines import shuffled, timelines
from .lines import ANCHOR, link

ANY = timelines(maxima=True)
SIMPLE = timelines(windows=False, least=1)


def by_paths(timeline: Timeline, key: str) -> int:
    """The first day of a milestone: the longest way to it, link by link, from the anchor."""
    ways = [
        by_paths(timeline, one.before) + one.minimum_days
        for one in timeline.links
        if one.after == key
    ]
    return max(ways, default=0)


def day_of(answer: Schedule, key: str) -> int:
    """The first day of a milestone, from the anchor."""
    return (answer.milestone(key).earliest - answer.anchor).days


def lag(timeline: Timeline, before: str, after: str) -> int:
    """The longest least time on the links from one to the other."""
    lags = [
        one.minimum_days for one in timeline.links if (one.before, one.after) == (before, after)
    ]
    return max(lags)


def not_before(timeline: Timeline, key: str, day: date) -> Timeline:
    """The timeline, where that milestone is not reached before that day."""
    old = timeline.milestone(key)
    offset = Offset(days=(day - timeline.anchor).days)
    return timeline.with_milestone(attrs.evolve(old, window=Window(offset)))


@given(timeline=ANY, data=st.data())
def test_the_order_of_milestones_and_links_does_not_matter(
    timeline: Timeline, data: st.DataObject
) -> None:
    other = data.draw(shuffled(timeline))

    assert schedule(other) == schedule(timeline)


@given(timeline=ANY)
def test_no_last_day_comes_before_a_first_day_where_all_can_be_kept(timeline: Timeline) -> None:
    answer = schedule(timeline)
    too_late = [one.id for one in answer.milestones if one.slack_days < 0]

    assert not too_late or not answer.is_feasible


@given(timeline=ANY)
def test_what_cannot_be_kept_is_told(timeline: Timeline) -> None:
    answer = schedule(timeline)
    missed = {
        one.id
        for one in timeline.milestones
        if one.window is not None and one.window.latest is not None and one.waived is None
        if day_of(answer, one.id) > one.window.latest.days
    }
    windows = [one for one in answer.infeasible if one.kind is ConflictKind.WINDOW]

    assert missed == {one.milestone for one in windows}


@given(timeline=timelines(windows=False, maxima=True))
def test_every_link_is_kept_but_for_the_most_times_that_are_told(timeline: Timeline) -> None:
    answer = schedule(timeline)
    gaps = [(one, day_of(answer, one.after) - day_of(answer, one.before)) for one in timeline.links]
    broken = [one for one, gap in gaps if one.maximum_days is not None and gap > one.maximum_days]

    assert all(gap >= one.minimum_days for one, gap in gaps)
    assert len(broken) <= len(answer.infeasible)


@given(timeline=ANY)
def test_slack_is_zero_on_the_critical_path_where_all_can_be_kept(timeline: Timeline) -> None:
    answer = schedule(timeline)
    assume(answer.is_feasible)

    assert [one for one in answer.critical_path if answer.milestone(one).slack_days] == []
    assert all(answer.milestone(one).is_critical for one in answer.critical_path)


@given(timeline=SIMPLE)
def test_the_critical_path_leads_from_the_anchor_to_the_end_without_a_gap(
    timeline: Timeline,
) -> None:
    answer = schedule(timeline)
    path = answer.critical_path
    steps = [lag(timeline, one, other) for one, other in pairwise(path)]

    assert answer.milestone(path[0]).earliest == ANCHOR
    assert sum(steps) == answer.length_days


@given(timeline=ANY)
def test_there_is_a_critical_path_to_the_end_wherever_something_is_needed(
    timeline: Timeline,
) -> None:
    answer = schedule(timeline)
    needed = {one.id for one in timeline.milestones if one.waived is None}

    assert set(answer.critical_path) <= needed
    assert bool(answer.critical_path) is bool(needed)
    assert not needed or answer.milestone(answer.critical_path[-1]).earliest == answer.end


@given(timeline=SIMPLE)
def test_the_first_day_is_the_length_of_the_longest_way(timeline: Timeline) -> None:
    answer = schedule(timeline)

    assert {one: day_of(answer, one) for one in timeline.ids} == {
        one: by_paths(timeline, one) for one in timeline.ids
    }


@given(timeline=timelines(least=2), data=st.data())
def test_another_link_never_brings_the_end_forward(timeline: Timeline, data: st.DataObject) -> None:
    before, after = data.draw(st.permutations(timeline.ids))[:2]
    longer = attrs.evolve(
        timeline, links=(*timeline.links, link(before, after, data.draw(st.integers(0, 9))))
    )
    assume(not longer.circles)

    assert schedule(longer).end >= schedule(timeline).end


@given(timeline=timelines(windows=False, maxima=True, least=1), data=st.data())
def test_a_milestone_may_come_as_late_as_its_last_day_and_no_later(
    timeline: Timeline, data: st.DataObject
) -> None:
    answer = schedule(timeline)
    assume(answer.is_feasible)
    one = data.draw(st.sampled_from(answer.milestones))

    assert schedule(not_before(timeline, one.id, one.latest)).end == answer.end
    later = one.latest + timedelta(days=1)
    assert schedule(not_before(timeline, one.id, later)).end > answer.end


@given(timeline=ANY, days=st.integers(-400, 400))
def test_everything_moves_with_the_anchor(timeline: Timeline, days: int) -> None:
    step = timedelta(days=days)
    answer = schedule(timeline)
    moved = schedule(timeline.re_anchored(timeline.anchor + step))

    assert [(one.id, one.earliest, one.latest) for one in moved.milestones] == [
        (one.id, one.earliest + step, one.latest + step) for one in answer.milestones
    ]
    assert (moved.critical_path, moved.infeasible) == (answer.critical_path, answer.infeasible)


@given(timeline=ANY)
def test_a_link_told_twice_changes_nothing(timeline: Timeline) -> None:
    links: tuple[Link, ...] = (*timeline.links, *timeline.links)
    twice, once = schedule(attrs.evolve(timeline, links=links)), schedule(timeline)

    assert attrs.evolve(twice, infeasible=()) == attrs.evolve(once, infeasible=())
