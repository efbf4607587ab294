"""At most so many clients change hands: a price for each change, until so few do.

A change is made dearer until no more than so many are left.
That is exact where it can be: whatever a change is made to cost, what all cost then, less that
price for each change that is allowed, is a bound; and an allocation that has just so many changes,
and costs nothing more at that price, meets it.
The price is looked for where two answers cost the same, one with more changes and one with fewer;
such a price is a fraction, so all costs are multiplied by what is under its line.
Between the two answers lie others: the chains in which they differ are each as good as nothing at
that price, so as many are taken as lead to just so many changes.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import gcd
from typing import Final, final

import attrs
from attrs import frozen

from carecore.errors import InvalidValue
from carecore.flows import LARGEST_COST, FlowSolver, Proposer
from carecore.matching.candidates import Choices
from carecore.matching.pricing import slot_costs
from carecore.matching.rooms import Room
from carecore.matching.sharing import Sharing
from carecore.matching.solutions import Solution, next_best
from carecore.matching.solving import solve
from carecore.matching.togetherness import Company

__all__ = ["can_stay", "solve_with_few_changes"]

_ROUNDS: Final = 40
"""How often the price is moved at most; where it is exact, far fewer are enough."""


def can_stay(choice: Choices, /) -> bool:
    """Whether the client had somebody who may still come, and is not pinned to anybody."""
    return choice.before is not None and choice.pin is None and choice.before in choice.places


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class _Try:
    """What was found at one price of a change.

    Attributes:
        found: the answer, at costs that are multiplied, with the price of each change.
        price: the price, multiplied.
        times: by what all costs are multiplied.
        changes: how many change hands who could stay.
        cost: what it costs without the price, and not multiplied.
    """

    found: Solution
    price: int
    times: int
    changes: int
    cost: int

    def bound(self, most: int, /) -> int:
        """What every answer costs that has at most so many changes."""
        return -(-(self.found.bound - self.price * most) // self.times)


def solve_with_few_changes(
    choices: Sequence[Choices],
    rooms: Sequence[Room],
    sharing: Sharing,
    most: int,
    /,
    *,
    company: Company,
    solver: Proposer | FlowSolver | None,
) -> Solution:
    """The places that cost least where at most so many change hands who could stay.

    Raises:
        InvalidValue: if more have to change hands.
    """

    def at(price: int, times: int = 1) -> _Try:
        priced = [_priced(one, price, times) for one in choices]
        found = solve(priced, rooms, sharing, times=times, company=company, solver=solver)
        changes = _changes(choices, found.places)
        cost = (found.cost - price * changes) // times
        return _Try(found=found, price=price, times=times, changes=changes, cost=cost)

    free = at(0)
    if free.changes <= most:
        return attrs.evolve(free.found, most_changes=most)
    tries = [free, *_dearer(at, _highest(choices, rooms, sharing), most)]
    few, many = tries[-1], tries[-2]
    if few.changes > most:
        what = f"{few.changes} clients have to change hands, and {most} may"
        advice = f"Maybe most_changes={few.changes}, or more room where they are"
        raise InvalidValue(what, place="$most_changes", advice=advice)
    for _ in range(_ROUNDS):
        if few.changes == most or few.cost <= many.cost:
            break
        price, times = few.cost - many.cost, many.changes - few.changes
        price, times = price // gcd(price, times), times // gcd(price, times)
        if (_dearest(choices) * times + price) > LARGEST_COST:
            break
        between = at(price, times)
        tries.append(between)
        if between.found.cost >= few.cost * times + few.changes * price:
            break
        few, many = (between, many) if between.changes <= most else (few, between)
    places = [one.found.places for one in tries if one.changes <= most]
    if not company.together and not company.apart:
        # A chain could part those who stay together.
        places.append(_between(choices, few.found.places, many.found.places, most))
    return _answer(choices, rooms, sharing, most, tries, places)


def _dearer(at: Callable[[int], _Try], highest: int, most: int, /) -> Iterator[_Try]:
    """Dearer and dearer changes, until few enough are left."""
    price = 64
    while True:
        price = min(price * 8, highest)
        found = at(price)
        yield found
        if found.changes <= most or price == highest:
            return


def _highest(choices: Sequence[Choices], rooms: Sequence[Room], sharing: Sharing, /) -> int:
    """A price at which no change is worth while that is not needed."""
    every = sum(max([one.wait, *one.costs]) for one in choices)
    uneven = sum(sum(slot_costs(one.limit, one.held, one.free, sharing)) for one in rooms)
    return min(every + uneven + 1, LARGEST_COST - _dearest(choices))


def _dearest(choices: Sequence[Choices], /) -> int:
    return max(max([one.wait, *one.costs]) for one in choices)


def _priced(choice: Choices, price: int, times: int, /) -> Choices:
    """The same where each change costs so much more, and all is multiplied."""
    more = price if can_stay(choice) else 0
    costs = [
        cost * times + (0 if place == choice.before else more)
        for place, cost in zip(choice.places, choice.costs, strict=True)
    ]
    return attrs.evolve(choice, costs=costs, wait=choice.wait * times + more)


def _changes(choices: Sequence[Choices], places: Sequence[int | None], /) -> int:
    return sum(
        can_stay(one) and place != one.before for one, place in zip(choices, places, strict=True)
    )


def _answer(  # noqa: PLR0917 # all that it rests on
    choices: Sequence[Choices],
    rooms: Sequence[Room],
    sharing: Sharing,
    most: int,
    tries: Sequence[_Try],
    places: Sequence[list[int | None]],
    /,
) -> Solution:
    """The cheapest of all that were found, and the highest bound."""
    fitting = [one for one in places if _fits(choices, rooms, one)]
    cost, chosen = min(
        ((_cost(choices, rooms, sharing, one), one) for one in fitting), key=lambda pair: pair[0]
    )
    best = max(tries, key=lambda one: one.bound(most))
    scale = best.found.scale * best.times
    bound = best.bound(most)
    priced = (_priced(one, best.price, best.times) for one in choices)
    # At least so much dearer: by the prices, from the bound, for whoever has to be elsewhere.
    return Solution(
        places=chosen,
        runners_up=[
            next_best(
                one,
                place,
                prices=best.found.prices,
                scale=best.found.scale,
                gap=cost - bound,
                times=best.times,
            )
            if one.points
            else None
            for one, place in zip(priced, chosen, strict=True)
        ],
        cost=cost,
        bound=bound,
        prices=best.found.prices,
        scale=scale,
        method=f"{best.found.method}, with a price for each change",
        most_changes=most,
        change_price=best.price * best.found.scale,
    )


def _between(
    choices: Sequence[Choices],
    few: Sequence[int | None],
    many: Sequence[int | None],
    most: int,
    /,
) -> list[int | None]:
    """From *few* changes towards *many*, chain by chain, as long as there are not too many."""
    places = [*few]
    left = most - _changes(choices, few)
    chains = [(_more(choices, few, many, chain), chain) for chain in _chains(few, many)]
    for more, chain in sorted(chains, key=lambda one: -one[0]):
        if 0 < more <= left:
            left -= more
            for index in chain:
                places[index] = many[index]
    return places


def _more(
    choices: Sequence[Choices],
    few: Sequence[int | None],
    many: Sequence[int | None],
    chain: Sequence[int],
    /,
) -> int:
    """How many changes more there are once a chain is carried out."""
    return sum(
        (many[index] != choices[index].before) - (few[index] != choices[index].before)
        for index in chain
        if can_stay(choices[index])
    )


def _chains(few: Sequence[int | None], many: Sequence[int | None], /) -> Iterator[list[int]]:
    """The chains and circles of clients in which two answers differ, each client in one."""
    leaving: dict[int | None, list[int]] = {}
    surplus = Counter[int | None]()
    for index in reversed(range(len(few))):
        if few[index] != many[index]:
            leaving.setdefault(few[index], []).append(index)
            surplus[few[index]] += 1
            surplus[many[index]] -= 1
    starts = [place for place, count in surplus.items() for _ in range(count)]
    for start in (*starts, *leaving):
        walk: list[int] = []
        passed = [start]
        while leaving.get(passed[-1]):
            index = leaving[passed[-1]].pop()
            walk.append(index)
            if many[index] in passed:
                # A circle is a chain of its own.
                first = passed.index(many[index])
                yield walk[first:]
                del walk[first:], passed[first + 1 :]
            else:
                passed.append(many[index])
        if walk:
            yield walk


def _fits(choices: Sequence[Choices], rooms: Sequence[Room], places: Sequence[int | None]) -> bool:
    """Whether nobody has more points than there is room for."""
    taken = Counter[int]()
    for one, place in zip(choices, places, strict=True):
        if place is not None:
            taken[place] += one.wanted.points
    return all(count <= rooms[place].free for place, count in taken.items())


def _cost(
    choices: Sequence[Choices],
    rooms: Sequence[Room],
    sharing: Sharing,
    places: Sequence[int | None],
    /,
) -> int:
    """What an answer costs, reckoned from the pairs."""
    taken = Counter[int]()
    cost = 0
    for one, place in zip(choices, places, strict=True):
        if place is None:
            cost += one.wait
        else:
            cost += one.costs[one.places.index(place)]
            taken[place] += one.wanted.points
    for place, points in taken.items():
        room = rooms[place]
        cost += sum(slot_costs(room.limit, room.held, room.free, sharing)[:points])
    return cost
