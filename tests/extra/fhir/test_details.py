"""What a plan itself tells of its activities, both ways."""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given

from carecore.base.recurrence import Recurrence
from carecore.base.timing import Period
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.care_plans import write_plan
from carecore.extra.fhir.writing import Writing
from carecore.people import Client
from carecore.plans import Activity, ActivityStatus, CarePlan
from carecore.testing.strategies import values

Json = dict[str, Any]

PLAN = CarePlan(id="CarePlan/p1", client=Client(id="Patient/c1"))
PERFORMERS = [{"reference": "Practitioner/a"}, {"reference": "RelatedPerson/b"}]


def plan_with(*activities: Json) -> Json:
    subject = {"reference": "Patient/c1"}
    return {
        "resourceType": "CarePlan",
        "id": "p1",
        "subject": subject,
        "activity": list(activities),
    }


def told(**elements: object) -> Imported:
    return read(plan_with({"detail": elements}))


def only(found: Imported) -> Activity:
    (one,) = found.plans[0].activities
    return one


def kept(found: Imported) -> dict[str, str]:
    return {one.path.removeprefix("CarePlan.activity."): one.kept for one in found.losses}


def written(*activities: Activity) -> tuple[Imported, Writing]:
    writing = Writing("Patient/c1")
    write_plan(attrs.evolve(PLAN, activities=activities), "$", writing)
    return read(*writing.resources), writing


@pytest.mark.parametrize("status", ActivityStatus)
def test_each_status_of_ours_is_one_of_fhir(status: ActivityStatus) -> None:
    found = told(status=status.value.replace("_", "-"))

    assert (only(found).status, found.losses, found.faults) == (status, (), ())


def test_an_unknown_status_is_none() -> None:
    found = told(status="unknown")

    assert (only(found).status, kept(found)) == (None, {"detail.status": '"unknown"'})


def test_a_status_that_fhir_does_not_have_is_a_fault() -> None:
    found = told(status="finished")

    assert only(found).status is None
    assert [one.place for one in found.faults] == ["$[0].activity[0].detail.status"]


def test_an_activity_is_called_as_its_element_or_by_its_number() -> None:
    found = read(
        plan_with(
            {"detail": {"status": "unknown"}},
            {"reference": {"reference": "MedicationRequest/m1"}},
            {"id": "walks", "detail": {"status": "unknown"}},
            {"id": " ", "detail": {"status": "unknown"}},
        )
    )

    ids = [one.id for one in found.plans[0].activities]
    assert ids == ["CarePlan/p1#activity-1", "walks", "CarePlan/p1#activity-4"]
    assert kept(found)["id"] == '" "'


@pytest.mark.parametrize(
    ("elements", "text", "lost"),
    [
        ({"description": "Walk to the park."}, "Walk to the park.", []),
        ({"code": {"text": "Walk"}}, "Walk", []),
        (
            {"code": {"coding": [{"code": "1"}, {"system": "urn:x", "display": "Walk"}]}},
            "Walk",
            ["detail.code.coding"],
        ),
        (
            {"code": {"text": "Walk", "coding": [{"display": "Walking"}]}},
            "Walk",
            ["detail.code.coding"],
        ),
        ({"code": {"coding": ["Walk", {"display": 1}]}}, "", ["detail.code.coding"]),
        (
            {"code": {"text": "Walk"}, "description": "Walk to the park."},
            "Walk to the park.",
            ["detail.code"],
        ),
        ({}, "", []),
    ],
)
def test_the_text_is_the_description_or_what_the_code_says(
    elements: Json, text: str, lost: list[str]
) -> None:
    found = told(**elements)

    assert only(found).text == text
    assert list(kept(found)) == lost
    assert found.faults == ()


def test_a_text_that_is_none_is_a_fault_and_the_code_stands_in() -> None:
    found = told(description=7, code={"text": "Walk"})

    assert only(found).text == "Walk"
    assert [one.place for one in found.faults] == ["$[0].activity[0].detail.description"]


