"""Sharing out a panel of clients among a pool of professionals, all at once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from carecore.base.checks import require_instance
from carecore.base.identity import RoleId, role_id
from carecore.base.timing import require_day
from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import CareError, InvalidValue
from carecore.flows import FlowSolver, Proposer, Workers
from carecore.matching.advise import pool_faults, refuse
from carecore.matching.allocations import Allocation
from carecore.matching.choosing import require_workers
from carecore.matching.policies import STANDARD_POLICY, Policy
from carecore.matching.pools import index_in_order
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
from carecore.matching.togetherness import grouping_of, require_solver
from carecore.matching.wanted import Wishes, client_faults
from carecore.people import Client, Professional, Team

__all__ = ["allocate", "question_of"]

_TOO_MANY: Final = 1 << 63


def allocate(  # noqa: PLR0913 # what an allocation may know
    clients: Iterable[Client],
    pool: Iterable[Professional],
    /,
    *,
    role: str | None = None,
    policy: Policy = STANDARD_POLICY,
    sharing: Sharing = STANDARD_SHARING,
    as_of: date,
    previous: Allocation | Iterable[Bond] | None = None,
    caseloads_hold_previous: bool = False,
    pins: Iterable[Bond] = (),
    barred: Iterable[Bond] = (),
    together: Iterable[Iterable[str]] = (),
    apart: Iterable[Iterable[str]] = (),
    solver: Proposer | FlowSolver | None = None,
    teams: Iterable[Team] = (),
    most_changes: int | None = None,
    rotation: int = 0,
    catalogue: Catalogue = STANDARD,
    workers: Workers | None = None,
) -> Allocation:
    """Who gets whom, so that all together costs least; all are placed, or wait for a reason.

    Hard criteria of the policy decide who may come to whom, soft ones what a pair costs; the
    sharing says what it costs to wait, to change hands and to load people unevenly.
    Nobody gets more caseload points than the limit allows.
    Where all clients take up equally many points, nothing costs less, and that is proved; where
    they do not, the certificate says how much less another allocation could cost at most.
    The order of clients and pool makes no difference.

    >>> clients = [
    ...     Client(id=key, setting="home_independent", needs=("visit_mother_weekly",))
    ...     for key in ("c-1", "c-2", "c-3")
    ... ]
    >>> pool = [
    ...     Professional(id="p-1", roles=["care_manager"], caseload_limit=1, caseload=0),
    ...     Professional(id="p-2", roles=["care_manager"], caseload_limit=1, caseload=0),
    ... ]
    >>> policy = STANDARD_POLICY.without("care_setting", "jurisdiction", "language")
    >>> allocation = allocate(clients, pool, policy=policy, as_of=date(2026, 11, 23))
    >>> [(one.client_id, one.professional_id) for one in allocation.placements]
    [('c-1', 'p-1'), ('c-2', 'p-2')]
    >>> [(one.client_id, one.text) for one in allocation.unplaced]
    [('c-3', '2 fit, and all their places are taken')]
    >>> allocation.certificate.is_optimal
    True

    Args:
        clients: the panel.
        pool: everybody who could be engaged.
        role: id of the role that all clients want; left out, for each client the roles that
            `advise_roles` recommends and that have to be engaged.
        policy: which criteria are asked.
        sharing: what counts besides fit.
        as_of: the day.
        previous: who had whom; a bond that breaks has its price.
        caseloads_hold_previous: whether the caseloads in the pool count the points of these
            clients already; then they are given back first.
        pins: who has to come to whom.
        barred: who may not come to whom; the role of such a bond makes no difference, and ids
            that are not asked about are let pass.
        together: groups of ids of clients who come to one professional, in each role that several
            of them want; or all of them wait.
        apart: groups of ids of clients of whom no two come to the same professional, in whatever
            role; this takes a solver, unless they could never meet.
        solver: who is asked where the core's own engine does not settle it, such as
            `carecore.extra.solvers.HighsSolver`; what it says is checked and added up anew.
        teams: the teams that are known, each of one client; who is there is not engaged again.
        most_changes: how many clients of *previous* may change hands, or wait, at most; left out,
            as many as that costs less. Whoever cannot stay, because whom they had is not in the
            pool, does not fit, is barred, or they are pinned elsewhere, is not counted.
        rotation: who comes first where all else is level: people stand in the order of their
            ids, turned by so many places, so that ties do not always fall on the same.
        catalogue: what the field knows.
        workers: who asks the pool for the clients, such as `carecore.extra.batch` finds; left out,
            this process does. The answer is the same.

    Raises:
        WrongType: if an argument has a type not taken here.
        UnknownId: if the role, or an id that somebody refers to, is not in the catalogue, a
            pinned professional not in the pool, or a client of a group not in the panel.
        InvalidValue: if somebody or a bond stands twice, a pinned pair does not fit, more
            clients are pinned to somebody than have room, more have to change hands than may, or
            groups contradict each other or the pins.
        ManyFaults: if several of these are so.
        NeedsSolver: if clients are kept apart and no solver is there.
        RefusedAnswer: if what the solver says does not hold.

    .. versionadded:: 0.1
    """
    return share_out(
        question_of(
            clients,
            pool,
            role=role,
            policy=policy,
            sharing=sharing,
            as_of=as_of,
            previous=previous,
            caseloads_hold_previous=caseloads_hold_previous,
            pins=pins,
            barred=barred,
            together=together,
            apart=apart,
            solver=solver,
            teams=teams,
            most_changes=most_changes,
            rotation=rotation,
            catalogue=catalogue,
            workers=workers,
        )
    )


def question_of(  # noqa: PLR0913 # as above
    clients: Iterable[Client],
    pool: Iterable[Professional],
    /,
    *,
    role: str | None,
    policy: Policy,
    sharing: Sharing,
    as_of: date,
    previous: Allocation | Iterable[Bond] | None,
    caseloads_hold_previous: bool,
    pins: Iterable[Bond],
    barred: Iterable[Bond],
    teams: Iterable[Team],
    catalogue: Catalogue,
    together: Iterable[Iterable[str]] = (),
    apart: Iterable[Iterable[str]] = (),
    solver: Proposer | FlowSolver | None = None,
    workers: Workers | None = None,
    most_changes: int | None = None,
    rotation: int = 0,
) -> Question:
    """What is shared out, if all that was given to `allocate` hangs together.

    Raises:
        WrongType: as `allocate` does.
        UnknownId: as `allocate` does.
        InvalidValue: as `allocate` does.
        ManyFaults: if several of these are so.
    """
    require_instance(policy, Policy, name="the policy", advice="Maybe STANDARD_POLICY")
    require_instance(sharing, Sharing, name="the sharing", advice="Maybe STANDARD_SHARING")
    require_instance(catalogue, Catalogue, name="the catalogue")
    require_workers(workers)
    require_instance(rotation, int, name="the rotation", advice="Maybe 0")
    require_instance(
        caseloads_hold_previous, bool, name="caseloads_hold_previous", advice="Maybe True"
    )
    most = _count(most_changes)
    day = require_day(as_of)
    panel, people = all_at("$clients", clients, Client), all_at("$pool", pool, Professional)
    known = all_at("$teams", teams, Team)
    bonds = previous.bonds if isinstance(previous, Allocation) else previous or ()
    former = all_at("$previous", bonds, Bond)
    fixed, not_to = all_at("$pins", pins, Bond), all_at("$barred", barred, Bond)
    grouping = grouping_of(together, apart)
    require_solver(solver)
    one_role = None if role is None else _role(role)
    refuse(
        [
            *client_faults(panel, known, catalogue),
            *pool_faults(people, catalogue),
            *_role_faults(one_role, catalogue),
            *bond_faults("$previous", former),
            *bond_faults("$pins", fixed),
            *grouping.faults(str(one.id) for one in panel),
        ]
    )
    before = {key_of(one): str(one.professional_id) for one in former}
    wishes = Wishes(catalogue, day)
    by_client = {str(one.client_id): one for one in known}
    asked = [
        (one, *wishes.of(one, by_client.get(str(one.id)), one_role))
        for one in sorted(panel, key=_by_id)
    ]
    wanted = [one for _, some, _ in asked for one in some]
    held = Counter[str]()
    for one in [one for one in wanted if caseloads_hold_previous and one.key in before]:
        held[before[one.key]] += one.points
    turned = holding(in_turn(people, rotation), held, sign=-1)
    return Question(
        wanted=wanted,
        people=turned,
        policy=policy,
        sharing=sharing,
        as_of=day,
        before=before,
        pins=fixed,
        barred=not_to,
        without_role=[(one, told) for one, some, told in asked if not some],
        grouping=grouping,
        solver=solver,
        role=one_role,
        workers=workers,
        most_changes=most,
        index=index_in_order(pool, turned),
    )


def _role(role: str, /) -> RoleId:
    try:
        return role_id(role)
    except CareError as fault:
        raise fault.below("$role") from None


def _count(most_changes: int | None, /) -> int | None:
    if most_changes is None:
        return None
    found = require_instance(most_changes, int, name="most_changes", advice="Maybe 3")
    if found < 0:
        what = f"most_changes is {found}, and 0 is the least"
        raise InvalidValue(what, place="$most_changes", advice="Maybe 0, so that all stay who can")
    if found >= _TOO_MANY:
        what = "most_changes does not fit into 64 bits"
        advice = "Maybe leave it out, so that as many may as that costs less"
        raise InvalidValue(what, place="$most_changes", advice=advice)
    return found


def _by_id(one: Client | Professional, /) -> str:
    return str(one.id)


def _role_faults(role: RoleId | None, catalogue: Catalogue, /) -> Iterator[CareError]:
    if role is not None:
        try:
            catalogue.role(role)
        except CareError as fault:
            yield fault.below("$role")
