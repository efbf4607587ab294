"""Asking whom a client needs."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from carecore.base.checks import require_instance
from carecore.base.identity import RoleId, in_words
from carecore.base.reasons import Fact, OwnChoice, Reason, at
from carecore.base.timing import require_day
from carecore.catalogue import STANDARD, Catalogue
from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId
from carecore.matching.advice import RoleAdvice
from carecore.matching.changes import changes_of
from carecore.matching.decision import Decision, Taken, decide, settle
from carecore.matching.demands import contradictions_of
from carecore.matching.roles_needed import (
    MissingDuty,
    NeededDuty,
    RecommendedRole,
    RoleOption,
    RoleSeat,
)
from carecore.matching.seats import Status, absent_members
from carecore.matching.situation import Situation
from carecore.matching.unmet import unmet_because
from carecore.people import Client, Professional, Team
from carecore.roles import Engagement, Holding, PayerKind, Role

__all__ = ["advise_roles", "person_faults", "pool_faults", "refuse", "team_faults"]

_ORDER: Final = OwnChoice(
    "the order of the decision: may hold, then typical, then the fewest new roles"
)
_UNKNOWN_PAYER: Final = OwnChoice(
    "payers unknown: only what a care setting includes or a family can pay itself is counted on"
)
_PAYERS_ARE_ALL: Final = OwnChoice("payers that are named are all the payers there are")
_UNKNOWN_SETTING: Final = OwnChoice(
    "care setting unknown: only roles that come to any place are counted on"
)
_GATE: Final = OwnChoice(
    "a duty that is kept for licensed people, or for whom a family asks, is held by nobody else"
)
_BOTH_ENDS: Final = OwnChoice(
    "a licence is looked at where the client is; the other end of a journey is left to be asked"
)
_AWAY: Final = OwnChoice("somebody of the team who is away, or has no hours, holds nothing")
_ASSESS_FIRST: Final = OwnChoice("needs not asked for yet: an assessment comes first")
_ABROAD: Final = OwnChoice(
    "what a care setting usually brings is sourced for one country and only assumed elsewhere"
)


def advise_roles(
    client: Client,
    /,
    *,
    as_of: date,
    team: Team | None = None,
    pool: Iterable[Professional] | None = None,
    catalogue: Catalogue = STANDARD,
) -> RoleAdvice:
    """Who is needed: a case manager, a care manager, both, neither, or a related role; and why.

    The order of the decision is fixed: no needed duty is left to a role that may not hold it;
    duties go to a role for which they are typical, where employer, payer and care setting allow;
    then the fewest new roles.

    >>> client = Client(
    ...     id="c-17",
    ...     setting="acute_ward",
    ...     needs=("fly_home_with_nurse", "understand_bills"),
    ... )
    >>> advice = advise_roles(client, as_of=date(2026, 11, 23))
    >>> for role in advice.recommended:
    ...     print(role)
    a case manager of the ward or unit (ask for)
    a care manager (to engage)

    Args:
        client: who needs care; only the id has to be known.
        as_of: the day asked about, in the client's calendar.
        team: who is there already; `None`: not known.
        pool: everybody who could be engaged; `None`: not known; empty: nobody.
        catalogue: what the field knows.

    Raises:
        WrongType: if *as_of* is no plain date, or client, team, pool or catalogue are something
            else.
        UnknownId: if the client refers to an id that the catalogue does not have.
        InvalidValue: if the team is another client's, or somebody stands twice in the pool.
        ManyFaults: if several of these are so.

    .. versionadded:: 0.1
    """
    require_instance(catalogue, Catalogue, name="the catalogue")
    day = require_day(as_of)
    situation = _checked(client, team, pool, catalogue)
    decision = decide(situation, catalogue, as_of=day)
    return RoleAdvice(
        client_id=client.id,
        as_of=day,
        recommended=[_recommended(taken, catalogue) for taken in decision.core_first],
        missing=[
            MissingDuty(
                duty=demand.duty.id,
                name=demand.duty.name,
                needs=demand.needs,
                because=unmet_because(demand, client, decision.seats, catalogue),
            )
            for demand in decision.missing
        ],
        contradictions=contradictions_of(client, catalogue),
        options=tuple(_options(situation, decision, catalogue)),
        would_change_if=tuple(changes_of(situation, decision, catalogue, as_of=day)),
        reasons=tuple(_reasons(situation, decision, catalogue, day)),
    )


def _checked(
    client: Client,
    team: Team | None,
    pool: Iterable[Professional] | None,
    catalogue: Catalogue,
    /,
) -> Situation:
    """The situation asked about, after a look at what hangs together in it."""
    situation = Situation(client, team, pool)
    refuse([*team_faults(situation, catalogue), *pool_faults(situation.pool, catalogue)])
    return situation


def refuse(faults: Sequence[CareError], /) -> None:
    """Raise what is wrong with a question, all of it together; nothing, if nothing is."""
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ManyFaults(f"{len(faults)} faults in the question", faults)


def team_faults(situation: Situation, catalogue: Catalogue, /) -> Iterator[CareError]:
    """What is wrong with a team: it is another client's, or has a role that the catalogue lacks."""
    team = situation.team
    if team is None:
        return
    if team.client_id not in (None, situation.client.id):
        what = f"the team is that of {team.client_id!r}, and the client is {situation.client.id!r}"
        yield InvalidValue(what, place="$team.client_id", advice="Maybe it is the wrong team")
    for index, member in enumerate(team.memberships):
        if member.role is not None:
            place = at("$team", "memberships", index, "role")
            yield from _role_faults(catalogue, member.role, place)


