"""What a good advisor would answer: short stories of made-up people, with the answers expected.

Written by a person of the field before the advice was coded, so that the code answers to the
stories and not the other way round.
The answers follow the order of the advice: no needed duty is left to a role that may not hold it;
duties go to a role that is typical of them, where employer, payer and care setting allow; then the
fewest new roles; of equals, the one already there, then the one to ask for, then the one to engage.
`why` names the part of the field's facts that the answer rests on (roles, duties, licences, care
settings, coverage and money, travel, rights), and says so where two good advisors could differ.

This page is data only; `test_vignettes` builds the values and asks.
"""

from datetime import date
from typing import Literal, NotRequired, TypedDict, final

import attrs

__all__ = [
    "VIGNETTES",
    "ClientData",
    "Flip",
    "LicenceData",
    "MembershipData",
    "ProfessionalData",
    "Span",
    "Status",
    "TeamData",
    "Vignette",
]

Span = tuple[date, date | None]
"""A first day, and the first day after (`None`: open)."""

Status = Literal["ASSIGNED", "ASK_FOR", "TO_ENGAGE", "NOBODY_IN_REACH"]

Flip = tuple[str, str, frozenset[str]]
"""The kind of a change, its value, and the roles recommended after it."""


class ClientData(TypedDict):
    """The keywords of a client."""

    id: str
    setting: NotRequired[str]
    needs: NotRequired[tuple[str, ...]]
    jurisdiction: NotRequired[str]
    payers: NotRequired[tuple[str, ...]]
    languages: NotRequired[tuple[str, ...]]
    has_decision_capacity: NotRequired[bool]


class LicenceData(TypedDict):
    """The parts of a licence."""

    credential: str
    jurisdiction: str
    period: Span
    multistate: bool


class ProfessionalData(TypedDict):
    """The parts of a professional."""

    id: str
    roles: tuple[str, ...]
    licences: tuple[LicenceData, ...] | None
    jurisdictions: NotRequired[tuple[str, ...]]
    settings: NotRequired[tuple[str, ...]]
    leave: NotRequired[tuple[Span, ...]]
    caseload_limit: NotRequired[int]
    caseload: NotRequired[int]
    weekly_hours: NotRequired[int]


class MembershipData(TypedDict):
    """The parts of a membership."""

    person_id: str
    role: str
    period: Span


class TeamData(TypedDict):
    """The parts of a team; the client's id comes from the client."""

    id: str
    memberships: tuple[MembershipData, ...]
    professionals: NotRequired[tuple[ProfessionalData, ...]]


@final
@attrs.frozen(kw_only=True)
class Vignette:
    """One story, and what a good advisor answers.

    `recommended` is compared as a set unless `ordered`; `pool` None is "not known", () is "nobody".
    """

    name: str
    story: str
    client: ClientData
    why: str
    recommended: tuple[tuple[str, Status], ...] = ()
    missing: frozenset[str] = frozenset()
    contradictions: frozenset[frozenset[str]] = frozenset()
    flips: tuple[Flip, ...] = ()
    team: TeamData | None = None
    pool: tuple[ProfessionalData, ...] | None = None
    as_of: date = date(2026, 11, 23)
    ordered: bool = False


TODAY = date(2026, 11, 23)
TOMORROW = date(2026, 11, 24)
LONG_AGO = date(2020, 1, 1)

CM = frozenset({"case_manager"})
CA = frozenset({"care_manager"})
BOTH = CM | CA
NOBODY: frozenset[str] = frozenset()

RN_MA: LicenceData = {
    "credential": "rn",
    "jurisdiction": "US-MA",
    "period": (LONG_AGO, None),
    "multistate": False,
}
RN_FL_MULTISTATE: LicenceData = {
    "credential": "rn",
    "jurisdiction": "US-FL",
    "period": (LONG_AGO, None),
    "multistate": True,
}
LCSW_MA: LicenceData = {
    "credential": "lcsw",
    "jurisdiction": "US-MA",
    "period": (LONG_AGO, None),
    "multistate": False,
}

INES: ProfessionalData = {
    "id": "p-ines",
    "roles": ("care_manager",),
    "licences": (RN_MA,),
    "jurisdictions": ("US-MA",),
    "caseload_limit": 20,
    "caseload": 12,
    "weekly_hours": 30,
}
"""A nurse who became a private care manager, with places free."""

RUTH: ProfessionalData = {
    "id": "p-ruth",
    "roles": ("care_manager",),
    "licences": (LCSW_MA,),
    "jurisdictions": ("US-MA",),
    "caseload_limit": 20,
    "caseload": 9,
    "weekly_hours": 30,
}
"""A social worker who is a private care manager; no nurse."""

COLM: ProfessionalData = {
    "id": "p-colm",
    "roles": ("case_manager",),
    "licences": (RN_MA,),
    "jurisdictions": ("US-MA",),
    "caseload_limit": 15,
    "caseload": 14,
    "weekly_hours": 36,
}
"""The nurse case manager of a ward."""

RUTH_CARES: MembershipData = {
    "person_id": "p-ruth",
    "role": "care_manager",
    "period": (LONG_AGO, None),
}
INES_CARES: MembershipData = {
    "person_id": "p-ines",
    "role": "care_manager",
    "period": (LONG_AGO, None),
}
COLM_MANAGES: MembershipData = {
    "person_id": "p-colm",
    "role": "case_manager",
    "period": (LONG_AGO, None),
}

