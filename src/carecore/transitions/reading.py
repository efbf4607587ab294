"""Reading a clock: whether it holds, until when it runs, and whether it was met in time."""

from collections.abc import Iterable
from datetime import date, datetime, time
from enum import Enum
from typing import Final, final

import attrs
from attrs import field, frozen

from carecore.base.calendars import BusinessCalendar, Deadline, DeadlineState, Pause
from carecore.base.checks import filled_text, require_instance
from carecore.base.fields import checked
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import (
    When,
    day_text,
    first_day,
    in_time,
    is_by,
    is_from,
    last_day,
    optional_when,
    to_when,
)
from carecore.base.outline import Faces, Items, Outline, Paragraph
from carecore.base.plan_ids import TransitionId, transition_id
from carecore.base.reasons import Fact, Reason, Source, Verdict, all_of, tuple_of_sources
from carecore.base.record_ids import EntryId, entry_ids, term
from carecore.base.timing import require_moment
from carecore.record import (
    Event,
    EventOutcome,
    EventSign,
    Evidence,
    EvidenceRule,
    Record,
    weigh,
)
from carecore.roles import PayerKind
from carecore.transitions.applying import held_by
from carecore.transitions.clocks import Clock, ClockKind
from carecore.transitions.model import Transition
from carecore.transitions.starts import (
    ClockStart,
    StartBasis,
    day_at,
    deadline_of,
    find_start,
    latest_deadline_of,
    stay_began,
)

__all__ = ["ClockReading", "ClockState", "read_clock"]


class ClockState(Enum):
    """How a clock stands; over is not missed, and unknown is neither met nor missed.

    .. versionadded:: 0.1
    """

    NOT_STARTED = "not_started"
    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    MET_LATE = "met_late"
    MISSED = "missed"
    OVER = "over"
    UNKNOWN = "unknown"


