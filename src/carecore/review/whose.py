"""Whose it is: nothing that is somebody else's shows anything about the client of a plan.

That a plan holds something of another client is for a rule to say.
"""

from typing import Final

import attrs

from carecore.base.identity import ClientId
from carecore.base.reasons import Reason, Source
from carecore.people import Team
from carecore.plans import CarePlan
from carecore.record import Record

__all__ = ["is_own", "no_record", "own_record", "own_team"]

_NONE: Final = "the plan has no record of its client"


def is_own(plan: CarePlan, whose: ClientId | None, /) -> bool:
    """Whether something of that client is, or may be, about the client of *plan*.

    .. versionadded:: 0.1
    """
    return whose is None or whose == plan.client.id


def own_record(plan: CarePlan, /) -> Record | None:
    """The record of the client of *plan*; `None` where there is none, or only somebody else's.

    Of a record that does not say whose it is, entries that name another client count no more.

    .. versionadded:: 0.1
    """
    record = plan.record
    if record is None or not is_own(plan, record.client_id):
        return None
    return record if record.client_id else attrs.evolve(record, client_id=plan.client.id)


def own_team(plan: CarePlan, /) -> Team | None:
    """The team of the client of *plan*; `None` where there is none, or only somebody else's.

    .. versionadded:: 0.1
    """
    return plan.team if plan.team is not None and is_own(plan, plan.team.client_id) else None


def no_record(so: str, /, *sources: Source) -> Reason:
    """That there is no record of the client, and what comes of it.

    .. versionadded:: 0.1
    """
    return Reason(id="no_record", text=f"{_NONE}, so {so}", sources=sources)
