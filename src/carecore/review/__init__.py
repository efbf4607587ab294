"""Questions put to a plan and to the dated facts around it.

Who holds which duty, and what nobody holds; which domains of life have goals; whether all is ready
for the next move, what is due around it, and whether a journey can begin.
Each answer is a value that holds its reasons; none of them changes the plan.

*Intention*: an answer tells what was seen and what it rests on, keeps what is unknown apart from
what is not so, and leaves nothing out in silence.
"""

from carecore.review.domains import DomainCover, DomainsCovered, DomainStanding, domains_covered
from carecore.review.holders import DutyHolder
from carecore.review.ledger import DutyLedger, LedgerEntry, LedgerStanding, duty_ledger
from carecore.review.view import REQUIREMENTS, PlanView, did_you_mean, placed

__all__ = [
    "REQUIREMENTS",
    "DomainCover",
    "DomainStanding",
    "DomainsCovered",
    "DutyHolder",
    "DutyLedger",
    "LedgerEntry",
    "LedgerStanding",
    "PlanView",
    "did_you_mean",
    "domains_covered",
    "duty_ledger",
    "placed",
]
