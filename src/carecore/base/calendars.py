"""Which days are business days, and what is counted with them: windows and deadlines.

A `BusinessCalendar` takes its holidays from outside, because no list of them is right everywhere.
A `Window` says where an event may fall around its anchor, and a `Deadline` when something is
due, also when its clock stood still for a while.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from operator import itemgetter
from typing import cast, final
from zoneinfo import ZoneInfo

import attrs

from carecore.base.checks import placed
from carecore.base.timing import CountsBusinessDays, Offset, Period, require_day, require_moment
from carecore.base.zones import require_zone
from carecore.errors import InvalidValue, WrongType, described

__all__ = ["BusinessCalendar", "Deadline", "DeadlineState", "Pause", "Window"]

_WEEK = range(1, 8)
_DAY, _MICROSECOND = timedelta(days=1), timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _several(values: object, what: str, advice: str, /) -> list[object]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise WrongType(f"{what} is {described(values)}, not several", advice=advice)
    return list(cast("Iterable[object]", values))


def _sorted_days(days: Iterable[date], /) -> tuple[date, ...]:
    found = _several(days, "holidays", "Maybe put the dates in a tuple")
    return tuple(sorted({require_day(day, name="a holiday") for day in found}))


def _weekdays(weekend: Iterable[int], /) -> frozenset[int]:
    advice = "Maybe {6, 7} for Saturday and Sunday"
    found: set[int] = set()
    for day in _several(weekend, "weekend", advice):
        if type(day) is not int:
            raise WrongType(f"a weekday is {described(day)}, not an int", advice=advice)
        if day not in _WEEK:
            raise InvalidValue(f"weekday {day} is not from 1 (Monday) to 7", advice=advice)
        found.add(day)
    if len(found) == len(_WEEK):
        raise InvalidValue("the weekend has all seven days", advice=advice)
    return frozenset(found)


def _check_zone(_: object, __: object, zone: str | None, /) -> None:
    if zone is not None:
        require_zone(zone, name="the zone")


def _closed_weekdays(calendar: "BusinessCalendar") -> tuple[int, ...]:
    off = calendar.weekend
    return tuple(day.toordinal() for day in calendar.holidays if day.isoweekday() not in off)


@final
@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class BusinessCalendar:
    """Every day but the *weekend* (ISO weekdays, Monday is 1) and the *holidays*.

    *holidays* is any iterable of dates, so a mapping from dates to names will do.
    *zone* says whose days are meant where a moment is given; None takes each moment's own.
    Raises `InvalidValue` for seven days of weekend, a weekday that is not 1 to 7 and an
    unknown zone, and `WrongType` for datetimes and whatever else is no date.

    >>> calendar = BusinessCalendar(holidays={date(2026, 4, 3): "Good Friday"})
    >>> calendar.add(date(2026, 4, 2), 1)
    datetime.date(2026, 4, 6)
    >>> calendar.count(date(2026, 4, 1), date(2026, 4, 8))
    4

    .. versionadded:: 0.1
    """

    holidays: tuple[date, ...] = attrs.field(default=(), converter=_sorted_days)
    weekend: frozenset[int] = attrs.field(default=frozenset({6, 7}), converter=_weekdays)
    zone: str | None = attrs.field(default=None, validator=_check_zone)
    _closed: tuple[int, ...] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_closed_weekdays, takes_self=True)
    )

    def is_business_day(self, day: date, /) -> bool:
        """Whether *day* is worked; raises `WrongType` for a datetime."""
        ordinal = require_day(day, name="the day").toordinal()
        return self._until(ordinal) > self._until(ordinal - 1)

    def next_business_day(self, day: date, /) -> date:
        """The first business day after *day* (never *day* itself)."""
        return self.add(day, 1)

    def add(self, day: date, n: int, /) -> date:
        """The *n*-th business day after *day*; for a negative *n*, before it.

        *day* itself is not counted, whether or not it is worked. With 0 it is *day* if that
        is a business day, else the next one. Takes the same time for any *n*.
        Raises `InvalidValue` where the years 1 to 9999 end, `WrongType` for a datetime.
        """
        ordinal = require_day(day, name="the day").toordinal()
        if type(n) is not int:
            raise WrongType(f"n is {described(n)}, not an int", advice="Maybe 1")
        wanted = n + (self._until(ordinal) if n > 0 else self._until(ordinal - 1) + 1)
        days = range(1, date.max.toordinal() + 1)
        if not 1 <= wanted <= self._until(days[-1]):
            raise InvalidValue(f"{n} business days from {day} leave the calendar", advice="Maybe 1")
        return date.fromordinal(days[bisect_left(days, wanted, key=self._until)])

    def count(self, start: date, end: date, /) -> int:
        """How many business days lie from *start* up to, but not including, *end*.

        Raises `InvalidValue` for an end before the start, `WrongType` for a datetime.
        """
        require_day(start, name="the start")
        if require_day(end, name="the end") < start:
            raise InvalidValue(f"{end} comes before {start}", advice="Maybe the two are swapped")
        return self._until(end.toordinal() - 1) - self._until(start.toordinal() - 1)

    def _until(self, ordinal: int, /) -> int:
        # Day 1 of the calendar is a Monday, so the rest of a division by 7 counts weekdays.
        weeks, rest = divmod(ordinal, 7)
        extra = sum(1 for weekday in range(1, rest + 1) if weekday not in self.weekend)
        return weeks * (7 - len(self.weekend)) + extra - bisect_right(self._closed, ordinal)


def _require(value: object, kind: type, name: str, /) -> None:
    if not isinstance(value, kind):
        what = f"the {name} is {described(value)}, not of type {kind.__name__}"
        raise WrongType(what, advice=f"Maybe pass {kind.__name__}(...)")


def _check_window(window: "Window", _: object, latest: Offset | None, /) -> None:
    for offset in (one for one in (window.earliest, latest) if one is not None):
        _require(offset, Offset, "end of a window")
    start = window.earliest
    if latest is None or start is None or latest.measure == start.measure:
        return
    if all(late <= early for late, early in zip(latest.measure, start.measure, strict=True)):
        what = f"the window ends at {latest}, before it starts at {start}"
        raise InvalidValue(what, advice="Maybe the two are swapped")


@final
@attrs.frozen(weakref_slot=False)
class Window:
    """Where an event may fall around its anchor: both ends are still inside, None is open.

    Raises `InvalidValue` when *latest* comes before *earliest* whatever the anchor; offsets
    whose order hangs on it (30 days, one month) are compared when an anchor is given.

    >>> follow_up = Window(Offset(weeks=6), Offset(weeks=8))
    >>> follow_up.around(date(2026, 3, 2)).last
    datetime.date(2026, 4, 27)

    .. versionadded:: 0.1
    """

    earliest: Offset | None = None
    latest: Offset | None = attrs.field(default=None, validator=_check_window)

    def around(self, anchor: date, /, *, calendar: CountsBusinessDays | None = None) -> Period:
        """The days the event may fall on, as a period whose last day is the latest one.

        Raises `WrongType` for a datetime, hours, or business days without *calendar*;
        `InvalidValue` where the calendar ends or the window ends before it starts.
        """
        require_day(anchor, name="the anchor")
        first = self.earliest and self.earliest.after(anchor, calendar=calendar)
        last = self.latest and self.latest.after(anchor, calendar=calendar)
        return Period.from_inclusive(first, last)

    def around_moment(
        self, anchor: datetime, /, *, calendar: CountsBusinessDays | None = None
    ) -> tuple[datetime | None, datetime | None]:
        """The earliest and the latest moment of the event, both included, in the anchor's zone.

        Raises `WrongType` for anything but a datetime with a time zone, or business days
        without *calendar*; `InvalidValue` as `around` does.
        """
        require_moment(anchor, name="the anchor")
        first = self.earliest and self.earliest.after(anchor, calendar=calendar)
        last = self.latest and self.latest.after(anchor, calendar=calendar)
        if first and last and _ticks(last) < _ticks(first):
            what = f"the window ends at {last}, before it starts at {first}"
            raise InvalidValue(what, advice="Maybe give both ends in the same unit")
        return first, last


class DeadlineState(Enum):
    """How a deadline stands.

    >>> DeadlineState.MET_LATE.value
    'met late'

    .. versionadded:: 0.1
    """

    NOT_STARTED = "not started"
    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    MET_LATE = "met late"
    MISSED = "missed"


def _check_text(_: object, field: "attrs.Attribute[str]", value: str, /) -> None:
    _require(value, str, field.name)
    if not value.strip():
        raise InvalidValue(f"the {field.name} is blank", advice="Maybe a word or two")


def _same_kind(like: date, value: object, name: str, /) -> date:
    return (require_moment if isinstance(like, datetime) else require_day)(value, name=name)


def _check_when(_: object, field: "attrs.Attribute[date]", when: date, /) -> None:
    _same_kind(when, when, field.name)


def _check_pause_end(pause: "Pause", _: object, end: date | None, /) -> None:
    if end is not None and _ticks(_same_kind(pause.start, end, "end")) < _ticks(pause.start):
        what = f"the pause ends at {end}, before it starts at {pause.start}"
        raise InvalidValue(what, advice="Maybe the two are swapped")


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Pause:
    """The clock of a deadline stands still from *start* up to, not including, *end*.

    Both are days, or both are moments; an *end* of None means it still stands.
    Raises `InvalidValue` for an end before the start or no reason, and `WrongType` for two
    different kinds.

    >>> Pause(start=date(2026, 3, 4), end=None, because="the family asked for time").end is None
    True

    .. versionadded:: 0.1
    """

    start: date | datetime = attrs.field(validator=_check_when)
    end: date | datetime | None = attrs.field(validator=_check_pause_end)
    because: str = attrs.field(validator=_check_text)


def _pauses(pauses: Iterable[Pause], /) -> tuple[Pause, ...]:
    found = _several(pauses, "pauses", "Maybe put the pauses in a tuple")
    for pause in found:
        _require(pause, Pause, "pause")
    return tuple(cast("list[Pause]", found))


def _check_due(deadline: "Deadline", _: object, pauses: tuple[Pause, ...], /) -> None:
    _require(deadline.allowance, Offset, "allowance")
    if deadline.calendar is not None:
        _require(deadline.calendar, BusinessCalendar, "calendar")
    if isinstance(deadline.started, datetime):
        for pause in pauses:
            require_moment(pause.start, name="the start of a pause")
    # Asked here so that a deadline that exists can also be answered.
    deadline.due()


@final
@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Deadline:
    """When something is due that *started* on a day or at a moment and may take *allowance*.

    From a day, days are counted, the first one after *started*, and it is due by the end of
    the last; from a moment, it is due at a moment. *pauses* move it by exactly the paused
    time that falls inside the running time, however they overlap. That is elapsed time from
    a moment; from a day, the days at whose end the pause holds; for business days, those of
    *calendar* among them (from a moment: those whose same time of day falls in the pause).
    The zone is that of *calendar*, else of *started*, else of the pause. A negative allowance
    counts back and is not paused. Raises `InvalidValue` for a blank *id* and a due time outside
    the years 1 to 9999, and `WrongType` for hours from a day, business days without *calendar*,
    and pauses in days where *started* is a moment.

    >>> strike = Pause(start=date(2026, 3, 4), end=date(2026, 3, 6), because="strike")
    >>> appeal = Deadline(
    ...     id="appeal", started=date(2026, 3, 2), allowance=Offset(days=7), pauses=(strike,)
    ... )
    >>> appeal.due()
    datetime.date(2026, 3, 11)
    >>> appeal.state(date(2026, 3, 12)).value
    'missed'

    .. versionadded:: 0.1
    """

    id: str = attrs.field(validator=_check_text)
    started: date | datetime = attrs.field(validator=_check_when)
    allowance: Offset
    calendar: BusinessCalendar | None = None
    pauses: tuple[Pause, ...] = attrs.field(default=(), converter=_pauses, validator=_check_due)

    def due(self) -> date | None:
        """The day or moment (in the zone of *started*) it is due; None while a pause is open."""
        base = self.allowance.after(self.started, calendar=self.calendar)
        begin, end = self._clock(self.started, 1), self._clock(base, 1)
        due = self._stretched(begin, end)
        if due is None or due == end:
            return None if due is None else base
        try:
            if self.allowance.business_days is not None:
                return Offset(business_days=due - begin).after(self.started, calendar=self.calendar)
            if isinstance(base, datetime):
                return (base.astimezone(UTC) + (due - end) * _MICROSECOND).astimezone(base.tzinfo)
            return base + (due - end) * _DAY
        except OverflowError:
            what = f"{self.id} is due outside the years 1 to 9999"
            raise InvalidValue(what, advice="Maybe a pause without an end") from None

    def state(self, as_of: date, *, met_at: date | None = None) -> DeadlineState:
        """How it stands at *as_of*, if what it asks for was done at *met_at* (None: not shown).

        Both are of the same kind as *started*. What was done after *as_of* is not yet known,
        and what is not shown is not met. At the due moment, or on the due day, it still runs.
        Raises `WrongType` for the other kind.
        """
        now, start = _ticks(_same_kind(self.started, as_of, "as_of")), _ticks(self.started)
        due = self.due()
        last = None if due is None else _ticks(due)
        if met_at is not None:
            met = _ticks(_same_kind(self.started, met_at, "met_at"))
            if met <= now:
                return DeadlineState.MET if last is None or met <= last else DeadlineState.MET_LATE
        if last is not None and now > last:
            return DeadlineState.MISSED
        if now < start and (last is None or last >= start):
            return DeadlineState.NOT_STARTED
        paused = now >= start and any(
            _ticks(self._local(pause.start)) <= now
            and (pause.end is None or now < _ticks(self._local(pause.end)))
            for pause in self.pauses
        )
        return DeadlineState.PAUSED if paused else DeadlineState.RUNNING

    def left(self, as_of: date) -> timedelta | None:
        """The time from *as_of* until it is due, negative once that is past; None while open.

        Whole days for days, elapsed time for moments, pauses still to come included.
        Raises `WrongType` if *as_of* is not of the same kind as *started*.
        """
        now = _ticks(_same_kind(self.started, as_of, "as_of"))
        due = self.due()
        unit = _MICROSECOND if isinstance(self.started, datetime) else _DAY
        return None if due is None else (_ticks(due) - now) * unit

    def _local(self, when: date, /) -> date:
        if not isinstance(when, datetime):
            return when
        home = self.started.tzinfo if isinstance(self.started, datetime) else when.tzinfo
        if self.calendar is not None and self.calendar.zone is not None:
            home = ZoneInfo(self.calendar.zone)
        try:
            local = when.astimezone(home)
        except OverflowError:
            what = f"a time of {self.id} lies outside the years 1 to 9999"
            raise InvalidValue(what, advice="Maybe leave it open") from None
        return local if isinstance(self.started, datetime) else local.date()

    def _clock(self, when: date, through: int, /) -> int:
        """What the clock shows before the day of *when*, or *through* it; or at the moment."""
        local, started = self._local(when), self._local(self.started)
        if isinstance(local, datetime) and isinstance(started, datetime):
            if self.allowance.business_days is None:
                return _ticks(when)
            through = local.time() >= started.time()
        day = date.fromordinal(local.toordinal())
        if self.calendar is None or self.allowance.business_days is None:
            return day.toordinal() - 1 + through
        return self.calendar.count(date.min, day) + through * self.calendar.is_business_day(day)

    def _stretched(self, begin: int, end: int, /) -> int | None:
        starts = [(self._clock(pause.start, 0), pause.end) for pause in self.pauses]
        for first, until in sorted(starts, key=itemgetter(0)):
            # What lies before *begin* is counted already, so pauses that overlap count once.
            start = max(first, begin)
            if start >= end:
                break
            if until is None:
                return None
            begin = max(start, self._clock(until, 0))
            end += begin - start
        return end


def _ticks(when: date, /) -> int:
    # Times of one zone compare by the wall clock, which is wrong where it is set back.
    if isinstance(when, datetime):
        return (when.astimezone(UTC) - _EPOCH) // _MICROSECOND
    return when.toordinal()
