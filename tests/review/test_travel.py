"""Whether a journey can begin, worked out by hand.

The flight leaves Boston for Florida on Tuesday 1 December 2026 at 8, and takes three hours.
"""

from datetime import date, datetime
from typing import Any

import attrs
import pytest

from carecore.base.reasons import OwnChoice, Verdict
from carecore.base.timing import Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.credentials import Licence
from carecore.errors import UnknownId, WrongType
from carecore.people import Professional
from carecore.plans import CarePlan
from carecore.record import (
    Condition,
    ConditionSign,
    ConditionStatus,
    Event,
    EventKind,
    EvidenceRule,
    Record,
)
from carecore.review import TravelCheck, TravelRow, check_travel
from carecore.rights import Consent, ConsentScope
from carecore.travel import (
    BatteryRule,
    CertificateRule,
    Clearance,
    DayLimit,
    EquipmentItem,
    EscortLevel,
    EscortRung,
    FitnessStatement,
    FlightCaution,
    Journey,
    Leg,
    NoticeRule,
    TravelMode,
    TravelNeed,
)

from .samples_review import FLIGHT, JOURNEY, MOMENT, NURSE, PLAN, TEAM, TRAVEL, YEAR, at

OWN = (OwnChoice("made for a test"),)
BYPASS = DayLimit(id="bypass", what="coronary_bypass", least=10, most=14, sources=OWN)
CATALOGUE = Catalogue(
    credentials=STANDARD.credentials,
    compacts=STANDARD.compacts,
    duties=STANDARD.duties,
    roles=STANDARD.roles,
    care_settings=STANDARD.care_settings,
    day_limits=(
        BYPASS,
        attrs.evolve(BYPASS, id="stroke", what="stroke", escort=EscortLevel.NURSE),
    ),
    flight_cautions=(
        FlightCaution(
            id="angina",
            name="unstable angina",
            evidence=EvidenceRule(all_of=(ConditionSign(what="angina"),)),
            is_bar=True,
            sources=OWN,
        ),
        FlightCaution(
            id="anaemia",
            name="anaemia",
            evidence=EvidenceRule(all_of=(ConditionSign(what="anaemia"),)),
            is_bar=False,
            sources=OWN,
        ),
    ),
    notice_rules=(NoticeRule(id="device", what="ventilator", hours=48, sources=OWN),),
    certificate_rules=(
        CertificateRule(
            id="certificate",
            grounds=("carrier_oxygen",),
            days=10,
            jurisdictions=("US",),
            sources=OWN,
        ),
    ),
    battery_rules=(BatteryRule(id="power", devices=("ventilator",), percent=150, sources=OWN),),
    escort_rungs=STANDARD.escort_rungs,
)
MET, NOT_MET, UNKNOWN = Verdict
NOTHING = TravelNeed.none()
FIT = FitnessStatement(
    by="p-nurse", at=date(2026, 11, 22), valid=Period(date(2026, 11, 22)), is_fit=True
)
YES = Clearance(carrier="o-air", asked_at=at(11, 20), given_at=at(11, 21), is_given=True)
VENTILATOR = EquipmentItem(what="ventilator", quantity=1, hours_of_power=5)


def checked(
    *,
    record: Record | None = None,
    plan: CarePlan = PLAN,
    as_of: datetime = MOMENT,
    catalogue: Catalogue = CATALOGUE,
    **changes: object,
) -> TravelCheck:
    """The journey with these changes, checked; without a record of anything."""
    untyped: Any = changes
    journey = attrs.evolve(JOURNEY, **untyped)
    known = Record(client_id="c-17") if record is None else record
    asked = attrs.evolve(plan, record=known, journeys=(journey,))
    return check_travel(asked, "j-1", as_of=as_of, catalogue=catalogue)


def only(found: TravelCheck, check: str) -> TravelRow:
    """The one row of a check."""
    (row,) = found.of(check)
    return row


def verdict(found: TravelCheck, check: str) -> Verdict:
    """The verdict of the one row of a check."""
    return only(found, check).verdict


