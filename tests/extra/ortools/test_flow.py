"""The flow of OR-tools: the answer of the core, to each client, and proved by our own prices."""

import sys
from typing import Any

import pytest
from hypothesis import given

from carecore.errors import RefusedAnswer
from carecore.extra.solvers import OrToolsFlow, ortools_flow
from carecore.flows import Candidates, FlowSolver, Panel, PanelFlow, judge_flow, settle_ties
from carecore.matching import STANDARD_POLICY, allocate

from ...flows.drawn_flows import SEEDS, numbers, odd_panel, wide_panel
from ...matching.ranked import DAY
from ...matching.test_allocate import client, pro


def settled(panel: Panel) -> tuple[int | None, ...]:
    """The answer of the core."""
    found = PanelFlow(panel).solution()
    return settle_ties(panel, found.places, found.prices)


@given(seed=SEEDS)
def test_it_gives_the_answer_of_the_core_also_between_ties(seed: int) -> None:
    panel = odd_panel(numbers(seed))

    judged = judge_flow(panel, OrToolsFlow())

    assert (judged.proposal.places, judged.is_optimal) == (settled(panel), True)


@pytest.mark.parametrize("kind", [{}, {"fullness": 110}, {"step": 50}, {"step": 5_000}])
def test_it_gives_the_answer_of_the_core_for_a_larger_panel(kind: dict[str, int]) -> None:
    panel = wide_panel(300, 30, **kind)

    assert judge_flow(panel, OrToolsFlow()).proposal.places == settled(panel)


def test_an_allocation_is_the_same_with_it() -> None:
    panel = [client(f"c-{number}") for number in range(6)]
    pool = [pro(f"p-{number}", caseload_limit=4 + number % 2) for number in range(4)]

    mine = allocate(panel, pool, policy=STANDARD_POLICY, as_of=DAY)
    theirs = allocate(panel, pool, policy=STANDARD_POLICY, as_of=DAY, solver=OrToolsFlow())

    assert theirs.placements == mine.placements
    assert theirs.unplaced == mine.unplaced
    assert theirs.costs == mine.costs
    assert theirs.certificate.is_optimal
    assert theirs.certificate.method.startswith("OR-tools 9.")
    assert theirs.certificate.method.endswith("(minimum-cost flow), checked by carecore")


def test_it_is_a_solver_of_flows_only() -> None:
    assert isinstance(OrToolsFlow(), FlowSolver)
    assert not hasattr(OrToolsFlow(), "propose")


def test_costs_that_are_too_large_for_it_are_said_and_not_wrapped_around() -> None:
    large = 1 << 62
    clients = [Candidates([0], [large], wait_cost=-large) for _ in range(3)]

    with pytest.raises(RefusedAnswer, match="it ends with BAD_COST_RANGE"):
        OrToolsFlow().solve_flow(Panel(clients, [[0]]))


def test_places_that_do_not_cost_least_have_no_prices(monkeypatch: pytest.MonkeyPatch) -> None:
    clients = [Candidates([0, 1], [0, 9], wait_cost=50), Candidates([0, 1], [9, 0], wait_cost=50)]
    monkeypatch.setattr(ortools_flow, "_places", lambda *_: [1, 0])

    with pytest.raises(RefusedAnswer, match="no prices prove that nothing costs less"):
        OrToolsFlow().solve_flow(Panel(clients, [[0], [0]]))


@pytest.mark.parametrize("missing", ["ortools", "numpy"])
def test_where_it_is_missing_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(ImportError) as caught:
        OrToolsFlow().solve_flow(Panel([], []))

    assert str(caught.value) == (
        "a quicker flow is worked out by OR-tools, which is missing. "
        'Maybe pip install "carecore[flow]".'
    )


def test_what_else_is_missing_is_not_covered_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools.graph.python.min_cost_flow", None)

    with pytest.raises(ModuleNotFoundError, match=r"ortools\.graph\.python"):
        OrToolsFlow().solve_flow(Panel([], []))


def test_it_prints_nothing(capfd: pytest.CaptureFixture[Any]) -> None:
    OrToolsFlow().solve_flow(wide_panel(60, 20))

    assert tuple(capfd.readouterr()) == ("", "")
