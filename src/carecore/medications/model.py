"""Medications, the lists that name them, and the orders that change them."""

from enum import Enum
from typing import final

import attrs
from attrs import Attribute, field, frozen

from carecore.base.amounts import Code, Quantity
from carecore.base.checks import filled_text, require_instance, whole_number
from carecore.base.fields import checked
from carecore.base.identity import (
    CareSettingId,
    ClientId,
    PersonId,
    optional_care_setting_id,
    optional_client_id,
)
from carecore.base.lookups import find_by_id, put_by_id, take_out_by_id
from carecore.base.moments import When, optional_when
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.record_ids import (
    EntryId,
    MedicationId,
    entry_id,
    medication_id,
    optional_person_id,
    optional_term,
)
from carecore.base.timing import Period
from carecore.errors import InvalidValue

__all__ = [
    "Medication",
    "MedicationList",
    "MedicationOrder",
    "MedicationStatus",
    "OrderAction",
]


class MedicationStatus(Enum):
    """Whether a medication on a list is taken.

    Planned and on hold are on the list and not taken at present; stopped and completed are over.

    .. versionadded:: 0.1
    """

    ACTIVE = "active"
    PLANNED = "planned"
    ON_HOLD = "on_hold"
    STOPPED = "stopped"
    COMPLETED = "completed"


class OrderAction(Enum):
    """What an order wants done with a medication.

    .. versionadded:: 0.1
    """

    START = "start"
    STOP = "stop"
    CHANGE = "change"
    CONTINUE = "continue"
    HOLD = "hold"


def _not_below_zero(
    instance: object, attribute: "Attribute[Quantity | None]", dose: Quantity | None, /
) -> None:
    del instance
    if dose is not None and dose.value < 0:
        what = "the dose is below 0"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe None, if it is unknown")


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Medication(PrivateRepr):
    """One medication as a list names it; `None` is what the list does not say.

    >>> Medication(id="m-1", substance="furosemide", dose=Quantity("40", "mg"), times_a_day=1)
    <Medication m-1>

    Attributes:
        id: the id other values refer to.
        substance: what is taken, in the words of the list, lower case where there is a choice;
            a brand and its substance are two different texts, so give the code as well.
        code: the substance or product as a code of someone else's system.
        dose: how much at a time.
        route: how it gets into the body (`by_mouth`).
        times_a_day: how often a day.
        as_needed: whether it is taken only when it is needed.
        frequency: what a number a day cannot say ("every third day"); empty: nothing said.
        purpose: what it is for.
        status: whether it is taken.
        period: from when until when; its end is the first day without it.
        is_over_the_counter: whether it is had without a prescription.
        prescriber: who prescribed it.
        note: personal.

    Raises:
        WrongType: if a value has a type not taken here.
        InvalidValue: if the substance is blank, the dose or a number below 0, or an id has no
            meaning.

    .. versionadded:: 0.1
    """

    id: MedicationId = field(converter=medication_id)
    substance: str = field(validator=filled_text)
    code: Code | None = None
    dose: Quantity | None = field(default=None, validator=_not_below_zero)
    route: str | None = field(default=None, converter=optional_term)
    times_a_day: int | None = field(default=None, validator=whole_number)
    as_needed: bool | None = None
    frequency: str = ""
    purpose: str | None = field(default=None, converter=optional_term)
    status: MedicationStatus | None = MedicationStatus.ACTIVE
    period: Period | None = None
    is_over_the_counter: bool | None = None
    prescriber: PersonId | None = field(default=None, converter=optional_person_id)
    note: str = field(default="", metadata=PERSONAL)

    @property
    def is_over(self) -> bool:
        """Whether it was stopped or completed; a status that is unknown ends nothing.

        >>> Medication(id="m-1", substance="furosemide", status=None).is_over
        False
        """
        return self.status in (MedicationStatus.STOPPED, MedicationStatus.COMPLETED)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class MedicationList(PrivateRepr):
    """What somebody wrote down as a client's medications.

    >>> at_home = MedicationList(id="l-1", is_complete=True)
    >>> at_home.with_medication(Medication(id="m-1", substance="furosemide")).find("m-1").substance
    'furosemide'

    Attributes:
        id: the id other values refer to.
        client_id: whose list it is; `None`: unknown.
        taken_at: when it was written; `None`: unknown.
        setting: id of the care setting where it was written; `None`: unknown.
        is_complete: whether it names all that the client takes; `None`: unknown.
        medications: in the order of the list.

    .. versionadded:: 0.1
    """

    id: EntryId = field(converter=entry_id)
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    taken_at: When | None = field(default=None, converter=optional_when)
    setting: CareSettingId | None = field(default=None, converter=optional_care_setting_id)
    is_complete: bool | None = None
    medications: tuple[Medication, ...] = ()

    def find(self, key: str, /) -> Medication:
        """The medication with that id.

        Raises:
            UnknownId: if the list has none; the error names those that look alike.
        """
        return find_by_id(self.medications, key, kind="medication")

    def with_medication(self, medication: Medication, /) -> "MedicationList":
        """This list, and *medication* in the place of the one with its id, else at the end."""
        require_instance(medication, Medication, name="the medication")
        return attrs.evolve(self, medications=put_by_id(self.medications, medication))

    def without_medication(self, key: str, /) -> "MedicationList":
        """This list without the medication with that id.

        Raises:
            UnknownId: if the list has none; the error names those that look alike.
        """
        kept = take_out_by_id(self.medications, key, kind="medication")
        return attrs.evolve(self, medications=kept)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class MedicationOrder(PrivateRepr):
    """What somebody who may prescribe wants done with a medication.

    >>> MedicationOrder(id="o-1", action=OrderAction.STOP, substance="ibuprofen")
    <MedicationOrder o-1>

    Attributes:
        id: the id other values refer to.
        action: what is to be done.
        substance: with what, in the words of the order.
        code: the same as a code of someone else's system.
        by: who ordered it; `None`: unknown.
        at: when; `None`: unknown.
        because: why, as a word of the field (`kidney_function`).
        note: personal.

    .. versionadded:: 0.1
    """

    id: EntryId = field(converter=entry_id)
    action: OrderAction
    substance: str = field(validator=filled_text)
    code: Code | None = None
    by: PersonId | None = field(default=None, converter=optional_person_id)
    at: When | None = field(default=None, converter=optional_when)
    because: str | None = field(default=None, converter=optional_term)
    note: str = field(default="", metadata=PERSONAL)
