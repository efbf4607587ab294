"""Who exactly: everybody of a pool is in one list, in an order that no shuffling changes."""

import pickle
from datetime import date, datetime
from random import Random
from typing import Any, cast, final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.outline import to_text
from carecore.base.reasons import Verdict
from carecore.base.timing import Period
from carecore.catalogue import STANDARD, Catalogue
from carecore.codec import dumps, loads
from carecore.credentials import HeldCredential
from carecore.errors import CareError, InvalidValue, ManyFaults, UnknownId, WrongType
from carecore.matching import (
    STANDARD_POLICY,
    CriterionKind,
    Judgement,
    Opening,
    Policy,
    Ranking,
    Remedy,
    StandardCriterion,
    rank,
    what_would_it_take,
    why_not,
)
from carecore.people import Client, Leave, Professional, Team
from carecore.testing import with_markers
from carecore.travel import Journey

from .drawn_pairs import PAIRS, POOLS, WHOM
from .planted import planted, seen_of
from .ranked import CLIENT, DAY, FITTING, ROLE, YEAR, Mornings, like


def ids(fits: object) -> list[str]:
    """The ids of those who are listed."""
    assert isinstance(fits, tuple)
    return [one.professional_id for one in fits]


def failed(ranking: Ranking, name: str) -> list[str]:
    """Ids of the criteria that somebody fails."""
    return [one.criterion for one in ranking.fit(name).failed]


def test_who_fits_is_eligible_with_a_score_and_its_points() -> None:
    ranking = rank(CLIENT, [FITTING], as_of=DAY)

    (fit,) = ranking.eligible
    assert (ranking.best, ranking.role, ranking.as_of) == ("p-1", ROLE, DAY)
    assert ranking.policy == "standard, version 2"
    assert fit.score == (0, 4, 4)
    assert {one.criterion: (one.points, one.maximum) for one in fit.soft} == {
        "wished_for": (0, 6),
        "known_already": (0, 1),
        "shared_language": (2, 4),
        "certified": (0, 2),
        "close_by": (2, 2),
        # Nothing of it is asked for.
        "wanted_hours": (0, 4),
        "experienced": (0, 4),
        "same_culture": (0, 2),
        "caseload_room": (4, 10),
    }


def test_an_unmatched_professional_never_vanishes() -> None:
    strangers = [like("p-2", roles=("case_manager",)), Professional(id="p-3")]

    ranking = rank(CLIENT, strangers, as_of=DAY)

    assert (ranking.best, ranking.eligible, ranking.undecided) == (None, (), ())
    assert ids(ranking.rejected) == ["p-2", "p-3"]
    assert "p-2" in str(ranking)
    assert "p-3" in str(ranking)


def test_an_unmatched_client_never_vanishes() -> None:
    ranking = rank(CLIENT, [], as_of=DAY)

    assert (ranking.client_id, ranking.best, ranking.everybody) == ("c-1", None, ())
    assert "Who fits c-1 as care manager" in str(ranking)
    assert "In the pool: 0. Fit: 0. Undecided: 0. Do not fit: 0." in str(ranking)


def test_zero_availability_is_not_an_empty_caseload() -> None:
    absent = like("p-0", weekly_hours=0, caseload=0)

    ranking = rank(CLIENT, [absent, FITTING], as_of=DAY)

    assert ranking.best == "p-1"
    assert failed(ranking, "p-0") == ["availability", "caseload"]
    assert ranking.fit("p-0").judgement("caseload_room").points == 0


def test_absent_is_not_idle() -> None:
    away = like("p-0", leave=(Leave(Period(DAY, date(2026, 12, 7))),), caseload=0)

    ranking = rank(CLIENT, [away, FITTING], as_of=DAY)

    assert ranking.best == "p-1"
    assert failed(ranking, "p-0") == ["leave", "caseload"]


def test_the_lowest_load_does_not_win_over_what_matters_more() -> None:
    idle = like("p-0", languages=("en",), caseload=0)
    fluent = like("p-9", languages=("pl",), caseload=17)

    assert rank(CLIENT, [idle, fluent], as_of=DAY).best == "p-9"


