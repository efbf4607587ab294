"""What an error says, and how it is caught."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import (
    CareError,
    InvalidValue,
    ManyFaults,
    UnknownId,
    WrongType,
    described,
    quoted,
)

BLANK = InvalidValue("the id is blank", place="$.id", advice="Maybe 'c-1'")
TWICE = InvalidValue("the need stands twice", place="$.needs[1]")
UNKNOWN = UnknownId("need", "losing_hart", near=("losing_heart", "losing_weight"))

PLACES = st.from_regex(r"\$(\.[a-z]{1,5}|\[[0-9]\]){0,3}", fullmatch=True)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [(InvalidValue, ValueError), (WrongType, TypeError), (UnknownId, LookupError)],
)
def test_an_error_is_also_the_nearest_builtin(
    error: type[CareError], builtin: type[Exception]
) -> None:
    assert (issubclass(error, CareError), issubclass(error, builtin)) == (True, True)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (CareError("the id is blank"), "the id is blank."),
        (BLANK, "$.id: the id is blank. Maybe 'c-1'."),
        (CareError("the id is blank.", advice="Maybe fill it."), "the id is blank. Maybe fill it."),
        (UnknownId("need", "x"), "there is no need 'x'."),
        (UNKNOWN, "there is no need 'losing_hart'. Maybe 'losing_heart' or 'losing_weight'."),
    ],
)
def test_an_error_says_where_what_and_what_may_help(error: CareError, text: str) -> None:
    assert str(error) == text


def test_an_error_keeps_its_parts() -> None:
    assert (BLANK.what, BLANK.place, BLANK.advice) == ("the id is blank", "$.id", "Maybe 'c-1'")


def test_an_unknown_id_keeps_what_was_looked_for_and_what_comes_near() -> None:
    assert (UNKNOWN.kind, UNKNOWN.value, UNKNOWN.near) == (
        "need",
        "losing_hart",
        ("losing_heart", "losing_weight"),
    )


def test_a_long_unknown_id_is_cut_in_the_text_and_kept_whole_in_the_parts() -> None:
    error = UnknownId("need", "x" * 10_000)

    assert (len(str(error)) < 100, len(error.value)) == (True, 10_000)


def test_an_error_seen_from_above_leaves_the_first_one_as_it_was() -> None:
    moved = BLANK.below("$.clients[3]")

    assert (type(moved), moved.place, BLANK.place) == (InvalidValue, "$.clients[3].id", "$.id")


def test_an_unknown_id_seen_from_above_still_knows_what_comes_near() -> None:
    moved = UNKNOWN.below("$.needs[0]")

    assert (moved.place, moved.near) == ("$.needs[0]", UNKNOWN.near)


@given(outer=PLACES, middle=PLACES, place=PLACES)
def test_going_up_twice_is_going_up_the_whole_way(outer: str, middle: str, place: str) -> None:
    error = InvalidValue("blank", place=place)

    assert error.below(middle).below(outer).place == outer + middle[1:] + place[1:]


def test_a_note_goes_along() -> None:
    error = InvalidValue("blank")
    error.add_note("seen in the second file")

    assert error.below("$.id").__notes__ == ["seen in the second file"]


def test_many_faults_say_each_in_a_line_of_its_own() -> None:
    assert str(ManyFaults("2 faults in the client", [BLANK, TWICE])) == (
        "2 faults in the client:\n"
        "- $.id: the id is blank. Maybe 'c-1'.\n"
        "- $.needs[1]: the need stands twice."
    )


def test_faults_of_groups_within_are_lifted() -> None:
    inner = ManyFaults("1 fault", [BLANK])

    assert ManyFaults("2 faults", [inner, TWICE]).faults == (BLANK, TWICE)


def test_many_faults_seen_from_above_all_move() -> None:
    moved = ManyFaults("2 faults", [BLANK, TWICE]).below("$.clients[0]")

    assert [fault.place for fault in moved.faults] == [
        "$.clients[0].id",
        "$.clients[0].needs[1]",
    ]


def test_many_faults_are_caught_one_kind_at_a_time() -> None:
    caught: list[BaseException] = []
    try:
        raise ManyFaults("2 faults", [BLANK, UNKNOWN])
    except* LookupError as group:
        caught.extend(group.exceptions)
    except* ValueError as group:
        caught.extend(group.exceptions)

    assert caught == [UNKNOWN, BLANK]


def test_what_is_left_of_many_faults_is_many_faults_again() -> None:
    found, rest = ManyFaults("2 faults", [BLANK, UNKNOWN]).split(UnknownId)

    assert (type(found), type(rest), str(rest)) == (
        ManyFaults,
        ManyFaults,
        "2 faults:\n- $.id: the id is blank. Maybe 'c-1'.",
    )


def test_no_fault_is_nothing_to_report() -> None:
    with pytest.raises(InvalidValue) as caught:
        ManyFaults("0 faults", [])
    assert str(caught.value) == "there is no fault to report. Maybe raise nothing."


@pytest.mark.parametrize("fault", [ValueError("x"), ExceptionGroup("x", [BLANK]), "x", None])
def test_a_fault_of_another_house_is_refused_and_not_dropped(fault: object) -> None:
    untyped: Any = fault
    with pytest.raises(WrongType, match=r"a fault is .* Maybe an InvalidValue\."):
        ManyFaults("2 faults", [BLANK, untyped])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Ada Quill", "text, 9 characters"),
        ("A", "text, 1 character"),
        ("", "text, 0 characters"),
        (None, "None"),
        (3, "a value of type int"),
        (b"Ada", "a value of type bytes"),
    ],
)
def test_a_described_value_is_not_quoted(value: object, text: str) -> None:
    assert described(value) == text


@given(text=st.text())
def test_a_quoted_text_stays_short_and_in_one_line(text: str) -> None:
    shown = quoted(text)

    assert ("\n" in shown, shown == repr(text) or len(text) > 60) == (False, True)
    assert len(shown) <= 63 * len(r"\U00000000") + 2
