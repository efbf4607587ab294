"""What a role is, and how it stands to a duty."""

from collections.abc import Iterable
from enum import Enum
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.amounts import Code
from carecore.base.checks import (
    each_of,
    filled_text,
    placed,
    plain_text,
    true_or_false,
    tuple_of_texts,
)
from carecore.base.identity import (
    CredentialId,
    DutyId,
    RoleId,
    credential_ids,
    duty_ids,
    role_id,
)
from carecore.base.reasons import Source, tuple_of_sources
from carecore.errors import InvalidValue
from carecore.roles.engagement import Engagement, Exclusion

__all__ = ["Holding", "Role"]


class Holding(Enum):
    """How a role stands to a duty.

    .. versionadded:: 0.1
    """

    TYPICAL = "typical"
    POSSIBLE = "possible"
    OUTSIDE = "outside"


def _exclusions(values: Iterable[Exclusion], /) -> tuple[Exclusion, ...]:
    return each_of(values, Exclusion)


def _engagements(values: Iterable[Engagement], /) -> tuple[Engagement, ...]:
    return each_of(values, Engagement)


def _codes(values: Iterable[Code], /) -> tuple[Code, ...]:
    return each_of(values, Code)


def _stands_once(
    role: "Role", attribute: "Attribute[tuple[Exclusion, ...]]", exclusions: object, /
) -> None:
    del attribute, exclusions
    barred = {one.duty for one in role.exclusions}
    for name, duties in (("typical", role.typical), ("possible", role.possible)):
        for index, duty in enumerate(duties):
            if duty in barred or (name == "possible" and duty in role.typical):
                what = f"the duty {duty!r} stands twice in the role {role.id!r}"
                advice = "Maybe leave it in one of typical, possible and exclusions"
                raise InvalidValue(what, place=f"$.{name}[{index}]", advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Role:
    """A role in professional care.

    >>> role = Role(
    ...     id="travel_companion",
    ...     name="travel companion",
    ...     definition="helps on a journey, without clinical acts",
    ...     typical=["help_on_journey"],
    ... )
    >>> role.holding("help_on_journey"), role.holding("give_medications")
    (<Holding.TYPICAL: 'typical'>, <Holding.OUTSIDE: 'outside'>)

    Attributes:
        id: the id other values refer to.
        name: what people call it.
        definition: what it is, in carecore's own words.
        is_core: whether it is one of the two roles at the heart of the library.
        is_service: whether somebody can be engaged for it; an authority to decide cannot.
        typical: ids of the duties that it usually owes.
        possible: ids of the duties that it may owe as well.
        exclusions: duties it may not hold, with the reason; any duty not named is outside it too.
        engagements: the ways in which it comes to a client, best known first.
        licences: ids of the licences its holders commonly have.
        certifications: ids of the certifications made for it.
        relation: how it stands to the client.
        term: how old the word is.
        disciplines: what its holders were trained in.
        bodies: its professional bodies.
        workplaces: where it works, in words.
        licensing: whether the role itself is licensed, in words.
        codes: the same role in public code systems.
        sources: what the entry rests on.

    .. versionadded:: 0.1
    """

    id: RoleId = field(converter=role_id)
    name: str = field(validator=filled_text)
    definition: str = field(validator=filled_text)
    is_core: bool = field(default=False, validator=true_or_false)
    is_service: bool = field(default=True, validator=true_or_false)
    typical: tuple[DutyId, ...] = field(default=(), converter=duty_ids)
    possible: tuple[DutyId, ...] = field(default=(), converter=duty_ids)
    exclusions: tuple[Exclusion, ...] = field(
        default=(), converter=_exclusions, validator=_stands_once
    )
    engagements: tuple[Engagement, ...] = field(default=(), converter=_engagements)
    licences: tuple[CredentialId, ...] = field(default=(), converter=credential_ids)
    certifications: tuple[CredentialId, ...] = field(default=(), converter=credential_ids)
    relation: str = field(default="", validator=plain_text)
    term: str = field(default="", validator=plain_text)
    disciplines: tuple[str, ...] = field(default=(), converter=tuple_of_texts)
    bodies: tuple[str, ...] = field(default=(), converter=tuple_of_texts)
    workplaces: tuple[str, ...] = field(default=(), converter=tuple_of_texts)
    licensing: str = field(default="", validator=plain_text)
    codes: tuple[Code, ...] = field(default=(), converter=_codes)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def holding(self, duty: str, /) -> Holding:
        """How this role stands to the duty with that id."""
        if duty in self.typical:
            return Holding.TYPICAL
        return Holding.POSSIBLE if duty in self.possible else Holding.OUTSIDE

    def exclusion(self, duty: str, /) -> Exclusion | None:
        """Why this role may not hold the duty with that id, where a reason is recorded."""
        return next((one for one in self.exclusions if one.duty == duty), None)
