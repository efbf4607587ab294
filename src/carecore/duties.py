"""What can be owed to a client, and what it needs.

A duty stands once, however many standards name it: its sources list them all.
"""

from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from carecore.base.checks import each_of, filled_text, placed, true_or_false
from carecore.base.identity import (
    CareSettingId,
    CredentialId,
    DutyId,
    credential_ids,
    duty_id,
    duty_ids,
    optional_care_setting_ids,
)
from carecore.base.reasons import Source, tuple_of_sources

__all__ = ["Duty", "Frame", "FramePart"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Duty:
    """One thing that can be owed to a client.

    >>> duty = Duty(
    ...     id="reconcile_medications",
    ...     name="reconcile the medicines",
    ...     description="compare the medicines before and after a move and settle each difference",
    ...     licences=("rn", "aprn", "physician", "pharmacist"),
    ... )
    >>> duty.is_licence_gated
    True

    Attributes:
        id: the id other values refer to.
        name: short, to follow "someone to ...".
        description: what is done, in carecore's own words.
        licences: ids of the licences of which the holder needs one; empty: no licence is needed.
        settings: ids of the care settings where it can be owed; `None`: anywhere.
        on_the_move: whether it crosses borders, so that licence rules at both ends count.
        comes_first: whether it is what is needed where nobody has asked for the needs yet.
        for_incapacity: whether it is owed only where the client cannot decide.
        sources: every standard or text that names it.

    Raises:
        InvalidValue: if an id is not snake_case, or name or description is blank.

    .. versionadded:: 0.1
    """

    id: DutyId = field(converter=duty_id)
    name: str = field(validator=filled_text)
    description: str = field(validator=filled_text)
    licences: tuple[CredentialId, ...] = field(default=(), converter=credential_ids)
    settings: tuple[CareSettingId, ...] | None = field(
        default=None, converter=optional_care_setting_ids
    )
    on_the_move: bool = field(default=False, validator=true_or_false)
    comes_first: bool = field(default=False, validator=true_or_false)
    for_incapacity: bool = field(default=False, validator=true_or_false)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    @property
    def is_licence_gated(self) -> bool:
        """Whether only someone with a certain licence may hold it."""
        return bool(self.licences)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class FramePart:
    """One standard, domain or area of a frame, and the duties that fall under it.

    >>> FramePart(label="5", name="assessment", duties=["assess_whole_person"]).duties
    ('assess_whole_person',)

    Attributes:
        label: its number or letter in the frame.
        name: its title, in carecore's own words.
        duties: ids of the duties that fall under it; a part about the professional has none.

    .. versionadded:: 0.1
    """

    label: str = field(validator=filled_text)
    name: str = field(validator=filled_text)
    duties: tuple[DutyId, ...] = field(default=(), converter=duty_ids)


def _parts(values: Iterable[FramePart], /) -> tuple[FramePart, ...]:
    return each_of(values, FramePart)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class Frame:
    """How a professional body divides the field: its standards or domains, in its order.

    >>> frame = Frame(
    ...     id="nasw_2013",
    ...     name="case management standards",
    ...     body="NASW",
    ...     parts=[FramePart(label="5", name="assessment")],
    ... )
    >>> len(frame.parts)
    1

    Attributes:
        id: the id other values refer to.
        name: what people call it.
        body: the professional body whose frame it is.
        parts: its standards, domains or areas, in its order.
        sources: what the entry rests on.

    .. versionadded:: 0.1
    """

    id: str = field(validator=filled_text)
    name: str = field(validator=filled_text)
    body: str = field(validator=filled_text)
    parts: tuple[FramePart, ...] = field(converter=_parts)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)
