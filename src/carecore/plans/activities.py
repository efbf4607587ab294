"""What is done about the goals: activities, the visits made for them, and whom to call."""

from datetime import date, datetime, time
from enum import Enum
from typing import final
from zoneinfo import ZoneInfo

import attrs
from attrs import field, frozen

from carecore.base.checks import require_instance
from carecore.base.fields import checked
from carecore.base.identity import (
    CareSettingId,
    DutyId,
    OrganizationId,
    PersonId,
    optional_care_setting_id,
    optional_organization_id,
    person_id,
)
from carecore.base.moments import When, optional_when
from carecore.base.plan_ids import (
    ActivityId,
    GoalId,
    StageId,
    VisitId,
    activity_id,
    goal_ids,
    optional_activity_id,
    optional_duty_id,
    optional_stage_id,
    visit_id,
)
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.record_ids import (
    AuthorizationId,
    EntryId,
    JourneyId,
    entry_id,
    optional_authorization_id,
    optional_entry_id,
    optional_journey_id,
    optional_person_id,
    optional_term,
    person_ids,
    term,
)
from carecore.base.recurrence import Recurrence
from carecore.base.timing import Period, require_day

__all__ = ["Activity", "ActivityStatus", "Contact", "Visit"]


class ActivityStatus(Enum):
    """Where an activity is in its life.

    A day that passes changes none of them: what expired is not done.

    >>> ActivityStatus.STOPPED.is_ended, ActivityStatus.ON_HOLD.is_ended
    (True, False)

    .. versionadded:: 0.1
    """

    NOT_STARTED = "not_started"
    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    STOPPED = "stopped"
    ENTERED_IN_ERROR = "entered_in_error"

    @property
    def is_ended(self) -> bool:
        """Whether nothing is left to do, whether it was done or not."""
        return self is ActivityStatus.COMPLETED or self.is_called_off

    @property
    def is_called_off(self) -> bool:
        """Whether it ended without having been done to its end."""
        return self in {
            ActivityStatus.CANCELLED,
            ActivityStatus.STOPPED,
            ActivityStatus.ENTERED_IN_ERROR,
        }


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Visit:
    """One time that somebody comes to the client, planned or made.

    >>> from datetime import date
    >>> visit = Visit(id="visit-1", activity="activity-1", by="p-1", planned=date(2026, 3, 9))
    >>> visit.is_made, visit.made("e-7").is_made
    (False, True)

    Attributes:
        id: the id other values refer to.
        activity: id of the activity it is made for; `None`: none, or unknown.
        by: id of the person who comes; `None`: unknown.
        planned: when it is planned; a day becomes a partial date; `None`: not yet.
        event: id of the record's event that shows it was made; `None`: nothing shows it.
        setting: id of the care setting where it takes place; `None`: unknown.

    .. versionadded:: 0.1
    """

    id: VisitId = field(converter=visit_id)
    activity: ActivityId | None = field(default=None, converter=optional_activity_id)
    by: PersonId | None = field(default=None, converter=optional_person_id)
    planned: When | None = field(default=None, converter=optional_when)
    event: EntryId | None = field(default=None, converter=optional_entry_id)
    setting: CareSettingId | None = field(default=None, converter=optional_care_setting_id)

    @property
    def is_made(self) -> bool:
        """Whether an event is named that shows it; a planned day that has passed shows nothing."""
        return self.event is not None

    def made(self, event: str, /) -> "Visit":
        """This visit, which the record's event with that id shows."""
        return attrs.evolve(self, event=entry_id(event))

    def moved_to(self, planned: date, /) -> "Visit":
        """This visit, planned for that day or moment."""
        return attrs.evolve(self, planned=planned)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Activity(PrivateRepr):
    """Something that is done about goals, by whom, and when.

    >>> walks = Activity(id="activity-1", duty="visit_home", accountable=["p-1"])
    >>> walks.started().stopped(because="moved_away").status
    <ActivityStatus.STOPPED: 'stopped'>

    Attributes:
        id: the id other values refer to.
        duty: id of the duty it fulfils; `None`: none, or unknown.
        stage: id of the plan's stage it belongs to; `None`: to the whole plan, or unknown.
        goals: ids of the plan's goals it serves.
        accountable: ids of those who answer for it; one is what is wanted.
        helpers: ids of those who help.
        status: where it is in its life; `None`: unknown.
        cadence: how often; `None`: once, or not said.
        window: the days within which it is done; `None`: those of its stage, or not said.
        journey: id of the journey it is made for; `None`: none.
        authorization: id of the payer's authorization it uses up; `None`: none, or unknown.
        because_ended: why it has ended, snake_case; `None`: it has not, or nobody said.
        text: in somebody's own words; personal.

    .. versionadded:: 0.1
    """

    id: ActivityId = field(converter=activity_id)
    duty: DutyId | None = field(default=None, converter=optional_duty_id)
    stage: StageId | None = field(default=None, converter=optional_stage_id)
    goals: tuple[GoalId, ...] = field(default=(), converter=goal_ids)
    accountable: tuple[PersonId, ...] = field(default=(), converter=person_ids)
    helpers: tuple[PersonId, ...] = field(default=(), converter=person_ids)
    status: ActivityStatus | None = None
    cadence: Recurrence | None = None
    window: Period | None = None
    journey: JourneyId | None = field(default=None, converter=optional_journey_id)
    authorization: AuthorizationId | None = field(default=None, converter=optional_authorization_id)
    because_ended: str | None = field(default=None, converter=optional_term)
    text: str = field(default="", metadata=PERSONAL)

    def scheduled(self, window: Period, /) -> "Activity":
        """This activity, planned for those days."""
        kind = require_instance(window, Period, name="the window")
        status = ActivityStatus.SCHEDULED
        return attrs.evolve(self, status=status, window=kind, because_ended=None)

    def started(self) -> "Activity":
        """This activity, under way; one that had ended is taken up again."""
        return attrs.evolve(self, status=ActivityStatus.IN_PROGRESS, because_ended=None)

    def on_hold(self) -> "Activity":
        """This activity, put off."""
        return attrs.evolve(self, status=ActivityStatus.ON_HOLD, because_ended=None)

    def completed(self) -> "Activity":
        """This activity, done to its end; its goals are left as they are."""
        return attrs.evolve(self, status=ActivityStatus.COMPLETED, because_ended=None)

    def cancelled(self, *, because: str) -> "Activity":
        """This activity, called off before it began, and why.

        Args:
            because: why, snake_case.
        """
        return attrs.evolve(self, status=ActivityStatus.CANCELLED, because_ended=term(because))

    def stopped(self, *, because: str) -> "Activity":
        """This activity, ended before it was done, and why.

        Args:
            because: why, snake_case.
        """
        return attrs.evolve(self, status=ActivityStatus.STOPPED, because_ended=term(because))

    def handed_to(self, person: str, /) -> "Activity":
        """This activity, for which the person with that id answers, and nobody else.

        Somebody who helped and now answers for it helps no longer.
        """
        new = person_id(person)
        helpers = tuple(one for one in self.helpers if one != new)
        return attrs.evolve(self, accountable=(new,), helpers=helpers)

    def visits_between(self, start: date, end: date, /) -> tuple[Visit, ...]:
        r"""The visits that the cadence asks for from *start* up to, but not including, *end*.

        Days outside the window have none, nor has an activity without a cadence.
        The id of a visit is that of the activity, `@` and the day or moment, so that the same
        question gives the same visits.
        Whoever alone answers for the activity makes them.

        >>> from datetime import date
        >>> walks = Activity(
        ...     id="walks",
        ...     accountable=["p-1"],
        ...     cadence=Recurrence("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY"),
        ... )
        >>> [visit.id for visit in walks.visits_between(date(2026, 3, 1), date(2026, 3, 15))]
        ['walks@2026-03-02', 'walks@2026-03-09']

        Raises:
            WrongType: if *start* or *end* is no plain date.
            InvalidValue: if *end* comes before *start*, or very long after it.
        """
        first, last = require_day(start, name="the start"), require_day(end, name="the end")
        asked, whole = Period(first, last), Period(None) if self.window is None else self.window
        days = asked.intersection(whole)
        if self.cadence is None or days is None:
            return ()
        by = self.accountable[0] if len(self.accountable) == 1 else None
        return tuple(
            Visit(id=f"{self.id}@{when.isoformat()}", activity=self.id, by=by, planned=when)
            for when in _occurrences(self.cadence, days.start or first, days.end or last)
        )


def _occurrences(cadence: Recurrence, first: date, end: date, /) -> tuple[date, ...]:
    if cadence.zone is None:
        return cadence.between(first, end)
    zone = ZoneInfo(cadence.zone)
    return cadence.between(
        datetime.combine(first, time(), zone), datetime.combine(end, time(), zone)
    )


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Contact(PrivateRepr):
    """Whom to call, and for what: what somebody needs when something goes wrong at home.

    >>> Contact(person="p-1", purpose="problems_at_night", number="+44 20 7946 0000")
    <Contact>

    Attributes:
        person: id of the person who answers; `None`: whoever is there.
        organization: id of the organization that answers; `None`: none, or unknown.
        purpose: for what, snake_case.
        number: personal.

    .. versionadded:: 0.1
    """

    person: PersonId | None = field(default=None, converter=optional_person_id)
    organization: OrganizationId | None = field(default=None, converter=optional_organization_id)
    purpose: str = field(converter=term)
    number: str = field(default="", metadata=PERSONAL)
