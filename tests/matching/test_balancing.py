"""Balancing a ward: everybody's acuity near the same, and nobody left out."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.outline import to_text
from carecore.errors import InvalidValue, ManyFaults, RefusedAnswer, WrongType
from carecore.flows import ZoneAnswer, ZoneQuestion, certify_zone, longest_first, share_evenly
from carecore.matching import ClientAcuity, WardZone, balance_ward

from ..flows.wards_published import published_ward, published_zones

SEEDS = st.integers(0, 10**9)


def zone(name: str, *points: int, staff: int | None = None) -> WardZone:
    """A zone whose clients are called by the zone and a number."""
    clients = tuple(
        ClientAcuity(client_id=f"{name}-{number:02}", points=one)
        for number, one in enumerate(points)
    )
    return WardZone(name=name, clients=clients, staff=staff)


def ids(count: int) -> list[str]:
    """So many professionals."""
    return [f"p-{number:02}" for number in range(count)]


def drawn_ward(random: Random) -> tuple[list[WardZone], list[str]]:
    """A ward that can be shared out."""
    ward = [
        zone(name, *(random.randint(0, 60) for _ in range(random.randint(0, 9))))
        for name in ("east", "north", "west")[: random.randint(1, 3)]
    ]
    needed = sum(bool(one.clients) for one in ward)
    return ward, ids(needed + random.randint(0, 6))


@given(seed=SEEDS)
def test_every_client_has_one_and_everybody_is_on_one_list(seed: int) -> None:
    ward, people = drawn_ward(Random(seed))  # noqa: S311 # the same numbers each time

    found = balance_ward(ward, people)

    had = sorted(client for load in found.loads for client in load.clients)
    assert had == sorted(one.client_id for part in ward for one in part.clients)
    assert [one.professional_id for one in found.loads] + list(found.free) == people
    assert found.objective == sum(one.points**2 for one in found.loads) >= found.bound
    assert found.is_proven == (found.objective == found.bound)


@given(seed=SEEDS)
def test_the_order_of_what_comes_in_makes_no_difference(seed: int) -> None:
    random = Random(seed)  # noqa: S311 # the same numbers each time
    ward, people = drawn_ward(random)
    shuffled = [
        evolve(part, clients=tuple(random.sample(part.clients, len(part.clients)))) for part in ward
    ]
    random.shuffle(shuffled)

    found = balance_ward(ward, people)

    assert balance_ward(shuffled, random.sample(people, len(people))) == found


@given(seed=SEEDS)
def test_who_has_whom_has_clients_of_one_zone_only(seed: int) -> None:
    ward, people = drawn_ward(Random(seed))  # noqa: S311 # the same numbers each time
    zone_of = {one.client_id: part.name for part in ward for one in part.clients}

    found = balance_ward(ward, people)

    assert all(zone_of[client] == load.zone for load in found.loads for client in load.clients)
    assert [part.zone for part in found.zones] == [part.name for part in ward]
    assert sum(part.staff for part in found.zones) == len(found.loads)


def test_zero_acuity_is_shared_out_too() -> None:
    found = balance_ward([zone("east", 0, 0, 5)], ids(2))

    assert [(one.clients, one.points) for one in found.loads] == [
        (("east-00", "east-01"), 0),
        (("east-02",), 5),
    ]


def test_where_nobody_has_to_have_a_client_some_have_none() -> None:
    found = balance_ward([zone("east", 5, 3)], ids(3), least_clients=0)

    assert [one.clients for one in found.loads] == [("east-00",), ("east-01",), ()]
    assert "p-02" in to_text(found.outline())


def test_who_is_one_too_many_is_free() -> None:
    found = balance_ward([zone("east", 5, 3)], ids(3))

    assert found.free == ("p-02",)
    assert "for whom no zone has room" in str(found)


def test_a_ward_without_zones_needs_nobody() -> None:
    found = balance_ward([], ids(1))

    assert (found.loads, found.free, found.spread, found.is_proven) == ((), ("p-00",), 0, True)
    assert "Professionals: 0." in str(found)


def test_staffing_that_is_fixed_is_kept() -> None:
    ward = [zone("east", 9, 9, 9, staff=1), zone("west", 1, 1, 1)]

    found = balance_ward(ward, ids(4))

    assert [part.staff for part in found.zones] == [1, 3]


def test_a_zone_gets_those_who_make_all_loads_most_even() -> None:
    ward = [zone("east", 30, 30, 30, 30), zone("west", 20, 20)]

    assert [part.staff for part in balance_ward(ward, ids(4)).zones] == [3, 1]


def test_the_bar_of_each_load_tells_zone_and_clients() -> None:
    text = str(balance_ward([zone("east", 5, 3)], ids(1), most_points=10))

    assert "8 of 10" in text
    assert "east: east-00, east-01" in text
    assert "proven by the bound" in text


def test_who_is_over_the_limit_of_points_is_named_with_what_would_help() -> None:
    # 5 + 5 and 4 + 4 + 4 is the nearest there is.
    found = balance_ward([zone("east", 5, 5, 4, 4, 4)], ids(2), most_points=11)

    assert [(one.professional_id, one.points) for one in found.over_limit] == [("p-01", 12)]
    assert "p-01 in east: 12 points of 11. Maybe one professional more" in str(found)


def test_nobody_is_over_a_limit_that_is_kept_or_not_there() -> None:
    ward = [zone("east", 5, 3)]

    assert balance_ward(ward, ids(1), most_points=8).over_limit == ()
    assert balance_ward(ward, ids(1)).over_limit == ()


@pytest.mark.parametrize(
    ("ward", "people", "options", "text"),
    [
        (
            [zone("east", 1, 1, 1), zone("west", 1)],
            ids(2),
            {"most_clients": 2},
            (
                r"\$professionals: the zones need 3 professionals \(east 2, west 1\), and there "
                "are 2. Maybe add 1, or raise most_clients or most_points."
            ),
        ),
        (
            [zone("east", 1, 1, 1, 1, 1)],
            ids(2),
            {"least_clients": 3, "most_clients": 4},
            (
                r"\$zones: the zone 'east' has 5 clients with 5 points: 2 are needed, and no more "
                "than 1 would have enough. Maybe lower least_clients, or raise most_clients"
            ),
        ),
        (
            [zone("east", 60, 50, staff=1)],
            ids(2),
            {"most_points": 100},
            (
                r"\$zones: the zone 'east' has 2 clients with 110 points, and 1 professional. "
                "Maybe 2 professionals."
            ),
        ),
        (
            [zone("east", 60, staff=2)],
            ids(2),
            {},
            (
                r"\$zones: the zone 'east' has 1 client with 60 points, too few for 2 "
                "professionals. Maybe 1 professional."
            ),
        ),
        (
            [zone("east", 60)],
            ids(2),
            {"most_points": 50},
            r"\$zones: 'east-00' has 60 points, and 50 is the most. Maybe raise most_points",
        ),
        (
            [zone("east", 60), zone("west", 1)],
            [*ids(2), "p-00"],
            {},
            r"\$professionals: the professional 'p-00' stands 2 times. Maybe keep one of them.",
        ),
        ([zone("east", 60)], ids(1), {"least_clients": -1}, r"\$least_clients: the limit is -1"),
        ([zone("east", 60)], ids(1), {"most_points": -1}, r"\$most_points: the limit is -1"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_zone_and_what_would_help(
    ward: list[WardZone], people: list[str], options: dict[str, Any], text: str
) -> None:
    with pytest.raises(InvalidValue, match=text):
        balance_ward(ward, people, **options)


def test_zones_and_clients_that_stand_twice_are_refused_together() -> None:
    with pytest.raises(ManyFaults) as refused:
        balance_ward([zone("east", 1), zone("east", 1)], ids(2))

    assert [
        fault.what for fault in refused.value.exceptions if isinstance(fault, InvalidValue)
    ] == [
        "the zone 'east' stands 2 times",
        "the client 'east-00' stands 2 times",
    ]


def test_half_a_client_is_no_limit() -> None:
    with pytest.raises(WrongType, match="most clients"):
        balance_ward([], [], most_clients=1.5)  # type: ignore[arg-type] # wrong on purpose


class Planted:
    """A solver that answers what it is told."""

    label = "Planted 1.0"

    def __init__(self, places: Sequence[int], *, is_best: bool = False) -> None:
        """Keep the answer."""
        self.answer = ZoneAnswer(places=tuple(places), is_best=is_best)

    def share_zone(self, question: ZoneQuestion, start: Sequence[int], /) -> ZoneAnswer:
        """What it was told."""
        assert len(start) == len(question.weights)
        return self.answer


class Fails:
    """A solver that gives what it is told, or fails by it."""

    label = "Fails 1.0"

    def __init__(self, told: object) -> None:
        """Keep it."""
        self.told = told

    def share_zone(self, question: ZoneQuestion, start: Sequence[int], /) -> ZoneAnswer:
        """What it was told."""
        del question, start
        if isinstance(self.told, Exception):
            raise self.told
        return self.told  # type: ignore[return-value] # a solver may be wrong


@pytest.mark.parametrize(
    ("solver", "error", "text"),
    [
        ("cp", WrongType, r"\$solver: this is text, 2 characters, and a solver of wards is wanted"),
        (Fails, WrongType, r"\$solver: this is a value of type type, and a solver of wards"),
        (Fails(None), WrongType, r"\$solver: the solver gives None. Maybe it gives a ZoneAnswer"),
        (Fails(KeyError(1)), RefusedAnswer, r"\$solver: the answer of Fails is refused: it fails"),
        (Fails(ImportError("none is there")), ImportError, "none is there"),
    ],
)
def test_what_is_no_solver_of_wards_is_refused(
    solver: Any,  # noqa: ANN401 # wrong on purpose
    error: type[Exception],
    text: str,
) -> None:
    with pytest.raises(error, match=text):
        balance_ward([zone("east", 5, 5, 4, 4, 4)], ids(2), solver=solver)


def test_somebody_of_another_kind_is_refused_at_their_place() -> None:
    untyped: Any = [5]

    with pytest.raises(WrongType) as zones:
        balance_ward(untyped, [])
    with pytest.raises(WrongType) as people:
        balance_ward([], untyped)

    assert (zones.value.place, people.value.place) == ("$zones[0]", "$professionals[0]")


def test_what_a_solver_claims_is_told_as_its_claim() -> None:
    ward = [zone("east", 5, 5, 4, 4, 4)]

    found = balance_ward(ward, ids(2), solver=Planted((0, 0, 1, 1, 1), is_best=True))

    assert [one.claimed_by for one in found.zones] == ["Planted 1.0"]
    assert (found.is_proven, found.is_settled) == (False, True)
    assert "so says Planted 1.0" in str(found)


def test_a_solver_that_claims_nothing_settles_nothing() -> None:
    ward = [zone("east", 5, 5, 4, 4, 4)]

    found = balance_ward(ward, ids(2), solver=Planted((0, 0, 1, 1, 1)))

    assert not found.is_settled
    assert "at most 2 above the least" in str(found)


def test_what_is_less_even_than_ours_is_not_taken() -> None:
    ward = [zone("east", 5, 5, 4, 4, 4)]

    found = balance_ward(ward, ids(2), solver=Planted((0, 1, 1, 1, 1)))

    assert found == balance_ward(ward, ids(2))


def test_a_false_claim_is_refused() -> None:
    ward = [zone("east", 5, 5, 4, 4, 4)]
    text = "answer of Planted 1.0 is refused: in the zone 'east', it says that nothing is more even"

    with pytest.raises(RefusedAnswer, match=text):
        balance_ward(ward, ids(2), solver=Planted((0, 1, 1, 1, 1), is_best=True))


def test_an_answer_against_the_limits_is_refused() -> None:
    text = "answer of Planted 1.0 is refused: in the zone 'east', professional 0 has 1 clients"

    with pytest.raises(RefusedAnswer, match=text):
        balance_ward(
            [zone("east", 5, 5, 4, 4, 4)],
            ids(2),
            least_clients=2,
            solver=Planted((0, 1, 1, 1, 1), is_best=True),
        )


OVER = zone("east", 5, 5, 4, 4, 4)
"""Nobody can share it out to two with at most 11 points each: 10 and 12 is the nearest."""


def test_an_answer_without_places_is_refused_also_where_ours_is_over_the_limit() -> None:
    text = "answer of Planted 1.0 is refused: in the zone 'east', each client needs one"

    with pytest.raises(RefusedAnswer, match=text):
        balance_ward([OVER], ids(2), most_points=11, solver=Planted(()))


def test_a_solver_that_finds_nothing_leaves_ours_as_it_is() -> None:
    ours = balance_ward([OVER], ids(2), most_points=11)

    found = balance_ward([OVER], ids(2), most_points=11, solver=Planted((0, 0, 1, 1, 1)))

    assert found == ours
    assert not found.is_settled


def test_an_answer_that_keeps_the_limit_is_taken_where_ours_does_not() -> None:
    ward = [zone("east", 10, 6, 13, 11, 3, 19, 13, 6)]
    kept = Planted((0, 0, 1, 0, 2, 2, 1, 2), is_best=True)

    ours = balance_ward(ward, ids(3), most_points=28)
    found = balance_ward(ward, ids(3), most_points=28, solver=kept)

    assert ours.over_limit
    assert not found.over_limit
    assert found.is_settled


def test_a_solver_is_not_asked_where_the_bound_proves_it() -> None:
    found = balance_ward([zone("east", 5, 5)], ids(2), solver=Planted(()))

    assert found.is_proven
    assert found.is_settled


@pytest.mark.parametrize("name", ["2zones5", "3zones3"])
def test_published_wards_keep_all_limits(name: str, real_data: Path) -> None:
    zones, (people, least, most, points) = published_zones(real_data, name)
    ward = [zone(f"z-{number:02}", *one) for number, one in enumerate(zones)]

    found = balance_ward(
        ward, ids(people), least_clients=least, most_clients=most, most_points=points
    )

    questions = published_ward(real_data, name)
    assert [one.staff for one in found.zones] == [one.people for one in questions]
    assert not found.over_limit
    assert all(least <= len(one.clients) <= most for one in found.loads)
    assert found.objective <= sum(
        certify_zone(one, longest_first(one)).objective for one in questions
    )
    assert found.objective == sum(
        certify_zone(one, share_evenly(one).places).objective for one in questions
    )
