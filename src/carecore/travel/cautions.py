"""States in which nobody should fly, or not without being asked first."""

from collections.abc import Iterable
from datetime import date
from typing import final

from attrs import field, frozen

from carecore.base.checks import each_of, filled_text, plain_text, require_instance
from carecore.base.fields import checked
from carecore.base.reasons import Source, Verdict, tuple_of_sources
from carecore.base.record_ids import EntryId, entry_ids, term
from carecore.record import EvidenceRule, Record, weigh

__all__ = ["CautionFound", "FlightCaution", "cautions_in"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class FlightCaution:
    """A state in which one should not fly on an airline, or has to be assessed first.

    >>> from carecore.record import ConditionSign
    >>> angina = FlightCaution(
    ...     id="unstable_angina",
    ...     name="unstable angina",
    ...     evidence=EvidenceRule(all_of=[ConditionSign(what="unstable_angina")]),
    ...     is_bar=True,
    ... )
    >>> angina.is_bar
    True

    Attributes:
        id: the id other values refer to; a term.
        name: what people call it.
        evidence: what a record shows of somebody in that state.
        is_bar: True: do not fly; False: be assessed first.
        remark: what a reader has to know, in our own words.
        sources: what it rests on.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    name: str = field(validator=filled_text)
    evidence: EvidenceRule
    is_bar: bool
    remark: str = field(default="", validator=plain_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class CautionFound:
    """Whether a client is in a state that forbids a flight, or asks for an assessment.

    Attributes:
        caution: id of the caution.
        verdict: whether the record shows the state; *unknown* where it says nothing.
        is_bar: True: do not fly; False: be assessed first.
        entries: ids of the entries that decided.

    .. versionadded:: 0.1
    """

    caution: str = field(converter=term)
    verdict: Verdict
    is_bar: bool
    entries: tuple[EntryId, ...] = field(default=(), converter=entry_ids)


def cautions_in(
    record: Record, /, *, cautions: Iterable[FlightCaution], as_of: date
) -> tuple[CautionFound, ...]:
    """How a client stands to each of *cautions*, by what the record shows at that time.

    A record that does not speak of a state leaves it unknown; it is no proof that all is well.

    Raises:
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """
    require_instance(record, Record, name="the record")
    weighed = (
        (caution, weigh(caution.evidence, record, as_of=as_of))
        for caution in each_of(cautions, FlightCaution)
    )
    return tuple(
        CautionFound(
            caution=caution.id,
            verdict=evidence.verdict,
            is_bar=caution.is_bar,
            entries=evidence.entries,
        )
        for caution, evidence in weighed
    )
