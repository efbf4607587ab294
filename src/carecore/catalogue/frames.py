"""How professional bodies divide the field: standards, phases, domains and areas.

Their titles are told in our own words, and their order and numbers are theirs.
"""

from typing import Final

from carecore.base.reasons import OwnChoice
from carecore.catalogue.sources import (
    ACMA_2013_CONTENTS,
    ACMA_2020_CONTENTS,
    ALCA_ACADEMIC,
    ALCA_EIGHT_AREAS,
    ALCA_POSITION,
    CCMC_CMBOK,
    CCMC_EXAM_DOMAINS,
    CMSA_2010_CONTENTS,
    CMSA_2016,
    CMSA_2016_CONTENTS,
    NACCM,
    NACCM_HANDBOOK,
    NASW_2013,
    SOUND_OPTIONS,
)
from carecore.duties import Frame, FramePart

__all__ = ["FRAMES"]

_DUTIES: Final = OwnChoice(
    "which duties fall under a part is read from the part's title; a part about the professional "
    "(qualifications, knowledge, certification) has none"
)
_NAMES_ONLY: Final = OwnChoice(
    "only the names of the domains are kept: pages disagree on their weights, and an exam's domain "
    "is a field of knowledge, not a duty"
)
_UTILIZATION: Final = OwnChoice(
    "talks with the payer, denials and avoidable delay stand under utilization management"
)

