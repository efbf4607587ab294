"""Asking everybody at once says what asking each alone says."""

from datetime import date
from typing import final

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.matching import (
    STANDARD_POLICY,
    Criterion,
    CriterionKind,
    Judgement,
    Opening,
    Policy,
    Remedy,
    StandardCriterion,
    TravelTime,
    TravelTimeCriterion,
)
from carecore.matching.everybody import fits_in
from carecore.matching.fitting import fit_of
from carecore.matching.pool_index import Index, places_in
from carecore.matching.screens import Screened
from carecore.people import Client, Professional, Representative, Team
from carecore.testing import strategies

from .drawn import DAY, teams
from .drawn_pairs import POOLS, ROLES, WHOM, somebody

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
    others = (
        *(Odd(id="odd", is_hard=True), Odd(id="odd_points", is_hard=False)),
        *(NEAR, attrs.evolve(NEAR, id="nearer", is_hard=False, weight=6)),
    )
    known: list[StandardCriterion | Criterion] = [*EVERY_KIND, *others]
    criteria = draw(st.lists(st.sampled_from(known), unique_by=lambda one: one.id))
    hard = [one.id for one in criteria if one.is_hard]
    admits = draw(st.lists(st.sampled_from(hard), unique=True)) if hard else []
    return Policy(name="drawn", criteria=tuple(criteria), admits=tuple(admits))


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
    policy = Policy(name="every kind", criteria=EVERY_KIND)
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

    assert fits_in(index, opening, policy) == [fit_of(one, opening, policy) for one in pool]


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

    answer = Index(alike).answer(asked, opening)
    assert (answer.met, answer.unknown) == (0, 0b11)


def test_a_pool_does_not_keep_every_policy_it_was_asked_by() -> None:
    index = Index((Professional(id="p-1"),))
    opening = Opening(client=Client(id="c-1"), role="care_manager", as_of=DAY)

    policies = [Policy(name=f"number {number}") for number in range(100)]
    for policy in policies:
        assert Screened(index, opening, policy).eligible == 1
    assert len(index.kept) <= 16


def test_whom_a_policy_names_is_known_and_nobody_else() -> None:
    opening = Opening(client=Client(id="c-1"), role="care_manager", as_of=DAY)
    known = StandardCriterion(id="known", kind=CriterionKind.CONTINUITY, wanted=("p-2", "p-9"))
    people = tuple(Professional(id=f"p-{number}") for number in range(3))

    answer = Index(people).answer(known, opening)
    assert (answer.met, answer.unknown) == (0b100, 0)
