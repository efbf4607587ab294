"""At most so many clients change hands, and no allocation with so few changes costs less."""

from collections import Counter
from itertools import product
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.outline import to_text
from carecore.codec import dumps
from carecore.errors import InvalidValue, WrongType
from carecore.matching import (
    STANDARD_POLICY,
    Allocation,
    Bond,
    BrokenBecause,
    Pool,
    Sharing,
    allocate,
    few_changes,
    solving,
)
from carecore.people import Client, ClientPreferences, Professional

from .ranked import CLIENT, DAY, FITTING, ROLE

TONGUES = [("en",), ("pt",), ("en", "pt"), ("pl",)]


def client(key: str, **fields: Any) -> Client:  # noqa: ANN401 # any field
    """Somebody like the client of the rankings, who takes up one point."""
    return attrs.evolve(CLIENT, id=key, **{"caseload_points": 1, **fields})


def pro(key: str, **fields: Any) -> Professional:  # noqa: ANN401 # any field
    """Somebody who fits, with two places."""
    return attrs.evolve(FITTING, id=key, **{"caseload_limit": 2, "caseload": 0, **fields})


def bond(who: str, whom: str) -> Bond:
    """Who has whom."""
    return Bond(client_id=who, role=ROLE, professional_id=whom)


def counted(found: Allocation) -> int:
    """How many change hands who could stay."""
    return sum(not one.is_forced for one in found.broken_bonds)


def drawn(random: Random, points: list[int]) -> tuple[list[Client], list[Professional], list[Bond]]:
    """A small panel in which most have somebody already."""
    clients = [
        client(f"c-{n}", languages=random.choice(TONGUES), caseload_points=random.choice(points))
        for n in range(random.randint(1, 5))
    ]
    pool = [
        pro(
            f"p-{n}",
            languages=random.choice([("en",), ("pt", "en"), ("en", "pl", "pt")]),
            caseload_limit=random.randint(1, 4) * max(points),
        )
        for n in range(random.randint(1, 3))
    ]
    bonds = [
        bond(str(one.id), f"p-{random.randrange(5)}") for one in clients if random.random() < 0.9
    ]
    return clients, pool, bonds


def least(  # noqa: PLR0917 # all that it depends on
    clients: list[Client],
    pool: list[Professional],
    bonds: list[Bond],
    most: int,
    told: dict[str, Any],
) -> int | None:
    """What the cheapest allocation with so few changes costs, by pinning everybody in every way."""
    had = {str(one.client_id): str(one.professional_id) for one in bonds}
    fits: dict[str, list[str]] = {}
    for one in clients:
        fits[str(one.id)] = []
        for person in pool:
            roomy = attrs.evolve(person, caseload_limit=99)
            alone = allocate([one], [roomy], **told)
            if alone.placements:
                fits[str(one.id)].append(str(person.id))
    costs: list[int] = []
    for tried in product(*([None, *fits[str(one.id)]] for one in clients)):
        where = dict(zip([str(one.id) for one in clients], tried, strict=True))
        stays = {key: had[key] for key in where if had.get(key) in fits[key]}
        if sum(where[key] != whom for key, whom in stays.items()) > most:
            continue
        taken = Counter[str]()
        for one in clients:
            taken[where[str(one.id)] or ""] += one.caseload_points or 0
        if any(taken[str(one.id)] > (one.caseload_limit or 0) for one in pool):
            continue
        pins = [bond(key, whom) for key, whom in where.items() if whom is not None]
        barred = [bond(key, str(p.id)) for key, whom in where.items() if whom is None for p in pool]
        costs.append(
            allocate(clients, pool, pins=pins, barred=barred, previous=bonds, **told).costs.total
        )
    return min(costs, default=None)


@settings(max_examples=20)
@given(st.integers(0, 2**32), st.integers(0, 3), st.sampled_from([[1], [2], [1, 2], [1, 3]]))
def test_no_allocation_with_so_few_changes_costs_less(
    seed: int, most: int, points: list[int]
) -> None:
    random = Random(seed)  # noqa: S311 # the same numbers each time are what is wanted
    clients, pool, bonds = drawn(random, points)
    sharing = Sharing(
        name="ours", broken_bond=random.choice([0, 3]), evenness=random.choice([0, 30])
    )
    told: dict[str, Any] = {"role": ROLE, "sharing": sharing, "as_of": DAY}

    best = least(clients, pool, bonds, most, told)
    try:
        found = allocate(clients, pool, previous=bonds, most_changes=most, **told)
    except InvalidValue:
        assert best is None
        return

    assert best is not None
    proof = found.certificate
    assert proof.bound <= best <= proof.cost == found.costs.total
    if proof.is_optimal:
        assert best == proof.cost
    assert counted(found) <= most == proof.most_changes


