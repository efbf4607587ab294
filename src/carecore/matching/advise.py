"""Asking whom a client needs."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

import attrs

from carecore.base.identity import RoleId, in_words
from carecore.base.reasons import Fact, OwnChoice, Reason, at
from carecore.base.timing import Period, require_day
from carecore.catalogue import STANDARD, Catalogue
from carecore.credentials import Licence
from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId
from carecore.matching.advice import (
    MissingDuty,
    RecommendedRole,
    RoleAdvice,
    RoleOption,
    RoleSeat,
)
from carecore.matching.decision import Decision, Taken, decide, settle
from carecore.matching.demands import Demand, contradictions_of
from carecore.matching.seats import Status, unmet_because
from carecore.matching.situation import Change, ChangeKind, Situation
from carecore.people import Client, Professional, Team
from carecore.roles import Holding, PayerKind, Role

__all__ = ["advise_roles", "check_situation"]

_ORDER: Final = OwnChoice(
    "the order of the decision: may hold, then typical, then the fewest new roles"
)
_UNKNOWN_PAYER: Final = OwnChoice(
    "payers unknown: only what a care setting includes or a family can pay itself is counted on"
)
_UNKNOWN_SETTING: Final = OwnChoice(
    "care setting unknown: only roles that come to any place are counted on"
)
_ASSESS_FIRST: Final = OwnChoice("needs not asked for yet: an assessment comes first")
_ABROAD: Final = OwnChoice(
    "what a care setting usually brings is sourced for the United States and only assumed elsewhere"
)
_PLACES_TO_TRY: Final = ("home_informal", "acute_ward", "snf")


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
    a case manager of the ward (ask for)
    a care manager (to engage)

    Args:
        client: who needs care; only the id has to be known.
        as_of: the day asked about, in the client's calendar.
        team: who is there already; `None`: not known.
        pool: everybody who could be engaged; `None`: not known; empty: nobody.
        catalogue: what the field knows.

    Raises:
        WrongType: if *as_of* is no plain date, or client, team or pool are something else.
        UnknownId: if the client refers to an id that the catalogue does not have.
        InvalidValue: if the team is another client's, or somebody stands twice in the pool.
        ManyFaults: if several of these are so.

    .. versionadded:: 0.1
    """
    day = require_day(as_of)
    situation = check_situation(client, team, pool, catalogue)
    decision = decide(situation, catalogue, as_of=day)
    return RoleAdvice(
        client_id=client.id,
        as_of=day,
        recommended=[_recommended(taken) for taken in _core_first(decision.taken)],
        missing=[
            MissingDuty(
                duty=demand.duty.id,
                needs=demand.needs,
                because=unmet_because(demand, situation, decision.seats, catalogue),
            )
            for demand in decision.missing
        ],
        contradictions=contradictions_of(client, catalogue),
        options=tuple(_options(situation, decision, catalogue)),
        would_change_if=tuple(_changes(situation, decision, catalogue, day)),
        reasons=tuple(_reasons(situation, decision)),
    )


def check_situation(
    client: Client,
    team: Team | None,
    pool: Iterable[Professional] | None,
    catalogue: Catalogue,
    /,
) -> Situation:
    """The situation asked about, after a look at what hangs together in it.

    Raises:
        WrongType: if client, team or pool are something else.
        InvalidValue: if the team is another client's, or somebody stands twice in the pool.
        UnknownId: if a team or pool refers to a role that the catalogue does not have.
        ManyFaults: if several of these are so.
    """
    situation = Situation(client, team, pool)
    faults = [*_team_faults(situation, catalogue), *_pool_faults(situation, catalogue)]
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ManyFaults(f"{len(faults)} faults in the question", faults)
    return situation


def _team_faults(situation: Situation, catalogue: Catalogue, /) -> Iterator[CareError]:
    team = situation.team
    if team is None:
        return
    if team.client_id not in (None, situation.client.id):
        what = f"the team is that of {team.client_id!r}, and the client is {situation.client.id!r}"
        yield InvalidValue(what, place="$team.client_id", advice="Maybe it is the wrong team")
    for index, member in enumerate(team.memberships):
        yield from _role_faults(catalogue, member.role, at("$team", "memberships", index, "role"))


