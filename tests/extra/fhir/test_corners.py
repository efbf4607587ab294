"""What hardly any record says, and some do: odd ids, odd identifiers, odd bundles."""

from decimal import Decimal

import pytest

from carecore.base.amounts import Code, Quantity
from carecore.base.timing import PartialDate
from carecore.coverage import Coverage
from carecore.extra.fhir import read, write
from carecore.extra.fhir.datatypes import concept, quantity
from carecore.extra.fhir.finding import OWN_ID
from carecore.extra.fhir.writing import Writing, linked, tells_code
from carecore.medications import Medication, MedicationList
from carecore.people import Client, Professional, Team
from carecore.plans import Activity, CarePlan, Goal, Target, Visit
from carecore.record import Comparison, Condition, Record
from carecore.rights import Consent

from .test_datatypes import UCUM, faults, lost, opened
from .test_references import BADGE, bundle, goal, nurse, set_by, to

CODING = {"system": "urn:x", "code": "1", "display": "Heart failure"}


def test_a_concept_with_an_id_keeps_it_as_a_loss() -> None:
    node = opened({"coding": [CODING], "id": "a"})

    assert concept(node, "x").word == "heart_failure"
    assert lost(node) == {"x.id": "a"}


@pytest.mark.parametrize(
    ("number", "unit", "is_read"),
    [
        (Decimal("1.50"), "mg", True),
        (Decimal("1.50"), " mg", False),
        (Decimal("1E+30"), "mg", False),
        (Decimal("0." + "1" * 23), "mg", True),
    ],
)
def test_amounts_in_ucum_are_exact(number: Decimal, unit: str, *, is_read: bool) -> None:
    node = opened({"value": number, "unit": unit, "system": UCUM, "code": unit})

    found = quantity(node, "x")

    assert str(found) == (str(Quantity(number, unit)) if is_read else "None")
    assert (faults(node) == []) is is_read


def test_identifiers_of_no_sense_are_passed_over() -> None:
    odd = nurse(identifier=[7, {"value": 7}, {"system": OWN_ID, "value": " "}, BADGE])

    assert set_by(read(bundle(odd, goal({"identifier": BADGE})))) == ["Practitioner/n1"]


def test_an_identifier_beside_ours_is_a_loss() -> None:
    mine = {"system": OWN_ID, "value": "goal-1"}

    found = read({"resourceType": "Goal", "id": "g1", "identifier": [mine, {"value": "7"}]})

    assert [one.id for one in found.goals] == ["goal-1"]
    kept = {one.path: one.kept for one in found.losses}
    assert kept["Goal.identifier"] == '[{"value":"7"}]'


def test_a_name_that_is_taken_is_not_given_again() -> None:
    found = read(
        [
            {"resourceType": "Goal", "id": "g"},
            {"resourceType": "Goal", "id": "g~2"},
            {"resourceType": "Goal", "id": "g", "startDate": "2026"},
            {"resourceType": "Goal", "identifier": [{"system": OWN_ID, "value": "Goal/h#i"}]},
            {
                "resourceType": "Goal",
                "id": "h",
                "contained": [{"resourceType": "Goal", "id": "i"}],
            },
        ]
    )

    ids = ["Goal/g", "Goal/g~2", "Goal/g~3", "Goal/h#i", "Goal/h#i~2", "Goal/h"]
    assert [one.id for one in found.goals] == ids


def test_what_is_contained_may_say_what_it_is_called() -> None:
    inner = {"resourceType": "Goal", "id": "i", "identifier": [{"system": OWN_ID, "value": "aim"}]}

    found = read({"resourceType": "Goal", "id": "g", "contained": [inner]})

    assert [one.id for one in found.goals] == ["aim", "Goal/g"]


def test_what_is_contained_in_no_list_is_a_loss() -> None:
    found = read({"resourceType": "Goal", "id": "g", "contained": 7})

    assert [one.path for one in found.losses] == ["Goal.contained"]


def test_what_is_no_resource_among_others_costs_itself() -> None:
    found = read('[{"resourceType": "Goal", "id": "g"}, 7]')

    assert len(found.goals) == 1
    assert [one.place for one in found.faults] == ["$[0][1]"]


def test_an_entry_without_a_resource_is_a_loss() -> None:
    found = read({"resourceType": "Bundle", "entry": [{"fullUrl": "urn:x"}, 7]})

    assert [one.path for one in found.losses] == ["Bundle.entry.fullUrl"]
    assert [one.place for one in found.faults] == ["$[0].entry[1]"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{\n} x\n", "it goes on after its end, on line 2"),
        ("{\nx", "it is no JSON at line 2, column 1"),
    ],
)
def test_lines_of_which_none_is_json_are_one_fault(text: str, what: str) -> None:
    assert [one.what for one in read(text).faults] == [what]


