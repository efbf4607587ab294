"""What each standard criterion looks at, so that whoever looks alike is asked once.

A look depends on three things only: what the opening *asks*, what the professional *has*, and
whether the professional is one of those whom the opening *names*.
Of two professionals who have the same, and are not named, it says the same, word by word.
"""

from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias, final

from attrs import frozen

from carecore.base.reasons import Verdict
from carecore.base.verdicts import verdict_of
from carecore.matching.criteria import CriterionKind, look_at
from carecore.matching.demanding import area_served
from carecore.matching.languages import level_wanted
from carecore.matching.looks import known_people, points_wanted
from carecore.matching.openings import Opening, tightest
from carecore.matching.scope import (
    certifications_wanted,
    conflict_verdict,
    own_people,
    ways_of,
)
from carecore.matching.week import hours_there, hours_wanted
from carecore.matching.wishing import preferences_of
from carecore.people import Professional

__all__ = ["NOTHING", "Nothing", "Projection", "Seen", "projection_of", "seen_at"]

_Asks: TypeAlias = Callable[[Opening, tuple[str, ...]], Hashable]
_Has: TypeAlias = Callable[[Professional], Hashable]
_Names: TypeAlias = Callable[[Opening, tuple[str, ...]], frozenset[str]]


@final
class Nothing(Enum):
    """What is asked where nothing is: of everybody the same is said."""

    NOTHING = "nothing"


NOTHING: Final = Nothing.NOTHING


def _nothing(_: Professional, /) -> Hashable:
    return ()


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Projection:
    """What one kind of criterion depends on.

    Attributes:
        asks: gives what the opening asks, apart from its catalogue and those whom it names;
            `NOTHING`: the same is said of everybody, whatever they have.
        has: gives what the professional has, apart from who it is.
        names: gives the ids of those of whom it says something of their own; `None`: of nobody.
        verdict: the verdict alone, where the words around it take long.
        earned: the verdict and the part that counts, where the words around them take long.
    """

    asks: _Asks
    has: _Has
    names: _Names | None = None
    verdict: Callable[[Professional, Opening], Verdict] | None = None
    earned: Callable[[Professional, Opening], tuple[Verdict, tuple[int, int]]] | None = None


def _known(opening: Opening, ids: tuple[str, ...], /) -> frozenset[str]:
    return frozenset(known_people(opening, ids))


def _licences(professional: Professional, /) -> Hashable:
    held = professional.licences
    return (
        None
        if held is None
        else tuple((one.credential, one.jurisdiction, one.period, one.multistate) for one in held)
    )


def _asks_licence(opening: Opening, _: tuple[str, ...], /) -> Hashable:
    return opening.licences, opening.client.jurisdiction, opening.as_of


def _asks_travel(opening: Opening, _: tuple[str, ...], /) -> Hashable:
    moving = tuple(demand for demand in opening.asked if demand.duty.on_the_move)
    return (tightest(moving), ways_of(opening)) if moving else NOTHING


def _serves(professional: Professional, opening: Opening, /) -> Verdict:
    setting, served = opening.client.setting, professional.settings
    return verdict_of(None if setting is None or served is None else setting in served)


def _asks_conflict(opening: Opening, _: tuple[str, ...], /) -> Hashable:
    barred = {one.duty for way in opening.entry.engagements for one in way.exclusions}
    duties = tuple(duty for duty in opening.duties if duty in barred)
    # Nothing else is looked at where no way by which the role comes bars what is asked.
    if not duties:
        return opening.role
    return opening.role, duties, opening.client.setting, opening.client.payers


def _asks_hours(opening: Opening, _: tuple[str, ...], /) -> Hashable:
    wanted, zone = hours_wanted(opening), opening.client.zone
    # Clocks are compared as they stand that day, where both are known.
    return (wanted, zone, None if zone is None else opening.as_of) if wanted else None


def _has_room(professional: Professional, /) -> Hashable:
    return (
        professional.caseload_limit,
        professional.part_time,
        professional.limit_changes,
        professional.caseload,
        professional.weekly_hours == 0 or professional.hours == (),
        professional.leave,
    )


