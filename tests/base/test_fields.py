"""A field takes what it is annotated with, and nothing else."""

import copy
import pickle
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any, Final, NewType, Protocol, TypeAlias, final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecore.base.amounts import Quantity
from carecore.base.checks import filled_text, whole_number
from carecore.base.fields import checked
from carecore.base.identity import need_ids
from carecore.errors import CareError, InvalidValue, ManyFaults, WrongType

DAY = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Mood(Enum):
    """How it goes."""

    FINE = "fine"


class Word(str):
    """Text of somebody else's class."""

    __slots__ = ()


class Counted(Protocol):
    """A protocol that cannot be asked for."""

    def count(self) -> int:
        """How many."""
        ...


Key = NewType("Key", str)
InnerKey = NewType("InnerKey", Key)
Amount: TypeAlias = Quantity | bool | None


def _length(wish: "Wish", /) -> int:
    return len(wish.days)


@final
@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Wish:
    """Has one field for each kind of annotation."""

    text: str = ""
    title: str = attrs.field(default="a", validator=filled_text)
    key: InnerKey | None = None
    points: int | None = None
    count: int | None = attrs.field(default=None, validator=whole_number)
    is_known: bool | None = None
    day: date | None = None
    moment: datetime | None = None
    either: date | datetime | None = None
    mood: Mood | None = None
    amount: Amount = None
    days: tuple[date, ...] = ()
    moods: frozenset[Mood] = frozenset()
    keys: tuple[Key, ...] = ()
    mixed: tuple[Mood | str, ...] = ()
    needs: tuple[str, ...] = attrs.field(default=(), converter=need_ids)
    length: int = attrs.field(init=False, default=attrs.Factory(_length, takes_self=True))
    shelves: dict[str, int] = attrs.field(init=False, factory=dict[str, int], eq=False, repr=False)


TAKEN: Final[tuple[dict[str, Any], ...]] = (
    {"text": " "},
    {"text": Word("a")},
    {"title": "b"},
    {"key": "k-1"},
    {"key": None},
    {"points": -(2**63) + 1},
    {"points": 2**63 - 1},
    {"count": 10**12},
    {"is_known": False},
    {"day": DAY},
    {"moment": NOON},
    {"either": DAY},
    {"either": NOON},
    {"mood": Mood.FINE},
    {"amount": Quantity(1, "m")},
    {"amount": True},
    {"days": ()},
    {"days": (DAY, DAY)},
    {"moods": frozenset({Mood.FINE})},
    {"keys": ("b", "a")},
    {"mixed": (Mood.FINE, "fine")},
    {"needs": ("losing_heart",)},
)


@pytest.mark.parametrize("parts", TAKEN)
def test_what_a_field_is_annotated_with_is_taken(parts: dict[str, Any]) -> None:
    ((name, part),) = parts.items()

    assert getattr(Wish(**parts), name) == part


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("text", None, "is None, and text is wanted"),
        ("text", b"a", "a value of type bytes, and text is wanted"),
        ("key", 3, "a value of type int, and text or None is wanted"),
        ("points", True, "a value of type bool, and a whole number or None is wanted"),
        ("points", 1.5, "a value of type float, and a whole number or None is wanted"),
        ("points", Decimal(1), "a value of type Decimal, and a whole number or None is wanted"),
        ("is_known", 1, "a value of type int, and True or False or None is wanted"),
        ("day", "2026-03-01", "text, 10 characters, and a day or None is wanted"),
        ("day", NOON, "is a datetime, and days are counted here"),
        ("moment", DAY, "and a moment with a time zone or None is wanted"),
        ("moment", datetime(2026, 3, 1), "is a datetime without a time zone"),
        ("either", datetime(2026, 3, 1), "is a datetime without a time zone"),
        ("mood", "fine", "text, 4 characters, and a Mood or None is wanted"),
        ("amount", 1, "a value of type int, and a Quantity or True or False or None is wanted"),
        ("amount", "1", "text, 1 character, and a Quantity or True or False or None is wanted"),
    ],
)
def test_a_field_says_what_it_wants_and_never_quotes(name: str, value: object, wanted: str) -> None:
    untyped: Any = {name: value}
    with pytest.raises(WrongType) as caught:
        Wish(**untyped)

    assert wanted in str(caught.value)
    assert (caught.value.place, caught.value.__suppress_context__) == (f"$.{name}", True)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "a value of type int, and a Mood or None is wanted. Maybe None, if it is unknown."),
        ("Fine", "text, 4 characters, and a Mood or None is wanted. Maybe Mood.FINE."),
        ("dull", "text, 4 characters, and a Mood or None is wanted. Maybe one of Mood.FINE."),
    ],
)
def test_an_unknown_value_is_none_and_text_a_word_where_that_may_be(
    value: object, text: str
) -> None:
    untyped: Any = value
    with pytest.raises(WrongType) as caught:
        Wish(mood=untyped)

    assert str(caught.value) == f"$.mood: the mood of a Wish is {text}"


def test_when_is_asked_about_is_called_as_in_the_question() -> None:
    @attrs.frozen(weakref_slot=False, field_transformer=checked)
    class Asked:
        as_of: date | datetime

    untyped: Any = "2026-01-01"
    with pytest.raises(WrongType) as caught:
        Asked(untyped)

    assert str(caught.value) == (
        "$.as_of: as_of is text, 10 characters, and a day or a moment with a time zone is wanted. "
        "Maybe date(2026, 3, 1)."
    )


