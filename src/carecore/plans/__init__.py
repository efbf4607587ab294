"""The care plan: what was agreed for one client, and how it changes.

A plan holds its client, its team and its record by value, and everything else refers by id.
It is built from whatever is known; rules say what is missing or cannot be right.
`revise` logs a change, and `compare_plans` says what two plans differ in and what that means for
the work under way.

*Intention*: words are kept apart.
Ended is not achieved, expired is not done, and whatever somebody put on a plan stays on it until
somebody takes it off.
"""

from carecore.plans.activities import Activity, ActivityStatus, Contact, Visit
from carecore.plans.comparing import PlanDiff, compare_plans
from carecore.plans.differences import DifferenceKind, PlanDifference
from carecore.plans.domains import Domain
from carecore.plans.goals import Achievement, Concern, Goal, GoalStatus, Target
from carecore.plans.plan import CarePlan, PlanStatus
from carecore.plans.revising import revise
from carecore.plans.revisions import Revision
from carecore.plans.stages import Stage
from carecore.plans.work import WorkChange, WorkKind, WorkStep

__all__ = [
    "Achievement",
    "Activity",
    "ActivityStatus",
    "CarePlan",
    "Concern",
    "Contact",
    "DifferenceKind",
    "Domain",
    "Goal",
    "GoalStatus",
    "PlanDiff",
    "PlanDifference",
    "PlanStatus",
    "Revision",
    "Stage",
    "Target",
    "Visit",
    "WorkChange",
    "WorkKind",
    "WorkStep",
    "compare_plans",
    "revise",
]
