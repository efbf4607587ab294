"""Every duty that the article and the standards name is there, once, with all who name it."""

from collections import Counter
from typing import Final

import pytest

from carecore.base.reasons import Citation, OwnChoice
from carecore.catalogue.care_settings import CARE_SETTINGS
from carecore.catalogue.duties import DUTIES
from carecore.catalogue.sources import (
    ACMA_2020_CONTENTS,
    ACMA_TRANSITIONS,
    ALCA_POSITION,
    ARTICLE,
    CCMC_CMBOK,
    CFR_440_169,
    CMSA_2010_CONTENTS,
    CMSA_2016,
    CMSA_2016_CONTENTS,
    NASW_2013,
    NPSG_MEDICATION,
    NURSE_COM_2014,
    SOUND_OPTIONS,
    USC_1396N_G,
)
from carecore.duties import Duty

BY_ID: Final[dict[str, Duty]] = {duty.id: duty for duty in DUTIES}
SETTING_RANKS: Final = {setting.id: setting.rank for setting in CARE_SETTINGS}

Row = tuple[str, tuple[str, ...], tuple[Citation, ...]]
"""What is named, the ids of the duties it went to, and who names it."""

ARTICLE_LISTS: Final[tuple[Row, ...]] = (
    (
        "article, case manager, 1: timetable of recovery",
        ("set_recovery_timetable",),
        (ARTICLE.part("case manager, duty 1"),),
    ),
    (
        "article, case manager, 2: hard decisions",
        ("counsel_decisions",),
        (ARTICLE.part("case manager, duty 2"),),
    ),
    (
        "article, case manager, 3: swift recovery, good ties",
        ("speed_recovery", "collaborate_across_disciplines"),
        (ARTICLE.part("case manager, duty 3"),),
    ),
    (
        "article, case manager, 4: money",
        ("explain_costs",),
        (ARTICLE.part("case manager, duty 4"),),
    ),
    (
        "article, case manager, 5: whole person",
        ("keep_whole_person_view",),
        (ARTICLE.part("case manager, duty 5"),),
    ),
    (
        "article, case manager, 6: mood and courage",
        ("watch_mood",),
        (ARTICLE.part("case manager, duty 6"),),
    ),
    (
        "article, care manager, 1: visits at home",
        ("visit_home",),
        (ARTICLE.part("care manager, task 1"),),
    ),
    (
        "article, care manager, 2: suitable and lawful",
        ("assess_suitability_and_legality",),
        (ARTICLE.part("care manager, task 2"),),
    ),
    (
        "article, care manager, 3: rights are known",
        ("inform_of_rights",),
        (ARTICLE.part("care manager, task 3"),),
    ),
    (
        "article, care manager, 4: the plan keeps to them",
        ("check_plan_honours_rights",),
        (ARTICLE.part("care manager, task 4"),),
    ),
    (
        "article, care manager, 5: advice",
        ("advise_family",),
        (ARTICLE.part("care manager, task 5"),),
    ),
)

_OF_CASE_MANAGERS: Final = ARTICLE.part("who is a case manager")
_OF_CARE_MANAGERS: Final = ARTICLE.part("who is a care manager")
_QUOTED: Final = (
    ARTICLE.part("the manual it quotes on case managers"),
    NURSE_COM_2014.part("the same manual, fourth edition"),
)
_CAPTIONS: Final = ARTICLE.part("captions of its links")

