"""What has to be found out, because somebody waits for it: which fact, of whom, for how many."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import Final, final

from attrs import field, frozen

from carecore.base.checks import filled_text
from carecore.base.fields import checked
from carecore.base.identity import ClientId, ProfessionalId, in_words
from carecore.base.plan_ids import client_ids, professional_ids
from carecore.base.reasons import Verdict
from carecore.matching.candidates import Choices
from carecore.matching.criteria import Criterion, StandardCriterion
from carecore.matching.fits import Judgement
from carecore.matching.fitting import judged
from carecore.matching.lenses import lens_of
from carecore.matching.openings import Opening
from carecore.matching.policies import Policy
from carecore.matching.pool_groups import places_in
from carecore.matching.pool_index import Index
from carecore.matching.screens import Screened
from carecore.people import Professional

__all__ = ["Findings", "ToFindOut", "unknown_places"]

_OF_CLIENT: Final = "$client."
_OF_PROFESSIONAL: Final = "$professional."


@final
@frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ToFindOut:
    """One fact that nobody knows, and that somebody waits for.

    >>> asked = ToFindOut(
    ...     fact="$professional.languages",
    ...     criteria=("language",),
    ...     clients=("c-1", "c-2"),
    ...     professionals=("p-1",),
    ... )
    >>> print(asked)
    find out the languages of 1 professional, for whom 2 clients wait

    Attributes:
        fact: where it would stand: a place such as `$client.languages`.
        criteria: ids of the hard criteria that ask for it.
        clients: ids of the clients who wait for it.
        professionals: ids of the professionals of whom it is asked; none: of the clients.

    .. versionadded:: 0.1
    """

    fact: str = field(validator=filled_text)
    criteria: tuple[str, ...] = ()
    clients: tuple[ClientId, ...] = field(default=(), converter=client_ids)
    professionals: tuple[ProfessionalId, ...] = field(default=(), converter=professional_ids)

    @property
    def name(self) -> str:
        """The fact in words."""
        return in_words(self.fact.rpartition(".")[2].removeprefix("$"))

    def __str__(self) -> str:
        """What to find out, and for how many."""
        clients = _many(len(self.clients), "client")
        if not self.professionals:
            return f"find out the {self.name} of {clients}"
        wait = "waits" if len(self.clients) == 1 else "wait"
        whom = _many(len(self.professionals), "professional")
        return f"find out the {self.name} of {whom}, for whom {clients} {wait}"


def _many(number: int, name: str, /) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


@final
class Findings:
    """Gathers what has to be found out; whoever is alike is looked at once."""

    __slots__ = ("_found", "_known", "_policy")

    def __init__(self, policy: Policy, /) -> None:
        """Begin with nothing."""
        self._policy = policy
        self._known: dict[Hashable, tuple[str, ...]] = {}
        # By fact: the criteria, the clients, the professionals.
        self._found: dict[str, tuple[set[str], set[str], set[str]]] = {}

    def answer(self) -> tuple[ToFindOut, ...]:
        """All of it: what most clients wait for comes first."""
        rows = sorted(self._found.items(), key=lambda one: (-len(one[1][1]), one[0]))
        return tuple(
            ToFindOut(
                fact=fact,
                criteria=tuple(sorted(criteria)),
                clients=sorted(clients),
                professionals=sorted(people),
            )
            for fact, (criteria, clients, people) in rows
        )

    def note(self, fact: str, criterion: str, client: str, people: Collection[str] = (), /) -> None:
        """Note that *client* waits for a fact."""
        criteria, clients, whose = self._found.setdefault(fact, (set(), set(), set()))
        criteria.add(criterion)
        clients.add(client)
        whose.update(people)

    def look(self, choice: Choices, index: Index, /) -> None:
        """Note what keeps everybody undecided who could come to a client."""
        opening = choice.wanted.opening
        undecided = Screened(index, opening, self._policy).undecided
        for one in self._policy.criteria:
            if one.is_hard and one.id not in self._policy.admits:
                for people in self._alike(one, opening, index, undecided):
                    self._look_at(one, opening, index, people)

    def _alike(
        self, criterion: StandardCriterion | Criterion, opening: Opening, index: Index, mask: int, /
    ) -> Iterable[list[int]]:
        """Those in *mask* who may be unknown by a criterion, with those together who are alike."""
        lens = lens_of(criterion)
        if lens is None:
            return ([place] for place in places_in(mask))
        answer = index.asker(lens, opening.catalogue).answer(opening)
        groups: dict[tuple[int, int], list[int]] = {}
        for place in places_in(mask & answer.unknown):
            # Whoever is named is told of by themselves.
            own = place if place in answer.named else -1
            groups.setdefault((answer.groups.numbers[place], own), []).append(place)
        return groups.values()

    def _look_at(
        self,
        criterion: StandardCriterion | Criterion,
        opening: Opening,
        index: Index,
        people: Sequence[int],
        /,
    ) -> None:
        client, first = str(opening.client.id), people[0]
        key: Hashable = (criterion.id, client, first)
        lens = lens_of(criterion)
        if lens is not None and str(index.at(first).id) not in lens.named(opening):
            key = (criterion.id, lens.asks(opening), index.groups(lens).numbers[first])
        facts = self._known.get(key)
        if facts is None:
            person = index.at(first)
            said = judged(criterion, person, opening, self._policy)
            facts = unknown_places(said, criterion, opening, person)
            self._known[key] = facts
        for fact in facts:
            of_client = fact.startswith(_OF_CLIENT)
            whose = () if of_client else [str(index.at(place).id) for place in people]
            self.note(fact, criterion.id, client, whose)


def unknown_places(
    said: Judgement,
    criterion: StandardCriterion | Criterion,
    opening: Opening,
    professional: Professional,
    /,
) -> tuple[str, ...]:
    """The facts for want of which a criterion is unknown; none if it is not.

    Failing a fact that it names, it is the last one that is missing where it looks; failing that,
    what is known of the professional is not clear enough.
    """
    if said.weighs is not Verdict.UNKNOWN:
        return ()
    named = tuple(
        one.place
        for one in (*said.seen, *said.wanted)
        if one.seen is None and one.place.startswith((_OF_CLIENT, _OF_PROFESSIONAL))
    )
    if named:
        return tuple(dict.fromkeys(named))
    missing = [*_missing(criterion.looks_at, opening, professional)]
    unclear = [one for one in criterion.looks_at if one.startswith(_OF_PROFESSIONAL)]
    return tuple((missing or unclear or [f"$.{criterion.id}"])[-1:])


def _missing(
    places: Iterable[str], opening: Opening, professional: Professional, /
) -> Iterator[str]:
    for place in places:
        of, _, name = place.removeprefix("$").partition(".")
        whose = {"client": opening.client, "professional": professional}.get(of)
        if whose is not None and getattr(whose, name, ()) is None:
            yield place
