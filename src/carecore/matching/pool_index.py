"""The index of a pool: who has the same, as bits, so that a question walks no pairs.

Each professional has a place, which is a bit.
For each kind of criterion, professionals who have the same stand in one group; one of them is asked
for all.
What was seen is kept by what was asked; it depends on nothing else, so an index that differs in one
professional uses it as well.
"""

from collections.abc import Hashable, Iterable
from typing import Final, TypeAlias, final

import attrs

from carecore.base.reasons import Verdict
from carecore.catalogue import Catalogue
from carecore.matching.criteria import CriterionKind, StandardCriterion
from carecore.matching.openings import Opening
from carecore.matching.projections import Seen, projection_of, seen_at
from carecore.people import Professional

__all__ = ["Answer", "Asker", "Index", "places_in"]

_CHUNK: Final = 960


def places_in(mask: int, /) -> list[int]:
    """The places of the bits of a mask, in order.

    >>> places_in(0b1011)
    [0, 1, 3]
    """
    found: list[int] = []
    start = 0
    while mask:
        chunk = mask & _LOW
        while chunk:
            low = chunk & -chunk
            found.append(start + low.bit_length() - 1)
            chunk ^= low
        mask >>= _CHUNK
        start += _CHUNK
    return found


_LOW: Final = (1 << _CHUNK) - 1
_NO_GROUP: Final = -1


@final
class _Sorted:
    """Everybody, sorted by what they have, for one kind of criterion.

    Attributes:
        groups: the number of each group, by what its people have.
        speakers: somebody of each group, who is asked for all.
        members: the bits of each group.
        numbers: the group of each place.
    """

    __slots__ = ("groups", "members", "numbers", "speakers")

    def __init__(self) -> None:
        """Begin with nobody."""
        self.groups: dict[Hashable, int] = {}
        self.speakers: list[Professional] = []
        self.members: list[int] = []
        self.numbers: list[int] = []

    def put(self, kind: CriterionKind, place: int, person: Professional | None, /) -> None:
        """Put *person*, or nobody, at a place where nobody is."""
        self.numbers += [_NO_GROUP] * (place + 1 - len(self.numbers))
        if person is None:
            return
        have = projection_of(kind).has(person)
        number = self.groups.setdefault(have, len(self.speakers))
        if number == len(self.speakers):
            self.speakers.append(person)
            self.members.append(0)
        self.members[number] |= 1 << place
        self.numbers[place] = number

    def without(self, place: int, /) -> "_Sorted":
        """A copy with nobody at *place*; groups keep their numbers."""
        made = _Sorted()
        made.groups, made.speakers = self.groups.copy(), self.speakers.copy()
        made.members, made.numbers = self.members.copy(), self.numbers.copy()
        if place < len(made.numbers) and made.numbers[place] != _NO_GROUP:
            made.members[made.numbers[place]] &= ~(1 << place)
            made.numbers[place] = _NO_GROUP
        return made


_Question: TypeAlias = tuple[CriterionKind, tuple[str, ...], int]


@final
class _Sheet:
    """What was seen of all groups for one thing that was asked.

    Attributes:
        met: the bits of those for whom it is met.
        unknown: the bits of those for whom it is unknown.
        seen: what was seen, by group.
    """

    __slots__ = ("met", "seen", "unknown")

    def __init__(self, seen: tuple[Seen, ...], members: list[int], /) -> None:
        """Join the groups of whom the same was seen."""
        self.seen: tuple[Seen, ...] = seen
        self.met: int = 0
        self.unknown: int = 0
        for one, mask in zip(seen, members, strict=False):
            if one.verdict is Verdict.MET:
                self.met |= mask
            elif one.verdict is Verdict.UNKNOWN:
                self.unknown |= mask


@final
class Answer:
    """What a criterion says of everybody.

    Attributes:
        met: the bits of those for whom it is met.
        unknown: the bits of those for whom it is unknown.
    """

    __slots__ = ("_named", "_numbers", "_seen", "met", "unknown")

    def __init__(self, sheet: _Sheet, numbers: list[int], named: dict[int, Seen], /) -> None:
        """What the sheet says, but for those who are *named*."""
        self._seen = sheet.seen
        self._numbers = numbers
        self._named = named
        self.met: int = sheet.met
        self.unknown: int = sheet.unknown
        for place, one in named.items():
            bit = 1 << place
            self.met &= ~bit
            self.unknown &= ~bit
            if one.verdict is Verdict.MET:
                self.met |= bit
            elif one.verdict is Verdict.UNKNOWN:
                self.unknown |= bit

    def seen(self, place: int, /) -> Seen:
        """What was seen of the one at *place*."""
        named = self._named.get(place)
        return self._seen[self._numbers[place]] if named is None else named