@pytest.mark.parametrize("kind", CriterionKind, ids=lambda kind: kind.value)
def test_each_failure_is_listed_beside_all_others(kind: CriterionKind) -> None:
    # With no duty to hold, no licence is asked for: they never fail together.
    kinds = (set(CriterionKind) - {CriterionKind.DUTIES}) | {kind}
    pair = planted(kinds)

    (fit,) = rank(pair.client, [pair.professional], **pair.context).rejected
    answer = why_not(pair.client, pair.professional, **pair.context)

    assert kind.value in [one.criterion for one in fit.failed]
    assert [one.criterion for one in fit.failed] == seen_of(kinds)
    assert answer.failed == fit.failed
    text = str(answer)
    assert [one.text for one in answer.failed if one.text not in " ".join(text.split())] == []


@given(st.sets(st.sampled_from(CriterionKind)))
def test_exactly_what_was_planted_is_listed(kinds: set[CriterionKind]) -> None:
    pair = planted(kinds)

    ranking = rank(pair.client, [pair.professional], **pair.context)
    answer = why_not(pair.client, pair.professional, **pair.context)

    assert failed(ranking, "p-1") == [one.criterion for one in answer.failed] == seen_of(kinds)
    assert ids(ranking.eligible) == ([] if kinds else ["p-1"])
    assert answer.undecided == ()


def test_every_known_failure_and_every_unknown_is_told_of_somebody_rejected() -> None:
    ranking = rank(CLIENT, [Professional(id="p-2", languages=("es",), weekly_hours=0)], as_of=DAY)

    (fit,) = ranking.rejected
    assert [one.criterion for one in fit.failed] == [
        "role",
        "language",
        "availability",
        "caseload",
    ]
    assert [one.criterion for one in fit.undecided] == ["jurisdiction", "care_setting"]
    assert "not known besides" in str(ranking)


def test_unknown_is_unknown_and_counted() -> None:
    unsure = like("p-2", languages=None, settings=None)

    ranking = rank(CLIENT, [unsure, FITTING], as_of=DAY)

    (fit,) = ranking.undecided
    assert [one.criterion for one in fit.undecided] == ["care_setting", "language"]
    assert fit.failed == ()
    assert "Undecided: 1." in str(ranking)


def test_a_policy_may_let_the_unknown_pass_with_a_mark() -> None:
    unsure = like("p-2", languages=None)
    policy = STANDARD_POLICY.admitting("language")

    ranking = rank(CLIENT, [unsure], policy=policy, as_of=DAY)

    (fit,) = ranking.eligible
    assert [(one.criterion, one.verdict) for one in fit.admitted] == [("language", Verdict.UNKNOWN)]
    assert ranking.policy == "standard, version 2, admitting language"
    assert "language: nobody has said which" in to_text(ranking.outline(), width=400)


def test_who_is_level_stands_in_the_order_of_the_ids() -> None:
    twins = [like(name) for name in ("p-b", "p-a", "p-10", "p-9")]

    assert ids(rank(CLIENT, twins, as_of=DAY).eligible) == ["p-10", "p-9", "p-a", "p-b"]


def test_scores_are_compared_number_by_number() -> None:
    known = like("p-3", caseload=17)
    certified = like("p-2", credentials=(HeldCredential(credential="cmc", period=YEAR),))
    team = Team(id="t-1", client_id="c-1").joined("p-3", role="patient_advocate", on=DAY)

    ranking = rank(CLIENT, [FITTING, certified, known], as_of=DAY, team=team)

    assert [(one.professional_id, one.score) for one in ranking.eligible] == [
        ("p-3", (1, 4, 0)),
        ("p-2", (0, 6, 4)),
        ("p-1", (0, 4, 4)),
    ]


def test_the_undecided_stand_with_the_least_unknown_first_and_the_rejected_by_near_misses() -> None:
    pool = [
        like("u-1", languages=None, settings=None),
        like("u-2", languages=None),
        like("u-3", settings=None, languages=("pl",)),
        like("r-1", roles=(), languages=("es",)),
        like("r-2", roles=(), settings=None),
        like("r-3", roles=()),
    ]

    ranking = rank(CLIENT, pool, as_of=DAY)

    assert ids(ranking.undecided) == ["u-3", "u-2", "u-1"]
    assert ids(ranking.rejected) == ["r-3", "r-2", "r-1"]


