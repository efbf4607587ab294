"""What each role is known for, may hold and may not, and how a family comes by it."""

from collections import Counter
from typing import Final

import pytest

from carecore.base.reasons import OwnChoice
from carecore.catalogue import CARE_MANAGER, CASE_MANAGER
from carecore.catalogue.credentials import CREDENTIALS
from carecore.catalogue.duties import DUTIES
from carecore.catalogue.related_roles import RELATED_ROLES
from carecore.credentials import CredentialKind
from carecore.roles import EmployerKind, Holding, PayerKind, Role, compare_roles

ROLES: Final = (CASE_MANAGER, CARE_MANAGER, *RELATED_ROLES)
BY_ID: Final[dict[str, Role]] = {role.id: role for role in ROLES}
GATES: Final = {duty.id: duty.licences for duty in DUTIES if duty.is_licence_gated}
KINDS: Final = {credential.id: credential.kind for credential in CREDENTIALS}
SERVICES: Final = [role for role in ROLES if role.is_service]
CORE: Final = [
    pytest.param(CASE_MANAGER, id="case_manager"),
    pytest.param(CARE_MANAGER, id="care_manager"),
]

UNLICENSED: Final = (
    "care_coordinator",
    "patient_navigator",
    "patient_advocate",
    "transition_coach",
    "travel_companion",
    "home_health_aide",
    "community_health_worker",
)

# With neither care setting nor payer known, a family can come by these.
ALWAYS_TO_BE_HAD: Final = {
    "care_manager",
    "medical_social_worker",
    "patient_navigator",
    "patient_advocate",
    "medical_escort_nurse",
    "travel_companion",
    "air_ambulance_crew",
    "home_health_aide",
    "home_health_nurse",
    "community_health_worker",
    "health_care_agent",
}


def ways(role: str, *, setting: str | None, payers: tuple[PayerKind, ...] | None) -> list[bool]:
    """For each open way, whether the person comes for the asking."""
    found = [
        way.brings for way in BY_ID[role].engagements if way.is_open(setting=setting, payers=payers)
    ]
    return sorted(found, reverse=True)


def test_there_are_two_core_roles_and_sixteen_related_ones() -> None:
    core = [role.id for role in ROLES if role.is_core]

    assert (core, len(RELATED_ROLES)) == (["case_manager", "care_manager"], 16)


def test_the_six_duties_that_the_article_lists_for_the_case_manager_are_typical_of_that_role() -> (
    None
):
    listed = {
        "set_recovery_timetable",
        "counsel_decisions",
        "speed_recovery",
        "explain_costs",
        "keep_whole_person_view",
        "watch_mood",
    }

    assert listed <= set(CASE_MANAGER.typical)
    assert listed.isdisjoint(CARE_MANAGER.typical)


def test_the_five_tasks_that_the_article_lists_for_the_care_manager_are_typical_of_that_role() -> (
    None
):
    listed = {
        "visit_home",
        "assess_suitability_and_legality",
        "inform_of_rights",
        "check_plan_honours_rights",
        "advise_family",
    }

    assert listed <= set(CARE_MANAGER.typical)
    assert listed.isdisjoint(CASE_MANAGER.typical)


@pytest.mark.parametrize("role", CORE)
def test_a_core_role_has_an_answer_to_every_duty_exactly_once(role: Role) -> None:
    answered = Counter((*role.typical, *role.possible, *(one.duty for one in role.exclusions)))

    assert answered == Counter(duty.id for duty in DUTIES)


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.id)
def test_no_role_holds_and_excludes_the_same_duty(role: Role) -> None:
    held = Counter((*role.typical, *role.possible))

    assert max(held.values()) == 1
    assert held.keys().isdisjoint(one.duty for one in role.exclusions)
    assert max(Counter(one.duty for one in role.exclusions).values()) == 1


def test_what_is_done_for_facilities_is_not_the_care_manager_s() -> None:
    facility = ("review_utilization", "track_avoidable_delay", "give_required_notices")

    holdings = [(CASE_MANAGER.holding(one), CARE_MANAGER.holding(one)) for one in facility]

    assert holdings == [(Holding.TYPICAL, Holding.OUTSIDE)] * 3


def test_what_is_done_at_the_client_s_side_is_not_the_case_manager_s() -> None:
    beside = (
        "visit_home",
        "assess_suitability_and_legality",
        "accompany_travel",
        "bring_home_from_hospital",
        "support_daily_life",
        "report_to_family",
    )

    holdings = [(CASE_MANAGER.holding(one), CARE_MANAGER.holding(one)) for one in beside]

    assert holdings == [(Holding.OUTSIDE, Holding.TYPICAL)] * 6


