"""Comparing two plans: what is different, and what that means for the work under way."""

from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import require_instance
from carecore.base.fields import checked
from carecore.base.outline import Faces, Items, Outline, Paragraph, Section, Table
from carecore.base.parts import Cell, Part
from carecore.base.plan_ids import PlanId, plan_id
from carecore.base.reasons import Fact
from carecore.plans.differences import PlanDifference, differences
from carecore.plans.plan import CarePlan
from carecore.plans.work import WorkChange, WorkStep, work_between

__all__ = ["PlanDiff", "compare_plans"]

_HEADINGS: Final = {
    WorkStep.CANCEL: "Cancel",
    WorkStep.REPLACE: "Replace",
    WorkStep.REDATE: "Give another date",
    WorkStep.BEGIN: "Begin",
    WorkStep.KEEP: "Keep",
}


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class PlanDiff(Faces):
    """In what two plans differ, and what to do with the work under way.

    It is true where there is a difference, and false where there is none.
    Each activity and visit of the old plan has one step; what only the new plan has is to begin,
    unless it is over.

    Attributes:
        old: id of the old plan.
        new: id of the new plan.
        changes: every place in which they differ, in the order of a plan's fields.
        work: what to do with each activity and visit, and why: a proposal, to be looked through.

    .. versionadded:: 0.1
    """

    old: PlanId = field(converter=plan_id)
    new: PlanId = field(converter=plan_id)
    changes: tuple[PlanDifference, ...] = ()
    work: tuple[WorkChange, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is a difference."""
        return bool(self.changes)

    @property
    def keep(self) -> tuple[WorkChange, ...]:
        """Work that goes on as it is, or is over and stays done."""
        return self._with(WorkStep.KEEP)

    @property
    def cancel(self) -> tuple[WorkChange, ...]:
        """Work that is not to be done any more."""
        return self._with(WorkStep.CANCEL)

    @property
    def replace(self) -> tuple[WorkChange, ...]:
        """Work in whose place comes other work, or the same by somebody else."""
        return self._with(WorkStep.REPLACE)

    @property
    def redate(self) -> tuple[WorkChange, ...]:
        """Work that is to be done on other days."""
        return self._with(WorkStep.REDATE)

    @property
    def begin(self) -> tuple[WorkChange, ...]:
        """Work that the old plan did not have, or that had ended and goes on."""
        return self._with(WorkStep.BEGIN)

    def outline(self, *, full: bool = False) -> Outline:
        """The differences and the work as an outline; personal values are never in it."""
        del full
        title = f"{self.old} and {self.new}" if self.old != self.new else self.old
        if not self.changes:
            return Outline(f"Changes of {title}", [Paragraph("Nothing is different.")])
        rows = [
            (one.place, one.id or None, one.kind.value, _told(one.old), _told(one.new))
            for one in self.changes
        ]
        parts: list[Part] = [Table(["Place", "Of", "What", "Before", "Now"], rows)]
        sections = [
            Section(heading, [Items(map(_line, self._with(step)))])
            for step, heading in _HEADINGS.items()
            if self._with(step)
        ]
        if sections:
            parts.append(Section("The work under way", sections))
        return Outline(f"Changes of {title}", parts)

    def _with(self, step: WorkStep, /) -> tuple[WorkChange, ...]:
        return tuple(one for one in self.work if one.step is step)


def compare_plans(old: CarePlan, new: CarePlan, /) -> PlanDiff:
    """In what *new* differs from *old*, and what to do with the work under way.

    Lists are compared by ids: what stands at another place in the list is still the same.
    Personal values are described, never shown.

    >>> from carecore.people import Client
    >>> from carecore.plans import Activity
    >>> walks = Activity(id="walks", duty="visit_home", accountable=("p-1",))
    >>> old = CarePlan(id="plan-1", client=Client(id="c-17"), activities=(walks,))
    >>> diff = compare_plans(old, old.with_activity(walks.handed_to("p-2")))
    >>> [(change.place, change.old.seen, change.new.seen) for change in diff.changes]
    [('$.activities[0].accountable', ('p-1',), ('p-2',))]
    >>> [(work.id, work.reason.id) for work in diff.replace]
    [('walks', 'done_otherwise')]

    Raises:
        WrongType: if one of them is no plan.

    .. versionadded:: 0.1
    """
    was = require_instance(old, CarePlan, name="the old plan")
    now = require_instance(new, CarePlan, name="the new plan")
    return PlanDiff(
        old=was.id, new=now.id, changes=differences(was, now), work=work_between(was, now)
    )


def _told(fact: Fact, /) -> Cell:
    return ", ".join(fact.seen) if isinstance(fact.seen, tuple) else fact.seen


def _line(change: WorkChange, /) -> str:
    heir = f" ({change.successor})" if change.successor else ""
    return f"{change.kind.value} {change.id}: {change.reason}{heir}"
