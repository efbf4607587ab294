"""The record: what it holds, finds and knew."""

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.timing import PartialDate
from carecore.errors import InvalidValue, UnknownId, WrongType
from carecore.record import (
    Condition,
    Entry,
    Event,
    EventKind,
    EventOutcome,
    Observation,
    Record,
)

from ..counting import calls
from .samples_record import CONDITION, EVENT, OBSERVATION, RECORD

DAY = date(2026, 3, 9)
NINE = datetime(2026, 3, 9, 9, tzinfo=UTC)


def visit(key: str, **parts: Any) -> Event:  # noqa: ANN401 # whatever an event takes
    """A visit."""
    return Event(id=key, kind=EventKind.VISIT, **parts)


def walk(key: str, **parts: Any) -> Observation:  # noqa: ANN401 # whatever an observation takes
    """A walk that was watched."""
    return Observation(id=key, what="walking_distance", **parts)


def ids(record: Record) -> list[str]:
    """The ids of all entries."""
    return [entry.id for entry in record.entries]


def test_a_record_may_hold_nothing_and_be_anybodys() -> None:
    assert (Record().entries, Record().client_id) == ((), None)


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (RECORD, "<Record of c-17: 1 condition, 1 observation, 1 event>"),
        (
            Record(client_id="c\u00b717"),
            "<Record of c\u00b717: 0 conditions, 0 observations, 0 events>",
        ),
        (Record(), "<Record: 0 conditions, 0 observations, 0 events>"),
    ],
)
def test_a_record_shows_how_much_it_holds(record: Record, text: str) -> None:
    assert repr(record) == text


def test_entries_stand_in_order_conditions_first() -> None:
    assert RECORD.entries == (CONDITION, OBSERVATION, EVENT)


@pytest.mark.parametrize("entry", [CONDITION, OBSERVATION, EVENT])
def test_an_entry_is_found_by_its_id(entry: Entry) -> None:
    assert RECORD.find(entry.id) is entry


def test_an_id_that_is_not_there_comes_with_those_that_look_like_it() -> None:
    record = Record(events=(visit("visit-1"), visit("call-7")))

    with pytest.raises(UnknownId) as caught:
        record.find("visit-11")
    assert str(caught.value) == "there is no entry 'visit-11'. Maybe 'visit-1'."


def test_an_entry_is_looked_for_by_text() -> None:
    untyped: Any = 3
    with pytest.raises(WrongType, match="the id of an entry is a value of type int"):
        RECORD.find(untyped)


def test_of_two_entries_with_one_id_the_first_is_found() -> None:
    record = Record(conditions=(Condition(id="e-1"),), events=(visit("e-1"), visit("e-1")))

    assert (record.find("e-1"), ids(record)) == (Condition(id="e-1"), ["e-1", "e-1", "e-1"])


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("events", [OBSERVATION]),
        ("observations", [EVENT]),
        ("conditions", CONDITION),
        ("events", {EVENT}),
    ],
)
def test_each_shelf_holds_entries_of_its_kind_in_order(name: str, odd: object) -> None:
    untyped: Any = {name: odd}
    with pytest.raises(WrongType) as caught:
        Record(**untyped)

    assert caught.value.place.startswith(f"$.{name}")


def through_pickle(record: Record) -> Record:
    """The same record, through pickle."""
    kept: Record = pickle.loads(pickle.dumps(record))  # our own bytes  # noqa: S301 # our own bytes
    return kept


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, attrs.evolve, through_pickle])
def test_a_copy_of_a_record_equals_it_and_finds_its_own(again: Callable[[Record], Record]) -> None:
    other = again(RECORD)

    assert (other, hash(other), other.find("e-2")) == (RECORD, hash(RECORD), OBSERVATION)


@pytest.mark.parametrize(
    ("recorded", "happened", "known"),
    [
        (DAY, None, True),
        (date(2026, 3, 10), None, False),
        (date(2026, 3, 10), date(2026, 3, 1), False),
        (date(2026, 3, 8), date(2026, 3, 10), True),
        (None, DAY, True),
        (None, date(2026, 3, 10), False),
        (None, None, True),
        (PartialDate(2026, 3), None, True),
        (PartialDate(2026, 4), None, False),
        (None, PartialDate(2026, 3), True),
        (datetime(2026, 3, 9, 23, tzinfo=UTC), None, True),
    ],
)
def test_what_was_known_is_what_was_not_surely_recorded_later(
    recorded: date | PartialDate | None, happened: date | PartialDate | None, *, known: bool
) -> None:
    record = Record(
        conditions=(Condition(id="e-1", onset=happened, recorded=recorded),),
        observations=(walk("e-2", happened=happened, recorded=recorded),),
        events=(visit("e-3", happened=happened, recorded=recorded),),
    )

    assert ids(record.known_at(DAY)) == (["e-1", "e-2", "e-3"] if known else [])


