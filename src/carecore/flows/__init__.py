"""The engine that shares out: whole numbers in, who goes where and the proof out.

It knows clients and professionals by their numbers only, and what each pair costs; who they are,
and why a pair costs what it costs, is known to those who ask.
One slot for each client is shared out exactly, and stays so while the panel changes; clients who
take up several are shared out near a bound.
Stable pairing is for when both sides choose, and a ward is shared out so that loads are even.

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
from carecore.flows.panel import LARGEST_COST, Candidates, Panel, check_panel
from carecore.flows.stable import (
    Preferences,
    Ranks,
    StablePairs,
    blocking_pairs,
    illegal,
    pair_for_clients,
    pair_for_professionals,
)
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
    "AcuitySolution",
    "Candidates",
    "FlowSolution",
    "Panel",
    "PanelFlow",
    "PlaceChange",
    "Preferences",
    "Proof",
    "Ranks",
    "RunnerUp",
    "StablePairs",
    "WhatIf",
    "ZoneAnswer",
    "ZoneQuestion",
    "blocking_pairs",
    "certify",
    "certify_acuity",
    "certify_zone",
    "check_panel",
    "even_bound",
    "illegal",
    "longest_first",
    "pair_for_clients",
    "pair_for_professionals",
    "runner_up",
    "runner_up_bound",
    "share_evenly",
    "solve_acuity",
    "staff_range",
    "staff_zones",
    "what_if",
    "what_if_bound",
]
