"""Task and ServiceRequest, both ways."""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.recurrence import Recurrence
from carecore.base.timing import Period
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.activities import resource_of, write_activity
from carecore.extra.fhir.writing import Writing
from carecore.plans import Activity, ActivityStatus
from carecore.testing.strategies import values

Json = dict[str, Any]

PERTAINS = "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal"
WEEK = {"start": "2026-03-02", "end": "2026-03-08"}
WINDOW = Period(date(2026, 3, 2), date(2026, 3, 9))


def task(**elements: object) -> Json:
    return {"resourceType": "Task", "id": "t1", **elements}


def request(**elements: object) -> Json:
    return {"resourceType": "ServiceRequest", "id": "r1", **elements}


def only(found: Imported) -> Activity:
    (one,) = found.activities
    return one


def kept(found: Imported) -> dict[str, str]:
    return {one.path.partition(".")[2]: one.kept for one in found.losses}


def written(one: Activity) -> tuple[Imported, Writing]:
    writing = Writing("Patient/c1")
    write_activity(one, "$.activities[0]", writing)
    return read(*writing.resources), writing


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("ready", ActivityStatus.NOT_STARTED),
        ("in-progress", ActivityStatus.IN_PROGRESS),
        ("on-hold", ActivityStatus.ON_HOLD),
        ("completed", ActivityStatus.COMPLETED),
        ("cancelled", ActivityStatus.CANCELLED),
        ("entered-in-error", ActivityStatus.ENTERED_IN_ERROR),
    ],
)
def test_a_task_says_where_it_is(code: str, status: ActivityStatus) -> None:
    found = read(task(status=code))

    assert (only(found).id, only(found).status) == ("Task/t1", status)
    assert (found.losses, found.faults) == ((), ())


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("draft", ActivityStatus.NOT_STARTED),
        ("requested", ActivityStatus.NOT_STARTED),
        ("received", ActivityStatus.NOT_STARTED),
        ("accepted", ActivityStatus.NOT_STARTED),
        ("rejected", ActivityStatus.CANCELLED),
        ("failed", ActivityStatus.STOPPED),
    ],
)
def test_what_a_task_says_beyond_that_is_kept(code: str, status: ActivityStatus) -> None:
    found = read(task(status=code))

    assert (only(found).status, kept(found)) == (status, {"status": f'"{code}"'})


def test_codes_of_other_resources_are_faults() -> None:
    assert [one.place for one in read(task(status="active")).faults] == ["$[0].status"]
    assert [one.place for one in read(request(status="ready")).faults] == ["$[0].status"]


def test_a_task_is_what_somebody_sees_to_until_a_day() -> None:
    found = read(
        task(
            description="Fetch the walking aid.",
            owner={"reference": "Practitioner/a", "display": "Mina Vale"},
            restriction={"period": {"end": "2026-03-08"}, "repetitions": 1},
            executionPeriod={"start": "2026-03-03"},
        )
    )

    assert only(found) == Activity(
        id="Task/t1",
        accountable=("Practitioner/a",),
        window=Period(None, date(2026, 3, 9)),
        text="Fetch the walking aid.",
    )
    assert kept(found) == {
        "owner.display": '"Mina Vale"',
        "restriction.repetitions": "1",
        "executionPeriod": '{"start":"2026-03-03"}',
    }


def test_the_code_of_a_task_stands_in_for_its_description() -> None:
    assert only(read(task(code={"text": "Fetch"}))).text == "Fetch"


