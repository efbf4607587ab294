"""Which medications are of one substance, and which of two lists belong together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TypeAlias, final
from unicodedata import normalize

from attrs import frozen

from carecore.base.amounts import Code
from carecore.base.reasons import Fact, OwnChoice, Source, at
from carecore.errors import WrongType, described
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

    Raises:
        WrongType: if one of them names no substance.

    .. versionadded:: 0.1
    """
    for one in (left, right):
        if not _is_named(one):
            what = f"what is compared is {described(one)}"
            raise WrongType(what, advice="Maybe a Medication or a MedicationOrder")
    code = _code(left)
    if code is not None and code == _code(right):
        return True
    is_one_name = _folded(left.substance) == _folded(right.substance)
    return is_one_name and not _differ_in_code(left, right)


def _is_named(value: object, /) -> bool:
    return isinstance(getattr(value, "substance", None), str) and hasattr(value, "code")


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
            code = _code(one)
            if code is not None:
                coded[code].append(place)
        return cls(things=tuple(things), named=dict(named), coded=dict(coded))

    def places_of(self, one: IsNamed, /) -> Iterator[int]:
        """The places of those that are of the substance of *one*, in order."""
        places = {
            place
            for place in self.named.get(_folded(one.substance), ())
            if not _differ_in_code(one, self.things[place])
        }
        code = _code(one)
        if code is not None:
            places.update(self.coded.get(code, ()))
        return iter(sorted(places))


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

    What is alike throughout belongs together first.
    Where likeness does not decide, the places are taken from the top of both lists together, so
    that it does not matter which of the two lists comes first.
    """
    later = Index.of(after)
    said = tuple(map(_said, before)), tuple(map(_said, after))
    ranked = sorted(
        (
            2 * (said[0][place] != said[1][other]) + (not _is_coded_alike(one, after[other])),
            place + other,
            place,
            other,
        )
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


def _said(one: Medication, /) -> tuple[object, ...]:
    """What the list says of it; where that is the same, two are alike throughout."""
    values = (getattr(one, name) for name in _ASPECTS)
    return tuple(_bare(value) if _is_said(value) else None for value in values)


def _is_coded_alike(one: Medication, other: Medication, /) -> bool:
    """Whether the two are of one substance by their codes, which is surer than by their names."""
    return None not in (one.code, other.code) and _code(one) == _code(other)


def _differ_in_code(one: IsNamed, other: IsNamed, /) -> bool:
    """Whether both have a code of the same system, and another one."""
    return (
        one.code is not None
        and other.code is not None
        and one.code.system == other.code.system
        and one.code.code != other.code.code
    )


def _code(one: IsNamed, /) -> tuple[str, str] | None:
    return None if one.code is None else (one.code.system, one.code.code)


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
