"""Stable pairings, beside all pairings there are and the published answers to real ones."""

import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import given

from carecore.flows import (
    Preferences,
    StablePairs,
    blocking_pairs,
    illegal,
    pair_for_clients,
    pair_for_professionals,
)

from .drawn_flows import SEEDS, numbers

Solve: TypeAlias = Callable[[Preferences], StablePairs]
BOTH = (pair_for_clients, pair_for_professionals)


def drawn_ranks(random: Random, others: int, *, has_ties: bool) -> dict[int, int]:
    """Some of the others, ranked."""
    chosen = [one for one in range(others) if random.random() < 0.8]
    random.shuffle(chosen)
    return {one: random.randint(0, 2) if has_ties else at for at, one in enumerate(chosen)}


def drawn_sides(random: Random, *, has_ties: bool) -> Preferences:
    """A few clients and professionals, and whom they would rather have."""
    clients, professionals = random.randint(0, 5), random.randint(1, 3)
    return Preferences(
        clients=[drawn_ranks(random, professionals, has_ties=has_ties) for _ in range(clients)],
        professionals=[
            drawn_ranks(random, clients, has_ties=has_ties) for _ in range(professionals)
        ],
        capacities=[random.randint(0, 3) for _ in range(professionals)],
    )


def stable(sides: Preferences) -> Iterator[tuple[int | None, ...]]:
    """Every stable pairing, out of all pairings."""
    for places in product(*([*ranks, None] for ranks in sides.clients)):
        if not illegal(sides, places) and not blocking_pairs(sides, places):
            yield places


def ranks_of(sides: Preferences, places: tuple[int | None, ...]) -> list[int]:
    """How each client ranks whom it has; nobody is worse than everybody."""
    return [
        99 if place is None else ranks[place]
        for ranks, place in zip(sides.clients, places, strict=True)
    ]


@given(seed=SEEDS)
def test_each_client_has_the_best_or_the_worst_of_all_stable_pairings(seed: int) -> None:
    sides = drawn_sides(numbers(seed), has_ties=False)
    best, worst = pair_for_clients(sides).places, pair_for_professionals(sides).places
    every = list(stable(sides))
    had = list(zip(*(ranks_of(sides, places) for places in every), strict=True))

    assert best in every
    assert worst in every
    assert ranks_of(sides, best) == [min(ranks) for ranks in had]
    assert ranks_of(sides, worst) == [max(ranks) for ranks in had]


@pytest.mark.parametrize("solve", BOTH)
@given(seed=SEEDS)
def test_between_equals_the_pairing_is_stable_too(solve: Solve, seed: int) -> None:
    sides = drawn_sides(numbers(seed), has_ties=True)
    places = solve(sides).places

    assert illegal(sides, places) == ()
    assert blocking_pairs(sides, places) == ()


@pytest.mark.parametrize("solve", BOTH)
def test_between_equals_the_lower_number_goes_first(solve: Solve) -> None:
    sides = Preferences(clients=[{0: 0}, {0: 0}], professionals=[{0: 0, 1: 0}], capacities=[1])

    assert solve(sides).places == (0, None)
    assert solve(sides).unplaced == (1,)


@pytest.mark.parametrize("solve", BOTH)
def test_whom_only_one_side_accepts_is_listed_and_not_paired(solve: Solve) -> None:
    sides = Preferences(clients=[{0: 0}, {}], professionals=[{1: 0}], capacities=[2])

    found = solve(sides)

    assert found.places == (None, None)
    assert found.one_sided == ((0, 0), (1, 0))


def test_a_pairing_for_which_there_is_no_room_is_told() -> None:
    sides = Preferences(clients=[{0: 0}, {0: 0}], professionals=[{0: 0, 1: 1}], capacities=[1])

    assert illegal(sides, [0, 0]) == ("professional 0 has 2 for 1",)
    assert illegal(sides, [None, 0]) == ()
    assert blocking_pairs(sides, [None, 0]) == ((0, 0),)


@pytest.mark.parametrize(
    ("solve", "answer"),
    [
        (pair_for_clients, "resident_solution.json"),
        (pair_for_professionals, "hospital_solution.json"),
    ],
)
def test_the_published_answers_are_found(real_data: Path, solve: Solve, answer: str) -> None:
    folder = real_data / "matching" / "stable"
    if not folder.is_dir():
        pytest.skip("there are no published pairings here. Maybe pass --real-data DIR")
    names = ("residents", "hospitals", "capacities")
    residents, hospitals, capacities = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in names
    )
    clients, professionals = sorted(residents), sorted(hospitals)
    sides = Preferences(
        clients=[
            {professionals.index(one): rank for rank, one in enumerate(residents[name])}
            for name in clients
        ],
        professionals=[
            {clients.index(one): rank for rank, one in enumerate(hospitals[name])}
            for name in professionals
        ],
        capacities=[capacities[name] for name in professionals],
    )
    places = solve(sides).places
    published = json.loads((folder / answer).read_text(encoding="utf-8"))

    assert blocking_pairs(sides, places) == ()
    assert published == {
        name: [one for one in published[name] if places[clients.index(one)] == j]
        for j, name in enumerate(professionals)
    }
    assert len(clients) - places.count(None) == sum(map(len, published.values()))
