"""Finding needs by the words a family uses."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final, final

from attrs import Attribute, field, frozen

from carecore.base.checks import each_of, filled_text, placed, require_instance, require_kind
from carecore.base.identity import NeedId, need_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Paragraph, Part, Table
from carecore.catalogue.model import Catalogue
from carecore.catalogue.standard import STANDARD
from carecore.catalogue.words import (
    Said,
    clauses_of,
    clauses_say,
    overlap,
    plain_words,
    require_words,
)
from carecore.errors import InvalidValue
from carecore.needs import Danger

__all__ = ["FoundNeed", "NeedAnswer", "NeedMatch", "find_needs"]

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
    said, spoken = Said.of(asked), catalogue.spoken
    best: dict[str, FoundNeed] = {}
    for offer in spoken.offers:
        need, exact = offer.need, offer.said.plain == asked
        # An id leaves out what is denied: "understand_bills" is said by who does not.
        near = 0 if offer.is_id else _shared(said, offer.said, spoken.weights)
        shared = _WHOLE if exact else near
        known = best.get(need.id)
        if shared >= _SHARED and (known is None or (exact, shared) > _fit(known)):
            match = NeedMatch.EXACT if exact else NeedMatch.CLOSE
            best[need.id] = FoundNeed(need=need.id, words=offer.text, match=match, shared=shared)
    ranked = sorted(best.values(), key=_fit, reverse=True)
    clauses, is_question = clauses_of(words), "?" in words
    dangers = [
        danger
        for danger, phrases in spoken.dangers
        if any(clauses_say(clauses, sought, is_question=is_question) for sought in phrases)
    ]
    return NeedAnswer(asked=words, candidates=ranked[:_MOST], dangers=dangers)


def _shared(asked: Said, offered: Said, weights: Mapping[str, int], /) -> int:
    common = asked.stems & offered.stems
    if not common:
        return 0
    shared = overlap(asked.stems, offered.stems, weights)
    if asked.is_negated is not offered.is_negated:
        shared //= 2
    if len(common) == 1:
        is_telling = asked.stems == offered.stems and weights[min(asked.stems)] > _COMMON
        return shared if is_telling else min(shared, _UNSURE)
    return shared


def _fit(found: FoundNeed, /) -> tuple[bool, int]:
    return (found.match is NeedMatch.EXACT, found.shared)
