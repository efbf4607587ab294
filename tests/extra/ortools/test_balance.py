"""CP-SAT and ours on the same wards: what it proposes holds, and it finds the least there is."""

import sys
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.errors import InvalidValue
from carecore.extra.solvers import CpSatBalance
from carecore.flows import ZoneQuestion, certify_zone, share_evenly
from carecore.matching import ClientAcuity, WardZone, balance_ward

from ...flows.wards_published import published_ward


def question_of(
    weights: list[int], people: int, most: int | None, slack: int | None
) -> ZoneQuestion:
    """A zone that can be shared out by how many each has; perhaps not by points."""
    return ZoneQuestion(
        weights=weights,
        people=people,
        least=min(1, len(weights) // people),
        most=None if most is None else max(most, -(-len(weights) // people)),
        limit=None if slack is None else sum(weights) // people + slack,
    )


QUESTIONS = st.builds(
    question_of,
    st.lists(st.integers(0, 30), min_size=1, max_size=6),
    st.integers(1, 3),
    st.none() | st.integers(1, 4),
    st.none() | st.integers(0, 9),
)


def least(question: ZoneQuestion) -> int | None:
    """The least sum of squares, by trying all; `None` if no answer keeps the limits."""
    every = product(range(question.people), repeat=len(question.weights))
    proofs = (certify_zone(question, places) for places in every)
    return min((proof.objective for proof in proofs if not proof.faults), default=None)


@given(question=QUESTIONS)
def test_it_finds_the_least_there_is_and_says_so(question: ZoneQuestion) -> None:
    start = share_evenly(question).places

    found = CpSatBalance().share_zone(question, start)

    best = least(question)
    proof = certify_zone(question, found.places)
    if best is None:
        assert found.places == start
        assert not found.is_best
    else:
        assert found.is_best
        assert not proof.faults
        assert proof.objective == best


def test_with_no_work_allowed_nothing_is_claimed() -> None:
    weights = [59, 57, 50, 44, 42, 40, 39, 39, 33, 33, 32, 27, 26, 22, 20, 17, 11]
    question = ZoneQuestion(weights=weights, people=7, least=1, most=3)
    start = share_evenly(question).places

    found = CpSatBalance(work=0).share_zone(question, start)

    assert not found.is_best
    assert certify_zone(question, found.places).objective >= certify_zone(question, start).bound


def test_the_same_ward_is_answered_the_same() -> None:
    weights = [49, 47, 39, 39, 38, 30, 30, 28, 27, 15, 14]
    question = ZoneQuestion(weights=weights, people=4, least=1, most=3)
    start = share_evenly(question).places

    assert CpSatBalance().share_zone(question, start) == CpSatBalance().share_zone(question, start)


def test_nobody_is_shared_out_at_once() -> None:
    assert CpSatBalance().share_zone(ZoneQuestion(weights=[], people=0), ()).is_best


def test_a_ward_that_is_settled_names_the_solver_with_its_version() -> None:
    points = (49, 47, 39, 39, 38, 30, 30, 28, 27, 15, 14)
    clients = [ClientAcuity(client_id=f"c-{one}-{of}", points=of) for one, of in enumerate(points)]
    ward = [WardZone(name="east", clients=tuple(clients))]
    people = ["p-1", "p-2", "p-3", "p-4"]

    found = balance_ward(ward, people, most_clients=3, solver=CpSatBalance())

    assert found.is_settled
    assert found.objective <= balance_ward(ward, people, most_clients=3).objective
    assert "so says CP-SAT of OR-tools 9." in str(found)


@pytest.mark.parametrize("name", ["2zones2", "2zones4", "2zones9", "3zones0"])
def test_published_wards_are_settled_zone_by_zone(name: str, real_data: Path) -> None:
    for question in published_ward(real_data, name):
        start = share_evenly(question).places

        found = CpSatBalance().share_zone(question, start)

        proof = certify_zone(question, found.places)
        assert found.is_best
        assert not proof.faults
        assert proof.bound <= proof.objective <= certify_zone(question, start).objective


def test_work_below_zero_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"below 0.* Maybe a number from 0 to 1000"):
        CpSatBalance(work=-1)


def test_what_is_missing_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in sys.modules if one.partition(".")[0] == "ortools"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Without("ortools"), *sys.meta_path])

    with pytest.raises(ImportError, match=r'Maybe pip install "carecore\[balance\]"\.') as refused:
        _ = CpSatBalance().label

    assert not isinstance(refused.value, ModuleNotFoundError)


def test_a_library_that_ortools_lacks_is_named_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in sys.modules if one.partition(".")[0] == "ortools"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_Without("ortools", told="pandas"), *sys.meta_path])

    with pytest.raises(ModuleNotFoundError, match="pandas"):
        _ = CpSatBalance().label


class _Without:
    """Finds a module missing."""

    def __init__(self, name: str, *, told: str | None = None) -> None:
        """Which is looked for, and which is said to be missing."""
        self.name = name
        self.told = told or name

    def find_spec(self, name: str, *rest: object) -> None:
        """Nothing, or an error."""
        del rest
        if name.partition(".")[0] == self.name:
            raise ModuleNotFoundError(f"no {self.told}", name=self.told)
