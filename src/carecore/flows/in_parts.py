"""Sharing out a panel that no single process holds: kernel, prices, and what the parts tell."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial, reduce
from typing import Final, final

from attrs import frozen

from carecore.errors import InvalidValue
from carecore.flows.certificate import Proof
from carecore.flows.flow import FlowSolution, PanelFlow
from carecore.flows.mapping import Mapper, combine, one_by_one
from carecore.flows.panel import Candidates, Panel
from carecore.flows.parts import Census, Part, refuse_losses
from carecore.flows.passes import (
    NO_KERNEL,
    NOTHING_TOLD,
    Kernel,
    PricePass,
    kernel,
    price_pass,
    proof_in_parts,
)

__all__ = ["SolvedInParts", "solve_in_parts"]

_MANY: Final = 10
"""One change costs about as much as sharing out so many clients anew; found by measuring."""


@final
@frozen(kw_only=True, weakref_slot=False)
class SolvedInParts:
    """Who goes where, proved by the parts, and what it took.

    Attributes:
        solution: who goes where.
        proof: that nothing costs less, as the parts told it.
        rounds: how often the parts were asked about prices.
        pairs_held: how many pairs the coordinator knew in the end.
        pairs: how many there are.

    .. versionadded:: 0.1
    """

    solution: FlowSolution
    proof: Proof
    rounds: int
    pairs_held: int
    pairs: int


def solve_in_parts(
    parts: Iterable[object],
    slots: Sequence[Sequence[int]],
    /,
    *,
    whole: Census | None = None,
    k: int = 4,
    mapper: Mapper = one_by_one,
) -> SolvedInParts:
    """Share out a panel that was cut into parts, at the least cost of the whole.

    It costs what `PanelFlow` finds for the whole panel, and the parts prove it.
    However the panel is cut and whoever works on it, the answer is the same; where several answers
    cost equally much, it may be another one than that of `PanelFlow`.

    Args:
        parts: each a `Part`, or whatever *mapper* takes for one that lies elsewhere.
        slots: what the slots of each professional cost.
        whole: the census of the whole; then it is seen also whether pairs are missing.
        k: how many candidates of each client the coordinator begins with.
        mapper: who asks the parts; left out, it is done here, one after the other.

    Raises:
        WrongType: if a cost or a number is no whole number.
        InvalidValue: if a part is not whole, if something is lost by the cut, if not all pins can
            be kept, or if what the parts tell is not about what they were asked.
        ManyFaults: if several things are lost.

    >>> from carecore.flows.parts import census_of, cut
    >>> panel = Panel([Candidates([0, 1], [5, 2], wait_cost=20)] * 3, [[0], [0]])
    >>> found = solve_in_parts(cut(panel, 2), panel.slots, whole=census_of(panel))
    >>> found.solution.objective, found.proof.is_optimal
    (27, True)

    .. versionadded:: 0.1
    """
    held = list(parts)
    kernels = list(mapper(partial(_kernel, k), held))
    known = reduce(combine, kernels, NO_KERNEL)
    refuse_losses(known.census, slots, whole=whole)
    flow = PanelFlow(Panel([client for _, client in known.clients], slots))
    rounds = 0
    while True:
        rounds += 1
        solution = flow.solution()
        told = _asked(solution, held, kernels, k, mapper)
        proof = proof_in_parts(slots, solution.places, solution.prices, told)
        if proof.faults:
            raise _mixed_up(proof.faults[0])
        if not told.arcs:
            break
        flow = _with_arcs(flow, told)
    if proof.objective != solution.objective or not proof.is_optimal:
        raise _mixed_up(f"it costs {solution.objective}, and {proof.objective} by the parts")
    return SolvedInParts(
        solution=solution,
        proof=proof,
        rounds=rounds,
        pairs_held=flow.panel().pair_count,
        pairs=known.census.pairs,
    )


def _kernel(k: int, part: Part, /) -> Kernel:
    return kernel(part, k)


def _asked(  # noqa: PLR0917 # what the parts are asked with
    solution: FlowSolution, parts: list[object], kernels: list[Kernel], k: int, mapper: Mapper, /
) -> PricePass:
    """What all parts say to an answer."""
    places = [{number: solution.places[number] for number in one.census.clients} for one in kernels]
    told = mapper(partial(price_pass, most=k), parts, [solution.prices] * len(parts), places)
    return reduce(combine, told, NOTHING_TOLD)


def _with_arcs(flow: PanelFlow, told: PricePass, /) -> PanelFlow:
    """The same with more pairs; where there are many, it is sooner shared out anew."""
    panel = flow.panel()
    more: dict[int, dict[int, int]] = {}
    for number, professional, cost in told.arcs:
        more.setdefault(number, {})[professional] = cost
    wider = {number: _wider(number, panel.clients[number], more[number]) for number in more}
    if len(wider) * _MANY > len(panel.clients):
        clients = [wider.get(number, one) for number, one in enumerate(panel.clients)]
        return PanelFlow(Panel(clients, panel.slots), is_checked=True)
    for number, client in wider.items():
        flow.change_client(number, client)
    return flow


def _wider(number: int, client: Candidates, more: Mapping[int, int], /) -> Candidates:
    costs = dict(zip(client.professionals, client.costs, strict=True))
    known = sorted(costs.keys() & more.keys())
    if known:
        raise _mixed_up(f"that client {number} may go to {known[0]} was told already")
    costs |= more
    ids = sorted(costs)
    return Candidates(ids, [costs[j] for j in ids], wait_cost=client.wait_cost)


def _mixed_up(what: str, /) -> InvalidValue:
    advice = "Maybe the answers came in another order than the parts, or a part has changed"
    return InvalidValue(
        f"what the parts tell is not about what they were asked: {what}",
        place="$.parts",
        advice=advice,
    )
