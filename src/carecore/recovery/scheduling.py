"""The verb `schedule`: early and late days, slack and the critical path of a timeline."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, final

from attrs import frozen

from carecore.base.checks import require_instance
from carecore.base.plan_ids import MilestoneId
from carecore.base.timing import CountsBusinessDays
from carecore.errors import InvalidValue
from carecore.recovery.graph import NEVER, Network, backward, network_of, preceding_of
from carecore.recovery.maxima import Contradiction, earliest, without_contradictions
from carecore.recovery.schedules import Conflict, ConflictKind, Schedule, schedule_of
from carecore.recovery.timelines import Timeline

__all__ = ["Plan", "conflicts_of", "day_of", "latest_of", "plan_of", "schedule"]

_LAST: Final = date.max.toordinal()


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Plan:
    """A timeline and its days, by position of the milestone.

    Attributes:
        network: the milestones and links, without the most times that cannot be kept.
        contradictions: most times that cannot be kept.
        starts: the first day of each.
        end: the day of the last of those that are needed.

    .. versionadded:: 0.1
    """

    network: Network
    contradictions: tuple[Contradiction, ...]
    starts: Sequence[int]
    end: int


def schedule(timeline: Timeline, /, *, calendar: CountsBusinessDays | None = None) -> Schedule:
    """When each milestone of *timeline* is reached at the earliest and at the latest.

    Each is reached as soon as the anchor, its window and what comes before it allow.
    A waived milestone holds nobody up: its window counts no more and it moves no end, but what
    comes after it still waits for what came before it.

    >>> from carecore.base.timing import Offset
    >>> from carecore.recovery import Link, Milestone
    >>> timeline = Timeline(
    ...     id="t-1",
    ...     anchor=date(2026, 3, 2),
    ...     milestones=[
    ...         Milestone(id="surgery", name="Surgery"),
    ...         Milestone(id="home", name="Back home"),
    ...     ],
    ...     links=[Link(before="surgery", after="home", minimum=Offset(days=3))],
    ... )
    >>> schedule(timeline).end
    datetime.date(2026, 3, 5)
    >>> schedule(timeline).critical_path
    ('surgery', 'home')

    Args:
        timeline: the milestones of one client.
        calendar: which days are business days; wanted only if a window counts them.

    Raises:
        WrongType: if a window counts business days and there is no calendar.
        InvalidValue: if an id stands twice, a link leads nowhere, links run in a circle, or a day
            lies outside the years 1 to 9999.
        ManyFaults: if several of that are so.

    .. versionadded:: 0.1
    """
    require_instance(timeline, Timeline, name="the timeline")
    plan = plan_of(timeline, calendar=calendar)
    starts, end, ids, levels = plan.starts, plan.end, plan.network.ids, plan.network.levels
    ends, lasts = latest_of(plan)
    days = {day: day_of(day) for day in {*starts, *lasts, end}}
    milestones, needed = timeline.milestones, plan.network.is_needed
    rows = [
        (
            milestones[number].id,
            milestones[number].name,
            days[start],
            days[lasts[number]],
            needed[number] and start == ends[number],
        )
        for start, _, _, number in sorted(zip(starts, levels, ids, range(len(ids)), strict=True))
    ]
    return schedule_of(
        timeline=timeline.id,
        anchor=timeline.anchor,
        end=days[end],
        rows=rows,
        critical_path=_critical_path(plan, ends),
        infeasible=conflicts_of(plan),
    )


def plan_of(timeline: Timeline, /, *, calendar: CountsBusinessDays | None) -> Plan:
    """The days of a timeline, if all goes as planned; raises what `schedule` raises.

    .. versionadded:: 0.1
    """
    network = network_of(timeline, calendar=calendar)
    network, contradictions = without_contradictions(network)
    starts = earliest(network, network.floors)
    needed = [day for day, needed in zip(starts, network.is_needed, strict=True) if needed]
    end = max(needed, default=timeline.anchor.toordinal())
    return Plan(network=network, contradictions=contradictions, starts=starts, end=end)


def latest_of(plan: Plan, /) -> tuple[Sequence[int], Sequence[int]]:
    """The last day of each that does not move the end; and that breaks no window either.

    Of what is waived and leads nowhere it is the end, or its own day if that is later.

    .. versionadded:: 0.1
    """
    network, starts, end = plan.network, plan.starts, plan.end
    free = [end if needed else NEVER for needed in network.is_needed]
    ends = lasts = backward(network, free)
    if min(network.limits, default=NEVER) < end:
        lasts = backward(network, list(map(min, free, network.limits)))
    if not all(network.is_needed):
        lasts = [
            late if late < NEVER // 2 else max(start, end)
            for start, late in zip(starts, lasts, strict=True)
        ]
    return ends, lasts


def conflicts_of(plan: Plan, /) -> tuple[Conflict, ...]:
    """What cannot be kept: windows, then most times.

    .. versionadded:: 0.1
    """
    return (*_windows_missed(plan), *_maxima_missed(plan))


def day_of(ordinal: int, /) -> date:
    """The day of that number; raises `InvalidValue` if the calendar does not have it.

    .. versionadded:: 0.1
    """
    if not 1 <= ordinal <= _LAST:
        what = "a milestone lies outside the years 1 to 9999"
        raise InvalidValue(what, advice="Maybe an offset has too many digits")
    return date.fromordinal(ordinal)


def _critical_path(plan: Plan, ends: Sequence[int], /) -> tuple[MilestoneId, ...]:
    """From a milestone that nothing but a day holds, over those it holds, to the end."""
    network, starts = plan.network, plan.starts
    ids = network.ids
    held = _held(plan, [start == last for start, last in zip(starts, ends, strict=True)])
    follows = {after for afters in held.values() for after in afters}
    first = [number for number in held if starts[number] == network.floors[number]]
    if not first:
        return ()
    start = min(first, key=lambda one: (one in follows, starts[one], ids[one]))
    stack, last = [(start, -1)], -1
    came_from: dict[int, int] = {}
    while True:
        number, before = stack.pop()
        if number in came_from:
            continue
        came_from[number] = before
        if starts[number] == plan.end and network.is_needed[number]:
            last = number
        next_ones = [one for one in held[number] if one not in came_from]
        # Most times lead back: not everything that is led to goes on to the end, but something
        # does, for otherwise none of it would be critical.
        if last != -1 and not next_ones:
            break
        next_ones.sort(key=ids.__getitem__, reverse=True)
        stack.extend((one, number) for one in next_ones)
    path: list[str] = []
    while last != -1:
        if network.is_needed[last]:
            path.append(ids[last])
        last = came_from[last]
    return tuple(map(MilestoneId, reversed(path)))


def _held(plan: Plan, critical: Sequence[bool], /) -> dict[int, list[int]]:
    """For each critical one, the critical ones that its day holds."""
    starts = plan.starts
    held: dict[int, list[int]] = {
        number: [
            after
            for after, lag in plan.network.afters[number]
            if critical[after] and starts[number] + lag == starts[after]
        ]
        for number, is_critical in enumerate(critical)
        if is_critical
    }
    for before, after, most in plan.network.maxima:
        if critical[before] and critical[after] and starts[after] - most == starts[before]:
            held[after].append(before)
    return held


def _windows_missed(plan: Plan, /) -> Iterator[Conflict]:
    network, starts = plan.network, plan.starts
    missed = [
        number
        for number, (start, limit) in enumerate(zip(starts, network.limits, strict=True))
        if start > limit
    ]
    if missed:
        preceding = preceding_of(network)
        for number in sorted(missed, key=network.ids.__getitem__):
            held_by = [one for one, lag in preceding[number] if starts[one] + lag == starts[number]]
            # By a most time, what comes after it holds it back.
            held_by.extend(
                after
                for before, after, most in network.maxima
                if before == number and starts[after] - most == starts[number]
            )
            is_held = starts[number] > network.floors[number]
            because = sorted({network.ids[one] for one in held_by}) if is_held else ()
            yield Conflict(
                kind=ConflictKind.WINDOW,
                milestone=network.ids[number],
                because=because,
                days=starts[number] - network.limits[number],
            )


def _maxima_missed(plan: Plan, /) -> Iterator[Conflict]:
    for one in plan.contradictions:
        *because, milestone = (plan.network.ids[number] for number in one.path)
        yield Conflict(
            kind=ConflictKind.MAXIMUM,
            milestone=milestone,
            because=dict.fromkeys(because).keys(),
            days=one.days,
        )
