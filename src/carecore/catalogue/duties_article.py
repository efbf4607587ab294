"""The duties that the article on the two core roles names, in its lists or in its prose.

Where a professional standard names the same duty, the duty stands here once, with both sources.
"""

from typing import Final

from carecore.base.reasons import OwnChoice
from carecore.catalogue.sources import (
    ACMA_2020_CONTENTS,
    ARTICLE,
    CFR_440_169,
    CMSA_2010_CONTENTS,
    CMSA_2016,
    NASW_2013,
    NURSE_COM_2014,
    PACB_ROLE,
    USC_1396N_G,
)
from carecore.duties import Duty

__all__ = ["ARTICLE_DUTIES", "MEDICATION_LICENCES"]

MEDICATION_LICENCES: Final = ("rn", "aprn", "physician", "pharmacist")

_INTRODUCTION = ARTICLE.part("introduction")
_CASE_MANAGER = ARTICLE.part("who is a case manager")
_CARE_MANAGER = ARTICLE.part("who is a care manager")
_MANUAL = ARTICLE.part("the manual it quotes on case managers")
_CAPTIONS = ARTICLE.part("captions of its links")
_MANUAL_ELSEWHERE = NURSE_COM_2014.part("the same manual, fourth edition")

ARTICLE_DUTIES: Final[tuple[Duty, ...]] = (
    Duty(
        id="coordinate_care",
        name="coordinate the care",
        description=(
            "Bring the people and services around one client together, so that each knows what the "
            "others do; link, refer and schedule."
        ),
        sources=(
            _CASE_MANAGER,
            _CARE_MANAGER,
            CMSA_2016.part("carrying out and coordinating"),
            USC_1396N_G.part("referral and related activities"),
            CFR_440_169.part("referral and related activities"),
        ),
    ),
    Duty(
        id="set_recovery_timetable",
        name="set a timetable for the recovery and watch it",
        description=(
            "Say how long recovery should take, in steps that can be seen, and follow it against "
            "that timetable."
        ),
        sources=(ARTICLE.part("case manager, duty 1"),),
    ),
    Duty(
        id="counsel_decisions",
        name="help with hard decisions",
        description=(
            "Stand by client and family when much hangs on a choice: lay out what can be chosen "
            "and what follows from it. The choice stays theirs."
        ),
        sources=(ARTICLE.part("case manager, duty 2"),),
    ),
    Duty(
        id="speed_recovery",
        name="keep the recovery from losing time",
        description=(
            "Find what holds recovery up and clear it, with the help of good relations to the "
            "other clinicians."
        ),
        sources=(ARTICLE.part("case manager, duty 3"),),
    ),
    Duty(
        id="explain_costs",
        name="explain the costs of care",
        description=(
            "Make the money side of care plain to client and family: what is paid by whom, what is "
            "left to them, and what a choice would cost. It is no investment or tax advice."
        ),
        sources=(ARTICLE.part("case manager, duty 4"),),
    ),
    Duty(
        id="keep_whole_person_view",
        name="see the whole person",
        description=(
            "Keep body, mood, family, home and wishes in view together, and not the injury or "
            "illness alone."
        ),
        sources=(ARTICLE.part("case manager, duty 5"),),
    ),
    Duty(
        id="watch_mood",
        name="watch over mood and keep up hope",
        description=(
            "Notice how the client feels, keep courage up, and call in help when low spirits last."
        ),
        sources=(ARTICLE.part("case manager, duty 6"),),
    ),
    Duty(
        id="visit_home",
        name="visit at home regularly",
        description=(
            "Come to the client's home at agreed times, see how things stand, and talk over what "
            "in the plan or the medicines may need to change."
        ),
        sources=(ARTICLE.part("care manager, task 1"),),
    ),
    Duty(
        id="assess_suitability_and_legality",
        name="judge whether the care is suitable and lawful",
        description=(
            "Look at the care that others give and say whether it fits the client and keeps to the "
            "law. It is an opinion on care and no legal advice."
        ),
        sources=(ARTICLE.part("care manager, task 2"),),
    ),
    Duty(
        id="inform_of_rights",
        name="tell client and family their rights",
        description=(
            "Make sure the client knows the rights that go with this care, here and now, and how "
            "to use them."
        ),
        sources=(ARTICLE.part("care manager, task 3"),),
    ),
    Duty(
        id="check_plan_honours_rights",
        name="check that the plan honours those rights",
        description=(
            "Hold the plan of care against what the client is entitled to, and speak up where it "
            "falls short."
        ),
        sources=(ARTICLE.part("care manager, task 4"),),
    ),
    Duty(
        id="advise_family",
        name="inform and advise the family",
        description=(
            "Answer the questions of the client, the people who care for them and those who love "
            "them, with professional knowledge and in plain words."
        ),
        sources=(ARTICLE.part("care manager, task 5"), _CARE_MANAGER),
    ),
    Duty(
        id="manage_resources",
        name="use money and services wisely",
        description=(
            "Weigh cost and benefit of the services used, so that what there is goes where it does "
            "the client most good."
        ),
        sources=(
            _MANUAL,
            _MANUAL_ELSEWHERE,
            CMSA_2010_CONTENTS.part("standard N, stewardship of resources"),
        ),
    ),
    Duty(
        id="place_least_restrictive",
        name="find the least restrictive place that suits",
        description=(
            "See to it that care happens where the client keeps most freedom and is still safe."
        ),
        sources=(_MANUAL, _MANUAL_ELSEWHERE),
    ),
    Duty(
        id="write_care_plan",
        name="write the care plan",
        description=(
            "Put into writing, with the client, what is to be reached, by when and by whom, in "
            "objectives that can be measured."
        ),
        sources=(
            _CARE_MANAGER,
            NASW_2013.part("standard 6"),
            USC_1396N_G.part("care plan"),
            CFR_440_169.part("care plan"),
        ),
    ),
    Duty(
        id="manage_transition",
        name="see the client safely through each move",
        description=(
            "Prepare, watch over and follow up every move from one stage or place of care to the "
            "next."
        ),
        sources=(_CARE_MANAGER, ACMA_2020_CONTENTS.part("transition management")),
    ),
    Duty(
        id="liaise_with_insurer",
        name="go between insurer and clinicians",
        description=(
            "Carry questions and answers between the insurer and those who give the care, on the "
            "client's behalf, until they agree."
        ),
        sources=(_CARE_MANAGER,),
    ),
    Duty(
        id="obtain_authorisations",
        name="get treatments approved by the payer",
        description=(
            "Ask the payer's approval before a service or while it runs, with the facts that the "
            "payer needs."
        ),
        sources=(ACMA_2020_CONTENTS.part("utilization management, work with payers"),),
    ),
    Duty(
        id="manage_medications",
        name="manage the medicines",
        description=(
            "Keep the list of medicines true, see that they are taken as ordered, and bring "
            "problems to the prescriber. Changing an order stays with the prescriber."
        ),
        licences=MEDICATION_LICENCES,
        sources=(
            _CARE_MANAGER,
            PACB_ROLE.part("an advocate informs and has no medical part"),
            OwnChoice(
                "managing medicines is kept for nurses, physicians and pharmacists; state law may "
                "draw the line elsewhere"
            ),
        ),
    ),
    Duty(
        id="research_options",
        name="find out which treatments there are",
        description=(
            "Look up treatments, places and specialists for the client's condition, and put the "
            "findings side by side. Which to take is for client and physician."
        ),
        sources=(_CARE_MANAGER,),
    ),
    Duty(
        id="accompany_travel",
        name="go along on a journey",
        description=(
            "Travel with the client from door to door, and arrange what the journey needs on the "
            "way."
        ),
        on_the_move=True,
        sources=(_INTRODUCTION, _CARE_MANAGER, _CAPTIONS),
    ),
    Duty(
        id="bring_home_from_hospital",
        name="bring the client home from hospital",
        description=(
            "Get a client who is fit to travel from the hospital to their own front door, by plane "
            "if it is far."
        ),
        on_the_move=True,
        sources=(_CAPTIONS,),
    ),
    Duty(
        id="support_discharge",
        name="help at discharge and in the days after",
        description=(
            "Be there when the client leaves hospital: papers, medicines, equipment, the ride, and "
            "a home that is ready."
        ),
        sources=(_CAPTIONS,),
    ),
    Duty(
        id="support_daily_life",
        name="support everyday life at home",
        description=(
            "See to it that life at home works from day to day: meals, errands, household, "
            "company. Hands-on personal care is a duty of its own."
        ),
        sources=(_INTRODUCTION,),
    ),
)
