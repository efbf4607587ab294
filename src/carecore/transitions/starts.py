"""What starts a clock for a transition, and until when it runs."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, tzinfo
from enum import Enum
from typing import Final, final
from zoneinfo import ZoneInfo

import attrs
from attrs import field, frozen

from carecore.base.calendars import BusinessCalendar, Deadline, Pause
from carecore.base.checks import each_of, require_instance
from carecore.base.fields import checked
from carecore.base.moments import When, first_day, in_time, last_day, to_when
from carecore.base.record_ids import EntryId, optional_entry_id
from carecore.errors import InvalidValue
from carecore.record import Event, EventKind, EventSign, Record
from carecore.transitions.clocks import Clock
from carecore.transitions.model import Transition

__all__ = ["ClockStart", "StartBasis", "deadline_of", "find_start", "stay_began"]

_LEAVING: Final = frozenset({EventKind.DISCHARGE, EventKind.TRANSFER, EventKind.DEPARTURE})
MOVING: Final = _LEAVING | {EventKind.ARRIVAL}
"""The kinds of events that are the move itself."""


class StartBasis(Enum):
    """What tells that a clock started: the record, a move, or only the plan.

    .. versionadded:: 0.1
    """

    EVENT = "event"
    MOVE = "move"
    PLANNED = "planned"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ClockStart:
    """When a clock started, and what tells so.

    Attributes:
        when: when it started, or is planned to.
        basis: what tells so.
        entry: id of the event that tells so, if one does.

    .. versionadded:: 0.1
    """

    when: When = field(converter=to_when)
    basis: StartBasis
    entry: EntryId | None = field(default=None, converter=optional_entry_id)


def find_start(clock: Clock, transition: Transition, record: Record, /) -> ClockStart | None:
    """When *clock* started for a transition, as well as anything tells; `None`: nothing does.

    An event of the record tells best: of the stay that ends, the one nearest to the departure;
    of visits, one after it.
    Where none does, a clock that starts with leaving or arriving goes by the moves, and then by
    the planned departure.

    >>> from datetime import UTC
    >>> from carecore.base.timing import Offset
    >>> from carecore.record import EventSign
    >>> call = Clock(
    ...     id="call_after_discharge",
    ...     name="call the client",
    ...     starts=EventSign(kind=EventKind.DISCHARGE),
    ...     allowance=Offset(business_days=2),
    ...     met_by=EventSign(kind=EventKind.CONTACT),
    ... )
    >>> home = Transition(id="t-1", planned=date(2026, 3, 6))
    >>> find_start(call, home, Record(client_id="c-17")).basis
    <StartBasis.PLANNED: 'planned'>
    >>> left = Event(id="e-1", kind=EventKind.DISCHARGE, happened=date(2026, 3, 7))
    >>> str(find_start(call, home, Record(client_id="c-17", events=(left,))).when)
    '2026-03-07'

    Raises:
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """
    asked, of = asked_of(clock, transition)
    event = _starting_event(asked, of, require_instance(record, Record, name="the record"))
    if event is not None:
        return event
    kind, setting = asked.starts.kind, asked.starts.setting
    if kind not in MOVING or asked.starts.what is not None:
        return None
    end = of.to_setting if kind is EventKind.ARRIVAL else of.from_setting
    if setting is not None and setting != end:
        return None
    moved = of.arrived_at if kind is EventKind.ARRIVAL else of.departed_at
    if moved is not None:
        return ClockStart(when=moved, basis=StartBasis.MOVE)
    if kind is EventKind.ARRIVAL or of.planned is None:
        return None
    return ClockStart(when=of.planned, basis=StartBasis.PLANNED)


def deadline_of(
    clock: Clock,
    transition: Transition,
    record: Record,
    /,
    *,
    calendar: BusinessCalendar,
    pauses: Iterable[Pause] = (),
) -> Deadline | None:
    """Until when *clock* runs for a transition, whether or not it holds for it.

    `None` if nothing tells when it starts, or not exactly enough: a month is no day.
    A clock that counts hours from a day of which the time is not known counts from its first
    moment, which is the earliest that can be meant.

    >>> from carecore.base.timing import Offset
    >>> from carecore.record import EventSign
    >>> call = Clock(
    ...     id="call_after_discharge",
    ...     name="call the client",
    ...     starts=EventSign(kind=EventKind.DISCHARGE),
    ...     allowance=Offset(business_days=2),
    ...     met_by=EventSign(kind=EventKind.CONTACT),
    ... )
    >>> home = Transition(id="t-1", planned=date(2026, 3, 6))
    >>> deadline_of(call, home, Record(client_id="c-17"), calendar=BusinessCalendar()).due()
    datetime.date(2026, 3, 10)

    Args:
        clock: which clock.
        transition: around which it runs.
        record: what is known of the client.
        calendar: which days are worked, and whose days and hours are meant; without a zone, those
            of each moment.
        pauses: while the clock stands still.

    Raises:
        WrongType: if a part has a type that is not taken.
        InvalidValue: if it starts or ends outside the years 1 to 9999.

    .. versionadded:: 0.1
    """
    asked, of = asked_of(clock, transition)
    days = require_instance(calendar, BusinessCalendar, name="the calendar")
    start = find_start(asked, of, record)
    anchor = None if start is None else _anchor(asked, start.when, days)
    if anchor is None:
        return None
    return Deadline(
        id=asked.id,
        started=anchor,
        allowance=asked.allowance,
        calendar=days,
        pauses=each_of(pauses, Pause),
    )


def stay_began(transition: Transition, record: Record, /) -> date | None:
    """The day of the admission to the stay that ends; `None` if the record does not show it.

    >>> came = Event(id="e-1", kind=EventKind.ADMISSION, happened=date(2026, 3, 1))
    >>> stay_began(Transition(id="t-1"), Record(client_id="c-17", events=(came,)))
    datetime.date(2026, 3, 1)

    Raises:
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """
    of = require_instance(transition, Transition, name="the transition")
    known = require_instance(record, Record, name="the record")
    admissions = _dated(known, EventSign(kind=EventKind.ADMISSION), of)
    admission = _latest(admissions, of.departed_at or of.planned)
    return None if admission is None else first_day(admission.when)


def latest_deadline_of(clock: Clock, deadline: Deadline, start: ClockStart, /) -> Deadline:
    """The same, counted from the last moment that *start* can mean, if that makes a difference."""
    is_coarse = clock.counts_moments and not isinstance(start.when, datetime)
    if is_coarse and isinstance(deadline.started, datetime):
        last = deadline.started.replace(hour=23, minute=59, second=59, microsecond=999_999)
        return attrs.evolve(deadline, started=last)
    return deadline


def asked_of(clock: Clock, transition: Transition, /) -> tuple[Clock, Transition]:
    """The two themselves, if they are a clock and a transition."""
    return (
        require_instance(clock, Clock, name="the clock"),
        require_instance(transition, Transition, name="the transition"),
    )


def _starting_event(clock: Clock, of: Transition, record: Record, /) -> ClockStart | None:
    sign, around = clock.starts, of.departed_at or of.planned
    found = _dated(record, sign, of)
    if sign.kind is EventKind.ADMISSION:
        return _latest(found, around)
    floor = stay_began(of, record)
    if sign.kind in MOVING and floor is None and of.moves:
        # Without an admission, nothing else tells this stay from an earlier one.
        floor = of.moves[0].at.date()
    if sign.kind is EventKind.VISIT and around is not None:
        # A ward is visited as well, and what is due after a move starts with a visit after it.
        floor = max(floor or first_day(around), first_day(around))
    found = [one for one in found if floor is None or last_day(one.when) >= floor]
    if around is None:
        return _latest(found, None)
    return min(found, key=_distance_from(first_day(around)), default=None)


def _dated(record: Record, sign: EventSign, of: Transition, /) -> list[ClockStart]:
    """The events that may be meant, as starts."""
    return [
        ClockStart(when=event.happened, basis=StartBasis.EVENT, entry=event.id)
        for event in record.events_of(sign.kind, sign.what)
        if event.happened is not None and record.is_own(event) and _is_there(event, sign, of)
    ]


def _is_there(event: Event, sign: EventSign, of: Transition, /) -> bool:
    if sign.setting is not None:
        return event.setting == sign.setting
    ends = (of.from_setting, of.to_setting)
    if sign.kind is EventKind.ARRIVAL:
        ends = (of.to_setting, of.to_setting)
    elif sign.kind in _LEAVING or sign.kind is EventKind.ADMISSION:
        ends = (of.from_setting, of.from_setting)
    return event.setting is None or None in ends or event.setting in ends


def _latest(found: Iterable[ClockStart], around: When | None, /) -> ClockStart | None:
    begun = (one for one in found if around is None or first_day(one.when) <= last_day(around))
    return max(begun, key=_in_time, default=None)


def _in_time(start: ClockStart, /) -> datetime:
    return in_time(start.when)


def _distance_from(day: date, /) -> Callable[[ClockStart], int]:
    def distance(start: ClockStart, /) -> int:
        return abs((first_day(start.when) - day).days)

    return distance


def _anchor(clock: Clock, when: When, calendar: BusinessCalendar, /) -> date | None:
    """The day or moment that the clock counts from, if it is known exactly enough."""
    if clock.counts_moments and isinstance(when, datetime):
        return when
    day = local_day(when, calendar)
    if day is None or not (clock.counts_moments or clock.by_hour):
        return day
    zone = zone_of(when, calendar)
    return None if zone is None else datetime.combine(day, time(clock.by_hour or 0), zone)


def local_day(when: When, calendar: BusinessCalendar, /) -> date | None:
    """The day of *when* in the zone of *calendar*, else in its own; `None` for a month or year."""
    if isinstance(when, datetime):
        return day_at(when, calendar)
    return when.earliest if when.precision == "day" else None


def day_at(moment: datetime, calendar: BusinessCalendar, /) -> date:
    """The day of *moment* in the zone of *calendar*, else in its own."""
    try:
        return moment.astimezone(zone_of(moment, calendar)).date()
    except OverflowError:
        what = f"{moment.isoformat()} lies outside the years 1 to 9999 in {calendar.zone}"
        raise InvalidValue(what, advice="Maybe a calendar without a zone") from None


def zone_of(when: When, calendar: BusinessCalendar, /) -> tzinfo | None:
    """The zone whose days are meant: that of *calendar*, else that of the moment."""
    if calendar.zone is not None:
        return ZoneInfo(calendar.zone)
    return when.tzinfo if isinstance(when, datetime) else None
