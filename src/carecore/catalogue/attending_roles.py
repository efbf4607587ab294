"""The related roles that treat, attend or go along, and the authority to decide.

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
    NO_LEGAL_ADVICE,
    NOT_WITHOUT_LICENCE,
    NUCC_SYSTEM,
    SNOMED_SYSTEM,
    SOC_SYSTEM,
)
from carecore.catalogue.sources import (
    APHA_CHW,
    BCEN_FLIGHT_CREW,
    BLS_SOC,
    CDC_CHW_TITLES,
    CFR_484_80_SUPERVISION,
    CGS_HOSPICE_GROUP,
    HEALTHWISE_AGENT,
    ILO_ISCO,
    JETRESCUE,
    NAYLOR,
    NUCC,
    SNOMED,
    UNIFORM_HEALTH_CARE_DECISIONS,
    USC_1395X_DD,
    WEX_HEALTH_CARE_PROXY,
    WIKIPEDIA_ESCORT,
)
from carecore.roles import EmployerKind, Engagement, Exclusion, PayerKind, Role

__all__ = ["ATTENDING_ROLES"]

_JOURNEYS_ARE_PAID_PRIVATELY = OwnChoice(
    "the family is taken to pay for a journey and for company on it"
)
_PLANS_FLY_THE_UNSTABLE = OwnChoice(
    "a health plan pays for some flights of clients who are too ill for an ordinary one"
)
_TOO_ILL: Final = Exclusion(
    duty="transport_unstable_client",
    because="a seat in an ordinary aircraft or car is for a stable client only",
    sources=(JETRESCUE,),
)

ATTENDING_ROLES: Final[tuple[Role, ...]] = (
    Role(
        id="transitional_care_nurse",
        name="transitional care nurse",
        definition=(
            "An advanced practice nurse who follows one patient from hospital to home and treats "
            "along the way."
        ),
        typical=("assess_clinically", "prescribe_treatment", "follow_clinically_after_discharge"),
        possible=(
            "coach_self_management",
            "contact_after_transition",
            "educate",
            "manage_medications",
            "reconcile_medications",
        ),
        exclusions=NEVER,
        engagements=(
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("acute_ward", "acute_icu", "observation", "irf", "snf"),
                ask="the hospital, whether it runs a transitional care programme",
                sources=(NAYLOR, A_PROGRAMME),
            ),
            Engagement(
                employer=EmployerKind.PRACTICE,
                payers=(
                    PayerKind.MEDICARE,
                    PayerKind.MEDICARE_ADVANTAGE,
                    PayerKind.HEALTH_PLAN,
                ),
                settings=(*HOMES, "home_health"),
                ask="the doctor's practice, whether it runs a transitional care programme",
                sources=(A_PROGRAMME,),
            ),
        ),
        licences=("aprn",),
        relation="for one illness, from the hospital until some months after",
        disciplines=("nursing",),
        workplaces=("hospital", "client's home", "telephone"),
        licensing="a state's licence for advanced practice nursing",
        sources=(NAYLOR,),
    ),
    Role(
        id="medical_escort_nurse",
        name="medical escort nurse",
        definition=(
            "A clinician, usually a nurse, who sits beside a stable client on an ordinary flight "
            "or train and gives the care needed on the way."
        ),
        typical=("give_clinical_care_in_flight", "accompany_travel", "bring_home_from_hospital"),
        possible=("help_on_journey",),
        exclusions=(_TOO_ILL, *NEVER),
        engagements=(
            Engagement(
                employer=EmployerKind.TRANSPORT_OPERATOR,
                payers=(PayerKind.PRIVATE_PAY,),
                ask="a medical escort service",
                sources=(JETRESCUE, _JOURNEYS_ARE_PAID_PRIVATELY),
            ),
        ),
        licences=("rn", "aprn", "physician", "paramedic", "respiratory_therapist"),
        certifications=("cfrn",),
        relation="for one journey",
        disciplines=("nursing", "medicine", "paramedicine", "respiratory therapy"),
        workplaces=("on the road",),
        licensing="the licence of the person's profession",
        codes=(Code(system=NUCC_SYSTEM, code="163WF0300X", label="registered nurse, flight"),),
        sources=(JETRESCUE.part("medical escort"), WIKIPEDIA_ESCORT, NUCC),
    ),
    Role(
        id="travel_companion",
        name="travel companion",
        definition=(
            "Travels along and helps with walking, meals, toilet and papers, without clinical acts."
        ),
        typical=("help_on_journey",),
        exclusions=(*NOT_WITHOUT_LICENCE, *NEVER),
        engagements=(
            Engagement(
                employer=EmployerKind.CLIENT,
                payers=(PayerKind.PRIVATE_PAY,),
                ask="a companion service, or somebody the family trusts",
                sources=(_JOURNEYS_ARE_PAID_PRIVATELY,),
            ),
            Engagement(
                employer=EmployerKind.TRANSPORT_OPERATOR,
                payers=(PayerKind.PRIVATE_PAY,),
                ask="a travel service with companions",
                sources=(_JOURNEYS_ARE_PAID_PRIVATELY,),
            ),
        ),
        relation="for one journey",
        workplaces=("on the road",),
        licensing="none",
        codes=(
            Code(system=NUCC_SYSTEM, code="372600000X", label="companion of an adult"),
            Code(system=ISCO_SYSTEM, code="5162", label="companions and valets"),
        ),
        sources=(
            OwnChoice("company on a journey is kept apart from clinical care on it"),
            NUCC,
            ILO_ISCO,
        ),
    ),
    Role(
        id="air_ambulance_crew",
        name="air ambulance crew",
        definition=(
            "A critical-care nurse with a paramedic or physician, in an aircraft fitted for "
            "patients who are too ill for an ordinary flight."
        ),
        typical=("give_clinical_care_in_flight", "transport_unstable_client"),
        exclusions=NEVER,
        engagements=(
            Engagement(
                employer=EmployerKind.TRANSPORT_OPERATOR,
                payers=(PayerKind.PRIVATE_PAY,),
                ask="an air ambulance operator",
                sources=(JETRESCUE, _JOURNEYS_ARE_PAID_PRIVATELY),
            ),
            Engagement(
                employer=EmployerKind.TRANSPORT_OPERATOR,
                payers=(PayerKind.HEALTH_PLAN,),
                ask="the health plan, before the flight",
                exclusions=(
                    Exclusion(
                        duty="give_clinical_care_in_flight",
                        because="no plan is taken to send an aircraft for a client who is stable",
                        sources=(_PLANS_FLY_THE_UNSTABLE,),
                    ),
                ),
                sources=(JETRESCUE, _PLANS_FLY_THE_UNSTABLE),
            ),
        ),
        licences=("rn", "aprn", "physician", "paramedic", "respiratory_therapist"),
        certifications=("cfrn", "fp_c"),
        relation="for one journey",
        disciplines=("nursing", "medicine", "paramedicine", "respiratory therapy"),
        workplaces=("aircraft",),
        licensing="the licence of each member's profession",
        codes=(
            Code(system=NUCC_SYSTEM, code="163WF0300X", label="registered nurse, flight"),
            Code(system=NUCC_SYSTEM, code="146L00000X", label="paramedic"),
            Code(system=SNOMED_SYSTEM, code="397897005", label="paramedic"),
            Code(system=SOC_SYSTEM, code="29-2043", label="paramedic"),
        ),
        sources=(JETRESCUE.part("air ambulance"), BCEN_FLIGHT_CREW, NUCC, SNOMED, BLS_SOC),
    ),
    Role(
        id="home_health_aide",
        name="home health aide",
        definition=(
            "Helps at home with washing, dressing, eating and simple tasks, under the eye of a "
            "nurse or therapist."
        ),
        typical=("give_personal_care",),
        possible=("support_daily_life",),
        exclusions=(*NOT_WITHOUT_LICENCE, *NEVER),
        engagements=(
            Engagement(
                employer=EmployerKind.HOME_HEALTH_AGENCY,
                payers=HOME_HEALTH_PAYERS,
                settings=("home_health",),
                brings=True,
                ask="the home health agency",
                sources=(CFR_484_80_SUPERVISION, EACH_PAYER_HAS_CONDITIONS),
            ),
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("home_hospice",),
                brings=True,
                ask="the hospice",
                sources=(OwnChoice("hospices are taken to send aides to the home"),),
            ),
            Engagement(
                employer=EmployerKind.HOME_HEALTH_AGENCY,
                payers=HOME_HEALTH_PAYERS,
                settings=HOMES,
                ask="a home health or home care agency",
                sources=(CFR_484_80_SUPERVISION, EACH_PAYER_HAS_CONDITIONS),
            ),
            Engagement(
                employer=EmployerKind.PRIVATE_AGENCY,
                payers=(PayerKind.PRIVATE_PAY, PayerKind.LONG_TERM_CARE_INSURANCE),
                ask="a private home care agency",
                sources=(
                    OwnChoice("a family that pays can engage an aide wherever the client is"),
                ),
            ),
        ),
        certifications=("home_health_aide_training",),
        relation="for as long as help is needed, by way of the agency",
        workplaces=("client's home",),
        licensing="training and a test of skill; in most states no licence",
        codes=(
            Code(system=NUCC_SYSTEM, code="374U00000X", label="home health aide"),
            Code(system=SNOMED_SYSTEM, code="768730001", label="home health aide"),
            Code(system=SOC_SYSTEM, code="31-1121", label="home health aides"),
            Code(system=ISCO_SYSTEM, code="5322", label="personal care at home"),
        ),
        sources=(CFR_484_80_SUPERVISION, NUCC, SNOMED, BLS_SOC, ILO_ISCO),
    ),
    Role(
        id="home_health_nurse",
        name="home health nurse",
        definition=(
            "A nurse who comes to the home to examine, to treat by a clinician's orders and to "
            "supervise aides."
        ),
        typical=("give_medications", "assess_clinically"),
        possible=(
            "follow_clinically_after_discharge",
            "educate",
            "manage_medications",
            "reconcile_medications",
        ),
        exclusions=NEVER,
        engagements=(
            Engagement(
                employer=EmployerKind.HOME_HEALTH_AGENCY,
                payers=HOME_HEALTH_PAYERS,
                settings=("home_health",),
                brings=True,
                ask="the home health agency",
                sources=(CFR_484_80_SUPERVISION, EACH_PAYER_HAS_CONDITIONS),
            ),
            Engagement(
                employer=EmployerKind.FACILITY,
                payers=(PayerKind.INCLUDED,),
                settings=("home_hospice",),
                brings=True,
                ask="the hospice",
                sources=(USC_1395X_DD, CGS_HOSPICE_GROUP),
            ),
            Engagement(
                employer=EmployerKind.HOME_HEALTH_AGENCY,
                payers=HOME_HEALTH_PAYERS,
                settings=HOMES,
                ask="the doctor, for an order to a home health agency",
                sources=(CFR_484_80_SUPERVISION, EACH_PAYER_HAS_CONDITIONS),
            ),
            Engagement(
                employer=EmployerKind.PRIVATE_AGENCY,
                payers=(PayerKind.PRIVATE_PAY, PayerKind.LONG_TERM_CARE_INSURANCE),
                ask="a private-duty nursing agency",
                sources=(
                    OwnChoice(
                        "a family that pays can engage a nurse for wherever the client lives"
                    ),
                ),
            ),
        ),
        licences=("rn", "lpn"),
        relation="for as long as treatment is needed, by way of the agency",
        disciplines=("nursing",),
        workplaces=("client's home",),
        licensing="a state's licence for nursing",
        codes=(
            Code(system=NUCC_SYSTEM, code="163WH0200X", label="registered nurse, home health"),
            Code(system=SNOMED_SYSTEM, code="224535009", label="registered nurse"),
            Code(system=SOC_SYSTEM, code="29-1141", label="registered nurses"),
        ),
        sources=(CFR_484_80_SUPERVISION, NUCC, SNOMED, BLS_SOC),
    ),
    Role(
        id="community_health_worker",
        name="community health worker",
        definition=(
            "Somebody of the neighbourhood, known and trusted there, who links people to care and "
            "help."
        ),
        typical=("link_to_community",),
        possible=("find_benefits", "remove_barriers"),
        exclusions=(*NOT_WITHOUT_LICENCE, *NEVER),
        engagements=(
            Engagement(
                employer=EmployerKind.COMMUNITY_ORGANIZATION,
                payers=(PayerKind.INCLUDED, PayerKind.MEDICAID, PayerKind.PUBLIC_FUNDS),
                ask="a community organisation, or the public health department",
                sources=(
                    OwnChoice("where an organisation nearby has one, the client pays nothing"),
                ),
            ),
        ),
        workplaces=("community", "client's home"),
        licensing="none",
        codes=(
            Code(system=NUCC_SYSTEM, code="172V00000X", label="community health worker"),
            Code(system=SOC_SYSTEM, code="21-1094", label="community health workers"),
            Code(system=ISCO_SYSTEM, code="3253", label="community health workers"),
        ),
        sources=(APHA_CHW, CDC_CHW_TITLES, NUCC, BLS_SOC, ILO_ISCO),
    ),
    Role(
        id="health_care_agent",
        name="health care agent",
        definition=(
            "A person with the legal authority to decide on care for a client who lacks decision "
            "capacity: an agent, a guardian, or whom state law names. It is no service."
        ),
        is_service=False,
        typical=("decide_for_client",),
        exclusions=(NO_LEGAL_ADVICE,),
        engagements=(
            Engagement(
                employer=EmployerKind.CLIENT,
                payers=(PayerKind.INCLUDED,),
                ask="the client, while able, or the court",
                sources=(
                    UNIFORM_HEALTH_CARE_DECISIONS,
                    OwnChoice("nobody is paid for it, so no payer closes the way"),
                ),
            ),
        ),
        relation="named by the client, by a court or by law; bound by the client's known wishes",
        licensing="none; a document, a court or a statute gives the authority",
        sources=(WEX_HEALTH_CARE_PROXY, HEALTHWISE_AGENT, UNIFORM_HEALTH_CARE_DECISIONS),
    ),
)
