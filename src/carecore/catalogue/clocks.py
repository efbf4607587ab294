"""What is due around a move, and by when: contacts, visits, notices and plans.

The clocks are those of the United States whose days are certain.
Words such as `interactive_contact` are what the record has to call the event.
"""

from typing import Final

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.reasons import Citation, OwnChoice, Source
from carecore.base.timing import Offset
from carecore.catalogue.sources import CFR_483_21
from carecore.catalogue.sources_moves import (
    AAFP_TCM,
    AAPC_TCM,
    CFR_405_1200,
    CFR_405_1205,
    CFR_405_1206,
    CFR_483_15,
    CFR_484_55,
    CMS_DETAILED_NOTICE,
    CMS_F657,
    CMS_NOMNC,
    CMS_TCM,
    FR_71_68708,
    HCPRO_IM,
    ICD10MONITOR_MCSN,
    MEDICARE_FAST_APPEAL,
    MEDICARE_INTERACTIVE_IM,
    NGS_MCSN,
    NOTICE_ACT,
    PPMC_TCM,
    RELIAS_IM,
    UCHEALTH_TCM,
)
from carecore.record import EventKind, EventSign, EvidenceRule
from carecore.roles import PayerKind
from carecore.transitions import Clock, ClockKind

__all__ = ["CLOCKS"]

_US: Final = (Jurisdiction("US"),)
_MEDICARE: Final = (PayerKind.MEDICARE, PayerKind.MEDICARE_ADVANTAGE)
_INPATIENT: Final = ("irf", "acute_ward", "ltch", "acute_icu", "psych_hospital")
_TCM_FROM: Final = (*_INPATIENT, "snf", "observation", "partial_hospitalization")
_TCM_TO: Final = (
    "home_independent",
    "home_informal",
    "home_personal_care",
    "home_health",
    "independent_living",
    "assisted_living",
    "memory_care",
    "custodial",
)
_COVERED_SERVICES: Final = ("snf", "home_health", "home_hospice", "hospice_facility")
_NURSING: Final = ("nursing_facility", "snf")

_OUR_PLACES: Final = OwnChoice(
    "which of our care settings are homes, rest homes and assisted living in the words of the rule"
)
_OUR_WORD: Final = OwnChoice(
    "the record says by an observation whether the condition of the rule holds for the client"
)

_LEFT: Final = EventSign(kind=EventKind.DISCHARGE)
_ADMITTED: Final = EventSign(kind=EventKind.ADMISSION)
_ARRIVED: Final = EventSign(kind=EventKind.ARRIVAL)
_SEEN: Final = EventSign(kind=EventKind.VISIT, what="face_to_face_visit")
_REVIEW_ASKED: Final = EventSign(kind=EventKind.NOTICE, what="quality_review_asked")
_TCM: Final[tuple[Source, ...]] = (UCHEALTH_TCM, CMS_TCM, _OUR_PLACES)


def _notice(what: str, /) -> EventSign:
    return EventSign(kind=EventKind.NOTICE, what=what)


def _read(*sources: Citation) -> tuple[Source, ...]:
    return (*sources, _OUR_WORD)


