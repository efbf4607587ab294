"""Sharing out again with people who are not there yet, as `allocate` would, but for the words."""

from collections.abc import Hashable, Iterator, Sequence
from typing import final

import attrs

from carecore.matching.asking import asks_of
from carecore.matching.candidates import Choices, choices_of
from carecore.matching.pool_index import Index
from carecore.matching.pricing import pricing_of
from carecore.matching.rooms import rooms_of
from carecore.matching.sharing_out import Question
from carecore.matching.solving import solve
from carecore.matching.wanted import Wanted
from carecore.people import Professional

__all__ = ["Trials"]


@final
class Trials:
    """One question, put again with people added; what was seen of the pool is kept.

    Attributes:
        choices: what is wanted, and who of the pool may come.
        index: the pool by place.
        points: the caseload points of all who want somebody.
    """

    __slots__ = ("_alike", "_pricing", "_question", "_tried", "choices", "index", "points")

    def __init__(self, question: Question, /) -> None:
        """Look at everybody once; the question knows of nobody who came before."""
        wanted, policy = question.wanted, question.policy
        self._question = question
        self.index: Index = Index(question.people)
        self.points: int = sum(max(one.points, 1) for one in wanted)
        self._pricing = pricing_of(policy, question.sharing, wanted=len(wanted), points=self.points)
        self.choices: list[Choices] = [self._choice(one, self.index) for one in wanted]
        self._alike = [asks_of(one, policy, soft=True) for one in wanted]
        self._tried: dict[tuple[Professional, ...], list[str | None]] = {}

    def places(self, added: Sequence[Professional] = (), /) -> list[str | None]:
        """With these people added, the id of who comes to each that is wanted; `None`: it waits."""
        key = tuple(added)
        if key not in self._tried:
            self._tried[key] = self._places(key)
        return self._tried[key]

    def _places(self, added: tuple[Professional, ...], /) -> list[str | None]:
        question = self._question
        # In the order in which an allocation has them, because that decides what is level.
        both = sorted((*question.people, *added), key=lambda one: str(one.id))
        at = {str(one.id): place for place, one in enumerate(both)}
        there = [at[str(one.id)] for one in question.people]
        new = [at[str(one.id)] for one in added]
        others = self._newcomers(Index(added))
        choices = [
            _merged(one, there, other, new) for one, other in zip(self.choices, others, strict=True)
        ]
        rooms = rooms_of(both, question.as_of, most=self.points)
        found = solve(choices, rooms, question.sharing).places
        return [None if place is None else str(both[place].id) for place in found]

    def _newcomers(self, index: Index, /) -> Iterator[Choices]:
        """Who may come of those whom no client knows; clients who ask alike are asked once."""
        known: dict[Hashable, Choices] = {}
        for one, alike in zip(self._question.wanted, self._alike, strict=True):
            if alike not in known:
                known[alike] = self._choice(one, index)
            yield known[alike]

    def _choice(self, wanted: Wanted, index: Index, /) -> Choices:
        policy, pricing = self._question.policy, self._pricing
        return choices_of(wanted, index, policy, pricing, before={}, pins={}, barred=frozenset())


def _merged(one: Choices, there: list[int], other: Choices, new: list[int], /) -> Choices:
    """Who may come to one client out of both, by their places among all."""
    rows = sorted(
        (
            *zip((there[place] for place in one.places), one.scores, one.costs, strict=True),
            *zip((new[place] for place in other.places), other.scores, other.costs, strict=True),
        )
    )
    return attrs.evolve(
        one,
        places=[place for place, _, _ in rows],
        scores=[score for _, score, _ in rows],
        costs=[cost for _, _, cost in rows],
    )
