"""Journeys: legs, escorts, fitness, clearance and equipment; how early is too early to fly.

*Intention*: what a client needs on the way, and who has to go along, is told before a seat is
booked; where sources disagree each of them is heard, and where something is unknown the answer
says what.
"""

from carecore.travel.escorts import (
    EscortLevel,
    NeededEscort,
    TravelNeed,
    needed_escort,
)
from carecore.travel.journeys import (
    Clearance,
    EquipmentItem,
    FitnessStatement,
    Journey,
    Leg,
    TravelMode,
)

__all__ = [
    "Clearance",
    "EquipmentItem",
    "EscortLevel",
    "FitnessStatement",
    "Journey",
    "Leg",
    "NeededEscort",
    "TravelMode",
    "TravelNeed",
    "needed_escort",
]
