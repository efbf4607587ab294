"""The related roles that arrange, inform, review or coach, and give no treatment.

Only what a role is known for stands here: what is neither typical nor possible is outside it.
"""

from typing import Final

from carecore.base.amounts import Code
from carecore.base.reasons import OwnChoice
from carecore.catalogue.role_parts import (
    A_PROGRAMME,
    EACH_PAYER_HAS_CONDITIONS,
    HOME_HEALTH_PAYERS,
    HOMES,
    ISCO_SYSTEM,
    NEVER,
    NOT_WITHOUT_LICENCE,
    NUCC_SYSTEM,
    SNOMED_SYSTEM,
)
from carecore.catalogue.sources import (
    ACMA_2020_CONTENTS,
    CATHOLIC_HEALTH,
    CFR_412_622,
    CFR_418_56,
    CFR_460_102,
    CFR_482_30,
    CFR_482_43,
    CFR_482_60,
    CFR_482_61,
    CFR_483_21,
    CFR_483_40,
    CFR_483_70,
    CFR_484_105,
    CGS_HOSPICE_GROUP,
    COLEMAN_CTI,
    COLORADO_NAVIGATOR,
    F850_SUMMARY,
    FR_84_51836,
    HAYDEL_484_105,
    ILO_ISCO,
    MLN_CHRONIC_CARE,
    MY_CANCER_JOURNEY,
    NASW_2013,
    NUCC,
    PACB_COMPETENCIES,
    PACB_ROLE,
    PACE_TEAM_SUMMARY,
    SNOMED,
    USC_1395X_DD,
    USC_3058G,
    VIGOR_ADVOCATE,
)
from carecore.roles import EmployerKind, Engagement, Exclusion, PayerKind, Role

__all__ = ["ARRANGING_ROLES"]

_NAMED_BY_CUSTOM = OwnChoice("law names the function; that it is a role of its own is custom")

