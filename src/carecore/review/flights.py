"""What is asked before a flight: fitness, days that have to pass, clearance, notice and power."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from carecore.base.identity import in_words
from carecore.base.moments import When, day_text, is_by
from carecore.base.moments import in_time as instant
from carecore.base.reasons import Fact, OwnChoice, Verdict, all_of
from carecore.base.timing import Offset
from carecore.review.trips import TravelRow, Trip, day_of_leg, told
from carecore.travel import (
    CertificateRule,
    DayLimitAnswer,
    EscortLevel,
    FlightTiming,
    Leg,
    NoticeNeeded,
    cautions_in,
    check_certificate,
    check_power,
    notices_needed,
    things_to_announce,
)
from carecore.travel.journeys import by_airline, under

__all__ = [
    "cautions",
    "certificates",
    "clearances",
    "consent",
    "day_limits",
    "fitness",
    "notices",
    "power",
]

_FIT: Final = OwnChoice(
    "the newest statement counts, for each day on which a leg begins; who is known to need nothing "
    "on the way needs none"
)
_AGREED: Final = OwnChoice(
    "too early is too early, unless a doctor says for that day that the client is fit and the "
    "carrier has said yes; where an assessment decides, the doctor's word is enough"
)
_LOOKED: Final = OwnChoice(
    "a state in which nobody should fly bars the flight; where the record does not tell, the word "
    "of a doctor who has looked counts"
)
_ASKED: Final = OwnChoice(
    "a carrier is asked first where something has to be announced, or days have to pass; that it "
    "was asked shows that it was told"
)


def consent(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether the client, or who decides for the client, agrees to the journey."""
    last = trip.consent
    if last is None:
        text = "nothing says that the client agrees to travel"
        yield told("consent", Verdict.UNKNOWN, text)
        return
    # The last word counts, so that what was taken back is not outlived by an older yes.
    verdict = last.holds(trip.now)
    words = {
        Verdict.MET: "holds",
        Verdict.NOT_MET: "does not hold",
        Verdict.UNKNOWN: "may not hold: when it was given, or until when it holds, is unknown",
    }
    fact = Fact(name="consent", seen=str(last.id))
    yield told("consent", verdict, f"the consent {last.id} {words[verdict]}", fact)


