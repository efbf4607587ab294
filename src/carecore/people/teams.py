"""The team around one client, and its periods."""

from collections.abc import Iterable
from datetime import date
from typing import final

import attrs
from attrs import Attribute, field, frozen

from carecore.base.checks import each_of, placed, require_kind
from carecore.base.identity import (
    ClientId,
    PersonId,
    RoleId,
    TeamId,
    optional_client_id,
    person_id,
    role_id,
    team_id,
)
from carecore.base.plan_ids import optional_role_id
from carecore.base.timing import Period, require_day
from carecore.errors import InvalidValue
from carecore.people.professionals import Professional

__all__ = ["Membership", "Team"]


def _is_period(instance: object, attribute: "Attribute[Period]", value: object, /) -> None:
    require_kind(instance, attribute.name, value, Period, advice="Maybe Period(start, end)")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Membership:
    """One stay of one person in a team, in one role.

    >>> Membership(person_id="p-1", role="case_manager", period=Period(date(2026, 3, 1))).role
    'case_manager'

    Attributes:
        person_id: id of the person.
        role: id of the role the person fills; `None`: unknown.
        period: from the first day in the team to the first day without.

    .. versionadded:: 0.1
    """

    person_id: PersonId = field(converter=person_id)
    role: RoleId | None = field(default=None, converter=optional_role_id)
    period: Period = field(default=Period(None), validator=_is_period)


def _memberships(values: Iterable[Membership], /) -> tuple[Membership, ...]:
    return each_of(values, Membership)


def _professionals(values: Iterable[Professional], /) -> tuple[Professional, ...]:
    return each_of(values, Professional)


def _once_each(
    instance: object,
    attribute: "Attribute[tuple[Professional, ...]]",
    value: tuple[Professional, ...],
    /,
) -> None:
    del instance
    seen: set[str] = set()
    for index, person in enumerate(value):
        if person.id in seen:
            what = f"the professional {person.id!r} stands twice in the team"
            place = f"$.{attribute.name}[{index}]"
            raise InvalidValue(what, place=place, advice="Maybe remove one of the two")
        seen.add(person.id)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Team:
    """Who looks after one client, and when.

    >>> team = Team(id="t-1", client_id="c-17").joined(
    ...     "p-1", role="case_manager", on=date(2026, 3, 1)
    ... )
    >>> [member.person_id for member in team.at(date(2026, 3, 1))]
    ['p-1']
    >>> team.left("p-1", on=date(2026, 4, 1)).at(date(2026, 4, 1))
    ()

    Attributes:
        id: the id other values refer to.
        client_id: whose team it is; `None`: unknown.
        memberships: every stay, past, present and to come; who left can join again.
        professionals: details of the members, where they are known.

    Raises:
        InvalidValue: if the details of one professional stand twice.

    .. versionadded:: 0.1
    """

    id: TeamId = field(converter=team_id)
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    memberships: tuple[Membership, ...] = field(default=(), converter=_memberships)
    professionals: tuple[Professional, ...] = field(
        default=(), converter=_professionals, validator=_once_each
    )

    def at(self, day: date, /) -> tuple[Membership, ...]:
        """The memberships that hold on *day*, in order.

        Raises:
            WrongType: if *day* is a datetime.
        """
        wanted = require_day(day, name="day")
        return tuple(one for one in self.memberships if one.period.contains(wanted))

    def professional(self, person: str, /) -> Professional | None:
        """The details of the member with that id, or `None` where they are unknown."""
        return next((one for one in self.professionals if one.id == person), None)

    def joined(self, person: str, /, *, role: str, on: date) -> "Team":
        """This team, joined by that person in that role from that day on.

        Raises:
            WrongType: if an id is not text, or *on* no plain date.
            InvalidValue: if the person already is in the team in that role on that day or later.
        """
        day = require_day(on, name="on")
        member = Membership(person_id=person, role=role, period=Period(day))
        for one in self.memberships:
            same = (one.person_id, one.role) == (member.person_id, member.role)
            if same and one.period.overlaps(member.period):
                what = f"{person!r} already is in the team as {role!r} on {day} or later"
                raise InvalidValue(what, advice="Maybe let the person leave first")
        return attrs.evolve(self, memberships=(*self.memberships, member))

    def left(self, person: str, /, *, on: date, role: str | None = None) -> "Team":
        """This team, which that person leaves on that day (the first day without them).

        Args:
            person: id of the person.
            on: first day without the person.
            role: id of the role that is left; `None`: every role.

        Raises:
            WrongType: if an id is not text, or *on* no plain date.
            InvalidValue: if the person is not in the team, in that role, the day before.
        """
        day = require_day(on, name="on")
        who, left_role = person_id(person), None if role is None else role_id(role)
        kept: list[Membership] = []
        for one in self.memberships:
            leaves = one.person_id == who and left_role in (None, one.role)
            running = one.period.start is None or one.period.start < day
            ends_later = one.period.end is None or one.period.end > day
            if leaves and running and ends_later:
                kept.append(attrs.evolve(one, period=one.period.ended_on(day)))
            else:
                kept.append(one)
        if tuple(kept) == self.memberships:
            what = f"{who!r} is not in the team before {day}"
            raise InvalidValue(what, advice="Maybe the person left already, or joins later")
        return attrs.evolve(self, memberships=tuple(kept))
