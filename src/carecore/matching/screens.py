"""Asking everybody at once: who fits an opening, and what each of them scores.

It gives the verdicts and the scores of `fit_of`, without the words.
"""

from typing import final

from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.fitting import said
from carecore.matching.lenses import lens_of
from carecore.matching.openings import Opening
from carecore.matching.policies import Policy
from carecore.matching.pool_groups import places_in
from carecore.matching.pool_index import Index

__all__ = ["Screened"]


@final
class Screened:
    """What a policy says of everybody for one opening.

    Attributes:
        eligible: the bits of those who fit.
        undecided: the bits of those of whom something is not known.
    """

    __slots__ = ("_index", "_opening", "_policy", "eligible", "undecided")

    def __init__(self, index: Index, opening: Opening, policy: Policy, /) -> None:
        """Ask every hard criterion of everybody; those asked pair by pair, of whoever is left."""
        self._index = index
        self._opening = opening
        self._policy = policy
        screen = index.screen(policy, opening.catalogue)
        met = left = index.everybody
        for row in screen.quickest:
            passing, possible = screen.masks(row, opening, left)
            met &= passing
            left &= possible
            if not left:
                break
        self.eligible: int = met & left
        self.undecided: int = left & ~met

    def scores(self, mask: int, /) -> list[tuple[int, tuple[int, ...]]]:
        """The places in a mask, each with the points of the soft criteria, tier by tier."""
        places = places_in(mask)
        return list(zip(places, self.scores_at(places), strict=True))

    def scores_at(self, places: list[int], /) -> list[tuple[int, ...]]:
        """The points of those at *places*, tier by tier."""
        earned: dict[int, list[list[int]]] = {tier: [] for tier in self._policy.tiers}
        for one in self._policy.criteria:
            if not one.is_hard:
                earned[one.tier].append(self._points(one, places))
        columns = [[*map(sum, zip(*points, strict=True))] for points in earned.values()]
        return list(zip(*columns, strict=True)) if columns else [()] * len(places)

    def _points(self, criterion: StandardCriterion | Criterion, places: list[int], /) -> list[int]:
        lens = lens_of(criterion)
        if lens is None:
            return [
                said(criterion, self._index.at(place), self._opening).points for place in places
            ]
        asker = self._index.asker(lens, self._opening.catalogue)
        return asker.answer(self._opening).points(places, criterion.weight)
