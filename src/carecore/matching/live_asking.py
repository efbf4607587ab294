"""Why this professional and not that one, in a panel that is shared out."""

from collections.abc import Sequence

from carecore.flows import PlaceChange, WhatIf, runner_up, what_if, what_if_bound
from carecore.matching.candidates import Choices
from carecore.matching.fitting import fit_of
from carecore.matching.live_state import Key, LiveState
from carecore.matching.pricing import Pricing
from carecore.matching.reassignments import Alternative, Reassignment
from carecore.matching.solving import light_place

__all__ = ["alternative_of", "at_least_of", "runner_up_of"]


def at_least_of(state: LiveState, key: Key, professional: str | None, /) -> int | None:
    """What it would cost more at least if a client were elsewhere; `None`: it cannot be."""
    choice = state.choice(key)
    place = None if professional is None else state.index.places[professional]
    if not _may_be(choice, place):
        return None
    if key in state.light:
        return _light_cost(choice, place) - light_place(choice)[1]
    return what_if_bound(state.flow, state.numbers[key], place)


def alternative_of(state: LiveState, key: Key, professional: str | None, /) -> Alternative:
    """What exactly it would cost if a client were with *professional*, or waited."""
    choice = state.choice(key)
    place = None if professional is None else state.index.places[professional]
    found = at_least = None
    if _may_be(choice, place):
        at_least = at_least_of(state, key, professional)
        if key in state.light:
            found = _light_change(state, key, place)
        else:
            found = _told(state, what_if(state.flow, state.numbers[key], place))
    if found is None:
        return _alternative(state, key, place, (None, None, ()))
    return _alternative(state, key, place, (at_least, *found))


def runner_up_of(state: LiveState, key: Key, /) -> Alternative | None:
    """The best answer in which a client is elsewhere; `None`: there is none."""
    choice = state.choice(key)
    if key in state.light:
        here = light_place(choice)[0]
        others = [one for one in (*choice.places, None) if one != here and _may_be(choice, one)]
        if choice.pin is not None or not others:
            return None
        place = min(others, key=lambda one: (_light_cost(choice, one), one is None))
        cost, moves = _light_change(state, key, place)
        return _alternative(state, key, place, (cost, cost, moves))
    found = runner_up(state.flow, state.numbers[key])
    if found is None:
        return None
    cost, moves = _told(state, found) or (0, ())
    return _alternative(state, key, found.professional, (found.bound, cost, moves))


def _may_be(choice: Choices, place: int | None, /) -> bool:
    return place is None or place in choice.places


def _light_cost(choice: Choices, place: int | None, /) -> int:
    return choice.wait if place is None else choice.costs[choice.places.index(place)]


def _light_change(
    state: LiveState, key: Key, place: int | None, /
) -> tuple[int, tuple[Reassignment, ...]]:
    choice = state.choice(key)
    here, paid = light_place(choice)
    moved = Reassignment(
        client_id=key[0], role=key[1], before=state.name(here), after=state.name(place)
    )
    return _light_cost(choice, place) - paid, () if here == place else (moved,)


def _told(state: LiveState, found: WhatIf | None, /) -> tuple[int, tuple[Reassignment, ...]] | None:
    if found is None:
        return None
    return found.cost, tuple(_reassignment(state, one) for one in found.changes)


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
    state: LiveState,
    key: Key,
    place: int | None,
    told: tuple[int | None, int | None, tuple[Reassignment, ...]],
    /,
) -> Alternative:
    choice = state.choice(key)
    at_least, cost, moves = told
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
