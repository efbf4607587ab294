"""Condition, AllergyIntolerance, Observation, Encounter, EpisodeOfCare, Procedure, Composition."""

from datetime import datetime
from typing import Any

import pytest

from carecore.base.amounts import Code, Quantity
from carecore.base.timing import PartialDate
from carecore.extra.fhir import read
from carecore.record import Certainty, ConditionStatus, EventKind, EventOutcome

from .made_records import ADA, STAIRS, Json, alone, had, happened, kept, observed

NOW = "2026-03-01T09:30:00+01:00"
MOMENT = datetime.fromisoformat(NOW)
DAY = PartialDate(2026, 3, 1)
HL7 = "http://terminology.hl7.org/CodeSystem/"
STEPS = Code(system="urn:x", code="1", label="Stairs climbed")
NURSE: Json = {"reference": "Practitioner/n1"}
ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"


def coding(system: str, code: str) -> Json:
    return {"coding": [{"system": HL7 + system, "code": code}]}


# Conditions and allergies.


@pytest.mark.parametrize(
    ("code", "status", "is_exact"),
    [
        ("active", ConditionStatus.ACTIVE, True),
        ("recurrence", ConditionStatus.RECURRENT, True),
        ("relapse", ConditionStatus.RECURRENT, False),
        ("inactive", ConditionStatus.INACTIVE, True),
        ("remission", ConditionStatus.REMISSION, True),
        ("resolved", ConditionStatus.RESOLVED, True),
    ],
)
def test_how_a_condition_stands(code: str, status: ConditionStatus, *, is_exact: bool) -> None:
    found = alone("Condition", clinicalStatus=coding("condition-clinical", code))
    older = alone("Condition", clinicalStatus=code)

    assert [had(one)[0].status for one in (found, older)] == [status, status]
    assert [one.kept for one in found.losses] == ([] if is_exact else [f'"{code}"'])
    assert kept(older) == ({} if is_exact else {"Condition.clinicalStatus": f'"{code}"'})


@pytest.mark.parametrize(
    ("code", "certainty"),
    [
        ("confirmed", Certainty.CONFIRMED),
        ("unconfirmed", Certainty.SUSPECTED),
        ("provisional", Certainty.SUSPECTED),
        ("differential", Certainty.SUSPECTED),
        ("refuted", Certainty.REFUTED),
        ("unknown", None),
    ],
)
def test_how_sure_a_condition_is(code: str, certainty: Certainty | None) -> None:
    found = alone("Condition", verificationStatus=coding("condition-ver-status", code))

    assert had(found)[0].certainty is certainty
    exact = code in ("confirmed", "unconfirmed", "refuted")
    assert ([one.kept for one in found.losses] == []) is exact


def test_a_status_of_another_system_is_a_loss() -> None:
    found = alone("Condition", clinicalStatus={"coding": [{"system": "urn:x", "code": "active"}]})

    assert had(found)[0].status is None
    assert kept(found) == {
        "Condition.clinicalStatus.coding.system": '"urn:x"',
        "Condition.clinicalStatus.coding.code": '"active"',
    }
    assert had(alone("Condition", clinicalStatus=7))[0].status is None


@pytest.mark.parametrize("kind", ["Condition", "AllergyIntolerance"])
@pytest.mark.parametrize(
    "status", ["entered-in-error", {"coding": [7, {"code": "entered-in-error"}]}]
)
def test_what_was_written_down_in_error_is_nothing_that_somebody_has(
    kind: str, status: object
) -> None:
    found = alone(kind, verificationStatus=status, code={"text": "Heart failure"})

    assert had(found) == ()
    assert [one.path for one in found.losses] == [kind]


def test_a_condition_with_everything() -> None:
    found = alone(
        "Condition",
        code=STAIRS,
        subject=ADA,
        onsetDateTime="2020",
        abatementDateTime="2021-03",
        recordedDate=NOW,
        severity={"text": "mild"},
    )

    (one,) = had(found)
    assert (one.id, one.client_id) == ("Condition/1", "Patient/ada")
    assert (one.what, one.code) == ("stairs_climbed", STEPS)
    assert (one.onset, one.abated, one.recorded) == (
        PartialDate(2020),
        PartialDate(2021, 3),
        MOMENT,
    )
    assert kept(found) == {"Condition.severity": '{"text":"mild"}'}
    assert [client.id for client in found.clients] == ["Patient/ada"]


