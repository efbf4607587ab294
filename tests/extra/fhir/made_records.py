"""Made-up entries of a record in FHIR, and what is asked of them again and again."""

from typing import Any

from carecore.extra.fhir import Imported, read
from carecore.extra.fhir.record import write_record
from carecore.extra.fhir.writing import Writing
from carecore.record import Condition, Event, Observation, Record

Json = dict[str, Any]

ADA_ID = "Patient/ada"
ADA: Json = {"reference": ADA_ID}
STAIRS: Json = {"coding": [{"system": "urn:x", "code": "1", "display": "Stairs climbed"}]}


def kept(found: Imported) -> dict[str, str]:
    """What is lost, by its path."""
    return {one.path: one.kept for one in found.losses}


def observed(found: Imported) -> tuple[Observation, ...]:
    return tuple(one for record in found.records for one in record.observations)


def happened(found: Imported) -> tuple[Event, ...]:
    return tuple(one for record in found.records for one in record.events)


def had(found: Imported) -> tuple[Condition, ...]:
    return tuple(one for record in found.records for one in record.conditions)


def alone(kind: str, **elements: object) -> Imported:
    """What one resource gives."""
    return read({"resourceType": kind, "id": "1", **elements})


def again(record: Record) -> tuple[Record, Writing]:
    """What is read of what was written."""
    writing = Writing(ADA_ID)
    write_record(record, "$.record", writing)
    found = read(
        {"resourceType": "Bundle", "entry": [{"resource": one} for one in writing.resources]}
    )
    assert found.faults == ()
    (only,) = found.records
    return only, writing
