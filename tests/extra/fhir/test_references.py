"""What a reference leads to: every kind of it, near by first, and never by guessing."""

from typing import Any

import pytest

from carecore.extra.fhir import Imported, read, write

Json = dict[str, Any]

URN = "urn:uuid:7d1f6f0e-0000-4000-8000-000000000001"
BASE = "https://records.example/fhir"
BADGE = {"system": "urn:oid:1.2.3", "value": "N-7"}


def nurse(key: str | None = "n1", **more: object) -> Json:
    given: Json = {"resourceType": "Practitioner", "active": True, **more}
    return given if key is None else {**given, "id": key}


def goal(reference: object, **more: object) -> Json:
    """A goal that somebody expressed."""
    return {"resourceType": "Goal", "id": "g1", "expressedBy": reference, **more}


def bundle(*resources: Json | tuple[str, Json]) -> Json:
    entries: list[Json] = [
        {"resource": one} if isinstance(one, dict) else {"fullUrl": one[0], "resource": one[1]}
        for one in resources
    ]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def set_by(found: Imported) -> list[str | None]:
    """Who expressed each goal."""
    return [one.set_by for one in found.goals]


def to(text: str) -> Json:
    return {"reference": text}


@pytest.mark.parametrize(
    ("document", "whom"),
    [
        (bundle(nurse(), goal(to("Practitioner/n1"))), "Practitioner/n1"),
        (bundle(nurse(), goal(to("Practitioner/n1/_history/3"))), "Practitioner/n1"),
        (bundle((URN, nurse(None)), goal(to(URN))), URN),
        (bundle((URN, nurse()), goal(to(URN))), "Practitioner/n1"),
        (
            bundle((f"{BASE}/Practitioner/n1", nurse()), goal(to(f"{BASE}/Practitioner/n1"))),
            "Practitioner/n1",
        ),
        (
            bundle(
                (f"{BASE}/Practitioner/n1", nurse()),
                (f"{BASE}/Goal/g1", goal(to("Practitioner/n1"))),
            ),
            "Practitioner/n1",
        ),
        (goal(to("#n1"), contained=[nurse()]), "Goal/g1#n1"),
        (goal(to("#n9"), contained=[nurse()]), "Goal/g1#n9"),
        (goal(to("#")), "Goal/g1"),
        (bundle(nurse(identifier=[BADGE]), goal({"identifier": BADGE})), "Practitioner/n1"),
        (
            bundle(nurse(identifier=[BADGE]), goal({"identifier": BADGE, "type": "Practitioner"})),
            "Practitioner/n1",
        ),
        (
            bundle(nurse(identifier=[BADGE]), goal({"identifier": BADGE, "type": "Patient"})),
            "urn:oid:1.2.3|N-7",
        ),
        (goal({"identifier": {"value": "N-7"}}), "|N-7"),
        (
            bundle(nurse(identifier=BADGE), goal(to("Practitioner?identifier=urn:oid:1.2.3|N-7"))),
            "Practitioner/n1",
        ),
        (
            goal(to("Practitioner?identifier=urn:oid:1.2.3|N-7")),
            "Practitioner?identifier=urn:oid:1.2.3|N-7",
        ),
        (goal(to("Practitioner/n9")), "Practitioner/n9"),
        (goal(to("Practitioner/n9/_history/1")), "Practitioner/n9"),
        (goal(to(f"{BASE}/Practitioner/n9")), f"{BASE}/Practitioner/n9"),
        (goal({"display": "Sister Agnes"}), None),
        (goal({"identifier": {"system": "urn:oid:1.2.3"}}), None),
        (goal({"identifier": {"system": 7, "value": "N-7"}}), None),
        (goal({"identifier": "N-7"}), None),
    ],
)
def test_every_kind_of_reference_is_followed_or_stays_open(
    document: Json, whom: str | None
) -> None:
    found = read(document)

    assert set_by(found) == [whom]
    assert found.faults == ()


def test_a_role_stands_for_whoever_has_it() -> None:
    role = {
        "resourceType": "PractitionerRole",
        "id": "r1",
        "practitioner": to("Practitioner/n1"),
    }

    assert set_by(read(bundle(role, goal(to("PractitionerRole/r1"))))) == ["Practitioner/n1"]
    del role["practitioner"]
    assert set_by(read(bundle(role, goal(to("PractitionerRole/r1"))))) == ["PractitionerRole/r1"]


