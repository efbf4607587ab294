"""What does not hang together is shared out by itself, and nothing is lost by it."""

import pickle
from collections.abc import Callable
from functools import reduce

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import CareError, InvalidValue, ManyFaults
from carecore.flows import (
    NO_COMPONENT,
    Component,
    ComponentSolution,
    Panel,
    PanelFlow,
    certify,
    combine,
    component_of,
    components,
    solve_component,
    solve_components,
)

from .drawn_flows import SEEDS, numbers, odd_panel, panel_of, wide_panel
from .regions import region_panel


@given(seed=SEEDS, at_most=st.none() | st.integers(1, 4))
def test_components_cost_together_what_the_whole_costs(seed: int, at_most: int | None) -> None:
    panel = region_panel(numbers(seed))

    found = solve_components(panel, into=components(panel, at_most=at_most))

    proof = certify(panel, found.places, found.prices, claimed=found.objective)
    assert proof.is_optimal, proof
    assert found.objective == PanelFlow(panel).objective


@given(seed=SEEDS)
def test_every_client_is_in_one_component_and_nobody_is_in_two(seed: int) -> None:
    panel = region_panel(numbers(seed))

    found = components(panel)

    assert sorted(i for one in found for i in one.clients) == list(range(len(panel.clients)))
    shared = [j for one in found for j in one.professionals]
    assert len(shared) == len(set(shared))
    for one in found:
        assert component_of(panel, one.clients) == one


@given(seed=SEEDS)
def test_a_component_cannot_be_split_further(seed: int) -> None:
    panel = region_panel(numbers(seed))
    for one in components(panel):
        again = components(one.panel)

        assert len(again) == 1


@given(seed=SEEDS, at_most=st.integers(1, 3))
def test_small_components_are_put_together_on_request(seed: int, at_most: int) -> None:
    panel = region_panel(numbers(seed))

    found = components(panel, at_most=at_most)

    assert len(found) == min(at_most, len(components(panel)))
    assert sorted(i for one in found for i in one.clients) == [*range(len(panel.clients))]


SOLUTIONS = SEEDS.map(lambda seed: [*map(solve_component, components(region_panel(numbers(seed))))])


@given(SOLUTIONS, st.data())
def test_in_what_order_components_are_joined_makes_no_difference(
    solved: list[ComponentSolution], data: st.DataObject
) -> None:
    other = data.draw(st.permutations(solved))
    cut = data.draw(st.integers(0, len(other)))
    left, right = other[:cut], other[cut:]

    joined = combine(reduce(combine, left, NO_COMPONENT), reduce(combine, right, NO_COMPONENT))

    assert joined == reduce(combine, solved, NO_COMPONENT)
    assert combine(joined, NO_COMPONENT) == combine(NO_COMPONENT, joined) == joined


def test_clients_to_whom_nobody_may_come_stand_together_at_the_end() -> None:
    panel = panel_of([{}, {0: 1}, {}, {1: 2}], [[0], [0]], waits=[9] * 4)

    assert [one.clients for one in components(panel)] == [(1,), (3,), (0, 2)]
    assert solve_components(panel).places == (None, 0, None, 1)


def test_a_pinned_client_hangs_together_with_the_pin_only() -> None:
    panel = panel_of([{0: 1, 1: 1}, {1: 2}], [[0], [0]], waits=[9] * 2, pins={0: 0})

    assert [one.clients for one in components(panel)] == [(0,), (1,)]
    assert solve_components(panel).places == (0, 1)


def test_a_panel_without_clients_has_no_components() -> None:
    panel = Panel([], [[3], []])

    assert components(panel) == ()
    assert solve_components(panel).prices == (3, 0)


def test_components_can_be_sent_away_and_come_back_the_same() -> None:
    panel = region_panel(numbers(5))
    for one in components(panel):
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 # it is our own
        solved = solve_component(one)
        assert pickle.loads(pickle.dumps(solved)) == solved  # noqa: S301 # it is our own


def test_a_large_panel_that_hangs_together_is_one_component() -> None:
    panel = wide_panel(300, 30)

    (one,) = components(panel)

    assert one.clients == tuple(range(300))


SHARED = panel_of([{0: 1}, {0: 2, 1: 3}, {1: 1}, {2: 5}], [[0, 0], [0, 0], [0]], waits=[9, 9, 9, 9])


def without_crossing(client: int) -> list[Component]:
    """Two regions, split between clients, where the pairs that cross are dropped."""
    left = component_of(SHARED, range(client))
    right = component_of(SHARED, range(client, 4))
    rows = [attrs.evolve(one, professionals=[0], costs=[2]) for one in left.panel.clients[1:]]
    kept = Panel([left.panel.clients[0], *rows], SHARED.slots[:1])
    return [Component(clients=left.clients, professionals=(0,), panel=kept), right]


def halves_of_slots() -> list[Component]:
    """Each client with half of the slots."""
    whole = components(SHARED)
    return [
        attrs.evolve(one, panel=Panel(one.panel.clients, [costs[:1] for costs in one.panel.slots]))
        for one in whole
    ]


SPLITS: dict[str, tuple[Callable[[], list[Component]], str]] = {
    "pairs across regions are dropped": (
        lambda: without_crossing(2),
        r"\$\.into: professional 1 may come to client 1, and is left out\. Maybe put together",
    ),
    "a client is in no region": (
        lambda: [component_of(SHARED, [0, 1, 2])],
        r"\$\.into: client 3 is in no part, and would vanish",
    ),
    "capacity is shared out": (
        halves_of_slots,
        "the component of client 0 has other pairs, costs or slots",
    ),
    "another panel's": (
        lambda: [*components(SHARED), Component(clients=(7,), professionals=(), panel=SHARED)],
        "client 7 is in a part, and not in the whole",
    ),
}


@pytest.mark.parametrize("name", SPLITS)
def test_a_split_that_loses_value_is_refused(name: str) -> None:
    split, text = SPLITS[name]

    with pytest.raises(CareError, match=text):
        solve_components(SHARED, into=split())


def test_slots_are_not_given_twice() -> None:
    regions = [component_of(SHARED, [0, 1]), component_of(SHARED, [2]), component_of(SHARED, [3])]

    with pytest.raises(InvalidValue, match="the slots of professional 1 are in more than one"):
        solve_components(SHARED, into=regions)


CUT = "Maybe cut so that each is in exactly one"
SHARE = "Maybe put together those who share somebody: slots cannot be given twice"


def test_all_that_a_split_loses_is_told_together() -> None:
    regions = [component_of(SHARED, [0, 1]), component_of(SHARED, [1, 2])]

    with pytest.raises(ManyFaults) as refused:
        solve_components(SHARED, into=regions)

    assert [str(one) for one in refused.value.faults] == [
        f"$.into: {one}."
        for one in (
            f"client 1 is in more than one part, and would be placed more than once. {CUT}",
            f"client 3 is in no part, and would vanish. {CUT}",
            f"the slots of professional 0 are in more than one component. {SHARE}",
        )
    ]


def test_regions_that_hang_together_may_be_put_together() -> None:
    into = [component_of(SHARED, range(4))]

    assert solve_components(SHARED, into=into).objective == PanelFlow(SHARED).objective


def test_a_panel_falls_into_one_component_at_least() -> None:
    with pytest.raises(InvalidValue, match="nothing falls into 0 components"):
        components(odd_panel(numbers(1)), at_most=0)
