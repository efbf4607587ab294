"""What allocations cost, in whole numbers: pairs, waiting, broken bonds, uneven loads."""

from collections.abc import Sequence
from typing import final

from attrs import frozen

from carecore.matching.policies import Policy
from carecore.matching.sharing import Sharing

__all__ = ["Pricing", "pricing_of", "rounded_up", "slot_costs"]


@final
@frozen(kw_only=True, weakref_slot=False)
class Pricing:
    """What pairs and waiting cost by one policy and one sharing.

    Attributes:
        maxima: the most points of each tier.
        best: the best score as one number.
        broken_bond: what it costs if a client changes hands.
        waiting: what a caseload point that waits costs.
    """

    maxima: tuple[int, ...]
    best: int
    broken_bond: int
    waiting: int

    def fit(self, score: Sequence[int], /) -> int:
        """How far *score* stays below the best, as one number.

        >>> pricing = Pricing(maxima=(1, 8), best=17, broken_bond=0, waiting=0)
        >>> pricing.fit((1, 8)), pricing.fit((1, 0)), pricing.fit((0, 8))
        (0, 8, 9)
        """
        return self.best - _as_one(score, self.maxima)


def _as_one(score: Sequence[int], maxima: Sequence[int], /) -> int:
    """A score as one number that is larger exactly where the score is better."""
    value = 0
    for points, most in zip(score, maxima, strict=True):
        value = value * (most + 1) + points
    return value


def pricing_of(policy: Policy, sharing: Sharing, /, *, wanted: int, points: int) -> Pricing:
    """The prices for a panel that wants so many places, of so many caseload points in all.

    Both are rounded up, so that a client more or less does not change what it costs to wait.
    """
    maxima = tuple(
        sum(one.weight for one in policy.criteria if not one.is_hard and one.tier == tier)
        for tier in policy.tiers
    )
    best = _as_one(maxima, maxima)
    # More than all the rest together could ever cost, so that the most points are placed.
    rest = rounded_up(wanted) * (best + sharing.broken_bond)
    rest += rounded_up(points) * 2 * sharing.evenness
    waiting = rest + 1 if sharing.waiting is None else sharing.waiting
    return Pricing(maxima=maxima, best=best, broken_bond=sharing.broken_bond, waiting=waiting)


def rounded_up(count: int, /) -> int:
    """The next power of two above *count*.

    >>> [rounded_up(count) for count in (0, 1, 3, 4, 10_000)]
    [1, 2, 4, 8, 16384]
    """
    return 1 << count.bit_length()


def slot_costs(limit: int | None, held: int, free: int, sharing: Sharing, /) -> list[int]:
    """What each further caseload point costs somebody who holds some; it never falls.

    >>> slot_costs(4, 1, 3, Sharing(name="even", evenness=20))
    [15, 25, 35]
    """
    if not limit:
        return [0] * free
    even = sharing.evenness
    return [even * (2 * (held + point) + 1) // limit for point in range(free)]
