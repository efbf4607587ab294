"""Who is meant: ids with a type.

An id of the field's knowledge (a duty, a role, a need) is snake_case.
An id of a person or a record is whatever the app uses, as long as it is not blank.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final, NewType, TypeVar

from carecore.base.checks import in_order
from carecore.base.hints import hint_at_id, hint_at_term
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType, described, quoted

__all__ = [
    "CareSettingId",
    "ClientId",
    "CredentialId",
    "DutyId",
    "NeedId",
    "OrganizationId",
    "PersonId",
    "ProfessionalId",
    "RepresentativeId",
    "RoleId",
    "TeamId",
    "care_setting_id",
    "care_setting_ids",
    "client_id",
    "credential_id",
    "credential_ids",
    "duty_id",
    "duty_ids",
    "in_words",
    "listed",
    "need_id",
    "need_ids",
    "optional_care_setting_id",
    "optional_care_setting_ids",
    "optional_client_id",
    "optional_need_ids",
    "optional_organization_id",
    "organization_id",
    "person_id",
    "professional_id",
    "record_id",
    "representative_id",
    "role_id",
    "role_ids",
    "team_id",
    "term_id",
    "with_article",
]

S = TypeVar("S")
T = TypeVar("T")

PersonId = NewType("PersonId", str)
"""Refers to a person of any kind: client, representative or professional.

.. versionadded:: 0.1
"""
ClientId = NewType("ClientId", PersonId)
"""Refers to a client.

.. versionadded:: 0.1
"""
RepresentativeId = NewType("RepresentativeId", PersonId)
"""Refers to someone who speaks or decides for a client.

.. versionadded:: 0.1
"""
ProfessionalId = NewType("ProfessionalId", PersonId)
"""Refers to a professional.

.. versionadded:: 0.1
"""
OrganizationId = NewType("OrganizationId", str)
"""Refers to an organization.

.. versionadded:: 0.1
"""
TeamId = NewType("TeamId", str)
"""Refers to a client's team.

.. versionadded:: 0.1
"""
CareSettingId = NewType("CareSettingId", str)
"""Refers to a care setting of the catalogue.

.. versionadded:: 0.1
"""
CredentialId = NewType("CredentialId", str)
"""Refers to a licence, certification or membership of the catalogue.

.. versionadded:: 0.1
"""
DutyId = NewType("DutyId", str)
"""Refers to a duty of the catalogue.

.. versionadded:: 0.1
"""
RoleId = NewType("RoleId", str)
"""Refers to a role of the catalogue.

.. versionadded:: 0.1
"""
NeedId = NewType("NeedId", str)
"""Refers to a need of the catalogue.

