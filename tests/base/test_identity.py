"""Ids: what they may be, and how a list of them is checked."""

from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base import identity
from carecore.base.identity import in_words, listed, need_id, need_ids, record_id, term_id
from carecore.errors import InvalidValue, ManyFaults, WrongType

TERMS = st.from_regex(r"[a-z][a-z0-9]{0,5}(_[a-z0-9]{1,5}){0,3}", fullmatch=True)
RECORDS = st.text(
    st.characters(categories=("L", "N", "P", "S"), exclude_characters=""), min_size=1, max_size=255
).filter(str.isprintable)

OF_RECORDS = ("client", "representative", "professional", "person", "organization", "team")
OF_TERMS = ("care_setting", "credential", "duty", "need", "role")
LISTS = tuple(f"{kind}_ids" for kind in OF_TERMS)
OPTIONAL = ("care_setting_id", "client_id", "organization_id", "care_setting_ids", "need_ids")


class Setting(str, Enum):  # the kind whose str() is not its word  # noqa: UP042 # the kind whose str() is not its word
    """A word of an enumeration that is also text."""

    HOME = "home"


def check(name: str) -> Callable[[Any], object]:
    """The check of that name."""
    found: Callable[[Any], object] = getattr(identity, name)
    return found


@pytest.mark.parametrize("kind", OF_RECORDS)
@given(text=RECORDS)
def test_any_plain_text_can_be_the_id_of_a_record(kind: str, text: str) -> None:
    assert check(f"{kind}_id")(text) == text


@pytest.mark.parametrize("kind", OF_TERMS)
@given(text=TERMS)
def test_an_id_of_the_catalogue_is_snake_case(kind: str, text: str) -> None:
    assert check(f"{kind}_id")(text) == text


@pytest.mark.parametrize("kind", [*OF_RECORDS, *OF_TERMS])
@pytest.mark.parametrize("value", [None, 3, True, b"home", ["home"], object()])
def test_an_id_is_text(kind: str, value: object) -> None:
    with pytest.raises(WrongType) as caught:
        check(f"{kind}_id")(value)
    assert str(caught.value).startswith(f"the {kind.replace('_', ' ')} id is ")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("", "the client id is blank. Maybe 'c-1'."),
        (" \t", "the client id is blank. Maybe 'c-1'."),
        (" c-1", "the client id ' c-1' begins or ends with a space. Maybe 'c-1'."),
        ("c\x001", r"the client id 'c\x001' holds a control character. Maybe remove it."),
        ("c\u202e1", r"the client id 'c\u202e1' holds a control character. Maybe remove it."),
    ],
)
def test_the_id_of_a_record_can_be_read_aloud(value: str, text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        record_id(value, kind="client")
    assert str(caught.value) == text


@pytest.mark.parametrize(
    ("kind", "advice"), [("goal", "Maybe 'goal-1'"), ("person", "Maybe 'p-1'")]
)
def test_a_blank_id_is_shown_one_of_its_kind(kind: str, advice: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        record_id("", kind=kind)
    assert caught.value.advice == advice


def test_a_word_of_the_field_that_is_blank_is_shown_any_word() -> None:
    with pytest.raises(InvalidValue) as caught:
        term_id("", kind="duty")
    assert caught.value.advice == "Maybe a word such as 'walking_distance'"


def test_the_id_of_a_record_is_short() -> None:
    with pytest.raises(InvalidValue) as caught:
        record_id("x" * 256, kind="client")
    assert str(caught.value) == (
        "the client id has 256 characters, and 255 is the limit. "
        "Maybe a whole record was passed instead of its id."
    )


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("Acute Ward", "Maybe 'acute_ward'"),
        ("acute-ward", "Maybe 'acute_ward'"),
        ("acute__ward", "Maybe 'acute_ward'"),
        ("acute_ward\n", "Maybe 'acute_ward'"),
        ("9", "Maybe 'acute_ward'"),
        ("", "Maybe 'acute_ward'"),
        ("ünï", "Maybe 'n'"),
        ("a" * 256, f"Maybe '{'a' * 255}'"),
    ],
)
def test_an_id_that_is_not_snake_case_is_put_right(value: str, advice: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        term_id(value, kind="care setting")
    assert (caught.value.advice, len(caught.value.what) < 130) == (advice, True)


@given(text=st.text())
def test_the_advice_about_an_id_is_an_id(text: str) -> None:
    try:
        kept = term_id(text, kind="need")
    except InvalidValue as error:
        kept = term_id(error.advice.split("'")[1], kind="need")
    assert term_id(kept, kind="need") == kept


@pytest.mark.parametrize("value", [Setting.HOME, "home"])
def test_a_word_of_an_enumeration_becomes_plain_text(value: str) -> None:
    kept = term_id(value, kind="care setting")

    assert (type(kept), kept) == (str, "home")


def test_an_id_reads_as_words() -> None:
    assert in_words("coordinate_care") == "coordinate care"


@pytest.mark.parametrize("name", OPTIONAL)
def test_an_optional_id_may_be_unknown(name: str) -> None:
    assert check(f"optional_{name}")(None) is None


@pytest.mark.parametrize("name", OPTIONAL)
def test_an_optional_id_is_checked_where_it_is_known(name: str) -> None:
    value = ("home",) if name.endswith("ids") else "home"

    assert check(f"optional_{name}")(value) == value


@pytest.mark.parametrize("name", LISTS)
@given(terms=st.lists(TERMS, unique=True))
def test_a_list_of_ids_keeps_its_order_and_is_taken_again(name: str, terms: list[str]) -> None:
    once = check(name)(terms)

    assert (once, check(name)(once)) == (tuple(terms), once)


@given(terms=st.sets(TERMS))
def test_a_set_of_ids_comes_sorted(terms: set[str]) -> None:
    assert need_ids(terms) == tuple(sorted(terms))


@pytest.mark.parametrize("values", ["home", b"home", None, 3, {"home": 1}])
def test_what_is_no_list_of_ids_is_refused(values: object) -> None:
    untyped: Any = values
    with pytest.raises(WrongType, match="a list of need ids is wanted, and this is "):
        need_ids(untyped)


def test_one_fault_of_a_list_comes_by_itself() -> None:
    with pytest.raises(InvalidValue) as caught:
        need_ids(["losing_heart", "losing_heart"])
    assert str(caught.value) == "$[1]: the need 'losing_heart' stands twice. Maybe remove one."


def test_several_faults_of_a_list_come_together() -> None:
    untyped: Any = ["Bad Id", "ok", "ok", 3]
    with pytest.raises(ManyFaults) as caught:
        listed(untyped, need_id, kind="need")
    assert (caught.value.what, [fault.place for fault in caught.value.faults]) == (
        "3 faults in the list of need ids",
        ["$[0]", "$[2]", "$[3]"],
    )