@settings(max_examples=60)
@given(WHOM, POOLS, st.randoms())
def test_the_order_of_the_pool_makes_no_difference(
    client: Client, pool: tuple[Professional, ...], random: Random
) -> None:
    shuffled = list(pool)
    random.shuffle(shuffled)

    assert rank(client, shuffled, role=ROLE, as_of=DAY) == rank(client, pool, role=ROLE, as_of=DAY)


@settings(max_examples=60)
@given(WHOM, POOLS)
def test_everybody_is_in_exactly_one_list_and_judged_as_if_asked_alone(
    client: Client, pool: tuple[Professional, ...]
) -> None:
    ranking = rank(client, pool, role=ROLE, as_of=DAY)

    assert sorted(ids(ranking.everybody)) == sorted(str(one.id) for one in pool)
    lists = {
        Verdict.MET: ranking.eligible,
        Verdict.UNKNOWN: ranking.undecided,
        Verdict.NOT_MET: ranking.rejected,
    }
    for person in pool:
        alone = why_not(client, person, role=ROLE, as_of=DAY)
        assert alone.fit == ranking.fit(str(person.id))
        assert alone.fit in lists[alone.fit.verdict]
        assert alone.fits is (alone.fit in ranking.eligible)


@settings(max_examples=40)
@given(WHOM, POOLS)
def test_a_ranking_goes_through_documents_and_pickles(
    client: Client, pool: tuple[Professional, ...]
) -> None:
    ranking = rank(client, pool, role=ROLE, as_of=DAY)

    assert loads(dumps(ranking), Ranking) == ranking
    assert pickle.loads(pickle.dumps(ranking)) == ranking  # our own bytes  # noqa: S301 # our own bytes


@settings(max_examples=40)
@given(PAIRS)
def test_learning_what_was_unknown_never_turns_a_no_into_something_better(
    pair: tuple[Client, Professional],
) -> None:
    client, person = pair
    before = why_not(client, person, role=ROLE, as_of=DAY)

    known = attrs.evolve(
        person,
        languages=("en",) if person.languages is None else person.languages,
        settings=() if person.settings is None else person.settings,
        weekly_hours=8 if person.weekly_hours is None else person.weekly_hours,
    )
    after = why_not(client, known, role=ROLE, as_of=DAY)

    assert {one.criterion for one in before.failed} <= {one.criterion for one in after.failed}


def test_without_a_role_it_is_the_one_that_has_to_be_engaged() -> None:
    ward = attrs.evolve(
        CLIENT, setting="acute_ward", needs=("fly_home_with_nurse", "understand_bills")
    )

    # A case manager comes with the ward, and is in nobody's pool.
    assert rank(ward, [], as_of=DAY).role == ROLE


def test_of_several_roles_none_is_chosen() -> None:
    several = attrs.evolve(CLIENT, needs=("visit_mother_weekly", "counselling"))

    with pytest.raises(InvalidValue) as caught:
        rank(several, [], as_of=DAY)

    assert str(caught.value) == (
        "$role: somebody is to be engaged for 'c-1' in several roles: care_manager, "
        "medical_social_worker. Maybe role='care_manager'."
    )


@pytest.mark.parametrize(
    ("fields", "team", "had"),
    [
        ({"needs": ()}, None, "no role"),
        (
            {"setting": "acute_ward", "needs": ("understand_bills",)},
            None,
            "case_manager (ask for)",
        ),
        (
            {},
            Team(id="t-1").joined("p-7", role=ROLE, on=date(2026, 1, 1)),
            "care_manager (assigned)",
        ),
    ],
)
def test_where_nobody_has_to_be_engaged_it_says_what_is_recommended(
    fields: dict[str, Any], team: Team | None, had: str
) -> None:
    with pytest.raises(InvalidValue, match="nobody has to be engaged for 'c-1'") as caught:
        rank(attrs.evolve(CLIENT, **fields), [], as_of=DAY, team=team)

    assert caught.value.what.endswith(f"recommended: {had}")
    assert caught.value.advice.startswith("Maybe role='")


def test_a_catalogue_without_roles_gives_no_advice() -> None:
    with pytest.raises(InvalidValue) as caught:
        rank(Client(id="c-1", needs=()), [], as_of=DAY, catalogue=Catalogue())

    assert caught.value.advice == ""


def test_a_role_can_be_filled_a_second_time_if_it_is_named() -> None:
    team = Team(id="t-1").joined("p-7", role=ROLE, on=date(2026, 1, 1))

    assert rank(CLIENT, [FITTING], role=ROLE, as_of=DAY, team=team).best == "p-1"


