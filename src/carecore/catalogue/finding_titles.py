"""Finding roles by a job title."""

from collections.abc import Collection, Iterable, Iterator
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
from carecore.base.identity import RoleId, in_words, role_id
from carecore.base.outline import Faces, Outline
from carecore.base.parts import Items, Paragraph, Part, Section, Table
from carecore.base.reasons import Source, tuple_of_sources
from carecore.catalogue.model import Catalogue
from carecore.catalogue.standard import STANDARD
from carecore.catalogue.words import likeness, plain_words, require_words
from carecore.roles import Title, TitleConfidence, TitleUse

__all__ = ["FoundRole", "TitleAnswer", "find_roles"]

_CLOSE: Final = 80
_MOST: Final = 5


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
