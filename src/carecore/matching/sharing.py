"""Sharing: what it costs to keep a client waiting, to break a bond, and to load people unevenly."""

from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text, whole_number
from carecore.base.fields import checked
from carecore.base.identity import (
    ClientId,
    ProfessionalId,
    RoleId,
    client_id,
    professional_id,
    role_id,
)
from carecore.matching.fits import counted

__all__ = ["STANDARD_SHARING", "Bond", "Sharing"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Bond:
    """Who serves a client in a role, as things stand.

    >>> Bond(client_id="c-1", role="care_manager", professional_id="p-1").professional_id
    'p-1'

    Attributes:
        client_id: id of the client.
        role: id of the role.
        professional_id: id of the professional.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId = field(converter=role_id)
    professional_id: ProfessionalId = field(converter=professional_id)


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Sharing:
    """What counts besides fit when clients are shared out, in points of cost.

    The cost of a pair is how far its score stays below the best score that the policy can give,
    with the numbers of the score read as one: a point of an earlier tier outweighs all later ones.
    The prices stand beside that.

    >>> STANDARD_SHARING.label
    'standard sharing, version 2'

    Attributes:
        name: its name.
        version: its version.
        waiting: what it costs to leave one caseload point waiting; `None`: more than all else
            together, so that as many points as possible are placed.
        broken_bond: what it costs if a client changes hands.
        evenness: how much an even load counts: so many points for a caseload that is filled from
            nothing to its limit, rising with each point of it.

    .. versionadded:: 0.1
    """

    name: str = field(validator=filled_text)
    version: str = field(default="1", validator=filled_text)
    waiting: int | None = field(default=None, validator=whole_number)
    broken_bond: int = field(default=0, validator=counted)
    evenness: int = field(default=0, validator=counted)

    @property
    def label(self) -> str:
        """Name and version, as answers name it."""
        return f"{self.name}, version {self.version}"


STANDARD_SHARING: Final = Sharing(
    name="standard sharing", version="2", broken_bond=250, evenness=20
)
"""As many as possible placed, then few changes, then fit with some evenness; our own choice.

A change costs more than all that the later tiers of the standard policy can earn together; whom a
client wishes for counts in its first tier, and is worth a change.

.. versionadded:: 0.1
"""
