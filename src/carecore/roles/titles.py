"""Job titles: the role each may stand for, and other uses of the same title."""

from enum import Enum
from typing import final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, placed, plain_text, require_kind
from carecore.base.identity import RoleId, role_id
from carecore.base.reasons import Source, tuple_of_sources

__all__ = ["Title", "TitleConfidence", "TitleUse"]


class TitleConfidence(Enum):
    """How surely a title means a role, surest first.

    .. versionadded:: 0.1
    """

    EXACT = "exact"
    ALIAS = "alias"
    CONTESTED = "contested"
    CLOSE = "close"


def _is_confidence(
    instance: object, attribute: "Attribute[TitleConfidence]", value: object, /
) -> None:
    advice = "Maybe TitleConfidence.ALIAS"
    require_kind(instance, attribute.name, value, TitleConfidence, advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Title:
    """A job title and the role it may stand for.

    >>> Title(text="nurse case manager", role="case_manager").confidence
    <TitleConfidence.ALIAS: 'alias'>

    Attributes:
        text: the title as people write it.
        role: id of the role.
        confidence: how surely it means that role.
        requires_membership: id of the membership without which nobody may use it; empty: none.
        note: what speaks against it, or what to know.
        sources: what the entry rests on.

    .. versionadded:: 0.1
    """

    text: str = field(validator=filled_text)
    role: RoleId = field(converter=role_id)
    confidence: TitleConfidence = field(
        default=TitleConfidence.ALIAS, validator=_is_confidence, repr=str
    )
    requires_membership: str = field(default="", validator=plain_text)
    note: str = field(default="", validator=plain_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class TitleUse:
    """Another use of a title: somebody who bears it without having carecore's role.

    Attributes:
        title: the title.
        who: who bears it.
        country: where it is used, as an ISO 3166 code; empty: in several countries.
        employer: who employs them, in words.
        payer: who pays them, in words.
        does: what they do.
        ask: the question that tells this use from the role.
        sources: what the entry rests on.

    >>> TitleUse(title="care manager", who="manager of a care home", country="GB").country
    'GB'

    .. versionadded:: 0.1
    """

    title: str = field(validator=filled_text)
    who: str = field(validator=filled_text)
    country: str = field(default="", validator=plain_text)
    employer: str = field(default="", validator=plain_text)
    payer: str = field(default="", validator=plain_text)
    does: str = field(default="", validator=plain_text)
    ask: str = field(default="", validator=plain_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)
