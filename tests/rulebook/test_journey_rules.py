"""Whether a journey that lies ahead can be made as it is planned."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest

from carecore.base.timing import Period
from carecore.catalogue import STANDARD
from carecore.people import Client
from carecore.plans import CarePlan, PlanStatus
from carecore.rights import Consent, ConsentScope
from carecore.travel import (
    EquipmentItem,
    EscortLevel,
    FitnessStatement,
    Journey,
    Leg,
    TravelMode,
    TravelNeed,
)

from .asked import DAY, asked, fared, in_force, plan, said

DEPARTS = datetime(2026, 12, 1, 10, tzinfo=UTC)
HELPED = attrs.evolve(TravelNeed.none(), personal_care=True)


def leg(key: str = "l-1", hours: int = 0, /, **parts: Any) -> Leg:  # noqa: ANN401 # handed on
    """A leg that begins so many hours later, and takes two."""
    begins = DEPARTS + timedelta(hours=hours)
    known: dict[str, Any] = {"id": key, "departs": begins, "arrives": begins + timedelta(hours=2)}
    return Leg(**known | parts)


def journey(*legs: Leg, **parts: Any) -> Journey:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {"id": "j-1", "client_id": "c-17", "legs": legs or (leg(),)}
    return Journey(**known | parts)


def fit(**parts: Any) -> FitnessStatement:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {
        "by": "p-9",
        "at": date(2026, 11, 20),
        "valid": Period(date(2026, 11, 20), date(2026, 12, 10)),
        "is_fit": True,
    }
    return FitnessStatement(**known | parts)


def going(*journeys: Journey, **parts: Any) -> CarePlan:  # noqa: ANN401 # handed on
    return plan(journeys=journeys, **parts)


def test_a_journey_with_an_escort_and_no_word_on_fitness_is_told() -> None:
    made = going(journey(escort_level=EscortLevel.COMPANION))

    assert said("J103", made) == [
        (
            "J103 warning at $.journeys[0].fitness: nobody says that the client is fit for the"
            " journey 'j-1'. Maybe ask whoever treats the client."
        )
    ]
    assert len(said("J103", going(journey(needs=HELPED)))) == 1


def test_a_statement_that_does_not_hold_on_the_day_is_told() -> None:
    short = fit(valid=Period(date(2026, 11, 20), date(2026, 12, 1)))

    assert said("J103", going(journey(fitness=(fit(), short)))) == [
        (
            "J103 warning at $.journeys[0].fitness: the newest statement does not say that the"
            " client is fit on 2026-12-01, when a leg of the journey 'j-1' begins."
            " Maybe ask for a newer one."
        )
    ]


@pytest.mark.parametrize(
    "made",
    [
        journey(fitness=(fit(),), escort_level=EscortLevel.NURSE),
        journey(fitness=(fit(is_fit=False), fit())),
        # What was said later is not known yet.
        journey(fitness=(fit(), fit(is_fit=False, at=date(2026, 11, 25)))),
        # Nobody has asked, nothing is needed, or what is said is open.
        journey(),
        journey(escort_level=EscortLevel.NONE),
        journey(needs=TravelNeed.none(), escort_level=EscortLevel.NURSE),
        journey(needs=TravelNeed.none(), fitness=(fit(is_fit=False),)),
        journey(needs=TravelNeed()),
        journey(fitness=(fit(valid=None),)),
        journey(fitness=(fit(is_fit=None),)),
        journey(leg(departs=None, arrives=None), fitness=(fit(is_fit=False),)),
        # It is over.
        journey(leg("l-1", -24 * 30), escort_level=EscortLevel.NURSE),
        Journey(id="j-1", client_id="c-17", escort_level=EscortLevel.NURSE),
    ],
)
def test_a_journey_that_needs_no_word_or_has_one_is_left_alone(made: Journey) -> None:
    assert said("J103", going(made)) == []


def test_only_the_days_that_lie_ahead_are_asked_about() -> None:
    began = leg("l-1", -24 * 8)
    statement = fit(valid=Period(date(2026, 11, 30), date(2026, 12, 10)))

    assert said("J103", going(journey(began, leg("l-2"), fitness=(statement,)))) == []


def test_the_day_asked_about_ends_where_the_client_is() -> None:
    client = Client(id="c-17", zone="Pacific/Auckland")
    early = FitnessStatement(
        at=datetime(2026, 11, 24, 12, tzinfo=UTC), is_fit=False, valid=Period(None)
    )
    made = going(journey(fitness=(early,)), client=client)

    assert said("J103", made, as_of=DAY) == []
    assert len(said("J103", going(journey(fitness=(early,))), as_of=DAY)) == 1
    later = datetime(2026, 11, 24, 13, tzinfo=UTC)
    assert len(said("J103", made, as_of=later)) == 1


def test_the_last_day_of_all_ends_in_utc() -> None:
    client = Client(id="c-17", zone="America/New_York")
    statement = fit(at=datetime(2026, 11, 20, tzinfo=UTC))
    one = journey(leg(departs=None, arrives=None), fitness=(statement,))

    assert said("J103", going(one, client=client), as_of=date.max) == []


def flying(hours: int | None, /, **parts: Any) -> Journey:  # noqa: ANN401 # handed on
    """A flight of eight hours to the United States, with a breathing machine."""
    known: dict[str, Any] = {
        "mode": TravelMode.AIR,
        "from_place": "PT",
        "to_place": "US-MA",
        "arrives": DEPARTS + timedelta(hours=8),
    }
    air = leg("l-1", **known | parts)
    things = (
        EquipmentItem(what="wheelchair", quantity=1),
        EquipmentItem(what="cpap", quantity=1, hours_of_power=hours),
    )
    return journey(air, equipment=things)


def test_batteries_that_do_not_last_are_told() -> None:
    assert said("J105", going(flying(11))) == [
        (
            "J105 warning at $.journeys[0].equipment[1].hours_of_power: the batteries of the cpap"
            " last 11 hours, and for the leg 'l-1' they have to last 12:00:00."
            " Maybe take more batteries along."
        )
    ]


@pytest.mark.parametrize(
    "made",
    [
        flying(12),
        flying(None),
        flying(1, to_place="GB"),
        flying(1, mode=TravelMode.ROAD),
        flying(1, to_place=None),
        flying(1, departs=None, arrives=None),
        flying(
            1,
            departs=datetime(2026, 11, 1, tzinfo=UTC),
            arrives=datetime(2026, 11, 1, 8, tzinfo=UTC),
        ),
        journey(),
    ],
)
def test_batteries_that_last_or_of_which_nobody_can_tell_are_left_alone(made: Journey) -> None:
    assert said("J105", going(made)) == []


def test_a_leg_that_is_over_needs_no_power() -> None:
    over = flying(1).legs[0]
    began = attrs.evolve(
        over,
        id="l-0",
        departs=over.departs and over.departs - timedelta(days=20),
        arrives=None,
        hours_planned=8,
    )
    both = attrs.evolve(flying(1), legs=(began, leg("l-2", 30)))

    assert said("J105", going(both)) == []


def test_legs_out_of_order_are_told() -> None:
    made = going(journey(leg("l-1"), leg("l-2", 1)))

    assert said("J106", made) == [
        (
            "J106 error at $.journeys[0].legs[1].departs: the leg 'l-2' of the journey 'j-1'"
            " departs at 2026-12-01T11:00:00+00:00, before the one before it is over."
            " Maybe the two are swapped, or a time is in another zone."
        )
    ]


def test_a_leg_without_times_does_not_hide_that_the_next_comes_too_early() -> None:
    unknown = leg("l-2", departs=None, arrives=None)
    made = going(journey(leg("l-1", arrives=None), unknown, leg("l-3", -1)))

    assert [one.place for one in asked("J106", made).findings] == ["$.journeys[0].legs[2].departs"]


LISBON_LATE = datetime(2026, 12, 1, 12, tzinfo=timezone(timedelta(hours=0)))
BOSTON_EARLY = datetime(2026, 12, 1, 8, tzinfo=timezone(timedelta(hours=-5)))


@pytest.mark.parametrize(
    "made",
    [
        journey(leg("l-1"), leg("l-2", 2)),
        journey(leg("l-1", arrives=LISBON_LATE), leg("l-2", departs=BOSTON_EARLY, arrives=None)),
        journey(leg("l-1", departs=None, arrives=None), leg("l-2")),
        journey(leg("l-1"), leg("l-2", departs=None)),
    ],
)
def test_legs_in_order_are_left_alone(made: Journey) -> None:
    assert said("J106", going(made)) == []


def consent(**parts: Any) -> Consent:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {
        "id": "co-1",
        "client_id": "c-17",
        "scope": ConsentScope.TRAVEL,
        "is_given": True,
        "by": "c-17",
        "at": date(2026, 11, 20),
        "period": Period(date(2026, 11, 20)),
    }
    return Consent(**known | parts)


def test_a_journey_to_which_nobody_has_agreed_is_told() -> None:
    other = consent(scope=ConsentScope.PLAN)

    assert said("J107", in_force(journeys=(journey(),), consents=(other,))) == [
        (
            "J107 warning at $.journeys[0]: the journey 'j-1' lies ahead, and no consent to travel"
            " holds. Maybe it was given and not written down."
        )
    ]
    for answer in (False, None):
        refused = consent(is_given=answer)
        assert len(said("J107", in_force(journeys=(journey(),), consents=(refused,)))) == 1


@pytest.mark.parametrize(
    "made",
    [
        in_force(journeys=(journey(),), consents=(consent(),)),
        in_force(journeys=(journey(),), consents=(consent(at=None),)),
        # What ran out or was taken back is for another rule.
        in_force(journeys=(journey(),), consents=(consent(withdrawn_at=date(2026, 11, 23)),)),
        in_force(
            journeys=(journey(),),
            consents=(consent(period=Period(date(2026, 11, 20), date(2026, 11, 22))),),
        ),
        in_force(journeys=(journey(leg("l-1", -24 * 30)),)),
        plan(status=PlanStatus.DRAFT, journeys=(journey(),)),
    ],
)
def test_who_has_agreed_or_does_not_travel_is_left_alone(made: CarePlan) -> None:
    assert said("J107", made) == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("J103", "journeys"),
        ("J105", "journeys"),
        ("J106", "journeys"),
        ("J107", "a status, journeys"),
    ],
)
def test_a_plan_without_journeys_is_not_asked_about_them(code: str, missing: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped ({missing})"


def test_a_catalogue_without_battery_rules_asks_for_no_power() -> None:
    bare = attrs.evolve(STANDARD, battery_rules=())

    assert said("J105", going(flying(1)), catalogue=bare) == []
