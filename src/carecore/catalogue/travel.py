"""What the field knows about journeys: days to wait, states that bar a flight, notice, escorts.

Sources disagree in many rows, so that a row is what one source says, and none is the mean of
others. What comes first is the UK Civil Aviation Authority and the NHS that follows it; the manual
of the airlines' association was not read, and rows that only knowledge of it stands behind are not
verified. It is information for people who plan, and no judgement of anybody's fitness to fly.
"""

from typing import Final

from carecore.base.amounts import Quantity
from carecore.base.reasons import OwnChoice, Source
from carecore.base.timing import Offset
from carecore.catalogue.sources import CFR_382_29, JETRESCUE, WIKIPEDIA_ESCORT
from carecore.catalogue.sources_travel import (
    AEROMEDICAL,
    AIR_STRETCHER,
    AIRLINE_CEAIR,
    AIRLINE_EMIRATES,
    AIRLINE_FLYADEAL,
    AIRLINE_NEW_ZEALAND,
    AIRLINE_NORSE,
    AIRLINE_NORSE_INCIDENT,
    AIRLINE_SMARTWINGS,
    AIRLINE_SWISS,
    BCS_2010,
    BTS_PNEUMOTHORAX,
    CAA_2011_SUMMARY,
    CAA_CARDIOVASCULAR,
    CAA_FITNESS_SUMMARY,
    CAA_NEWBORN_SUMMARY,
    CAA_SLIDES,
    CAA_SURGICAL,
    CABIN_CREW,
    CFR_382_23_CERTIFICATE,
    CFR_382_27,
    CFR_382_133,
    FR_81_33098,
    IATA_HAEMATOLOGICAL,
    IATA_MANUAL,
    IATA_NEUROLOGICAL,
    IATA_NEUROLOGY_CLINIC,
    IATA_ORTHOPAEDIC,
    IATA_RESOLUTION_700,
    IATA_THROMBOEMBOLIC,
    NHS_FLYING,
    PNEUMOTHORAX_SURGEONS,
    PRIMARY_CARE_BYPASS,
    STRETCHER_GUIDE,
    STRETCHER_PRACTICE,
)
from carecore.record import Comparison, ConditionSign, EvidenceRule, ObservationSign
from carecore.travel import (
    BatteryRule,
    CertificateRule,
    DayLimit,
    EscortLevel,
    EscortRung,
    FlightCaution,
    NoticeRule,
)

__all__ = [
    "BATTERY_RULES",
    "CERTIFICATE_RULES",
    "DAY_LIMITS",
    "ESCORT_RUNGS",
    "FLIGHT_CAUTIONS",
    "NOTICE_RULES",
]

_HOURS: Final = OwnChoice(
    "days are counted by the calendar, so that 24 hours are surely over on day 2 and may be on "
    "day 1; between the two the hour decides"
)
_ALWAYS_ASK: Final = OwnChoice(
    "sources agree on no number of days after a clot in leg or lung, so an assessment is always "
    "asked"
)
_UP_TO: Final = OwnChoice(
    "a source that says *up to* so many days leaves what is before them to an assessment"
)
_HAEMOGLOBIN: Final = OwnChoice(
    "haemoglobin below 7.5 g/dL is taken to bar a flight, and below 8.5 g/dL to ask for an "
    "assessment; what is long known is borne better than what is new, and what was measured more "
    "than 30 days ago is not relied on"
)
_GESTATION: Final = OwnChoice(
    "how far a pregnancy is counts for 7 days after it was written down, since it goes on"
)


def _days(
    who: str,
    what: str,
    least: int,
    most: int | None,
    *sources: Source,
    counts_from: str | None = None,
    flight_hours_over: int | None = None,
    escort: EscortLevel | None = None,
    remark: str = "",
) -> DayLimit:
    suffix = "" if flight_hours_over is None else "_long_flight"
    return DayLimit(
        id=f"{who}_{what}{suffix}",
        what=what,
        least=least,
        most=most,
        counts_from=counts_from,
        flight_hours_over=flight_hours_over,
        escort=escort,
        remark=remark,
        sources=sources,
    )


