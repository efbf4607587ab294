"""A journey: its legs, who goes along, what goes along, who says that the client is fit."""

from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import final

import attrs
from attrs import Attribute, field, frozen

from carecore.base.checks import plain_text, require_instance, whole_number
from carecore.base.fields import checked
from carecore.base.identity import (
    ClientId,
    OrganizationId,
    PersonId,
    client_id,
    optional_organization_id,
)
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdiction, to_jurisdiction
from carecore.base.lookups import find_by_id, put_by_id
from carecore.base.moments import When, day_of, optional_when
from carecore.base.privacy import PERSONAL, PrivateRepr
from carecore.base.reasons import Verdict, all_of, any_of
from carecore.base.record_ids import (
    JourneyId,
    LegId,
    journey_id,
    leg_id,
    optional_person_id,
    optional_term,
    person_ids,
    term,
    terms,
)
from carecore.base.timing import Period, require_day
from carecore.base.verdicts import lies_in, runs_on, verdict_of, was_by
from carecore.errors import InvalidValue
from carecore.travel.escorts import EscortLevel, TravelNeed
from carecore.travel.fields import optional_hours

__all__ = [
    "Clearance",
    "EquipmentItem",
    "FitnessStatement",
    "Journey",
    "Leg",
    "TravelMode",
    "by_airline",
    "under",
]


class TravelMode(Enum):
    """How a leg is travelled.

    .. versionadded:: 0.1
    """

    AIR = "air"
    AIR_AMBULANCE = "air_ambulance"
    GROUND_AMBULANCE = "ground_ambulance"
    ROAD = "road"
    RAIL = "rail"
    SEA = "sea"


