"""Who usually owes what, engaged and paid by whom; titles; comparing two roles.

Titles mislead: a role is told by its duties, its employer, its payer and the care setting, never
by a title alone.

*Intention*: everything that tells two roles apart stands here as data that a person of the field
can check, so that no rule above this room needs to know a role by name.
"""

from carecore.roles.comparison import Difference, RoleComparison, compare_roles
from carecore.roles.engagement import (
    EmployerKind,
    Engagement,
    Exclusion,
    PayerKind,
    optional_payer_kinds,
    payer_kinds,
    reckoned_payers,
)
from carecore.roles.model import Holding, Role
from carecore.roles.titles import Title, TitleConfidence, TitleUse

__all__ = [
    "Difference",
    "EmployerKind",
    "Engagement",
    "Exclusion",
    "Holding",
    "PayerKind",
    "Role",
    "RoleComparison",
    "Title",
    "TitleConfidence",
    "TitleUse",
    "compare_roles",
    "optional_payer_kinds",
    "payer_kinds",
    "reckoned_payers",
]
