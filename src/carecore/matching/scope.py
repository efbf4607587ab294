"""What may be held: duties, licences, certifications, journeys, conflicts of interest."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from carecore.base.identity import CredentialId, in_words
from carecore.base.jurisdictions import Jurisdiction
from carecore.base.reasons import Fact, OwnChoice, Source, Verdict, all_of, any_of
from carecore.base.verdicts import runs_on, verdict_of
from carecore.care_settings import CareSettingKind
from carecore.credentials import Licence, licence_holds
from carecore.matching.demands import Demand
from carecore.matching.looks import Look, in_days
from carecore.matching.openings import Opening, tightest
from carecore.matching.reach import Gates
from carecore.people import Professional, Representative
from carecore.roles import Exclusion

__all__ = [
    "Way",
    "at_certification",
    "at_conflict",
    "at_duties",
    "at_licence",
    "at_travel",
    "certifications_wanted",
    "conflict_verdict",
    "is_licensed",
    "moving_settings",
    "own_people",
    "ways_of",
]

Way = tuple[Jurisdiction | None, date]
"""A place where a licence is asked for, and the day."""

_GATE: Final = OwnChoice("a duty that is kept for licensed people is held by nobody else")
_WAY: Final = OwnChoice(
    "somebody who goes along needs a licence that holds at both ends of each leg, on its day; "
    "where no journey is named, only whether they go along at all is asked"
)
_PREFERRED: Final = OwnChoice("a certification made for the role speaks for whoever holds it")
_OWN_PEOPLE: Final = OwnChoice(
    "who speaks or decides for a client, or is going to, does not work for that client; "
    "whose authority is over may"
)
_WHOSE: Final = OwnChoice("a duty that an employer's own interest bars is a conflict of interest")


def at_duties(_: Professional, opening: Opening, __: tuple[str, ...], /) -> Look:
    """Whether the role may hold anything of what the client needs."""
    asked, role = opening.asked, in_words(opening.role)
    if asked:
        text = f"{role} may hold: {', '.join(one.duty.name for one in asked)}"
    elif opening.is_needed:
        text = f"{role} may hold nothing of what is needed"
    else:
        text = "nothing is needed"
    return Look(
        verdict=verdict_of(bool(asked) or not opening.is_needed),
        text=text,
        seen=(Fact(name="duties asked", seen=opening.duties, place="$client.needs"),),
        wanted=(Fact(name="at least one", seen=opening.client.needs, place="$client.needs"),),
        sources=_sources(asked),
    )


def at_licence(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the professional holds every licence that is asked for where the client is."""
    here = (opening.client.jurisdiction, opening.as_of)
    return _licensed(professional, opening, opening.asked, (here,), sources=(_GATE,))