def test_a_name_alone_leads_nowhere_and_is_kept() -> None:
    found = read(goal({"display": "Sister Agnes"}))

    assert [one.kept for one in found.losses if one.path == "Goal.expressedBy.display"] == [
        '"Sister Agnes"'
    ]


@pytest.mark.parametrize("text", [" padded ", "x" * 300, "line\nbreak"])
def test_what_nobody_can_be_called_is_a_fault(text: str) -> None:
    found = read(goal(to(text)))

    assert set_by(found) == [None]
    assert [one.place for one in found.faults] == ["$[0].expressedBy.reference"]


@pytest.mark.parametrize("raw", [7, None, True, []])
def test_a_reference_that_is_no_text_is_a_fault(raw: object) -> None:
    found = read(goal({"reference": raw}))

    assert [one.place for one in found.faults] == ["$[0].expressedBy.reference"]


def test_near_by_comes_first() -> None:
    """Two documents have a nurse n1, and each goal means the one beside it."""
    one = bundle(nurse(), {**goal(to("Practitioner/n1")), "id": "here"})
    other = bundle(nurse(active=False), {**goal(to("Practitioner/n1")), "id": "there"})

    found = read(one, other)

    assert set_by(found) == ["Practitioner/n1", "Practitioner/n1~2"]
    assert found.faults == ()


def test_where_other_documents_differ_the_reference_stays_open() -> None:
    found = read(bundle(nurse()), bundle(nurse(active=False)), goal(to("Practitioner/n1")))

    assert set_by(found) == ["Practitioner/n1~open"]
    what = "2 different resources answer to it, so that it stays open"
    assert [(one.place, one.what) for one in found.faults] == [("$[2].expressedBy.reference", what)]
    assert [one.id for one in found.professionals] == ["Practitioner/n1", "Practitioner/n1~2"]


def test_each_reference_that_stays_open_is_a_fault() -> None:
    several = [{**goal(to("Practitioner/n1")), "id": key} for key in ("g1", "g2")]

    found = read(bundle(nurse()), bundle(nurse(active=False)), bundle(*several))

    assert set_by(found) == ["Practitioner/n1~open"] * 2
    assert [one.place for one in found.faults] == [
        f"$[2].entry[{number}].resource.expressedBy.reference" for number in (0, 1)
    ]


def test_what_stays_open_is_called_as_nothing_is() -> None:
    namesake = nurse("n1~open")

    found = read(
        bundle(nurse(), namesake), bundle(nurse(active=False)), goal(to("Practitioner/n1"))
    )

    assert set_by(found) == ["Practitioner/n1~open~2"]


def test_an_identifier_that_several_have_stays_open() -> None:
    several = [bundle(nurse(key, identifier=[BADGE])) for key in ("n1", "n2")]

    found = read(*several, goal({"identifier": BADGE}))

    assert set_by(found) == ["urn:oid:1.2.3|N-7~open"]
    assert [one.place for one in found.faults] == ["$[2].expressedBy.identifier"]


def test_a_plan_holds_none_of_several_goals() -> None:
    several = [goal(to("Practitioner/n1"), startDate=day) for day in ("2026-03-01", "2026-03-02")]
    plan = {
        "resourceType": "CarePlan",
        "id": "1",
        "subject": to("Patient/1"),
        "goal": [to("Goal/g1")],
    }

    found = read(*several, plan)

    assert [one.goals for one in found.plans] == [()]
    assert [one.id for one in found.goals] == ["Goal/g1", "Goal/g1~2"]
    assert [one.place for one in found.faults] == ["$[2].goal[0].reference"]


