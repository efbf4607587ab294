"""Money and quantities are exact, and codes are somebody else's."""

from decimal import Context, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.amounts import Code, Money, Quantity
from carecore.errors import InvalidValue, WrongType

VALUES = st.decimals(-(10**18), 10**18, places=6)
AMOUNTS = st.decimals(-(10**18), 10**18, places=6).map(lambda amount: Money(amount, "EUR"))


@given(one=AMOUNTS, other=AMOUNTS)
def test_a_sum_is_the_same_either_way_round(one: Money, other: Money) -> None:
    assert one + other == other + one


@given(one=AMOUNTS, two=AMOUNTS, three=AMOUNTS)
def test_a_sum_of_three_is_the_same_however_it_is_made(
    one: Money, two: Money, three: Money
) -> None:
    assert (one + two) + three == one + (two + three)


@given(one=AMOUNTS, other=AMOUNTS)
def test_what_was_added_can_be_taken_away(one: Money, other: Money) -> None:
    assert one + other - other == one


@given(one=AMOUNTS, number=st.integers(0, 5))
def test_times_is_adding_again_and_again(one: Money, number: int) -> None:
    added = Money(0, "EUR")
    for _ in range(number):
        added += one

    assert one.times(number) == added


@given(one=AMOUNTS, other=AMOUNTS, more=AMOUNTS)
def test_adding_the_same_keeps_the_order(one: Money, other: Money, more: Money) -> None:
    assert one.is_less_than(other) == (one + more).is_less_than(other + more)


@given(one=AMOUNTS, other=AMOUNTS)
def test_no_context_of_the_thread_rounds_a_sum(one: Money, other: Money) -> None:
    expected = one + other
    with localcontext(Context(prec=2)):
        narrow = one + other

    assert (narrow.amount, type(narrow.amount)) == (expected.amount, Decimal)


def test_a_long_sum_keeps_its_cents() -> None:
    assert str(Money("1" + "0" * 23, "EUR") + Money("0.01", "EUR")) == f"1{'0' * 23}.01 EUR"


def test_an_amount_is_shown_without_an_exponent() -> None:
    assert str(Money(Decimal("1E+3"), "EUR")) == "1000 EUR"


@pytest.mark.parametrize("amount", [0.1, True, None, b"1", ["1"], 1 + 0j])
def test_money_is_never_inexact(amount: object) -> None:
    untyped: Any = amount
    with pytest.raises(WrongType, match=r"\$\.amount: the amount is .*, and only exact numbers"):
        Money(untyped, "EUR")


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", Decimal("-Infinity")])
def test_money_has_an_end(amount: str | Decimal) -> None:
    with pytest.raises(InvalidValue, match=r"\$\.amount: the amount '.*' is not finite"):
        Money(amount, "EUR")


@pytest.mark.parametrize("amount", ["", "ten", "1,50", "x" * 300, "1e99999999999999999999"])
def test_an_amount_is_a_number(amount: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Money(amount, "EUR")
    assert (caught.value.place, len(str(caught.value)) < 150) == ("$.amount", True)


@pytest.mark.parametrize("amount", ["1e24", "1e-25", 10**3_000, "0." + "0" * 25])
def test_an_amount_has_a_length_that_money_has(amount: str | int) -> None:
    with pytest.raises(InvalidValue) as caught:
        Money(amount, "EUR")
    assert str(caught.value) == (
        "$.amount: the amount has over 24 digits before or after the point. Maybe round it first."
    )


@pytest.mark.parametrize("currency", ["", "eur", "EURO", "€", "E\u0055R ", "x" * 300])
def test_a_currency_is_an_iso_code(currency: str) -> None:
    with pytest.raises(InvalidValue, match=r"\$\.currency: the currency .* is no ISO 4217 code"):
        Money(1, currency)


@pytest.mark.parametrize("currency", [None, 3, b"EUR", {"EUR"}])
def test_a_currency_is_text(currency: object) -> None:
    untyped: Any = currency
    with pytest.raises(WrongType, match=r"\$\.currency: the currency is .*, and text is wanted"):
        Money(1, untyped)


def test_currencies_do_not_mix() -> None:
    with pytest.raises(InvalidValue) as caught:
        _ = Money(1, "EUR") + Money(1, "USD")
    assert str(caught.value) == "EUR and USD do not mix. Maybe convert one of them first."


@pytest.mark.parametrize("other", [1, Decimal(1), "1 EUR", None])
def test_only_money_is_added_to_money(other: object) -> None:
    untyped: Any = other
    with pytest.raises(WrongType, match=r"the other amount is .*, and a Money is wanted"):
        _ = Money(1, "EUR") + untyped


def test_a_factor_is_exact_too() -> None:
    untyped: Any = 1.5
    with pytest.raises(WrongType, match=r"\$\.factor: the factor is a value of type float"):
        Money(1, "EUR").times(untyped)


@pytest.mark.parametrize(("label", "text"), [("", "17"), ("own words", "17 (own words)")])
def test_a_code_shows_its_label_if_it_has_one(label: str, text: str) -> None:
    assert str(Code(system="https://example.org", code="17", label=label)) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("2.50", "mg", "2.50 mg"),
        (Decimal("1E+3"), "m", "1000 m"),
        (7, "{score}", "7 {score}"),
        (-3, "", "-3"),
        ("0.1", "m/s", "0.1 m/s"),
    ],
)
def test_a_quantity_is_shown_as_it_was_given(
    value: Decimal | int | str, unit: str, text: str
) -> None:
    assert str(Quantity(value, unit)) == text


