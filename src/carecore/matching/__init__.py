"""Matching people: who is needed, who is in reach, and who exactly.

The decision proposes seats out of data: what a role typically owes, what it may hold, how it
comes to a client.
No page of this room knows a role or a need by its name.

*Intention*: an answer about people is a value that holds its reasons, so that a coordinator can
read it to a family and an app can check it again after one change.
"""

from carecore.matching.advice import RoleAdvice
from carecore.matching.advise import advise_roles
from carecore.matching.allocate import allocate
from carecore.matching.allocations import Allocation
from carecore.matching.balancing import WardSolver, balance_ward
from carecore.matching.criteria import Criterion, CriterionKind, StandardCriterion
from carecore.matching.fits import Fit, Judgement
from carecore.matching.handing_over import hand_over_caseload
from carecore.matching.loads import Load
from carecore.matching.offering import ProposedOffer, next_offers
from carecore.matching.openings import Opening
from carecore.matching.pairing import (
    OneSided,
    Pairing,
    PairingSide,
    Preference,
    StablePair,
    pair_stably,
)
from carecore.matching.pairs import WhatItTakes, WhyNot
from carecore.matching.panel import (
    ClientAnswer,
    PanelAdvice,
    PanelRole,
    SkillGroup,
    advise_panel,
)
from carecore.matching.placements import Obstacle, Placement, Unplaced, UnplacedBecause
from carecore.matching.policies import (
    FACILITY_POLICY,
    PRIVATE_POLICY,
    STANDARD_POLICY,
    TRAVEL_POLICY,
    Policy,
)
from carecore.matching.pools import Pool
from carecore.matching.proofs import Certificate, Costs, Price
from carecore.matching.questions import rank, what_would_it_take, why_not
from carecore.matching.rankings import Ranking
from carecore.matching.reach import Check, Reach, reach_of
from carecore.matching.remedies import Pair, Remedy
from carecore.matching.roles_needed import (
    MissingDuty,
    NeededDuty,
    RecommendedRole,
    RoleOption,
    RoleSeat,
)
from carecore.matching.seats import Status
from carecore.matching.sharing import STANDARD_SHARING, Bond, Sharing
from carecore.matching.situation import Change, ChangeKind, Situation
from carecore.matching.successions import CaseloadHandOver, Succession
from carecore.matching.wards import ClientAcuity, WardBalance, WardLoad, WardZone, ZoneBalance

__all__ = [
    "FACILITY_POLICY",
    "PRIVATE_POLICY",
    "STANDARD_POLICY",
    "STANDARD_SHARING",
    "TRAVEL_POLICY",
    "Allocation",
    "Bond",
    "CaseloadHandOver",
    "Certificate",
    "Change",
    "ChangeKind",
    "Check",
    "ClientAcuity",
    "ClientAnswer",
    "Costs",
    "Criterion",
    "CriterionKind",
    "Fit",
    "Judgement",
    "Load",
    "MissingDuty",
    "NeededDuty",
    "Obstacle",
    "OneSided",
    "Opening",
    "Pair",
    "Pairing",
    "PairingSide",
    "PanelAdvice",
    "PanelRole",
    "Placement",
    "Policy",
    "Pool",
    "Preference",
    "Price",
    "ProposedOffer",
    "Ranking",
    "Reach",
    "RecommendedRole",
    "Remedy",
    "RoleAdvice",
    "RoleOption",
    "RoleSeat",
    "Sharing",
    "Situation",
    "SkillGroup",
    "StablePair",
    "StandardCriterion",
    "Status",
    "Succession",
    "Unplaced",
    "UnplacedBecause",
    "WardBalance",
    "WardLoad",
    "WardSolver",
    "WardZone",
    "WhatItTakes",
    "WhyNot",
    "ZoneBalance",
    "advise_panel",
    "advise_roles",
    "allocate",
    "balance_ward",
    "hand_over_caseload",
    "next_offers",
    "pair_stably",
    "rank",
    "reach_of",
    "what_would_it_take",
    "why_not",
]
