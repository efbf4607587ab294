"""How much, and which code: exact money, exact quantities, and codes of others' systems."""

import re
from decimal import Context, Decimal
from typing import Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, placed, plain_text, require_instance
from carecore.errors import InvalidValue, WrongType, described, quoted

__all__ = ["Code", "Money", "Quantity"]

_CURRENCY: Final = re.compile(r"[A-Z]{3}", re.ASCII)
_PLACES: Final = 24
_LONGEST: Final = 100


def _exact(value: Decimal | int | str, /) -> Decimal:
    return _exact_number(value, "amount")


def _exact_number(value: object, name: str, /, place: str = "$") -> Decimal:
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        what = f"the {name} is {described(value)}, and only exact numbers are taken"
        raise WrongType(what, place=place, advice="Maybe Decimal('12.50') or '12.50'")
    try:
        amount = Decimal(value)
    except ArithmeticError:
        what = f"the {name} {quoted(str(value))} is no number"
        raise InvalidValue(what, place=place, advice="Maybe '12.50'") from None
    if not amount.is_finite():
        what = f"the {name} {str(amount)!r} is not finite"
        raise InvalidValue(what, place=place, advice="Maybe leave it out, if it is unknown")
    if amount.adjusted() >= _PLACES or int(amount.as_tuple().exponent) < -_PLACES:
        what = f"the {name} has over {_PLACES} digits before or after the point"
        raise InvalidValue(what, place=place, advice="Maybe round it first")
    return amount


def _exact_value(value: Decimal | int | str, /) -> Decimal:
    return _exact_number(value, "value")


def _is_unit(instance: object, attribute: "Attribute[str]", value: str, /) -> None:
    plain_text(instance, attribute, value)
    if len(value) > _LONGEST or value != value.strip() or not value.isprintable():
        what = f"the unit {quoted(value)} is padded, too long or not to be printed"
        advice = "Maybe 'mg', '{score}', or '' if there is none"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice=advice)


def _unrounded() -> Context:
    # The context of the thread would round long sums; this one is wide enough for every sum and
    # product of two amounts.
    return Context(prec=8 * _PLACES)


def _has_currency_shape(instance: object, attribute: "Attribute[str]", value: object, /) -> None:
    del instance
    place, advice = f"$.{attribute.name}", "Maybe 'USD' or 'EUR'"
    if not isinstance(value, str):
        what = f"the currency is {described(value)}, and text is wanted"
        raise WrongType(what, place=place, advice=advice)
    if not _CURRENCY.fullmatch(value):
        what = f"the currency {quoted(value)} is no ISO 4217 code"
        raise InvalidValue(what, place=place, advice=advice)


@final
@frozen(weakref_slot=False, field_transformer=placed)
class Money:
    """An exact amount in one currency.

    >>> Money("19.90", "EUR") + Money("0.10", "EUR")
    Money(amount=Decimal('20.00'), currency='EUR')

    Attributes:
        amount: how much, with at most 24 digits on either side of the point; never rounded.
        currency: an ISO 4217 code.

    Raises:
        WrongType: if the amount is a float (or any other inexact thing).
        InvalidValue: if the amount is not finite or too long, or the currency is no ISO 4217 code.

    .. versionadded:: 0.1
    """

    amount: Decimal = field(converter=_exact)
    currency: str = field(validator=_has_currency_shape)

    def __add__(self, other: "Money", /) -> "Money":
        """The sum; currencies must be the same."""
        return Money(_unrounded().add(self.amount, self._same(other).amount), self.currency)

    def __sub__(self, other: "Money", /) -> "Money":
        """The difference; currencies must be the same."""
        return Money(_unrounded().subtract(self.amount, self._same(other).amount), self.currency)

    def times(self, factor: Decimal | int, /) -> "Money":
        """This amount, *factor* times.

        >>> Money("75", "USD").times(3)
        Money(amount=Decimal('225'), currency='USD')

        Raises:
            WrongType: if the factor is a float.
            InvalidValue: if the product has over 24 digits before or after the point.
        """
        number = _exact_number(factor, "factor", place="$.factor")
        return Money(_unrounded().multiply(self.amount, number), self.currency)

    def is_less_than(self, other: "Money", /) -> bool:
        """Whether this is less than *other*.

        >>> Money("1", "USD").is_less_than(Money("2", "EUR"))
        Traceback (most recent call last):
        ...
        carecore.errors.InvalidValue: USD and EUR do not mix. Maybe convert one of them first.

        Raises:
            WrongType: if *other* is no money.
            InvalidValue: if the currencies differ.
        """
        return self.amount < self._same(other).amount

    def _same(self, other: "Money", /) -> "Money":
        require_instance(other, Money, name="the other amount")
        if other.currency != self.currency:
            what = f"{self.currency} and {other.currency} do not mix"
            raise InvalidValue(what, advice="Maybe convert one of them first")
        return other

    def __str__(self) -> str:
        """Amount and currency."""
        return f"{self.amount:f} {self.currency}"


