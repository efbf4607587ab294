"""`rule`: the page of a rule, or every rule."""

import pytest

from carecore.rulebook import STANDARD_RULES

from .talk import document, documents, refused, told


def test_the_page_of_a_rule_is_told() -> None:
    text = told("rule", "P105")

    assert text.startswith("P105 Nobody is named who monitors the plan\n=====")
    assert [
        heading
        for heading in ("What it looks for", "Why it matters", "When it may be wrong", "What helps")
        if f"\n{heading}\n---" not in text
    ] == []


def test_the_page_of_a_rule_as_json_has_every_heading_and_what_it_rests_on() -> None:
    found = document("rule", "P105")

    assert (found["code"], found["severity"], found["requires"]) == (
        "P105",
        "warning",
        ["a status"],
    )
    assert found["page"]["$type"] == "RulePage"
    assert {source["$type"] for source in found["sources"]} == {"Citation", "OwnChoice"}


@pytest.mark.parametrize("code", STANDARD_RULES.codes)
def test_every_rule_has_a_page_in_text_and_in_json(code: str) -> None:
    title = STANDARD_RULES.rule(code).page.title

    assert told("rule", code).startswith(f"{code} ")
    assert document("rule", code)["title"] == title


def test_a_code_is_known_in_small_letters_as_well() -> None:
    assert told("rule", "p105") == told("rule", "P105")


def test_without_a_code_every_rule_is_listed() -> None:
    text, found = told("rule"), documents("rule")

    assert text.startswith("Rules\n=====\n")
    assert [one["code"] for one in found] == list(STANDARD_RULES.codes)
    assert found[0].keys() == {"code", "severity", "title"}


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("P1", "there is no rule 'P1'. Maybe 'P1"),
        ("nobody_monitors", "there is no rule 'nobody_monitors'. Maybe 'P105'."),
        ("xyz", "there is no rule 'xyz'."),
        ("", "there is no rule ''."),
    ],
)
def test_a_rule_that_there_is_not_is_asked_back(code: str, line: str) -> None:
    assert refused("rule", code).startswith(line)
