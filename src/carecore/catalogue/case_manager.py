"""The case manager: who coordinates the whole of a patient's care for a facility or a payer.

Every duty of the catalogue is typical, possible or excluded with a reason.
"""

from typing import Final

from carecore.base.amounts import Code
from carecore.base.reasons import OwnChoice
from carecore.catalogue.role_parts import (
    NEVER,
    NUCC_SYSTEM,
    SNOMED_SYSTEM,
    SOC_SYSTEM,
)
from carecore.catalogue.sources import (
    ABA_NURSE_CASE_MANAGER,
    ARTICLE,
    ASPE_PRIMER,
    BCBS_NEBRASKA,
    BLS_SOC,
    CATHOLIC_HEALTH,
    CFR_412_622,
    CFR_418_56,
    CFR_440_169,
    CFR_482_43,
    CFR_482_60,
    CFR_483_21,
    CFR_483_430,
    CGS_HOSPICE_GROUP,
    CMSA_2022_SUMMARY,
    FR_84_51836,
    HEALTH_NET_SNP,
    JETRESCUE,
    NC_REHABILITATION,
    NC_WORKERS_COMPENSATION,
    NUCC,
    NURSE_COM_2014,
    RACMONITOR_IRF,
    SNOMED,
    TITLES_INTERCHANGEABLE,
    USC_1395X_DD,
    USC_1396N_G,
    VA_CASE_MANAGEMENT,
    VERYWELL,
)
from carecore.roles import EmployerKind, Engagement, Exclusion, PayerKind, Role

__all__ = ["CASE_MANAGER"]

_LAW_NAMES_A_FUNCTION = OwnChoice(
    "law names the function and the professions that may fill it; that the one to ask for is "
    "called case manager is custom"
)
_FACILITY_OWN_BILLS: Final[tuple[Exclusion, ...]] = (
    Exclusion(
        duty="review_bills",
        because="somebody employed by the facility would check their own employer's bills",
        sources=(OwnChoice("nobody checks their own employer's bills"),),
    ),
)
_PAYER_LIMITS: Final[tuple[Exclusion, ...]] = (
    Exclusion(
        duty="contest_denials",
        because="somebody employed by the payer would contest their own employer's refusals",
        sources=(OwnChoice("nobody contests their own employer's refusals"),),
    ),
    *(
        Exclusion(
            duty=duty,
            because="it is the facility's to do, and the payer's staff is not the facility's",
            sources=(OwnChoice("what a facility owes is held by the facility's own staff"),),
        )
        for duty in ("track_avoidable_delay", "give_required_notices")
    ),
)
_ENGAGED_BY_THE_FAMILY = OwnChoice(
    "what is done at the client's side, at home or on the road, is left to whoever is engaged for "
    "that client"
)

