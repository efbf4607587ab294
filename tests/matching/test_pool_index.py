"""Asking everybody at once says what asking each alone says."""

from datetime import date
from typing import final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.credentials import Licence
from carecore.matching import (
    STANDARD_POLICY,
    Criterion,
    CriterionKind,
    Judgement,
    Opening,
    Policy,
    Pool,
    Remedy,
    StandardCriterion,
    TravelTime,
    TravelTimeCriterion,
    pool_index,
)
from carecore.matching.everybody import sifted
from carecore.matching.fitting import fit_of
from carecore.matching.lenses import lens_of
from carecore.matching.licensed import Licensed
from carecore.matching.pool_groups import places_in
from carecore.matching.pool_index import Index
from carecore.matching.screens import Screened
from carecore.matching.sheets import Answer
from carecore.people import Client, Professional, Representative, Team
from carecore.testing import strategies

from .drawn import DAY, teams
from .drawn_pairs import POOLS, ROLES, WHOM, somebody
from .ranked import Neighbours

SPOKESPEOPLE = st.lists(
    st.builds(Representative, id=st.sampled_from(["p-0", "p-1", "r-1"])),
    max_size=2,
    unique_by=lambda one: one.id,
)


WANTED = {CriterionKind.CONTINUITY: ("p-2",), CriterionKind.LANGUAGE: ("B1",)}


def _every_kind() -> tuple[StandardCriterion, ...]:
    """Each kind, hard and soft."""
    return tuple(
        StandardCriterion(
            id=f"{'hard' if hard else 'soft'}_{kind.value}",
            kind=kind,
            is_hard=hard,
            weight=7,
            tier=1 + number % 3,
            wanted=WANTED.get(kind, ()) if hard else (),
        )
        for number, kind in enumerate(CriterionKind)
        for hard in (True, False)
    )


EVERY_KIND = _every_kind()
NEAR = TravelTimeCriterion(
    id="near",
    most_minutes=40,
    times=(TravelTime(from_area="north", to_area="south", minutes=30),),
)


@final
@attrs.frozen(kw_only=True)
class Odd:
    """A criterion of somebody else: it goes by the last character of the id."""

    id: str
    is_hard: bool
    weight: int = 3
    tier: int = 2
    looks_at: tuple[str, ...] = ("$professional.id",)

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """Met, unknown or not met, by number."""
        del opening
        number = sum(map(ord, professional.id)) % 3
        return Judgement(
            criterion=self.id,
            is_hard=self.is_hard,
            verdict=tuple(Verdict)[number],
            points=0 if self.is_hard else number,
            maximum=0 if self.is_hard else self.weight,
            text="by number",
        )

    def remedies(self, professional: Professional, opening: Opening, /) -> tuple[Remedy, ...]:
        """None."""
        del professional, opening
        return ()


OTHERS: tuple[Criterion, ...] = (
    Odd(id="odd", is_hard=True),
    Odd(id="odd_points", is_hard=False),
    Neighbours(favours=("p-1",)),
    Neighbours(id="neighbours_points", is_hard=False, favours=("p-2", "p-9")),
    Neighbours(id="worth_nothing", is_hard=False, weight=0),
)


