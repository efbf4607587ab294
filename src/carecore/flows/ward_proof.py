"""How even a ward can be at best, and whether who has whom is allowed; no code of the search.

Whole numbers that are as even as they can be have the least sum of squares; that is the bound.
It is higher where points come in multiples of a number, and where one client alone is heavier than
an even share: then somebody has at least that, and the others share the rest.
"""

from collections.abc import Sequence
from math import gcd

from carecore.flows.certificate import Proof
from carecore.flows.ward import ZoneQuestion

__all__ = ["certify_zone", "even_bound"]


def even_bound(weights: Sequence[int], people: int, /) -> int:
    """What the squares of all loads add up to at least.

    >>> even_bound([3, 3, 2, 2, 2], 2), even_bound([9, 1, 1], 2)
    (72, 85)

    .. versionadded:: 0.1
    """
    unit = gcd(*weights) or 1
    heavy = sorted((weight // unit for weight in weights), reverse=True)
    rest, bound = sum(heavy), 0
    while people > 1 and heavy and heavy[0] * people > rest:
        first = heavy.pop(0)
        bound += first * first
        rest -= first
        people -= 1
    if people:
        part, left = divmod(rest, people)
        bound += part * part * (people - left) + (part + 1) * (part + 1) * left
    return bound * unit * unit


def certify_zone(question: ZoneQuestion, places: Sequence[int], /) -> Proof:
    """Put who has whom in one zone to the bound.

    More points than the limit are named among the faults.

    >>> certify_zone(ZoneQuestion(weights=[3, 3, 2, 2, 2], people=2), (0, 0, 1, 1, 1)).is_optimal
    True

    .. versionadded:: 0.1
    """
    people, bound = question.people, even_bound(question.weights, question.people)
    strange = [who for who in places if type(who) is not int or not 0 <= who < people]
    if len(places) != len(question.weights) or strange:
        fault = "each client needs one of the professionals"
        return Proof(objective=0, bound=bound, faults=(fault,))
    faults: list[str] = []
    objective = 0
    for who in range(people):
        had = [w for w, place in zip(question.weights, places, strict=True) if place == who]
        objective += sum(had) ** 2
        most = len(had) if question.most is None else question.most
        if not question.least <= len(had) <= most:
            faults.append(f"professional {who} has {len(had)} clients")
        if question.limit is not None and sum(had) > question.limit:
            faults.append(
                f"professional {who} has {sum(had)} points, and may have {question.limit}"
            )
    return Proof(objective=objective, bound=bound, faults=tuple(faults))
