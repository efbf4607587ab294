"""J103, J105 to J107: whether a journey that lies ahead can be made as it is planned."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from carecore.base.identity import in_words
from carecore.base.moments import day_text, in_time
from carecore.base.reasons import Fact, OwnChoice, Severity, Verdict
from carecore.catalogue.sources_travel import CFR_382_23_CERTIFICATE, CFR_382_133, FR_81_33098
from carecore.review import PlanView
from carecore.review.trips import Trip, day_of_leg
from carecore.rights import ConsentScope
from carecore.rulebook.asking import agreement, has_run_out, is_in_force
from carecore.travel import BatteryRule, EscortLevel, FitnessStatement, Journey, Leg, check_power
from carecore.validation import Remark, Rule, rule

__all__ = [
    "RULES",
    "journeys_ahead",
    "legs_ahead",
    "legs_out_of_order",
    "no_consent_to_travel",
    "no_word_on_fitness",
    "too_little_power",
    "trip_of",
]

_FIT: Final = OwnChoice("for somebody who needs help on the way, a doctor says that they are fit")
_ORDER: Final = OwnChoice("one leg ends before the next one begins")
_AGREED: Final = OwnChoice("nobody is taken on a journey without having agreed")
_ASKED_FOR: Final = OwnChoice("what a carrier may ask for is best there before it asks")


def journeys_ahead(view: PlanView, /) -> Iterator[tuple[int, Journey]]:
    """The journeys that are not surely over, each with its position in the plan.

    .. versionadded:: 0.1
    """
    for index, journey in enumerate(view.plan.journeys):
        if any(True for _ in legs_ahead(journey, view.day)):
            yield index, journey


def legs_ahead(journey: Journey, day: date, /) -> Iterator[tuple[int, Leg]]:
    """The legs that begin on *day* or later, or nobody knows when, each with its position.

    .. versionadded:: 0.1
    """
    for index, leg in enumerate(journey.legs):
        if leg.departs is None or leg.departs.date() >= day:
            yield index, leg


def trip_of(view: PlanView, journey: Journey, /) -> Trip:
    """The journey as it is asked about: at the moment of the view, or at the end of its day.

    .. versionadded:: 0.1
    """
    now, zone = view.moment, view.plan.client.zone
    if now is None:
        # The last day of all ends in UTC: west of it, no moment is left to name.
        ends_in_utc = zone is None or view.day == date.max
        now = datetime.combine(view.day, time.max, UTC if ends_in_utc else zone)
    return Trip(plan=view.plan, journey=journey, now=now, catalogue=view.catalogue)


@rule(
    "J103",
    Severity.WARNING,
    requires=("journeys",),
    sources=(_FIT, CFR_382_23_CERTIFICATE),
)
def no_word_on_fitness(view: PlanView) -> Iterator[Remark]:
    """No statement on fitness holds on the day of a journey.

    What it looks for:
        A journey that lies ahead, and of which the newest statement says that the client is not
        fit, or does not hold on the day on which a leg begins. Where there is none, a journey with
        an escort, or of somebody who needs help on the way. What a statement leaves open does not
        count against it.
    Why it matters:
        Somebody who is not fit is turned away at the gate, or falls ill where nobody can help.
    When it may be wrong:
        The statement was given to the carrier and is not written down here.
    Example:
        The nurse and the flight are booked, and no doctor has said that the client can fly.
    What helps:
        Ask whoever treats the client for a statement that holds on each day of the journey.
    Sources:
        14 CFR 382.23(b), when a carrier may ask for a certificate; else carecore's own choice.
    """
    for index, journey in journeys_ahead(view):
        trip = trip_of(view, journey)
        days = dict.fromkeys(day_of_leg(leg) for _, leg in legs_ahead(journey, view.day))
        statement = trip.statement
        place = f"$.journeys[{index}].fitness"
        if statement is None:
            if _needs_a_word(trip):
                yield Remark(
                    place,
                    f"nobody says that the client is fit for the journey {journey.id!r}",
                    facts=(Fact(name="statements", seen=0, place=place),),
                    advice="Maybe ask whoever treats the client",
                )
            continue
        unsure = (day for day in days if not _surely_fit(statement, day))
        bad = next((day for day in unsure if trip.fit_on(day) is Verdict.NOT_MET), None)
        if bad is not None and _may_need_a_word(trip):
            yield Remark(
                place,
                f"the newest statement does not say that the client is fit on {bad}, when a leg of"
                f" the journey {journey.id!r} begins",
                facts=(
                    Fact(name="is fit", seen=statement.is_fit, place=place),
                    Fact(name="at", seen=day_text(statement.at), place=place),
                    Fact(name="day", seen=bad),
                ),
                advice="Maybe ask for a newer one",
            )


def _surely_fit(statement: FitnessStatement, day: date | None, /) -> bool:
    """A glance: it says so, and surely holds on that day."""
    if day is None or statement.is_fit is not True or statement.valid is None:
        return False
    return statement.valid.contains(day)


def _needs_a_word(trip: Trip, /) -> bool:
    level, needed = trip.journey.escort_level, trip.needed
    is_escorted = level is not None and level is not EscortLevel.NONE
    is_helped = needed is not None and needed.at_least is not EscortLevel.NONE
    return _may_need_a_word(trip) and (is_escorted or is_helped)


def _may_need_a_word(trip: Trip, /) -> bool:
    """Whether it is not known that the client needs nothing on the way."""
    return trip.needed is None or trip.needed.at_most is not EscortLevel.NONE


@rule(
    "J105",
    Severity.WARNING,
    requires=("journeys",),
    sources=(CFR_382_133, FR_81_33098, _ASKED_FOR),
)
def too_little_power(view: PlanView) -> Iterator[Remark]:
    """The batteries of a device do not last for a flight.

    What it looks for:
        A leg that lies ahead and a device that goes along, whose charged batteries last for less
        than the carrier may ask for: in the United States one and a half times the longest that
        the flight may take. Each leg is taken by itself.
    Why it matters:
        The carrier may leave the client behind; or the device stops in the air.
    When it may be wrong:
        The carrier gives power at the seat, or asks for less.
    Example:
        A concentrator with eight hours of power, and a flight of seven.
    What helps:
        Take more batteries along, charged; ask the carrier for power at the seat.
    Sources:
        14 CFR 382.133(h)(2), batteries for 150 percent of the longest expected flight.
    """
    rules = view.catalogue.battery_rules
    for index, journey in journeys_ahead(view):
        if _surely_lasts(journey, rules):
            continue
        devices = [one.what for one in journey.equipment]
        ahead = {leg.id: number for number, leg in legs_ahead(journey, view.day)}
        for check in check_power(journey, rules=rules):
            if check.verdict is Verdict.NOT_MET and check.leg in ahead:
                item = devices.index(check.device)
                place = f"$.journeys[{index}].equipment[{item}].hours_of_power"
                yield Remark(
                    place,
                    f"the batteries of the {in_words(check.device)} last {check.hours} hours, and"
                    f" for the leg {check.leg!r} they have to last {check.needed}",
                    facts=(
                        Fact(name="hours there", seen=check.hours, place=place),
                        Fact(name="needed", seen=str(check.needed)),
                        Fact(name="leg", seen=str(check.leg)),
                    ),
                    advice="Maybe take more batteries along",
                )


def _surely_lasts(journey: Journey, rules: Iterable[BatteryRule], /) -> bool:
    """A glance: no device that has to last, or more hours than any rule asks for on any leg."""
    asked = [
        (timedelta(hours=item.hours_of_power), one)
        for item in journey.equipment
        if item.hours_of_power is not None
        for one in rules
        if item.what in one.devices
    ]
    if not asked:
        return True
    lengths = (leg.duration for leg in journey.legs)
    longest = max((one for one in lengths if one is not None), default=timedelta())
    return all(hours >= one.needed(longest) for hours, one in asked)


@rule("J106", Severity.ERROR, requires=("journeys",), sources=(_ORDER,))
def legs_out_of_order(view: PlanView) -> Iterator[Remark]:
    """The legs of a journey are out of order.

    What it looks for:
        A leg that departs before the one before it arrives, or departs where that is all that is
        known.
    Why it matters:
        Nobody can be on two legs at once, so that one of the times is wrong, or one is missed.
    When it may be wrong:
        A time was written down in another zone than its own.
    Example:
        The car to the hospital is ordered for an hour before the aeroplane lands.
    What helps:
        Look at both times, in the zones where they are; put the legs in order.
    Sources:
        carecore's own choice: one leg ends before the next one begins.
    """
    for index, journey in enumerate(view.plan.journeys):
        last: datetime | None = None
        for number, leg in enumerate(journey.legs):
            departs = leg.departs
            if last is not None and departs is not None and in_time(departs) < in_time(last):
                place = f"$.journeys[{index}].legs[{number}].departs"
                yield Remark(
                    place,
                    f"the leg {leg.id!r} of the journey {journey.id!r} departs at"
                    f" {departs.isoformat()}, before the one before it is over",
                    facts=(
                        Fact(name="departs", seen=departs.isoformat(), place=place),
                        Fact(name="before it", seen=last.isoformat()),
                    ),
                    advice="Maybe the two are swapped, or a time is in another zone",
                )
            last = leg.arrives or departs or last


@rule("J107", Severity.WARNING, requires=("a status", "journeys"), sources=(_AGREED,))
def no_consent_to_travel(view: PlanView) -> Iterator[Remark]:
    """No consent to travel holds.

    What it looks for:
        In a plan in force, a journey that lies ahead, and no consent to travel that holds; what is
        unknown about a yes does not count against it, and an answer that nobody knows is no yes.
        Of a consent that ran out or was taken back C102 tells.
    Why it matters:
        To be taken somewhere without having agreed is worse than to wait.
    When it may be wrong:
        The client agreed, and nobody wrote it down.
    Example:
        The flight home is booked, and nobody has asked the client.
    What helps:
        Ask the client, or whoever may decide, and write down the answer.
    Sources:
        carecore's own choice.
    """
    plan, as_of, day, scope = view.plan, view.as_of, view.day, ConsentScope.TRAVEL
    ahead = next(journeys_ahead(view), None) if is_in_force(plan) else None
    if ahead is None:
        return
    if agreement(plan, scope, as_of=as_of, day=day) is not Verdict.NOT_MET:
        return
    asked = [one for one in plan.consents if one.scope is scope]
    if not any(has_run_out(one, as_of=as_of, day=day) for one in asked):
        index, journey = ahead
        yield Remark(
            f"$.journeys[{index}]",
            f"the journey {journey.id!r} lies ahead, and no consent to travel holds",
            facts=(Fact(name="consents to travel", seen=len(asked), place="$.consents"),),
            advice="Maybe it was given and not written down",
        )


RULES: Final[tuple[Rule[PlanView], ...]] = (
    no_word_on_fitness,
    too_little_power,
    legs_out_of_order,
    no_consent_to_travel,
)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
