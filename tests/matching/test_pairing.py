"""Pairing by both sides' wishes: no two would both rather have each other, and nobody vanishes."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecore.base.outline import to_text
from carecore.codec import dumps, loads
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType
from carecore.matching import OneSided, Pairing, PairingSide, Preference, pair_stably

CLIENTS = ("c-0", "c-1", "c-2", "c-3")
PEOPLE = ("p-0", "p-1", "p-2")


def wish(key: str, *levels: Any, places: int = 1) -> Preference:  # noqa: ANN401 # ids or tuples of them
    """A preference; a level of one is written as its id."""
    order = [(one,) if isinstance(one, str) else one for one in levels]
    return Preference(person_id=key, order=order, places=places)


@st.composite
def preferences(
    draw: st.DrawFn, keys: tuple[str, ...], others: tuple[str, ...]
) -> list[Preference]:
    """One for each of *keys*, with some of the others on a few levels."""
    found: list[Preference] = []
    for key in keys:
        ranks = draw(st.dictionaries(st.sampled_from(others), st.integers(0, 2)))
        levels = [[one for one in ranks if ranks[one] == level] for level in range(3)]
        order = [level for level in levels if level]
        found.append(Preference(person_id=key, order=order, places=draw(st.integers(0, 2))))
    return found


BOTH = st.tuples(preferences(CLIENTS, PEOPLE), preferences(PEOPLE, CLIENTS))


def _rank(one: Preference, who: str | None) -> int:
    """How good somebody is for one; nobody at all is worse than all."""
    for rank, level in enumerate(one.order):
        if who in level:
            return rank
    return 9


def _is_stable(
    pairs: dict[str, str | None], both: tuple[list[Preference], list[Preference]]
) -> bool:
    left = {str(one.person_id): one for one in both[0]}
    right = {str(one.person_id): one for one in both[1]}
    for client, who in product(left, right):
        if who not in left[client].accepts or client not in right[who].accepts:
            continue
        held = [one for one in left if pairs[one] == who]
        wants = _rank(left[client], who) < _rank(left[client], pairs[client])
        room = len(held) < right[who].places
        gains = any(_rank(right[who], client) < _rank(right[who], one) for one in held)
        if wants and (room or gains):
            return False
    return True


def _all_stable(both: tuple[list[Preference], list[Preference]]) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = []
    left = {str(one.person_id): one for one in both[0]}
    right = {str(one.person_id): one for one in both[1]}
    for chosen in product([None, *right], repeat=len(left)):
        pairs = dict(zip(left, chosen, strict=True))
        is_wanted = all(
            who is None or (who in left[key].accepts and key in right[who].accepts)
            for key, who in pairs.items()
        )
        fits = all(chosen.count(who) <= one.places for who, one in right.items())
        if is_wanted and fits and _is_stable(pairs, both):
            found.append(pairs)
    return found


def _pairs(found: Pairing) -> dict[str, str | None]:
    alone: dict[str, str | None] = dict.fromkeys(map(str, found.alone))
    return alone | {str(one.client_id): str(one.professional_id) for one in found.pairs}


@settings(max_examples=60)
@given(BOTH, st.sampled_from(PairingSide))
def test_no_two_would_both_rather_have_each_other_and_nobody_vanishes(
    both: tuple[list[Preference], list[Preference]], side: PairingSide
) -> None:
    found = pair_stably(*both, favours=side)

    pairs = _pairs(found)
    assert sorted(pairs) == list(CLIENTS)
    assert pairs in _all_stable(both)
    places = sum(one.places for one in both[1])
    assert len(found.pairs) <= places
    assert bool(found.free) is (len(found.pairs) < places)
    for one in found.pairs:
        client = next(each for each in both[0] if each.person_id == one.client_id)
        assert client.order[one.place_of_professional - 1].count(str(one.professional_id)) == 1
    assert loads(dumps(found), Pairing) == found


@settings(max_examples=60)
@given(BOTH)
def test_of_all_stable_pairings_it_is_the_best_for_those_it_favours(
    both: tuple[list[Preference], list[Preference]],
) -> None:
    strict = tuple(
        [
            Preference(
                person_id=one.person_id,
                order=[
                    [who] for who in sorted(one.accepts, key=lambda who: (_rank(one, who), who))
                ],
                places=one.places,
            )
            for one in side
        ]
        for side in both
    )
    stable = _all_stable((strict[0], strict[1]))

    best = _pairs(pair_stably(*strict))
    worst = _pairs(pair_stably(*strict, favours=PairingSide.PROFESSIONALS))
    for one in strict[0]:
        key = str(one.person_id)
        ranks = [_rank(one, pairs[key]) for pairs in stable]
        assert _rank(one, best[key]) == min(ranks)
        assert _rank(one, worst[key]) == max(ranks)


def test_where_only_one_would_have_the_other_it_is_told() -> None:
    found = pair_stably([wish("c-1", "p-1", "p-2")], [wish("p-1"), wish("p-2", "c-1", places=2)])

    assert [(one.client_id, one.professional_id) for one in found.pairs] == [("c-1", "p-2")]
    assert found.one_sided == (OneSided(client_id="c-1", professional_id="p-1"),)
    assert found.free == ("p-1", "p-2")
    text = " ".join(to_text(found.outline()).split())
    assert "Pairs: 1. Clients alone: 0. Professionals with places left: 2." in text
    assert "c-1 and p-1" in text
    assert "Gale and Shapley" in text


def test_who_has_nobody_is_told() -> None:
    found = pair_stably([wish("c-1", "p-1"), wish("c-2", "p-1")], [wish("p-1", ("c-1", "c-2"))])

    assert found.alone == ("c-2",)
    nobody = to_text(pair_stably([wish("c-1")], []).outline())
    assert "choice of the client" not in nobody
    assert "Clients who have nobody" in to_text(found.outline())


@pytest.mark.parametrize(
    ("clients", "people", "place"),
    [
        ([wish("c-1"), wish("c-1")], [], "$clients"),
        ([wish("c-1", "p-9")], [], "$clients"),
        ([], [wish("p-1", "c-9")], "$professionals"),
    ],
)
def test_what_does_not_hang_together_is_refused(
    clients: list[Preference], people: list[Preference], place: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        pair_stably(clients, people)

    assert refused.value.place == place
    assert refused.value.advice.startswith("Maybe ")


def test_several_faults_are_told_together() -> None:
    with pytest.raises(ManyFaults):
        pair_stably([wish("c-1", "p-9"), wish("c-1")], [])


@pytest.mark.parametrize(
    ("order", "place"),
    [
        (["p-1"], "$.order[0]"),
        ([["p-1"], ["p-1"]], "$.order[1]"),
        ("p-1", "$.order"),
        ([["p-1"], [5]], "$.order[1][0]"),
    ],
)
def test_an_order_is_made_of_levels_in_which_nobody_stands_twice(order: Any, place: str) -> None:  # noqa: ANN401
    with pytest.raises(CareError) as refused:
        Preference(person_id="c-1", order=order)

    assert refused.value.place == place


def test_what_is_of_another_type_is_refused() -> None:
    with pytest.raises(WrongType):
        pair_stably([], [], favours="clients")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] # on purpose
    with pytest.raises(WrongType):
        pair_stably(["c-1"], [])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType] # on purpose
    untyped: Any = [5]
    with pytest.raises(WrongType) as strange:
        pair_stably([], untyped)
    assert strange.value.place == "$professionals[0]"