def happened(what: str, day: date) -> Record:
    """A record of one thing that was done on that day."""
    event = Event(id="e-1", kind=EventKind.PROCEDURE, what=what, happened=day)
    return Record(client_id="c-17", events=(event,))


def has(what: str) -> Record:
    """A record of one condition that is active."""
    condition = Condition(id="e-1", what=what, status=ConditionStatus.ACTIVE)
    return Record(client_id="c-17", conditions=(condition,))


# --- the journey itself ---------------------------------------------------------------------


def test_a_journey_of_somebody_else_cannot_begin() -> None:
    assert verdict(checked(), "client") is Verdict.MET
    assert verdict(checked(client_id="c-2"), "client") is Verdict.NOT_MET


def test_a_journey_without_legs_cannot_begin() -> None:
    found = checked(legs=())

    assert (verdict(found, "legs"), verdict(found, "fitness")) == (
        Verdict.NOT_MET,
        Verdict.UNKNOWN,
    )


@pytest.mark.parametrize("name", ["mode", "departs"])
def test_a_leg_that_is_not_planned_is_unknown(name: str) -> None:
    untyped: Any = {name: None}
    found = checked(legs=(attrs.evolve(FLIGHT, **untyped),))

    assert verdict(found, "legs") is Verdict.UNKNOWN


# --- consent --------------------------------------------------------------------------------

AGREED = Consent(
    id="co-1",
    client_id="c-17",
    scope=ConsentScope.TRAVEL,
    is_given=True,
    by="c-17",
    at=date(2026, 11, 20),
    period=Period(date(2026, 11, 20)),
)


@pytest.mark.parametrize(
    ("consents", "wanted"),
    [
        ((), Verdict.UNKNOWN),
        ((AGREED,), Verdict.MET),
        ((attrs.evolve(AGREED, scope=ConsentScope.SHARING),), Verdict.UNKNOWN),
        ((attrs.evolve(AGREED, period=None),), Verdict.UNKNOWN),
        ((attrs.evolve(AGREED, is_given=False),), Verdict.NOT_MET),
        # An answer that nobody knows is no word, unless it was taken back.
        ((attrs.evolve(AGREED, is_given=None),), Verdict.UNKNOWN),
        ((AGREED, attrs.evolve(AGREED, id="co-2", is_given=None)), Verdict.MET),
        (
            (attrs.evolve(AGREED, is_given=None, withdrawn_at=date(2026, 11, 22)),),
            Verdict.NOT_MET,
        ),
        # The last word counts.
        ((AGREED, attrs.evolve(AGREED, id="co-2", is_given=False)), Verdict.NOT_MET),
        ((attrs.evolve(AGREED, withdrawn_at=date(2026, 11, 22)),), Verdict.NOT_MET),
        # The last word is told by the times, wherever it stands.
        ((attrs.evolve(AGREED, id="co-2", is_given=False, at=at(11, 22)), AGREED), Verdict.NOT_MET),
        ((attrs.evolve(AGREED, id="co-2", is_given=False, at=at(11, 19)), AGREED), Verdict.MET),
        ((attrs.evolve(AGREED, id="co-2", is_given=False, at=None), AGREED), Verdict.MET),
        # What is said later is not yet said, and what somebody else says is not the client's.
        ((AGREED, attrs.evolve(AGREED, id="co-2", is_given=False, at=at(11, 24))), Verdict.MET),
        ((attrs.evolve(AGREED, client_id="c-18"),), Verdict.UNKNOWN),
        ((AGREED, attrs.evolve(AGREED, client_id="c-18", is_given=False)), Verdict.MET),
    ],
)
def test_the_client_agrees_to_travel(consents: tuple[Consent, ...], wanted: Verdict) -> None:
    plan = attrs.evolve(PLAN, consents=consents)

    assert verdict(checked(plan=plan), "consent") is wanted


