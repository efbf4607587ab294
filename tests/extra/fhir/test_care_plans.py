"""CarePlan, both ways: the plan itself, and how it is put together with its parts."""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from carecore.base.timing import PartialDate, Period
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.activities import write_activity
from carecore.extra.fhir.appointments import write_visit
from carecore.extra.fhir.care_plans import write_plan
from carecore.extra.fhir.goals import write_goal
from carecore.extra.fhir.joining import list_id
from carecore.extra.fhir.writing import Writing
from carecore.medications import Medication, MedicationList
from carecore.people import Client, Membership, Professional, Team
from carecore.plans import Activity, CarePlan, Concern, Goal, GoalStatus, PlanStatus, Visit
from carecore.record import Condition, Record
from carecore.rights import Consent, ConsentScope
from carecore.testing.strategies import flawed_plans, plans, values

Json = dict[str, Any]

SUBJECT = {"reference": "Patient/c1"}
TAG = {
    "coding": [
        {
            "system": "http://hl7.org/fhir/us/core/CodeSystem/careplan-category",
            "code": "assess-plan",
        }
    ]
}
UNSAID: Json = {"coding": []}
PLAN = CarePlan(id="CarePlan/p1", client=Client(id="Patient/c1"), status=PlanStatus.ACTIVE)
CONDITION = Concern(id="Condition/k1", condition="Condition/k1")


def plan(**elements: object) -> Json:
    return {"resourceType": "CarePlan", "id": "p1", "subject": SUBJECT, **elements}


def resource(kind: str, key: str, **elements: object) -> Json:
    return {"resourceType": kind, "id": key, **elements}


def to(*references: str) -> list[Json]:
    return [{"reference": one} for one in references]


def only(found: Imported) -> CarePlan:
    (one,) = found.plans
    return one


def kept(found: Imported) -> dict[str, str]:
    return {one.path: one.kept for one in found.losses}


def written(one: CarePlan) -> tuple[Imported, Writing]:
    """A plan whose client, team and record nobody writes here."""
    writing = Writing(one.client.id)
    writing.put("Patient", one.client, {}, place="$.client")
    for index, visit in enumerate(one.visits):
        write_visit(visit, f"$.visits[{index}]", writing)
    for index, activity in enumerate(one.activities):
        write_activity(activity, f"$.activities[{index}]", writing)
    for index, goal in enumerate(one.goals):
        write_goal(goal, f"$.goals[{index}]", writing)
    write_plan(one, "$", writing)
    entries = [{"resource": each} for each in writing.resources]
    return read({"resourceType": "Bundle", "entry": entries}), writing


# The plan itself.


@pytest.mark.parametrize("status", PlanStatus)
def test_each_status_of_ours_is_one_of_fhir(status: PlanStatus) -> None:
    found = read(plan(status=status.value.replace("_", "-")))

    assert (only(found).status, found.losses, found.faults) == (status, (), ())


@pytest.mark.parametrize(
    ("code", "status", "lost"),
    [
        ("suspended", PlanStatus.ON_HOLD, {}),
        ("cancelled", PlanStatus.REVOKED, {}),
        ("unknown", None, {"CarePlan.status": '"unknown"'}),
    ],
)
def test_stu3_has_other_words_and_nobody_may_know(
    code: str, status: PlanStatus | None, lost: dict[str, str]
) -> None:
    found = read(plan(status=code))

    assert (only(found).status, kept(found)) == (status, lost)


def test_a_plan_says_what_it_is_called_and_when_it_holds() -> None:
    found = read(
        plan(
            title="Ada's way home",
            description="Ada goes home in spring.",
            period={"start": "2026-03-02", "end": "2026-04-12"},
            created="2026-03",
            intent="plan",
        )
    )

    assert only(found) == CarePlan(
        id="CarePlan/p1",
        client=Client(id="Patient/c1"),
        title="Ada's way home",
        period=Period(date(2026, 3, 2), date(2026, 4, 13)),
        created=PartialDate(2026, 3),
        note="Ada goes home in spring.",
    )
    assert (kept(found), found.faults) == ({"CarePlan.intent": '"plan"'}, ())
    assert found.clients == (only(found).client,)


