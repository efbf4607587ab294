"""The doors of `carecore.extra`: each opens by itself, and shows nothing that is personal."""

import json
import subprocess
import sys
from typing import Any

import pytest

from carecore.base.outline import to_html, to_markdown, to_text
from carecore.errors import InvalidValue, UnknownId, WrongType
from carecore.extra.fhir import Element, Imported, read, write
from carecore.extra.fhir.model import loss
from carecore.people import Client
from carecore.plans import CarePlan, Stage
from carecore.testing.traveller import traveller_plan

MARKER = "ZqMarker"

# Every text of it is personal, or might be.
RECORD: list[dict[str, Any]] = [
    {
        "resourceType": "Patient",
        "id": "1",
        "name": [{"text": MARKER, "use": MARKER}],
        "birthDate": MARKER,
        "gender": MARKER,
        "telecom": [{"value": MARKER}],
    },
    {
        "resourceType": "CarePlan",
        "id": "1",
        "status": MARKER,
        "title": MARKER,
        "description": MARKER,
        "subject": {"reference": "Patient/1", "display": MARKER},
        "goal": [{"reference": "Goal/1"}, {"display": MARKER}],
        "activity": [{"detail": {"status": MARKER, "description": MARKER}}],
    },
    {
        "resourceType": "Goal",
        "id": "1",
        "description": {"text": MARKER},
        "target": [{"dueDate": MARKER, "detailString": f"{MARKER}!"}],
        "note": [{"text": MARKER}],
    },
    {"resourceType": "Observation", "id": "1", "valueString": f"{MARKER}!", "issued": MARKER},
    {"resourceType": "Unheard", "id": "1", "a": MARKER},
]


def test_fhir_needs_nothing_besides_the_core() -> None:
    question = (
        "import sys; import carecore.extra.fhir\n"
        "print({n.partition('.')[0] for n in sys.modules} & {'pydantic', 'fhir', 'hypothesis'})"
    )

    answer = subprocess.run([sys.executable, "-c", question], check=True, capture_output=True)

    assert answer.stdout.decode().strip() == "set()"


def test_nothing_personal_of_a_record_is_in_a_face() -> None:
    found = read(RECORD)

    shown = [repr(found), str(found), *map(repr, found.losses), *map(repr, found.faults)]
    shown += [*map(str, found.faults), *(face(found.outline()) for face in (to_html, to_markdown))]
    shown += [repr(one) for one in (*found.plans, *found.goals, *found.clients, *found.records)]
    assert len(found.faults) > 3
    assert [text for text in shown if MARKER.lower() in text.lower()] == []
    assert MARKER in to_text(found.outline(full=True))
    assert any(MARKER in one.kept for one in found.faults)


def test_how_much_was_read_is_told() -> None:
    text = str(read(RECORD, "{"))

    assert "Read: 1 plan, 1 client, 1 record," in text
    assert "What could not be read" in text
    assert "Patient.gender" in text
    assert "Read: nothing." in str(read())
    assert repr(Imported(clients=(Client(id="a"), Client(id="b")))) == "<Imported: 2 clients>"


def test_what_was_read_is_found_by_its_id() -> None:
    found = read(RECORD)

    assert found.plan("CarePlan/1") is found.plans[0]
    assert found.record(None) is found.records[0]
    assert found.record("Patient/9") is None
    with pytest.raises(UnknownId, match=r"there is no plan 'CarePlan/9'\. Maybe 'CarePlan/1'"):
        found.plan("CarePlan/9")


def test_a_loss_of_a_bundle_names_the_bundle() -> None:
    (one,) = read({"resourceType": "Bundle", "type": "collection"}).losses

    assert (one.path, one.resource, one.kept) == ("Bundle.type", "Bundle", '"collection"')
    assert loss("$[0]", {}, "", 0).path == "Bundle$"


def test_an_element_reads_as_an_arrow() -> None:
    assert str(Element("Goal.id", "Goal.id")) == "Goal.id -> Goal.id"


def test_the_traveller_is_written_and_read_again() -> None:
    plan = traveller_plan()

    written = write(plan)
    found = read(written.text)

    assert found.plans == (plan,)
    assert found.faults == ()
    assert repr(written) == f"<Written R4: {written.count} resources, {len(written.losses)} losses>"
    assert json.loads(written.text)["type"] == "collection"


def test_what_others_cannot_read_is_listed_with_its_resource() -> None:
    plan = CarePlan(id="plan-1", client=Client(id="c-1"), stages=(Stage(id="s", name="home"),))

    (one,) = write(plan).losses

    assert (one.place, one.resource) == ("$.stages", "CarePlan/plan-1")


def test_only_r4_is_written() -> None:
    plan = CarePlan(id="plan-1", client=Client(id="c-1"))

    with pytest.raises(InvalidValue, match=r"version 'R5' of FHIR is not written\. Maybe 'R4'"):
        write(plan, version="R5")
    with pytest.raises(WrongType, match="the version"):
        write(plan, version=4)  # type: ignore[arg-type]
    with pytest.raises(WrongType, match="what is written"):
        write(plan.client)  # type: ignore[arg-type]
