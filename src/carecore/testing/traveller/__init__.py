"""The care plan of the older traveller: from a ward abroad over rehabilitation to home.

Edda, her family and everybody around her are made up.
The plan is clean at `TRAVELLER_NOW`: no rule of the rulebook has anything to say, and none is
skipped.

*Intention*: one story, told once, that is rich enough for every rule to have something to look at.
"""

from carecore.testing.traveller.later import TRAVELLER_EDITS, TRAVELLER_LATER, traveller_later
from carecore.testing.traveller.plan import TRAVELLER_NOW, traveller_calendar, traveller_plan
from carecore.testing.traveller.pool import traveller_pool

__all__ = [
    "TRAVELLER_EDITS",
    "TRAVELLER_LATER",
    "TRAVELLER_NOW",
    "traveller_calendar",
    "traveller_later",
    "traveller_plan",
    "traveller_pool",
]
