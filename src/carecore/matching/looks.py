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
from carecore.people import Client, Professional, count_minutes

__all__ = [
    "Look",
    "at_caseload",
    "at_continuity",
    "at_hours",
    "at_jurisdiction",
    "at_leave",
    "at_role",
    "at_setting",
    "first_day_back",
    "in_days",
    "in_hours",
    "known_people",
    "of_professional",
    "points_of",
    "points_wanted",
]

_ONE_POINT: Final = OwnChoice("a client whose caseload points are not known takes up one")
_ABSENT: Final = OwnChoice("absent is not idle: somebody who is away or has no hours has no room")
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
        part: how much there is of all that could be had, as a fraction.
        is_partly: whether that part counts although not all that was asked for is there.
    """

    verdict: Verdict
    text: str
    seen: tuple[Fact, ...] = ()
    wanted: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    part: tuple[int, int] = (1, 1)
    is_partly: bool = False

    @property
    def as_soft(self) -> Verdict:
        """The verdict where a part is welcome."""
        return Verdict.MET if self.is_partly else self.verdict

    @property
    def earned(self) -> tuple[int, int]:
        """The part that counts; nothing where it is not met or unknown."""
        return self.part if self.as_soft is Verdict.MET else (0, 1)

    def points(self, weight: int, /) -> int:
        """What it earns out of *weight*, rounded down."""
        share, whole = self.earned
        return weight * share // whole


def at_role(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the professional fills the role."""
    fills = opening.role in professional.roles
    text = f"{'fills' if fills else 'does not fill'} the role of {in_words(opening.role)}"
    return Look(
        verdict=verdict_of(fills),
        text=text,
        seen=(of_professional("roles", professional.roles),),
        wanted=(Fact(name="role", seen=opening.role, place="$role"),),
    )


def at_jurisdiction(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the professional works where the client is; fully earned by working there alone."""
    place, served = opening.client.jurisdiction, professional.jurisdictions
    seen = of_professional("jurisdictions", None if served is None else map(str, served))
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
    seen = of_professional("settings", served)
    wanted = Fact(name="care setting", seen=setting, place="$client.setting")
    if setting is None:
        known, text = None, "nobody has said in which care setting the client is"
    elif served is None:
        known, text = None, "nobody has said which care settings they serve"
    else:
        known = setting in served
        text = f"{'comes' if known else 'does not come'} to {in_words(setting)}"
    return Look(verdict=verdict_of(known), text=text, seen=(seen,), wanted=(wanted,))


def at_hours(professional: Professional, _: Opening, __: tuple[str, ...], /) -> Look:
    """Whether the professional has any hours at all."""
    hours, week = professional.weekly_hours, professional.hours
    has_some = None if hours is None and week is None else hours != 0 and week != ()
    if has_some is None:
        text = "nobody has said how many hours a week they have"
    elif not has_some:
        text = "has no hours, and is not available"
    elif hours is None:
        text = f"has {in_hours(count_minutes(week or ()))} a week"
    else:
        text = f"has {in_hours(hours * 60)} a week"
    return Look(
        verdict=verdict_of(has_some),
        text=text,
        seen=(
            of_professional("weekly_hours", hours),
            *(() if week is None else (of_professional("hours", map(str, week)),)),
        ),
        wanted=(Fact(name="weekly hours at least", seen=1),),
        sources=(_HOURS,),
    )


def in_hours(minutes: int, /) -> str:
    """So many minutes, as people say it.

    >>> in_hours(60), in_hours(150)
    ('1 hour', '2 hours 30 minutes')
    """
    hours, rest = divmod(minutes, 60)
    told = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours or not rest else []
    told += [f"{rest} minute{'' if rest == 1 else 's'}"] if rest else []
    return " ".join(told)


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
        seen=(of_professional("leave", map(in_days, away)),),
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
    free, limit = professional.places_free(as_of=day), professional.limit_on(day)
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
            of_professional("caseload_limit", limit),
            of_professional("caseload", professional.caseload),
            Fact(name="places free", seen=free, place="$professional"),
        ),
        wanted=(Fact(name="caseload points", seen=wanted, place="$client.caseload_points"),),
        sources=(_ABSENT, _ONE_POINT) if opening.client.points_on(day) is None else (_ABSENT,),
        part=(min(left, limit), limit) if limit else (0, 1),
    )


def points_wanted(opening: Opening, /) -> int:
    """How many caseload points the client takes up that day; one where that is not known."""
    return points_of(opening.client, opening.as_of)


def points_of(client: Client, day: date, /) -> int:
    """How many caseload points *client* takes up on *day*; one where that is not known.

    >>> points_of(Client(id="c-1"), date(2026, 11, 23))
    1
    """
    points = client.points_on(day)
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


def of_professional(name: str, seen: "Iterable[str] | int | None", /) -> Fact:
    """What was seen in that field of a professional."""
    value = seen if seen is None or isinstance(seen, int) else tuple(map(str, seen))
    return Fact(name=in_words(name), seen=value, place=f"$professional.{name}")
