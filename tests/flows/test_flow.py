"""What is shared out costs least, also after each change."""

from collections.abc import Callable

import pytest
from hypothesis import given

from carecore.errors import CareError, InvalidValue, UnknownId, WrongType
from carecore.flows import Candidates, Panel, PanelFlow

from .changes import change
from .drawn_flows import (
    SEEDS,
    least_cost,
    numbers,
    odd_panel,
    panel_of,
    pinned,
    proved_cost,
    wide_panel,
)


@given(seed=SEEDS)
def test_no_answer_costs_less(seed: int) -> None:
    panel = odd_panel(numbers(seed), clients=5, professionals=3)

    assert proved_cost(PanelFlow(panel)) == least_cost(panel)


@given(seed=SEEDS)
def test_a_larger_answer_is_proved_as_well(seed: int) -> None:
    flow = PanelFlow(odd_panel(numbers(seed), clients=40, professionals=9))

    assert proved_cost(flow) == flow.objective


@pytest.mark.parametrize("fullness", [60, 99, 111, 150])
@pytest.mark.parametrize("step", [1, 50, 5_000])
def test_full_and_tied_panels_are_proved(fullness: int, step: int) -> None:
    flow = PanelFlow(wide_panel(600, 60, fullness=fullness, step=step))

    assert proved_cost(flow) == flow.objective


@given(seed=SEEDS)
def test_after_each_change_it_costs_what_a_fresh_answer_does(seed: int) -> None:
    random = numbers(seed)
    flow = PanelFlow(odd_panel(random))
    for _ in range(12):
        change(random, flow)

        assert proved_cost(flow) == PanelFlow(flow.panel()).objective


def test_a_large_panel_stays_proved_while_it_changes() -> None:
    random = numbers(12)
    flow = PanelFlow(wide_panel(500, 50, fullness=99, step=20))
    for _ in range(60):
        change(random, flow)

        assert proved_cost(flow) == flow.objective


def test_the_same_panel_is_shared_out_the_same() -> None:
    panel = wide_panel(500, 50, seed=3, step=100)

    assert PanelFlow(panel).solution() == PanelFlow(panel).solution()


@pytest.mark.parametrize("wait", [10**4, 10**7, 10**13])
@pytest.mark.parametrize("fullness", [87, 130])
def test_a_high_cost_of_waiting_is_not_climbed_step_by_step(wait: int, fullness: int) -> None:
    flow = PanelFlow(wide_panel(400, 40, fullness=fullness, wait=wait))

    assert proved_cost(flow) == flow.objective
    assert flow.settled < 40 * 400


def test_many_who_want_one_slot_do_not_climb_step_by_step() -> None:
    rows = [{0: number} for number in range(20)]
    rows += [{1: 5, 2: number} for number in range(200)]
    panel = panel_of(rows, [[0], [0] * 150, [0] * 90], waits=[10**13] * 220)

    assert proved_cost(PanelFlow(panel)) == 19 * 10**13 + 150 * 5 + sum(range(50))


def test_an_even_share_is_cheaper_where_slots_get_dearer() -> None:
    panel = panel_of([{0: 0, 1: 1}] * 4, [[0, 10, 20, 30]] * 2, waits=[100] * 4)

    places = PanelFlow(panel).solution().places

    assert [places.count(0), places.count(1)] == [2, 2]


def test_a_client_that_is_taken_out_keeps_its_number_and_wants_nobody() -> None:
    flow = PanelFlow(panel_of([{0: 1}, {0: 2}], [[0]], waits=[9, 9]))

    flow.remove_client(0)

    assert flow.solution().places == (None, 0)
    assert flow.client(0).professionals == ()


def test_a_client_and_a_professional_more_get_the_next_numbers() -> None:
    flow = PanelFlow(panel_of([{0: 1}], [[0]], waits=[9]))

    assert flow.add_client(Candidates([0], [5], wait_cost=9)) == 1
    assert flow.add_professional([0, 0], {0: 3, 1: 1}) == 1
    assert flow.solution().places == (0, 1)


def test_a_professional_may_come_before_anything_else() -> None:
    flow = PanelFlow(Panel([], []))

    assert flow.add_professional([], {}) == 0
    assert flow.solution().places == ()


def test_what_an_earlier_change_has_looked_up_follows_later_ones() -> None:
    flow = PanelFlow(panel_of([{0: 4, 1: 5}], [[0], [0]], waits=[9]))
    flow.change_professional(1, [0], {0: 2})

    flow.change_client(0, Candidates([0, 1], [1, 2], wait_cost=9))
    flow.add_professional([0], {0: 0})

    assert flow.solution().places == (2,)
    assert proved_cost(flow) == 0


REFUSED: dict[str, tuple[Callable[[PanelFlow], object], type[CareError], str]] = {
    "a second pin on one slot": (
        lambda flow: flow.change_client(1, pinned(flow.client(1), 0)),
        InvalidValue,
        r"\$\.clients\[1\]\.pin: every slot of professional 0 is taken by a pinned client",
    ),
    "a new client pinned to a full professional": (
        lambda flow: flow.add_client(Candidates([0], [1], wait_cost=3, pin=0)),
        InvalidValue,
        r"\$\.clients\[2\]\.pin: every slot",
    ),
    "fewer slots than pinned clients": (
        lambda flow: flow.set_slots(0, []),
        InvalidValue,
        r"\$\.slots\[0\]: 1 pinned clients do not fit on 0 slots",
    ),
    "a pinned client left out": (
        lambda flow: flow.change_professional(0, [0], {1: 3}),
        InvalidValue,
        r"\$\.clients\[0\]: the client is pinned to 0, who is no candidate",
    ),
    "a cost that is not whole": (
        lambda flow: flow.add_professional([0], {0: 1.5}),  # type: ignore[dict-item]
        WrongType,
        r"\$\.clients\[0\]: a cost, or the number of a professional, is no whole number",
    ),
    "costs of a client who is not there": (
        lambda flow: flow.change_professional(0, [0], {0: 1, 2: 3}),
        UnknownId,
        "there is no client '2'",
    ),
    "a client who is not there": (
        lambda flow: flow.remove_client(-1),
        UnknownId,
        "there is no client '-1'",
    ),
    "a professional who is not there": (
        lambda flow: flow.set_slots(-1, [0]),
        UnknownId,
        "there is no professional '-1'",
    ),
    "other slots of a professional who is not there": (
        lambda flow: flow.change_professional(1, [0], {}),
        UnknownId,
        "there is no professional '1'",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_change_that_is_refused_changes_nothing(name: str) -> None:
    change_it, error, text = REFUSED[name]
    flow = PanelFlow(panel_of([{0: 1}, {0: 2}], [[0]], waits=[9, 9], pins={0: 0}))
    panel, before = flow.panel(), flow.solution()

    with pytest.raises(error, match=text):
        change_it(flow)

    assert (flow.panel(), flow.solution()) == (panel, before)
    assert proved_cost(flow) == before.objective
