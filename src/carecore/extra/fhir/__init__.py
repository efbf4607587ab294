"""FHIR: from real records to values and back, with an account of everything that is not carried.

FHIR is not our shape: `read` takes what it can, from R4 and from STU3 where the shape is the same,
lists what has no place in the values as losses, and what cannot be read as faults; `write` gives
R4, and carries what FHIR has no element for where only carecore reads it.
It needs no library besides those of the core.

*Intention*: nothing vanishes, nothing is guessed, and nothing is read twice.
"""

from carecore.extra.fhir.elements import Element
from carecore.extra.fhir.mapping import ELEMENTS
from carecore.extra.fhir.model import Fault, Imported, Loss, WriteLoss, Written
from carecore.extra.fhir.parsing import Document
from carecore.extra.fhir.reader import read, read_each
from carecore.extra.fhir.writer import write

__all__ = [
    "ELEMENTS",
    "Document",
    "Element",
    "Fault",
    "Imported",
    "Loss",
    "WriteLoss",
    "Written",
    "read",
    "read_each",
    "write",
]
