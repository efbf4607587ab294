"""The plans that a rule is tried on: good ones, bare ones, and what an author has at hand."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from functools import lru_cache
from typing import cast, final

import attrs
from attrs import frozen

from carecore.base.reasons import at
from carecore.codec.shapes import fields_of
from carecore.errors import CareError, WrongType, described
from carecore.plans import CarePlan
from carecore.review import PlanView
from carecore.testing.builders import edited, plan_of_size
from carecore.testing.markers import Marked, with_markers
from carecore.testing.traveller import TRAVELLER_NOW, traveller_calendar, traveller_plan

__all__ = ["Case", "barest", "case_of", "cases_of", "known_cases", "reduced"]


@final
@frozen(weakref_slot=False, eq=False)
class Case:
    """A view of a plan with markers in its personal fields.

    Attributes:
        view: the view.
        marked: the plan with its markers.
    """

    view: PlanView
    marked: Marked[CarePlan]

    def copied(self) -> "Case":
        """The same of an equal plan, where nobody has looked yet."""
        return Case(attrs.evolve(self.view, plan=deepcopy(self.view.plan)), self.marked)


def case_of(looked_at: PlanView | CarePlan, /) -> Case:
    """A case of a view, or of a plan as it stands when the traveller's does.

    Raises:
        WrongType: if it is neither.
    """
    if isinstance(looked_at, CarePlan):
        return case_of(_now(looked_at))
    if not _is_view(looked_at):
        what = f"a plan or a view of one is wanted, and this is {described(looked_at)}"
        raise WrongType(what, advice="Maybe PlanView.of(plan, as_of=...)")
    marked = with_markers(looked_at.plan)
    return Case(attrs.evolve(looked_at, plan=marked.value), marked)


def cases_of(looked_at: Iterable[PlanView | CarePlan], /) -> tuple[Case, ...]:
    """A case of each."""
    return tuple(map(case_of, looked_at))


@lru_cache(maxsize=1)
def known_cases() -> tuple[Case, ...]:
    """The traveller's plan, also on a day only and without a calendar, and one that is plainer.

    Then the traveller's plan without each of its parts, one at a time.
    """
    plan = traveller_plan()
    views = [
        _now(plan),
        PlanView.of(plan, as_of=TRAVELLER_NOW.date()),
        _now(plan_of_size(goals=3, activities=3, milestones=4, visits=1)),
        *(_now(one) for one in _with_one_part_less(plan)),
    ]
    return cases_of(views)


@lru_cache(maxsize=256)
def barest(requires: tuple[str, ...], /) -> tuple[Case, ...]:
    """The least that has all of *requires*: the traveller's plan, whatever can go being gone.

    First with all that the parts say that are left, then with parts that say the least.
    """
    view = _now(traveller_plan())
    if view.missing(requires):
        return ()
    day = attrs.evolve(view, as_of=view.day)
    kept = view if day.missing(requires) else day
    without = attrs.evolve(kept, calendar=None)
    kept = kept if without.missing(requires) else without
    plan = kept.plan
    for place, nothing in (*_optional(plan.client, "$.client"), *_optional(plan, "$")):
        kept = _less(kept, place, nothing, requires)
    silent = kept
    for place, nothing in _told(kept.plan, "$"):
        silent = _less(silent, place, nothing, requires)
    return cases_of((kept, silent))


def reduced(case: Case, is_wanted: Callable[[Case], bool], /) -> Case:
    """As little of a case as is still wanted: whatever needs not be there is taken away."""
    kept = case
    for place, nothing in _everything(case.view.plan):
        try:
            less = case_of(attrs.evolve(kept.view, plan=edited(kept.view.plan, place, nothing)))
        except CareError:
            # What held it is gone.
            continue
        kept = less if is_wanted(less) else kept
    return kept


def _now(plan: CarePlan, /) -> PlanView:
    return PlanView.of(plan, as_of=TRAVELLER_NOW, calendar=traveller_calendar())


def _is_view(value: object, /) -> bool:
    return isinstance(value, PlanView)


def _less(view: PlanView, place: str, nothing: object, requires: tuple[str, ...], /) -> PlanView:
    """The view without what stands at *place*, unless it then lacks something that is required."""
    try:
        less = attrs.evolve(view, plan=edited(view.plan, place, nothing))
    except CareError:
        # It is gone already, or has to be there.
        return view
    return view if less.missing(requires) else less


def _with_one_part_less(plan: CarePlan, /) -> Iterator[CarePlan]:
    for place, nothing in (*_optional(plan.client, "$.client"), *_optional(plan, "$")):
        yield edited(plan, place, nothing)


def _optional(value: object, place: str, /) -> Iterator[tuple[str, object]]:
    """The places of what needs not be told of a value, and what stands there then."""
    for one in fields_of(cast("type[attrs.AttrsInstance]", type(value))):
        if not one.is_required:
            yield at(place, one.name), one.default(value)


def _told(value: object, place: str, /) -> Iterator[tuple[str, object]]:
    """The same of all that a value holds, the innermost first."""
    if isinstance(value, tuple):
        for number, item in enumerate(cast("tuple[object, ...]", value)):
            yield from _told(item, at(place, number))
    elif attrs.has(type(value)):
        for one in fields_of(cast("type[attrs.AttrsInstance]", type(value))):
            yield from _told(getattr(value, one.name), at(place, one.name))
        yield from _optional(value, place)


def _everything(plan: CarePlan, /) -> Iterator[tuple[str, object]]:
    """What can be taken from a plan: its parts, then each thing of a list, then what they tell."""
    yield from _optional(plan, "$")
    for one in fields_of(CarePlan):
        items = getattr(plan, one.name)
        several = cast("tuple[object, ...]", items) if isinstance(items, tuple) else ()
        yield from ((at("$", one.name), (item,)) for item in several)
    yield from _told(plan, "$")
