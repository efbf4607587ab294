"""Traps that others fell into when they shared clients out, each by its name: what happens here."""

from random import Random
from typing import Any

import attrs
import pytest

from carecore.base.timing import Period
from carecore.errors import WrongType
from carecore.matching import (
    STANDARD_POLICY,
    Allocation,
    BrokenBecause,
    CriterionKind,
    LivePanel,
    Sharing,
    StandardCriterion,
    allocate,
    compare_allocations,
)
from carecore.people import Client, Leave, Professional

from .ranked import CLIENT, DAY, FITTING, ROLE


def client(key: str, **fields: Any) -> Client:  # noqa: ANN401 # any field
    """Somebody like the client of the rankings, who takes up one point."""
    return attrs.evolve(CLIENT, id=key, **{"caseload_points": 1, **fields})


def pro(key: str, **fields: Any) -> Professional:  # noqa: ANN401 # any field
    """Somebody who fits, with four places."""
    return attrs.evolve(FITTING, id=key, **{"caseload_limit": 4, "caseload": 0, **fields})


def who(allocation: Allocation) -> dict[str, str]:
    """Who has whom."""
    return {str(one.client_id): str(one.professional_id) for one in allocation.placements}


def told(allocation: Allocation) -> list[str]:
    """Of whom it tells, placed or not."""
    placed = [str(one.client_id) for one in allocation.placements]
    return sorted([*placed, *(str(one.client_id) for one in allocation.unplaced)])


def live(clients: list[Client], pool: list[Professional], **fields: Any) -> LivePanel:  # noqa: ANN401 # any argument
    """A panel that is shared out."""
    return LivePanel.of(clients, pool, role=ROLE, as_of=DAY, **fields)


@pytest.mark.parametrize("away", [{"weekly_hours": 0}, {"leave": [Leave(Period(DAY))]}])
def test_absent_is_not_idle(away: dict[str, Any]) -> None:
    panel = live([client("c-1"), client("c-2")], [pro("p-1"), pro("p-2", caseload=3)])
    assert set(who(panel.allocation()).values()) == {"p-1"}

    later = panel.with_professional(pro("p-1", **away))

    assert later.change is not None
    assert [one.text for one in later.change.reassignments] == [
        "c-1 moves from p-1 to p-2",
        "c-2 leaves p-1, and waits",
    ]
    found = later.allocation()
    # An empty caseload would be the emptiest; whoever is away has none.
    assert (found.fairness.filled, found.fairness.absent) == ((1000,), 1)


def test_an_unknown_tier_crashes_nothing() -> None:
    late = StandardCriterion(
        id="late", kind=CriterionKind.LANGUAGE, is_hard=False, weight=2, tier=9
    )
    policy = STANDARD_POLICY.with_criterion(late)
    unknown = client("c-1", caseload_points=None)

    panel = live([unknown], [pro("p-1")], policy=policy)

    assert policy.tiers == (1, 2, 3, 9)
    (placed,) = panel.allocation().placements
    assert (len(placed.score), placed.points) == (4, 1)
    with pytest.raises(WrongType, match="tier"):
        attrs.evolve(late, tier="gold")  # type: ignore[arg-type] # what is refused


def test_an_unmatched_client_does_not_vanish() -> None:
    panel = live([client("c-1")], [pro("p-1", caseload_limit=1)])
    names = ["c-1"]
    for number, tongue in enumerate(("xx", "pl", "en", "xx"), start=2):
        names.append(f"c-{number}")
        panel = panel.with_client(client(names[-1], languages=(tongue,)))

        found = panel.allocation()
        assert told(found) == names
        assert all(one.text for one in found.unplaced)
        assert panel.change is not None
        assert panel.change.reassignments[-1].client_id == names[-1]


def test_the_lowest_load_does_not_flood_one_person() -> None:
    fair = Sharing(name="fair", evenness=100)
    pool = [pro("p-0", caseload_limit=10)]
    pool += [pro(f"p-{n}", caseload_limit=10, caseload=4) for n in (1, 2)]
    panel = live([], pool, sharing=fair)
    for number in range(9):
        panel = panel.with_client(client(f"c-{number}"))

    found = panel.allocation()
    assert sorted(one.points for one in found.loads) == [5, 6, 6]
    assert found.fairness.spread == 100


def test_there_is_no_reassignment_without_a_reason() -> None:
    random = Random(3)  # noqa: S311 # the same numbers each time are what is wanted
    tongues = (("en",), ("pl",), ("pl", "en"))
    clients = [client(f"c-{n:02}", languages=random.choice(tongues)) for n in range(20)]
    pool = [pro(f"p-{n}", languages=random.choice(tongues[1:])) for n in range(6)]
    first = allocate(clients, pool, role=ROLE, as_of=DAY)
    changed = [*pool[1:4], attrs.evolve(pool[4], languages=("en",)), pro("p-9")]
    second = allocate(clients, changed, role=ROLE, as_of=DAY, previous=first)

    diff = compare_allocations(first, second)

    moved = [(one.client_id, one.before) for one in diff.reassignments if one.before]
    assert moved
    assert [(one.client_id, one.before) for one in diff.broken_bonds] == moved
    for one in diff.broken_bonds:
        assert one.because is not BrokenBecause.NOT_TOLD
        assert one.is_forced or (one.saves is not None and one.price > 0)
        assert one.text in str(diff)


def test_a_new_address_of_one_client_moves_nobody_at_random() -> None:
    clients = [client(f"c-{n}") for n in range(8)]
    pool = [pro(f"p-{n}") for n in range(4)]
    panel = live(clients, pool)
    before = who(panel.allocation())

    elsewhere = attrs.evolve(clients[0], jurisdiction="US-CO")
    alone = [f"c-0 leaves {before['c-0']}, and waits"]

    moved = panel.with_client(elsewhere)
    assert moved.change is not None
    assert [one.text for one in moved.change.reassignments] == alone
    back = moved.with_client(clients[0])
    assert who(back.allocation()) == before

    # Shared out anew, bonds that count keep everybody else.
    bound = allocate(
        [elsewhere, *clients[1:]], pool, role=ROLE, as_of=DAY, previous=panel.allocation()
    )
    assert [str(one.client_id) for one in bound.broken_bonds] == ["c-0"]
    assert bound.broken_bonds[0].is_forced


def test_a_leavers_clients_are_not_forgotten() -> None:
    clients = [client(f"c-{n}") for n in range(5)]
    pool = [pro("p-1"), pro("p-2"), pro("p-3", caseload=4)]
    panel = live(clients, pool)
    before = panel.allocation()
    theirs = {key for key, whom in who(before).items() if whom == "p-1"}
    assert theirs

    gone = panel.without_professional("p-1")
    assert gone.change is not None
    named = {str(one.client_id) for one in gone.change.reassignments if one.before == "p-1"}
    assert named == theirs
    # Shared out anew, each of them has the reason.
    after = allocate(clients, pool[1:], role=ROLE, as_of=DAY, previous=before)
    assert {
        str(one.client_id) for one in after.broken_bonds if one.because is BrokenBecause.GONE
    } == theirs
    assert theirs <= {*told(after)}
