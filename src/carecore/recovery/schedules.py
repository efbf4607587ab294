"""Early and late days of milestones: the answer of `schedule`, as a value that explains itself."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any, Final, TypeAlias, cast, final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import record_id
from carecore.base.lookups import find_by_id
from carecore.base.outline import Faces, Items, Outline, Paragraph, Section, Table
from carecore.base.parts import Part
from carecore.base.plan_ids import MilestoneId, milestone_id, milestone_ids
from carecore.errors import InvalidValue

__all__ = [
    "Conflict",
    "ConflictKind",
    "Row",
    "Schedule",
    "ScheduledMilestone",
    "days_text",
    "schedule_of",
    "timeline_id",
]


def timeline_id(value: str, /) -> str:
    """Check the id of a timeline; see `record_id`.

    .. versionadded:: 0.1
    """
    return record_id(value, kind="timeline")


def days_text(days: int, /) -> str:
    """So many days, in words.

    >>> days_text(1), days_text(-14)
    ('1 day', '-14 days')

    .. versionadded:: 0.1
    """
    return f"{days} day" if days in (1, -1) else f"{days} days"


def _at_least_one(_: object, attribute: "Attribute[int]", days: int, /) -> None:
    if days < 1:
        what = f"a conflict is {days_text(days)} long"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe it is none")


class ConflictKind(Enum):
    """What cannot be kept.

    .. versionadded:: 0.1
    """

    WINDOW = "window"
    MAXIMUM = "maximum"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Conflict:
    """Something that a timeline asks for and that cannot be kept, even if all goes as planned.

    >>> print(Conflict(kind=ConflictKind.WINDOW, milestone="home", because=["surgery"], days=2))
    home: 2 days after its window at the earliest, because of surgery

    Raises:
        InvalidValue: if it is no day too late.

    Attributes:
        kind: whether it is the window of the milestone or the most time of a link to it.
        milestone: id of the milestone that comes too late.
        because: ids of those that hold it back: for a window, the next ones (none: the window
            itself ends before it starts); for a most time, the whole way from the milestone
            before it on the link.
        days: how many days too late it comes.

    .. versionadded:: 0.1
    """

    kind: ConflictKind
    milestone: MilestoneId = field(converter=milestone_id)
    because: tuple[MilestoneId, ...] = field(default=(), converter=milestone_ids)
    days: int = field(validator=_at_least_one)

    def __str__(self) -> str:
        """One line."""
        cause = f", because of {', '.join(self.because)}" if self.because else ""
        missed = "its window"
        if self.kind is ConflictKind.MAXIMUM:
            missed = "the most time that its link allows"
        return f"{self.milestone}: {days_text(self.days)} after {missed} at the earliest{cause}"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ScheduledMilestone:
    """When one milestone is reached at the earliest and at the latest.

    >>> ScheduledMilestone(
    ...     id="home",
    ...     name="Back home",
    ...     earliest=date(2026, 3, 3),
    ...     latest=date(2026, 3, 5),
    ...     is_critical=False,
    ... ).slack_days
    2

    Attributes:
        id: id of the milestone.
        name: its name.
        earliest: the first day that the anchor, its window and the links allow.
        latest: the last day that moves neither the end nor a milestone out of its window; where
            that cannot be, it comes before the earliest one.
        is_critical: whether the end is moved by every day that this comes later.

    .. versionadded:: 0.1
    """

    id: MilestoneId = field(converter=milestone_id)
    name: str = field(validator=filled_text)
    earliest: date
    latest: date
    is_critical: bool

    @property
    def slack_days(self) -> int:
        """How many days it can come later without harm; below 0: how many it comes too late."""
        return (self.latest - self.earliest).days


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Schedule(Faces):
    """When everything on a timeline can be reached, if all goes as planned.

    Attributes:
        timeline: id of the timeline.
        anchor: the day it counts from.
        end: the day on which the last milestone is reached at the earliest.
        milestones: each with its days; by their earliest day, then by what comes first, then by
            id.
        critical_path: ids of milestones that lead one to the next up to the end, each of which
            moves the end if it comes later.
        infeasible: what cannot be kept.

    .. versionadded:: 0.1
    """

    timeline: str = field(converter=timeline_id)
    anchor: date
    end: date
    milestones: tuple[ScheduledMilestone, ...] = ()
    critical_path: tuple[MilestoneId, ...] = field(default=(), converter=milestone_ids)
    infeasible: tuple[Conflict, ...] = ()

    @property
    def length_days(self) -> int:
        """How many days lie between the anchor and the end."""
        return (self.end - self.anchor).days

    @property
    def is_feasible(self) -> bool:
        """Whether everything that the timeline asks for can be kept."""
        return not self.infeasible

    def milestone(self, key: str, /) -> ScheduledMilestone:
        """The milestone with that id, or `UnknownId`."""
        return find_by_id(self.milestones, key, kind="milestone")

    def outline(self, *, full: bool = False) -> Outline:
        """The schedule as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        parts: list[Part] = [Paragraph(self._summary())]
        if self.milestones:
            rows = [
                (one.name, one.id, one.earliest, one.latest, _slack(one)) for one in self.milestones
            ]
            parts.append(Table(_COLUMNS, rows))
        if self.infeasible:
            parts.append(Section("Cannot be kept", [Items(list(map(str, self.infeasible)))]))
        return Outline(f"Schedule of {self.timeline}", parts)

    def _summary(self) -> str:
        length = days_text(self.length_days)
        ends = f"It counts from {self.anchor} and ends on {self.end}, {length} later."
        path = ", ".join(self.critical_path)
        return f"{ends} What moves the end if it comes later: {path}." if path else ends


class _MilestoneDraft:
    """A scheduled milestone that is not frozen yet: the same slots, and no field is asked."""

    __slots__ = ("earliest", "id", "is_critical", "latest", "name")

    def __init__(self, row: "Row", /) -> None:
        self.id, self.name, self.earliest, self.latest, self.is_critical = row


class _ScheduleDraft(Faces):
    """A schedule that is not frozen yet."""

    __slots__ = ("anchor", "critical_path", "end", "infeasible", "milestones", "timeline")


Row: TypeAlias = tuple[MilestoneId, str, date, date, bool]
"""The fields of a scheduled milestone, in order.

.. versionadded:: 0.1
"""


def schedule_of(
    *,
    timeline: str,
    anchor: date,
    end: date,
    rows: Iterable[Row],
    critical_path: tuple[MilestoneId, ...],
    infeasible: tuple[Conflict, ...],
) -> Schedule:
    """A schedule that the library has worked out itself, so that no field is asked again.

    It is what the constructors make, in a tenth of the time.

    .. versionadded:: 0.1
    """
    made: list[Any] = []
    for row in rows:
        one: Any = _MilestoneDraft(row)
        one.__class__ = ScheduledMilestone
        made.append(one)
    draft: Any = _ScheduleDraft()
    draft.timeline, draft.anchor, draft.end = timeline, anchor, end
    draft.milestones, draft.critical_path, draft.infeasible = tuple(made), critical_path, infeasible
    draft.__class__ = Schedule
    return cast("Schedule", draft)


_COLUMNS: Final = ("Milestone", "Id", "Earliest", "Latest", "Slack")


def _slack(one: ScheduledMilestone, /) -> str:
    return f"{one.slack_days}, critical" if one.is_critical else str(one.slack_days)
