"""Journeys and their legs, who says that the client is fit, and what the carrier says."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from carecore.base.reasons import Verdict
from carecore.base.timing import PartialDate, Period
from carecore.errors import CareError, InvalidValue, UnknownId, WrongType
from carecore.travel import Clearance, FitnessStatement, Journey, Leg, TravelMode
from carecore.travel.journeys import by_airline, under

from .samples_travel import ARRIVES, CLEARANCE, DEPARTS, FIT, JOURNEY, LEG

DAY = date(2026, 12, 1)
LISBON = ZoneInfo("Europe/Lisbon")


# Legs.


@pytest.mark.parametrize(
    ("parts", "hours"),
    [
        ({"hours_planned": None}, 9),
        ({"hours_planned": 8}, 9),
        ({"hours_planned": 10}, 10),
        ({"hours_planned": 10, "arrives": None}, 10),
        ({"hours_planned": None, "arrives": None}, None),
        ({"hours_planned": None, "departs": None}, None),
        ({"hours_planned": 0, "arrives": None}, 0),
    ],
)
def test_a_leg_takes_the_longer_of_what_is_planned_and_what_its_times_say(
    parts: dict[str, Any], hours: int | None
) -> None:
    expected = None if hours is None else timedelta(hours=hours)

    assert attrs.evolve(LEG, **parts).duration == expected


def test_a_leg_over_the_night_when_clocks_go_back_takes_an_hour_more_than_they_show() -> None:
    leg = Leg(
        id="l-1",
        departs=datetime(2026, 10, 25, 0, tzinfo=LISBON),
        arrives=datetime(2026, 10, 25, 3, tzinfo=LISBON),
    )

    assert leg.duration == timedelta(hours=4)


@pytest.mark.parametrize(
    ("start", "end", "crosses"),
    [
        ("US-FL", "GB", True),
        ("US-FL", "US-MA", False),
        ("US", "US-MA", False),
        (None, "GB", None),
        ("US", None, None),
    ],
)
def test_a_leg_is_international_if_its_ends_lie_in_two_countries(
    *, start: str | None, end: str | None, crosses: bool | None
) -> None:
    assert Leg(id="l-1", from_place=start, to_place=end).is_international is crosses


@pytest.mark.parametrize(
    ("start", "end", "verdict"),
    [
        ("US-FL", "GB", Verdict.MET),
        ("GB", "US", Verdict.MET),
        ("GB", "FR", Verdict.NOT_MET),
        ("GB", None, Verdict.UNKNOWN),
        (None, None, Verdict.UNKNOWN),
    ],
)
def test_a_leg_touches_a_country_where_it_begins_or_ends(
    start: str | None, end: str | None, verdict: Verdict
) -> None:
    assert Leg(id="l-1", from_place=start, to_place=end).touches("US") is verdict


def test_a_leg_to_a_country_may_or_may_not_touch_one_of_its_parts() -> None:
    assert Leg(id="l-1", from_place="GB", to_place="US").touches("US-MA") is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("start", "end", "places"),
    [("GB", "GB", ("GB",)), ("US", "GB", ("US", "GB")), (None, "GB", ("GB",)), (None, None, ())],
)
def test_the_places_of_a_leg_are_its_known_ends(
    start: str | None, end: str | None, places: tuple[str, ...]
) -> None:
    leg = Leg(id="l-1", from_place=start, to_place=end)

    assert tuple(place.code for place in leg.places) == places


def test_a_leg_cannot_arrive_before_it_departs() -> None:
    with pytest.raises(InvalidValue) as caught:
        Leg(id="l-1", departs=ARRIVES, arrives=DEPARTS)

    assert str(caught.value) == (
        "$.arrives: the leg arrives at 2026-12-01 22:00:00+00:00, before it departs at "
        "2026-12-02 07:00:00+00:00. Maybe the two are swapped, or in other zones."
    )


def test_a_leg_may_arrive_at_an_earlier_hour_of_another_zone() -> None:
    leg = Leg(
        id="l-1",
        departs=datetime(2026, 12, 1, 22, tzinfo=ZoneInfo("Asia/Tokyo")),
        arrives=datetime(2026, 12, 1, 16, tzinfo=ZoneInfo("America/Los_Angeles")),
    )

    assert leg.duration == timedelta(hours=11)


@pytest.mark.parametrize("name", ["departs", "arrives"])
@pytest.mark.parametrize(
    "when",
    [
        datetime(2026, 12, 1, 22),
        date(2026, 12, 1),
        datetime(1, 1, 1, tzinfo=ZoneInfo("Asia/Tokyo")),
    ],
)
def test_a_leg_takes_moments_with_a_zone_that_have_a_time_in_utc(name: str, when: object) -> None:
    untyped: dict[str, Any] = {name: when}
    with pytest.raises((InvalidValue, WrongType)) as caught:
        Leg(id="l-1", **untyped)

    assert caught.value.place == f"$.{name}"


@pytest.mark.parametrize("hours", [-1, 24 * 366 + 1])
def test_a_leg_takes_no_less_than_nothing_and_no_more_than_a_year(hours: int) -> None:
    with pytest.raises(InvalidValue):
        Leg(id="l-1", hours_planned=hours)


@pytest.mark.parametrize(
    ("mode", "verdict"),
    [
        (TravelMode.AIR, Verdict.MET),
        (TravelMode.AIR_AMBULANCE, Verdict.NOT_MET),
        (TravelMode.RAIL, Verdict.NOT_MET),
        (None, Verdict.UNKNOWN),
    ],
)
def test_only_a_flight_that_is_no_air_ambulance_is_with_an_airline(
    mode: TravelMode | None, verdict: Verdict
) -> None:
    assert by_airline(Leg(id="l-1", mode=mode)) is verdict


def test_a_rule_of_no_law_in_particular_holds_on_every_leg() -> None:
    assert under(Leg(id="l-1"), None) is Verdict.MET


# Fitness and clearance.


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ({}, Verdict.MET),
        ({"is_fit": False}, Verdict.NOT_MET),
        ({"is_fit": None}, Verdict.UNKNOWN),
        ({"valid": None}, Verdict.UNKNOWN),
        ({"valid": Period(date(2026, 11, 25), DAY)}, Verdict.NOT_MET),
        ({"valid": None, "is_fit": False}, Verdict.NOT_MET),
    ],
)
def test_a_statement_says_that_the_client_is_fit_while_it_is_valid(
    parts: dict[str, Any], verdict: Verdict
) -> None:
    assert attrs.evolve(FIT, **parts).holds(DAY) is verdict


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ({}, Verdict.MET),
        ({"is_given": False}, Verdict.NOT_MET),
        ({"is_given": None}, Verdict.UNKNOWN),
        ({"given_at": None}, Verdict.UNKNOWN),
        ({"given_at": PartialDate(2026)}, Verdict.UNKNOWN),
        ({"given_at": date(2026, 12, 2)}, Verdict.NOT_MET),
    ],
)
def test_a_carrier_takes_the_client_along_once_it_has_said_so(
    parts: dict[str, Any], verdict: Verdict
) -> None:
    assert attrs.evolve(CLEARANCE, **parts).holds(DAY) is verdict


def test_a_clearance_can_be_asked_about_at_a_moment() -> None:
    clearance = Clearance(is_given=True, given_at=DEPARTS)

    assert [clearance.holds(DEPARTS - timedelta(hours=hour)) for hour in (1, 0)] == [
        Verdict.NOT_MET,
        Verdict.MET,
    ]


@pytest.mark.parametrize("as_of", ["today", datetime(2026, 12, 1), None])
def test_a_question_about_no_time_is_refused(as_of: object) -> None:
    untyped: Any = as_of
    with pytest.raises(WrongType):
        Clearance().holds(untyped)
    with pytest.raises(WrongType):
        FitnessStatement().holds(untyped)


# Journeys.


def test_those_who_go_along_on_several_legs_count_once_and_in_order() -> None:
    legs = (Leg(id="l-1", escorts=("p-2", "p-1")), Leg(id="l-2", escorts=("p-1", "p-3")))

    assert Journey(id="j-1", client_id="c-1", legs=legs).escorts == ("p-2", "p-1", "p-3")


def test_a_journey_begins_with_its_first_leg_and_ends_with_its_last() -> None:
    later = Leg(id="l-2", arrives=ARRIVES + timedelta(days=1))
    journey = JOURNEY.with_leg(later)

    assert (journey.departs, journey.arrives) == (DEPARTS, later.arrives)


def test_a_journey_without_legs_has_no_times() -> None:
    journey = Journey(id="j-1", client_id="c-1")

    assert (journey.departs, journey.arrives, journey.escorts) == (None, None, ())


def test_a_leg_with_an_id_that_is_there_takes_its_place() -> None:
    other = Leg(id="l-2")
    slower = attrs.evolve(LEG, hours_planned=12)

    assert JOURNEY.with_leg(other).with_leg(slower).legs == (slower, other)


def test_an_escort_joins_one_leg_and_does_so_once() -> None:
    journey = JOURNEY.with_leg(Leg(id="l-2")).with_escort("p-5", leg="l-2")

    assert [leg.escorts for leg in journey.legs] == [("p-1",), ("p-5",)]
    assert journey.with_escort("p-5", leg="l-2") == journey


def test_a_leg_that_is_not_there_is_told_with_those_that_look_like_it() -> None:
    with pytest.raises(UnknownId) as caught:
        JOURNEY.leg("l-l")

    assert str(caught.value) == "there is no leg 'l-l'. Maybe 'l-1'."


def test_what_is_said_last_stands_last() -> None:
    fit, clearance = attrs.evolve(FIT, by="p-8"), Clearance(carrier="o-8")
    journey = JOURNEY.with_fitness(fit).with_clearance(clearance)

    assert (journey.fitness, journey.clearances) == ((FIT, fit), (CLEARANCE, clearance))


def test_a_journey_and_a_statement_show_no_note() -> None:
    assert [repr(JOURNEY), repr(FIT)] == ["<Journey j-1>", "<FitnessStatement>"]


def test_a_condition_that_is_no_term_is_refused_with_its_place() -> None:
    with pytest.raises(CareError) as caught:
        FitnessStatement(conditions=("oxygen", "Aisle seat"))

    assert caught.value.place == "$.conditions[1]"


def test_a_moment_in_utc_is_no_day_of_a_statement() -> None:
    untyped: Any = datetime(2026, 12, 1, tzinfo=UTC)
    with pytest.raises(WrongType):
        FIT.holds(untyped)


def test_a_journey_takes_legs_only() -> None:
    untyped: Any = "l-1"
    with pytest.raises(WrongType, match="the leg is text, 3 characters, and a Leg is wanted"):
        JOURNEY.with_leg(untyped)


def test_of_two_legs_with_one_id_the_first_gives_its_place() -> None:
    journey = attrs.evolve(JOURNEY, legs=(LEG, LEG))
    later = attrs.evolve(LEG, carrier="o-9")

    assert journey.with_leg(later).legs == (later, LEG)


@pytest.mark.parametrize("key", [None, 3])
def test_the_id_of_a_leg_is_text(key: object) -> None:
    untyped: Any = key
    with pytest.raises(WrongType, match=r"^the id of a leg is "):
        JOURNEY.leg(untyped)
