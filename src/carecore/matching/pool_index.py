"""The index of a pool: who has the same, as bits, so that a question walks no pairs.

Each professional has a place, which is a bit.
For each way of looking, professionals who have the same stand in one group; one of them is asked
for all.
What was seen is kept by what was asked; it depends on nothing else, so an index that differs in one
professional uses it as well.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import partial
from typing import Final, NamedTuple, TypeAlias, final

import attrs

from carecore.base.jurisdictions import Jurisdiction
from carecore.base.reasons import Verdict
from carecore.catalogue import Catalogue
from carecore.credentials import Licence, licence_holds
from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.fitting import judged
from carecore.matching.lenses import Lens, lens_of
from carecore.matching.licensed import Licensed
from carecore.matching.openings import Opening
from carecore.matching.policies import Policy
from carecore.matching.pool_groups import Groups, places_in
from carecore.matching.projections import NOTHING, Seen
from carecore.matching.sheets import Answer, Sheet, sheet_of
from carecore.people import Professional

__all__ = ["Asker", "Index", "Row", "Screen", "nobody_of"]

_MOST_KEPT: Final = 16
_MOST_SHEETS: Final = 10_000


def _alike(_: Professional, /) -> Hashable:
    return NOTHING


@final
class Index:
    """Everybody of a pool by place, and who has the same.

    Attributes:
        people: everybody, by place; `None`: nobody is there any more.
        places: the place of each, by id.
        everybody: the bits of all.
        screens: the policies that were put to everybody, ready to be put again.
    """

    __slots__ = (
        *("_askers", "_groups", "_licensed"),
        *("everybody", "people", "places", "screens"),
    )

    def __init__(self, people: Iterable[Professional] = (), /) -> None:
        """Give each of *people* a place; what they have is looked at when it is asked for."""
        self.people: list[Professional | None] = list(people)
        self.places: dict[str, int] = {
            str(one.id): place for place, one in enumerate(self.people) if one is not None
        }
        self.everybody: int = (1 << len(self.people)) - 1
        self._groups: dict[Hashable, Groups] = {}
        self._licensed: Licensed | None = None
        self._askers: dict[Hashable, Asker] = {}
        self.screens: dict[tuple[int, int], Screen] = {}

    def at(self, place: int, /) -> Professional:
        """Who is at a place where somebody is."""
        person = self.people[place]
        assert person is not None
        return person

    def screen(self, policy: Policy, catalogue: Catalogue, /) -> "Screen":
        """The screen for that policy; the same one each time it is asked for."""
        key = id(policy), id(catalogue)
        found = self.screens.get(key)
        if found is None:
            if len(self.screens) >= _MOST_KEPT:
                # Whoever makes a policy for each question should not fill the memory with them.
                self.screens.clear()
                self._askers.clear()
            found = self.screens[key] = Screen(self, policy, catalogue)
        return found

    def asker(self, lens: Lens, catalogue: Catalogue, /) -> "Asker":
        """Who asks everybody what *lens* looks at, with what the field knows."""
        question = lens.key, id(catalogue)
        found = self._askers.get(question)
        if found is None:
            found = self._askers[question] = Asker(self, lens, catalogue)
        return found

    def groups(self, lens: Lens, /) -> Groups:
        """Everybody, sorted by what they have."""
        return self._sorted(lens.sorts_by, lens.has)

    def alike(self) -> Groups:
        """Everybody in one group."""
        return self._sorted(NOTHING, _alike)

    @property
    def licensed(self) -> Licensed:
        """Everybody, by the licences that they hold."""
        if self._licensed is None:
            self._licensed = Licensed(self.people)
        return self._licensed

    def with_person(self, person: Professional, /) -> "Index":
        """This index with *person*, in place of the one with that id or in a place of their own."""
        place = self.places.get(str(person.id))
        if place is None:
            place = len(self.people)
        return self._changed(place, person)

    def without(self, key: str, /) -> "Index":
        """This index without the one with that id."""
        return self._changed(self.places[key], None)

    def _sorted(self, key: Hashable, has: Callable[[Professional], Hashable], /) -> Groups:
        known = self._groups.get(key)
        if known is None:
            known = self._groups[key] = Groups(has, self.people)
        return known

    def _changed(self, place: int, person: Professional | None, /) -> "Index":
        """A copy in which *person* is at *place*; what was seen of groups is taken over."""
        made = Index()
        former = self.people[place] if place < len(self.people) else None
        made.people = [*self.people[:place], person, *self.people[place + 1 :]]
        made.places = self.places.copy()
        made.everybody = self.everybody & ~(1 << place)
        if former is not None:
            made.places.pop(str(former.id))
        if person is not None:
            made.places[str(person.id)] = place
            made.everybody |= 1 << place
        for key, known in self._groups.items():
            made._groups[key] = known.changed(place, person)
        if self._licensed is not None:
            made._licensed = self._licensed.changed(place, former, person)
        made._askers = {one: asker.of(made) for one, asker in self._askers.items()}
        return made


_Held: TypeAlias = dict[tuple[int, Jurisdiction | None, object], tuple[Licence, Verdict]]


@final
class Asker:
    """Puts one criterion to everybody; whoever has the same is asked once for each thing asked.

    Attributes:
        lens: what the criterion depends on.
        sheets: what was seen of everybody, by what was asked.
    """

    __slots__ = (
        *("_asks", "_catalogue", "_held", "_index", "_names", "_places", "_seen"),
        *("lens", "sheets"),
    )

    def __init__(self, index: Index, lens: Lens, catalogue: Catalogue, /) -> None:
        """Begin with nothing asked."""
        self._index = index
        self.lens: Lens = lens
        # They are asked for each client, so they are at hand.
        self._asks, self._names = lens.asks, lens.names
        self._places = index.places.keys()
        # It is kept, so that its number stays its own.
        self._catalogue = catalogue
        # By what was asked: what was seen of each group.
        self._seen: dict[Hashable, tuple[Seen, ...]] = {}
        # Whether a licence holds, by which one it is, where and when.
        self._held: _Held = {}
        self.sheets: dict[Hashable, Sheet] = {}

    def of(self, index: Index, /) -> "Asker":
        """The same for an index in which one place differs; what was seen is taken over."""
        made = Asker(index, self.lens, self._catalogue)
        made._seen = self._seen.copy()
        made._held = self._held
        return made

    def answer(self, opening: Opening, /) -> Answer:
        """What it says of everybody for *opening*."""
        return Answer(self.sheet(opening), self._named(opening))

    def masks(self, opening: Opening, /) -> tuple[int, int]:
        """The bits of those for whom it is met, and of those for whom it is or may be met."""
        sheet, names = self.sheet(opening), self._names
        if names is None or self._places.isdisjoint(names(opening)):
            return sheet.met, sheet.possible
        answer = Answer(sheet, self._named(opening))
        return answer.met, answer.met | answer.unknown

    def names(self, opening: Opening, /) -> frozenset[str]:
        """Ids of those whom the opening names."""
        return self.lens.named(opening)

    def sheet(self, opening: Opening, /) -> Sheet:
        """What was seen of everybody, but for those whom the opening names."""
        asks = self._asks(opening)
        sheet = self.sheets.get(asks)
        if sheet is None:
            if len(self.sheets) >= _MOST_SHEETS:
                self.sheets.clear()
                self._seen = {}
            sheet = self.sheets[asks] = self._new_sheet(asks, opening)
        return sheet

    def _named(self, opening: Opening, /) -> dict[int, Seen]:
        """What is seen of those whom the opening names."""
        places, index = self._index.places, self._index
        there = [places[name] for name in self.names(opening) if name in places]
        return {place: self.lens.seen(index.at(place), opening) for place in there}

    def _new_sheet(self, asks: Hashable, opening: Opening, /) -> Sheet:
        index, lens = self._index, self.lens
        groups = index.alike() if asks is NOTHING else index.groups(lens)
        if lens.is_of_licences:
            return self._sheet_of_licences(groups, opening)
        seen = self._seen.get(asks, ())
        names = self.names(opening)
        fresh = (lens.seen(nobody_of(one, names), opening) for one in groups.speakers[len(seen) :])
        # Assigned at once, never added to: another thread may ask the same.
        self._seen[asks] = seen = (*seen, *fresh)
        return sheet_of(groups, seen)

    def _sheet_of_licences(self, groups: Groups, opening: Opening, /) -> Sheet:
        """Whoever passes all gates meets it; each licence that somebody holds is asked once."""
        licensed, everybody = self._index.licensed, self._index.everybody
        holds = partial(self._holds, opening.client.jurisdiction, opening)
        met = possible = everybody
        for gate in opening.licences:
            passing, unknown = licensed.passing(gate, holds)
            met &= passing
            possible &= passing | unknown
        return Sheet(groups, met, possible & ~met, None)

    def _holds(self, place: Jurisdiction | None, opening: Opening, licence: Licence, /) -> Verdict:
        key = id(licence), place, opening.as_of
        known = self._held.get(key)
        if known is None:
            compacts = opening.catalogue.compacts
            holds = licence_holds(licence, place, as_of=opening.as_of, compacts=compacts)
            # The licence is kept, so that its number stays its own.
            known = self._held[key] = licence, holds
        return known[1]


class Row(NamedTuple):
    """One hard criterion of a policy.

    Attributes:
        criterion: the criterion.
        asker: who puts it to everybody at once; `None`: it is asked pair by pair.
        is_admitted: whether it may be unknown.
    """

    criterion: StandardCriterion | Criterion
    asker: Asker | None
    is_admitted: bool


@final
class Screen:
    """The hard criteria of a policy, ready to be put to everybody in an index.

    Attributes:
        rows: in the order of the policy.
        quickest: the same, those that everybody is asked at once first.
    """

    __slots__ = ("_index", "_policy", "quickest", "rows")

    def __init__(self, index: Index, policy: Policy, catalogue: Catalogue, /) -> None:
        """Look for who asks each."""
        self._index = index
        # It is kept, so that its number stays its own; the askers keep the catalogue.
        self._policy = policy
        lenses = ((one, lens_of(one)) for one in policy.criteria if one.is_hard)
        self.rows: tuple[Row, ...] = tuple(
            Row(
                one,
                None if lens is None else index.asker(lens, catalogue),
                one.id in policy.admits,
            )
            for one, lens in lenses
        )
        self.quickest: tuple[Row, ...] = tuple(sorted(self.rows, key=_pair_by_pair))

    def masks(self, row: Row, opening: Opening, among: int, /) -> tuple[int, int]:
        """The bits of those *among* some whom it does not bar, and of those whom it may not bar.

        The first are those for whom it is met, or unknown and let pass.
        """
        criterion, asker, is_admitted = row
        if asker is not None:
            met, possible = asker.masks(opening)
            return (possible if is_admitted else met), possible
        met = possible = 0
        for place in places_in(among):
            weighs = judged(criterion, self._index.at(place), opening, self._policy).weighs
            met |= (weighs is Verdict.MET) << place
            possible |= (weighs is not Verdict.NOT_MET) << place
        return met, possible


def _pair_by_pair(row: Row, /) -> bool:
    return row.asker is None


def nobody_of(person: Professional, names: frozenset[str], /) -> Professional:
    """*person*, under an id that nobody names: what is said of the group is said of nobody."""
    if str(person.id) not in names:
        return person
    free = next(key for key in map(str, range(len(names) + 1)) if key not in names)
    return attrs.evolve(person, id=free)
