"""What an advice is made of: needed duties, the roles that hold them, the options."""

from collections.abc import Iterable
from typing import Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import (
    each_of,
    filled_text,
    in_order,
    placed,
    plain_text,
    require_kind,
    true_or_false,
    tuple_of_texts,
)
from carecore.base.identity import (
    CredentialId,
    DutyId,
    NeedId,
    PersonId,
    RoleId,
    credential_ids,
    duty_id,
    duty_ids,
    listed,
    need_ids,
    person_id,
    role_id,
    with_article,
)
from carecore.base.reasons import Reason
from carecore.errors import CareError
from carecore.matching.reach import Gates, Reach
from carecore.matching.seats import Status

__all__ = [
    "HOW",
    "MissingDuty",
    "NeededDuty",
    "RecommendedRole",
    "RoleOption",
    "RoleSeat",
    "tuple_of_gates",
    "tuple_of_reasons",
]

HOW: Final = {
    Status.ASSIGNED: "assigned",
    Status.ASK_FOR: "ask for",
    Status.TO_ENGAGE: "to engage",
    Status.NOBODY_IN_REACH: "nobody in reach",
}
"""How a role can be had, in words."""


def tuple_of_gates(values: Iterable[Iterable[str]], /) -> Gates:
    """All of *values* as a tuple, each checked as the ids of credentials of which one is enough.

    >>> tuple_of_gates([["rn", "aprn"]])
    (('rn', 'aprn'),)

    Raises:
        WrongType: if *values*, or one of them, is no list of texts.
        InvalidValue: if an id has no meaning, or stands twice.
        ManyFaults: if several of these are so in one of them.

    .. versionadded:: 0.1
    """
    gates: list[tuple[CredentialId, ...]] = []
    for index, value in enumerate(in_order(values, of="lists of credential ids")):
        try:
            gates.append(credential_ids(value))
        except CareError as fault:
            raise fault.below(f"$[{index}]") from None
    return tuple(gates)


def tuple_of_reasons(values: Iterable[Reason], /) -> tuple[Reason, ...]:
    """All of *values* as a tuple, in order; each has to be a reason.

    Raises:
        WrongType: if *values* is no list, or holds something else.

    .. versionadded:: 0.1
    """
    return each_of(values, Reason)


def _people(values: Iterable[str], /) -> tuple[PersonId, ...]:
    return listed(values, person_id, kind="person")


def _is_status(instance: object, attribute: "Attribute[Status]", value: object, /) -> None:
    require_kind(instance, attribute.name, value, Status, advice="Maybe Status.ASK_FOR")


def _is_optional_status(
    instance: object, attribute: "Attribute[Status | None]", value: object, /
) -> None:
    if value is not None:
        advice = "Maybe Status.ASK_FOR, or None if it cannot be had"
        require_kind(instance, attribute.name, value, Status, advice=advice)


def _reaches(values: Iterable[Reach], /) -> tuple[Reach, ...]:
    return each_of(values, Reach)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class NeededDuty:
    """A duty that is needed, and the needs that ask for it.

    Attributes:
        duty: id of the duty.
        name: what it is, to follow "someone to ...".
        needs: ids of the needs that it answers; empty where nobody has asked for the needs yet.
        words: the same needs as a family says them.
        credentials: for each, the ids of credentials of which the holder must have one.
        is_typical: whether it is typical of the role that holds it.
        is_reached: whether somebody who could hold it is there, comes along or is in reach.

    .. versionadded:: 0.1
    """

    duty: DutyId = field(converter=duty_id)
    name: str = field(validator=filled_text)
    needs: tuple[NeedId, ...] = field(default=(), converter=need_ids)
    words: tuple[str, ...] = field(default=(), converter=tuple_of_texts)
    credentials: Gates = field(default=(), converter=tuple_of_gates)
    is_typical: bool = field(default=True, validator=true_or_false)
    is_reached: bool = field(default=True, validator=true_or_false)


