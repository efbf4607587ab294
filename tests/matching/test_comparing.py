"""What changed between two allocations: nobody is elsewhere without a reason and a price."""

from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.outline import to_text
from carecore.errors import WrongType
from carecore.matching import (
    Allocation,
    Bond,
    BrokenBecause,
    BrokenBond,
    Fairness,
    LivePanel,
    Sharing,
    allocate,
    compare_allocations,
)
from carecore.people import Client, Professional

from .ranked import CLIENT, DAY, FITTING, ROLE


def client(key: str, **fields: Any) -> Client:  # noqa: ANN401 # any field
    """Somebody like the client of the rankings, who takes up one point."""
    return attrs.evolve(CLIENT, id=key, **{"caseload_points": 1, **fields})


def pro(key: str, **fields: Any) -> Professional:  # noqa: ANN401 # any field
    """Somebody who fits, with two places."""
    return attrs.evolve(FITTING, id=key, **{"caseload_limit": 2, "caseload": 0, **fields})


def bond(who: str, whom: str) -> Bond:
    """Who has whom."""
    return Bond(client_id=who, role=ROLE, professional_id=whom)


def test_each_change_has_its_reason() -> None:
    panel = [client(f"c-{n}") for n in range(5)]
    pool = [pro("p-1"), pro("p-2"), pro("p-3", caseload_limit=1)]
    first = allocate(panel, pool, role=ROLE, as_of=DAY)

    later = [pro("p-2"), pro("p-3", languages=("xx",)), pro("p-4", caseload_limit=1)]
    second = allocate(
        [*panel[1:], client("c-8"), client("c-9", languages=("xx",))],
        later,
        role=ROLE,
        as_of=DAY,
        previous=first,
    )
    diff = compare_allocations(first, second)

    assert diff
    told = {str(one.client_id): one.because for one in diff.broken_bonds}
    assert set(told.values()) <= {
        BrokenBecause.GONE,
        BrokenBecause.DOES_NOT_FIT,
        BrokenBecause.NO_ROOM,
    }
    had = {str(one.client_id): str(one.professional_id) for one in first.bonds}
    assert {key for key in told if had[key] == "p-1"} == {
        key for key, whom in had.items() if whom == "p-1" and key != "c-0"
    }
    assert [one.client_id for one in diff.ended] == ["c-0"]
    assert {*(str(one.client_id) for one in diff.began), *diff.new_waiting} == {"c-8", "c-9"}
    assert len(diff.moved) + len(diff.newly_waiting) == len(diff.broken_bonds)
    text = " ".join(to_text(diff.outline()).split())
    for words in (
        "is not in the pool",
        "does not fit: language",
        "c-0 with ",
        "Who is new and waits",
    ):
        assert words in text
    assert not compare_allocations(first, first)
    assert "broken bonds" in to_text(compare_allocations(first, first).outline())


def test_who_waited_and_is_placed_is_told() -> None:
    panel = [client("c-1"), client("c-2")]
    first = allocate(panel, [pro("p-1", caseload_limit=1)], role=ROLE, as_of=DAY)
    second = allocate(panel, [pro("p-1")], role=ROLE, as_of=DAY, previous=first)

    diff = compare_allocations(first, second)

    assert [one.text for one in diff.newly_placed] == ["c-2 comes to p-1"]
    assert (diff.moved, diff.newly_waiting, diff.broken_bonds) == ((), (), ())
    assert "c-2 comes to p-1" in to_text(diff.outline())


