"""Sharing out again with people who are not there yet, as `allocate` would, but for the words."""

from collections.abc import Sequence
from typing import final

import attrs

from carecore.matching.candidates import Choices, choices_of
from carecore.matching.pool_index import Index
from carecore.matching.pricing import pricing_of
from carecore.matching.sharing_out import Question
from carecore.matching.solving import rooms_of, solve
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

    __slots__ = ("_pricing", "_question", "choices", "index", "points")

    def __init__(self, question: Question, /) -> None:
        """Look at everybody once; the question knows of nobody who came before."""
        wanted, policy = question.wanted, question.policy
        self._question = question
        self.index = Index(question.people)
        self.points = sum(max(one.points, 1) for one in wanted)
        self._pricing = pricing_of(
            policy, question.sharing, wanted=len(wanted), points=self.points
        )
        self.choices: list[Choices] = self._choices(self.index)

    def places(self, added: Sequence[Professional] = (), /) -> list[str | None]:
        """With these people added, the id of who comes to each that is wanted; `None`: it waits."""
        question = self._question
        # In the order in which an allocation has them, because that decides what is level.
        both = sorted((*question.people, *added), key=lambda one: str(one.id))
        at = {str(one.id): place for place, one in enumerate(both)}
        there = [at[str(one.id)] for one in question.people]
        new = [at[str(one.id)] for one in added]
        others = self._choices(Index(added)) if added else self.choices
        choices = [
            _merged(one, there, other, new) if added else one
            for one, other in zip(self.choices, others, strict=True)
        ]
        rooms = rooms_of(both, question.as_of, most=self.points)
        found = solve(choices, rooms, question.sharing).places
        return [None if place is None else str(both[place].id) for place in found]

    def _choices(self, index: Index, /) -> list[Choices]:
        question = self._question
        return [
            choices_of(
                one,
                index,
                question.policy,
                self._pricing,
                before={},
                pins={},
                barred=frozenset(),
            )
            for one in question.wanted
        ]


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