@settings(max_examples=60)
@given(
    st.integers(0, 2**32), st.integers(0, 4), st.lists(st.integers(0, 3), min_size=1, max_size=3)
)
def test_the_more_may_change_the_less_it_costs(seed: int, most: int, points: list[int]) -> None:
    random = Random(seed)  # noqa: S311 # as above
    clients, pool, bonds = drawn(random, points)
    told: dict[str, Any] = {"role": ROLE, "previous": bonds, "as_of": DAY}
    free = allocate(clients, pool, **told)
    try:
        found = allocate(clients, pool, most_changes=most, **told)
    except InvalidValue:
        assert counted(free) > most
        return

    assert counted(found) <= most
    assert found.certificate.bound <= found.certificate.cost == found.costs.total
    assert found.certificate.cost >= free.certificate.bound
    assert all(one.taken <= (one.limit or 0) - (one.held or 0) for one in found.loads if one.taken)
    assert all(one.margin is None or one.margin >= 0 for one in found.placements)
    assert all((one.saves or 0) >= 0 for one in found.broken_bonds)


def test_so_many_change_hands_as_may_where_that_helps() -> None:
    # Six are with somebody who has few years and could be with somebody who has many.
    clients = [client(f"c-{n}") for n in range(6)]
    pool = [pro("p-far", caseload_limit=6), pro("p-near", caseload_limit=6, languages=("pl", "en"))]
    bonds = [bond(str(one.id), "p-far") for one in clients]
    told: dict[str, Any] = {
        "role": ROLE,
        "as_of": DAY,
        "previous": bonds,
        "sharing": Sharing(name="only fit"),
    }
    assert counted(allocate(clients, pool, **told)) == 6

    for most in range(7):
        found = allocate(clients, pool, most_changes=most, **told)
        assert counted(found) == len(found.changes) == most
        assert found.certificate.is_optimal
    again = allocate(clients, pool, most_changes=3, **told)
    assert dumps(again) == dumps(allocate(clients[::-1], Pool(pool), most_changes=3, **told))
    text = " ".join(to_text(again.outline()).split())
    assert "of those who can stay, 3 may change hands, and 3 do" in text
    assert "with a price for each change" in text
    assert again.certificate.change_price > 0


def test_two_who_change_places_are_no_answer_where_one_may_change() -> None:
    pool = [pro("p-1", caseload_limit=1, languages=("pl", "en")), pro("p-2", caseload_limit=1)]
    clients = [client("c-1", languages=("pl", "en")), client("c-2", languages=("en",))]
    bonds = [bond("c-1", "p-2"), bond("c-2", "p-1")]
    told: dict[str, Any] = {
        "role": ROLE,
        "as_of": DAY,
        "previous": bonds,
        "sharing": Sharing(name="only fit"),
    }
    assert counted(allocate(clients, pool, **told)) == 2

    found = allocate(clients, pool, most_changes=1, **told)

    # Whoever moves alone would leave the other waiting, so both stay, and the gap is said.
    assert counted(found) == 0
    assert found.certificate.gap > 0
    assert "which is" in to_text(found.outline())


def test_whoever_cannot_stay_is_not_counted() -> None:
    clients = [client("c-1"), client("c-2"), client("c-3"), client("c-4"), client("c-5")]
    pool = [pro("p-1", languages=("xx",)), pro("p-2", caseload_limit=9), pro("p-3")]
    bonds = [bond("c-1", "p-9"), bond("c-2", "p-1"), bond("c-3", "p-3"), bond("c-4", "p-3")]

    found = allocate(
        clients,
        pool,
        role=ROLE,
        as_of=DAY,
        previous=bonds,
        barred=[bond("c-3", "p-3")],
        pins=[bond("c-4", "p-2")],
        most_changes=0,
    )

    assert {str(one.client_id): one.because for one in found.broken_bonds} == {
        "c-1": BrokenBecause.GONE,
        "c-2": BrokenBecause.DOES_NOT_FIT,
        "c-3": BrokenBecause.BARRED,
        "c-4": BrokenBecause.PINNED_ELSEWHERE,
    }
    assert all(one.is_forced for one in found.broken_bonds)
    assert found.broken_bonds[1].criteria == ("language",)
    assert found.certificate.is_optimal