CASE_MANAGER: Final = Role(
    id="case_manager",
    name="case manager",
    definition=(
        "A professional, usually a nurse, who coordinates the whole of a patient's care for a "
        "facility or a payer, and minds outcome, safety, money and use of resources in the least "
        "restrictive setting."
    ),
    is_core=True,
    typical=(
        "coordinate_care",
        "set_recovery_timetable",
        "counsel_decisions",
        "speed_recovery",
        "explain_costs",
        "keep_whole_person_view",
        "watch_mood",
        "manage_resources",
        "place_least_restrictive",
        "write_care_plan",
        "manage_transition",
        "obtain_authorisations",
        "support_discharge",
        "find_and_engage_clients",
        "assess_whole_person",
        "stratify_risk",
        "identify_needs_and_opportunities",
        "sequence_services",
        "monitor_care",
        "evaluate_outcomes",
        "close_service",
        "contact_after_transition",
        "follow_over_time",
        "educate",
        "advocate",
        "review_utilization",
        "contest_denials",
        "track_avoidable_delay",
        "give_required_notices",
        "obtain_consent_and_protect_privacy",
        "keep_code_of_ethics",
        "fit_culture_and_language",
        "keep_records",
        "keep_workload_sustainable",
        "collaborate_across_disciplines",
        "reconcile_medications",
        "send_transition_information",
        "plan_discharge",
    ),
    possible=(
        "name_decision_maker",
        "inform_of_rights",
        "check_plan_honours_rights",
        "advise_family",
        "liaise_with_insurer",
        "manage_medications",
        "research_options",
        "coach_caregiver",
        "respond_in_crisis",
        "advise_on_housing",
        "arrange_home_care",
        "assess_clinically",
        "review_bills",
        "arrange_second_opinion",
        "counsel_psychosocially",
        "find_benefits",
        "coach_self_management",
        "schedule_appointments",
        "remove_barriers",
        "link_to_community",
    ),
    exclusions=(
        Exclusion(
            duty="visit_home",
            because=(
                "regular visits at home are engaged by the family; the case manager stays with the "
                "facility, and where a payer's case manager does visit, it is for the payer"
            ),
            sources=(ARTICLE.part("who is a care manager"), _ENGAGED_BY_THE_FAMILY),
        ),
        Exclusion(
            duty="assess_suitability_and_legality",
            because="the case manager would judge the care that the employer gives",
            sources=(OwnChoice("nobody judges the care that their own employer gives"),),
        ),
        Exclusion(
            duty="accompany_travel",
            because="the case manager stays with the facility and does not go along",
            sources=(ARTICLE.part("who is a care manager"), _ENGAGED_BY_THE_FAMILY),
        ),
        Exclusion(
            duty="bring_home_from_hospital",
            because="the case manager arranges the way home and does not go along",
            sources=(ARTICLE.part("captions of its links"), _ENGAGED_BY_THE_FAMILY),
        ),
        Exclusion(
            duty="support_daily_life",
            because="the case manager's service ends with the stay or the case, not at the door",
            sources=(ARTICLE.part("introduction"), _ENGAGED_BY_THE_FAMILY),
        ),
        Exclusion(
            duty="report_to_family",
            because="nobody far away has engaged the case manager, who reports to the employer",
            sources=(_ENGAGED_BY_THE_FAMILY,),
        ),
        Exclusion(
            duty="give_personal_care",
            because="hands-on care is an aide's or a nurse's; the case manager arranges it",
            sources=(OwnChoice("who manages care does not give it"),),
        ),
        Exclusion(
            duty="give_medications",
            because="giving medicines is the nurse's who treats; the case manager arranges it",
            sources=(OwnChoice("who manages care for a facility does not give it"),),
        ),
        Exclusion(
            duty="give_clinical_care_in_flight",
            because="the case manager stays with the facility and does not go along",
            sources=(_ENGAGED_BY_THE_FAMILY,),
        ),
        Exclusion(
            duty="help_on_journey",
            because="the case manager stays with the facility and does not go along",
            sources=(_ENGAGED_BY_THE_FAMILY,),
        ),
        Exclusion(
            duty="transport_unstable_client",
            because="it takes a crew and a vehicle made for it",
            sources=(JETRESCUE.part("air ambulance"),),
        ),
        Exclusion(
            duty="prescribe_treatment",
            because="the order is the treating clinician's; the case manager passes questions on",
            sources=(OwnChoice("who manages care does not prescribe it"),),
        ),
        *NEVER,
        Exclusion(
            duty="be_at_bedside",
            because="the case manager has many patients and cannot sit with one",
            sources=(_ENGAGED_BY_THE_FAMILY,),
        ),
        Exclusion(
            duty="follow_clinically_after_discharge",
            because="examining at home after discharge is the treating nurse's",
            sources=(OwnChoice("who manages care does not treat"),),
        ),
    ),
    engagements=(
        Engagement(
            employer=EmployerKind.FACILITY,
            payers=(PayerKind.INCLUDED,),
            settings=("acute_ward", "acute_icu"),
            brings=True,
            ask="the ward or unit",
            exclusions=_FACILITY_OWN_BILLS,
            sources=(
                ARTICLE.part("who is a case manager"),
                VERYWELL,
                CATHOLIC_HEALTH,
                CFR_482_43,
                _LAW_NAMES_A_FUNCTION,
            ),
        ),
        Engagement(
            employer=EmployerKind.FACILITY,
            payers=(PayerKind.INCLUDED,),
            settings=("observation",),
            brings=True,
            ask="the hospital's staff where the bed is",
            exclusions=_FACILITY_OWN_BILLS,
            sources=(
                VERYWELL,
                OwnChoice(
                    "a patient under observation asks the same staff as one who was admitted, "
                    "though the law on discharge planning is less plain there"
                ),
            ),
        ),
        Engagement(
            employer=EmployerKind.FACILITY,
            payers=(PayerKind.INCLUDED,),
            settings=("ltch", "psych_hospital"),
            brings=True,
            ask="the ward or unit",
            exclusions=_FACILITY_OWN_BILLS,
            sources=(FR_84_51836, CFR_482_60, CFR_482_43, _LAW_NAMES_A_FUNCTION),
        ),
        Engagement(
            employer=EmployerKind.FACILITY,
            payers=(PayerKind.INCLUDED,),
            settings=("irf",),
            brings=True,
            ask="the rehabilitation team",
            exclusions=_FACILITY_OWN_BILLS,
            sources=(
                RACMONITOR_IRF,
                CFR_412_622,
                NC_REHABILITATION,
                OwnChoice("what one state's rule says of rehabilitation is taken as the custom"),
            ),
        ),
        Engagement(
            employer=EmployerKind.FACILITY,
            payers=(PayerKind.INCLUDED,),
            settings=("snf",),
            brings=True,
            ask="the facility's staff",
            exclusions=_FACILITY_OWN_BILLS,
            sources=(
                CFR_483_21,
                OwnChoice(
                    "short stays for skilled care are planned towards discharge and reviewed by "
                    "payers, and by custom somebody there works as case manager"
                ),
                OwnChoice(
                    "long-term nursing facilities are left out: law asks them for a social worker, "
                    "and a case manager is not reliably there"
                ),
            ),
        ),
        Engagement(
            employer=EmployerKind.FACILITY,
            payers=(PayerKind.INCLUDED,),
            settings=("home_hospice", "hospice_facility"),
            brings=True,
            ask="the hospice's nurse",
            exclusions=_FACILITY_OWN_BILLS,
            sources=(
                USC_1395X_DD,
                CGS_HOSPICE_GROUP,
                CFR_418_56,
                OwnChoice("the nurse who coordinates for the hospice is taken as its case manager"),
            ),
        ),
        Engagement(
            employer=EmployerKind.FACILITY,
            payers=(PayerKind.INCLUDED,),
            settings=("icf_iid",),
            brings=True,
            ask="the qualified intellectual disability professional",
            exclusions=_FACILITY_OWN_BILLS,
            sources=(
                CFR_483_430,
                OwnChoice("the professional who coordinates there is taken as the case manager"),
            ),
        ),
        Engagement(
            employer=EmployerKind.FACILITY,
            payers=(PayerKind.INCLUDED,),
            settings=("outpatient_clinic",),
            brings=True,
            ask="the clinic",
            exclusions=_FACILITY_OWN_BILLS,
            sources=(
                ARTICLE.part("who is a case manager"),
                OwnChoice("a clinic is taken to have one; many smaller ones have none"),
            ),
        ),
        Engagement(
            employer=EmployerKind.HEALTH_PLAN,
            payers=(PayerKind.HEALTH_PLAN, PayerKind.MEDICARE_ADVANTAGE),
            brings=True,
            ask="the health plan",
            exclusions=_PAYER_LIMITS,
            sources=(BCBS_NEBRASKA, HEALTH_NET_SNP, VERYWELL),
        ),
        Engagement(
            employer=EmployerKind.PUBLIC_AGENCY,
            payers=(PayerKind.MEDICAID, PayerKind.PUBLIC_FUNDS),
            brings=True,
            ask="the Medicaid agency",
            exclusions=_PAYER_LIMITS,
            sources=(
                USC_1396N_G,
                CFR_440_169,
                ASPE_PRIMER,
                OwnChoice("the agency is taken to have one anywhere, though states name groups"),
            ),
        ),
        Engagement(
            employer=EmployerKind.WORKERS_COMPENSATION,
            payers=(PayerKind.WORKERS_COMPENSATION,),
            brings=True,
            ask="the workers' compensation insurer",
            exclusions=_PAYER_LIMITS,
            sources=(NC_WORKERS_COMPENSATION, ABA_NURSE_CASE_MANAGER, VERYWELL),
        ),
        Engagement(
            employer=EmployerKind.PUBLIC_AGENCY,
            payers=(PayerKind.VETERANS,),
            brings=True,
            ask="the Department of Veterans Affairs",
            exclusions=_PAYER_LIMITS,
            sources=(VA_CASE_MANAGEMENT,),
        ),
    ),
    licences=(
        "rn",
        "aprn",
        "lsw",
        "lcsw",
        "physician",
        "pharmacist",
        "occupational_therapist",
        "physical_therapist",
    ),
    certifications=("ccm", "acm_rn", "acm_sw", "cmgt_bc", "c_swcm", "c_aswcm"),
    relation="for an episode, by way of the employer, whose interest comes first",
    term="older",
    disciplines=(
        "nursing",
        "social work",
        "medicine",
        "occupational therapy",
        "physical therapy",
        "pharmacy",
        "speech therapy",
    ),
    bodies=(
        "Case Management Society of America",
        "Commission for Case Manager Certification",
        "American Case Management Association",
        "National Association of Social Workers",
    ),
    workplaces=("facility", "telephone"),
    licensing="none of its own; the licence of the person's profession governs",
    codes=(
        Code(
            system=NUCC_SYSTEM,
            code="171M00000X",
            label="case manager or care coordinator",
        ),
        Code(
            system=NUCC_SYSTEM,
            code="163WC0400X",
            label="registered nurse in case management",
        ),
        Code(
            system=SNOMED_SYSTEM,
            code="768832004",
            label="case manager, as mapped from the provider taxonomy",
        ),
        Code(
            system=SOC_SYSTEM,
            code="29-1141",
            label="registered nurses; case managers have no code of their own",
        ),
    ),
    sources=(
        ARTICLE.part("who is a case manager"),
        NURSE_COM_2014,
        CMSA_2022_SUMMARY,
        TITLES_INTERCHANGEABLE,
        NUCC,
        SNOMED,
        BLS_SOC,
        OwnChoice("whose interest comes first is told in our own words"),
    ),
)
"""The core role that coordinates the whole of a patient's care for a facility or a payer.

>>> CASE_MANAGER.name
'case manager'

.. versionadded:: 0.1
"""
