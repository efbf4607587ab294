"""Ada Lund, her daughter, and those who look after her, made up, as FHIR R4."""

from typing import Final

from .made_parts import ADA, BO, CLINIC, SNOMED, Json, code, concept, period

PEOPLE: Final[tuple[Json, ...]] = (
    {
        "resourceType": "Patient",
        "id": "ada",
        "name": [{"family": "Lund", "given": ["Ada"]}],
        "birthDate": "1948-03-01",
        "deceasedDateTime": "2026-11-20T04:15:00+01:00",
        "address": [{"city": "Salem", "state": "MA", "country": "US"}],
        "communication": [
            {"language": {"coding": [{"system": "urn:ietf:bcp:47", "code": "sv"}]}},
        ],
    },
    {
        "resourceType": "Patient",
        "id": "per",
        "name": [{"text": "Per Lund"}],
        "deceasedBoolean": True,
    },
    {
        "resourceType": "RelatedPerson",
        "id": "ida",
        "patient": ADA,
        "relationship": [code("v3-RoleCode", "HPOWATT")],
        "name": [{"text": "Ida Lund"}],
        "period": period("2024-05-01", "2027-04-30"),
    },
    {
        "resourceType": "Practitioner",
        "id": "bo",
        "name": [{"text": "Bo Strand"}],
        "gender": "male",
        "communication": [{"coding": [{"system": "urn:ietf:bcp:47", "code": "en"}]}],
        "qualification": [
            {
                "identifier": [{"value": "RN-1001"}],
                "code": {"text": "registered nurse"},
                "period": period("2020-01-01", "2027-12-31"),
                "issuer": {"display": "board of nursing of a state (US-MA)"},
            },
            {
                "code": {"text": "Certified Case Manager (CCM)"},
                "period": period("2023-01-01", "2028-12-31"),
                "issuer": {"display": "Commission for Case Manager Certification"},
            },
        ],
    },
    *(
        {
            "resourceType": "PractitionerRole",
            "id": each,
            "active": True,
            **({} if practitioner is None else {"practitioner": practitioner}),
            "organization": CLINIC,
            "code": [concept("Home nurse", SNOMED, "224571005", "Nurse practitioner")],
            "location": [{"reference": "Location/rooms"}],
            "availableTime": [
                {
                    "daysOfWeek": ["tue", "thu"],
                    "availableStartTime": "08:00:00",
                    "availableEndTime": "12:00:00",
                },
                {"daysOfWeek": ["fri"], "allDay": True},
            ],
            "notAvailable": [
                {"description": "A rest", "during": period("2026-12-21", "2026-12-31")},
            ],
        }
        for each, practitioner in (("bo-at-clinic", BO), ("on-call", None))
    ),
    {
        "resourceType": "Organization",
        "id": "clinic",
        "type": [code("organization-type", "prov")],
        "name": "Harbour Clinic",
        "address": [{"city": "Salem", "state": "MA", "country": "US"}],
    },
    {
        "resourceType": "Location",
        "id": "rooms",
        "status": "active",
        "name": "Rooms at the harbour",
        "type": [code("v3-RoleCode", "SNF")],
    },
    {
        "resourceType": "CareTeam",
        "id": "team",
        "status": "active",
        "subject": ADA,
        "participant": [
            {
                "role": [concept("Care manager", SNOMED, "768820003", "Care coordinator")],
                "member": BO,
                "period": period("2026-11-01", "2027-01-31"),
            }
        ],
    },
)