@pytest.mark.parametrize("number", [2**63, -(2**63), 2**64])
def test_a_whole_number_fits_into_64_bits(number: int) -> None:
    with pytest.raises(InvalidValue) as caught:
        Wish(points=number)

    assert str(caught.value) == (
        "$.points: the points of a Wish does not fit into 64 bits. Maybe it is an id."
    )


@pytest.mark.parametrize(
    "moment",
    [
        datetime.min.replace(tzinfo=timezone(timedelta(hours=1))),
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-1))),
    ],
)
def test_a_moment_has_a_time_in_utc(moment: datetime) -> None:
    with pytest.raises(InvalidValue, match=r"\$\.moment: .* lies outside the years 1 to 9999"):
        Wish(moment=moment)


@pytest.mark.parametrize("name", ["days", "moods", "keys", "mixed", "needs"])
@pytest.mark.parametrize("value", ["fine", b"fine", {"a": 1}, 3, None])
def test_a_list_is_a_collection_and_never_one_text(name: str, value: object) -> None:
    untyped: Any = {name: value}
    with pytest.raises(WrongType) as caught:
        Wish(**untyped)

    assert caught.value.place == f"$.{name}"


def test_a_set_is_no_tuple_because_it_has_no_order() -> None:
    untyped: Any = {DAY}
    with pytest.raises(WrongType) as caught:
        Wish(days=untyped)

    assert str(caught.value) == (
        "$.days: an ordered list of date is wanted, and this is a value of type set. "
        "Maybe a tuple: (..., )."
    )


@pytest.mark.parametrize("several", [[DAY, DAY], (DAY, DAY), iter([DAY, DAY])])
def test_any_ordered_collection_becomes_a_tuple(several: Iterable[date]) -> None:
    untyped: Any = several
    assert Wish(days=untyped).days == (DAY, DAY)


@pytest.mark.parametrize("several", [[Mood.FINE], {Mood.FINE}, (Mood.FINE, Mood.FINE)])
def test_any_collection_becomes_a_frozenset(several: Iterable[Mood]) -> None:
    untyped: Any = several
    assert Wish(moods=untyped).moods == frozenset({Mood.FINE})


def test_one_fault_of_a_list_is_told_with_its_place() -> None:
    untyped: Any = [DAY, "tomorrow"]
    with pytest.raises(WrongType) as caught:
        Wish(days=untyped)

    assert str(caught.value) == (
        "$.days[1]: this is text, 8 characters, and a day is wanted. Maybe date(2026, 3, 1)."
    )


def test_several_faults_of_a_list_are_told_together() -> None:
    untyped: Any = [None, DAY, NOON, datetime(2026, 3, 1), 3]
    with pytest.raises(ManyFaults) as caught:
        Wish(days=untyped)

    assert [fault.place for fault in caught.value.faults] == [
        "$.days[0]",
        "$.days[2]",
        "$.days[3]",
        "$.days[4]",
    ]


def test_another_check_of_a_field_is_asked_after_its_type() -> None:
    with pytest.raises(InvalidValue, match=r"\$\.title: the title of a Wish is blank"):
        Wish(title=" ")
    with pytest.raises(InvalidValue, match=r"\$\.count: the count of a Wish is below 0"):
        Wish(count=-1)
    untyped: Any = 3
    with pytest.raises(WrongType, match=r"\$\.title: .*, and text is wanted"):
        Wish(title=untyped)


def test_a_converter_is_left_alone_and_its_errors_have_their_place() -> None:
    with pytest.raises(InvalidValue) as caught:
        Wish(needs=["Losing heart"])

    assert caught.value.place == "$.needs[0]"


def test_what_is_worked_out_is_left_alone() -> None:
    wish = Wish(days=(DAY,))

    assert (wish.length, wish.shelves) == (1, {})


@pytest.mark.parametrize(
    "annotation", [None, Any, Counted, dict[str, int], "str", tuple[int, str], list[int]]
)
def test_what_cannot_be_checked_is_refused_with_the_class(
    annotation: object,
) -> None:
    untyped: Any = annotation
    with pytest.raises(WrongType) as caught:
        attrs.make_class(
            "Odd", {"field": attrs.field(type=untyped)}, field_transformer=checked, frozen=True
        )

    assert caught.value.advice == "Maybe give it a converter"


@given(
    value=st.none() | st.booleans() | st.integers() | st.text() | st.floats() | st.dates(),
    name=st.sampled_from(["text", "key", "points", "is_known", "day", "moment", "either", "mood"]),
)
def test_a_value_is_kept_as_it_is_or_refused_by_an_error_of_ours(value: object, name: str) -> None:
    untyped: Any = {name: value}
    kept: object
    try:
        kept = getattr(Wish(**untyped), name)
    except CareError as fault:
        kept = fault.place

    assert kept in (value, f"$.{name}")


def again(wish: Wish) -> Wish:
    """The same, through pickle."""
    kept: Wish = pickle.loads(pickle.dumps(wish))  # our own bytes  # noqa: S301 # our own bytes
    return kept


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, attrs.evolve, again])
def test_a_checked_value_is_copied_and_pickled_like_any_other(
    copied: Callable[[Wish], Wish],
) -> None:
    wish = Wish(days=(DAY,), moods=frozenset({Mood.FINE}), amount=Quantity("1.5", "m"))

    assert copied(wish) == wish
