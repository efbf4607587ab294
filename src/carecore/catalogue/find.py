"""Finding roles by title, and needs by the words a family uses."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum
from typing import Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import (
    each_of,
    filled_text,
    placed,
    plain_text,
    require_instance,
    require_kind,
    tuple_of_texts,
)
from carecore.base.identity import NeedId, RoleId, in_words, need_id, role_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.base.reasons import Source, tuple_of_sources
from carecore.catalogue.model import Catalogue
from carecore.catalogue.standard import STANDARD
from carecore.catalogue.words import (
    is_negated,
    likeness,
    overlap,
    plain_words,
    require_words,
    says,
    stems,
    word_weights,
)
from carecore.errors import InvalidValue
from carecore.needs import Danger
from carecore.roles import Title, TitleConfidence, TitleUse

__all__ = [
    "FoundNeed",
    "FoundRole",
    "NeedAnswer",
    "NeedMatch",
    "TitleAnswer",
    "find_needs",
    "find_roles",
]

_CLOSE: Final = 80
_SHARED: Final = 30
_MOST: Final = 5
_SURE: Final = 60
_SURE_ALONE: Final = 70
_LEAD: Final = 10
# What words come to at most that share one word only, or that deny what the need says.
_UNSURE: Final = 50
# The weight of a word that stands in two needs; what weighs more stands in one.
_COMMON: Final = 501
_WHOLE: Final = 100


def _is_confidence(
    instance: object, attribute: "Attribute[TitleConfidence]", value: object, /
) -> None:
    advice = "Maybe TitleConfidence.CLOSE"
    require_kind(instance, attribute.name, value, TitleConfidence, advice=advice)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class FoundRole:
    """One role that a title may stand for.

    Attributes:
        role: id of the role.
        confidence: how surely the title means it.
        title: the title of the catalogue that was found.
        requires_membership: id of the membership without which nobody may use the title.
        note: what speaks against it, or what to know.
        sources: what the entry rests on.

    .. versionadded:: 0.1
    """

    role: RoleId = field(converter=role_id)
    confidence: TitleConfidence = field(validator=_is_confidence, repr=str)
    title: str = field(validator=filled_text)
    requires_membership: str = field(default="", validator=plain_text)
    note: str = field(default="", validator=plain_text)
    sources: tuple[Source, ...] = field(default=(), converter=tuple_of_sources)


def _found_roles(values: Iterable[FoundRole], /) -> tuple[FoundRole, ...]:
    return each_of(values, FoundRole)


def _uses(values: Iterable[TitleUse], /) -> tuple[TitleUse, ...]:
    return each_of(values, TitleUse)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class TitleAnswer(Faces):
    """What a title may mean, and what would decide.

    Attributes:
        asked: the title as asked.
        candidates: the roles it may stand for, surest first.
        other_uses: others who bear the title without having one of the roles.
        would_decide: questions whose answers decide.

    .. versionadded:: 0.1
    """

    asked: str = field(validator=filled_text)
    candidates: tuple[FoundRole, ...] = field(default=(), converter=_found_roles)
    other_uses: tuple[TitleUse, ...] = field(default=(), converter=_uses)
    would_decide: tuple[str, ...] = field(default=(), converter=tuple_of_texts)

    @property
    def is_contested(self) -> bool:
        """Whether the title may mean more than one thing."""
        sure = (TitleConfidence.EXACT, TitleConfidence.ALIAS)
        plain = len(self.candidates) == 1 and self.candidates[0].confidence in sure
        return bool(self.candidates) and (not plain or bool(self.other_uses))

    def outline(self, *, full: bool = False) -> Outline:
        """The answer as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        return Outline(f"“{self.asked}”", tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        if not self.candidates:
            yield Paragraph("No title of the catalogue looks like it.")
        else:
            rows = [
                (in_words(one.role), one.confidence.value, one.title, _remark(one))
                for one in self.candidates
            ]
            yield Table(("role", "confidence", "as", "to know"), rows)
        if self.other_uses:
            bearers = [
                (use.who, use.country or None, use.employer, use.does) for use in self.other_uses
            ]
            columns = ("who else bears it", "country", "employed by", "does")
            yield Section("Other uses", (Table(columns, bearers),))
        if self.would_decide:
            yield Section("What would decide", (Items(self.would_decide),))
        found = (source for one in self.candidates for source in one.sources)
        others = (source for use in self.other_uses for source in use.sources)
        cited = tuple(dict.fromkeys(map(str, (*found, *others))))
        if cited:
            yield Section("Sources", (Items(cited),))


class NeedMatch(Enum):
    """How well words fit a need.

    .. versionadded:: 0.1
    """

    EXACT = "exact"
    CLOSE = "close"


def _is_match(instance: object, attribute: "Attribute[NeedMatch]", value: object, /) -> None:
    require_kind(instance, attribute.name, value, NeedMatch, advice="Maybe NeedMatch.CLOSE")


def _is_share(instance: object, attribute: "Attribute[int]", value: int, /) -> None:
    require_kind(instance, attribute.name, value, int, advice="Maybe 100")
    if not 0 <= value <= _WHOLE:
        what = f"the share is not between 0 and {_WHOLE}"
        raise InvalidValue(what, place=f"$.{attribute.name}", advice="Maybe 100")


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class FoundNeed:
    """One need that words may stand for.

    Attributes:
        need: id of the need.
        words: the words of the catalogue that fitted.
        match: how well.
        shared: how much of the meaning is shared, from 0 to 100.

    .. versionadded:: 0.1
    """

    need: NeedId = field(converter=need_id)
    words: str = field(validator=filled_text)
    match: NeedMatch = field(validator=_is_match, repr=str)
    shared: int = field(validator=_is_share)


def _found_needs(values: Iterable[FoundNeed], /) -> tuple[FoundNeed, ...]:
    return each_of(values, FoundNeed)


def _dangers(values: Iterable[Danger], /) -> tuple[Danger, ...]:
    return each_of(values, Danger)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=placed)
