"""Looking something up by its id."""

from typing import Any

import pytest

from carecore.base.lookups import (
    find_by_id,
    near_ids,
    put_by_id,
    take_out_by_id,
    unknown_id,
)
from carecore.base.reasons import Reason
from carecore.errors import UnknownId, WrongType

REASONS = tuple(Reason(id=key, text=text) for key, text in (("a-1", "one"), ("a-1", "two")))


def test_of_two_with_one_id_the_first_is_found() -> None:
    assert find_by_id(REASONS, "a-1", kind="reason").text == "one"


def test_an_id_that_leads_nowhere_is_told_with_what_comes_near() -> None:
    with pytest.raises(UnknownId) as caught:
        find_by_id(REASONS, "a-2", kind="reason")
    assert str(caught.value) == "there is no reason 'a-2'. Maybe 'a-1'."


@pytest.mark.parametrize("key", [None, 1, b"a-1", ["a-1"]])
def test_an_id_is_text(key: object) -> None:
    untyped: Any = key
    with pytest.raises(WrongType, match=r"^the id of a reason is "):
        find_by_id(REASONS, untyped, kind="reason")


def test_no_more_than_three_ids_come_near_each_of_them_once() -> None:
    known = ["goal-1", "goal-1", "goal-2", "goal-3", "goal-4"]

    assert (len(near_ids("goal-0", known)), near_ids("goal-1", known)[0]) == (3, "goal-1")


def test_nothing_comes_near_to_what_is_longer_than_any_id() -> None:
    assert near_ids("a" * 256, ["a" * 255]) == ()


def test_of_very_many_ids_the_first_ones_are_looked_at() -> None:
    others = [f"{number}" for number in range(10_000)]

    assert [unknown_id("goal", "goal-2", ids).near for ids in (others, [*others, "goal-1"])] == [
        (),
        (),
    ]
    assert unknown_id("goal", "goal-2", [*others[1:], "goal-1"]).near == ("goal-1",)


def test_an_id_that_is_not_text_is_near_to_nothing_and_is_refused() -> None:
    untyped: Any = 3

    with pytest.raises(WrongType, match="the id is a value of type int, and text is wanted"):
        near_ids(untyped, ["goal-1"])


def test_what_is_put_in_takes_the_place_of_the_first_with_its_id_or_comes_last() -> None:
    new, other = Reason(id="a-1", text="new"), Reason(id="a-3", text="other")

    assert put_by_id(REASONS, new) == (new, REASONS[1])
    assert put_by_id(REASONS, other) == (*REASONS, other)


def test_all_with_the_id_are_taken_out_and_what_is_not_there_is_refused() -> None:
    other = Reason(id="a-3", text="other")

    assert take_out_by_id((*REASONS, other), "a-1", kind="reason") == (other,)
    with pytest.raises(UnknownId):
        take_out_by_id(REASONS, "a-3", kind="reason")


def test_the_id_may_stand_in_another_field() -> None:
    assert find_by_id(REASONS, "two", kind="reason", by="text") is REASONS[1]
