"""The table of moves: every state, every move and every party, each written out by hand."""

from itertools import product

import pytest

from carecore.transitions import TRANSITION_TABLE, LegalMove, Move, Party, TransitionState

# One line for each state: move, next state, who (S sender, R receiver, C client); * urgent only.
BY_HAND = {
    "proposed": "plan>planned S, decline>declined C, cancel>cancelled SC, depart>under_way SC*",
    "planned": "offer>offered S, decline>declined C, cancel>cancelled SC, depart>under_way SC*",
    "offered": "accept>accepted R, decline>declined RC, cancel>cancelled SC, depart>under_way SC*",
    "accepted": (
        "confirm_ready>ready S, decline>declined RC, cancel>cancelled SC, depart>under_way SC*"
    ),
    "ready": "depart>under_way SC, reopen>accepted S, decline>declined RC, cancel>cancelled SC",
    "under_way": "arrive>arrived SRC, turn_back>planned SRC",
    "arrived": "complete>completed R, turn_back>planned SRC",
    "completed": "",
    "declined": "reopen>planned SC, cancel>cancelled SC",
    "cancelled": "reopen>planned SC",
}
LETTERS = {Party.SENDER: "S", Party.RECEIVER: "R", Party.CLIENT: "C"}
ROWS = {(row.state, row.move): row for row in TRANSITION_TABLE}


def written(row: LegalMove) -> str:
    """A row as it is written above."""
    who = "".join(LETTERS[party] for party in row.parties) + "*" * row.is_urgent_only
    return f"{row.move.value}>{row.next_state.value} {who}"


def test_the_table_is_the_one_written_by_hand() -> None:
    table = {
        state.value: ", ".join(written(row) for row in TRANSITION_TABLE if row.state is state)
        for state in TransitionState
    }

    assert table == BY_HAND


def test_a_state_and_a_move_make_one_row() -> None:
    assert len(ROWS) == len(TRANSITION_TABLE)


def test_every_move_is_made_somewhere() -> None:
    assert {row.move for row in TRANSITION_TABLE} == set(Move)


@pytest.mark.parametrize("state", [state for state in TransitionState if not state.is_final])
def test_from_every_state_but_the_last_somebody_can_move_on(state: TransitionState) -> None:
    rows = [row for row in TRANSITION_TABLE if row.state is state and not row.is_urgent_only]

    assert [row.parties for row in rows if row.parties] != []


@pytest.mark.parametrize("missing", list(Party))
@pytest.mark.parametrize("state", [state for state in TransitionState if not state.is_final])
def test_no_state_waits_for_one_side_alone(state: TransitionState, missing: Party) -> None:
    others = [
        row.move
        for row in TRANSITION_TABLE
        if row.state is state and not row.is_urgent_only and set(row.parties) - {missing}
    ]

    assert others != []


def test_completed_is_the_only_end() -> None:
    assert [state for state in TransitionState if state.is_final] == [TransitionState.COMPLETED]


def test_every_state_can_be_reached_and_every_one_leads_to_the_end() -> None:
    forward: dict[TransitionState, set[TransitionState]] = {state: set() for state in ROWS_FROM}
    for row in TRANSITION_TABLE:
        if not row.is_urgent_only:
            forward[row.state].add(row.next_state)

    assert reached(TransitionState.PROPOSED, forward) == set(TransitionState)
    assert [
        state
        for state in TransitionState
        if TransitionState.COMPLETED not in reached(state, forward)
    ] == []


ROWS_FROM = tuple(TransitionState)


def reached(
    start: TransitionState, forward: dict[TransitionState, set[TransitionState]]
) -> set[TransitionState]:
    """Every state that can come after *start*, and itself."""
    found, waiting = {start}, [start]
    while waiting:
        for state in forward[waiting.pop()] - found:
            found.add(state)
            waiting.append(state)
    return found


@pytest.mark.parametrize("move", [Move.ACCEPT, Move.COMPLETE])
def test_only_a_receiver_takes_on_responsibility(move: Move) -> None:
    assert {row.parties for row in TRANSITION_TABLE if row.move is move} == {(Party.RECEIVER,)}


def test_nobody_cancels_once_the_way_has_begun() -> None:
    begun = {TransitionState.UNDER_WAY, TransitionState.ARRIVED, TransitionState.COMPLETED}

    assert [state for state, move in ROWS if move is Move.CANCEL and state in begun] == []


def test_the_client_can_say_no_until_the_departure() -> None:
    before = ("proposed", "planned", "offered", "accepted", "ready")
    refusals = {
        row.state.value
        for row in TRANSITION_TABLE
        if row.move is Move.DECLINE and Party.CLIENT in row.parties
    }

    assert refusals == set(before)


def test_a_receiver_never_cancels_what_others_planned() -> None:
    assert [
        row for row in TRANSITION_TABLE if row.move is Move.CANCEL and Party.RECEIVER in row.parties
    ] == []


def test_the_table_counts_as_many_cases_as_there_are() -> None:
    cases = [
        (state, move, party)
        for state, move, party in product(TransitionState, Move, Party)
        if (state, move) in ROWS and party in ROWS[state, move].parties
    ]

    print(f"{len(cases)} legal of {10 * 11 * 3} cases of state, move and party")
    assert len(cases) == sum(len(row.parties) for row in TRANSITION_TABLE)
