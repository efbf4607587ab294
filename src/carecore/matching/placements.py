"""One client in an allocation: placed with somebody, or waiting for a reason."""

from enum import Enum
from typing import final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import (
    ClientId,
    ProfessionalId,
    RoleId,
    client_id,
    professional_id,
    role_id,
)
from carecore.base.plan_ids import (
    client_ids,
    optional_professional_id,
    optional_role_id,
    professional_ids,
)
from carecore.matching.fits import counted

__all__ = ["Obstacle", "Placement", "Unplaced", "UnplacedBecause"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Placement:
    """A client who is placed.

    >>> placed = Placement(
    ...     client_id="c-1", role="care_manager", professional_id="p-2", points=2, before="p-1"
    ... )
    >>> placed.is_change
    True

    Attributes:
        client_id: id of the client.
        role: id of the role.
        professional_id: id of the professional.
        points: how much of a caseload the client takes up.
        score: the points of the soft criteria, tier by tier, as in a ranking.
        admitted: ids of the hard criteria that are unknown, and let pass by the policy: the mark.
        before: id of who had the client before; `None`: nobody.
        runner_up: id of whom the client would come to next; `None`: nobody, the client would wait.
        margin: at least so much dearer the whole would be with the runner-up; `None`: nowhere else
            could the client be placed, or it cannot be told.
        together: ids of the clients who come to the same professional, because they have to.
        apart: ids of the clients who come to another, because they have to.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId = field(converter=role_id)
    professional_id: ProfessionalId = field(converter=professional_id)
    points: int = field(default=1, validator=counted)
    score: tuple[int, ...] = ()
    admitted: tuple[str, ...] = ()
    before: ProfessionalId | None = field(default=None, converter=optional_professional_id)
    runner_up: ProfessionalId | None = field(default=None, converter=optional_professional_id)
    margin: int | None = None
    together: tuple[ClientId, ...] = field(default=(), converter=client_ids)
    apart: tuple[ClientId, ...] = field(default=(), converter=client_ids)

    @property
    def is_change(self) -> bool:
        """Whether the client changes hands."""
        return self.before is not None and self.before != self.professional_id


class UnplacedBecause(Enum):
    """Why a client waits.

    .. versionadded:: 0.1
    """

    NO_ROLE = "no_role"
    NOBODY_FITS = "nobody_fits"
    NOT_KNOWN = "not_known"
    NO_ROOM = "no_room"
    COSTS_MORE = "costs_more"
    TOGETHER = "together"
    APART = "apart"


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Obstacle:
    """One hard criterion that stands between a client and a pool.

    >>> Obstacle(criterion="language", failing=7, alone=("p-3",)).alone
    ('p-3',)

    Attributes:
        criterion: id of the criterion.
        failing: of how many it is not met.
        unknown: of how many it is unknown, and not let pass.
        alone: ids of those whom nothing else bars; with this changed, they would fit.

    .. versionadded:: 0.1
    """

    criterion: str = field(validator=filled_text)
    failing: int = field(default=0, validator=counted)
    unknown: int = field(default=0, validator=counted)
    alone: tuple[ProfessionalId, ...] = field(default=(), converter=professional_ids)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Unplaced:
    """A client who waits, and why.

    Attributes:
        client_id: id of the client.
        role: id of the role; `None`: nobody has to be engaged for the client.
        points: how much of a caseload the client takes up.
        because: why.
        text: the same in words.
        fitting: how many fit.
        undecided: of how many it is not known whether they fit.
        obstacles: the hard criteria that somebody fails, in the order of the policy.
        before: id of who had the client before; `None`: nobody.
        together: ids of the clients with whom it stays together.
        apart: ids of the clients from whom it is kept apart.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId | None = field(default=None, converter=optional_role_id)
    points: int = field(default=1, validator=counted)
    because: UnplacedBecause
    text: str = field(validator=filled_text)
    fitting: int = field(default=0, validator=counted)
    undecided: int = field(default=0, validator=counted)
    obstacles: tuple[Obstacle, ...] = ()
    before: ProfessionalId | None = field(default=None, converter=optional_professional_id)
    together: tuple[ClientId, ...] = field(default=(), converter=client_ids)
    apart: tuple[ClientId, ...] = field(default=(), converter=client_ids)
