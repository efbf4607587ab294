"""Glances: whether something is surely as it has to be, at the price of a look.

The answers of the rooms below come with all their reasons, and that takes its time; most plans are
sound in most places. So a rule takes a glance first, and asks for the whole answer where the glance
does not settle it.
A glance that says yes is never wrong. One that says no says nothing.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import When, first_day, in_time, is_by, is_from, last_day
from carecore.record import EventKind, EventSign, EvidenceRule, ObservationSign, Record, Sign
from carecore.record.comparing import is_fresh, obstacle, shows
from carecore.record.record import moment_of
from carecore.roles import PayerKind
from carecore.transitions import (
    TRANSITION_TABLE,
    Clock,
    ClockKind,
    Gate,
    Move,
    Transition,
    TransitionState,
)
from carecore.transitions.starts import MOVING

__all__ = ["cannot_be_missed", "has_sound_history", "let_pass", "shown_on"]

_ROWS: Final = {(row.state, row.move): row for row in TRANSITION_TABLE}
_CALLED_OFF: Final = (TransitionState.DECLINED, TransitionState.CANCELLED)
_SHORTEST_MONTH: Final = 28
_LONGEST_MONTH: Final = 31
_DAY: Final = 24 * 60 * 60
_LAST: Final = date.max.toordinal()


def shown_on(
    rule: EvidenceRule | Sign, record: Record, /, *, as_of: date, since: date | None = None
) -> date | None:
    """A day by which *record* surely shows *rule*; `None` where a glance cannot tell.

    The evidence is met on that day at the latest, or on the day after it where times are told in
    different zones.

    >>> from carecore.record import Event, EventKind
    >>> seen = Event(id="e-1", kind=EventKind.TEACHING, happened=date(2026, 3, 2))
    >>> record = Record(client_id="c-17", events=(seen,))
    >>> shown_on(EventSign(kind=EventKind.TEACHING), record, as_of=date(2026, 3, 5))
    datetime.date(2026, 3, 2)

    .. versionadded:: 0.1
    """
    if not isinstance(rule, EvidenceRule):
        return _shown(rule, record, as_of=as_of, since=since)
    last = date.min
    for sign in rule.all_of:
        day = _shown(sign, record, as_of=as_of, since=since)
        if day is None:
            return None
        last = max(last, day)
    if not rule.any_of:
        return last
    offered = [_shown(sign, record, as_of=as_of, since=since) for sign in rule.any_of]
    known = [day for day in offered if day is not None]
    return max(last, min(known)) if known else None


def let_pass(
    gate: Gate, transition: Transition, record: Record, /, *, as_of: date, since: date | None
) -> bool:
    """Whether *gate* surely let the transition pass then: it was met, or passed over.

    .. versionadded:: 0.1
    """
    if gate.override is not None and gate.override.holds(as_of=as_of):
        return True
    made = None if gate.shown_by is None else transition.made_at(gate.shown_by)
    if made is not None and is_by(made, as_of):
        return True
    rule = gate.evidence
    return rule is not None and shown_on(rule, record, as_of=as_of, since=since) is not None


def has_sound_history(transition: Transition, /) -> bool:
    """Whether the moves, from the first state on, surely lead to where the transition stands.

    .. versionadded:: 0.1
    """
    state, offered_by, last = TransitionState.PROPOSED, "", None
    sides = transition.parties_of
    for one in transition.moves:
        row = _ROWS.get((state, one.move))
        if row is None or row.is_urgent_only or one.move is Move.REOPEN:
            return False
        now = in_time(one.at)
        if last is not None and now < last:
            return False
        if not any(party in row.parties for party in sides(one.by)):
            return False
        if one.move is Move.OFFER:
            offered_by = one.by
        elif one.move is Move.ACCEPT and one.by == offered_by:
            return False
        state, last = row.next_state, now
    return state is transition.state


def cannot_be_missed(
    clock: Clock,
    transition: Transition,
    record: Record,
    /,
    *,
    as_of: datetime,
    payers: Iterable[PayerKind] | None,
    place: Jurisdiction | None,
) -> bool:
    """Whether *clock* surely does not hold for the transition, or is not missed at that moment.

    .. versionadded:: 0.1
    """
    if clock.kind is ClockKind.WINDOW or not _lies_between(clock, transition):
        return True
    paid_by = clock.payers
    if paid_by is not None and not any(payer in paid_by for payer in payers or ()):
        return True
    laws = clock.jurisdictions
    if laws is not None and (place is None or not any(law.contains(place) for law in laws)):
        return True
    if not all(record.observations_of(need) for need in clock.needs):
        return True
    starts = _possible_starts(clock, transition, record)
    return not starts or _has_time(clock, starts, as_of) or _is_met(clock, starts, record, as_of)


def _lies_between(clock: Clock, of: Transition, /) -> bool:
    ends = ((of.from_setting, clock.from_settings), (of.to_setting, clock.to_settings))
    return all(wanted is None or end in wanted for end, wanted in ends)


def _possible_starts(clock: Clock, of: Transition, record: Record, /) -> list[When]:
    """Everything that may have started it; nothing else can have."""
    kind, what = clock.starts.kind, clock.starts.what
    is_move = what is None and kind in MOVING
    if is_move and of.state in _CALLED_OFF:
        return []
    events = record.events_of(kind, what)
    found = [one.happened for one in events if one.happened is not None]
    if is_move:
        move = Move.ARRIVE if kind is EventKind.ARRIVAL else Move.DEPART
        found += [one.at for one in of.moves if one.move is move]
        if clock.counts_back and of.planned is not None:
            found.append(of.planned)
    return found


def _has_time(clock: Clock, starts: Iterable[When], as_of: datetime, /) -> bool:
    """Whether the time is surely not over; a day is to spare, since it may begin elsewhere."""
    months, days, seconds, business_days = clock.allowance.measure
    if business_days < 0:
        return False
    months = (_SHORTEST_MONTH if months >= 0 else _LONGEST_MONTH) * months
    fewest = months + days + seconds // _DAY + business_days
    return (as_of.date() - min(map(first_day, starts))).days < fewest - 1


def _is_met(clock: Clock, starts: Iterable[When], record: Record, as_of: datetime, /) -> bool:
    """Whether what meets it is surely shown, and not too early to count."""
    rule = clock.met_by
    if rule is None or clock.counts_back:
        return False
    since = [_counts_from(clock, when) for when in starts]
    return all(
        one is not None and shown_on(rule, record, as_of=as_of, since=one) is not None
        for one in since
    )


def _counts_from(clock: Clock, when: When, /) -> date | None:
    """From when on what is done surely counts; `None` where a glance cannot tell."""
    earliest = clock.earliest
    if earliest is None:
        return when if isinstance(when, datetime) else when.earliest
    months, days, seconds, business_days = earliest.measure
    if business_days or earliest.business_days is not None:
        return None
    months = (_LONGEST_MONTH if months >= 0 else _SHORTEST_MONTH) * months
    most = months + days - (-seconds // _DAY)
    # A day may begin elsewhere before, and a moment is compared exactly.
    margin = 2 if clock.counts_moments else 1
    number = first_day(when).toordinal() + most + margin
    return date.fromordinal(number) if 0 < number <= _LAST else None


def _shown(sign: Sign, record: Record, /, *, as_of: date, since: date | None) -> date | None:
    if isinstance(sign, EventSign):
        return _event_shown(sign, record, as_of=as_of, since=since)
    if isinstance(sign, ObservationSign):
        return _observation_shown(sign, record, as_of=as_of, since=since)
    return None


def _event_shown(
    sign: EventSign, record: Record, /, *, as_of: date, since: date | None
) -> date | None:
    found: When | None = None
    for event in record.events_of(sign.kind, sign.what):
        when = event.happened
        if when is None or (sign.setting is not None and event.setting != sign.setting):
            continue
        if not is_by(when, as_of) or (since is not None and not is_from(when, since)):
            continue
        if record.is_own(event) and (found is None or in_time(when) < in_time(found)):
            found = when
    return None if found is None else last_day(found)


def _observation_shown(
    sign: ObservationSign, record: Record, /, *, as_of: date, since: date | None
) -> date | None:
    latest = None
    for one in record.observations_of(sign.what):
        when = one.happened
        if not record.is_own(one):
            continue
        if when is None or first_day(when) != last_day(when):
            return None
        if not is_by(when, as_of) or (since is not None and not is_from(when, since)):
            continue
        if latest is None or moment_of(one) >= moment_of(latest):
            latest = one
    if latest is None or latest.happened is None or not is_fresh(latest, sign.fresh_for, as_of):
        return None
    if obstacle(sign, latest.value) or not shows(sign, latest.value):
        return None
    return last_day(latest.happened)