def test_the_core_roles_differ_in_every_aspect_that_a_family_could_ask_about() -> None:
    aspects = {one.aspect for one in compare_roles(CASE_MANAGER, CARE_MANAGER).differences}

    assert aspects >= {
        "employer",
        "paid by",
        "works where",
        "relation to the client",
        "age of the term",
        "professional bodies",
    }


def test_both_core_roles_may_hold_every_duty_that_a_licence_opens_and_their_limits_allow() -> None:
    unopened = [
        (role.id, duty)
        for role in (CASE_MANAGER, CARE_MANAGER)
        for duty, licences in GATES.items()
        if role.holding(duty) is not Holding.OUTSIDE and set(licences).isdisjoint(role.licences)
    ]

    assert unopened == []


@pytest.mark.parametrize("role", RELATED_ROLES, ids=lambda role: role.id)
def test_whoever_may_hold_a_clinical_duty_commonly_has_a_licence_for_it(role: Role) -> None:
    unopened = [
        duty
        for duty in (*role.typical, *role.possible)
        if duty in GATES and set(GATES[duty]).isdisjoint(role.licences)
    ]

    assert unopened == []


@pytest.mark.parametrize("role", UNLICENSED)
def test_a_role_without_a_licence_is_barred_from_every_clinical_duty(role: str) -> None:
    barred = {one.duty for one in BY_ID[role].exclusions}

    assert (BY_ID[role].licences, GATES.keys() - barred) == ((), set())


def test_an_advocate_holds_no_duty_that_needs_a_licence() -> None:
    advocate = BY_ID["patient_advocate"]

    assert [duty for duty in GATES if advocate.holding(duty) is not Holding.OUTSIDE] == []


def test_nobody_gives_legal_advice_and_every_role_says_why() -> None:
    held = [role.id for role in ROLES if role.holding("give_legal_advice") is not Holding.OUTSIDE]
    silent = [role.id for role in ROLES if role.exclusion("give_legal_advice") is None]

    assert (held, silent) == ([], [])


def test_only_the_agent_decides_for_the_client_and_every_professional_is_barred() -> None:
    deciding = [
        role.id for role in ROLES if role.holding("decide_for_client") is not Holding.OUTSIDE
    ]
    silent = [role.id for role in SERVICES if role.exclusion("decide_for_client") is None]

    assert (deciding, silent) == (["health_care_agent"], [])


def test_only_the_agent_is_no_service() -> None:
    assert [role.id for role in ROLES if not role.is_service] == ["health_care_agent"]


def test_only_the_air_ambulance_moves_a_client_who_is_unstable() -> None:
    moving = [
        role.id
        for role in ROLES
        if role.holding("transport_unstable_client") is not Holding.OUTSIDE
    ]

    assert moving == ["air_ambulance_crew"]


def test_every_duty_but_legal_advice_is_typical_of_somebody() -> None:
    typical = {duty for role in ROLES for duty in role.typical}

    assert [duty.id for duty in DUTIES if duty.id not in typical] == ["give_legal_advice"]


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.id)
def test_every_role_way_and_limit_rests_on_something(role: Role) -> None:
    of_ways = [way.sources for way in role.engagements]
    of_limits = [
        limit.sources
        for limits in (role.exclusions, *(way.exclusions for way in role.engagements))
        for limit in limits
    ]

    assert () not in [role.sources, *of_ways, *of_limits]


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.id)
def test_every_way_to_a_role_says_whom_to_ask(role: Role) -> None:
    assert role.engagements
    assert [way for way in role.engagements if not way.ask] == []


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.id)
def test_what_a_way_bars_is_something_that_the_role_may_hold(role: Role) -> None:
    pointless = [
        limit.duty
        for way in role.engagements
        for limit in way.exclusions
        if role.holding(limit.duty) is Holding.OUTSIDE
    ]

    assert pointless == []


def test_licences_are_licences_and_certifications_are_certifications() -> None:
    wrong = [
        (role.id, credential)
        for role in ROLES
        for kind, credentials in (
            (CredentialKind.LICENCE, role.licences),
            (CredentialKind.CERTIFICATION, role.certifications),
        )
        for credential in credentials
        if KINDS[credential] is not kind
    ]

    assert wrong == []


def test_a_certification_and_the_role_it_is_made_for_name_each_other() -> None:
    of_credentials = {
        (role, credential.id)
        for credential in CREDENTIALS
        if credential.kind is CredentialKind.CERTIFICATION
        for role in credential.roles
    }
    of_roles = {(role.id, credential) for role in ROLES for credential in role.certifications}

    assert of_roles == of_credentials


