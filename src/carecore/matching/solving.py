"""From choices to places: which engine is asked, and what proves the answer."""

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from carecore.errors import NeedsSolver
from carecore.flows import (
    AcuityFlow,
    FlowSolver,
    Panel,
    PanelFlow,
    Proposer,
    certify,
    certify_acuity,
    runner_up_bound,
    settle_ties,
    solve_acuity,
)
from carecore.matching.candidates import Choices
from carecore.matching.pricing import slot_costs
from carecore.matching.proposing import flowed, proposed
from carecore.matching.rooms import Room
from carecore.matching.sharing import Sharing
from carecore.matching.solutions import Asked, RunnerUp, Solution, next_best
from carecore.matching.togetherness import NO_GROUPING, Company, Party, company_of

__all__ = [
    "head_solution",
    "light_place",
    "point_solution",
    "slots_by_head",
    "solve",
    "with_light",
]

FLOW: Final = "minimum-cost flow of carecore"
ROUNDED: Final = "single points shared out by carecore, rounded, then local search"


def solve(
    choices: Sequence[Choices],
    rooms: Sequence[Room],
    sharing: Sharing,
    /,
    *,
    company: Company | None = None,
    solver: Proposer | FlowSolver | None = None,
    times: int = 1,
) -> Solution:
    """The places that cost least, or nearly; the bound says how nearly.

    Args:
        choices: who may come to whom, and at what cost.
        rooms: the room of each place.
        sharing: what uneven loads cost.
        company: who stays together, and who apart; `None`: nobody.
        solver: who is asked where the core's own engine does not settle it.
        times: by what the costs in *choices* are multiplied already.

    Raises:
        NeedsSolver: if it takes a solver that proposes, and none is there.
        RefusedAnswer: if what a solver says does not hold.
    """
    points = [
        [cost * times for cost in slot_costs(one.limit, one.held, one.free, sharing)]
        for one in rooms
    ]
    nobody = company_of(NO_GROUPING, choices)
    kept = nobody if company is None else attrs.evolve(company, choices=choices)
    parties = kept.parties()
    heavy = [one for one in parties if one.points]
    sizes = {one.points for one in heavy}
    reasons = tuple(kept.reasons_for_solver())
    if reasons and not isinstance(solver, Proposer):
        raise NeedsSolver(reasons, place="$apart")
    if isinstance(solver, Proposer) and (reasons or len(sizes) > 1):
        return proposed(kept, points, solver)
    if len(sizes) <= 1:
        quick = solver if isinstance(solver, FlowSolver) else None
        solution = _by_head(heavy, points, min(sizes, default=1), quick)
    else:
        solution = _by_points(heavy, points)
    whole = solution if len(heavy) == len(parties) else with_light(parties, solution)
    return whole if len(parties) == len(choices) else _spread(parties, whole)


def _by_head(
    parties: Sequence[Party], points: list[list[int]], size: int, solver: FlowSolver | None, /
) -> Solution:
    """Where all take up equally many points: exact."""
    panel = Panel([one.candidates for one in parties], [slots_by_head(one, size) for one in points])
    if solver is not None:
        return flowed(parties, panel, size, solver)
    flow = PanelFlow(panel)
    found = flow.solution()
    places = settle_ties(panel, found.places, found.prices)
    proof = certify(panel, places, found.prices, claimed=found.objective)
    assert not proof.faults
    return Solution(
        places=list(places),
        runners_up=[
            # A margin is by price, and prices are the same for all answers that cost least.
            next_best(attrs.evolve(one, points=1), place, prices=found.prices, scale=1, gap=0)
            for one, place in zip(parties, places, strict=True)
        ],
        cost=proof.objective,
        bound=proof.bound,
        prices=found.prices,
        scale=size,
        method=FLOW,
    )


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
    next_ones = (runner_up_bound(flow, index) for index in order)
    return Solution(
        places=[found.places[index] for index in order],
        runners_up=[None if one is None else (one.professional, one.margin) for one in next_ones],
        cost=proof.objective,
        bound=proof.bound,
        prices=found.prices,
        scale=size,
        method=FLOW,
    )


def point_solution(
    flow: AcuityFlow, numbers: Sequence[int], choices: Sequence[Choices], /
) -> Solution:
    """The same where some take up more points than others.

    Args:
        flow: who goes where.
        numbers: the numbers of the clients, in the order of the answer.
        choices: who may come to each of them.
    """
    found = flow.solution()
    places = [found.places[number] for number in numbers]
    return Solution(
        places=places,
        runners_up=[
            next_best(one, place, prices=found.prices, scale=found.scale, gap=found.gap)
            for one, place in zip(choices, places, strict=True)
        ],
        cost=found.objective,
        bound=found.bound,
        prices=found.prices,
        scale=found.scale,
        method=ROUNDED,
    )


def _by_points(parties: Sequence[Party], points: list[list[int]], /) -> Solution:
    """Where some take up more points than others: near the bound."""
    panel = Panel([one.candidates for one in parties], points)
    weights = [one.points for one in parties]
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
            next_best(one, place, prices=found.prices, scale=found.scale, gap=proof.gap)
            for one, place in zip(parties, found.places, strict=True)
        ],
        cost=proof.objective,
        bound=proof.bound,
        prices=found.prices,
        scale=found.scale,
        method=ROUNDED,
    )


def light_place(asked: Asked, /) -> tuple[int | None, int]:
    """Where somebody goes who takes up nothing, and what that costs."""
    priced: list[tuple[int, int | None]] = [
        (price, place)
        for place, price in zip(asked.places, asked.costs, strict=True)
        if asked.pin == place or (asked.pin is None and price <= asked.wait)
    ]
    price, place = min(priced, default=(asked.wait, None))
    return place, price


def with_light(asked: Sequence[Asked], solution: Solution, /) -> Solution:
    """The same, with those who take up nothing: each goes where it costs least."""
    heavy = iter(zip(solution.places, solution.runners_up, strict=True))
    places: list[int | None] = []
    runners_up: list[RunnerUp | None] = []
    cost = 0
    for one in asked:
        if one.points:
            place, runner_up = next(heavy)
        else:
            (place, paid), runner_up = light_place(one), None
            cost += paid
        places.append(place)
        runners_up.append(runner_up)
    return attrs.evolve(
        solution,
        places=places,
        runners_up=runners_up,
        cost=solution.cost + cost,
        bound=solution.bound + cost,
    )


def _spread(parties: Sequence[Party], solution: Solution, /) -> Solution:
    """The same for each who stays with others: all of a party go where it goes."""
    count = sum(len(one.members) for one in parties)
    places: list[int | None] = [None] * count
    runners_up: list[RunnerUp | None] = [None] * count
    for one, place, runner_up in zip(parties, solution.places, solution.runners_up, strict=True):
        for number in one.members:
            places[number], runners_up[number] = place, runner_up
    return attrs.evolve(solution, places=places, runners_up=runners_up)
