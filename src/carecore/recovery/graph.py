"""The network behind a timeline: milestones as positions, days as whole numbers.

Passes over it take the links in their order, so each link is looked at once; only most times
("at most 14 days later") point back and are gone round until nothing moves any more.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, final

import attrs
from attrs import frozen

from carecore.base.calendars import Window
from carecore.base.lookups import near_ids
from carecore.base.reasons import at
from carecore.base.timing import CountsBusinessDays, Offset
from carecore.errors import CareError, InvalidValue, ManyFaults
from carecore.recovery.timelines import Timeline

__all__ = ["NEVER", "Network", "backward", "forward", "network_of", "preceding_of", "with_fixed"]

_MOST_NEAR: Final = 20
NEVER: Final = 10**15
"""A day that never comes.

.. versionadded:: 0.1
"""


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Network:
    """Milestones and links of a timeline that can be scheduled.

    Attributes:
        ids: of the milestones.
        order: their positions, those before first.
        levels: for each, how many milestones follow one another up to it.
        afters: for each, what comes after it, and after how many days at least.
        maxima: positions before and after, and after how many days at most.
        floors: for each, the first day that its window and the anchor allow.
        limits: for each, the last day of its window, or `NEVER`.
        is_needed: for each, whether it is not waived.

    .. versionadded:: 0.1
    """

    ids: tuple[str, ...]
    order: Sequence[int]
    levels: Sequence[int]
    afters: Sequence[Sequence[tuple[int, int]]]
    maxima: tuple[tuple[int, int, int], ...]
    floors: Sequence[int]
    limits: Sequence[int]
    is_needed: Sequence[bool]


def network_of(timeline: Timeline, /, *, calendar: CountsBusinessDays | None) -> Network:
    """The network of a timeline.

    A waived milestone keeps its links, but its window counts no more.

    Raises:
        InvalidValue: if an id stands twice, a link leads nowhere, or links run in a circle.
        ManyFaults: if there are several such faults.
        WrongType: if a window counts business days and there is no calendar.

    .. versionadded:: 0.1
    """
    milestones = timeline.milestones
    index = {one.id: number for number, one in enumerate(milestones)}
    afters: list[list[tuple[int, int]]] = [[] for _ in milestones]
    waiting = [0] * len(milestones)
    maxima: list[tuple[int, int, int]] = []
    try:
        for link in timeline.links:
            before, after, least = index[link.before], index[link.after], link.minimum
            afters[before].append((after, 0 if least is None else least.weeks * 7 + least.days))
            waiting[after] += 1
            if link.maximum is not None:
                maxima.append((before, after, link.maximum.weeks * 7 + link.maximum.days))
    except KeyError:
        raise _refusal(timeline) from None
    order = [number for number, count in enumerate(waiting) if not count]
    levels = [0] * len(milestones)
    for number in order:
        for after, _ in afters[number]:
            waiting[after] -= 1
            if not waiting[after]:
                # Levels never fall along the order, so the last one before it has the highest.
                levels[after] = levels[number] + 1
                order.append(after)
    if len(order) != len(milestones) or len(index) != len(milestones):
        raise _refusal(timeline) from None
    floors, limits = _windows(timeline, calendar)
    needed = [one.waived is None for one in milestones]
    # Whoever is waived keeps nobody to a most time.
    kept = [one for one in maxima if needed[one[0]] and needed[one[1]]]
    return Network(
        ids=tuple(index),
        order=order,
        levels=levels,
        afters=afters,
        maxima=tuple(sorted(kept, key=lambda one: _names(timeline, one))),
        floors=floors,
        limits=limits,
        is_needed=needed,
    )


def forward(network: Network, /, floors: Sequence[int]) -> list[int]:
    """The first day of each: from *floors* on, and the links keep their least times.

    .. versionadded:: 0.1
    """
    days = list(floors)
    for number in network.order:
        day = days[number]
        for after, lag in network.afters[number]:
            # A call of max for each link would make the pass half as slow again.
            if day + lag > days[after]:  # noqa: PLR1730 # see above
                days[after] = day + lag
    return days


def backward(network: Network, /, limits: Sequence[int]) -> list[int]:
    """The last day of each: up to *limits*, and the links keep their least and most times.

    .. versionadded:: 0.1
    """
    days = list(limits)
    place = {number: place for place, number in enumerate(network.order)} if network.maxima else {}
    onwards = sorted(network.maxima, key=lambda one: place[one[0]])
    while True:
        for number in reversed(network.order):
            day = days[number]
            for after, lag in network.afters[number]:
                if days[after] - lag < day:  # noqa: PLR1730 # as in `forward`
                    day = days[after] - lag
            days[number] = day
        is_settled = True
        for before, after, most in onwards:
            if days[before] + most < days[after]:
                days[after] = days[before] + most
                is_settled = False
        if is_settled:
            return days


def with_fixed(network: Network, fixed: Collection[int], /) -> Network:
    """The network, where the days of some stand whatever comes before them.

    .. versionadded:: 0.1
    """
    return attrs.evolve(
        network,
        afters=[[one for one in afters if one[0] not in fixed] for afters in network.afters],
        maxima=tuple(one for one in network.maxima if one[0] not in fixed),
    )


def preceding_of(network: Network, /) -> list[list[tuple[int, int]]]:
    """For each, what comes before it, and how many days before at least; by id.

    .. versionadded:: 0.1
    """
    found: list[list[tuple[int, int]]] = [[] for _ in network.ids]
    for number in sorted(network.order, key=network.ids.__getitem__):
        for after, lag in network.afters[number]:
            found[after].append((number, lag))
    return found


def _names(timeline: Timeline, one: tuple[int, int, int], /) -> tuple[str, str, int]:
    before, after, most = one
    return timeline.milestones[before].id, timeline.milestones[after].id, most


def _windows(
    timeline: Timeline, calendar: CountsBusinessDays | None, /
) -> tuple[list[int], list[int]]:
    anchor = timeline.anchor.toordinal()
    floors = [anchor] * len(timeline.milestones)
    limits = [NEVER] * len(timeline.milestones)
    for number, one in enumerate(timeline.milestones):
        if one.window is None:
            continue
        try:
            first, last = _ends(one.window, timeline.anchor, calendar)
        except CareError as fault:
            raise fault.below(at("$", "milestones", number, "window")) from None
        if one.waived is None:
            # Without a first day, the anchor is one, unless the last day comes before it.
            floors[number] = min(anchor, last) if first is None else first
            limits[number] = last
        else:
            floors[number] = anchor if first is None else min(anchor, first)
    return floors, limits


def _ends(
    window: Window, anchor: date, calendar: CountsBusinessDays | None, /
) -> tuple[int | None, int]:
    first, last = window.earliest, window.latest
    return (
        None if first is None else _day(first, anchor, calendar),
        NEVER if last is None else _day(last, anchor, calendar),
    )


def _day(offset: Offset, anchor: date, calendar: CountsBusinessDays | None, /) -> int:
    if offset.business_days is None and not (offset.months or offset.years):
        return anchor.toordinal() + offset.weeks * 7 + offset.days
    return offset.after(anchor, calendar=calendar).toordinal()


def _refusal(timeline: Timeline, /) -> CareError:
    faults = [*_twice(timeline), *_dangling(timeline), *_circular(timeline)]
    if len(faults) == 1:
        return faults[0]
    return ManyFaults(f"{len(faults)} faults in the timeline {timeline.id!r}", faults)


def _twice(timeline: Timeline, /) -> list[CareError]:
    seen: set[str] = set()
    faults: list[CareError] = []
    for number, one in enumerate(timeline.milestones):
        if one.id in seen:
            what = f"the milestone {one.id!r} stands twice"
            place = at("$", "milestones", number, "id")
            faults.append(InvalidValue(what, place=place, advice="Maybe remove one of the two"))
        seen.add(one.id)
    return faults


def _dangling(timeline: Timeline, /) -> list[CareError]:
    known = dict.fromkeys(timeline.ids)
    faults: list[CareError] = []
    for number, link in enumerate(timeline.links):
        for end, key in (("before", link.before), ("after", link.after)):
            if key not in known:
                # Looking for ids that come near takes long, and nobody reads very many of them.
                near = near_ids(key, known) if len(faults) < _MOST_NEAR else ()
                what = f"the link leads to the milestone {key!r}, which the timeline does not have"
                advice = f"Maybe {' or '.join(map(repr, near))}" if near else "Maybe remove it"
                place = at("$", "links", number, end)
                faults.append(InvalidValue(what, place=place, advice=advice))
    return faults


def _circular(timeline: Timeline, /) -> list[CareError]:
    faults: list[CareError] = []
    for circle in timeline.circles:
        path = ", ".join(map(repr, (*circle, circle[0])))
        what = f"the links run in a circle: {path}"
        faults.append(InvalidValue(what, place="$.links", advice="Maybe remove one of them"))
    return faults
