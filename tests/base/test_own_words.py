"""Words of the app's own vocabulary."""

from collections.abc import Callable
from typing import Any

import pytest

from carecore.base import own_words
from carecore.errors import InvalidValue, ManyFaults, WrongType

ONE = {"area_id": "area", "condition_id": "condition"}
OPTIONAL = {"optional_area_id": "area"}
LISTS = {"optional_area_ids": "area", "optional_condition_ids": "condition"}
PRIVATE = ("culture_words", "optional_culture_words")


def check(name: str) -> Callable[[Any], object]:
    """The check of that name."""
    found: Callable[[Any], object] = getattr(own_words, name)
    return found


def test_every_check_of_the_page_is_tested_here() -> None:
    assert set(own_words.__all__) == {*ONE, *OPTIONAL, *LISTS, *PRIVATE}


@pytest.mark.parametrize(("name", "kind"), [*ONE.items(), *OPTIONAL.items()])
def test_a_word_is_whatever_the_app_uses_and_not_blank(name: str, kind: str) -> None:
    assert check(name)("Altona, north/2") == "Altona, north/2"
    with pytest.raises(InvalidValue, match=f"^the {kind} id is blank"):
        check(name)(" ")
    with pytest.raises(WrongType):
        check(name)(3)


@pytest.mark.parametrize(("name", "kind"), LISTS.items())
def test_a_list_of_words_keeps_its_order_and_names_each_fault(name: str, kind: str) -> None:
    assert check(name)(["b", "a"]) == ("b", "a")
    with pytest.raises(ManyFaults) as caught:
        check(name)(["a", "", 3, "a"])
    assert [(fault.place, f"the {kind}" in fault.what) for fault in caught.value.faults] == [
        ("$[1]", True),
        ("$[2]", True),
        ("$[3]", True),
    ]


@pytest.mark.parametrize("name", [*OPTIONAL, *LISTS, "optional_culture_words"])
def test_what_may_be_unknown_may_be_none(name: str) -> None:
    assert check(name)(None) is None


@pytest.mark.parametrize("name", LISTS)
def test_none_that_are_known_are_not_unknown(name: str) -> None:
    assert check(name)([]) == ()


@pytest.mark.parametrize("name", PRIVATE)
def test_words_for_cultures_keep_their_order_and_a_set_is_sorted(name: str) -> None:
    assert check(name)(["sorbian", "german"]) == ("sorbian", "german")
    assert check(name)({"sorbian", "german"}) == ("german", "sorbian")
    assert check(name)(()) == ()


@pytest.mark.parametrize("name", PRIVATE)
def test_each_word_for_a_culture_that_is_refused_is_described(name: str) -> None:
    with pytest.raises(ManyFaults) as caught:
        check(name)(["Zq", "Zq", " Zq", "Z\tq", "Zq" * 200, "", 3])
    assert [(fault.place, type(fault), fault.what) for fault in caught.value.faults] == [
        ("$[1]", InvalidValue, "a word for a culture stands twice"),
        *(
            (
                f"$[{index}]",
                InvalidValue,
                "the word for a culture is padded, too long or not to be printed",
            )
            for index in (2, 3, 4)
        ),
        ("$[5]", InvalidValue, "the word for a culture is blank"),
        ("$[6]", WrongType, "the word for a culture is a value of type int, and text is wanted"),
    ]


@pytest.mark.parametrize("values", ["sorbian", {"sorbian": 1}, 3, None])
def test_one_bare_word_is_no_list_of_words(values: object) -> None:
    with pytest.raises(WrongType):
        check("culture_words")(values)
