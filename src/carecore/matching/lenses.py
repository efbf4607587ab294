"""How a criterion looks at everybody at once: what it depends on, whoever wrote it."""

from collections.abc import Callable, Hashable
from functools import partial
from typing import final

from attrs import frozen

from carecore.errors import WrongType, described
from carecore.matching.bulk import BulkCriterion
from carecore.matching.criteria import Criterion, CriterionKind, StandardCriterion
from carecore.matching.fitting import asked, said
from carecore.matching.openings import Opening
from carecore.matching.projections import Seen, projection_of, seen_at
from carecore.people import Professional

__all__ = ["Lens", "lens_of"]


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Lens:
    """What a criterion depends on, for an index.

    Attributes:
        key: criteria with an equal one see the same; it keeps alive what it is made of.
        sorts_by: those with an equal one see the same in professionals.
        asks: gives what the opening asks, apart from its catalogue and those who are named.
        has: gives what the professional has, apart from who it is.
        names: gives the ids of those of whom it says something of their own; `None`: of nobody.
        seen: what it comes to for one pair.
        is_of_licences: whether each licence that somebody holds can be looked at by itself.
    """

    key: Hashable
    sorts_by: Hashable
    asks: Callable[[Opening], Hashable]
    has: Callable[[Professional], Hashable]
    names: Callable[[Opening], frozenset[str]] | None
    seen: Callable[[Professional, Opening], Seen]
    is_of_licences: bool = False

    def named(self, opening: Opening, /) -> frozenset[str]:
        """Ids of those of whom it says something of their own for *opening*."""
        return frozenset() if self.names is None else self.names(opening)


def lens_of(criterion: StandardCriterion | Criterion, /) -> Lens | None:
    """How *criterion* looks at everybody at once; `None`: it has to be asked pair by pair."""
    if isinstance(criterion, StandardCriterion):
        return _of_kind(criterion.kind, criterion.wanted)
    return _of_others(criterion) if isinstance(criterion, BulkCriterion) else None


def _of_kind(kind: CriterionKind, wanted: tuple[str, ...], /) -> Lens:
    depends = projection_of(kind)

    def asks(opening: Opening, /) -> Hashable:
        return depends.asks(opening, wanted)

    def names(opening: Opening, /) -> frozenset[str]:
        return frozenset() if depends.names is None else depends.names(opening, wanted)

    def seen(professional: Professional, opening: Opening, /) -> Seen:
        return seen_at(kind, professional, opening, wanted)

    return Lens(
        key=(kind, wanted),
        sorts_by=kind,
        asks=asks,
        has=depends.has,
        names=None if depends.names is None else names,
        seen=seen,
        is_of_licences=kind is CriterionKind.LICENCE,
    )


def _of_others(criterion: BulkCriterion, /) -> Lens:
    key = _key(criterion)

    def asks(opening: Opening, /) -> Hashable:
        task = "say what an opening asks"
        return asked(criterion, task, partial(_hashable, criterion.asks, opening))

    def has(professional: Professional, /) -> Hashable:
        task = f"say what {professional.id!r} has"
        return asked(criterion, task, partial(_hashable, criterion.has, professional))

    def names(opening: Opening, /) -> frozenset[str]:
        given = asked(criterion, "say whom it names", partial(criterion.names, opening))
        if not _is_frozenset(given):
            what = f"the criterion {criterion.id!r} names {described(given)}"
            raise WrongType(f"{what}, and a frozenset is wanted", advice="Maybe frozenset()")
        return given

    def seen(professional: Professional, opening: Opening, /) -> Seen:
        judgement = said(criterion, professional, opening)
        weight = criterion.weight
        return Seen(judgement.verdict, (judgement.points, weight) if weight else (0, 1))

    return Lens(key=key, sorts_by=key, asks=asks, has=has, names=names, seen=seen)


def _key(criterion: BulkCriterion, /) -> Hashable:
    """The criterion itself, if it can be hashed, or else which one it is."""
    kept = _Same(criterion)
    try:
        hash(criterion)
    except TypeError:
        return kept
    return type(criterion), criterion


@final
class _Same:
    """Equal to itself only, as long as it is kept."""

    __slots__ = ("criterion",)

    def __init__(self, criterion: BulkCriterion, /) -> None:
        self.criterion = criterion

    def __eq__(self, other: object, /) -> bool:
        return isinstance(other, _Same) and other.criterion is self.criterion

    def __hash__(self) -> int:
        return id(self.criterion)


def _is_frozenset(value: object, /) -> bool:
    return isinstance(value, frozenset)


def _hashable(ask: Callable[..., Hashable], about: object, /) -> Hashable:
    given = ask(about)
    hash(given)
    return given
