"""Who pays, and what Ada agreed to, made up, as FHIR R4."""

from typing import Final

from .made_parts import ADA, BO, CLINIC, HL7, Json, code, period

PAPERS: Final[tuple[Json, ...]] = (
    *(
        {
            "resourceType": "Coverage",
            "id": each,
            **({} if number is None else {"identifier": [number]}),
            "status": "active",
            "type": code("v3-ActCode", "EHCPOL"),
            "subscriberId": "B-200",
            "beneficiary": ADA,
            "period": period("2026-01-01", "2026-12-31"),
            "payor": [CLINIC],
            "order": 1,
        }
        for each, number in (
            ("first", {"type": code("v2-0203", "MB"), "value": "A-100"}),
            ("second", None),
        )
    ),
    *(
        {
            "resourceType": "Consent",
            "id": each,
            "status": "active",
            "scope": code("consentscope", "patient-privacy"),
            "category": [code("v3-ActCode", "IDSCL")],
            "patient": ADA,
            "dateTime": "2026-10-29T10:00:00+01:00",
            "performer": [ADA],
            "policyRule": code("v3-ActCode", "OPTIN"),
            **rule,
        }
        for each, rule in (
            ("opted", {}),
            ("urgent", {"category": [code("consentcategorycodes", "emrgonly")]}),
            (
                "shared",
                {
                    "provision": {
                        "type": "permit",
                        "period": period("2026-11-01", "2027-10-31"),
                        "actor": [{"role": code("v3-ParticipationType", "IRCP"), "reference": BO}],
                        "purpose": [{"system": f"{HL7}/v3-ActReason", "code": "TREAT"}],
                    }
                },
            ),
        )
    ),
)
