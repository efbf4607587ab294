"""A pool: everybody once, in order, and a new one for each small step."""

import pickle
from typing import Any

import pytest
from hypothesis import given, settings

from carecore.codec import dumps, loads
from carecore.errors import InvalidValue, UnknownId, WrongType
from carecore.matching import Pool, rank
from carecore.people import Client, Professional

from .drawn_pairs import POOLS, WHOM, somebody
from .ranked import DAY, ROLE, like


def test_everybody_stands_in_a_pool_once_and_in_order() -> None:
    pool = Pool([like("p-2"), like("p-1")])

    assert [one.id for one in pool] == ["p-1", "p-2"]
    assert len(pool) == 2
    assert repr(pool) == "<Pool of 2>"
    assert pool == Pool([like("p-1"), like("p-2")])
    assert hash(pool) == hash(Pool([like("p-1"), like("p-2")]))
    assert pool.professional("p-2").id == "p-2"
    with pytest.raises(InvalidValue, match=r"'p-1' stands twice in the pool. Maybe remove one"):
        Pool([like("p-1"), like("p-1")])
    with pytest.raises(UnknownId, match="Maybe 'p-1'"):
        pool.professional("p1")


def test_somebody_comes_changes_and_goes_and_the_pool_before_stays_as_it_was() -> None:
    pool = Pool([like("p-1")])

    later = pool.with_professional(like("p-0")).with_professional(like("p-1", languages=None))
    assert [(one.id, one.languages) for one in later] == [("p-0", ("en",)), ("p-1", None)]
    assert [one.id for one in later.without("p-1")] == ["p-0"]
    assert [(one.id, one.languages) for one in pool] == [("p-1", ("en",))]
    assert later.without("p-0").without("p-1") == Pool()


@pytest.mark.parametrize("pool", ["p-1", [Client(id="c-1")], 5])
def test_what_is_no_pool_is_refused(pool: Any) -> None:  # noqa: ANN401 # of any other type
    with pytest.raises(WrongType):
        Pool(pool)


def test_only_a_professional_comes_and_only_who_is_there_goes() -> None:
    pool = Pool([like("p-1")])

    with pytest.raises(WrongType, match=r"Maybe Professional\(id='p-1'\)"):
        pool.with_professional("p-2")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] # on purpose
    with pytest.raises(UnknownId, match="Maybe 'p-1'"):
        pool.without("p1")


@settings(max_examples=30)
@given(WHOM, WHOM, POOLS, somebody("p-1"))
def test_a_ranking_out_of_a_pool_is_that_out_of_the_list(
    client: Client, other: Client, people: tuple[Professional, ...], comer: Professional
) -> None:
    pool = Pool(people)
    for whom in (client, other):
        assert rank(whom, pool, role=ROLE, as_of=DAY) == rank(whom, people, role=ROLE, as_of=DAY)

    later = pool.with_professional(comer)
    assert rank(client, later, role=ROLE, as_of=DAY) == rank(
        client, tuple(later), role=ROLE, as_of=DAY
    )


@given(POOLS)
def test_a_pool_goes_through_documents_and_pickles(people: tuple[Professional, ...]) -> None:
    pool = Pool(people)

    assert loads(dumps(pool), Pool) == pool
    assert pickle.loads(pickle.dumps(pool)) == pool  # noqa: S301 # our own bytes
