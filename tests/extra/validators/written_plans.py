"""What is written is accepted by two other readers of FHIR R4, and gives an equal plan again.

fhir.resources knows the shape of R4B, pyfhircheck also value sets, references and invariants.
They bring pydantic and much else, so these tests have an environment of their own, and the name of
this file keeps them from being collected:

    python -m pytest tests/extra/validators/written_plans.py

What pyfhircheck 0.2.0 says wrongly is listed by name; all else that it calls an error is one.
Its warnings are about references that lead nowhere: a plan may name what is not written with it.
"""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyfhircheck import ValidationIssue, Validator
from pyfhircheck.config import ValidatorConfig

from carecore.base.timing import Period
from carecore.coverage import Coverage
from carecore.extra.fhir import read, write
from carecore.medications import Medication, MedicationList
from carecore.people import Client, Membership, Professional, Team
from carecore.plans import Activity, CarePlan, Concern, Goal, Visit
from carecore.record import Event, EventKind, Observation, Record
from carecore.rights import Consent
from carecore.testing.strategies import flawed_plans, plans, values

from ..fhir import made, raw

EXAMPLES = 60
DRAWN: dict[str, st.SearchStrategy[CarePlan]] = {
    "plans": plans(),
    "values": values(CarePlan),
    "flawed plans": flawed_plans(),
}
CHECKER = Validator(ValidatorConfig.load_dict({"fhirVersion": "4.0.1"}))

FALSE_ALARMS = {
    # No server knows this extension; anybody may have extensions of their own.
    "extension.unknown": re.compile(r"The extension https://carecore\.invalid/fhir/value "),
    # It takes `language` and `text` for elements of resources, and knows them nowhere else.
    "element.unknown": re.compile(
        r"Unknown element (Patient\.communication\[\d+\]\.language"
        r"|Composition\.section\[\d+\]\.text"
        r"|MedicationRequest\.dosageInstruction\[\d+\]\.text"
        r"|MedicationStatement\.dosage\[\d+\]\.text)$"
    ),
    # The lists of fhir.resources, which it uses, end where the specification has a `+`.
    "terminology.required": re.compile(
        r"Code '(ready|cancelled|in-progress|on-hold|failed|completed|entered-in-error|unknown)' "
        r"is not in required ValueSet _r4b_status_"
    ),
}
"""What it says wrongly, by its code and words."""
CUT_OFF = ("Task.status", "Encounter.status")
"""The elements whose list ends too early."""
OUT_OF_ORDER = "invariant.per-1"
"""A period that ends before it starts; it compares the texts, however exact they are."""


def is_false(issue: ValidationIssue, document: raw.Json) -> bool:
    """Whether an error is none."""
    if issue.code == OUT_OF_ORDER:
        resources = (one["resource"] for one in document["entry"])
        kind, _, element = issue.path.partition(".")
        known = (kind, issue.resource_id)
        (one,) = (each for each in resources if (each["resourceType"], each["id"]) == known)
        return is_in_order(**one[element])
    alarm = FALSE_ALARMS.get(issue.code)
    if alarm is None or not alarm.match(issue.message):
        return False
    return issue.code != "terminology.required" or issue.path in CUT_OFF


def is_in_order(start: str, end: str) -> bool:
    """Whether a period ends after it starts: an end includes all times that match it in FHIR."""
    first, last = (
        datetime.fromisoformat(one).astimezone(UTC).isoformat(timespec="microseconds")
        if "T" in one
        else one
        for one in (start, end)
    )
    exact = min(len(first), len(last))
    return first[:exact] <= last[:exact]


def complaints(document: raw.Json) -> list[str]:
    """What the two do not accept of a bundle."""
    Bundle.model_validate_json(json.dumps(document))
    issues = CHECKER.validate_resource(document).errors
    return [f"{one.path}: {one.message}" for one in issues if not is_false(one, document)]


