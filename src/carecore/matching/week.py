"""When in the week somebody should come, and when somebody can."""

from collections.abc import Iterator
from typing import Final

from carecore.base.reasons import Fact, OwnChoice, Verdict
from carecore.base.verdicts import verdict_of
from carecore.matching.looks import Look, in_hours, of_professional
from carecore.matching.openings import Opening
from carecore.matching.remedies import Remedy
from carecore.people import (
    Professional,
    WeeklyHours,
    compare_clocks,
    count_minutes,
    find_missing_hours,
    shift_hours,
)

__all__ = ["at_wanted_hours", "clock_of", "for_wanted_hours", "hours_there", "hours_wanted"]

_NOTHING: Final = (0, 1)
_DAY: Final = 24 * 60
_WEEK: Final = 7 * _DAY
_NOT_ASKED: Final = OwnChoice("a client of whom no hours are known can be seen at any time")
_ONE_CLOCK: Final = OwnChoice(
    "where the time zone of one side is not known, both are taken to live by one clock"
)
_THAT_DAY: Final = OwnChoice("clocks of two zones are compared as they stand at noon of the day")


def hours_wanted(opening: Opening, /) -> tuple[WeeklyHours, ...]:
    """When in the week the client wants somebody, by the clock where they are."""
    asked = opening.client.preferences
    return () if asked is None else asked.hours or ()


def at_wanted_hours(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the person has time when the client wants somebody; each minute earns its share."""
    wanted, client = hours_wanted(opening), opening.client
    offered = () if professional.weekly_hours == 0 else professional.hours
    total, there, missing = count_minutes(wanted), 0, wanted
    if not wanted:
        verdict, text = Verdict.MET, "the client asks for no hours in particular"
        if client.preferences is None:
            text = "nobody has said when in the week the client wants somebody"
    elif offered is None:
        verdict, text = Verdict.UNKNOWN, "nobody has said when in the week they have time"
    else:
        ahead = clock_of(professional, opening)
        missing = find_missing_hours(wanted, shift_hours(offered, -ahead))
        there = total - count_minutes(missing)
        verdict, text = verdict_of(not missing), _told(there, total, missing)
    return Look(
        verdict=verdict,
        text=text,
        seen=(
            of_professional("hours", None if offered is None else map(str, offered)),
            Fact(name="zone", seen=_name(professional.zone), place="$professional.zone"),
        ),
        wanted=(
            Fact(name="hours", seen=tuple(map(str, wanted)), place="$client.preferences.hours"),
            Fact(name="zone", seen=_name(client.zone), place="$client.zone"),
        ),
        sources=(_NOT_ASKED, _clocks(professional, opening)),
        part=(there, total) if wanted else _NOTHING,
        is_partly=there > 0,
    )


def hours_there(professional: Professional, opening: Opening, /) -> tuple[Verdict, tuple[int, int]]:
    """What `at_wanted_hours` comes to, and the part that counts, without its words."""
    wanted = _minutes(hours_wanted(opening))
    offered = () if professional.weekly_hours == 0 else professional.hours
    if not wanted or offered is None:
        return Verdict.UNKNOWN if wanted else Verdict.MET, _NOTHING
    there = wanted & _turned(_minutes(offered), -clock_of(professional, opening))
    return verdict_of(there == wanted), (there.bit_count(), wanted.bit_count())


def _minutes(hours: tuple[WeeklyHours, ...], /) -> int:
    """The minutes of the week within *hours*, as bits."""
    found = 0
    for one in hours:
        first = (one.weekday - 1) * _DAY + one.start.hour * 60 + one.start.minute
        found |= ((1 << one.minutes) - 1) << first
    return found


def _turned(minutes: int, ahead: int, /) -> int:
    """The same minutes by a clock that is so many minutes ahead."""
    first = ahead % _WEEK
    return (minutes << first | minutes >> _WEEK - first) & (1 << _WEEK) - 1


def clock_of(professional: Professional, opening: Opening, /) -> int:
    """How many minutes the professional's clock is ahead of the client's; 0 if nobody knows."""
    here, there = opening.client.zone, professional.zone
    if here is None or there is None:
        return 0
    return compare_clocks(here, there, as_of=opening.as_of)


def _clocks(professional: Professional, opening: Opening, /) -> OwnChoice:
    zones = (opening.client.zone, professional.zone)
    return _ONE_CLOCK if None in zones else _THAT_DAY


def _name(zone: object, /) -> str | None:
    return None if zone is None else str(zone)


def _told(there: int, total: int, missing: tuple[WeeklyHours, ...], /) -> str:
    if not missing:
        return f"has time in all of the {in_hours(total)} a week that the client wants"
    lacking = ", ".join(map(str, missing))
    if not there:
        return f"has no time in the {in_hours(total)} a week that the client wants: {lacking}"
    share = f"{in_hours(there)} of the {in_hours(total)}"
    return f"has time in {share} a week that the client wants; not {lacking}"


def for_wanted_hours(
    criterion: str, professional: Professional, opening: Opening, _: tuple[str, ...], /
) -> Iterator[Remedy]:
    """Time in the hours that are missing; where there are no hours at all, as many a week too."""
    wanted, ahead = hours_wanted(opening), clock_of(professional, opening)
    has_none = professional.weekly_hours == 0
    offered = () if has_none else professional.hours or ()
    missing = find_missing_hours(wanted, shift_hours(offered, -ahead))
    if missing:
        told = ", ".join(map(str, missing))
        whose = " by the client's clock" if ahead else ""
        yield Remedy(
            criterion=criterion,
            text=f"they have time {told}{whose}",
            hours=-(-count_minutes(missing) // 60) if has_none else None,
            week=shift_hours(missing, ahead),
        )
