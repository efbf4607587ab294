"""What must be so before a client leaves one care setting for another.

Each gate says what has to stand in the record: an event of a word such as `teach_back`, or an
observation that the thing is not needed (`equipment_needed` is no).
Which gates hold a move up and which are advice is our own choice, unless a law is named.
"""

from typing import Final

from carecore.base.reasons import Citation, OwnChoice, Source
from carecore.base.timing import Offset
from carecore.catalogue.sources import (
    CFR_482_13,
    CFR_482_43,
    COLEMAN_CTI,
    FR_84_51836,
    NPSG_MEDICATION,
)
from carecore.catalogue.sources_moves import (
    AHRQ_IDEAL,
    AHRQ_RED,
    BU_RED,
    CFR_405_1200,
    CFR_405_1205,
    CFR_483_15,
    CFR_483_21_DISCHARGE,
    CMS_NOMNC,
    FR_71_68708,
    IPASS,
    NOTICE_ACT,
)
from carecore.record import (
    Comparison,
    EventKind,
    EventSign,
    EvidenceRule,
    ObservationSign,
    Sign,
)
from carecore.transitions import Gate, Move, Party

__all__ = ["GATES"]

_HOMES: Final = (
    "home_independent",
    "home_informal",
    "home_personal_care",
    "independent_living",
    "home_health",
    "home_hospice",
    "assisted_living",
)
_HOSPITALS: Final = (
    "observation",
    "irf",
    "acute_ward",
    "ltch",
    "acute_icu",
    "psych_hospital",
)
_NURSING: Final = ("nursing_facility", "snf")
_AGENCIES: Final = ("home_health", "home_hospice", "hospice_facility")
_POST_ACUTE: Final = ("home_health", "snf", "irf", "ltch")
_STAFFED: Final = (
    *_HOSPITALS,
    *_NURSING,
    *_AGENCIES,
    "assisted_living",
    "memory_care",
    "group_home",
    "custodial",
    "icf_iid",
)

_WEIGHT: Final = OwnChoice("whether a gate holds the move up or is advice")
_TWO_SIDES: Final = OwnChoice("who hands over does not decide alone that it was taken over")
_READY: Final = OwnChoice("a word from the day of the move, or the day before, that it is time")
_WAY: Final = OwnChoice("nobody is ready to leave who has no way to get there")
_SYNTHESIS: Final = OwnChoice("a hand-over counts when whoever takes over has said it back")
_CALLS: Final = OwnChoice("who takes over is told of directives and wishes, wherever it is")


def _done(what: str, kind: EventKind | None = None, /) -> EventSign:
    return EventSign(kind=kind, what=what)


def _not(what: str, /) -> ObservationSign:
    return ObservationSign(what=what, comparison=Comparison.EQUAL, value=False)


def _one_of(*signs: Sign) -> EvidenceRule:
    return EvidenceRule(any_of=signs)


def _all_of(*signs: Sign) -> EvidenceRule:
    return EvidenceRule(all_of=signs)


def _own(*sources: Source) -> tuple[Source, ...]:
    return (*sources, _WEIGHT)


def _components(*names: str) -> tuple[Citation, ...]:
    """The components of the re-engineered discharge, by the numbers of the list of eleven."""
    return tuple(AHRQ_RED.part(f"component {name}") for name in names)


