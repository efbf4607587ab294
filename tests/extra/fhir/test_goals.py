"""Goal, both ways: each element, what has no place, what cannot be read."""

from typing import Any

import attrs
import pytest
from hypothesis import given

from carecore.base.amounts import Code, Quantity
from carecore.base.timing import PartialDate
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.goals import write_goal
from carecore.extra.fhir.writing import Writing
from carecore.plans import Achievement, Goal, GoalStatus, Target
from carecore.record import Comparison
from carecore.testing.strategies import values

Json = dict[str, Any]

ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement"
UCUM = "http://unitsofmeasure.org"


def goal(**elements: object) -> Json:
    return {"resourceType": "Goal", "id": "g1", **elements}


def only(found: Imported) -> Goal:
    (one,) = found.goals
    return one


def kept(found: Imported) -> dict[str, str]:
    return {one.path: one.kept for one in found.losses}


@pytest.mark.parametrize("status", GoalStatus)
def test_the_lifecycle_is_the_status(status: GoalStatus) -> None:
    found = read(goal(lifecycleStatus=status.value.replace("_", "-")))

    assert (only(found).status, found.losses, found.faults) == (status, (), ())


def test_a_status_that_fhir_does_not_have_is_a_fault_with_a_hint() -> None:
    found = read(goal(lifecycleStatus="complete"))

    assert only(found).status is None
    said = "$[0].lifecycleStatus: 'complete' is no code that FHIR has there. Maybe 'completed'"
    assert str(found.faults[0]).startswith(said)


def test_what_somebody_put_in_the_place_of_a_code_is_not_quoted() -> None:
    said = str(read(goal(lifecycleStatus="Ada Quill")).faults[0])

    assert ("Ada" in said, "text, 9 characters" in said) == (False, True)


@pytest.mark.parametrize("achievement", Achievement)
def test_achieved_is_kept_apart_from_ended(achievement: Achievement) -> None:
    code = achievement.value.replace("_", "-")
    concept = {
        "coding": [{"system": "urn:other", "code": "x"}, {"system": ACHIEVEMENT, "code": code}]
    }

    found = read(goal(achievementStatus=concept))

    assert (only(found).achievement, only(found).status) == (achievement, None)
    assert kept(found) == {
        "Goal.achievementStatus.coding.system": '"urn:other"',
        "Goal.achievementStatus.coding.code": '"x"',
    }


def test_an_achievement_in_no_code_of_fhir_is_a_loss() -> None:
    found = read(goal(achievementStatus={"text": "Done"}))

    assert (only(found).achievement, kept(found)) == (
        None,
        {"Goal.achievementStatus.text": '"Done"'},
    )
    wrong = {"coding": [{"system": ACHIEVEMENT, "code": "done"}]}
    assert [one.path for one in read(goal(achievementStatus=wrong)).losses] == [
        "Goal.achievementStatus.coding.system"
    ]


@pytest.mark.parametrize(
    ("description", "text", "lost"),
    [
        ({"text": "Ada wants to climb her stairs."}, "Ada wants to climb her stairs.", []),
        (
            {"coding": [{"system": "urn:x", "code": "1", "display": "Stairs"}]},
            "Stairs",
            ["Goal.description.coding"],
        ),
        (
            {"text": "Stairs", "coding": [{"system": "urn:x", "code": "1"}]},
            "Stairs",
            ["Goal.description.coding"],
        ),
        ({"coding": [{"display": "Stairs!"}]}, "", ["Goal.description.coding.display"]),
    ],
)
def test_the_description_is_what_the_client_said(
    description: Json, text: str, lost: list[str]
) -> None:
    found = read(goal(description=description))

    assert only(found).text == text
    assert [one.path for one in found.losses] == lost


