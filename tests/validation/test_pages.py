"""The page of a rule: what has to stand in it, and how it is read."""

import subprocess
import sys

import attrs
import pytest

from carecore.errors import CareError, InvalidValue, ManyFaults
from carecore.validation import HEADINGS, RulePage, read_page

from .samples_validation import PAGE, shouting

RULE_WITHOUT_DOCSTRING = """
from carecore.base.reasons import OwnChoice, Severity
from carecore.validation import rule
rule("X101", Severity.ADVICE, sources=[OwnChoice("a test")])(lambda view: ())
made = rule("X102", Severity.ADVICE, sources=[OwnChoice("a test")])(lambda view: ())
print(made.page.title)
"""


def test_a_page_is_read_heading_by_heading() -> None:
    assert read_page(PAGE) == RulePage(
        title="It is a made-up rule",
        looks_for="Something.",
        matters="It does not.\n\nNot even a little.",
        may_be_wrong="Always.",
        example="Any.",
        helps="Nothing.",
        sources="carecore's own choice.",
    )


def test_what_stands_under_a_heading_keeps_its_shape() -> None:
    page = read_page(PAGE.replace("        Any.", "        a = [\n            1,\n        ]"))

    assert page.example == "a = [\n    1,\n]"


@pytest.mark.parametrize("heading", HEADINGS.values())
def test_a_page_without_one_heading_is_refused(heading: str) -> None:
    with pytest.raises(CareError) as caught:
        read_page(PAGE.replace(f"{heading}:", f"{heading}"))
    assert f"nothing under the heading {heading!r}" in str(caught.value)


def test_a_heading_with_nothing_under_it_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        read_page(PAGE.replace("        Nothing.\n", ""))
    assert str(caught.value) == (
        "the page has nothing under the heading 'What helps'. "
        "Maybe add 'What helps:' and a sentence."
    )


def test_everything_that_is_wrong_with_a_page_is_said_at_once() -> None:
    page = "\nIntroduction.\nWhat it searches:\n    x\nExample:\n    x\nExample:\n    y\n"
    with pytest.raises(ManyFaults) as caught:
        read_page("\n.\n" + page)
    assert [fault.what for fault in caught.value.faults] == [
        "the page has a heading 'What it searches'",
        "the heading 'Example' stands twice",
        "the page has text before its first heading",
        "the page has nothing under the heading 'What it looks for'",
        "the page has nothing under the heading 'Why it matters'",
        "the page has nothing under the heading 'When it may be wrong'",
        "the page has nothing under the heading 'What helps'",
        "the page has nothing under the heading 'Sources'",
    ]


@pytest.mark.parametrize("text", [None, "", "   \n "])
def test_no_page_is_no_page(text: str | None) -> None:
    with pytest.raises(ManyFaults) as caught:
        read_page(text)
    assert caught.value.faults[-1].what == "the page has no title"


@pytest.mark.parametrize("name", ["title", *HEADINGS])
def test_no_part_of_a_page_is_blank(name: str) -> None:
    with pytest.raises(InvalidValue, match="is blank"):
        attrs.evolve(shouting.page, **{name: " "})


def test_a_page_shows_itself_heading_by_heading() -> None:
    text = str(read_page(PAGE))

    assert text.startswith("It is a made-up rule\n====")
    assert [line for line in text.splitlines() if line in HEADINGS.values()] == [*HEADINGS.values()]


def test_a_python_that_keeps_no_docstrings_still_has_rules() -> None:
    answer = subprocess.run(
        [sys.executable, "-OO", "-c", RULE_WITHOUT_DOCSTRING],
        check=True,
        capture_output=True,
        text=True,
    )

    assert answer.stdout == "this Python keeps no docstrings (-OO)\n"
