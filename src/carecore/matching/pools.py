"""A pool of professionals, sorted once for many questions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, final

from attrs import Factory, field, frozen

from carecore.base.checks import each_of, require_instance
from carecore.base.lookups import find_by_id
from carecore.base.privacy import PrivateRepr
from carecore.base.reasons import at
from carecore.errors import InvalidValue
from carecore.matching.pool_index import Index
from carecore.people import Professional

__all__ = ["Pool", "index_in_order", "index_of"]


def _people(values: Iterable[Professional], /) -> tuple[Professional, ...]:
    people = each_of(values, Professional)
    seen: set[str] = set()
    for index, one in enumerate(people):
        if one.id in seen:
            what = f"the professional {one.id!r} stands twice in the pool"
            raise InvalidValue(what, place=at("$", index), advice="Maybe remove one of the two")
        seen.add(one.id)
    return tuple(sorted(people, key=_by_id))


def _by_id(one: Professional, /) -> str:
    return str(one.id)


@final
@frozen(weakref_slot=False, repr=False)
class Pool(PrivateRepr):
    """Everybody who could be engaged: each once, in the order of their ids, and sorted once.

    Verbs that take a pool take one of these as well as any list of professionals, and answer the
    same.
    A pool never changes: somebody who comes, goes or changes makes a new one in a small step.

    >>> pool = Pool([Professional(id="p-2"), Professional(id="p-1")])
    >>> [one.id for one in pool]
    ['p-1', 'p-2']
    >>> later = pool.with_professional(Professional(id="p-3")).without("p-1")
    >>> [one.id for one in later], len(pool)
    (['p-2', 'p-3'], 2)

    Attributes:
        professionals: everybody, in the order of their ids.

    Raises:
        WrongType: if something is no professional.
        InvalidValue: if somebody stands twice.

    .. versionadded:: 0.1
    """

    professionals: tuple[Professional, ...] = field(default=(), converter=_people)
    _index: Index = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(lambda self: Index(self.professionals), takes_self=True),
    )

    def __repr__(self) -> str:
        """How many there are."""
        return f"<Pool of {len(self)}>"

    @property
    def index(self) -> Index:
        """Everybody by place, for the verbs that ask all at once."""
        return self._index

    def __iter__(self) -> Iterator[Professional]:
        """Everybody, in the order of their ids."""
        return iter(self.professionals)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.professionals)

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """Without what was worked out meanwhile."""
        return (Pool, (self.professionals,))

    def professional(self, key: str, /) -> Professional:
        """Who has that id.

        Raises:
            UnknownId: if nobody has; the error names those that look like it.
        """
        return find_by_id(self.professionals, key, kind="professional")

    def with_professional(self, professional: Professional, /) -> "Pool":
        """This pool with *professional*, in place of whoever has the same id.

        Raises:
            WrongType: if it is no professional.
        """
        advice = "Maybe Professional(id='p-1')"
        require_instance(professional, Professional, name="who comes", advice=advice)
        others = (one for one in self.professionals if one.id != professional.id)
        return _derived((*others, professional), self._index.with_person(professional))

    def without(self, key: str, /) -> "Pool":
        """This pool without the one with that id.

        Raises:
            UnknownId: if nobody has it; the error names those that look like it.
        """
        self.professional(key)
        left = (one for one in self.professionals if one.id != key)
        return _derived(tuple(left), self._index.without(key))


def _derived(people: tuple[Professional, ...], index: Index, /) -> Pool:
    made = Pool(people)
    object.__setattr__(made, "_index", index)  # a frozen value, before it is given
    return made


def index_of(pool: Iterable[Professional], /) -> Index:
    """The index of a pool, or of a list of professionals."""
    if isinstance(pool, Pool):
        return pool.index
    return Index(each_of(pool, Professional))


def index_in_order(pool: Iterable[Professional], people: Sequence[Professional], /) -> Index | None:
    """The index of a pool, if *people* are all who are in it, and stand there in this order."""
    if not isinstance(pool, Pool) or len(pool.index.people) != len(people):
        return None
    pairs = zip(pool.index.people, people, strict=True)
    return pool.index if all(one is other for one, other in pairs) else None
