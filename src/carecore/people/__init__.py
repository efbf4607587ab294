"""The people: client, representative, professional, their organizations, and the team.

A client needs only an id: everything else may be unknown, and unknown (`None`) is not no (`()`).
Names, birth dates and licence numbers are personal: no automatic face, error or `repr` shows them.

*Intention*: a person is a value like any other; who somebody is stays apart from what they need
and what they may do.
"""

from carecore.people.clients import Authority, Client, Representative
from carecore.people.professionals import Leave, Organization, Professional
from carecore.people.teams import Membership, Team

__all__ = [
    "Authority",
    "Client",
    "Leave",
    "Membership",
    "Organization",
    "Professional",
    "Representative",
    "Team",
]
