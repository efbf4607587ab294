"""Nothing vanishes: each changed leaf of a resource is heard of, and elements change values."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from carecore.extra.fhir import ELEMENTS, read

from . import made, raw
from .leaves import KINDS, Heard, Json, chosen, deaf, heard, occurring, silent

REAL = 200
"""How many real resources the ordinary run takes; `python -m tests.extra.fhir.leaves` takes all."""

ONLY_THERE = {
    "MedicationRequest.dosageInstruction.asNeededCodeableConcept",
    "MedicationStatement.dosage.asNeededCodeableConcept",
}
"""The model says that it stands there; for what it is needed, is a loss."""
IN_COMPANY = {
    *("CarePlan.activity.reference", "Encounter.location.location", "PractitionerRole.location"),
    *("ServiceRequest.basedOn", "Task.basedOn"),
}
"""What leads to another resource says something only where that is in the documents as well."""
NOT_SO = {
    # Nobody's qualification is one of the catalogue.
    "Practitioner.qualification.code.text",
    "Practitioner.qualification.identifier.value",
    "Practitioner.qualification.issuer.display",
    "Practitioner.qualification.period.start",
    # Each consent has exceptions or asks for something else, so that it says neither yes nor no.
    "Consent.category",
    "Consent.policyRule",
    "Consent.provision.type",
    # Each post names its practitioner.
    "PractitionerRole.id",
}
"""Elements that real data has, and in no case so that they say something that we keep."""


@pytest.fixture(scope="module")
def made_up() -> list[Heard]:
    return [one for each in made.RESOURCES for one in heard(each)]


@pytest.fixture(scope="module")
def real(real_data: Path) -> list[Heard]:
    those = chosen(raw.documents(real_data / "fhir"), REAL)
    assert {one.kind for one in those} == set(KINDS)
    return [one for each in those for one in heard(each.resource)]


def in_company(path: str) -> Iterator[Heard]:
    """The changes of an element where all made-up resources stand in one document."""
    for index, one in enumerate(made.RESOURCES):
        before, after = made.RESOURCES[:index], made.RESOURCES[index + 1 :]

        def around(changed: Json, before: Json = before, after: Json = after) -> Json:
            return made.bundle(*before, changed, *after)

        if one["resourceType"] == path.partition(".")[0]:
            yield from heard(one, around, only=path)


def test_every_element_is_made_up(made_up: list[Heard]) -> None:
    there = occurring(made_up)

    assert [one.path for one in ELEMENTS if one.path not in there] == []


def test_no_made_up_leaf_is_silent(made_up: list[Heard]) -> None:
    assert sorted(silent(made_up)) == []


def test_every_element_changes_the_model(made_up: list[Heard]) -> None:
    unheard = [
        path
        for path in deaf(made_up)
        if path not in ONLY_THERE and not any(one.in_model for one in in_company(path))
    ]

    assert unheard == []


@pytest.mark.parametrize("path", sorted(ONLY_THERE))
def test_what_only_has_to_stand_there_changes_the_model_when_it_is_gone(path: str) -> None:
    kind, dosage, key = path.split(".")
    (one,) = (
        each for each in made.RESOURCES if each["resourceType"] == kind and key in each[dosage][0]
    )
    without = {name: said for name, said in one[dosage][0].items() if name != key}
    lists = [
        read([one, made.TABLET]).medication_lists,
        read([{**one, dosage: [without]}, made.TABLET]).medication_lists,
    ]

    assert all(lists)
    assert lists[0] != lists[1]


def test_the_made_up_bundle_is_one_plan_with_everything() -> None:
    found = read(made.bundle(*made.RESOURCES))
    plan = found.plan("CarePlan/home")

    assert [str(one) for one in found.faults] == []
    assert plan.team is not None
    assert plan.record is not None
    parts = (plan.concerns, plan.goals, plan.activities, plan.visits, plan.medication_lists)
    assert all((*parts, plan.coverages, plan.consents, plan.client.representatives))
    assert all((plan.record.conditions, plan.record.observations, plan.record.events))


def test_no_real_leaf_is_silent(real: list[Heard]) -> None:
    assert sorted(silent(real)) == []


def test_elements_of_real_data_change_the_model(real: list[Heard]) -> None:
    assert sorted(set(deaf(real)) - ONLY_THERE - IN_COMPANY - NOT_SO) == []
