"""Whom to add to a pool so that the most are placed with the fewest people."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, TypeAlias, final

import attrs

from carecore.matching.asking import Newcomers, Wish
from carecore.matching.candidates import Choices
from carecore.matching.filling import Filling
from carecore.matching.pool_groups import places_in
from carecore.matching.profiles import Profile
from carecore.matching.rooms import Room

__all__ = ["MOST_PROFILES", "Plan", "TopUp"]

Plan: TypeAlias = dict[Profile, int]
"""Profiles in the order in which they were found, each with how many of it."""

MOST_PROFILES: Final = 12
"""So many profiles are tried; those that help most come first."""

_MOST_SEEDS: Final = 12


@final
class TopUp:
    """The search for profiles: whoever lets the most be placed comes first, again and again.

    One more person never lets more be placed later than now, so whoever promised less before is
    not looked at again.
    """

    __slots__ = ("_base", "_bits", "_groups", "_newcomers", "_profiles", "_size")

    def __init__(  # noqa: PLR0917 # all that the search depends on
        self,
        newcomers: Newcomers,
        choices: Sequence[Choices],
        rooms: Sequence[Room],
        counted: Collection[int],
        profiles: Mapping[int, Profile],
        /,
    ) -> None:
        """Fill the pool with those of the *choices* that are *counted*, by their places.

        *profiles* has, by wish, the least that somebody has to have; where nobody could be
        described, nothing.
        """
        self._newcomers = newcomers
        self._profiles = profiles
        sizes = {one.wanted.points for one in choices if one.wanted.points}
        # What counts as one: a client where all are alike, else a caseload point.
        self._size = next(iter(sizes)) if len(sizes) == 1 else 1
        self._groups = _groups(newcomers.wishes, choices, counted)
        self._bits: dict[int, int] = {}
        for number, (wish, _, _) in enumerate(self._groups):
            self._bits[wish.number] = self._bits.get(wish.number, 0) | 1 << number
        light = sum(1 << at for at, (wish, _, _) in enumerate(self._groups) if not wish.points)
        self._base = Filling(
            [clients * self._units(wish) for wish, _, clients in self._groups], light=light
        )
        for place, room in enumerate(rooms):
            reach = sum(
                1 << at for at, (_, pool, _) in enumerate(self._groups) if pool >> place & 1
            )
            self._base.add(reach, room.free // self._size)

    def _units(self, wish: Wish, /) -> int:
        return max(wish.points // self._size, 1)

    def plan(self) -> Plan:
        """Whom to add: nobody of them can be left out, and nothing that is asked of them."""
        filling = self._base.copy()
        picked: Plan = {}
        promised: dict[Profile, int] = {}
        while True:
            new = self._candidates(filling) if len(picked) < MOST_PROFILES else ()
            known = list(dict.fromkeys((*new, *picked)))
            best = self._best(filling, known, picked, promised)
            if best is None:
                break
            filling.add(self._reach(best), self._room(best))
            picked[best] = picked.get(best, 0) + 1
        return self._without_needless(self._without_idle(picked))

    def packed(self, waiting: Mapping[int, int], plan: Plan, /) -> Plan:
        """*plan*, and whoever is wanted so that each of these has a place of their own in whole.

        *waiting* says, by wish, how many wait; for each there is a profile.
        """
        left = {number: clients for number, clients in waiting.items() if clients}
        wider = dict(plan)
        while left:
            rows = self._in_order([(self._newcomers.wishes[one], left[one]) for one in left])
            new = self._from(rows) if len(wider) < MOST_PROFILES else ()
            best, taken = max(
                ((one, self._packed_into(one, rows)) for one in dict.fromkeys((*new, *wider))),
                key=lambda one: (self._points(one[1]), one[0] in wider, -len(one[0].asks)),
            )
            if not taken:
                break
            wider[best] = wider.get(best, 0) + 1
            for number, clients in taken.items():
                left[number] -= clients
                if not left[number]:
                    del left[number]
        return wider

    def _points(self, clients: Mapping[int, int], /) -> int:
        wishes = self._newcomers.wishes
        return sum(max(wishes[number].points, 1) * many for number, many in clients.items())

    def _packed_into(self, profile: Profile, rows: list[tuple[Wish, int]], /) -> dict[int, int]:
        """How many of each wish find room with one person, the heaviest clients first."""
        (mask,) = self._newcomers.masks([profile])
        room, taken = profile.caseload_limit, dict[int, int]()
        for wish, clients in sorted(rows, key=lambda one: -one[0].points):
            if mask >> wish.number & 1:
                many = min(clients, room // wish.points) if wish.points else clients
                room -= many * wish.points
                taken[wish.number] = many
        return {number: many for number, many in taken.items() if many}

    def _candidates(self, filling: Filling, /) -> list[Profile]:
        """Profiles for those who wait; if nobody can be described for some, for everybody."""
        waiting: dict[int, int] = {}
        for (wish, _, _), units in zip(self._groups, filling.waiting, strict=True):
            if units:
                clients = -(-units // self._units(wish))
                waiting[wish.number] = waiting.get(wish.number, 0) + clients
        rows = self._in_order(
            [
                (self._newcomers.wishes[number], clients)
                for number, clients in waiting.items()
                if number in self._profiles
            ]
        )
        found = self._from(rows)
        if len(rows) < len(waiting):
            # Somebody new could take others over from whoever has to come there.
            found += [self._profiles[one] for one in self._bits if one in self._profiles]
        return found

    def _from(self, rows: list[tuple[Wish, int]], /) -> list[Profile]:
        """The profile of each of these wishes alone, and those of some that are widened."""
        alone = [self._profiles[wish.number] for wish, _ in rows]
        self._newcomers.masks(alone)
        counted = [(wish, max(wish.points, 1) * clients) for wish, clients in rows]
        widened = (
            self._newcomers.chain(one, counted, one.caseload_limit) for one in alone[:_MOST_SEEDS]
        )
        return list(dict.fromkeys((*alone, *widened)))

    @staticmethod
    def _in_order(rows: list[tuple[Wish, int]], /) -> list[tuple[Wish, int]]:
        return sorted(rows, key=lambda one: (-max(one[0].points, 1) * one[1], one[0].number))

    def _best(
        self, filling: Filling, known: list[Profile], picked: Plan, promised: dict[Profile, int], /
    ) -> Profile | None:
        """Who lets the most be placed; of equals, who was picked before, then who needs least."""
        self._newcomers.masks(known)
        most = sum(filling.waiting)
        best: tuple[int, int, int, tuple[str, ...]] | None = None
        found: Profile | None = None
        ranked = [(_rank(promised.get(one, most), one, picked), one) for one in known]
        for bound, one in sorted(ranked, key=lambda pair: pair[0]):
            if best is not None and bound > best:
                break
            gain = promised[one] = filling.gain(self._reach(one), self._room(one))
            rank = _rank(gain, one, picked)
            if gain and (best is None or rank < best):
                best, found = rank, one
        return found

    def _reach(self, profile: Profile, /) -> int:
        (mask,) = self._newcomers.masks([profile])
        return sum(self._bits.get(number, 0) for number in places_in(mask))

    def _room(self, profile: Profile, /) -> int:
        return profile.caseload_limit // self._size

    def _total(self, plan: Plan, /) -> int:
        """How many more are placed with all of these."""
        filling = self._base.copy()
        return sum(
            filling.add(self._reach(one), self._room(one) * many)
            for one, many in plan.items()
            if many
        )

    def _without_idle(self, plan: Plan, /) -> Plan:
        """Without whoever can be left out, now that the others are there."""
        total = self._total(plan)
        for one in reversed(list(plan)):
            while plan[one] and self._total({**plan, one: plan[one] - 1}) == total:
                plan = {**plan, one: plan[one] - 1}
        return {one: many for one, many in plan.items() if many}

    def _without_needless(self, plan: Plan, /) -> Plan:
        """Without whatever need not be asked, now that the others are there."""
        total = self._total(plan)
        for one in list(plan):
            kept = one
            for needless in one.asks:
                fewer = tuple(ask for ask in kept.asks if ask != needless)
                asked = attrs.evolve(kept, asks=fewer)
                tried = _with(plan, kept, asked)
                if self._total(tried) >= total:
                    plan, kept = tried, asked
        return plan


def _with(plan: Plan, old: Profile, new: Profile, /) -> Plan:
    """*plan* with one profile in the place of another; equal ones are one."""
    made: Plan = {}
    for one, many in plan.items():
        key = new if one == old else one
        made[key] = made.get(key, 0) + many
    return made


def _rank(gain: int, one: Profile, picked: Plan, /) -> tuple[int, int, int, tuple[str, ...]]:
    texts = tuple(ask.text for ask in one.asks)
    return -gain, one not in picked, len(one.asks), (str(one.role), str(one.employer), *texts)


def _groups(
    wishes: Sequence[Wish], choices: Sequence[Choices], counted: Collection[int], /
) -> list[tuple[Wish, int, int]]:
    """Who asks alike and may come to the same people of the pool, and how many they are."""
    found: dict[tuple[int, int], int] = {}
    for wish in wishes:
        for place in wish.members:
            if place in counted:
                pool = sum(1 << one for one in choices[place].places)
                key = (wish.number, pool)
                found[key] = found.get(key, 0) + 1
    return [(wishes[number], pool, many) for (number, pool), many in found.items()]
