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
from carecore.matching.becoming_best import WhatMakesBest
from carecore.matching.bettering import what_would_make_best
from carecore.matching.broken_bonds import BrokenBecause, BrokenBond
from carecore.matching.bulk import BulkCriterion
from carecore.matching.comparing import AllocationDiff, compare_allocations
from carecore.matching.criteria import Criterion, CriterionKind, StandardCriterion
from carecore.matching.fairness import Fairness
from carecore.matching.finding_out import ToFindOut
from carecore.matching.fits import Fit, Judgement
from carecore.matching.handing_over import hand_over_caseload
from carecore.matching.live_panel import LivePanel
from carecore.matching.loads import Load
from carecore.matching.margins import Margin
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
from carecore.matching.policy_comparison import (
    CriterionDifference,
    PolicyComparison,
    compare_policies,
)
from carecore.matching.pools import Pool
from carecore.matching.profiles import Profile
from carecore.matching.proofs import Certificate, Costs, Price
from carecore.matching.questions import rank, what_would_it_take, why_not
from carecore.matching.rankings import Ranking
from carecore.matching.reach import Check, Reach, reach_of
from carecore.matching.reassignments import (
    Alternative,
    PanelChange,
    PanelStep,
    Reassignment,
)
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
from carecore.matching.skill_counts import SkillCount, SkillKind
from carecore.matching.staffing import OutOfReach, PoolGap, Staffing
from carecore.matching.successions import CaseloadHandOver, Succession
from carecore.matching.travel_times import TravelTime, TravelTimeCriterion
from carecore.matching.wards import ClientAcuity, WardBalance, WardLoad, WardZone, ZoneBalance

__all__ = [
    "FACILITY_POLICY",
    "PRIVATE_POLICY",
    "STANDARD_POLICY",
    "STANDARD_SHARING",
    "TRAVEL_POLICY",
    "Allocation",
    "AllocationDiff",
    "Alternative",
    "Bond",
    "BrokenBecause",
    "BrokenBond",
    "BulkCriterion",
    "CaseloadHandOver",
    "Certificate",
    "Change",
    "ChangeKind",
    "Check",
    "ClientAcuity",
    "ClientAnswer",
    "Costs",
    "Criterion",
    "CriterionDifference",
    "CriterionKind",
    "Fairness",
    "Fit",
    "Judgement",
    "LivePanel",
    "Load",
    "Margin",
    "MissingDuty",
    "NeededDuty",
    "Obstacle",
    "OneSided",
    "Opening",
    "OutOfReach",
    "Pair",
    "Pairing",
    "PairingSide",
    "PanelAdvice",
    "PanelChange",
    "PanelRole",
    "PanelStep",
    "Placement",
    "Policy",
    "PolicyComparison",
    "Pool",
    "PoolGap",
    "Preference",
    "Price",
    "Profile",
    "ProposedOffer",
    "Ranking",
    "Reach",
    "Reassignment",
    "RecommendedRole",
    "Remedy",
    "RoleAdvice",
    "RoleOption",
    "RoleSeat",
    "Sharing",
    "Situation",
    "SkillCount",
    "SkillGroup",
    "SkillKind",
    "StablePair",
    "Staffing",
    "StandardCriterion",
    "Status",
    "Succession",
    "ToFindOut",
    "TravelTime",
    "TravelTimeCriterion",
    "Unplaced",
    "UnplacedBecause",
    "WardBalance",
    "WardLoad",
    "WardSolver",
    "WardZone",
    "WhatItTakes",
    "WhatMakesBest",
    "WhyNot",
    "ZoneBalance",
    "advise_panel",
    "advise_roles",
    "allocate",
    "balance_ward",
    "compare_allocations",
    "compare_policies",
    "hand_over_caseload",
    "next_offers",
    "pair_stably",
    "rank",
    "reach_of",
    "what_would_it_take",
    "what_would_make_best",
    "why_not",
]