_STATES: Final = {
    DeadlineState.NOT_STARTED: ClockState.NOT_STARTED,
    DeadlineState.RUNNING: ClockState.RUNNING,
    DeadlineState.PAUSED: ClockState.PAUSED,
    DeadlineState.MET: ClockState.MET,
    DeadlineState.MET_LATE: ClockState.MET_LATE,
    DeadlineState.MISSED: ClockState.MISSED,
}


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ClockReading(Faces):
    """How one clock stands for one transition at one moment.

    Attributes:
        clock: id of the clock.
        name: what is due, in words.
        kind: whether something is due, or the time itself counts.
        transition: id of the transition.
        applies: whether the clock holds for it.
        state: how it stands; `None` where it does not hold.
        start: what started it, or will.
        deadline: until when it runs; `None`: that cannot be told.
        met_at: when it was met, as exactly as the record says.
        entries: ids of the entries that show it.
        reasons: why, its own first.
        sources: what the clock rests on.

    .. versionadded:: 0.1
    """

    clock: str = field(converter=term)
    name: str = field(validator=filled_text)
    kind: ClockKind
    transition: TransitionId = field(converter=transition_id)
    applies: Verdict
    state: ClockState | None = field(default=None)
    start: ClockStart | None = field(default=None)
    deadline: Deadline | None = field(default=None)
    met_at: When | None = field(default=None, converter=optional_when)
    entries: tuple[EntryId, ...] = field(default=(), converter=entry_ids)
    reasons: tuple[Reason, ...] = field(default=())
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    @property
    def due(self) -> date | None:
        """The day or the moment by which it is due; `None` if that cannot be told."""
        return None if self.deadline is None else self.deadline.due()

    def outline(self, *, full: bool = False) -> Outline:
        """The clock as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        state = "does not hold here" if self.state is None else self.state.value
        due = self.due
        until = "" if due is None else f", due {due.isoformat()}"
        said = Paragraph(f"{state.replace('_', ' ').capitalize()}{until}.")
        return Outline(self.name, (said, Items([str(reason) for reason in self.reasons])))


def read_clock(
    clock: Clock,
    transition: Transition,
    record: Record,
    /,
    *,
    as_of: datetime,
    calendar: BusinessCalendar,
    payers: Iterable[PayerKind | str] | None = None,
    jurisdiction: Jurisdiction | str | None = None,
    pauses: Iterable[Pause] = (),
) -> ClockReading:
    """How *clock* stands for a transition at *as_of*, by what the record shows.

    What happened, or was moved, later is not looked at.
    A clock whose start is only planned is not started, unless it counts back from it.

    >>> from zoneinfo import ZoneInfo
    >>> from carecore.base.timing import Offset
    >>> from carecore.record import EventKind
    >>> call = Clock(
    ...     id="call_after_discharge",
    ...     name="call the client",
    ...     starts=EventSign(kind=EventKind.DISCHARGE),
    ...     allowance=Offset(business_days=2),
    ...     met_by=EventSign(kind=EventKind.CONTACT),
    ... )
    >>> left = Event(id="e-1", kind=EventKind.DISCHARGE, happened=date(2026, 3, 6))
    >>> reading = read_clock(
    ...     call,
    ...     Transition(id="t-1"),
    ...     Record(client_id="c-17", events=(left,)),
    ...     as_of=datetime(2026, 3, 11, 9, tzinfo=ZoneInfo("America/New_York")),
    ...     calendar=BusinessCalendar(),
    ... )
    >>> reading.state, reading.due
    (<ClockState.MISSED: 'missed'>, datetime.date(2026, 3, 10))

    Args:
        clock: which clock.
        transition: around which it runs.
        record: what is known of the client.
        as_of: the moment asked for.
        calendar: which days are worked, and whose days and hours are meant.
        payers: who pays for the client's care; `None`: unknown.
        jurisdiction: where the client is; `None`: unknown.
        pauses: while the clock stands still.

    Raises:
        WrongType: if *as_of* is no moment with a zone, or another part has a type that is not
            taken.
        InvalidValue: if a payer or the jurisdiction is none, or the clock starts or ends outside
            the years 1 to 9999.

    .. versionadded:: 0.1
    """
    now = require_moment(as_of, name="as_of")
    of = require_instance(transition, Transition, name="the transition")
    known = require_instance(record, Record, name="the record").as_of(now)
    of = attrs.evolve(of, moves=tuple(one for one in of.moves if is_by(one.at, now)))
    held = held_by(clock, of, known, as_of=now, payers=payers, jurisdiction=jurisdiction)
    applies = all_of(verdict for verdict, _ in held)
    reading = ClockReading(
        clock=clock.id,
        name=clock.name,
        kind=clock.kind,
        transition=of.id,
        applies=applies,
        reasons=tuple(reason for verdict, reason in held if verdict is not Verdict.MET),
        sources=clock.sources,
    )
    if applies is Verdict.NOT_MET:
        return reading
    start = find_start(clock, of, known)
    reading = attrs.evolve(reading, start=start)
    if start is None:
        return _told(
            reading, ClockState.NOT_STARTED, "not_started", "nothing shows that it started"
        )
    deadline = deadline_of(clock, of, known, calendar=calendar, pauses=pauses)
    if deadline is None:
        text = "when it started is not known exactly enough"
        return _told(reading, ClockState.UNKNOWN, "start_too_coarse", text)
    reading = attrs.evolve(reading, deadline=deadline)
    if start.basis is StartBasis.PLANNED and not clock.counts_back:
        text = f"it starts with what is planned for {day_text(start.when)}"
        return _told(reading, ClockState.NOT_STARTED, "start_planned", text)
    run = _Run(
        clock=clock,
        of=of,
        record=known,
        now=now,
        calendar=calendar,
        start=start,
        deadlines=(deadline, latest_deadline_of(clock, deadline, start)),
    )
    return _ran(run, reading)


@final
@frozen(kw_only=True, weakref_slot=False)
class _Run:
    """A clock that runs, and all that it is read by."""

    clock: Clock
    of: Transition
    record: Record
    now: datetime
    calendar: BusinessCalendar
    start: ClockStart
    deadlines: tuple[Deadline, Deadline]

    @property
    def today(self) -> date:
        """Now, as a day or a moment: of the kind that the deadline counts."""
        is_moment = isinstance(self.deadlines[0].started, datetime)
        return self.now if is_moment else day_at(self.now, self.calendar)

    @property
    def since(self) -> date | None:
        """From when on what is done counts."""
        when = self.start.when
        begin = when if isinstance(when, datetime) else first_day(when)
        if self.clock.earliest is None:
            return stay_began(self.of, self.record) if self.clock.counts_back else begin
        earliest, anchor = self.clock.earliest, self.deadlines[0].started
        if not earliest.measure[2] and isinstance(anchor, datetime):
            # Days are counted as days, also before or after a moment.
            anchor = anchor.date()
        return earliest.after(anchor, calendar=self.calendar)

    def state(self, met_at: When | None, /) -> ClockState:
        """How it stands if it was met then; unknown if something is too coarse to tell."""
        ends = (None,) if met_at is None else (self._end(met_at), self._end(met_at, is_last=True))
        states = {self._state(deadline, end) for deadline in self.deadlines for end in ends}
        return states.pop() if len(states) == 1 else ClockState.UNKNOWN

    def attempts(self) -> tuple[Event, ...]:
        """What was tried in time, in order."""
        due, since = self.deadlines[0].due(), self.since
        rule = self.clock.met_by
        found = {
            event.id: event
            for sign in (rule.signs if isinstance(rule, EvidenceRule) else (rule,))
            if isinstance(sign, EventSign)
            for event in self.record.events_of(sign.kind, sign.what, done=False)
            if event.outcome is EventOutcome.ATTEMPTED
            and self.record.is_own(event)
            and (sign.setting is None or sign.setting == event.setting)
            and event.happened is not None
            and is_by(event.happened, self.now)
            and (due is None or is_by(event.happened, due))
            and (since is None or is_from(event.happened, since))
        }
        return tuple(sorted(found.values(), key=_happened))

    def _state(self, deadline: Deadline, met_at: date | None, /) -> ClockState:
        state = deadline.state(self.today, met_at=met_at)
        if state is DeadlineState.NOT_STARTED and self.start.basis is not StartBasis.PLANNED:
            # Whatever started it was there by now, at whichever hour of its day.
            state = DeadlineState.RUNNING
        return _STATES[state]

    def _end(self, when: When, /, *, is_last: bool = False) -> date:
        """The first or last day or moment that is meant, of the kind that the deadline counts."""
        started = self.deadlines[0].started
        day = last_day(when) if is_last else first_day(when)
        at: date = day
        if isinstance(started, datetime):
            clock = time.max if is_last else time.min
            at = when if isinstance(when, datetime) else _moment(day, clock, started)
        elif isinstance(when, datetime):
            at = day_at(when, self.calendar)
        # What is known by now was done by now.
        return min(at, self.today, key=_in_time)


def _ran(run: _Run, reading: ClockReading, /) -> ClockReading:
    if run.clock.met_by is None:
        state = run.state(None)
        state = ClockState.OVER if state is ClockState.MISSED else state
        return _told(reading, state, "window", "the time itself counts")
    evidence = weigh(run.clock.met_by, run.record, as_of=run.now, since=run.since)
    state = _state(run, evidence)
    reading = attrs.evolve(reading, met_at=evidence.met_at, entries=evidence.entries)
    reading = attrs.evolve(reading, reasons=(*reading.reasons, *evidence.reasons))
    enough = run.clock.attempts_enough
    if state is not ClockState.MET and enough:
        tried = run.attempts()[:enough]
        if len(tried) == enough:
            ids = tuple(event.id for event in tried)
            reading = attrs.evolve(reading, met_at=tried[-1].happened, entries=ids)
            text = f"{enough} attempts in time are enough"
            return _told(reading, ClockState.MET, "attempts_enough", text)
    return _told(reading, state, f"clock_{state.value}", _TEXTS[state])


def _state(run: _Run, evidence: Evidence, /) -> ClockState:
    if evidence.verdict is Verdict.MET:
        return ClockState.UNKNOWN if evidence.met_at is None else run.state(evidence.met_at)
    state = run.state(None)
    # What may have been done in time is not missed.
    is_open = evidence.verdict is Verdict.UNKNOWN and state is ClockState.MISSED
    return ClockState.UNKNOWN if is_open else state


_TEXTS: Final = {
    ClockState.NOT_STARTED: "it starts later",
    ClockState.RUNNING: "it is not shown to be met, and there is time",
    ClockState.PAUSED: "it stands still",
    ClockState.MET: "it was met in time",
    ClockState.MET_LATE: "it was met, and late",
    ClockState.MISSED: "it is not shown to be met, and the time is over",
    ClockState.UNKNOWN: "whether it was met in time cannot be told from the record",
}


def _told(reading: ClockReading, state: ClockState, kind: str, text: str, /) -> ClockReading:
    start, due = reading.start, reading.due
    facts = (
        Fact(name="start", seen="unknown" if start is None else day_text(start.when)),
        Fact(name="due", seen=None if due is None else due.isoformat()),
        Fact(name="met at", seen=None if reading.met_at is None else day_text(reading.met_at)),
    )
    reason = Reason(id=kind, text=text, facts=facts, sources=reading.sources)
    return attrs.evolve(reading, state=state, reasons=(reason, *reading.reasons))


def _moment(day: date, clock: time, like: datetime, /) -> datetime:
    return datetime.combine(day, clock, like.tzinfo)


def _in_time(at: date, /) -> datetime:
    return in_time(to_when(at))


def _happened(event: Event, /) -> datetime:
    return in_time(event.happened)
