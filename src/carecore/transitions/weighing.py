"""Weighing gates against a record: which of them a move still waits for."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import final

import attrs
from attrs import field, frozen

from carecore.base.checks import each_of, filled_text, require_instance
from carecore.base.fields import checked
from carecore.base.identity import CareSettingId, optional_care_setting_ids
from carecore.base.moments import is_by
from carecore.base.outline import Faces, Items, Outline, Paragraph
from carecore.base.plan_ids import GateId, gate_id
from carecore.base.reasons import Fact, Reason, Source, Verdict, tuple_of_sources
from carecore.record import Evidence, Record, weigh
from carecore.transitions.gates import Gate, Override
from carecore.transitions.model import Transition

__all__ = ["GateStanding", "GateState", "gates_for", "is_between", "weigh_gate"]


class GateStanding(Enum):
    """How a gate stands; unknown is not unmet, and neither lets anybody pass.

    .. versionadded:: 0.1
    """

    MET = "met"
    UNMET = "unmet"
    OVERRIDDEN = "overridden"
    UNKNOWN = "unknown"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class GateState(Faces):
    """How one gate stands at one time, and what shows it.

    Attributes:
        gate: id of the gate.
        name: what people call it.
        is_blocking: whether the move waits for it.
        standing: how it stands.
        evidence: what the record shows; `None`: nothing says what would show it.
        override: the word that counts now; `None`: nobody's does.
        reasons: why, its own first.
        sources: what the gate rests on.

    .. versionadded:: 0.1
    """

    gate: GateId = field(converter=gate_id)
    name: str = field(validator=filled_text)
    is_blocking: bool = field(default=True)
    standing: GateStanding
    evidence: Evidence | None = field(default=None)
    override: Override | None = field(default=None)
    reasons: tuple[Reason, ...] = field(default=())
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    @property
    def lets_pass(self) -> bool:
        """Whether it is met, or somebody passed it over."""
        return self.standing in {GateStanding.MET, GateStanding.OVERRIDDEN}

    @property
    def blocks(self) -> bool:
        """Whether the move waits for it."""
        return self.is_blocking and not self.lets_pass

    def outline(self, *, full: bool = False) -> Outline:
        """The gate as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        kind = "The move waits for it" if self.is_blocking else "It is advice"
        said = Paragraph(f"{self.standing.value.capitalize()}. {kind}.")
        return Outline(self.name, (said, Items([str(reason) for reason in self.reasons])))


def weigh_gate(
    gate: Gate,
    record: Record,
    /,
    *,
    as_of: date,
    since: date | None = None,
    transition: Transition | None = None,
) -> GateState:
    """How *gate* stands by what *record* shows, and by whose word.

    A gate that is met stays met whatever was said; one that is not, or of which nobody knows, is
    passed over by a word that counts at that time; given the transition, only by the word of
    somebody on a side that may.

    >>> from carecore.record import Event, EventKind, EventSign, EvidenceRule
    >>> review = EventSign(kind=EventKind.MEDICATION_REVIEW)
    >>> gate = Gate(
    ...     id="medicines_reconciled",
    ...     name="medicines reconciled",
    ...     evidence=EvidenceRule(all_of=(review,)),
    ... )
    >>> weigh_gate(gate, Record(client_id="c-17"), as_of=date(2026, 3, 1)).standing
    <GateStanding.UNMET: 'unmet'>
    >>> seen = Event(id="e-1", kind=EventKind.MEDICATION_REVIEW, happened=date(2026, 3, 1))
    >>> weigh_gate(gate, Record(client_id="c-17", events=(seen,)), as_of=date(2026, 3, 1)).blocks
    False

    Args:
        gate: which gate.
        record: what is known of the client.
        as_of: a day or a moment.
        since: what was before it does not count, such as the day of the admission.
        transition: whose moves may show the gate as well, where it names one, and whose sides tell
            who may pass it over; `None`: nobody asks who it was.

    Raises:
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """
    asked = require_instance(gate, Gate, name="the gate")
    evidence = _evidence(asked, record, as_of=as_of, since=since)
    moved = None if transition is None else _moved(asked, transition, as_of=as_of)
    is_told = asked.shown_by is not None and transition is not None
    verdict = Verdict.NOT_MET if is_told else Verdict.UNKNOWN
    verdict = verdict if evidence is None else evidence.verdict
    word = asked.override
    is_theirs = word is None or transition is None or transition.may_pass_over(asked, word.by)
    counts = word is not None and is_theirs and word.holds(as_of)
    standing = _standing(Verdict.MET if moved else verdict, is_overridden=counts)
    reasons = [moved or _own_reason(asked, evidence, standing)]
    if word is not None and not is_theirs:
        text = "it is not for whoever passed it over to do so"
        reasons.append(_reason("override_not_theirs", text, word))
    elif word is not None and not counts:
        reasons.append(_reason("override_does_not_count", "a word counts at another time", word))
    shown = () if evidence is None else evidence.reasons
    return GateState(
        gate=asked.id,
        name=asked.name,
        is_blocking=asked.is_blocking,
        standing=standing,
        evidence=evidence,
        override=word if counts else None,
        reasons=(*reasons, *shown),
        sources=asked.sources,
    )


