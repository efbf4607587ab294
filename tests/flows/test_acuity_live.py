"""Clients of unlike weight stay allowed and near a bound, after each change of the panel."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings

from carecore.errors import CareError, InvalidValue, UnknownId, WrongType
from carecore.flows import (
    LARGEST_COST,
    AcuityFlow,
    Candidates,
    Panel,
    WhatIf,
    acuity_runner_up,
    acuity_what_if,
    acuity_what_if_bound,
    certify_acuity,
    solve_acuity,
)

from .changes import drawn_slots
from .drawn_flows import (
    SEEDS,
    WEIGHTS,
    cost_of,
    least_cost,
    numbers,
    odd_panel,
    panel_of,
    pinned,
    wide_panel,
)

ODD = (*WEIGHTS, 7, 11, 13)


def places_of(flow: AcuityFlow) -> list[int | None]:
    """Where everybody is."""
    return [*map(flow.place, range(len(flow.panel().clients)))]


def weights_of(flow: AcuityFlow) -> list[int]:
    """How many points everybody takes up."""
    return [*map(flow.weight, range(len(flow.panel().clients)))]


def drawn_client(random: Random, count: int) -> Candidates:
    """A client to whom some of so many professionals may come."""
    top = random.choice([1, 10, 1_000])
    ids = [j for j in range(count) if random.random() < 0.6]
    costs = [random.randint(0, top) for _ in ids]
    return Candidates(ids, costs, wait_cost=random.randint(0, 2 * top))


def change(random: Random, flow: AcuityFlow) -> None:
    """Change something that can be changed."""
    count, clients = flow.width, range(len(flow.panel().clients))
    kind = random.choice(["add", "remove", "other", "pin", "widen", "slots", "column", "waits"])
    if kind == "add" or not clients:
        flow.add_client(drawn_client(random, count), random.choice(ODD))
    elif kind == "remove":
        flow.remove_client(random.choice(clients))
    elif kind == "other":
        flow.change_client(random.choice(clients), drawn_client(random, count), random.choice(ODD))
    elif kind == "pin":
        change_pin(random, flow)
    elif kind == "waits":
        flow.set_wait_costs({i: random.randint(0, 2_000) for i in clients if random.random() < 0.5})
    elif kind == "widen" or not count:
        arcs = {i: random.randint(0, 60) for i in clients if random.random() < 0.5}
        assert flow.add_professional(drawn_slots(random, 0), arcs) == count
    else:
        change_professional(random, flow, is_column=kind == "column")


def change_pin(random: Random, flow: AcuityFlow) -> None:
    """Pin a client to somebody who has points for it, or take its pin away."""
    index = random.randrange(len(flow.panel().clients))
    client, weight = flow.client(index), flow.weight(index)
    free = {j: len(flow.slots(j)) for j in range(flow.width)}
    for other, one in enumerate(flow.panel().clients):
        if one.pin is not None and other != index:
            free[one.pin] -= flow.weight(other)
    fitting = [j for j in client.professionals if free[j] >= weight]
    flow.change_client(index, pinned(client, random.choice([None, *fitting])), weight)


def change_professional(random: Random, flow: AcuityFlow, *, is_column: bool) -> None:
    """Give a professional other points, and other clients too."""
    j = random.randrange(flow.width)
    clients = flow.panel().clients
    fixed = [i for i, client in enumerate(clients) if client.pin == j]
    slots = drawn_slots(random, sum(map(flow.weight, fixed)))
    if is_column:
        may = [i for i in range(len(clients)) if random.random() < 0.5 or i in fixed]
        flow.change_professional(j, slots, {i: random.randint(0, 60) for i in may})
    else:
        flow.set_slots(j, slots)


def assert_sound(flow: AcuityFlow) -> None:
    """It is allowed, costs what it says, and nothing costs less than its bound."""
    panel, places, weights, found = flow.panel(), places_of(flow), weights_of(flow), flow.solution()
    assert cost_of(panel, places, weights) == flow.objective == found.objective
    assert [*found.places] == places
    assert all(
        client.pin in {None, place} for client, place in zip(panel.clients, places, strict=True)
    )
    proof = certify_acuity(panel, places, found.prices, weights=weights, scale=found.scale)
    assert (proof.faults, proof.bound) == ((), found.bound)
    assert flow.bound <= found.bound <= found.objective
    if max(weights, default=1) <= 10:
        assert flow.bound == found.bound


@settings(max_examples=150)
@given(seed=SEEDS)
def test_after_any_changes_it_is_allowed_and_its_bound_holds(seed: int) -> None:
    random = numbers(seed)
    weights = random.choices(WEIGHTS, k=random.randint(0, 5))
    flow = AcuityFlow(
        odd_panel(random, professionals=3, weights=weights) if weights else Panel([], []), weights
    )
    assert_sound(flow)

    for _ in range(8):
        panel, places, weights = flow.panel(), places_of(flow), weights_of(flow)
        told = (flow.objective, flow.bound, flow.solution())
        later = flow.copy()
        for _ in range(random.randint(1, 2)):
            change(random, later)
        later.settle()

        assert_sound(later)
        now = places_of(later)
        assert set(later.moved) == {
            *(i for i, (one, other) in enumerate(zip(places, now, strict=False)) if one != other),
            *range(len(places), len(now)),
        }
        if len(now) <= 6:
            assert later.bound <= least_cost(later.panel(), weights_of(later)) <= later.objective
        # Whoever keeps the panel of before has it as it was.
        assert (flow.panel(), places_of(flow), weights_of(flow)) == (panel, places, weights)
        assert (flow.objective, flow.bound, flow.solution()) == told
        flow = later


@given(seed=SEEDS)
def test_the_same_changes_have_the_same_answer(seed: int) -> None:
    def answer() -> tuple[object, ...]:
        random = numbers(seed)
        weights = random.choices(WEIGHTS, k=12)
        flow = AcuityFlow(odd_panel(random, weights=weights), weights)
        for _ in range(6):
            change(random, flow)
            flow.settle()
        return flow.solution(), flow.moved

    assert answer() == answer()


@given(seed=SEEDS)
def test_an_answer_is_never_dearer_than_the_places_it_began_with(seed: int) -> None:
    """What the best answer costs is what it costs to begin there."""
    random = numbers(seed)
    weights = random.choices(WEIGHTS, k=random.randint(1, 6))
    panel = odd_panel(random, professionals=3, weights=weights)
    first = solve_acuity(panel, weights)
    wishes = {i: j for i, j in enumerate(first.places) if j is not None}

    found = AcuityFlow(panel, weights, wishes=wishes)

    assert found.solution().bound == first.bound or found.bound <= least_cost(panel, weights)
    assert_sound(found)


@pytest.mark.parametrize("fullness", [60, 87, 99])
def test_after_many_changes_the_gap_is_not_much_above_that_of_a_fresh_answer(fullness: int) -> None:
    random = numbers(3)
    weights = random.choices(WEIGHTS, k=300)
    panel = wide_panel(300, 30, fullness=fullness, points=sum(weights))
    flow = AcuityFlow(panel, weights)

    for _ in range(60):
        index = random.randrange(300)
        flow.remove_client(index)
        flow.settle()
        flow.change_client(index, panel.clients[index], weights[index])
        flow.settle()

    fresh = solve_acuity(panel, weights)
    found = flow.solution()
    assert found.bound == fresh.bound
    assert found.gap * 100 <= found.bound * 2


@given(seed=SEEDS)
def test_to_be_elsewhere_costs_no_less_than_the_bound_and_is_what_it_costs_to_be_pinned(
    seed: int,
) -> None:
    random = numbers(seed)
    weights = random.choices(WEIGHTS, k=random.randint(1, 5))
    panel = odd_panel(random, professionals=3, weights=weights)
    flow = AcuityFlow(panel, weights)
    before = places_of(flow)
    for index, client in enumerate(panel.clients):
        found: list[WhatIf] = []
        for place in (*client.professionals, None):
            bound, answer = (
                acuity_what_if_bound(flow, index, place),
                acuity_what_if(flow, index, place),
            )
            forced = (
                pinned(client, place)
                if place is not None
                else Candidates((), (), wait_cost=client.wait_cost)
            )
            rows = [*panel.clients]
            rows[index] = forced
            if answer is None:
                taken = sum(
                    w
                    for i, (one, w) in enumerate(zip(panel.clients, weights, strict=True))
                    if one.pin == place and i != index
                )
                assert place is not None
                assert taken + weights[index] > len(panel.slots[place])
                continue
            least = least_cost(Panel(rows, panel.slots), weights)
            assert bound <= answer.bound <= least - flow.objective <= answer.cost
            places = [*before]
            for one in answer.changes:
                assert places[one.client] == one.before != one.after
                places[one.client] = one.after
            if place != before[index]:
                assert answer.changes[0].client == index
                assert cost_of(panel, places, weights) == flow.objective + answer.cost
                found.append(answer)
        assert places_of(flow) == before
        best = acuity_runner_up(flow, index)
        if client.pin is not None or not found:
            assert best is None
        else:
            assert best is not None
            assert best.professional != before[index]
            assert best.bound <= min(one.cost for one in found) <= best.cost


def test_who_is_pinned_sends_away_those_who_lose_least_by_it() -> None:
    panel = panel_of(
        [{0: 0, 1: 50}, {0: 0, 1: 2}, {0: 0, 1: 30}, {0: 9}],
        [[0] * 3, [0] * 3],
        waits=[99, 99, 99, 1],
    )
    flow = AcuityFlow(panel, [1, 1, 1, 1])
    assert places_of(flow) == [0, 0, 0, None]

    flow.change_client(3, pinned(panel.clients[3], 0), 2)
    flow.settle()

    assert places_of(flow) == [0, 1, 1, 0]
    assert (flow.moved, flow.objective, flow.bound) == ((1, 2, 3), 41, 41)


def test_costs_may_be_as_large_as_any_panel_may_have_them() -> None:
    large = LARGEST_COST
    flow = AcuityFlow(panel_of([{0: large}, {0: 5}], [[0] * 3], waits=[large, 9]), [2, 1])

    flow.change_client(1, Candidates([0], [large - 7], wait_cost=large), 3)
    flow.add_professional([large], {0: large - 1, 1: 4})
    flow.set_slots(1, [0, 0, large])
    flow.settle()

    assert_sound(flow)
    assert flow.objective <= 2 * large


def test_a_panel_that_begins_with_nobody_is_as_near_as_a_fresh_one() -> None:
    weights = numbers(5).choices(WEIGHTS, k=150)
    panel = wide_panel(150, 15, fullness=87, points=sum(weights))
    flow = AcuityFlow(Panel([], []), [])
    for slots in panel.slots:
        flow.add_professional(slots, {})

    for client, weight in zip(panel.clients, weights, strict=True):
        flow.add_client(client, weight)
        flow.settle()

    found, fresh = flow.solution(), solve_acuity(panel, weights)
    assert found.bound == fresh.bound
    assert found.gap * 100 <= found.bound


def test_one_who_waits_comes_where_somebody_has_left() -> None:
    panel = panel_of([{0: 1}, {0: 1}, {0: 1}], [[0] * 3], waits=[90, 90, 60])
    flow = AcuityFlow(panel, [2, 1, 2])
    assert places_of(flow) == [0, 0, None]

    flow.remove_client(0)
    flow.settle()

    assert places_of(flow) == [None, 0, 0]


REFUSED: list[tuple[Callable[[AcuityFlow], object], type[CareError], str]] = [
    (lambda flow: flow.client(3), UnknownId, "client"),
    (lambda flow: flow.weight(-1), UnknownId, "client"),
    (lambda flow: flow.place(3), UnknownId, "client"),
    (lambda flow: flow.slots(2), UnknownId, "professional"),
    (lambda flow: flow.value(0, 1), UnknownId, "candidate"),
    (lambda flow: flow.bound_if(0, 1), UnknownId, "candidate"),
    (lambda flow: flow.remove_client(3), UnknownId, "client"),
    (lambda flow: flow.set_wait_costs({3: 1}), UnknownId, "client"),
    (lambda flow: flow.set_wait_costs({0: 1 << 50}), InvalidValue, "further from zero"),
    (lambda flow: flow.set_slots(2, []), UnknownId, "professional"),
    (lambda flow: flow.set_slots(0, [2, 1, 3]), InvalidValue, "cheaper"),
    (lambda flow: flow.set_slots(0, [0]), InvalidValue, "pinned clients take up 2 points"),
    (lambda flow: flow.change_professional(2, [], {}), UnknownId, "professional"),
    (lambda flow: flow.change_professional(0, [0, 0], {9: 1}), UnknownId, "client"),
    (lambda flow: flow.change_professional(0, [0, 0], {}), InvalidValue, "no candidate"),
    (lambda flow: flow.add_professional([0], {0: 1 << 50}), InvalidValue, "further from zero"),
    (lambda flow: flow.add_client(Candidates([0], [1], wait_cost=1), 0), InvalidValue, "weight"),
    (lambda flow: flow.add_client(Candidates([0], [1], wait_cost=1), True), WrongType, "weight"),
    (lambda flow: flow.add_client(Candidates([5], [1], wait_cost=1), 1), InvalidValue, "candid"),
    (
        lambda flow: flow.add_client(Candidates([0], [1], wait_cost=1, pin=0), 2),
        InvalidValue,
        r"\$\.clients\[3\]\.pin: professional 0 has 1 points free of pinned clients",
    ),
]


@pytest.mark.parametrize(("ask", "kind", "text"), REFUSED)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    ask: Callable[[AcuityFlow], object], kind: type[CareError], text: str
) -> None:
    panel = panel_of([{0: 1}, {0: 1}, {1: 1}], [[0, 0, 0], [0]], waits=[9, 9, 9], pins={0: 0})
    flow = AcuityFlow(panel, [2, 1, 1])
    before = flow.solution()

    with pytest.raises(kind, match=text):
        ask(flow)

    flow.settle()
    assert (flow.solution(), flow.moved) == (before, ())
