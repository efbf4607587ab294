"""How a role stands to a duty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import InvalidValue
from carecore.roles import Exclusion, Holding, Role

EXCLUSION = Exclusion(duty="decide_for_client", because="the client decides")
ROLE = Role(
    id="care_manager",
    name="care manager",
    definition="stays beside one client",
    typical=("watch_mood",),
    possible=("escort",),
    exclusions=(EXCLUSION,),
)


@pytest.mark.parametrize(
    ("duty", "holding"),
    [
        ("watch_mood", Holding.TYPICAL),
        ("escort", Holding.POSSIBLE),
        ("decide_for_client", Holding.OUTSIDE),
        ("never_heard_of", Holding.OUTSIDE),
    ],
)
def test_a_duty_is_typical_possible_or_outside(duty: str, holding: Holding) -> None:
    assert ROLE.holding(duty) is holding


@given(duty=st.text())
def test_a_duty_that_nobody_named_is_outside_every_role(duty: str) -> None:
    assert (ROLE.holding(f"{duty}!"), ROLE.exclusion(f"{duty}!")) == (Holding.OUTSIDE, None)


@pytest.mark.parametrize(
    ("typical", "possible", "place"),
    [
        (["watch_mood", "decide_for_client"], [], "$.typical[1]"),
        ([], ["decide_for_client"], "$.possible[0]"),
        (["watch_mood"], ["escort", "watch_mood"], "$.possible[1]"),
    ],
)
def test_a_duty_stands_in_one_place_of_a_role(
    typical: list[str], possible: list[str], place: str
) -> None:
    with pytest.raises(InvalidValue, match="stands twice in the role 'r'") as refused:
        Role(
            id="r",
            name="r",
            definition="r",
            typical=typical,
            possible=possible,
            exclusions=[EXCLUSION],
        )

    assert refused.value.place == place


def test_an_exclusion_says_why() -> None:
    assert ROLE.exclusion("decide_for_client") is EXCLUSION
