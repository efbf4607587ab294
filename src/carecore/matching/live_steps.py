"""What one change makes of a panel as the engine has it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import final

import attrs

from carecore.errors import InvalidValue
from carecore.matching.candidates import Choices
from carecore.matching.live_engines import Engine, engine_of, is_kept
from carecore.matching.live_state import Key, LiveState, misfit
from carecore.matching.pool_index import Index
from carecore.matching.pricing import Pricing, rounded_up
from carecore.matching.rooms import Room
from carecore.matching.screens import Screened
from carecore.matching.sharing_out import holding
from carecore.matching.wanted import Wanted
from carecore.people import Client, Professional, Team

__all__ = ["with_client", "with_professional", "without_client", "without_professional"]

_GONE = Room(limit=None, held=0, free=0, is_absent=False)


@final
class _Draft:
    """A state that is being changed."""

    __slots__ = ("_choices", "_engine", "_is_anew", "_light", "_numbers", "_spare")

    def __init__(self, state: LiveState, /) -> None:
        """Begin with the state of before."""
        self._engine: Engine = state.engine.copy()
        self._choices = [*state.choices]
        self._numbers = {**state.numbers}
        self._light = {**state.light}
        self._spare = [*state.spare]
        self._is_anew = False

    def take_out(self, key: Key, /) -> None:
        """Take out what is wanted no more."""
        if self._light.pop(key, None) is None:
            number = self._numbers.pop(key)
            self._engine.take_out(number)
            self._choices[number] = None
            self._spare.append(number)

    def begin_anew(self, state: LiveState, /) -> None:
        """Share out those who stay anew, because all take up equally many points now, or no more.

        They stay where they are if nothing is lost by it.
        """
        places = {
            number: place
            for number in self._numbers.values()
            if (place := self._engine.place(number)) is not None
        }
        slots = [*map(state.slots, state.rooms)]
        self._engine = engine_of(self._choices, slots, [*state.sizes], places=places)
        self._is_anew = True

    def put_in(self, choice: Choices, whom: str | None, /) -> None:
        """Put in what is wanted; *whom* is the id of who is pinned to it."""
        key = choice.wanted.key
        if not choice.wanted.points:
            self._light[key] = choice
            return
        number = self._numbers.get(key)
        if number is None:
            number = self._spare.pop() if self._spare else None
        try:
            found = self._engine.put_in(number, choice)
        except InvalidValue:
            what = f"all places of {whom!r} are taken by others who are pinned"
            raise InvalidValue(what, place="$pins", advice="Maybe pin fewer clients") from None
        self._numbers[key] = found
        self._choices[found:] = [choice, *self._choices[found + 1 :]]

    def set_rooms(self, state: LiveState, /) -> None:
        """Give everybody the places that they have by *state*, if these are others."""
        for place, room in enumerate(state.rooms):
            self._engine.set_slots(place, state.slots(room))

    def reprice(self, before: Pricing, pricing: Pricing, /) -> None:
        """Let waiting cost what it costs now."""
        more = pricing.waiting - before.waiting
        waits: dict[int, int] = {}
        for number, one in enumerate(self._choices):
            if one is not None:
                waits[number] = one.wait + more * one.wanted.points
                self._choices[number] = attrs.evolve(one, wait=waits[number])
        self._engine.set_waits(waits)
        for key, one in self._light.items():
            self._light[key] = attrs.evolve(one, wait=one.wait + more)

    def set_column(self, state: LiveState, place: int, /) -> None:
        """Let the one at *place* have the room, and come to the clients, that they do now."""
        costs: dict[int, int] = {}
        pinned: list[int] = []
        changed: list[int] = []
        for number, one in enumerate(self._choices):
            if one is not None:
                new = self._choices[number] = _with_arc(state, one, place)
                changed += [number] * ((new.places, new.costs) != (one.places, one.costs))
                if place in new.places:
                    costs[number] = new.costs[new.places.index(place)]
                pinned += [new.points] * (new.pin == place)
        for key, one in self._light.items():
            self._light[key] = _with_arc(state, one, place)
        slots = state.slots(state.rooms[place])
        if sum(pinned) > len(slots):
            who = f"{len(pinned)} clients are pinned to {state.name(place)!r}"
            what = f"{who}, who take up {sum(pinned)} points of {len(slots)}"
            raise InvalidValue(what, place="$pins", advice="Maybe pin fewer clients")
        self._engine.set_column(place, slots, costs, changed)

    def done(self, state: LiveState, /) -> LiveState:
        """*state* with what was drafted, and its proof."""
        engine = self._engine
        engine.settle()
        moved = engine.moved
        if self._is_anew:
            known = len(state.choices)
            moved = tuple(
                number
                for number in range(len(self._choices))
                if number >= known or engine.place(number) != state.engine.place(number)
            )
        return attrs.evolve(
            state,
            numbers=self._numbers,
            choices=self._choices,
            spare=tuple(self._spare),
            light=self._light,
            engine=engine,
            moved=moved,
        )


def with_client(state: LiveState, client: Client, team: Team | None, /) -> LiveState:
    """The state with a client, in place of whoever has the same id.

    Raises:
        UnknownId: if an id that the client refers to is not in the catalogue.
        InvalidValue: if a pin cannot be kept.
    """
    key = str(client.id)
    known = state.teams.get(key) if team is None else team
    some, told = state.rules.wishes.of(client, known, state.rules.role)
    teams = dict(state.teams) if known is None else {**state.teams, key: known}
    idle = {**state.without_role} if some else {**state.without_role, key: (client, told)}
    if some:
        idle.pop(key, None)
    return _changed(attrs.evolve(state, teams=teams, without_role=idle), key, some)


def without_client(state: LiveState, key: str, /) -> LiveState:
    """The state without the client with that id."""
    teams = {one: team for one, team in state.teams.items() if one != key}
    idle = {one: told for one, told in state.without_role.items() if one != key}
    return _changed(attrs.evolve(state, teams=teams, without_role=idle), key, [])


def _changed(state: LiveState, client: str, some: Sequence[Wanted], /) -> LiveState:
    """The state in which *client* wants *some*."""
    had = state.keys.get(client, ())
    old = [state.choice(key).wanted for key in had]
    new = _counted(state, client, old, some)
    draft = _Draft(state)
    is_kept_on = is_kept(state.sizes, new.sizes)
    stays = {one.key: is_kept_on and bool(one.points) for one in some}
    for one in old:
        if not (one.points and stays.get(one.key)):
            draft.take_out(one.key)
    if is_kept_on and new.rooms is not state.rooms:
        draft.set_rooms(new)
    if new.pricing != state.pricing:
        draft.reprice(state.pricing, new.pricing)
    if not is_kept_on:
        draft.begin_anew(new)
    for one in some:
        draft.put_in(new.choices_of(one), new.rules.pins.get(one.key))
    new = draft.done(new)
    for whom in sorted(state.rules.held(old) | state.rules.held(some)):
        if state.rules.held(old)[whom] != state.rules.held(some)[whom] and whom in new.people:
            after = with_professional(new, new.people[whom])
            new = attrs.evolve(after, moved=(*new.moved, *after.moved))
    return new


def _counted(
    state: LiveState, client: str, old: Sequence[Wanted], some: Sequence[Wanted], /
) -> LiveState:
    """The state with the numbers, and so the prices and rooms, of then."""
    sizes = Counter(state.sizes)
    sizes.subtract(one.points for one in old if one.points)
    sizes.update(one.points for one in some if one.points)
    keys = {**state.keys, client: tuple(one.key for one in some)}
    if not some:
        del keys[client]
    points = [sum(max(one.points, 1) for one in every) for every in (old, some)]
    new = attrs.evolve(
        state,
        keys=keys,
        count=state.count - len(old) + len(some),
        points=state.points - points[0] + points[1],
        sizes=+sizes,
    )
    new = attrs.evolve(new, pricing=new.pricing_now())
    if rounded_up(new.points) == rounded_up(state.points):
        return new
    people = [_GONE if one is None else new.rooms_of([one])[0] for one in state.index.people]
    return attrs.evolve(new, rooms=people)


def with_professional(state: LiveState, person: Professional, /) -> LiveState:
    """The state with a professional, in place of whoever has the same id.

    Raises:
        InvalidValue: if a pin cannot be kept.
    """
    key = str(person.id)
    held = state.rules.held(state.wanted())
    index = state.index.with_person(holding([person], held, sign=-1)[0])
    people = {**state.people, key: person}
    return _changed_column(attrs.evolve(state, people=people), index, index.places[key])


def without_professional(state: LiveState, key: str, /) -> LiveState:
    """The state without the professional with that id.

    Raises:
        InvalidValue: if somebody is pinned to them.
    """
    people = {one: person for one, person in state.people.items() if one != key}
    place = state.index.places[key]
    return _changed_column(attrs.evolve(state, people=people), state.index.without(key), place)


def _changed_column(state: LiveState, index: Index, place: int, /) -> LiveState:
    rooms = [*state.rooms[:place], _GONE, *state.rooms[place + 1 :]]
    person = index.people[place]
    if person is not None:
        rooms[place] = state.rooms_of([person])[0]
    draft = _Draft(state)
    new = attrs.evolve(state, index=index, rooms=rooms)
    draft.set_column(new, place)
    return draft.done(new)


def _with_arc(state: LiveState, choice: Choices, place: int, /) -> Choices:
    """Who may come, after the one at *place* has come, changed or gone."""
    rules, key, bit = state.rules, choice.wanted.key, 1 << place
    person = state.index.people[place]
    screened = Screened(state.index, choice.wanted.opening, rules.policy)
    whom = None if person is None else str(person.id)
    fits = bool(screened.eligible & bit) and (key[0], whom) not in rules.barred
    scored = screened.scores(bit) if fits else []
    former = None if choice.before == place else choice.before
    bond = state.pricing.broken_bond if key in rules.before else 0
    if whom is not None and rules.before.get(key) == whom:
        former, bond = place, 0
    start = bisect_left(choice.places, place)
    end = start + (choice.places[start : start + 1] == [place])
    new = attrs.evolve(
        choice,
        places=[*choice.places[:start], *(one for one, _ in scored), *choice.places[end:]],
        scores=[*choice.scores[:start], *(score for _, score in scored), *choice.scores[end:]],
        costs=[
            *choice.costs[:start],
            *(state.pricing.fit(score) + bond for _, score in scored),
            *choice.costs[end:],
        ],
        undecided=screened.undecided.bit_count(),
        before=former,
    )
    if choice.pin == place and not fits:
        raise misfit(key[0], rules.pins[key])
    return new