def test_a_bond_that_was_not_told_of_is_broken_for_a_reason_that_is_not_told() -> None:
    panel = [client("c-1")]
    first = allocate(panel, [pro("p-1"), pro("p-2", caseload=1)], role=ROLE, as_of=DAY)
    second = allocate(panel, [pro("p-1", caseload=1), pro("p-2")], role=ROLE, as_of=DAY)
    third = allocate(panel, [pro("p-2")], role=ROLE, as_of=DAY)

    (told,) = compare_allocations(first, second).broken_bonds
    assert (told.because, told.is_forced) == (BrokenBecause.NOT_TOLD, False)
    assert told.text == (
        "c-1 goes from p-1 to p-2: it was shared out without a word of who had whom"
    )
    (told,) = compare_allocations(first, third).broken_bonds
    assert told.because is BrokenBecause.GONE
    # A reason for another bond is no reason for this one.
    fourth = allocate(panel, [pro("p-2")], role=ROLE, as_of=DAY, previous=[bond("c-1", "p-7")])
    (told,) = compare_allocations(first, fourth).broken_bonds
    assert (told.before, told.because) == ("p-1", BrokenBecause.GONE)


def test_a_long_comparison_names_the_first_and_says_how_many_more_there_are() -> None:
    panel = [client(f"c-{n:02}") for n in range(60)]
    first = allocate(panel, [pro("p-1", caseload_limit=60)], role=ROLE, as_of=DAY)
    second = allocate(panel, [pro("p-2", caseload_limit=60)], role=ROLE, as_of=DAY, previous=first)

    diff = compare_allocations(first, second)

    assert "10 more" in to_text(diff.outline())
    assert "c-59" not in to_text(diff.outline())
    assert "c-59" in to_text(diff.outline(full=True))


def test_only_allocations_are_compared() -> None:
    found = allocate([], [], as_of=DAY)
    for pair in ((found, 5), (None, found)):
        with pytest.raises(WrongType):
            compare_allocations(*pair)


# What each broken bond costs.


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_to_stay_costs_at_least_what_is_said(seed: int) -> None:
    random = Random(seed)  # noqa: S311 # the same numbers each time are what is wanted
    tongues = [("en",), ("pt",), ("en", "pt"), ("pl",)]
    panel = [client(f"c-{n}", languages=random.choice(tongues)) for n in range(6)]
    pool = [
        pro(
            f"p-{n}",
            languages=random.choice([("en",), ("pt", "en"), ("en", "pl", "pt")]),
            caseload_limit=random.randint(1, 3),
        )
        for n in range(4)
    ]
    told: dict[str, Any] = {
        "role": ROLE,
        "as_of": DAY,
        "previous": [bond(f"c-{n}", f"p-{random.randrange(5)}") for n in range(6)],
        "sharing": Sharing(name="ours", broken_bond=random.choice([0, 4]), evenness=10),
    }
    found = allocate(panel, pool, **told)
    live = LivePanel.of(panel, pool, **told)
    had = {str(one.client_id): str(one.professional_id) for one in told["previous"]}
    has = {str(one.client_id): str(one.professional_id) for one in found.placements}

    broken = {str(one.client_id): one for one in found.broken_bonds}
    assert broken.keys() == {key for key, whom in had.items() if has.get(key) != whom}
    assert [*broken] == sorted(str(one.client_id) for one in found.changes)
    for key, one in broken.items():
        assert (one.before, one.after) == (had[key], has.get(key))
        assert one.price == told["sharing"].broken_bond
        if one.is_forced:
            assert one.saves is None
            assert had[key] == "p-4" or not live.why_not(key, had[key]).is_possible
        else:
            stays = allocate(panel, pool, pins=[bond(key, had[key])], **told)
            assert one.saves is not None
            assert 0 <= one.saves <= stays.certificate.cost - found.certificate.cost
    assert found.costs.broken_bonds == sum(one.price for one in broken.values())


