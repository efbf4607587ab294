"""Panels with company: what is allowed, what it costs, and what is made of a solver's word."""

import pickle
from collections.abc import Sequence
from typing import Any, cast, final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import CareError, InvalidValue, RefusedAnswer, WrongType
from carecore.flows import (
    Candidates,
    GeneralPanel,
    JudgedProposal,
    Panel,
    PanelFlow,
    Proposal,
    certify_acuity,
    certify_general,
    check_general,
    general_bound,
    judge_flow,
    judge_proposal,
    units_of,
)
from carecore.flows.general import spread_out
from carecore.flows.general_search import GeneralSearch
from carecore.flows.kernels import allowed_arcs, priced_units

from .drawn_flows import SEEDS, numbers, odd_panel
from .drawn_general import every_answer, general_cost, least_general_cost, odd_general


def two(**fields: Any) -> GeneralPanel:  # noqa: ANN401 # any field
    """Two clients who would rather go to the same one, who has room for both."""
    clients = [Candidates([0, 1], [5, 8], wait_cost=20) for _ in range(2)]
    panel = GeneralPanel(clients=clients, weights=[[1, 1], [1, 1]], slots=[[0, 0], [0]])
    return attrs.evolve(panel, **fields)


@final
@attrs.frozen
class Says:
    """A solver that says what it was told to say."""

    told: object

    def propose(self, panel: GeneralPanel, /) -> Proposal:
        """What it was told."""
        return self.told  # type: ignore[return-value] # a solver may be wrong

    def solve_flow(self, panel: Panel, /) -> Proposal:
        """What it was told."""
        return self.told  # type: ignore[return-value] # as above


def says(places: Sequence[int | None], **fields: Any) -> Says:  # noqa: ANN401 # any field
    """A solver that proposes these places."""
    told = {"prices": (0, 0), "solver": "Quick", "version": "2.1", **fields}
    return Says(Proposal(places=tuple(places), **told))


@given(seed=SEEDS, scale=st.integers(1, 7))
def test_no_answer_costs_less_than_the_bound_of_any_prices(seed: int, scale: int) -> None:
    random = numbers(seed)
    panel = odd_general(random)
    prices = [random.randint(-20, 60) for _ in panel.slots]

    assert general_bound(panel, prices, scale=scale) <= least_general_cost(panel)


@given(seed=SEEDS)
def test_an_answer_has_a_fault_exactly_where_it_is_not_allowed(seed: int) -> None:
    random = numbers(seed)
    panel = odd_general(random, clients=4, professionals=3)
    places = random.choice(list(every_answer(panel)))
    cost = general_cost(panel, places)

    proof = certify_general(panel, places, [0] * len(panel.slots), claimed=cost)

    assert (proof.faults == (), cost in {None, proof.objective}) == (cost is not None, True)


@given(seed=SEEDS)
def test_without_company_it_proves_what_the_other_proof_proves(seed: int) -> None:
    random = numbers(seed)
    weights = [random.randint(1, 4) for _ in range(5)]
    panel = odd_panel(random, weights=weights)
    prices = [random.randint(0, 60) for _ in panel.slots]
    places = [client.pin for client in panel.clients]
    general = GeneralPanel(
        clients=panel.clients,
        weights=[[w] * len(one.costs) for w, one in zip(weights, panel.clients, strict=True)],
        slots=panel.slots,
    )

    mine = certify_general(general, places, prices, scale=2)
    other = certify_acuity(panel, places, prices, weights=weights, scale=2)

    # The general one also sees who has too few points, so it may prove more.
    assert (mine.faults, mine.objective) == (other.faults, other.objective)
    assert mine.bound >= other.bound


@given(seed=SEEDS)
def test_those_who_stay_together_as_one_cost_the_same(seed: int) -> None:
    panel = odd_general(numbers(seed))
    units = units_of(panel)
    merged = GeneralPanel(
        clients=[one.candidates for one in units],
        weights=[one.weights for one in units],
        slots=panel.slots,
        apart=[
            sorted({n for n, one in enumerate(units) if set(one.members) & set(group)})
            for group in panel.apart
        ],
    )

    assert least_general_cost(merged) == least_general_cost(panel)