@pytest.mark.parametrize(
    ("detail", "comparison", "value"),
    [
        ({"detailQuantity": {"value": 12, "unit": "steps"}}, "EQUAL", Quantity(12, "steps")),
        (
            {"detailQuantity": {"value": 7, "comparator": "<", "unit": "%"}},
            "BELOW",
            Quantity(7, "%"),
        ),
        (
            {"detailQuantity": {"value": 7, "comparator": ">=", "system": UCUM, "code": "m"}},
            "AT_LEAST",
            Quantity(7, "m"),
        ),
        ({"detailBoolean": True}, "EQUAL", True),
        ({"detailInteger": 3}, "EQUAL", Quantity(3)),
        ({"detailString": "no pain"}, "EQUAL", "no_pain"),
        ({"detailCodeableConcept": {"text": "no pain"}}, "EQUAL", "no_pain"),
        (
            {"detailCodeableConcept": {"coding": [{"system": "urn:x", "code": "1"}]}},
            "EQUAL",
            Code(system="urn:x", code="1"),
        ),
        ({"dueDate": "2026-04"}, "PRESENT", None),
    ],
)
def test_a_target_says_what_and_by_when(detail: Json, comparison: str, value: object) -> None:
    found = read(goal(target=[{"measure": {"text": "stairs climbed"}, **detail}]))

    (target,) = only(found).targets
    assert (target.what, target.comparison.name, target.value) == (
        "stairs_climbed",
        comparison,
        value,
    )
    assert (found.losses, found.faults) == ((), ())


def test_a_range_has_two_ends() -> None:
    ends = {"low": {"value": 60, "unit": "kg"}, "high": {"value": 65, "unit": "kg"}}

    found = read(goal(target=[{"measure": {"text": "weight"}, "detailRange": ends}]))

    assert [(one.comparison, one.value) for one in only(found).targets] == [
        (Comparison.AT_LEAST, Quantity(60, "kg")),
        (Comparison.AT_MOST, Quantity(65, "kg")),
    ]
    half = {"measure": {"text": "weight"}, "detailRange": {"low": ends["low"]}}
    assert len(only(read(goal(target=[half]))).targets) == 1


def test_a_target_may_say_only_by_when() -> None:
    (target,) = only(read(goal(target=[{"dueDate": "2026-04-01"}]))).targets

    assert (target.what, target.due) == ("goal_reached", PartialDate(2026, 4, 1))


def test_a_target_that_says_nothing_is_none() -> None:
    found = read(goal(target=[{"detailRatio": {"numerator": 1}, "extension": [7]}]))

    assert only(found).targets == ()
    assert kept(found) == {
        "Goal.target.detailRatio": '{"numerator":1}',
        "Goal.target.extension": "[7]",
    }


@pytest.mark.parametrize(
    ("detail", "path"),
    [
        ({"detailQuantity": {"value": 7, "comparator": "ad"}}, "Goal.target.detailQuantity"),
        ({"detailString": "Less pain!"}, "Goal.target.detailString"),
        ({"detailString": "42"}, "Goal.target.detailString"),
        (
            {"detailCodeableConcept": {"text": "A", "coding": [{"system": "u", "code": "1"}]}},
            "Goal.target.detailCodeableConcept.text",
        ),
        ({"detailCodeableConcept": {"text": "42"}}, "Goal.target.detailCodeableConcept.text"),
        (
            {"detailCodeableConcept": {"coding": [{"code": "1"}]}},
            "Goal.target.detailCodeableConcept.coding.code",
        ),
    ],
)
def test_what_a_target_cannot_hold_is_a_loss(detail: Json, path: str) -> None:
    found = read(goal(target=[{"measure": {"text": "pain"}, **detail}]))

    assert path in kept(found)
    # Where nothing is known of what is wanted, there is no target that says less.
    assert (only(found).targets == ()) is ("Goal.target.measure" in kept(found))


def test_a_target_whose_number_is_none_is_no_target() -> None:
    told = {"value": "140", "comparator": "<"}

    found = read(goal(target={"measure": {"text": "pressure"}, "detailQuantity": told}))

    assert only(found).targets == ()
    assert kept(found) == {
        "Goal.target.detailQuantity.comparator": '"<"',
        "Goal.target.measure": '{"text":"pressure"}',
    }
    assert [one.place for one in found.faults] == ["$[0].target.detailQuantity.value"]


def test_a_target_alone_is_read_as_stu3_has_it() -> None:
    told = {"measure": {"text": "pain"}, "dueDate": "2026-04-01"}

    assert read(goal(target=told)).goals == read(goal(target=[told])).goals
    assert only(read(goal(target={}))).targets == ()


