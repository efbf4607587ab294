"""What holds for the tracking of every timeline."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from carecore.record import EventOutcome, Record
from carecore.recovery import MilestoneState, Timeline, schedule, track, what_would_help

from .drawn_timelines import shuffled, timelines
from .lines import ANCHOR, day, done, record

ANY = timelines(maxima=True)
DAYS = st.integers(-12, 40)


@st.composite
def records(draw: st.DrawFn, timeline: Timeline) -> Record:
    """A record in which some milestones were reached, and some in vain."""
    outcomes = st.sampled_from([EventOutcome.DONE, EventOutcome.DONE, EventOutcome.NOT_DONE, None])
    events = [
        done(key, draw(DAYS), draw(outcomes))
        for key in timeline.ids
        for _ in range(draw(st.integers(0, 1)))
    ]
    return record(*events)


@given(timeline=ANY, data=st.data(), number=DAYS)
def test_the_order_of_milestones_links_and_entries_does_not_matter(
    timeline: Timeline, data: st.DataObject, number: int
) -> None:
    shown = data.draw(records(timeline))
    mixed = record(*data.draw(st.permutations(shown.events)))
    other = data.draw(shuffled(timeline))

    assert track(other, mixed, as_of=day(number)) == track(timeline, shown, as_of=day(number))


@given(timeline=ANY)
def test_where_nothing_happened_and_no_day_has_passed_the_forecast_is_the_plan(
    timeline: Timeline,
) -> None:
    plan, answer = schedule(timeline), track(timeline, record(), as_of=ANCHOR - timedelta(days=99))

    assert answer.end_forecast == answer.end_planned == plan.end
    assert all(one.forecast in (None, one.planned) for one in answer.milestones)


@given(timeline=ANY, data=st.data(), number=DAYS)
def test_nothing_is_forecast_for_a_day_that_has_passed(
    timeline: Timeline, data: st.DataObject, number: int
) -> None:
    answer = track(timeline, data.draw(records(timeline)), as_of=day(number))

    days = [one.forecast for one in answer.milestones if one.forecast is not None]
    assert all(one >= answer.as_of for one in days)
    assert answer.end_forecast >= max(days, default=answer.end_forecast)


@given(timeline=ANY, data=st.data(), number=DAYS, later=st.integers(0, 20))
def test_time_alone_never_brings_the_end_forward(
    timeline: Timeline, data: st.DataObject, number: int, later: int
) -> None:
    shown = data.draw(records(timeline)).as_of(day(number))
    now = track(timeline, shown, as_of=day(number))
    then = track(timeline, shown, as_of=day(number + later))

    assert then.end_forecast >= now.end_forecast


@given(timeline=ANY, data=st.data(), number=DAYS)
def test_each_state_says_what_it_means(
    timeline: Timeline, data: st.DataObject, number: int
) -> None:
    answer = track(timeline, data.draw(records(timeline)), as_of=day(number))
    preceding = {
        one: {each.before for each in timeline.links if each.after == one} for one in timeline.ids
    }
    unreached = {one.id for one in answer.milestones if not one.is_settled}

    for one in answer.milestones:
        is_past = one.due is not None and one.due < answer.as_of
        waits = preceding[one.id] & unreached
        if one.state is MilestoneState.DUE:
            assert not is_past
            assert not waits
        elif one.state is MilestoneState.WAITING:
            assert not is_past
        elif one.state in (MilestoneState.OVERDUE, MilestoneState.UNKNOWN):
            assert is_past
            assert not waits
        elif one.state is MilestoneState.REACHED:
            assert not one.days_late
        elif one.state is MilestoneState.REACHED_LATE:
            assert one.days_late


@given(timeline=ANY, data=st.data(), number=DAYS)
def test_bringing_a_milestone_forward_helps_no_more_than_it_is_said_to(
    timeline: Timeline, data: st.DataObject, number: int
) -> None:
    shown = data.draw(records(timeline))
    answer = what_would_help(timeline, shown, as_of=day(number))

    assert answer.end == track(timeline, shown, as_of=day(number)).end_forecast
    sooner = [one.days_sooner for one in answer.milestones]
    assert sooner == sorted(sooner, reverse=True)
    assert all(one.waits_for for one in answer.helpful)