def test_somebody_who_stands_twice_in_the_pool_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        rank(CLIENT, [FITTING, like("p-2"), FITTING], as_of=DAY)

    assert str(caught.value) == (
        "$pool[2]: the professional 'p-1' stands twice in the pool. Maybe remove one of the two."
    )


def test_all_that_is_wrong_with_a_question_is_told_together() -> None:
    lost = attrs.evolve(CLIENT, needs=("losing_hart",))
    other = Journey(id="j-1", client_id="c-2")

    with pytest.raises(ManyFaults) as caught:
        rank(
            lost,
            [FITTING, FITTING, like("p-2", roles=("care_manger",))],
            role="care_manger",
            as_of=DAY,
            team=Team(id="t-1", client_id="c-2"),
            journey=other,
        )

    assert [one.place for one in caught.value.faults] == [
        "$team.client_id",
        "$journey.client_id",
        "$pool[1]",
        "$pool[2].roles[0]",
        "$role",
        "$client.needs[0]",
    ]


def test_an_unknown_need_is_told_where_the_role_is_left_out_too() -> None:
    with pytest.raises(UnknownId) as caught:
        rank(attrs.evolve(CLIENT, needs=("losing_hart",)), [], as_of=DAY)

    assert caught.value.place == "$client.needs[0]"


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (
            {"as_of": datetime(2026, 11, 23, 9)},
            (
                "as_of is a datetime, and days are counted here. "
                "Maybe `.date()` in the client's zone."
            ),
        ),
        (
            {"policy": "standard"},
            "the policy is text, 8 characters, and a Policy is wanted. Maybe STANDARD_POLICY.",
        ),
        (
            {"role": 7},
            (
                "$role: the role id is a value of type int, and text is wanted. "
                "Maybe put it in quotes."
            ),
        ),
        (
            {"team": "t-1"},
            "the team is text, 3 characters, and a Team is wanted. Maybe Team(id='t-1').",
        ),
        (
            {"journey": "j-1"},
            "the journey is text, 3 characters, and a Journey is wanted. Maybe one of a plan's.",
        ),
        ({"catalogue": None}, "the catalogue is None, and a Catalogue is wanted. Maybe STANDARD."),
    ],
)
def test_what_is_of_another_type_is_refused_with_its_place(
    fields: dict[str, Any], line: str
) -> None:
    with pytest.raises(WrongType) as caught:
        rank(CLIENT, [FITTING], **{"as_of": DAY, **fields})

    assert str(caught.value) == line


@pytest.mark.parametrize(
    ("pool", "place"),
    [
        (FITTING, "$pool"),
        ("p-1", "$pool"),
        (["p-1"], "$pool[0]"),
        (None, "$pool"),
        ({"p-1": FITTING}, "$pool"),
        ({FITTING}, "$pool"),
        ([FITTING, CLIENT], "$pool[1]"),
    ],
)
def test_what_is_no_pool_is_refused(pool: Any, place: str) -> None:  # noqa: ANN401 # of any other type
    with pytest.raises(WrongType) as caught:
        rank(CLIENT, pool, as_of=DAY)

    assert caught.value.place == place


@pytest.mark.parametrize("question", [why_not, what_would_it_take])
def test_one_pair_has_one_professional(question: Any) -> None:  # noqa: ANN401 # either
    with pytest.raises(WrongType, match="the professional is a value of type list") as caught:
        question(CLIENT, [FITTING], as_of=DAY)

    assert caught.value.advice == "Maybe one of the pool"


@pytest.mark.parametrize("question", [why_not, what_would_it_take])
def test_an_unknown_role_of_the_professional_is_told_with_its_place(question: Any) -> None:  # noqa: ANN401 # either
    with pytest.raises(UnknownId, match="Maybe 'care_manager'") as caught:
        question(CLIENT, like("p-1", roles=(ROLE, "care_manger")), as_of=DAY)

    assert caught.value.place == "$professional.roles[1]"


def test_a_client_of_another_type_is_refused() -> None:
    untyped: Any = "c-1"

    with pytest.raises(WrongType, match="the client is text, 3 characters"):
        rank(untyped, [FITTING], as_of=DAY)


