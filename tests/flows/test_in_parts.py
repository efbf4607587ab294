"""A panel that is cut into parts costs what the whole costs, and the parts prove it."""

import pickle
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import CareError, InvalidValue, WrongType
from carecore.flows import (
    NO_KERNEL,
    NOBODY,
    NOTHING_TOLD,
    Candidates,
    Joinable,
    Kernel,
    Panel,
    PanelFlow,
    Part,
    PricePass,
    SolvedInParts,
    census_of,
    certify,
    combine,
    cut,
    kernel,
    part_of,
    price_pass,
    proof_in_parts,
    solve_in_parts,
)
from carecore.flows.certificate import head_count_bound

from .drawn_flows import SEEDS, numbers, odd_panel, panel_of, wide_panel

T = TypeVar("T")
J = TypeVar("J", bound=Joinable)


def any_cut(panel: Panel, seed: int) -> list[Part]:
    """Clients in whatever parts, some of them empty, in whatever order."""
    random = numbers(seed)
    groups: list[list[int]] = [[] for _ in range(random.randint(1, 5))]
    for number in range(len(panel.clients)):
        random.choice(groups).append(number)
    return [part_of(panel, group) for group in groups]


def proved(panel: Panel, found: SolvedInParts) -> int:
    """What it costs, after the proof of the parts and that of the whole have been compared."""
    solution = found.solution
    whole = certify(panel, solution.places, solution.prices, claimed=solution.objective)
    assert found.proof == whole
    assert whole.is_optimal
    assert found.pairs == panel.pair_count
    return solution.objective


@given(seed=SEEDS, parts=SEEDS, k=st.integers(1, 6))
def test_parts_cost_what_the_whole_costs(seed: int, parts: int, k: int) -> None:
    panel = odd_panel(numbers(seed), clients=25, professionals=7)

    found = solve_in_parts(any_cut(panel, parts), panel.slots, whole=census_of(panel), k=k)

    assert proved(panel, found) == PanelFlow(panel).objective


@given(seed=SEEDS, parts=SEEDS, k=st.integers(1, 4))
def test_however_it_is_cut_the_answer_is_the_same(seed: int, parts: int, k: int) -> None:
    panel = odd_panel(numbers(seed), clients=25, professionals=7)

    assert solve_in_parts(any_cut(panel, parts), panel.slots, k=k) == solve_in_parts(
        cut(panel, 1), panel.slots, k=k
    )


@pytest.mark.parametrize("k", [1, 4])
@pytest.mark.parametrize("fullness", [60, 99, 111, 150])
@pytest.mark.parametrize("step", [1, 50, 5_000])
def test_full_and_tied_panels_cost_the_same_in_parts(fullness: int, step: int, k: int) -> None:
    panel = wide_panel(300, 30, fullness=fullness, step=step)

    found = solve_in_parts(cut(panel, 3), panel.slots, whole=census_of(panel), k=k)

    assert proved(panel, found) == PanelFlow(panel).objective


def test_where_only_one_answer_is_best_it_is_that_of_the_whole() -> None:
    panel = wide_panel(300, 30, fullness=95)
    random = numbers(3)
    unlike = [
        attrs.evolve(one, costs=[cost << 30 | random.getrandbits(30) for cost in one.costs])
        for one in panel.clients
    ]
    panel = Panel(unlike, [[cost << 30 for cost in costs] for costs in panel.slots])

    found = solve_in_parts(cut(panel, 4), panel.slots)

    assert found.solution.places == PanelFlow(panel).solution().places
    assert found.pairs_held < found.pairs


def test_a_kernel_of_all_pairs_is_the_whole() -> None:
    panel = wide_panel(200, 20, step=100)

    found = solve_in_parts(cut(panel, 4), panel.slots, k=12)

    assert found.solution == PanelFlow(panel).solution()
    assert (found.rounds, found.pairs_held) == (1, panel.pair_count)


def test_the_coordinator_holds_few_of_the_pairs() -> None:
    panel = wide_panel(600, 60, fullness=95)

    found = solve_in_parts(cut(panel, 4), panel.slots, k=3)

    assert 600 * 3 <= found.pairs_held < 600 * 5
    assert found.rounds > 1


def test_pins_are_kept_across_parts() -> None:
    rows = [{0: 9, 1: 1}, {0: 9, 1: 1}, {0: 1}]
    panel = panel_of(rows, [[0, 0], [0, 0]], waits=[20] * 3, pins={0: 0, 1: 0})

    found = solve_in_parts(cut(panel, 3), panel.slots, k=1)

    assert found.solution.places == (0, 0, None)


