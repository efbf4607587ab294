"""How well somebody speaks a language."""

from itertools import pairwise
from typing import Any

import pytest

from carecore.errors import InvalidValue, ManyFaults, WrongType
from carecore.people import LanguageLevel, LanguageSkill, Professional

GERMAN = LanguageSkill(language="de", level=LanguageLevel.B2)
POLISH = LanguageSkill(language="pl")


def test_levels_are_those_of_the_common_european_framework() -> None:
    assert [level.value for level in LanguageLevel] == ["A1", "A2", "B1", "B2", "C1", "C2"]


@pytest.mark.parametrize(("less", "more"), list(pairwise(LanguageLevel)))
def test_each_level_is_more_than_the_one_before(less: LanguageLevel, more: LanguageLevel) -> None:
    assert less < more
    assert more >= less
    assert not more <= less
    assert max(less, more) is more


def test_a_level_is_compared_with_levels_only() -> None:
    untyped: Any = "B1"
    with pytest.raises(TypeError):
        assert untyped < LanguageLevel.B2


@pytest.mark.parametrize("language", ["", " "])
def test_a_skill_is_in_a_language(language: str) -> None:
    with pytest.raises(InvalidValue, match="the language of a LanguageSkill is blank"):
        LanguageSkill(language=language)


@pytest.mark.parametrize("level", ["B2", 4])
def test_the_word_for_a_level_is_not_the_level(level: object) -> None:
    untyped: Any = level
    with pytest.raises(WrongType, match="the level of a LanguageSkill"):
        LanguageSkill(language="de", level=untyped)


def test_levels_may_be_known_of_some_languages_only() -> None:
    person = Professional(id="p-1", languages=("de", "pl", "en"), language_skills=(POLISH, GERMAN))

    assert [one.level for one in person.language_skills] == [None, LanguageLevel.B2]


@pytest.mark.parametrize("languages", [None, (), ("en",), ("DE", "pl-PL")])
def test_a_skill_in_a_language_that_is_not_spoken_is_refused_each(
    languages: tuple[str, ...] | None,
) -> None:
    with pytest.raises(ManyFaults) as caught:
        Professional(id="p-1", languages=languages, language_skills=(GERMAN, POLISH))
    assert [(fault.place, fault.what[:24]) for fault in caught.value.faults] == [
        ("$.language_skills[0]", "there is a skill in 'de'"),
        ("$.language_skills[1]", "there is a skill in 'pl'"),
    ]


def test_a_language_has_one_level() -> None:
    better = LanguageSkill(language="de", level=LanguageLevel.C1)
    with pytest.raises(InvalidValue, match="the language 'de' stands twice") as caught:
        Professional(id="p-1", languages=["de"], language_skills=[GERMAN, better])
    assert caught.value.place == "$.language_skills[1]"


@pytest.mark.parametrize("skills", [GERMAN, ["de"], "de", None])
def test_skills_come_in_a_list(skills: object) -> None:
    untyped: Any = skills
    with pytest.raises(WrongType):
        Professional(id="p-1", languages=["de"], language_skills=untyped)
