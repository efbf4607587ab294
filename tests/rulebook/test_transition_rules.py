"""Whether a transition holds together, and with the rest of the plan."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from carecore.base.amounts import Quantity
from carecore.base.timing import PartialDate
from carecore.medications import Medication, MedicationList, MedicationOrder, OrderAction
from carecore.plans import CarePlan, Stage
from carecore.transitions import Move, MoveRecord, Transition, TransitionState

from .asked import DAY, asked, fared, plan, said

STATES = list(TransitionState)
BEFORE = STATES[: STATES.index(TransitionState.UNDER_WAY)]
OFFERED = STATES[STATES.index(TransitionState.OFFERED) : STATES.index(TransitionState.COMPLETED)]
OVER = [TransitionState.COMPLETED, TransitionState.DECLINED, TransitionState.CANCELLED]


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def moved(*moves: MoveRecord, **parts: Any) -> Transition:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {
        "id": "t-1",
        "senders": ("p-1",),
        "receivers": ("p-2",),
        "deciders": ("c-17",),
    }
    return Transition(**known | {"moves": moves} | parts)


def made(move: Move, day: int, hour: int = 9, /, *, by: str = "p-1") -> MoveRecord:
    return MoveRecord(move=move, by=by, at=at(day, hour))


@pytest.mark.parametrize("state", OFFERED)
def test_a_transition_that_is_offered_to_nobody_is_told(state: TransitionState) -> None:
    found = said("X102", plan(transitions=(Transition(id="t-1", state=state),)))

    assert found == [
        (
            f"X102 warning at $.transitions[0].receivers: the transition 't-1' is"
            f" {state.value.replace('_', ' ')}, and nobody is named who takes over."
            " Maybe ask the place who takes over."
        )
    ]


@pytest.mark.parametrize("state", STATES)
def test_somebody_receives_or_nothing_is_offered(state: TransitionState) -> None:
    received = Transition(id="t-1", state=state, receivers=("p-2",))

    assert said("X102", plan(transitions=(received,))) == []
    if state not in OFFERED:
        assert said("X102", plan(transitions=(Transition(id="t-1", state=state),))) == []


LEFT = made(Move.DEPART, 20, 12)
UNDER_WAY = moved(LEFT, state=TransitionState.UNDER_WAY)


def medication(key: str, substance: str, **parts: Any) -> Medication:  # noqa: ANN401 # handed on
    return Medication(id=key, substance=substance, **parts)


def listed(key: str, taken: date | PartialDate | None, *medications: Medication) -> MedicationList:
    return MedicationList(id=key, taken_at=taken, medications=medications)


def order(action: OrderAction, substance: str, day: int | None = 20) -> MedicationOrder:
    when = None if day is None else date(2026, 11, day)
    return MedicationOrder(id="o-1", action=action, substance=substance, at=when)


HEART = medication("m-1", "furosemide", dose=Quantity(40, "mg"))
OLD = listed("l-1", date(2026, 11, 19), HEART)
NEW = listed("l-2", date(2026, 11, 21))


def over_the_move(
    *lists: MedicationList,
    orders: tuple[MedicationOrder, ...] = (),
    transition: Transition = UNDER_WAY,
) -> CarePlan:
    return plan(transitions=(transition,), medication_lists=lists, medication_orders=orders)


def test_a_medicine_that_got_lost_over_a_move_is_told() -> None:
    assert said("X103", over_the_move(NEW, OLD)) == [
        (
            "X103 warning at $.transitions[0]: over the transition 't-1', 1 of the medications on"
            " 'l-1' and 'l-2' changed without an order, or against one."
            " Maybe it was ordered and not written down."
        )
    ]


def test_the_finding_names_lists_and_medications_by_their_ids() -> None:
    (finding,) = asked("X103", over_the_move(OLD, NEW)).findings

    assert [(fact.name, fact.seen) for fact in finding.facts] == [
        ("medications", ("m-1",)),
        ("list before", "l-1"),
        ("list after", "l-2"),
    ]


@pytest.mark.parametrize(
    "made_so",
    [
        over_the_move(OLD, listed("l-2", date(2026, 11, 21), HEART)),
        over_the_move(OLD, NEW, orders=(order(OrderAction.STOP, "Furosemide"),)),
        over_the_move(OLD, NEW, orders=(order(OrderAction.STOP, "furosemide", None),)),
        # Only one list, or none before or after, or no day.
        over_the_move(OLD),
        over_the_move(OLD, listed("l-2", date(2026, 11, 20))),
        over_the_move(listed("l-1", None, HEART), NEW),
        over_the_move(OLD, listed("l-2", PartialDate.parse("2026-11"))),
        # Nobody has left, or turned back.
        over_the_move(OLD, NEW, transition=moved(state=TransitionState.UNDER_WAY)),
        over_the_move(
            OLD,
            NEW,
            transition=moved(LEFT, made(Move.TURN_BACK, 20, 13), state=TransitionState.PLANNED),
        ),
        # Lists of two people, or with an id twice, are for other rules.
        over_the_move(
            MedicationList(
                id="l-1", client_id="c-17", taken_at=date(2026, 11, 19), medications=(HEART,)
            ),
            MedicationList(id="l-2", client_id="c-71", taken_at=date(2026, 11, 21)),
        ),
        over_the_move(listed("l-1", date(2026, 11, 19), HEART, HEART), NEW),
        over_the_move(OLD, listed("l-2", date(2026, 11, 21), HEART, HEART)),
    ],
)
def test_what_was_ordered_kept_or_cannot_be_compared_is_left_alone(made_so: CarePlan) -> None:
    assert said("X103", made_so) == []


@pytest.mark.parametrize("day", [1, 30])
def test_an_order_of_another_time_explains_nothing(day: int) -> None:
    stop = order(OrderAction.STOP, "furosemide", day)

    assert len(said("X103", over_the_move(OLD, NEW, orders=(stop,)))) == 1


def test_lists_are_those_next_to_the_move() -> None:
    more = medication("m-2", "digoxin")
    lists = (
        listed("l-0", date(2026, 11, 10)),
        listed("l-1", PartialDate.parse("2026-11-20"), HEART),
        listed("l-2", at(21, 15), HEART, more),
        listed("l-3", date(2026, 11, 23)),
    )
    (finding,) = asked("X103", over_the_move(*lists)).findings

    assert [fact.seen for fact in finding.facts] == [("m-2",), "l-1", "l-2"]


def test_a_history_that_leads_elsewhere_is_told() -> None:
    one = moved(made(Move.PLAN, 20), state=TransitionState.OFFERED)

    assert said("X106", plan(transitions=(moved(), one))) == [
        (
            "X106 error at $.transitions[1].state: the history of the transition 't-1' cannot be:"
            " the moves lead to planned, and it stands at offered."
            " Maybe a move is missing, or the state was set by hand."
        )
    ]


def test_a_move_that_was_not_for_that_person_is_told() -> None:
    one = moved(
        made(Move.PLAN, 20),
        made(Move.OFFER, 21),
        made(Move.ACCEPT, 22, by="p-1"),
        state=TransitionState.ACCEPTED,
    )
    (finding,) = asked("X106", plan(transitions=(one,))).findings

    assert finding.place == "$.transitions[0].moves[2].move"
    assert "'p-1' may not accept while it is offered" in finding.message
    assert [(fact.name, fact.place) for fact in finding.facts] == [
        ("move", "$.transitions[0].moves[2].move"),
        ("made by", "$.transitions[0].moves[2].by"),
        ("at", "$.transitions[0].moves[2].at"),
    ]


def test_whoever_offers_a_move_does_not_accept_it() -> None:
    one = moved(
        made(Move.PLAN, 20),
        made(Move.OFFER, 21),
        made(Move.ACCEPT, 22),
        state=TransitionState.ACCEPTED,
        receivers=("p-1", "p-2"),
    )

    assert len(said("X106", plan(transitions=(one,)))) == 1


def test_moves_out_of_order_are_told() -> None:
    one = moved(made(Move.PLAN, 21), made(Move.OFFER, 20), state=TransitionState.OFFERED)

    assert [one.place for one in asked("X106", plan(transitions=(one,))).findings] == [
        "$.transitions[0].moves[1].move"
    ]


@pytest.mark.parametrize(
    "one",
    [
        moved(state=TransitionState.READY),
        moved(made(Move.PLAN, 20), made(Move.OFFER, 21), state=TransitionState.OFFERED),
        moved(
            made(Move.PLAN, 20),
            made(Move.OFFER, 21),
            made(Move.ACCEPT, 22, by="p-2"),
            state=TransitionState.ACCEPTED,
        ),
        # It begins somewhere, and goes on well.
        moved(LEFT, state=TransitionState.UNDER_WAY),
        moved(
            made(Move.PLAN, 20),
            made(Move.CANCEL, 21),
            made(Move.REOPEN, 22),
            state=TransitionState.PLANNED,
        ),
        moved(made(Move.DEPART, 20), state=TransitionState.UNDER_WAY, urgent=True),
        moved(
            made(Move.PLAN, 20),
            made(Move.DECLINE, 20, by="c-17"),
            state=TransitionState.DECLINED,
        ),
    ],
)
def test_a_history_that_leads_to_where_it_stands_is_left_alone(one: Transition) -> None:
    assert said("X106", plan(transitions=(one,))) == []


@pytest.mark.parametrize("state", BEFORE)
def test_a_planned_day_that_has_passed_is_told(state: TransitionState) -> None:
    one = Transition(id="t-1", state=state, planned=date(2026, 11, 23))

    assert said("X107", plan(transitions=(one,))) == [
        (
            "X107 warning at $.transitions[0].planned: the transition 't-1' was planned for"
            f" 2026-11-23, and is still {state.value}. Maybe it took place, or needs another day."
        )
    ]


@pytest.mark.parametrize("state", [one for one in STATES if one not in BEFORE])
def test_a_transition_that_has_begun_or_was_called_off_has_no_day_to_miss(
    state: TransitionState,
) -> None:
    one = Transition(id="t-1", state=state, planned=date(2026, 11, 23))

    assert said("X107", plan(transitions=(one,))) == []


@pytest.mark.parametrize("planned", [None, DAY, PartialDate.parse("2026-11"), at(24, 1)])
def test_a_planned_day_that_may_still_come_is_left_alone(
    planned: date | PartialDate | None,
) -> None:
    assert said("X107", plan(transitions=(Transition(id="t-1", planned=planned),))) == []


def going(setting: str | None, /, *stages: Stage, **parts: Any) -> CarePlan:  # noqa: ANN401
    one = Transition(id="t-1", to_setting=setting, **parts)
    return plan(transitions=(one,), stages=stages)


WARD = Stage(id="ward", name="ward", setting="acute_ward")
HOME = Stage(id="home", name="home", setting="home_health")


def test_a_transition_to_where_no_stage_is_is_told() -> None:
    assert said("X108", going("snf", WARD, HOME)) == [
        (
            "X108 warning at $.transitions[0].to_setting: the transition 't-1' goes to 'snf', and"
            " no stage is set there. Maybe a stage is missing."
        )
    ]
    assert said("X108", going("home_hospice", WARD, HOME))[0].endswith("Maybe 'home_health'.")


@pytest.mark.parametrize(
    "one",
    [
        going("home_health", WARD, HOME),
        going(None, WARD),
        going("snf", WARD, Stage(id="then", name="then")),
        *(going("snf", WARD, state=state) for state in OVER),
    ],
)
def test_a_transition_to_a_stage_or_to_nobody_knows_where_is_left_alone(one: CarePlan) -> None:
    assert said("X108", one) == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("X102", "transitions"),
        ("X103", "transitions, medication lists"),
        ("X106", "transitions"),
        ("X107", "transitions"),
        ("X108", "transitions, stages"),
    ],
)
def test_a_plan_without_transitions_is_not_asked_about_them(code: str, missing: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped ({missing})"
