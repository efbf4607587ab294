"""What became of each medication from one list to the next: the answer as values."""

from collections.abc import Iterator
from enum import Enum
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import ClientId, in_words, optional_client_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.base.reasons import Fact, Reason, Source, tuple_of_sources
from carecore.base.record_ids import (
    EntryId,
    MedicationId,
    entry_id,
    entry_ids,
    medication_ids,
    optional_entry_id,
    optional_medication_id,
)
from carecore.errors import InvalidValue

__all__ = ["ListChangeKind", "MedicationChange", "Reconciliation"]


class ListChangeKind(Enum):
    """What became of a medication.

    .. versionadded:: 0.1
    """

    CONTINUED = "continued"
    NEW = "new"
    STOPPED = "stopped"
    CHANGED = "changed"


def _on_a_list(
    change: "MedicationChange", attribute: "Attribute[MedicationId | None]", after: object, /
) -> None:
    if after is None and change.before is None:
        what = "the medication is on neither list"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe give one of the ids")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class MedicationChange:
    """What became of one medication.

    >>> change = MedicationChange(kind=ListChangeKind.NEW, substance="furosemide", after="m-1")
    >>> change.is_explained
    False

    Attributes:
        kind: what became of it.
        substance: what it is, in the words of the later list that names it.
        before: its id on the list before; `None`: it is not there.
        after: its id on the list after; `None`: it is not there.
        differences: in what the lists differ, as texts (before, after).
        not_stated: what one list says and the other leaves out, so that nobody can tell.
        doubled_before: ids of other medications of its substance on the list before.
        doubled_after: ids of other medications of its substance on the list after.
        order: id of the order that explains it.
        against: id of the order that says otherwise.
        is_explained: whether it needs no order or has one, and none says otherwise.

    .. versionadded:: 0.1
    """

    kind: ListChangeKind
    substance: str = field(validator=filled_text)
    before: MedicationId | None = field(default=None, converter=optional_medication_id)
    after: MedicationId | None = field(
        default=None, converter=optional_medication_id, validator=_on_a_list
    )
    differences: tuple[Fact, ...] = ()
    not_stated: tuple[str, ...] = ()
    doubled_before: tuple[MedicationId, ...] = field(default=(), converter=medication_ids)
    doubled_after: tuple[MedicationId, ...] = field(default=(), converter=medication_ids)
    order: EntryId | None = field(default=None, converter=optional_entry_id)
    against: EntryId | None = field(default=None, converter=optional_entry_id)
    is_explained: bool = False


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Reconciliation(Faces):
    """Two lists of medications, reconciled.

    Each medication of both lists stands in exactly one of *continued*, *new*, *stopped* and
    *changed*; `doubled` and `unexplained` are views of them.
    What neither list has as taken is among the stopped.

    Attributes:
        before: id of the list before.
        after: id of the list after.
        client_id: whose lists they are; `None`: unknown.
        continued: taken before and after, with no difference to be seen.
        new: taken only after.
        stopped: not taken after.
        changed: taken before and after, and in another way.
        unmatched_orders: ids of orders for what is on neither list.
        incomplete: ids of the lists that are known to leave something out.
        sources: what the answer rests on.

    .. versionadded:: 0.1
    """

    before: EntryId = field(converter=entry_id)
    after: EntryId = field(converter=entry_id)
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    continued: tuple[MedicationChange, ...] = ()
    new: tuple[MedicationChange, ...] = ()
    stopped: tuple[MedicationChange, ...] = ()
    changed: tuple[MedicationChange, ...] = ()
    unmatched_orders: tuple[EntryId, ...] = field(default=(), converter=entry_ids)
    incomplete: tuple[EntryId, ...] = field(default=(), converter=entry_ids)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    @property
    def changes(self) -> tuple[MedicationChange, ...]:
        """What became of each medication, those first that ask for most care."""
        return (*self.changed, *self.new, *self.stopped, *self.continued)

    @property
    def doubled(self) -> tuple[MedicationChange, ...]:
        """The medications whose substance stands more than once on one of the lists."""
        return tuple(one for one in self.changes if one.doubled_before or one.doubled_after)

    @property
    def unexplained(self) -> tuple[MedicationChange, ...]:
        """The medications that changed without an order, or against one."""
        return tuple(one for one in self.changes if not one.is_explained)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left that somebody has to look at."""
        return not self.open_points

    @property
    def open_points(self) -> tuple[Reason, ...]:
        """What somebody has to look at before the lists are reconciled."""
        return tuple(self._open_points())

    def _open_points(self) -> Iterator[Reason]:
        for one in self.unexplained:
            yield _point("unexplained", one, _unexplained_text(one))
        told: set[frozenset[str]] = set()
        for one in self.changes:
            ids = frozenset(_taken_together(one))
            if len(ids) > 1 and ids not in told:
                told.add(ids)
                where = ", ".join(_taken_together(one))
                text = f"{one.substance} stands more than once on the list after: {where}"
                yield _point("doubled", one, text)
        for one in self.changes:
            if one.not_stated:
                what = ", ".join(map(in_words, one.not_stated))
                text = f"only one of the lists says of {one.substance}: {what}"
                yield _point("not_stated", one, text)
        for order in self.unmatched_orders:
            text = f"order {order} is for something that is on neither list"
            yield Reason(id="unmatched_order", text=text, facts=(Fact(name="order", seen=order),))
        for key in self.incomplete:
            text = f"list {key} leaves something out"
            yield Reason(id="incomplete_list", text=text, facts=(Fact(name="list", seen=key),))

    def outline(self, *, full: bool = False) -> Outline:
        """The answer as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        counts = ", ".join(
            f"{len(changes)} {kind.value}"
            for kind, changes in zip(
                ListChangeKind,
                (self.continued, self.new, self.stopped, self.changed),
                strict=True,
            )
        )
        points = tuple(point.text for point in self.open_points)
        still = f"{len(points)} point{'' if len(points) == 1 else 's'} open"
        rows = [
            (one.substance, one.kind.value, one.before, one.after, _differing(one), one.order)
            for one in self.changes
        ]
        columns = ("medication", "what became of it", "before", "after", "difference", "order")
        table: tuple[Part, ...] = (Table(columns, rows),) if rows else ()
        return Outline(
            "Medications reconciled",
            (
                Paragraph(f"{counts}. {still if points else 'Nothing is open'}."),
                *table,
                *((Section("Open", (Items(points),)),) if points else ()),
            ),
        )


def _taken_together(one: MedicationChange, /) -> tuple[MedicationId, ...]:
    own = () if one.after is None else (one.after,)
    return tuple(sorted((*own, *one.doubled_after)))


def _point(key: str, one: MedicationChange, text: str, /) -> Reason:
    facts = [
        Fact(name=name, seen=value)
        for name, value in (("before", one.before), ("after", one.after), ("order", one.against))
        if value is not None
    ]
    return Reason(id=key, text=text, facts=(*facts, *one.differences))


def _unexplained_text(one: MedicationChange, /) -> str:
    if one.against is not None:
        return f"{one.substance} is {one.kind.value}, and order {one.against} says otherwise"
    return f"{one.substance} is {one.kind.value}, and no order says so"


def _differing(one: MedicationChange, /) -> str:
    return "; ".join(
        f"{in_words(fact.name)}: {fact.seen[0]} before, {fact.seen[1]} after"
        for fact in one.differences
        if isinstance(fact.seen, tuple)
    )
