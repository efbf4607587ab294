"""A Dask cluster of this machine: the same answers, by workers of their own."""

import sys
from collections.abc import Iterator
from typing import Any

import attrs
import distributed
import pytest

from carecore.codec import dumps
from carecore.errors import InvalidValue, WrongType
from carecore.extra.batch import on_dask
from carecore.flows import PanelFlow, census_of, cut, solve_in_parts
from carecore.matching import allocate

from ...flows.drawn_flows import wide_panel
from ...matching.ranked import CLIENT, DAY, FITTING, ROLE


@pytest.fixture(scope="module")
def cluster() -> Iterator[distributed.Client]:
    """Two processes, for all tests of this file."""
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as local,
        distributed.Client(local) as client,
    ):
        yield client


def test_the_allocation_is_the_same_to_the_byte(cluster: distributed.Client) -> None:
    panel = [attrs.evolve(CLIENT, id=f"c-{at}", caseload_points=1) for at in range(30)]
    pool = [attrs.evolve(FITTING, id=f"p-{at}", caseload=16 + at % 4) for at in range(10)]
    workers = on_dask(cluster)

    found = allocate(panel, pool, role=ROLE, as_of=DAY, workers=workers)

    assert workers.count == 2
    assert dumps(found) == dumps(allocate(panel, pool, role=ROLE, as_of=DAY))


def test_a_panel_in_parts_costs_what_the_whole_costs(cluster: distributed.Client) -> None:
    panel = wide_panel(300, 30, fullness=99)

    found = solve_in_parts(
        cut(panel, 3), panel.slots, whole=census_of(panel), mapper=on_dask(cluster).map
    )

    assert found.solution.objective == PanelFlow(panel).objective
    assert found == solve_in_parts(cut(panel, 3), panel.slots)


def test_parts_that_lie_on_the_workers_stay_there(cluster: distributed.Client) -> None:
    panel = wide_panel(200, 20)
    there = cluster.scatter(list(cut(panel, 2)))

    found = solve_in_parts(there, panel.slots, whole=census_of(panel), mapper=on_dask(cluster).map)

    assert found == solve_in_parts(cut(panel, 2), panel.slots)


def test_what_is_refused_by_a_worker_is_refused_here(cluster: distributed.Client) -> None:
    panel = wide_panel(20, 15)
    (left, right) = cut(panel, 2)
    wrong = attrs.evolve(left, numbers=left.numbers[1:])

    with pytest.raises(InvalidValue, match="9 numbers are those of 10 clients"):
        solve_in_parts([wrong, right], panel.slots, mapper=on_dask(cluster).map)


@pytest.mark.parametrize("wrong", [None, "tcp://127.0.0.1:8786", distributed.Client])
def test_what_is_no_client_of_a_cluster_is_refused(wrong: Any) -> None:  # noqa: ANN401 # wrong on purpose
    with pytest.raises(WrongType, match=r"Maybe distributed\.Client\(cluster\)"):
        on_dask(wrong)


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(ImportError, match=r'Maybe pip install "carecore\[dask\]"\.'):
        on_dask(None)


def test_what_the_library_itself_lacks_is_said_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        """Finds the library, and not what it needs."""

        def find_spec(self, name: str, path: object = None, target: object = None) -> None:
            if name == "distributed":
                raise ModuleNotFoundError("No module named 'tornado'", name="tornado")

    monkeypatch.delitem(sys.modules, "distributed")
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])

    with pytest.raises(ModuleNotFoundError, match="tornado"):
        on_dask(None)
