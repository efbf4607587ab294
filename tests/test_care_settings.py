"""Care settings, and how restrictive they are beside each other."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.care_settings import (
    CareSetting,
    CareSettingKind,
    Restrictiveness,
    compare_restrictiveness,
)
from carecore.errors import WrongType

SETTINGS = st.builds(
    CareSetting,
    id=st.just("place"),
    name=st.just("place"),
    kind=st.sampled_from(CareSettingKind),
    rank=st.none() | st.integers(0, 5),
)
OPPOSITE = {
    Restrictiveness.LESS: Restrictiveness.MORE,
    Restrictiveness.MORE: Restrictiveness.LESS,
    Restrictiveness.SAME: Restrictiveness.SAME,
    Restrictiveness.NOT_COMPARABLE: Restrictiveness.NOT_COMPARABLE,
}


@given(left=SETTINGS, right=SETTINGS)
def test_what_is_less_restrictive_one_way_is_more_the_other_way(
    left: CareSetting, right: CareSetting
) -> None:
    assert compare_restrictiveness(left, right) == OPPOSITE[compare_restrictiveness(right, left)]


@given(left=SETTINGS, middle=SETTINGS, right=SETTINGS)
def test_less_than_what_is_less_is_less(
    left: CareSetting, middle: CareSetting, right: CareSetting
) -> None:
    steps = {compare_restrictiveness(left, middle), compare_restrictiveness(middle, right)}

    assert (
        steps != {Restrictiveness.LESS}
        or compare_restrictiveness(left, right) is Restrictiveness.LESS
    )


@given(setting=SETTINGS)
def test_a_setting_without_a_rank_compares_with_nothing_not_even_itself(
    setting: CareSetting,
) -> None:
    assert (compare_restrictiveness(setting, setting) is Restrictiveness.SAME) == (
        setting.rank is not None
    )


@pytest.mark.parametrize("kind", ["home", None, 3])
def test_the_word_for_a_kind_is_not_the_kind(kind: object) -> None:
    untyped: Any = kind
    with pytest.raises(WrongType) as caught:
        CareSetting(id="home", name="home", kind=untyped)
    assert caught.value.advice == "Maybe CareSettingKind.HOME"


@pytest.mark.parametrize("sides", [("home", None), (None, None)])
def test_only_care_settings_compare(sides: object) -> None:
    untyped: Any = sides
    with pytest.raises(WrongType, match=r"the left is .*, and a CareSetting is wanted"):
        compare_restrictiveness(*untyped)
