"""All real documents in one call: as many plans, teams, goals and people as the raw JSON holds."""

from pathlib import Path

import pytest

from carecore.extra.fhir import Imported, read

from . import raw

Found = tuple[list[raw.Raw], Imported]

READ = {
    *("AllergyIntolerance", "Appointment", "CarePlan", "CareTeam", "Composition", "Condition"),
    *("Consent", "Coverage", "Encounter", "EpisodeOfCare", "Goal", "Location", "Medication"),
    *("MedicationRequest", "MedicationStatement", "Observation", "Organization", "Patient"),
    *("Practitioner", "PractitionerRole", "Procedure", "ProcedureRequest", "RelatedPerson"),
    *("ServiceRequest", "Task"),
}
"""What has a place in the values; a resource of another type is lost whole, with its parts."""


@pytest.fixture(scope="module")
def found(real_data: Path) -> Found:
    documents = raw.documents(real_data / "fhir")
    return raw.distinct(documents), read(*(data for _, data in documents))


def ids(those: list[raw.Raw], kind: str) -> set[str]:
    """The ids that the raw resources of a type have, but for parts of what is lost whole."""
    return {name for name, one in raw.of_kind(those, kind).items() if READ.issuperset(one.holders)}


def test_there_is_real_data_of_every_kind(found: Found) -> None:
    for kind in ("CarePlan", "CareTeam", "Goal", "Patient", "Practitioner"):
        assert len(ids(found[0], kind)) > 20, kind


def test_every_plan_is_read_once(found: Found) -> None:
    those, imported = found

    assert sorted(one.id for one in imported.plans) == sorted(ids(those, "CarePlan"))


def test_every_team_is_read_once(found: Found) -> None:
    those, imported = found

    assert sorted(one.id for one in imported.teams) == sorted(ids(those, "CareTeam"))


def test_every_goal_is_in_a_plan_or_of_none(found: Found) -> None:
    those, imported = found
    of_plans = {goal.id for plan in imported.plans for goal in plan.goals}
    of_none = [goal.id for goal in imported.goals]

    assert of_plans.isdisjoint(of_none)
    assert len(set(of_none)) == len(of_none)
    assert sorted(of_plans.union(of_none)) == sorted(ids(those, "Goal"))


def test_every_patient_is_one_client(found: Found) -> None:
    those, imported = found
    patients, clients = ids(those, "Patient"), [one.id for one in imported.clients]

    assert sorted(patients.intersection(clients)) == sorted(patients)
    assert len(set(clients)) == len(clients)


def test_every_practitioner_is_one_professional(found: Found) -> None:
    those, imported = found
    practitioners = ids(those, "Practitioner")
    professionals = [one.id for one in imported.professionals]

    assert sorted(practitioners.intersection(professionals)) == sorted(practitioners)
    assert len(set(professionals)) == len(professionals)


def test_parts_of_what_is_lost_are_lost_with_it(found: Found) -> None:
    those, imported = found
    lost = {one.place for one in imported.losses}
    holders = {one.place for one in those if not one.holders and one.kind not in READ}
    parts = [one.place for one in those if not READ.issuperset(one.holders)]

    assert len(parts) > 5
    assert [one for one in parts if one.partition(".contained")[0] not in lost & holders] == []
