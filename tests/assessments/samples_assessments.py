"""One value of every class of the room, with as much filled in as goes."""

from datetime import UTC, date, datetime
from decimal import Decimal

import attrs

from carecore.assessments import (
    Score,
    ScoreBand,
    ScoreItem,
    ScorePart,
    ScoreSeries,
    ScoreTool,
    ScoreTrend,
    Trend,
)
from carecore.base.reasons import Citation, Fact, OwnChoice, Reason
from carecore.base.timing import Offset

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SOURCES = (
    Citation(authority="the ministry", section="part 2", edition="2025", as_of=DAY, verified=False),
    OwnChoice("a score is relied on for 30 days"),
)

ITEM = ScoreItem(id="sleep", name="trouble with sleep", points=(0, 1, 3), urgent_from=3)
BAND = ScoreBand(
    id="high",
    name="high risk",
    from_points=2,
    to_points=3,
    risk_percent=Decimal("22.8"),
    is_urgent=True,
    sources=SOURCES,
)
TOOL = ScoreTool(
    id="one_question",
    name="one question",
    least=0,
    most=3,
    higher_is_worse=True,
    items=(ITEM,),
    bands=(BAND,),
    outcome="a bad night",
    fresh_for=Offset(days=30),
    cautions=("It asks one thing only.",),
    sources=SOURCES,
)
PART = ScorePart(id="sleep", points=3, seen=("awake", "late"), place="$.sleep")
SCORE = Score(
    tool="one_question",
    name="one question",
    client_id="c-17",
    points=3,
    band="high",
    taken=MOMENT,
    parts=(PART,),
    cited=("e-1",),
    urgent=("sleep", "high"),
    untold=("mood",),
    sources=SOURCES,
)
SERIES = ScoreSeries(tool=TOOL, client_id="c-17", scores=(SCORE,), left_out=("e-2",))
TREND = ScoreTrend(
    tool="one_question",
    as_of=DAY,
    trend=Trend.WORSENING,
    earlier=SCORE,
    later=SCORE,
    change=1,
    days_between=7,
    age_days=0,
    is_stale=True,
    reasons=(Reason(id="change", text="more are worse", facts=(Fact(name="points", seen=3),)),),
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(value): value for value in (ITEM, BAND, TOOL, PART, SCORE, SERIES, TREND)
}
