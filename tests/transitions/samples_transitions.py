"""One value of every class of the room, with as much filled in as goes; the people are made up."""

from datetime import UTC, date, datetime, timedelta

import attrs

from carecore.base.calendars import BusinessCalendar, Deadline, Pause
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.moments import to_when
from carecore.base.reasons import Citation, Fact, OwnChoice, Reason, Verdict
from carecore.base.timing import Offset
from carecore.record import EventKind, EventSign, Evidence, EvidenceRule
from carecore.roles import PayerKind
from carecore.transitions import (
    Clock,
    ClockKind,
    ClockReading,
    ClockStart,
    ClockState,
    Gate,
    GateStanding,
    GateState,
    LegalMove,
    Move,
    MoveOption,
    MoveRecord,
    Override,
    Party,
    StartBasis,
    Transition,
    TransitionState,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SOURCES = (Citation(authority="CFR", section="42 CFR 482.43"), OwnChoice("we chose it"))

OVERRIDE = Override(by="p-1", at=NOON, because="no_room_until_monday", until=NOON + 8 * HOUR)
RULE = EvidenceRule(all_of=(EventSign(kind=EventKind.TEACHING, what="teach_back"),))
REASON = Reason(
    id="gate_unmet", text="the record does not show it", facts=(Fact(name="entries", seen=()),)
)
GATE = Gate(
    id="understanding_checked",
    name="said back in own words",
    is_blocking=True,
    evidence=RULE,
    shown_by=Move.CONFIRM_READY,
    override=OVERRIDE,
    overridable_by=(Party.SENDER, Party.CLIENT),
    from_settings=("acute_ward",),
    to_settings=("home_health",),
    sources=SOURCES,
)
EVIDENCE = Evidence(verdict=Verdict.NOT_MET, reasons=(REASON,))
GATE_STATE = GateState(
    gate="understanding_checked",
    name="said back in own words",
    is_blocking=True,
    standing=GateStanding.OVERRIDDEN,
    evidence=EVIDENCE,
    override=OVERRIDE,
    reasons=(REASON,),
    sources=SOURCES,
)
MOVE_RECORD = MoveRecord(move=Move.PLAN, by="p-1", at=NOON, because="family_asked")
TRANSITION = Transition(
    id="t-1",
    client_id="c-17",
    from_setting="acute_ward",
    to_setting="home_health",
    planned=to_when(date(2026, 3, 6)),
    state=TransitionState.PLANNED,
    senders=("p-1",),
    receivers=("p-2",),
    deciders=("c-17", "r-1"),
    gates=(GATE,),
    moves=(MOVE_RECORD,),
    journey="j-1",
    urgent=True,
    note="wants to be home by Sunday",
)
LEGAL_MOVE = LegalMove(
    state=TransitionState.PLANNED,
    move=Move.OFFER,
    next_state=TransitionState.OFFERED,
    parties=(Party.SENDER,),
    is_urgent_only=True,
)
MOVE_OPTION = MoveOption(
    move=Move.OFFER, is_allowed=True, next_state=TransitionState.OFFERED, because=REASON
)
CLOCK = Clock(
    id="call_after_discharge",
    name="call the client",
    kind=ClockKind.DEADLINE,
    starts=EventSign(kind=EventKind.DISCHARGE),
    allowance=Offset(business_days=2),
    earliest=Offset(days=1),
    by_hour=12,
    met_by=EventSign(kind=EventKind.CONTACT),
    attempts_enough=2,
    from_settings=("acute_ward",),
    to_settings=("home_health",),
    jurisdictions=(Jurisdiction("US"),),
    payers=(PayerKind.MEDICARE,),
    needs=("complex_decisions",),
    sources=SOURCES,
)
START = ClockStart(when=to_when(date(2026, 3, 6)), basis=StartBasis.EVENT, entry="e-1")
DEADLINE = Deadline(
    id="call_after_discharge",
    started=date(2026, 3, 6),
    allowance=Offset(business_days=2),
    calendar=BusinessCalendar(holidays=(date(2026, 3, 9),), zone="America/New_York"),
    pauses=(Pause(start=date(2026, 3, 9), end=date(2026, 3, 10), because="strike"),),
)
READING = ClockReading(
    clock="call_after_discharge",
    name="call the client",
    kind=ClockKind.DEADLINE,
    transition="t-1",
    applies=Verdict.MET,
    state=ClockState.MET_LATE,
    start=START,
    deadline=DEADLINE,
    met_at=to_when(date(2026, 3, 30)),
    entries=("e-2",),
    reasons=(REASON,),
    sources=SOURCES,
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(value): value
    for value in (
        OVERRIDE,
        GATE,
        GATE_STATE,
        MOVE_RECORD,
        TRANSITION,
        LEGAL_MOVE,
        MOVE_OPTION,
        CLOCK,
        START,
        READING,
    )
}
