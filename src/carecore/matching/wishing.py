"""What clients and families ask for: whom they want, and whom they do not.

What they ask of a person's gender and culture is personal, on both sides: what is told is whether
it is so, and never what it is.
"""

from typing import Final, NamedTuple, final

from carecore.base.reasons import Fact, OwnChoice, Source, Verdict
from carecore.base.verdicts import verdict_of
from carecore.matching.looks import Look
from carecore.matching.openings import Opening
from carecore.people import ClientPreferences, Professional

__all__ = ["at_culture", "at_gender", "at_veto", "at_wish", "preferences_of"]

_NOTHING: Final = (0, 1)
_ANYBODY: Final = ClientPreferences()
_NOT_ASKED: Final = OwnChoice("a client whom nobody asked is taken to ask for nobody in particular")
_NO_OBJECTION: Final = OwnChoice("somebody is declined only where it is said")
_ONE_CULTURE: Final = OwnChoice("of several cultures that are asked for, one in common is enough")


def at_veto(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the client and the family do not decline this person."""
    asked = opening.client.preferences
    is_declined = professional.id in preferences_of(opening).vetoes
    if is_declined:
        text = "the client or the family asks for somebody else"
    elif asked is None:
        text = "nobody has said that the client or the family declines them"
    else:
        text = "the client and the family do not decline them"
    return Look(
        verdict=verdict_of(not is_declined),
        text=text,
        seen=(_person(professional, is_named=is_declined),),
        wanted=(
            Fact(
                name="none of",
                seen=None if asked is None else tuple(map(str, asked.vetoes)),
                place="$client.preferences.vetoes",
            ),
        ),
        sources=(_NO_OBJECTION,),
    )


def at_wish(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the client wishes for this person; who is wished for most earns all."""
    names, asked = preferences_of(opening).wishes, opening.client.preferences
    place = names.index(str(professional.id)) if professional.id in names else None
    verdict, part = verdict_of(place is not None), _NOTHING
    if place is not None:
        part = (len(names) - place, len(names))
        text = "the client wishes for them" + (f", in place {place + 1}" if names[1:] else "")
    elif names:
        text = "the client wishes for somebody else"
    elif asked is None:
        verdict, text = Verdict.MET, "nobody has said whom the client wishes for"
    else:
        verdict, text = Verdict.MET, "the client wishes for nobody by name"
    return Look(
        verdict=verdict,
        text=text,
        seen=(_person(professional, is_named=place is not None),),
        wanted=(
            Fact(
                name="one of",
                seen=None if asked is None else tuple(map(str, names)),
                place="$client.preferences.wishes",
            ),
        ),
        sources=(_NOT_ASKED,),
        part=part,
    )


def at_gender(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the person is of the gender that the client asks for."""
    wanted, gender = preferences_of(opening).gender, professional.gender
    is_so = None if gender is None else gender is wanted
    if wanted is None:
        return _open(opening, _GENDER)
    return _told(is_so, _GENDER)


def at_culture(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the person is at home in a culture that the client asks for."""
    wanted, cultures = preferences_of(opening).cultures, professional.cultures
    is_so = None if cultures is None else not set(wanted).isdisjoint(cultures)
    if not wanted:
        return _open(opening, _CULTURE)
    return _told(is_so, _CULTURE)


@final
class _Words(NamedTuple):
    """How to tell of something personal without saying what it is.

    Attributes:
        name: what it is called.
        is_so: that a person has what is asked for.
        seen: where it stands of a professional.
        wanted: where it stands of a client.
        sources: what the question rests on.
    """

    name: str
    is_so: str
    seen: str
    wanted: str
    sources: tuple[Source, ...]


_GENDER: Final = _Words(
    "gender",
    "of the gender that the client asks for",
    "$professional.gender",
    "$client.preferences.gender",
    (_NOT_ASKED,),
)
_CULTURE: Final = _Words(
    "culture",
    "at home in a culture that the client asks for",
    "$professional.cultures",
    "$client.preferences.cultures",
    (_NOT_ASKED, _ONE_CULTURE),
)


def _open(opening: Opening, words: _Words, /) -> Look:
    """Where nothing is asked for."""
    text = f"the client asks for no {words.name} in particular"
    if opening.client.preferences is None:
        text = f"nobody has said that the client asks for a {words.name}"
    return Look(
        verdict=Verdict.MET,
        text=text,
        seen=(Fact(name=f"{words.name} as asked for", seen=None, place=words.seen),),
        wanted=(Fact(name=f"{words.name} asked for", seen=False, place=words.wanted),),
        sources=words.sources,
        part=_NOTHING,
    )


def _told(is_so: bool | None, words: _Words, /) -> Look:  # noqa: FBT001 # what was seen
    """Whether it is so; what it is is personal, and is not told."""
    verdict = verdict_of(is_so)
    how = {
        Verdict.MET: "is",
        Verdict.NOT_MET: "is not",
        Verdict.UNKNOWN: "nobody has said whether they are",
    }
    return Look(
        verdict=verdict,
        text=f"{how[verdict]} {words.is_so}",
        seen=(Fact(name=f"{words.name} as asked for", seen=is_so, place=words.seen),),
        wanted=(Fact(name=f"{words.name} asked for", seen=True, place=words.wanted),),
        sources=words.sources,
    )


def preferences_of(opening: Opening, /) -> ClientPreferences:
    """What the client asks of whoever comes; nothing, where that is not known."""
    return opening.client.preferences or _ANYBODY


def _person(professional: Professional, /, *, is_named: bool) -> Fact:
    # Of all who are not named, the same is said.
    seen = str(professional.id) if is_named else "somebody else"
    return Fact(name="professional", seen=seen, place="$professional.id")
