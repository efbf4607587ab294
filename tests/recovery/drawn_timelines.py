"""Timelines drawn at random, and a plain way to work out their days."""

from hypothesis import strategies as st

from carecore.recovery import Link, Milestone, Timeline

from .lines import line, link, milestone

MOST_MILESTONES = 7


@st.composite
def milestones(draw: st.DrawFn, key: str) -> Milestone:
    """A milestone that may have a window and may be waived."""
    first = draw(st.none() | st.integers(-10, 20))
    last = draw(st.none() | st.integers(first if first is not None else -10, 40))
    return milestone(key, first, last, waived=draw(st.integers(0, 5)) == 0)


@st.composite
def timelines(
    draw: st.DrawFn, *, windows: bool = True, maxima: bool = False, least: int = 0
) -> Timeline:
    """A timeline without circles: links lead from one to a later one of a hidden order."""
    size = draw(st.integers(least, MOST_MILESTONES))
    keys = draw(st.permutations([f"m{number}" for number in range(size)]))
    pairs = [(one, other) for at, other in enumerate(keys) for one in keys[:at]]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=12)) if pairs else []
    links: list[Link] = []
    for before, after in chosen:
        lag = draw(st.integers(0, 9))
        most = draw(st.none() | st.integers(lag, 12)) if maxima else None
        links.append(link(before, after, lag, most))
    points = [draw(milestones(key)) if windows else milestone(key) for key in sorted(keys)]
    return line(*draw(st.permutations(points)), links=links)


@st.composite
def shuffled(draw: st.DrawFn, timeline: Timeline) -> Timeline:
    """The same timeline, told in another order."""
    return line(
        *draw(st.permutations(timeline.milestones)), links=draw(st.permutations(timeline.links))
    )
