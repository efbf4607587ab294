"""A ward that is shared out by acuity: the zones before, and who has whom after."""

from collections.abc import Iterator
from typing import Any, Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import filled_text, whole_number
from carecore.base.fields import checked
from carecore.base.identity import ClientId, ProfessionalId, client_id, professional_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Bar, Bars, Items, Paragraph, Part, Section, Table
from carecore.base.plan_ids import client_ids, professional_ids
from carecore.base.reasons import Citation, OwnChoice, Source, grouped_sources
from carecore.matching.fits import counted

__all__ = ["ClientAcuity", "WardBalance", "WardLoad", "WardZone", "ZoneBalance"]

_SOURCES: Final[tuple[Source, ...]] = (
    Citation(
        authority="CSPLib",
        section="Problem 069: balanced nursing workload problem",
        address="https://www.csplib.org/Problems/prob069/",
        edition="Schaus and others",
        verified=False,
    ),
    OwnChoice("professionals are alike: in the order of ids they go to the zones by name"),
)


def _optional_number(instance: object, attribute: "Attribute[Any]", value: object, /) -> None:
    whole_number(instance, attribute, value)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ClientAcuity:
    """How much care one client of a ward takes.

    Attributes:
        client_id: id of the client.
        points: its acuity in points, by whatever scale the ward uses.

    Raises:
        WrongType: if the points are no whole number.
        InvalidValue: if the id has no meaning, or the points are below 0.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    points: int = field(validator=counted)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class WardZone:
    """A part of a ward whose clients are looked after by people of its own.

    >>> WardZone(name="east", clients=[ClientAcuity(client_id="c-1", points=30)]).points
    30

    Attributes:
        name: what the zone is called.
        clients: its clients, with the acuity of each.
        staff: how many professionals it has; `None`: as is most even over the ward.

    Raises:
        WrongType: if a field has a type not taken here.
        InvalidValue: if the name is blank, or the staff is below 0.

    .. versionadded:: 0.1
    """

    name: str = field(validator=filled_text)
    clients: tuple[ClientAcuity, ...] = ()
    staff: int | None = field(default=None, validator=_optional_number)

    @property
    def points(self) -> int:
        """The acuity of all its clients."""
        return sum(one.points for one in self.clients)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class WardLoad:
    """Whom one professional of a ward has, and what that comes to.

    Attributes:
        professional_id: id of the professional.
        zone: name of the zone.
        clients: ids of the clients.
        points: the acuity of these together.

    .. versionadded:: 0.1
    """

    professional_id: ProfessionalId = field(converter=professional_id)
    zone: str = field(validator=filled_text)
    clients: tuple[ClientId, ...] = field(default=(), converter=client_ids)
    points: int = field(validator=counted)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ZoneBalance:
    """How even the loads of one zone are, and how even they could be.

    Attributes:
        zone: name of the zone.
        staff: how many professionals it has.
        objective: the squares of their loads, added up.
        bound: nothing is less, whoever has whom.
        claimed_by: the solver that says that nothing is less than the objective; `None`: none does.

    .. versionadded:: 0.1
    """

    zone: str = field(validator=filled_text)
    staff: int = field(validator=counted)
    objective: int
    bound: int
    claimed_by: str | None = None

    @property
    def is_proven(self) -> bool:
        """Whether nothing is more even, by a bound that anybody can work out anew."""
        return self.objective == self.bound

    @property
    def proof(self) -> str:
        """In words, what says that nothing is more even."""
        if self.is_proven:
            return "proven by the bound"
        if self.claimed_by is not None:
            return f"so says {self.claimed_by}"
        return f"at most {self.objective - self.bound} above the least"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class WardBalance(Faces):
    """Who has whom in a ward, so that everybody's acuity is near the same.

    Attributes:
        loads: whom each professional has, zone by zone, in the order of ids.
        zones: how even each zone is.
        free: ids of the professionals for whom no zone has room.
        most_points: how many points each may have at most; `None`: any number.

    .. versionadded:: 0.1
    """

    loads: tuple[WardLoad, ...] = ()
    zones: tuple[ZoneBalance, ...] = ()
    free: tuple[ProfessionalId, ...] = field(default=(), converter=professional_ids)
    most_points: int | None = field(default=None, validator=_optional_number)

    @property
    def objective(self) -> int:
        """The squares of all loads, added up: the less, the more even."""
        return sum(one.objective for one in self.zones)

    @property
    def bound(self) -> int:
        """Nothing is less with so many in each zone."""
        return sum(one.bound for one in self.zones)

    @property
    def spread(self) -> int:
        """How many points the heaviest load has more than the lightest."""
        points = [one.points for one in self.loads]
        return max(points, default=0) - min(points, default=0)

    @property
    def is_proven(self) -> bool:
        """Whether nothing is more even in any zone, by a bound that anybody can work out anew."""
        return all(one.is_proven for one in self.zones)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is more even in any zone: it is proven, or a solver says so."""
        return all(one.is_proven or one.claimed_by is not None for one in self.zones)

    @property
    def over_limit(self) -> tuple[WardLoad, ...]:
        """Who has more points than the limit, because nothing was found that keeps it."""
        if self.most_points is None:
            return ()
        return tuple(one for one in self.loads if one.points > self.most_points)

    def outline(self, *, full: bool = False) -> Outline:
        """The ward as an outline; it shows ids only, so *full* changes nothing.

        .. versionadded:: 0.1
        """
        del full
        return Outline("Who has whom in the ward", (*self._parts(),))

    def _parts(self) -> Iterator[Part]:
        points = [one.points for one in self.loads]
        yield Paragraph(
            f"Professionals: {len(self.loads)}. Points of each: "
            f"{min(points, default=0)} to {max(points, default=0)}."
        )
        if self.loads:
            most = max(points) if self.most_points is None else self.most_points
            bars = (
                Bar(
                    one.professional_id,
                    value=one.points,
                    maximum=most,
                    note=f"{one.zone}: {', '.join(one.clients) or 'nobody'}",
                )
                for one in self.loads
            )
            yield Section("Loads", (Bars(bars),))
        if self.over_limit:
            told = (
                f"{one.professional_id} in {one.zone}: {one.points} points of {self.most_points}. "
                "Maybe one professional more for this zone"
                for one in self.over_limit
            )
            yield Section("Over the limit", (Items(told),))
        if self.free:
            yield Section("Professionals for whom no zone has room", (Items(self.free),))
        if self.zones:
            columns = ("zone", "professionals", "sum of squares", "bound", "nothing is more even")
            rows = [
                (one.zone, one.staff, one.objective, one.bound, one.proof) for one in self.zones
            ]
            yield Section("Zones", (Table(columns, rows),))
        yield Section("Sources", (Items(grouped_sources(_SOURCES)),))