@pytest.mark.parametrize(
    ("categories", "what", "lost"),
    [
        ([{"text": "wound care"}], "wound_care", []),
        ([{"text": "Wound care"}], "wound_care", ["text"]),
        ([TAG, {"text": "wound care"}], "wound_care", ["coding"]),
        ([{"coding": [{"code": "1", "display": "wound care"}]}], "wound_care", ["coding"]),
        (
            [{"coding": [{"system": "urn:x", "code": "1"}]}, {"text": "wound care"}],
            "wound_care",
            ["coding"],
        ),
        ([{"text": "wound care"}, {"text": "diet"}], "wound_care", ["text"]),
        ([UNSAID, {"coding": ["x"]}], None, ["coding", "coding"]),
        ([TAG], None, ["coding"]),
    ],
)
def test_what_a_plan_is_about_is_the_first_category_that_says_so(
    categories: list[Json], what: str | None, lost: list[str]
) -> None:
    found = read(plan(category=categories))

    assert only(found).what == what
    assert [one.path for one in found.losses] == [f"CarePlan.category.{one}" for one in lost]


@pytest.mark.parametrize(
    ("elements", "note", "lost"),
    [
        ({"description": "At home."}, "At home.", []),
        (
            {"note": [{"text": "At home.", "time": "2026-03-02"}]},
            "At home.",
            ["CarePlan.note.time"],
        ),
        (
            {"description": "At home.", "note": [{"text": "She sings."}]},
            "",
            ["CarePlan.description", "CarePlan.note"],
        ),
        ({"note": [{"text": "At home."}, {"text": "She sings."}]}, "", ["CarePlan.note"]),
        ({"note": [{"time": "2026-03-02"}]}, "", ["CarePlan.note.time"]),
        ({}, "", []),
    ],
)
def test_the_one_text_there_is_is_the_note(elements: Json, note: str, lost: list[str]) -> None:
    found = read(plan(**elements))

    assert (only(found).note, list(kept(found)), found.faults) == (note, lost, ())


@pytest.mark.parametrize("note", ["At home.", [7]])
def test_a_note_that_is_none_is_a_fault(note: object) -> None:
    found = read(plan(note=note))

    assert only(found).note == ""
    assert found.faults[0].place.startswith("$[0].note")


def test_a_plan_of_nobody_is_a_fault_and_nothing_of_it_vanishes() -> None:
    raw = {"resourceType": "CarePlan", "id": "p1", "title": "Ada's way home"}

    found = read(raw)

    assert found.plans == ()
    assert str(found.faults[0]) == (
        "$[0]: it does not say whose plan it is. Maybe it lacks subject.reference."
    )
    assert '"title":"Ada\'s way home"' in found.faults[0].kept


# Its parts.


def test_what_a_plan_addresses_are_its_concerns() -> None:
    found = read(plan(addresses=[{"reference": "Condition/k1", "display": "a broken hip"}]))

    assert only(found).concerns == (CONDITION,)
    assert kept(found) == {"CarePlan.addresses.display": '"a broken hip"'}


@pytest.mark.parametrize(
    ("reference", "condition"),
    [
        ("Condition/k1", "Condition/k1"),
        ("urn:uuid:7", "urn:uuid:7"),
        ("https://fhir.invalid/Condition/k1", "https://fhir.invalid/Condition/k1"),
        ("Observation/o1", None),
    ],
)
def test_only_a_condition_is_one(reference: str, condition: str | None) -> None:
    by_plan = read(plan(addresses=to(reference)))
    by_goal = read(
        plan(goal=to("Goal/g1")),
        resource("Goal", "g1", addresses=to(reference)),
    )

    expected = (Concern(id=reference, condition=condition),)
    assert only(by_plan).concerns == only(by_goal).concerns == expected


