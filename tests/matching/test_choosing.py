"""Whoever asks the pool for the clients, the allocation is the same to the byte."""

import pickle
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.timing import Period
from carecore.codec import dumps
from carecore.errors import InvalidValue, WrongType
from carecore.matching import (
    STANDARD_POLICY,
    STANDARD_SHARING,
    Allocation,
    Bond,
    Policy,
    allocate,
)
from carecore.people import Client, Membership, Professional, Team

from .drawn_pairs import WHOM, somebody
from .ranked import CLIENT, DAY, FITTING, ROLE, Mornings

T = TypeVar("T")

ROLES = st.none() | st.just(ROLE)
LENIENT = STANDARD_POLICY.admitting("language", "jurisdiction", "care_setting", "caseload")
OTHERS = STANDARD_POLICY.with_criterion(Mornings(is_hard=True))
PANELS = st.lists(WHOM, max_size=7).map(
    lambda some: [attrs.evolve(one, id=f"c-{number}") for number, one in enumerate(some)]
)
STAFF = st.integers(0, 4).flatmap(
    lambda many: st.tuples(*(somebody(f"p-{number}") for number in range(many)))
)


class Elsewhere:
    """Workers who get nothing but what can be sent to them."""

    def __init__(self, count: int = 2) -> None:
        self.count = count
        # What was sent to ask for choices, not for what stands in the way afterwards.
        self.parts: list[Any] = []

    def map(self, function: Callable[..., T], /, *columns: Iterable[Any]) -> Iterable[T]:
        told = []
        for row in zip(*columns, strict=True):
            sent = pickle.dumps((function, row))
            there, values = pickle.loads(sent)  # noqa: S301 # it is our own
            self.parts += [one for one in values if hasattr(one, "sent")]
            told.append(pickle.loads(pickle.dumps(there(*values))))  # noqa: S301 # as above
        return told


def both_ways(clients: Iterable[Client], pool: Iterable[Professional], **told: Any) -> Allocation:  # noqa: ANN401 # as allocate takes them
    """The allocation, the same with workers and without."""
    panel, people = list(clients), list(pool)
    alone = allocate(panel, people, as_of=DAY, **told)
    found = allocate(panel, people, as_of=DAY, workers=Elsewhere(), **told)
    assert dumps(found) == dumps(alone)
    assert found == alone
    return found


@settings(max_examples=60)
@given(PANELS, STAFF, st.sampled_from([STANDARD_POLICY, LENIENT, OTHERS]), ROLES)
def test_workers_change_no_byte(
    panel: list[Client], pool: tuple[Professional, ...], policy: Policy, role: str | None
) -> None:
    both_ways(panel, pool, policy=policy, role=role)


def panel_of(count: int) -> list[Client]:
    """So many clients who are alike."""
    return [attrs.evolve(CLIENT, id=f"c-{number}", caseload_points=1) for number in range(count)]


def test_bonds_pins_and_who_may_not_come_are_known_to_the_workers() -> None:
    pool = [attrs.evolve(FITTING, id=f"p-{at}", caseload=18) for at in range(4)]
    bonds = [Bond(client_id=f"c-{at}", role=ROLE, professional_id=f"p-{at % 4}") for at in range(6)]

    found = both_ways(
        panel_of(8),
        pool,
        role=ROLE,
        sharing=attrs.evolve(STANDARD_SHARING, broken_bond=10_000),
        previous=bonds[:4],
        pins=[bonds[5]],
        barred=[Bond(client_id="c-7", role=ROLE, professional_id="p-0")],
    )

    who = {str(one.client_id): str(one.professional_id) for one in found.placements}
    assert [who[f"c-{at}"] for at in (0, 1, 2, 3, 5)] == ["p-0", "p-1", "p-2", "p-3", "p-1"]
    assert who["c-7"] != "p-0"


