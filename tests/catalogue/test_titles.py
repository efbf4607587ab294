"""Job titles, the roles they may stand for, and other uses of the same titles."""

from collections import Counter

import pytest

from carecore.base.reasons import Citation, OwnChoice, Source
from carecore.catalogue import CARE_MANAGER, CASE_MANAGER, sources
from carecore.catalogue.related_roles import RELATED_ROLES
from carecore.catalogue.title_uses import TITLE_USES
from carecore.catalogue.titles import TITLES
from carecore.roles import Title, TitleConfidence, TitleUse

ROLES = (CASE_MANAGER, CARE_MANAGER, *RELATED_ROLES)

EXACT = TitleConfidence.EXACT
ALIAS = TitleConfidence.ALIAS
CONTESTED = TitleConfidence.CONTESTED


def entries(text: str) -> list[tuple[str, TitleConfidence]]:
    """The roles of a title, in order, and how surely it means them."""
    return [(title.role, title.confidence) for title in TITLES if title.text == text]


def sources_of(text: str, role: str) -> tuple[Source, ...]:
    """What the entry for this title and this role rests on."""
    (found,) = [title for title in TITLES if (title.text, title.role) == (text, role)]
    return found.sources


def uses(title: str) -> list[TitleUse]:
    """The other uses of a title."""
    return [use for use in TITLE_USES if use.title == title]


def title_name(title: Title) -> str:
    """The name of a test's case."""
    return f"{title.text}-{title.role}"


def use_name(use: TitleUse) -> str:
    """The name of a test's case."""
    return f"{use.title}-{use.who}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("case manager", [("case_manager", EXACT), ("care_manager", CONTESTED)]),
        ("nurse case manager", [("case_manager", ALIAS)]),
        ("care manager", [("care_manager", EXACT), ("case_manager", CONTESTED)]),
        ("geriatric care manager", [("care_manager", ALIAS)]),
        ("nurse concierge", [("care_manager", ALIAS)]),
        (
            "professional patient advocate",
            [("care_manager", CONTESTED), ("patient_advocate", CONTESTED)],
        ),
        (
            "care management professional",
            [("case_manager", CONTESTED), ("care_manager", CONTESTED)],
        ),
    ],
)
def test_a_title_of_the_article_has_the_articles_role_first(
    text: str, expected: list[tuple[str, TitleConfidence]]
) -> None:
    assert entries(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "care coordinator",
            [("care_coordinator", EXACT), ("case_manager", CONTESTED), ("care_manager", CONTESTED)],
        ),
        ("nurse navigator", [("patient_navigator", ALIAS), ("care_manager", CONTESTED)]),
        ("flight nurse", [("medical_escort_nurse", CONTESTED), ("air_ambulance_crew", CONTESTED)]),
        ("patient advocate", [("patient_advocate", EXACT), ("health_care_agent", CONTESTED)]),
        ("RN case manager", [("case_manager", ALIAS), ("home_health_nurse", CONTESTED)]),
    ],
)
def test_a_title_that_may_mean_two_roles_has_both(
    text: str, expected: list[tuple[str, TitleConfidence]]
) -> None:
    assert entries(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("hospital case manager", "case_manager"),
        ("clinical case manager", "case_manager"),
        ("field case manager", "case_manager"),
        ("telephonic case manager", "case_manager"),
        ("elder care manager", "care_manager"),
        ("private care manager", "care_manager"),
        ("discharge planner", "discharge_planner"),
        ("healthcare social worker", "medical_social_worker"),
        ("health navigator", "patient_navigator"),
        ("BCPA", "patient_advocate"),
        ("review nurse", "utilization_reviewer"),
        ("transitions coach", "transition_coach"),
        ("nurse escort", "medical_escort_nurse"),
        ("air ambulance nurse", "air_ambulance_crew"),
        ("visiting nurse", "home_health_nurse"),
        ("promotora de salud", "community_health_worker"),
        ("health care proxy", "health_care_agent"),
        ("guardian", "health_care_agent"),
        ("power of attorney for health care", "health_care_agent"),
    ],
)
def test_a_title_in_common_use_stands_for_one_role(text: str, role: str) -> None:
    assert [found for found, _ in entries(text)] == [role]


def test_every_role_has_one_exact_title() -> None:
    exact = [title.role for title in TITLES if title.confidence is EXACT]

    assert sorted(exact) == sorted(role.id for role in ROLES)


def test_every_title_stands_for_a_known_role() -> None:
    known = {role.id for role in ROLES}

    assert [title.text for title in TITLES if title.role not in known] == []


