"""What an answer about a panel is made of: each client's answer, each role with its skills."""

from collections.abc import Iterable
from typing import Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import each_of, filled_text, placed, require_kind, tuple_of_texts
from carecore.base.identity import (
    ClientId,
    DutyId,
    ProfessionalId,
    RoleId,
    client_id,
    duty_ids,
    in_words,
    listed,
    professional_id,
    role_id,
)
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdiction
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.matching.reach import Gates
from carecore.matching.roles_needed import tuple_of_gates
from carecore.matching.seats import Status
from carecore.matching.skill_counts import SkillCount

__all__ = ["ClientAnswer", "PanelRole", "SkillGroup"]

_MOST: Final = 2**63 - 1


def _roles_had(values: Iterable[tuple[str, Status]], /) -> tuple[tuple[RoleId, Status], ...]:
    pairs: list[tuple[RoleId, Status]] = []
    for index, value in enumerate(each_of(values, tuple)):
        try:
            pairs.append(_role_had(value))
        except CareError as fault:
            raise fault.below(f"$[{index}]") from None
    return tuple(pairs)


def _role_had(value: tuple[object, ...], /) -> tuple[RoleId, Status]:
    match value:
        case (str() as role, Status() as status):
            return role_id(role), status
        case _:
            advice = "Maybe ('care_manager', Status.TO_ENGAGE)"
            raise WrongType("the id of a role and a status are wanted", advice=advice)


def _roles_shown(pairs: tuple[tuple[RoleId, Status], ...], /) -> str:
    return f"[{', '.join(f'({role!r}, {status})' for role, status in pairs)}]"


def _client_ids(values: Iterable[str], /) -> tuple[ClientId, ...]:
    # A client to whom one role comes in two ways is one client.
    return listed(tuple(dict.fromkeys(tuple_of_texts(values))), client_id, kind="client")


def _professional_ids(values: Iterable[str], /) -> tuple[ProfessionalId, ...]:
    return listed(values, professional_id, kind="professional")


def _is_text_or_none(
    instance: object, attribute: "Attribute[str | None]", value: object, /
) -> None:
    if value is not None:
        require_kind(instance, attribute.name, value, str, advice="Maybe None, if it is unknown")


def _is_count(instance: object, attribute: "Attribute[int]", value: object, /) -> None:
    _check_count(instance, attribute.name, value)


def _is_count_or_none(
    instance: object, attribute: "Attribute[int | None]", value: object, /
) -> None:
    if value is not None:
        _check_count(instance, attribute.name, value)


def _check_count(instance: object, name: str, value: object, /) -> None:
    require_kind(instance, name, value, int)
    # A sum over a panel may be larger than what one client or professional may have.
    if isinstance(value, int) and not 0 <= value <= _MOST:
        limit = "below 0, and 0 is the least" if value < 0 else f"over {_MOST}, which is the most"
        what = f"the {in_words(name)} of a {type(instance).__name__} is {limit}"
        raise InvalidValue(what, place=f"$.{name}", advice="Maybe count again")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class ClientAnswer:
    """Whom one client of the panel needs, in short; `advise_roles` tells why.

    Attributes:
        client_id: id of the client.
        roles: ids of the recommended roles, each with how it can be had.
        missing: ids of the needed duties that nobody holds.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    roles: tuple[tuple[RoleId, Status], ...] = field(
        default=(), converter=_roles_had, repr=_roles_shown
    )
    missing: tuple[DutyId, ...] = field(default=(), converter=duty_ids)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class SkillGroup:
    """Clients who need the same skills of one role.

    Attributes:
        credentials: for each, the ids of credentials of which the person must hold one.
        jurisdiction: where the licence must hold; `None`: unknown.
        language: BCP 47 tag of the clients' first language; `None`: unknown.
        clients: ids of the clients.
        points: caseload points of those for whom somebody has to be engaged.
        professionals_needed: at least how many it takes for those, by the caseload limit given;
            `None` without one.

    .. versionadded:: 0.1
    """

    credentials: Gates = field(converter=tuple_of_gates)
    jurisdiction: Jurisdiction | None = field(converter=optional_jurisdiction)
    language: str | None = field(validator=_is_text_or_none)
    clients: tuple[ClientId, ...] = field(converter=_client_ids)
    points: int = field(default=0, validator=_is_count)
    professionals_needed: int | None = field(default=None, validator=_is_count_or_none)


def _groups(values: Iterable[SkillGroup], /) -> tuple[SkillGroup, ...]:
    return each_of(values, SkillGroup)


def _skill_counts(values: Iterable[SkillCount], /) -> tuple[SkillCount, ...]:
    return each_of(values, SkillCount)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class PanelRole:
    """How much of one role a panel needs.

    Attributes:
        role: id of the role.
        name: what people call it.
        ask_for: ids of the clients for whom it comes for the asking.
        to_engage: ids of the clients for whom it has to be engaged.
        unreached: ids of those for whom nobody of the pool is in reach.
        skills: the clients by the skills they need of it, all together.
        skill_counts: the clients for whom somebody has to be engaged, by one skill at a time.
        points: caseload points to be engaged for; a client whose points are unknown counts as 1.
        points_unknown: ids of the clients of whom that is so.
        professionals_needed: at least how many, by the caseload limit given; `None` without one.
        above_limit: ids of the clients who take up more points than that limit, so that nobody
            can take one of them on alone.
        in_pool: ids of the professionals of the pool who fill the role.
        places_free: caseload points free among those who are in reach of at least one of these
            clients, where known; who fills several roles is counted for each of them.
        places_unknown: ids of those in reach whose free places are unknown.
        short_by: caseload points beyond the known free places; `None` if there is no pool, or
            somebody's free places are unknown.

    .. versionadded:: 0.1
    """

    role: RoleId = field(converter=role_id)
    name: str = field(validator=filled_text)
    ask_for: tuple[ClientId, ...] = field(converter=_client_ids)
    to_engage: tuple[ClientId, ...] = field(converter=_client_ids)
    unreached: tuple[ClientId, ...] = field(converter=_client_ids)
    skills: tuple[SkillGroup, ...] = field(converter=_groups)
    skill_counts: tuple[SkillCount, ...] = field(default=(), converter=_skill_counts)
    points: int = field(validator=_is_count)
    points_unknown: tuple[ClientId, ...] = field(default=(), converter=_client_ids)
    professionals_needed: int | None = field(default=None, validator=_is_count_or_none)
    above_limit: tuple[ClientId, ...] = field(default=(), converter=_client_ids)
    in_pool: tuple[ProfessionalId, ...] = field(default=(), converter=_professional_ids)
    places_free: int = field(default=0, validator=_is_count)
    places_unknown: tuple[ProfessionalId, ...] = field(default=(), converter=_professional_ids)
    short_by: int | None = field(default=None, validator=_is_count_or_none)
