"""Citations, verdicts, facts and places."""

from datetime import date, datetime
from itertools import pairwise, permutations
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import (
    Citation,
    Fact,
    FactValue,
    OwnChoice,
    Reason,
    Severity,
    Verdict,
    all_of,
    any_of,
    at,
    look_up,
    tuple_of_sources,
)
from carecore.errors import InvalidValue, WrongType

RULE = Citation(authority="the ministry", section="part 2")
CHOICE = OwnChoice("home comes first")
REASON = Reason(
    id="why",
    text="because",
    facts=(Fact(name="needs", seen=("a", "b")), Fact(name="day", seen=None)),
    sources=(RULE, CHOICE),
)

VERDICTS = st.lists(st.sampled_from(Verdict))
STEPS = st.lists(st.one_of(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.integers(0, 99)))
OPPOSITE = {
    Verdict.MET: Verdict.NOT_MET,
    Verdict.NOT_MET: Verdict.MET,
    Verdict.UNKNOWN: Verdict.UNKNOWN,
}


def places(value: object, place: str = "$") -> dict[str, object]:
    """Every place of *value*, and what stands there; found without `look_up`."""
    found = {place: value}
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            found |= places(item, at(place, index))
    elif attrs.has(cls := type(value)):
        for each in attrs.fields(cls):
            found |= places(getattr(value, each.name), at(place, each.name))
    return found


def test_severities_come_in_order() -> None:
    names = [one.name for one in sorted(set(Severity))]

    assert names == ["ADVICE", "WARNING", "ERROR"]


@pytest.mark.parametrize(("less", "more"), list(pairwise(Severity)))
def test_a_severity_is_below_the_next(less: Severity, more: Severity) -> None:
    assert (less < more, less <= more, more > less, more >= less) == (True, True, True, True)


def test_a_severity_does_not_compare_with_its_word() -> None:
    untyped: Any = "error"
    with pytest.raises(TypeError):
        max(Severity.ADVICE, untyped)


@given(verdicts=VERDICTS)
def test_all_is_told_whatever_the_order(verdicts: list[Verdict]) -> None:
    assert {all_of(order) for order in permutations(verdicts[:4])} == {all_of(verdicts[:4])}
    assert {all_of(reversed(verdicts)), all_of(set(verdicts))} == {all_of(verdicts)}


@given(verdicts=VERDICTS)
def test_any_is_told_whatever_the_order(verdicts: list[Verdict]) -> None:
    assert {any_of(reversed(verdicts)), any_of(set(verdicts))} == {any_of(verdicts)}


@given(verdicts=VERDICTS)
def test_all_and_any_are_each_others_opposite(verdicts: list[Verdict]) -> None:
    assert OPPOSITE[all_of(verdicts)] == any_of(OPPOSITE[one] for one in verdicts)


@given(left=VERDICTS, right=VERDICTS)
def test_all_of_two_lists_is_all_of_their_answers(
    left: list[Verdict], right: list[Verdict]
) -> None:
    assert all_of([*left, *right]) == all_of([all_of(left), all_of(right)])


@pytest.mark.parametrize("verdicts", [["not_met"], "not_met", [None], [True], None, {"a": 1}])
@pytest.mark.parametrize("asked", [all_of, any_of])
def test_what_is_no_verdict_is_not_read_as_one(verdicts: object, asked: object) -> None:
    any_verdicts: Any = verdicts
    ask: Any = asked
    with pytest.raises(WrongType):
        ask(any_verdicts)


@pytest.mark.parametrize(
    ("citation", "text"),
    [
        (RULE, "the ministry, part 2"),
        (RULE.unverified(), "the ministry, part 2 (not verified)"),
        (RULE.part("row 3"), "the ministry, part 2, row 3"),
        (
            attrs.evolve(RULE, edition="2025", as_of=date(2026, 11, 23), verified=False),
            "the ministry, part 2 (2025; as of 2026-11-23; not verified)",
        ),
    ],
)
def test_a_citation_reads_as_one_line(citation: Citation, text: str) -> None:
    assert str(citation) == text


@pytest.mark.parametrize("as_of", [datetime(2026, 11, 23), "2026-11-23", 3])
def test_a_citation_holds_on_a_day(as_of: object) -> None:
    untyped: Any = as_of
    with pytest.raises(WrongType, match=r"\$\.as_of: the as of is"):
        Citation(authority="the ministry", section="part 2", as_of=untyped)


