"""The verb `what_would_help`: which milestone, brought forward, brings the end forward."""

from collections.abc import Iterator, Sequence
from datetime import date
from heapq import heappop, heappush
from typing import Final, final

import attrs
from attrs import frozen

from carecore.base.checks import require_instance
from carecore.base.reasons import Fact, Reason
from carecore.base.timing import CountsBusinessDays, require_day
from carecore.errors import WrongType
from carecore.record import Record
from carecore.recovery.graph import NEVER, Network, backward, preceding_of
from carecore.recovery.helped import Help, HelpfulMilestone
from carecore.recovery.maxima import earliest
from carecore.recovery.schedules import days_text
from carecore.recovery.scheduling import day_of, plan_of
from carecore.recovery.timelines import Timeline
from carecore.recovery.tracking import progress_of

__all__ = ["what_would_help"]


def what_would_help(
    timeline: Timeline,
    record: Record | None = None,
    /,
    *,
    as_of: date | None = None,
    known_at: date | None = None,
    until: str | None = None,
    calendar: CountsBusinessDays | None = None,
) -> Help:
    """Which open milestone, brought forward, brings the end of *timeline* forward.

    Every milestone on which the end hangs is looked at by itself.
    It can be brought forward by waiting less after what comes before it; its order, its window
    and today stay, and whether the wait may be shorter is for people to decide.
    Where another way to the end is just as long, one milestone alone brings nothing.

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
    >>> [(one.id, one.days_sooner) for one in what_would_help(timeline).helpful]
    [('home', 3)]

    Args:
        timeline: the milestones of one client.
        record: what is known of that client; `None`: nothing was reached yet.
        as_of: the day asked about; `None`: the plan itself is asked, without a record.
        known_at: only what was recorded by then counts; `None`: all that is there.
        until: id of the milestone that counts as the end, such as coming home; `None`: the last
            one.
        calendar: which days are business days; wanted only if a window counts them.

    Raises:
        UnknownId: if *until* is no milestone of the timeline.
        WrongType: if there is a record and no day, or as `track` does.
        InvalidValue: as `track` does.
        ManyFaults: as `track` does.

    .. versionadded:: 0.1
    """
    now = _situation(timeline, record, as_of=as_of, known_at=known_at, calendar=calendar)
    ends = _ends(now, until)
    looked_at = sorted(_looked_at(now, ends), key=lambda one: -one.days_sooner)
    return Help(
        timeline=timeline.id,
        as_of=as_of,
        until=until,
        end=day_of(_last(now, ends)),
        milestones=tuple(looked_at),
    )


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class _Situation:
    """How things stand, by position of the milestone."""

    timeline: Timeline
    network: Network
    floors: Sequence[int]
    days: Sequence[int]
    today: int | None
    is_open: Sequence[bool]


def _ends(now: _Situation, until: str | None, /) -> Sequence[int]:
    """The positions of the milestones of which the last one is the end."""
    if until is None:
        return [number for number, needed in enumerate(now.network.is_needed) if needed]
    return [now.network.ids.index(now.timeline.milestone(until).id)]


def _last(now: _Situation, ends: Sequence[int], days: Sequence[int] | None = None, /) -> int:
    seen = now.days if days is None else days
    return max((seen[one] for one in ends), default=now.timeline.anchor.toordinal())


def _situation(
    timeline: Timeline,
    record: Record | None,
    /,
    *,
    as_of: date | None,
    known_at: date | None,
    calendar: CountsBusinessDays | None,
) -> _Situation:
    if as_of is not None:
        day = require_day(as_of)
        now = progress_of(timeline, record, as_of=day, known_at=known_at, calendar=calendar)
        needed = enumerate(now.network.is_needed)
        return _Situation(
            timeline=now.timeline,
            network=now.network,
            floors=now.floors,
            days=now.forecast,
            today=now.today,
            is_open=[is_needed and one not in now.reached for one, is_needed in needed],
        )
    if record is not None or known_at is not None:
        advice = "Maybe as_of=date(2026, 3, 1)"
        raise WrongType("a record is asked, and as_of is None", advice=advice)
    require_instance(timeline, Timeline, name="the timeline")
    plan = plan_of(timeline, calendar=calendar)
    return _Situation(
        timeline=timeline,
        network=plan.network,
        floors=plan.network.floors,
        days=plan.starts,
        today=None,
        is_open=plan.network.is_needed,
    )


