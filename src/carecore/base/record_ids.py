"""What is meant in a record, a journey and a list of medications: more ids with a type.

They follow the rules of `carecore.base.identity`: an id of the field's knowledge is snake_case, an
id of a record is whatever the app uses.
"""

from collections.abc import Iterable
from typing import NewType

from carecore.base.identity import PersonId, listed, person_id, record_id, term_id

__all__ = [
    "AuthorizationId",
    "ConsentId",
    "CoverageId",
    "EntryId",
    "JourneyId",
    "LegId",
    "MedicationId",
    "RightId",
    "authorization_id",
    "consent_id",
    "coverage_id",
    "entry_id",
    "entry_ids",
    "journey_id",
    "leg_id",
    "medication_id",
    "medication_ids",
    "optional_authorization_id",
    "optional_coverage_id",
    "optional_entry_id",
    "optional_journey_id",
    "optional_leg_id",
    "optional_medication_id",
    "optional_person_id",
    "optional_term",
    "optional_terms",
    "person_ids",
    "right_id",
    "term",
    "terms",
]

EntryId = NewType("EntryId", str)
"""Refers to an entry of a client's record: a condition, an observation or an event.

.. versionadded:: 0.1
"""
JourneyId = NewType("JourneyId", str)
"""Refers to a journey.

.. versionadded:: 0.1
"""
LegId = NewType("LegId", str)
"""Refers to a leg of a journey.

.. versionadded:: 0.1
"""
MedicationId = NewType("MedicationId", str)
"""Refers to a medication on a list.

.. versionadded:: 0.1
"""
ConsentId = NewType("ConsentId", str)
"""Refers to a consent.

.. versionadded:: 0.1
"""
CoverageId = NewType("CoverageId", str)
"""Refers to what one payer covers for a client.

.. versionadded:: 0.1
"""
AuthorizationId = NewType("AuthorizationId", str)
"""Refers to an authorization of a payer.

.. versionadded:: 0.1
"""
RightId = NewType("RightId", str)
"""Refers to a right of the catalogue.

.. versionadded:: 0.1
"""


def entry_id(value: str, /) -> EntryId:
    """Check the id of an entry; see `record_id`.

    .. versionadded:: 0.1
    """
    return EntryId(record_id(value, kind="entry"))


def entry_ids(values: Iterable[str], /) -> tuple[EntryId, ...]:
    """Check the ids of several entries; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, entry_id, kind="entry")


def optional_entry_id(value: str | None, /) -> EntryId | None:
    """Check the id of an entry, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else entry_id(value)


def journey_id(value: str, /) -> JourneyId:
    """Check the id of a journey; see `record_id`.

    .. versionadded:: 0.1
    """
    return JourneyId(record_id(value, kind="journey"))


def optional_journey_id(value: str | None, /) -> JourneyId | None:
    """Check the id of a journey, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else journey_id(value)


def leg_id(value: str, /) -> LegId:
    """Check the id of a leg; see `record_id`.

    .. versionadded:: 0.1
    """
    return LegId(record_id(value, kind="leg"))


def optional_leg_id(value: str | None, /) -> LegId | None:
    """Check the id of a leg, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else leg_id(value)


def medication_id(value: str, /) -> MedicationId:
    """Check the id of a medication; see `record_id`.

    .. versionadded:: 0.1
    """
    return MedicationId(record_id(value, kind="medication"))


def medication_ids(values: Iterable[str], /) -> tuple[MedicationId, ...]:
    """Check the ids of several medications; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, medication_id, kind="medication")


def optional_medication_id(value: str | None, /) -> MedicationId | None:
    """Check the id of a medication, or take `None` for none.

    .. versionadded:: 0.1
    """
    return None if value is None else medication_id(value)


def consent_id(value: str, /) -> ConsentId:
    """Check the id of a consent; see `record_id`.

    .. versionadded:: 0.1
    """
    return ConsentId(record_id(value, kind="consent"))


def coverage_id(value: str, /) -> CoverageId:
    """Check the id of a coverage; see `record_id`.

    .. versionadded:: 0.1
    """
    return CoverageId(record_id(value, kind="coverage"))


def optional_coverage_id(value: str | None, /) -> CoverageId | None:
    """Check the id of a coverage, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else coverage_id(value)


def authorization_id(value: str, /) -> AuthorizationId:
    """Check the id of an authorization; see `record_id`.

    .. versionadded:: 0.1
    """
    return AuthorizationId(record_id(value, kind="authorization"))


def optional_authorization_id(value: str | None, /) -> AuthorizationId | None:
    """Check the id of an authorization, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else authorization_id(value)


def right_id(value: str, /) -> RightId:
    """Check the id of a right; see `term_id`.

    .. versionadded:: 0.1
    """
    return RightId(term_id(value, kind="right"))


def term(value: str, /) -> str:
    """Check a word of the field, snake_case, such as what was observed; see `term_id`.

    .. versionadded:: 0.1
    """
    return term_id(value, kind="term")


def optional_term(value: str | None, /) -> str | None:
    """Check a word of the field, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else term(value)


def terms(values: Iterable[str], /) -> tuple[str, ...]:
    """Check several words of the field; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, term, kind="term")


def optional_terms(values: Iterable[str] | None, /) -> tuple[str, ...] | None:
    """Check several words of the field, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if values is None else terms(values)


def optional_person_id(value: str | None, /) -> PersonId | None:
    """Check the id of a person, or take `None` for unknown.

    .. versionadded:: 0.1
    """
    return None if value is None else person_id(value)


def person_ids(values: Iterable[str], /) -> tuple[PersonId, ...]:
    """Check the ids of several people; see `listed`.

    .. versionadded:: 0.1
    """
    return listed(values, person_id, kind="person")
