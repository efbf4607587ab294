"""What a client's needs demand: duties, each with the credentials its holder must have."""

from collections.abc import Iterator
from typing import final

from attrs import frozen

from carecore.base.identity import CredentialId, DutyId, NeedId
from carecore.base.reasons import at
from carecore.catalogue import Catalogue
from carecore.duties import Duty
from carecore.errors import CareError, ManyFaults, UnknownId
from carecore.people import Client

__all__ = ["Demand", "contradictions_of", "demands_of"]


@final
@frozen(kw_only=True, weakref_slot=False)
class Demand:
    """One duty that is needed.

    Attributes:
        duty: the duty.
        needs: ids of the needs it answers; empty where the needs are not known yet.
        gates: for each, the ids of credentials of which the holder must have one.
    """

    duty: Duty
    needs: tuple[NeedId, ...]
    gates: tuple[tuple[CredentialId, ...], ...]


def demands_of(client: Client, catalogue: Catalogue, /) -> tuple[Demand, ...]:
    """The duties that *client* needs, in the order of the needs.

    Where nobody has asked for the needs, what is needed is an assessment (carecore's own choice).

    Raises:
        UnknownId: if a need, or the care setting, is not in the catalogue.
        ManyFaults: if several are not.
    """
    _check_ids(client, catalogue)
    if client.needs is None:
        first = (duty for duty in catalogue.duties if duty.comes_first)
        return tuple(Demand(duty=duty, needs=(), gates=_gates(duty)) for duty in first)
    asked: dict[DutyId, list[NeedId]] = {}
    extra: dict[DutyId, dict[tuple[CredentialId, ...], None]] = {}
    for need in map(catalogue.need, client.needs):
        for duty_id in need.duties:
            asked.setdefault(duty_id, []).append(need.id)
            gates = extra.setdefault(duty_id, {})
            if need.credentials:
                gates[need.credentials] = None
    return tuple(
        Demand(duty=duty, needs=tuple(needs), gates=(*_gates(duty), *extra[duty.id]))
        for duty, needs in ((catalogue.duty(duty_id), needs) for duty_id, needs in asked.items())
    )


def contradictions_of(client: Client, catalogue: Catalogue, /) -> tuple[tuple[NeedId, NeedId], ...]:
    """The pairs of *client*'s needs that cannot be answered together, in order."""
    needs = tuple(map(catalogue.need, client.needs or ()))
    return tuple(
        (left.id, right.id)
        for index, left in enumerate(needs)
        for right in needs[index + 1 :]
        if right.id in left.contradicts or left.id in right.contradicts
    )


def _gates(duty: Duty, /) -> tuple[tuple[CredentialId, ...], ...]:
    return (duty.licences,) if duty.licences else ()


def _check_ids(client: Client, catalogue: Catalogue, /) -> None:
    faults = list(_unknown_ids(client, catalogue))
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ManyFaults(f"{len(faults)} ids of client {client.id!r} are unknown", faults)


def _unknown_ids(client: Client, catalogue: Catalogue, /) -> Iterator[CareError]:
    for index, need in enumerate(client.needs or ()):
        try:
            catalogue.need(need)
        except UnknownId as fault:
            yield fault.below(at("$", "needs", index))
    if client.setting is not None:
        try:
            catalogue.care_setting(client.setting)
        except UnknownId as fault:
            yield fault.below(at("$", "setting"))
