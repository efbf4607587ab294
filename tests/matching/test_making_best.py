"""What would make somebody the best: changes after which they are, or why there are none."""

from collections.abc import Iterator
from datetime import date
from functools import reduce
from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.timing import Period
from carecore.codec import dumps, loads
from carecore.credentials import HeldCredential
from carecore.errors import InvalidValue, UnknownId, WrongType
from carecore.matching import (
    STANDARD_POLICY,
    CriterionKind,
    Pair,
    Policy,
    Pool,
    StandardCriterion,
    WhatMakesBest,
    rank,
    what_would_make_best,
)
from carecore.people import Client, Leave, Professional, Team
from carecore.testing import with_markers

from .drawn_pairs import POOLS, WHOM, somebody
from .ranked import CLIENT, DAY, FITTING, ROLE, YEAR, Mornings, Neighbours, like

CERTIFIED = like("p-3", credentials=(HeldCredential(credential="cmc", period=YEAR),))


def full(name: str, **fields: Any) -> Professional:  # noqa: ANN401 # whatever a field takes
    """Somebody who earns all points but those for room, but for these fields."""
    return attrs.evolve(CERTIFIED, **{"id": name, "languages": ("pl",), **fields})


def best(person: Professional, *others: Professional, **fields: Any) -> WhatMakesBest:  # noqa: ANN401 # whatever is taken
    """What would make somebody the best."""
    asked: dict[str, Any] = {"client": CLIENT, "role": ROLE, "as_of": DAY, **fields}
    return what_would_make_best(asked.pop("client"), person, others, **asked)


def texts(answer: WhatMakesBest) -> list[str]:
    """The changes in words."""
    return [one.text for one in answer.remedies]


def comes_first(pair: Pair, others: tuple[Professional, ...], **fields: Any) -> bool:  # noqa: ANN401 # whatever is taken
    """Whether a ranking puts the professional of the pair first."""
    left = [one for one in others if one.id != pair.professional.id]
    asked: dict[str, Any] = {"role": ROLE, **fields, "as_of": pair.as_of}
    ranking = rank(pair.client, [*left, pair.professional], **asked)
    return ranking.best == pair.professional.id


def some_of(answer: WhatMakesBest) -> Iterator[Pair]:
    """The pair after every choice of the changes but all of them."""
    for many in range(len(answer.remedies)):
        for some in combinations(answer.remedies, many):
            yield reduce(lambda pair, one: one.apply(pair), some, answer.pair)


def test_who_comes_first_has_nothing_to_change() -> None:
    answer = best(FITTING, like("p-2"), like("p-3", caseload=12))

    assert (answer.remedies, answer.is_possible, answer.applied()) == ((), True, answer.pair)
    assert "Nothing: they come first as it is." in str(answer)


def test_who_is_alone_has_only_to_fit() -> None:
    lone = like("p-2", languages=("es",))

    answer = best(lone, lone, like("p-3", roles=()))

    assert (texts(answer), answer.rival, answer.behind) == (["they speak pl"], None, ())


@pytest.mark.parametrize(
    ("person", "rival", "changes"),
    [
        (full("p-1", credentials=()), full("p-3"), ["they are certified as cmc"]),
        (full("p-1", languages=("en",)), full("p-3"), ["they speak pl"]),
        (full("p-1", jurisdictions=("US",)), full("p-3"), ["they work in US-MA"]),
        # They are level, so the later id needs a tenth more of the limit to be free.
        (full("p-4"), full("p-3"), ["12 caseload points are free, 2 more than now"]),
        (
            full("p-4", caseload=None),
            full("p-3", caseload=11),
            ["10 caseload points are known to be free"],
        ),
        # The first of several, in the order of the policy.
        (full("p-1", languages=("en",), credentials=()), CERTIFIED, ["they speak pl"]),
        (
            full("p-4", languages=("es",), jurisdictions=("US",)),
            full("p-3", caseload=10),
            [
                "they speak pl",
                "they work in US-MA",
                "12 caseload points are free, 2 more than now",
            ],
        ),
    ],
)
def test_what_is_missing_is_told_as_changes_of_theirs(
    person: Professional, rival: Professional, changes: list[str]
) -> None:
    answer = best(person, rival)

    assert answer.rival is not None
    assert answer.rival.professional_id == rival.id
    assert texts(answer) == changes
    assert comes_first(answer.applied(), (rival,))
    assert not any(comes_first(less, (rival,)) for less in some_of(answer))
    assert "They come first if all of this is so" in str(answer)


def test_where_the_rival_is_ahead_is_told_with_what_is_said_of_both() -> None:
    answer = best(like("p-4"), CERTIFIED)

    ((own, theirs),) = answer.behind
    assert (own.criterion, own.points, theirs.points) == ("certified", 0, 2)
    assert answer.still_behind == ()
    shown = " ".join(str(answer).split())
    assert "Where p-3 is ahead as it is" in shown
    assert "certified: 0 to 2 (is not certified as cmc; the other: is certified as cmc)" in shown


