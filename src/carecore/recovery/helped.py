"""What would bring the end forward: the answer of `what_would_help`, which explains itself."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, whole_number
from carecore.base.fields import checked
from carecore.base.lookups import find_by_id
from carecore.base.outline import Faces, Outline, Paragraph, Table
from carecore.base.parts import Part
from carecore.base.plan_ids import (
    MilestoneId,
    milestone_id,
    milestone_ids,
    optional_milestone_id,
)
from carecore.base.reasons import Reason
from carecore.recovery.schedules import days_text, timeline_id

__all__ = ["Help", "HelpfulMilestone"]


def _count(instance: object, attribute: "Attribute[Any]", value: int, /) -> None:
    whole_number(instance, attribute, value)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class HelpfulMilestone:
    """A milestone on which the end hangs, and what bringing it forward would do.

    Attributes:
        id: id of the milestone.
        name: its name.
        day: the day on which it is expected.
        days_sooner: how many days sooner the end would come, if it came as many days sooner;
            0: bringing it forward alone would not help, or cannot be.
        waits_for: ids of the milestones after which it is expected on that day.
        reason: why.

    .. versionadded:: 0.1
    """

    id: MilestoneId = field(converter=milestone_id)
    name: str = field(validator=filled_text)
    day: date
    days_sooner: int = field(validator=_count)
    waits_for: tuple[MilestoneId, ...] = field(default=(), converter=milestone_ids)
    reason: Reason


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Help(Faces):
    """What would bring the end of a timeline forward, and what would not.

    Attributes:
        timeline: id of the timeline.
        as_of: the day asked about; `None`: the plan itself is asked.
        until: id of the milestone that counts as the end; `None`: the last one.
        end: the day of that milestone, as things stand.
        milestones: every open milestone on which the end hangs; the most helpful first, then by
            day, then by what comes first, then by id.

    .. versionadded:: 0.1
    """

    timeline: str = field(converter=timeline_id)
    as_of: date | None = None
    until: MilestoneId | None = field(default=None, converter=optional_milestone_id)
    end: date
    milestones: tuple[HelpfulMilestone, ...] = ()

    @property
    def helpful(self) -> tuple[HelpfulMilestone, ...]:
        """Those that bring the end forward, the most helpful first."""
        return tuple(one for one in self.milestones if one.days_sooner)

    def milestone(self, key: str, /) -> HelpfulMilestone:
        """The milestone with that id, or `UnknownId`."""
        return find_by_id(self.milestones, key, kind="milestone")

    def outline(self, *, full: bool = False) -> Outline:
        """The answer as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        when = "" if self.as_of is None else f" (as of {self.as_of.isoformat()})"
        return Outline(f"What would help {self.timeline}{when}", tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        yield Paragraph(self._summary())
        if self.milestones:
            rows = [
                (one.name, one.id, one.day, one.days_sooner, one.reason.text)
                for one in self.milestones
            ]
            yield Table(_COLUMNS, rows)

    def _summary(self) -> str:
        said = f"It ends on {self.end}."
        if self.until is not None:
            said = f"{self.until} is expected on {self.end}."
        if not self.helpful:
            return f"{said} No single milestone brings that forward."
        best = self.helpful[0]
        days = days_text(best.days_sooner)
        return f"{said} {best.name} ({best.id}) can bring that forward by {days}."


_COLUMNS: Final = ("Milestone", "Id", "Day", "Days sooner", "Why")