ARTICLE_PROSE: Final[tuple[Row, ...]] = (
    (
        "article, prose: coordinates the whole",
        ("coordinate_care",),
        (_OF_CASE_MANAGERS, _OF_CARE_MANAGERS),
    ),
    ("article, quoted manual: cost and resources", ("manage_resources",), _QUOTED),
    ("article, quoted manual: least restrictive", ("place_least_restrictive",), _QUOTED),
    ("article, prose: care plan", ("write_care_plan",), (_OF_CARE_MANAGERS,)),
    ("article, prose: between stages", ("manage_transition",), (_OF_CARE_MANAGERS,)),
    ("article, prose: insurance", ("liaise_with_insurer",), (_OF_CARE_MANAGERS,)),
    ("article, prose: medicines", ("manage_medications",), (_OF_CARE_MANAGERS,)),
    ("article, prose: treatments", ("research_options",), (_OF_CARE_MANAGERS,)),
    (
        "article, prose: what the association offers",
        ("coordinate_care", "advise_family", "assess_whole_person", "advocate"),
        (_OF_CARE_MANAGERS,),
    ),
    (
        "article, prose: travel",
        ("accompany_travel",),
        (ARTICLE.part("introduction"), _OF_CARE_MANAGERS, _CAPTIONS),
    ),
    ("article, caption: hospital to home", ("bring_home_from_hospital",), (_CAPTIONS,)),
    ("article, caption: leaving hospital", ("support_discharge",), (_CAPTIONS,)),
    (
        "article, prose: daily life",
        ("support_daily_life",),
        (ARTICLE.part("introduction"),),
    ),
)

STANDARDS: Final[tuple[Row, ...]] = (
    (
        "standards: finding clients",
        ("find_and_engage_clients",),
        (CMSA_2016_CONTENTS.part("component 1"), CCMC_CMBOK.part("screening")),
    ),
    (
        "standards: assessing",
        ("assess_whole_person",),
        (
            CMSA_2016_CONTENTS.part("component 2"),
            NASW_2013.part("standard 5"),
            SOUND_OPTIONS.part("assessment and monitoring"),
        ),
    ),
    ("standards: risk", ("stratify_risk",), (CCMC_CMBOK.part("stratifying risk"),)),
    (
        "standards: needs and openings",
        ("identify_needs_and_opportunities",),
        (CMSA_2010_CONTENTS.part("standard C, problems and opportunities"),),
    ),
    ("standards: planning", ("write_care_plan",), (NASW_2013.part("standard 6"),)),
    (
        "standards: carrying out",
        ("coordinate_care",),
        (
            CMSA_2016.part("carrying out and coordinating"),
            USC_1396N_G.part("referral and related activities"),
            CFR_440_169.part("referral and related activities"),
        ),
    ),
    (
        "standards: order in time",
        ("sequence_services",),
        (ACMA_2020_CONTENTS.part("care coordination, sequencing"),),
    ),
    (
        "standards: monitoring",
        ("monitor_care",),
        (USC_1396N_G.part("monitoring"), CFR_440_169.part("monitoring")),
    ),
    (
        "standards: outcomes",
        ("evaluate_outcomes",),
        (CMSA_2010_CONTENTS.part("standard F, outcomes"), CCMC_CMBOK.part("outcomes")),
    ),
    (
        "standards: ending",
        ("close_service",),
        (CMSA_2010_CONTENTS.part("standard G, ending the service"),),
    ),
    (
        "standards: moves",
        ("manage_transition",),
        (ACMA_2020_CONTENTS.part("transition management"),),
    ),
    (
        "standards: after the move",
        ("contact_after_transition",),
        (CCMC_CMBOK.part("phase 8, contact after a transition"),),
    ),
    (
        "standards: over time",
        ("follow_over_time",),
        (ACMA_2020_CONTENTS.part("longitudinal care management"),),
    ),
    (
        "standards: teaching",
        ("educate",),
        (ACMA_2020_CONTENTS.part("education"), SOUND_OPTIONS.part("education and advocacy")),
    ),
    (
        "standards: coaching relatives",
        ("coach_caregiver",),
        (SOUND_OPTIONS.part("caregiver coaching"),),
    ),
    (
        "standards: speaking up",
        ("advocate",),
        (CMSA_2010_CONTENTS.part("standard L, advocacy"), NASW_2013.part("standard 7")),
    ),
    ("standards: crisis", ("respond_in_crisis",), (ALCA_POSITION.part("crisis"),)),
    (
        "standards: medical necessity",
        ("review_utilization",),
        (ACMA_2020_CONTENTS.part("utilization management"),),
    ),
    (
        "standards: payers",
        ("obtain_authorisations",),
        (ACMA_2020_CONTENTS.part("utilization management, work with payers"),),
    ),
    (
        "standards: refusals",
        ("contest_denials",),
        (ACMA_2020_CONTENTS.part("utilization management, denials and appeals"),),
    ),
    (
        "standards: lost days",
        ("track_avoidable_delay",),
        (ACMA_2020_CONTENTS.part("avoidable delay"),),
    ),
    (
        "standards: notices",
        ("give_required_notices",),
        (ACMA_2020_CONTENTS.part("compliance"),),
    ),
    (
        "standards: consent and confidence",
        ("obtain_consent_and_protect_privacy",),
        (CMSA_2010_CONTENTS.part("standard J, legal"),),
    ),
    ("standards: ethics", ("keep_code_of_ethics",), (NASW_2013.part("standard 1"),)),
    (
        "standards: culture and language",
        ("fit_culture_and_language",),
        (NASW_2013.part("standard 4"),),
    ),
    (
        "standards: stewardship",
        ("manage_resources",),
        (CMSA_2010_CONTENTS.part("standard N, stewardship of resources"),),
    ),
    ("standards: records", ("keep_records",), (NASW_2013.part("standard 10"),)),
    ("standards: workload", ("keep_workload_sustainable",), (NASW_2013.part("standard 11"),)),
    (
        "standards: other disciplines",
        ("collaborate_across_disciplines",),
        (NASW_2013.part("standard 8"),),
    ),
    ("standards: housing", ("advise_on_housing",), (SOUND_OPTIONS.part("housing"),)),
    (
        "standards: workers at home",
        ("arrange_home_care",),
        (SOUND_OPTIONS.part("home-care services"),),
    ),
    (
        "standards: medicines at a move",
        ("reconcile_medications",),
        (ACMA_TRANSITIONS.part("standard 3"), NPSG_MEDICATION),
    ),
    (
        "standards: word to the next place",
        ("send_transition_information",),
        (ACMA_TRANSITIONS.part("standard 5"),),
    ),
)

