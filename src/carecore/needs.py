"""What a client needs, in the client's words, and which duties answer it."""

from typing import final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, placed, tuple_of_texts
from carecore.base.identity import (
    CredentialId,
    DutyId,
    NeedId,
    credential_ids,
    duty_ids,
    need_id,
    need_ids,
)
from carecore.base.reasons import Source, tuple_of_sources
from carecore.errors import InvalidValue

__all__ = ["Need"]


def _answered(
    instance: object, attribute: "Attribute[tuple[DutyId, ...]]", value: object, /
) -> None:
    del instance
    if not value:
        what = "no duty answers the need"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe ('advise_family',)")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Need:
    """Something a client or family says, and the duties that answer it.

    >>> need = Need(
    ...     id="losing_heart",
    ...     words="she is losing heart",
    ...     duties=("watch_mood",),
    ...     phrases=("she has given up",),
    ... )
    >>> need.duties
    ('watch_mood',)

    Attributes:
        id: the id other values refer to.
        words: how a family would say it.
        duties: ids of the duties that answer it; all of them are needed.
        credentials: ids of which the holder must have one, because the family asks for it
            ("a nurse").
        phrases: other ways to say it.
        contradicts: ids of needs that cannot be answered together with this one.
        sources: what the answer rests on.

    Raises:
        InvalidValue: if an id is not snake_case, the words are blank or no duty answers.

    .. versionadded:: 0.1
    """

    id: NeedId = field(converter=need_id)
    words: str = field(validator=filled_text)
    duties: tuple[DutyId, ...] = field(converter=duty_ids, validator=_answered)
    credentials: tuple[CredentialId, ...] = field(default=(), converter=credential_ids)
    phrases: tuple[str, ...] = field(default=(), converter=tuple_of_texts)
    contradicts: tuple[NeedId, ...] = field(default=(), converter=need_ids)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)
