"""Texts, ids, and words of the field."""

from typing import Final, Generic, TypeVar, final

from attrs import frozen
from hypothesis import strategies as st

from carecore.base.jurisdictions import Jurisdiction
from carecore.catalogue import STANDARD

__all__ = [
    "advice_texts",
    "codes",
    "filled_texts",
    "ids",
    "jurisdictions",
    "picked",
    "places",
    "terms",
    "texts",
    "units",
]

T = TypeVar("T")

_LONGEST: Final = 12
_MOST_CODES: Final = 999
# Letters, numbers, punctuation and symbols: whatever can be printed and is no space.
_SEEN: Final = st.characters(categories=["L", "N", "P", "S"])
_WORDS: Final = (
    *("walk", "home", "sleep", "surgery", "delirium", "fall", "pain", "oxygen", "visit", "phone"),
    *("stairs", "garden", "moved", "2", "24h", "x"),
)
_PLACES: Final = ("$", "$.id", "$.goals[0]", "$.goals[2].targets[1].due", "$.client.needs[10]")
_UNITS: Final = ("", "m", "mg", "kg", "mm[Hg]", "{score}", "times a week")
_CODES: Final = ("US", "US-MA", "US-CO", "PT", "DE", "DE-BE", "GB-ENG", "FR-971")
_SHELVES: Final = (
    STANDARD.care_settings,
    STANDARD.credentials,
    STANDARD.duties,
    STANDARD.roles,
    STANDARD.needs,
    STANDARD.domains,
    STANDARD.gates,
)


@final
@frozen(weakref_slot=False, eq=False, repr=False)
class _Pick(Generic[T]):
    """Gives one of many things by its number; its `repr` does not list them."""

    options: tuple[T, ...]

    def __call__(self, number: int, /) -> T:
        """The thing with that number."""
        return self.options[number]

    def __repr__(self) -> str:
        """How many there are."""
        return f"<one of {len(self.options)}>"


def picked(options: tuple[T, ...], /) -> st.SearchStrategy[T]:
    """One of many things: as `sampled_from`, without listing them all when an example fails.

    .. versionadded:: 0.1
    """
    return st.integers(0, len(options) - 1).map(_Pick(options)) if options else st.nothing()


def texts() -> st.SearchStrategy[str]:
    """Any short text, in any script; it may be empty or blank.

    .. versionadded:: 0.1
    """
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=_LONGEST)


def filled_texts() -> st.SearchStrategy[str]:
    """Any short text with something to read in it.

    .. versionadded:: 0.1
    """
    return st.builds("{}{}".format, st.text(_SEEN, min_size=1, max_size=1), texts())


def ids(kind: str = "x", /) -> st.SearchStrategy[str]:
    """Ids of people and records: mostly such as `c-17`, sometimes as odd as an app may use them.

    Args:
        kind: what most of them begin with.

    .. versionadded:: 0.1
    """
    plain = st.integers(1, 99).map(f"{kind}-{{}}".format)
    return plain | plain | st.text(_SEEN, min_size=1, max_size=_LONGEST)


def terms() -> st.SearchStrategy[str]:
    """Words of the field and ids of catalogue entries, snake_case; many are in the catalogue.

    .. versionadded:: 0.1
    """
    known = picked(tuple(str(entry.id) for shelf in _SHELVES for entry in shelf))
    parts = st.lists(st.sampled_from(_WORDS), max_size=2)
    own = st.builds("_".join, st.builds(_put_first, st.sampled_from(_WORDS[:10]), parts))
    return own | known


def places() -> st.SearchStrategy[str]:
    """Places in a value, such as `$.goals[2]`.

    .. versionadded:: 0.1
    """
    return st.sampled_from(_PLACES)


def codes() -> st.SearchStrategy[str]:
    """Codes of rules, such as `X101`.

    .. versionadded:: 0.1
    """
    return st.builds("{}{:03}".format, st.sampled_from("GPTX"), st.integers(0, _MOST_CODES))


def advice_texts() -> st.SearchStrategy[str]:
    """What may help: a sentence that begins with "Maybe", or nothing.

    .. versionadded:: 0.1
    """
    return st.just("") | filled_texts().map("Maybe {}".format)


def units() -> st.SearchStrategy[str]:
    """Units of quantities: UCUM codes, words, and none.

    .. versionadded:: 0.1
    """
    return st.sampled_from(_UNITS) | st.text(_SEEN, max_size=_LONGEST)


def jurisdictions() -> st.SearchStrategy[Jurisdiction]:
    """Countries and parts of countries.

    .. versionadded:: 0.1
    """
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    any_country = st.text(letters, min_size=2, max_size=2)
    any_part = st.builds("{}-{}".format, any_country, st.text(letters, min_size=1, max_size=3))
    return (st.sampled_from(_CODES) | any_country | any_part).map(Jurisdiction)


def _put_first(first: str, rest: list[str], /) -> list[str]:
    return [first, *rest]