def is_accepted(plan: CarePlan) -> None:
    """Stop if one of the two complains, or if what is read again is another plan."""
    written = write(plan)
    again = read(written.text)

    assert complaints(json.loads(written.text)) == []
    assert again.plans == (plan,)
    assert again.faults == ()


def test_the_made_up_documents_are_valid() -> None:
    assert complaints(made.bundle(*made.RESOURCES)) == []


def test_one_of_the_two_refuses_a_code_that_is_in_no_value_set() -> None:
    (goal,) = (one for one in made.RESOURCES if one["id"] == "sleep")
    (complaint,) = complaints(made.bundle({**goal, "lifecycleStatus": "soon"}))

    assert complaint.startswith("Goal.lifecycleStatus: Code 'soon' is not in required ValueSet")


def test_one_of_the_two_refuses_what_lacks_a_required_element() -> None:
    with pytest.raises(ValueError, match=r"subject\s+Field required"):
        complaints(made.bundle({"resourceType": "Goal", "id": "1", "lifecycleStatus": "active"}))


def test_a_plan_of_made_up_documents_is_accepted() -> None:
    for plan in read(made.bundle(*made.RESOURCES)).plans:
        is_accepted(plan)


def test_every_real_plan_is_accepted(real_data: Path) -> None:
    documents = raw.documents(real_data / "fhir")
    those = read(*(data for _, data in documents)).plans

    assert len(those) > 400
    for plan in those:
        is_accepted(plan)


def plan_that_names(key: str) -> CarePlan:
    """A plan that names *key* wherever it names something outside of it."""
    client = "Patient/1"
    activities = (
        Activity(id=one, goals=(key,), accountable=(key,), text="Walk.")
        for one in ("a", "Task/1", "ServiceRequest/1")
    )
    prescribed = Medication(id="MedicationRequest/1", substance="furosemide", prescriber=key)
    lists = MedicationList(
        id=f"{client}#MedicationRequest", client_id=client, medications=(prescribed,)
    )
    return CarePlan(
        id="CarePlan/1",
        client=Client(id=client),
        team=Team(
            id="t",
            client_id=key,
            memberships=(Membership(person_id=key, period=Period(None)),),
            professionals=(Professional(id="p", organization_id=key),),
        ),
        concerns=(Concern(id="x", condition=key),),
        goals=(Goal(id="g", set_by=key, concerns=(key,), text="Ada walks."),),
        activities=tuple(activities),
        visits=(Visit(id="v", activity=key, by=key),),
        record=Record(
            client_id=client,
            observations=(Observation(id="o", client_id=client, what="pain", by=key),),
            events=tuple(
                Event(id=f"e-{kind.value}", client_id=client, kind=kind, by=key)
                for kind in EventKind
            ),
        ),
        medication_lists=(lists,),
        coverages=(
            Coverage(id="k-1", client_id=client, organization_id=key),
            Coverage(id="k-2", client_id=key),
        ),
        consents=(Consent(id="c-1", client_id=client, by=key, recipients=(key,), is_given=True),),
    )


@pytest.mark.parametrize(
    "key",
    [
        *("Organization/1", "Group/1", "Device/1", "Practitioner/1", "RelatedPerson/1"),
        *("Patient/2", "Goal/1", "CarePlan/9", "Observation/7", "Condition/1#a", "#a", "Other/1"),
        *("urn:oid:1.2.3", "urn:oid:x", "urn:uuid:x", "https://a.example/Goal/1", "http://ä"),
        "https://a.example/Patient/1/_history/1",
    ],
)
def test_whatever_a_plan_names_is_accepted(key: str) -> None:
    is_accepted(plan_that_names(key))


@pytest.mark.parametrize("name", DRAWN)
def test_every_plan_that_can_be_drawn_is_accepted(name: str) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
    @given(DRAWN[name])
    def each(plan: CarePlan) -> None:
        is_accepted(plan)

    each()
