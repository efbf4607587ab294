"""What an allocation costs, and what proves that none costs less."""

from typing import final

from attrs import field, frozen

from carecore.base.checks import filled_text, plain_text, whole_number
from carecore.base.fields import checked
from carecore.base.identity import ProfessionalId, professional_id
from carecore.matching.fits import counted

__all__ = ["Certificate", "Costs", "Price"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Costs:
    """What an allocation costs, part by part.

    >>> Costs(fit=12, broken_bonds=100).total
    112

    Attributes:
        fit: how far the scores stay below the best there could be.
        broken_bonds: what the clients cost who change hands or wait although somebody had them.
        evenness: what uneven loads cost.
        waiting: what the clients who wait cost.

    .. versionadded:: 0.1
    """

    fit: int = field(default=0, validator=counted)
    broken_bonds: int = field(default=0, validator=counted)
    evenness: int = field(default=0, validator=counted)
    waiting: int = field(default=0, validator=counted)

    @property
    def total(self) -> int:
        """All of it."""
        return self.fit + self.broken_bonds + self.evenness + self.waiting


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Price:
    """What one more caseload point of a professional is worth.

    Attributes:
        professional_id: id of the professional.
        price: the price of a point, times the scale of the certificate.

    .. versionadded:: 0.1
    """

    professional_id: ProfessionalId = field(converter=professional_id)
    price: int


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Certificate:
    """What proves how good an allocation is: a bound below which nothing can cost.

    Whatever the prices are, every client costs at least the cheapest priced choice, and the prices
    bring in no more than what the points of the caseloads cost less; so nobody can do better than
    the bound (the weak duality of linear programs).
    An allocation whose cost equals it is optimal, whoever found it.
    A solver may claim a better bound than the prices prove; then it stands beside, with its name.

    >>> Certificate(cost=112, bound=112, method="by hand").is_optimal
    True

    Attributes:
        cost: what the allocation costs, reckoned anew.
        bound: no allocation costs less.
        method: how the allocation was found.
        scale: by what the prices are multiplied to be whole numbers.
        prices: a price for each professional; the bound follows from them.
        claimed_by: name and version of the solver that claims a better bound; empty: none does.
        claimed_bound: the bound that it claims; nobody has checked it.
        most_changes: how many clients could change hands at most who could stay; `None`: all.
        change_price: what each of these changes is made to cost in the bound, times the scale; the
            bound is less by that price for each change that is allowed.

    .. versionadded:: 0.1
    """

    cost: int
    bound: int
    method: str = field(validator=filled_text)
    scale: int = 1
    prices: tuple[Price, ...] = ()
    claimed_by: str = field(default="", validator=plain_text)
    claimed_bound: int | None = None
    most_changes: int | None = field(default=None, validator=whole_number)
    change_price: int = 0

    @property
    def gap(self) -> int:
        """How much less another allocation could cost at most."""
        return self.cost - self.bound

    @property
    def is_optimal(self) -> bool:
        """Whether no allocation costs less; said only where the bound proves it."""
        return self.gap == 0

    @property
    def is_claimed_optimal(self) -> bool:
        """Whether a solver claims that no allocation costs less, and the bound does not prove it.

        >>> proof = Certificate(
        ...     cost=112,
        ...     bound=110,
        ...     method="HiGHS 1.16.0",
        ...     claimed_by="HiGHS 1.16.0",
        ...     claimed_bound=112,
        ... )
        >>> proof.is_optimal, proof.is_claimed_optimal
        (False, True)
        """
        return not self.is_optimal and self.claimed_bound == self.cost
