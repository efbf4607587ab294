"""`demo --file`: the five questions, put to a record; each is answered, or says what is missing."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from carecore.base.timing import PartialDate, Period
from carecore.codec import loads
from carecore.matching import Ranking, RoleAdvice
from carecore.people import Leave, Membership, Professional, Team
from carecore.plans import Achievement, Activity, CarePlan, Goal, GoalStatus, PlanStatus, Target
from carecore.recovery import Tracking
from carecore.review import DutyLedger, Readiness
from carecore.testing.traveller import traveller_plan
from carecore.testing.traveller.later import traveller_later
from carecore.testing.traveller.pool import traveller_pool
from carecore.validation import Report

from .talk import LATER, NOW, answered, document, refused, told, written

Json = dict[str, Any]
NEW_YEAR = date(2026, 1, 1)

QUESTIONS = (
    "1. Who do we need?",
    "2. What do they owe?",
    "3. When will it be well?",
    "4. What must be true before the next move?",
    "5. Who exactly?",
)
MISSING = (
    "what the client needs, in the client's own words",
    "what the client wants to reach",
    "what is done about it",
    "who looks after the client",
    "a record of what happened",
    "a timeline of milestones",
    "a transition: from which care setting",
    "somebody to choose from",
)


def record(folder: Path, *resources: Json) -> str:
    path = folder / "record.ndjson"
    path.write_text("\n".join(map(json.dumps, resources)), encoding="utf-8")
    return str(path)


def care_plan(key: str = "1", status: str = "active", **more: object) -> Json:
    subject = {"reference": "Patient/1"}
    return {"resourceType": "CarePlan", "id": key, "status": status, "subject": subject, **more}


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_bare_record_is_asked_everything_and_each_missing_fact_is_named(tmp_path: Path) -> None:
    text = told("demo", "--file", record(tmp_path, care_plan()), *NOW)

    places = [text.index(f"\n{one}\n") for one in QUESTIONS]
    assert places == sorted(places)
    assert [one for one in MISSING if one not in flat(text)] == []
    assert text.count("Missing for it") == len(QUESTIONS)


def test_what_can_be_answered_is_answered(tmp_path: Path) -> None:
    plan = traveller_plan()

    found = document("demo", "--file", written(plan, tmp_path), *NOW)
    text = flat(told("demo", "--file", written(plan, tmp_path), *NOW))

    types = {
        "advice": RoleAdvice,
        "ledger": DutyLedger,
        "report": Report,
        "tracking": Tracking,
        "readiness t-fly": Readiness,
        "ranking care_manager": Ranking,
    }
    assert found["plan"] == plan.id
    for name, kind in types.items():
        assert isinstance(loads(json.dumps(found["answers"][name]), kind), kind)
    assert "milestones are reached" in text
    assert "gates are met" in text
    assert "As care manager" in text


def test_of_several_plans_the_first_that_is_active_is_taken(tmp_path: Path) -> None:
    path = record(tmp_path, care_plan("1", "draft"), care_plan("2"), care_plan("3"))

    text = told("demo", "--file", path, *NOW)
    assert text.startswith(
        "Of 3 plans this is the first that is active; --plan takes another: CarePlan/1; CarePlan/3."
    )
    assert "put to CarePlan/2" in text
    assert "put to CarePlan/3" in told("demo", "--file", path, "--plan", "CarePlan/3", *NOW)


def test_where_none_is_active_the_first_is_taken(tmp_path: Path) -> None:
    path = record(tmp_path, care_plan("1", "draft"), care_plan("2", "draft"))

    status, out, err = answered("demo", "--file", path, *NOW, "--format", "json")

    assert (status, json.loads(out)["plan"]) == (0, "CarePlan/1")
    assert err.startswith("Of 2 plans this is the first, for none is active")


@pytest.mark.parametrize("day", [("--as-of", "2026-11-24"), ()])
def test_a_day_is_asked_about_at_noon_and_nothing_is_now(
    day: tuple[str, ...], tmp_path: Path
) -> None:
    text = told("demo", "--file", record(tmp_path, care_plan()), *day)

    assert ("2026-11-24T12:00:00+00:00" in flat(text)) is bool(day)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--plan", "CarePlan/9"), "there is no plan 'CarePlan/9'. Maybe 'CarePlan/1'."),
        (("--act", "1"), "an act of the story and a record are asked for at once. Maybe leave out"),
        (("--as-of", "soon"), "'soon' is neither a day nor a moment"),
    ],
)
def test_what_cannot_be_asked_of_a_record(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    assert said in refused("demo", "--file", record(tmp_path, care_plan()), *arguments)


def test_a_record_without_a_plan_is_refused(tmp_path: Path) -> None:
    path = record(tmp_path, {"resourceType": "Patient", "id": "1"})

    line = refused("demo", "--file", path)

    assert "there is no plan in it" in line
    assert "(read: 1 client)" in line


def test_a_record_that_cannot_be_read_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "record.xml"
    path.write_text('<CarePlan xmlns="http://hl7.org/fhir"/>', encoding="utf-8")

    line = refused("demo", "--file", str(path))

    assert line.endswith("record.xml: it is XML, and JSON is wanted. Maybe export it as JSON.")


@pytest.mark.parametrize(
    ("ends", "said"),
    [(["soon"], "1 thing in the record"), (["soon", "later"], "2 things in the record")],
)
def test_that_something_could_not_be_read_is_said(
    ends: list[str], said: str, tmp_path: Path
) -> None:
    goals = [{"resourceType": "Goal", "id": end, "startDate": end} for end in ends]
    path = record(tmp_path, care_plan(), *goals)

    text = told("demo", "--file", path, *NOW)

    assert text.startswith(f"{said} could not be read; `check` says what and where.\n\n")


def test_what_only_a_record_is_asked() -> None:
    said = "--plan and --as-of ask about a record, and none is given. Maybe --file PATH."
    assert refused("demo", "--plan", "p", "--as-of", "2026-11-24") == said
    assert refused("demo", "--full").startswith("--full asks about a record")


def asked(plan: CarePlan, folder: Path, *more: str) -> str:
    return flat(told("demo", "--file", written(plan, folder), *NOW, *more))


def test_goals_are_told_with_the_days_they_are_due(tmp_path: Path) -> None:
    goals = tuple(
        Goal(
            id=f"g-{due}",
            targets=(Target(what="walks_alone", due=due), Target(what="sleeps_well")),
        )
        for due in (PartialDate(2026, 3), PartialDate(2027, 1, 1))
    )
    plan = attrs.evolve(traveller_plan(), goals=goals, activities=(), timeline=None, concerns=())

    text = asked(plan, tmp_path)

    assert "g-2026-03: walks alone by 2026-03 (past)" in text
    assert "g-2027-01-01: walks alone by 2027-01-01" in text
    assert "It has 2 goals, 0 activities and 0 concerns." in text


def test_one_is_told_as_one(tmp_path: Path) -> None:
    plan = CarePlan(id="p", client=traveller_plan().client, goals=(Goal(id="g"),))

    assert "It has 1 goal," in asked(plan, tmp_path)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({}, "The plan is of a status that nobody knows. It has"),
        ({"status": PlanStatus.ON_HOLD, "what": "care_plan"}, "The plan is on hold. It has"),
        (
            {"status": PlanStatus.ACTIVE, "what": "asthma_plan", "period": Period(NEW_YEAR)},
            "The plan (asthma plan) is active from 2026-01-01. It has",
        ),
        (
            {"status": PlanStatus.COMPLETED, "period": Period(NEW_YEAR, date(2026, 2, 1))},
            "The plan is completed from 2026-01-01 until 2026-01-31. It has",
        ),
        (
            {"status": PlanStatus.ACTIVE, "period": Period(None, date(2026, 2, 1))},
            "The plan is active until 2026-01-31. It has",
        ),
    ],
)
def test_a_plan_says_whether_people_work_by_it(
    parts: dict[str, Any], said: str, tmp_path: Path
) -> None:
    text = asked(CarePlan(id="p", client=traveller_plan().client, **parts), tmp_path)

    assert said in text
    assert ("whether people work by the plan" in text) is ("status" not in parts)


def test_a_goal_is_told_in_its_words_with_how_it_stands(tmp_path: Path) -> None:
    due = Target(what="weight", due=date(2026, 12, 1))
    goals = (
        Goal(id="g-1", text="walks to the\ngarden", status=GoalStatus.ACTIVE, targets=(due, due)),
        Goal(id="g-2", text="word " * 30, achievement=Achievement.IN_PROGRESS),
        Goal(id="g-3", text="z" * 80),
    )

    text = asked(CarePlan(id="p", client=traveller_plan().client, goals=goals), tmp_path, "--full")

    assert "- “walks to the garden”: active, weight by 2026-12-01 - “word word" in text
    assert "word …”: in progress - “" in text
    assert f"“{'z' * 70} …”: nobody says how it stands" in text


def test_words_that_may_be_personal_are_told_only_where_all_is_asked_for(tmp_path: Path) -> None:
    plan = CarePlan(
        id="p",
        client=traveller_plan().client,
        status=PlanStatus.ACTIVE,
        goals=(Goal(id="g-1", text="Zq"),),
        activities=(Activity(id="a-1", text="Zq"),),
    )
    bare = attrs.evolve(plan, goals=(Goal(id="g-1"),), activities=())

    texts = [asked(plan, tmp_path), asked(plan, tmp_path, "--full"), asked(bare, tmp_path)]

    assert ["Zq" in text for text in texts] == [False, True, False]
    assert ["told by their ids; with --full" in text for text in texts] == [True, False, False]


def test_an_open_goal_lacks_a_day(tmp_path: Path) -> None:
    goals = (
        Goal(id="g", status=GoalStatus.ACTIVE),
        Goal(id="g"),
        Goal(id="g", status=GoalStatus.COMPLETED),
        Goal(id="g", targets=(Target(what="weight", due=date(2026, 12, 1)),)),
    )
    texts = [asked(attrs.evolve(traveller_plan(), goals=(goal,)), tmp_path) for goal in goals]

    lacking = ["a day by which to look at each goal" in text for text in texts]
    assert lacking == [True, True, False, False]


def test_the_duties_are_named(tmp_path: Path) -> None:
    text = asked(traveller_plan(), tmp_path)

    assert "The duties ~~~~~~~~~~ - Held by" in text
    assert "- Held: " in text


def test_where_no_duty_is_owed_none_is_named(tmp_path: Path) -> None:
    client = attrs.evolve(traveller_plan().client, needs=())

    assert "The duties" not in asked(CarePlan(id="p", client=client), tmp_path)


def test_the_client_in_the_team_is_called_so(tmp_path: Path) -> None:
    client = traveller_plan().client
    stays = [Membership(person_id=client.id, role="patient")]
    team = Team(id="t", memberships=[*stays, Membership(person_id="p-1", role="care_manager")])

    text = asked(CarePlan(id="p", client=client, team=team), tmp_path)

    assert "- p-1: care manager - and the client" in text
    assert "which role each member of the team has" not in text


def test_roles_that_the_catalogue_does_not_know_stop_nothing(tmp_path: Path) -> None:
    team = Team(
        id="t",
        memberships=[
            Membership(person_id="p-1", role="pastry_cook"),
            Membership(person_id="p-2"),
            Membership(person_id="p-3", role="care_manager"),
        ],
    )
    plan = CarePlan(id="p", client=traveller_plan().client, team=team, status=PlanStatus.ACTIVE)

    text = asked(plan, tmp_path)
    assert "p-1: pastry cook" in text
    assert "p-2: role unknown" in text
    assert "which role each member of the team has" in text
    assert "somebody to choose from: no professional is described in the files" in text

    people = [Professional(id="p-1", roles=("pastry_cook",))]
    described = asked(attrs.evolve(plan, team=attrs.evolve(team, professionals=people)), tmp_path)
    assert "- p-1: role: does not fill the role of care manager" in described


def test_people_are_told_together_with_what_stands_against_all_of_them(tmp_path: Path) -> None:
    crowd = [Professional(id=f"p-{number:02}", roles=("care_manager",)) for number in range(12)]
    team = Team(id="t", professionals=[*crowd, *traveller_pool()])

    text = asked(attrs.evolve(traveller_plan(), team=team), tmp_path)

    assert "p-05; p-06; p-07; and 4 more: licence: whether" in text
    assert "- p-samir: role: does not fill the role of care manager - " in text
    assert text.count("p-01; ") == text.count("p-02; ")


def test_whoever_is_left_out_for_rarer_reasons_is_named(tmp_path: Path) -> None:
    away = [
        Professional(
            id=f"p-{day:02}",
            roles=("care_manager",),
            leave=(Leave(Period(date(2026, 11, 1), date(2026, 12, day))),),
        )
        for day in range(1, 12)
    ]

    text = asked(attrs.evolve(traveller_plan(), team=Team(id="t", professionals=away)), tmp_path)

    assert "back on 2026-12-08; caseload:" in text
    assert "- p-09; p-10; p-11: for other reasons" in text


def test_a_timeline_that_cannot_be_followed_says_why(tmp_path: Path) -> None:
    plan = traveller_plan()
    assert plan.timeline is not None
    twice = attrs.evolve(plan.timeline, milestones=plan.timeline.milestones * 2)

    text = asked(attrs.evolve(plan, timeline=twice), tmp_path)

    assert "3. When will it be well?" in text
    assert "Missing for it" in text


def test_a_timeline_without_a_record_lacks_the_record(tmp_path: Path) -> None:
    text = asked(attrs.evolve(traveller_plan(), record=None), tmp_path)

    assert ("a record of what happened" in text, "a timeline of milestones" in text) == (
        True,
        False,
    )


def test_what_is_late_is_told(tmp_path: Path) -> None:
    text = flat(told("demo", "--file", written(traveller_later(), tmp_path), *LATER))

    assert "Late, so somebody looks again" in text
    assert "2 days late" in text


def test_what_is_left_to_nobody_is_told(tmp_path: Path) -> None:
    client = attrs.evolve(traveller_plan().client, needs=("legal_advice",))

    assert "Left to nobody" in asked(CarePlan(id="p", client=client), tmp_path)


def test_nobody_needed_is_told(tmp_path: Path) -> None:
    client = attrs.evolve(traveller_plan().client, needs=())

    text = asked(CarePlan(id="p", client=client), tmp_path)

    assert "nobody, as far as is known" in text
