"""A panel as the engine has it, so that one change asks and repairs no more than it has to.

Every step gives another state and leaves the one before as it was; what is alike is shared.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import final

import attrs
from attrs import frozen

from carecore.base.identity import RoleId
from carecore.catalogue import Catalogue
from carecore.errors import InvalidValue
from carecore.matching.allocations import Allocation
from carecore.matching.candidates import Choices, choices_of
from carecore.matching.concluding import Conclusion
from carecore.matching.live_engines import Engine, engine_of
from carecore.matching.policies import Policy
from carecore.matching.pool_index import Index
from carecore.matching.pricing import Pricing, pricing_of, rounded_up, slot_costs
from carecore.matching.rooms import Room, rooms_of
from carecore.matching.sharing import Sharing
from carecore.matching.sharing_out import Question, by_ids
from carecore.matching.solving import light_place, with_light
from carecore.matching.togetherness import NO_GROUPING, company_of
from carecore.matching.wanted import Wanted, Wishes
from carecore.people import Client, Professional, Team

__all__ = ["Key", "LiveState", "Rules", "first_state", "misfit"]

Key = tuple[str, str]
"""Ids of client and role."""


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Rules:
    """What stays the same while a panel changes.

    Attributes:
        role: id of the role that all clients want; `None`: what advice recommends.
        policy: which criteria are asked.
        sharing: what counts besides fit.
        as_of: the day.
        catalogue: what the field knows.
        before: id of who had whom, by client and role.
        pins: id of who has to come to whom, by client and role.
        barred: ids of client and professional who may not come together.
        gives_back: whether the caseloads hold the clients of *before* already.
        wishes: works out what clients want.
    """

    role: RoleId | None
    policy: Policy
    sharing: Sharing
    as_of: date
    catalogue: Catalogue
    before: Mapping[Key, str]
    pins: Mapping[Key, str]
    barred: frozenset[Key]
    gives_back: bool
    wishes: Wishes

    def held(self, wanted: Sequence[Wanted], /) -> Counter[str]:
        """How many points caseloads hold of what is wanted, by id of the professional."""
        found = Counter[str]()
        for one in wanted if self.gives_back else ():
            if one.key in self.before:
                found[self.before[one.key]] += one.points
        return found


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class LiveState:
    """Who is where, and all that it rests on.

    Attributes:
        rules: what stays the same.
        people: everybody in the pool as they were given, by id.
        teams: the team of each client whose team is known.
        index: everybody by place, with what their caseloads give back.
        rooms: the room of each place.
        keys: what each client of clients wants, by id of the client.
        numbers: the number that the engine has for what is wanted.
        choices: who may come, by that number; `None`: the number is nobody's now.
        spare: numbers that are nobody's.
        light: who may come to whom takes up no points.
        without_role: the clients for whom nobody has to be engaged, with what was recommended.
        count: how many things are wanted.
        points: how many points in all; what takes up none counts as one.
        pricing: the prices.
        sizes: how many take up how many points, of those who take up any.
        engine: where everybody is, and what proves it.
        moved: the numbers of those who went elsewhere in the last step.
    """

    rules: Rules
    people: Mapping[str, Professional]
    teams: Mapping[str, Team]
    index: Index
    rooms: Sequence[Room]
    keys: Mapping[str, tuple[Key, ...]]
    numbers: Mapping[Key, int]
    choices: Sequence[Choices | None]
    spare: tuple[int, ...]
    light: Mapping[Key, Choices]
    without_role: Mapping[str, tuple[Client, str]]
    count: int
    points: int
    pricing: Pricing
    sizes: Mapping[int, int]
    engine: Engine
    moved: tuple[int, ...] = ()

    @property
    def cost(self) -> int:
        """What all cost."""
        return self.engine.objective + self.light_cost

    @property
    def bound(self) -> int:
        """No allocation costs less."""
        return self.engine.bound + self.light_cost

    @property
    def light_cost(self) -> int:
        """What those cost who take up no points."""
        return sum(light_place(one)[1] for one in self.light.values())

    @property
    def waiting_points(self) -> int:
        """How many points wait, or count as waiting."""
        waiting = [key for key in (*self.numbers, *self.light) if self.place(key) is None]
        return sum(max(self.choice(key).wanted.points, 1) for key in waiting)

    def choice(self, key: Key, /) -> Choices:
        """Who may come, for what is wanted."""
        found = self.light.get(key) or self.choices[self.numbers[key]]
        assert found is not None
        return found

    def place(self, key: Key, /) -> int | None:
        """The place of who has a client; `None`: the client waits."""
        if key in self.light:
            return light_place(self.light[key])[0]
        return self.engine.place(self.numbers[key])

    def name(self, place: int | None, /) -> str | None:
        """Id of who is at a place."""
        return None if place is None else str(self.index.at(place).id)

    def choices_of(self, wanted: Wanted, /) -> Choices:
        """Who may come to *wanted* now.

        Raises:
            InvalidValue: if somebody is pinned who does not fit.
        """
        rules = self.rules
        known = {key: whom for key, whom in rules.pins.items() if whom in self.index.places}
        found = choices_of(
            wanted,
            self.index,
            rules.policy,
            self.pricing,
            before=rules.before,
            pins=known,
            barred=rules.barred,
        )
        whom = rules.pins.get(wanted.key)
        if whom is not None and found.pin not in found.places:
            raise misfit(wanted.key[0], whom)
        return found

    def slots(self, room: Room, /) -> list[int]:
        """What each caseload point of somebody costs."""
        return slot_costs(room.limit, room.held, room.free, self.rules.sharing)

    def rooms_of(self, people: Sequence[Professional], /) -> list[Room]:
        """The room of each; where it is not known, there is more than anybody needs."""
        return rooms_of(people, self.rules.as_of, most=rounded_up(self.points))

    def wanted(self) -> list[Wanted]:
        """All that is wanted."""
        heavy = [one.wanted for one in self.choices if one is not None]
        return [*heavy, *(one.wanted for one in self.light.values())]

    def pricing_now(self) -> Pricing:
        """The prices for so many as are wanted."""
        rules = self.rules
        return pricing_of(rules.policy, rules.sharing, wanted=self.count, points=self.points)

    def allocation(self) -> Allocation:
        """The whole answer; it is proved anew, from the beginning."""
        order = sorted((*self.numbers, *self.light), key=self._in_order)
        choices = [self.choice(key) for key in order]
        heavy = [key for key in order if key in self.numbers]
        solution = self.engine.solution(
            [self.numbers[key] for key in heavy], [self.choice(key) for key in heavy]
        )
        return by_ids(
            Conclusion(
                index=self.index,
                policy=self.rules.policy,
                sharing=self.rules.sharing,
                pricing=self.pricing,
                before=self.rules.before,
                rooms=self.rooms,
                choices=choices,
                solution=with_light(choices, solution) if self.light else solution,
                without_role=[self.without_role[key] for key in sorted(self.without_role)],
                company=company_of(NO_GROUPING, choices),
                obstacles={},
            ).answer(self.rules.as_of)
        )

    def _in_order(self, key: Key, /) -> tuple[str, int]:
        """By client, and the roles of one as they are wanted."""
        return key[0], self.keys[key[0]].index(key)


def misfit(client: str, professional: str, /) -> InvalidValue:
    """What is wrong where a pinned pair does not fit."""
    what = f"{professional!r} is pinned to {client!r}, and does not fit"
    return InvalidValue(what, place="$pins", advice="Maybe share out again without that pin")


def first_state(question: Question, rules: Rules, people: Sequence[Professional], /) -> LiveState:
    """Share a panel out for the first time.

    Args:
        question: what is shared out.
        rules: what stays the same.
        people: everybody in the pool as they were given.
    """
    wanted = question.wanted
    keys: dict[str, tuple[Key, ...]] = {}
    for one in wanted:
        keys[one.key[0]] = (*keys.get(one.key[0], ()), one.key)
    teams = ((one.key[0], one.opening.team) for one in wanted)
    points = sum(max(one.points, 1) for one in wanted)
    pricing = pricing_of(rules.policy, rules.sharing, wanted=len(wanted), points=points)
    blank = LiveState(
        rules=rules,
        people={str(one.id): one for one in people},
        teams={key: team for key, team in teams if team is not None},
        index=Index(question.people),
        rooms=(),
        keys=keys,
        numbers={},
        choices=(),
        spare=(),
        light={},
        without_role={str(one.id): (one, told) for one, told in question.without_role},
        count=len(wanted),
        points=points,
        pricing=pricing,
        sizes=Counter(one.points for one in wanted if one.points),
        engine=engine_of((), (), (), places={}),
    )
    choices = [blank.choices_of(one) for one in wanted]
    heavy = [one for one in choices if one.wanted.points]
    rooms = blank.rooms_of(question.people)
    return attrs.evolve(
        blank,
        rooms=rooms,
        numbers={one.wanted.key: number for number, one in enumerate(heavy)},
        choices=heavy,
        light={one.wanted.key: one for one in choices if not one.wanted.points},
        engine=engine_of(heavy, [*map(blank.slots, rooms)], [*blank.sizes], places={}),
    )
