"""The care manager: who is engaged for one client, and stays beside the client.

Every duty of the catalogue is typical, possible or excluded with a reason.
"""

from typing import Final

from carecore.base.reasons import OwnChoice
from carecore.catalogue.role_parts import (
    NEVER,
)
from carecore.catalogue.sources import (
    ALCA_ACADEMIC,
    ALCA_POSITION,
    ARTICLE,
    CFR_482_43,
    ETHERIDGE,
    JETRESCUE,
    NACCM,
    NURSE_COM_2014,
    SOUND_OPTIONS,
    TITLES_INTERCHANGEABLE,
)
from carecore.roles import EmployerKind, Engagement, Exclusion, PayerKind, Role

__all__ = ["CARE_MANAGER"]

CARE_MANAGER: Final = Role(
    id="care_manager",
    name="care manager",
    definition=(
        "A professional engaged for one client, who writes the care plan, supports each stage of "
        "care and each move between stages, and stays at the client's side at home and on the road."
    ),
    is_core=True,
    typical=(
        "coordinate_care",
        "visit_home",
        "assess_suitability_and_legality",
        "inform_of_rights",
        "check_plan_honours_rights",
        "advise_family",
        "manage_resources",
        "write_care_plan",
        "manage_transition",
        "liaise_with_insurer",
        "manage_medications",
        "research_options",
        "accompany_travel",
        "bring_home_from_hospital",
        "support_discharge",
        "support_daily_life",
        "assess_whole_person",
        "monitor_care",
        "evaluate_outcomes",
        "close_service",
        "contact_after_transition",
        "follow_over_time",
        "educate",
        "coach_caregiver",
        "advocate",
        "respond_in_crisis",
        "obtain_consent_and_protect_privacy",
        "keep_code_of_ethics",
        "fit_culture_and_language",
        "keep_records",
        "keep_workload_sustainable",
        "collaborate_across_disciplines",
        "advise_on_housing",
        "arrange_home_care",
        "reconcile_medications",
        "send_transition_information",
        "report_to_family",
    ),
    possible=(
        "name_decision_maker",
        "set_recovery_timetable",
        "counsel_decisions",
        "speed_recovery",
        "explain_costs",
        "keep_whole_person_view",
        "watch_mood",
        "place_least_restrictive",
        "obtain_authorisations",
        "find_and_engage_clients",
        "stratify_risk",
        "identify_needs_and_opportunities",
        "sequence_services",
        "contest_denials",
        "give_medications",
        "assess_clinically",
        "give_clinical_care_in_flight",
        "help_on_journey",
        "review_bills",
        "arrange_second_opinion",
        "be_at_bedside",
        "counsel_psychosocially",
        "find_benefits",
        "coach_self_management",
        "schedule_appointments",
        "remove_barriers",
        "link_to_community",
    ),
    exclusions=(
        Exclusion(
            duty="review_utilization",
            because="it is done for the facility or the payer, and the care manager serves neither",
            sources=(OwnChoice("a review of use serves whoever pays for or gives the care"),),
        ),
        Exclusion(
            duty="track_avoidable_delay",
            because="the facility tracks its own delays; somebody from outside cannot see them",
            sources=(OwnChoice("what a facility owes is held by the facility's own staff"),),
        ),
        Exclusion(
            duty="give_required_notices",
            because="the facility owes the notices; the care manager reads them with the client",
            sources=(OwnChoice("what a facility owes is held by the facility's own staff"),),
        ),
        Exclusion(
            duty="give_personal_care",
            because="hands-on care is an aide's or a nurse's; the care manager arranges it",
            sources=(
                SOUND_OPTIONS.part("home-care services"),
                OwnChoice("who manages care does not give it"),
            ),
        ),
        Exclusion(
            duty="transport_unstable_client",
            because="it takes a crew and a vehicle made for it",
            sources=(JETRESCUE.part("air ambulance"),),
        ),
        Exclusion(
            duty="prescribe_treatment",
            because="the order is the treating clinician's; the care manager passes questions on",
            sources=(OwnChoice("who manages care does not prescribe it"),),
        ),
        *NEVER,
        Exclusion(
            duty="plan_discharge",
            because="the hospital owes the plan; the care manager helps the client with it",
            sources=(CFR_482_43,),
        ),
        Exclusion(
            duty="follow_clinically_after_discharge",
            because="examining after discharge under a protocol is the treating nurse's",
            sources=(OwnChoice("who manages care does not treat"),),
        ),
    ),
    engagements=(
        Engagement(
            employer=EmployerKind.CLIENT,
            payers=(PayerKind.PRIVATE_PAY,),
            ask="care managers near the client, by way of their associations",
            sources=(
                ARTICLE.part("who is a care manager"),
                OwnChoice("the client or family is taken to pay; Original Medicare does not"),
            ),
        ),
        Engagement(
            employer=EmployerKind.PRIVATE_AGENCY,
            payers=(PayerKind.PRIVATE_PAY, PayerKind.LONG_TERM_CARE_INSURANCE),
            ask="a private agency for care management",
            sources=(
                ARTICLE.part("who is a care manager"),
                OwnChoice("some long-term care policies pay; the policy has to be read"),
            ),
        ),
    ),
    licences=(
        "rn",
        "aprn",
        "lsw",
        "lcsw",
        "pharmacist",
        "occupational_therapist",
        "physical_therapist",
    ),
    certifications=("cmc",),
    relation="continuing, engaged directly; the client's interest comes first",
    term="relatively new",
    disciplines=("nursing", "social work", "gerontology", "psychology", "occupational therapy"),
    bodies=("Aging Life Care Association", "National Academy of Certified Care Managers"),
    workplaces=("client's home", "on the road"),
    licensing="none of its own; certification is voluntary, and a profession's licence governs",
    sources=(
        ARTICLE.part("who is a care manager"),
        ALCA_POSITION,
        ALCA_ACADEMIC,
        ETHERIDGE,
        NACCM,
        NURSE_COM_2014,
        TITLES_INTERCHANGEABLE,
        OwnChoice("whose interest comes first is told in our own words"),
    ),
)
"""The core role that is engaged for one client and stays at the client's side.

>>> CARE_MANAGER.name
'care manager'

.. versionadded:: 0.1
"""