@st.composite
def openings(draw: st.DrawFn) -> Opening:
    """An opening with all that a look can depend on; its catalogue is the standard one."""
    client = attrs.evolve(draw(WHOM), id="c-1", representatives=draw(SPOKESPEOPLE))
    journey = draw(st.none() | strategies.journeys(client_id=st.just("c-1")))
    team: Team | None = draw(teams())
    return Opening(client=client, role=draw(ROLES), as_of=DAY, team=team, journey=journey)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Some criteria of every kind and of other people, some of which may be unknown."""
    near = (NEAR, attrs.evolve(NEAR, id="nearer", is_hard=False, weight=6))
    known: list[StandardCriterion | Criterion] = [*EVERY_KIND, *OTHERS, *near]
    criteria = draw(st.lists(st.sampled_from(known), unique_by=lambda one: one.id))
    hard = [one.id for one in criteria if one.is_hard]
    admits = draw(st.lists(st.sampled_from(hard), unique=True)) if hard else []
    return Policy(name="drawn", criteria=tuple(criteria), admits=tuple(admits))


def answer_of(criterion: StandardCriterion, index: Index, opening: Opening) -> Answer:
    """What a criterion says of everybody."""
    lens = lens_of(criterion)
    assert lens is not None
    return index.asker(lens, opening.catalogue).answer(opening)


def _is_as_if_asked_alone(index: Index, opening: Opening, policy: Policy) -> None:
    screened = Screened(index, opening, policy)

    there = [place for place, one in enumerate(index.people) if one is not None]
    assert places_in(index.everybody) == there
    assert screened.eligible & screened.undecided == 0
    scores = dict(screened.scores(index.everybody))
    for place in there:
        fit = fit_of(index.at(place), opening, policy)
        assert (screened.eligible >> place) & 1 == (fit.verdict is Verdict.MET)
        assert (screened.undecided >> place) & 1 == (fit.verdict is Verdict.UNKNOWN)
        assert scores[place] == fit.score


@settings(max_examples=60)
@given(openings(), POOLS, st.just(STANDARD_POLICY) | policies())
def test_everybody_at_once_is_judged_as_each_alone(
    opening: Opening, pool: tuple[Professional, ...], policy: Policy
) -> None:
    _is_as_if_asked_alone(Index(pool), opening, policy)


@settings(max_examples=25)
@given(
    openings(),
    openings(),
    POOLS,
    st.lists(st.sampled_from(["p-0", "p-1", "p-2", "p-9"]).flatmap(somebody), max_size=4),
)
def test_after_each_small_step_everybody_is_judged_as_each_alone(
    opening: Opening,
    other: Opening,
    pool: tuple[Professional, ...],
    comers: list[Professional],
) -> None:
    policy = Policy(name="every kind", criteria=(*EVERY_KIND, *OTHERS))
    index = Index(pool)
    _is_as_if_asked_alone(index, opening, policy)

    for comer in comers:
        before = index
        index = index.with_person(comer)
        _is_as_if_asked_alone(index, opening, policy)
        _is_as_if_asked_alone(index.without(str(comer.id)), other, policy)
        _is_as_if_asked_alone(before, opening, policy)


@given(st.sets(st.integers(0, 3_000)))
def test_the_places_of_a_mask_are_its_bits_in_order(places: set[int]) -> None:
    assert places_in(sum(1 << one for one in places)) == sorted(places)


def test_who_speaks_for_a_client_does_not_answer_for_colleagues() -> None:
    client = Client(id="c-1", representatives=[Representative(id="p-1")])
    opening = Opening(client=client, role="care_manager", as_of=DAY)
    alike = tuple(Professional(id=key, roles=["care_manager"]) for key in ("p-1", "p-2"))

    asked = (StandardCriterion(id="conflict", kind=CriterionKind.CONFLICT_OF_INTEREST),)
    _is_as_if_asked_alone(Index(alike), opening, Policy(name="conflict", criteria=asked))


@settings(max_examples=40)
@given(openings(), POOLS, st.just(STANDARD_POLICY) | policies())
def test_the_reasons_are_those_of_each_alone(
    opening: Opening, pool: tuple[Professional, ...], policy: Policy
) -> None:
    index = Index(pool)

    told = {fit.professional_id: fit for fits in sifted(index, opening, policy) for fit in fits}
    assert told == {one.id: fit_of(one, opening, policy) for one in pool}


def test_criteria_of_other_people_bar_let_pass_and_leave_open() -> None:
    everybody = tuple(Professional(id=f"p-{number}") for number in range(6))
    opening = Opening(client=Client(id="c-1"), role="care_manager", as_of=DAY)
    odd = Policy(name="odd", criteria=(Odd(id="odd", is_hard=True), Odd(id="even", is_hard=False)))

    for policy in (odd, odd.admitting("odd")):
        _is_as_if_asked_alone(Index(everybody), opening, policy)
    screened = Screened(Index(everybody), opening, odd)
    assert (screened.eligible.bit_count(), screened.undecided.bit_count()) == (2, 2)


def test_of_somebody_whose_authority_is_over_it_may_still_not_be_known() -> None:
    over = Representative(id="p-1", period=Period(date(2020, 1, 1), date(2021, 1, 1)))
    client = Client(
        id="c-1",
        needs=("insurer_refuses",),
        setting="home_independent",
        payers=("medicare_advantage",),
        representatives=[over],
    )
    opening = Opening(client=client, role="case_manager", as_of=DAY)
    alike = tuple(Professional(id=key, roles=["case_manager"]) for key in ("p-1", "p-2"))
    asked = StandardCriterion(id="conflict", kind=CriterionKind.CONFLICT_OF_INTEREST)

    answer = answer_of(asked, Index(alike), opening)
    assert (answer.met, answer.unknown) == (0, 0b11)


def test_a_pool_does_not_keep_every_policy_it_was_asked_by() -> None:
    index = Index((Professional(id="p-1"),))
    opening = Opening(client=Client(id="c-1"), role="care_manager", as_of=DAY)

    policies = [Policy(name=f"number {number}") for number in range(100)]
    for policy in policies:
        assert Screened(index, opening, policy).eligible == 1
    assert len(index.screens) <= 16


def test_whom_a_policy_names_is_known_and_nobody_else() -> None:
    opening = Opening(client=Client(id="c-1"), role="care_manager", as_of=DAY)
    known = StandardCriterion(id="known", kind=CriterionKind.CONTINUITY, wanted=("p-2", "p-9"))
    people = tuple(Professional(id=f"p-{number}") for number in range(3))

    answer = answer_of(known, Index(people), opening)
    assert (answer.met, answer.unknown) == (0b100, 0)


@final
@attrs.frozen(kw_only=True)
class Unhashable:
    """A criterion for a whole pool that holds a list, and so cannot be hashed."""

    liked: list[str]
    id: str = "unhashable"
    is_hard: bool = True
    weight: int = 0
    tier: int = 1
    looks_at: tuple[str, ...] = ("$professional.languages",)

    def asks(self, opening: Opening, /) -> str:
        """The role."""
        return str(opening.role)

    def has(self, professional: Professional, /) -> tuple[str, ...] | None:
        """The languages."""
        return professional.languages

    def names(self, opening: Opening, /) -> frozenset[str]:
        """Nobody."""
        del opening
        return frozenset()

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """Whether they speak what is liked."""
        del opening
        liked = not set(professional.languages or ()).isdisjoint(self.liked)
        verdict = Verdict.MET if liked else Verdict.NOT_MET
        return Judgement(criterion=self.id, is_hard=True, verdict=verdict, text="by language")

    def remedies(self, professional: Professional, opening: Opening, /) -> tuple[Remedy, ...]:
        """None."""
        del professional, opening
        return ()


def test_criteria_that_cannot_be_hashed_are_told_apart_by_which_one_they_are() -> None:
    polish, english = Unhashable(liked=["pl"]), Unhashable(liked=["en"])
    people = tuple(
        Professional(id=f"p-{number}", languages=spoken)
        for number, spoken in enumerate((("pl",), ("en",), ("pl",), None))
    )
    opening = Opening(client=Client(id="c-1"), role="care_manager", as_of=DAY)
    index = Index(people)

    for criterion, eligible in ((polish, 0b101), (english, 0b10), (polish, 0b101)):
        policy = Policy(name="liked", criteria=(criterion,))
        _is_as_if_asked_alone(index, opening, policy)
        assert Screened(index, opening, policy).eligible == eligible
    one, again, other = (lens_of(each) for each in (polish, polish, english))
    assert one is not None
    assert again is not None
    assert other is not None
    assert (one.key == again.key, one.key == other.key, one.key == "polish") == (True, False, False)


@final
@attrs.frozen(kw_only=True)
class Counting:
    """A criterion for a whole pool that counts how often it is asked."""

    asked: list[str] = attrs.field(eq=False)
    id: str = "counting"
    is_hard: bool = True
    weight: int = 0
    tier: int = 1
    looks_at: tuple[str, ...] = ("$professional.languages",)
    asks = Unhashable.asks
    has = Unhashable.has
    names = Unhashable.names
    remedies = Unhashable.remedies

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """It is met."""
        del opening
        self.asked.append(str(professional.id))
        return Judgement(criterion=self.id, is_hard=True, verdict=Verdict.MET, text="so")


def test_of_all_who_have_the_same_one_is_asked_and_for_one_who_comes_nobody_again() -> None:
    asked: list[str] = []
    policy = Policy(name="counted", criteria=(Counting(asked=asked),))
    people = [Professional(id=f"p-{number}", languages=("pl",)) for number in range(50)]
    pool = Pool(people)
    client = Client(id="c-1")

    for _ in range(3):
        opening = Opening(client=client, role="care_manager", as_of=DAY)
        assert Screened(pool.index, opening, policy).eligible == (1 << 50) - 1
    assert asked == ["p-0"]
    larger = pool.with_professional(Professional(id="p-new", languages=("pl",)))
    opening = Opening(client=client, role="care_manager", as_of=DAY)
    assert Screened(larger.index, opening, policy).eligible.bit_count() == 51
    assert asked == ["p-0"]


def test_a_group_that_everybody_has_left_says_nothing_more() -> None:
    policy = Policy(name="liked", criteria=(Unhashable(liked=["pl"]), *EVERY_KIND))
    pool = Pool([Professional(id="p-1", languages=("pl",)), Professional(id="p-2")])
    opening = Opening(client=Client(id="c-1"), role="care_manager", as_of=DAY)
    _is_as_if_asked_alone(pool.index, opening, policy)

    changed = pool.with_professional(Professional(id="p-1", languages=("en",)))
    _is_as_if_asked_alone(changed.index, opening, policy)
    for index in (changed.index, changed.without("p-2").index):
        told = [fit for fits in sifted(index, opening, policy) for fit in fits]
        alone = [fit_of(one, opening, policy) for one in index.people if one is not None]
        assert sorted(told, key=lambda one: one.professional_id) == alone


def test_a_pool_does_not_keep_all_that_it_was_ever_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_index, "_MOST_SHEETS", 2)
    policy = Policy(name="liked", criteria=(Unhashable(liked=["pl"]),))
    index = Index((Professional(id="p-1", languages=("pl",)),))

    for role in ("care_manager", "case_manager", "medical_social_worker", "patient_advocate"):
        opening = Opening(client=Client(id="c-1"), role=role, as_of=DAY)
        assert Screened(index, opening, policy).eligible == 1
    (row,) = index.screen(policy, opening.catalogue).rows
    assert row.asker is not None
    assert len(row.asker.sheets) <= 2


def test_a_licence_that_two_hold_is_still_held_when_one_of_them_leaves() -> None:
    nurse = Licence(credential="rn", jurisdiction="US-CO", period=Period(date(2020, 1, 1)))
    licensed = Licensed([Professional(id=f"p-{number}", licences=(nurse,)) for number in (1, 2)])

    assert licensed.passing(("rn",), lambda _: Verdict.MET) == (0b11, 0)
    one_left = licensed.changed(0, Professional(id="p-1", licences=(nurse,)), None)
    assert one_left.passing(("rn",), lambda _: Verdict.MET) == (0b10, 0)
    nobody = one_left.changed(1, Professional(id="p-2", licences=(nurse,)), None)
    assert nobody.passing(("rn",), lambda _: Verdict.MET) == (0, 0)
