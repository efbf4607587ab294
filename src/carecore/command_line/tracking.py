"""The command `track`: how far a recovery has come, what is late, and what that moves."""

import argparse

from carecore.command_line.printing import Answer, shown
from carecore.command_line.reading import (
    all_faults,
    now,
    read_plan,
    to_day,
    to_holidays,
    worked_days,
)
from carecore.command_line.statuses import ANSWERED, WARNINGS
from carecore.errors import InvalidValue
from carecore.plans import CarePlan
from carecore.record import Record
from carecore.recovery import Timeline
from carecore.recovery import track as tracked

__all__ = ["track"]


def track(options: argparse.Namespace, /) -> Answer:
    """How far the recovery of a plan has come, what is late, and what that moves.

    .. versionadded:: 0.1
    """
    with all_faults() as ask:
        plan = ask(read_plan, options.file)
        day = ask(to_day, options.as_of)
        known_at = ask(to_day, options.known_at)
        holidays = ask(to_holidays, options.holiday)
    with all_faults() as ask:
        timeline = ask(_timeline, plan)
        record = ask(_record, plan)
    zone = plan.client.zone
    if timeline.counts_business_days and holidays is None:
        what = f"the timeline {timeline.id!r} counts business days"
        raise InvalidValue(what, advice="Maybe --holiday DAY for each holiday, or --holiday none")
    found = tracked(
        timeline,
        record,
        as_of=day or now(zone).date(),
        known_at=known_at,
        calendar=worked_days(holidays, zone),
    )
    is_late = bool(found.late or found.infeasible)
    return Answer(shown(found, options), WARNINGS if is_late else ANSWERED)


def _timeline(plan: CarePlan, /) -> Timeline:
    if plan.timeline is None:
        what = f"the plan {plan.id!r} has no timeline"
        raise InvalidValue(what, place="$.timeline", advice="Maybe start it from a pathway")
    return plan.timeline


def _record(plan: CarePlan, /) -> Record:
    if plan.record is None:
        what = f"the plan {plan.id!r} has no record, so nothing shows how far it has come"
        raise InvalidValue(what, place="$.record", advice="Maybe an empty one, if nothing happened")
    return plan.record
