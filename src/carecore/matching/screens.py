"""Asking everybody at once: who fits an opening, and what each of them scores.

It gives the verdicts and the scores of `fit_of`, without the words.
"""

from collections.abc import Iterator
from typing import Final, final

from carecore.base.reasons import Verdict
from carecore.catalogue import Catalogue
from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.fitting import judged
from carecore.matching.openings import Opening
from carecore.matching.policies import Policy
from carecore.matching.pool_index import Asker, Index, places_in

__all__ = ["Screen", "Screened", "screen_of"]


_MOST_KEPT: Final = 16


@final
class Screen:
    """A policy, ready to be put to everybody in an index.

    Attributes:
        hard: the hard criteria of carecore's own, each with whether it may be unknown.
        has_others: whether criteria of other packages are hard.
    """

    __slots__ = ("_kept", "hard", "has_others")

    def __init__(self, index: Index, policy: Policy, catalogue: Catalogue, /) -> None:
        """Sort the criteria."""
        # They are kept, so that the number of each stays its own.
        self._kept = (policy, catalogue)
        hard = [one for one in policy.criteria if one.is_hard]
        self.hard: list[tuple[Asker, bool]] = [
            (index.asker(one, catalogue), one.id in policy.admits)
            for one in hard
            if isinstance(one, StandardCriterion)
        ]
        self.has_others: bool = len(self.hard) < len(hard)


def screen_of(index: Index, policy: Policy, catalogue: Catalogue, /) -> Screen:
    """The screen for that policy; the same one each time it is asked for."""
    key = ("screen", id(policy), id(catalogue))
    found = index.kept.get(key)
    if not isinstance(found, Screen):
        if len(index.kept) >= _MOST_KEPT:
            # Whoever makes a policy for each question should not fill the memory with them.
            index.kept.clear()
        found = index.kept[key] = Screen(index, policy, catalogue)
    return found


@final
class Screened:
    """What a policy says of everybody for one opening.

    Attributes:
        eligible: the bits of those who fit.
        undecided: the bits of those of whom something is not known.
    """

    __slots__ = ("_index", "_opening", "_policy", "eligible", "undecided")

    def __init__(self, index: Index, opening: Opening, policy: Policy, /) -> None:
        """Ask every hard criterion of everybody; those of other packages, of whoever is left."""
        self._index = index
        self._opening = opening
        self._policy = policy
        screen = screen_of(index, policy, opening.catalogue)
        met = possible = index.everybody
        for asker, may_be_unknown in screen.hard:
            fit, unknown = asker.masks(opening)
            possible &= fit | unknown
            met &= fit | unknown if may_be_unknown else fit
        self.eligible: int = met
        self.undecided: int = possible & ~met
        if screen.has_others:
            self._ask_others()

    def _ask_others(self) -> None:
        for place in places_in(self.eligible | self.undecided):
            bit = 1 << place
            for one in self._policy.criteria:
                if not one.is_hard or isinstance(one, StandardCriterion):
                    continue
                said = judged(one, self._index.at(place), self._opening, self._policy).weighs
                if said is Verdict.NOT_MET:
                    self.eligible &= ~bit
                    self.undecided &= ~bit
                    break
                if said is Verdict.UNKNOWN:
                    self.eligible &= ~bit
                    self.undecided |= bit

    def scores(self, mask: int, /) -> list[tuple[int, tuple[int, ...]]]:
        """The places in a mask, each with the points of the soft criteria, tier by tier."""
        places = places_in(mask)
        earned = {tier: [0] * len(places) for tier in self._policy.tiers}
        for one in self._policy.criteria:
            if not one.is_hard:
                column = earned[one.tier]
                for row, points in enumerate(self._points(one, places)):
                    column[row] += points
        columns = list(earned.values())
        return [(place, tuple(one[row] for one in columns)) for row, place in enumerate(places)]

    def _points(
        self, criterion: StandardCriterion | Criterion, places: list[int], /
    ) -> Iterator[int]:
        if isinstance(criterion, StandardCriterion):
            answer, weight = (
                self._index.answer(criterion, self._opening),
                criterion.weight,
            )
            return (answer.seen(place).points(weight) for place in places)
        return (
            judged(criterion, self._index.at(place), self._opening, self._policy).points
            for place in places
        )
