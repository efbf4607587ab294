"""What the article that the project began with says of the two roles, the library says too."""

import pytest

from carecore.catalogue import CARE_MANAGER, CASE_MANAGER, find_roles
from carecore.roles import TitleConfidence, compare_roles

COMPARISON = compare_roles(CASE_MANAGER, CARE_MANAGER)
DIFFERENT = {one.aspect: (one.left, one.right) for one in COMPARISON.differences}

ARTICLE_TITLES = {
    "case manager": ("case_manager", TitleConfidence.EXACT),
    "nurse case manager": ("case_manager", TitleConfidence.ALIAS),
    "care manager": ("care_manager", TitleConfidence.EXACT),
    "geriatric care manager": ("care_manager", TitleConfidence.ALIAS),
    "nurse concierge": ("care_manager", TitleConfidence.ALIAS),
    "professional patient advocate": ("care_manager", TitleConfidence.CONTESTED),
}


def test_the_article_s_six_duties_are_typical_of_the_case_manager_alone() -> None:
    six = {
        "set_recovery_timetable",
        "counsel_decisions",
        "speed_recovery",
        "explain_costs",
        "keep_whole_person_view",
        "watch_mood",
    }

    assert six <= set(COMPARISON.only_left)


def test_the_article_s_five_duties_are_typical_of_the_care_manager_alone() -> None:
    five = {
        "visit_home",
        "assess_suitability_and_legality",
        "inform_of_rights",
        "check_plan_honours_rights",
        "advise_family",
    }

    assert five <= set(COMPARISON.only_right)


def test_journeys_medicines_insurers_and_options_are_the_care_manager_s() -> None:
    prose = {
        "accompany_travel",
        "bring_home_from_hospital",
        "manage_medications",
        "liaise_with_insurer",
        "research_options",
        "support_daily_life",
    }

    assert prose <= set(COMPARISON.only_right)


def test_both_coordinate_care_and_help_at_the_discharge() -> None:
    assert {"coordinate_care", "support_discharge", "write_care_plan"} <= set(COMPARISON.shared)


def test_no_duty_is_told_twice_in_the_comparison() -> None:
    told = (*COMPARISON.shared, *COMPARISON.only_left, *COMPARISON.only_right)

    assert len(told) == len(set(told))


def test_the_case_manager_is_the_facility_s_and_the_care_manager_the_client_s() -> None:
    left, right = DIFFERENT["employer"]

    assert ("facility" in left, "facility" in right, "client" in right) == (True, False, True)


def test_the_care_manager_works_at_home_and_on_the_road() -> None:
    assert DIFFERENT["works where"] == (
        ("facility", "telephone"),
        ("client's home", "on the road"),
    )


def test_the_term_care_manager_is_the_newer_one() -> None:
    assert DIFFERENT["age of the term"] == (("older",), ("relatively new",))


def test_the_two_have_professional_bodies_of_their_own() -> None:
    left, right = DIFFERENT["professional bodies"]

    assert "American Case Management Association" in left
    assert "Aging Life Care Association" in right
    assert set(left).isdisjoint(right)


@pytest.mark.parametrize("title", ARTICLE_TITLES)
def test_a_title_of_the_article_gives_the_article_s_role_first(title: str) -> None:
    first = find_roles(title).candidates[0]

    assert (first.role, first.confidence) == ARTICLE_TITLES[title]


@pytest.mark.parametrize("title", ["case manager", "care manager", "professional patient advocate"])
def test_a_contested_title_says_so(title: str) -> None:
    assert find_roles(title).is_contested


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("case manager", "health plan"),
        ("care manager", "health plan"),
        ("care manager", "council"),
        ("care manager", "care home"),
        ("case manager", "injury at work"),
    ],
)
def test_the_other_uses_of_the_two_titles_stand_beside_the_role(title: str, who: str) -> None:
    uses = [
        use for use in find_roles(title).other_uses if who in f"{use.who} {use.employer} {use.does}"
    ]

    assert uses
    assert all(use.ask and use.sources for use in uses)


@pytest.mark.parametrize("title", ["case manager", "care manager"])
def test_what_would_decide_is_asked_employer_and_payer_first(title: str) -> None:
    first, second, *_ = find_roles(title).would_decide

    assert ("employs" in first, "pays" in second) == (True, True)
