"""What would change the answer: single changes, tried one by one."""

from collections.abc import Container, Iterable, Iterator
from datetime import date
from itertools import chain, count
from typing import Final

import attrs

from carecore.base.identity import in_words
from carecore.base.timing import Period
from carecore.catalogue import Catalogue
from carecore.credentials import Licence
from carecore.matching.decision import Decision, decide
from carecore.matching.demands import Demand
from carecore.matching.seats import Status
from carecore.matching.situation import Change, ChangeKind, Situation
from carecore.people import Client, Professional
from carecore.roles import Holding, PayerKind, Role, reckoned_payers

__all__ = ["changes_of"]

_LONGEST_NAME: Final = 200


def changes_of(
    situation: Situation, decision: Decision, catalogue: Catalogue, /, *, as_of: date
) -> Iterator[Change]:
    """The single changes of *situation* that would change the answer, each with what it leads to.

    Tried are: each need dropped and each need added, each other care setting, each payer more or
    less, and each role that matters joining or leaving the team or coming in reach.
    """
    for change in (*_candidates(situation, decision, catalogue), *_needs(situation, catalogue)):
        after = _decided(change, situation, decision, catalogue, as_of=as_of)
        if after.answer != decision.answer:
            yield attrs.evolve(change, becomes=after.roles, leaves=after.left)


def _decided(
    change: Change,
    situation: Situation,
    decision: Decision,
    catalogue: Catalogue,
    /,
    *,
    as_of: date,
) -> Decision:
    after = change.apply(situation.client, as_of=as_of, team=situation.team, pool=situation.pool)
    only_needs = change.kind in {ChangeKind.NEED_ADDED, ChangeKind.NEED_DROPPED}
    elsewhere = change.kind in {ChangeKind.MOVED, ChangeKind.CAME_IN_REACH}
    return decide(
        after,
        catalogue,
        as_of=as_of,
        seats=decision.seats if only_needs else None,
        nearby=None if elsewhere else decision.nearby,
    )


def _candidates(
    situation: Situation, decision: Decision, catalogue: Catalogue, /
) -> Iterator[Change]:
    client = situation.client
    for need in client.needs or ():
        words = catalogue.need(need).words
        yield _change(ChangeKind.NEED_DROPPED, need, f"“{words}” is settled")
    for setting in catalogue.care_settings:
        if setting.id != client.setting:
            yield _change(ChangeKind.MOVED, setting.id, f"the client is here: {setting.name}")
    yield from _payer_candidates(client)
    yield from _team_candidates(situation, decision, catalogue)


def _payer_candidates(client: Client, /) -> Iterator[Change]:
    payers = reckoned_payers(client.payers)
    for kind in PayerKind:
        if kind in payers:
            text = f"{_payer_name(kind)} does not pay"
            yield _change(ChangeKind.PAYER_DROPPED, kind.value, text)
        elif kind is not PayerKind.INCLUDED:
            yield _change(ChangeKind.PAYER_ADDED, kind.value, f"{_payer_name(kind)} pays")


def _payer_name(kind: PayerKind, /) -> str:
    return "the family itself" if kind is PayerKind.PRIVATE_PAY else in_words(kind.value)


def _team_candidates(
    situation: Situation, decision: Decision, catalogue: Catalogue, /
) -> Iterator[Change]:
    taken = {seat.role.id for seat in decision.seats if seat.status is Status.ASSIGNED}
    known = frozenset(_known_people(situation))
    for role in catalogue.roles:
        wanted = [one for one in decision.taken if one.seat.role.id == role.id]
        newcomer = _newcomer(role, decision.demands, situation.client, known)
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


def _known_people(situation: Situation, /) -> Iterator[str]:
    people = list(situation.pool or ())
    if situation.team is not None:
        people.extend(situation.team.professionals)
        yield from (member.person_id for member in situation.team.memberships)
    yield from (person.id for person in people)


def _newcomer(
    role: Role, demands: Iterable[Demand], client: Client, known: Container[str], /
) -> Professional:
    """Somebody of *role*, not *known* yet, who could hold what the role may of *demands*."""
    name = f"a-{role.id}"[:_LONGEST_NAME]
    names = chain((name,), (f"{name}-{number}" for number in count(2)))
    gates = (
        gate
        for demand in demands
        if role.holding(demand.duty.id) is not Holding.OUTSIDE
        for gate in demand.gates
    )
    held = dict.fromkeys(one for gate in gates for one in gate[:1])
    return Professional(
        id=next(one for one in names if one not in known),
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


def _needs(situation: Situation, catalogue: Catalogue, /) -> Iterator[Change]:
    have = frozenset(situation.client.needs or ())
    for need in catalogue.needs:
        if need.id not in have:
            text = f"this is needed too: “{need.words}”"
            yield _change(ChangeKind.NEED_ADDED, need.id, text)