def at_travel(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the professional may go along, and is licensed at both ends of every leg."""
    moving = tuple(demand for demand in opening.asked if demand.duty.on_the_move)
    if not moving:
        return Look(
            verdict=Verdict.MET,
            text="nobody has to go along",
            seen=(Fact(name="duties asked", seen=opening.duties, place="$client.needs"),),
            wanted=(Fact(name="on the move", seen=()),),
            sources=(_WAY,),
        )
    settings, served = moving_settings(opening), professional.settings
    goes = None if served is None else not set(served).isdisjoint(settings)
    text = {
        Verdict.MET: "goes along on journeys",
        Verdict.NOT_MET: "does not go along on journeys",
        Verdict.UNKNOWN: "nobody has said whether they go along on journeys",
    }[verdict_of(goes)]
    licensed = _licensed(professional, opening, moving, ways_of(opening), sources=(_WAY,))
    parts = ((verdict_of(goes), text), (licensed.verdict, licensed.text))
    verdict = all_of(each for each, _ in parts)
    return Look(
        verdict=verdict,
        text="; ".join(words for each, words in parts if each is verdict),
        seen=(
            Fact(name="settings", seen=served, place="$professional.settings"),
            *licensed.seen,
        ),
        wanted=(Fact(name="one of these settings", seen=settings), *licensed.wanted),
        sources=licensed.sources,
    )


def moving_settings(opening: Opening, /) -> tuple[str, ...]:
    """Ids of the care settings that are on the move."""
    kinds = opening.catalogue.care_settings
    return tuple(str(one.id) for one in kinds if one.kind is CareSettingKind.ON_THE_MOVE)


def ways_of(opening: Opening, /) -> tuple[Way, ...]:
    """The places at both ends of each leg, with the day on which it departs, each once."""
    if opening.journey is None:
        return ()
    ways: dict[Way, None] = {}
    for leg in opening.journey.legs:
        day = opening.as_of if leg.departs is None else leg.departs.date()
        ways[leg.from_place, day] = ways[leg.to_place, day] = None
    return tuple(ways)


def is_licensed(
    professional: Professional, opening: Opening, gate: tuple[CredentialId, ...], way: Way, /
) -> Verdict:
    """Whether the professional holds one of the licences of *gate* at that place on that day."""
    if professional.licences is None:
        return Verdict.UNKNOWN
    place, day = way
    return any_of(
        licence_holds(one, place, as_of=day, compacts=opening.catalogue.compacts)
        for one in professional.licences
        if one.credential in gate
    )


def _licensed(
    professional: Professional,
    opening: Opening,
    demands: tuple[Demand, ...],
    ways: tuple[Way, ...],
    /,
    *,
    sources: tuple[Source, ...],
) -> Look:
    gates = tightest(demands)
    verdicts = {
        (gate, way): is_licensed(professional, opening, gate, way) for way in ways for gate in gates
    }
    verdict = all_of(verdicts.values())
    kept = ((*key, one) for key, one in verdicts.items() if one is verdict)
    text = "; ".join(_licence_text(*one) for one in kept) or "no licence is asked for"
    gated = tuple(demand for demand in demands if demand.gates)
    held = professional.licences
    return Look(
        verdict=verdict,
        text=text,
        seen=(
            Fact(
                name="licences",
                seen=None if held is None else tuple(map(_licence, _of_gates(held, gates))),
                place="$professional.licences",
            ),
        ),
        wanted=(
            Fact(name="one of each", seen=tuple(" or ".join(gate) for gate in gates)),
            Fact(name="where and when", seen=tuple(map(_in_place, ways))),
        ),
        sources=(*sources, *_sources(gated), *_compacts(held or (), opening, gates, ways)),
    )


def _licence_text(gate: tuple[CredentialId, ...], way: Way, verdict: Verdict, /) -> str:
    what = f"as {' or '.join(map(in_words, gate))} {_in_place(way)}"
    if verdict is Verdict.UNKNOWN:
        return f"whether a licence {what} holds is not known"
    return f"holds {'a' if verdict is Verdict.MET else 'no'} licence {what}"


def _in_place(way: Way, /) -> str:
    place, day = way
    return f"{'where the client is' if place is None else f'in {place}'} on {day}"


def _of_gates(held: Iterable[Licence], gates: Gates, /) -> Iterator[Licence]:
    wanted = {credential for gate in gates for credential in gate}
    return (one for one in held if one.credential in wanted)


def _licence(licence: Licence, /) -> str:
    kind = "multistate " if licence.multistate else ""
    return f"{kind}{licence.credential} of {licence.jurisdiction} {in_days(licence.period)}"


def _compacts(
    held: Iterable[Licence], opening: Opening, gates: Gates, ways: tuple[Way, ...], /
) -> Iterator[Source]:
    """What the agreements rest on by which a licence from elsewhere could hold, or does not."""
    for licence in _of_gates(held, gates):
        for compact in opening.catalogue.compacts:
            is_about = licence.credential in compact.credentials and any(
                place is not None
                and licence.jurisdiction != place
                and licence.jurisdiction.country == place.country
                for place, _ in ways
            )
            if is_about and compact.member(licence.jurisdiction) is not None:
                yield from compact.sources


def at_certification(professional: Professional, opening: Opening, ids: tuple[str, ...], /) -> Look:
    """Whether the professional holds one of those named, or else one that is made for the role."""
    wanted, held = certifications_wanted(opening, ids), professional.credentials
    if not wanted:
        return Look(verdict=Verdict.MET, text="no certification is asked for", part=(0, 1))
    found = any_of(
        runs_on(one.period, opening.as_of) for one in held or () if one.credential in wanted
    )
    verdict = Verdict.UNKNOWN if held is None else found
    names = " or ".join(wanted)
    text = {
        Verdict.MET: f"is certified as {names}",
        Verdict.NOT_MET: f"is not certified as {names}",
        Verdict.UNKNOWN: f"whether they are certified as {names} is not known",
    }[verdict]
    told = (f"{one.credential} {in_days(one.period)}" for one in held or ())
    return Look(
        verdict=verdict,
        text=text,
        seen=(
            Fact(
                name="credentials",
                seen=None if held is None else tuple(told),
                place="$professional.credentials",
            ),
        ),
        wanted=(Fact(name="one of", seen=wanted),),
        sources=(_PREFERRED,),
    )


def certifications_wanted(opening: Opening, ids: tuple[str, ...], /) -> tuple[str, ...]:
    """Ids of the certifications of which one is wanted: those named, or those of the role."""
    return ids or tuple(map(str, opening.entry.certifications))


def at_conflict(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the professional speaks for the client, or serves somebody whose interest bars it."""
    client, day, employer = opening.client, opening.as_of, professional.employer
    whose = {str(one.id) for one in client.representatives if not _is_over(one, day)}
    own = _own(professional, opening)
    is_own = str(professional.id) in own_people(opening)
    who = (Fact(name="professional", seen=professional.id, place="$professional.id"),)
    seen = (
        # Of all others, the same is said.
        *(who if is_own else ()),
        Fact(
            name="employer",
            seen=None if employer is None else employer.value,
            place="$professional.employer",
        ),
        Fact(
            name="authority",
            seen=tuple(in_days(one.period) for one in own),
            place="$client.representatives",
        ),
    )
    wanted = (
        Fact(
            name="none of",
            seen=tuple(sorted({str(client.id), *whose})),
            place="$client.representatives",
        ),
        Fact(name="may hold", seen=opening.duties, place="$client.needs"),
    )
    text = _as_own_person(professional, opening, own)
    if text:
        return Look(
            verdict=Verdict.NOT_MET, text=text, seen=seen, wanted=wanted, sources=(_OWN_PEOPLE,)
        )
    bars = _bars(professional, opening)
    if not bars:
        verdict, text = Verdict.MET, "no conflict of interest is known"
    elif employer is None:
        verdict, text = Verdict.UNKNOWN, "nobody has said who employs them, and it matters here"
    else:
        verdict = Verdict.NOT_MET
        told = (f"{in_words(one.duty)}: {one.because}" for one in bars)
        text = f"employed by {in_words(employer.value)}, may not hold {'; '.join(told)}"
    if own:
        text = f"{text}; no longer speaks or decides for the client"
    sources = (
        *((_OWN_PEOPLE,) if own else ()),
        _WHOSE,
        *(source for one in bars for source in one.sources),
    )
    return Look(verdict=verdict, text=text, seen=seen, wanted=wanted, sources=sources)


def conflict_verdict(professional: Professional, opening: Opening, /) -> Verdict:
    """What `at_conflict` comes to, without its words."""
    if _as_own_person(professional, opening, _own(professional, opening)):
        return Verdict.NOT_MET
    if not _bars(professional, opening):
        return Verdict.MET
    return Verdict.UNKNOWN if professional.employer is None else Verdict.NOT_MET


def _own(professional: Professional, opening: Opening, /) -> list[Representative]:
    """What authority for the client the professional has, or had."""
    whose = opening.client.representatives
    return [one for one in whose if str(one.id) == str(professional.id)]


def own_people(opening: Opening, /) -> frozenset[str]:
    """Ids of the client and of everybody who speaks or decides for the client, or did once."""
    client = opening.client
    return frozenset((str(client.id), *(str(one.id) for one in client.representatives)))


def _is_over(one: Representative, day: date, /) -> bool:
    end = None if one.period is None else one.period.end
    return end is not None and end <= day


def _as_own_person(
    professional: Professional, opening: Opening, own: list[Representative], /
) -> str:
    """How the professional is one of the client's own people, in words; empty if they are not."""
    day = opening.as_of
    if str(professional.id) == str(opening.client.id):
        return "is the client"
    left = [one for one in own if not _is_over(one, day)]
    if not left:
        return ""
    if all(runs_on(one.period, day) is Verdict.NOT_MET for one in left):
        return "is going to speak or decide for the client"
    return "speaks or decides for the client"


def _bars(professional: Professional, opening: Opening, /) -> tuple[Exclusion, ...]:
    """What bars a duty that is asked, on every way by which the professional may come.

    Where the employer is not known, what bars it on any way.
    """
    employer, client = professional.employer, opening.client
    ways = [one for one in opening.entry.engagements if employer in (None, one.employer)]
    near = [one for one in ways if one.is_open(setting=client.setting, payers=client.payers)]
    found: dict[str, Exclusion] = {}
    for duty in opening.duties:
        barred = [[one for one in way.exclusions if one.duty == duty][:1] for way in near or ways]
        is_barred = any(barred) if employer is None else bool(barred) and all(barred)
        if is_barred:
            found[duty] = next(one for first in barred for one in first)
    return tuple(found.values())


def _sources(demands: Iterable[Demand], /) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for one in demands for source in one.duty.sources))