def test_a_number_of_changes_that_is_too_large_is_refused_where_it_stands() -> None:
    with pytest.raises(InvalidValue, match="most_changes does not fit into 64 bits") as refused:
        allocate([client("c-1")], [pro("p-1")], role=ROLE, as_of=DAY, most_changes=1 << 63)

    assert refused.value.place == "$most_changes"


def test_more_changes_than_may_be_are_refused_with_how_many_it_takes() -> None:
    clients = [client("c-1"), client("c-2"), client("c-3")]
    pool = [pro("p-1", caseload_limit=1), pro("p-2", caseload_limit=5)]
    bonds = [bond(str(one.id), "p-1") for one in clients]

    with pytest.raises(InvalidValue, match="2 clients have to change hands, and 1 may") as refused:
        allocate(clients, pool, role=ROLE, as_of=DAY, previous=bonds, most_changes=1)
    assert refused.value.place == "$most_changes"
    assert refused.value.advice.startswith("Maybe most_changes=2")
    found = allocate(clients, pool, role=ROLE, as_of=DAY, previous=bonds, most_changes=2)
    assert counted(found) == 2
    assert {one.because for one in found.broken_bonds} == {BrokenBecause.NO_ROOM}


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"most_changes": -1}, InvalidValue),
        ({"most_changes": True}, WrongType),
        ({"most_changes": "3"}, WrongType),
        ({"rotation": 0.5}, WrongType),
    ],
)
def test_numbers_that_are_none_are_refused(fields: dict[str, Any], kind: type[Exception]) -> None:
    with pytest.raises(kind):
        allocate([client("c-1")], [pro("p-1")], as_of=DAY, **fields)


