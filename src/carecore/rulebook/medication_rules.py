"""N101 to N103: whether the newest list of medications can be relied on."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Final

from carecore.base.moments import in_time, is_by, is_from
from carecore.base.reasons import Fact, OwnChoice, Severity
from carecore.catalogue.sources import COLEMAN_CTI
from carecore.medications.matching import Index
from carecore.review import PlanView
from carecore.rulebook.list_glances import has_no_double
from carecore.rulebook.medication_lists import lists_around, lists_in_time, unexplained_between
from carecore.validation import Remark, Rule, rule

__all__ = ["RULES", "change_without_an_order", "no_list_since_the_move", "substance_stands_twice"]

_ONCE: Final = OwnChoice("what is taken stands once on a list, with all there is to say of it")
_ORDERED: Final = OwnChoice("a medicine that comes, goes or changes was ordered so")
_ANEW: Final = OwnChoice("after a move, somebody asks again what the client takes")


@rule("N101", Severity.WARNING, requires=("medication lists",), sources=(_ONCE,))
def substance_stands_twice(view: PlanView) -> Iterator[Remark]:
    """A substance stands twice on the newest list.

    What it looks for:
        Two medications of one substance on the newest list of the plan, neither of them stopped or
        completed; by their codes where both have one of the same system, else by their names.
    Why it matters:
        The client may take it twice, once under each name.
    When it may be wrong:
        Two doses are meant, one in the morning and one at night.
    Example:
        The ward's list names a water tablet by its substance and again by its brand.
    What helps:
        Ask whoever prescribes which of them is meant; take out the other, or join them.
    Sources:
        carecore's own choice.
    """
    lists = lists_in_time(view.plan)
    if not lists or has_no_double(lists[-1]):
        return
    newest = lists[-1]
    number = next(at for at, one in enumerate(view.plan.medication_lists) if one is newest)
    taken = [(at, one) for at, one in enumerate(newest.medications) if not one.is_over]
    known = Index.of([one for _, one in taken])
    for at, one in taken:
        first = taken[next(known.places_of(one))][1]
        if first is not one:
            place = f"$.medication_lists[{number}].medications[{at}]"
            yield Remark(
                place,
                f"{first.id!r} and {one.id!r} on the list {newest.id!r} are of one substance",
                facts=(
                    Fact(name="medication", seen=str(one.id), place=f"{place}.id"),
                    Fact(name="medication", seen=str(first.id)),
                    Fact(name="list", seen=str(newest.id)),
                ),
                advice="Maybe one of them is meant",
            )


@rule(
    "N102",
    Severity.WARNING,
    requires=("medication lists",),
    sources=(COLEMAN_CTI, _ORDERED),
)
def change_without_an_order(view: PlanView) -> Iterator[Remark]:
    """A medicine changed, and nobody ordered it.

    What it looks for:
        Medications that differ between the two newest lists of the plan without an order given
        meanwhile that says so, or against one. Where the client moved between the two lists X103
        tells.
    Why it matters:
        A medicine that was dropped, doubled or changed by mistake can do great harm.
    When it may be wrong:
        The order was given and is not written down here, or a list leaves something out.
    Example:
        The dose on the new list is twice that of the old one, and no order says so.
    What helps:
        Ask whoever prescribes, and write down the order; or correct the list.
    Sources:
        The Care Transitions Intervention, whose first pillar is that people master their medicines;
        the rest is carecore's own choice.
    """
    lists = lists_in_time(view.plan)
    for before, after in pairwise(lists[-2:]):
        if any((before, after) == lists_around(lists, left) for left in _departures(view)):
            continue
        number = next(at for at, one in enumerate(view.plan.medication_lists) if one is after)
        places = {one.id: at for at, one in enumerate(after.medications)}
        for change in unexplained_between(view.plan, before, after):
            here = f"$.medication_lists[{number}].medications"
            place = here if change.after is None else f"{here}[{places[change.after]}]"
            key = change.after or change.before or ""
            said = "and no order says so"
            if change.against is not None:
                said = f"and the order {change.against!r} says otherwise"
            yield Remark(
                place,
                f"the medication {key!r} is {change.kind.value} from the list {before.id!r} to"
                f" {after.id!r}, {said}",
                facts=(
                    Fact(name="before", seen=change.before),
                    Fact(name="after", seen=change.after),
                    Fact(name="order", seen=change.against),
                ),
                advice="Maybe it was ordered and not written down",
            )


def _departures(view: PlanView, /) -> Iterator[datetime]:
    return (left for one in view.plan.transitions if (left := one.departed_at) is not None)


@rule(
    "N103",
    Severity.ADVICE,
    requires=("transitions", "medication lists"),
    sources=(COLEMAN_CTI, _ANEW),
)
def no_list_since_the_move(view: PlanView) -> Iterator[Remark]:
    """There is no list of medications since the last move.

    What it looks for:
        A client who arrived before the day asked about, and no list of medications that may have
        been taken since.
    Why it matters:
        What the client takes now is what was put into the bag, and nobody has looked.
    When it may be wrong:
        The list was taken by somebody who keeps it elsewhere.
    Example:
        The client came home on Friday, and the newest list is the ward's.
    What helps:
        Go through everything that is taken at home, and write it down.
    Sources:
        The Care Transitions Intervention, which has a visit at home, and medicines as its first
        pillar; the rest is carecore's own choice.
    """
    arrivals = [
        (arrived, index)
        for index, one in enumerate(view.plan.transitions)
        if (arrived := one.arrived_at) is not None and is_by(arrived, view.as_of)
    ]
    if not arrivals:
        return
    arrived, index = max(arrivals, key=_in_time)
    if arrived.date() >= view.day:
        return
    for one in view.plan.medication_lists:
        if one.taken_at is None or is_from(one.taken_at, arrived) is not False:
            return
    transition = view.plan.transitions[index]
    yield Remark(
        "$.medication_lists",
        f"the client arrived with the transition {transition.id!r} on {arrived.date()}, and no"
        " list of medications was taken since",
        facts=(
            Fact(name="arrived", seen=arrived.date(), place=f"$.transitions[{index}].moves"),
            Fact(name="lists", seen=len(view.plan.medication_lists), place="$.medication_lists"),
        ),
        advice="Maybe go through the medicines at home",
    )


def _in_time(arrival: tuple[datetime, int], /) -> datetime:
    return in_time(arrival[0])


RULES: Final[tuple[Rule[PlanView], ...]] = (
    substance_stands_twice,
    change_without_an_order,
    no_list_since_the_move,
)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
