"""Asking one professional everything that a policy asks, and what would help."""

from collections.abc import Callable
from typing import TypeVar

import attrs

from carecore.base.identity import ProfessionalId
from carecore.base.reasons import Verdict
from carecore.errors import CareError, InvalidValue, WrongType, described
from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.fits import Fit, Judgement
from carecore.matching.openings import Opening
from carecore.matching.policies import Policy
from carecore.matching.remedies import Remedy
from carecore.people import Professional

__all__ = ["asked", "fit_of", "judged", "remedies_of", "said", "scored"]

T = TypeVar("T")


def fit_of(professional: Professional, opening: Opening, policy: Policy, /) -> Fit:
    """How *professional* fits *opening* by *policy*: every criterion is asked, whatever comes out.

    Raises:
        WrongType: if a criterion gives something that is no judgement.
        InvalidValue: if it gives the judgement of another criterion, or more points than it may, or
            raises something.
        UnknownId: if the role, a need or the care setting is not in the catalogue.
    """
    judgements = tuple(judged(one, professional, opening, policy) for one in policy.criteria)
    return scored(professional.id, judgements, policy)


def scored(key: ProfessionalId, judgements: tuple[Judgement, ...], policy: Policy, /) -> Fit:
    """What the judgements of all criteria of *policy* come to for the professional with that id."""
    earned = dict.fromkeys(policy.tiers, 0)
    for criterion, judgement in zip(policy.criteria, judgements, strict=True):
        if not criterion.is_hard:
            earned[criterion.tier] += judgement.points
    return Fit(professional_id=key, judgements=judgements, score=tuple(earned.values()))


def remedies_of(
    criterion: StandardCriterion | Criterion, professional: Professional, opening: Opening, /
) -> tuple[Remedy, ...]:
    """What would help by *criterion*.

    Raises:
        WrongType: if the criterion gives something that is no remedy.
        InvalidValue: if it gives the remedy of another criterion, or raises something.
        UnknownId: if the role, a need or the care setting is not in the catalogue.
    """
    given = asked(
        criterion,
        f"help {professional.id!r}",
        lambda: [*criterion.remedies(professional, opening)],
    )
    return tuple(_own_remedy(criterion, one) for one in given)


def judged(
    criterion: StandardCriterion | Criterion,
    professional: Professional,
    opening: Opening,
    policy: Policy,
    /,
) -> Judgement:
    """What *criterion* says of one pair, with a mark where *policy* lets the unknown pass."""
    judgement = said(criterion, professional, opening)
    unknown = criterion.is_hard and judgement.verdict is Verdict.UNKNOWN
    is_admitted = unknown and criterion.id in policy.admits
    if is_admitted is judgement.is_admitted:
        return judgement
    return attrs.evolve(judgement, is_admitted=is_admitted)


def said(
    criterion: StandardCriterion | Criterion, professional: Professional, opening: Opening, /
) -> Judgement:
    """What *criterion* says of one pair, if that is a judgement of its own."""
    given = asked(
        criterion, f"judge {professional.id!r}", lambda: criterion.judge(professional, opening)
    )
    return _own(criterion, given)


def asked(criterion: StandardCriterion | Criterion, task: str, answer: Callable[[], T], /) -> T:
    """The answer of a criterion; whatever one of somebody else raises is told with its name.

    Raises:
        InvalidValue: if it raises anything but an error of this library.
    """
    try:
        return answer()
    except CareError:
        raise
    except Exception as error:
        raised = type(error).__name__
        what = f"the criterion {criterion.id!r} cannot {task} ({raised})"
        advice = "Maybe something is None that it does not expect"
        raise InvalidValue(what, advice=advice) from error


def _own(criterion: StandardCriterion | Criterion, given: object, /) -> Judgement:
    """What a criterion gave, if it is a judgement of its own; others write criteria too."""
    subject = f"the criterion {criterion.id!r}"
    if not isinstance(given, Judgement):
        what = f"{subject} gave {described(given)}, and a Judgement is wanted"
        raise WrongType(what, advice="Maybe it lacks a return")
    if (given.criterion, given.is_hard) != (criterion.id, criterion.is_hard):
        what = f"{subject} gave a judgement of another one"
        raise InvalidValue(what, advice="Maybe pass criterion=self.id and is_hard=self.is_hard")
    if given.points > criterion.weight or (criterion.is_hard and given.points):
        most = 0 if criterion.is_hard else criterion.weight
        what = f"{subject} gave {given.points} points, and {most} is the most"
        raise InvalidValue(what, advice="Maybe a larger weight")
    return given


def _own_remedy(criterion: StandardCriterion | Criterion, given: object, /) -> Remedy:
    subject = f"the criterion {criterion.id!r}"
    if not isinstance(given, Remedy):
        what = f"{subject} gave {described(given)}, and a Remedy is wanted"
        raise WrongType(what, advice="Maybe Remedy(criterion=self.id, ...)")
    if given.criterion != criterion.id:
        what = f"{subject} gave a remedy of another one"
        raise InvalidValue(what, advice="Maybe pass criterion=self.id")
    return given
