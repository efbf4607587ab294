"""What a record is made of: conditions, observations and events."""

from enum import Enum
from typing import TypeAlias, final

from attrs import Attribute, field, frozen

from carecore.base.amounts import Code, Quantity
from carecore.base.fields import checked
from carecore.base.identity import (
    CareSettingId,
    ClientId,
    PersonId,
    optional_care_setting_id,
    optional_client_id,
)
from carecore.base.moments import When, optional_when
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.record_ids import EntryId, entry_id, optional_person_id, optional_term, term
from carecore.errors import CareError

__all__ = [
    "Certainty",
    "Condition",
    "ConditionStatus",
    "Entry",
    "Event",
    "EventKind",
    "EventOutcome",
    "Observation",
    "ObservationValue",
    "is_word_if_text",
]


class ConditionStatus(Enum):
    """How a condition stands (the codes of FHIR R4, condition-clinical; relapse is recurrent).

    .. versionadded:: 0.1
    """

    ACTIVE = "active"
    RECURRENT = "recurrent"
    REMISSION = "remission"
    INACTIVE = "inactive"
    RESOLVED = "resolved"


class Certainty(Enum):
    """How sure it is that the client has a condition.

    .. versionadded:: 0.1
    """

    CONFIRMED = "confirmed"
    SUSPECTED = "suspected"
    REFUTED = "refuted"


class EventKind(Enum):
    """What kind of thing happened.

    .. versionadded:: 0.1
    """

    ADMISSION = "admission"
    DISCHARGE = "discharge"
    TRANSFER = "transfer"
    PROCEDURE = "procedure"
    VISIT = "visit"
    CONTACT = "contact"
    NOTICE = "notice"
    ASSESSMENT = "assessment"
    MEDICATION_REVIEW = "medication_review"
    TEACHING = "teaching"
    HAND_OVER = "hand_over"
    DEPARTURE = "departure"
    ARRIVAL = "arrival"
    INCIDENT = "incident"
    REFERRAL = "referral"
    CONFERENCE = "conference"
    DEATH = "death"
    OTHER = "other"


class EventOutcome(Enum):
    """What came of it: an attempt is not done, and neither is what was refused.

    .. versionadded:: 0.1
    """

    DONE = "done"
    ATTEMPTED = "attempted"
    REFUSED = "refused"
    NOT_DONE = "not_done"


ObservationValue: TypeAlias = Quantity | Code | bool | str
"""What was seen: an amount, a code, yes or no, or a word of the field (snake_case).

.. versionadded:: 0.1
"""


def is_word_if_text(
    instance: object, attribute: "Attribute[ObservationValue | None]", value: object, /
) -> None:
    """Validator: a value that is text is a word of the field, so that it holds nothing personal.

    Raises:
        InvalidValue: if it is text and not snake_case.

    .. versionadded:: 0.1
    """
    del instance
    if isinstance(value, str):
        try:
            term(value)
        except CareError as fault:
            raise fault.below(f"$.{attribute.name}") from None


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Condition(PrivateRepr):
    """Something that the client has, or had, or was thought to have.

    >>> Condition(id="e-1", what="heart_failure", status=ConditionStatus.ACTIVE)
    <Condition e-1>

    Attributes:
        id: its id; unlike in FHIR, one counting for all entries of a record.
        client_id: id of the client; `None`: unknown.
        what: a word for it, such as `heart_failure`; evidence asks for this word.
        code: a code for it in somebody else's system.
        status: how it stands; `None`: unknown.
        certainty: how sure it is; `None`: nobody said.
        onset: since when.
        abated: since when it is over.
        recorded: when it was written down.
        text: personal.

    .. versionadded:: 0.1
    """

    id: EntryId = field(converter=entry_id)
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    what: str | None = field(default=None, converter=optional_term)
    code: Code | None = None
    status: ConditionStatus | None = None
    certainty: Certainty | None = None
    onset: When | None = field(default=None, converter=optional_when)
    abated: When | None = field(default=None, converter=optional_when)
    recorded: When | None = field(default=None, converter=optional_when)
    text: str = field(default="", metadata=PERSONAL)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Observation(PrivateRepr):
    """What somebody measured, saw or asked, at one point in time.

    >>> Observation(id="e-2", what="walking_distance", value=Quantity(30, "m"))
    <Observation e-2>

    Attributes:
        id: its id, one counting for all entries of a record.
        client_id: id of the client; `None`: unknown.
        what: a word for what was looked at; evidence asks for this word.
        value: what was seen; `None`: it is not recorded.
        happened: when it was so.
        recorded: when it was written down.
        code: a code in somebody else's system for what was looked at.
        by: id of the person who looked.
        text: personal.

    Raises:
        InvalidValue: if a value that is text is not snake_case.

    .. versionadded:: 0.1
    """

    id: EntryId = field(converter=entry_id)
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    what: str | None = field(default=None, converter=optional_term)
    value: ObservationValue | None = field(default=None, validator=is_word_if_text)
    happened: When | None = field(default=None, converter=optional_when)
    recorded: When | None = field(default=None, converter=optional_when)
    code: Code | None = None
    by: PersonId | None = field(default=None, converter=optional_person_id)
    text: str = field(default="", metadata=PERSONAL)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Event(PrivateRepr):
    """Something that happened, or was tried and did not.

    >>> Event(id="e-3", kind=EventKind.PROCEDURE, what="surgery")
    <Event e-3>

    Attributes:
        id: its id, one counting for all entries of a record.
        client_id: id of the client; `None`: unknown.
        kind: what kind of thing it was.
        what: a word for it, such as `surgery`; evidence may ask for this word.
        outcome: what came of it; `None`: unknown.
        happened: when it was, or began.
        until: when it ended, if it lasted.
        recorded: when it was written down.
        setting: id of the care setting where it was.
        by: id of the person who did it.
        to: id of the person it was done to or said to, if that is not the client.
        code: a code for it in somebody else's system.
        text: personal.

    .. versionadded:: 0.1
    """

    id: EntryId = field(converter=entry_id)
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    kind: EventKind
    what: str | None = field(default=None, converter=optional_term)
    outcome: EventOutcome | None = EventOutcome.DONE
    happened: When | None = field(default=None, converter=optional_when)
    until: When | None = field(default=None, converter=optional_when)
    recorded: When | None = field(default=None, converter=optional_when)
    setting: CareSettingId | None = field(default=None, converter=optional_care_setting_id)
    by: PersonId | None = field(default=None, converter=optional_person_id)
    to: PersonId | None = field(default=None, converter=optional_person_id)
    code: Code | None = None
    text: str = field(default="", metadata=PERSONAL)


Entry: TypeAlias = Condition | Observation | Event
"""What a record holds.

.. versionadded:: 0.1
"""