@pytest.mark.parametrize(
    ("owner", "accountable"),
    [
        ({"reference": "Practitioner/a"}, ("Practitioner/a",)),
        ({"reference": "Practitioner/a/_history/2"}, ("Practitioner/a",)),
        ({"reference": "Practitioner?identifier=urn:x|7"}, ("Practitioner?identifier=urn:x|7",)),
        ({"reference": "https://fhir.invalid/Patient/c1"}, ("https://fhir.invalid/Patient/c1",)),
        ({"reference": "urn:uuid:7"}, ("urn:uuid:7",)),
        ({"identifier": {"system": "urn:x", "value": "7"}}, ("urn:x|7",)),
        (
            {"type": "Practitioner", "identifier": {"system": "urn:x", "value": "7"}},
            ("urn:x|7",),
        ),
        ({"type": "Organization", "identifier": {"system": "urn:x", "value": "7"}}, ()),
        ({"reference": "Organization/o1"}, ()),
        ({"reference": "Organization?identifier=urn:x|7"}, ()),
        ({"reference": "https://fhir.invalid/Device/d1"}, ()),
        ({"reference": "#o"}, ()),
        ({"type": 7, "display": "Mina Vale"}, ()),
    ],
)
def test_only_people_own_a_task(owner: Json, accountable: tuple[str, ...]) -> None:
    found = read(task(owner=owner, contained=[{"resourceType": "Organization", "id": "o"}]))

    assert only(found).accountable == accountable
    assert found.faults == ()
    assert accountable or any("owner" in one.path for one in found.losses)


@pytest.mark.parametrize(
    ("code", "status", "lost"),
    [
        ("on-hold", ActivityStatus.ON_HOLD, []),
        ("revoked", ActivityStatus.CANCELLED, []),
        ("completed", ActivityStatus.COMPLETED, []),
        ("entered-in-error", ActivityStatus.ENTERED_IN_ERROR, []),
        ("draft", ActivityStatus.NOT_STARTED, ["status"]),
        ("active", None, ["status"]),
        ("unknown", None, ["status"]),
        ("suspended", ActivityStatus.ON_HOLD, []),
        ("cancelled", ActivityStatus.CANCELLED, []),
    ],
)
def test_a_request_says_less_of_where_it_is(
    code: str, status: ActivityStatus | None, lost: list[str]
) -> None:
    found = read(request(status=code))

    assert (only(found).id, only(found).status) == ("ServiceRequest/r1", status)
    assert list(kept(found)) == lost


def test_a_procedure_request_of_stu3_is_read_as_well() -> None:
    found = read(
        {
            "resourceType": "ProcedureRequest",
            "id": "r1",
            "status": "active",
            "code": {"text": "Walk daily"},
            "performer": {"reference": "Practitioner/a"},
        }
    )

    assert only(found) == Activity(
        id="ProcedureRequest/r1", accountable=("Practitioner/a",), text="Walk daily"
    )


@pytest.mark.parametrize(
    ("performer", "accountable"),
    [
        ([{"reference": "Practitioner/a"}], ("Practitioner/a",)),
        ([{"reference": "CareTeam/a"}], ()),
        ([{"reference": "Practitioner/a"}, {"reference": "Practitioner/b"}], ()),
        ([7], ()),
        (7, ()),
    ],
)
def test_several_whom_a_request_asks_are_a_choice(
    performer: object, accountable: tuple[str, ...]
) -> None:
    found = read(request(performer=performer))

    assert only(found).accountable == accountable
    assert accountable or found.losses or found.faults


@pytest.mark.parametrize(
    ("elements", "window", "lost"),
    [
        ({"occurrencePeriod": WEEK}, WINDOW, []),
        ({"occurrenceTiming": {"repeat": {"boundsPeriod": WEEK}}}, WINDOW, []),
        (
            {"occurrenceDateTime": "2026-03-02"},
            Period(date(2026, 3, 2), date(2026, 3, 3)),
            [],
        ),
        (
            {"occurrenceDateTime": "2026-03"},
            Period(date(2026, 3, 1), date(2026, 4, 1)),
            ["occurrenceDateTime"],
        ),
        (
            {"occurrenceDateTime": "2026-03-02T09:30:00+01:00"},
            Period(date(2026, 3, 2), date(2026, 3, 3)),
            ["occurrenceDateTime"],
        ),
        ({"executionPeriod": WEEK}, None, ["executionPeriod"]),
    ],
)
def test_when_a_request_is_to_be_done(
    elements: Json, window: Period | None, lost: list[str]
) -> None:
    found = read(request(**elements))

    assert (only(found).window, list(kept(found))) == (window, lost)