FRAMES: Final = (
    Frame(
        id="cmsa_2010",
        name="standards of practice for case management, 2010",
        body="Case Management Society of America",
        parts=(
            FramePart(label="A", name="choosing clients", duties=("find_and_engage_clients",)),
            FramePart(label="B", name="assessing clients", duties=("assess_whole_person",)),
            FramePart(
                label="C",
                name="naming problems and opportunities",
                duties=("identify_needs_and_opportunities",),
            ),
            FramePart(label="D", name="planning", duties=("write_care_plan",)),
            FramePart(label="E", name="monitoring", duties=("monitor_care",)),
            FramePart(label="F", name="outcomes", duties=("evaluate_outcomes",)),
            FramePart(label="G", name="ending the service", duties=("close_service",)),
            FramePart(
                label="H",
                name="making care easier, joined up and shared",
                duties=("coordinate_care", "collaborate_across_disciplines"),
            ),
            FramePart(label="I", name="qualifications of case managers"),
            FramePart(label="J", name="the law", duties=("obtain_consent_and_protect_privacy",)),
            FramePart(label="K", name="ethics", duties=("keep_code_of_ethics",)),
            FramePart(label="L", name="speaking for the client", duties=("advocate",)),
            FramePart(label="M", name="skill with cultures", duties=("fit_culture_and_language",)),
            FramePart(label="N", name="looking after resources", duties=("manage_resources",)),
            FramePart(label="O", name="research and its use"),
        ),
        sources=(CMSA_2010_CONTENTS, _DUTIES),
    ),
    Frame(
        id="cmsa_2016_process",
        name="case management process, 2016",
        body="Case Management Society of America",
        parts=(
            FramePart(
                label="1",
                name="finding, choosing and winning clients",
                duties=("find_and_engage_clients",),
            ),
            FramePart(
                label="2",
                name="assessing, and naming opportunities",
                duties=(
                    "assess_whole_person",
                    "stratify_risk",
                    "identify_needs_and_opportunities",
                ),
            ),
            FramePart(label="3", name="writing the plan", duties=("write_care_plan",)),
            FramePart(
                label="4",
                name="carrying it out and coordinating",
                duties=("coordinate_care", "manage_transition"),
            ),
            FramePart(
                label="5",
                name="monitoring and evaluating",
                duties=("monitor_care", "evaluate_outcomes"),
            ),
            FramePart(label="6", name="closing the service", duties=("close_service",)),
        ),
        sources=(
            CMSA_2016_CONTENTS.part("steps 1 to 4"),
            CMSA_2016.part("steps 5 and 6"),
            _DUTIES,
        ),
    ),
    Frame(
        id="ccmc_phases",
        name="phases of the case management process",
        body="Commission for Case Manager Certification",
        parts=(
            FramePart(label="1", name="screening", duties=("find_and_engage_clients",)),
            FramePart(label="2", name="assessing", duties=("assess_whole_person",)),
            FramePart(label="3", name="stratifying risk", duties=("stratify_risk",)),
            FramePart(label="4", name="planning", duties=("write_care_plan",)),
            FramePart(label="5", name="implementing", duties=("coordinate_care",)),
            FramePart(label="6", name="following up", duties=("monitor_care",)),
            FramePart(label="7", name="transitioning", duties=("manage_transition",)),
            FramePart(
                label="8",
                name="communicating after the transition",
                duties=("contact_after_transition",),
            ),
            FramePart(label="9", name="evaluating outcomes", duties=("evaluate_outcomes",)),
        ),
        sources=(CCMC_CMBOK, _DUTIES),
    ),
    Frame(
        id="ccmc_exam_2025",
        name="domains of the CCM exam, 2025",
        body="Commission for Case Manager Certification",
        parts=(
            FramePart(label="1", name="care management"),
            FramePart(label="2", name="reimbursement methods"),
            FramePart(label="3", name="psychosocial concepts and support systems"),
            FramePart(label="4", name="quality and outcomes"),
            FramePart(label="5", name="rehabilitation concepts and strategies"),
            FramePart(label="6", name="ethical, legal and practice standards"),
        ),
        sources=(CCMC_EXAM_DOMAINS, _NAMES_ONLY),
    ),
    Frame(
        id="nasw_2013",
        name="standards for social work case management, 2013",
        body="National Association of Social Workers",
        parts=(
            FramePart(label="1", name="ethics and values", duties=("keep_code_of_ethics",)),
            FramePart(label="2", name="qualifications"),
            FramePart(label="3", name="knowledge"),
            FramePart(label="4", name="culture and language", duties=("fit_culture_and_language",)),
            FramePart(label="5", name="assessment", duties=("assess_whole_person",)),
            FramePart(
                label="6",
                name="planning, carrying out and monitoring the service",
                duties=("write_care_plan", "coordinate_care", "monitor_care"),
            ),
            FramePart(label="7", name="advocacy and leadership", duties=("advocate",)),
            FramePart(
                label="8",
                name="working across disciplines and organisations",
                duties=("collaborate_across_disciplines",),
            ),
            FramePart(
                label="9",
                name="evaluating and improving practice",
                duties=("evaluate_outcomes",),
            ),
            FramePart(label="10", name="keeping records", duties=("keep_records",)),
            FramePart(
                label="11", name="sustaining the workload", duties=("keep_workload_sustainable",)
            ),
            FramePart(label="12", name="professional development"),
        ),
        sources=(NASW_2013, _DUTIES),
    ),
    Frame(
        id="acma_2020_scope",
        name="scope of services, 2020",
        body="American Case Management Association",
        parts=(
            FramePart(label="1", name="education", duties=("educate",)),
            FramePart(
                label="2",
                name="care coordination",
                duties=(
                    "coordinate_care",
                    "find_and_engage_clients",
                    "assess_whole_person",
                    "write_care_plan",
                    "sequence_services",
                ),
            ),
            FramePart(label="3", name="transition management", duties=("manage_transition",)),
            FramePart(label="4", name="care over a long time", duties=("follow_over_time",)),
            FramePart(label="5", name="compliance", duties=("give_required_notices",)),
            FramePart(
                label="6",
                name="utilization management",
                duties=(
                    "review_utilization",
                    "obtain_authorisations",
                    "contest_denials",
                    "track_avoidable_delay",
                ),
            ),
        ),
        sources=(ACMA_2020_CONTENTS, _UTILIZATION, _DUTIES),
    ),
    Frame(
        id="acma_2013_standards",
        name="standards of practice, 2013",
        body="American Case Management Association",
        parts=(
            FramePart(label="1", name="accountability"),
            FramePart(label="2", name="professionalism"),
            FramePart(label="3", name="collaboration", duties=("collaborate_across_disciplines",)),
            FramePart(label="4", name="care coordination", duties=("coordinate_care",)),
            FramePart(label="5", name="advocacy", duties=("advocate",)),
            FramePart(label="6", name="resource management", duties=("manage_resources",)),
            FramePart(label="7", name="certification"),
        ),
        sources=(ACMA_2013_CONTENTS, _DUTIES),
    ),
    Frame(
        id="alca_areas",
        name="knowledge areas of Aging Life Care",
        body="Aging Life Care Association",
        parts=(
            FramePart(label="1", name="health and disability", duties=("assess_whole_person",)),
            FramePart(label="2", name="money"),
            FramePart(label="3", name="housing", duties=("advise_on_housing",)),
            FramePart(label="4", name="families", duties=("advise_family", "coach_caregiver")),
            FramePart(label="5", name="local resources", duties=("arrange_home_care",)),
            FramePart(label="6", name="advocacy", duties=("advocate",)),
            FramePart(label="7", name="knowing when to call a lawyer"),
            FramePart(label="8", name="crisis", duties=("respond_in_crisis",)),
        ),
        sources=(ALCA_EIGHT_AREAS, ALCA_POSITION, ALCA_ACADEMIC, SOUND_OPTIONS, _DUTIES),
    ),
    Frame(
        id="naccm_domains",
        name="domains of the CMC exam",
        body="National Academy of Certified Care Managers",
        parts=(
            FramePart(label="1", name="assessing", duties=("assess_whole_person",)),
            FramePart(label="2", name="setting goals and planning", duties=("write_care_plan",)),
            FramePart(
                label="3",
                name="carrying out, managing and monitoring",
                duties=("coordinate_care", "monitor_care"),
            ),
            FramePart(
                label="4",
                name="professional, ethical and legal practice",
                duties=("keep_code_of_ethics",),
            ),
        ),
        sources=(NACCM_HANDBOOK, NACCM.part("experience in all domains"), _DUTIES),
    ),
)
"""Bodies of case management first, then those of care management.

.. versionadded:: 0.1
"""