def test_what_is_addressed_twice_is_one_concern() -> None:
    found = read(plan(addresses=[*to("Condition/k1", "Condition/k1"), {"display": "a hip"}]))

    assert only(found).concerns == (CONDITION,)
    assert [(one.place, one.kept) for one in found.losses] == [
        ("$[0].addresses[1]", '{"reference":"Condition/k1"}'),
        ("$[0].addresses[2].display", '"a hip"'),
    ]


def test_concerns_of_goals_come_after_those_of_the_plan() -> None:
    entries = [
        plan(addresses=to("Condition/k1"), goal=to("Goal/g1", "Goal/g2")),
        resource("Goal", "g1", addresses=to("urn:uuid:7", "Condition/k1")),
        resource("Goal", "g2", addresses=to("urn:uuid:7", "#inside")),
        {"fullUrl": "urn:uuid:7", "resource": {"resourceType": "Observation"}},
    ]
    bundle = {
        "resourceType": "Bundle",
        "entry": [one if "resource" in one else {"resource": one} for one in entries],
    }

    found = read(bundle)

    assert only(found).concerns == (
        CONDITION,
        Concern(id="urn:uuid:7"),
        Concern(id="Goal/g2#inside", condition="Goal/g2#inside"),
    )


def test_goals_stand_in_the_order_of_the_plan_each_once() -> None:
    found = read(
        resource("Goal", "g1", description={"text": "Walk."}),
        resource("Goal", "g2", description={"text": "Swim."}),
        plan(goal=to("Goal/g2", "Goal/g1", "Goal/g2")),
    )

    assert [one.text for one in only(found).goals] == ["Swim.", "Walk."]
    assert found.goals == ()
    assert [one.place for one in found.losses] == ["$[2].goal[2]"]


def test_work_stands_in_the_order_of_the_plan_each_once() -> None:
    found = read(
        resource("Task", "t1"),
        resource("Appointment", "v1"),
        plan(
            activity=[
                {"reference": {"reference": "Appointment/v1"}},
                {"detail": {"description": "Walk."}},
                {"reference": {"reference": "Task/t1"}},
                {"reference": {"reference": "Task/t1"}},
                {"reference": {"reference": "Appointment/v1"}},
                {"reference": {"display": "vitamins"}},
            ]
        ),
    )

    assert only(found).activities == (
        Activity(id="CarePlan/p1#activity-2", text="Walk."),
        Activity(id="Task/t1"),
    )
    assert only(found).visits == (Visit(id="Appointment/v1"),)
    assert (found.activities, found.visits) == ((), ())
    assert sorted(one.place for one in found.losses) == [
        "$[2].activity[3].reference",
        "$[2].activity[4].reference",
        "$[2].activity[5].reference.display",
    ]


def test_what_is_told_and_named_is_one_activity() -> None:
    told = {"detail": {"description": "Walk."}, "reference": {"reference": "Task/t1"}}

    found = read(plan(activity=[told]), resource("Task", "t1"))

    assert [one.text for one in only(found).activities] == ["Walk."]
    assert kept(found) == {"CarePlan.activity.reference": '{"reference":"Task/t1"}'}


def test_what_the_plan_cannot_hold_is_a_loss_and_what_is_not_there_a_fault() -> None:
    found = read(
        plan(activity=[{"reference": one} for one in to("NutritionOrder/n1", "Task/t9")]),
        resource("NutritionOrder", "n1"),
        resource("Appointment", "v1", status="cancelled"),
        plan(id="p2", activity=[{"reference": one} for one in to("Appointment/v1")]),
    )

    assert [one.activities for one in found.plans] == [(), ()]
    assert [one.place for one in found.losses] == [
        "$[1]",
        "$[2]",
        "$[0].activity[0].reference",
        "$[3].activity[0].reference",
    ]
    assert [one.place for one in found.faults] == ["$[0].activity[1].reference"]


