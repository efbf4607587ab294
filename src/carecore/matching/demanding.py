"""What the care demands: the area it takes place in, how acute it is, what it is about.

What is said on neither side bars nobody: an app that draws no areas and counts no acuity is not
asked about them.
"""

from collections.abc import Iterator
from typing import Final

from carecore.base.reasons import Fact, OwnChoice, Verdict
from carecore.base.verdicts import verdict_of
from carecore.matching.looks import Look, of_professional
from carecore.matching.openings import Opening
from carecore.matching.remedies import Remedy
from carecore.people import Professional

__all__ = [
    "NEITHER_SIDE",
    "area_served",
    "at_acuity",
    "at_area",
    "at_experience",
    "for_acuity",
    "for_area",
]

NEITHER_SIDE: Final = OwnChoice("what nobody has said on either side bars nobody")
_NEAREST: Final = OwnChoice("somebody who sets out in the client's area is nearer than others")
_SAME_SCALE: Final = OwnChoice("acuity of clients and professionals is on one scale of the app's")
_SAME_WORDS: Final = OwnChoice("experience counts where both sides use the same word for it")
_NOTHING: Final = (0, 1)


def at_area(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the client's area is served; fully earned by who sets out there."""
    area, served = opening.client.area, professional.areas
    verdict, part = area_served(professional, opening)
    if area is None and served is None:
        text = "no service areas are drawn"
    elif served is None:
        text = "nobody has said which areas they serve"
    elif not served:
        text = "serves no area"
    elif area is None:
        text = "nobody has said in which area the client lives"
    else:
        text = f"{'serves' if verdict is Verdict.MET else 'does not serve'} the area {area}"
    return Look(
        verdict=verdict,
        text=text,
        seen=(
            of_professional("areas", served),
            Fact(name="base area", seen=professional.base_area, place="$professional.base_area"),
        ),
        wanted=(Fact(name="area", seen=area, place="$client.area"),),
        sources=(NEITHER_SIDE, _NEAREST),
        part=part,
    )


def area_served(professional: Professional, opening: Opening, /) -> tuple[Verdict, tuple[int, int]]:
    """What `at_area` comes to, without its words."""
    area, served = opening.client.area, professional.areas
    if area is None:
        known = True if served is None else None if served else False
        return verdict_of(known), _NOTHING
    verdict = verdict_of(None if served is None else area in served)
    part = (2, 2) if area == professional.base_area else (1, 2)
    return verdict, part if verdict is Verdict.MET else _NOTHING


def for_area(
    criterion: str, _: Professional, opening: Opening, __: tuple[str, ...], /
) -> Iterator[Remedy]:
    """Serving the client's area, if that is known."""
    area = opening.client.area
    if area is not None:
        yield Remedy(criterion=criterion, text=f"they serve the area {area}", area=area)


def at_acuity(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the client is not more acute than what the professional takes on."""
    acuity, highest = opening.client.acuity, professional.highest_acuity
    known: bool | None = None
    if acuity is None and highest is None:
        known, text = True, "nobody counts acuity"
    elif acuity is None:
        text = f"takes on acuity up to {highest}, and nobody has said how acute the client is"
    elif highest is None:
        text = f"nobody has said up to which acuity they take on; the client's is {acuity}"
    else:
        known = acuity <= highest
        text = f"takes on acuity up to {highest}; the client's is {acuity}"
    return Look(
        verdict=verdict_of(known),
        text=text,
        seen=(of_professional("highest_acuity", highest),),
        wanted=(Fact(name="acuity", seen=acuity, place="$client.acuity"),),
        sources=(NEITHER_SIDE, _SAME_SCALE),
        part=_NOTHING if acuity is None else (1, 1),
    )


def for_acuity(
    criterion: str, _: Professional, opening: Opening, __: tuple[str, ...], /
) -> Iterator[Remedy]:
    """Taking on the client's acuity, if that is known."""
    acuity = opening.client.acuity
    if acuity is not None:
        text = f"they take on acuity up to {acuity}"
        yield Remedy(criterion=criterion, text=text, acuity=acuity)


def at_experience(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether they cared for people with what the client has; each condition earns its share."""
    conditions, experience = opening.client.conditions, professional.experience
    known = frozenset(experience or ())
    met = [one for one in conditions or () if one in known]
    lacking = [one for one in conditions or () if one not in known]
    verdict, part = Verdict.UNKNOWN, _NOTHING
    if conditions is None:
        text = "nobody has said which conditions the client has"
    elif not conditions:
        verdict, text = Verdict.MET, "the client has no condition that is named"
    elif experience is None:
        text = "nobody has said with which conditions they have experience"
    else:
        verdict, part = verdict_of(not lacking), (len(met), len(conditions))
        text = _experience(met, lacking)
    return Look(
        verdict=verdict,
        text=text,
        seen=(of_professional("experience", experience),),
        wanted=(Fact(name="conditions", seen=conditions, place="$client.conditions"),),
        sources=(_SAME_WORDS,),
        part=part,
        is_partly=bool(met),
    )


def _experience(met: list[str], lacking: list[str], /) -> str:
    if not met:
        return f"has no experience with {', '.join(lacking)}"
    none = f"; none with {', '.join(lacking)}" if lacking else ""
    return f"has experience with {', '.join(met)}{none}"