def test_nobody_becomes_somebody_the_client_knows_already() -> None:
    team = Team(id="t-1", client_id="c-1").joined("p-3", role=ROLE, on=date(2026, 1, 1))

    answer = best(like("p-1"), like("p-3"), team=team)

    assert (answer.is_possible, answer.remedies, answer.is_level) == (False, (), False)
    assert [own.criterion for own, _ in answer.still_behind] == ["known_already"]
    assert "No change of theirs would do." in str(answer)
    assert "Where they would stay behind" in str(answer)
    with pytest.raises(InvalidValue, match="nothing of theirs makes 'p-1' the best for 'c-1'"):
        answer.applied()


def test_who_can_only_be_level_comes_later_by_the_id() -> None:
    policy = Policy(name="none")

    answer = best(like("p-2"), FITTING, policy=policy)

    assert (answer.is_possible, answer.is_level) == (False, True)
    assert "They would be level, and the ids put the other one first." in str(answer)


def test_what_stays_in_the_way_of_a_fit_is_told() -> None:
    answer = best(like("p-2", roles=()), FITTING)

    assert (answer.is_possible, [one.criterion for one in answer.impossible]) == (False, ["role"])
    assert not answer.is_level
    assert "role: does not fill the role of care manager" in str(answer)


def test_who_is_away_is_compared_on_the_day_they_are_back() -> None:
    back = date(2026, 12, 7)
    away = like("p-2", languages=("pl",), leave=(Leave(Period(DAY, back)),))
    leaving = like("p-1", languages=("pl",), leave=(Leave(Period(back)),))

    answer = best(away, leaving, like("p-3"))

    assert texts(answer) == ["the two begin on 2026-12-07"]
    assert answer.rival is not None
    assert answer.rival.professional_id == "p-3"
    assert comes_first(answer.applied(), (leaving, like("p-3")))


def test_criteria_of_other_people_say_what_would_earn_more() -> None:
    soft = Mornings(is_hard=False)
    policy = STANDARD_POLICY.with_criterion(soft)

    answer = best(full("p-1", weekly_hours=8), full("p-3"), policy=policy)

    assert (texts(answer), answer.remedies[0].hours) == (["more hours"], 20)
    alone = Policy(name="bulk", criteria=(Neighbours(is_hard=False, favours=("p-1",)),))
    assert not best(like("p-2", settings=()), FITTING, policy=alone).is_possible


def test_a_limit_that_nobody_knows_gives_room_for_the_client_only() -> None:
    room = StandardCriterion(id="room", kind=CriterionKind.CASELOAD, is_hard=False, weight=10)
    policy = Policy(name="room", criteria=(room,))
    unknown = like("p-2", caseload=None, caseload_limit=None)

    assert not best(unknown, FITTING, policy=policy).is_possible
    assert best(unknown, like("p-3", caseload=20), policy=policy).is_possible


def test_the_professional_takes_their_own_place_in_a_pool() -> None:
    pool = Pool([like("p-2"), FITTING])
    changed = like("p-2", languages=("pl",))

    answer = what_would_make_best(CLIENT, changed, pool, role=ROLE, as_of=DAY)

    assert answer.is_possible
    assert answer.remedies == ()


@settings(max_examples=60, deadline=None)
@given(WHOM, somebody("p-1"), POOLS, st.sampled_from(["p-1", "p-9"]))
def test_applied_they_come_first_and_after_nothing_smaller(
    client: Client, person: Professional, pool: tuple[Professional, ...], name: str
) -> None:
    # Whoever is drawn does not fit often, so not all is asked.
    policy = STANDARD_POLICY.without("duties", "licence", "travel")
    asked: dict[str, Any] = {"role": ROLE, "policy": policy}
    person = attrs.evolve(person, id=name, roles=(ROLE,))
    pool = tuple(attrs.evolve(one, roles=(ROLE,)) for one in pool)

    answer = what_would_make_best(client, person, pool, as_of=DAY, **asked)

    if answer.is_possible:
        assert comes_first(answer.applied(), pool, **asked)
        assert not any(comes_first(less, pool, **asked) for less in some_of(answer))
    else:
        assert answer.remedies == ()
        assert not comes_first(answer.pair, pool, **asked)
        assert answer.impossible or answer.still_behind or answer.is_level


def test_the_answer_is_a_value_that_documents_hold_and_shows_nobody() -> None:
    marked = with_markers(like("p-2"))
    whom = with_markers(attrs.evolve(CLIENT, name="Ada Quill"))

    answer = best(marked.value, CERTIFIED, client=whom.value)

    assert loads(dumps(answer), WhatMakesBest) == answer
    assert repr(answer).startswith("<WhatMakesBest 1 of <Pair <Client c-1>, <Professional p-2>")
    shown = (str(answer), repr(answer), repr(answer.remedies))
    assert (marked.shown_in(*shown), whom.shown_in(*shown)) == ((), ())


def test_what_is_refused_is_what_a_ranking_refuses() -> None:
    untyped: Any = "standard"

    with pytest.raises(WrongType, match="a Policy is wanted"):
        best(FITTING, policy=untyped)
    with pytest.raises(WrongType) as strange:
        best(FITTING, untyped)
    assert strange.value.place == "$pool[0]"
    with pytest.raises(UnknownId) as caught:
        best(like("p-2", roles=("care_manger",)), FITTING)
    assert caught.value.place == "$professional.roles[0]"
    with pytest.raises(InvalidValue, match="stands twice in the pool"):
        best(like("p-2"), FITTING, FITTING)
