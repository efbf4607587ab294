"""Clocks: what is due so long after, or before, something that happens around a move."""

from enum import Enum
from typing import Any, Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, whole_number
from carecore.base.fields import checked
from carecore.base.identity import CareSettingId, optional_care_setting_ids
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdictions
from carecore.base.reasons import Source, tuple_of_sources
from carecore.base.record_ids import term, terms
from carecore.base.timing import Offset
from carecore.errors import InvalidValue
from carecore.record import EventSign, EvidenceRule
from carecore.roles import PayerKind, optional_payer_kinds

__all__ = ["Clock", "ClockKind"]

_MIDNIGHT: Final = 24


class ClockKind(Enum):
    """Whether something has to be done by the end, or the time itself is what counts.

    .. versionadded:: 0.1
    """

    DEADLINE = "deadline"
    WINDOW = "window"


def _goes_with_the_allowance(
    clock: "Clock", attribute: "Attribute[Any]", value: Offset | None, /
) -> None:
    if value is not None and value.measure[2] and not clock.counts_moments:
        what = f"the clock {clock.id!r} counts days, and what counts from {value} on are hours"
        advice = "Maybe Offset(days=1)"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice=advice)


def _is_met_if_it_is_due(
    clock: "Clock", attribute: "Attribute[Any]", value: EvidenceRule | EventSign | None, /
) -> None:
    place = f"$.{attribute.name}"
    if value is None and clock.kind is ClockKind.DEADLINE:
        what = f"the deadline {clock.id!r} does not say what meets it"
        raise InvalidValue(what, place=place, advice="Maybe an EventSign, or ClockKind.WINDOW")
    if value is not None and clock.kind is ClockKind.WINDOW:
        what = f"the window {clock.id!r} says what meets it, and only its time counts"
        raise InvalidValue(what, place=place, advice="Maybe ClockKind.DEADLINE")


def _is_an_hour(clock: "Clock", attribute: "Attribute[Any]", value: int | None, /) -> None:
    if value is None:
        return
    place = f"$.{attribute.name}"
    if not 0 < value < _MIDNIGHT:
        what = f"the hour by which the clock {clock.id!r} ends is {value}"
        raise InvalidValue(what, place=place, advice="Maybe 12, or None for the end of the day")
    if clock.counts_moments:
        what = f"the clock {clock.id!r} counts hours, and also ends by the hour {value}"
        raise InvalidValue(what, place=place, advice="Maybe an allowance in days")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Clock:
    """Something that is due so long after, or before, what starts it.

    >>> from carecore.record import EventKind
    >>> call = Clock(
    ...     id="call_after_discharge",
    ...     name="call the client within 2 business days",
    ...     starts=EventSign(kind=EventKind.DISCHARGE),
    ...     allowance=Offset(business_days=2),
    ...     met_by=EventSign(kind=EventKind.CONTACT),
    ... )
    >>> call.counts_moments
    False

    Attributes:
        id: which clock it is, a word of the field.
        name: what is due, in words.
        kind: whether something is due, or the time itself counts.
        starts: what starts it.
        allowance: how long it may take; a negative one counts back from a start to come, which
            until then is the planned departure.
        earliest: what is done before this long after the start (a negative one: before it) does
            not count; `None`: what is done before a start with a positive allowance does not.
        by_hour: the hour of the last day by which it is due; `None`: the end of the day.
        met_by: what meets it; `None` where the time itself counts, and only there.
        attempts_enough: how many attempts in time, each without success, are as good.
        from_settings: ids of the care settings that are left; `None`: any.
        to_settings: ids of the care settings that are moved to; `None`: any.
        jurisdictions: where it holds; `None`: anywhere.
        payers: for whose clients it holds; `None`: anybody's.
        needs: words that the record must show of the client for it to hold.
        sources: what it rests on.

    Raises:
        WrongType: if a part has a type that is not taken.
        InvalidValue: if an id is not snake_case, the name blank, nothing meets a deadline or
            something a window, or hours stand where days are counted.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    name: str = field(validator=filled_text)
    kind: ClockKind = field(default=ClockKind.DEADLINE)
    starts: EventSign
    allowance: Offset
    earliest: Offset | None = field(default=None, validator=_goes_with_the_allowance)
    by_hour: int | None = field(default=None, validator=_is_an_hour)
    met_by: EvidenceRule | EventSign | None = field(default=None, validator=_is_met_if_it_is_due)
    attempts_enough: int | None = field(default=None, validator=whole_number)
    from_settings: tuple[CareSettingId, ...] | None = field(
        default=None, converter=optional_care_setting_ids
    )
    to_settings: tuple[CareSettingId, ...] | None = field(
        default=None, converter=optional_care_setting_ids
    )
    jurisdictions: tuple[Jurisdiction, ...] | None = field(
        default=None, converter=optional_jurisdictions
    )
    payers: tuple[PayerKind, ...] | None = field(default=None, converter=optional_payer_kinds)
    needs: tuple[str, ...] = field(default=(), converter=terms)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    @property
    def counts_moments(self) -> bool:
        """Whether it counts hours from a moment; else days from a day."""
        return bool(self.allowance.measure[2])

    @property
    def counts_back(self) -> bool:
        """Whether it is due before what starts it."""
        return min(self.allowance.measure) < 0
