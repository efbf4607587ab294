"""What is meant in a plan, a timeline and a transition: more ids with a type.

They follow the rules of `carecore.base.identity`: an id of the field's knowledge is snake_case, an
id of a record is whatever the app uses.
"""

from collections.abc import Iterable
from typing import NewType

from carecore.base.identity import (
    ClientId,
    DutyId,
    ProfessionalId,
    RoleId,
    client_id,
    duty_id,
    listed,
    professional_id,
    record_id,
    role_id,
    term_id,
)

__all__ = [
    "ActivityId",
    "ConcernId",
    "DecisionId",
    "DomainId",
    "GateId",
    "GoalId",
    "MilestoneId",
    "PathwayId",
    "PlanId",
    "StageId",
    "TransitionId",
    "VisitId",
    "activity_id",
    "activity_ids",
    "client_ids",
    "concern_id",
    "concern_ids",
    "decision_id",
    "domain_id",
    "domain_ids",
    "gate_id",
    "goal_id",
    "goal_ids",
    "milestone_id",
    "milestone_ids",
    "optional_activity_id",
    "optional_domain_id",
    "optional_duty_id",
    "optional_milestone_id",
    "optional_pathway_id",
    "optional_plan_id",
    "optional_professional_id",
    "optional_role_id",
    "optional_stage_id",
    "optional_transition_id",
    "pathway_id",
    "plan_id",
    "professional_ids",
    "stage_id",
    "transition_id",
    "visit_id",
]

ConcernId = NewType("ConcernId", str)
"""Refers to a concern of a plan.

.. versionadded:: 0.1
"""
PlanId = NewType("PlanId", str)
"""Refers to a care plan.

.. versionadded:: 0.1
"""
StageId = NewType("StageId", str)
"""Refers to a stage of a plan.

.. versionadded:: 0.1
"""
GoalId = NewType("GoalId", str)
"""Refers to a goal of a plan.

.. versionadded:: 0.1
"""
ActivityId = NewType("ActivityId", str)
"""Refers to an activity of a plan.

.. versionadded:: 0.1
"""
VisitId = NewType("VisitId", str)
"""Refers to a visit of a plan.

.. versionadded:: 0.1
"""
MilestoneId = NewType("MilestoneId", str)
"""Refers to a milestone of a timeline.

.. versionadded:: 0.1
"""
TransitionId = NewType("TransitionId", str)
"""Refers to a transition between care settings.

.. versionadded:: 0.1
"""
DecisionId = NewType("DecisionId", str)
"""Refers to a decision of a plan.

.. versionadded:: 0.1
"""
PathwayId = NewType("PathwayId", str)
"""Refers to a pathway of the catalogue.

.. versionadded:: 0.1
"""
GateId = NewType("GateId", str)
"""Refers to a gate of a transition.

.. versionadded:: 0.1
"""
DomainId = NewType("DomainId", str)
"""Refers to a domain of life of the catalogue.

.. versionadded:: 0.1
"""


def concern_id(value: str, /) -> ConcernId:
    """Check the id of a concern; see `record_id`.

    .. versionadded:: 0.1
    """
    return ConcernId(record_id(value, kind="concern"))


def concern_ids(values: Iterable[str], /) -> tuple[ConcernId, ...]:
    """Check the ids of several concerns; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, concern_id, kind="concern")


def plan_id(value: str, /) -> PlanId:
    """Check the id of a plan; see `record_id`.

    .. versionadded:: 0.1
    """
    return PlanId(record_id(value, kind="plan"))


def optional_plan_id(value: str | None, /) -> PlanId | None:
    """Check the id of a plan, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else plan_id(value)


def stage_id(value: str, /) -> StageId:
    """Check the id of a stage; see `record_id`.

    .. versionadded:: 0.1
    """
    return StageId(record_id(value, kind="stage"))


def client_ids(values: Iterable[str], /) -> tuple[ClientId, ...]:
    """Check the ids of several clients, in order.

    .. versionadded:: 0.1
    """
    return listed(values, client_id, kind="client")