GATES: Final[tuple[Gate, ...]] = (
    Gate(
        id="client_agrees",
        name="the client, or who decides for them, agrees to the move",
        evidence=_one_of(_done("move_agreed"), ObservationSign(what="agrees_to_move")),
        overridable_by=(Party.CLIENT,),
        sources=_own(CFR_482_13.part("(b)(2)"), CFR_482_43),
    ),
    Gate(
        id="ready_to_leave",
        name="whoever treats the client says that it is time",
        evidence=_all_of(ObservationSign(what="ready_to_leave", fresh_for=Offset(days=1))),
        sources=_own(_READY),
    ),
    Gate(
        id="receiver_accepted",
        name="whoever takes over has accepted",
        evidence=_all_of(_done("receiver_accepted")),
        shown_by=Move.ACCEPT,
        sources=_own(_TWO_SIDES),
    ),
    Gate(
        id="medicines_reconciled",
        name="medicines before and after are compared, and every difference is meant",
        evidence=_all_of(_done("medicines_reconciled", EventKind.MEDICATION_REVIEW)),
        sources=_own(
            *_components("1"), CFR_483_21_DISCHARGE.part("(iii)"), COLEMAN_CTI, NPSG_MEDICATION
        ),
    ),
    Gate(
        id="medicine_list_given",
        name="the client has the list of medicines in writing, and knows why to keep it",
        is_blocking=False,
        evidence=_all_of(_done("medicine_list_given")),
        sources=_own(NPSG_MEDICATION, COLEMAN_CTI),
    ),
    Gate(
        id="follow_up_booked",
        name="follow-up visits are booked",
        evidence=_one_of(_done("follow_up_booked"), _not("follow_up_needed")),
        sources=_own(*_components("3"), COLEMAN_CTI, AHRQ_IDEAL),
    ),
    Gate(
        id="pending_tests_listed",
        name="tests that are still out are listed, with who looks at them",
        evidence=_one_of(_done("pending_tests_listed"), _not("pending_tests")),
        sources=_own(*_components("4"), BU_RED.part("component 3")),
    ),
    Gate(
        id="services_arranged",
        name="help and services after the move are arranged before it",
        evidence=_one_of(_done("services_arranged"), _not("services_needed")),
        to_settings=_HOMES,
        sources=_own(CFR_482_43.part("(a)"), *_components("5"), BU_RED.part("component 4")),
    ),
    Gate(
        id="equipment_in_place",
        name="equipment and supplies are where the client goes",
        evidence=_one_of(_done("equipment_in_place"), _not("equipment_needed")),
        to_settings=_HOMES,
        sources=_own(BU_RED.part("component 4")),
    ),
    Gate(
        id="written_plan_given",
        name="the client has the plan for afterwards in writing",
        evidence=_all_of(_done("written_plan_given")),
        sources=_own(*_components("6"), CFR_483_21_DISCHARGE.part("(iv)")),
    ),
    Gate(
        id="problem_contact_named",
        name="the client knows whom to call when there is a problem",
        evidence=_all_of(_done("problem_contact_named")),
        sources=_own(*_components("7")),
    ),
    Gate(
        id="red_flags_explained",
        name="warning signs are explained, and what to do about each",
        evidence=_all_of(_done("red_flags_explained", EventKind.TEACHING)),
        sources=_own(*_components("7", "8"), COLEMAN_CTI, AHRQ_IDEAL),
    ),
    Gate(
        id="understanding_checked",
        name="the client, or who helps at home, has said it back in their own words",
        evidence=_all_of(_done("teach_back", EventKind.TEACHING)),
        sources=_own(*_components("9"), AHRQ_IDEAL),
    ),
    Gate(
        id="summary_sent",
        name="whoever takes over has the summary and what else they need to know",
        evidence=_all_of(_done("summary_sent", EventKind.HAND_OVER)),
        sources=_own(*_components("10"), CFR_482_43.part("(b)"), CFR_483_21_DISCHARGE, CFR_483_15),
    ),
    Gate(
        id="hand_over_read_back",
        name="the hand-over was given, and said back by whoever takes over",
        evidence=_all_of(
            _done("clinical_hand_over", EventKind.HAND_OVER),
            _done("hand_over_read_back", EventKind.HAND_OVER),
        ),
        to_settings=_STAFFED,
        sources=_own(IPASS, _SYNTHESIS),
    ),
    Gate(
        id="directive_passed_on",
        name="advance directives and special instructions are passed on",
        evidence=_one_of(
            _done("directive_passed_on", EventKind.HAND_OVER), _not("advance_directive")
        ),
        from_settings=_NURSING,
        sources=_own(CFR_483_15.part("(2)(iii)"), COLEMAN_CTI, _CALLS),
    ),
    Gate(
        id="hospital_notice_given",
        name="the notice that is owed before leaving the hospital is given",
        evidence=_one_of(
            _done("important_message_from_medicare", EventKind.NOTICE),
            _done("outpatient_observation_notice", EventKind.NOTICE),
            _not("hospital_notice_owed"),
        ),
        from_settings=_HOSPITALS,
        sources=_own(FR_71_68708, NOTICE_ACT, CFR_405_1205),
    ),
    Gate(
        id="end_of_cover_notice_given",
        name="the notice that covered services end is given",
        evidence=_one_of(
            _done("notice_of_medicare_non_coverage", EventKind.NOTICE),
            _not("end_of_cover_notice_owed"),
        ),
        from_settings=("snf", *_AGENCIES),
        sources=_own(CMS_NOMNC, CFR_405_1200),
    ),
    Gate(
        id="transfer_notice_given",
        name="the facility's notice of the move is given, with its reason and the right to appeal",
        evidence=_one_of(_done("transfer_notice", EventKind.NOTICE), _not("transfer_notice_owed")),
        from_settings=_NURSING,
        sources=_own(CFR_483_15.part("(3)")),
    ),
    Gate(
        id="choice_of_provider_offered",
        name="the client has seen which providers there are, and has chosen",
        is_blocking=False,
        evidence=_all_of(_done("choice_of_provider_offered")),
        from_settings=_HOSPITALS,
        to_settings=_POST_ACUTE,
        sources=_own(FR_84_51836, CFR_482_43.part("list of post-acute providers").unverified()),
    ),
    Gate(
        id="caregiver_able",
        name="whoever helps at home can, and is willing",
        is_blocking=False,
        evidence=_all_of(ObservationSign(what="caregiver_able")),
        to_settings=("home_informal", "home_personal_care", "home_health", "home_hospice"),
        sources=_own(BU_RED.part("component 4"), AHRQ_IDEAL),
    ),
    Gate(
        id="language_help_arranged",
        name="what is said and written is in a language the client understands",
        is_blocking=False,
        evidence=_one_of(_done("language_help_arranged"), _not("language_help_needed")),
        sources=_own(BU_RED.part("component 1")),
    ),
    Gate(
        id="transport_arranged",
        name="the way there is arranged",
        evidence=_one_of(_done("transport_arranged"), _not("transport_needed")),
        sources=_own(_WAY),
    ),
)
"""The gates of a discharge or transfer; `gates_for` picks those of one move.

.. versionadded:: 0.1
"""