def gates_for(transition: Transition, gates: Iterable[Gate], /) -> tuple[Gate, ...]:
    """Those of *gates* that are asked of a transition, by the care settings it lies between.

    A setting that is unknown rules nothing out: better to ask once too often.

    >>> chair = Gate(id="chair_in_place", name="chair in place", to_settings=("home_health",))
    >>> len(gates_for(Transition(id="t-1", to_setting="snf"), [chair]))
    0

    Raises:
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """
    of = require_instance(transition, Transition, name="the transition")
    return tuple(
        gate
        for gate in each_of(gates, Gate)
        if between(of, gate.from_settings, gate.to_settings) is not Verdict.NOT_MET
    )


def is_between(
    transition: Transition,
    from_settings: tuple[CareSettingId, ...] | None,
    to_settings: tuple[CareSettingId, ...] | None,
    /,
) -> Verdict:
    """Whether a transition leads from one of the first settings to one of the others.

    >>> is_between(Transition(id="t-1", from_setting="snf"), ("snf",), ("home_health",))
    <Verdict.UNKNOWN: 'unknown'>

    Args:
        transition: which one.
        from_settings: ids of care settings; `None`: any.
        to_settings: ids of care settings; `None`: any.

    Raises:
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """
    of = require_instance(transition, Transition, name="the transition")
    return between(
        of, optional_care_setting_ids(from_settings), optional_care_setting_ids(to_settings)
    )


def between(
    of: Transition,
    from_settings: tuple[CareSettingId, ...] | None,
    to_settings: tuple[CareSettingId, ...] | None,
    /,
) -> Verdict:
    """As `is_between`, of settings that were checked before."""
    ends = ((of.from_setting, from_settings), (of.to_setting, to_settings))
    known = [(end, wanted) for end, wanted in ends if wanted is not None]
    if any(end is not None and end not in wanted for end, wanted in known):
        return Verdict.NOT_MET
    return Verdict.UNKNOWN if any(end is None for end, _ in known) else Verdict.MET


def _evidence(gate: Gate, record: Record, /, *, as_of: date, since: date | None) -> Evidence | None:
    known = require_instance(record, Record, name="the record")
    if gate.evidence is None:
        return None
    return weigh(gate.evidence, known, as_of=as_of, since=since)


def _moved(gate: Gate, transition: Transition, /, *, as_of: date) -> Reason | None:
    of = require_instance(transition, Transition, name="the transition")
    made = tuple(one for one in of.moves if is_by(one.at, as_of))
    at = gate.shown_by and attrs.evolve(of, moves=made).made_at(gate.shown_by)
    if gate.shown_by is None or at is None:
        return None
    facts = (
        Fact(name="move", seen=gate.shown_by.value),
        Fact(name="made at", seen=at.isoformat()),
    )
    text = "a move of the transition shows it"
    return Reason(id="gate_shown_by_move", text=text, facts=facts, sources=gate.sources)


def _standing(verdict: Verdict, /, *, is_overridden: bool) -> GateStanding:
    if verdict is Verdict.MET:
        return GateStanding.MET
    if is_overridden:
        return GateStanding.OVERRIDDEN
    return GateStanding.UNMET if verdict is Verdict.NOT_MET else GateStanding.UNKNOWN


def _own_reason(gate: Gate, evidence: Evidence | None, standing: GateStanding, /) -> Reason:
    word = gate.override
    if standing is GateStanding.OVERRIDDEN and word is not None:
        return _reason("gate_overridden", "somebody passed it over, with a reason", word)
    if evidence is None:
        text = "nothing says what would show it"
        if standing is GateStanding.UNMET:
            text = "the move that would show it was not made, or stands no more"
        return Reason(id="gate_without_evidence", text=text, sources=gate.sources)
    texts = {
        GateStanding.MET: "the record shows it",
        GateStanding.UNMET: "the record does not show it",
        GateStanding.UNKNOWN: "the record leaves it open",
    }
    facts = (Fact(name="entries", seen=tuple(map(str, evidence.entries))),)
    return Reason(
        id=f"gate_{standing.value}", text=texts[standing], facts=facts, sources=gate.sources
    )


def _reason(kind: str, text: str, word: Override, /) -> Reason:
    until = None if word.until is None else word.until.isoformat()
    facts = (
        Fact(name="passed over by", seen=str(word.by), place="$.override.by"),
        Fact(name="because", seen=word.because, place="$.override.because"),
        Fact(name="since", seen=word.at.isoformat(), place="$.override.at"),
        Fact(name="until", seen=until, place="$.override.until"),
    )
    return Reason(id=kind, text=text, facts=facts)
