"""What a client may count on: rights in US law, by who owes them and who pays.

Where a paragraph was not itself read its citation says so, and no rule that rests on it alone is an
error. Time limits stand here where they belong to a right; those of a discharge or transfer stand
with the deadlines of moves.
"""

from typing import Final

from carecore.base.reasons import OwnChoice
from carecore.base.timing import Offset
from carecore.catalogue.sources import (
    CFR_382_29,
    CFR_441_710,
    CFR_482_13,
    CFR_484_50,
    DOJ_35_130,
    OLMSTEAD,
)
from carecore.catalogue.sources_moves import CFR_483_15, MEDICARE_FAST_APPEAL
from carecore.catalogue.sources_rights import (
    CFR_45_149,
    CFR_149_620,
    CFR_164_502,
    CFR_164_524,
    CFR_431_221,
    CFR_438_402,
    CFR_441_301_SETTINGS,
    CFR_483_10_SUMMARY,
    CFR_489_102,
    CMS_0057_F,
    FAST_APPEAL_HOSPITAL,
    FAST_APPEAL_STEPS,
    FR_75_70831,
    FR_78_16795,
    FR_84_51732,
    FR_86_56136,
    HCBS_MODIFICATIONS,
    HOME_HEALTH_DISCHARGE,
    HOME_HEALTH_RIGHTS,
    HOME_HEALTH_SPOKEN_NOTICE,
    INTERNAL_APPEALS,
    NC_MEDICAID_APPEALS,
    PLAN_APPEAL_CLOCKS,
    REPRESENTATIVE_SUMMARY,
    SURPRISE_BILLS,
    SURPRISE_BILLS_GROUND,
)
from carecore.catalogue.sources_travel import CFR_382_29_PREAMBLE
from carecore.rights import Right, TimeLimit
from carecore.roles import PayerKind

__all__ = ["RIGHTS"]

_US: Final = ("US",)
_HOSPITALS: Final = ("observation", "irf", "acute_ward", "ltch", "acute_icu", "psych_hospital")
_HOME_HEALTH: Final = ("home_health",)
_NURSING_HOMES: Final = ("snf", "nursing_facility")
_HOSPICES: Final = ("home_hospice", "hospice_facility")
_HOME_AND_COMMUNITY: Final = (
    "home_personal_care",
    "adult_day",
    "assisted_living",
    "group_home",
    "memory_care",
)
_PRIVATE_COVER: Final = (PayerKind.HEALTH_PLAN,)

_WHICH_HOSPITALS: Final = OwnChoice(
    "the rights of patients of a hospital are taken to hold in every care setting that is one, "
    "with patients under observation among them"
)
_WHICH_HOMES: Final = OwnChoice(
    "home and community settings are taken to be personal care at home, day centres, assisted "
    "living, group homes and memory care, where Medicaid pays for them as such"
)
_STATE_SAYS: Final = OwnChoice(
    "how long a hearing may be asked for is taken from the state's notice, because states differ"
)
_PLACE_OF_LIMITS: Final = OwnChoice(
    "the times of fast appeals stand with the deadlines of moves, where they start"
)


