"""Whether a ranking says all that there is to say, and nothing else."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from carecore.base.checks import each_of, require_instance
from carecore.base.reasons import Verdict
from carecore.catalogue import STANDARD, Catalogue
from carecore.matching import STANDARD_POLICY, Fit, Judgement, Opening, Policy, Ranking
from carecore.matching.fitting import fit_of
from carecore.people import Client, Professional, Team
from carecore.travel import Journey

__all__ = ["check_ranking"]

_LISTS: Final = {
    Verdict.MET: "those who fit",
    Verdict.UNKNOWN: "the undecided",
    Verdict.NOT_MET: "those who do not fit",
}


def check_ranking(  # what a ranking may know
    ranking: Ranking,
    client: Client,
    pool: Iterable[Professional],
    /,
    *,
    policy: Policy = STANDARD_POLICY,
    team: Team | None = None,
    journey: Journey | None = None,
    catalogue: Catalogue = STANDARD,
) -> None:
    """Make sure that a ranking says all that there is to say of a question, and nothing else.

    Everybody is judged again, one by one, and by no other way than their own criteria.
    A ranking that was kept, sent or written by other means holds: nobody is left out, each stands
    in the right list and at the right place, and of each there is every judgement, as it is.

    >>> from carecore.matching import rank
    >>> from carecore.testing import older_traveller
    >>> told = older_traveller()
    >>> ranking = rank(told.client, told.pool, role="care_manager", as_of=told.as_of)
    >>> check_ranking(ranking, told.client, told.pool)

    Args:
        ranking: the ranking; the role and the day are its own.
        client: whom it is about.
        pool: everybody who was to be ranked.
        policy: by which criteria.
        team: who was there already; `None`: not known.
        journey: on which journey somebody was to go along; `None`: not known, or there was none.
        catalogue: what the field knows.

    Raises:
        AssertionError: if something is left out, added or changed; the text says all of it.
        WrongType: if an argument has a type not taken here.

    .. versionadded:: 0.1
    """
    require_instance(ranking, Ranking, name="the ranking", advice="Maybe rank(client, pool)")
    opening = Opening(
        client=client,
        role=ranking.role,
        as_of=ranking.as_of,
        team=team,
        journey=journey,
        catalogue=catalogue,
    )
    wanted = {str(one.id): fit_of(one, opening, policy) for one in each_of(pool, Professional)}
    faults = list(_faults(ranking, opening, policy, wanted))
    if faults:
        raise AssertionError("the ranking does not hold:\n" + "\n".join(faults))


def _faults(
    ranking: Ranking, opening: Opening, policy: Policy, wanted: dict[str, Fit], /
) -> Iterator[str]:
    if ranking.client_id != opening.client.id:
        yield f"it is about {ranking.client_id!r}, and not about {opening.client.id!r}"
    if ranking.policy != policy.label:
        yield f"it goes by the policy {ranking.policy!r}, and not by {policy.label!r}"
    told = [str(one.professional_id) for one in ranking.everybody]
    for key in sorted({*told, *wanted}):
        if key not in wanted:
            yield f"it speaks of {key!r}, who is not in the pool"
        elif told.count(key) != 1:
            yield f"it tells of {key!r} {told.count(key)} times"
    for verdict, fits in _told(ranking):
        known = [one for one in fits if one.professional_id in wanted]
        for fit in known:
            yield from _faults_of_fit(fit, wanted[fit.professional_id])
            is_there = wanted[fit.professional_id].verdict is verdict
            if not is_there:
                yield f"{fit.professional_id!r} stands among {_LISTS[verdict]}, and is none of them"
        ordered = sorted(known, key=partial(_place, verdict, wanted))
        if known != ordered:
            first = next(one for one, other in zip(ordered, known, strict=True) if one != other)
            yield f"among {_LISTS[verdict]}, {first.professional_id!r} comes earlier"


def _told(ranking: Ranking, /) -> tuple[tuple[Verdict, tuple[Fit, ...]], ...]:
    return (
        (Verdict.MET, ranking.eligible),
        (Verdict.UNKNOWN, ranking.undecided),
        (Verdict.NOT_MET, ranking.rejected),
    )


def _place(
    verdict: Verdict, wanted: dict[str, Fit], fit: Fit, /
) -> tuple[int, int, tuple[int, ...], str]:
    """Where somebody stands in a list, by what is to be said of them."""
    known = wanted[fit.professional_id]
    score = () if verdict is Verdict.NOT_MET else tuple(-one for one in known.score)
    return len(known.failed), len(known.undecided), score, fit.professional_id


def _faults_of_fit(fit: Fit, wanted: Fit, /) -> Iterator[str]:
    whose = f"of {fit.professional_id!r}"
    said, known = list(fit.judgements), {one.criterion: one for one in wanted.judgements}
    for one in wanted.judgements:
        if all(other.criterion != one.criterion for other in said):
            yield f"{whose} it leaves out: {_in_words(one)}"
    for number, one in enumerate(said):
        right = known.get(one.criterion)
        if right is None:
            yield f"{whose} it says what no criterion does: {_in_words(one)}"
        elif one in said[:number]:
            yield f"{whose} it says twice: {_in_words(one)}"
        elif one != right:
            yield f"{whose} it says: {_in_words(one)}; and not: {_in_words(right)}"
    in_order = [one.criterion for one in said if one.criterion in known]
    if in_order != sorted(in_order, key=list(known).index):
        yield f"{whose} the judgements are not in the order of the policy"
    if fit.score != wanted.score:
        yield f"{whose} the score is {wanted.score}, and not {fit.score}"


def _in_words(one: Judgement, /) -> str:
    points = f", {one.points} of {one.maximum} points" if one.maximum else ""
    admitted = ", let pass" if one.is_admitted else ""
    return f"{one} ({one.verdict.value}{admitted}{points})"
