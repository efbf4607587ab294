"""Matching people: who is needed, and who is in reach.

The decision proposes seats out of data: what a role typically owes, what it may hold, how it
comes to a client.
No page of this room knows a role or a need by its name.

*Intention*: an answer about people is a value that holds its reasons, so that a coordinator can
read it to a family and an app can check it again after one change.
"""

from carecore.matching.advice import RoleAdvice
from carecore.matching.advise import advise_roles
from carecore.matching.panel import (
    ClientAnswer,
    PanelAdvice,
    PanelRole,
    SkillGroup,
    advise_panel,
)
from carecore.matching.reach import Check, Reach, reach_of
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
    "Change",
    "ChangeKind",
    "Check",
    "ClientAnswer",
    "MissingDuty",
    "NeededDuty",
    "PanelAdvice",
    "PanelRole",
    "Reach",
    "RecommendedRole",
    "RoleAdvice",
    "RoleOption",
    "RoleSeat",
    "Situation",
    "SkillGroup",
    "Status",
    "advise_panel",
    "advise_roles",
    "reach_of",
]
