"""Why this professional and not that one, in a panel that is shared out."""

from collections.abc import Sequence
from typing import TypeAlias

from carecore.flows import PlaceChange, WhatIf
from carecore.matching.candidates import Choices
from carecore.matching.fitting import fit_of
from carecore.matching.live_state import Key, LiveState
from carecore.matching.pricing import Pricing
from carecore.matching.reassignments import Alternative, Reassignment
from carecore.matching.solving import light_place

__all__ = ["alternative_of", "at_least_of", "runner_up_of"]

_Told: TypeAlias = tuple[int, int, tuple[Reassignment, ...]]
"""What it would cost more at least, what it would cost more, and who would go elsewhere."""


def at_least_of(state: LiveState, key: Key, professional: str | None, /) -> int | None:
    """What it would cost more at least if a client were elsewhere; `None`: it cannot be."""
    choice = state.choice(key)
    place = None if professional is None else state.index.places[professional]
    if not _may_be(choice, place):
        return None
    if key in state.light:
        return _light_cost(choice, place) - light_place(choice)[1]
    return state.engine.at_least(state.numbers[key], place)


def alternative_of(state: LiveState, key: Key, professional: str | None, /) -> Alternative:
    """What it would cost if a client were with *professional*, or waited."""
    choice = state.choice(key)
    place = None if professional is None else state.index.places[professional]
    told: _Told | None = None
    if _may_be(choice, place):
        if key in state.light:
            told = _light_change(state, key, place)
        else:
            told = _told(state, state.engine.what_if(state.numbers[key], place))
    return _alternative(state, key, place, told)


def runner_up_of(state: LiveState, key: Key, /) -> Alternative | None:
    """The best answer in which a client is elsewhere; `None`: there is none."""
    choice = state.choice(key)
    if key in state.light:
        here = light_place(choice)[0]
        others = [one for one in (*choice.places, None) if one != here and _may_be(choice, one)]
        if choice.pin is not None or not others:
            return None
        place = min(others, key=lambda one: (_light_cost(choice, one), one is None))
        return _alternative(state, key, place, _light_change(state, key, place))
    found = state.engine.runner_up(state.numbers[key])
    if found is None:
        return None
    return _alternative(state, key, found.professional, _told(state, found))


def _may_be(choice: Choices, place: int | None, /) -> bool:
    return place is None or place in choice.places


def _light_cost(choice: Choices, place: int | None, /) -> int:
    return choice.wait if place is None else choice.costs[choice.places.index(place)]


def _light_change(state: LiveState, key: Key, place: int | None, /) -> _Told:
    choice = state.choice(key)
    here, paid = light_place(choice)
    moved = Reassignment(
        client_id=key[0], role=key[1], before=state.name(here), after=state.name(place)
    )
    cost = _light_cost(choice, place) - paid
    return cost, cost, () if here == place else (moved,)


def _told(state: LiveState, found: WhatIf | None, /) -> _Told | None:
    if found is None:
        return None
    return found.bound, found.cost, tuple(_reassignment(state, one) for one in found.changes)


def _reassignment(state: LiveState, change: PlaceChange, /) -> Reassignment:
    choice = state.choices[change.client]
    assert choice is not None
    client, role = choice.wanted.key
    return Reassignment(
        client_id=client,
        role=role,
        before=state.name(change.before),
        after=state.name(change.after),
    )


def _alternative(
    state: LiveState, key: Key, place: int | None, told: _Told | None, /
) -> Alternative:
    choice = state.choice(key)
    at_least, cost, moves = (None, None, ()) if told is None else told
    barred: list[str] = []
    score: tuple[int, ...] = ()
    needed: tuple[int, ...] = ()
    if place is not None:
        if place in choice.places:
            score = choice.scores[choice.places.index(place)]
            if cost is not None and moves:
                needed = _score_needed(state.pricing, score, cost)
        else:
            person = state.index.at(place)
            fit = fit_of(person, choice.wanted.opening, state.rules.policy)
            barred = [one.criterion for one in fit.judgements if one.stands_in_the_way]
            barred = barred or ["barred"]
    return Alternative(
        client_id=key[0],
        role=key[1],
        professional_id=state.name(place),
        at_least=at_least,
        cost=cost,
        is_exact=key in state.light or state.engine.is_exact or cost == at_least,
        reassignments=moves,
        barred_by=tuple(barred),
        score=score,
        score_needed=needed,
    )


def _score_needed(pricing: Pricing, score: Sequence[int], cost: int, /) -> tuple[int, ...]:
    """The lowest score that makes a pair cheaper than all else; empty: the best is not enough.

    If nothing but the pair gets cheaper, all that is without it costs what it costs now.
    """
    left = pricing.fit(score) - cost - 1
    if left < 0:
        return ()
    number = pricing.best - left
    found: list[int] = []
    for most in reversed(pricing.maxima):
        number, points = divmod(number, most + 1)
        found.append(points)
    return tuple(reversed(found))
