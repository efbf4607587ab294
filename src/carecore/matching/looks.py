"""What is seen of a professional and wanted by a client: person, place and time.

Each look is a pure function of one professional and one opening, so it says the same alone and in
a ranking.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final, final

from attrs import frozen

from carecore.base.identity import in_words
from carecore.base.reasons import Fact, OwnChoice, Source, Verdict
from carecore.base.timing import Period
from carecore.base.verdicts import lies_in, verdict_of
from carecore.matching.openings import Opening
from carecore.people import Professional

__all__ = [
    "Look",
    "at_caseload",
    "at_continuity",
    "at_hours",
    "at_jurisdiction",
    "at_language",
    "at_leave",
    "at_role",
    "at_setting",
    "first_day_back",
    "in_days",
    "known_people",
    "points_wanted",
    "same_language",
]

_ONE_POINT: Final = OwnChoice("a client whose caseload points are not known takes up one")
_ABSENT: Final = OwnChoice("absent is not idle: somebody who is away or has no hours has no room")
_ANY_DIALECT: Final = OwnChoice("two tags of one language are taken to understand each other")
_HOURS: Final = OwnChoice("0 weekly hours means not available; how many are enough is not asked")


@final
@frozen(kw_only=True, weakref_slot=False)
class Look:
    """What came of one look at a pair.

    Attributes:
        verdict: met, not met or unknown.
        text: in words.
        seen: what was there.
        wanted: what was asked for.
        sources: what it rests on.
        part: where it is met, how much of all that could be had, as a fraction.
    """

    verdict: Verdict
    text: str
    seen: tuple[Fact, ...] = ()
    wanted: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    part: tuple[int, int] = (1, 1)

    def points(self, weight: int, /) -> int:
        """What it earns out of *weight*, rounded down; nothing where it is not met or unknown."""
        share, whole = self.part
        return weight * share // whole if self.verdict is Verdict.MET else 0


def at_role(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the professional fills the role."""
    fills = opening.role in professional.roles
    text = f"{'fills' if fills else 'does not fill'} the role of {in_words(opening.role)}"
    return Look(
        verdict=verdict_of(fills),
        text=text,
        seen=(_of_professional("roles", professional.roles),),
        wanted=(Fact(name="role", seen=opening.role, place="$role"),),
    )