@pytest.mark.parametrize("day", ["soon", "9999-12-31"])
def test_a_day_that_is_none_is_a_fault(day: str) -> None:
    found = read(request(occurrenceDateTime=day))

    assert only(found).window is None
    assert [one.place for one in found.faults] == ["$[0].occurrenceDateTime"]


def test_how_often_a_request_is_to_be_done() -> None:
    daily = {"boundsPeriod": WEEK, "period": 1, "periodUnit": "d"}

    cadence = only(read(request(occurrenceTiming={"repeat": daily}))).cadence

    rule = "RRULE:FREQ=DAILY;UNTIL=20260308"
    assert cadence == Recurrence(f"DTSTART;VALUE=DATE:20260302\n{rule}")


def test_what_is_not_to_be_done_is_lost_as_a_whole() -> None:
    inside = {"resourceType": "Goal", "id": "g"}
    found = read(request(doNotPerform=True, code={"text": "CPR"}, contained=[inside]))

    assert (found.activities, [one.id for one in found.goals]) == ((), ["ServiceRequest/r1#g"])
    (loss,) = found.losses
    assert (loss.place, '"id":"r1"' in loss.kept, "contained" in loss.kept) == ("$[0]", True, False)


@pytest.mark.parametrize("resource", [task(), request()])
@pytest.mark.parametrize(
    "url", [PERTAINS, "http://hl7.org/fhir/StructureDefinition/goal-pertainsToGoal"]
)
def test_the_goals_it_serves_stand_in_an_extension_of_fhir(resource: Json, url: str) -> None:
    goal = {"url": url, "valueReference": {"reference": "Goal/g1", "display": "walk"}}
    other = {"url": "urn:x", "valueReference": {"reference": "Goal/g2"}}

    found = read({**resource, "extension": [other, goal]})

    assert only(found).goals == ("Goal/g1",)
    assert kept(found) == {
        "extension": '[{"url":"urn:x","valueReference":{"reference":"Goal/g2"}}]',
        "extension.valueReference.display": '"walk"',
    }
    assert found.losses[1].place == "$[0].extension[1].valueReference.display"


@pytest.mark.parametrize(
    "extension",
    [
        [{"url": PERTAINS, "valueReference": "Goal/g1"}],
        [{"url": PERTAINS, "valueString": "walk"}],
        ["Goal/g1"],
        "Goal/g1",
    ],
)
def test_an_extension_that_names_no_goal_is_lost(extension: object) -> None:
    found = read(task(extension=extension))

    assert (only(found).goals, list(kept(found))) == ((), ["extension"])


def test_a_goal_without_an_address_is_nowhere() -> None:
    goal = {"url": PERTAINS, "valueReference": {"display": "walk"}}

    assert only(read(task(extension=[goal]))).goals == ()


@pytest.mark.parametrize("key", ["for", "basedOn"])
def test_whose_a_lone_task_is_has_no_place(key: str) -> None:
    named = {"reference": "Patient/c1"} if key == "for" else [{"reference": "CarePlan/p1"}]

    found = read(task(**{key: named}))

    assert only(found) == Activity(id="Task/t1")
    assert list(kept(found)) == [key]


def test_what_it_is_based_on_beside_plans_is_lost() -> None:
    based_on = [{"reference": "ServiceRequest/r9"}, {"display": "the wellness plan"}]

    found = read(task(basedOn=based_on))

    assert [(one.place, one.kept) for one in found.losses] == [
        ("$[0].basedOn[0]", '{"reference":"ServiceRequest/r9"}'),
        ("$[0].basedOn[1]", '{"display":"the wellness plan"}'),
    ]