def test_pins_that_cannot_all_be_kept_are_refused() -> None:
    panel = panel_of([{0: 1}, {0: 1}], [[0]], waits=[9] * 2, pins={0: 0, 1: 0})

    with pytest.raises(InvalidValue, match="2 clients are pinned to professional 0"):
        solve_in_parts(cut(panel, 2), panel.slots)


@pytest.mark.parametrize("panel", [Panel([], []), Panel([], [[1], []])])
def test_nobody_is_shared_out_in_parts(panel: Panel) -> None:
    assert solve_in_parts(cut(panel, 2), panel.slots).solution.places == ()
    assert solve_in_parts([], panel.slots).proof.is_optimal


def test_who_has_no_slot_is_in_no_kernel() -> None:
    panel = panel_of([{0: 1, 1: 5, 2: 9}, {}], [[], [0], [0]], waits=[99, 7])

    (first, second) = kernel(part_of(panel, [0, 1]), 2).clients

    assert first == (0, Candidates([1, 2], [5, 9], wait_cost=99))
    assert second == (1, Candidates([], [], wait_cost=7))


def test_of_equals_clients_begin_with_different_ones() -> None:
    panel = panel_of([dict.fromkeys(range(6), 5)] * 6, [[0]] * 6, waits=[9] * 6)

    found = kernel(part_of(panel, range(6)), 1)

    assert sorted(one.professionals[0] for _, one in found.clients) == list(range(6))


@given(seed=SEEDS, parts=SEEDS)
def test_whatever_the_prices_are_the_parts_add_up_to_the_bound(seed: int, parts: int) -> None:
    random = numbers(seed)
    panel = odd_panel(random, clients=20)
    prices = [random.randint(-5, 60) for _ in panel.slots]
    places = PanelFlow(panel).solution().places

    told = reduce(
        combine,
        (
            price_pass(one, prices, {i: places[i] for i in one.numbers})
            for one in any_cut(panel, parts)
        ),
        NOTHING_TOLD,
    )

    assert told.least == head_count_bound(panel, prices) + sum(
        sum(price - cost for cost in costs if cost < price)
        for price, costs in zip(prices, panel.slots, strict=True)
    )
    assert proof_in_parts(panel.slots, places, prices, told) == certify(panel, places, prices)


@given(seed=SEEDS)
def test_a_pass_tells_exactly_who_would_be_better_off(seed: int) -> None:
    random = numbers(seed)
    panel = odd_panel(random, clients=8)
    prices = [random.randint(-5, 60) for _ in panel.slots]
    places = PanelFlow(panel).solution().places

    told = price_pass(part_of(panel, range(len(places))), prices, dict(enumerate(places)), most=99)

    better = []
    for i, (client, place) in enumerate(zip(panel.clients, places, strict=True)):
        costs = dict(zip(client.professionals, client.costs, strict=True))
        now = client.wait_cost if place is None else costs[place] + prices[place]
        better += [
            (i, j, cost)
            for j, cost in costs.items()
            if client.pin is None and cost + prices[j] < now
        ]
    assert list(told.arcs) == better


def test_no_more_pairs_of_a_client_are_told_than_were_asked_for() -> None:
    panel = panel_of([{0: 4, 1: 1, 2: 3, 3: 2}], [[0]] * 4, waits=[9])

    told = price_pass(part_of(panel, [0]), [0] * 4, {0: None}, most=2)

    assert told.arcs == ((0, 1, 1), (0, 3, 2))


@st.composite
def told_by_parts(draw: st.DrawFn) -> tuple[list[Any], Any]:
    """What some parts of one panel tell, of one sort, and what changes nothing."""
    panel = odd_panel(numbers(draw(SEEDS)))
    parts = any_cut(panel, draw(SEEDS))
    places = PanelFlow(panel).solution().places
    prices = [draw(st.integers(0, 20)) for _ in panel.slots]
    sorts: list[tuple[list[Any], Any]] = [
        ([*map(census_of, parts)], NOBODY),
        ([kernel(one, 2) for one in parts], NO_KERNEL),
        (
            [price_pass(one, prices, {i: places[i] for i in one.numbers}) for one in parts],
            NOTHING_TOLD,
        ),
    ]
    return sorts[draw(st.integers(0, 2))]


