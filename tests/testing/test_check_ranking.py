"""Whatever is left out of a ranking, added to it or changed in it is caught."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from carecore.base.reasons import Verdict
from carecore.codec import dumps, loads
from carecore.errors import WrongType
from carecore.matching import STANDARD_POLICY, Fit, Judgement, Ranking, rank
from carecore.people import Client, Professional
from carecore.testing import TRAVELLER_NOW, check_ranking, traveller_plan, traveller_pool

from ..matching.drawn_pairs import POOLS, WHOM

DAY = TRAVELLER_NOW.date()
PLAN = traveller_plan()
POOL = traveller_pool()
RANKING = rank(PLAN.client, POOL, role="care_manager", as_of=DAY, team=PLAN.team)


def complaint(ranking: Ranking, **fields: Any) -> list[str]:  # noqa: ANN401 # whatever is asked
    """What is said of a ranking that does not hold, without the first line."""
    asked: dict[str, Any] = {"client": PLAN.client, "pool": POOL, "team": PLAN.team, **fields}
    with pytest.raises(AssertionError) as caught:
        check_ranking(ranking, asked.pop("client"), asked.pop("pool"), **asked)
    return str(caught.value).splitlines()[1:]


def with_fit(ranking: Ranking, changed: Fit) -> Ranking:
    """The ranking with another word about somebody, at their place."""

    def put(fits: tuple[Fit, ...]) -> tuple[Fit, ...]:
        return tuple(
            changed if one.professional_id == changed.professional_id else one for one in fits
        )

    return attrs.evolve(
        ranking,
        eligible=put(ranking.eligible),
        undecided=put(ranking.undecided),
        rejected=put(ranking.rejected),
    )


def test_there_is_somebody_in_each_list() -> None:
    assert RANKING.eligible
    assert RANKING.undecided
    assert len(RANKING.rejected) > 2


@settings(max_examples=40, deadline=None)
@given(WHOM, POOLS)
def test_what_rank_says_holds(client: Client, pool: tuple[Professional, ...]) -> None:
    check_ranking(rank(client, pool, role="care_manager", as_of=DAY), client, pool)


def test_a_ranking_that_was_kept_as_a_document_holds() -> None:
    check_ranking(loads(dumps(RANKING), Ranking), PLAN.client, POOL, team=PLAN.team)


EVERY_REASON = [
    (fit, judgement)
    for fit in (*RANKING.undecided, *RANKING.rejected)
    for judgement in fit.judgements
]


@pytest.mark.parametrize(
    ("fit", "judgement"),
    EVERY_REASON,
    ids=[f"{fit.professional_id}-{one.criterion}" for fit, one in EVERY_REASON],
)
def test_any_reason_that_is_removed_from_a_rejection_is_missed(
    fit: Fit, judgement: Judgement
) -> None:
    rest = tuple(one for one in fit.judgements if one != judgement)
    less = attrs.evolve(fit, judgements=rest)

    said = complaint(with_fit(RANKING, less))

    begins = f"of {fit.professional_id!r} it leaves out: {judgement.criterion}: {judgement.text}"
    assert len(said) == 1
    assert said[0].startswith(begins)


CHANGES: tuple[tuple[str, Callable[[Judgement], Judgement]], ...] = (
    ("verdict", lambda one: attrs.evolve(one, verdict=Verdict.MET)),
    ("text", lambda one: attrs.evolve(one, text="is too old")),
    ("seen", lambda one: attrs.evolve(one, seen=())),
    ("let pass", lambda one: attrs.evolve(one, is_admitted=True)),
)


@pytest.mark.parametrize("change", [one for _, one in CHANGES], ids=[name for name, _ in CHANGES])
def test_a_reason_that_is_changed_is_told(change: Callable[[Judgement], Judgement]) -> None:
    for fit in RANKING.rejected:
        failed = fit.failed[0]
        judgements = tuple(change(one) if one == failed else one for one in fit.judgements)
        said = complaint(with_fit(RANKING, attrs.evolve(fit, judgements=judgements)))
        assert said[0].startswith(f"of {fit.professional_id!r} it says: {failed.criterion}: ")
        assert f"; and not: {failed.criterion}: {failed.text} (not_met)" in said[0]


def test_a_reason_that_is_made_up_told_twice_or_out_of_order_is_told() -> None:
    fit = RANKING.rejected[0]
    first, second, *others = fit.judgements
    made_up = attrs.evolve(first, criterion="manners")

    def said(*judgements: Judgement) -> list[str]:
        return complaint(with_fit(RANKING, attrs.evolve(fit, judgements=judgements)))

    whose = f"of {fit.professional_id!r}"
    assert "it says what no criterion does: manners: " in said(*fit.judgements, made_up)[0]
    assert said(*fit.judgements, first)[0].startswith(f"{whose} it says twice: role: ")
    assert said(second, first, *others) == [
        f"{whose} the judgements are not in the order of the policy"
    ]


def test_points_that_were_not_earned_are_told() -> None:
    best = RANKING.eligible[0]

    said = complaint(with_fit(RANKING, attrs.evolve(best, score=(9, 9, 9))))

    assert said == [f"of {best.professional_id!r} the score is {best.score}, and not (9, 9, 9)"]


def test_nobody_vanishes_stands_twice_or_comes_from_elsewhere() -> None:
    gone, *others = RANKING.rejected
    stranger = attrs.evolve(gone, professional_id="p-stranger")

    assert complaint(attrs.evolve(RANKING, rejected=tuple(others))) == [
        f"it tells of {gone.professional_id!r} 0 times"
    ]
    assert complaint(attrs.evolve(RANKING, rejected=(gone, *RANKING.rejected))) == [
        f"it tells of {gone.professional_id!r} 2 times"
    ]
    assert complaint(attrs.evolve(RANKING, rejected=(*RANKING.rejected, stranger))) == [
        "it speaks of 'p-stranger', who is not in the pool"
    ]


def test_whoever_stands_in_the_wrong_list_or_place_is_told() -> None:
    lost, last = RANKING.rejected[0], RANKING.rejected[-1]
    moved = attrs.evolve(RANKING, eligible=(*RANKING.eligible, lost), rejected=RANKING.rejected[1:])
    turned = attrs.evolve(RANKING, rejected=(last, *RANKING.rejected[:-1]))

    assert complaint(moved) == [
        f"{lost.professional_id!r} stands among those who fit, and is none of them"
    ]
    assert complaint(turned) == [
        f"among those who do not fit, {lost.professional_id!r} comes earlier"
    ]


def test_a_ranking_of_another_question_does_not_hold() -> None:
    other = attrs.evolve(PLAN.client, id="c-other")

    assert complaint(RANKING, client=other, team=None)[0] == (
        "it is about 'c-17', and not about 'c-other'"
    )
    assert complaint(RANKING, policy=STANDARD_POLICY.without("certified"))[0] == (
        "it goes by the policy 'standard, version 2', and not by "
        "'standard, version 2, without certified'"
    )


def test_what_is_no_ranking_is_refused() -> None:
    untyped: Any = RANKING.eligible

    with pytest.raises(WrongType, match="the ranking is a value of type tuple"):
        check_ranking(untyped, PLAN.client, POOL)
