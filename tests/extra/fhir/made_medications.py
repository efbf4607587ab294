"""What Ada takes, made up, as FHIR R4: each way to tell a dose and how often."""

from typing import Final

from .made_parts import ADA, BO, SNOMED, Json, concept

RXNORM: Final = "http://www.nlm.nih.gov/research/umls/rxnorm"
BOUNDS: Final = {"start": "2026-11-01", "end": "2026-11-30"}


PARACETAMOL: Final = concept("Paracetamol", RXNORM, "161", "acetaminophen")
AS_WORDS: Final = {"medicationCodeableConcept": PARACETAMOL}
AS_LINK: Final = {"medicationReference": {"reference": "Medication/tablet"}}
PAIN: Final = concept("Pain", SNOMED, "22253000", "Pain")
OFTEN: Final = concept(
    "twice a day", "http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation", "BID", "BID"
)
DAILY: Final = {"frequency": 2, "period": 1, "periodUnit": "d"}
UP_TO: Final = {"frequency": 2, "frequencyMax": 3, "period": 4, "periodMax": 6, "periodUnit": "h"}
DOSAGES: Final[tuple[Json, ...]] = (
    {
        "text": "With a glass of water.",
        "timing": {"repeat": {"boundsPeriod": BOUNDS, **DAILY}},
        "asNeededBoolean": False,
    },
    {
        "timing": {"repeat": UP_TO},
        "asNeededCodeableConcept": PAIN,
    },
    {"timing": {"code": OFTEN}},
)
HOW: Final = {
    "route": concept("Oral", SNOMED, "26643006", "Oral route"),
    "doseAndRate": [
        {
            "doseQuantity": {
                "value": 500,
                "unit": "mg",
                "system": "http://unitsofmeasure.org",
                "code": "mg",
            }
        }
    ],
}
SUBSTANCES: Final[tuple[Json, ...]] = (AS_WORDS, AS_LINK, AS_WORDS)
TAKEN: Final[tuple[Json, ...]] = (
    {},
    {"effectiveDateTime": "2026-11-02"},
    {"effectivePeriod": {"start": "2026-11-02", "end": "2026-11-20"}},
)

TABLET: Final = {"resourceType": "Medication", "id": "tablet", "code": PARACETAMOL}
MEDICATIONS: Final[tuple[Json, ...]] = (
    TABLET,
    *(
        {
            "resourceType": "MedicationRequest",
            "id": f"asked-{index}",
            "status": "active",
            "intent": "order",
            "doNotPerform": False,
            **substance,
            "subject": ADA,
            "authoredOn": "2026-10-31",
            "requester": BO,
            "reasonCode": [PAIN],
            "note": [{"text": "Enough for a month."}],
            "dosageInstruction": [{**dosage, **HOW}],
        }
        for index, (substance, dosage) in enumerate(zip(SUBSTANCES, DOSAGES, strict=True))
    ),
    *(
        {
            "resourceType": "MedicationStatement",
            "id": f"said-{index}",
            "status": "active",
            **substance,
            "subject": ADA,
            **taken,
            "reasonCode": [PAIN],
            "note": [{"text": "She says it helps."}],
            "dosage": [{**dosage, **HOW}],
        }
        for index, (substance, taken, dosage) in enumerate(
            zip(SUBSTANCES, TAKEN, DOSAGES, strict=True)
        )
    ),
)
