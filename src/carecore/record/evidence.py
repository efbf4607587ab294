"""What has to be seen in a record, and what was found there."""

from enum import Enum
from typing import Final, TypeAlias, final

from attrs import field, frozen

from carecore.base.amounts import Quantity
from carecore.base.fields import checked
from carecore.base.identity import CareSettingId, optional_care_setting_id
from carecore.base.moments import When, day_text, optional_when
from carecore.base.outline import Faces, Items, Outline, Paragraph
from carecore.base.parts import Part
from carecore.base.reasons import Reason, Verdict
from carecore.base.record_ids import EntryId, entry_ids, optional_term, term
from carecore.base.timing import Offset
from carecore.errors import InvalidValue
from carecore.record.entries import EventKind, ObservationValue, is_word_if_text

__all__ = [
    "Comparison",
    "ConditionSign",
    "EventSign",
    "Evidence",
    "EvidenceRule",
    "ObservationSign",
    "Sign",
]


class Comparison(Enum):
    """How an observation is compared with a value.

    .. versionadded:: 0.1
    """

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EQUAL = "equal"
    BELOW = "below"
    ABOVE = "above"
    PRESENT = "present"


_OF_AMOUNTS: Final = frozenset(
    {Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.BELOW, Comparison.ABOVE}
)


def _asks_something(sign: "EventSign", _: object, setting: CareSettingId | None, /) -> None:
    if sign.kind is None and sign.what is None and setting is None:
        what = "a sign that asks for no kind, word or setting is shown by any event"
        raise InvalidValue(what, place="$.kind", advice="Maybe kind=EventKind.VISIT")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class EventSign:
    """An event that was done: of this kind, of this word, in this care setting.

    >>> EventSign(kind=EventKind.PROCEDURE, what="surgery").what
    'surgery'

    Attributes:
        kind: the kind of event; `None`: any.
        what: the word for it; `None`: any.
        setting: id of the care setting where it has to be; `None`: anywhere.

    Raises:
        InvalidValue: if nothing is asked for.

    .. versionadded:: 0.1
    """

    kind: EventKind | None = None
    what: str | None = field(default=None, converter=optional_term)
    setting: CareSettingId | None = field(
        default=None, converter=optional_care_setting_id, validator=_asks_something
    )


def _fits_comparison(sign: "ObservationSign", _: object, value: ObservationValue | None, /) -> None:
    word = sign.comparison.value.replace("_", " ")
    if sign.comparison is Comparison.PRESENT and value is not None:
        what = "a sign that is only to be present has a value to compare with"
        raise InvalidValue(what, place="$.value", advice="Maybe comparison=Comparison.EQUAL")
    if sign.comparison in _OF_AMOUNTS and not isinstance(value, Quantity):
        what = f"{word!r} compares amounts, and the value is none"
        raise InvalidValue(what, place="$.value", advice="Maybe Quantity(30, 'm')")
    if sign.comparison is Comparison.EQUAL and value is None:
        what = "there is no value to be equal to"
        raise InvalidValue(what, place="$.value", advice="Maybe comparison=Comparison.PRESENT")


def _can_be_counted(_: object, __: object, fresh_for: Offset | None, /) -> None:
    if fresh_for is None:
        return
    if min(fresh_for.measure) < 0:
        what = f"an observation cannot be fresh for {fresh_for}, which goes back in time"
        raise InvalidValue(what, place="$.fresh_for", advice="Maybe Offset(days=3)")
    if fresh_for.business_days is not None:
        what = "the age of an observation is not counted in business days"
        raise InvalidValue(what, place="$.fresh_for", advice="Maybe Offset(days=3)")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ObservationSign:
    """An observation that shows something; the latest one decides.

    >>> ObservationSign(
    ...     what="walking_distance",
    ...     comparison=Comparison.AT_LEAST,
    ...     value=Quantity(10, "m"),
    ...     fresh_for=Offset(days=3),
    ... ).comparison
    <Comparison.AT_LEAST: 'at_least'>

    Attributes:
        what: the word for what is looked at.
        comparison: how its value is compared; `PRESENT` takes any value but no (False).
        value: what it is compared with.
        fresh_for: how long an observation may be relied on; `None`: for ever.

    Raises:
        InvalidValue: if value and comparison do not go together, a value that is text is not
            snake_case, or *fresh_for* goes back in time or counts business days.

    .. versionadded:: 0.1
    """

    what: str = field(converter=term)
    comparison: Comparison = Comparison.PRESENT
    value: ObservationValue | None = field(
        default=None, validator=[is_word_if_text, _fits_comparison]
    )
    fresh_for: Offset | None = field(default=None, validator=_can_be_counted)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ConditionSign:
    """A condition that the client has, or has no more.

    >>> ConditionSign(what="delirium", is_active=False).is_active
    False

    Attributes:
        what: the word for the condition.
        is_active: True if the client has to have it, False if it has to be over.

    .. versionadded:: 0.1
    """

    what: str = field(converter=term)
    is_active: bool = True


Sign: TypeAlias = EventSign | ObservationSign | ConditionSign
"""One thing that a record can show.

.. versionadded:: 0.1
"""


def _asks_for_a_sign(rule: "EvidenceRule", _: object, any_of: "tuple[Sign, ...]", /) -> None:
    if not rule.all_of and not any_of:
        what = "an evidence rule without a sign would be met by nothing"
        raise InvalidValue(what, advice="Maybe all_of=(EventSign(...),), or no rule at all")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class EvidenceRule:
    """What a milestone, stage or gate must see in the record.

    >>> EvidenceRule(all_of=[EventSign(kind=EventKind.DISCHARGE)]).any_of
    ()

    Attributes:
        all_of: signs that are all needed.
        any_of: signs of which one is needed, besides those of *all_of*.

    Raises:
        InvalidValue: if there is no sign at all.

    .. versionadded:: 0.1
    """

    all_of: tuple[Sign, ...] = ()
    any_of: tuple[Sign, ...] = field(default=(), validator=_asks_for_a_sign)

    @property
    def signs(self) -> tuple[Sign, ...]:
        """All its signs, in order.

        .. versionadded:: 0.1
        """
        return (*self.all_of, *self.any_of)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Evidence(Faces):
    """What a record shows of an evidence rule.

    Attributes:
        verdict: whether the rule is met; unknown is not no.
        entries: ids of the entries that decided, in the order of the signs.
        met_at: when it came to be met, as exactly as the record says; `None` if it is not met,
            or nobody knows.
        is_stale: whether it is not met, and an observation is among the reasons that was too old.
        reasons: what was found for each sign.

    .. versionadded:: 0.1
    """

    verdict: Verdict
    entries: tuple[EntryId, ...] = field(default=(), converter=entry_ids)
    met_at: When | None = field(default=None, converter=optional_when)
    is_stale: bool = False
    reasons: tuple[Reason, ...] = ()

    def outline(self, *, full: bool = False) -> Outline:
        """The evidence as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        since = "" if self.met_at is None else f" since {day_text(self.met_at)}"
        said = Paragraph(f"It is {self.verdict.value.replace('_', ' ')}{since}.")
        parts: list[Part] = [said]
        if self.entries:
            parts.append(Paragraph(f"It rests on {', '.join(self.entries)}."))
        if self.reasons:
            parts.append(Items([str(reason) for reason in self.reasons]))
        return Outline("Evidence", parts)
