"""The traveller's pool: what each of them is there for."""

from datetime import date

import pytest

from carecore.matching import Ranking, rank, what_would_it_take
from carecore.testing import older_traveller, traveller_plan, traveller_pool

DAY = date(2026, 11, 24)
PLAN = traveller_plan()
POOL = {str(one.id): one for one in traveller_pool()}

RANKINGS = {
    "alone": rank(PLAN.client, traveller_pool(), role="care_manager", as_of=DAY),
    "with team and journey": rank(
        PLAN.client,
        traveller_pool(),
        role="care_manager",
        as_of=DAY,
        team=PLAN.team,
        journey=PLAN.journeys[0],
    ),
}


@pytest.mark.parametrize("ranking", RANKINGS.values(), ids=RANKINGS)
def test_two_fit_one_is_undecided_and_the_others_do_not_fit(ranking: Ranking) -> None:
    assert {str(one.professional_id) for one in ranking.eligible} == {"p-ines", "p-lucia"}
    assert [one.professional_id for one in ranking.undecided] == ["p-joana"]
    assert len(ranking.rejected) == len(POOL) - 3


def test_somebody_new_is_best_until_the_team_says_whom_she_knows() -> None:
    assert {name: one.best for name, one in RANKINGS.items()} == {
        "alone": "p-lucia",
        "with team and journey": "p-ines",
    }


@pytest.mark.parametrize(
    ("name", "failed"),
    [
        ("p-ruth", ["licence"]),
        ("p-omar", ["leave", "caseload"]),
        ("p-bea", ["travel", "language", "caseload"]),
        ("p-colm", ["availability", "caseload"]),
        ("r-1", ["conflict_of_interest"]),
        ("p-samir", ["role"]),
    ],
)
def test_each_of_the_others_has_reasons_of_their_own(name: str, failed: list[str]) -> None:
    assert [one.criterion for one in RANKINGS["alone"].fit(name).failed] == failed


def test_the_undecided_one_was_not_asked_for_her_languages() -> None:
    (open_one,) = RANKINGS["alone"].undecided

    assert [one.criterion for one in open_one.undecided] == ["language"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("p-joana", ["they speak en"]),
        ("p-ruth", ["they hold a licence of PT as registered nurse on 2026-11-24"]),
        ("p-omar", ["the two begin on 2026-12-07"]),
        ("p-colm", ["they have at least 1 hour a week"]),
        (
            "p-bea",
            [
                "they go along on journeys (transport ground)",
                "they speak en",
                "2 caseload points are free, 2 more than now",
            ],
        ),
        ("r-1", []),
        ("p-samir", []),
    ],
)
def test_what_it_would_take(name: str, words: list[str]) -> None:
    answer = what_would_it_take(PLAN.client, POOL[name], role="care_manager", as_of=DAY)

    assert [one.text for one in answer.remedies] == words
    assert answer.is_possible is bool(words)


def test_as_her_escort_one_of_the_others_fits() -> None:
    ranking = rank(
        PLAN.client,
        traveller_pool(),
        role="medical_escort_nurse",
        as_of=DAY,
        journey=PLAN.journeys[0],
    )

    assert ([one.professional_id for one in ranking.eligible], ranking.undecided) == (
        ["p-samir"],
        (),
    )


def test_before_there_is_a_team_the_role_need_not_be_named() -> None:
    story = older_traveller()

    ranking = rank(story.client, traveller_pool(), as_of=story.as_of)

    assert (ranking.role, ranking.best) == ("care_manager", "p-lucia")


def test_everybody_has_a_name_of_their_own() -> None:
    assert len({one.name for one in traveller_pool()}) == len(POOL)
