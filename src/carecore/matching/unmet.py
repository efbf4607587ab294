"""Why nobody holds what is demanded."""

from collections.abc import Iterable

from carecore.base.identity import in_words
from carecore.catalogue import Catalogue
from carecore.matching.demands import Demand
from carecore.matching.seats import Seat, is_elsewhere
from carecore.people import Client
from carecore.roles import Holding, Role

__all__ = ["unmet_because"]


def unmet_because(
    demand: Demand, client: Client, seats: Iterable[Seat], catalogue: Catalogue, /
) -> str:
    """Why nobody holds what is demanded, in words: for each role that may, what stands against it.

    Args:
        demand: what nobody holds.
        client: for whom.
        seats: every seat the client could have.
        catalogue: what the field knows.
    """
    duty = demand.duty
    if duty.for_incapacity and client.has_decision_capacity is not False:
        known = "is not known to lack" if client.has_decision_capacity is None else "has"
        return f"the client {known} the capacity to decide, and decides"
    if is_elsewhere(demand, client):
        return "it is owed in other care settings only"
    able = [role for role in catalogue.roles if role.holding(duty.id) is not Holding.OUTSIDE]
    had = tuple(seats)
    told = (f"{role.name}: {_why_not(role, demand, client, had)}" for role in able)
    return "; ".join(told) or "no role of the catalogue may hold it"


def _why_not(role: Role, demand: Demand, client: Client, seats: tuple[Seat, ...], /) -> str:
    own = [seat for seat in seats if seat.role.id == role.id]
    if not own:
        return _why_not_had(role, client)
    bars = [seat.exclusion(demand.duty.id) for seat in own]
    free = [seat for seat, bar in zip(own, bars, strict=True) if bar is None]
    if not free:
        return next(bar.because for bar in bars if bar is not None)
    if all(seat.holding(demand) is Holding.OUTSIDE for seat in free):
        return "whoever it is, they are not licensed for it"
    return "nobody in reach fits"


def _why_not_had(role: Role, client: Client, /) -> str:
    if client.setting is None and any(way.settings is not None for way in role.engagements):
        return "comes with some care settings, and nobody has said where the client is"
    here = [
        way for way in role.engagements if way.settings is None or client.setting in way.settings
    ]
    payers = dict.fromkeys(in_words(kind.value) for way in here for kind in way.payers)
    if payers:
        return f"to be had only where this pays: {', '.join(payers)}"
    return "does not come to this care setting"