def test_what_a_team_has_already_is_known_to_the_workers() -> None:
    pool = [attrs.evolve(FITTING, id=f"p-{at}") for at in range(3)]
    known = Membership(person_id="p-2", role="case_manager", period=Period(DAY - timedelta(9)))
    teams = [Team(id="t-1", client_id="c-1", memberships=[known])]

    found = both_ways(panel_of(3), pool, role=ROLE, teams=teams)

    who = {str(one.client_id): str(one.professional_id) for one in found.placements}
    assert who["c-1"] == "p-2"


def test_each_part_knows_only_its_own_clients() -> None:
    pool = [attrs.evolve(FITTING, id=f"p-{at}") for at in range(2)]
    bonds = [Bond(client_id=f"c-{at}", role=ROLE, professional_id="p-0") for at in range(4)]
    workers = Elsewhere()

    allocate(panel_of(4), pool, role=ROLE, previous=bonds, barred=bonds, as_of=DAY, workers=workers)

    assert len(workers.parts) == 4
    for at, part in enumerate(workers.parts):
        assert [one.client.id for one in part.sent.openings] == [f"c-{at}"]
        assert list(part.before) == [(f"c-{at}", ROLE)]
        assert part.barred == {(f"c-{at}", "p-0")}


def test_what_stands_in_the_way_is_found_by_the_workers() -> None:
    panel = [*panel_of(3), attrs.evolve(CLIENT, id="c-9", languages=("zh",))]
    pool = [attrs.evolve(FITTING, caseload=19)]

    found = both_ways(panel, pool, role=ROLE)

    told = [(one.client_id, [each.criterion for each in one.obstacles]) for one in found.unplaced]
    assert told == [("c-1", []), ("c-2", []), ("c-9", ["language", "caseload"])]


@pytest.mark.parametrize(("clients", "count", "parts"), [(9, 2, 4), (3, 2, 3), (5, 0, 2)])
def test_there_are_two_parts_for_each_worker_at_most(clients: int, count: int, parts: int) -> None:
    workers = Elsewhere(count)

    allocate(panel_of(clients), [FITTING], role=ROLE, as_of=DAY, workers=workers)

    assert len(workers.parts) == parts


def test_nobody_is_asked_for_nobody() -> None:
    workers = Elsewhere()

    found = allocate([], [FITTING], as_of=DAY, workers=workers)

    assert (found.placements, workers.parts) == ((), [])


def test_what_does_not_fit_is_refused_with_workers_as_without() -> None:
    tomorrow = DAY + timedelta(days=1)
    pin = Bond(client_id="c-0", role=ROLE, professional_id="p-1")
    for workers in (None, Elsewhere()):
        with pytest.raises(InvalidValue, match="'p-1' does not fit 'c-0': language"):
            allocate(
                [attrs.evolve(CLIENT, id="c-0", languages=("zh",))],
                [FITTING],
                role=ROLE,
                pins=[pin],
                as_of=tomorrow,
                workers=workers,
            )


@pytest.mark.parametrize("wrong", [4, map, "two"])
def test_workers_that_are_none_are_refused(wrong: Any) -> None:  # noqa: ANN401 # wrong on purpose
    with pytest.raises(WrongType, match=r"they need a count and a map\. Maybe carecore\.extra"):
        allocate([], [], as_of=DAY, workers=wrong)


class Careless:
    """Workers who do not give back what they were asked for."""

    count = 2

    def __init__(self, spoil: Callable[[list[Any]], list[Any]]) -> None:
        self.spoil = spoil

    def map(self, function: Callable[..., T], /, *columns: Iterable[Any]) -> Iterable[T]:
        return self.spoil([function(*row) for row in zip(*columns, strict=True)])


@pytest.mark.parametrize(
    "spoil", [lambda told: told[:-1], lambda told: told[::-1], lambda told: [*told, told[0]]]
)
def test_workers_who_lose_or_mix_up_clients_are_refused(
    spoil: Callable[[list[Any]], list[Any]],
) -> None:
    panel = [attrs.evolve(CLIENT, id=key) for key in ("c-1", "c-2")]

    with pytest.raises(InvalidValue, match="were asked about 2, and told of") as refused:
        allocate(panel, [FITTING], role=ROLE, as_of=DAY, workers=Careless(spoil))

    assert refused.value.place == "$workers"
