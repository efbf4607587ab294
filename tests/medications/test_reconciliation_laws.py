"""What holds for any two lists of medications."""

from collections import Counter

import attrs
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.amounts import Code, Quantity
from carecore.medications import (
    ListChangeKind,
    Medication,
    MedicationList,
    MedicationOrder,
    MedicationStatus,
    OrderAction,
    Reconciliation,
    is_same_substance,
    reconcile_medications,
)

NAMES = st.sampled_from(["furosemide", "Furosemide", "Lasix", "ramipril", " ramipril", "insulin"])
CODES = st.one_of(
    st.none(),
    st.builds(Code, system=st.sampled_from(["a", "b"]), code=st.sampled_from(["1", "2"])),
)
MEDICATIONS = st.builds(
    Medication,
    id=st.just("m"),
    substance=NAMES,
    code=CODES,
    dose=st.one_of(st.none(), st.builds(Quantity, st.sampled_from([20, 40]), st.just("mg"))),
    times_a_day=st.sampled_from([None, 1, 2]),
    status=st.sampled_from([*MedicationStatus, None]),
)


def numbered(medications: list[Medication]) -> tuple[Medication, ...]:
    """The same, each with an id of its own."""
    return tuple(attrs.evolve(one, id=f"m-{index}") for index, one in enumerate(medications))


LISTS = st.lists(MEDICATIONS, max_size=6).map(
    lambda medications: MedicationList(id="l-1", medications=numbered(medications))
)
ORDERS = st.lists(
    st.builds(
        MedicationOrder,
        id=st.integers(0, 99).map(lambda number: f"o-{number}"),
        action=st.sampled_from(OrderAction),
        substance=NAMES,
        code=CODES,
    ),
    max_size=5,
    unique_by=lambda order: order.id,
)


def ids(medications: MedicationList) -> Counter[str | None]:
    """The ids of a list."""
    return Counter(one.id for one in medications.medications)


def pairs(answer: Reconciliation, kind: ListChangeKind) -> set[tuple[str | None, str | None]]:
    """The ids of those of which that became."""
    return {(one.before, one.after) for one in answer.changes if one.kind is kind}


@given(before=LISTS, after=LISTS, orders=ORDERS)
def test_each_medication_of_both_lists_stands_in_exactly_one_place(
    before: MedicationList, after: MedicationList, orders: list[MedicationOrder]
) -> None:
    answer = reconcile_medications(before, after, orders=orders)

    four = (answer.continued, answer.new, answer.stopped, answer.changed)
    found = [one for changes in four for one in changes]
    assert Counter(one.before for one in found if one.before is not None) == ids(before)
    assert Counter(one.after for one in found if one.after is not None) == ids(after)
    kinds = [
        {one.kind for one in changes} - {kind}
        for changes, kind in zip(four, ListChangeKind, strict=True)
    ]
    assert kinds == [set()] * 4


@given(before=LISTS, after=LISTS)
def test_the_lists_the_other_way_round_give_the_mirror_image(
    before: MedicationList, after: MedicationList
) -> None:
    there = reconcile_medications(before, after)
    back = reconcile_medications(after, before)

    def mirrored(kind: ListChangeKind) -> set[tuple[str | None, str | None]]:
        return {(one, other) for other, one in pairs(back, kind)}

    on_neither = {
        (one.before, one.after)
        for one in there.stopped
        if all(
            key is None or medications.find(key).is_over
            for key, medications in ((one.before, before), (one.after, after))
        )
    }
    assert pairs(there, ListChangeKind.CONTINUED) == mirrored(ListChangeKind.CONTINUED)
    assert pairs(there, ListChangeKind.CHANGED) == mirrored(ListChangeKind.CHANGED)
    assert pairs(there, ListChangeKind.NEW) == mirrored(ListChangeKind.STOPPED) - on_neither
    assert pairs(there, ListChangeKind.STOPPED) == mirrored(ListChangeKind.NEW) | on_neither


@given(medications=LISTS)
def test_a_list_reconciled_with_itself_has_nothing_new_and_nothing_changed(
    medications: MedicationList,
) -> None:
    answer = reconcile_medications(medications, medications)

    assert (answer.new, answer.changed, answer.unexplained) == ((), (), ())
    assert all(
        one.is_over for one in map(medications.find, (o.before or "" for o in answer.stopped))
    )


@given(before=LISTS, after=LISTS)
def test_what_is_paired_is_of_one_substance(before: MedicationList, after: MedicationList) -> None:
    answer = reconcile_medications(before, after)

    assert all(
        is_same_substance(before.find(one.before), after.find(one.after))
        for one in answer.changes
        if one.before is not None and one.after is not None
    )


@given(before=LISTS, after=LISTS)
def test_nothing_of_one_substance_is_left_over_on_both_sides(
    before: MedicationList, after: MedicationList
) -> None:
    answer = reconcile_medications(before, after)

    gone = [before.find(one.before) for one in answer.changes if one.before and not one.after]
    come = [after.find(one.after) for one in answer.changes if one.after and not one.before]
    assert not [1 for one in gone for other in come if is_same_substance(one, other)]


@given(before=LISTS, after=LISTS, orders=ORDERS)
def test_an_order_explains_or_stands_against_or_neither_but_not_both(
    before: MedicationList, after: MedicationList, orders: list[MedicationOrder]
) -> None:
    answer = reconcile_medications(before, after, orders=orders)

    explaining = {one.order for one in answer.changes} - {None}
    against = {one.against for one in answer.changes} - {None}
    assert explaining & against == set()
    assert (explaining | against) & set(answer.unmatched_orders) == set()
    assert all(one.is_explained for one in answer.changes if one.order is not None)
    assert all(not one.is_explained for one in answer.changes if one.against is not None)


@given(before=LISTS, after=LISTS)
def test_with_the_orders_for_what_became_of_it_everything_is_explained(
    before: MedicationList, after: MedicationList
) -> None:
    wanted = {
        ListChangeKind.NEW: OrderAction.START,
        ListChangeKind.STOPPED: OrderAction.STOP,
        ListChangeKind.CHANGED: OrderAction.CHANGE,
    }
    # Each medication under a name of its own, so that each order means one of them.
    own = reconcile_medications(renamed(before), renamed(after))
    orders = [
        MedicationOrder(id=f"o-{number}", action=wanted[one.kind], substance=one.substance)
        for number, one in enumerate(own.changes)
        if one.kind in wanted
    ]
    answer = reconcile_medications(renamed(before), renamed(after), orders=orders)

    assert (answer.unexplained, answer.unmatched_orders) == ((), ())


def renamed(medications: MedicationList) -> MedicationList:
    """The same list, with a substance of its own for each medication."""
    kept = tuple(
        attrs.evolve(one, substance=f"substance {index}", code=None)
        for index, one in enumerate(medications.medications)
    )
    return attrs.evolve(medications, medications=kept)


@given(before=LISTS, after=LISTS)
def test_what_is_doubled_is_told_by_both(before: MedicationList, after: MedicationList) -> None:
    answer = reconcile_medications(before, after)
    known = {one.after: set(one.doubled_after) for one in answer.changes if one.after}

    assert all(key in known[other] for key, others in known.items() for other in others)
    assert set(answer.doubled) == {
        one for one in answer.changes if one.doubled_before or one.doubled_after
    }


@given(before=LISTS, after=LISTS, orders=ORDERS)
def test_every_answer_can_be_shown(
    before: MedicationList, after: MedicationList, orders: list[MedicationOrder]
) -> None:
    answer = reconcile_medications(before, after, orders=orders)

    assert answer.is_settled == ("Nothing is open." in str(answer))
