"""A ranking in a few sentences, as a coordinator reads them to a family."""

from collections.abc import Iterator, Sequence

from carecore.base.identity import in_words
from carecore.matching.fits import Fit, Judgement
from carecore.matching.loads import Load
from carecore.matching.margins import soft_pairs

__all__ = ["in_short", "load_line"]


def in_short(
    eligible: Sequence[Fit], undecided: Sequence[Fit], rejected: Sequence[Fit], /
) -> Iterator[str]:
    """Who comes first and why, and what there is to do where nobody surely fits.

    >>> list(in_short((), (), ()))
    ['Nobody is in the pool, so nobody could be asked about.']
    """
    if not (eligible or undecided or rejected):
        yield "Nobody is in the pool, so nobody could be asked about."
    if eligible:
        first = eligible[0]
        yield f"{first.professional_id} comes first: all that is asked for is met{_mark(first)}."
        yield from (_before(first, other) for other in eligible[1:2])
    elif undecided:
        nearest = undecided[0]
        known = "; ".join(one.text for one in nearest.undecided)
        yield (
            f"Nobody surely fits. The first to be asked is {nearest.professional_id}, "
            f"because only this is not known: {known}."
        )
    elif rejected:
        nearest = rejected[0]
        against = "; ".join(one.text for one in (*nearest.failed, *nearest.undecided))
        yield (
            f"Nobody fits. {nearest.professional_id} comes nearest; "
            f"this stands against it: {against}."
        )


def _mark(fit: Fit, /) -> str:
    told = ", ".join(in_words(one.criterion) for one in fit.admitted)
    return f", and not known and let pass is: {told}" if told else ""


def _before(first: Fit, other: Fit, /) -> str:
    pairs = soft_pairs(first, other)
    key = other.professional_id
    more = [_than(one, key, theirs) for one, theirs in pairs if one.points > theirs.points]
    less = [_than(one, key, theirs) for one, theirs in pairs if one.points < theirs.points]
    if first.score == other.score:
        return f"{key} is level with {first.professional_id}; only the order of the ids decides."
    if not more:
        return f"{key} comes next: {first.professional_id} has the higher score."
    although = f", although it is behind in {'; '.join(less)}" if less else ""
    return f"{key} comes next: {first.professional_id} is ahead in {'; '.join(more)}{although}."


def _than(one: Judgement, key: str, other: Judgement, /) -> str:
    return (
        f"{in_words(one.criterion)} with {one.points} to {other.points} points "
        f"({one.text}; {key}: {other.text})"
    )


def load_line(load: Load, /) -> str:
    """The caseload that somebody then has, in words.

    >>> load_line(Load(professional_id="p-1", limit=20, held=12, taken=3))
    '15 of 20 points, 750 ‰'
    """
    if load.held is None:
        held = f"{load.taken} more than nobody knows how many"
    else:
        held = str(load.points)
    limit = "a limit that nobody knows" if load.limit is None else f"{load.limit} points"
    full = "" if load.per_mille is None else f", {load.per_mille} ‰"
    return f"{held} of {limit}{full}{', absent' if load.is_absent else ''}"
