"""Whether the newest list of medications can be relied on."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from carecore.base.amounts import Code, Quantity
from carecore.base.timing import PartialDate
from carecore.medications import (
    Medication,
    MedicationList,
    MedicationOrder,
    MedicationStatus,
    OrderAction,
)
from carecore.plans import CarePlan
from carecore.transitions import Move, MoveRecord, Transition, TransitionState

from .asked import asked, fared, plan, said

EARLY, LATE = date(2026, 11, 10), date(2026, 11, 20)


def medication(key: str, substance: str = "furosemide", /, **parts: Any) -> Medication:  # noqa: ANN401
    return Medication(id=key, substance=substance, **parts)


def listed(
    key: str, taken: date | PartialDate | None, /, *medications: Medication
) -> MedicationList:
    return MedicationList(id=key, taken_at=taken, medications=medications)


def order(action: OrderAction, substance: str = "furosemide", day: int = 15) -> MedicationOrder:
    return MedicationOrder(
        id=f"o-{day}", action=action, substance=substance, at=date(2026, 11, day)
    )


def kept(*lists: MedicationList, orders: tuple[MedicationOrder, ...] = ()) -> CarePlan:
    return plan(medication_lists=lists, medication_orders=orders)


def test_a_substance_that_stands_twice_on_the_newest_list_is_told() -> None:
    newest = listed(
        "l-2", LATE, medication("m-1"), medication("m-2"), medication("m-3", " Furosemide")
    )
    old = listed("l-1", EARLY, medication("m-1"), medication("m-9"))

    assert said("N101", kept(newest, old)) == [
        (
            "N101 warning at $.medication_lists[0].medications[1]: 'm-1' and 'm-2' on the list"
            " 'l-2' are of one substance. Maybe one of them is meant."
        ),
        (
            "N101 warning at $.medication_lists[0].medications[2]: 'm-1' and 'm-3' on the list"
            " 'l-2' are of one substance. Maybe one of them is meant."
        ),
    ]


def test_a_code_tells_that_a_brand_and_its_substance_are_one() -> None:
    code = Code(system="rxnorm", code="4603")
    newest = listed(
        "l-1", None, medication("m-1", code=code), medication("m-2", "Lasix", code=code)
    )

    assert len(said("N101", kept(newest))) == 1


@pytest.mark.parametrize(
    "lists",
    [
        (listed("l-1", EARLY, medication("m-1"), medication("m-2", "digoxin")),),
        (
            listed(
                "l-1",
                EARLY,
                medication("m-1"),
                medication("m-2", status=MedicationStatus.STOPPED),
            ),
        ),
        (
            listed(
                "l-1",
                EARLY,
                medication("m-1", code=Code(system="rxnorm", code="4603")),
                medication("m-2", code=Code(system="rxnorm", code="7")),
            ),
        ),
        # What is doubled on another list than the newest, or on one of which nobody knows the day.
        (
            listed("l-1", EARLY, medication("m-1"), medication("m-2")),
            listed("l-2", LATE, medication("m-1")),
        ),
        (
            listed("l-1", None, medication("m-1"), medication("m-2")),
            listed("l-2", LATE, medication("m-1")),
        ),
        (
            listed("l-1", None, medication("m-1"), medication("m-2")),
            listed("l-2", None, medication("m-1"), medication("m-2")),
        ),
    ],
)
def test_what_stands_once_on_the_newest_list_is_left_alone(
    lists: tuple[MedicationList, ...],
) -> None:
    assert said("N101", kept(*lists)) == []


def test_a_medicine_that_changed_without_an_order_is_told() -> None:
    old = listed(
        "l-1",
        EARLY,
        medication("m-1", dose=Quantity(20, "mg")),
        medication("m-2", "digoxin"),
    )
    new = listed(
        "l-2",
        LATE,
        medication("m-3", "ramipril"),
        medication("m-4", dose=Quantity(40, "mg")),
    )

    assert said("N102", kept(old, new)) == [
        (
            "N102 warning at $.medication_lists[1].medications: the medication 'm-2' is stopped"
            " from the list 'l-1' to 'l-2', and no order says so. Maybe it was ordered and not"
            " written down."
        ),
        (
            "N102 warning at $.medication_lists[1].medications[0]: the medication 'm-3' is new from"
            " the list 'l-1' to 'l-2', and no order says so. Maybe it was ordered and not"
            " written down."
        ),
        (
            "N102 warning at $.medication_lists[1].medications[1]: the medication 'm-4' is changed"
            " from the list 'l-1' to 'l-2', and no order says so. Maybe it was ordered and not"
            " written down."
        ),
    ]


def test_an_order_that_says_otherwise_is_named() -> None:
    made = kept(
        listed("l-1", EARLY, medication("m-1")),
        listed("l-2", LATE, medication("m-1")),
        orders=(order(OrderAction.STOP),),
    )
    (finding,) = asked("N102", made).findings

    assert finding.message == (
        "the medication 'm-1' is continued from the list 'l-1' to 'l-2', and the order 'o-15' says"
        " otherwise"
    )
    assert [(fact.name, fact.seen) for fact in finding.facts] == [
        ("before", "m-1"),
        ("after", "m-1"),
        ("order", "o-15"),
    ]


@pytest.mark.parametrize(
    "made",
    [
        kept(listed("l-1", EARLY, medication("m-1"))),
        kept(listed("l-1", EARLY, medication("m-1")), listed("l-2", LATE, medication("m-9"))),
        kept(listed("l-1", EARLY, medication("m-1")), listed("l-2", None)),
        kept(
            listed("l-1", EARLY, medication("m-1")),
            listed("l-2", LATE),
            orders=(order(OrderAction.STOP),),
        ),
        kept(
            listed("l-1", EARLY),
            listed("l-2", LATE, medication("m-1")),
            orders=(order(OrderAction.START),),
        ),
        # Only the two newest lists count.
        kept(
            listed("l-0", date(2026, 11, 1), medication("m-0", "digoxin")),
            listed("l-1", EARLY),
            listed("l-2", LATE),
        ),
    ],
)
def test_what_was_ordered_or_did_not_change_is_left_alone(made: CarePlan) -> None:
    assert said("N102", made) == []


def moved(day: int, *moves: Move, **parts: Any) -> Transition:  # noqa: ANN401 # handed on
    """A transition with these moves, an hour apart, on that day."""
    made = tuple(
        MoveRecord(move=move, by="p-1", at=datetime(2026, 11, day, 9 + hour, tzinfo=UTC))
        for hour, move in enumerate(moves)
    )
    known: dict[str, Any] = {"id": f"t-{day}", "state": TransitionState.COMPLETED, "moves": made}
    return Transition(**known | parts)


@pytest.mark.parametrize(("day", "told"), [(15, 0), (5, 1), (22, 1)])
def test_what_changed_over_a_move_is_for_another_rule(day: int, told: int) -> None:
    made = plan(
        medication_lists=(listed("l-1", EARLY, medication("m-1")), listed("l-2", LATE)),
        transitions=(moved(20, Move.ARRIVE), moved(day, Move.DEPART)),
    )

    assert len(said("N102", made)) == told


def test_no_list_since_the_last_move_is_told() -> None:
    made = plan(
        medication_lists=(listed("l-1", EARLY),),
        transitions=(
            moved(18, Move.DEPART, Move.ARRIVE),
            moved(12, Move.DEPART, Move.ARRIVE),
        ),
    )

    assert said("N103", made) == [
        (
            "N103 advice at $.medication_lists: the client arrived with the transition 't-18' on"
            " 2026-11-18, and no list of medications was taken since."
            " Maybe go through the medicines at home."
        )
    ]


@pytest.mark.parametrize(
    ("taken", "transition"),
    [
        (LATE, moved(18, Move.ARRIVE)),
        (date(2026, 11, 18), moved(18, Move.ARRIVE)),
        (None, moved(18, Move.ARRIVE)),
        (PartialDate.parse("2026-11"), moved(18, Move.ARRIVE)),
        (EARLY, moved(24, Move.ARRIVE)),
        (EARLY, moved(25, Move.ARRIVE)),
        (EARLY, moved(18, Move.DEPART)),
        (EARLY, moved(18, Move.ARRIVE, Move.TURN_BACK)),
    ],
)
def test_a_list_that_may_be_newer_than_the_move_is_enough(
    taken: date | PartialDate | None, transition: Transition
) -> None:
    made = plan(medication_lists=(listed("l-1", taken),), transitions=(transition,))

    assert said("N103", made) == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("N101", "medication lists"),
        ("N102", "medication lists"),
        ("N103", "transitions, medication lists"),
    ],
)
def test_a_plan_without_lists_is_not_asked_about_them(code: str, missing: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped ({missing})"