_ABDOMEN: Final = (
    _days("nhs", "simple_abdominal_surgery", 4, 5, NHS_FLYING),
    _days(
        "caa",
        "simple_abdominal_surgery",
        10,
        10,
        CAA_SURGICAL,
        remark="the page for clinicians does not tell simple from major",
    ),
    _days("nhs", "major_abdominal_surgery", 10, 10, NHS_FLYING),
    _days("caa", "major_abdominal_surgery", 10, 10, CAA_SURGICAL),
    _days("norse", "major_abdominal_surgery", 10, 10, AIRLINE_NORSE),
    _days("aeromedical", "major_abdominal_surgery", 10, 10, AEROMEDICAL, remark="laparotomy"),
    _days("iata", "major_abdominal_surgery", 11, 11, IATA_MANUAL),
    _days("nhs", "diagnostic_keyhole_surgery", 1, 2, NHS_FLYING),
    _days("caa", "diagnostic_keyhole_surgery", 1, 2, CAA_SURGICAL, _HOURS),
    _days("aeromedical", "diagnostic_keyhole_surgery", 2, 2, AEROMEDICAL),
    _days("iata", "diagnostic_keyhole_surgery", 1, 1, IATA_MANUAL),
    _days(
        "nhs",
        "therapeutic_keyhole_surgery",
        1,
        2,
        NHS_FLYING,
        remark="the page does not tell looking from operating",
    ),
    _days(
        "caa",
        "therapeutic_keyhole_surgery",
        1,
        2,
        CAA_SURGICAL,
        _HOURS,
        remark="the page does not tell looking from operating",
    ),
    _days("aeromedical", "therapeutic_keyhole_surgery", 5, 5, AEROMEDICAL),
    _days("iata", "therapeutic_keyhole_surgery", 5, 5, IATA_MANUAL),
    _days("nhs", "colonoscopy", 1, 1, NHS_FLYING),
    _days("caa", "colonoscopy", 1, 2, CAA_SURGICAL, _HOURS),
)
_EYES_AND_EARS: Final = (
    _days("nhs", "cataract_surgery", 1, 1, NHS_FLYING),
    _days("norse", "cataract_surgery", 1, 1, AIRLINE_NORSE),
    _days("iata", "cataract_surgery", 1, 1, IATA_MANUAL),
    _days("nhs", "corneal_laser_surgery", 1, 1, NHS_FLYING),
    _days("nhs", "other_eye_surgery", 7, 7, NHS_FLYING),
    _days("iata", "other_eye_surgery", 7, 7, IATA_MANUAL),
    _days(
        "nhs",
        "retinal_surgery_with_gas",
        14,
        42,
        NHS_FLYING,
        remark="by the gas; none while a bubble is in the eye",
    ),
    _days("norse", "tonsil_surgery", 14, 14, AIRLINE_NORSE),
    _days("norse", "middle_ear_surgery", 14, 14, AIRLINE_NORSE),
)
_HEART_AND_CHEST: Final = (
    _days("caa", "coronary_bypass", 10, 14, CAA_CARDIOVASCULAR),
    _days("bcs", "coronary_bypass", 10, 10, BCS_2010, remark="uncomplicated"),
    _days("notebook", "coronary_bypass", 10, 10, PRIMARY_CARE_BYPASS, remark="uncomplicated"),
    _days("norse", "coronary_bypass", 14, 14, AIRLINE_NORSE, remark="all surgery of the heart"),
    _days("iata", "coronary_bypass", 11, 11, IATA_MANUAL),
    _days("caa", "chest_surgery", 10, 14, CAA_CARDIOVASCULAR),
    _days("norse", "chest_surgery", 42, 42, AIRLINE_NORSE),
    _days(
        "nhs",
        "lung_resection",
        0,
        90,
        NHS_FLYING,
        _UP_TO,
        remark="about three months; no other source has a number",
    ),
    _days("caa", "myocardial_infarction", 7, 10, CAA_CARDIOVASCULAR, remark="uncomplicated"),
    _days("caa_summary", "myocardial_infarction", 7, 10, CAA_FITNESS_SUMMARY),
    _days(
        "bcs",
        "myocardial_infarction",
        3,
        10,
        BCS_2010,
        remark="3 days at low risk, 10 at medium; at high risk, wait",
    ),
    _days(
        "air_new_zealand",
        "myocardial_infarction",
        3,
        10,
        AIRLINE_NEW_ZEALAND,
        remark="follows the British Cardiovascular Society",
    ),
    _days("smartwings", "myocardial_infarction", 21, 21, AIRLINE_SMARTWINGS),
    _days("flyadeal", "myocardial_infarction", 21, 21, AIRLINE_FLYADEAL),
    _days("emirates", "myocardial_infarction", 14, 14, AIRLINE_EMIRATES),
    _days("iata", "myocardial_infarction", 11, 11, IATA_MANUAL),
    _days("caa", "complicated_myocardial_infarction", 28, 42, CAA_CARDIOVASCULAR),
    _days("caa_summary", "complicated_myocardial_infarction", 28, 42, CAA_FITNESS_SUMMARY),
    _days("emirates", "complicated_myocardial_infarction", 42, 42, AIRLINE_EMIRATES),
    _days(
        "caa",
        "coronary_angioplasty",
        0,
        3,
        CAA_CARDIOVASCULAR,
        remark="each client is assessed; fit from about day 3 on",
    ),
    _days("caa_summary", "coronary_angioplasty", 5, 5, CAA_FITNESS_SUMMARY),
    _days("slides", "coronary_angioplasty", 3, 3, CAA_SLIDES, remark="uncomplicated"),
    _days("bcs", "coronary_angioplasty", 2, 2, BCS_2010, remark="elective and uncomplicated"),
    _days("iata", "coronary_angioplasty", 3, 3, IATA_MANUAL),
    _days("bcs", "complicated_coronary_angioplasty", 7, 14, BCS_2010),
    _days(
        "caa",
        "pneumothorax",
        14,
        14,
        CAA_FITNESS_SUMMARY,
        counts_from="pneumothorax_drainage",
        remark="after drainage that worked; never while there is air",
    ),
    _days(
        "bts",
        "pneumothorax",
        7,
        7,
        BTS_PNEUMOTHORAX,
        CAA_FITNESS_SUMMARY,
        counts_from="clear_chest_x_ray",
    ),
    _days(
        "surgeons",
        "pneumothorax",
        7,
        21,
        PNEUMOTHORAX_SURGEONS,
        counts_from="clear_chest_x_ray",
        remark="guidelines range from one to three weeks",
    ),
    _days(
        "smartwings",
        "pneumothorax",
        14,
        14,
        AIRLINE_SMARTWINGS,
        counts_from="clear_chest_x_ray",
        remark="from when it is resolved, which a clear picture is taken to show",
    ),
    _days("iata", "pneumothorax", 7, 7, IATA_MANUAL, counts_from="clear_chest_x_ray"),
    _days(
        "surgeons",
        "traumatic_pneumothorax",
        14,
        14,
        PNEUMOTHORAX_SURGEONS,
        counts_from="clear_chest_x_ray",
        remark="one study of 12 people",
    ),
    _days("iata", "traumatic_pneumothorax", 14, 14, IATA_MANUAL, counts_from="clear_chest_x_ray"),
)
_HEAD: Final = (
    _days("caa", "stroke", 3, 10, CAA_CARDIOVASCULAR),
    _days(
        "iata",
        "stroke",
        5,
        14,
        IATA_NEUROLOGY_CLINIC,
        escort=EscortLevel.NURSE,
        remark="from day 5 with a nurse and oxygen; alone after two weeks, if stable",
    ),
    _days(
        "norse",
        "stroke",
        10,
        21,
        AIRLINE_NORSE_INCIDENT,
        remark="with a certificate from day 11 to day 21",
    ),
    _days("smartwings", "stroke", 10, 10, AIRLINE_SMARTWINGS),
    _days("flyadeal", "stroke", 10, 10, AIRLINE_FLYADEAL),
    _days(
        "notebook",
        "stroke",
        7,
        14,
        IATA_NEUROLOGICAL,
        remark="7 to 10 days after a blockage, 14 after a bleeding; older",
    ),
    _days(
        "iata",
        "transient_ischaemic_attack",
        2,
        2,
        IATA_NEUROLOGY_CLINIC,
        IATA_NEUROLOGICAL,
        remark="looked into, and well",
    ),
    _days(
        "iata",
        "tonic_clonic_seizure",
        1,
        2,
        IATA_NEUROLOGY_CLINIC,
        IATA_NEUROLOGICAL,
        _HOURS,
        escort=EscortLevel.COMPANION,
        remark="more than 24 hours, under control; somebody to go along is advised",
    ),
    _days("nhs", "craniotomy", 42, 42, NHS_FLYING),
    _days("caa_summary", "craniotomy", 7, 7, CAA_2011_SUMMARY),
    _days("iata", "craniotomy", 10, 10, IATA_NEUROLOGY_CLINIC, remark="without air in the skull"),
    _days("notebook", "craniotomy", 10, 14, IATA_NEUROLOGICAL, remark="or a broken skull"),
    _days("nhs", "brain_biopsy", 28, 28, NHS_FLYING),
    _days("smartwings", "head_injury", 14, 14, AIRLINE_SMARTWINGS),
    _days("flyadeal", "head_injury", 14, 14, AIRLINE_FLYADEAL),
)
_BONES: Final = (
    _days("caa", "plaster_cast", 1, 2, CAA_FITNESS_SUMMARY, _HOURS, counts_from="cast_applied"),
    _days(
        "caa",
        "plaster_cast",
        2,
        3,
        CAA_FITNESS_SUMMARY,
        _HOURS,
        counts_from="cast_applied",
        flight_hours_over=2,
    ),
    _days(
        "iata",
        "plaster_cast",
        2,
        3,
        IATA_ORTHOPAEDIC,
        _HOURS,
        counts_from="injury",
        flight_hours_over=2,
        remark="a full cast that is not split",
    ),
    _days(
        "nhs",
        "joint_replacement",
        0,
        90,
        NHS_FLYING,
        _UP_TO,
        remark="about three months, by an older copy of the page",
    ),
    _days(
        "iata",
        "joint_replacement",
        0,
        0,
        IATA_ORTHOPAEDIC,
        remark="no limit: able to move with an aid, and to sit upright for take-off and landing",
    ),
    _days(
        "iata",
        "joint_replacement",
        0,
        42,
        IATA_ORTHOPAEDIC,
        flight_hours_over=6,
        remark="without prevention of clots, only if the flight is essential",
    ),
)
_BLOOD: Final = (
    _days("own", "deep_vein_thrombosis", 0, None, _ALWAYS_ASK, AIRLINE_SMARTWINGS),
    _days(
        "aeromedical",
        "deep_vein_thrombosis",
        3,
        5,
        AEROMEDICAL,
        remark="treated, the leg better, no sign of a clot in the lung",
    ),
    _days("own", "pulmonary_embolism", 0, None, _ALWAYS_ASK, AEROMEDICAL),
    _days(
        "iata",
        "pulmonary_embolism",
        5,
        5,
        IATA_MANUAL,
        remark="treated, and oxygen in the blood normal",
    ),
    _days("notebook", "sickle_cell_crisis", 10, 10, IATA_HAEMATOLOGICAL, remark="about 10 days"),
)
_OTHERS: Final = (
    _days("swiss", "diving", 1, 2, AIRLINE_SWISS, _HOURS),
    _days("caa", "birth", 2, 3, CAA_NEWBORN_SUMMARY, _HOURS, remark="the newborn child"),
    _days("smartwings", "birth", 7, 7, AIRLINE_SMARTWINGS, remark="the newborn child"),
    _days("ceair", "birth", 14, 14, AIRLINE_CEAIR, remark="the newborn child"),
    _days("iata", "birth", 7, 7, IATA_MANUAL, remark="the newborn child"),
)

