"""One value of every class of the record, with as much filled in as goes."""

from datetime import UTC, date, datetime

import attrs

from carecore.base.amounts import Code, Quantity
from carecore.base.reasons import Fact, OwnChoice, Reason, Verdict
from carecore.base.timing import Offset, PartialDate
from carecore.record import (
    Certainty,
    Comparison,
    Condition,
    ConditionSign,
    ConditionStatus,
    Event,
    EventKind,
    EventOutcome,
    EventSign,
    Evidence,
    EvidenceRule,
    Observation,
    ObservationSign,
    Record,
)

__all__ = ["SAMPLES"]

MORNING = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
CODE = Code(system="https://example.org/codes", code="17", label="own words")
WALK = Quantity("12.50", "m")

CONDITION = Condition(
    id="e-1",
    client_id="c-17",
    what="hip_fracture",
    code=CODE,
    status=ConditionStatus.ACTIVE,
    certainty=Certainty.CONFIRMED,
    onset=PartialDate(2026, 11),
    abated=PartialDate(2026, 12),
    recorded=MORNING,
    text="fell beside the piano",
)
OBSERVATION = Observation(
    id="e-2",
    client_id="c-17",
    what="walking_distance",
    value=WALK,
    happened=MORNING,
    recorded=date(2026, 11, 20),
    code=CODE,
    by="p-1",
    text="smiled all the way",
)
EVENT = Event(
    id="e-3",
    client_id="c-17",
    kind=EventKind.PROCEDURE,
    what="surgery",
    outcome=EventOutcome.DONE,
    happened=MORNING,
    until=date(2026, 11, 20),
    recorded=date(2026, 11, 21),
    setting="acute_ward",
    by="p-2",
    to="r-1",
    code=CODE,
    text="asked for music",
)
RECORD = Record(
    client_id="c-17", conditions=(CONDITION,), observations=(OBSERVATION,), events=(EVENT,)
)
EVENT_SIGN = EventSign(kind=EventKind.PROCEDURE, what="surgery", setting="acute_ward")
OBSERVATION_SIGN = ObservationSign(
    what="walking_distance",
    comparison=Comparison.AT_LEAST,
    value=Quantity(10, "m"),
    fresh_for=Offset(days=3),
)
CONDITION_SIGN = ConditionSign(what="delirium", is_active=False)
RULE = EvidenceRule(all_of=(EVENT_SIGN, CONDITION_SIGN), any_of=(OBSERVATION_SIGN,))
EVIDENCE = Evidence(
    verdict=Verdict.MET,
    entries=("e-3", "e-2"),
    met_at=MORNING,
    is_stale=False,
    reasons=(
        Reason(
            id="event_done",
            text="surgery was done (2026-11-20)",
            facts=(Fact(name="event", seen="e-3"),),
            sources=(OwnChoice("the first event decides"),),
        ),
    ),
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(value): value
    for value in (
        CONDITION,
        OBSERVATION,
        EVENT,
        RECORD,
        EVENT_SIGN,
        OBSERVATION_SIGN,
        CONDITION_SIGN,
        RULE,
        EVIDENCE,
        WALK,
    )
}
