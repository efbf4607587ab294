"""What usually happens after a broken hip, a new knee, a failing heart, and any discharge.

The days are typical, never orders: whoever is late is looked at again.
Where two sources name different days, both are cited and the later day stands.
What comes before what is carecore's own choice, unless a source says so, and so is by which words
a record shows that a milestone is reached.
"""

from typing import Final

from carecore.base.amounts import Quantity
from carecore.base.calendars import Window
from carecore.base.reasons import OwnChoice, Source
from carecore.base.timing import Offset
from carecore.catalogue.sources_moves import (
    AAFP_TCM,
    AAPC_TCM,
    AHRQ_RED,
    BU_RED,
    CMS_TCM,
    PPMC_TCM,
    UCHEALTH_TCM,
)
from carecore.catalogue.sources_recovery import (
    ACCF_HEART_FAILURE_2013,
    AHA_HEART_FAILURE_2022,
    AUSDOC_HIP,
    BRADFORD_KNEE,
    COLEMAN_2006,
    CSP_HIP,
    DEPUY_KNEE,
    DRORACLE_CLOTS,
    GOUBAR_2023,
    HEALTHLINE_KNEE,
    HEALTHYBONES_KNEE,
    HIP_GUIDELINES_COMPARED,
    NHFD_BEST_PRACTICE,
    NHS_KNEE,
    NICE_HIP,
    OLIVER_KHOO_KNEE,
    ROH_KNEE,
    STRONG_HF,
    STRONG_HF_ABSTRACT,
    UMMS_JOINT,
)
from carecore.record import Comparison, EventKind, EventSign, EvidenceRule, ObservationSign, Sign
from carecore.recovery import EvidenceGrade, Link, Milestone, Pathway

__all__ = ["PATHWAYS"]

_WORDS: Final = OwnChoice("by which words a record shows that a milestone is reached")
_ORDER: Final = OwnChoice("what has to come before what, so that nobody leaves unprepared")
_LATER_DAY: Final = OwnChoice("where sources name different days, the later one stands")
_FUNCTION: Final = OwnChoice("how far a client walks before leaving the hospital")
_PREPARED: Final = OwnChoice("what is in order before a client leaves the hospital")
_DAYS_AROUND: Final = OwnChoice("how many days around a single day are taken as in time")
_FROM_THE_OPERATION: Final = OwnChoice("the second day is counted from the operation")


def _all_of(*signs: Sign) -> EvidenceRule:
    return EvidenceRule(all_of=signs)


def _any_of(*signs: Sign) -> EvidenceRule:
    return EvidenceRule(any_of=signs)


def _event(what: str, /, kind: EventKind | None = None) -> EventSign:
    return EventSign(kind=kind, what=what)


def _at_least(what: str, amount: str, unit: str, /) -> ObservationSign:
    value = Quantity(amount, unit)
    return ObservationSign(what=what, comparison=Comparison.AT_LEAST, value=value)


def _between(first: int, last: int, /) -> Window:
    return Window(Offset(days=first), Offset(days=last))


def _by(last: int, /) -> Window:
    return Window(None, Offset(days=last))


def _not_before(first: int, /) -> Window:
    return Window(Offset(days=first))


def _links(*pairs: tuple[str, str], sources: tuple[Source, ...] = (_ORDER,)) -> tuple[Link, ...]:
    return tuple(Link(before=before, after=after, sources=sources) for before, after in pairs)