def test_what_says_that_it_is_part_of_a_plan_is() -> None:
    found = read(
        plan(activity=[{"reference": one} for one in to("Task/t1")]),
        resource("Task", "t1", basedOn=to("CarePlan/p1")),
        resource("ServiceRequest", "r1", basedOn=to("CarePlan/p1", "CarePlan/p1")),
        resource("Appointment", "v1", basedOn=to("CarePlan/p1")),
        resource("Appointment", "v2", basedOn=to("ServiceRequest/r1", "CarePlan/p1")),
        resource("Appointment", "v3", basedOn=to("ServiceRequest/r9")),
    )

    assert [one.id for one in only(found).activities] == ["Task/t1", "ServiceRequest/r1"]
    assert [one.id for one in only(found).visits] == ["Appointment/v1", "Appointment/v2"]
    assert [one.id for one in found.visits] == ["Appointment/v3"]
    assert (found.losses, found.faults) == ((), ())


def test_a_plan_that_is_not_there_is_no_part_to_be_of() -> None:
    found = read(
        plan(activity=[{"reference": one} for one in to("Task/t1")]),
        resource("Task", "t1", basedOn=to("CarePlan/p9")),
        resource("Task", "t2", basedOn=to("CarePlan/p9")),
    )

    assert [one.id for one in only(found).activities] == ["Task/t1"]
    assert [one.place for one in found.losses] == ["$[1].basedOn[0]", "$[2].basedOn[0]"]


def test_work_for_another_client_is_a_fault() -> None:
    found = read(
        plan(activity=[{"reference": one} for one in to("Task/t1")]),
        resource("Task", "t1", **{"for": {"reference": "Patient/c2"}}),
    )

    assert len(only(found).activities) == 1
    assert [one.place for one in found.faults] == ["$[1].for"]


def test_what_a_plan_contains_is_read_once() -> None:
    goal = resource("Goal", "g", description={"text": "Walk."})

    found = read(plan(contained=[goal], goal=to("#g"), title="Home"))

    assert only(found).title == "Home"
    assert [one.id for one in only(found).goals] == ["CarePlan/p1#g"]
    assert (found.goals, found.losses) == ((), ())


# Writing.


def bare(one: CarePlan) -> CarePlan:
    """A plan without those parts that other resources tell."""
    nothing: Json = dict.fromkeys(("medication_lists", "coverages", "consents"), ())
    return attrs.evolve(one, client=Client(id=one.client.id), team=None, record=None, **nothing)


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(values(CarePlan) | plans() | flawed_plans())
def test_what_is_written_is_read_again(one: CarePlan) -> None:
    found, _ = written(bare(one))

    assert found.plans == (bare(one),)
    assert found.faults == ()
    assert (found.goals, found.activities, found.visits) == ((), (), ())


def test_a_plan_that_fhir_tells_needs_no_extension() -> None:
    one = attrs.evolve(
        PLAN,
        what="wound_care",
        title="Ada's way home",
        period=Period(date(2026, 3, 2), date(2026, 4, 13)),
        created=PartialDate(2026, 3, 1),
        concerns=(CONDITION,),
        goals=(Goal(id="Goal/g1", status=GoalStatus.ACTIVE, text="Walk."),),
        activities=(Activity(id="walks"), Activity(id="ServiceRequest/r1")),
        visits=(Visit(id="Appointment/v1", activity="ServiceRequest/r1"),),
        team=Team(id="CareTeam/t1"),
        note="Ada sings.",
    )

    found, writing = written(one)

    assert found.plans == (attrs.evolve(one, team=None),)
    assert writing.losses == []
    assert writing.resources[-1] == {
        "resourceType": "CarePlan",
        "id": "p1",
        "status": "active",
        "intent": "plan",
        "category": [{"text": "wound care"}],
        "title": "Ada's way home",
        "subject": SUBJECT,
        "period": {"start": "2026-03-02", "end": "2026-04-12"},
        "created": "2026-03-01",
        "careTeam": [{"reference": "CareTeam/t1"}],
        "addresses": to("Condition/k1"),
        "goal": to("Goal/g1"),
        "activity": [
            {"id": "walks", "detail": {"status": "unknown"}},
            {"reference": {"reference": "ServiceRequest/r1"}},
            {"reference": {"reference": "Appointment/v1"}},
        ],
        "note": [{"text": "Ada sings."}],
    }


