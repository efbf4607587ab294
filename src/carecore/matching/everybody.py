"""How everybody of a pool fits one opening, with reasons; who has the same is asked once."""

from collections.abc import Callable
from typing import TypeAlias

from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.fits import Fit, Judgement
from carecore.matching.fitting import judged, scored
from carecore.matching.openings import Opening
from carecore.matching.policies import Policy
from carecore.matching.pool_index import Index, places_in
from carecore.matching.projections import projection_of

__all__ = ["fits_in"]

_Judge: TypeAlias = Callable[[int], Judgement]


def fits_in(index: Index, opening: Opening, policy: Policy, /) -> list[Fit]:
    """How everybody in *index* fits, as `fit_of` says of each.

    Raises:
        WrongType: if a criterion gives something that is no judgement.
        InvalidValue: if it gives the judgement of another criterion, or more points than it may, or
            raises something.
        UnknownId: if the role, a need or the care setting is not in the catalogue.
    """
    judges = [_judge(one, index, opening, policy) for one in policy.criteria]
    return [
        scored(index.at(place).id, tuple(judge(place) for judge in judges), policy)
        for place in places_in(index.everybody)
    ]


def _judge(
    criterion: StandardCriterion | Criterion, index: Index, opening: Opening, policy: Policy, /
) -> _Judge:
    def alone(place: int, /) -> Judgement:
        return judged(criterion, index.at(place), opening, policy)

    if not isinstance(criterion, StandardCriterion):
        return alone
    named = projection_of(criterion.kind).names
    names = frozenset[str]() if named is None else named(opening, criterion.wanted)
    numbers = index.groups(criterion.kind)
    known: dict[int, Judgement] = {}

    def as_group(place: int, /) -> Judgement:
        if str(index.at(place).id) in names:
            return alone(place)
        number = numbers[place]
        found = known.get(number)
        if found is None:
            found = known[number] = alone(place)
        return found

    return as_group