@given(told_by_parts(), st.data())
def test_in_what_order_parts_are_joined_makes_no_difference(
    told: tuple[list[Any], Any], data: st.DataObject
) -> None:
    values, nothing = told
    other = data.draw(st.permutations(values))
    at = data.draw(st.integers(0, len(other)))

    grouped = combine(reduce(combine, other[:at], nothing), reduce(combine, other[at:], nothing))

    assert grouped == reduce(combine, values, nothing)
    assert combine(grouped, nothing) == combine(nothing, grouped) == grouped


def test_what_parts_tell_can_be_sent_away_and_comes_back_the_same() -> None:
    panel = odd_panel(numbers(3), clients=20)
    (part, *_) = cut(panel, 2)
    places: dict[int, int | None] = dict.fromkeys(part.numbers)
    told: tuple[Part | Kernel | PricePass, ...] = (
        part,
        kernel(part, 2),
        price_pass(part, [0] * len(panel.slots), places),
    )
    for one in told:
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 # it is our own


def test_a_standard_executor_maps_the_parts() -> None:
    panel = wide_panel(200, 20)
    with ThreadPoolExecutor(2) as executor:
        found = solve_in_parts(cut(panel, 4), panel.slots, mapper=executor.map)

    assert found == solve_in_parts(cut(panel, 4), panel.slots)


WHOLE = panel_of(
    [{0: 1, 1: 2}, {0: 2, 1: 3}, {1: 1, 2: 2}, {0: 3, 2: 5}],
    [[0, 4], [0, 4], [0]],
    waits=[9, 9, 9, 9],
)


def shared_by_hash() -> list[Part]:
    """Each part with its own share of the slots."""
    return [
        attrs.evolve(one, panel=Panel(one.panel.clients, [costs[at::2] for costs in WHOLE.slots]))
        for at, one in enumerate(cut(WHOLE, 2))
    ]


def by_region() -> list[Part]:
    """The first part without the pairs that cross into the region of professional 2."""
    left, right = cut(WHOLE, 2)
    rows = [
        attrs.evolve(one, professionals=[2], costs=[one.costs[-1]]) for one in right.panel.clients
    ]
    return [left, attrs.evolve(right, panel=Panel(rows, WHOLE.slots))]


def dearer() -> list[Part]:
    """One cost differs."""
    left, right = cut(WHOLE, 2)
    rows = [attrs.evolve(left.panel.clients[0], costs=[1, 8]), left.panel.clients[1]]
    return [attrs.evolve(left, panel=Panel(rows, WHOLE.slots)), right]


LOSSES: dict[str, tuple[Callable[[], list[Part]], str]] = {
    "capacity shared by hash": (
        shared_by_hash,
        r"\$\.parts: a part sees 2 of 5 slots, and what others take is lost to it\. Maybe give",
    ),
    "pairs across regions dropped": (
        by_region,
        r"\$\.parts: the parts hold 6 of 8 pairs\. Maybe give each client all who may come, also",
    ),
    "costs changed meanwhile": (dearer, "or their costs, are not those of the whole"),
    "a client in no part": (
        lambda: [part_of(WHOLE, [0, 3])],
        r"client 1 and 1 more are in no part, and would vanish",
    ),
    "the last client in no part": (
        lambda: [part_of(WHOLE, [0, 1, 2])],
        r"client 3 is in no part, and would vanish",
    ),
    "a client in two parts": (
        lambda: [part_of(WHOLE, [0, 1, 2]), part_of(WHOLE, [2, 3])],
        r"client 2 is in more than one part, and would be placed more than once",
    ),
    "a client of another panel": (
        lambda: [*cut(WHOLE, 2), Part(numbers=[4], panel=part_of(WHOLE, [0]).panel)],
        "client 4 is in a part, and not in the whole",
    ),
    "slots of other people": (
        lambda: [
            attrs.evolve(one, panel=Panel(one.panel.clients, [[0, 4], [0], [0, 4]]))
            for one in cut(WHOLE, 2)
        ],
        "a part sees other costs, or other owners, of the 5 slots",
    ),
}


@pytest.mark.parametrize("name", LOSSES)
def test_a_cut_that_loses_value_is_refused(name: str) -> None:
    parts, text = LOSSES[name]

    with pytest.raises(CareError, match=text):
        solve_in_parts(parts(), WHOLE.slots, whole=census_of(WHOLE))


def test_capacity_shared_by_hash_is_refused_also_where_the_whole_is_not_known() -> None:
    with pytest.raises(InvalidValue, match="a part sees 2 of 5 slots"):
        solve_in_parts(shared_by_hash(), WHOLE.slots)


