"""Parts of the made-up resources: who is referred to, and how FHIR spells a word."""

from typing import Any, Final

Json = Any

ADA: Final = {"reference": "Patient/ada", "display": "Ada Lund"}
BO: Final = {"reference": "Practitioner/bo", "display": "Bo Strand"}
CLINIC: Final = {"reference": "Organization/clinic"}
HIP: Final = {"reference": "Condition/hip"}
WALKING: Final = {"reference": "Goal/walking"}
PLAN: Final = {"reference": "CarePlan/home"}
LOINC: Final = "http://loinc.org"
SNOMED: Final = "http://snomed.info/sct"
HL7: Final = "http://terminology.hl7.org/CodeSystem"
PERTAINS: Final = "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal"


def concept(text: str, system: str, code: str, display: str) -> Json:
    """A word of a person's own, beside that of a code system."""
    return {"coding": [{"system": system, "code": code, "display": display}], "text": text}


def code(system: str, word: str) -> Json:
    """A word of a code system alone."""
    return {"coding": [{"system": f"{HL7}/{system}", "code": word}]}


def period(start: str, end: str) -> Json:
    return {"start": start, "end": end}


def quantity(value: float, unit: str, word: str) -> Json:
    return {"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": word}


STAIRS: Final = concept("Stairs climbed", LOINC, "93831-6", "Stairs climbed in 24 hours")
EXERCISE: Final = concept("Exercise at home", SNOMED, "229065009", "Exercise therapy")
CLINICAL, VERIFIED = code("condition-clinical", "active"), code("condition-ver-status", "confirmed")
