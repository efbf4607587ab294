"""Job titles, and the roles they may stand for.

Within one title, the role that the article on the two core roles gives it stands first; after that
one, or where the article is silent, the surest.
Where sources give one title to several roles, the entry is contested, its note says what speaks
against it, and the sources of both sides stand beside each other.
"""

from typing import Final

from carecore.base.reasons import OwnChoice, Source
from carecore.catalogue.sources import (
    ABA_NURSE_CASE_MANAGER,
    ACMA_ACM,
    AGEWISE_COLORADO,
    ALCA_ACADEMIC,
    ALCA_POSITION,
    ARTICLE,
    BABICM,
    BARLOWE,
    BCBS_NEBRASKA,
    BCEN_FLIGHT_CREW,
    BLS_SOC,
    CARE_PLANNING_COUNCIL,
    CATHOLIC_HEALTH,
    CCMC_ABOUT,
    CDC_CHW_TITLES,
    CFR_482_30,
    CFR_482_43,
    CFR_484_80,
    CMSA_2016_CONTENTS,
    COLEMAN_CTI,
    COLORADO_NAVIGATOR,
    COMPLETE_CARE_MANAGEMENT,
    ETHERIDGE,
    HEAD_INJURY_UK,
    HEALTHWISE_AGENT,
    IBSC_FP_C,
    ILO_ISCO,
    JETRESCUE,
    MEDIC_TRANS,
    NASW_2013,
    NAYLOR,
    NC_WORKERS_COMPENSATION,
    NUCC,
    NURSE_COM_2014,
    PACB_COMPETENCIES,
    PACB_ROLE,
    PARENTGIVING,
    PHOENIX_ACO,
    RUMMERY_ASSESSMENTS,
    TITLES_INTERCHANGEABLE,
    UNIFORM_HEALTH_CARE_DECISIONS,
    USC_3058G,
    VERYWELL,
    VIGOR_ADVOCATE,
    WEX_HEALTH_CARE_PROXY,
    WIKIPEDIA_ESCORT,
)
from carecore.roles import Title, TitleConfidence

__all__ = ["TITLES"]

_COMMON: Final = OwnChoice("that this title, in common use, stands for this role")
_OUR_NAME: Final = OwnChoice("the name of this role")

_EXACT: Final = TitleConfidence.EXACT
_CONTESTED: Final = TitleConfidence.CONTESTED

_MEMBERS_ONLY: Final = (
    "only members of the Aging Life Care Association may use it; ask for the membership"
)


def _exact(text: str, role: str, /, *sources: Source, note: str = "") -> Title:
    return Title(text=text, role=role, confidence=_EXACT, note=note, sources=sources)


def _alias(text: str, role: str, /, *sources: Source, note: str = "") -> Title:
    return Title(text=text, role=role, note=note, sources=sources)


def _contested(text: str, role: str, /, *sources: Source, note: str) -> Title:
    return Title(text=text, role=role, confidence=_CONTESTED, note=note, sources=sources)


def _members_only(text: str, /, *sources: Source) -> Title:
    return Title(
        text=text,
        role="care_manager",
        requires_membership="alca",
        note=_MEMBERS_ONLY,
        sources=sources,
    )