def test_a_gap_in_the_numbers_is_refused_also_where_the_whole_is_not_known() -> None:
    with pytest.raises(InvalidValue, match="client 0 is in no part"):
        solve_in_parts([part_of(WHOLE, [1, 2, 3])], WHOLE.slots)


def out_of_order(function: Callable[..., T], /, *columns: Iterable[Any]) -> Iterable[T]:
    """Answers as they come, the last first."""
    return [*map(function, *columns)][::-1]


def test_answers_in_another_order_than_the_parts_are_refused() -> None:
    parts = [part_of(WHOLE, [0]), part_of(WHOLE, [1, 2, 3])]

    with pytest.raises(InvalidValue, match=r"client 0 was not asked about\. Maybe the answers"):
        solve_in_parts(parts, WHOLE.slots, mapper=out_of_order)


class Changing:
    """A mapper whose parts change once they have been asked for their kernel."""

    def __init__(self, change: Callable[[Part], Part]) -> None:
        self.change = change
        self.calls = 0

    def __call__(self, function: Callable[..., T], /, *columns: Iterable[Any]) -> Iterable[T]:
        self.calls += 1
        parts, *others = columns
        changed = parts if self.calls == 1 else [self.change(one) for one in parts]
        return [*map(function, changed, *others)]


def with_costs(part: Part, change: Callable[[int], int]) -> Part:
    """The same part at other costs."""
    rows = [
        attrs.evolve(one, costs=[change(cost) for cost in one.costs]) for one in part.panel.clients
    ]
    return attrs.evolve(part, panel=Panel(rows, part.panel.slots))


CHANGES: dict[str, tuple[Callable[[Part], Part], str]] = {
    "dearer": (lambda part: with_costs(part, lambda cost: cost + 1), r"it costs \d+, and \d+ by"),
    "cheaper elsewhere": (
        lambda part: with_costs(part, lambda cost: -cost),
        "that client 0 may go to 1 was told already",
    ),
    "nobody may come": (
        lambda part: attrs.evolve(
            part,
            panel=Panel([Candidates([], [], wait_cost=9) for _ in part.numbers], part.panel.slots),
        ),
        "0 is no candidate of client 0",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_part_that_changes_meanwhile_is_refused(name: str) -> None:
    change, text = CHANGES[name]

    with pytest.raises(InvalidValue, match=text):
        solve_in_parts(cut(WHOLE, 2), WHOLE.slots, k=2, mapper=Changing(change))


def test_a_pinned_client_that_is_elsewhere_is_a_fault() -> None:
    panel = panel_of([{0: 1, 1: 1}], [[0], [0]], waits=[9], pins={0: 0})

    told = price_pass(part_of(panel, [0]), [0, 0], {0: 1})

    assert told.faults == ("client 0 is pinned to 0 and placed at 1",)


def test_more_clients_than_slots_are_a_fault() -> None:
    told = price_pass(part_of(WHOLE, [2, 3]), [0, 0, 0], {2: 2, 3: 2})

    proof = proof_in_parts(WHOLE.slots, [None, None, 2, 2], [0, 0, 0], told)

    assert proof.faults == ("professional 2 has 2 on 1 slots",)
    assert not proof.is_optimal


REFUSED: dict[str, tuple[Callable[[], object], type[CareError], str]] = {
    "no kernel": (lambda: kernel(part_of(WHOLE, [0]), 0), InvalidValue, "0 candidates are no"),
    "no parts": (lambda: cut(WHOLE, 0), InvalidValue, "nothing falls into 0 parts"),
    "numbers that are not those of the clients": (
        lambda: census_of(Part(numbers=[0], panel=WHOLE)),
        InvalidValue,
        "1 numbers are those of 4 clients. Maybe part_of",
    ),
    "a cost that is not whole": (
        lambda: kernel(part_of(panel_of([{0: 1.5}], [[0]], waits=[1]), [0]), 2),  # type: ignore[dict-item]
        WrongType,
        r"\$\.clients\[0\]: a cost",
    ),
    "slots that get cheaper": (
        lambda: kernel(part_of(Panel([], [[2, 1]]), []), 2),
        InvalidValue,
        "a slot is cheaper",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_part_that_makes_no_sense_is_refused(name: str) -> None:
    call, error, text = REFUSED[name]

    with pytest.raises(error, match=text):
        call()
