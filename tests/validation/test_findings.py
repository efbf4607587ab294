"""What a remark, a finding and an outcome may hold, and what they say."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import Severity
from carecore.errors import InvalidValue, WrongType
from carecore.validation import Finding, OutcomeKind, Remark, RuleOutcome
from carecore.validation.findings import is_rule_code, to_severity

from .samples_validation import CLEAR, FAILED, FINDING, FOUND, REMARK, SKIPPED


@pytest.mark.parametrize("code", ["P101", "Z000", "A999"])
def test_a_code_is_one_capital_letter_and_three_digits(code: str) -> None:
    assert is_rule_code(code)


@pytest.mark.parametrize(
    "code", ["", "P1", "P1010", "p101", "PP11", "P10I", "P101 ", "P١٠١", "É101"]
)
def test_anything_else_is_no_code(code: str) -> None:
    assert not is_rule_code(code)


@pytest.mark.parametrize("code", ["G1", "", "g101"])
@pytest.mark.parametrize("value", [FINDING, FOUND])
def test_findings_and_outcomes_name_a_code(value: Finding | RuleOutcome, code: str) -> None:
    with pytest.raises(InvalidValue, match="the code of a rule is") as caught:
        attrs.evolve(value, rule=code)
    assert caught.value.place == "$.rule"


@pytest.mark.parametrize("place", ["", "goals", "$.", "$.goals[-1]", "$.goals[]", "$ goals", "$[1"])
@pytest.mark.parametrize("value", [FINDING, REMARK])
def test_a_place_is_a_path(value: Finding | Remark, place: str) -> None:
    with pytest.raises(InvalidValue, match="is no place"):
        attrs.evolve(value, place=place)


@pytest.mark.parametrize("place", ["$", "$.goals", "$.goals[2].targets[0]", "$[3]"])
def test_every_path_is_a_place(place: str) -> None:
    assert Remark(place, "something is wrong").place == place


@pytest.mark.parametrize("advice", ["Try it", "maybe try it", "Maybetry", " Maybe try it"])
@pytest.mark.parametrize("value", [FINDING, REMARK])
def test_an_advice_begins_with_maybe(value: Finding | Remark, advice: str) -> None:
    with pytest.raises(InvalidValue, match="starts with 'Maybe'"):
        attrs.evolve(value, advice=advice)


def test_a_finding_says_itself_in_one_line() -> None:
    assert str(FINDING) == (
        "G101 warning at $.goals[2]: the goal has no target. Maybe name a measure."
    )


def test_a_finding_without_advice_says_none() -> None:
    assert str(attrs.evolve(FINDING, advice="")) == (
        "G101 warning at $.goals[2]: the goal has no target."
    )


def test_a_remark_needs_words_and_parts_of_the_right_type() -> None:
    untyped: Any = 3
    with pytest.raises(InvalidValue, match="the message of a Remark is blank"):
        Remark("$", " ")
    for name in ("place", "message", "facts", "advice", "severity", "sources"):
        with pytest.raises(WrongType):
            attrs.evolve(REMARK, **{name: untyped})


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_is_also_taken_by_its_word(severity: Severity) -> None:
    assert (to_severity(severity), to_severity(severity.value)) == (severity, severity)


def test_a_severity_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidValue, match=r"'fatal'\. Maybe 'advice' or 'warning' or"):
        to_severity("fatal")
    untyped: Any = 3
    with pytest.raises(WrongType, match="a severity is a value of type int"):
        to_severity(untyped)


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        (CLEAR, "G401: clear"),
        (FOUND, "G101: found (1)"),
        (SKIPPED, "G201: skipped (a time of day, a team)"),
        (FAILED, "G301: failed (KeyError)"),
    ],
)
def test_an_outcome_says_itself_in_one_line(outcome: RuleOutcome, text: str) -> None:
    assert str(outcome) == text


def test_no_outcome_counts_fewer_findings_than_none() -> None:
    with pytest.raises(InvalidValue, match="a rule cannot have -1 findings"):
        RuleOutcome(rule="G101", kind=OutcomeKind.FOUND, findings=-1)


@given(
    kind=st.sampled_from(OutcomeKind),
    findings=st.integers(0, 2),
    missing=st.lists(st.sampled_from(["a team", "goals"]), max_size=2),
    exception=st.sampled_from(["", "KeyError"]),
)
def test_an_outcome_tells_what_goes_with_its_kind_and_nothing_else(
    kind: OutcomeKind, findings: int, missing: list[str], exception: str
) -> None:
    told = {
        OutcomeKind.FOUND: findings > 0,
        OutcomeKind.SKIPPED: bool(missing),
        OutcomeKind.FAILED: bool(exception),
    }
    fits = {one for one, is_told in told.items() if is_told} == {kind} - {OutcomeKind.CLEAR}

    try:
        RuleOutcome(
            rule="G101", kind=kind, findings=findings, missing=tuple(missing), exception=exception
        )
    except InvalidValue:
        assert not fits
    else:
        assert fits


@pytest.mark.parametrize("text", ["Ada Quill is missing", "KeyError: 'Ada'", "1"])
def test_the_exception_of_an_outcome_is_a_name_and_can_be_no_message(text: str) -> None:
    with pytest.raises(InvalidValue, match="and no message") as caught:
        RuleOutcome(rule="G301", kind=OutcomeKind.FAILED, exception=text)
    assert text not in str(caught.value)