def professional_ids(values: Iterable[str], /) -> tuple[ProfessionalId, ...]:
    """Check the ids of several professionals, in order.

    .. versionadded:: 0.1
    """
    return listed(values, professional_id, kind="professional")


def optional_professional_id(value: str | None, /) -> ProfessionalId | None:
    """Check the id of a professional, or take `None` for nobody.

    .. versionadded:: 0.1
    """
    return None if value is None else professional_id(value)


def optional_role_id(value: str | None, /) -> RoleId | None:
    """Check the id of a role, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else role_id(value)


def optional_stage_id(value: str | None, /) -> StageId | None:
    """Check the id of a stage, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else stage_id(value)


def goal_id(value: str, /) -> GoalId:
    """Check the id of a goal; see `record_id`.

    .. versionadded:: 0.1
    """
    return GoalId(record_id(value, kind="goal"))


def goal_ids(values: Iterable[str], /) -> tuple[GoalId, ...]:
    """Check the ids of several goals; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, goal_id, kind="goal")


def activity_id(value: str, /) -> ActivityId:
    """Check the id of an activity; see `record_id`.

    .. versionadded:: 0.1
    """
    return ActivityId(record_id(value, kind="activity"))


def activity_ids(values: Iterable[str], /) -> tuple[ActivityId, ...]:
    """Check the ids of several activities; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, activity_id, kind="activity")


def optional_activity_id(value: str | None, /) -> ActivityId | None:
    """Check the id of an activity, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else activity_id(value)


def visit_id(value: str, /) -> VisitId:
    """Check the id of a visit; see `record_id`.

    .. versionadded:: 0.1
    """
    return VisitId(record_id(value, kind="visit"))


def milestone_id(value: str, /) -> MilestoneId:
    """Check the id of a milestone; see `record_id`.

    .. versionadded:: 0.1
    """
    return MilestoneId(record_id(value, kind="milestone"))


def milestone_ids(values: Iterable[str], /) -> tuple[MilestoneId, ...]:
    """Check the ids of several milestones; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, milestone_id, kind="milestone")


def optional_milestone_id(value: str | None, /) -> MilestoneId | None:
    """Check the id of a milestone, or take `None` for none.

    .. versionadded:: 0.1
    """
    return None if value is None else milestone_id(value)


def transition_id(value: str, /) -> TransitionId:
    """Check the id of a transition; see `record_id`.

    .. versionadded:: 0.1
    """
    return TransitionId(record_id(value, kind="transition"))


def optional_transition_id(value: str | None, /) -> TransitionId | None:
    """Check the id of a transition, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else transition_id(value)


def decision_id(value: str, /) -> DecisionId:
    """Check the id of a decision; see `record_id`.

    .. versionadded:: 0.1
    """
    return DecisionId(record_id(value, kind="decision"))


def pathway_id(value: str, /) -> PathwayId:
    """Check the id of a pathway; see `term_id`.

    .. versionadded:: 0.1
    """
    return PathwayId(term_id(value, kind="pathway"))


def optional_pathway_id(value: str | None, /) -> PathwayId | None:
    """Check the id of a pathway, or take `None` for none.

    .. versionadded:: 0.1
    """
    return None if value is None else pathway_id(value)


def gate_id(value: str, /) -> GateId:
    """Check the id of a gate; see `term_id`.

    .. versionadded:: 0.1
    """
    return GateId(term_id(value, kind="gate"))


def domain_id(value: str, /) -> DomainId:
    """Check the id of a domain; see `term_id`.

    .. versionadded:: 0.1
    """
    return DomainId(term_id(value, kind="domain"))


def optional_domain_id(value: str | None, /) -> DomainId | None:
    """Check the id of a domain, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else domain_id(value)


def domain_ids(values: Iterable[str], /) -> tuple[DomainId, ...]:
    """Check the ids of several domains; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, domain_id, kind="domain")


def optional_duty_id(value: str | None, /) -> DutyId | None:
    """Check the id of a duty, or take `None` for none.

    .. versionadded:: 0.1
    """
    return None if value is None else duty_id(value)