def fitness(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether somebody says that the client is fit, for each day on which a leg begins."""
    days = tuple(dict.fromkeys(day_of_leg(leg) for leg in trip.journey.legs))
    statement, needed = trip.statement, trip.needed
    if statement is None:
        if needed is not None and needed.at_most is EscortLevel.NONE:
            text = "the client needs nothing on the way, so nobody has to say that they are fit"
            yield told("fitness", Verdict.MET, text, sources=(_FIT,))
        else:
            text = "nobody says that the client is fit"
            yield told("fitness", Verdict.UNKNOWN, text, sources=(_FIT,))
        return
    verdict = all_of(trip.fit_on(day) for day in days) if days else Verdict.UNKNOWN
    words = {
        Verdict.MET: "says so for every day",
        Verdict.NOT_MET: "does not say so for every day",
        Verdict.UNKNOWN: "may not say so for every day: its dates, or those of a leg, are unknown",
    }
    yield told(
        "fitness",
        verdict,
        f"the newest statement on fitness {words[verdict]}",
        Fact(name="by", seen=None if statement.by is None else str(statement.by)),
        Fact(name="at", seen=day_text(statement.at)),
        Fact(name="days", seen=tuple("unknown" if day is None else str(day) for day in days)),
        Fact(name="conditions", seen=statement.conditions),
        sources=(_FIT,),
    )


def certificates(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether the newest statement is young enough where a carrier may ask for one."""
    if not trip.flights:
        return
    first, things = trip.flights[0], set(things_to_announce(trip.journey))
    for rule in trip.catalogue.certificate_rules:
        grounds = tuple(ground for ground in rule.grounds if ground in things)
        applies = _holds_for(rule, first)
        if not grounds or applies is Verdict.NOT_MET:
            continue
        verdict, day = Verdict.UNKNOWN, day_of_leg(first)
        if trip.statement is not None and day is not None:
            verdict = check_certificate(trip.statement, departs=day, rule=rule)
        if applies is Verdict.UNKNOWN and verdict is Verdict.NOT_MET:
            verdict = Verdict.UNKNOWN
        asked = " and ".join(map(in_words, grounds))
        text = f"for {asked} a carrier may ask for a certificate at most {rule.days} days old"
        yield told(
            "certificate",
            verdict,
            f"{text}; that is {in_words(verdict.value)}",
            Fact(name="at", seen=None if trip.statement is None else day_text(trip.statement.at)),
            Fact(name="first flight", seen=day),
            leg=first.id,
            about=rule.id,
            sources=rule.sources,
        )


def _holds_for(rule: CertificateRule, leg: Leg, /) -> Verdict:
    return all_of((by_airline(leg), under(leg, rule.jurisdictions)))


def day_limits(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether enough days will have passed by each flight since what the record holds."""
    for leg in trip.flights:
        day, record = day_of_leg(leg), trip.record
        if record is None or day is None:
            missing = "no record is known" if record is None else "nobody knows when it begins"
            text = f"whether the flight comes too early cannot be told: {missing}"
            yield told("day_limit", Verdict.UNKNOWN, text, leg=leg.id)
            continue
        answers = trip.limits(leg)
        if not answers:
            text = "nothing is recorded after which days have to pass"
            yield told("day_limit", Verdict.MET, text, leg=leg.id)
        for answer in answers:
            yield _limited(trip, leg, day, answer)


def _limited(trip: Trip, leg: Leg, day: date, answer: DayLimitAnswer, /) -> TravelRow:
    fit, cleared = trip.fit_on(day), trip.clearance(leg)
    name, timing = in_words(answer.what), answer.timing
    verdict = {
        FlightTiming.CLEAR: Verdict.MET,
        FlightTiming.ASSESS: fit,
        FlightTiming.TOO_EARLY: (
            Verdict.MET if all_of((fit, cleared)) is Verdict.MET else Verdict.NOT_MET
        ),
        FlightTiming.UNKNOWN: Verdict.UNKNOWN,
    }[timing]
    word = {
        Verdict.MET: "and a doctor says that the client is fit",
        Verdict.NOT_MET: "and nobody who may says that the client can go all the same",
        Verdict.UNKNOWN: "and no doctor's word is known for that day",
    }[verdict]
    said = {
        FlightTiming.CLEAR: f"enough days have passed since {name}",
        FlightTiming.ASSESS: f"an assessment decides so soon after {name}, {word}",
        FlightTiming.TOO_EARLY: f"the flight comes too early after {name}, {word}",
        FlightTiming.UNKNOWN: f"whether enough days have passed since {name} is unknown",
    }[timing]
    own = () if timing is FlightTiming.CLEAR else (_AGREED,)
    sources = (*(source for one in answer.reasons for source in one.sources), *own)
    first = told(
        "day_limit",
        verdict,
        said,
        Fact(name="flight", seen=day),
        Fact(name="clear from", seen=answer.clear_from),
        Fact(name="entries", seen=tuple(map(str, answer.entries))),
    )
    return TravelRow(
        check="day_limit",
        verdict=verdict,
        leg=leg.id,
        about=answer.what,
        reasons=(*first.reasons, *answer.reasons),
        sources=dict.fromkeys(sources).keys(),
    )


def cautions(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether the client is in a state in which nobody should fly, or not without being asked."""
    known = {one.id: one for one in trip.catalogue.flight_cautions}
    if not trip.flights or not known:
        return
    days = [day_of_leg(leg) for leg in trip.flights]
    fit = all_of(trip.fit_on(day) for day in days)
    if trip.record is None:
        text = "no record is known, so nobody can tell whether the client's state bars a flight"
        yield told("caution", Verdict.UNKNOWN, text, sources=(_LOOKED,))
        return
    found = cautions_in(trip.record, cautions=known.values(), as_of=trip.now)
    there = [one for one in found if one.verdict is Verdict.MET]
    for one in there:
        caution = known[one.caution]
        verdict = Verdict.NOT_MET if one.is_bar else fit
        said = "nobody should fly with it" if one.is_bar else "an assessment decides"
        yield told(
            "caution",
            verdict,
            f"{caution.name} is recorded: {said}",
            Fact(name="entries", seen=tuple(map(str, one.entries))),
            about=one.caution,
            sources=(*caution.sources, _LOOKED),
        )
    if there:
        return
    open_ = tuple(one.caution for one in found if one.verdict is Verdict.UNKNOWN)
    if fit is Verdict.MET or not open_:
        text = "nothing is recorded that bars a flight"
        looked = f"{text}, and a doctor has looked" if open_ else text
        yield told("caution", Verdict.MET, looked, sources=(_LOOKED,))
    else:
        text = "the record does not tell of every state that bars a flight, and no doctor does"
        fact = Fact(name="not told", seen=open_)
        yield told("caution", Verdict.UNKNOWN, text, fact, sources=(_LOOKED,))


def clearances(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether the carrier of each flight has said yes, where it has to be asked."""
    things = things_to_announce(trip.journey)
    for leg in trip.flights:
        early = any(answer.timing is not FlightTiming.CLEAR for answer in trip.limits(leg))
        carrier = None if leg.carrier is None else str(leg.carrier)
        facts = (Fact(name="carrier", seen=carrier), Fact(name="to announce", seen=things))
        asked = any(one.carrier == leg.carrier for one in trip.journey.clearances)
        if not (things or early or asked):
            text = "there is nothing that the carrier has to agree to"
            yield told("clearance", Verdict.MET, text, *facts, leg=leg.id, sources=(_ASKED,))
            continue
        verdict = trip.clearance(leg)
        if leg.carrier is not None and not asked:
            verdict, text = Verdict.NOT_MET, "the carrier has to agree, and was not asked"
        else:
            text = {
                Verdict.MET: "the carrier has said yes",
                Verdict.NOT_MET: "the carrier has not said yes by now",
                Verdict.UNKNOWN: "whether the carrier has said yes is unknown",
            }[verdict]
        yield told("clearance", verdict, text, *facts, leg=leg.id, sources=(_ASKED,))


def notices(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether each carrier was told in time of what it may want to be told of."""
    rules = {rule.id: rule for rule in trip.catalogue.notice_rules}
    for notice in notices_needed(trip.journey, rules=rules.values()):
        carrier = trip.journey.leg(notice.leg).carrier
        asked = [
            one.asked_at
            for one in trip.journey.clearances
            if carrier is not None and one.carrier == carrier
        ]
        due = _due(notice)
        verdict = _noticed(notice, asked, due, now=trip.now)
        words = {
            Verdict.MET: "was told in time",
            Verdict.NOT_MET: "was not told in time",
            Verdict.UNKNOWN: "is not known to have been told, and may still have to be",
        }
        yield told(
            "notice",
            verdict,
            f"{notice.hours} hours before, the carrier may want to know of "
            f"{in_words(notice.what)}; it {words[verdict]}",
            Fact(name="due", seen=None if due is None else due.isoformat()),
            Fact(name="told", seen=tuple(day_text(when) for when in asked)),
            leg=notice.leg,
            about=notice.rule,
            sources=(*rules[notice.rule].sources, _ASKED),
        )


def _due(notice: NoticeNeeded, /) -> datetime | None:
    if notice.departs is None:
        return None
    return Offset(hours=-notice.hours).after(notice.departs)


def _noticed(
    notice: NoticeNeeded, asked: Iterable[When | None], due: datetime | None, /, *, now: datetime
) -> Verdict:
    in_time = {None if due is None or when is None else is_by(when, due) for when in asked}
    if True in in_time:
        return Verdict.MET
    is_over = due is not None and instant(now) > instant(due)
    is_missed = is_over and None not in in_time and notice.verdict is Verdict.MET
    return Verdict.NOT_MET if is_missed else Verdict.UNKNOWN


def power(trip: Trip, /) -> Iterator[TravelRow]:
    """Whether the batteries of each device last for each flight."""
    rules = {rule.id: rule for rule in trip.catalogue.battery_rules}
    for check in check_power(trip.journey, rules=rules.values()):
        rule = rules[check.rule]
        words = {
            Verdict.MET: "they do",
            Verdict.NOT_MET: "they do not",
            Verdict.UNKNOWN: "nobody knows whether they do",
        }
        text = f"the batteries of the {in_words(check.device)} have to last {rule.percent} percent"
        yield told(
            "power",
            check.verdict,
            f"{text} of the flight, and {words[check.verdict]}",
            Fact(name="hours there", seen=check.hours),
            Fact(name="needed", seen=None if check.needed is None else str(check.needed)),
            leg=check.leg,
            about=check.device,
            sources=rule.sources,
        )
