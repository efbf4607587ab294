"""Who reads which resource, and the table of all elements that have a place in our values."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from carecore.extra.fhir import (
    activities,
    appointments,
    care_plans,
    clients,
    compositions,
    conditions,
    consents,
    coverages,
    details,
    events,
    goals,
    medications,
    observations,
    organizations,
    posts,
    professionals,
    teams,
)
from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.found import Reader

__all__ = ["ELEMENTS", "READERS"]

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "AllergyIntolerance": conditions.read_allergy,
        "Appointment": appointments.read_appointment,
        "CarePlan": care_plans.read_plan,
        "CareTeam": teams.read_team,
        "Composition": compositions.read_composition,
        "Condition": conditions.read_condition,
        "Encounter": events.read_encounter,
        "Consent": consents.read_consent,
        "Coverage": coverages.read_coverage,
        "EpisodeOfCare": events.read_episode,
        "Goal": goals.read_goal,
        "Medication": medications.read_medication,
        "MedicationRequest": medications.read_request,
        "MedicationStatement": medications.read_statement,
        "Observation": observations.read_observation,
        "Organization": organizations.read_organization,
        "Patient": clients.read_client,
        "Practitioner": professionals.read_practitioner,
        "PractitionerRole": posts.read_role,
        "Procedure": events.read_procedure,
        "ProcedureRequest": activities.read_service_request,
        "RelatedPerson": clients.read_representative,
        "ServiceRequest": activities.read_service_request,
        "Task": activities.read_task,
    }
)
ELEMENTS: Final[tuple[Element, ...]] = (
    *appointments.ELEMENTS,
    *care_plans.ELEMENTS,
    *clients.ELEMENTS,
    *compositions.ELEMENTS,
    *conditions.ELEMENTS,
    *consents.ELEMENTS,
    *coverages.ELEMENTS,
    *details.ELEMENTS,
    *events.ELEMENTS,
    *goals.ELEMENTS,
    *medications.ELEMENTS,
    *observations.ELEMENTS,
    *organizations.ELEMENTS,
    *professionals.ELEMENTS,
    *teams.ELEMENTS,
    *activities.ELEMENTS,
)
"""Every element of FHIR R4 that has a place in our values, in the order of the resource types.

.. versionadded:: 0.1
"""
