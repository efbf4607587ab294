"""Which lists of medications belong together, and what changed between them without an order."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime

from carecore.base.moments import in_time, is_by
from carecore.medications import MedicationChange, MedicationList, reconcile_medications
from carecore.plans import CarePlan
from carecore.rulebook.asking import surely_before
from carecore.rulebook.list_glances import is_explained

__all__ = ["lists_around", "lists_in_time", "unexplained_between"]


def lists_in_time(plan: CarePlan, /) -> tuple[MedicationList, ...]:
    """The lists of a plan, the newest last; of several, those whose day nobody knows are left out.

    .. versionadded:: 0.1
    """
    lists = plan.medication_lists
    if len(lists) < 2:  # noqa: PLR2004 # one list is the newest
        return lists
    return tuple(sorted((one for one in lists if one.taken_at is not None), key=_taken))


def lists_around(
    lists: Sequence[MedicationList], moment: datetime, /
) -> tuple[MedicationList, MedicationList] | None:
    """The last list that surely was taken by then and the first one after it, if both are there.

    Args:
        lists: the lists, in the order of `lists_in_time`.
        moment: the moment.

    .. versionadded:: 0.1
    """
    near = bisect_right(lists, in_time(moment), key=_taken)
    before = after = None
    # A day ends later than a moment of it, and still is that day.
    for place in range(near, len(lists)):
        by = _is_by(lists[place], moment)
        if by is False:
            after = lists[place]
            break
        before = lists[place] if by else before
    earlier = (lists[place] for place in range(near - 1, -1, -1))
    if before is None:
        before = next((one for one in earlier if _is_by(one, moment)), None)
    return None if before is None or after is None else (before, after)


def _is_by(one: MedicationList, moment: datetime, /) -> bool | None:
    return None if one.taken_at is None else is_by(one.taken_at, moment)


def unexplained_between(
    plan: CarePlan, before: MedicationList, after: MedicationList, /
) -> tuple[MedicationChange, ...]:
    """What changed from one list to the other without an order given meanwhile, or against one.

    Nothing where the two are of different clients, or one of them has an id twice: other rules
    tell of that.

    .. versionadded:: 0.1
    """
    if None not in (clients := (before.client_id, after.client_id)) and len(set(clients)) > 1:
        return ()
    start, end = before.taken_at, after.taken_at
    orders = [
        one
        for one in plan.medication_orders
        if one.at is None
        or not (
            (start is not None and surely_before(one.at, start))
            or (end is not None and surely_before(end, one.at))
        )
    ]
    if is_explained(before, after, orders) or _has_an_id_twice(before) or _has_an_id_twice(after):
        return ()
    return reconcile_medications(before, after, orders=orders).unexplained


def _taken(one: MedicationList, /) -> datetime:
    return in_time(one.taken_at)


def _has_an_id_twice(one: MedicationList, /) -> bool:
    ids = [medication.id for medication in one.medications]
    return len(set(ids)) < len(ids)
