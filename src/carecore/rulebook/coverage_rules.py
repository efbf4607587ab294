"""K101 to K104: who pays, and whether what was authorised is enough."""

from collections.abc import Iterator
from typing import Final

from carecore.base.identity import in_words
from carecore.base.reasons import Fact, OwnChoice, Severity, Verdict
from carecore.coverage import Authorization, AuthorizationStatus, UnitsLeft, units_left
from carecore.record import EventOutcome, Record
from carecore.review import PlanView
from carecore.rulebook.asking import is_in_force
from carecore.validation import Remark, Rule, rule

__all__ = ["RULES", "more_than_authorised", "no_payer", "not_authorised", "units_run_out"]

_USED: Final = OwnChoice("what is used is what the record shows as done, in the authorised days")
_RESTS: Final = OwnChoice("what rests on an authorization is done while it is approved and runs")
_PAID: Final = OwnChoice("for a plan in force somebody is known who pays")
_PACE: Final = OwnChoice("units go on being used as fast as so far")

_OVER: Final = "over_used"
_ANSWERED_NO: Final = (
    AuthorizationStatus.DENIED,
    AuthorizationStatus.EXPIRED,
    AuthorizationStatus.CANCELLED,
)


@rule("K101", Severity.WARNING, requires=("a record", "authorizations"), sources=(_USED,))
def more_than_authorised(view: PlanView) -> Iterator[Remark]:
    """More units are used than were authorised.

    What it looks for:
        An authorization whose units, in its days up to the day asked about, are fewer than what
        the record shows as done of its service.
    Why it matters:
        What goes beyond is not paid for, and the client may be sent the bill.
    When it may be wrong:
        More was authorised since, or another payer took over the rest.
    Example:
        Ten visits were authorised, and the record shows eleven.
    What helps:
        Ask the payer for more, before the next visit; tell the client what it may cost.
    Sources:
        carecore's own choice.
    """
    record = view.plan.record
    for index, one in enumerate(view.plan.authorizations):
        left = None if record is None else _left(view, one, record)
        for over in () if left is None else left.reasons:
            if over.id != _OVER:
                continue
            place = f"$.authorizations[{index}]"
            yield Remark(
                place,
                f"of the authorization {one.id!r}, more is used than {one.units} of"
                f" {in_words(one.unit)}",
                facts=(
                    Fact(name="authorised", seen=one.units, place=f"{place}.units"),
                    *over.facts,
                ),
                advice="Maybe more was authorised since",
            )


def _left(view: PlanView, one: Authorization, record: Record, /) -> UnitsLeft | None:
    """What is left; nothing is asked where nothing that counts was done."""
    used = record.events_of(None, one.service)
    own = [event for event in used if event.outcome is EventOutcome.DONE and record.is_own(event)]
    return units_left(one, own, as_of=view.day) if own else None


@rule("K102", Severity.WARNING, requires=("activities", "authorizations"), sources=(_RESTS,))
def not_authorised(view: PlanView) -> Iterator[Remark]:
    """An activity rests on an authorization that does not hold.

    What it looks for:
        An activity that runs and names an authorization that is not approved, or does not run on
        the day asked about; or one that is to come and names one that was denied, expired or
        cancelled, or does not run on its first day.
    Why it matters:
        What is done meanwhile is not paid for, and the client may be sent the bill.
    When it may be wrong:
        The payer said yes on the telephone.
    Example:
        Visits go on, and what they rest on was asked for and not yet answered.
    What helps:
        Ask the payer; put the activity off, or agree on who pays meanwhile.
    Sources:
        carecore's own choice.
    """
    for work in view.open_work:
        key = work.activity.authorization
        one = None if key is None else view.authorizations.get(key)
        if one is None:
            continue
        runs = work.start == view.day
        is_waiting = not runs and one.status not in _ANSWERED_NO
        is_off = one.period is not None and not one.period.contains(work.start)
        if is_off or (not is_waiting and one.holds(work.start) is Verdict.NOT_MET):
            place = f"{work.place}.authorization"
            status = None if one.status is None else one.status.value
            yield Remark(
                place,
                f"the activity {work.activity.id!r} rests on the authorization {one.id!r}, which"
                f" does not hold on {work.start}",
                facts=(
                    Fact(name="authorization", seen=str(one.id), place=place),
                    Fact(name="status", seen=status),
                    Fact(name="day", seen=work.start),
                ),
                advice="Maybe ask the payer",
            )


@rule("K103", Severity.ADVICE, requires=("a status",), sources=(_PAID,))
def no_payer(view: PlanView) -> Iterator[Remark]:
    """No payer is known in force today.

    What it looks for:
        A plan in force whose client names nobody who pays, and in which no coverage holds, or may
        hold, on the day asked about.
    Why it matters:
        Somebody will be sent a bill, and nobody knows who.
    When it may be wrong:
        Care is free where the client is.
    Example:
        The coverage ended with the year, and the plan goes on.
    What helps:
        Ask who pays, and from when on; write down the coverage.
    Sources:
        carecore's own choice.
    """
    plan, day = view.plan, view.day
    if plan.client.payers or not is_in_force(plan):
        return
    if all(one.holds(day) is Verdict.NOT_MET for one in plan.coverages):
        yield Remark(
            "$.coverages",
            f"nobody is known who pays on {day}",
            facts=(
                Fact(name="payers", seen=None, place="$.client.payers"),
                Fact(name="coverages", seen=len(plan.coverages), place="$.coverages"),
            ),
            advice="Maybe ask who pays now",
        )


@rule("K104", Severity.ADVICE, requires=("a record", "authorizations"), sources=(_PACE,))
def units_run_out(view: PlanView) -> Iterator[Remark]:
    """The units of an authorization run out before it ends.

    What it looks for:
        An authorization that runs, and whose units will be used up before its last day, at the
        pace so far.
    Why it matters:
        Asking for more takes time, and care stops meanwhile.
    When it may be wrong:
        Visits were frequent at first and are planned to become fewer.
    Example:
        Twenty visits for two months, and twelve are used in the first three weeks.
    What helps:
        Ask for more in time, or plan fewer.
    Sources:
        carecore's own choice: the pace so far.
    """
    record, day = view.plan.record, view.day
    for index, one in enumerate(view.plan.authorizations):
        last = None if one.period is None else one.period.last
        left = None if record is None or last is None else _left(view, one, record)
        end = None if left is None else left.exhausted_on
        if left is None or end is None or last is None or not left.left or not day <= end < last:
            continue
        place = f"$.authorizations[{index}]"
        yield Remark(
            place,
            f"at the pace so far, the last {in_words(one.unit)} of the authorization {one.id!r} is"
            f" used on {end}, and it runs until {last}",
            facts=(
                Fact(name="left", seen=left.left, place=f"{place}.units"),
                Fact(name="used up on", seen=end),
                Fact(name="last day", seen=last, place=f"{place}.period"),
            ),
            advice="Maybe ask for more in time",
        )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    more_than_authorised,
    not_authorised,
    no_payer,
    units_run_out,
)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