DAY_LIMITS: Final = (
    *_ABDOMEN,
    *_EYES_AND_EARS,
    *_HEART_AND_CHEST,
    *_HEAD,
    *_BONES,
    *_BLOOD,
    *_OTHERS,
)
"""How many days each source wants to pass before a flight, by part of the body.

.. versionadded:: 0.1
"""


def _state(
    key: str, name: str, *sources: Source, is_bar: bool = True, remark: str = ""
) -> FlightCaution:
    sign = ConditionSign(what=key)
    return FlightCaution(
        id=key,
        name=name,
        evidence=EvidenceRule(all_of=(sign,)),
        is_bar=is_bar,
        remark=remark,
        sources=sources,
    )


def _below(grams: str, /) -> EvidenceRule:
    sign = ObservationSign(
        what="haemoglobin",
        comparison=Comparison.BELOW,
        value=Quantity(grams, "g/dL"),
        fresh_for=Offset(days=30),
    )
    return EvidenceRule(all_of=(sign,))


def _weeks(weeks: int, /, *, is_multiple: bool = False) -> EvidenceRule:
    sign = ObservationSign(
        what="gestation",
        comparison=Comparison.AT_LEAST,
        value=Quantity(weeks, "wk"),
        fresh_for=Offset(days=7),
    )
    more = (ConditionSign(what="multiple_pregnancy"),) if is_multiple else ()
    return EvidenceRule(all_of=(sign, *more))


