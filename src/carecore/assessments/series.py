"""Scores of one tool over time."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import final

from attrs import Attribute, field, frozen

from carecore.assessments.scores import SCORE_UNIT, Score, score_of_total
from carecore.assessments.tools import ScoreTool
from carecore.assessments.trends import ScoreTrend, trend_of
from carecore.base.amounts import Quantity
from carecore.base.checks import each_of, require_instance
from carecore.base.fields import checked
from carecore.base.identity import ClientId, optional_client_id
from carecore.base.moments import day_text, in_time, is_by
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Paragraph, Part, Table
from carecore.base.record_ids import EntryId, entry_ids
from carecore.base.timing import require_day
from carecore.errors import InvalidValue
from carecore.record import Observation, Record

__all__ = ["ScoreSeries", "read_series"]


def _by_time(scores: Iterable[Score], /) -> tuple[Score, ...]:
    # Scores of one time are put in an order that does not hang on how they were given.
    return tuple(sorted(each_of(scores, Score), key=_place_in_time))


def _place_in_time(score: Score, /) -> tuple[datetime, int, tuple[EntryId, ...]]:
    return in_time(score.taken), score.points, score.cited


def _of_one_tool(
    series: "ScoreSeries", attribute: "Attribute[tuple[Score, ...]]", scores: tuple[Score, ...], /
) -> None:
    tool, whose = series.tool, series.client_id
    for number, score in enumerate(scores):
        place = f"$.{attribute.name}[{number}]"
        if score.tool != tool.id:
            what = f"this is a score of {score.tool!r}, and the series is of {tool.id!r}"
            raise InvalidValue(what, place=place, advice="Maybe one series for each tool")
        if not tool.takes(score.points):
            what = f"{tool.id!r} gives {tool.least} to {tool.most} points, and not {score.points}"
            raise InvalidValue(what, place=place, advice="Maybe it is of another variant")
        whose = whose or score.client_id
        if score.client_id not in (None, whose):
            what = f"this is a score of client {score.client_id}, and the series is of {whose}"
            raise InvalidValue(what, place=place, advice="Maybe one series for each client")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ScoreSeries(Faces):
    """Scores of one tool and one client, in the order of time.

    Scores of different tools, or of different variants of one, do not stand in one series.

    Attributes:
        tool: the tool.
        client_id: id of the client; `None`: unknown.
        scores: the scores, earliest first; those without a time come before the others.
        left_out: ids of entries of the record that are of another client, could not be read as a
            score of the tool, or not be placed in time.

    Raises:
        InvalidValue: if a score is of another tool or client, or out of the tool's range.

    .. versionadded:: 0.1
    """

    tool: ScoreTool
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    scores: tuple[Score, ...] = field(default=(), converter=_by_time, validator=_of_one_tool)
    left_out: tuple[EntryId, ...] = field(default=(), converter=entry_ids)

    def known_by(self, as_of: date, /) -> tuple[Score, ...]:
        """The scores that surely were taken by that day, earliest first."""
        day = require_day(as_of)
        return tuple(one for one in self.scores if one.taken is not None and is_by(one.taken, day))

    def trend(self, *, as_of: date, least_change: int = 1) -> ScoreTrend:
        """Whether things got better between the last two scores.

        It is unknown where there are no two scores, where nobody can tell which of them came
        first, and where the last one is too old (see `ScoreTool.fresh_for`).

        >>> tool = ScoreTool(id="pain", name="pain", least=0, most=10, higher_is_worse=True)
        >>> scores = [
        ...     Score(tool="pain", points=7, taken=date(2026, 3, 1)),
        ...     Score(tool="pain", points=4, taken=date(2026, 3, 8)),
        ... ]
        >>> ScoreSeries(tool=tool, scores=scores).trend(as_of=date(2026, 3, 9)).trend
        <Trend.IMPROVING: 'improving'>

        Args:
            as_of: the day on which it is asked; later scores do not count.
            least_change: how many points have to lie between the two to call it a change.

        Raises:
            WrongType: if *as_of* is no day.
            InvalidValue: if *least_change* is below 1.
        """
        day = require_day(as_of)
        if require_instance(least_change, int, name="the least change") < 1:
            raise InvalidValue("the least change is below 1", advice="Maybe 1")
        return trend_of(self.tool, self.known_by(day), day, least_change=least_change)

    def outline(self, *, full: bool = False) -> Outline:
        """The series as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        rows = [(day_text(one.taken), one.points, one.band) for one in self.scores]
        parts: list[Part] = [Table(("taken", "points", "band"), rows)] if rows else []
        if not rows:
            parts.append(Paragraph("No score."))
        if self.left_out:
            parts.append(Paragraph(f"Left out: {', '.join(self.left_out)}."))
        return Outline(self.tool.name[:1].upper() + self.tool.name[1:], parts)


def read_series(record: Record, tool: ScoreTool, /, *, as_of: date) -> ScoreSeries:
    """The scores of a tool that a record holds, as they were known to be on a day.

    It reads the observations whose word is the id of the tool, with a whole number of points in
    the unit `{score}` or in none. Of a total alone the items are not known.

    >>> score = Score(tool="pain", points=7, taken=date(2026, 3, 1))
    >>> record = Record(observations=(score.to_observation("e-1"),))
    >>> tool = ScoreTool(id="pain", name="pain", least=0, most=10, higher_is_worse=True)
    >>> read_series(record, tool, as_of=date(2026, 3, 2)).scores[0].points
    7

    Raises:
        WrongType: if the first is no record, the second no tool, or *as_of* no day.

    .. versionadded:: 0.1
    """
    require_instance(record, Record, name="the record")
    require_instance(tool, ScoreTool, name="the tool")
    day = require_day(as_of)
    scores: list[Score] = []
    left_out: list[EntryId] = []
    whose = record.client_id
    for entry in record.observations_of(tool.id):
        by = None if entry.happened is None else is_by(entry.happened, day)
        if by is False:
            continue
        points = _points(entry, tool)
        is_own = None in (whose, entry.client_id) or whose == entry.client_id
        if points is None or by is None or not is_own:
            left_out.append(entry.id)
            continue
        whose = whose or entry.client_id
        score = score_of_total(
            tool, points, client_id=entry.client_id, taken=entry.happened, cited=(entry.id,)
        )
        scores.append(score)
    left = tuple(dict.fromkeys(left_out))
    return ScoreSeries(tool=tool, client_id=whose, scores=scores, left_out=left)


def _points(entry: Observation, tool: ScoreTool, /) -> int | None:
    value = entry.value
    if not isinstance(value, Quantity) or value.unit not in (SCORE_UNIT, ""):
        return None
    if value.value != value.value.to_integral_value():
        return None
    points = int(value.value)
    return points if tool.takes(points) else None