def test_a_plan_without_an_address_is_none() -> None:
    found = read(task(basedOn=[{"type": "CarePlan", "display": "the wellness plan"}]))

    assert kept(found) == {"basedOn.type": '"CarePlan"', "basedOn.display": '"the wellness plan"'}


@given(values(Activity), st.sampled_from(("Task", "ServiceRequest")))
def test_what_is_written_is_read_again(one: Activity, kind: str) -> None:
    one = attrs.evolve(one, id=f"{kind}/{one.id}")

    found, _ = written(one)

    assert found.activities == (one,)
    assert found.faults == ()


def test_what_stands_in_the_plan_is_no_resource_of_its_own() -> None:
    one = Activity(id="walks")

    assert (resource_of(one), written(one)[1].resources) == ("", [])


def test_a_task_that_fhir_tells_needs_no_extension_of_ours() -> None:
    one = Activity(
        id="Task/t1",
        goals=("Goal/g1",),
        accountable=("Practitioner/a",),
        status=ActivityStatus.CANCELLED,
        window=WINDOW,
        because_ended="moved_away",
        text="Fetch the walking aid.",
    )

    found, writing = written(one)

    assert (found.activities, writing.losses) == ((one,), [])
    assert writing.resources == [
        {
            "resourceType": "Task",
            "id": "t1",
            "extension": [{"url": PERTAINS, "valueReference": {"reference": "Goal/g1"}}],
            "status": "cancelled",
            "intent": "unknown",
            "description": "Fetch the walking aid.",
            "statusReason": {"text": "moved away"},
            "for": {"reference": "Patient/c1"},
            "owner": {"reference": "Practitioner/a"},
            "restriction": {"period": WEEK},
        }
    ]


def test_a_request_that_fhir_tells_needs_no_extension_of_ours() -> None:
    one = Activity(
        id="ServiceRequest/r1",
        accountable=("Practitioner/a",),
        status=ActivityStatus.COMPLETED,
        window=WINDOW,
        text="Ada learns to use the stairs.",
    )

    found, writing = written(one)

    assert (found.activities, writing.losses) == ((one,), [])
    assert writing.resources == [
        {
            "resourceType": "ServiceRequest",
            "id": "r1",
            "status": "completed",
            "intent": "plan",
            "code": {"text": "Ada learns to use the stairs."},
            "subject": {"reference": "Patient/c1"},
            "occurrencePeriod": WEEK,
            "performer": [{"reference": "Practitioner/a"}],
        }
    ]


@pytest.mark.parametrize(
    ("kind", "fields", "lost"),
    [
        ("Task", {}, ["status"]),
        ("Task", {"status": ActivityStatus.NOT_STARTED}, []),
        ("Task", {"status": ActivityStatus.SCHEDULED}, ["status"]),
        ("Task", {"status": ActivityStatus.STOPPED}, ["status"]),
        ("Task", {"accountable": ("p-1", "p-2")}, ["accountable", "status"]),
        ("Task", {"accountable": ("Device/d1",)}, ["accountable", "status"]),
        ("Task", {"helpers": ("p-1",), "duty": "visit_home"}, ["duty", "helpers", "status"]),
        ("ServiceRequest", {}, []),
        ("ServiceRequest", {"status": ActivityStatus.IN_PROGRESS}, ["status"]),
        ("ServiceRequest", {"accountable": ("p-1", "p-2")}, ["accountable"]),
        ("ServiceRequest", {"duty": "visit_home", "text": "Ada is seen."}, ["duty"]),
        (
            "ServiceRequest",
            {"status": ActivityStatus.CANCELLED, "because_ended": "moved_away"},
            ["because_ended"],
        ),
    ],
)
def test_what_others_cannot_read_is_listed(kind: str, fields: Json, lost: list[str]) -> None:
    one = Activity(id=f"{kind}/1", **fields)

    found, writing = written(one)

    assert found.activities == (one,)
    assert [loss.place for loss in writing.losses] == [f"$.activities[0].{name}" for name in lost]
