"""A client's payers in detail: what each covers, what it authorised, and what is left of that.

Zero units are none, never "no limit", and what nobody knows stays unknown: neither is the other.
What was asked for is not yet authorised, and what is over is not used.

*Intention*: before a visit is planned, anybody can say whether it is paid for, and until when.
"""

from carecore.coverage.model import Authorization, AuthorizationStatus, Coverage, UnitsUsed
from carecore.coverage.units import Pace, UnitsLeft, units_left

__all__ = [
    "Authorization",
    "AuthorizationStatus",
    "Coverage",
    "Pace",
    "UnitsLeft",
    "UnitsUsed",
    "units_left",
]
