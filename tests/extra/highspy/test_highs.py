"""HiGHS as a solver: to the least cost, told as its claim, and never believed."""

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import attrs
import highspy
import pytest
from hypothesis import given

from carecore.errors import InvalidValue, RefusedAnswer, WrongType
from carecore.extra.solvers import HighsSolver, highs
from carecore.flows import Candidates, GeneralPanel, JudgedProposal, Proposer, judge_proposal

from ...flows.drawn_flows import SEEDS, WEIGHTS, numbers, wide_panel
from ...flows.drawn_general import least_general_cost, odd_general
from .published import best_known, published_panel

PUBLISHED = (
    *("cattrysse1994/gap1-0", "cattrysse1994/gap5-2", "cattrysse1994/gap7-3"),
    *("cattrysse1994/gap12-2", "chu1997/a05100", "chu1997/a20200", "chu1997/b10100"),
    "chu1997/c05100",
)


def weighted(clients: int, professionals: int, **kind: int) -> GeneralPanel:
    """A panel of clients of unlike weight."""
    weights = [WEIGHTS[number % len(WEIGHTS)] for number in range(clients)]
    panel = wide_panel(clients, professionals, points=sum(weights), **kind)
    return GeneralPanel(
        clients=panel.clients,
        weights=[[w] * len(one.costs) for w, one in zip(weights, panel.clients, strict=True)],
        slots=panel.slots,
    )


def apart(**fields: Any) -> GeneralPanel:  # noqa: ANN401 # any field
    """Two clients who would rather go to the same one, and may not."""
    clients = [Candidates([0, 1], [5, 8], wait_cost=20) for _ in range(2)]
    panel = GeneralPanel(
        clients=clients, weights=[[1, 1], [1, 1]], slots=[[0, 0], [0]], apart=[[0, 1]]
    )
    return attrs.evolve(panel, **fields)


@given(seed=SEEDS)
def test_it_finds_the_least_cost_and_says_so(seed: int) -> None:
    panel = odd_general(numbers(seed))

    judged = judge_proposal(panel, HighsSolver())

    assert judged.objective == least_general_cost(panel)
    assert judged.is_optimal is not judged.is_claimed_optimal


def test_a_claim_of_the_least_cost_is_that_of_the_solver_where_prices_leave_a_gap() -> None:
    judged = judge_proposal(apart(), HighsSolver())

    assert (judged.objective, judged.bound, judged.claimed_bound) == (13, 10, 13)
    assert (judged.is_optimal, judged.is_claimed_optimal) == (False, True)
    assert (judged.proposal.solver, judged.proposal.version) == ("HiGHS", version("highspy"))
    assert judged.proposal.settings == "1 thread, seed 0, at most 5000 nodes"


def test_the_same_question_has_the_same_answer() -> None:
    panel = weighted(120, 12, fullness=95)

    first, second = (HighsSolver(nodes=20).propose(panel) for _ in range(2))

    assert first == second


def test_where_the_work_is_used_up_the_gap_is_said() -> None:
    judged = judge_proposal(weighted(200, 20, fullness=99), HighsSolver(nodes=1))

    assert isinstance(judged, JudgedProposal)
    assert judged.claimed_bound is not None
    assert judged.bound <= judged.claimed_bound <= judged.objective


def test_a_kernel_grows_until_nothing_that_is_left_out_could_be_better(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(highs, "_SMALL", 0)
    panel = weighted(40, 12, fullness=95)

    narrow = judge_proposal(panel, HighsSolver())
    monkeypatch.setattr(highs, "_SMALL", 10**6)
    whole = judge_proposal(panel, HighsSolver())

    assert narrow.objective == whole.objective
    assert narrow.is_claimed_optimal
    assert whole.is_claimed_optimal


def test_it_prints_nothing_not_even_its_name(capfd: pytest.CaptureFixture[str]) -> None:
    judge_proposal(apart(), HighsSolver())
    judge_proposal(apart(weights=[[1, 2], [2, 1]], slots=[[0, 0], [0, 1]]), HighsSolver())

    assert tuple(capfd.readouterr()) == ("", "")


def test_it_answers_after_others_have_asked_with_more_threads() -> None:
    other: Any = highspy.Highs()  # type: ignore[no-untyped-call] # the library's own
    other.silent()
    other.setOptionValue("threads", 2)
    other.addVar(0.0, 1.0)
    highspy.Highs.resetGlobalScheduler(True)
    assert other.run() == highspy.HighsStatus.kOk

    judged = judge_proposal(apart(), HighsSolver())

    assert judged.objective == 13


class Broken(highspy.Highs):
    """HiGHS that gives up."""

    def run(self) -> highspy.HighsStatus:
        """Give up."""
        return highspy.HighsStatus.kError


def test_where_it_gives_up_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highspy, "Highs", Broken)

    with pytest.raises(RefusedAnswer, match=r"the answer of HiGHS .* it ends with an error"):
        judge_proposal(apart(), HighsSolver())


def lying(**told: Any) -> Any:  # noqa: ANN401 # a stand-in for an answer
    """A session that gives another answer than HiGHS does."""
    honest = highs._Session.answer

    def answer(self: Any, programme: Any, **asked: Any) -> Any:  # noqa: ANN401 # as above
        given = honest(self, programme, **asked)
        return attrs.evolve(given, **told) if asked else given

    return answer


@pytest.mark.parametrize(
    "told",
    [
        # It calls places optimal at which two meet who may not.
        {"values": [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]},
        # It finds nothing, though there is an answer.
        {"values": []},
        # Its bound is above what it found itself.
        {"bound": 1e9},
        # It has no bound.
        {"bound": float("-inf")},
    ],
)
def test_what_it_says_is_checked_before_it_is_proposed(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, Any]
) -> None:
    monkeypatch.setattr(highs._Session, "answer", lying(**told))

    judged = judge_proposal(apart(), HighsSolver(nodes=3))

    assert judged.objective == 13


def test_where_it_is_missing_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)

    with pytest.raises(ImportError) as caught:
        HighsSolver().propose(apart())

    assert str(caught.value) == (
        "allocations with conditions are worked out by HiGHS, which is missing. "
        'Maybe pip install "carecore[solver]".'
    )


def test_what_else_is_missing_is_not_covered_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Finder:
        """Finds highspy, which then lacks something itself."""

        def find_spec(self, name: str, *_: object) -> None:
            """Nothing."""
            if name == "highspy":
                raise ModuleNotFoundError(name="numpy")

    monkeypatch.delitem(sys.modules, "highspy")
    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])

    with pytest.raises(ModuleNotFoundError) as caught:
        HighsSolver().propose(apart())

    assert caught.value.name == "numpy"


@pytest.mark.parametrize(
    ("nodes", "error"), [(0, InvalidValue), (10**9 + 1, InvalidValue), ("many", WrongType)]
)
def test_work_is_counted_in_nodes(nodes: Any, error: type[Exception]) -> None:  # noqa: ANN401 # any value
    with pytest.raises(error) as caught:
        HighsSolver(nodes=nodes)

    assert str(caught.value).startswith("$.nodes: ")


def test_it_is_a_solver_that_proposes() -> None:
    assert isinstance(HighsSolver(), Proposer)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_problem_costs_what_is_best_known(name: str, real_data: Path) -> None:
    folder = real_data / "matching" / "gap"
    if not (folder / name).is_file():
        pytest.skip("there are no published problems here. Maybe pass --real-data DIR")

    judged = judge_proposal(published_panel(folder / name), HighsSolver())

    assert judged.objective == best_known(folder)[name]
    assert judged.is_optimal or judged.is_claimed_optimal
