"""The decision: which seats, and who holds what.

The order is fixed.
First, no needed duty is left to a role that may not hold it.
Second, duties go to a role for which they are typical.
Third, the fewest new roles; of equals, the one that comes for the asking before the one to engage,
a core role before a related one, then the catalogue's order.
What somebody who is there already may typically hold stays with them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias, final

from attrs import frozen

from carecore.base.identity import DutyId
from carecore.catalogue import Catalogue
from carecore.matching.demands import Demand, demands_of
from carecore.matching.reach import Nearby
from carecore.matching.seats import Seat, Status, is_open_demand, seats_of
from carecore.matching.situation import Situation
from carecore.roles import Holding

__all__ = ["Decision", "Taken", "decide", "settle"]


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Taken:
    """One seat of the answer.

    Attributes:
        seat: the seat.
        holds: what it holds.
        unreached: what it would hold, were anybody in reach.
    """

    seat: Seat
    holds: tuple[Demand, ...]
    unreached: tuple[Demand, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of those who are there, or in reach of all it holds; failing them, of some of it."""
        there = tuple(person for person, _ in self.seat.members)
        if there or not self.holds:
            return there
        some = (person for demand in self.holds for person in self.seat.reached(demand))
        return self.seat.reached(*self.holds) or tuple(dict.fromkeys(some))

    @property
    def status(self) -> Status:
        """How the role can be had."""
        return self.seat.status if self.holds else Status.NOBODY_IN_REACH


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Decision:
    """Who is taken, and what nobody holds.

    Attributes:
        demands: what is needed.
        seats: every seat that could be had.
        taken: the seats of the answer.
        missing: what nobody holds.
    """

    demands: tuple[Demand, ...]
    seats: tuple[Seat, ...]
    taken: tuple[Taken, ...]
    missing: tuple[Demand, ...]

    @property
    def nearby(self) -> Nearby | None:
        """Who is in reach, if the question asked for it."""
        return next((seat.nearby for seat in self.seats if seat.nearby is not None), None)

    @property
    def answer(self) -> tuple[frozenset[tuple[str, Status]], frozenset[str]]:
        """What tells two answers apart: the roles with their status, and the missing duties."""
        roles = frozenset((one.seat.role.id, one.status) for one in self.taken)
        return roles, frozenset(demand.duty.id for demand in self.missing)

    @property
    def roles(self) -> tuple[str, ...]:
        """Ids of the roles of the answer, each once, core roles first."""
        return tuple(dict.fromkeys(one.seat.role.id for one in self.core_first))

    @property
    def left(self) -> tuple[DutyId, ...]:
        """Ids of the needed duties that nobody holds."""
        return tuple(demand.duty.id for demand in self.missing)

    @property
    def core_first(self) -> tuple[Taken, ...]:
        """What is taken, core roles first."""
        return tuple(sorted(self.taken, key=_is_related))


_Placing: TypeAlias = Mapping[int, tuple[Demand, ...]]


def decide(
    situation: Situation,
    catalogue: Catalogue,
    /,
    *,
    as_of: date,
    seats: tuple[Seat, ...] | None = None,
    nearby: Nearby | None = None,
) -> Decision:
    """The answer for *situation*.

    Args:
        situation: what is asked about.
        catalogue: what the field knows.
        as_of: the day.
        seats: the seats, where they are known already; they do not depend on the needs.
        nearby: who is in reach, where it is known already; it depends on pool and place only.
    """
    demands = demands_of(situation.client, catalogue)
    if seats is None:
        seats = seats_of(situation, catalogue, as_of=as_of, nearby=nearby)
    return settle(situation, demands, seats)


def settle(
    situation: Situation, demands: tuple[Demand, ...], seats: tuple[Seat, ...], /
) -> Decision:
    """The answer for *situation* out of *seats*.

    Where nobody of a seat is in reach, what it would hold goes to the best of the other seats;
    of those that are out of reach, only the best is told.
    """
    held: dict[int, list[Demand]] = {}
    unreached: dict[int, list[Demand]] = {}
    tried: dict[int, list[Demand]] = {}
    missing: list[Demand] = []
    open_demands = [one for one in demands if is_open_demand(one, situation.client)]
    closed = [one for one in demands if one not in open_demands]
    waiting: list[Demand] = open_demands
    while waiting:
        plan = _cover(waiting, seats, held, tried)
        placed = {one.duty.id for wanted in plan.values() for one in wanted}
        missing.extend(one for one in waiting if one.duty.id not in placed)
        waiting = []
        for index, wanted in plan.items():
            for demand in wanted:
                if _is_reached(seats[index], demand):
                    held.setdefault(index, []).append(demand)
                    continue
                if not any(demand in known for known in unreached.values()):
                    unreached.setdefault(index, []).append(demand)
                tried.setdefault(index, []).append(demand)
                waiting.append(demand)
    chosen = [index for index in range(len(seats)) if index in held or index in unreached]
    return Decision(
        demands=demands,
        seats=seats,
        taken=tuple(
            Taken(
                seat=seats[index],
                holds=tuple(held.get(index, ())),
                unreached=tuple(unreached.get(index, ())),
            )
            for index in chosen
        ),
        missing=tuple(one for one in demands if one in missing or one in closed),
    )