def pool_faults(
    pool: Iterable[Professional] | None, catalogue: Catalogue, /
) -> Iterator[CareError]:
    """What is wrong with a pool: somebody who stands twice, a role that the catalogue lacks."""
    seen: set[str] = set()
    known = {role.id for role in catalogue.roles}
    for index, professional in enumerate(pool or ()):
        if professional.id in seen:
            what = f"the professional {professional.id!r} stands twice in the pool"
            yield InvalidValue(what, place=at("$pool", index), advice="Maybe remove one of the two")
        seen.add(professional.id)
        if not known.issuperset(professional.roles):
            yield from person_faults(professional, catalogue, at("$pool", index))


def person_faults(
    professional: Professional, catalogue: Catalogue, place: str, /
) -> Iterator[CareError]:
    """What is wrong with a professional who stands at *place*: a role that the catalogue lacks."""
    for number, role in enumerate(professional.roles):
        yield from _role_faults(catalogue, role, at(place, "roles", number))


def _role_faults(catalogue: Catalogue, role: RoleId, place: str, /) -> Iterator[CareError]:
    try:
        catalogue.role(role)
    except UnknownId as fault:
        yield UnknownId(fault.kind, fault.value, near=fault.near, place=place)


def _recommended(taken: Taken, catalogue: Catalogue, /) -> RecommendedRole:
    seat = taken.seat
    wanted = (*taken.holds, *taken.unreached)
    return RecommendedRole(
        role=seat.role.id,
        name=seat.role.name,
        is_service=seat.role.is_service,
        status=taken.status,
        wanted=[
            NeededDuty(
                duty=demand.duty.id,
                name=demand.duty.name,
                needs=demand.needs,
                words=[catalogue.need(need).words for need in demand.needs],
                credentials=demand.gates,
                is_typical=seat.role.holding(demand.duty.id) is Holding.TYPICAL,
                is_reached=demand in taken.holds,
            )
            for demand in wanted
        ],
        people=taken.people,
        ask="" if seat.way is None else seat.way.ask,
        reasons=tuple(_role_reasons(taken, catalogue)),
        considered=seat.asked(wanted),
    )


def _role_reasons(taken: Taken, catalogue: Catalogue, /) -> Iterator[Reason]:
    seat, role = taken.seat, taken.seat.role
    yield Reason(id="definition", text=f"{role.name}: {role.definition}", sources=role.sources)
    if seat.way is not None:
        yield Reason(id="engagement", text=_way_text(seat.way), sources=seat.way.sources)
    wanted = (*taken.holds, *taken.unreached)
    gates = tuple(dict.fromkeys(gate for demand in wanted for gate in demand.gates))
    for gate in gates:
        if any(set(other) < set(gate) for other in gates):
            continue
        names = " or ".join(catalogue.credential(one).name for one in gate)
        yield Reason(id="licence", text=f"has to be licensed as {names}", sources=[_GATE])
    for demand in wanted:
        typical = role.holding(demand.duty.id) is Holding.TYPICAL
        words = "is typical of the role" if typical else "may be held by it, though not typical"
        yield Reason(
            id="typical_holder" if typical else "possible_holder",
            text=f"{demand.duty.name}: {words}",
            facts=[Fact(name="need", seen=need) for need in demand.needs],
            sources=demand.duty.sources,
        )
        if demand.duty.on_the_move and demand.gates:
            text = f"{demand.duty.name}: licence rules at both ends of the journey count; ask there"
            yield Reason(id="both_ends", text=text, sources=[_BOTH_ENDS])
        if seat.unseen_licence(demand):
            text = f"{demand.duty.name}: nobody has seen the licence for it yet; ask for it"
            yield Reason(id="licence_not_seen", text=text, sources=[_GATE])


