"""The glossary has one word for one thing, and every public noun is in it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

import carecore

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
TEXT = GLOSSARY.read_text(encoding="utf-8")
ENTRIES = re.findall(r"^- \*\*([^*]+)\*\*(?: \(`(\w+)`\))?: (.+)", TEXT, re.MULTILINE)
WORDS = [word for word, _, _ in ENTRIES]
CLASSES = {name: word for word, name, _ in ENTRIES if name}

NOUNS = [name for name in carecore.__all__ if name[0].isupper() and not name.isupper()]
IDS = [
    name for name in NOUNS if name.endswith("Id") and not isinstance(getattr(carecore, name), type)
]
NAMED = [name for name in NOUNS if name not in IDS]

# The words by which the library is built, also those whose rooms are still to come.
HOUSE_WORDS = (
    "allocation",
    "care setting",
    "caseload limit",
    "client",
    "criterion",
    "deadline",
    "decision capacity",
    "duty",
    "escort",
    "event",
    "evidence rule",
    "finding",
    "goal",
    "medication",
    "milestone",
    "move",
    "need",
    "pathway",
    "places free",
    "professional",
    "representative",
    "stage",
    "timeline",
    "transition",
    "verdict",
)


def in_words(name: str) -> str:
    """The name of a class as people say it."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


@pytest.mark.parametrize("name", NAMED)
def test_a_public_noun_is_in_the_glossary_by_its_own_words(name: str) -> None:
    assert CLASSES.get(name) == in_words(name)


@pytest.mark.parametrize("name", IDS)
def test_a_type_of_id_is_named_in_the_entry_on_ids(name: str) -> None:
    (entry,) = (text for word, _, text in ENTRIES if word == "id")

    assert f"`{name}`" in entry


@pytest.mark.parametrize("word", HOUSE_WORDS)
def test_a_word_of_the_house_is_in_the_glossary(word: str) -> None:
    assert word in WORDS


def test_every_line_of_the_list_is_an_entry() -> None:
    assert len(ENTRIES) == len(re.findall(r"^- ", TEXT, re.MULTILINE))


def test_words_stand_once_and_in_order() -> None:
    misplaced = [(one, two) for one, two in pairwise(WORDS) if one >= two]

    assert misplaced == []


def test_the_glossary_names_no_class_that_is_not_public() -> None:
    gone = sorted(set(CLASSES) - set(NAMED))

    assert gone == []


def test_a_word_whose_room_is_to_come_is_no_class_yet() -> None:
    built = [word for word, name, text in ENTRIES if name and "*to come*" in text]

    assert built == []
