"""J101, J102 and J104: who goes along on a journey, and whether it comes too early."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypeAlias

import attrs

from carecore.base.identity import CredentialId, ProfessionalId
from carecore.base.moments import last_day
from carecore.base.reasons import OwnChoice, Severity, Verdict
from carecore.record import Entry, Record
from carecore.record.record import when_of
from carecore.review import PlanView
from carecore.review.escorting import escort_level, licences
from carecore.review.flights import day_limits
from carecore.review.looking_up import found
from carecore.review.trips import Trip, day_of_leg
from carecore.rulebook.journey_rules import journeys_ahead, legs_ahead, trip_of
from carecore.travel import DayLimit, EscortLevel, Journey, Leg, TravelNeed, needed_escort
from carecore.validation import Remark, Rule, rule

__all__ = ["RULES", "escort_is_too_low", "escort_without_licence", "flight_is_too_early"]

_Gates: TypeAlias = tuple[tuple[CredentialId, ...], ...]

_BOTH_ENDS: Final = OwnChoice(
    "one of those who go along is licensed where a leg begins and where it ends; within one country"
    " that is an error, and across a border a question to both ends"
)
_LADDER: Final = OwnChoice("who has to go along is told by what the client needs on the way")
_DAYS: Final = OwnChoice("of several sources on how many days have to pass, the strictest decides")


def _asking() -> Iterator[tuple[str, bool, EscortLevel]]:
    """Each need on the way, the answer to it that asks for an escort, and for which at least."""
    for name in (one.name for one in attrs.fields(TravelNeed)):
        for answer in (True, False):
            alone = attrs.evolve(TravelNeed.none(), **{name: answer})
            level = needed_escort(alone).at_least
            if level is not EscortLevel.NONE:
                yield name, answer, level


# The ladder takes the highest of what the needs ask for, so it can be told need by need.
_ASKING: Final = tuple(_asking())


@rule("J101", Severity.ERROR, requires=("a team", "journeys"), sources=(_BOTH_ENDS,))
def escort_without_licence(view: PlanView) -> Iterator[Remark]:
    """An escort has no licence where a leg runs.

    What it looks for:
        A leg that lies ahead on which somebody goes along who has to hold a licence, by the escort
        that is planned, and none of those who go along holds one that is good where the leg begins
        and where it ends, on that day. Across a border it is a warning, and where nobody knows an
        advice.
    Why it matters:
        An escort without a licence may not give the care that the client goes along with.
    When it may be wrong:
        Many places let those who only pass through give care; nobody lists them all.
    Example:
        The nurse is licensed in Portugal, and the leg ends in Massachusetts.
    What helps:
        Ask the boards of both places, or find somebody who is licensed in both.
    Sources:
        carecore's own choice; which licence a level of escort needs stands with it.
    """
    for index, journey in journeys_ahead(view):
        gates = _gates_of(view, journey)
        if not gates:
            continue
        ahead = {leg.id: (number, leg) for number, leg in legs_ahead(journey, view.day)}
        if all(_surely_licensed(view, leg, gates) for _, leg in ahead.values()):
            continue
        for row in licences(trip_of(view, journey)):
            known = None if row.leg is None else ahead.get(row.leg)
            if known is None or row.verdict is Verdict.MET:
                continue
            number, leg = known
            place = f"$.journeys[{index}].legs[{number}].escorts"
            is_unknown = row.verdict is Verdict.UNKNOWN
            said = "nobody knows whether" if is_unknown else "it is not so that"
            yield Remark(
                place,
                f"on the leg {leg.id!r} {said} somebody who goes along is licensed at both ends:"
                f" {row.text}",
                facts=tuple(fact for reason in row.reasons for fact in reason.facts),
                advice="Maybe ask for the licence" if is_unknown else "Maybe ask both boards",
                severity=_how_much(leg, is_unknown=is_unknown),
            )


def _how_much(leg: Leg, /, *, is_unknown: bool) -> Severity:
    if is_unknown:
        return Severity.ADVICE
    return Severity.ERROR if leg.is_international is False else Severity.WARNING


def _gates_of(view: PlanView, journey: Journey, /) -> _Gates:
    """For each, the licences of which an escort of that level has to hold one."""
    level = journey.escort_level
    rung = None if level is None else found(view.catalogue.escort_rung, level.value)
    if rung is None:
        return ()
    duty = None if rung.duty is None else found(view.catalogue.duty, rung.duty)
    wanted = (() if duty is None else duty.licences, rung.licences)
    return tuple(gate for gate in wanted if gate)


def _surely_licensed(view: PlanView, leg: Leg, gates: _Gates, /) -> bool:
    """A glance: nobody goes along, or somebody holds licences that both ends gave."""
    day = day_of_leg(leg)
    if not leg.escorts:
        return True
    if day is None or leg.from_place is None or leg.to_place is None:
        return False
    for person in leg.escorts:
        details = view.professionals.get(ProfessionalId(person))
        held = () if details is None else details.licences or ()
        good = [one for one in held if one.period is not None and one.period.contains(day)]
        if all(
            any(one.credential in gate and one.jurisdiction.contains(place) for one in good)
            for gate in gates
            for place in (leg.from_place, leg.to_place)
        ):
            return True
    return False


@rule("J102", Severity.WARNING, requires=("journeys",), sources=(_LADDER,))
def escort_is_too_low(view: PlanView) -> Iterator[Remark]:
    """The escort that is planned is below the need.

    What it looks for:
        A journey that lies ahead, and an escort that is lower than what the client's needs on the
        way, or the days since an illness, ask for. Where an escort is needed and none is decided
        on, it is an advice; where nobody has asked for the needs, nothing can be told.
    Why it matters:
        Who goes along cannot do what will be needed, and nobody else is there.
    When it may be wrong:
        The needs are those of last week.
    Example:
        The client needs injections on the way, and a companion is to go along.
    What helps:
        Plan somebody who may do it; `needed_escort` tells what asks for which escort.
    Sources:
        carecore's own choice: the ladder of escorts.
    """
    for index, journey in journeys_ahead(view):
        planned = journey.escort_level
        if journey.needs is None or _surely_high_enough(view, journey, journey.needs):
            continue
        for row in escort_level(trip_of(view, journey)):
            if row.verdict is Verdict.NOT_MET:
                place = f"$.journeys[{index}].escort_level"
                yield Remark(
                    place,
                    f"for the journey {journey.id!r}, {row.reasons[0].text}",
                    facts=row.reasons[0].facts,
                    advice="Maybe the needs are others by now",
                    severity=Severity.ADVICE if planned is None else None,
                    sources=row.sources,
                )


def _surely_high_enough(view: PlanView, journey: Journey, needs: TravelNeed, /) -> bool:
    """A glance: as high as each need asks for, and as any day limit may."""
    planned = journey.escort_level
    if planned is None:
        return False
    for name, answer, level in _ASKING:
        if getattr(needs, name) is answer and level > planned:
            return False
    record = view.plan.record
    return record is None or not any(
        limit.escort is not None
        and limit.escort > planned
        and (record.events_of(None, limit.what, done=False) or record.conditions_of(limit.what))
        for limit in view.catalogue.day_limits
    )


@rule("J104", Severity.WARNING, requires=("journeys", "a record"), sources=(_DAYS,))
def flight_is_too_early(view: PlanView) -> Iterator[Remark]:
    """A flight comes before enough days have passed, and nobody has cleared it.

    What it looks for:
        A flight that lies ahead and comes too early after something that the record holds, without
        both the word of a doctor for that day and the carrier's yes; or, where an assessment
        decides, with a word of the doctor that says no or does not hold.
    Why it matters:
        Air that is shut in grows by a third in a cabin, and there is less oxygen.
    When it may be wrong:
        Sources disagree about days, and the strictest is taken.
    Example:
        A flight on the sixth day after an operation on the bowel.
    What helps:
        Fly later; or ask whoever treats the client, and then the carrier.
    Sources:
        What each limit rests on, which stands with the finding; mostly the UK Civil Aviation
        Authority and airlines.
    """
    record = view.plan.record
    if record is None:
        return
    limits: list[DayLimit] | None = None
    for index, journey in journeys_ahead(view):
        trip = trip_of(view, journey)
        ahead = {leg.id: number for number, leg in legs_ahead(journey, view.day)}
        flights = [leg for leg in trip.flights if leg.id in ahead]
        if limits is None:
            limits = _touched(view, record)
        if all(_surely_not_too_early(trip, leg, record, limits) for leg in flights):
            continue
        for row in day_limits(trip):
            number = None if row.leg is None else ahead.get(row.leg)
            if row.verdict is Verdict.NOT_MET and number is not None:
                yield Remark(
                    f"$.journeys[{index}].legs[{number}].departs",
                    f"the leg {row.leg!r} of the journey {journey.id!r}: {row.reasons[0].text}",
                    facts=row.reasons[0].facts,
                    advice="Maybe a later flight, or a word of the doctor and the carrier",
                    sources=(*row.sources, _DAYS),
                )


def _touched(view: PlanView, record: Record, /) -> list[DayLimit]:
    """The day limits that are about something the record holds."""
    words = {one.what for one in record.conditions} | {one.what for one in record.events}
    return [limit for limit in view.catalogue.day_limits if limit.what in words]


def _surely_not_too_early(
    trip: Trip, leg: Leg, record: Record, limits: Iterable[DayLimit], /
) -> bool:
    """A glance: enough days have passed by each limit, and no doctor says no for the day."""
    day = day_of_leg(leg)
    return day is None or all(
        _days_passed(record, limit, day) and trip.fit_on(day) is not Verdict.NOT_MET
        for limit in limits
    )


def _days_passed(record: Record, limit: DayLimit, day: date, /) -> bool:
    entries: tuple[Entry, ...] = (
        *record.events_of(None, limit.clock, done=False),
        *record.conditions_of(limit.clock),
    )
    known = (when for one in entries if (when := when_of(one)) is not None)
    return all((day - last_day(when)).days >= limit.least for when in known)


RULES: Final[tuple[Rule[PlanView], ...]] = (
    escort_without_licence,
    escort_is_too_low,
    flight_is_too_early,
)
"""The rules of this page, by code.

.. versionadded:: 0.1
"""
