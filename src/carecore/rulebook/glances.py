"""Glances: whether something is surely as it has to be, at the price of a look.

The answers of the rooms below come with all their reasons, and that takes its time; most plans are
sound in most places. So a rule takes a glance first, and asks for the whole answer where the glance
does not settle it.
A glance that says yes is never wrong. One that says no says nothing.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, final

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import When, first_day, is_by, is_fresh, is_from, last_day
from carecore.record import (
    EventKind,
    EventSign,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
    Sign,
)
from carecore.record.comparing import obstacle, shows
from carecore.record.record import moment_of
from carecore.roles import PayerKind
from carecore.rulebook.asking import surely_before
from carecore.transitions import (
    TRANSITION_TABLE,
    Clock,
    ClockKind,
    Gate,
    Move,
    Party,
    Transition,
    TransitionState,
)
from carecore.transitions.starts import MOVING

__all__ = [
    "Glance",
    "cannot_be_missed",
    "has_sound_history",
    "let_pass",
    "surely_held_elsewhere",
]

_ROWS: Final = {(row.state, row.move): row for row in TRANSITION_TABLE}
_CALLED_OFF: Final = (TransitionState.DECLINED, TransitionState.CANCELLED)
_SHORTEST_MONTH: Final = 28
_LONGEST_MONTH: Final = 31
_DAY: Final = 24 * 60 * 60
_NOT_LOOKED: Final = date.max
_LAST: Final = date.max.toordinal()


@final
class Glance:
    """A look at what a record shows at one time; each thing is looked for once.

    >>> from carecore.record import Event
    >>> seen = Event(id="e-1", kind=EventKind.TEACHING, happened=date(2026, 3, 2))
    >>> glance = Glance(Record(client_id="c-17", events=(seen,)), as_of=date(2026, 3, 5))
    >>> glance.shown_on(EventSign(kind=EventKind.TEACHING))
    datetime.date(2026, 3, 2)

    Args:
        record: what is looked at.
        as_of: what happened later does not count.
        since: what happened earlier does not count.

    .. versionadded:: 0.1
    """

    __slots__ = ("_as_of", "_events", "_observations", "_record", "_since")

    def __init__(self, record: Record, /, *, as_of: date, since: date | None = None) -> None:
        """Look at nothing yet."""
        self._record, self._as_of, self._since = record, as_of, since
        self._events: dict[EventSign, date | None] = {}
        self._observations: dict[str, Observation | None] = {}

    def shown_on(self, rule: EvidenceRule | Sign, /) -> date | None:
        """A day by which the record surely shows *rule*; `None` where a glance cannot tell.

        The evidence is met on that day at the latest, or on the day after it where times are told
        in different zones.
        """
        if not isinstance(rule, EvidenceRule):
            return self._sign(rule)
        last = date.min
        for sign in rule.all_of:
            day = self._sign(sign)
            if day is None:
                return None
            last = max(last, day)
        if not rule.any_of:
            return last
        for sign in rule.any_of:
            day = self._sign(sign)
            if day is not None:
                return max(last, day)
        return None

    def _sign(self, sign: Sign, /) -> date | None:
        if isinstance(sign, EventSign):
            return self._event(sign)
        if isinstance(sign, ObservationSign):
            return self._observation(sign)
        return None

    def _event(self, sign: EventSign, /) -> date | None:
        """The day of an event that counts; the first one that counts was then or before."""
        found = self._events.get(sign, _NOT_LOOKED)
        if found is _NOT_LOOKED:
            counting = (
                last_day(one.happened)
                for one in self._record.events_of(sign.kind, sign.what)
                if one.happened is not None
                and sign.setting in (None, one.setting)
                and self._holds(one.happened)
                and self._record.is_own(one)
            )
            self._events[sign] = found = next(counting, None)
        return found

    def _observation(self, sign: ObservationSign, /) -> date | None:
        """The day of the newest observation, if it shows what is wanted."""
        if sign.what not in self._observations:
            self._observations[sign.what] = self._newest(sign.what)
        newest = self._observations[sign.what]
        when = None if newest is None else newest.happened
        if newest is None or when is None or not is_fresh(when, sign.fresh_for, self._as_of):
            return None
        if obstacle(sign, newest.value) or not shows(sign, newest.value):
            return None
        return last_day(when)

    def _newest(self, what: str, /) -> Observation | None:
        """The newest observation that counts; `None` as well where one is not dated exactly."""
        newest: Observation | None = None
        for one in self._record.observations_of(what):
            if not self._record.is_own(one):
                continue
            when = one.happened
            if when is None or first_day(when) != last_day(when):
                return None
            if self._holds(when) and (newest is None or moment_of(one) >= moment_of(newest)):
                newest = one
        return newest

    def _holds(self, when: When, /) -> bool:
        """Whether it surely was in the time that counts."""
        by = is_by(when, self._as_of)
        return bool(by and (self._since is None or is_from(when, self._since)))


def let_pass(gate: Gate, transition: Transition, glance: Glance, /, *, as_of: date) -> bool:
    """Whether *gate* surely let the transition pass then: it was met, or passed over.

    Args:
        gate: which gate.
        transition: whose moves may show it.
        glance: at the record, at that time.
        as_of: that time.

    .. versionadded:: 0.1
    """
    word = gate.override
    is_theirs = word is not None and transition.may_pass_over(gate, word.by)
    if word is not None and is_theirs and word.holds(as_of):
        return True
    made = None if gate.shown_by is None else transition.made_at(gate.shown_by)
    if made is not None and is_by(made, as_of):
        return True
    return gate.evidence is not None and glance.shown_on(gate.evidence) is not None


def has_sound_history(transition: Transition, /) -> bool:
    """Whether the moves, from the first state on, surely lead to where the transition stands.

    .. versionadded:: 0.1
    """
    state, offered_by, last = TransitionState.PROPOSED, "", None
    sides = {
        Party.SENDER: transition.senders,
        Party.RECEIVER: transition.receivers,
        Party.CLIENT: transition.deciders,
    }
    for one in transition.moves:
        row = _ROWS.get((state, one.move))
        if row is None or row.is_urgent_only or one.move is Move.REOPEN:
            return False
        if last is not None and surely_before(one.at, last):
            return False
        if not any(one.by in sides[party] for party in row.parties):
            return False
        if one.move is Move.OFFER:
            offered_by = one.by
        elif one.move is Move.ACCEPT and one.by == offered_by:
            return False
        state, last = row.next_state, one.at
    return state is transition.state


def surely_held_elsewhere(
    clock: Clock, /, *, payers: Iterable[PayerKind] | None, place: Jurisdiction | None
) -> bool:
    """Whether *clock* surely is not one that is known to hold for a client of those, there.

    .. versionadded:: 0.1
    """
    paid_by, laws = clock.payers, clock.jurisdictions
    if clock.kind is ClockKind.WINDOW:
        return True
    if paid_by is not None and not any(payer in paid_by for payer in payers or ()):
        return True
    return laws is not None and (place is None or not any(law.contains(place) for law in laws))


def cannot_be_missed(
    clock: Clock, transition: Transition, record: Record, /, *, as_of: datetime
) -> bool:
    """Whether *clock* surely does not hold for the transition, or is not missed at that moment.

    .. versionadded:: 0.1
    """
    if not _lies_between(clock, transition):
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
    return all(
        since is not None and Glance(record, as_of=as_of, since=since).shown_on(rule) is not None
        for since in {_counts_from(clock, when) for when in starts}
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
