"""What usually happens after an operation or a discharge: a template for a timeline."""

from datetime import date
from typing import final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.plan_ids import PathwayId, pathway_id
from carecore.base.privacy import PrivateRepr
from carecore.base.reasons import Source, tuple_of_sources
from carecore.record import EventKind
from carecore.recovery.milestones import Link, Milestone
from carecore.recovery.timelines import Timeline

__all__ = ["Pathway"]


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Pathway(PrivateRepr):
    """A template: which milestones usually follow an event, when, and what depends on what.

    Its days are typical, never orders: whoever is late is looked at again, and has not failed.

    >>> from carecore.record import EventKind
    >>> knee = Pathway(
    ...     id="new_knee",
    ...     name="New knee",
    ...     index_day="the day of the operation",
    ...     anchor_kind=EventKind.PROCEDURE,
    ...     milestones=[Milestone(id="stand", name="Stand up")],
    ... )
    >>> timeline = knee.start("c-17", anchor=date(2026, 3, 2))
    >>> timeline.id, timeline.pathway, timeline == knee.start("c-17", anchor=date(2026, 3, 2))
    ('new_knee', 'new_knee', True)

    Attributes:
        id: what timelines refer to.
        name: in words.
        index_day: in words, the day from which it counts.
        anchor_kind: what kind of event gives that day.
        milestones: the points, in any order.
        links: what comes before what.
        sources: what the pathway as a whole rests on.

    Raises:
        InvalidValue: if the name or the index day is blank.

    .. versionadded:: 0.1
    """

    id: PathwayId = field(converter=pathway_id)
    name: str = field(validator=filled_text)
    index_day: str = field(validator=filled_text)
    anchor_kind: EventKind
    milestones: tuple[Milestone, ...] = ()
    links: tuple[Link, ...] = ()
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def start(
        self,
        client_id: str | None,
        /,
        *,
        anchor: date,
        timeline_id: str | None = None,
        anchor_event: str | None = None,
    ) -> Timeline:
        """The timeline of one client; the same call twice gives equal values.

        Args:
            client_id: id of the client; `None`: unknown.
            anchor: the index day.
            timeline_id: id of the timeline; `None`: the id of the pathway.
            anchor_event: id of the record's entry that gives the anchor; `None`: not recorded yet.
        """
        return Timeline(
            id=self.id if timeline_id is None else timeline_id,
            client_id=client_id,
            anchor=anchor,
            anchor_event=anchor_event,
            pathway=self.id,
            milestones=self.milestones,
            links=self.links,
        )