def test_a_condition_may_begin_in_a_period_and_be_asserted_as_stu3_says() -> None:
    found = alone("Condition", onsetPeriod={"start": "2020", "end": "2021"}, assertedDate="2022")

    (one,) = had(found)
    assert (one.onset, one.recorded) == (PartialDate(2020), PartialDate(2022))
    assert kept(found) == {"Condition.onsetPeriod.end": '"2021"'}
    assert had(alone("Condition", onsetPeriod=7))[0].onset is None


def test_an_allergy_is_a_condition_with_a_word_of_its_own() -> None:
    found = alone(
        "AllergyIntolerance",
        code={"text": "Nuts"},
        patient=ADA,
        clinicalStatus=coding("allergyintolerance-clinical", "active"),
        verificationStatus=coding("allergyintolerance-verification", "confirmed"),
        criticality="high",
    )

    (one,) = had(found)
    assert (one.what, one.text) == ("allergy_to_nuts", "Nuts")
    assert (one.status, one.certainty) == (ConditionStatus.ACTIVE, Certainty.CONFIRMED)
    assert kept(found) == {"AllergyIntolerance.criticality": '"high"'}
    assert had(alone("AllergyIntolerance"))[0].what is None


# Observations.


@pytest.mark.parametrize(
    ("element", "seen", "value"),
    [
        ("valueQuantity", {"value": 12, "unit": "steps"}, Quantity(12, "steps")),
        ("valueCodeableConcept", STAIRS, STEPS),
        ("valueCodeableConcept", {"text": "none at all"}, "none_at_all"),
        ("valueCodeableConcept", {"coding": [{"display": "none"}]}, "none"),
        ("valueBoolean", False, False),
        ("valueInteger", 12, Quantity(12)),
        ("valueString", "none at all", "none_at_all"),
    ],
)
def test_what_was_seen(element: str, seen: object, value: object) -> None:
    found = alone("Observation", status="final", code={"text": "Stairs"}, **{element: seen})

    (one,) = observed(found)
    assert (one.value, one.what, one.text) == (value, "stairs", "Stairs")
    assert (found.losses, found.faults) == ((), ())


@pytest.mark.parametrize(
    ("element", "seen", "lost"),
    [
        ("valueCodeableConcept", {**STAIRS, "text": "Many"}, ".text"),
        (
            "valueCodeableConcept",
            {"coding": [{"display": "none"}], "text": "None!"},
            ".coding.display",
        ),
        ("valueRatio", {"numerator": 1}, ""),
        ("valueCodeableConcept", 7, None),
    ],
)
def test_what_a_value_cannot_hold_is_kept(element: str, seen: object, lost: str | None) -> None:
    found = alone("Observation", status="final", **{element: seen})

    paths = [one.path for one in found.losses]
    assert (f"Observation.{element}{lost}" in paths) is (lost is not None)
    assert len(found.faults) == (0 if lost is not None else 1)


def test_words_that_are_no_value_are_the_text() -> None:
    said = "She walks well, and is proud of it."

    found = alone("Observation", code={"text": "How she walks"}, valueString=said)
    (one,) = observed(found)
    assert (one.value, one.text, one.what) == (None, said, "how_she_walks")
    assert kept(found) == {"Observation.code.text": '"How she walks"'}

    assert kept(alone("Observation", code={"text": "walks"}, valueString=said)) == {}
    assert kept(alone("Observation", code={"text": "42"}, valueString=said)) == {
        "Observation.code.text": '"42"'
    }
    assert observed(alone("Observation", valueString=7))[0].value is None


@pytest.mark.parametrize("status", ["cancelled", "entered-in-error"])
def test_what_never_was_seen_is_no_observation(status: str) -> None:
    found = alone("Observation", status=status, valueBoolean=True)

    assert observed(found) == ()
    assert [one.path for one in found.losses] == ["Observation"]


@pytest.mark.parametrize("status", ["registered", "preliminary", "amended", "corrected", "unknown"])
def test_how_final_it_is_has_no_place(status: str) -> None:
    assert kept(alone("Observation", status=status)) == {"Observation.status": f'"{status}"'}


@pytest.mark.parametrize(
    ("element", "told", "when"),
    [
        ("effectiveDateTime", "2026-03-01", DAY),
        ("effectiveInstant", NOW, MOMENT),
        ("effectivePeriod", {"start": "2026-03-01", "end": "2026-03-02"}, DAY),
        ("effectivePeriod", 7, None),
    ],
)
def test_when_it_was_seen(element: str, told: object, when: object) -> None:
    assert observed(alone("Observation", **{element: told}))[0].happened == when