def _way_text(way: Engagement, /) -> str:
    whom = f" {way.ask}" if way.ask else ""
    had = f"it is enough to ask{whom}" if way.brings else f"has to be found and engaged; ask{whom}"
    if PayerKind.INCLUDED in way.payers:
        return f"{had}; it costs the client nothing of its own"
    return f"{had}; paid by {' or '.join(in_words(kind.value) for kind in way.payers)}"


def _options(
    situation: Situation, decision: Decision, catalogue: Catalogue, /
) -> Iterator[RoleOption]:
    covered = _covered(decision)
    yield _option(decision, frozenset(covered))
    core = tuple(role for role in catalogue.roles if role.is_core)
    seen = {frozenset(decision.roles)}
    for roles in (*((role,) for role in core), core, ()):
        wanted = frozenset(role.id for role in roles)
        if wanted in seen:
            continue
        seen.add(wanted)
        seats = tuple(seat for seat in decision.seats if seat.role.id in wanted)
        alone = settle(situation, decision.demands, seats)
        yield _option(alone, frozenset(covered), roles)


def _covered(decision: Decision, /) -> tuple[str, ...]:
    missing = frozenset(demand.duty.id for demand in decision.missing)
    return tuple(one.duty.id for one in decision.demands if one.duty.id not in missing)


def _option(
    decision: Decision, best: frozenset[str], roles: Iterable[Role] | None = None, /
) -> RoleOption:
    covered = _covered(decision)
    return RoleOption(
        seats=(
            [RoleSeat(role=one.seat.role.id, status=one.status) for one in decision.core_first]
            if roles is None
            else [RoleSeat(role=role.id, status=_status(role, decision)) for role in roles]
        ),
        covered=covered,
        missing=[demand.duty.id for demand in decision.missing],
        lost=[one.duty.id for one in decision.missing if one.duty.id in best],
        not_typical=[
            demand.duty.id
            for one in decision.taken
            for demand in one.holds
            if one.seat.role.holding(demand.duty.id) is not Holding.TYPICAL
        ],
    )


def _status(role: Role, decision: Decision, /) -> Status | None:
    for taken in decision.taken:
        if taken.seat.role.id == role.id:
            return taken.status
    return next((seat.status for seat in decision.seats if seat.role.id == role.id), None)


def _reasons(
    situation: Situation, decision: Decision, catalogue: Catalogue, as_of: date, /
) -> Iterator[Reason]:
    client = situation.client
    if client.needs is None:
        text = "nobody has asked for the needs yet, so an assessment comes first"
        yield Reason(id="needs_unknown", text=text, sources=[_ASSESS_FIRST])
    if not client.needs and client.needs is not None:
        yield Reason(id="no_needs", text="there are no needs", sources=[_ORDER])
    text = (
        "in this order: nobody is given what they may not do; then everybody does what is usual "
        "for them; then as few new people as possible"
    )
    yield Reason(id="order", text=text, sources=[_ORDER])
    if client.setting is None:
        text = "the care setting is not known, and where it is may bring somebody"
        yield Reason(id="setting_unknown", text=text, sources=[_UNKNOWN_SETTING])
    if client.payers is None:
        text = "who pays is not known, and an insurer may bring somebody"
        yield Reason(id="payers_unknown", text=text, sources=[_UNKNOWN_PAYER])
    elif PayerKind.PRIVATE_PAY not in client.payers:
        text = "the family is taken not to pay itself, since private pay is not among the payers"
        yield Reason(id="no_private_pay", text=text, sources=[_PAYERS_ARE_ALL])
    sourced = catalogue.sourced_in
    if sourced and client.jurisdiction and not sourced.contains(client.jurisdiction):
        text = f"what a care setting brings in {client.jurisdiction} should be asked there"
        yield Reason(id="abroad", text=text, sources=[_ABROAD])
    away = absent_members(situation.team, as_of)
    if away:
        text = f"of the team, and away or without hours on that day: {', '.join(away)}"
        yield Reason(id="away", text=text, sources=[_AWAY])
    idle = _not_needed(decision)
    if idle:
        text = f"there already, and not asked for by these needs: {', '.join(idle)}"
        yield Reason(id="not_needed", text=text, sources=[_ORDER])


def _not_needed(decision: Decision, /) -> list[str]:
    taken = {id(one.seat) for one in decision.taken}
    return [
        in_words(seat.role.id)
        for seat in decision.seats
        if seat.status is Status.ASSIGNED and id(seat) not in taken
    ]
