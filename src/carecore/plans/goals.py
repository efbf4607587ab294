"""What a client wants, and what stands in the way: concerns, goals and their targets.

How far a goal is in its life and how well it goes are two things: a goal that has ended is not for
that achieved, and one that is achieved may go on.
"""

from enum import Enum
from typing import final

import attrs
from attrs import field, frozen

from carecore.base.amounts import Code, Quantity
from carecore.base.checks import require_instance
from carecore.base.fields import checked
from carecore.base.identity import PersonId
from carecore.base.moments import When, optional_when
from carecore.base.plan_ids import (
    ConcernId,
    DomainId,
    GoalId,
    StageId,
    concern_id,
    concern_ids,
    goal_id,
    optional_domain_id,
    optional_stage_id,
)
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.record_ids import (
    EntryId,
    optional_entry_id,
    optional_person_id,
    optional_term,
    term,
)
from carecore.record import Comparison
from carecore.record.entries import is_word_if_text

__all__ = ["Achievement", "Concern", "Goal", "GoalStatus", "Target"]


class GoalStatus(Enum):
    """Where a goal is in its life; it says nothing about how well it goes.

    >>> GoalStatus.COMPLETED.is_ended, GoalStatus.ON_HOLD.is_ended
    (True, False)

    .. versionadded:: 0.1
    """

    PROPOSED = "proposed"
    PLANNED = "planned"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    ENTERED_IN_ERROR = "entered_in_error"

    @property
    def is_ended(self) -> bool:
        """Whether nobody works towards the goal any more, achieved or not."""
        return self in {
            GoalStatus.COMPLETED,
            GoalStatus.CANCELLED,
            GoalStatus.REJECTED,
            GoalStatus.ENTERED_IN_ERROR,
        }


