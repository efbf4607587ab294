"""What a carrier may ask for at the door: a doctor's certificate, and batteries that last."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import each_of, plain_text, require_instance
from carecore.base.fields import checked
from carecore.base.jurisdictions import Jurisdiction, optional_jurisdictions
from carecore.base.moments import first_day, last_day
from carecore.base.reasons import Source, Verdict, all_of, any_of, tuple_of_sources
from carecore.base.record_ids import LegId, leg_id, term, terms
from carecore.base.timing import require_day
from carecore.base.verdicts import verdict_of
from carecore.errors import InvalidValue
from carecore.travel.fields import days, optional_hours, percent
from carecore.travel.journeys import (
    EquipmentItem,
    FitnessStatement,
    Journey,
    Leg,
    by_airline,
    under,
)

__all__ = ["BatteryRule", "CertificateRule", "PowerCheck", "check_certificate", "check_power"]

_WHOLE: Final = 100


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class CertificateRule:
    """When a carrier may ask for a doctor's certificate, and how old it may be.

    >>> CertificateRule(id="cabin_certificate", grounds=["stretcher"], days=10).days
    10

    Attributes:
        id: the id other values refer to; a term.
        grounds: what the carrier may ask it for; terms.
        days: how many days before the first flight it may be dated, at most.
        jurisdictions: the law that says so; `None`: anywhere.
        remark: what a reader has to know, in our own words.
        sources: what it rests on.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    grounds: tuple[str, ...] = field(converter=terms)
    days: int = field(validator=days)
    jurisdictions: tuple[Jurisdiction, ...] | None = field(
        default=None, converter=optional_jurisdictions
    )
    remark: str = field(default="", validator=plain_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)


def check_certificate(
    statement: FitnessStatement, /, *, departs: date, rule: CertificateRule
) -> Verdict:
    """Whether a statement is young enough for a first flight on that day.

    >>> rule = CertificateRule(id="cabin_certificate", grounds=["stretcher"], days=10)
    >>> statement = FitnessStatement(at=date(2026, 11, 21), is_fit=True)
    >>> check_certificate(statement, departs=date(2026, 12, 1), rule=rule)
    <Verdict.MET: 'met'>
    >>> check_certificate(statement, departs=date(2026, 12, 2), rule=rule)
    <Verdict.NOT_MET: 'not_met'>

    A statement that is dated after the flight is none for it; without a day it is *unknown*.

    Raises:
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """
    require_instance(statement, FitnessStatement, name="the statement")
    require_instance(rule, CertificateRule, name="the rule")
    day = require_day(departs, name="departs")
    if statement.at is None:
        return Verdict.UNKNOWN
    ages = tuple((day - one(statement.at)).days for one in (last_day, first_day))
    youngest, oldest = ages
    if oldest < 0 or youngest > rule.days:
        return Verdict.NOT_MET
    return Verdict.MET if youngest >= 0 and oldest <= rule.days else Verdict.UNKNOWN


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class BatteryRule:
    """How much power a carrier may want a device to have for a flight.

    >>> BatteryRule(id="enough_power", devices=["ventilator"], percent=150).needed(
    ...     timedelta(hours=9)
    ... )
    datetime.timedelta(seconds=48600)

    Attributes:
        id: the id other values refer to; a term.
        devices: the devices it is about; terms.
        percent: how much of the longest flight the batteries have to last.
        jurisdictions: the law that says so; `None`: anywhere.
        remark: what a reader has to know, in our own words.
        sources: what it rests on.

    .. versionadded:: 0.1
    """

    id: str = field(converter=term)
    devices: tuple[str, ...] = field(converter=terms)
    percent: int = field(validator=percent)
    jurisdictions: tuple[Jurisdiction, ...] | None = field(
        default=None, converter=optional_jurisdictions
    )
    remark: str = field(default="", validator=plain_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)

    def needed(self, flight_length: timedelta, /) -> timedelta:
        """How long the batteries have to last for a flight that may take so long.

        Raises:
            WrongType: if the length is no `timedelta`.
            InvalidValue: if it is below 0, or longer than can be counted.
        """
        length = require_instance(flight_length, timedelta, name="the length of the flight")
        if length < timedelta():
            what = f"the flight takes {length}, which is less than nothing"
            raise InvalidValue(what, advice="Maybe departure and arrival are swapped")
        try:
            return length * self.percent / _WHOLE
        except OverflowError:
            what = "the flight takes longer than can be counted"
            raise InvalidValue(what, advice="Maybe timedelta(hours=9)") from None

    def applies(self, leg: Leg, /) -> Verdict:
        """Whether it holds for that leg, flown with an airline; *unknown* is for the careful."""
        return all_of((by_airline(leg), under(leg, self.jurisdictions)))


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class PowerCheck:
    """Whether the batteries of a device last for a leg.

    Attributes:
        leg: id of the leg.
        device: what needs the power; a term.
        rule: id of the rule.
        verdict: whether they last; *unknown* where the leg, the rule or the batteries are.
        needed: how long they have to last; `None`: nobody knows how long the leg is.
        hours: how long they last, in whole hours; `None`: unknown.

    .. versionadded:: 0.1
    """

    leg: LegId = field(converter=leg_id)
    device: str = field(converter=term)
    rule: str = field(converter=term)
    verdict: Verdict
    needed: timedelta | None = None
    hours: int | None = field(default=None, validator=optional_hours)


def check_power(journey: Journey, /, *, rules: Iterable[BatteryRule]) -> tuple[PowerCheck, ...]:
    """Whether the batteries of each device last for each leg, in the order of legs and equipment.

    Each leg is taken by itself, as if the batteries were charged between two of them.
    A rule that surely does not hold for a leg is left out.

    >>> from carecore.travel.journeys import EquipmentItem, TravelMode
    >>> leg = Leg(id="l-1", mode=TravelMode.AIR, from_place="US", to_place="GB", hours_planned=9)
    >>> device = EquipmentItem(what="ventilator", quantity=1, hours_of_power=13)
    >>> journey = Journey(id="j-1", client_id="c-1", legs=[leg], equipment=[device])
    >>> rule = BatteryRule(
    ...     id="enough_power", devices=["ventilator"], percent=150, jurisdictions=["US"]
    ... )
    >>> (check,) = check_power(journey, rules=[rule])
    >>> check.verdict, str(check.needed)
    (<Verdict.NOT_MET: 'not_met'>, '13:30:00')

    Raises:
        WrongType: if a part has a type that is not taken.

    .. versionadded:: 0.1
    """
    require_instance(journey, Journey, name="the journey")
    known = each_of(rules, BatteryRule)
    return tuple(
        _power(leg, item, rule)
        for leg in journey.legs
        for item in journey.equipment
        for rule in known
        if item.what in rule.devices and rule.applies(leg) is not Verdict.NOT_MET
    )


def _power(leg: Leg, item: EquipmentItem, rule: BatteryRule, /) -> PowerCheck:
    needed = None if leg.duration is None else rule.needed(leg.duration)
    hours = item.hours_of_power
    is_enough = None if needed is None or hours is None else timedelta(hours=hours) >= needed
    # A rule that may not hold is kept by batteries that last; others leave it open.
    maybe = Verdict.UNKNOWN if rule.applies(leg) is Verdict.UNKNOWN else Verdict.NOT_MET
    return PowerCheck(
        leg=leg.id,
        device=item.what,
        rule=rule.id,
        verdict=any_of((verdict_of(is_enough), maybe)),
        needed=needed,
        hours=hours,
    )
