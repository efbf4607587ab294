"""What happened to the traveller, was seen, and was written down about her medicines."""

from datetime import date, datetime

from carecore.base.amounts import Quantity
from carecore.base.timing import PartialDate
from carecore.medications import (
    Medication,
    MedicationList,
    MedicationOrder,
    MedicationStatus,
    OrderAction,
)
from carecore.record import (
    Certainty,
    Condition,
    ConditionStatus,
    Event,
    EventKind,
    Observation,
    Record,
)
from carecore.testing.traveller.when import in_porto

__all__ = ["medication_lists", "medication_orders", "record"]


def _on(day: int, hour: int, /) -> datetime:
    return in_porto(11, day, hour)


def record() -> Record:
    """What happened and was seen until the morning of 24 November 2026."""
    conditions = (
        Condition(
            id="e-fracture",
            client_id="c-17",
            what="hip_fracture",
            status=ConditionStatus.ACTIVE,
            certainty=Certainty.CONFIRMED,
            onset=date(2026, 11, 16),
            recorded=_on(16, 15),
        ),
        Condition(
            id="e-pressure",
            client_id="c-17",
            what="hypertension",
            status=ConditionStatus.ACTIVE,
            certainty=Certainty.CONFIRMED,
            onset=PartialDate.parse("2011"),
            recorded=_on(16, 15),
        ),
    )
    seen: tuple[tuple[str, str, Quantity | bool | str, datetime, str], ...] = (
        ("e-walk", "walking_distance", Quantity(12, "m"), _on(23, 10), "p-marta"),
        ("e-stairs", "stairs_climbed", Quantity(0, "{steps}"), _on(23, 10), "p-marta"),
        ("e-pain", "pain", Quantity(4, "{score}"), _on(23, 9), "p-marta"),
        ("e-mood", "phq_2", Quantity(4, "{score}"), _on(22, 16), "p-ines"),
        ("e-bills", "bills_understood", False, _on(22, 16), "p-ines"),
        ("e-calls", "family_calls_a_week", Quantity(0, "{calls}"), _on(22, 16), "p-ines"),
        ("e-alone", "dresses_alone", False, _on(23, 8), "p-marta"),
        ("e-home", "home_is_ready", False, _on(22, 17), "p-ines"),
        (
            "e-slips",
            "medicines_missed_a_week",
            Quantity(2, "{doses}"),
            _on(22, 16),
            "p-ines",
        ),
    )
    observations = tuple(
        Observation(
            id=key, client_id="c-17", what=what, value=value, happened=at, recorded=at, by=by
        )
        for key, what, value, at, by in seen
    )
    return Record(
        client_id="c-17", conditions=conditions, observations=observations, events=_events()
    )


def _events() -> tuple[Event, ...]:
    told: tuple[tuple[str, EventKind, str | None, datetime, str], ...] = (
        ("e-fall", EventKind.INCIDENT, "fall", _on(16, 11), "c-17"),
        ("e-admission", EventKind.ADMISSION, None, _on(16, 14), "p-abel"),
        ("e-surgery", EventKind.PROCEDURE, "surgery", _on(17, 10), "p-abel"),
        ("e-steps", EventKind.VISIT, "first_mobilisation", _on(18, 10), "p-marta"),
        (
            "e-geriatric",
            EventKind.ASSESSMENT,
            "geriatric_assessment",
            _on(18, 14),
            "p-abel",
        ),
        (
            "e-physio",
            EventKind.ASSESSMENT,
            "physiotherapy_assessment",
            _on(18, 15),
            "p-marta",
        ),
        ("e-bones", EventKind.ASSESSMENT, "bone_health_assessment", _on(19, 9), "p-abel"),
        ("e-falls", EventKind.ASSESSMENT, "falls_assessment", _on(19, 10), "p-marta"),
        (
            "e-aims",
            EventKind.CONFERENCE,
            "rehabilitation_goals_agreed",
            _on(20, 9),
            "p-marta",
        ),
        ("e-visit", EventKind.VISIT, "visit_in_hospital", _on(22, 16), "p-ines"),
        ("e-agreed", EventKind.CONFERENCE, "move_agreed", _on(20, 11), "c-17"),
    )
    return tuple(
        Event(
            id=key,
            client_id="c-17",
            kind=kind,
            what=what,
            happened=at,
            recorded=at,
            setting=None if key == "e-fall" else "acute_ward",
            by=by,
        )
        for key, kind, what, at, by in told
    )


def _medication(key: str, substance: str, dose: str, /, *, times: int, purpose: str) -> Medication:
    amount, _, unit = dose.partition(" ")
    return Medication(
        id=key,
        substance=substance,
        dose=Quantity(amount, unit),
        route="injection" if substance == "enoxaparin" else "by_mouth",
        times_a_day=times,
        purpose=purpose,
        status=MedicationStatus.ACTIVE,
        prescriber="p-abel",
    )


def medication_lists() -> tuple[MedicationList, ...]:
    """What she took at home, and what the ward gives her."""
    blood = _medication("m-1", "amlodipine", "5 mg", times=1, purpose="blood_pressure")
    return (
        MedicationList(
            id="ml-home",
            client_id="c-17",
            taken_at=date(2026, 11, 16),
            setting="home_independent",
            is_complete=True,
            medications=(blood, _medication("m-2", "ibuprofen", "400 mg", times=2, purpose="pain")),
        ),
        MedicationList(
            id="ml-ward",
            client_id="c-17",
            taken_at=date(2026, 11, 23),
            setting="acute_ward",
            is_complete=True,
            medications=(
                blood,
                _medication("m-3", "paracetamol", "1000 mg", times=3, purpose="pain"),
                _medication("m-4", "enoxaparin", "40 mg", times=1, purpose="clot_prevention"),
                _medication("m-5", "calcium", "500 mg", times=1, purpose="bone_health"),
            ),
        ),
    )


def medication_orders() -> tuple[MedicationOrder, ...]:
    """What the doctor ordered, for every change between the two lists."""
    said = (
        ("mo-1", OrderAction.STOP, "ibuprofen", "kidneys_at_risk"),
        ("mo-2", OrderAction.START, "paracetamol", "pain"),
        ("mo-3", OrderAction.START, "enoxaparin", "clot_prevention"),
        ("mo-4", OrderAction.START, "calcium", "bone_health"),
    )
    return tuple(
        MedicationOrder(
            id=key,
            action=action,
            substance=substance,
            by="p-abel",
            at=date(2026, 11, 18),
            because=because,
        )
        for key, action, substance, because in said
    )