# --- fitness and certificates -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("statements", "wanted"),
    [
        ((FIT,), Verdict.MET),
        ((), Verdict.UNKNOWN),
        ((attrs.evolve(FIT, is_fit=False),), Verdict.NOT_MET),
        ((attrs.evolve(FIT, is_fit=None),), Verdict.UNKNOWN),
        ((attrs.evolve(FIT, valid=None),), Verdict.UNKNOWN),
        # It holds up to, and not on, the day of the flight.
        ((attrs.evolve(FIT, valid=Period(None, date(2026, 12, 1))),), Verdict.NOT_MET),
        ((attrs.evolve(FIT, valid=Period(None, date(2026, 12, 2))),), Verdict.MET),
        # The newest counts, of those that have been said.
        ((FIT, attrs.evolve(FIT, is_fit=False)), Verdict.NOT_MET),
        ((FIT, attrs.evolve(FIT, is_fit=False, at=date(2026, 11, 24))), Verdict.MET),
        ((attrs.evolve(FIT, at=None),), Verdict.MET),
    ],
)
def test_somebody_says_that_the_client_is_fit(
    statements: tuple[FitnessStatement, ...], wanted: Verdict
) -> None:
    assert verdict(checked(fitness=statements), "fitness") is wanted


def test_a_statement_has_to_hold_on_the_day_of_each_leg() -> None:
    back = attrs.evolve(FLIGHT, id="leg-2", departs=at(12, 8, 8), arrives=at(12, 8, 11))
    short = attrs.evolve(FIT, valid=Period(None, date(2026, 12, 5)))
    found = checked(fitness=(short,), legs=(FLIGHT, back))

    assert verdict(found, "fitness") is Verdict.NOT_MET
    assert [fact.seen for fact in only(found, "fitness").reasons[0].facts] == [
        "p-nurse",
        "2026-11-22",
        ("2026-12-01", "2026-12-08"),
        (),
    ]


def test_a_leg_without_a_day_leaves_fitness_open() -> None:
    leg = attrs.evolve(FLIGHT, departs=None)

    assert verdict(checked(fitness=(FIT,), legs=(leg,)), "fitness") is Verdict.UNKNOWN


def test_nobody_has_to_say_so_of_somebody_who_needs_nothing() -> None:
    assert verdict(checked(needs=NOTHING), "fitness") is Verdict.MET


OXYGEN = attrs.evolve(NOTHING, oxygen=True)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (date(2026, 11, 21), Verdict.MET),
        # Eleven days before the flight, and ten is the most.
        (date(2026, 11, 20), Verdict.NOT_MET),
        (None, Verdict.UNKNOWN),
    ],
)
def test_a_certificate_may_be_ten_days_old(said: date | None, wanted: Verdict) -> None:
    found = checked(needs=OXYGEN, fitness=(attrs.evolve(FIT, at=said),))

    assert (verdict(found, "certificate"), only(found, "certificate").about) == (
        wanted,
        "certificate",
    )


def test_a_certificate_that_nobody_gave_is_unknown() -> None:
    assert verdict(checked(needs=OXYGEN), "certificate") is Verdict.UNKNOWN


def test_a_rule_that_may_not_hold_bars_nobody() -> None:
    leg = attrs.evolve(FLIGHT, from_place=None, to_place=None)
    old = attrs.evolve(FIT, at=date(2026, 11, 1))

    assert verdict(checked(needs=OXYGEN, fitness=(old,), legs=(leg,)), "certificate") is (
        Verdict.UNKNOWN
    )


@pytest.mark.parametrize(
    ("needs", "leg"),
    [
        (NOTHING, FLIGHT),
        (OXYGEN, attrs.evolve(FLIGHT, mode=TravelMode.ROAD)),
        (OXYGEN, attrs.evolve(FLIGHT, from_place="GB", to_place="FR")),
    ],
)
def test_no_certificate_is_asked_for_where_none_may_be(needs: TravelNeed, leg: Leg) -> None:
    assert checked(needs=needs, legs=(leg,)).of("certificate") == ()