ROWS: Final = (*ARTICLE_LISTS, *ARTICLE_PROSE, *STANDARDS)

# Law that names the four parts of case management, beside the rows.
FOUR_PARTS: Final = {
    "assess_whole_person": (USC_1396N_G.part("assessment"), CFR_440_169.part("assessment")),
    "write_care_plan": (USC_1396N_G.part("care plan"), CFR_440_169.part("care plan")),
}

ADDED: Final = (
    "report_to_family",
    "give_personal_care",
    "give_medications",
    "assess_clinically",
    "give_clinical_care_in_flight",
    "help_on_journey",
    "transport_unstable_client",
    "prescribe_treatment",
    "decide_for_client",
    "name_decision_maker",
    "give_legal_advice",
    "review_bills",
    "arrange_second_opinion",
    "be_at_bedside",
    "counsel_psychosocially",
    "find_benefits",
    "coach_self_management",
    "schedule_appointments",
    "remove_barriers",
    "link_to_community",
    "plan_discharge",
    "follow_clinically_after_discharge",
)

LICENCES: Final = {
    "manage_medications": ("rn", "aprn", "physician", "pharmacist"),
    "reconcile_medications": ("rn", "aprn", "physician", "pharmacist"),
    "give_medications": ("rn", "lpn", "aprn", "physician", "paramedic"),
    "assess_clinically": ("rn", "aprn", "physician"),
    "give_clinical_care_in_flight": (
        "rn",
        "aprn",
        "physician",
        "paramedic",
        "respiratory_therapist",
    ),
    "transport_unstable_client": ("rn", "aprn", "physician", "paramedic"),
    "prescribe_treatment": ("aprn", "physician"),
    "counsel_psychosocially": ("lsw", "lcsw"),
    "follow_clinically_after_discharge": ("rn", "aprn"),
}


