"""What somebody costs, and who pays."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from carecore.base.amounts import Money
from carecore.base.identity import in_words
from carecore.base.reasons import Fact, OwnChoice, Source, Verdict
from carecore.base.verdicts import verdict_of
from carecore.matching.demanding import NEITHER_SIDE
from carecore.matching.looks import Look, of_professional
from carecore.matching.openings import Opening
from carecore.matching.remedies import Remedy
from carecore.people import Professional
from carecore.roles import PayerKind, reckoned_payers

__all__ = ["at_payer", "at_rate", "for_payer", "for_rate", "most_an_hour"]

_NOTHING: Final = (0, 1)
_FAMILY: Final = OwnChoice("where nobody has said who pays, a family is reckoned to pay itself")
_NO_LIMIT: Final = OwnChoice("where no limit is named, what an hour costs bars nobody")
_CHEAPER: Final = OwnChoice("the further below the limit, the more it earns; at the limit nothing")
_NO_CHANGE: Final = OwnChoice("one currency is not changed into another")


def at_payer(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether the person accepts the pay of somebody who pays for the client."""
    payers, accepted = opening.client.payers, professional.payers
    reckoned = reckoned_payers(payers)
    shared = [one for one in reckoned if one in (accepted or ())]
    sources: tuple[Source, ...] = (NEITHER_SIDE,)
    if payers is None:
        verdict, text, sources = *_unsaid(accepted), (NEITHER_SIDE, _FAMILY)
    elif accepted is None:
        verdict, text = Verdict.UNKNOWN, "nobody has said whose pay they accept"
    else:
        verdict = verdict_of(bool(shared))
        text = f"is paid by {_names(shared)}"
        if not shared:
            text = f"accepts {_names(accepted)}; the client is paid for by {_names(payers)}"
    return Look(
        verdict=verdict,
        text=text,
        seen=(of_professional("payers", None if accepted is None else _values(accepted)),),
        wanted=(
            Fact(
                name="one of",
                seen=None if payers is None else _values(payers),
                place="$client.payers",
            ),
        ),
        sources=sources,
    )


def _unsaid(accepted: tuple[PayerKind, ...] | None, /) -> tuple[Verdict, str]:
    """What comes of it where nobody has said who pays."""
    if accepted is None:
        return Verdict.MET, "nobody has said who pays"
    if PayerKind.PRIVATE_PAY in accepted:
        return Verdict.MET, "is paid by the family itself, as nobody has said who else pays"
    if not accepted:
        return Verdict.NOT_MET, "accepts nobody's pay"
    return Verdict.UNKNOWN, f"accepts {_names(accepted)}, and nobody has said who pays"


def for_payer(
    criterion: str, _: Professional, opening: Opening, __: tuple[str, ...], /
) -> Iterator[Remedy]:
    """Accepting the first of those who pay, or a family that can pay itself."""
    for payer in reckoned_payers(opening.client.payers)[:1]:
        text = f"they accept {_name(payer)}"
        yield Remedy(criterion=criterion, text=text, payer=payer)


def _name(kind: PayerKind, /) -> str:
    return "pay by the family itself" if kind is PayerKind.PRIVATE_PAY else in_words(kind.value)


def _names(kinds: "tuple[PayerKind, ...] | list[PayerKind]", /) -> str:
    return ", ".join(map(_name, kinds)) or "nobody"


def _values(kinds: tuple[PayerKind, ...], /) -> tuple[str, ...]:
    return tuple(one.value for one in kinds)


def most_an_hour(opening: Opening, /) -> Money | None:
    """The most that an hour may cost; `None`: no limit is named."""
    asked = opening.client.preferences
    return None if asked is None else asked.rate_limit


def at_rate(professional: Professional, opening: Opening, _: tuple[str, ...], /) -> Look:
    """Whether an hour costs no more than the client's limit; the cheaper, the more it earns."""
    limit, rate = most_an_hour(opening), professional.rate
    verdict, part = Verdict.UNKNOWN, _NOTHING
    if limit is None:
        verdict, text = Verdict.MET, "the client names no limit to what an hour costs"
        if opening.client.preferences is None:
            text = "nobody has said what an hour may cost"
    elif rate is None:
        text = f"nobody has said what an hour with them costs; at most {limit} is wanted"
    elif rate.currency != limit.currency:
        text = f"an hour costs {rate}, and the limit is in {limit.currency}"
    else:
        verdict, part = verdict_of(not limit.is_less_than(rate)), _below(rate, limit)
        text = f"an hour costs {rate}; at most {limit} is wanted"
    return Look(
        verdict=verdict,
        text=text,
        seen=(of_professional("rate", None if rate is None else (str(rate),)),),
        wanted=(
            Fact(
                name="an hour at most",
                seen=None if limit is None else str(limit),
                place="$client.preferences.rate_limit",
            ),
        ),
        sources=(_NO_LIMIT, _CHEAPER, _NO_CHANGE),
        part=part,
    )


def _below(rate: Money, limit: Money, /) -> tuple[int, int]:
    """How far a rate is below a limit, as a part of the limit."""
    if not limit.amount:
        return 1, 1
    part = 1 - Fraction(rate.amount) / Fraction(limit.amount)
    return part.numerator, part.denominator


def for_rate(
    criterion: str, _: Professional, opening: Opening, __: tuple[str, ...], /
) -> Iterator[Remedy]:
    """Costing what the client's limit is."""
    limit = most_an_hour(opening)
    if limit is not None:
        yield Remedy(criterion=criterion, text=f"an hour costs {limit} at most", rate=limit)
