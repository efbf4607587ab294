"""Small plans for the tests of the command line, with a marker in what is personal."""

from datetime import UTC, date, datetime

from carecore.base.amounts import Quantity
from carecore.base.calendars import Window
from carecore.base.timing import Offset
from carecore.catalogue import STANDARD
from carecore.people import Client
from carecore.plans import CarePlan, Goal, GoalStatus, PlanStatus
from carecore.record import Event, EventKind, EventSign, EvidenceRule, Observation, Record
from carecore.recovery import Link, Milestone, Timeline
from carecore.transitions import Move, MoveRecord, Transition, TransitionState

__all__ = ["ADVISED", "CLEAN", "CONTRADICTED", "MARKER", "MOVING", "RECOVERING", "WARNED"]

MARKER = "Zqxmarker"
CLIENT = Client(
    id="c-17",
    setting="acute_ward",
    jurisdiction="US-MA",
    zone="America/New_York",
    payers=("medicare",),
    name=MARKER,
)
CLEAN = CarePlan(id="plan-1", client=CLIENT, note=MARKER)
ADVISED = CarePlan(id="plan-1", client=CLIENT, risks=("fall",), note=MARKER)
WARNED = CarePlan(id="plan-1", client=CLIENT, status=PlanStatus.ACTIVE, note=MARKER)
CONTRADICTED = CarePlan(
    id="plan-1",
    client=CLIENT,
    status=PlanStatus.COMPLETED,
    goals=(Goal(id="goal-1", status=GoalStatus.ACTIVE, text=MARKER),),
)


def _done(what: str) -> EvidenceRule:
    return EvidenceRule(all_of=(EventSign(what=what),))


RECOVERING = CarePlan(
    id="plan-1",
    client=CLIENT,
    timeline=Timeline(
        id="tl-1",
        client_id="c-17",
        anchor=date(2026, 11, 16),
        milestones=(
            Milestone(
                id="surgery",
                name="Operated on",
                window=Window(Offset(days=0), Offset(days=1)),
                evidence=_done("surgery"),
            ),
            Milestone(
                id="first_steps",
                name="First steps",
                window=Window(Offset(days=1), Offset(days=3)),
                evidence=_done("first_steps"),
            ),
            Milestone(id="home", name="Home", evidence=_done("home")),
        ),
        links=(
            Link(before="surgery", after="first_steps"),
            Link(before="first_steps", after="home", minimum=Offset(days=5)),
        ),
    ),
    record=Record(
        client_id="c-17",
        events=(
            Event(
                id="e-1",
                client_id="c-17",
                kind=EventKind.PROCEDURE,
                what="surgery",
                happened=date(2026, 11, 17),
                recorded=date(2026, 11, 17),
            ),
            Event(
                id="e-2",
                client_id="c-17",
                kind=EventKind.OTHER,
                what="first_steps",
                happened=date(2026, 11, 18),
                recorded=date(2026, 11, 21),
                text=MARKER,
            ),
        ),
    ),
)
"""The first steps were written down late."""

MOVING = CarePlan(
    id="plan-1",
    client=CLIENT,
    record=Record(
        client_id="c-17",
        observations=(
            Observation(
                id="e-1",
                client_id="c-17",
                what="walking_distance",
                value=Quantity(12, "m"),
                happened=date(2026, 11, 23),
            ),
        ),
    ),
    transitions=(
        Transition(
            id="t-home",
            client_id="c-17",
            from_setting="acute_ward",
            to_setting="home_health",
            state=TransitionState.PLANNED,
            senders=("p-1",),
            receivers=("p-2",),
            deciders=("c-17",),
            moves=(
                MoveRecord(move=Move.PLAN, by="p-1", at=datetime(2026, 11, 20, 15, tzinfo=UTC)),
            ),
            note=MARKER,
        ),
        Transition(id="t-old", client_id="c-17", state=TransitionState.COMPLETED),
    ),
)
"""One move is planned, and one is over."""

PATHWAY = STANDARD.pathway("generic_discharge")
"""It counts business days."""
