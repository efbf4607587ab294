"""What cannot wait: the signs, what to say, and what that rests on."""

import pytest

from carecore.base.reasons import Citation, OwnChoice
from carecore.catalogue.dangers import DANGERS
from carecore.catalogue.sources import USC_3058G
from carecore.needs import Danger

BY_ID = {danger.id: danger for danger in DANGERS}
CHOICE = OwnChoice("which words are signs of danger, and better one warning too many")


@pytest.mark.parametrize(
    ("danger", "told"),
    [
        ("emergency", ("112", "911", "999")),
        ("self_harm", ("988", "emergency number")),
        ("abuse_or_neglect", ("adult protective services", "police", "ombudsman")),
    ],
)
def test_whoever_is_in_danger_is_told_whom_to_call(danger: str, told: tuple[str, ...]) -> None:
    assert [words for words in told if words not in BY_ID[danger].say] == []


@pytest.mark.parametrize("danger", DANGERS, ids=lambda danger: danger.id)
def test_which_words_are_signs_is_our_own_choice(danger: Danger) -> None:
    assert CHOICE in danger.sources


@pytest.mark.parametrize("danger", DANGERS, ids=lambda danger: danger.id)
def test_a_sign_stands_once_in_lower_case(danger: Danger) -> None:
    assert sorted(set(map(str.lower, danger.phrases))) == sorted(danger.phrases)


def test_the_crisis_line_and_the_ombudsman_are_cited() -> None:
    lines = [one for one in BY_ID["self_harm"].sources if isinstance(one, Citation)]

    assert [(one.address, one.verified) for one in lines] == [("https://988lifeline.org/", False)]
    assert USC_3058G in BY_ID["abuse_or_neglect"].sources
