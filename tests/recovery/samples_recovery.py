"""One value of every class of the room, with as much filled in as goes; the people are made up."""

from datetime import date

import attrs

from carecore.base.calendars import Window
from carecore.base.reasons import Citation, Fact, OwnChoice, Reason
from carecore.base.timing import Offset, PartialDate
from carecore.record import EventKind, EventSign, EvidenceRule
from carecore.recovery import (
    Conflict,
    ConflictKind,
    EvidenceGrade,
    Help,
    HelpfulMilestone,
    Link,
    Milestone,
    MilestoneState,
    Pathway,
    Schedule,
    ScheduledMilestone,
    Timeline,
    TrackedMilestone,
    Tracking,
    Waiver,
)

DAY = date(2026, 3, 9)
ANCHOR = date(2026, 3, 2)
CITED = Citation(authority="NICE", section="CG124, 1.2.1", as_of=DAY)
OURS = OwnChoice("what has to come before what")
REASON = Reason(id="waits_for", text="it waits for surgery", facts=[Fact(name="id", seen="m-1")])
RULE = EvidenceRule(all_of=(EventSign(kind=EventKind.PROCEDURE, what="surgery"),))

WAIVER = Waiver(by="p-1", at=PartialDate.parse("2026-03-01"), because="client_declines")
MILESTONE = Milestone(
    id="surgery",
    name="Operated on",
    window=Window(Offset(days=0), Offset(days=1)),
    stage="stage-1",
    evidence=RULE,
    waived=WAIVER,
    grade=EvidenceGrade.GUIDELINE,
    sources=[CITED, OURS],
    note="Ada Quill would rather wait.",
)
HOME = Milestone(id="home", name="Back home")
LINK = Link(
    before="surgery",
    after="home",
    minimum=Offset(days=3),
    maximum=Offset(weeks=2),
    sources=[OURS],
)
TIMELINE = Timeline(
    id="t-1",
    client_id="c-17",
    anchor=ANCHOR,
    anchor_event="e-1",
    pathway="hip_fracture",
    milestones=(MILESTONE, HOME),
    links=(LINK,),
)
PATHWAY = Pathway(
    id="hip_fracture",
    name="broken hip",
    index_day="the day of admission",
    anchor_kind=EventKind.ADMISSION,
    milestones=(MILESTONE, HOME),
    links=(LINK,),
    sources=[CITED],
)
CONFLICT = Conflict(kind=ConflictKind.WINDOW, milestone="home", because=["surgery"], days=2)
SCHEDULED = ScheduledMilestone(
    id="home", name="Back home", earliest=ANCHOR, latest=DAY, is_critical=False
)
SCHEDULE = Schedule(
    timeline="t-1",
    anchor=ANCHOR,
    end=DAY,
    milestones=(SCHEDULED,),
    critical_path=["home"],
    infeasible=(CONFLICT,),
)
TRACKED = TrackedMilestone(
    id="home",
    name="Back home",
    state=MilestoneState.OVERDUE,
    due=ANCHOR,
    planned=ANCHOR,
    forecast=DAY,
    reached=PartialDate.parse("2026-03-09"),
    days_late=7,
    entries=["e-1"],
    is_stale=True,
    reasons=(REASON,),
)
TRACKING = Tracking(
    timeline="t-1",
    client_id="c-17",
    anchor=ANCHOR,
    as_of=DAY,
    end_planned=ANCHOR,
    end_forecast=DAY,
    milestones=(TRACKED,),
    infeasible=(CONFLICT,),
)
HELPFUL = HelpfulMilestone(
    id="home", name="Back home", day=DAY, days_sooner=3, waits_for=["surgery"], reason=REASON
)
HELP = Help(timeline="t-1", as_of=DAY, until="home", end=DAY, milestones=(HELPFUL,))

VALUES: tuple[attrs.AttrsInstance, ...] = (
    WAIVER,
    MILESTONE,
    LINK,
    TIMELINE,
    PATHWAY,
    CONFLICT,
    SCHEDULED,
    SCHEDULE,
    TRACKED,
    TRACKING,
    HELPFUL,
    HELP,
)
SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(value): value for value in VALUES
}
"""One of each by its class."""
