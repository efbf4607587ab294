"""What several rules ask: whether a plan is in force, what came first, whether a client agrees."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import islice
from typing import Final

from carecore.base.moments import When, in_time, is_by, last_day
from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.plans import Achievement, ActivityStatus, CarePlan, GoalStatus, PlanStatus
from carecore.review import did_you_mean
from carecore.rights import Consent, ConsentScope

__all__ = [
    "ACHIEVED",
    "CALLED_OFF",
    "NOT_OPEN",
    "WORKED_ON",
    "agreement",
    "has_ended",
    "has_run_out",
    "hinting",
    "holds_on",
    "is_in_force",
    "surely_before",
]

_MOST_HINTS: Final = 10
_MOST_KNOWN: Final = 500

ACHIEVED: Final = (Achievement.ACHIEVED, Achievement.SUSTAINING)
"""The judgements that say that what was wanted is there.

.. versionadded:: 0.1
"""
CALLED_OFF: Final = (
    ActivityStatus.CANCELLED,
    ActivityStatus.STOPPED,
    ActivityStatus.ENTERED_IN_ERROR,
)
"""The states of an activity that ended without having been done to its end.

.. versionadded:: 0.1
"""
NOT_OPEN: Final = (
    GoalStatus.PROPOSED,
    GoalStatus.COMPLETED,
    GoalStatus.CANCELLED,
    GoalStatus.REJECTED,
    GoalStatus.ENTERED_IN_ERROR,
)
"""The states of a goal that has ended, or that nobody has agreed to yet.

.. versionadded:: 0.1
"""
WORKED_ON: Final = (GoalStatus.ACCEPTED, GoalStatus.ACTIVE)
"""The states of a goal that somebody agreed to, and that people work towards.

.. versionadded:: 0.1
"""


def is_in_force(plan: CarePlan, /) -> bool:
    """Whether people work by the plan; a status that nobody knows does not say so.

    >>> from carecore.people import Client
    >>> is_in_force(CarePlan(id="plan-1", client=Client(id="c-17"), status=PlanStatus.ACTIVE))
    True

    .. versionadded:: 0.1
    """
    return plan.status is PlanStatus.ACTIVE


def has_ended(plan: CarePlan, /) -> bool:
    """Whether somebody said that the plan is over.

    .. versionadded:: 0.1
    """
    return plan.status is not None and plan.status.is_ended


def holds_on(period: Period, day: date, /) -> bool:
    """Whether *day*, which is known to be one, falls inside: `Period.contains` without the check.

    >>> holds_on(Period(date(2026, 3, 1), date(2026, 3, 2)), date(2026, 3, 2))
    False

    .. versionadded:: 0.1
    """
    start, end = period.start, period.end
    return (start is None or start <= day) and (end is None or day < end)


def surely_before(one: When, other: When, /) -> bool:
    """Whether *one* was before *other*, however little is known of either.

    Two moments are compared exactly, otherwise days are.
    A moment and a date may be told in two zones, so between them a whole day has to lie.

    >>> from carecore.base.timing import PartialDate
    >>> surely_before(PartialDate.parse("2026-03"), PartialDate.parse("2026-03-31"))
    False

    .. versionadded:: 0.1
    """
    if isinstance(one, datetime):
        if isinstance(other, datetime):
            if one.tzinfo is other.tzinfo and one.fold == other.fold:
                return one < other
            return in_time(one) < in_time(other)
        return (other.earliest - one.date()).days > 1
    if isinstance(other, datetime):
        return (other.date() - one.latest).days > 1
    return one.latest < other.earliest


def hinting(known: Iterable[str], /, *, otherwise: str) -> Callable[[str], str]:
    """A function that gives, for an id that leads nowhere, an advice that names what comes near.

    It compares only so many ids: in a plan that is wrong throughout it would take very long.

    >>> hint = hinting(["goal-1", "stage-1"], otherwise="Maybe it was taken out")
    >>> hint("goal-2"), hint("xyz")
    ("Maybe 'goal-1'", 'Maybe it was taken out')

    Args:
        known: the ids there are.
        otherwise: the advice where nothing comes near.

    .. versionadded:: 0.1
    """
    told: dict[str, str] = {}

    def hint(key: str, /) -> str:
        if key not in told and len(told) < _MOST_HINTS:
            told[key] = did_you_mean(key, islice(known, _MOST_KNOWN))
        return told.get(key) or otherwise

    return hint


def agreement(plan: CarePlan, scope: ConsentScope, /, *, as_of: date, day: date) -> Verdict:
    """Whether a yes of that scope holds; it is over once a no is said, or a later yes taken back.

    A consent whose answer nobody knows is no yes.

    Args:
        plan: whose consents are asked; those of another client do not count.
        scope: what they are asked about.
        as_of: the day or the moment asked about.
        day: the day of it.

    .. versionadded:: 0.1
    """
    own = plan.client.id
    asked = [one for one in plan.consents if one.scope is scope and one.client_id == own]
    said = [when for when in map(_no_of, asked) if when is not None and is_by(when, as_of)]
    last = max(said, key=in_time, default=None)
    found = Verdict.NOT_MET
    for one in asked:
        if one.is_given is None:
            continue
        if last is not None and one.at is not None and surely_before(one.at, last):
            continue
        holds = Verdict.MET if _plainly_holds(one, day) else one.holds(as_of)
        if holds is Verdict.MET:
            return holds
        if holds is Verdict.UNKNOWN:
            found = holds
    return found


def _no_of(consent: Consent, /) -> When | None:
    """When a no was said: by this consent, or by taking it back."""
    return consent.at if consent.is_given is False else consent.withdrawn_at


def _plainly_holds(consent: Consent, day: date, /) -> bool:
    """Whether it needs no closer look: given before that day, not taken back, within its days."""
    period, at = consent.period, consent.at
    if period is None or at is None or consent.withdrawn_at is not None or not consent.is_given:
        return False
    return last_day(at) < day and holds_on(period, day)


def has_run_out(consent: Consent, /, *, as_of: date, day: date) -> bool:
    """Whether it was a yes, and surely is over: taken back, or past its days.

    .. versionadded:: 0.1
    """
    if not consent.is_given:
        return False
    taken_back, period = consent.withdrawn_at, consent.period
    if taken_back is not None and is_by(taken_back, as_of):
        return True
    return period is not None and period.end is not None and period.end <= day
