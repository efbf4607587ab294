"""Moves between care settings: who may do what, what must be so first, and what is due after.

A transition holds its history; `legal_moves` says what may come next and why the rest may not,
and `advance` makes one move or refuses aloud.
Gates are weighed against the record, and can be passed over with a reason and a name.
Clocks say what is due around a move.

*Intention*: two sides prove a hand-over.
Nobody takes on what is not theirs, nobody is stuck because somebody else does not answer, and
nothing is refused in silence.
"""

from carecore.transitions.applying import clock_applies
from carecore.transitions.clocks import Clock, ClockKind
from carecore.transitions.gates import Gate, Override
from carecore.transitions.model import MoveRecord, Transition
from carecore.transitions.moves import MoveOption, advance, history_faults, legal_moves, replay
from carecore.transitions.reading import ClockReading, ClockState, read_clock
from carecore.transitions.starts import (
    ClockStart,
    StartBasis,
    deadline_of,
    find_start,
    stay_began,
)
from carecore.transitions.states import TRANSITION_TABLE, LegalMove, Move, Party, TransitionState
from carecore.transitions.weighing import (
    GateStanding,
    GateState,
    gates_for,
    is_between,
    weigh_gate,
)

__all__ = [
    "TRANSITION_TABLE",
    "Clock",
    "ClockKind",
    "ClockReading",
    "ClockStart",
    "ClockState",
    "Gate",
    "GateStanding",
    "GateState",
    "LegalMove",
    "Move",
    "MoveOption",
    "MoveRecord",
    "Override",
    "Party",
    "StartBasis",
    "Transition",
    "TransitionState",
    "advance",
    "clock_applies",
    "deadline_of",
    "find_start",
    "gates_for",
    "history_faults",
    "is_between",
    "legal_moves",
    "read_clock",
    "replay",
    "stay_began",
    "weigh_gate",
]
