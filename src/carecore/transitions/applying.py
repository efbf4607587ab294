"""Whether a clock holds for a transition: between which settings, for whose clients, and where."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from carecore.base.identity import in_words
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdiction
from carecore.base.moments import day_of
from carecore.base.reasons import Fact, Reason, Verdict, all_of
from carecore.base.verdicts import lies_in, verdict_of
from carecore.record import ObservationSign, Record, weigh
from carecore.roles import PayerKind, optional_payer_kinds
from carecore.transitions.clocks import Clock
from carecore.transitions.model import Transition
from carecore.transitions.starts import MOVING, asked_of
from carecore.transitions.states import TransitionState
from carecore.transitions.weighing import between

__all__ = ["clock_applies"]

_CALLED_OFF: Final = frozenset({TransitionState.DECLINED, TransitionState.CANCELLED})


def clock_applies(
    clock: Clock,
    transition: Transition,
    record: Record,
    /,
    *,
    as_of: date,
    payers: Iterable[PayerKind | str] | None = None,
    jurisdiction: Jurisdiction | str | None = None,
) -> Verdict:
    """Whether *clock* holds for a transition; unknown where the payers or a setting are.

    >>> from carecore.base.timing import Offset
    >>> from carecore.record import EventKind, EventSign
    >>> notice = Clock(
    ...     id="notice",
    ...     name="give notice",
    ...     starts=EventSign(kind=EventKind.DISCHARGE),
    ...     allowance=Offset(days=-2),
    ...     met_by=EventSign(kind=EventKind.NOTICE),
    ...     payers=(PayerKind.MEDICARE,),
    ... )
    >>> home, record, day = Transition(id="t-1"), Record(client_id="c-17"), date(2026, 3, 1)
    >>> clock_applies(notice, home, record, as_of=day, payers=["private_pay"])
    <Verdict.NOT_MET: 'not_met'>
    >>> clock_applies(notice, home, record, as_of=day)
    <Verdict.UNKNOWN: 'unknown'>

    Args:
        clock: which clock.
        transition: around which it runs.
        record: what is known of the client.
        as_of: a day or a moment.
        payers: who pays for the client's care; `None`: unknown.
        jurisdiction: where the client is; `None`: unknown.

    Raises:
        WrongType: if a part has a type that is not taken.
        InvalidValue: if a payer or the jurisdiction is none.

    .. versionadded:: 0.1
    """
    held = held_by(clock, transition, record, as_of=as_of, payers=payers, jurisdiction=jurisdiction)
    return all_of(verdict for verdict, _ in held)


def held_by(
    clock: Clock,
    transition: Transition,
    record: Record,
    /,
    *,
    as_of: date,
    payers: Iterable[PayerKind | str] | None,
    jurisdiction: Jurisdiction | str | None,
) -> tuple[tuple[Verdict, Reason], ...]:
    """What has to hold for *clock* to be one of this transition, each with its verdict."""
    asked, of = asked_of(clock, transition)
    day_of(as_of)
    lies_between = between(of, asked.from_settings, asked.to_settings)
    known, where = optional_payer_kinds(payers), optional_jurisdiction(jurisdiction)
    stops = asked.starts.kind in MOVING and of.state in _CALLED_OFF
    return (
        (
            Verdict.NOT_MET if stops else Verdict.MET,
            _reason("move_called_off", "nobody is moved", "state", of.state.value),
        ),
        (
            lies_between,
            _reason(
                "other_care_settings",
                "it holds between other care settings, or they are unknown",
                "from and to",
                tuple(end or "unknown" for end in (of.from_setting, of.to_setting)),
            ),
        ),
        (
            _one_of(asked.payers, known),
            _reason(
                "other_payers",
                "it holds for clients of other payers, or the payers are unknown",
                "payers",
                None if known is None else tuple(payer.value for payer in known),
            ),
        ),
        (
            lies_in(where, asked.jurisdictions),
            _reason(
                "other_jurisdiction",
                "it holds elsewhere, or the place is unknown",
                "place",
                None if where is None else where.code,
            ),
        ),
        *(_need(need, record, as_of) for need in asked.needs),
    )


def _reason(kind: str, text: str, name: str, seen: str | tuple[str, ...] | None, /) -> Reason:
    return Reason(id=kind, text=text, facts=(Fact(name=name, seen=seen),))


def _one_of(
    wanted: tuple[PayerKind, ...] | None, known: tuple[PayerKind, ...] | None, /
) -> Verdict:
    if wanted is None:
        return Verdict.MET
    return verdict_of(None if known is None else bool(set(wanted) & set(known)))


def _need(need: str, record: Record, as_of: date, /) -> tuple[Verdict, Reason]:
    shown = weigh(ObservationSign(what=need), record, as_of=as_of)
    text = f"it holds only with {in_words(need)}"
    facts = (Fact(name="entries", seen=tuple(map(str, shown.entries))),)
    return shown.verdict, Reason(id="need_of_the_clock", text=text, facts=facts)