def test_who_looked_and_when_it_was_written_down() -> None:
    found = alone("Observation", performer=[NURSE, ADA], issued=NOW, subject=ADA)

    (one,) = observed(found)
    assert (one.by, one.recorded, one.client_id) == ("Practitioner/n1", MOMENT, "Patient/ada")
    assert list(kept(found)) == ["Observation.performer"]
    assert observed(alone("Observation", performer=[{"display": "Agnes"}]))[0].by is None
    assert observed(alone("Observation", performer=[]))[0].by is None


def test_each_component_is_an_observation_of_its_own() -> None:
    found = alone(
        "Observation",
        subject=ADA,
        effectiveDateTime="2026-03-01",
        code={"text": "Blood pressure"},
        component=[
            {"code": {"text": "Systolic"}, "valueQuantity": {"value": 120, "unit": "mmHg"}},
            {"code": {"text": "Diastolic"}, "valueQuantity": {"value": 80, "unit": "mmHg"}},
        ],
    )

    assert [(one.id, one.what, one.happened) for one in observed(found)] == [
        ("Observation/1", "blood_pressure", DAY),
        ("Observation/1#component-1", "systolic", DAY),
        ("Observation/1#component-2", "diastolic", DAY),
    ]
    assert observed(found)[2].value == Quantity(80, "mmHg")


# Encounters.


@pytest.mark.parametrize(
    ("code", "kinds", "setting", "is_exact"),
    [
        ("IMP", [EventKind.ADMISSION, EventKind.DISCHARGE], None, True),
        ("ACUTE", [EventKind.ADMISSION, EventKind.DISCHARGE], None, False),
        ("AMB", [EventKind.VISIT], None, True),
        ("EMER", [EventKind.VISIT], None, False),
        ("OBSENC", [EventKind.VISIT], "observation", True),
        ("VR", [EventKind.CONTACT], None, True),
        ("XYZ", [EventKind.OTHER], None, False),
        (7, [EventKind.OTHER], None, False),
    ],
)
def test_the_class_of_an_encounter_tells_its_kind(
    code: object, kinds: list[EventKind], setting: str | None, *, is_exact: bool
) -> None:
    found = alone(
        "Encounter",
        **{"status": "finished", "class": {"system": ACT, "code": code}, "subject": ADA},
        period={"start": "2026-03-01", "end": "2026-03-09"},
    )

    assert [one.kind for one in happened(found)] == kinds
    assert happened(found)[0].setting == setting
    assert (kept(found) == {}) is is_exact
    first, last = happened(found)[0], happened(found)[-1]
    assert first.happened == DAY
    assert (last.happened if len(kinds) > 1 else last.until) == PartialDate(2026, 3, 9)
    assert all(one.client_id == "Patient/ada" for one in happened(found))


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("finished", EventOutcome.DONE),
        ("cancelled", EventOutcome.NOT_DONE),
        ("in-progress", None),
        ("unknown", None),
    ],
)
def test_how_an_encounter_went(status: str, outcome: EventOutcome | None) -> None:
    (one,) = happened(alone("Encounter", **{"status": status, "class": {"code": "AMB"}}))

    assert one.outcome is outcome


def test_whoever_is_still_there_was_admitted() -> None:
    (one,) = happened(alone("Encounter", **{"status": "in-progress", "class": {"code": "IMP"}}))

    assert (one.kind, one.outcome) == (EventKind.ADMISSION, EventOutcome.DONE)
    (one,) = happened(alone("Encounter", **{"status": "unknown", "class": {"code": "IMP"}}))
    assert one.outcome is None


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("Encounter", "planned"),
        ("Encounter", "entered-in-error"),
        ("EpisodeOfCare", "waitlist"),
        ("Procedure", "preparation"),
    ],
)
def test_what_is_only_planned_has_not_happened(kind: str, status: str) -> None:
    found = alone(kind, status=status)

    assert happened(found) == ()
    assert [one.path for one in found.losses] == [kind]


