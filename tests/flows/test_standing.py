"""What was proved stands after each change: the bound is one, and meets the cost."""

from hypothesis import given

from carecore.flows import Candidates, Panel, PanelFlow, StandingProof, certify
from carecore.flows.certificate import head_count_bound

from .changes import change
from .drawn_flows import SEEDS, numbers, odd_panel, proved_cost


def differing(before: Panel, after: Panel) -> tuple[list[int], list[int]]:
    """Whom a change has touched."""
    clients = [
        index
        for index, one in enumerate(after.clients)
        if index >= len(before.clients) or one != before.clients[index]
    ]
    slots = [
        index
        for index, one in enumerate(after.slots)
        if index >= len(before.slots) or list(one) != list(before.slots[index])
    ]
    return clients, slots


@given(seed=SEEDS)
def test_after_each_change_of_a_copy_the_proof_stands_and_the_first_panel_too(seed: int) -> None:
    random = numbers(seed)
    flow = PanelFlow(odd_panel(random))
    proof = StandingProof.of(flow)
    assert (proof.objective, proof.bound) == (flow.objective, flow.objective)

    for _ in range(12):
        panel, found = flow.panel(), flow.solution()
        later = flow.copy()
        change(random, later)
        clients, slots = differing(panel, later.panel())
        after = proof.after(later, clients=clients, professionals=slots)

        assert after.objective == after.bound == proved_cost(later)
        now = later.solution()
        assert after.bound <= head_count_bound(later.panel(), now.prices)
        assert set(after.moved) >= {
            index
            for index, (one, other) in enumerate(zip(found.places, now.places, strict=False))
            if one != other
        }
        # Whoever keeps the panel of before has it as it was.
        assert (flow.panel(), flow.solution()) == (panel, found)
        assert certify(panel, found.places, found.prices, claimed=found.objective).is_optimal
        assert proof.after(flow).objective == found.objective
        flow, proof = later, after


@given(seed=SEEDS)
def test_other_costs_of_waiting_move_nobody_who_is_well_where_they_are(seed: int) -> None:
    random = numbers(seed)
    flow = PanelFlow(odd_panel(random))
    for factor in (0, 3, 1):
        costs = {
            index: one.wait_cost * factor + random.randint(0, 9)
            for index, one in enumerate(flow.panel().clients)
            if random.random() < 0.8
        }
        fresh = flow.copy()
        fresh.set_wait_costs(costs)
        assert proved_cost(fresh) == PanelFlow(fresh.panel()).objective
        again = fresh.copy()
        again.set_wait_costs(costs)
        assert again.solution() == fresh.solution()
        flow = fresh


def test_a_change_that_somebody_kept_quiet_is_no_proof() -> None:
    flow = PanelFlow(Panel([Candidates([0], [5], wait_cost=20)], [[0]]))
    proof = StandingProof.of(flow)
    later = flow.copy()
    later.change_client(0, Candidates([0], [9], wait_cost=20))

    assert proof.after(later).objective == 5
    assert proof.after(later, clients=[0]).objective == 9


def test_what_is_dearer_than_the_bound_is_told_so() -> None:
    panel = Panel([Candidates([0, 1], [5, 8], wait_cost=20)], [[0], [0]])
    flow = PanelFlow(panel)
    proof = StandingProof.of(flow)
    worse = flow.copy()
    worse.state.unseat(0)
    worse.state.seat(0, 1)

    after = proof.after(worse)

    assert (after.objective, after.bound, after.moved) == (8, 5, (0,))


def test_where_a_price_has_fallen_too_far_the_bound_falls_too() -> None:
    panel = Panel([Candidates([0, 1], [5, 8], wait_cost=20)], [[0], [4]])
    flow = PanelFlow(panel)
    proof = StandingProof.of(flow)
    assert (proof.objective, proof.bound) == (5, 5)
    low = flow.copy()
    low.state.price[1] = -4

    after = proof.after(low)

    assert (after.objective, after.bound) == (5, 4)
    assert after.bound == head_count_bound(panel, [flow.state.price[0], -4])
