"""Revising a plan: the change goes into its log, with who made it, when and why."""

from collections.abc import Iterable
from datetime import datetime

import attrs

from carecore.base.checks import require_instance
from carecore.base.moments import in_time
from carecore.base.timing import require_moment
from carecore.errors import InvalidValue
from carecore.plans.differences import DifferenceKind, differences
from carecore.plans.plan import CarePlan
from carecore.plans.revisions import Revision

__all__ = ["revise"]


def revise(
    plan: CarePlan, revised: CarePlan, /, *, by: str, at: datetime, because: str
) -> CarePlan:
    """*revised*, with an entry in its log that says what differs from *plan*.

    Everything of *revised* is kept, and so is every earlier entry of the log.

    >>> from datetime import UTC
    >>> from carecore.people import Client
    >>> from carecore.plans import Goal
    >>> plan = CarePlan(id="plan-1", client=Client(id="c-17"))
    >>> better = plan.with_goal(Goal(id="goal-1", domain="function"))
    >>> revised = revise(
    ...     plan,
    ...     better,
    ...     by="p-1",
    ...     at=datetime(2026, 3, 9, 14, tzinfo=UTC),
    ...     because="Ada wants to climb her stairs again.",
    ... )
    >>> revised.revisions[0].number, revised.revisions[0].changed
    (1, ('$.goals[0]',))

    Args:
        plan: the plan as it stands.
        revised: the same plan, changed by its verbs.
        by: id of the person who changes it.
        at: when; a moment with a time zone.
        because: why; personal, so that no face shows it.

    Raises:
        WrongType: if one of the two is no plan, or *at* is no moment with a zone.
        InvalidValue: if *revised* is another plan or another client's, nothing is different, its
            log is not that of *plan* (somebody else may have revised it meanwhile), *at* comes
            before the last entry, or nobody says why.

    .. versionadded:: 0.1
    """
    old = require_instance(plan, CarePlan, name="the plan")
    new = require_instance(revised, CarePlan, name="the revised plan")
    moment = require_moment(at)
    _require_same(old, new)
    changes = differences(old, new)
    if not changes:
        what = f"nothing is different in the plan {new.id!r}"
        raise InvalidValue(what, advice="Maybe change it first: plan.with_goal(goal)")
    last = old.revisions[-1] if old.revisions else None
    if last is not None and in_time(moment) < in_time(last.at):
        what = f"a revision at {moment.isoformat()} comes before the last, {last.at.isoformat()}"
        raise InvalidValue(what, place="$.at", advice="Maybe the two were revised out of turn")
    revision = Revision(
        number=max((one.number for one in old.revisions), default=0) + 1,
        by=by,
        at=moment,
        because=because,
        changed=_unique(one.new.place for one in changes),
        removed=_unique(
            one.id
            for one in changes
            if one.kind is DifferenceKind.REMOVED and one.old.seen == one.id
        ),
    )
    return attrs.evolve(new, revisions=(*old.revisions, revision))


def _require_same(old: CarePlan, new: CarePlan, /) -> None:
    """Refuse what is not the same plan with the same log."""
    if new.id != old.id:
        what = f"the plan {new.id!r} is no revision of the plan {old.id!r}"
        raise InvalidValue(what, place="$.id", advice="Maybe the two were mixed up")
    if new.client.id != old.client.id:
        what = f"the plan is for the client {old.client.id!r}, and this one for {new.client.id!r}"
        raise InvalidValue(what, place="$.client.id", advice="Maybe a new plan")
    if new.revisions != old.revisions:
        what = f"the log of the revised plan {new.id!r} is not the one it had"
        advice = "Maybe it was revised meanwhile: make the change again on the latest plan"
        raise InvalidValue(what, place="$.revisions", advice=advice)


def _unique(texts: Iterable[str], /) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