def _after_departure(
    leg: "Leg", attribute: "Attribute[datetime | None]", value: datetime | None, /
) -> None:
    # Times of one zone compare by the wall clock, which is wrong where it is set back.
    if value and leg.departs and value.astimezone(UTC) < leg.departs.astimezone(UTC):
        what = f"the leg arrives at {value}, before it departs at {leg.departs}"
        advice = "Maybe the two are swapped, or in other zones"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Leg:
    """One part of a journey, in one vehicle.

    >>> leg = Leg(
    ...     id="l-1",
    ...     mode=TravelMode.AIR,
    ...     from_place="US-FL",
    ...     to_place="GB",
    ...     departs=datetime(2026, 12, 1, 22, tzinfo=UTC),
    ...     arrives=datetime(2026, 12, 2, 7, tzinfo=UTC),
    ... )
    >>> leg.duration, leg.is_international
    (datetime.timedelta(seconds=32400), True)

    Attributes:
        id: the id other values refer to.
        mode: how it is travelled; `None`: unknown.
        from_place: the country, or the part of one, where it begins; `None`: unknown.
        to_place: where it ends; `None`: unknown.
        departs: when it begins; `None`: unknown.
        arrives: when it is due to end; `None`: unknown.
        carrier: id of the organization that carries; `None`: unknown.
        escorts: ids of the people who go along for the client's sake.
        hours_planned: the longest that it may take, in whole hours; `None`: unknown.

    Raises:
        WrongType: if a part has a type that is not taken, or a moment has no zone.
        InvalidValue: if an id has no meaning, or the leg arrives before it departs.

    .. versionadded:: 0.1
    """

    id: LegId = field(converter=leg_id)
    mode: TravelMode | None = None
    from_place: Jurisdiction | None = field(default=None, converter=optional_jurisdiction)
    to_place: Jurisdiction | None = field(default=None, converter=optional_jurisdiction)
    departs: datetime | None = None
    arrives: datetime | None = field(default=None, validator=_after_departure)
    carrier: OrganizationId | None = field(default=None, converter=optional_organization_id)
    escorts: tuple[PersonId, ...] = field(default=(), converter=person_ids)
    hours_planned: int | None = field(default=None, validator=optional_hours)

    @property
    def duration(self) -> timedelta | None:
        """How long it may take: the longer of what is planned and what the times say."""
        known = [] if self.hours_planned is None else [timedelta(hours=self.hours_planned)]
        if self.departs is not None and self.arrives is not None:
            known.append(self.arrives.astimezone(UTC) - self.departs.astimezone(UTC))
        return max(known, default=None)

    @property
    def is_international(self) -> bool | None:
        """Whether it crosses from one country into another; None if that is unknown."""
        if self.from_place is None or self.to_place is None:
            return None
        return self.from_place.country != self.to_place.country

    @property
    def places(self) -> tuple[Jurisdiction, ...]:
        """The places that are known, each once: where it begins, and where it ends."""
        known = (place for place in (self.from_place, self.to_place) if place is not None)
        return tuple(dict.fromkeys(known))

    def touches(self, jurisdiction: Jurisdiction | str, /) -> Verdict:
        """Whether it begins or ends there; *unknown* where an end is, and the other is elsewhere.

        >>> Leg(id="l-1", from_place="GB").touches("US")
        <Verdict.UNKNOWN: 'unknown'>
        """
        law = (to_jurisdiction(jurisdiction),)
        return any_of(lies_in(place, law) for place in (self.from_place, self.to_place))


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class FitnessStatement(PrivateRepr):
    """Somebody who may judge it says whether the client is fit for the journey.

    >>> fit = FitnessStatement(by="p-9", at=date(2026, 11, 20), is_fit=True)
    >>> fit.holds(date(2026, 11, 23))
    <Verdict.UNKNOWN: 'unknown'>

    Attributes:
        by: id of the person who says so; `None`: unknown.
        at: when it was said; `None`: unknown.
        valid: when it holds; `None`: unknown.
        is_fit: whether the client is fit; `None`: left open.
        conditions: under which conditions; terms, such as `oxygen` or `aisle_seat`.
        note: personal.

    .. versionadded:: 0.1
    """

    by: PersonId | None = field(default=None, converter=optional_person_id)
    at: When | None = field(default=None, converter=optional_when)
    valid: Period | None = None
    is_fit: bool | None = None
    conditions: tuple[str, ...] = field(default=(), converter=terms)
    note: str = field(default="", metadata=PERSONAL, validator=plain_text)

    def holds(self, as_of: date) -> Verdict:
        """Whether it says, for that day, that the client is fit; the conditions are not asked.

        Raises:
            WrongType: if *as_of* is no plain date.
        """
        day = require_day(as_of)
        return all_of((verdict_of(self.is_fit), runs_on(self.valid, day)))


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class EquipmentItem:
    """Something that goes along for the client's sake.

    >>> EquipmentItem(what="oxygen_concentrator", quantity=1, hours_of_power=18).hours_of_power
    18

    Attributes:
        what: what it is; a term.
        quantity: how many; `None`: unknown.
        hours_of_power: how long it runs on all the charged batteries that go along, in whole hours
            by the maker's figures; `None`: unknown, or it needs none.

    .. versionadded:: 0.1
    """

    what: str = field(converter=term)
    quantity: int | None = field(default=None, validator=whole_number)
    hours_of_power: int | None = field(default=None, validator=optional_hours)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Clearance:
    """A carrier's answer to the question whether it takes the client along.

    >>> Clearance(carrier="o-7", asked_at=date(2026, 11, 20)).holds(date(2026, 11, 23))
    <Verdict.UNKNOWN: 'unknown'>

    Attributes:
        carrier: id of the carrier; `None`: unknown.
        asked_at: when it was asked; `None`: unknown.
        given_at: when it answered; `None`: unknown, or not yet.
        is_given: whether the answer is yes; `None`: no answer is known.

    .. versionadded:: 0.1
    """

    carrier: OrganizationId | None = field(default=None, converter=optional_organization_id)
    asked_at: When | None = field(default=None, converter=optional_when)
    given_at: When | None = field(default=None, converter=optional_when)
    is_given: bool | None = None

    def holds(self, as_of: date | datetime) -> Verdict:
        """Whether the carrier had said yes by then.

        Raises:
            WrongType: if *as_of* is neither a day nor a moment with a zone.
        """
        day_of(as_of)
        return all_of((verdict_of(self.is_given), was_by(self.given_at, as_of)))


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Journey(PrivateRepr):
    """A journey of a client, leg by leg.

    >>> journey = Journey(
    ...     id="j-1", client_id="c-17", legs=[Leg(id="l-1", escorts=["p-1"]), Leg(id="l-2")]
    ... )
    >>> journey.leg("l-1").escorts, journey.escorts
    (('p-1',), ('p-1',))

    Attributes:
        id: the id other values refer to.
        client_id: id of the client.
        purpose: what it is for; a term; `None`: unknown.
        legs: its parts, in order.
        needs: what the client needs on the way; `None`: nobody asked yet.
        escort_level: who is to go along; `None`: not decided.
        equipment: what goes along.
        fitness: who says that the client is fit, oldest first.
        clearances: what the carriers answered.
        informs: ids of the people who are kept informed on the way.
        note: personal.

    .. versionadded:: 0.1
    """

    id: JourneyId = field(converter=journey_id)
    client_id: ClientId = field(converter=client_id)
    purpose: str | None = field(default=None, converter=optional_term)
    legs: tuple[Leg, ...] = ()
    needs: TravelNeed | None = None
    escort_level: EscortLevel | None = None
    equipment: tuple[EquipmentItem, ...] = ()
    fitness: tuple[FitnessStatement, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    informs: tuple[PersonId, ...] = field(default=(), converter=person_ids)
    note: str = field(default="", metadata=PERSONAL, validator=plain_text)

    @property
    def escorts(self) -> tuple[PersonId, ...]:
        """Ids of everybody who goes along on at least one leg, each once, in order."""
        return tuple(dict.fromkeys(person for leg in self.legs for person in leg.escorts))

    @property
    def departs(self) -> datetime | None:
        """When the first leg begins; None if that is unknown, or there is no leg."""
        return self.legs[0].departs if self.legs else None

    @property
    def arrives(self) -> datetime | None:
        """When the last leg is due to end; None if that is unknown, or there is no leg."""
        return self.legs[-1].arrives if self.legs else None

    def leg(self, key: str, /) -> Leg:
        """The leg with that id.

        Raises:
            UnknownId: if there is none; the error names those that look like it.
        """
        return find_by_id(self.legs, key, kind="leg")

    def with_leg(self, leg: Leg, /) -> "Journey":
        """This journey with *leg* in the place of the one with its id, or at the end."""
        new = require_instance(leg, Leg, name="the leg")
        return attrs.evolve(self, legs=put_by_id(self.legs, new))

    def with_escort(self, person: str, /, *, leg: str) -> "Journey":
        """This journey, with the person of that id going along on the leg of that id.

        Raises:
            UnknownId: if there is no such leg.
        """
        found = self.leg(leg)
        if person in found.escorts:
            return self
        return self.with_leg(attrs.evolve(found, escorts=(*found.escorts, person)))

    def with_fitness(self, statement: FitnessStatement, /) -> "Journey":
        """This journey, and *statement* as the newest."""
        return attrs.evolve(self, fitness=(*self.fitness, statement))

    def with_clearance(self, clearance: Clearance, /) -> "Journey":
        """This journey, and *clearance* as well."""
        return attrs.evolve(self, clearances=(*self.clearances, clearance))


def by_airline(leg: Leg, /) -> Verdict:
    """Whether the leg is a flight with an airline; *unknown* if its mode is."""
    require_instance(leg, Leg, name="the leg")
    return verdict_of(None if leg.mode is None else leg.mode is TravelMode.AIR)


def under(leg: Leg, laws: tuple[Jurisdiction, ...] | None, /) -> Verdict:
    """Whether the leg begins or ends where one of these laws holds; `None` holds anywhere."""
    return Verdict.MET if laws is None else any_of(leg.touches(law) for law in laws)
