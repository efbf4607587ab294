"""Glances at lists of medications; `carecore.rulebook.glances` tells what a glance is."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final, TypeAlias
from unicodedata import normalize

from carecore.base.moments import in_time
from carecore.medications import (
    Medication,
    MedicationList,
    MedicationOrder,
    MedicationStatus,
    OrderAction,
)
from carecore.medications.matching import IsNamed, differences

__all__ = ["has_no_double", "is_explained"]

_GOING_ON: Final = (OrderAction.CONTINUE, OrderAction.START)
_Named: TypeAlias = dict[str, Medication]


class _Names:
    """Names of substances, and whether names and codes surely say the same."""

    def __init__(self) -> None:
        self.is_sure = True
        self._codes: dict[tuple[str, str], str] = {}
        self._names: dict[tuple[str, str], str] = {}

    def of(self, one: IsNamed, /) -> str:
        """The name of *one*, whatever its case and its spaces."""
        text, code = one.substance, one.code
        if not text.isascii():
            text = normalize("NFC", text)
        name = " ".join(text.casefold().split())
        if code is not None:
            named = self._names.setdefault((code.system, code.code), name)
            coded = self._codes.setdefault((code.system, name), code.code)
            self.is_sure = self.is_sure and named == name and coded == code.code
        return name

    def once_each(self, medications: Iterable[Medication], /) -> _Named:
        """These by their names; not sure where one stands twice."""
        found: _Named = {}
        for one in medications:
            name = self.of(one)
            self.is_sure = self.is_sure and name not in found
            found[name] = one
        return found


def has_no_double(taken: MedicationList, /) -> bool:
    """Whether no substance of what is taken surely stands twice on the list.

    .. versionadded:: 0.1
    """
    names = _Names()
    names.once_each(one for one in taken.medications if not one.is_over)
    return names.is_sure


def is_explained(
    before: MedicationList, after: MedicationList, orders: Sequence[MedicationOrder], /
) -> bool:
    """Whether every change from one list to the other surely is ordered.

    .. versionadded:: 0.1
    """
    names = _Names()
    old, new = names.once_each(before.medications), names.once_each(after.medications)
    last = {names.of(one): one for one in orders}
    if len(last) < len(orders):
        # Of several orders for one substance the last one decides, if all times are known.
        if any(one.at is None for one in orders):
            return False
        last = {names.of(one): one for one in sorted(orders, key=_given)}
    if not names.is_sure:
        return False
    return all(
        _is_ordered(old.get(name), new.get(name), last.get(name))
        for name in dict.fromkeys((*old, *new))
    )


def _given(order: MedicationOrder, /) -> datetime:
    return in_time(order.at)


def _is_ordered(
    before: Medication | None, after: Medication | None, order: MedicationOrder | None, /
) -> bool:
    was_taken = before is not None and not before.is_over
    is_taken = after is not None and not after.is_over
    action = None if order is None else order.action
    if not is_taken or after is None:
        return action is OrderAction.STOP or (action is None and not was_taken)
    if not was_taken or before is None:
        return action is OrderAction.START
    if _surely_differ(before, after) or differences(before, after, 0):
        return action is OrderAction.CHANGE
    is_held = after.status is MedicationStatus.ON_HOLD
    return action is None or (not is_held and action in _GOING_ON)


def _surely_differ(before: Medication, after: Medication, /) -> bool:
    """Whether dose, number a day or status are told by both lists, and are not the same."""
    told = (
        (before.dose, after.dose),
        (before.times_a_day, after.times_a_day),
        (before.status, after.status),
    )
    return any(one != other and one is not None and other is not None for one, other in told)
