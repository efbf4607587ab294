"""What a client takes, as a list of a certain day says it, and two such lists reconciled.

A list is what somebody wrote down, not what is true: it may be incomplete, name one substance
twice, or leave a dose out, and all of that is kept.

*Intention*: at every move a medication goes on, comes, goes or changes, and somebody ordered it;
whatever nobody ordered is in sight before the client leaves.
"""

from carecore.medications.changes import ListChangeKind, MedicationChange, Reconciliation
from carecore.medications.matching import is_same_substance
from carecore.medications.model import (
    Medication,
    MedicationList,
    MedicationOrder,
    MedicationStatus,
    OrderAction,
)
from carecore.medications.reconciliation import reconcile_medications
from carecore.medications.steps import RECONCILIATION_STEPS, ReconciliationStep

__all__ = [
    "RECONCILIATION_STEPS",
    "ListChangeKind",
    "Medication",
    "MedicationChange",
    "MedicationList",
    "MedicationOrder",
    "MedicationStatus",
    "OrderAction",
    "Reconciliation",
    "ReconciliationStep",
    "is_same_substance",
    "reconcile_medications",
]
