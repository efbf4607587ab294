"""A transition as a value: what it takes, who stands where, and its gates."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.moments import to_when
from carecore.errors import CareError, InvalidValue, UnknownId, WrongType
from carecore.transitions import Gate, Move, MoveRecord, Override, Party, Transition

from .samples_transitions import GATE, TRANSITION

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
CHAIR, BED = Gate(id="chair_in_place", name="chair"), Gate(id="bed_in_place", name="bed")
PLAIN = Transition(
    id="t-1",
    senders=("p-1", "both"),
    receivers=("p-2", "both"),
    deciders=("c-17",),
    gates=(CHAIR, BED),
)


def word(by: str) -> Override:
    """An override by that person."""
    return Override(by=by, at=NINE, because="comes_tomorrow")


def history(*moves: Move) -> Transition:
    """A transition with that history, legal or not, an hour apart."""
    made = (
        MoveRecord(move=move, by="p-1", at=NINE.replace(hour=9 + hour))
        for hour, move in enumerate(moves)
    )
    return attrs.evolve(PLAIN, moves=tuple(made))


def test_only_the_id_is_needed() -> None:
    assert Transition(id="t-2").parties_of("p-1") == ()


def test_a_day_is_taken_as_the_planned_time() -> None:
    day: Any = date(2026, 3, 6)

    assert Transition(id="t-2", planned=day).planned == to_when(day)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": " "}, r"\$\.id: the transition id is blank"),
        ({"senders": "p-1"}, r"\$\.senders: a list of person ids is wanted"),
        ({"receivers": ("p-1", "p-1")}, "the person 'p-1' stands twice"),
        ({"from_setting": "Acute Ward"}, "is not snake_case"),
        ({"state": "planned"}, "a TransitionState is wanted"),
        ({"moves": ("plan",)}, "a MoveRecord is wanted"),
        ({"gates": (CHAIR, BED, CHAIR)}, r"\$\.gates\[2\]: the gate 'chair_in_place' stands twice"),
        ({"gates": "chair"}, "a list of Gate is wanted"),
        ({"urgent": None}, "True or False"),
        ({"planned": "2026"}, "a time is text"),
    ],
)
def test_a_part_that_has_no_meaning_is_refused(change: dict[str, Any], message: str) -> None:
    known: dict[str, Any] = {"id": "t-1"}

    with pytest.raises(CareError, match=message):
        Transition(**(known | change))


def test_a_transition_shows_its_id_and_no_note() -> None:
    assert repr(TRANSITION) == "<Transition t-1>"


@pytest.mark.parametrize(
    ("person", "parties"),
    [
        ("p-1", (Party.SENDER,)),
        ("p-2", (Party.RECEIVER,)),
        ("c-17", (Party.CLIENT,)),
        ("both", (Party.SENDER, Party.RECEIVER)),
        ("p-9", ()),
    ],
)
def test_somebody_stands_on_no_side_on_one_or_on_several(
    person: str, parties: tuple[Party, ...]
) -> None:
    assert PLAIN.parties_of(person) == parties


def test_a_side_knows_its_people() -> None:
    assert [PLAIN.people_of(party) for party in Party] == [
        ("p-1", "both"),
        ("p-2", "both"),
        ("c-17",),
    ]


def test_a_side_is_named_by_its_kind_and_not_by_text() -> None:
    text: Any = "sender"

    with pytest.raises(WrongType, match="the party is text"):
        PLAIN.people_of(text)


def test_the_last_move_is_the_one_that_was_made_last() -> None:
    last = history(Move.PLAN, Move.OFFER).last_move

    assert (PLAIN.last_move, last and last.move) == (None, Move.OFFER)


@pytest.mark.parametrize(
    ("moves", "move", "hour"),
    [
        ((Move.PLAN, Move.OFFER, Move.ACCEPT), Move.ACCEPT, 11),
        ((Move.PLAN, Move.OFFER, Move.ACCEPT), Move.DEPART, None),
        ((Move.OFFER, Move.ACCEPT, Move.DECLINE), Move.ACCEPT, None),
        ((Move.OFFER, Move.ACCEPT, Move.CANCEL, Move.REOPEN), Move.ACCEPT, None),
        ((Move.DEPART, Move.TURN_BACK), Move.DEPART, None),
        ((Move.DEPART, Move.TURN_BACK, Move.DEPART), Move.DEPART, 11),
        ((Move.ACCEPT, Move.CONFIRM_READY, Move.REOPEN), Move.CONFIRM_READY, None),
        ((Move.ACCEPT, Move.CONFIRM_READY, Move.REOPEN), Move.ACCEPT, 9),
        ((Move.OFFER, Move.DECLINE), Move.DECLINE, 10),
    ],
)
def test_a_move_that_was_undone_stands_no_more(
    moves: tuple[Move, ...], move: Move, hour: int | None
) -> None:
    made = history(*moves).made_at(move)

    assert (made and made.hour) == hour


def test_departure_and_arrival_are_told_from_the_moves() -> None:
    there = history(Move.DEPART, Move.ARRIVE)

    assert (there.departed_at, there.arrived_at) == (NINE, NINE.replace(hour=10))


# Gates of a transition.


def test_a_gate_is_found_by_its_id() -> None:
    assert PLAIN.gate("bed_in_place") is BED


def test_a_gate_that_is_not_there_is_named_with_those_that_come_near() -> None:
    with pytest.raises(UnknownId) as caught:
        PLAIN.gate("bed_in_plac")
    assert (caught.value.kind, caught.value.near[0]) == ("gate", "bed_in_place")


def test_a_gate_with_an_id_that_is_there_takes_its_place() -> None:
    advice = attrs.evolve(CHAIR, is_blocking=False)
    table = Gate(id="table_in_place", name="table")

    assert PLAIN.with_gates(table, advice).gates == (advice, BED, table)


def test_a_gate_can_be_taken_away() -> None:
    assert PLAIN.without_gate("chair_in_place").gates == (BED,)


@pytest.mark.parametrize("verb", ["without_gate", "without_override"])
def test_what_is_not_there_cannot_be_taken_away(verb: str) -> None:
    with pytest.raises(UnknownId):
        getattr(PLAIN, verb)("table_in_place")


@pytest.mark.parametrize("by", ["p-1", "p-2", "c-17"])
def test_who_has_a_part_in_it_passes_a_gate_over_with_a_reason(by: str) -> None:
    passed = PLAIN.with_override("chair_in_place", word(by)).gate("chair_in_place")

    assert passed.override == word(by)


def test_nobody_else_passes_a_gate_over() -> None:
    with pytest.raises(InvalidValue) as caught:
        PLAIN.with_override("chair_in_place", word("p-9"))
    assert str(caught.value) == (
        "the gate 'chair_in_place' is not for 'p-9' to pass over. "
        "Maybe a sender or a receiver or a client of this transition may."
    )


def test_the_clients_own_word_is_not_passed_over_by_others() -> None:
    agrees = Gate(id="client_agrees", name="agrees", overridable_by=(Party.CLIENT,))
    asked = PLAIN.with_gates(agrees)

    assert asked.with_override("client_agrees", word("c-17")).gate("client_agrees").override
    with pytest.raises(InvalidValue, match="Maybe a client of this transition may"):
        asked.with_override("client_agrees", word("p-1"))


def test_a_gate_that_nobody_may_pass_over_is_passed_over_by_nobody() -> None:
    asked = PLAIN.with_gates(attrs.evolve(CHAIR, overridable_by=()))

    with pytest.raises(InvalidValue, match="Maybe meet it: nobody may"):
        asked.with_override("chair_in_place", word("p-1"))


def test_who_may_pass_over_is_asked_of_a_gate() -> None:
    assert [PLAIN.may_pass_over(CHAIR, person) for person in ("p-1", "p-9")] == [True, False]
    untyped: Any = "chair_in_place"
    with pytest.raises(WrongType, match="the gate is text, 14 characters, and a Gate is wanted"):
        PLAIN.may_pass_over(untyped, "p-1")


def test_an_override_can_be_taken_back() -> None:
    passed = PLAIN.with_override("chair_in_place", word("p-1"))

    assert passed.without_override("chair_in_place") == PLAIN


def test_an_override_is_one_and_not_a_text() -> None:
    text: Any = "because I say so"

    with pytest.raises(WrongType, match="the override is text, 16 characters"):
        PLAIN.with_override("chair_in_place", text)


def test_a_gate_is_one_and_not_a_text() -> None:
    text: Any = "chair"

    with pytest.raises(WrongType, match="this is text, 5 characters"):
        PLAIN.with_gates(GATE, text)


def test_a_gate_of_the_catalogue_is_taken_in_before_it_is_passed_over() -> None:
    with pytest.raises(UnknownId) as caught:
        PLAIN.with_override("transport_arranged", word("p-1"))

    assert str(caught.value) == (
        "there is no gate 'transport_arranged'. "
        "Maybe transition.with_gates(*gates_for(transition, STANDARD.gates), *transition.gates)"
        " first."
    )


def test_a_slip_in_the_id_of_a_gate_that_is_passed_over_is_told_first() -> None:
    with pytest.raises(UnknownId) as caught:
        PLAIN.with_override("chair_in_plac", word("p-1"))

    assert caught.value.near[0] == "chair_in_place"
    assert caught.value.advice == (
        "Maybe 'chair_in_place' is meant, or "
        "transition.with_gates(*gates_for(transition, STANDARD.gates), *transition.gates) first"
    )
