"""What is to be filled: one role for one client on one day, and what that asks of people."""

from datetime import date
from functools import cached_property
from typing import final

from attrs import field, frozen

from carecore.base.fields import checked
from carecore.base.identity import DutyId, RoleId, role_id
from carecore.base.privacy import PrivateRepr
from carecore.catalogue import STANDARD, Catalogue
from carecore.matching.decision import decide
from carecore.matching.demands import Demand
from carecore.matching.reach import Gates
from carecore.matching.seats import is_open_demand
from carecore.matching.situation import Situation
from carecore.people import Client, Team
from carecore.roles import Holding, Role
from carecore.travel import Journey

__all__ = ["Opening", "take_as_asked", "tightest"]


@final
@frozen(kw_only=True, weakref_slot=False, repr=False, field_transformer=checked)
class Opening(PrivateRepr):
    """One role that is to be filled for one client, as of one day.

    >>> client = Client(id="c-17", setting="acute_ward", needs=("fly_home_with_nurse",))
    >>> opening = Opening(client=client, role="care_manager", as_of=date(2026, 11, 23))
    >>> opening.duties
    ('accompany_travel', 'bring_home_from_hospital')
    >>> opening.licences
    (('rn', 'aprn'),)

    Attributes:
        client: whom it is for.
        role: id of the role.
        as_of: the day, in the client's calendar.
        team: who is there already; `None`: not known.
        journey: the journey on which somebody goes along; `None`: not known, or there is none.
        catalogue: what the field knows.

    .. versionadded:: 0.1
    """

    client: Client
    role: RoleId = field(converter=role_id)
    as_of: date
    team: Team | None = None
    journey: Journey | None = None
    catalogue: Catalogue = STANDARD

    def __repr__(self) -> str:
        """Which role, for whom, and when."""
        role = str(self.role)
        return f"<Opening {role!r} for {self.client!r} as of {self.as_of.isoformat()}>"

    @property
    def duties(self) -> tuple[DutyId, ...]:
        """Ids of the duties that the client's needs ask of the role.

        Raises:
            UnknownId: if the role, a need or the care setting is not in the catalogue.
        """
        return tuple(demand.duty.id for demand in self.asked)

    @cached_property
    def licences(self) -> Gates:
        """For each, the ids of licences of which whoever fills it needs one; the tightest only.

        Raises:
            UnknownId: if the role, a need or the care setting is not in the catalogue.
        """
        return tightest(self.asked)

    @cached_property
    def entry(self) -> Role:
        """The role itself.

        Raises:
            UnknownId: if the catalogue does not have it.
        """
        return self.catalogue.role(self.role)

    @cached_property
    def asked(self) -> tuple[Demand, ...]:
        """What the client's needs ask of the role, as `advise_roles` shares it out.

        Where the advice has no place for the role, it is what is typical of the role, or else what
        it may hold; empty where it may hold nothing of what is needed.

        Raises:
            UnknownId: if the role, a need or the care setting is not in the catalogue.
        """
        role = self.entry
        situation = Situation(self.client, self.team)
        decision = decide(situation, self.catalogue, as_of=self.as_of)
        own = (one for one in decision.taken if one.seat.role.id == role.id)
        taken = tuple(demand for one in own for demand in (*one.holds, *one.unreached))
        if taken:
            return taken
        able = tuple(one for one in decision.demands if self._could_hold(one))
        typical = tuple(one for one in able if role.holding(one.duty.id) is Holding.TYPICAL)
        return typical or able

    @property
    def is_needed(self) -> bool:
        """Whether anything at all is asked of anybody; where nobody asked yet, an assessment is."""
        return self.client.needs is None or bool(self.client.needs)

    def _could_hold(self, demand: Demand, /) -> bool:
        role = self.entry
        if not is_open_demand(demand, self.client):
            return False
        licensed = all(not set(gate).isdisjoint(role.licences) for gate in demand.gates)
        return licensed and role.holding(demand.duty.id) is not Holding.OUTSIDE


def take_as_asked(opening: Opening, asked: tuple[Demand, ...], /) -> None:
    """Spare *opening* the work: what is *asked* is known from one in the same situation."""
    # A frozen value takes no assignment, and what is worked out is no part of it.
    object.__setattr__(opening, "asked", asked)


def tightest(demands: tuple[Demand, ...], /) -> Gates:
    """The gates of *demands*, each once, without those that a tighter one answers.

    >>> tightest(())
    ()
    """
    gates = tuple(dict.fromkeys(gate for demand in demands for gate in demand.gates))
    return tuple(gate for gate in gates if not any(set(one) < set(gate) for one in gates))