_HIP_FRACTURE: Final = Pathway(
    id="hip_fracture",
    name="broken hip",
    index_day="the day of admission to the hospital",
    anchor_kind=EventKind.ADMISSION,
    milestones=(
        Milestone(
            id="surgery",
            name="Operated on",
            window=_between(0, 1),
            evidence=_all_of(_event("surgery", EventKind.PROCEDURE)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(NICE_HIP.part("1.2.1"), NHFD_BEST_PRACTICE),
        ),
        Milestone(
            id="geriatric_assessment",
            name="Seen by a specialist in older people",
            window=_between(0, 3),
            evidence=_all_of(_event("geriatric_assessment", EventKind.ASSESSMENT)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(NHFD_BEST_PRACTICE, HIP_GUIDELINES_COMPARED),
        ),
        Milestone(
            id="first_mobilisation",
            name="First out of bed",
            evidence=_all_of(_event("first_mobilisation")),
            grade=EvidenceGrade.GUIDELINE,
            sources=(NICE_HIP.part("1.7.1"),),
        ),
        Milestone(
            id="physiotherapy_assessment",
            name="Assessed by a physiotherapist",
            evidence=_all_of(_event("physiotherapy_assessment", EventKind.ASSESSMENT)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(HIP_GUIDELINES_COMPARED, CSP_HIP, _LATER_DAY),
        ),
        Milestone(
            id="rehabilitation_goals",
            name="Goals of rehabilitation agreed",
            window=_by(5),
            evidence=_all_of(_event("rehabilitation_goals_agreed")),
            grade=EvidenceGrade.OWN,
            sources=(NICE_HIP.part("1.8.1").unverified(), _DAYS_AROUND),
        ),
        Milestone(
            id="bone_health_assessment",
            name="Bone health assessed",
            evidence=_all_of(_event("bone_health_assessment", EventKind.ASSESSMENT)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(NHFD_BEST_PRACTICE, AUSDOC_HIP),
        ),
        Milestone(
            id="falls_assessment",
            name="Risk of falls assessed",
            evidence=_all_of(_event("falls_assessment", EventKind.ASSESSMENT)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(AUSDOC_HIP,),
        ),
        Milestone(
            id="walks_ten_metres",
            name="Walks ten metres with an aid",
            evidence=_all_of(_at_least("walking_distance", "10", "m")),
            grade=EvidenceGrade.OWN,
            sources=(_FUNCTION,),
        ),
        Milestone(
            id="medicines_reconciled",
            name="Medicines reconciled before leaving",
            evidence=_all_of(_event("medicines_reconciled", EventKind.MEDICATION_REVIEW)),
            grade=EvidenceGrade.OWN,
            sources=(_PREPARED,),
        ),
        Milestone(
            id="home_ready",
            name="Home made ready",
            evidence=_any_of(_event("home_made_ready"), ObservationSign(what="home_is_ready")),
            grade=EvidenceGrade.OWN,
            sources=(_PREPARED,),
        ),
        Milestone(
            id="leaves_hospital",
            name="Leaves the hospital",
            evidence=_all_of(EventSign(kind=EventKind.DISCHARGE)),
            grade=EvidenceGrade.OWN,
            sources=(_PREPARED,),
        ),
        Milestone(
            id="back_home",
            name="Back home",
            window=_by(30),
            evidence=_any_of(_event("back_home"), ObservationSign(what="lives_at_home")),
            grade=EvidenceGrade.GUIDELINE,
            sources=(HIP_GUIDELINES_COMPARED,),
        ),
        Milestone(
            id="outcome_at_120_days",
            name="Walking and home looked at after 120 days",
            window=_between(120, 134),
            evidence=_all_of(_event("outcome_at_120_days", EventKind.ASSESSMENT)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(GOUBAR_2023, _DAYS_AROUND),
        ),
    ),
    links=(
        Link(
            before="surgery",
            after="first_mobilisation",
            minimum=Offset(days=1),
            maximum=Offset(days=1),
            sources=(NICE_HIP.part("1.7.1"),),
        ),
        Link(
            before="surgery",
            after="physiotherapy_assessment",
            maximum=Offset(days=2),
            sources=(HIP_GUIDELINES_COMPARED, CSP_HIP, _FROM_THE_OPERATION),
        ),
        Link(
            before="first_mobilisation",
            after="walks_ten_metres",
            minimum=Offset(days=3),
            sources=(_FUNCTION,),
        ),
        *_links(
            ("bone_health_assessment", "leaves_hospital"),
            ("falls_assessment", "leaves_hospital"),
            sources=(AUSDOC_HIP,),
        ),
        *_links(
            ("geriatric_assessment", "rehabilitation_goals"),
            ("physiotherapy_assessment", "rehabilitation_goals"),
            ("rehabilitation_goals", "leaves_hospital"),
            ("walks_ten_metres", "leaves_hospital"),
            ("medicines_reconciled", "leaves_hospital"),
            ("leaves_hospital", "back_home"),
            ("home_ready", "back_home"),
        ),
    ),
    sources=(NICE_HIP, NHFD_BEST_PRACTICE, HIP_GUIDELINES_COMPARED, _WORDS),
)

_KNEE_REPLACEMENT: Final = Pathway(
    id="knee_replacement",
    name="new knee",
    index_day="the day of the operation",
    anchor_kind=EventKind.PROCEDURE,
    milestones=(
        Milestone(
            id="first_mobilisation",
            name="Stands and walks with an aid",
            window=_between(0, 1),
            evidence=_all_of(_event("first_mobilisation")),
            grade=EvidenceGrade.INSTITUTION,
            sources=(UMMS_JOINT, HEALTHLINE_KNEE),
        ),
        Milestone(
            id="few_stairs",
            name="Climbs a few stairs",
            window=_by(2),
            evidence=_all_of(_at_least("stairs_climbed", "3", "{steps}")),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(DEPUY_KNEE, HEALTHLINE_KNEE),
        ),
        Milestone(
            id="basic_self_care",
            name="Looks after the basics alone",
            window=_by(3),
            evidence=_all_of(ObservationSign(what="basic_self_care")),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(HEALTHLINE_KNEE,),
        ),
        Milestone(
            id="back_home",
            name="Home from the hospital",
            window=_between(1, 3),
            evidence=_any_of(_event("back_home"), ObservationSign(what="lives_at_home")),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(NHS_KNEE,),
        ),
        Milestone(
            id="stitches_out",
            name="Stitches or clips out",
            window=_between(10, 14),
            evidence=_all_of(_event("stitches_removed")),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(NHS_KNEE,),
        ),
        Milestone(
            id="clot_prevention_ended",
            name="Prevention of clots ended",
            window=_between(10, 35),
            evidence=_all_of(_event("clot_prevention_ended")),
            grade=EvidenceGrade.GUIDELINE,
            sources=(DRORACLE_CLOTS,),
        ),
        Milestone(
            id="bends_90_degrees",
            name="Bends the knee to 90 degrees",
            window=_between(14, 42),
            evidence=_all_of(_at_least("knee_flexion", "90", "deg")),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(HEALTHYBONES_KNEE, OLIVER_KHOO_KNEE, _LATER_DAY),
        ),
        Milestone(
            id="walks_without_aid",
            name="Walks without an aid",
            window=_between(21, 42),
            evidence=_all_of(ObservationSign(what="walks_without_aid")),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(NHS_KNEE, BRADFORD_KNEE, HEALTHLINE_KNEE, _LATER_DAY),
        ),
        Milestone(
            id="surgeon_follow_up",
            name="Seen again by the surgeon",
            window=_between(28, 42),
            evidence=_all_of(_event("surgeon_follow_up", EventKind.VISIT)),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(NHS_KNEE, ROH_KNEE, _LATER_DAY),
        ),
        Milestone(
            id="drives",
            name="Drives again",
            window=_not_before(42),
            evidence=_all_of(ObservationSign(what="drives")),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(NHS_KNEE, BRADFORD_KNEE, HEALTHLINE_KNEE, _LATER_DAY),
        ),
        Milestone(
            id="desk_work",
            name="Back at a desk, and shopping",
            window=_between(42, 84),
            evidence=_all_of(ObservationSign(what="desk_work")),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(NHS_KNEE, BRADFORD_KNEE, DEPUY_KNEE, _LATER_DAY),
        ),
        Milestone(
            id="rehabilitation_ended",
            name="Rehabilitation ended",
            window=_by(84),
            evidence=_all_of(_event("rehabilitation_ended")),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(HEALTHLINE_KNEE,),
        ),
        Milestone(
            id="heavy_housework",
            name="Vacuums and moves heavy things",
            window=_not_before(90),
            evidence=_all_of(ObservationSign(what="heavy_housework")),
            grade=EvidenceGrade.PATIENT_INFORMATION,
            sources=(NHS_KNEE, BRADFORD_KNEE),
        ),
        Milestone(
            id="most_activities",
            name="Does most of what was done before",
            window=_by(90),
            evidence=_all_of(ObservationSign(what="most_activities")),
            grade=EvidenceGrade.INSTITUTION,
            sources=(UMMS_JOINT,),
        ),
        Milestone(
            id="full_strength",
            name="Full strength",
            window=_between(180, 365),
            evidence=_all_of(ObservationSign(what="full_strength")),
            grade=EvidenceGrade.INSTITUTION,
            sources=(UMMS_JOINT,),
        ),
    ),
    links=_links(
        ("first_mobilisation", "few_stairs"),
        ("few_stairs", "back_home"),
        ("basic_self_care", "back_home"),
        ("back_home", "stitches_out"),
        ("bends_90_degrees", "rehabilitation_ended"),
        ("walks_without_aid", "rehabilitation_ended"),
        ("rehabilitation_ended", "full_strength"),
        ("bends_90_degrees", "most_activities"),
    ),
    sources=(NHS_KNEE, UMMS_JOINT, HEALTHLINE_KNEE, _WORDS),
)

_HEART_FAILURE: Final = Pathway(
    id="heart_failure",
    name="after a hospital stay for heart failure",
    index_day="the day of discharge",
    anchor_kind=EventKind.DISCHARGE,
    milestones=(
        Milestone(
            id="transitional_plan",
            name="Plan for the time after the hospital given",
            window=_between(-7, 0),
            evidence=_all_of(_event("written_plan_given")),
            grade=EvidenceGrade.GUIDELINE,
            sources=(AHA_HEART_FAILURE_2022, _DAYS_AROUND),
        ),
        Milestone(
            id="first_telephone_call",
            name="Called within three days",
            window=_between(0, 3),
            evidence=_all_of(EventSign(kind=EventKind.CONTACT)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(ACCF_HEART_FAILURE_2013,),
        ),
        Milestone(
            id="visit_in_week_1",
            name="Seen in the first week",
            window=_by(7),
            evidence=_any_of(
                _event("visit_in_week_1", EventKind.VISIT),
                _event("face_to_face_visit", EventKind.VISIT),
            ),
            grade=EvidenceGrade.GUIDELINE,
            sources=(AHA_HEART_FAILURE_2022, STRONG_HF, ACCF_HEART_FAILURE_2013),
        ),
        Milestone(
            id="safety_laboratory_checks",
            name="Blood tests for safety done",
            window=_by(14),
            evidence=_all_of(_event("safety_laboratory_checks")),
            grade=EvidenceGrade.GUIDELINE,
            sources=(AHA_HEART_FAILURE_2022, _DAYS_AROUND),
        ),
        Milestone(
            id="visit_in_week_2",
            name="Seen in the second week",
            window=_between(8, 14),
            evidence=_all_of(_event("visit_in_week_2", EventKind.VISIT)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(STRONG_HF, STRONG_HF_ABSTRACT, _DAYS_AROUND),
        ),
        Milestone(
            id="full_doses",
            name="Full doses, if they are borne",
            window=_by(14),
            evidence=_all_of(ObservationSign(what="heart_failure_full_doses")),
            grade=EvidenceGrade.GUIDELINE,
            sources=(STRONG_HF, STRONG_HF_ABSTRACT),
        ),
        Milestone(
            id="visit_in_week_3",
            name="Seen in the third week",
            window=_between(15, 21),
            evidence=_all_of(_event("visit_in_week_3", EventKind.VISIT)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(STRONG_HF, _DAYS_AROUND),
        ),
        Milestone(
            id="education_reinforced",
            name="Living with heart failure explained again",
            window=_by(30),
            evidence=_all_of(_event("heart_failure_education", EventKind.TEACHING)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(AHA_HEART_FAILURE_2022, _DAYS_AROUND),
        ),
        Milestone(
            id="visit_in_week_6",
            name="Seen in the sixth week",
            window=_between(36, 42),
            evidence=_all_of(_event("visit_in_week_6", EventKind.VISIT)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(STRONG_HF, _DAYS_AROUND),
        ),
    ),
    links=(
        *_links(
            ("visit_in_week_1", "visit_in_week_2"),
            ("visit_in_week_2", "full_doses"),
            ("visit_in_week_2", "visit_in_week_3"),
            ("visit_in_week_3", "visit_in_week_6"),
            sources=(STRONG_HF,),
        ),
        *_links(
            ("transitional_plan", "first_telephone_call"),
            ("transitional_plan", "visit_in_week_1"),
        ),
    ),
    sources=(AHA_HEART_FAILURE_2022, ACCF_HEART_FAILURE_2013, STRONG_HF, _WORDS),
)

_GENERIC_DISCHARGE: Final = Pathway(
    id="generic_discharge",
    name="after any hospital stay",
    index_day="the day of discharge",
    anchor_kind=EventKind.DISCHARGE,
    milestones=(
        Milestone(
            id="written_plan",
            name="Written plan given",
            window=_between(-7, 0),
            evidence=_all_of(_event("written_plan_given")),
            grade=EvidenceGrade.INSTITUTION,
            sources=(AHRQ_RED, _DAYS_AROUND),
        ),
        Milestone(
            id="follow_up_booked",
            name="First visit booked",
            window=_between(-7, 0),
            evidence=_all_of(_event("follow_up_booked")),
            grade=EvidenceGrade.INSTITUTION,
            sources=(AHRQ_RED, _DAYS_AROUND),
        ),
        Milestone(
            id="first_contact",
            name="Spoken with, within two business days",
            window=Window(Offset(days=0), Offset(business_days=2)),
            evidence=_any_of(
                _event("interactive_contact", EventKind.CONTACT),
                _event("face_to_face_visit", EventKind.VISIT),
            ),
            grade=EvidenceGrade.GUIDELINE,
            sources=(UCHEALTH_TCM, PPMC_TCM, CMS_TCM),
        ),
        Milestone(
            id="coach_at_home",
            name="Visited at home by a coach",
            window=_between(2, 3),
            evidence=_all_of(_event("home_visit", EventKind.VISIT)),
            grade=EvidenceGrade.INSTITUTION,
            sources=(COLEMAN_2006,),
        ),
        Milestone(
            id="reinforcing_call",
            name="Called to go over the plan again",
            window=_between(2, 3),
            evidence=_all_of(_event("plan_reinforced", EventKind.CONTACT)),
            grade=EvidenceGrade.INSTITUTION,
            sources=(BU_RED.unverified(),),
        ),
        Milestone(
            id="medicines_reconciled_at_home",
            name="Medicines reconciled at home",
            window=_by(14),
            evidence=_all_of(_event("medicines_reconciled_at_home", EventKind.MEDICATION_REVIEW)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(AAFP_TCM, CMS_TCM),
        ),
        Milestone(
            id="first_visit",
            name="Seen (within 7 days where decisions are highly complex)",
            window=_between(1, 14),
            evidence=_all_of(_event("face_to_face_visit", EventKind.VISIT)),
            grade=EvidenceGrade.GUIDELINE,
            sources=(AAFP_TCM, AAPC_TCM, PPMC_TCM, CMS_TCM, _LATER_DAY),
        ),
        Milestone(
            id="service_closed",
            name="The thirty days after the discharge are over, and nothing is open",
            window=_not_before(29),
            evidence=_all_of(_event("transition_closed")),
            grade=EvidenceGrade.GUIDELINE,
            sources=(UCHEALTH_TCM, CMS_TCM),
        ),
    ),
    links=(
        *_links(
            ("medicines_reconciled_at_home", "first_visit"),
            sources=(AAFP_TCM, CMS_TCM),
        ),
        *_links(
            ("written_plan", "reinforcing_call"),
            ("follow_up_booked", "first_visit"),
            ("first_visit", "service_closed"),
        ),
    ),
    sources=(UCHEALTH_TCM, CMS_TCM, COLEMAN_2006, AHRQ_RED, _WORDS),
)

PATHWAYS: Final[tuple[Pathway, ...]] = (
    _HIP_FRACTURE,
    _KNEE_REPLACEMENT,
    _HEART_FAILURE,
    _GENERIC_DISCHARGE,
)
"""The pathways that ship, each with its sources.

>>> [pathway.id for pathway in PATHWAYS]
['hip_fracture', 'knee_replacement', 'heart_failure', 'generic_discharge']

.. versionadded:: 0.1
"""