TWICE = (Medication(id="m-1", substance="ibuprofen"),) * 2
TAKEN = MedicationList(
    id=list_id("Patient/c1", "MedicationStatement"), client_id="Patient/c1", medications=TWICE[:1]
)
CONSENT = Consent(
    id="k-1", client_id="Patient/c1", scope=ConsentScope.PLAN, is_given=True, by="Patient/c1"
)
HIP = Condition(id="e-1", client_id="Patient/c1", what="hip_fracture")
MINA = Professional(id="p-1")


@pytest.mark.parametrize(
    ("fields", "lost"),
    [
        ({"monitor": "p-1", "risks": ("fall",)}, ["monitor", "risks"]),
        ({"title": " ", "note": "\t"}, ["title", "note"]),
        ({"what": "a" * 130}, ["what"]),
        ({"period": Period(None)}, ["period"]),
        ({"status": None}, []),
        ({"concerns": (CONDITION,)}, []),
        ({"concerns": (CONDITION, CONDITION)}, ["concerns"]),
        ({"concerns": (Concern(id="k-1", condition="Condition/k1"),)}, ["concerns"]),
        ({"concerns": (Concern(id="e-1", condition="e-1"),)}, []),
        ({"concerns": (Concern(id="Flag/1", condition="Flag/1"),)}, ["concerns"]),
        ({"concerns": (Concern(id="k-1", what="falls"),)}, ["concerns"]),
        ({"goals": (Goal(id="Goal/g1", concerns=("Condition/k1",)),)}, ["concerns"]),
        ({"goals": (Goal(id="Goal/g1"),) * 2}, ["goals"]),
        ({"activities": (Activity(id="Task/1"),) * 2}, ["activities"]),
        ({"activities": (Activity(id="Task/1"), Activity(id="ServiceRequest/1"))}, []),
        ({"visits": (Visit(id="v-1"),) * 2}, ["visits"]),
        ({"team": Team(id="t-1")}, []),
        ({"team": Team(id="t-1", professionals=(MINA,))}, ["team"]),
        (
            {
                "team": Team(
                    id="t-1",
                    memberships=(Membership(person_id="p-1", role="nurse"),),
                    professionals=(MINA,),
                )
            },
            [],
        ),
        ({"record": Record(client_id="Patient/c1", conditions=(HIP,))}, []),
        ({"record": Record(client_id="Patient/c1")}, ["record"]),
        ({"record": Record(conditions=(HIP,))}, ["record"]),
        (
            {
                "record": Record(
                    client_id="Patient/c1", conditions=(attrs.evolve(HIP, client_id=None),)
                )
            },
            ["record"],
        ),
        ({"record": Record(client_id="Patient/c1", conditions=(HIP, HIP))}, ["record"]),
        ({"medication_lists": (TAKEN,)}, []),
        ({"medication_lists": (TAKEN, TAKEN)}, ["medication_lists"]),
        ({"medication_lists": (attrs.evolve(TAKEN, id="l-1"),)}, ["medication_lists"]),
        ({"medication_lists": (attrs.evolve(TAKEN, medications=()),)}, ["medication_lists"]),
        ({"medication_lists": (attrs.evolve(TAKEN, medications=TWICE),)}, ["medication_lists"]),
        ({"medication_lists": (attrs.evolve(TAKEN, is_complete=True),)}, ["medication_lists"]),
        ({"consents": (CONSENT,)}, []),
        ({"consents": (CONSENT, CONSENT)}, ["consents"]),
        ({"consents": (attrs.evolve(CONSENT, client_id="c-9"),)}, ["consents"]),
    ],
)
def test_what_others_cannot_read_is_listed(fields: Json, lost: list[str]) -> None:
    one = attrs.evolve(PLAN, **fields)
    writing = Writing("Patient/c1")

    write_plan(one, "$", writing)

    of_plan = [loss.place for loss in writing.losses if loss.place.count(".") == 1]
    assert of_plan == [f"$.{name}" for name in lost]
    if lost:
        (carried,) = read(*writing.resources).plans
        assert [getattr(carried, name) for name in lost] == [getattr(one, name) for name in lost]