# --- days that have to pass -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "fitness", "clearances", "wanted"),
    [
        # Nine days before the flight: ten have to pass.
        (date(2026, 11, 22), (), (), Verdict.NOT_MET),
        (date(2026, 11, 22), (FIT,), (), Verdict.NOT_MET),
        (date(2026, 11, 22), (FIT,), (YES,), Verdict.MET),
        # Ten days: an assessment decides.
        (date(2026, 11, 21), (), (), Verdict.UNKNOWN),
        (date(2026, 11, 21), (FIT,), (), Verdict.MET),
        (date(2026, 11, 21), (attrs.evolve(FIT, is_fit=False),), (), Verdict.NOT_MET),
        # Fourteen days: nothing more is asked.
        (date(2026, 11, 17), (), (), Verdict.MET),
    ],
)
def test_days_have_to_pass_before_a_flight(
    day: date,
    fitness: tuple[FitnessStatement, ...],
    clearances: tuple[Clearance, ...],
    wanted: Verdict,
) -> None:
    found = checked(record=happened("coronary_bypass", day), fitness=fitness, clearances=clearances)
    row = only(found, "day_limit")

    assert (row.verdict, row.about, row.leg) == (wanted, "coronary_bypass", "leg-1")
    assert set(OWN) <= set(row.sources)


def test_an_operation_without_a_day_leaves_it_open() -> None:
    event = Event(id="e-1", kind=EventKind.PROCEDURE, what="coronary_bypass")
    found = checked(record=Record(client_id="c-17", events=(event,)))

    assert verdict(found, "day_limit") is Verdict.UNKNOWN


def test_a_record_of_nothing_sets_no_days() -> None:
    assert verdict(checked(), "day_limit") is Verdict.MET


def test_without_a_record_or_a_day_nobody_can_tell() -> None:
    plan = attrs.evolve(PLAN, record=None, journeys=(JOURNEY,))
    unknown = check_travel(plan, "j-1", as_of=MOMENT, catalogue=CATALOGUE)
    undated = checked(legs=(attrs.evolve(FLIGHT, departs=None),))

    assert [only(one, "day_limit").text for one in (unknown, undated)] == [
        "whether the flight comes too early cannot be told: no record is known",
        "whether the flight comes too early cannot be told: nobody knows when it begins",
    ]
    assert verdict(unknown, "caution") is Verdict.UNKNOWN


def test_days_do_not_matter_on_the_road() -> None:
    road = attrs.evolve(FLIGHT, mode=TravelMode.ROAD)
    found = checked(record=happened("coronary_bypass", date(2026, 11, 22)), legs=(road,))

    assert [found.of(check) for check in ("day_limit", "caution", "clearance")] == [()] * 3


# --- states in which nobody should fly ---------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "fitness", "wanted", "about"),
    [
        (has("angina"), (FIT,), Verdict.NOT_MET, "angina"),
        (has("anaemia"), (FIT,), Verdict.MET, "anaemia"),
        (has("anaemia"), (), Verdict.UNKNOWN, "anaemia"),
        (Record(client_id="c-17"), (FIT,), Verdict.MET, ""),
        (Record(client_id="c-17"), (), Verdict.UNKNOWN, ""),
    ],
)
def test_a_state_can_bar_a_flight(
    record: Record, fitness: tuple[FitnessStatement, ...], wanted: Verdict, about: str
) -> None:
    row = only(checked(record=record, fitness=fitness), "caution")

    assert (row.verdict, row.about) == (wanted, about)


def test_a_record_that_tells_of_every_state_needs_no_doctor() -> None:
    over = tuple(
        Condition(id=f"e-{what}", what=what, status=ConditionStatus.RESOLVED)
        for what in ("angina", "anaemia")
    )
    found = checked(record=Record(client_id="c-17", conditions=over))

    assert only(found, "caution").text == "nothing is recorded that bars a flight"


def test_a_catalogue_without_cautions_asks_for_none() -> None:
    assert checked(catalogue=Catalogue()).of("caution") == ()


