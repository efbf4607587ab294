"""Where the facts about care plans stand: what a plan has to hold, and how often it is looked at.

What `verified` and `as_of` mean is told in `carecore.catalogue.sources`.
"""

from datetime import date
from typing import Final

from carecore.base.reasons import Citation

__all__ = ["CFR_483_21_OBJECTIVES", "HOME_HEALTH_REVIEW", "PERSON_CENTRED_CHECKLIST"]

_KNOWN: Final = date(2026, 1, 1)

PERSON_CENTRED_CHECKLIST: Final = Citation(
    authority="LeadingAge New York",
    section="Person-Centered Planning Checklist",
    address=(
        "https://leadingageny.org/adhcc/resources/hcbs-settings-rule/"
        "person-centered-planning-checklist"
    ),
    edition="undated; follows 42 CFR 441.301(c)(1) and (2)",
    as_of=_KNOWN,
)
CFR_483_21_OBJECTIVES: Final = Citation(
    authority="US Code of Federal Regulations",
    section="42 CFR 483.21(b)(1)",
    address="https://www.ecfr.gov/current/title-42/section-483.21",
    edition="text in surveyor tag F656 of 8 August 2024",
    as_of=date(2024, 8, 8),
)
HOME_HEALTH_REVIEW: Final = Citation(
    authority="Hallmark Home Health",
    section="What is a plan of care?",
    address="https://hallmarkhomehealth.com/2019/01/25/what-is-a-plan-of-care",
    edition="25 January 2019; tells what home health agencies do",
    as_of=date(2019, 1, 25),
)
