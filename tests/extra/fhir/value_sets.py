"""Other words for a word: codes of the value sets of FHIR R4, and people, places and languages."""

from collections.abc import Iterable

REFERENCES = ("reference",)
CLINICAL = ("active", "recurrence", "relapse", "inactive", "remission", "resolved")
VERIFICATION = ("unconfirmed", "provisional", "differential", "confirmed", "refuted")
TIMING = ("BID", "TID", "QID", "QD", "AM", "PM")
REQUEST = ("draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown")
EVENT = (
    *("preparation", "in-progress", "not-done", "on-hold", "stopped", "completed"),
    *("entered-in-error", "unknown"),
)

CODES = {
    "AllergyIntolerance.clinicalStatus.coding.code": ("active", "inactive", "resolved"),
    "AllergyIntolerance.verificationStatus.coding.code": VERIFICATION,
    "Appointment.status": (
        *("proposed", "pending", "booked", "arrived", "fulfilled", "cancelled", "noshow"),
        *("entered-in-error", "checked-in", "waitlist"),
    ),
    "Appointment.participant.status": ("accepted", "declined", "tentative", "needs-action"),
    "CarePlan.activity.detail.status": (
        *("not-started", "scheduled", "in-progress", "on-hold", "completed", "cancelled"),
        *("stopped", "unknown", "entered-in-error"),
    ),
    "CarePlan.status": REQUEST,
    "CareTeam.status": ("proposed", "active", "suspended", "inactive", "entered-in-error"),
    "Composition.status": ("preliminary", "final", "amended", "entered-in-error"),
    "Condition.clinicalStatus": CLINICAL,
    "Condition.clinicalStatus.coding.code": CLINICAL,
    "Condition.verificationStatus": VERIFICATION,
    "Condition.verificationStatus.coding.code": VERIFICATION,
    "Consent.status": ("draft", "proposed", "active", "rejected", "inactive", "entered-in-error"),
    "Consent.provision.type": ("deny", "permit"),
    "Consent.provision.purpose.code": ("TREAT", "HPAYMT", "HRESCH", "HOPERAT"),
    "Consent.category.coding.code": ("emrgonly", "npp", "acd", "INFA", "IDSCL"),
    "Consent.policyRule.coding.code": ("OPTIN", "OPTOUT"),
    "Consent.scope.coding.code": ("adr", "research", "patient-privacy", "treatment"),
    "Coverage.status": ("active", "cancelled", "draft", "entered-in-error"),
    "Coverage.type.coding.code": ("EHCPOL", "HIP", "AUTOPOL", "pay", "PUBLICPOL"),
    "Encounter.class.code": ("AMB", "EMER", "FLD", "HH", "IMP", "ACUTE", "NONAC", "OBSENC", "VR"),
    "Encounter.status": (
        *("planned", "arrived", "triaged", "in-progress", "onleave", "finished", "cancelled"),
        *("entered-in-error", "unknown"),
    ),
    "EpisodeOfCare.status": (
        *("planned", "waitlist", "active", "onhold", "finished", "cancelled"),
        "entered-in-error",
    ),
    "Goal.achievementStatus.coding.code": (
        *("in-progress", "improving", "worsening", "no-change", "achieved", "sustaining"),
        *("not-achieved", "no-progress", "not-attainable"),
    ),
    "Goal.lifecycleStatus": (
        *("proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled"),
        *("entered-in-error", "rejected"),
    ),
    "MedicationRequest.intent": ("proposal", "plan", "order", "original-order", "option"),
    "MedicationRequest.status": (
        *("active", "on-hold", "cancelled", "completed", "entered-in-error", "stopped"),
        *("draft", "unknown"),
    ),
    "MedicationStatement.status": (
        *("active", "completed", "entered-in-error", "intended", "stopped", "on-hold"),
        *("unknown", "not-taken"),
    ),
    "MedicationRequest.dosageInstruction.timing.repeat.periodUnit": ("h", "d", "wk"),
    "MedicationStatement.dosage.timing.repeat.periodUnit": ("h", "d", "wk"),
    "MedicationRequest.dosageInstruction.timing.code.coding.code": TIMING,
    "MedicationStatement.dosage.timing.code.coding.code": TIMING,
    "Observation.status": (
        *("registered", "preliminary", "final", "amended", "corrected", "cancelled"),
        *("entered-in-error", "unknown"),
    ),
    "Organization.type.coding.code": ("prov", "dept", "team", "govt", "ins", "pay", "edu"),
    "Practitioner.communication.coding.code": ("fr", "nl", "es"),
    "Patient.communication.language.coding.code": ("fr", "nl", "es"),
    "PractitionerRole.availableTime.daysOfWeek": ("mon", "wed", "sun"),
    "Procedure.status": EVENT,
    "RelatedPerson.relationship.coding.code": ("GUARD", "POWATT", "HPOWATT", "SPOUSE", "DAU"),
    "ServiceRequest.status": REQUEST,
    "Task.status": (
        *("draft", "requested", "received", "accepted", "rejected", "ready", "cancelled"),
        *("in-progress", "on-hold", "failed", "completed", "entered-in-error"),
    ),
}
BY_KEY = {
    "country": ("US", "NL", "DE"),
    "gender": ("female", "male"),
    "language": ("fr",),
    "periodUnit": ("d", "wk", "mo"),
    "resourceType": ("Basic",),
    "start": (),
    "state": ("MA", "NY"),
    "use": ("old", "temp"),
}
COMPARATORS = ("<", ">=")


def others(path: str, key: str, old: str) -> Iterable[str]:
    """Other values that may stand where a text stands; none where nothing is known of them."""
    found = CODES.get(path) or (COMPARATORS if key == "comparator" else BY_KEY.get(key, ()))
    return (one for one in found if one != old)
