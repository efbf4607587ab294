"""What families say, and the duties that answer it."""

from collections import Counter

import pytest

from carecore.base.reasons import OwnChoice
from carecore.catalogue.duties import DUTIES
from carecore.catalogue.needs import NEEDS
from carecore.needs import Need

BY_ID: dict[str, Need] = {need.id: need for need in NEEDS}

# What a professional says and a family does not.
JARGON = (
    "utilization",
    "utilisation",
    "licence-gated",
    "stewardship",
    "psychosocial",
    "interdisciplinary",
    "reconcil",
    "least restrictive",
    "acuity",
    "caseload",
    "payer",
    "client",
    "longitudinal",
    "intervention",
    "stakeholder",
    "modality",
    "ambulatory",
    "adherence",
)


def said(need: Need) -> tuple[str, ...]:
    """Everything a family may say for this need."""
    return (need.words, *need.phrases)


def named(need: Need) -> str:
    """The name of a test's case."""
    return need.id


def test_there_are_at_least_thirty_needs() -> None:
    assert len(NEEDS) >= 30


def test_no_id_stands_twice() -> None:
    assert len(BY_ID) == len(NEEDS)


@pytest.mark.parametrize("need", NEEDS, ids=named)
def test_a_need_is_answered_by_known_duties(need: Need) -> None:
    known = {duty.id for duty in DUTIES}

    assert [duty for duty in need.duties if duty not in known] == []


def test_contradictions_are_symmetrical() -> None:
    one_sided = [
        (need.id, other)
        for need in NEEDS
        for other in need.contradicts
        if need.id not in BY_ID[other].contradicts
    ]

    assert one_sided == []


def test_no_need_contradicts_itself() -> None:
    assert [need.id for need in NEEDS if need.id in need.contradicts] == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("too_ill_for_airline", "fly_home_with_nurse"),
        ("too_ill_for_airline", "company_on_journey"),
        ("sent_home_too_soon", "stuck_in_hospital"),
        ("calls_not_visits", "visit_mother_weekly"),
        ("stay_at_home", "find_care_home"),
    ],
)
def test_two_needs_that_cannot_be_answered_together_contradict(left: str, right: str) -> None:
    assert right in BY_ID[left].contradicts


def test_a_family_that_says_something_means_one_need() -> None:
    counted = Counter(text.casefold() for need in NEEDS for text in said(need))

    assert [text for text, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("need", NEEDS, ids=named)
def test_a_need_can_be_said_in_two_to_eight_other_ways(need: Need) -> None:
    assert 2 <= len(need.phrases) <= 8


@pytest.mark.parametrize("need", NEEDS, ids=named)
def test_a_need_starts_in_lower_case_and_has_no_full_stop(need: Need) -> None:
    wrong = [text for text in said(need) if not text[0].islower() or text.endswith(".")]

    assert wrong == []


@pytest.mark.parametrize("need", NEEDS, ids=named)
def test_a_need_is_said_without_jargon(need: Need) -> None:
    found = [word for word in JARGON for text in said(need) if word in text.casefold()]

    assert found == []


@pytest.mark.parametrize("need", NEEDS, ids=named)
def test_a_need_says_that_its_answer_is_our_own_choice(need: Need) -> None:
    assert OwnChoice("which duties answer this need") in need.sources


def test_only_a_family_that_wants_a_nurse_asks_for_a_licence() -> None:
    asked = {need.id: need.credentials for need in NEEDS if need.credentials}

    assert asked == {"fly_home_with_nurse": ("rn", "aprn")}


@pytest.mark.parametrize(
    ("word", "need_id"),
    [
        ("bills", "understand_bills"),
        ("invoice", "understand_bills"),
        ("statement", "check_bills"),
        ("appeal", "insurer_refuses"),
        ("pills", "watch_medicines"),
        ("insulin", "injections_at_home"),
        ("air ambulance", "too_ill_for_airline"),
        ("wheelchair", "company_on_journey"),
        ("interpreter", "other_language"),
        ("lawyer", "legal_advice"),
        ("assisted living", "find_care_home"),
        ("dementia", "carer_exhausted"),
        ("power of attorney", "who_decides"),
    ],
)
def test_a_plain_word_leads_to_the_need(word: str, need_id: str) -> None:
    assert any(word in text for text in said(BY_ID[need_id]))


@pytest.mark.parametrize("pronoun", ["she", "he", "we", "they", "her", "him"])
def test_people_speak_of_different_people(pronoun: str) -> None:
    speaking = [need.id for need in NEEDS if pronoun in " ".join(said(need)).split()]

    assert len(speaking) >= 10
