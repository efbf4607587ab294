"""In what two plans differ, place by place."""

from collections import Counter
from collections.abc import Hashable, Iterator
from datetime import date, datetime
from enum import Enum
from typing import Final, TypeAlias, cast, final
from zoneinfo import ZoneInfo

import attrs
from attrs import frozen

from carecore.base.amounts import Code, Money, Quantity
from carecore.base.fields import checked
from carecore.base.identity import with_article
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.privacy import personal_fields
from carecore.base.reasons import Citation, Fact, FactValue, OwnChoice, at
from carecore.base.recurrence import Recurrence
from carecore.base.timing import Offset, PartialDate, Period
from carecore.errors import described
from carecore.plans.activities import Contact
from carecore.plans.goals import Target
from carecore.plans.plan import CarePlan
from carecore.plans.revisions import Revision

__all__ = ["DifferenceKind", "PlanDifference", "differences"]


class DifferenceKind(Enum):
    """What became of one place of a plan.

    .. versionadded:: 0.1
    """

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


_MIRRORED: Final = {
    DifferenceKind.ADDED: DifferenceKind.REMOVED,
    DifferenceKind.REMOVED: DifferenceKind.ADDED,
}


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class PlanDifference:
    """One place in which two plans differ.

    What is personal is described and never shown.
    A list that holds the same in another order is `MOVED`.

    >>> due = PlanDifference(
    ...     kind=DifferenceKind.CHANGED,
    ...     id="goal-1",
    ...     old=Fact(name="due", seen="2026-04-01", place="$.goals[0].targets[0].due"),
    ...     new=Fact(name="due", seen="2026-05-01", place="$.goals[1].targets[0].due"),
    ... )
    >>> due.place, due.mirrored().place
    ('$.goals[1].targets[0].due', '$.goals[0].targets[0].due')

    Attributes:
        kind: what became of it.
        id: the nearest id: of what was added or removed, or of what the place belongs to; empty:
            nothing near has one.
        old: what stood in the old plan, and where; of what was added, the list that lacks it.
        new: what stands in the new plan, and where; of what was removed, the list that lacks it.

    .. versionadded:: 0.1
    """

    kind: DifferenceKind
    id: str = ""
    old: Fact
    new: Fact

    @property
    def place(self) -> str:
        """Where it is in the new plan; where it was in the old one, if it was removed."""
        return (self.old if self.kind is DifferenceKind.REMOVED else self.new).place

    def mirrored(self) -> "PlanDifference":
        """The same difference, seen from the new plan."""
        kind = _MIRRORED.get(self.kind, self.kind)
        return PlanDifference(kind=kind, id=self.id, old=self.new, new=self.old)


# Values that are told as one text; a change within them is a change of the whole.
_WHOLE: Final = (
    Citation,
    Code,
    Jurisdiction,
    Money,
    Offset,
    OwnChoice,
    PartialDate,
    Period,
    Quantity,
    Recurrence,
    ZoneInfo,
)

_Items: TypeAlias = tuple[object, ...]
_Key: TypeAlias = tuple[Hashable, int]
_Pair: TypeAlias = tuple[int | None, int | None]


@final
@frozen(kw_only=True, weakref_slot=False)
class _Spot:
    """The same spot in both plans."""

    name: str
    old: str
    new: str
    id: str

    def field(self, name: str, /) -> "_Spot":
        return _Spot(name=name, old=at(self.old, name), new=at(self.new, name), id=self.id)

    def item(self, old: int | None, new: int | None, key: str, /) -> "_Spot":
        was = self.old if old is None else at(self.old, old)
        now = self.new if new is None else at(self.new, new)
        return _Spot(name=self.name, old=was, new=now, id=key or self.id)

    def told(self, kind: DifferenceKind, old: FactValue, new: FactValue, /) -> PlanDifference:
        name = self.name.replace("_", " ")
        was = Fact(name=name, seen=old, place=self.old)
        now = Fact(name=name, seen=new, place=self.new)
        return PlanDifference(kind=kind, id=self.id, old=was, new=now)


def differences(old: CarePlan, new: CarePlan, /) -> tuple[PlanDifference, ...]:
    """Every place in which *new* differs from *old*, in the order of the fields of a plan.

    .. versionadded:: 0.1
    """
    return tuple(_between(old, new, _Spot(name="plan", old="$", new="$", id="")))


def _between(old: object, new: object, spot: _Spot, /) -> Iterator[PlanDifference]:
    if old == new:
        return
    if type(old) is type(new) and _is_open(old):
        yield from _between_fields(cast("attrs.AttrsInstance", old), new, spot)
    elif _are_lists(old, new):
        yield from _between_lists(cast("_Items", old), cast("_Items", new), spot)
    else:
        yield spot.told(DifferenceKind.CHANGED, _seen(old), _seen(new))


