"""What a ranking says in short, by how much people are ahead, and what it makes of caseloads."""

import pickle
from copy import deepcopy
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from carecore.base.reasons import Verdict
from carecore.codec import dumps, loads
from carecore.errors import UnknownId
from carecore.matching import (
    STANDARD_POLICY,
    Fit,
    Judgement,
    Load,
    Margin,
    Opening,
    Policy,
    Ranking,
    rank,
)
from carecore.matching.fits import judgement_untold
from carecore.matching.loads import load_with
from carecore.matching.margins import is_before, margins_of
from carecore.matching.telling_short import load_line
from carecore.people import Client, Professional, Team

from .drawn_pairs import POOLS, WHOM
from .ranked import CLIENT, DAY, FITTING, ROLE, like


def ranked(*pool: Professional, **fields: Any) -> Ranking:  # noqa: ANN401 # whatever is taken
    """A ranking of these."""
    return rank(CLIENT, pool, **{"role": ROLE, "as_of": DAY, **fields})


def shown(ranking: Ranking) -> str:
    """What is printed, on one line."""
    return " ".join(str(ranking).split())


def test_an_empty_pool_is_told_in_words() -> None:
    ranking = ranked()

    assert "Nobody is in the pool, so nobody could be asked about." in shown(ranking)
    assert (ranking.best, ranking.margins, ranking.loads) == (None, (), ())


def test_who_comes_first_is_told_with_what_puts_them_ahead() -> None:
    team = Team(id="t-1", client_id="c-1").joined("p-2", role="patient_advocate", on=DAY)

    text = shown(ranked(like("p-2", languages=("en",)), like("p-1", languages=("pl",)), team=team))

    assert "p-2 comes first: all that is asked for is met." in text
    assert (
        "p-1 comes next: p-2 is ahead in known already with 1 to 0 points (is somebody the client "
        "knows already; p-1: is not somebody the client knows already), although it is behind in "
        "shared language with 2 to 4 points (speaks en; p-1: speaks pl)."
    ) in text


def test_what_is_let_pass_is_told_of_who_comes_first() -> None:
    text = shown(ranked(like("p-1", weekly_hours=None)))

    assert "all that is asked for is met, and not known and let pass is: availability." in text


def test_who_is_level_is_told_to_be_so() -> None:
    ranking = ranked(FITTING, like("p-2"))

    assert "p-2 is level with p-1; only the order of the ids decides." in shown(ranking)
    assert ranking.margins[0].is_level


def test_a_ranking_that_somebody_else_made_up_is_told_as_it_is() -> None:
    ahead = Fit(professional_id="p-1", score=(2, 1))
    made_up = attrs.evolve(ranked(), eligible=(ahead, Fit(professional_id="p-2", score=(1,))))

    assert "p-2 comes next: p-1 has the higher score." in shown(made_up)
    assert made_up.margins[0].ahead == (1,)


def test_who_has_to_be_asked_first_is_told_where_nobody_surely_fits() -> None:
    text = shown(ranked(like("p-2", languages=None), like("p-3", roles=())))

    assert (
        "Nobody surely fits. The first to be asked is p-2, because only this is not known: "
        "nobody has said which languages they speak."
    ) in text


def test_who_comes_nearest_is_told_where_nobody_fits() -> None:
    text = shown(ranked(like("p-2", languages=("es",), settings=None), like("p-3", roles=())))

    assert "Nobody fits. p-3 comes nearest; this stands against it: does not fill the role" in text


def test_margins_are_told_number_by_number_to_both_sides() -> None:
    ranking = ranked(like("p-1", languages=("pl",)), like("p-2", caseload=0), like("p-3"))

    assert ranking.margins == (
        Margin(professional_id="p-1", ahead_of="p-2", ahead=(0, 2, -5)),
        Margin(
            professional_id="p-2",
            ahead_of="p-3",
            ahead=(0, 0, 5),
            behind_whom="p-1",
            behind=(0, 2, -5),
        ),
        Margin(professional_id="p-3", behind_whom="p-2", behind=(0, 0, 5)),
    )
    assert [one.decided_in for one in ranking.margins] == [2, 3, None]
    assert not any(one.is_level for one in ranking.margins)


@settings(max_examples=50)
@given(WHOM, POOLS)
def test_whoever_comes_before_is_ahead_in_the_number_that_decides(
    client: Client, pool: tuple[Professional, ...]
) -> None:
    policy = Policy(name="soft", criteria=STANDARD_POLICY.criteria[-5:])
    ranking = rank(client, pool, role=ROLE, policy=policy, as_of=DAY)

    following = (*ranking.eligible[1:], None)
    for one, margin, after in zip(ranking.eligible, ranking.margins, following, strict=False):
        assert margin.professional_id == one.professional_id
        if after is None:
            assert (margin.ahead_of, margin.ahead) == (None, ())
            continue
        assert is_before(one, after)
        assert not is_before(after, one)
        number = margin.decided_in
        assert margin.is_level is (number is None) is (one.score == after.score)
        assert number is None or margin.ahead[number - 1] > 0