NEITHER_CORE_ROLE = (
    Vignette(
        name="no_needs_ask_for_no_role",
        story="Mr Abel is home from a minor operation; asked twice, he wants for nothing.",
        client={"id": "c-01", "setting": "home_informal", "needs": ()},
        flips=(("NEED_ADDED", "visit_mother_weekly", CA),),
        why="Roles: both core roles exist to answer needs, and a service nobody needs is a cost.",
    ),
    Vignette(
        name="company_on_the_journey_is_a_travel_companion",
        story="Oda, 84 and well, dreads the airport alone; her son would like someone beside her.",
        client={
            "id": "c-02",
            "setting": "home_independent",
            "needs": ("company_on_journey",),
            "payers": ("private_pay",),
        },
        recommended=(("travel_companion", "TO_ENGAGE"),),
        flips=(
            (
                "NEED_ADDED",
                "care_in_flight",
                frozenset({"travel_companion", "medical_escort_nurse"}),
            ),
            ("NEED_DROPPED", "company_on_journey", NOBODY),
        ),
        why="Related roles and travel: help with walking, meals and papers is no clinical act; "
        "with care in flight added an advisor might let the nurse do both, but the order puts the "
        "typical holder before fewest roles.",
    ),
    Vignette(
        name="help_with_bathing_is_an_aide",
        story="Since his stroke Mr Hale needs a hand in the shower; his daughter does the rest.",
        client={
            "id": "c-03",
            "setting": "home_informal",
            "needs": ("help_bathing",),
            "payers": ("private_pay",),
        },
        recommended=(("home_health_aide", "TO_ENGAGE"),),
        flips=(
            ("NEED_ADDED", "hire_home_carers", frozenset({"home_health_aide", "care_manager"})),
        ),
        why="Related roles: personal care is the aide's work, and of neither core role; "
        "choosing and supervising aides is the care manager's.",
    ),
    Vignette(
        name="injections_at_home_are_the_agency_nurse_s",
        story="Mrs Ito has a wound and daily injections, and a home health agency comes in.",
        client={
            "id": "c-04",
            "setting": "home_health",
            "needs": ("injections_at_home",),
            "jurisdiction": "US-MA",
            "payers": ("medicare",),
        },
        recommended=(("home_health_nurse", "ASK_FOR"),),
        flips=(("NEED_DROPPED", "injections_at_home", NOBODY),),
        why="Care settings: skilled home health is a nurse's visit that Medicare pays for the "
        "homebound, so one asks the doctor to order it.",
    ),
    Vignette(
        name="wrong_bills_go_to_a_patient_advocate",
        story="The Okafors were billed twice for one scan and would like fresh eyes on the papers.",
        client={
            "id": "c-05",
            "setting": "home_informal",
            "needs": ("check_bills",),
            "payers": ("private_pay",),
        },
        recommended=(("patient_advocate", "TO_ENGAGE"),),
        flips=(
            ("NEED_ADDED", "know_rights", frozenset({"patient_advocate", "care_manager"})),
            ("NEED_DROPPED", "check_bills", NOBODY),
        ),
        why="Related roles: reviewing bills is the advocate's trade; a care manager may do it too, "
        "and some families would take her for both.",
    ),
    Vignette(
        name="a_second_opinion_is_an_advocate_s_errand",
        story="Before agreeing to surgery Lena would like another surgeon's view.",
        client={
            "id": "c-06",
            "setting": "home_independent",
            "needs": ("second_opinion",),
            "payers": ("private_pay",),
        },
        recommended=(("patient_advocate", "TO_ENGAGE"),),
        why="Related roles: second opinions are in the advocate's definition and need no licence.",
    ),
    Vignette(
        name="counselling_on_the_ward_is_the_social_worker_s",
        story="Jonas lost a leg last week and asks for someone to talk to who knows how.",
        client={"id": "c-07", "setting": "acute_ward", "needs": ("counselling",)},
        recommended=(("medical_social_worker", "ASK_FOR"),),
        flips=(
            ("NEED_ADDED", "hard_decision", frozenset({"medical_social_worker", "case_manager"})),
        ),
        why="Related roles: psychosocial counselling needs a social work licence, and hospitals "
        "keep social workers.",
    ),
    Vignette(
        name="a_muddle_of_appointments_is_a_navigator_s",
        story="Between three clinics and no car, Maribel missed two appointments last month.",
        client={"id": "c-08", "setting": "outpatient_clinic", "needs": ("appointments_muddle",)},
        recommended=(("patient_navigator", "ASK_FOR"),),
        why="Related roles: a navigator schedules and removes barriers such as rides, needs no "
        "licence, and comes with the clinic.",
    ),
    Vignette(
        name="medicare_at_home_brings_the_practice_s_coordinator",
        story="Her five doctors never speak to each other; Mrs Dunn has Medicare and no more.",
        client={
            "id": "c-09",
            "setting": "home_independent",
            "needs": ("nobody_coordinates",),
            "payers": ("medicare",),
        },
        recommended=(("care_coordinator", "ASK_FOR"),),
        why="Coverage and money: Original Medicare pays practices for chronic care management each "
        "month, and no private care manager; one asks the family doctor's practice.",
    ),
)

