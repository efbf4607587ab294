"""What the error for an illegal move says, and how it is caught."""

import copy
import pickle
from collections.abc import Callable

import pytest

from carecore.errors import CareError, IllegalMove

ERROR = IllegalMove(
    "confirm_ready",
    state="under_way",
    by="p-1",
    because="that is done from accepted",
    allowed=("arrive", "turn_back"),
    place="$.moves[2]",
)


def test_an_illegal_move_is_also_a_value_error() -> None:
    assert (issubclass(IllegalMove, CareError), issubclass(IllegalMove, ValueError)) == (True, True)


def test_an_illegal_move_keeps_its_parts_as_text() -> None:
    assert (ERROR.move, ERROR.state, ERROR.by, ERROR.allowed) == (
        "confirm_ready",
        "under_way",
        "p-1",
        ("arrive", "turn_back"),
    )


def test_an_illegal_move_says_who_where_why_and_what_instead() -> None:
    assert str(ERROR) == (
        "$.moves[2]: 'p-1' may not confirm ready while it is under way: "
        "that is done from accepted. Maybe arrive or turn back."
    )


def test_who_may_do_nothing_gets_no_advice() -> None:
    error = IllegalMove("plan", state="completed", by="p-1", because="it is over")

    assert (error.advice, error.allowed, error.place) == ("", (), "$")


def test_a_very_long_id_is_cut_in_the_text_and_kept_whole_in_the_parts() -> None:
    error = IllegalMove("plan", state="completed", by="p" * 10_000, because="it is over")

    assert (len(str(error)) < 200, len(error.by)) == (True, 10_000)


def pickled(error: IllegalMove) -> IllegalMove:
    """The error, written down and read again."""
    again: IllegalMove = pickle.loads(pickle.dumps(error))  # noqa: S301 # our own bytes
    return again


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
def test_an_illegal_move_survives_copies_and_pickles(
    again: Callable[[IllegalMove], IllegalMove],
) -> None:
    other = again(ERROR)

    assert (type(other), str(other), vars(other)) == (IllegalMove, str(ERROR), vars(ERROR))


def test_an_illegal_move_seen_from_above_keeps_its_parts() -> None:
    moved = ERROR.below("$.transitions[0]")

    assert (moved.place, moved.allowed) == ("$.transitions[0].moves[2]", ERROR.allowed)
