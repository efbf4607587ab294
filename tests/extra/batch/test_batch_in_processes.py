"""The standard library's processes: the same answers, beside each other."""

import os
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Any

import attrs
import pytest

from carecore.codec import dumps
from carecore.errors import CareError, InvalidValue, WrongType
from carecore.extra.batch import in_processes
from carecore.extra.batch.sending import packed
from carecore.flows import (
    PanelFlow,
    Workers,
    census_of,
    cut,
    solve_components,
    solve_in_parts,
)
from carecore.matching import STANDARD_POLICY, allocate

from ...flows.drawn_flows import numbers, wide_panel
from ...flows.regions import region_panel
from ...matching.ranked import CLIENT, DAY, FITTING, ROLE, Mornings


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """Two processes, for all tests of this file."""
    with in_processes(2) as found:
        yield found


def test_the_allocation_is_the_same_to_the_byte(workers: Workers) -> None:
    panel = [attrs.evolve(CLIENT, id=f"c-{at}", caseload_points=1) for at in range(30)]
    pool = [attrs.evolve(FITTING, id=f"p-{at}", caseload=16 + at % 4) for at in range(10)]

    found = allocate(panel, pool, role=ROLE, as_of=DAY, workers=workers)

    assert workers.count == 2
    assert dumps(found) == dumps(allocate(panel, pool, role=ROLE, as_of=DAY))
    assert found.certificate.is_optimal


def test_a_panel_in_parts_costs_what_the_whole_costs(workers: Workers) -> None:
    panel = wide_panel(300, 30, fullness=99)

    found = solve_in_parts(cut(panel, 4), panel.slots, whole=census_of(panel), mapper=workers.map)

    assert found.solution.objective == PanelFlow(panel).objective
    assert found.proof.is_optimal
    assert found == solve_in_parts(cut(panel, 3), panel.slots)


def test_components_cost_what_the_whole_costs(workers: Workers) -> None:
    panel = region_panel(numbers(11))

    assert solve_components(panel, mapper=workers.map) == solve_components(panel)


def test_what_is_refused_in_a_process_is_refused_here(workers: Workers) -> None:
    panel = wide_panel(20, 15)
    (left, right) = cut(panel, 2)
    wrong = attrs.evolve(left, numbers=left.numbers[1:])

    with pytest.raises(CareError, match="9 numbers are those of 10 clients"):
        solve_in_parts([wrong, right], panel.slots, mapper=workers.map)


class Hermit(str):
    """A criterion's id that goes nowhere."""

    __slots__ = ()

    def __reduce__(self) -> Any:  # noqa: ANN401 # it gives nothing
        raise RuntimeError("it stays here")


def test_a_criterion_that_cannot_be_sent_is_refused(workers: Workers) -> None:
    policy = STANDARD_POLICY.with_criterion(Mornings(id=Hermit("mornings")))

    with pytest.raises(WrongType, match=r"cannot be sent .*\. Maybe define the criterion at the"):
        allocate([CLIENT], [FITTING], role=ROLE, policy=policy, as_of=DAY, workers=workers)


def test_what_is_sent_shows_nothing_that_is_personal() -> None:
    sent = packed(partial(allocate, [attrs.evolve(CLIENT, name="Zofia Marker")]))

    assert b"Marker" in sent.data
    assert "Marker" not in f"{sent}{sent!r}"


@pytest.mark.parametrize(
    ("count", "error"), [(0, InvalidValue), (True, WrongType), (2.0, WrongType)]
)
def test_there_is_at_least_one_process(count: Any, error: type[CareError]) -> None:  # noqa: ANN401 # wrong on purpose
    with pytest.raises(error), in_processes(count):
        pass


def test_where_a_process_ends_it_is_said_what_may_be_the_reason() -> None:
    with pytest.raises(BrokenProcessPool) as broken, in_processes(1) as alone:
        list(alone.map(os._exit, [3]))

    assert broken.value.__notes__ == [
        'Maybe the script does its work outside of `if __name__ == "__main__":`'
    ]
