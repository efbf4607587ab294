"""Sharing out a ward: everybody's points near the same, in whole numbers.

What is least is the sum of the squares of all loads; with the points given, that is least where the
loads are as even as they can be.
No fast way is known that always finds it, so `even_bound` says what nothing can go below.

1. *Staffing*: each zone gets its people by what one more would save if points could be cut; that
   saves less and less, so giving each where it saves most is exact.
2. *Start*: the heaviest client first, to whoever has least, with an eye on how many each has.
3. *Search*: two people exchange up to two clients each, as long as that is more even; see
   `ward_search`.
"""

from collections.abc import Sequence
from typing import final

from attrs import frozen

from carecore.errors import InvalidValue, WrongType
from carecore.flows.ward_search import WardSearch

__all__ = [
    "ZoneAnswer",
    "ZoneQuestion",
    "longest_first",
    "share_evenly",
    "staff_range",
    "staff_zones",
]


@final
@frozen(kw_only=True, weakref_slot=False)
class ZoneQuestion:
    """The clients of one zone, and among how many they are shared out.

    Attributes:
        weights: the points of each client.
        people: how many professionals there are.
        least: how many clients each has at least.
        most: how many clients each has at most; `None`: any number.
        limit: how many points each has at most; `None`: any number.

    .. versionadded:: 0.1
    """

    weights: Sequence[int]
    people: int
    least: int = 0
    most: int | None = None
    limit: int | None = None


@final
@frozen(kw_only=True, weakref_slot=False)
class ZoneAnswer:
    """Who has whom in one zone.

    Attributes:
        places: the number of each client's professional.
        is_best: whether whoever found it says that nothing is more even.

    .. versionadded:: 0.1
    """

    places: tuple[int, ...]
    is_best: bool = False


def staff_range(
    weights: Sequence[int], /, *, least: int = 0, most: int | None = None, limit: int | None = None
) -> tuple[int, int | None]:
    """Among how many a zone can be shared out: at least, and at most; `None`: any number.

    Where the first is more than the second, there is no number that does.

    >>> staff_range([3, 3, 2, 2, 1], least=1, most=2)
    (3, 5)

    .. versionadded:: 0.1
    """
    fewest = 1 if weights else 0
    if most is not None and most > 0:
        fewest = -(-len(weights) // most)
    if limit is not None and limit > 0:
        fewest = max(fewest, -(-sum(weights) // limit))
    return fewest, len(weights) // least if least else None


def staff_zones(
    zones: Sequence[Sequence[int]], people: int, /, *, ranges: Sequence[tuple[int, int | None]]
) -> tuple[int, ...]:
    """How many each zone gets, so that all loads would be most even if points could be cut.

    Each zone gets its fewest, and the others go where they help most, as long as a zone can take
    one more.

    >>> staff_zones([[3, 3, 2], [1, 1]], 3, ranges=[(1, 3), (1, 2)])
    (2, 1)

    Args:
        zones: the points of each client, zone by zone.
        people: how many there are.
        ranges: how many each zone gets at least and at most, as `staff_range` tells.

    .. versionadded:: 0.1
    """
    staff = [fewest for fewest, _ in ranges]
    totals = list(map(sum, zones))
    for _ in range(people - sum(staff)):
        open_zones = [
            zone for zone, (_, most) in enumerate(ranges) if most is None or staff[zone] < most
        ]
        if not open_zones:
            break
        staff[min(open_zones, key=lambda zone: _change(totals[zone], staff[zone]))] += 1
    return tuple(staff)


def longest_first(question: ZoneQuestion, /) -> tuple[int, ...]:
    """Each client's professional: the heaviest first, to whoever has least and may have more.

    Where this keeps to how many each has without looking at it, it is the usual rule.

    >>> longest_first(ZoneQuestion(weights=[3, 3, 2, 2, 2], people=2))
    (0, 1, 0, 1, 0)

    Raises:
        WrongType: if a number is no whole number.
        InvalidValue: if a number is below 0, or so many clients cannot have so many people.

    .. versionadded:: 0.1
    """
    _check(question)
    weights, least, most = question.weights, question.least, question.most
    loads, counts = [0] * question.people, [0] * question.people
    places = [0] * len(weights)
    for done, client in enumerate(_heaviest_first(weights)):
        short = sum(max(0, least - count) for count in counts)
        must = short == len(weights) - done
        fitting = [
            who
            for who, count in enumerate(counts)
            if (count < least or not must) and (most is None or count < most)
        ]
        who = min(fitting, key=loads.__getitem__)
        places[client] = who
        loads[who] += weights[client]
        counts[who] += 1
    return tuple(places)


def share_evenly(question: ZoneQuestion, /, *, work_limit: int = 2_000_000) -> ZoneAnswer:
    """Who has whom, as even as the search finds it; never less even than `longest_first`.

    A limit of points comes first: where it is not kept, no exchange that was tried would have
    helped.

    >>> share_evenly(ZoneQuestion(weights=[3, 3, 2, 2, 2], people=2)).places
    (0, 0, 1, 1, 1)

    Args:
        question: the clients of the zone, and among how many they are shared out.
        work_limit: after how many exchanges tried the search stops.

    Raises:
        WrongType: if a number is no whole number.
        InvalidValue: if a number is below 0, or so many clients cannot have so many people.

    .. versionadded:: 0.1
    """
    starts = (longest_first(question), _in_turns(question))
    searches: list[WardSearch] = []
    for start in starts:
        search = WardSearch(
            question.weights,
            question.people,
            start,
            least=question.least,
            most=question.most,
            limit=question.limit,
        )
        search.improve(work_limit)
        searches.append(search)
    return ZoneAnswer(places=min(searches, key=WardSearch.cost).places())


def _check(question: ZoneQuestion, /) -> None:
    numbers = [*question.weights, question.people, question.least]
    numbers += [one for one in (question.most, question.limit) if one is not None]
    if not set(map(type, numbers)) <= {int}:
        raise WrongType("a number of the zone is no whole number", advice="Maybe round it first")
    if min(numbers) < 0:
        raise InvalidValue(f"a number of the zone is {min(numbers)}", advice="Maybe 0")
    count, people = len(question.weights), question.people
    told = f"{count} clients cannot be shared out among {people}"
    if count and not people:
        raise InvalidValue(told, advice="Maybe add a professional")
    if people * question.least > count:
        what = f"{told} so that each has at least {question.least}"
        raise InvalidValue(what, advice="Maybe fewer professionals")
    if question.most is not None and people * question.most < count:
        what = f"{told} so that each has at most {question.most}"
        raise InvalidValue(what, advice="Maybe more professionals")


def _in_turns(question: ZoneQuestion, /) -> tuple[int, ...]:
    """The heaviest first, to the first, the second ... the last, the last ... the first."""
    people = question.people
    turns = [*range(people), *reversed(range(people))]
    places = [0] * len(question.weights)
    for number, client in enumerate(_heaviest_first(question.weights)):
        places[client] = turns[number % len(turns)]
    return tuple(places)


def _heaviest_first(weights: Sequence[int], /) -> list[int]:
    return sorted(range(len(weights)), key=lambda client: (-weights[client], client))


def _change(total: int, people: int, /) -> int:
    """By how much one more makes the squares of an even cut less; the first one most of all."""
    if not people:
        return -total * total
    return _even(total, people + 1) - _even(total, people)


def _even(total: int, people: int, /) -> int:
    """The sum of squares if *total* is cut into parts that differ by one at most."""
    part, left = divmod(total, people)
    return left * (part + 1) ** 2 + (people - left) * part**2
