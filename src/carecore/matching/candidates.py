"""Who may come to each client, and at what cost: the question that is handed to the engine."""

from collections.abc import Mapping
from typing import final

from attrs import frozen

from carecore.flows import Candidates
from carecore.matching.policies import Policy
from carecore.matching.pool_groups import places_in
from carecore.matching.pool_index import Index
from carecore.matching.pricing import Pricing
from carecore.matching.screens import Screened
from carecore.matching.wanted import Wanted

__all__ = ["Choices", "choices_of"]


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Choices:
    """Who may come to one client.

    Attributes:
        wanted: what is wanted.
        places: the places in the index of those who fit, in order.
        scores: the score of each.
        costs: what each costs.
        wait: what it costs to wait.
        undecided: of how many it is not known whether they fit.
        before: the place of who had the client before; `None`: nobody who is in the pool.
        pin: the place of the only one who may come; `None`: nobody is fixed.
    """

    wanted: Wanted
    places: list[int]
    scores: list[tuple[int, ...]]
    costs: list[int]
    wait: int
    undecided: int
    before: int | None
    pin: int | None

    @property
    def points(self) -> int:
        """How many caseload points are taken up."""
        return self.wanted.points

    @property
    def candidates(self) -> Candidates:
        """The same as the engine takes it."""
        return Candidates(self.places, self.costs, wait_cost=self.wait, pin=self.pin)


def choices_of(  # all that a choice depends on
    wanted: Wanted,
    index: Index,
    policy: Policy,
    pricing: Pricing,
    /,
    *,
    before: Mapping[tuple[str, str], str],
    pins: Mapping[tuple[str, str], str],
    barred: frozenset[tuple[str, str]],
) -> Choices:
    """Who may come to *wanted* out of the pool in *index*."""
    screened = Screened(index, wanted.opening, policy)
    eligible = screened.eligible
    client = wanted.key[0]
    for place in places_in(eligible) if barred else ():
        if (client, str(index.at(place).id)) in barred:
            eligible &= ~(1 << place)
    whose = before.get(wanted.key)
    former = None if whose is None else index.places.get(whose)
    bond = 0 if whose is None else pricing.broken_bond
    scored = screened.scores(eligible)
    pinned = pins.get(wanted.key)
    return Choices(
        wanted=wanted,
        places=[place for place, _ in scored],
        scores=[score for _, score in scored],
        costs=[pricing.fit(score) + (0 if place == former else bond) for place, score in scored],
        wait=pricing.waiting * max(wanted.points, 1) + bond,
        undecided=screened.undecided.bit_count(),
        before=former,
        pin=None if pinned is None else index.places[pinned],
    )
