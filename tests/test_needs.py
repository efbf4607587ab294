"""Needs, what answers them, and what cannot wait."""

import pytest

from carecore.errors import InvalidValue
from carecore.needs import Danger, Need


def test_a_need_that_no_duty_answers_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        Need(id="losing_heart", words="she is losing heart", duties=())
    assert str(caught.value) == ("$.duties: no duty answers the need. Maybe ('advise_family',).")


def test_a_need_can_be_said_in_several_ways() -> None:
    need = Need(
        id="losing_heart",
        words="she is losing heart",
        duties=["watch_mood"],
        phrases=["she has given up", "nothing matters to her"],
    )

    assert need.phrases == ("she has given up", "nothing matters to her")


def test_a_danger_without_signs_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        Danger(id="fire", phrases=(), say="Call the fire brigade.")
    assert str(caught.value) == (
        "$.phrases: no words are a sign of the danger. Maybe ('not breathing',)."
    )


@pytest.mark.parametrize(("key", "say"), [("Big fire", "Call."), ("fire", " ")])
def test_a_danger_has_an_id_and_something_to_say(key: str, say: str) -> None:
    with pytest.raises(InvalidValue):
        Danger(id=key, phrases=("fire",), say=say)
