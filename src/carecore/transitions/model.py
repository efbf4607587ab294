"""A transition: one change of care setting, who hands over and takes over, and its history."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, final

import attrs
from attrs import Attribute, field, frozen

from carecore.base.checks import each_of, require_instance
from carecore.base.fields import checked
from carecore.base.identity import (
    CareSettingId,
    ClientId,
    PersonId,
    optional_care_setting_id,
    optional_client_id,
    person_id,
)
from carecore.base.lookups import find_by_id
from carecore.base.moments import When, optional_when
from carecore.base.plan_ids import TransitionId, transition_id
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.record_ids import JourneyId, optional_journey_id, optional_term, person_ids
from carecore.errors import InvalidValue, UnknownId, quoted
from carecore.transitions.gates import Gate, Override
from carecore.transitions.states import Move, Party, TransitionState

__all__ = ["MoveRecord", "Transition"]

_UNDOING: Final = frozenset({Move.DECLINE, Move.CANCEL, Move.TURN_BACK})
_TAKE_IN: Final = "transition.with_gates(*gates_for(transition, STANDARD.gates), *transition.gates)"
_NOT_READY: Final = (Move.REOPEN, Move.CONFIRM_READY)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class MoveRecord:
    """One move that was made: which, by whom, when and why.

    >>> from datetime import UTC
    >>> MoveRecord(move=Move.OFFER, by="p-1", at=datetime(2026, 3, 1, 9, tzinfo=UTC)).move
    <Move.OFFER: 'offer'>

    Attributes:
        move: which move.
        by: id of the person who made it.
        at: when.
        because: why, as a word of the field; `None`: nobody said.

    Raises:
        WrongType: if the moment has no zone, or a part a type that is not taken.

    .. versionadded:: 0.1
    """

    move: Move
    by: PersonId = field(converter=person_id)
    at: datetime
    because: str | None = field(default=None, converter=optional_term)


def _once_each(
    instance: object, attribute: "Attribute[tuple[Gate, ...]]", value: tuple[Gate, ...], /
) -> None:
    del instance
    seen: set[str] = set()
    for index, gate in enumerate(value):
        if gate.id in seen:
            what = f"the gate {gate.id!r} stands twice"
            place = f"$.{attribute.name}[{index}]"
            raise InvalidValue(what, place=place, advice="Maybe remove one of the two")
        seen.add(gate.id)


def _gates(values: Iterable[Gate], /) -> tuple[Gate, ...]:
    return each_of(values, Gate)


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Transition(PrivateRepr):
    """One change of care setting of one client.

    >>> home = Transition(
    ...     id="t-1",
    ...     client_id="c-17",
    ...     from_setting="acute_ward",
    ...     to_setting="home_health",
    ...     senders=("p-1",),
    ...     receivers=("p-2",),
    ...     deciders=("c-17",),
    ... )
    >>> home.state.value, home.parties_of("c-17")
    ('proposed', (<Party.CLIENT: 'client'>,))

    Attributes:
        id: the id other values refer to.
        client_id: who is moved; `None`: unknown.
        from_setting: id of the care setting that is left; `None`: unknown.
        to_setting: id of the care setting that is moved to; `None`: unknown.
        planned: for when the departure is planned; `None`: no day is set.
        state: where it stands.
        senders: ids of those who hand over, past and present.
        receivers: ids of those who take over, past and present.
        deciders: ids of those who decide for the client's side: the client and representatives.
        gates: what must be so before the departure.
        moves: what was done, in order.
        journey: id of the journey, where there is one.
        urgent: whether there is no time to ask first.
        note: personal.

    Raises:
        WrongType: if a part has a type that is not taken.
        InvalidValue: if an id has no meaning, or a gate stands twice.

    .. versionadded:: 0.1
    """

    id: TransitionId = field(converter=transition_id)
    client_id: ClientId | None = field(default=None, converter=optional_client_id)
    from_setting: CareSettingId | None = field(default=None, converter=optional_care_setting_id)
    to_setting: CareSettingId | None = field(default=None, converter=optional_care_setting_id)
    planned: When | None = field(default=None, converter=optional_when)
    state: TransitionState = field(default=TransitionState.PROPOSED)
    senders: tuple[PersonId, ...] = field(default=(), converter=person_ids)
    receivers: tuple[PersonId, ...] = field(default=(), converter=person_ids)
    deciders: tuple[PersonId, ...] = field(default=(), converter=person_ids)
    gates: tuple[Gate, ...] = field(default=(), converter=_gates, validator=_once_each)
    moves: tuple[MoveRecord, ...] = field(default=())
    journey: JourneyId | None = field(default=None, converter=optional_journey_id)
    urgent: bool = field(default=False)
    note: str = field(default="", metadata=PERSONAL)

    @property
    def is_final(self) -> bool:
        """Whether nothing moves it any more."""
        return self.state.is_final

    @property
    def last_move(self) -> MoveRecord | None:
        """The move that was made last, if one was."""
        return self.moves[-1] if self.moves else None

    @property
    def departed_at(self) -> datetime | None:
        """When the client set out; `None` before that, and after turning back."""
        return self.made_at(Move.DEPART)

    @property
    def arrived_at(self) -> datetime | None:
        """When the client arrived; `None` before that, and after turning back."""
        return self.made_at(Move.ARRIVE)

    def made_at(self, move: Move, /) -> datetime | None:
        """When that move was made last, if it still stands.

        Turning back undoes what was done until then, and so does a no; who reopens what was
        ready takes only that back.
        """
        for one in reversed(self.moves):
            if one.move is move:
                return one.at
            if one.move in _UNDOING or (one.move, move) == _NOT_READY:
                return None
        return None

    def parties_of(self, person: str, /) -> tuple[Party, ...]:
        """On whose side the person with that id stands: on none, on one or on several."""
        sides = (
            (Party.SENDER, self.senders),
            (Party.RECEIVER, self.receivers),
            (Party.CLIENT, self.deciders),
        )
        return tuple(party for party, people in sides if person in people)

    def people_of(self, party: Party, /) -> tuple[PersonId, ...]:
        """The ids of those who stand on that side."""
        side = require_instance(party, Party, name="the party", advice="Maybe Party.SENDER")
        people = {
            Party.SENDER: self.senders,
            Party.RECEIVER: self.receivers,
            Party.CLIENT: self.deciders,
        }
        return people[side]

    def may_pass_over(self, gate: Gate, person: str, /) -> bool:
        """Whether the person with that id stands on a side that may pass *gate* over.

        .. versionadded:: 0.1
        """
        asked = require_instance(gate, Gate, name="the gate")
        return not set(self.parties_of(person)).isdisjoint(asked.overridable_by)

    def gate(self, gate: str, /) -> Gate:
        """The gate with that id.

        Raises:
            UnknownId: if there is none; the error names those that come near.
        """
        return find_by_id(self.gates, gate, kind="gate")

    def with_gates(self, *gates: Gate) -> "Transition":
        """This transition with these gates as well; one with an id that is there replaces it."""
        kept = {gate.id: gate for gate in self.gates}
        kept |= {gate.id: gate for gate in each_of(gates, Gate)}
        return attrs.evolve(self, gates=tuple(kept.values()))

    def without_gate(self, gate: str, /) -> "Transition":
        """This transition without the gate of that id.

        Raises:
            UnknownId: if there is none.
        """
        gone = self.gate(gate)
        return attrs.evolve(self, gates=tuple(one for one in self.gates if one != gone))

    def with_override(self, gate: str, override: Override, /) -> "Transition":
        """This transition, whose gate of that id is passed over by somebody who may.

        >>> from datetime import UTC
        >>> home = Transition(
        ...     id="t-1",
        ...     senders=("p-1",),
        ...     gates=(Gate(id="chair_in_place", name="chair in place"),),
        ... )
        >>> word = Override(
        ...     by="p-1", at=datetime(2026, 3, 1, 9, tzinfo=UTC), because="chair_comes_tomorrow"
        ... )
        >>> home.with_override("chair_in_place", word).gates[0].override.because
        'chair_comes_tomorrow'

        Only a gate that the transition holds itself can carry the word; those of the catalogue
        are taken into it first, by `with_gates`.

        Raises:
            UnknownId: if it holds no such gate.
            InvalidValue: if it is not for that person to pass the gate over.
        """
        found, word = self._held(gate), require_instance(override, Override, name="the override")
        if not self.may_pass_over(found, word.by):
            who = " or ".join(f"a {party.value}" for party in found.overridable_by)
            what = f"the gate {found.id!r} is not for {quoted(word.by)} to pass over"
            advice = f"Maybe {who} of this transition may" if who else "Maybe meet it: nobody may"
            raise InvalidValue(what, advice=advice)
        return self.with_gates(attrs.evolve(found, override=word))

    def without_override(self, gate: str, /) -> "Transition":
        """This transition, whose gate of that id counts again.

        Raises:
            UnknownId: if there is none.
        """
        return self.with_gates(attrs.evolve(self.gate(gate), override=None))

    def _held(self, gate: str, /) -> Gate:
        """The gate with that id, or how a transition comes to hold it."""
        try:
            return self.gate(gate)
        except UnknownId as fault:
            missing = fault
        near = "".join(f"{one!r} is meant, or " for one in missing.near[:1])
        missing.advice = f"Maybe {near}{_TAKE_IN} first"
        raise missing
