"""One full value of every class of the room; the people are made up."""

from datetime import UTC, date, datetime, timedelta

import attrs

from carecore.base.reasons import Citation, Fact, OwnChoice, Reason, Verdict
from carecore.base.timing import Period
from carecore.record import ConditionSign, EvidenceRule
from carecore.travel import (
    BatteryRule,
    CautionFound,
    CertificateRule,
    Clearance,
    DayLimit,
    DayLimitAnswer,
    DayLimitReading,
    EquipmentItem,
    EscortLevel,
    EscortRung,
    FitnessStatement,
    FlightCaution,
    FlightTiming,
    Journey,
    Leg,
    NeededEscort,
    NoticeNeeded,
    NoticeRule,
    PowerCheck,
    TravelMode,
    TravelNeed,
)

SOURCES = (
    Citation(authority="the ministry", section="part 2", as_of=date(2026, 11, 23)),
    OwnChoice("home comes first"),
)
REASON = Reason(
    id="oxygen", text="oxygen is needed", facts=(Fact(name="oxygen", seen=True),), sources=SOURCES
)
DEPARTS = datetime(2026, 12, 1, 22, tzinfo=UTC)
ARRIVES = datetime(2026, 12, 2, 7, tzinfo=UTC)

LEG = Leg(
    id="l-1",
    mode=TravelMode.AIR,
    from_place="US-FL",
    to_place="GB",
    departs=DEPARTS,
    arrives=ARRIVES,
    carrier="o-7",
    escorts=("p-1",),
    hours_planned=10,
)
NEEDS = TravelNeed(
    is_stable=True,
    seated_upright=True,
    ventilator=False,
    infusions=False,
    controlled_cabin=False,
    advanced_care=False,
    oxygen=True,
    injections=True,
    monitoring=True,
    personal_care=True,
    mobility_help=True,
    guidance=False,
)
ITEM = EquipmentItem(what="oxygen_concentrator", quantity=1, hours_of_power=18)
FIT = FitnessStatement(
    by="p-9",
    at=date(2026, 11, 25),
    valid=Period(date(2026, 11, 25), date(2026, 12, 5)),
    is_fit=True,
    conditions=("oxygen", "aisle_seat"),
    note="afraid of flying",
)
CLEARANCE = Clearance(
    carrier="o-7", asked_at=date(2026, 11, 24), given_at=date(2026, 11, 26), is_given=True
)
JOURNEY = Journey(
    id="j-1",
    client_id="c-17",
    purpose="going_home",
    legs=(LEG,),
    needs=NEEDS,
    escort_level=EscortLevel.NURSE,
    equipment=(ITEM,),
    fitness=(FIT,),
    clearances=(CLEARANCE,),
    informs=("r-1",),
    note="a seat by the window",
)
NEEDED = NeededEscort(
    level=EscortLevel.NURSE,
    at_least=EscortLevel.NURSE,
    at_most=EscortLevel.NURSE,
    to_know=("seated_upright",),
    reasons=(REASON,),
)
RUNG = EscortRung(
    level=EscortLevel.DOCTOR,
    name="doctor",
    description="A doctor goes along.",
    duty="give_clinical_care_in_flight",
    licences=("physician",),
    seat="business class",
    sources=SOURCES,
)
LIMIT = DayLimit(
    id="here_stroke",
    what="stroke",
    least=5,
    most=14,
    counts_from="first_sign",
    flight_hours_over=2,
    escort=EscortLevel.NURSE,
    remark="with oxygen",
    sources=SOURCES,
)
READING = DayLimitReading(
    limit="here_stroke",
    timing=FlightTiming.ASSESS,
    counts_from="first_sign",
    started=date(2026, 11, 20),
    assess_from=date(2026, 11, 25),
    clear_from=date(2026, 12, 4),
)
ANSWER = DayLimitAnswer(
    what="stroke",
    on=date(2026, 12, 1),
    timing=FlightTiming.ASSESS,
    clear_from=date(2026, 12, 4),
    escort=EscortLevel.NURSE,
    readings=(READING,),
    entries=("e-1",),
    reasons=(REASON,),
)
CAUTION = FlightCaution(
    id="unstable_angina",
    name="unstable angina",
    evidence=EvidenceRule(all_of=(ConditionSign(what="unstable_angina"),)),
    is_bar=True,
    remark="as long as it lasts",
    sources=SOURCES,
)
CAUTION_FOUND = CautionFound(
    caution="unstable_angina", verdict=Verdict.MET, is_bar=True, entries=("e-2",)
)
NOTICE_RULE = NoticeRule(
    id="own_device",
    what="ventilator",
    hours=48,
    check_in_hours=1,
    is_international=True,
    is_if_offered=True,
    jurisdictions=("US",),
    remark="by the operating carrier",
    sources=SOURCES,
)
NOTICE = NoticeNeeded(
    leg="l-1",
    rule="own_device",
    what="ventilator",
    verdict=Verdict.MET,
    hours=48,
    departs=DEPARTS,
    is_if_offered=True,
)
CERTIFICATE = CertificateRule(
    id="cabin_certificate",
    grounds=("stretcher",),
    days=10,
    jurisdictions=("US",),
    remark="of the first flight",
    sources=SOURCES,
)
BATTERY = BatteryRule(
    id="enough_power",
    devices=("ventilator",),
    percent=150,
    jurisdictions=("US",),
    remark="by the maker's hours",
    sources=SOURCES,
)
POWER = PowerCheck(
    leg="l-1",
    device="ventilator",
    rule="enough_power",
    verdict=Verdict.NOT_MET,
    needed=timedelta(hours=13, minutes=30),
    hours=13,
)

SAMPLES: dict[type[attrs.AttrsInstance], attrs.AttrsInstance] = {
    type(value): value
    for value in (
        LEG,
        NEEDS,
        ITEM,
        FIT,
        CLEARANCE,
        JOURNEY,
        NEEDED,
        RUNG,
        LIMIT,
        READING,
        ANSWER,
        CAUTION,
        CAUTION_FOUND,
        NOTICE_RULE,
        NOTICE,
        CERTIFICATE,
        BATTERY,
        POWER,
    )
}
"""The same by class."""
