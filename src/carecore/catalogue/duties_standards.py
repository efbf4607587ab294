"""The duties that professional standards and law add to those of the article."""

from typing import Final

from carecore.base.reasons import OwnChoice
from carecore.catalogue.duties_article import MEDICATION_LICENCES
from carecore.catalogue.sources import (
    ACMA_2020_CONTENTS,
    ACMA_TRANSITIONS,
    ALCA_POSITION,
    ARTICLE,
    CCMC_CMBOK,
    CFR_440_169,
    CMSA_2010_CONTENTS,
    CMSA_2016_CONTENTS,
    NASW_2013,
    NPSG_MEDICATION,
    PACB_ROLE,
    SOUND_OPTIONS,
    USC_1396N_G,
)
from carecore.duties import Duty

__all__ = ["STANDARDS_DUTIES"]

_HOSPITALS = ("observation", "irf", "acute_ward", "ltch", "acute_icu", "psych_hospital")
_FACILITIES = ("nursing_facility", "snf", "hospice_facility", "icf_iid", *_HOSPITALS)

STANDARDS_DUTIES: Final[tuple[Duty, ...]] = (
    Duty(
        id="find_and_engage_clients",
        name="find the people who would benefit, and win them for it",
        description=(
            "Screen many people for those who would gain most from the service, and invite them."
        ),
        sources=(CMSA_2016_CONTENTS.part("component 1"), CCMC_CMBOK.part("screening")),
    ),
    Duty(
        id="assess_whole_person",
        name="assess the whole situation",
        description=(
            "Learn what the client's health, abilities, mind, family, home, money and wishes are, "
            "before anything is planned."
        ),
        comes_first=True,
        sources=(
            CMSA_2016_CONTENTS.part("component 2"),
            NASW_2013.part("standard 5"),
            SOUND_OPTIONS.part("assessment and monitoring"),
            ARTICLE.part("who is a care manager"),
            USC_1396N_G.part("assessment"),
            CFR_440_169.part("assessment"),
        ),
    ),
    Duty(
        id="stratify_risk",
        name="judge how much at risk the client is",
        description=(
            "Class the client as at low, moderate or high risk, so that the service is as close as "
            "it needs to be."
        ),
        sources=(CCMC_CMBOK.part("stratifying risk"),),
    ),
    Duty(
        id="identify_needs_and_opportunities",
        name="name what is needed and what could be better",
        description=(
            "Say which problems the assessment shows, and where help would make a difference."
        ),
        sources=(CMSA_2010_CONTENTS.part("standard C, problems and opportunities"),),
    ),
    Duty(
        id="sequence_services",
        name="put the services in the right order",
        description=(
            "Arrange tests, treatments and services in time, so that none waits for another "
            "without need."
        ),
        sources=(ACMA_2020_CONTENTS.part("care coordination, sequencing"),),
    ),
    Duty(
        id="monitor_care",
        name="follow how the care goes, and adjust it",
        description=(
            "Keep asking whether services arrive and help, and change the plan when they do not."
        ),
        sources=(USC_1396N_G.part("monitoring"), CFR_440_169.part("monitoring")),
    ),
    Duty(
        id="evaluate_outcomes",
        name="measure whether the goals were reached",
        description="Compare what came of the care with what the plan set out to reach.",
        sources=(CMSA_2010_CONTENTS.part("standard F, outcomes"), CCMC_CMBOK.part("outcomes")),
    ),
    Duty(
        id="close_service",
        name="end the service properly",
        description=(
            "Bring the service to an end at the right time: with notice, for a stated reason, and "
            "with somebody to turn to afterwards."
        ),
        sources=(CMSA_2010_CONTENTS.part("standard G, ending the service"),),
    ),
    Duty(
        id="contact_after_transition",
        name="call after the move and ask how it goes",
        description=(
            "Get in touch soon after the client has moved, and settle what has come undone."
        ),
        sources=(CCMC_CMBOK.part("phase 8, contact after a transition"),),
    ),
    Duty(
        id="follow_over_time",
        name="stay in touch over months and years",
        description=(
            "Follow the client beyond one illness or stay, with the help of services nearby; a "
            "telephone call will do."
        ),
        sources=(ACMA_2020_CONTENTS.part("longitudinal care management"),),
    ),
    Duty(
        id="educate",
        name="teach about illness and care",
        description=(
            "Explain illness, treatment and self-care so that client and family can act on it, and "
            "check that it was understood."
        ),
        sources=(
            ACMA_2020_CONTENTS.part("education"),
            SOUND_OPTIONS.part("education and advocacy"),
        ),
    ),
    Duty(
        id="coach_caregiver",
        name="coach the family member who gives care",
        description=(
            "Help those who care for a relative to do it well and to last, also when they live far "
            "away."
        ),
        sources=(SOUND_OPTIONS.part("caregiver coaching"),),
    ),
    Duty(
        id="advocate",
        name="speak up for the client",
        description=("Make the client's own wishes and interests heard where decisions are taken."),
        sources=(
            CMSA_2010_CONTENTS.part("standard L, advocacy"),
            NASW_2013.part("standard 7"),
            ARTICLE.part("who is a care manager"),
        ),
    ),
    Duty(
        id="respond_in_crisis",
        name="step in when there is a crisis",
        description=(
            "Be reachable when things go wrong, come or send somebody, and settle what happens "
            "next. In an emergency the emergency number comes first."
        ),
        sources=(ALCA_POSITION.part("crisis"),),
    ),
    Duty(
        id="review_utilization",
        name="review whether a stay or service is necessary",
        description=(
            "Test, for the facility or the payer, whether the level of care is medically necessary "
            "by the criteria that apply."
        ),
        settings=_FACILITIES,
        sources=(
            ACMA_2020_CONTENTS.part("utilization management"),
            OwnChoice(
                "the review is listed for facilities, where a level of care is at issue; a payer "
                "reviews the stay there as well"
            ),
        ),
    ),
    Duty(
        id="contest_denials",
        name="contest a refusal of the payer",
        description=(
            "Answer a payer's refusal, while care runs or afterwards, with the facts and the "
            "appeal that the case allows."
        ),
        sources=(ACMA_2020_CONTENTS.part("utilization management, denials and appeals"),),
    ),
    Duty(
        id="track_avoidable_delay",
        name="track the days that need not be lost",
        description=(
            "Record why a client who could move on is still there, and press for what is missing."
        ),
        settings=_FACILITIES,
        sources=(
            ACMA_2020_CONTENTS.part("avoidable delay"),
            OwnChoice("only a facility's own staff can track the delays of its stays"),
        ),
    ),
    Duty(
        id="give_required_notices",
        name="give the notices that the law requires",
        description=(
            "Hand over, in time and explained, the notices a facility owes: rights at discharge, "
            "observation status, end of coverage, the list of providers to choose from."
        ),
        settings=_FACILITIES,
        sources=(
            ACMA_2020_CONTENTS.part("compliance"),
            OwnChoice("it is listed for facilities, whose own duty the notices are"),
        ),
    ),
    Duty(
        id="obtain_consent_and_protect_privacy",
        name="ask consent and keep confidences",
        description=(
            "Serve nobody without informed consent, and share what is known only as far as consent "
            "or law allows."
        ),
        sources=(CMSA_2010_CONTENTS.part("standard J, legal"),),
    ),
    Duty(
        id="keep_code_of_ethics",
        name="keep to a code of ethics",
        description=(
            "Act by the values of the profession, and name a conflict of interest before it does "
            "harm."
        ),
        sources=(NASW_2013.part("standard 1"),),
    ),
    Duty(
        id="fit_culture_and_language",
        name="fit the service to language and culture",
        description=(
            "Work in a language the client understands, through an interpreter where needed, and "
            "in a way that respects how the client lives."
        ),
        sources=(NASW_2013.part("standard 4"),),
    ),
    Duty(
        id="keep_records",
        name="keep records",
        description="Write down what was seen, done and agreed, soon and truly.",
        sources=(NASW_2013.part("standard 10"),),
    ),
    Duty(
        id="keep_workload_sustainable",
        name="take on no more than can be done well",
        description=(
            "Keep the number and weight of clients at what good service allows, and say so when it "
            "is too much."
        ),
        sources=(NASW_2013.part("standard 11"),),
    ),
    Duty(
        id="collaborate_across_disciplines",
        name="work with the other professions",
        description=("Plan and act together with people of other disciplines and organisations."),
        sources=(NASW_2013.part("standard 8"), ARTICLE.part("case manager, duty 3")),
    ),
    Duty(
        id="advise_on_housing",
        name="advise on where to live",
        description=(
            "Say which kind of housing fits the client now and later, from home with help to a "
            "care home, and help to find one."
        ),
        sources=(SOUND_OPTIONS.part("housing"),),
    ),
    Duty(
        id="arrange_home_care",
        name="find home-care workers and keep an eye on them",
        description="Choose, engage and supervise the people who help the client at home.",
        sources=(SOUND_OPTIONS.part("home-care services"),),
    ),
    Duty(
        id="reconcile_medications",
        name="compare the medicines before and after a move",
        description=(
            "Compare the list before a move with the list after it, and have every difference "
            "explained or put right."
        ),
        licences=MEDICATION_LICENCES,
        sources=(
            ACMA_TRANSITIONS.part("standard 3"),
            NPSG_MEDICATION,
            PACB_ROLE.part("an advocate informs and has no medical part"),
            OwnChoice(
                "comparing lists of medicines is kept for nurses, physicians and pharmacists; "
                "state law may draw the line elsewhere"
            ),
        ),
    ),
    Duty(
        id="send_transition_information",
        name="send on what the next place must know",
        description=(
            "Make sure that what matters about the client reaches the next place of care before or "
            "with the client, and was received."
        ),
        sources=(ACMA_TRANSITIONS.part("standard 5"),),
    ),
)
