"""What an allocation makes of one professional's caseload."""

from typing import final

from attrs import field, frozen

from carecore.base.fields import checked
from carecore.base.identity import ClientId, ProfessionalId, professional_id
from carecore.base.parts import Bar
from carecore.base.plan_ids import client_ids
from carecore.matching.fits import counted
from carecore.matching.looks import points_wanted
from carecore.matching.openings import Opening
from carecore.people import Professional

__all__ = ["Load", "load_with"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Load:
    """The caseload of one professional, before and after.

    >>> load = Load(professional_id="p-1", limit=20, held=12, taken=3, clients=("c-1", "c-2"))
    >>> load.points, load.per_mille
    (15, 750)

    Attributes:
        professional_id: id of the professional.
        limit: how many caseload points they take on that day; `None`: unknown.
        held: caseload points they hold besides these clients; `None`: unknown.
        taken: caseload points of the clients placed with them.
        is_absent: whether they are away or have no hours: absent is not idle.
        clients: ids of these clients.

    .. versionadded:: 0.1
    """

    professional_id: ProfessionalId = field(converter=professional_id)
    limit: int | None = None
    held: int | None = None
    taken: int = field(default=0, validator=counted)
    is_absent: bool = False
    clients: tuple[ClientId, ...] = field(default=(), converter=client_ids)

    @property
    def points(self) -> int:
        """All caseload points they hold, as far as they are known."""
        return (self.held or 0) + self.taken

    @property
    def per_mille(self) -> int | None:
        """How full they are, in thousandths of the limit; `None` if that cannot be told.

        Somebody who is absent is not idle, and has no such number.
        """
        if self.is_absent or self.held is None or not self.limit:
            return None
        return 1000 * self.points // self.limit

    @property
    def bar(self) -> Bar:
        """The same to be drawn."""
        notes = [f"{len(self.clients)} of these clients"] if self.clients else []
        notes += ["absent"] if self.is_absent else []
        notes += ["limit not known"] if self.limit is None else []
        limit = self.points if self.limit is None else self.limit
        note = ", ".join(notes)
        return Bar(self.professional_id, value=self.points, maximum=limit, note=note)


def load_with(opening: Opening, professional: Professional, /) -> Load:
    """The caseload of *professional* once the client of *opening* is theirs."""
    return Load(
        professional_id=professional.id,
        limit=professional.limit_on(opening.as_of),
        held=professional.caseload,
        taken=points_wanted(opening),
        is_absent=professional.is_absent(as_of=opening.as_of),
        clients=(opening.client.id,),
    )