def test_a_plan_of_one_of_several_clients_is_of_none_of_them() -> None:
    several = [{"resourceType": "Patient", "id": "1", "birthDate": day} for day in ("1948", "1950")]
    owned = {"resourceType": "Goal", "id": "g1", "subject": to("Patient/1")}
    plan = {
        "resourceType": "CarePlan",
        "id": "1",
        "subject": to("Patient/1"),
        "goal": [to("Goal/g1")],
    }

    found = read(*several, bundle(owned, plan))

    (one,) = found.plans
    assert (one.client.id, one.client.birth_date) == ("Patient/1~open", None)
    assert [goal.id for goal in one.goals] == ["Goal/g1"]
    assert [one.place for one in found.faults] == [
        "$[2].entry[0].resource.subject.reference",
        "$[2].entry[1].resource.subject.reference",
    ]
    assert read(write(one).text).plans == (one,)


def test_a_goal_of_one_of_several_clients_may_be_of_that_of_the_plan() -> None:
    several = [{"resourceType": "Patient", "id": "1", "birthDate": day} for day in ("1948", "1950")]
    owned = {"resourceType": "Goal", "id": "g1", "subject": to("Patient/1")}
    plan = {
        "resourceType": "CarePlan",
        "id": "1",
        "subject": to("Patient/2"),
        "goal": [to("Goal/g1")],
    }

    found = read(*several, bundle(owned, plan))

    assert [one.place for one in found.faults] == ["$[2].entry[0].resource.subject.reference"]


def test_equal_copies_count_once_and_lead_to_one() -> None:
    found = read(bundle(nurse()), bundle(nurse()), goal(to("Practitioner/n1")))

    assert set_by(found) == ["Practitioner/n1"]
    assert found.faults == ()
    assert len([one for one in found.losses if one.path == "Practitioner.active"]) == 1


def test_other_documents_are_looked_at_when_nothing_is_near() -> None:
    role = {"resourceType": "PractitionerRole", "id": "r1", "practitioner": to("Practitioner/n1")}

    assert set_by(read(goal(to("PractitionerRole/r1")), role)) == ["Practitioner/n1"]


def test_an_address_of_another_place_is_no_relative_one() -> None:
    """Type and id are the same, and the server is not: nobody says it is the same nurse."""
    other = f"{BASE}/Practitioner/n1"

    assert set_by(read(bundle(nurse(), goal(to(other))))) == [other]


def test_two_of_one_id_in_one_bundle_are_told_apart_by_their_addresses() -> None:
    found = read(
        bundle(
            ("https://a.example/Practitioner/n1", nurse()),
            ("https://b.example/Practitioner/n1", nurse(active=False)),
            ("https://b.example/Goal/g1", goal(to("Practitioner/n1"))),
        )
    )

    assert set_by(found) == ["Practitioner/n1~2"]
    assert found.faults == ()


def test_a_resource_without_an_id_is_called_by_its_place() -> None:
    found = read({"resourceType": "Goal"}, bundle({"resourceType": "Goal"}))

    assert [one.id for one in found.goals] == ["Goal@$[0]", "Goal@$[1].entry[0].resource"]


def test_an_id_that_is_none_is_kept_as_a_loss() -> None:
    found = read({"resourceType": "Goal", "id": " padded"})

    assert [one.id for one in found.goals] == ["Goal/ padded"]
    long = read({"resourceType": "Goal", "id": "x" * 300})
    assert [one.id for one in long.goals] == ["Goal@$[0]"]
    assert [one.path for one in long.losses] == ["Goal.id"]


def test_what_contains_and_is_contained() -> None:
    inner = {"resourceType": "Goal", "id": "g2"}
    twin = {"resourceType": "Goal", "id": "g2", "startDate": "2026"}

    found = read({"resourceType": "Goal", "id": "g1", "contained": [inner, twin, 7, {}]})

    assert [one.id for one in found.goals] == ["Goal/g1#g2", "Goal/g1"]
    assert [one.place for one in found.faults] == [
        "$[0].contained[1]",
        "$[0].contained[2]",
        "$[0].contained[3]",
    ]


def test_a_bundle_in_a_bundle_is_read_and_its_own_elements_are_losses() -> None:
    found = read(bundle(bundle({"resourceType": "Goal", "id": "g1"}), {"resourceType": "List"}))

    assert [one.id for one in found.goals] == ["Goal/g1"]
    assert [(one.path, one.kept) for one in found.losses] == [
        ("Bundle.type", '"collection"'),
        ("Bundle.type", '"collection"'),
        ("List", '{"resourceType":"List"}'),
    ]
