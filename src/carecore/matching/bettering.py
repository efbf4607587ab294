"""Asking what would have to change for somebody to come first."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, combinations
from typing import final

import attrs

from carecore.base.checks import require_instance
from carecore.base.reasons import Verdict
from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import CareError
from carecore.matching.advise import person_faults, pool_faults
from carecore.matching.becoming_best import WhatMakesBest
from carecore.matching.criteria import Criterion, CriterionKind, StandardCriterion
from carecore.matching.everybody import sifted
from carecore.matching.fits import Fit
from carecore.matching.fitting import fit_of, remedies_of
from carecore.matching.looks import points_wanted
from carecore.matching.margins import is_before
from carecore.matching.openings import Opening
from carecore.matching.policies import STANDARD_POLICY, Policy
from carecore.matching.pool_index import Index
from carecore.matching.pools import Pool, index_of
from carecore.matching.questions import one_person, opening_asked, people_of
from carecore.matching.remedies import Pair, Remedy, apply_all
from carecore.matching.trying import smallest
from carecore.people import Client, Professional, Team
from carecore.travel import Journey

__all__ = ["what_would_make_best"]


def what_would_make_best(  # what a ranking may know
    client: Client,
    professional: Professional,
    pool: Iterable[Professional],
    /,
    *,
    role: str | None = None,
    policy: Policy = STANDARD_POLICY,
    as_of: date,
    team: Team | None = None,
    journey: Journey | None = None,
    catalogue: Catalogue = STANDARD,
) -> WhatMakesBest:
    """The smallest changes after which *professional* comes first in a ranking of *pool*.

    Tried are the changes that make the pair fit, as `what_would_it_take` says them, and for each
    soft criterion by which more can be earned, what would earn it: a language, a certificate, the
    fewest more caseload points that are free.
    Nothing smaller does: with any of the changes left out, somebody else comes first, or nobody.
    It is about changes of theirs only; what others could change, and what a policy could weigh
    otherwise, is not tried.

    >>> client = Client(
    ...     id="c-1",
    ...     setting="home_independent",
    ...     needs=("visit_mother_weekly",),
    ...     languages=("pl", "en"),
    ... )
    >>> zofia = Professional(
    ...     id="p-zofia",
    ...     roles=("care_manager",),
    ...     settings=("home_independent",),
    ...     languages=("pl",),
    ...     caseload_limit=12,
    ...     caseload=6,
    ... )
    >>> ben = attrs.evolve(zofia, id="p-ben", languages=("en",))
    >>> policy = STANDARD_POLICY.without("jurisdiction", "close_by", "certified")
    >>> answer = what_would_make_best(
    ...     client, ben, [ben, zofia], policy=policy, as_of=date(2026, 11, 23)
    ... )
    >>> [change.text for change in answer.remedies]
    ['they speak pl']

    Args:
        client: who needs somebody.
        professional: who is to come first; in the pool, this takes the place of whoever has the
            same id.
        pool: everybody who could be engaged.
        role: id of the role; left out, it is found as in `rank`.
        policy: which criteria are asked.
        as_of: the day, in the client's calendar.
        team: who is there already; `None`: not known.
        journey: on which journey somebody goes along; `None`: not known, or there is none.
        catalogue: what the field knows.

    What is refused is what `rank` and `why_not` refuse.

    .. versionadded:: 0.1
    """
    require_instance(policy, Policy, name="the policy", advice="Maybe STANDARD_POLICY")
    person = one_person(professional)
    people = people_of(pool) if not isinstance(pool, Pool) else pool.professionals
    faults = _faults(person, people, catalogue)
    opening = opening_asked(client, faults, role, as_of, team, journey, catalogue)
    index = index_of(pool if isinstance(pool, Pool) else people)
    if str(person.id) in index.places:
        index = index.without(str(person.id))
    return _Contest(opening, policy, index).answer(person)


def _faults(
    person: Professional, people: tuple[Professional, ...], catalogue: Catalogue, /
) -> Iterator[CareError]:
    yield from person_faults(person, catalogue, "$professional")
    yield from pool_faults(people, catalogue)


@final
class _Contest:
    """One opening, and all the others who could be chosen for it."""

    __slots__ = ("_index", "_openings", "_policy", "_rivals", "_today")

    def __init__(self, opening: Opening, policy: Policy, others: Index, /) -> None:
        self._today = opening
        self._openings = {opening.as_of: opening}
        self._policy = policy
        self._index = others
        self._rivals: dict[date, Fit | None] = {}

    def answer(self, person: Professional, /) -> WhatMakesBest:
        """What would make *person* come first."""
        today = self._today
        pair = Pair(client=today.client, professional=person, as_of=today.as_of)
        to_fit, impossible = smallest(person, today, self._policy)
        tried: tuple[Remedy, ...] = ()
        if not impossible:
            tried = self._least((*to_fit, *self._to_earn(apply_all(to_fit, pair))), pair)
        after = apply_all(tried, pair)
        is_best = self._is_best(after)
        return WhatMakesBest(
            pair=pair,
            role=today.role,
            policy=self._policy.label,
            now=self._fit(pair),
            rival=self._rival(after.as_of),
            then=self._fit(after),
            remedies=tried if is_best else (),
            impossible=impossible,
        )

    def _least(self, remedies: tuple[Remedy, ...], pair: Pair, /) -> tuple[Remedy, ...]:
        """The fewest of *remedies* that do, with no more room than is needed; else all of them."""
        choices = chain.from_iterable(
            combinations(remedies, many) for many in range(len(remedies) + 1)
        )
        chosen = next((one for one in choices if self._is_best(apply_all(one, pair))), None)
        return remedies if chosen is None else self._with_least_room(chosen, pair)

    def _with_least_room(self, chosen: tuple[Remedy, ...], pair: Pair, /) -> tuple[Remedy, ...]:
        """*chosen*, each room that is freed as small as still does."""
        for number, one in enumerate(chosen):
            if one.points is not None:
                before, after = chosen[:number], chosen[number + 1 :]
                least, most = 0, one.points
                while least < most:
                    points = (least + most) // 2
                    less = (*before, _room(one.criterion, points, pair), *after)
                    if self._is_best(apply_all(less, pair)):
                        most = points
                    else:
                        least = points + 1
                chosen = (*before, _room(one.criterion, most, pair), *after)
        return chosen

    def _to_earn(self, pair: Pair, /) -> Iterator[Remedy]:
        """What would earn more by each soft criterion."""
        fit, opening = self._fit(pair), self._on(pair.as_of)
        for criterion in self._policy.criteria:
            judgement = fit.judgement(criterion.id)
            if not criterion.is_hard and judgement.points < judgement.maximum:
                yield from _earning(criterion, pair, opening)

    def _is_best(self, pair: Pair, /) -> bool:
        fit, rival = self._fit(pair), self._rival(pair.as_of)
        return fit.verdict is Verdict.MET and (rival is None or is_before(fit, rival))

    def _fit(self, pair: Pair, /) -> Fit:
        return fit_of(pair.professional, self._on(pair.as_of), self._policy)

    def _on(self, day: date, /) -> Opening:
        """The opening as of that day."""
        if day not in self._openings:
            self._openings[day] = attrs.evolve(self._today, as_of=day)
        return self._openings[day]

    def _rival(self, day: date, /) -> Fit | None:
        """The best of all others on that day."""
        if day not in self._rivals:
            eligible = sifted(self._index, self._on(day), self._policy).eligible
            self._rivals[day] = eligible[0] if eligible else None
        return self._rivals[day]


def _earning(
    criterion: StandardCriterion | Criterion, pair: Pair, opening: Opening, /
) -> Iterator[Remedy]:
    is_about_room = (
        isinstance(criterion, StandardCriterion) and criterion.kind is CriterionKind.CASELOAD
    )
    if is_about_room:
        # Nobody has more room than with an empty caseload; how much is needed is seen later.
        limit = pair.professional.limit_on(pair.as_of) or 0
        yield _room(criterion.id, max(limit, points_wanted(opening)), pair)
    else:
        yield from remedies_of(criterion, pair.professional, opening)


def _room(criterion: str, points: int, pair: Pair, /) -> Remedy:
    person = pair.professional
    limit, load = person.limit_on(pair.as_of), person.caseload
    counted = f"{points} caseload point{' is' if points == 1 else 's are'}"
    if limit is None or load is None:
        text = f"{counted} known to be free"
    else:
        text = f"{counted} free, {points - (limit - load)} more than now"
    return Remedy(criterion=criterion, text=text, points=points)
