"""How long the way to a client takes, by times that are given as data."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.reasons import Verdict
from carecore.codec import dumps, loads
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType
from carecore.matching import (
    STANDARD_POLICY,
    Criterion,
    Opening,
    Policy,
    TravelTime,
    TravelTimeCriterion,
    rank,
    what_would_it_take,
    why_not,
)

from .ranked import CLIENT, DAY, ROLE, like

NORTH_SOUTH = TravelTime(from_area="north", to_area="south", minutes=24)
SOUTH_NORTH = TravelTime(from_area="south", to_area="north", minutes=31)
EAST_SOUTH = TravelTime(from_area="east", to_area="south", minutes=60)
WEST_SOUTH = TravelTime(from_area="west", to_area="south", minutes=75)
SOUTHERN = attrs.evolve(CLIENT, area="south")
TIMES = (NORTH_SOUTH, EAST_SOUTH, WEST_SOUTH)
NEAR = TravelTimeCriterion(id="near", most_minutes=60, times=TIMES)
NEARER = attrs.evolve(NEAR, id="nearer", is_hard=False, weight=10)
OPENING = Opening(client=SOUTHERN, role=ROLE, as_of=DAY)


@pytest.mark.parametrize(
    ("base", "verdict", "text", "points"),
    [
        ("north", Verdict.MET, "the way from north to south takes 24 minutes; 60 at most", 6),
        ("east", Verdict.MET, "the way from east to south takes 60 minutes; 60 at most", 0),
        ("west", Verdict.NOT_MET, "the way from west to south takes 75 minutes; 60 at most", 0),
        ("south", Verdict.MET, "the way from south to south takes 0 minutes; 60 at most", 10),
        (
            "moon",
            Verdict.UNKNOWN,
            "nobody has said how long the way from moon to south takes",
            0,
        ),
        (None, Verdict.UNKNOWN, "nobody has said from which area they set out", 0),
    ],
)
def test_the_way_leads_from_where_they_set_out_to_the_client(
    base: str | None, verdict: Verdict, text: str, points: int
) -> None:
    nurse = like("p-1", base_area=base)

    hard, soft = NEAR.judge(nurse, OPENING), NEARER.judge(nurse, OPENING)

    assert (hard.verdict, hard.text, hard.points, hard.maximum) == (verdict, text, 0, 0)
    assert (soft.verdict, soft.text, soft.points, soft.maximum) == (verdict, text, points, 10)
    assert all(one.sources and one.seen and one.wanted for one in (hard, soft))


def test_where_the_client_lives_has_to_be_known() -> None:
    nowhere = attrs.evolve(OPENING, client=CLIENT)

    judgement = NEAR.judge(like("p-1", base_area="north"), nowhere)

    assert judgement.verdict is Verdict.UNKNOWN
    assert judgement.text == "nobody has said in which area the client lives"
    assert [*NEAR.remedies(like("p-1"), nowhere)] == []


def test_the_way_back_takes_as_long_unless_it_is_given() -> None:
    one_way = attrs.evolve(NEAR, times=(NORTH_SOUTH,))
    both = attrs.evolve(NEAR, times=(NORTH_SOUTH, SOUTH_NORTH))

    assert (one_way.minutes("south", "north"), both.minutes("south", "north")) == (24, 31)
    assert both.minutes("north", "south") == 24


def test_the_way_within_an_area_may_be_given() -> None:
    large = TravelTime(from_area="south", to_area="south", minutes=1)
    within = attrs.evolve(NEAR, times=(*TIMES, large))

    told = within.judge(like("p-1", base_area="south"), OPENING).text
    assert told == "the way from south to south takes 1 minute; 60 at most"


def test_where_no_way_is_allowed_only_who_is_there_earns() -> None:
    there = attrs.evolve(NEARER, most_minutes=0)

    earned = [there.judge(like("p-1", base_area=one), OPENING).points for one in ("south", "north")]
    assert earned == [10, 0]


@given(st.integers(1, 300), st.integers(0, 1000), st.integers(0, 400), st.integers(0, 400))
def test_a_longer_way_never_earns_more(most: int, weight: int, one: int, other: int) -> None:
    soft = attrs.evolve(NEARER, most_minutes=most, weight=weight)
    nurse = like("p-1", base_area="north")

    def earned(minutes: int) -> int:
        time = attrs.evolve(NORTH_SOUTH, minutes=minutes)
        return attrs.evolve(soft, times=(time,)).judge(nurse, OPENING).points

    shorter, longer = sorted((one, other))
    assert weight >= earned(shorter) >= earned(longer) >= 0


POLICY = STANDARD_POLICY.with_criterion(NEAR).with_criterion(NEARER)


def test_in_a_ranking_it_decides_who_fits_and_in_which_order() -> None:
    pool = [
        like(f"p-{base}", base_area=base, areas=("south",))
        for base in ("west", "east", "north", "moon")
    ]

    ranking = rank(SOUTHERN, pool, role=ROLE, policy=POLICY, as_of=DAY)

    assert [one.professional_id for one in ranking.eligible] == ["p-north", "p-east"]
    assert [one.professional_id for one in ranking.undecided] == ["p-moon"]
    assert [one.criterion for one in ranking.rejected[0].failed] == ["near"]
    assert [one.score[0] for one in ranking.eligible] == [6, 0]


def test_it_says_what_it_depends_on() -> None:
    nurse = like("p-1", base_area="north")

    assert isinstance(NEAR, Criterion)
    assert (NEAR.asks(OPENING), NEAR.has(nurse), NEAR.names(OPENING)) == (
        "south",
        "north",
        frozenset(),
    )
    assert NEAR.looks_at == ("$client.area", "$professional.base_area")


AREAS = st.none() | st.sampled_from(["north", "east", "south", "west", "moon"])


@given(AREAS, AREAS, AREAS)
def test_who_sets_out_from_one_place_is_told_the_same(
    area: str | None, base: str | None, other: str | None
) -> None:
    opening = attrs.evolve(OPENING, client=attrs.evolve(CLIENT, area=area))
    one, two = like("p-1", base_area=base), like("p-2", base_area=other, caseload=3)

    if NEAR.has(one) == NEAR.has(two):
        assert NEAR.judge(one, opening) == NEAR.judge(two, opening)
        assert NEARER.judge(one, opening) == NEARER.judge(two, opening)


@pytest.mark.parametrize("base", ["west", "moon", None])
def test_setting_out_nearer_by_would_do(base: str | None) -> None:
    far = like("p-1", base_area=base, areas=("south",))

    answer = what_would_it_take(SOUTHERN, far, role=ROLE, policy=POLICY, as_of=DAY)

    assert [one.text for one in answer.remedies] == ["they set out from south"]
    after = answer.applied().professional
    assert why_not(SOUTHERN, after, role=ROLE, policy=POLICY, as_of=DAY).fits


def test_where_the_client_s_own_area_is_too_large_a_neighbour_may_be_near_enough() -> None:
    large = TravelTime(from_area="south", to_area="south", minutes=90)
    wide = attrs.evolve(NEAR, times=(*TIMES, large))
    nowhere = attrs.evolve(wide, most_minutes=10)

    (remedy,) = wide.remedies(like("p-1"), OPENING)
    assert remedy.base_area == "north"
    assert [*nowhere.remedies(like("p-1"), OPENING)] == []


def test_a_policy_that_asks_for_it_is_read_back_without_being_told_its_type() -> None:
    assert loads(dumps(POLICY), Policy) == POLICY
    assert loads(dumps(NEAR), TravelTimeCriterion) == NEAR


def test_a_way_that_stands_twice_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(NEAR, times=(NORTH_SOUTH, attrs.evolve(NORTH_SOUTH, minutes=3)))
    assert str(caught.value) == (
        "$.times[1]: the way from 'north' to 'south' stands twice. Maybe remove one of the two."
    )

    with pytest.raises(ManyFaults) as several:
        attrs.evolve(NEAR, times=(NORTH_SOUTH, EAST_SOUTH, NORTH_SOUTH, EAST_SOUTH))
    assert [one.place for one in several.value.faults] == ["$.times[2]", "$.times[3]"]


@pytest.mark.parametrize(
    ("cls", "fields", "error"),
    [
        (TravelTime, {"minutes": -1}, InvalidValue),
        (TravelTime, {"minutes": None}, WrongType),
        (TravelTime, {"from_area": " "}, InvalidValue),
        (TravelTimeCriterion, {"most_minutes": None}, WrongType),
        (TravelTimeCriterion, {"most_minutes": True}, WrongType),
        (TravelTimeCriterion, {"id": "Not snake"}, InvalidValue),
        (TravelTimeCriterion, {"times": (1,)}, WrongType),
    ],
)
def test_what_has_no_meaning_is_refused(
    cls: type[Any], fields: dict[str, Any], error: type[CareError]
) -> None:
    whole: dict[type[Any], dict[str, Any]] = {
        TravelTime: {"from_area": "north", "to_area": "south", "minutes": 3},
        TravelTimeCriterion: {"most_minutes": 60},
    }

    with pytest.raises(error):
        cls(**{**whole[cls], **fields})
