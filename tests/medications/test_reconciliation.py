"""Two lists reconciled, against answers worked out by hand."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.amounts import Code, Quantity
from carecore.base.timing import PartialDate
from carecore.errors import InvalidValue, WrongType
from carecore.medications import (
    ListChangeKind,
    Medication,
    MedicationChange,
    MedicationList,
    MedicationOrder,
    MedicationStatus,
    OrderAction,
    Reconciliation,
    reconcile_medications,
)

from .samples_medications import RECONCILIATION

SYSTEM = "https://example.org/substances"


def taken(key: str, substance: str, **more: object) -> Medication:
    """A medication, 40 mg once a day unless it says otherwise."""
    known: Any = {"dose": Quantity(40, "mg"), "times_a_day": 1, **more}
    return Medication(id=key, substance=substance, **known)


def before(*medications: Medication, is_complete: bool | None = None) -> MedicationList:
    """The list before."""
    return MedicationList(
        id="l-1", client_id="c-17", medications=medications, is_complete=is_complete
    )


def after(*medications: Medication, is_complete: bool | None = None) -> MedicationList:
    """The list after."""
    return attrs.evolve(before(*medications, is_complete=is_complete), id="l-2")


def order(key: str, action: OrderAction, substance: str, **more: object) -> MedicationOrder:
    """An order."""
    untyped: Any = more
    return MedicationOrder(id=key, action=action, substance=substance, **untyped)


def moved(answer: Reconciliation) -> dict[tuple[str | None, str | None], str]:
    """What became of each medication, by its ids."""
    return {(one.before, one.after): one.kind.value for one in answer.changes}


def only(answer: Reconciliation) -> MedicationChange:
    """What became of the only medication."""
    (change,) = answer.changes
    return change


STOP_IBUPROFEN = order("o-1", OrderAction.STOP, "Ibuprofen")


def test_a_stay_in_hospital_is_reconciled_as_by_hand() -> None:
    at_home = before(
        taken("h-1", "Furosemide"),
        taken("h-2", "ramipril", dose=Quantity(5, "mg")),
        taken("h-3", "ibuprofen", dose=Quantity(400, "mg"), times_a_day=3),
        taken("h-4", "simvastatin", dose=Quantity(20, "mg")),
    )
    at_discharge = after(
        taken("d-1", "furosemide", dose=Quantity(80, "mg")),
        taken("d-2", "ramipril", dose=Quantity("5.0", "mg")),
        taken("d-3", "apixaban", dose=Quantity(5, "mg"), times_a_day=2),
        taken("d-4", "bisoprolol", dose=Quantity("2.5", "mg")),
    )
    orders = (
        order("o-1", OrderAction.CHANGE, "furosemide"),
        order("o-2", OrderAction.STOP, "ibuprofen"),
        order("o-3", OrderAction.START, "apixaban"),
    )

    answer = reconcile_medications(at_home, at_discharge, orders=orders)

    assert moved(answer) == {
        ("h-1", "d-1"): "changed",
        ("h-2", "d-2"): "continued",
        ("h-3", None): "stopped",
        ("h-4", None): "stopped",
        (None, "d-3"): "new",
        (None, "d-4"): "new",
    }
    assert {one.substance: one.order for one in answer.changes if one.order} == {
        "furosemide": "o-1",
        "ibuprofen": "o-2",
        "apixaban": "o-3",
    }
    assert [one.substance for one in answer.unexplained] == ["bisoprolol", "simvastatin"]
    assert [point.text for point in answer.open_points] == [
        "bisoprolol is new, and no order says so",
        "simvastatin is stopped, and no order says so",
    ]
    assert not answer.is_settled


def test_a_difference_says_how_it_was_and_how_it_is_and_where() -> None:
    change = only(
        reconcile_medications(
            before(taken("h-1", "furosemide", as_needed=False, frequency="mornings")),
            after(taken("d-1", "furosemide", as_needed=True, frequency="evenings")),
        )
    )

    assert [(fact.name, fact.seen, fact.place) for fact in change.differences] == [
        ("as_needed", ("no", "yes"), "$.medications[0].as_needed"),
        ("frequency", ("mornings", "evenings"), "$.medications[0].frequency"),
    ]


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("dose", Quantity(40, "mg"), Quantity(20, "mg")),
        ("dose", Quantity(1, "g"), Quantity(1000, "mg")),
        ("route", "by_mouth", "by_vein"),
        ("times_a_day", 1, 2),
        ("as_needed", True, False),
        ("frequency", "mornings", "evenings"),
        ("status", MedicationStatus.ACTIVE, MedicationStatus.ON_HOLD),
    ],
)
def test_what_is_taken_in_another_way_is_changed(name: str, one: object, other: object) -> None:
    here = taken("h-1", "furosemide", **{name: one})
    there = taken("d-1", "furosemide", **{name: other})

    assert only(reconcile_medications(before(here), after(there))).kind is ListChangeKind.CHANGED


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("purpose", "pain", "fever"),
        ("prescriber", "p-1", "p-2"),
        ("is_over_the_counter", True, False),
        ("note", "hers", "his"),
        ("dose", Quantity("2.50", "mg"), Quantity("2.5", "mg")),
        ("frequency", "Every  third day", "every third day"),
        ("code", Code(system=SYSTEM, code="1"), None),
    ],
)
def test_what_is_taken_in_the_same_way_is_continued(name: str, one: object, other: object) -> None:
    here = taken("h-1", "furosemide", **{name: one})
    there = taken("d-1", "furosemide", **{name: other})
    answer = reconcile_medications(before(here), after(there))

    assert (only(answer).kind, answer.is_settled) == (ListChangeKind.CONTINUED, True)


@pytest.mark.parametrize("name", ["dose", "times_a_day", "status"])
def test_what_one_list_leaves_out_is_not_taken_for_the_same(name: str) -> None:
    here, there = taken("h-1", "furosemide"), taken("h-1", "furosemide", **{name: None})
    answer = reconcile_medications(before(here), after(there))

    assert (only(answer).kind, only(answer).not_stated) == (ListChangeKind.CONTINUED, (name,))
    assert [point.id for point in answer.open_points] == ["not_stated"]


def test_a_blank_frequency_says_nothing() -> None:
    here = taken("h-1", "furosemide", frequency="  ")

    assert reconcile_medications(before(here), after(taken("d-1", "furosemide"))).is_settled


def test_one_code_in_another_spelling_is_one_medication() -> None:
    code = Code(system=SYSTEM, code="4603")
    answer = reconcile_medications(
        before(taken("h-1", "Lasix", code=code)), after(taken("d-1", "furosemide", code=code))
    )

    assert moved(answer) == {("h-1", "d-1"): "continued"}


def test_two_codes_under_one_name_are_two_medications() -> None:
    answer = reconcile_medications(
        before(taken("h-1", "insulin", code=Code(system=SYSTEM, code="1"))),
        after(taken("d-1", "insulin", code=Code(system=SYSTEM, code="2"))),
    )

    assert moved(answer) == {("h-1", None): "stopped", (None, "d-1"): "new"}


def test_of_two_of_one_substance_those_that_are_most_alike_belong_together() -> None:
    answer = reconcile_medications(
        before(taken("h-1", "metformin"), taken("h-2", "metformin", dose=Quantity(500, "mg"))),
        after(taken("d-1", "metformin", dose=Quantity(500, "mg")), taken("d-2", "metformin")),
    )

    assert moved(answer) == {("h-1", "d-2"): "continued", ("h-2", "d-1"): "continued"}


def test_one_code_binds_more_than_one_name() -> None:
    code = Code(system=SYSTEM, code="4603")
    answer = reconcile_medications(
        before(taken("h-1", "furosemide", code=code)),
        after(taken("d-1", "furosemide"), taken("d-2", "Lasix", code=code)),
    )

    assert moved(answer) == {("h-1", "d-2"): "continued", (None, "d-1"): "new"}


def test_one_code_of_two_systems_is_no_surer_than_the_name() -> None:
    ours, theirs = (Code(system=system, code="4603") for system in (SYSTEM, "http://their.own"))
    answer = reconcile_medications(
        before(taken("h-1", "furosemide", code=ours)),
        after(taken("d-1", "furosemide"), taken("d-2", "furosemide", code=theirs)),
    )

    assert moved(answer) == {("h-1", "d-1"): "continued", (None, "d-2"): "new"}


def test_a_substance_that_stands_twice_on_the_list_after_is_doubled() -> None:
    code = Code(system=SYSTEM, code="4603")
    answer = reconcile_medications(
        before(taken("h-1", "furosemide", code=code)),
        after(taken("d-1", "furosemide", code=code), taken("d-2", "Lasix", code=code)),
        orders=(order("o-1", OrderAction.START, "Lasix"),),
    )

    assert {(one.after, one.doubled_after) for one in answer.doubled} == {
        ("d-1", ("d-2",)),
        ("d-2", ("d-1",)),
    }
    assert [point.text for point in answer.open_points] == [
        "Lasix stands more than once on the list after: d-1, d-2"
    ]


def test_a_doubling_that_ends_is_told_and_is_not_open() -> None:
    answer = reconcile_medications(
        before(taken("h-1", "ibuprofen"), taken("h-2", "Ibuprofen", times_a_day=3)),
        after(taken("d-1", "ibuprofen")),
        orders=(STOP_IBUPROFEN,),
    )

    assert [one.before for one in answer.doubled] == ["h-2", "h-1"]
    assert answer.is_settled


def test_what_is_over_doubles_nothing() -> None:
    over = taken("d-2", "furosemide", status=MedicationStatus.STOPPED)
    answer = reconcile_medications(
        before(taken("h-1", "furosemide")), after(taken("d-1", "furosemide"), over)
    )

    assert (answer.doubled, answer.is_settled) == ((), True)


@pytest.mark.parametrize("status", [MedicationStatus.STOPPED, MedicationStatus.COMPLETED])
def test_what_the_list_after_says_is_over_is_stopped(status: MedicationStatus) -> None:
    change = only(
        reconcile_medications(
            before(taken("h-1", "ibuprofen")), after(taken("d-1", "ibuprofen", status=status))
        )
    )

    assert (change.kind, change.is_explained) == (ListChangeKind.STOPPED, False)


def test_what_was_over_and_is_taken_again_is_new() -> None:
    over = taken("h-1", "ibuprofen", status=MedicationStatus.STOPPED)
    answer = reconcile_medications(before(over), after(taken("d-1", "ibuprofen")))

    assert moved(answer) == {("h-1", "d-1"): "new"}


def test_what_neither_list_has_as_taken_is_stopped_and_needs_no_order() -> None:
    over = taken("h-1", "ibuprofen", status=MedicationStatus.STOPPED)
    lists = (
        (before(over), after()),
        (before(), after(over)),
        (before(over), after(attrs.evolve(over, status=MedicationStatus.COMPLETED))),
    )
    answers = [only(reconcile_medications(*pair)) for pair in lists]

    assert [(one.kind, one.is_explained) for one in answers] == [(ListChangeKind.STOPPED, True)] * 3


HELD = MedicationStatus.ON_HOLD
ACTIVE = MedicationStatus.ACTIVE
PLANNED = MedicationStatus.PLANNED
ONCE, TWICE = taken("x-1", "ibuprofen"), taken("x-1", "ibuprofen", times_a_day=2)
ON_HOLD = attrs.evolve(ONCE, status=HELD)
TWICE_ON_HOLD = attrs.evolve(TWICE, status=HELD)
START, STOP, CHANGE, CONTINUE, HOLD = (
    OrderAction.START,
    OrderAction.STOP,
    OrderAction.CHANGE,
    OrderAction.CONTINUE,
    OrderAction.HOLD,
)


@pytest.mark.parametrize(
    ("here", "there", "explaining"),
    [
        (None, ONCE, {START}),
        (ONCE, None, {STOP}),
        (ONCE, attrs.evolve(ONCE, status=MedicationStatus.STOPPED), {STOP}),
        (ONCE, ONCE, {START, CONTINUE}),
        (ON_HOLD, ON_HOLD, {HOLD}),
        (ONCE, TWICE, {CHANGE}),
        (ONCE, ON_HOLD, {CHANGE, HOLD}),
        (ONCE, TWICE_ON_HOLD, {CHANGE}),
        (ON_HOLD, ONCE, {CHANGE, START, CONTINUE}),
        (attrs.evolve(ONCE, status=PLANNED), ONCE, {CHANGE, START, CONTINUE}),
        (ONCE, attrs.evolve(ONCE, status=PLANNED), {CHANGE}),
        (TWICE_ON_HOLD, ONCE, {CHANGE}),
    ],
)
def test_an_order_explains_what_it_wants_and_nothing_else(
    here: Medication | None, there: Medication | None, explaining: set[OrderAction]
) -> None:
    lists = before(*([here] if here else [])), after(*([there] if there else []))
    answers = {
        action: only(reconcile_medications(*lists, orders=(order("o-1", action, "IBUPROFEN"),)))
        for action in OrderAction
    }

    assert {action for action, one in answers.items() if one.order == "o-1"} == explaining
    assert {action for action, one in answers.items() if one.against == "o-1"} == (
        set(OrderAction) - explaining
    )
    assert {action for action, one in answers.items() if one.is_explained} == explaining


def test_a_stop_and_then_a_start_explain_another_dose() -> None:
    orders = (order("o-1", STOP, "ibuprofen"), order("o-2", START, "ibuprofen"))

    assert only(reconcile_medications(before(ONCE), after(TWICE), orders=orders)).order == "o-2"


def test_what_goes_on_against_an_order_to_stop_is_unexplained() -> None:
    answer = reconcile_medications(before(ONCE), after(ONCE), orders=(STOP_IBUPROFEN,))

    assert [point.text for point in answer.open_points] == [
        "ibuprofen is continued, and order o-1 says otherwise"
    ]


def test_an_order_that_explains_one_of_two_is_not_held_against_the_other() -> None:
    answer = reconcile_medications(
        before(taken("h-1", "ibuprofen"), taken("h-2", "ibuprofen", times_a_day=3)),
        after(taken("d-1", "ibuprofen")),
        orders=(STOP_IBUPROFEN,),
    )

    assert {one.before: (one.order, one.against) for one in answer.changes} == {
        "h-1": (None, None),
        "h-2": ("o-1", None),
    }


def test_an_order_may_name_the_substance_as_either_list_does_or_by_its_code() -> None:
    code = Code(system=SYSTEM, code="4603")
    lists = (
        before(taken("h-1", "Lasix", code=code)),
        after(taken("d-1", "furosemide", code=code, times_a_day=2)),
    )
    orders = (
        order("o-1", CHANGE, "lasix"),
        order("o-2", CHANGE, "Furosemide"),
        order("o-3", CHANGE, "frusemide", code=code),
    )
    answers = [only(reconcile_medications(*lists, orders=(one,))) for one in orders]

    assert [one.order for one in answers] == ["o-1", "o-2", "o-3"]


MORNING = datetime(2026, 11, 23, 8, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start_at", "stop_at", "decides"),
    [
        (EVENING, MORNING, "o-1"),
        (MORNING, EVENING, "o-2"),
        (date(2026, 11, 24), MORNING, "o-1"),
        (date(2026, 11, 22), MORNING, "o-2"),
        (PartialDate(2026, 11), date(2026, 11, 29), "o-1"),
        (EVENING, None, "o-2"),
        (None, None, "o-2"),
    ],
)
def test_the_last_order_decides_by_time_or_else_by_place(
    start_at: object, stop_at: object, decides: str
) -> None:
    orders = (
        order("o-1", START, "ibuprofen", at=start_at),
        order("o-2", STOP, "ibuprofen", at=stop_at),
    )
    change = only(reconcile_medications(before(), after(ONCE), orders=orders))

    assert (change.order or change.against) == decides


def test_an_order_for_what_is_on_neither_list_does_not_vanish() -> None:
    answer = reconcile_medications(
        before(ONCE), after(ONCE), orders=(order("o-1", START, "apixaban"),)
    )

    assert (answer.unmatched_orders, answer.is_settled) == (("o-1",), False)


def test_a_list_that_leaves_something_out_settles_nothing() -> None:
    answer = reconcile_medications(before(ONCE, is_complete=False), after(ONCE, is_complete=True))

    assert [point.text for point in answer.open_points] == ["list l-1 leaves something out"]


def test_two_empty_lists_are_settled() -> None:
    answer = reconcile_medications(before(), after())

    assert (answer.changes, answer.is_settled) == ((), True)
    assert str(answer) == (
        "Medications reconciled\n======================\n\n"
        "0 continued, 0 new, 0 stopped, 0 changed. Nothing is open."
    )


def test_the_client_is_the_one_that_either_list_names() -> None:
    nobody = MedicationList(id="l-3")

    assert reconcile_medications(nobody, after()).client_id == "c-17"


def test_the_lists_of_two_clients_are_refused() -> None:
    with pytest.raises(InvalidValue, match="is of client c-17, and l-2 of another"):
        reconcile_medications(before(), MedicationList(id="l-2", client_id="c-18"))


def test_a_list_with_one_id_twice_is_refused_and_the_error_says_where() -> None:
    with pytest.raises(InvalidValue) as caught:
        reconcile_medications(before(), after(ONCE, TWICE))

    assert (caught.value.place, "'x-1' twice" in str(caught.value)) == (
        "$.medications[1].id",
        True,
    )


def test_the_two_lists_may_use_one_id_each_for_its_own() -> None:
    other = taken("x-1", "ramipril")

    assert moved(reconcile_medications(before(ONCE), after(other))) == {
        ("x-1", None): "stopped",
        (None, "x-1"): "new",
    }


@pytest.mark.parametrize(
    ("one", "other", "orders"),
    [
        ((ONCE,), after(), ()),
        (before(), None, ()),
        (before(), after(), ("o-1",)),
        (before(), after(), order("o-1", STOP, "ibuprofen")),
    ],
)
def test_only_lists_and_orders_are_reconciled(one: object, other: object, orders: object) -> None:
    untyped: Any = (one, other)
    also_untyped: Any = orders
    with pytest.raises(WrongType):
        reconcile_medications(*untyped, orders=also_untyped)


def test_a_change_of_what_is_on_no_list_has_no_meaning() -> None:
    with pytest.raises(InvalidValue) as caught:
        MedicationChange(kind=ListChangeKind.NEW, substance="ibuprofen")

    assert caught.value.place == "$.after"


def test_the_answer_reads_well() -> None:
    answer = reconcile_medications(
        before(taken("h-1", "furosemide"), taken("h-2", "ibuprofen")),
        after(taken("d-1", "furosemide", dose=Quantity(80, "mg"), times_a_day=2)),
        orders=(order("o-1", CHANGE, "furosemide"),),
    )

    assert str(answer) == (
        "Medications reconciled\n"
        "======================\n"
        "\n"
        "0 continued, 0 new, 1 stopped, 1 changed. 1 point open.\n"
        "\n"
        "medication  what became of it  before  after  difference                   order\n"
        "----------  -----------------  ------  -----  ---------------------------  -----\n"
        "furosemide  changed            h-1     d-1    dose: 40 mg before, 80 mg    o-1\n"
        "                                              after; times a day: 1\n"
        "                                              before, 2 after\n"
        "ibuprofen   stopped            h-2     –                                   –\n"
        "\n"
        "Open\n"
        "----\n"
        "\n"
        "- ibuprofen is stopped, and no order says so"
    )


def test_an_answer_that_was_put_together_by_hand_reads_too() -> None:
    odd = attrs.evolve(RECONCILIATION.changed[0], differences=())

    assert "furosemide" in str(attrs.evolve(RECONCILIATION, changed=(odd,)))


def test_the_answer_says_what_it_rests_on() -> None:
    sources = reconcile_medications(before(), after()).sources

    assert [str(source).partition(",")[0].partition(":")[0] for source in sources] == [
        *["carecore's own choice"] * 6,
        "Mid-Cities Medical",
        "Courtemanche & Associates",
        "The Joint Commission",
    ]