def _pool_faults(situation: Situation, catalogue: Catalogue, /) -> Iterator[CareError]:
    seen: set[str] = set()
    for index, professional in enumerate(situation.pool or ()):
        if professional.id in seen:
            what = f"the professional {professional.id!r} stands twice in the pool"
            yield InvalidValue(what, place=at("$pool", index), advice="Maybe remove one of the two")
        seen.add(professional.id)
        for number, role in enumerate(professional.roles):
            yield from _role_faults(catalogue, role, at("$pool", index, "roles", number))


def _role_faults(catalogue: Catalogue, role: RoleId, place: str, /) -> Iterator[CareError]:
    try:
        catalogue.role(role)
    except UnknownId as fault:
        yield UnknownId(fault.kind, fault.value, near=fault.near, place=place)


def _core_first(taken: Iterable[Taken], /) -> list[Taken]:
    return sorted(taken, key=_is_related)


def _is_related(taken: Taken, /) -> bool:
    return not taken.seat.role.is_core


def _recommended(taken: Taken, /) -> RecommendedRole:
    seat, held = taken.seat, taken.holds
    wanted = (*held, *taken.unreached)
    return RecommendedRole(
        role=seat.role.id,
        name=seat.role.name,
        status=taken.status,
        duties=[demand.duty.id for demand in held],
        unreached=[demand.duty.id for demand in taken.unreached],
        not_typical=[
            demand.duty.id
            for demand in wanted
            if seat.role.holding(demand.duty.id) is not Holding.TYPICAL
        ],
        credentials=tuple(dict.fromkeys(gate for demand in wanted for gate in demand.gates)),
        people=taken.people,
        ask="" if seat.way is None else seat.way.ask,
        reasons=tuple(_role_reasons(taken)),
        considered=seat.asked(wanted) if seat.pool is not None else (),
    )


def _role_reasons(taken: Taken, /) -> Iterator[Reason]:
    seat, role = taken.seat, taken.seat.role
    yield Reason(id="definition", text=f"a {role.name} {role.definition}", sources=role.sources)
    if seat.way is not None:
        brought = "comes for the asking" if seat.way.brings else "is engaged"
        payers = " or ".join(in_words(kind.value) for kind in seat.way.payers)
        where = f" ({seat.way.ask})" if seat.way.ask else ""
        yield Reason(
            id="engagement",
            text=f"{brought}{where}; paid for by: {payers}",
            sources=seat.way.sources,
        )
    for demand in (*taken.holds, *taken.unreached):
        typical = role.holding(demand.duty.id) is Holding.TYPICAL
        words = "typical of the role" if typical else "the role may hold it, though not typical"
        needs = f", asked for by {', '.join(map(in_words, demand.needs))}" if demand.needs else ""
        yield Reason(
            id="typical_holder" if typical else "possible_holder",
            text=f"{in_words(demand.duty.id)}: {words}{needs}",
            facts=[Fact(name="need", seen=need) for need in demand.needs],
            sources=demand.duty.sources,
        )
        if seat.unseen_licence(demand) and seat.members:
            wanted = "; ".join(" or ".join(map(in_words, gate)) for gate in demand.gates)
            text = f"{in_words(demand.duty.id)}: nobody has seen a licence yet; ask for: {wanted}"
            yield Reason(id="licence_not_seen", text=text, sources=demand.duty.sources)


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
            [RoleSeat(role=one.seat.role.id, status=one.status) for one in decision.taken]
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


def _reasons(situation: Situation, decision: Decision, /) -> Iterator[Reason]:
    client = situation.client
    if client.needs is None:
        text = "nobody has asked for the needs yet, so an assessment comes first"
        yield Reason(id="needs_unknown", text=text, sources=[_ASSESS_FIRST])
    if not client.needs and client.needs is not None:
        yield Reason(id="no_needs", text="there are no needs", sources=[_ORDER])
    text = "no needed duty is left to a role that may not hold it; then typical; then fewest"
    yield Reason(id="order", text=text, sources=[_ORDER])
    if client.setting is None:
        text = "the care setting is not known, and where it is may bring somebody"
        yield Reason(id="setting_unknown", text=text, sources=[_UNKNOWN_SETTING])
    if client.payers is None:
        text = "who pays is not known, and an insurer may bring somebody"
        yield Reason(id="payers_unknown", text=text, sources=[_UNKNOWN_PAYER])
    if client.jurisdiction is not None and client.jurisdiction.country.code != "US":
        text = f"what a care setting brings in {client.jurisdiction} should be asked there"
        yield Reason(id="abroad", text=text, sources=[_ABROAD])
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