_CASE_MANAGER: Final = (
    _exact("case manager", "case_manager", ARTICLE, VERYWELL, CMSA_2016_CONTENTS),
    _contested(
        "case manager",
        "care_manager",
        PARENTGIVING,
        ARTICLE,
        note="some call the geriatric care manager whom a family engages by this title; the "
        "article keeps it for the staff of a facility",
    ),
    _alias(
        "nurse case manager",
        "case_manager",
        ARTICLE,
        NURSE_COM_2014,
        ABA_NURSE_CASE_MANAGER,
        note="with an injury at work, the insurer's nurse bears this title too",
    ),
    _alias("RN case manager", "case_manager", NUCC, _COMMON),
    _contested(
        "RN case manager",
        "home_health_nurse",
        VERYWELL,
        NUCC,
        note="in home health and hospice the visiting nurse often bears this title; the provider "
        "taxonomy keeps the two apart",
    ),
    _alias("registered nurse case manager", "case_manager", NUCC, _COMMON),
    _alias("hospital case manager", "case_manager", VERYWELL, PHOENIX_ACO),
    _alias(
        "clinical case manager",
        "case_manager",
        _COMMON,
        note="in Britain also the case manager of an injury claim",
    ),
    _alias(
        "field case manager",
        "case_manager",
        _COMMON,
        note="mostly with an injury at work; comes to the patient for the insurer",
    ),
    _alias("telephonic case manager", "case_manager", BCBS_NEBRASKA, _COMMON),
    _alias("medical case manager", "case_manager", NC_WORKERS_COMPENSATION),
    _alias(
        "health plan case manager",
        "case_manager",
        BCBS_NEBRASKA,
        note="employed by the plan, and offered to some of its members",
    ),
    _alias(
        "workers' compensation case manager",
        "case_manager",
        NC_WORKERS_COMPENSATION,
        ABA_NURSE_CASE_MANAGER,
    ),
    _alias(
        "accredited case manager",
        "case_manager",
        ACMA_ACM,
        note="a certificate: it tells what was learned, not who employs",
    ),
    _alias(
        "certified case manager",
        "case_manager",
        CCMC_ABOUT,
        note="a certificate: it tells what was learned, not who employs",
    ),
    _alias(
        "hospital care manager",
        "case_manager",
        CATHOLIC_HEALTH,
        note="the hospital's own staff, whatever the title says",
    ),
    _contested(
        "brain injury case manager",
        "care_manager",
        HEAD_INJURY_UK,
        BABICM,
        note="in Britain: owes the work to one injured client, as a care manager does, and a claim "
        "pays; others with this title are employed by insurers or public services",
    ),
)

_CARE_MANAGER: Final = (
    _exact("care manager", "care_manager", ARTICLE, ALCA_POSITION, BARLOWE),
    _contested(
        "care manager",
        "case_manager",
        CATHOLIC_HEALTH,
        COMPLETE_CARE_MANAGEMENT,
        ARTICLE,
        note="hospitals, practices and health plans call their own staff by this title; the "
        "article keeps it for the professional engaged for one client",
    ),
    _alias("geriatric care manager", "care_manager", ARTICLE, NURSE_COM_2014, ALCA_ACADEMIC),
    _alias("professional geriatric care manager", "care_manager", ETHERIDGE, _COMMON),
    _alias("GCM", "care_manager", AGEWISE_COLORADO),
    _alias("geriatric case manager", "care_manager", PARENTGIVING),
    _alias("nurse concierge", "care_manager", ARTICLE, NURSE_COM_2014),
    _alias("concierge nurse", "care_manager", _COMMON),
    _contested(
        "professional patient advocate",
        "care_manager",
        ARTICLE,
        NURSE_COM_2014,
        BARLOWE,
        PACB_ROLE,
        note="the article gives it to care managers; member firms of the Aging Life Care "
        "Association say that care managers are no patient advocates, and the advocates' own "
        "board gives an advocate no medical role",
    ),
    _contested(
        "professional patient advocate",
        "patient_advocate",
        PACB_ROLE,
        BARLOWE,
        ARTICLE,
        note="by its words and by the advocates' own board it is an advocate; the article gives "
        "it to care managers",
    ),
    _members_only("Aging Life Care Professional", ALCA_POSITION, BARLOWE),
    _members_only("Aging Life Care Manager", ALCA_POSITION),
    _members_only("Aging Life Care Expert", ALCA_POSITION),
    _members_only("Aging Life Care Specialist", BARLOWE),
    _alias("elder care manager", "care_manager", CARE_PLANNING_COUNCIL),
    _alias("aging care manager", "care_manager", CARE_PLANNING_COUNCIL),
    _alias("senior care manager", "care_manager", AGEWISE_COLORADO),
    _alias("private care manager", "care_manager", _COMMON),
    _alias("independent care manager", "care_manager", _COMMON),
    _contested(
        "care management professional",
        "case_manager",
        ARTICLE,
        ALCA_POSITION,
        note="the article calls the members of the case managers' association so; care managers "
        "speak of their own work as care management",
    ),
    _contested(
        "care management professional",
        "care_manager",
        ALCA_POSITION,
        ARTICLE,
        note="care managers call their work care management; the article uses these words of the "
        "case managers' association",
    ),
)

