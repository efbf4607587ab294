"""What a question about people rests on, and the changes that would change its answer."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import final

import attrs
from attrs import Attribute, field, frozen

from carecore.base.checks import each_of, filled_text, placed, require_kind
from carecore.base.identity import DutyId, RoleId, duty_ids, role_ids
from carecore.base.timing import Period, require_day
from carecore.errors import InvalidValue
from carecore.people import Client, Membership, Professional, Team
from carecore.roles import reckoned_payers

__all__ = ["Change", "ChangeKind", "Situation"]


class ChangeKind(Enum):
    """What sort of change would change the answer.

    .. versionadded:: 0.1
    """

    NEED_DROPPED = "need_dropped"
    NEED_ADDED = "need_added"
    MOVED = "moved"
    PAYER_ADDED = "payer_added"
    PAYER_DROPPED = "payer_dropped"
    JOINED = "joined"
    LEFT = "left"
    CAME_IN_REACH = "came_in_reach"


def _optional_pool(values: Iterable[Professional] | None, /) -> tuple[Professional, ...] | None:
    return None if values is None else each_of(values, Professional)


def _is_client(instance: object, attribute: "Attribute[Client]", value: object, /) -> None:
    require_kind(instance, attribute.name, value, Client, advice="Maybe Client(id='c-1')")


def _is_team(instance: object, attribute: "Attribute[Team | None]", value: object, /) -> None:
    if value is not None:
        require_kind(instance, attribute.name, value, Team, advice="Maybe Team(id='t-1')")


def _is_kind(instance: object, attribute: "Attribute[ChangeKind]", value: object, /) -> None:
    require_kind(instance, attribute.name, value, ChangeKind, advice="Maybe ChangeKind.MOVED")


def _is_newcomer(
    instance: object, attribute: "Attribute[Professional | None]", value: object, /
) -> None:
    if value is not None:
        advice = "Maybe Professional(id='p-1')"
        require_kind(instance, attribute.name, value, Professional, advice=advice)


@final
@frozen(weakref_slot=False, field_transformer=placed)
class Situation:
    """A client, the team there is, and the professionals in reach.

    Attributes:
        client: the client.
        team: the client's team; `None`: not known.
        pool: everybody who could be engaged; `None`: not known; empty: nobody.

    >>> Situation(Client(id="c-1")).pool is None
    True

    .. versionadded:: 0.1
    """

    client: Client = field(validator=_is_client)
    team: Team | None = field(default=None, validator=_is_team)
    pool: tuple[Professional, ...] | None = field(default=None, converter=_optional_pool)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Change:
    """One change of a situation, as a value that can be applied.

    >>> change = Change(
    ...     kind=ChangeKind.NEED_DROPPED,
    ...     value="understand_bills",
    ...     text="the bills are settled",
    ...     becomes=("care_manager",),
    ... )
    >>> client = Client(id="c-1", needs=("understand_bills", "losing_heart"))
    >>> change.apply(client, as_of=date(2026, 11, 23)).client.needs
    ('losing_heart',)

    Attributes:
        kind: what sort of change it is.
        value: id of the need, care setting, payer or role that it is about.
        text: the change in words, to follow "if".
        becomes: ids of the roles that would be recommended then.
        leaves: ids of the needed duties that nobody would hold then.
        newcomer: who joins or comes in reach; `None` for other changes.

    .. versionadded:: 0.1
    """

    kind: ChangeKind = field(validator=_is_kind)
    value: str = field(validator=filled_text)
    text: str = field(validator=filled_text)
    becomes: tuple[RoleId, ...] = field(default=(), converter=role_ids)
    leaves: tuple[DutyId, ...] = field(default=(), converter=duty_ids)
    newcomer: Professional | None = field(default=None, validator=_is_newcomer)

    def apply(
        self,
        client: Client,
        /,
        *,
        as_of: date,
        team: Team | None = None,
        pool: Iterable[Professional] | None = None,
    ) -> Situation:
        """The situation after this change.

        Args:
            client: the client as asked about.
            as_of: the day asked about; who joins or leaves does so on it.
            team: the team as asked about.
            pool: the pool as asked about.

        Raises:
            WrongType: if *as_of* is no plain date, or client, team or pool are something else.
            InvalidValue: if somebody should leave a team that is not known, nobody is named who
                comes, or there is no such payer.
        """
        day, before = require_day(as_of), Situation(client, team, pool)
        after_client, after_team, after_pool = before.client, before.team, before.pool
        match self.kind:
            case ChangeKind.NEED_DROPPED:
                after_client = client.without_need(self.value)
            case ChangeKind.NEED_ADDED:
                after_client = client.with_need(self.value)
            case ChangeKind.MOVED:
                after_client = client.moved_to(self.value)
            case ChangeKind.PAYER_ADDED | ChangeKind.PAYER_DROPPED:
                after_client = self._repaid(client)
            case ChangeKind.JOINED:
                after_team = self._joined(client, team, day)
            case ChangeKind.LEFT:
                after_team = self._left(team, day)
            case _:
                after_pool = (*(after_pool or ()), self._named())
        return Situation(after_client, after_team, after_pool)

    def _repaid(self, client: Client, /) -> Client:
        if self.kind is ChangeKind.PAYER_ADDED:
            return client.paid_by(self.value)
        known = reckoned_payers(client.payers)
        return attrs.evolve(client, payers=tuple(one for one in known if one.value != self.value))

    def _joined(self, client: Client, team: Team | None, day: date, /) -> Team:
        newcomer = self._named()
        known = Team(id=client.id, client_id=client.id) if team is None else team
        member = Membership(person_id=newcomer.id, role=self.value, period=Period(day))
        return attrs.evolve(
            known,
            memberships=(*known.memberships, member),
            professionals=(*known.professionals, newcomer),
        )

    def _named(self) -> Professional:
        if self.newcomer is None:
            what = f"nobody is named who comes as {self.value!r}"
            raise InvalidValue(what, place="$.newcomer", advice="Maybe pass a newcomer")
        return self.newcomer

    def _left(self, team: Team | None, day: date, /) -> Team:
        if team is None:
            what = f"no team is known that {self.value!r} could leave"
            raise InvalidValue(what, advice="Maybe pass the team that was asked about")
        return attrs.evolve(
            team,
            memberships=[
                attrs.evolve(one, period=one.period.ended_on(day))
                if one.role == self.value and one.period.contains(day)
                else one
                for one in team.memberships
            ],
        )
