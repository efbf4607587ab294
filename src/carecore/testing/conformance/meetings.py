"""The openings and professionals that a criterion is tried on: known ones, and drawn ones."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar, cast, final

import attrs
from attrs import frozen
from hypothesis import strategies as st

from carecore.catalogue import STANDARD
from carecore.codec.shapes import fields_of
from carecore.errors import CareError
from carecore.matching import Opening
from carecore.people import Membership, Professional, Team
from carecore.testing.strategies import clients, days, journeys, professionals
from carecore.testing.traveller import TRAVELLER_NOW, traveller_plan, traveller_pool

__all__ = ["Meeting", "drawn_meetings", "known_meeting", "mixed"]

T = TypeVar("T")

_CLIENT: Final = "c-1"
_ROLES: Final = ("care_manager", "medical_escort_nurse")


@final
@frozen(kw_only=True, weakref_slot=False)
class Meeting:
    """Some openings and some professionals, each of whom may come to each.

    Attributes:
        openings: the openings.
        people: the professionals, each id once.
    """

    openings: tuple[Opening, ...]
    people: tuple[Professional, ...]

    def doubled(self) -> "Meeting":
        """The same with a double of each professional, and with some that differ in one thing.

        It is not told of them, or it is as with somebody else.
        """
        people: list[Professional] = []
        for number, one in enumerate(self.people):
            doubles = (one, *mixed(one, self.people[number - 1]))
            keys = (f"{one.id}-{count}" for count in range(len(doubles)))
            people += (one, *map(_called, keys, doubles))
        return attrs.evolve(self, people=tuple(people))

    def varied(self) -> "Meeting":
        """The same with openings that differ in one thing."""
        openings: list[Opening] = []
        for number, one in enumerate(self.openings):
            before = self.openings[number - 1]
            other = before if before.catalogue is one.catalogue else one
            whom = mixed(one.client, other.client)
            openings += (one, *mixed(one, other))
            openings += (attrs.evolve(one, client=client) for client in whom)
        return attrs.evolve(self, openings=tuple(openings))


def _called(key: str, person: Professional, /) -> Professional:
    return attrs.evolve(person, id=key)


def known_meeting(openings: Iterable[Opening], people: Iterable[Professional], /) -> Meeting:
    """What an author has at hand, and the traveller with all who could be engaged for her."""
    plan = traveller_plan()
    journey = plan.journeys[0]
    known = (
        Opening(
            client=plan.client,
            role=role,
            as_of=TRAVELLER_NOW.date(),
            team=plan.team,
            journey=journey,
        )
        for role in _ROLES
    )
    everybody = {str(one.id): one for one in (*traveller_pool(), *people)}
    return Meeting(openings=(*openings, *known), people=tuple(everybody.values()))


def mixed(one: T, other: T, /) -> Iterator[T]:
    """*one*, without each thing that need not be told, and with each thing of *other*."""
    for field in fields_of(cast("type[attrs.AttrsInstance]", type(one))):
        if field.name != "id":
            theirs = [getattr(other, field.name)]
            nothing = [] if field.is_required else [field.default(one)]
            for value in (*nothing, *theirs):
                if value != getattr(one, field.name):
                    yield from _changed(one, field.name, value)


def _changed(one: T, name: str, value: object, /) -> Iterator[T]:
    try:
        yield attrs.evolve(cast("Any", one), **{name: value})
    except CareError:
        # The two things do not go together.
        return


def drawn_meetings() -> st.SearchStrategy[Meeting]:
    """Two openings and two professionals, whatever may be unknown being so sometimes."""
    needs = st.sampled_from([str(one.id) for one in STANDARD.needs])
    settings = st.sampled_from([str(one.id) for one in STANDARD.care_settings])
    roles = st.sampled_from(_ROLES) | st.sampled_from([str(one.id) for one in STANDARD.roles])
    whom = clients(
        id=st.just(_CLIENT),
        needs=st.none() | st.lists(needs, max_size=3, unique=True).map(tuple),
        setting=st.none() | settings,
    )
    openings = st.builds(
        Opening,
        client=whom,
        role=roles,
        as_of=days(),
        team=st.none() | st.builds(_team, st.sampled_from(("p-1", "p-9"))),
        journey=st.none() | journeys(client_id=st.just(_CLIENT)),
    )
    people = (
        professionals(
            id=st.just(key),
            roles=st.lists(roles, max_size=2, unique=True).map(tuple),
            settings=st.none() | st.lists(settings, max_size=2, unique=True).map(tuple),
        )
        for key in ("p-1", "p-2")
    )
    return st.builds(Meeting, openings=st.tuples(openings, openings), people=st.tuples(*people))


def _team(member: str, /) -> Team:
    known = Membership(person_id=member, role=_ROLES[0])
    return Team(id="t-1", client_id=_CLIENT, memberships=(known,))
