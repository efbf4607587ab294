"""Comparing what people say with what the catalogue says."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.catalogue.words import (
    likeness,
    overlap,
    plain_words,
    require_words,
    stems,
    word_weights,
)
from carecore.errors import InvalidValue, WrongType

PLAIN = st.lists(
    st.sampled_from(["case", "care", "manager", "bills", "the", "nurse", "understand"])
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Care-Manager (R.N.)  ", "care manager r n"),
        ("care_manager", "care manager"),
        ("she's lost", "she's lost"),
        ("she’s lost", "she’s lost"),
        ("STRASSE Straße", "strasse strasse"),
        ("!!!", ""),
        ("护士", "护士"),
    ],
)
def test_plain_words_have_no_case_and_no_punctuation(text: str, plain: str) -> None:
    assert plain_words(text) == plain


@given(text=st.text())
def test_plain_words_are_single_spaced(text: str) -> None:
    plain = plain_words(text)

    assert plain == " ".join(plain.split())


@given(text=st.text(st.characters(codec="ascii")))
def test_words_that_are_plain_stay_as_they_are(text: str) -> None:
    assert plain_words(plain_words(text)) == plain_words(text)


@given(text=st.text(st.characters(codec="ascii")))
def test_case_makes_no_difference(text: str) -> None:
    assert plain_words(text.upper()) == plain_words(text.lower())


@given(left=PLAIN, right=PLAIN)
def test_likeness_goes_from_0_to_100(left: str, right: str) -> None:
    assert 0 <= likeness(left, right) <= likeness(left, left) == 100


@given(left=PLAIN, right=PLAIN)
def test_overlap_is_the_same_either_way_round(left: str, right: str) -> None:
    weights = word_weights([left, right])

    assert 0 <= overlap(left, right, weights) == overlap(right, left, weights) <= 100


@given(text=PLAIN)
def test_a_text_shares_all_its_meaning_with_itself_unless_it_has_none(text: str) -> None:
    assert overlap(text, text, {}) == (100 if stems(text) else 0)


def test_a_rare_word_weighs_more() -> None:
    weights = word_weights(["care manager", "case manager", "manager"])

    assert weights["car"] > weights["manager"]


def test_a_shared_rare_word_is_worth_more_than_a_shared_common_one() -> None:
    weights = word_weights(["care manager", "case manager", "nurse manager"])

    rare = overlap("nurse helper", "nurse manager", weights)
    assert rare > overlap("manager helper", "nurse manager", weights)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bills", {"bill"}),
        ("understanding understands", {"understand"}),
        ("worried worries", {"worr"}),
        ("the of is", set()),
        ("gas", {"gas"}),
        ("", set()),
    ],
)
def test_a_stem_lacks_the_commonest_endings_and_filler_is_left_out(
    text: str, kept: set[str]
) -> None:
    assert stems(text) == kept


@pytest.mark.parametrize("text", [None, 3, b"care", ["care"]])
def test_what_is_asked_is_text(text: object) -> None:
    untyped: Any = text
    with pytest.raises(WrongType, match=r"the title is .*, and text is wanted"):
        require_words(untyped, "the title")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" \n", "the title is blank. Maybe 'care manager'."),
        (
            "x" * 501,
            "the title has 501 characters, and 500 is the limit. Maybe a few words are enough.",
        ),
    ],
)
def test_what_is_asked_says_something_in_a_few_words(text: str, message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        require_words(text, "the title")
    assert str(caught.value) == message
