"""The duties for which a related role is the usual answer, and those that nobody may hold."""

from typing import Final

from carecore.base.reasons import OwnChoice
from carecore.catalogue.sources import (
    CFR_482_43,
    CFR_484_80_SUPERVISION,
    COLEMAN_CTI,
    COLORADO_NAVIGATOR,
    JETRESCUE,
    NASW_2013,
    NAYLOR,
    PACB_ROLE,
    UNIFORM_HEALTH_CARE_DECISIONS,
    VIGOR_ADVOCATE,
)
from carecore.duties import Duty

__all__ = ["RELATED_DUTIES"]

_NO_MEDICAL_PART = PACB_ROLE.part("an advocate informs and has no medical part")
_LICENCE_GATE = OwnChoice(
    "clinical acts are kept for people with one of the licences named here; state law may draw the "
    "line elsewhere"
)

RELATED_DUTIES: Final[tuple[Duty, ...]] = (
    Duty(
        id="report_to_family",
        name="keep a family far away informed",
        description=(
            "Write or call the family at agreed times, as far as the client consents, and say "
            "plainly how things stand."
        ),
        sources=(OwnChoice("reports to a family far away are owed by whoever the family engages"),),
    ),
    Duty(
        id="give_personal_care",
        name="help with washing, dressing and eating",
        description=(
            "Give a hand, at home or elsewhere, with bathing, dressing, eating, toilet and moving "
            "about."
        ),
        sources=(CFR_484_80_SUPERVISION,),
    ),
    Duty(
        id="give_medications",
        name="give medicines by order",
        description=(
            "Give injections, infusions and other medicines that a clinician has ordered, and "
            "watch their effect."
        ),
        licences=("rn", "lpn", "aprn", "physician", "paramedic"),
        sources=(_LICENCE_GATE, _NO_MEDICAL_PART),
    ),
    Duty(
        id="assess_clinically",
        name="examine and judge the state of health",
        description=(
            "Examine the client, measure, and judge by clinical training what the findings mean."
        ),
        licences=("rn", "aprn", "physician"),
        sources=(_LICENCE_GATE, _NO_MEDICAL_PART),
    ),
    Duty(
        id="give_clinical_care_in_flight",
        name="give clinical care during a journey",
        description=(
            "Watch a stable client on the way and give oxygen, injections and other treatment that "
            "was ordered."
        ),
        licences=("rn", "aprn", "physician", "paramedic", "respiratory_therapist"),
        on_the_move=True,
        sources=(JETRESCUE.part("medical escort"), _LICENCE_GATE),
    ),
    Duty(
        id="help_on_journey",
        name="keep company on a journey and lend a hand",
        description=(
            "Travel along and help with walking, meals, toilet, papers and bearings. No clinical "
            "act is part of it."
        ),
        on_the_move=True,
        sources=(OwnChoice("company on a journey is kept apart from clinical care on it"),),
    ),
    Duty(
        id="transport_unstable_client",
        name="move a client who is too ill for ordinary travel",
        description=(
            "Carry a client who is unstable, ventilated or on infusions, in a vehicle fitted and "
            "staffed for intensive care."
        ),
        licences=("rn", "aprn", "physician", "paramedic"),
        on_the_move=True,
        sources=(JETRESCUE.part("air ambulance"), _LICENCE_GATE),
    ),
    Duty(
        id="prescribe_treatment",
        name="prescribe or change treatment",
        description="Order, change or stop medicines and other treatment.",
        licences=("aprn", "physician"),
        sources=(_LICENCE_GATE, _NO_MEDICAL_PART),
    ),
    Duty(
        id="decide_for_client",
        name="decide for the client who cannot decide",
        description=(
            "Take a decision on care in place of a client who lacks decision capacity, by the "
            "client's known wishes. Nobody decides for a client who can."
        ),
        for_incapacity=True,
        sources=(
            OwnChoice(
                "only a person with legal authority decides, and only for a client who lacks "
                "decision capacity; state law says who"
            ),
            UNIFORM_HEALTH_CARE_DECISIONS,
        ),
    ),
    Duty(
        id="name_decision_maker",
        name="help the client to name who shall decide one day",
        description=(
            "Explain, while the client can decide, how to name an agent for the time when they "
            "cannot, and see that the paper is signed and found."
        ),
        sources=(
            UNIFORM_HEALTH_CARE_DECISIONS,
            OwnChoice("helping to name an agent is listed first for the social worker"),
        ),
    ),
    Duty(
        id="give_legal_advice",
        name="give legal advice",
        description=(
            "Say what the law means for one person's case, and what to do about it. That is a "
            "lawyer's work."
        ),
        sources=(OwnChoice("legal advice is a lawyer's; no role of the catalogue may give it"),),
    ),
    Duty(
        id="review_bills",
        name="check medical bills for mistakes",
        description=(
            "Hold bills against what was done and what the payer explained, and have mistakes put "
            "right."
        ),
        sources=(VIGOR_ADVOCATE,),
    ),
    Duty(
        id="arrange_second_opinion",
        name="arrange a second opinion",
        description=(
            "Find another clinician who can judge the case, send the records, and see that the "
            "answer comes back."
        ),
        sources=(VIGOR_ADVOCATE,),
    ),
    Duty(
        id="be_at_bedside",
        name="be with the client in hospital",
        description=(
            "Sit at the bedside, listen along, ask what the client would ask, and write it down."
        ),
        sources=(VIGOR_ADVOCATE,),
    ),
    Duty(
        id="counsel_psychosocially",
        name="counsel client and family as a licensed social worker",
        description=(
            "Help client and family, in professional talks, to bear illness, loss and change."
        ),
        licences=("lsw", "lcsw"),
        sources=(NASW_2013.part("standard 2"), _LICENCE_GATE),
    ),
    Duty(
        id="find_benefits",
        name="find benefits and help with money",
        description=(
            "Find out which public or charitable help the client may have, and help with the forms."
        ),
        sources=(
            NASW_2013,
            OwnChoice("finding benefits is listed first for the social worker"),
        ),
    ),
    Duty(
        id="coach_self_management",
        name="coach the client to look after their own care",
        description=(
            "Practise with client and family, through one move, how to handle medicines, warning "
            "signs, visits and their health record."
        ),
        sources=(COLEMAN_CTI,),
    ),
    Duty(
        id="schedule_appointments",
        name="make appointments and keep them in order",
        description=(
            "Book visits and tests so that they fit each other and the client, and remind of them."
        ),
        sources=(COLORADO_NAVIGATOR,),
    ),
    Duty(
        id="remove_barriers",
        name="clear away what keeps the client from care",
        description=(
            "Arrange rides, interpreters, forms and whatever else stands between client and care."
        ),
        sources=(COLORADO_NAVIGATOR,),
    ),
    Duty(
        id="link_to_community",
        name="link the client to people and services nearby",
        description=(
            "Bring the client together with groups, people and services nearby, as "
            "somebody who is known and trusted there."
        ),
        sources=(
            OwnChoice("linking to the neighbourhood is listed first for the health worker from it"),
        ),
    ),
    Duty(
        id="plan_discharge",
        name="plan the discharge",
        description=(
            "Work out before the client leaves what care will be needed afterwards, whether it can "
            "be had, and who gives it."
        ),
        sources=(CFR_482_43,),
    ),
    Duty(
        id="follow_clinically_after_discharge",
        name="follow up as a nurse after discharge",
        description=(
            "See and examine the client in hospital and again at home in the weeks after, and act "
            "early when recovery falters."
        ),
        licences=("rn", "aprn"),
        sources=(NAYLOR, _LICENCE_GATE),
    ),
)
