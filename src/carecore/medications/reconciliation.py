"""What became of each medication from one list to the next, and whether anybody ordered it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import final

from attrs import frozen

from carecore.base.checks import each_of, require_instance
from carecore.base.reasons import Fact
from carecore.base.record_ids import MedicationId
from carecore.errors import InvalidValue
from carecore.medications.changes import ListChangeKind, MedicationChange, Reconciliation
from carecore.medications.matching import (
    MATCHING_CHOICES,
    Index,
    differences,
    not_stated,
    paired,
)
from carecore.medications.model import (
    Medication,
    MedicationList,
    MedicationOrder,
    OrderAction,
)
from carecore.medications.orders import ORDER_CHOICES, explaining, on_substance_of
from carecore.medications.steps import RECONCILIATION_SOURCES

__all__ = ["reconcile_medications"]


def reconcile_medications(
    before: MedicationList,
    after: MedicationList,
    /,
    *,
    orders: Iterable[MedicationOrder] = (),
) -> Reconciliation:
    """What became of each medication from the list *before* to the list *after*.

    >>> at_home = MedicationList(
    ...     id="l-1",
    ...     medications=(
    ...         Medication(id="m-1", substance="ibuprofen"),
    ...         Medication(id="m-2", substance="furosemide"),
    ...     ),
    ... )
    >>> at_discharge = MedicationList(
    ...     id="l-2", medications=(Medication(id="m-3", substance="Furosemide"),)
    ... )
    >>> answer = reconcile_medications(at_home, at_discharge)
    >>> [one.substance for one in answer.continued], [one.substance for one in answer.unexplained]
    (['Furosemide'], ['ibuprofen'])

    Args:
        before: the earlier list.
        after: the later one.
        orders: those given between the two; the last one for a substance decides.

    Raises:
        WrongType: if one of them is no list of medications, or one of the orders no order.
        InvalidValue: if the lists are of two clients, or a list has one id twice.

    .. versionadded:: 0.1
    """
    for name, one in (("before", before), ("after", after)):
        require_instance(one, MedicationList, name=f"the list {name}")
        _require_each_once(one)
    _require_one_client(before, after)
    kept = each_of(orders, MedicationOrder)
    moves = [
        _Move.of(before.medications, after.medications, *pair)
        for pair in paired(before.medications, after.medications)
    ]
    changes = tuple(_changes(moves, kept, before.medications, after.medications))
    of_kind = {kind: tuple(one for one in changes if one.kind is kind) for kind in ListChangeKind}
    known = Index.of((*before.medications, *after.medications))
    return Reconciliation(
        before=before.id,
        after=after.id,
        client_id=before.client_id or after.client_id,
        continued=of_kind[ListChangeKind.CONTINUED],
        new=of_kind[ListChangeKind.NEW],
        stopped=of_kind[ListChangeKind.STOPPED],
        changed=of_kind[ListChangeKind.CHANGED],
        unmatched_orders=[one.id for one in kept if not any(True for _ in known.places_of(one))],
        incomplete=[one.id for one in (before, after) if one.is_complete is False],
        sources=(*MATCHING_CHOICES, *ORDER_CHOICES, *RECONCILIATION_SOURCES),
    )


@final
@frozen(kw_only=True, weakref_slot=False)
class _Move:
    """A medication on the way from one list to the other."""

    before: Medication | None
    after: Medication | None
    differences: tuple[Fact, ...] = ()
    not_stated: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        before: Sequence[Medication],
        after: Sequence[Medication],
        here: int | None,
        there: int | None,
        /,
    ) -> "_Move":
        """What stands in these places."""
        if here is None or there is None:
            one = None if here is None else before[here]
            return cls(before=one, after=None if there is None else after[there])
        one, other = before[here], after[there]
        both = not one.is_over and not other.is_over
        return cls(
            before=one,
            after=other,
            differences=differences(one, other, there),
            not_stated=not_stated(one, other) if both else (),
        )

    @property
    def taken_before(self) -> Medication | None:
        """The medication on the list before, if it is taken."""
        return None if self.before is None or self.before.is_over else self.before

    @property
    def taken_after(self) -> Medication | None:
        """The medication on the list after, if it is taken."""
        return None if self.after is None or self.after.is_over else self.after

    @property
    def kind(self) -> ListChangeKind:
        """What became of it."""
        if self.taken_after is None:
            return ListChangeKind.STOPPED
        if self.taken_before is None:
            return ListChangeKind.NEW
        return ListChangeKind.CHANGED if self.differences else ListChangeKind.CONTINUED

    @property
    def substance(self) -> str:
        """What it is, in the words of the later list that names it."""
        named = [one.substance for one in (self.after, self.before) if one is not None]
        return named[0]

    @property
    def needs_no_order(self) -> bool:
        """Whether nothing changes for the client."""
        return self.kind is ListChangeKind.CONTINUED or not (self.taken_before or self.taken_after)

    def is_ordered(self, orders: Sequence[MedicationOrder], places: Sequence[int], /) -> bool:
        """Whether the last of these orders explains it."""
        *earlier, last = places
        return orders[last].action in explaining(
            self.taken_before,
            self.taken_after,
            differing=[one.name for one in self.differences],
            was_stopped=any(orders[place].action is OrderAction.STOP for place in earlier),
        )


def _changes(
    moves: Sequence[_Move],
    orders: Sequence[MedicationOrder],
    before: Sequence[Medication],
    after: Sequence[Medication],
    /,
) -> Iterator[MedicationChange]:
    by_name = Index.of(orders)
    ordered = [on_substance_of(orders, by_name, move.before, move.after) for move in moves]
    taken = [tuple(one for one in each if not one.is_over) for each in (before, after)]
    doubling = [_doubling(each) for each in taken]
    fitting = [
        bool(places) and move.is_ordered(orders, places)
        for move, places in zip(moves, ordered, strict=True)
    ]
    # An order that explains one of several medications of its substance is not held against the
    # others.
    followed = {places[-1] for places, fits_it in zip(ordered, fitting, strict=True) if fits_it}
    for move, places, fits_it in zip(moves, ordered, fitting, strict=True):
        order = orders[places[-1]].id if fits_it else None
        against = orders[places[-1]].id if places and places[-1] not in followed else None
        yield MedicationChange(
            kind=move.kind,
            substance=move.substance,
            before=None if move.before is None else move.before.id,
            after=None if move.after is None else move.after.id,
            differences=move.differences,
            not_stated=move.not_stated,
            doubled_before=_others(move.taken_before, doubling[0]),
            doubled_after=_others(move.taken_after, doubling[1]),
            order=order,
            against=against,
            is_explained=against is None and (order is not None or move.needs_no_order),
        )


def _doubling(medications: Sequence[Medication], /) -> dict[MedicationId, tuple[MedicationId, ...]]:
    """For each of these, the others of its substance."""
    index = Index.of(medications)
    same = {one.id: [medications[at].id for at in index.places_of(one)] for one in medications}
    return {key: tuple(one for one in keys if one != key) for key, keys in same.items()}


def _others(
    one: Medication | None, doubling: Mapping[MedicationId, tuple[MedicationId, ...]], /
) -> tuple[MedicationId, ...]:
    return () if one is None else doubling[one.id]


def _require_each_once(one: MedicationList, /) -> None:
    seen: set[MedicationId] = set()
    for place, medication in enumerate(one.medications):
        if medication.id in seen:
            what = f"list {one.id} has medication {medication.id!r} twice"
            where = f"$.medications[{place}].id"
            raise InvalidValue(what, place=where, advice="Maybe give each its own id")
        seen.add(medication.id)


def _require_one_client(before: MedicationList, after: MedicationList, /) -> None:
    if before.client_id and after.client_id and before.client_id != after.client_id:
        what = f"list {before.id} is of client {before.client_id}, and {after.id} of another"
        raise InvalidValue(what, advice=f"Maybe a list of client {before.client_id}")
