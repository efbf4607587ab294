"""What is still to be done: the activities that are open, and the days that are left for each."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, final

from attrs import frozen

from carecore.base.plan_ids import StageId
from carecore.base.timing import Period
from carecore.plans import Activity, ActivityStatus, CarePlan, Stage

__all__ = ["OpenWork", "open_work_of"]

_OPEN: Final = (
    None,
    ActivityStatus.NOT_STARTED,
    ActivityStatus.SCHEDULED,
    ActivityStatus.IN_PROGRESS,
)


@final
@frozen(kw_only=True, weakref_slot=False)
class OpenWork:
    """An activity that has neither ended nor is put off, and the days that are left for it.

    Attributes:
        index: its position among the activities of the plan.
        activity: the activity.
        start: the first day that is left; the one asked about, or a later one.
        end: the first day after; `None`: no end is known.
    """

    index: int
    activity: Activity
    start: date
    end: date | None

    @property
    def place(self) -> str:
        """Where the activity stands in the plan."""
        return f"$.activities[{self.index}]"

    @property
    def days(self) -> str:
        """The days in words."""
        return f"from {self.start} on" if self.end is None else f"from {self.start} to {self.end}"

    def first_day_in(self, period: Period, /) -> date | None:
        """The first of its days that *period* has too; `None` if they share none.

        .. versionadded:: 0.1
        """
        start, end = self.start, period.end
        if period.start is not None and period.start > start:
            start = period.start
        if end is not None and end <= start:
            return None
        return None if self.end is not None and self.end <= start else start


def open_work_of(
    plan: CarePlan, stages: Mapping[StageId, Stage], day: date, /
) -> Iterator[OpenWork]:
    """The open activities of a plan, in order, with the days from *day* on that are left for each.

    Its days are those of its window that its stage has too; a stage that is closed has none, and
    what nobody said bounds nothing.
    """
    for index, activity in enumerate(plan.activities):
        if activity.status not in _OPEN:
            continue
        start, end, window = day, None, activity.window
        if window is not None:
            start, end = max(start, window.start or start), window.end
        stage = None if activity.stage is None else stages.get(activity.stage)
        if stage is not None:
            if stage.is_closed:
                continue
            if (period := stage.period) is not None:
                start = max(start, period.start or start)
                end = end if period.end is None else min(period.end, end or period.end)
        if end is None or start < end:
            yield OpenWork(index=index, activity=activity, start=start, end=end)
