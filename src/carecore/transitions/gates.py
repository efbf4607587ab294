"""Gates: what must be so before a client moves, what shows it, and who passed it over.

Whether a gate is met is never written down: it is weighed against the record each time.
"""

from datetime import date, datetime
from typing import Any, final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import CareSettingId, PersonId, optional_care_setting_ids, person_id
from carecore.base.moments import in_time
from carecore.base.plan_ids import GateId, gate_id
from carecore.base.reasons import Source, tuple_of_sources
from carecore.base.record_ids import term
from carecore.base.timing import require_day, require_moment
from carecore.errors import InvalidValue
from carecore.record import EvidenceRule
from carecore.transitions.states import Move, Party

__all__ = ["Gate", "Override"]


def _ends_after(
    override: "Override", attribute: "Attribute[Any]", until: datetime | None, /
) -> None:
    if until is not None and in_time(until) <= in_time(override.at):
        what = f"the override holds until {until.isoformat()}, and begins no earlier"
        raise InvalidValue(
            what, place=f"$.{attribute.name}", advice="Maybe the two moments are swapped"
        )


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Override:
    """Somebody's word that a gate does not hold up this move, and why.

    >>> from datetime import UTC
    >>> word = Override(
    ...     by="p-1", at=datetime(2026, 3, 1, 9, tzinfo=UTC), because="no_home_visit_possible"
    ... )
    >>> word.holds(datetime(2026, 3, 1, 10, tzinfo=UTC))
    True

    Attributes:
        by: id of the person whose word it is.
        at: since when.
        because: why, as a word of the field.
        until: from when on it does not count any more; `None`: until further notice.

    Raises:
        WrongType: if a moment has no zone, or a part a type that is not taken.
        InvalidValue: if the reason is no snake_case word, or it ends before it begins.

    .. versionadded:: 0.1
    """

    by: PersonId = field(converter=person_id)
    at: datetime
    because: str = field(converter=term)
    until: datetime | None = field(default=None, validator=_ends_after)

    def holds(self, as_of: date) -> bool:
        """Whether it counts at that moment, or, of a day, at its end.

        The end of a day is the one in the zone of each moment.

        Raises:
            WrongType: if *as_of* is neither a day nor a moment with a zone.
        """
        if isinstance(as_of, datetime):
            now = in_time(require_moment(as_of, name="as_of"))
            return in_time(self.at) <= now and (self.until is None or now < in_time(self.until))
        day = require_day(as_of)
        return self.at.date() <= day and (self.until is None or day < self.until.date())


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Gate:
    """One thing that must be so before a client moves.

    >>> from carecore.record import EventKind, EventSign
    >>> Gate(
    ...     id="medicines_reconciled",
    ...     name="medicines reconciled",
    ...     evidence=EvidenceRule(all_of=(EventSign(kind=EventKind.MEDICATION_REVIEW),)),
    ... ).is_blocking
    True

    Attributes:
        id: which gate it is, a word of the field.
        name: what people call it.
        is_blocking: whether the move waits for it; else it is advice.
        evidence: what in the record shows that it is met; `None`: nothing does.
        shown_by: the move of the transition itself that shows it as well, while it stands.
        override: somebody's word that it does not hold up this move.
        overridable_by: whose word may pass it over; empty: nobody's.
        from_settings: ids of the care settings that are left; `None`: any.
        to_settings: ids of the care settings that are moved to; `None`: any.
        sources: what it rests on.

    Raises:
        WrongType: if a part has a type that is not taken.
        InvalidValue: if an id is not snake_case, or the name blank.

    .. versionadded:: 0.1
    """

    id: GateId = field(converter=gate_id)
    name: str = field(validator=filled_text)
    is_blocking: bool = field(default=True)
    evidence: EvidenceRule | None = field(default=None)
    shown_by: Move | None = field(default=None)
    override: Override | None = field(default=None)
    overridable_by: tuple[Party, ...] = field(default=(Party.SENDER, Party.RECEIVER, Party.CLIENT))
    from_settings: tuple[CareSettingId, ...] | None = field(
        default=None, converter=optional_care_setting_ids
    )
    to_settings: tuple[CareSettingId, ...] | None = field(
        default=None, converter=optional_care_setting_ids
    )
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)
