"""Works out why clients change hands, from the answer of the engine."""

from collections.abc import Mapping
from typing import final

from carecore.base.identity import professional_id
from carecore.matching.broken_bonds import BrokenBecause, BrokenBond
from carecore.matching.candidates import Choices
from carecore.matching.few_changes import can_stay
from carecore.matching.fitting import fit_of
from carecore.matching.policies import Policy
from carecore.matching.pool_index import Index
from carecore.matching.pricing import Pricing
from carecore.matching.solutions import Solution

__all__ = ["Breaking"]


@final
class Breaking:
    """Tells of each client who had somebody and is elsewhere now."""

    __slots__ = ("_index", "_left", "_policy", "_pricing", "_solution")

    def __init__(  # noqa: PLR0917 # all that it rests on
        self,
        index: Index,
        policy: Policy,
        pricing: Pricing,
        solution: Solution,
        left: Mapping[int, int],
        /,
    ) -> None:
        """Take what the answer rests on, and how much room is left at each place."""
        self._index = index
        self._policy = policy
        self._pricing = pricing
        self._solution = solution
        self._left = left

    def told(self, choice: Choices, place: int | None, before: str, /) -> BrokenBond:
        """Why the client does not stay with the one with the id *before*."""
        because, criteria = self._because(choice, before)
        is_possible = can_stay(choice)
        return BrokenBond(
            client_id=choice.wanted.opening.client.id,
            role=choice.wanted.opening.role,
            before=professional_id(before),
            after=None if place is None else self._index.at(place).id,
            because=because,
            criteria=criteria,
            price=self._pricing.broken_bond,
            saves=self._saves(choice, place) if is_possible else None,
        )

    def _because(self, choice: Choices, before: str, /) -> tuple[BrokenBecause, tuple[str, ...]]:
        former = self._index.places.get(before)
        if former is None:
            return BrokenBecause.GONE, ()
        if former not in choice.places:
            person = self._index.at(former)
            fit = fit_of(person, choice.wanted.opening, self._policy)
            barring = tuple(one.criterion for one in fit.judgements if one.stands_in_the_way)
            return (BrokenBecause.DOES_NOT_FIT if barring else BrokenBecause.BARRED), barring
        if choice.pin is not None:
            return BrokenBecause.PINNED_ELSEWHERE, ()
        is_full = self._left[former] < choice.wanted.points
        return (BrokenBecause.NO_ROOM if is_full else BrokenBecause.COSTS_LESS), ()

    def _saves(self, choice: Choices, place: int | None, /) -> int:
        """At least so much dearer all would be if the client stayed, by the prices."""
        found = self._solution
        # A change that is spared gives its price back to another one.
        here = self._priced(choice, place) + found.change_price
        assert choice.before is not None
        least = (self._priced(choice, choice.before) - here) // found.scale
        return max(least - (found.cost - found.bound), 0)

    def _priced(self, choice: Choices, place: int | None, /) -> int:
        found = self._solution
        if place is None:
            return choice.wait * found.scale
        cost = choice.costs[choice.places.index(place)]
        return cost * found.scale + choice.wanted.points * found.prices[place]
