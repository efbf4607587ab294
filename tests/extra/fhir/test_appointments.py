"""Appointment, both ways."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

from carecore.base.timing import PartialDate
from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.appointments import write_visit
from carecore.extra.fhir.writing import Writing
from carecore.plans import Visit
from carecore.testing.strategies import values

Json = dict[str, Any]

START = datetime(2026, 3, 9, 9, tzinfo=UTC)
ADA = {"actor": {"reference": "Patient/c1"}, "status": "accepted"}
MINA = {"actor": {"reference": "Practitioner/a"}, "status": "accepted"}
BRUNO = {"actor": {"reference": "Practitioner/b"}, "status": "declined"}


def appointment(**elements: object) -> Json:
    return {"resourceType": "Appointment", "id": "v1", **elements}


def only(found: Imported) -> Visit:
    (one,) = found.visits
    return one


def kept(found: Imported) -> dict[str, str]:
    return {one.path.partition(".")[2]: one.kept for one in found.losses}


def written(one: Visit) -> tuple[Imported, Writing]:
    writing = Writing("Patient/c1")
    write_visit(one, "$.visits[0]", writing)
    return read(*writing.resources), writing


def test_an_appointment_is_a_visit_that_is_planned() -> None:
    found = read(
        appointment(
            status="booked",
            start="2026-03-09T09:00:00Z",
            end="2026-03-09T09:30:00Z",
            basedOn=[{"reference": "ServiceRequest/r1"}],
            participant=[MINA],
        )
    )

    assert only(found) == Visit(
        id="Appointment/v1", activity="ServiceRequest/r1", by="Practitioner/a", planned=START
    )
    assert kept(found) == {
        "status": '"booked"',
        "end": '"2026-03-09T09:30:00Z"',
        "participant.status": '"accepted"',
    }
    assert found.faults == ()


@pytest.mark.parametrize("status", ["cancelled", "entered-in-error"])
def test_what_is_called_off_is_no_visit(status: str) -> None:
    found = read(appointment(status=status, start="2026-03-09T09:00:00Z"))

    assert (found.visits, [one.place for one in found.losses]) == ((), ["$[0]"])


@pytest.mark.parametrize(
    "status",
    ["proposed", "pending", "arrived", "fulfilled", "noshow", "checked-in", "waitlist"],
)
def test_how_it_goes_has_no_place(status: str) -> None:
    found = read(appointment(status=status))

    assert (only(found), kept(found)) == (
        Visit(id="Appointment/v1"),
        {"status": f'"{status}"'},
    )


def test_a_status_that_fhir_does_not_have_is_a_fault() -> None:
    found = read(appointment(status="planned"))

    assert [one.place for one in found.faults] == ["$[0].status"]


@pytest.mark.parametrize(
    ("participants", "by"),
    [
        ([MINA], "Practitioner/a"),
        ([ADA, MINA, BRUNO], "Practitioner/a"),
        ([MINA, MINA], None),
        ([BRUNO], None),
        ([{"actor": {"reference": "PractitionerRole/r"}}], "PractitionerRole/r"),
        ([{"actor": {"type": "Practitioner", "display": "Mina Vale"}}], None),
        ([{"actor": {"reference": "Location/l1"}}], None),
        ([{"actor": {"reference": "urn:uuid:7"}}], None),
        ([{"type": [{"text": "doctor"}]}], None),
        ([], None),
    ],
)
def test_the_only_practitioner_is_who_comes(participants: list[Json], by: str | None) -> None:
    assert only(read(appointment(participant=participants))).by == by


def test_who_takes_part_besides_is_lost() -> None:
    place = {"actor": {"reference": "Location/l1", "display": "South Wing"}}
    second = {"actor": {"reference": "Patient/c2"}}

    found = read(appointment(participant=[ADA, place, second]))

    assert sorted((one.place, one.kept) for one in found.losses) == [
        ("$[0].participant[0].actor", '{"reference":"Patient/c1"}'),
        ("$[0].participant[0].status", '"accepted"'),
        ("$[0].participant[1].actor", '{"reference":"Location/l1","display":"South Wing"}'),
        ("$[0].participant[2].actor", '{"reference":"Patient/c2"}'),
    ]


@pytest.mark.parametrize(
    ("references", "activity", "lost"),
    [
        (["ServiceRequest/r1"], "ServiceRequest/r1", []),
        (["Task/t1"], "Task/t1", []),
        (["urn:uuid:7"], "urn:uuid:7", []),
        (["ServiceRequest/r1", "ServiceRequest/r2"], "ServiceRequest/r1", ["basedOn"]),
        (["MedicationRequest/m1"], None, ["basedOn"]),
        (["CarePlan/p1"], None, ["basedOn"]),
    ],
)
def test_a_visit_is_made_for_the_first_request(
    references: list[str], activity: str | None, lost: list[str]
) -> None:
    found = read(appointment(basedOn=[{"reference": one} for one in references]))

    assert (only(found).activity, list(kept(found))) == (activity, lost)


@pytest.mark.parametrize("type_of", ["CarePlan", "ServiceRequest"])
def test_a_name_alone_is_no_request(type_of: str) -> None:
    found = read(appointment(basedOn=[{"type": type_of, "display": "the plan"}]))

    assert only(found).activity is None
    assert kept(found) == {
        "basedOn.type": f'"{type_of}"',
        "basedOn.display": '"the plan"',
    }


@given(values(Visit))
def test_what_is_written_is_read_again(one: Visit) -> None:
    found, _ = written(one)

    assert found.visits == (one,)
    assert found.faults == ()


def test_a_visit_that_fhir_tells_needs_no_extension() -> None:
    one = Visit(
        id="Appointment/v1", activity="ServiceRequest/r1", by="Practitioner/a", planned=START
    )

    found, writing = written(one)

    assert (found.visits, writing.losses) == ((one,), [])
    assert writing.resources == [
        {
            "resourceType": "Appointment",
            "id": "v1",
            "status": "booked",
            "start": "2026-03-09T09:00:00+00:00",
            "end": "2026-03-09T09:00:00+00:00",
            "basedOn": [{"reference": "ServiceRequest/r1"}],
            "participant": [ADA, MINA],
        }
    ]


@pytest.mark.parametrize(
    ("fields", "lost"),
    [
        ({}, []),
        ({"planned": PartialDate(2026, 3)}, ["planned"]),
        ({"by": "p-1"}, ["by"]),
        ({"by": "Patient/c1"}, ["by"]),
        ({"activity": "walks"}, ["activity"]),
        ({"activity": "Task/t1"}, ["activity"]),
        ({"event": "e-1", "setting": "own_home"}, ["event", "setting"]),
    ],
)
def test_what_others_cannot_read_is_listed(fields: Json, lost: list[str]) -> None:
    one = Visit(id="v-1", **fields)

    found, writing = written(one)

    assert found.visits == (one,)
    assert [loss.place for loss in writing.losses] == [f"$.visits[0].{name}" for name in lost]


def test_a_day_without_a_time_is_only_wished_for() -> None:
    _, writing = written(Visit(id="v-1", planned=date(2026, 3, 9)))

    (resource,) = writing.resources
    wished = {"start": "2026-03-09", "end": "2026-03-09"}
    assert (resource["status"], resource["requestedPeriod"]) == ("proposed", [wished])
    assert "start" not in resource
