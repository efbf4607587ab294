"""Room: how many caseload points more each professional has, which is what is shared out."""

from collections.abc import Iterable
from datetime import date
from typing import final

from attrs import frozen

from carecore.people import Professional

__all__ = ["Room", "rooms_of"]


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Room:
    """How much room one professional has.

    Attributes:
        limit: how many caseload points they take on that day; `None`: unknown.
        held: caseload points they hold; 0 where that is not known.
        free: how many more may be placed with them.
        is_absent: whether they are away or have no hours; then nothing is free.
    """

    limit: int | None
    held: int
    free: int
    is_absent: bool


def rooms_of(people: Iterable[Professional], as_of: date, /, *, most: int) -> list[Room]:
    """The room of each of *people*; where it is not known, all of *most* points may come."""
    return [_room(one, as_of, most) for one in people]


def _room(person: Professional, as_of: date, most: int, /) -> Room:
    free = person.places_free(as_of=as_of)
    return Room(
        limit=person.limit_on(as_of),
        held=person.caseload or 0,
        free=most if free is None else min(max(free, 0), most),
        is_absent=person.is_absent(as_of=as_of),
    )
