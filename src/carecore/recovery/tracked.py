"""How far a recovery has come: the answer of `track`, as a value that explains itself."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text, whole_number
from carecore.base.fields import checked
from carecore.base.identity import ClientId, in_words, optional_client_id
from carecore.base.lookups import find_by_id
from carecore.base.moments import When, day_text, first_day, optional_when
from carecore.base.outline import Bar, Bars, Faces, Items, Outline, Paragraph, Section, Table
from carecore.base.parts import Part
from carecore.base.plan_ids import MilestoneId, milestone_id
from carecore.base.reasons import Reason
from carecore.base.record_ids import EntryId, entry_ids
from carecore.recovery.schedules import Conflict, days_text, timeline_id

__all__ = ["MilestoneState", "TrackedMilestone", "Tracking"]


class MilestoneState(Enum):
    """How a milestone stands on one day; where several are so, the first of these is told.

    It is waived; the record shows it, in time or late; its first day has not come; something
    before it is not reached; its last day has passed, and the record shows that it is not
    reached, or does not show whether; or it may be reached now.
    Late means that somebody should look again, and not that anybody failed.

    .. versionadded:: 0.1
    """

    WAIVED = "waived"
    REACHED = "reached"
    REACHED_LATE = "reached_late"
    WAITING = "waiting"
    BLOCKED = "blocked"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"
    DUE = "due"


_SETTLED: Final = (MilestoneState.WAIVED, MilestoneState.REACHED, MilestoneState.REACHED_LATE)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class TrackedMilestone:
    """How one milestone stands on one day.

    Attributes:
        id: id of the milestone.
        name: its name.
        state: how it stands.
        due: its last day; `None`: nothing says by when.
        planned: the first day that the plan allows.
        forecast: the first day that is still possible; `None` once it is reached or waived.
        reached: when the record shows it to be reached; `None`: it is not, or nobody knows when.
        days_late: days after its last day, until it was reached or until now; 0: none; `None`:
            nothing says by when, or nobody knows when it was reached.
        entries: ids of the entries of the record that decided.
        is_stale: whether an observation was too old to rely on.
        reasons: why it stands so.

    .. versionadded:: 0.1
    """

    id: MilestoneId = field(converter=milestone_id)
    name: str = field(validator=filled_text)
    state: MilestoneState
    due: date | None = None
    planned: date
    forecast: date | None = None
    reached: When | None = field(default=None, converter=optional_when)
    days_late: int | None = field(default=None, validator=whole_number)
    entries: tuple[EntryId, ...] = field(default=(), converter=entry_ids)
    is_stale: bool = False
    reasons: tuple[Reason, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether nothing has to be done any more: it is reached, or waived."""
        return self.state in _SETTLED

    @property
    def is_late(self) -> bool:
        """Whether its last day has passed and it is not settled; expired is not done."""
        return bool(self.days_late) and not self.is_settled


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Tracking(Faces):
    """How far a recovery has come on one day, and what that does to all that follows.

    Attributes:
        timeline: id of the timeline.
        client_id: whose it is; `None`: unknown.
        anchor: the day it counts from.
        as_of: the day asked about.
        end_planned: the end, if all had gone as planned.
        end_forecast: the first day on which it can still end; once all is reached, the day it did.
        milestones: each with its state; by their planned day, then by what comes first, then by
            id.
        infeasible: what could not be kept from the start.

    .. versionadded:: 0.1
    """

    timeline: str = field(converter=timeline_id)
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    anchor: date
    as_of: date
    end_planned: date
    end_forecast: date
    milestones: tuple[TrackedMilestone, ...] = ()
    infeasible: tuple[Conflict, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether there are milestones and all are reached or waived; being over is not enough."""
        return bool(self.milestones) and all(one.is_settled for one in self.milestones)

    @property
    def days_moved(self) -> int:
        """How many days later than planned it ends; below 0: earlier."""
        return (self.end_forecast - self.end_planned).days

    @property
    def late(self) -> tuple[TrackedMilestone, ...]:
        """Those whose last day has passed and that are neither reached nor waived."""
        return tuple(one for one in self.milestones if one.is_late)

    def in_state(self, *states: MilestoneState) -> tuple[TrackedMilestone, ...]:
        """Those in one of these states."""
        return tuple(one for one in self.milestones if one.state in states)

    def milestone(self, key: str, /) -> TrackedMilestone:
        """The milestone with that id, or `UnknownId`."""
        return find_by_id(self.milestones, key, kind="milestone")

    def outline(self, *, full: bool = False) -> Outline:
        """The tracking as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        whose = "" if self.client_id is None else f" for {self.client_id}"
        title = f"Recovery {self.timeline}{whose} (as of {self.as_of.isoformat()})"
        return Outline(title, tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        yield Paragraph(self._summary())
        if self.milestones:
            in_time = sorted(self.milestones, key=_shown)
            yield Table(_COLUMNS, [_row(one) for one in in_time])
            longest = self._day(in_time[-1])
            bars = [
                Bar(one.name, value=self._day(one), maximum=longest, note=_words(one))
                for one in in_time
            ]
            yield Section("Days from the anchor", [Bars(bars)])
        if self.late:
            yield Section("To look at again", [Items(list(map(_why, self.late)))])
        if self.infeasible:
            yield Section("Could never be kept", [Items(list(map(str, self.infeasible)))])

    def _summary(self) -> str:
        settled = sum(one.is_settled for one in self.milestones)
        done = f"{settled} of {len(self.milestones)} milestones are reached or waived"
        late = f"{len(self.late)} are late" if len(self.late) != 1 else "1 is late"
        moved = self.days_moved
        end = "as planned"
        if moved:
            end = f"{days_text(abs(moved))} {'later' if moved > 0 else 'earlier'} than planned"
        return f"{done}, {late}. The end is on {self.end_forecast}, {end}."

    def _day(self, one: TrackedMilestone, /) -> int:
        return max(0, (_shown(one) - self.anchor).days)


_COLUMNS: Final = ("Milestone", "Id", "State", "Last day", "Reached or forecast", "Late")


def _row(one: TrackedMilestone, /) -> tuple[str | int | date | None, ...]:
    day: str | date | None = one.forecast
    if one.reached is not None:
        day = day_text(one.reached)
    return (one.name, one.id, _words(one), one.due, day, one.days_late or None)


def _shown(one: TrackedMilestone, /) -> date:
    """The day at which a bar ends."""
    if one.reached is not None:
        return first_day(one.reached)
    return one.forecast or one.planned


def _words(one: TrackedMilestone, /) -> str:
    return in_words(one.state.value) + (" (stale)" if one.is_stale else "")


def _why(one: TrackedMilestone, /) -> str:
    said = "; ".join(map(str, one.reasons))
    return f"{one.name} ({one.id}), {days_text(one.days_late or 0)} after its last day: {said}"