CASE_MANAGER_ALONE = (
    Vignette(
        name="a_hard_decision_in_intensive_care",
        story="Mr Weiss may need a breathing tube for good; his wife asks what that would mean.",
        client={"id": "c-10", "setting": "acute_icu", "needs": ("hard_decision",)},
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(
            ("MOVED", "home_informal", CA),
            ("NEED_ADDED", "keep_us_informed", BOTH),
            ("NEED_DROPPED", "hard_decision", NOBODY),
        ),
        why="Duties: counsel at decisive moments is typical of the case manager, whom a hospital "
        "employs at no fee; at home nobody employs one for him.",
    ),
    Vignette(
        name="ready_to_leave_and_still_in_hospital",
        story="Grace has been fit to go for nine days, and still no bed is found for her.",
        client={
            "id": "c-11",
            "setting": "acute_ward",
            "needs": ("stuck_in_hospital",),
            "payers": ("medicare",),
        },
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(("NEED_DROPPED", "stuck_in_hospital", NOBODY),),
        why="Duties, shared and exclusive: avoidable delay is tracked by the facility's own case "
        "manager and by nobody from outside.",
    ),
    Vignette(
        name="leaving_the_ward_for_home",
        story="Tomas goes home on Friday with a new hip and a long list of things to arrange.",
        client={"id": "c-12", "setting": "acute_ward", "needs": ("leave_hospital",)},
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(("JOINED", "care_manager", CA),),
        why="Duties: support at discharge and at each move is typical of both; the ward's is "
        "there and free, and many advisors would keep her in even beside a care manager.",
    ),
    Vignette(
        name="on_track_in_a_skilled_nursing_facility",
        story="Everyone speaks of Nora's hip; her daughter asks after Nora, and how long it takes.",
        client={"id": "c-13", "setting": "snf", "needs": ("how_long_recovery", "whole_person")},
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(("NEED_ADDED", "visit_mother_weekly", BOTH),),
        why="Duties: the recovery timetable and the whole-person view are typical of the case "
        "manager, whom a skilled nursing facility employs.",
    ),
    Vignette(
        name="losing_heart_in_rehabilitation",
        story="Three weeks into rehabilitation Samir says he will never walk, and stops trying.",
        client={"id": "c-14", "setting": "irf", "needs": ("losing_heart", "how_long_recovery")},
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(
            ("NEED_ADDED", "counselling", frozenset({"case_manager", "medical_social_worker"})),
        ),
        why="Duties: mood, motivation and the timetable are typical of the case manager, whom an "
        "inpatient rehabilitation facility employs.",
    ),
    Vignette(
        name="a_health_plan_brings_its_case_manager_home",
        story="The infusion Petra needs at home waits for her plan's approval.",
        client={
            "id": "c-15",
            "setting": "home_informal",
            "needs": ("approval_needed",),
            "payers": ("health_plan",),
        },
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(("NEED_ADDED", "visit_mother_weekly", CM),),
        why="Roles: health plans employ case managers too, so one can be had at home; visits at "
        "home stay nobody's as long as nobody pays for a care manager.",
    ),
    Vignette(
        name="workers_compensation_brings_a_nurse_case_manager",
        story="Ewan fell from a scaffold; at home he asks when he will climb one again.",
        client={
            "id": "c-16",
            "setting": "home_independent",
            "needs": ("how_long_recovery",),
            "payers": ("workers_compensation",),
        },
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(("NEED_DROPPED", "how_long_recovery", NOBODY),),
        why="Coverage and money: workers' compensation sends the insurer's nurse case manager, and "
        "pays no private care manager.",
    ),
    Vignette(
        name="medicare_advantage_brings_the_plan_s_case_manager",
        story="Rosa has six illnesses and no plan; her Medicare comes through a private plan.",
        client={
            "id": "c-17",
            "setting": "home_independent",
            "needs": ("no_plan",),
            "payers": ("medicare_advantage",),
        },
        recommended=(("case_manager", "ASK_FOR"),),
        why="Coverage and money: Medicare Advantage plans keep case managers; whether one pays a "
        "care manager is for its evidence of coverage, so an advisor does not count on it.",
    ),
    Vignette(
        name="medicaid_brings_a_case_manager_but_no_visits_for_the_family",
        story="Lucille has Medicaid only; her sons far away want her visited, and to hear of it.",
        client={
            "id": "c-18",
            "setting": "home_personal_care",
            "needs": ("how_long_recovery", "visit_mother_weekly"),
            "payers": ("medicaid",),
        },
        recommended=(("case_manager", "ASK_FOR"),),
        missing=frozenset({"visit_home", "report_to_family"}),
        flips=(("PAYER_ADDED", "private_pay", BOTH),),
        why="Coverage and money: Medicaid pays targeted case management; visits reported to family "
        "from afar are in practice privately paid, though a waiver may help in some states.",
    ),
    Vignette(
        name="sent_home_too_soon_with_medicare_only",
        story="They want Mrs Blum's bed on Tuesday; she cannot yet stand, and has Medicare only.",
        client={
            "id": "c-19",
            "setting": "acute_ward",
            "needs": ("sent_home_too_soon",),
            "payers": ("medicare",),
        },
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(("PAYER_ADDED", "private_pay", BOTH),),
        why="Rights: the hospital must tell her of the fast appeal, and its case manager may; an "
        "advisor may wince, as she serves the hospital, and prefers the client's own if paid.",
    ),
    Vignette(
        name="rights_under_observation",
        story="Two nights in a hospital bed, and now Mr Chen hears he was never admitted.",
        client={
            "id": "c-20",
            "setting": "observation",
            "needs": ("know_rights",),
            "payers": ("medicare",),
        },
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(("PAYER_ADDED", "private_pay", CA),),
        why="Rights and settings: observation is hospital outpatient care with a notice due; "
        "telling rights is typical of the care manager, but here only the hospital's can be had.",
    ),
    Vignette(
        name="insurer_s_case_manager_once_the_payer_is_known",
        story="Ilse's scan needs approval; she is at home and we did not ask yet who pays.",
        client={"id": "c-21", "setting": "home_independent", "needs": ("approval_needed",)},
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(("PAYER_ADDED", "health_plan", CM),),
        why="Coverage and money: with payers unknown only what a family can pay itself is sure; "
        "approvals are typical of the case manager, whom a health plan brings.",
    ),
)

