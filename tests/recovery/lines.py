"""Timelines, milestones and records in a few words, for tests to work out by hand."""

from collections.abc import Iterable
from datetime import date, timedelta

from carecore.base.calendars import Window
from carecore.base.timing import Offset
from carecore.record import Event, EventKind, EventOutcome, EventSign, EvidenceRule, Record
from carecore.recovery import Link, Milestone, Timeline, Waiver

ANCHOR = date(2026, 3, 2)
WAIVER = Waiver(by="p-1", at=date(2025, 11, 3), because="not_needed")


def day(number: int) -> date:
    """The day so many days after the anchor."""
    return ANCHOR + timedelta(days=number)


def after(days: int | None) -> Offset | None:
    """So many days."""
    return None if days is None else Offset(days=days)


def milestone(
    key: str, first: int | None = None, last: int | None = None, *, waived: bool = False
) -> Milestone:
    """A milestone with a window, if one is given, that an event of its own name shows."""
    window = None if first is None and last is None else Window(after(first), after(last))
    return Milestone(
        id=key,
        name=f"The {key}",
        window=window,
        evidence=EvidenceRule(all_of=(EventSign(what=key),)),
        waived=WAIVER if waived else None,
    )


def link(before: str, after_it: str, least: int = 0, most: int | None = None) -> Link:
    """A link that takes so many days at least, and at most."""
    return Link(before=before, after=after_it, minimum=after(least), maximum=after(most))


def line(*milestones: Milestone | str, links: Iterable[Link] = ()) -> Timeline:
    """A timeline of client c-17; a milestone without a window may be given by its id."""
    built = [milestone(one) if isinstance(one, str) else one for one in milestones]
    return Timeline(
        id="t-1", client_id="c-17", anchor=ANCHOR, milestones=tuple(built), links=tuple(links)
    )


def done(key: str, number: int, outcome: EventOutcome | None = EventOutcome.DONE) -> Event:
    """An event of that name on the day so many days after the anchor."""
    return Event(
        id=f"e-{key}-{number}",
        client_id="c-17",
        kind=EventKind.OTHER,
        what=key,
        outcome=outcome,
        happened=day(number),
    )


def record(*events: Event) -> Record:
    """The record of client c-17."""
    return Record(client_id="c-17", events=events)
