"""FHIR's data types as ours: what is kept, what is lost at its own place, what is a fault."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.amounts import Code, Quantity
from carecore.base.timing import PartialDate, Period
from carecore.extra.fhir.datatypes import (
    concept,
    days,
    full_name,
    quantity,
    span,
    spelled,
    when,
    word_in,
    word_of,
)
from carecore.extra.fhir.finding import Held, Index, Reading
from carecore.extra.fhir.nodes import Node, close_all
from carecore.extra.fhir.references import reference, references

Json = dict[str, Any]


def opened(value: object) -> Node:
    """A resource with one element `x`, open for reading."""
    raw = {"resourceType": "Basic", "x": value}
    node = Node(raw, "$", Held(raw, "$", (Index(),), Reading()))
    node.text("resourceType")
    return node


def lost(node: Node) -> dict[str, object]:
    """What is lost once all is read."""
    close_all(node.held)
    losses = node.held.reading.losses
    return {
        one.place.removeprefix("$."): json.loads(one.kept, parse_float=Decimal) for one in losses
    }


def faults(node: Node) -> list[tuple[str, str]]:
    return [(place.removeprefix("$."), what) for place, what, _, _ in node.held.reading.faults]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1948", PartialDate(1948)),
        ("1948-03", PartialDate(1948, 3)),
        ("1948-03-01", PartialDate(1948, 3, 1)),
        ("2026-03-01T09:30:00Z", datetime.fromisoformat("2026-03-01T09:30:00+00:00")),
        ("2026-03-01T09:30:00.250+01:00", datetime.fromisoformat("2026-03-01T09:30:00.25+01:00")),
        ("2026-03-01T09:30:00.250000000Z", datetime.fromisoformat("2026-03-01T09:30:00.25+00:00")),
    ],
)
def test_a_time_is_as_exact_as_it_is_told(text: str, told: object) -> None:
    node = opened(text)

    assert when(node, "x") == told
    node.rest["x"] = text
    assert when(node, "x") == told
    assert (lost(node), faults(node)) == ({}, [])


def test_what_is_more_exact_than_millionths_is_rounded_and_kept() -> None:
    text = "2026-03-01T09:30:00.123456789-05:00"
    node = opened(text)

    assert when(node, "x") == datetime.fromisoformat("2026-03-01T09:30:00.123456-05:00")
    assert lost(node) == {"x": text}


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("soon", "it is text that is no day"),
        ("2026-02-30", "it is text that is no day"),
        ("2026-W10-1", "it is text that is no day"),
        ("20260301", "it is text that is no day"),
        ("2026-02-30T09:30:00Z", "it is text that is no day"),
        ("0001-01-01T00:00:00+10:00", "it is text that is no day"),
        ("2026-03-01T09:30:00", "it is a time of day without a time zone"),
        ("2026-03-01T09:30Z", "it is text that is no day"),
        (2026, "it is no text, and a date is wanted"),
        (None, "it is no text, and a date is wanted"),
    ],
)
def test_what_is_no_time_is_a_fault(value: object, what: str) -> None:
    node = opened(value)

    assert when(node, "x") is None
    assert faults(node) == [("x", what)]


@pytest.mark.parametrize(
    ("told", "period", "kept"),
    [
        ({"start": "2026-03-01", "end": "2026-03-31"}, (date(2026, 3, 1), date(2026, 4, 1)), {}),
        ({"start": "2026-03-01"}, (date(2026, 3, 1), None), {}),
        ({"end": "2026-03-31"}, (None, date(2026, 4, 1)), {}),
        ({"start": "2026-03"}, (date(2026, 3, 1), None), {"x.start": "2026-03"}),
        ({"end": "2026"}, (None, date(2027, 1, 1)), {"x.end": "2026"}),
        (
            {"start": "2026-03-01T23:30:00-05:00"},
            (date(2026, 3, 1), None),
            {"x.start": "2026-03-01T23:30:00-05:00"},
        ),
    ],
)
def test_the_last_day_of_a_period_belongs_to_it(
    told: Json, period: tuple[date | None, date | None], kept: Json
) -> None:
    node = opened(told)

    assert days(node, "x") == Period(*period)
    assert lost(node) == kept


@pytest.mark.parametrize(
    "told", [{"start": "2026-03-02", "end": "2026-02-27"}, {"end": "9999-12-31"}]
)
def test_a_period_that_cannot_be_is_a_fault(told: Json) -> None:
    node = opened(told)

    assert days(node, "x") is None
    assert faults(node) == [("x", "the period ends before it starts, or after the last year")]
    assert node.held.reading.faults[0][3] == told


@pytest.mark.parametrize("told", [{}, {"start": "soon"}])
def test_a_period_may_say_nothing(told: Json) -> None:
    assert days(opened(told), "x") is None
    assert days(opened(told), "y") is None


def test_a_span_keeps_the_time_of_day() -> None:
    node = opened({"start": "2026-03-01T09:30:00Z", "end": "2026-03"})

    assert span(node, "x") == (
        datetime.fromisoformat("2026-03-01T09:30:00+00:00"),
        PartialDate(2026, 3),
    )
    assert span(node, "x") == (None, None)


FULL = {"system": "urn:x", "code": "1", "display": "Heart failure"}
CODE = Code(system="urn:x", code="1", label="Heart failure")


@pytest.mark.parametrize(
    ("told", "code", "word", "text", "kept"),
    [
        ({"coding": [FULL]}, CODE, "heart_failure", "", {}),
        ({"coding": [FULL], "text": "Weak heart"}, CODE, "weak_heart", "Weak heart", {}),
        (
            {"coding": [FULL, {"code": "2"}]},
            CODE,
            "heart_failure",
            "",
            {"x.coding[1]": {"code": "2"}},
        ),
        (
            {"coding": [{**FULL, "version": "3"}]},
            CODE,
            "heart_failure",
            "",
            {"x.coding[0].version": "3"},
        ),
        (
            {"coding": [{"system": "urn:x", "code": "1", "userSelected": True}]},
            Code(system="urn:x", code="1"),
            None,
            "",
            {"x.coding[0].userSelected": True},
        ),
        ({"coding": [{"display": "heart failure"}]}, None, "heart_failure", "", {}),
        (
            {"coding": [{"code": "1", "display": "Heart failure!"}]},
            None,
            "heart_failure",
            "",
            {"x.coding[0].code": "1", "x.coding[0].display": "Heart failure!"},
        ),
        (
            {"coding": [{"system": "urn:x"}], "text": "Heart"},
            None,
            "heart",
            "Heart",
            {"x.coding[0].system": "urn:x"},
        ),
        ({"text": "42"}, None, None, "42", {}),
    ],
)
def test_a_concept_is_a_code_a_word_and_a_text(
    told: Json, code: Code | None, word: str | None, *, text: str, kept: Json
) -> None:
    node = opened(told)

    assert concept(node, "x") == (code, word, text)
    assert lost(node) == kept


@pytest.mark.parametrize(
    "coding", [{"system": " ", "code": "1", "display": "a"}, {"system": " ", "code": "1"}]
)
def test_a_code_that_is_blank_is_a_fault(coding: Json) -> None:
    node = opened({"coding": [coding]})

    assert concept(node, "x").code is None
    assert [place for place, _ in faults(node)] == ["x.coding[0]"]


def test_equal_codes_are_one_value() -> None:
    node = opened({"coding": [FULL]})
    first = concept(node, "x").code
    node.rest["x"] = {"coding": [dict(FULL)]}

    assert concept(node, "x").code is first


@pytest.mark.parametrize("odd", [{"coding": [7]}, {"coding": [{**FULL, "code": 7}]}])
def test_a_coding_that_is_none_is_a_fault(odd: Json) -> None:
    node = opened(odd)

    assert concept(node, "x").code is None
    assert len(faults(node)) == 1
    assert concept(node, "y") == (None, None, "")


@pytest.mark.parametrize(
    ("told", "word", "kept"),
    [
        ({"text": "care manager"}, "care_manager", {}),
        ({"text": "Care Manager"}, "care_manager", {"x.text": "Care Manager"}),
        ({"text": "42"}, None, {"x.text": "42"}),
        ({"coding": [FULL]}, "heart_failure", {"x.coding": [FULL]}),
        (
            {"coding": [7, {"code": "1"}, FULL]},
            "heart_failure",
            {"x.coding": [7, {"code": "1"}, FULL]},
        ),
        ({"coding": 7}, None, {"x.coding": 7}),
        ({"coding": []}, None, {"x.coding": []}),
    ],
)
def test_where_only_a_word_has_a_place_the_rest_is_lost(
    told: Json, word: str | None, kept: Json
) -> None:
    node = opened(told)

    assert word_in(node, "x") == word
    assert lost(node) == kept
    assert word_in(node, "y") is None


def test_a_text_of_another_type_is_a_fault() -> None:
    node = opened({"text": 7})

    assert word_in(node, "x") is None
    assert [place for place, _ in faults(node)] == ["x.text"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Größe", "grosse"),
        ("Ångström", "angstrom"),
        ("6 minute walk", "minute_walk"),
        ("体重", None),
        ("", None),
        ("x" * 200, "x" * 120),
    ],
)
def test_a_word_is_the_text_in_plain_letters(text: str, word: str | None) -> None:
    assert spelled(text) == word
    assert word_of(text, opened(1).held) == word


@given(st.text())
def test_a_word_is_a_word_of_the_field(text: str) -> None:
    word = spelled(text)

    assert word is None or spelled(word.replace("_", " ")) == word


UCUM = "http://unitsofmeasure.org"


@pytest.mark.parametrize(
    ("told", "amount", "kept"),
    [
        ({"value": Decimal("1.50"), "unit": "mg"}, Quantity("1.50", "mg"), {}),
        ({"value": 3}, Quantity(3), {}),
        ({"value": 3, "unit": "mg", "system": UCUM, "code": "mg"}, Quantity(3, "mg"), {}),
        (
            {"value": 3, "unit": "pounds", "system": UCUM, "code": "[lb_av]"},
            Quantity(3, "[lb_av]"),
            {"x.unit": "pounds"},
        ),
        (
            {"value": 3, "unit": "x", "system": "urn:y", "code": "x"},
            Quantity(3, "x"),
            {"x.system": "urn:y", "x.code": "x"},
        ),
        ({"unit": "mg"}, None, {"x.unit": "mg"}),
        (
            {"value": 5, "comparator": "<", "unit": "mg"},
            None,
            {"x": {"value": 5, "comparator": "<", "unit": "mg"}},
        ),
    ],
)
def test_an_amount_is_exact_and_less_than_five_is_not_five(
    told: Json, amount: Quantity | None, kept: Json
) -> None:
    node = opened(told)

    found = quantity(node, "x")

    assert (found, str(found)) == (amount, str(amount))
    assert lost(node) == kept


@pytest.mark.parametrize(
    "told", [{"value": "3"}, {"value": True}, {"value": 10**40}, {"value": 1, "unit": " m"}]
)
def test_an_amount_that_cannot_be_is_a_fault(told: Json) -> None:
    node = opened(told)

    assert quantity(node, "x") is None
    assert len(faults(node)) == 1
    assert quantity(node, "y") is None


def test_references_that_name_nobody_are_left_out() -> None:
    node = opened([{"reference": "Patient/1"}, {"display": "Ada"}, 7])

    assert [target.id for _, target in references(node, "x")] == ["Patient/1"]
    assert lost(node) == {"x[1].display": "Ada"}
    assert reference(node, "y") is None


@pytest.mark.parametrize(
    ("names", "full", "kept"),
    [
        ([{"text": "Ada Quill"}], "Ada Quill", {}),
        (
            [{"prefix": ["Dr"], "given": ["Ada", "M."], "family": "Quill", "suffix": ["RN"]}],
            "Dr Ada M. Quill RN",
            {},
        ),
        ([{"given": ["Ada"]}, {"text": "Granny"}], "Ada", {"x[1]": {"text": "Granny"}}),
        (
            [{"text": "Ada Quill", "family": "Quill", "use": "usual"}],
            "Ada Quill",
            {"x[0].family": "Quill", "x[0].use": "usual"},
        ),
        ([], "", {}),
    ],
)
def test_a_name_is_its_text_else_its_parts(names: list[Json], full: str, kept: Json) -> None:
    node = opened(names)

    assert full_name(node, "x") == full
    assert lost(node) == kept