def test_a_target_in_impossible_numbers_is_a_fault() -> None:
    huge = {"value": 10**18, "unit": " kg"}

    found = read(goal(target=[{"measure": {"text": "weight"}, "detailQuantity": huge}]))

    assert [one.place for one in found.faults] == ["$[0].target[0].detailQuantity"]


def test_why_it_ended_is_a_word_and_its_own_words_are_kept() -> None:
    found = read(goal(statusReason="Ada moved away."))

    assert only(found).because_ended == "ada_moved_away"
    assert kept(found) == {"Goal.statusReason": '"Ada moved away."'}
    assert kept(read(goal(statusReason="moved away"))) == {}
    assert kept(read(goal(statusReason="42"))) == {"Goal.statusReason": '"42"'}


def test_whose_goal_it_is_and_what_it_answers() -> None:
    found = read(
        goal(
            expressedBy={"reference": "Patient/p1"},
            addresses=[{"reference": "Condition/c1"}, {"display": "falls"}],
            startDate="2026-03",
        )
    )

    assert only(found).set_by == "Patient/p1"
    assert only(found).concerns == ("Condition/c1",)
    assert only(found).starts == PartialDate(2026, 3)
    assert kept(found) == {"Goal.addresses.display": '"falls"'}


def written(one: Goal, /) -> tuple[Imported, Writing]:
    writing = Writing("Patient/p1")
    write_goal(one, "$.goals[0]", writing)
    return read(*writing.resources), writing


@given(values(Goal))
def test_what_is_written_is_read_again(one: Goal) -> None:
    found, _ = written(one)

    assert found.goals == (one,)
    assert found.faults == ()


def test_what_others_cannot_read_is_listed() -> None:
    one = Goal(id="goal-1", domain="function", text="Ada wants to walk.", status=GoalStatus.ACTIVE)

    _, writing = written(one)

    assert [(loss.place, loss.resource) for loss in writing.losses] == [
        ("$.goals[0].domain", "Goal/goal-1")
    ]
    assert writing.resources[0]["description"] == {"text": "Ada wants to walk."}


def test_what_fhir_tells_needs_no_extension() -> None:
    one = Goal(
        id="Goal/g1",
        status=GoalStatus.COMPLETED,
        achievement=Achievement.ACHIEVED,
        starts=PartialDate(2026, 3),
        targets=(
            Target(
                what="stairs_climbed",
                comparison=Comparison.AT_LEAST,
                value=Quantity("12.50", "steps"),
                due=PartialDate(2026, 4, 1),
            ),
            Target(what="goal_reached", due=PartialDate(2026)),
        ),
        because_ended="moved_away",
        set_by="Patient/p1",
        concerns=("Condition/c1",),
        text="Ada wants to climb her stairs.",
    )

    found, writing = written(one)

    assert (found.goals, writing.losses) == ((one,), [])
    assert "extension" not in writing.resources[0]
    assert "identifier" not in writing.resources[0]


@pytest.mark.parametrize(
    ("parts", "lost"),
    [
        ({"text": "\x85"}, "text"),
        ({"because_ended": "a" * 130}, "because_ended"),
        ({"targets": (Target(what="a" * 130, value=True),)}, "targets"),
        ({"targets": (Target(what="pain", value="a" * 130),)}, "targets"),
        ({"targets": (Target(what="pain", value=Code(system="pain", code="1")),)}, "targets"),
    ],
)
def test_what_fhir_does_not_take_is_listed(parts: dict[str, Any], lost: str) -> None:
    one = attrs.evolve(Goal(id="Goal/g1", status=GoalStatus.ACTIVE, text="Ada walks."), **parts)

    found, writing = written(one)

    assert found.goals == (one,)
    assert [loss.place for loss in writing.losses] == [f"$.goals[0].{lost}"]


def test_a_code_that_fhir_does_not_take_stands_in_no_element() -> None:
    target = Target(what="pain", value=Code(system="pain", code="1"))

    _, writing = written(Goal(id="Goal/g1", targets=(target,)))

    assert writing.resources[0]["target"] == [{"measure": {"text": "pain"}}]