@pytest.mark.parametrize("key", ["doNotPerform", "prohibited"])
def test_what_is_not_to_be_done_is_no_activity(key: str) -> None:
    found = read(plan_with({"id": "a1", "detail": {key: True, "description": "Climb no stairs."}}))

    assert found.plans[0].activities == ()
    assert kept(found) == {
        "id": '"a1"',
        "detail": f'{{"{key}":true,"description":"Climb no stairs."}}',
    }
    assert found.faults == ()


def test_what_is_plainly_to_be_done_is_one() -> None:
    found = told(doNotPerform=False, prohibited=False, description="Climb the stairs.")

    assert (only(found).text, found.losses) == ("Climb the stairs.", ())


def test_where_it_is_unclear_whether_it_is_to_be_done_it_is_no_activity() -> None:
    found = told(doNotPerform="yes", description="Climb the stairs.")

    assert found.plans[0].activities == ()
    assert [one.place for one in found.faults] == ["$[0].activity[0].detail.doNotPerform"]
    assert kept(found) == {"detail": '{"description":"Climb the stairs."}'}


def test_who_is_expected_alone_answers_for_it() -> None:
    found = told(performer=[{"reference": "Practitioner/a", "display": "Mina Vale"}])

    assert (only(found).accountable, only(found).helpers) == (("Practitioner/a",), ())
    assert kept(found) == {"detail.performer.display": '"Mina Vale"'}


def test_of_several_nobody_says_who_answers_so_that_they_help() -> None:
    found = told(performer=PERFORMERS)

    assert only(found).accountable == ()
    assert only(found).helpers == ("Practitioner/a", "RelatedPerson/b")
    assert found.losses == ()


def test_only_people_do_something() -> None:
    found = told(performer=[{"reference": "Organization/o1"}])

    assert (only(found).accountable, only(found).helpers) == ((), ())
    assert kept(found) == {"detail.performer": '{"reference":"Organization/o1"}'}


def test_a_name_alone_is_nobody() -> None:
    found = told(performer=[{"display": "Mina Vale"}])

    assert (only(found).accountable, kept(found)) == (
        (),
        {"detail.performer.display": '"Mina Vale"'},
    )


def test_the_goals_are_named() -> None:
    found = told(goal=[{"reference": "Goal/g1"}, {"reference": "#g2"}])

    assert only(found).goals == ("Goal/g1", "CarePlan/p1#g2")


def test_a_period_is_the_window() -> None:
    found = told(scheduledPeriod={"start": "2026-03-02", "end": "2026-03-08"})

    assert only(found).window == Period(date(2026, 3, 2), date(2026, 3, 9))
    assert found.losses == ()


def test_a_timing_is_the_cadence_within_a_window() -> None:
    daily = {"boundsPeriod": {"start": "2026-03-02"}, "period": 1, "periodUnit": "d"}

    found = told(scheduledTiming={"repeat": daily})

    assert only(found).cadence == Recurrence("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=DAILY")
    assert only(found).window == Period(date(2026, 3, 2))


def test_a_schedule_in_words_is_lost() -> None:
    assert kept(told(scheduledString="daily")) == {"detail.scheduledString": '"daily"'}


@pytest.mark.parametrize("reason", ["moved away", {"text": "moved away"}])
def test_why_it_has_ended_is_a_word(reason: object) -> None:
    found = told(status="stopped", statusReason=reason)

    assert (only(found).because_ended, found.losses) == ("moved_away", ())


def test_why_it_waits_has_no_place() -> None:
    found = told(status="on-hold", statusReason={"text": "waits for a bed"})

    assert only(found).because_ended is None
    assert kept(found) == {"detail.statusReason": '{"text":"waits for a bed"}'}
    assert only(told(statusReason={"text": "moved away"})).because_ended is None


def test_all_else_is_lost_where_it_stands() -> None:
    found = read(
        plan_with(
            {
                "progress": [{"text": "Ada walks well."}],
                "detail": {"kind": "ServiceRequest", "location": {"display": "at home"}},
            }
        )
    )

    assert list(kept(found)) == ["progress", "detail.kind", "detail.location"]


