"""Small panels are gone through branch by branch: whoever can be placed is, and for the least."""

from hypothesis import given

from carecore.flows import Candidates, Panel, solve_acuity
from carecore.flows.acuity_branches import improve_by_branching
from carecore.flows.acuity_search import AcuitySearch

from .drawn_flows import SEEDS, WEIGHTS, cost_of, least_cost, numbers, odd_panel, wide_panel
from .test_acuity_search import every_arc, search_of


@given(seed=SEEDS)
def test_a_handful_of_clients_is_shared_out_at_the_least_cost(seed: int) -> None:
    random = numbers(seed)
    weights = random.choices(WEIGHTS, k=random.randint(1, 5))
    panel = odd_panel(random, professionals=3, weights=weights)

    assert solve_acuity(panel, weights).objective == least_cost(panel, weights)


def test_several_move_at_once_so_that_nobody_has_to_wait() -> None:
    """Two of five points: one has to come to who has just five, and three others move for it."""
    weights = [1, 5, 3, 2, 5, 1, 1]
    clients = [
        Candidates([0, 1, 2], [9, 7, 7], wait_cost=10_000),
        Candidates([1, 2], [12, 59], wait_cost=50_000),
        Candidates([0, 1, 2], [15, 9, 55], wait_cost=30_000),
        Candidates([0, 1, 2], [12, 8, 53], wait_cost=20_000),
        Candidates([1, 2], [12, 59], wait_cost=50_000),
        Candidates([0, 1, 2], [9, 7, 51], wait_cost=10_000),
        Candidates([0, 1, 2], [53, 51, 7], wait_cost=10_000),
    ]
    panel = Panel(clients, [[0] * 5, [0] * 8, [0] * 5])

    found = solve_acuity(panel, weights)

    assert None not in found.places
    assert {found.places[1], found.places[4]} == {1, 2}


@given(seed=SEEDS)
def test_prices_only_say_where_to_look_first(seed: int) -> None:
    random = numbers(seed)
    weights = random.choices(WEIGHTS, k=4)
    panel = odd_panel(random, professionals=2, weights=weights)
    search = search_of(panel, weights)

    improve_by_branching(search, [random.randrange(-40, 90) for _ in panel.slots], 3)

    assert cost_of(panel, search.places(), weights) == least_cost(panel, weights)


def test_a_hundred_clients_are_looked_through_and_more_are_left_as_they_are() -> None:
    """Everybody waits at first, and there is room for some at least."""
    for count, is_changed in ((100, True), (101, False)):
        weights = numbers(3).choices(WEIGHTS, k=count)
        panel = wide_panel(count, 15, points=sum(weights), fullness=99)
        search = AcuitySearch(panel, weights, every_arc(panel))
        for client in range(count):
            search.place_first(client, None)
        search.relocate([(client, search.waiting) for client in range(count)])

        improve_by_branching(search, [0] * 15, 1)

        cost = cost_of(panel, search.places(), weights)
        assert cost is not None
        assert (cost < 5_000 * count) is is_changed
