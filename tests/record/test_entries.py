"""Conditions, observations and events: what they take, and what they keep to themselves."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.amounts import Code, Quantity
from carecore.base.privacy import personal_fields
from carecore.base.timing import PartialDate
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.record import (
    Certainty,
    Condition,
    ConditionStatus,
    Entry,
    Event,
    EventKind,
    EventOutcome,
    Observation,
)

from .samples_record import CONDITION, EVENT, OBSERVATION

ENTRIES: tuple[Entry, ...] = (CONDITION, OBSERVATION, EVENT)
CODE = Code(system="https://example.org", code="17")


def named(value: object) -> str:
    """The name of a class, for the name of a test."""
    return type(value).__name__


def changed(entry: Entry, **parts: object) -> Entry:
    """An entry with some of its fields in another way."""
    untyped: Any = entry
    other: Entry = attrs.evolve(untyped, **parts)
    return other


def known(entry: Entry) -> dict[str, object]:
    """What is known of an entry."""
    return {name: value for name, value in attrs.asdict(entry).items() if value is not None}


def test_of_an_entry_only_its_id_has_to_be_known() -> None:
    event = Event(id="e-1", kind=EventKind.OTHER)

    assert known(Condition(id="e-1")) == {"id": "e-1", "text": ""}
    assert known(Observation(id="e-1")) == {"id": "e-1", "text": ""}
    assert known(event) == {
        "id": "e-1",
        "kind": EventKind.OTHER,
        "outcome": EventOutcome.DONE,
        "text": "",
    }


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_the_text_of_an_entry_is_personal_and_its_repr_an_id(entry: Entry) -> None:
    assert (personal_fields(type(entry)), repr(entry)) == (
        ("text",),
        f"<{named(entry)} {entry.id}>",
    )


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
@pytest.mark.parametrize("name", ["happened", "onset", "abated", "until", "recorded"])
def test_a_time_may_be_a_moment_a_day_a_month_or_a_year(entry: Entry, name: str) -> None:
    if not hasattr(entry, name):
        return
    moment = datetime(2026, 3, 1, 9, tzinfo=UTC)
    times = (moment, date(2026, 3, 1), PartialDate(2026, 3), PartialDate(2026), None)
    kept = [getattr(changed(entry, **{name: time}), name) for time in times]

    assert kept == [moment, PartialDate(2026, 3, 1), PartialDate(2026, 3), PartialDate(2026), None]


@pytest.mark.parametrize(
    ("entry", "name", "odd"),
    [
        (CONDITION, "id", " "),
        (CONDITION, "client_id", ""),
        (CONDITION, "what", "Hip fracture"),
        (CONDITION, "status", "active"),
        (CONDITION, "certainty", "confirmed"),
        (CONDITION, "onset", "2026"),
        (CONDITION, "recorded", datetime(2026, 3, 1)),
        (CONDITION, "code", "S72.0"),
        (CONDITION, "text", None),
        (OBSERVATION, "what", "walking distance"),
        (OBSERVATION, "value", 12.5),
        (OBSERVATION, "value", 12),
        (OBSERVATION, "value", "12.5 m"),
        (OBSERVATION, "value", "Ada walked alone"),
        (OBSERVATION, "by", ""),
        (EVENT, "kind", None),
        (EVENT, "kind", "procedure"),
        (EVENT, "outcome", "done"),
        (EVENT, "setting", "Acute ward"),
        (EVENT, "to", 3),
    ],
)
def test_an_entry_says_where_it_is_wrong(entry: Entry, name: str, odd: object) -> None:
    with pytest.raises(CareError) as caught:
        changed(entry, **{name: odd})

    assert (caught.value.place, caught.value.__suppress_context__) == (f"$.{name}", True)


def test_a_refused_text_of_an_entry_is_described_and_not_quoted() -> None:
    untyped: Any = b"Ada Quill"
    with pytest.raises(WrongType) as caught:
        Event(id="e-1", kind=EventKind.VISIT, text=untyped)

    assert str(caught.value) == (
        "$.text: the text of an Event is a value of type bytes, and text is wanted."
    )


@pytest.mark.parametrize("value", [Quantity("12.5", "m"), CODE, True, False, "low", None])
def test_what_was_seen_is_an_amount_a_code_yes_or_no_or_a_word(value: object) -> None:
    untyped: Any = value

    assert Observation(id="e-1", value=untyped).value == value


def test_a_word_that_was_seen_is_of_the_field_so_it_holds_nothing_personal() -> None:
    with pytest.raises(InvalidValue) as caught:
        Observation(id="e-1", value="Quite low")

    assert str(caught.value) == (
        "$.value: the term id 'Quite low' is not snake_case. Maybe 'quite_low'."
    )


def test_what_a_real_record_can_say_is_kept_however_doubtful() -> None:
    over = Condition(
        id="e-1",
        status=ConditionStatus.ACTIVE,
        certainty=Certainty.REFUTED,
        onset=date(2026, 3, 2),
        abated=date(2026, 3, 1),
    )
    back = Event(id="e-2", kind=EventKind.VISIT, happened=date(2026, 3, 2), until=date(2026, 3, 1))

    assert (str(over.abated), str(back.until)) == ("2026-03-01", "2026-03-01")
