"""Handing a caseload over: on leave, on leaving for good, and when somebody changes roles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from carecore.base.checks import require_instance
from carecore.base.identity import ProfessionalId, RoleId, professional_id, role_id
from carecore.base.lookups import near_ids
from carecore.base.plan_ids import GateId
from carecore.base.timing import require_day
from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import CareError, UnknownId
from carecore.matching.advise import pool_faults, refuse
from carecore.matching.allocations import Allocation
from carecore.matching.policies import STANDARD_POLICY, Policy
from carecore.matching.sharing import STANDARD_SHARING, Bond, Sharing
from carecore.matching.sharing_out import (
    Question,
    all_at,
    bond_faults,
    holding,
    in_turn,
    key_of,
    share_out,
)
from carecore.matching.successions import CaseloadHandOver, Succession
from carecore.matching.wanted import Wanted, Wishes, client_faults
from carecore.people import Client, Professional, Team
from carecore.record import EventKind, EventSign
from carecore.transitions import Gate, Transition, gates_for

__all__ = ["hand_over_caseload"]


def hand_over_caseload(  # noqa: PLR0913 # what a hand-over may know
    leaver: str,
    clients: Iterable[Client],
    pool: Iterable[Professional],
    /,
    *,
    allocation: Allocation | Iterable[Bond],
    role: str | None = None,
    policy: Policy = STANDARD_POLICY,
    sharing: Sharing = STANDARD_SHARING,
    as_of: date,
    last_day: date | None = None,
    caseloads_hold_previous: bool = False,
    pins: Iterable[Bond] = (),
    barred: Iterable[Bond] = (),
    teams: Iterable[Team] = (),
    rotation: int = 0,
    catalogue: Catalogue = STANDARD,
) -> CaseloadHandOver:
    """Who takes over whom when somebody leaves, goes on leave or gives up a role.

    The clients of the leaver are shared out as `allocate` does it, each in the role in which the
    leaver has them; everybody else keeps whom they have.
    Whom the leaver has without standing among the *clients* is named as missing.
    The leaver is left out of the pool.
    The order of clients and pool makes no difference.

    >>> clients = [
    ...     Client(id=key, setting="home_independent", needs=("visit_mother_weekly",))
    ...     for key in ("c-1", "c-2", "c-3")
    ... ]
    >>> pool = [
    ...     Professional(id=key, roles=["care_manager"], caseload_limit=2, caseload=0)
    ...     for key in ("p-1", "p-2")
    ... ]
    >>> had = [
    ...     Bond(client_id="c-1", role="care_manager", professional_id="p-1"),
    ...     Bond(client_id="c-2", role="care_manager", professional_id="p-1"),
    ...     Bond(client_id="c-3", role="care_manager", professional_id="p-2"),
    ... ]
    >>> handed_over = hand_over_caseload(
    ...     "p-1",
    ...     clients,
    ...     pool,
    ...     allocation=had,
    ...     policy=STANDARD_POLICY.without("care_setting", "jurisdiction", "language"),
    ...     as_of=date(2026, 12, 1),
    ...     last_day=date(2026, 12, 4),
    ... )
    >>> [(one.client_id, one.successor, one.overlap_days) for one in handed_over.successions]
    [('c-1', 'p-2', 4), ('c-2', None, 0)]
    >>> [(one.client_id, one.text) for one in handed_over.unplaced]
    [('c-2', '1 fits, and all their places are taken')]
    >>> [(one.client_id, one.professional_id) for one in handed_over.bonds]
    [('c-1', 'p-2'), ('c-3', 'p-2')]

    Args:
        leaver: id of who gives clients up.
        clients: the clients of the leaver; others are looked at for the points they take up.
        pool: everybody who could take over.
        allocation: who has whom.
        role: id of the role that the leaver gives up; left out, all.
        policy: which criteria are asked.
        sharing: what counts besides fit.
        as_of: the first day of those who take over.
        last_day: the last day on which the leaver serves; `None`: unknown.
        caseloads_hold_previous: whether the caseloads in the pool count the points of the
            allocation already; else those whom somebody keeps are counted besides: as their
            client says, or the allocation, or one point where neither is known.
        pins: who has to come to whom.
        barred: who may not come to whom, such as one who declined; the role makes no difference.
        teams: the teams that are known, each of one client.
        rotation: who comes first where all else is level: people stand in the order of their
            ids, turned by so many places, so that it does not always fall on the same.
        catalogue: what the field knows.

    Raises:
        WrongType: if an argument has a type not taken here.
        UnknownId: if the allocation does not know the leaver, the catalogue does not have the
            role or an id that somebody refers to, or a pinned professional is not in the pool.
        InvalidValue: if somebody or a bond stands twice, a pinned pair does not fit, or more
            clients are pinned to somebody than have room.
        ManyFaults: if several of these are so.

    .. versionadded:: 0.1
    """
    require_instance(policy, Policy, name="the policy", advice="Maybe STANDARD_POLICY")
    require_instance(sharing, Sharing, name="the sharing", advice="Maybe STANDARD_SHARING")
    require_instance(catalogue, Catalogue, name="the catalogue")
    require_instance(rotation, int, name="the rotation", advice="Maybe 0")
    require_instance(
        caseloads_hold_previous, bool, name="caseloads_hold_previous", advice="Maybe True"
    )
    who = professional_id(leaver)
    given_up = None if role is None else role_id(role)
    day = require_day(as_of)
    last = None if last_day is None else require_day(last_day, name="the last day")
    panel, people = all_at("$clients", clients, Client), all_at("$pool", pool, Professional)
    known, fixed = all_at("$teams", teams, Team), all_at("$pins", pins, Bond)
    apart = all_at("$barred", barred, Bond)
    bonds = allocation.bonds if isinstance(allocation, Allocation) else allocation
    former = all_at("$allocation", bonds, Bond)
    refuse(
        [
            *client_faults(panel, known, catalogue),
            *pool_faults(people, catalogue),
            *bond_faults("$allocation", former),
            *bond_faults("$pins", fixed),
            *_role_faults(former, given_up, catalogue),
            *_leaver_faults(who, former, allocation),
        ]
    )
    theirs: list[Bond] = []
    kept: list[Bond] = []
    for one in sorted(former, key=key_of):
        is_given_up = one.professional_id == who and given_up in {None, one.role}
        (theirs if is_given_up else kept).append(one)
    by_id = {str(one.id): one for one in panel}
    by_client = {str(one.client_id): one for one in known}
    wishes = Wishes(catalogue, day)
    wanted = [
        wishes.wanted_as(one.role, by_id[one.client_id], by_client.get(one.client_id))
        for one in theirs
        if one.client_id in by_id
    ]
    stay = in_turn([one for one in people if one.id != who], rotation)
    if not caseloads_hold_previous:
        stay = holding(stay, _held(kept, by_id, allocation, day), sign=1)
    found = share_out(
        Question(
            wanted=wanted,
            people=stay,
            policy=policy,
            sharing=sharing,
            as_of=day,
            before={key_of(one): str(one.professional_id) for one in theirs},
            pins=fixed,
            barred=apart,
        )
    )
    return CaseloadHandOver(
        leaver=who,
        role=given_up,
        as_of=day,
        last_day=last,
        successions=tuple(_successions(wanted, found, last, catalogue)),
        missing=tuple(one for one in theirs if one.client_id not in by_id),
        kept=tuple(kept),
        shared_out=found,
    )


def _role_faults(
    bonds: Sequence[Bond], role: RoleId | None, catalogue: Catalogue, /
) -> Iterator[CareError]:
    asked = {one.role: f"$allocation[{number}].role" for number, one in enumerate(bonds)}
    asked |= {} if role is None else {role: "$role"}
    for key, place in asked.items():
        try:
            catalogue.role(key)
        except CareError as fault:
            yield fault.below(place)


def _leaver_faults(
    leaver: ProfessionalId, bonds: Sequence[Bond], allocation: object, /
) -> Iterator[CareError]:
    known = {str(one.professional_id) for one in bonds}
    if isinstance(allocation, Allocation):
        known |= {str(one.professional_id) for one in allocation.loads}
    if leaver not in known:
        near = near_ids(leaver, sorted(known))
        yield UnknownId("professional", leaver, near=near, place="$leaver")


def _held(
    kept: Iterable[Bond], clients: Mapping[str, Client], allocation: object, day: date, /
) -> Counter[str]:
    """How many points the bonds that are kept take up that day, by professional."""
    told: dict[tuple[str, str], int] = {}
    if isinstance(allocation, Allocation):
        told = {(one.client_id, one.role): one.points for one in allocation.placements}
    held = Counter[str]()
    for one in kept:
        client = clients.get(one.client_id)
        points = None if client is None else client.points_on(day)
        held[one.professional_id] += told.get(key_of(one), 1) if points is None else points
    return held


def _successions(
    wanted: Iterable[Wanted], found: Allocation, last_day: date | None, catalogue: Catalogue, /
) -> Iterator[Succession]:
    successors = {key_of(one): one.professional_id for one in found.bonds}
    handed = [gate for gate in catalogue.gates if _is_of_hand_over(gate)]
    for one in wanted:
        successor = successors.get(one.key)
        yield Succession(
            client_id=one.opening.client.id,
            role=one.opening.role,
            successor=successor,
            starts=None if successor is None else found.as_of,
            last_day=last_day,
            packet=_packet(one.opening.client, handed),
        )


def _is_of_hand_over(gate: Gate, /) -> bool:
    signs = () if gate.evidence is None else gate.evidence.signs
    return any(isinstance(one, EventSign) and one.kind is EventKind.HAND_OVER for one in signs)


def _packet(client: Client, gates: Sequence[Gate], /) -> tuple[GateId, ...]:
    """What is handed over of a client who stays where they are."""
    stays = Transition(id="hand_over", from_setting=client.setting, to_setting=client.setting)
    return tuple(gate.id for gate in gates_for(stays, gates))
