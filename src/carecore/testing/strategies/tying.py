"""Values in which every id leads somewhere: what is drawn by itself, tied together."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NewType, TypeAlias, TypeVar, cast, final

import attrs
from hypothesis import strategies as st

from carecore.base.identity import (
    CareSettingId,
    ClientId,
    CredentialId,
    DutyId,
    NeedId,
    PersonId,
    ProfessionalId,
    RepresentativeId,
    RoleId,
)
from carecore.base.plan_ids import DomainId, GateId, PathwayId
from carecore.base.record_ids import RightId
from carecore.catalogue import STANDARD
from carecore.codec.shapes import Field, Kind, fields_of
from carecore.medications import MedicationList, MedicationOrder
from carecore.people import ClientPreferences
from carecore.recovery import Link, Timeline
from carecore.testing.strategies import wording

__all__ = ["tied"]

T = TypeVar("T", bound=attrs.AttrsInstance)
_Known: TypeAlias = dict[object, list[str]]

_PEOPLE: Final = frozenset({ClientId, ProfessionalId, RepresentativeId})
_SHELVES: Final[Mapping[object, Iterable[Any]]] = {
    CareSettingId: STANDARD.care_settings,
    CredentialId: STANDARD.credentials,
    DomainId: STANDARD.domains,
    DutyId: STANDARD.duties,
    GateId: STANDARD.gates,
    NeedId: STANDARD.needs,
    PathwayId: STANDARD.pathways,
    RightId: STANDARD.rights,
    RoleId: STANDARD.roles,
}
_NO_ENTRIES: Final = frozenset({MedicationList, MedicationOrder})
"""What has the id of an entry, and does not stand in a record."""
_CLIENT: Final = "client-1"
_STRANGERS: Final = ("professional-1", "professional-2", "professional-3")


def tied(draw: st.DrawFn, value: T, /) -> T:
    """*value*, in which ids stand once and refer to what is there, or to the standard catalogue.

    Where there is no client, every client is the same one, and three professionals are known.
    Links of timelines lead to a milestone that stands further down.
    """
    ties = _Ties(draw)
    numbered = ties.numbered(value)
    return cast("T", ties.referred(numbered))


@final
class _Ties:
    """Gives each thing an id of its own, and then looks for what an id can refer to."""

    __slots__ = ("_counts", "_draw", "_known")

    def __init__(self, draw: st.DrawFn, /) -> None:
        self._draw = draw
        self._counts: Counter[str] = Counter()
        self._known: _Known = {
            kind: [entry.id for entry in shelf] for kind, shelf in _SHELVES.items()
        }

    def numbered(self, value: object, /) -> object:
        """*value* and all it holds, each with an id that nothing else has."""
        return _rebuilt(value, self._number)

    def referred(self, value: object, /) -> object:
        """*value* and all it holds, with references to what was numbered."""
        if ClientId not in self._known:
            self._known[ClientId] = [_CLIENT]
            self._known.setdefault(ProfessionalId, list(_STRANGERS))
        people = [key for kind in _PEOPLE for key in self._known.get(kind, ())]
        self._known[PersonId] = sorted(people)
        return _rebuilt(value, self._refer)

    def _number(self, cls: type, field: Field, value: object, /) -> object:
        kind = _id_kind(field.kind)
        if field.name != "id" or kind is None or kind in _SHELVES:
            return value
        word = kind.__name__.removesuffix("Id").lower()
        self._counts[word] += 1
        key = f"{word}-{self._counts[word]}"
        if cls not in _NO_ENTRIES:
            self._known.setdefault(kind, []).append(key)
        return key

    def _refer(self, _: type, field: Field, value: object, /) -> object:
        kind = _id_kind(field.kind)
        if field.name == "id" or kind is None or not value:
            return value
        known = self._known.get(kind, [])
        if isinstance(value, tuple):
            size = min(len(cast("tuple[object, ...]", value)), len(known))
            one = wording.picked(tuple(known))
            return tuple(self._draw(st.lists(one, min_size=size, max_size=size, unique=True)))
        if known:
            return self._draw(wording.picked(tuple(known)))
        return value if field.is_required else None


def _id_kind(kind: Kind, /) -> NewType | None:
    """The type of id that a field holds, alone or several; None, if it holds something else."""
    found = [one for one in _parts(kind) if isinstance(one, NewType)]
    return found[0] if found else None


def _parts(kind: Kind, /) -> Iterable[object]:
    return (kind, *(part for one in getattr(kind, "__args__", ()) for part in _parts(one)))


def _rebuilt(value: object, change: Callable[[type, Field, object], object], /) -> object:
    """*value*, and all that it holds, with changed fields."""
    if isinstance(value, tuple):
        return tuple(_rebuilt(one, change) for one in cast("tuple[object, ...]", value))
    cls = type(value)
    if not attrs.has(cls):
        return value
    parts: dict[str, Any] = {
        field.name: change(cls, field, _rebuilt(getattr(value, field.name), change))
        for field in fields_of(cls)
        if not field.is_private
    }
    if cls is ClientPreferences:
        # Nobody is both wished for and declined.
        parts["vetoes"] = tuple(one for one in parts["vetoes"] if one not in parts["wishes"])
    rebuilt = attrs.evolve(cast("Any", value), **parts)
    return _forwards(rebuilt) if isinstance(rebuilt, Timeline) else rebuilt


def _forwards(timeline: Timeline, /) -> Timeline:
    order = [milestone.id for milestone in timeline.milestones]

    def leads_on(link: Link, /) -> bool:
        ends = (link.before, link.after)
        return set(ends) <= set(order) and order.index(ends[0]) < order.index(ends[1])

    return attrs.evolve(timeline, links=tuple(filter(leads_on, timeline.links)))
