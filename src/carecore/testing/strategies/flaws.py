"""A good plan with a few flaws: what rules are there for."""

from typing import Final, cast

import attrs
from hypothesis import strategies as st

from carecore.base.reasons import at
from carecore.codec.shapes import Field, fields_of
from carecore.errors import CareError
from carecore.plans import CarePlan
from carecore.testing.builders import edited
from carecore.testing.strategies.nearby import field_values
from carecore.testing.strategies.wording import picked
from carecore.testing.traveller import traveller_plan

__all__ = ["flawed_plans"]

_MOST: Final = 8


def flawed_plans(plan: CarePlan | None = None, /) -> st.SearchStrategy[CarePlan]:
    """A plan in which up to eight things are different: gone, twice, in another order, or new.

    Such plans are closer to what rules look for than those of `plans()`, which are drawn from
    nothing.

    Args:
        plan: the good plan; `None`: `traveller_plan()`.

    .. versionadded:: 0.1
    """
    return _flawed(traveller_plan() if plan is None else plan)


@st.composite
def _flawed(draw: st.DrawFn, plan: CarePlan, /) -> CarePlan:
    flawed = plan
    for _ in range(draw(st.integers(0, _MOST))):
        place, new = _edit(draw, flawed)
        try:
            flawed = edited(flawed, place, new)
        except CareError:
            # What makes no sense at all is no flaw of a plan.
            continue
    return flawed


def _edit(draw: st.DrawFn, plan: CarePlan, /) -> tuple[str, object]:
    """Somewhere in the plan, and what might stand there."""
    value: attrs.AttrsInstance = plan
    place = "$"
    while True:
        field = draw(picked(tuple(one for one in fields_of(type(value)) if not one.is_private)))
        place = at(place, field.name)
        inside = _inside(getattr(value, field.name), place)
        if not inside or draw(st.booleans()):
            return place, draw(_others(value, field))
        place, value = draw(picked(inside))


def _inside(value: object, place: str, /) -> tuple[tuple[str, attrs.AttrsInstance], ...]:
    """The values with fields that stand at a place, each with its own place."""
    if isinstance(value, tuple):
        items = enumerate(cast("tuple[object, ...]", value))
        return tuple(found for number, one in items for found in _inside(one, at(place, number)))
    return ((place, cast("attrs.AttrsInstance", value)),) if attrs.has(type(value)) else ()


def _others(value: attrs.AttrsInstance, field: Field, /) -> st.SearchStrategy[object]:
    """What might stand in a field, in the place of what stands there."""
    new, found = field_values(type(value), field.name), getattr(value, field.name)
    if not isinstance(found, tuple):
        return new if field.is_required else new | st.just(field.default(value))
    items = cast("tuple[object, ...]", found)

    def without(number: int, /) -> object:
        return items[:number] + items[number + 1 :]

    def twice(number: int, /) -> object:
        return (*items, items[number])

    def with_more(more: object, /) -> object:
        return (*items, *cast("tuple[object, ...]", more or ()))

    several = [new, new.map(with_more), st.just(()), st.just(items[::-1])]
    if items:
        number = st.integers(0, len(items) - 1)
        several += [number.map(without), number.map(twice)]
    return st.one_of(several)