def _between_fields(
    old: "attrs.AttrsInstance", new: object, spot: _Spot, /
) -> Iterator[PlanDifference]:
    shared = _id_of(old) if _id_of(old) == _id_of(new) else ""
    inside = attrs.evolve(spot, id=shared or spot.id)
    private = personal_fields(type(old))
    for attribute in attrs.fields(type(old)):
        # What is derived from other fields takes no part in comparing values.
        if not attribute.eq:
            continue
        was, now = getattr(old, attribute.name), getattr(new, attribute.name)
        deeper = inside.field(attribute.name)
        if attribute.name not in private:
            yield from _between(was, now, deeper)
        elif was != now:
            yield deeper.told(DifferenceKind.CHANGED, described(was), described(now))


def _between_lists(old: _Items, new: _Items, spot: _Spot, /) -> Iterator[PlanDifference]:
    before, after = _numbered(old), _numbered(new)
    for was, now in _pairs(old, new, before, after):
        if was is None:
            item = new[cast("int", now)]
            yield spot.item(was, now, _id_of(item)).told(DifferenceKind.ADDED, None, _seen(item))
        elif now is None:
            item = old[was]
            yield spot.item(was, now, _id_of(item)).told(DifferenceKind.REMOVED, _seen(item), None)
        else:
            yield from _between(old[was], new[now], spot.item(was, now, ""))
    was_order = [key for key in before if key in after]
    now_order = [key for key in after if key in before]
    if was_order != now_order:
        names = (
            tuple(_text(items[place[key]]) for key in order)
            for items, place, order in ((old, before, was_order), (new, after, now_order))
        )
        yield spot.told(DifferenceKind.MOVED, *names)


def _pairs(
    old: _Items, new: _Items, before: dict[_Key, int], after: dict[_Key, int], /
) -> list[_Pair]:
    """What stands for what in the two lists, in an order that does not depend on the direction."""
    pairs: list[_Pair] = [(was, after.get(key)) for key, was in before.items()]
    pairs += [(None, now) for key, now in after.items() if key not in before]
    # Where nothing says which is which, what is left over stands for one another in order.
    lone = (
        [pair for pair in pairs if pair[1] is None and not _name_of(old[cast("int", pair[0])])],
        [pair for pair in pairs if pair[0] is None and not _name_of(new[cast("int", pair[1])])],
    )
    matched = list(zip(*lone, strict=False))
    gone = {pair for both in matched for pair in both}
    pairs = [pair for pair in pairs if pair not in gone]
    pairs += [(removed[0], added[1]) for removed, added in matched]

    def order(pair: _Pair, /) -> tuple[int, int, tuple[str, ...]]:
        places = sorted(place for place in pair if place is not None)
        item = new[cast("int", pair[1])] if pair[0] is None else old[pair[0]]
        return places[0], places[-1], _name_of(item)

    return sorted(pairs, key=order)


def _numbered(items: _Items, /) -> dict[_Key, int]:
    """Where each item stands; of several with one name, the first ones stand for one another."""
    seen = Counter[Hashable]()
    numbered: dict[_Key, int] = {}
    for index, item in enumerate(items):
        # Without a name, it is told by all that it holds.
        name: Hashable = _name_of(item) or item
        numbered[name, seen[name]] = index
        seen[name] += 1
    return numbered


def _name_of(item: object, /) -> tuple[str, ...]:
    """What tells *item* from its neighbours, if anything does."""
    match item:
        case Target():
            return item.what, item.comparison.value
        case Revision():
            return (str(item.number),)
        case Contact():
            return item.purpose, item.person or "", item.organization or ""
        case _:
            return (_id_of(item),) if _id_of(item) else ()


def _id_of(value: object, /) -> str:
    shown = getattr(value, "id", "") if attrs.has(type(value)) else ""
    return str(shown)


def _is_open(value: object, /) -> bool:
    """Whether it is looked into."""
    return attrs.has(type(value)) and not isinstance(value, _WHOLE)


def _are_lists(old: object, new: object, /) -> bool:
    """Whether both are tuples, and of values that are looked into."""
    both = isinstance(old, tuple) and isinstance(new, tuple)
    return both and any(map(_is_open, (*cast("_Items", old), *cast("_Items", new))))


def _seen(value: object, /) -> FactValue:
    if isinstance(value, Enum | datetime):
        return _text(value)
    if value is None or isinstance(value, str | int | date):
        return value
    if isinstance(value, tuple):
        return tuple(map(_text, cast("_Items", value)))
    return _text(value)


def _text(value: object, /) -> str:
    match value:
        case Enum():
            return str(value.value)
        case Period():
            ends = (value.start, value.end)
            return "/".join(".." if day is None else day.isoformat() for day in ends)
        case date():
            return value.isoformat()
        case _ if _is_open(value):
            return next(iter(_name_of(value)), with_article(type(value).__name__))
        case _:
            return str(value)
