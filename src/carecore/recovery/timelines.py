"""The milestones of one client, counted from one day."""

from datetime import date
from typing import final

import attrs
from attrs import field, frozen

from carecore.base.checks import each_of, require_instance
from carecore.base.fields import checked
from carecore.base.identity import ClientId, optional_client_id
from carecore.base.lookups import find_by_id
from carecore.base.plan_ids import MilestoneId, PathwayId, optional_pathway_id
from carecore.base.privacy import PrivateRepr
from carecore.base.record_ids import EntryId, optional_entry_id
from carecore.base.timing import require_day
from carecore.recovery.circles import find_circles
from carecore.recovery.milestones import Link, Milestone, Waiver
from carecore.recovery.schedules import timeline_id

__all__ = ["Timeline"]


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Timeline(PrivateRepr):
    """The milestones of one client and the links between them, counted from the anchor.

    Milestones that stand twice, links that lead nowhere and links that run in a circle are built
    as well: rules report them, and `schedule` and `track` refuse them.

    >>> timeline = Timeline(
    ...     id="t-1",
    ...     client_id="c-17",
    ...     anchor=date(2026, 3, 2),
    ...     milestones=[Milestone(id="surgery", name="Surgery")],
    ... )
    >>> timeline.milestone("surgery").name
    'Surgery'
    >>> timeline.re_anchored(date(2026, 3, 3)).anchor
    datetime.date(2026, 3, 3)

    Attributes:
        id: the id other values refer to.
        client_id: whose timeline it is; `None`: unknown.
        anchor: the day from which windows are counted, such as the day of the operation.
        anchor_event: id of the record's entry that gives the anchor; `None`: not recorded yet.
        pathway: id of the pathway it was started from; `None`: none.
        milestones: the points, in any order.
        links: what comes before what.

    .. versionadded:: 0.1
    """

    id: str = field(converter=timeline_id)
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    anchor: date
    anchor_event: EntryId | None = field(default=None, converter=optional_entry_id)
    pathway: PathwayId | None = field(default=None, converter=optional_pathway_id)
    milestones: tuple[Milestone, ...] = ()
    links: tuple[Link, ...] = ()

    def milestone(self, key: str, /) -> Milestone:
        """The milestone with that id, or `UnknownId`; of two with one id, the first."""
        return find_by_id(self.milestones, key, kind="milestone")

    def with_milestone(self, milestone: Milestone, /, *links: Link) -> "Timeline":
        """This timeline and that milestone, in the place of the one with its id if there is one.

        Args:
            milestone: the new one.
            links: what leads to it and from it; they come on top of the links there are, and one
                that is there already is not doubled.

        Raises:
            WrongType: if it is no milestone, or one of the links no link.
        """
        new = require_instance(milestone, Milestone, name="the milestone")
        kept = [one for one in self.milestones if one.id != new.id]
        ids = [one.id for one in self.milestones]
        kept.insert(ids.index(new.id) if new.id in ids else len(kept), new)
        known = set(self.links)
        added = (one for one in each_of(links, Link) if one not in known)
        return attrs.evolve(self, milestones=tuple(kept), links=(*self.links, *added))

    def without_milestone(self, key: str, /) -> "Timeline":
        """This timeline without that milestone and the links to and from it; or `UnknownId`.

        What came before it and what came after it are no longer joined by it.
        """
        gone = self.milestone(key).id
        milestones = tuple(one for one in self.milestones if one.id != gone)
        links = tuple(one for one in self.links if gone not in (one.before, one.after))
        return attrs.evolve(self, milestones=milestones, links=links)

    def waived(self, key: str, waiver: Waiver, /) -> "Timeline":
        """This timeline, where that milestone is not needed; or `UnknownId`."""
        return self.with_milestone(attrs.evolve(self.milestone(key), waived=waiver))

    def re_anchored(self, anchor: date, /, *, event: str | None = None) -> "Timeline":
        """This timeline counted from another day.

        Args:
            anchor: the day.
            event: id of the record's entry that gives it; `None`: not recorded yet.

        Raises:
            WrongType: if *anchor* is no plain date.
        """
        day = require_day(anchor, name="the anchor")
        return attrs.evolve(self, anchor=day, anchor_event=event)

    @property
    def counts_business_days(self) -> bool:
        """Whether a window counts business days, so that a calendar is needed to schedule it."""
        return any(
            end is not None and end.business_days is not None
            for one in self.milestones
            if one.window is not None
            for end in (one.window.earliest, one.window.latest)
        )

    @property
    def ids(self) -> tuple[MilestoneId, ...]:
        """The ids of the milestones, in their order."""
        return tuple(one.id for one in self.milestones)

    @property
    def circles(self) -> tuple[tuple[MilestoneId, ...], ...]:
        """Circles in which links run, each from its smallest id on; none in a sound timeline.

        Of several circles that share a milestone, one is told.
        """
        links = ((one.before, one.after) for one in self.links)
        found = find_circles(self.ids, links)
        return tuple(tuple(map(MilestoneId, circle)) for circle in found)
