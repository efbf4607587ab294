"""Asking the pool for every client: here, or by several at once.

That is most of the work of sharing out, and no client's choices depend on another's.
Whoever asks for some of the clients asks the same pool, with nobody left out of it; who is placed
where is then decided in one place for all.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, Final, final

import attrs
from attrs import frozen

from carecore.errors import WrongType, described
from carecore.flows import Workers
from carecore.matching.candidates import Choices, choices_of
from carecore.matching.demands import Demand
from carecore.matching.openings import Opening, take_as_asked
from carecore.matching.policies import Policy
from carecore.matching.pool_index import Index
from carecore.matching.pricing import Pricing
from carecore.matching.wanted import Wanted
from carecore.people import Professional

__all__ = ["Terms", "choices_by", "require_workers"]

_PARTS_EACH: Final = 2
"""So many parts for each worker, so that nobody waits long for the slowest."""


def require_workers(given: object, /) -> None:
    """Refuse what can do no work.

    Raises:
        WrongType: if it is neither `None` nor has a count and a map.
    """
    if given is not None and not isinstance(given, Workers):
        what = f"the workers are {described(given)}, and they need a count and a map"
        raise WrongType(what, advice="Maybe carecore.extra.batch.in_processes(2) gives them")


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Terms:
    """All that a choice depends on besides the client and the pool.

    Attributes:
        policy: which criteria are asked.
        pricing: the prices.
        before: id of who had whom, by client and role.
        pins: id of who has to come, by client and role.
        barred: ids of client and professional that may not come together.
    """

    policy: Policy
    pricing: Pricing
    before: Mapping[tuple[str, str], str]
    pins: Mapping[tuple[str, str], str]
    barred: frozenset[tuple[str, str]]

    def choices(self, wanted: Sequence[Wanted], index: Index, /) -> list[Choices]:
        """Who may come to each, out of the pool in *index*."""
        return [
            choices_of(
                one,
                index,
                self.policy,
                self.pricing,
                before=self.before,
                pins=self.pins,
                barred=self.barred,
            )
            for one in wanted
        ]


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class _Part:
    """Some of the clients, as they are sent to somebody; nothing in it is about the others.

    Attributes:
        openings: what is to be filled for each.
        asked: what each asks of people, where that is known already.
        before: id of who had whom, by client and role.
        pins: id of who has to come, by client and role.
        barred: ids of client and professional that may not come together.
    """

    openings: Sequence[Opening]
    asked: Sequence[tuple[Demand, ...] | None]
    before: Mapping[tuple[str, str], str]
    pins: Mapping[tuple[str, str], str]
    barred: frozenset[tuple[str, str]]


def choices_by(
    workers: Workers | None, terms: Terms, wanted: Sequence[Wanted], index: Index, /
) -> list[Choices]:
    """Who may come to each of *wanted*; the workers, if there are any, share it among them."""
    if workers is None or not wanted:
        return terms.choices(wanted, index)
    count = min(len(wanted), _PARTS_EACH * max(workers.count, 1))
    ends = [len(wanted) * number // count for number in range(count + 1)]
    parts = [wanted[start:end] for start, end in pairwise(ends)]
    people = [index.at(place) for place in range(len(index.people))]
    common = attrs.evolve(terms, before={}, pins={}, barred=frozenset())
    sent = [_sent(terms, one) for one in parts]
    return [
        Choices(wanted=one, **fields)
        for part, told in zip(parts, workers.map(partial(_told, common, people), sent), strict=True)
        for one, fields in zip(part, told, strict=True)
    ]


def _sent(terms: Terms, wanted: Sequence[Wanted], /) -> _Part:
    openings = [one.opening for one in wanted]
    keys = [one.key for one in wanted]
    clients = {client for client, _ in keys}
    return _Part(
        openings=openings,
        # Without a team it was worked out for all who are in the same situation.
        asked=[one.asked if one.team is None else None for one in openings],
        before={key: terms.before[key] for key in keys if key in terms.before},
        pins={key: terms.pins[key] for key in keys if key in terms.pins},
        barred=frozenset(pair for pair in terms.barred if pair[0] in clients),
    )


def _told(common: Terms, people: Sequence[Professional], part: _Part, /) -> list[dict[str, Any]]:
    """What is told of the choices of a part: all but what is wanted, which is known already."""
    for opening, asked in zip(part.openings, part.asked, strict=True):
        if asked is not None:
            take_as_asked(opening, asked)
    wanted = [Wanted(opening=one) for one in part.openings]
    terms = attrs.evolve(common, before=part.before, pins=part.pins, barred=part.barred)
    return [
        {
            name: value
            for name, value in attrs.asdict(one, recurse=False).items()
            if name != "wanted"
        }
        for one in terms.choices(wanted, Index(people))
    ]