def _looked_at(now: _Situation, ends: Sequence[int], /) -> Iterator[HelpfulMilestone]:
    network, days, end = now.network, now.days, _last(now, ends)
    free = [NEVER] * len(network.ids)
    for number in ends:
        free[number] = end
    lasts = backward(network, free)
    preceding = preceding_of(network)
    others = None if network.maxima else _ends_without(now, ends)
    for *_, number in sorted(zip(days, network.levels, network.ids, range(len(days)), strict=True)):
        one = now.timeline.milestones[number]
        if not now.is_open[number] or days[number] != lasts[number]:
            continue
        held_by = [
            network.ids[before]
            for before, lag in preceding[number]
            if days[before] + lag == days[number] > now.floors[number]
        ]
        # It cannot come before what comes before it.
        first = max([now.floors[number], *(days[before] for before, _ in preceding[number])])
        names = tuple(dict.fromkeys(held_by))
        sooner, reason = 0, _bar(now, number, names)
        if days[number] > first:
            if others is None:
                sooner = end - _last(now, ends, _days_if(now, number, first))
            else:
                beside, onwards = others[number]
                sooner = end - max(beside, first + onwards)
            reason = _hope(names, sooner)
        yield HelpfulMilestone(
            id=one.id,
            name=one.name,
            day=day_of(days[number]),
            days_sooner=sooner,
            waits_for=names,
            reason=reason,
        )


def _ends_without(now: _Situation, ends: Sequence[int], /) -> Sequence[tuple[int, int]]:
    """For each, when the end comes on ways that leave it out, and how long it is from it to there.

    A way that leaves a milestone out lies before it in the order, or after it, or has a link that
    passes it; so one look at each link is enough for all milestones. Most times, which lead back,
    are not heeded.
    """
    network, order = now.network, now.network.order
    place = {number: place for place, number in enumerate(order)}
    onwards = [_NOWHERE] * len(order)
    for number in ends:
        onwards[number] = 0
    after_it = [_NOWHERE] * (len(order) + 1)
    for number in reversed(order):
        ways = [lag + onwards[after] for after, lag in network.afters[number]]
        onwards[number] = max(onwards[number], *ways, _NOWHERE)
        start = now.floors[number] + onwards[number]
        after_it[place[number]] = max(after_it[place[number] + 1], start)
    before_it, passing, is_end = _NOWHERE, list[tuple[int, int]](), frozenset(ends)
    found = [(0, 0)] * len(order)
    for here, number in enumerate(order):
        while passing and passing[0][1] <= here:
            heappop(passing)
        beside = max(before_it, after_it[here + 1], -passing[0][0] if passing else _NOWHERE)
        found[number] = beside, onwards[number]
        for after, lag in network.afters[number]:
            heappush(passing, (-(now.days[number] + lag + onwards[after]), place[after]))
        if number in is_end:
            before_it = max(before_it, now.days[number])
    return found


def _days_if(now: _Situation, number: int, first: int, /) -> Sequence[int]:
    """The days of all, if this one came on its *first* day."""
    afters = [[one for one in afters if one[0] != number] for afters in now.network.afters]
    network = attrs.evolve(now.network, afters=afters)
    return earliest(network, [*now.floors[:number], first, *now.floors[number + 1 :]])


_NOWHERE: Final = -(NEVER**2)
_TODAY: Final = "it can be reached today; each further day moves the end"


def _hope(names: Sequence[str], sooner: int, /) -> Reason:
    """What comes of waiting less."""
    facts = [Fact(name="milestone", seen=key) for key in names]
    if sooner:
        less = f"up to {days_text(sooner)} less would bring the end as much forward"
        text = f"it waits for {', '.join(names)}; {less}"
        return Reason(id="brings_end_forward", text=text, facts=tuple(facts))
    text = "another way to the end is just as long, or what follows it cannot come sooner"
    return Reason(id="alone_brings_nothing", text=text, facts=tuple(facts))


def _bar(now: _Situation, number: int, names: Sequence[str], /) -> Reason:
    """Why there is no waiting less."""
    if names:
        facts = [Fact(name="milestone", seen=key) for key in names]
        text = f"it comes on the same day as {', '.join(names)}, and not before"
        return Reason(id="follows_at_once", text=text, facts=tuple(facts))
    if now.today == now.days[number]:
        return Reason(id="not_before_today", text=_TODAY)
    return Reason(id="not_before_window", text="its window, or the anchor, allows it no sooner")
