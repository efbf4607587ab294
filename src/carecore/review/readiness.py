"""Whether all is ready for a move: its gates, weighed against the record at one moment."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final, final

import attrs
from attrs import field, frozen

from carecore.base.checks import require_instance
from carecore.base.fields import checked
from carecore.base.identity import in_words
from carecore.base.outline import Faces, Outline, Paragraph, Part, Section, Table
from carecore.base.plan_ids import PlanId, TransitionId, plan_id, transition_id
from carecore.base.reasons import OwnChoice, Reason
from carecore.base.timing import require_moment
from carecore.catalogue import STANDARD, Catalogue
from carecore.plans import CarePlan
from carecore.record import Record
from carecore.review.whose import no_record, own_record
from carecore.transitions import (
    Gate,
    GateStanding,
    GateState,
    Transition,
    TransitionState,
    gates_for,
    weigh_gate,
)
from carecore.transitions.starts import stay_began

__all__ = ["Readiness", "check_readiness"]

_ASKED: Final = OwnChoice(
    "a move is asked for the gates of the catalogue that go with its care settings, and for its "
    "own, which take the place of those of the same id"
)
_NO_RECORD: Final = no_record("nothing shows it", _ASKED)

# Of a condition, only the sign says whether being there or being over is what was wanted.
_SEEN: Final = frozenset({"event_done", "observation_shows"})
_EITHER: Final = frozenset({"condition_active", "condition_over"})


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Readiness(Faces):
    """How the gates of one move stand at one moment.

    Attributes:
        plan: id of the plan.
        transition: id of the transition.
        as_of: the moment asked about.
        state: where the transition stands.
        since: the day of the admission to the stay that ends; what was before it does not count.
            `None`: it is not recorded.
        gates: how each gate stands, in the order of the catalogue, then the move's own.

    .. versionadded:: 0.1
    """

    plan: PlanId = field(converter=plan_id)
    transition: TransitionId = field(converter=transition_id)
    as_of: datetime
    state: TransitionState
    since: date | None = None
    gates: tuple[GateState, ...] = ()

    @property
    def met(self) -> tuple[GateState, ...]:
        """The gates that are met."""
        return self._of(GateStanding.MET)

    @property
    def unmet(self) -> tuple[GateState, ...]:
        """The gates that are not met."""
        return self._of(GateStanding.UNMET)

    @property
    def overridden(self) -> tuple[GateState, ...]:
        """The gates that somebody passed over, with a reason."""
        return self._of(GateStanding.OVERRIDDEN)

    @property
    def unknown(self) -> tuple[GateState, ...]:
        """The gates of which nobody knows."""
        return self._of(GateStanding.UNKNOWN)

    @property
    def blocking(self) -> tuple[GateState, ...]:
        """What the move waits for: blocking gates that are unmet or unknown."""
        return tuple(one for one in self.gates if one.blocks)

    @property
    def advisory(self) -> tuple[GateState, ...]:
        """What the move does not wait for, and is unmet or unknown all the same."""
        return tuple(one for one in self.gates if not one.is_blocking and not one.lets_pass)

    @property
    def ready(self) -> bool:
        """Whether there are gates, and none holds the move up; a move without gates is not."""
        return bool(self.gates) and not self.blocking

    def outline(self, *, full: bool = False) -> Outline:
        """The readiness as an outline; it shows ids only, so *full* changes nothing."""
        del full
        title = f"Is {self.transition} ready? (as of {self.as_of.isoformat()})"
        return Outline(title, tuple(self._parts()))

    def _of(self, standing: GateStanding, /) -> tuple[GateState, ...]:
        return tuple(one for one in self.gates if one.standing is standing)

    def _parts(self) -> Iterator[Part]:
        counts = ", ".join(f"{len(self._of(one))} {one.value}" for one in GateStanding)
        said = "Ready" if self.ready else "Not ready"
        yield Paragraph(f"{said}: of {len(self.gates)} gates {counts}.")
        told = (
            ("Waits for", self.blocking),
            ("Advice", self.advisory),
            ("Passed over", self.overridden),
            ("Met", self.met),
        )
        for heading, gates in told:
            if gates:
                rows = [(one.name, one.standing.value, _why(one)) for one in gates]
                yield Section(heading, [Table(("gate", "stands", "why"), rows)])


def check_readiness(
    plan: CarePlan,
    transition: str,
    /,
    *,
    as_of: datetime,
    catalogue: Catalogue = STANDARD,
) -> Readiness:
    """Which gates of that move are met, unmet, passed over or unknown, and what it waits for.

    Asked are the gates of the catalogue that go with the care settings, and the move's own, which
    take the place of those of the same id.
    What the record says of the time before this stay does not count.

    >>> from datetime import UTC
    >>> from carecore.people import Client
    >>> plan = CarePlan(id="plan-1", client=Client(id="c-17"), transitions=(Transition(id="t-1"),))
    >>> check_readiness(plan, "t-1", as_of=datetime(2026, 11, 23, 9, tzinfo=UTC)).ready
    False

    Args:
        plan: the plan.
        transition: id of the transition.
        as_of: the moment asked about.
        catalogue: what the field knows.

    Raises:
        UnknownId: if the plan has no such transition.
        WrongType: if *as_of* is no moment with a zone, or another part has the wrong type.

    .. versionadded:: 0.1
    """
    of = require_instance(plan, CarePlan, name="the plan").transition(transition)
    now = require_moment(as_of, name="as_of")
    known = require_instance(catalogue, Catalogue, name="the catalogue")
    own = own_record(plan)
    record = Record(client_id=plan.client.id) if own is None else own.as_of(now)
    since = stay_began(of, record)
    states = (
        weigh_gate(gate, record, as_of=now, since=since, transition=of)
        for gate in _asked(of, known.gates)
    )
    return Readiness(
        plan=plan.id,
        transition=of.id,
        as_of=now,
        state=of.state,
        since=since,
        gates=tuple(map(_without_record, states) if own is None else states),
    )


def _asked(of: Transition, gates: Iterable[Gate], /) -> tuple[Gate, ...]:
    own = {gate.id: gate for gate in of.gates}
    there = {gate.id: own.get(gate.id, gate) for gate in gates_for(of, gates)}
    return tuple((there | own).values())


def _without_record(state: GateState, /) -> GateState:
    """That no event is recorded says nothing where there is no record."""
    if state.evidence is None or state.standing is not GateStanding.UNMET:
        return state
    return attrs.evolve(state, standing=GateStanding.UNKNOWN, reasons=(_NO_RECORD, *state.reasons))


def _why(state: GateState, /) -> str:
    """What decided: what was seen of a gate that is met, and what is missing of another."""
    word, first = state.override, state.reasons[:1]
    if state.standing is GateStanding.OVERRIDDEN and word is not None:
        until = "" if word.until is None else f", until {word.until.isoformat()}"
        return f"{word.by} passed it over because of {in_words(word.because)!r}{until}"
    told = first
    if state.standing is GateStanding.MET:
        told = (*first, *_seen(state))
    elif first != (_NO_RECORD,):
        told = tuple(one for one in state.reasons[1:] if one.id not in _SEEN) or first
    return "; ".join(map(str, told))


def _seen(state: GateState, /) -> Iterator[Reason]:
    """The signs that were seen, and by which entries."""
    if state.evidence is not None:
        deciding = set(state.evidence.entries)
        for one in state.evidence.reasons:
            if one.id in _SEEN | _EITHER and any(fact.seen in deciding for fact in one.facts):
                yield one
