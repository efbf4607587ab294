"""Weighing a record: what it shows of an evidence rule, at one time."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final, final

from attrs import frozen

from carecore.base.checks import require_instance
from carecore.base.identity import in_words, with_article
from carecore.base.moments import (
    When,
    day_of,
    day_text,
    in_time,
    is_by,
    is_fresh,
    is_from,
)
from carecore.base.reasons import Fact, Reason, Verdict, all_of, any_of
from carecore.errors import WrongType, described
from carecore.record.comparing import obstacle, shows, value_text, wanted_text
from carecore.record.entries import (
    Certainty,
    Condition,
    ConditionStatus,
    Entry,
    Event,
    EventOutcome,
    Observation,
)
from carecore.record.evidence import (
    ConditionSign,
    EventSign,
    Evidence,
    EvidenceRule,
    ObservationSign,
    Sign,
)
from carecore.record.record import Record, happened_by, moment_of, when_of

__all__ = ["weigh"]

_ACTIVE: Final = (ConditionStatus.ACTIVE, ConditionStatus.RECURRENT)


@final
@frozen(kw_only=True, weakref_slot=False)
class _Found:
    """What one sign came to."""

    verdict: Verdict
    reason: Reason
    entries: tuple[Entry, ...] = ()
    met_at: When | None = None
    is_stale: bool = False


@final
@frozen(kw_only=True, weakref_slot=False)
class _Window:
    """The time that is looked at."""

    as_of: date
    since: date | None

    @property
    def words(self) -> str:
        """The time in words."""
        end = day_of(self.as_of).isoformat()
        if self.since is None:
            return f"by {end}"
        return f"from {day_of(self.since).isoformat()} to {end}"

    def holds(self, entry: Entry, /) -> bool | None:
        """Whether an entry surely happened in it; None if nobody can tell."""
        by, start = happened_by(entry, self.as_of), self._is_from(entry)
        if False in (by, start):
            return False
        return None if None in (by, start) else True

    def _is_from(self, entry: Entry, /) -> bool | None:
        if self.since is None:
            return True
        happened, recorded = when_of(entry), entry.recorded
        start = None if happened is None else is_from(happened, self.since)
        # What was written down before came before.
        is_early = recorded is not None and is_from(recorded, self.since) is False
        return False if start is None and is_early else start


def weigh(
    rule: EvidenceRule | Sign, record: Record, /, *, as_of: date, since: date | None = None
) -> Evidence:
    """What *record* shows of *rule*: met, not met, or unknown.

    Only what happened by *as_of* counts, and only from *since* on (both included); use
    `Record.known_at` first to leave out what was recorded later.

    An event counts if its outcome is done, and the first one decides; an event that is not
    recorded is not shown, and so is not met.
    Of observations the latest decides, and the rule is met since the first of the unbroken run
    that ends with it; without one it is unknown, and so it is if the latest is too old, or its
    value is of another unit or kind.
    A condition is a state, so that *since* does not matter to it; one that is refuted is not
    there, and one that is only suspected is neither there nor gone.
    Entries that name another client never count, and what is dated too coarsely to tell counts
    as unknown where nothing surer is there.

    >>> from carecore.record import EventKind
    >>> surgery = Event(
    ...     id="e-1", kind=EventKind.PROCEDURE, what="surgery", happened=date(2026, 3, 2)
    ... )
    >>> record = Record(client_id="c-17", events=[surgery])
    >>> evidence = weigh(EventSign(what="surgery"), record, as_of=date(2026, 3, 5))
    >>> evidence.verdict, str(evidence.met_at), evidence.entries
    (<Verdict.MET: 'met'>, '2026-03-02', ('e-1',))
    >>> weigh(EventSign(what="surgery"), record, as_of=date(2026, 3, 1)).verdict
    <Verdict.NOT_MET: 'not_met'>

    Args:
        rule: an evidence rule, or one sign alone.
        record: what is known of the client.
        as_of: a day, or a moment with a zone where hours are counted.
        since: a day or a moment; what happened before does not count.

    Raises:
        WrongType: if an argument is of another type.

    .. versionadded:: 0.1
    """
    day_of(as_of)
    if since is not None:
        day_of(since, name="since")
    require_instance(record, Record, name="the record")
    window = _Window(as_of=as_of, since=since)
    if isinstance(rule, EvidenceRule):
        return _evidence(
            tuple(_found(sign, record, window) for sign in rule.all_of),
            tuple(_found(sign, record, window) for sign in rule.any_of),
        )
    if not _is_sign(rule):
        advice = "Maybe EvidenceRule(all_of=(EventSign(...),))"
        raise WrongType(f"the evidence rule is {described(rule)}", advice=advice)
    return _evidence((_found(rule, record, window),), ())


def _is_sign(rule: object, /) -> bool:
    return isinstance(rule, EventSign | ObservationSign | ConditionSign)


def _evidence(needed: tuple[_Found, ...], offered: tuple[_Found, ...], /) -> Evidence:
    verdict = all_of(one.verdict for one in needed)
    if offered:
        verdict = all_of((verdict, any_of(one.verdict for one in offered)))
    is_met = verdict is Verdict.MET
    # Of those of which one is enough, the first to be met decides.
    first = min((one for one in offered if one.verdict is Verdict.MET), key=_met, default=None)
    found = (*needed, *offered)
    deciding = (*needed, first) if is_met and first is not None else found
    return Evidence(
        verdict=verdict,
        entries=dict.fromkeys(entry.id for one in deciding for entry in one.entries).keys(),
        met_at=_last_met(deciding) if is_met else None,
        is_stale=not is_met and any(one.is_stale for one in found),
        reasons=tuple(one.reason for one in found),
    )


def _met(found: _Found, /) -> tuple[bool, datetime]:
    return found.met_at is None, in_time(found.met_at)


def _last_met(deciding: Iterable[_Found], /) -> When | None:
    return _last([one.met_at for one in deciding])


def _last(times: Sequence[When | None], /) -> When | None:
    """The last of *times*, or None if one of them is unknown."""
    return None if None in times else max(times, key=in_time, default=None)


def _found(sign: Sign, record: Record, window: _Window, /) -> _Found:
    if isinstance(sign, EventSign):
        return _event(sign, record, window)
    if isinstance(sign, ObservationSign):
        return _observation(sign, record, window)
    return _condition(sign, record, window)


def _event(sign: EventSign, record: Record, window: _Window, /) -> _Found:
    name = _name_of(sign)
    done: list[Event] = []
    unclear: list[Event] = []
    undone: list[Event] = []
    for event in record.events_of(sign.kind, sign.what, done=False):
        there = window.holds(event) if record.is_own(event) else False
        is_elsewhere = sign.setting is not None and event.setting != sign.setting
        if there is False or (is_elsewhere and event.setting is not None):
            continue
        if event.outcome not in (EventOutcome.DONE, None):
            undone.append(event)
        elif there and event.outcome is EventOutcome.DONE and not is_elsewhere:
            done.append(event)
        else:
            unclear.append(event)
    if done:
        first = min(done, key=moment_of)
        text = f"{name} was done ({_day(first)})"
        return _told(Verdict.MET, "event_done", text, first, met_at=first.happened)
    if unclear:
        text = f"whether {name} was done {window.words} cannot be told from what is recorded"
        return _told(Verdict.UNKNOWN, "event_unclear", text, *unclear)
    if undone:
        text = f"{name} was not done {window.words}, though something of it is recorded"
        return _told(Verdict.NOT_MET, "event_not_done", text, *undone)
    return _told(Verdict.NOT_MET, "event_not_shown", f"{name} is not recorded {window.words}")


def _observation(sign: ObservationSign, record: Record, window: _Window, /) -> _Found:
    name = in_words(sign.what)
    own = [one for one in record.observations_of(sign.what) if record.is_own(one)]
    there = [(window.holds(one), one) for one in own]
    # Sorting keeps the order of the record where the time is the same.
    seen = sorted((one for holds, one in there if holds), key=moment_of)
    if not seen:
        undated = [one for holds, one in there if holds is None]
        if undated:
            text = f"whether {name} was observed {window.words} cannot be told from its date"
            return _told(Verdict.UNKNOWN, "observation_undated", text, *undated)
        return _told(
            Verdict.UNKNOWN, "observation_missing", f"no {name} is recorded {window.words}"
        )
    latest = seen[-1]
    trust = is_fresh(latest.happened, sign.fresh_for, window.as_of)
    if not trust:
        too_old = f"the last {name} ({_day(latest)}) is too old to rely on"
        untold = f"the age of the last {name} cannot be told exactly enough to rely on it"
        is_stale = trust is False
        return _told(
            Verdict.UNKNOWN,
            "observation_stale" if is_stale else "observation_of_unknown_age",
            too_old if is_stale else untold,
            latest,
            is_stale=is_stale,
        )
    why_not = obstacle(sign, latest.value)
    wanted = f"and {wanted_text(sign)} is wanted"
    if why_not == "units_differ":
        wanted = f"in another unit than the {value_text(sign.value)} that are wanted"
    said = f"{name} ({_day(latest)}) is {value_text(latest.value)}, {wanted}"
    if why_not:
        return _told(Verdict.UNKNOWN, why_not, said, latest)
    if not shows(sign, latest.value):
        return _told(Verdict.NOT_MET, "observation_shows_otherwise", said, latest)
    first = latest
    for one in reversed(seen):
        if obstacle(sign, one.value) or not shows(sign, one.value):
            break
        first = one
    return _told(Verdict.MET, "observation_shows", said, first, latest, met_at=first.happened)


def _condition(sign: ConditionSign, record: Record, window: _Window, /) -> _Found:
    name, as_of = in_words(sign.what), window.as_of
    states: dict[bool | None, list[Condition]] = {True: [], False: [], None: []}
    for condition in record.conditions_of(sign.what):
        if record.is_own(condition) and _has_begun(condition, as_of) is not False:
            states[_is_there(condition, as_of)].append(condition)
    present, unclear, over = states[True], states[None], states[False]
    if present:
        first = min(present, key=moment_of)
        verdict = Verdict.MET if sign.is_active else Verdict.NOT_MET
        met_at = first.onset if sign.is_active else None
        return _told(verdict, "condition_active", f"{name} is active", first, met_at=met_at)
    if unclear:
        text = f"whether {name} is active cannot be told from what is recorded"
        return _told(Verdict.UNKNOWN, "condition_unclear", text, *unclear)
    if over:
        verdict = Verdict.NOT_MET if sign.is_active else Verdict.MET
        met_at = None if sign.is_active else _last_end(over)
        return _told(verdict, "condition_over", f"{name} is not active", *over, met_at=met_at)
    return _told(
        Verdict.UNKNOWN,
        "condition_missing",
        f"no {name} is recorded by {day_of(as_of).isoformat()}",
    )


def _has_begun(condition: Condition, as_of: date, /) -> bool | None:
    """Whether it was there or had been; without any date it is taken to hold as it stands."""
    if condition.onset is None and condition.recorded is None:
        return True
    return happened_by(condition, as_of)


def _is_there(condition: Condition, as_of: date, /) -> bool | None:
    """Whether a condition was there at that time; None if nobody can tell."""
    if condition.certainty is Certainty.REFUTED:
        return False
    state = _state(condition, as_of)
    if state and condition.certainty is Certainty.SUSPECTED:
        return None
    return state


def _state(condition: Condition, as_of: date, /) -> bool | None:
    has_begun = _has_begun(condition, as_of)
    is_active = None if condition.status is None else condition.status in _ACTIVE
    if condition.abated is not None:
        has_ended = is_by(condition.abated, as_of)
        if has_ended is False:
            return has_begun
        # A condition that is over and active at once says nothing.
        return False if has_ended and not is_active else None
    is_later = condition.recorded is not None and not is_by(condition.recorded, as_of)
    if is_later and condition.status is not ConditionStatus.ACTIVE:
        # What was over when it was written down may still have been there before.
        return None
    return is_active if has_begun else None


def _last_end(over: Iterable[Condition], /) -> When | None:
    # What was refuted never was, so it did not end either.
    ends = [one.abated for one in over if one.certainty is not Certainty.REFUTED]
    return _last(ends)


def _told(
    verdict: Verdict,
    key: str,
    text: str,
    /,
    *entries: Entry,
    met_at: When | None = None,
    is_stale: bool = False,
) -> _Found:
    cited = tuple(dict.fromkeys(entries))
    facts = tuple(fact for entry in cited for fact in _facts(entry))
    return _Found(
        verdict=verdict,
        reason=Reason(id=key, text=text, facts=facts),
        entries=cited,
        met_at=met_at,
        is_stale=is_stale,
    )


def _day(entry: Event | Observation, /) -> str:
    return "on an unknown day" if entry.happened is None else day_text(entry.happened)


def _facts(entry: Entry, /) -> Iterator[Fact]:
    yield Fact(name=type(entry).__name__.lower(), seen=entry.id)
    when = when_of(entry)
    yield Fact(name="happened", seen=None if when is None else day_text(when))
    if isinstance(entry, Event) and entry.outcome is not EventOutcome.DONE:
        yield Fact(name="outcome", seen=None if entry.outcome is None else entry.outcome.value)
    if isinstance(entry, Observation):
        yield Fact(name="value", seen=None if entry.value is None else value_text(entry.value))


def _name_of(sign: EventSign, /) -> str:
    kind = "event" if sign.kind is None else in_words(sign.kind.value)
    name = with_article(kind) if sign.what is None else in_words(sign.what)
    return name if sign.setting is None else f"{name} ({in_words(sign.setting)})"
