"""Matching people: who is needed, who is in reach, and who exactly.

The decision proposes seats out of data: what a role typically owes, what it may hold, how it
comes to a client.
No page of this room knows a role or a need by its name.

*Intention*: an answer about people is a value that holds its reasons, so that a coordinator can
read it to a family and an app can check it again after one change.
"""

from carecore.matching.advice import RoleAdvice
from carecore.matching.advise import advise_roles
from carecore.matching.criteria import Criterion, CriterionKind, StandardCriterion
from carecore.matching.fits import Fit, Judgement
from carecore.matching.openings import Opening
from carecore.matching.pairs import WhatItTakes, WhyNot
from carecore.matching.panel import (
    ClientAnswer,
    PanelAdvice,
    PanelRole,
    SkillGroup,
    advise_panel,
)
from carecore.matching.policies import STANDARD_POLICY, Policy
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
from carecore.matching.situation import Change, ChangeKind, Situation

__all__ = [
    "STANDARD_POLICY",
    "Change",
    "ChangeKind",
    "Check",
    "ClientAnswer",
    "Criterion",
    "CriterionKind",
    "Fit",
    "Judgement",
    "MissingDuty",
    "NeededDuty",
    "Opening",
    "Pair",
    "PanelAdvice",
    "PanelRole",
    "Policy",
    "Ranking",
    "Reach",
    "RecommendedRole",
    "Remedy",
    "RoleAdvice",
    "RoleOption",
    "RoleSeat",
    "Situation",
    "SkillGroup",
    "StandardCriterion",
    "Status",
    "WhatItTakes",
    "WhyNot",
    "advise_panel",
    "advise_roles",
    "rank",
    "reach_of",
    "what_would_it_take",
    "why_not",
]