@given(seed=SEEDS)
def test_the_search_ends_at_an_answer_that_is_allowed_and_finds_no_better_step(seed: int) -> None:
    panel = odd_general(numbers(seed))
    units = units_of(panel)
    search = GeneralSearch(panel, units, allowed_arcs(panel, units))
    order = sorted(range(len(units)), key=lambda unit: units[unit].candidates.pin is None)
    search.place_first([None] * len(units), order)
    first = spread(panel, search)
    search.improve()
    last = spread(panel, search)

    assert certify_general(panel, last, [0] * len(panel.slots)).faults == ()
    assert cost(panel, last) <= cost(panel, first)
    for unit, arcs in enumerate(allowed_arcs(panel, units)):
        for arc in arcs:
            tried = [*search.place]
            tried[unit] = arc[0]
            moved = spread_out(units, [None if j == len(panel.slots) else j for j in tried])
            elsewhere = general_cost(panel, moved)
            assert elsewhere is None or elsewhere >= cost(panel, last)


def spread(panel: GeneralPanel, search: GeneralSearch) -> tuple[int | None, ...]:
    """Where each client is."""
    places = [None if j == len(panel.slots) else j for j in search.place]
    return spread_out(units_of(panel), places)


def cost(panel: GeneralPanel, places: Sequence[int | None]) -> int:
    """What an allowed answer costs."""
    found = general_cost(panel, places)
    assert found is not None
    return found


def test_a_step_parts_two_who_may_not_meet() -> None:
    panel = two(slots=[[0], [0]], apart=[[0, 1]])
    units = units_of(panel)
    search = GeneralSearch(panel, units, allowed_arcs(panel, units))

    search.place_first([0, 0], [0, 1])

    assert search.place == [0, 1]


def test_a_wish_is_kept_where_it_can_be() -> None:
    panel = two()
    units = units_of(panel)
    search = GeneralSearch(panel, units, allowed_arcs(panel, units))

    search.place_first([1, 1], [0, 1])

    assert search.place == [1, 0]


def test_one_whose_rival_is_there_comes_if_the_rival_may_leave() -> None:
    clients = [Candidates([0, 1], [5, 6], wait_cost=90), Candidates([0, 1], [5, 60], wait_cost=90)]
    panel = two(clients=clients, slots=[[0, 0], [0, 0]], apart=[[0, 1]])
    units = units_of(panel)
    search = GeneralSearch(panel, units, allowed_arcs(panel, units))
    search.place_first([0, 1], [0, 1])

    search.improve()

    assert search.place == [1, 0]


def test_an_arc_stands_off_by_what_any_answer_with_it_costs_more_than_the_bound() -> None:
    panel = two(slots=[[0], [0]])

    priced = priced_units(panel, [4, 0], scale=1)

    assert priced.bound == 12
    assert priced.arcs[0] == [(0, (1, 8, 1)), (1, (0, 5, 1)), (12, (2, 20, 0))]
    assert priced.kernel(1, places=[2, 1]) == (
        [[(1, 8, 1), (0, 5, 1), (2, 20, 0)], [(1, 8, 1), (0, 5, 1)]],
        12,
    )
    assert (priced.is_small(1, 4), priced.is_small(1, 3)) == (True, False)


@pytest.mark.parametrize(
    ("panel", "error", "text"),
    [
        (two(weights=[[1, 1]]), InvalidValue, "$.weights: 2 clients have weights for 1. Maybe one"),
        (two(weights=[[1], [1, 1]]), InvalidValue, "$.weights[0]: 2 candidates have 1 weights."),
        (two(weights=[[1, 1.5], [1, 1]]), WrongType, "$.weights[0]: a weight is no whole number."),
        (two(weights=[[1, -1], [1, 1]]), InvalidValue, "$.weights[0]: a weight is -1. Maybe 0."),
        (two(slots=[[1, 0], []]), InvalidValue, "$.slots[0]: a slot is cheaper than the one"),
        (two(together=[[0, 2]]), InvalidValue, "$.together[0]: the group names a client that is"),
        (two(together=[["0"]]), InvalidValue, "$.together[0]: the group names a client that is"),
        (two(apart=[[0, 0]]), InvalidValue, "$.apart[0]: the group is empty, or names a client"),
        (two(apart=[[]]), InvalidValue, "$.apart[0]: the group is empty, or names a client twice"),
        (two(together=[[0, 1], [1]]), InvalidValue, "$.together: a client is in two of the groups"),
        (
            two(together=[[0, 1]], apart=[[1, 0]]),
            InvalidValue,
            "$.apart[0]: two clients of the group stay together as well. Maybe one of the two",
        ),
    ],
)
def test_a_panel_that_is_not_whole_is_refused(
    panel: GeneralPanel, error: type[CareError], text: str
) -> None:
    with pytest.raises(error) as caught:
        check_general(panel)

    assert str(caught.value).startswith(text)