def test_a_title_has_one_entry_for_a_role() -> None:
    counted = Counter((title.text.casefold(), title.role) for title in TITLES)

    assert [entry for entry, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("title", TITLES, ids=title_name)
def test_a_title_has_a_source(title: Title) -> None:
    assert title.sources != ()


@pytest.mark.parametrize(
    "title", [title for title in TITLES if title.confidence is CONTESTED], ids=title_name
)
def test_a_contested_title_says_why_and_has_a_source_on_each_side(title: Title) -> None:
    assert title.note
    assert len(title.sources) >= 2


@pytest.mark.parametrize(
    ("text", "role", "against"),
    [
        ("professional patient advocate", "care_manager", sources.BARLOWE),
        ("professional patient advocate", "care_manager", sources.PACB_ROLE),
        ("professional patient advocate", "patient_advocate", sources.ARTICLE),
        ("care manager", "case_manager", sources.ARTICLE),
        ("case manager", "care_manager", sources.ARTICLE),
        ("nurse navigator", "care_manager", sources.BARLOWE),
        ("care coordinator", "case_manager", sources.NURSE_COM_2014),
        ("patient advocate", "health_care_agent", sources.PACB_ROLE),
        ("RN case manager", "home_health_nurse", sources.NUCC),
        ("personal care aide", "home_health_aide", sources.BLS_SOC),
    ],
)
def test_a_contested_title_names_the_source_against_it(
    text: str, role: str, against: Citation
) -> None:
    assert against in sources_of(text, role)


def test_a_hospital_that_calls_its_staff_care_managers_is_named() -> None:
    assert sources.CATHOLIC_HEALTH in sources_of("care manager", "case_manager")


def test_the_titles_of_aging_life_care_need_the_membership_and_no_other_does() -> None:
    needing = {
        title.text: title.requires_membership for title in TITLES if title.requires_membership
    }

    assert needing == {
        "Aging Life Care Professional": "alca",
        "Aging Life Care Manager": "alca",
        "Aging Life Care Expert": "alca",
        "Aging Life Care Specialist": "alca",
    }


@pytest.mark.parametrize("use", TITLE_USES, ids=use_name)
def test_a_use_of_a_title_has_a_telling_question(use: TitleUse) -> None:
    assert use.ask[:1].isupper()
    assert use.ask.endswith("?")


@pytest.mark.parametrize("use", TITLE_USES, ids=use_name)
def test_a_use_of_a_title_is_cited_and_owns_its_question(use: TitleUse) -> None:
    cited = [source for source in use.sources if isinstance(source, Citation)]

    assert cited != []
    assert use.sources[-1] == OwnChoice("the question that tells this use apart")


@pytest.mark.parametrize(
    "use", [use for use in TITLE_USES if "no person" not in use.who], ids=use_name
)
def test_a_use_of_a_title_says_where_who_employs_who_pays_and_what_is_done(use: TitleUse) -> None:
    assert all([use.country, use.employer, use.payer, use.does])


@pytest.mark.parametrize("title", ["care manager", "case manager"])
def test_a_telling_question_tells_one_use_of_a_title_from_the_others(title: str) -> None:
    counted = Counter(use.ask for use in uses(title))

    assert [ask for ask, times in counted.items() if times > 1] == []


def test_no_use_stands_twice() -> None:
    counted = Counter((use.title.casefold(), use.who, use.country) for use in TITLE_USES)

    assert [entry for entry, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    "who",
    [
        "the manager of a care home or of a home-care company",
        "a council's worker in adult social care",
        "a member of a hospital's staff, with the work of a case manager",
    ],
)
def test_a_care_home_a_council_and_a_hospital_have_care_managers(who: str) -> None:
    assert who in [use.who for use in uses("care manager")]


@pytest.mark.parametrize("title", ["care manager", "case manager"])
def test_a_health_plan_has_both(title: str) -> None:
    assert "the health plan, or a firm it hires" in [use.employer for use in uses(title)]


def test_an_insurer_of_injuries_at_work_has_case_managers() -> None:
    assert "workers' compensation" in [use.payer for use in uses("case manager")]


@pytest.mark.parametrize(
    ("title", "countries"),
    [
        ("care manager", {"US", "GB", "JP", "AU"}),
        ("case manager", {"US", "GB", "DE", "NL", ""}),
        ("care coordinator", {"US", "GB", "AU"}),
    ],
)
def test_a_title_is_used_otherwise_in_several_countries(title: str, countries: set[str]) -> None:
    assert {use.country for use in uses(title)} == countries


@pytest.mark.parametrize("title", TITLES, ids=title_name)
def test_a_title_is_not_cited_to_what_was_not_read_alone(title: Title) -> None:
    firm = [source for source in title.sources if isinstance(source, OwnChoice) or source.verified]

    assert firm != []


@pytest.mark.parametrize(
    "place",
    [
        sources.CFR_440_169,
        sources.CFR_441_301,
        sources.CFR_24_578_53,
        sources.UK_COMMUNITY_CARE_ACT,
        sources.JAPAN_CARE_INSURANCE_ACT,
        sources.MLN_BEHAVIOURAL_HEALTH,
        sources.CMS_CARE_COORDINATION_TOOLKIT,
    ],
    ids=str,
)
def test_a_law_or_guide_that_was_not_read_says_so(place: Citation) -> None:
    assert not place.verified