@given(values(Activity))
def test_what_is_written_is_read_again(one: Activity) -> None:
    found, _ = written(attrs.evolve(one, id=f"a {one.id}"), attrs.evolve(one, id="a2"))

    ids = (f"a {one.id}", "a2")
    assert found.plans[0].activities == tuple(attrs.evolve(one, id=key) for key in ids)
    assert found.faults == ()


def test_what_fhir_tells_needs_no_extension() -> None:
    one = Activity(
        id="walks",
        goals=("Goal/g1",),
        accountable=("Practitioner/a",),
        status=ActivityStatus.STOPPED,
        cadence=Recurrence("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=DAILY;UNTIL=20260412"),
        window=Period(date(2026, 3, 2), date(2026, 4, 13)),
        because_ended="moved_away",
        text="Ada walks to the park.",
    )

    found, writing = written(one)

    assert found.plans[0].activities == (one,)
    assert writing.losses == []
    assert writing.resources[0]["activity"] == [
        {
            "id": "walks",
            "detail": {
                "description": "Ada walks to the park.",
                "statusReason": {"text": "moved away"},
                "status": "stopped",
                "goal": [{"reference": "Goal/g1"}],
                "performer": [{"reference": "Practitioner/a"}],
                "scheduledTiming": {
                    "repeat": {
                        "boundsPeriod": {"start": "2026-03-02", "end": "2026-04-12"},
                        "frequency": 1,
                        "period": 1,
                        "periodUnit": "d",
                    }
                },
            },
        }
    ]


@pytest.mark.parametrize(
    ("fields", "lost"),
    [
        ({}, []),
        ({"id": "two words"}, ["id"]),
        ({"id": "CarePlan/p1#activity-1"}, []),
        ({"duty": "visit_home", "stage": "s-1"}, ["duty", "stage"]),
        ({"journey": "j-1", "authorization": "a-1"}, ["journey", "authorization"]),
        ({"helpers": ("p-1", "p-2")}, []),
        ({"helpers": ("p-1",)}, ["accountable", "helpers"]),
        ({"accountable": ("p-1", "p-2")}, ["accountable", "helpers"]),
        ({"accountable": ("p-1",), "helpers": ("p-2",)}, ["accountable", "helpers"]),
        ({"accountable": ("Organization/o1",)}, ["accountable", "helpers"]),
        ({"because_ended": "moved_away"}, ["because_ended"]),
        ({"status": ActivityStatus.COMPLETED, "because_ended": "a" * 130}, ["because_ended"]),
        ({"text": " "}, ["text"]),
        ({"window": Period(date(2026, 3, 2), date(2026, 3, 2))}, ["window"]),
        (
            {"cadence": Recurrence("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY")},
            ["cadence", "window"],
        ),
        (
            {"cadence": Recurrence("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=YEARLY;BYDAY=MO")},
            ["cadence"],
        ),
    ],
)
def test_what_others_cannot_read_is_listed(fields: Json, lost: list[str]) -> None:
    given: Json = {"id": "a1", **fields}
    one = Activity(**given)

    found, writing = written(one)

    assert found.plans[0].activities == (one,)
    assert [loss.place for loss in writing.losses] == [f"$.activities[0].{name}" for name in lost]
    assert {loss.resource for loss in writing.losses} <= {"CarePlan/p1"}


def test_a_duty_is_told_in_words_and_is_no_text_when_it_is_read() -> None:
    one = Activity(id="a1", duty="visit_home")

    found, writing = written(one)

    (activity,) = writing.resources[0]["activity"]
    assert activity["detail"]["code"] == {"coding": [{"display": "visit home"}]}
    assert found.plans[0].activities == (one,)


def test_two_of_one_id_are_both_told() -> None:
    two = (Activity(id="a1", text="Walk."), Activity(id="a1", text="Swim."))

    found, writing = written(*two)

    assert found.plans[0].activities == two
    assert [loss.place for loss in writing.losses] == ["$.activities[1].id"]