def pinned(*pins: int | None, **fields: Any) -> GeneralPanel:  # noqa: ANN401 # any field
    """The two clients with pins."""
    clients = [Candidates([0, 1], [5, 8], wait_cost=20, pin=pin) for pin in pins]
    return two(clients=clients, **fields)


@pytest.mark.parametrize(
    ("panel", "text"),
    [
        (pinned(0, 1, together=[[0, 1]]), "$.together: clients who stay together are pinned to"),
        (pinned(0, 0, apart=[[0, 1]]), "$.apart: clients who may not share a professional are"),
        (pinned(1, 1), "$.slots[1]: the pinned clients of professional 1 weigh 1 more than there"),
        (pinned(1, None, together=[[0, 1]]), "$.slots[1]: the pinned clients of professional 1"),
        (
            two(
                clients=[
                    Candidates([0], [5], wait_cost=20, pin=0),
                    Candidates([1], [5], wait_cost=20),
                ],
                weights=[[1], [1]],
                together=[[0, 1]],
            ),
            "$.together: 0 is no candidate of everybody who stays together with a pinned client",
        ),
    ],
)
def test_pins_that_cannot_be_kept_are_refused(panel: GeneralPanel, text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        check_general(panel)

    assert str(caught.value).startswith(text)


@pytest.mark.parametrize(
    ("panel", "places", "told", "fault"),
    [
        (two(), [0], {}, "1 places for 2 clients"),
        (two(), [0, 0], {"prices": [0]}, "each professional needs a price that is a whole number"),
        (two(), [0, 0], {"prices": [0, 0.5]}, "each professional needs a price that is a whole"),
        (two(), [0, 0], {"scale": 0}, "the scale is no whole number from 1"),
        (two(weights=[[1], [1, 1]]), [0, 0], {}, "each candidate needs a weight"),
        (two(weights=[[1, -1], [1, 1]]), [0, 0], {}, "a weight is no whole number from 0"),
        (two(slots=[[1, 0], []]), [0, 0], {}, "a point of professional 0 is cheaper than the one"),
        (two(together=[[0, 5]]), [0, 0], {}, "a group names a client that there is not, or one"),
        (two(together=[[]]), [0, 0], {}, "a group is empty"),
        (two(), [0, 7], {}, "7 is no candidate of client 1"),
        (two(slots=[[0], [0]]), [0, 0], {}, "professional 0 has 2 on 1 points"),
        (pinned(0, None), [1, 0], {}, "client 0 is pinned to 0 and placed at 1"),
        (two(), [0, 0], {"claimed": 9}, "it was said to cost 9, and costs 10"),
        (two(together=[[0, 1]]), [0, 1], {}, "clients 0 and 1 stay together, and are not placed"),
        (two(apart=[[0, 1]]), [0, 0], {}, "clients 0 and 1 are both at 0, and may not share"),
    ],
)
def test_the_proof_names_what_is_not_allowed(
    panel: GeneralPanel, places: list[int | None], told: dict[str, Any], fault: str
) -> None:
    prices = told.pop("prices", [0, 0])

    proof = certify_general(panel, places, prices, **told)

    assert [one.startswith(fault) for one in proof.faults] == [True]


def test_where_pins_cannot_be_kept_the_bound_is_still_a_number() -> None:
    panel = pinned(0, 1, together=[[0, 1]], slots=[[0], [0]])

    assert certify_general(panel, [0, 1], [0, 0]).bound == 40


def test_a_proposal_is_added_up_anew_and_bounded_by_its_prices() -> None:
    solver = says((0, 1), prices=(3, 0), claimed_bound=13)

    judged = judge_proposal(two(slots=[[0], [0]]), solver)

    assert (judged.objective, judged.bound, judged.gap) == (13, 13, 0)
    assert (judged.is_optimal, judged.claimed_bound, judged.is_claimed_optimal) == (
        True,
        None,
        False,
    )


def test_a_claim_beyond_what_is_proved_stays_a_claim() -> None:
    judged = judge_proposal(two(apart=[[0, 1]]), says((0, 1), claimed_bound=13))

    assert (judged.objective, judged.bound, judged.is_optimal) == (13, 10, False)
    assert (judged.claimed_bound, judged.is_claimed_optimal) == (13, True)


def test_a_solver_that_claims_nothing_is_taken_by_its_prices() -> None:
    judged = judge_proposal(two(apart=[[0, 1]]), says((0, 1)))

    assert (judged.claimed_bound, judged.is_claimed_optimal) == (None, False)


@pytest.mark.parametrize(
    ("solver", "fault"),
    [
        # The solver calls its answer optimal, and it is not even allowed.
        (says((0, 0), claimed_bound=10), "clients 0 and 1 are both at 0, and may not share a prof"),
        # It drops a client.
        (says((0,)), "1 places for 2 clients"),
        # It places one with somebody who was not asked for.
        (says((0, 5)), "5 is no candidate of client 1"),
        # Its bound is wrong: its own answer costs less.
        (
            says((0, 1), claimed_bound=14),
            "it claims that nothing costs less than 14, and its own places cost 13",
        ),
        (says((0, 1), claimed_bound=13.0), "what it claims is no whole number"),
        (says((0, 1), prices=(0.5, 0)), "each professional needs a price that is a whole number"),
    ],
)
def test_a_solver_that_lies_is_refused_by_name(solver: Says, fault: str) -> None:
    with pytest.raises(RefusedAnswer) as caught:
        judge_proposal(two(apart=[[0, 1]]), solver)

    start = f"$solver: the answer of Quick 2.1 is refused: {fault}"
    assert str(caught.value).startswith(start)
    assert str(caught.value).endswith("Maybe tell its makers, and ask another solver.")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 # our own bytes
    assert (again.solver, again.version, again.faults) == ("Quick", "2.1", caught.value.faults)


@final
@attrs.frozen
class Meddles:
    """A solver that changes what it was given, so that its answer would hold."""

    places: tuple[int | None, ...]

    def propose(self, panel: GeneralPanel, /) -> Proposal:
        """The places, and changes to all there is."""
        for row in (*panel.slots, *panel.weights, *panel.together, *panel.apart):
            cast("list[int]", row).clear()
        return self.solve_flow(Panel(panel.clients, panel.slots))

    def solve_flow(self, panel: Panel, /) -> Proposal:
        """The places, and changes to all there is."""
        for one in panel.clients:
            cast("list[int]", one.costs)[:] = [0] * len(one.costs)
        for row in panel.slots:
            cast("list[int]", row)[:] = [0] * 9
        told: Any = says(self.places).told
        return cast("Proposal", told)


def test_a_solver_that_changes_the_question_changes_nothing() -> None:
    panel = two(apart=[[0, 1]])
    before = repr(panel)

    with pytest.raises(RefusedAnswer, match="clients 0 and 1 are both at 0"):
        judge_proposal(panel, Meddles((0, 0)))
    assert judge_proposal(panel, Meddles((0, 1))).objective == 13
    assert repr(panel) == before

    flow = Panel(two().clients, [[0], [0]])
    before = repr(flow)
    with pytest.raises(RefusedAnswer, match="professional 0 has 2 on 1 slots"):
        judge_flow(flow, Meddles((0, 0)))
    assert repr(flow) == before


@final
class Fails:
    """A solver that fails."""

    def __init__(self, fault: Exception) -> None:
        """Fail with that."""
        self.fault = fault

    def propose(self, panel: object, /) -> Proposal:
        """Nothing."""
        raise self.fault

    solve_flow = propose


@pytest.mark.parametrize("judge", [judge_proposal, judge_flow])
def test_a_solver_that_fails_is_refused_by_name(judge: Any) -> None:  # noqa: ANN401 # two functions
    panel = two() if judge is judge_proposal else Panel(two().clients, [[0, 0], [0]])

    with pytest.raises(RefusedAnswer, match="the answer of Fails is refused: it fails with KeyE"):
        judge(panel, Fails(KeyError("x")))
    with pytest.raises(ImportError, match="a library is missing"):
        judge(panel, Fails(ImportError("a library is missing")))


@pytest.mark.parametrize("fields", [{"prices": (1 << 70, 0)}, {"scale": 1 << 70}])
def test_prices_that_are_too_large_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(RefusedAnswer, match="a price, or its scale, is further from zero than"):
        judge_proposal(two(), says((0, 1), **fields))


def test_of_many_faults_some_are_told() -> None:
    error = RefusedAnswer("Quick", "2.1", faults=["a", "b", "c", "d"])

    assert "is refused: a; b; c; and 1 more." in str(error)


@pytest.mark.parametrize("judge", [judge_proposal, judge_flow])
def test_what_is_no_proposal_is_refused(judge: Any) -> None:  # noqa: ANN401 # two functions
    panel = two() if judge is judge_proposal else Panel(two().clients, [[0, 0], [0]])

    with pytest.raises(WrongType) as caught:
        judge(panel, Says("optimal"))

    text = "$solver: the solver gives text, 7 characters. Maybe it gives a Proposal."
    assert str(caught.value) == text


def test_a_flow_of_others_is_taken_where_its_prices_prove_it() -> None:
    panel = Panel(two().clients, [[0], [0]])
    found = PanelFlow(panel).solution()

    judged = judge_flow(panel, says(found.places, prices=found.prices))

    assert judged == JudgedProposal(
        proposal=says(found.places, prices=found.prices).told,  # type: ignore[arg-type] # it is
        objective=13,
        bound=13,
    )


@pytest.mark.parametrize(
    ("solver", "fault"),
    [
        (says((None, 1), prices=(3, 0)), "its prices leave a gap of 15, and a flow has none"),
        (says((0, 0)), "professional 0 has 2 on 1 slots"),
    ],
)
def test_a_flow_of_others_that_is_not_the_least_cost_is_refused(solver: Says, fault: str) -> None:
    with pytest.raises(RefusedAnswer) as caught:
        judge_flow(Panel(two().clients, [[0], [0]]), solver)

    assert caught.value.faults == (fault,)


def test_a_panel_counts_its_pairs() -> None:
    assert two().pair_count == 4


def test_one_who_takes_up_nothing_may_be_pinned_to_somebody_who_is_full() -> None:
    check_general(pinned(1, 1, weights=[[1, 1], [1, 0]]))


def test_one_with_two_rivals_at_the_same_place_stays_away_from_it() -> None:
    clients = [Candidates([0], [9], wait_cost=50), *two().clients]
    panel = GeneralPanel(
        clients=clients, weights=[[1], [1, 1], [1, 1]], slots=[[0] * 3, []], apart=[[0, 1], [0, 2]]
    )
    units = units_of(panel)
    search = GeneralSearch(panel, units, allowed_arcs(panel, units))
    search.place_first([None, 0, 0], [1, 2, 0])

    search.improve()

    assert search.place == [2, 0, 0]


def test_the_nearest_arc_that_is_left_out_is_the_nearest_of_all_units() -> None:
    clients = [Candidates([0], [5], wait_cost=wait) for wait in (30, 20, 40)]
    panel = two(clients=clients, weights=[[1], [1], [1]])

    _, nearest = priced_units(panel, [0, 0], scale=1).kernel(0, places=[0, 0, 0])

    assert nearest == 15


def test_who_stays_together_may_be_kept_apart_from_others() -> None:
    clients = [Candidates([0], [1], wait_cost=9)] * 3
    panel = GeneralPanel(
        clients=clients, weights=[[1]] * 3, slots=[[0] * 3], together=[[0, 1]], apart=[[1, 2]]
    )

    check_general(panel)

    assert least_general_cost(panel) == 11


def test_nobody_is_moved_to_where_there_is_no_room() -> None:
    clients = [Candidates([0, 1], [5, 8], wait_cost=20), Candidates([0, 1], [1, 2], wait_cost=20)]
    panel = two(
        clients=[*clients, Candidates([1], [0], wait_cost=20)],
        weights=[[1, 1], [1, 1], [1]],
        slots=[[0], [0]],
    )
    units = units_of(panel)
    search = GeneralSearch(panel, units, allowed_arcs(panel, units))
    search.place_first([None, 0, 1], [1, 2, 0])

    search.improve()

    assert search.place == [2, 0, 1]
