"""Trying what would make a pair fit, and leaving out whatever is not needed."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, combinations
from typing import Final, TypeAlias, final

import attrs

from carecore.base.timing import Period
from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.fits import Fit, Judgement
from carecore.matching.fitting import fit_of, judged, remedies_of
from carecore.matching.looks import first_day_back
from carecore.matching.openings import Opening
from carecore.matching.policies import Policy
from carecore.matching.remedies import Pair, Remedy, apply_all
from carecore.people import Professional

__all__ = ["smallest"]

_CHANGEABLE: Final[tuple[str, ...]] = tuple(one.name for one in attrs.fields(Professional))
# Another day may change anything.
_EVERYWHERE: Final = "$as_of"

_Found: TypeAlias = tuple[tuple[Remedy, ...], tuple[Judgement, ...]]


def smallest(professional: Professional, opening: Opening, policy: Policy, /) -> _Found:
    """The fewest changes after which the pair fits, and what stays in the way of any.

    Besides changes on the day itself, beginning later is tried: on the first day back from leave,
    on days on which a licence or a certification of the professional begins, on the day on which
    their authority to speak or decide for the client is over, and on days on which their caseload
    limit or what the client takes up of a caseload changes.
    """
    pair = Pair(client=opening.client, professional=professional, as_of=opening.as_of)
    before = _seen(pair, opening, policy)
    found = [
        _least(_on_day(day, before, pair, opening, policy), pair, opening, policy)
        for day in _days(professional, opening)
    ]
    remedies, impossible = min(found, key=_size)
    return ((), impossible) if impossible else (remedies, ())


def _size(found: _Found, /) -> tuple[int, int]:
    remedies, impossible = found
    return len(impossible), len(remedies)


def _seen(pair: Pair, opening: Opening, policy: Policy, /) -> Fit:
    return fit_of(pair.professional, _opened(pair, opening), policy)


def _opened(pair: Pair, opening: Opening, /) -> Opening:
    if pair.as_of == opening.as_of:
        return opening
    return attrs.evolve(opening, as_of=pair.as_of)


def _days(professional: Professional, opening: Opening, /) -> Iterator[date]:
    """The day itself, then the later days on which the two may come together more easily."""
    today = opening.as_of
    yield today
    back = first_day_back(professional, today)
    periods = (
        *(one.period for one in professional.licences or ()),
        *(one.period for one in professional.credentials or ()),
    )
    later = {
        back,
        *map(_start, periods),
        *_ends_of_authority(professional, opening),
        *_changes_of_caseload(professional, opening),
    }
    yield from sorted(day for day in later if day is not None and day > today)


def _ends_of_authority(professional: Professional, opening: Opening, /) -> Iterator[date | None]:
    for one in opening.client.representatives:
        if str(one.id) == str(professional.id) and one.period is not None:
            yield one.period.end


def _changes_of_caseload(professional: Professional, opening: Opening, /) -> Iterator[date | None]:
    for change in professional.limit_changes:
        yield change.period.start
        yield change.period.end
    for weight in opening.client.weights:
        yield weight.since


def _start(period: Period | None, /) -> date | None:
    return None if period is None else period.start


def _on_day(  # noqa: PLR0917 # all that was asked
    day: date, before: Fit, pair: Pair, opening: Opening, policy: Policy, /
) -> _Found:
    """What it takes on *day*: each criterion in the way is asked once what would help it."""
    remedies: list[Remedy] = []
    if day != pair.as_of:
        pair = attrs.evolve(pair, as_of=day)
        remedies.append(_later(day, before, _seen(pair, opening, policy)))
    asked: set[str] = set()
    while True:
        left = _in_the_way(_seen(pair, opening, policy))
        waiting = [one.criterion for one in left if one.criterion not in asked]
        if not waiting:
            return tuple(remedies), left
        asked.add(waiting[0])
        criterion, there = policy.criterion(waiting[0]), _opened(pair, opening)
        for remedy in remedies_of(criterion, pair.professional, there):
            remedies.append(remedy)
            pair = remedy.apply(pair)


def _in_the_way(fit: Fit, /) -> tuple[Judgement, ...]:
    return tuple(one for one in fit.judgements if one.stands_in_the_way)


def _later(day: date, before: Fit, after: Fit, /) -> Remedy:
    """Beginning on *day*; it answers the first criterion that is no longer in the way then."""
    still = {one.criterion for one in _in_the_way(after)}
    was = [one.criterion for one in before.judgements if one.stands_in_the_way]
    helped = next((one for one in was if one not in still), "as_of")
    return Remedy(criterion=helped, text=f"the two begin on {day}", starts=day)


def _least(found: _Found, pair: Pair, opening: Opening, policy: Policy, /) -> _Found:
    """The fewest of the changes that do; the first of several ways with equally many."""
    remedies, impossible = found
    if impossible:
        return found
    # Most that can be left out can be so one by one, which leaves few ways to be tried.
    kept = remedies
    for one in remedies:
        rest = tuple(other for other in kept if other is not one)
        fit = _seen(apply_all(rest, pair), opening, policy)
        kept = kept if _in_the_way(fit) else rest
    tried = _Tried(kept, pair, opening, policy)
    fewer = chain.from_iterable(combinations(range(len(kept)), many) for many in range(len(kept)))
    likely = (tuple(kept[number] for number in some) for some in filter(tried.does, fewer))
    # Somebody else's criterion may look at more than it says, so the pair is seen as a whole.
    sure = (
        some for some in likely if not _in_the_way(_seen(apply_all(some, pair), opening, policy))
    )
    return next(sure, kept), ()


@final
class _Tried:
    """Tries some of the changes; each criterion is asked once for those that it looks at."""

    __slots__ = ("_hard", "_known", "_opening", "_pair", "_policy", "_remedies", "_seen_by")

    def __init__(
        self, remedies: tuple[Remedy, ...], pair: Pair, opening: Opening, policy: Policy, /
    ) -> None:
        """Find out which changes each hard criterion looks at."""
        self._remedies, self._pair = remedies, pair
        self._opening, self._policy = opening, policy
        self._hard = [one for one in policy.criteria if one.is_hard]
        touched = [_touched(remedies, number, pair) for number in range(len(remedies))]
        self._seen_by: list[frozenset[int]] = [
            frozenset(number for number, places in enumerate(touched) if _looks(one, places))
            for one in self._hard
        ]
        self._known: dict[tuple[int, tuple[int, ...]], bool] = {}

    def does(self, some: tuple[int, ...], /) -> bool:
        """Whether nothing stands in the way once some of the changes are made."""
        return all(
            self._passes(number, tuple(one for one in some if one in seen))
            for number, seen in enumerate(self._seen_by)
        )

    def _passes(self, number: int, some: tuple[int, ...], /) -> bool:
        known = self._known.get((number, some))
        if known is None:
            pair = apply_all((self._remedies[one] for one in some), self._pair)
            opening = _opened(pair, self._opening)
            said = judged(self._hard[number], pair.professional, opening, self._policy)
            known = self._known[number, some] = not said.stands_in_the_way
        return known


def _touched(remedies: tuple[Remedy, ...], number: int, pair: Pair, /) -> frozenset[str]:
    """The places that a change changes, made alone or after the others."""
    one = remedies[number]
    rest = apply_all((*remedies[:number], *remedies[number + 1 :]), pair)
    pairs = ((before, one.apply(before)) for before in (pair, rest))
    places = {
        f"$professional.{name}"
        for before, after in pairs
        for name in _CHANGEABLE
        if getattr(before.professional, name) != getattr(after.professional, name)
    }
    return frozenset(places if one.starts is None else {_EVERYWHERE})


def _looks(criterion: StandardCriterion | Criterion, places: frozenset[str], /) -> bool:
    """Whether a criterion looks at one of the places, or at all of the professional."""
    looks_at = {*criterion.looks_at}
    return _EVERYWHERE in places or "$professional" in looks_at or not looks_at.isdisjoint(places)