FLIGHT_CAUTIONS: Final = (
    _state("unstable_angina", "unstable angina", CAA_CARDIOVASCULAR, CAA_FITNESS_SUMMARY),
    _state(
        "uncontrolled_hypertension",
        "blood pressure out of control",
        CAA_CARDIOVASCULAR,
        CAA_FITNESS_SUMMARY,
    ),
    _state(
        "uncontrolled_arrhythmia",
        "heart rhythm out of control",
        CAA_CARDIOVASCULAR,
        CAA_FITNESS_SUMMARY,
    ),
    _state(
        "decompensated_heart_failure",
        "decompensated heart failure",
        CAA_CARDIOVASCULAR,
        CAA_FITNESS_SUMMARY,
    ),
    _state(
        "severe_valve_disease",
        "severe valve disease with symptoms",
        CAA_CARDIOVASCULAR,
        CAA_FITNESS_SUMMARY,
    ),
    _state(
        "pneumothorax",
        "air between lung and chest wall",
        CAA_FITNESS_SUMMARY,
        remark="as long as it is not resolved",
    ),
    _state("contagious_disease", "contagious disease", AIRLINE_SWISS),
    _state("acute_psychosis", "acute psychosis", AIRLINE_SWISS),
    _state(
        "acute_deep_vein_thrombosis",
        "fresh clot in a leg",
        IATA_THROMBOEMBOLIC,
        remark="until it is treated and the client is stable",
    ),
    _state(
        "air_in_skull",
        "air inside the skull",
        AIRLINE_SMARTWINGS,
        AIRLINE_FLYADEAL,
        is_bar=False,
        remark="any air at all asks for clearance",
    ),
    FlightCaution(
        id="very_low_haemoglobin",
        name="haemoglobin below 7.5 g/dL",
        evidence=_below("7.5"),
        is_bar=True,
        remark="one source would think of oxygen instead",
        sources=(IATA_HAEMATOLOGICAL, _HAEMOGLOBIN),
    ),
    FlightCaution(
        id="low_haemoglobin",
        name="haemoglobin below 8.5 g/dL",
        evidence=_below("8.5"),
        is_bar=False,
        remark="above 8 g/dL one source sees no problem where heart and lungs are well",
        sources=(IATA_HAEMATOLOGICAL, AEROMEDICAL, _HAEMOGLOBIN),
    ),
    FlightCaution(
        id="late_pregnancy",
        name="pregnancy of 36 weeks and more",
        evidence=_weeks(36),
        is_bar=True,
        sources=(CAA_FITNESS_SUMMARY, _GESTATION),
    ),
    FlightCaution(
        id="late_multiple_pregnancy",
        name="pregnancy with more than one child, of 32 weeks and more",
        evidence=_weeks(32, is_multiple=True),
        is_bar=True,
        sources=(CAA_FITNESS_SUMMARY, _GESTATION),
    ),
    FlightCaution(
        id="pregnancy_with_certificate",
        name="pregnancy of 28 weeks and more",
        evidence=_weeks(28),
        is_bar=False,
        remark="most airlines want a certificate that all goes well",
        sources=(CAA_FITNESS_SUMMARY, _GESTATION),
    ),
)
"""States in which one should not fly on an airline, then those that ask for an assessment.

.. versionadded:: 0.1
"""