def test_of_a_pool_of_two_thousand_nobody_is_lost() -> None:
    pool = [like(f"p-{number}", caseload=number % 30) for number in range(2000)]

    ranking = rank(CLIENT, pool, as_of=DAY)

    assert len(ranking.everybody) == len({one.professional_id for one in ranking.everybody}) == 2000


def test_somebody_who_was_not_in_the_pool_is_not_in_the_ranking() -> None:
    ranking = rank(CLIENT, [FITTING], as_of=DAY)

    with pytest.raises(UnknownId, match="Maybe 'p-1'"):
        ranking.fit("p-11")
    with pytest.raises(UnknownId, match="Maybe 'language'"):
        ranking.fit("p-1").judgement("languages")


def test_each_reason_has_what_was_seen_and_wanted_and_what_it_rests_on() -> None:
    (language,) = rank(CLIENT, [like("p-2", languages=("es",))], as_of=DAY).rejected[0].failed

    assert [one.seen for one in language.seen] == [("es",)]
    assert [one.seen for one in language.wanted] == [("pl", "en")]
    assert language.sources
    assert str(language) == "language: speaks es; the client, pl, en"


def test_a_ranking_gathers_what_it_rests_on() -> None:
    ranking = rank(CLIENT, [FITTING], as_of=DAY)

    assert set(STANDARD.duty("visit_home").sources) <= set(ranking.sources)


def test_the_faces_show_ids_and_nothing_personal() -> None:
    marked = with_markers(FITTING)
    whom = with_markers(attrs.evolve(CLIENT, name="Ada Quill"))

    ranking = rank(whom.value, [marked.value, like("p-2", languages=None)], as_of=DAY)
    answer = why_not(whom.value, marked.value, as_of=DAY)

    untyped: list[Any] = [ranking, answer]
    for one in untyped:
        texts = [repr(one), str(one), dumps(one), *one._repr_mimebundle_().values()]
        assert marked.shown_in(*texts) == ()
        assert whom.shown_in(*texts) == ()
        assert "p-1" in texts[1]


def test_why_not_says_that_a_pair_fits() -> None:
    answer = why_not(CLIENT, FITTING, as_of=DAY)

    assert (answer.fits, answer.reasons) == (True, ())
    assert "Nothing stands against it: the pair fits." in str(answer)


def test_why_not_lists_what_failed_what_is_unknown_and_what_is_let_pass() -> None:
    person = like("p-2", roles=(), languages=None, weekly_hours=None)

    answer = why_not(CLIENT, person, as_of=DAY)

    assert [one.criterion for one in answer.reasons] == ["role", "language"]
    assert [one.criterion for one in answer.undecided] == ["language"]
    assert [
        heading in str(answer) for heading in ("Not met", "Not known\n", "Not known, and let pass")
    ] == [True, True, True]


def test_a_criterion_of_somebody_else_filters_and_scores() -> None:
    pool = [like("p-2", weekly_hours=8), like("p-3")]

    hard = rank(CLIENT, pool, policy=STANDARD_POLICY.with_criterion(Mornings()), as_of=DAY)
    soft = STANDARD_POLICY.with_criterion(Mornings(is_hard=False))
    scores = {
        one.professional_id: one.score
        for one in rank(CLIENT, pool, policy=soft, as_of=DAY).eligible
    }

    assert (ids(hard.eligible), failed(hard, "p-2")) == (["p-3"], ["mornings"])
    assert scores == {"p-3": (3, 4, 4), "p-2": (0, 4, 4)}


def test_a_policy_with_criteria_of_somebody_else_is_read_back_with_their_types() -> None:
    policy = Policy(name="mine", criteria=(Mornings(least=12), *STANDARD_POLICY.criteria))

    assert loads(dumps(policy), Policy, types=(Mornings,)) == policy
    assert loads(dumps(STANDARD_POLICY), Policy) == STANDARD_POLICY


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Careless:
    """A criterion that gives whatever it is told to."""

    gives: object
    id: str = "careless"
    is_hard: bool = False
    weight: int = 3
    tier: int = 1
    looks_at: tuple[str, ...] = ()

    def judge(self, professional: Professional, opening: Opening, /) -> Any:  # noqa: ANN401 # whatever
        """What it is told to."""
        return self.gives

    def remedies(self, professional: Professional, opening: Opening, /) -> tuple[Remedy, ...]:
        """None."""
        return ()