@pytest.mark.parametrize(
    ("because", "saves", "words"),
    [
        (BrokenBecause.COSTS_LESS, 0, "to stay would cost as much or more"),
        (BrokenBecause.COSTS_LESS, 7, "to stay would cost at least 7 more"),
        (
            BrokenBecause.NO_ROOM,
            7,
            "to stay would cost at least 7 more, because p-1 has no room for all",
        ),
        (BrokenBecause.BARRED, None, "p-1 is barred"),
        (BrokenBecause.PINNED_ELSEWHERE, None, "the client is pinned elsewhere"),
    ],
)
def test_a_broken_bond_says_why(because: BrokenBecause, saves: int | None, words: str) -> None:
    told = BrokenBond(client_id="c-1", role=ROLE, before="p-1", because=because, saves=saves)

    assert told.text == f"c-1 goes from p-1 and waits: {words}"


def test_the_outline_tells_who_changes_hands_and_why() -> None:
    found = allocate(
        [client("c-1")], [pro("p-2")], role=ROLE, as_of=DAY, previous=[bond("c-1", "p-1")]
    )
    assert "c-1 goes from p-1 to p-2: p-1 is not in the pool" in to_text(found.outline())


# Many at once.


def test_the_outline_of_a_large_panel_is_short_and_says_what_it_leaves_out() -> None:
    panel = [client(f"c-{n:03}") for n in range(130)]
    pool = [pro(f"p-{n:02}", caseload_limit=n % 2 + 1) for n in range(52)]
    strange = [client(f"d-{n:03}", languages=("xx",)) for n in range(51)]
    found = allocate(
        [*panel, *strange],
        pool,
        role=ROLE,
        as_of=DAY,
        previous=[bond(f"c-{n:03}", "p-99") for n in range(130)],
    )

    short, full = to_text(found.outline()), to_text(found.outline(full=True))

    assert len(found.placements) == 78
    for left in (28, 53, 80, 2):
        assert f"{left} more are left out here." in short
    assert "left out" not in full
    assert all(str(one.client_id) in full for one in found.placements)
    assert len(short.splitlines()) < len(full.splitlines())


# Fairness.


def test_fairness_counts_nobody_who_is_absent_as_idle() -> None:
    pool = [
        pro("p-1", caseload_limit=4, caseload=1),
        pro("p-2", caseload_limit=4, caseload=4),
        pro("p-3", caseload_limit=4, weekly_hours=0),
        pro("p-4", caseload_limit=None),
        pro("p-5", caseload_limit=10, caseload=7),
    ]
    found = allocate([client("c-1")], pool, role=ROLE, as_of=DAY)

    fair = found.fairness
    assert fair == Fairness(filled=[500, 700, 1000], absent=1, not_told=1)
    assert (fair.least, fair.median, fair.most, fair.spread) == (500, 700, 1000, 500)
    assert (fair.below(500), fair.below(501), fair.below(1001)) == (0, 1, 3)
    assert fair.text == (
        "Filled from 500 to 1000 thousandths of the limit, median 700; "
        "1 absent, who are not idle; of 1 it cannot be told."
    )
    assert fair.text in " ".join(to_text(found.outline()).split())
    with pytest.raises(WrongType):
        fair.below(0.7)  # type: ignore[arg-type] # what is refused


def test_without_caseloads_fairness_has_no_figures() -> None:
    fair = allocate([], [], as_of=DAY).fairness

    assert (fair.least, fair.median, fair.most, fair.spread, fair.below(999)) == (
        None,
        None,
        None,
        None,
        0,
    )
    assert fair.text.startswith("How full caseloads are cannot be told")


def test_the_more_an_even_load_counts_the_smaller_the_spread() -> None:
    panel = [client(f"c-{n}", languages=("pl", "en")) for n in range(6)]
    pool = [pro("p-1", caseload_limit=9, languages=("pl", "en")), pro("p-2", caseload_limit=9)]

    def spread(evenness: int) -> int:
        sharing = Sharing(name="ours", evenness=evenness)
        found: Allocation = allocate(panel, pool, role=ROLE, as_of=DAY, sharing=sharing)
        assert found.fairness.spread is not None
        return found.fairness.spread

    assert spread(0) == 666
    assert spread(10_000) == 0
