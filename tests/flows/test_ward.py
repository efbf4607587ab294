"""Sharing out a ward: nobody dropped, limits kept, never less even than the usual rule."""

from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import given

from carecore.errors import InvalidValue, WrongType
from carecore.flows import (
    ZoneQuestion,
    certify_zone,
    even_bound,
    longest_first,
    share_evenly,
    staff_range,
    staff_zones,
)

from .drawn_flows import SEEDS, numbers
from .wards_published import published_ward


def drawn_zone(random: Random, *, clients: int = 7, limited: bool = True) -> ZoneQuestion:
    """A zone that can be shared out by how many each has."""
    weights = [random.choice([0, 1, 2, 3, 5, 10, 40]) for _ in range(random.randint(1, clients))]
    people = random.randint(1, 4)
    least = random.randint(0, len(weights) // people)
    most = random.choice([None, -(-len(weights) // people) + random.randint(0, 2)])
    limit = random.choice([None, sum(weights) // people + random.randint(0, 10)])
    return ZoneQuestion(
        weights=weights, people=people, least=least, most=most, limit=limit if limited else None
    )


def squares(question: ZoneQuestion, places: tuple[int, ...]) -> int | None:
    """The squares of the loads; `None` if a limit is not kept."""
    total = 0
    for who in range(question.people):
        had = [w for w, place in zip(question.weights, places, strict=True) if place == who]
        most = len(had) if question.most is None else question.most
        if not question.least <= len(had) <= most:
            return None
        if question.limit is not None and sum(had) > question.limit:
            return None
        total += sum(had) ** 2
    return total


@given(seed=SEEDS)
def test_the_least_lies_between_the_bound_and_the_answer(seed: int) -> None:
    question = drawn_zone(numbers(seed), clients=6)
    every = product(range(question.people), repeat=len(question.weights))
    allowed = [cost for places in every if (cost := squares(question, places)) is not None]

    found = certify_zone(question, share_evenly(question).places)

    assert not allowed or found.bound <= min(allowed)
    assert found.faults or found.objective >= min(allowed)


@given(seed=SEEDS)
def test_everybody_has_somebody_and_nobody_too_few_or_too_many(seed: int) -> None:
    question = drawn_zone(numbers(seed), clients=20, limited=False)

    answer = share_evenly(question)
    found = certify_zone(question, answer.places)

    assert not found.faults
    assert found.objective == squares(question, answer.places)
    assert not answer.is_best


@given(seed=SEEDS)
def test_it_is_never_less_even_than_longest_first_where_that_keeps_the_limits(seed: int) -> None:
    question = drawn_zone(numbers(seed), clients=20)

    usual = certify_zone(question, longest_first(question))
    found = certify_zone(question, share_evenly(question).places)

    if not usual.faults:
        assert not found.faults
        assert found.objective <= usual.objective


@given(seed=SEEDS)
def test_longest_first_gives_the_heaviest_to_whoever_has_least(seed: int) -> None:
    random = numbers(seed)
    weights = [random.randint(0, 40) for _ in range(random.randint(1, 15))]
    people = random.randint(1, 5)
    loads = [0] * people
    for weight in sorted(weights, reverse=True):
        loads[loads.index(min(loads))] += weight
    expected = sum(load * load for load in loads)

    question = ZoneQuestion(weights=weights, people=people)

    assert squares(question, longest_first(question)) == expected


def test_an_exchange_of_two_for_one_is_found() -> None:
    question = ZoneQuestion(weights=[7, 6, 5, 5, 4], people=2)

    assert certify_zone(question, longest_first(question)).objective == 369
    assert certify_zone(question, share_evenly(question).places).is_optimal


def test_the_search_ends_where_enough_was_tried() -> None:
    random = numbers(3)
    question = ZoneQuestion(weights=[random.randint(10, 60) for _ in range(60)], people=9)

    quick = certify_zone(question, share_evenly(question, work_limit=0).places)
    thorough = certify_zone(question, share_evenly(question).places)

    assert quick.objective > thorough.objective


def test_a_limit_of_points_comes_before_evenness() -> None:
    question = ZoneQuestion(weights=[6, 5, 5, 1, 1, 1], people=2, limit=11)

    assert not certify_zone(question, share_evenly(question).places).faults


@given(seed=SEEDS)
def test_staffing_is_exact(seed: int) -> None:
    random = numbers(seed)
    zones = [[random.randint(0, 9) for _ in range(random.randint(1, 5))] for _ in range(3)]
    ranges = [staff_range(one, least=1, most=random.choice([None, 2, 3])) for one in zones]
    fewest = sum(low for low, _ in ranges)
    people = fewest + random.randint(0, 4)
    choices = product(*(range(low, (high or 0) + 1) for low, high in ranges))

    def even(staff: tuple[int, ...]) -> int:
        parts = [divmod(sum(one), count) for one, count in zip(zones, staff, strict=True)]
        return sum(
            left * (part + 1) ** 2 + (count - left) * part**2
            for (part, left), count in zip(parts, staff, strict=True)
        )

    most = min(people, sum(high or 0 for _, high in ranges))
    found = staff_zones(zones, people, ranges=ranges)

    assert sum(found) == most
    assert even(found) == min(even(staff) for staff in choices if sum(staff) == most)


def test_a_zone_without_clients_gets_nobody() -> None:
    ranges = [staff_range([]), staff_range([3, 3])]

    assert staff_zones([[], [3, 3]], 2, ranges=ranges) == (0, 2)
    assert staff_zones([[3], []], 2, ranges=[(0, None), (0, None)]) == (2, 0)


@pytest.mark.parametrize(
    ("weights", "options", "span"),
    [
        ([], {}, (0, None)),
        ([1, 1, 1], {"most": 2}, (2, None)),
        ([50, 60, 30], {"limit": 70, "least": 1}, (2, 3)),
        ([1, 1, 1, 1, 1], {"least": 3, "most": 4}, (2, 1)),
    ],
)
def test_a_zone_needs_as_many_as_its_limits_say(
    weights: list[int], options: dict[str, int], span: tuple[int, int | None]
) -> None:
    assert staff_range(weights, **options) == span


@pytest.mark.parametrize(
    ("weights", "people", "bound"),
    [
        ([], 0, 0),
        ([], 2, 0),
        ([4, 6], 2, 52),
        ([4, 6, 8], 2, 164),
        ([9, 1, 1], 2, 85),
        ([9, 9, 1, 1], 3, 166),
        ([0, 0], 3, 0),
    ],
)
def test_the_bound_knows_multiples_and_heavy_clients(
    weights: list[int], people: int, bound: int
) -> None:
    assert even_bound(weights, people) == bound


@pytest.mark.parametrize("places", [(0,), (0, 2), (0, -1), (0, True)])
def test_who_has_nobody_or_a_stranger_is_a_fault(places: tuple[int, ...]) -> None:
    proof = certify_zone(ZoneQuestion(weights=[1, 2], people=2), places)

    assert proof.faults == ("each client needs one of the professionals",)


def test_the_proof_names_who_has_too_many_clients_or_points() -> None:
    question = ZoneQuestion(weights=[3, 3, 1], people=2, least=1, most=1, limit=5)

    assert certify_zone(question, (0, 0, 1)).faults == (
        "professional 0 has 2 clients",
        "professional 0 has 6 points, and may have 5",
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            ZoneQuestion(weights=[1], people=0),
            "1 clients cannot be shared out among 0. Maybe add a professional",
        ),
        (
            ZoneQuestion(weights=[1, 1], people=2, least=2),
            "so that each has at least 2. Maybe fewer professionals",
        ),
        (
            ZoneQuestion(weights=[1, 1, 1], people=1, most=2),
            "so that each has at most 2. Maybe more professionals",
        ),
        (ZoneQuestion(weights=[1, -1], people=1), "a number of the zone is -1. Maybe 0"),
    ],
)
def test_what_cannot_be_shared_out_is_refused(question: ZoneQuestion, text: str) -> None:
    with pytest.raises(InvalidValue, match=text):
        share_evenly(question)


def test_acuity_is_counted_in_whole_points() -> None:
    question = ZoneQuestion(weights=[1.5], people=1)  # type: ignore[list-item] # wrong on purpose

    with pytest.raises(WrongType, match="a number of the zone is no whole number"):
        longest_first(question)


def test_nobody_is_shared_out_to_nobody() -> None:
    assert share_evenly(ZoneQuestion(weights=[], people=0)).places == ()


@pytest.mark.parametrize("name", ["2zones0", "2zones4", "3zones5", "6zones"])
def test_published_wards_are_more_even_than_by_longest_first(name: str, real_data: Path) -> None:
    for question in published_ward(real_data, name):
        usual = certify_zone(question, longest_first(question))
        found = certify_zone(question, share_evenly(question).places)

        assert not found.faults
        assert usual.faults or found.objective <= usual.objective
        assert found.gap * 500 <= found.bound