def test_with_nothing_known_a_family_can_still_come_by_these_roles() -> None:
    open_roles = {role.id for role in ROLES if ways(role.id, setting=None, payers=None)}

    assert open_roles == ALWAYS_TO_BE_HAD


@pytest.mark.parametrize(
    "setting",
    [
        "acute_ward",
        "acute_icu",
        "observation",
        "ltch",
        "psych_hospital",
        "irf",
        "snf",
        "home_hospice",
        "hospice_facility",
        "icf_iid",
        "outpatient_clinic",
    ],
)
def test_these_care_settings_bring_a_case_manager_whoever_pays(setting: str) -> None:
    assert True in ways("case_manager", setting=setting, payers=())


@pytest.mark.parametrize(
    "setting", ["home_independent", "assisted_living", "memory_care", "nursing_facility", None]
)
def test_these_care_settings_bring_no_case_manager(setting: str | None) -> None:
    assert ways("case_manager", setting=setting, payers=(PayerKind.PRIVATE_PAY,)) == []


def test_leaving_long_term_nursing_facilities_out_is_owned_as_a_choice() -> None:
    choices = [
        source.choice
        for way in CASE_MANAGER.engagements
        for source in way.sources
        if isinstance(source, OwnChoice) and "nursing facilities are left out" in source.choice
    ]

    assert len(choices) == 1


@pytest.mark.parametrize(
    "payer",
    [
        PayerKind.HEALTH_PLAN,
        PayerKind.MEDICARE_ADVANTAGE,
        PayerKind.MEDICAID,
        PayerKind.PUBLIC_FUNDS,
        PayerKind.WORKERS_COMPENSATION,
        PayerKind.VETERANS,
    ],
)
def test_these_payers_bring_a_case_manager_home(payer: PayerKind) -> None:
    assert ways("case_manager", setting="home_independent", payers=(payer,)) == [True]


def test_original_medicare_brings_no_case_manager_home_and_pays_no_care_manager() -> None:
    medicare = (PayerKind.MEDICARE,)

    found = [
        ways(role, setting="home_independent", payers=medicare)
        for role in ("case_manager", "care_manager")
    ]

    assert found == [[], []]


def test_original_medicare_brings_the_coordinator_of_the_doctor_s_practice() -> None:
    assert ways("care_coordinator", setting="home_independent", payers=(PayerKind.MEDICARE,)) == [
        True
    ]


def test_no_care_manager_comes_along_by_itself() -> None:
    assert [way for way in CARE_MANAGER.engagements if way.brings] == []


def test_a_home_health_agency_that_comes_already_brings_nurse_and_aide() -> None:
    medicare = (PayerKind.MEDICARE,)

    found = [
        ways(role, setting=setting, payers=medicare)
        for role in ("home_health_nurse", "home_health_aide")
        for setting in ("home_health", "home_informal")
    ]

    assert found == [[True], [False], [True], [False]]


def test_nobody_has_to_pay_for_an_agent() -> None:
    assert ways("health_care_agent", setting=None, payers=()) == [False]


def test_a_facility_s_case_manager_does_not_check_the_facility_s_bills() -> None:
    assert _barred_by(EmployerKind.FACILITY) == {frozenset({"review_bills"})}


@pytest.mark.parametrize(
    "employer",
    [EmployerKind.HEALTH_PLAN, EmployerKind.WORKERS_COMPENSATION, EmployerKind.PUBLIC_AGENCY],
)
def test_a_payer_s_case_manager_does_not_contest_its_refusals_or_do_the_facility_s_part(
    employer: EmployerKind,
) -> None:
    assert _barred_by(employer) == {
        frozenset({"contest_denials", "track_avoidable_delay", "give_required_notices"})
    }


def test_no_health_plan_sends_an_air_ambulance_for_a_stable_client() -> None:
    crew = BY_ID["air_ambulance_crew"]

    barred = {way.payers: [limit.duty for limit in way.exclusions] for way in crew.engagements}

    assert barred == {
        (PayerKind.PRIVATE_PAY,): [],
        (PayerKind.HEALTH_PLAN,): ["give_clinical_care_in_flight"],
    }


def test_a_code_that_two_roles_share_has_one_system() -> None:
    systems: dict[str, set[str]] = {}
    for role in ROLES:
        for code in role.codes:
            systems.setdefault(code.code, set()).add(code.system)

    assert [code for code, found in systems.items() if len(found) > 1] == []


def _barred_by(employer: EmployerKind) -> set[frozenset[str]]:
    """What the ways by that employer bar a case manager from; one set where they agree."""
    return {
        frozenset(limit.duty for limit in way.exclusions)
        for way in CASE_MANAGER.engagements
        if way.employer is employer
    }