# --- escorts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("needs", "planned", "wanted"),
    [
        (None, EscortLevel.NURSE, Verdict.UNKNOWN),
        (OXYGEN, EscortLevel.NURSE, Verdict.MET),
        (OXYGEN, EscortLevel.DOCTOR, Verdict.MET),
        (OXYGEN, EscortLevel.COMPANION, Verdict.NOT_MET),
        (OXYGEN, None, Verdict.NOT_MET),
        (NOTHING, None, Verdict.MET),
        (NOTHING, EscortLevel.NONE, Verdict.MET),
        # Whether the client is stable is unknown, and could mean an air ambulance.
        (attrs.evolve(OXYGEN, is_stable=None), EscortLevel.NURSE, Verdict.UNKNOWN),
        (attrs.evolve(OXYGEN, is_stable=None), EscortLevel.AIR_AMBULANCE, Verdict.MET),
        (attrs.evolve(NOTHING, is_stable=None), None, Verdict.UNKNOWN),
    ],
)
def test_the_escort_is_as_high_as_the_needs(
    needs: TravelNeed | None, planned: EscortLevel | None, wanted: Verdict
) -> None:
    assert verdict(checked(needs=needs, escort_level=planned), "escort_level") is wanted


def test_a_day_limit_can_ask_for_a_nurse() -> None:
    found = checked(record=happened("stroke", date(2026, 11, 20)), needs=NOTHING)

    assert (verdict(found, "escort_level"), only(found, "escort_level").reasons[0].text) == (
        Verdict.NOT_MET,
        "it is not decided who goes along: nurse is needed",
    )


def test_a_carrier_that_says_yes_takes_a_stretcher() -> None:
    lying = attrs.evolve(NOTHING, seated_upright=False)
    found = [
        verdict(
            checked(needs=lying, escort_level=EscortLevel.STRETCHER_TEAM, clearances=clearances),
            "escort_level",
        )
        for clearances in ((), (YES,))
    ]

    assert found == [Verdict.UNKNOWN, Verdict.MET]


@pytest.mark.parametrize(
    ("leg", "wanted"),
    [
        (FLIGHT, Verdict.MET),
        (attrs.evolve(FLIGHT, escorts=()), Verdict.NOT_MET),
        (attrs.evolve(FLIGHT, escorts=(), mode=TravelMode.AIR_AMBULANCE), Verdict.MET),
    ],
)
def test_somebody_goes_along_on_each_leg(leg: Leg, wanted: Verdict) -> None:
    assert verdict(checked(escort_level=EscortLevel.NURSE, legs=(leg,)), "escort") is wanted


@pytest.mark.parametrize("level", [None, EscortLevel.NONE])
def test_nobody_has_to_go_along_where_nobody_is_planned(level: EscortLevel | None) -> None:
    found = checked(escort_level=level)

    assert (found.of("escort"), found.of("escort_licence")) == ((), ())


def nurse_with(*licences: Licence) -> CarePlan:
    """The plan, whose nurse holds these licences."""
    nurse = attrs.evolve(NURSE, licences=licences)
    return PLAN.with_team(attrs.evolve(TEAM, professionals=(nurse,)))


COMPACT = Licence(credential="rn", jurisdiction="US-FL", period=YEAR, multistate=True)


