"""Who goes along on a journey, and whether a flight comes too early."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.timing import Period
from carecore.catalogue import STANDARD
from carecore.credentials import Licence
from carecore.people import Membership, Professional, Team
from carecore.plans import CarePlan
from carecore.record import Certainty, Condition, Event, EventKind, EventOutcome, Record
from carecore.travel import (
    Clearance,
    EscortLevel,
    FitnessStatement,
    Journey,
    Leg,
    TravelMode,
    TravelNeed,
    needed_escort,
)

from .asked import asked, fared, plan, said

DEPARTS = datetime(2026, 12, 1, 10, tzinfo=UTC)
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def licence(place: str, **parts: Any) -> Licence:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {"credential": "rn", "jurisdiction": place, "period": YEAR}
    return Licence(**known | parts)


def nurse(key: str, *places: str) -> Professional:
    return Professional(id=key, licences=tuple(map(licence, places)))


def team(*people: Professional) -> Team:
    return Team(
        id="t-1",
        memberships=tuple(
            Membership(person_id=one.id, role="medical_escort_nurse") for one in people
        ),
        professionals=people,
    )


def leg(start: str | None = "US-MA", end: str | None = "US-MA", **parts: Any) -> Leg:  # noqa: ANN401
    known: dict[str, Any] = {
        "id": "l-1",
        "mode": TravelMode.AIR,
        "departs": DEPARTS,
        "escorts": ("p-1",),
    }
    return Leg(**known | {"from_place": start, "to_place": end} | parts)


def going(*legs: Leg, **parts: Any) -> Journey:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {
        "id": "j-1",
        "client_id": "c-17",
        "legs": legs,
        "escort_level": EscortLevel.NURSE,
    }
    return Journey(**known | parts)


def escorted(journey: Journey, *people: Professional, **parts: Any) -> CarePlan:  # noqa: ANN401
    return plan(journeys=(journey,), team=team(*people), **parts)


def test_an_escort_without_a_licence_in_one_country_is_an_error() -> None:
    assert said("J101", escorted(going(leg()), nurse("p-1", "PT"))) == [
        (
            "J101 error at $.journeys[0].legs[0].escorts: on the leg 'l-1' it is not so that"
            " somebody who goes along is licensed at both ends: p-1 holds no licence that is wanted"
            " in US-MA. Maybe ask both boards."
        )
    ]


def test_across_a_border_it_is_a_question_to_both_ends() -> None:
    assert said("J101", escorted(going(leg("PT")), nurse("p-1", "PT"))) == [
        (
            "J101 warning at $.journeys[0].legs[0].escorts: on the leg 'l-1' it is not so that"
            " somebody who goes along is licensed at both ends: p-1 is licensed in PT; p-1 holds no"
            " licence that is wanted in US-MA. Maybe ask both boards."
        )
    ]


@pytest.mark.parametrize(
    ("made", "person"),
    [
        (leg(), Professional(id="p-1")),
        (leg(end=None), nurse("p-1", "US-MA")),
        (leg(departs=None), nurse("p-1", "US-MA")),
        (leg(), Professional(id="p-1", licences=(licence("US-MA", period=None),))),
        (leg(escorts=("p-7",)), nurse("p-1", "US-MA")),
    ],
)
def test_where_nobody_knows_it_is_an_advice(made: Leg, person: Professional) -> None:
    (finding,) = asked("J101", escorted(going(made), person)).findings

    assert finding.severity.value == "advice"
    assert finding.message.startswith("on the leg 'l-1' nobody knows whether somebody who goes")
    assert finding.advice == "Maybe ask for the licence"


@pytest.mark.parametrize(
    ("journey", "people"),
    [
        (going(leg("PT")), (nurse("p-1", "PT", "US-MA"),)),
        (going(leg(escorts=("p-2", "p-1"))), (nurse("p-1", "US-MA"), nurse("p-2", "PT"))),
        (going(leg(escorts=())), (nurse("p-1", "PT"),)),
        (going(leg(), escort_level=EscortLevel.COMPANION), (nurse("p-1", "PT"),)),
        (going(leg(), escort_level=EscortLevel.NONE), (nurse("p-1", "PT"),)),
        (going(leg(), escort_level=None), (nurse("p-1", "PT"),)),
        (going(leg(departs=DEPARTS - timedelta(days=30))), (nurse("p-1", "PT"),)),
        (
            going(leg("US-ME", "US-ME")),
            (Professional(id="p-1", licences=(licence("US-NH", multistate=True),)),),
        ),
    ],
)
def test_an_escort_with_a_licence_or_who_needs_none_is_left_alone(
    journey: Journey, people: tuple[Professional, ...]
) -> None:
    assert said("J101", escorted(journey, *people)) == []


def test_only_the_legs_that_lie_ahead_are_told() -> None:
    began = leg(id="l-0", departs=DEPARTS - timedelta(days=30))
    made = escorted(going(began, leg(id="l-1"), leg(id="l-2", escorts=())), nurse("p-1", "PT"))

    assert [one.place for one in asked("J101", made).findings] == ["$.journeys[0].legs[1].escorts"]


def test_a_doctor_needs_the_licence_of_a_doctor_too() -> None:
    journey = going(leg(), escort_level=EscortLevel.DOCTOR)
    doctor = Professional(id="p-1", licences=(licence("US-MA", credential="physician"),))

    assert len(said("J101", escorted(journey, nurse("p-1", "US-MA")))) == 1
    assert said("J101", escorted(journey, doctor)) == []


def test_a_catalogue_that_does_not_know_the_level_or_its_duty_asks_for_nothing() -> None:
    bare = attrs.evolve(STANDARD, escort_rungs=())
    made = escorted(going(leg()), nurse("p-1", "PT"))

    assert said("J101", made, catalogue=bare) == []


HELPED = attrs.evolve(TravelNeed.none(), injections=True)


def test_an_escort_below_the_need_is_told() -> None:
    made = plan(journeys=(going(leg(), needs=HELPED, escort_level=EscortLevel.COMPANION),))

    assert said("J102", made) == [
        (
            "J102 warning at $.journeys[0].escort_level: for the journey 'j-1', the escort that is"
            " planned is too low: nurse is needed. Maybe the needs are others by now."
        )
    ]


def test_an_escort_that_nobody_has_decided_on_is_an_advice() -> None:
    made = plan(journeys=(going(leg(), needs=HELPED, escort_level=None),))

    assert said("J102", made) == [
        (
            "J102 advice at $.journeys[0].escort_level: for the journey 'j-1', it is not decided"
            " who goes along: nurse is needed. Maybe the needs are others by now."
        )
    ]


@pytest.mark.parametrize(
    "journey",
    [
        going(leg(), needs=HELPED),
        going(leg(), needs=HELPED, escort_level=EscortLevel.AIR_AMBULANCE),
        going(leg(), needs=TravelNeed(), escort_level=EscortLevel.NONE),
        going(leg(), needs=TravelNeed.none(), escort_level=None),
        going(leg(), needs=None, escort_level=EscortLevel.NONE),
        going(
            leg(departs=DEPARTS - timedelta(days=30)),
            needs=HELPED,
            escort_level=EscortLevel.COMPANION,
        ),
    ],
)
def test_an_escort_that_is_enough_or_may_be_is_left_alone(journey: Journey) -> None:
    assert said("J102", plan(journeys=(journey,), record=Record(client_id="c-17"))) == []


def happened(what: str, day: int, **parts: Any) -> Event:  # noqa: ANN401 # handed on
    known: dict[str, Any] = {"id": "e-1", "kind": EventKind.PROCEDURE, "what": what}
    return Event(**known | {"happened": date(2026, 11, day)} | parts)


@pytest.mark.parametrize(("day", "told"), [(24, 1), (10, 0)])
def test_the_days_since_an_illness_can_ask_for_more(day: int, told: int) -> None:
    journey = going(leg(), needs=TravelNeed.none(), escort_level=EscortLevel.NONE)
    record = Record(client_id="c-17", events=(happened("stroke", day),))

    assert len(said("J102", plan(journeys=(journey,), record=record))) == told


@given(
    st.builds(
        TravelNeed,
        **{one.name: st.sampled_from([None, True, False]) for one in attrs.fields(TravelNeed)},
    ),
    st.sampled_from(EscortLevel),
)
def test_an_escort_is_told_exactly_where_the_ladder_asks_for_more(
    needs: TravelNeed, level: EscortLevel
) -> None:
    made = plan(journeys=(going(leg(), needs=needs, escort_level=level),))

    assert (said("J102", made) != []) is (level < needed_escort(needs).at_least)


FIT = FitnessStatement(
    by="p-9", at=date(2026, 11, 20), valid=Period(date(2026, 11, 20)), is_fit=True
)
YES = Clearance(carrier="o-air", given_at=date(2026, 11, 20), is_given=True)


def after(
    *entries: Event | Condition,
    fitness: tuple[FitnessStatement, ...] = (),
    **parts: Any,  # noqa: ANN401
) -> CarePlan:
    """A plan with a flight on 1 December, after these."""
    record = Record(client_id="c-17").with_entries(*entries)
    return plan(journeys=(going(leg(carrier="o-air"), fitness=fitness, **parts),), record=record)


def test_a_flight_that_comes_too_early_is_told() -> None:
    assert said("J104", after(happened("major_abdominal_surgery", 24))) == [
        (
            "J104 warning at $.journeys[0].legs[0].departs: the leg 'l-1' of the journey 'j-1': the"
            " flight comes too early after major abdominal surgery, and nobody who may says that"
            " the client can go all the same."
            " Maybe a later flight, or a word of the doctor and the carrier."
        )
    ]


def test_the_finding_cites_each_limit_and_what_the_record_holds() -> None:
    (finding,) = asked("J104", after(happened("major_abdominal_surgery", 24))).findings

    cited = {str(source) for source in finding.sources}
    limits = [one for one in STANDARD.day_limits if one.what == "major_abdominal_surgery"]
    assert {str(source) for one in limits for source in one.sources} <= cited
    assert [(fact.name, fact.seen) for fact in finding.facts] == [
        ("flight", date(2026, 12, 1)),
        ("clear from", date(2026, 12, 5)),
        ("entries", ("e-1",)),
    ]


def test_a_doctor_who_says_no_bars_what_an_assessment_decides() -> None:
    new_hip = happened("joint_replacement", 17)
    no = attrs.evolve(FIT, is_fit=False)

    assert said("J104", after(new_hip)) == []
    assert said("J104", after(new_hip, fitness=(FIT,))) == []
    assert len(said("J104", after(new_hip, fitness=(no,)))) == 1


@pytest.mark.parametrize(
    "made",
    [
        after(),
        after(happened("major_abdominal_surgery", 20)),
        after(happened("tea", 30)),
        after(happened("major_abdominal_surgery", 24, happened=None)),
        after(happened("major_abdominal_surgery", 24, outcome=EventOutcome.NOT_DONE)),
        after(happened("major_abdominal_surgery", 24, client_id="c-71")),
        after(happened("major_abdominal_surgery", 24, happened=date(2026, 12, 2))),
        after(
            Condition(
                id="e-1",
                what="stroke",
                onset=date(2026, 11, 30),
                certainty=Certainty.REFUTED,
            )
        ),
        # The doctor and the carrier agree.
        after(happened("major_abdominal_surgery", 24), fitness=(FIT,), clearances=(YES,)),
        # The limit counts from something of which nobody knows when it was.
        after(happened("pneumothorax", 24)),
    ],
)
def test_a_flight_that_is_late_enough_or_cleared_or_unclear_is_left_alone(made: CarePlan) -> None:
    assert said("J104", made) == []


def test_only_flights_that_lie_ahead_are_too_early() -> None:
    surgery = happened("major_abdominal_surgery", 24)
    record = Record(client_id="c-17", events=(surgery,))
    legs = (
        leg(id="l-0", departs=DEPARTS - timedelta(days=7, hours=30)),
        leg(id="l-1", mode=TravelMode.ROAD),
        leg(id="l-2"),
        leg(id="l-3", departs=None),
    )

    found = asked("J104", plan(journeys=(going(*legs),), record=record)).findings
    assert [one.place for one in found] == ["$.journeys[0].legs[2].departs"]
    on_wheels = plan(journeys=(going(legs[1]), going(legs[1], id="j-2")), record=record)
    assert said("J104", on_wheels) == []


@pytest.mark.parametrize(
    ("code", "missing"),
    [("J101", "a team, journeys"), ("J102", "journeys"), ("J104", "journeys, a record")],
)
def test_a_plan_without_journeys_is_not_asked_about_escorts(code: str, missing: str) -> None:
    assert fared(code, plan()) == f"{code}: skipped ({missing})"
