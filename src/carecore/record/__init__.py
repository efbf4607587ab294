"""What happened to a client and was seen: conditions, observations, events, and what they show.

A record is the only home of evidence: milestones, stages, gates and scores cite its entries by id.
Each entry says when it happened and when it was recorded, as exactly as anybody knows, so that it
can be asked what was known at an earlier time.
An evidence rule says what has to be seen, and `weigh` says whether it is: what is not recorded is
unknown and not no, what was tried is not done, and what is too old is not relied on.

*Intention*: whatever the library says about a client rests on entries that somebody can look up.
"""

from carecore.record.entries import (
    Certainty,
    Condition,
    ConditionStatus,
    Entry,
    Event,
    EventKind,
    EventOutcome,
    Observation,
    ObservationValue,
)
from carecore.record.evidence import (
    Comparison,
    ConditionSign,
    EventSign,
    Evidence,
    EvidenceRule,
    ObservationSign,
    Sign,
)
from carecore.record.record import Record
from carecore.record.weighing import weigh

__all__ = [
    "Certainty",
    "Comparison",
    "Condition",
    "ConditionSign",
    "ConditionStatus",
    "Entry",
    "Event",
    "EventKind",
    "EventOutcome",
    "EventSign",
    "Evidence",
    "EvidenceRule",
    "Observation",
    "ObservationSign",
    "ObservationValue",
    "Record",
    "Sign",
    "weigh",
]