@pytest.mark.parametrize(
    ("licences", "to_place", "wanted"),
    [
        # Colorado and Florida are in the nurses' compact, Massachusetts takes nobody in yet.
        ((COMPACT,), "US-CO", Verdict.MET),
        ((attrs.evolve(COMPACT, multistate=False),), "US-CO", Verdict.NOT_MET),
        ((attrs.evolve(COMPACT, multistate=None),), "US-CO", Verdict.UNKNOWN),
        ((COMPACT,), "US-MA", Verdict.NOT_MET),
        (
            (COMPACT, Licence(credential="rn", jurisdiction="US-MA", period=YEAR)),
            "US-MA",
            Verdict.MET,
        ),
        ((attrs.evolve(COMPACT, credential="lpn"),), "US-FL", Verdict.NOT_MET),
        (
            (attrs.evolve(COMPACT, period=Period(None, date(2026, 12, 1))),),
            "US-FL",
            Verdict.NOT_MET,
        ),
        ((attrs.evolve(COMPACT, period=None),), "US-FL", Verdict.UNKNOWN),
        ((COMPACT,), None, Verdict.UNKNOWN),
        ((COMPACT,), "GB", Verdict.NOT_MET),
        ((), "US-FL", Verdict.NOT_MET),
    ],
)
def test_a_nurse_is_licensed_at_both_ends(
    licences: tuple[Licence, ...], to_place: str | None, wanted: Verdict
) -> None:
    leg = attrs.evolve(FLIGHT, from_place="US-FL", to_place=to_place)
    found = checked(plan=nurse_with(*licences), escort_level=EscortLevel.NURSE, legs=(leg,))

    assert verdict(found, "escort_licence") is wanted


@pytest.mark.parametrize(
    "team",
    [
        None,
        attrs.evolve(TEAM, professionals=()),
        attrs.evolve(TEAM, professionals=(Professional(id="p-nurse"),)),
    ],
)
def test_licences_that_nobody_knows_leave_it_open(team: Any) -> None:  # noqa: ANN401 # drawn
    plan = attrs.evolve(PLAN, team=team)

    assert verdict(checked(plan=plan, escort_level=EscortLevel.NURSE), "escort_licence") is (
        Verdict.UNKNOWN
    )


def test_a_leg_without_a_day_leaves_licences_open() -> None:
    leg = attrs.evolve(FLIGHT, departs=None)
    found = checked(escort_level=EscortLevel.NURSE, legs=(leg,))

    assert verdict(found, "escort_licence") is Verdict.UNKNOWN


def test_one_of_those_who_go_along_is_enough() -> None:
    leg = attrs.evolve(FLIGHT, from_place="US-FL", escorts=("p-friend", "p-nurse"))
    found = checked(plan=nurse_with(COMPACT), escort_level=EscortLevel.NURSE, legs=(leg,))
    row = only(found, "escort_licence")

    assert (row.verdict, [str(reason) for reason in row.reasons]) == (
        Verdict.MET,
        ["whether p-friend is licensed in US-FL is unknown", "p-nurse is licensed in US-FL"],
    )


def test_a_companion_needs_no_licence() -> None:
    assert checked(escort_level=EscortLevel.COMPANION).of("escort_licence") == ()


def test_a_leg_on_which_nobody_goes_along_has_nobody_to_ask() -> None:
    leg = attrs.evolve(FLIGHT, escorts=())

    assert checked(escort_level=EscortLevel.NURSE, legs=(leg,)).of("escort_licence") == ()


def test_a_catalogue_without_the_ladder_asks_for_no_licence() -> None:
    assert checked(escort_level=EscortLevel.NURSE, catalogue=Catalogue()).of("escort_licence") == ()


def test_a_rung_can_ask_for_a_licence_of_its_own() -> None:
    rung = EscortRung(level=EscortLevel.DOCTOR, name="a doctor", licences=("physician",))
    catalogue = CATALOGUE.extend(escort_rungs=(rung,))
    leg = attrs.evolve(FLIGHT, from_place="US-FL")
    found = [
        verdict(
            checked(
                plan=nurse_with(attrs.evolve(COMPACT, credential=credential)),
                escort_level=EscortLevel.DOCTOR,
                catalogue=catalogue,
                legs=(leg,),
            ),
            "escort_licence",
        )
        for credential in ("rn", "physician")
    ]

    assert found == [Verdict.NOT_MET, Verdict.MET]