class NeedAnswer(Faces):
    """The needs that words may stand for, and the dangers that they may be a sign of.

    Attributes:
        asked: the words as asked.
        candidates: the needs, best first; at most five.
        dangers: what the words may be a sign of, and what to tell whoever says them.

    .. versionadded:: 0.1
    """

    asked: str = field(validator=filled_text)
    candidates: tuple[FoundNeed, ...] = field(default=(), converter=_found_needs)
    dangers: tuple[Danger, ...] = field(default=(), converter=_dangers)

    @property
    def best(self) -> NeedId | None:
        """Id of the one need that fits clearly better than all others, or `None` if none does.

        Clearly means: word for word; or three fifths of the meaning shared and a lead of a
        tenth, and without another candidate seven tenths. These numbers are carecore's own
        choice. Where the words may be a sign of danger, no need is the best.
        """
        if self.dangers or not self.candidates:
            return None
        first, *others = self.candidates
        second = max((_fit(one) for one in others), default=(False, 0))
        if first.match is NeedMatch.EXACT:
            return None if second[0] else first.need
        enough = _SURE if others else _SURE_ALONE
        sure = first.shared >= enough and first.shared - second[1] >= _LEAD
        return first.need if sure else None

    def outline(self, *, full: bool = False) -> Outline:
        """The answer as an outline; it holds nothing personal, so *full* changes nothing."""
        del full
        rows = [(one.need, one.words, one.match.value, one.shared) for one in self.candidates]
        found: Part = Table(("need", "as", "match", "of 100"), rows)
        if not rows:
            found = Paragraph("No need of the catalogue looks like it.")
        warnings = [Paragraph(danger.say) for danger in self.dangers]
        return Outline(f"“{self.asked}”", (*warnings, found))


def find_roles(title: str, /, *, catalogue: Catalogue = STANDARD) -> TitleAnswer:
    """The roles that a job title may stand for, other uses of it, and what would decide.

    Case, hyphens and plural make no difference; a title that is spelled a little differently is
    found as *close*.

    >>> answer = find_roles("Nurse Case Manager")
    >>> answer.candidates[0].role
    'case_manager'

    Args:
        title: the title as people write it.
        catalogue: what the field knows.

    Raises:
        WrongType: if *title* is not text, or *catalogue* no catalogue.
        InvalidValue: if it is blank or over 500 characters.

    .. versionadded:: 0.1
    """
    require_instance(catalogue, Catalogue, name="the catalogue")
    asked = _singular(plain_words(require_words(title, "the title")))
    found = [one for one in catalogue.titles if _singular(plain_words(one.text)) == asked]
    candidates = sorted(map(_as_found, found), key=_surest_first)
    written = {asked}
    if not candidates:
        near = sorted(_near_titles(asked, catalogue))
        candidates = [_as_close(catalogue.titles[index]) for _, index in near[:_MOST]]
        written.update(_singular(plain_words(found.title)) for found in candidates[:1])
    uses = [use for use in catalogue.title_uses if _singular(plain_words(use.title)) in written]
    return TitleAnswer(
        asked=title,
        candidates=candidates,
        other_uses=uses,
        would_decide=_questions(candidates, uses),
    )


