"""Entries of a record, put together without their constructors: most of a bundle is entries.

Everything that a constructor would ask is known here: an id comes from a reference that was looked
at, a word is spelled by us, a time, a code and an amount are values already.
"""

from decimal import Decimal
from typing import Any, Final, cast

from carecore.base.amounts import Code, Quantity
from carecore.base.moments import When
from carecore.codec.twins import twin_of
from carecore.record import (
    Certainty,
    Condition,
    ConditionStatus,
    Event,
    EventKind,
    EventOutcome,
    Observation,
    ObservationValue,
)

__all__ = ["condition", "event", "observation", "quantity"]

_CONDITION: Final[Any] = twin_of(Condition)
_EVENT: Final[Any] = twin_of(Event)
_OBSERVATION: Final[Any] = twin_of(Observation)
_QUANTITY: Final[Any] = twin_of(Quantity)
_new: Final = object.__new__


def quantity(value: Decimal, unit: str, /) -> Quantity:
    """A `Quantity`."""
    made = _new(_QUANTITY)
    made.value, made.unit = value, unit
    made.__class__ = Quantity
    return cast("Quantity", made)


def condition(
    *,
    id: str,  # noqa: A002 # as the class calls it
    client_id: str | None,
    what: str | None,
    code: Code | None,
    status: ConditionStatus | None,
    certainty: Certainty | None,
    onset: When | None,
    abated: When | None,
    recorded: When | None,
    text: str,
) -> Condition:
    """A `Condition`."""
    made = _new(_CONDITION)
    made.id, made.client_id, made.what, made.code = id, client_id, what, code
    made.status, made.certainty, made.text = status, certainty, text
    made.onset, made.abated, made.recorded = onset, abated, recorded
    made.__class__ = Condition
    return cast("Condition", made)


def observation(
    *,
    id: str,  # noqa: A002 # as the class calls it
    client_id: str | None,
    what: str | None,
    value: ObservationValue | None,
    happened: When | None,
    recorded: When | None,
    code: Code | None,
    by: str | None,
    text: str,
) -> Observation:
    """An `Observation`."""
    made = _new(_OBSERVATION)
    made.id, made.client_id, made.what, made.code = id, client_id, what, code
    made.value, made.by, made.text = value, by, text
    made.happened, made.recorded = happened, recorded
    made.__class__ = Observation
    return cast("Observation", made)


def event(  # noqa: PLR0913 # the fields of the class
    *,
    id: str,  # noqa: A002 # as the class calls it
    client_id: str | None,
    kind: EventKind,
    what: str | None = None,
    outcome: EventOutcome | None = EventOutcome.DONE,
    happened: When | None = None,
    until: When | None = None,
    setting: str | None = None,
    by: str | None = None,
    code: Code | None = None,
    text: str = "",
) -> Event:
    """An `Event`; nothing is said of when it was written down, or to whom it was done."""
    made = _new(_EVENT)
    made.id, made.client_id, made.kind, made.what, made.code = id, client_id, kind, what, code
    made.outcome, made.happened, made.until, made.recorded = outcome, happened, until, None
    made.setting, made.by, made.to, made.text = setting, by, None, text
    made.__class__ = Event
    return cast("Event", made)
