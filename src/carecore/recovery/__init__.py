"""When will it be well: milestones, pathways and timelines; schedule and track.

A milestone is a point; time lies on the links between milestones and on windows around an anchor.
The record says what was reached, and the plan's own days say what is late.

*Intention*: days are typical and never orders, so late means "look again", not "failed"; what
expired is not done, and what was never shown is not met.
"""

from carecore.recovery.helped import Help, HelpfulMilestone
from carecore.recovery.helping import what_would_help
from carecore.recovery.milestones import EvidenceGrade, Link, Milestone, Waiver
from carecore.recovery.pathways import Pathway
from carecore.recovery.schedules import Conflict, ConflictKind, Schedule, ScheduledMilestone
from carecore.recovery.scheduling import schedule
from carecore.recovery.timelines import Timeline
from carecore.recovery.tracked import MilestoneState, TrackedMilestone, Tracking
from carecore.recovery.tracking import track

__all__ = [
    "Conflict",
    "ConflictKind",
    "EvidenceGrade",
    "Help",
    "HelpfulMilestone",
    "Link",
    "Milestone",
    "MilestoneState",
    "Pathway",
    "Schedule",
    "ScheduledMilestone",
    "Timeline",
    "TrackedMilestone",
    "Tracking",
    "Waiver",
    "schedule",
    "track",
    "what_would_help",
]