def test_a_quantity_without_a_unit_is_a_plain_number() -> None:
    assert Quantity(7) == Quantity(Decimal("7.0"), "")


@given(value=VALUES)
def test_the_same_quantity_written_otherwise_is_equal(value: Decimal) -> None:
    longer = Quantity(f"{value:f}000", "m")

    assert (longer, hash(longer)) == (Quantity(value, "m"), hash(Quantity(value, "m")))


@given(one=VALUES, other=VALUES)
def test_two_quantities_are_compared_as_their_numbers(one: Decimal, other: Decimal) -> None:
    left, right = Quantity(one, "m"), Quantity(other, "m")

    assert left.compare(right) == (one > other) - (one < other) == -right.compare(left)
    assert left.is_less_than(right) == (one < other)


def test_no_context_of_the_thread_rounds_what_is_compared() -> None:
    more, less = Quantity("1.00000000000000000001", "m"), Quantity(1, "m")
    with localcontext(Context(prec=2)):
        assert (more.compare(less), less.is_less_than(more)) == (1, True)


@pytest.mark.parametrize("value", [0.1, True, None, b"1", ["1"], 1 + 0j])
def test_a_quantity_is_never_inexact(value: object) -> None:
    untyped: Any = value
    with pytest.raises(WrongType, match=r"\$\.value: the value is .*, and only exact numbers"):
        Quantity(untyped, "mg")


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "ten", "1,5", "1e24", "1e-25"])
def test_a_quantity_is_a_number_of_a_length_that_can_be_kept(value: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Quantity(value, "mg")
    assert caught.value.place == "$.value"


@pytest.mark.parametrize("unit", [" mg", "mg ", " ", "m\ng", "x" * 101])
def test_a_unit_can_be_read_aloud(unit: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Quantity(1, unit)
    assert (caught.value.place, len(str(caught.value)) < 200) == ("$.unit", True)


@pytest.mark.parametrize("unit", [None, 3, b"mg"])
def test_a_unit_is_text(unit: object) -> None:
    untyped: Any = unit
    with pytest.raises(WrongType, match=r"\$\.unit: the unit of a Quantity is .*, and text is"):
        Quantity(1, untyped)


@pytest.mark.parametrize("other", ["mg", "G", "", "kg"])
def test_units_are_never_converted_so_they_do_not_mix(other: str) -> None:
    one, two = Quantity(1, "g"), Quantity(1000, other)

    assert one.has_unit_of(two) is False
    with pytest.raises(InvalidValue) as caught:
        one.is_less_than(two)
    assert str(caught.value) == f"'g' and '{other}' do not mix. Maybe convert one of them first."


@pytest.mark.parametrize("other", [1, Decimal(1), "1 g", None, Money(1, "EUR")])
def test_only_a_quantity_is_compared_with_a_quantity(other: object) -> None:
    untyped: Any = other
    with pytest.raises(WrongType, match=r"the other quantity is .*, and a Quantity is wanted"):
        Quantity(1, "g").compare(untyped)
