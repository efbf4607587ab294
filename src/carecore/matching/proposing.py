"""Asking a solver: what it proposes is checked, added up anew, and bounded by our own code."""

from collections.abc import Sequence

import attrs

from carecore.flows import (
    FlowSolver,
    GeneralPanel,
    Panel,
    Proposal,
    Proposer,
    judge_flow,
    judge_proposal,
)
from carecore.matching.solutions import RunnerUp, Solution, next_best
from carecore.matching.togetherness import Company, Party

__all__ = ["flowed", "proposed"]


def proposed(company: Company, points: Sequence[Sequence[int]], solver: Proposer, /) -> Solution:
    """What *solver* proposes for choices with company, where *points* cost so much.

    Raises:
        RefusedAnswer: if it is not allowed, or claims what is not so.
    """
    panel = GeneralPanel(
        clients=[one.candidates for one in company.choices],
        weights=[[one.wanted.points] * len(one.places) for one in company.choices],
        slots=points,
        together=company.together,
        apart=company.apart,
    )
    judged = judge_proposal(panel, solver)
    proposal = judged.proposal
    runners_up: list[RunnerUp | None] = [None] * len(proposal.places)
    for party in company.parties():
        told = next_best(
            party,
            proposal.places[party.members[0]],
            prices=proposal.prices,
            scale=proposal.scale,
            gap=judged.gap,
        )
        for number in party.members:
            runners_up[number] = told
    return Solution(
        places=list(proposal.places),
        runners_up=runners_up,
        cost=judged.objective,
        bound=judged.bound,
        prices=proposal.prices,
        scale=proposal.scale,
        method=_method(proposal),
        claimed_by="" if judged.claimed_bound is None else _name(proposal),
        claimed_bound=judged.claimed_bound,
    )


def flowed(parties: Sequence[Party], panel: Panel, size: int, solver: FlowSolver, /) -> Solution:
    """The least cost of a panel of one slot for each, found by *solver* and proved here.

    Raises:
        RefusedAnswer: if it is not allowed, or its prices do not prove that nothing costs less.
    """
    judged = judge_flow(panel, solver)
    proposal = judged.proposal
    # A price is that of a whole slot here, and a slot is what each takes up.
    ones = [attrs.evolve(one, points=1) for one in parties]
    return Solution(
        places=list(proposal.places),
        runners_up=[
            next_best(one, place, prices=proposal.prices, scale=1, gap=0)
            for one, place in zip(ones, proposal.places, strict=True)
        ],
        cost=judged.objective,
        bound=judged.bound,
        prices=proposal.prices,
        scale=size,
        method=_method(proposal),
    )


def _name(proposal: Proposal, /) -> str:
    return f"{proposal.solver} {proposal.version}"


def _method(proposal: Proposal, /) -> str:
    settings = f" ({proposal.settings})" if proposal.settings else ""
    return f"{_name(proposal)}{settings}, checked by carecore"
