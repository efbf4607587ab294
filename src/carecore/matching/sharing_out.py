"""From what is wanted to the answer: the one way that every verb of sharing out goes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import TypeVar, final

import attrs
from attrs import frozen

from carecore.base.checks import each_of
from carecore.base.identity import RoleId
from carecore.base.lookups import near_ids
from carecore.base.reasons import at
from carecore.errors import CareError, InvalidValue, UnknownId
from carecore.flows import FlowSolver, Proposer, Workers
from carecore.matching.advise import refuse
from carecore.matching.allocations import Allocation
from carecore.matching.candidates import Choices
from carecore.matching.choosing import Terms, choices_by, obstacles_by
from carecore.matching.concluding import Conclusion
from carecore.matching.few_changes import solve_with_few_changes
from carecore.matching.fitting import fit_of
from carecore.matching.policies import Policy
from carecore.matching.pool_index import Index
from carecore.matching.pricing import pricing_of
from carecore.matching.rooms import Room, rooms_of
from carecore.matching.sharing import Bond, Sharing
from carecore.matching.solutions import Solution
from carecore.matching.solving import solve
from carecore.matching.togetherness import NO_GROUPING, Company, Grouping, Party, company_of
from carecore.matching.wanted import Wanted
from carecore.people import Client, Professional

__all__ = [
    "Question",
    "all_at",
    "bond_faults",
    "by_ids",
    "holding",
    "in_turn",
    "key_of",
    "pair_of",
    "share_out",
]

T = TypeVar("T")


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Question:
    """What is shared out, among whom, and by what.

    Attributes:
        wanted: what is wanted, in the order of clients.
        people: everybody who could be engaged; where all else is level, who stands first comes.
        policy: which criteria are asked.
        sharing: what counts besides fit.
        as_of: the day.
        before: id of who had whom, by client and role.
        pins: who has to come to whom.
        barred: who may not come to whom, in whatever role.
        without_role: the clients for whom nobody has to be engaged, with what was recommended.
        role: id of the role that all clients want; `None`: what advice recommends.
        grouping: who stays together, and who apart.
        solver: who is asked where the core's own engine does not settle it.
        workers: who asks the pool for the clients; `None`: this process.
        most_changes: how many may change hands who could stay; `None`: all.
        index: everybody by place, if that is known already and in the order of *people*.
    """

    wanted: Sequence[Wanted]
    people: Sequence[Professional]
    policy: Policy
    sharing: Sharing
    as_of: date
    before: Mapping[tuple[str, str], str]
    pins: Sequence[Bond] = ()
    barred: Sequence[Bond] = ()
    without_role: Sequence[tuple[Client, str]] = ()
    role: RoleId | None = None
    grouping: Grouping = NO_GROUPING
    solver: Proposer | FlowSolver | None = None
    workers: Workers | None = None
    most_changes: int | None = None
    index: Index | None = None


def share_out(question: Question, /) -> Allocation:
    """Who gets whom; professionals are told of in the order of their ids.

    Raises:
        UnknownId: if a pinned professional is not in the pool.
        InvalidValue: if a pinned pair does not fit, or more are pinned to somebody than have room.
            Also if more have to change hands than may.
        ManyFaults: if several of these are so.
        NeedsSolver: if who is kept apart takes a solver, and none is there.
        RefusedAnswer: if what the solver says does not hold.
    """
    wanted, policy, sharing, fixed = (
        question.wanted,
        question.policy,
        question.sharing,
        question.pins,
    )
    index = Index(question.people) if question.index is None else question.index
    points = sum(max(one.points, 1) for one in wanted)
    pricing = pricing_of(policy, sharing, wanted=len(wanted), points=points)
    rooms = rooms_of(question.people, question.as_of, most=points)
    refuse([*_pin_faults(fixed, wanted, index)])
    pinned = {key_of(one): str(one.professional_id) for one in fixed}
    barred = frozenset(map(pair_of, question.barred))
    terms = Terms(
        policy=policy, pricing=pricing, before=question.before, pins=pinned, barred=barred
    )
    choices = choices_by(question.workers, terms, wanted, index)
    company = company_of(question.grouping, choices)
    refuse([*_misfits(fixed, choices, index, policy), *company.pin_faults()])
    refuse([*_crowds(company.parties(), rooms, index)])
    solution = _solved(question, choices, rooms, company)
    waiting = [one.wanted for one, at in zip(choices, solution.places, strict=True) if at is None]
    return by_ids(
        Conclusion(
            index=index,
            policy=policy,
            sharing=sharing,
            pricing=pricing,
            before=question.before,
            rooms=rooms,
            choices=choices,
            solution=solution,
            without_role=question.without_role,
            company=company,
            obstacles=obstacles_by(question.workers, policy, waiting, index),
        ).answer(question.as_of)
    )


def _solved(
    question: Question, choices: Sequence[Choices], rooms: Sequence[Room], company: Company, /
) -> Solution:
    sharing, most, solver = question.sharing, question.most_changes, question.solver
    if most is None:
        return solve(choices, rooms, sharing, company=company, solver=solver)
    return solve_with_few_changes(choices, rooms, sharing, most, company=company, solver=solver)


def all_at(place: str, values: Iterable[T], kind: type[T], /) -> tuple[T, ...]:
    """All of *values*, which are of that *kind*; what is not is refused below *place*.

    Raises:
        WrongType: if one of them is of another kind, or there is no list of them.
    """
    try:
        return each_of(values, kind)
    except CareError as fault:
        raise fault.below(place) from None


def by_ids(found: Allocation, /) -> Allocation:
    """The same, with everybody in the pool in the order of their ids."""
    by_id = attrgetter("professional_id")
    proof = found.certificate
    return attrs.evolve(
        found,
        loads=tuple(sorted(found.loads, key=by_id)),
        certificate=attrs.evolve(proof, prices=tuple(sorted(proof.prices, key=by_id))),
    )


def key_of(bond: Bond, /) -> tuple[str, str]:
    """Ids of client and role."""
    return str(bond.client_id), str(bond.role)


def pair_of(bond: Bond, /) -> tuple[str, str]:
    """Ids of client and professional."""
    return str(bond.client_id), str(bond.professional_id)


def holding(
    people: Sequence[Professional], points: Mapping[str, int], /, *, sign: int
) -> list[Professional]:
    """*people* with so many caseload points more (or less, by *sign*); unknown stays unknown.

    >>> holding([Professional(id="p-1", caseload=3)], {"p-1": 2}, sign=-1)[0].caseload
    1
    """
    return [
        one
        if one.caseload is None or not points.get(str(one.id))
        else attrs.evolve(one, caseload=max(one.caseload + sign * points[str(one.id)], 0))
        for one in people
    ]


def in_turn(people: Sequence[Professional], rotation: int, /) -> list[Professional]:
    """*people* in the order of their ids, turned by so many places.

    >>> people = [Professional(id="p-2"), Professional(id="p-1"), Professional(id="p-3")]
    >>> [one.id for one in in_turn(people, 1)]
    ['p-2', 'p-3', 'p-1']
    """
    ordered = sorted(people, key=lambda one: str(one.id))
    first = rotation % max(len(ordered), 1)
    return [*ordered[first:], *ordered[:first]]


def bond_faults(place: str, bonds: Sequence[Bond], /) -> Iterator[CareError]:
    """What is wrong with bonds that stand at *place*: a client who stands twice in one role."""
    seen: set[tuple[str, str]] = set()
    for index, one in enumerate(bonds):
        if key_of(one) in seen:
            what = f"the client {one.client_id!r} stands twice as {one.role!r}"
            yield InvalidValue(what, place=at(place, index), advice="Maybe remove one of them")
        seen.add(key_of(one))


def _pin_faults(
    pins: Sequence[Bond], wanted: Sequence[Wanted], index: Index, /
) -> Iterator[CareError]:
    keys = {one.key for one in wanted}
    for number, one in enumerate(pins):
        place = at("$pins", number)
        if key_of(one) not in keys:
            what = f"nobody is wanted as {one.role!r} for {one.client_id!r}"
            yield InvalidValue(what, place=place, advice="Maybe name the role for all by role=...")
        if str(one.professional_id) not in index.places:
            near = near_ids(one.professional_id, index.places)
            yield UnknownId("professional", one.professional_id, near=near, place=place)


def _misfits(
    pins: Sequence[Bond], choices: Sequence[Choices], index: Index, policy: Policy, /
) -> Iterator[CareError]:
    by_key = {one.wanted.key: one for one in choices}
    for number, one in enumerate(pins):
        choice = by_key[key_of(one)]
        if choice.pin not in choice.places:
            person = index.at(index.places[str(one.professional_id)])
            fit = fit_of(person, choice.wanted.opening, policy)
            barring = [told.criterion for told in fit.judgements if told.stands_in_the_way]
            why = ", ".join(barring) or "the pair is barred"
            what = f"{one.professional_id!r} does not fit {one.client_id!r}: {why}"
            yield InvalidValue(what, place=at("$pins", number), advice="Maybe why_not tells more")


def _crowds(
    parties: Sequence[Party], rooms: Sequence[Room], index: Index, /
) -> Iterator[CareError]:
    points = Counter[int]()
    for one in parties:
        if one.pin is not None:
            points[one.pin] += one.points
    for place, count in sorted(points.items()):
        if count > rooms[place].free:
            whom = index.at(place).id
            what = f"{count} points are pinned to {whom!r}, and {rooms[place].free} are free"
            yield InvalidValue(what, place="$pins", advice="Maybe pin fewer clients")