.. versionadded:: 0.1
"""

_LONGEST: Final = 255
_TERM: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)


def record_id(value: object, /, *, kind: str) -> str:
    """Check *value* as the id of a person or a record, and give it back.

    >>> record_id("c-17", kind="client")
    'c-17'

    Raises:
        WrongType: if it is not text.
        InvalidValue: if it is blank, padded, over 255 characters or holds a control character.

    .. versionadded:: 0.1
    """
    text = _text(value, kind)
    if len(text) > _LONGEST:
        what = f"the {kind} id has {len(text)} characters, and {_LONGEST} is the limit"
        raise InvalidValue(what, advice="Maybe a whole record was passed instead of its id")
    if not text.strip():
        raise InvalidValue(f"the {kind} id is blank", advice=hint_at_id(kind))
    if text != text.strip():
        advice = f"Maybe {text.strip()!r}"
        raise InvalidValue(f"the {kind} id {text!r} begins or ends with a space", advice=advice)
    if not text.isprintable():
        raise InvalidValue(
            f"the {kind} id {text!r} holds a control character", advice="Maybe remove it"
        )
    return text


def term_id(value: object, /, *, kind: str) -> str:
    """Check *value* as the snake_case id of a catalogue entry, and give it back.

    >>> term_id("acute_ward", kind="care setting")
    'acute_ward'
    >>> term_id("Acute Ward", kind="care setting")
    Traceback (most recent call last):
    ...
    carecore.errors.InvalidValue: the care setting id 'Acute Ward' is not snake_case. Maybe 'acute_ward'.

    Raises:
        WrongType: if it is not text.
        InvalidValue: if it is not snake_case.

    .. versionadded:: 0.1
    """  # noqa: E501 # a traceback line cannot be folded
    text = _text(value, kind)
    if not _TERM.fullmatch(text) or len(text) > _LONGEST:
        words = re.findall(r"[a-z0-9]+", text[:_LONGEST].lower())
        near = "_".join(words)
        advice = f"Maybe {near!r}" if _TERM.fullmatch(near) else hint_at_term(kind)
        raise InvalidValue(f"the {kind} id {quoted(text)} is not snake_case", advice=advice)
    return text


def in_words(term: str, /) -> str:
    """The id of a catalogue entry as words.

    >>> in_words("coordinate_care")
    'coordinate care'

    .. versionadded:: 0.1
    """
    return term.replace("_", " ")


def with_article(name: str, /) -> str:
    """A name with the article that goes before it.

    >>> with_article("air ambulance crew"), with_article("case manager")
    ('an air ambulance crew', 'a case manager')

    .. versionadded:: 0.1
    """
    article = "an" if name.lower().startswith(("a", "e", "i", "o", "u")) else "a"
    return f"{article} {name}"


def listed(values: Iterable[S], check: Callable[[S], T], /, *, kind: str) -> tuple[T, ...]:
    """Check each of *values* and give them back as a tuple, in order (a set is sorted).

    >>> listed(["acute_ward"], care_setting_id, kind="care setting")
    ('acute_ward',)

    Raises:
        WrongType: if *values* is one text, a mapping, or no collection at all.
        InvalidValue: if a value stands twice, or *check* refuses it; several are reported together.

    .. versionadded:: 0.1
    """
    kept: dict[T, None] = {}
    faults: list[CareError] = []
    for index, value in enumerate(in_order(values, of=f"{kind} ids")):
        try:
            item = check(value)
        except CareError as fault:
            faults.append(fault.below(f"$[{index}]"))
            continue
        if item in kept:
            what = f"the {kind} {str(value)!r} stands twice"
            faults.append(InvalidValue(what, place=f"$[{index}]", advice="Maybe remove one"))
        kept[item] = None
    if len(faults) == 1:
        raise faults[0] from None
    if faults:
        raise ManyFaults(f"{len(faults)} faults in the list of {kind} ids", faults) from None
    return tuple(kept)


def client_id(value: str, /) -> ClientId:
    """Check the id of a client; see `record_id`.

    .. versionadded:: 0.1
    """
    return ClientId(PersonId(record_id(value, kind="client")))


def representative_id(value: str, /) -> RepresentativeId:
    """Check the id of a representative; see `record_id`.

    .. versionadded:: 0.1
    """
    return RepresentativeId(PersonId(record_id(value, kind="representative")))


def professional_id(value: str, /) -> ProfessionalId:
    """Check the id of a professional; see `record_id`.

    .. versionadded:: 0.1
    """
    return ProfessionalId(PersonId(record_id(value, kind="professional")))


def person_id(value: str, /) -> PersonId:
    """Check the id of a person; see `record_id`.

    .. versionadded:: 0.1
    """
    return PersonId(record_id(value, kind="person"))


def organization_id(value: str, /) -> OrganizationId:
    """Check the id of an organization; see `record_id`.

    .. versionadded:: 0.1
    """
    return OrganizationId(record_id(value, kind="organization"))


def team_id(value: str, /) -> TeamId:
    """Check the id of a team; see `record_id`.

    .. versionadded:: 0.1
    """
    return TeamId(record_id(value, kind="team"))


def care_setting_id(value: str, /) -> CareSettingId:
    """Check the id of a care setting; see `term_id`.

    .. versionadded:: 0.1
    """
    return CareSettingId(term_id(value, kind="care setting"))


def credential_id(value: str, /) -> CredentialId:
    """Check the id of a credential; see `term_id`.

    .. versionadded:: 0.1
    """
    return CredentialId(term_id(value, kind="credential"))


def duty_id(value: str, /) -> DutyId:
    """Check the id of a duty; see `term_id`.

    .. versionadded:: 0.1
    """
    return DutyId(term_id(value, kind="duty"))


def need_id(value: str, /) -> NeedId:
    """Check the id of a need; see `term_id`.

    .. versionadded:: 0.1
    """
    return NeedId(term_id(value, kind="need"))


def role_id(value: str, /) -> RoleId:
    """Check the id of a role; see `term_id`.

    .. versionadded:: 0.1
    """
    return RoleId(term_id(value, kind="role"))


def care_setting_ids(values: Iterable[str], /) -> tuple[CareSettingId, ...]:
    """Check the ids of several care settings; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, care_setting_id, kind="care setting")


def credential_ids(values: Iterable[str], /) -> tuple[CredentialId, ...]:
    """Check the ids of several credentials; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, credential_id, kind="credential")


def duty_ids(values: Iterable[str], /) -> tuple[DutyId, ...]:
    """Check the ids of several duties; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, duty_id, kind="duty")


def need_ids(values: Iterable[str], /) -> tuple[NeedId, ...]:
    """Check the ids of several needs; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, need_id, kind="need")


def role_ids(values: Iterable[str], /) -> tuple[RoleId, ...]:
    """Check the ids of several roles; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, role_id, kind="role")


def optional_need_ids(values: Iterable[str] | None, /) -> tuple[NeedId, ...] | None:
    """Check the ids of several needs, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if values is None else need_ids(values)


def optional_care_setting_ids(values: Iterable[str] | None, /) -> tuple[CareSettingId, ...] | None:
    """Check the ids of several care settings, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if values is None else care_setting_ids(values)


def optional_client_id(value: str | None, /) -> ClientId | None:
    """Check the id of a client, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else client_id(value)


def optional_care_setting_id(value: str | None, /) -> CareSettingId | None:
    """Check the id of a care setting, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else care_setting_id(value)


def optional_organization_id(value: str | None, /) -> OrganizationId | None:
    """Check the id of an organization, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else organization_id(value)


def _text(value: object, kind: str, /) -> str:
    if not isinstance(value, str):
        what = f"the {kind} id is {described(value)}, and text is wanted"
        raise WrongType(what, advice="Maybe put it in quotes")
    # A word of an enumeration is text as well; this takes its word, not its Python name.
    return str.__str__(value)