def _changes(
    situation: Situation, decision: Decision, catalogue: Catalogue, day: date, /
) -> Iterator[Change]:
    for change in _candidates(situation, decision, catalogue):
        after = _decided(change, situation, catalogue, day)
        if after.answer != decision.answer:
            yield attrs.evolve(change, becomes=after.roles)
    yield from _needs_that_bring(situation, decision, catalogue, day)


def _decided(change: Change, situation: Situation, catalogue: Catalogue, day: date, /) -> Decision:
    after = change.apply(situation.client, as_of=day, team=situation.team, pool=situation.pool)
    return decide(after, catalogue, as_of=day)


def _candidates(
    situation: Situation, decision: Decision, catalogue: Catalogue, /
) -> Iterator[Change]:
    client = situation.client
    for need in client.needs or ():
        words = catalogue.need(need).words
        yield _change(ChangeKind.NEED_DROPPED, need, f"“{words}” is settled")
    known = {setting.id for setting in catalogue.care_settings}
    for setting in _PLACES_TO_TRY:
        if setting in known and setting != client.setting:
            name = catalogue.care_setting(setting).name
            yield _change(ChangeKind.MOVED, setting, f"the client is here: {name}")
    yield from _payer_candidates(client)
    yield from _team_candidates(situation, decision, catalogue)


def _payer_candidates(client: Client, /) -> Iterator[Change]:
    payers = (PayerKind.PRIVATE_PAY,) if client.payers is None else client.payers
    for kind in PayerKind:
        name = in_words(kind.value)
        if kind in payers:
            yield _change(ChangeKind.PAYER_DROPPED, kind.value, f"there is no {name}")
        elif kind is not PayerKind.INCLUDED:
            yield _change(ChangeKind.PAYER_ADDED, kind.value, f"there is {name}")


def _team_candidates(
    situation: Situation, decision: Decision, catalogue: Catalogue, /
) -> Iterator[Change]:
    taken = {seat.role.id for seat in decision.seats if seat.status is Status.ASSIGNED}
    for role in catalogue.roles:
        wanted = [one for one in decision.taken if one.seat.role.id == role.id]
        newcomer = _newcomer(role, decision.demands, situation.client)
        if role.id in taken:
            text = f"the {role.name} leaves the team"
            yield _change(ChangeKind.LEFT, role.id, text)
        elif role.is_core or wanted:
            text = f"a {role.name} who may hold all of it joins the team"
            yield attrs.evolve(_change(ChangeKind.JOINED, role.id, text), newcomer=newcomer)
        if any(one.unreached for one in wanted):
            text = f"a {role.name} who may hold all of it comes in reach"
            change = _change(ChangeKind.CAME_IN_REACH, role.id, text)
            yield attrs.evolve(change, newcomer=newcomer)


def _change(kind: ChangeKind, value: str, text: str, /) -> Change:
    return Change(kind=kind, value=value, text=text)


def _newcomer(role: Role, demands: Iterable[Demand], client: Client, /) -> Professional:
    """Somebody of *role* who could hold whatever of *demands* the role may hold."""
    gates = (
        gate
        for demand in demands
        if role.holding(demand.duty.id) is not Holding.OUTSIDE
        for gate in demand.gates
    )
    held = dict.fromkeys(one for gate in gates for one in gate[:1])
    return Professional(
        id=f"a-{role.id}",
        roles=[role.id],
        licences=(
            None
            if client.jurisdiction is None
            else [
                Licence(credential=one, jurisdiction=client.jurisdiction, period=Period(None))
                for one in held
            ]
        ),
        jurisdictions=None if client.jurisdiction is None else [client.jurisdiction],
        settings=None if client.setting is None else [client.setting],
    )


def _needs_that_bring(
    situation: Situation, decision: Decision, catalogue: Catalogue, day: date, /
) -> Iterator[Change]:
    """For each need not asked for whose answer brings another role: the change that adds it."""
    have = frozenset(situation.client.needs or ())
    for need in catalogue.needs:
        if need.id in have:
            continue
        change = _change(ChangeKind.NEED_ADDED, need.id, f"this is needed too: “{need.words}”")
        after = _decided(change, situation, catalogue, day)
        if frozenset(after.roles) != frozenset(decision.roles):
            yield attrs.evolve(change, becomes=after.roles)