# --- carriers, notice and power ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, Verdict.MET),
        ({"equipment": (VENTILATOR,)}, Verdict.NOT_MET),
        ({"equipment": (VENTILATOR,), "clearances": (YES,)}, Verdict.MET),
        (
            {"equipment": (VENTILATOR,), "clearances": (attrs.evolve(YES, is_given=None),)},
            Verdict.UNKNOWN,
        ),
        ({"clearances": (attrs.evolve(YES, is_given=False),)}, Verdict.NOT_MET),
        ({"clearances": (attrs.evolve(YES, given_at=at(11, 24)),)}, Verdict.NOT_MET),
        ({"clearances": (attrs.evolve(YES, carrier="o-other"),)}, Verdict.MET),
        # The last answer counts, wherever it stands; what is answered later is not yet answered.
        ({"clearances": (YES, attrs.evolve(YES, is_given=False, given_at=at(11, 22)))}, NOT_MET),
        ({"clearances": (attrs.evolve(YES, is_given=False, given_at=at(11, 22)), YES)}, NOT_MET),
        ({"clearances": (YES, attrs.evolve(YES, is_given=False, given_at=at(11, 20)))}, MET),
        ({"clearances": (YES, attrs.evolve(YES, is_given=False, given_at=at(11, 24)))}, MET),
        ({"clearances": (YES, attrs.evolve(YES, is_given=None, given_at=None))}, MET),
        # Nobody knows which was the last.
        ({"clearances": (YES, attrs.evolve(YES, is_given=False, given_at=None))}, UNKNOWN),
        ({"clearances": (attrs.evolve(YES, is_given=False, given_at=None),)}, NOT_MET),
        (
            {
                "equipment": (VENTILATOR,),
                "legs": (attrs.evolve(FLIGHT, carrier=None),),
                "clearances": (YES,),
            },
            Verdict.UNKNOWN,
        ),
    ],
)
def test_the_carrier_says_yes_where_it_has_to_be_asked(
    changes: dict[str, Any], wanted: Verdict
) -> None:
    assert verdict(checked(**changes), "clearance") is wanted


def test_a_flight_soon_after_an_operation_has_to_be_cleared() -> None:
    found = checked(record=happened("coronary_bypass", date(2026, 11, 21)), fitness=(FIT,))

    assert verdict(found, "clearance") is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("asked", "as_of", "wanted"),
    [
        # 48 hours before 8 o'clock on 1 December is 8 o'clock on 29 November.
        (at(11, 29, 8), at(11, 30, 12), Verdict.MET),
        (at(11, 29, 9), at(11, 30, 12), Verdict.NOT_MET),
        (date(2026, 11, 28), at(11, 30, 12), Verdict.MET),
        (None, at(11, 30, 12), Verdict.UNKNOWN),
        ("nobody", at(11, 30, 12), Verdict.NOT_MET),
        ("nobody", at(11, 29, 8), Verdict.UNKNOWN),
    ],
)
def test_a_carrier_is_told_in_time(
    asked: date | str | None, as_of: datetime, wanted: Verdict
) -> None:
    clearances = () if isinstance(asked, str) else (attrs.evolve(YES, asked_at=asked),)
    found = checked(equipment=(VENTILATOR,), clearances=clearances, as_of=as_of)
    row = only(found, "notice")

    assert (row.verdict, row.about) == (wanted, "device")
    assert row.reasons[0].facts[0].seen == "2026-11-29T08:00:00-05:00"


@pytest.mark.parametrize("name", ["departs", "carrier", "mode"])
def test_a_leg_that_is_not_known_well_leaves_notice_open(name: str) -> None:
    untyped: Any = {name: None}
    leg = attrs.evolve(FLIGHT, **untyped)
    found = checked(equipment=(VENTILATOR,), legs=(leg,), clearances=())

    assert verdict(found, "notice") is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("hours", "wanted"),
    # Three hours and half as much again.
    [(4, Verdict.NOT_MET), (5, Verdict.MET), (None, Verdict.UNKNOWN)],
)
def test_batteries_last_half_as_long_again(hours: int | None, wanted: Verdict) -> None:
    device = attrs.evolve(VENTILATOR, hours_of_power=hours)
    row = only(checked(equipment=(device,)), "power")

    assert (row.verdict, row.about, row.leg) == (wanted, "ventilator", "leg-1")
    assert [fact.seen for fact in row.reasons[0].facts] == [hours, "4:30:00"]


