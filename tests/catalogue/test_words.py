"""Comparing what people say with what the catalogue says."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.catalogue.words import (
    clauses_of,
    clauses_say,
    is_negated,
    likeness,
    overlap,
    plain_words,
    require_words,
    said_words,
    stems,
    word_weights,
)
from carecore.errors import InvalidValue, WrongType

PLAIN = st.lists(
    st.sampled_from(["case", "care", "manager", "bills", "the", "nurse", "understand"])
).map(" ".join)


def says(text: str, phrase: str) -> bool:
    """Whether *text* says *phrase*."""
    return clauses_say(clauses_of(text), said_words(phrase), is_question="?" in text)


def shared(left: str, right: str, weights: dict[str, int]) -> int:
    """How much of the meaning of two plain texts is shared."""
    return overlap(stems(left), stems(right), weights)


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

    assert 0 <= shared(left, right, weights) == shared(right, left, weights) <= 100


@given(text=PLAIN)
def test_a_text_shares_all_its_meaning_with_itself_unless_it_has_none(text: str) -> None:
    assert shared(text, text, {}) == (100 if stems(text) else 0)


def test_a_rare_word_weighs_more() -> None:
    weights = word_weights(["care manager", "case manager", "manager"])

    assert weights["car"] > weights["manager"]


def test_a_shared_rare_word_is_worth_more_than_a_shared_common_one() -> None:
    weights = word_weights(["care manager", "case manager", "nurse manager"])

    rare = shared("nurse helper", "nurse manager", weights)
    assert rare > shared("manager helper", "nurse manager", weights)


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


def test_what_might_be_said_is_told_to_who_says_nothing() -> None:
    with pytest.raises(InvalidValue, match=r"it is blank. Maybe 'a few bills'"):
        require_words("", "it", example="a few bills")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm sure they're here", "i am sure they are here"),
        ("we'll see, we've seen, we'd see", "we will see we have seen we would see"),
        ("he can't, won't and cannot", "he can not will not and can not"),
        ("she isn’t and doesnt", "she is not and does not"),
        ("she wont, he cant", "she will not he can not"),
        ("it's mum's", "it is mum"),
        ("o'clock, ma'am", "o'clock ma'am"),
        ("", ""),
    ],
)
def test_short_forms_are_written_out(text: str, words: str) -> None:
    assert " ".join(said_words(text)) == words


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("she isn't lonely", True),
        ("nobody calls", True),
        ("he is unable to wash", True),
        ("a knot of notes", False),
        ("", False),
    ],
)
def test_a_text_is_negated_by_a_whole_word(text: str, *, negated: bool) -> None:
    assert is_negated(text) is negated


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("he hits her", "hit somebody"),
        ("hitting residents", "hit somebody"),
        ("she is starving herself", "starve oneself"),
        ("he stopped breathing", "stop breathing"),
        ("pain in his poor chest", "pain in chest"),
        ("not true: he hits her", "hit somebody"),
        ("does he never hit her?", "hit somebody"),
        ("he does not eat or hit her", "hit somebody"),
    ],
)
def test_a_phrase_is_said_in_other_forms_and_with_small_words_between(
    text: str, phrase: str
) -> None:
    assert says(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("he hits the road", "hit somebody"),
        ("he hits", "hit somebody"),
        ("he hits the", "hit somebody"),
        ("white her", "hit somebody"),
        ("he doesn't hit her", "hit somebody"),
        ("there was never any pain in her chest", "pain in chest"),
        ("pain, then his chest", "pain in chest"),
        ("she hurts him", "hurt oneself"),
        ("", "hit somebody"),
        ("!?", "hit somebody"),
    ],
)
def test_a_phrase_is_not_said_by_parts_of_words_or_where_it_is_denied(
    text: str, phrase: str
) -> None:
    assert not says(text, phrase)


@given(text=st.text(max_size=60), phrase=st.text(max_size=20))
def test_any_text_can_be_heard(text: str, phrase: str) -> None:
    assert says(text, phrase) in {True, False}


@given(phrase=st.sampled_from(["hit somebody", "pain in chest", "no food", "not breathing"]))
def test_a_phrase_says_itself(phrase: str) -> None:
    assert says(phrase.upper(), phrase)
