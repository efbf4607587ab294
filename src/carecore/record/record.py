"""The record of one client, and what is asked of it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TypeAlias, TypeVar, final

import attrs
from attrs import field, frozen

from carecore.base.checks import require_instance
from carecore.base.fields import checked
from carecore.base.identity import ClientId, optional_client_id
from carecore.base.lookups import unknown_id
from carecore.base.moments import When, day_of, in_time, is_by
from carecore.base.record_ids import EntryId, term
from carecore.errors import WrongType, described
from carecore.record.entries import (
    Condition,
    Entry,
    Event,
    EventKind,
    EventOutcome,
    Observation,
)

__all__ = ["Record", "happened_by", "moment_of", "when_of"]

_Kind = TypeVar("_Kind", Condition, Observation, Event)
_Shelf: TypeAlias = tuple[_Kind, ...]


def _by_id(record: "Record", /) -> dict[str, Entry]:
    # Of entries with one id the first counts; a rule reports the others.
    return {entry.id: entry for entry in reversed(record.entries)}


def _by_word(record: "Record", /) -> dict[str | EventKind, list[Entry]]:
    found: dict[str | EventKind, list[Entry]] = {}
    for entry in record.entries:
        if entry.what is not None:
            found.setdefault(entry.what, []).append(entry)
        if isinstance(entry, Event):
            found.setdefault(entry.kind, []).append(entry)
    return found


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Record:
    """What happened to a client and was seen: the only home of evidence.

    It takes whatever a real record says: ids that stand twice and entries of another client are
    for rules to report, and no evidence is taken from another client's entries.

    >>> fall = Event(id="e-1", kind=EventKind.INCIDENT, what="fall", happened=date(2026, 3, 1))
    >>> record = Record(client_id="c-17", events=[fall])
    >>> record
    <Record of c-17: 0 conditions, 0 observations, 1 event>
    >>> record.find("e-1").what
    'fall'

    Attributes:
        client_id: id of the client; `None`: unknown.
        conditions: what the client has or had.
        observations: what was measured, seen or asked.
        events: what happened.

    .. versionadded:: 0.1
    """

    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    conditions: tuple[Condition, ...] = ()
    observations: tuple[Observation, ...] = ()
    events: tuple[Event, ...] = ()
    _by_id: dict[str, Entry] = field(
        init=False, eq=False, repr=False, default=attrs.Factory(_by_id, takes_self=True)
    )
    _by_word: dict[str | EventKind, list[Entry]] = field(
        init=False, eq=False, repr=False, default=attrs.Factory(_by_word, takes_self=True)
    )

    def __repr__(self) -> str:
        """Whose it is, and how much it holds."""
        whose = "" if self.client_id is None else f" of {repr(str(self.client_id))[1:-1]}"
        shelves = (self.conditions, "condition"), (self.observations, "observation")
        held = ", ".join(
            f"{len(shelf)} {name}{'' if len(shelf) == 1 else 's'}"
            for shelf, name in (*shelves, (self.events, "event"))
        )
        return f"<Record{whose}: {held}>"

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All conditions, then all observations, then all events, each in order.

        .. versionadded:: 0.1
        """
        return (*self.conditions, *self.observations, *self.events)

    def find(self, key: str, /) -> Entry:
        """The entry with that id, or `UnknownId`; of entries with one id, the first.

        .. versionadded:: 0.1
        """
        entry = self._by_id.get(require_instance(key, str, name="the id of an entry"))
        if entry is None:
            raise unknown_id("entry", key, self._by_id)
        return entry

    def known_at(self, as_of: date, /) -> "Record":
        """This record as it stood then: without what was surely recorded later.

        Where nobody knows when an entry was recorded, the time it happened (for a condition, its
        onset) stands in; an entry without either is kept.

        Raises:
            WrongType: if *as_of* is neither a day nor a moment with a zone.

        .. versionadded:: 0.1
        """
        day_of(as_of)
        return self._with(
            conditions=(one for one in self.conditions if _was_known(one, as_of)),
            observations=(one for one in self.observations if _was_known(one, as_of)),
            events=(one for one in self.events if _was_known(one, as_of)),
        )

    def as_of(self, day: date, /) -> "Record":
        """This record without what surely happened (for a condition, began) after *day*.

        What is recorded of earlier things stays, also if it was recorded later; see `known_at`.

        Raises:
            WrongType: if *day* is neither a day nor a moment with a zone.

        .. versionadded:: 0.1
        """
        day_of(day)
        return self._with(
            conditions=(one for one in self.conditions if happened_by(one, day) is not False),
            observations=(one for one in self.observations if happened_by(one, day) is not False),
            events=(one for one in self.events if happened_by(one, day) is not False),
        )

    def latest(self, what: str, /, *, as_of: date) -> Observation | None:
        """The last observation of *what* that surely was by then, or `None`.

        A day without a time counts as its end, a month as its last day; of several at one time
        it is the last in the record. Entries that name another client are left out.

        Raises:
            WrongType: if *as_of* is neither a day nor a moment with a zone.

        .. versionadded:: 0.1
        """
        day_of(as_of)
        known = (one for one in self.observations_of(what) if self.is_own(one))
        found = [one for one in known if happened_by(one, as_of)]
        return max(reversed(found), key=moment_of, default=None)

    def conditions_of(self, what: str, /) -> tuple[Condition, ...]:
        """The conditions with that word, in order.

        .. versionadded:: 0.1
        """
        found = self._by_word.get(term(what), ())
        return tuple(one for one in found if isinstance(one, Condition))

    def observations_of(self, what: str, /) -> tuple[Observation, ...]:
        """The observations with that word, in order.

        .. versionadded:: 0.1
        """
        found = self._by_word.get(term(what), ())
        return tuple(one for one in found if isinstance(one, Observation))

    def events_of(
        self, kind: EventKind | None, what: str | None = None, /, *, done: bool = True
    ) -> tuple[Event, ...]:
        """The events of a kind (`None`: of any), in order: with *what*, only those of that word.

        With ``done=False`` also what was only tried, refused or not done, or may not have been.

        .. versionadded:: 0.1
        """
        if kind is not None:
            require_instance(kind, EventKind, name="the kind of event")
        key = kind if what is None else term(what)
        found = self.events if key is None else self._by_word.get(key, ())
        return tuple(
            one
            for one in found
            if isinstance(one, Event)
            and kind in (None, one.kind)
            and (not done or one.outcome is EventOutcome.DONE)
        )

    def with_entries(self, *entries: Entry) -> "Record":
        """This record, and these entries; one with an id that is here already takes its place.

        >>> record = Record(client_id="c-17").with_entries(Condition(id="e-1", what="stroke"))
        >>> record.with_entries(Condition(id="e-1", what="hip_fracture")).conditions[0].what
        'hip_fracture'

        Raises:
            WrongType: if one of them is no entry.

        .. versionadded:: 0.1
        """
        for number, entry in enumerate(entries):
            if not _is_entry(entry):
                raise _no_entry(entry).below(f"$[{number}]")
        new = {entry.id: entry for entry in entries}
        return self._with(
            conditions=_merged(self.conditions, new, Condition),
            observations=_merged(self.observations, new, Observation),
            events=_merged(self.events, new, Event),
        )

    def is_own(self, entry: Entry, /) -> bool:
        """Whether *entry* may be about the client of this record; False if it names another.

        Raises:
            WrongType: if it is no entry.

        .. versionadded:: 0.1
        """
        if not _is_entry(entry):
            raise _no_entry(entry)
        return None in (whose := (self.client_id, entry.client_id)) or whose[0] == whose[1]

    def _with(
        self,
        *,
        conditions: Iterable[Condition],
        observations: Iterable[Observation],
        events: Iterable[Event],
    ) -> "Record":
        return Record(
            client_id=self.client_id,
            conditions=tuple(conditions),
            observations=tuple(observations),
            events=tuple(events),
        )