def test_what_was_known_can_be_asked_for_a_moment() -> None:
    record = Record(events=(visit("e-1", recorded=NINE),))

    before = datetime(2026, 3, 9, 8, 59, tzinfo=UTC)
    assert (ids(record.known_at(NINE)), ids(record.known_at(before))) == (["e-1"], [])


def test_a_record_of_a_day_leaves_out_what_surely_came_later() -> None:
    record = Record(
        client_id="c-17",
        conditions=(Condition(id="e-1", onset=date(2026, 3, 10)), Condition(id="e-2")),
        observations=(walk("e-3", happened=DAY), walk("e-4", happened=date(2026, 3, 10))),
        events=(
            visit("e-5", happened=PartialDate(2026, 3)),
            visit("e-6", happened=PartialDate(2026, 4)),
            visit("e-7", happened=PartialDate(2026, 3), recorded=date(2026, 3, 8)),
            visit("e-8", happened=date(2026, 3, 1), recorded=date(2026, 5, 1)),
        ),
    )

    then = record.as_of(DAY)
    assert (ids(then), then.client_id) == (["e-2", "e-3", "e-5", "e-7", "e-8"], "c-17")


@pytest.mark.parametrize("ask", [Record.known_at, Record.as_of])
@pytest.mark.parametrize("day", [None, "2026-03-09", datetime(2026, 3, 9), PartialDate(2026)])
def test_even_an_empty_record_is_asked_for_a_day_or_a_moment(
    ask: Callable[[Record, Any], Record], day: object
) -> None:
    with pytest.raises(WrongType):
        ask(Record(), day)


@pytest.mark.parametrize(
    ("as_of", "key"),
    [
        (date(2026, 3, 1), None),
        (date(2026, 3, 2), "e-2"),
        (date(2026, 3, 4), "e-3"),
        (date(2026, 3, 31), "e-5"),
        (datetime(2026, 3, 2, 12, tzinfo=UTC), "e-2"),
    ],
)
def test_the_latest_observation_is_the_last_that_surely_was(as_of: date, key: str | None) -> None:
    record = Record(
        client_id="c-17",
        observations=(
            walk("e-5", happened=PartialDate(2026, 3)),
            walk("e-2", happened=datetime(2026, 3, 2, 9, tzinfo=UTC)),
            walk("e-3", happened=date(2026, 3, 4)),
            walk("e-4"),
            walk("e-6", happened=date(2026, 3, 4), client_id="c-18"),
            Observation(id="e-7", what="pain_score", happened=date(2026, 3, 4)),
        ),
    )

    latest = record.latest("walking_distance", as_of=as_of)
    assert (None if latest is None else latest.id) == key


def test_of_two_observations_at_one_time_the_latest_is_the_last_in_the_record() -> None:
    one, two = walk("e-1", happened=NINE), walk("e-2", happened=NINE)

    assert Record(observations=(one, two)).latest("walking_distance", as_of=DAY) == two
    assert Record(observations=(two, one)).latest("walking_distance", as_of=DAY) == one


@pytest.mark.parametrize(
    ("what", "as_of", "error"),
    [
        ("Walking", DAY, InvalidValue),
        (None, DAY, WrongType),
        ("walking_distance", datetime(2026, 3, 9), WrongType),
        ("walking_distance", None, WrongType),
    ],
)
def test_the_latest_is_asked_by_a_word_and_a_day(
    what: object, as_of: object, error: type[Exception]
) -> None:
    untyped: Any = (what, as_of)
    with pytest.raises(error):
        Record().latest(untyped[0], as_of=untyped[1])


EVENTS = (
    Event(id="e-1", kind=EventKind.VISIT, what="nurse_visit"),
    Event(id="e-2", kind=EventKind.VISIT),
    Event(id="e-3", kind=EventKind.CONTACT, what="nurse_visit"),
    Event(id="e-4", kind=EventKind.VISIT, what="nurse_visit", outcome=EventOutcome.ATTEMPTED),
    Event(id="e-5", kind=EventKind.VISIT, what="nurse_visit", outcome=None),
)


