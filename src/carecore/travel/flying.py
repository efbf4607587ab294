"""Whether a flight comes too early after something that happened, as all sources have it.

Sources disagree, so that each limit is what one source says, and all of them are heard: the
strictest decides, and the answer tells who differs.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, final

import attrs
from attrs import field, frozen

from carecore.base.checks import each_of, require_instance
from carecore.base.fields import checked
from carecore.base.identity import in_words
from carecore.base.moments import When, day_text, in_time, is_by, last_day, optional_when
from carecore.base.outline import Faces, Outline, Paragraph, Table
from carecore.base.reasons import Fact, OwnChoice, Reason
from carecore.base.record_ids import EntryId, entry_ids, term
from carecore.base.timing import require_day
from carecore.record import Certainty, Condition, Event, EventOutcome, Record
from carecore.travel.escorts import EscortLevel
from carecore.travel.limits import DayLimit, FlightTiming

__all__ = ["DayLimitAnswer", "DayLimitReading", "check_day_limits", "day_limits_in"]

_STRICTEST: Final = OwnChoice(
    "of several sources the strictest decides, and an unknown length of flight counts as long"
)
_WORDS: Final = MappingProxyType(
    {
        FlightTiming.TOO_EARLY: "a flight comes too early",
        FlightTiming.UNKNOWN: "nobody knows whether a flight comes too early",
        FlightTiming.ASSESS: "an assessment decides whether a flight comes too early",
        FlightTiming.CLEAR: "a flight does not come too early",
    }
)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class DayLimitReading:
    """How one flight stands to one limit.

    Attributes:
        limit: id of the limit.
        timing: how the flight stands to it.
        counts_from: what its days count from; a term.
        started: when that was; `None`: unknown.
        assess_from: the first day on which an assessment may decide; `None`: unknown.
        clear_from: the first day on which nothing more is asked; `None`: unknown, or never.

    .. versionadded:: 0.1
    """

    limit: str = field(converter=term)
    timing: FlightTiming
    counts_from: str = field(converter=term)
    started: When | None = field(default=None, converter=optional_when)
    assess_from: date | None = None
    clear_from: date | None = None


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class DayLimitAnswer(Faces):
    """Whether a flight comes too early after something, as all sources have it.

    Attributes:
        what: what happened; a term.
        on: the day of the flight.
        timing: how the flight stands: the strictest of all limits.
        clear_from: the first day on which no source asks for more; `None`: unknown, or never.
        escort: the highest escort that a limit asks for on that day; `None`: none does.
        readings: how the flight stands to each limit.
        entries: ids of the entries of the record that it was told by.
        reasons: why; each limit with its sources.

    .. versionadded:: 0.1
    """

    what: str = field(converter=term)
    on: date
    timing: FlightTiming
    clear_from: date | None = None
    escort: EscortLevel | None = None
    readings: tuple[DayLimitReading, ...] = ()
    entries: tuple[EntryId, ...] = field(default=(), converter=entry_ids)
    reasons: tuple[Reason, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the sources do not agree about that day."""
        return len({reading.timing for reading in self.readings}) > 1

    def outline(self, *, full: bool = False) -> Outline:
        """How the flight stands, and what each source says.

        .. versionadded:: 0.1
        """
        del full
        until = "" if self.clear_from is None else f" From {self.clear_from} on it is clear."
        found = Paragraph(f"On {self.on}, {_WORDS[self.timing]}.{until}")
        rows = tuple(
            (
                reading.limit,
                in_words(reading.timing.value),
                f"{in_words(reading.counts_from)} {day_text(reading.started)}",
                reading.clear_from,
            )
            for reading in self.readings
        )
        table = Table(("Limit", "That day is", "Counts from", "Clear from"), rows)
        return Outline(f"Flying after {in_words(self.what)}", (found, table))


def check_day_limits(
    what: str,
    /,
    *,
    limits: Iterable[DayLimit],
    happened: Mapping[str, date | When | None],
    on: date,
    flight_length: timedelta | None = None,
) -> DayLimitAnswer:
    """Whether a flight on that day comes too early after *what*.

    Every limit is heard, and the strictest decides; that is carecore's own choice. Where there is
    no limit at all the answer is unknown.

    >>> limits = (
    ...     DayLimit(id="bypass_here", what="coronary_bypass", least=10, most=14),
    ...     DayLimit(id="bypass_there", what="coronary_bypass", least=14, most=14),
    ... )
    >>> answer = check_day_limits(
    ...     "coronary_bypass",
    ...     limits=limits,
    ...     happened={"coronary_bypass": date(2026, 11, 1)},
    ...     on=date(2026, 11, 12),
    ... )
    >>> answer.timing, answer.clear_from, answer.differs
    (<FlightTiming.TOO_EARLY: 'too_early'>, datetime.date(2026, 11, 15), True)

    Args:
        what: what happened; a term.
        limits: the limits to reckon with, such as those of the catalogue.
        happened: when each thing was that a limit may count from, by its term.
        on: the day of the flight.
        flight_length: how long the flight is; `None`: unknown, which counts as long.

    Raises:
        WrongType: if a part has a type that is not taken.
        InvalidValue: if *what* is no term.

    .. versionadded:: 0.1
    """
    day = require_day(on, name="on")
    if flight_length is not None:
        require_instance(flight_length, timedelta, name="the length of the flight")
    wanted = term(what)
    found = tuple(
        limit
        for limit in each_of(limits, DayLimit)
        if limit.what == wanted and _is_meant(limit, flight_length)
    )
    readings = tuple(_read(limit, happened.get(limit.clock), day) for limit in found)
    timings = frozenset(reading.timing for reading in readings)
    ends = [reading.clear_from for reading in readings]
    return DayLimitAnswer(
        what=wanted,
        on=day,
        timing=next((one for one in FlightTiming if one in timings), FlightTiming.UNKNOWN),
        clear_from=max((end for end in ends if end), default=None) if None not in ends else None,
        escort=max(
            (
                limit.escort
                for limit, reading in zip(found, readings, strict=True)
                if limit.escort is not None and reading.timing is not FlightTiming.CLEAR
            ),
            default=None,
        ),
        readings=readings,
        reasons=tuple(map(_reason, found, readings)) or (_no_limit(wanted),),
    )


