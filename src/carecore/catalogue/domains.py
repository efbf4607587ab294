"""The domains of life that a plan can look at, so that it plans for a person and not for a hip.

The labels and the order are carecore's own.
Codes are those of a public guide for goals that people set themselves; it calls them temporary,
so they are there to be translated from and to, and nothing here rests on them.
"""

from datetime import date
from typing import Final

from carecore.base.amounts import Code
from carecore.base.reasons import Citation, OwnChoice
from carecore.catalogue.sources import ALCA_POSITION, ARTICLE, CFR_484_60
from carecore.plans import Domain

__all__ = ["DOMAINS"]

_PCO: Final = Citation(
    authority="HL7 International",
    section="Person-Centered Outcomes Implementation Guide",
    address="https://hl7.org/fhir/us/pco/",
    edition="1.0.0, STU 1",
    as_of=date(2026, 2, 11),
)
_GOAL_DOMAINS: Final = _PCO.part("code system of goal domains")
_WELL_BEING: Final = _PCO.part("example of well-being domains")
_HOME_HEALTH_PLAN: Final = CFR_484_60.part("(a)(2)")
_SYSTEM: Final = "http://hl7.org/fhir/us/pco/CodeSystem/pco-goal-domains-temporary"

_APART: Final = OwnChoice("which sides of life are told apart")
_NEEDS: Final = OwnChoice("which needs lie in which domain is read from their words")


def _code(code: str, label: str, /) -> tuple[Code, ...]:
    return (Code(system=_SYSTEM, code=code, label=label),)


DOMAINS: Final[tuple[Domain, ...]] = (
    Domain(
        id="health",
        name="illness and its treatment",
        description="what the client is ill with, how it is treated, and whether that helps",
        needs=(
            "care_in_flight",
            "too_ill_for_airline",
            "treatment_options",
            "second_opinion",
            "is_care_working",
            "how_long_recovery",
            "recovery_drags",
            "back_in_hospital_often",
            "understand_illness",
        ),
        codes=_code("managing-conditions", "living with illnesses"),
        sources=(_GOAL_DOMAINS, ALCA_POSITION, _NEEDS),
    ),
    Domain(
        id="medicines",
        name="medicines",
        description="getting, taking and bearing the right medicines",
        needs=("watch_medicines", "medicine_lists_differ", "injections_at_home"),
        codes=_code("medication-management", "managing medicines"),
        sources=(_GOAL_DOMAINS, _NEEDS),
    ),
    Domain(
        id="habits",
        name="healthy habits",
        description="eating, drinking, sleep, exercise, and what does harm",
        codes=_code("improving-health-and-wellness", "habits that keep well"),
        sources=(_GOAL_DOMAINS, _HOME_HEALTH_PLAN, _NEEDS),
    ),
    Domain(
        id="function",
        name="body and movement",
        description="what the body can do: walking, stairs, strength, pain, hearing and seeing",
        needs=("choose_rehab",),
        codes=_code("physical-function", "what the body can do"),
        sources=(_GOAL_DOMAINS, _HOME_HEALTH_PLAN, _NEEDS),
    ),
    Domain(
        id="daily_life",
        name="daily life",
        description="getting through the day as the client likes it, with as little help as may be",
        needs=("help_bathing", "help_day_to_day", "hire_home_carers"),
        codes=_code("independence", "managing without help"),
        sources=(_GOAL_DOMAINS, _NEEDS),
    ),
    Domain(
        id="mood",
        name="mood",
        description="how the client feels, and what keeps the heart up",
        needs=("losing_heart", "counselling"),
        codes=_code("emotional-and-mental-health", "feelings and mental health"),
        sources=(_GOAL_DOMAINS, ARTICLE, _NEEDS),
    ),
    Domain(
        id="mind",
        name="memory and thinking",
        description="remembering, understanding, finding the way, and deciding",
        sources=(_HOME_HEALTH_PLAN, _APART, _NEEDS),
    ),
    Domain(
        id="family",
        name="family and carers",
        description="those who care for the client, and what they need to go on",
        needs=("carer_exhausted", "keep_us_informed"),
        codes=_code("caregiver-needs", "what carers need"),
        sources=(_GOAL_DOMAINS, ALCA_POSITION, _NEEDS),
    ),
    Domain(
        id="company",
        name="company",
        description="friends, neighbours, pastimes, and not being alone",
        needs=("stay_at_bedside", "visit_mother_weekly", "calls_not_visits", "lonely"),
        codes=_code("social-functioning", "being among people"),
        sources=(_GOAL_DOMAINS, _NEEDS),
    ),
    Domain(
        id="home",
        name="home",
        description="where the client lives and wants to live, and moving there",
        needs=(
            "leave_hospital",
            "sent_home_too_soon",
            "stuck_in_hospital",
            "stay_at_home",
            "find_care_home",
            "home_or_care_home",
        ),
        codes=_code("housing", "a home that fits"),
        sources=(_GOAL_DOMAINS, ALCA_POSITION, _NEEDS),
    ),
    Domain(
        id="safety",
        name="safety",
        description="falls, wandering, neglect and harm, and who comes when it goes wrong",
        needs=("crisis",),
        sources=(_HOME_HEALTH_PLAN, ALCA_POSITION, _APART, _NEEDS),
    ),
    Domain(
        id="services",
        name="help and the way to it",
        description="finding help, getting there, being understood, and help that fits together",
        needs=(
            "fly_home_with_nurse",
            "company_on_journey",
            "nobody_coordinates",
            "no_plan",
            "records_get_lost",
            "other_language",
            "appointments_muddle",
        ),
        codes=_code("access-to-services", "getting to services"),
        sources=(_GOAL_DOMAINS, ALCA_POSITION, _NEEDS),
    ),
    Domain(
        id="money",
        name="money",
        description="what care costs, who pays, and what is left to live on",
        needs=(
            "understand_bills",
            "check_bills",
            "insurer_refuses",
            "insurer_runaround",
            "approval_needed",
            "benefits",
        ),
        sources=(ARTICLE, ALCA_POSITION, _APART, _NEEDS),
    ),
    Domain(
        id="rights",
        name="rights and decisions",
        description="knowing one's rights, being heard, and who decides when the client cannot",
        needs=(
            "hard_decision",
            "treated_lawfully",
            "know_rights",
            "plan_ignores_us",
            "speak_for_us",
            "who_decides",
            "name_someone_to_decide",
            "legal_advice",
        ),
        codes=_code("legal", "matters of law"),
        sources=(_GOAL_DOMAINS, ARTICLE, ALCA_POSITION, _NEEDS),
    ),
    Domain(
        id="work",
        name="work and learning",
        description="a job, a school, an office held, and going back to it",
        sources=(_WELL_BEING, _APART, _NEEDS),
    ),
    Domain(
        id="meaning",
        name="what matters",
        description="faith, hope, pleasures, and being taken for who one is",
        needs=("whole_person",),
        sources=(_WELL_BEING, ARTICLE, _APART, _NEEDS),
    ),
    Domain(
        id="end_of_life",
        name="the end of life",
        description="what the client wants and does not want when life comes to its end",
        codes=_code("end-of-life", "care at the end of life"),
        sources=(_GOAL_DOMAINS, _NEEDS),
    ),
)
