"""What a client needs, in the client's words, which duties answer it, and what cannot wait."""

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
    term_id,
)
from carecore.base.reasons import Source, tuple_of_sources
from carecore.errors import InvalidValue

__all__ = ["Danger", "Need"]


def _answered(
    instance: object, attribute: "Attribute[tuple[DutyId, ...]]", value: object, /
) -> None:
    del instance
    if not value:
        what = "no duty answers the need"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe ('advise_family',)")


def _with_signs(
    instance: object, attribute: "Attribute[tuple[str, ...]]", value: object, /
) -> None:
    del instance
    if not value:
        what = "no words are a sign of the danger"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe ('not breathing',)")


def _danger_id(value: str, /) -> str:
    return term_id(value, kind="danger")


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
        credentials: ids of licences of which the holder must have one, because the family asks
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


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Danger:
    """Something that cannot wait for anybody's advice, the words that hint at it, and what to say.

    >>> danger = Danger(id="fire", phrases=("house is on fire",), say="Call the fire brigade.")
    >>> danger.say
    'Call the fire brigade.'

    In a phrase, "somebody" stands for any person ("her", "my father"), and "oneself" for any
    of "herself", "himself" and so on; a word stands for its simple endings too ("hit" for "hits").

    Attributes:
        id: the id of the danger.
        phrases: words that are a sign of it.
        say: what to tell whoever says such words, in plain sentences.
        sources: what that rests on.

    Raises:
        InvalidValue: if the id is not snake_case, there is nothing to say or no phrase.

    .. versionadded:: 0.1
    """

    id: str = field(converter=_danger_id)
    phrases: tuple[str, ...] = field(converter=tuple_of_texts, validator=_with_signs)
    say: str = field(validator=filled_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)
