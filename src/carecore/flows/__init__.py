"""The engine that shares out: whole numbers in, who goes where and the proof out.

It knows clients and professionals by their numbers only, and what each pair costs; who they are,
and why a pair costs what it costs, is known to those who ask.
One slot for each client is shared out exactly, and stays so while the panel changes; clients who
take up several are shared out near a bound.
Where more counts (who is with whom, points that depend on who comes) a solver may propose, and what
it proposes is judged.
Stable pairing is for when both sides choose.

*Intention*: an answer is believed because of its proof, and not because of how it was found, so the
proof is checked by code that shares nothing with the search; and the same question has the same
answer, on every machine.
"""

from carecore.flows.acuity import AcuitySolution, solve_acuity
from carecore.flows.certificate import (
    Proof,
    certify,
    certify_acuity,
)
from carecore.flows.explain import (
    PlaceChange,
    RunnerUp,
    WhatIf,
    runner_up,
    runner_up_bound,
    what_if,
    what_if_bound,
)
from carecore.flows.flow import FlowSolution, PanelFlow
from carecore.flows.general import (
    FlowSolver,
    GeneralPanel,
    Proposal,
    Proposer,
    Unit,
    check_general,
    units_of,
)
from carecore.flows.general_certificate import certify_general, general_bound
from carecore.flows.panel import LARGEST_COST, Candidates, Panel, check_panel
from carecore.flows.proposals import JudgedProposal, judge_flow, judge_proposal
from carecore.flows.stable import (
    Preferences,
    Ranks,
    StablePairs,
    blocking_pairs,
    illegal,
    pair_for_clients,
    pair_for_professionals,
)
from carecore.flows.ties import settle_ties

__all__ = [
    "LARGEST_COST",
    "AcuitySolution",
    "Candidates",
    "FlowSolution",
    "FlowSolver",
    "GeneralPanel",
    "JudgedProposal",
    "Panel",
    "PanelFlow",
    "PlaceChange",
    "Preferences",
    "Proof",
    "Proposal",
    "Proposer",
    "Ranks",
    "RunnerUp",
    "StablePairs",
    "Unit",
    "WhatIf",
    "blocking_pairs",
    "certify",
    "certify_acuity",
    "certify_general",
    "check_general",
    "check_panel",
    "general_bound",
    "illegal",
    "judge_flow",
    "judge_proposal",
    "pair_for_clients",
    "pair_for_professionals",
    "runner_up",
    "runner_up_bound",
    "settle_ties",
    "solve_acuity",
    "units_of",
    "what_if",
    "what_if_bound",
]
