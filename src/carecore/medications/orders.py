"""Which order explains what became of a medication, and which says otherwise."""

from collections.abc import Sequence
from typing import Final

from carecore.base.moments import in_time
from carecore.base.reasons import OwnChoice, Source
from carecore.medications.matching import Index
from carecore.medications.model import (
    Medication,
    MedicationOrder,
    MedicationStatus,
    OrderAction,
)

__all__ = ["ORDER_CHOICES", "explaining", "on_substance_of"]

ORDER_CHOICES: Final[tuple[Source, ...]] = (
    OwnChoice(
        "of several orders for one substance the last one decides; it is told by their times, or "
        "where one has none by the order in which they are given"
    ),
    OwnChoice(
        "an order to hold does not explain that a medication is gone from the list: what is on "
        "hold stays on it"
    ),
    OwnChoice(
        "an order to start explains another dose only after an order to stop, since otherwise "
        "nobody has said what becomes of the former one"
    ),
)
"""How carecore tells which order explains what.

.. versionadded:: 0.1
"""

_GOING_ON: Final = frozenset({OrderAction.CONTINUE, OrderAction.START})
_WAITING: Final = frozenset({MedicationStatus.ON_HOLD, MedicationStatus.PLANNED})


def on_substance_of(
    orders: Sequence[MedicationOrder], index: Index, *medications: Medication | None
) -> tuple[int, ...]:
    """The places of the orders for the substance of one of these, the last order last.

    *index* is that of the orders.
    """
    known = (one for one in medications if one is not None)
    places = tuple(sorted({place for one in known for place in index.places_of(one)}))
    if any(orders[place].at is None for place in places):
        return places
    return tuple(sorted(places, key=lambda place: in_time(orders[place].at)))


def explaining(
    before: Medication | None,
    after: Medication | None,
    /,
    *,
    differing: Sequence[str],
    was_stopped: bool,
) -> frozenset[OrderAction]:
    """What an order has to want so that it explains what became of a medication.

    Args:
        before: the medication on the list before, unless it was not taken.
        after: the medication on the list after, unless it is not taken.
        differing: in what the two differ.
        was_stopped: whether an earlier order was to stop it.
    """
    if after is None:
        return frozenset({OrderAction.STOP})
    if before is None:
        return frozenset({OrderAction.START})
    is_held = after.status is MedicationStatus.ON_HOLD
    if not differing:
        return frozenset({OrderAction.HOLD}) if is_held else _GOING_ON
    found = {OrderAction.CHANGE}
    if was_stopped:
        found.add(OrderAction.START)
    if list(differing) == ["status"]:
        if is_held:
            found.add(OrderAction.HOLD)
        elif before.status in _WAITING and after.status is MedicationStatus.ACTIVE:
            found |= _GOING_ON
    return frozenset(found)
