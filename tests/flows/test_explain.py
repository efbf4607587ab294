"""What another place would cost, beside sharing out anew with the client fixed there."""

import pytest
from hypothesis import given

from carecore.errors import InvalidValue, UnknownId
from carecore.flows import (
    Candidates,
    Panel,
    PanelFlow,
    WhatIf,
    runner_up,
    runner_up_bound,
    what_if,
    what_if_bound,
)

from .drawn_flows import SEEDS, cost_of, numbers, odd_panel, panel_of, pinned, wide_panel


def cost_with(panel: Panel, index: int, place: int | None) -> int | None:
    """What it costs to share out anew with one client fixed at a place, if that can be."""
    clients = list(panel.clients)
    old = clients[index]
    waits = Candidates((), (), wait_cost=old.wait_cost)
    clients[index] = waits if place is None else pinned(old, place)
    try:
        return PanelFlow(Panel(clients, panel.slots)).objective
    except InvalidValue:
        return None


def follow(flow: PanelFlow, answer: WhatIf) -> None:
    """Carry out the chain: each goes from where they are, and it costs what was said."""
    places = list(flow.solution().places)
    for one in answer.changes:
        assert places[one.client] == one.before
        places[one.client] = one.after
    panel = flow.panel()
    clients = list(panel.clients)
    clients[answer.client] = pinned(clients[answer.client], None)
    assert places[answer.client] == answer.professional
    assert cost_of(Panel(clients, panel.slots), places) == flow.objective + answer.cost


@given(seed=SEEDS)
def test_another_place_costs_what_sharing_out_anew_does(seed: int) -> None:
    panel = odd_panel(numbers(seed), clients=6, professionals=4)
    flow = PanelFlow(panel)
    before = flow.solution()
    for index, client in enumerate(panel.clients):
        for place in [*client.professionals, None]:
            answer, anew = what_if(flow, index, place), cost_with(panel, index, place)
            if answer is None:
                assert anew is None
                continue

            assert answer.cost + before.objective == anew
            assert what_if_bound(flow, index, place) == answer.bound <= answer.cost
            follow(flow, answer)
    assert flow.solution() == before


@given(seed=SEEDS)
def test_the_runner_up_is_the_cheapest_of_all_other_places(seed: int) -> None:
    panel = odd_panel(numbers(seed), clients=6, professionals=4)
    flow = PanelFlow(panel)
    places = flow.solution().places
    for index, client in enumerate(panel.clients):
        if client.pin is not None:
            assert runner_up(flow, index) is None
            assert runner_up_bound(flow, index) is None
            continue
        others = [place for place in [*client.professionals, None] if place != places[index]]
        costs = [answer.cost for place in others if (answer := what_if(flow, index, place))]
        second, by_price = runner_up(flow, index), runner_up_bound(flow, index)

        assert (second.cost if second else None) == min(costs, default=None)
        assert (by_price is not None) is bool(others)
        if second and by_price:
            assert by_price.margin <= second.bound <= second.cost
            follow(flow, second)


def test_on_a_large_panel_the_exact_answer_is_the_same_too() -> None:
    flow = PanelFlow(wide_panel(800, 80, fullness=99, step=20))
    random = numbers(4)
    for index in random.sample(range(800), 20):
        place = random.choice(flow.client(index).professionals)
        answer = what_if(flow, index, place)

        assert answer
        assert flow.objective + answer.cost == cost_with(flow.panel(), index, place)
        follow(flow, answer)


def test_where_a_client_is_already_costs_nothing_and_moves_nobody() -> None:
    flow = PanelFlow(panel_of([{0: 1}], [[0]], waits=[9]))

    answer = what_if(flow, 0, 0)

    assert answer == WhatIf(client=0, professional=0, bound=0, cost=0, changes=())


def test_nobody_can_come_who_has_no_slots() -> None:
    flow = PanelFlow(panel_of([{0: 1}], [[]], waits=[9]))

    assert what_if(flow, 0, 0) is None


def test_a_pinned_client_may_save_something_elsewhere() -> None:
    flow = PanelFlow(panel_of([{0: 8, 1: 1}], [[0], [0]], waits=[9], pins={0: 0}))

    answer = what_if(flow, 0, 1)

    assert answer
    assert answer.cost == -7


def test_a_professional_who_is_no_candidate_is_refused() -> None:
    flow = PanelFlow(panel_of([{0: 1}], [[0], [0]], waits=[9]))

    with pytest.raises(UnknownId, match=r"\$\.clients\[0\]: there is no candidate '1'"):
        what_if(flow, 0, 1)


def test_a_client_who_is_not_there_is_refused() -> None:
    flow = PanelFlow(panel_of([{0: 1}], [[0]], waits=[9]))

    with pytest.raises(UnknownId, match="there is no client '-1'"):
        what_if(flow, -1, 0)