def _notice(
    what: str,
    /,
    *,
    hours: int = 48,
    is_international: bool | None = None,
    is_if_offered: bool = False,
    remark: str = "",
) -> NoticeRule:
    reach = {None: "", True: "_international", False: "_domestic"}[is_international]
    return NoticeRule(
        id=f"us_{what}{reach}",
        what=what,
        hours=hours,
        check_in_hours=1,
        is_international=is_international,
        is_if_offered=is_if_offered,
        jurisdictions=("US",),
        remark=remark,
        sources=(CFR_382_27,),
    )


NOTICE_RULES: Final = (
    _notice("carrier_oxygen", hours=72, is_international=True, is_if_offered=True),
    _notice("carrier_oxygen", is_international=False, is_if_offered=True),
    _notice("oxygen_concentrator"),
    _notice("cpap"),
    _notice("ventilator"),
    _notice("respirator"),
    _notice("incubator", is_if_offered=True),
    _notice("aircraft_power", is_if_offered=True, remark="a device is fed by the aircraft"),
    _notice("stretcher", is_if_offered=True),
    _notice("electric_wheelchair", remark="in aircraft with fewer than 60 seats"),
    _notice("battery_packing", remark="batteries that have to be packed as dangerous goods"),
    _notice("group_of_ten", remark="ten or more passengers with disabilities, as a group"),
    _notice("on_board_wheelchair"),
    NoticeRule(
        id="us_deafblindness",
        what="deafblindness",
        hours=48,
        jurisdictions=("US",),
        remark="whoever cannot follow instructions otherwise and thinks of flying alone",
        sources=(CFR_382_29,),
    ),
    NoticeRule(
        id="airlines_medical_form",
        what="medical_form",
        hours=120,
        remark="airlines want their form one to five days ahead; the longest is taken",
        sources=(
            IATA_RESOLUTION_700,
            OwnChoice("of several times of notice the longest is planned for"),
        ),
    ),
    NoticeRule(
        id="airlines_stretcher",
        what="stretcher",
        hours=168,
        is_if_offered=True,
        remark="days to a week to arrange; few airlines offer it, mostly between countries",
        sources=(
            STRETCHER_PRACTICE,
            STRETCHER_GUIDE,
            OwnChoice("of several times of notice the longest is planned for"),
        ),
    ),
)
"""How long before departure a US rule lets a carrier ask to be told, then what airlines want.

.. versionadded:: 0.1
"""

