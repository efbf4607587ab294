"""The engine that shares out: whole numbers in, who goes where and the proof out.

It knows clients and professionals by their numbers only, and what each pair costs; who they are,
and why a pair costs what it costs, is known to those who ask.
One slot for each client is shared out exactly, and clients who take up several near a bound; both
stay so while the panel changes.
Where more counts (who is with whom, points that depend on who comes) a solver may propose, and what
it proposes is judged.
What is too large for one process is shared out by its components, or in parts that tell what their
clients would rather have.
Stable pairing is for when both sides choose, and a ward is shared out so that loads are even.

*Intention*: an answer is believed because of its proof, and not because of how it was found, so the
proof is checked by code that shares nothing with the search; and the same question has the same
answer, on every machine.
"""

from carecore.flows.acuity import AcuitySolution, solve_acuity
from carecore.flows.acuity_asking import (
    acuity_runner_up,
    acuity_what_if,
    acuity_what_if_bound,
)
from carecore.flows.acuity_live import AcuityFlow
from carecore.flows.certificate import (
    Proof,
    certify,
    certify_acuity,
)
from carecore.flows.components import (
    NO_COMPONENT,
    Component,
    ComponentSolution,
    component_of,
    components,
    solve_component,
    solve_components,
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
from carecore.flows.in_parts import SolvedInParts, solve_in_parts
from carecore.flows.mapping import Joinable, Mapper, Workers, combine, one_by_one
from carecore.flows.panel import LARGEST_COST, Candidates, Panel, check_panel
from carecore.flows.parts import NOBODY, Census, Part, census_of, cut, part_of
from carecore.flows.passes import (
    NO_KERNEL,
    NOTHING_TOLD,
    Kernel,
    PricePass,
    kernel,
    price_pass,
    proof_in_parts,
)
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
from carecore.flows.standing import StandingProof
from carecore.flows.ties import settle_ties
from carecore.flows.ward import (
    ZoneAnswer,
    ZoneQuestion,
    longest_first,
    share_evenly,
    staff_range,
    staff_zones,
)
from carecore.flows.ward_proof import certify_zone, even_bound

__all__ = [
    "LARGEST_COST",
    "NOBODY",
    "NOTHING_TOLD",
    "NO_COMPONENT",
    "NO_KERNEL",
    "AcuityFlow",
    "AcuitySolution",
    "Candidates",
    "Census",
    "Component",
    "ComponentSolution",
    "FlowSolution",
    "FlowSolver",
    "GeneralPanel",
    "Joinable",
    "JudgedProposal",
    "Kernel",
    "Mapper",
    "Panel",
    "PanelFlow",
    "Part",
    "PlaceChange",
    "Preferences",
    "PricePass",
    "Proof",
    "Proposal",
    "Proposer",
    "Ranks",
    "RunnerUp",
    "SolvedInParts",
    "StablePairs",
    "StandingProof",
    "Unit",
    "WhatIf",
    "Workers",
    "ZoneAnswer",
    "ZoneQuestion",
    "acuity_runner_up",
    "acuity_what_if",
    "acuity_what_if_bound",
    "blocking_pairs",
    "census_of",
    "certify",
    "certify_acuity",
    "certify_general",
    "certify_zone",
    "check_general",
    "check_panel",
    "combine",
    "component_of",
    "components",
    "cut",
    "even_bound",
    "general_bound",
    "illegal",
    "judge_flow",
    "judge_proposal",
    "kernel",
    "longest_first",
    "one_by_one",
    "pair_for_clients",
    "pair_for_professionals",
    "part_of",
    "price_pass",
    "proof_in_parts",
    "runner_up",
    "runner_up_bound",
    "settle_ties",
    "share_evenly",
    "solve_acuity",
    "solve_component",
    "solve_components",
    "solve_in_parts",
    "staff_range",
    "staff_zones",
    "units_of",
    "what_if",
    "what_if_bound",
]
