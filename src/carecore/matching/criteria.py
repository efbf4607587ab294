"""Criteria: what is asked of a pair, as plain data with a pure function behind each kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, Protocol, TypeAlias, final, runtime_checkable

from attrs import Attribute, field, frozen

from carecore.base.checks import tuple_of_texts
from carecore.base.fields import checked
from carecore.base.identity import term_id
from carecore.base.reasons import at
from carecore.errors import InvalidValue, quoted
from carecore.matching import (
    costing,
    demanding,
    languages,
    looks,
    remedies,
    scope,
    week,
    wishing,
)
from carecore.matching.fits import Judgement, counted
from carecore.matching.looks import Look
from carecore.matching.openings import Opening
from carecore.matching.remedies import Remedy
from carecore.people import LanguageLevel, Professional

__all__ = ["Criterion", "CriterionKind", "StandardCriterion", "look_at"]


@runtime_checkable
class Criterion(Protocol):
    """Anything that can be asked of a professional for an opening.

    A criterion is a value: it says the same of the same pair each time, whoever else is in the
    pool.
    To write one of your own, build a frozen attrs class with these members.

    .. versionadded:: 0.1
    """

    @property
    def id(self) -> str:
        """Its id, snake_case; it never changes its meaning."""
        ...

    @property
    def is_hard(self) -> bool:
        """Whether a pair does not fit where it is not met; a soft one earns points instead."""
        ...

    @property
    def weight(self) -> int:
        """The most points that a soft one can earn."""
        ...

    @property
    def tier(self) -> int:
        """In which number of the score a soft one counts; lower tiers are compared first."""
        ...

    @property
    def looks_at(self) -> tuple[str, ...]:
        """The places that it looks at, such as `$client.languages`."""
        ...

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """What it says of *professional* for *opening*."""
        ...

    def remedies(self, professional: Professional, opening: Opening, /) -> Iterable[Remedy]:
        """The smallest changes after which it would be met; none if nothing could be changed."""
        ...


class CriterionKind(Enum):
    """What a standard criterion asks.

    .. versionadded:: 0.1
    """

    ROLE = "role"
    DUTIES = "duties"
    LICENCE = "licence"
    CERTIFICATION = "certification"
    TRAVEL = "travel"
    JURISDICTION = "jurisdiction"
    SERVICE_AREA = "service_area"
    CARE_SETTING = "care_setting"
    LANGUAGE = "language"
    AVAILABILITY = "availability"
    WANTED_HOURS = "wanted_hours"
    LEAVE = "leave"
    CASELOAD = "caseload"
    ACUITY = "acuity"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    VETO = "veto"
    GENDER = "gender"
    CULTURE = "culture"
    EXPERIENCE = "experience"
    PAYER = "payer"
    RATE = "rate"
    CONTINUITY = "continuity"
    WISH = "wish"


_Look: TypeAlias = Callable[[Professional, Opening, tuple[str, ...]], Look]
_Remedies: TypeAlias = Callable[[str, Professional, Opening, tuple[str, ...]], Iterator[Remedy]]


def _nothing(_: str, __: Professional, ___: Opening, ____: tuple[str, ...], /) -> Iterator[Remedy]:
    """Nothing that could be changed: who somebody is, and whom they serve."""
    return iter(())


@final
@frozen(weakref_slot=False)
class _Asks:
    """What stands behind one kind."""

    look: _Look
    looks_at: tuple[str, ...]
    remedies: _Remedies = field(default=_nothing, kw_only=True)


_NEEDS: Final = ("$client.needs", "$client.setting", "$client.payers", "$team")
_KINDS: Final[Mapping[CriterionKind, _Asks]] = MappingProxyType(
    {
        CriterionKind.ROLE: _Asks(looks.at_role, ("$role", "$professional.roles")),
        CriterionKind.DUTIES: _Asks(scope.at_duties, ("$role", *_NEEDS)),
        CriterionKind.LICENCE: _Asks(
            scope.at_licence,
            (*_NEEDS, "$client.jurisdiction", "$professional.licences"),
            remedies=remedies.for_licence,
        ),
        CriterionKind.CERTIFICATION: _Asks(
            scope.at_certification,
            ("$role", "$professional.credentials"),
            remedies=remedies.for_certification,
        ),
        CriterionKind.TRAVEL: _Asks(
            scope.at_travel,
            (*_NEEDS, "$journey.legs", "$professional.settings", "$professional.licences"),
            remedies=remedies.for_travel,
        ),
        CriterionKind.JURISDICTION: _Asks(
            looks.at_jurisdiction,
            ("$client.jurisdiction", "$professional.jurisdictions"),
            remedies=remedies.for_jurisdiction,
        ),
        CriterionKind.SERVICE_AREA: _Asks(
            demanding.at_area,
            ("$client.area", "$professional.areas", "$professional.base_area"),
            remedies=demanding.for_area,
        ),
        CriterionKind.CARE_SETTING: _Asks(
            looks.at_setting,
            ("$client.setting", "$professional.settings"),
            remedies=remedies.for_setting,
        ),
        CriterionKind.LANGUAGE: _Asks(
            languages.at_language,
            (
                "$client.languages",
                "$client.preferences.language_level",
                "$professional.languages",
                "$professional.language_skills",
            ),
            remedies=languages.for_language,
        ),
        CriterionKind.AVAILABILITY: _Asks(
            looks.at_hours,
            ("$professional.weekly_hours", "$professional.hours"),
            remedies=remedies.for_hours,
        ),
        CriterionKind.WANTED_HOURS: _Asks(
            week.at_wanted_hours,
            (
                "$client.preferences.hours",
                "$client.zone",
                "$professional.weekly_hours",
                "$professional.hours",
                "$professional.zone",
            ),
            remedies=week.for_wanted_hours,
        ),
        CriterionKind.LEAVE: _Asks(looks.at_leave, ("$professional.leave",)),
        CriterionKind.CASELOAD: _Asks(
            looks.at_caseload,
            (
                "$client.caseload_points",
                "$client.weights",
                "$professional.caseload_limit",
                "$professional.part_time",
                "$professional.limit_changes",
                "$professional.caseload",
                "$professional.weekly_hours",
                "$professional.hours",
                "$professional.leave",
            ),
            remedies=remedies.for_caseload,
        ),
        CriterionKind.ACUITY: _Asks(
            demanding.at_acuity,
            ("$client.acuity", "$professional.highest_acuity"),
            remedies=demanding.for_acuity,
        ),
        CriterionKind.CONFLICT_OF_INTEREST: _Asks(
            scope.at_conflict,
            (*_NEEDS, "$client.representatives", "$professional.id", "$professional.employer"),
        ),
        CriterionKind.VETO: _Asks(
            wishing.at_veto, ("$client.preferences.vetoes", "$professional.id")
        ),
        CriterionKind.GENDER: _Asks(
            wishing.at_gender, ("$client.preferences.gender", "$professional.gender")
        ),
        CriterionKind.CULTURE: _Asks(
            wishing.at_culture, ("$client.preferences.cultures", "$professional.cultures")
        ),
        CriterionKind.EXPERIENCE: _Asks(
            demanding.at_experience, ("$client.conditions", "$professional.experience")
        ),
        CriterionKind.PAYER: _Asks(
            costing.at_payer,
            ("$client.payers", "$professional.payers"),
            remedies=costing.for_payer,
        ),
        CriterionKind.RATE: _Asks(
            costing.at_rate,
            ("$client.preferences.rate_limit", "$professional.rate"),
            remedies=costing.for_rate,
        ),
        CriterionKind.CONTINUITY: _Asks(looks.at_continuity, ("$team", "$professional.id")),
        CriterionKind.WISH: _Asks(
            wishing.at_wish, ("$client.preferences.wishes", "$professional.id")
        ),
    }
)


def look_at(
    kind: CriterionKind, professional: Professional, opening: Opening, wanted: tuple[str, ...], /
) -> Look:
    """What criteria of that kind see of *professional* for *opening*."""
    return _KINDS[kind].look(professional, opening, wanted)


def _criterion_id(value: str, /) -> str:
    return term_id(value, kind="criterion")


def _is_asked_of_kind(
    instance: "StandardCriterion",
    attribute: "Attribute[tuple[str, ...]]",
    wanted: tuple[str, ...],
    /,
) -> None:
    if instance.kind is not CriterionKind.LANGUAGE:
        return
    for index, word in enumerate(wanted):
        if word not in LanguageLevel.__members__:
            what = f"{quoted(word)} is no level of a language"
            advice = f"Maybe one of {', '.join(LanguageLevel.__members__)}"
            raise InvalidValue(what, place=at("$", attribute.name, index), advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class StandardCriterion:
    """A criterion of carecore's own; each kind can be hard or soft.

    >>> from datetime import date
    >>> from carecore.people import Client
    >>> speaks = StandardCriterion(
    ...     id="shared_language", kind=CriterionKind.LANGUAGE, is_hard=False, weight=4
    ... )
    >>> opening = Opening(
    ...     client=Client(id="c-1", languages=("pl", "en")),
    ...     role="care_manager",
    ...     as_of=date(2026, 11, 23),
    ... )
    >>> judgement = speaks.judge(Professional(id="p-1", languages=("en",)), opening)
    >>> judgement.points, judgement.maximum, judgement.text
    (2, 4, 'speaks en')

    Attributes:
        id: its id; a policy can hold several of one kind.
        kind: what it asks.
        is_hard: whether a pair does not fit where it is not met.
        weight: the most points that it can earn, if it is soft.
        tier: in which number of the score it counts; lower tiers are compared first.
        wanted: of *certification*, ids of which one is wanted, in place of those of the role; of
            *continuity*, ids of professionals whom the client knows; of *language*, the level that
            is wanted of everybody, such as `B2`; other kinds ask for nothing.

    Raises:
        WrongType: if a part has a type not taken here.
        InvalidValue: if a number or the id has no meaning, or there is no such level of a language.

    .. versionadded:: 0.1
    """

    id: str = field(converter=_criterion_id)
    kind: CriterionKind
    is_hard: bool = True
    weight: int = field(default=1, validator=counted)
    tier: int = field(default=1, validator=counted)
    wanted: tuple[str, ...] = field(
        default=(), converter=tuple_of_texts, validator=_is_asked_of_kind
    )

    @property
    def looks_at(self) -> tuple[str, ...]:
        """The places that it looks at."""
        return _KINDS[self.kind].looks_at

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """What it says of *professional* for *opening*.

        Raises:
            UnknownId: if the role, a need or the care setting is not in the catalogue.
        """
        look = look_at(self.kind, professional, opening, self.wanted)
        return Judgement(
            criterion=self.id,
            is_hard=self.is_hard,
            verdict=look.verdict if self.is_hard else look.as_soft,
            points=0 if self.is_hard else look.points(self.weight),
            maximum=0 if self.is_hard else self.weight,
            text=look.text,
            seen=look.seen,
            wanted=look.wanted,
            sources=look.sources,
        )

    def remedies(self, professional: Professional, opening: Opening, /) -> tuple[Remedy, ...]:
        """The smallest changes after which it would be met; none if nothing could be changed.

        Raises:
            UnknownId: if the role, a need or the care setting is not in the catalogue.
        """
        asks = _KINDS[self.kind]
        return tuple(asks.remedies(self.id, professional, opening, self.wanted))
