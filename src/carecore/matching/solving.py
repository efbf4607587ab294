"""From choices to places: which engine is asked, and what proves the answer."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, final

from attrs import frozen

from carecore.flows import (
    Panel,
    PanelFlow,
    certify,
    certify_acuity,
    runner_up_bound,
    solve_acuity,
)
from carecore.matching.candidates import Choices
from carecore.matching.pricing import slot_costs
from carecore.matching.sharing import Sharing
from carecore.people import Professional

__all__ = [
    "Room",
    "Solution",
    "head_solution",
    "light_place",
    "next_best",
    "rooms_of",
    "slots_by_head",
    "solve",
    "with_light",
]

FLOW: Final = "minimum-cost flow of carecore"
ROUNDED: Final = "minimum-cost flow of carecore on single points, rounded, then local search"


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Room:
    """How much room one professional has.

    Attributes:
        limit: how many caseload points they take on; `None`: unknown.
        held: caseload points they hold; 0 where that is not known.
        free: how many more may be placed with them.
        is_absent: whether they are away or have no hours; then nothing is free.
    """

    limit: int | None
    held: int
    free: int
    is_absent: bool


def rooms_of(people: Iterable[Professional], as_of: date, /, *, most: int) -> list[Room]:
    """The room of each of *people*; where it is not known, all of *most* points may come."""
    return [_room(one, as_of, most) for one in people]


def _room(person: Professional, as_of: date, most: int, /) -> Room:
    free = person.places_free(as_of=as_of)
    return Room(
        limit=person.caseload_limit,
        held=person.caseload or 0,
        free=most if free is None else min(max(free, 0), most),
        is_absent=person.is_absent(as_of=as_of),
    )


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Solution:
    """Where everybody goes.

    Attributes:
        places: the place of each choice; `None`: it waits.
        runners_up: the next best place of each, and at least how much dearer that would be; the
            place is `None` where the next best is to wait; all is `None` where there is no other.
        cost: what it costs.
        bound: nothing costs less.
        prices: the price of each place.
        scale: by what the prices of a point are multiplied.
        method: how it was found.
        most_changes: how many may change hands who could stay; `None`: that is not limited.
        change_price: what each of these changes was made to cost, times *scale*.
    """

    places: list[int | None]
    runners_up: list[tuple[int | None, int] | None]
    cost: int
    bound: int
    prices: tuple[int, ...]
    scale: int
    method: str
    most_changes: int | None = None
    change_price: int = 0


def solve(
    choices: Sequence[Choices], rooms: Sequence[Room], sharing: Sharing, /, *, times: int = 1
) -> Solution:
    """The places that cost least, or nearly; the bound says how nearly.

    Args:
        choices: who may come to whom, and at what cost.
        rooms: the room of each place.
        sharing: what uneven loads cost.
        times: by what the costs in *choices* are multiplied already.
    """
    heavy = [one for one in choices if one.wanted.points]
    sizes = {one.wanted.points for one in heavy}
    points = [
        [cost * times for cost in slot_costs(one.limit, one.held, one.free, sharing)]
        for one in rooms
    ]
    if len(sizes) <= 1:
        solution = _by_head(heavy, points, min(sizes, default=1))
    else:
        solution = _by_points(heavy, points)
    return solution if len(heavy) == len(choices) else with_light(choices, solution)


def _by_head(choices: Sequence[Choices], points: list[list[int]], size: int, /) -> Solution:
    """Where all take up equally many points: exact."""
    slots = [slots_by_head(one, size) for one in points]
    flow = PanelFlow(Panel([one.candidates for one in choices], slots))
    return head_solution(flow, range(len(choices)), size)


def slots_by_head(points: Sequence[int], size: int, /) -> list[int]:
    """What each place costs that takes up *size* points.

    >>> slots_by_head([1, 2, 3, 4, 5], 2)
    [3, 7]
    """
    return [sum(points[start : start + size]) for start in range(0, len(points) - size + 1, size)]


def head_solution(flow: PanelFlow, numbers: Iterable[int], size: int, /) -> Solution:
    """What was found, for the clients with these numbers; it is proved anew.

    Args:
        flow: who goes where.
        numbers: the numbers of the clients, in the order of the answer.
        size: how many points each of them takes up.
    """
    panel, found = flow.panel(), flow.solution()
    proof = certify(panel, found.places, found.prices, claimed=found.objective)
    assert not proof.faults
    order = tuple(numbers)
    next_best = (runner_up_bound(flow, index) for index in order)
    return Solution(
        places=[found.places[index] for index in order],
        runners_up=[None if one is None else (one.professional, one.margin) for one in next_best],
        cost=proof.objective,
        bound=proof.bound,
        prices=found.prices,
        scale=size,
        method=FLOW,
    )


def _by_points(choices: Sequence[Choices], points: list[list[int]], /) -> Solution:
    """Where some take up more points than others: near the bound."""
    panel = Panel([one.candidates for one in choices], points)
    weights = [one.wanted.points for one in choices]
    found = solve_acuity(panel, weights)
    proof = certify_acuity(
        panel,
        found.places,
        found.prices,
        weights=weights,
        scale=found.scale,
        claimed=found.objective,
    )
    assert not proof.faults
    return Solution(
        places=list(found.places),
        runners_up=[
            next_best(one, place, found.prices, found.scale)
            for one, place in zip(choices, found.places, strict=True)
        ],
        cost=proof.objective,
        bound=proof.bound,
        prices=found.prices,
        scale=found.scale,
        method=ROUNDED,
    )


def next_best(
    choice: Choices, place: int | None, prices: Sequence[int], scale: int, /
) -> tuple[int | None, int] | None:
    """By price, where the choice would go next, and how much dearer that is at these prices."""
    weight = choice.wanted.points
    priced: list[tuple[int, int | None]] = [
        (cost * scale + weight * prices[other], other)
        for other, cost in zip(choice.places, choice.costs, strict=True)
    ]
    priced.append((choice.wait * scale, None))
    here = next(price for price, other in priced if other == place)
    others = [(price, other) for price, other in priced if other != place]
    if choice.pin is not None or not others:
        return None
    price, other = min(others, key=lambda one: one[0])
    return other, max(price - here, 0) // scale


def light_place(choice: Choices, /) -> tuple[int | None, int]:
    """Where somebody goes who takes up nothing, and what that costs."""
    priced = [
        (price, place)
        for place, price in zip(choice.places, choice.costs, strict=True)
        if choice.pin in {None, place}
    ]
    if not priced:
        return None, choice.wait
    price, place = min(priced)
    return place, price


def with_light(choices: Sequence[Choices], solution: Solution, /) -> Solution:
    """The same, with those who take up nothing: each goes where it costs least."""
    heavy = iter(zip(solution.places, solution.runners_up, strict=True))
    places: list[int | None] = []
    runners_up: list[tuple[int | None, int] | None] = []
    cost = 0
    for one in choices:
        if one.wanted.points:
            place, runner_up = next(heavy)
        else:
            (place, paid), runner_up = light_place(one), None
            cost += paid
        places.append(place)
        runners_up.append(runner_up)
    return Solution(
        places=places,
        runners_up=runners_up,
        cost=solution.cost + cost,
        bound=solution.bound + cost,
        prices=solution.prices,
        scale=solution.scale,
        method=solution.method,
        most_changes=solution.most_changes,
        change_price=solution.change_price,
    )
