"""Where a transition stands, what moves it, who may: the table of legal moves."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from carecore.base.fields import checked

__all__ = ["TRANSITION_TABLE", "LegalMove", "Move", "Party", "TransitionState"]


class TransitionState(Enum):
    """Where a transition stands.

    A transition ends only as completed: one that was declined or cancelled can be taken up again.

    .. versionadded:: 0.1
    """

    PROPOSED = "proposed"
    PLANNED = "planned"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    READY = "ready"
    UNDER_WAY = "under_way"
    ARRIVED = "arrived"
    COMPLETED = "completed"
    DECLINED = "declined"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Whether nothing moves it any more; a way back is a transition of its own."""
        return self is TransitionState.COMPLETED


class Move(Enum):
    """What moves a transition on, or back.

    .. versionadded:: 0.1
    """

    PLAN = "plan"
    OFFER = "offer"
    ACCEPT = "accept"
    DECLINE = "decline"
    CONFIRM_READY = "confirm_ready"
    DEPART = "depart"
    ARRIVE = "arrive"
    COMPLETE = "complete"
    CANCEL = "cancel"
    REOPEN = "reopen"
    TURN_BACK = "turn_back"


class Party(Enum):
    """On whose side somebody stands: who hands over, who takes over, and who is moved.

    .. versionadded:: 0.1
    """

    SENDER = "sender"
    RECEIVER = "receiver"
    CLIENT = "client"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class LegalMove:
    """One row of the table: from where, by what, to where, and who may.

    >>> row = next(row for row in TRANSITION_TABLE if row.move is Move.ACCEPT)
    >>> row.state.value, row.next_state.value, [party.value for party in row.parties]
    ('offered', 'accepted', ['receiver'])

    Attributes:
        state: where the transition stands.
        move: what moves it.
        next_state: where it stands afterwards.
        parties: who may, senders first.
        is_urgent_only: whether it is open only where the transition is urgent.

    .. versionadded:: 0.1
    """

    state: TransitionState
    move: Move
    next_state: TransitionState
    parties: tuple[Party, ...]
    is_urgent_only: bool = field(default=False)


_SENDER: Final = (Party.SENDER,)
_RECEIVER: Final = (Party.RECEIVER,)
_CLIENT: Final = (Party.CLIENT,)
_GIVERS: Final = (Party.SENDER, Party.CLIENT)
_REFUSERS: Final = (Party.RECEIVER, Party.CLIENT)
_ANYONE: Final = (Party.SENDER, Party.RECEIVER, Party.CLIENT)


def _row(state: str, move: str, next_state: str, parties: tuple[Party, ...], /) -> LegalMove:
    return LegalMove(
        state=TransitionState(state),
        move=Move(move),
        next_state=TransitionState(next_state),
        parties=parties,
    )


def _urgent(state: str, /) -> LegalMove:
    return LegalMove(
        state=TransitionState(state),
        move=Move.DEPART,
        next_state=TransitionState.UNDER_WAY,
        parties=_GIVERS,
        is_urgent_only=True,
    )


TRANSITION_TABLE: Final[tuple[LegalMove, ...]] = (
    _row("proposed", "plan", "planned", _SENDER),
    _row("proposed", "decline", "declined", _CLIENT),
    _row("proposed", "cancel", "cancelled", _GIVERS),
    _urgent("proposed"),
    _row("planned", "offer", "offered", _SENDER),
    _row("planned", "decline", "declined", _CLIENT),
    _row("planned", "cancel", "cancelled", _GIVERS),
    _urgent("planned"),
    _row("offered", "accept", "accepted", _RECEIVER),
    _row("offered", "decline", "declined", _REFUSERS),
    _row("offered", "cancel", "cancelled", _GIVERS),
    _urgent("offered"),
    _row("accepted", "confirm_ready", "ready", _SENDER),
    _row("accepted", "decline", "declined", _REFUSERS),
    _row("accepted", "cancel", "cancelled", _GIVERS),
    _urgent("accepted"),
    _row("ready", "depart", "under_way", _GIVERS),
    _row("ready", "reopen", "accepted", _SENDER),
    _row("ready", "decline", "declined", _REFUSERS),
    _row("ready", "cancel", "cancelled", _GIVERS),
    _row("under_way", "arrive", "arrived", _ANYONE),
    _row("under_way", "turn_back", "planned", _ANYONE),
    _row("arrived", "complete", "completed", _RECEIVER),
    _row("arrived", "turn_back", "planned", _ANYONE),
    _row("declined", "reopen", "planned", _GIVERS),
    _row("declined", "cancel", "cancelled", _GIVERS),
    _row("cancelled", "reopen", "planned", _GIVERS),
)
"""Every legal move, by state.

Only a receiver accepts, and only a receiver completes: nobody takes on what belongs to somebody
else.
The client, or who decides for them, may say no until the departure.
Once the way has begun nothing is cancelled any more: it arrives, or it turns back, and then
everything is asked anew.
Where there is no time to ask, an urgent transition departs from any state before, and completing
it is then the receiver's word.
From every state but *completed* somebody can move it on.

.. versionadded:: 0.1
"""
