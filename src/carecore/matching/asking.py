"""What somebody new would have to have for a client: worked out from what the criteria ask."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import reduce
from typing import Final, TypeAlias, final

import attrs
from attrs import frozen

from carecore.base.identity import RoleId
from carecore.base.reasons import Reason, Verdict
from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.fits import Judgement
from carecore.matching.fitting import judged, remedies_of
from carecore.matching.openings import Opening
from carecore.matching.policies import Policy
from carecore.matching.pool_index import Index
from carecore.matching.profiles import Profile
from carecore.matching.projections import projection_of, seen_at
from carecore.matching.remedies import Pair, Remedy
from carecore.matching.screens import Screened
from carecore.matching.wanted import Wanted
from carecore.people import Professional

__all__ = ["Newcomers", "Wish", "asks_of", "wishes_of"]

_Limit: TypeAlias = tuple[int, Reason]
_MOST_TRIED: Final = 24


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Wish:
    """What some clients of a panel ask alike of whoever comes.

    Attributes:
        number: its number.
        opening: the opening of one of them.
        points: how many caseload points each of them takes up.
        members: the places of all of them among what is wanted.
    """

    number: int
    opening: Opening
    points: int
    members: tuple[int, ...]


def wishes_of(wanted: Sequence[Wanted], policy: Policy, /) -> list[Wish]:
    """What is wanted, with those together who ask the same of somebody whom nobody knows yet."""
    found: dict[Hashable, list[int]] = {}
    for place, one in enumerate(wanted):
        found.setdefault(asks_of(one, policy), []).append(place)
    return [
        Wish(
            number=number,
            opening=wanted[members[0]].opening,
            points=wanted[members[0]].points,
            members=tuple(members),
        )
        for number, members in enumerate(found.values())
    ]


def asks_of(wanted: Wanted, policy: Policy, /, *, soft: bool = False) -> Hashable:
    """All that is asked of somebody whom nobody knows yet by what is hard, or by all."""
    opening = wanted.opening
    asks: list[Hashable] = [opening.role, wanted.points]
    for one in policy.criteria:
        if not one.is_hard and not soft:
            continue
        if isinstance(one, StandardCriterion):
            asks.append(projection_of(one.kind).asks(opening, one.wanted))
        else:
            # What a criterion of another package looks at is not known.
            asks.append(str(opening.client.id))
    return tuple(asks)


@final
class Newcomers:
    """Works out profiles, and whom somebody of a profile would fit; each is asked once."""

    __slots__ = (
        *("_asked", "_fits", "_hard", "_joined", "_limits", "_order", "_people"),
        *("_policy", "_probe", "_said", "wishes"),
    )

    def __init__(
        self,
        wishes: Sequence[Wish],
        policy: Policy,
        limits: Mapping[RoleId, _Limit],
        probe: str,
        /,
    ) -> None:
        """Begin with nothing asked; *probe* is an id that nobody has."""
        self.wishes = wishes
        self._policy = policy
        self._limits = limits
        self._probe = probe
        self._hard = [one for one in policy.criteria if one.is_hard]
        self._order = {one.id: place for place, one in enumerate(policy.criteria)}
        self._fits: dict[Profile, int] = {}
        self._joined: dict[tuple[Profile, int], Profile | None] = {}
        self._people: dict[Profile, Professional] = {}
        # What a wish asks by a criterion, and what was said of it, by what somebody has.
        self._asked: dict[tuple[str, int], Hashable] = {}
        self._said: dict[Hashable, Verdict] = {}

    def alone(self, wish: Wish, /) -> tuple[Profile | None, tuple[Judgement, ...]]:
        """The least that somebody has to have for *wish*, or what stays in the way of anybody."""
        role = wish.opening.entry
        limit, because = self._limits[role.id]
        employers = dict.fromkeys(one.employer for one in role.engagements)
        first: tuple[Judgement, ...] = ()
        for employer in (None, *employers):
            blank = Profile(
                role=role.id,
                name=role.name,
                as_of=wish.opening.as_of,
                employer=employer,
                caseload_limit=limit,
                because=because,
            )
            profile, left = self._extended(blank, wish)
            if not left:
                return self.least(profile, [wish]), ()
            first = first or left
        return None, first

    def joined(self, profile: Profile, wish: Wish, /) -> Profile | None:
        """*profile* with what *wish* asks besides; `None` if one person can hardly be both."""
        key = (profile, wish.number)
        if key not in self._joined:
            made, left = self._extended(profile, wish)
            fitting: Profile | None = None
            if not left and _is_of_one_place(self._person(made)):
                served = [self.wishes[number] for number in self.fits(profile)]
                fitting = self.least(made, [*served, wish])
            is_one = fitting is not None and _has_one_licence(self._person(fitting))
            self._joined[key] = fitting if is_one else None
        return self._joined[key]

    def least(self, profile: Profile, wishes: Sequence[Wish], /) -> Profile:
        """*profile* without what can be left out for all *wishes*; what is left is in order."""
        for index in range(len(profile.asks)):
            fewer = attrs.evolve(profile, asks=(*profile.asks[:index], *profile.asks[index + 1 :]))
            person = self._person(fewer)
            if not any(self._in_the_way(person, one) for one in wishes):
                return self.least(fewer, wishes)
        return attrs.evolve(profile, asks=tuple(sorted(profile.asks, key=self._place)))

    def fits(self, profile: Profile, /) -> list[int]:
        """The numbers of the wishes that somebody of *profile* would fit."""
        mask = self.masks([profile])[0]
        return [one.number for one in self.wishes if mask >> one.number & 1]

    def masks(self, profiles: Iterable[Profile], /) -> list[int]:
        """For each profile, the bits of the wishes that somebody of it would fit."""
        asked = list(profiles)
        new = list(dict.fromkeys(one for one in asked if one not in self._fits))
        # Each is asked under an id that nobody has, because who it is makes no difference.
        index = Index(one.professional(f"{self._probe}-{place}") for place, one in enumerate(new))
        found = [0] * len(new)
        for wish in self.wishes if new else ():
            left = Screened(index, wish.opening, self._policy).eligible
            while left:
                place = (left & -left).bit_length() - 1
                left &= left - 1
                found[place] |= 1 << wish.number
        self._fits.update(zip(new, found, strict=True))
        return [self._fits[one] for one in asked]

    def chain(self, profile: Profile, others: Sequence[tuple[Wish, int]], room: int, /) -> Profile:
        """*profile*, widened by one wish after another until its clients fill a caseload."""
        tried = 0
        for wish, _ in others:
            mask = self.masks([profile])[0]
            if sum(points for one, points in others if mask >> one.number & 1) >= room:
                break
            if mask >> wish.number & 1 or wish.opening.role != profile.role:
                continue
            if tried == _MOST_TRIED:
                break
            tried += 1
            profile = self.joined(profile, wish) or profile
        return profile

    def _extended(self, profile: Profile, wish: Wish, /) -> tuple[Profile, tuple[Judgement, ...]]:
        """*profile* with all that helps for *wish*, and what is still in the way."""
        asks, opening = list(profile.asks), wish.opening
        pair = Pair(client=opening.client, professional=self._person(profile), as_of=opening.as_of)
        asked: set[str] = set()
        while True:
            person = pair.professional
            left = self._in_the_way(person, wish)
            waiting = [one for one in left if one.id not in asked]
            if not waiting:
                told = tuple(judged(one, person, opening, self._policy) for one in left)
                made = attrs.evolve(profile, asks=tuple(dict.fromkeys(asks)))
                self._people.setdefault(made, person)
                return made, told
            asked.add(waiting[0].id)
            given = remedies_of(waiting[0], person, opening)
            could = [one for one in given if one.points is None and one.starts is None]
            asks.extend(could)
            pair = reduce(_after, could, pair)

    def _person(self, profile: Profile, /) -> Professional:
        if profile not in self._people:
            self._people[profile] = profile.professional(self._probe)
        return self._people[profile]

    def _in_the_way(
        self, person: Professional, wish: Wish, /
    ) -> list[StandardCriterion | Criterion]:
        said = ((one, self._verdict(one, person, wish)) for one in self._hard)
        return [
            one
            for one, verdict in said
            if verdict is Verdict.NOT_MET
            or (verdict is Verdict.UNKNOWN and one.id not in self._policy.admits)
        ]

    def _verdict(
        self, criterion: StandardCriterion | Criterion, person: Professional, wish: Wish, /
    ) -> Verdict:
        """What a criterion says of somebody whom nobody knows; who has the same is asked once."""
        if not isinstance(criterion, StandardCriterion):
            return judged(criterion, person, wish.opening, self._policy).verdict
        looks_at = projection_of(criterion.kind)
        at = (criterion.id, wish.number)
        if at not in self._asked:
            self._asked[at] = looks_at.asks(wish.opening, criterion.wanted)
        key = (criterion.id, self._asked[at], looks_at.has(person))
        if key not in self._said:
            seen = seen_at(criterion.kind, person, wish.opening, criterion.wanted)
            self._said[key] = seen.verdict
        return self._said[key]

    def _place(self, remedy: Remedy, /) -> tuple[int, str]:
        return self._order[remedy.criterion], remedy.text


def _after(pair: Pair, remedy: Remedy, /) -> Pair:
    return remedy.apply(pair)


def _is_of_one_place(person: Professional, /) -> bool:
    """Whether it is usual to find in one person where they work and what they speak.

    One language that is asked for, and several places only with a licence for several.
    """
    is_wide = any(one.multistate for one in person.licences or ())
    one_place = len(person.jurisdictions or ()) <= 1 or is_wide
    return one_place and len(person.languages or ()) <= 1


def _has_one_licence(person: Professional, /) -> bool:
    """Whether there is no more than one licence of each kind."""
    licences = person.licences or ()
    return len({one.credential for one in licences}) == len(licences)
