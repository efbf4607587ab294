"""X101, X104, X105 and X109: gates and deadlines around a transition."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from carecore.base.moments import is_by
from carecore.base.reasons import Fact, OwnChoice, Severity, Verdict
from carecore.catalogue.sources import COLEMAN_CTI
from carecore.catalogue.sources_moves import AHRQ_RED
from carecore.errors import CareError
from carecore.record import Record
from carecore.review import PlanView
from carecore.review.whose import is_own
from carecore.roles import PayerKind
from carecore.rulebook.asking import is_in_force
from carecore.rulebook.glances import Glance, cannot_be_missed, let_pass, surely_held_elsewhere
from carecore.rulebook.transition_rules import BEFORE_DEPARTURE
from carecore.transitions import (
    ClockReading,
    ClockState,
    Gate,
    GateStanding,
    GateState,
    Transition,
    TransitionState,
    read_clock,
    stay_began,
    weigh_gate,
)
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "deadline_is_missed",
    "override_has_run_out",
    "past_a_gate",
    "standard_gates_not_asked",
]

_WAITS: Final = OwnChoice("a transition waits for its blocking gates, unless there is no time to")
_CLOCKS: Final = OwnChoice("which clocks hold for a client is told by places, payers and record")
_RUN_OUT: Final = OwnChoice("a word that counts for a time counts no longer than that")
_ASKED: Final = OwnChoice("a transition has the gates of the catalogue that go with its settings")

_TAKE_IN: Final = "transition.with_gates(*gates_for(transition, STANDARD.gates), *transition.gates)"
_LEFT: Final = (TransitionState.UNDER_WAY, TransitionState.ARRIVED, TransitionState.COMPLETED)
_AGREED_ON: Final = BEFORE_DEPARTURE[1:]


@rule("X101", Severity.ERROR, requires=("transitions", "a record"), sources=(_WAITS,))
def past_a_gate(view: PlanView) -> Iterator[Remark]:
    """A client left past a blocking gate that was not met.

    What it looks for:
        A transition that is under way, arrived or completed and not urgent, and a blocking gate of
        its own that the record shows not to have been met when the client left, and that nobody
        had passed over then. Gates of which nobody knows are left out.
    Why it matters:
        The gates are what has to be so that the client is safe at the other end.
    When it may be wrong:
        It was done and not written down, or written down with a later day.
    Example:
        The client left the ward, and nobody had explained the warning signs.
    What helps:
        See to it now; if it was done, write down when; if somebody decided to go on without it,
        let that person pass the gate over with a reason.
    Sources:
        carecore's own choice; what each gate rests on stands with the finding.
    """
    record = view.plan.record
    for index, of in enumerate(view.plan.transitions):
        if record is None or of.urgent or of.state not in _LEFT:
            continue
        left = of.departed_at
        for number, state in _not_surely_passed(of, record, left or view.as_of):
            if state.standing is GateStanding.UNMET:
                place = f"$.transitions[{index}].gates[{number}]"
                yield Remark(
                    place,
                    f"the client left with the transition {of.id!r}, and the gate {state.gate!r}"
                    " was not met",
                    facts=(
                        Fact(name="gate", seen=str(state.gate), place=f"{place}.id"),
                        Fact(name="left", seen=None if left is None else left.isoformat()),
                    ),
                    advice="Maybe it was done and not written down",
                    sources=(*state.sources, _WAITS),
                )


def _not_surely_passed(
    of: Transition, record: Record, as_of: date, /
) -> Iterator[tuple[int, GateState]]:
    """The blocking gates that a glance does not settle, as they stood then, with their number."""
    blocking = [(number, gate) for number, gate in enumerate(of.gates) if gate.is_blocking]
    since = stay_began(of, record) if blocking else None
    glance = Glance(record, as_of=as_of, since=since)
    for number, gate in blocking:
        if not let_pass(gate, of, glance, as_of=as_of):
            yield number, weigh_gate(gate, record, as_of=as_of, since=since, transition=of)


@rule(
    "X104",
    Severity.WARNING,
    requires=("transitions", "a record", "a time of day", "a calendar"),
    sources=(_CLOCKS,),
)
def deadline_is_missed(view: PlanView) -> Iterator[Remark]:
    """A deadline around a transition is missed.

    What it looks for:
        A clock of the catalogue that surely holds for a transition (by its care settings, by where
        the client is, by who pays and by what the record says), whose time is over, and of which
        nothing shows that it was met.
    Why it matters:
        The call, the visit or the notice is owed to the client, and often to the payer as well.
    When it may be wrong:
        It was done and not written down, or in words that the clock does not look for.
    Example:
        The client went home on Monday, Medicare pays, and on Friday nobody has called.
    What helps:
        Do it now, and write down when and why it was late; `find_deadlines` tells each clock.
    Sources:
        What each clock rests on, which stands with the finding.
    """
    now, calendar, record = view.moment, view.calendar, view.plan.record
    if now is None or calendar is None or record is None:
        return
    payers, place = _payers(view), view.plan.client.jurisdiction
    clocks = [
        clock
        for clock in view.catalogue.clocks
        if not surely_held_elsewhere(clock, payers=payers, place=place)
    ]
    for index, of in enumerate(view.plan.transitions):
        for clock in clocks:
            if cannot_be_missed(clock, of, record, as_of=now):
                continue
            try:
                reading = read_clock(
                    clock,
                    of,
                    record,
                    as_of=now,
                    calendar=calendar,
                    payers=payers,
                    jurisdiction=place,
                )
            except CareError:
                # It would end outside the calendar, so nothing is missed.
                continue
            if reading.applies is Verdict.MET and reading.state is ClockState.MISSED:
                yield _missed(f"$.transitions[{index}]", reading)


def _payers(view: PlanView, /) -> Iterable[PayerKind] | None:
    """Who is known to pay: by the client's own word, or by the client's coverages not yet over.

    `None`: nobody knows; beside a payer of an unknown sort, those that are known still pay.
    """
    plan = view.plan
    if plan.client.payers is not None:
        return plan.client.payers
    own = (one for one in plan.coverages if is_own(plan, one.client_id))
    running = (one.payer for one in own if one.holds(view.day) is not Verdict.NOT_MET)
    return tuple(dict.fromkeys(payer for payer in running if payer is not None)) or None


def _missed(place: str, reading: ClockReading, /) -> Remark:
    due = reading.due
    until = "" if due is None else f" by {due.isoformat()}"
    return Remark(
        place,
        f"around the transition {reading.transition!r} was due{until}, and is not shown:"
        f" {reading.name}",
        facts=(Fact(name="clock", seen=reading.clock), *reading.reasons[0].facts),
        advice="Maybe it was done and not written down",
        sources=(*reading.sources, _CLOCKS),
    )


@rule("X105", Severity.WARNING, requires=("transitions",), sources=(_RUN_OUT,))
def override_has_run_out(view: PlanView) -> Iterator[Remark]:
    """Somebody's word that passed a gate over has run out.

    What it looks for:
        A transition that goes on and has not begun, and a gate that somebody passed over for a
        time that is over now; unless the record shows that the gate is met.
    Why it matters:
        People still count on the word, and the gate holds the move up again.
    When it may be wrong:
        The word was renewed by telephone.
    Example:
        "Without the chair until Friday", and on Saturday the client is still to leave.
    What helps:
        See to the gate; or let somebody who may pass it over again, with a reason.
    Sources:
        carecore's own choice.
    """
    for index, of in enumerate(view.plan.transitions):
        if of.state not in BEFORE_DEPARTURE:
            continue
        for number, gate in enumerate(of.gates):
            word = gate.override
            until = None if word is None else word.until
            if word is None or until is None or not is_by(until, view.as_of):
                continue
            if not _is_met(view, of, gate):
                place = f"$.transitions[{index}].gates[{number}].override"
                yield Remark(
                    place,
                    f"the gate {gate.id!r} of the transition {of.id!r} was passed over until"
                    f" {until.isoformat()}, and that is over",
                    facts=(
                        Fact(name="until", seen=until.isoformat(), place=f"{place}.until"),
                        Fact(name="by", seen=str(word.by), place=f"{place}.by"),
                    ),
                    advice="Maybe the gate is met by now, or the word is to be renewed",
                )


def _is_met(view: PlanView, of: Transition, gate: Gate, /) -> bool:
    record = view.plan.record
    if record is None:
        return False
    since = stay_began(of, record)
    return weigh_gate(gate, record, as_of=view.as_of, since=since, transition=of).lets_pass


@rule(
    "X109",
    Severity.ADVICE,
    requires=("a status", "transitions"),
    sources=(AHRQ_RED, COLEMAN_CTI, _ASKED),
)
def standard_gates_not_asked(view: PlanView) -> Iterator[Remark]:
    """A transition does not list gates that are standard for it.

    What it looks for:
        In a plan in force, a transition that is planned and has not begun, and blocking gates of
        the catalogue that go with its care settings and that it does not have.
    Why it matters:
        What is on no list is forgotten on the day: the list of medicines, the follow-up, the tests
        that are still out, the warning signs, whom to call.
    When it may be wrong:
        The list is kept elsewhere; `check_readiness` asks the standard gates in any case.
    Example:
        A move home without the gate that somebody has explained the warning signs.
    What helps:
        `transition.with_gates(*gates_for(transition, STANDARD.gates), *transition.gates)`, which
        keeps the gates that are there, and then take out what does not matter here.
    Sources:
        Components of a good discharge, of Project RED and of the Care Transitions Intervention;
        each gate names its own.
    """
    if not is_in_force(view.plan):
        return
    for index, of in enumerate(view.plan.transitions):
        if of.state not in _AGREED_ON:
            continue
        own = {gate.id for gate in of.gates}
        missing = tuple(
            str(gate.id)
            for gate in view.catalogue.gates
            if gate.is_blocking and gate.id not in own and _goes_with(gate, of)
        )
        if missing:
            place = f"$.transitions[{index}].gates"
            yield Remark(
                place,
                f"the move {of.id!r} does not list {len(missing)} of the gates that are standard"
                " for it",
                facts=(Fact(name="gates not listed", seen=missing, place=place),),
                advice=f"Maybe {_TAKE_IN}",
            )


def _goes_with(gate: Gate, of: Transition, /) -> bool:
    return (gate.from_settings is None or of.from_setting in gate.from_settings) and (
        gate.to_settings is None or of.to_setting in gate.to_settings
    )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    past_a_gate,
    deadline_is_missed,
    override_has_run_out,
    standard_gates_not_asked,
)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
