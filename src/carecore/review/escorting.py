"""Who has to go along on a journey, whether they do, and whether they may do what is needed."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from carecore.base.identity import CredentialId, in_words
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.reasons import Fact, OwnChoice, Reason, Verdict, all_of, any_of
from carecore.credentials import licence_holds
from carecore.people import Professional
from carecore.review.looking_up import found
from carecore.review.trips import TravelRow, Trip, day_of_leg, told
from carecore.travel import EscortLevel, Leg, TravelMode

__all__ = ["escort_level", "escorts_present", "licences"]

_LADDER: Final = OwnChoice(
    "the escort that is planned has to be as high as the needs and the day limits ask for"
)
_CREW: Final = OwnChoice("an ambulance brings a crew of its own, which need not be named")
_BOTH_ENDS: Final = OwnChoice(
    "one of those who go along needs a licence that holds at both ends of a leg; what a place "
    "allows those who only pass through is for the place to say"
)
_AMBULANCES: Final = frozenset({TravelMode.AIR_AMBULANCE, TravelMode.GROUND_AMBULANCE})


def escort_level(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether the escort that is planned is as high as what is needed."""
    planned, needed = trip.journey.escort_level, trip.needed
    if needed is None:
        text = "nobody has asked what the client needs on the way"
        yield told("escort_level", Verdict.UNKNOWN, text, sources=(_LADDER,))
        return
    asked = [
        answer.escort
        for leg in trip.flights
        for answer in trip.limits(leg)
        if answer.escort is not None
    ]
    least, most = max([needed.at_least, *asked]), max([needed.at_most, *asked])
    if planned is None:
        verdict, text = Verdict.NOT_MET, "it is not decided who goes along"
        if least is EscortLevel.NONE:
            verdict = Verdict.MET if most is EscortLevel.NONE else Verdict.UNKNOWN
    elif planned < least:
        verdict, text = Verdict.NOT_MET, "the escort that is planned is too low"
    elif planned < most:
        verdict, text = Verdict.UNKNOWN, "the escort that is planned may be too low"
    else:
        verdict, text = Verdict.MET, "the escort that is planned is high enough"
    span = least.value if least is most else f"{least.value} to {most.value}"
    first = told(
        "escort_level",
        verdict,
        f"{text}: {in_words(span)} is needed",
        Fact(name="planned", seen=None if planned is None else planned.value),
        Fact(name="at least", seen=least.value),
        Fact(name="at most", seen=most.value),
        Fact(name="to know", seen=needed.to_know),
    )
    reasons = (*first.reasons, *needed.reasons)
    sources = dict.fromkeys(
        (_LADDER, *(source for one in needed.reasons for source in one.sources))
    )
    yield TravelRow(check="escort_level", verdict=verdict, reasons=reasons, sources=sources.keys())


def escorts_present(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether somebody goes along on each leg, where somebody is planned to."""
    level = trip.journey.escort_level
    if level is None or level is EscortLevel.NONE:
        return
    for leg in trip.journey.legs:
        fact = Fact(name="escorts", seen=tuple(map(str, leg.escorts)))
        if leg.mode in _AMBULANCES:
            text = "the ambulance brings its crew"
            yield told("escort", Verdict.MET, text, fact, leg=leg.id, sources=(_CREW,))
        elif leg.escorts:
            text = f"{', '.join(leg.escorts)} goes along"
            yield told("escort", Verdict.MET, text, fact, leg=leg.id)
        else:
            text = f"nobody goes along, and {in_words(level.value)} is planned"
            yield told("escort", Verdict.NOT_MET, text, fact, leg=leg.id)


def licences(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether one of those who go along holds the licences wanted, at both ends of each leg."""
    level = trip.journey.escort_level
    rung = None if level is None else found(trip.catalogue.escort_rung, level.value)
    if rung is None:
        return
    duty = None if rung.duty is None else found(trip.catalogue.duty, rung.duty)
    own = () if duty is None else duty.licences
    gates = tuple(gate for gate in dict.fromkeys((own, rung.licences)) if gate)
    if not gates:
        return
    for leg in trip.journey.legs:
        if leg.escorts:
            yield _licensed(trip, leg, gates)


def _licensed(trip: Trip, leg: Leg, gates: tuple[tuple[CredentialId, ...], ...], /) -> TravelRow:
    places: tuple[Jurisdiction | None, ...] = tuple(dict.fromkeys((leg.from_place, leg.to_place)))
    team, day = trip.plan.team, day_of_leg(leg)
    verdicts: list[Verdict] = []
    reasons: list[Reason] = []
    for person in leg.escorts:
        details = None if team is None else team.professional(person)
        held = {place: _held(trip, details, gates, place, day=day) for place in places}
        verdicts.append(all_of(held.values()))
        for place, verdict in held.items():
            where = "an unknown place" if place is None else place.code
            text = {
                Verdict.MET: f"{person} is licensed in {where}",
                Verdict.NOT_MET: f"{person} holds no licence that is wanted in {where}",
                Verdict.UNKNOWN: f"whether {person} is licensed in {where} is unknown",
            }[verdict]
            facts = (
                Fact(name="person", seen=str(person)),
                Fact(name="place", seen=None if place is None else place.code),
                Fact(name="licences wanted", seen=tuple(" or ".join(gate) for gate in gates)),
            )
            reasons.append(Reason(id="escort_licence", text=text, facts=facts))
    return TravelRow(
        check="escort_licence",
        verdict=any_of(verdicts),
        leg=leg.id,
        reasons=tuple(reasons),
        sources=(_BOTH_ENDS,),
    )


def _held(
    trip: Trip,
    details: Professional | None,
    gates: tuple[tuple[CredentialId, ...], ...],
    place: Jurisdiction | None,
    /,
    *,
    day: date | None,
) -> Verdict:
    """Whether the person holds a licence for each gate at that place on that day."""
    if details is None or details.licences is None or day is None:
        return Verdict.UNKNOWN
    return all_of(
        any_of(
            licence_holds(one, place, as_of=day, compacts=trip.catalogue.compacts)
            for one in details.licences
            if one.credential in gate
        )
        for gate in gates
    )