SAID = Judgement(criterion="careless", is_hard=False, verdict=Verdict.MET, points=3, text="so")


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (Careless(gives=None), "'careless' gave None, and a Judgement is wanted"),
        (
            Careless(gives=attrs.evolve(SAID, criterion="other")),
            "'careless' gave a judgement of another one",
        ),
        (Careless(gives=SAID, is_hard=True), "'careless' gave a judgement of another one"),
        (
            Careless(gives=attrs.evolve(SAID, points=4)),
            "'careless' gave 4 points, and 3 is the most",
        ),
        (
            Careless(gives=attrs.evolve(SAID, is_hard=True), is_hard=True),
            "'careless' gave 3 points, and 0 is the most",
        ),
    ],
)
def test_a_criterion_that_breaks_its_word_is_refused_by_name(
    criterion: Careless, words: str
) -> None:
    policy = Policy(name="mine", criteria=(criterion,))

    with pytest.raises(CareError) as caught:
        rank(CLIENT, [FITTING], policy=policy, as_of=DAY)

    assert words in str(caught.value)
    assert caught.value.advice.startswith("Maybe")


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Raising:
    """A criterion that raises whatever it is told to."""

    error: Exception
    id: str = "raising"
    is_hard: bool = True
    weight: int = 0
    tier: int = 1
    looks_at: tuple[str, ...] = ()

    def judge(self, professional: Professional, opening: Opening, /) -> Judgement:
        """Nothing."""
        raise self.error

    def remedies(self, professional: Professional, opening: Opening, /) -> tuple[Remedy, ...]:
        """None."""
        return ()


def test_what_a_criterion_of_somebody_else_raises_is_told_with_its_name_and_nothing_personal() -> (
    None
):
    policy = Policy(name="mine", criteria=(Raising(error=KeyError("Ada Quill")),))

    for ask in (
        lambda: rank(CLIENT, [FITTING], policy=policy, as_of=DAY),
        lambda: why_not(CLIENT, FITTING, policy=policy, as_of=DAY),
        lambda: what_would_it_take(CLIENT, FITTING, policy=policy, as_of=DAY),
    ):
        with pytest.raises(InvalidValue) as caught:
            ask()
        assert str(caught.value) == (
            "the criterion 'raising' cannot judge 'p-1' (KeyError). "
            "Maybe something is None that it does not expect."
        )


def test_what_a_criterion_refuses_itself_is_told_as_it_is() -> None:
    refusal = InvalidValue("the week has eight days", advice="Maybe seven")
    policy = Policy(name="mine", criteria=(Raising(error=refusal),))

    with pytest.raises(InvalidValue, match="the week has eight days"):
        rank(CLIENT, [FITTING], policy=policy, as_of=DAY)


def test_a_criterion_that_cannot_be_hashed_is_asked_like_any_other() -> None:
    criterion = Careless(gives=attrs.evolve(SAID, points=2), looks_at=cast("Any", ["$client"]))
    policy = Policy(name="mine", criteria=(criterion,))

    assert rank(CLIENT, [FITTING], policy=policy, as_of=DAY).eligible[0].score == (2,)


def test_a_criterion_cannot_let_itself_pass() -> None:
    said = attrs.evolve(SAID, is_hard=True, points=0, verdict=Verdict.UNKNOWN, is_admitted=True)
    policy = Policy(name="mine", criteria=(Careless(gives=said, is_hard=True),))

    assert ids(rank(CLIENT, [FITTING], policy=policy, as_of=DAY).undecided) == ["p-1"]


def test_a_policy_without_criteria_lets_everybody_in_by_id() -> None:
    ranking = rank(CLIENT, [like("p-2"), FITTING], policy=Policy(name="none"), as_of=DAY)

    assert [(one.professional_id, one.score) for one in ranking.eligible] == [
        ("p-1", ()),
        ("p-2", ()),
    ]
    assert str(ranking)


def test_a_kind_can_be_hard_in_one_policy_and_soft_in_another() -> None:
    spanish = like("p-2", languages=("es",))
    prefers = StandardCriterion(id="language", kind=CriterionKind.LANGUAGE, is_hard=False, weight=1)

    ranking = rank(CLIENT, [spanish], policy=STANDARD_POLICY.with_criterion(prefers), as_of=DAY)

    assert ranking.best == "p-2"
    assert ranking.policy == "standard, version 2, with language"
