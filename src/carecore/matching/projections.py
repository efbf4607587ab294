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
from carecore.matching.looks import known_people, points_wanted
from carecore.matching.openings import Opening, tightest
from carecore.matching.scope import (
    certifications_wanted,
    conflict_verdict,
    own_people,
    ways_of,
)
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
    """

    asks: _Asks
    has: _Has
    names: _Names | None = None
    verdict: Callable[[Professional, Opening], Verdict] | None = None


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
    return opening.role, opening.duties, opening.client.setting, opening.client.payers


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
        CriterionKind.CARE_SETTING: Projection(
            asks=lambda one, _: one.client.setting,
            has=lambda one: one.settings,
            verdict=_serves,
        ),
        CriterionKind.LANGUAGE: Projection(
            asks=lambda one, _: one.client.languages, has=lambda one: one.languages
        ),
        CriterionKind.AVAILABILITY: Projection(
            asks=lambda _, __: (), has=lambda one: one.weekly_hours
        ),
        CriterionKind.LEAVE: Projection(asks=lambda one, _: one.as_of, has=lambda one: one.leave),
        CriterionKind.CASELOAD: Projection(
            asks=lambda one, _: (points_wanted(one), one.as_of),
            has=lambda one: (one.caseload_limit, one.caseload, one.weekly_hours == 0, one.leave),
        ),
        CriterionKind.CONFLICT_OF_INTEREST: Projection(
            asks=_asks_conflict,
            has=lambda one: one.employer,
            names=lambda one, _: own_people(one),
            verdict=conflict_verdict,
        ),
        CriterionKind.CONTINUITY: Projection(
            asks=lambda one, ids: one.team is None and not ids, has=_nothing, names=_known
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
    alone = projection_of(kind).verdict
    if alone is not None:
        verdict, part = alone(professional, opening), _WHOLE
    else:
        look = look_at(kind, professional, opening, wanted)
        verdict, part = look.verdict, look.part
    return Seen(verdict, part if verdict is Verdict.MET else _NONE)


def projection_of(kind: CriterionKind, /) -> Projection:
    """What that kind of criterion depends on."""
    return _PROJECTIONS[kind]