CLOCKS: Final[tuple[Clock, ...]] = (
    Clock(
        id="contact_after_discharge",
        name="speak with the client or caregiver within 2 business days of the discharge",
        starts=_LEFT,
        allowance=Offset(business_days=2),
        met_by=EvidenceRule(
            any_of=(
                EventSign(kind=EventKind.CONTACT, what="interactive_contact"),
                EventSign(kind=EventKind.VISIT, what="face_to_face_visit"),
            )
        ),
        attempts_enough=2,
        from_settings=_TCM_FROM,
        to_settings=_TCM_TO,
        jurisdictions=_US,
        payers=_MEDICARE,
        sources=(*_TCM, PPMC_TCM),
    ),
    Clock(
        id="visit_after_discharge_high",
        name="see the client within 7 days where decisions are highly complex",
        starts=_LEFT,
        allowance=Offset(days=7),
        earliest=Offset(days=1),
        met_by=_SEEN,
        from_settings=_TCM_FROM,
        to_settings=_TCM_TO,
        jurisdictions=_US,
        payers=_MEDICARE,
        needs=("highly_complex_decisions",),
        sources=(AAFP_TCM, AAPC_TCM, PPMC_TCM, CMS_TCM, _OUR_PLACES, _OUR_WORD),
    ),
    Clock(
        id="visit_after_discharge",
        name="see the client within 14 days where decisions are at least moderately complex",
        starts=_LEFT,
        allowance=Offset(days=14),
        earliest=Offset(days=1),
        met_by=_SEEN,
        from_settings=_TCM_FROM,
        to_settings=_TCM_TO,
        jurisdictions=_US,
        payers=_MEDICARE,
        needs=("complex_decisions",),
        sources=(AAFP_TCM, AAPC_TCM, PPMC_TCM, CMS_TCM, _OUR_PLACES, _OUR_WORD),
    ),
    Clock(
        id="medicines_after_discharge",
        name="reconcile medicines at home by the day of the visit after the discharge",
        starts=_SEEN,
        allowance=Offset(days=0),
        earliest=Offset(days=-14),
        met_by=EventSign(kind=EventKind.MEDICATION_REVIEW, what="medicines_reconciled_at_home"),
        from_settings=_TCM_FROM,
        to_settings=_TCM_TO,
        jurisdictions=_US,
        payers=_MEDICARE,
        sources=(AAFP_TCM, CMS_TCM, _OUR_PLACES),
    ),
    Clock(
        id="thirty_days_after_discharge",
        name="the 30 days of transitional care: the day of discharge and the next 29",
        kind=ClockKind.WINDOW,
        starts=_LEFT,
        allowance=Offset(days=29),
        from_settings=_TCM_FROM,
        to_settings=_TCM_TO,
        jurisdictions=_US,
        payers=_MEDICARE,
        sources=_TCM,
    ),
    Clock(
        id="important_message",
        name="give the Important Message from Medicare within 2 days of the admission",
        starts=_ADMITTED,
        allowance=Offset(days=2),
        earliest=Offset(days=-7),
        met_by=_notice("important_message_from_medicare"),
        from_settings=_INPATIENT,
        jurisdictions=_US,
        payers=_MEDICARE,
        sources=(FR_71_68708, MEDICARE_INTERACTIVE_IM, RELIAS_IM, CFR_405_1205),
    ),
    Clock(
        id="important_message_before_discharge",
        name="give the Important Message again, at most 2 days and at least 4 hours before",
        starts=_LEFT,
        allowance=Offset(hours=-4),
        earliest=Offset(days=-2),
        met_by=_notice("important_message_from_medicare"),
        from_settings=_INPATIENT,
        jurisdictions=_US,
        payers=_MEDICARE,
        sources=(FR_71_68708, MEDICARE_INTERACTIVE_IM, HCPRO_IM, CFR_405_1205),
    ),
    Clock(
        id="detailed_notice_of_discharge",
        name="explain the discharge in detail by noon of the day after a review was asked for",
        starts=_REVIEW_ASKED,
        allowance=Offset(days=1),
        by_hour=12,
        met_by=_notice("detailed_notice_of_discharge"),
        from_settings=_INPATIENT,
        jurisdictions=_US,
        payers=_MEDICARE,
        sources=(CMS_DETAILED_NOTICE, CFR_405_1206),
    ),
    Clock(
        id="notice_of_non_coverage",
        name="give notice 2 days before covered services end",
        starts=_LEFT,
        allowance=Offset(days=-2),
        met_by=_notice("notice_of_medicare_non_coverage"),
        from_settings=_COVERED_SERVICES,
        jurisdictions=_US,
        payers=_MEDICARE,
        sources=(CMS_NOMNC, CFR_405_1200),
    ),
    Clock(
        id="detailed_explanation_of_non_coverage",
        name="explain in detail why covered services end, on the day a review was asked for",
        starts=_REVIEW_ASKED,
        allowance=Offset(days=0),
        met_by=_notice("detailed_explanation_of_non_coverage"),
        from_settings=_COVERED_SERVICES,
        jurisdictions=_US,
        payers=_MEDICARE,
        sources=(MEDICARE_FAST_APPEAL,),
    ),
    Clock(
        id="observation_notice",
        name="tell within 36 hours that observation is no inpatient stay",
        starts=_ADMITTED,
        allowance=Offset(hours=36),
        met_by=_notice("outpatient_observation_notice"),
        from_settings=("observation",),
        jurisdictions=_US,
        payers=_MEDICARE,
        needs=("observation_over_24_hours",),
        sources=_read(NOTICE_ACT),
    ),
    Clock(
        id="change_of_status_notice",
        name="tell of the change from inpatient to observation, at least 4 hours before release",
        starts=_LEFT,
        allowance=Offset(hours=-4),
        met_by=_notice("change_of_status_notice"),
        from_settings=("observation",),
        jurisdictions=_US,
        payers=(PayerKind.MEDICARE,),
        needs=("status_changed_to_observation",),
        sources=_read(NGS_MCSN, ICD10MONITOR_MCSN),
    ),
    Clock(
        id="notice_of_nursing_home_transfer",
        name="give written notice 30 days before the facility moves somebody on its own account",
        starts=_LEFT,
        allowance=Offset(days=-30),
        met_by=_notice("transfer_notice"),
        from_settings=_NURSING,
        jurisdictions=_US,
        needs=("thirty_days_notice_owed",),
        sources=_read(CFR_483_15.part("(4)(i)")),
    ),
    Clock(
        id="baseline_care_plan",
        name="have a baseline care plan within 48 hours of the admission",
        starts=_ARRIVED,
        allowance=Offset(hours=48),
        met_by=EvidenceRule(
            any_of=(
                EventSign(what="baseline_care_plan"),
                EventSign(what="comprehensive_care_plan"),
            )
        ),
        to_settings=_NURSING,
        jurisdictions=_US,
        sources=(CFR_483_21.part("(a)"),),
    ),
    Clock(
        id="comprehensive_care_plan",
        name="have a comprehensive care plan within 21 days of the admission",
        starts=_ARRIVED,
        allowance=Offset(days=21),
        met_by=EventSign(what="comprehensive_care_plan"),
        to_settings=_NURSING,
        jurisdictions=_US,
        sources=(CMS_F657,),
    ),
    Clock(
        id="home_health_first_visit",
        name="assess the client at home within 48 hours of the return, if no other day is ordered",
        starts=_ARRIVED,
        allowance=Offset(hours=48),
        met_by=EventSign(kind=EventKind.VISIT, what="initial_assessment_visit"),
        to_settings=("home_health",),
        jurisdictions=_US,
        needs=("no_start_of_care_ordered",),
        sources=_read(CFR_484_55.part("(a)(1)")),
    ),
    Clock(
        id="home_health_assessment",
        name="complete the comprehensive assessment within 5 days of the start of care",
        starts=EventSign(kind=EventKind.VISIT, what="start_of_care"),
        allowance=Offset(days=5),
        met_by=EventSign(kind=EventKind.ASSESSMENT, what="comprehensive_assessment"),
        to_settings=("home_health",),
        jurisdictions=_US,
        sources=(CFR_484_55.part("(b)(1)"),),
    ),
)
"""The clocks, in the order in which they come up around a move.

.. versionadded:: 0.1
"""