CERTIFICATE_RULES: Final = (
    CertificateRule(
        id="us_medical_certificate",
        grounds=(
            "stretcher",
            "incubator",
            "carrier_oxygen",
            "doubt_of_safe_flight",
            "communicable_disease",
        ),
        days=10,
        jurisdictions=("US",),
        remark=(
            "a physician says that the flight can be completed safely without extraordinary help; "
            "the way back needs no second one"
        ),
        sources=(CFR_382_23_CERTIFICATE,),
    ),
)
"""When a carrier may ask for a certificate, and how old it may be.

.. versionadded:: 0.1
"""

BATTERY_RULES: Final = (
    BatteryRule(
        id="us_device_batteries",
        devices=("oxygen_concentrator", "cpap", "ventilator", "respirator"),
        percent=150,
        jurisdictions=("US",),
        remark="of the longest that the flight may take, by the maker's hours and the physician",
        sources=(CFR_382_133, FR_81_33098),
    ),
)
"""How much power a carrier may want a device to have.

.. versionadded:: 0.1
"""

_LADDER: Final = OwnChoice(
    "the six levels, and what each needs, are put together from what providers of escorts say"
)

ESCORT_RUNGS: Final = (
    EscortRung(
        level=EscortLevel.NONE,
        name="nobody",
        description="The client travels alone and is independent.",
        seat="any",
        sources=(_LADDER,),
    ),
    EscortRung(
        level=EscortLevel.COMPANION,
        name="companion",
        description=(
            "Somebody who helps with walking, meals, toilet and bearings. The crew gives first aid "
            "and neither injections nor personal care."
        ),
        duty="help_on_journey",
        seat="economy or better, side by side",
        sources=(_LADDER, CABIN_CREW),
    ),
    EscortRung(
        level=EscortLevel.NURSE,
        name="nurse or paramedic",
        description=(
            "Somebody with a licence beside a stable client who needs injections, oxygen or "
            "watching, with oxygen, basic medicines, a monitor and what resuscitation takes."
        ),
        duty="give_clinical_care_in_flight",
        seat="business or first class, mostly",
        sources=(_LADDER, WIKIPEDIA_ESCORT, JETRESCUE.part("medical escort")),
    ),
    EscortRung(
        level=EscortLevel.DOCTOR,
        name="doctor, alone or with a nurse",
        description="A doctor beside a stable client for whom more may have to be done.",
        duty="give_clinical_care_in_flight",
        licences=("physician",),
        seat="business class",
        sources=(_LADDER, WIKIPEDIA_ESCORT),
    ),
    EscortRung(
        level=EscortLevel.STRETCHER_TEAM,
        name="stretcher on an airline, with a nurse or a team",
        description=(
            "A stable client who cannot sit for take-off and landing lies behind a curtain, and is "
            "never without an escort; often two nurses come. An airline never has to offer it."
        ),
        duty="give_clinical_care_in_flight",
        seat="a stretcher over six to nine seats, by some twelve",
        sources=(
            _LADDER,
            AIR_STRETCHER,
            STRETCHER_PRACTICE,
            STRETCHER_GUIDE,
            IATA_RESOLUTION_700,
            CFR_382_27,
        ),
    ),
    EscortRung(
        level=EscortLevel.AIR_AMBULANCE,
        name="air ambulance",
        description=(
            "A nurse with a paramedic or doctor, in an aircraft fitted for a client who is "
            "unstable, ventilated, on a drip, or needs a chosen cabin or hour."
        ),
        duty="transport_unstable_client",
        seat="a dedicated aircraft",
        sources=(_LADDER, JETRESCUE.part("air ambulance"), AIR_STRETCHER),
    ),
)
"""Who comes at each level of escort, least first.

.. versionadded:: 0.1
"""