def at_jurisdiction(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the professional works where the client is; fully earned by working there alone."""
    place, served = opening.client.jurisdiction, professional.jurisdictions
    seen = _of_professional("jurisdictions", None if served is None else map(str, served))
    wanted = Fact(
        name="jurisdiction",
        seen=None if place is None else place.code,
        place="$client.jurisdiction",
    )
    if served is None:
        text = "nobody has said where they work"
        return Look(verdict=Verdict.UNKNOWN, text=text, seen=(seen,), wanted=(wanted,))
    verdict = lies_in(place, served)
    if place is None:
        text = "works nowhere" if verdict is Verdict.NOT_MET else _NOWHERE_KNOWN
    else:
        known = {Verdict.MET: "works", Verdict.NOT_MET: "does not work"}
        text = f"{known.get(verdict, 'may or may not work')} in {place}"
    part = (2, 2) if place in served else (1, 2)
    return Look(verdict=verdict, text=text, seen=(seen,), wanted=(wanted,), part=part)


_NOWHERE_KNOWN: Final = "nobody has said where the client is"


def at_setting(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the professional serves the care setting the client is in."""
    setting, served = opening.client.setting, professional.settings
    seen = _of_professional("settings", served)
    wanted = Fact(name="care setting", seen=setting, place="$client.setting")
    if setting is None:
        known, text = None, "nobody has said in which care setting the client is"
    elif served is None:
        known, text = None, "nobody has said which care settings they serve"
    else:
        known = setting in served
        text = f"{'comes' if known else 'does not come'} to {in_words(setting)}"
    return Look(verdict=verdict_of(known), text=text, seen=(seen,), wanted=(wanted,))


def at_language(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether they share a language; the better the client speaks it, the more it earns."""
    wanted, spoken = opening.client.languages, professional.languages
    verdict, text, part = _shared(wanted, spoken)
    return Look(
        verdict=verdict,
        text=text,
        seen=(_of_professional("languages", spoken),),
        wanted=(Fact(name="languages", seen=wanted, place="$client.languages"),),
        sources=(_ANY_DIALECT,),
        part=part,
    )


def _shared(
    wanted: tuple[str, ...] | None, spoken: tuple[str, ...] | None, /
) -> tuple[Verdict, str, tuple[int, int]]:
    if wanted == ():
        return Verdict.MET, "the client asks for no language", (1, 1)
    if wanted is None or spoken is None:
        whose = "the client speaks" if wanted is None else "they speak"
        return Verdict.UNKNOWN, f"nobody has said which languages {whose}", (0, 1)
    for index, language in enumerate(wanted):
        if any(same_language(language, one) for one in spoken):
            return Verdict.MET, f"speaks {language}", (len(wanted) - index, len(wanted))
    text = f"speaks {', '.join(spoken) or 'no language'}; the client, {', '.join(wanted)}"
    return Verdict.NOT_MET, text, (0, 1)


def same_language(left: str, right: str, /) -> bool:
    """Whether two BCP 47 tags are of one language, whatever the region.

    >>> same_language("pt-BR", "pt"), same_language("en", "es")
    (True, False)
    """
    one, other = (tag.partition("-")[0].casefold() for tag in (left, right))
    return one == other


def at_hours(professional: Professional, _: Opening, __: tuple[str, ...], /) -> Look:
    """Whether the professional has any hours at all."""
    hours = professional.weekly_hours
    if hours is None:
        text = "nobody has said how many hours a week they have"
    else:
        number = f"{hours} hour{'' if hours == 1 else 's'}"
        text = f"has {number} a week" if hours else "has no hours, and is not available"
    return Look(
        verdict=verdict_of(None if hours is None else hours > 0),
        text=text,
        seen=(_of_professional("weekly_hours", hours),),
        wanted=(Fact(name="weekly hours at least", seen=1),),
        sources=(_HOURS,),
    )


def at_leave(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the professional is there on that day."""
    day = opening.as_of
    away = [one.period for one in professional.leave if one.period.contains(day)]
    text = f"is there on {day}"
    if away:
        back = first_day_back(professional, day)
        until = "nobody has said until when" if back is None else f"back on {back}"
        text = f"is away on {day}, {until}"
    return Look(
        verdict=verdict_of(not away),
        text=text,
        seen=(_of_professional("leave", map(in_days, away)),),
        wanted=(Fact(name="there on", seen=day, place="$as_of"),),
    )


def first_day_back(professional: Professional, day: date, /) -> date | None:
    """The first day, from *day* on, that no leave covers; `None` if no end is known.

    >>> from carecore.base.timing import Period
    >>> from carecore.people import Leave
    >>> week = Leave(Period(date(2026, 11, 20), date(2026, 11, 27)))
    >>> first_day_back(Professional(id="p-1", leave=(week,)), date(2026, 11, 23))
    datetime.date(2026, 11, 27)
    """
    back = day
    while True:
        ends = [one.period.end for one in professional.leave if one.period.contains(back)]
        known = [end for end in ends if end is not None]
        if len(known) < len(ends):
            return None
        if not known:
            return back
        back = max(known)


def in_days(period: Period | None, /) -> str:
    """A period as people say it: its first day, and the first day after it.

    >>> in_days(None), in_days(Period(date(2026, 1, 1)))
    ('at unknown times', 'from 2026-01-01')
    """
    if period is None:
        return "at unknown times"
    start = "" if period.start is None else f"from {period.start}"
    end = "" if period.end is None else f"until {period.end}"
    return " ".join(filter(None, (start, end))) or "at any time"


def at_caseload(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the client's points fit below the limit; the more stay free, the more it earns."""
    wanted, day = points_wanted(opening), opening.as_of
    free, limit = professional.places_free(as_of=day), professional.caseload_limit
    if professional.is_absent(as_of=day):
        text = f"is away or has no hours, so no points are free, and {wanted} wanted"
    elif free is None:
        text = "nobody has said how many caseload points are free"
    else:
        text = f"{free} caseload point{'' if free == 1 else 's'} free, {wanted} wanted"
    left = 0 if free is None else max(free - wanted, 0)
    return Look(
        verdict=verdict_of(None if free is None else free >= wanted),
        text=text,
        seen=(
            _of_professional("caseload_limit", limit),
            _of_professional("caseload", professional.caseload),
            Fact(name="places free", seen=free, place="$professional"),
        ),
        wanted=(Fact(name="caseload points", seen=wanted, place="$client.caseload_points"),),
        sources=(_ABSENT,) if opening.client.caseload_points is not None else (_ABSENT, _ONE_POINT),
        part=(min(left, limit), limit) if limit else (0, 1),
    )


def points_wanted(opening: Opening, /) -> int:
    """How many caseload points the client takes up; one where that is not known."""
    points = opening.client.caseload_points
    return 1 if points is None else points


def at_continuity(professional: Professional, opening: Opening, ids: tuple[str, ...], /) -> Look:
    """Whether the professional is in the client's team that day, or among those who are named."""
    team, known = opening.team, known_people(opening, ids)
    is_known = str(professional.id) in known
    if team is None and not ids:
        verdict, text = Verdict.UNKNOWN, "nobody has said who is in the team"
    else:
        verdict = verdict_of(is_known)
        text = f"is {'' if is_known else 'not '}somebody the client knows already"
    return Look(
        verdict=verdict,
        text=text,
        # Of all whom the client does not know, the same is said.
        seen=(
            Fact(
                name="professional",
                seen=professional.id if is_known else "somebody else",
                place="$professional.id",
            ),
        ),
        wanted=(Fact(name="known already", seen=known, place="$team"),),
    )


def known_people(opening: Opening, ids: tuple[str, ...], /) -> tuple[str, ...]:
    """Ids of those who are in the client's team that day, and of those who are named."""
    team = opening.team
    members = () if team is None else tuple(one.person_id for one in team.at(opening.as_of))
    return tuple(dict.fromkeys((*map(str, members), *ids)))


def _of_professional(name: str, seen: "Iterable[str] | int | None", /) -> Fact:
    value = seen if seen is None or isinstance(seen, int) else tuple(map(str, seen))
    return Fact(name=in_words(name), seen=value, place=f"$professional.{name}")
