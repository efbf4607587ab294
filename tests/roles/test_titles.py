"""Titles, and what they may stand for."""

from typing import Any

import pytest

from carecore.errors import InvalidValue, WrongType
from carecore.roles import Title, TitleConfidence, TitleUse


def test_a_title_is_an_alias_unless_more_is_known() -> None:
    assert Title(text="care navigator", role="care_manager").confidence is TitleConfidence.ALIAS


@pytest.mark.parametrize("confidence", ["exact", None, 1])
def test_the_word_for_a_confidence_is_not_the_confidence(confidence: object) -> None:
    untyped: Any = confidence
    with pytest.raises(WrongType) as caught:
        Title(text="care navigator", role="care_manager", confidence=untyped)
    assert caught.value.advice == "Maybe TitleConfidence.ALIAS"


def test_a_title_stands_for_a_role_by_its_id() -> None:
    with pytest.raises(InvalidValue, match="the role id 'Care Manager' is not snake_case"):
        Title(text="care navigator", role="Care Manager")


def test_another_use_of_a_title_says_who_bears_it() -> None:
    with pytest.raises(InvalidValue, match="the who of a TitleUse is blank"):
        TitleUse(title="care manager", who="")