_PROJECTIONS: Final[Mapping[CriterionKind, Projection]] = MappingProxyType(
    {
        CriterionKind.ROLE: Projection(asks=lambda one, _: one.role, has=lambda one: one.roles),
        CriterionKind.DUTIES: Projection(
            asks=lambda one, _: bool(one.asked) or not one.is_needed, has=_nothing
        ),
        CriterionKind.LICENCE: Projection(asks=_asks_licence, has=_licences),
        CriterionKind.CERTIFICATION: Projection(
            asks=lambda one, ids: (certifications_wanted(one, ids), one.as_of),
            has=lambda one: one.credentials,
        ),
        CriterionKind.TRAVEL: Projection(
            asks=_asks_travel, has=lambda one: (one.settings, _licences(one))
        ),
        CriterionKind.JURISDICTION: Projection(
            asks=lambda one, _: one.client.jurisdiction, has=lambda one: one.jurisdictions
        ),
        CriterionKind.SERVICE_AREA: Projection(
            asks=lambda one, _: one.client.area,
            has=lambda one: (one.areas, one.base_area),
            earned=area_served,
        ),
        CriterionKind.CARE_SETTING: Projection(
            asks=lambda one, _: one.client.setting,
            has=lambda one: one.settings,
            verdict=_serves,
        ),
        CriterionKind.LANGUAGE: Projection(
            asks=lambda one, words: (one.client.languages, level_wanted(one, words)),
            has=lambda one: (one.languages, one.language_skills),
        ),
        CriterionKind.AVAILABILITY: Projection(
            asks=lambda _, __: (), has=lambda one: (one.weekly_hours, one.hours)
        ),
        CriterionKind.WANTED_HOURS: Projection(
            asks=_asks_hours,
            has=lambda one: (one.weekly_hours == 0, one.hours, one.zone),
            earned=hours_there,
        ),
        CriterionKind.LEAVE: Projection(asks=lambda one, _: one.as_of, has=lambda one: one.leave),
        CriterionKind.CASELOAD: Projection(
            asks=lambda one, _: (points_wanted(one), one.as_of),
            has=_has_room,
        ),
        CriterionKind.ACUITY: Projection(
            asks=lambda one, _: one.client.acuity, has=lambda one: one.highest_acuity
        ),
        CriterionKind.CONFLICT_OF_INTEREST: Projection(
            asks=_asks_conflict,
            has=lambda one: one.employer,
            names=lambda one, _: own_people(one),
            verdict=conflict_verdict,
        ),
        CriterionKind.VETO: Projection(
            asks=lambda _, __: (),
            has=_nothing,
            names=lambda one, _: frozenset(preferences_of(one).vetoes),
        ),
        CriterionKind.GENDER: Projection(
            asks=lambda one, _: preferences_of(one).gender, has=lambda one: one.gender
        ),
        CriterionKind.CULTURE: Projection(
            asks=lambda one, _: preferences_of(one).cultures, has=lambda one: one.cultures
        ),
        CriterionKind.EXPERIENCE: Projection(
            asks=lambda one, _: one.client.conditions, has=lambda one: one.experience
        ),
        CriterionKind.PAYER: Projection(
            asks=lambda one, _: one.client.payers, has=lambda one: one.payers
        ),
        CriterionKind.RATE: Projection(
            asks=lambda one, _: preferences_of(one).rate_limit,
            # Equal amounts can be written in several ways, and are told as they are written.
            has=lambda one: None if one.rate is None else str(one.rate),
        ),
        CriterionKind.CONTINUITY: Projection(
            asks=lambda one, ids: one.team is None and not ids, has=_nothing, names=_known
        ),
        CriterionKind.WISH: Projection(
            asks=lambda one, _: bool(preferences_of(one).wishes),
            has=_nothing,
            names=lambda one, _: frozenset(preferences_of(one).wishes),
        ),
    }
)


_WHOLE: Final = (1, 1)
_NONE: Final = (0, 1)


@final
class Seen(NamedTuple):
    """What a look comes to, without its words.

    Attributes:
        verdict: met, not met or unknown.
        part: how much it earns of all that could be had, as a fraction.
    """

    verdict: Verdict
    part: tuple[int, int]

    def points(self, weight: int, /) -> int:
        """What it earns out of *weight*, as `Look.points` says."""
        share, whole = self.part
        return weight * share // whole


def seen_at(
    kind: CriterionKind, professional: Professional, opening: Opening, wanted: tuple[str, ...], /
) -> Seen:
    """What the look of that kind comes to."""
    looks_at = projection_of(kind)
    if looks_at.verdict is not None:
        verdict = looks_at.verdict(professional, opening)
        return Seen(verdict, _WHOLE if verdict is Verdict.MET else _NONE)
    if looks_at.earned is not None:
        return Seen(*looks_at.earned(professional, opening))
    look = look_at(kind, professional, opening, wanted)
    return Seen(look.verdict, look.earned)


def projection_of(kind: CriterionKind, /) -> Projection:
    """What that kind of criterion depends on."""
    return _PROJECTIONS[kind]
