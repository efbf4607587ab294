"""By how much one person of a ranking comes before the next."""

from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from carecore.base.fields import checked
from carecore.base.identity import ProfessionalId, professional_id
from carecore.base.plan_ids import optional_professional_id
from carecore.matching.fits import Fit, Judgement

__all__ = ["Margin", "is_before", "margins_of", "soft_pairs"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Margin:
    """How far somebody who fits is from whoever comes next, and from whoever comes before.

    Scores are compared number by number, so the first difference that is not 0 decides; those after
    it can be on the other side.

    >>> margin = Margin(professional_id="p-2", ahead_of="p-3", ahead=(0, 3, -1))
    >>> margin.decided_in, margin.is_level, margin.behind_whom
    (2, False, None)

    Attributes:
        professional_id: id of the professional.
        ahead_of: id of whoever comes next; `None`: nobody does.
        ahead: points ahead of them, number by number.
        behind_whom: id of whoever comes before; `None`: nobody does.
        behind: points behind them, number by number.

    .. versionadded:: 0.1
    """

    professional_id: ProfessionalId = field(converter=professional_id)
    ahead_of: ProfessionalId | None = field(default=None, converter=optional_professional_id)
    ahead: tuple[int, ...] = ()
    behind_whom: ProfessionalId | None = field(default=None, converter=optional_professional_id)
    behind: tuple[int, ...] = ()

    @property
    def decided_in(self) -> int | None:
        """In which number of the score, counted from 1, they are ahead of whoever comes next.

        `None` if nobody comes next, or only the order of the ids decides.
        """
        numbers = enumerate(self.ahead, start=1)
        return next((number for number, points in numbers if points), None)

    @property
    def is_level(self) -> bool:
        """Whether only the order of the ids puts them ahead of whoever comes next."""
        return self.ahead_of is not None and self.decided_in is None


def margins_of(fits: Iterable[Fit], /) -> tuple[Margin, ...]:
    """The margin of each of *fits*, the best of which comes first."""
    known = tuple(fits)
    return tuple(map(_margin, known, (None, *known), (*known[1:], None)))


def _margin(one: Fit, before: Fit | None, after: Fit | None, /) -> Margin:
    return Margin(
        professional_id=one.professional_id,
        ahead_of=None if after is None else after.professional_id,
        ahead=() if after is None else _less(one, after),
        behind_whom=None if before is None else before.professional_id,
        behind=() if before is None else _less(before, one),
    )


def _less(one: Fit, other: Fit, /) -> tuple[int, ...]:
    return tuple(left - right for left, right in zip(one.score, other.score, strict=False))


def is_before(one: Fit, other: Fit, /) -> bool:
    """Whether *one* comes before *other* where both fit: by score, then by id."""
    return (one.score, other.professional_id) > (other.score, one.professional_id)


def soft_pairs(one: Fit, other: Fit, /) -> tuple[tuple[Judgement, Judgement], ...]:
    """What each soft criterion says of *one*, and of *other*; those that speak of both."""
    theirs = {each.criterion: each for each in other.soft}
    return tuple((each, theirs[each.criterion]) for each in one.soft if each.criterion in theirs)
