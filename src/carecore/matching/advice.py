"""The answer to "whom do we need?", as a value that explains itself."""

from collections.abc import Iterable
from datetime import date
from typing import final

from attrs import field, frozen

from carecore.base.checks import each_of, in_order, placed
from carecore.base.identity import ClientId, NeedId, RoleId, client_id, need_ids
from carecore.base.outline import Faces, Outline
from carecore.base.reasons import Reason, Source, tuple_of_sources
from carecore.base.timing import require_day
from carecore.errors import CareError, InvalidValue
from carecore.matching.roles_needed import (
    MissingDuty,
    RecommendedRole,
    RoleOption,
    tuple_of_reasons,
)
from carecore.matching.situation import Change
from carecore.matching.telling import Told, parts_of

__all__ = ["RoleAdvice"]


def _day(value: date, /) -> date:
    return require_day(value)


def _contradictions(values: Iterable[Iterable[str]], /) -> tuple[tuple[NeedId, NeedId], ...]:
    pairs: list[tuple[NeedId, NeedId]] = []
    for index, value in enumerate(in_order(values, of="pairs of need ids")):
        try:
            pairs.append(_pair(value))
        except CareError as fault:
            raise fault.below(f"$[{index}]") from None
    return tuple(pairs)


def _pair(values: Iterable[str], /) -> tuple[NeedId, NeedId]:
    ids = need_ids(values)
    match ids:
        case (one, other):
            return one, other
        case _:
            what = f"two needs contradict each other, and this holds {len(ids)}"
            raise InvalidValue(what, advice="Maybe ('stay_at_home', 'find_care_home')")


def _recommended(values: Iterable[RecommendedRole], /) -> tuple[RecommendedRole, ...]:
    return each_of(values, RecommendedRole)


def _missing(values: Iterable[MissingDuty], /) -> tuple[MissingDuty, ...]:
    return each_of(values, MissingDuty)


def _options(values: Iterable[RoleOption], /) -> tuple[RoleOption, ...]:
    return each_of(values, RoleOption)


def _changes(values: Iterable[Change], /) -> tuple[Change, ...]:
    return each_of(values, Change)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class RoleAdvice(Faces):
    """Who is needed for one client, and why.

    Attributes:
        client_id: id of the client.
        as_of: the day asked about.
        recommended: the roles that are needed, core roles first.
        missing: needed duties that nobody holds.
        contradictions: pairs of needs that cannot be answered together.
        options: the recommended way, then each core role alone, both, and nobody.
        would_change_if: single changes that would change the answer; each can be applied.
        reasons: what the whole answer rests on.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    as_of: date = field(converter=_day)
    recommended: tuple[RecommendedRole, ...] = field(default=(), converter=_recommended)
    missing: tuple[MissingDuty, ...] = field(default=(), converter=_missing)
    contradictions: tuple[tuple[NeedId, NeedId], ...] = field(default=(), converter=_contradictions)
    options: tuple[RoleOption, ...] = field(default=(), converter=_options)
    would_change_if: tuple[Change, ...] = field(default=(), converter=_changes)
    reasons: tuple[Reason, ...] = field(default=(), converter=tuple_of_reasons)

    @property
    def roles(self) -> tuple[RoleId, ...]:
        """Ids of the recommended roles, each once."""
        return tuple(dict.fromkeys(one.role for one in self.recommended))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Everything that the reasons rest on, each once."""
        own = (reason.sources for one in self.recommended for reason in one.reasons)
        return tuple_of_sources(
            source
            for sources in (*own, *(reason.sources for reason in self.reasons))
            for source in sources
        )

    def outline(self, *, full: bool = False) -> Outline:
        """The advice as an outline; it shows ids only, so *full* changes nothing."""
        del full
        told = Told(
            recommended=self.recommended,
            missing=self.missing,
            contradictions=self.contradictions,
            options=self.options,
            changes=self.would_change_if,
            reasons=self.reasons,
            sources=self.sources,
        )
        title = f"Who is needed for {self.client_id} (as of {self.as_of.isoformat()})"
        return Outline(title, tuple(parts_of(told)))
