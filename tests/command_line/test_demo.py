"""`demo`: the story of a made-up traveller, and that what it tells is so; and other records."""

import json
from datetime import date

import pytest

from carecore.codec import loads
from carecore.matching import Ranking, RoleAdvice, WhatItTakes
from carecore.recovery import Help, Tracking
from carecore.review import Readiness, TravelCheck
from carecore.testing.traveller import traveller_plan
from carecore.testing.traveller.pool import traveller_pool
from carecore.validation import Report

from .talk import answered, documents, refused, told

TITLES = (
    "Act one: whom do we need?",
    "Act two: what does the plan owe?",
    "Act three: when will she be well, and what must be true before the next move?",
    "Act four: who exactly?",
)
TYPES = {
    "advice": RoleAdvice,
    "before": Report,
    "after": Report,
    "tracking": Tracking,
    "help": Help,
    "readiness": Readiness,
    "journey": TravelCheck,
    "ranking": Ranking,
    "takes p-joana": WhatItTakes,
    "takes p-omar": WhatItTakes,
}


def flat(text: str) -> str:
    """The words, wherever the lines break."""
    return " ".join(text.split())


def test_the_demo_tells_four_acts_in_order() -> None:
    text = told("demo")

    places = [text.index(f"{title}\n{'=' * len(title)}\n") for title in TITLES]
    assert places == sorted(places)
    assert places[0] == 0


@pytest.mark.parametrize(("number", "title"), tuple(enumerate(TITLES, start=1)))
def test_one_act_can_be_told_alone(number: int, title: str) -> None:
    text = told("demo", "--act", str(number))
    (act,) = documents("demo", "--act", str(number))

    assert text.startswith(f"{title}\n")
    assert (act["act"], act["title"]) == (number, title)
    assert text.strip() in told("demo")


def test_no_line_is_wider_than_a_terminal() -> None:
    assert [line for line in told("demo").splitlines() if len(line) > 80] == []


def test_the_acts_as_json_hold_whole_answers() -> None:
    acts = documents("demo")

    assert [one["act"] for one in acts] == [1, 2, 3, 4]
    answers = {name: answer for act in acts for name, answer in act["answers"].items()}
    assert answers.keys() == TYPES.keys()
    for name, answer in answers.items():
        assert isinstance(loads(json.dumps(answer), TYPES[name]), TYPES[name])


def test_the_first_act_tells_the_story_and_whom_it_needs() -> None:
    text = told("demo", "--act", "1")

    assert "\n\nEdda Marlow, 81, broke her hip" in text
    assert "\nWho is needed for c-17 (as of 2026-11-23)\n====" in text


def test_the_plan_of_the_second_act_is_clean_at_first_and_no_rule_is_skipped() -> None:
    (act,) = documents("demo", "--act", "2")

    outcomes = act["answers"]["before"]["outcomes"]
    number = len(outcomes)
    assert {one["kind"] for one in outcomes} == {"clear"}
    said = (
        f"of {number} rules {number} are clear, 0 found something, 0 could not be asked, 0 failed"
    )
    assert said in flat(told("demo", "--act", "2"))


def test_each_edit_of_the_second_act_is_found() -> None:
    (act,) = documents("demo", "--act", "2")

    findings = act["answers"]["after"]["findings"]
    found = {one["rule"]: one for one in findings}
    assert len(findings) >= 3
    assert (found["P105"]["place"], found["D101"]["severity"]) == ("$.monitor", "error")
    assert any("p-noor" in one["message"] for one in findings)


def test_nothing_of_the_second_act_fails_or_is_skipped() -> None:
    (act,) = documents("demo", "--act", "2")

    kinds = {one["kind"] for one in act["answers"]["after"]["outcomes"]}
    assert kinds == {"clear", "found"}


def test_what_the_second_act_counts_is_so() -> None:
    plan, text = traveller_plan(), flat(told("demo", "--act", "2"))

    for number, words in (
        (len(plan.goals), "goals, in her own words"),
        (len(plan.activities), "things that are done for them"),
        (len(plan.stages), "stages"),
        (len(plan.transitions), "moves between them"),
    ):
        assert f"{number} {words}" in text


def test_one_milestone_of_the_third_act_is_late_and_moves_what_follows() -> None:
    (act,) = documents("demo", "--act", "3")

    tracking = loads(json.dumps(act["answers"]["tracking"]), Tracking)
    late = {one.id: one.days_late for one in tracking.late}
    moved = {one.id: one.forecast for one in tracking.milestones if one.id == "leaves_hospital"}
    assert late == {"sits_for_the_flight": 2}
    assert moved == {"leaves_hospital": date(2026, 12, 2)}


def test_the_third_act_says_what_the_move_waits_for() -> None:
    (act,) = documents("demo", "--act", "3")

    readiness = loads(json.dumps(act["answers"]["readiness"]), Readiness)
    assert [one.gate for one in readiness.blocking] == [
        "ready_to_leave",
        "understanding_checked",
        "hand_over_read_back",
    ]
    text = flat(told("demo", "--act", "3"))
    assert [one.name for one in readiness.blocking if one.name not in text] == []


def test_the_journey_of_the_third_act_is_in_order() -> None:
    (act,) = documents("demo", "--act", "3")

    assert loads(json.dumps(act["answers"]["journey"]), TravelCheck).ready


def test_what_the_third_act_ends_with_is_so() -> None:
    """The flight is on 1 December, and she can leave on 2 December at the earliest."""
    plan = traveller_plan()

    assert plan.transition("t-fly").planned is not None
    assert str(plan.transition("t-fly").planned).startswith("2026-12-01")
    assert "Edda can leave on 2 December at the earliest" in flat(told("demo", "--act", "3"))


def test_the_words_of_the_story_stand_in_the_document_too() -> None:
    (act,) = documents("demo", "--act", "3")
    text = flat(told("demo", "--act", "3"))

    paragraphs = [one for one in act["story"] if isinstance(one, str)]
    entries = [entry for one in act["story"] if not isinstance(one, str) for entry in one]
    assert [said for said in paragraphs + entries if flat(said) not in text] == []


def test_nobody_of_the_fourth_act_vanishes_and_each_no_has_its_reasons() -> None:
    (act,) = documents("demo", "--act", "4")

    ranking = loads(json.dumps(act["answers"]["ranking"]), Ranking)
    assert sorted(one.professional_id for one in ranking.everybody) == sorted(
        one.id for one in traveller_pool()
    )
    assert [one.professional_id for one in ranking.rejected if not one.failed] == []
    assert "9 people were named" in flat(told("demo", "--act", "4"))


def test_what_the_fourth_act_ends_with_is_so() -> None:
    (act,) = documents("demo", "--act", "4")

    ranking = loads(json.dumps(act["answers"]["ranking"]), Ranking)
    assert [one.professional_id for one in ranking.eligible] == ["p-ines", "p-lucia"]
    assert [one.criterion for one in ranking.fit("p-joana").undecided] == ["language"]
    text = flat(told("demo", "--act", "4"))
    assert "the two begin on 2026-12-07" in text
    assert "Ines stays, and Lucia is asked" in text


@pytest.mark.parametrize("act", ["0", "5", "two"])
def test_an_act_that_there_is_not_is_refused(act: str) -> None:
    assert "argument --act: invalid" in refused("demo", "--act", act)


def test_the_demo_ends_well_even_with_findings() -> None:
    assert answered("demo", "--act", "2")[0] == 0
