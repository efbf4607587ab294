"""What stands between a client and a pool: who fails what, and whom only one thing bars."""

from collections.abc import Iterator

from carecore.base.reasons import Verdict
from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.fitting import judged
from carecore.matching.placements import Obstacle
from carecore.matching.policies import Policy
from carecore.matching.pool_index import Index, places_in
from carecore.matching.wanted import Wanted

__all__ = ["admitted_of", "obstacles_of"]


def obstacles_of(wanted: Wanted, index: Index, policy: Policy, /) -> tuple[Obstacle, ...]:
    """The hard criteria that somebody in *index* fails, in the order of the policy."""
    return tuple(_obstacles(wanted, index, policy))


def _obstacles(wanted: Wanted, index: Index, policy: Policy, /) -> Iterator[Obstacle]:
    hard = [one for one in policy.criteria if one.is_hard]
    met = [_met(one, wanted, index, policy) for one in hard]
    for number, criterion in enumerate(hard):
        fit, unknown = met[number]
        if fit == index.everybody:
            continue
        others = index.everybody
        for at, (one, _) in enumerate(met):
            others &= one if at != number else others
        failing = index.everybody & ~fit & ~unknown
        yield Obstacle(
            criterion=criterion.id,
            failing=failing.bit_count(),
            unknown=unknown.bit_count(),
            alone=tuple(sorted(index.at(place).id for place in places_in(others & ~fit))),
        )


def _met(
    criterion: StandardCriterion | Criterion, wanted: Wanted, index: Index, policy: Policy, /
) -> tuple[int, int]:
    """The bits of those whom the criterion does not bar, and of those of whom it is unknown."""
    if isinstance(criterion, StandardCriterion):
        answer = index.answer(criterion, wanted.opening)
        if criterion.id in policy.admits:
            return answer.met | answer.unknown, 0
        return answer.met, answer.unknown
    met = unknown = 0
    for place in places_in(index.everybody):
        said = judged(criterion, index.at(place), wanted.opening, policy).weighs
        met |= (said is Verdict.MET) << place
        unknown |= (said is Verdict.UNKNOWN) << place
    return met, unknown


def admitted_of(wanted: Wanted, index: Index, policy: Policy, place: int, /) -> tuple[str, ...]:
    """Ids of the hard criteria that are unknown of the one at *place*, and let pass."""
    found: list[str] = []
    for one in policy.criteria:
        if one.id in policy.admits:
            if isinstance(one, StandardCriterion):
                unknown = index.answer(one, wanted.opening).unknown >> place & 1
            else:
                unknown = judged(one, index.at(place), wanted.opening, policy).is_admitted
            if unknown:
                found.append(one.id)
    return tuple(found)