ARRANGING_ROLES: Final[tuple[Role, ...]] = (
    Role(
        id="care_coordinator",
        name="care coordinator",
        definition=(
            "Keeps appointments, information and follow-up in order between those who give care; "
            "often without clinical training."
        ),
        typical=("coordinate_care", "schedule_appointments"),
        possible=(
            "remove_barriers",
            "contact_after_transition",
            "follow_over_time",
            "send_transition_information",
        ),
        exclusions=(*NOT_WITHOUT_LICENCE, *NEVER),
        engagements=(
            Engagement(
                employer=EmployerKind.PRACTICE,
                payers=(PayerKind.INCLUDED,),
                settings=("outpatient_clinic",),
                brings=True,
                ask="the clinic",
                sources=(OwnChoice("a clinic is taken to have one; many smaller ones have none"),),
            ),
            Engagement(
                employer=EmployerKind.PRACTICE,
                payers=(PayerKind.MEDICARE, PayerKind.MEDICARE_ADVANTAGE),
                brings=True,
                ask="the doctor's practice, about chronic care management",
                sources=(
                    MLN_CHRONIC_CARE,
                    OwnChoice("the practice that is paid for it is taken to have one"),
                ),
            ),
            Engagement(
                employer=EmployerKind.HOME_HEALTH_AGENCY,
                payers=(PayerKind.INCLUDED,),
                settings=("home_health",),
                brings=True,
                ask="the agency's clinical manager",
                sources=(
                    HAYDEL_484_105,
                    CFR_484_105,
                    OwnChoice("the clinical manager is taken as the coordinator"),
                ),
            ),
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("home_hospice", "hospice_facility"),
                brings=True,
                ask="the hospice's nurse",
                sources=(
                    CGS_HOSPICE_GROUP,
                    CFR_418_56,
                    OwnChoice("the nurse who coordinates is taken as the coordinator"),
                ),
            ),
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("pace_center",),
                brings=True,
                ask="the centre's home care coordinator",
                sources=(PACE_TEAM_SUMMARY, CFR_460_102),
            ),
            Engagement(
                employer=EmployerKind.COMMUNITY_ORGANIZATION,
                payers=(PayerKind.PUBLIC_FUNDS,),
                ask="the area agency on ageing",
                sources=(
                    OwnChoice("where public money pays, an organisation nearby may have one"),
                ),
            ),
        ),
        relation="for as long as the practice or agency serves the client",
        workplaces=("clinic", "telephone"),
        licensing="none",
        codes=(
            Code(system=NUCC_SYSTEM, code="171M00000X", label="case manager or care coordinator"),
            Code(system=SNOMED_SYSTEM, code="768832004", label="case manager or care coordinator"),
        ),
        sources=(MY_CANCER_JOURNEY, NUCC, SNOMED),
    ),
    Role(
        id="discharge_planner",
        name="discharge planner",
        definition=(
            "A hospital's nurse or social worker who works out what care is needed after the stay, "
            "and arranges it."
        ),
        typical=("plan_discharge", "support_discharge"),
        possible=("manage_transition", "send_transition_information"),
        exclusions=NEVER,
        engagements=(
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("acute_ward", "acute_icu"),
                brings=True,
                ask="the ward or unit",
                sources=(CFR_482_43, CATHOLIC_HEALTH, _NAMED_BY_CUSTOM),
            ),
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("ltch", "irf", "psych_hospital"),
                brings=True,
                ask="the ward or unit",
                sources=(FR_84_51836, CFR_482_60, _NAMED_BY_CUSTOM),
            ),
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("snf", "nursing_facility"),
                brings=True,
                ask="the facility's care team",
                sources=(CFR_483_21, _NAMED_BY_CUSTOM),
            ),
        ),
        licences=("rn", "lsw", "lcsw"),
        relation="for one stay, by way of the hospital",
        disciplines=("nursing", "social work"),
        workplaces=("hospital", "nursing facility"),
        licensing="a nurse, social worker or other qualified person answers for the plan",
        sources=(CFR_482_43,),
    ),
    Role(
        id="medical_social_worker",
        name="medical social worker",
        definition=(
            "A licensed social worker in health care: sees to the social and emotional side, "
            "counsels, and finds benefits and help."
        ),
        typical=("counsel_psychosocially", "find_benefits", "name_decision_maker"),
        possible=(
            "plan_discharge",
            "watch_mood",
            "coach_caregiver",
            "respond_in_crisis",
            "support_discharge",
            "educate",
            "inform_of_rights",
        ),
        exclusions=NEVER,
        engagements=(
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("acute_ward", "acute_icu", "observation", "ltch", "irf"),
                brings=True,
                ask="the ward or unit",
                sources=(
                    CFR_482_43,
                    CFR_412_622,
                    CATHOLIC_HEALTH,
                    OwnChoice("hospitals are taken to have social workers for all their patients"),
                ),
            ),
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("psych_hospital",),
                brings=True,
                ask="the hospital's social services",
                sources=(CFR_482_61,),
            ),
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("snf", "nursing_facility"),
                brings=True,
                ask="the facility's social services",
                sources=(
                    F850_SUMMARY,
                    CFR_483_70,
                    CFR_483_40,
                    OwnChoice(
                        "law asks for one full time only above 120 beds; smaller facilities are "
                        "taken to have one at times"
                    ),
                ),
            ),
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("home_hospice", "hospice_facility"),
                brings=True,
                ask="the hospice",
                sources=(USC_1395X_DD, CGS_HOSPICE_GROUP),
            ),
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("pace_center",),
                brings=True,
                ask="the centre's social worker",
                sources=(PACE_TEAM_SUMMARY, CFR_460_102),
            ),
            Engagement(
                employer=EmployerKind.HOME_HEALTH_AGENCY,
                payers=HOME_HEALTH_PAYERS,
                settings=("home_health",),
                brings=True,
                ask="the home health agency, by the doctor's order",
                sources=(
                    OwnChoice("an agency that comes already is taken to have one on order"),
                    EACH_PAYER_HAS_CONDITIONS,
                ),
            ),
            Engagement(
                employer=EmployerKind.PRACTICE,
                payers=(
                    PayerKind.MEDICARE,
                    PayerKind.MEDICARE_ADVANTAGE,
                    PayerKind.MEDICAID,
                    PayerKind.HEALTH_PLAN,
                    PayerKind.PRIVATE_PAY,
                ),
                ask="a clinical social worker in practice",
                sources=(
                    OwnChoice(
                        "outside facilities a family can turn to a social worker in practice"
                    ),
                    EACH_PAYER_HAS_CONDITIONS,
                ),
            ),
        ),
        licences=("lsw", "lcsw"),
        disciplines=("social work",),
        bodies=("National Association of Social Workers",),
        workplaces=("hospital", "nursing facility", "hospice", "practice"),
        licensing="a state's licence for social work",
        codes=(
            Code(system=NUCC_SYSTEM, code="104100000X", label="social worker"),
            Code(system=NUCC_SYSTEM, code="1041C0700X", label="clinical social worker"),
            Code(system=ISCO_SYSTEM, code="2635", label="social work and counselling"),
        ),
        sources=(NASW_2013.part("standard 2"), NUCC, ILO_ISCO),
    ),
    Role(
        id="patient_navigator",
        name="patient navigator",
        definition=(
            "Clears what keeps a patient from care: appointments, rides, language, forms, money "
            "worries, and not knowing."
        ),
        typical=("schedule_appointments", "remove_barriers"),
        possible=("find_benefits", "link_to_community", "educate"),
        exclusions=(*NOT_WITHOUT_LICENCE, *NEVER),
        engagements=(
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("outpatient_clinic",),
                brings=True,
                ask="the clinic",
                sources=(
                    COLORADO_NAVIGATOR,
                    OwnChoice("a clinic is taken to have one; many smaller ones have none"),
                ),
            ),
            Engagement(
                employer=EmployerKind.COMMUNITY_ORGANIZATION,
                payers=(PayerKind.INCLUDED, PayerKind.PUBLIC_FUNDS),
                ask="a charity for the illness, or the public health department",
                sources=(
                    COLORADO_NAVIGATOR,
                    OwnChoice("where an organisation nearby has one, the patient pays nothing"),
                ),
            ),
        ),
        workplaces=("clinic", "community", "telephone"),
        licensing="none",
        sources=(COLORADO_NAVIGATOR,),
    ),
    Role(
        id="patient_advocate",
        name="patient advocate",
        definition=(
            "Informs a client and stands up for the client's own choice: second opinions, "
            "research, bills, company at the bedside. Has no medical part."
        ),
        typical=(
            "research_options",
            "advocate",
            "review_bills",
            "arrange_second_opinion",
            "be_at_bedside",
        ),
        possible=("inform_of_rights", "contest_denials", "liaise_with_insurer"),
        exclusions=(*NOT_WITHOUT_LICENCE, *NEVER),
        engagements=(
            Engagement(
                employer=EmployerKind.CLIENT,
                payers=(PayerKind.PRIVATE_PAY,),
                ask="independent patient advocates",
                sources=(
                    VIGOR_ADVOCATE,
                    OwnChoice("the advocate meant here is engaged and paid by the client"),
                ),
            ),
        ),
        certifications=("bcpa",),
        relation="engaged directly; represents the client's choice",
        bodies=("Patient Advocate Certification Board",),
        workplaces=("bedside", "telephone", "client's home"),
        licensing="none; certification is voluntary",
        sources=(PACB_ROLE, PACB_COMPETENCIES, VIGOR_ADVOCATE),
    ),
    Role(
        id="utilization_reviewer",
        name="utilization reviewer",
        definition=(
            "Usually a nurse, who tests for a facility or a payer whether a stay or service is "
            "medically necessary, and deals with the other side over it."
        ),
        typical=("review_utilization",),
        possible=("obtain_authorisations", "contest_denials"),
        exclusions=NEVER,
        engagements=(
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("acute_ward", "acute_icu", "observation", "ltch", "psych_hospital"),
                brings=True,
                ask="the hospital's utilization management",
                sources=(
                    CFR_482_30,
                    CFR_482_60,
                    CATHOLIC_HEALTH,
                    OwnChoice("what law asks of hospitals is taken to hold for observation too"),
                ),
            ),
            Engagement(
                employer=EmployerKind.HEALTH_PLAN,
                payers=(PayerKind.HEALTH_PLAN, PayerKind.MEDICARE_ADVANTAGE),
                brings=True,
                ask="the health plan's utilization management",
                exclusions=(
                    Exclusion(
                        duty="contest_denials",
                        because="a payer's reviewer would contest their own employer's refusals",
                        sources=(OwnChoice("nobody contests their own employer's refusals"),),
                    ),
                ),
                sources=(
                    CATHOLIC_HEALTH,
                    OwnChoice("a plan that receives reviews is taken to have somebody for them"),
                ),
            ),
        ),
        licences=("rn",),
        relation="for the facility or the payer; the client seldom meets them",
        disciplines=("nursing",),
        workplaces=("hospital", "health plan"),
        licensing="none of its own; usually a nurse's licence",
        sources=(ACMA_2020_CONTENTS.part("utilization management"),),
    ),
    Role(
        id="transition_coach",
        name="transitions coach",
        definition=(
            "Coaches client and family through one move, for about 30 days, to look after the care "
            "themselves; gives no hands-on care."
        ),
        typical=("contact_after_transition", "coach_self_management"),
        possible=("educate",),
        exclusions=(*NOT_WITHOUT_LICENCE, *NEVER),
        engagements=(
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("acute_ward", "acute_icu", "observation", "irf", "snf"),
                ask="the hospital, whether it runs a transitions programme",
                sources=(COLEMAN_CTI, A_PROGRAMME),
            ),
            Engagement(
                employer=EmployerKind.PRACTICE,
                payers=(
                    PayerKind.MEDICARE,
                    PayerKind.MEDICARE_ADVANTAGE,
                    PayerKind.HEALTH_PLAN,
                ),
                settings=(*HOMES, "home_health"),
                ask="the doctor's practice, whether it runs a transitions programme",
                sources=(A_PROGRAMME,),
            ),
        ),
        relation="for one move, about 30 days",
        workplaces=("hospital", "client's home", "telephone"),
        licensing="none",
        sources=(COLEMAN_CTI,),
    ),
    Role(
        id="long_term_care_ombudsman",
        name="long-term care ombudsman",
        definition=(
            "Speaks for people who live in nursing homes and similar places, free of charge and "
            "independent of the place: hears complaints, tells of rights, and has them kept."
        ),
        typical=("inform_of_rights", "check_plan_honours_rights", "advocate"),
        exclusions=(*NOT_WITHOUT_LICENCE, *NEVER),
        engagements=(
            Engagement(
                employer=EmployerKind.PUBLIC_AGENCY,
                payers=(PayerKind.INCLUDED,),
                settings=(
                    "assisted_living",
                    "memory_care",
                    "custodial",
                    "nursing_facility",
                    "snf",
                ),
                brings=True,
                ask="the state's ombudsman programme",
                sources=(
                    USC_3058G,
                    OwnChoice("the programme costs the resident nothing, so no payer closes it"),
                ),
            ),
        ),
        relation="for one complaint or question, and for the resident alone",
        workplaces=("facility", "telephone"),
        licensing="none; the state's programme trains and names them",
        sources=(USC_3058G,),
    ),
)