def test_a_flight_of_unknown_length_leaves_batteries_open() -> None:
    leg = attrs.evolve(FLIGHT, arrives=None)
    row = only(checked(equipment=(VENTILATOR,), legs=(leg,)), "power")

    assert (row.verdict, row.reasons[0].facts[1].seen) == (Verdict.UNKNOWN, None)


# --- the whole answer ---------------------------------------------------------------------------


def test_a_journey_of_which_everything_is_known_can_begin() -> None:
    leg = attrs.evolve(FLIGHT, from_place="US-FL")
    found = checked(
        plan=attrs.evolve(nurse_with(COMPACT), consents=(AGREED,)),
        needs=attrs.evolve(NOTHING, ventilator=False, injections=True),
        escort_level=EscortLevel.NURSE,
        legs=(leg,),
        fitness=(FIT,),
        clearances=(YES,),
        equipment=(VENTILATOR,),
    )

    assert ([row for row in found.rows if row.verdict is not Verdict.MET], found.ready) == (
        [],
        True,
    )
    assert [row.check for row in found.met] == [
        "client",
        "legs",
        "consent",
        "fitness",
        "day_limit",
        "caution",
        "escort_level",
        "escort",
        "escort_licence",
        "clearance",
        "notice",
        "power",
    ]
    assert "It can, by what was asked: 12 met, 0 not met, 0 unknown." in str(found)


def test_every_row_is_met_not_met_or_unknown() -> None:
    parts = (*TRAVEL.met, *TRAVEL.not_met, *TRAVEL.unknown)

    assert sorted(map(repr, parts)) == sorted(map(repr, TRAVEL.rows))
    assert all(row.reasons for row in TRAVEL.rows)
    assert not TRAVEL.ready


def test_nothing_asked_is_not_ready() -> None:
    assert not TravelCheck(plan="plan-1", journey="j-1", as_of=MOMENT).ready


def test_a_check_prints_what_stands_against_the_journey_first() -> None:
    text = str(checked(escort_level=EscortLevel.NURSE, legs=(attrs.evolve(FLIGHT, escorts=()),)))

    assert text.startswith("Can j-1 begin? (as of 2026-11-23T09:00:00-05:00)\n")
    headings = ("Stands against it", "Unknown", "As it has to be", "Sources")
    assert sorted(map(text.index, headings)) == [*map(text.index, headings)]
    assert text.endswith("The airline and whoever treats the client decide; this is information.")


def test_the_shipped_catalogue_hears_every_source_on_a_flight_after_a_bypass() -> None:
    found = checked(record=happened("coronary_bypass", date(2026, 11, 22)), catalogue=STANDARD)
    (row,) = (one for one in found.of("day_limit") if one.about == "coronary_bypass")

    assert row.verdict is Verdict.NOT_MET
    assert len(row.sources) > 2


def test_a_journey_that_is_not_on_the_plan_is_named() -> None:
    with pytest.raises(UnknownId, match="there is no journey 'j-2'"):
        check_travel(PLAN, "j-2", as_of=MOMENT)


ASK: Any = check_travel


@pytest.mark.parametrize(
    ("plan", "changes"),
    [
        (None, {}),
        (PLAN, {"as_of": date(2026, 11, 23)}),
        (PLAN, {"as_of": datetime(2026, 11, 23)}),
        (PLAN, {"catalogue": None}),
    ],
)
def test_the_question_takes_what_it_says(plan: object, changes: dict[str, object]) -> None:
    with pytest.raises(WrongType):
        ASK(plan, "j-1", **{"as_of": MOMENT} | changes)


def test_a_journey_is_a_value_of_the_plan() -> None:
    journey = Journey(id="j-2", client_id="c-17")

    assert check_travel(PLAN.with_journey(journey), "j-2", as_of=MOMENT).journey == "j-2"
