"""What a client asks of whoever comes."""

from datetime import time
from typing import Any

import attrs
import pytest
from hypothesis import given

from carecore.base.amounts import Money
from carecore.base.privacy import personal_fields
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType
from carecore.people import (
    Client,
    ClientPreferences,
    Gender,
    LanguageLevel,
    Professional,
    WeeklyHours,
)
from carecore.testing.strategies import values

MORNING = WeeklyHours(weekday=1, start=time(9), end=time(12))
EURO = Money("60", "EUR")


def test_preferences_that_nobody_has_told_are_not_none() -> None:
    assert Client(id="c-1").preferences is None
    assert Client(id="c-1") != Client(id="c-1", preferences=ClientPreferences())


def test_what_is_left_out_is_not_asked_for() -> None:
    assert attrs.astuple(ClientPreferences()) == (None, (), None, (), (), None, None)


def test_genders_are_those_that_fhir_tells_apart() -> None:
    assert [gender.value for gender in Gender] == ["female", "male", "other"]


def test_whom_the_family_wishes_for_and_declines_is_told_apart() -> None:
    with pytest.raises(ManyFaults) as caught:
        ClientPreferences(wishes=["p-1", "p-2", "p-3"], vetoes=["p-3", "p-4", "p-1"])
    assert [(fault.place, fault.what) for fault in caught.value.faults] == [
        ("$.vetoes[0]", "the professional 'p-3' is both wished for and declined"),
        ("$.vetoes[2]", "the professional 'p-1' is both wished for and declined"),
    ]


@given(preferences=values(ClientPreferences))
def test_nobody_is_wished_for_and_declined(preferences: ClientPreferences) -> None:
    assert not set(preferences.wishes) & set(preferences.vetoes)


@pytest.mark.parametrize("name", ["wishes", "vetoes"])
def test_a_professional_is_wished_for_or_declined_once(name: str) -> None:
    untyped: Any = {name: ["p-1", "p-1"]}
    with pytest.raises(InvalidValue, match="the professional 'p-1' stands twice") as caught:
        ClientPreferences(**untyped)
    assert caught.value.place == f"$.{name}[1]"


@pytest.mark.parametrize("name", ["wishes", "vetoes", "cultures", "hours"])
def test_one_bare_text_is_no_list(name: str) -> None:
    untyped: Any = {name: "p-1"}
    with pytest.raises(WrongType) as caught:
        ClientPreferences(**untyped)
    assert caught.value.place == f"$.{name}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("gender", "female"),
        ("rate_limit", 60),
        ("rate_limit", "60 EUR"),
        ("language_level", "B2"),
        ("hours", [time(9)]),
        ("cultures", None),
        ("wishes", None),
    ],
)
def test_a_preference_of_another_type_is_refused_where_it_stands(name: str, value: object) -> None:
    untyped: Any = {name: value}
    with pytest.raises(WrongType) as caught:
        ClientPreferences(**untyped)
    assert caught.value.place.startswith(f"$.{name}")


def test_a_cost_is_never_below_nothing() -> None:
    less = Money("-0.01", "EUR")
    for build, place in (
        (lambda: ClientPreferences(rate_limit=less), "$.rate_limit"),
        (lambda: Professional(id="p-1", rate=less), "$.rate"),
    ):
        with pytest.raises(
            InvalidValue, match=r"is -0\.01 EUR, and nothing is the least"
        ) as caught:
            build()
        assert caught.value.place == place
    assert ClientPreferences(rate_limit=Money("0", "EUR")).rate_limit == Money("0", "EUR")


@pytest.mark.parametrize("rate", ["60", 60, EURO.amount])
def test_a_rate_is_money(rate: object) -> None:
    untyped: Any = rate
    with pytest.raises(WrongType) as caught:
        Professional(id="p-1", rate=untyped)
    assert caught.value.place == "$.rate"


@pytest.mark.parametrize("value", [{"gender": "female"}, (), "none"])
def test_preferences_are_a_value_of_their_own(value: object) -> None:
    untyped: Any = value
    with pytest.raises(WrongType) as caught:
        Client(id="c-1", preferences=untyped)
    assert caught.value.place == "$.preferences"


def test_gender_and_culture_are_personal_and_not_shown() -> None:
    asked = ClientPreferences(gender=Gender.MALE, cultures=["Zqaaa"], hours=[MORNING])

    assert personal_fields(ClientPreferences) == ("gender", "cultures")
    assert (repr(asked), str(asked)) == ("<ClientPreferences>",) * 2
    assert personal_fields(Professional) == ("gender", "cultures", "name")


@pytest.mark.parametrize(
    "words", [["Zq", "Zq"], [" Zq"], ["Zq\n"], ["Zq" * 200], ["Zq", " "], [b"Zq"], {"Zq": 1}]
)
def test_a_word_for_a_culture_that_is_refused_is_not_quoted(words: object) -> None:
    untyped: Any = words
    for build in (
        lambda: ClientPreferences(cultures=untyped),
        lambda: Professional(id="p-1", cultures=untyped),
    ):
        with pytest.raises(CareError) as caught:
            build()
        assert caught.value.place.startswith("$.cultures")
        assert "Zq" not in str(caught.value)


def test_the_gender_of_a_professional_is_a_word_that_is_not_quoted() -> None:
    untyped: Any = "Zq"
    with pytest.raises(WrongType) as caught:
        Professional(id="p-1", gender=untyped)
    assert (caught.value.place, "Zq" in str(caught.value)) == ("$.gender", False)


def test_a_level_that_is_asked_for_is_compared_with_one_that_is_there() -> None:
    asked = ClientPreferences(language_level=LanguageLevel.B1).language_level

    assert asked is not None
    assert LanguageLevel.C1 >= asked > LanguageLevel.A2