def test_a_plan_has_one_team_and_others_are_kept() -> None:
    team = {"resourceType": "CareTeam", "id": "t1"}
    plan = {
        "resourceType": "CarePlan",
        "id": "p",
        "subject": to("Patient/1"),
        "careTeam": [to("CareTeam/t1"), to("CareTeam/t2")],
    }

    found = read(bundle(team, {**team, "id": "t2"}, plan))

    assert found.plans[0].team == found.teams[0]
    assert [one.kept for one in found.losses if one.path == "CarePlan.careTeam"] == [
        '{"reference":"CareTeam/t2"}'
    ]


def test_two_values_never_share_the_name_of_a_resource() -> None:
    writing = Writing("Patient/1")

    assert writing.name("Goal", "Goal/g1") == "Goal/g1"
    assert writing.name("Goal", "g1").startswith("Goal/g1-")
    assert writing.reference("https://a.example/Patient/1") == to("https://a.example/Patient/1")


def test_tasks_and_visits_are_resources_of_their_own() -> None:
    plan = CarePlan(
        id="CarePlan/1",
        client=Client(id="Patient/1"),
        activities=(Activity(id="Task/1", text="Walk."), Activity(id="a", text="Rest.")),
        visits=(Visit(id="Appointment/1", planned=PartialDate(2026, 3, 1)),),
    )

    assert read(write(plan).text).plans == (plan,)


@pytest.mark.parametrize(
    "value", [None, True, "no_pain", Quantity("1.50", "m"), Code(system="urn:x", code="1")]
)
@pytest.mark.parametrize("comparison", Comparison)
@pytest.mark.parametrize("due", [None, PartialDate(2026)])
def test_every_target_is_written_and_read_again(
    *,
    value: Quantity | Code | bool | str | None,
    comparison: Comparison,
    due: PartialDate | None,
) -> None:
    aim = Goal(id="g", targets=(Target(what="walks", comparison=comparison, value=value, due=due),))
    plan = CarePlan(id="p", client=Client(id="c"), goals=(aim,))

    assert read(write(plan).text).plans == (plan,)


@pytest.mark.parametrize(
    ("system", "code", "label"),
    [
        *((system, "1", "") for system in ("x", "x/y", "ftp://a.example", "urn:", "http://ä.de")),
        *((system, "1", "") for system in ("https:// a.example", " urn:x", "urn:x\n")),
        *(("urn:x", code, "") for code in ("1 ", " 1", "1  2", "1\t2", "1\u00a02")),
        *(("urn:x", "1", label) for label in (" ", "\u00a0", "\x85")),
    ],
)
def test_a_code_that_fhir_does_not_take_is_told_by_an_extension(
    system: str, code: str, label: str
) -> None:
    odd = Code(system=system, code=code, label=label)
    condition = Condition(id="Condition/1", client_id="Patient/1", what="falls", code=odd)
    record = Record(client_id="Patient/1", conditions=(condition,))
    plan = CarePlan(id="CarePlan/1", client=Client(id="Patient/1"), record=record)

    written = write(plan)

    assert [one.place for one in written.losses] == ["$.record.conditions[0].code"]
    assert read(written.text).plans == (plan,)


@pytest.mark.parametrize("owner", ["Practitioner/1", "Group/1", "https://a.example/Group/1"])
def test_a_client_may_be_called_like_something_else(owner: str) -> None:
    team = Team(
        id="CareTeam/1", client_id=owner, professionals=(Professional(id="Practitioner/1"),)
    )
    coverage = Coverage(id="Coverage/1", client_id=owner)
    consent = Consent(id="Consent/1", client_id=owner)
    medication = Medication(id="MedicationStatement/1", substance="furosemide")
    medications = MedicationList(id="l-1", client_id=owner, medications=(medication,))
    plan = CarePlan(
        id="CarePlan/1",
        client=Client(id="Patient/1"),
        team=team,
        coverages=(coverage,),
        consents=(consent,),
        medication_lists=(medications,),
    )

    again = read(write(plan).text)

    assert (again.plans, again.faults) == ((plan,), ())
    assert [one.client_id for one in again.coverages] == [owner]
    assert [one.client_id for one in again.consents] == [owner]


def test_only_what_fhir_takes_there_is_named_by_its_type() -> None:
    writing = Writing("Patient/1")
    by_id = {"identifier": {"system": OWN_ID, "value": "Group/1"}}

    assert linked("Goal/1", writing, "Goal") == to("Goal/1")
    assert linked("Group/1", writing, "Goal") == by_id
    assert linked("Group/1", writing, "Goal", also=("Group",)) == to("Group/1")
    assert linked("urn:uuid:1", writing, "Goal") == to("urn:uuid:1")


@pytest.mark.parametrize("system", ["urn:x", "urn:iso:std:iso:3166", "http://a.example/x|2"])
def test_a_code_of_an_address_is_told_by_fhir(system: str) -> None:
    assert tells_code(Code(system=system, code="1 2", label="one two"))
