"""From a panel and a pool to the answer who is missing; every number is that of an allocation."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count, islice
from operator import attrgetter
from typing import Final, final

from carecore.base.identity import RoleId, in_words
from carecore.base.reasons import OwnChoice, Reason, Verdict
from carecore.catalogue import Catalogue
from carecore.matching.asking import Newcomers, Wish, wishes_of
from carecore.matching.criteria import CriterionKind, StandardCriterion
from carecore.matching.finding_out import Findings, unknown_places
from carecore.matching.fits import Judgement
from carecore.matching.openings import Opening
from carecore.matching.policies import Policy
from carecore.matching.pool_groups import places_in
from carecore.matching.profiles import Profile
from carecore.matching.rooms import rooms_of
from carecore.matching.screens import Screened
from carecore.matching.sharing import STANDARD_SHARING
from carecore.matching.sharing_out import Question, share_out
from carecore.matching.staffing import OutOfReach, PoolGap, Staffing
from carecore.matching.topping_up import Plan, TopUp
from carecore.matching.trying_out import Trials
from carecore.matching.wanted import Wishes
from carecore.people import Client, Professional

__all__ = ["staffing_of"]

_DEFAULT: Final = 20
_LIMITS: Final = OwnChoice(
    "the caseload limit of somebody new is the one that is given; failing that, the one in the "
    f"middle of those in the pool in that role; failing that, {_DEFAULT} points"
)


def staffing_of(  # noqa: PLR0917 # what the answer depends on
    clients: Iterable[Client],
    pool: Iterable[Professional],
    policy: Policy,
    limit: int | None,
    as_of: date,
    catalogue: Catalogue,
    /,
) -> Staffing:
    """How far *pool* goes for *clients*, and who would have to be added.

    Raises:
        UnknownId: if a client refers to an id that the catalogue does not have.
        WrongType: if a criterion gives something that is no judgement or remedy.
        InvalidValue: if it gives the judgement or remedy of another criterion, or raises something.
    """
    by_id = attrgetter("id")
    panel, people = sorted(clients, key=by_id), sorted(pool, key=by_id)
    wishes = Wishes(catalogue, as_of)
    asked = [(one, *wishes.of(one, None, None)) for one in panel]
    question = Question(
        wanted=[one for _, some, _ in asked for one in some],
        people=people,
        policy=policy,
        sharing=STANDARD_SHARING,
        as_of=as_of,
        before={},
        without_role=[(one, told) for one, some, told in asked if not some],
    )
    return _Search(question, limit, panel).answer()


@final
class _Search:
    """One question about a pool, and what was found so far."""

    __slots__ = (
        *("_findings", "_index", "_limit", "_newcomers", "_panel", "_profiles"),
        *("_question", "_roomy", "_taken", "_trials", "_unmet", "_wish_of"),
    )

    def __init__(self, question: Question, limit: int | None, panel: Sequence[Client], /) -> None:
        """Look at everybody once."""
        policy = question.policy
        self._question = question
        self._limit = limit
        self._trials = Trials(question)
        self._index = self._trials.index
        self._findings = Findings(policy)
        self._roomy = policy.without(*_about_room(policy))
        self._taken = frozenset(_ids(question.people, panel))
        wishes = wishes_of(question.wanted, policy)
        self._wish_of = {at: wish for wish in wishes for at in wish.members}
        limits = {role: self._limit_of(role) for role in {one.opening.role for one in wishes}}
        self._newcomers = Newcomers(wishes, policy, limits, next(_free("newcomer", self._taken)))
        self._profiles: dict[int, Profile] = {}
        self._unmet: dict[int, tuple[Judgement, ...]] = {}

    def answer(self) -> Staffing:
        """The answer."""
        allocation = share_out(self._question)
        placed = {(str(one.client_id), str(one.role)) for one in allocation.placements}
        choices = self._trials.choices
        before = [one.wanted.key in placed for one in choices]
        waiting = [at for at, is_placed in enumerate(before) if not is_placed]
        undecided = [at for at in waiting if choices[at].undecided and not choices[at].places]
        decided = [at for at in waiting if at not in frozenset(undecided)]
        self._describe(decided)
        gaps, after = self._closed(self._plan(decided), before, frozenset(undecided))
        for at in undecided:
            self._findings.look(choices[at], self._index)
        left = [at for at in decided if not after[at]]
        beyond = [one for at in left for one in self._out_of_reach(at)]
        return Staffing(
            allocation=allocation,
            gaps=tuple(gaps),
            to_find_out=self._findings.answer(),
            out_of_reach=tuple(beyond),
            still_waiting=self._clients(at for at in left if self._is_described(at)),
        )

    def _describe(self, decided: Sequence[int], /) -> None:
        """Work out the least that somebody has to have, for those who wait."""
        every = self._newcomers.wishes
        wishes = {self._wish_of[at].number: self._wish_of[at] for at in decided}
        self._describe_all(wishes.values())
        if self._unmet:
            # Somebody new could take others over from whoever has to come there.
            self._describe_all(one for one in every if one.number not in wishes)

    def _describe_all(self, wishes: Iterable[Wish], /) -> None:
        for wish in wishes:
            profile, unmet = self._newcomers.alone(wish)
            if profile is None:
                self._unmet[wish.number] = unmet
            else:
                self._profiles[wish.number] = profile

    def _is_described(self, at: int, /) -> bool:
        return self._wish_of[at].number in self._profiles

    def _plan(self, decided: Sequence[int], /) -> Plan:
        """Whom to add, so that nobody waits for whom somebody can be described."""
        if not decided:
            return {}
        choices, question = self._trials.choices, self._question
        counted = {at for at, one in enumerate(choices) if one.places}
        counted |= {at for at in decided if self._is_described(at)}
        rooms = rooms_of(question.people, question.as_of, most=self._trials.points)
        search = TopUp(self._newcomers, choices, rooms, counted, self._profiles)
        plan = search.plan()
        after = self._trials.places(self._people(plan, 0))
        left = Counter(
            self._wish_of[at].number
            for at in decided
            if after[at] is None and self._is_described(at)
        )
        return search.packed(left, plan)

    def _closed(
        self, plan: Plan, before: list[bool], undecided: frozenset[int], /
    ) -> tuple[list[PoolGap], list[bool]]:
        """The gaps, each tried with all before it; what lets nobody more be placed is left out."""
        gaps: list[PoolGap] = []
        added: list[Professional] = []
        for profile, many in plan.items():
            new = self._people({profile: many}, len(added))
            after = [one is not None for one in self._trials.places((*added, *new))]
            if sum(after) > sum(before):
                gaps.append(self._gap(profile, new, before, after, undecided))
                added += new
                before = after
        return gaps, before

    def _gap(  # noqa: PLR0917 # who is there, and who is placed before and after
        self,
        profile: Profile,
        people: Sequence[Professional],
        before: Sequence[bool],
        after: Sequence[bool],
        undecided: frozenset[int],
        /,
    ) -> PoolGap:
        pairs = list(enumerate(zip(before, after, strict=True)))
        come = [at for at, (was, is_placed) in pairs if is_placed and not was]
        go = [at for at, (was, is_placed) in pairs if was and not is_placed]
        would_do = {at: self._would_do(at) for at in come if at not in undecided}
        no_room = sum(1 for mask in would_do.values() if mask)
        everybody = 0
        for mask in would_do.values():
            everybody |= mask
        return PoolGap(
            profile=profile,
            people=[one.id for one in people],
            placed_more=sum(after) - sum(before),
            clients=self._clients(come),
            waiting_instead=self._clients(go),
            nobody_fits=len(would_do) - no_room,
            no_room=no_room,
            not_known=len(come) - len(would_do),
            full=sorted(str(self._index.at(place).id) for place in places_in(everybody)),
        )

    def _would_do(self, at: int, /) -> int:
        """The bits of those who would do for somebody who waits, had they more room."""
        opening = self._trials.choices[at].wanted.opening
        return Screened(self._index, opening, self._roomy).eligible

    def _clients(self, places: Iterable[int], /) -> tuple[str, ...]:
        ids = (self._trials.choices[at].wanted.key[0] for at in places)
        return tuple(dict.fromkeys(ids))

    def _people(self, plan: Plan, before: int, /) -> list[Professional]:
        """Those of a plan under ids that nobody has, after so many others."""
        names = islice(_free("new", self._taken), before, None)
        return [
            profile.professional(next(names)) for profile, many in plan.items() for _ in range(many)
        ]

    def _out_of_reach(self, at: int, /) -> Iterator[OutOfReach]:
        """Why nobody can be described; where it is only not known, that is to be found out."""
        unmet = self._unmet.get(self._wish_of[at].number, ())
        opening = self._trials.choices[at].wanted.opening
        barred = [one for one in unmet if one.weighs is Verdict.NOT_MET]
        facts = [] if barred else [*self._facts(unmet, opening)]
        for criterion, fact in facts:
            self._findings.note(fact, criterion, str(opening.client.id))
        if unmet and not facts:
            why = barred or unmet
            yield OutOfReach(
                client_id=opening.client.id,
                role=opening.role,
                criteria=tuple(one.criterion for one in why),
                text="; ".join(f"{in_words(one.criterion)}: {one.text}" for one in why),
            )

    def _facts(self, unmet: Iterable[Judgement], opening: Opening, /) -> Iterator[tuple[str, str]]:
        nobody = Professional(id=next(_free("newcomer", self._taken)), roles=[opening.role])
        for one in unmet:
            criterion = self._question.policy.criterion(one.criterion)
            for fact in unknown_places(one, criterion, opening, nobody):
                if fact.startswith("$client."):
                    yield one.criterion, fact

    def _limit_of(self, role: RoleId, /) -> tuple[int, Reason]:
        known = sorted(
            limit
            for one in self._question.people
            if role in one.roles and (limit := one.limit_on(self._question.as_of))
        )
        if self._limit is not None:
            limit, text = self._limit, "the caseload limit that was given"
        elif known:
            limit = known[(len(known) - 1) // 2]
            text = f"the caseload limit in the middle of {len(known)} known in the pool"
        else:
            limit, text = _DEFAULT, "no caseload limit is given, or known in the pool"
        told = f"whoever is added takes on {limit} caseload points: {text}"
        return limit, Reason(id="caseload_limit", text=told, sources=[_LIMITS])


def _about_room(policy: Policy, /) -> Iterator[str]:
    """Ids of the hard criteria that ask whether there is room."""
    for one in policy.criteria:
        if (
            isinstance(one, StandardCriterion)
            and one.kind is CriterionKind.CASELOAD
            and one.is_hard
        ):
            yield one.id


def _ids(people: Iterable[Professional], panel: Iterable[Client], /) -> Iterator[str]:
    """The ids of everybody."""
    yield from (str(one.id) for one in people)
    for client in panel:
        yield str(client.id)
        yield from (str(one.id) for one in client.representatives)


def _free(name: str, taken: frozenset[str], /) -> Iterator[str]:
    """Ids that nobody has."""
    return (key for key in (f"{name}-{number}" for number in count(1)) if key not in taken)