def when_of(entry: Entry, /) -> When | None:
    """When an entry happened; for a condition, its onset.

    .. versionadded:: 0.1
    """
    return entry.onset if isinstance(entry, Condition) else entry.happened


def happened_by(entry: Entry, as_of: date, /) -> bool | None:
    """Whether an entry surely happened (a condition: began) by then; None if nobody can tell.

    What was recorded by then happened by then, whatever else is known.

    .. versionadded:: 0.1
    """
    happened = when_of(entry)
    by = None if happened is None else is_by(happened, as_of)
    if by is None and entry.recorded is not None and is_by(entry.recorded, as_of):
        return True
    return by


def moment_of(entry: Entry, /) -> datetime:
    """Where an entry stands in time, as a key to sort by; see `carecore.base.moments.in_time`.

    .. versionadded:: 0.1
    """
    return in_time(when_of(entry) or entry.recorded)


def _was_known(entry: Entry, as_of: date, /) -> bool:
    when = when_of(entry) if entry.recorded is None else entry.recorded
    return when is None or is_by(when, as_of) is not False


def _is_entry(value: object, /) -> bool:
    return isinstance(value, Condition | Observation | Event)


def _no_entry(value: object, /) -> WrongType:
    advice = "Maybe a Condition, an Observation or an Event"
    return WrongType(f"an entry is {described(value)}", advice=advice)


def _merged(
    old: _Shelf[_Kind], new: Mapping[EntryId, Entry], shelf: type[_Kind], /
) -> Iterator[_Kind]:
    waiting = {key: entry for key, entry in new.items() if isinstance(entry, shelf)}
    for entry in old:
        if entry.id not in new:
            yield entry
        elif entry.id in waiting:
            yield waiting.pop(entry.id)
    yield from waiting.values()
