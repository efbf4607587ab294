"""Whether things got better between two scores, and how old the last one is."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import Enum
from typing import TypeAlias, final

from attrs import field, frozen

from carecore.assessments.scores import Score
from carecore.assessments.tools import ScoreTool
from carecore.base.fields import checked
from carecore.base.identity import in_words
from carecore.base.moments import When, day_text, first_day, in_time, is_fresh, last_day
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Paragraph
from carecore.base.reasons import Fact, Reason
from carecore.base.record_ids import term

__all__ = ["ScoreTrend", "Trend", "trend_of"]

_Dated: TypeAlias = tuple[Score, When]


class Trend(Enum):
    """Where scores go; by the meaning of the tool, so that improving is better for the client.

    .. versionadded:: 0.1
    """

    IMPROVING = "improving"
    WORSENING = "worsening"
    NO_CHANGE = "no_change"
    UNKNOWN = "unknown"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ScoreTrend(Faces):
    """Whether things got better between the last two scores of a tool, and how old the last is.

    Attributes:
        tool: id of the tool.
        as_of: the day on which it was asked.
        trend: where they go; unknown where the scores do not say so.
        earlier: the score before the last one.
        later: the last score.
        change: how many points more the last one has; negative: fewer.
        days_between: the fewest days that lie between the two.
        age_days: how old the last one is at most, in days.
        is_stale: whether the last one is surely too old to rely on.
        reasons: why.

    .. versionadded:: 0.1
    """

    tool: str = field(converter=term)
    as_of: date
    trend: Trend
    earlier: Score | None = None
    later: Score | None = None
    change: int | None = None
    days_between: int | None = None
    age_days: int | None = None
    is_stale: bool = False
    reasons: tuple[Reason, ...] = ()

    def outline(self, *, full: bool = False) -> Outline:
        """The answer as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        title = f"{in_words(self.tool)}: {in_words(self.trend.value)}"
        return Outline(title.capitalize(), [Paragraph(one.text + ".") for one in self.reasons])


def trend_of(
    tool: ScoreTool, scores: Sequence[Score], as_of: date, /, *, least_change: int
) -> ScoreTrend:
    """Where these scores go, which are in the order of time and all known by that day."""
    dated = [(one, one.taken) for one in scores if one.taken is not None]
    if not dated:
        none = Reason(id="no_score", text=f"there is no score by {as_of}")
        return ScoreTrend(tool=tool.id, as_of=as_of, trend=Trend.UNKNOWN, reasons=(none,))
    later, taken = dated[-1]
    earlier = dated[-2] if len(dated) > 1 else None
    fresh = is_fresh(taken, tool.fresh_for, as_of)
    trend, why = _direction(tool, earlier, dated[-1], least_change)
    doubts = tuple(_doubts(later, taken, fresh=fresh))
    return ScoreTrend(
        tool=tool.id,
        as_of=as_of,
        trend=Trend.UNKNOWN if doubts else trend,
        earlier=None if earlier is None else earlier[0],
        later=later,
        change=None if earlier is None else later.points - earlier[0].points,
        days_between=None if earlier is None else _days_between(earlier[1], taken),
        age_days=(as_of - first_day(taken)).days,
        is_stale=fresh is False,
        reasons=(why, *doubts),
    )


def _direction(
    tool: ScoreTool, earlier: _Dated | None, later: _Dated, least_change: int, /
) -> tuple[Trend, Reason]:
    (last, then) = later
    if earlier is None:
        text = f"there is one score only, {_points(last)} on {day_text(then)}"
        return Trend.UNKNOWN, _reason("one_score", text, last)
    (first, before) = earlier
    change = last.points - first.points
    told = f"{_points(first)} on {day_text(before)}, then {_points(last)} on {day_text(then)}"
    if change and not _is_before(before, then):
        text = f"nobody can tell which came first: {told.replace(', then', ' and')}"
        return Trend.UNKNOWN, _reason("order_unknown", text, first, last)
    if abs(change) < least_change:
        return Trend.NO_CHANGE, _reason("no_change", told, first, last)
    worse = "more" if tool.higher_is_worse else "fewer"
    trend = Trend.WORSENING if (change > 0) is tool.higher_is_worse else Trend.IMPROVING
    return trend, _reason("change", f"{told}, and {worse} are worse", first, last)


def _doubts(later: Score, taken: When, /, *, fresh: bool | None) -> Iterator[Reason]:
    if fresh is False:
        text = f"the score of {day_text(taken)} is too old to rely on"
        yield _reason("stale", text, later)
    elif fresh is None:
        text = f"nobody can tell whether the score of {day_text(taken)} is too old to rely on"
        yield _reason("age_unknown", text, later)


def _is_before(earlier: When, later: When, /) -> bool:
    if isinstance(earlier, datetime) and isinstance(later, datetime):
        # Two times of one zone would be compared by their clocks, which go back once a year.
        return in_time(earlier) < in_time(later)
    return last_day(earlier) < first_day(later)


def _days_between(earlier: When, later: When, /) -> int:
    return max((first_day(later) - last_day(earlier)).days, 0)


def _points(score: Score, /) -> str:
    return f"{score.points} point{'' if score.points == 1 else 's'}"


def _reason(key: str, text: str, /, *scores: Score) -> Reason:
    facts = [Fact(name="points", seen=one.points) for one in scores]
    cited = (Fact(name="entry", seen=key) for one in scores for key in one.cited)
    return Reason(id=key, text=text, facts=(*facts, *cited))