RIGHTS: Final = (
    # Hospitals.
    Right(
        id="notice_of_rights",
        name="be told of one's rights",
        description=(
            "The client, or whoever speaks for the client, is told of the rights of patients "
            "before care begins or ends, wherever that can be done."
        ),
        settings=_HOSPITALS,
        jurisdictions=_US,
        shows=("rights_told",),
        limits=(
            TimeLimit(
                id="tell_rights",
                starts="care_start",
                allowance=Offset(),
                remark="before care begins, wherever that can be done",
                sources=(CFR_482_13.part("(a)(1)"),),
            ),
        ),
        sources=(CFR_482_13.part("(a)(1)"), _WHICH_HOSPITALS),
    ),
    Right(
        id="grievance",
        name="complain and get an answer",
        description=(
            "There is somebody to complain to and a clear way to do it, with times that are set; "
            "the answer comes in writing and names the contact, the steps taken, the result and "
            "the day."
        ),
        settings=_HOSPITALS,
        jurisdictions=_US,
        shows=("contact", "steps", "result", "completion_date"),
        sources=(CFR_482_13.part("(a)(2)"), _WHICH_HOSPITALS),
    ),
    Right(
        id="take_part_in_plan",
        name="take part in the plan",
        description="The client takes part in making the plan of care and in carrying it out.",
        settings=_HOSPITALS,
        jurisdictions=_US,
        shows=("client_took_part",),
        sources=(CFR_482_13.part("(b)(1)"), _WHICH_HOSPITALS),
    ),
    Right(
        id="informed_decision",
        name="decide, knowing enough",
        description=(
            "The client, or whoever decides for the client, is told how things stand, and may ask "
            "for treatment or refuse it."
        ),
        settings=_HOSPITALS,
        jurisdictions=_US,
        shows=("consent",),
        sources=(CFR_482_13.part("(b)(2)"), _WHICH_HOSPITALS),
    ),
    Right(
        id="advance_directive",
        name="say beforehand what shall be done",
        description=(
            "The client may set down what shall be done one day, and have it followed. Whoever "
            "gives care tells in writing what the state's law allows, notes in a prominent part of "
            "the record whether there is such a paper, and never makes care depend on it."
        ),
        settings=(*_HOSPITALS, *_NURSING_HOMES, *_HOME_HEALTH, *_HOSPICES),
        jurisdictions=_US,
        shows=("information_given", "existence_noted"),
        sources=(CFR_489_102, CFR_482_13.part("(b)(3)").unverified(), _WHICH_HOSPITALS),
    ),
    Right(
        id="family_told_of_admission",
        name="have family and doctor told",
        description="Somebody of the family and the client's own doctor are promptly told of it.",
        settings=_HOSPITALS,
        jurisdictions=_US,
        shows=("family_told", "own_doctor_told"),
        sources=(CFR_482_13.part("(b)(4)").unverified(), _WHICH_HOSPITALS),
    ),
    Right(
        id="privacy_and_safety",
        name="be private and safe",
        description="The client has privacy, a safe place, and no abuse or harassment to suffer.",
        settings=_HOSPITALS,
        jurisdictions=_US,
        sources=(CFR_482_13.part("(c)").unverified(), _WHICH_HOSPITALS),
    ),
    Right(
        id="confidential_records",
        name="keep records confidential, and see them",
        description="Records are kept confidential, and the client may see them in good time.",
        settings=_HOSPITALS,
        jurisdictions=_US,
        sources=(CFR_482_13.part("(d)").unverified(), _WHICH_HOSPITALS),
    ),
    Right(
        id="freedom_from_restraint",
        name="be free of restraint and seclusion",
        description=(
            "Nobody is restrained or secluded as a punishment or for convenience; where safety "
            "asks for it, it is the least restrictive means that works, and no longer than needed."
        ),
        settings=_HOSPITALS,
        jurisdictions=_US,
        sources=(CFR_482_13.part("(e)").unverified(), _WHICH_HOSPITALS),
    ),
    Right(
        id="choose_visitors",
        name="choose who may visit",
        description="The client says who may visit, and may change that at any time.",
        settings=_HOSPITALS,
        jurisdictions=_US,
        sources=(FR_75_70831, CFR_482_13.part("(h)").unverified(), _WHICH_HOSPITALS),
    ),
    # Home health.
    Right(
        id="home_health_notice",
        name="be told of one's rights at home",
        description=(
            "Rights come in writing and in plain words before care begins, and are signed for; a "
            "representative whom the client chose gets them as well. What is to be paid is also "
            "told aloud; that all rights had to be told aloud is no longer asked."
        ),
        settings=_HOME_HEALTH,
        jurisdictions=_US,
        shows=("written", "plain_language", "signed"),
        limits=(
            TimeLimit(
                id="tell_rights",
                starts="care_start",
                allowance=Offset(),
                remark="before care begins",
                sources=(CFR_484_50.part("(a)"),),
            ),
            TimeLimit(
                id="tell_representative",
                starts="first_evaluation_visit",
                allowance=Offset(business_days=4),
                sources=(CFR_484_50.part("(a)"),),
            ),
        ),
        sources=(CFR_484_50.part("(a)"), HOME_HEALTH_SPOKEN_NOTICE, FR_84_51732),
    ),
    Right(
        id="home_health_information",
        name="be told how the agency works",
        description=(
            "The client is told when the agency may transfer or discharge, how to reach whoever "
            "runs it, and what happens with the data of the assessment."
        ),
        settings=_HOME_HEALTH,
        jurisdictions=_US,
        shows=("transfer_and_discharge_policy", "administrator_contact", "assessment_privacy"),
        sources=(CFR_484_50.part("(a)"),),
    ),
    Right(
        id="home_health_rights",
        name="have one's say in care at home",
        description=(
            "Person and property are respected, and nobody abuses, neglects or steals. The client "
            "may complain without fear, takes part in and agrees to assessments, plan, visits and "
            "changes or refuses them, gets all that the plan holds, knows what it costs and whom "
            "to call, and has records kept confidential and aids for language or disability."
        ),
        settings=_HOME_HEALTH,
        jurisdictions=_US,
        shows=(
            "respect",
            "freedom_from_abuse",
            "complaints",
            "participation",
            "services_in_plan",
            "confidential_record",
            "charges_told",
            "hotline",
            "agency_contacts",
            "no_reprisal",
            "aids_for_language_or_disability",
        ),
        sources=(
            HOME_HEALTH_RIGHTS,
            CFR_484_50.part("(c)(1)-(6)"),
            CFR_484_50.part("(c)(7)-(10)").unverified(),
            CFR_484_50.part("(c)(11)"),
            CFR_484_50.part("(c)(12)").unverified(),
        ),
    ),
    Right(
        id="home_health_discharge",
        name="not be discharged without a reason",
        description=(
            "An agency may transfer or discharge for seven reasons only. Where needs exceed what "
            "it can do it arranges a safe transfer; where behaviour at home blocks care it first "
            "tells all who are concerned, tries to mend it, and records that."
        ),
        settings=_HOME_HEALTH,
        jurisdictions=_US,
        grounds=(
            "needs_exceed_agency",
            "no_longer_paid",
            "goals_met",
            "client_refuses",
            "behaviour_blocks_care",
            "death",
            "agency_closes",
        ),
        sources=(HOME_HEALTH_DISCHARGE, CFR_484_50.part("(d)")),
    ),
    # Nursing homes.
    Right(
        id="nursing_home_planning",
        name="plan one's care in a nursing home",
        description=(
            "The client knows of care beforehand, chooses who plans along, may ask for meetings "
            "and changes, sets goals, and sees and signs the plan."
        ),
        settings=_NURSING_HOMES,
        jurisdictions=_US,
        shows=("told_beforehand", "planners_chosen", "goals_set", "plan_seen", "plan_signed"),
        sources=(CFR_483_10_SUMMARY,),
    ),
    Right(
        id="nursing_home_transfer",
        name="not be moved out of a nursing home without a reason",
        description=(
            "A nursing home may transfer or discharge for six reasons only, and tells of it in "
            "writing, with a copy to the ombudsman. While an appeal runs nobody is moved, unless "
            "it is dangerous to stay, which the record then says."
        ),
        settings=_NURSING_HOMES,
        jurisdictions=_US,
        shows=(
            "reason",
            "date",
            "destination",
            "appeal_rights",
            "ombudsman_contact",
            "copy_to_ombudsman",
        ),
        grounds=(
            "needs_cannot_be_met",
            "health_improved",
            "safety_of_others",
            "health_of_others",
            "not_paid",
            "facility_closes",
        ),
        limits=(
            TimeLimit(
                id="notice_of_transfer",
                starts="transfer",
                allowance=Offset(days=-30),
                remark=(
                    "as soon as practicable instead where others are in danger, health has "
                    "improved enough for a sooner discharge, the need is urgent, or the stay is "
                    "shorter than 30 days"
                ),
                sources=(CFR_483_15,),
            ),
            TimeLimit(
                id="notice_of_closure",
                starts="closure",
                allowance=Offset(days=-60),
                sources=(FR_78_16795,),
            ),
        ),
        sources=(CFR_483_15, FR_78_16795),
    ),
    # Records, and those who speak for a client.
    Right(
        id="see_own_record",
        name="see and copy one's record",
        description=(
            "The client may inspect the record and have a copy for what the copy costs; notes of "
            "psychotherapy are apart."
        ),
        jurisdictions=_US,
        limits=(
            TimeLimit(
                id="answer_request",
                starts="request_for_records",
                allowance=Offset(days=30),
                remark="once 30 days more, with the reason in writing",
                sources=(CFR_164_524,),
            ),
        ),
        sources=(CFR_164_524,),
    ),
    Right(
        id="representative_counts_as_client",
        name="be represented",
        description=(
            "Whoever may decide on the client's care stands in the client's place where health "
            "records are concerned."
        ),
        jurisdictions=_US,
        sources=(REPRESENTATIVE_SUMMARY, CFR_164_502),
    ),
    # Bills.
    Right(
        id="no_surprise_bill",
        name="not be billed by surprise",
        description=(
            "Emergency care, care of outsiders in a facility of the plan's network, and air "
            "ambulances cost the client no more than the plan's share for those within. Ambulances "
            "on the ground are not covered, save by some states."
        ),
        payers=_PRIVATE_COVER,
        jurisdictions=_US,
        sources=(SURPRISE_BILLS, SURPRISE_BILLS_GROUND, CFR_45_149),
    ),
    Right(
        id="good_faith_estimate",
        name="know the price beforehand",
        description=(
            "Who pays for oneself gets an estimate in good faith. A bill of one provider that is "
            "400 US dollars or more above it may be disputed. It does not hold for people who use "
            "Medicare or Medicaid."
        ),
        payers=(PayerKind.PRIVATE_PAY,),
        jurisdictions=_US,
        shows=("estimate",),
        limits=(
            TimeLimit(
                id="estimate_for_late_booking",
                starts="booking",
                allowance=Offset(business_days=1),
                remark="where care is booked 3 to 9 business days ahead",
                sources=(FR_86_56136,),
            ),
            TimeLimit(
                id="estimate_for_early_booking",
                starts="booking",
                allowance=Offset(business_days=3),
                remark="where care is booked 10 business days ahead or more",
                sources=(FR_86_56136,),
            ),
            TimeLimit(
                id="estimate_on_request",
                starts="request_for_estimate",
                allowance=Offset(business_days=3),
                sources=(FR_86_56136,),
            ),
            TimeLimit(
                id="changed_estimate",
                starts="care_start",
                allowance=Offset(business_days=-1),
                remark="before care, where what is planned changes",
                sources=(FR_86_56136,),
            ),
            TimeLimit(
                id="dispute",
                starts="first_bill",
                allowance=Offset(days=120),
                sources=(CFR_149_620,),
            ),
        ),
        sources=(FR_86_56136, CFR_149_620),
    ),
    # Appeals.
    Right(
        id="internal_appeal",
        name="have a plan look at its own decision again",
        description=(
            "A plan answers a claim in time, and looks again at what it denied; an urgent case "
            "has shorter times."
        ),
        payers=_PRIVATE_COVER,
        jurisdictions=_US,
        limits=(
            TimeLimit(
                id="answer_before_service",
                starts="claim",
                allowance=Offset(days=15),
                sources=(INTERNAL_APPEALS,),
            ),
            TimeLimit(
                id="answer_after_service",
                starts="claim",
                allowance=Offset(days=30),
                sources=(INTERNAL_APPEALS,),
            ),
            TimeLimit(
                id="answer_urgent_claim",
                starts="claim",
                allowance=Offset(hours=72),
                sources=(INTERNAL_APPEALS.unverified(), PLAN_APPEAL_CLOCKS),
            ),
            TimeLimit(
                id="appeal",
                starts="denial",
                allowance=Offset(days=180),
                sources=(INTERNAL_APPEALS.unverified(), PLAN_APPEAL_CLOCKS),
            ),
            TimeLimit(
                id="decide_appeal_before_service",
                starts="appeal",
                allowance=Offset(days=30),
                sources=(PLAN_APPEAL_CLOCKS,),
            ),
            TimeLimit(
                id="decide_appeal_after_service",
                starts="appeal",
                allowance=Offset(days=60),
                sources=(PLAN_APPEAL_CLOCKS,),
            ),
            TimeLimit(
                id="decide_urgent_appeal",
                starts="appeal",
                allowance=Offset(hours=72),
                sources=(PLAN_APPEAL_CLOCKS,),
            ),
        ),
        sources=(INTERNAL_APPEALS, PLAN_APPEAL_CLOCKS),
    ),
    Right(
        id="external_review",
        name="have somebody else look at a plan's decision",
        description=(
            "Somebody outside the plan looks at what it denied; in an urgent case this may be "
            "asked for together with the appeal to the plan."
        ),
        payers=_PRIVATE_COVER,
        jurisdictions=_US,
        limits=(
            TimeLimit(
                id="ask_review",
                starts="final_denial",
                allowance=Offset(months=4),
                sources=(PLAN_APPEAL_CLOCKS,),
            ),
            TimeLimit(
                id="decide_review",
                starts="request_for_review",
                allowance=Offset(days=45),
                sources=(PLAN_APPEAL_CLOCKS,),
            ),
            TimeLimit(
                id="decide_urgent_review",
                starts="request_for_review",
                allowance=Offset(hours=72),
                sources=(PLAN_APPEAL_CLOCKS,),
            ),
        ),
        sources=(PLAN_APPEAL_CLOCKS, INTERNAL_APPEALS),
    ),
    Right(
        id="prior_authorization_in_time",
        name="have an answer in time whether care will be paid",
        description=(
            "The plan answers in time whether it will pay, and names the reason where it will not. "
            "Medicines are apart, and so are plans bought on the federal exchange."
        ),
        payers=(PayerKind.MEDICARE_ADVANTAGE, PayerKind.MEDICAID),
        jurisdictions=_US,
        shows=("reason_of_denial",),
        limits=(
            TimeLimit(
                id="answer_expedited_request",
                starts="request_for_authorization",
                allowance=Offset(hours=72),
                sources=(CMS_0057_F,),
            ),
            TimeLimit(
                id="answer_request",
                starts="request_for_authorization",
                allowance=Offset(days=7),
                remark="since 1 January 2026; for managed Medicaid, rating periods from then",
                sources=(CMS_0057_F,),
            ),
        ),
        sources=(CMS_0057_F,),
    ),
    Right(
        id="medicare_fast_appeal",
        name="have the end of Medicare's payment looked at at once",
        description=(
            "Who is to leave a hospital, or is to lose other care, before being ready may have "
            "that looked at at once by somebody independent."
        ),
        payers=(PayerKind.MEDICARE, PayerKind.MEDICARE_ADVANTAGE),
        jurisdictions=_US,
        sources=(
            FAST_APPEAL_HOSPITAL,
            MEDICARE_FAST_APPEAL,
            FAST_APPEAL_STEPS,
            _PLACE_OF_LIMITS,
        ),
    ),
    Right(
        id="medicaid_hearing",
        name="be heard by the state about Medicaid",
        description=(
            "A plan looks again at what it denied, and after that the state hears the client. How "
            "long a hearing may be asked for stands in the state's notice."
        ),
        payers=(PayerKind.MEDICAID,),
        jurisdictions=_US,
        limits=(
            TimeLimit(
                id="appeal_to_plan",
                starts="notice_of_denial",
                allowance=Offset(days=60),
                sources=(NC_MEDICAID_APPEALS, CFR_438_402),
            ),
            TimeLimit(
                id="decide_appeal",
                starts="appeal",
                allowance=Offset(days=30),
                sources=(NC_MEDICAID_APPEALS, CFR_438_402),
            ),
            TimeLimit(
                id="decide_urgent_appeal",
                starts="appeal",
                allowance=Offset(hours=72),
                sources=(CFR_438_402,),
            ),
        ),
        sources=(NC_MEDICAID_APPEALS, CFR_438_402, CFR_431_221, _STATE_SAYS),
    ),
    # Home and community.
    Right(
        id="home_and_community_setting",
        name="live in the community as others do",
        description=(
            "The place is part of the community and chosen by the client among several, with one "
            "that is not only for disabled people and a room of one's own among them; it keeps "
            "privacy, dignity and freedom from coercion and restraint, and leaves to the client "
            "what to do, with whom, and who helps. In a place that a provider owns there is also "
            "an agreement like a lease, a door that locks, a choice of roommates, food and "
            "visitors at any time, and a way in for everybody."
        ),
        settings=_HOME_AND_COMMUNITY,
        payers=(PayerKind.MEDICAID,),
        jurisdictions=_US,
        shows=(
            "part_of_community",
            "chosen_by_client",
            "private_unit_offered",
            "privacy_and_dignity",
            "freedom_from_restraint",
            "autonomy",
            "choice_of_services",
        ),
        sources=(CFR_441_710, CFR_441_301_SETTINGS, _WHICH_HOMES),
    ),
    Right(
        id="documented_modification",
        name="have one's freedom at home narrowed only for a reason",
        description=(
            "Where one of the freedoms of a place that a provider owns is narrowed, the plan shows "
            "eight things."
        ),
        settings=_HOME_AND_COMMUNITY,
        payers=(PayerKind.MEDICAID,),
        jurisdictions=_US,
        shows=(
            "assessed_need",
            "positive_interventions_tried",
            "less_intrusive_methods_tried",
            "proportionate_condition",
            "data_collected",
            "time_limit_for_review",
            "informed_consent",
            "no_harm",
        ),
        sources=(HCBS_MODIFICATIONS, CFR_441_710, CFR_441_301_SETTINGS, _WHICH_HOMES),
    ),
    Right(
        id="most_integrated_setting",
        name="be cared for in the most integrated setting that fits",
        description=(
            "A public body serves people with disabilities in the most integrated setting that is "
            "right for them: where those who treat them find it fits, they do not oppose it, and "
            "it can be done with what there is and what others need."
        ),
        jurisdictions=_US,
        shows=("professionals_find_it_fits", "client_does_not_oppose", "can_be_accommodated"),
        sources=(DOJ_35_130, OLMSTEAD),
    ),
    # On the way.
    Right(
        id="fly_without_companion",
        name="fly without a companion",
        description=(
            "An airline may not ask a passenger with a disability to bring somebody along, save on "
            "four grounds. Help with meals or the toilet is none of them, though the crew need not "
            "give it. Where the airline overrides a passenger who thinks otherwise, the seat of "
            "the companion costs nothing, save on the first ground as far as was read."
        ),
        jurisdictions=_US,
        grounds=(
            "stretcher_or_incubator",
            "cannot_follow_safety_instructions",
            "cannot_help_in_own_evacuation",
            "deafblind_without_communication",
        ),
        limits=(
            TimeLimit(
                id="tell_of_deafblindness",
                starts="departure",
                allowance=Offset(hours=-48),
                remark="what the passenger owes the airline, on the last ground",
                sources=(CFR_382_29,),
            ),
        ),
        sources=(CFR_382_29, CFR_382_29_PREAMBLE),
    ),
)
"""Rights of hospitals, of care at home, of nursing homes, then of records, bills and appeals.

.. versionadded:: 0.1
"""