@pytest.mark.parametrize(
    ("kind", "what", "done", "keys"),
    [
        (EventKind.VISIT, None, True, ["e-1", "e-2"]),
        (EventKind.VISIT, "nurse_visit", True, ["e-1"]),
        (EventKind.VISIT, "nurse_visit", False, ["e-1", "e-4", "e-5"]),
        (EventKind.VISIT, None, False, ["e-1", "e-2", "e-4", "e-5"]),
        (None, "nurse_visit", True, ["e-1", "e-3"]),
        (None, None, False, ["e-1", "e-2", "e-3", "e-4", "e-5"]),
        (EventKind.DEATH, None, True, []),
        (EventKind.VISIT, "another_word", True, []),
    ],
)
def test_events_are_asked_for_by_kind_and_word(
    kind: EventKind | None, what: str | None, keys: list[str], *, done: bool
) -> None:
    found = Record(events=EVENTS).events_of(kind, what, done=done)

    assert [event.id for event in found] == keys


def test_an_event_attempted_is_not_an_event_done() -> None:
    tried = Event(id="e-1", kind=EventKind.VISIT, outcome=EventOutcome.ATTEMPTED)

    assert Record(events=(tried,)).events_of(EventKind.VISIT) == ()


def test_a_kind_of_event_is_not_its_word() -> None:
    untyped: Any = "visit"
    with pytest.raises(WrongType, match="the kind of event is text, 5 characters"):
        Record().events_of(untyped)


def test_entries_are_asked_for_by_their_word() -> None:
    record = Record(
        conditions=(Condition(id="e-1", what="delirium"), Condition(id="e-2", what="stroke")),
        observations=(Observation(id="e-3", what="delirium"),),
        events=(Event(id="e-4", kind=EventKind.OTHER, what="delirium"),),
    )

    assert [one.id for one in record.conditions_of("delirium")] == ["e-1"]
    assert [one.id for one in record.observations_of("delirium")] == ["e-3"]
    assert (record.conditions_of("fall"), record.observations_of("fall")) == ((), ())


def test_an_entry_with_an_id_that_is_here_takes_its_place() -> None:
    record = Record(events=(visit("e-1"), visit("e-2"), visit("e-3")))
    later = visit("e-2", happened=DAY)

    assert record.with_entries(later, visit("e-4")).events == (
        visit("e-1"),
        later,
        visit("e-3"),
        visit("e-4"),
    )


def test_an_entry_of_another_kind_takes_the_place_of_its_id_too() -> None:
    record = Record(events=(visit("e-1"), visit("e-1"))).with_entries(Condition(id="e-1"))

    assert record == Record(conditions=(Condition(id="e-1"),))


def test_of_new_entries_with_one_id_the_last_counts() -> None:
    record = Record().with_entries(visit("e-1"), visit("e-1", happened=DAY))

    assert record.events == (visit("e-1", happened=DAY),)


def test_only_entries_are_added_to_a_record() -> None:
    untyped: Any = (visit("e-1"), "e-2")
    with pytest.raises(WrongType) as caught:
        Record().with_entries(*untyped)

    assert str(caught.value) == (
        "$[1]: an entry is text, 3 characters. Maybe a Condition, an Observation or an Event."
    )


@pytest.mark.parametrize(
    ("whose", "of", "own"),
    [("c-17", "c-17", True), ("c-17", None, True), (None, "c-18", True), ("c-17", "c-18", False)],
)
def test_an_entry_is_not_the_clients_own_only_if_it_names_another(
    whose: str | None, of: str | None, *, own: bool
) -> None:
    assert Record(client_id=whose).is_own(visit("e-1", client_id=of)) is own


@pytest.mark.parametrize("other", [None, "e-1", Record()])
def test_only_an_entry_is_somebodys_own(other: object) -> None:
    untyped: Any = other
    with pytest.raises(WrongType, match=r"^an entry is "):
        Record(client_id="c-17").is_own(untyped)


def test_finding_takes_the_same_time_in_a_record_of_any_size() -> None:
    small = Record(events=tuple(visit(f"e-{number}") for number in range(10)))
    large = Record(events=tuple(visit(f"e-{number}") for number in range(1_000)))

    assert calls(lambda: large.find("e-9")) == calls(lambda: small.find("e-9"))
