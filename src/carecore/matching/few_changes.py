"""At most so many clients change hands: a price for each change, until so few do.

A change is made dearer until no more than so many are left.
That is exact where it can be: whatever a change is made to cost, what all cost then, less that
price for each change that is allowed, is a bound; and an allocation that has just so many changes,
and costs nothing more at that price, meets it.
The price is looked for where two answers cost the same, one with more changes and one with fewer;
such a price is a fraction, so all costs are multiplied by what is under its line.
Between the two answers lie others: the chains in which they differ are each as good as nothing at
that price, so as many are taken as lead to just so many changes.
However large the panel and however few may change, the engine is asked a dozen times at most: the
first prices are those at which it changes what is worth a change, and each later one is where the
last two answers meet.
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

_ROUNDS: Final = 7
"""How often the price is moved at most, after up to five answers; most often fewer are enough."""


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

    def ask(asked: Sequence[Choices], times: int) -> Solution:
        return solve(asked, rooms, sharing, times=times, company=company, solver=solver)

    def at(price: int, times: int = 1) -> _Try:
        priced = [_priced(one, price, times) for one in choices]
        return _try(choices, ask(priced, times), price, times)

    grouped = bool(company.together or company.apart)
    staying = [] if grouped else _staying(choices, rooms)
    if not grouped:
        _require_enough(_changes(choices, staying), most)
    free = at(0)
    if free.changes <= most:
        return attrs.evolve(free.found, most_changes=most)
    tries = [free]
    for price in _prices(choices, rooms, sharing, most, free.found.places):
        tries.append(at(price))
        if tries[-1].changes <= most:
            break
    few, many = tries[-1], tries[-2]
    if few.changes > most:
        if grouped:
            _require_enough(few.changes, most)
        # Such an answer is only near the least cost, so the engine is told who stays.
        few = _try(choices, ask(_pinned(choices, staying), 1), 0, 1)
    ends = [few, many]
    tries += _narrowed(at, ends, most, _dearest(choices))
    few, many = ends
    places = [one.found.places for one in (*tries, few) if one.changes <= most]
    # A chain could part those who stay together, or bring together those kept apart.
    accompanied = {*company.group_of, *company.rivals}
    chains = [
        chain
        for chain in _chains(few.found.places, many.found.places)
        if accompanied.isdisjoint(chain)
    ]
    places.append(_between(choices, few.found.places, many.found.places, chains, most=most))
    return _answer(choices, rooms, sharing, most, tries, places)


def _narrowed(
    at: Callable[[int, int], _Try], ends: list[_Try], most: int, dearest: int, /
) -> Iterator[_Try]:
    """Answers at prices in between, until the price is found; the ends come nearer meanwhile.

    The price is that at which both ends cost the same; where nothing costs less then, it is the
    one that is looked for.
    """
    for _ in range(_ROUNDS):
        few, many = ends
        if few.changes == most or few.cost <= many.cost:
            return
        price, times = few.cost - many.cost, many.changes - few.changes
        price, times = price // gcd(price, times), times // gcd(price, times)
        known = any(price * one.times == one.price * times for one in ends)
        if known or dearest * times + price > LARGEST_COST:
            return
        between = at(price, times)
        yield between
        if between.found.cost >= few.cost * times + few.changes * price:
            return
        ends[between.changes > most] = between


def _try(choices: Sequence[Choices], found: Solution, price: int, times: int, /) -> _Try:
    changes = _changes(choices, found.places)
    cost = (found.cost - price * changes) // times
    return _Try(found=found, price=price, times=times, changes=changes, cost=cost)


def _require_enough(needed: int, most: int, /) -> None:
    if needed > most:
        what = f"{needed} clients have to change hands, and {most} may"
        advice = f"Maybe most_changes={needed}, or more room where they are"
        raise InvalidValue(what, place="$most_changes", advice=advice)


def _staying(choices: Sequence[Choices], rooms: Sequence[Room], /) -> list[int | None]:
    """Where those are who stay, if as many stay as can; all others wait who are not pinned.

    The lightest stay, so no more could; whoever else changes can always wait.
    """
    left = [one.free for one in rooms]
    places = [one.pin for one in choices]
    for one in choices:
        if one.pin is not None:
            left[one.pin] -= one.points
    can = [index for index, one in enumerate(choices) if can_stay(one)]
    for index in sorted(can, key=lambda index: choices[index].points):
        one = choices[index]
        if one.before is not None and left[one.before] >= one.points:
            left[one.before] -= one.points
            places[index] = one.before
    return places


def _pinned(choices: Sequence[Choices], staying: Sequence[int | None], /) -> list[Choices]:
    return [attrs.evolve(one, pin=place) for one, place in zip(choices, staying, strict=True)]


def _prices(  # noqa: PLR0917 # all that they depend on
    choices: Sequence[Choices],
    rooms: Sequence[Room],
    sharing: Sharing,
    most: int,
    free: Sequence[int | None],
    /,
) -> list[int]:
    """Dearer and dearer: what one change too many gains, no better fit, and not even a place."""
    gains = [
        _gain(one, place)
        for one, place in zip(choices, free, strict=True)
        if can_stay(one) and place != one.before
    ]
    gain = sorted(gains, reverse=True)[most]
    slots = (slot_costs(one.limit, one.held, one.free, sharing) for one in rooms)
    dearest = max((costs[-1] for costs in slots if costs), default=0)
    fit = max(max(one.costs, default=0) - min(one.costs, default=0) for one in choices)
    fit += max(one.points for one in choices) * dearest + 1
    highest = _highest(choices, rooms, sharing)
    return sorted({min(max(gain, 1), highest), min(fit, highest), highest})


def _gain(choice: Choices, place: int | None, /) -> int:
    """What a client who could stay saves by a change."""
    costs: dict[int | None, int] = dict(zip(choice.places, choice.costs, strict=True))
    return costs[choice.before] - costs.get(place, choice.wait)


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
    every: Sequence[Sequence[int]],
    /,
    *,
    most: int,
) -> list[int | None]:
    """From *few* changes towards *many*, by those chains that lead nearest to as many as may be."""
    places = [*few]
    told = ((_more(choices, few, many, chain), chain) for chain in every)
    chains = sorted((one for one in told if one[0] > 0), key=lambda one: -one[0])
    left = most - _changes(choices, few)
    # Bit for bit, which numbers of changes some of the first chains make together.
    sums = [1]
    for more, _ in chains:
        sums.append((sums[-1] | sums[-1] << more) & (1 << left + 1) - 1)
    goal = sums.pop().bit_length() - 1
    for (more, chain), without in zip(reversed(chains), reversed(sums), strict=True):
        if not without >> goal & 1:
            goal -= more
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
