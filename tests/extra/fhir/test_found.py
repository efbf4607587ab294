"""What all readers share: references by their types, and what an extension of ours carries."""

from typing import Any

import pytest

from carecore.extra.fhir import read
from carecore.extra.fhir.finding import Held, Reading
from carecore.extra.fhir.found import OWN_VALUE, Found, keep, shelve, type_in, with_own
from carecore.extra.fhir.nodes import Node
from carecore.extra.fhir.writing import own_extension
from carecore.plans import Activity

Json = dict[str, Any]

DUTY = Activity(id="t1", duty="visit_home")
OURS = own_extension(DUTY, ["duty"])
OTHER = {"url": "urn:x", "valueString": "y"}


def task(*extensions: object) -> Json:
    return {"resourceType": "Task", "id": "t1", "extension": list(extensions)}


@pytest.mark.parametrize(
    ("reference", "kind"),
    [
        ("Goal/1", "Goal"),
        ("Goal/1/_history/2", "Goal"),
        ("Goal?identifier=urn:x|1", "Goal"),
        ("https://fhir.invalid/r4/Goal/1", "Goal"),
        ("https://fhir.invalid/Goal?identifier=1", "Goal"),
        ("Goal/1#hip", ""),
        ("urn:uuid:7", ""),
        ("c-17", ""),
        ("c/17", ""),
        ("", ""),
    ],
)
def test_a_reference_says_what_it_leads_to(reference: str, kind: str) -> None:
    assert type_in(reference) == kind


def test_what_an_extension_of_ours_says_comes_last() -> None:
    found = read(task(OTHER, OURS))

    assert [one.duty for one in found.activities] == ["visit_home"]
    assert [(one.path, one.kept) for one in found.losses] == [
        ("Task.extension", '[{"url":"urn:x","valueString":"y"}]')
    ]


@pytest.mark.parametrize(
    "broken",
    [
        {"url": OWN_VALUE},
        {"url": OWN_VALUE, "extension": []},
        {**OURS, "id": "x"},
        own_extension(DUTY, ["place"]),
        own_extension(DUTY, ["__class__"]),
        {"url": OWN_VALUE, "extension": [{"valueString": "duty"}, {"valueString": "{"}]},
        {
            "url": OWN_VALUE,
            "extension": [
                {"url": "fields", "valueString": "duty"},
                {"url": "value", "valueString": "{}"},
            ],
        },
    ],
)
def test_an_extension_of_ours_that_is_broken_is_a_fault(broken: Json) -> None:
    found = read(task(broken))

    assert found.activities == (Activity(id="Task/t1"),)
    assert [one.place for one in found.faults] == ["$[0].extension[0]"]
    assert found.losses == ()


def test_an_extension_that_is_no_list_is_lost() -> None:
    found = read({"resourceType": "Task", "id": "t1", "extension": OURS})

    assert [one.duty for one in found.activities] == [None]
    assert [one.path for one in found.losses] == ["Task.extension"]


def test_what_a_class_refuses_is_a_fault_of_the_whole_resource() -> None:
    reading = Reading()
    raw = task()
    node = Node(raw, "$[0]", Held(raw, "$[0]", (), reading))
    found = Found(reading)

    activity = with_own(node, Activity, {"id": " "})
    keep(found.activities, activity, None)
    shelve(found.teams, None)

    assert (activity, found.activities, found.teams) == (None, {}, {})
    assert [(place, kept) for place, _, kept, _ in map(_places, reading.faults)] == [("$[0]", raw)]


def _places(fault: tuple[str, str, str, object], /) -> tuple[str, str, object, str]:
    place, what, advice, raw = fault
    return place, what, raw, advice
