"""How everybody of a pool fits one opening, with reasons; who has the same is asked once.

A judgement is made for each group of people who have the same, and shared by all of them; what it
says in words is told when somebody asks.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import partial
from itertools import repeat
from typing import Final, NamedTuple, TypeVar, final

from carecore.base.reasons import Verdict
from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.fits import Fit, Judgement, fit_as_counted, judgement_untold
from carecore.matching.fitting import judged
from carecore.matching.lenses import lens_of
from carecore.matching.openings import Opening
from carecore.matching.policies import Policy
from carecore.matching.pool_groups import places_in
from carecore.matching.pool_index import Index, nobody_of
from carecore.matching.sheets import Answer
from carecore.people import Professional

__all__ = ["Sifted", "sifted"]

T = TypeVar("T")

_FAILED: Final = 1 << 20
"""What a criterion that is not met counts, where one that is unknown counts one.

One number so tells of both, and numbers are in the order of the nearest miss; no policy has so many
criteria that the unknown ones would count as a failed one.
"""
_COUNTS: Final = {Verdict.MET: 0, Verdict.UNKNOWN: 1, Verdict.NOT_MET: _FAILED}


@final
class Sifted(NamedTuple):
    """Everybody of a pool, in the order of a ranking.

    Attributes:
        eligible: those who fit, by score.
        undecided: those of whom something is not known, the fewest unknown criteria first.
        rejected: those who do not fit, the fewest failed criteria first.
    """

    eligible: tuple[Fit, ...]
    undecided: tuple[Fit, ...]
    rejected: tuple[Fit, ...]


def sifted(index: Index, opening: Opening, policy: Policy, /) -> Sifted:
    """How everybody in *index* fits, as `fit_of` says of each.

    Raises:
        WrongType: if a criterion gives something that is no judgement.
        InvalidValue: if it gives the judgement of another criterion, or more points than it may, or
            raises something.
        UnknownId: if the role, a need or the care setting is not in the catalogue.
    """
    places = places_in(index.everybody)
    length = len(places)
    told: list[list[Judgement]] = []
    hard: list[list[int]] = [[0] * length]
    soft: dict[int, list[list[int]]] = {tier: [] for tier in policy.tiers}
    for criterion in policy.criteria:
        column = _column(criterion, index, opening, policy, places)
        told.append(column.judgements)
        (hard if criterion.is_hard else soft[criterion.tier]).append(column.counts)
    scores = [_summed(columns) for columns in soft.values()]
    ids = [index.at(place).id for place in places]
    fits = map(fit_as_counted, ids, _rows(told, length), _rows(scores, length))
    return _in_order(zip(_summed(hard), fits, strict=True))


def _summed(columns: list[list[int]], /) -> list[int]:
    return list(map(sum, zip(*columns, strict=True)))


def _rows(columns: list[list[T]], length: int, /) -> Iterable[tuple[T, ...]]:
    return zip(*columns, strict=True) if columns else repeat((), length)


def _in_order(counted: Iterable[tuple[int, Fit]], /) -> Sifted:
    eligible: list[Fit] = []
    undecided: list[tuple[int, Fit]] = []
    rejected: list[tuple[int, Fit]] = []
    for total, fit in counted:
        if not total:
            eligible.append(fit)
        else:
            (undecided if total < _FAILED else rejected).append((total, fit))
    return Sifted(
        tuple(sorted(eligible, key=_best_first)),
        tuple(fit for _, fit in sorted(undecided, key=_most_known_first)),
        tuple(fit for _, fit in sorted(rejected, key=_nearest_first)),
    )


def _best_first(fit: Fit, /) -> tuple[tuple[int, ...], str]:
    return tuple(-one for one in fit.score), fit.professional_id


def _most_known_first(counted: tuple[int, Fit], /) -> tuple[int, tuple[int, ...], str]:
    unknown, fit = counted
    return unknown, *_best_first(fit)


def _nearest_first(counted: tuple[int, Fit], /) -> tuple[int, str]:
    total, fit = counted
    return total, fit.professional_id


@final
class _Column(NamedTuple):
    """What one criterion says of everybody.

    Attributes:
        judgements: what it says.
        counts: of a hard one, whether it stands in the way; of a soft one, its points.
    """

    judgements: list[Judgement]
    counts: list[int]


def _column(  # noqa: PLR0917 # all that was asked
    criterion: StandardCriterion | Criterion,
    index: Index,
    opening: Opening,
    policy: Policy,
    places: list[int],
    /,
) -> _Column:
    def alone(person: Professional, /) -> Judgement:
        return judged(criterion, person, opening, policy)

    lens = lens_of(criterion)
    if lens is None:
        judgements = [alone(index.at(place)) for place in places]
        return _Column(judgements, list(map(_count, judgements)))
    asker = index.asker(lens, opening.catalogue)
    answer, names = asker.answer(opening), asker.names(opening)
    groups = answer.groups
    speakers = [nobody_of(one, names) for one in groups.speakers] if names else groups.speakers
    if isinstance(criterion, StandardCriterion):
        said = _untold(criterion, answer, policy, [partial(alone, one) for one in speakers])
    else:
        # Whoever wrote it may raise, and should not do so when the words are read.
        said = [alone(one) for one in speakers]
    counts = [_count(one) for one in said]
    numbers = groups.numbers
    if len(numbers) > len(places):
        numbers = [numbers[place] for place in places]
    column = _Column([said[one] for one in numbers], [counts[one] for one in numbers])
    for place in answer.named:
        row, judgement = bisect_left(places, place), alone(index.at(place))
        column.judgements[row], column.counts[row] = judgement, _count(judgement)
    return column


def _untold(
    criterion: StandardCriterion,
    answer: Answer,
    policy: Policy,
    tellers: list[Callable[[], Judgement]],
    /,
) -> list[Judgement]:
    """What is said of each group; the words are told by whom they are asked of."""
    is_hard, is_admitted = criterion.is_hard, criterion.id in policy.admits
    weight = 0 if is_hard else criterion.weight
    return [
        judgement_untold(
            criterion.id,
            is_hard=is_hard,
            verdict=verdict,
            is_admitted=is_admitted and verdict is Verdict.UNKNOWN,
            points=points,
            maximum=weight,
            tell=tell,
        )
        for verdict, points, tell in zip(
            answer.verdicts_by_group(is_hard=is_hard),
            answer.points_by_group(weight),
            tellers,
            strict=True,
        )
    ]


def _count(judgement: Judgement, /) -> int:
    return _COUNTS[judgement.weighs] if judgement.is_hard else judgement.points
