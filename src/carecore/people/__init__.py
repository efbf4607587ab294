"""The people: client, representative, professional, their organizations, and the team.

A client needs only an id: everything else may be unknown, and unknown (`None`) is not no (`()`).
Names, birth dates and licence numbers are personal: no automatic face, error or `repr` shows them.

*Intention*: a person is a value like any other; who somebody is stays apart from what they need
and what they may do.
"""

from carecore.people.caseloads import CaseloadWeight, LimitChange
from carecore.people.clients import Authority, Client, Representative
from carecore.people.hours import (
    WeeklyHours,
    compare_clocks,
    count_minutes,
    find_missing_hours,
    join_hours,
    shift_hours,
)
from carecore.people.languages import LanguageLevel, LanguageSkill
from carecore.people.preferences import ClientPreferences, Gender
from carecore.people.professionals import Leave, Organization, Professional
from carecore.people.teams import Membership, Team

__all__ = [
    "Authority",
    "CaseloadWeight",
    "Client",
    "ClientPreferences",
    "Gender",
    "LanguageLevel",
    "LanguageSkill",
    "Leave",
    "LimitChange",
    "Membership",
    "Organization",
    "Professional",
    "Representative",
    "Team",
    "WeeklyHours",
    "compare_clocks",
    "count_minutes",
    "find_missing_hours",
    "join_hours",
    "shift_hours",
]