class Achievement(Enum):
    """How well a goal goes; it says nothing about whether the goal has ended.

    .. versionadded:: 0.1
    """

    IN_PROGRESS = "in_progress"
    IMPROVING = "improving"
    WORSENING = "worsening"
    NO_CHANGE = "no_change"
    ACHIEVED = "achieved"
    SUSTAINING = "sustaining"
    NOT_ACHIEVED = "not_achieved"
    NO_PROGRESS = "no_progress"
    NOT_ATTAINABLE = "not_attainable"

    @property
    def is_achieved(self) -> bool:
        """Whether what was wanted is there."""
        return self in {Achievement.ACHIEVED, Achievement.SUSTAINING}


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Concern(PrivateRepr):
    """Something that worries the client or those around: what goals are there for.

    >>> Concern(id="concern-1", what="falls_at_night", text="Ada fell twice in March.")
    <Concern concern-1>

    Attributes:
        id: the id other values refer to.
        what: a word of the field or of the app, snake_case; `None`: only the text says.
        condition: id of the record's condition behind it; `None`: none, or unknown.
        domain: id of the domain of life it belongs to; `None`: unknown.
        text: in somebody's own words; personal.

    .. versionadded:: 0.1
    """

    id: ConcernId = field(converter=concern_id)
    what: str | None = field(default=None, converter=optional_term)
    condition: EntryId | None = field(default=None, converter=optional_entry_id)
    domain: DomainId | None = field(default=None, converter=optional_domain_id)
    text: str = field(default="", metadata=PERSONAL)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Target:
    """How one can see that a goal is reached: what is measured, against what, by when.

    >>> from datetime import date
    >>> stairs = Target(
    ...     what="stairs_climbed",
    ...     comparison=Comparison.AT_LEAST,
    ...     value=Quantity(12, "{steps}"),
    ...     due=date(2026, 4, 1),
    ... )
    >>> stairs.is_measurable, Target(what="stairs_climbed", due=date(2026, 4, 1)).is_measurable
    (True, True)
    >>> Target(what="pain", comparison=Comparison.AT_MOST).is_measurable
    False

    Attributes:
        what: what an observation of the record is asked for, snake_case.
        comparison: how what is seen stands to the value; `PRESENT`: it only has to be seen.
        value: what is wanted; text is a word of the field; `None`: not said.
        due: by when; a day becomes a partial date; `None`: not said.

    Raises:
        InvalidValue: if `what`, or a value that is text, is not snake_case.

    .. versionadded:: 0.1
    """

    what: str = field(converter=term)
    comparison: Comparison = Comparison.PRESENT
    value: Quantity | Code | bool | str | None = field(default=None, validator=is_word_if_text)
    due: When | None = field(default=None, converter=optional_when)

    @property
    def is_measurable(self) -> bool:
        """Whether one could tell that it is reached: it says what is wanted, or only to see it."""
        return self.comparison is Comparison.PRESENT or self.value is not None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Goal(PrivateRepr):
    """What a client wants to reach.

    >>> goal = Goal(id="goal-1", domain="function", text="Ada wants to climb her stairs again.")
    >>> goal
    <Goal goal-1>
    >>> ended = goal.activated().completed()
    >>> ended.status, ended.achievement
    (<GoalStatus.COMPLETED: 'completed'>, None)

    Attributes:
        id: the id other values refer to.
        stage: id of the plan's stage it belongs to; `None`: to the whole plan, or unknown.
        domain: id of the domain of life it belongs to; `None`: unknown.
        concerns: ids of the plan's concerns it answers.
        status: where it is in its life; `None`: unknown.
        achievement: how well it goes; `None`: not judged yet.
        baseline: id of the record's entry that shows where it started; `None`: not recorded.
        starts: from when; a day becomes a partial date; `None`: not said.
        targets: how one can see that it is reached.
        set_by: id of the person whose goal it is; `None`: unknown.
        because_ended: why it has ended, snake_case; `None`: it has not, or nobody said.
        text: in somebody's own words; personal.

    .. versionadded:: 0.1
    """

    id: GoalId = field(converter=goal_id)
    stage: StageId | None = field(default=None, converter=optional_stage_id)
    domain: DomainId | None = field(default=None, converter=optional_domain_id)
    concerns: tuple[ConcernId, ...] = field(default=(), converter=concern_ids)
    status: GoalStatus | None = None
    achievement: Achievement | None = None
    baseline: EntryId | None = field(default=None, converter=optional_entry_id)
    starts: When | None = field(default=None, converter=optional_when)
    targets: tuple[Target, ...] = ()
    set_by: PersonId | None = field(default=None, converter=optional_person_id)
    because_ended: str | None = field(default=None, converter=optional_term)
    text: str = field(default="", metadata=PERSONAL)

    def accepted(self) -> "Goal":
        """This goal, agreed on."""
        return attrs.evolve(self, status=GoalStatus.ACCEPTED, because_ended=None)

    def activated(self) -> "Goal":
        """This goal, worked towards; one that had ended is taken up again."""
        return attrs.evolve(self, status=GoalStatus.ACTIVE, because_ended=None)

    def on_hold(self) -> "Goal":
        """This goal, put off."""
        return attrs.evolve(self, status=GoalStatus.ON_HOLD, because_ended=None)

    def completed(self, *, because: str | None = None) -> "Goal":
        """This goal, ended; whether it is achieved is left as it was judged.

        Args:
            because: why, snake_case.
        """
        return attrs.evolve(self, status=GoalStatus.COMPLETED, because_ended=because)

    def cancelled(self, *, because: str) -> "Goal":
        """This goal, given up, and why; it stays on the plan.

        Args:
            because: why, snake_case.
        """
        return attrs.evolve(self, status=GoalStatus.CANCELLED, because_ended=term(because))

    def rejected(self, *, because: str) -> "Goal":
        """This goal, turned down before anybody worked towards it, and why.

        Args:
            because: why, snake_case.
        """
        return attrs.evolve(self, status=GoalStatus.REJECTED, because_ended=term(because))

    def judged(self, achievement: Achievement, /) -> "Goal":
        """This goal, going as well as that; where it is in its life is left as it was.

        What was achieved can be lost again, so every judgement is taken.

        >>> Goal(id="goal-1").activated().judged(Achievement.ACHIEVED).status
        <GoalStatus.ACTIVE: 'active'>
        """
        kind = require_instance(achievement, Achievement, name="the achievement")
        return attrs.evolve(self, achievement=kind)

    def with_target(self, target: Target, /) -> "Goal":
        """This goal and that target, in the place of the one that compares the same, if any.

        A target for at least so much and one for at most so much stand beside each other.
        """
        new = require_instance(target, Target, name="the target")
        same = [(one.what, one.comparison) == (new.what, new.comparison) for one in self.targets]
        kept = tuple(new if same[index] else one for index, one in enumerate(self.targets))
        return attrs.evolve(self, targets=kept if any(same) else (*kept, new))