CARE_MANAGER_ALONE = (
    Vignette(
        name="weekly_visits_for_a_mother_far_away",
        story="Anke lives two flights away and wants someone to visit her mother and tell her.",
        client={
            "id": "c-22",
            "setting": "home_independent",
            "needs": ("visit_mother_weekly", "hire_home_carers"),
            "payers": ("private_pay",),
        },
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(
            ("NEED_ADDED", "company_on_journey", frozenset({"care_manager", "travel_companion"})),
        ),
        why="Duties, shared and exclusive: regular home visits and reports to the family belong to "
        "the privately engaged care manager.",
    ),
    Vignette(
        name="is_this_care_lawful",
        story="Bed rails, a locked door and no papers: Hugo's brother asks whether they may.",
        client={"id": "c-23", "setting": "snf", "needs": ("treated_lawfully",)},
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(("NEED_ADDED", "how_long_recovery", BOTH),),
        why="Duties: whether care is suitable and lawful is for someone who does not work for the "
        "place that gives it.",
    ),
    Vignette(
        name="a_hotel_room_near_the_hospital",
        story="Between two treatments Birgit lives in a hotel, unsure of nine medicines.",
        client={
            "id": "c-24",
            "setting": "temporary_lodging",
            "needs": ("watch_medicines", "keep_us_informed"),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        recommended=(("care_manager", "TO_ENGAGE"),),
        why="Roles: the care manager works where the client is, on the road too; a hotel brings "
        "nobody, and managing medicines needs her to hold a licence.",
    ),
    Vignette(
        name="bills_with_the_care_setting_unknown",
        story="A nephew writes that the bills make no sense, and not where his aunt is.",
        client={"id": "c-25", "needs": ("understand_bills",)},
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(("MOVED", "acute_ward", CM),),
        why="Care settings: with the place unknown no facility's case manager can be counted on; "
        "ask where she is first, for on a ward it costs nothing.",
    ),
    Vignette(
        name="nothing_is_known_of_the_client",
        story="A call is cut off after the name; all we hold is that someone needs help.",
        client={"id": "c-26"},
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(("MOVED", "acute_ward", CM),),
        why="Duties: needs not yet asked after call for a whole-person assessment, which both core "
        "roles do; only the privately engaged one depends on neither place nor payer.",
    ),
    Vignette(
        name="needs_never_asked_after_at_home",
        story="Old Mr Finch seems to manage; nobody has ever sat down with him to ask.",
        client={"id": "c-27", "setting": "home_independent"},
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(("MOVED", "acute_ward", CM),),
        why="Duties: assessment is typical of both core roles, and home brings no case manager by "
        "itself.",
    ),
    Vignette(
        name="needs_never_asked_after_on_the_ward",
        story="Admitted at night, Mrs Roy has not been asked what she needs.",
        client={"id": "c-28", "setting": "acute_ward"},
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(("MOVED", "home_informal", CA),),
        why="Duties and care settings: assessment is typical of both core roles, and the "
        "hospital's is there and in its price.",
    ),
    Vignette(
        name="assisted_living_brings_no_case_manager",
        story="Vera moved into assisted living; nobody there writes a plan with her.",
        client={"id": "c-29", "setting": "assisted_living", "needs": ("no_plan",)},
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(("MOVED", "acute_ward", CM),),
        why="Care settings: assisted living is housing with help, not a facility that employs case "
        "managers; titles such as care manager on its staff list mislead.",
    ),
    Vignette(
        name="medicines_that_nobody_watches",
        story="Eleven bottles, four prescribers, one forgetful Mr Lindt, living on his own.",
        client={
            "id": "c-30",
            "setting": "home_independent",
            "needs": ("watch_medicines",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(("NEED_DROPPED", "watch_medicines", NOBODY),),
        why="Duties: managing medicines is typical of the care manager if her own licence allows, "
        "so the family should ask for a nurse.",
    ),
)

BOTH_ROLES = (
    Vignette(
        name="a_flight_home_with_a_nurse_and_bills_on_the_ward",
        story="Edda broke her hip on holiday; her son wants a nurse to fly with her, and the bills "
        "explained.",
        client={
            "id": "c-31",
            "setting": "acute_ward",
            "needs": ("fly_home_with_nurse", "understand_bills"),
        },
        recommended=(("case_manager", "ASK_FOR"), ("care_manager", "TO_ENGAGE")),
        ordered=True,
        flips=(
            ("NEED_DROPPED", "understand_bills", CA),
            ("NEED_DROPPED", "fly_home_with_nurse", CM),
            ("MOVED", "home_informal", CA),
        ),
        why="Duties: the money side is typical of the ward's case manager, going along on a "
        "journey of the care manager, who must be a nurse here.",
    ),
    Vignette(
        name="a_decision_in_intensive_care_and_a_family_far_away",
        story="A daughter abroad wants to understand the choice before them, and to hear each day.",
        client={
            "id": "c-32",
            "setting": "acute_icu",
            "needs": ("hard_decision", "keep_us_informed"),
            "payers": ("private_pay",),
        },
        recommended=(("case_manager", "ASK_FOR"), ("care_manager", "TO_ENGAGE")),
        flips=(("NEED_DROPPED", "keep_us_informed", CM),),
        why="Duties: counsel is typical of the unit's case manager, reports to family from afar of "
        "the care manager; one care manager could do both, less typically.",
    ),
    Vignette(
        name="an_approval_and_visits_at_home",
        story="Mina's plan must approve her treatment, and her parents want her visited.",
        client={
            "id": "c-33",
            "setting": "home_informal",
            "needs": ("approval_needed", "visit_mother_weekly"),
            "payers": ("health_plan", "private_pay"),
        },
        recommended=(("case_manager", "ASK_FOR"), ("care_manager", "TO_ENGAGE")),
        flips=(
            ("NEED_DROPPED", "approval_needed", CA),
            ("NEED_DROPPED", "visit_mother_weekly", CM),
        ),
        why="Roles and money: the plan's case manager is asked for by telephone, the care manager "
        "engaged by the family; each has the other's blind side.",
    ),
)

ALREADY_ASSIGNED = (
    Vignette(
        name="the_care_manager_is_already_there",
        story="Ruth has visited Mrs Sand each week for years, and writes to the family.",
        client={
            "id": "c-34",
            "setting": "home_independent",
            "needs": ("visit_mother_weekly",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        team={"id": "t-34", "memberships": (RUTH_CARES,), "professionals": (RUTH,)},
        recommended=(("care_manager", "ASSIGNED"),),
        flips=(("LEFT", "care_manager", CA),),
        why="Roles: visiting and reporting is what she was engaged for, and needs no licence.",
    ),
    Vignette(
        name="both_are_already_there",
        story="Colm of the ward and Ines of the family already plan the flight home together.",
        client={
            "id": "c-35",
            "setting": "acute_ward",
            "needs": ("fly_home_with_nurse", "understand_bills"),
            "jurisdiction": "US-MA",
        },
        team={
            "id": "t-35",
            "memberships": (COLM_MANAGES, INES_CARES),
            "professionals": (COLM, INES),
        },
        recommended=(("case_manager", "ASSIGNED"), ("care_manager", "ASSIGNED")),
        why="Duties: money for the one, the journey for the other, who is a nurse.",
    ),
    Vignette(
        name="a_case_manager_is_there_and_the_need_is_another_s",
        story="Colm is on the ward; the sons far away only want to hear how their father is.",
        client={
            "id": "c-36",
            "setting": "acute_ward",
            "needs": ("keep_us_informed",),
            "jurisdiction": "US-MA",
        },
        team={"id": "t-36", "memberships": (COLM_MANAGES,), "professionals": (COLM,)},
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(("NEED_ADDED", "hard_decision", BOTH),),
        why="Duties, shared and exclusive: reporting to family is the privately engaged care "
        "manager's; many wards do call, but owe it to nobody.",
    ),
    Vignette(
        name="the_care_manager_already_there_sees_to_the_discharge",
        story="Ruth, long at her side, will see Mrs Sand home from the ward.",
        client={
            "id": "c-37",
            "setting": "acute_ward",
            "needs": ("leave_hospital",),
            "jurisdiction": "US-MA",
        },
        team={"id": "t-37", "memberships": (RUTH_CARES,), "professionals": (RUTH,)},
        recommended=(("care_manager", "ASSIGNED"),),
        flips=(("LEFT", "care_manager", CM),),
        why="Duties: discharge is typical of both, so no new role; a good advisor adds that the "
        "ward's own planner signs the plan all the same.",
    ),
    Vignette(
        name="bills_on_the_ward_with_a_care_manager_there",
        story="Ruth is engaged, and now the hospital's bills puzzle the family.",
        client={
            "id": "c-38",
            "setting": "acute_ward",
            "needs": ("understand_bills",),
            "jurisdiction": "US-MA",
        },
        team={"id": "t-38", "memberships": (RUTH_CARES,), "professionals": (RUTH,)},
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(("MOVED", "home_informal", CA),),
        why="Duties: explaining costs is typical of the case manager, who is free to ask; another "
        "advisor would leave it with Ruth, who may, but typical comes before fewest.",
    ),
    Vignette(
        name="the_care_manager_there_may_not_manage_medicines",
        story="Ruth is a fine social worker; the pills have become more than she may touch.",
        client={
            "id": "c-39",
            "setting": "home_independent",
            "needs": ("watch_medicines",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        team={"id": "t-39", "memberships": (RUTH_CARES,), "professionals": (RUTH,)},
        recommended=(("care_manager", "TO_ENGAGE"),),
        why="Licences: the role may manage medicines, this person may not; to call it assigned "
        "would leave the duty to someone who may not hold it.",
    ),
    Vignette(
        name="one_care_manager_visits_and_another_minds_the_medicines",
        story="Ruth should go on visiting Mrs Sand, whose medicines now need a nurse.",
        client={
            "id": "c-40",
            "setting": "home_independent",
            "needs": ("visit_mother_weekly", "watch_medicines"),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        team={"id": "t-40", "memberships": (RUTH_CARES,), "professionals": (RUTH,)},
        recommended=(("care_manager", "ASSIGNED"), ("care_manager", "TO_ENGAGE")),
        flips=(("NEED_DROPPED", "watch_medicines", CA),),
        why="Licences: what Ruth may hold she keeps, for the rest a second person of the same role "
        "is engaged; another advisor would change to one nurse for all of it.",
    ),
    Vignette(
        name="the_care_manager_left_yesterday",
        story="Ruth's last day was Sunday; on Monday the family calls.",
        client={
            "id": "c-41",
            "setting": "home_independent",
            "needs": ("visit_mother_weekly",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        team={
            "id": "t-41",
            "memberships": (
                {"person_id": "p-ruth", "role": "care_manager", "period": (LONG_AGO, TODAY)},
            ),
            "professionals": (RUTH,),
        },
        recommended=(("care_manager", "TO_ENGAGE"),),
        why="Roles: an engagement that ended yesterday names nobody today; the first call is to "
        "Ruth all the same.",
    ),
    Vignette(
        name="the_care_manager_starts_tomorrow",
        story="Ruth has signed and begins on Tuesday; today is Monday.",
        client={
            "id": "c-42",
            "setting": "home_independent",
            "needs": ("visit_mother_weekly",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        team={
            "id": "t-42",
            "memberships": (
                {"person_id": "p-ruth", "role": "care_manager", "period": (TOMORROW, None)},
            ),
            "professionals": (RUTH,),
        },
        recommended=(("care_manager", "TO_ENGAGE"),),
        why="Roles: today nobody holds it; an advisor who sees the start date would say wait a "
        "day, which the status has no word for.",
    ),
    Vignette(
        name="the_care_manager_there_has_shown_no_licence_yet",
        story="Juno comes to Mr Lindt already; nobody asked whether she is a nurse.",
        client={
            "id": "c-43",
            "setting": "home_independent",
            "needs": ("watch_medicines",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        team={
            "id": "t-43",
            "memberships": (
                {"person_id": "p-juno", "role": "care_manager", "period": (LONG_AGO, None)},
            ),
            "professionals": ({"id": "p-juno", "roles": ("care_manager",), "licences": None},),
        },
        recommended=(("care_manager", "ASSIGNED"),),
        why="Licences: unknown is not no, so ask her before engaging another; a stricter advisor "
        "would give her no medicines until the licence is seen.",
    ),
)

LICENCES = (
    Vignette(
        name="a_compact_licence_reaches_into_the_next_state",
        story="Kai, a nurse from Florida who works in Texas too, has room for Mr Lindt in Austin.",
        client={
            "id": "c-44",
            "setting": "home_independent",
            "needs": ("watch_medicines",),
            "jurisdiction": "US-TX",
            "payers": ("private_pay",),
        },
        pool=(
            {
                "id": "p-kai",
                "roles": ("care_manager",),
                "licences": (RN_FL_MULTISTATE,),
                "jurisdictions": ("US-FL", "US-TX"),
            },
        ),
        recommended=(("care_manager", "TO_ENGAGE"),),
        why="Licences: both states are in the nurse compact, and a multistate licence holds where "
        "the patient is.",
    ),
    Vignette(
        name="a_compact_that_does_not_operate_yet_opens_no_door",
        story="The same Kai would gladly take on Mrs Sand in Boston.",
        client={
            "id": "c-45",
            "setting": "home_independent",
            "needs": ("watch_medicines",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        pool=(
            {
                "id": "p-kai",
                "roles": ("care_manager",),
                "licences": (RN_FL_MULTISTATE,),
                "jurisdictions": ("US-FL", "US-MA"),
            },
        ),
        recommended=(("care_manager", "NOBODY_IN_REACH"),),
        missing=frozenset({"manage_medications"}),
        flips=(("CAME_IN_REACH", "care_manager", CA),),
        why="Licences: Massachusetts enacted the nurse compact but was not operating it in "
        "mid-2026; pending is not allowed.",
    ),
    Vignette(
        name="the_compact_covers_no_advanced_practice_licence",
        story="Dee is an advanced practice nurse of Florida only; Mr Lindt lives in Austin.",
        client={
            "id": "c-46",
            "setting": "home_independent",
            "needs": ("watch_medicines",),
            "jurisdiction": "US-TX",
            "payers": ("private_pay",),
        },
        pool=(
            {
                "id": "p-dee",
                "roles": ("care_manager",),
                "licences": (
                    {
                        "credential": "aprn",
                        "jurisdiction": "US-FL",
                        "period": (LONG_AGO, None),
                        "multistate": True,
                    },
                ),
                "jurisdictions": ("US-FL", "US-TX"),
            },
        ),
        recommended=(("care_manager", "NOBODY_IN_REACH"),),
        missing=frozenset({"manage_medications"}),
        flips=(("CAME_IN_REACH", "care_manager", CA),),
        why="Licences: the nurse compact covers registered and practical nurses only, whatever a "
        "record says of multistate; her registered nurse licence, if she has one, was not shown.",
    ),
    Vignette(
        name="an_expired_licence_is_none",
        story="Ines forgot to renew in the spring, and is mortified.",
        client={
            "id": "c-47",
            "setting": "home_independent",
            "needs": ("watch_medicines",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        pool=(
            {
                **INES,
                "licences": ({**RN_MA, "period": (LONG_AGO, date(2026, 5, 1))},),
            },
        ),
        recommended=(("care_manager", "NOBODY_IN_REACH"),),
        missing=frozenset({"manage_medications"}),
        flips=(("CAME_IN_REACH", "care_manager", CA),),
        why="Licences: it must hold where the patient is, on that day.",
    ),
    Vignette(
        name="a_single_state_licence_stays_in_its_state",
        story="Ines of Massachusetts knows Mrs Vale of New York well, and asks whether she may.",
        client={
            "id": "c-48",
            "setting": "home_independent",
            "needs": ("watch_medicines",),
            "jurisdiction": "US-NY",
            "payers": ("private_pay",),
        },
        pool=({**INES, "jurisdictions": ("US-MA", "US-NY")},),
        recommended=(("care_manager", "NOBODY_IN_REACH"),),
        missing=frozenset({"manage_medications"}),
        flips=(("CAME_IN_REACH", "care_manager", CA),),
        why="Licences: New York is outside the nurse compact, and hers is for one state; she may "
        "visit and advise there, but not manage the medicines.",
    ),
    Vignette(
        name="a_licence_nobody_asked_about_is_not_refused",
        story="Juno has room for Mr Lindt; her file says nothing of licences.",
        client={
            "id": "c-49",
            "setting": "home_independent",
            "needs": ("watch_medicines",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        pool=(
            {
                "id": "p-juno",
                "roles": ("care_manager",),
                "licences": None,
                "jurisdictions": ("US-MA",),
            },
        ),
        recommended=(("care_manager", "TO_ENGAGE"),),
        why="Licences: unknown is not no; the advice names the licence to be shown, and a stricter "
        "advisor counts her only once it is.",
    ),
    Vignette(
        name="a_flight_with_a_nurse_is_not_for_a_social_worker",
        story="Ruth offers to fly with Edda, whose doctor asks for a nurse.",
        client={
            "id": "c-50",
            "setting": "acute_ward",
            "needs": ("fly_home_with_nurse",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        pool=(RUTH,),
        recommended=(("care_manager", "NOBODY_IN_REACH"),),
        missing=frozenset({"accompany_travel", "bring_home_from_hospital"}),
        flips=(("CAME_IN_REACH", "care_manager", CA),),
        why="Travel and licences: the family asked for a nurse, so whoever goes must be one.",
    ),
)

CONTRADICTIONS = (
    Vignette(
        name="stay_at_home_and_find_a_care_home",
        story="Mrs Penn wants to stay; her children, worried, look for a care home.",
        client={
            "id": "c-51",
            "setting": "home_informal",
            "needs": ("stay_at_home", "find_care_home"),
            "payers": ("private_pay",),
        },
        recommended=(("care_manager", "TO_ENGAGE"),),
        contradictions=frozenset({frozenset({"stay_at_home", "find_care_home"})}),
        why="Settings: the least restrictive place that suits, and her own wish, come first; the "
        "care manager helps either way, and hears both sides.",
    ),
    Vignette(
        name="too_ill_for_the_airline_and_a_nurse_beside_him",
        story="One doctor says Otto may fly with a nurse, another that no airline will take him.",
        client={
            "id": "c-52",
            "setting": "acute_ward",
            "needs": ("too_ill_for_airline", "fly_home_with_nurse"),
            "payers": ("private_pay",),
        },
        recommended=(("air_ambulance_crew", "TO_ENGAGE"), ("care_manager", "TO_ENGAGE")),
        contradictions=frozenset({frozenset({"too_ill_for_airline", "fly_home_with_nurse"})}),
        flips=(
            ("NEED_DROPPED", "too_ill_for_airline", CA),
            ("NEED_DROPPED", "fly_home_with_nurse", frozenset({"air_ambulance_crew"})),
        ),
        why="Travel: stable beside a nurse on an airline, unstable in an air ambulance, never "
        "both; until the doctors agree the advice keeps both and says that they disagree.",
    ),
    Vignette(
        name="calls_and_visits",
        story="Mother says ring me; her daughter says go and look.",
        client={
            "id": "c-53",
            "setting": "home_independent",
            "needs": ("calls_not_visits", "visit_mother_weekly"),
            "payers": ("private_pay",),
        },
        recommended=(("care_manager", "TO_ENGAGE"),),
        contradictions=frozenset({frozenset({"calls_not_visits", "visit_mother_weekly"})}),
        why="Rights: the client's own wish weighs more than the family's; either way it is the "
        "care manager's to settle with them.",
    ),
    Vignette(
        name="too_soon_and_too_late",
        story="Monday they would send him home at once, Thursday nobody finds him a place.",
        client={
            "id": "c-54",
            "setting": "acute_ward",
            "needs": ("sent_home_too_soon", "stuck_in_hospital"),
            "payers": ("medicare",),
        },
        recommended=(("case_manager", "ASK_FOR"),),
        contradictions=frozenset({frozenset({"sent_home_too_soon", "stuck_in_hospital"})}),
        flips=(("PAYER_ADDED", "private_pay", BOTH),),
        why="Duties: delay is the facility case manager's alone, and she may advocate and tell "
        "rights; a family that can pay gets its own voice as well.",
    ),
)

NOBODY_IN_REACH = (
    Vignette(
        name="nobody_at_all_for_weekly_visits",
        story="In the valley where Ottoline lives there is no care manager for many miles.",
        client={
            "id": "c-55",
            "setting": "home_independent",
            "needs": ("visit_mother_weekly",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        pool=(),
        recommended=(("care_manager", "NOBODY_IN_REACH"),),
        missing=frozenset({"visit_home", "report_to_family"}),
        flips=(("CAME_IN_REACH", "care_manager", CA), ("JOINED", "care_manager", CA)),
        why="Roles: it is still a care manager they need; the answer is to look further.",
    ),
    Vignette(
        name="four_care_managers_and_none_of_them_free",
        story="One is on leave, one full, one in Connecticut, one has no hours left this year.",
        client={
            "id": "c-56",
            "setting": "home_independent",
            "needs": ("visit_mother_weekly",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        pool=(
            {**INES, "id": "p-on-leave", "leave": ((date(2026, 11, 9), date(2027, 2, 1)),)},
            {**INES, "id": "p-full", "caseload": 20},
            {**INES, "id": "p-elsewhere", "jurisdictions": ("US-CT",)},
            {**INES, "id": "p-no-hours", "weekly_hours": 0},
        ),
        recommended=(("care_manager", "NOBODY_IN_REACH"),),
        missing=frozenset({"visit_home", "report_to_family"}),
        flips=(("CAME_IN_REACH", "care_manager", CA),),
        why="Caseload: a full list, leave or no hours is nobody for a new client; no hours is not "
        "an empty caseload.",
    ),
    Vignette(
        name="leave_that_ended_yesterday_is_over",
        story="Ines is back from leave this morning.",
        client={
            "id": "c-57",
            "setting": "home_independent",
            "needs": ("visit_mother_weekly",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        pool=({**INES, "leave": ((date(2026, 11, 2), TODAY),)},),
        recommended=(("care_manager", "TO_ENGAGE"),),
        why="Caseload: absent is not idle, and back is not absent.",
    ),
    Vignette(
        name="the_only_care_manager_works_in_nursing_facilities",
        story="Ines sees people in nursing facilities only, and Mrs Sand lives at home.",
        client={
            "id": "c-58",
            "setting": "home_independent",
            "needs": ("visit_mother_weekly",),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        pool=({**INES, "settings": ("snf", "nursing_facility")},),
        recommended=(("care_manager", "NOBODY_IN_REACH"),),
        missing=frozenset({"visit_home", "report_to_family"}),
        flips=(("MOVED", "snf", CA), ("CAME_IN_REACH", "care_manager", CA)),
        why="Care settings: who does not come to where the client is cannot visit there.",
    ),
    Vignette(
        name="a_ward_with_nobody_in_reach",
        story="The family's list is empty; the ward's case manager stands on no family's list.",
        client={
            "id": "c-59",
            "setting": "acute_ward",
            "needs": ("hard_decision",),
            "jurisdiction": "US-MA",
        },
        pool=(),
        recommended=(("case_manager", "ASK_FOR"),),
        flips=(("JOINED", "case_manager", CM),),
        why="Roles: whom the ward employs comes for the asking, so a list of those who can be "
        "engaged says nothing about them.",
    ),
    Vignette(
        name="a_list_of_care_managers_leaves_the_ward_its_own",
        story="Ines can fly with Edda, and the ward still explains its bills.",
        client={
            "id": "c-60",
            "setting": "acute_ward",
            "needs": ("fly_home_with_nurse", "understand_bills"),
            "jurisdiction": "US-MA",
        },
        pool=(INES,),
        recommended=(("case_manager", "ASK_FOR"), ("care_manager", "TO_ENGAGE")),
        flips=(("MOVED", "home_informal", CA),),
        why="Duties: explaining costs is typical of the case manager, whom the ward has whatever "
        "the family's list holds; at home the care manager may hold it, and nothing is missing.",
    ),
    Vignette(
        name="the_ward_stands_in_where_no_care_manager_is_in_reach",
        story="Nobody who could be engaged is free; the ward can at least tell of their rights.",
        client={
            "id": "c-73",
            "setting": "acute_ward",
            "needs": ("know_rights", "keep_us_informed"),
            "jurisdiction": "US-MA",
            "payers": ("private_pay",),
        },
        pool=(),
        recommended=(("care_manager", "NOBODY_IN_REACH"), ("case_manager", "ASK_FOR")),
        missing=frozenset({"report_to_family"}),
        flips=(("CAME_IN_REACH", "care_manager", CA),),
        why="Duties: telling of rights is shared, so the ward's case manager stands in; reports to "
        "a family far away are nobody's until somebody can be engaged.",
    ),
)

MONEY = (
    Vignette(
        name="visits_on_medicaid_only",
        story="Lucille's granddaughter asks for weekly visits; there is Medicaid and no money.",
        client={
            "id": "c-61",
            "setting": "home_personal_care",
            "needs": ("visit_mother_weekly",),
            "payers": ("medicaid",),
        },
        missing=frozenset({"visit_home", "report_to_family"}),
        flips=(("PAYER_ADDED", "private_pay", CA),),
        why="Coverage and money: a private care manager is paid privately; some waivers do "
        "better, and an advisor would say ask.",
    ),
    Vignette(
        name="visits_on_medicare_only",
        story="Mrs Dunn's son thought that Medicare sends somebody every week.",
        client={
            "id": "c-62",
            "setting": "home_independent",
            "needs": ("visit_mother_weekly",),
            "payers": ("medicare",),
        },
        missing=frozenset({"visit_home", "report_to_family"}),
        flips=(("PAYER_ADDED", "private_pay", CA),),
        why="Coverage and money: Original Medicare does not cover private care management.",
    ),
    Vignette(
        name="is_this_care_lawful_on_medicaid",
        story="Hugo's brother has the same question, and Medicaid pays for everything.",
        client={
            "id": "c-63",
            "setting": "nursing_facility",
            "needs": ("treated_lawfully",),
            "payers": ("medicaid",),
        },
        recommended=(("long_term_care_ombudsman", "ASK_FOR"),),
        missing=frozenset({"assess_suitability_and_legality"}),
        flips=(("PAYER_ADDED", "private_pay", CA),),
        why="Rights: residents call the long-term care ombudsman, who is free and independent and "
        "tells of rights; nobody whom Medicaid pays judges whether the care itself is lawful.",
    ),
    Vignette(
        name="nobody_pays_for_the_journey_home",
        story="Asked plainly, the family has nothing; the ward's help is in its price.",
        client={
            "id": "c-64",
            "setting": "acute_ward",
            "needs": ("hard_decision", "fly_home_with_nurse"),
            "payers": (),
        },
        recommended=(("case_manager", "ASK_FOR"),),
        missing=frozenset({"accompany_travel", "bring_home_from_hospital"}),
        flips=(("PAYER_ADDED", "private_pay", BOTH),),
        why="Coverage and money: the hospital's case manager costs the patient no fee; a companion "
        "on the journey is engaged, and paid.",
    ),
    Vignette(
        name="a_plan_s_case_manager_does_not_contest_the_plan",
        story="The plan said no to Petra's scan, and its own case manager offers to help.",
        client={
            "id": "c-74",
            "setting": "home_informal",
            "needs": ("insurer_refuses",),
            "payers": ("health_plan", "private_pay"),
        },
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(("MOVED", "acute_ward", CM),),
        why="Conflict of interest: somebody employed by the payer would contest their own "
        "employer's refusal; a hospital's case manager has no such tie to the plan.",
    ),
    Vignette(
        name="a_hospital_s_case_manager_does_not_check_the_hospital_s_bills",
        story="The Okafors doubt a bill of the ward that their father still lies on.",
        client={
            "id": "c-75",
            "setting": "acute_ward",
            "needs": ("check_bills",),
            "payers": (),
        },
        missing=frozenset({"review_bills"}),
        flips=(("PAYER_ADDED", "private_pay", frozenset({"patient_advocate"})),),
        why="Conflict of interest: nobody checks their own employer's bills, and an advocate has "
        "to be paid.",
    ),
    Vignette(
        name="medicines_at_home_on_medicare_are_the_agency_nurse_s",
        story="Mrs Ito has the home health agency in, Medicare, and a box of old pills.",
        client={
            "id": "c-76",
            "setting": "home_health",
            "needs": ("watch_medicines",),
            "jurisdiction": "US-MA",
            "payers": ("medicare",),
        },
        recommended=(("home_health_nurse", "ASK_FOR"),),
        flips=(("PAYER_ADDED", "private_pay", CA),),
        why="Care settings: a nurse who comes in anyway may mind the medicines; it is typical of "
        "the care manager, whom Medicare does not pay.",
    ),
)

ROAD_LAW_AND_CAPACITY = (
    Vignette(
        name="oxygen_on_the_aircraft",
        story="Mid-journey, Nils needs oxygen and an injection that no cabin crew may give.",
        client={
            "id": "c-65",
            "setting": "transport_air",
            "needs": ("care_in_flight",),
            "payers": ("private_pay",),
        },
        recommended=(("medical_escort_nurse", "TO_ENGAGE"),),
        flips=(("NEED_ADDED", "too_ill_for_airline", frozenset({"air_ambulance_crew"})),),
        why="Travel: a stable patient with injections or oxygen takes a nurse escort; the air "
        "ambulance is for the unstable, and then its crew does both.",
    ),
    Vignette(
        name="too_ill_for_any_airline_abroad",
        story="Otto lies on a ventilator in Lisbon, and his family wants him home.",
        client={
            "id": "c-66",
            "setting": "acute_icu",
            "needs": ("too_ill_for_airline",),
            "jurisdiction": "PT",
            "payers": ("private_pay",),
        },
        recommended=(("air_ambulance_crew", "TO_ENGAGE"),),
        flips=(("NEED_DROPPED", "too_ill_for_airline", NOBODY),),
        why="Travel: unstable, ventilated or on infusions means a dedicated aircraft and crew.",
    ),
    Vignette(
        name="home_from_a_hospital_abroad_with_a_nurse",
        story="Edda, stable and sitting up, may leave Porto next week with a nurse beside her.",
        client={
            "id": "c-67",
            "setting": "acute_ward",
            "needs": ("fly_home_with_nurse",),
            "jurisdiction": "PT",
            "payers": ("private_pay",),
        },
        recommended=(("care_manager", "TO_ENGAGE"),),
        flips=(("NEED_ADDED", "care_in_flight", frozenset({"medical_escort_nurse"})),),
        why="Duties and travel: getting a client home is the care manager's, a nurse here, and the "
        "escort nurse's as well; once care in flight is wanted, the escort nurse does all of it.",
    ),
    Vignette(
        name="nobody_here_gives_legal_advice",
        story="Hanna asks whether her brother can sue; kindly, that is for a lawyer.",
        client={
            "id": "c-68",
            "setting": "home_informal",
            "needs": ("legal_advice",),
            "payers": ("private_pay",),
        },
        missing=frozenset({"give_legal_advice"}),
        flips=(("NEED_DROPPED", "legal_advice", NOBODY),),
        why="Duties, never: no role here gives legal advice; the good advisor knows when to call "
        "an elder-law attorney.",
    ),
    Vignette(
        name="someone_must_decide_for_him",
        story="Since the bleed in his brain Isak cannot decide, and no one has been named.",
        client={
            "id": "c-69",
            "setting": "acute_icu",
            "needs": ("who_decides",),
            "has_decision_capacity": False,
        },
        recommended=(("health_care_agent", "TO_ENGAGE"),),
        flips=(("JOINED", "health_care_agent", frozenset({"health_care_agent"})),),
        why="Rights: an agent, a guardian or the state's list of relatives decides, and never a "
        "professional; to find and appoint would be a better word than to engage.",
    ),
    Vignette(
        name="his_daughter_was_named_to_decide",
        story="Isak named his daughter years ago, and she sits beside him.",
        client={
            "id": "c-70",
            "setting": "acute_icu",
            "needs": ("who_decides",),
            "has_decision_capacity": False,
        },
        team={
            "id": "t-70",
            "memberships": (
                {
                    "person_id": "p-daughter",
                    "role": "health_care_agent",
                    "period": (LONG_AGO, None),
                },
            ),
        },
        recommended=(("health_care_agent", "ASSIGNED"),),
        why="Rights: after the patient himself the agent under a power of attorney for health care "
        "comes first.",
    ),
    Vignette(
        name="nobody_decides_while_capacity_is_unknown",
        story="Frida is drowsy after surgery; her sons ask who decides, and nobody examined her.",
        client={"id": "c-71", "setting": "acute_ward", "needs": ("who_decides",)},
        missing=frozenset({"decide_for_client"}),
        flips=(("NEED_DROPPED", "who_decides", NOBODY),),
        why="Rights: capacity is presumed until someone has assessed it, so nobody decides for her "
        "yet; another advisor would already have the sons look for a signed paper.",
    ),
    Vignette(
        name="nobody_decides_for_someone_who_can",
        story="Frida is awake and clear, and a little cross that they asked.",
        client={
            "id": "c-72",
            "setting": "acute_ward",
            "needs": ("who_decides",),
            "has_decision_capacity": True,
        },
        missing=frozenset({"decide_for_client"}),
        why="Duties, never: nobody decides for a client with capacity; naming an agent for later "
        "is another matter, and worth raising.",
    ),
)

VIGNETTES: tuple[Vignette, ...] = (
    *NEITHER_CORE_ROLE,
    *CASE_MANAGER_ALONE,
    *CARE_MANAGER_ALONE,
    *BOTH_ROLES,
    *ALREADY_ASSIGNED,
    *LICENCES,
    *CONTRADICTIONS,
    *NOBODY_IN_REACH,
    *MONEY,
    *ROAD_LAW_AND_CAPACITY,
)
"""Every vignette, in reading order; names are unique."""
