"""Language: whether two people share one, and whether it is spoken well enough."""

from collections.abc import Iterator
from enum import IntEnum
from typing import Final, NamedTuple, final

from carecore.base.reasons import Fact, OwnChoice, Verdict
from carecore.matching.looks import Look, of_professional
from carecore.matching.openings import Opening
from carecore.matching.remedies import Remedy
from carecore.people import LanguageLevel, LanguageSkill, Professional

__all__ = ["at_language", "for_language", "level_wanted", "same_language"]

_ANY_DIALECT: Final = OwnChoice("two tags of one language are taken to understand each other")
_HALF: Final = OwnChoice(
    "a language that is spoken less well than wanted, or nobody knows how well, earns half"
)


class _Spoken(IntEnum):
    """How a language stands to what is wanted, best first."""

    WELL = 0
    SOMEHOW = 1
    TOO_LITTLE = 2
    NOT = 3


@final
class _Heard(NamedTuple):
    """What is known of one language of the client.

    Attributes:
        standing: how it stands to what is wanted.
        place: its place among the client's languages.
        text: in words.
    """

    standing: _Spoken
    place: int
    text: str


def level_wanted(opening: Opening, words: tuple[str, ...], /) -> LanguageLevel | None:
    """How well a language should be spoken: what the client and the policy ask, the higher one."""
    asked = opening.client.preferences
    own = None if asked is None else asked.language_level
    levels = (*map(LanguageLevel, words), *(() if own is None else (own,)))
    return max(levels, default=None)


def at_language(professional: Professional, opening: Opening, words: tuple[str, ...], /) -> Look:
    """Whether they share a language, well enough; the better the client speaks it, the more."""
    wanted, spoken = opening.client.languages, professional.languages
    level = level_wanted(opening, words)
    skills = professional.language_skills
    seen = of_professional("languages", spoken)
    asked = Fact(name="languages", seen=wanted, place="$client.languages")
    told = of_professional("language_skills", map(_skill, skills))
    least = Fact(
        name="level at least",
        seen=None if level is None else level.value,
        place="$client.preferences.language_level",
    )
    verdict, text, part = _shared(professional, wanted, level)
    return Look(
        verdict=verdict,
        text=text,
        seen=(seen,) if level is None else (seen, told),
        wanted=(asked,) if level is None else (asked, least),
        sources=(_ANY_DIALECT,) if level is None else (_ANY_DIALECT, _HALF),
        part=part,
        is_partly=part[0] > 0,
    )


def _shared(
    professional: Professional, wanted: tuple[str, ...] | None, level: LanguageLevel | None, /
) -> tuple[Verdict, str, tuple[int, int]]:
    spoken = professional.languages
    if wanted == ():
        return Verdict.MET, "the client asks for no language", (1, 1)
    if wanted is None or spoken is None:
        whose = "the client speaks" if wanted is None else "they speak"
        return Verdict.UNKNOWN, f"nobody has said which languages {whose}", (0, 1)
    heard = [_heard(professional, one, index, level) for index, one in enumerate(wanted)]
    best = min(heard, key=lambda one: (one.standing, one.place))
    whole = 2 * len(wanted)
    earned = max((len(wanted) - one.place) * _HALVES[one.standing] for one in heard)
    if best.standing is _Spoken.NOT:
        text = f"speaks {', '.join(spoken) or 'no language'}; the client, {', '.join(wanted)}"
        return Verdict.NOT_MET, text, (0, 1)
    return _VERDICTS[best.standing], best.text, (earned, whole)


_HALVES: Final = {_Spoken.WELL: 2, _Spoken.SOMEHOW: 1, _Spoken.TOO_LITTLE: 1, _Spoken.NOT: 0}
_VERDICTS: Final = {
    _Spoken.WELL: Verdict.MET,
    _Spoken.SOMEHOW: Verdict.UNKNOWN,
    _Spoken.TOO_LITTLE: Verdict.NOT_MET,
}


def _heard(
    professional: Professional, language: str, index: int, level: LanguageLevel | None, /
) -> _Heard:
    """What is known of how *professional* speaks *language*."""
    tags = [one for one in professional.languages or () if same_language(language, one)]
    if not tags:
        return _Heard(_Spoken.NOT, index, "")
    if level is None:
        return _Heard(_Spoken.WELL, index, f"speaks {language}")
    known = {one.language: one.level for one in professional.language_skills}
    levels = [known.get(tag) for tag in tags]
    best = max((one for one in levels if one is not None), default=None)
    wanted = f"{level.value} or better is wanted"
    if best is not None and best >= level:
        return _Heard(_Spoken.WELL, index, f"speaks {language} at {best.value}; {wanted}")
    if best is None or None in levels:
        return _Heard(
            _Spoken.SOMEHOW, index, f"speaks {language}, nobody has said how well; {wanted}"
        )
    return _Heard(_Spoken.TOO_LITTLE, index, f"speaks {language} at {best.value}; {wanted}")


def _skill(skill: LanguageSkill, /) -> str:
    return f"{skill.language} {'not known' if skill.level is None else skill.level.value}"


def same_language(left: str, right: str, /) -> bool:
    """Whether two BCP 47 tags are of one language, whatever the region.

    >>> same_language("pt-BR", "pt"), same_language("en", "es")
    (True, False)
    """
    one, other = (tag.partition("-")[0].casefold() for tag in (left, right))
    return one == other


def for_language(
    criterion: str, professional: Professional, opening: Opening, words: tuple[str, ...], /
) -> Iterator[Remedy]:
    """Speaking a language of the client well enough: one they speak, or the client's best."""
    level, theirs = level_wanted(opening, words), opening.client.languages or ()
    spoken = professional.languages or ()
    shared = [tag for one in theirs for tag in spoken if same_language(one, tag)]
    wanted = theirs if level is None else (*shared, *theirs)
    for language in [one for one in wanted if not _is_spoken(professional, one, level)][:1]:
        if level is None:
            text = f"they speak {language}"
            yield Remedy(criterion=criterion, text=text, language=language)
        else:
            text = f"they speak {language} at {level.value} or better, as a certificate shows"
            skill = LanguageSkill(language=language, level=level)
            yield Remedy(criterion=criterion, text=text, skill=skill)


def _is_spoken(professional: Professional, language: str, level: LanguageLevel | None, /) -> bool:
    """Whether a language is spoken, and as well as that where it is asked for."""
    if level is None:
        return any(same_language(language, one) for one in professional.languages or ())
    return any(
        same_language(language, one.language) and one.level is not None and one.level >= level
        for one in professional.language_skills
    )