def _cover(
    demands: Sequence[Demand],
    seats: tuple[Seat, ...],
    held: Mapping[int, Sequence[Demand]],
    tried: Mapping[int, Sequence[Demand]],
    /,
) -> _Placing:
    able = [(one, _able(one, seats, tried)) for one in demands]
    wanted = [(one, indexes) for one, indexes in able if indexes]
    there = {
        index for _, indexes in wanted for index in indexes if _is_there(seats[index], held, index)
    }
    rest = [indexes for _, indexes in wanted if there.isdisjoint(indexes)]
    chosen = there | _best_cover(rest, seats)
    plan: dict[int, tuple[Demand, ...]] = {}
    for demand, indexes in wanted:
        holder = min((_rank(index, seats), index) for index in indexes & chosen)[1]
        plan[holder] = (*plan.get(holder, ()), demand)
    return plan


def _able(
    demand: Demand, seats: tuple[Seat, ...], tried: Mapping[int, Sequence[Demand]], /
) -> frozenset[int]:
    holdings = {
        index: seat.holding(demand)
        for index, seat in enumerate(seats)
        if demand not in tried.get(index, ())
    }
    for wanted in (Holding.TYPICAL, Holding.POSSIBLE):
        found = frozenset(index for index, holding in holdings.items() if holding is wanted)
        if found:
            return found
    return frozenset()


def _is_there(seat: Seat, held: Mapping[int, Sequence[Demand]], index: int, /) -> bool:
    return seat.status is Status.ASSIGNED or bool(held.get(index))


def _best_cover(rest: Iterable[frozenset[int]], seats: tuple[Seat, ...], /) -> frozenset[int]:
    """The cheapest seats that leave none of *rest* out; each of *rest* is what one duty may have.

    Exact, and quick: what hangs together is looked at by itself, and a seat that another one
    replaces at no greater cost is left out first.
    """
    chosen: set[int] = set()
    for part in _components(_tightest(rest)):
        kept = _without_replaceable(part, seats)
        chosen |= min((_cost(cover, seats), cover) for cover in _covers(kept))[1]
    return frozenset(chosen)


def _tightest(rest: Iterable[frozenset[int]], /) -> tuple[frozenset[int], ...]:
    """Those of *rest* that hold no other one: whatever covers them covers all."""
    different = sorted(frozenset(rest), key=sorted)
    return tuple(one for one in different if not any(other < one for other in different))


def _components(rest: Iterable[frozenset[int]], /) -> Iterator[tuple[frozenset[int], ...]]:
    """*rest* in parts that share no seat."""
    left = list(rest)
    while left:
        part, reach = [left.pop(0)], set[int]()
        while len(reach) < len(reach := reach.union(*part)):
            part += [one for one in left if not reach.isdisjoint(one)]
            left = [one for one in left if reach.isdisjoint(one)]
        yield tuple(part)


def _without_replaceable(
    rest: tuple[frozenset[int], ...], seats: tuple[Seat, ...], /
) -> tuple[frozenset[int], ...]:
    """*rest* without the seats for which a cheaper one does at least as much."""
    does = {
        seat: frozenset(number for number, one in enumerate(rest) if seat in one)
        for seat in sorted(frozenset[int]().union(*rest))
    }
    prices = {seat: (*_price(seats[seat]), seat) for seat in does}
    kept = frozenset(
        seat
        for seat in does
        if not any(does[seat] <= does[other] and prices[other] < prices[seat] for other in does)
    )
    return tuple(one & kept for one in rest)


def _covers(rest: Sequence[frozenset[int]], /) -> Iterator[frozenset[int]]:
    """Every choice of seats that leaves none of *rest* out and is worth comparing."""
    if not rest:
        yield frozenset()
        return
    tightest = min(rest, key=len)
    for index in sorted(tightest):
        left = [indexes for indexes in rest if index not in indexes]
        for cover in _covers(left):
            yield cover | {index}


def _price(seat: Seat, /) -> tuple[int, int]:
    return int(seat.status is Status.TO_ENGAGE), int(not seat.role.is_core)


def _cost(cover: frozenset[int], seats: tuple[Seat, ...], /) -> tuple[int, int, int, list[int]]:
    prices = [_price(seats[index]) for index in cover]
    return len(cover), sum(one for one, _ in prices), sum(one for _, one in prices), sorted(cover)


def _rank(index: int, seats: tuple[Seat, ...], /) -> tuple[int, bool]:
    seat = seats[index]
    return (tuple(Status).index(seat.status), not seat.role.is_core)


def _is_reached(seat: Seat, demand: Demand, /) -> bool:
    return seat.nearby is None or bool(seat.reached(demand))


def _is_related(taken: Taken, /) -> bool:
    return not taken.seat.role.is_core