def test_the_article_lists_eleven_duties_and_names_thirteen_more_and_standards_thirty_three() -> (
    None
):
    assert (len(ARTICLE_LISTS), len(ARTICLE_PROSE), len(STANDARDS)) == (11, 13, 33)


def test_no_duty_that_somebody_names_is_listed_twice_in_the_table() -> None:
    twice = [label for label, count in Counter(label for label, _, _ in ROWS).items() if count > 1]

    assert twice == []


@pytest.mark.parametrize("row", ROWS, ids=[label for label, _, _ in ROWS])
def test_whatever_somebody_names_is_a_duty_that_cites_them(row: Row) -> None:
    _, duties, citations = row

    unnamed = [
        (duty, str(citation))
        for duty in duties
        for citation in citations
        if citation not in BY_ID[duty].sources
    ]

    assert unnamed == []


def test_nothing_is_owed_but_what_somebody_names_and_what_related_roles_add() -> None:
    named = {duty for _, duties, _ in ROWS for duty in duties}

    assert {*named, *ADDED} == {duty.id for duty in DUTIES}
    assert named.isdisjoint(ADDED)


def test_no_duty_cites_a_text_on_its_contents_that_the_table_does_not_name() -> None:
    tabled: dict[str, set[Citation]] = {}
    for _, duties, citations in ROWS:
        for duty in duties:
            tabled.setdefault(duty, set()).update(citations)
    gate = "an advocate informs and has no medical part"

    unexplained = [
        (duty_id, str(source))
        for duty_id, citations in tabled.items()
        for source in BY_ID[duty_id].sources
        if isinstance(source, Citation)
        and source not in citations
        and source not in FOUR_PARTS.get(duty_id, ())
        and not source.section.endswith(gate)
    ]

    assert unexplained == []


def test_every_duty_stands_once_with_at_least_one_source() -> None:
    counts = Counter(duty.id for duty in DUTIES)

    assert [key for key, count in counts.items() if count > 1] == []
    assert [duty.id for duty in DUTIES if not duty.sources] == []


def test_a_name_follows_someone_to_and_a_description_is_one_or_two_sentences() -> None:
    names = [d.id for d in DUTIES if not d.name[0].islower() or d.name.endswith(".")]
    texts = [
        duty.id
        for duty in DUTIES
        if not duty.description[0].isupper()
        or not duty.description.endswith(".")
        or duty.description.count(". ") > 1
    ]

    assert (names, texts) == ([], [])


def test_no_two_duties_have_one_name_or_one_description() -> None:
    names = {duty.name for duty in DUTIES}
    descriptions = {duty.description for duty in DUTIES}

    assert (len(names), len(descriptions)) == (len(DUTIES), len(DUTIES))


def test_clinical_acts_are_kept_for_certain_licences_and_nothing_else_is() -> None:
    gated = {duty.id: duty.licences for duty in DUTIES if duty.is_licence_gated}

    assert gated == LICENCES


def test_whose_licences_count_is_owned_as_a_choice() -> None:
    unowned = [
        duty.id
        for duty in DUTIES
        if duty.is_licence_gated and not any(isinstance(one, OwnChoice) for one in duty.sources)
    ]

    assert unowned == []


def test_five_duties_cross_borders() -> None:
    assert {duty.id for duty in DUTIES if duty.on_the_move} == {
        "accompany_travel",
        "bring_home_from_hospital",
        "give_clinical_care_in_flight",
        "help_on_journey",
        "transport_unstable_client",
    }


def test_only_deciding_for_the_client_waits_for_a_client_who_cannot() -> None:
    assert [duty.id for duty in DUTIES if duty.for_incapacity] == ["decide_for_client"]


def test_what_a_facility_owes_is_owed_in_facilities_only() -> None:
    bound = {duty.id: duty.settings for duty in DUTIES if duty.settings is not None}
    ranks = {SETTING_RANKS[setting] for settings in bound.values() for setting in settings}

    assert set(bound) == {
        "review_utilization",
        "track_avoidable_delay",
        "give_required_notices",
    }
    assert min(rank for rank in ranks if rank is not None) >= 6
    assert None not in ranks
