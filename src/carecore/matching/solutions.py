"""What comes of asking an engine: where everybody goes, what it costs and what proves it."""

from collections.abc import Sequence
from typing import TypeAlias, final

from attrs import frozen

from carecore.matching.candidates import Choices
from carecore.matching.togetherness import Party

__all__ = ["Asked", "RunnerUp", "Solution", "next_best"]

Asked: TypeAlias = Choices | Party
"""What is asked for: for one client, or for all of a asked."""

RunnerUp: TypeAlias = tuple[int | None, int | None]
"""The place that comes next, and at least how much dearer the whole would be with it."""


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Solution:
    """Where everybody goes.

    Attributes:
        places: the place of each choice; `None`: it waits.
        runners_up: the next best place of each, and at least how much dearer that would be; the
            place is `None` where the next best is to wait, the margin where it cannot be told; all
            is `None` where there is no other.
        cost: what it costs.
        bound: nothing costs less.
        prices: the price of each place.
        scale: by what the prices of a point are multiplied.
        method: how it was found.
        claimed_by: name and version of the solver that claims a better bound; empty: none does.
        claimed_bound: the bound that it claims.
        most_changes: how many may change hands who could stay; `None`: that is not limited.
        change_price: what each of these changes was made to cost, times *scale*.
    """

    places: list[int | None]
    runners_up: list[RunnerUp | None]
    cost: int
    bound: int
    prices: tuple[int, ...]
    scale: int
    method: str
    claimed_by: str = ""
    claimed_bound: int | None = None
    most_changes: int | None = None
    change_price: int = 0


def next_best(
    asked: Asked,
    place: int | None,
    /,
    *,
    prices: Sequence[int],
    scale: int,
    gap: int,
    times: int = 1,
) -> RunnerUp | None:
    """By price, where it would go next, and at least how much dearer the whole would be then.

    To be elsewhere costs at least the bound, and what the other place stands off by price; how far
    the answer itself is above the bound is taken off that, and where nothing is left of it, the
    margin cannot be told.
    *times* is by what the costs are multiplied.
    """
    priced: list[tuple[int, int | None]] = [
        (cost * scale + asked.points * prices[other], other)
        for other, cost in zip(asked.places, asked.costs, strict=True)
    ]
    priced.append((asked.wait * scale, None))
    others = [(price, other) for price, other in priced if other != place]
    if asked.pin is not None or not others:
        return None
    price, other = min(others, key=lambda one: one[0])
    margin = (price - min(priced, key=lambda one: one[0])[0]) // (scale * times) - gap
    return other, margin if margin >= 0 else None
