"""The verb `track`: what the record shows of a timeline, what is late, and what that moves."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, final

import attrs
from attrs import frozen

from carecore.base.checks import require_instance
from carecore.base.identity import in_words
from carecore.base.moments import day_text, first_day, is_by, last_day
from carecore.base.reasons import Fact, Reason, Verdict
from carecore.base.timing import CountsBusinessDays, require_day
from carecore.errors import InvalidValue
from carecore.record import Evidence, Record, weigh
from carecore.recovery.graph import NEVER, Network, preceding_of, with_fixed
from carecore.recovery.maxima import earliest
from carecore.recovery.milestones import Milestone
from carecore.recovery.scheduling import Plan, conflicts_of, day_of, latest_of, plan_of
from carecore.recovery.timelines import Timeline
from carecore.recovery.tracked import MilestoneState, TrackedMilestone, Tracking

__all__ = ["Progress", "progress_of", "track"]


def track(
    timeline: Timeline,
    record: Record,
    /,
    *,
    as_of: date,
    known_at: date | None = None,
    calendar: CountsBusinessDays | None = None,
) -> Tracking:
    """What *record* shows of *timeline* on a day, what is late, and what that does to the rest.

    The evidence rule of each milestone decides anew each time, so that what was reached can be
    lost again.
    Whatever is not reached is forecast for the first day that is left: not before today, its
    window, or what comes before it allow.
    A waived milestone holds nobody up; a milestone that was refused, tried in vain or simply
    never recorded is not reached, and what comes after it is blocked.

    >>> from carecore.record import Event, EventKind, EventSign, EvidenceRule
    >>> rule = EvidenceRule(all_of=[EventSign(kind=EventKind.PROCEDURE, what="surgery")])
    >>> timeline = Timeline(
    ...     id="t-1",
    ...     client_id="c-17",
    ...     anchor=date(2026, 3, 2),
    ...     milestones=[Milestone(id="surgery", name="Surgery", evidence=rule)],
    ... )
    >>> done = Event(id="e-1", kind=EventKind.PROCEDURE, what="surgery", happened=date(2026, 3, 2))
    >>> record = Record(client_id="c-17", events=[done])
    >>> track(timeline, record, as_of=date(2026, 3, 3)).milestone("surgery").state
    <MilestoneState.REACHED: 'reached'>

    Args:
        timeline: the milestones of one client.
        record: what is known of that client.
        as_of: the day asked about; what happened later does not count.
        known_at: only what was recorded by then counts; `None`: all that is there.
        calendar: which days are business days; wanted only if a window counts them.

    Raises:
        WrongType: if an argument is of another type, or a window counts business days and there
            is no calendar.
        InvalidValue: if the record is another client's, or the timeline cannot be scheduled.
        ManyFaults: if it cannot be scheduled for several reasons.

    .. versionadded:: 0.1
    """
    day = require_day(as_of)
    require_instance(record, Record, name="the record")
    progress = progress_of(timeline, record, as_of=day, known_at=known_at, calendar=calendar)
    plan = progress.plan
    return Tracking(
        timeline=timeline.id,
        client_id=timeline.client_id,
        anchor=timeline.anchor,
        as_of=day,
        end_planned=day_of(plan.end),
        end_forecast=day_of(progress.end),
        milestones=tuple(_tracked(progress)),
        infeasible=conflicts_of(plan),
    )


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Progress:
    """A timeline on one day, by position of the milestone.

    Attributes:
        timeline: without waivers that were given later.
        plan: its days, if all had gone as planned.
        today: the day asked about.
        evidence: what the record shows of each; `None`: no evidence rule.
        reached: the days on which milestones were reached.
        network: where what was reached waits for nothing any more.
        floors: the first day that is left for each, whatever comes before; for a reached one,
            its day.
        forecast: the first day that is left for each.
        end: the last of them that is needed.

    .. versionadded:: 0.1
    """

    timeline: Timeline
    plan: Plan
    today: int
    evidence: tuple[Evidence | None, ...]
    reached: Mapping[int, int]
    network: Network
    floors: Sequence[int]
    forecast: Sequence[int]
    end: int


def progress_of(
    timeline: Timeline,
    record: Record | None,
    /,
    *,
    as_of: date,
    known_at: date | None,
    calendar: CountsBusinessDays | None,
) -> Progress:
    """How a timeline stands on a day; raises what `track` raises.

    .. versionadded:: 0.1
    """
    require_instance(timeline, Timeline, name="the timeline")
    if record is None:
        record = Record(client_id=timeline.client_id)
    known = _own(timeline, require_instance(record, Record, name="the record"))
    known = known if known_at is None else known.known_at(known_at)
    milestones = tuple(_without_later_waiver(one, as_of) for one in timeline.milestones)
    timeline = attrs.evolve(timeline, milestones=milestones)
    plan = plan_of(timeline, calendar=calendar)
    network, today = plan.network, as_of.toordinal()
    anchor = timeline.anchor.toordinal()
    evidence = tuple(
        # What came before the anchor belongs to something else, unless the window is there.
        _evidence(one, known, as_of=as_of, since=day_of(min(anchor, floor)))
        for one, floor in zip(milestones, network.floors, strict=True)
    )
    reached = {
        number: _reached_day(one, today, plan.starts[number])
        for number, one in enumerate(evidence)
        if network.is_needed[number] and _is_met(one)
    }
    network = with_fixed(network, reached)
    floors = [
        reached.get(number, max(floor, today) if needed else floor)
        for number, (floor, needed) in enumerate(
            zip(network.floors, network.is_needed, strict=True)
        )
    ]
    forecast = earliest(network, floors)
    needed = [day for day, needed in zip(forecast, network.is_needed, strict=True) if needed]
    return Progress(
        timeline=timeline,
        plan=plan,
        today=today,
        evidence=evidence,
        reached=reached,
        network=network,
        floors=floors,
        forecast=forecast,
        end=max(needed, default=anchor),
    )


def _own(timeline: Timeline, record: Record, /) -> Record:
    """The record of the timeline's client, or a refusal if it is another's."""
    ids = timeline.client_id, record.client_id
    if None not in ids and ids[0] != ids[1]:
        what = f"the timeline is of the client {ids[0]!r}, and the record of {ids[1]!r}"
        raise InvalidValue(what, advice="Maybe another client's record was passed")
    # Of a record that does not say whose it is, entries that name somebody else do not count.
    return attrs.evolve(record, client_id=ids[0]) if ids[1] is None and ids[0] else record


def _without_later_waiver(one: Milestone, as_of: date, /) -> Milestone:
    if one.waived is None or is_by(one.waived.at, as_of) is not False:
        return one
    return attrs.evolve(one, waived=None)


def _evidence(one: Milestone, record: Record, /, *, as_of: date, since: date) -> Evidence | None:
    if one.evidence is None:
        return None
    return weigh(one.evidence, record, as_of=as_of, since=since)


def _is_met(evidence: Evidence | None, /) -> bool:
    return evidence is not None and evidence.verdict is Verdict.MET


def _reached_day(evidence: Evidence | None, today: int, planned: int, /) -> int:
    """The day from which what follows is counted: the last one that the record can mean."""
    met_at = None if evidence is None else evidence.met_at
    return min(today, planned if met_at is None else last_day(met_at).toordinal())


def _tracked(progress: Progress, /) -> Iterator[TrackedMilestone]:
    network, plan = progress.network, progress.plan
    # The first day that is open to each, today left aside.
    floors = [progress.reached.get(one, floor) for one, floor in enumerate(network.floors)]
    opened = earliest(network, floors)
    last_days, unreached = _last_days(progress), _unreached_before(progress)
    order = sorted(zip(plan.starts, network.levels, network.ids, range(len(floors)), strict=True))
    for *_, number in order:
        one = progress.timeline.milestones[number]
        evidence, due = progress.evidence[number], last_days[number]
        days_late = _days_late(progress, number, due)
        state = _state(
            progress,
            number,
            is_open=opened[number] <= progress.today,
            is_blocked=bool(unreached[number]),
            is_late=bool(days_late),
        )
        is_over = state in _OVER
        yield TrackedMilestone(
            id=one.id,
            name=one.name,
            state=state,
            due=None if due is None else day_of(due),
            planned=day_of(plan.starts[number]),
            forecast=None if is_over else day_of(progress.forecast[number]),
            reached=None if evidence is None else evidence.met_at,
            days_late=days_late,
            entries=() if evidence is None else evidence.entries,
            is_stale=evidence is not None and evidence.is_stale,
            reasons=tuple(_reasons(one, state, evidence, unreached[number])),
        )


_SHOWN: Final = (MilestoneState.REACHED, MilestoneState.REACHED_LATE)
_OVER: Final = (MilestoneState.WAIVED, *_SHOWN)


def _last_days(progress: Progress, /) -> list[int | None]:
    """The last day of each, by its window and by most times from what comes before.

    Where neither is given, it is the last day of the schedule, which moves neither the end nor
    another one out of its window; but a window that is open at its end says that any day will do.
    """
    network = progress.plan.network
    days = list(network.limits)
    for before, after, most in network.maxima:
        days[after] = min(days[after], progress.forecast[before] + most)
    _, lasts = latest_of(progress.plan)
    found: list[int | None] = []
    for number, one in enumerate(progress.timeline.milestones):
        day: int | None = days[number]
        if not network.is_needed[number]:
            day = None
        elif days[number] == NEVER:
            day = lasts[number] if one.window is None else None
        found.append(day)
    return found


def _unreached_before(progress: Progress, /) -> list[tuple[str, ...]]:
    """For each, what comes directly before it and is not reached, seen through what is waived."""
    network = progress.plan.network
    preceding = preceding_of(network)
    found: list[tuple[str, ...]] = [()] * len(network.ids)
    for number in network.order:
        direct: set[str] = set()
        behind: list[tuple[str, ...]] = []
        for before, _ in preceding[number]:
            if not network.is_needed[before]:
                behind.append(found[before])
            elif before not in progress.reached:
                direct.add(network.ids[before])
        if direct or len(behind) != 1:
            found[number] = tuple(sorted(direct.union(*behind)))
        else:
            # Many waived ones in a row wait for the same, which is kept once.
            found[number] = behind[0]
    return found


def _days_late(progress: Progress, number: int, due: int | None, /) -> int | None:
    evidence = progress.evidence[number]
    if due is None:
        return None
    if evidence is None or evidence.verdict is not Verdict.MET:
        return max(0, progress.today - due)
    return None if evidence.met_at is None else max(0, first_day(evidence.met_at).toordinal() - due)


def _state(
    progress: Progress, number: int, /, *, is_open: bool, is_blocked: bool, is_late: bool
) -> MilestoneState:
    """The first that holds; docs/explanation/how-recovery-is-tracked.md has the same as a table."""
    evidence = progress.evidence[number]
    if not progress.plan.network.is_needed[number]:
        return MilestoneState.WAIVED
    if _is_met(evidence):
        return MilestoneState.REACHED_LATE if is_late else MilestoneState.REACHED
    if not is_open and not is_late:
        return MilestoneState.WAITING
    if is_blocked:
        return MilestoneState.BLOCKED
    if is_late:
        is_known = evidence is not None and evidence.verdict is Verdict.NOT_MET
        return MilestoneState.OVERDUE if is_known else MilestoneState.UNKNOWN
    return MilestoneState.DUE


def _reasons(
    one: Milestone,
    state: MilestoneState,
    evidence: Evidence | None,
    unreached: Sequence[str],
    /,
) -> Iterator[Reason]:
    if state is MilestoneState.WAIVED and one.waived is not None:
        by, when, why = one.waived.by, day_text(one.waived.at), in_words(one.waived.because)
        text = f"{by} waived it on {when}: {why}"
        yield Reason(id="waived", text=text, facts=[Fact(name="because", seen=why)])
    if state is MilestoneState.BLOCKED:
        text = f"it waits for {', '.join(unreached)}"
        yield Reason(id="waits_for", text=text, facts=_named(unreached))
    if state in _SHOWN and unreached:
        text = f"it was reached, although it comes after what is not: {', '.join(unreached)}"
        yield Reason(id="reached_out_of_turn", text=text, facts=_named(unreached))
    if evidence is not None:
        yield from evidence.reasons
    elif state is not MilestoneState.WAIVED:
        yield Reason(id="no_evidence_rule", text="no evidence rule says what would show it")


def _named(milestones: Sequence[str], /) -> list[Fact]:
    return [Fact(name="milestone", seen=key) for key in milestones]
