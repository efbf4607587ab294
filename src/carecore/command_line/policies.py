"""The policies that can be named at the command line."""

from typing import Final

from carecore.matching import (
    FACILITY_POLICY,
    PRIVATE_POLICY,
    STANDARD_POLICY,
    TRAVEL_POLICY,
    Policy,
)

__all__ = ["policy_named"]

_BY_NAME: Final = {
    one.name: one for one in (STANDARD_POLICY, FACILITY_POLICY, PRIVATE_POLICY, TRAVEL_POLICY)
}


def policy_named(name: str, /) -> Policy:
    """The policy of that name, which is one of those that the parser takes.

    >>> policy_named("facility").label
    'facility, version 2'

    .. versionadded:: 0.1
    """
    return _BY_NAME[name]