def day_limits_in(
    record: Record,
    /,
    *,
    limits: Iterable[DayLimit],
    on: date,
    flight_length: timedelta | None = None,
) -> tuple[DayLimitAnswer, ...]:
    """What a record holds that a flight on that day may come too early after.

    One answer for each thing that a limit is about and that had happened, or may have happened, by
    that day; of several times of one thing the last counts. What was tried or refused did not
    happen; a condition that was refuted is none.

    Raises:
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """
    require_instance(record, Record, name="the record")
    day, known = require_day(on, name="on"), each_of(limits, DayLimit)
    clocks = {
        what: _times_of(record, what, day)
        for what in dict.fromkeys(one for limit in known for one in (limit.what, limit.clock))
    }
    happened = {what: _last(entries) for what, entries in clocks.items()}
    answers = (
        (
            check_day_limits(
                what, limits=known, happened=happened, on=day, flight_length=flight_length
            ),
            clocks[what],
        )
        for what in dict.fromkeys(limit.what for limit in known)
        if clocks[what]
    )
    return tuple(
        attrs.evolve(answer, entries=tuple(entry.id for entry in entries))
        for answer, entries in answers
    )


def _is_meant(limit: DayLimit, length: timedelta | None, /) -> bool:
    if limit.flight_hours_over is None or length is None:
        return True
    return length > timedelta(hours=limit.flight_hours_over)


def _read(limit: DayLimit, started: date | When | None, day: date, /) -> DayLimitReading:
    since = optional_when(started)
    latest = None if since is None else last_day(since)
    return DayLimitReading(
        limit=limit.id,
        timing=limit.timing(since, on=day),
        counts_from=limit.clock,
        started=since,
        assess_from=_later(latest, limit.least),
        clear_from=_later(latest, limit.most),
    )


def _later(day: date | None, days: int | None, /) -> date | None:
    if day is None or days is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _reason(limit: DayLimit, reading: DayLimitReading, /) -> Reason:
    most = "an assessment is always asked" if limit.most is None else f"{limit.most} are enough"
    since = in_words(limit.clock)
    return Reason(
        id=limit.id,
        text=f"fewer than {limit.least} days after {since} are too early, and {most}",
        facts=(
            Fact(name=since, seen=day_text(reading.started)),
            Fact(name="least", seen=limit.least),
            Fact(name="most", seen=limit.most),
        ),
        sources=(*limit.sources, _STRICTEST),
    )


def _no_limit(what: str, /) -> Reason:
    text = f"no limit is known for {in_words(what)}, which says nothing about the flight"
    return Reason(id="no_limit", text=text, facts=(Fact(name="what", seen=what),))


def _times_of(record: Record, what: str, day: date, /) -> tuple[Event | Condition, ...]:
    """What may have happened by that day, of the client of the record."""
    found: tuple[Event | Condition, ...] = (
        *(
            one
            for one in record.events_of(None, what, done=False)
            if one.outcome in (EventOutcome.DONE, None)
        ),
        *(one for one in record.conditions_of(what) if one.certainty is not Certainty.REFUTED),
    )
    return tuple(one for one in found if record.is_own(one) and _may_be_by(one, day))


def _may_be_by(entry: Event | Condition, day: date, /) -> bool:
    when = _when(entry)
    return when is None or is_by(when, day) is not False


def _last(entries: tuple[Event | Condition, ...], /) -> When | None:
    """When the last of them was; None if there is none, or nobody can tell which it is."""
    if not entries or None in map(_when, entries):
        return None
    last = max(entries, key=lambda one: in_time(_when(one)))
    is_sure = isinstance(last, Condition) or last.outcome is not None
    return _when(last) if is_sure else None


def _when(entry: Event | Condition, /) -> When | None:
    return entry.onset if isinstance(entry, Condition) else entry.happened
