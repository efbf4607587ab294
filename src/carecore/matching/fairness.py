"""How evenly caseloads are filled, in relation to what each professional takes on."""

from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from carecore.base.checks import each_of
from carecore.base.fields import checked
from carecore.errors import WrongType, described
from carecore.matching.fits import counted
from carecore.matching.loads import Load

__all__ = ["Fairness", "fairness_of"]


def _ascending(values: Iterable[int], /) -> tuple[int, ...]:
    numbers = each_of(values, int)
    return tuple(sorted(numbers))


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Fairness:
    """How full caseloads are, in thousandths of their limits; whoever is absent is not idle.

    >>> fairness = Fairness(filled=[400, 1000, 700, 750], absent=1)
    >>> fairness.least, fairness.median, fairness.most, fairness.spread
    (400, 725, 1000, 600)
    >>> fairness.below(700)
    1

    Attributes:
        filled: how full each caseload is, in thousandths of its limit, ascending.
        absent: how many are away or have no hours; they are not counted as empty.
        not_told: of how many it cannot be told, because a limit or a caseload is not known.

    .. versionadded:: 0.1
    """

    filled: tuple[int, ...] = field(default=(), converter=_ascending)
    absent: int = field(default=0, validator=counted)
    not_told: int = field(default=0, validator=counted)

    @property
    def least(self) -> int | None:
        """How full the emptiest caseload is; `None`: there is none."""
        return self.filled[0] if self.filled else None

    @property
    def most(self) -> int | None:
        """How full the fullest caseload is; `None`: there is none."""
        return self.filled[-1] if self.filled else None

    @property
    def median(self) -> int | None:
        """Half of the caseloads are no fuller, rounded down; `None`: there is none."""
        if not self.filled:
            return None
        middle = len(self.filled) // 2
        return sum(self.filled[(len(self.filled) - 1) // 2 : middle + 1]) // (
            2 - len(self.filled) % 2
        )

    @property
    def spread(self) -> int | None:
        """How far the fullest and the emptiest are apart; `None`: there is none."""
        return self.filled[-1] - self.filled[0] if self.filled else None

    def below(self, share: int, /) -> int:
        """How many caseloads are filled less than so many thousandths.

        Raises:
            WrongType: if it is no whole number.
        """
        if type(share) is not int:
            what = f"the share is {described(share)}"
            raise WrongType(what, advice="Maybe 700, for seven tenths")
        return sum(one < share for one in self.filled)

    @property
    def text(self) -> str:
        """The same in words."""
        rest = f"{self.absent} absent, who are not idle; of {self.not_told} it cannot be told"
        if not self.filled:
            return f"How full caseloads are cannot be told; {rest}."
        full = f"from {self.least} to {self.most} thousandths of the limit, median {self.median}"
        return f"Filled {full}; {rest}."


def fairness_of(loads: Iterable[Load], /) -> Fairness:
    """How evenly *loads* are filled."""
    told = tuple(loads)
    shares = [one.per_mille for one in told]
    absent = sum(one.is_absent for one in told)
    filled = [one for one in shares if one is not None]
    return Fairness(filled=filled, absent=absent, not_told=len(told) - absent - len(filled))
