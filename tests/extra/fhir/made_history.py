"""What Ada had, and what happened and was seen, made up, as FHIR R4."""

from typing import Final

from .made_parts import (
    ADA,
    BO,
    HL7,
    LOINC,
    SNOMED,
    STAIRS,
    VERIFIED,
    Json,
    code,
    concept,
    period,
    quantity,
)

RECORD: Final[tuple[Json, ...]] = (
    *(
        {
            "resourceType": "Condition",
            "id": each,
            "clinicalStatus": code("condition-clinical", status),
            "verificationStatus": VERIFIED,
            "code": concept("Broken hip", SNOMED, "5913000", "Fracture of neck of femur"),
            "subject": ADA,
            **when,
            "recordedDate": "2026-10-12",
        }
        for each, status, when in (
            ("hip", "active", {"onsetDateTime": "2026-10-12"}),
            (
                "cold",
                "resolved",
                {
                    "onsetPeriod": period("2026-10-01", "2026-10-02"),
                    "abatementDateTime": "2026-10-09",
                },
            ),
            ("rash", "resolved", {"abatementPeriod": period("2026-10-08", "2026-10-09")}),
        )
    ),
    *(
        {
            "resourceType": "AllergyIntolerance",
            "id": each,
            "clinicalStatus": code("allergyintolerance-clinical", "active"),
            "verificationStatus": code("allergyintolerance-verification", "confirmed"),
            "code": concept("Nuts", SNOMED, "91935009", "Allergy to peanut"),
            "patient": ADA,
            **when,
            "recordedDate": "2019-02-03",
        }
        for each, when in (
            ("nuts", {"onsetDateTime": "2019-02-01"}),
            ("bees", {"onsetPeriod": period("2019-02-01", "2019-02-02")}),
        )
    ),
    *(
        {
            "resourceType": "Procedure",
            "id": each,
            "status": "completed",
            "code": concept("New hip", SNOMED, "52734007", "Total replacement of hip"),
            "subject": ADA,
            **when,
            "performer": [{"actor": BO}],
        }
        for each, when in (
            ("operation", {"performedDateTime": "2026-10-13T08:00:00+02:00"}),
            ("exercises", {"performedPeriod": period("2026-10-15", "2026-10-28")}),
        )
    ),
    *(
        {
            "resourceType": "Encounter",
            "id": each,
            "status": "finished",
            "class": {"system": f"{HL7}/v3-ActCode", "code": word},
            "type": [concept("Hospital stay", SNOMED, "32485007", "Hospital admission")],
            "subject": ADA,
            "participant": [{"individual": BO}],
            "location": [{"location": {"reference": "Location/rooms"}}],
            "period": period("2026-10-12T20:00:00+02:00", "2026-10-31T11:00:00+01:00"),
        }
        for each, word in (("stay", "IMP"), ("visit", "HH"))
    ),
    {
        "resourceType": "EpisodeOfCare",
        "id": "after",
        "status": "active",
        "type": [concept("Home care", f"{HL7}/episodeofcare-type", "hacc", "Home care")],
        "patient": ADA,
        "period": period("2026-11-01", "2027-01-31"),
        "careManager": BO,
    },
    *(
        {
            "resourceType": "Observation",
            "id": f"seen-{index}",
            "status": "final",
            "code": STAIRS,
            "subject": ADA,
            **when,
            "issued": "2026-11-12T12:00:00+01:00",
            "performer": [BO],
            **value,
        }
        for index, (when, value) in enumerate(
            (
                (
                    {"effectiveDateTime": "2026-11-12"},
                    {"valueQuantity": quantity(12, "steps", "{steps}")},
                ),
                (
                    {"effectiveInstant": "2026-11-12T11:00:00+01:00"},
                    {"valueCodeableConcept": concept("Good", SNOMED, "20572008", "Good")},
                ),
                (
                    {"effectivePeriod": period("2026-11-12", "2026-11-13")},
                    {"valueBoolean": True},
                ),
                ({"effectiveDateTime": "2026-11-12"}, {"valueInteger": 12}),
                ({"effectiveDateTime": "2026-11-12"}, {"valueString": "steady"}),
                (
                    {"effectiveDateTime": "2026-11-12"},
                    {"component": [{"code": STAIRS, "valueInteger": 6}]},
                ),
            )
        )
    ),
    {
        "resourceType": "Composition",
        "id": "letter",
        "status": "final",
        "type": concept("Letter", LOINC, "18842-5", "Discharge summary"),
        "subject": ADA,
        "date": "2026-10-31T10:00:00+01:00",
        "author": [BO],
        "title": "Going home",
        "section": [
            {
                "title": "How it went",
                "code": concept("Course", LOINC, "8648-8", "Hospital course"),
                "text": {
                    "status": "generated",
                    "div": '<div xmlns="http://www.w3.org/1999/xhtml">All went well.</div>',
                },
            }
        ],
    },
)
