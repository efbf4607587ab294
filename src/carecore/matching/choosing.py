"""Asking the pool for every client: here, or by several at once.

Who may come to each, and what stands in the way of those who wait, is most of the work of sharing
out, and one client's answer does not depend on another's.
Whoever asks for some of the clients asks the same pool, with nobody left out of it; who is placed
where is decided in one place for all.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, Final, TypeAlias, TypeVar, final

import attrs
from attrs import frozen

from carecore.errors import InvalidValue, WrongType, described
from carecore.flows import Workers
from carecore.matching.candidates import Choices, choices_of
from carecore.matching.demands import Demand
from carecore.matching.obstacles import obstacles_of
from carecore.matching.openings import Opening, take_as_asked
from carecore.matching.placements import Obstacle
from carecore.matching.policies import Policy
from carecore.matching.pool_index import Index
from carecore.matching.pricing import Pricing
from carecore.matching.wanted import Wanted
from carecore.people import Professional

__all__ = ["Terms", "choices_by", "obstacles_by", "require_workers"]

T = TypeVar("T")
_Key: TypeAlias = tuple[str, str]

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
class _Sent:
    """Some of the clients, as they are sent to somebody.

    Attributes:
        openings: what is to be filled for each.
        asked: what each asks of people, where that is known already.
    """

    openings: Sequence[Opening]
    asked: Sequence[tuple[Demand, ...] | None]

    @property
    def wanted(self) -> list[Wanted]:
        """The same where it has come."""
        for opening, asked in zip(self.openings, self.asked, strict=True):
            if asked is not None:
                take_as_asked(opening, asked)
        return [Wanted(opening=one) for one in self.openings]


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class _Part:
    """The same with what their choices depend on; nothing in it is about other clients.

    Attributes:
        sent: the clients.
        before: id of who had whom, by client and role.
        pins: id of who has to come, by client and role.
        barred: ids of client and professional that may not come together.
    """

    sent: _Sent
    before: Mapping[tuple[str, str], str]
    pins: Mapping[tuple[str, str], str]
    barred: frozenset[tuple[str, str]]


def choices_by(
    workers: Workers | None, terms: Terms, wanted: Sequence[Wanted], index: Index, /
) -> list[Choices]:
    """Who may come to each of *wanted*; the workers, if there are any, share it among them."""
    if workers is None or not wanted:
        return terms.choices(wanted, index)
    parts = _parts(wanted, workers)
    common = attrs.evolve(terms, before={}, pins={}, barred=frozenset())
    told = workers.map(
        partial(_choices_told, common, _everybody(index)), [_part(terms, one) for one in parts]
    )
    return [Choices(wanted=one, **fields) for one, fields in _matched(parts, told)]


def obstacles_by(
    workers: Workers | None, policy: Policy, waiting: Sequence[Wanted], index: Index, /
) -> dict[tuple[str, str], tuple[Obstacle, ...]]:
    """What stands between each who waits and the pool, as the workers say; empty without workers.

    Where there are none, it is told when it is asked for.
    """
    if workers is None or not waiting:
        return {}
    parts = _parts(waiting, workers)
    told = workers.map(partial(_obstacles_told, policy, _everybody(index)), map(_sent, parts))
    return {one.key: obstacles for one, obstacles in _matched(parts, told)}


def _matched(
    parts: Sequence[Sequence[Wanted]], told: Iterable[Sequence[tuple[_Key, T]]], /
) -> list[tuple[Wanted, T]]:
    """Each who was asked for with what was told of it; nobody is lost or mixed up on the way.

    Raises:
        InvalidValue: if the workers tell of others than they were asked about.
    """
    asked = [one for part in parts for one in part]
    back = [one for some in told for one in some]
    if [one.key for one in asked] != [key for key, _ in back]:
        what = f"the workers were asked about {len(asked)}, and told of {len(back)} or of others"
        advice = "Maybe their map leaves something out, or changes the order"
        raise InvalidValue(what, place="$workers", advice=advice)
    return [(one, what) for one, (_, what) in zip(asked, back, strict=True)]


def _parts(wanted: Sequence[Wanted], workers: Workers, /) -> list[Sequence[Wanted]]:
    """As many parts as keep the workers busy, as even as can be."""
    count = min(len(wanted), _PARTS_EACH * max(workers.count, 1))
    ends = [len(wanted) * number // count for number in range(count + 1)]
    return [wanted[start:end] for start, end in pairwise(ends)]


def _everybody(index: Index, /) -> list[Professional]:
    return [index.at(place) for place in range(len(index.people))]


def _sent(wanted: Sequence[Wanted], /) -> _Sent:
    openings = [one.opening for one in wanted]
    # Without a team it was worked out for all who are in the same situation.
    asked = [one.asked if one.team is None else None for one in openings]
    return _Sent(openings=openings, asked=asked)


def _part(terms: Terms, wanted: Sequence[Wanted], /) -> _Part:
    keys = [one.key for one in wanted]
    clients = {client for client, _ in keys}
    return _Part(
        sent=_sent(wanted),
        before={key: terms.before[key] for key in keys if key in terms.before},
        pins={key: terms.pins[key] for key in keys if key in terms.pins},
        barred=frozenset(pair for pair in terms.barred if pair[0] in clients),
    )


def _choices_told(
    common: Terms, people: Sequence[Professional], part: _Part, /
) -> list[tuple[_Key, dict[str, Any]]]:
    """What is told of the choices of a part: all but what is wanted, which is known already."""
    terms = attrs.evolve(common, before=part.before, pins=part.pins, barred=part.barred)
    return [
        (
            one.wanted.key,
            {
                name: value
                for name, value in attrs.asdict(one, recurse=False).items()
                if name != "wanted"
            },
        )
        for one in terms.choices(part.sent.wanted, Index(people))
    ]


def _obstacles_told(
    policy: Policy, people: Sequence[Professional], sent: _Sent, /
) -> list[tuple[_Key, tuple[Obstacle, ...]]]:
    index = Index(people)
    return [(one.key, obstacles_of(one, index, policy)) for one in sent.wanted]
