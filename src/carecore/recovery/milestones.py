"""Points on the way to being well, and what leads from one to the next."""

from enum import Enum
from typing import Any, final

from attrs import Attribute, field, frozen

from carecore.base.calendars import Window
from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import PersonId, person_id
from carecore.base.moments import When, to_when
from carecore.base.plan_ids import MilestoneId, StageId, milestone_id, optional_stage_id
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.reasons import Source, tuple_of_sources
from carecore.base.record_ids import term
from carecore.base.timing import Offset
from carecore.errors import InvalidValue
from carecore.record import EvidenceRule

__all__ = ["EvidenceGrade", "Link", "Milestone", "Waiver"]


class EvidenceGrade(Enum):
    """How good the source is that gives a milestone its days.

    .. versionadded:: 0.1
    """

    GUIDELINE = "guideline"
    INSTITUTION = "institution"
    PATIENT_INFORMATION = "patient_information"
    OWN = "own"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Waiver:
    """Why one client does not need a milestone: who decided it, when, and because of what.

    >>> from datetime import date
    >>> Waiver(by="p-1", at=date(2026, 3, 1), because="client_declines").because
    'client_declines'

    Attributes:
        by: id of the person who decided.
        at: when; a day becomes a partial date.
        because: a word of the field or of the app, snake_case.

    .. versionadded:: 0.1
    """

    by: PersonId = field(converter=person_id)
    at: When = field(converter=to_when)
    because: str = field(converter=term)


def _counts_days(_: object, attribute: "Attribute[Any]", window: Window | None, /) -> None:
    ends = (None, None) if window is None else (window.earliest, window.latest)
    for end in ends:
        if end is not None and end.measure[2]:
            what = f"the window of a milestone counts hours, {end}, and a milestone is a day"
            advice = "Maybe Offset(days=2)"
            raise InvalidValue(what, place=f"$.{attribute.name}", advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Milestone(PrivateRepr):
    """A point on the way to being well: it takes no time itself; time lies on the links.

    >>> walk = Milestone(
    ...     id="first_steps",
    ...     name="First steps out of bed",
    ...     window=Window(Offset(days=1), Offset(days=1)),
    ... )
    >>> walk
    <Milestone first_steps>

    Attributes:
        id: what links and plans refer to.
        name: in words; a label of the pathway, not a personal text.
        window: on which days around the anchor it is usually reached, both ends included.
        stage: id of the plan's stage it belongs to.
        evidence: what the record must show; without it, only a person can tell.
        waived: why this client does not need it; `None`: it is needed.
        grade: how good the source of its days is.
        sources: where the days stand.
        note: anything to add; personal.

    Raises:
        InvalidValue: if the name is blank, or the window counts hours.

    .. versionadded:: 0.1
    """

    id: MilestoneId = field(converter=milestone_id)
    name: str = field(validator=filled_text)
    window: Window | None = field(default=None, validator=_counts_days)
    stage: StageId | None = field(default=None, converter=optional_stage_id)
    evidence: EvidenceRule | None = None
    waived: Waiver | None = None
    grade: EvidenceGrade | None = None
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)
    note: str = field(default="", metadata=PERSONAL)


def _is_whole_days(_: object, attribute: "Attribute[Any]", lag: Offset | None, /) -> None:
    if lag is None:
        return
    place, (months, days, seconds, business_days) = f"$.{attribute.name}", lag.measure
    if months or seconds or business_days or lag.business_days is not None:
        what = f"the {attribute.name} of a link is {lag}, and it counts days or weeks"
        raise InvalidValue(what, place=place, advice="Maybe Offset(days=14)")
    if days < 0:
        what = f"the {attribute.name} of a link is {lag}, a step back"
        raise InvalidValue(what, place=place, advice="Maybe the two milestones are swapped")


def _is_in_order(link: "Link", attribute: "Attribute[Any]", most: Offset | None, /) -> None:
    _is_whole_days(link, attribute, most)
    if most is not None and most.measure[1] < link.minimum_days:
        what = f"the link takes at most {most} and at least {link.minimum}"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe the two are swapped")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Link:
    """One milestone comes before another, and how long it takes from the one to the other.

    A link between a milestone and itself, or to one that is not there, is built as well: a rule
    reports it, and a schedule refuses it.

    >>> Link(before="surgery", after="stitches_out", minimum=Offset(days=10)).minimum_days
    10

    Attributes:
        before: id of the milestone that comes first.
        after: id of the one that follows, on the same day at the earliest.
        minimum: the least time between them, in days or weeks; `None`: none.
        maximum: the most time between them; `None`: any.
        sources: where the times stand.

    Raises:
        InvalidValue: if a time counts anything but days and weeks, goes back, or the most is less
            than the least.

    .. versionadded:: 0.1
    """

    before: MilestoneId = field(converter=milestone_id)
    after: MilestoneId = field(converter=milestone_id)
    minimum: Offset | None = field(default=None, validator=_is_whole_days)
    maximum: Offset | None = field(default=None, validator=_is_in_order)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    @property
    def minimum_days(self) -> int:
        """The least time, in days; 0 where none is given."""
        return 0 if self.minimum is None else self.minimum.measure[1]

    @property
    def maximum_days(self) -> int | None:
        """The most time, in days; `None` where any will do."""
        return None if self.maximum is None else self.maximum.measure[1]
