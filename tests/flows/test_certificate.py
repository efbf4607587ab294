"""A proof is refused for every answer but the best, and for no best one."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.flows import (
    Panel,
    PanelFlow,
    certify,
    certify_acuity,
    solve_acuity,
)
from carecore.flows.certificate import acuity_bound, head_count_bound

from .drawn_flows import (
    SEEDS,
    WEIGHTS,
    cost_of,
    every_answer,
    least_cost,
    numbers,
    odd_panel,
    panel_of,
)

PRICES = st.lists(st.integers(-100, 10**6), min_size=3, max_size=3)
PANEL = panel_of([{0: 5, 1: 7}, {0: 4}], [[1], [2]], waits=[20, 20])
FOUND = PanelFlow(PANEL).solution()


@given(seed=SEEDS)
def test_the_proof_holds_for_the_best_answers_and_for_no_other(seed: int) -> None:
    panel = odd_panel(numbers(seed), clients=4, professionals=3)
    best = least_cost(panel)
    prices = PanelFlow(panel).solution().prices

    for places in every_answer(panel):
        proof = certify(panel, places, prices)
        cost = cost_of(panel, places)

        assert proof.is_optimal is (cost == best)
        assert bool(proof.faults) is (cost is None)
        assert cost is None or (proof.objective, proof.gap) == (cost, cost - best)


@given(seed=SEEDS)
def test_who_goes_where_they_cannot_is_found(seed: int) -> None:
    panel = odd_panel(numbers(seed), clients=6)
    found = PanelFlow(panel).solution()
    for index, client in enumerate(panel.clients):
        allowed = {*client.professionals, None} if client.pin is None else {client.pin}
        for place in {*range(-1, len(panel.slots) + 1), None} - allowed:
            places = list(found.places)
            places[index] = place

            assert certify(panel, places, found.prices).faults


@given(seed=SEEDS, prices=PRICES)
def test_no_prices_give_a_bound_above_the_best(seed: int, prices: list[int]) -> None:
    panel = odd_panel(numbers(seed), clients=5, professionals=3)

    assert head_count_bound(panel, prices[: len(panel.slots)]) <= least_cost(panel)


@given(seed=SEEDS, prices=PRICES, scale=st.integers(1, 40))
def test_no_prices_of_points_give_a_bound_above_the_best(
    seed: int, prices: list[int], scale: int
) -> None:
    random = numbers(seed)
    weights = random.choices(WEIGHTS, k=4)
    panel = odd_panel(random, professionals=3, weights=weights)
    bound = acuity_bound(panel, prices[: len(panel.slots)], weights=weights, scale=scale)

    assert bound <= least_cost(panel, weights)


def test_a_bound_of_points_is_rounded_up_to_the_next_whole_cost() -> None:
    panel = panel_of([{0: 5}], [[0]], waits=[9])

    assert acuity_bound(panel, [1], weights=[1], scale=2) == 5


@pytest.mark.parametrize(
    ("places", "prices", "claimed", "text"),
    [
        ((1,), (1, 2), None, "1 places for 2 clients"),
        ((1, 0), (1,), None, "each professional needs a price that is a whole number"),
        ((1, 0), (1, 2.0), None, "each professional needs a price that is a whole number"),
        ((1, 0), (1, 2), 13, "it was said to cost 13, and costs 14"),
        ((0, 0), (1, 2), None, "professional 0 has 2 on 1 slots"),
        ((1, 1), (1, 2), None, "1 is no candidate of client 1"),
        ((1, -1), (1, 2), None, "-1 is no candidate of client 1"),
        ((1, False), (1, 2), None, "False is no candidate of client 1"),
    ],
)
def test_a_fault_is_told(
    places: tuple[int | None, ...], prices: tuple[int, ...], claimed: int | None, text: str
) -> None:
    proof = certify(PANEL, places, prices, claimed=claimed)

    assert text in proof.faults
    assert not proof.is_optimal


def test_a_client_that_is_not_where_it_is_pinned_is_told() -> None:
    panel = panel_of([{0: 1, 1: 2}], [[0], [0]], waits=[9], pins={0: 1})

    assert certify(panel, [0], [0, 0]).faults == ("client 0 is pinned to 1 and placed at 0",)


def test_slots_that_get_cheaper_prove_nothing() -> None:
    panel = panel_of([{0: 1}], [[5, 0]], waits=[9])

    faults = certify(panel, [0], [5]).faults

    assert faults == ("a slot of professional 0 is cheaper than the one before",)


@dataclass
class Weights:
    """Weights and a scale that make no sense."""

    weights: list[int]
    scale: int
    text: str


@pytest.mark.parametrize(
    "wrong",
    [
        Weights([1], 1, "each client needs a weight that is a whole number from 1"),
        Weights([1, 0], 1, "each client needs a weight that is a whole number from 1"),
        Weights([1, True], 1, "each client needs a weight that is a whole number from 1"),
        Weights([1, 1], 0, "the scale is no whole number from 1"),
        Weights([1, 1], True, "the scale is no whole number from 1"),
    ],
)
def test_weights_that_make_no_sense_prove_nothing(wrong: Weights) -> None:
    proof = certify_acuity(
        PANEL, FOUND.places, FOUND.prices, weights=wrong.weights, scale=wrong.scale
    )

    assert proof.faults == (wrong.text,)


def test_a_cost_that_weighted_clients_do_not_have_is_told() -> None:
    panel = panel_of([{0: 5}], [[1, 2]], waits=[20])
    found = solve_acuity(panel, [2])

    proof = certify_acuity(
        panel, found.places, found.prices, weights=[2], scale=found.scale, claimed=7
    )

    assert proof.faults == ("it was said to cost 7, and costs 8",)


def test_the_proof_knows_nothing_but_the_panel() -> None:
    assert certify(Panel([], []), [], []).is_optimal