def test_a_choice_of_our_own_says_so() -> None:
    assert str(CHOICE) == "carecore's own choice: home comes first"


def test_sources_stand_once_and_in_order() -> None:
    assert tuple_of_sources([CHOICE, RULE, CHOICE]) == (CHOICE, RULE)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ([RULE, "part 2"], "$[1]: a source is text, 6 characters. Maybe a Citation, or an OwnCh"),
        ([[RULE]], "$[0]: a source is a value of type list. Maybe a Citation, or an OwnChoice."),
        ({RULE}, "the sources are a value of type set, without order. Maybe a Citation, or an"),
        ("part 2", "a list of sources is wanted, and this is text, 6 characters. Maybe put it"),
        (RULE, "a list of sources is wanted, and this is a value of type Citation. Maybe put it"),
        (None, "a list of sources is wanted, and this is None. Maybe put it in brackets"),
    ],
)
def test_what_is_no_list_of_sources_is_refused(values: object, text: str) -> None:
    untyped: Any = values
    with pytest.raises(WrongType) as caught:
        tuple_of_sources(untyped)
    assert str(caught.value).startswith(text)


@given(steps=STEPS)
def test_a_place_is_made_of_its_steps(steps: list[str | int]) -> None:
    place = "$"
    for step in steps:
        place = at(place, step)

    assert place == at("$", *steps)


@pytest.mark.parametrize(("place", "value"), list(places(REASON).items()))
def test_what_stands_at_a_place_is_found_there(place: str, value: object) -> None:
    assert look_up(REASON, place) == value


@given(items=st.lists(st.lists(st.integers(), min_size=1).map(tuple), min_size=1), data=st.data())
def test_looking_up_finds_what_was_put(items: list[tuple[int, ...]], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(items) - 1))
    column = data.draw(st.integers(0, len(items[row]) - 1))

    assert look_up(tuple(items), at("$", row, column)) == items[row][column]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("$.facts[2]", "nothing stands at $.facts[2]. Maybe look at $.facts first."),
        ("$.fact", "nothing stands at $.fact. Maybe look at $ first."),
        ("$[0]", "nothing stands at $[0]. Maybe look at $ first."),
        ("$.id.upper", "nothing stands at $.id.upper. Maybe look at $.id first."),
        ("$.id[0]", "nothing stands at $.id[0]. Maybe look at $.id first."),
        ("$._by_id", "'$._by_id' is no place. Maybe '$.needs[0]'."),
        ("facts", "'facts' is no place. Maybe '$.needs[0]'."),
        ("$.facts[-1]", "'$.facts[-1]' is no place. Maybe '$.needs[0]'."),
        ("", "'' is no place. Maybe '$.needs[0]'."),
    ],
)
def test_a_place_that_leads_nowhere_says_how_far_it_led(place: str, text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        look_up(REASON, place)
    assert str(caught.value) == text


def test_a_place_with_a_very_long_number_leads_nowhere() -> None:
    with pytest.raises(InvalidValue, match="is no place"):
        look_up(REASON, f"$.facts[{'9' * 5_000}]")


@pytest.mark.parametrize("place", [None, 3, b"$"])
def test_a_place_is_text(place: object) -> None:
    untyped: Any = place
    with pytest.raises(WrongType, match=r"the place is .*, and text is wanted"):
        look_up(REASON, untyped)


@pytest.mark.parametrize(
    "seen", ["home", "", 3, -(2**63) + 1, True, date(2026, 1, 1), (), ("a",), None]
)
def test_a_fact_holds_plain_things(seen: FactValue) -> None:
    assert Fact(name="it", seen=seen).seen == seen


@pytest.mark.parametrize(
    "seen", [0.5, 2**63, datetime(2026, 1, 1), ["a"], ("a", 1), {"a"}, object(), b"a"]
)
def test_a_fact_holds_nothing_else(seen: object) -> None:
    untyped: Any = seen
    with pytest.raises(WrongType, match=r"\$\.seen: what was seen is a value of type"):
        Fact(name="it", seen=untyped)


def test_a_reason_reads_as_its_words() -> None:
    assert str(REASON) == "because"
