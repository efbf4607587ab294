"""A record to weigh, in few words."""

from datetime import UTC, date, datetime
from typing import Any

from carecore.base.amounts import Quantity
from carecore.base.reasons import Verdict
from carecore.base.timing import Offset, PartialDate
from carecore.record import (
    Comparison,
    Condition,
    ConditionSign,
    Entry,
    Event,
    EventKind,
    EventSign,
    Evidence,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
    Sign,
    weigh,
)

__all__ = [
    "APRIL",
    "AT_HOME",
    "DAY",
    "DELIRIUM",
    "MARCH",
    "NINE",
    "NO_DELIRIUM",
    "SURGERY",
    "WALKS",
    "delirium",
    "fresh",
    "march",
    "record_of",
    "shown",
    "surgery",
    "told",
    "walk",
]

DAY = date(2026, 3, 9)
NINE = datetime(2026, 3, 9, 9, tzinfo=UTC)
MARCH, APRIL = PartialDate(2026, 3), PartialDate(2026, 4)
SURGERY = EventSign(kind=EventKind.PROCEDURE, what="surgery")
AT_HOME = EventSign(kind=EventKind.VISIT, setting="home")
WALKS = ObservationSign(
    what="walking_distance", comparison=Comparison.AT_LEAST, value=Quantity(10, "m")
)
DELIRIUM, NO_DELIRIUM = (
    ConditionSign(what="delirium"),
    ConditionSign(what="delirium", is_active=False),
)


def march(day: int) -> date:
    """A day in March."""
    return date(2026, 3, day)


def surgery(key: str = "e-1", **parts: Any) -> Event:  # noqa: ANN401 # whatever an event takes
    """A surgery."""
    return Event(id=key, kind=EventKind.PROCEDURE, what="surgery", **parts)


def walk(key: str, metres: int | None, **parts: Any) -> Observation:  # noqa: ANN401 # whatever it takes
    """How far somebody walked."""
    value = None if metres is None else Quantity(metres, "m")
    return Observation(id=key, what="walking_distance", value=value, **parts)


def delirium(key: str = "e-1", **parts: Any) -> Condition:  # noqa: ANN401 # whatever it takes
    """A delirium."""
    return Condition(id=key, what="delirium", **parts)


def record_of(*entries: Entry) -> Record:
    """A record of these entries."""
    return Record(client_id="c-17").with_entries(*entries)


def shown(
    rule: Sign | EvidenceRule, *entries: Entry, as_of: date = DAY, since: date | None = None
) -> Evidence:
    """What these entries show."""
    return weigh(rule, record_of(*entries), as_of=as_of, since=since)


def told(evidence: Evidence) -> tuple[Verdict, str]:
    """The verdict, and the id of the first reason."""
    return evidence.verdict, evidence.reasons[0].id


def fresh(**parts: int) -> ObservationSign:
    """The walk, relied on for so long."""
    return ObservationSign(
        what="walking_distance",
        comparison=Comparison.AT_LEAST,
        value=Quantity(10, "m"),
        fresh_for=Offset(**parts),
    )
