"""Journeys: legs, escorts, fitness, clearance and equipment; how early is too early to fly.

*Intention*: what a client needs on the way, and who has to go along, is told before a seat is
booked; where sources disagree each of them is heard, and where something is unknown the answer
says what.
"""

from carecore.travel.carriers import (
    BatteryRule,
    CertificateRule,
    PowerCheck,
    check_certificate,
    check_power,
)
from carecore.travel.cautions import CautionFound, FlightCaution, cautions_in
from carecore.travel.escorts import (
    EscortLevel,
    EscortRung,
    NeededEscort,
    TravelNeed,
    needed_escort,
)
from carecore.travel.flying import (
    DayLimitAnswer,
    DayLimitReading,
    check_day_limits,
    day_limits_in,
)
from carecore.travel.journeys import (
    Clearance,
    EquipmentItem,
    FitnessStatement,
    Journey,
    Leg,
    TravelMode,
)
from carecore.travel.limits import DayLimit, FlightTiming
from carecore.travel.notices import (
    NoticeNeeded,
    NoticeRule,
    notices_needed,
    things_to_announce,
)

__all__ = [
    "BatteryRule",
    "CautionFound",
    "CertificateRule",
    "Clearance",
    "DayLimit",
    "DayLimitAnswer",
    "DayLimitReading",
    "EquipmentItem",
    "EscortLevel",
    "EscortRung",
    "FitnessStatement",
    "FlightCaution",
    "FlightTiming",
    "Journey",
    "Leg",
    "NeededEscort",
    "NoticeNeeded",
    "NoticeRule",
    "PowerCheck",
    "TravelMode",
    "TravelNeed",
    "cautions_in",
    "check_certificate",
    "check_day_limits",
    "check_power",
    "day_limits_in",
    "needed_escort",
    "notices_needed",
    "things_to_announce",
]
