"""Between answers that cost the same, who has which number decides, and not how it was found."""

from hypothesis import given

from carecore.flows import Candidates, Panel, PanelFlow, certify, settle_ties

from .drawn_flows import SEEDS, cost_of, every_answer, numbers, odd_panel, wide_panel


@given(seed=SEEDS)
def test_what_is_settled_costs_as_little(seed: int) -> None:
    panel = odd_panel(numbers(seed))
    found = PanelFlow(panel).solution()

    settled = settle_ties(panel, found.places, found.prices)

    assert certify(panel, settled, found.prices, claimed=found.objective).is_optimal


@given(seed=SEEDS)
def test_every_answer_that_costs_least_is_settled_to_the_same(seed: int) -> None:
    panel = odd_panel(numbers(seed), clients=5, professionals=3)
    found = PanelFlow(panel).solution()
    settled = settle_ties(panel, found.places, found.prices)

    others = [one for one in every_answer(panel) if cost_of(panel, one) == found.objective]

    assert {settle_ties(panel, one, found.prices) for one in others} == {settled}


def test_earlier_clients_come_to_earlier_professionals() -> None:
    clients = [Candidates([0, 1, 2], [7, 7, 7], wait_cost=20) for _ in range(3)]
    panel = Panel(clients, [[0], [0], [0]])

    assert settle_ties(panel, [2, 1, 0], [0, 0, 0]) == (0, 1, 2)


def test_the_last_clients_wait_where_it_makes_no_difference() -> None:
    clients = [Candidates([0], [7], wait_cost=20) for _ in range(3)]

    assert settle_ties(Panel(clients, [[0]]), [None, None, 0], [13]) == (0, None, None)


def test_slots_below_their_price_stay_filled() -> None:
    clients = [Candidates([0, 1], [0, 0], wait_cost=9), Candidates([1], [0], wait_cost=9)]
    panel = Panel(clients, [[5], [0, 3]])
    found = PanelFlow(panel).solution()

    assert settle_ties(panel, found.places, found.prices) == (1, 1)


def test_a_panel_in_which_all_is_tied_is_settled_soon_enough() -> None:
    panel = wide_panel(200, 20, step=5_000)
    found = PanelFlow(panel).solution()

    settled = settle_ties(panel, found.places, found.prices)

    assert certify(panel, settled, found.prices).is_optimal
