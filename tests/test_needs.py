"""Needs, and what answers them."""

import pytest

from carecore.errors import InvalidValue
from carecore.needs import Need


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