_COORDINATION: Final = (
    _exact("care coordinator", "care_coordinator", NUCC, NURSE_COM_2014),
    _contested(
        "care coordinator",
        "case_manager",
        NUCC,
        COMPLETE_CARE_MANAGEMENT,
        NURSE_COM_2014,
        note="the provider taxonomy has one entry for both; others count a third title beside the "
        "two core roles",
    ),
    _contested(
        "care coordinator",
        "care_manager",
        TITLES_INTERCHANGEABLE,
        COMPLETE_CARE_MANAGEMENT,
        NURSE_COM_2014,
        note="health plans may call their care coordinators care managers; that makes nobody the "
        "care manager whom a family engages",
    ),
    _alias("nurse care coordinator", "care_coordinator", _COMMON),
    _exact("discharge planner", "discharge_planner", CFR_482_43, _OUR_NAME),
    _alias("discharge planning nurse", "discharge_planner", CFR_482_43, _COMMON),
    _alias("discharge nurse", "discharge_planner", _COMMON),
    _alias("discharge coordinator", "discharge_planner", _COMMON),
    _exact("utilization reviewer", "utilization_reviewer", CFR_482_30, _OUR_NAME),
    _alias("utilization review nurse", "utilization_reviewer", _COMMON),
    _alias("utilization management nurse", "utilization_reviewer", _COMMON),
    _alias("review nurse", "utilization_reviewer", _COMMON),
    _exact("transition coach", "transition_coach", COLEMAN_CTI),
    _alias("transitions coach", "transition_coach", COLEMAN_CTI),
    _alias("care transitions coach", "transition_coach", COLEMAN_CTI, _COMMON),
    _exact("transitional care nurse", "transitional_care_nurse", NAYLOR),
    _alias("transition nurse", "transitional_care_nurse", _COMMON),
)

_SOCIAL_AND_COMMUNITY: Final = (
    _exact("medical social worker", "medical_social_worker", NASW_2013, _OUR_NAME),
    _alias("healthcare social worker", "medical_social_worker", BLS_SOC),
    _alias("health care social worker", "medical_social_worker", BLS_SOC),
    _alias("hospital social worker", "medical_social_worker", _COMMON),
    _contested(
        "social worker",
        "medical_social_worker",
        NASW_2013,
        RUMMERY_ASSESSMENTS,
        note="in a hospital, nursing facility or hospice; elsewhere social workers assess for "
        "councils, work in schools or protect children",
    ),
    _exact("community health worker", "community_health_worker", NUCC, BLS_SOC, ILO_ISCO),
    _alias("CHW", "community_health_worker", CDC_CHW_TITLES),
    _alias("promotor de salud", "community_health_worker", CDC_CHW_TITLES),
    _alias("promotora de salud", "community_health_worker", CDC_CHW_TITLES),
    _alias("promotora", "community_health_worker", CDC_CHW_TITLES),
    _alias("health promoter", "community_health_worker", CDC_CHW_TITLES),
    _exact("patient navigator", "patient_navigator", COLORADO_NAVIGATOR, _OUR_NAME),
    _alias("health navigator", "patient_navigator", COLORADO_NAVIGATOR),
    _alias("nurse navigator", "patient_navigator", _COMMON),
    _contested(
        "nurse navigator",
        "care_manager",
        NURSE_COM_2014,
        BARLOWE,
        note="one source counts it among the titles of care managers; member firms of the Aging "
        "Life Care Association tell care managers from navigators",
    ),
)