@final
class Index:
    """Everybody of a pool by place, and who has the same.

    Attributes:
        people: everybody, by place; `None`: nobody is there any more.
        places: the place of each, by id.
        everybody: the bits of all.
        kept: what is worked out from it elsewhere, by what it is.
    """

    __slots__ = (
        *("_askers", "_sorted"),
        *("everybody", "kept", "people", "places"),
    )

    def __init__(self, people: Iterable[Professional] = (), /) -> None:
        """Give each of *people* a place; what they have is looked at when it is asked for."""
        self.people: list[Professional | None] = list(people)
        self.places: dict[str, int] = {
            str(one.id): place for place, one in enumerate(self.people) if one is not None
        }
        self.everybody: int = (1 << len(self.people)) - 1
        self._sorted: dict[CriterionKind, _Sorted] = {}
        self._askers: dict[_Question, Asker] = {}
        # What is worked out from the index elsewhere, so that it is once.
        self.kept: dict[Hashable, object] = {}

    def at(self, place: int, /) -> Professional:
        """Who is at a place where somebody is."""
        person = self.people[place]
        assert person is not None
        return person

    def asker(self, criterion: StandardCriterion, catalogue: Catalogue, /) -> "Asker":
        """Who puts *criterion* to everybody, with what the field knows."""
        question = (criterion.kind, criterion.wanted, id(catalogue))
        found = self._askers.get(question)
        if found is None:
            found = self._askers[question] = Asker(self, criterion, catalogue)
        return found

    def answer(self, criterion: StandardCriterion, opening: Opening, /) -> Answer:
        """What *criterion* says of everybody for *opening*."""
        return self.asker(criterion, opening.catalogue).answer(opening)

    def groups(self, kind: CriterionKind, /) -> list[int]:
        """By place, the number of those who have the same."""
        return self.sorted(kind).numbers

    def with_person(self, person: Professional, /) -> "Index":
        """This index with *person*, in place of the one with that id or in a place of their own."""
        place = self.places.get(str(person.id))
        if place is None:
            place = len(self.people)
        return self._changed(place, person)

    def without(self, key: str, /) -> "Index":
        """This index without the one with that id."""
        return self._changed(self.places[key], None)

    def sorted(self, kind: CriterionKind, /) -> _Sorted:
        """Everybody, sorted by what they have."""
        known = self._sorted.get(kind)
        if known is None:
            known = _Sorted()
            for place, person in enumerate(self.people):
                known.put(kind, place, person)
            self._sorted[kind] = known
        return known

    def _changed(self, place: int, person: Professional | None, /) -> "Index":
        """A copy in which *person* is at *place*; what was seen of groups is taken over."""
        made = Index()
        made.people = [*self.people[:place], person, *self.people[place + 1 :]]
        made.places = self.places.copy()
        made.everybody = self.everybody & ~(1 << place)
        if place < len(self.people):
            made.places.pop(str(self.at(place).id))
        if person is not None:
            made.places[str(person.id)] = place
            made.everybody |= 1 << place
        for kind, known in self._sorted.items():
            made._sorted[kind] = known.without(place)
            made._sorted[kind].put(kind, place, person)
        made._askers = {one: asker.of(made) for one, asker in self._askers.items()}
        return made


@final
class Asker:
    """Puts one criterion to everybody; whoever has the same is asked once for each thing asked."""

    __slots__ = (
        *("_catalogue", "_criterion", "_index", "_kind", "_looks_at"),
        *("_seen", "_sheets", "_wanted"),
    )

    def __init__(self, index: Index, criterion: StandardCriterion, catalogue: Catalogue, /) -> None:
        """Begin with nothing asked."""
        self._index = index
        self._criterion = criterion
        self._kind = criterion.kind
        self._wanted = criterion.wanted
        self._looks_at = projection_of(criterion.kind)
        # It is kept, so that its number stays its own.
        self._catalogue = catalogue
        # By what was asked: what was seen of each group, and what that makes for these people.
        self._seen: dict[Hashable, tuple[Seen, ...]] = {}
        self._sheets: dict[Hashable, _Sheet] = {}

    def of(self, index: Index, /) -> "Asker":
        """The same for an index in which one place differs; what was seen is taken over."""
        made = Asker(index, self._criterion, self._catalogue)
        made._seen = self._seen.copy()
        return made

    def masks(self, opening: Opening, /) -> tuple[int, int]:
        """The bits of those for whom it is met, and of those for whom it is unknown."""
        sheet = self._sheet(opening)
        if self._looks_at.names is None:
            return sheet.met, sheet.unknown
        named = self._named(opening)
        if not named:
            return sheet.met, sheet.unknown
        answer = Answer(sheet, self._index.groups(self._kind), named)
        return answer.met, answer.unknown

    def answer(self, opening: Opening, /) -> Answer:
        """What it says of everybody for *opening*."""
        sheet = self._sheet(opening)
        return Answer(sheet, self._index.groups(self._kind), self._named(opening))

    def _names(self, opening: Opening, /) -> frozenset[str]:
        names = self._looks_at.names
        return frozenset() if names is None else names(opening, self._wanted)

    def _named(self, opening: Opening, /) -> dict[int, Seen]:
        """What is seen of those whom the opening names."""
        places = self._index.places
        there = [places[name] for name in self._names(opening) if name in places]
        return {
            place: seen_at(self._kind, self._index.at(place), opening, self._wanted)
            for place in there
        }

    def _sheet(self, opening: Opening, /) -> _Sheet:
        asks = self._looks_at.asks(opening, self._wanted)
        sheet = self._sheets.get(asks)
        if sheet is None:
            sheet = self._sheets[asks] = self._new_sheet(asks, opening)
        return sheet

    def _new_sheet(self, asks: Hashable, opening: Opening, /) -> _Sheet:
        kind, wanted = self._kind, self._wanted
        by = self._index.sorted(kind)
        seen = self._seen.get(asks, ())
        names = self._names(opening)
        fresh = (
            seen_at(kind, _nobody_of(one, names), opening, wanted)
            for one in by.speakers[len(seen) :]
        )
        # Assigned at once, never added to: another thread may ask the same.
        self._seen[asks] = seen = (*seen, *fresh)
        return _Sheet(seen, by.members)


def _nobody_of(person: Professional, names: frozenset[str], /) -> Professional:
    """*person*, under an id that nobody names: what is said of the group is said of nobody."""
    if str(person.id) not in names:
        return person
    free = next(key for key in map(str, range(len(names) + 1)) if key not in names)
    return attrs.evolve(person, id=free)
