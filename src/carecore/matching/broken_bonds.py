"""Why a client changes hands: no bond is broken without a reason and a price."""

from enum import Enum
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import whole_number
from carecore.base.fields import checked
from carecore.base.identity import (
    ClientId,
    ProfessionalId,
    RoleId,
    client_id,
    in_words,
    professional_id,
    role_id,
)
from carecore.base.plan_ids import optional_professional_id
from carecore.matching.fits import counted

__all__ = ["BrokenBecause", "BrokenBond"]


class BrokenBecause(Enum):
    """Why a client does not stay with whom they had.

    .. versionadded:: 0.1
    """

    GONE = "gone"
    DOES_NOT_FIT = "does_not_fit"
    BARRED = "barred"
    PINNED_ELSEWHERE = "pinned_elsewhere"
    NO_ROOM = "no_room"
    COSTS_LESS = "costs_less"
    NOT_TOLD = "not_told"


_REASONS: Final = {
    BrokenBecause.GONE: "{before} is not in the pool",
    BrokenBecause.DOES_NOT_FIT: "{before} does not fit: {criteria}",
    BrokenBecause.BARRED: "{before} is barred",
    BrokenBecause.PINNED_ELSEWHERE: "the client is pinned elsewhere",
    BrokenBecause.NO_ROOM: "{dearer}, because {before} has no room for all",
    BrokenBecause.COSTS_LESS: "{dearer}",
    BrokenBecause.NOT_TOLD: "it was shared out without a word of who had whom",
}

_FORCED: Final = {
    BrokenBecause.GONE,
    BrokenBecause.DOES_NOT_FIT,
    BrokenBecause.BARRED,
    BrokenBecause.PINNED_ELSEWHERE,
}


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class BrokenBond:
    """One client who had somebody and has somebody else now, or waits: why, and at what price.

    >>> broken = BrokenBond(
    ...     client_id="c-1",
    ...     role="care_manager",
    ...     before="p-1",
    ...     after="p-2",
    ...     because=BrokenBecause.COSTS_LESS,
    ...     price=100,
    ...     saves=40,
    ... )
    >>> broken.text
    'c-1 goes from p-1 to p-2: to stay would cost at least 40 more'

    Attributes:
        client_id: id of the client.
        role: id of the role.
        before: id of who had the client.
        after: id of who has the client now; `None`: nobody, the client waits.
        because: why.
        criteria: ids of the hard criteria by which whoever had the client does not fit any more.
        price: what the broken bond itself costs.
        saves: at least so much dearer all would be if the client stayed, the price of the bond
            spared; `None`: the client cannot stay, or it is not told.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId = field(converter=role_id)
    before: ProfessionalId = field(converter=professional_id)
    after: ProfessionalId | None = field(default=None, converter=optional_professional_id)
    because: BrokenBecause
    criteria: tuple[str, ...] = ()
    price: int = field(default=0, validator=counted)
    saves: int | None = field(default=None, validator=whole_number)

    @property
    def is_forced(self) -> bool:
        """Whether the client could not stay at all, whatever it costs."""
        return self.because in _FORCED

    @property
    def reason(self) -> str:
        """Why, in words."""
        dearer = f"to stay would cost at least {self.saves} more"
        if not self.saves:
            dearer = "to stay would cost as much or more"
        return _REASONS[self.because].format(
            before=self.before, criteria=", ".join(map(in_words, self.criteria)), dearer=dearer
        )

    @property
    def text(self) -> str:
        """What happens and why, in words."""
        where = "and waits" if self.after is None else f"to {self.after}"
        return f"{self.client_id} goes from {self.before} {where}: {self.reason}"