_ADVOCATES_AND_AGENTS: Final = (
    _exact("patient advocate", "patient_advocate", PACB_ROLE, VIGOR_ADVOCATE),
    _contested(
        "patient advocate",
        "health_care_agent",
        WEX_HEALTH_CARE_PROXY,
        PACB_ROLE,
        note="in some states the law calls the person named to decide so; a professional advocate "
        "decides nothing for the patient",
    ),
    _alias(
        "board-certified patient advocate",
        "patient_advocate",
        PACB_COMPETENCIES,
        note="a certificate; ask for it",
    ),
    _alias("BCPA", "patient_advocate", PACB_COMPETENCIES, note="a certificate; ask for it"),
    _alias("health advocate", "patient_advocate", VIGOR_ADVOCATE),
    _alias("independent patient advocate", "patient_advocate", _COMMON),
    _exact("long-term care ombudsman", "long_term_care_ombudsman", USC_3058G, _COMMON),
    _alias("nursing home ombudsman", "long_term_care_ombudsman", _COMMON),
    _alias("ombudsman", "long_term_care_ombudsman", _COMMON),
    _exact(
        "health care agent", "health_care_agent", HEALTHWISE_AGENT, UNIFORM_HEALTH_CARE_DECISIONS
    ),
    _alias("health care proxy", "health_care_agent", WEX_HEALTH_CARE_PROXY, HEALTHWISE_AGENT),
    _alias("health care surrogate", "health_care_agent", HEALTHWISE_AGENT),
    _alias("attorney-in-fact", "health_care_agent", WEX_HEALTH_CARE_PROXY, HEALTHWISE_AGENT),
    _alias("medical power of attorney", "health_care_agent", HEALTHWISE_AGENT),
    _alias(
        "power of attorney for health care",
        "health_care_agent",
        HEALTHWISE_AGENT,
        UNIFORM_HEALTH_CARE_DECISIONS,
        note="the paper, and in common speech the person it names",
    ),
    _alias(
        "durable power of attorney for health care",
        "health_care_agent",
        UNIFORM_HEALTH_CARE_DECISIONS,
        _COMMON,
        note="the paper, and in common speech the person it names",
    ),
    _alias(
        "guardian",
        "health_care_agent",
        UNIFORM_HEALTH_CARE_DECISIONS,
        _COMMON,
        note="a court appoints the guardian, and its order says what for",
    ),
    _alias(
        "conservator",
        "health_care_agent",
        _COMMON,
        note="a court appoints the conservator, in many states for money only; read the order",
    ),
)

_ON_THE_ROAD: Final = (
    _exact("medical escort nurse", "medical_escort_nurse", JETRESCUE, _OUR_NAME),
    _alias("medical escort", "medical_escort_nurse", JETRESCUE, WIKIPEDIA_ESCORT),
    _alias("medical flight escort", "medical_escort_nurse", _COMMON),
    _alias("nurse escort", "medical_escort_nurse", WIKIPEDIA_ESCORT, _COMMON),
    _alias("flight nurse escort", "medical_escort_nurse", MEDIC_TRANS, _COMMON),
    _alias("travel nurse escort", "medical_escort_nurse", _COMMON),
    _contested(
        "flight nurse",
        "medical_escort_nurse",
        MEDIC_TRANS,
        BCEN_FLIGHT_CREW,
        note="those who sell nurse escorts on airlines call them flight nurses; the certificate "
        "of that name is for the crew of an air ambulance",
    ),
    _contested(
        "flight nurse",
        "air_ambulance_crew",
        BCEN_FLIGHT_CREW,
        MEDIC_TRANS,
        note="the certificate is for the crew of an air ambulance; a flight nurse may also sit "
        "beside a stable patient on an airline",
    ),
    _exact("travel companion", "travel_companion", _OUR_NAME),
    _alias("non-medical travel companion", "travel_companion", _COMMON),
    _alias("travelling companion", "travel_companion", _COMMON),
    _exact("air ambulance crew", "air_ambulance_crew", JETRESCUE, _OUR_NAME),
    _alias("air ambulance team", "air_ambulance_crew", JETRESCUE, _COMMON),
    _alias("air ambulance nurse", "air_ambulance_crew", BCEN_FLIGHT_CREW, _COMMON),
    _alias("flight paramedic", "air_ambulance_crew", BCEN_FLIGHT_CREW, IBSC_FP_C),
)

_AT_HOME: Final = (
    _exact("home health aide", "home_health_aide", CFR_484_80, NUCC, BLS_SOC),
    _alias("hospice aide", "home_health_aide", _COMMON),
    _alias("home care aide", "home_health_aide", _COMMON),
    _contested(
        "personal care aide",
        "home_health_aide",
        _COMMON,
        BLS_SOC,
        note="families and agencies use both; the classification of occupations keeps them apart",
    ),
    _exact("home health nurse", "home_health_nurse", NUCC, _OUR_NAME),
    _alias("home care nurse", "home_health_nurse", _COMMON),
    _alias("visiting nurse", "home_health_nurse", _COMMON),
)

TITLES: Final[tuple[Title, ...]] = (
    *_CASE_MANAGER,
    *_CARE_MANAGER,
    *_COORDINATION,
    *_SOCIAL_AND_COMMUNITY,
    *_ADVOCATES_AND_AGENTS,
    *_ON_THE_ROAD,
    *_AT_HOME,
)
"""Every title of the standard catalogue.

.. versionadded:: 0.1
"""
