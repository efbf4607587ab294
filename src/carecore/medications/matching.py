"""Which medications are of one substance, and which of two lists belong together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TypeAlias, final
from unicodedata import normalize

from attrs import frozen

from carecore.base.amounts import Code
from carecore.base.reasons import Fact, OwnChoice, Source, at
from carecore.medications.model import Medication, MedicationStatus

__all__ = [
    "MATCHING_CHOICES",
    "Index",
    "IsNamed",
    "differences",
    "is_same_substance",
    "not_stated",
    "paired",
]

_Pair: TypeAlias = tuple[int | None, int | None]

MATCHING_CHOICES: Final[tuple[Source, ...]] = (
    OwnChoice(
        "two medications are of one substance if their codes are the same; where they have no two "
        "codes of one system, if their names are, whatever the case and the spaces"
    ),
    OwnChoice(
        "dose, route, how often and status are compared as they are written, so 1 g and 1000 mg "
        "differ; purpose, period and prescriber are not compared"
    ),
    OwnChoice("of several medications of one substance, those that are most alike belong together"),
)
"""How carecore tells which medications belong together.

.. versionadded:: 0.1
"""

_ASPECTS: Final = ("dose", "route", "times_a_day", "as_needed", "frequency", "status")


class IsNamed(Protocol):
    """What names a substance: a medication, or an order.

    .. versionadded:: 0.1
    """

    @property
    def substance(self) -> str:
        """In words."""
        ...

    @property
    def code(self) -> Code | None:
        """As a code of someone else's system."""
        ...


def is_same_substance(left: IsNamed, right: IsNamed, /) -> bool:
    """Whether two medications, or an order and a medication, are of one substance.

    The codes decide where both have one of the same system; else the names do, whatever the case
    and the spaces (our choice).

    >>> one, other = (Medication(id="m-1", substance=text) for text in ("Aspirin", "aspirin "))
    >>> is_same_substance(one, other)
    True

    .. versionadded:: 0.1
    """
    if left.code is not None and right.code is not None and left.code.system == right.code.system:
        return left.code.code == right.code.code
    return _folded(left.substance) == _folded(right.substance)


@final
@frozen(kw_only=True, weakref_slot=False)
class Index:
    """Medications or orders by what names them.

    Attributes:
        things: all of them.
        named: their places by name.
        coded: their places by system and code.
    """

    things: tuple[IsNamed, ...]
    named: dict[str, list[int]]
    coded: dict[tuple[str, str], list[int]]

    @classmethod
    def of(cls, things: Sequence[IsNamed], /) -> "Index":
        """The index of these."""
        named: defaultdict[str, list[int]] = defaultdict(list)
        coded: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, one in enumerate(things):
            named[_folded(one.substance)].append(place)
            if one.code is not None:
                coded[(one.code.system, one.code.code)].append(place)
        return cls(things=tuple(things), named=dict(named), coded=dict(coded))

    def places_of(self, one: IsNamed, /) -> Iterator[int]:
        """The places of those that are of the substance of *one*, in order."""
        places = set(self.named.get(_folded(one.substance), ()))
        if one.code is not None:
            places |= set(self.coded.get((one.code.system, one.code.code), ()))
        return (place for place in sorted(places) if is_same_substance(one, self.things[place]))


def differences(before: Medication, after: Medication, place: int, /) -> tuple[Fact, ...]:
    """In what two medications differ, as (before, after), among what both lists say.

    *place* is where the second one stands in its list.
    """
    return tuple(
        Fact(
            name=name, seen=(_shown(one), _shown(other)), place=at("$", "medications", place, name)
        )
        for name in _ASPECTS
        if _is_said(one := getattr(before, name))
        and _is_said(other := getattr(after, name))
        and _bare(one) != _bare(other)
    )


def not_stated(before: Medication, after: Medication, /) -> tuple[str, ...]:
    """What one of the two lists says and the other leaves out."""
    return tuple(
        name
        for name in _ASPECTS
        if _is_said(getattr(before, name)) != _is_said(getattr(after, name))
    )


def paired(before: tuple[Medication, ...], after: tuple[Medication, ...], /) -> tuple[_Pair, ...]:
    """Every medication of both lists, by its place, once: in a pair, or by itself.

    Where likeness does not decide, the places are taken from the top of both lists together, so
    that it does not matter which of the two lists comes first.
    """
    later = Index.of(after)
    ranked = sorted(
        (_unlikeness(one, after[other]), place + other, place, other)
        for place, one in enumerate(before)
        for other in later.places_of(one)
    )
    left: dict[int, int] = {}
    right: set[int] = set()
    for _, _, one, other in ranked:
        if one not in left and other not in right:
            left[one] = other
            right.add(other)
    return (
        *((place, left.get(place)) for place in range(len(before))),
        *((None, place) for place in range(len(after)) if place not in right),
    )


def _unlikeness(one: Medication, other: Medication, /) -> int:
    # What is alike throughout belongs together first, and one code is surer than one name.
    is_alike = not differences(one, other, 0) and not not_stated(one, other)
    is_coded = one.code is not None and other.code is not None and one.code.code == other.code.code
    return 2 * (not is_alike) + (not is_coded)


def _folded(text: str, /) -> str:
    return " ".join(normalize("NFC", text).casefold().split())


def _is_said(value: object, /) -> bool:
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _bare(value: object, /) -> object:
    return _folded(value) if isinstance(value, str) else value


def _shown(value: object, /) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value) if isinstance(value, MedicationStatus) else str(value).strip()
