"""How much, and which code: money that is never a float, and codes of other people's systems."""

from decimal import Decimal
from typing import Final, Self, final
import re

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, plain_text
from carecore.errors import InvalidValue, WrongType, described

__all__ = ["Code", "Money"]

_CURRENCY: Final = re.compile(r"[A-Z]{3}", re.ASCII)


def _exact(value: Decimal | int | str, /) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        what = f"an amount of money is {described(value)}, and only exact numbers are taken"
        raise WrongType(what, place="$.amount", advice="Maybe Decimal('12.50') or '12.50'")
    try:
        amount = Decimal(value)
    except ArithmeticError:
        what = f"the amount {value!r} is no number"
        raise InvalidValue(what, place="$.amount", advice="Maybe '12.50'") from None
    if not amount.is_finite():
        what = f"the amount {value!r} is not finite"
        raise InvalidValue(what, place="$.amount", advice="Maybe leave the money out if unknown")
    return amount


def _has_currency_shape(instance: object, attribute: "Attribute[str]", value: object, /) -> None:
    del instance
    if not isinstance(value, str) or not _CURRENCY.fullmatch(value):
        what = f"the currency {value!r} is no ISO 4217 code"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe 'USD' or 'EUR'")


@final
@frozen(weakref_slot=False)
class Money:
    """An exact amount in one currency.

    >>> Money("19.90", "EUR") + Money("0.10", "EUR")
    Money(amount=Decimal('20.00'), currency='EUR')

    Raises:
        WrongType: if the amount is a float (or any other inexact thing).
        InvalidValue: if the amount is not finite, or the currency is no ISO 4217 code.

    .. versionadded:: 0.1
    """

    amount: Decimal = field(converter=_exact)
    currency: str = field(validator=_has_currency_shape)

    def __add__(self, other: Self, /) -> "Money":
        """The sum; currencies must be the same."""
        return Money(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: Self, /) -> "Money":
        """The difference; currencies must be the same."""
        return Money(self.amount - self._same(other).amount, self.currency)

    def times(self, factor: Decimal | int, /) -> "Money":
        """This amount, *factor* times.

        >>> Money("75", "USD").times(3)
        Money(amount=Decimal('225'), currency='USD')

        Raises:
            WrongType: if the factor is a float.
        """
        return Money(self.amount * _exact(factor), self.currency)

    def is_less_than(self, other: Self, /) -> bool:
        """Whether this is less than *other*.

        >>> Money("1", "USD").is_less_than(Money("2", "EUR"))
        Traceback (most recent call last):
        ...
        carecore.errors.InvalidValue: USD and EUR do not mix. Maybe convert one of them first.

        Raises:
            InvalidValue: if the currencies differ.
        """
        return self.amount < self._same(other).amount

    def _same(self, other: "Money", /) -> "Money":
        if other.currency != self.currency:
            what = f"{self.currency} and {other.currency} do not mix"
            raise InvalidValue(what, advice="Maybe convert one of them first")
        return other

    def __str__(self) -> str:
        """Amount and currency."""
        return f"{self.amount} {self.currency}"


@final
@frozen(kw_only=True, weakref_slot=False)
class Code:
    """A code of someone else's system, with a label of our own (their wording is theirs).

    >>> print(Code(system="http://nucc.org/provider-taxonomy", code="171M00000X", label="case work"))
    171M00000X (case work)

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
