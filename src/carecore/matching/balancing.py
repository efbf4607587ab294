"""Sharing out a ward by acuity: each client to one professional, and all loads near the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from carecore.base.checks import require_instance
from carecore.base.identity import ProfessionalId, professional_id
from carecore.errors import CareError, InvalidValue, RefusedAnswer, WrongType, described
from carecore.flows import (
    Proof,
    ZoneAnswer,
    ZoneQuestion,
    certify_zone,
    share_evenly,
    staff_range,
    staff_zones,
)
from carecore.flows.proposals import answer_of
from carecore.matching.advise import refuse
from carecore.matching.sharing_out import all_at
from carecore.matching.wards import ClientAcuity, WardBalance, WardLoad, WardZone, ZoneBalance

__all__ = ["WardSolver", "balance_ward"]


class WardSolver(Protocol):
    """Anything that can look for something more even in one zone, such as `CpSatBalance`.

    What it proposes is checked and added up anew; what it says of it is told as its claim.

    .. versionadded:: 0.1
    """

    @property
    def label(self) -> str:
        """Its name and version.

        .. versionadded:: 0.1
        """
        ...

    def share_zone(self, question: ZoneQuestion, start: Sequence[int], /) -> ZoneAnswer:
        """Who has whom, better than *start* if it can, and whether it says that nothing is better.

        .. versionadded:: 0.1
        """
        ...


def balance_ward(
    zones: Iterable[WardZone],
    professionals: Iterable[str],
    /,
    *,
    least_clients: int = 1,
    most_clients: int | None = None,
    most_points: int | None = None,
    solver: WardSolver | None = None,
) -> WardBalance:
    """Who has whom in a ward, so that everybody's acuity is near the same.

    First each zone gets its people, so that all loads would be most even if acuity could be cut.
    Then the clients of each zone are shared out among them: the less the squares of the loads add
    up to, the more even, and a bound says how far from the least that is at most.
    Nobody is left out.
    The order of zones, clients and professionals makes no difference.

    >>> ward = [
    ...     WardZone(
    ...         name="east",
    ...         clients=[
    ...             ClientAcuity(client_id="c-1", points=50),
    ...             ClientAcuity(client_id="c-2", points=30),
    ...             ClientAcuity(client_id="c-3", points=20),
    ...         ],
    ...     ),
    ...     WardZone(name="west", clients=[ClientAcuity(client_id="c-4", points=40)]),
    ... ]
    >>> found = balance_ward(ward, ["p-1", "p-2", "p-3"], most_clients=3)
    >>> [(one.professional_id, one.zone, one.clients, one.points) for one in found.loads]
    [('p-1', 'east', ('c-1',), 50), ('p-2', 'east', ('c-2', 'c-3'), 50), ('p-3', 'west', ('c-4',), 40)]
    >>> found.spread, found.is_proven
    (10, True)

    Args:
        zones: the zones of the ward, with the acuity of each client.
        professionals: ids of those who are on duty; they are taken as alike.
        least_clients: how many clients each has at least; who is one too many for that is free.
        most_clients: how many clients each has at most; `None`: any number.
        most_points: how many points each has at most; `None`: any number.
            Where no way is found that keeps it, `over_limit` names who has more.
        solver: who looks further, zone by zone, such as `CpSatBalance`.

    Raises:
        WrongType: if an argument has a type not taken here.
        InvalidValue: if a zone, client or professional stands twice, a limit is below 0, a limit
            cannot be kept in a zone, or there are too few professionals for all zones.
        ManyFaults: if several of these are so.
        RefusedAnswer: if an answer of the solver does not hold, or it fails.

    .. versionadded:: 0.1
    """  # noqa: E501 # an answer is one line
    ward = sorted(all_at("$zones", zones, WardZone), key=lambda zone: zone.name)
    people = [professional_id(one) for one in all_at("$professionals", professionals, str)]
    require_instance(least_clients, int, name="the least number of clients")
    _require_solver(solver)
    limits = {"most_clients": most_clients, "most_points": most_points}
    for name, limit in limits.items():
        if limit is not None:
            require_instance(limit, int, name=name.replace("_", " "))
    refuse([*_doubled(ward, people), *_below_zero({"least_clients": least_clients, **limits})])
    weights = [[one.points for one in _clients(zone)] for zone in ward]
    ranges = [
        staff_range(one, least=least_clients, most=most_clients, limit=most_points)
        for one in weights
    ]
    refuse(
        [
            fault
            for zone, span in zip(ward, ranges, strict=True)
            for fault in _zone_faults(zone, span, most_points)
        ]
    )
    ranges = [
        span if zone.staff is None else (zone.staff, zone.staff)
        for zone, span in zip(ward, ranges, strict=True)
    ]
    refuse([*_staff_faults(ward, ranges, len(people))])
    questions = [
        ZoneQuestion(
            weights=one, people=staff, least=least_clients, most=most_clients, limit=most_points
        )
        for one, staff in zip(
            weights, staff_zones(weights, len(people), ranges=ranges), strict=True
        )
    ]
    return _shared_out(ward, questions, sorted(people), solver)


def _clients(zone: WardZone, /) -> list[ClientAcuity]:
    return sorted(zone.clients, key=lambda one: one.client_id)


def _shared_out(
    ward: Sequence[WardZone],
    questions: Sequence[ZoneQuestion],
    people: list[ProfessionalId],
    solver: WardSolver | None,
    /,
) -> WardBalance:
    loads: list[WardLoad] = []
    balances: list[ZoneBalance] = []
    start = 0
    for zone, question in zip(ward, questions, strict=True):
        places, proof, claimed_by = _settle(zone, question, solver)
        staff = people[start : start + question.people]
        start += question.people
        loads += _loads(zone, staff, places)
        balances.append(
            ZoneBalance(
                zone=zone.name,
                staff=question.people,
                objective=proof.objective,
                bound=proof.bound,
                claimed_by=claimed_by,
            )
        )
    return WardBalance(
        loads=tuple(loads),
        zones=tuple(balances),
        free=tuple(people[start:]),
        most_points=questions[0].limit if questions else None,
    )


def _require_solver(solver: object, /) -> None:
    # To a protocol a class looks like its values.
    is_class = isinstance(solver, type)
    if solver is not None and (is_class or not hasattr(solver, "share_zone")):
        what = f"this is {described(solver)}, and a solver of wards is wanted"
        raise WrongType(what, place="$solver", advice="Maybe CpSatBalance()")


def _settle(
    zone: WardZone, question: ZoneQuestion, solver: WardSolver | None, /
) -> tuple[Sequence[int], Proof, str | None]:
    """Who has whom in one zone, what is proved of it, and which solver claims the rest."""
    places: Sequence[int] = share_evenly(question).places
    proof = certify_zone(question, places)
    if solver is None or proof.is_optimal:
        return places, proof, None
    answer = answer_of(solver, lambda: solver.share_zone(question, tuple(places)), ZoneAnswer)
    other = certify_zone(question, answer.places)
    zone_of = f"in the zone {zone.name!r}"
    if other.faults and tuple(answer.places) != tuple(places):
        raise RefusedAnswer(solver.label, faults=[f"{zone_of}, {one}" for one in other.faults])
    # A limit of points that is kept at last is worth more than evenness.
    is_worse = not proof.faults and other.objective > proof.objective
    if is_worse and answer.is_best:
        claim = f"{zone_of}, it says that nothing is more even, and something is"
        raise RefusedAnswer(solver.label, faults=[claim])
    if is_worse or other.faults:
        return places, proof, None
    is_claim = answer.is_best and not other.is_optimal
    return answer.places, other, solver.label if is_claim else None


def _loads(
    zone: WardZone, staff: Sequence[ProfessionalId], places: Sequence[int], /
) -> Iterator[WardLoad]:
    """Whom each has: the first of the staff the first client, and so on."""
    groups: dict[int, list[ClientAcuity]] = {}
    for one, who in zip(_clients(zone), places, strict=True):
        groups.setdefault(who, []).append(one)
    shares = [*groups.values(), *([] for _ in range(len(staff) - len(groups)))]
    for professional, share in zip(staff, shares, strict=True):
        yield WardLoad(
            professional_id=professional,
            zone=zone.name,
            clients=tuple(one.client_id for one in share),
            points=sum(one.points for one in share),
        )


def _doubled(ward: Sequence[WardZone], people: Sequence[ProfessionalId], /) -> Iterator[CareError]:
    kinds = (
        ("$zones", "the zone", [zone.name for zone in ward]),
        ("$zones", "the client", [one.client_id for zone in ward for one in zone.clients]),
        ("$professionals", "the professional", people),
    )
    for place, kind, names in kinds:
        for name, times in sorted(Counter(map(str, names)).items()):
            if times > 1:
                what = f"{kind} {name!r} stands {times} times"
                yield InvalidValue(what, place=place, advice="Maybe keep one of them")


def _below_zero(limits: dict[str, int | None], /) -> Iterator[CareError]:
    for name, limit in limits.items():
        if limit is not None and limit < 0:
            what = f"the limit is {limit}"
            yield InvalidValue(what, place=f"${name}", advice="Maybe 1")


def _zone_faults(
    zone: WardZone, span: tuple[int, int | None], most_points: int | None, /
) -> Iterator[CareError]:
    """Why the limits cannot be kept in a zone, whoever works there."""
    heavy = [one for one in _clients(zone) if most_points is not None and one.points > most_points]
    for one in heavy:
        what = f"{one.client_id!r} has {one.points} points, and {most_points} is the most"
        advice = "Maybe raise most_points, or count this client as two"
        yield InvalidValue(what, place="$zones", advice=advice)
    if heavy:
        return
    fewest, most = span
    clients = _several(len(zone.clients), "client")
    told = f"the zone {zone.name!r} has {clients} with {zone.points} points"
    if most is not None and fewest > most:
        what = f"{told}: {fewest} are needed, and no more than {most} would have enough"
        advice = "Maybe lower least_clients, or raise most_clients or most_points"
        yield InvalidValue(what, place="$zones", advice=advice)
    elif zone.staff is not None and zone.staff < fewest:
        what = f"{told}, and {_several(zone.staff, 'professional')}"
        yield InvalidValue(what, place="$zones", advice=f"Maybe {_several(fewest, 'professional')}")
    elif zone.staff is not None and most is not None and zone.staff > most:
        what = f"{told}, too few for {_several(zone.staff, 'professional')}"
        yield InvalidValue(what, place="$zones", advice=f"Maybe {_several(most, 'professional')}")


def _staff_faults(
    ward: Sequence[WardZone], ranges: Sequence[tuple[int, int | None]], people: int, /
) -> Iterator[CareError]:
    needed = sum(fewest for fewest, _ in ranges)
    if needed > people:
        each = ", ".join(
            f"{zone.name} {fewest}" for zone, (fewest, _) in zip(ward, ranges, strict=True)
        )
        what = f"the zones need {_several(needed, 'professional')} ({each}), and there are {people}"
        advice = f"Maybe add {needed - people}, or raise most_clients or most_points"
        yield InvalidValue(what, place="$professionals", advice=advice)


def _several(count: int, word: str, /) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
