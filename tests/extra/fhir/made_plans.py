"""The plan for Ada’s way home, its goals, tasks and visits, made up, as FHIR R4."""

from typing import Final

from .made_parts import (
    ADA,
    BO,
    EXERCISE,
    HIP,
    LOINC,
    PERTAINS,
    PLAN,
    SNOMED,
    WALKING,
    Json,
    code,
    concept,
    period,
    quantity,
)

PLANS: Final[tuple[Json, ...]] = (
    {
        "resourceType": "CarePlan",
        "id": "home",
        "status": "active",
        "intent": "plan",
        "category": [
            concept("Rehabilitation", SNOMED, "736252007", "Rehabilitation care plan"),
        ],
        "title": "Ada comes home",
        "description": "She wants to climb her own stairs again.",
        "subject": ADA,
        "period": period("2026-11-01", "2027-01-31"),
        "created": "2026-10-30",
        "careTeam": [{"reference": "CareTeam/team"}],
        "addresses": [HIP],
        "goal": [WALKING],
        "activity": [
            {"reference": {"reference": "ServiceRequest/aid"}},
            {"reference": {"reference": "Appointment/check"}},
            {
                "id": "exercise",
                "detail": {
                    "kind": "Task",
                    "code": EXERCISE,
                    "status": "completed",
                    "statusReason": concept("Able", SNOMED, "373808002", "Able to walk"),
                    "doNotPerform": False,
                    "goal": [WALKING],
                    "scheduledTiming": {
                        "repeat": {
                            "boundsPeriod": period("2026-11-02", "2026-12-14"),
                            "frequency": 1,
                            "period": 1,
                            "periodUnit": "wk",
                            "dayOfWeek": ["mon"],
                        }
                    },
                    "performer": [BO],
                },
            },
            {
                "id": "stairs",
                "detail": {
                    "status": "scheduled",
                    "doNotPerform": False,
                    "scheduledPeriod": period("2026-11-09", "2026-11-30"),
                    "description": "Try the stairs together.",
                },
            },
        ],
    },
    {
        "resourceType": "CarePlan",
        "id": "noted",
        "status": "draft",
        "intent": "plan",
        "subject": ADA,
        "note": [{"text": "Ask Ida what she can do."}],
    },
    {
        "resourceType": "Goal",
        "id": "walking",
        "lifecycleStatus": "cancelled",
        "achievementStatus": code("goal-achievement", "improving"),
        "description": {"text": "Walk to the harbour"},
        "subject": ADA,
        "startDate": "2026-11-01",
        "target": [
            {
                "measure": concept("Steps a day", LOINC, "41950-7", "Steps in 24 hours"),
                **detail,
                "dueDate": "2027-01-31",
            }
            for detail in (
                {"detailQuantity": {**quantity(1000, "steps", "{steps}"), "comparator": ">="}},
                {
                    "detailRange": {
                        "low": quantity(1000, "steps", "{steps}"),
                        "high": quantity(2000, "steps", "{steps}"),
                    }
                },
                {"detailCodeableConcept": concept("Good", SNOMED, "20572008", "Good")},
                {"detailString": "steady"},
                {"detailBoolean": True},
                {"detailInteger": 1000},
            )
        ],
        "statusReason": "She moved nearer to it",
        "expressedBy": ADA,
        "addresses": [HIP],
    },
    {
        "resourceType": "Goal",
        "id": "sleep",
        "lifecycleStatus": "proposed",
        "description": {"text": "Sleep through the night"},
        "subject": ADA,
    },
    {
        "resourceType": "Task",
        "id": "call",
        "extension": [{"url": PERTAINS, "valueReference": WALKING}],
        "basedOn": [PLAN],
        "status": "completed",
        "statusReason": concept("Done", SNOMED, "385658003", "Done"),
        "intent": "order",
        "code": concept("Telephone call", SNOMED, "185317003", "Telephone encounter"),
        "description": "Call Ada on the first evening.",
        "for": ADA,
        "owner": BO,
        "restriction": {"period": period("2026-11-01", "2026-11-02")},
    },
    {
        "resourceType": "Task",
        "id": "bring",
        "status": "ready",
        "intent": "order",
        "code": concept("Bring the walker", SNOMED, "183253003", "Provision of aid"),
        "for": ADA,
    },
    *(
        {
            "resourceType": "ServiceRequest",
            "id": each,
            "extension": [{"url": PERTAINS, "valueReference": WALKING}],
            "basedOn": [PLAN],
            "status": "completed",
            "intent": "order",
            "doNotPerform": False,
            "code": concept("Walking aid", SNOMED, "183253003", "Provision of aid"),
            "subject": ADA,
            **when,
            "performer": [BO],
        }
        for each, when in (
            ("aid", {"occurrenceDateTime": "2026-11-03"}),
            ("rail", {"occurrencePeriod": period("2026-11-03", "2026-11-10")}),
            (
                "visits",
                {
                    "occurrenceTiming": {
                        "repeat": {
                            "boundsPeriod": period("2026-11-02", "2026-12-14"),
                            "frequency": 1,
                            "period": 1,
                            "periodUnit": "d",
                        }
                    }
                },
            ),
        )
    ),
    {
        "resourceType": "Appointment",
        "id": "check",
        "status": "booked",
        "start": "2026-11-10T09:30:00+01:00",
        "end": "2026-11-10T10:00:00+01:00",
        "basedOn": [{"reference": "ServiceRequest/aid"}],
        "participant": [
            {"actor": ADA, "status": "accepted"},
            {"actor": BO, "status": "accepted"},
        ],
    },
)
