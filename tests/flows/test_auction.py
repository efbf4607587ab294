"""The auction by itself: an answer that is allowed, and prices that prove nearly as much."""

import pytest
from hypothesis import given

from carecore.flows import PanelFlow, certify
from carecore.flows.auction import auction_only
from carecore.flows.certificate import head_count_bound
from carecore.flows.state import FlowState

from .drawn_flows import SEEDS, numbers, odd_panel, wide_panel


@given(seed=SEEDS)
def test_the_auction_alone_places_everybody_where_that_is_allowed(seed: int) -> None:
    panel = odd_panel(numbers(seed))
    state = FlowState(panel)

    auction_only(state)

    places = [None if j == state.waiting else j for j in state.place]
    proof = certify(panel, places, state.price[: state.waiting])
    assert not proof.faults
    assert proof.bound <= PanelFlow(panel).objective <= proof.objective


@pytest.mark.parametrize("step", [1, 50, 1_000])
@pytest.mark.parametrize("fullness", [60, 87, 99, 111, 150])
def test_the_prices_of_the_auction_alone_prove_nearly_as_much(fullness: int, step: int) -> None:
    panel = wide_panel(900, 90, fullness=fullness, step=step)
    state = FlowState(panel)

    auction_only(state)

    best = PanelFlow(panel).objective
    assert (
        best * 998 <= head_count_bound(panel, state.price[: state.waiting]) * 1_000 <= best * 1_000
    )
