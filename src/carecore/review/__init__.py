"""Questions put to a plan and to the dated facts around it.

Who holds which duty, and what nobody holds; which domains of life have goals; whether all is ready
for the next move, what is due around it, and whether a journey can begin.
Each answer is a value that holds its reasons; none of them changes the plan.

*Intention*: an answer tells what was seen and what it rests on, keeps what is unknown apart from
what is not so, and leaves nothing out in silence.
"""

from carecore.review.deadlines import DeadlineList, find_deadlines
from carecore.review.domains import DomainCover, DomainsCovered, DomainStanding, domains_covered
from carecore.review.holders import DutyHolder
from carecore.review.ledger import DutyLedger, LedgerEntry, LedgerStanding, duty_ledger
from carecore.review.places import did_you_mean, placed
from carecore.review.readiness import Readiness, check_readiness
from carecore.review.travelling import TravelCheck, check_travel
from carecore.review.trips import TravelRow
from carecore.review.view import REQUIREMENTS, PlanView

__all__ = [
    "REQUIREMENTS",
    "DeadlineList",
    "DomainCover",
    "DomainStanding",
    "DomainsCovered",
    "DutyHolder",
    "DutyLedger",
    "LedgerEntry",
    "LedgerStanding",
    "PlanView",
    "Readiness",
    "TravelCheck",
    "TravelRow",
    "check_readiness",
    "check_travel",
    "did_you_mean",
    "domains_covered",
    "duty_ledger",
    "find_deadlines",
    "placed",
]