def test_of_nobody_there_are_no_margins() -> None:
    assert margins_of(()) == ()


def test_with_the_client_a_caseload_is_fuller_and_what_is_unknown_stays_unknown() -> None:
    policy = STANDARD_POLICY.without("caseload")
    people = (
        like("p-1"),
        like("p-2", caseload=None),
        like("p-3", caseload_limit=None),
        like("p-4", languages=None),
        like("p-5", roles=()),
    )

    ranking = ranked(*people, policy=policy)

    assert ranking.load("p-1") == Load(
        professional_id="p-1", limit=20, held=10, taken=2, clients=("c-1",)
    )
    assert [(ranking.load(key).points, ranking.load(key).per_mille) for key in ("p-1", "p-4")] == [
        (12, 600),
        (12, 600),
    ]
    assert [ranking.load(key).per_mille for key in ("p-2", "p-3")] == [None, None]
    listed = [one.professional_id for one in ranking.loads]
    assert listed == [one.professional_id for one in (*ranking.eligible, *ranking.undecided)]
    with pytest.raises(UnknownId, match="there is no load 'p-5'"):
        ranking.load("p-5")


@pytest.mark.parametrize(
    ("person", "line"),
    [
        (like("p-1"), "12 of 20 points, 600 ‰"),
        (like("p-1", caseload=None), "2 more than nobody knows how many of 20 points"),
        (like("p-1", caseload_limit=None), "12 of a limit that nobody knows"),
        (like("p-1", weekly_hours=0), "12 of 20 points, absent"),
        (like("p-1", caseload=20), "22 of 20 points, 1100 ‰"),
    ],
)
def test_absent_is_not_idle_and_unknown_is_not_empty_in_words(
    person: Professional, line: str
) -> None:
    opening = Opening(client=CLIENT, role=ROLE, as_of=DAY)

    assert load_line(load_with(opening, person)) == line


# Words that are told when they are read.

WORDS = Judgement(criterion="language", is_hard=True, verdict=Verdict.MET, text="speaks pl")


def _pickled(value: Any) -> Any:  # noqa: ANN401 # of any type
    return pickle.loads(pickle.dumps(value))  # noqa: S301 # our own bytes


def untold() -> Judgement:
    """A judgement nobody has read yet."""
    return judgement_untold(
        "language",
        is_hard=True,
        verdict=Verdict.MET,
        is_admitted=False,
        points=0,
        maximum=0,
        tell=lambda: WORDS,
    )


def test_a_judgement_is_the_same_value_whether_its_words_were_read_or_not() -> None:
    copies = (untold(), deepcopy(untold()), _pickled(untold()))

    assert copies == (WORDS, WORDS, WORDS)
    assert {hash(untold()), hash(WORDS)} == {hash(WORDS)}
    assert repr(untold()) == repr(WORDS)
    assert attrs.evolve(untold(), points=0) == WORDS
    assert loads(dumps(untold()), Judgement) == WORDS
    assert untold() in Fit(professional_id="p-1", judgements=(WORDS,)).judgements


def test_words_are_told_once_and_by_nobody_else() -> None:
    times: list[int] = []

    def tell() -> Judgement:
        times.append(1)
        return WORDS

    one = judgement_untold(
        "language",
        is_hard=True,
        verdict=Verdict.MET,
        is_admitted=False,
        points=0,
        maximum=0,
        tell=tell,
    )
    assert times == []
    assert (one.text, one.seen, one.text) == ("speaks pl", (), "speaks pl")
    assert times == [1]


def test_a_judgement_has_no_other_fields_than_its_own() -> None:
    both: list[Any] = [untold(), WORDS]

    for one in both:
        with pytest.raises(AttributeError, match="textt"):
            _ = one.textt


def test_nobody_s_words_are_told_until_somebody_reads_them() -> None:
    ranking = ranked(like("p-1"), like("p-2", roles=()))
    told: Any = object.__getattribute__

    waiting = [
        told(one, "_tell") is not None for fit in ranking.everybody for one in fit.judgements
    ]
    assert all(waiting)
    assert ranking.fit("p-2").failed[0].text == "does not fill the role of care manager"
    assert told(ranking.fit("p-2").judgement("role"), "_tell") is None
    assert told(ranking.fit("p-1").judgement("role"), "_tell") is not None


def test_who_has_the_same_shares_one_judgement() -> None:
    ranking = ranked(like("p-1"), like("p-2"), like("p-3", languages=("pl",)))

    language = [ranking.fit(key).judgement("language") for key in ("p-1", "p-2", "p-3")]
    assert language[0] is language[1]
    assert language[0] != language[2]


def test_a_ranking_that_nobody_read_can_be_pickled_and_is_equal() -> None:
    one, other = (ranked(like("p-1"), like("p-2", languages=())) for _ in range(2))

    assert _pickled(one) == other
    assert hash(one) == hash(other)
