"""The next round of offers: whom to ask, for which client, and until when."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import final

from attrs import field, frozen

from carecore.base.checks import each_of, require_instance
from carecore.base.fields import checked
from carecore.base.identity import (
    ClientId,
    ProfessionalId,
    RoleId,
    client_id,
    professional_id,
    role_id,
)
from carecore.base.reasons import at
from carecore.base.timing import require_day
from carecore.errors import CareError, InvalidValue
from carecore.matching.advise import refuse
from carecore.matching.allocations import Allocation
from carecore.matching.fits import counted
from carecore.matching.sharing import Bond
from carecore.matching.sharing_out import key_of
from carecore.matching.successions import CaseloadHandOver

__all__ = ["ProposedOffer", "next_offers"]


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ProposedOffer:
    """Whom to ask whether they take on a client.

    >>> ProposedOffer(
    ...     client_id="c-1",
    ...     role="care_manager",
    ...     professional_id="p-2",
    ...     answer_by=date(2026, 12, 1),
    ... ).place
    1

    Attributes:
        client_id: id of the client.
        role: id of the role.
        professional_id: id of whom to ask.
        answer_by: until which day an answer is awaited.
        place: as the how many-th they are asked for this client: 1 is the first.

    .. versionadded:: 0.1
    """

    client_id: ClientId = field(converter=client_id)
    role: RoleId = field(converter=role_id)
    professional_id: ProfessionalId = field(converter=professional_id)
    answer_by: date
    place: int = field(default=1, validator=counted)


def next_offers(
    answer: Allocation | CaseloadHandOver,
    /,
    *,
    answer_by: date,
    declined: Iterable[Bond] = (),
    accepted: Iterable[Bond] = (),
) -> tuple[ProposedOffer, ...]:
    """One offer for every client who is placed with somebody new, in the order of the answer.

    Nobody is asked for a client whom they have already, or said yes to.
    After a round, `allocate` or `hand_over_caseload` is asked again, with those who declined as
    `barred` and those who said yes as `pins`; the next round goes to whom that finds.
    Whoever may still answer is pinned, too, and stands in the next round again.
    A client who waits gets no offer, and stands in the answer with the reason.

    >>> from carecore.matching import STANDARD_POLICY
    >>> from carecore.matching.handing_over import hand_over_caseload
    >>> from carecore.people import Client, Professional
    >>> clients = [Client(id="c-1", setting="home_independent", needs=("visit_mother_weekly",))]
    >>> pool = [
    ...     Professional(id=key, roles=["care_manager"], caseload_limit=2, caseload=0)
    ...     for key in ("p-1", "p-2", "p-3")
    ... ]
    >>> given = {
    ...     "allocation": [Bond(client_id="c-1", role="care_manager", professional_id="p-1")],
    ...     "policy": STANDARD_POLICY.without("care_setting", "jurisdiction", "language"),
    ...     "as_of": date(2026, 12, 7),
    ... }
    >>> first = hand_over_caseload("p-1", clients, pool, **given)
    >>> for one in next_offers(first, answer_by=date(2026, 12, 1)):
    ...     print(one.client_id, one.professional_id, one.place)
    c-1 p-2 1
    >>> no = [Bond(client_id="c-1", role="care_manager", professional_id="p-2")]
    >>> second = hand_over_caseload("p-1", clients, pool, barred=no, **given)
    >>> for one in next_offers(second, answer_by=date(2026, 12, 4), declined=no):
    ...     print(one.client_id, one.professional_id, one.place)
    c-1 p-3 2

    Args:
        answer: who gets whom, or takes over whom.
        answer_by: until which day an answer is awaited.
        declined: who said no to whom, in all rounds so far.
        accepted: who said yes to whom, in all rounds so far.

    Raises:
        WrongType: if an argument has a type not taken here.
        InvalidValue: if a client is placed with somebody who declined, or not with who accepted:
            then it has to be shared out again first.
        ManyFaults: if several of these are so.

    .. versionadded:: 0.1
    """
    if isinstance(answer, CaseloadHandOver):
        answer = answer.shared_out
    found = require_instance(answer, Allocation, name="the answer")
    day = require_day(answer_by, name="answer_by")
    no, yes = each_of(declined, Bond), each_of(accepted, Bond)
    refuse([*_declined_faults(found, no), *_accepted_faults(found, yes)])
    agreed = set(yes)
    return tuple(
        ProposedOffer(
            client_id=one.client_id,
            role=one.role,
            professional_id=one.professional_id,
            answer_by=day,
            place=1 + len({other for other in no if key_of(other) == key_of(bond)}),
        )
        for one, bond in zip(found.placements, found.bonds, strict=True)
        if one.before != one.professional_id and bond not in agreed
    )


def _declined_faults(found: Allocation, declined: Iterable[Bond], /) -> Iterator[CareError]:
    placed = {(one.client_id, one.professional_id) for one in found.placements}
    for number, one in enumerate(declined):
        if (one.client_id, one.professional_id) in placed:
            what = f"{one.client_id!r} is placed with {one.professional_id!r}, who declined"
            advice = "Maybe share out again with barred=declined"
            yield InvalidValue(what, place=at("$declined", number), advice=advice)


def _accepted_faults(found: Allocation, accepted: Iterable[Bond], /) -> Iterator[CareError]:
    placed = set(found.bonds)
    for number, one in enumerate(accepted):
        if one not in placed:
            what = f"{one.professional_id!r} said yes to {one.client_id!r}, who is not placed there"
            advice = "Maybe share out again with pins=accepted"
            yield InvalidValue(what, place=at("$accepted", number), advice=advice)