def find_needs(words: str, /, *, catalogue: Catalogue = STANDARD) -> NeedAnswer:
    """The needs that a family's words may stand for, best first, and the dangers they hint at.

    Words are compared, and not understood. What denies a need ("she is not lonely") and what
    shares a single word with it come up as candidates and never as the best.

    >>> find_needs("we do not understand the bills").best
    'understand_bills'
    >>> answer = find_needs("he is not breathing")
    >>> answer.best, [danger.id for danger in answer.dangers]
    (None, ['emergency'])

    Args:
        words: what somebody says; an id of a need does as well.
        catalogue: what the field knows.

    Raises:
        WrongType: if *words* is not text, or *catalogue* no catalogue.
        InvalidValue: if it is blank or over 500 characters.

    .. versionadded:: 0.1
    """
    require_instance(catalogue, Catalogue, name="the catalogue")
    example = "we do not understand the bills"
    asked = plain_words(require_words(words, "what is needed", example=example))
    offers = [
        (need, text)
        for need in catalogue.needs
        for text in (in_words(need.id), need.words, *need.phrases)
    ]
    weights = word_weights(
        plain_words(" ".join((need.words, *need.phrases))) for need in catalogue.needs
    )
    best: dict[str, FoundNeed] = {}
    for need, text in offers:
        plain = plain_words(text)
        exact = plain == asked
        # An id leaves out what is denied: "understand_bills" is said by who does not.
        near = 0 if text == in_words(need.id) else _shared(asked, plain, weights)
        shared = _WHOLE if exact else near
        known = best.get(need.id)
        if shared >= _SHARED and (known is None or (exact, shared) > _fit(known)):
            match = NeedMatch.EXACT if exact else NeedMatch.CLOSE
            best[need.id] = FoundNeed(need=need.id, words=text, match=match, shared=shared)
    ranked = sorted(best.values(), key=_fit, reverse=True)
    dangers = [
        danger
        for danger in catalogue.dangers
        if any(says(words, phrase) for phrase in danger.phrases)
    ]
    return NeedAnswer(asked=words, candidates=ranked[:_MOST], dangers=dangers)


def _shared(asked: str, offered: str, weights: Mapping[str, int], /) -> int:
    shared = overlap(asked, offered, weights)
    if is_negated(asked) is not is_negated(offered):
        shared //= 2
    left, right = stems(asked), stems(offered)
    if len(left & right) == 1:
        is_telling = left == right and weights[min(left)] > _COMMON
        return shared if is_telling else min(shared, _UNSURE)
    return shared


def _fit(found: FoundNeed, /) -> tuple[bool, int]:
    return (found.match is NeedMatch.EXACT, found.shared)


def _remark(found: FoundRole, /) -> str:
    member = found.requires_membership
    needs = f"only for members of {member.upper()}" if member else ""
    return "; ".join(part for part in (needs, found.note) if part)


def _singular(text: str, /) -> str:
    return text.removesuffix("s")


def _as_found(title: Title, /) -> FoundRole:
    return FoundRole(
        role=title.role,
        confidence=title.confidence,
        title=title.text,
        requires_membership=title.requires_membership,
        note=title.note,
        sources=title.sources,
    )


def _as_close(title: Title, /) -> FoundRole:
    found = _as_found(title)
    return FoundRole(
        role=found.role,
        confidence=TitleConfidence.CLOSE,
        title=found.title,
        requires_membership=found.requires_membership,
        note=found.note,
        sources=found.sources,
    )


def _surest_first(found: FoundRole, /) -> int:
    return tuple(TitleConfidence).index(found.confidence)


def _near_titles(asked: str, catalogue: Catalogue, /) -> Iterator[tuple[int, int]]:
    for index, title in enumerate(catalogue.titles):
        alike = likeness(asked, _singular(plain_words(title.text)))
        if alike >= _CLOSE:
            yield -alike, index


def _questions(candidates: Iterable[FoundRole], uses: Collection[TitleUse], /) -> list[str]:
    several = len({found.role for found in candidates}) > 1
    if not several and not uses:
        return []
    asks = [use.ask for use in uses if use.ask]
    general = (
        "Who employs the person: a facility, an insurer, an agency, or the client?",
        "Who pays for it?",
        "Whose plan is it: one client's, a service's, or a claim's?",
        "Does it end with the stay, the claim or the benefit, or when the client says so?",
    )
    return list(dict.fromkeys((*general, *asks)))