def test_what_an_encounter_was_and_who_took_part() -> None:
    found = alone(
        "Encounter",
        type=[{"text": "First talk"}, STAIRS],
        participant=[{"type": ["x"]}, {"individual": NURSE}, {"individual": ADA}],
        serviceType={"text": "x"},
    )

    (one,) = happened(found)
    assert (one.what, one.text, one.by) == ("first_talk", "First talk", "Practitioner/n1")
    assert sorted(kept(found)) == [
        "Encounter.participant.individual",
        "Encounter.participant.type",
        "Encounter.serviceType",
        "Encounter.type",
    ]
    assert happened(alone("Encounter", type=[]))[0].what is None


def test_an_episode_of_care_has_a_care_manager() -> None:
    found = alone(
        "EpisodeOfCare",
        status="active",
        patient=ADA,
        careManager=NURSE,
        period={"start": "2026-03-01"},
        type=[{"text": "Heart care"}],
    )

    (one,) = happened(found)
    assert (one.what, one.by, one.outcome) == ("episode_of_care", "Practitioner/n1", None)
    assert (one.happened, one.text, one.client_id) == (DAY, "Heart care", "Patient/ada")
    assert kept(found) == {"EpisodeOfCare.status": '"active"'}
    assert happened(alone("EpisodeOfCare", type=[STAIRS]))[0].code == STEPS
    labelled = alone("EpisodeOfCare", type=[{"coding": [{"display": "heart care"}]}])
    assert happened(labelled)[0].text == "heart care"


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("completed", EventOutcome.DONE),
        ("not-done", EventOutcome.NOT_DONE),
        ("stopped", EventOutcome.ATTEMPTED),
        ("in-progress", None),
    ],
)
def test_how_a_procedure_went(status: str, outcome: EventOutcome | None) -> None:
    found = alone(
        "Procedure",
        status=status,
        code=STAIRS,
        subject=ADA,
        performedDateTime="2026-03-01",
        performer=[{"actor": {"display": "Agnes"}}, {"actor": NURSE}, {"actor": ADA}],
    )

    (one,) = happened(found)
    assert (one.kind, one.outcome, one.happened) == (EventKind.PROCEDURE, outcome, DAY)
    assert (one.code, one.what, one.by) == (STEPS, "stairs_climbed", "Practitioner/n1")


def test_a_procedure_may_last() -> None:
    found = alone("Procedure", performedPeriod={"start": "2026-03-01", "end": NOW})

    assert (happened(found)[0].happened, happened(found)[0].until) == (DAY, MOMENT)


# Compositions.


def test_a_document_is_an_event_and_its_sections_are_observations() -> None:
    found = alone(
        "Composition",
        status="final",
        type={"text": "Discharge summary"},
        subject=ADA,
        date="2026-03-01",
        author=[NURSE],
        title="Ada goes home",
        section=[
            {
                "title": "Her plan",
                "code": STAIRS,
                "text": {"status": "generated", "div": "<div>Walk.</div>"},
                "section": [{"title": "42"}],
            },
            {"code": STAIRS | {"text": "Steps"}, "entry": [ADA]},
        ],
    )

    (event,) = happened(found)
    assert (event.what, event.text, event.by) == (
        "discharge_summary",
        "Ada goes home",
        "Practitioner/n1",
    )
    assert [(one.id, one.what, one.code, one.text) for one in observed(found)] == [
        ("Composition/1#section-1", "her_plan", STEPS, "<div>Walk.</div>"),
        ("Composition/1#section-1-1", None, None, ""),
        ("Composition/1#section-2", "steps", STEPS, ""),
    ]
    assert sorted(kept(found)) == [
        "Composition.section.code.text",
        "Composition.section.entry",
        "Composition.section.section.title",
        "Composition.section.text.status",
        "Composition.section.title",
        "Composition.type.text",
    ]


def test_a_document_that_is_none_and_one_without_an_author() -> None:
    assert happened(alone("Composition", status="entered-in-error")) == ()
    assert happened(alone("Composition", author=[]))[0].by is None


@pytest.mark.parametrize(
    "kind",
    [
        *("Condition", "AllergyIntolerance", "Observation", "Encounter", "EpisodeOfCare"),
        *("Procedure", "Composition"),
    ],
)
def test_an_extension_of_ours_that_was_changed_is_a_fault(kind: str) -> None:
    mine: Any = {"url": "https://carecore.invalid/fhir/value", "extension": [{"url": "fields"}]}

    found = read({"resourceType": kind, "id": "1", "extension": [mine, {"url": "urn:other"}]})

    assert [one.place for one in found.faults] == ["$[0].extension[0]"]
    assert kept(found) == {f"{kind}.extension": '[{"url":"urn:other"}]'}