def _needed(values: Iterable[NeededDuty], /) -> tuple[NeededDuty, ...]:
    return each_of(values, NeededDuty)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class RecommendedRole:
    """One role of the answer.

    Attributes:
        role: id of the role.
        name: what people call it.
        is_service: whether somebody can be engaged for it; an authority to decide cannot.
        status: how it can be had.
        wanted: the duties for which it is wanted, those out of reach among them.
        people: ids of those who are there, or in reach, the surely fitting first.
        ask: whom to ask.
        reasons: why.
        considered: everybody of the role in the pool, check by check.

    .. versionadded:: 0.1
    """

    role: RoleId = field(converter=role_id)
    name: str = field(validator=filled_text)
    is_service: bool = field(default=True, validator=true_or_false)
    status: Status = field(validator=_is_status, repr=str)
    wanted: tuple[NeededDuty, ...] = field(default=(), converter=_needed)
    people: tuple[PersonId, ...] = field(default=(), converter=_people)
    ask: str = field(default="", validator=plain_text)
    reasons: tuple[Reason, ...] = field(default=(), converter=tuple_of_reasons)
    considered: tuple[Reach, ...] = field(default=(), converter=_reaches)

    @property
    def duties(self) -> tuple[DutyId, ...]:
        """Ids of the needed duties that it holds."""
        return tuple(one.duty for one in self.wanted if one.is_reached)

    @property
    def unreached(self) -> tuple[DutyId, ...]:
        """Ids of those that it would hold, were anybody in reach."""
        return tuple(one.duty for one in self.wanted if not one.is_reached)

    @property
    def not_typical(self) -> tuple[DutyId, ...]:
        """Ids of those that are not typical of it."""
        return tuple(one.duty for one in self.wanted if not one.is_typical)

    @property
    def credentials(self) -> Gates:
        """For each, the ids of credentials of which the person must hold one."""
        return tuple(dict.fromkeys(gate for one in self.wanted for gate in one.credentials))

    def __str__(self) -> str:
        """Name, whom to ask, and how it can be had."""
        of = f" of {self.ask}" if self.ask and self.status is Status.ASK_FOR else ""
        # An authority to decide is no service: somebody is named for it.
        named = not self.is_service and self.status is Status.TO_ENGAGE
        return f"{with_article(self.name)}{of} ({'to be named' if named else HOW[self.status]})"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class MissingDuty:
    """A needed duty that nobody holds.

    Attributes:
        duty: id of the duty.
        name: what it is, to follow "someone to ...".
        needs: ids of the needs that stay unanswered.
        because: why nobody holds it.

    .. versionadded:: 0.1
    """

    duty: DutyId = field(converter=duty_id)
    name: str = field(validator=filled_text)
    needs: tuple[NeedId, ...] = field(converter=need_ids)
    because: str = field(validator=filled_text)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class RoleSeat:
    """One role of an option, and how it can be had.

    Attributes:
        role: id of the role.
        status: how it can be had; `None`: not with this care setting and these payers.

    .. versionadded:: 0.1
    """

    role: RoleId = field(converter=role_id)
    status: Status | None = field(validator=_is_optional_status, repr=str)


def _seats(values: Iterable[RoleSeat], /) -> tuple[RoleSeat, ...]:
    return each_of(values, RoleSeat)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class RoleOption:
    """One way to answer, with what it covers and what is lost by it.

    Attributes:
        seats: the roles, and how each can be had.
        covered: ids of the needed duties that it covers.
        missing: ids of those that it leaves to nobody.
        lost: ids of those that the recommended way covers and this one does not.
        not_typical: ids of those that it leaves to a role for which they are not typical.

    .. versionadded:: 0.1
    """

    seats: tuple[RoleSeat, ...] = field(converter=_seats)
    covered: tuple[DutyId, ...] = field(default=(), converter=duty_ids)
    missing: tuple[DutyId, ...] = field(default=(), converter=duty_ids)
    lost: tuple[DutyId, ...] = field(default=(), converter=duty_ids)
    not_typical: tuple[DutyId, ...] = field(default=(), converter=duty_ids)

    @property
    def roles(self) -> tuple[RoleId, ...]:
        """Ids of the roles, each once."""
        return tuple(dict.fromkeys(seat.role for seat in self.seats))
