"""What the catalogue knows of journeys, asked as somebody who plans one would ask."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Protocol

import attrs
import pytest

from carecore.base.amounts import Quantity
from carecore.base.reasons import Citation, OwnChoice, Source, Verdict
from carecore.catalogue import STANDARD
from carecore.catalogue.travel import (
    BATTERY_RULES,
    CERTIFICATE_RULES,
    DAY_LIMITS,
    ESCORT_RUNGS,
    FLIGHT_CAUTIONS,
    NOTICE_RULES,
)
from carecore.record import Condition, ConditionStatus, Observation, Record
from carecore.travel import (
    DayLimit,
    DayLimitAnswer,
    EquipmentItem,
    EscortLevel,
    FitnessStatement,
    FlightTiming,
    Journey,
    Leg,
    TravelMode,
    TravelNeed,
    cautions_in,
    check_certificate,
    check_day_limits,
    check_power,
    needed_escort,
    notices_needed,
)

ON = date(2026, 12, 1)
LEG = Leg(
    id="l-1",
    mode=TravelMode.AIR,
    from_place="US-FL",
    to_place="GB",
    departs=datetime.fromisoformat("2026-12-01T22:00:00-05:00"),
    hours_planned=9,
)


class Entry(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def sources(self) -> tuple[Source, ...]: ...


SHELVES: dict[str, Iterable[Entry]] = {
    "day limits": DAY_LIMITS,
    "cautions": FLIGHT_CAUTIONS,
    "notice": NOTICE_RULES,
    "certificates": CERTIFICATE_RULES,
    "batteries": BATTERY_RULES,
}


def after(what: str, days: int, limits: Iterable[DayLimit] = DAY_LIMITS) -> DayLimitAnswer:
    """How a flight stands so many days after something, whatever its days count from."""
    happened = {limit.clock: ON - timedelta(days=days) for limit in limits}
    return check_day_limits(what, limits=limits, happened=happened, on=ON)


def said(what: str) -> dict[str, tuple[int, int | None]]:
    """What each source says of something."""
    return {
        limit.id.removesuffix(f"_{what}"): (limit.least, limit.most)
        for limit in DAY_LIMITS
        if limit.what == what
    }


@pytest.mark.parametrize("shelf", SHELVES)
def test_no_entry_stands_twice_and_each_names_its_sources(shelf: str) -> None:
    entries = tuple(SHELVES[shelf])

    assert len({one.id for one in entries}) == len(entries)
    assert [one.id for one in entries if not one.sources] == []


def test_every_limit_names_a_source_outside() -> None:
    bare = [
        limit.id
        for limit in DAY_LIMITS
        if not any(isinstance(one, Citation) for one in limit.sources)
    ]

    assert bare == []


def test_of_each_thing_the_first_source_is_the_aviation_authority_or_the_nhs_if_they_speak() -> (
    None
):
    first = {limit.what: limit.id for limit in reversed(DAY_LIMITS)}
    spoken = {limit.what for limit in DAY_LIMITS if limit.id.startswith(("caa", "nhs"))}

    assert [what for what in spoken if not first[what].startswith(("caa", "nhs"))] == []


def test_the_manual_that_was_not_read_is_never_called_verified() -> None:
    wrong = [
        one
        for limit in DAY_LIMITS
        for one in limit.sources
        if isinstance(one, Citation) and one.section == "Medical Manual" and one.verified
    ]

    assert wrong == []


def test_where_sources_disagree_all_are_kept() -> None:
    assert said("coronary_bypass") == {
        "caa": (10, 14),
        "bcs": (10, 10),
        "notebook": (10, 10),
        "norse": (14, 14),
        "iata": (11, 11),
    }
    assert said("craniotomy") == {
        "nhs": (42, 42),
        "caa_summary": (7, 7),
        "iata": (10, 10),
        "notebook": (10, 14),
    }


@pytest.mark.parametrize(
    ("what", "days", "timing"),
    [
        ("coronary_bypass", 9, FlightTiming.TOO_EARLY),
        ("coronary_bypass", 14, FlightTiming.CLEAR),
        ("major_abdominal_surgery", 10, FlightTiming.TOO_EARLY),
        ("major_abdominal_surgery", 11, FlightTiming.CLEAR),
        ("diagnostic_keyhole_surgery", 2, FlightTiming.CLEAR),
        ("therapeutic_keyhole_surgery", 4, FlightTiming.TOO_EARLY),
        ("therapeutic_keyhole_surgery", 5, FlightTiming.CLEAR),
        ("colonoscopy", 1, FlightTiming.ASSESS),
        ("cataract_surgery", 1, FlightTiming.CLEAR),
        ("retinal_surgery_with_gas", 20, FlightTiming.ASSESS),
        ("myocardial_infarction", 20, FlightTiming.TOO_EARLY),
        ("myocardial_infarction", 21, FlightTiming.CLEAR),
        ("coronary_angioplasty", 4, FlightTiming.TOO_EARLY),
        ("coronary_angioplasty", 5, FlightTiming.CLEAR),
        ("stroke", 2, FlightTiming.TOO_EARLY),
        ("stroke", 12, FlightTiming.ASSESS),
        ("stroke", 21, FlightTiming.CLEAR),
        ("joint_replacement", 60, FlightTiming.ASSESS),
        ("joint_replacement", 90, FlightTiming.CLEAR),
        ("deep_vein_thrombosis", 400, FlightTiming.ASSESS),
        ("pneumothorax", 13, FlightTiming.TOO_EARLY),
        ("pneumothorax", 21, FlightTiming.CLEAR),
        ("tonsil_surgery", 13, FlightTiming.TOO_EARLY),
        ("haircut", 0, FlightTiming.UNKNOWN),
    ],
)
def test_the_strictest_source_decides(what: str, days: int, timing: FlightTiming) -> None:
    assert after(what, days).timing is timing


def test_from_day_five_to_two_weeks_after_a_stroke_a_nurse_goes_along() -> None:
    assert [after("stroke", days).escort for days in (6, 13, 14)] == [
        EscortLevel.NURSE,
        EscortLevel.NURSE,
        None,
    ]


def test_a_cast_counts_from_the_cast_by_one_source_and_from_the_injury_by_another() -> None:
    answer = check_day_limits(
        "plaster_cast",
        limits=DAY_LIMITS,
        happened={"cast_applied": date(2026, 11, 30), "injury": date(2026, 11, 20)},
        on=ON,
    )

    assert {one.limit: one.timing for one in answer.readings} == {
        "caa_plaster_cast": FlightTiming.ASSESS,
        "caa_plaster_cast_long_flight": FlightTiming.TOO_EARLY,
        "iata_plaster_cast_long_flight": FlightTiming.CLEAR,
    }


def test_a_lung_that_collapsed_counts_from_the_clear_picture_and_not_from_the_day() -> None:
    answer = check_day_limits(
        "pneumothorax",
        limits=DAY_LIMITS,
        happened={"pneumothorax": date(2026, 1, 1), "pneumothorax_drainage": date(2026, 1, 3)},
        on=ON,
    )

    assert answer.timing is FlightTiming.UNKNOWN


def test_an_unread_number_can_be_left_out_by_whoever_asks() -> None:
    read = [limit for limit in DAY_LIMITS if limit.is_verified]

    assert [after("major_abdominal_surgery", 10, some).timing for some in (DAY_LIMITS, read)] == [
        FlightTiming.TOO_EARLY,
        FlightTiming.CLEAR,
    ]


# States.


def barred(record: Record) -> set[str]:
    """The cautions that a record shows."""
    found = cautions_in(record, cautions=FLIGHT_CAUTIONS, as_of=ON)
    return {one.caution for one in found if one.verdict is Verdict.MET}


def measured(what: str, number: str | int, unit: str) -> Record:
    """A record of one measurement."""
    one = Observation(
        id="e-1", what=what, value=Quantity(number, unit), happened=date(2026, 11, 30)
    )
    return Record(client_id="c-1", observations=(one,))


@pytest.mark.parametrize(
    ("grams", "cautions"),
    [
        ("7.4", {"very_low_haemoglobin", "low_haemoglobin"}),
        ("7.5", {"low_haemoglobin"}),
        ("8.4", {"low_haemoglobin"}),
        ("8.5", set[str]()),
    ],
)
def test_haemoglobin_asks_below_eight_and_a_half_and_bars_below_seven_and_a_half(
    grams: str, cautions: set[str]
) -> None:
    assert barred(measured("haemoglobin", grams, "g/dL")) == cautions


def test_a_pregnancy_is_asked_about_from_28_weeks_and_barred_from_36_or_32() -> None:
    twins = Condition(id="e-2", what="multiple_pregnancy", status=ConditionStatus.ACTIVE)

    assert [barred(measured("gestation", weeks, "wk")) for weeks in (27, 28, 36)] == [
        set(),
        {"pregnancy_with_certificate"},
        {"pregnancy_with_certificate", "late_pregnancy"},
    ]
    assert barred(measured("gestation", 32, "wk").with_entries(twins)) == {
        "pregnancy_with_certificate",
        "late_multiple_pregnancy",
    }


def test_unstable_angina_bars_a_flight() -> None:
    angina = Condition(id="e-1", what="unstable_angina", status=ConditionStatus.ACTIVE)

    assert barred(Record(client_id="c-1", conditions=(angina,))) == {"unstable_angina"}


@pytest.mark.parametrize(
    ("what", "number", "unit", "days"),
    [("haemoglobin", "6.9", "g/dL", 30), ("gestation", 37, "wk", 7)],
)
def test_what_was_measured_long_ago_neither_bars_a_flight_nor_clears_it(
    what: str, number: str | int, unit: str, days: int
) -> None:
    def found(after: int) -> set[Verdict]:
        seen = cautions_in(
            measured(what, number, unit),
            cautions=FLIGHT_CAUTIONS,
            as_of=date(2026, 11, 30) + timedelta(days=after),
        )
        signs = {one.id for one in FLIGHT_CAUTIONS if what in str(one.evidence)}
        return {one.verdict for one in seen if one.caution in signs}

    assert found(days) >= {Verdict.MET}
    assert found(days + 1) == {Verdict.UNKNOWN}


def test_our_own_lines_on_haemoglobin_and_pregnancy_say_that_they_are_ours() -> None:
    own = {
        one.id
        for one in FLIGHT_CAUTIONS
        if any(isinstance(source, OwnChoice) for source in one.sources)
    }

    assert own == {
        "very_low_haemoglobin",
        "low_haemoglobin",
        "late_pregnancy",
        "late_multiple_pregnancy",
        "pregnancy_with_certificate",
    }


# What a carrier may ask for.


def notices(leg: Leg, *things: str) -> dict[str, int]:
    """How many hours before, by the rule that says so."""
    journey = Journey(id="j-1", client_id="c-1", legs=(leg,))
    return {
        one.rule: one.hours for one in notices_needed(journey, rules=NOTICE_RULES, things=things)
    }


def test_oxygen_of_the_carrier_is_asked_for_72_hours_ahead_abroad_and_48_at_home() -> None:
    home = attrs.evolve(LEG, to_place="US-MA")

    assert [notices(leg, "carrier_oxygen") for leg in (LEG, home)] == [
        {"us_carrier_oxygen_international": 72},
        {"us_carrier_oxygen_domestic": 48},
    ]


@pytest.mark.parametrize(
    "thing", ["oxygen_concentrator", "cpap", "ventilator", "electric_wheelchair", "deafblindness"]
)
def test_a_device_of_ones_own_is_told_of_48_hours_ahead(thing: str) -> None:
    assert list(notices(LEG, thing).values()) == [48]


def test_a_stretcher_is_optional_for_the_airline_and_takes_a_week_to_arrange() -> None:
    journey = Journey(id="j-1", client_id="c-1", legs=(LEG,))
    found = notices_needed(journey, rules=NOTICE_RULES, things=["stretcher"])

    assert [(one.rule, one.hours, one.is_if_offered) for one in found] == [
        ("us_stretcher", 48, True),
        ("airlines_stretcher", 168, True),
    ]


def test_a_us_rule_says_nothing_of_a_flight_from_london_to_paris() -> None:
    leg = attrs.evolve(LEG, from_place="GB", to_place="FR")

    assert notices(leg, "ventilator") == {}


def test_a_certificate_may_be_ten_days_old_on_the_first_flight() -> None:
    (rule,) = CERTIFICATE_RULES
    old, young = (FitnessStatement(at=date(2026, 11, day), is_fit=True) for day in (20, 21))

    assert [check_certificate(one, departs=ON, rule=rule) for one in (old, young)] == [
        Verdict.NOT_MET,
        Verdict.MET,
    ]


def test_batteries_last_one_and_a_half_times_the_flight() -> None:
    device = EquipmentItem(what="oxygen_concentrator", hours_of_power=13)
    journey = Journey(id="j-1", client_id="c-1", legs=(LEG,), equipment=(device,))
    (check,) = check_power(journey, rules=BATTERY_RULES)

    assert (check.verdict, check.needed) == (Verdict.NOT_MET, timedelta(hours=13, minutes=30))


# Escorts.


def test_each_level_of_escort_has_its_rung_in_order() -> None:
    assert [rung.level for rung in ESCORT_RUNGS] == list(EscortLevel)


def test_a_rung_names_a_duty_and_licences_of_the_catalogue() -> None:
    duties = {rung.level: rung.duty for rung in ESCORT_RUNGS if rung.duty}

    assert [STANDARD.duty(duty).on_the_move for duty in duties.values()] == [True] * len(duties)
    assert [STANDARD.credential(key).id for rung in ESCORT_RUNGS for key in rung.licences] == [
        "physician"
    ]


def test_a_clinical_escort_has_a_duty_for_which_a_licence_is_needed() -> None:
    licensed = {
        rung.level for rung in ESCORT_RUNGS if rung.duty and STANDARD.duty(rung.duty).licences
    }

    assert licensed == {level for level in EscortLevel if level >= EscortLevel.NURSE}


def test_the_rungs_say_that_the_ladder_is_ours() -> None:
    assert [
        rung.level
        for rung in ESCORT_RUNGS
        if not any(isinstance(one, OwnChoice) for one in rung.sources)
    ] == []


def test_who_needs_oxygen_and_help_goes_with_somebody_who_may_give_both() -> None:
    needs = attrs.evolve(TravelNeed.none(), oxygen=True, mobility_help=True)
    level = needed_escort(needs).level
    (rung,) = [one for one in ESCORT_RUNGS if one.level is level]

    assert rung.duty == "give_clinical_care_in_flight"