@final
@frozen(weakref_slot=False, field_transformer=placed)
class Quantity:
    """How much of something, exactly, in a unit that is kept as it was given.

    >>> Quantity("2.50", "mg")
    Quantity(value=Decimal('2.50'), unit='mg')
    >>> Quantity("2.50", "mg") == Quantity("2.5", "mg")
    True

    Units are compared letter by letter and never converted: 1 g and 1000 mg are two quantities.

    Attributes:
        value: how much, with at most 24 digits on either side of the point; never rounded.
        unit: a UCUM code (`mg`, `m`, `{score}`) or a word of your own; empty: a plain number.

    Raises:
        WrongType: if the value is a float (or any other inexact thing), or the unit no text.
        InvalidValue: if the value is not finite or too long, or the unit begins or ends with a
            space, has over 100 characters or holds a control character.

    .. versionadded:: 0.1
    """

    value: Decimal = field(converter=_exact_value)
    unit: str = field(default="", validator=_is_unit)

    def has_unit_of(self, other: "Quantity", /) -> bool:
        """Whether *other* has the same unit, so that the two can be compared.

        >>> Quantity(1, "g").has_unit_of(Quantity(1, "mg"))
        False

        Raises:
            WrongType: if *other* is no quantity.
        """
        return require_instance(other, Quantity, name="the other quantity").unit == self.unit

    def is_less_than(self, other: "Quantity", /) -> bool:
        """Whether this is less than *other*.

        >>> Quantity(1, "g").is_less_than(Quantity(1, "mg"))
        Traceback (most recent call last):
        ...
        carecore.errors.InvalidValue: 'g' and 'mg' do not mix. Maybe convert one of them first.

        Raises:
            WrongType: if *other* is no quantity.
            InvalidValue: if the units differ.
        """
        return self.compare(other) < 0

    def compare(self, other: "Quantity", /) -> int:
        """-1 if this is less than *other*, 0 if it is as much, 1 if it is more.

        >>> Quantity(10, "m").compare(Quantity("7.5", "m"))
        1

        Raises:
            WrongType: if *other* is no quantity.
            InvalidValue: if the units differ.
        """
        if not self.has_unit_of(other):
            what = f"{quoted(self.unit)} and {quoted(other.unit)} do not mix"
            raise InvalidValue(what, advice="Maybe convert one of them first")
        return (self.value > other.value) - (self.value < other.value)

    def __str__(self) -> str:
        """Value and unit."""
        return f"{self.value:f} {self.unit}".rstrip()


@final
@frozen(kw_only=True, weakref_slot=False)
class Code:
    """A code of someone else's system, with a label of our own (their wording is theirs).

    >>> print(Code(system="http://nucc.org/provider-taxonomy", code="171M00000X", label="cases"))
    171M00000X (cases)

    Attributes:
        system: the address that names the code system.
        code: the code itself.
        label: our own words for it; may be empty.

    Raises:
        WrongType: if a part is not text.
        InvalidValue: if system or code is blank.

    .. versionadded:: 0.1
    """

    system: str = field(validator=filled_text)
    code: str = field(validator=filled_text)
    label: str = field(default="", validator=plain_text)

    def __str__(self) -> str:
        """Code and label."""
        return f"{self.code} ({self.label})" if self.label else self.code