@pytest.mark.parametrize(("name", "value"), [("LARGEST_COST", 620), ("_ROUNDS", 0)])
def test_where_no_price_is_found_in_time_the_gap_is_said(
    name: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing can be multiplied any more, or it was tried often enough."""
    monkeypatch.setattr(few_changes, name, value)
    clients = [client(f"c-{n}") for n in range(4)]
    pool = [pro("p-far", caseload_limit=4), pro("p-near", caseload_limit=4, languages=("pl", "en"))]
    found = allocate(
        clients,
        pool,
        role=ROLE,
        as_of=DAY,
        policy=STANDARD_POLICY.without("wished_for", "wanted_hours", "experienced", "same_culture"),
        previous=[bond(str(one.id), "p-far") for one in clients],
        sharing=Sharing(name="cheap", waiting=600, evenness=29),
        most_changes=1,
    )
    assert counted(found) <= 1
    assert found.certificate.gap > 0
    assert found.certificate.cost == found.costs.total


# How much is asked of the engine.


def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One more for each time that the engine is asked where everybody goes."""
    asked: list[None] = []
    solve = solving.solve

    def counting(*args: Any, **fields: Any) -> Any:  # noqa: ANN401 # handed on as it is
        asked.append(None)
        return solve(*args, **fields)

    monkeypatch.setattr(few_changes, "solve", counting)
    return asked


def many(points: list[int], **fields: Any) -> tuple[list[Client], list[Professional], Any]:  # noqa: ANN401 # more terms of the sharing
    """A panel in which many have somebody whom another would suit better, and what is asked."""
    random = Random(11)  # noqa: S311 # the same numbers each time are what is wanted
    tongues = ["pt", "pl", "de", "es"]
    clients = [
        client(f"c-{n}", languages=["en"], caseload_points=random.choice(points)) for n in range(40)
    ]
    pool = [pro(f"p-{n}", languages=["en"], caseload_limit=7 * sum(points)) for n in range(8)]
    before = allocate(clients, pool, role=ROLE, as_of=DAY)
    asking = [
        attrs.evolve(
            one,
            languages=["en", *random.sample(tongues, 2)],
            preferences=ClientPreferences(wishes=(f"p-{random.randrange(8)}",)),
        )
        for one in clients
    ]
    later = [attrs.evolve(one, languages=["en", *random.sample(tongues, 2)]) for one in pool]
    sharing = Sharing(name="ours", **fields)
    return asking, later, {"role": ROLE, "as_of": DAY, "previous": before, "sharing": sharing}


@pytest.mark.parametrize(("points", "evenness"), [([1], 0), ([1], 20), ([1, 2], 20)])
def test_however_few_may_change_the_engine_is_asked_a_dozen_times_at_most(
    points: list[int], evenness: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    clients, pool, told = many(points, evenness=evenness)
    free = counted(allocate(clients, pool, **told))
    assert free > 12
    asked = asked_for(monkeypatch)

    for most in range(free + 1):
        asked.clear()
        found = allocate(clients, pool, most_changes=most, **told)
        assert 1 <= len(asked) <= 12
        assert counted(found) <= most
        proof = found.certificate
        assert proof.bound <= proof.cost
        if not evenness:
            assert proof.is_optimal


def test_circles_of_changes_are_put_together_so_that_as_many_change_as_may() -> None:
    # Nobody gains by less than a circle of two, three, four or six; the largest leaves one over.
    clients, pool, told = many([1], evenness=20)

    found = allocate(clients, pool, most_changes=7, **told)

    assert counted(found) == 7
    assert found.certificate.is_optimal
    # One alone would leave the loads less even, so that nothing is gained, and the gap is said.
    one = allocate(clients, pool, most_changes=1, **told)
    assert one.certificate.gap == one.certificate.change_price


def test_where_costs_cannot_be_multiplied_the_gap_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    clients, pool, told = many([1], evenness=20, waiting=2_000)
    exact = allocate(clients, pool, most_changes=10, **told).certificate
    monkeypatch.setattr(few_changes, "LARGEST_COST", 4_000)

    found = allocate(clients, pool, most_changes=10, **told)

    assert counted(found) <= 10
    proof = found.certificate
    assert proof.bound <= exact.bound <= exact.cost <= proof.cost
    assert proof.gap > exact.gap


def test_beside_those_who_stay_together_others_change_as_may() -> None:
    clients, pool, told = many([1], evenness=20)

    found = allocate(clients, pool, together=[["c-3", "c-4"]], most_changes=7, **told)

    with_whom = {str(one.client_id): one.professional_id for one in found.placements}
    assert with_whom["c-3"] == with_whom["c-4"]
    # By the prices alone it would be two, or more than may.
    assert 5 <= counted(found) <= 7


def test_whom_there_is_no_room_for_is_told_before_the_engine_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Two of one point and one of three are with somebody who has three left: the lightest stay.
    clients = [
        client("c-1", caseload_points=3),
        client("c-2"),
        client("c-3"),
        client("c-4", caseload_points=2),
    ]
    pool = [pro("p-1", caseload_limit=3), pro("p-2", caseload_limit=5)]
    bonds = [bond(str(one.id), "p-1") for one in clients]
    asked = asked_for(monkeypatch)

    with pytest.raises(InvalidValue, match="2 clients have to change hands, and 1 may"):
        allocate(clients, pool, role=ROLE, as_of=DAY, previous=bonds, most_changes=1)
    assert not asked

    found = allocate(clients, pool, role=ROLE, as_of=DAY, previous=bonds, most_changes=2)
    # Loads are evener where the other one of one point goes along.
    assert [str(one.client_id) for one in found.broken_bonds] == ["c-1", "c-3"]


def test_of_those_who_stay_together_more_have_to_change_than_may() -> None:
    clients = [client("c-1"), client("c-2"), client("c-3")]
    pool = [pro("p-1", caseload_limit=2), pro("p-2", caseload_limit=3)]
    bonds = [bond("c-1", "p-1"), bond("c-2", "p-2"), bond("c-3", "p-2")]
    told: dict[str, Any] = {"role": ROLE, "as_of": DAY, "previous": bonds}

    with pytest.raises(InvalidValue, match="1 clients have to change hands, and 0 may"):
        allocate(clients, pool, together=[["c-1", "c-2"]], most_changes=0, **told)


def test_where_no_price_is_high_enough_the_engine_is_told_who_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_higher(*_: object) -> int:
        return 1

    monkeypatch.setattr(few_changes, "_highest", no_higher)
    clients = [client(f"c-{n}", languages=("pl", "en")) for n in range(3)]
    pool = [pro("p-far", caseload_limit=4), pro("p-near", caseload_limit=4, languages=("pl", "en"))]
    told: dict[str, Any] = {"role": ROLE, "as_of": DAY, "sharing": Sharing(name="only fit")}
    bonds = [bond(str(one.id), "p-far") for one in clients]

    found = allocate(clients, pool, previous=bonds, most_changes=0, **told)

    assert found.broken_bonds == ()
    assert found.certificate.bound <= found.certificate.cost == found.costs.total


# Ties in turn.


def test_where_all_are_level_the_rotation_says_who_comes_first() -> None:
    pool = [pro(f"p-{n}", caseload_limit=1) for n in range(3)]

    first = [
        allocate([client("c-1")], pool, role=ROLE, as_of=DAY, rotation=turn).placements[0]
        for turn in range(4)
    ]

    assert [str(one.professional_id) for one in first] == ["p-0", "p-1", "p-2", "p-0"]


def test_a_pool_that_is_sorted_once_answers_the_same_in_every_turn() -> None:
    people = [pro(f"p-{n}", languages=TONGUES[n % 4]) for n in range(6)]
    clients = [client(f"c-{n}", languages=TONGUES[n % 4]) for n in range(9)]
    pool = Pool(people)
    derived = (
        Pool(people[1:]).with_professional(people[0]).without("p-5").with_professional(people[5])
    )

    for turn in range(3):
        told: dict[str, Any] = {"role": ROLE, "as_of": DAY, "rotation": turn}
        found = dumps(allocate(clients, people, **told))
        assert dumps(allocate(clients, pool, **told)) == found
        assert dumps(allocate(clients, derived, **told)) == found
    given_back: dict[str, Any] = {"previous": [bond("c-1", "p-1")], "caseloads_hold_previous": True}
    assert allocate(clients, pool, role=ROLE, as_of=DAY, **given_back) == allocate(
        clients, people, role=ROLE, as_of=DAY, **given_back
    )


def test_chains_hold_each_client_who_differs_once() -> None:
    few: list[int | None] = [0, 1, 2, 3, None, 5, 7]
    many: list[int | None] = [1, 2, 0, 4, 3, 6, 7]

    chains = [*few_changes._chains(few, many)]

    assert sorted(index for chain in chains for index in chain) == [0, 1, 2, 3, 4, 5]
    assert sorted(map(sorted, chains)) == [[0, 1, 2], [3, 4], [5]]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_a_chain_by_itself_changes_only_the_loads_of_its_ends(pairs: list[tuple[int, int]]) -> None:
    few: list[int | None] = [one for one, _ in pairs]
    many: list[int | None] = [other for _, other in pairs]
    whole = Counter(many)
    whole.subtract(few)

    for chain in few_changes._chains(few, many):
        change = Counter[int | None]()
        for index in chain:
            change[few[index]] -= 1
            change[many[index]] += 1
        ends = {place: by for place, by in change.items() if by}
        assert sorted(ends.values()) in ([], [-1, 1])
        # What a chain does is a part of the whole, and never against it.
        assert all(by * whole[place] > 0 for place, by in ends.items())


# Those for whom a change is worth most change first.

NEAR_AND_FAR = [
    pro("p-far", caseload_limit=4),
    pro("p-near", caseload_limit=4, languages=("pl", "en")),
]
OF_UNLIKE_WORTH = [
    client("c-some", languages=("pl", "en")),
    client("c-more", languages=("pl", "de", "en")),
    client("c-most", languages=("pl", "en"), preferences=ClientPreferences(wishes=("p-near",))),
]


def moved(most: int, **fields: Any) -> list[str]:  # noqa: ANN401 # whatever `allocate` takes
    """Who moves to somebody nearer, if so many may."""
    found = allocate(
        OF_UNLIKE_WORTH,
        NEAR_AND_FAR,
        role=ROLE,
        as_of=DAY,
        previous=[bond(str(one.id), "p-far") for one in OF_UNLIKE_WORTH],
        sharing=Sharing(name="no price for a broken bond"),
        most_changes=most,
        **fields,
    )
    assert found.certificate.is_optimal
    return [str(one.client_id) for one in found.broken_bonds]


def test_those_change_first_who_gain_most() -> None:
    assert [moved(most) for most in range(4)] == [
        [],
        ["c-most"],
        ["c-more", "c-most"],
        ["c-more", "c-most", "c-some"],
    ]


def test_those_who_stay_together_change_together_or_not_at_all() -> None:
    two = [["c-some", "c-more"]]

    assert moved(1, together=two) == ["c-most"]
    assert moved(3, together=two) == ["c-more", "c-most", "c-some"]


def test_whoever_is_new_waits_rather_than_that_more_change_than_may() -> None:
    clients = [*OF_UNLIKE_WORTH, client("c-new"), client("c-newer")]
    found = allocate(
        clients,
        [pro("p-far", caseload_limit=3), pro("p-near", caseload_limit=1, languages=("pl", "en"))],
        role=ROLE,
        as_of=DAY,
        previous=[bond(str(one.id), "p-far") for one in OF_UNLIKE_WORTH],
        sharing=Sharing(name="no price for a broken bond"),
        most_changes=0,
    )

    assert found.broken_bonds == ()
    assert [one.client_id for one in found.unplaced] == ["c-newer"]
    assert found.certificate.is_optimal
