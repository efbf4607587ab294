"""Clients of unlike weight: allowed, near a bound that holds, and exact where all weigh one."""

import pytest
from hypothesis import given

from carecore.errors import InvalidValue, WrongType
from carecore.flows import Panel, PanelFlow, certify_acuity, solve_acuity

from .drawn_flows import (
    SEEDS,
    WEIGHTS,
    cost_of,
    least_cost,
    numbers,
    odd_panel,
    panel_of,
    wide_panel,
)


@given(seed=SEEDS)
def test_the_best_lies_between_the_bound_and_the_answer(seed: int) -> None:
    random = numbers(seed)
    weights = random.choices(WEIGHTS, k=random.randint(1, 6))
    panel = odd_panel(random, professionals=3, weights=weights)

    found = solve_acuity(panel, weights)

    assert cost_of(panel, found.places, weights) == found.objective
    assert found.bound <= least_cost(panel, weights) <= found.objective
    assert found.gap == found.objective - found.bound


@given(seed=SEEDS)
def test_the_answer_passes_its_own_proof(seed: int) -> None:
    random = numbers(seed)
    weights = random.choices(WEIGHTS, k=30)
    panel = odd_panel(random, professionals=9, weights=weights)

    found = solve_acuity(panel, weights)
    proof = certify_acuity(
        panel,
        found.places,
        found.prices,
        weights=weights,
        scale=found.scale,
        claimed=found.objective,
    )

    assert not proof.faults
    assert proof.bound == found.bound


def test_where_all_weigh_one_the_answer_is_exact() -> None:
    panel = wide_panel(400, 40, fullness=99)

    found = solve_acuity(panel, [1] * 400)

    assert found.gap == 0
    assert found.objective == PanelFlow(panel).objective


@pytest.mark.parametrize(("fullness", "per_cent"), [(60, 1), (87, 1), (99, 1), (111, 2), (150, 1)])
def test_the_answer_is_near_the_bound(fullness: int, per_cent: int) -> None:
    weights = numbers(1).choices(WEIGHTS, k=900)
    panel = wide_panel(900, 90, fullness=fullness, points=sum(weights))

    found = solve_acuity(panel, weights)

    assert found.gap * 100 <= found.bound * per_cent


@pytest.mark.parametrize(("fullness", "per_cent"), [(87, 1), (99, 3), (111, 2), (150, 1)])
def test_the_answer_for_many_is_near_the_bound_as_well(fullness: int, per_cent: int) -> None:
    weights = numbers(1).choices(WEIGHTS, k=2_400)
    panel = wide_panel(2_400, 240, fullness=fullness, points=sum(weights))

    found = solve_acuity(panel, weights)

    assert found.gap * 100 <= found.bound * per_cent


def test_the_same_panel_is_shared_out_the_same() -> None:
    weights = numbers(2).choices(WEIGHTS, k=200)
    panel = wide_panel(200, 20, points=sum(weights))

    assert solve_acuity(panel, weights) == solve_acuity(panel, weights)


def test_who_searches_less_has_an_answer_that_is_allowed_and_no_better() -> None:
    weights = numbers(2).choices(WEIGHTS, k=200)
    panel = wide_panel(200, 20, points=sum(weights))

    quick, thorough = solve_acuity(panel, weights, work_limit=0), solve_acuity(panel, weights)

    assert quick.work < thorough.work
    assert cost_of(panel, quick.places, weights) == quick.objective >= thorough.bound


def test_a_pinned_client_keeps_its_points_even_if_others_would_save_more() -> None:
    rows = [{0: 50}, {0: 0}, {0: 0}]
    panel = panel_of(rows, [[0, 0, 0]], waits=[60, 90, 90], pins={0: 0})

    assert solve_acuity(panel, [2, 1, 2]).places == (0, 0, None)


def test_a_client_waits_after_all_where_others_have_made_its_points_dear() -> None:
    slots = [[1, 1, 2, 2, 3, 3, 3], [2]]
    panel = panel_of([{0: 3, 1: 0}, {0: 3, 1: 1}], slots, waits=[9, 9])

    found = solve_acuity(panel, [2, 3])

    assert (found.places, found.objective) == ((0, None), 14)


def test_nobody_is_shared_out_to_nobody() -> None:
    found = solve_acuity(Panel([], []), [])

    assert (found.places, found.objective, found.gap) == ((), 0, 0)


@pytest.mark.parametrize(
    ("weights", "text"),
    [
        ([1], r"\$\.weights: 2 clients have 1 weights. Maybe one weight for each client"),
        ([1, 0], r"\$\.weights\[1\]: the weight is 0. Maybe 1"),
        (
            [3, 1],
            r"\$\.slots\[0\]: the pinned clients of professional 0 weigh 1 more than there is",
        ),
    ],
)
def test_weights_that_make_no_sense_are_refused(weights: list[int], text: str) -> None:
    panel = panel_of([{0: 1}, {0: 1}], [[0, 0]], waits=[9, 9], pins={0: 0})

    with pytest.raises(InvalidValue, match=text):
        solve_acuity(panel, weights)


@pytest.mark.parametrize("weight", [1.0, True, "1"])
def test_a_weight_that_is_no_whole_number_is_refused(weight: object) -> None:
    panel = panel_of([{0: 1}], [[0, 0]], waits=[9])

    with pytest.raises(WrongType, match=r"\$\.weights\[0\]: the weight is no whole number"):
        solve_acuity(panel, [weight])  # type: ignore[list-item] # wrong on purpose
