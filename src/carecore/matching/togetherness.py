"""Company: clients who come to one professional together, and clients who may not share one.

Whoever stays together is asked for as one: what they cost and take up is added up, and only those
who fit all of them may come.
That changes no cost and leaves no answer out, so whatever is proved of it is proved.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, final

from attrs import frozen

from carecore.base.checks import in_order
from carecore.base.identity import ClientId
from carecore.base.lookups import near_ids
from carecore.base.plan_ids import client_ids
from carecore.base.reasons import at
from carecore.errors import CareError, InvalidValue, UnknownId, WrongType, described
from carecore.flows import Candidates, FlowSolver, Proposer
from carecore.matching.candidates import Choices
from carecore.matching.placements import UnplacedBecause
from carecore.matching.rooms import Room

__all__ = [
    "NO_GROUPING",
    "Company",
    "Grouping",
    "Party",
    "company_of",
    "grouping_of",
    "require_solver",
]


@final
@frozen(kw_only=True, weakref_slot=False)
class Grouping:
    """Who stays together and who apart, by ids of clients.

    Attributes:
        together: groups that come to one professional, in each role that several of them want.
        apart: groups of which no two come to the same professional, in whatever role.
    """

    together: tuple[tuple[ClientId, ...], ...] = ()
    apart: tuple[tuple[ClientId, ...], ...] = ()

    def faults(self, clients: Iterable[str], /) -> Iterator[CareError]:
        """What is wrong with it for a panel of *clients*, which are ids."""
        known = dict.fromkeys(clients)
        yield from _unknown("$together", self.together, known)
        yield from _unknown("$apart", self.apart, known)
        group_of: dict[ClientId, int] = {}
        for number, group in enumerate(self.together):
            for one in group:
                if group_of.setdefault(one, number) != number:
                    what = f"the client {one!r} stays together with two groups"
                    advice = "Maybe make them one group"
                    yield InvalidValue(what, place=at("$together", number), advice=advice)
        for number, group in enumerate(self.apart):
            for one, other in combinations(group, 2):
                if one in group_of and group_of[one] == group_of.get(other):
                    what = f"{one!r} and {other!r} stay together as well"
                    advice = "Maybe one of the two is meant"
                    yield InvalidValue(what, place=at("$apart", number), advice=advice)


NO_GROUPING: Final = Grouping()
"""Nobody stays together, and nobody apart."""


def grouping_of(together: Iterable[Iterable[str]], apart: Iterable[Iterable[str]], /) -> Grouping:
    """The groups, each checked by itself.

    Raises:
        WrongType: if a group is no collection of ids.
        InvalidValue: if a group names a client twice, or fewer than two.
    """
    return Grouping(together=_groups("$together", together), apart=_groups("$apart", apart))


def require_solver(solver: object, /) -> None:
    """Refuse what is no solver.

    Raises:
        WrongType: if it can neither propose nor solve a flow, or is a class that could be asked.
    """
    # To a protocol a class looks like its values.
    if isinstance(solver, type) and isinstance(solver, Proposer | FlowSolver):
        what = f"this is the class {solver.__name__}, and one of its values is wanted"
        raise WrongType(what, place="$solver", advice=f"Maybe {solver.__name__}()")
    if solver is not None and not isinstance(solver, Proposer | FlowSolver):
        what = f"this is {described(solver)}, and a solver is wanted"
        raise WrongType(what, place="$solver", advice="Maybe HighsSolver()")


def _groups(place: str, groups: Iterable[Iterable[str]], /) -> tuple[tuple[ClientId, ...], ...]:
    try:
        listed = list(in_order(groups, of="groups"))
    except CareError as fault:
        raise fault.below(place) from None
    return tuple(_group(at(place, number), one) for number, one in enumerate(listed))


def _group(place: str, group: Iterable[str], /) -> tuple[ClientId, ...]:
    try:
        found = client_ids(group)
    except CareError as fault:
        raise fault.below(place) from None
    if len(found) <= 1:
        what = f"the group names {len(found)} client{'' if found else 's'}"
        raise InvalidValue(what, place=place, advice="Maybe name two or more")
    return found


def _unknown(
    place: str, groups: Sequence[Sequence[ClientId]], known: dict[str, None], /
) -> Iterator[CareError]:
    for number, group in enumerate(groups):
        for position, one in enumerate(group):
            if one not in known:
                near = near_ids(one, known)
                yield UnknownId("client", one, near=near, place=at(place, number, position))


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Party:
    """One choice, or those who stay together, as the engine is asked for them.

    Attributes:
        members: the numbers of the choices.
        points: how many caseload points they take up together.
        places: the places in the index of those who fit all of them, in order.
        costs: what each costs for all of them.
        wait: what it costs if all of them wait.
        pin: the place of the only one who may come; `None`: nobody is fixed.
    """

    members: tuple[int, ...]
    points: int
    places: Sequence[int]
    costs: Sequence[int]
    wait: int
    pin: int | None

    @property
    def candidates(self) -> Candidates:
        """The same as the engine takes it."""
        return Candidates(self.places, self.costs, wait_cost=self.wait, pin=self.pin)


@final
@frozen(kw_only=True, weakref_slot=False, eq=False)
class Company:
    """Who of the choices stays together and who apart, by their numbers.

    Attributes:
        choices: what is wanted, and who could come.
        together: for each group the numbers of its choices, of one role each.
        apart: numbers of choices of which no two come to the same professional.
        group_of: the group of each choice that stays together with others.
        rivals: for each choice that is kept apart, from which others.
    """

    choices: Sequence[Choices]
    together: Sequence[tuple[int, ...]]
    apart: Sequence[tuple[int, ...]]
    group_of: Mapping[int, tuple[int, ...]]
    rivals: Mapping[int, tuple[int, ...]]

    def parties(self) -> list[Party]:
        """The choices, those who stay together as one, in the order of their first."""
        groups = (self.group_of.get(number, (number,)) for number in range(len(self.choices)))
        return [self._party(group) for number, group in enumerate(groups) if number == group[0]]

    def _party(self, members: tuple[int, ...], /) -> Party:
        several = [self.choices[number] for number in members]
        first = several[0]
        places, costs = first.places, first.costs
        for one in several[1:]:
            more = dict(zip(one.places, one.costs, strict=True))
            both = [(place, cost) for place, cost in zip(places, costs, strict=True)]
            kept = [(place, cost + more[place]) for place, cost in both if place in more]
            places, costs = [place for place, _ in kept], [cost for _, cost in kept]
        return Party(
            members=members,
            points=sum(one.wanted.points for one in several),
            places=places,
            costs=costs,
            wait=sum(one.wait for one in several),
            pin=next((one.pin for one in several if one.pin is not None), None),
        )

    def pin_faults(self) -> Iterator[CareError]:
        """Where pins contradict who stays together, or apart."""
        for group in self.together:
            pins = {one.pin for one in self._some(group)} - {None}
            if len(pins) > 1:
                what = f"{self._ids(group)} stay together, and are pinned to several"
                yield InvalidValue(what, place="$pins", advice="Maybe pin one of them only")
            elif pins and not pins <= set(self._party(group).places):
                what = f"whom one of {self._ids(group)} is pinned to does not fit all of them"
                yield InvalidValue(what, place="$pins", advice="Maybe pin another, or part them")
        for pair in {pair: None for group in self.apart for pair in combinations(group, 2)}:
            one, other = self._some(pair)
            if one.pin is not None and one.pin == other.pin:
                what = f"{self._ids(pair)} are kept apart, and pinned to the same"
                yield InvalidValue(what, place="$pins", advice="Maybe pin one of them only")

    def reasons_for_solver(self) -> Iterator[str]:
        """Why the flow cannot tell; nothing, where those kept apart could never meet."""
        for group in self.apart:
            wanted = Counter(place for one in self._some(group) for place in one.places)
            if any(count > 1 for count in wanted.values()):
                yield f"{self._ids(group)} may not share a professional"

    def together_with(self, number: int, /) -> tuple[ClientId, ...]:
        """Ids of the clients with whom a choice stays together."""
        return self._others(number, self.group_of.get(number, ()))

    def apart_from(self, number: int, /) -> tuple[ClientId, ...]:
        """Ids of the clients from whom a choice is kept apart."""
        return self._others(number, self.rivals.get(number, ()))

    def why_waiting(
        self,
        number: int,
        /,
        *,
        rooms: Sequence[Room],
        taken: Mapping[int, int],
        places: Sequence[int | None],
    ) -> tuple[UnplacedBecause, str] | None:
        """Why a choice waits, if that is because of its company; `None`: it is not.

        Args:
            number: the choice.
            rooms: the room of each place, before anybody is placed.
            taken: how many points of it are taken in the end.
            places: where everybody is in the end.
        """
        group = self.group_of.get(number, (number,))
        rivals = {other for one in group for other in self.rivals.get(one, ())}
        if not self.choices[number].places or not (rivals or len(group) > 1):
            return None
        party = self._party(group)
        told = None if len(group) == 1 else self._why_not_at_all(number, party, rooms)
        if told is not None:
            return told
        fit = _fitting(len(party.places), len(group))
        open_to = {
            place for place in party.places if rooms[place].free - taken[place] >= party.points
        }
        if open_to and open_to <= {places[other] for other in rivals}:
            text = f"{fit}, and whoever has room has somebody from whom the client is kept apart"
            return UnplacedBecause.APART, text
        # Of one by itself the usual reasons tell enough.
        return None if len(group) == 1 else _why_all_wait(fit, has_room=bool(open_to))

    def _why_not_at_all(
        self, number: int, party: Party, rooms: Sequence[Room], /
    ) -> tuple[UnplacedBecause, str] | None:
        """Why nobody could take all of a party, whoever else is placed where."""
        if not party.places:
            own = _fitting(len(self.choices[number].places), 1)
            text = f"{own}, and nobody fits all {len(party.members)} who stay together"
            return UnplacedBecause.TOGETHER, text
        if any(rooms[place].free >= party.points for place in party.places):
            return None
        fit = _fitting(len(party.places), len(party.members))
        points = f"{party.points} point{'' if party.points == 1 else 's'}"
        return UnplacedBecause.TOGETHER, f"{fit}, and nobody has room for their {points}"

    def _some(self, numbers: Iterable[int], /) -> list[Choices]:
        return [self.choices[number] for number in numbers]

    def _ids(self, numbers: Iterable[int], /) -> str:
        ids = dict.fromkeys(repr(one.wanted.key[0]) for one in self._some(numbers))
        *first, last = ids
        return f"{', '.join(first)} and {last}"

    def _others(self, number: int, numbers: Iterable[int], /) -> tuple[ClientId, ...]:
        others = self._some(other for other in numbers if other != number)
        return tuple(dict.fromkeys(one.wanted.opening.client.id for one in others))


def company_of(grouping: Grouping, choices: Sequence[Choices], /) -> Company:
    """What *grouping* means for *choices*: together in each role, apart in whatever role."""
    of_client: dict[str, list[int]] = {}
    for number, one in enumerate(choices):
        of_client.setdefault(one.wanted.key[0], []).append(number)
    together: list[tuple[int, ...]] = []
    apart: dict[tuple[int, ...], None] = {}
    for group in grouping.together:
        together += [one for one in _by_role(group, of_client, choices) if len(one) > 1]
    for group in grouping.apart:
        apart.update((one, None) for one in _by_role(group, of_client, choices) if len(one) > 1)
        for first, second in combinations(group, 2):
            for pair in _pairs(of_client.get(first, ()), of_client.get(second, ())):
                if len({choices[number].wanted.key[1] for number in pair}) > 1:
                    apart[pair] = None
    rivals: dict[int, dict[int, None]] = {}
    for members in apart:
        for number in members:
            others = dict.fromkeys(other for other in members if other != number)
            rivals.setdefault(number, {}).update(others)
    return Company(
        choices=choices,
        together=sorted(together),
        apart=sorted(apart),
        group_of={number: members for members in together for number in members},
        rivals={number: tuple(sorted(others)) for number, others in rivals.items()},
    )


def _fitting(count: int, members: int, /) -> str:
    whom = "" if members == 1 else f" all {members} who stay together"
    return f"{count} fit{'s' if count == 1 else ''}{whom}"


def _why_all_wait(fit: str, /, *, has_room: bool) -> tuple[UnplacedBecause, str]:
    if has_room:
        text = f"{fit}, and to place them would cost more than to wait"
        return UnplacedBecause.COSTS_MORE, text
    return UnplacedBecause.NO_ROOM, f"{fit}, and all their places are taken"


def _by_role(
    group: Iterable[str], of_client: Mapping[str, Sequence[int]], choices: Sequence[Choices], /
) -> list[tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for client in group:
        for number in of_client.get(client, ()):
            found.setdefault(choices[number].wanted.key[1], []).append(number)
    return [tuple(sorted(numbers)) for _, numbers in sorted(found.items())]


def _pairs(some: Iterable[int], others: Iterable[int], /) -> list[tuple[int, int]]:
    return [(min(one, other), max(one, other)) for one in some for other in others]
